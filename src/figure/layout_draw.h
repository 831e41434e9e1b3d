/* What the parts of the layout share: a figure in the making.
 *
 * Places are worked out along the links and across them, from 0; only what is drawn knows
 * whether links run to the right or down. */
#ifndef FIGURE_LAYOUT_DRAW_H
#define FIGURE_LAYOUT_DRAW_H

#include "figure/net.h"
#include "figure/words.h"

#define LAYOUT_INSET 1.0 /* points: around everything, for the outlines */

/* A box as it was measured. */
struct layout_box {
    struct words *texts; /* one per paragraph */
    double depth;        /* along */
};

/* Boxes of one group that stand beside each other. */
struct layout_frame {
    size_t group;         /* of graph.groups */
    uint32_t first, last; /* vertices */
    struct words title;
};

struct layout {
    struct figure *figure;
    const struct graph *graph;
    const struct text_metrics *metrics;
    bool down;            /* links run down, not to the right */
    double scale;         /* of all sizes: the house style's table size against ours */
    double width, height; /* wished for, points */
    double right;         /* of the boxes, points: the legend may be as wide */
    struct net net;
    double *widths;           /* per layer: of its boxes, points */
    struct layout_box *boxes; /* per node */
    size_t *box_of;           /* per node: its box in the figure + 1 */
    struct layout_frame *frames;
    size_t frame_count;
    double mark_size;           /* of the disc of a mark, points; 0: there are none */
    bool *marked;               /* per layer: a link with a mark arrives at it */
    struct figure_point origin; /* of what is placed along and across */
};

/* A place, and a rectangle, in the figure. */
struct figure_point layout_point(const struct layout *layout, double along, double across);
struct figure_rect layout_rect(const struct layout *layout, double along, double depth,
                               double across, double breadth);

/* Breaks a text into lines of at most `width` points. */
struct words layout_wrap(struct layout *layout, const struct words_type *type, const char *text,
                         double width);
/* The same with `lead` before it, in semibold; NULL: none. */
struct words layout_wrap_led(struct layout *layout, const struct words_type *type, const char *lead,
                             const char *text, double width);

/* Writes a text with its top left corner at x, y. `box`: see struct figure_text. */
void layout_write(struct layout *layout, const struct words *text, const char *lang,
                  enum style_color color, double x, double y, size_t box);

/* Where all layers end, along; 0: there are none. */
double layout_end(const struct net *net);

/* Sets the level stretches before and after all layers, for frames and marks, and the gutters
 * between them at their narrowest. */
void layout_set_gutters(struct layout *layout);
/* Columns beside each other: sets the widths of boxes and where layers are, to fill the width. */
void layout_set_columns(struct layout *layout);
/* Rows beneath each other: sets the widths of boxes to fill `width` points. */
void layout_set_row_widths(struct layout *layout, double width);
/* Rows whose boxes are measured: sets where they are, to fill `height` points; heading c is as
 * high as `headings[c]`. */
void layout_set_rows(struct layout *layout, const double *headings, double height);

/* Breaks the texts of all nodes to the widths of their layers and sets their breadths, and in
 * rows the depths of the layers. */
void layout_measure_boxes(struct layout *layout);

/* The state of a box or link: `own`, and a word where it stands out or steps back; NULL: none. */
const char *layout_state(struct layout *layout, const char *own, enum graph_emphasis emphasis);

/* Draws all nodes, layer by layer. */
void layout_draw_boxes(struct layout *layout);

/* Finds the frames of an ordered net, and makes room for them. */
void layout_make_frames(struct layout *layout);
/* Draws them; what stands in them is drawn later. */
void layout_draw_frames(struct layout *layout);
/* Room between the boxes of a group and its frame, points. */
double layout_frame_room(void);

/* Measures the marks. */
void layout_measure_marks(struct layout *layout);
/* True if the link is drawn and has a mark that is drawn. */
bool layout_has_mark(const struct layout *layout, size_t link);
/* Half the room across that a link needs where it arrives. */
double layout_port_room(const struct layout *layout, size_t link);
/* Draws a mark around `middle`; returns its box + 1. */
size_t layout_draw_mark(struct layout *layout, const struct graph_mark *mark, const char *role,
                        const char *lang, struct figure_point middle);

/* Draws all links. */
void layout_draw_links(struct layout *layout);

/* Draws the legend with its top at y; returns the y below it (y itself if there is none). */
double layout_draw_legend(struct layout *layout, double y);
/* How high it is; columns must have their places. */
double layout_legend_height(struct layout *layout);

#endif
