/* Strips onto pages: which page a chain of strips stands on, and drawing it there. */
#include "doc/layout.h"

#include <math.h>

static const double slack = 1e-6; /* of sums of lengths */

/* --- page sizes -------------------------------------------------------------------- */

void page_size(enum doc_orientation orientation, double *width, double *height)
{
    bool portrait = orientation == DOC_PORTRAIT;
    *width = portrait ? PAPER_A4_SHORT : PAPER_A4_LONG;
    *height = portrait ? PAPER_A4_LONG : PAPER_A4_SHORT;
}

/* The margins reach to the running lines; the text stays clear of them. */
double page_space_above(const struct layout *l)
{
    return layout_size(l, STYLE_MARGIN_TOP) + layout_size(l, STYLE_TEXT_LEADING);
}

double page_space_below(const struct layout *l)
{
    int lines = l->two_feet ? 2 : 1;
    return layout_size(l, STYLE_MARGIN_BOTTOM) + lines * layout_size(l, STYLE_RUNNING_LEADING);
}

double page_text_width(const struct layout *l)
{
    double width, height;
    page_size(l->orientation, &width, &height);
    return width - 2 * layout_size(l, STYLE_MARGIN_SIDE);
}

double page_text_height(const struct layout *l)
{
    double width, height;
    page_size(l->orientation, &width, &height);
    return height - page_space_above(l) - page_space_below(l);
}

/* --- boxes and where a strip comes to stand ------------------------------------------ */

static double pads(const struct box *box)
{
    double sum = 0;
    for (; box; box = box->outer)
        sum += BOX_PAD;
    return sum;
}

static bool is_around(const struct box *outer, const struct box *box)
{
    for (; box; box = box->outer)
        if (box == outer)
            return true;
    return outer == NULL;
}

/* The innermost box that is around both. */
static struct box *common_box(struct box *a, const struct box *b)
{
    while (a && !is_around(a, b))
        a = a->outer;
    return a;
}

/* Below the logo, and on the page's grid: white of less than a line is added for that. */
static double settle(const struct layout *l, const struct strip *strip, double y)
{
    if (!strip->beside_logo && y < l->logo.bottom)
        y = l->logo.bottom;
    if (!strip->on_grid || l->tight)
        return y;
    double grid = layout_size(l, STYLE_TEXT_LEADING), below = y + strip->to_grid - l->page_top;
    return y + grid * ceil(below / grid - slack) - below;
}

/* Where the top of `strip` is if it follows at `y`, where `box` is the innermost box; on a
 * page, or where `l` is NULL in a cell. */
static double strip_top(const struct layout *l, double y, struct box *box,
                        const struct strip *strip, bool at_top)
{
    double common = pads(common_box(box, strip->box));
    y += pads(box) - common;
    if (!at_top)
        y += strip->space;
    if (l)
        y = settle(l, strip, y);
    return y + pads(strip->box) - common;
}

/* Where a chain ends that follows on the page, with the boxes that are then open. */
static double chain_bottom(const struct layout *l, const struct strip *first)
{
    double y = l->pen.y;
    struct box *box = l->pen.box;
    bool at_top = l->pen.at_top;
    for (const struct strip *strip = first; strip; strip = strip->next) {
        y = strip_top(l, y, box, strip, at_top) + strip->lead;
        box = strip->box;
        at_top = false;
    }
    return y + pads(box);
}

double strips_height(const struct strip *first, const struct strip *end)
{
    double y = 0;
    struct box *box = NULL;
    for (const struct strip *strip = first; strip != end; strip = strip->next) {
        y = strip_top(NULL, y, box, strip, strip == first) + strip->height;
        box = strip->box;
    }
    return y + pads(box);
}

struct strip *strips_fit(struct strip *first, double room, double *used)
{
    double y = 0;
    struct box *box = NULL;
    *used = 0;
    for (struct strip *strip = first; strip; strip = strip->next) {
        y = strip_top(NULL, y, box, strip, strip == first) + strip->height;
        box = strip->box;
        if (y + pads(box) > room + slack)
            return strip;
        *used = y + pads(box);
    }
    return NULL;
}

