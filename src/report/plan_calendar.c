/* Chapter: the calendar. When each activity runs, what goes on all the time, and month by month
 * what is to happen: measurements, steps on the way, targets, outputs and products. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"
#include "report/values.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- what happens -------------------------------------------------------------------------- */

struct event {
    struct date date;
    const char *kind;              /* N_() */
    const struct model_node *node; /* what it is called */
    const char *detail;            /* in the document's language; "": none */
    const struct model_node *who;  /* NULL: nobody is named */
    size_t order;                  /* as they were found, to keep it within a month */
};

struct events {
    struct report *report;
    struct event *items; /* NULL: they are only counted */
    size_t count;
};

static void add_event(struct events *events, struct date date, const char *kind,
                      const struct model_node *node, const char *detail,
                      const struct model_node *who)
{
    if (!date_given(date))
        return;
    if (events->items)
        events->items[events->count] = (struct event){date, kind, node, detail, who, events->count};
    events->count++;
}

/* --- where it is found ----------------------------------------------------------------------- */

static void find_programme(struct events *events)
{
    const struct programme *programme = events->report->model->programme;
    add_event(events, programme->from, N_("Begins"), &programme->node, "", NULL);
    add_event(events, programme->to, N_("Ends"), &programme->node, "", NULL);
}

static void find_activity(struct events *events, const struct activity *activity)
{
    const struct model_node *who = activity->responsible.node;
    add_event(events, activity->from, N_("Begins"), &activity->node, "", who);
    add_event(events, activity->until, N_("Waits until now"), &activity->node,
              activity->awaits ? activity->awaits : "", who);
    add_event(events, activity->to, N_("Ends"), &activity->node, "",
              activity->anchored_by.node ? activity->anchored_by.node : who);
    for (size_t i = 0; i < activity->outputs.count; i++) {
        const struct output *output = model_output(activity->outputs.items[i]);
        const char *unit = output->unit ? output->unit : "";
        const char *quantity = report_number(events->report, output->quantity);
        add_event(events, output->due, N_("Output"), &output->node,
                  *quantity ? doc_textf(events->report->doc, "%s\xC2\xA0%s", quantity, unit) : "",
                  who);
    }
}

static void find_source(struct events *events, const struct source *source)
{
    for (size_t i = 0; i < source->waves.count; i++) {
        const struct wave *wave = model_wave(source->waves.items[i]);
        const char *title = wave->node.title ? wave->node.title : "";
        const char *period =
            date_given(wave->to) ? report_period(events->report, wave->from, wave->to) : "";
        if (!strcmp(title, period)) /* it has been given no other name */
            title = "";
        add_event(events, wave->from, N_("Measurement"), &source->node,
                  report_join(events->report, title, period, NULL), source->owner.node);
    }
}

static void find_indicator(struct events *events, const struct indicator *indicator)
{
    struct report *report = events->report;
    const struct model_node *who = parts_owner(indicator);
    for (size_t i = 0; i < indicator->milestones.count; i++) {
        const struct milestone *milestone = model_milestone(indicator->milestones.items[i]);
        const char *figure =
            milestone->value.given
                ? value_with_unit(report, indicator, report_number(report, milestone->value))
                : "";
        const char *place = milestone->place.node ? report_name(report, milestone->place.node) : "";
        add_event(events, milestone->date, N_("Step on the way"), &indicator->node,
                  report_join(report, figure, place, NULL), who);
    }
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        const char *place = target->place.node ? report_name(report, target->place.node) : "";
        add_event(events, target->date, N_("Target"), &indicator->node,
                  report_join(report, value_aim(report, indicator, target), place, NULL), who);
    }
}

static void find_question(struct events *events, const struct question *question)
{
    for (size_t i = 0; i < question->methods.count; i++) {
        const struct method *method = model_method(question->methods.items[i]);
        const char *name = name_method(method->code);
        add_event(events, method->when, N_("Inquiry"), &question->node,
                  name ? report_say(events->report, name) : "", parts_asker(question, method));
    }
}

