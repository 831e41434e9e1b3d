/* The evaluation plan: its front, then section by section; see plan.h. */
#include "report/plan.h"

#include "report/names.h"
#include "report/report.h"

#include <string.h>

/* "Approved 12.6.2017 · version 3", or "Draft". */
static const char *state_of(const struct report *report)
{
    const struct programme *programme = report->model->programme;
    const char *state = report_say(report, N_("Draft")), *version = "";
    if (date_given(programme->approved))
        state =
            report_fill(report, N_("Approved {1}"), report_date(report, programme->approved), NULL);
    if (programme->version)
        version = report_fill(report, N_("version {1}"), programme->version, NULL);
    return report_join(report, state, version, NULL);
}

static const char *waiting_text(const struct report *report)
{
    size_t count = report_waiting(report);
    if (!count)
        return report_say(report, N_("no open points"));
    return report_count(report, count, N_("{1} open point, see the annex"),
                        N_("{1} open points, see the annex"));
}

/* The places where something is done, with commas between. */
static const char *places_of(const struct report *report)
{
    const char *text = "";
    for (size_t i = 0; i < report->model->places.count; i++) {
        const struct place *place = model_place(report->model->places.items[i]);
        if (place->role == PLACE_COMPARISON)
            continue;
        const char *name = report_name(report, &place->node);
        text = *text ? doc_textf(report->doc, "%s, %s", text, name) : name;
    }
    return text;
}

static void set_running_lines(struct report *report)
{
    struct doc *doc = report->doc;
    const struct programme *programme = report->model->programme;
    const char *title = report_name(report, &programme->node);
    const char *plan = report_say(report, N_("Evaluation plan"));
    doc->title = doc_textf(doc, "%s: %s", plan, title);
    doc->author = programme->owner;
    doc->subject = plan;
    doc->lang = language_tag(report->language);
    doc->content_lang = programme->node.lang;
    doc->running_left = report_join(report, programme->owner ? programme->owner : "", title, NULL);
    doc->running_right = plan;
    doc->foot_left = report_join(report, state_of(report), waiting_text(report),
                                 report->options->program ? report->options->program : "", NULL);
    doc->foot_page = report_say(report, N_("Page {1} of {2}"));
    doc->contents_title = report_say(report, N_("Contents"));
}

/* What it is and how far it has come, before anything else. */
static void add_front(struct report *report)
{
    struct doc *doc = report->doc;
    const struct programme *programme = report->model->programme;
    report_node(report, &doc->body, DOC_TITLE, &programme->node);
    const char *owner = programme->owner ? programme->owner : "";
    report_plain(report, &doc->body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Evaluation plan")), owner,
                             places_of(report),
                             report_period(report, programme->from, programme->to), NULL));
    struct doc_flow *box = doc_add_box(doc, &doc->body);
    struct doc_paragraph *state = doc_add_paragraph(doc, box, DOC_TEXT);
    report_run_own(report, state, state_of(report))->face = TEXT_SEMIBOLD;
    report_run_own(report, state, doc_textf(doc, " · %s", waiting_text(report)));
    if (date_given(report->options->date))
        report_plain(report, box, DOC_SMALL,
                     report_fill(report, N_("Written {1} from the model of the programme theory."),
                                 report_date(report, report->options->date), NULL));
    doc_add_contents(doc);
}

void plan_build(struct doc *doc, const struct model *model, const struct figure *flow,
                const struct diag_sink *findings, const struct language *language,
                const struct plan_options *options)
{
    struct report report = {
        .doc = doc,
        .model = model,
        .flow = flow,
        .findings = findings,
        .language = language,
        .options = options,
    };
    set_running_lines(&report);
    add_front(&report);
    plan_summary(&report);
    plan_profile(&report);
    plan_theory(&report);
    plan_links(&report);
    plan_indicators(&report);
    plan_questions(&report);
    plan_findings(&report);
    plan_words(&report);
}
