/* Pages of figures: a graph that is too large for one sheet of paper.
 *
 * Nothing is made smaller than it is on one page. First the layout is made tighter, then the
 * graph is divided: each node stands on exactly one page, nodes that are joined stand
 * together where they can, and where a link goes on elsewhere both of its boxes name the
 * page and the box at its other end. Headings and legend stand on each page. */
#ifndef FIGURE_LAYOUT_PAGES_H
#define FIGURE_LAYOUT_PAGES_H

#include "figure/layout.h"

/* The words of pages, in the user's language; borrowed. */
struct layout_pages_words {
    const char *page_of;                /* {1} of {2}: "page 1 of 3", beside the title */
    const char *onward;                 /* {1}: a page, {2}: a box: "→ page 3: Children read" */
    const char *from;                   /* the same of a link that comes from there */
    const char *more_page, *more_pages; /* {1}: how many further boxes, {2}: on which page(s) */
    const char *lang;                   /* of these words; NULL: as the figure */
};

/* Draws `graph` into as few pages as will do, each at most options->width by
 * options->height points; a page is larger only where a single box is. Title, alternative
 * and description of the figure `about` are those of the first page; each page's
 * alternative says which of how many it is. `pages` has no figure yet; the strings of the graph
 * and of `about` must live as long as it does, most simply in its arena. */
void layout_pages(struct figure_pages *pages, const struct figure *about, const struct graph *graph,
                  const struct text_metrics *metrics, const struct style *style,
                  const struct layout_options *options, const struct layout_pages_words *words);

#endif
