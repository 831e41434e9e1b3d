/* The brief: what is asked first, then what is done and how it is followed; see brief.h. */
#include "report/brief.h"

#include "report/request.h"
#include "report/summary.h"

/* How much there is room for. The last ones leave out whole sections. */
static const struct room {
    size_t requests, lines, questions, assumptions, activities, findings;
} rooms[BRIEF_ATTEMPTS] = {
    {5, 5, 4, 4, 6, 3}, {4, 4, 3, 3, 5, 3}, {3, 3, 3, 2, 4, 2}, {3, 3, 2, 2, 3, 1},
    {3, 3, 2, 2, 0, 1}, {3, 2, 1, 1, 0, 0}, {2, 1, 1, 0, 0, 0},
};

static void add_front(struct report *report)
{
    const struct programme *programme = report->model->programme;
    report_node(report, &report->doc->body, DOC_TITLE, &programme->node);
    report_plain(report, &report->doc->body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Evaluation plan on one page")),
                             report_places(report),
                             report_period(report, programme->from, programme->to), NULL));
    if (programme->purpose)
        report_text(report, &report->doc->body, DOC_TEXT, &programme->node, programme->purpose);
    else
        report_missing(report, &report->doc->body,
                       N_("No purpose yet: what is to become better, and for whom?"));
}

/* --- what it rests on ------------------------------------------------------------------ */

/* Assumptions that are critical or not, into `nodes`. */
static size_t collect(const struct report *report, const struct model_node **nodes, size_t most,
                      bool critical)
{
    const struct model_list *list = &report->model->assumptions;
    size_t count = 0;
    for (size_t i = 0; i < list->count && count < most; i++)
        if ((model_condition(list->items[i])->critical == YES) == critical)
            nodes[count++] = list->items[i];
    return count;
}

/* The critical assumptions, and others where there is room. */
static void add_assumptions(struct report *report, size_t most)
{
    const struct model_node *nodes[8];
    size_t count = collect(report, nodes, most, true);
    count += collect(report, nodes + count, most - count, false);
    if (!count) {
        report_missing(report, &report->doc->body,
                       N_("No assumption yet: what has to hold for it to work?"));
        return;
    }
    struct doc_list *list = doc_add_bullets(report->doc, &report->doc->body);
    for (size_t i = 0; i < count; i++)
        report_node(report, doc_add_item(report->doc, list, NULL), DOC_TEXT, nodes[i]);
}

static void add_grounds(struct report *report, size_t most)
{
    const struct programme *programme = report->model->programme;
    report_section(report, N_("What it rests on"));
    add_assumptions(report, most);
    if (programme->limits)
        report_labelled(report, &report->doc->body, DOC_TEXT, N_("What cannot be concluded"),
                        &programme->node, programme->limits);
}

/* --- when ------------------------------------------------------------------------------ */

static void add_calendar(struct report *report, size_t activities)
{
    static const double page_width = 595; /* A4, points */
    const struct style *style = report->request->style;
    struct calendar_options options = {
        .width = page_width - 2 * style->sizes[STYLE_MARGIN_SIDE] - 1,
        .today = report->request->date,
        .first_year = true,
        .activities = activities,
    };
    const struct figure *figure = report_calendar(report, &options);
    if (!figure)
        return;
    report_section(report, N_("The coming year"));
    doc_add_figure(report->doc, &report->doc->body, figure, NULL);
}

/* --- the page -------------------------------------------------------------------------- */

void brief_build(struct report *report)
{
    const struct room *room = &rooms[report->attempt];
    add_front(report);
    request_list(report, doc_add_box(report->doc, &report->doc->body, DOC_BOX_PANEL),
                 room->requests);
    summary_theory(report, room->lines);
    summary_questions(report, room->questions);
    if (room->assumptions)
        add_grounds(report, room->assumptions);
    if (room->activities)
        add_calendar(report, room->activities);
    if (room->findings)
        summary_findings(report, room->findings);
    request_box(report, &report->doc->body, "brief");
}

bool brief_fits(const struct pages *pages, int attempt)
{
    (void)attempt;
    return pages->page_count <= 1;
}
