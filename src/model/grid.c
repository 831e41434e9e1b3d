/* The programme theory as a table; see grid.h. */
#include "model/grid.h"

#include <stdlib.h>

static int by_position(const void *pa, const void *pb)
{
    const struct reach_effect *a = *(const struct reach_effect *const *)pa;
    const struct reach_effect *b = *(const struct reach_effect *const *)pb;
    return a->effect->position < b->effect->position ? -1 : 1;
}

static int by_first_row(const void *pa, const void *pb)
{
    const struct reach_effect *a = *(const struct reach_effect *const *)pa;
    const struct reach_effect *b = *(const struct reach_effect *const *)pb;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return by_position(pa, pb);
}

/* The effects of a horizon: those reached, by their first row; those not, behind them. */
static const struct reach_effect **effects_of(const struct reach *reach, struct arena *arena,
                                              const struct horizon *horizon, size_t *reached,
                                              size_t *unreached)
{
    const struct reach_effect **list = arena_array(arena, reach->effect_count + 1, sizeof *list);
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

static struct grid_cell *add_cell(struct grid_column *column, size_t first)
{
    struct grid_cell *cell = &column->cells[column->cell_count++];
    *cell = (struct grid_cell){.first = first};
    return cell;
}

/* Puts effects with overlapping rows into one cell; what lies between is empty. */
static void make_cells(struct grid *grid, struct grid_column *column, struct arena *arena)
{
    size_t reached = 0, unreached = 0, row = 0;
    const struct reach_effect **list =
        effects_of(&grid->reach, arena, column->horizon, &reached, &unreached);
    column->cells = arena_array(arena, 2 * reached + 2, sizeof *column->cells);
    for (size_t i = 0; i < reached;) {
        if (list[i]->first > row)
            add_cell(column, row)->rows = list[i]->first - row;
        struct grid_cell *cell = add_cell(column, list[i]->first);
        cell->effects = &list[i];
        size_t end = list[i]->last + 1;
        for (; i < reached && list[i]->first < end; i++, cell->effect_count++)
            end = list[i]->last + 1 > end ? list[i]->last + 1 : end;
        qsort(cell->effects, cell->effect_count, sizeof *cell->effects, by_position);
        cell->rows = end - cell->first;
        row = end;
    }
    if (row < grid->rows)
        add_cell(column, row)->rows = grid->rows - row;
    struct grid_cell *last = &column->cells[column->cell_count - 1];
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

void grid_make(struct grid *grid, const struct model *model, struct arena *arena)
{
    const struct model_list *horizons = &model->horizons;
    *grid = (struct grid){0};
    reach_find(&grid->reach, model, arena);
    grid->rows = grid->reach.row_count ? grid->reach.row_count : 1;
    grid->columns = arena_array(arena, horizons->count + 1, sizeof *grid->columns);
    for (size_t i = 0; i < horizons->count; i++)
        if (model_horizon(horizons->items[i])->holds == HORIZON_EFFECTS)
            grid->columns[grid->column_count++].horizon = model_horizon(horizons->items[i]);
    if (!grid->column_count || any_without_horizon(model))
        grid->column_count++;
    for (size_t i = 0; i < grid->column_count; i++)
        make_cells(grid, &grid->columns[i], arena);
}

bool grid_all_lead(const struct grid_cell *cell, const struct reach_effect *effect)
{
    return effect->count == cell->rows;
}

bool grid_only_goals(const struct grid_cell *cell)
{
    for (size_t i = 0; i < cell->effect_count; i++)
        if (cell->effects[i]->effect->kind != EFFECT_GOAL)
            return false;
    return cell->effect_count && !cell->unreached_count;
}

bool grid_must_lead(const struct grid *grid, const struct grid_cell *cell)
{
    const struct reach *reach = &grid->reach;
    for (size_t row = cell->first; row < cell->first + cell->rows; row++)
        if (row >= reach->row_count || (reach->rows[row]->status != ACTIVITY_IDEA &&
                                        reach->rows[row]->status != ACTIVITY_STOPPED))
            return true;
    return false;
}
