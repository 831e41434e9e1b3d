/* Making a document: built, laid out, and built again where it does not fit; see document.h. */
#include "report/document.h"

#include "report/activities.h"
#include "report/brief.h"
#include "report/charter.h"
#include "report/facts.h"
#include "report/indicators.h"
#include "report/plan.h"
#include "report/report.h"

/* What is known of each kind. */
static const struct form {
    const char *name; /* N_() */
    void (*build)(struct report *report);
    /* Whether the pages will do; NULL: any will. */
    bool (*fits)(const struct pages *pages, int attempt);
    int attempts; /* the last one is taken as it is */
} forms[DOCUMENTS] = {
    [DOCUMENT_PLAN] = {N_("Evaluation plan"), plan_build, plan_fits, PLAN_ATTEMPTS},
    [DOCUMENT_BRIEF] = {N_("Evaluation plan on one page"), brief_build, brief_fits, BRIEF_ATTEMPTS},
    [DOCUMENT_FACTS] = {N_("Fact sheet"), facts_build, facts_fits, FACTS_ATTEMPTS},
    [DOCUMENT_ACTIVITIES] = {N_("Activity description"), activities_build, NULL, 1},
    [DOCUMENT_CHARTER] = {N_("Project charter"), charter_build, charter_fits, CHARTER_ATTEMPTS},
    [DOCUMENT_INDICATORS] = {N_("Indicator sheet"), indicators_build, NULL, 1},
};

/* --- figures ------------------------------------------------------------------------ */

struct document_figure {
    struct document_figure *next;
    struct figure_pages pages; /* most often one */
};

static struct figure_pages *hold_pages(struct report *report)
{
    struct document_figure *held = arena_alloc(&report->doc->arena, sizeof *held);
    held->next = report->document->figures;
    report->document->figures = held;
    return &held->pages;
}

static struct figure *hold_figure(struct report *report)
{
    return figure_pages_add(hold_pages(report));
}

const struct figure *report_flow(struct report *report, const struct view_options *options)
{
    const struct document_request *request = report->request;
    struct figure *figure = hold_figure(report);
    view_draw(figure, report->model, request->style, request->metrics, report->language, options);
    return figure;
}

const struct figure_pages *report_flow_pages(struct report *report,
                                             const struct view_options *options)
{
    const struct document_request *request = report->request;
    struct figure_pages *pages = hold_pages(report);
    view_draw_pages(pages, report->model, request->style, request->metrics, report->language,
                    options);
    return pages;
}

const struct figure *report_calendar(struct report *report, const struct calendar_options *options)
{
    struct figure *figure = hold_figure(report);
    bool any =
        figure_calendar(figure, report->model, report->request->metrics, report->language, options);
    return any ? figure : NULL;
}

const struct figure *report_year(struct report *report, int year, double width)
{
    struct figure *figure = hold_figure(report);
    bool any =
        figure_year(figure, report->model, report->request->metrics, report->language, year, width);
    return any ? figure : NULL;
}

static void release_figures(struct made_document *document)
{
    for (struct document_figure *held = document->figures; held; held = held->next)
        figure_pages_release(&held->pages);
    document->figures = NULL;
}

/* --- running lines ------------------------------------------------------------------ */

static void set_running_lines(struct report *report, const char *name)
{
    struct doc *doc = report->doc;
    const struct programme *programme = report->model->programme;
    const char *title = report_name(report, &programme->node);
    const char *kind = report_say(report, name);
    doc->title = doc_textf(doc, "%s: %s", kind, title);
    doc->author = programme->owner;
    doc->subject = kind;
    doc->lang = language_tag(report->language);
    doc->content_lang = programme->node.lang;
    doc->running_left = report_join(report, programme->owner ? programme->owner : "", title, NULL);
    doc->running_right = kind;
    doc->foot_left = report_join(report, report_state(report), report_waiting_text(report),
                                 report->request->program ? report->request->program : "", NULL);
    doc->foot_page = report_say(report, N_("Page {1} of {2}"));
    doc->contents_title = report_say(report, N_("Contents"));
    doc->page_reference = report_say(report, N_("page {1}"));
    doc->notes_title = report_say(report, N_("Notes"));
    doc->note_mark = report_say(report, N_("note {1}"));
    doc->note_back = report_say(report, N_("back to the text from note {1}"));
    doc->missing_label = report_say(report, N_("Missing:"));
    doc->skip_text = report_say(report, N_("Skip to the content"));
    doc->scroll_hint = report_say(report, N_("Scroll sideways to see the rest →"));
    if (!date_given(programme->approved))
        doc->stamp = report_say(report, N_("Draft"));
}

/* --- making it ---------------------------------------------------------------------- */

static void build(struct made_document *document, const struct form *form,
                  const struct document_request *request, int attempt)
{
    doc_init(&document->doc);
    struct report report = {
        .document = document,
        .doc = &document->doc,
        .model = request->model,
        .findings = request->findings,
        .language = request->language,
        .request = request,
        .attempt = attempt,
    };
    set_running_lines(&report, form->name);
    form->build(&report);
}

void document_make(struct made_document *document, enum document_kind kind,
                   const struct document_request *request)
{
    const struct form *form = &forms[kind];
    *document = (struct made_document){0};
    for (int attempt = 0;; attempt++) {
        build(document, form, request, attempt);
        if (!request->paged)
            return;
        doc_layout(&document->pages, &document->doc, request->style, request->metrics);
        if (attempt + 1 >= form->attempts || form->fits(&document->pages, attempt))
            return;
        document_release(document);
    }
}

void document_release(struct made_document *document)
{
    pages_release(&document->pages);
    release_figures(document);
    doc_release(&document->doc);
}
