/* What lies between the layout and the module that asks Graphviz for an order.
 *
 * Graphviz is loaded only where it is asked: its libraries take longer to load than most
 * diagrams to draw. The module (src/order) shares nothing with the program but this. */
#ifndef FIGURE_ORDER_MODULE_H
#define FIGURE_ORDER_MODULE_H

#include <stdbool.h>
#include <stdint.h>

#define ORDER_MODULE "virkning-order.so" /* its file, where programs of ours lie */
#define ORDER_FUNCTION "virkning_order"  /* what it is asked by */

struct order_layer {
    uint32_t first, count; /* of the order */
};

struct order_edge {
    uint32_t from, to; /* vertices of neighbouring layers */
};

struct order_request {
    const struct order_layer *layers;
    uint32_t layer_count;
    const struct order_edge *edges;
    uint32_t edge_count;
    uint32_t *order; /* vertices, layer by layer: from the order they have to the one found */
    uint32_t vertex_count;
};

/* Orders as Graphviz's dot would; false where it failed, and the order is then as it was. Safe to
 * call from several threads: calls wait for each other. */
typedef bool order_function(const struct order_request *request);

#endif
