/* The brief: what is asked first, then what is done and how it is followed; see brief.h. */
#include "report/brief.h"

#include "report/request.h"
#include "report/summary.h"

/* How much there is room for. What is to be mended goes first, then the lists grow shorter; where
 * that is not enough, they come back without the chart of the coming year. */
static const struct room {
    size_t requests, lines, questions, assumptions, activities, findings;
    bool explains;
} rooms[BRIEF_ATTEMPTS] = {
    {5, 5, 5, 4, 8, 3, true},  {5, 5, 5, 4, 8, 1, true},  {5, 5, 5, 3, 8, 0, true},
    {5, 4, 4, 3, 8, 0, true},  {5, 4, 3, 2, 8, 0, true},  {4, 3, 3, 2, 8, 0, true},
    {4, 3, 3, 2, 8, 0, false}, {4, 3, 2, 2, 6, 0, false}, {4, 2, 2, 2, 5, 0, false},
    {4, 2, 2, 1, 4, 0, false}, {3, 2, 2, 1, 3, 0, false}, {5, 5, 5, 4, 0, 2, true},
    {5, 5, 5, 4, 0, 1, true},  {5, 5, 5, 4, 0, 0, true},  {5, 4, 4, 3, 0, 0, true},
    {4, 4, 3, 3, 0, 0, true},  {4, 3, 3, 3, 0, 0, true},  {4, 3, 3, 2, 0, 0, false},
    {4, 3, 2, 2, 0, 0, false}, {3, 3, 2, 1, 0, 0, false}, {3, 2, 2, 1, 0, 0, false},
    {3, 2, 1, 1, 0, 0, false}, {2, 1, 1, 1, 0, 0, false}, {2, 1, 1, 0, 0, 0, false},
};

static void add_front(struct report *report)
{
    const struct programme *programme = report->model->programme;
    report_node(report, &report->doc->body, DOC_TITLE, &programme->node);
    report_plain(report, &report->doc->body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Evaluation plan on one page")),
                             programme->owner ? programme->owner : "", report_places(report),
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

/* The chart begins with today, but never after the end, nor where no day counts as today. */
static const char *calendar_heading(const struct report *report)
{
    struct date today = report->request->date, end = report->model->programme->to;
    bool over = date_given(end) && date_compare(date_last_day(end), today) < 0;
    return over || !date_given(today) ? N_("The first year") : N_("The coming year");
}

static size_t count_alive(const struct model_list *activities)
{
    size_t count = 0;
    for (size_t i = 0; i < activities->count; i++)
        count += model_activity(activities->items[i])->status != ACTIVITY_STOPPED;
    return count;
}

/* Those that have no date to be drawn at, and those there was no room for. */
static void add_left_out(struct report *report, size_t most)
{
    const struct model_list *list = &report->model->activities;
    size_t alive = 0, left_out = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        bool dated =
            date_given(activity->from) || date_given(activity->to) || date_given(activity->until);
        if (activity->status != ACTIVITY_STOPPED)
            left_out += alive++ >= most || !dated;
    }
    if (left_out)
        report_plain(report, &report->doc->body, DOC_SMALL,
                     report_count(report, left_out, N_("{1} activity is not shown here"),
                                  N_("{1} activities are not shown here")));
}

static void add_calendar(struct report *report, size_t most)
{
    size_t activities = report_shown(count_alive(&report->model->activities), most);
    struct calendar_options options = {
        .width = report_text_width(report),
        .today = report->request->date,
        .first_year = true,
        .activities = activities,
    };
    const struct figure *figure = report_calendar(report, &options);
    if (!figure)
        return;
    report_section(report, calendar_heading(report));
    doc_add_figure(report->doc, &report->doc->body, figure, NULL);
    add_left_out(report, activities);
}

/* --- the page -------------------------------------------------------------------------- */

void brief_build(struct report *report)
{
    static const double above_box = 6; /* points */
    const struct room *room = &rooms[report->attempt];
    add_front(report);
    request_list(report, doc_add_box(report->doc, &report->doc->body, DOC_BOX_PANEL),
                 room->requests);
    summary_theory(report, room->lines);
    summary_questions(report, room->questions);
    if (room->explains)
        summary_types(report, room->questions);
    if (room->assumptions)
        add_grounds(report, room->assumptions);
    if (room->activities)
        add_calendar(report, room->activities);
    if (room->findings)
        summary_findings(report, room->findings);
    if (!request_count(report))
        return;
    doc_add_space(report->doc, &report->doc->body, above_box);
    request_box(report, &report->doc->body, "brief");
}

bool brief_fits(const struct pages *pages, int attempt)
{
    (void)attempt;
    return pages->page_count <= 1;
}
