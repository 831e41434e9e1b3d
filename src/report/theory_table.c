/* The theory table; see theory_table.h.
 *
 * In a column of effects, what several activities share is one cell beside them all.
 * Effects whose rows overlap share a cell; where not all activities beside it lead to an
 * effect, letters say which do. Cells of a column cover all rows without a gap. */
#include "report/theory_table.h"

#include "model/grid.h"
#include "report/names.h"

struct theory {
    struct report *report;
    struct grid grid;
    size_t *next;      /* per column of effects: the cell to be set next */
    bool areas, signs; /* columns that are there */
};

/* --- cells ------------------------------------------------------------------------ */

/* " A B D" behind an effect that only some of the activities beside it lead to. */
static void add_letters(const struct theory *theory, struct doc_paragraph *line,
                        const struct grid_cell *block, const struct reach_effect *effect)
{
    struct report *report = theory->report;
    if (grid_all_lead(block, effect))
        return;
    const char *letters = "";
    for (size_t row = block->first; row < block->first + block->rows; row++) {
        if (!reach_leads(effect, row))
            continue;
        const char *letter = report_letter(report, theory->grid.reach.rows[row]);
        letters = *letters ? doc_textf(report->doc, "%s\xC2\xA0%s", letters, letter) : letter;
    }
    report_run_own(report, line, " ");
    report_run_own(report, line, letters)->chip = true;
}

static void add_effect_line(const struct theory *theory, struct doc_flow *flow,
                            const struct grid_cell *block, const struct reach_effect *effect)
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
                        const struct grid_cell *block)
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
                          const struct grid_cell *block, bool intended)
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

static void add_nothing(const struct theory *theory, struct doc_flow *cell,
                        const struct grid_cell *block)
{
    if (grid_must_lead(&theory->grid, block))
        report_missing(theory->report, cell, N_("What is to have happened here?"));
    else
        report_dash(theory->report, cell);
}

static bool has_letters(const struct grid_cell *block)
{
    for (size_t i = 0; i < block->effect_count; i++)
        if (!grid_all_lead(block, block->effects[i]))
            return true;
    return false;
}

static void add_block_cell(const struct theory *theory, struct doc_row *row,
                           const struct grid_cell *block)
{
    struct report *report = theory->report;
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    bool dark = grid_only_goals(block);
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
    size_t count = 0, room = theory->grid.column_count + 3;
    struct doc_column *columns = arena_array(&report->doc->arena, room, sizeof *columns);
    const struct horizon *signs = model_sign_horizon(report->model);
    if (theory->areas)
        columns[count++] = (struct doc_column){report_say(report, N_("Focus area")), 1.4, false};
    columns[count++] = (struct doc_column){report_say(report, N_("Activity")), 2.0, false};
    if (theory->signs)
        columns[count++] =
            (struct doc_column){signs ? report_name(report, &signs->node)
                                      : report_say(report, N_("Signs and indicators")),
                                any_signs(&theory->grid.reach) ? 4.4 : 1.8, false};
    for (size_t i = 0; i < theory->grid.column_count; i++)
        columns[count++] = (struct doc_column){
            column_heading(report, theory->grid.columns[i].horizon), 2.1, false};
    struct doc_table *table = doc_add_table(report->doc, &report->doc->body, NULL, columns, count);
    table->column_rules = true;
    return table;
}

static bool begins_area(const struct theory *theory, size_t row)
{
    const struct activity *activity = theory->grid.reach.rows[row];
    if (row == 0)
        return true;
    return activity->focus_area != theory->grid.reach.rows[row - 1]->focus_area;
}

static void add_row(struct theory *theory, struct doc_table *table, size_t row)
{
    const struct activity *activity =
        row < theory->grid.reach.row_count ? theory->grid.reach.rows[row] : NULL;
    struct doc_row *out = doc_add_row(theory->report->doc, table);
    if (theory->areas && begins_area(theory, row))
        add_area_cell(theory, out, activity);
    add_activity_cell(theory, out, activity);
    if (theory->signs)
        add_sign_cell(theory, out, activity);
    for (size_t i = 0; i < theory->grid.column_count; i++) {
        const struct grid_column *column = &theory->grid.columns[i];
        size_t next = theory->next[i];
        if (next == column->cell_count || column->cells[next].first != row)
            continue;
        add_block_cell(theory, out, &column->cells[next]);
        theory->next[i]++;
    }
}

void theory_table(struct report *report)
{
    struct theory theory = {.report = report};
    const struct model *model = report->model;
    struct arena *arena = &report->doc->arena;
    grid_make(&theory.grid, model, arena);
    theory.next = arena_array(arena, theory.grid.column_count, sizeof *theory.next);
    theory.areas = model->focus_areas.count > 0;
    theory.signs = model_sign_horizon(model) || model->indicators.count > 0;
    struct doc_table *table = make_table(&theory);
    for (size_t row = 0; row < theory.grid.rows; row++)
        add_row(&theory, table, row);
}
