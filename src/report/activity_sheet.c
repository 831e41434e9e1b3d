/* One activity description: what it is, for whom, by whom and with what; see
 * activity_sheet.h. */
#include "report/activity_sheet.h"

#include "model/tags.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/request.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *activity_sheet_id(const struct report *report, const struct activity *activity)
{
    return doc_textf(report->doc, "activity-%s", report_letter(report, activity));
}

bool activity_sheet_is_about(const struct activity_sheet *sheet, const struct model_refs *about)
{
    const struct model_node *activity = &sheet->activity->node;
    for (size_t i = 0; i < about->count; i++) {
        const struct model_node *node = about->items[i].node;
        if (node == activity || (node && node->kind == MODEL_LINK && node->parent == activity))
            return true;
    }
    return false;
}

void activity_sheet_turn(struct activity_sheet *sheet, enum activity_turn here)
{
    if (sheet->turn != here)
        return;
    report_page(sheet->sheet.report, DOC_PORTRAIT);
    sheet->turn = ACTIVITY_TURN_NONE;
}

/* Names with commas between, as many as there is room for. */
static void add_names(struct sheet *sheet, struct doc_flow *flow, const struct model_refs *refs)
{
    size_t shown = sheet_shown(sheet, refs->count);
    struct doc_paragraph *line = doc_add_paragraph(sheet->report->doc, flow, DOC_TEXT);
    for (size_t i = 0; i < shown; i++) {
        if (i)
            report_run_own(sheet->report, line, ", ");
        sheet_run_node(sheet, line, refs->items[i].node);
    }
    sheet_rest(sheet, flow, refs->count, shown);
}

/* Something of the program's at the end of a line; nothing where it is empty. */
static void add_own_part(struct report *report, struct doc_paragraph *line, const char *text)
{
    if (*text)
        report_run_own(report, line, text);
}

/* A question behind what is known, on its line. */
static void ask_behind(struct activity_sheet *sheet, struct doc_paragraph *line,
                       const char *english)
{
    struct report *report = sheet->sheet.report;
    if (sheet->sheet.quiet)
        return;
    parts_dot(report, line);
    struct doc_run *question = report_run_own(report, line, report_say(report, english));
    question->face = TEXT_ITALIC;
    question->color = STYLE_MISSING;
}

/* --- the head ----------------------------------------------------------------------- */

/* With several in one document each begins a chapter; alone it is the title. */
static void add_title(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    struct doc_flow *body = &report->doc->body;
    const struct model_node *node = &sheet->activity->node;
    if (sheet->alone) {
        sheet_node(&sheet->sheet, body, DOC_TITLE, node);
        return;
    }
    struct doc_heading *heading =
        doc_add_heading(report->doc, body, 1, sheet_name(&sheet->sheet, node),
                        activity_sheet_id(report, sheet->activity));
    if (node->lang && strcmp(node->lang, report->doc->lang) != 0)
        heading->lang = node->lang;
}

static void add_lead(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct activity *activity = sheet->activity;
    const char *status = name_activity_status(activity->status);
    struct doc_paragraph *line = doc_add_text(
        report->doc, &report->doc->body, DOC_LEAD,
        report_join(report,
                    report_fill(report, N_("Activity {1}"), report_letter(report, activity), NULL),
                    status ? report_say(report, status) : "",
                    report_period(report, activity->from, activity->to),
                    activity->trial == YES ? report_say(report, N_("trial action")) : "", NULL));
    if (!status)
        ask_behind(sheet, line, N_("How far is it?"));
    sheet_id(&sheet->sheet, &report->doc->body, &activity->node);
}

/* --- why, for whom, where ------------------------------------------------------------- */

/* True of the challenges that the activity answers: those of its focus area, or those that
 * stand outside all of them where it has none. */
static bool answers(const struct activity *activity, const struct challenge *challenge)
{
    const struct focus_area *area = activity->focus_area;
    if (!area)
        return challenge->node.parent->kind == MODEL_PROGRAMME && !challenge->focus_areas.count;
    return challenge->node.parent == &area->node ||
           model_refs_hold(&challenge->focus_areas, &area->node);
}

