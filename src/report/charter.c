/* The project charter; see charter.h. */
#include "report/charter.h"

#include "report/charter_parts.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/request.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- the head ----------------------------------------------------------------------- */

/* Names with commas between; places for comparison are marked as such. */
static void add_names(struct sheet *sheet, struct doc_list *list, const char *english,
                      const struct model_list *nodes, const char *missing)
{
    struct report *report = sheet->report;
    struct doc_flow *flow = sheet_term(sheet, list, english);
    if (!nodes->count) {
        sheet_missing(sheet, flow, missing);
        return;
    }
    size_t shown = sheet_shown(sheet, nodes->count);
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_TEXT);
    for (size_t i = 0; i < shown; i++) {
        if (i)
            report_run_own(report, line, "; ");
        sheet_run_node(sheet, line, nodes->items[i]);
        if (nodes->items[i]->kind == MODEL_PLACE &&
            model_place(nodes->items[i])->role == PLACE_COMPARISON)
            report_run_own(report, line,
                           doc_textf(report->doc, " (%s)",
                                     report_say(report, name_place_role(PLACE_COMPARISON))));
    }
    sheet_rest(sheet, flow, nodes->count, shown);
}

static void add_head(struct sheet *sheet)
{
    struct report *report = sheet->report;
    const struct model *model = report->model;
    const struct programme *programme = model->programme;
    struct doc_flow *body = &report->doc->body;
    const char *kind = name_programme_kind(programme->kind);
    const char *period = report_period(report, programme->from, programme->to);
    sheet_node(sheet, body, DOC_TITLE, &programme->node);
    report_plain(report, body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Project charter")),
                             kind ? report_say(report, kind) : "",
                             sheet_cut(sheet, report_state(report)), NULL));
    struct doc_list *list = doc_add_definitions(report->doc, body);
    struct doc_flow *owner = sheet_term(sheet, list, N_("Owner"));
    if (programme->owner)
        sheet_text(sheet, owner, DOC_TEXT, &programme->node, programme->owner);
    else
        sheet_missing(sheet, owner, N_("Who owns it?"));
    struct doc_flow *when = sheet_term(sheet, list, N_("Period"));
    if (*period)
        report_plain(report, when, DOC_TEXT, period);
    else
        sheet_missing(sheet, when, N_("From when, and until when?"));
    add_names(sheet, list, N_("Where"), &model->places, N_("No place yet: where do you act?"));
    add_names(sheet, list, N_("For"), &model->target_groups,
              N_("No target group yet: whose lives are to become better?"));
}

static void add_purpose(struct sheet *sheet)
{
    struct report *report = sheet->report;
    const struct programme *programme = report->model->programme;
    struct doc_flow *body = &report->doc->body;
    sheet_section(sheet, N_("Purpose"));
    if (programme->purpose)
        sheet_text(sheet, body, DOC_TEXT, &programme->node, programme->purpose);
    else
        sheet_missing(sheet, body, N_("No purpose yet: what is to become better, and for whom?"));
    if (programme->vision)
        sheet_labelled(sheet, body, DOC_TEXT, N_("Vision"), &programme->node, programme->vision);
}

/* --- goals and sub-goals -------------------------------------------------------------- */

static bool any_aims(const struct model *model)
{
    for (size_t i = 0; i < model->effects.count; i++) {
        enum effect_kind kind = model_effect(model->effects.items[i])->kind;
        if (kind == EFFECT_GOAL || kind == EFFECT_SUB_GOAL)
            return true;
    }
    return false;
}

/* Sub-goals and goals; where none is called so, all effects that are wished for. */
static bool is_shown(const struct effect *effect, const struct horizon *horizon, bool aims)
{
    if (effect_horizon(effect) != horizon)
        return false;
    if (aims)
        return effect->kind == EFFECT_GOAL || effect->kind == EFFECT_SUB_GOAL;
    return effect->kind != EFFECT_UNINTENDED;
}

/* A row of what is to be reached at one time: a name for it, and what it is. */
static void add_aims(struct sheet *sheet, struct doc_table *table, const struct horizon *horizon)
{
    struct report *report = sheet->report;
    const struct model_list *all = &report->model->effects;
    bool aims = any_aims(report->model);
    size_t count = 0, added = 0;
    for (size_t i = 0; i < all->count; i++)
        count += is_shown(model_effect(all->items[i]), horizon, aims);
    if (!count)
        return;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_cell *name = doc_add_cell(report->doc, row);
    name->header = true;
    if (horizon)
        sheet_node(sheet, &name->body, DOC_CELL_STRONG, &horizon->node);
    else
        sheet_missing(sheet, &name->body, N_("When?"));
    struct doc_flow *cell = report_cell(report, row);
    size_t shown = sheet_shown(sheet, count);
    struct doc_list *list = shown > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < all->count && added < shown; i++) {
        const struct effect *effect = model_effect(all->items[i]);
        if (!is_shown(effect, horizon, aims))
            continue;
        sheet_node(sheet, list ? doc_add_item(report->doc, list, NULL) : cell,
                   effect->kind == EFFECT_GOAL ? DOC_CELL_STRONG : DOC_CELL, &effect->node);
        added++;
    }
    sheet_rest(sheet, cell, count, shown);
}

