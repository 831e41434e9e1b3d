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
 * space normalised. The vocabulary (vocabulary.h) says how XML maps on this.
 *
 * A model may include others. They are read with it, each file once, and belong to
 * the one that was asked for, the root, and end with it. A reference may lead into
 * an included model (effect.contributes, indicator.like); its nodes know their own
 * file by way of their programme, and count their `order` for themselves. */
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
    MODEL_CONTEXT,
    MODEL_RISK,
    MODEL_RIVAL,
    MODEL_INDICATOR,
    MODEL_BASELINE,
    MODEL_TARGET,
    MODEL_MILESTONE,
    MODEL_REVISION,
    MODEL_QUESTION,
    MODEL_METHOD,
    MODEL_ANSWER,
    MODEL_INCLUDE,
    MODEL_CODE_LIST,
    MODEL_CODE,
    MODEL_POPULATION,
    MODEL_WAVE,
    MODEL_DOCUMENT,
    MODEL_PRIORITY,
    MODEL_COMPONENT,
    MODEL_RESOURCE,
    MODEL_OUTPUT,
    MODEL_NEXT_STEP,
    MODEL_GOAL,
    MODEL_THEME,
    MODEL_PRODUCT,
    MODEL_RULING,
    MODEL_LESSON,
    MODEL_PLACE_STANDARD,
    MODEL_SCORE,
    MODEL_ASSET,
    MODEL_LOOP_DIAGRAM,
    MODEL_VARIABLE,
    MODEL_INFLUENCE,
    MODEL_FUNNEL,
    MODEL_FUNNEL_STEP,
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

/* A tag: a code of a code list. Lists and codes that the program knows: model/tags.h. */
struct model_tag {
    const char *list, *code;
};

struct model_tags {
    uint32_t count;
    struct model_tag *items;
};

