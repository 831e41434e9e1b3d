/* I11: which stretch of time a count covers, its own period or everything since the start. */
#include "check/measure.h"
#include "check/rule.h"

#include <stdlib.h>

/* --- counted more than once ------------------------------------------------------------- */

/* Days from the start to the end of what the indicator stands in; 0: not known. */
static long days_it_runs(const struct check *check, const struct indicator *indicator)
{
    const struct programme *programme = check->model->programme;
    const struct model_node *parent = indicator->node.parent;
    struct date from = measure_start(check, indicator), to = programme->to;
    if (parent->kind == MODEL_ACTIVITY && date_given(model_activity(parent)->to))
        to = model_activity(parent)->to;
    if (!date_given(from) || !date_given(to))
        return 0;
    int64_t seconds = date_seconds(date_last_day(to)) - date_seconds(date_first_day(from));
    return (long)(seconds / 86400) + 1;
}

static bool is_measured_again(const struct check *check, const struct indicator *indicator)
{
    const struct model_node *node = indicator->source.node;
    const struct source *source = node ? model_source(node) : NULL;
    if (source && source->waves.count > 1)
        return true;
    const char *every = indicator->every ? indicator->every : source ? source->every : NULL;
    long runs = every ? days_it_runs(check, indicator) : 0;
    return every && (!runs || measure_days(every) < (double)runs);
}

/* A number that is to stay within limits, or as it is, is one of a moment. */
static bool is_of_a_moment(const struct indicator *indicator)
{
    return indicator->direction == DIRECTION_RANGE || indicator->direction == DIRECTION_MAINTAIN;
}

/* --- a total that falls --------------------------------------------------------------- */

/* A target or milestone, as a step on the way. */
struct step {
    uint32_t place; /* its order in the file; 0: none */
    struct date by;
    struct number value;
    const struct model_node *node;
    enum target_level level;
    bool is_target;
};

/* By place; in each the last first, and of one day the highest first. */
static int by_place_and_day(const void *pa, const void *pb)
{
    const struct step *a = pa, *b = pb;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    int later = date_compare(b->by, a->by);
    if (later)
        return later;
    if (a->value.value != b->value.value)
        return a->value.value > b->value.value ? -1 : 1;
    return a->node->order < b->node->order ? -1 : 1;
}

static size_t collect_steps(const struct indicator *indicator, struct step *steps)
{
    size_t count = 0;
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *t = model_target(indicator->targets.items[i]);
        struct number value = t->value.given ? t->value : t->min;
        if (value.given && date_given(t->date) && t->aim != AIM_GAP)
            steps[count++] = (struct step){t->place.node ? t->place.node->order : 0,
                                           date_last_day(t->date),
                                           value,
                                           &t->node,
                                           t->level,
                                           true};
    }
    for (size_t i = 0; i < indicator->milestones.count; i++) {
        const struct milestone *m = model_milestone(indicator->milestones.items[i]);
        if (date_given(m->date))
            steps[count++] = (struct step){m->place.node ? m->place.node->order : 0,
                                           date_last_day(m->date),
                                           m->value,
                                           &m->node,
                                           TARGET_LEVEL_UNKNOWN,
                                           false};
    }
    return count;
}

/* The later steps of one place that a step is held against, all from steps of one kind:
 * targets of its level, other milestones; a milestone also against the highest target. */
struct later_steps {
    const struct step *lowest_target[TARGET_AMBITIOUS + 1], *lowest_milestone, *highest_target;
};

static const struct step *lower(const struct step *later, const struct step *step)
{
    return later && later->value.value < step->value.value ? later : NULL;
}

static const struct step *falls_to(const struct later_steps *later, const struct step *step)
{
    if (step->is_target)
        return lower(later->lowest_target[step->level], step);
    const struct step *milestone = lower(later->lowest_milestone, step);
    return milestone ? milestone : lower(later->highest_target, step);
}

