/* An activity description: what the activity is to lead to; see activity_sheet.h. */
#include "report/activity_sheet.h"

#include "base/memory.h"
#include "report/names.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A row of the table: a link from the activity, and what its effect leads on to. */
struct step {
    const struct link *link;
    const struct effect *effect;
    const struct model_node **on;
    size_t on_count;
};

/* --- what an effect leads on to ----------------------------------------------------- */

/* The way on from an effect, each effect visited once. */
struct way {
    const struct effect **found;
    size_t count;
    bool *seen; /* by the effect's position */
};

static void follow(struct way *way, const struct effect *effect)
{
    for (size_t i = 0; i < effect->links.count; i++) {
        const struct model_node *to = model_link(effect->links.items[i])->to.node;
        if (!to || way->seen[model_effect(to)->position])
            continue;
        way->seen[model_effect(to)->position] = true;
        way->found[way->count++] = model_effect(to);
    }
}

static int by_position(const void *pa, const void *pb)
{
    const struct effect *a = *(const struct effect *const *)pa;
    const struct effect *b = *(const struct effect *const *)pb;
    return a->position < b->position ? -1 : a->position > b->position;
}

static bool is_aim(const struct effect *effect)
{
    return effect->kind == EFFECT_SUB_GOAL || effect->kind == EFFECT_GOAL;
}

static void add_on(struct report *report, struct step *step, const struct way *way, size_t first,
                   size_t end, bool aims)
{
    step->on = arena_array(&report->doc->arena, end - first + step->effect->contributes.count + 1,
                           sizeof *step->on);
    for (size_t i = first; i < end; i++)
        if (!aims || is_aim(way->found[i]))
            step->on[step->on_count++] = &way->found[i]->node;
}

/* The sub-goals and goals that the effect leads to in the end; where there are none on the
 * way, the effects that come next. And what it contributes to elsewhere. */
static void find_on(struct report *report, struct step *step)
{
    size_t all = report->model->effects.count, next;
    struct way way = {mem_zalloc(all + 1, sizeof *way.found), 0, mem_zalloc(all + 1, sizeof(bool))};
    way.seen[step->effect->position] = true;
    follow(&way, step->effect);
    next = way.count;
    for (size_t i = 0; i < way.count; i++)
        follow(&way, way.found[i]);
    size_t aims = 0;
    for (size_t i = 0; i < way.count; i++)
        aims += is_aim(way.found[i]);
    if (!aims)
        way.count = next;
    if (way.count)
        qsort(way.found, way.count, sizeof *way.found, by_position);
    add_on(report, step, &way, 0, way.count, aims > 0);
    for (size_t i = 0; i < step->effect->contributes.count; i++)
        step->on[step->on_count++] = step->effect->contributes.items[i].node;
    free(way.seen);
    free(way.found);
}

static bool same_on(const struct step *a, const struct step *b)
{
    if (a->on_count != b->on_count)
        return false;
    for (size_t i = 0; i < a->on_count; i++)
        if (a->on[i] != b->on[i])
            return false;
    return true;
}

/* --- the rows ----------------------------------------------------------------------- */

static uint32_t time_of(const struct step *step)
{
    const struct horizon *horizon = effect_horizon(step->effect);
    return horizon ? horizon->position : UINT32_MAX;
}

/* By horizon, then as in the file. */
static int by_time(const void *pa, const void *pb)
{
    const struct step *a = pa, *b = pb;
    if (time_of(a) != time_of(b))
        return time_of(a) < time_of(b) ? -1 : 1;
    return a->link->node.order < b->link->node.order ? -1 : 1;
}

static size_t collect(struct activity_sheet *sheet, struct step **steps)
{
    struct report *report = sheet->sheet.report;
    const struct model_list *links = &sheet->activity->links;
    size_t count = 0;
    *steps = arena_array(&report->doc->arena, links->count + 1, sizeof **steps);
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (link->to.node)
            (*steps)[count++] = (struct step){.link = link, .effect = model_effect(link->to.node)};
    }
    if (count)
        qsort(*steps, count, sizeof **steps, by_time);
    return count;
}

/* --- the table ---------------------------------------------------------------------- */

static void add_effect(struct activity_sheet *sheet, struct doc_flow *cell,
                       const struct effect *effect)
{
    struct report *report = sheet->sheet.report;
    sheet_node(&sheet->sheet, cell, DOC_CELL, &effect->node);
    const char *kind = effect->kind == EFFECT_PLAIN ? NULL : name_effect_kind(effect->kind);
    const char *expected = "";
    if (date_given(effect->expected))
        expected = report_fill(report, N_("can be expected from {1}"),
                               report_date(report, effect->expected), NULL);
    sheet_small_own(&sheet->sheet, cell,
                    report_join(report, kind ? report_say(report, kind) : "", expected, NULL));
}

