/* The axes of charts; see chart_scale.h. */
#include "figure/chart_scale.h"

#include <math.h>

#define DAY 86400.0
#define CLOSE 1e-9 /* share of a step within which a number lies on a tick */

enum {
    MONTHS_MOST = 14, /* a longer time is told in years */
    DECIMALS_MOST = 9,
};

void chart_extent_init(struct chart_extent *extent)
{
    *extent = (struct chart_extent){INFINITY, -INFINITY, INFINITY, -INFINITY, false};
}

void chart_extent_add_number(struct chart_extent *extent, double number)
{
    if (!(fabs(number) <= CHART_MOST))
        return;
    extent->low = fmin(extent->low, number);
    extent->high = fmax(extent->high, number);
}

void chart_extent_add_value(struct chart_extent *extent, const struct chart_value *value)
{
    if (chart_state_of(value) != CHART_SHOWN)
        return;
    chart_extent_add_number(extent, value->value);
    if (!chart_has_interval(value))
        return;
    chart_extent_add_number(extent, value->low);
    chart_extent_add_number(extent, value->high);
}

/* --- numbers ----------------------------------------------------------------------------- */

/* The smallest of 1, 2, 5, 10 ... that is not smaller. */
static double round_step(double step)
{
    static const double steps[] = {1, 2, 5};
    double power = pow(10, floor(log10(step)));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] * power >= step * (1 - CLOSE))
            return steps[i] * power;
    return 10 * power;
}

static bool is_whole(double number)
{
    return fabs(number - round(number)) < CLOSE * fmax(1, fabs(number));
}

/* How many decimals it takes to write the ticks. */
static int decimals_of(const struct chart_scale *scale)
{
    int decimals = 0;
    double power = 1;
    while (decimals < DECIMALS_MOST &&
           !(is_whole(scale->step * power) && is_whole(scale->base * power))) {
        decimals++;
        power *= 10;
    }
    return decimals;
}

static bool is_usable(const struct chart_range *range)
{
    return range->given && fabs(range->low) <= CHART_MOST && fabs(range->high) <= CHART_MOST &&
           range->high - range->low > CLOSE * fmax(1, fmax(fabs(range->low), fabs(range->high)));
}

/* The smallest of some steps, not finer than `least`, that divides the range evenly; 0: none. */
static double dividing_step(double range, double least, const double *steps, size_t count)
{
    double power = pow(10, floor(log10(least)));
    for (size_t i = 0; i < count; i++) {
        double step = steps[i] * power;
        if (step >= least * (1 - CLOSE) && is_whole(range / step) && range / step > 0.5)
            return step;
    }
    return 0;
}

/* The same, of round steps, else of others (3, for a scale from 1 to 7). */
static double even_step(double range, double least)
{
    static const double steps[] = {1, 2, 2.5, 5, 10, 20};
    static const double others[] = {3, 4, 6};
    double step = dividing_step(range, least, steps, sizeof steps / sizeof *steps);
    return step > 0 ? step : dividing_step(range, least, others, sizeof others / sizeof *others);
}

static struct chart_scale scale_of_range(const struct chart_range *range, double finest,
                                         size_t most)
{
    struct chart_scale scale = {.low = range->low, .high = range->high, .base = range->low};
    double raw = (scale.high - scale.low) / (double)most;
    scale.step = even_step(scale.high - scale.low, raw);
    if (scale.step <= 0) {
        scale.base = 0;
        scale.step = round_step(fmax(raw, finest));
        if (floor(scale.high / scale.step) - ceil(scale.low / scale.step) < 1)
            scale.step = round_step(raw); /* two ticks at least */
    }
    scale.cut = !range->whole && (scale.low > 0 || scale.high < 0);
    return scale;
}

