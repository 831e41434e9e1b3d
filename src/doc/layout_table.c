/* Tables become rows: spans, cells with their content. */
#include "doc/layout.h"

static const double cell_pad = 3.75, ruled_cell_pad = 5.25, header_pad = 3;
static const double tight_cell_pad = 2.75;   /* to save a page */
static const double most_repeated = 1.0 / 6; /* of a page: taller headings stand once */

static struct table *new_table(struct layout *l, const struct frame *frame,
                               const struct doc_table *doc_table)
{
    struct table *table = arena_alloc(&l->pages->arena, sizeof *table);
    table->x = frame->x;
    table->width = frame->width;
    table->column_count = doc_table->column_count;
    table->column_rules = doc_table->column_rules;
    table->row_leading = layout_size(l, STYLE_TABLE_LEADING);
    columns_set(l, table, doc_table);
    return table;
}

static double text_width_of(const struct cell *cell)
{
    double width = cell->width - cell->left - cell->right;
    return width > LEAST_WIDTH ? width : LEAST_WIDTH;
}

/* --- the header row ---------------------------------------------------------------- */

static bool has_headings(const struct doc_table *doc_table)
{
    for (size_t i = 0; i < doc_table->column_count; i++)
        if (doc_table->columns[i].heading && *doc_table->columns[i].heading)
            return true;
    return false;
}

static void fill_header_cell(struct layout *l, struct cell *cell, const struct doc_column *column,
                             size_t row_element)
{
    bool named = column->heading && *column->heading;
    size_t element = layout_element(l, named ? PAGE_TH : PAGE_TD, row_element);
    if (!named)
        return;
    l->pages->elements[element].scope = PAGE_SCOPE_COLUMN;
    struct type type = {.size = layout_size(l, STYLE_SMALL),
                        .leading = layout_size(l, STYLE_SMALL_LEADING),
                        .face = TEXT_SEMIBOLD,
                        .color = STYLE_HEADING};
    double width = text_width_of(cell);
    struct prose *prose = prose_new(l, &type, width, column->number);
    prose_add(l, prose, element, column->heading);
    cell->strips = prose_strips(l, prose, 0);
}

/* The header row is needed as long as the table is: it lives with the pages. */
static struct rows *make_header(struct layout *l, const struct table *table,
                                const struct doc_table *doc_table, size_t element)
{
    struct arena *memory = l->memory;
    l->memory = &l->pages->arena;
    size_t row_element = layout_element(l, PAGE_TR, layout_element(l, PAGE_THEAD, element));
    struct rows *header = arena_alloc(l->memory, sizeof *header);
    header->table = table;
    header->header = true;
    header->count = 1;
    header->rows = arena_alloc(l->memory, sizeof *header->rows);
    struct row *row = header->rows;
    row->count = table->column_count;
    row->cells = arena_array(l->memory, row->count, sizeof *row->cells);
    for (size_t i = 0; i < row->count; i++) {
        struct cell *cell = &row->cells[i];
        *cell =
            (struct cell){.rows = 1, .column = i, .columns = 1, .pad = header_pad, .bottom = true};
        columns_place(cell, table);
        fill_header_cell(l, cell, &doc_table->columns[i], row_element);
    }
    rows_finish(l, header);
    l->memory = memory;
    return header;
}

/* --- the body ---------------------------------------------------------------------- */

/* The body of a table on its way to rows. */
struct body {
    struct layout *l;
    const struct frame *frame;
    const struct doc_table *doc_table;
    struct table *table;
    size_t element;      /* TBody */
    size_t *taken;       /* by column: rows that a cell from above still covers */
    size_t rows_left;    /* with the one being made */
    size_t content_left; /* the same without rows of one heading */
};

static size_t clamp_span(int wanted, size_t most)
{
    size_t span = wanted > 1 ? (size_t)wanted : 1;
    return span < most ? span : most;
}

static size_t free_columns(const struct body *b, size_t column)
{
    size_t end = column;
    while (end < b->table->column_count && !b->taken[end])
        end++;
    return end - column;
}

