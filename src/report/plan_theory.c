/* Chapter: the programme theory, as figure and as table; and the annex that tells the
 * figure in words. The table itself is built in theory_table.c. */
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

static bool any_signs(const struct model *model)
{
    for (size_t i = 0; i < model->activities.count; i++)
        if (model_activity(model->activities.items[i])->indicators.count)
            return true;
    return false;
}

/* What is to be said where the figure has no signs, but the table has; NULL: nothing. */
static const char *figure_note(const struct report *report)
{
    const struct model *model = report->model;
    if (plan_is_overview(report))
        return report_say(report,
                          N_("An overview: the signs stand in the table on the next page."));
    if (!model_sign_horizon(model) && any_signs(model))
        return report_say(report, N_("The signs stand in the table on the next page."));
    return NULL;
}

static bool has_theory(const struct report *report)
{
    return report->model->activities.count || report->model->effects.count;
}

void plan_theory(struct report *report)
{
    struct doc *doc = report->doc;
    if (!has_theory(report)) {
        report_chapter_missing(report, N_("Programme theory"), "theory",
                               N_("No theory yet: what will you do, and what is to come of it?"));
        return;
    }
    report_chapter(report, N_("Programme theory"), "theory", DOC_LANDSCAPE);
    if (report->flow) {
        doc_add_figure(doc, &doc->body, report->flow, figure_note(report))->told =
            plan_has_chapter(report, "words");
        report_page(report, DOC_LANDSCAPE);
    }
    report_section(report, N_("The programme theory as a table"));
    theory_table(report);
    if (any_interpreted(report->model))
        report_own(report, &doc->body, DOC_SMALL,
                   N_("Links that are our interpretation are to be talked over with those who know "
                      "the work; they are marked in the next chapter."));
    plan_goals(report);
}

/* --- the annex -------------------------------------------------------------------- */

/* The first line of `*text`, behind which it is moved; in the document's arena. */
static const char *next_line(struct report *report, const char **text)
{
    size_t length = strcspn(*text, "\n");
    const char *line = arena_copy(&report->doc->arena, *text, length);
    *text += length + ((*text)[length] == '\n');
    return line;
}

/* A group of lines: a heading and what stands under it; a single line has none. */
static void add_group(struct report *report, const char **text)
{
    struct doc_flow *body = &report->doc->body;
    const char *first = next_line(report, text);
    bool alone = !**text || **text == '\n';
    if (alone)
        report_plain(report, body, DOC_TEXT, first);
    else
        doc_add_heading(report->doc, body, 2, first, NULL)->unlisted = true;
    while (**text && **text != '\n')
        report_plain(report, body, DOC_TEXT, next_line(report, text));
    *text += **text == '\n';
}

void plan_words(struct report *report)
{
    struct doc *doc = report->doc;
    if (!has_theory(report) || !report->flow || !report->flow->description)
        return;
    report_page(report, DOC_PORTRAIT);
    doc_add_heading(doc, &doc->body, 1, report_say(report, N_("Annex: the figure in words")),
                    "words");
    for (const char *text = report->flow->description; *text;)
        add_group(report, &text);
}
