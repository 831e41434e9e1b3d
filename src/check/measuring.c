/* Rules about measuring: from where, how often, and of how many? */
#include "base/buf.h"
#include "check/measure.h"
#include "check/rule.h"
#include "stats/intervals.h"

#include <math.h>
#include <string.h>

/* --- I05: a baseline before the start ------------------------------------------- */

/* A target that says by how much: it can only be judged against where one began. Within
 * limits one is or is not, whatever was before. */
static bool needs_baseline(const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        if (target->aim != AIM_RANGE && indicator->direction != DIRECTION_RANGE)
            return true;
    }
    return false;
}

/* A figure from after the start may hold some of the effect already. One that was estimated
 * afterwards is the best there is. */
static bool is_late(const struct baseline *baseline, struct date start)
{
    return date_given(baseline->date) && baseline->estimated != YES &&
           date_compare(date_first_day(baseline->date), date_last_day(start)) > 0;
}

static bool all_late(const struct indicator *indicator, struct date start)
{
    for (size_t i = 0; i < indicator->baselines.count; i++)
        if (!is_late(model_baseline(indicator->baselines.items[i]), start))
            return false;
    return date_given(start);
}

/* The last wave that begins no later than the programme is to give the figure, and is not over. */
static bool is_planned(const struct check *check, const struct measure_waves *waves,
                       const struct indicator *indicator)
{
    const struct measure_source *planned = measure_source(waves, indicator);
    struct date start = measure_start(check, indicator);
    if (!planned || !date_given(start))
        return false;
    size_t until = measure_waves_between(planned, planned->waves[0]->from, start);
    const struct wave *last = until ? planned->waves[until - 1] : NULL;
    return last && date_compare(date_last_day(date_given(last->to) ? last->to : last->from),
                                check->options->today) >= 0;
}

static void check_baseline(struct check *check, const struct measure_waves *waves,
                           const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    enum diag_id id = DIAG_BASELINE_LATE;
    if (!indicator->baselines.count && is_planned(check, waves, indicator))
        return;
    if (!indicator->baselines.count)
        id = measure_has_begun(check, indicator) ? DIAG_NO_BASELINE_BEGUN : DIAG_NO_BASELINE;
    else if (!all_late(indicator, measure_start(check, indicator)))
        return;
    check_found(check, id, node, check_title(node), NULL);
}

/* I05: a change that is wanted, and nobody knows from where. */
void rule_baseline(struct check *check)
{
    const struct model_list *list = &check->model->indicators;
    struct measure_waves waves = measure_waves(check);
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (indicator->targets.count && measure_is_outcome(indicator) &&
            measure_has_figures(indicator) && needs_baseline(indicator))
            check_baseline(check, &waves, indicator);
    }
}

/* --- I07: often enough ------------------------------------------------------------ */

enum { SECONDS_OF_DAY = 86400, WAVES_WANTED = 2 };

/* The date of the last target; not given: none, or one has no date and so no end. */
static struct date last_target(const struct indicator *indicator)
{
    struct date last = {0};
    for (size_t i = 0; i < indicator->targets.count; i++) {
        struct date date = date_last_day(model_target(indicator->targets.items[i])->date);
        if (!date_given(date))
            return date;
        if (date_compare(date, last) > 0)
            last = date;
    }
    return last;
}

static struct date years_after(struct date start, double years)
{
    int64_t seconds = (int64_t)floor(years * 365.25) * SECONDS_OF_DAY;
    return date_of_seconds(date_seconds(start) + seconds);
}

/* The end of the horizon that an effect stands in, of an activity its own. */
static struct date end_of(const struct indicator *indicator, struct date start)
{
    const struct date none = {0};
    const struct model_node *parent = indicator->node.parent;
    if (parent->kind == MODEL_ACTIVITY)
        return date_last_day(model_activity(parent)->to);
    if (parent->kind != MODEL_EFFECT)
        return none;
    const struct model_node *node = model_effect(parent)->horizon.node;
    const struct horizon *horizon = node ? model_horizon(node) : NULL;
    bool known = horizon && horizon->to.given && horizon->to.value < 1000;
    return known ? years_after(start, horizon->to.value) : none;
}

