/* How the figures of an indicator are written; see values.h. */
#include "report/values.h"

#include "check/measure.h"
#include "report/names.h"

#include <string.h>

/* Persons: fewer get no percentage. */
static const double fewest_for_percentage = 20;
/* Persons: fewer could be recognised. */
static const double fewest_to_show = 5;

/* --- units ------------------------------------------------------------------------------ */

const char *value_with_unit(const struct report *report, const struct indicator *indicator,
                            const char *figure)
{
    if (!indicator->unit)
        return figure;
    return doc_textf(report->doc, "%s\xC2\xA0%s", figure, indicator->unit);
}

const char *value_difference(const struct report *report, const struct indicator *indicator,
                             struct number number)
{
    const char *figure = report_number(report, number);
    if (measure_is_percent(indicator))
        return report_fill(report, N_("{1} percentage points"), figure, NULL);
    return value_with_unit(report, indicator, figure);
}

/* --- targets ---------------------------------------------------------------------------- */

/* "6–8 børn", "at least 6 children", "70 %"; "" without a figure. */
static const char *range_text(const struct report *report, const struct indicator *indicator,
                              const struct target *target)
{
    const char *min = report_number(report, target->min), *max = report_number(report, target->max);
    if (target->value.given)
        return value_with_unit(report, indicator, report_number(report, target->value));
    if (*min && *max && target->min.value < 0)
        return report_fill(report, N_("from {1} to {2}"), min,
                           value_with_unit(report, indicator, max), NULL);
    if (*min && *max)
        return value_with_unit(report, indicator, doc_textf(report->doc, "%s–%s", min, max));
    if (*min)
        return report_fill(report, N_("at least {1}"), value_with_unit(report, indicator, min),
                           NULL);
    if (*max)
        return report_fill(report, N_("at most {1}"), value_with_unit(report, indicator, max),
                           NULL);
    return "";
}

/* The distance to another place, which is no figure of this one. */
static const char *gap_text(const struct report *report, const struct indicator *indicator,
                            const struct target *target)
{
    const char *other = target->against.node ? report_name(report, target->against.node)
                                             : report_say(report, N_("the comparison"));
    if (!target->value.given)
        return report_fill(report, N_("a smaller distance to {1}"), other, NULL);
    return report_fill(report, N_("{1} from {2}"),
                       value_difference(report, indicator, target->value), other, NULL);
}

static const char *direction_text(const struct report *report, const struct indicator *indicator)
{
    if (indicator->direction == DIRECTION_UP)
        return report_say(report, N_("higher than at the baseline"));
    if (indicator->direction == DIRECTION_DOWN)
        return report_say(report, N_("lower than at the baseline"));
    return report_say(report, N_("the right way"));
}

static const char *maintain_text(const struct report *report, const struct indicator *indicator,
                                 const struct target *target)
{
    if (!target->margin.given)
        return report_say(report, N_("as at the baseline"));
    return report_fill(report, N_("as at the baseline, at most {1} worse"),
                       value_difference(report, indicator, target->margin), NULL);
}

const char *value_aim(const struct report *report, const struct indicator *indicator,
                      const struct target *target)
{
    bool has_figure = target->value.given || target->min.given || target->max.given;
    switch (target->aim) {
    case AIM_GAP:
        return gap_text(report, indicator, target);
    case AIM_DIRECTION:
        return direction_text(report, indicator);
    case AIM_MAINTAIN:
        return has_figure ? range_text(report, indicator, target)
                          : maintain_text(report, indicator, target);
    case AIM_UNKNOWN:
    case AIM_VALUE:
    case AIM_RANGE:
        break;
    }
    return range_text(report, indicator, target);
}

const char *report_target(const struct report *report, const struct indicator *indicator,
                          const struct target *target)
{
    const char *range = value_aim(report, indicator, target);
    const char *date = report_date(report, target->date);
    if (!*date)
        return range;
    if (!*range)
        return report_fill(report, N_("by {1}"), date, NULL);
    return report_fill(report, N_("{1} by {2}"), range, date, NULL);
}

/* --- baselines -------------------------------------------------------------------------- */