static enum page_scope scope_of(const struct body *b, const struct cell *cell)
{
    return cell->columns == b->table->column_count ? PAGE_SCOPE_COLUMN : PAGE_SCOPE_ROW;
}

static void make_cell_element(struct body *b, struct cell *cell, const struct doc_cell *doc_cell,
                              size_t row_element)
{
    struct layout *l = b->l;
    bool header = doc_cell && doc_cell->header && doc_cell->body.first;
    cell->subheading = header && scope_of(b, cell) == PAGE_SCOPE_COLUMN && b->rows_left > 1;
    cell->element = layout_element(l, header ? PAGE_TH : PAGE_TD, row_element);
    struct page_element *element = &l->pages->elements[cell->element];
    element->rows = (int)cell->rows;
    element->columns = (int)cell->columns;
    if (header)
        element->scope = scope_of(b, cell);
}

static void fill_cell(struct body *b, struct cell *cell, const struct doc_cell *doc_cell)
{
    struct frame inner = {
        .width = text_width_of(cell),
        .element = cell->element,
        .lang = b->frame->lang,
        .cell = true,
        .fixed = true,
        .note = b->frame->note,
        .dark = cell->look == DOC_CELL_DARK,
        .right = cell->columns == 1 && b->doc_table->columns[cell->column].number,
    };
    struct strips out = {0};
    layout_item_flow(b->l, &out, &inner, &doc_cell->body);
    cell->strips = out.first;
    cell->notes = notes_in(out.first, NULL);
}

static double pad_of(const struct body *b)
{
    if (b->table->column_rules)
        return ruled_cell_pad;
    return b->l->tight ? tight_cell_pad : cell_pad;
}

/* Makes the cell at `column`; `doc_cell` NULL: an empty one. */
static void make_cell(struct body *b, struct cell *cell, const struct doc_cell *doc_cell,
                      size_t row, size_t column, size_t row_element)
{
    size_t most = free_columns(b, column);
    *cell = (struct cell){
        .row = row,
        .column = column,
        .rows = doc_cell ? clamp_span(doc_cell->rows, b->rows_left) : 1,
        .columns = doc_cell ? clamp_span(doc_cell->columns, most) : 1,
        .pad = pad_of(b),
        .look = doc_cell ? doc_cell->look : DOC_CELL_PLAIN,
    };
    columns_place(cell, b->table);
    make_cell_element(b, cell, doc_cell, row_element);
    if (doc_cell)
        fill_cell(b, cell, doc_cell);
    for (size_t i = 0; i < cell->columns; i++)
        b->taken[column + i] = cell->rows;
}

/* A row of nothing but empty cells is still a row to write in. */
static void give_height(struct layout *l, struct row *row, const struct table *table)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].strips)
            return;
    if (row->count)
        row->cells[0].strips = strip_new(l, table->row_leading);
}

/* Adds a row to the group; returns the cells that did not fit beside each other. */
static const struct doc_cell *make_row(struct body *b, struct rows *group,
                                       const struct doc_cell *next)
{
    struct layout *l = b->l;
    size_t columns = b->table->column_count;
    group->rows =
        arena_grow(l->memory, group->rows, &group->capacity, group->count + 1, sizeof *group->rows);
    struct row *row = &group->rows[group->count];
    *row = (struct row){.cells = arena_array(l->memory, columns, sizeof *row->cells)};
    size_t element = layout_element(l, PAGE_TR, b->element);
    for (size_t column = 0; column < columns;) {
        if (b->taken[column]) {
            column++;
            continue;
        }
        struct cell *cell = &row->cells[row->count++];
        make_cell(b, cell, next, group->count, column, element);
        column += cell->columns;
        next = next ? next->next : NULL;
    }
    give_height(l, row, b->table);
    group->count++;
    for (size_t column = 0; column < columns; column++)
        b->taken[column]--;
    return next;
}

static bool anything_taken(const struct body *b)
{
    for (size_t column = 0; column < b->table->column_count; column++)
        if (b->taken[column])
            return true;
    return false;
}

