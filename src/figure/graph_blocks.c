/* Finding blocks in which each node leads to all of the same nodes; see graph.h. */
#include "base/memory.h"
#include "figure/graph.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* All links of one kind that leave one node, by the nodes they lead to. */
struct fan {
    const size_t *links; /* indices of links, sorted by target */
    size_t count;
    size_t from;
    enum graph_link_kind kind;
    uint64_t hash; /* of kind and targets */
};

/* A link as it is sorted: by source, kind, target, then as it stood. */
struct sorted_link {
    const struct graph_link *link;
    size_t index;
};

static int order_of(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_links(const void *left, const void *right)
{
    const struct sorted_link *a = left, *b = right;
    int order = order_of(a->link->from, b->link->from);
    if (!order)
        order = order_of(a->link->kind, b->link->kind);
    if (!order)
        order = order_of(a->link->to, b->link->to);
    return order ? order : order_of(a->index, b->index);
}

static int compare_fans(const void *left, const void *right)
{
    const struct fan *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return order_of(a->from, b->from);
}

static bool same_targets(const struct graph *graph, const struct fan *a, const struct fan *b)
{
    if (a->kind != b->kind || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (graph->links[a->links[i]].to != graph->links[b->links[i]].to)
            return false;
    return true;
}

static bool is_before(const struct graph_node *a, const struct graph_node *b)
{
    return a->column != b->column ? a->column < b->column : a->sub < b->sub;
}

static void sort_links(const struct graph *graph, size_t *sorted)
{
    struct sorted_link *items = mem_zalloc(graph->link_count, sizeof *items);
    for (size_t i = 0; i < graph->link_count; i++)
        items[i] = (struct sorted_link){&graph->links[i], i};
    qsort(items, graph->link_count, sizeof *items, compare_links);
    for (size_t i = 0; i < graph->link_count; i++)
        sorted[i] = items[i].index;
    free(items);
}

/* Splits the sorted links into fans; leaves out small ones, joins, and those with
 * two links to one target. */
static size_t find_fans(const struct graph *graph, const size_t *sorted, struct fan *fans)
{
    size_t count = 0;
    for (size_t start = 0, end; start < graph->link_count; start = end) {
        const struct graph_link *first = &graph->links[sorted[start]];
        uint64_t hash = 1469598103934665603u ^ (uint64_t)first->kind;
        bool twice = false;
        for (end = start; end < graph->link_count; end++) {
            const struct graph_link *link = &graph->links[sorted[end]];
            if (link->from != first->from || link->kind != first->kind)
                break;
            if (end > start && link->to == graph->links[sorted[end - 1]].to)
                twice = true;
            hash = (hash ^ link->to) * 1099511628211u;
        }
        if (end - start >= GRAPH_BLOCK_LEAST && !twice && first->kind != GRAPH_JOIN)
            fans[count++] =
                (struct fan){sorted + start, end - start, first->from, first->kind, hash};
    }
    return count;
}

/* The leftmost target of a fan. */
static size_t first_target(const struct graph *graph, const struct fan *fan)
{
    size_t first = graph->links[fan->links[0]].to;
    for (size_t i = 1; i < fan->count; i++) {
        size_t to = graph->links[fan->links[i]].to;
        if (is_before(&graph->nodes[to], &graph->nodes[first]))
            first = to;
    }
    return first;
}

static bool all_before(const struct graph *graph, const struct fan *fans, size_t count,
                       size_t target)
{
    for (size_t i = 0; i < count; i++)
        if (!is_before(&graph->nodes[fans[i].from], &graph->nodes[target]))
            return false;
    return true;
}

/* Adds the hub of `count` equal fans and marks their links as gone. */
static void add_hub(struct graph *graph, const struct fan *fans, size_t count, size_t target,
                    const char *title, const char *lang, bool *gone)
{
    size_t hub = graph_add_node(graph, &(struct graph_node){
                                           .role = "hub",
                                           .title = title,
                                           .lang = lang,
                                           .hub = true,
                                           .column = graph->nodes[target].column,
                                           .sub = graph->nodes[target].sub,
                                       });
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < fans[i].count; k++)
            gone[fans[i].links[k]] = true;
    enum graph_link_kind kind = fans[0].kind;
    for (size_t i = 0; i < count; i++)
        graph_add_link(graph, &(struct graph_link){.kind = kind, .from = fans[i].from, .to = hub});
    for (size_t k = 0; k < fans[0].count; k++) {
        size_t to = graph->links[fans[0].links[k]].to;
        graph_add_link(graph, &(struct graph_link){.kind = kind, .from = hub, .to = to});
    }
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
    size_t looked_at = graph->link_count, hubs = 0;
    if (looked_at < GRAPH_BLOCK_LEAST * GRAPH_BLOCK_LEAST)
        return 0;
    size_t *sorted = mem_zalloc(looked_at, sizeof *sorted);
    struct fan *fans = mem_zalloc(looked_at, sizeof *fans);
    bool *gone = mem_zalloc(looked_at, sizeof *gone);
    sort_links(graph, sorted);
    size_t count = find_fans(graph, sorted, fans);
    qsort(fans, count, sizeof *fans, compare_fans);
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && same_targets(graph, &fans[start], &fans[end]);)
            end++;
        size_t target = first_target(graph, &fans[start]);
        if (end - start >= GRAPH_BLOCK_LEAST &&
            all_before(graph, fans + start, end - start, target)) {
            add_hub(graph, fans + start, end - start, target, title, lang, gone);
            hubs++;
        }
    }
    remove_links(graph, gone, looked_at);
    free(sorted);
    free(fans);
    free(gone);
    return hubs;
}
