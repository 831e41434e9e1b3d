/* Chapter: the evaluation questions, each with how and when it is answered and what the
 * answer is for. */
#include "report/names.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct report_column columns[] = {
    {N_("Question"), 2.3}, {N_("About"), 2},    {N_("Indicator and source"), 2.2},
    {N_("Method"), 1.9},   {N_("When"), 1},     {N_("Responsible"), 1.4},
    {N_("Criterion"), 2},  {N_("Decision"), 2},
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

static const struct model_node *source_of(const struct model_refs *indicators, size_t i)
{
    return model_indicator(indicators->items[i].node)->source.node;
}

static bool named_before(const struct model_refs *indicators, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (source_of(indicators, k) == source_of(indicators, i))
            return true;
    return false;
}

/* The indicators that answer the question, and their sources, each once, in small print. */
static void add_indicators(struct report *report, struct doc_flow *cell,
                           const struct model_refs *indicators)
{
    if (!indicators->count) {
        report_dash(report, cell);
        return;
    }
    add_subjects(report, cell, indicators, "");
    for (size_t i = 0; i < indicators->count; i++)
        if (source_of(indicators, i) && !named_before(indicators, i))
            report_node(report, cell, DOC_SMALL, source_of(indicators, i));
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
    if (name_question_type(question->type))
        report_own(report, title, DOC_SMALL, name_question_type(question->type));
    else
        report_missing(report, title, N_("Process, effect or mechanism?"));
    report_id(report, title, &question->node);
    add_subjects(report, add_spanning(report, row, rows), &question->about, N_("About what?"));
    add_indicators(report, add_spanning(report, row, rows), &question->indicators);
}

/* Whom the answer is for: "To: steering group, project owner". */
static void add_audience(struct report *report, struct doc_flow *cell,
                         const struct model_refs *audience)
{
    if (!audience->count)
        return;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_SMALL);
    report_run_own(report, line, doc_textf(report->doc, "%s: ", report_say(report, N_("To"))));
    for (size_t i = 0; i < audience->count; i++) {
        const struct model_node *role = audience->items[i].node;
        if (i)
            report_run_own(report, line, ", ");
        report_run_text(report, line, role, report_name(report, role));
    }
}

static void add_use(struct report *report, struct doc_row *row, const struct question *question,
                    int rows)
{
    const struct model_node *node = &question->node;
    report_text_or(report, add_spanning(report, row, rows), node, question->criterion,
                   N_("What will you call good enough?"));
    struct doc_flow *cell = add_spanning(report, row, rows);
    report_text_or(report, cell, node, question->decision, N_("What is the answer for?"));
    add_audience(report, cell, &question->audience);
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
    report_chapter_wide(report, N_("Evaluation questions"), "questions");
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_question(report, table, model_question(list->items[i]));
}
