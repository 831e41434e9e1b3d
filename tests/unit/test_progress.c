/* Tests of progress: each kind of target with each outcome that it can have, and values drawn
 * at random against the definitions. */
#include "stats/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A share that is to rise from 52 to 60 % in a thousand days. */
static struct progress_target rising(void)
{
    return (struct progress_target){.kind = PROGRESS_VALUE,
                                    .direction = 1,
                                    .baseline = {0, 52},
                                    .goal = {1000, 60},
                                    .tolerance = 0.05};
}

/* Children overweight at school start: down from 25 to 15 %. */
static struct progress_target falling(void)
{
    return (struct progress_target){.kind = PROGRESS_VALUE,
                                    .direction = -1,
                                    .baseline = {0, 25},
                                    .goal = {1000, 15},
                                    .tolerance = 0.05};
}

static struct progress_value measured(double day, double value)
{
    return (struct progress_value){
        .due = true, .measured = true, .at = {day, value}, .own_change = NAN};
}

static struct progress judge(struct progress_target target, struct progress_value value)
{
    return progress_judge(&target, &value, NULL);
}

static enum status status_at(struct progress_target target, double day, double value)
{
    return judge(target, measured(day, value)).status;
}

static void assert_status(enum status is, enum status expected)
{
    if (is != expected)
        fail_msg("%s, not %s", status_code(is), status_code(expected));
}

/* --- towards a value --------------------------------------------------------------------- */

static void a_rising_target(void **state)
{
    (void)state;
    assert_status(status_at(rising(), 500, 60), STATUS_REACHED);
    assert_status(status_at(rising(), 500, 59.95), STATUS_REACHED); /* shown as 60.0 */
    assert_status(status_at(rising(), 199, 50), STATUS_TOO_EARLY);
    assert_status(status_at(rising(), 500, 56), STATUS_ON_TRACK);
    assert_status(status_at(rising(), 500, 55.8), STATUS_ON_TRACK); /* 95 % of 4 points */
    assert_status(status_at(rising(), 500, 55.7), STATUS_LITTLE_BEHIND);
    assert_status(status_at(rising(), 500, 54.4), STATUS_LITTLE_BEHIND); /* 60 % */
    assert_status(status_at(rising(), 500, 54.3), STATUS_BEHIND);
    assert_status(status_at(rising(), 500, 51.96), STATUS_BEHIND); /* within the tolerance */
    assert_status(status_at(rising(), 500, 51.9), STATUS_WRONG_DIRECTION);
    assert_status(status_at(rising(), 1000, 56.8), STATUS_PARTLY_REACHED); /* 60 % of 8 points */
    assert_status(status_at(rising(), 1200, 56.7), STATUS_NOT_REACHED);
    assert_status(status_at(rising(), 1000, 40), STATUS_NOT_REACHED);
}

static void a_falling_target(void **state)
{
    (void)state;
    assert_status(status_at(falling(), 500, 15), STATUS_REACHED);
    assert_status(status_at(falling(), 500, 12), STATUS_REACHED);
    assert_status(status_at(falling(), 100, 30), STATUS_TOO_EARLY);
    assert_status(status_at(falling(), 500, 20.2), STATUS_ON_TRACK);
    assert_status(status_at(falling(), 500, 21.9), STATUS_LITTLE_BEHIND);
    assert_status(status_at(falling(), 500, 24), STATUS_BEHIND);
    assert_status(status_at(falling(), 500, 26), STATUS_WRONG_DIRECTION);
    assert_status(status_at(falling(), 1000, 18.9), STATUS_PARTLY_REACHED);
    assert_status(status_at(falling(), 1000, 24), STATUS_NOT_REACHED);
}

static void targets_and_baselines_of_zero(void **state)
{
    (void)state;
    struct progress_target to_zero = falling();
    to_zero.goal.value = 0;
    assert_status(status_at(to_zero, 500, 0), STATUS_REACHED);
    assert_status(status_at(to_zero, 500, 12.5), STATUS_ON_TRACK);
    assert_status(status_at(to_zero, 1000, 8), STATUS_PARTLY_REACHED);
    struct progress_target from_zero = rising();
    from_zero.baseline.value = 0;
    assert_status(status_at(from_zero, 500, 30), STATUS_ON_TRACK);
    assert_status(status_at(from_zero, 500, 0), STATUS_BEHIND);
    assert_status(status_at(from_zero, 500, -3), STATUS_WRONG_DIRECTION);
}

