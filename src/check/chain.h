/* Activities, effects and the links between them as a graph, built once for all rules.
 *
 * Nodes are numbered: the activities in document order, then the effects. Links
 * lead to effects only. Lives in the arena it is built in. */
#ifndef CHECK_CHAIN_H
#define CHECK_CHAIN_H

#include "base/arena.h"
#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>

struct chain_edge {
    size_t to;
    const struct link *link;
};

/* The edges that leave node i are edges[first[i]] up to edges[first[i + 1]]. */
struct chain_edges {
    size_t *first;
    struct chain_edge *edges;
};

struct chain {
    const struct model_node **nodes;
    size_t count;
    size_t activities;           /* the first so many nodes */
    struct chain_edges forward;  /* along the links */
    struct chain_edges backward; /* against them */
};

void chain_build(struct chain *chain, const struct model *model, struct arena *arena);

/* The number of an activity or effect. */
size_t chain_index(const struct chain *chain, const struct model_node *node);

/* True for an activity or effect of this model; references may lead into others. */
bool chain_holds(const struct chain *chain, const struct model_node *node);

/* Marks in `marked` (chain->count flags) all that can be reached from what is marked. On the
 * way forward, what an effect contributes to is reached with it. */
void chain_reach(const struct chain *chain, const struct chain_edges *edges, bool *marked);

/* Called with the nodes of a cycle in order and the link that closes it. */
typedef void chain_cycle_fn(void *self, const size_t *nodes, size_t count,
                            const struct link *closing);

/* Finds cycles, each with its path, at most `most` of them. */
void chain_find_cycles(const struct chain *chain, size_t most, chain_cycle_fn *found, void *self);

#endif
