/* What the rules about measuring share; see measure.h. */
#include "check/measure.h"

#include "stats/intervals.h"

#include <stdlib.h>
#include <string.h>

bool measure_has_figures(const struct indicator *indicator)
{
    if (indicator->type == INDICATOR_QUALITATIVE || indicator->type == INDICATOR_YES_NO)
        return false;
    return indicator->type != INDICATOR_TYPE_UNKNOWN || indicator->unit;
}

bool measure_is_outcome(const struct indicator *indicator)
{
    enum model_kind kind = indicator->node.parent->kind;
    if (indicator->role != INDICATOR_ROLE_UNKNOWN)
        return indicator->role == INDICATOR_OUTCOME;
    return kind == MODEL_EFFECT || kind == MODEL_GOAL || kind == MODEL_THEME;
}

static const struct activity *activity_of(const struct indicator *indicator)
{
    const struct model_node *parent = indicator->node.parent;
    return parent->kind == MODEL_ACTIVITY ? model_activity(parent) : NULL;
}

struct date measure_start(const struct check *check, const struct indicator *indicator)
{
    const struct activity *activity = activity_of(indicator);
    return activity && date_given(activity->from) ? activity->from : check->model->programme->from;
}

bool measure_has_begun(const struct check *check, const struct indicator *indicator)
{
    const struct activity *activity = activity_of(indicator);
    if (activity && check_has_begun(activity))
        return true;
    struct date start = date_first_day(measure_start(check, indicator));
    return date_given(start) && date_compare(check->options->today, start) >= 0;
}

struct number measure_value(const struct indicator *indicator, const struct baseline *baseline)
{
    bool counted = indicator->type == INDICATOR_PROPORTION && baseline->k.given &&
                   baseline->n.given && baseline->n.value > 0;
    if (baseline->value.given || !counted)
        return baseline->value;
    bool percent = measure_is_percent(indicator);
    double share = baseline->k.value / baseline->n.value;
    return (struct number){percent ? 100 * share : share, true, percent ? 1 : 3};
}

static struct number half_of_share(const struct indicator *indicator,
                                   const struct baseline *baseline, double answers)
{
    bool percent = measure_is_percent(indicator);
    struct number value = measure_value(indicator, baseline);
    double share = value.value / (percent ? 100 : 1);
    if (!value.given || share < 0 || share > 1)
        return (struct number){0};
    struct interval interval = interval_wilson(share * answers, answers, INTERVAL_Z95);
    double half = (interval.high - interval.low) / 2;
    return (struct number){percent ? 100 * half : half, true, percent ? 0 : 2};
}

struct number measure_half_width(const struct indicator *indicator, const struct baseline *baseline,
                                 double answers)
{
    const struct number none = {0};
    if (answers <= 0)
        return none;
    if (indicator->type == INDICATOR_PROPORTION)
        return half_of_share(indicator, baseline, answers);
    if (indicator->type != INDICATOR_MEAN || !baseline->sd.given)
        return none;
    double half = interval_mean_half(baseline->sd.value, answers, INTERVAL_Z95);
    return (struct number){half, true, baseline->sd.decimals};
}

bool measure_is_percent(const struct indicator *indicator)
{
    return indicator->unit && !strcmp(indicator->unit, "%");
}

struct number measure_goal(const struct indicator *indicator, const struct target *target)
{
    const struct number none = {0};
    if (target->aim == AIM_GAP || target->aim == AIM_DIRECTION)
        return none;
    if (target->value.given)
        return target->value;
    if (indicator->direction == DIRECTION_UP)
        return target->min;
    return indicator->direction == DIRECTION_DOWN ? target->max : none;
}

double measure_days(const char *duration)
{
    char *unit;
    long count = strtol(duration + 1, &unit, 10);
    const double days = *unit == 'Y' ? 365.25 : *unit == 'M' ? 30.4375 : *unit == 'W' ? 7 : 1;
    return (double)count * days;
}

/* --- baselines by place ------------------------------------------------------------------- */

uint32_t measure_place(const struct model_node *place)
{
    return place ? place->order : 0; /* 0 is the programme */
}

static bool is_later(struct date a, struct date b)
{
    return date_given(a) &&
           (!date_given(b) || date_compare(date_last_day(a), date_last_day(b)) > 0);
}