/* The time counts from the day that a change can be expected. */
static void change_is_expected_later(void **state)
{
    (void)state;
    struct progress_target target = rising();
    target.earliest = 600;
    assert_status(status_at(target, 500, 45), STATUS_TOO_EARLY);
    assert_status(status_at(target, 679, 45), STATUS_TOO_EARLY);
    assert_status(status_at(target, 800, 56), STATUS_ON_TRACK);
    assert_status(status_at(target, 500, 61), STATUS_REACHED);
    struct progress progress = judge(target, measured(800, 54));
    assert_true(fabs(progress.time - 0.5) < 1e-12);
    assert_true(fabs(progress.expected - 56) < 1e-12);
    assert_true(fabs(progress.share - 0.5) < 1e-12);
}

static void milestones_bend_the_path(void **state)
{
    (void)state;
    struct progress_target target = rising();
    static const struct progress_step steps[] = {{400, 53}, {800, 54}};
    target.milestones = steps;
    target.milestone_count = 2;
    assert_true(fabs(progress_expected(&target, 200) - 52.5) < 1e-12);
    assert_true(fabs(progress_expected(&target, 600) - 53.5) < 1e-12);
    assert_true(fabs(progress_expected(&target, 900) - 57) < 1e-12);
    assert_true(fabs(progress_expected(&target, 2000) - 60) < 1e-12);
    assert_status(status_at(target, 600, 53.5), STATUS_ON_TRACK);
    assert_status(status_at(rising(), 600, 53.5), STATUS_BEHIND);
}

/* The interval of the change that holds both no change and the expected one says nothing. */
static void certainty_comes_first(void **state)
{
    (void)state;
    struct progress_value value = measured(333, 51);
    value.has_change = true;
    value.change = (struct interval){-7.8, 5.8};
    struct progress progress = judge(rising(), value);
    assert_status(progress.status, STATUS_WRONG_DIRECTION);
    assert_status(progress.shown, STATUS_UNDECIDED);
    value.change = (struct interval){-7.8, 2.0}; /* not as much as expected */
    assert_status(judge(rising(), value).shown, STATUS_WRONG_DIRECTION);
    value = measured(500, 60.5);
    value.has_change = true;
    value.change = (struct interval){0.1, 17};
    assert_status(judge(rising(), value).shown, STATUS_REACHED);
    value = measured(100, 53);
    value.has_change = true;
    value.change = (struct interval){-6, 8};
    assert_status(judge(rising(), value).shown, STATUS_TOO_EARLY);
}

/* --- what is not there ------------------------------------------------------------------- */

static void what_is_not_there_is_not_judged(void **state)
{
    (void)state;
    struct progress_value value = measured(500, 56);
    value.measured = false;
    assert_status(judge(rising(), value).status, STATUS_MISSING);
    value.due = false;
    assert_status(judge(rising(), value).status, STATUS_NOT_PLANNED);
    value = measured(500, 61);
    value.hidden = value.broken = true;
    assert_status(judge(rising(), value).status, STATUS_HIDDEN);
    value.hidden = false;
    assert_status(judge(rising(), value).status, STATUS_BREAK);
    struct progress_target none = {.kind = PROGRESS_NO_TARGET};
    assert_status(judge(none, measured(1, 1)).status, STATUS_NOT_JUDGED);
    assert_true(isnan(judge(none, measured(1, 1)).expected));
}

/* --- the other kinds --------------------------------------------------------------------- */

static void without_a_baseline_the_target_alone_counts(void **state)
{
    (void)state;
    struct progress_target target = rising();
    target.kind = PROGRESS_VALUE_ALONE;
    target.baseline = (struct progress_step){NAN, NAN};
    assert_status(status_at(target, 10, 60), STATUS_MET);
    assert_status(status_at(target, 999, 3), STATUS_UNDER_WAY);
    assert_status(status_at(target, 1000, 59), STATUS_NOT_MET);
    target.direction = -1;
    assert_status(status_at(target, 1000, 59), STATUS_MET);
}

