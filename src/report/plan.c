/* The evaluation plan: its front, then chapter by chapter; see plan.h. */
#include "report/plan.h"

#include "report/report.h"

#include <string.h>

/* What it is and how far it has come, before anything else. */
static void add_front(struct report *report)
{
    struct doc *doc = report->doc;
    const struct programme *programme = report->model->programme;
    report_node(report, &doc->body, DOC_TITLE, &programme->node);
    const char *owner = programme->owner ? programme->owner : "";
    report_plain(report, &doc->body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Evaluation plan")), owner,
                             report_places(report),
                             report_period(report, programme->from, programme->to), NULL));
    struct doc_flow *box = doc_add_box(doc, &doc->body, DOC_BOX_PANEL);
    struct doc_paragraph *state = doc_add_paragraph(doc, box, DOC_TEXT);
    report_run_own(report, state, report_state(report))->face = TEXT_SEMIBOLD;
    report_run_own(report, state, doc_textf(doc, " · %s", report_waiting_text(report)));
    if (date_given(report->request->date))
        report_plain(report, box, DOC_SMALL,
                     report_fill(report, N_("Written {1} from the model of the programme theory."),
                                 report_date(report, report->request->date), NULL));
    doc_add_contents(doc);
}

/* --- contents ---------------------------------------------------------------------- */

enum { CONTENTS_MOST = 36 }; /* entries that have room below the front */

static bool is_listed(const struct doc_block *block)
{
    return block->kind == DOC_BLOCK_HEADING && !block->as.heading.unlisted;
}

/* A list of contents that is longer than its page holds the chapters alone. */
static void shorten_contents(struct doc *doc)
{
    size_t count = 0;
    for (const struct doc_block *block = doc->body.first; block; block = block->next)
        count += is_listed(block);
    for (struct doc_block *block = doc->body.first; block; block = block->next)
        if (count > CONTENTS_MOST && is_listed(block) && block->as.heading.level > 1)
            block->as.heading.unlisted = true;
}

/* --- chapters ----------------------------------------------------------------------- */

static const struct chapter {
    const char *name;
    void (*build)(struct report *report);
} chapters[] = {
    {"request", plan_request},
    {"summary", plan_summary},
    {"profile", plan_profile},
    {"theory", plan_theory},
    {"links", plan_links},
    {"implementation", plan_implementation},
    {"questions", plan_questions},
    {"design", plan_design},
    {"indicators", plan_indicators},
    {"waves", plan_waves},
    {"rules", plan_rules},
    {"ethics", plan_ethics},
    {"roles", plan_roles},
    {"calendar", plan_calendar},
    {"use", plan_use},
    {"risks", plan_risks},
    {"passports", plan_passports},
    {"findings", plan_findings},
    {"words", plan_words},
    {"changes", plan_changes},
};

enum { CHAPTERS = sizeof chapters / sizeof *chapters };

const char *plan_chapter(size_t i)
{
    return i < CHAPTERS ? chapters[i].name : NULL;
}

static bool is_wanted(const struct report *report, size_t i)
{
    return !report->request->chapters || report->request->chapters >> i & 1;
}

bool plan_has_chapter(const struct report *report, const char *name)
{
    for (size_t i = 0; i < CHAPTERS; i++)
        if (!strcmp(chapters[i].name, name))
            return is_wanted(report, i);
    return false;
}

/* --- the figure --------------------------------------------------------------------- */

static const double running_lines = 120, sheet_caption = 38; /* points */

/* With its signs, which stand in the table as well: without them where that saves a page larger
 * than A4, which few can print; then made for A3 in the same two ways; and with all of it over
 * several sheets of A3 where one does not do. */
static void add_flow(struct report *report)
{
    struct view_options options = {.without_signs = plan_is_overview(report)};
    report->flow_sheets = 1;
    if (report->attempt >= 2) {
        options.width = PAPER_A3_LONG - 2 * report->request->style->sizes[STYLE_MARGIN_SIDE];
        options.height = PAPER_A3_SHORT - running_lines;
    }
    if (report->attempt + 1 < PLAN_ATTEMPTS) {
        report->flow = report_flow(report, &options);
        return;
    }
    options.height -= sheet_caption;
    const struct figure_pages *pages = report_flow_pages(report, &options);
    report->flow = pages->pages;
    report->flow_sheets = pages->count;
}

bool plan_is_overview(const struct report *report)
{
    return report->attempt % 2;
}

bool plan_fits(const struct pages *pages, int attempt)
{
    double most = attempt < 2 ? PAPER_A4_LONG : PAPER_A3_LONG;
    for (size_t i = 0; i < pages->page_count; i++)
        if (pages->pages[i].width > most || pages->pages[i].height > most)
            return false;
    return true;
}

void plan_build(struct report *report)
{
    if (plan_has_chapter(report, "theory") || plan_has_chapter(report, "words"))
        add_flow(report);
    add_front(report);
    for (size_t i = 0; i < CHAPTERS; i++)
        if (is_wanted(report, i))
            chapters[i].build(report);
    shorten_contents(report->doc);
}