/* Cells for rows of the same time are one. */
static void add_horizon(struct activity_sheet *sheet, struct doc_row *row,
                        const struct effect *effect, size_t rows)
{
    const struct horizon *horizon = effect_horizon(effect);
    struct doc_cell *cell = doc_add_cell(sheet->sheet.report->doc, row);
    cell->rows = (int)rows;
    if (horizon)
        sheet_node(&sheet->sheet, &cell->body, DOC_CELL, &horizon->node);
    else
        sheet_missing(&sheet->sheet, &cell->body, N_("When?"));
}

static void add_mechanism(struct activity_sheet *sheet, struct doc_flow *cell,
                          const struct link *link)
{
    if (link->mechanism)
        sheet_text(&sheet->sheet, cell, DOC_CELL, &link->node, link->mechanism);
    else
        sheet_missing(&sheet->sheet, cell, N_("How? Nobody has said it yet."));
    if (link->origin == LINK_INTERPRETED)
        sheet_small_own(&sheet->sheet, cell,
                        report_say(sheet->sheet.report, name_link_origin(link->origin)));
}

/* Cells for rows that lead on to the same are one. */
static void add_on_cell(struct activity_sheet *sheet, struct doc_row *row, const struct step *step,
                        size_t rows)
{
    struct report *report = sheet->sheet.report;
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    cell->rows = (int)rows;
    if (rows > 1)
        cell->look = DOC_CELL_PANEL;
    size_t shown = sheet_shown(&sheet->sheet, step->on_count);
    struct doc_list *list = shown > 1 ? doc_add_bullets(report->doc, &cell->body) : NULL;
    for (size_t i = 0; i < shown; i++)
        sheet_node(&sheet->sheet, list ? doc_add_item(report->doc, list, NULL) : &cell->body,
                   DOC_CELL, step->on[i]);
    sheet_rest(&sheet->sheet, &cell->body, step->on_count, shown);
    if (!step->on_count && step->effect->kind == EFFECT_PLAIN)
        sheet_missing(&sheet->sheet, &cell->body, N_("And what does that lead to?"));
    else if (!step->on_count)
        report_dash(report, &cell->body);
}

/* How many rows from this one on lead on to the same. */
static size_t rows_alike(const struct step *steps, size_t i, size_t count)
{
    size_t rows = 1;
    while (i + rows < count && steps[i].on_count && same_on(&steps[i], &steps[i + rows]))
        rows++;
    return rows;
}

/* ... are of the same time. */
static size_t rows_of_time(const struct step *steps, size_t i, size_t count)
{
    size_t rows = 1;
    while (i + rows < count && effect_horizon(steps[i].effect) &&
           time_of(&steps[i]) == time_of(&steps[i + rows]))
        rows++;
    return rows;
}

static void add_table(struct activity_sheet *sheet, struct step *steps, size_t count)
{
    static const struct report_column columns[] = {
        {N_("Effect"), 2.7}, {N_("When"), 1.3}, {N_("How"), 2.6}, {N_("Leads on to"), 2.3}};
    struct report *report = sheet->sheet.report;
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t shown = sheet_shown(&sheet->sheet, count), end = 0, time_end = 0;
    for (size_t i = 0; i < shown; i++)
        find_on(report, &steps[i]);
    for (size_t i = 0; i < shown; i++) {
        size_t alike = i == end ? rows_alike(steps, i, shown) : 0;
        size_t same_time = i == time_end ? rows_of_time(steps, i, shown) : 0;
        struct doc_row *row = doc_add_row(report->doc, table);
        add_effect(sheet, report_cell(report, row), steps[i].effect);
        if (same_time)
            add_horizon(sheet, row, steps[i].effect, same_time);
        add_mechanism(sheet, report_cell(report, row), steps[i].link);
        if (alike)
            add_on_cell(sheet, row, &steps[i], alike);
        end += alike;
        time_end += same_time;
    }
    sheet_rest(&sheet->sheet, &report->doc->body, count, shown);
}

void activity_sheet_effects(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    struct step *steps;
    size_t count = collect(sheet, &steps);
    sheet_section(&sheet->sheet, N_("What it leads to"));
    if (!count) {
        sheet_missing(&sheet->sheet, &report->doc->body,
                      N_("No link yet: what will be different, and for whom?"));
        return;
    }
    if (sheet->figure && !sheet->figure_last)
        doc_add_figure(report->doc, &report->doc->body, sheet->figure, NULL);
    add_table(sheet, steps, count);
}
