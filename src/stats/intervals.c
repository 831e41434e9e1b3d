/* Intervals for proportions, means and their differences; see intervals.h. */
#include "stats/intervals.h"

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
