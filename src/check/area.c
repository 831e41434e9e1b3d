/* I09: a figure about everybody in a place, for an effort that reaches few of them.
 *
 * An effect may show in the figure of a whole place only if what leads to it reaches enough of
 * those who are counted. What leads there is found by walking back along the links, for each
 * such effect anew, because what many ways lead to must count once. In a plan that people can
 * read this is nothing; the steps of all walks together have a bound, and past it the rule says
 * no more. What another effect contributes to has more ways to it than the links, so there the
 * rule says nothing. */
#include "check/rule.h"

enum {
    STEPS_MOST = 400000, /* nodes and links looked at */
    REACH_AT_LEAST = 10, /* of a hundred inhabitants */
    PERCENT = 100,
};

/* Walks against the links; made once for the rule. */
struct walk {
    const struct chain *chain;
    size_t *queue;
    uint32_t *seen; /* per node: the number of the walk that came by */
    uint32_t number;
    const bool *contributed; /* per node: another effect contributes to it */
    size_t steps;
};

/* Persons that the components of an activity are to reach; -1: one does not say. The same
 * person may come to two of them, so it is rather too many. */
static double reach_of(const struct activity *activity)
{
    double persons = 0;
    for (size_t i = 0; i < activity->components.count; i++) {
        const struct component *component = model_component(activity->components.items[i]);
        if (!component->reach.given)
            return -1;
        persons += component->reach.value;
    }
    return activity->components.count ? persons : -1;
}

/* What is only thought of, or was stopped, reaches nobody. */
static bool is_out(const struct activity *activity)
{
    return activity->status == ACTIVITY_IDEA || activity->status == ACTIVITY_STOPPED;
}

/* Adds what a node reaches; false where that is not known. */
static bool add_reach(const struct walk *walk, size_t node, double *persons)
{
    if (node >= walk->chain->activities)
        return !walk->contributed[node];
    const struct activity *activity = model_activity(walk->chain->nodes[node]);
    double reach = is_out(activity) ? 0 : reach_of(activity);
    if (reach < 0)
        return false;
    *persons += reach;
    return true;
}

/* Persons reached by all activities that lead to `node`; -1: not known, or at least `enough`,
 * or the steps are used up. */
static double reach_before(struct walk *walk, size_t node, double enough)
{
    const struct chain_edges *edges = &walk->chain->backward;
    size_t waiting = 0;
    double persons = 0;
    walk->number++;
    walk->seen[node] = walk->number;
    walk->queue[waiting++] = node;
    for (size_t done = 0; done < waiting; done++) {
        size_t at = walk->queue[done];
        walk->steps += 1 + edges->first[at + 1] - edges->first[at];
        if (walk->steps > STEPS_MOST || !add_reach(walk, at, &persons) || persons >= enough)
            return -1;
        for (size_t e = edges->first[at]; e < edges->first[at + 1]; e++) {
            size_t to = edges->edges[e].to;
            if (walk->seen[to] == walk->number)
                continue;
            walk->seen[to] = walk->number;
            walk->queue[waiting++] = to;
        }
    }
    return persons;
}

/* The effects of this model that others of it contribute to. */
static const bool *find_contributed(struct check *check)
{
    const struct model_list *effects = &check->model->effects;
    bool *contributed = arena_array(&check->arena, check->chain->count + 1, sizeof *contributed);
    for (size_t i = 0; i < effects->count; i++) {
        const struct model_refs *to = &model_effect(effects->items[i])->contributes;
        for (uint32_t k = 0; k < to->count; k++)
            if (to->items[k].node && chain_holds(check->chain, to->items[k].node))
                contributed[chain_index(check->chain, to->items[k].node)] = true;
    }
    return contributed;
}

/* --- how many there are -------------------------------------------------------------- */

/* Inhabitants of all places where the programme takes place, those within another such place
 * left out; 0: not known. */
