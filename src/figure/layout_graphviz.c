/* The order within columns by Graphviz, in a module that is loaded when it is asked; see
 * layout_graphviz.h. */
#include "figure/layout_graphviz.h"

#include "base/datadir.h"
#include "base/memory.h"
#include "figure/order_module.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/* What the module is asked by; NULL where it cannot be loaded. It stays loaded: Graphviz keeps
 * tables until the program ends. */
static order_function *find_function(void)
{
    char *path = datadir_find_program(ORDER_MODULE);
    void *module = path ? dlopen(path, RTLD_LAZY | RTLD_LOCAL) : NULL;
    void *symbol = module ? dlsym(module, ORDER_FUNCTION) : NULL;
    order_function *function;
    memcpy(&function, &symbol, sizeof function); /* as POSIX has it; ISO C has no cast */
    free(path);
    return function;
}

static struct order_layer *list_layers(const struct net *net)
{
    struct order_layer *layers = mem_zalloc((size_t)net->layer_count + 1, sizeof *layers);
    for (uint32_t l = 0; l < net->layer_count; l++)
        layers[l] = (struct order_layer){net->layers[l].first, net->layers[l].count};
    return layers;
}

static struct order_edge *list_edges(const struct net *net)
{
    struct order_edge *edges = mem_zalloc((size_t)net->edge_count + 1, sizeof *edges);
    for (uint32_t e = 0; e < net->edge_count; e++)
        edges[e] = (struct order_edge){net->edges[e].from, net->edges[e].to};
    return edges;
}

bool layout_order_graphviz(struct net *net)
{
    order_function *order = net->edge_count ? find_function() : NULL;
    if (!order)
        return false;
    struct order_layer *layers = list_layers(net);
    struct order_edge *edges = list_edges(net);
    const struct order_request request = {
        .layers = layers,
        .layer_count = net->layer_count,
        .edges = edges,
        .edge_count = net->edge_count,
        .order = net->order,
        .vertex_count = net->vertex_count,
    };
    bool done = order(&request);
    if (done)
        net_number(net);
    free(layers);
    free(edges);
    return done;
}
