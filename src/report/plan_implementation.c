/* Chapter: the implementation theory. What is delivered, by whom, how often and to how many,
 * and what it takes: the components of each activity, then what else is agreed about it. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct report_column columns[] = {
    {N_("Component"), 3.2}, {N_("Who delivers"), 1.7},  {N_("When"), 1.4},
    {N_("Dose"), 2},        {N_("Planned reach"), 1.2}, {N_("Adapt, and keep"), 2.5},
};

/* --- components ------------------------------------------------------------------------- */

static void add_what(struct report *report, struct doc_flow *cell,
                     const struct component *component)
{
    const struct model_node *node = &component->node;
    report_node(report, cell, DOC_CELL, node);
    if (component->description)
        report_text(report, cell, DOC_SMALL, node, component->description);
    const char *mode = name_component_mode(component->mode);
    if (mode || component->setting) {
        struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_SMALL);
        if (mode)
            report_run_own(report, line, report_say(report, mode));
        if (component->setting) {
            parts_dot(report, line);
            report_run_text(report, line, node, component->setting);
        }
    }
}

/* What may be adapted to the place, and what must be kept for it to work. */
static void add_fidelity(struct report *report, struct doc_flow *cell,
                         const struct component *component)
{
    if (component->adaptation)
        report_labelled(report, cell, DOC_CELL, N_("May be adapted"), &component->node,
                        component->adaptation);
    if (component->fidelity)
        report_labelled(report, cell, DOC_CELL, N_("Must be kept"), &component->node,
                        component->fidelity);
    if (!component->adaptation && !component->fidelity)
        report_dash(report, cell);
}

static void add_component(struct report *report, struct doc_table *table,
                          const struct activity *activity, const struct component *component)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    add_what(report, report_cell(report, row), component);
    parts_refs_or(report, report_cell(report, row), &component->by, N_("Who?"));
    struct doc_flow *when = report_cell(report, row);
    const char *period = report_period(report, component->from, component->to);
    if (!*period)
        period = report_period(report, activity->from, activity->to);
    if (*period)
        report_plain(report, when, DOC_CELL, period);
    else
        report_missing(report, when, N_("When?"));
    struct doc_flow *dose = report_cell(report, row);
    const char *text = parts_dose(report, component);
    if (*text)
        report_plain(report, dose, DOC_CELL, text);
    else if (component_has_sessions(component))
        report_missing(report, dose, N_("How often, and for how long?"));
    else
        report_dash(report, dose);
    struct doc_flow *reach = report_cell(report, row);
    if (component->reach.given)
        report_plain(report, reach, DOC_CELL,
                     parts_amount(report, component->reach, N_("{1} person"), N_("{1} persons")));
    else
        report_missing(report, reach, N_("How many?"));
    add_fidelity(report, report_cell(report, row), component);
}

/* --- what else is agreed ------------------------------------------------------------------ */

static void add_resources(struct report *report, struct doc_flow *cell,
                          const struct activity *activity)
{
    for (size_t i = 0; i < activity->resources.count; i++) {
        const struct resource *resource = model_resource(activity->resources.items[i]);
        struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
        const char *amount = parts_resource(report, resource);
        if (*amount)
            report_run_own(report, line, amount);
        if (resource->by.node) {
            parts_dot(report, line);
            report_run_text(report, line, resource->by.node,
                            report_name(report, resource->by.node));
        }
        if (resource->funder) {
            parts_dot(report, line);
            report_run_own(report, line,
                           doc_textf(report->doc, "%s ", report_say(report, N_("paid by"))));
            report_run_text(report, line, &resource->node, resource->funder);
        }
        if (resource->node.title) {
            parts_dot(report, line);
            report_run_text(report, line, &resource->node, resource->node.title);
        }
    }
    if (!activity->resources.count)
        report_missing(report, cell,
                       N_("What does it take: whose hours, which money, which room?"));
}

