/* Horizons in order of time; see timeline.h. */
#include "check/timeline.h"

#include <stdbool.h>
#include <stdlib.h>

static bool all_dated(const struct model_list *horizons)
{
    for (size_t i = 0; i < horizons->count; i++)
        if (!model_horizon(horizons->items[i])->from.given)
            return false;
    return true;
}

static int by_start(const void *pa, const void *pb)
{
    const struct horizon *a = *(const struct horizon *const *)pa;
    const struct horizon *b = *(const struct horizon *const *)pb;
    if (a->from.value != b->from.value)
        return a->from.value < b->from.value ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

void timeline_build(struct timeline *line, const struct model *model, struct arena *arena)
{
    const struct model_list *all = &model->horizons;
    *line = (struct timeline){0};
    line->horizons = arena_array(arena, all->count + 1, sizeof *line->horizons);
    line->rank = arena_array(arena, all->count + 1, sizeof *line->rank);
    for (size_t i = 0; i < all->count; i++)
        if (model_horizon(all->items[i])->holds == HORIZON_EFFECTS)
            line->horizons[line->count++] = model_horizon(all->items[i]);
    if (line->count && all_dated(all))
        qsort(line->horizons, line->count, sizeof *line->horizons, by_start);
    for (size_t i = 0; i < line->count; i++)
        line->rank[line->horizons[i]->position] = i + 1;
}

long timeline_rank(const struct timeline *line, const struct model_node *node)
{
    if (node->kind == MODEL_ACTIVITY)
        return 0;
    const struct horizon *horizon = effect_horizon(model_effect(node));
    return horizon ? (long)line->rank[horizon->position] : -1;
}
