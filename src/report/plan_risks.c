/* Chapter: risks, other explanations, and what must hold for the programme as a whole. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Probability times consequence: from here on something has to be done about it. */
enum { HIGH = 12 };

/* --- how high ---------------------------------------------------------------------------------- */

/* 0: not rated. */
static int level_of(const struct condition *condition)
{
    return condition->probability * condition->consequence;
}

static const char *grade_name(int grade)
{
    static const char *const names[] = {
        NULL, N_("very small"), N_("small"), N_("medium"), N_("large"), N_("very large"),
    };
    return grade > 0 && (size_t)grade < COUNT(names) ? names[grade] : NULL;
}

/* "Probability: 3, medium" */
static void add_grade(struct report *report, struct doc_flow *cell, const char *english, int grade)
{
    const char *name = grade_name(grade);
    if (name)
        report_plain(report, cell, DOC_SMALL,
                     doc_textf(report->doc, "%s: %d, %s", report_say(report, english), grade,
                               report_say(report, name)));
}

static void add_level(struct report *report, struct doc_flow *cell,
                      const struct condition *condition)
{
    if (level_of(condition))
        report_plain(report, cell, DOC_CELL,
                     doc_textf(report->doc, "%d × %d = %d", condition->probability,
                               condition->consequence, level_of(condition)));
    else
        report_missing(report, cell, N_("How likely, and how bad?"));
    add_grade(report, cell, N_("Probability"), condition->probability);
    add_grade(report, cell, N_("Consequence"), condition->consequence);
}

/* --- what it is about ---------------------------------------------------------------------------- */

static void add_text(struct report *report, struct doc_flow *cell,
                     const struct condition *condition)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    report_run_text(report, line, &condition->node, report_name(report, &condition->node));
    if (condition->critical == YES) {
        report_run_own(report, line, " ");
        report_run_own(report, line, report_say(report, N_("critical")))->chip = true;
    }
}

static void add_about(struct report *report, struct doc_flow *cell,
                      const struct condition *condition)
{
    const struct model_node *parent = condition->node.parent;
    if (parent->kind == MODEL_LINK)
        parts_name(report, doc_add_paragraph(report->doc, cell, DOC_CELL), parent);
    for (size_t i = 0; i < condition->about.count; i++)
        parts_name(report, doc_add_paragraph(report->doc, cell, DOC_CELL),
                   condition->about.items[i].node);
    if (!cell->first)
        report_own(report, cell, DOC_CELL, N_("the programme as a whole"));
}

static void add_owner(struct report *report, struct doc_flow *cell,
                      const struct condition *condition)
{
    if (condition->owner.node)
        report_labelled(report, cell, DOC_SMALL, N_("Responsible"), condition->owner.node,
                        report_name(report, condition->owner.node));
}

/* --- risks ------------------------------------------------------------------------------------------ */

/* The highest first, those that are not rated last. */
static int compare_risks(const void *a, const void *b)
{
    const struct condition *first = model_condition(*(const struct model_node *const *)a);
    const struct condition *second = model_condition(*(const struct model_node *const *)b);
    int order = level_of(second) - level_of(first);
    return order ? order : (first->node.order > second->node.order) - 1;
}

static void add_risk(struct report *report, struct doc_table *table, const struct condition *risk)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    add_text(report, report_cell(report, row), risk);
    add_level(report, report_cell(report, row), risk);
    struct doc_flow *cell = report_cell(report, row);
    if (risk->mitigation)
        report_text(report, cell, DOC_CELL, &risk->node, risk->mitigation);
    else if (level_of(risk) >= HIGH)
        report_missing(report, cell, N_("What do you do about it?"));
    add_owner(report, cell, risk);
    if (!risk->owner.node && level_of(risk) >= HIGH)
        report_missing(report, cell, N_("Who keeps an eye on it?"));
    if (!cell->first)
        report_dash(report, cell);
    add_about(report, report_cell(report, row), risk);
}

static void add_risks(struct report *report)
{
    static const struct report_column columns[] = {{N_("Risk"), 3},
                                                   {N_("Probability × consequence"), 2},
                                                   {N_("What is done"), 2.5},
                                                   {N_("About"), 2.5}};
    const struct model_list *list = &report->model->risks;
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No risks yet: what could make it fail, and what would you do then?"));
        return;
    }
    const struct model_node **items =
        arena_array(&report->doc->arena, list->count, sizeof(const struct model_node *));
    memcpy(items, list->items, list->count * sizeof *items);
    qsort(items, list->count, sizeof *items, compare_risks);
    report_own(report, &report->doc->body, DOC_SMALL,
               N_("Probability and consequence from 1 to 5. The highest product stands first."));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_risk(report, table, model_condition(items[i]));
}

/* --- other explanations ------------------------------------------------------------------------------ */

static void add_weighing(struct report *report, struct doc_flow *cell,
                         const struct condition *rival)
{
    if (rival->mitigation)
        report_text(report, cell, DOC_CELL, &rival->node, rival->mitigation);
    for (size_t i = 0; i < report->model->questions.count; i++) {
        const struct question *question = model_question(report->model->questions.items[i]);
        if (parts_weighs(question, rival))
            report_labelled(report, cell, DOC_CELL, N_("Weighed in the answer to"), &question->node,
                            report_name(report, &question->node));
    }
    add_owner(report, cell, rival);
    if (!cell->first)
        report_missing(report, cell, N_("How will you find out whether it is this?"));
}

static void add_rivals(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Another explanation"), 3.6}, {N_("Of what"), 3}, {N_("How it is weighed"), 3.4}};
    const struct model_list *list = &report->model->rivals;
    report_section(report, N_("Other explanations"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No other explanations yet: what else could move the same figures?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++) {
        const struct condition *rival = model_condition(list->items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        add_text(report, report_cell(report, row), rival);
        add_about(report, report_cell(report, row), rival);
        add_weighing(report, report_cell(report, row), rival);
    }
}

/* --- what must hold ------------------------------------------------------------------------------------ */

static void add_ground(struct report *report, struct doc_table *table,
                       const struct condition *condition)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *text = report_cell(report, row);
    add_text(report, text, condition);
    report_own(report, text, DOC_SMALL, name_condition_kind(condition->node.kind));
    add_about(report, report_cell(report, row), condition);
    struct doc_flow *cell = report_cell(report, row);
    if (condition->mitigation)
        report_text(report, cell, DOC_CELL, &condition->node, condition->mitigation);
    add_grade(report, cell, N_("Probability"), condition->probability);
    add_grade(report, cell, N_("Consequence"), condition->consequence);
    add_owner(report, cell, condition);
    if (!cell->first && condition->critical == YES)
        report_missing(report, cell, N_("Who keeps an eye on it?"));
    else if (!cell->first)
        report_dash(report, cell);
}

static bool is_ground(const struct model_node *node)
{
    return node->kind == MODEL_ASSUMPTION || node->kind == MODEL_CONTEXT;
}

static void add_grounds(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Assumption or context"), 4}, {N_("About"), 2.8}, {N_("What is done"), 3.2}};
    const struct model_list *list = &report->model->top_conditions;
    struct doc_table *table = NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (!is_ground(list->items[i]))
            continue;
        if (!table) {
            report_section(report, N_("What must hold for the programme as a whole"));
            table = report_table(report, columns, COUNT(columns));
        }
        add_ground(report, table, model_condition(list->items[i]));
    }
}

void plan_risks(struct report *report)
{
    report_chapter_next(report, N_("Risks and other explanations"), "risks", DOC_PORTRAIT);
    add_risks(report);
    add_rivals(report);
    add_grounds(report);
}
