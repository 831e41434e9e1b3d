/* The tables of the charter; see charter_parts.h. */
#include "report/charter_parts.h"

#include "report/names.h"
#include "report/parts.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A text of ours in a cell, or a dash. */
static void add_plain(struct sheet *sheet, struct doc_row *row, const char *text)
{
    struct doc_flow *cell = report_cell(sheet->report, row);
    if (*text)
        report_plain(sheet->report, cell, DOC_CELL, sheet_cut(sheet, text));
    else
        report_dash(sheet->report, cell);
}

/* What a reference names, or what is missing; a dash where `missing` is NULL. */
static void add_ref(struct sheet *sheet, struct doc_row *row, const struct model_ref *ref,
                    const char *missing)
{
    struct doc_flow *cell = report_cell(sheet->report, row);
    if (ref->node)
        sheet_node(sheet, cell, DOC_CELL, ref->node);
    else if (missing)
        sheet_missing(sheet, cell, missing);
    else
        report_dash(sheet->report, cell);
}

/* --- deliverables ------------------------------------------------------------------------- */

static void add_output(struct sheet *sheet, struct doc_table *table, const struct output *output)
{
    struct report *report = sheet->report;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct output much = *output;
    much.due = (struct date){0};
    sheet_node(sheet, report_cell(report, row), DOC_CELL, &output->node);
    add_plain(sheet, row, parts_output(report, &much));
    add_plain(sheet, row, report_date(report, output->due));
    const struct model_node *from = output->node.parent;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, report_cell(report, row), DOC_CELL);
    if (from && from->kind == MODEL_ACTIVITY)
        report_run_own(report, line, report_letter(report, model_activity(from)));
    else
        report_run_own(report, line, "–");
}

/* What the evaluation hands out. */
static void add_product(struct sheet *sheet, struct doc_table *table, const struct product *product)
{
    struct report *report = sheet->report;
    struct doc_row *row = doc_add_row(report->doc, table);
    sheet_node(sheet, report_cell(report, row), DOC_CELL, &product->node);
    add_plain(sheet, row, report_every(report, product->every));
    add_plain(sheet, row, report_date(report, product->date));
    report_own(report, report_cell(report, row), DOC_CELL, N_("the evaluation"));
}

