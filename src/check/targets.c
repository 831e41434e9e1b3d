/* Rules about targets: can one tell when it has succeeded? */
#include "check/measure.h"
#include "check/rule.h"
#include "check/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- I04: one target -------------------------------------------------------------------- */

/* A target with its indicator and the baseline it is to be compared with. */
struct aim {
    const struct indicator *indicator;
    const struct target *target;
    const struct measure_baselines *baselines;
    const struct baseline *baseline; /* with a value; NULL: none */
};

static bool has_number(const struct target *target)
{
    return target->value.given || target->min.given || target->max.given;
}

static bool needs_unit(const struct indicator *indicator)
{
    return indicator->type != INDICATOR_QUALITATIVE && indicator->type != INDICATOR_YES_NO;
}

static struct found *figure_found(struct check *check, const struct indicator *indicator,
                                  enum diag_id id, const struct model_node *node)
{
    struct found *found = check_found(check, id, node, check_title(&indicator->node), NULL);
    found->at = model_at(check->model, node);
    found->label = check_label(&indicator->node);
    return found;
}

static void aim_found(struct check *check, const struct aim *aim, enum diag_id id,
                      const char *second, const char *third)
{
    struct found *found = figure_found(check, aim->indicator, id, &aim->target->node);
    found->args[1] = second;
    found->args[2] = third;
}

static const char *value_text(struct check *check, const struct indicator *indicator,
                              const struct baseline *baseline)
{
    return check_number(check, measure_value(indicator, baseline), NULL);
}

/* The value of a baseline beside a figure that somebody wrote: one that is calculated from k and
 * n has more decimals than anybody writes, and is that figure where it would be written so. */
static struct number value_beside(const struct indicator *indicator,
                                  const struct baseline *baseline, struct number written)
{
    struct number value = measure_value(indicator, baseline);
    double half = 0.5 * pow(10, -(double)written.decimals);
    if (!baseline->value.given && fabs(value.value - written.value) <= half)
        value.value = written.value;
    return value;
}

/* A number is missing where one was to stand: words may say it instead. */
static bool lacks_number(const struct aim *aim)
{
    const struct target *t = aim->target;
    bool wants_one =
        t->aim == AIM_VALUE || t->aim == AIM_RANGE || (t->aim == AIM_UNKNOWN && !t->margin.given);
    return wants_one && !has_number(t) && !t->node.title && measure_has_figures(aim->indicator) &&
           aim->indicator->direction != DIRECTION_MAINTAIN;
}

/* To move the right way, or nearer to another place by no given figure, needs no date. */
static bool needs_date(const struct target *target)
{
    return target->aim != AIM_DIRECTION && (target->aim != AIM_GAP || target->value.given);
}

static void check_complete(struct check *check, const struct aim *aim)
{
    if (lacks_number(aim))
        aim_found(check, aim, DIAG_TARGET_NO_VALUE, NULL, NULL);
    if (!aim->indicator->unit && needs_unit(aim->indicator) && has_number(aim->target))
        aim_found(check, aim, DIAG_TARGET_NO_UNIT, NULL, NULL);
    if (!date_given(aim->target->date) && needs_date(aim->target))
        aim_found(check, aim, DIAG_TARGET_NO_DATE, NULL, NULL);
}

static void check_range(struct check *check, const struct aim *aim)
{
    const struct target *t = aim->target;
    bool in_range = t->aim == AIM_RANGE || aim->indicator->direction == DIRECTION_RANGE;
    if (t->min.given && t->max.given && t->min.value > t->max.value)
        aim_found(check, aim, DIAG_TARGET_RANGE_EMPTY, check_number(check, t->min, NULL),
                  check_number(check, t->max, NULL));
    else if (t->value.given && ((t->min.given && t->value.value < t->min.value) ||
                                (t->max.given && t->value.value > t->max.value)))
        aim_found(check, aim, DIAG_TARGET_OUTSIDE_RANGE, check_number(check, t->value, NULL), NULL);
    else if (in_range && t->value.given && !t->min.given && !t->max.given)
        aim_found(check, aim, DIAG_TARGET_NO_RANGE, NULL, NULL);
}

/* How far the baseline lies below a figure; less than 0: above it. */
static double below(const struct aim *aim, struct number written)
{
    return written.value - value_beside(aim->indicator, aim->baseline, written).value;
}

/* Rising or falling: the target must lie on that side of the baseline, and a limit
 * must be one that can be passed in that direction. */
