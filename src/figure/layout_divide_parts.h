/* What the files that divide a graph share; nobody else includes this. */
#ifndef FIGURE_LAYOUT_DIVIDE_PARTS_H
#define FIGURE_LAYOUT_DIVIDE_PARTS_H

#include "figure/layout_divide.h"

/* Lines of a box that name other pages, in each direction, at most. */
enum { DIVIDE_LINES = 4 };

/* What a box takes of its layer where so many of its links lead to other pages, and so many
 * come from them. */
double divide_load(const struct divide *divide, uint32_t node, uint32_t to_others,
                   uint32_t from_others);

/* How much of `page` the boxes would need, which have no page before and after. */
double divide_need(struct divide *divide, uint32_t page, uint32_t *boxes, size_t count);

/* Gives pages to all boxes that have none; the first of these pages gets at most `most`. */
void divide_rest(struct divide *divide, size_t most);

#endif
