/* What the parts of the table view share: a table in the making, its cells, its words. */
#ifndef FIGURE_VIEW_TABLE_PARTS_H
#define FIGURE_VIEW_TABLE_PARTS_H

#include "figure/view_parts.h"
#include "figure/words.h"
#include "model/grid.h"

enum table_column_kind { TABLE_AREA, TABLE_ACTIVITY, TABLE_SIGNS, TABLE_EFFECTS };

struct table_column {
    enum table_column_kind kind;
    const struct grid_column *effects; /* of TABLE_EFFECTS */
    const char *heading, *lang;
    double weight; /* how much there is to read in it; then its share of the width */
    double x, width;
};

/* What is written in a cell: a text, broken into lines, and perhaps letters behind it. */
struct table_item {
    struct words words;
    const char *lang;
    enum style_color color;
    double x, y; /* from the cell's top left corner */
    bool bullet;
    const char *letters;     /* NULL: none */
    struct figure_rect chip; /* from the cell's top left corner */
};

/* A cell, or what of it stands on a page. */
struct table_cell {
    const char *id, *role, *title;
    enum style_color fill;
    bool dark;          /* light text */
    size_t first, rows; /* of the table */
    double width, used; /* used: the height that its texts need */
    struct table_item *items;
    size_t item_count, item_capacity;
};

/* What is known of an effect, once it was asked for. */
struct table_effect {
    bool known;
    const char *letters;  /* of the activities that lead there; NULL: too many to be named */
    const char *how_many; /* instead of them */
    double letters_width;
};

struct table {
    struct view *view;
    struct figure *figure;
    const struct text_metrics *metrics;
    struct arena scratch; /* of what ends with the drawing */
    struct grid grid;
    struct words_type plain, strong, missing, small, heading, title;
    struct table_column *columns;
    size_t column_count;
    double width;                 /* of the whole */
    struct table_cell *cells;     /* per row and column with one cell per row; built when needed */
    struct table_effect *effects; /* by position */
    size_t *row_of;               /* per activity position: its row */
    size_t first;                 /* row on this page */
    bool signs;                   /* there is a column of signs */
};

#define TABLE_PADDING_X 7.0
#define TABLE_PADDING_Y 5.0

const struct activity *table_activity(const struct table *table, size_t row); /* NULL: none */

/* --- view_table_cells.c --- */

/* The cell of one row: an activity or its signs. */
void table_build_row_cell(struct table *table, const struct table_column *column, size_t row,
                          struct table_cell *cell);
/* What of a merged cell stands in the rows from table->first to before `end`. */
void table_build_part(struct table *table, const struct table_column *column,
                      const struct grid_cell *whole, size_t end, struct table_cell *cell);
/* The same of the focus area of the rows from `first` to before `last`. */
void table_build_area(struct table *table, const struct table_column *column, size_t first,
                      size_t last, size_t end, struct table_cell *cell);
/* Draws the cell with its top left corner at x, y. */
void table_draw_cell(struct table *table, const struct table_cell *cell, double x, double y,
                     double height);

/* --- view_table_words.c --- */

/* What is known of the letters of an effect. */
const struct table_effect *table_effect(struct table *table, const struct reach_effect *effect);
/* Sets title, alternative and description; the rows from table->first to before `end` are
 * shown. */
void table_describe(struct table *table, size_t end);

/* True if an activity in the rows leads to the effect. */
bool table_reached_within(const struct reach_effect *effect, size_t first, size_t end);

#endif
