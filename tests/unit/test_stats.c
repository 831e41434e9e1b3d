/* Tests of the room stats: intervals against published and worked-out values, and against a
 * table that another program made. */
#include "stats/distributions.h"
#include "stats/intervals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* `interval` is low..high, per cent, to the decimals that are written. */
static void assert_percent(struct interval interval, double low, double high, double precision)
{
    if (fabs(100 * interval.low - low) > precision || fabs(100 * interval.high - high) > precision)
        fail_msg("%.4f .. %.4f, not %.4f .. %.4f", 100 * interval.low, 100 * interval.high, low,
                 high);
}

static void assert_near(double value, double expected, double precision)
{
    if (!(fabs(value - expected) <= precision))
        fail_msg("%.6f, not %.6f", value, expected);
}

static struct interval wilson(double k, double n)
{
    return interval_wilson(k, n, INTERVAL_Z95);
}

static struct interval newcombe(double k1, double n1, double k2, double n2)
{
    return interval_newcombe(k1, n1, k2, n2, INTERVAL_Z95);
}

static void test_wilson(void **state)
{
    (void)state;
    assert_percent(wilson(7, 10), 39.7, 89.2, 0.05);
    assert_percent(wilson(0, 8), 0, 32.4, 0.05);
    assert_percent(wilson(140, 200), 63.3, 75.9, 0.05);
    assert_percent(wilson(915, 3473), 24.9, 27.8, 0.05);
    /* Newcombe 1998, table I, method 3. */
    assert_percent(wilson(81, 263), 25.53, 36.62, 0.005);
    assert_percent(wilson(15, 148), 6.24, 16.05, 0.005);
    assert_percent(wilson(0, 20), 0, 16.11, 0.005);
    assert_percent(wilson(1, 29), 0.61, 17.18, 0.005);
}

static void test_wilson_edges(void **state)
{
    (void)state;
    assert_true(wilson(0, 8).low == 0 && wilson(8, 8).high == 1);
    assert_percent(wilson(8, 8), 67.6, 100, 0.05);
    assert_true(wilson(0, 1e9).low == 0 && wilson(1e9, 1e9).high == 1);
    assert_percent(wilson(0, 0), 0, 100, 0);
    assert_percent(wilson(3, -1), 0, 100, 0);
    assert_percent(wilson(-2, 8), 0, 32.4, 0.05);
    assert_percent(wilson(9, 8), 67.6, 100, 0.05);
    /* A plan expects so many: fractions are fine. */
    struct interval low = wilson(41, 150), planned = wilson(41.5, 150), high = wilson(42, 150);
    assert_true(low.low < planned.low && planned.low < high.low);
    assert_true(low.high < planned.high && planned.high < high.high);
}

static void test_newcombe(void **state)
{
    (void)state;
    assert_percent(newcombe(915, 3473, 3982, 28160), 10.71, 13.75, 0.005);
    /* Newcombe 1998, table II, method 10. */
    assert_percent(newcombe(56, 70, 48, 80), 5.24, 33.39, 0.005);
    assert_percent(newcombe(9, 10, 3, 10), 17.05, 80.90, 0.005);
    assert_percent(newcombe(5, 56, 0, 29), -3.81, 19.26, 0.005);
    assert_percent(newcombe(10, 10, 0, 10), 60.75, 100, 0.005);
}

static void test_newcombe_edges(void **state)
{
    (void)state;
    /* The other way round it is the same, with the signs turned. */
    struct interval one = newcombe(56, 70, 48, 80), other = newcombe(48, 80, 56, 70);
    assert_near(one.low, -other.high, 1e-12);
    assert_near(one.high, -other.low, 1e-12);
    assert_percent(newcombe(0, 0, 0, 0), -100, 100, 0);
    /* Nobody answered in the second wave: all that the first leaves open. */
    struct interval first = wilson(7, 10), open = newcombe(7, 10, 0, 0);
    assert_near(open.low, first.low - 1, 1e-12);
    assert_near(open.high, first.high, 1e-12);
    assert_true(newcombe(8, 8, 0, 8).high == 1 && newcombe(0, 8, 8, 8).low == -1);
}