static void add_challenge(struct activity_sheet *sheet, struct doc_flow *flow,
                          const struct challenge *challenge)
{
    sheet_node(&sheet->sheet, flow, DOC_TEXT, &challenge->node);
    sheet_small(&sheet->sheet, flow, &challenge->node, challenge->extent);
    sheet_small(&sheet->sheet, flow, &challenge->node, challenge->evidence);
}

static void add_challenges(struct activity_sheet *sheet, struct doc_list *list)
{
    const struct model_list *all = &sheet->sheet.report->model->challenges;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Challenge"));
    size_t count = 0, shown = 0;
    for (size_t i = 0; i < all->count; i++)
        count += answers(sheet->activity, model_challenge(all->items[i]));
    size_t most = sheet_shown(&sheet->sheet, count);
    for (size_t i = 0; i < all->count && shown < most; i++)
        if (answers(sheet->activity, model_challenge(all->items[i]))) {
            add_challenge(sheet, flow, model_challenge(all->items[i]));
            shown++;
        }
    sheet_rest(&sheet->sheet, flow, count, shown);
    if (!count)
        sheet_missing(&sheet->sheet, flow,
                      N_("No challenge yet: what is it that you want to do something about?"));
}

/* " (18 years and over; 900 persons, 2026)"; "" where neither is known. */
static const char *about_group(struct activity_sheet *sheet, const struct target_group *group)
{
    struct report *report = sheet->sheet.report;
    const char *ages = group->ages ? report_ages(report, group->ages) : "", *persons = "";
    if (group->size.given)
        persons = report_fill(report, N_("{1} persons"), report_number(report, group->size), NULL);
    if (group->size.given && date_given(group->size_year))
        persons = doc_textf(report->doc, "%s, %s", persons, report_date(report, group->size_year));
    if (!*ages && !*persons)
        return "";
    return sheet_cut(&sheet->sheet, doc_textf(report->doc, " (%s%s%s)", ages,
                                              *ages && *persons ? ", " : "", persons));
}

static void add_target_groups(struct activity_sheet *sheet, struct doc_list *list)
{
    struct report *report = sheet->sheet.report;
    const struct model_refs *groups = &sheet->activity->target_groups;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("For"));
    size_t shown = sheet_shown(&sheet->sheet, groups->count), sized = 0;
    struct doc_paragraph *line = NULL;
    for (size_t i = 0; i < groups->count; i++)
        sized += model_target_group(groups->items[i].node)->size.given;
    for (size_t i = 0; i < shown; i++) {
        const struct target_group *group = model_target_group(groups->items[i].node);
        if (line)
            report_run_own(report, line, "; ");
        else
            line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
        sheet_run_node(&sheet->sheet, line, &group->node);
        add_own_part(report, line, about_group(sheet, group));
    }
    sheet_rest(&sheet->sheet, flow, groups->count, shown);
    if (!groups->count)
        sheet_missing(&sheet->sheet, flow, N_("For whom is it?"));
    else if (!sized && line)
        ask_behind(sheet, line, N_("How many are they?"));
}

static void add_belonging(struct activity_sheet *sheet, struct doc_list *list)
{
    struct report *report = sheet->sheet.report;
    const struct focus_area *area = sheet->activity->focus_area;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Part of"));
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    sheet_run_node(&sheet->sheet, line, &report->model->programme->node);
    if (!area)
        return;
    report_run_own(report, line, " · ");
    sheet_run_node(&sheet->sheet, line, &area->node);
    sheet_small(&sheet->sheet, flow, &area->node, area->objective);
}

