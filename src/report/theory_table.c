/* The theory table; see theory_table.h.
 *
 * In a column of effects, what several activities share is one cell beside them all.
 * Effects whose rows overlap share a cell; where not all activities beside it lead to an
 * effect, letters say which do. Cells of a column cover all rows without a gap. */
#include "report/theory_table.h"

#include "report/names.h"
#include "report/reach.h"

#include <stdlib.h>

/* A cell of a column of effects. */
struct block {
    size_t first, rows;
    const struct reach_effect **effects;
    size_t effect_count;
    const struct reach_effect **unreached; /* effects that no activity leads to */
    size_t unreached_count;
};

struct effect_column {
    const struct horizon *horizon; /* NULL: effects without one */
    struct block *blocks;
    size_t block_count, next; /* next: the block to be set next */
};

struct theory {
    struct report *report;
    struct reach reach;
    size_t rows; /* of the table: at least one */
    struct effect_column *columns;
    size_t column_count;
    bool areas, signs; /* columns that are there */
};

/* --- blocks ----------------------------------------------------------------------- */

static int by_first_row(const void *pa, const void *pb)
{
    const struct reach_effect *a = *(const struct reach_effect *const *)pa;
    const struct reach_effect *b = *(const struct reach_effect *const *)pb;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->effect->position < b->effect->position ? -1 : 1;
}

static int by_position(const void *pa, const void *pb)
{
    const struct reach_effect *a = *(const struct reach_effect *const *)pa;
    const struct reach_effect *b = *(const struct reach_effect *const *)pb;
    return a->effect->position < b->effect->position ? -1 : 1;
}

/* The effects of a horizon: those reached, by their first row; those not, behind them. */
static const struct reach_effect **effects_of(const struct theory *theory,
                                              const struct horizon *horizon, size_t *reached,
                                              size_t *unreached)
{
    const struct reach *reach = &theory->reach;
    const struct reach_effect **list =
        arena_array(&theory->report->doc->arena, reach->effect_count + 1, sizeof *list);
    size_t count = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < reach->effect_count; i++)
            if (effect_horizon(reach->effects[i].effect) == horizon &&
                (reach->effects[i].count > 0) == (pass == 0))
                list[count++] = &reach->effects[i];
        if (pass == 0) {
            *reached = count;
            if (count)
                qsort(list, count, sizeof *list, by_first_row);
        }
    }
    *unreached = count - *reached;
    return list;
}

static struct block *add_block(struct effect_column *column, size_t first)
{
    struct block *block = &column->blocks[column->block_count++];
    *block = (struct block){.first = first};
    return block;
}

/* Puts effects with overlapping rows into one block; what lies between is empty. */
static void make_blocks(struct theory *theory, struct effect_column *column)
{
    size_t reached = 0, unreached = 0, row = 0;
    const struct reach_effect **list = effects_of(theory, column->horizon, &reached, &unreached);
    column->blocks =
        arena_array(&theory->report->doc->arena, 2 * reached + 2, sizeof *column->blocks);
    for (size_t i = 0; i < reached;) {
        if (list[i]->first > row)
            add_block(column, row)->rows = list[i]->first - row;
        struct block *block = add_block(column, list[i]->first);
        block->effects = &list[i];
        size_t end = list[i]->last + 1;
        for (; i < reached && list[i]->first < end; i++, block->effect_count++)
            end = list[i]->last + 1 > end ? list[i]->last + 1 : end;
        qsort(block->effects, block->effect_count, sizeof *block->effects, by_position);
        block->rows = end - block->first;
        row = end;
    }
    if (row < theory->rows)
        add_block(column, row)->rows = theory->rows - row;
    struct block *last = &column->blocks[column->block_count - 1];
    last->unreached = list + reached;
    last->unreached_count = unreached;
}

static bool any_without_horizon(const struct model *model)
{
    for (size_t i = 0; i < model->effects.count; i++)
        if (!effect_horizon(model_effect(model->effects.items[i])))
            return true;
    return false;
}