static void test_means(void **state)
{
    (void)state;
    assert_near(interval_mean_half(20, 100, INTERVAL_Z95), 3.9199, 5e-5);
    assert_near(interval_means_half(20, 100, 20, 100, INTERVAL_Z95), 5.5436, 5e-5);
    assert_near(interval_means_half(3, 9, 4, 16, 1), sqrt(2), 1e-12);
    assert_true(interval_mean_half(0, 12, INTERVAL_Z95) == 0);
    assert_true(isinf(interval_mean_half(20, 0, INTERVAL_Z95)));
    assert_true(isinf(interval_means_half(20, 100, 20, 0, INTERVAL_Z95)));
}

/* As many as are needed are enough, and hardly more than enough. */
static void test_need(void **state)
{
    (void)state;
    double n = interval_means_need(20, 5, INTERVAL_Z95);
    assert_near(n, 122.93, 0.005);
    assert_near(interval_means_half(20, n, 20, n, INTERVAL_Z95), 5, 1e-9);
    static const double pairs[][2] = {{0.52, 0.60}, {0.41, 0.46}, {0, 0.05}, {0.02, 0.01}, {1, 0}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double a = pairs[i][0], b = pairs[i][1];
        n = interval_shares_need(a, b, INTERVAL_Z95);
        struct interval enough = newcombe(a * n, n, b * n, n);
        struct interval too_few = newcombe(a * n * 0.95, n * 0.95, b * n * 0.95, n * 0.95);
        assert_true(enough.low > 0 || enough.high < 0);
        assert_true(n < 2 || (too_few.low <= 0 && too_few.high >= 0));
    }
    assert_true(isinf(interval_shares_need(0.5, 0.5, INTERVAL_Z95)));
    assert_true(isinf(interval_means_need(20, 0, INTERVAL_Z95)));
}

static void assert_interval(struct interval interval, double low, double high)
{
    assert_near(interval.low, low, 1e-12);
    assert_near(interval.high, high, 1e-12);
}

static void test_changes(void **state)
{
    (void)state;
    const struct interval_change area = {208, 400, 224, 400}, rest = {600, 1000, 610, 1000};
    struct interval change = interval_changes(&area, &rest, INTERVAL_Z95);
    assert_percent(change, -5.11, 11.07, 0.005);
    /* A side that nobody answered says nothing, and the whole says less than without it. */
    const struct interval_change nobody = {0, 0, 0, 0};
    change = interval_changes(&area, &nobody, INTERVAL_Z95);
    assert_true(change.low < -0.9 && change.high > 0.9);
}

static void test_edges_of_tests(void **state)
{
    (void)state;
    assert_true(isinf(interval_mean(7, 2, 1, 0.95).low));
    assert_true(isinf(interval_means(7, 2, 10, 7, 2, 1, 0.95).high));
    assert_interval(interval_mean(7, 0, 12, 0.95), 7, 7);
    assert_true(interval_rate(0, 5, 0.95).low == 0);
    assert_true(isinf(interval_rate(3, 0, 0.95).high));
    assert_true(interval_mcnemar(0, 0) == 1);
    assert_true(interval_mcnemar(5, 5) == 1);
}

/* A distribution turned round gives back what went in, far out as well. */
static void test_quantiles(void **state)
{
    (void)state;
    static const double shares[] = {1e-9, 0.001, 0.025, 0.4, 0.5, 0.8, 0.975, 0.999999};
    static const double sizes[] = {0.5, 1, 2, 3.7, 29, 1000, 250000};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (size_t p = 0; p < sizeof shares / sizeof *shares; p++) {
            double t = student_quantile(shares[p], sizes[s]);
            double x = gamma_quantile(shares[p], sizes[s]);
            assert_near(student_below(t, sizes[s]), shares[p], 1e-9);
            assert_near(gamma_below(x, sizes[s]), shares[p], 1e-9);
        }
    assert_near(student_quantile(0.975, 1e6), 1.959966357, 1e-9); /* by R's qt() */
    assert_near(chi_square_above(INTERVAL_Z95 * INTERVAL_Z95), 0.05, 1e-12);
}

