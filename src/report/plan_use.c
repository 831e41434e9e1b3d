/* Chapter: what the evaluation is used for. Who gets what, when, and to decide what. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void add_name(struct report *report, struct doc_flow *cell, const struct product *product)
{
    report_node(report, cell, DOC_CELL, &product->node);
    if (name_product_kind(product->kind))
        report_own(report, cell, DOC_SMALL, name_product_kind(product->kind));
}

static void add_when(struct report *report, struct doc_flow *cell, const struct product *product)
{
    const char *date = report_date(report, product->date);
    const char *every = report_every(report, product->every);
    if (*date && *every)
        date = report_fill(report, N_("first {1}"), date, NULL);
    if (*date)
        report_plain(report, cell, DOC_CELL, date);
    if (*every)
        report_plain(report, cell, *date ? DOC_SMALL : DOC_CELL, every);
    if (!*date && !*every)
        report_missing(report, cell, N_("When?"));
}

static void add_answers(struct report *report, struct doc_flow *cell,
                        const struct model_refs *questions)
{
    struct doc_list *list = questions->count > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < questions->count; i++)
        report_node(report, list ? doc_add_item(report->doc, list, NULL) : cell, DOC_CELL,
                    questions->items[i].node);
    if (!questions->count)
        report_missing(report, cell, N_("Which questions does it answer?"));
}

static void add_product(struct report *report, struct doc_table *table,
                        const struct product *product)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    add_name(report, report_cell(report, row), product);
    parts_refs_or(report, report_cell(report, row), &product->audience, N_("To whom?"));
    add_when(report, report_cell(report, row), product);
    report_text_or(report, report_cell(report, row), &product->node, product->decision,
                   N_("What is it to decide?"));
    add_answers(report, report_cell(report, row), &product->questions);
}

void plan_use(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Product"), 2.2},  {N_("To whom"), 1.8}, {N_("When"), 1.4},
        {N_("Decision"), 2.4}, {N_("Answers"), 2.6},
    };
    const struct model_list *list = &report->model->products;
    if (!list->count) {
        report_chapter_missing(report, N_("Use"), "use",
                               N_("Nothing is planned to be handed out yet: who is to use the "
                                  "answers, and for what?"));
        return;
    }
    report_chapter_next(report, N_("Use"), "use", DOC_PORTRAIT);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_product(report, table, model_product(list->items[i]));
}