enum programme_kind {
    PROGRAMME_KIND_UNKNOWN,
    PROGRAMME_PROJECT,
    PROGRAMME_OPERATION,
    PROGRAMME_STRATEGY,
    PROGRAMME_PORTFOLIO,
    PROGRAMME_LIBRARY
};
enum design {
    DESIGN_UNKNOWN,
    DESIGN_BEFORE_AFTER,
    DESIGN_COMPARISON,
    DESIGN_TIME_SERIES,
    DESIGN_CONTRIBUTION
};
enum horizon_holds { HORIZON_EFFECTS, HORIZON_SIGNS }; /* effects unless the file says signs */
enum place_role { PLACE_ROLE_UNKNOWN, PLACE_INTERVENTION, PLACE_COMPARISON };
enum boundary {
    BOUNDARY_UNKNOWN,
    BOUNDARY_MUNICIPALITY,
    BOUNDARY_TOWN,
    BOUNDARY_HOUSING_AREA,
    BOUNDARY_SCHOOL_DISTRICT,
    BOUNDARY_STATISTICAL,
    BOUNDARY_INSTITUTION,
    BOUNDARY_OTHER
};
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
enum sampling {
    SAMPLING_UNKNOWN,
    SAMPLING_TOTAL,
    SAMPLING_PROBABILITY,
    SAMPLING_SNOWBALL,
    SAMPLING_CONVENIENCE
};
enum wave_mode {
    WAVE_MODE_UNKNOWN,
    WAVE_ONLINE,
    WAVE_PAPER,
    WAVE_TELEPHONE,
    WAVE_FACE_TO_FACE,
    WAVE_REGISTER
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
enum component_mode {
    COMPONENT_MODE_UNKNOWN,
    COMPONENT_COURSE,
    COMPONENT_GROUP,
    COMPONENT_INDIVIDUAL,
    COMPONENT_VISIT,
    COMPONENT_OUTREACH,
    COMPONENT_OPEN,
    COMPONENT_DIGITAL,
    COMPONENT_TRAINING,
    COMPONENT_SURROUNDINGS,
    COMPONENT_ORGANISATION
};
enum resource_kind {
    RESOURCE_UNKNOWN,
    RESOURCE_HOURS,
    RESOURCE_MONEY,
    RESOURCE_FTE,
    RESOURCE_PREMISES,
    RESOURCE_VOLUNTEERS,
    RESOURCE_MATERIALS
};
enum next_step_do { NEXT_STEP_UNKNOWN, NEXT_STEP_STOP, NEXT_STEP_ADAPT, NEXT_STEP_SCALE };
enum effect_kind { EFFECT_PLAIN, EFFECT_SUB_GOAL, EFFECT_GOAL, EFFECT_UNINTENDED };
enum link_origin { LINK_ORIGIN_UNKNOWN, LINK_STATED, LINK_INTERPRETED };
enum sign { SIGN_UNKNOWN, SIGN_PLUS, SIGN_MINUS };
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
enum counting { COUNTING_UNKNOWN, COUNTING_PER_PERIOD, COUNTING_CUMULATIVE };
enum indicator_level { LEVEL_UNKNOWN, LEVEL_PERSON, LEVEL_GROUP, LEVEL_ORGANISATION, LEVEL_AREA };
enum target_aim { AIM_UNKNOWN, AIM_VALUE, AIM_RANGE, AIM_GAP, AIM_DIRECTION, AIM_MAINTAIN };
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
enum product_kind {
    PRODUCT_UNKNOWN,
    PRODUCT_FOLLOW_UP,
    PRODUCT_BRIEF,
    PRODUCT_REPORT,
    PRODUCT_FINAL,
    PRODUCT_MEETING,
    PRODUCT_OTHER
};
enum ruling_outcome {
    RULING_UNKNOWN,
    RULING_APPROVED,
    RULING_APPROVED_WITH_CHANGES,
    RULING_POSTPONED,
    RULING_REJECTED,
    RULING_NOTED
};
enum lesson_kind { LESSON_UNKNOWN, LESSON_ADAPTATION, LESSON_SURPRISE, LESSON_LEARNING };
enum asset_kind { ASSET_UNKNOWN, ASSET_PERSON, ASSET_NETWORK, ASSET_ORGANISATION, ASSET_PHYSICAL };
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
    enum boundary boundary;
    struct model_ref within;  /* place */
    struct number population; /* persons */
    struct date population_year;
    enum yes_no exposed; /* a comparison that the programme reaches all the same */
    const char *description;
    struct model_list populations;
};

/* The number of inhabitants in another year. */
struct population {
    struct model_node node; /* title: a remark */
    struct date year;
    struct number persons;
};

struct role {
    struct model_node node;
    enum role_kind kind;
    struct number holders;   /* persons who share it */
    struct model_ref deputy; /* role */
    const char *tasks;
};

struct target_group {
    struct model_node node;
    const char *ages;   /* "0-18", "65-" */
    struct number size; /* persons */
    struct date size_year;
    struct model_ref within; /* the larger target group */
    enum yes_no vulnerable;
    struct model_tags tags;
    const char *description;
};

/* A paper that the model rests on. */
struct document {
    struct model_node node;
    const char *section, *author, *address;
    struct date date;
};

struct source {
    struct model_node node;
    enum source_kind kind;
    const char *every;      /* ISO 8601 duration: P1Y, P1M */
    const char *lag;        /* ISO 8601 duration: from the end of a period until its figures */
    struct model_ref owner; /* role */
    enum sampling sampling;
    const char *producer;    /* who makes the figures */
    const char *legal_basis; /* for handling personal data */
    const char *collection;  /* how they are collected */
    struct model_list waves; /* planned; those held belong to the store */
};

struct wave {
    struct model_node node; /* title: what it is called; NULL: its date */
    struct date from, to;
    struct number invited; /* persons */
    struct number answers; /* expected, persons */
    struct model_refs places;
    enum wave_mode mode;
};

