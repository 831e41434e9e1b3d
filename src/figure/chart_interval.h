/* Values with their intervals on a common scale: one, small enough for a table's cell, or a
 * chart of several.
 *
 * Plain data in, a figure out; nothing of the model. Marks stand true to the scale. A value
 * that is hidden, missing or no number is a word instead; what lies outside the scale is an
 * arrow at its edge. Rows stand in the order given: no league tables. A bar is drawn from 0,
 * hence only where the scale has 0; otherwise the value is a dot alone. Strings are borrowed:
 * they must live as long as the figure. */
#ifndef FIGURE_CHART_INTERVAL_H
#define FIGURE_CHART_INTERVAL_H

#include "figure/chart_data.h"
#include "figure/chart_words.h"
#include "figure/figure.h"

struct interval {
    const char *label; /* of the row; of a cell: what is measured */
    const char *lang;  /* of the label; NULL: as the figure */
    struct chart_value value;
    bool has_target;
    double target;
};

/* The scale of cells that stand below each other; one for all of them. A scale that is not
 * given reaches from 0 to value, interval and target. */
struct interval_options {
    double width, height; /* points; 40 by 10 at least */
    int decimals;
    const char *unit; /* NULL: none */
    struct chart_range range;
};

/* Draws one value into `figure`, which is initialised and empty, and is as large as asked for;
 * no text is in it but a word for a value that is not shown. Sets title, alternative and
 * description. Never fails. Returns the figures as a table, which lives in the figure. */
struct chart_table chart_interval(struct figure *figure, const struct interval *interval,
                                  const struct text_metrics *metrics,
                                  const struct chart_words *words,
                                  const struct interval_options *options);

struct intervals {
    const char *title;
    const char *category; /* heading of the labels in the table; NULL: "Category" */
    const char *unit;     /* NULL: none */
    int decimals;
    const struct interval *rows;
    size_t count;
    struct chart_range range;
};

/* The same of several: a row each with its label, a bar from 0, the interval, the tick of its
 * target, and the value in figures; an axis and a legend below. As wide as `width` points, 220
 * at least, and as high as the rows need. */
struct chart_table chart_intervals(struct figure *figure, const struct intervals *intervals,
                                   const struct text_metrics *metrics,
                                   const struct chart_words *words, double width,
                                   bool without_title);

#endif
