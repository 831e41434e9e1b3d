/* Tables of a page: spans, header cells, and room to scroll. */
#include "out/html_internal.h"

/* With fewer columns than this a table fits on a phone. */
enum { WIDE_FROM = 3 };

/* Least width of a column where a table may scroll, rem. */
static const double least_column = 7.5;

/* A table while it is written. */
struct grid {
    struct html *html;
    const struct doc_table *table;
    size_t *taken;    /* by column: rows that a cell from above still covers */
    size_t rows_left; /* with the one being written */
    bool any_row;     /* in the body that is open */
};

/* --- cells ------------------------------------------------------------------------------ */

static size_t clamp_span(int wanted, size_t most)
{
    size_t span = wanted > 1 ? (size_t)wanted : 1;
    return span < most ? span : most;
}

static size_t free_columns(const struct grid *grid, size_t column)
{
    size_t end = column;
    while (end < grid->table->column_count && !grid->taken[end])
        end++;
    return end - column;
}

static void add_spans(struct html *html, size_t rows, size_t columns)
{
    if (rows > 1)
        buf_addf(html->out, " rowspan=\"%zu\"", rows);
    if (columns > 1)
        buf_addf(html->out, " colspan=\"%zu\"", columns);
}

/* How a cell looks, and whether it stands at an edge of the table. */
static void add_class(struct html *html, const struct doc_table *table, enum doc_cell_look look,
                      size_t column, size_t columns)
{
    static const char *const looks[] = {
        [DOC_CELL_PLAIN] = "", [DOC_CELL_PANEL] = " panel", [DOC_CELL_DARK] = " dark"};
    struct buf class = {0};
    buf_add_string(&class, looks[look]);
    if (columns == 1 && table->columns[column].number)
        buf_add_string(&class, " number");
    if (column == 0)
        buf_add_string(&class, " first");
    if (column + columns == table->column_count)
        buf_add_string(&class, " last");
    if (class.length)
        html_add_attribute(html, "class", class.data + 1);
    buf_release(&class);
}

static bool is_header(const struct doc_cell *cell)
{
    return cell->header && cell->body.first;
}

/* Names the rows below it, not only its own. */
static bool is_subheading(const struct grid *grid, const struct doc_cell *cell)
{
    return is_header(cell) &&
           (size_t)(cell->columns > 0 ? cell->columns : 1) >= grid->table->column_count &&
           grid->table->column_count > 1;
}

/* Writes the cell at `column` and returns how many columns it covers. */
static size_t add_cell(struct grid *grid, const struct doc_cell *cell, size_t column)
{
    struct html *html = grid->html;
    size_t columns = clamp_span(cell->columns, free_columns(grid, column));
    size_t rows = clamp_span(cell->rows, grid->rows_left);
    const char *tag = is_header(cell) ? "th" : "td";
    buf_addf(html->out, "<%s", tag);
    add_class(html, grid->table, cell->look, column, columns);
    if (is_header(cell))
        html_add_attribute(html, "scope", is_subheading(grid, cell) ? "rowgroup" : "row");
    add_spans(html, rows, columns);
    buf_add_char(html->out, '>');
    bool in_cell = html->in_cell, dark = html->dark;
    html->in_cell = true;
    html->dark = cell->look == DOC_CELL_DARK;
    html_add_flow(html, &cell->body);
    html->in_cell = in_cell;
    html->dark = dark;
    buf_addf(html->out, "</%s>\n", tag);
    for (size_t i = 0; i < columns; i++)
        grid->taken[column + i] = rows;
    return columns;
}

/* --- rows -------------------------------------------------------------------------------- */

static bool anything_taken(const struct grid *grid)
{
    for (size_t column = 0; column < grid->table->column_count; column++)
        if (grid->taken[column])
            return true;
    return false;
}

/* A row that names those below it begins a body of its own. */
static void begin_group(struct grid *grid, const struct doc_cell *first)
{
    if (!grid->any_row || !first || !is_subheading(grid, first) || anything_taken(grid))
        return;
    buf_add_string(grid->html->out, "</tbody>\n<tbody>\n");
}

/* Writes a row; returns the cells that did not fit beside each other. */
static const struct doc_cell *add_row(struct grid *grid, const struct doc_cell *next)
{
    struct buf *out = grid->html->out;
    begin_group(grid, next);
    grid->any_row = true;
    buf_add_string(out, "<tr>\n");
    for (size_t column = 0; column < grid->table->column_count;) {
        if (grid->taken[column]) {
            column++;
        } else if (next) {
            column += add_cell(grid, next, column);
            next = next->next;
        } else {
            buf_add_string(out, "<td></td>\n");
            grid->taken[column++] = 1;
        }
    }
    buf_add_string(out, "</tr>\n");
    for (size_t column = 0; column < grid->table->column_count; column++)
        grid->taken[column]--;
    return next;
}

/* A row with more cells than columns goes on in another. */
static void add_rows(struct grid *grid)
{
    for (const struct doc_row *row = grid->table->first; row; row = row->next) {
        const struct doc_cell *cells = row->first;
        do
            cells = add_row(grid, cells);
        while (cells);
        grid->rows_left -= grid->rows_left > 1;
    }
}

