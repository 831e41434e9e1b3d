/* What the rules share: how one reports, and the list of all of them.
 *
 * A rule looks at the whole model and reports what it finds with check_found(). It
 * does not care how often it fires nor whether the model answers: check.c does that
 * once for all. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "base/arena.h"
#include "check/check.h"
#include "check/chain.h"
#include "model/model.h"

struct merge;

/* What a rule found, before it is answered, merged or reported. */
struct found {
    enum diag_id id;
    const struct merge *merge;      /* how many become one; NULL: they stay single */
    const struct model_node *node;  /* what it is about; answers refer to it */
    const struct model_node *group; /* merged only with others of the group; NULL: none */
    struct diag_at at;
    const char *args[DIAG_ARGS];
    const char *label; /* how a list calls it */
    bool done;
    struct found *next; /* of those that may be told together with it; NULL: none */
    size_t company;     /* how many those are, with it */
};

struct check {
    const struct model *model;
    const struct check_options *options;
    struct diag_sink *sink;
    const struct chain *chain;
    struct arena arena; /* of the rule that runs */
    struct found *items;
    size_t count, capacity;
};

/* Reports a finding about `node`, placed at its title. The arguments (strings that
 * live as long as the rule runs) end with NULL. The result may be completed until
 * the next call. */
struct found *check_found(struct check *check, enum diag_id id, const struct model_node *node, ...)
    __attribute__((sentinel));

/* Reports a finding about an arrow, placed at it: {1} where it starts, {2} where it ends,
 * then up to two more specifics (NULL: none). */
struct found *check_link_found(struct check *check, enum diag_id id, const struct link *link,
                               const char *third, const char *fourth);

/* A number as an argument, with its unit; NULL: none. Lives as long as the rule runs. */
const char *check_number(struct check *check, struct number number, const char *unit);

/* Decided: approved, running, waiting or anchored. Begun: running or anchored. */
bool check_is_decided(const struct activity *activity);
bool check_has_begun(const struct activity *activity);

/* What findings call a node in a sentence and, shorter, in a list. Never NULL. */
const char *check_title(const struct model_node *node);
const char *check_label(const struct model_node *node);

/* Structure: structure.c */
void rule_empty(struct check *check);
void rule_effect_unreached(struct check *check);
void rule_activity_without_effect(struct check *check);
void rule_cycle(struct check *check);
void rule_backwards(struct check *check);
void rule_skipped_horizon(struct check *check);
void rule_no_mechanism(struct check *check);
/* Wording: wording.c */
void rule_two_results(struct check *check);
/* Indicators: indicators.c */
void rule_no_indicator(struct check *check);
void rule_proportion(struct check *check);
void rule_target(struct check *check);
/* Privacy: privacy.c */
void rule_private_data(struct check *check);

#endif