/* The same day one duration later; not given where that is not months or years. */
static struct date later(struct date date, const char *every)
{
    char *unit;
    long count = strtol(every + 1, &unit, 10);
    if (count <= 0 || count > 1000 || (*unit != 'Y' && (*unit != 'M' || !date.month)))
        return (struct date){0};
    long months = date.year * 12L + (date.month ? date.month - 1 : 0);
    months += *unit == 'Y' ? 12 * count : count;
    struct date next = {.year = (int16_t)(months / 12)};
    if (date.month)
        next.month = (int8_t)(months % 12 + 1);
    return next;
}

/* As often as it comes back before the programme has ended. */
static void find_product(struct events *events, const struct product *product)
{
    enum { MOST = 60 };
    struct report *report = events->report;
    struct date end = date_last_day(report->model->programme->to), date = product->date;
    const char *every = report_every(report, product->every);
    const char *kind = name_product_kind(product->kind);
    for (int i = 0; i < MOST && date_given(date); i++) {
        if (i && (!date_given(end) || date_compare(date_first_day(date), end) > 0))
            break;
        add_event(events, date, N_("Product"), &product->node,
                  report_join(report, kind ? report_say(report, kind) : "", every, NULL), NULL);
        date = product->every ? later(date, product->every) : (struct date){0};
    }
}

static void find_ruling(struct events *events, const struct ruling *ruling)
{
    const char *outcome = name_ruling_outcome(ruling->outcome);
    add_event(events, ruling->date, N_("Decision"), &ruling->node,
              outcome ? report_say(events->report, outcome) : "", ruling->by.node);
}

static void find(struct events *events)
{
    const struct model *model = events->report->model;
    find_programme(events);
    for (size_t i = 0; i < model->rulings.count; i++)
        find_ruling(events, model_ruling(model->rulings.items[i]));
    for (size_t i = 0; i < model->activities.count; i++)
        find_activity(events, model_activity(model->activities.items[i]));
    for (size_t i = 0; i < model->sources.count; i++)
        find_source(events, model_source(model->sources.items[i]));
    for (size_t i = 0; i < model->questions.count; i++)
        find_question(events, model_question(model->questions.items[i]));
    for (size_t i = 0; i < model->indicators.count; i++)
        find_indicator(events, model_indicator(model->indicators.items[i]));
    for (size_t i = 0; i < model->products.count; i++)
        find_product(events, model_product(model->products.items[i]));
}

/* --- in order of time ---------------------------------------------------------------------------- */

/* What is known only by its year comes before its months. */
static int compare_months(const struct event *a, const struct event *b)
{
    int years = a->date.year - b->date.year;
    return years ? years : a->date.month - b->date.month;
}

static int compare_events(const void *a, const void *b)
{
    const struct event *first = a, *second = b;
    int order = compare_months(first, second);
    return order ? order : (first->order > second->order) - (first->order < second->order);
}

static struct events sorted_events(struct report *report)
{
    struct events events = {.report = report};
    find(&events);
    events.items = arena_array(&report->doc->arena, events.count + 1, sizeof *events.items);
    events.count = 0;
    find(&events);
    qsort(events.items, events.count, sizeof *events.items, compare_events);
    return events;
}

/* --- the tables ------------------------------------------------------------------------------------- */

static void add_month(struct report *report, struct doc_row *row, struct date date, int rows)
{
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    cell->rows = rows;
    cell->header = true;
    date.day = 0;
    report_plain(report, &cell->body, DOC_CELL,
                 date.month ? report_date(report, date)
                            : report_fill(report, N_("in the course of {1}"),
                                          report_date(report, date), NULL));
}

/* Events of one month that differ in nothing but their details share a row. */
static bool is_same_matter(const struct event *a, const struct event *b)
{
    return a->node == b->node && a->who == b->who && !strcmp(a->kind, b->kind);
}

