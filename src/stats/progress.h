/* Progress: what a value says about its target, by stated rules.
 *
 * Pure functions of numbers. Times are days, counted from any day; partial dates were made
 * days by the caller. Values are in the unit of the target. Each kind of target has its own
 * closed list of outcomes, in docs/status.md; the order of the rules is the one there. Nothing
 * here fails: where a rule has nothing to go by, the outcome says so. */
#ifndef STATS_PROGRESS_H
#define STATS_PROGRESS_H

#include "base/status.h"
#include "stats/intervals.h"

#include <stdbool.h>
#include <stddef.h>

enum progress_kind {
    PROGRESS_NO_TARGET,   /* or an outcome that has no baseline */
    PROGRESS_VALUE,       /* from the baseline towards a value */
    PROGRESS_VALUE_ALONE, /* process and output without baseline: the target alone counts */
    PROGRESS_RANGE,       /* within limits */
    PROGRESS_GAP,         /* the value is the distance to a comparison, and is to become smaller */
    PROGRESS_DIRECTION,   /* up or down, without a value */
    PROGRESS_MAINTAIN,    /* not worse than the baseline by more than a margin */
    PROGRESS_QUALITATIVE, /* judged by people */
    PROGRESS_KINDS,
};

/* When it is on track, only a little behind, partly reached (shares of the expected change, or
 * of the whole one), and how much of the time makes it too early (a share of it). */
struct progress_limits {
    double on_track, little_behind, partly_reached, too_early;
};
extern const struct progress_limits progress_limits; /* 0.95, 0.60, 0.60, 0.20 */

struct progress_step {
    double day, value;
};

struct progress_target {
    enum progress_kind kind;
    int direction;                 /* 1: a higher value is better, -1: a lower one */
    struct progress_step baseline; /* kinds VALUE, GAP, DIRECTION, MAINTAIN */
    struct progress_step goal;     /* value and day due; VALUE, VALUE_ALONE, GAP */
    double low, high;              /* RANGE */
    double margin;                 /* MAINTAIN: what may be lost, 0 or more */
    double tolerance;              /* half the displayed unit, 0 or more */
    double earliest; /* day from which change can be expected; the baseline's or later */
    const struct progress_step *milestones; /* decided, by day, between earliest and due */
    size_t milestone_count;
};

/* What is there of the year that is judged. */
struct progress_value {
    bool due;                /* a measurement was planned */
    bool measured;           /* there is one */
    bool hidden;             /* it may not be shown */
    bool broken;             /* the series was broken since the baseline */
    bool judged;             /* QUALITATIVE: people have judged */
    struct progress_step at; /* day and value */
    bool has_change;         /* the interval below is known: not for complete registrations */
    struct interval change;  /* of the value less the baseline's */
    double own_change;       /* GAP: the change of the area's own value, up or down; NAN: unknown */
};

struct progress {
    enum status status; /* the label by the rules, which explain and annex show */
    enum status shown;  /* the same, or STATUS_UNDECIDED where the interval leaves it open */
    double expected;    /* the value expected on that day; NAN: none */
    double time;        /* share of the time from `earliest` to the due day, 0..1; NAN: none */
    double change;      /* value less baseline; NAN: none */
    double share;       /* of the expected change, or after the due day of the whole; NAN: none */
};

/* The value that is expected on a day: the baseline's until `earliest`, then straight from step
 * to step, and the goal's from its day on. */
double progress_expected(const struct progress_target *target, double day);

struct progress progress_judge(const struct progress_target *target,
                               const struct progress_value *value,
                               const struct progress_limits *limits);

#endif
