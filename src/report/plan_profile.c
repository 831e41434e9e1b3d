/* Chapter: the profile. Where, for whom, why and with which aims; what the place has and
 * what is said of it stand in plan_place.c. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "1,234 (2017)" */
static const char *with_year(struct report *report, struct number number, struct date year)
{
    const char *figure = report_number(report, number);
    if (!date_given(year))
        return figure;
    return doc_textf(report->doc, "%s (%s)", figure, report_date(report, year));
}

static void add_small(struct report *report, struct doc_flow *flow, const struct model_node *node,
                      const char *text)
{
    if (text && *text)
        report_text(report, flow, DOC_SMALL, node, text);
}

static void add_tags(struct report *report, struct doc_flow *flow, const struct model_tags *tags)
{
    const char *text = parts_tags(report, tags);
    if (*text)
        report_plain(report, flow, DOC_SMALL, text);
}

/* --- the programme -------------------------------------------------------------------- */

static struct doc_flow *add_fact(struct report *report, struct doc_list *list, const char *label)
{
    return doc_add_item(report->doc, list, report_say(report, label));
}

static void add_committees(struct report *report, struct doc_list *list)
{
    const struct model_list *roles = &report->model->roles;
    struct doc_paragraph *names = NULL;
    for (size_t i = 0; i < roles->count; i++) {
        if (model_role(roles->items[i])->kind != ROLE_COMMITTEE)
            continue;
        if (names)
            report_run_own(report, names, "; ");
        else
            names =
                doc_add_paragraph(report->doc, add_fact(report, list, N_("Committees")), DOC_TEXT);
        report_run_text(report, names, roles->items[i], report_name(report, roles->items[i]));
    }
}

static void add_programme(struct report *report)
{
    const struct programme *programme = report->model->programme;
    const struct model_node *node = &programme->node;
    const char *period = report_period(report, programme->from, programme->to);
    const char *kind = name_programme_kind(programme->kind);
    struct doc_list *list = doc_add_definitions(report->doc, &report->doc->body);
    if (kind)
        report_own(report, add_fact(report, list, N_("Kind")), DOC_TEXT, kind);
    struct doc_flow *owner = add_fact(report, list, N_("Owner"));
    if (programme->owner)
        report_text(report, owner, DOC_TEXT, node, programme->owner);
    else
        report_missing(report, owner, N_("Who owns it: which municipality or organisation?"));
    add_committees(report, list);
    struct doc_flow *when = add_fact(report, list, N_("Period"));
    if (*period)
        report_plain(report, when, DOC_TEXT, period);
    else
        report_missing(report, when, N_("From when until when?"));
    if (programme->vision)
        report_text(report, add_fact(report, list, N_("Vision")), DOC_TEXT, node,
                    programme->vision);
}

/* --- places ----------------------------------------------------------------------------- */

/* Inhabitants, a line for each year that is known. */
static void add_population(struct report *report, struct doc_flow *cell, const struct place *place)
{
    if (place->population.given)
        report_plain(report, cell, DOC_CELL,
                     with_year(report, place->population, place->population_year));
    for (size_t i = 0; i < place->populations.count; i++) {
        const struct population *other = model_population(place->populations.items[i]);
        report_plain(report, cell, DOC_CELL, with_year(report, other->persons, other->year));
        add_small(report, cell, &other->node, other->node.title);
    }
    if (!place->population.given && !place->populations.count)
        report_dash(report, cell);
}

static void add_place(struct report *report, struct doc_table *table, const struct place *place)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &place->node);
    add_small(report, name, &place->node, place->description);
    struct doc_flow *role = report_cell(report, row);
    const char *role_name = name_place_role(place->role);
    if (role_name)
        report_own(report, role, DOC_CELL, role_name);
    else
        report_dash(report, role);
    if (place->exposed == YES)
        report_own(report, role, DOC_SMALL, N_("the programme reaches it all the same"));
    else if (place->exposed == NO)
        report_own(report, role, DOC_SMALL, N_("the programme does not reach it"));
    struct doc_flow *boundary = report_cell(report, row);
    const char *boundary_name = name_boundary(place->boundary);
    if (boundary_name)
        report_own(report, boundary, DOC_CELL, boundary_name);
    else
        report_dash(report, boundary);
    if (place->within.node)
        report_labelled(report, boundary, DOC_SMALL, N_("part of"), place->within.node,
                        report_name(report, place->within.node));
    add_population(report, report_cell(report, row), place);
}

static void add_places(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Place"), 3}, {N_("Role"), 1.8}, {N_("Boundary"), 2.7}, {N_("Inhabitants"), 1.3}};
    const struct model_list *list = &report->model->places;
    const struct programme *programme = report->model->programme;
    report_section(report, N_("Places"));
    if (!list->count) {
        report_missing(report, &report->doc->body, N_("No place yet: where do you act?"));
        return;
    }
    if (programme->place_grounds)
        report_labelled(report, &report->doc->body, DOC_TEXT, N_("Why here"), &programme->node,
                        programme->place_grounds);
    else
        report_missing(report, &report->doc->body, N_("Why here, and not elsewhere?"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    table->columns[3].number = true;
    for (size_t i = 0; i < list->count; i++)
        add_place(report, table, model_place(list->items[i]));
}

/* --- target groups ----------------------------------------------------------------------- */

static void add_group(struct report *report, struct doc_table *table,
                      const struct target_group *group)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &group->node);
    add_small(report, name, &group->node, group->description);
    if (group->within.node)
        report_labelled(report, name, DOC_SMALL, N_("part of"), group->within.node,
                        report_name(report, group->within.node));
    if (group->vulnerable == YES)
        report_own(report, name, DOC_SMALL, N_("in a vulnerable position"));
    add_tags(report, name, &group->tags);
    struct doc_flow *ages = report_cell(report, row);
    if (group->ages)
        report_plain(report, ages, DOC_CELL, report_ages(report, group->ages));
    else
        report_dash(report, ages);
    struct doc_flow *size = report_cell(report, row);
    if (group->size.given)
        report_plain(report, size, DOC_CELL, with_year(report, group->size, group->size_year));
    else
        report_missing(report, size, N_("How many?"));
}