static void make_columns(struct theory *theory)
{
    const struct model_list *horizons = &theory->report->model->horizons;
    theory->columns =
        arena_array(&theory->report->doc->arena, horizons->count + 1, sizeof *theory->columns);
    for (size_t i = 0; i < horizons->count; i++)
        if (model_horizon(horizons->items[i])->holds == HORIZON_EFFECTS)
            theory->columns[theory->column_count++].horizon = model_horizon(horizons->items[i]);
    if (!theory->column_count || any_without_horizon(theory->report->model))
        theory->column_count++;
    for (size_t i = 0; i < theory->column_count; i++)
        make_blocks(theory, &theory->columns[i]);
}

/* --- cells ------------------------------------------------------------------------ */

static bool all_lead(const struct block *block, const struct reach_effect *effect)
{
    return effect->count == block->rows;
}

/* " A B D" behind an effect that only some of the activities beside it lead to. */
static void add_letters(const struct theory *theory, struct doc_paragraph *line,
                        const struct block *block, const struct reach_effect *effect)
{
    struct report *report = theory->report;
    if (all_lead(block, effect))
        return;
    const char *letters = "";
    for (size_t row = block->first; row < block->first + block->rows; row++) {
        if (!reach_leads(effect, row))
            continue;
        const char *letter = report_letter(report, theory->reach.rows[row]);
        letters = *letters ? doc_textf(report->doc, "%s\xC2\xA0%s", letters, letter) : letter;
    }
    report_run_own(report, line, " ");
    report_run_own(report, line, letters)->chip = true;
}

static void add_effect_line(const struct theory *theory, struct doc_flow *flow,
                            const struct block *block, const struct reach_effect *effect)
{
    struct report *report = theory->report;
    struct doc_paragraph *line = doc_add_paragraph(
        report->doc, flow, effect->effect->kind == EFFECT_GOAL ? DOC_CELL_STRONG : DOC_CELL);
    report_run_text(report, line, &effect->effect->node,
                    report_name(report, &effect->effect->node));
    if (effect->effect->kind == EFFECT_UNINTENDED)
        report_run_own(report, line,
                       doc_textf(report->doc, " (%s)",
                                 report_say(report, name_effect_kind(EFFECT_UNINTENDED))));
    if (effect->count)
        add_letters(theory, line, block, effect);
}

static void add_effects(const struct theory *theory, struct doc_flow *cell,
                        const struct block *block)
{
    struct doc *doc = theory->report->doc;
    if (block->effect_count == 1) {
        add_effect_line(theory, cell, block, block->effects[0]);
        return;
    }
    struct doc_list *list = doc_add_bullets(doc, cell);
    for (size_t i = 0; i < block->effect_count; i++)
        add_effect_line(theory, doc_add_item(doc, list, NULL), block, block->effects[i]);
}

/* Effects that no activity leads to: a gap, but not where they are not wished for. */
static void add_unreached(const struct theory *theory, struct doc_flow *cell,
                          const struct block *block, bool intended)
{
    struct report *report = theory->report;
    struct doc_list *list = NULL;
    for (size_t i = 0; i < block->unreached_count; i++) {
        const struct reach_effect *effect = block->unreached[i];
        if ((effect->effect->kind != EFFECT_UNINTENDED) != intended)
            continue;
        if (!list && intended)
            report_missing(report, cell, N_("No activity leads here yet:"));
        list = list ? list : doc_add_bullets(report->doc, cell);
        add_effect_line(theory, doc_add_item(report->doc, list, NULL), block, effect);
    }
}

/* What is an idea or was stopped need not lead anywhere. */
static bool must_lead(const struct theory *theory, const struct block *block)
{
    const struct reach *reach = &theory->reach;
    for (size_t row = block->first; row < block->first + block->rows; row++)
        if (row >= reach->row_count || (reach->rows[row]->status != ACTIVITY_IDEA &&
                                        reach->rows[row]->status != ACTIVITY_STOPPED))
            return true;
    return false;
}

