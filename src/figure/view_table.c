/* The table view: the programme theory as the table that project leaders know; see view_parts.h.
 *
 * A row for each activity, with its signs beside it and a column for each horizon of effects.
 * What neighbouring activities share is one cell beside them all (model/grid.h); where not all
 * of them lead to an effect, letters say which do. A page holds as many rows as fit; a cell
 * that goes on over its end is cut, and says on the next page that it continues. */
#include "base/memory.h"
#include "figure/view_table_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points. */
#define INSET 1.0 /* around everything, for the lines */
#define AFTER_TITLE 9.0
#define UNDER_HEADING 3.0
#define LEAST_ROW 20.0
#define RULE_WIDTH 0.6
#define TEXT_SIZE 8.5 /* what our sizes are made for */
#define HEADING_RULE_WIDTH 0.9

/* How wide a column is at least, and its share at least and at most of what it would have if
 * all were as wide. */
#define LEAST_WIDTH 66.0
#define LEAST_SHARE 0.6
#define MOST_SHARE 1.7

const struct activity *table_activity(const struct table *table, size_t row)
{
    return row < table->grid.reach.row_count ? table->grid.reach.rows[row] : NULL;
}

/* --- columns -------------------------------------------------------------- */

static double length_of(const struct table *table, const struct model_node *node)
{
    return (double)strlen(view_name(table->view, node));
}

static double names_length(const struct table *table, const struct model_list *list)
{
    double length = 0;
    for (size_t i = 0; i < list->count; i++)
        length += length_of(table, list->items[i]);
    return length;
}

/* How much there is to read in a column of effects, each counted once. */
static double effects_length(const struct table *table, const struct grid_column *column)
{
    double length = 0;
    for (size_t c = 0; c < column->cell_count; c++) {
        const struct grid_cell *cell = &column->cells[c];
        for (size_t i = 0; i < cell->effect_count; i++)
            length += length_of(table, &cell->effects[i]->effect->node) + 6;
        for (size_t i = 0; i < cell->unreached_count; i++)
            length += length_of(table, &cell->unreached[i]->effect->node);
    }
    return length;
}

static struct table_column *add_column(struct table *table, enum table_column_kind kind,
                                       const char *heading, const char *lang)
{
    struct table_column *column = &table->columns[table->column_count++];
    *column = (struct table_column){.kind = kind, .heading = heading, .lang = lang};
    return column;
}

static void add_area_column(struct table *table)
{
    const struct view *view = table->view;
    const struct model_list *areas = &view->model->focus_areas;
    struct table_column *column =
        add_column(table, TABLE_AREA, view_text(view, "Focus area"), view->own_lang);
    column->weight = names_length(table, areas);
    for (size_t i = 0; i < areas->count; i++)
        column->weight += names_length(table, &model_focus_area(areas->items[i])->challenges);
}

static void add_row_columns(struct table *table)
{
    const struct view *view = table->view;
    const struct model_list *activities = &view->model->activities;
    struct table_column *column =
        add_column(table, TABLE_ACTIVITY, view_text(view, "Activity"), view->own_lang);
    column->weight = names_length(table, activities) + 20.0 * (double)activities->count;
    const struct horizon *horizon = model_sign_horizon(view->model);
    if (!table->signs)
        return;
    column = add_column(table, TABLE_SIGNS,
                        horizon ? view_name(view, &horizon->node)
                                : view_text(view, "Signs and indicators"),
                        horizon ? view_lang(view, horizon->node.lang) : view->own_lang);
    for (size_t i = 0; i < activities->count; i++)
        column->weight +=
            20 + names_length(table, &model_activity(activities->items[i])->indicators);
}

static void add_effect_columns(struct table *table)
{
    const struct view *view = table->view;
    for (size_t i = 0; i < table->grid.column_count; i++) {
        const struct grid_column *effects = &table->grid.columns[i];
        const struct horizon *horizon = effects->horizon;
        const char *heading = horizon                        ? view_name(view, &horizon->node)
                              : table->grid.column_count > 1 ? view_text(view, "Without horizon")
                                                             : view_text(view, "Effects");
        struct table_column *column =
            add_column(table, TABLE_EFFECTS, heading,
                       horizon ? view_lang(view, horizon->node.lang) : view->own_lang);
        column->effects = effects;
        column->weight = effects_length(table, effects);
    }
}

