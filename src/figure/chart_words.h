/* The words of the charts: what they need of a language, as plain data.
 *
 * Charts know no language: all that they write beside the caller's own labels is a text of
 * this struct with {1}, {2} ... filled in, and every number and date goes through its
 * functions. chart_words_init() fills it for a language of the program; a caller may then
 * replace a word by a more exact one ("natural variation" for what is no sample). The texts
 * are borrowed and must live as long as the figures. */
#ifndef FIGURE_CHART_WORDS_H
#define FIGURE_CHART_WORDS_H

#include "base/buf.h"
#include "base/date.h"
#include "base/language.h"

struct chart_words {
    const void *self; /* passed to the functions */
    void (*add_number)(const void *self, struct buf *out, double value, int decimals);
    void (*add_date)(const void *self, struct buf *out, struct date date);
    const char *lang; /* BCP 47 */

    /* signs and lines, beside them on the chart and in the table */
    const char *hidden, *missing, *unusable;
    const char *baseline, *series_break;
    const char *target, *target_from, *target_to; /* {1}: a number */

    /* the legend */
    const char *interval, *expected;
    const char *target_tick; /* where rows have targets of their own */
    const char *hidden_legend, *missing_legend;

    /* remarks below */
    const char *cut;        /* axis from {1} to {2}, without 0 */
    const char *outside;    /* {1}: what lies outside the axis, with its number */
    const char *comparison; /* two measurements are no trend */
    const char *same_date;  /* {1}: a date with several values */
    const char *undated;    /* {1}: values without a date */
    const char *no_number;  /* {1}: dates or rows whose value is no number */
    const char *hidden_of;  /* {1}: a series, {2}: dates */
    const char *breaks;     /* {1}: dates of breaks whose word has no room */
    const char *nothing;    /* there is no value to show */
    const char *list_joint; /* between the parts of a list */
    const char *range;      /* from {1} to {2}, of an interval in a table */

    /* the table of data */
    const char *date_heading, *value_heading, *remark_heading, *category_heading;
    const char *with_unit; /* {1}: a heading, {2}: its unit */
    const char *target_row;

    /* what the chart shows, in one or two sentences; {1} is its title */
    const char *alternative_none;
    const char *alternative_one;    /* {2}: a value, {3}: its date */
    const char *alternative_trend;  /* {2}, {3}: first value and date, {4}, {5}: last, {6}: count */
    const char *alternative_break;  /* the first and the last cannot be compared */
    const char *alternative_target; /* {1}: a number */
    const char *alternative_between;   /* {1}, {2}: a range as target */
    const char *alternative_left_out;  /* {1}: how many are hidden or missing */
    const char *alternative_bar;       /* {2}: value */
    const char *alternative_interval;  /* {1}, {2}: the ends of the interval */
    const char *alternative_bars;      /* {2}: how many, {3}: lowest, {4}: highest value */
    const char *alternative_multiples; /* {2}: how many, {3}: their titles */
    const char *alternative_radar;     /* {2}: themes, {3}, {4}: ends of the scale, {5}: waves */
};

/* `language` is borrowed. */
void chart_words_init(struct chart_words *words, const struct language *language);

#endif
