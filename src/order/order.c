/* virkning-order.so: the order within columns by Graphviz; see figure/order_module.h.
 *
 * Each layer is a rank, held in place by a chain of anchors; nodes have no labels, so no fonts
 * are needed, and the layout ends after dot's second phase, the crossings, because places and
 * curves are the program's own. The layout is linked in as a built-in plugin: no configuration
 * file is read.
 *
 * Graphviz keeps state per process: the one static variable is the mutex that lets calls wait
 * for each other. */
#include "figure/order_module.h"

#include <gvc.h>
#include <gvplugin.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

extern gvplugin_library_t gvplugin_dot_layout_LTX_library;

static pthread_mutex_t layout_lock = PTHREAD_MUTEX_INITIALIZER;

/* Graphviz's remarks are not for our users: a failed layout has our own order instead. */
static int stay_silent(char *message)
{
    (void)message;
    return 0;
}

/* Graphviz takes names and values as `char *` and only reads them. */
static char *borrow(const char *text)
{
    union {
        const char *read_only;
        char *plain;
    } same = {text};
    return same.plain;
}

static void set_default(Agraph_t *graph, int kind, const char *name, const char *value)
{
    agattr(graph, kind, borrow(name), borrow(value));
}

static Agraph_t *empty_graph(void)
{
    Agraph_t *graph = agopen(borrow("net"), Agdirected, NULL);
    set_default(graph, AGRAPH, "nodesep", "0.1");
    set_default(graph, AGRAPH, "phase", "2");
    set_default(graph, AGRAPH, "rank", "");
    set_default(graph, AGNODE, "label", "");
    set_default(graph, AGNODE, "shape", "box");
    set_default(graph, AGNODE, "fixedsize", "true");
    set_default(graph, AGNODE, "width", "0.2");
    set_default(graph, AGNODE, "height", "0.2");
    return graph;
}

static Agnode_t *add_node(Agraph_t *rank, char kind, uint32_t number)
{
    char name[16];
    snprintf(name, sizeof name, "%c%lu", kind, (unsigned long)number);
    return agnode(rank, name, 1);
}

static void add_anchor(Agraph_t *graph, Agraph_t *rank, uint32_t layer, Agnode_t **before)
{
    Agnode_t *anchor = add_node(rank, 'a', layer);
    if (*before)
        agedge(graph, *before, anchor, NULL, 1);
    *before = anchor;
}

/* Fills the graph, and `nodes` by vertex. */
static void fill_graph(Agraph_t *graph, const struct order_request *request, Agnode_t **nodes)
{
    Agnode_t *anchor = NULL;
    for (uint32_t l = 0; l < request->layer_count; l++) {
        char name[16];
        snprintf(name, sizeof name, "r%lu", (unsigned long)l);
        Agraph_t *rank = agsubg(graph, name, 1);
        agset(rank, borrow("rank"), borrow("same"));
        add_anchor(graph, rank, l, &anchor);
        const uint32_t *order = request->order + request->layers[l].first;
        for (uint32_t i = 0; i < request->layers[l].count; i++)
            nodes[order[i]] = add_node(rank, 'v', order[i]);
    }
    for (uint32_t e = 0; e < request->edge_count; e++)
        agedge(graph, nodes[request->edges[e].from], nodes[request->edges[e].to], NULL, 1);
}

struct ranked {
    uint32_t vertex;
    int place;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

static void read_order(const struct order_request *request, Agnode_t **nodes, struct ranked *ranked)
{
    for (uint32_t l = 0; l < request->layer_count; l++) {
        uint32_t *order = request->order + request->layers[l].first;
        uint32_t count = request->layers[l].count;
        for (uint32_t i = 0; i < count; i++)
            ranked[i] = (struct ranked){order[i], ND_order(nodes[order[i]])};
        qsort(ranked, count, sizeof *ranked, compare_ranked);
        for (uint32_t i = 0; i < count; i++)
            order[i] = ranked[i].vertex;
    }
}

static bool order_with(const struct order_request *request, Agnode_t **nodes, struct ranked *ranked)
{
    lt_symlist_t builtins[] = {
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {NULL, NULL},
    };
    GVC_t *context = gvContextPlugins(builtins, 0);
    Agraph_t *graph = empty_graph();
    fill_graph(graph, request, nodes);
    bool done = gvLayout(context, graph, "dot") == 0;
    if (done) {
        read_order(request, nodes, ranked);
        gvFreeLayout(context, graph);
    }
    agclose(graph);
    gvFreeContext(context);
    return done;
}

/* Found by the name ORDER_FUNCTION. */
order_function virkning_order;

bool virkning_order(const struct order_request *request)
{
    Agnode_t **nodes = calloc(request->vertex_count + 1, sizeof(Agnode_t *));
    struct ranked *ranked = calloc(request->vertex_count + 1, sizeof *ranked);
    pthread_mutex_lock(&layout_lock);
    agusererrf old = agseterrf(stay_silent);
    bool done = nodes && ranked && order_with(request, nodes, ranked);
    agseterrf(old);
    pthread_mutex_unlock(&layout_lock);
    free(nodes);
    free(ranked);
    return done;
}
