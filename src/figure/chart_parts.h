/* What the files of the charts share: writing, marks, remarks and the legend; nobody else
 * includes this.
 *
 * Marks are drawn with lines, not boxes, because they may lie on each other: two areas with
 * the same value. They differ in shape, so that colour is not the only sign. */
#ifndef FIGURE_CHART_PARTS_H
#define FIGURE_CHART_PARTS_H

#include "figure/chart_data.h"
#include "figure/chart_words.h"
#include "figure/words.h"

/* Points. */
#define CHART_TEXT_SIZE 7.5
#define CHART_TEXT_LEADING 10.0
#define CHART_TITLE_SIZE 8.5
#define CHART_TITLE_LEADING 12.0
#define CHART_GRID_WIDTH 0.5
#define CHART_LEAST_WIDTH 90.0

struct chart_pen {
    struct figure *figure;
    const struct text_metrics *metrics;
    const struct chart_words *words; /* NULL in charts that have no words of their own */
};

/* --- texts; they live in the figure --- */

const char *chart_string(struct chart_pen *pen, struct buf *text); /* releases it */
const char *chart_message(struct chart_pen *pen, const char *text, const char *const *args,
                          size_t count);
const char *chart_message1(struct chart_pen *pen, const char *text, const char *first);
const char *chart_message2(struct chart_pen *pen, const char *text, const char *first,
                           const char *second);
const char *chart_number(struct chart_pen *pen, double value, int decimals);
/* With its unit, if there is one: "55 %". */
const char *chart_amount(struct chart_pen *pen, double value, int decimals, const char *unit);
const char *chart_date(struct chart_pen *pen, struct date date);
const char *chart_count(struct chart_pen *pen, size_t count);
/* "Value, %". */
const char *chart_heading(struct chart_pen *pen, const char *heading, const char *unit);
/* What stands for a value that is not shown. */
const char *chart_state_word(const struct chart_pen *pen, enum chart_state state);
/* A cell: the value or the word for why there is none. */
const char *chart_value_cell(struct chart_pen *pen, const struct chart_value *value, int decimals);
/* A cell: the interval, or empty. */
const char *chart_interval_cell(struct chart_pen *pen, const struct chart_value *value,
                                int decimals);

/* A list that grows: "a; b". */
void chart_list_add(const struct chart_pen *pen, struct buf *list, const char *part);

/* --- writing --- */

double chart_width(const struct chart_pen *pen, const char *text);
/* A line in small type, its baseline's left end at x, y. `lang` NULL: the content's. */
void chart_write(struct chart_pen *pen, const char *text, const char *lang, enum style_color color,
                 double x, double y);
/* A point `turn` turns clockwise from the top, 0..1, on a circle. */
struct figure_point chart_at(struct figure_point middle, double turn, double radius);
/* A part of a circle, clockwise between two turns; role and colour are the caller's. It is cut
 * at the quarters, so that all its points lie within the square around the circle. */
struct figure_curve *chart_arc(struct chart_pen *pen, struct figure_point middle, double radius,
                               double from, double to);
/* A circle; role and colour are the caller's, as thin as the grid. */
struct figure_curve *chart_circle(struct chart_pen *pen, struct figure_point middle, double radius);

/* What of a line in small type is ink. */
struct figure_rect chart_ink(const struct chart_pen *pen, const char *text, double x, double y);
/* Broken into lines; returns the y below them. */
double chart_write_words(struct chart_pen *pen, const struct words_type *type, const char *text,
                         const char *lang, enum style_color color, double x, double y,
                         double width);
double chart_title_height(struct chart_pen *pen, const char *title, double width);
double chart_write_title(struct chart_pen *pen, const char *title, double x, double y,
                         double width);

/* --- lines and marks --- */

struct figure_curve *chart_line(struct chart_pen *pen, const char *role, struct figure_point from,
                                struct figure_point to, enum style_color color, double width);

enum chart_mark {
    CHART_DISC,    /* a measurement */
    CHART_RING,    /* the baseline */
    CHART_SQUARE,  /* a comparison, open */
    CHART_PLATE,   /* a second one: a flat bar */
    CHART_DIAMOND, /* a third one */
    CHART_BLOCK,   /* hidden */
    CHART_STROKE,  /* missing */
};

/* The mark that a comparison has, and a line to go with it. */
enum chart_mark chart_mark_of(size_t series);

/* Draws a mark around `at`; returns its last part, for a title. */
struct figure_curve *chart_draw_mark(struct chart_pen *pen, const char *role, enum chart_mark mark,
                                     struct figure_point at, enum style_color color);

/* --- remarks below a chart --- */

struct chart_notes {
    const char **items;
    size_t count, capacity;
};

/* Adds a remark, unless it stands there. */
void chart_note(struct chart_pen *pen, struct chart_notes *notes, const char *text);
/* Returns the y below them. */
double chart_write_notes(struct chart_pen *pen, const struct chart_notes *notes, double y,
                         double width);

/* --- the legend --- */

enum chart_key_look {
    CHART_KEY_LINE,        /* a mark on a solid line */
    CHART_KEY_MARK,        /* a mark alone */
    CHART_KEY_DASHED,      /* a dashed line */
    CHART_KEY_DASHED_MARK, /* a mark on one */
    CHART_KEY_BAR,         /* an interval, upright */
    CHART_KEY_INTERVAL,    /* one that lies, with its mark */
    CHART_KEY_CAPPED,      /* an interval of a comparison */
    CHART_KEY_TICK,        /* the tick of a target, upright */
};

struct chart_key {
    enum chart_key_look look;
    enum chart_mark mark;
    enum style_color color;
    const char *text;
    const char *lang; /* NULL: the content's */
};

struct chart_legend {
    struct chart_key *keys;
    size_t count, capacity;
};

/* Adds an entry, unless it stands there. */
void chart_legend_add(struct chart_pen *pen, struct chart_legend *legend, struct chart_key key);
/* Draws the entries side by side as they fit; returns the y below them. */
double chart_legend_draw(struct chart_pen *pen, const struct chart_legend *legend, double y,
                         double width);

/* --- the figure in words --- */

/* The description: table after table as lines, then the remarks. */
void chart_describe(struct chart_pen *pen, const struct chart_table *tables, size_t count,
                    const struct chart_notes *notes);

#endif