/* --- drawing ----------------------------------------------------------------------- */

void place_op(struct layout *l, const struct page_op *op)
{
    pages_add_op(l->pages, l->pages->page_count - 1, op);
}

static size_t op_count(const struct layout *l)
{
    return l->pages->pages[l->pages->page_count - 1].op_count;
}

/* The operations of a box: its background, then its bar or the sides of its outline. */
enum { BACKGROUND, BAR, LEFT = BAR, RIGHT, TOP, BOTTOM };

static void draw_side(struct layout *l, const struct page_op *around, bool upright, double y)
{
    place_op(l, &(struct page_op){.kind = PAGE_OP_LINE,
                                  .artifact = PAGE_DECORATION,
                                  .x = around->x,
                                  .y = y,
                                  .width = upright ? 0 : around->width,
                                  .line_width = OUTLINE,
                                  .color = layout_color(l, STYLE_BOX_LINE)});
}

static void draw_sides(struct layout *l, const struct page_op *around)
{
    struct page_op right = *around;
    right.x += right.width;
    draw_side(l, around, true, around->y);
    draw_side(l, &right, true, around->y);
    draw_side(l, around, false, around->y);
    draw_side(l, around, false, around->y);
}

static void open_box(struct layout *l, struct pen *pen, struct box *box)
{
    bool frame = box->look == DOC_BOX_FRAME;
    box->page = l->pages->page_count - 1;
    box->op = op_count(l);
    box->top = pen->y;
    struct page_op fill = {
        .kind = PAGE_OP_FILL,
        .artifact = PAGE_DECORATION,
        .x = pen->x + box->x,
        .y = pen->y,
        .width = box->width,
        .color = layout_color(l, frame ? STYLE_PAPER : STYLE_PANEL),
    };
    place_op(l, &fill);
    if (frame) {
        draw_sides(l, &fill);
    } else {
        fill.width = BOX_BAR;
        fill.color = layout_color(l, STYLE_ACCENT);
        place_op(l, &fill);
    }
    pen->y += BOX_PAD;
    pen->box = box;
}

static void open_boxes(struct layout *l, struct pen *pen, struct box *box)
{
    if (box == pen->box)
        return;
    open_boxes(l, pen, box->outer);
    open_box(l, pen, box);
}

/* They get their height when the box ends, or the page does. */
static void close_box(struct layout *l, struct pen *pen)
{
    struct box *box = pen->box;
    pen->y += BOX_PAD;
    struct page_op *ops = &l->pages->pages[box->page].ops[box->op];
    ops[BACKGROUND].height = ops[BAR].height = pen->y - box->top;
    if (box->look == DOC_BOX_FRAME) {
        ops[RIGHT].height = ops[LEFT].height;
        ops[BOTTOM].y = pen->y;
    }
    pen->box = box->outer;
}

static void close_boxes(struct layout *l, struct pen *pen, const struct box *until)
{
    while (pen->box != until)
        close_box(l, pen);
}

static void pen_enter(struct layout *l, struct pen *pen, const struct strip *strip)
{
    close_boxes(l, pen, common_box(pen->box, strip->box));
    if (!pen->at_top)
        pen->y += strip->space;
    if (pen == &l->pen)
        pen->y = settle(l, strip, pen->y);
    open_boxes(l, pen, strip->box);
}

static void pen_leave(struct layout *l, struct pen *pen)
{
    if (pen->box && pen->y < pen->stretch - pads(pen->box))
        pen->y = pen->stretch - pads(pen->box);
    close_boxes(l, pen, NULL);
}

/* Links of one element that touch on a line are one rectangle. */
static bool extend_link(struct layout *l, const struct page_link *link)
{
    if (!l->pages->link_count)
        return false;
    struct page_link *last = &l->pages->links[l->pages->link_count - 1];
    double gap = link->x - (last->x + last->width);
    bool touches = last->element == link->element && last->page == link->page &&
                   last->y == link->y && gap < slack && gap > -slack;
    if (touches)
        last->width += link->width;
    return touches;
}

