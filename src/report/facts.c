/* The fact sheet, heading by heading; see facts.h. */
#include "report/facts.h"

#include "report/names.h"
#include "report/report.h"

/* Which attempt leaves out what roles do, so that it fits on one page; where it does not, the
 * whole stands on two. */
enum { FACTS_SHORT = 1 };

/* Of a long list this many are shown: it is a sheet of facts, not the plan. */
enum { EXAMPLES_MOST = 8, NAMES_MOST = 12 };

static bool is_short(const struct report *report)
{
    return report->attempt == FACTS_SHORT;
}

bool facts_fits(const struct pages *pages, int attempt)
{
    (void)attempt;
    return pages->page_count <= 1;
}

/* A heading and room for what stands beside it. */
static struct doc_flow *add_fact(struct report *report, struct doc_table *sheet,
                                 const char *heading)
{
    struct doc_row *row = doc_add_row(report->doc, sheet);
    struct doc_cell *name = doc_add_cell(report->doc, row);
    name->header = true;
    report_own(report, &name->body, DOC_CELL_STRONG, heading);
    return report_cell(report, row);
}

/* A name and, in our words, what is to be known of it: "Fårvang: 3.100 indbyggere, 2017". */
static void add_named(struct report *report, struct doc_flow *flow, const struct model_node *node,
                      const char *more)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_CELL);
    report_run_text(report, line, node, report_name(report, node));
    if (*more)
        report_run_own(report, line, doc_textf(report->doc, ": %s", more));
}

/* --- what and where ------------------------------------------------------------------ */

static void add_goal(struct report *report, struct doc_table *sheet)
{
    const struct programme *programme = report->model->programme;
    const struct model_list *effects = &report->model->effects;
    struct doc_flow *flow = add_fact(report, sheet, N_("Goal"));
    bool any = programme->purpose != NULL;
    if (programme->purpose)
        report_text(report, flow, DOC_CELL, &programme->node, programme->purpose);
    for (size_t i = 0; i < effects->count; i++)
        if (model_effect(effects->items[i])->kind == EFFECT_GOAL) {
            report_node(report, flow, DOC_CELL, effects->items[i]);
            any = true;
        }
    if (!any)
        report_missing(report, flow, N_("No purpose yet: what is to become better, and for whom?"));
    if (!report->model->goals.count)
        return;
    report_own(report, flow, DOC_SMALL, N_("Effect goals:"));
    struct doc_list *goals = doc_add_bullets(report->doc, flow);
    for (size_t i = 0; i < report->model->goals.count; i++)
        report_node(report, doc_add_item(report->doc, goals, NULL), DOC_CELL,
                    report->model->goals.items[i]);
}

/* "for comparison, 62.000 inhabitants (2021)" */
static const char *about_place(const struct report *report, const struct place *place)
{
    const char *persons = "", *role = "";
    if (place->role == PLACE_COMPARISON)
        role = report_say(report, name_place_role(place->role));
    if (place->population.given)
        persons = report_fill(report, N_("{1} inhabitants"),
                              report_number(report, place->population), NULL);
    const char *year = report_date(report, place->population_year);
    if (*persons && *year)
        persons = doc_textf(report->doc, "%s, %s", persons, year);
    return *role && *persons ? doc_textf(report->doc, "%s; %s", role, persons)
           : *role           ? role
                             : persons;
}

static void add_places(struct report *report, struct doc_table *sheet)
{
    const struct model_list *places = &report->model->places;
    struct doc_flow *flow = add_fact(report, sheet, N_("Places"));
    for (size_t i = 0; i < places->count && i < NAMES_MOST; i++)
        add_named(report, flow, places->items[i],
                  about_place(report, model_place(places->items[i])));
    report_rest(report, flow, places->count, NAMES_MOST);
    if (!places->count)
        report_missing(report, flow, N_("No place yet: where do you act?"));
}

/* "0–10 years; 1.200 persons, 2020" */
static const char *about_group(const struct report *report, const struct target_group *group)
{
    const char *ages = group->ages ? report_ages(report, group->ages) : "";
    if (!group->size.given)
        return ages;
    const char *persons =
        report_fill(report, N_("{1} persons"), report_number(report, group->size), NULL);
    const char *year = report_date(report, group->size_year);
    if (*year)
        persons = doc_textf(report->doc, "%s, %s", persons, year);
    return *ages ? doc_textf(report->doc, "%s; %s", ages, persons) : persons;
}