struct challenge {
    struct model_node node;
    const char *seen_by;
    struct model_refs focus_areas; /* others than the one it stands in */
    struct model_refs documents;
    const char *evidence, *extent;
    struct model_list priorities;
};

/* How much a challenge matters in a place or a focus area. */
struct priority {
    struct model_node node; /* title: the grounds */
    int rank;               /* 1: first; 0: not given */
    struct model_ref place, focus_area;
};

struct focus_area {
    struct model_node node;
    const char *objective;
    struct model_tags tags;
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
    struct model_ref responsible, anchored_by; /* roles */
    struct model_tags tags;
    const char *description;
    const char *awaits;    /* what it waits for */
    const char *anchoring; /* how it goes on when the programme ends */
    const char *backup;    /* what is done when those who deliver fall away */
    struct model_list components, resources, outputs, next_steps;
    struct model_list indicators, links;
    const struct focus_area *focus_area; /* NULL: none */
    uint32_t position;                   /* among all activities, from 0 */
};

/* Implementation theory: a part of an activity as it is to be delivered. */
struct component {
    struct model_node node;
    struct model_refs by; /* roles that deliver */
    enum component_mode mode;
    const char *setting;
    struct number sessions, minutes, weeks; /* the dose: how many, how long each, over how long */
    struct number reach;                    /* persons planned */
    struct date from, to;
    const char *description, *adaptation, *fidelity;
};

struct resource {
    struct model_node node; /* title: a remark */
    enum resource_kind kind;
    struct number amount; /* hours, DKK, full-time positions, persons; by kind */
    struct date year;
    struct model_ref by; /* role whose time it is */
    const char *funder;
};

struct output {
    struct model_node node;
    struct number quantity;
    const char *unit;
    struct date due;
};

/* What must be seen for a trial action to be stopped, adapted or scaled up. */
struct next_step {
    struct model_node node; /* title: the criterion */
    enum next_step_do step;
};

struct effect {
    struct model_node node;
    struct model_ref horizon; /* NULL node: not given */
    enum effect_kind kind;
    const char *who; /* the actor who changes */
    struct model_refs target_groups;
    struct date expected;          /* earliest date it can be expected */
    struct model_refs contributes; /* goals, themes and effects, also of included models */
    struct model_tags tags;
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
    enum sign sign;
    enum yes_no key; /* one that the programme stands or falls with */
    const char *mechanism, *reference;
    struct model_refs documents;
    struct model_list conditions; /* of all four kinds, in document order */
};

/* An assumption, context, risk or rival explanation, told apart by node.kind; in a link, or
 * in the programme. */
struct condition {
    struct model_node node; /* title: the text */
    enum yes_no critical;
    int probability, consequence; /* 1..5; 0: not given */
    struct model_ref owner;       /* role */
    struct model_refs about;      /* activities, effects, links */
    const char *mitigation;
};

/* Goal > theme > indicator: a tree beside the causal chain. */
struct goal {
    struct model_node node;
    const char *description;
    struct model_list themes, indicators;
    uint32_t position; /* among the goals, from 0 */
};

struct theme {
    struct model_node node;
    const char *description;
    struct model_list indicators;
};

struct indicator {
    struct model_node node;
    enum indicator_role role;
    enum indicator_type type;
    enum direction direction;
    enum counting counting;
    enum indicator_level level;
    enum yes_no paired, sensitive, key;
    const char *unit;
    struct number lowest, highest;  /* possible values */
    struct number sample;           /* answers expected in a wave */
    const char *every, *lag;        /* ISO 8601 durations; NULL: those of the source */
    struct model_ref source, owner; /* source, role */
    struct model_ref like;      /* the indicator, also of an included model, from which it has what
                              its own element does not say: what is marked in the vocabulary */
    struct model_refs measures; /* activities and effects beside the one it stands in */
    const char *definition, *numerator, *denominator;
    const char *rationale, *collection, *disaggregation, *limitations;
    struct model_list baselines, targets, milestones, revisions;
};

