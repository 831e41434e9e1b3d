/* Values and tables of charts; see chart_data.h. */
#include "figure/chart_data.h"

#include <math.h>

static bool is_usable(double number)
{
    return fabs(number) <= CHART_MOST; /* false for what is no number */
}

enum chart_state chart_state_of(const struct chart_value *value)
{
    if (value->state == CHART_SHOWN && !is_usable(value->value))
        return CHART_UNUSABLE;
    return value->state;
}

bool chart_has_interval(const struct chart_value *value)
{
    return value->has_interval && chart_state_of(value) == CHART_SHOWN && is_usable(value->low) &&
           is_usable(value->high);
}

double chart_interval_low(const struct chart_value *value)
{
    return fmin(value->low, value->high);
}

double chart_interval_high(const struct chart_value *value)
{
    return fmax(value->low, value->high);
}

struct chart_table chart_table_make(struct arena *arena, size_t columns, size_t rows)
{
    struct chart_table table = {.columns = columns, .rows = rows};
    table.headings = arena_array(arena, columns, sizeof *table.headings);
    table.cells = arena_array(arena, columns * rows + 1, sizeof *table.cells);
    for (size_t i = 0; i < columns; i++)
        table.headings[i] = "";
    for (size_t i = 0; i < columns * rows; i++)
        table.cells[i] = "";
    return table;
}

const char *chart_table_cell(const struct chart_table *table, size_t row, size_t column)
{
    return table->cells[row * table->columns + column];
}