static void add_target_groups(struct report *report, struct doc_table *sheet)
{
    const struct model_list *groups = &report->model->target_groups;
    struct doc_flow *flow = add_fact(report, sheet, N_("Target groups"));
    for (size_t i = 0; i < groups->count && i < NAMES_MOST; i++)
        add_named(report, flow, groups->items[i],
                  about_group(report, model_target_group(groups->items[i])));
    report_rest(report, flow, groups->count, NAMES_MOST);
    if (!groups->count)
        report_missing(report, flow, N_("No target group yet: whose lives are to become better?"));
}

/* --- who ------------------------------------------------------------------------------ */

static bool is_committee(const struct role *role)
{
    return role->kind == ROLE_COMMITTEE;
}

static bool is_local(const struct role *role)
{
    return role->kind == ROLE_PARTNER || role->kind == ROLE_VOLUNTEER;
}

static bool is_municipal(const struct role *role)
{
    return !is_committee(role) && !is_local(role);
}

/* The roles of which `belongs` is true; returns how many there are. */
static size_t add_roles(struct report *report, struct doc_flow *flow,
                        bool (*belongs)(const struct role *role))
{
    size_t count = 0;
    for (size_t i = 0; i < report->model->roles.count; i++) {
        const struct role *role = model_role(report->model->roles.items[i]);
        if (!belongs(role))
            continue;
        count++;
        const char *kind = is_committee(role) ? NULL : name_role_kind(role->kind);
        add_named(report, flow, &role->node, kind ? report_say(report, kind) : "");
        if (role->tasks && !is_short(report))
            report_text(report, flow, DOC_SMALL, &role->node, role->tasks);
    }
    return count;
}

static void add_committees(struct report *report, struct doc_table *sheet)
{
    struct doc_flow *flow = add_fact(report, sheet, N_("Political committees"));
    if (!add_roles(report, flow, is_committee))
        report_missing(report, flow, N_("Which committee is it answerable to?"));
}

static void add_municipal(struct report *report, struct doc_table *sheet)
{
    const struct programme *programme = report->model->programme;
    struct doc_flow *flow = add_fact(report, sheet, N_("Municipal organisation"));
    if (programme->owner)
        report_text(report, flow, DOC_CELL, &programme->node, programme->owner);
    if (!add_roles(report, flow, is_municipal))
        report_missing(report, flow, N_("No roles yet: who decides, who leads, who evaluates?"));
}

static void add_local(struct report *report, struct doc_table *sheet)
{
    struct doc_flow *flow = add_fact(report, sheet, N_("Local organisation"));
    size_t count = add_roles(report, flow, is_local);
    for (size_t i = 0; i < report->model->assets.count; i++) {
        const struct asset *asset = model_asset(report->model->assets.items[i]);
        if (asset->kind != ASSET_ORGANISATION && asset->kind != ASSET_NETWORK)
            continue;
        add_named(report, flow, &asset->node, "");
        count++;
    }
    if (!count)
        report_missing(report, flow, N_("Who in the local community takes part?"));
}

/* --- how ------------------------------------------------------------------------------ */

static void add_data(struct report *report, struct doc_table *sheet)
{
    const struct model *model = report->model;
    struct doc_flow *flow = add_fact(report, sheet, N_("Data"));
    if (model->indicators.count)
        report_plain(report, flow, DOC_CELL,
                     report_count(report, model->indicators.count, N_("{1} indicator is followed."),
                                  N_("{1} indicators are followed.")));
    for (size_t i = 0; i < model->sources.count && i < NAMES_MOST; i++) {
        const struct source *source = model_source(model->sources.items[i]);
        const char *kind = name_source_kind(source->kind);
        add_named(report, flow, &source->node, kind ? report_say(report, kind) : "");
    }
    report_rest(report, flow, model->sources.count, NAMES_MOST);
    if (!model->sources.count)
        report_missing(report, flow, N_("What will you look at to see whether it works?"));
}

