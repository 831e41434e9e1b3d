/* How sure a figure is: intervals for proportions, means and their differences.
 *
 * Pure functions of numbers. Proportions are shares from 0 to 1, of `k` out of `n`;
 * k need not be whole, because a plan expects so many. Means, standard deviations and
 * half widths are in the unit of what was measured. `z` says how sure: the quantile of
 * the standard normal distribution, INTERVAL_Z95 for 95 %. For the means of small samples
 * the quantile of Student's t belongs in its place; who calls decides.
 *
 * Arguments are finite numbers. Nothing here fails: where nothing is known (n is 0 or less),
 * the interval is all that is possible; a k below 0 counts as 0, one above n as n. */
#ifndef STATS_INTERVALS_H
#define STATS_INTERVALS_H

/* 97.5 % of a standard normal distribution lies below it. */
#define INTERVAL_Z95 1.959963984540054

struct interval {
    double low, high;
};

/* Wilson's score interval of a proportion (Wilson 1927; method 3 of Newcombe 1998, Statistics
 * in Medicine 17:857): with p = k/n,
 *     (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 * It never leaves 0..1 and holds for small n, where p ± z √(p(1-p)/n) does not. k = 0 begins
 * at exactly 0, k = n ends at exactly 1, and neither is a point. n = 0: 0 to 1. */
struct interval interval_wilson(double k, double n, double z);

/* Newcombe's hybrid interval of the difference k1/n1 - k2/n2 of two independent proportions
 * (method 10 of Newcombe 1998, Statistics in Medicine 17:873), from Wilson's intervals l..u:
 *     d - √((p1-l1)² + (u2-p2)²)  to  d + √((u1-p1)² + (p2-l2)²).
 * It is not symmetric about d and never leaves -1..1. A side with n = 0 may be anything from
 * 0 to 1: the interval is then what the other side leaves open. */
struct interval interval_newcombe(double k1, double n1, double k2, double n2, double z);

/* The interval of the difference of two quantities that are independent and have intervals
 * of their own, by MOVER (Zou and Donner 2008, Statistics in Medicine 27:1693):
 *     d - √((a-a.low)² + (b.high-b)²)  to  d + √((a.high-a)² + (b-b.low)²),  d = a - b. */
struct interval interval_subtract(double a, struct interval of_a, double b, struct interval of_b);

/* A group of persons at two measurements: k out of n before and after, not the same persons. */
struct interval_change {
    double k_before, n_before, k_after, n_after;
};

/* Difference in differences: the change of the share in an area less that in a comparison,
 * Newcombe's two intervals put together by interval_subtract(). */
struct interval interval_changes(const struct interval_change *area,
                                 const struct interval_change *comparison, double z);

/* Student's interval of a mean, mean ± t sd/√n with n - 1 degrees of freedom; of paired values
 * it is the interval of the mean difference. n < 2 says nothing: infinite on both sides.
 * `level`: how sure, 0.95. */
struct interval interval_mean(double mean, double sd, double n, double level);

/* Welch's interval of the difference of two independent means, mean1 - mean2, with the degrees
 * of freedom of Welch and Satterthwaite. n < 2 on one side: infinite. */
struct interval interval_means(double mean1, double sd1, double n1, double mean2, double sd2,
                               double n2, double level);

/* The exact interval of a rate, `count` events (whole) in `exposure` (persons, years ...), by
 * gamma quantiles (Garwood 1936). No events begin at exactly 0; no exposure: 0 to infinite. */
struct interval interval_rate(double count, double exposure, double level);

/* McNemar's test of paired yes and no, with the correction for continuity: how likely at least
 * so great a difference between those who changed to yes and those who changed to no would be if
 * nothing had changed. Nobody changed: 1. */
double interval_mcnemar(double to_yes, double to_no);

/* Half the width of a mean's interval, z sd/√n. n = 0: infinite. sd = 0: 0, because all gave
 * the same answer. */
double interval_mean_half(double sd, double n, double z);

/* Half the width of the interval of the difference of two independent means,
 * z √(sd1²/n1 + sd2²/n2): Welch's standard error, equal spread is not assumed. One n = 0:
 * infinite. */
double interval_means_half(double sd1, double n1, double sd2, double n2, double z);

/* How many answers each of two samples needs for Newcombe's interval of their difference to
 * leave 0 out when the shares are just `p1` and `p2` (0..1): the large-sample form
 * z² (p1(1-p1) + p2(1-p2)) / (p1-p2)², raised by fiftieths until the interval agrees, which
 * near 0 and 1 takes more. Not rounded. Equal shares: infinite. */
double interval_shares_need(double p1, double p2, double z);

/* The same for two means that lie `difference` apart, with one spread: 2 (z sd/difference)². */
double interval_means_need(double sd, double difference, double z);

#endif