static bool is_small_number(double persons)
{
    return persons > 0 && persons < fewest_to_show;
}

bool value_is_hidden(const struct indicator *indicator, const struct baseline *baseline)
{
    if (indicator->sensitive != YES || !baseline->n.given)
        return false;
    double k = baseline->k.value, n = baseline->n.value;
    if (!baseline->k.given)
        return n < fewest_for_percentage;
    if (is_small_number(k) || is_small_number(n - k))
        return true;
    return n < fewest_for_percentage && (k <= 0 || k >= n);
}

/* The figure itself, where so many persons allow one. */
static const char *figure_text(const struct report *report, const struct indicator *indicator,
                               const struct baseline *baseline)
{
    struct number value = measure_value(indicator, baseline);
    bool of_persons = indicator->type == INDICATOR_PROPORTION && baseline->n.given;
    if (!value.given || (of_persons && baseline->n.value < fewest_for_percentage))
        return "";
    return value_with_unit(report, indicator, report_number(report, value));
}

const char *value_baseline(const struct report *report, const struct indicator *indicator,
                           const struct baseline *baseline)
{
    if (value_is_hidden(indicator, baseline))
        return report_say(report, N_("hidden for the sake of anonymity"));
    const char *figure = figure_text(report, indicator, baseline);
    const char *n = report_number(report, baseline->n);
    if (!*n)
        return figure;
    if (!baseline->k.given)
        return doc_textf(report->doc,
                         *figure ? "%s (n\xC2\xA0=\xC2\xA0%s)" : "%sn\xC2\xA0=\xC2\xA0%s", figure,
                         n);
    const char *counts =
        report_fill(report, N_("{1} of {2}"), report_number(report, baseline->k), n, NULL);
    return *figure ? doc_textf(report->doc, "%s (%s)", counts, figure) : counts;
}

/* --- in a cell: what is said once ----------------------------------------------------------- */

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

static bool is_same_date(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void add_small(struct report *report, struct doc_flow *cell, const char *text)
{
    if (*text)
        report_plain(report, cell, DOC_SMALL, text);
}

static void add_remark(struct report *report, struct doc_flow *cell, const struct model_node *node)
{
    if (node->title)
        report_text(report, cell, DOC_SMALL, node, node->title);
}

/* --- baselines in a cell -------------------------------------------------------------------- */

static const struct baseline *baseline_at(const struct indicator *indicator, size_t i)
{
    return model_baseline(indicator->baselines.items[i]);
}

/* "Lindebo: 52 of 138 (37.7 %)" */
static void add_baseline(struct report *report, struct doc_flow *cell,
                         const struct indicator *indicator, const struct baseline *baseline)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    const char *text = value_baseline(report, indicator, baseline);
    if (baseline->place.node) {
        report_run_text(report, line, baseline->place.node,
                        report_name(report, baseline->place.node));
        report_run_own(report, line, ": ");
    }
    report_run_own(report, line, *text ? text : "–");
    if (baseline->estimated == YES)
        report_run_own(report, line,
                       doc_textf(report->doc, ", %s", report_say(report, N_("estimated"))));
}

void value_add_baselines(struct report *report, struct doc_flow *cell,
                         const struct indicator *indicator)
{
    size_t count = indicator->baselines.count;
    if (!count) {
        value_add_no_baseline(report, cell, indicator);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct baseline *baseline = baseline_at(indicator, i);
        const struct baseline *next = i + 1 < count ? baseline_at(indicator, i + 1) : NULL;
        add_baseline(report, cell, indicator, baseline);
        if (!next || !is_same_date(baseline->date, next->date))
            add_small(report, cell, report_date(report, baseline->date));
        if (!next || !is_same_text(baseline->node.title, next->node.title))
            add_remark(report, cell, &baseline->node);
    }
}

/* Only a change in figures has to start somewhere. */
void value_add_no_baseline(struct report *report, struct doc_flow *cell,
                           const struct indicator *indicator)
{
    bool needs = indicator->role == INDICATOR_OUTCOME && indicator->type != INDICATOR_QUALITATIVE &&
                 indicator->type != INDICATOR_YES_NO;
    if (needs)
        report_missing(report, cell, N_("Where do you stand today?"));
    else
        report_dash(report, cell);
}