static void ranges(void **state)
{
    (void)state;
    struct progress_target target = {
        .kind = PROGRESS_RANGE, .direction = 1, .low = 6, .high = 8, .tolerance = 0.5};
    assert_status(status_at(target, 1, 7), STATUS_INSIDE);
    assert_status(status_at(target, 1, 8.5), STATUS_INSIDE);
    assert_status(status_at(target, 1, 9), STATUS_OUTSIDE);
    assert_status(status_at(target, 1, 0), STATUS_OUTSIDE);
}

/* The gap to the rest of the municipality: from 12.2 points to 6. */
static void gaps(void **state)
{
    (void)state;
    struct progress_target target = falling();
    target.kind = PROGRESS_GAP;
    target.baseline.value = 12.2;
    target.goal.value = 6;
    struct progress_value value = measured(500, 9);
    value.own_change = -2;
    assert_status(judge(target, value).status, STATUS_ON_TRACK);
    value.own_change = 1; /* smaller only because it went worse elsewhere */
    assert_status(judge(target, value).status, STATUS_GAP_ONLY);
    value.own_change = NAN;
    assert_status(judge(target, value).status, STATUS_GAP_ONLY);
    value.at.value = 12;
    assert_status(judge(target, value).status, STATUS_BEHIND);
    value.at.value = 6;
    value.own_change = 0;
    assert_status(judge(target, value).status, STATUS_REACHED);
}

static void directions(void **state)
{
    (void)state;
    struct progress_target target = falling();
    target.kind = PROGRESS_DIRECTION;
    assert_status(status_at(target, 1, 24), STATUS_AS_WISHED);
    assert_status(status_at(target, 1, 25.04), STATUS_UNCHANGED);
    assert_status(status_at(target, 1, 26), STATUS_OPPOSITE);
    struct progress_value value = measured(1, 24);
    value.has_change = true;
    value.change = (struct interval){-4, 2};
    assert_status(judge(target, value).status, STATUS_AS_WISHED);
    assert_status(judge(target, value).shown, STATUS_UNDECIDED);
}

static void maintaining(void **state)
{
    (void)state;
    struct progress_target target = rising();
    target.kind = PROGRESS_MAINTAIN;
    target.margin = 3;
    assert_status(status_at(target, 1, 49), STATUS_MET);
    assert_status(status_at(target, 1, 48.9), STATUS_WORSE);
    struct progress_value value = measured(1, 51);
    value.has_change = true;
    value.change = (struct interval){-5, 3};
    assert_status(judge(target, value).status, STATUS_UNDECIDED);
    value.change = (struct interval){-2.9, 3};
    assert_status(judge(target, value).status, STATUS_MET);
    value.change = (struct interval){-9, -3.1};
    assert_status(judge(target, value).status, STATUS_WORSE);
    target.direction = -1;
    assert_status(judge(target, value).status, STATUS_MET);
    value.change = (struct interval){-1, 4};
    assert_status(judge(target, value).status, STATUS_UNDECIDED);
}

static void a_target_like_the_baseline_is_maintained(void **state)
{
    (void)state;
    struct progress_target target = rising();
    target.goal.value = 52;
    assert_status(status_at(target, 500, 52), STATUS_MET);
    assert_status(status_at(target, 500, 55), STATUS_MET);
    assert_status(status_at(target, 500, 51), STATUS_WORSE);
}

static void people_judge_what_was_told(void **state)
{
    (void)state;
    struct progress_target target = {.kind = PROGRESS_QUALITATIVE, .direction = 1};
    struct progress_value value = measured(1, NAN);
    assert_status(judge(target, value).status, STATUS_NOT_JUDGED);
    value.judged = true;
    assert_status(judge(target, value).status, STATUS_JUDGED);
}

/* --- at random --------------------------------------------------------------------------- */

/* Numbers that are the same on every machine (splitmix64). */
static double drawn(uint64_t *seed)
{
    uint64_t z = *seed += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return (double)((z ^ z >> 31) >> 11) / 9007199254740992.0;
}