static void add_outputs(struct report *report, struct doc_flow *cell,
                        const struct activity *activity)
{
    for (size_t i = 0; i < activity->outputs.count; i++) {
        const struct output *output = model_output(activity->outputs.items[i]);
        struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
        if (output->node.title)
            report_run_text(report, line, &output->node, output->node.title);
        const char *amount = parts_output(report, output);
        if (*amount) {
            if (line->first)
                report_run_own(report, line, ": ");
            report_run_text(report, line, &output->node, amount);
        }
        if (!line->first)
            report_run_text(report, line, &output->node, report_name(report, &output->node));
    }
}

static void add_next_steps(struct report *report, struct doc_flow *cell,
                           const struct activity *activity)
{
    for (size_t i = 0; i < activity->next_steps.count; i++) {
        const struct next_step *step = model_next_step(activity->next_steps.items[i]);
        const char *name = name_next_step(step->step);
        report_labelled(report, cell, DOC_CELL, name ? name : N_("Then"), &step->node,
                        report_name(report, &step->node));
    }
    if (!activity->next_steps.count)
        report_missing(report, cell, N_("When is it to be stopped, adapted or scaled up?"));
}

/* A term of what else is agreed; returns where it is explained. */
static struct doc_flow *term(struct report *report, struct doc_list *list, const char *english)
{
    return doc_add_item(report->doc, list, report_say(report, english));
}

static void add_term(struct report *report, struct doc_list *list, const char *english,
                     const struct activity *activity, const char *text)
{
    if (text)
        report_text(report, term(report, list, english), DOC_CELL, &activity->node, text);
}

static void add_anchoring(struct report *report, struct doc_list *list,
                          const struct activity *activity)
{
    if (activity->status == ACTIVITY_IDEA || activity->status == ACTIVITY_STOPPED)
        return;
    struct doc_flow *cell = term(report, list, N_("Anchoring"));
    if (activity->anchored_by.node)
        report_node(report, cell, DOC_CELL, activity->anchored_by.node);
    if (activity->anchoring)
        report_text(report, cell, DOC_CELL, &activity->node, activity->anchoring);
    if (!activity->anchored_by.node)
        report_missing(report, cell, N_("Who takes it over when the programme ends?"));
}

static void add_waiting(struct report *report, struct doc_list *list,
                        const struct activity *activity)
{
    bool waits = activity->status == ACTIVITY_WAITING;
    if (!activity->awaits && !date_given(activity->until) && !waits)
        return;
    struct doc_flow *cell = term(report, list, N_("Waits for"));
    if (activity->awaits)
        report_text(report, cell, DOC_CELL, &activity->node, activity->awaits);
    else
        report_missing(report, cell, N_("What does it wait for?"));
    if (date_given(activity->until))
        report_plain(
            report, cell, DOC_CELL,
            report_fill(report, N_("until {1}"), report_date(report, activity->until), NULL));
}

static void add_agreed(struct report *report, struct doc_table *table,
                       const struct activity *activity)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_cell *left = doc_add_cell(report->doc, row);
    struct doc_cell *right = doc_add_cell(report->doc, row);
    left->columns = right->columns = COUNT(columns) / 2;
    struct doc_list *takes = doc_add_definitions(report->doc, &left->body);
    struct doc_list *goes_on = doc_add_definitions(report->doc, &right->body);
    if (!activity->components.count)
        report_missing(report, term(report, takes, N_("Components")),
                       N_("Not described yet: who does what, how often, and for how many?"));
    add_resources(report, term(report, takes, N_("Resources")), activity);
    if (activity->outputs.count)
        add_outputs(report, term(report, takes, N_("Deliverables")), activity);
    add_waiting(report, goes_on, activity);
    if (activity->trial == YES || activity->next_steps.count)
        add_next_steps(report, term(report, goes_on, N_("Trial action")), activity);
    add_term(report, goes_on, N_("Backup"), activity, activity->backup);
    add_anchoring(report, goes_on, activity);
    if (!goes_on->first)
        report_dash(report, &right->body);
}

/* --- activities ---------------------------------------------------------------------------- */