void charter_deliverables(struct sheet *sheet)
{
    static const struct report_column columns[] = {
        {N_("Deliverable"), 3.6}, {N_("How much"), 1.6}, {N_("By when"), 1.3}, {N_("From"), 1.3}};
    struct report *report = sheet->report;
    const struct model_list *outputs = &report->model->outputs;
    const struct model_list *products = &report->model->products;
    if (!outputs->count && !products->count) {
        sheet_lacks(sheet, N_("Deliverables"),
                    N_("No deliverables yet: what will lie on the table, and when?"));
        return;
    }
    sheet_section(sheet, N_("Deliverables"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t shown = sheet_shown(sheet, outputs->count);
    for (size_t i = 0; i < shown; i++)
        add_output(sheet, table, model_output(outputs->items[i]));
    size_t also = sheet_shown(sheet, products->count);
    for (size_t i = 0; i < also; i++)
        add_product(sheet, table, model_product(products->items[i]));
    sheet_rest(sheet, &report->doc->body, outputs->count + products->count, shown + also);
}

/* --- time and action plan ------------------------------------------------------------------- */

static void add_activity(struct sheet *sheet, struct doc_table *table,
                         const struct activity *activity)
{
    struct report *report = sheet->report;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_paragraph *name = doc_add_paragraph(report->doc, report_cell(report, row), DOC_CELL);
    bool over = activity->status == ACTIVITY_STOPPED;
    report_run_own(report, name, doc_textf(report->doc, "%s  ", report_letter(report, activity)))
        ->face = TEXT_SEMIBOLD;
    sheet_run_node(sheet, name, &activity->node);
    const char *status = name_activity_status(activity->status);
    struct doc_flow *far = report_cell(report, row);
    if (status)
        report_own(report, far, DOC_CELL, status);
    else
        sheet_missing(sheet, far, N_("How far is it?"));
    const char *period = report_period(report, activity->from, activity->to);
    struct doc_flow *when = report_cell(report, row);
    if (*period)
        report_plain(report, when, DOC_CELL, period);
    else if (activity->status == ACTIVITY_WAITING && date_given(activity->until))
        report_plain(
            report, when, DOC_CELL,
            report_fill(report, N_("waits until {1}"), report_date(report, activity->until), NULL));
    else if (over)
        report_dash(report, when);
    else
        sheet_missing(sheet, when, N_("When?"));
    add_ref(sheet, row, &activity->responsible, over ? NULL : N_("Who?"));
    add_ref(sheet, row, &activity->anchored_by, over ? NULL : N_("With whom?"));
}

/* A day that something is to have happened by. */
struct stop {
    struct date date;
    const struct model_node *what; /* a wave; or the indicator that has a milestone */
    const struct milestone *milestone;
};

static int by_date(const void *pa, const void *pb)
{
    const struct stop *a = pa, *b = pb;
    int order = date_compare(date_first_day(a->date), date_first_day(b->date));
    if (order)
        return order;
    return a->what->order < b->what->order ? -1 : a->what->order > b->what->order;
}

/* The planned waves and the milestones of indicators, in order of time. */
static size_t collect_stops(const struct report *report, struct stop **stops)
{
    const struct model *model = report->model;
    size_t count = 0, room = model->waves.count + 1;
    for (size_t i = 0; i < model->indicators.count; i++)
        room += model_indicator(model->indicators.items[i])->milestones.count;
    *stops = arena_array(&report->doc->arena, room, sizeof **stops);
    for (size_t i = 0; i < model->waves.count; i++) {
        const struct wave *wave = model_wave(model->waves.items[i]);
        struct date date = date_given(wave->from) ? wave->from : wave->to;
        if (date_given(date))
            (*stops)[count++] = (struct stop){date, &wave->node, NULL};
    }
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(model->indicators.items[i]);
        for (size_t k = 0; k < indicator->milestones.count; k++) {
            const struct milestone *milestone = model_milestone(indicator->milestones.items[k]);
            if (date_given(milestone->date))
                (*stops)[count++] = (struct stop){milestone->date, &indicator->node, milestone};
        }
    }
    if (count)
        qsort(*stops, count, sizeof **stops, by_date);
    return count;
}

static void add_stop(struct sheet *sheet, struct doc_list *list, const struct stop *stop)
{
    struct report *report = sheet->report;
    struct doc_flow *flow;
    if (!stop->milestone) {
        const struct wave *wave = model_wave(stop->what);
        flow = doc_add_item(
            report->doc, list,
            report_period(report, stop->date, date_given(wave->to) ? wave->to : stop->date));
        struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
        report_run_own(report, line, report_say(report, N_("Measurement: ")));
        const struct model_node *source = wave->node.parent;
        sheet_run_node(sheet, line, wave->node.title || !source ? &wave->node : source);
        return;
    }
    const struct indicator *indicator = model_indicator(stop->what);
    flow = doc_add_item(report->doc, list, report_date(report, stop->date));
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    sheet_run_node(sheet, line, &indicator->node);
    if (stop->milestone->value.given)
        report_run_own(report, line,
                       sheet_cut(sheet, doc_textf(report->doc, ": %s%s%s",
                                                  report_number(report, stop->milestone->value),
                                                  indicator->unit ? "\xC2\xA0" : "",
                                                  indicator->unit ? indicator->unit : "")));
}

static void add_stops(struct sheet *sheet)
{
    struct report *report = sheet->report;
    struct stop *stops;
    size_t count = collect_stops(report, &stops), shown = sheet_shown(sheet, count);
    if (!count)
        return;
    struct doc_list *list = doc_add_definitions(report->doc, &report->doc->body);
    for (size_t i = 0; i < shown; i++)
        add_stop(sheet, list, &stops[i]);
    sheet_rest(sheet, &report->doc->body, count, shown);
}

void charter_actions(struct sheet *sheet)
{
    static const struct report_column columns[] = {{N_("Activity"), 3},
                                                   {N_("Status"), 1.1},
                                                   {N_("When"), 1.7},
                                                   {N_("Responsible"), 1.6},
                                                   {N_("Anchored at"), 1.6}};
    struct report *report = sheet->report;
    const struct model_list *all = &report->model->activities;
    if (!all->count) {
        sheet_lacks(sheet, N_("Time and action plan"), N_("No activities yet: what will you do?"));
        return;
    }
    sheet_section(sheet, N_("Time and action plan"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t shown = sheet_shown(sheet, all->count);
    for (size_t i = 0; i < shown; i++)
        add_activity(sheet, table, model_activity(all->items[i]));
    sheet_rest(sheet, &report->doc->body, all->count, shown);
    add_stops(sheet);
}

/* --- organisation ----------------------------------------------------------------------------- */

/* In the order in which one asks for them. */
static const enum role_kind kinds[] = {
    ROLE_COMMITTEE, ROLE_STEERING_GROUP, ROLE_PROJECT_OWNER, ROLE_PROJECT_LEADER, ROLE_EVALUATOR,
    ROLE_STAFF,     ROLE_PARTNER,        ROLE_VOLUNTEER,     ROLE_UNKNOWN,
};

static bool has_role(const struct model *model, enum role_kind kind)
{
    for (size_t i = 0; i < model->roles.count; i++)
        if (model_role(model->roles.items[i])->kind == kind)
            return true;
    return false;
}

static void add_role(struct sheet *sheet, struct doc_table *table, const struct role *role,
                     bool counted)
{
    struct report *report = sheet->report;
    struct doc_row *row = doc_add_row(report->doc, table);
    const char *kind = name_role_kind(role->kind);
    sheet_node(sheet, report_cell(report, row), DOC_CELL, &role->node);
    struct doc_flow *does = report_cell(report, row);
    if (kind)
        report_own(report, does, DOC_CELL, kind);
    sheet_small(sheet, does, &role->node, role->tasks);
    if (!kind && !role->tasks)
        report_dash(report, does);
    if (counted)
        add_plain(sheet, row,
                  role->holders.given
                      ? parts_amount(report, role->holders, N_("{1} person"), N_("{1} persons"))
                      : "");
}

static bool any_holders(const struct model_list *roles)
{
    for (size_t i = 0; i < roles->count; i++)
        if (model_role(roles->items[i])->holders.given)
            return true;
    return false;
}

/* Whom a programme can hardly do without. */
static void ask_for_roles(struct sheet *sheet)
{
    const struct model *model = sheet->report->model;
    if (!has_role(model, ROLE_STEERING_GROUP) && !has_role(model, ROLE_COMMITTEE))
        sheet_lacks(sheet, N_("Steering group"),
                    N_("Who decides? Name a steering group or a committee."));
    if (!has_role(model, ROLE_PROJECT_LEADER))
        sheet_lacks(sheet, N_("Project leader"), N_("Who leads from day to day?"));
}

void charter_organisation(struct sheet *sheet)
{
    static const struct report_column columns[] = {
        {N_("Role"), 2.6}, {N_("What it does"), 3.8}, {N_("How many"), 1.2}};
    struct report *report = sheet->report;
    const struct model_list *all = &report->model->roles;
    if (all->count) {
        sheet_section(sheet, N_("Organisation"));
        bool counted = any_holders(all);
        struct doc_table *table =
            report_table(report, columns, counted ? COUNT(columns) : COUNT(columns) - 1);
        size_t shown = sheet_shown(sheet, all->count), added = 0;
        for (size_t k = 0; k < COUNT(kinds); k++)
            for (size_t i = 0; i < all->count && added < shown; i++)
                if (model_role(all->items[i])->kind == kinds[k]) {
                    add_role(sheet, table, model_role(all->items[i]), counted);
                    added++;
                }
        sheet_rest(sheet, &report->doc->body, all->count, shown);
    }
    ask_for_roles(sheet);
}

/* --- resources ------------------------------------------------------------------------------- */

enum { YEARS_MOST = 6, RESOURCE_KINDS = RESOURCE_MATERIALS + 1 };

/* What is counted, by kind and year; what has no year stands in a column of its own. */
struct sums {
    int years[YEARS_MOST];
    size_t year_count;
    bool without_year, more_years;
    struct number by_year[RESOURCE_KINDS][YEARS_MOST + 1], all[RESOURCE_KINDS];
    size_t uncounted; /* resources without a figure */
};

static void add_number(struct number *sum, const struct number *number)
{
    sum->given = true;
    sum->value += number->value;
    if (number->decimals > sum->decimals)
        sum->decimals = number->decimals;
}

static int by_number(const void *pa, const void *pb)
{
    const int *a = pa, *b = pb;
    return *a < *b ? -1 : *a > *b;
}

static size_t column_of(const struct sums *sums, struct date year)
{
    for (size_t i = 0; i < sums->year_count; i++)
        if (date_given(year) && sums->years[i] == year.year)
            return i;
    return YEARS_MOST;
}

static void find_years(struct sums *sums, const struct model_list *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct resource *resource = model_resource(all->items[i]);
        if (!resource->amount.given)
            continue;
        if (!date_given(resource->year))
            sums->without_year = true;
        else if (column_of(sums, resource->year) == YEARS_MOST && sums->year_count < YEARS_MOST)
            sums->years[sums->year_count++] = resource->year.year;
        else if (column_of(sums, resource->year) == YEARS_MOST)
            sums->more_years = true;
    }
    if (sums->year_count)
        qsort(sums->years, sums->year_count, sizeof *sums->years, by_number);
}

static void sum_up(struct sums *sums, const struct model_list *all)
{
    find_years(sums, all);
    for (size_t i = 0; i < all->count; i++) {
        const struct resource *resource = model_resource(all->items[i]);
        size_t kind =
            resource->kind && (size_t)resource->kind < RESOURCE_KINDS ? (size_t)resource->kind : 0;
        if (!resource->amount.given) {
            sums->uncounted++;
            continue;
        }
        add_number(&sums->by_year[kind][column_of(sums, resource->year)], &resource->amount);
        add_number(&sums->all[kind], &resource->amount);
    }
}

/* Columns beside the kind: a year each, what has none, and all of it. */
static struct doc_table *add_sums_table(struct report *report, const struct sums *sums, bool rest)
{
    struct doc_column columns[YEARS_MOST + 3];
    size_t count = 0;
    columns[count++] = (struct doc_column){report_say(report, N_("Resource")), 2.4, false};
    for (size_t i = 0; i < sums->year_count; i++)
        columns[count++] =
            (struct doc_column){doc_textf(report->doc, "%d", sums->years[i]), 1, true};
    if (rest)
        columns[count++] = (struct doc_column){
            report_say(report, sums->more_years ? N_("Other years") : N_("No year")), 1, true};
    columns[count++] = (struct doc_column){report_say(report, N_("In all")), 1.1, true};
    return doc_add_table(report->doc, &report->doc->body, NULL, columns, count);
}

static void add_sum(struct report *report, struct doc_row *row, const struct number *sum)
{
    struct doc_paragraph *line = doc_add_text(report->doc, report_cell(report, row), DOC_CELL,
                                              sum->given ? report_number(report, *sum) : "–");
    line->align_right = true;
}

/* A figure a kind, on one line: where there are no years to compare. */
static void add_line(struct report *report, const struct sums *sums)
{
    const char *text = "";
    for (size_t kind = 0; kind < RESOURCE_KINDS; kind++) {
        struct resource all = {.kind = (enum resource_kind)kind, .amount = sums->all[kind]};
        if (sums->year_count)
            all.year.year = (int16_t)sums->years[0];
        if (all.amount.given)
            text = report_join(report, text, parts_resource(report, &all), NULL);
    }
    if (*text)
        report_plain(report, &report->doc->body, DOC_TEXT, text);
}

static void add_sums(struct report *report, const struct sums *sums, bool rest)
{
    struct doc_table *table = add_sums_table(report, sums, rest);
    for (size_t kind = 0; kind < RESOURCE_KINDS; kind++) {
        if (!sums->all[kind].given)
            continue;
        const char *name = name_resource_kind((enum resource_kind)kind);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_own(report, report_cell(report, row), DOC_CELL, name ? name : N_("other"));
        for (size_t i = 0; i < sums->year_count; i++)
            add_sum(report, row, &sums->by_year[kind][i]);
        if (rest)
            add_sum(report, row, &sums->by_year[kind][YEARS_MOST]);
        add_sum(report, row, &sums->all[kind]);
    }
}

void charter_resources(struct sheet *sheet)
{
    struct report *report = sheet->report;
    const struct model_list *all = &report->model->resources;
    struct sums sums = {0};
    if (!all->count) {
        sheet_lacks(sheet, N_("Resources"),
                    N_("What does it take: whose hours, which money, which room?"));
        return;
    }
    sheet_section(sheet, N_("Resources"));
    sum_up(&sums, all);
    bool rest = sums.without_year || sums.more_years;
    if (sums.year_count + rest > 1)
        add_sums(report, &sums, rest);
    else
        add_line(report, &sums);
    if (sums.uncounted)
        report_plain(report, &report->doc->body, DOC_SMALL,
                     report_count(report, sums.uncounted, N_("{1} more is named without a figure."),
                                  N_("{1} more are named without a figure.")));
}
