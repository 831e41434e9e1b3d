/* Judging: joins what a model has decided, what the store has collected and what statistics can
 * say of it. The only place where a figure about progress is made.
 *
 * A series is one indicator in one place for one subgroup. It has the model's baseline first,
 * then the store's observations by date; of each period the last revision counts. What may not
 * be shown is hidden here, before anybody sees it: in a public edition hidden points hold no
 * figures at all. Everything lives in the arena of `struct judge`; model and store are borrowed,
 * and the store is not needed any more when judge_make() returns. */
#ifndef JUDGE_JUDGE_H
#define JUDGE_JUDGE_H

#include "base/arena.h"
#include "model/model.h"
#include "stats/progress.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>

/* An internal edition shows all to those who work with it, and says so on every page. */
enum judge_edition { JUDGE_PUBLIC, JUDGE_INTERNAL };

struct judge_settings {
    struct progress_limits limits;
    int least_cell; /* of sensitive indicators: k or n-k below it are hidden; 5 */
    int least_base; /* n below it: no percentage, "k of n" instead; 20 */
    double level;   /* of intervals; 0.95 */
};
extern const struct judge_settings judge_settings; /* as documented */

struct judge_options {
    int year;          /* that is judged */
    struct date today; /* for what is due */
    const char *place; /* id; NULL: all */
    enum judge_edition edition;
    const struct judge_settings *settings; /* NULL: judge_settings */
};

enum judge_point_kind { JUDGE_BASELINE, JUDGE_OBSERVED };

struct judge_point {
    enum judge_point_kind kind;
    struct date from, to; /* full days */
    double day;           /* middle of them, days since 1970 */
    enum store_missing missing;
    bool hidden;  /* by the rules of confidentiality; no figures below in the public edition */
    bool bare;    /* too few for a percentage: shown as "k of n" */
    double value; /* in the indicator's unit; NAN: none */
    int decimals;
    double k, n, sd; /* NAN: none */
    bool has_interval;
    struct interval interval; /* of the value, in its unit */
    bool breaks;              /* cannot be compared with the points before it */
    bool estimated;
    const struct store_wave *wave; /* NULL: none known */
    const char *note;
    uint32_t revision;
};

struct judge_series {
    const struct indicator *indicator;
    const struct place *place; /* NULL: the programme as a whole */
    const char *subgroup;      /* NULL: all */
    struct judge_point *points;
    size_t point_count;
    const struct judge_point *baseline, *current, *last; /* in points; NULL: none. `current` is that
                                                            of the year, `last` the last before it */
    const struct target *target;                         /* of this place; NULL: none */
    const struct judge_series *comparison; /* the same indicator in the place compared with */
    struct progress_target aim;            /* made of target and baseline */
    struct progress_value value;
    struct progress progress;
    bool difference_known; /* difference in differences to the comparison: */
    double difference;     /* in the indicator's unit */
    struct interval difference_interval;
    bool trends_untested;               /* fewer than two earlier points on either side */
    const struct store_judgement *said; /* by people, of this year; NULL: none */
    enum status shown; /* what documents print: what people set, else progress.shown */
};

/* A measurement that is planned: what is due, late or missing. */
enum judge_due_state { JUDGE_DONE, JUDGE_DUE, JUDGE_LATE, JUDGE_COMING };
struct judge_due {
    const struct indicator *indicator;
    const struct place *place;   /* NULL: all */
    const struct role *owner;    /* NULL: nobody named */
    const struct source *source; /* NULL: none */
    struct date from, to;        /* the period */
    struct date due;             /* when the figures can be there: the period's end and the lag */
    enum judge_due_state state;
};

struct judge {
    struct arena arena;
    const struct model *model;
    struct judge_options options;
    struct judge_series *series; /* by indicator in document order, place, subgroup */
    size_t series_count;
    struct judge_due *due; /* by date, owner, indicator */
    size_t due_count;
    struct store_wave *waves; /* the last revision of each, by date */
    size_t wave_count;
    struct store_step *steps; /* actions and decisions of the year and those still open */
    size_t step_count;
};

/* Reads the store (NULL: there is none yet) and judges. Returns 0, or -1 after one report.
 * `judge` is initialised here and to be released in every case. */
int judge_make(struct judge *judge, const struct model *model, struct store *store,
               const struct judge_options *options, struct diag_sink *sink);
void judge_release(struct judge *judge);

/* The series of an indicator in a place (NULL: as a whole) for all; NULL: none. */
const struct judge_series *judge_series_of(const struct judge *judge,
                                           const struct indicator *indicator,
                                           const struct place *place);

/* How the elements stand, for figures: indicators by their series (the worst where there are
 * several places), activities by their signs, effects by their indicators, links only where
 * people judged them. In the judge's arena, sorted by id. Nothing is averaged. */
struct judge_status {
    const char *id;
    enum status status;
};
const struct judge_status *judge_statuses(struct judge *judge, size_t *count);

#endif