static void add_target_groups(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Target group"), 5}, {N_("Ages"), 2}, {N_("Persons"), 1.8}};
    const struct model_list *list = &report->model->target_groups;
    report_section(report, N_("Target groups"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No target group yet: whose lives are to become better?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    table->columns[2].number = true;
    for (size_t i = 0; i < list->count; i++)
        add_group(report, table, model_target_group(list->items[i]));
}

/* --- challenges --------------------------------------------------------------------------- */

/* "Priority 1 in Åhusene, Food together: grounds" */
static void add_priority(struct report *report, struct doc_flow *flow,
                         const struct priority *priority)
{
    const struct model_node *const where[] = {priority->place.node, priority->focus_area.node};
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_SMALL);
    const char *rank = doc_textf(report->doc, "%d", priority->rank);
    report_run_own(report, line,
                   priority->rank ? report_fill(report, N_("Priority {1}"), rank, NULL)
                                  : report_say(report, N_("Priority")));
    for (size_t i = 0; i < COUNT(where); i++)
        if (where[i]) {
            report_run_own(report, line, " · ");
            report_run_text(report, line, where[i], report_name(report, where[i]));
        }
    if (priority->node.title) {
        report_run_own(report, line, ": ");
        report_run_text(report, line, &priority->node, priority->node.title);
    }
}

/* Its own focus area is where it stands; others are named with it. */
static void add_areas(struct report *report, struct doc_flow *flow,
                      const struct challenge *challenge)
{
    const struct model_node *own = challenge->node.parent;
    bool has_own = own && own->kind == MODEL_FOCUS_AREA;
    size_t count = challenge->focus_areas.count + has_own;
    struct model_refs all = {.items =
                                 arena_array(&report->doc->arena, count + 1, sizeof *all.items)};
    if (has_own)
        all.items[all.count++].node = own;
    for (size_t i = 0; i < challenge->focus_areas.count; i++)
        all.items[all.count++] = challenge->focus_areas.items[i];
    parts_refs(report, flow, DOC_SMALL, N_("Focus areas"), &all);
}

static void add_challenge(struct report *report, struct doc_table *table,
                          const struct challenge *challenge)
{
    const struct model_node *node = &challenge->node;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *what = report_cell(report, row);
    report_node(report, what, DOC_CELL, node);
    if (challenge->seen_by)
        report_labelled(report, what, DOC_SMALL, N_("Seen by"), node, challenge->seen_by);
    add_areas(report, what, challenge);
    for (size_t i = 0; i < challenge->priorities.count; i++)
        add_priority(report, what, model_priority(challenge->priorities.items[i]));
    struct doc_flow *how = report_cell(report, row);
    if (challenge->extent)
        report_text(report, how, DOC_CELL, node, challenge->extent);
    if (challenge->evidence)
        report_text(report, how, challenge->extent ? DOC_SMALL : DOC_CELL, node,
                    challenge->evidence);
    parts_refs(report, how, DOC_SMALL, N_("See"), &challenge->documents);
    if (!challenge->extent)
        report_missing(report, how, N_("How large is it?"));
    if (!challenge->evidence && !challenge->documents.count)
        report_missing(report, how, N_("How do you know?"));
}

static void add_challenges(struct report *report)
{
    static const struct report_column columns[] = {{N_("Challenge"), 4},
                                                   {N_("How large it is, and how we know"), 4}};
    const struct model_list *all = &report->model->challenges;
    report_section(report, N_("Challenges"));
    if (!all->count) {
        report_missing(report, &report->doc->body,
                       N_("No challenge yet: what is it that you want to do something about?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < all->count; i++)
        add_challenge(report, table, model_challenge(all->items[i]));
}

/* --- focus areas ---------------------------------------------------------------------------- */

static void add_focus_area(struct report *report, struct doc_table *table,
                           const struct focus_area *area)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &area->node);
    add_tags(report, name, &area->tags);
    report_text_or(report, report_cell(report, row), &area->node, area->objective,
                   N_("No objective yet: when have you come far enough?"));
    struct doc_flow *letters = report_cell(report, row);
    const char *text = "";
    for (size_t i = 0; i < area->activities.count; i++)
        text = doc_textf(report->doc, "%s%s%s", text, *text ? ", " : "",
                         report_letter(report, model_activity(area->activities.items[i])));
    if (*text)
        report_plain(report, letters, DOC_CELL, text);
    else
        report_missing(report, letters, N_("none yet"));
}

static void add_focus_areas(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Focus area"), 3}, {N_("Objective"), 4}, {N_("Activities"), 1.4}};
    const struct model_list *list = &report->model->focus_areas;
    if (!list->count)
        return; /* with few activities one can do without */
    report_section(report, N_("Focus areas and objectives"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_focus_area(report, table, model_focus_area(list->items[i]));
}

void plan_profile(struct report *report)
{
    report_chapter_if_needed(report, N_("Profile"), "profile", DOC_PORTRAIT);
    add_programme(report);
    add_places(report);
    add_target_groups(report);
    add_challenges(report);
    add_focus_areas(report);
    plan_place(report);
}
