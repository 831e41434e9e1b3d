/* Chapter: the indicators. What is measured, from where to where, and by whom. */
#include "report/names.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct report_column columns[] = {
    {N_("Indicator"), 2.4}, {N_("Definition"), 3}, {N_("Baseline"), 1.5},    {N_("Target"), 1.7},
    {N_("Direction"), 1.1}, {N_("Source"), 1.7},   {N_("Responsible"), 1.4},
};

/* "70 %", "7,5": the figure with the indicator's unit. */
static const char *with_unit(const struct report *report, const struct indicator *indicator,
                             const char *figure)
{
    if (!indicator->unit)
        return figure;
    return doc_textf(report->doc, "%s\xC2\xA0%s", figure, indicator->unit);
}

/* "6–8 børn", "at least 6 children", "70 %"; "" without a figure. */
static const char *range_text(const struct report *report, const struct indicator *indicator,
                              const struct target *target)
{
    const char *min = report_number(report, target->min), *max = report_number(report, target->max);
    if (target->value.given)
        return with_unit(report, indicator, report_number(report, target->value));
    if (*min && *max)
        return with_unit(report, indicator, doc_textf(report->doc, "%s–%s", min, max));
    if (*min)
        return report_fill(report, N_("at least {1}"), with_unit(report, indicator, min), NULL);
    if (*max)
        return report_fill(report, N_("at most {1}"), with_unit(report, indicator, max), NULL);
    return "";
}

/* A difference between two percentages is counted in points. */
static const char *difference_text(const struct report *report, const struct indicator *indicator,
                                   struct number number)
{
    const char *figure = report_number(report, number);
    if (indicator->unit && !strcmp(indicator->unit, "%"))
        return report_fill(report, N_("{1} percentage points"), figure, NULL);
    return with_unit(report, indicator, figure);
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
                       difference_text(report, indicator, target->value), other, NULL);
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
                       difference_text(report, indicator, target->margin), NULL);
}

/* What is aimed at, whatever kind of target it is. */
static const char *aim_text(const struct report *report, const struct indicator *indicator,
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
    const char *range = aim_text(report, indicator, target);
    const char *date = report_date(report, target->date);
    if (!*date)
        return range;
    if (!*range)
        return report_fill(report, N_("by {1}"), date, NULL);
    return report_fill(report, N_("{1} by {2}"), range, date, NULL);
}

static void add_remark(struct report *report, struct doc_flow *cell, const struct model_node *node)
{
    if (node->title)
        report_text(report, cell, DOC_SMALL, node, node->title);
}

static void add_place(struct report *report, struct doc_flow *cell, const struct model_ref *place)
{
    if (place->node)
        report_node(report, cell, DOC_SMALL, place->node);
}

static void add_target(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator, const struct target *target)
{
    const char *text = report_target(report, indicator, target);
    const char *level = name_target_level(target->level);
    if (*text)
        report_plain(report, cell, DOC_CELL, text);
    if (!date_given(target->date))
        report_missing(report, cell, N_("By when?"));
    if (level)
        report_own(report, cell, DOC_SMALL, level);
    add_place(report, cell, &target->place);
    add_remark(report, cell, &target->node);
    if (target->decided_by.node)
        report_plain(report, cell, DOC_SMALL,
                     report_fill(report, N_("decided by {1}"),
                                 report_join(report, report_name(report, target->decided_by.node),
                                             report_date(report, target->decided), NULL),
                                 NULL));
}

/* A direction alone is allowed, and what is told in words has no figure. */
static void add_no_target(struct report *report, struct doc_flow *cell,
                          const struct indicator *indicator)
{
    if (indicator->type == INDICATOR_QUALITATIVE)
        report_own(report, cell, DOC_CELL, N_("judged in words"));
    else if (indicator->role == INDICATOR_CONTEXT || indicator->type == INDICATOR_YES_NO)
        report_dash(report, cell);
    else
        report_missing(report, cell, N_("No target yet: where do you want to be?"));
}

/* "52 % (104 of 200)" */
static const char *baseline_text(struct report *report, const struct indicator *indicator,
                                 const struct baseline *baseline)
{
    const char *value = "", *counts = "";
    if (baseline->value.given)
        value = with_unit(report, indicator, report_number(report, baseline->value));
    if (baseline->k.given && baseline->n.given)
        counts = report_fill(report, N_("{1} of {2}"), report_number(report, baseline->k),
                             report_number(report, baseline->n), NULL);
    else if (baseline->n.given)
        counts = doc_textf(report->doc, "n = %s", report_number(report, baseline->n));
    return report_join(report, value, counts, report_date(report, baseline->date), NULL);
}

