/* The time chart (Gantt): rows of bars over an axis of months, quarters or years.
 *
 * Plain data in, a figure out; nothing of the model. What a bar is stands in words in its
 * row's label, so nothing is said by colour alone. Strings are borrowed: they must live as
 * long as the figure. */
#ifndef FIGURE_CHART_GANTT_H
#define FIGURE_CHART_GANTT_H

#include "base/date.h"
#include "figure/figure.h"

enum gantt_look {
    GANTT_WORK,    /* goes on */
    GANTT_OPEN,    /* may come: outlined, dashed */
    GANTT_MEASURE, /* is measured */
    GANTT_MARK,    /* a day that counts */
};

/* From the first to the last day that the dates can mean; a side that is not given is open,
 * and drawn to the edge of the chart. */
struct gantt_bar {
    struct date from, to;
    enum gantt_look look;
    const char *id;    /* of the model's object; NULL: none */
    const char *title; /* what a screen reader says */
    const char *lang;  /* of the title; NULL: as the figure */
};

struct gantt_row {
    const char *lead;  /* before the label, in quiet: "A"; NULL: none */
    const char *label; /* what the row shows */
    const char *lang;  /* of the label; NULL: as the figure */
    bool always;       /* shown also where none of its bars is on the axis */
    struct gantt_bar *bars;
    size_t bar_count;
};

struct gantt_tick {
    struct date date;  /* where it begins */
    const char *label; /* written in the middle of it, where there is room */
};

struct gantt {
    struct gantt_row *rows;
    size_t row_count;
    struct gantt_tick *ticks; /* the first one begins at `from` */
    size_t tick_count;
    struct date from, to; /* first and last day of the axis; both given */
    struct date today;    /* marked with a line where it is on the axis; not given: none */
    const char *today_label;
    const char *own_lang; /* of labels in our words */
};

/* Draws into `figure`, which is initialised and empty. As wide as `width` points, as high as
 * the rows need. Never fails. */
void chart_gantt(struct figure *figure, const struct gantt *gantt,
                 const struct text_metrics *metrics, double width);

#endif
