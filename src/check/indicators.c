/* Rules about indicators: will one be able to see whether it works? */
#include "check/placeholders.h"
#include "check/rule.h"

/* --- what is measured ---------------------------------------------------------- */

/* Which activities, effects, goals and themes an indicator that stands elsewhere points at: a
 * flag for each, by its order in the file. */
static const bool *find_pointed(struct check *check)
{
    const struct model *model = check->model;
    const struct model_list *lists[] = {&model->activities, &model->effects, &model->goals,
                                        &model->themes};
    bool *pointed = check_flags(check, lists, sizeof lists / sizeof *lists);
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct model_refs *refs = &model_indicator(model->indicators.items[i])->measures;
        for (uint32_t k = 0; k < refs->count; k++)
            pointed[refs->items[k].node->order] = true;
    }
    return pointed;
}

/* --- I01: something to look for ------------------------------------------------ */

/* Nothing measures what stands there, and it is more than the text of a template. */
static bool is_bare(const struct model_node *node, const struct model_list *indicators,
                    const bool *pointed)
{
    return !indicators->count && !pointed[node->order] && !placeholder_is(node->title);
}

static void check_activities(struct check *check, const bool *pointed)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (!check_is_decided(activity) ||
            !is_bare(&activity->node, &activity->indicators, pointed))
            continue;
        enum diag_id id = check_has_begun(activity) ? DIAG_RUNNING_NO_SIGN : DIAG_ACTIVITY_NO_SIGN;
        check_found(check, id, &activity->node, check_title(&activity->node), NULL);
    }
}

static void goal_found(struct check *check, const struct model_node *node,
                       const struct model_node *horizon)
{
    struct found *found = check_found(check, DIAG_GOAL_NO_INDICATOR, node, check_title(node), NULL);
    found->group = horizon ? horizon : &check->model->programme->node;
}

static void check_effects(struct check *check, const bool *pointed)
{
    const struct model_list *list = &check->model->effects;
    for (size_t i = 0; i < list->count; i++) {
        const struct effect *effect = model_effect(list->items[i]);
        bool is_goal = effect->kind == EFFECT_GOAL || effect->kind == EFFECT_SUB_GOAL;
        if (is_goal && is_bare(&effect->node, &effect->indicators, pointed))
            goal_found(check, &effect->node, effect->horizon.node);
    }
}

/* A goal beside the chain counts through its themes: they are asked one by one. */
static void check_goals(struct check *check, const bool *pointed)
{
    const struct model *model = check->model;
    for (size_t i = 0; i < model->goals.count; i++) {
        const struct goal *goal = model_goal(model->goals.items[i]);
        if (!goal->themes.count && is_bare(&goal->node, &goal->indicators, pointed))
            goal_found(check, &goal->node, NULL);
    }
    for (size_t i = 0; i < model->themes.count; i++) {
        const struct theme *theme = model_theme(model->themes.items[i]);
        if (is_bare(&theme->node, &theme->indicators, pointed))
            check_found(check, DIAG_THEME_NO_INDICATOR, &theme->node, check_title(&theme->node),
                        NULL);
    }
}

/* I01: an activity that was decided, a sub-goal, a goal or a theme without an indicator. */
void rule_no_indicator(struct check *check)
{
    const bool *pointed = find_pointed(check);
    check_activities(check, pointed);
    check_effects(check, pointed);
    check_goals(check, pointed);
}

/* --- I02: of whom -------------------------------------------------------------- */

static const char *target_text(struct check *check, const struct indicator *indicator)
{
    const char *unit = indicator->unit ? indicator->unit : "%";
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        if (target->value.given && target->aim != AIM_GAP)
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

/* --- I03: more than what is delivered ------------------------------------------ */

/* What kinds of indicators tell about an effect. */
enum { DELIVERS = 1, CHANGES = 2 };

static unsigned char told_by(const struct indicator *indicator)
{
    switch (indicator->role) {
    case INDICATOR_PROCESS:
    case INDICATOR_OUTPUT:
        return DELIVERS;
    case INDICATOR_CONTEXT:
        return 0;
    default:
        return CHANGES;
    }
}

static void tell(unsigned char *told, const struct model_node *node, unsigned char by)
{
    if (node->kind == MODEL_EFFECT)
        told[model_effect(node)->position] |= by;
}

/* I03: an effect that is followed only by what is done and delivered. */
void rule_only_outputs(struct check *check)
{
    const struct model *model = check->model;
    unsigned char *told = arena_array(&check->arena, model->effects.count + 1, sizeof *told);
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(model->indicators.items[i]);
        unsigned char by = told_by(indicator);
        tell(told, indicator->node.parent, by);
        for (uint32_t k = 0; k < indicator->measures.count; k++)
            tell(told, indicator->measures.items[k].node, by);
    }
    for (size_t i = 0; i < model->effects.count; i++) {
        const struct effect *effect = model_effect(model->effects.items[i]);
        const struct model_node *node = &effect->node;
        if (told[i] != DELIVERS)
            continue;
        if (effect->who)
            check_found(check, DIAG_ONLY_OUTPUTS_WHO, node, check_title(node), effect->who, NULL);
        else
            check_found(check, DIAG_ONLY_OUTPUTS, node, check_title(node), NULL);
    }
}