/* How many of `count` events share the row of the first one. */
static size_t matters_alike(const struct event *first, size_t count)
{
    size_t alike = 1;
    while (alike < count && is_same_matter(first, first + alike))
        alike++;
    return alike;
}

/* Each detail once. */
static void add_details(struct report *report, struct doc_flow *cell, const struct event *first,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t before = 0;
        while (before < i && strcmp(first[before].detail, first[i].detail) != 0)
            before++;
        if (before == i && *first[i].detail)
            report_plain(report, cell, DOC_SMALL, first[i].detail);
    }
}

static void add_row(struct report *report, struct doc_row *row, const struct event *event,
                    size_t alike)
{
    report_own(report, report_cell(report, row), DOC_CELL, event->kind);
    struct doc_flow *what = report_cell(report, row);
    parts_name(report, doc_add_paragraph(report->doc, what, DOC_CELL), event->node);
    add_details(report, what, event, alike);
    struct doc_flow *who = report_cell(report, row);
    if (event->who)
        report_node(report, who, DOC_CELL, event->who);
    else
        report_dash(report, who);
}

static void add_year(struct report *report, struct doc_table *table, struct date date)
{
    struct doc_cell *cell = doc_add_cell(report->doc, doc_add_row(report->doc, table));
    cell->columns = 4;
    cell->header = true;
    cell->look = DOC_CELL_PANEL;
    report_plain(report, &cell->body, DOC_CELL_STRONG,
                 report_date(report, (struct date){.year = date.year}));
}

static void add_events_of_month(struct report *report, struct doc_table *table,
                                const struct event *first, size_t count)
{
    int rows = 0;
    for (size_t i = 0; i < count; i += matters_alike(first + i, count - i))
        rows++;
    for (size_t i = 0, alike; i < count; i += alike) {
        alike = matters_alike(first + i, count - i);
        struct doc_row *row = doc_add_row(report->doc, table);
        if (!i)
            add_month(report, row, first->date, rows);
        add_row(report, row, first + i, alike);
    }
}

static void add_events(struct report *report, const struct events *events)
{
    static const struct report_column columns[] = {
        {N_("When"), 1.7}, {N_("What"), 1.7}, {N_("About"), 4.6}, {N_("Who"), 2}};
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0, month; i < events->count; i += month) {
        const struct event *first = &events->items[i];
        for (month = 1; i + month < events->count && !compare_months(first, first + month);)
            month++;
        if (!i || first->date.year != first[-1].date.year)
            add_year(report, table, first->date);
        add_events_of_month(report, table, first, month);
    }
}

static void add_activity(struct report *report, struct doc_table *table,
                         const struct activity *activity)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    parts_name(report, doc_add_paragraph(report->doc, report_cell(report, row), DOC_CELL),
               &activity->node);
    struct doc_flow *status = report_cell(report, row), *period = report_cell(report, row);
    if (name_activity_status(activity->status))
        report_own(report, status, DOC_CELL, name_activity_status(activity->status));
    else
        report_missing(report, status, N_("Idea, approved or running?"));
    const char *text = report_period(report, activity->from, activity->to);
    if (*text)
        report_plain(report, period, DOC_CELL, text);
    else if (!date_given(activity->until))
        report_missing(report, period, N_("From when?"));
    if (date_given(activity->until))
        report_plain(
            report, period, DOC_SMALL,
            report_fill(report, N_("waits until {1}"), report_date(report, activity->until), NULL));
}

