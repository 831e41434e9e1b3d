/* The programme theory as a table: rows are activities, columns the horizons of effects, and
 * what neighbouring activities share is one cell beside them all.
 *
 * Effects whose rows overlap share a cell; not all activities beside it need lead to an
 * effect that stands in it, which grid_all_lead() tells. The cells of a column cover all
 * rows without a gap. Effects that no activity leads to stand in the last cell. */
#ifndef MODEL_GRID_H
#define MODEL_GRID_H

#include "model/reach.h"

struct grid_cell {
    size_t first, rows;
    const struct reach_effect **effects; /* in document order */
    size_t effect_count;
    const struct reach_effect **unreached; /* effects that no activity leads to */
    size_t unreached_count;
};

struct grid_column {
    const struct horizon *horizon; /* NULL: effects without one */
    struct grid_cell *cells;
    size_t cell_count;
};

struct grid {
    struct reach reach;
    size_t rows; /* at least one, which stands empty where there are no activities */
    struct grid_column *columns;
    size_t column_count; /* at least one */
};

/* The grid lives in `arena`. */
void grid_make(struct grid *grid, const struct model *model, struct arena *arena);

/* True if all activities beside the cell lead to an effect that stands in it. */
bool grid_all_lead(const struct grid_cell *cell, const struct reach_effect *effect);

/* True if the cell holds nothing but goals, and all of them are reached. */
bool grid_only_goals(const struct grid_cell *cell);

/* True if something must stand in the cell: what is an idea or was stopped need not lead
 * anywhere. */
bool grid_must_lead(const struct grid *grid, const struct grid_cell *cell);

#endif
