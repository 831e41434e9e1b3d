/* Chapter: the profile. Where, for whom, why, with which aims, and who. */
#include "report/names.h"
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

static void add_id(struct report *report, struct doc_row *row, const struct model_node *node)
{
    report_id(report, report_cell(report, row), node);
}

static void add_label(struct report *report, struct doc_row *row, const char *english)
{
    struct doc_flow *cell = report_cell(report, row);
    if (english)
        report_own(report, cell, DOC_CELL, english);
    else
        report_dash(report, cell);
}

static void add_figure_or_dash(struct report *report, struct doc_row *row, struct number number,
                               struct date year)
{
    struct doc_flow *cell = report_cell(report, row);
    if (number.given)
        report_plain(report, cell, DOC_CELL, with_year(report, number, year));
    else
        report_dash(report, cell);
}

static void add_places(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Place"), 3}, {N_("Role"), 2}, {N_("Inhabitants"), 2}, {N_("Id"), 2}};
    const struct model_list *list = &report->model->places;
    report_section(report, N_("Places"));
    if (!list->count) {
        report_missing(report, &report->doc->body, N_("No place yet: where do you act?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++) {
        const struct place *place = model_place(list->items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_node(report, report_cell(report, row), DOC_CELL, &place->node);
        add_label(report, row, name_place_role(place->role));
        add_figure_or_dash(report, row, place->population, place->population_year);
        add_id(report, row, &place->node);
    }
}

/* "0–10 years", "65 years and over" of 0-10 and 65-. */
static const char *ages_text(const struct report *report, const char *ages)
{
    size_t from = strcspn(ages, "-");
    const char *to = ages[from] ? ages + from + 1 : "";
    const char *first = doc_textf(report->doc, "%.*s", (int)from, ages);
    if (*to)
        return report_fill(report, N_("{1}–{2} years"), first, to, NULL);
    return report_fill(report, N_("{1} years and over"), first, NULL);
}

static void add_target_groups(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Target group"), 4}, {N_("Ages"), 1.5}, {N_("Persons"), 1.5}, {N_("Id"), 2}};
    const struct model_list *list = &report->model->target_groups;
    report_section(report, N_("Target groups"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No target group yet: whose lives are to become better?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++) {
        const struct target_group *group = model_target_group(list->items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_node(report, report_cell(report, row), DOC_CELL, &group->node);
        struct doc_flow *ages = report_cell(report, row);
        if (group->ages)
            report_plain(report, ages, DOC_CELL, ages_text(report, group->ages));
        else
            report_dash(report, ages);
        add_figure_or_dash(report, row, group->size, group->size_year);
        add_id(report, row, &group->node);
    }
}

static void add_challenge(struct report *report, struct doc_list *list,
                          const struct challenge *challenge)
{
    struct doc_flow *item = doc_add_item(report->doc, list, NULL);
    struct doc_paragraph *paragraph = doc_add_paragraph(report->doc, item, DOC_TEXT);
    report_run_text(report, paragraph, &challenge->node, report_name(report, &challenge->node));
    if (challenge->seen_by)
        report_labelled(report, item, DOC_SMALL, N_("Seen by"), &challenge->node,
                        challenge->seen_by);
    if (challenge->evidence)
        report_text(report, item, DOC_SMALL, &challenge->node, challenge->evidence);
    else
        report_missing(report, item, N_("How do you know?"));
}

static void add_challenges(struct report *report)
{
    const struct model_list *all = &report->model->challenges;
    report_section(report, N_("Challenges"));
    if (!all->count) {
        report_missing(report, &report->doc->body,
                       N_("No challenge yet: what is it that you want to do something about?"));
        return;
    }
    struct doc_list *list = doc_add_bullets(report->doc, &report->doc->body);
    for (size_t i = 0; i < all->count; i++)
        add_challenge(report, list, model_challenge(all->items[i]));
}

static void add_focus_areas(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Focus area"), 3}, {N_("Objective"), 4}, {N_("Id"), 2}};
    const struct model_list *list = &report->model->focus_areas;
    report_section(report, N_("Focus areas and objectives"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No focus area yet. With few activities you can do without."));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++) {
        const struct focus_area *area = model_focus_area(list->items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_node(report, report_cell(report, row), DOC_CELL, &area->node);
        report_text_or(report, report_cell(report, row), &area->node, area->objective,
                       N_("No objective yet: when have you come far enough?"));
        add_id(report, row, &area->node);
    }
}

static void add_roles(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Role"), 4}, {N_("What it does"), 3}, {N_("Id"), 2}};
    const struct model_list *list = &report->model->roles;
    report_section(report, N_("Roles"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No roles yet: who decides, who leads, who evaluates?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++) {
        const struct role *role = model_role(list->items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_node(report, report_cell(report, row), DOC_CELL, &role->node);
        add_label(report, row, name_role_kind(role->kind));
        add_id(report, row, &role->node);
    }
}

void plan_profile(struct report *report)
{
    report_chapter(report, N_("Profile"), "profile", DOC_PORTRAIT);
    if (report->model->programme->vision)
        report_labelled(report, &report->doc->body, DOC_TEXT, N_("Vision"),
                        &report->model->programme->node, report->model->programme->vision);
    add_places(report);
    add_target_groups(report);
    add_challenges(report);
    add_focus_areas(report);
    add_roles(report);
}
