/* Blocks of arrows, arrows drawn twice and those that no longer count; see arrows.h.
 *
 * A block is found from either side: boxes that lead to exactly the same effects, or
 * effects that exactly the same boxes lead to. So one arrow more or less at one of the
 * boxes does not hide it. What only one box leads to is left aside beforehand. */
#include "check/arrows.h"

#include "base/fans.h"
#include "base/memory.h"

#include <stdlib.h>

enum {
    BLOCK_SOURCES = 3, /* boxes that lead to ... */
    BLOCK_TARGETS = 3, /* ... the same effects */
    PAIR_TARGETS = 4,  /* the same for two boxes */
    SHARED = 2,        /* boxes that must lead to an effect for it to be in a block */
};

enum arrow_state { SINGLE, IN_BLOCK, CHOSEN_IN_BLOCK, AGAIN, STOPPED };

/* A block as it is found, before it is known whether another one covers it. */
struct candidate {
    const size_t *from, *to;
    size_t from_count, to_count;
    const struct link **links; /* all from_count * to_count of them */
    size_t link_count;
};

struct finder {
    struct arrows *arrows;
    const struct chain *chain;
    struct arena *arena;
    struct fan_arrow *fans;    /* the arrows that may be in a block; turned round for the
                                  second search */
    const struct link **links; /* to each of them */
    size_t count;
    bool turned;
    struct candidate *candidates;
    size_t candidate_count, candidate_capacity;
};

/* --- single arrows ----------------------------------------------------------- */

static enum arrow_state state_of(const struct arrows *arrows, const struct link *link)
{
    return arrows->state ? (enum arrow_state)arrows->state[link->node.order] : SINGLE;
}

bool arrows_is_single(const struct arrows *arrows, const struct link *link)
{
    enum arrow_state state = state_of(arrows, link);
    return state == SINGLE || state == CHOSEN_IN_BLOCK;
}

static void set_state(struct arrows *arrows, const struct link *link, enum arrow_state state)
{
    arrows->state[link->node.order] = (unsigned char)state;
}

static bool is_stopped(const struct model_node *node)
{
    return node->kind == MODEL_ACTIVITY && model_activity(node)->status == ACTIVITY_STOPPED;
}

static void add_twice(struct finder *finder, const struct link *link, const struct link *first)
{
    struct arrows *arrows = finder->arrows;
    arrows->twice = arena_grow(finder->arena, arrows->twice, &arrows->twice_capacity,
                               arrows->twice_count + 1, sizeof *arrows->twice);
    arrows->twice[arrows->twice_count++] = (struct arrow_twice){link, first};
    set_state(arrows, link, AGAIN);
}

/* Marks the arrows that do not count, and counts the others by where they lead. */
static void sort_out(struct finder *finder, size_t *leading_to)
{
    const struct chain *chain = finder->chain;
    const struct link **first = mem_zalloc(chain->count + 1, sizeof *first);
    for (size_t from = 0; from < chain->count; from++) {
        bool stopped = is_stopped(chain->nodes[from]);
        for (size_t e = chain->forward.first[from]; e < chain->forward.first[from + 1]; e++) {
            const struct chain_edge *edge = &chain->forward.edges[e];
            if (stopped) {
                set_state(finder->arrows, edge->link, STOPPED);
            } else if (first[edge->to] && first[edge->to]->node.parent == chain->nodes[from]) {
                add_twice(finder, edge->link, first[edge->to]);
            } else {
                first[edge->to] = edge->link;
                leading_to[edge->to]++;
            }
        }
    }
    free(first);
}

/* --- candidates -------------------------------------------------------------- */

/* Collects the arrows that may be in a block. */
static void collect(struct finder *finder, const size_t *leading_to)
{
    const struct chain *chain = finder->chain;
    for (size_t from = 0; from < chain->count; from++) {
        size_t start = chain->forward.first[from], end = chain->forward.first[from + 1];
        if (end - start < BLOCK_TARGETS)
            continue;
        for (size_t e = start; e < end; e++) {
            const struct chain_edge *edge = &chain->forward.edges[e];
            if (state_of(finder->arrows, edge->link) != SINGLE || leading_to[edge->to] < SHARED)
                continue;
            finder->links[finder->count] = edge->link;
            finder->fans[finder->count++] =
                (struct fan_arrow){from, edge->to, (unsigned)chain->nodes[from]->kind};
        }
    }
}

static void turn_round(struct finder *finder)
{
    for (size_t i = 0; i < finder->count; i++) {
        struct fan_arrow *arrow = &finder->fans[i];
        *arrow = (struct fan_arrow){arrow->to, arrow->from, arrow->kind};
    }
    finder->turned = true;
}

static bool is_block(size_t sources, size_t targets)
{
    if (sources >= BLOCK_SOURCES)
        return targets >= BLOCK_TARGETS;
    return sources == SHARED && targets >= PAIR_TARGETS;
}

