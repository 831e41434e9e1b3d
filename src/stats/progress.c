/* Progress against targets; see progress.h. The rules stand in the order in which they are
 * tried: the first that matches is the status. */
#include "stats/progress.h"

#include <math.h>

const struct progress_limits progress_limits = {
    .on_track = 0.95, .little_behind = 0.60, .partly_reached = 0.60, .too_early = 0.20};

/* --- the expected path ------------------------------------------------------------------- */

static double between(struct progress_step from, struct progress_step to, double day)
{
    if (day >= to.day)
        return to.value;
    double share = (day - from.day) / (to.day - from.day);
    return from.value + share * (to.value - from.value);
}

static struct progress_step last_before(const struct progress_target *target)
{
    double day = fmax(target->earliest, target->baseline.day);
    return (struct progress_step){day, target->baseline.value};
}

double progress_expected(const struct progress_target *target, double day)
{
    struct progress_step from = last_before(target);
    if (day <= from.day)
        return from.value;
    for (size_t i = 0; i < target->milestone_count; i++) {
        struct progress_step step = target->milestones[i];
        if (step.day <= from.day || step.day >= target->goal.day)
            continue;
        if (day <= step.day)
            return between(from, step, day);
        from = step;
    }
    return target->goal.day > from.day ? between(from, target->goal, day) : target->goal.value;
}

/* --- what rules look at ------------------------------------------------------------------ */

/* A target and a value at it, with what follows from them. */
struct look {
    const struct progress_target *target;
    const struct progress_value *value;
    const struct progress_limits *limits;
    struct progress *progress;
};

/* How much better than `other` the value is, in its unit; below 0: worse. */
static double better_than(const struct look *look, double other)
{
    return look->target->direction * (look->value->at.value - other);
}

static bool is_due(const struct look *look)
{
    return look->value->at.day >= look->target->goal.day;
}

/* A share that is shown as the limit is at the limit, whatever the last bit says. */
static bool at_least(double share, double limit)
{
    return share >= limit - 1e-9;
}

static double share_of(double part, double whole)
{
    return whole != 0 ? part / whole : NAN;
}

/* --- towards a value --------------------------------------------------------------------- */

static enum status judge_end(const struct look *look)
{
    const struct progress_target *target = look->target;
    double whole = target->goal.value - target->baseline.value;
    double share = share_of(look->progress->change, whole);
    look->progress->share = share;
    return at_least(share, look->limits->partly_reached) ? STATUS_PARTLY_REACHED
                                                         : STATUS_NOT_REACHED;
}

static bool is_too_early(const struct look *look)
{
    const struct progress_target *target = look->target;
    double expected_change = look->progress->expected - target->baseline.value;
    return look->value->at.day < target->earliest ||
           look->progress->time < look->limits->too_early ||
           fabs(expected_change) <= target->tolerance;
}

static enum status judge_on_the_way(const struct look *look)
{
    const struct progress_target *target = look->target;
    struct progress *progress = look->progress;
    double share = share_of(progress->change, progress->expected - target->baseline.value);
    progress->share = share;
    if (at_least(share, look->limits->on_track) ||
        better_than(look, progress->expected) >= -target->tolerance)
        return STATUS_ON_TRACK;
    if (at_least(share, look->limits->little_behind))
        return STATUS_LITTLE_BEHIND;
    if (share >= 0 || fabs(progress->change) <= target->tolerance)
        return STATUS_BEHIND;
    return STATUS_WRONG_DIRECTION;
}

static enum status judge_towards(const struct look *look)
{
    const struct progress_target *target = look->target;
    struct progress *progress = look->progress;
    double start = fmax(target->earliest, target->baseline.day);
    double time = share_of(look->value->at.day - start, target->goal.day - start);
    progress->time = isnan(time) ? 1 : fmin(fmax(time, 0), 1);
    progress->expected = progress_expected(target, look->value->at.day);
    progress->change = look->value->at.value - target->baseline.value;
    if (better_than(look, target->goal.value) >= -target->tolerance)
        return STATUS_REACHED;
    if (is_due(look))
        return judge_end(look);
    return is_too_early(look) ? STATUS_TOO_EARLY : judge_on_the_way(look);
}

/* The interval of the change holds both no change and the expected one. */
static bool is_open(const struct look *look)
{
    const struct progress_value *value = look->value;
    double expected = look->progress->expected - look->target->baseline.value;
    return value->has_change && !isnan(expected) && value->change.low <= fmin(0, expected) &&
           value->change.high >= fmax(0, expected);
}

static bool says_how_far(enum status status)
{
    switch (status) {
    case STATUS_REACHED:
    case STATUS_PARTLY_REACHED:
    case STATUS_NOT_REACHED:
    case STATUS_ON_TRACK:
    case STATUS_LITTLE_BEHIND:
    case STATUS_BEHIND:
    case STATUS_WRONG_DIRECTION:
    case STATUS_GAP_ONLY:
        return true;
    default:
        return false;
    }
}

