/* The model: one programme theory, read, validated and from then on read-only.
 *
 * Everything hangs on `struct model` and lives in its arena; model_release() ends
 * it all. Objects are plain data. Each begins with a `struct model_node` (kind, id,
 * title, language, parent, place in the file), so a list of nodes can be walked
 * without knowing their kinds, and a late check still points into the XML.
 *
 * What the file leaves out is NULL, 0, `given == false`, a date without year, or an
 * empty list; nearly everything may be left out in a draft. References are
 * resolved: the reader lets no dangling one through. Texts are UTF-8 with white
 * space normalised. The vocabulary (vocabulary.h) says how XML maps on this. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/number.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MODEL_NAMESPACE "urn:x-virkning:programme"
#define MODEL_FORMAT "1"

enum model_kind {
    MODEL_PROGRAMME = 1,
    MODEL_HORIZON,
    MODEL_PLACE,
    MODEL_ROLE,
    MODEL_TARGET_GROUP,
    MODEL_SOURCE,
    MODEL_CHALLENGE,
    MODEL_FOCUS_AREA,
    MODEL_ACTIVITY,
    MODEL_EFFECT,
    MODEL_LINK,
    MODEL_ASSUMPTION,
    MODEL_INDICATOR,
    MODEL_BASELINE,
    MODEL_TARGET,
    MODEL_QUESTION,
    MODEL_METHOD,
    MODEL_ANSWER,
    MODEL_KINDS,
};

/* Where an element stands in the source text. */
struct span {
    uint32_t line, column; /* of the '<', from 1; column in characters */
    uint32_t start, end;   /* byte offsets: '<' of the start tag, after the end tag */
};

struct model_node {
    enum model_kind kind;
    uint32_t order;    /* in the document, from 0: parents before children */
    const char *id;    /* NULL: none */
    const char *title; /* the title, or the text of elements that are text; NULL: none */
    const char *lang;  /* BCP 47 tag in force here; NULL: unknown */
    const struct model_node *parent; /* NULL for the programme */
    struct span span;
    uint32_t title_line, title_column; /* of the title's first character; 0: no title */
};

/* A list of nodes of one kind, in document order. */
struct model_list {
    uint32_t count, capacity;
    const struct model_node **items;
};

/* A resolved reference. */
struct model_ref {
    const char *id;                /* as written; NULL: not given */
    const struct model_node *node; /* what it points at; NULL: not given */
};

struct model_refs {
    uint32_t count;
    struct model_ref *items;
};

enum programme_kind {
    PROGRAMME_KIND_UNKNOWN,
    PROGRAMME_PROJECT,
    PROGRAMME_OPERATION,
    PROGRAMME_STRATEGY
};
enum horizon_holds { HORIZON_EFFECTS, HORIZON_SIGNS }; /* effects unless the file says signs */
enum place_role { PLACE_ROLE_UNKNOWN, PLACE_INTERVENTION, PLACE_COMPARISON };
enum role_kind {
    ROLE_UNKNOWN,
    ROLE_STEERING_GROUP,
    ROLE_PROJECT_OWNER,
    ROLE_PROJECT_LEADER,
    ROLE_EVALUATOR,
    ROLE_STAFF,
    ROLE_PARTNER,
    ROLE_VOLUNTEER,
    ROLE_COMMITTEE,
};
enum source_kind {
    SOURCE_UNKNOWN,
    SOURCE_REGISTER,
    SOURCE_SURVEY,
    SOURCE_REGISTRATION,
    SOURCE_QUALITATIVE
};
enum activity_status {
    ACTIVITY_STATUS_UNKNOWN,
    ACTIVITY_IDEA,
    ACTIVITY_PROPOSED,
    ACTIVITY_APPROVED,
    ACTIVITY_RUNNING,
    ACTIVITY_WAITING,
    ACTIVITY_ANCHORED,
    ACTIVITY_STOPPED,
};
enum effect_kind { EFFECT_PLAIN, EFFECT_SUB_GOAL, EFFECT_GOAL, EFFECT_UNINTENDED };
enum link_origin { LINK_ORIGIN_UNKNOWN, LINK_STATED, LINK_INTERPRETED };
enum indicator_role {
    INDICATOR_ROLE_UNKNOWN,
    INDICATOR_PROCESS,
    INDICATOR_OUTPUT,
    INDICATOR_OUTCOME,
    INDICATOR_CONTEXT
};
enum indicator_type {
    INDICATOR_TYPE_UNKNOWN,
    INDICATOR_COUNT,
    INDICATOR_PROPORTION,
    INDICATOR_MEAN,
    INDICATOR_RATE,
    INDICATOR_SCALE,
    INDICATOR_YES_NO,
    INDICATOR_QUALITATIVE,
};
enum direction {
    DIRECTION_UNKNOWN,
    DIRECTION_UP,
    DIRECTION_DOWN,
    DIRECTION_RANGE,
    DIRECTION_MAINTAIN
};
enum target_level { TARGET_LEVEL_UNKNOWN, TARGET_MINIMUM, TARGET_REALISTIC, TARGET_AMBITIOUS };
enum question_type { QUESTION_UNKNOWN, QUESTION_PROCESS, QUESTION_EFFECT, QUESTION_MECHANISM };
enum method_code {
    METHOD_UNKNOWN,
    METHOD_REGISTER,
    METHOD_REGISTRATION,
    METHOD_SURVEY,
    METHOD_INTERVIEW,
    METHOD_FOCUS_GROUP,
    METHOD_OBSERVATION,
    METHOD_DOCUMENTS,
    METHOD_WORKSHOP,
};
enum yes_no { YES_NO_UNKNOWN, NO, YES };