static void add_activities(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Activity"), 5.4}, {N_("Status"), 1.8}, {N_("Period"), 2.8}};
    const struct model_list *list = &report->model->activities;
    if (!list->count)
        return;
    report_section(report, N_("The activities over time"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_activity(report, table, model_activity(list->items[i]));
}

/* What comes back so often, or without a date, that it stands in no month. */
static void add_rhythms(struct report *report)
{
    struct doc_list *list = NULL;
    for (size_t i = 0; i < report->model->sources.count; i++) {
        const struct source *source = model_source(report->model->sources.items[i]);
        if (!source->every || source->waves.count)
            continue;
        if (!list) {
            report_section(report, N_("What comes back"));
            list = doc_add_bullets(report->doc, &report->doc->body);
        }
        struct doc_paragraph *line =
            doc_add_paragraph(report->doc, doc_add_item(report->doc, list, NULL), DOC_TEXT);
        report_run_text(report, line, &source->node, report_name(report, &source->node));
        report_run_own(report, line,
                       doc_textf(report->doc, ": %s", report_every(report, source->every)));
        if (!source->owner.node)
            continue;
        parts_dot(report, line);
        report_run_text(report, line, source->owner.node, report_name(report, source->owner.node));
    }
}

/* --- figures ------------------------------------------------------------------------ */

/* The letters of the activities that the chart has no date for; "": none. */
static const char *undated_letters(const struct report *report)
{
    const struct model_list *list = &report->model->activities;
    const char *letters = "";
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        bool dated =
            date_given(activity->from) || date_given(activity->to) || date_given(activity->until);
        if (dated || activity->status == ACTIVITY_STOPPED)
            continue;
        letters = doc_textf(report->doc, "%s%s%s", letters, *letters ? ", " : "",
                            report_letter(report, activity));
    }
    return letters;
}

static bool add_chart(struct report *report)
{
    struct calendar_options options = {
        .width = report_text_width(report), .today = report->request->date, .dated = true};
    const struct figure *chart = report_calendar(report, &options);
    if (!chart)
        return false;
    doc_add_figure(report->doc, &report->doc->body, chart, NULL);
    const char *undated = undated_letters(report);
    if (*undated)
        report_plain(report, &report->doc->body, DOC_MISSING,
                     report_fill(report,
                                 N_("Still without a date, and so not in the chart: {1}. "
                                    "From when to when?"),
                                 undated, NULL));
    return true;
}

/* In how many months of a year something happens. */
static size_t months_of(const struct events *events, int year)
{
    size_t count = 0;
    const struct event *before = NULL;
    for (size_t i = 0; i < events->count; i++) {
        const struct event *event = &events->items[i];
        if (event->date.year != year || !event->date.month)
            continue;
        count += !before || compare_months(before, event);
        before = event;
    }
    return count;
}

/* The year that the document is written in, else the one with the most such months, the first of
 * several; 0: none, because a wheel of a month or none says less than the time chart above. */
static int year_of_wheel(const struct report *report, const struct events *events)
{
    enum { FEWEST = 2 };
    int year = report->request->date.year;
    size_t most = months_of(events, year);
    if (most >= FEWEST)
        return year;
    for (size_t i = 0; i < events->count; i++) {
        size_t months = months_of(events, events->items[i].date.year);
        year = months > most ? events->items[i].date.year : year;
        most = months > most ? months : most;
    }
    return most < FEWEST ? 0 : year;
}

static void add_wheel(struct report *report, const struct events *events)
{
    int year = year_of_wheel(report, events);
    const struct figure *wheel = year ? report_year(report, year, report_text_width(report)) : NULL;
    if (!wheel)
        return;
    report_section(report, N_("Year wheel"));
    doc_add_figure(report->doc, &report->doc->body, wheel, NULL);
}

void plan_calendar(struct report *report)
{
    struct events events = sorted_events(report);
    if (!events.count) {
        report_chapter_missing(report, N_("Calendar"), "calendar",
                               N_("Nothing has a date yet: when does it begin, and when is it "
                                  "measured?"));
        return;
    }
    report_chapter_next(report, N_("Calendar"), "calendar", DOC_PORTRAIT);
    if (!add_chart(report))
        add_activities(report);
    add_rhythms(report);
    add_wheel(report, &events);
    report_section(report, N_("Year by year"));
    add_events(report, &events);
}
