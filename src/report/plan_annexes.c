/* Annexes: a sheet for each indicator; what was changed and learnt on the way. */
#include "report/indicators.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- indicator sheets --------------------------------------------------------------------------- */

/* A few short ones need no page of their own. */
static void begin_annex(struct report *report, const char *english, const char *id, bool is_short)
{
    static const double between = 18; /* points */
    doc_add_space(report->doc, &report->doc->body, between);
    if (!is_short || report->orientation != DOC_PORTRAIT)
        report_page_if_needed(report, DOC_PORTRAIT);
    doc_add_heading(report->doc, &report->doc->body, 1, report_say(report, english), id);
}

void plan_passports(struct report *report)
{
    enum { FEW = 2 };
    static const double between = 14; /* points */
    const struct model_list *list = &report->model->indicators;
    if (!list->count)
        return;
    begin_annex(report, N_("Annex: indicator sheets"), "passports", list->count <= FEW);
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            doc_add_space(report->doc, &report->doc->body, between);
        indicator_sheet(report, model_indicator(list->items[i]), 2)->unlisted = true;
    }
}

/* --- in order of time ----------------------------------------------------------------------------- */

static struct date date_of(const struct model_node *node)
{
    return node->kind == MODEL_LESSON ? model_lesson(node)->date : model_revision(node)->date;
}

/* Without a date: last. */
static int compare_dates(const void *a, const void *b)
{
    const struct model_node *first = *(const struct model_node *const *)a;
    const struct model_node *second = *(const struct model_node *const *)b;
    struct date one = date_of(first), other = date_of(second);
    int order = 0;
    if (date_given(one) && date_given(other))
        order = date_compare(date_first_day(one), date_first_day(other));
    else
        order = date_given(other) - date_given(one);
    return order ? order : (first->order > second->order) - 1;
}

/* --- changes of indicators ---------------------------------------------------------------------------- */

static size_t collect_revisions(const struct model *model, const struct model_node **items)
{
    size_t count = 0;
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct model_list *list = &model_indicator(model->indicators.items[i])->revisions;
        for (size_t k = 0; k < list->count; k++, count++)
            if (items)
                items[count] = list->items[k];
    }
    return count;
}

static void add_revision(struct report *report, struct doc_table *table,
                         const struct revision *revision)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    report_date_or_missing(report, report_cell(report, row), revision->date);
    report_node(report, report_cell(report, row), DOC_CELL, revision->node.parent);
    struct doc_flow *what = report_cell(report, row);
    report_text_or(report, what, &revision->node, revision->node.title,
                   N_("What was changed, and why?"));
    if (revision->breaks == YES)
        report_own(report, what, DOC_SMALL, N_("series break: cannot be compared"));
    else if (revision->breaks == NO)
        report_own(report, what, DOC_SMALL, N_("can still be compared"));
}

static void add_revisions(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Date"), 1.6}, {N_("Indicator"), 3.6}, {N_("What and why"), 4.8}};
    size_t count = collect_revisions(report->model, NULL);
    if (!count) {
        report_own(report, &report->doc->body, DOC_TEXT,
                   N_("No indicator has been changed so far."));
        return;
    }
    report_section(report, N_("Changes of indicators"));
    const struct model_node **items =
        arena_array(&report->doc->arena, count, sizeof(const struct model_node *));
    collect_revisions(report->model, items);
    qsort(items, count, sizeof *items, compare_dates);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < count; i++)
        add_revision(report, table, model_revision(items[i]));
}

/* --- what was learnt ------------------------------------------------------------------------------------- */

static void add_lesson(struct report *report, struct doc_table *table, const struct lesson *lesson)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    report_date_or_missing(report, report_cell(report, row), lesson->date);
    struct doc_flow *kind = report_cell(report, row);
    if (name_lesson_kind(lesson->kind))
        report_own(report, kind, DOC_CELL, name_lesson_kind(lesson->kind));
    else
        report_dash(report, kind);
    struct doc_flow *text = report_cell(report, row);
    report_node(report, text, DOC_CELL, &lesson->node);
    parts_refs(report, text, DOC_SMALL, N_("About"), &lesson->about);
}

static void add_lessons(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Date"), 1.6}, {N_("Kind"), 1.8}, {N_("What was seen"), 6.6}};
    const struct model_list *list = &report->model->lessons;
    if (!list->count) {
        report_own(report, &report->doc->body, DOC_TEXT,
                   N_("The learning log is empty. Note what surprises you, and what you do "
                      "differently from the plan."));
        return;
    }
    report_section(report, N_("Learning log"));
    const struct model_node **items =
        arena_array(&report->doc->arena, list->count, sizeof(const struct model_node *));
    memcpy(items, list->items, list->count * sizeof *items);
    qsort(items, list->count, sizeof *items, compare_dates);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_lesson(report, table, model_lesson(items[i]));
}

void plan_changes(struct report *report)
{
    begin_annex(report, N_("Annex: changes and learning"), "changes", true);
    report_labelled(report, &report->doc->body, DOC_TEXT, N_("This version"),
                    &report->model->programme->node, report_state(report));
    add_revisions(report);
    add_lessons(report);
}
