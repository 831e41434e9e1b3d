/* The layout: a graph becomes a figure, or pages of figures.
 *
 * Columns are exactly aligned and stand under their headings; links run only between
 * columns and through lanes of their own; the legend stands below. Graphs that are no
 * graphs (links that run backwards, cycles) are drawn as far as they can be, and the
 * figure says how many links are left out. */
#ifndef FIGURE_LAYOUT_H
#define FIGURE_LAYOUT_H

#include "figure/graph.h"

/* Where links lead: columns beside each other, or rows beneath each other. */
enum layout_direction { LAYOUT_RIGHT, LAYOUT_DOWN };

/* Who orders boxes within columns: own means and Graphviz, whichever leaves fewer
 * crossings; or one of them alone, which tests compare; or nobody, where only the size of
 * the figure is asked for. */
enum layout_ordering {
    LAYOUT_BEST_ORDER,
    LAYOUT_OWN_ORDER,
    LAYOUT_GRAPHVIZ_ORDER,
    LAYOUT_NO_ORDER,
};

struct layout_options {
    double width, height; /* wished for, points */
    enum layout_direction direction;
    enum layout_ordering ordering;
};

/* Draws `graph` into `figure`, which is initialised and empty. The figure is narrower or
 * lower than wished for where it needs less room, and wider or higher where boxes would
 * become too narrow to read. Strings of the graph are borrowed: they must live as long as
 * the figure. */
void layout_graph(struct figure *figure, const struct graph *graph,
                  const struct text_metrics *metrics, const struct style *style,
                  const struct layout_options *options);

#endif
