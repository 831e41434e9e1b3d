/* Chapter: the evaluation questions, each with how and when it is answered and what the
 * answer is for. */
#include "report/names.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct report_column columns[] = {
    {N_("Question"), 2.2},  {N_("Type"), 1.85},    {N_("About"), 1.7}, {N_("Indicator"), 1.7},
    {N_("Method"), 1.6},    {N_("Source"), 1.35},  {N_("When"), 1},    {N_("Responsible"), 1.3},
    {N_("Criterion"), 1.8}, {N_("Decision"), 1.8},
};

/* Cells beside the methods span them all. */
static struct doc_flow *add_spanning(struct report *report, struct doc_row *row, int rows)
{
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    cell->rows = rows;
    return &cell->body;
}

/* What a question may be about: a link is named by its ends. */
static void add_subject(struct report *report, struct doc_flow *cell, const struct model_node *node)
{
    if (node->kind != MODEL_LINK) {
        report_node(report, cell, DOC_CELL, node);
        return;
    }
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    const struct model_node *to = model_link(node)->to.node;
    report_run_text(report, line, node->parent, report_name(report, node->parent));
    report_run_own(report, line, " → ");
    report_run_text(report, line, to, report_name(report, to));
}

static void add_subjects(struct report *report, struct doc_flow *cell,
                         const struct model_refs *refs, const char *missing)
{
    struct doc_list *list = refs->count > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < refs->count; i++)
        add_subject(report, list ? doc_add_item(report->doc, list, NULL) : cell,
                    refs->items[i].node);
    if (!refs->count)
        report_missing(report, cell, missing);
}

static bool named_before(const struct model_refs *indicators, size_t i)
{
    const struct model_node *source = model_indicator(indicators->items[i].node)->source.node;
    for (size_t k = 0; k < i; k++)
        if (model_indicator(indicators->items[k].node)->source.node == source)
            return true;
    return false;
}

/* The sources of the question's indicators, each once. */
static void add_sources(struct report *report, struct doc_flow *cell,
                        const struct model_refs *indicators)
{
    bool any = false;
    for (size_t i = 0; i < indicators->count; i++) {
        const struct model_node *source = model_indicator(indicators->items[i].node)->source.node;
        if (!source || named_before(indicators, i))
            continue;
        report_node(report, cell, DOC_CELL, source);
        any = true;
    }
    if (!any)
        report_dash(report, cell);
}

static void add_method(struct report *report, struct doc_flow *cell, const struct method *method)
{
    if (!method) {
        report_missing(report, cell, N_("How will you find out?"));
        return;
    }
    const char *name = name_method(method->code);
    if (name)
        report_own(report, cell, DOC_CELL, name);
    if (method->node.title)
        report_text(report, cell, name ? DOC_SMALL : DOC_CELL, &method->node, method->node.title);
    if (method->informants)
        report_text(report, cell, DOC_SMALL, &method->node, method->informants);
}

static void add_when(struct report *report, struct doc_flow *cell, const struct method *method)
{
    if (method && date_given(method->when))
        report_plain(report, cell, DOC_CELL, report_date(report, method->when));
    else
        report_missing(report, cell, N_("When?"));
}

static void add_who(struct report *report, struct doc_flow *cell, const struct method *method)
{
    if (method && method->by.node)
        report_node(report, cell, DOC_CELL, method->by.node);
    else
        report_missing(report, cell, N_("Who?"));
}

static const struct method *method_of(const struct question *question, size_t i)
{
    return i < question->methods.count ? model_method(question->methods.items[i]) : NULL;
}

static void add_what(struct report *report, struct doc_row *row, const struct question *question,
                     int rows)
{
    struct doc_flow *title = add_spanning(report, row, rows);
    report_node(report, title, DOC_CELL, &question->node);
    report_id(report, title, &question->node);
    struct doc_flow *type = add_spanning(report, row, rows);
    if (name_question_type(question->type))
        report_own(report, type, DOC_CELL, name_question_type(question->type));
    else
        report_missing(report, type, N_("Process, effect or mechanism?"));
    add_subjects(report, add_spanning(report, row, rows), &question->about, N_("About what?"));
    struct doc_flow *indicators = add_spanning(report, row, rows);
    if (question->indicators.count)
        add_subjects(report, indicators, &question->indicators, "");
    else
        report_dash(report, indicators);
}

static void add_use(struct report *report, struct doc_row *row, const struct question *question,
                    int rows)
{
    const struct model_node *node = &question->node;
    report_text_or(report, add_spanning(report, row, rows), node, question->criterion,
                   N_("What will you call good enough?"));
    struct doc_flow *cell = add_spanning(report, row, rows);
    report_text_or(report, cell, node, question->decision, N_("What is the answer for?"));
    for (size_t i = 0; i < question->audience.count; i++)
        report_node(report, cell, DOC_SMALL, question->audience.items[i].node);
}

/* One row for each method; what belongs to the question spans them. */
static void add_question(struct report *report, struct doc_table *table,
                         const struct question *question)
{
    size_t rows = question->methods.count ? question->methods.count : 1;
    for (size_t i = 0; i < rows; i++) {
        const struct method *method = method_of(question, i);
        struct doc_row *row = doc_add_row(report->doc, table);
        if (i == 0)
            add_what(report, row, question, (int)rows);
        add_method(report, report_cell(report, row), method);
        if (i == 0)
            add_sources(report, add_spanning(report, row, (int)rows), &question->indicators);
        add_when(report, report_cell(report, row), method);
        add_who(report, report_cell(report, row), method);
        if (i == 0)
            add_use(report, row, question, (int)rows);
    }
}

void plan_questions(struct report *report)
{
    const struct model_list *list = &report->model->questions;
    if (!list->count) {
        report_chapter_missing(
            report, N_("Evaluation questions"), "questions",
            N_("No evaluation questions yet: what do you want to be wiser about?"));
        return;
    }
    report_chapter(report, N_("Evaluation questions"), "questions", DOC_LANDSCAPE);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_question(report, table, model_question(list->items[i]));
}
