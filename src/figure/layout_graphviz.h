/* Graphviz, for one thing only: the order within columns. */
#ifndef FIGURE_LAYOUT_GRAPHVIZ_H
#define FIGURE_LAYOUT_GRAPHVIZ_H

#include "figure/net.h"

/* Orders the net as Graphviz's dot would. False if Graphviz failed or its module
 * (order_module.h) is not there; the net is then as it was. Safe to call from several threads: calls wait for each other. */
bool layout_order_graphviz(struct net *net);

#endif