static void check_side(struct check *check, const struct aim *aim)
{
    bool up = aim->indicator->direction == DIRECTION_UP;
    const struct target *t = aim->target;
    struct number goal = measure_goal(aim->indicator, t);
    struct number wrong_limit = up ? t->max : t->min;
    if (!goal.given && wrong_limit.given) {
        aim_found(check, aim, up ? DIAG_TARGET_CEILING : DIAG_TARGET_FLOOR,
                  check_number(check, wrong_limit, NULL), NULL);
        return;
    }
    if (!goal.given || !aim->baseline)
        return;
    double change = below(aim, goal);
    if (up ? change < 0 : change > 0)
        aim_found(check, aim, up ? DIAG_TARGET_BELOW : DIAG_TARGET_ABOVE,
                  check_number(check, goal, NULL),
                  value_text(check, aim->indicator, aim->baseline));
}

/* True if what is to be kept is not what there is, as near as was agreed. */
static bool is_not_kept(const struct aim *aim)
{
    const double nothing = 1e-9; /* what is left of 8.3 - 8.2 - 0.1 */
    const struct target *t = aim->target;
    double margin = t->margin.given ? fabs(t->margin.value) : 0;
    return (t->value.given && fabs(below(aim, t->value)) > margin + nothing) ||
           (t->min.given && below(aim, t->min) > nothing) ||
           (t->max.given && below(aim, t->max) < -nothing);
}

/* What is to be kept must say how exactly, and must be what there is. */
static void check_kept(struct check *check, const struct aim *aim)
{
    const struct target *t = aim->target;
    bool has_limits = t->min.given || t->max.given;
    if (!t->margin.given && !has_limits && measure_has_figures(aim->indicator))
        aim_found(check, aim, DIAG_TARGET_NO_MARGIN, NULL, NULL);
    if (aim->baseline && is_not_kept(aim))
        aim_found(check, aim, DIAG_TARGET_NOT_KEPT,
                  value_text(check, aim->indicator, aim->baseline), NULL);
}

/* A gap is to another place, and is to become narrower than it is. */
static void check_gap(struct check *check, const struct aim *aim)
{
    const struct target *t = aim->target;
    if (!t->against.node) {
        aim_found(check, aim, DIAG_TARGET_GAP_NOWHERE, NULL, NULL);
        return;
    }
    if (t->against.node == t->place.node) {
        aim_found(check, aim, DIAG_TARGET_GAP_SELF, check_title(t->place.node), NULL);
        return;
    }
    const struct baseline *here = measure_exactly(aim->baselines, t->place.node);
    const struct baseline *there = measure_exactly(aim->baselines, t->against.node);
    if (!t->value.given || !here || !there)
        return;
    struct number a = measure_value(aim->indicator, here);
    struct number b = measure_value(aim->indicator, there);
    struct number gap = {a.value - b.value, true,
                         a.decimals > b.decimals ? a.decimals : b.decimals};
    if (fabs(t->value.value) > fabs(gap.value) + 1e-9)
        aim_found(check, aim, DIAG_TARGET_GAP_WIDER, check_number(check, t->value, NULL),
                  check_number(check, gap, NULL));
}

static bool is_sided(const struct indicator *indicator)
{
    return indicator->direction == DIRECTION_UP || indicator->direction == DIRECTION_DOWN;
}

static void check_target(struct check *check, const struct aim *aim)
{
    check_complete(check, aim);
    switch (aim->target->aim) {
    case AIM_GAP:
        check_gap(check, aim);
        return;
    case AIM_DIRECTION:
        if (!is_sided(aim->indicator))
            aim_found(check, aim, DIAG_TARGET_NO_WAY, NULL, NULL);
        return;
    case AIM_MAINTAIN:
        check_kept(check, aim);
        return;
    default:
        check_range(check, aim);
        if (is_sided(aim->indicator))
            check_side(check, aim);
        if (aim->indicator->direction == DIRECTION_MAINTAIN)
            check_kept(check, aim);
    }
}

/* --- I04: milestones -------------------------------------------------------------------- */

/* What the targets for one place leave for its milestones. */
struct road {
    uint32_t place;      /* measure_place() */
    struct date end;     /* of the last target; not given: one has no date */
    bool undated;        /* one of them has no date */
    bool open;           /* one of them is no figure: only the date binds */
    struct number first; /* the smallest and */
    struct number last;  /* the largest figure that is wanted */
};

struct roads {
    struct road *items; /* by place */
    size_t count, capacity;
    const struct milestone **steps; /* by place and date */
    size_t steps_capacity;
};

