/* Which activities lead to which effects; see reach.h.
 *
 * Every effect has a bit for each row. A link hands all bits on at once, and links are gone
 * through in the order in which they run, so that one round does where there are no circles. */
#include "model/reach.h"

#include "base/memory.h"

#include <stdlib.h>

enum { WORD_BITS = 64 };

static const struct effect *target(const struct model_node *link)
{
    const struct model_node *to = model_link(link)->to.node;
    return to ? model_effect(to) : NULL;
}

/* --- order ------------------------------------------------------------------------ */

/* A walk into the depth: `order` is filled from its end, so that what a link leads to stands
 * behind what it comes from, but for one link of each circle. */
struct walk {
    const struct effect **stack, **order;
    uint32_t *next; /* per effect: the link to be followed next */
    bool *met;
    size_t depth, left;
};

static void enter(struct walk *walk, const struct effect *effect)
{
    walk->met[effect->position] = true;
    walk->stack[walk->depth++] = effect;
}

static void walk_from(struct walk *walk, const struct effect *start)
{
    enter(walk, start);
    while (walk->depth) {
        const struct effect *effect = walk->stack[walk->depth - 1];
        uint32_t link = walk->next[effect->position]++;
        if (link == effect->links.count) {
            walk->order[--walk->left] = effect;
            walk->depth--;
            continue;
        }
        const struct effect *to = target(effect->links.items[link]);
        if (to && !walk->met[to->position])
            enter(walk, to);
    }
}

/* All effects, each before those that it leads to as far as that can be; on the heap. */
static const struct effect **in_order(const struct model_list *effects)
{
    size_t count = effects->count;
    struct walk walk = {
        .stack = mem_zalloc(count + 1, sizeof *walk.stack),
        .order = mem_zalloc(count + 1, sizeof *walk.order),
        .next = mem_zalloc(count + 1, sizeof *walk.next),
        .met = mem_zalloc(count + 1, sizeof *walk.met),
        .left = count,
    };
    for (size_t i = 0; i < count; i++)
        if (!walk.met[i])
            walk_from(&walk, model_effect(effects->items[i]));
    free(walk.stack);
    free(walk.next);
    free(walk.met);
    return walk.order;
}

/* --- bits ------------------------------------------------------------------------- */

static void begin(const struct reach *reach, size_t row)
{
    const struct model_list *links = &reach->rows[row]->links;
    for (size_t i = 0; i < links->count; i++) {
        const struct effect *to = target(links->items[i]);
        if (to)
            reach->effects[to->position].bits[row / WORD_BITS] |= (uint64_t)1 << row % WORD_BITS;
    }
}

/* Returns true if the effects it leads to have got bits that they had not. */
static bool hand_on(const struct reach *reach, const struct effect *effect, size_t words)
{
    const uint64_t *bits = reach->effects[effect->position].bits;
    bool news = false;
    for (size_t i = 0; i < effect->links.count; i++) {
        const struct effect *to = target(effect->links.items[i]);
        uint64_t *others = to ? reach->effects[to->position].bits : NULL;
        for (size_t w = 0; others && w < words; w++) {
            news |= (bits[w] & ~others[w]) != 0;
            others[w] |= bits[w];
        }
    }
    return news;
}

static void spread(const struct reach *reach, const struct model *model)
{
    const struct effect **order = in_order(&model->effects);
    size_t words = reach->row_count / WORD_BITS + 1;
    for (bool news = true; news;) {
        news = false;
        for (size_t i = 0; i < reach->effect_count; i++)
            news |= hand_on(reach, order[i], words);
    }
    free(order);
}

static void count(struct reach *reach)
{
    for (size_t i = 0; i < reach->effect_count; i++) {
        struct reach_effect *effect = &reach->effects[i];
        for (size_t row = 0; row < reach->row_count; row++) {
            if (!reach_leads(effect, row))
                continue;
            if (!effect->count++)
                effect->first = row;
            effect->last = row;
        }
    }
}

/* --- the whole -------------------------------------------------------------------- */

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
        reach->effects[i].bits =
            arena_array(arena, reach->row_count / WORD_BITS + 1, sizeof *reach->effects[i].bits);
    }
    for (size_t row = 0; row < reach->row_count; row++)
        begin(reach, row);
    spread(reach, model);
    count(reach);
}

bool reach_leads(const struct reach_effect *effect, size_t row)
{
    return effect->bits[row / WORD_BITS] >> row % WORD_BITS & 1;
}
