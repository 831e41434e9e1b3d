/* What is asked of those who decide; see request.h. */
#include "report/request.h"

#include "report/parts.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- who is asked --------------------------------------------------------------------- */

const struct model_node *request_forum(const struct report *report)
{
    static const enum role_kind kinds[] = {ROLE_STEERING_GROUP, ROLE_COMMITTEE, ROLE_PROJECT_OWNER};
    const struct model_list *roles = &report->model->roles;
    for (size_t k = 0; k < COUNT(kinds); k++)
        for (size_t i = 0; i < roles->count; i++)
            if (model_role(roles->items[i])->kind == kinds[k])
                return roles->items[i];
    return NULL;
}

/* --- finding the requests -------------------------------------------------------------- */

enum {
    NAMES_MOST = 4,      /* in one request; more of them are counted */
    ACTIVITIES_MOST = 2, /* by name; more of them have their letters only */
};

/* One request: a text of ours with {1} for names of the model, and {2} for a date or count. */
struct request {
    const char *english;
    const char *detail;              /* {2}; NULL: none */
    const struct model_node **about; /* {1}; NULL: the text names nothing */
    size_t about_count;
};

struct requests {
    const struct report *report;
    struct request *items;
    size_t count, capacity;
};

static struct arena *arena_of(const struct report *report)
{
    return &report->doc->arena;
}

static void add_request(struct requests *requests, struct request request)
{
    requests->items = arena_grow(arena_of(requests->report), requests->items, &requests->capacity,
                                 requests->count + 1, sizeof *requests->items);
    requests->items[requests->count++] = request;
}

/* Those nodes of a list that a request is about. */
typedef bool wanted_fn(const struct report *report, const struct model_node *node);

/* One request about all nodes of a list that are wanted, if any. */
static void add_about(struct requests *requests, const struct model_list *list, wanted_fn *wanted,
                      const char *one, const char *many)
{
    const struct model_node **about =
        arena_array(arena_of(requests->report), list->count + 1, sizeof *about);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (wanted(requests->report, list->items[i]))
            about[count++] = list->items[i];
    if (count)
        add_request(requests, (struct request){count == 1 ? one : many, NULL, about, count});
}

/* One request for each node that is wanted, with the date that it is about. */
static void add_each(struct requests *requests, const struct model_node *node, const char *english,
                     struct date date)
{
    const struct report *report = requests->report;
    const struct model_node **about = arena_array(arena_of(report), 1, sizeof *about);
    about[0] = node;
    add_request(requests, (struct request){english, report_date(report, date), about, 1});
}

static void ask_for_plan(struct requests *requests)
{
    const struct report *report = requests->report;
    if (date_given(report->model->programme->approved))
        return;
    size_t waiting = report_waiting(report);
    const char *english = N_("approve this plan");
    if (waiting == 1)
        english = N_("approve this plan, or say that the point that is still open is to be "
                     "settled first");
    else if (waiting)
        english = N_("approve this plan, or say which of the {2} points that are still open are "
                     "to be settled first");
    const char *count = doc_textf(report->doc, "%zu", waiting);
    add_request(requests, (struct request){english, count, NULL, 0});
}

static bool is_proposed(const struct report *report, const struct model_node *node)
{
    (void)report;
    return model_activity(node)->status == ACTIVITY_PROPOSED;
}

static bool is_past(const struct report *report, struct date date)
{
    struct date today = report->request->date;
    return date_given(date) && date_given(today) && date_compare(date_last_day(date), today) < 0;
}

/* What waits past its date, and what was tried out and is over. */
static void ask_for_overdue(struct requests *requests)
{
    const struct report *report = requests->report;
    const struct model_list *activities = &report->model->activities;
    for (size_t i = 0; i < activities->count; i++) {
        const struct activity *activity = model_activity(activities->items[i]);
        if (activity->status == ACTIVITY_WAITING && is_past(report, activity->until))
            add_each(requests, &activity->node,
                     N_("decide on {1}, which waited until {2}: begin, set a new date, or stop"),
                     activity->until);
        else if (activity->status == ACTIVITY_RUNNING && activity->trial == YES &&
                 is_past(report, activity->to))
            add_each(requests, &activity->node,
                     N_("decide on {1}, which was tried out until {2}: stop, adapt or scale up"),
                     activity->to);
    }
}

static bool shares_subject(const struct ruling *a, const struct ruling *b)
{
    for (size_t i = 0; i < a->about.count; i++)
        if (model_refs_hold(&b->about, a->about.items[i].node))
            return true;
    return !a->about.count && !b->about.count;
}

