/* Intervals for proportions, means and their differences; see intervals.h. */
#include "stats/intervals.h"

#include "stats/distributions.h"

#include <math.h>
#include <stdbool.h>

/* How interval_shares_need() goes on from the large-sample form: by a fiftieth, up to the
 * sevenfold. The worst shares take about half of that. */
enum { STEP = 50, STEPS_MOST = 100 };

/* True for a number of answers that tells anything. */
static bool is_some(double n)
{
    return n > 0 && isfinite(n);
}

static double square(double x)
{
    return x * x;
}

static double share(double k, double n)
{
    return fmin(fmax(k / n, 0), 1);
}

struct interval interval_wilson(double k, double n, double z)
{
    if (!is_some(n))
        return (struct interval){0, 1};
    double p = share(k, n);
    double spread = square(z) / n;
    double middle = p + spread / 2;
    double reach = z * sqrt(p * (1 - p) / n + square(z / n) / 4);
    /* The limits at 0 and 1 are exact; the rounding of the formula is not. */
    double low = p > 0 ? fmax((middle - reach) / (1 + spread), 0) : 0;
    double high = p < 1 ? fmin((middle + reach) / (1 + spread), 1) : 1;
    return (struct interval){low, high};
}

struct interval interval_newcombe(double k1, double n1, double k2, double n2, double z)
{
    struct interval one = interval_wilson(k1, n1, z), other = interval_wilson(k2, n2, z);
    if (!is_some(n1) || !is_some(n2))
        return (struct interval){one.low - other.high, one.high - other.low};
    double p1 = share(k1, n1), p2 = share(k2, n2), difference = p1 - p2;
    double below = hypot(p1 - one.low, other.high - p2);
    double above = hypot(one.high - p1, p2 - other.low);
    return (struct interval){fmax(difference - below, -1), fmin(difference + above, 1)};
}

struct interval interval_subtract(double a, struct interval of_a, double b, struct interval of_b)
{
    double below = hypot(a - of_a.low, of_b.high - b);
    double above = hypot(of_a.high - a, b - of_b.low);
    return (struct interval){a - b - below, a - b + above};
}

/* The change of the share and its interval; where one side is empty, the middle of the
 * interval stands for the change, so that nothing is claimed. */
static double change_of(const struct interval_change *change, struct interval interval)
{
    if (!is_some(change->n_before) || !is_some(change->n_after))
        return (interval.low + interval.high) / 2;
    return share(change->k_after, change->n_after) - share(change->k_before, change->n_before);
}

static struct interval interval_of_change(const struct interval_change *change, double z)
{
    return interval_newcombe(change->k_after, change->n_after, change->k_before, change->n_before,
                             z);
}

struct interval interval_changes(const struct interval_change *area,
                                 const struct interval_change *comparison, double z)
{
    struct interval here = interval_of_change(area, z);
    struct interval there = interval_of_change(comparison, z);
    return interval_subtract(change_of(area, here), here, change_of(comparison, there), there);
}

static const struct interval everything = {-INFINITY, INFINITY};

static bool is_several(double n)
{
    return n >= 2 && isfinite(n);
}

static struct interval around(double middle, double error, double freedom, double level)
{
    double reach = error > 0 ? student_quantile((1 + level) / 2, freedom) * error : 0;
    return (struct interval){middle - reach, middle + reach};
}

struct interval interval_mean(double mean, double sd, double n, double level)
{
    return is_several(n) ? around(mean, fabs(sd) / sqrt(n), n - 1, level) : everything;
}

struct interval interval_means(double mean1, double sd1, double n1, double mean2, double sd2,
                               double n2, double level)
{
    if (!is_several(n1) || !is_several(n2))
        return everything;
    double one = square(sd1) / n1, other = square(sd2) / n2;
    double freedom = square(one + other) / (square(one) / (n1 - 1) + square(other) / (n2 - 1));
    return around(mean1 - mean2, sqrt(one + other), freedom, level);
}

struct interval interval_rate(double count, double exposure, double level)
{
    if (!is_some(exposure))
        return (struct interval){0, INFINITY};
    double tail = (1 - level) / 2, low = count > 0 ? gamma_quantile(tail, count) : 0;
    return (struct interval){low / exposure, gamma_quantile(1 - tail, count + 1) / exposure};
}

double interval_mcnemar(double to_yes, double to_no)
{
    double changed = to_yes + to_no;
    if (!(changed > 0))
        return 1;
    return chi_square_above(square(fmax(fabs(to_yes - to_no) - 1, 0)) / changed);
}

double interval_mean_half(double sd, double n, double z)
{
    return is_some(n) ? z * fabs(sd) / sqrt(n) : INFINITY;
}

double interval_means_half(double sd1, double n1, double sd2, double n2, double z)
{
    return hypot(interval_mean_half(sd1, n1, z), interval_mean_half(sd2, n2, z));
}

static bool leaves_zero_out(double p1, double p2, double n, double z)
{
    struct interval interval = interval_newcombe(p1 * n, n, p2 * n, n, z);
    return interval.low > 0 || interval.high < 0;
}

double interval_shares_need(double p1, double p2, double z)
{
    if (p1 == p2)
        return INFINITY;
    double n = fmax(square(z / (p1 - p2)) * (p1 * (1 - p1) + p2 * (1 - p2)), 1);
    for (int i = 0; i < STEPS_MOST && !leaves_zero_out(p1, p2, n, z); i++)
        n += n / STEP;
    return n;
}

double interval_means_need(double sd, double difference, double z)
{
    return difference == 0 ? INFINITY : 2 * square(z * sd / difference);
}
