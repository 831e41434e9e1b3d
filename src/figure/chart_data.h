/* What the charts of measurements share: a value as it was measured, a range, and the data
 * table that goes with every chart.
 *
 * Values that are hidden to protect people are never looked at: neither height nor scale nor
 * text comes from them. Dates known only to the month or the year stand in the middle of it. */
#ifndef FIGURE_CHART_DATA_H
#define FIGURE_CHART_DATA_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum chart_state {
    CHART_SHOWN,
    CHART_HIDDEN,   /* suppressed: a sign and a word, no height */
    CHART_MISSING,  /* was due, was not measured: a sign and a word */
    CHART_UNUSABLE, /* no number; what is said to be shown and is not finite counts as this */
};

/* The largest number that is drawn; what is beyond it counts as unusable. */
#define CHART_MOST 1e12

struct chart_value {
    enum chart_state state;
    double value;
    bool has_interval; /* left out where an end is not finite */
    double low, high;  /* of the interval, in either order */
};

/* An axis chosen by the caller; left to the chart where it is not given or empty. */
struct chart_range {
    bool given;
    double low, high;
    bool whole; /* the scale has no other values (1 to 7): nothing is cut off */
};

/* The figures of a chart as a table, with the same rounding; lives in the figure. A cell
 * that does not apply is an empty string. */
struct chart_table {
    const char *caption;
    const char **headings; /* the first column names the row */
    const char **cells;    /* row by row */
    size_t columns, rows;
};

/* A table of empty cells. */
struct chart_table chart_table_make(struct arena *arena, size_t columns, size_t rows);

const char *chart_table_cell(const struct chart_table *table, size_t row, size_t column);

/* How a value is drawn, and whether its interval is. */
enum chart_state chart_state_of(const struct chart_value *value);
bool chart_has_interval(const struct chart_value *value);

/* The ends of an interval, the lower one first. */
double chart_interval_low(const struct chart_value *value);
double chart_interval_high(const struct chart_value *value);

#endif