/* The nodes that the fans leave, and those that each of them leads to. */
static void list_ends(const struct finder *finder, const struct fan *fans, size_t count,
                      size_t *starts, size_t *ends)
{
    for (size_t i = 0; i < count; i++)
        starts[i] = fans[i].from;
    for (size_t i = 0; i < fans[0].count; i++)
        ends[i] = finder->fans[fans[0].arrows[i]].to;
}

static void add_candidate(void *self, const struct fan *fans, size_t count)
{
    struct finder *finder = self;
    size_t each = fans[0].count, sources = finder->turned ? each : count,
           targets = finder->turned ? count : each;
    if (!is_block(sources, targets))
        return;
    size_t *starts = arena_array(finder->arena, count, sizeof *starts);
    size_t *ends = arena_array(finder->arena, each, sizeof *ends);
    list_ends(finder, fans, count, starts, ends);
    finder->candidates = arena_grow(finder->arena, finder->candidates, &finder->candidate_capacity,
                                    finder->candidate_count + 1, sizeof *finder->candidates);
    struct candidate *candidate = &finder->candidates[finder->candidate_count++];
    *candidate = (struct candidate){
        .from = finder->turned ? ends : starts,
        .to = finder->turned ? starts : ends,
        .from_count = sources,
        .to_count = targets,
    };
    candidate->links = arena_array(finder->arena, sources * targets, sizeof *candidate->links);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < each; k++)
            candidate->links[candidate->link_count++] = finder->links[fans[i].arrows[k]];
}

/* The largest first; for those of one size, the first in the file. */
static int by_size(const void *pa, const void *pb)
{
    const struct candidate *a = pa, *b = pb;
    if (a->link_count != b->link_count)
        return a->link_count > b->link_count ? -1 : 1;
    if (a->from[0] != b->from[0])
        return a->from[0] < b->from[0] ? -1 : 1;
    if (a->to[0] != b->to[0])
        return a->to[0] < b->to[0] ? -1 : 1;
    return (a->from_count > b->from_count) - (a->from_count < b->from_count);
}

/* --- blocks ------------------------------------------------------------------ */

/* Marks the arrows of a block; returns how many of them are in no block yet. */
static size_t gather(struct arrows *arrows, const struct candidate *candidate)
{
    size_t fresh = 0;
    for (size_t i = 0; i < candidate->link_count; i++) {
        const struct link *link = candidate->links[i];
        if (state_of(arrows, link) != SINGLE)
            continue;
        set_state(arrows, link, link->key == YES ? CHOSEN_IN_BLOCK : IN_BLOCK);
        fresh++;
    }
    arrows->gathered += fresh;
    return fresh;
}

static void add_block(struct finder *finder, const struct candidate *candidate)
{
    struct arrows *arrows = finder->arrows;
    struct arrow_block block = {
        .from = candidate->from,
        .to = candidate->to,
        .from_count = candidate->from_count,
        .to_count = candidate->to_count,
        .first = candidate->links[0],
    };
    for (size_t i = 0; i < candidate->link_count; i++) {
        const struct link *link = candidate->links[i];
        if (link->node.order < block.first->node.order)
            block.first = link;
        block.chosen = block.chosen || link->key == YES;
    }
    arrows->blocks = arena_grow(finder->arena, arrows->blocks, &arrows->block_capacity,
                                arrows->block_count + 1, sizeof *arrows->blocks);
    arrows->blocks[arrows->block_count++] = block;
}

/* What is for the most part in a larger block already belongs to the same tangle. */
static void choose_blocks(struct finder *finder)
{
    if (finder->candidate_count)
        qsort(finder->candidates, finder->candidate_count, sizeof *finder->candidates, by_size);
    for (size_t i = 0; i < finder->candidate_count; i++) {
        const struct candidate *candidate = &finder->candidates[i];
        if (gather(finder->arrows, candidate) > candidate->link_count / 2)
            add_block(finder, candidate);
    }
}

void arrows_find(struct arrows *arrows, const struct chain *chain, const struct model *model,
                 struct arena *arena)
{
    const struct model_list *links = &model->links;
    *arrows = (struct arrows){0};
    if (!links->count)
        return;
    size_t orders = links->items[links->count - 1]->order + (size_t)1;
    arrows->state = arena_array(arena, orders, sizeof *arrows->state);
    struct finder finder = {.arrows = arrows, .chain = chain, .arena = arena};
    size_t *leading_to = mem_zalloc(chain->count + 1, sizeof *leading_to);
    sort_out(&finder, leading_to);
    finder.fans = mem_zalloc(links->count, sizeof *finder.fans);
    finder.links = mem_zalloc(links->count, sizeof *finder.links);
    collect(&finder, leading_to);
    free(leading_to);
    fans_find(finder.fans, finder.count, BLOCK_TARGETS, add_candidate, &finder);
    turn_round(&finder);
    fans_find(finder.fans, finder.count, SHARED, add_candidate, &finder);
    choose_blocks(&finder);
    free(finder.fans);
    free(finder.links);
}