static double population_of_all(const struct model *model)
{
    double persons = 0;
    for (size_t i = 0; i < model->places.count; i++) {
        const struct place *place = model_place(model->places.items[i]);
        const struct place *around = place->within.node ? model_place(place->within.node) : NULL;
        bool counts = place->role == PLACE_INTERVENTION || model->places.count == 1;
        if (!counts || (around && around->role == PLACE_INTERVENTION))
            continue;
        if (!place->population.given)
            return 0;
        persons += place->population.value;
    }
    return persons;
}

/* Those whom the effect is for, where each group says how many; 0: not known. */
static double size_of_groups(const struct effect *effect)
{
    double persons = 0;
    for (uint32_t i = 0; i < effect->target_groups.count; i++) {
        const struct target_group *group = model_target_group(effect->target_groups.items[i].node);
        if (!group->size.given)
            return 0;
        persons += group->size.value;
    }
    return persons;
}

static double population_of(const struct model_node *place)
{
    const struct place *known = place ? model_place(place) : NULL;
    return known && known->role != PLACE_COMPARISON && known->population.given
               ? known->population.value
               : 0;
}

/* The place that the figure is taken from, if its first target or baseline names one. */
static double population_named(const struct indicator *indicator)
{
    double persons = 0;
    if (indicator->targets.count)
        persons = population_of(model_target(indicator->targets.items[0])->place.node);
    if (persons <= 0 && indicator->baselines.count)
        persons = population_of(model_baseline(indicator->baselines.items[0])->place.node);
    return persons;
}

/* The effect that the indicator tells about; NULL: none. */
static const struct effect *effect_of(const struct indicator *indicator)
{
    if (indicator->node.parent->kind == MODEL_EFFECT)
        return model_effect(indicator->node.parent);
    for (uint32_t i = 0; i < indicator->measures.count; i++)
        if (indicator->measures.items[i].node->kind == MODEL_EFFECT)
            return model_effect(indicator->measures.items[i].node);
    return NULL;
}

/* Whom the figure counts: those who live there, or of them only those the effect is for, which
 * is how figures of an age are meant; 0: not known. */
static double counted_by(const struct indicator *indicator, const struct effect *effect,
                         double everywhere)
{
    double inhabitants = population_named(indicator), group = size_of_groups(effect);
    if (inhabitants <= 0)
        inhabitants = everywhere > 0 ? everywhere : group;
    return group > 0 && group < inhabitants ? group : inhabitants;
}

static void check_area(struct check *check, struct walk *walk, const struct indicator *indicator,
                       double everywhere)
{
    const struct effect *effect = effect_of(indicator);
    double persons = effect ? counted_by(indicator, effect, everywhere) : 0;
    if (persons <= 0)
        return;
    double enough = persons * REACH_AT_LEAST / PERCENT;
    double reach = reach_before(walk, chain_index(walk->chain, &effect->node), enough);
    if (reach <= 0)
        return;
    const struct model_node *node = &indicator->node;
    check_found(check, DIAG_AREA_TOO_LARGE, node, check_title(node),
                check_number(check, (struct number){reach, true, 0}, NULL),
                check_number(check, (struct number){persons, true, 0}, NULL), NULL);
}

/* I09: see the top. */
void rule_area(struct check *check)
{
    const struct model_list *list = &check->model->indicators;
    struct walk walk = {.chain = check->chain};
    double everywhere = population_of_all(check->model);
    walk.contributed = find_contributed(check);
    walk.queue = arena_array(&check->arena, walk.chain->count + 1, sizeof *walk.queue);
    walk.seen = arena_array(&check->arena, walk.chain->count + 1, sizeof *walk.seen);
    for (size_t i = 0; i < list->count && walk.steps <= STEPS_MOST; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (indicator->level == LEVEL_AREA && indicator->role != INDICATOR_CONTEXT)
            check_area(check, &walk, indicator, everywhere);
    }
}
