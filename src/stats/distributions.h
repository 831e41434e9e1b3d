/* Distributions: the quantiles and tails that intervals and tests need.
 *
 * Pure functions of finite numbers, exact to about 1e-12 of their value (1e-9 at a million
 * degrees of freedom), by the incomplete beta and gamma functions (DLMF 8.7.1, 8.9.2, 8.17.22)
 * and halving. Shares (`p`, tails) run
 * from 0 to 1. What lies outside a function's range counts as its nearest end. */
#ifndef STATS_DISTRIBUTIONS_H
#define STATS_DISTRIBUTIONS_H

/* The share of Student's t distribution with `freedom` degrees (above 0, not necessarily
 * whole) that lies below t. */
double student_below(double t, double freedom);
/* The t below which the share `p` lies; infinite at 0 and 1. */
double student_quantile(double p, double freedom);

/* The share of a gamma distribution of this shape (above 0) and scale 1 that lies below x. */
double gamma_below(double x, double shape);
/* The x below which the share `p` lies; 0 at 0, infinite at 1. */
double gamma_quantile(double p, double shape);

/* The share of a chi-square distribution with one degree of freedom that lies above x. */
double chi_square_above(double x);

#endif
