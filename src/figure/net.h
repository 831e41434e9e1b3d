/* The net: a graph as the layout sees it.
 *
 * Sub-columns and hubs become layers. Every link is cut into edges between neighbouring
 * layers; where it passes a layer it runs through a lane, a vertex without a box, so that it
 * has room there and never crosses a box.
 *
 * The net knows no left and no top: layers follow each other along the links, and vertices
 * stand beside each other across them. */
#ifndef FIGURE_NET_H
#define FIGURE_NET_H

#include "figure/graph.h"

#include <stdint.h>

struct net_layer {
    size_t column;         /* of the graph */
    bool hubs;             /* holds hubs and lanes only, and is narrow */
    uint32_t first, count; /* of net.order */
    /* Along, points: */
    double start, depth;  /* of its boxes */
    double before, after; /* beyond them, where links run level: frames and marks stand there */
    double gutter;        /* free room after that, where links swing */
};

/* A vertex: those below graph->node_count are the nodes, the others lanes. */
struct net_vertex {
    uint32_t layer, position; /* position: within the layer, from 0 */
    /* Across, points: */
    double breadth, middle;
    double lead, tail; /* room of a frame before and after it */
};

struct net_edge {
    uint32_t from, to; /* vertices of neighbouring layers */
};

struct net {
    struct arena arena;
    const struct graph *graph;
    struct net_layer *layers;
    uint32_t layer_count;
    struct net_vertex *vertices;
    uint32_t vertex_count;
    uint32_t *order; /* vertices, layer by layer */
    struct net_edge *edges;
    uint32_t edge_count;
    uint32_t *link_edges;      /* per link: its first edge; link_count + 1 entries */
    uint32_t *out_first, *out; /* per vertex: its neighbours in the next layer */
    uint32_t *in_first, *in;   /* and in the one before */
    size_t left_out;           /* links that do not run forwards, or are far too many */
};

/* Makes the net of a graph, in the graph's own order but with groups together. Release with net_release(). */
void net_init(struct net *net, const struct graph *graph);
void net_release(struct net *net);

/* True if the vertex is no box but a place where a link passes. */
bool net_is_lane(const struct net *net, uint32_t vertex);

/* The group of a vertex + 1; 0: none, as of every lane. */
size_t net_group(const struct net *net, uint32_t vertex);

/* One past the last position of those that follow position `at` of a layer in its group; of
 * what has no group, the next. */
uint32_t net_block_end(const struct net *net, const struct net_layer *layer, uint32_t at);

/* Brings the members of each group together where they are apart in their layer, at the mean
 * of their places. */
void net_gather_groups(struct net *net);

/* The positions of `count` vertices, sorted, into `into`. */
void net_positions(const struct net *net, const uint32_t *vertices, uint32_t count, uint32_t *into);

/* How many pairs of edges cross. */
uint64_t net_crossings(const struct net *net);

/* Takes over the positions of `order` (as net.order) into the vertices. */
void net_number(struct net *net);

#endif