/* --- targets in a cell ------------------------------------------------------------------------ */

static const struct target *target_at(const struct indicator *indicator, size_t i)
{
    return model_target(indicator->targets.items[i]);
}

/* Alike in all but the place. */
static bool is_same_target(const struct report *report, const struct indicator *indicator,
                           const struct target *a, const struct target *b)
{
    return a->level == b->level && is_same_text(a->node.title, b->node.title) &&
           a->decided_by.node == b->decided_by.node && is_same_date(a->decided, b->decided) &&
           !strcmp(report_target(report, indicator, a), report_target(report, indicator, b));
}

static bool stands_before(const struct report *report, const struct indicator *indicator, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (is_same_target(report, indicator, target_at(indicator, k), target_at(indicator, i)))
            return true;
    return false;
}

/* The places of this target and of those that are like it, with commas between. */
static void add_target_places(struct report *report, struct doc_flow *cell,
                              const struct indicator *indicator, size_t i)
{
    struct doc_paragraph *line = NULL;
    for (size_t k = i; k < indicator->targets.count; k++) {
        const struct target *target = target_at(indicator, k);
        if (!target->place.node ||
            !is_same_target(report, indicator, target_at(indicator, i), target))
            continue;
        if (line)
            report_run_own(report, line, ", ");
        else
            line = doc_add_paragraph(report->doc, cell, DOC_SMALL);
        report_run_text(report, line, target->place.node, report_name(report, target->place.node));
    }
}

static void add_target(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator, size_t i)
{
    const struct target *target = target_at(indicator, i);
    const char *text = report_target(report, indicator, target);
    if (*text)
        report_plain(report, cell, DOC_CELL, text);
    if (!date_given(target->date))
        report_missing(report, cell, N_("By when?"));
    if (name_target_level(target->level))
        report_own(report, cell, DOC_SMALL, name_target_level(target->level));
    add_target_places(report, cell, indicator, i);
    add_remark(report, cell, &target->node);
}

void value_add_targets(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator)
{
    static const double between = 3; /* points */
    for (size_t i = 0; i < indicator->targets.count; i++) {
        if (stands_before(report, indicator, i))
            continue;
        if (i)
            doc_add_space(report->doc, cell, between);
        add_target(report, cell, indicator, i);
    }
    if (!indicator->targets.count)
        value_add_no_target(report, cell, indicator);
}

/* A direction alone is allowed, and what is told in words has no figure. */
void value_add_no_target(struct report *report, struct doc_flow *cell,
                         const struct indicator *indicator)
{
    if (indicator->type == INDICATOR_QUALITATIVE)
        report_own(report, cell, DOC_CELL, N_("judged in words"));
    else if (indicator->role == INDICATOR_CONTEXT || indicator->type == INDICATOR_YES_NO)
        report_dash(report, cell);
    else
        report_missing(report, cell, N_("No target yet: where do you want to be?"));
}

void value_add_milestones(struct report *report, struct doc_flow *cell,
                          const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->milestones.count; i++) {
        const struct milestone *milestone = model_milestone(indicator->milestones.items[i]);
        const char *figure =
            value_with_unit(report, indicator, report_number(report, milestone->value));
        const char *place = milestone->place.node ? report_name(report, milestone->place.node) : "";
        report_plain(report, cell, DOC_SMALL,
                     report_fill(report, N_("On the way: {1}"),
                                 report_join(report, milestone->value.given ? figure : "",
                                             report_date(report, milestone->date), place, NULL),
                                 NULL));
    }
}

/* --- who and how often ---------------------------------------------------------------------- */

static const struct source *source_of(const struct indicator *indicator)
{
    return indicator->source.node ? model_source(indicator->source.node) : NULL;
}

const char *value_every(const struct indicator *indicator)
{
    const struct source *source = source_of(indicator);
    if (indicator->every)
        return indicator->every;
    return source ? source->every : NULL;
}

const char *value_lag(const struct indicator *indicator)
{
    const struct source *source = source_of(indicator);
    if (indicator->lag)
        return indicator->lag;
    return source ? source->lag : NULL;
}
