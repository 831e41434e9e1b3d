/* The trend chart: one indicator over time, beside its target, the expected path and what it
 * is compared with.
 *
 * Plain data in, a figure out; nothing of the model. What it promises:
 * - Points stand at their dates, and heights are true to the axis. The axis begins at 0 unless
 *   the caller gives a range; one that leaves 0 out is said to.
 * - Lines join neighbours only: not across a measurement that is hidden or missing, not across
 *   a series break, not between several values of one date. Two measurements are a comparison,
 *   not a trend: where an unbroken stretch has no more, the line is thin or left out, and a
 *   remark says it.
 * - What is hidden or missing has a sign and a word below the axis, and no height.
 * - What lies outside a given range is an arrow at the edge and a remark with its number.
 *   What is no number, or has no date, is not drawn, and a remark says so.
 * - Nothing is said by colour alone: series differ by mark, and by line.
 * Strings are borrowed: they must live as long as the figure. */
#ifndef FIGURE_CHART_TREND_H
#define FIGURE_CHART_TREND_H

#include "base/date.h"
#include "figure/chart_data.h"
#include "figure/chart_words.h"
#include "figure/figure.h"

struct trend_point {
    struct date date; /* of the middle of the wave */
    struct chart_value value;
    bool baseline;
};

struct trend_series {
    const char *label;                /* in the legend and the table: the place */
    const struct trend_point *points; /* in any order */
    size_t count;
};

/* A value to come to, or a range to be in. */
struct trend_target {
    bool given;
    double low, high; /* equal: a value */
    struct date date; /* for the table and the axis; not given: none */
};

/* A corner of the expected path, in order of time. A date known only to its month or year
 * counts as its first day at the beginning of the path and as its last day behind that. */
struct trend_step {
    struct date date;
    double value;
};

/* From this date on things are measured differently. Where the dates of a break and a wave
 * fall together, the line stands between this wave and the one before. */
struct trend_break {
    struct date date;
    const char *word; /* beside the line; NULL: "series break" */
};

enum trend_pair { TREND_PAIR_THIN, TREND_PAIR_APART };

struct trend {
    const char *title;  /* with the unit: "Early involvement, %" */
    const char *remark; /* below the title, a status in words: "▲ On track"; NULL: none */
    const char *unit;   /* "%"; NULL: none; in table and alternative */
    int decimals;       /* 0..9, of values and the finest ticks */
    struct trend_series series;
    const struct trend_series *others; /* comparisons, grey; three are told apart */
    size_t other_count;
    struct trend_target target;
    const struct trend_step *path;
    size_t path_count;
    const struct trend_break *breaks;
    size_t break_count;
    struct chart_range range;
    enum trend_pair pair; /* how two measurements are joined */
};

struct trend_options {
    double width;       /* points; 90 at least */
    double height;      /* points, of the plot; 0: what suits the width */
    bool without_title; /* it stands above the figure already */
};

/* Draws into `figure`, which is initialised and empty, and sets its title, alternative and
 * description. As high as plot, legend and remarks need. Never fails. Returns the figures as
 * a table, which lives in the figure. */
struct chart_table chart_trend(struct figure *figure, const struct trend *trend,
                               const struct text_metrics *metrics, const struct chart_words *words,
                               const struct trend_options *options);

#endif
