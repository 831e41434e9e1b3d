/* Rules about what an answer is held against: how things were, or another place. */
#include "check/rule.h"

static const struct place *place_above(const struct place *place)
{
    return place->within.node ? model_place(place->within.node) : NULL;
}

static const struct place *first_comparison(const struct model *model)
{
    for (size_t i = 0; i < model->places.count; i++)
        if (model_place(model->places.items[i])->role == PLACE_COMPARISON)
            return model_place(model->places.items[i]);
    return NULL;
}

/* --- V01: something to hold the answer against ------------------------------------------ */

/* Held against how things were, or against another place. */
static bool can_be_compared(const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        if (target->aim == AIM_GAP || target->against.node)
            return true;
    }
    return indicator->baselines.count > 0;
}

static void mark(const struct chain *chain, bool *marked, const struct model_node *node)
{
    if (node->kind == MODEL_ACTIVITY || node->kind == MODEL_EFFECT)
        marked[chain_index(chain, node)] = true;
}

/* The activities and effects that have an indicator that can be compared. */
static const bool *find_comparable(struct check *check)
{
    const struct model_list *indicators = &check->model->indicators;
    bool *marked = arena_array(&check->arena, check->chain->count + 1, sizeof *marked);
    for (size_t i = 0; i < indicators->count; i++) {
        const struct indicator *indicator = model_indicator(indicators->items[i]);
        if (!can_be_compared(indicator))
            continue;
        mark(check->chain, marked, indicator->node.parent);
        for (size_t k = 0; k < indicator->measures.count; k++)
            mark(check->chain, marked, indicator->measures.items[k].node);
    }
    return marked;
}

static bool has_comparable(const struct check *check, const struct question *question,
                           const bool *comparable)
{
    for (size_t i = 0; i < question->indicators.count; i++)
        if (can_be_compared(model_indicator(question->indicators.items[i].node)))
            return true;
    for (size_t i = 0; !question->indicators.count && i < question->about.count; i++)
        if (comparable[chain_index(check->chain, check_subject(question->about.items[i].node))])
            return true;
    return false;
}

static enum design design_of(const struct check *check, const struct question *question)
{
    return question->design != DESIGN_UNKNOWN ? question->design : check->model->programme->design;
}

static bool is_compared(enum design design, const struct place *comparison)
{
    return design == DESIGN_CONTRIBUTION || design == DESIGN_TIME_SERIES ||
           (design == DESIGN_COMPARISON && comparison);
}

/* V01: a question about effect whose answer has nothing to be held against. */
void rule_effect_not_compared(struct check *check)
{
    const struct model_list *questions = &check->model->questions;
    const struct place *comparison = questions->count ? first_comparison(check->model) : NULL;
    const bool *comparable = NULL;
    for (size_t i = 0; i < questions->count; i++) {
        const struct question *question = model_question(questions->items[i]);
        if (question->type != QUESTION_EFFECT ||
            is_compared(design_of(check, question), comparison))
            continue;
        comparable = comparable ? comparable : find_comparable(check);
        if (has_comparable(check, question, comparable))
            continue;
        const struct model_node *node = &question->node;
        if (comparison)
            check_found(check, DIAG_EFFECT_COMPARISON_UNUSED, node, check_title(node),
                        check_title(&comparison->node), NULL);
        else
            check_found(check, DIAG_EFFECT_NOT_COMPARED, node, check_title(node), NULL);
    }
}

/* --- V04: a place to compare with ------------------------------------------------------------ */

/* What is known of each place, by its number. */
struct map {
    const struct model_list *places;
    const struct model_node **intervention_inside; /* one that lies in it; NULL: none */
    const struct model_node **activity_inside;     /* one that takes place there or in it */
    const struct place **around; /* the nearest one with the programme that it lies in; NULL */
    bool *is_known;              /* that it is looked up */
};

/* Tells all places that `place` lies in, and itself if asked, what lies in them. */
static void tell_above(const struct map *map, const struct model_node **inside,
                       const struct place *place, const struct model_node *what)
{
    for (; place; place = place_above(place)) {
        size_t i = check_index(map->places, &place->node);
        if (inside[i])
            return;
        inside[i] = what;
    }
}

static bool takes_place(const struct activity *activity)
{
    return activity->status != ACTIVITY_IDEA && activity->status != ACTIVITY_STOPPED;
}

static struct map draw_map(struct check *check)
{
    const struct model *model = check->model;
    size_t count = model->places.count;
    struct map map = {.places = &model->places};
    map.intervention_inside = arena_array(&check->arena, count, sizeof(struct model_node *));
    map.activity_inside = arena_array(&check->arena, count, sizeof(struct model_node *));
    map.around = arena_array(&check->arena, count, sizeof(struct place *));
    map.is_known = arena_array(&check->arena, count, sizeof *map.is_known);
    for (size_t i = 0; i < count; i++) {
        const struct place *place = model_place(model->places.items[i]);
        if (place->role == PLACE_INTERVENTION)
            tell_above(&map, map.intervention_inside, place_above(place), &place->node);
    }
    for (size_t i = 0; i < model->activities.count; i++) {
        const struct activity *activity = model_activity(model->activities.items[i]);
        for (size_t k = 0; takes_place(activity) && k < activity->places.count; k++)
            tell_above(&map, map.activity_inside, model_place(activity->places.items[k].node),
                       &activity->node);
    }
    return map;
}

/* The nearest place with the programme in it that this one lies in; NULL: none. What was
 * walked over is known from then on. */
static const struct place *intervention_around(const struct map *map, const struct place *place)
{
    const struct place *first = place_above(place), *end = first, *found = NULL;
    for (; end; end = place_above(end)) {
        size_t i = check_index(map->places, &end->node);
        if (end->role == PLACE_INTERVENTION)
            found = end;
        else if (map->is_known[i])
            found = map->around[i];
        if (found || map->is_known[i])
            break;
    }
    for (place = first; place != end; place = place_above(place)) {
        size_t i = check_index(map->places, &place->node);
        map->is_known[i] = true;
        map->around[i] = found;
    }
    return found;
}

static void check_comparison(struct check *check, const struct map *map, const struct place *place)
{
    const struct model_node *node = &place->node;
    const struct place *around = intervention_around(map, place);
    const struct model_node *inside = map->intervention_inside[check_index(map->places, node)];
    const struct model_node *activity = map->activity_inside[check_index(map->places, node)];
    if (around)
        check_found(check, DIAG_COMPARISON_WITHIN, node, check_title(node),
                    check_title(&around->node), NULL);
    else if (inside)
        check_found(check, DIAG_COMPARISON_HOLDS, node, check_title(node), check_title(inside),
                    NULL);
    else if (activity)
        check_found(check, DIAG_COMPARISON_ACTIVITY, node, check_title(node), check_title(activity),
                    NULL);
    else if (place->exposed == YES)
        check_found(check, DIAG_COMPARISON_EXPOSED, node, check_title(node), NULL);
}

/* V04: a comparison that the programme reaches as well. */
void rule_comparison_exposed(struct check *check)
{
    if (!first_comparison(check->model))
        return;
    struct map map = draw_map(check);
    for (size_t i = 0; i < map.places->count; i++) {
        const struct place *place = model_place(map.places->items[i]);
        if (place->role == PLACE_COMPARISON)
            check_comparison(check, &map, place);
    }
}
