/* The axes of charts: numbers and days as places, with round ticks. */
#ifndef FIGURE_CHART_SCALE_H
#define FIGURE_CHART_SCALE_H

#include "base/date.h"
#include "figure/chart_data.h"

enum { CHART_TICKS_MOST = 16 };

/* An axis of numbers. Its ends are drawn at `from` and `to`, points; which of them is larger
 * decides its direction. */
struct chart_scale {
    double low, high;
    double step;  /* between ticks: a round number */
    double base;  /* a tick: 0, or the low end of a range that is divided evenly */
    int decimals; /* of the ticks */
    double from, to;
    bool cut; /* without 0, and not the whole of the scale */
};

/* What an axis has to show: numbers, then days counted from 1970. Begin with
 * chart_extent_init(). */
struct chart_extent {
    double low, high;   /* low > high: nothing yet */
    double first, last; /* days */
    bool years;         /* a date is known only to its year: months would say too much */
};

void chart_extent_init(struct chart_extent *extent);
void chart_extent_add_number(struct chart_extent *extent, double number);
void chart_extent_add_value(struct chart_extent *extent, const struct chart_value *value);
void chart_extent_add_date(struct chart_extent *extent, struct date date);

/* An axis for `extent` and 0, ended by ticks, of which there are `most` or a few more, none
 * finer than `decimals`; or as `range` has it. */
struct chart_scale chart_scale_make(const struct chart_extent *extent,
                                    const struct chart_range *range, int decimals, size_t most);
double chart_scale_at(const struct chart_scale *scale, double number);
bool chart_scale_holds(const struct chart_scale *scale, double number);
size_t chart_scale_ticks(const struct chart_scale *scale, double ticks[CHART_TICKS_MOST]);

/* The middle of the days that a date can mean, counted from 1970; noon of a full date. */
double chart_day_of(struct date date);

/* An axis of time in whole months or whole years. */
struct chart_time {
    bool given, months;
    int start;          /* the first unit: a year, or 12 * year + month - 1 */
    int units;          /* how many */
    double first, days; /* its first day, and how many it has */
    double from, to;    /* points */
};

struct chart_time chart_time_make(const struct chart_extent *extent);
double chart_time_at(const struct chart_time *time, double day);
/* The unit, as exact as it is known; and where it begins. */
struct date chart_time_unit(const struct chart_time *time, int unit);
double chart_time_begin(const struct chart_time *time, int unit);

#endif
