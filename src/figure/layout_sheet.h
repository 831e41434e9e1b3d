/* Sheets: the part of a graph that stands on one page, as a graph of its own.
 *
 * Links that stay on the page are kept; of those that leave it both boxes say where they go on
 * or come from. Blocks are gathered anew from what is on the page. */
#ifndef FIGURE_LAYOUT_SHEET_H
#define FIGURE_LAYOUT_SHEET_H

#include "figure/layout_divide.h"
#include "figure/layout_pages.h"

/* A sub-column of the graph. */
struct sheet_layer {
    size_t column, sub;
};

struct sheets {
    const struct graph *graph;
    const struct layout_pages_words *words;
    const uint32_t *page_of, *layer_of; /* per node; see struct divide */
    uint32_t page_count;                /* 0: not known yet: room is left for the numbers */
    struct sheet_layer *layers;
    uint32_t layer_count;
    /* its own: */
    struct arena arena;
    uint32_t *out_first, *out, *in_first, *in; /* per node: its links */
    size_t *place;                             /* per node: its place in the sheet + 1; 0: none */
    uint32_t *hub_from, *hub_to;               /* per node: of a hub, what it joins on the sheet */
    uint32_t *seen, round;                     /* per node: when it was listed last */
    uint32_t *far;                             /* boxes elsewhere, of one box */
    size_t far_count, far_capacity;
};

/* Lists the layers and, per node, its layer into `layer_of`, an array that is there. */
void sheets_init(struct sheets *sheets, const struct graph *graph,
                 const struct layout_pages_words *words, uint32_t *layer_of,
                 const uint32_t *page_of);
void sheets_release(struct sheets *sheets);

/* Fills `into`, which is begun, with the `count` boxes of a page, which are in any order. What is
 * written anew lies in `arena`. */
void sheet_make(struct sheets *sheets, struct graph *into, struct arena *arena, uint32_t page,
                const uint32_t *nodes, size_t count);

/* A text of the pages' words, filled in; in `arena`. */
const char *sheet_fill(struct arena *arena, const char *text, const char *first,
                       const char *second);

#endif