static void add_focus_area(struct report *report, struct doc_list *list,
                           const struct focus_area *area)
{
    struct doc_flow *item = doc_add_item(report->doc, list, NULL);
    report_node(report, item, DOC_CELL, &area->node);
    if (area->objective)
        report_text(report, item, DOC_SMALL, &area->node, area->objective);
}

static void add_description(struct report *report, struct doc_table *sheet)
{
    const struct model *model = report->model;
    struct doc_flow *flow = add_fact(report, sheet, N_("Description of the programme"));
    if (model->programme->vision)
        report_text(report, flow, DOC_CELL, &model->programme->node, model->programme->vision);
    for (size_t i = 0; i < model->challenges.count && i < NAMES_MOST; i++)
        report_node(report, flow, DOC_CELL, model->challenges.items[i]);
    report_rest(report, flow, model->challenges.count, NAMES_MOST);
    if (model->focus_areas.count)
        report_own(report, flow, DOC_SMALL, N_("Focus areas:"));
    struct doc_list *areas = model->focus_areas.count ? doc_add_bullets(report->doc, flow) : NULL;
    for (size_t i = 0; i < model->focus_areas.count; i++)
        add_focus_area(report, areas, model_focus_area(model->focus_areas.items[i]));
    if (!model->challenges.count && !model->focus_areas.count)
        report_missing(report, flow,
                       N_("No challenge yet: what is it that you want to do something about?"));
}

/* Activities that go on come first: they say most of what a programme is. */
static size_t collect_activities(const struct report *report, const struct model_node **nodes)
{
    const struct model_list *list = &report->model->activities;
    size_t count = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < list->count; i++) {
            enum activity_status status = model_activity(list->items[i])->status;
            bool goes_on = status == ACTIVITY_RUNNING || status == ACTIVITY_ANCHORED;
            if (status != ACTIVITY_STOPPED && goes_on == !pass)
                nodes[count++] = list->items[i];
        }
    return count;
}

static void add_activities(struct report *report, struct doc_table *sheet)
{
    const struct model_node **nodes = arena_array(
        &report->doc->arena, report->model->activities.count + 1, sizeof(struct model_node *));
    size_t count = collect_activities(report, nodes);
    struct doc_flow *flow = add_fact(report, sheet, N_("Examples of activities"));
    struct doc_list *list = count ? doc_add_bullets(report->doc, flow) : NULL;
    for (size_t i = 0; i < count && i < EXAMPLES_MOST; i++) {
        const char *status = name_activity_status(model_activity(nodes[i])->status);
        add_named(report, doc_add_item(report->doc, list, NULL), nodes[i],
                  status ? report_say(report, status) : "");
    }
    report_rest(report, flow, count, EXAMPLES_MOST);
    if (!count)
        report_missing(report, flow, N_("No activities yet: what will you do?"));
}

static void add_duration(struct report *report, struct doc_table *sheet)
{
    const struct programme *programme = report->model->programme;
    const char *period = report_period(report, programme->from, programme->to);
    const char *kind = name_programme_kind(programme->kind);
    struct doc_flow *flow = add_fact(report, sheet, N_("Duration"));
    if (*period)
        report_plain(report, flow, DOC_CELL,
                     report_join(report, period, kind ? report_say(report, kind) : "", NULL));
    else
        report_missing(report, flow, N_("From when, and until when?"));
}

void facts_build(struct report *report)
{
    struct doc *doc = report->doc;
    const struct programme *programme = report->model->programme;
    report_node(report, &doc->body, DOC_TITLE, &programme->node);
    report_plain(report, &doc->body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Fact sheet")),
                             programme->owner ? programme->owner : "", report_state(report), NULL));
    static const struct doc_column columns[] = {{NULL, 1, false}, {NULL, 3.6, false}};
    struct doc_table *sheet = doc_add_table(doc, &doc->body, NULL, columns, 2);
    add_goal(report, sheet);
    add_places(report, sheet);
    add_target_groups(report, sheet);
    add_committees(report, sheet);
    add_municipal(report, sheet);
    add_local(report, sheet);
    add_data(report, sheet);
    add_description(report, sheet);
    add_activities(report, sheet);
    add_duration(report, sheet);
}