/* A row of one heading for the rows below it. */
static bool is_subheading(const struct rows *group)
{
    const struct row *row = group->rows;
    return group->count == 1 && row->count == 1 && row->cells[0].subheading;
}

static bool cells_have_notes(const struct rows *group)
{
    for (size_t r = 0; r < group->count; r++)
        for (size_t i = 0; i < group->rows[r].count; i++)
            if (group->rows[r].cells[i].notes)
                return true;
    return false;
}

static void add_rows_strip(struct layout *l, struct strips *out, const struct frame *frame,
                           struct rows *group, bool keep)
{
    struct strip *strip = strip_new(l, group->height);
    strip->notes = group->notes = cells_have_notes(group);
    strip->keep = keep || is_subheading(group);
    strip->rows = group;
    strip->table = group->table;
    strip->under = is_subheading(group) ? NULL : group->table->under;
    strip->lead = rows_lead(l, group);
    strips_add(l, out, strip, frame->box);
}

/* Takes from a cell what fits into `limit`, and at least one strip. */
static struct strip *take_strips(struct cell *cell, double limit)
{
    struct strip *first = cell->strips, *last = first;
    double used;
    struct strip *end = strips_fit(first, limit, &used);
    if (!first)
        return NULL;
    if (end == first)
        end = first->next;
    while (last->next != end)
        last = last->next;
    last->next = NULL;
    cell->strips = end;
    return first;
}

static bool anything_left(const struct row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].strips)
            return true;
    return false;
}

/* A piece of a row: what of its cells fits into `limit`, with empty cells beside. */
static struct rows *cut_piece(struct layout *l, const struct table *table, struct row *row,
                              double limit)
{
    struct rows *piece = arena_alloc(l->memory, sizeof *piece);
    piece->table = table;
    piece->count = 1;
    piece->rows = arena_alloc(l->memory, sizeof *piece->rows);
    piece->rows->cells = arena_array(l->memory, table->column_count, sizeof(struct cell));
    for (size_t column = 0, i = 0; column < table->column_count;) {
        struct cell *cell = &piece->rows->cells[piece->rows->count++];
        *cell = (struct cell){.column = column, .columns = 1, .rows = 1, .pad = cell_pad};
        if (i < row->count && row->cells[i].column == column) {
            *cell = row->cells[i];
            cell->row = 0;
            cell->rows = 1;
            cell->strips = take_strips(&row->cells[i++], limit);
        } else {
            columns_place(cell, table);
        }
        column += cell->columns;
    }
    return piece;
}

/* Rows of a table in a cell do not find their pages one by one: what is too tall for that
 * is cut beforehand. */
static void add_pieces(struct layout *l, struct strips *out, const struct frame *frame,
                       struct rows *group, double limit)
{
    for (size_t r = 0; r < group->count; r++)
        do {
            struct rows *piece = cut_piece(l, group->table, &group->rows[r], limit);
            rows_finish(l, piece);
            add_rows_strip(l, out, frame, piece, false);
        } while (anything_left(&group->rows[r]));
}

void layout_add_rows(struct layout *l, struct strips *out, const struct frame *frame,
                     struct rows *group, bool keep)
{
    double limit = page_text_height(l) / 3;
    rows_finish(l, group);
    if (frame->fixed && group->height > limit)
        add_pieces(l, out, frame, group, limit);
    else
        add_rows_strip(l, out, frame, group, keep && group->height < limit / 2);
    if (frame->body && !out->first)
        layout_forget(l);
}

/* A row of one heading, as it will be made. */
static bool holds_heading(const struct doc_table *doc_table, const struct doc_row *row)
{
    const struct doc_cell *cell = row->first;
    return cell && !cell->next && cell->header && cell->body.first && cell->rows <= 1 &&
           cell->columns >= 1 && (size_t)cell->columns >= doc_table->column_count;
}

static void count_rows(struct body *b)
{
    for (const struct doc_row *row = b->doc_table->first; row; row = row->next) {
        b->rows_left++;
        b->content_left += !holds_heading(b->doc_table, row);
    }
}

