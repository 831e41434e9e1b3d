/* The net; see net.h. */
#include "figure/net.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Edges in one net; links beyond that are left out. A page holds some hundreds. */
enum { NET_MOST_EDGES = 4000000 };

static size_t sub_count(const struct graph *graph)
{
    size_t count = 0;
    for (size_t c = 0; c < graph->column_count; c++)
        count += graph->columns[c].subs;
    return count;
}

/* Fills in the layers, and for each sub-column the layer of its boxes. */
static void make_layers(struct net *net, const size_t *first_sub, size_t subs, uint32_t *box_layer)
{
    const struct graph *graph = net->graph;
    bool *has_hub = mem_zalloc(subs, sizeof *has_hub);
    for (size_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].hub)
            has_hub[first_sub[graph->nodes[i].column] + graph->nodes[i].sub] = true;
    net->layers = arena_array(&net->arena, 2 * subs, sizeof *net->layers);
    for (size_t c = 0; c < graph->column_count; c++)
        for (size_t s = 0; s < graph->columns[c].subs; s++) {
            size_t sub = first_sub[c] + s;
            if (has_hub[sub])
                net->layers[net->layer_count++] = (struct net_layer){.column = c, .hubs = true};
            box_layer[sub] = net->layer_count;
            net->layers[net->layer_count++] = (struct net_layer){.column = c};
        }
    free(has_hub);
}

/* Returns the layer of each node, on the heap. */
static uint32_t *layers_of_nodes(struct net *net)
{
    const struct graph *graph = net->graph;
    size_t subs = sub_count(graph);
    size_t *first_sub = mem_zalloc(graph->column_count + 1, sizeof *first_sub);
    for (size_t c = 0; c < graph->column_count; c++)
        first_sub[c + 1] = first_sub[c] + graph->columns[c].subs;
    uint32_t *box_layer = mem_zalloc(subs + 1, sizeof *box_layer);
    make_layers(net, first_sub, subs, box_layer);
    uint32_t *layer = mem_zalloc(graph->node_count + 1, sizeof *layer);
    for (size_t i = 0; i < graph->node_count; i++) {
        const struct graph_node *node = &graph->nodes[i];
        layer[i] = box_layer[first_sub[node->column] + node->sub] - (node->hub ? 1 : 0);
    }
    free(box_layer);
    free(first_sub);
    return layer;
}

/* How many edges a link is cut into; 0: it is left out. */
static uint32_t span_of(const struct graph_link *link, const uint32_t *layer)
{
    return layer[link->to] > layer[link->from] ? layer[link->to] - layer[link->from] : 0;
}

/* Counts the edges per link into link_edges (as running sums). */
static void count_edges(struct net *net, const uint32_t *layer)
{
    const struct graph *graph = net->graph;
    net->link_edges = arena_array(&net->arena, graph->link_count + 1, sizeof *net->link_edges);
    for (size_t i = 0; i < graph->link_count; i++) {
        uint32_t span = span_of(&graph->links[i], layer);
        if (span > NET_MOST_EDGES - net->edge_count)
            span = 0;
        if (!span)
            net->left_out++;
        net->edge_count += span;
        net->link_edges[i + 1] = net->edge_count;
    }
}

static void cut_link(struct net *net, size_t index, const uint32_t *layer)
{
    const struct graph_link *link = &net->graph->links[index];
    uint32_t from = (uint32_t)link->from;
    uint32_t end = net->link_edges[index + 1];
    for (uint32_t e = net->link_edges[index]; e < end; e++) {
        uint32_t to = (uint32_t)link->to;
        if (e + 1 < end) {
            to = net->vertex_count++;
            net->vertices[to].layer = layer[link->from] + 1 + (e - net->link_edges[index]);
        }
        net->edges[e] = (struct net_edge){from, to};
        from = to;
    }
}

static void make_vertices(struct net *net, const uint32_t *layer)
{
    const struct graph *graph = net->graph;
    size_t most = graph->node_count + net->edge_count;
    net->vertices = arena_array(&net->arena, most, sizeof *net->vertices);
    net->edges = arena_array(&net->arena, net->edge_count, sizeof *net->edges);
    net->vertex_count = (uint32_t)graph->node_count;
    for (size_t i = 0; i < graph->node_count; i++)
        net->vertices[i].layer = layer[i];
    for (size_t i = 0; i < graph->link_count; i++)
        cut_link(net, i, layer);
}

static void make_order(struct net *net)
{
    net->order = arena_array(&net->arena, net->vertex_count, sizeof *net->order);
    for (uint32_t v = 0; v < net->vertex_count; v++)
        net->layers[net->vertices[v].layer].count++;
    uint32_t first = 0;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        net->layers[l].first = first;
        first += net->layers[l].count;
        net->layers[l].count = 0;
    }
    for (uint32_t v = 0; v < net->vertex_count; v++) {
        struct net_layer *layer = &net->layers[net->vertices[v].layer];
        net->order[layer->first + layer->count++] = v;
    }
    net_number(net);
}

/* Lists for each vertex what it is joined to on one side. */
static void list_neighbours(struct net *net, bool right, uint32_t **firsts, uint32_t **lists)
{
    uint32_t *first = arena_array(&net->arena, net->vertex_count + 2, sizeof *first);
    uint32_t *list = arena_array(&net->arena, net->edge_count, sizeof *list);
    for (uint32_t e = 0; e < net->edge_count; e++)
        first[(right ? net->edges[e].from : net->edges[e].to) + 2]++;
    for (uint32_t v = 0; v < net->vertex_count; v++)
        first[v + 2] += first[v + 1];
    for (uint32_t e = 0; e < net->edge_count; e++) {
        uint32_t at = right ? net->edges[e].from : net->edges[e].to;
        list[first[at + 1]++] = right ? net->edges[e].to : net->edges[e].from;
    }
    *firsts = first;
    *lists = list;
}

