/* The order of boxes within their columns: few crossings, and
 * the author's own order wherever it costs nothing. */
#ifndef FIGURE_LAYOUT_ORDER_H
#define FIGURE_LAYOUT_ORDER_H

#include "figure/layout.h"
#include "figure/net.h"

/* Orders the net as `ordering` says, with the boxes of a group beside each other. Graphviz
 * alone means own order where Graphviz fails. */
void layout_order_by(struct net *net, enum layout_ordering ordering);

/* The best of both: orders by own means, and where crossings are left in a net of some
 * hundred vertices by Graphviz too, whichever of the two leaves fewer. Columns that are to
 * stay in order do, unless another order saves a quarter of the
 * crossings, and more than a few. */
void layout_order(struct net *net);

/* By own means alone: barycentres and swaps of neighbours, from the author's order and
 * from a breadth-first one. */
void layout_order_own(struct net *net);

#endif
