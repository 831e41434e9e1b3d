/* Rules about how it is carried out: who does it, when, with what, and what then?
 *
 * An idea or a proposal needs none of this yet, and what was stopped no longer does. */
#include "base/buf.h"
#include "check/rule.h"

/* --- who delivers ------------------------------------------------------------------------- */

/* The roles that the components of an activity name. */
struct delivery {
    const struct role *role; /* the first; NULL: none is named */
    bool several;            /* another one is named as well */
    bool volunteers;         /* all are volunteers, and nobody else stands in for them */
};

static bool is_volunteer(const struct role *role)
{
    const struct role *deputy = role->deputy.node ? model_role(role->deputy.node) : NULL;
    return role->kind == ROLE_VOLUNTEER && (!deputy || deputy->kind == ROLE_VOLUNTEER);
}

static void add_role(struct delivery *delivery, const struct role *role)
{
    delivery->several = delivery->several || (delivery->role && delivery->role != role);
    delivery->volunteers = (delivery->volunteers || !delivery->role) && is_volunteer(role);
    delivery->role = delivery->role ? delivery->role : role;
}

static struct delivery delivery_of(const struct activity *activity)
{
    struct delivery delivery = {0};
    for (size_t i = 0; i < activity->components.count; i++) {
        const struct model_refs *by = &model_component(activity->components.items[i])->by;
        for (size_t k = 0; k < by->count; k++)
            add_role(&delivery, model_role(by->items[k].node));
    }
    return delivery;
}

/* --- P20: who, when, how much, for whom ---------------------------------------------------- */

enum { LACKS_MOST = 4 };

/* What an activity does not say, as terms of the catalogue. */
struct lacks {
    const char *terms[LACKS_MOST];
    size_t count;
};

static void add_lack(struct lacks *lacks, const char *term)
{
    lacks->terms[lacks->count++] = term;
}

static bool has_dose(const struct component *component)
{
    return component->sessions.given && (component->minutes.given || component->weeks.given);
}

static bool lacks_dose(const struct activity *activity)
{
    for (size_t i = 0; i < activity->components.count; i++) {
        const struct component *component = model_component(activity->components.items[i]);
        if (component_has_sessions(component) && !has_dose(component))
            return true;
    }
    return false;
}

static bool has_start(const struct activity *activity)
{
    bool given = date_given(activity->from);
    for (size_t i = 0; i < activity->components.count && !given; i++)
        given = date_given(model_component(activity->components.items[i])->from);
    return given;
}

/* When it begins, told by what its status asks for. */
static const char *start_term(const struct activity *activity)
{
    if (activity->status == ACTIVITY_WAITING)
        return N_("how long it waits (until=\"…\")");
    return check_has_begun(activity) ? N_("when it began (from=\"…\")")
                                     : N_("when it begins (from=\"…\")");
}

static struct lacks lacks_of(const struct activity *activity)
{
    struct lacks lacks = {.count = 0};
    /* What has become daily work is led by those who anchor it: P23. */
    bool planned = activity->status != ACTIVITY_ANCHORED;
    bool waits = activity->status == ACTIVITY_WAITING && date_given(activity->until);
    if (planned && !delivery_of(activity).role)
        add_lack(&lacks, N_("who delivers it (<component by=\"…\">)"));
    if (planned && !has_start(activity) && !waits)
        add_lack(&lacks, start_term(activity));
    if (planned && lacks_dose(activity))
        add_lack(&lacks, N_("how many times and how long (sessions, minutes, weeks)"));
    if (!activity->target_groups.count)
        add_lack(&lacks, N_("whom it is for (for=\"…\")"));
    return lacks;
}

/* "a, b and c" in the language of the reader. */
static const char *lacks_text(struct check *check, const struct lacks *lacks)
{
    struct buf text = {0};
    for (size_t i = 0; i < lacks->count; i++) {
        if (i && i + 1 < lacks->count) {
            buf_add_string(&text, ", ");
        } else if (i) {
            buf_add_char(&text, ' ');
            diag_add_term(&text, N_("and"));
            buf_add_char(&text, ' ');
        }
        diag_add_term(&text, lacks->terms[i]);
    }
    return check_keep(check, &text);
}

/* P20: a decided activity that those who are to carry it out could not begin with. */
void rule_incomplete_activity(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (!check_is_decided(activity))
            continue;
        struct lacks lacks = lacks_of(activity);
        if (lacks.count)
            check_found(check, DIAG_ACTIVITY_LACKS, &activity->node, check_title(&activity->node),
                        lacks_text(check, &lacks), NULL);
    }
}

