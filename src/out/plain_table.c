/* Tables as plain text: in columns where the cells can be read beside each other, else as
 * records; see plain_parts.h. */
#include "out/plain_parts.h"

#include "base/buf.h"

#include <string.h>

enum {
    GAP = 2,           /* spaces between columns */
    READABLE = 12,     /* columns that a cell of running text needs at least */
    MOST_LINES = 12,   /* of a cell; a higher one is easier to read as a record */
    AGAIN_LINES = 3,   /* of a higher one that is said again */
    UNBOUNDED = 10000, /* columns: nothing is broken */
};

struct cell {
    const struct doc_cell *cell;
    size_t row, column, rows, columns; /* where it is, and what it spans */
    struct lines lines;                /* beside others */
    struct lines told;                 /* in a record, with the name of its column */
};

/* A table on its way to lines. */
struct grid {
    struct plain *plain;
    const struct doc_table *table;
    size_t rows, columns;
    struct cell **cells; /* by row and column; one that spans stands at each of its places */
    size_t capacity;     /* of them */
    int *widths;         /* of the columns */
    size_t *tops;        /* by row: its first line; one more than rows */
};

static struct cell *cell_at(const struct grid *grid, size_t row, size_t column)
{
    return grid->cells[row * grid->columns + column];
}

static bool begins_at(const struct cell *cell, size_t row, size_t column)
{
    return cell && cell->row == row && cell->column == column;
}

/* --- the grid ------------------------------------------------------------------------- */

static size_t clamp_span(int wanted, size_t most)
{
    size_t span = wanted > 1 ? (size_t)wanted : 1;
    return span < most ? span : most;
}

/* Makes the grid reach down to `rows`. */
static void reach_down(struct grid *grid, size_t rows)
{
    if (rows <= grid->rows)
        return;
    grid->cells = arena_grow(&grid->plain->arena, grid->cells, &grid->capacity,
                             rows * grid->columns, sizeof *grid->cells);
    grid->rows = rows;
}

/* `rows_left`: of the table, with the one that the cell begins in. */
static void place_cell(struct grid *grid, const struct doc_cell *doc_cell, size_t row,
                       size_t column, size_t rows_left)
{
    size_t most = 0;
    while (column + most < grid->columns && !cell_at(grid, row, column + most))
        most++;
    struct cell *cell = arena_alloc(&grid->plain->arena, sizeof *cell);
    cell->cell = doc_cell;
    cell->row = row;
    cell->column = column;
    cell->rows = clamp_span(doc_cell->rows, rows_left);
    cell->columns = clamp_span(doc_cell->columns, most);
    reach_down(grid, row + cell->rows);
    for (size_t r = row; r < row + cell->rows; r++)
        for (size_t c = column; c < column + cell->columns; c++)
            if (!cell_at(grid, r, c))
                grid->cells[r * grid->columns + c] = cell;
}

/* Fills a row; returns the cells that did not fit beside each other. */
static const struct doc_cell *place_row(struct grid *grid, const struct doc_cell *next, size_t row,
                                        size_t rows_left)
{
    reach_down(grid, row + 1);
    for (size_t column = 0; column < grid->columns && next; column++) {
        if (cell_at(grid, row, column))
            continue;
        place_cell(grid, next, row, column, rows_left);
        next = next->next;
    }
    return next;
}

/* A row with more cells than columns goes on in another. */
static void place_cells(struct grid *grid)
{
    size_t row = 0, rows_left = 0;
    for (const struct doc_row *doc_row = grid->table->first; doc_row; doc_row = doc_row->next)
        rows_left++;
    for (const struct doc_row *doc_row = grid->table->first; doc_row; doc_row = doc_row->next) {
        const struct doc_cell *next = doc_row->first;
        do
            next = place_row(grid, next, row++, rows_left);
        while (next);
        rows_left--;
    }
}

static void make_grid(struct grid *grid, struct plain *plain, const struct doc_table *table)
{
    *grid = (struct grid){.plain = plain, .table = table, .columns = table->column_count};
    place_cells(grid);
    grid->widths = arena_array(&plain->arena, grid->columns, sizeof *grid->widths);
    grid->tops = arena_array(&plain->arena, grid->rows + 1, sizeof *grid->tops);
}

static const char *heading_of(const struct grid *grid, size_t column)
{
    const char *heading = grid->table->columns[column].heading;
    return heading ? heading : "";
}

static bool has_headings(const struct grid *grid)
{
    for (size_t i = 0; i < grid->columns; i++)
        if (!plain_is_blank(heading_of(grid, i)))
            return true;
    return false;
}

/* --- widths --------------------------------------------------------------------------- */

/* What a column asks for. */
struct wish {
    int word;    /* its longest word */
    int natural; /* without breaking anything */
};

static void wish_line(const struct plain *plain, struct wish *wish, const char *text)
{
    int columns = plain_columns(plain, text);
    wish->natural = columns > wish->natural ? columns : wish->natural;
    size_t indent = strspn(text, "- ");
    for (const char *p = text + indent; *p;) {
        size_t length = strcspn(p, " ");
        columns = (int)indent + (int)text_width(&plain->metrics, TEXT_REGULAR, 1, p, length);
        wish->word = columns > wish->word ? columns : wish->word;
        p += length;
        p += strspn(p, " ");
    }
}