/* --- the reference table ------------------------------------------------------------------ */

enum { ARGUMENTS = 8 };

/* One line of tests/cases/statistics/reference.csv. */
struct reference {
    char what[16];
    double a[ARGUMENTS], low, high;
};

/* Cuts the next field off the line. */
static const char *next_field(char **at)
{
    char *field = *at, *end = field + strcspn(field, ";");
    *at = *end ? end + 1 : end;
    *end = '\0';
    return field;
}

static double next_number(char **at)
{
    const char *field = next_field(at);
    return *field ? strtod(field, NULL) : NAN;
}

static struct reference read_reference(char *line)
{
    struct reference reference = {0};
    char *at = line;
    line[strcspn(line, "\n")] = '\0';
    snprintf(reference.what, sizeof reference.what, "%.15s", next_field(&at));
    for (int i = 0; i < ARGUMENTS; i++)
        reference.a[i] = next_number(&at);
    reference.low = next_number(&at);
    reference.high = next_number(&at);
    return reference;
}

static bool is(const struct reference *reference, const char *what)
{
    return !strcmp(reference->what, what);
}

static struct interval computed(const struct reference *reference)
{
    const double *a = reference->a;
    if (is(reference, "wilson"))
        return interval_wilson(a[0], a[1], INTERVAL_Z95);
    if (is(reference, "newcombe"))
        return interval_newcombe(a[0], a[1], a[2], a[3], INTERVAL_Z95);
    if (is(reference, "mean"))
        return interval_mean(a[0], a[1], a[2], 0.95);
    if (is(reference, "means"))
        return interval_means(a[0], a[1], a[2], a[3], a[4], a[5], 0.95);
    if (is(reference, "rate"))
        return interval_rate(a[0], a[1], 0.95);
    if (is(reference, "mcnemar"))
        return (struct interval){interval_mcnemar(a[0], a[1]), NAN};
    assert_true(is(reference, "changes"));
    const struct interval_change area = {a[0], a[1], a[2], a[3]};
    const struct interval_change comparison = {a[4], a[5], a[6], a[7]};
    return interval_changes(&area, &comparison, INTERVAL_Z95);
}

static void assert_agrees(double ours, double theirs, const char *line)
{
    if (!(fabs(ours - theirs) <= 1e-6 * fmax(1, fabs(theirs))))
        fail_msg("%.12g: %s", ours, line);
}

static void test_reference_table(void **state)
{
    (void)state;
    char line[512], shown[512];
    FILE *file = fopen(TEST_SOURCE_DIR "/tests/cases/statistics/reference.csv", "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    size_t count = 0;
    for (; fgets(line, sizeof line, file); count++) {
        memcpy(shown, line, sizeof shown);
        struct reference reference = read_reference(line);
        struct interval ours = computed(&reference);
        assert_agrees(ours.low, reference.low, shown);
        if (!isnan(reference.high))
            assert_agrees(ours.high, reference.high, shown);
    }
    fclose(file);
    assert_true(count >= 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wilson),    cmocka_unit_test(test_wilson_edges),
        cmocka_unit_test(test_newcombe),  cmocka_unit_test(test_newcombe_edges),
        cmocka_unit_test(test_means),     cmocka_unit_test(test_need),
        cmocka_unit_test(test_changes),   cmocka_unit_test(test_edges_of_tests),
        cmocka_unit_test(test_quantiles), cmocka_unit_test(test_reference_table),
    };
    return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
