/* Rows of tables: how high they become, which page they stand on, and drawing them.
 *
 * Rows of a group stand on a page as a fragment. It is drawn when it is complete,
 * because the background of a cell that spans rows lies under all of them and its
 * text belongs to the first: backgrounds, then cells in reading order, then rules. */
#include "doc/layout.h"

static const double hairline = 0.5, header_rule = 1.2;
static const double slack = 1e-6;      /* of sums of lengths */
static const double endless = 1e9;     /* room for rows that are placed in one piece */
static const double small_group = 0.4; /* of a page: rows that are kept together */
enum { LEAST_LINES = 4 };              /* of a row that no page holds, before it is cut */

/* Rows [first, end) of a group on the pen's page. */
struct fragment {
    struct layout *l;
    struct pen *pen;
    struct rows *group;
    const struct strip *within; /* the strip of the group, where it finds its pages */
    size_t first, end;
    double top;
    double held; /* bottom of the cells whose notes have their place on this page */
    bool cut;    /* the last row goes on on the next page */
    bool forced; /* and shows at least one strip of each cell here, fit or not */
};

static size_t last_row(const struct cell *cell)
{
    return cell->row + cell->rows - 1;
}

/* A cell that an earlier page has shown in full, and that spans rows here as well,
 * shows its text again. */
static bool repeats(const struct cell *cell, const struct fragment *f)
{
    return !cell->rest && cell->row < f->first;
}

/* Whether the cell in this column begins in it, not further left. */
static bool begins_in(const struct cell *cell, size_t column)
{
    return cell && cell->column == column;
}

/* White that the boxes around the rows need below them. */
static double white_below(const struct fragment *f)
{
    const struct layout *l = f->l;
    return l->page_bottom - l->pen.y - place_room(l, f->within->box);
}

/* --- heights ----------------------------------------------------------------------- */

/* Height that strips need in a cell; where that is more than `limit`, just more than that. */
static double needed_height(struct strip *strips, double pad, double limit)
{
    double used;
    bool all = !strips_fit(strips, limit, &used);
    return (all ? used : limit + 1) + 2 * pad;
}

/* Height of a row at `y`: of its own cells, and of what cells that end in it still need.
 * A repetition makes a row grow only where there is `room` for it. */
static double row_height(const struct fragment *f, size_t row, double y, double room, double limit)
{
    double height = 0;
    for (size_t c = 0; c < f->group->table->column_count; c++) {
        const struct cell *cell = f->group->at[c];
        if (!begins_in(cell, c) || last_row(cell) != row)
            continue;
        bool again = repeats(cell, f);
        double above = y - cell->top;
        struct strip *strips = again ? cell->strips : cell->rest;
        double needed = needed_height(strips, cell->pad, limit + above) - above;
        if (needed > height && (!again || needed <= room))
            height = needed;
    }
    return height;
}

static double cut_to(const struct fragment *f, size_t row, double y, double room)
{
    double height = 0;
    for (size_t c = 0; c < f->group->table->column_count; c++) {
        const struct cell *cell = f->group->at[c];
        if (!begins_in(cell, c) || last_row(cell) != row || repeats(cell, f))
            continue;
        double above = y - cell->top, used;
        strips_fit(cell->rest, room + above - 2 * cell->pad, &used);
        used += 2 * cell->pad - above;
        if (used > height)
            height = used;
    }
    return height < room ? height : room;
}

/* What the notes of that part of a row need which is shown down to `height`. */
static double notes_shown(const struct fragment *f, size_t row, double y, double height)
{
    double sum = 0;
    for (size_t c = 0; c < f->group->table->column_count; c++) {
        const struct cell *cell = f->group->at[c];
        if (!begins_in(cell, c) || last_row(cell) != row || repeats(cell, f) || !cell->notes)
            continue;
        double used;
        struct strip *end = strips_fit(cell->rest, height + y - cell->top - 2 * cell->pad, &used);
        sum += notes_height_all(f->l, cell->rest, end);
    }
    return sum;
}

/* Height of what is shown of a row that is cut to `room`, from which its notes take some. */
static double cut_height(const struct fragment *f, size_t row, double y, double room)
{
    double height = cut_to(f, row, y, room);
    double notes = f->group->notes ? notes_shown(f, row, y, height) : 0;
    if (notes <= 0)
        return height;
    double less = cut_to(f, row, y, room - (notes < room / 2 ? notes : room / 2));
    return less >= f->group->table->row_leading ? less : height;
}

/* --- drawing a fragment -------------------------------------------------------------- */