/* "running · from March 2026 · Lindebo · residents over 65" */
static void add_facts(struct report *report, struct doc_flow *cell, const struct activity *activity)
{
    const char *status = name_activity_status(activity->status);
    const char *period = report_period(report, activity->from, activity->to);
    const char *trial = activity->trial == YES ? report_say(report, N_("trial action")) : "";
    const char *state =
        report_join(report, status ? report_say(report, status) : "", period, trial, NULL);
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_SMALL);
    if (*state)
        report_run_own(report, line, state);
    const struct model_refs *refs[] = {&activity->places, &activity->target_groups};
    for (size_t r = 0; r < COUNT(refs); r++)
        for (size_t i = 0; i < refs[r]->count; i++) {
            const struct model_node *node = refs[r]->items[i].node;
            if (i)
                report_run_own(report, line, ", ");
            else
                parts_dot(report, line);
            report_run_text(report, line, node, report_name(report, node));
        }
}

static void add_responsible(struct report *report, struct doc_flow *cell,
                            const struct activity *activity)
{
    if (activity->responsible.node)
        report_labelled(report, cell, DOC_SMALL, N_("Responsible"), activity->responsible.node,
                        report_name(report, activity->responsible.node));
    else if (activity->status != ACTIVITY_IDEA && activity->status != ACTIVITY_STOPPED)
        report_missing(report, cell, N_("Who is responsible?"));
}

static struct doc_flow *add_head(struct report *report, struct doc_table *table,
                                 const struct activity *activity)
{
    struct doc_cell *head = doc_add_cell(report->doc, doc_add_row(report->doc, table));
    head->columns = COUNT(columns);
    head->look = DOC_CELL_PANEL;
    head->header = true;
    struct doc_paragraph *name = doc_add_paragraph(report->doc, &head->body, DOC_CELL_STRONG);
    parts_name(report, name, &activity->node);
    add_facts(report, &head->body, activity);
    return &head->body;
}

static void add_activity(struct report *report, struct doc_table *table,
                         const struct activity *activity)
{
    add_responsible(report, add_head(report, table, activity), activity);
    for (size_t i = 0; i < activity->components.count; i++)
        add_component(report, table, activity, model_component(activity->components.items[i]));
    if (activity->status != ACTIVITY_STOPPED)
        add_agreed(report, table, activity);
}

/* True where something is said of how it is delivered or of what it takes. */
static bool is_described(const struct activity *activity)
{
    return activity->components.count || activity->resources.count || activity->outputs.count ||
           activity->next_steps.count || activity->awaits || date_given(activity->until) ||
           activity->backup || activity->anchoring || activity->anchored_by.node;
}

static bool is_asked_about(const struct activity *activity)
{
    return !is_described(activity) && activity->status != ACTIVITY_STOPPED;
}

/* Activities that follow each other and of which nothing is said yet are asked about once, below
 * the last of them. Returns how many they are. */
static size_t add_undescribed(struct report *report, struct doc_table *table, size_t first)
{
    const struct model_list *list = &report->model->activities;
    size_t end = first;
    for (; end < list->count && is_asked_about(model_activity(list->items[end])); end++)
        add_head(report, table, model_activity(list->items[end]));
    struct doc_cell *cell = doc_add_cell(report->doc, doc_add_row(report->doc, table));
    cell->columns = COUNT(columns);
    report_missing(report, &cell->body,
                   N_("Not described yet: who does what, how often and for how many, what "
                      "does it take, and who takes it over?"));
    return end - first;
}

/* Activities in the order of their letters; stopped ones only where something is told of them. */
static void add_activities(struct report *report)
{
    const struct model_list *list = &report->model->activities;
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count;) {
        const struct activity *activity = model_activity(list->items[i]);
        if (is_asked_about(activity)) {
            i += add_undescribed(report, table, i);
            continue;
        }
        if (is_described(activity))
            add_activity(report, table, activity);
        i++;
    }
}

static bool any_told(const struct model_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_described(model_activity(list->items[i])) ||
            is_asked_about(model_activity(list->items[i])))
            return true;
    return false;
}

void plan_implementation(struct report *report)
{
    if (!any_told(&report->model->activities)) {
        report_chapter_missing(report, N_("Implementation"), "implementation",
                               N_("No activities yet: what will you do?"));
        return;
    }
    report_chapter_wide(report, N_("Implementation"), "implementation");
    add_activities(report);
}
