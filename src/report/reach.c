/* Which activities lead to which effects; see reach.h. */
#include "report/reach.h"

#include "base/memory.h"

#include <stdlib.h>

/* A walk from one activity along all links. */
struct walk {
    const struct effect **waiting;
    size_t *seen_from; /* per effect: row + 1 of the walk that met it last */
    size_t count;
};

static void meet(struct walk *walk, const struct model_list *links, size_t row)
{
    for (size_t i = 0; i < links->count; i++) {
        const struct effect *effect = model_effect(model_link(links->items[i])->to.node);
        if (walk->seen_from[effect->position] == row + 1)
            continue;
        walk->seen_from[effect->position] = row + 1;
        walk->waiting[walk->count++] = effect;
    }
}

static void note(struct reach_effect *effect, size_t row)
{
    if (!effect->count++)
        effect->first = row;
    effect->last = row;
    effect->bits[row / 8] |= (uint8_t)(1u << row % 8);
}

static void walk_from(struct reach *reach, struct walk *walk, size_t row)
{
    walk->count = 0;
    meet(walk, &reach->rows[row]->links, row);
    for (size_t done = 0; done < walk->count; done++) {
        const struct effect *effect = walk->waiting[done];
        note(&reach->effects[effect->position], row);
        meet(walk, &effect->links, row);
    }
}

static void add_rows(struct reach *reach, const struct model_list *activities)
{
    for (size_t i = 0; i < activities->count; i++)
        reach->rows[reach->row_count++] = model_activity(activities->items[i]);
}

void reach_find(struct reach *reach, const struct model *model, struct arena *arena)
{
    *reach = (struct reach){.effect_count = model->effects.count};
    reach->rows = arena_array(arena, model->activities.count + 1, sizeof *reach->rows);
    for (size_t i = 0; i < model->focus_areas.count; i++)
        add_rows(reach, &model_focus_area(model->focus_areas.items[i])->activities);
    add_rows(reach, &model->top_activities);
    reach->effects = arena_array(arena, reach->effect_count + 1, sizeof *reach->effects);
    for (size_t i = 0; i < reach->effect_count; i++) {
        reach->effects[i].effect = model_effect(model->effects.items[i]);
        reach->effects[i].bits = arena_alloc(arena, reach->row_count / 8 + 1);
    }
    struct walk walk = {
        .waiting = mem_zalloc(reach->effect_count + 1, sizeof *walk.waiting),
        .seen_from = mem_zalloc(reach->effect_count + 1, sizeof *walk.seen_from),
    };
    for (size_t row = 0; row < reach->row_count; row++)
        walk_from(reach, &walk, row);
    free(walk.waiting);
    free(walk.seen_from);
}

bool reach_leads(const struct reach_effect *effect, size_t row)
{
    return effect->bits[row / 8] & (1u << row % 8);
}
