/* Rules about indicators: will one be able to see whether it works? */
#include "base/buf.h"
#include "check/rule.h"

/* --- I01: something to look for ------------------------------------------------ */

static void check_activities(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (!check_is_decided(activity) || activity->indicators.count)
            continue;
        enum diag_id id = check_has_begun(activity) ? DIAG_RUNNING_NO_SIGN : DIAG_ACTIVITY_NO_SIGN;
        check_found(check, id, &activity->node, check_title(&activity->node), NULL);
    }
}

static void check_goals(struct check *check)
{
    const struct model_list *list = &check->model->effects;
    for (size_t i = 0; i < list->count; i++) {
        const struct effect *effect = model_effect(list->items[i]);
        bool is_goal = effect->kind == EFFECT_GOAL || effect->kind == EFFECT_SUB_GOAL;
        if (!is_goal || effect->indicators.count)
            continue;
        struct found *found = check_found(check, DIAG_GOAL_NO_INDICATOR, &effect->node,
                                          check_title(&effect->node), NULL);
        found->group = effect->horizon.node ? effect->horizon.node : &check->model->programme->node;
    }
}

/* I01: an activity that was decided, a sub-goal or a goal without an indicator. */
void rule_no_indicator(struct check *check)
{
    check_activities(check);
    check_goals(check);
}

/* --- I02: of whom -------------------------------------------------------------- */

static const char *target_text(struct check *check, const struct indicator *indicator)
{
    const char *unit = indicator->unit ? indicator->unit : "%";
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        if (target->value.given)
            return check_number(check, target->value, unit);
    }
    return NULL;
}

static void check_proportion(struct check *check, const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    const char *target = target_text(check, indicator);
    if (indicator->numerator)
        check_found(check, DIAG_PROPORTION_HALF, node, check_title(node), "denominator", NULL);
    else if (indicator->denominator)
        check_found(check, DIAG_PROPORTION_HALF, node, check_title(node), "numerator", NULL);
    else if (target)
        check_found(check, DIAG_PROPORTION_TARGET_OF_WHOM, node, target, NULL);
    else
        check_found(check, DIAG_PROPORTION_OF_WHOM, node, check_title(node), NULL);
}

/* I02: a proportion that two people would calculate differently. */
void rule_proportion(struct check *check)
{
    for (size_t i = 0; i < check->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(check->model->indicators.items[i]);
        if (indicator->type == INDICATOR_PROPORTION &&
            (!indicator->numerator || !indicator->denominator))
            check_proportion(check, indicator);
    }
}

/* --- I04: targets -------------------------------------------------------------- */

/* A target with its indicator and the baseline it is to be compared with. */
struct aim {
    const struct indicator *indicator;
    const struct target *target;
    const struct baseline *baseline; /* with a value; NULL: none */
};

static bool later(struct date a, struct date b)
{
    return date_given(a) &&
           (!date_given(b) || date_compare(date_last_day(a), date_last_day(b)) > 0);
}

/* How well a baseline can be held against a target: one of the same place best, then one
 * without place, which counts for all, or the only one where the target names no place. */
enum nearness { INCOMPARABLE, COMPARABLE, SAME_PLACE };

static enum nearness nearness_of(const struct indicator *indicator, const struct baseline *baseline,
                                 const struct target *target)
{
    if (!baseline->value.given)
        return INCOMPARABLE;
    if (baseline->place.node == target->place.node)
        return SAME_PLACE;
    bool only = !target->place.node && indicator->baselines.count == 1;
    return !baseline->place.node || only ? COMPARABLE : INCOMPARABLE;
}

/* The nearest baseline, and the latest of those. */
static const struct baseline *find_baseline(const struct indicator *indicator,
                                            const struct target *target)
{
    const struct baseline *best = NULL;
    enum nearness nearest = COMPARABLE;
    for (size_t i = 0; i < indicator->baselines.count; i++) {
        const struct baseline *baseline = model_baseline(indicator->baselines.items[i]);
        enum nearness nearness = nearness_of(indicator, baseline, target);
        bool better = nearness > nearest || !best || later(baseline->date, best->date);
        if (nearness < nearest || !better)
            continue;
        best = baseline;
        nearest = nearness;
    }
    return best;
}