static void add_waiting(struct activity_sheet *sheet, struct doc_list *list)
{
    struct report *report = sheet->sheet.report;
    const struct activity *activity = sheet->activity;
    bool waits = activity->status == ACTIVITY_WAITING;
    if (!waits && !activity->awaits)
        return;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Waits for"));
    const char *until = "";
    if (date_given(activity->until))
        until = report_fill(report, N_("until {1}"), report_date(report, activity->until), NULL);
    if (activity->awaits) {
        struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
        report_run_text(report, line, &activity->node, sheet_cut(&sheet->sheet, activity->awaits));
        if (*until)
            parts_dot(report, line);
        add_own_part(report, line, until);
        if (!*until && waits)
            ask_behind(sheet, line, N_("Until when?"));
        return;
    }
    report_missing(report, flow, N_("What does it wait for?"));
    if (*until)
        report_plain(report, flow, DOC_TEXT, until);
    else if (waits)
        report_missing(report, flow, N_("Until when?"));
}

static void add_facts(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct activity *activity = sheet->activity;
    struct doc_list *list = doc_add_definitions(report->doc, &report->doc->body);
    add_belonging(sheet, list);
    add_challenges(sheet, list);
    add_target_groups(sheet, list);
    if (activity->places.count)
        add_names(&sheet->sheet, sheet_term(&sheet->sheet, list, N_("Where")), &activity->places);
    struct doc_flow *who = sheet_term(&sheet->sheet, list, N_("Responsible"));
    if (activity->responsible.node)
        sheet_node(&sheet->sheet, who, DOC_TEXT, activity->responsible.node);
    else
        sheet_missing(&sheet->sheet, who, N_("Who is responsible?"));
    add_waiting(sheet, list);
}

/* --- what is done ------------------------------------------------------------------- */

static void add_dose(struct activity_sheet *sheet, struct doc_flow *cell,
                     const struct component *component)
{
    struct report *report = sheet->sheet.report;
    const char *dose = parts_dose(report, component);
    const char *period = report_period(report, component->from, component->to);
    if (*dose)
        report_plain(report, cell, DOC_CELL, sheet_cut(&sheet->sheet, dose));
    else if (component_has_sessions(component))
        sheet_missing(&sheet->sheet, cell, N_("How often, and for how long?"));
    else if (!*period)
        report_dash(report, cell);
    if (*period)
        report_plain(report, cell, *dose ? DOC_SMALL : DOC_CELL, period);
}

static void add_deliverers(struct activity_sheet *sheet, struct doc_flow *cell,
                           const struct component *component)
{
    size_t shown = sheet_shown(&sheet->sheet, component->by.count);
    for (size_t i = 0; i < shown; i++)
        sheet_node(&sheet->sheet, cell, DOC_CELL, component->by.items[i].node);
    sheet_rest(&sheet->sheet, cell, component->by.count, shown);
    if (!component->by.count)
        sheet_missing(&sheet->sheet, cell, N_("Who delivers it?"));
}

/* How and where it is done: "group that meets · beboerhuset". */
static void add_manner(struct activity_sheet *sheet, struct doc_flow *cell,
                       const struct component *component)
{
    struct report *report = sheet->sheet.report;
    const char *mode = name_component_mode(component->mode);
    if (!mode && !component->setting)
        return;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_SMALL);
    if (mode)
        report_run_own(report, line, report_say(report, mode));
    if (mode && component->setting)
        report_run_own(report, line, " · ");
    if (component->setting)
        report_run_text(report, line, &component->node,
                        sheet_cut(&sheet->sheet, component->setting));
}

static void add_what(struct activity_sheet *sheet, struct doc_flow *cell,
                     const struct component *component)
{
    struct sheet *s = &sheet->sheet;
    sheet_node(s, cell, DOC_CELL, &component->node);
    if (component->description)
        sheet_text(s, cell, DOC_CELL, &component->node, component->description);
    add_manner(sheet, cell, component);
    if (component->adaptation)
        sheet_labelled(s, cell, DOC_SMALL, N_("May be adapted"), &component->node,
                       component->adaptation);
    if (component->fidelity)
        sheet_labelled(s, cell, DOC_SMALL, N_("Must be kept"), &component->node,
                       component->fidelity);
}

