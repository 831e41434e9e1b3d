/* What the rules about measuring share: an indicator's figures by place, its start, and the
 * planned waves of its source. */
#ifndef CHECK_MEASURE_H
#define CHECK_MEASURE_H

#include "check/rule.h"

#include <stdint.h>

/* Told in figures: so says the type, or a unit where no type is given. */
bool measure_has_figures(const struct indicator *indicator);

/* Tells of a change: its role is outcome, or it has none and stands in an effect, goal or theme. */
bool measure_is_outcome(const struct indicator *indicator);

/* When what the indicator stands in begins: its activity, else the programme. */
struct date measure_start(const struct check *check, const struct indicator *indicator);

/* True if that start, as far as it is known, is past, or the activity is said to be under way. */
bool measure_has_begun(const struct check *check, const struct indicator *indicator);

/* The value of a baseline, calculated for a proportion that gives only k and n. */
struct number measure_value(const struct indicator *indicator, const struct baseline *baseline);

/* The figure that a target wants: its value, else the limit on the side of the indicator's
 * direction. Not given for gaps, and for those who want only a direction. */
struct number measure_goal(const struct indicator *indicator, const struct target *target);

/* Half the width of the 95 % interval that `answers` persons would give at the baseline: of a
 * proportion Wilson's, of a mean from the standard deviation; in the indicator's unit. Not given
 * where it cannot be said: no share or spread is known, or nobody answers. */
struct number measure_half_width(const struct indicator *indicator, const struct baseline *baseline,
                                 double answers);

/* Its unit is the per cent sign: figures are of a hundred, not of one. */
bool measure_is_percent(const struct indicator *indicator);

/* P1Y, P6M, P2W, P1D as days; the reader lets nothing else through. */
double measure_days(const char *duration);

/* --- baselines by place ------------------------------------------------------------------- */

/* What a place is told apart by: its order in the file; 0: no place. */
uint32_t measure_place(const struct model_node *place);

/* The latest baseline with a value for each place of one indicator. Zeroed: nothing; used for
 * one indicator after the other, its room is the arena's of the rule. */
struct measure_baselines {
    struct measure_at {
        uint32_t place; /* measure_place() */
        const struct baseline *baseline;
    } * items; /* by place */
    size_t count, capacity;
    const struct baseline *only; /* where the indicator has but one baseline */
};

void measure_collect(struct measure_baselines *baselines, const struct indicator *indicator,
                     struct arena *arena);

/* The baseline of a place (NULL: of no place); NULL: none. */
const struct baseline *measure_exactly(const struct measure_baselines *baselines,
                                       const struct model_node *place);

/* What a target for that place is held against: the baseline of the place, else one without
 * place, which counts for all, or the only one where the target names no place. */
const struct baseline *measure_nearest(const struct measure_baselines *baselines,
                                       const struct model_node *place);

/* --- sources and their waves ---------------------------------------------------------------- */

/* The planned waves of all sources, in order of time. Lives in the arena of the rule. */
struct measure_waves {
    struct measure_source {
        const struct source *source;
        const struct wave **waves; /* by the day they begin */
        size_t count;
        double answers; /* the most that a wave expects; 0: not known */
    } * sources;        /* as in the model */
    const struct model_list *list;
};

struct measure_waves measure_waves(struct check *check);

/* What is planned for the indicator's source; NULL: nothing, or it has no source. */
const struct measure_source *measure_source(const struct measure_waves *waves,
                                            const struct indicator *indicator);

/* How many waves of a source begin from the first to the last of these days, both included. */
size_t measure_waves_between(const struct measure_source *source, struct date first,
                             struct date last);

#endif
