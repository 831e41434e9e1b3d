/* Chapter: the evaluation questions, each with what it is about, how and when it is answered,
 * and what the answer is for. Facts that belong together share a cell: a matrix of ten columns
 * cannot be read on paper. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct report_column columns[] = {
    {N_("Question"), 2.4},
    {N_("Link or effect"), 2.3},
    {N_("Indicator and source"), 2.2},
    {N_("Method, when and who"), 2.4},
    {N_("Criterion, decision and audience"), 2.8},
};

/* --- cells that stand beside all methods ------------------------------------------------- */

/* Cells beside the methods span them all. */
static struct doc_flow *add_spanning(struct report *report, struct doc_row *row, int rows)
{
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    cell->rows = rows;
    return &cell->body;
}

/* The design that an effect question leans on: its own, else that of the programme. */
static void add_design(struct report *report, struct doc_flow *cell,
                       const struct question *question)
{
    enum design design = question->design;
    if (design == DESIGN_UNKNOWN)
        design = report->model->programme->design;
    const char *name = name_design(design);
    if (name)
        report_labelled(report, cell, DOC_SMALL, N_("Design"), &report->model->programme->node,
                        report_say(report, name));
    else
        report_missing(report, cell, N_("What is the answer held against?"));
}

static void add_title(struct report *report, struct doc_flow *cell, const struct question *question)
{
    const char *type = name_question_type(question->type);
    report_node(report, cell, DOC_CELL, &question->node);
    if (type)
        report_own(report, cell, DOC_SMALL, type);
    else
        report_missing(report, cell, N_("Process, effect or mechanism?"));
    if (question->type == QUESTION_EFFECT)
        add_design(report, cell, question);
    report_id(report, cell, &question->node);
}

static void add_subjects(struct report *report, struct doc_flow *cell,
                         const struct model_refs *refs, const char *missing)
{
    struct doc_list *list = refs->count > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < refs->count; i++) {
        struct doc_flow *flow = list ? doc_add_item(report->doc, list, NULL) : cell;
        struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_CELL);
        parts_name(report, line, refs->items[i].node);
    }
    if (!refs->count)
        report_missing(report, cell, missing);
}

/* A rival explanation is to be held against the questions that weigh it; one of the programme as
 * a whole against all of them. */
static bool concerns(const struct condition *rival, const struct question *question)
{
    bool general = rival->node.parent->kind != MODEL_LINK && !rival->about.count;
    return general || parts_weighs(question, rival);
}

/* What else could explain the answer to an effect question. */
static void add_rivals(struct report *report, struct doc_flow *cell,
                       const struct question *question)
{
    const struct model_list *rivals = &report->model->rivals;
    bool any = false;
    for (size_t i = 0; i < rivals->count; i++) {
        const struct condition *rival = model_condition(rivals->items[i]);
        if (!concerns(rival, question))
            continue;
        report_labelled(report, cell, DOC_SMALL, N_("Or else"), &rival->node,
                        report_name(report, &rival->node));
        any = true;
    }
    if (!any)
        report_missing(report, cell, N_("What else could explain it?"));
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
            report_labelled(report, cell, DOC_SMALL, N_("Source"), source_of(indicators, i),
                            report_name(report, source_of(indicators, i)));
}

static void add_what(struct report *report, struct doc_row *row, const struct question *question,
                     int rows)
{
    add_title(report, add_spanning(report, row, rows), question);
    struct doc_flow *about = add_spanning(report, row, rows);
    add_subjects(report, about, &question->about, N_("About what?"));
    if (question->type == QUESTION_EFFECT)
        add_rivals(report, about, question);
    add_indicators(report, add_spanning(report, row, rows), &question->indicators);
}

static void add_use(struct report *report, struct doc_flow *cell, const struct question *question)
{
    const struct model_node *node = &question->node;
    if (question->criterion)
        report_labelled(report, cell, DOC_CELL, N_("Good enough"), node, question->criterion);
    else
        report_missing(report, cell, N_("What will you call good enough?"));
    if (question->decision)
        report_labelled(report, cell, DOC_CELL, N_("Decides"), node, question->decision);
    else
        report_missing(report, cell, N_("What is the answer for?"));
    if (question->audience.count)
        parts_refs(report, cell, DOC_SMALL, N_("To"), &question->audience);
    else
        report_missing(report, cell, N_("Who is to use it?"));
}

/* --- methods ------------------------------------------------------------------------------- */

static void add_how(struct report *report, struct doc_flow *cell, const struct method *method)
{
    const struct model_node *node = &method->node;
    const char *name = name_method(method->code);
    if (name)
        report_own(report, cell, DOC_CELL, name);
    if (node->title)
        report_text(report, cell, name ? DOC_SMALL : DOC_CELL, node, node->title);
    if (!name && !node->title)
        report_missing(report, cell, N_("How will you find out?"));
    if (method->informants)
        report_labelled(report, cell, DOC_SMALL, N_("Informants"), node, method->informants);
    parts_refs(report, cell, DOC_SMALL, N_("Asks"), &method->asks);
}

static void add_method(struct report *report, struct doc_flow *cell,
                       const struct question *question, const struct method *method)
{
    if (!method) {
        report_missing(report, cell, N_("How will you find out, when, and who does it?"));
        return;
    }
    add_how(report, cell, method);
    if (date_given(method->when))
        report_plain(report, cell, DOC_CELL, report_date(report, method->when));
    else
        report_missing(report, cell, N_("When?"));
    const struct model_node *who = parts_asker(question, method);
    if (who)
        report_node(report, cell, DOC_CELL, who);
    else
        report_missing(report, cell, N_("Who?"));
}

/* --- rows ---------------------------------------------------------------------------------- */

/* One row for each method; what belongs to the question spans them. */
static void add_question(struct report *report, struct doc_table *table,
                         const struct question *question)
{
    size_t rows = question->methods.count ? question->methods.count : 1;
    for (size_t i = 0; i < rows; i++) {
        const struct method *method = NULL;
        struct doc_row *row = doc_add_row(report->doc, table);
        if (question->methods.count)
            method = model_method(question->methods.items[i]);
        if (i == 0)
            add_what(report, row, question, (int)rows);
        add_method(report, report_cell(report, row), question, method);
        if (i == 0)
            add_use(report, add_spanning(report, row, (int)rows), question);
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