static void add_component(struct activity_sheet *sheet, struct doc_table *table,
                          const struct component *component)
{
    struct report *report = sheet->sheet.report;
    struct doc_row *row = doc_add_row(report->doc, table);
    add_what(sheet, report_cell(report, row), component);
    add_deliverers(sheet, report_cell(report, row), component);
    add_dose(sheet, report_cell(report, row), component);
    struct doc_flow *reach = report_cell(report, row);
    if (component->reach.given)
        report_plain(report, reach, DOC_CELL, report_number(report, component->reach));
    else
        sheet_missing(&sheet->sheet, reach, N_("How many?"));
}

static void add_components(struct activity_sheet *sheet)
{
    static const struct report_column columns[] = {{N_("Content"), 3.4},
                                                   {N_("Who delivers"), 1.7},
                                                   {N_("Dose"), 1.9},
                                                   {N_("Planned reach"), 1.1}};
    const struct model_list *list = &sheet->activity->components;
    if (!list->count)
        return;
    struct doc_table *table = report_table(sheet->sheet.report, columns, COUNT(columns));
    size_t shown = sheet_shown(&sheet->sheet, list->count);
    for (size_t i = 0; i < shown; i++)
        add_component(sheet, table, model_component(list->items[i]));
    sheet_rest(&sheet->sheet, &sheet->sheet.report->doc->body, list->count, shown);
}

/* "Aftener holdt: 20 aftener by June 2027" */
static void add_output(struct activity_sheet *sheet, struct doc_flow *flow,
                       const struct output *output)
{
    struct report *report = sheet->sheet.report;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    sheet_run_node(&sheet->sheet, line, &output->node);
    const char *much = sheet_cut(&sheet->sheet, parts_output(report, output));
    if (*much)
        report_run_own(report, line, doc_textf(report->doc, ": %s", much));
}

static void add_outputs(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct model_list *list = &sheet->activity->outputs;
    if (!list->count)
        return;
    struct doc_list *terms = doc_add_definitions(report->doc, &report->doc->body);
    struct doc_flow *flow = sheet_term(&sheet->sheet, terms, N_("Deliverables"));
    size_t shown = sheet_shown(&sheet->sheet, list->count);
    for (size_t i = 0; i < shown; i++)
        add_output(sheet, flow, model_output(list->items[i]));
    sheet_rest(&sheet->sheet, flow, list->count, shown);
}

static void add_content(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct activity *activity = sheet->activity;
    sheet_section(&sheet->sheet, N_("What we do"));
    if (activity->description)
        sheet_text(&sheet->sheet, &report->doc->body, DOC_TEXT, &activity->node,
                   activity->description);
    else if (!activity->components.count)
        sheet_missing(&sheet->sheet, &report->doc->body, N_("What happens, and how often?"));
    add_components(sheet);
    add_outputs(sheet);
}

/* --- with whom and with what ---------------------------------------------------------- */

/* The tags of one list, in words, on one line; returns how many there are. */
static size_t add_tags(struct activity_sheet *sheet, struct doc_flow *flow, const char *list)
{
    struct report *report = sheet->sheet.report;
    const struct model_tags *tags = &sheet->activity->tags;
    const char *text = "";
    size_t count = 0, added = 0;
    for (size_t i = 0; i < tags->count; i++)
        count += !strcmp(tags->items[i].list, list);
    size_t shown = sheet_shown(&sheet->sheet, count);
    for (size_t i = 0; i < tags->count && added < shown; i++) {
        if (strcmp(tags->items[i].list, list) != 0)
            continue;
        const char *label = tags_code_label(report->model, &tags->items[i], report->language);
        text = doc_textf(report->doc, "%s%s%s", text, added++ ? "; " : "",
                         sheet_cut(&sheet->sheet, label));
    }
    if (added)
        report_plain(report, flow, DOC_TEXT, text);
    sheet_rest(&sheet->sheet, flow, count, shown);
    return count;
}