static struct wish wish_of(const struct grid *grid, size_t column)
{
    struct wish wish = {0};
    wish_line(grid->plain, &wish, heading_of(grid, column));
    for (size_t row = 0; row < grid->rows; row++) {
        const struct cell *cell = cell_at(grid, row, column);
        if (!begins_at(cell, row, column) || cell->columns != 1)
            continue;
        struct lines lines = {0};
        plain_flow(grid->plain, &lines, cell->cell->body.first, (struct room){UNBOUNDED, true});
        for (const struct line *line = lines.first; line; line = line->next)
            wish_line(grid->plain, &wish, line->text);
    }
    return wish;
}

/* Gives the column that is furthest from its wish one more; false where all have theirs. */
static bool widen_one(struct grid *grid, const struct wish *wishes)
{
    size_t best = grid->columns;
    double worst = 1;
    for (size_t i = 0; i < grid->columns; i++) {
        double lack = (double)wishes[i].natural / grid->widths[i];
        if (lack > worst) {
            worst = lack;
            best = i;
        }
    }
    if (best == grid->columns)
        return false;
    grid->widths[best]++;
    return true;
}

/* False where the columns cannot stand beside each other. */
static bool set_widths(struct grid *grid, int columns)
{
    struct wish *wishes = arena_array(&grid->plain->arena, grid->columns, sizeof *wishes);
    int left = columns - GAP * ((int)grid->columns - 1);
    for (size_t i = 0; i < grid->columns; i++) {
        wishes[i] = wish_of(grid, i);
        int least = wishes[i].natural < READABLE ? wishes[i].natural : READABLE;
        grid->widths[i] = wishes[i].word > least ? wishes[i].word : least;
        grid->widths[i] = grid->widths[i] ? grid->widths[i] : 1;
        left -= grid->widths[i];
    }
    if (left < 0)
        return false;
    while (left-- > 0)
        if (!widen_one(grid, wishes))
            break;
    return true;
}

static int width_of(const struct grid *grid, size_t column, size_t columns)
{
    int width = GAP * ((int)columns - 1);
    for (size_t i = column; i < column + columns; i++)
        width += grid->widths[i];
    return width;
}

/* --- in columns ----------------------------------------------------------------------- */

/* False where a cell becomes a long and narrow strip. */
static bool fill_cells(struct grid *grid)
{
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t column = 0; column < grid->columns; column++) {
            struct cell *cell = cell_at(grid, row, column);
            if (!begins_at(cell, row, column))
                continue;
            int width = width_of(grid, column, cell->columns);
            plain_flow(grid->plain, &cell->lines, cell->cell->body.first,
                       (struct room){width, true});
            if (cell->lines.count > MOST_LINES && cell->columns < grid->columns)
                return false;
        }
    return true;
}

/* Lines that a row needs for the cells that end in it. */
static size_t row_height(const struct grid *grid, size_t row)
{
    size_t height = 1;
    for (size_t column = 0; column < grid->columns; column++) {
        const struct cell *cell = cell_at(grid, row, column);
        if (!cell || cell->row + cell->rows - 1 != row)
            continue;
        size_t above = grid->tops[row] - grid->tops[cell->row];
        if (cell->lines.count > above && cell->lines.count - above > height)
            height = cell->lines.count - above;
    }
    return height;
}

/* A row with a cell of several lines has an empty line above and below it. */
static bool is_tall(const struct grid *grid, size_t row)
{
    for (size_t column = 0; column < grid->columns; column++) {
        const struct cell *cell = cell_at(grid, row, column);
        if (cell && cell->lines.count > cell->rows)
            return true;
    }
    return false;
}

static size_t gap_after(const struct grid *grid, size_t row)
{
    if (row + 1 == grid->rows)
        return 0;
    return is_tall(grid, row) || is_tall(grid, row + 1);
}

static void set_tops(struct grid *grid)
{
    for (size_t row = 0; row < grid->rows; row++)
        grid->tops[row + 1] = grid->tops[row] + row_height(grid, row) + gap_after(grid, row);
}

static const char *line_at(const struct lines *lines, size_t index)
{
    const struct line *line = lines->first;
    for (; line && index; index--)
        line = line->next;
    return line ? line->text : "";
}

/* Adds a text to the line that is made, from column `x` on. */
static void put(const struct grid *grid, struct buf *line, int x, const char *text, int right_end)
{
    int start = right_end ? right_end - plain_columns(grid->plain, text) : x;
    int spaces = (start > x ? start : x) - plain_columns(grid->plain, line->data);
    if (*text && spaces > 0)
        buf_addf(line, "%*s", spaces, "");
    buf_add_string(line, text);
}