/* How many measurements there will be from the start to the end; -1: not known. Measured every
 * so often means: first when that time has passed. A year has not quite as many days as twelve
 * months, so a twentieth is given. */
static double measurements(const struct measure_waves *waves, const struct indicator *indicator,
                           struct date start, struct date end)
{
    const struct measure_source *planned = measure_source(waves, indicator);
    if (planned)
        return (double)measure_waves_between(planned, start, end);
    const char *every = indicator->every;
    if (!every && indicator->source.node)
        every = model_source(indicator->source.node)->every;
    if (!every)
        return -1;
    double days = (double)(date_seconds(end) - date_seconds(start)) / SECONDS_OF_DAY + 1;
    return floor(days / measure_days(every) + 0.05);
}

static void check_waves(struct check *check, const struct measure_waves *waves,
                        const struct indicator *indicator)
{
    struct date start = date_first_day(measure_start(check, indicator));
    struct date end = last_target(indicator);
    if (!date_given(start))
        return;
    if (!date_given(end))
        end = end_of(indicator, start);
    if (!date_given(end) || date_compare(end, start) <= 0)
        return;
    double count = measurements(waves, indicator, start, end);
    const struct model_node *node = &indicator->node;
    if (count == 0)
        check_found(check, DIAG_NO_WAVE, node, check_title(node), NULL);
    else if (count > 0 && count < WAVES_WANTED && measure_is_outcome(indicator))
        check_found(check, DIAG_ONE_WAVE, node, check_title(node), NULL);
}

/* I07: measured so seldom that one learns too late. What was delivered can be counted once, at
 * the end; a change has to be followed. */
void rule_waves(struct check *check)
{
    const struct model_list *list = &check->model->indicators;
    struct measure_waves waves = measure_waves(check);
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        bool told = indicator->source.node || indicator->every;
        if (told && indicator->role != INDICATOR_CONTEXT && measure_has_figures(indicator))
            check_waves(check, &waves, indicator);
    }
}

/* --- I08: enough answers ------------------------------------------------------------ */

/* What one hopes to see between two waves of `n` answers each. */
struct hope {
    double n;
    double change;     /* wanted, without sign, in the indicator's unit */
    int decimals;      /* as the change was written */
    double from, to;   /* shares, of a proportion */
    double sd;         /* of a mean */
    double half, need; /* half width of the difference's interval; answers that would do */
};

/* Everybody counted, the same persons followed, or a sample that says nothing about others:
 * here no interval would be calculated either, or a narrower one. */
static bool is_sampled(const struct indicator *indicator)
{
    const struct model_node *node = indicator->source.node;
    const struct source *source = node ? model_source(node) : NULL;
    if (indicator->paired == YES)
        return false;
    if (!source || source->sampling == SAMPLING_PROBABILITY)
        return true;
    return source->sampling == SAMPLING_UNKNOWN &&
           (source->kind == SOURCE_SURVEY || source->kind == SOURCE_UNKNOWN);
}

/* True if those who were counted at the baseline were asked in a survey. */
static bool is_survey(const struct indicator *indicator)
{
    const struct model_node *node = indicator->source.node;
    const struct source *source = node ? model_source(node) : NULL;
    return source && (source->kind == SOURCE_SURVEY || source->sampling == SAMPLING_PROBABILITY);
}

/* The answers expected in a wave: of the indicator, else of its waves, else as many as there
 * were. 0: not known. */
static double expected_answers(const struct measure_waves *waves, const struct indicator *indicator,
                               const struct baseline *baseline)
{
    if (indicator->sample.given)
        return indicator->sample.value;
    const struct measure_source *planned = measure_source(waves, indicator);
    if (planned && planned->answers > 0)
        return planned->answers;
    return baseline->n.given && is_survey(indicator) ? baseline->n.value : 0;
}

static bool is_share(double value)
{
    return value >= 0 && value <= 1;
}

static void foresee_share(struct hope *hope, double scale)
{
    double k1 = hope->to * hope->n, k2 = hope->from * hope->n;
    struct interval interval = interval_newcombe(k1, hope->n, k2, hope->n, INTERVAL_Z95);
    double difference = hope->to - hope->from;
    /* The side that looks at 0: where it does not reach that far, a change is seen. */
    double half = difference > 0 ? difference - interval.low : interval.high - difference;
    hope->half = scale * half;
    hope->need = interval_shares_need(hope->to, hope->from, INTERVAL_Z95);
}