/* --- the other kinds --------------------------------------------------------------------- */

static enum status judge_alone(const struct look *look)
{
    if (better_than(look, look->target->goal.value) >= -look->target->tolerance)
        return STATUS_MET;
    return is_due(look) ? STATUS_NOT_MET : STATUS_UNDER_WAY;
}

static enum status judge_range(const struct look *look)
{
    const struct progress_target *target = look->target;
    double value = look->value->at.value;
    bool inside =
        value >= target->low - target->tolerance && value <= target->high + target->tolerance;
    return inside ? STATUS_INSIDE : STATUS_OUTSIDE;
}

static bool is_welcome(enum status status)
{
    return status == STATUS_REACHED || status == STATUS_ON_TRACK;
}

/* The distance may have become smaller because it went worse elsewhere. */
static enum status judge_gap(const struct look *look)
{
    enum status status = judge_towards(look);
    double own = look->target->direction * look->value->own_change;
    if (is_welcome(status) && !(own >= -look->target->tolerance))
        return STATUS_GAP_ONLY;
    return status;
}

static enum status judge_direction(const struct look *look)
{
    const struct progress_target *target = look->target;
    double better = better_than(look, target->baseline.value);
    look->progress->change = look->value->at.value - target->baseline.value;
    if (fabs(better) <= target->tolerance)
        return STATUS_UNCHANGED;
    return better > 0 ? STATUS_AS_WISHED : STATUS_OPPOSITE;
}

/* With a change that is known exactly, the interval is that change. */
static struct interval change_of(const struct look *look)
{
    double change = look->value->at.value - look->target->baseline.value;
    return look->value->has_change ? look->value->change : (struct interval){change, change};
}

static enum status judge_maintain(const struct look *look)
{
    const struct progress_target *target = look->target;
    struct interval change = change_of(look);
    double worst = target->direction > 0 ? change.low : -change.high;
    double best = target->direction > 0 ? change.high : -change.low;
    look->progress->change = look->value->at.value - target->baseline.value;
    look->progress->expected = target->baseline.value;
    if (worst >= -target->margin)
        return STATUS_MET;
    return best < -target->margin ? STATUS_WORSE : STATUS_UNDECIDED;
}

/* --- the whole ---------------------------------------------------------------------------- */

/* What is said before the value is looked at; STATUS_NONE: nothing. */
static enum status judge_presence(const struct progress_target *target,
                                  const struct progress_value *value)
{
    if (target->kind == PROGRESS_NO_TARGET)
        return STATUS_NOT_JUDGED;
    if (!value->measured)
        return value->due ? STATUS_MISSING : STATUS_NOT_PLANNED;
    if (value->hidden)
        return STATUS_HIDDEN;
    return value->broken ? STATUS_BREAK : STATUS_NONE;
}

/* A target that is the baseline is one to be maintained. */
static enum progress_kind kind_of(const struct progress_target *target)
{
    bool same = target->kind == PROGRESS_VALUE && target->goal.value == target->baseline.value;
    return same ? PROGRESS_MAINTAIN : target->kind;
}

static enum status judge_kind(const struct look *look)
{
    switch (kind_of(look->target)) {
    case PROGRESS_VALUE:
        return judge_towards(look);
    case PROGRESS_VALUE_ALONE:
        return judge_alone(look);
    case PROGRESS_RANGE:
        return judge_range(look);
    case PROGRESS_GAP:
        return judge_gap(look);
    case PROGRESS_DIRECTION:
        return judge_direction(look);
    case PROGRESS_MAINTAIN:
        return judge_maintain(look);
    case PROGRESS_QUALITATIVE:
        return look->value->judged ? STATUS_JUDGED : STATUS_NOT_JUDGED;
    case PROGRESS_NO_TARGET:
    case PROGRESS_KINDS:
        break;
    }
    return STATUS_NOT_JUDGED;
}

/* A direction is left open where the interval of the change holds 0. */
static bool is_undecided(const struct look *look, enum status status)
{
    if (look->target->kind == PROGRESS_DIRECTION)
        return look->value->has_change && look->value->change.low <= 0 &&
               look->value->change.high >= 0;
    return says_how_far(status) && is_open(look);
}

struct progress progress_judge(const struct progress_target *target,
                               const struct progress_value *value,
                               const struct progress_limits *limits)
{
    struct progress progress = {.expected = NAN, .time = NAN, .change = NAN, .share = NAN};
    struct look look = {target, value, limits ? limits : &progress_limits, &progress};
    enum status before = judge_presence(target, value);
    progress.status = before != STATUS_NONE ? before : judge_kind(&look);
    progress.shown = progress.status;
    if (before == STATUS_NONE && is_undecided(&look, progress.status))
        progress.shown = STATUS_UNDECIDED;
    return progress;
}