/* True if a later ruling is about the same. */
static bool is_taken_up(const struct model_list *rulings, size_t i)
{
    const struct ruling *ruling = model_ruling(rulings->items[i]);
    for (size_t k = i + 1; k < rulings->count; k++)
        if (model_ruling(rulings->items[k])->outcome != RULING_POSTPONED &&
            shares_subject(ruling, model_ruling(rulings->items[k])))
            return true;
    return false;
}

static void ask_for_postponed(struct requests *requests)
{
    const struct model_list *rulings = &requests->report->model->rulings;
    for (size_t i = 0; i < rulings->count; i++) {
        const struct ruling *ruling = model_ruling(rulings->items[i]);
        if (ruling->outcome != RULING_POSTPONED || is_taken_up(rulings, i))
            continue;
        if (date_given(ruling->date))
            add_each(requests, &ruling->node, N_("take up what was postponed {2}: {1}"),
                     ruling->date);
        else
            add_each(requests, &ruling->node, N_("take up what was postponed: {1}"), ruling->date);
    }
}

static bool has_open_target(const struct report *report, const struct model_node *node)
{
    (void)report;
    const struct model_list *targets = &model_indicator(node)->targets;
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *target = model_target(targets->items[i]);
        if (target->decided_by.node && !date_given(target->decided))
            return true;
    }
    return false;
}

static bool is_alive(const struct activity *activity)
{
    return activity->status != ACTIVITY_STOPPED && activity->status != ACTIVITY_IDEA;
}

static bool lacks_responsible(const struct report *report, const struct model_node *node)
{
    (void)report;
    const struct activity *activity = model_activity(node);
    return is_alive(activity) && activity->status != ACTIVITY_ANCHORED &&
           !activity->responsible.node;
}

static bool lacks_owner(const struct report *report, const struct model_node *node)
{
    (void)report;
    if (node->parent->kind == MODEL_ACTIVITY && !is_alive(model_activity(node->parent)))
        return false;
    return !parts_owner(model_indicator(node));
}

static bool lacks_asker(const struct report *report, const struct model_node *node)
{
    (void)report;
    const struct question *question = model_question(node);
    for (size_t i = 0; i < question->methods.count; i++)
        if (!parts_asker(question, model_method(question->methods.items[i])))
            return true;
    return false;
}

static bool lacks_risk_owner(const struct report *report, const struct model_node *node)
{
    enum { HIGH = 12 }; /* of 25, as rule P19 has it */
    (void)report;
    const struct condition *risk = model_condition(node);
    return risk->probability * risk->consequence >= HIGH && !risk->owner.node;
}

static void ask_for_names(struct requests *requests)
{
    const struct model *model = requests->report->model;
    add_about(requests, &model->activities, lacks_responsible,
              N_("appoint who is responsible for {1}"),
              N_("appoint who is responsible for the activities {1}"));
    add_about(requests, &model->indicators, lacks_owner,
              N_("appoint who follows the indicator {1}"),
              N_("appoint who follows the indicators {1}"));
    add_about(requests, &model->questions, lacks_asker,
              N_("appoint who is to find the answer to {1}"),
              N_("appoint who is to find the answers to {1}"));
    add_about(requests, &model->risks, lacks_risk_owner,
              N_("appoint who keeps an eye on the risk {1}"),
              N_("appoint who keeps an eye on the risks {1}"));
}

/* The requests, the weightiest first. */
static struct requests collect(const struct report *report)
{
    struct requests requests = {.report = report};
    const struct model *model = report->model;
    ask_for_plan(&requests);
    add_about(&requests, &model->activities, is_proposed, N_("approve the activity {1}"),
              N_("approve the activities {1}"));
    ask_for_overdue(&requests);
    ask_for_postponed(&requests);
    add_about(&requests, &model->indicators, has_open_target, N_("decide the target for {1}"),
              N_("decide the targets for {1}"));
    ask_for_names(&requests);
    return requests;
}

size_t request_count(const struct report *report)
{
    return collect(report).count;
}

/* --- saying them ------------------------------------------------------------------------ */

/* Activities that are too many for a sentence by their letters, which stand in the tables below. */
static bool has_letters(const struct request *request)
{
    return request->about_count > ACTIVITIES_MOST && request->about[0]->kind == MODEL_ACTIVITY;
}

static void add_name(struct report *report, struct doc_paragraph *paragraph,
                     const struct request *request, size_t i)
{
    const struct model_node *node = request->about[i];
    if (has_letters(request)) {
        report_run_own(report, paragraph, report_letter(report, model_activity(node)));
        return;
    }
    report_run_own(report, paragraph, report_say(report, N_("«")));
    if (node->kind == MODEL_ACTIVITY)
        report_run_own(report, paragraph,
                       doc_textf(report->doc, "%s ", report_letter(report, model_activity(node))));
    report_run_text(report, paragraph, node, report_name(report, node));
    report_run_own(report, paragraph, report_say(report, N_("»")));
}

