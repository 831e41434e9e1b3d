/* The layout: a graph becomes a figure.
 *
 * Columns are exactly aligned and stand under their headings; links run only between
 * columns and through lanes of their own; the legend stands below. Graphs that are no
 * graphs (links that run backwards, cycles) are drawn as far as they can be, and the
 * figure says how many links are left out. */
#ifndef FIGURE_LAYOUT_H
#define FIGURE_LAYOUT_H

#include "figure/graph.h"

/* Draws `graph` into `figure`, which is initialised and empty. `width` and `height` are
 * wished for, in points: the figure is narrower or lower where it needs less room, and
 * wider or higher where boxes would become too narrow to read. Strings of the graph are
 * borrowed: they must live as long as the figure. */
void layout_graph(struct figure *figure, const struct graph *graph,
                  const struct text_metrics *metrics, const struct style *style, double width,
                  double height);

#endif
