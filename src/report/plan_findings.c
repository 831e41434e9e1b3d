/* Annex: what was found in the model, what waits and what was answered. */
#include "report/findings.h"
#include "report/names.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The nearest id around what stands at a line of the file, or NULL. */
static const char *id_at(const struct report *report, uint32_t line)
{
    const struct model_node *found = NULL;
    for (enum model_kind kind = MODEL_PROGRAMME; line && kind < MODEL_KINDS; kind++) {
        const struct model_list *list = model_all(report->model, kind);
        for (size_t i = 0; list && i < list->count; i++) {
            const struct model_node *node = list->items[i];
            bool here = node->span.line == line || node->title_line == line;
            if (here && (!found || node->order > found->order))
                found = node;
        }
    }
    while (found && !found->id)
        found = found->parent;
    return found ? found->id : NULL;
}

static void add_place(struct report *report, struct doc_flow *cell, const struct diag *diag)
{
    if (!diag->at.line) {
        report_dash(report, cell);
        return;
    }
    const char *id = id_at(report, diag->at.line);
    if (id)
        report_plain(report, cell, DOC_CELL, id);
    report_plain(report, cell, DOC_SMALL,
                 report_fill(report, N_("line {1}"),
                             doc_textf(report->doc, "%u", (unsigned)diag->at.line), NULL));
}

static void add_severity(struct report *report, struct doc_row *row, const struct diag *diag)
{
    struct doc_flow *cell = report_cell(report, row);
    const char *word = diag_severity_text(diag->severity, report->language);
    report_plain(report, cell, DOC_CELL,
                 doc_textf(report->doc, "%s %s", sign_of_severity(diag->severity), word));
    report_plain(report, cell, DOC_SMALL, diag_id_text(diag->id));
}

static struct doc_table *add_table(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("No."), 0.5}, {N_("Kind"), 1.7}, {N_("What and how"), 6}, {N_("Where"), 2}};
    return report_table(report, columns, COUNT(columns));
}

/* The beginning of a row: its number, and how bad it is. */
static struct doc_row *add_row(struct report *report, struct doc_table *table, size_t number,
                               const struct diag *diag)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    doc_add_cell_text(report->doc, row, doc_textf(report->doc, "%zu", number));
    add_severity(report, row, diag);
    return row;
}

static void add_waiting(struct report *report)
{
    struct doc_table *table = NULL;
    const struct findings findings = findings_by_weight(report, false);
    for (size_t i = 0; i < findings.count; i++) {
        if (!table)
            table = add_table(report);
        struct doc_row *row = add_row(report, table, i + 1, findings.items[i]);
        findings_add(report, report_cell(report, row), DOC_CELL, findings.items[i]);
        add_place(report, report_cell(report, row), findings.items[i]);
    }
}

/* --- answers -------------------------------------------------------------------------- */

static bool have_same_answer(const struct diag *a, const struct diag *b)
{
    return !strcmp(a->answer, b->answer) && !strcmp(diag_id_text(a->id), diag_id_text(b->id));
}

static bool stood_before(const struct findings *findings, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (have_same_answer(findings->items[k], findings->items[i]))
            return true;
    return false;
}

/* All findings that one answer is about, then the answer. */
static void add_answered_row(struct report *report, struct doc_row *row,
                             const struct findings *findings, size_t first)
{
    const struct diag *diag = findings->items[first];
    struct doc_flow *what = report_cell(report, row), *where = report_cell(report, row);
    for (size_t i = first; i < findings->count; i++) {
        if (!have_same_answer(findings->items[i], diag))
            continue;
        findings_add(report, what, DOC_CELL, findings->items[i]);
        add_place(report, where, findings->items[i]);
    }
    report_labelled(report, what, DOC_SMALL, N_("Answer"), &report->model->programme->node,
                    diag->answer);
}

/* Each answer stands once, with all that it is about. */
static void add_answered(struct report *report)
{
    const struct findings findings = findings_by_weight(report, true);
    struct doc_table *table = NULL;
    size_t number = 0;
    for (size_t i = 0; i < findings.count; i++) {
        if (stood_before(&findings, i))
            continue;
        if (!table) {
            report_section(report, N_("Answered with a reason"));
            table = add_table(report);
        }
        add_answered_row(report, add_row(report, table, ++number, findings.items[i]), &findings, i);
    }
}

static bool is_used(const struct report *report, const struct answer *answer)
{
    const struct diag_sink *sink = report->findings;
    for (size_t i = 0; i < sink->count; i++)
        if (sink->items[i].answer && !strcmp(sink->items[i].answer, answer->node.title) &&
            !strcmp(diag_id_text(sink->items[i].id), answer->rule))
            return true;
    return false;
}

/* Answers to what is no longer found, or was not kept: nothing that was agreed is lost. */
static void add_other_answers(struct report *report)
{
    const struct model_list *answers = &report->model->answers;
    struct doc_list *list = NULL;
    for (size_t i = 0; i < answers->count; i++) {
        const struct answer *answer = model_answer(answers->items[i]);
        if (!answer->node.title || !answer->rule || is_used(report, answer))
            continue;
        if (!list) {
            report_section(report, N_("More answers"));
            report_own(report, &report->doc->body, DOC_SMALL,
                       N_("No rule asks for these at present."));
            list = doc_add_bullets(report->doc, &report->doc->body);
        }
        struct doc_paragraph *line =
            doc_add_paragraph(report->doc, doc_add_item(report->doc, list, NULL), DOC_TEXT);
        report_run_own(report, line, doc_textf(report->doc, "%s: ", answer->rule));
        report_run_text(report, line, &answer->node, answer->node.title);
    }
}

void plan_findings(struct report *report)
{
    struct doc *doc = report->doc;
    static const double between = 18; /* points */
    doc_add_space(doc, &doc->body, between);
    if (report_waiting(report) || report->orientation != DOC_PORTRAIT)
        report_page_if_needed(report, DOC_PORTRAIT);
    doc_add_heading(doc, &doc->body, 1, report_say(report, N_("Annex: what is not finished yet")),
                    "findings");
    if (!report_waiting(report))
        report_own(report, &doc->body, DOC_TEXT,
                   N_("The program's rules have found no more open points. That does not say that "
                      "the plan is complete."));
    else
        report_own(
            report, &doc->body, DOC_TEXT,
            N_("A draft is allowed to have holes. These are the points to take up before the "
               "plan is approved: mend them, or answer them in the model with a reason."));
    add_waiting(report);
    if (report->findings->not_kept)
        report_plain(report, &doc->body, DOC_SMALL,
                     report_count(report, report->findings->not_kept,
                                  N_("{1} more of the same kinds is not shown"),
                                  N_("{1} more of the same kinds are not shown")));
    add_answered(report);
    add_other_answers(report);
}