/* How much those decide who take part, on the two scales that there are for it. */
static void add_participation(struct activity_sheet *sheet, struct doc_list *list)
{
    struct report *report = sheet->sheet.report;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Participation"));
    const char *step = model_tag_of(&sheet->activity->tags, "ladder");
    if (step) {
        struct model_tag tag = {"ladder", step};
        const char *label = tags_code_label(report->model, &tag, report->language);
        report_plain(report, flow, DOC_TEXT,
                     sheet_cut(&sheet->sheet,
                               report_fill(report, N_("step {1} of 5: {2}"), step, label, NULL)));
    }
    if (!add_tags(sheet, flow, "involvement") && !step)
        sheet_missing(&sheet->sheet, flow, N_("How much do those decide who take part?"));
}

/* Roles outside the municipality's own that deliver a part of it. */
static bool is_partner(const struct model_node *role)
{
    enum role_kind kind = model_role(role)->kind;
    return kind == ROLE_PARTNER || kind == ROLE_VOLUNTEER;
}

/* The partners, each once; returns how many there are. */
static size_t collect_partners(const struct activity_sheet *sheet, struct model_refs *partners)
{
    const struct report *report = sheet->sheet.report;
    const struct model_list *components = &sheet->activity->components;
    partners->items =
        arena_array(&report->doc->arena, report->model->roles.count + 1, sizeof *partners->items);
    for (size_t i = 0; i < report->model->roles.count; i++) {
        const struct model_node *role = report->model->roles.items[i];
        bool found = false;
        for (size_t c = 0; c < components->count && is_partner(role) && !found; c++)
            found = model_refs_hold(&model_component(components->items[c])->by, role);
        if (found)
            partners->items[partners->count++] = (struct model_ref){role->id, role};
    }
    return partners->count;
}

static void add_partners(struct activity_sheet *sheet, struct doc_list *list)
{
    struct model_refs partners = {0};
    bool any = collect_partners(sheet, &partners) > 0;
    if (!any && !model_tag_of(&sheet->activity->tags, "cooperation"))
        return;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Partners"));
    if (any)
        add_names(&sheet->sheet, flow, &partners);
    add_tags(sheet, flow, "cooperation");
}

static void add_resource(struct activity_sheet *sheet, struct doc_flow *flow,
                         const struct resource *resource)
{
    struct report *report = sheet->sheet.report;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    add_own_part(report, line, sheet_cut(&sheet->sheet, parts_resource(report, resource)));
    if (resource->by.node) {
        parts_dot(report, line);
        sheet_run_node(&sheet->sheet, line, resource->by.node);
    }
    const char *texts[] = {resource->node.title, resource->funder};
    for (size_t i = 0; i < COUNT(texts); i++)
        if (texts[i]) {
            parts_dot(report, line);
            report_run_text(report, line, &resource->node, sheet_cut(&sheet->sheet, texts[i]));
        }
}

static void add_resources(struct activity_sheet *sheet, struct doc_list *list)
{
    const struct model_list *all = &sheet->activity->resources;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Resources"));
    size_t shown = sheet_shown(&sheet->sheet, all->count);
    for (size_t i = 0; i < shown; i++)
        add_resource(sheet, flow, model_resource(all->items[i]));
    sheet_rest(&sheet->sheet, flow, all->count, shown);
    if (!all->count)
        sheet_missing(&sheet->sheet, flow,
                      N_("What does it take: whose hours, which money, which room?"));
}

/* "Fra brev til bord: får brevet (120) → kommer (60)" */
static void add_funnel(struct activity_sheet *sheet, struct doc_flow *flow,
                       const struct funnel *funnel)
{
    struct report *report = sheet->sheet.report;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    sheet_run_node(&sheet->sheet, line, &funnel->node);
    size_t shown = sheet_shown(&sheet->sheet, funnel->steps.count);
    for (size_t i = 0; i < shown; i++) {
        const struct funnel_step *step = model_funnel_step(funnel->steps.items[i]);
        report_run_own(report, line, i ? " → " : ": ");
        sheet_run_node(&sheet->sheet, line, &step->node);
        if (step->expected.given)
            report_run_own(report, line,
                           doc_textf(report->doc, " (%s)", report_number(report, step->expected)));
    }
    sheet_rest(&sheet->sheet, flow, funnel->steps.count, shown);
}