static void add_baseline(struct report *report, struct doc_flow *cell,
                         const struct indicator *indicator, const struct baseline *baseline)
{
    const char *text = baseline_text(report, indicator, baseline);
    if (*text)
        report_plain(report, cell, DOC_CELL, text);
    if (baseline->estimated == YES)
        report_own(report, cell, DOC_SMALL, N_("estimated"));
    add_place(report, cell, &baseline->place);
    add_remark(report, cell, &baseline->node);
}

/* Only a change in figures has to start somewhere. */
static void add_no_baseline(struct report *report, struct doc_flow *cell,
                            const struct indicator *indicator)
{
    bool needs = indicator->role == INDICATOR_OUTCOME && indicator->type != INDICATOR_QUALITATIVE &&
                 indicator->type != INDICATOR_YES_NO;
    if (needs)
        report_missing(report, cell, N_("Where do you stand today?"));
    else
        report_dash(report, cell);
}

static void add_definition(struct report *report, struct doc_flow *cell,
                           const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    bool proportion = indicator->type == INDICATOR_PROPORTION;
    if (indicator->definition)
        report_text(report, cell, DOC_CELL, node, indicator->definition);
    if (indicator->numerator)
        report_labelled(report, cell, DOC_CELL, N_("Counted"), node, indicator->numerator);
    else if (proportion)
        report_missing(report, cell, N_("When does someone count?"));
    if (indicator->denominator)
        report_labelled(report, cell, DOC_CELL, N_("Out of"), node, indicator->denominator);
    else if (proportion)
        report_missing(report, cell, N_("Out of whom?"));
    if (!indicator->definition && !indicator->numerator && !indicator->denominator && !proportion)
        report_dash(report, cell);
    const char *type = name_indicator_type(indicator->type);
    const char *role = name_indicator_role(indicator->role);
    const char *kind = report_join(report, role ? report_say(report, role) : "",
                                   type ? report_say(report, type) : "", NULL);
    if (*kind)
        report_plain(report, cell, DOC_SMALL, kind);
}

static void add_figures(struct report *report, struct doc_row *row,
                        const struct indicator *indicator)
{
    struct doc_flow *baselines = report_cell(report, row), *targets = report_cell(report, row);
    for (size_t i = 0; i < indicator->baselines.count; i++)
        add_baseline(report, baselines, indicator, model_baseline(indicator->baselines.items[i]));
    if (!indicator->baselines.count)
        add_no_baseline(report, baselines, indicator);
    for (size_t i = 0; i < indicator->targets.count; i++)
        add_target(report, targets, indicator, model_target(indicator->targets.items[i]));
    if (!indicator->targets.count)
        add_no_target(report, targets, indicator);
}

static void add_source(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator)
{
    if (!indicator->source.node) {
        report_missing(report, cell, N_("From where?"));
        return;
    }
    report_node(report, cell, DOC_CELL, indicator->source.node);
    const char *kind = name_source_kind(model_source(indicator->source.node)->kind);
    if (kind)
        report_own(report, cell, DOC_SMALL, kind);
}

static void add_indicator(struct report *report, struct doc_table *table,
                          const struct indicator *indicator)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &indicator->node);
    report_id(report, name, &indicator->node);
    add_definition(report, report_cell(report, row), indicator);
    add_figures(report, row, indicator);
    struct doc_flow *direction = report_cell(report, row);
    if (name_direction(indicator->direction))
        report_own(report, direction, DOC_CELL, name_direction(indicator->direction));
    else
        report_dash(report, direction);
    add_source(report, report_cell(report, row), indicator);
    struct doc_flow *owner = report_cell(report, row);
    if (indicator->owner.node)
        report_node(report, owner, DOC_CELL, indicator->owner.node);
    else
        report_missing(report, owner, N_("Who?"));
}

/* A row that names what the indicators below it measure. */
static void add_group(struct report *report, struct doc_table *table,
                      const struct model_node *parent)
{
    struct doc_cell *cell = doc_add_cell(report->doc, doc_add_row(report->doc, table));
    cell->header = true;
    cell->columns = COUNT(columns);
    cell->look = DOC_CELL_PANEL;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, &cell->body, DOC_CELL_STRONG);
    if (parent->kind == MODEL_PROGRAMME) {
        report_run_own(report, line, report_say(report, N_("The surroundings")));
        return;
    }
    if (parent->kind == MODEL_ACTIVITY)
        report_run_own(
            report, line,
            doc_textf(report->doc, "%s  ", report_letter(report, model_activity(parent))));
    report_run_text(report, line, parent, report_name(report, parent));
}

void plan_indicators(struct report *report)
{
    const struct model_list *list = &report->model->indicators;
    const struct model_node *parent = NULL;
    if (!list->count) {
        report_chapter_missing(report, N_("Indicators"), "indicators",
                               N_("No indicators yet: what will you keep an eye on?"));
        return;
    }
    report_chapter_wide(report, N_("Indicators"), "indicators");
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (indicator->node.parent != parent)
            add_group(report, table, parent = indicator->node.parent);
        add_indicator(report, table, indicator);
    }
}
