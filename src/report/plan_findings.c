/* Annex: what was found in the model, what waits and what was answered. */
#include "report/findings.h"
#include "report/names.h"
#include "report/report.h"

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

static void add_place(struct report *report, struct doc_row *row, const struct diag *diag)
{
    struct doc_flow *cell = report_cell(report, row);
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

static void add_findings(struct report *report, bool answered)
{
    static const struct report_column columns[] = {
        {N_("No."), 0.5}, {N_("Kind"), 1.7}, {N_("What and how"), 6}, {N_("Where"), 2}};
    struct doc_table *table = NULL;
    const struct findings findings = findings_by_weight(report, answered);
    for (size_t i = 0; i < findings.count; i++) {
        const struct diag *diag = findings.items[i];
        if (!table)
            table = report_table(report, columns, COUNT(columns));
        struct doc_row *row = doc_add_row(report->doc, table);
        doc_add_cell_text(report->doc, row, doc_textf(report->doc, "%zu", i + 1));
        add_severity(report, row, diag);
        struct doc_flow *text = report_cell(report, row);
        findings_add(report, text, DOC_CELL, diag);
        if (answered)
            report_labelled(report, text, DOC_SMALL, N_("Answer"), &report->model->programme->node,
                            diag->answer);
        add_place(report, row, diag);
    }
}

void plan_findings(struct report *report)
{
    struct doc *doc = report->doc;
    report_page(report, DOC_PORTRAIT);
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
    add_findings(report, false);
    if (report->findings->not_kept)
        report_plain(report, &doc->body, DOC_SMALL,
                     report_count(report, report->findings->not_kept,
                                  N_("{1} more of the same kinds is not shown"),
                                  N_("{1} more of the same kinds are not shown")));
    if (!report->findings->answered)
        return;
    report_section(report, N_("Answered with a reason"));
    add_findings(report, true);
}