struct horizon {
    struct model_node node;
    struct number from, to; /* years after the start */
    enum horizon_holds holds;
    uint32_t position; /* among the horizons, from 0 */
};

struct place {
    struct model_node node;
    enum place_role role;
    struct model_ref within;  /* place */
    struct number population; /* persons */
    struct date population_year;
};

struct role {
    struct model_node node;
    enum role_kind kind;
};

struct target_group {
    struct model_node node;
    const char *ages;   /* "0-18", "65-" */
    struct number size; /* persons */
    struct date size_year;
};

struct source {
    struct model_node node;
    enum source_kind kind;
    const char *every;      /* ISO 8601 duration: P1Y, P1M */
    struct model_ref owner; /* role */
};

struct challenge {
    struct model_node node;
    const char *seen_by;
    const char *evidence;
};

struct focus_area {
    struct model_node node;
    const char *objective;
    struct model_list challenges, activities;
    uint32_t position; /* among the focus areas, from 0 */
};

struct activity {
    struct model_node node;
    enum activity_status status;
    struct date from, to;
    struct date until; /* waits until */
    enum yes_no trial; /* prøvehandling */
    struct model_refs places, target_groups;
    const char *description;
    const char *awaits; /* what it waits for */
    struct model_list indicators, links;
    const struct focus_area *focus_area; /* NULL: none */
    uint32_t position;                   /* among all activities, from 0 */
};

struct effect {
    struct model_node node;
    struct model_ref horizon; /* NULL node: not given */
    enum effect_kind kind;
    const char *who; /* the actor who changes */
    struct model_refs target_groups;
    struct date expected; /* earliest date it can be expected */
    const char *description;
    struct model_list indicators, links;
    uint32_t position; /* among all effects, from 0 */
};

/* An arrow. It stands in what it starts from; node.parent is an activity or effect. */
struct link {
    struct model_node node;
    struct model_ref to; /* effect */
    enum link_origin origin;
    int evidence; /* grade 0..4; -1: not given */
    const char *mechanism, *reference;
    struct model_list assumptions;
};

struct assumption {
    struct model_node node; /* title: the text */
    enum yes_no critical;
};

struct indicator {
    struct model_node node;
    enum indicator_role role;
    enum indicator_type type;
    enum direction direction;
    const char *unit;
    struct model_ref source, owner; /* source, role */
    const char *definition, *numerator, *denominator;
    struct model_list baselines, targets;
};

struct baseline {
    struct model_node node;    /* title: a remark */
    struct number value, k, n; /* in the indicator's unit; persons */
    struct date date;
    struct model_ref place;
    enum yes_no estimated;
};

struct target {
    struct model_node node; /* title: a remark */
    struct number value, min, max;
    struct date date;
    enum target_level level;
    struct model_ref place, decided_by; /* place, role */
    struct date decided;
};

struct question {
    struct model_node node;
    enum question_type type;
    struct model_refs about; /* activities, effects, links */
    struct model_refs indicators;
    struct model_refs audience; /* roles */
    const char *criterion, *decision;
    struct model_list methods;
};

