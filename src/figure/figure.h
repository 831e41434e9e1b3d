/* A figure: boxes, curves and texts at their places, ready to be drawn.
 *
 * Plain data in one arena, in points, origin at the top left, y downwards. Devices
 * (SVG, PDF, the page) draw boxes, then curves, then the marks on them (boxes of the role
 * "mark", which follow all other boxes but those of the legend), then texts, in array order,
 * and decide nothing: accent bars, arrow heads and dashes are worked out here. Texts
 * never overlap boxes other than their own and curves never run through boxes but frames
 * (boxes of the role "group", which come before what stands in them) and their own marks;
 * boxes of the role "chip" lie within the box that comes before them, beside its texts. So
 * a device may also draw a box together with its texts. Colours are roles of the
 * house style. */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H

#include "base/arena.h"
#include "base/style.h"
#include "text/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Dashed and dotted lines: points drawn, points left out. */
#define FIGURE_DASH_ON 3.5
#define FIGURE_DASH_OFF 2.5
#define FIGURE_DOT_ON 1.0
#define FIGURE_DOT_OFF 2.0

enum figure_dash { FIGURE_SOLID, FIGURE_DASHED, FIGURE_DOTTED };

/* Width of a box's accent bar and length of an arrow head, points. */
#define FIGURE_BAR_WIDTH 4.0
#define FIGURE_HEAD_LENGTH 5.0

struct figure_point {
    double x, y;
};

struct figure_rect {
    double x, y, width, height;
};

/* How the accent bar of a box is drawn, so that focus areas differ without colour. */
enum figure_bar {
    FIGURE_BAR_NONE,
    FIGURE_BAR_SOLID,
    FIGURE_BAR_DASHED,
    FIGURE_BAR_DOTTED,
    FIGURE_BAR_DOUBLE,
    FIGURE_BAR_CHECKED, /* pieces to the left and to the right in turn */
    FIGURE_BAR_STEPS,   /* narrower from step to step */
    FIGURE_BAR_MIXED,   /* a long piece, a short one */
    FIGURE_BAR_HALF,    /* the upper half alone */
    FIGURE_BARS,
};

struct figure_box {
    const char *id; /* of the model's object; NULL: decoration */
    const char
        *role; /* a word: "activity", "signs", "effect", "sub-goal", "goal" ...; class in SVG */
    const char *state; /* further words, with spaces between: "faint", "behind"; classes in SVG;
                          NULL: none */
    const char *title; /* what a screen reader says */
    const char *lang;  /* NULL: as the figure */
    double x, y, width, height, radius;
    enum style_color fill, line;
    double line_width; /* 0: none */
    bool dashed;
    enum figure_bar bar; /* along the left edge */
    enum style_color bar_color;
};

struct figure_curve {
    const char *id;              /* of the link; NULL: none */
    const char *from, *to;       /* ids of the objects it joins; NULL: none */
    size_t from_box, to_box;     /* the boxes it joins + 1; 0: none */
    size_t mark_box;             /* the box of its mark + 1, whose title it takes over; 0: none */
    const char *role;            /* "stated", "interpreted", "sign", "rule" ... */
    const char *state;           /* as of a box */
    const char *title;           /* NULL: none */
    const char *lang;            /* of the title; NULL: as the figure */
    struct figure_point *points; /* start, then two control points and an end per segment */
    size_t point_count;          /* 1 + 3 * segments */
    enum style_color color;
    double width;
    bool dashed, dotted; /* one of them at most */
    bool arrow;          /* a head at the end; the curve ends at its tip */
};

struct figure_text {
    const char *text;
    const char *lang; /* NULL: as the figure */
    enum text_direction direction;
    double x, y;  /* left end of the baseline */
    double width; /* as measured */
    enum text_face face;
    double size;
    enum style_color color;
    size_t box; /* the box it stands in + 1; 0: none (headings, legend) */
};

struct figure {
    struct arena arena;
    double width, height;
    const char *title;       /* of the figure */
    const char *alternative; /* one or two sentences that say what it shows */
    const char *description; /* the whole content in words, for those who cannot see it: one
                                 line per object, in groups that begin with a heading; lines
                                 end with a line feed, groups with an empty line; a group
                                 of one line is a remark */
    const char *lang;        /* of the model's texts */
    const char *own_lang;    /* of title, alternative, description, headings */
    struct figure_box *boxes;
    size_t box_count, box_capacity;
    struct figure_curve *curves;
    size_t curve_count, curve_capacity;
    struct figure_text *texts;
    size_t text_count, text_capacity;
};

/* Figures that belong together, one for each sheet of paper. */
struct figure_pages {
    struct arena arena;   /* texts that they share */
    struct figure *pages; /* on the heap, owned */
    size_t count, capacity;
};

/* Adds an empty, initialised figure, valid until the next is added. */
struct figure *figure_pages_add(struct figure_pages *pages);
void figure_pages_release(struct figure_pages *pages);

void figure_init(struct figure *figure);
void figure_release(struct figure *figure);

/* Add an element and return it, valid until the next of its kind is added. */
struct figure_box *figure_add_box(struct figure *figure);
struct figure_text *figure_add_text(struct figure *figure);
/* A curve of `segments` segments; its points are there to be filled. */
struct figure_curve *figure_add_curve(struct figure *figure, size_t segments);
/* A straight line, as a curve of one segment. */
struct figure_curve *figure_add_line(struct figure *figure, double x1, double y1, double x2,
                                     double y2);

/* The rectangles of a box's accent bar, at most FIGURE_BAR_PARTS; returns how many. */
enum { FIGURE_BAR_PARTS = 16 };
size_t figure_bar_parts(const struct figure_box *box, struct figure_rect parts[FIGURE_BAR_PARTS]);

/* How a curve is drawn. */
enum figure_dash figure_dash_of(const struct figure_curve *curve);

/* The triangle at the end of a curve with an arrow: tip first. Lines of a curve
 * with an arrow are best ended at the middle of the triangle's back. */
void figure_arrow_head(const struct figure_curve *curve, struct figure_point head[3]);

#endif
