/* Chapter: the programme theory, as figure, as table and in words. The table itself is
 * built in theory_table.c. */
#include "report/report.h"
#include "report/theory_table.h"

#include <string.h>

static bool any_interpreted(const struct model *model)
{
    for (size_t i = 0; i < model->links.count; i++)
        if (model_link(model->links.items[i])->origin == LINK_INTERPRETED)
            return true;
    return false;
}

static void add_words(struct report *report)
{
    struct doc *doc = report->doc;
    report_page(report, DOC_PORTRAIT);
    report_section(report, N_("The figure in words"));
    const char *line = report->flow->description;
    while (*line) {
        size_t length = strcspn(line, "\n");
        if (length)
            report_plain(report, &doc->body, DOC_TEXT, arena_copy(&doc->arena, line, length));
        line += length + (line[length] == '\n');
    }
}

void plan_theory(struct report *report)
{
    struct doc *doc = report->doc;
    if (!report->model->activities.count && !report->model->effects.count) {
        report_chapter_missing(report, N_("Programme theory"), "theory",
                               N_("No theory yet: what will you do, and what is to come of it?"));
        return;
    }
    report_chapter(report, N_("Programme theory"), "theory", DOC_LANDSCAPE);
    if (report->flow) {
        const char *note = NULL;
        if (report->options->overview)
            note = report_say(report,
                              N_("An overview: the signs stand in the table on the next page."));
        doc_add_figure(doc, &doc->body, report->flow, note);
        report_page(report, DOC_LANDSCAPE);
    }
    report_section(report, N_("The programme theory as a table"));
    theory_table(report);
    if (any_interpreted(report->model))
        report_own(report, &doc->body, DOC_SMALL,
                   N_("Links that are our interpretation are to be talked over with those who know "
                      "the work; they are marked in the next chapter."));
    if (report->flow && report->flow->description)
        add_words(report);
}
