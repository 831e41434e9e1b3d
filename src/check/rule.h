/* What the rules share: how one reports, and the list of all of them.
 *
 * A rule looks at the whole model and reports what it finds with check_found(). It
 * does not care how often it fires nor whether the model answers: check.c does that
 * once for all. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "base/arena.h"
#include "base/buf.h"
#include "check/arrows.h"
#include "check/chain.h"
#include "check/check.h"
#include "model/model.h"

struct merge;
struct titles;
struct wording;

/* What a rule found, before it is answered, merged or reported. */
struct found {
    enum diag_id id;
    const struct merge *merge;      /* how many become one; NULL: they stay single */
    const struct model_node *node;  /* what it is about; answers refer to it */
    const struct model_node *group; /* merged only with others of the group; NULL: none */
    struct diag_at at;
    struct diag_at other; /* a second place; line 0: none */
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
    const struct arrows *arrows;
    struct wording *wording; /* titles, once a rule has read them */
    struct arena arena;      /* of the rule that runs */
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

/* Texts as arguments, which live as long as the rule runs: a number with its unit (NULL: none),
 * a count, something formatted, and what stands in `*text`, which is released. */
const char *check_number(struct check *check, struct number number, const char *unit);
const char *check_count(struct check *check, size_t count);
const char *check_format(struct check *check, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *check_keep(struct check *check, struct buf *text);

/* A list of names in a message, all of which are handed over in turn, `place` being their
 * number from 0: the first eight stand in it, and at its end how many more there are. */
void check_add_name(struct buf *list, size_t place, const char *name);
void check_end_names(struct buf *list, size_t count);

/* Decided: approved, running, waiting or anchored. Begun: running or anchored. */
bool check_is_decided(const struct activity *activity);
bool check_has_begun(const struct activity *activity);
/* Wished for, and not only expected. */
bool check_is_intended(const struct effect *effect);

/* What findings call a node in a sentence and, shorter, in a list. Never NULL. */
const char *check_title(const struct model_node *node);
const char *check_label(const struct model_node *node);

/* Where a node stands in the list of all of its kind, which is in order of the file. */
size_t check_index(const struct model_list *list, const struct model_node *node);

/* A flag for each node of the model up to the last of these lists, by its order in the file; none
 * is set. */
bool *check_flags(struct check *check, const struct model_list *const *lists, size_t count);

/* A list of words in the language of a node. */
const struct words_list *check_words(const struct check *check, const struct model_node *node,
                                     enum words_id id);

/* What an answer about a node is seen by: of a link what it leads to, else the node. */
const struct model_node *check_subject(const struct model_node *about);

/* Structure: structure.c */
void rule_empty(struct check *check);
void rule_link_twice(struct check *check);
void rule_effect_unreached(struct check *check);
void rule_activity_without_effect(struct check *check);
void rule_cycle(struct check *check);
void rule_backwards(struct check *check);
void rule_skipped_horizon(struct check *check);
void rule_too_large(struct check *check);
void rule_block(struct check *check);
void rule_no_unintended(struct check *check);
/* Texts of a template: placeholders.c */
void rule_placeholders(struct check *check);
/* Arrows and their conditions: links.c */
void rule_no_mechanism(struct check *check);
void rule_bare_key_link(struct check *check);
void rule_no_evidence(struct check *check);
void rule_no_rival(struct check *check);
void rule_high_risk(struct check *check);
/* Carrying it out: implementation.c */
void rule_incomplete_activity(struct check *check);
void rule_no_resources(struct check *check);
void rule_only_volunteers(struct check *check);
void rule_no_anchoring(struct check *check);
void rule_waits_too_long(struct check *check);
void rule_one_person(struct check *check);
void rule_trial_without_criterion(struct check *check);
/* Who has a say and who is reached: participation.c */
void rule_claims(struct check *check);
void rule_open_recruitment(struct check *check);
/* Tags: tags_known.c */
void rule_tags(struct check *check);
/* Wording: wording.c */
void rule_activity_wording(struct check *check);
void rule_no_actor(struct check *check);
void rule_two_results(struct check *check);
void rule_absolute(struct check *check);
void rule_term(struct check *check);
void rule_mechanism_repeats(struct check *check);
void rule_several_in_sign(struct check *check);
struct titles *wording_titles(struct check *check); /* for reading other texts as language */
void wording_free(struct wording *wording);         /* what they share; NULL is fine */
/* Indicators: indicators.c */
void rule_no_indicator(struct check *check);
void rule_proportion(struct check *check);
void rule_only_outputs(struct check *check);
/* Targets: targets.c */
void rule_target(struct check *check);
void rule_threshold(struct check *check);
/* Measuring: measuring.c; area.c */
void rule_baseline(struct check *check);
void rule_waves(struct check *check);
void rule_answers(struct check *check);
void rule_area(struct check *check);
/* Whom a figure is of: groups.c; what it covers: counting.c; where it comes from: sources.c */
void rule_tiny_group(struct check *check);
void rule_counting(struct check *check);
void rule_vague_source(struct check *check);
void rule_no_owner(struct check *check);
void rule_denominator(struct check *check);
/* What an answer is held against: comparison.c */
void rule_effect_not_compared(struct check *check);
void rule_comparison_exposed(struct check *check);
/* Questions: evaluation.c */
void rule_mechanism_alone(struct check *check);
void rule_one_side_asked(struct check *check);
void rule_question_unused(struct check *check);
/* Sensitive matters: sensitive.c */
void rule_sensitive(struct check *check);
/* Privacy: privacy.c */
void rule_private_data(struct check *check);

#endif