static void foresee_mean(struct hope *hope)
{
    hope->half = interval_means_half(hope->sd, hope->n, hope->sd, hope->n, INTERVAL_Z95);
    hope->need = interval_means_need(hope->sd, hope->change, INTERVAL_Z95);
}

/* Fills in what is to be seen of the change; false where that cannot be said. */
static bool foresee(struct hope *hope, const struct indicator *indicator,
                    const struct baseline *baseline, double from, double to)
{
    bool mean = indicator->type == INDICATOR_MEAN || indicator->type == INDICATOR_SCALE;
    double scale = measure_is_percent(indicator) ? 100 : 1;
    hope->from = from / scale;
    hope->to = to / scale;
    hope->sd = baseline->sd.value;
    if (mean && baseline->sd.given && hope->sd > 0)
        foresee_mean(hope);
    else if (indicator->type == INDICATOR_PROPORTION && indicator->unit && is_share(hope->from) &&
             is_share(hope->to))
        foresee_share(hope, scale);
    else
        return false;
    return true;
}

/* Rounds up to two figures: 12.5 to 13, 0.331 to 0.34; `*decimals` of them stand behind the
 * point. */
static double round_up(double value, int *decimals)
{
    double step = pow(10, floor(log10(value)) - 1);
    *decimals = step < 1 ? (int)round(-log10(step)) : 0;
    return ceil(value / step - 1e-9) * step;
}

static const char *amount(struct check *check, const struct indicator *indicator, double value,
                          int decimals)
{
    struct buf text = {0};
    diag_add_number(&text, value, decimals);
    if (measure_is_percent(indicator)) {
        buf_add_char(&text, ' ');
        diag_add_term(&text, N_("percentage points"));
    } else if (indicator->unit && indicator->type != INDICATOR_PROPORTION) {
        buf_addf(&text, " %s", indicator->unit);
    }
    return check_keep(check, &text);
}

static void report_hope(struct check *check, const struct indicator *indicator,
                        const struct hope *hope)
{
    const struct model_node *node = &indicator->node;
    int half_decimals, need_decimals;
    double half = round_up(hope->half, &half_decimals);
    double need = round_up(hope->need, &need_decimals);
    check_found(check, DIAG_TOO_FEW_ANSWERS, node, check_title(node),
                check_number(check, (struct number){hope->n, true, 0}, NULL),
                amount(check, indicator, half, half_decimals),
                amount(check, indicator, hope->change, hope->decimals),
                check_number(check, (struct number){need, true, (uint8_t)need_decimals}, NULL),
                NULL);
}

/* Takes the target that wants the largest change: where even that drowns, the others do. */
static void check_answers(struct check *check, const struct measure_waves *waves,
                          const struct indicator *indicator,
                          const struct measure_baselines *baselines)
{
    struct hope largest = {0};
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        struct number goal = measure_goal(indicator, target);
        const struct baseline *baseline = measure_nearest(baselines, target->place.node);
        if (!goal.given || !baseline || target->aim == AIM_MAINTAIN)
            continue;
        struct number now = measure_value(indicator, baseline);
        struct hope hope = {.n = expected_answers(waves, indicator, baseline),
                            .change = fabs(goal.value - now.value),
                            .decimals =
                                goal.decimals > now.decimals ? goal.decimals : now.decimals};
        bool larger = hope.n > 0 && hope.change > largest.change;
        if (larger && foresee(&hope, indicator, baseline, now.value, goal.value))
            largest = hope;
    }
    if (largest.half > largest.change)
        report_hope(check, indicator, &largest);
}

/* I08: so few answers that chance hides the change one hopes for. */
void rule_answers(struct check *check)
{
    const struct model_list *list = &check->model->indicators;
    struct measure_waves waves = measure_waves(check);
    struct measure_baselines baselines = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (!indicator->targets.count || !indicator->baselines.count || !is_sampled(indicator))
            continue;
        measure_collect(&baselines, indicator, &check->arena);
        check_answers(check, &waves, indicator, &baselines);
    }
}