/* The goals of the tree, which stand beside the chain of effects. */
static void add_goal_tree(struct sheet *sheet, struct doc_table *table)
{
    struct report *report = sheet->report;
    const struct model_list *goals = &report->model->goals;
    if (!goals->count)
        return;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_cell *name = doc_add_cell(report->doc, row);
    name->header = true;
    report_own(report, &name->body, DOC_CELL_STRONG, N_("Effect goals"));
    struct doc_flow *cell = report_cell(report, row);
    size_t shown = sheet_shown(sheet, goals->count);
    struct doc_list *list = shown > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < shown; i++)
        sheet_node(sheet, list ? doc_add_item(report->doc, list, NULL) : cell, DOC_CELL,
                   goals->items[i]);
    sheet_rest(sheet, cell, goals->count, shown);
}

static void add_goals(struct sheet *sheet)
{
    static const struct report_column columns[] = {{N_("When"), 1.7},
                                                   {N_("What is to be reached"), 4.8}};
    struct report *report = sheet->report;
    const struct model *model = report->model;
    sheet_section(sheet, N_("Goals and sub-goals"));
    if (!model->effects.count && !model->goals.count) {
        sheet_missing(sheet, &report->doc->body,
                      N_("No effects yet: what will be different, and for whom?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < model->horizons.count; i++)
        add_aims(sheet, table, model_horizon(model->horizons.items[i]));
    add_aims(sheet, table, NULL);
    add_goal_tree(sheet, table);
}

/* --- limits, and the decision ---------------------------------------------- */

static bool is_weighty(const struct condition *condition)
{
    return condition->node.kind == MODEL_RISK || condition->critical == YES;
}

/* What is critical, and the risks. */
static void add_conditions(struct sheet *sheet)
{
    struct report *report = sheet->report;
    const struct model *model = report->model;
    const struct model_list *lists[] = {&model->risks, &model->assumptions, &model->contexts,
                                        &model->rivals};
    size_t room = 1, count = 0;
    for (size_t l = 0; l < COUNT(lists); l++)
        room += lists[l]->count;
    const struct condition **found = arena_array(&report->doc->arena, room, sizeof *found);
    for (size_t l = 0; l < COUNT(lists); l++)
        for (size_t i = 0; i < lists[l]->count; i++)
            if (is_weighty(model_condition(lists[l]->items[i])))
                found[count++] = model_condition(lists[l]->items[i]);
    if (!count) {
        sheet_lacks(sheet, N_("What it rests on"),
                    N_("What has to hold, what may go wrong, and what will you do then?"));
        return;
    }
    sheet_section(sheet, N_("What it rests on, and what may go wrong"));
    sheet_conditions(sheet, found, count);
}

static void add_limits(struct sheet *sheet)
{
    const struct programme *programme = sheet->report->model->programme;
    if (!programme->limits) {
        sheet_lacks(sheet, N_("Limits and reservations"),
                    N_("What lies outside it, and what will it not be able to show?"));
        return;
    }
    sheet_section(sheet, N_("Limits and reservations"));
    sheet_text(sheet, sheet_flow(sheet), DOC_TEXT, &programme->node, programme->limits);
}

static void add_decision(struct sheet *sheet)
{
    struct report *report = sheet->report;
    static const double gap = 8; /* points */
    sheet_remark(sheet);
    doc_add_space(report->doc, sheet_flow(sheet), gap);
    request_box(report, sheet_flow(sheet), "charter");
}

bool charter_fits(const struct pages *pages, int attempt)
{
    enum { PAGES_MOST = 2 };
    (void)attempt;
    return sheet_fits(pages, PAGES_MOST) == SHEET_FITS;
}

void charter_build(struct report *report)
{
    struct sheet sheet = {.report = report,
                          .level = sheet_level(SHEET_PLAIN + (size_t)report->attempt)};
    add_head(&sheet);
    add_purpose(&sheet);
    add_goals(&sheet);
    charter_deliverables(&sheet);
    charter_actions(&sheet);
    charter_organisation(&sheet);
    charter_resources(&sheet);
    add_conditions(&sheet);
    /* The box does not stand alone on a page. */
    sheet.flow = doc_add_part(report->doc, doc_add_columns(report->doc, &report->doc->body), 1);
    add_limits(&sheet);
    sheet_add_lacks(&sheet);
    add_decision(&sheet);
}