static void add_nothing(const struct theory *theory, struct doc_flow *cell,
                        const struct block *block)
{
    if (must_lead(theory, block))
        report_missing(theory->report, cell, N_("What is to have happened here?"));
    else
        report_dash(theory->report, cell);
}

static bool has_letters(const struct block *block)
{
    for (size_t i = 0; i < block->effect_count; i++)
        if (!all_lead(block, block->effects[i]))
            return true;
    return false;
}

/* Nothing but goals, and all of them reached: dark, as goals are in the figure. */
static bool only_goals(const struct block *block)
{
    for (size_t i = 0; i < block->effect_count; i++)
        if (block->effects[i]->effect->kind != EFFECT_GOAL)
            return false;
    return block->effect_count && !block->unreached_count;
}

static void add_block_cell(const struct theory *theory, struct doc_row *row,
                           const struct block *block)
{
    struct report *report = theory->report;
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    bool dark = only_goals(block);
    cell->rows = (int)block->rows;
    if (dark)
        cell->look = DOC_CELL_DARK;
    else if (block->effect_count && block->rows > 1)
        cell->look = DOC_CELL_PANEL;
    if (block->effect_count)
        add_effects(theory, &cell->body, block);
    add_unreached(theory, &cell->body, block, true);
    add_unreached(theory, &cell->body, block, false);
    if (!block->effect_count && !block->unreached_count)
        add_nothing(theory, &cell->body, block);
    if (!dark && has_letters(block))
        report_own(report, &cell->body, DOC_SMALL,
                   N_("The letters show which activities lead there."));
}

static void add_area_cell(const struct theory *theory, struct doc_row *row,
                          const struct activity *activity)
{
    struct report *report = theory->report;
    const struct focus_area *area = activity ? activity->focus_area : NULL;
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    cell->rows = area ? (int)area->activities.count : (int)report->model->top_activities.count;
    if (cell->rows < 1)
        cell->rows = 1;
    if (!area) {
        report_dash(report, &cell->body);
        return;
    }
    report_node(report, &cell->body, DOC_CELL_STRONG, &area->node);
    for (size_t i = 0; i < area->challenges.count; i++)
        report_labelled(report, &cell->body, DOC_SMALL, N_("Challenge"), area->challenges.items[i],
                        report_name(report, area->challenges.items[i]));
}

static void add_activity_state(struct report *report, struct doc_flow *cell,
                               const struct activity *activity)
{
    bool said = activity->awaits && activity->status == ACTIVITY_WAITING;
    const char *status = said ? NULL : name_activity_status(activity->status);
    const char *until = "";
    if (date_given(activity->until))
        until = report_fill(report, N_("until {1}"), report_date(report, activity->until), NULL);
    const char *state =
        report_join(report, report_period(report, activity->from, activity->to),
                    status ? report_say(report, status) : "", until,
                    activity->trial == YES ? report_say(report, N_("trial action")) : "", NULL);
    if (activity->awaits)
        report_labelled(report, cell, DOC_SMALL, N_("Waits for"), &activity->node,
                        activity->awaits);
    if (*state)
        report_plain(report, cell, DOC_SMALL, state);
}

static void add_activity_cell(const struct theory *theory, struct doc_row *row,
                              const struct activity *activity)
{
    struct report *report = theory->report;
    struct doc_flow *cell = report_cell(report, row);
    if (!activity) {
        report_missing(report, cell, N_("No activities yet: what will you do?"));
        return;
    }
    struct doc_paragraph *name = doc_add_paragraph(report->doc, cell, DOC_CELL_STRONG);
    report_run_own(report, name, doc_textf(report->doc, "%s  ", report_letter(report, activity)));
    report_run_text(report, name, &activity->node, report_name(report, &activity->node));
    add_activity_state(report, cell, activity);
    report_id(report, cell, &activity->node);
}