static struct road road_of(const struct indicator *indicator, const struct target *target)
{
    struct number goal = measure_goal(indicator, target);
    bool kept = target->aim == AIM_MAINTAIN || indicator->direction == DIRECTION_MAINTAIN;
    return (struct road){.place = measure_place(target->place.node),
                         .end = date_last_day(target->date),
                         .undated = !date_given(target->date),
                         .open = !goal.given || kept,
                         .first = goal,
                         .last = goal};
}

static int by_place(const void *pa, const void *pb)
{
    const struct road *a = pa, *b = pb;
    return (a->place > b->place) - (a->place < b->place);
}

static void widen(struct road *road, const struct road *other)
{
    if (date_compare(other->end, road->end) > 0)
        road->end = other->end;
    road->undated = road->undated || other->undated;
    road->open = road->open || other->open;
    if (other->first.value < road->first.value)
        road->first = other->first;
    if (other->last.value > road->last.value)
        road->last = other->last;
}

static void collect_roads(struct roads *roads, const struct indicator *indicator,
                          struct arena *arena)
{
    const struct model_list *list = &indicator->targets;
    roads->items =
        arena_grow(arena, roads->items, &roads->capacity, list->count, sizeof *roads->items);
    for (size_t i = 0; i < list->count; i++)
        roads->items[i] = road_of(indicator, model_target(list->items[i]));
    qsort(roads->items, list->count, sizeof *roads->items, by_place);
    roads->count = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct road *last = roads->count ? &roads->items[roads->count - 1] : NULL;
        if (last && last->place == roads->items[i].place)
            widen(last, &roads->items[i]);
        else
            roads->items[roads->count++] = roads->items[i];
    }
}

