/* Gathering blocks in which each node leads to all of the same nodes; see graph.h. */
#include "base/fans.h"
#include "base/memory.h"
#include "figure/graph.h"

#include <stdlib.h>

struct gathering {
    struct graph *graph;
    const char *title, *lang; /* of a hub */
    bool *gone;               /* links that a hub has replaced */
    size_t hubs;
};

/* The leftmost target of a fan. */
static size_t first_target(const struct graph *graph, const struct fan *fan)
{
    size_t first = graph->links[fan->arrows[0]].to;
    for (size_t i = 1; i < fan->count; i++) {
        size_t to = graph->links[fan->arrows[i]].to;
        if (graph_is_before(&graph->nodes[to], &graph->nodes[first]))
            first = to;
    }
    return first;
}

static bool all_before(const struct graph *graph, const struct fan *fans, size_t count,
                       size_t target)
{
    for (size_t i = 0; i < count; i++)
        if (!graph_is_before(&graph->nodes[fans[i].from], &graph->nodes[target]))
            return false;
    return true;
}

/* Adds the hub of `count` equal fans and marks their links as gone. */
static void add_hub(struct gathering *gathering, const struct fan *fans, size_t count,
                    size_t target)
{
    struct graph *graph = gathering->graph;
    const struct graph_link *first = &graph->links[fans[0].arrows[0]];
    struct graph_link drawn = {.stroke = first->stroke, .emphasis = first->emphasis};
    size_t hub = graph_add_node(graph, &(struct graph_node){
                                           .role = "hub",
                                           .title = gathering->title,
                                           .lang = gathering->lang,
                                           .hub = true,
                                           .emphasis = drawn.emphasis,
                                           .column = graph->nodes[target].column,
                                           .sub = graph->nodes[target].sub,
                                       });
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < fans[i].count; k++)
            gathering->gone[fans[i].arrows[k]] = true;
    drawn.to = hub;
    for (size_t i = 0; i < count; i++) {
        drawn.from = fans[i].from;
        graph_add_link(graph, &drawn);
    }
    drawn.from = hub;
    for (size_t k = 0; k < fans[0].count; k++) {
        drawn.to = graph->links[fans[0].arrows[k]].to;
        graph_add_link(graph, &drawn);
    }
    gathering->hubs++;
}

static void gather(void *self, const struct fan *fans, size_t count)
{
    struct gathering *gathering = self;
    const struct graph *graph = gathering->graph;
    if (count < GRAPH_BLOCK_LEAST || graph->links[fans[0].arrows[0]].stroke == &graph_join)
        return;
    size_t target = first_target(graph, &fans[0]);
    if (all_before(graph, fans, count, target))
        add_hub(gathering, fans, count, target);
}

static bool same_kind(const struct graph_link *a, const struct graph_link *b)
{
    return !a->mark.sign && a->stroke == b->stroke && a->emphasis == b->emphasis;
}

/* A number that links of one stroke and emphasis share; one of its own for a link with a mark.
 * Views have few strokes, so the first link that has the same is near the beginning. */
static unsigned kind_of(const struct graph *graph, size_t link)
{
    size_t first = 0;
    if (graph->links[link].mark.sign)
        return (unsigned)link;
    while (!same_kind(&graph->links[first], &graph->links[link]))
        first++;
    return (unsigned)first;
}

static void remove_links(struct graph *graph, const bool *gone, size_t looked_at)
{
    size_t kept = 0;
    for (size_t i = 0; i < graph->link_count; i++)
        if (i >= looked_at || !gone[i])
            graph->links[kept++] = graph->links[i];
    graph->link_count = kept;
}

size_t graph_gather_blocks(struct graph *graph, const char *title, const char *lang)
{
    size_t looked_at = graph->link_count;
    if (looked_at < GRAPH_BLOCK_LEAST * GRAPH_BLOCK_LEAST)
        return 0;
    struct gathering gathering = {.graph = graph, .title = title, .lang = lang};
    gathering.gone = mem_zalloc(looked_at, sizeof *gathering.gone);
    struct fan_arrow *arrows = mem_zalloc(looked_at, sizeof *arrows);
    for (size_t i = 0; i < looked_at; i++) {
        const struct graph_link *link = &graph->links[i];
        arrows[i] = (struct fan_arrow){link->from, link->to, kind_of(graph, i)};
    }
    fans_find(arrows, looked_at, GRAPH_BLOCK_LEAST, gather, &gathering);
    remove_links(graph, gathering.gone, looked_at);
    free(arrows);
    free(gathering.gone);
    return gathering.hubs;
}