struct baseline {
    struct model_node node;    /* title: a remark */
    struct number value, k, n; /* in the indicator's unit; persons */
    struct number sd;          /* standard deviation, in the indicator's unit */
    struct date date;
    struct model_ref place;
    enum yes_no estimated;
};

struct target {
    struct model_node node; /* title: a remark */
    enum target_aim aim;
    struct number value, min, max; /* for a gap: the gap, this place minus the other */
    struct number tolerance;       /* half the displayed unit where not given */
    struct number margin;          /* that a value to be maintained may lose */
    struct date date;
    enum target_level level;
    struct model_ref place, against, decided_by; /* places, role */
    struct date decided;
};

/* A step on the way to a target. */
struct milestone {
    struct model_node node; /* title: a remark */
    struct number value;
    struct date date;
    struct model_ref place;
};

/* A change of an indicator's definition or method. */
struct revision {
    struct model_node node; /* title: what and why */
    struct date date;
    enum yes_no breaks; /* figures before and after cannot be compared */
};

struct question {
    struct model_node node;
    enum question_type type;
    enum design design;      /* of the programme where not given */
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
    struct model_ref by;    /* role */
    struct model_refs asks; /* roles and target groups */
    const char *informants;
};

/* What the evaluation hands out, to whom and when. */
struct product {
    struct model_node node;
    enum product_kind kind;
    struct date date;
    const char *every;          /* ISO 8601 duration */
    struct model_refs audience; /* roles */
    struct model_refs questions;
    const char *decision;
};

/* A decision of a forum. */
struct ruling {
    struct model_node node; /* title: conditions or words of the decision */
    struct date date;
    struct model_ref by; /* role */
    enum ruling_outcome outcome;
    struct model_refs about;
};

/* An entry of the learning log. */
struct lesson {
    struct model_node node; /* title: the text */
    struct date date;
    enum lesson_kind kind;
    struct model_refs about;
};

/* A reason for leaving a finding as it is. */
struct answer {
    struct model_node node; /* title: the reason */
    const char *rule;       /* "I01" */
    struct model_ref ref;   /* NULL node: the programme as a whole */
};

/* Another model file that this one refers to. */
struct include {
    struct model_node node;    /* id: the name before the colon in references; title: a remark */
    const char *file;          /* as written: relative to this file, or of the installed library */
    const struct model *model; /* owned by the root model; NULL: it could not be read, which was
                                  reported */
    bool used;                 /* something in this file refers to it */
};

/* A code list of the municipality's own, for tags. */
struct code_list {
    struct model_node node; /* id: the name before the colon in a tag */
    struct model_list codes;
};

struct code {
    struct model_node node;
    const char *name;
};

/* Place Standard: a conversation about a place, scored by theme. */
struct place_standard {
    struct model_node node;
    struct model_ref place;
    struct date date;
    struct number participants;
    struct model_list scores;
};

struct score {
    struct model_node node; /* title: what was said */
    const char *theme;      /* a code of the list place-standard, or of the model's own */
    struct number value;    /* 1..7 */
};

/* What a place already has to build on. */
struct asset {
    struct model_node node;
    enum asset_kind kind;
    struct model_ref place;
    const char *description;
};

/* A causal-loop diagram; the one place where circles belong. */
struct loop_diagram {
    struct model_node node;
    struct model_list variables, influences;
};

struct variable {
    struct model_node node;
    struct model_refs about; /* effects, activities, challenges that it stands for */
};

struct influence {
    struct model_node node;    /* title: how */
    struct model_ref from, to; /* variables */
    enum sign sign;
    enum yes_no delayed;
};

/* Recruitment, from those who could come to those who stay. */
struct funnel {
    struct model_node node;
    struct model_ref activity, target_group;
    struct model_list steps;
};