/* "«A», «B» and «C»", or "«A», «B», «C», «D» and 3 more"; "A, B, C, D and E". */
static void add_names(struct report *report, struct doc_paragraph *paragraph,
                      const struct request *request)
{
    size_t count = request->about_count;
    size_t shown = has_letters(request) || count <= NAMES_MOST + 1 ? count : NAMES_MOST;
    const char *last = doc_textf(report->doc, " %s ", report_say(report, N_("and")));
    for (size_t i = 0; i < shown; i++) {
        if (i)
            report_run_own(report, paragraph, i + 1 == count ? last : ", ");
        add_name(report, paragraph, request, i);
    }
    if (shown < count)
        report_run_own(
            report, paragraph,
            doc_textf(report->doc, "%s%s", last,
                      report_count(report, count - shown, N_("{1} more"), N_("{1} more"))));
}

/* The text of a request, its names in the language of the model. */
static void add_text(struct report *report, struct doc_flow *flow, const struct request *request)
{
    static const char mark[] = "{1}";
    const char *detail = request->detail ? request->detail : "";
    const char *text = report_fill(report, request->english, mark, detail, NULL);
    struct doc_paragraph *paragraph = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    const char *at = strstr(text, mark);
    if (!at) {
        report_run_own(report, paragraph, text);
        return;
    }
    report_run_own(report, paragraph, doc_textf(report->doc, "%.*s", (int)(at - text), text));
    add_names(report, paragraph, request);
    if (at[strlen(mark)])
        report_run_own(report, paragraph, at + strlen(mark));
}

static void add_lead(struct report *report, struct doc_flow *flow)
{
    const struct model_node *forum = request_forum(report);
    if (!forum) {
        report_missing(report, flow, N_("Who decides? Name a steering group or a committee."));
    } else {
        struct doc_paragraph *to = doc_add_paragraph(report->doc, flow, DOC_TEXT);
        report_run_own(report, to, report_say(report, N_("To:")));
        report_run_own(report, to, " ");
        report_run_text(report, to, forum, report_name(report, forum))->face = TEXT_SEMIBOLD;
        to->keep_with_next = true;
    }
    doc_add_text(report->doc, flow, DOC_TEXT, report_say(report, N_("We ask you to")))
        ->keep_with_next = true;
}

void request_list(struct report *report, struct doc_flow *flow, size_t most)
{
    struct requests requests = collect(report);
    if (!requests.count) {
        report_own(report, flow, DOC_TEXT,
                   N_("Nothing is asked for at present: the plan is approved, and nothing waits "
                      "for a decision."));
        return;
    }
    add_lead(report, flow);
    struct doc_list *list = doc_add_numbers(report->doc, flow);
    size_t shown = !most || requests.count <= most + 1 ? requests.count : most;
    for (size_t i = 0; i < shown; i++)
        add_text(report, doc_add_item(report->doc, list, NULL), &requests.items[i]);
    if (shown < requests.count)
        report_plain(
            report, flow, DOC_SMALL,
            report_count(report, requests.count - shown, N_("and {1} more"), N_("and {1} more")));
}

/* --- the box ---------------------------------------------------------------------------- */

void request_box(struct report *report, struct doc_flow *flow, const char *name)
{
    enum { CONDITION_LINES = 2 };
    struct doc *doc = report->doc;
    const char *choices[] = {report_say(report, N_("approved")),
                             report_say(report, N_("approved with changes")),
                             report_say(report, N_("rejected"))};
    struct doc_columns *columns = doc_add_columns(doc, flow);
    struct doc_flow *left = doc_add_box(doc, doc_add_part(doc, columns, 2), DOC_BOX_FRAME);
    struct doc_flow *right = doc_add_box(doc, doc_add_part(doc, columns, 1), DOC_BOX_FRAME);
    doc_add_choices(doc, left, DOC_FIELD_ONE_OF, doc_textf(doc, "%s-decision", name),
                    report_say(report, N_("Decision")), choices, COUNT(choices));
    doc_add_field(doc, left, DOC_FIELD_AREA, doc_textf(doc, "%s-conditions", name),
                  report_say(report, N_("Conditions and changes")))
        ->lines = CONDITION_LINES;
    doc_add_field(doc, right, DOC_FIELD_LINE, doc_textf(doc, "%s-date", name),
                  report_say(report, N_("Date")));
    struct doc_field *forum =
        doc_add_field(doc, right, DOC_FIELD_LINE, doc_textf(doc, "%s-forum", name),
                      report_say(report, N_("Forum, and the role of who signs")));
    forum->hint = report_say(report, N_("A role, not a person's name."));
}