/* One line of a row; `index` counts from the top of the table's body. */
static void add_row_line(const struct grid *grid, struct lines *lines, size_t row, size_t index)
{
    struct buf line = {0};
    buf_add_string(&line, "");
    int x = 0;
    for (size_t column = 0; column < grid->columns; column++) {
        const struct cell *cell = cell_at(grid, row, column);
        if (cell && cell->column == column) {
            bool number = grid->table->columns[column].number && cell->columns == 1;
            put(grid, &line, x, line_at(&cell->lines, index - grid->tops[cell->row]),
                number ? x + grid->widths[column] : 0);
        }
        x += grid->widths[column] + GAP;
    }
    lines_add(grid->plain, lines, line.data ? line.data : "");
    buf_release(&line);
}

static void add_body(const struct grid *grid, struct lines *lines)
{
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t index = grid->tops[row]; index < grid->tops[row + 1]; index++)
            add_row_line(grid, lines, row, index);
}

static void add_dashes(const struct grid *grid, struct lines *lines)
{
    struct buf line = {0};
    for (size_t column = 0; column < grid->columns; column++) {
        if (column)
            buf_addf(&line, "%*s", GAP, "");
        for (int i = 0; i < grid->widths[column]; i++)
            buf_add_char(&line, '-');
    }
    lines_add(grid->plain, lines, line.data);
    buf_release(&line);
}

/* The heading row is a table of its own, of one row. */
static void add_headings(const struct grid *grid, struct lines *lines)
{
    struct cell *cells = arena_array(&grid->plain->arena, grid->columns, sizeof *cells);
    struct cell **row = arena_array(&grid->plain->arena, grid->columns, sizeof *row);
    size_t tops[2] = {0};
    struct grid header = *grid;
    for (size_t i = 0; i < grid->columns; i++) {
        struct wrap wrap;
        wrap_init(&wrap, grid->plain, grid->widths[i]);
        wrap_add_text(&wrap, heading_of(grid, i));
        wrap_lines(&wrap, &cells[i].lines, 0);
        cells[i].column = i;
        cells[i].rows = cells[i].columns = 1;
        row[i] = &cells[i];
    }
    header.cells = row;
    header.rows = 1;
    header.tops = tops;
    set_tops(&header);
    add_body(&header, lines);
    add_dashes(grid, lines);
}

static bool add_in_columns(struct grid *grid, struct lines *lines, int columns)
{
    if (!set_widths(grid, columns) || !fill_cells(grid))
        return false;
    set_tops(grid);
    if (has_headings(grid))
        add_headings(grid, lines);
    add_body(grid, lines);
    return true;
}

/* --- as records ----------------------------------------------------------------------- */

static void tell(const struct grid *grid, struct cell *cell, int columns)
{
    const char *heading = heading_of(grid, cell->column);
    bool named = !plain_is_blank(heading) && cell->columns < grid->columns;
    cell->told = (struct lines){0};
    if (named)
        plain_labelled(grid->plain, &cell->told, heading, &cell->cell->body, columns);
    else
        plain_flow(grid->plain, &cell->told, cell->cell->body.first, (struct room){columns, true});
}

/* How a long cell begins, which an earlier record has said in full. */
static void add_beginning(const struct grid *grid, struct lines *lines, const struct cell *cell)
{
    struct buf more = {0};
    const struct line *line = cell->told.first;
    for (int i = 0; i < AGAIN_LINES; i++, line = line->next)
        lines_add(grid->plain, lines, line->text);
    buf_addf(&more, "%*s…", (int)strspn(line->text, " "), "");
    lines_add(grid->plain, lines, more.data);
    buf_release(&more);
}

/* A cell that spans rows is said in each of their records: each stands for itself. */
static void add_record(const struct grid *grid, struct lines *lines, size_t row, int columns)
{
    for (size_t column = 0; column < grid->columns; column++) {
        struct cell *cell = cell_at(grid, row, column);
        if (!cell || cell->column != column)
            continue;
        if (cell->row == row)
            tell(grid, cell, columns);
        if (cell->row < row && cell->told.count > MOST_LINES)
            add_beginning(grid, lines, cell);
        else
            lines_append(grid->plain, lines, &cell->told, "", "");
    }
}

static void add_records(const struct grid *grid, struct lines *lines, int columns)
{
    for (size_t row = 0; row < grid->rows; row++) {
        lines_gap(grid->plain, lines);
        add_record(grid, lines, row, columns);
    }
}

void plain_table(struct plain *plain, struct lines *lines, const struct doc_table *table,
                 struct room room)
{
    struct grid grid;
    struct lines body = {0};
    if (!table->column_count)
        return;
    make_grid(&grid, plain, table);
    if (!plain_is_blank(table->caption)) {
        struct wrap wrap;
        wrap_init(&wrap, plain, room.columns);
        wrap_add_text(&wrap, table->caption);
        wrap_lines(&wrap, lines, 0);
        if (!room.tight)
            lines_gap(plain, lines);
    }
    if (!add_in_columns(&grid, &body, room.columns)) {
        body = (struct lines){0};
        add_records(&grid, &body, room.columns);
    }
    lines_append(plain, lines, &body, "", "");
}