void net_init(struct net *net, const struct graph *graph)
{
    *net = (struct net){.graph = graph};
    arena_init(&net->arena);
    uint32_t *layer = layers_of_nodes(net);
    count_edges(net, layer);
    make_vertices(net, layer);
    free(layer);
    make_order(net);
    net_gather_groups(net);
    list_neighbours(net, true, &net->out_first, &net->out);
    list_neighbours(net, false, &net->in_first, &net->in);
}

void net_release(struct net *net)
{
    arena_release(&net->arena);
    *net = (struct net){0};
}

bool net_is_lane(const struct net *net, uint32_t vertex)
{
    return vertex >= net->graph->node_count;
}

size_t net_group(const struct net *net, uint32_t vertex)
{
    if (net_is_lane(net, vertex) || net->graph->nodes[vertex].hub)
        return 0;
    return net->graph->nodes[vertex].group;
}

uint32_t net_block_end(const struct net *net, const struct net_layer *layer, uint32_t at)
{
    const uint32_t *order = net->order + layer->first;
    size_t group = net_group(net, order[at]);
    for (at++; group && at < layer->count && net_group(net, order[at]) == group;)
        at++;
    return at;
}

/* A vertex on its way to its group. */
struct gathered {
    double key; /* mean position of the group; its own where it has none */
    size_t group;
    uint32_t vertex, position;
};

static int compare_gathered(const void *left, const void *right)
{
    const struct gathered *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return a->position < b->position ? -1 : a->position > b->position;
}

static void gather_layer(struct net *net, const struct net_layer *layer, struct gathered *items,
                         double *sums, uint32_t *counts)
{
    uint32_t *order = net->order + layer->first;
    for (uint32_t i = 0; i < layer->count; i++) {
        size_t group = net_group(net, order[i]);
        items[i] = (struct gathered){i, group, order[i], i};
        sums[group] += i;
        counts[group]++;
    }
    for (uint32_t i = 0; i < layer->count; i++)
        if (items[i].group)
            items[i].key = sums[items[i].group] / counts[items[i].group];
    qsort(items, layer->count, sizeof *items, compare_gathered);
    for (uint32_t i = 0; i < layer->count; i++) {
        order[i] = items[i].vertex;
        sums[items[i].group] = 0;
        counts[items[i].group] = 0;
    }
}

void net_gather_groups(struct net *net)
{
    size_t groups = net->graph->group_count + 1;
    if (groups > 1) {
        struct gathered *items = mem_zalloc((size_t)net->vertex_count + 1, sizeof *items);
        double *sums = mem_zalloc(groups, sizeof *sums);
        uint32_t *counts = mem_zalloc(groups, sizeof *counts);
        for (uint32_t l = 0; l < net->layer_count; l++)
            gather_layer(net, &net->layers[l], items, sums, counts);
        free(items);
        free(sums);
        free(counts);
    }
    net_number(net);
}

void net_number(struct net *net)
{
    for (uint32_t l = 0; l < net->layer_count; l++)
        for (uint32_t i = 0; i < net->layers[l].count; i++)
            net->vertices[net->order[net->layers[l].first + i]].position = i;
}

static int compare_positions(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

void net_positions(const struct net *net, const uint32_t *vertices, uint32_t count, uint32_t *into)
{
    bool sorted = true;
    for (uint32_t i = 0; i < count; i++) {
        into[i] = net->vertices[vertices[i]].position;
        sorted = sorted && (!i || into[i - 1] <= into[i]);
    }
    if (!sorted)
        qsort(into, count, sizeof *into, compare_positions);
}

/* Crossings between a layer and the next: for every edge, those before it that end
 * further down, counted with a Fenwick tree `seen` over the positions. */
static uint64_t crossings_after(const struct net *net, uint32_t l, uint32_t *seen, uint32_t *ends)
{
    const struct net_layer *left = &net->layers[l];
    uint32_t size = net->layers[l + 1].count;
    memset(seen, 0, (size + 1) * sizeof *seen);
    uint64_t crossings = 0, total = 0;
    for (uint32_t i = 0; i < left->count; i++) {
        uint32_t vertex = net->order[left->first + i];
        uint32_t count = net->out_first[vertex + 1] - net->out_first[vertex];
        net_positions(net, net->out + net->out_first[vertex], count, ends);
        for (uint32_t k = 0; k < count; k++) {
            uint64_t not_below = 0;
            for (uint32_t p = ends[k] + 1; p; p -= p & -p)
                not_below += seen[p];
            crossings += total - not_below;
        }
        for (uint32_t k = 0; k < count; k++, total++)
            for (uint32_t p = ends[k] + 1; p <= size; p += p & -p)
                seen[p]++;
    }
    return crossings;
}

uint64_t net_crossings(const struct net *net)
{
    uint32_t *seen = mem_zalloc((size_t)net->vertex_count + 2, sizeof *seen);
    uint32_t *ends = mem_zalloc((size_t)net->edge_count + 1, sizeof *ends);
    uint64_t crossings = 0;
    for (uint32_t l = 0; l + 1 < net->layer_count; l++)
        crossings += crossings_after(net, l, seen, ends);
    free(seen);
    free(ends);
    return crossings;
}
