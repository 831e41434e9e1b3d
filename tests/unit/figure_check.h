/* The figure checker: what must hold of every figure that people are to read.
 *
 * Nothing overlaps that should not, text stays in its box, links do not run through
 * boxes or words, columns are straight and stand under their headings, and all of it
 * lies within the figure. */
#ifndef UNIT_FIGURE_CHECK_H
#define UNIT_FIGURE_CHECK_H

#include "base/buf.h"
#include "figure/figure.h"

#include <stddef.h>

/* Adds a line to `complaints` for everything that is wrong, a few of each kind at most;
 * returns how much is wrong. */
size_t figure_check(const struct figure *figure, struct buf *complaints);

/* The same of a chart, which has no columns and whose lines may pass anywhere. */
size_t figure_check_chart(const struct figure *figure, struct buf *complaints);

#endif