/* Gives each column a share by what there is to read in it, within bounds. */
static void set_shares(struct table *table)
{
    double sum = 0, count = (double)table->column_count;
    for (size_t c = 0; c < table->column_count; c++)
        sum += table->columns[c].weight;
    for (size_t c = 0; c < table->column_count; c++) {
        struct table_column *column = &table->columns[c];
        double share = sum > 0 ? column->weight * count / sum : 1;
        column->weight = fmax(LEAST_SHARE, fmin(MOST_SHARE, sqrt(share)));
    }
}

/* Divides `width` by shares among the columns that have none yet; returns false if one of
 * them would be narrower than `least`, and gives it that. */
static bool divide(struct table *table, double width, double least)
{
    double shares = 0;
    bool done = true;
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].width > 0)
            width -= least;
        else
            shares += table->columns[c].weight;
    for (size_t c = 0; c < table->column_count; c++) {
        struct table_column *column = &table->columns[c];
        if (column->width <= 0 && column->weight * width < least * shares) {
            column->width = least;
            done = false;
        }
    }
    for (size_t c = 0; c < table->column_count && done; c++)
        if (table->columns[c].width <= 0)
            table->columns[c].width = table->columns[c].weight * width / shares;
    return done;
}

/* Columns fill the width; the table is wider where they would be too narrow to read. */
static void set_widths(struct table *table, double width)
{
    double least = LEAST_WIDTH * table->plain.size / TEXT_SIZE, x = INSET;
    set_shares(table);
    while (!divide(table, width - 2 * INSET, least))
        ;
    for (size_t c = 0; c < table->column_count; c++) {
        table->columns[c].x = x;
        x += table->columns[c].width;
    }
    table->width = x + INSET;
}

static void make_columns(struct table *table, double width)
{
    const struct model *model = table->view->model;
    table->signs = model_sign_horizon(model) || model->indicators.count > 0;
    table->columns =
        arena_array(&table->scratch, table->grid.column_count + 3, sizeof *table->columns);
    if (model->focus_areas.count)
        add_area_column(table);
    add_row_columns(table);
    add_effect_columns(table);
    set_widths(table, width);
}

/* --- a page --------------------------------------------------------------- */

/* What stands on a page: the rows from table->first to before `end`. */
struct page {
    size_t end;
    double *heights; /* per row, from table->first on */
    struct table_cell **cells;
    size_t *columns; /* of each cell */
    size_t cell_count, cell_capacity;
};

static struct table_cell *add_cell(struct table *table, struct page *page, size_t column)
{
    if (page->cell_count == page->cell_capacity) {
        size_t capacity = page->cell_capacity;
        page->cells = mem_grow(page->cells, &capacity, page->cell_count + 1, sizeof *page->cells);
        page->columns = mem_realloc(page->columns, capacity, sizeof *page->columns);
        page->cell_capacity = capacity;
    }
    struct table_cell *cell = arena_alloc(&table->scratch, sizeof *cell);
    page->cells[page->cell_count] = cell;
    page->columns[page->cell_count++] = column;
    return cell;
}

/* The cell of a row is built once, however often the page is tried. */
static void add_row_cells(struct table *table, struct page *page, size_t column)
{
    for (size_t row = table->first; row < page->end; row++) {
        struct table_cell *kept =
            &table->cells[2 * row + (table->columns[column].kind == TABLE_SIGNS)];
        if (!kept->rows)
            table_build_row_cell(table, &table->columns[column], row, kept);
        *add_cell(table, page, column) = *kept;
    }
}

static void add_parts(struct table *table, struct page *page, size_t column)
{
    const struct grid_column *effects = table->columns[column].effects;
    for (size_t c = 0; c < effects->cell_count; c++) {
        const struct grid_cell *whole = &effects->cells[c];
        if (whole->first < page->end && whole->first + whole->rows > table->first)
            table_build_part(table, &table->columns[column], whole, page->end,
                             add_cell(table, page, column));
    }
}

static const struct focus_area *area_of(const struct table *table, size_t row)
{
    const struct activity *activity = table_activity(table, row);
    return activity ? activity->focus_area : NULL;
}

static void add_areas(struct table *table, struct page *page, size_t column)
{
    for (size_t first = 0, last; first < page->end; first = last) {
        last = first + 1;
        while (last < table->grid.rows && area_of(table, last) == area_of(table, first))
            last++;
        if (last > table->first)
            table_build_area(table, &table->columns[column], first, last, page->end,
                             add_cell(table, page, column));
    }
}

