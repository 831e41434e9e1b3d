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

/* What is to be said below the figure: where its signs are, and what becomes of links that are ours;
 * NULL: nothing. */
static const char *figure_note(const struct report *report)
{
    const struct model *model = report->model;
    const char *signs = "", *links = "";
    if (plan_is_overview(report))
        signs = report_say(report, N_("An overview: the signs stand in the table below."));
    else if (!model_sign_horizon(model) && any_signs(model))
        signs = report_say(report, N_("The signs stand in the table below."));
    if (any_interpreted(model))
        links =
            report_say(report, N_("Links that are our interpretation are to be talked over with "
                                  "those who know the work."));
    if (!*signs && !*links)
        return NULL;
    return doc_textf(report->doc, "%s%s%s", signs, *signs && *links ? " " : "", links);
}

/* Only where the annex is asked for: in the whole plan, the table of links says the same, arrow by
 * arrow. */
static bool is_told_in_words(const struct report *report)
{
    return report->request->chapters && plan_has_chapter(report, "words");
}

static bool has_theory(const struct report *report)
{
    return report->model->activities.count || report->model->effects.count;
}

/* "Sheet 1 of 3." and what else is to be said below it; NULL: nothing. */
static const char *sheet_note(struct report *report, size_t sheet)
{
    const char *note = sheet ? NULL : figure_note(report);
    if (report->flow_sheets < 2)
        return note;
    return doc_textf(report->doc, "%s%s%s",
                     report_fill(report, N_("Sheet {1} of {2} of the figure."),
                                 doc_textf(report->doc, "%zu", sheet + 1),
                                 doc_textf(report->doc, "%zu", report->flow_sheets), NULL),
                     note ? " " : "", note ? note : "");
}

/* The figure, each of its sheets on a page. */
static void add_flow(struct report *report)
{
    struct doc *doc = report->doc;
    for (size_t i = 0; i < report->flow_sheets; i++) {
        if (i)
            report_page(report, DOC_LANDSCAPE);
        doc_add_figure(doc, &doc->body, &report->flow[i], sheet_note(report, i))->told =
            is_told_in_words(report);
    }
}

void plan_theory(struct report *report)
{
    if (!has_theory(report)) {
        report_chapter_missing(report, N_("Programme theory"), "theory",
                               N_("No theory yet: what will you do, and what is to come of it?"));
        return;
    }
    report_chapter(report, N_("Programme theory"), "theory", DOC_LANDSCAPE);
    if (report->flow) {
        add_flow(report);
        report_page_if_needed(report, DOC_LANDSCAPE);
    }
    report_section(report, N_("The programme theory as a table"));
    theory_table(report);
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
    if (!is_told_in_words(report) || !has_theory(report) || !report->flow ||
        !report->flow->description)
        return;
    report_page(report, DOC_PORTRAIT);
    doc_add_heading(doc, &doc->body, 1, report_say(report, N_("Annex: the figure in words")),
                    "words");
    for (const char *text = report->flow->description; *text;)
        add_group(report, &text);
}