static void add_recruitment(struct activity_sheet *sheet, struct doc_list *list)
{
    const struct model_list *all = &sheet->sheet.report->model->funnels;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Recruitment"));
    size_t count = 0, most, tags = add_tags(sheet, flow, "recruitment");
    for (size_t i = 0; i < all->count; i++)
        count += model_funnel(all->items[i])->activity.node == &sheet->activity->node;
    most = sheet_shown(&sheet->sheet, count);
    for (size_t i = 0, shown = 0; i < all->count && shown < most; i++)
        if (model_funnel(all->items[i])->activity.node == &sheet->activity->node) {
            add_funnel(sheet, flow, model_funnel(all->items[i]));
            shown++;
        }
    sheet_rest(&sheet->sheet, flow, count, most);
    if (!tags && !count)
        sheet_missing(&sheet->sheet, flow, N_("How are those found whom it is for?"));
}

static void add_anchoring(struct activity_sheet *sheet, struct doc_list *list)
{
    const struct activity *activity = sheet->activity;
    struct doc_flow *flow = sheet_term(&sheet->sheet, list, N_("Anchoring"));
    struct doc_paragraph *line = NULL;
    if (activity->anchored_by.node || activity->anchoring)
        line = doc_add_paragraph(sheet->sheet.report->doc, flow, DOC_TEXT);
    if (activity->anchored_by.node)
        sheet_run_node(&sheet->sheet, line, activity->anchored_by.node);
    if (activity->anchoring) {
        parts_dot(sheet->sheet.report, line);
        report_run_text(sheet->sheet.report, line, &activity->node,
                        sheet_cut(&sheet->sheet, activity->anchoring));
    }
    if (!activity->anchored_by.node)
        sheet_missing(&sheet->sheet, flow, N_("Who takes it over when the programme ends?"));
}

/* Lists of tags that have no place of their own on the sheet. */
static bool is_other_list(const char *list)
{
    static const char *const shown[] = {"ladder", "involvement", "cooperation", "recruitment"};
    for (size_t i = 0; i < COUNT(shown); i++)
        if (!strcmp(list, shown[i]))
            return false;
    return true;
}

static void add_other_tags(struct activity_sheet *sheet, struct doc_list *list)
{
    struct report *report = sheet->sheet.report;
    const struct model_tags *tags = &sheet->activity->tags;
    const char *text = "";
    for (size_t i = 0; i < tags->count; i++)
        if (is_other_list(tags->items[i].list))
            text = doc_textf(report->doc, "%s%s%s", text, *text ? "; " : "",
                             tags_code_label(report->model, &tags->items[i], report->language));
    if (*text && !sheet->sheet.level->no_small)
        report_plain(report, sheet_term(&sheet->sheet, list, N_("Placed as")), DOC_TEXT, text);
    else if (*text)
        sheet->sheet.cut = true;
}

static void add_means(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct activity *activity = sheet->activity;
    struct doc_flow *flow = &report->doc->body;
    activity_sheet_turn(sheet, ACTIVITY_TURN_MEANS);
    sheet_section(&sheet->sheet, N_("Together with whom, and with what"));
    if (sheet->keep)
        flow = doc_add_part(report->doc, doc_add_columns(report->doc, flow), 1);
    struct doc_list *list = doc_add_definitions(report->doc, flow);
    add_participation(sheet, list);
    add_recruitment(sheet, list);
    add_partners(sheet, list);
    add_resources(sheet, list);
    if (activity->backup)
        sheet_text(&sheet->sheet, sheet_term(&sheet->sheet, list, N_("Backup")), DOC_TEXT,
                   &activity->node, activity->backup);
    add_anchoring(sheet, list);
    add_other_tags(sheet, list);
}

/* --- what comes next, and the decision -------------------------------------------------- */

