/* DOT: the boxes and links of a figure for Graphviz and tools like it.
 *
 * What joins what, in the figure's columns (as ranks) and frames (as clusters), with the
 * texts of the boxes and what is marked on links as labels, and roles as classes; places
 * and looks are left to the reader. */
#ifndef OUT_DOT_H
#define OUT_DOT_H

#include "base/buf.h"
#include "figure/figure.h"

/* Adds a whole DOT file. */
void dot_write(struct buf *out, const struct figure *figure);

#endif