static double cell_bottom(const struct fragment *f, const struct cell *cell)
{
    size_t last = last_row(cell);
    return f->group->bottoms[last < f->end ? last : f->end - 1];
}

static double cell_x(const struct fragment *f, const struct cell *cell)
{
    return f->pen->x + f->group->table->x + cell->x;
}

static void draw_background(const struct fragment *f, const struct cell *cell)
{
    if (cell->look == DOC_CELL_PLAIN)
        return;
    enum style_color color = cell->look == DOC_CELL_DARK ? STYLE_HEADING : STYLE_PANEL;
    place_op(f->l, &(struct page_op){.kind = PAGE_OP_FILL,
                                     .artifact = PAGE_DECORATION,
                                     .x = cell_x(f, cell),
                                     .y = cell->top,
                                     .width = cell->width,
                                     .height = cell_bottom(f, cell) - cell->top,
                                     .color = layout_color(f->l, color)});
}

static void draw_content(const struct fragment *f, struct cell *cell)
{
    bool again = repeats(cell, f);
    struct strip *first = again ? cell->strips : cell->rest;
    double bottom = cell_bottom(f, cell), used;
    struct strip *end = strips_fit(first, bottom - cell->top - 2 * cell->pad, &used);
    if (end && end == first && f->forced)
        end = end->next;
    struct pen pen = {
        .x = cell_x(f, cell) + cell->left,
        .y = cell->bottom ? bottom - cell->pad - used : cell->top + cell->pad,
        .at_top = true,
        .repeated = f->pen->repeated || again,
        .stretch = f->group->table->parts ? bottom - cell->pad : 0,
    };
    if (cell->notes && !pen.repeated && f->pen == &f->l->pen)
        for (const struct strip *strip = first; strip != end; strip = strip->next)
            notes_take(f->l, strip, f->group->bottoms[f->end - 1] + white_below(f));
    pen_draw_all(f->l, &pen, first, end);
    if (!again)
        cell->rest = end;
}

/* The next cell in reading order, after element `after`, that goes on from an earlier page;
 * NULL: there is none. */
static struct cell *next_continued(const struct fragment *f, size_t after)
{
    struct cell *next = NULL;
    for (size_t c = 0; c < f->group->table->column_count; c++) {
        struct cell *cell = f->group->shown[c];
        bool goes_on = cell && cell->row < f->first && last_row(cell) >= f->first;
        if (goes_on && cell->element > after && (!next || cell->element < next->element))
            next = cell;
    }
    return next;
}

/* Calls `draw` for every cell of the fragment in reading order. */
static void for_cells(const struct fragment *f,
                      void (*draw)(const struct fragment *f, struct cell *cell))
{
    struct cell *cell = next_continued(f, 0);
    for (; cell; cell = next_continued(f, cell->element))
        draw(f, cell);
    for (size_t r = f->first; r < f->end; r++)
        for (size_t i = 0; i < f->group->rows[r].count; i++)
            draw(f, &f->group->rows[r].cells[i]);
}

static void draw_cell_background(const struct fragment *f, struct cell *cell)
{
    draw_background(f, cell);
}

static void draw_line(const struct fragment *f, double x, double y, double dx, double dy,
                      double line_width, enum style_color color)
{
    place_op(f->l, &(struct page_op){.kind = PAGE_OP_LINE,
                                     .artifact = PAGE_DECORATION,
                                     .x = f->pen->x + f->group->table->x + x,
                                     .y = y,
                                     .width = dx,
                                     .height = dy,
                                     .line_width = line_width,
                                     .color = layout_color(f->l, color)});
}

static bool ends_with_row(const struct fragment *f, const struct cell *cell, size_t row)
{
    bool all = row + 1 == f->end;
    return cell->look != DOC_CELL_DARK && (all || last_row(cell) == row);
}

/* Where a rule below the columns up to `column` ends: clear of text that goes on beside. */
static double rule_end(const struct fragment *f, size_t column)
{
    const struct table *table = f->group->table;
    double end = table->edges[column];
    bool text_beside = column < table->column_count && f->group->shown[column]->left <= 0;
    return text_beside ? end - f->group->shown[column - 1]->right : end;
}

/* The rule below a row, with gaps where cells go on below it. */
static void draw_rule(const struct fragment *f, size_t row)
{
    const struct table *table = f->group->table;
    for (size_t c = 0; c < table->column_count; c++) {
        size_t start = c;
        while (c < table->column_count && ends_with_row(f, f->group->shown[c], row))
            c++;
        if (c > start)
            draw_line(f, table->edges[start], f->group->bottoms[row],
                      rule_end(f, c) - table->edges[start], 0, hairline, STYLE_RULE);
    }
}