static const struct road *find_road(const struct roads *roads, uint32_t place)
{
    size_t low = 0, high = roads->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (roads->items[middle].place < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low < roads->count && roads->items[low].place == place ? &roads->items[low] : NULL;
}

static int by_place_and_date(const void *pa, const void *pb)
{
    const struct milestone *a = *(const struct milestone *const *)pa;
    const struct milestone *b = *(const struct milestone *const *)pb;
    uint32_t place_a = measure_place(a->place.node), place_b = measure_place(b->place.node);
    if (place_a != place_b)
        return place_a < place_b ? -1 : 1;
    int order = date_compare(date_last_day(a->date), date_last_day(b->date));
    if (order)
        return order;
    return a->node.order < b->node.order ? -1 : 1;
}

static void collect_steps(struct roads *roads, const struct indicator *indicator,
                          struct arena *arena)
{
    const struct model_list *list = &indicator->milestones;
    roads->steps =
        arena_grow(arena, roads->steps, &roads->steps_capacity, list->count, sizeof *roads->steps);
    for (size_t i = 0; i < list->count; i++)
        roads->steps[i] = model_milestone(list->items[i]);
    qsort(roads->steps, list->count, sizeof *roads->steps, by_place_and_date);
}

static void step_found(struct check *check, const struct indicator *indicator, enum diag_id id,
                       const struct milestone *step, const char *third, const char *fourth)
{
    struct found *found = figure_found(check, indicator, id, &step->node);
    found->args[1] = check_number(check, step->value, NULL);
    found->args[2] = third;
    found->args[3] = fourth;
}

/* Where a road leads to: -1 down, 1 up, 0 not known. From the direction of the indicator, else
 * from where its baseline lies. */
static int way_of(const struct indicator *indicator, const struct road *road,
                  const struct number *begin)
{
    if (is_sided(indicator))
        return indicator->direction == DIRECTION_UP ? 1 : -1;
    if (!begin->given || indicator->direction != DIRECTION_UNKNOWN)
        return 0;
    return begin->value <= road->first.value ? 1 : begin->value >= road->last.value ? -1 : 0;
}

/* A milestone before the baseline, or past the target. True if it was reported. */
static bool check_step_value(struct check *check, const struct indicator *indicator,
                             const struct milestone *step, const struct road *road,
                             const struct number *begin, int way)
{
    const struct number *end = way > 0 ? &road->last : &road->first;
    bool before = begin->given && way * (step->value.value - begin->value) < 0;
    bool past = way * (step->value.value - end->value) > 0;
    if (!before && !past)
        return false;
    if (begin->given)
        step_found(check, indicator, DIAG_MILESTONE_OUTSIDE, step,
                   check_number(check, *begin, NULL), check_number(check, *end, NULL));
    else
        step_found(check, indicator, DIAG_MILESTONE_PAST, step, check_number(check, *end, NULL),
                   NULL);
    return true;
}

/* One milestone against its targets and the milestone before it (NULL: the first). */
static void check_step(struct check *check, const struct indicator *indicator,
                       const struct milestone *step, const struct milestone *before,
                       const struct road *road, const struct measure_baselines *baselines)
{
    if (!road->undated && date_compare(date_first_day(step->date), road->end) > 0)
        step_found(check, indicator, DIAG_MILESTONE_LATE, step, NULL, NULL);
    const struct baseline *baseline = measure_nearest(baselines, step->place.node);
    struct number begin = {0};
    if (baseline)
        begin = value_beside(indicator, baseline, step->value);
    int way = road->open ? 0 : way_of(indicator, road, &begin);
    if (!way || check_step_value(check, indicator, step, road, &begin, way) || !before)
        return;
    if (way * (step->value.value - before->value.value) < 0)
        step_found(check, indicator, DIAG_MILESTONE_BACK, step,
                   check_number(check, before->value, NULL), NULL);
}

static void check_milestones(struct check *check, const struct indicator *indicator,
                             struct roads *roads, const struct measure_baselines *baselines)
{
    collect_roads(roads, indicator, &check->arena);
    collect_steps(roads, indicator, &check->arena);
    for (size_t i = 0; i < indicator->milestones.count; i++) {
        const struct milestone *step = roads->steps[i], *before = i ? roads->steps[i - 1] : NULL;
        const struct road *road = find_road(roads, measure_place(step->place.node));
        if (!road)
            road = find_road(roads, 0);
        if (before && before->place.node != step->place.node)
            before = NULL;
        if (road)
            check_step(check, indicator, step, before, road, baselines);
    }
}

/* I04: a target that cannot be judged, or that wants the opposite of the indicator; and
 * milestones that are not on the way to it. */
void rule_target(struct check *check)
{
    struct measure_baselines baselines = {0};
    struct roads roads = {0};
    for (size_t i = 0; i < check->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(check->model->indicators.items[i]);
        if (!indicator->targets.count)
            continue;
        measure_collect(&baselines, indicator, &check->arena);
        for (size_t k = 0; k < indicator->targets.count; k++) {
            const struct target *target = model_target(indicator->targets.items[k]);
            const struct baseline *baseline = measure_nearest(&baselines, target->place.node);
            struct aim aim = {indicator, target, &baselines, baseline};
            check_target(check, &aim);
        }
        if (indicator->milestones.count)
            check_milestones(check, indicator, &roads, &baselines);
    }
}

/* --- I06: more, but how much? ------------------------------------------------------------- */

static bool has_digit(const char *text)
{
    return text[strcspn(text, "0123456789")];
}

/* "more than once" is a threshold and no wish. */
static bool goes_on_with_than(const struct words_list *than, const char *rest)
{
    struct words_hit hit;
    while (*rest == ' ')
        rest++;
    return words_match_at(than, rest, &hit);
}

/* The word that wants more without saying how much; NULL: none. */
static const char *find_wish(struct check *check, const struct model_node *node)
{
    struct words_hit hit;
    if (!node->title || !words_find(check_words(check, node, WORDS_WISHES), node->title, &hit))
        return NULL;
    if (has_digit(node->title) ||
        goes_on_with_than(check_words(check, node, WORDS_THAN), hit.at + hit.length))
        return NULL;
    return arena_copy(&check->arena, hit.at, hit.length);
}

static bool any_target(const struct model_list *indicators)
{
    for (size_t i = 0; i < indicators->count; i++)
        if (model_indicator(indicators->items[i])->targets.count)
            return true;
    return false;
}

/* Something was decided that hangs on it: of an activity by its status, else when targets have
 * begun to be set at all, or the programme is to be approved. */
static bool is_due(const struct check *check, const struct indicator *indicator, bool any)
{
    const struct model_node *parent = indicator->node.parent;
    if (parent->kind == MODEL_ACTIVITY)
        return check_is_decided(model_activity(parent));
    return parent->kind != MODEL_PROGRAMME && (any || check->options->strict);
}

/* I06: an indicator that wants more or better, and does not say when it is enough. */
void rule_threshold(struct check *check)
{
    const struct model_list *list = &check->model->indicators;
    bool any = any_target(list);
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        const struct model_node *node = &indicator->node;
        if (indicator->targets.count || indicator->role == INDICATOR_CONTEXT ||
            !measure_has_figures(indicator) || !is_due(check, indicator, any))
            continue;
        const char *wish = find_wish(check, node);
        if (wish)
            check_found(check, DIAG_NO_THRESHOLD, node, check_title(node), wish, NULL);
    }
}