/* --- P21: what it takes --------------------------------------------------------------------- */

/* P21: a decided activity for which nothing is set aside. What has become daily work is paid as
 * daily work. */
void rule_no_resources(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count && !check->model->top_resources.count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (check_is_decided(activity) && activity->status != ACTIVITY_ANCHORED &&
            !activity->resources.count)
            check_found(check, DIAG_NO_RESOURCES, &activity->node, check_title(&activity->node),
                        NULL);
    }
}

/* --- P22, P27: when those who deliver fall away ---------------------------------------------- */

/* P22: only volunteers deliver, and nobody has said what happens without them. */
void rule_only_volunteers(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (check_is_decided(activity) && !activity->backup && delivery_of(activity).volunteers)
            check_found(check, DIAG_ONLY_VOLUNTEERS, &activity->node, check_title(&activity->node),
                        NULL);
    }
}

/* A role that one person has, and that nobody takes over. */
static bool is_one_person(const struct role *role)
{
    return role->holders.given && role->holders.value == 1 && !role->deputy.node;
}

/* P27: all of it is delivered by one person. Where that is a volunteer, P22 has said so. */
void rule_one_person(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (!check_is_decided(activity) || activity->backup)
            continue;
        struct delivery delivery = delivery_of(activity);
        if (!delivery.role || delivery.several || delivery.volunteers ||
            !is_one_person(delivery.role))
            continue;
        struct found *found =
            check_found(check, DIAG_ONE_PERSON, &activity->node, check_title(&activity->node),
                        check_title(&delivery.role->node), NULL);
        found->group = &delivery.role->node;
    }
}

/* --- P23: who carries it on ------------------------------------------------------------------- */

static bool programme_ends(const struct programme *programme)
{
    return programme->kind == PROGRAMME_PROJECT || date_given(programme->to);
}

/* What is tried out has to show first whether it is worth carrying on. */
static bool should_go_on(const struct activity *activity)
{
    return activity->trial != YES &&
           (activity->status == ACTIVITY_APPROVED || activity->status == ACTIVITY_RUNNING);
}

/* P23: nobody is named who carries an activity on. */
void rule_no_anchoring(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    bool ends = programme_ends(check->model->programme);
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        bool anchored = activity->status == ACTIVITY_ANCHORED;
        if (activity->anchored_by.node || !(anchored || (ends && should_go_on(activity))))
            continue;
        enum diag_id id = anchored              ? DIAG_ANCHORED_BY_NOBODY
                          : activity->anchoring ? DIAG_ANCHORING_NO_OWNER
                                                : DIAG_NO_ANCHORING;
        check_found(check, id, &activity->node, check_title(&activity->node), NULL);
    }
}

/* --- P24: waiting too long --------------------------------------------------------------------- */

/* P24: an activity that waits until a date that has passed. */
void rule_waits_too_long(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    struct date today = check->options->today;
    for (size_t i = 0; i < list->count && date_given(today); i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (activity->status == ACTIVITY_WAITING && date_given(activity->until) &&
            date_compare(date_last_day(activity->until), today) < 0)
            check_found(check, DIAG_WAITS_TOO_LONG, &activity->node, check_title(&activity->node),
                        NULL);
    }
}

/* --- P28: trial actions ------------------------------------------------------------------------ */

/* The activities about which a question is asked that says when the answer is good enough and
 * what is decided then; by their position. */
static bool *find_judged(struct check *check)
{
    const struct model *model = check->model;
    bool *judged = arena_array(&check->arena, model->activities.count + 1, sizeof *judged);
    for (size_t i = 0; i < model->questions.count; i++) {
        const struct question *question = model_question(model->questions.items[i]);
        for (size_t k = 0; k < question->about.count; k++) {
            const struct model_node *about = question->about.items[k].node;
            if (about->kind == MODEL_ACTIVITY && question->criterion && question->decision)
                judged[model_activity(about)->position] = true;
        }
    }
    return judged;
}

static bool is_tried_out(const struct activity *activity)
{
    return activity->trial == YES && activity->status != ACTIVITY_IDEA &&
           activity->status != ACTIVITY_PROPOSED && activity->status != ACTIVITY_ANCHORED &&
           activity->status != ACTIVITY_STOPPED;
}

/* P28: a trial action of which nobody has said when to stop, adapt or scale it up. */
void rule_trial_without_criterion(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    const bool *judged = find_judged(check);
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (is_tried_out(activity) && !activity->next_steps.count && !judged[activity->position])
            check_found(check, DIAG_TRIAL_NO_CRITERION, &activity->node,
                        check_title(&activity->node), NULL);
    }
}