/* Hairlines between the plain cells of a row. */
static void draw_column_rules(const struct fragment *f, size_t row)
{
    const struct table *table = f->group->table;
    double top = row == f->first ? f->top : f->group->bottoms[row - 1];
    double height = f->group->bottoms[row] - top;
    for (size_t c = 1; c < table->column_count; c++) {
        const struct cell *left = f->group->shown[c - 1], *right = f->group->shown[c];
        if (left != right && left->look == DOC_CELL_PLAIN && right->look == DOC_CELL_PLAIN)
            draw_line(f, table->edges[c], top, 0, height, hairline, STYLE_RULE);
    }
}

/* Brings a map of cells by column to a row. */
static void enter_row(const struct rows *group, struct cell **map, size_t row)
{
    for (size_t i = 0; i < group->rows[row].count; i++) {
        struct cell *cell = &group->rows[row].cells[i];
        for (size_t c = cell->column; c < cell->column + cell->columns; c++)
            map[c] = cell;
    }
}

static void draw_rules(const struct fragment *f)
{
    const struct table *table = f->group->table;
    if (table->parts)
        return;
    for (size_t row = f->first; row < f->end; row++) {
        enter_row(f->group, f->group->shown, row);
        if (f->group->header) /* above the edge: tinted cells begin right below it */
            draw_line(f, 0, f->group->bottoms[row] - header_rule / 2, table->width, 0, header_rule,
                      STYLE_HEADING);
        else if (!f->cut || row + 1 < f->end)
            draw_rule(f, row);
        if (table->column_rules && !f->group->header)
            draw_column_rules(f, row);
    }
}

static void draw_fragment(const struct fragment *f)
{
    if (f->first == f->end)
        return;
    for_cells(f, draw_cell_background);
    for_cells(f, draw_content);
    draw_rules(f);
}

/* --- in one piece ------------------------------------------------------------------ */

static void begin_row(struct fragment *f, size_t row, double y)
{
    enter_row(f->group, f->group->at, row);
    for (size_t i = 0; i < f->group->rows[row].count; i++) {
        struct cell *cell = &f->group->rows[row].cells[i];
        cell->rest = cell->strips;
        cell->top = y;
    }
}

static void forget_places(struct rows *rows)
{
    for (size_t c = 0; c < rows->table->column_count; c++)
        rows->at[c] = rows->shown[c] = NULL;
}

/* Places all rows below each other; returns the bottom. */
static double stack_rows(struct fragment *f)
{
    double y = f->top;
    forget_places(f->group);
    for (size_t row = 0; row < f->group->count; row++) {
        begin_row(f, row, y);
        y += row_height(f, row, y, endless, endless);
        f->group->bottoms[row] = y;
        f->end = row + 1;
    }
    return y;
}

void rows_finish(struct layout *l, struct rows *rows)
{
    size_t columns = rows->table->column_count;
    rows->bottoms = arena_array(l->memory, rows->count, sizeof *rows->bottoms);
    rows->at = arena_array(l->memory, columns, sizeof(struct cell *));
    rows->shown = arena_array(l->memory, columns, sizeof(struct cell *));
    struct fragment f = {.l = l, .group = rows};
    rows->height = stack_rows(&f);
}

void rows_draw(struct layout *l, struct pen *pen, struct rows *rows)
{
    struct fragment f = {.l = l, .pen = pen, .group = rows, .top = pen->y};
    double bottom = stack_rows(&f);
    draw_fragment(&f);
    pen->y = bottom;
}

/* --- over pages -------------------------------------------------------------------- */

static double page_room(const struct layout *l, const struct table *table)
{
    return page_text_height(l) - (table->header ? table->header->height : 0);
}

/* The least height at which a row is cut that no page holds. */
static double least_height(const struct rows *rows)
{
    return LEAST_LINES * rows->table->row_leading;
}

/* The tallest cell that begins in the first row, be it shared with rows below. */
static double tallest_first_cell(const struct rows *rows, double limit)
{
    double height = 0;
    for (size_t i = 0; i < rows->rows[0].count; i++) {
        const struct cell *cell = &rows->rows[0].cells[i];
        double needed = needed_height(cell->strips, cell->pad, limit);
        if (needed > height)
            height = needed;
    }
    return height;
}