/* Values in tenths, so that ties occur. */
static double drawn_value(uint64_t *seed)
{
    return floor(drawn(seed) * 200) / 10;
}

static struct progress_target drawn_target(uint64_t *seed)
{
    static const double tolerances[] = {0, 0.05, 0.5};
    struct progress_target target = {
        .kind = (enum progress_kind)(drawn(seed) * PROGRESS_KINDS),
        .direction = drawn(seed) < 0.5 ? -1 : 1,
        .baseline = {floor(drawn(seed) * 100), drawn_value(seed)},
        .goal = {100 + floor(drawn(seed) * 900), drawn_value(seed)},
        .margin = drawn_value(seed) / 10,
        .tolerance = tolerances[(int)(drawn(seed) * 3)],
        .earliest = floor(drawn(seed) * 300),
    };
    target.low = drawn_value(seed);
    target.high = target.low + drawn_value(seed);
    double way = target.direction * (target.goal.value - target.baseline.value);
    if (way < 0) { /* a target against its direction is refused by the rules of models */
        double swap = target.goal.value;
        target.goal.value = target.baseline.value;
        target.baseline.value = swap;
    }
    return target;
}

static struct progress_value drawn_measurement(uint64_t *seed)
{
    struct progress_value value = {
        .due = drawn(seed) < 0.9,
        .measured = drawn(seed) < 0.9,
        .hidden = drawn(seed) < 0.05,
        .broken = drawn(seed) < 0.05,
        .judged = drawn(seed) < 0.5,
        .at = {floor(drawn(seed) * 1200), drawn_value(seed)},
        .has_change = drawn(seed) < 0.5,
        .own_change = drawn_value(seed) - 10,
    };
    return value;
}

/* Which outcomes each kind may have beside those of what is not there. */
static bool may_be(enum progress_kind kind, enum status status)
{
    static const enum status outcomes[PROGRESS_KINDS][12] = {
        [PROGRESS_NO_TARGET] = {STATUS_NOT_JUDGED},
        [PROGRESS_VALUE] = {STATUS_REACHED, STATUS_TOO_EARLY, STATUS_PARTLY_REACHED,
                            STATUS_NOT_REACHED, STATUS_ON_TRACK, STATUS_LITTLE_BEHIND,
                            STATUS_BEHIND, STATUS_WRONG_DIRECTION, STATUS_MET, STATUS_WORSE,
                            STATUS_UNDECIDED},
        [PROGRESS_VALUE_ALONE] = {STATUS_MET, STATUS_UNDER_WAY, STATUS_NOT_MET},
        [PROGRESS_RANGE] = {STATUS_INSIDE, STATUS_OUTSIDE},
        [PROGRESS_GAP] = {STATUS_REACHED, STATUS_TOO_EARLY, STATUS_PARTLY_REACHED,
                          STATUS_NOT_REACHED, STATUS_ON_TRACK, STATUS_LITTLE_BEHIND, STATUS_BEHIND,
                          STATUS_WRONG_DIRECTION, STATUS_GAP_ONLY},
        [PROGRESS_DIRECTION] = {STATUS_AS_WISHED, STATUS_UNCHANGED, STATUS_OPPOSITE},
        [PROGRESS_MAINTAIN] = {STATUS_MET, STATUS_WORSE, STATUS_UNDECIDED},
        [PROGRESS_QUALITATIVE] = {STATUS_JUDGED, STATUS_NOT_JUDGED},
    };
    for (int i = 0; i < 12 && outcomes[kind][i]; i++)
        if (outcomes[kind][i] == status)
            return true;
    return false;
}

static bool is_absence(enum status status)
{
    return status == STATUS_MISSING || status == STATUS_NOT_PLANNED || status == STATUS_HIDDEN ||
           status == STATUS_BREAK;
}

