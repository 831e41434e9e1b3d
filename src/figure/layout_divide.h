/* Dividing a graph: which box stands on which page.
 *
 * A page grows from the first box that has none, in the author's order, by whatever is most of
 * all joined to what is there already, until one of its layers is full. So what belongs
 * together comes to stand together. How much room a page really needs is asked of the caller,
 * a few times for each page; between the questions it is estimated. */
#ifndef FIGURE_LAYOUT_DIVIDE_H
#define FIGURE_LAYOUT_DIVIDE_H

#include "figure/graph.h"

#include <stdint.h>

#define DIVIDE_NO_PAGE UINT32_MAX

/* One box, seen from another one. */
struct divide_near {
    uint32_t node;
    float weight;
    bool onward; /* the link leads there, rather than comes from there */
};

struct divide {
    const struct graph *graph;
    /* set by the caller: */
    uint32_t *layer_of; /* per node: its sub-column, counted from the left */
    uint32_t layer_count;
    uint32_t *band_of; /* per layer: layers of different bands never share a page */
    uint32_t band_count;
    double *size; /* per node: what it takes of its layer, with the space to the next, points */
    double line;  /* what a line that names another page takes, points */
    double room;  /* of a layer, points */
    /* How much of a page the boxes need that have it as their page_of: 1 is all of it. */
    double (*needs)(void *self, uint32_t page, const uint32_t *nodes, size_t count);
    void *self;
    bool abandoned; /* by `needs`: leaves off at once, and the rest has no page */
    /* the result: */
    uint32_t *page_of; /* per node; DIVIDE_NO_PAGE of hubs */
    uint32_t page_count;
    /* its own: */
    struct arena arena;
    uint32_t *near_first;
    struct divide_near *near;
    double factor; /* what of the room may be filled by estimates */
    double cap;    /* points: fill no layer beyond; 0: none */
};

/* Takes the graph; the caller fills in what is his, in arrays of the arena that are there. */
void divide_init(struct divide *divide, const struct graph *graph);
void divide_release(struct divide *divide);

/* Gives all boxes their pages. */
void divide_all(struct divide *divide);

/* Takes some boxes off a page that has several and was too full after all, and gives them
 * others. */
void divide_further(struct divide *divide, uint32_t page);

/* Numbers the pages anew, by band and by the first box that stands on each. */
void divide_number(struct divide *divide);

/* The boxes of a page, in the author's order, into `nodes`; returns how many. */
size_t divide_nodes(const struct divide *divide, uint32_t page, uint32_t *nodes);

#endif
