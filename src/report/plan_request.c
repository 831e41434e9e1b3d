/* Chapter: what is asked of those who decide, and what they decided before. */
#include "report/names.h"
#include "report/parts.h"
#include "report/request.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void add_ruling(struct report *report, struct doc_table *table, const struct ruling *ruling)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *when = report_cell(report, row);
    if (date_given(ruling->date))
        report_plain(report, when, DOC_CELL, report_date(report, ruling->date));
    else
        report_missing(report, when, N_("When?"));
    if (ruling->by.node)
        report_node(report, when, DOC_SMALL, ruling->by.node);
    else
        report_missing(report, when, N_("By whom?"));
    struct doc_flow *about = report_cell(report, row);
    if (ruling->about.count)
        parts_refs(report, about, DOC_CELL, NULL, &ruling->about);
    else
        report_own(report, about, DOC_CELL, N_("the programme as a whole"));
    struct doc_flow *outcome = report_cell(report, row);
    const char *name = name_ruling_outcome(ruling->outcome);
    if (name)
        report_own(report, outcome, DOC_CELL, name);
    else
        report_missing(report, outcome, N_("What was decided?"));
    parts_text(report, report_cell(report, row), &ruling->node, ruling->node.title);
}

static void add_rulings(struct report *report)
{
    static const struct report_column columns[] = {{N_("When and by whom"), 1.6},
                                                   {N_("About"), 2.2},
                                                   {N_("Outcome"), 1.4},
                                                   {N_("Conditions and words"), 3}};
    const struct model_list *list = &report->model->rulings;
    if (!list->count)
        return;
    report_subsection(report, N_("Decided before"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_ruling(report, table, model_ruling(list->items[i]));
}

void plan_request(struct report *report)
{
    struct doc *doc = report->doc;
    if (request_count(report))
        report_chapter(report, N_("What you are asked to decide"), "request", DOC_PORTRAIT);
    else
        report_chapter_next(report, N_("What you are asked to decide"), "request", DOC_PORTRAIT);
    request_list(report, doc_add_box(doc, &doc->body, DOC_BOX_PANEL), 0);
    add_rulings(report);
    if (!request_count(report))
        return;
    report_subsection(report, N_("The decision"));
    request_box(report, &doc->body, "plan");
}