static int by_rows(const void *pa, const void *pb)
{
    const struct table_cell *a = *(const struct table_cell *const *)pa;
    const struct table_cell *b = *(const struct table_cell *const *)pb;
    if (a->rows != b->rows)
        return a->rows < b->rows ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Makes rows as high as their cells need, those of one row first; what a larger cell lacks
 * its rows share. */
static void set_heights(const struct table *table, struct page *page)
{
    struct table_cell **sorted = mem_zalloc(page->cell_count + 1, sizeof *sorted);
    memcpy(sorted, page->cells, page->cell_count * sizeof *sorted);
    qsort(sorted, page->cell_count, sizeof *sorted, by_rows);
    for (size_t row = 0; row < page->end - table->first; row++)
        page->heights[row] = LEAST_ROW;
    for (size_t c = 0; c < page->cell_count; c++) {
        double *heights = page->heights + (sorted[c]->first - table->first), height = 0;
        for (size_t row = 0; row < sorted[c]->rows; row++)
            height += heights[row];
        double lacking = (sorted[c]->used - height) / (double)sorted[c]->rows;
        for (size_t row = 0; row < sorted[c]->rows && lacking > 0; row++)
            heights[row] += lacking;
    }
    free(sorted);
}

static void close_page(struct page *page)
{
    free(page->heights);
    free(page->cells);
    free(page->columns);
    *page = (struct page){0};
}

/* Lays the rows up to `end` out; returns how high they are together. */
static double lay_out(struct table *table, struct page *page, size_t end)
{
    close_page(page);
    page->end = end;
    page->heights = mem_zalloc(end - table->first + 1, sizeof *page->heights);
    for (size_t c = 0; c < table->column_count; c++) {
        if (table->columns[c].kind == TABLE_AREA)
            add_areas(table, page, c);
        else if (table->columns[c].kind == TABLE_EFFECTS)
            add_parts(table, page, c);
        else
            add_row_cells(table, page, c);
    }
    set_heights(table, page);
    double height = 0;
    for (size_t row = 0; row < end - table->first; row++)
        height += page->heights[row];
    return height;
}

/* Fills the page with as many rows as fit: more and more until they do not, then by halving. */
static void fill_page(struct table *table, struct page *page, double height)
{
    size_t fits = table->first + 1, all = table->grid.rows, step = 1;
    if (height <= 0) {
        lay_out(table, page, all);
        return;
    }
    size_t too_many = all + 1;
    while (fits < all && too_many > all) {
        size_t tried = fits + step < all ? fits + step : all;
        if (lay_out(table, page, tried) <= height)
            fits = tried;
        else
            too_many = tried;
        step *= 2;
    }
    while (fits + 1 < too_many && too_many <= all) {
        size_t middle = fits + (too_many - fits) / 2;
        if (lay_out(table, page, middle) <= height)
            fits = middle;
        else
            too_many = middle;
    }
    lay_out(table, page, fits);
}

/* --- drawing -------------------------------------------------------------- */

static void draw_line(struct table *table, const char *role, enum style_color color, double width,
                      struct figure_point from, struct figure_point to)
{
    struct figure_curve *line = figure_add_line(table->figure, from.x, from.y, to.x, to.y);
    line->role = role;
    line->color = color;
    line->width = width;
}

static double draw_title(struct table *table, double y)
{
    const struct graph *graph = table->view->graph;
    if (!graph->title)
        return y;
    struct words words = words_wrap(table->figure, table->metrics, &table->title, NULL,
                                    graph->title, table->width - 2 * INSET);
    words_write(table->figure, table->metrics, &words, graph->title_lang, STYLE_HEADING, INSET, y,
                0);
    return y + words_height(&words) + AFTER_TITLE;
}

/* Breaks a heading; "(2–3 years)" at its end gets a line of its own where that costs none. */
static struct words wrap_heading(struct table *table, const struct table_column *column)
{
    double width = column->width - 2 * TABLE_PADDING_X;
    struct words text =
        words_wrap(table->figure, table->metrics, &table->heading, NULL, column->heading, width);
    const char *bracket = strstr(column->heading, " (");
    if (text.lines.count < 2 || !bracket)
        return text;
    char *broken = arena_string(&table->figure->arena, column->heading);
    broken[bracket - column->heading] = '\n';
    struct words other =
        words_wrap(table->figure, table->metrics, &table->heading, NULL, broken, width);
    return other.lines.count <= text.lines.count ? other : text;
}

/* Draws the headings, which stand on one line above a rule; returns the y below it. */
static double draw_headings(struct table *table, double y)
{
    struct words *texts = arena_array(&table->scratch, table->column_count, sizeof *texts);
    double tallest = 0;
    for (size_t c = 0; c < table->column_count; c++) {
        texts[c] = wrap_heading(table, &table->columns[c]);
        tallest = fmax(tallest, words_height(&texts[c]));
    }
    double line = y + tallest + UNDER_HEADING;
    for (size_t c = 0; c < table->column_count; c++) {
        const struct table_column *column = &table->columns[c];
        words_write(table->figure, table->metrics, &texts[c], column->lang, STYLE_HEADING,
                    column->x + TABLE_PADDING_X, y + tallest - words_height(&texts[c]), 0);
        draw_line(table, "rule", STYLE_HEADING, HEADING_RULE_WIDTH,
                  (struct figure_point){column->x, line},
                  (struct figure_point){column->x + column->width, line});
    }
    return line;
}

/* Draws a cell with the lines below it and to its left. */
static void draw_cell(struct table *table, const struct page *page, size_t index, double top)
{
    const struct table_cell *cell = page->cells[index];
    const struct table_column *column = &table->columns[page->columns[index]];
    double y = top, height = 0;
    for (size_t row = table->first; row < cell->first; row++)
        y += page->heights[row - table->first];
    for (size_t row = cell->first; row < cell->first + cell->rows; row++)
        height += page->heights[row - table->first];
    table_draw_cell(table, cell, column->x, y, height);
    double bottom = y + height;
    draw_line(table, "row", STYLE_RULE, RULE_WIDTH, (struct figure_point){column->x, bottom},
              (struct figure_point){column->x + column->width, bottom});
    if (column > table->columns && !cell->dark)
        draw_line(table, "row", STYLE_RULE, RULE_WIDTH, (struct figure_point){column->x, y},
                  (struct figure_point){column->x, bottom});
}

static void draw_page(struct table *table, const struct page *page, double top)
{
    double bottom = top;
    for (size_t i = 0; i < page->cell_count; i++)
        draw_cell(table, page, i, top);
    for (size_t row = table->first; row < page->end; row++)
        bottom += page->heights[row - table->first];
    table->figure->width = table->width;
    table->figure->height = bottom + INSET;
}

/* --- the whole ------------------------------------------------------------ */

static void set_types(struct table *table, const struct style *style)
{
    double size = style->sizes[STYLE_TABLE], leading = style->sizes[STYLE_TABLE_LEADING];
    double small = style->sizes[STYLE_SMALL], small_leading = style->sizes[STYLE_SMALL_LEADING];
    double scale = size / TEXT_SIZE;
    table->plain = (struct words_type){TEXT_REGULAR, size, leading};
    table->strong = (struct words_type){TEXT_SEMIBOLD, size, leading};
    table->missing = (struct words_type){TEXT_ITALIC, size, leading};
    table->small = (struct words_type){TEXT_REGULAR, small, small_leading};
    table->heading = table->strong;
    table->title = (struct words_type){TEXT_SEMIBOLD, 13 * scale, 18 * scale};
}

/* The grid is the same for all pages, and takes longer than a page. */
static const struct grid *grid_of(struct view *view)
{
    if (!view->grid) {
        view->grid = arena_alloc(view->scratch, sizeof *view->grid);
        grid_make(view->grid, view->model, view->scratch);
    }
    return view->grid;
}

static void open_table(struct table *table)
{
    const struct model *model = table->view->model;
    struct arena *scratch = &table->scratch;
    arena_init(scratch);
    table->grid = *grid_of(table->view);
    table->cells = arena_array(scratch, 2 * table->grid.rows, sizeof *table->cells);
    table->effects = arena_array(scratch, model->effects.count + 1, sizeof *table->effects);
    table->row_of = arena_array(scratch, model->activities.count + 1, sizeof *table->row_of);
    for (size_t row = 0; row < table->grid.reach.row_count; row++)
        table->row_of[table->grid.reach.rows[row]->position] = row;
}

size_t view_table_draw(struct view *view, struct figure *figure, const struct text_metrics *metrics,
                       const struct style *style, double width, double height, size_t first,
                       size_t *rows)
{
    struct table table = {.view = view, .figure = figure, .metrics = metrics, .first = first};
    struct page page = {0};
    open_table(&table);
    *rows = table.grid.rows;
    if (table.first >= table.grid.rows)
        table.first = table.grid.rows - 1;
    set_types(&table, style);
    make_columns(&table, width);
    double top = draw_headings(&table, draw_title(&table, INSET));
    double left = height - top - INSET;
    fill_page(&table, &page, height > 0 ? fmax(left, 1) : 0);
    size_t end = page.end;
    draw_page(&table, &page, top);
    table_describe(&table, end);
    close_page(&page);
    arena_release(&table.scratch);
    return end;
}