static void pass_step(struct later_steps *later, const struct step *step)
{
    const struct step **lowest =
        step->is_target ? &later->lowest_target[step->level] : &later->lowest_milestone;
    if (!*lowest || step->value.value < (*lowest)->value.value)
        *lowest = step;
    if (step->is_target &&
        (!later->highest_target || step->value.value > later->highest_target->value.value))
        later->highest_target = step;
}

static void report_fall(struct check *check, const struct indicator *indicator,
                        const struct step *from, const struct step *to)
{
    struct found *found =
        check_found(check, DIAG_TOTAL_FALLS, &indicator->node, check_title(&indicator->node),
                    check_number(check, from->value, indicator->unit),
                    check_number(check, to->value, indicator->unit), NULL);
    found->at = model_at(check->model, to->node);
}

/* A total since the start cannot fall. One finding is enough to think again. */
static void check_total(struct check *check, const struct indicator *indicator)
{
    size_t most = indicator->targets.count + indicator->milestones.count;
    if (most < 2)
        return;
    struct step *steps = arena_array(&check->arena, most, sizeof *steps);
    size_t count = collect_steps(indicator, steps);
    struct later_steps later = {0};
    qsort(steps, count, sizeof *steps, by_place_and_day);
    for (size_t i = 0; i < count; i++) {
        if (i && steps[i].place != steps[i - 1].place)
            later = (struct later_steps){0};
        const struct step *to = falls_to(&later, &steps[i]);
        if (to) {
            report_fall(check, indicator, &steps[i], to);
            return;
        }
        pass_step(&later, &steps[i]);
    }
}

/* --- what the words say --------------------------------------------------------------- */

/* The words of a list in a text; NULL: none. */
static const char *words_said(struct check *check, const struct indicator *indicator,
                              enum words_id id, const char *text)
{
    struct words_hit hit;
    if (!text || !words_find(check_words(check, &indicator->node, id), text, &hit))
        return NULL;
    return arena_copy(&check->arena, hit.at, hit.length);
}

/* What the words of an indicator say about its counting; NULL: nothing. How often something
 * is counted may stand in a definition, whatever a figure covers; so "pr. måned" tells of a
 * period only in the title and the unit. */
struct said {
    const char *total, *period;
};

static struct said read_words(struct check *check, const struct indicator *indicator)
{
    const char *title = indicator->node.title;
    struct said said = {words_said(check, indicator, WORDS_SINCE_START, title),
                        words_said(check, indicator, WORDS_PER_PERIOD, title)};
    if (!said.total)
        said.total = words_said(check, indicator, WORDS_SINCE_START, indicator->definition);
    if (!said.period)
        said.period = words_said(check, indicator, WORDS_PER_PERIOD, indicator->unit);
    return said;
}

static void check_declared(struct check *check, const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    struct said said = read_words(check, indicator);
    if (indicator->counting == COUNTING_PER_PERIOD && said.total && !said.period)
        check_found(check, DIAG_PERIOD_SAYS_TOTAL, node, check_title(node), said.total, NULL);
    if (indicator->counting == COUNTING_CUMULATIVE && said.period && !said.total)
        check_found(check, DIAG_TOTAL_SAYS_PERIOD, node, check_title(node), said.period, NULL);
    if (indicator->counting == COUNTING_CUMULATIVE)
        check_total(check, indicator);
}

static void check_undeclared(struct check *check, const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    if (indicator->type != INDICATOR_COUNT || is_of_a_moment(indicator) ||
        !is_measured_again(check, indicator))
        return;
    struct said said = read_words(check, indicator);
    if (!said.total == !said.period) /* the words do not say it either */
        check_found(check, DIAG_COUNTING_UNDECLARED, node, check_title(node), NULL);
}

/* I11: a count that does not say whether it begins anew each time, or that says both. */
void rule_counting(struct check *check)
{
    for (size_t i = 0; i < check->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(check->model->indicators.items[i]);
        if (indicator->counting == COUNTING_UNKNOWN)
            check_undeclared(check, indicator);
        else
            check_declared(check, indicator);
    }
}