/* By place; of one place the latest first, and of those the first in the file. */
static int by_place(const void *pa, const void *pb)
{
    const struct measure_at *a = pa, *b = pb;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    if (is_later(a->baseline->date, b->baseline->date))
        return -1;
    if (is_later(b->baseline->date, a->baseline->date))
        return 1;
    return a->baseline->node.order < b->baseline->node.order ? -1 : 1;
}

/* Keeps the first of each place. */
static void keep_latest(struct measure_baselines *baselines)
{
    size_t kept = 0;
    for (size_t i = 0; i < baselines->count; i++)
        if (!kept || baselines->items[i].place != baselines->items[kept - 1].place)
            baselines->items[kept++] = baselines->items[i];
    baselines->count = kept;
}

void measure_collect(struct measure_baselines *baselines, const struct indicator *indicator,
                     struct arena *arena)
{
    const struct model_list *list = &indicator->baselines;
    baselines->count = 0;
    baselines->only = NULL;
    if (!list->count)
        return;
    baselines->items = arena_grow(arena, baselines->items, &baselines->capacity, list->count,
                                  sizeof *baselines->items);
    for (size_t i = 0; i < list->count; i++) {
        const struct baseline *baseline = model_baseline(list->items[i]);
        if (measure_value(indicator, baseline).given)
            baselines->items[baselines->count++] =
                (struct measure_at){measure_place(baseline->place.node), baseline};
    }
    if (list->count == 1 && baselines->count == 1)
        baselines->only = baselines->items[0].baseline;
    if (baselines->count > 1)
        qsort(baselines->items, baselines->count, sizeof *baselines->items, by_place);
    keep_latest(baselines);
}

const struct baseline *measure_exactly(const struct measure_baselines *baselines,
                                       const struct model_node *place)
{
    uint32_t order = measure_place(place);
    size_t low = 0, high = baselines->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (baselines->items[middle].place < order)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < baselines->count && baselines->items[low].place == order;
    return found ? baselines->items[low].baseline : NULL;
}

const struct baseline *measure_nearest(const struct measure_baselines *baselines,
                                       const struct model_node *place)
{
    const struct baseline *exact = measure_exactly(baselines, place);
    if (exact)
        return exact;
    return place ? measure_exactly(baselines, NULL) : baselines->only;
}

/* --- sources and their waves ---------------------------------------------------------------- */

static int by_day(const void *pa, const void *pb)
{
    const struct wave *a = *(const struct wave *const *)pa, *b = *(const struct wave *const *)pb;
    int order = date_compare(date_first_day(a->from), date_first_day(b->from));
    if (order)
        return order;
    return a->node.order < b->node.order ? -1 : 1;
}

static void collect_waves(struct measure_source *source, struct arena *arena)
{
    const struct model_list *list = &source->source->waves;
    if (!list->count)
        return;
    source->waves = arena_array(arena, list->count, sizeof *source->waves);
    for (size_t i = 0; i < list->count; i++) {
        const struct wave *wave = model_wave(list->items[i]);
        source->waves[source->count++] = wave;
        if (wave->answers.given && wave->answers.value > source->answers)
            source->answers = wave->answers.value;
    }
    qsort(source->waves, source->count, sizeof *source->waves, by_day);
}

struct measure_waves measure_waves(struct check *check)
{
    const struct model_list *list = &check->model->sources;
    struct measure_waves waves = {.list = list};
    waves.sources = arena_array(&check->arena, list->count + 1, sizeof *waves.sources);
    for (size_t i = 0; i < list->count; i++) {
        waves.sources[i].source = model_source(list->items[i]);
        collect_waves(&waves.sources[i], &check->arena);
    }
    return waves;
}

const struct measure_source *measure_source(const struct measure_waves *waves,
                                            const struct indicator *indicator)
{
    const struct model_node *node = indicator->source.node;
    const struct measure_source *source =
        node ? &waves->sources[check_index(waves->list, node)] : NULL;
    return source && source->count ? source : NULL;
}

/* How many waves begin before that day. */
static size_t waves_before(const struct measure_source *source, struct date day)
{
    size_t low = 0, high = source->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_compare(date_first_day(source->waves[middle]->from), day) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct date day_after(struct date day)
{
    return date_of_seconds(date_seconds(day) + 86400);
}

size_t measure_waves_between(const struct measure_source *source, struct date first,
                             struct date last)
{
    size_t before = waves_before(source, date_first_day(first));
    size_t until = waves_before(source, day_after(date_last_day(last)));
    return until > before ? until - before : 0;
}