/* What the words of a status promise, looked at from the other side than the rules do. */
static void assert_definition(const struct progress_target *target,
                              const struct progress_value *value, enum status status)
{
    double v = value->at.value, v0 = target->baseline.value, goal = target->goal.value;
    double better = target->direction * (v - v0), left = target->direction * (goal - v);
    double tolerance = target->tolerance;
    bool over = value->at.day >= target->goal.day;
    switch (status) {
    case STATUS_REACHED:
        assert_true(left <= tolerance);
        break;
    case STATUS_PARTLY_REACHED:
        assert_true(over && left > tolerance && better > 0);
        break;
    case STATUS_NOT_REACHED:
        assert_true(over && left > tolerance && better <= 0.6 * (left + better) + 1e-9);
        break;
    case STATUS_ON_TRACK:
    case STATUS_LITTLE_BEHIND:
        assert_true(!over && left > tolerance && better > -tolerance);
        break;
    case STATUS_BEHIND:
        assert_true(!over && left > tolerance && better >= -tolerance - 1e-9);
        break;
    case STATUS_WRONG_DIRECTION:
        assert_true(!over && better < 0);
        break;
    case STATUS_TOO_EARLY:
        assert_true(!over && left > tolerance);
        break;
    case STATUS_GAP_ONLY:
        assert_true(target->direction * value->own_change < -tolerance);
        break;
    case STATUS_MET:
    case STATUS_WORSE:
    case STATUS_UNDECIDED:
    default:
        break;
    }
}

/* Statuses from worst to best, on the way and at the end. */
static int rank_of(enum status status)
{
    static const enum status ranks[] = {STATUS_WRONG_DIRECTION, STATUS_BEHIND, STATUS_LITTLE_BEHIND,
                                        STATUS_ON_TRACK, STATUS_REACHED};
    for (int i = 0; i < 5; i++)
        if (ranks[i] == status)
            return i;
    return -1;
}

static void values_at_random_keep_to_the_definitions(void **state)
{
    (void)state;
    uint64_t seed = 7;
    size_t seen[STATUSES] = {0};
    for (int i = 0; i < 200000; i++) {
        struct progress_target target = drawn_target(&seed);
        struct progress_value value = drawn_measurement(&seed);
        double change = value.at.value - target.baseline.value, reach = drawn_value(&seed) / 4;
        value.change = (struct interval){change - reach, change + reach};
        struct progress progress = judge(target, value);
        seen[progress.status]++;
        bool absent = is_absence(progress.status);
        if (!absent && !may_be(target.kind, progress.status))
            fail_msg("kind %d: %s", (int)target.kind, status_code(progress.status));
        if (!absent)
            assert_definition(&target, &value, progress.status);
        if (progress.shown != progress.status) {
            assert_status(progress.shown, STATUS_UNDECIDED);
            assert_true(value.has_change);
        }
    }
    for (int status = STATUS_NONE + 1; status < STATUSES; status++)
        if (!seen[status])
            fail_msg("%s never occurs", status_code((enum status)status));
}

/* A better value never has a worse status, all else being equal. */
static void better_values_never_have_a_worse_status(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int i = 0; i < 100000; i++) {
        struct progress_target target = drawn_target(&seed);
        target.kind = PROGRESS_VALUE;
        double day = floor(drawn(&seed) * 1000), one = drawn_value(&seed);
        double other = one + target.direction * drawn(&seed) * 5;
        int worse = rank_of(status_at(target, day, one));
        int better = rank_of(status_at(target, day, other));
        if (worse >= 0 && better >= 0)
            assert_true(better >= worse);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rising_target),
        cmocka_unit_test(a_falling_target),
        cmocka_unit_test(targets_and_baselines_of_zero),
        cmocka_unit_test(change_is_expected_later),
        cmocka_unit_test(milestones_bend_the_path),
        cmocka_unit_test(certainty_comes_first),
        cmocka_unit_test(what_is_not_there_is_not_judged),
        cmocka_unit_test(without_a_baseline_the_target_alone_counts),
        cmocka_unit_test(ranges),
        cmocka_unit_test(gaps),
        cmocka_unit_test(directions),
        cmocka_unit_test(maintaining),
        cmocka_unit_test(a_target_like_the_baseline_is_maintained),
        cmocka_unit_test(people_judge_what_was_told),
        cmocka_unit_test(values_at_random_keep_to_the_definitions),
        cmocka_unit_test(better_values_never_have_a_worse_status),
    };
    return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