static bool has_number(const struct target *target)
{
    return target->value.given || target->min.given || target->max.given;
}

static bool needs_unit(const struct indicator *indicator)
{
    return indicator->type != INDICATOR_QUALITATIVE && indicator->type != INDICATOR_YES_NO;
}

static void aim_found(struct check *check, const struct aim *aim, enum diag_id id,
                      const char *second, const char *third)
{
    const struct model_node *indicator = &aim->indicator->node;
    struct found *found =
        check_found(check, id, &aim->target->node, check_title(indicator), second, third, NULL);
    found->at = model_at(check->model, &aim->target->node);
    found->label = check_label(indicator);
}

static void check_complete(struct check *check, const struct aim *aim)
{
    if (!aim->indicator->unit && needs_unit(aim->indicator) && has_number(aim->target))
        aim_found(check, aim, DIAG_TARGET_NO_UNIT, NULL, NULL);
    if (!date_given(aim->target->date))
        aim_found(check, aim, DIAG_TARGET_NO_DATE, NULL, NULL);
}

static void check_range(struct check *check, const struct aim *aim)
{
    const struct target *t = aim->target;
    if (t->min.given && t->max.given && t->min.value > t->max.value)
        aim_found(check, aim, DIAG_TARGET_RANGE_EMPTY, check_number(check, t->min, NULL),
                  check_number(check, t->max, NULL));
    else if (t->value.given && ((t->min.given && t->value.value < t->min.value) ||
                                (t->max.given && t->value.value > t->max.value)))
        aim_found(check, aim, DIAG_TARGET_OUTSIDE_RANGE, check_number(check, t->value, NULL), NULL);
    else if (aim->indicator->direction == DIRECTION_RANGE && t->value.given && !t->min.given &&
             !t->max.given)
        aim_found(check, aim, DIAG_TARGET_NO_RANGE, NULL, NULL);
}

/* Rising or falling: the target must lie on that side of the baseline, and a limit
 * must be one that can be passed in that direction. */
static void check_side(struct check *check, const struct aim *aim)
{
    bool up = aim->indicator->direction == DIRECTION_UP;
    const struct target *t = aim->target;
    struct number goal = t->value.given ? t->value : up ? t->min : t->max;
    struct number wrong_limit = up ? t->max : t->min;
    if (!goal.given && wrong_limit.given) {
        aim_found(check, aim, up ? DIAG_TARGET_CEILING : DIAG_TARGET_FLOOR,
                  check_number(check, wrong_limit, NULL), NULL);
        return;
    }
    if (!goal.given || !aim->baseline)
        return;
    double change = goal.value - aim->baseline->value.value;
    if (up ? change < 0 : change > 0)
        aim_found(check, aim, up ? DIAG_TARGET_BELOW : DIAG_TARGET_ABOVE,
                  check_number(check, goal, NULL), check_number(check, aim->baseline->value, NULL));
}

/* What is to be kept must be what there is. */
static void check_kept(struct check *check, const struct aim *aim)
{
    const struct target *t = aim->target;
    if (!aim->baseline)
        return;
    double now = aim->baseline->value.value;
    bool differs = (t->value.given && t->value.value != now) ||
                   (t->min.given && now < t->min.value) || (t->max.given && now > t->max.value);
    if (differs)
        aim_found(check, aim, DIAG_TARGET_NOT_KEPT, check_number(check, aim->baseline->value, NULL),
                  NULL);
}

static void check_target(struct check *check, const struct aim *aim)
{
    check_complete(check, aim);
    check_range(check, aim);
    if (aim->indicator->direction == DIRECTION_UP || aim->indicator->direction == DIRECTION_DOWN)
        check_side(check, aim);
    if (aim->indicator->direction == DIRECTION_MAINTAIN)
        check_kept(check, aim);
}

/* I04: a target that cannot be judged, or that wants the opposite of the indicator. */
void rule_target(struct check *check)
{
    for (size_t i = 0; i < check->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(check->model->indicators.items[i]);
        for (size_t k = 0; k < indicator->targets.count; k++) {
            const struct target *target = model_target(indicator->targets.items[k]);
            struct aim aim = {indicator, target, find_baseline(indicator, target)};
            check_target(check, &aim);
        }
    }
}