static size_t count_rows(const struct doc_table *table)
{
    size_t count = 0;
    for (const struct doc_row *row = table->first; row; row = row->next)
        count++;
    return count;
}

static void add_body(struct html *html, const struct doc_table *table)
{
    struct grid grid = {
        .html = html,
        .table = table,
        .taken = arena_array(&html->memory, table->column_count, sizeof *grid.taken),
        .rows_left = count_rows(table),
    };
    buf_add_string(html->out, "<tbody>\n");
    add_rows(&grid);
    buf_add_string(html->out, "</tbody>\n");
}

/* --- the head ----------------------------------------------------------------------------- */

static bool has_headings(const struct doc_table *table)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (!html_is_blank(table->columns[i].heading))
            return true;
    return false;
}

static void add_head_cell(struct html *html, const struct doc_table *table, size_t column)
{
    const char *heading = table->columns[column].heading;
    bool named = !html_is_blank(heading);
    buf_add_string(html->out, named ? "<th scope=\"col\"" : "<td");
    add_class(html, table, DOC_CELL_PLAIN, column, 1);
    struct html_setting around = html_enter(html, NULL, named ? heading : "");
    buf_add_char(html->out, '>');
    html_add_text(html, named ? heading : "");
    buf_add_string(html->out, named ? "</th>\n" : "</td>\n");
    html_leave(html, around);
}

static void add_head(struct html *html, const struct doc_table *table)
{
    if (!has_headings(table))
        return;
    buf_add_string(html->out, "<thead>\n<tr>\n");
    for (size_t i = 0; i < table->column_count; i++)
        add_head_cell(html, table, i);
    buf_add_string(html->out, "</tr>\n</thead>\n");
}

/* --- the whole ---------------------------------------------------------------------------- */

static double share_of(const struct doc_column *column)
{
    return column->share > 0 ? column->share : 0;
}

static void add_columns(struct html *html, const struct doc_table *table)
{
    double sum = 0;
    for (size_t i = 0; i < table->column_count; i++)
        sum += share_of(&table->columns[i]);
    if (sum <= 0)
        return;
    buf_add_string(html->out, "<colgroup>");
    for (size_t i = 0; i < table->column_count; i++) {
        buf_add_string(html->out, "<col style=\"width:");
        buf_add_number(html->out, 100 * share_of(&table->columns[i]) / sum, 1);
        buf_add_string(html->out, "%\"/>");
    }
    buf_add_string(html->out, "</colgroup>\n");
}

static void add_caption(struct html *html, const struct doc_table *table, const char *id)
{
    buf_addf(html->out, "<caption id=\"%s\"", id);
    struct html_setting around = html_enter(html, table->caption_lang, table->caption);
    buf_add_char(html->out, '>');
    html_add_text(html, table->caption);
    buf_add_string(html->out, "</caption>\n");
    html_leave(html, around);
}

static bool is_wide(const struct doc_table *table)
{
    return table->column_count >= WIDE_FROM;
}

/* Rem; where there is less room, it scrolls. */
static double least_width(const struct doc_table *table)
{
    return least_column * (double)table->column_count;
}

static void begin_table(struct html *html, const struct doc_table *table)
{
    bool wide = is_wide(table);
    buf_addf(html->out, "<table class=\"%s%s\"", wide ? "wide" : "narrow",
             table->column_rules ? " ruled" : "");
    buf_add_string(html->out, ">\n");
}

/* The hint is for the eye: what scrolls has a name for those who do not see it. */
static void add_scroll_hint(struct html *html)
{
    if (html_is_blank(html->doc->scroll_hint))
        return;
    buf_add_string(html->out, "<p class=\"aside\" aria-hidden=\"true\">");
    html_add_text(html, html->doc->scroll_hint);
    buf_add_string(html->out, "</p>\n");
}

void html_begin_scroll(struct html *html, const char *id, double least)
{
    const char *name = id ? id : html->section;
    buf_add_string(html->out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    if (name)
        html_add_attribute(html, "aria-labelledby", name);
    else
        html_add_attribute(html, "aria-label", html->doc->title ? html->doc->title : "");
    buf_add_string(html->out, " style=\"--least:");
    buf_add_number(html->out, least, 2);
    buf_add_string(html->out, "rem\">\n");
    add_scroll_hint(html);
}

void html_end_scroll(struct html *html)
{
    buf_add_string(html->out, "</div>\n");
}

void html_add_table(struct html *html, const struct doc_table *table)
{
    if (!table->column_count)
        return;
    bool captioned = !html_is_blank(table->caption), wide = is_wide(table);
    struct buf id = {0};
    buf_addf(&id, "table%zu", ++html->tables);
    if (wide)
        html_begin_scroll(html, captioned ? id.data : NULL, least_width(table));
    begin_table(html, table);
    if (captioned)
        add_caption(html, table, id.data);
    add_columns(html, table);
    add_head(html, table);
    if (table->first)
        add_body(html, table);
    buf_add_string(html->out, "</table>\n");
    if (wide)
        html_end_scroll(html);
    buf_release(&id);
}