static void draw_link(struct layout *l, const struct mark *mark, const struct page_op *op)
{
    const struct text_metrics *metrics = l->metrics;
    struct page_link link = {
        .page = l->pages->page_count - 1,
        .element = mark->link->element,
        .x = op->x,
        .y = op->y - metrics->ascent * op->size,
        .width = mark->link_width > 0 ? mark->link_width : op->width,
        .height = (metrics->ascent + metrics->descent) * op->size,
        .uri = mark->link->uri,
        .contents = mark->link->contents,
    };
    if (extend_link(l, &link))
        return;
    pages_add_link(l->pages, &link);
    l->links = arena_grow(&l->pages->arena, l->links, &l->link_capacity, l->pages->link_count,
                          sizeof(const struct link *));
    l->links[l->pages->link_count - 1] = mark->link;
}

static void keep_fill(struct layout *l, const struct mark *mark)
{
    l->fills = arena_grow(&l->pages->arena, l->fills, &l->fill_capacity, l->fill_count + 1,
                          sizeof *l->fills);
    l->fills[l->fill_count++] = (struct fill){
        .kind = mark->fill,
        .right = mark->right,
        .heading = mark->heading,
        .page = l->pages->page_count - 1,
        .op = op_count(l),
    };
}

static void keep_field(struct layout *l, const struct mark *mark, const struct page_op *op)
{
    pages_add_field(l->pages, &(struct page_field){.page = l->pages->page_count - 1,
                                                   .element = mark->field->element,
                                                   .x = op->x,
                                                   .y = op->y,
                                                   .width = op->width,
                                                   .height = op->height,
                                                   .size = mark->field->size,
                                                   .field = mark->field->field,
                                                   .choice = mark->field->choice});
}

static void keep_figure(struct layout *l, const struct page_op *op)
{
    struct page_element *element = &l->pages->elements[op->element];
    element->x = op->x;
    element->y = op->y;
    element->width = op->width;
    element->height = op->height;
}

static void draw_mark(struct layout *l, const struct pen *pen, const struct mark *mark)
{
    struct page_op op = mark->op;
    op.x += pen->x;
    op.y += pen->y;
    if (pen->repeated) {
        op.element = 0;
        if (op.artifact == PAGE_CONTENT)
            op.artifact = PAGE_REPEATED;
    } else if (mark->link) {
        draw_link(l, mark, &op);
    }
    if (mark->fill != MARK_FIXED)
        keep_fill(l, mark);
    if (mark->field && !pen->repeated)
        keep_field(l, mark, &op);
    if (op.kind == PAGE_OP_FIGURE && op.artifact == PAGE_CONTENT)
        keep_figure(l, &op);
    place_op(l, &op);
}

/* What is filled in later may move what stands beside it. */
static void draw_marks(struct layout *l, const struct pen *pen, const struct strip *strip)
{
    size_t fill = l->fill_count, op = op_count(l), link = l->pages->link_count;
    for (const struct mark *mark = strip->first; mark; mark = mark->next)
        draw_mark(l, pen, mark);
    for (; fill < l->fill_count; fill++) {
        l->fills[fill].first_op = op;
        l->fills[fill].end_op = op_count(l);
        l->fills[fill].first_link = link;
        l->fills[fill].end_link = l->pages->link_count;
    }
}

static void pen_draw(struct layout *l, struct pen *pen, const struct strip *strip)
{
    if (strip->heading != LAYOUT_NO_HEADING && !pen->repeated)
        headings_stand(l, (size_t)strip->heading, pen->y);
    if (strip->note) {
        strip->note->page = l->pages->page_count - 1;
        strip->note->y = pen->y;
    }
    if (strip->rows) {
        rows_draw(l, pen, strip->rows);
    } else {
        draw_marks(l, pen, strip);
        pen->y += strip->height;
    }
    pen->at_top = false;
}

void pen_draw_all(struct layout *l, struct pen *pen, const struct strip *first,
                  const struct strip *end)
{
    for (const struct strip *strip = first; strip != end; strip = strip->next) {
        pen_enter(l, pen, strip);
        pen_draw(l, pen, strip);
    }
    pen_leave(l, pen);
}

/* --- pages ------------------------------------------------------------------------- */