double rows_lead(const struct layout *l, const struct rows *rows)
{
    double room = page_room(l, rows->table);
    if (rows->height <= small_group * room)
        return rows->height;
    double shared = tallest_first_cell(rows, room);
    if (shared > rows->height)
        shared = rows->height;
    if (shared <= room)
        return shared;
    double first = rows->bottoms[0];
    return first <= room ? first : least_height(rows);
}

/* Where rows go on on the next page, the last one here grows as far as there is room, so
 * that what is shared with them is not cut. */
static void grow_last_row(struct fragment *f, double room)
{
    if (f->end == f->first || f->cut)
        return;
    double *bottom = &f->group->bottoms[f->end - 1], grows = 0;
    for (size_t c = 0; c < f->group->table->column_count; c++) {
        const struct cell *cell = f->group->at[c];
        if (!begins_in(cell, c) || cell->row >= f->end || repeats(cell, f))
            continue;
        double above = *bottom - cell->top;
        double needed = needed_height(cell->rest, cell->pad, above + room) - above;
        if (needed > grows)
            grows = needed;
    }
    *bottom += grows < room ? grows : room;
}

/* Draws what stands on this page and goes on with `row` on the next. */
static void turn_page(struct fragment *f, const struct strip *strip, size_t row)
{
    grow_last_row(f, place_room(f->l, strip->box));
    draw_fragment(f);
    place_continue(f->l, strip);
    f->first = f->end = row;
    f->top = f->pen->y;
    f->held = 0;
    f->cut = f->forced = false;
    for (size_t c = 0; c < f->group->table->column_count; c++)
        f->group->at[c]->top = f->top;
}

/* What the notes of a row ask for, with those of cells that go on below it. */
static double row_notes(const struct fragment *f, size_t row)
{
    double sum = 0;
    for (size_t i = 0; f->group->notes && i < f->group->rows[row].count; i++)
        sum += notes_height_all(f->l, f->group->rows[row].cells[i].strips, NULL);
    return sum;
}

/* Notes get their place with the row, before others take the room. A cell that goes on below
 * does so, too, if the page holds all of it. */
static void take_row_notes(struct fragment *f, size_t row)
{
    for (size_t i = 0; f->group->notes && i < f->group->rows[row].count; i++) {
        const struct cell *cell = &f->group->rows[row].cells[i];
        if (!cell->notes)
            continue;
        double room = f->pen->y + place_room(f->l, f->within->box) - cell->top;
        double needed = needed_height(cell->rest, cell->pad, room);
        double notes = notes_height_all(f->l, cell->rest, NULL);
        if (last_row(cell) != row && needed + notes > room)
            continue;
        if (f->held < cell->top + needed)
            f->held = cell->top + needed;
        for (const struct strip *strip = cell->rest; strip; strip = strip->next)
            notes_take(f->l, strip, (f->held > f->pen->y ? f->held : f->pen->y) + white_below(f));
    }
}

static void end_row(struct fragment *f, size_t row, double height)
{
    f->pen->y += height;
    f->group->bottoms[row] = f->pen->y;
    f->end = row + 1;
}

static void place_row(struct fragment *f, const struct strip *strip, size_t row)
{
    struct layout *l = f->l;
    for (;;) {
        double room = place_room(l, strip->box), full = place_full_room(l, strip);
        double limit = room > full ? room : full;
        double height = row_height(f, row, f->pen->y, room, limit);
        bool fresh = place_is_fresh(l) && f->first == row && f->end == row;
        double notes = fresh ? 0 : row_notes(f, row);
        double reach = height > f->held - f->pen->y || notes <= 0 ? height : f->held - f->pen->y;
        if (reach + notes <= room + slack) {
            end_row(f, row, height);
            take_row_notes(f, row);
            return;
        }
        if (fresh || (height > full + slack && room >= least_height(f->group))) {
            f->cut = true;
            f->forced = fresh;
            double shown = cut_height(f, row, f->pen->y, room), held = f->held - f->pen->y;
            end_row(f, row, shown > held ? shown : held);
        }
        turn_page(f, strip, row);
    }
}

void rows_place(struct layout *l, const struct strip *strip)
{
    struct fragment f = {
        .l = l, .pen = &l->pen, .group = strip->rows, .within = strip, .top = l->pen.y};
    forget_places(f.group);
    for (size_t row = 0; row < f.group->count; row++) {
        begin_row(&f, row, l->pen.y);
        place_row(&f, strip, row);
    }
    draw_fragment(&f);
    l->pen.at_top = false;
}