struct funnel_step {
    struct model_node node;
    struct number expected; /* persons */
};

struct programme {
    struct model_node node;
    const char *file; /* that it stands in; as model.file */
    enum programme_kind kind;
    enum design design;
    const char *version; /* of the programme theory, as the municipality counts */
    struct date approved;
    const char *owner, *purpose, *vision, *place_grounds, *limits, *ethics;
    struct date from, to;
};

/* An element of another namespace. The program passes it over and keeps it. */
struct model_foreign {
    const char *name, *uri;
    const struct model_node *parent; /* the object that it stands in */
    struct span span;
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
    struct model_list includes, code_lists, horizons, places, roles, target_groups, documents,
        sources, challenges, focus_areas, activities, components, resources, outputs, effects,
        links, goals, themes, indicators, waves, questions, products, rulings, lessons, answers;
    struct model_list assumptions, contexts, risks, rivals; /* wherever they stand */
    struct model_list place_standards, assets, loop_diagrams, variables, funnels;
    struct model_list top_challenges, top_activities; /* those outside focus areas */
    struct model_list top_indicators;                 /* those directly in the programme: context */
    struct model_list top_resources;                  /* of the programme as a whole */
    struct model_list top_conditions;                 /* of the programme as a whole */
    struct model_foreign *foreign;                    /* of other namespaces, outermost ones */
    uint32_t foreign_count;
    struct id_table *ids;    /* the reader's; see model_find() */
    struct model **included; /* all that were read for this one, directly or not, also those
                                with errors; owned. Only a root has any */
    uint32_t included_count;
};

enum {
    MODEL_MOST_FILES = 500,         /* of one reading, the root among them */
    MODEL_MOST_INCLUDED = 256 << 20 /* bytes of all included files together */
};

/* How a model is read; NULL stands for all zero. */
struct model_options {
    const char *library; /* folder of the libraries that come with the program, where included
                            files are looked for last; NULL: none */
    bool alone;          /* open no other file: every include is an error */
};

/* Reads and validates `path` ("-": standard input) and what it includes. All problems go
 * to `sink`. 0: the model is usable (there may be warnings). 1: it was read as far as
 * possible and has errors; do not use it but for model->source, model_language() and
 * model_add_finding(), which are set as far as known. -1: operational failure.
 * Release in every case. */
int model_read_with(struct model *model, const char *path, const struct model_options *options,
                    struct diag_sink *sink);

/* The same on bytes in memory (borrowed). `name` stands for the file in findings, and its
 * folder is where included files are looked for first. */
int model_read_bytes_with(struct model *model, const char *name, const char *bytes, size_t length,
                          const struct model_options *options, struct diag_sink *sink);

/* The plain forms: a file without a library; bytes alone. */
int model_read(struct model *model, const char *path, struct diag_sink *sink);
int model_read_bytes(struct model *model, const char *name, const char *bytes, size_t length,
                     struct diag_sink *sink);

void model_release(struct model *model);

/* The language of the file, for what is said about it: that of its root element, else what
 * looks like it where the root could not be read, as two letters; NULL: not known. */
const char *model_language(const struct model *model);

/* The object of this model with this id, or NULL. */
const struct model_node *model_find(const struct model *model, const char *id);

/* The programme that a node stands in, which tells models apart. */
const struct programme *model_programme_of(const struct model_node *node);

/* One more than the largest order of the objects in two lists: how long an array is that has a
 * place for each. */
size_t model_orders(const struct model_list *one, const struct model_list *other);

/* All objects of a kind, in document order; NULL for kinds that have no such list (the
 * programme, baselines, targets, methods and other parts of one object). */
const struct model_list *model_all(const struct model *model, enum model_kind kind);

/* The place of a node, or of its title, for a finding. The node may be of `model` or of one
 * that it includes; the place names its own file. */
struct diag_at model_at(const struct model *model, const struct model_node *node);
struct diag_at model_title_at(const struct model *model, const struct model_node *node);