static void start_page(struct layout *l, double width, double height)
{
    pages_add_page(l->pages, width, height);
    l->page_top = page_space_above(l);
    l->page_bottom = height - page_space_below(l);
    l->pen = (struct pen){.x = layout_size(l, STYLE_MARGIN_SIDE), .y = l->page_top, .at_top = true};
    l->page_open = true;
    l->logo.bottom = 0;
    if (l->pages->page_count == 1)
        layout_logo(l);
    notes_start_page(l);
}

static void end_page(struct layout *l)
{
    if (!l->page_open)
        return;
    pen_leave(l, &l->pen);
    notes_end_page(l);
    l->page_open = false;
}

/* A page of the usual size, or of the size that the chain needs. */
static void start_page_for(struct layout *l)
{
    double width, height;
    page_size(l->orientation, &width, &height);
    if (l->larger)
        start_page(l, l->larger->page_width, l->larger->page_height);
    else
        start_page(l, width, height);
    l->larger_page = l->larger;
}

/* Notes that the last page has no room for get pages of their own. */
void place_page_break(struct layout *l)
{
    end_page(l);
    while (l->foot.first) {
        start_page_for(l);
        end_page(l);
    }
}

void place_finish(struct layout *l)
{
    place_page_break(l);
    if (!l->pages->page_count) {
        start_page_for(l);
        end_page(l);
    }
}

bool place_is_fresh(const struct layout *l)
{
    return l->pen.at_top && l->foot.height <= 0 && l->logo.bottom <= 0;
}

double place_room(const struct layout *l, const struct box *box)
{
    return l->page_bottom - l->pen.y - pads(box);
}

double place_full_room(const struct layout *l, const struct strip *strip)
{
    const struct rows *header = strip->table ? strip->table->header : NULL;
    double repeated = (header ? header->height : 0) + (strip->under ? strip->under->height : 0);
    return page_text_height(l) - 2 * pads(strip->box) - repeated;
}

static void repeat_rows(struct layout *l, struct rows *rows)
{
    if (!rows)
        return;
    l->pen.repeated = true;
    rows_draw(l, &l->pen, rows);
    l->pen.repeated = false;
    l->pen.at_top = true;
}

void place_continue(struct layout *l, const struct strip *strip)
{
    end_page(l);
    start_page_for(l);
    open_boxes(l, &l->pen, strip->box);
    if (strip->table)
        repeat_rows(l, strip->table->header);
    repeat_rows(l, strip->under);
}

/* --- chains ------------------------------------------------------------------------ */

static bool fits(const struct layout *l, const struct strip *first)
{
    double bottom = chain_bottom(l, first);
    return bottom + notes_height_all(l, first, NULL) <= l->page_bottom + slack;
}

/* The larger page that some strip of the chain needs, or NULL. */
static const struct strip *wants_larger_page(const struct strip *first)
{
    for (; first; first = first->next)
        if (first->page_width > 0)
            return first;
    return NULL;
}

static bool strip_fits(const struct layout *l, const struct strip *strip)
{
    double top = strip_top(l, l->pen.y, l->pen.box, strip, l->pen.at_top);
    double bottom = top + strip->lead + pads(strip->box);
    return bottom + notes_height(l, strip) <= l->page_bottom + slack;
}

static void place_strip(struct layout *l, const struct strip *strip)
{
    while (!strip_fits(l, strip) && !place_is_fresh(l))
        place_continue(l, strip);
    pen_enter(l, &l->pen, strip);
    if (strip->rows && !strip->rows->header) {
        rows_place(l, strip);
    } else {
        notes_take(l, strip, l->pen.y + strip->height + pads(strip->box));
        pen_draw(l, &l->pen, strip);
    }
}

void place_chain(struct layout *l, const struct strip *first)
{
    l->larger = wants_larger_page(first);
    if (l->larger) {
        end_page(l);
        start_page_for(l);
    } else if (!l->page_open || l->larger_page || (!fits(l, first) && !place_is_fresh(l))) {
        place_continue(l, first);
    }
    for (const struct strip *strip = first; strip; strip = strip->next)
        place_strip(l, strip);
    l->larger = NULL;
}