static void add_next_steps(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct model_list *all = &sheet->activity->next_steps;
    if (!all->count && sheet->activity->trial != YES)
        return;
    sheet_section(&sheet->sheet, N_("A trial action: when to stop, adapt or scale up"));
    if (!all->count) {
        sheet_missing(&sheet->sheet, &report->doc->body,
                      N_("What must you see to stop, to adapt, or to scale up?"));
        return;
    }
    struct doc_list *list = doc_add_definitions(report->doc, &report->doc->body);
    size_t shown = sheet_shown(&sheet->sheet, all->count);
    for (size_t i = 0; i < shown; i++) {
        const struct next_step *step = model_next_step(all->items[i]);
        const char *name = name_next_step(step->step);
        struct doc_flow *flow = sheet_term(&sheet->sheet, list, name ? name : N_("Then we decide"));
        sheet_text(&sheet->sheet, flow, DOC_TEXT, &step->node, report_name(report, &step->node));
    }
    sheet_rest(&sheet->sheet, &report->doc->body, all->count, shown);
}

/* "12.5.2026 · Styregruppe · approved with changes: Måltallet ses efter om et år." */
static void add_ruling(struct activity_sheet *sheet, const struct ruling *ruling)
{
    struct report *report = sheet->sheet.report;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, &report->doc->body, DOC_TEXT);
    const char *outcome = name_ruling_outcome(ruling->outcome);
    add_own_part(report, line,
                 report_join(report, report_date(report, ruling->date),
                             outcome ? report_say(report, outcome) : "", NULL));
    if (ruling->by.node) {
        parts_dot(report, line);
        sheet_run_node(&sheet->sheet, line, ruling->by.node);
    }
    if (ruling->node.title) {
        if (line->first)
            report_run_own(report, line, ": ");
        report_run_text(report, line, &ruling->node, sheet_cut(&sheet->sheet, ruling->node.title));
    }
}

/* What was decided about it before, the newest last. */
static void add_rulings(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct model_list *all = &report->model->rulings;
    size_t count = 0, passed = 0;
    for (size_t i = 0; i < all->count; i++)
        count += activity_sheet_is_about(sheet, &model_ruling(all->items[i])->about);
    if (!count)
        return;
    sheet_section(&sheet->sheet, N_("Decided so far"));
    size_t shown = sheet_shown(&sheet->sheet, count);
    for (size_t i = 0; i < all->count; i++) {
        const struct ruling *ruling = model_ruling(all->items[i]);
        if (activity_sheet_is_about(sheet, &ruling->about) && passed++ >= count - shown)
            add_ruling(sheet, ruling);
    }
    sheet_rest(&sheet->sheet, &report->doc->body, count, shown);
}

static void add_decision(struct activity_sheet *sheet)
{
    static const double gap = 8; /* points */
    struct report *report = sheet->sheet.report;
    sheet_remark(&sheet->sheet);
    doc_add_space(report->doc, &report->doc->body, gap);
    request_box(report, &report->doc->body,
                doc_textf(report->doc, "approval-%s", report_letter(report, sheet->activity)));
}

static void add_last_figure(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    if (!sheet->figure || !sheet->figure_last)
        return;
    sheet_section(&sheet->sheet, N_("The way from the activity to the goal"));
    doc_add_figure(report->doc, &report->doc->body, sheet->figure, NULL);
}

void activity_sheet_build(struct activity_sheet *sheet)
{
    add_title(sheet);
    add_lead(sheet);
    add_facts(sheet);
    add_content(sheet);
    activity_sheet_effects(sheet);
    activity_sheet_signs(sheet);
    add_means(sheet);
    activity_sheet_conditions(sheet);
    activity_sheet_questions(sheet);
    add_next_steps(sheet);
    if (sheet->sheet.lack_count && !sheet->sheet.quiet)
        activity_sheet_turn(sheet, ACTIVITY_TURN_LAST);
    sheet_add_lacks(&sheet->sheet);
    add_rulings(sheet);
    add_last_figure(sheet);
    add_decision(sheet);
}
