/* What the parts of the layout share: a figure in the making. */
#ifndef FIGURE_LAYOUT_DRAW_H
#define FIGURE_LAYOUT_DRAW_H

#include "figure/net.h"
#include "figure/words.h"

/* A box as it was measured. */
struct layout_box {
    struct words *texts; /* one per paragraph */
    double height;
};

struct layout {
    struct figure *figure;
    const struct graph *graph;
    const struct text_metrics *metrics;
    double scale; /* of all sizes: the house style's table size against ours */
    double width; /* wished for, points */
    struct net net;
    struct layout_box *boxes; /* per node */
    size_t *box_of;           /* per node: its box in the figure + 1 */
};

/* Breaks a text into lines of at most `width` points. */
struct words layout_wrap(struct layout *layout, const struct words_type *type, const char *text,
                         double width);
/* The same with `lead` before it, in semibold; NULL: none. */
struct words layout_wrap_led(struct layout *layout, const struct words_type *type, const char *lead,
                             const char *text, double width);

/* Writes a text with its top left corner at x, y. `box`: see struct figure_text. */
void layout_write(struct layout *layout, const struct words *text, const char *lang,
                  enum style_color color, double x, double y, size_t box);

/* Breaks the texts of all nodes to the widths of their layers and sets the heights. */
void layout_measure_boxes(struct layout *layout);

/* Draws all nodes, layer by layer from top to bottom; y of the net begins at `top`. */
void layout_draw_boxes(struct layout *layout, double top);

/* Draws all links. */
void layout_draw_links(struct layout *layout, double top);

/* Draws the legend with its top at y; returns the y below it (y itself if there is none). */
double layout_draw_legend(struct layout *layout, double y);

#endif