/* Adds a finding about the model or one that it includes, as diag_add_full() does, with the
 * line of the file that it is about. */
void model_add_finding(struct buf *out, const struct model *model, const struct diag *diag,
                       const struct language *language);

/* What to call a node on a page: its title, else its id, else "(no title)" in `language`; nothing
 * where that is NULL. */
const char *model_name(const struct model_node *node, const struct language *language);

/* Adds the whole model as stable text, one object a line with its children indented. */
void model_dump(struct buf *out, const struct model *model);

/* The node as what it is; `kind` must fit. */
const struct horizon *model_horizon(const struct model_node *node);
const struct place *model_place(const struct model_node *node);
const struct population *model_population(const struct model_node *node);
const struct role *model_role(const struct model_node *node);
const struct target_group *model_target_group(const struct model_node *node);
const struct document *model_document(const struct model_node *node);
const struct source *model_source(const struct model_node *node);
const struct wave *model_wave(const struct model_node *node);
const struct challenge *model_challenge(const struct model_node *node);
const struct priority *model_priority(const struct model_node *node);
const struct focus_area *model_focus_area(const struct model_node *node);
const struct activity *model_activity(const struct model_node *node);
const struct component *model_component(const struct model_node *node);
const struct resource *model_resource(const struct model_node *node);
const struct output *model_output(const struct model_node *node);
const struct next_step *model_next_step(const struct model_node *node);
const struct effect *model_effect(const struct model_node *node);
const struct link *model_link(const struct model_node *node);
const struct goal *model_goal(const struct model_node *node);
const struct theme *model_theme(const struct model_node *node);
const struct indicator *model_indicator(const struct model_node *node);
const struct baseline *model_baseline(const struct model_node *node);
const struct target *model_target(const struct model_node *node);
const struct milestone *model_milestone(const struct model_node *node);
const struct revision *model_revision(const struct model_node *node);
const struct question *model_question(const struct model_node *node);
const struct method *model_method(const struct model_node *node);
const struct product *model_product(const struct model_node *node);
const struct ruling *model_ruling(const struct model_node *node);
const struct lesson *model_lesson(const struct model_node *node);
const struct answer *model_answer(const struct model_node *node);
const struct include *model_include(const struct model_node *node);
const struct code_list *model_code_list(const struct model_node *node);
const struct code *model_code(const struct model_node *node);
const struct place_standard *model_place_standard(const struct model_node *node);
const struct score *model_score(const struct model_node *node);
const struct asset *model_asset(const struct model_node *node);
const struct loop_diagram *model_loop_diagram(const struct model_node *node);
const struct variable *model_variable(const struct model_node *node);
const struct influence *model_influence(const struct model_node *node);
const struct funnel *model_funnel(const struct model_node *node);
const struct funnel_step *model_funnel_step(const struct model_node *node);
/* For all four kinds of conditions. */
const struct condition *model_condition(const struct model_node *node);

/* True if one of the references is to `node`. */
bool model_refs_hold(const struct model_refs *refs, const struct model_node *node);
/* True if the indicator stands in `node`, or says that it measures it. */
bool indicator_measures(const struct indicator *indicator, const struct model_node *node);

/* True of a part that comes in a number of times, where the dose matters: rule P20. */
bool component_has_sessions(const struct component *component);

/* The horizon an effect stands in; NULL: not given. */
const struct horizon *effect_horizon(const struct effect *effect);
/* The horizon that holds signs; NULL: none. */
const struct horizon *model_sign_horizon(const struct model *model);
/* True if there is the tag list:code among them. */
bool model_has_tag(const struct model_tags *tags, const char *list, const char *code);
/* The code of the first tag of this list, or NULL. */
const char *model_tag_of(const struct model_tags *tags, const char *list);
/* The links that start in an activity or effect (an empty list for others). */
const struct model_list *model_links_from(const struct model_node *node);

#endif
