/* Where boxes stand in their layer: near what they are joined to, never overlapping. */
#ifndef FIGURE_LAYOUT_PLACE_H
#define FIGURE_LAYOUT_PLACE_H

#include "figure/net.h"

/* Room across, points. */
struct place_room {
    double wanted;      /* of the whole */
    double least, most; /* between two boxes: what sensible spaces are */
};

/* Sets the `middle` of all vertices of an ordered net whose breadths are known: the fullest
 * layer is spread evenly, the others follow it outwards. Uses the wanted room where the boxes
 * do not ask for more and the spaces between them stay sensible. Layers may reach beyond
 * the fullest where there is room left and links run straighter. Returns the room used;
 * places run from 0 to it. */
double layout_place(struct net *net, const struct place_room *room);

#endif
