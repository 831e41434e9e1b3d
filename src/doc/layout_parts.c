/* Flows beside each other: one row of cells without rules, which stands on one page unless it
 * is taller than that; below each other where they would become too narrow. */
#include "doc/layout.h"

static const double gap = 14;        /* between them */
static const double least_part = 72; /* narrower ones stand below each other */
static const double white_above = 8, white_below = 12;

static double share_of(const struct doc_part *part)
{
    return part->share > 0 ? part->share : 0;
}

static double sum_of_shares(const struct doc_columns *columns)
{
    double sum = 0;
    for (const struct doc_part *part = columns->first; part; part = part->next)
        sum += share_of(part);
    return sum;
}

static size_t count_parts(const struct doc_columns *columns)
{
    size_t count = 0;
    for (const struct doc_part *part = columns->first; part; part = part->next)
        count++;
    return count;
}

/* A part's cell holds the gap at its right, too. */
static struct table *new_table(struct layout *l, const struct frame *frame,
                               const struct doc_columns *columns)
{
    size_t count = count_parts(columns), i = 0;
    struct table *table = arena_alloc(&l->pages->arena, sizeof *table);
    *table = (struct table){
        .x = frame->x,
        .width = frame->width,
        .column_count = count,
        .parts = true,
        .row_leading = layout_size(l, STYLE_TEXT_LEADING),
        .edges = arena_array(&l->pages->arena, count + 1, sizeof(double)),
    };
    double sum = sum_of_shares(columns), room = frame->width - gap * (double)(count - 1);
    for (const struct doc_part *part = columns->first; part; part = part->next, i++) {
        double share = sum > 0 ? share_of(part) / sum : 1 / (double)count;
        table->edges[i + 1] = table->edges[i] + room * share + gap;
    }
    table->edges[count] = frame->width;
    return table;
}

static double part_width(const struct table *table, size_t i)
{
    double width = table->edges[i + 1] - table->edges[i];
    return i + 1 < table->column_count ? width - gap : width;
}

static bool has_room(const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (part_width(table, i) < least_part)
            return false;
    return true;
}

static void add_stacked(struct layout *l, struct strips *out, const struct frame *frame,
                        const struct doc_columns *columns)
{
    for (const struct doc_part *part = columns->first; part; part = part->next) {
        struct frame inner = frame_inside(frame, 0, 0);
        inner.element = layout_element(l, PAGE_DIV, frame->element);
        layout_flow(l, out, &inner, &part->body);
    }
}

static void fill_part(struct layout *l, struct cell *cell, const struct table *table, size_t i,
                      const struct frame *frame, const struct doc_part *part)
{
    double width = part_width(table, i);
    *cell = (struct cell){
        .rows = 1,
        .column = i,
        .columns = 1,
        .x = table->edges[i],
        .width = table->edges[i + 1] - table->edges[i],
        .element = layout_element(l, PAGE_DIV, frame->element),
    };
    cell->right = cell->width - width;
    struct frame inner = *frame;
    inner.x = 0;
    inner.width = inner.measure = width;
    inner.box = NULL;
    inner.element = cell->element;
    inner.body = false;
    inner.fixed = true;
    struct strips out = {.first = NULL};
    layout_flow(l, &out, &inner, &part->body);
    strips_finish_label(l, &out, NULL, false);
    cell->strips = out.first;
    cell->notes = notes_in(out.first, NULL);
}

static struct rows *make_row(struct layout *l, const struct frame *frame, const struct table *table,
                             const struct doc_columns *columns)
{
    struct rows *rows = arena_alloc(l->memory, sizeof *rows);
    rows->table = table;
    rows->count = 1;
    rows->rows = arena_alloc(l->memory, sizeof *rows->rows);
    struct row *row = rows->rows;
    row->cells = arena_array(l->memory, table->column_count, sizeof *row->cells);
    for (const struct doc_part *part = columns->first; part; part = part->next, row->count++)
        fill_part(l, &row->cells[row->count], table, row->count, frame, part);
    return rows;
}

static bool is_empty(const struct row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].strips)
            return false;
    return true;
}

void layout_parts(struct layout *l, struct strips *out, const struct frame *frame,
                  const struct doc_columns *columns)
{
    if (!columns->first)
        return;
    const struct table *table = new_table(l, frame, columns);
    if (!has_room(table)) {
        add_stacked(l, out, frame, columns);
        return;
    }
    struct rows *rows = make_row(l, frame, table, columns);
    if (is_empty(rows->rows))
        return;
    strips_finish_label(l, out, frame->box, true);
    strips_space(out, white_above);
    layout_add_rows(l, out, frame, rows, false);
    strips_space(out, white_below);
}