/* Within a year the question can be asked more exactly. */
static const char *missing_sign(const struct report *report)
{
    const struct horizon *signs = model_sign_horizon(report->model);
    if (signs && signs->to.given && signs->to.value == 1)
        return N_("No sign yet: how will you see after a year that it works?");
    return N_("No sign yet: how will you see that it works?");
}

static void add_sign_cell(const struct theory *theory, struct doc_row *row,
                          const struct activity *activity)
{
    struct report *report = theory->report;
    struct doc_flow *cell = report_cell(report, row);
    if (!activity || activity->status == ACTIVITY_STOPPED) {
        report_dash(report, cell);
        return;
    }
    if (!activity->indicators.count) {
        report_missing(report, cell, missing_sign(report));
        return;
    }
    struct doc_list *list = doc_add_bullets(report->doc, cell);
    for (size_t i = 0; i < activity->indicators.count; i++)
        report_node(report, doc_add_item(report->doc, list, NULL), DOC_CELL,
                    activity->indicators.items[i]);
}

/* --- the table ---------------------------------------------------------------------- */

static const char *column_heading(const struct report *report, const struct horizon *horizon)
{
    return horizon ? report_name(report, &horizon->node) : report_say(report, N_("Effects"));
}

static bool any_signs(const struct reach *reach)
{
    for (size_t i = 0; i < reach->row_count; i++)
        if (reach->rows[i]->indicators.count)
            return true;
    return false;
}

static struct doc_table *make_table(struct theory *theory)
{
    struct report *report = theory->report;
    size_t count = 0, room = theory->column_count + 3;
    struct doc_column *columns = arena_array(&report->doc->arena, room, sizeof *columns);
    const struct horizon *signs = model_sign_horizon(report->model);
    if (theory->areas)
        columns[count++] = (struct doc_column){report_say(report, N_("Focus area")), 1.4, false};
    columns[count++] = (struct doc_column){report_say(report, N_("Activity")), 2.0, false};
    if (theory->signs)
        columns[count++] =
            (struct doc_column){signs ? report_name(report, &signs->node)
                                      : report_say(report, N_("Signs and indicators")),
                                any_signs(&theory->reach) ? 4.4 : 1.8, false};
    for (size_t i = 0; i < theory->column_count; i++)
        columns[count++] =
            (struct doc_column){column_heading(report, theory->columns[i].horizon), 2.1, false};
    struct doc_table *table = doc_add_table(report->doc, &report->doc->body, NULL, columns, count);
    table->column_rules = true;
    return table;
}

static bool begins_area(const struct theory *theory, size_t row)
{
    const struct activity *activity = theory->reach.rows[row];
    if (row == 0)
        return true;
    return activity->focus_area != theory->reach.rows[row - 1]->focus_area;
}

static void add_row(struct theory *theory, struct doc_table *table, size_t row)
{
    const struct activity *activity =
        row < theory->reach.row_count ? theory->reach.rows[row] : NULL;
    struct doc_row *out = doc_add_row(theory->report->doc, table);
    if (theory->areas && begins_area(theory, row))
        add_area_cell(theory, out, activity);
    add_activity_cell(theory, out, activity);
    if (theory->signs)
        add_sign_cell(theory, out, activity);
    for (size_t i = 0; i < theory->column_count; i++) {
        struct effect_column *column = &theory->columns[i];
        if (column->next < column->block_count && column->blocks[column->next].first == row)
            add_block_cell(theory, out, &column->blocks[column->next++]);
    }
}

void theory_table(struct report *report)
{
    struct theory theory = {.report = report};
    const struct model *model = report->model;
    reach_find(&theory.reach, model, &report->doc->arena);
    theory.rows = theory.reach.row_count ? theory.reach.row_count : 1;
    theory.areas = model->focus_areas.count > 0;
    theory.signs = model_sign_horizon(model) || model->indicators.count > 0;
    make_columns(&theory);
    struct doc_table *table = make_table(&theory);
    for (size_t row = 0; row < theory.rows; row++)
        add_row(&theory, table, row);
}
