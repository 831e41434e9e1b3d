/* Distributions by the incomplete beta and gamma functions; see distributions.h. */
#include "stats/distributions.h"

#include <float.h>
#include <math.h>

enum { TERMS_MOST = 10000, HALVINGS = 200 };

/* A continued fraction b0 + a1/(b1 + a2/(b2 + ...)) by the modified Lentz method. */
struct fraction {
    double value, c, d;
};

static double off_zero(double x)
{
    return fabs(x) < DBL_MIN ? DBL_MIN : x;
}

static struct fraction fraction_start(double b)
{
    return (struct fraction){.value = off_zero(b), .c = off_zero(b), .d = 0};
}

/* Takes the next pair in; returns the factor by which the value changed. */
static double fraction_next(struct fraction *fraction, double a, double b)
{
    fraction->d = 1 / off_zero(b + a * fraction->d);
    fraction->c = off_zero(b + a / fraction->c);
    double factor = fraction->c * fraction->d;
    fraction->value *= factor;
    return factor;
}

static int is_done(double factor)
{
    return fabs(factor - 1) < DBL_EPSILON;
}

/* --- beta ------------------------------------------------------------------------------- */

/* The fraction of DLMF 8.17.22, which is quick for x < (a + 1) / (a + b + 2). */
static double beta_fraction(double x, double a, double b)
{
    struct fraction fraction = fraction_start(1);
    for (int m = 0; m < TERMS_MOST; m++) {
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double k = m + 1;
        double even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k));
        fraction_next(&fraction, odd, 1);
        if (is_done(fraction_next(&fraction, even, 1)))
            break;
    }
    return 1 / fraction.value;
}

/* The regularised incomplete beta function. `rest` is 1 - x, which may be known better. */
static double beta_share(double x, double rest, double a, double b)
{
    if (x <= 0)
        return 0;
    if (rest <= 0)
        return 1;
    double front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(rest));
    if (x < (a + 1) / (a + b + 2))
        return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(rest, b, a) / b;
}

/* --- Student's t ------------------------------------------------------------------------ */

/* The share above t >= 0. */
static double student_above(double t, double freedom)
{
    double square = t * t;
    double x = freedom / (freedom + square), rest = square / (freedom + square);
    return beta_share(x, rest, freedom / 2, 0.5) / 2;
}

double student_below(double t, double freedom)
{
    return t < 0 ? student_above(-t, freedom) : 1 - student_above(t, freedom);
}

/* The t >= 0 above which the share `tail` <= 1/2 lies. */
static double student_tail(double tail, double freedom)
{
    double low = 0, high = 1;
    while (student_above(high, freedom) > tail && high < DBL_MAX / 2)
        high *= 2;
    for (int i = 0; i < HALVINGS && high - low > DBL_EPSILON * high; i++) {
        double middle = low + (high - low) / 2;
        if (student_above(middle, freedom) > tail)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

double student_quantile(double p, double freedom)
{
    if (p <= 0)
        return -INFINITY;
    if (p >= 1)
        return INFINITY;
    return p < 0.5 ? -student_tail(p, freedom) : student_tail(1 - p, freedom);
}

/* --- gamma ------------------------------------------------------------------------------ */

/* The series of DLMF 8.7.1, which is quick for x < shape + 1. */
static double gamma_series(double x, double shape)
{
    double term = 1 / shape, sum = term;
    for (int n = 1; n < TERMS_MOST && term > sum * DBL_EPSILON; n++) {
        term *= x / (shape + n);
        sum += term;
    }
    return sum;
}

/* The fraction of DLMF 8.9.2 for what lies above. */
static double gamma_fraction(double x, double shape)
{
    struct fraction fraction = fraction_start(x + 1 - shape);
    for (int n = 1; n < TERMS_MOST; n++)
        if (is_done(fraction_next(&fraction, -n * (n - shape), x + 2 * n + 1 - shape)))
            break;
    return 1 / fraction.value;
}

double gamma_below(double x, double shape)
{
    if (x <= 0)
        return 0;
    if (isinf(x))
        return 1;
    double front = exp(shape * log(x) - x - lgamma(shape));
    return x < shape + 1 ? front * gamma_series(x, shape) : 1 - front * gamma_fraction(x, shape);
}

double gamma_quantile(double p, double shape)
{
    if (p <= 0)
        return 0;
    if (p >= 1)
        return INFINITY;
    double low = 0, high = shape + 1;
    while (gamma_below(high, shape) < p)
        high *= 2;
    for (int i = 0; i < HALVINGS && high - low > DBL_EPSILON * high; i++) {
        double middle = low + (high - low) / 2;
        if (gamma_below(middle, shape) < p)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

double chi_square_above(double x)
{
    return x > 0 ? erfc(sqrt(x / 2)) : 1;
}