/* The first row stands with the second, unless that has a heading of its own, and the last but one
 * with the last. */
static bool stands_with_next(const struct body *b, const struct doc_row *row, bool first)
{
    bool heading_follows = row->next && holds_heading(b->doc_table, row->next);
    return b->content_left == 2 || (first && b->content_left > 1 && !heading_follows);
}

/* The heading of rows stands above them on each page that they go on on, unless it is tall: as
 * long as they are made, it lives with the pages. */
static void add_heading_row(struct body *b, struct strips *out, const struct doc_row *row)
{
    struct layout *l = b->l;
    struct arena *memory = l->memory;
    l->memory = &l->pages->arena;
    struct rows *group = arena_alloc(l->memory, sizeof *group);
    group->table = b->table;
    make_row(b, group, row->first);
    b->table->under = NULL;
    layout_add_rows(l, out, b->frame, group, false);
    if (group->height <= most_repeated * page_text_height(l) && is_subheading(group))
        b->table->under = group;
    l->memory = memory;
}

static void add_rows(struct body *b, struct strips *out)
{
    struct layout *l = b->l;
    struct rows *group = NULL;
    bool first = true;
    for (const struct doc_row *row = b->doc_table->first; row; row = row->next) {
        if (!group && holds_heading(b->doc_table, row)) {
            add_heading_row(b, out, row);
            b->rows_left--;
            continue;
        }
        const struct doc_cell *cells = row->first;
        do { /* a row with more cells than columns goes on in another */
            if (!group)
                group = arena_alloc(l->memory, sizeof *group);
            group->table = b->table;
            cells = make_row(b, group, cells);
            if (anything_taken(b) && (cells || row->next))
                continue;
            layout_add_rows(l, out, b->frame, group, stands_with_next(b, row, first));
            first = false;
            group = NULL;
        } while (cells);
        b->rows_left--;
        b->content_left -= !holds_heading(b->doc_table, row);
    }
}

/* --- the whole --------------------------------------------------------------------- */

static void add_caption(struct layout *l, struct strips *out, const struct frame *frame,
                        const struct doc_table *doc_table, size_t table_element)
{
    if (!doc_table->caption || !*doc_table->caption)
        return;
    size_t element = layout_element(l, PAGE_CAPTION, table_element);
    l->pages->elements[element].lang = doc_table->caption_lang;
    struct strip *lines = layout_caption(l, frame, element, doc_table->caption);
    strips_keep_together(lines, true);
    strips_add_all(l, out, lines, frame->box);
    strips_space(out, 2);
}

static void add_header(struct layout *l, struct strips *out, const struct frame *frame,
                       struct table *table, const struct doc_table *doc_table, size_t element)
{
    if (!has_headings(doc_table))
        return;
    struct rows *header = make_header(l, table, doc_table, element);
    struct strip *strip = strip_new(l, header->height);
    strip->rows = header;
    strip->keep = doc_table->first != NULL;
    strips_add(l, out, strip, frame->box);
    if (header->height < page_text_height(l) / 3) /* else it would leave no room for rows */
        table->header = header;
}

void layout_table(struct layout *l, struct strips *out, const struct frame *frame,
                  const struct doc_table *doc_table)
{
    if (!doc_table->column_count)
        return;
    size_t element = layout_element(l, PAGE_TABLE, frame->element);
    struct table *table = new_table(l, frame, doc_table);
    strips_space(out, frame->cell ? 4 : 10);
    add_caption(l, out, frame, doc_table, element);
    add_header(l, out, frame, table, doc_table, element);
    if (doc_table->first) {
        struct body body = {
            .l = l,
            .frame = frame,
            .doc_table = doc_table,
            .table = table,
            .element = layout_element(l, PAGE_TBODY, element),
            .taken = arena_array(&l->pages->arena, table->column_count, sizeof(size_t)),
        };
        count_rows(&body);
        add_rows(&body, out);
    }
    strips_space(out, 12);
}