static struct chart_scale scale_of_extent(const struct chart_extent *extent, double finest,
                                          size_t most)
{
    struct chart_scale scale = {.low = fmin(extent->low, 0), .high = fmax(extent->high, 0)};
    if (scale.high <= scale.low)
        scale.high = scale.low + finest; /* nothing but 0 */
    scale.step = round_step(fmax((scale.high - scale.low) / (double)most, finest));
    scale.low = floor(scale.low / scale.step + CLOSE) * scale.step;
    scale.high = ceil(scale.high / scale.step - CLOSE) * scale.step;
    if (scale.high <= scale.low)
        scale.high = scale.low + scale.step;
    return scale;
}

struct chart_scale chart_scale_make(const struct chart_extent *extent,
                                    const struct chart_range *range, int decimals, size_t most)
{
    double finest = pow(10, -fmin(fmax(decimals, 0), DECIMALS_MOST));
    struct chart_scale scale = is_usable(range) ? scale_of_range(range, finest, most)
                                                : scale_of_extent(extent, finest, most);
    scale.decimals = decimals_of(&scale);
    return scale;
}

double chart_scale_at(const struct chart_scale *scale, double number)
{
    double share = (number - scale->low) / (scale->high - scale->low);
    return scale->from + share * (scale->to - scale->from);
}

bool chart_scale_holds(const struct chart_scale *scale, double number)
{
    double slack = CLOSE * (scale->high - scale->low);
    return number >= scale->low - slack && number <= scale->high + slack;
}

size_t chart_scale_ticks(const struct chart_scale *scale, double ticks[CHART_TICKS_MOST])
{
    size_t count = 0;
    double first = ceil((scale->low - scale->base) / scale->step - CLOSE);
    while (count < CHART_TICKS_MOST) {
        double tick = scale->base + (first + (double)count) * scale->step;
        if (tick > scale->high + CLOSE * scale->step)
            break;
        ticks[count++] = tick == 0 ? 0 : tick; /* no minus before 0 */
    }
    return count;
}

/* --- time -------------------------------------------------------------------------------- */

static double start_of(struct date date)
{
    return (double)date_seconds(date_first_day(date)) / DAY;
}

static double end_of(struct date date)
{
    return (double)date_seconds(date_last_day(date)) / DAY + 1;
}

double chart_day_of(struct date date)
{
    return (start_of(date) + end_of(date)) / 2;
}

void chart_extent_add_date(struct chart_extent *extent, struct date date)
{
    if (!date_given(date))
        return;
    double day = chart_day_of(date);
    extent->first = fmin(extent->first, day);
    extent->last = fmax(extent->last, day);
    extent->years |= !date.month;
}

static int unit_of(const struct chart_time *time, double day)
{
    struct date date = date_of_seconds((int64_t)floor(day) * (int64_t)DAY);
    return time->months ? 12 * date.year + date.month - 1 : date.year;
}

struct date chart_time_unit(const struct chart_time *time, int unit)
{
    int number = time->start + unit;
    if (!time->months)
        return (struct date){.year = (int16_t)number};
    return (struct date){.year = (int16_t)(number / 12), .month = (int8_t)(number % 12 + 1)};
}

double chart_time_begin(const struct chart_time *time, int unit)
{
    double day =
        unit < time->units ? start_of(chart_time_unit(time, unit)) : time->first + time->days;
    return chart_time_at(time, day);
}

static void set_units(struct chart_time *time, const struct chart_extent *extent)
{
    time->start = unit_of(time, extent->first);
    time->units = unit_of(time, extent->last) - time->start + 1;
}

struct chart_time chart_time_make(const struct chart_extent *extent)
{
    struct chart_time time = {.given = extent->first <= extent->last, .months = !extent->years};
    if (!time.given)
        return time;
    set_units(&time, extent);
    if (time.months && time.units > MONTHS_MOST) {
        time.months = false;
        set_units(&time, extent);
    }
    time.first = start_of(chart_time_unit(&time, 0));
    time.days = end_of(chart_time_unit(&time, time.units - 1)) - time.first;
    return time;
}

double chart_time_at(const struct chart_time *time, double day)
{
    return time->from + (day - time->first) / time->days * (time->to - time->from);
}
