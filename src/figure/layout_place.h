/* The height at which boxes stand: near what they are joined to, never overlapping. */
#ifndef FIGURE_LAYOUT_PLACE_H
#define FIGURE_LAYOUT_PLACE_H

#include "figure/net.h"

/* Sets the `y` of all vertices of an ordered net whose heights are known: the fullest
 * layer is spread evenly, the others follow it outwards. Uses `wanted` points of height
 * where the boxes do not ask for more and the spaces between them stay sensible.
 * Returns the height used; y runs from 0 to it. */
double layout_place(struct net *net, double wanted);

#endif
