/* Activities, effects and links as a graph; see chain.h. */
#include "check/chain.h"

#include "base/memory.h"

#include <stdlib.h>

size_t chain_index(const struct chain *chain, const struct model_node *node)
{
    if (node->kind == MODEL_ACTIVITY)
        return model_activity(node)->position;
    return chain->activities + model_effect(node)->position;
}

bool chain_holds(const struct chain *chain, const struct model_node *node)
{
    if (node->kind != MODEL_ACTIVITY && node->kind != MODEL_EFFECT)
        return false;
    size_t index = chain_index(chain, node);
    return index < chain->count && chain->nodes[index] == node;
}

static void add_nodes(struct chain *chain, const struct model_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        chain->nodes[chain_index(chain, list->items[i])] = list->items[i];
}

/* Counting sort of the links by the node they leave. */
static void build_edges(struct chain_edges *edges, const struct chain *chain,
                        const struct model_list *links, bool backward, struct arena *arena)
{
    edges->first = arena_array(arena, chain->count + 2, sizeof *edges->first);
    edges->edges = arena_array(arena, links->count, sizeof *edges->edges);
    size_t *next = edges->first + 1; /* becomes `first` while it is filled */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < links->count; i++) {
            const struct link *link = model_link(links->items[i]);
            size_t from = chain_index(chain, link->node.parent);
            size_t to = chain_index(chain, link->to.node);
            size_t leaves = backward ? to : from, arrives = backward ? from : to;
            if (pass == 0)
                next[leaves + 1]++;
            else
                edges->edges[next[leaves]++] = (struct chain_edge){arrives, link};
        }
        for (size_t i = 0; pass == 0 && i < chain->count; i++)
            next[i + 1] += next[i];
    }
}

void chain_build(struct chain *chain, const struct model *model, struct arena *arena)
{
    *chain = (struct chain){.activities = model->activities.count};
    chain->count = model->activities.count + model->effects.count;
    chain->nodes = arena_array(arena, chain->count, sizeof *chain->nodes);
    add_nodes(chain, &model->activities);
    add_nodes(chain, &model->effects);
    build_edges(&chain->forward, chain, &model->links, false, arena);
    build_edges(&chain->backward, chain, &model->links, true, arena);
}

/* A walk over what can be reached, in the order of arrival. */
struct walk {
    const struct chain *chain;
    bool *marked;
    size_t *queue, waiting;
};

static void arrive(struct walk *walk, size_t node)
{
    if (walk->marked[node])
        return;
    walk->marked[node] = true;
    walk->queue[walk->waiting++] = node;
}

static void contribute(struct walk *walk, const struct effect *effect)
{
    for (size_t i = 0; i < effect->contributes.count; i++) {
        const struct model_node *to = effect->contributes.items[i].node;
        if (to && chain_holds(walk->chain, to))
            arrive(walk, chain_index(walk->chain, to));
    }
}

void chain_reach(const struct chain *chain, const struct chain_edges *edges, bool *marked)
{
    struct walk walk = {.chain = chain, .marked = marked};
    walk.queue = mem_zalloc(chain->count + 1, sizeof *walk.queue);
    for (size_t i = 0; i < chain->count; i++)
        if (marked[i])
            walk.queue[walk.waiting++] = i;
    for (size_t done = 0; done < walk.waiting; done++) {
        size_t node = walk.queue[done];
        for (size_t e = edges->first[node]; e < edges->first[node + 1]; e++)
            arrive(&walk, edges->edges[e].to);
        if (edges == &chain->forward && node >= chain->activities)
            contribute(&walk, model_effect(chain->nodes[node]));
    }
    free(walk.queue);
}

/* Depth-first search with a stack of its own: a chain may be long. */
struct search {
    const struct chain *chain;
    size_t *path;  /* nodes from the root to where the search stands */
    size_t *next;  /* per node of the path: its next edge */
    size_t *place; /* per node: its place in the path + 1; 0: not in it */
    bool *finished;
    size_t depth;
};

static void enter(struct search *search, size_t node)
{
    search->path[search->depth] = node;
    search->next[search->depth] = search->chain->forward.first[node];
    search->place[node] = ++search->depth;
}

static void leave(struct search *search)
{
    size_t node = search->path[--search->depth];
    search->place[node] = 0;
    search->finished[node] = true;
}

/* Searches from `root`; returns how many cycles may still be found. */
static size_t search_from(struct search *search, size_t root, size_t most, chain_cycle_fn *found,
                          void *self)
{
    const struct chain_edges *edges = &search->chain->forward;
    enter(search, root);
    while (search->depth && most) {
        size_t top = search->depth - 1, node = search->path[top];
        if (search->next[top] == edges->first[node + 1]) {
            leave(search);
            continue;
        }
        const struct chain_edge *edge = &edges->edges[search->next[top]++];
        size_t place = search->place[edge->to];
        if (place) {
            found(self, search->path + place - 1, search->depth - place + 1, edge->link);
            most--;
        } else if (!search->finished[edge->to]) {
            enter(search, edge->to);
        }
    }
    return most;
}

void chain_find_cycles(const struct chain *chain, size_t most, chain_cycle_fn *found, void *self)
{
    struct search search = {.chain = chain};
    search.path = mem_zalloc(chain->count + 1, sizeof *search.path);
    search.next = mem_zalloc(chain->count + 1, sizeof *search.next);
    search.place = mem_zalloc(chain->count + 1, sizeof *search.place);
    search.finished = mem_zalloc(chain->count + 1, sizeof *search.finished);
    for (size_t i = 0; i < chain->count && most; i++)
        if (!search.finished[i])
            most = search_from(&search, i, most, found, self);
    free(search.path);
    free(search.next);
    free(search.place);
    free(search.finished);
}