struct method {
    struct model_node node; /* title: how, in words */
    enum method_code code;
    struct date when;
    struct model_ref by; /* role */
    const char *informants;
};

/* A reason for leaving a finding as it is. */
struct answer {
    struct model_node node; /* title: the reason */
    const char *rule;       /* "I01" */
    struct model_ref ref;   /* NULL node: the programme as a whole */
};

struct programme {
    struct model_node node;
    enum programme_kind kind;
    const char *version; /* of the programme theory, as the municipality counts */
    struct date approved;
    const char *owner, *purpose, *vision;
    struct date from, to;
};

struct id_table;

struct model {
    struct arena arena;
    const char *file;            /* as the user named it */
    char *source;                /* the text as UTF-8 without BOM, NUL-terminated; owned */
    size_t source_length;        /* spans are offsets into it */
    const char *encoding;        /* of the file: "UTF-8", "ISO-8859-1" ...; NULL: not known */
    char lang_hint[3];           /* what seems to be its language; "": not known */
    bool bom;                    /* the file began with a byte order mark */
    bool well_formed;            /* the source is XML that was read to its end */
    struct programme *programme; /* never NULL in a model that was read */
    /* All objects of a kind wherever they stand, in document order. */
    struct model_list horizons, places, roles, target_groups, sources, challenges, focus_areas,
        activities, effects, links, indicators, questions, answers;
    struct model_list top_challenges, top_activities; /* those outside focus areas */
    struct model_list top_indicators;                 /* those directly in the programme: context */
    struct id_table *ids;                             /* the reader's; see model_find() */
};

/* Reads and validates `path` ("-": standard input). All problems go to `sink`. 0: the
 * model is usable (there may be warnings). 1: it was read as far as possible and has
 * errors; do not use it but for model->source and model_language(), which are set
 * as far as known. -1: operational failure. Release in every case. */
int model_read(struct model *model, const char *path, struct diag_sink *sink);

/* The same on bytes in memory (borrowed); `name` stands for the file in findings. */
int model_read_bytes(struct model *model, const char *name, const char *bytes, size_t length,
                     struct diag_sink *sink);

void model_release(struct model *model);

/* The language of the file, for what is said about it: that of its root element, else what
 * looks like it where the root could not be read, as two letters; NULL: not known. */
const char *model_language(const struct model *model);

/* The object with this id, or NULL. */
const struct model_node *model_find(const struct model *model, const char *id);

/* All objects of a kind, in document order; NULL for kinds that have no such list (the
 * programme, assumptions, baselines, targets, methods). */
const struct model_list *model_all(const struct model *model, enum model_kind kind);

/* The place of a node, or of its title, for a finding. */
struct diag_at model_at(const struct model *model, const struct model_node *node);
struct diag_at model_title_at(const struct model *model, const struct model_node *node);

/* What to call a node on a page: its title, else its id, else "(no title)" in `language`. */
const char *model_name(const struct model_node *node, const struct language *language);

/* Adds the whole model as stable text, one object a line with its children indented. */
void model_dump(struct buf *out, const struct model *model);

/* The node as what it is; `kind` must fit. */
const struct horizon *model_horizon(const struct model_node *node);
const struct place *model_place(const struct model_node *node);
const struct role *model_role(const struct model_node *node);
const struct target_group *model_target_group(const struct model_node *node);
const struct source *model_source(const struct model_node *node);
const struct challenge *model_challenge(const struct model_node *node);
const struct focus_area *model_focus_area(const struct model_node *node);
const struct activity *model_activity(const struct model_node *node);
const struct effect *model_effect(const struct model_node *node);
const struct link *model_link(const struct model_node *node);
const struct assumption *model_assumption(const struct model_node *node);
const struct indicator *model_indicator(const struct model_node *node);
const struct baseline *model_baseline(const struct model_node *node);
const struct target *model_target(const struct model_node *node);
const struct question *model_question(const struct model_node *node);
const struct method *model_method(const struct model_node *node);
const struct answer *model_answer(const struct model_node *node);

/* The horizon an effect stands in; NULL: not given. */
const struct horizon *effect_horizon(const struct effect *effect);
/* The horizon that holds signs; NULL: none. */
const struct horizon *model_sign_horizon(const struct model *model);
/* The links that start in an activity or effect (an empty list for others). */
const struct model_list *model_links_from(const struct model_node *node);

#endif
