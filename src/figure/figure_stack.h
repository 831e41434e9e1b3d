/* Several figures as one: sheets beneath each other, for what has no pages.
 *
 * The figures must outlive the one that is made of them, which borrows their texts. */
#ifndef FIGURE_FIGURE_STACK_H
#define FIGURE_FIGURE_STACK_H

#include "figure/figure.h"

/* A sheet of paper, in the points of the figures. */
struct figure_sheet {
    double width, height; /* 0: as the figure and the margins need */
    double side, top;     /* margins */
};

/* Draws the `count` figures into `into`, which is initialised and empty, each on its sheet: the
 * widest in the middle of the width, the others at its left edge; with a line between sheets.
 * Title, alternative and description are those of the first figure; the alternatives of the
 * others follow its own. */
void figure_stack(struct figure *into, const struct figure *figures, size_t count,
                  const struct figure_sheet *sheet);

#endif
