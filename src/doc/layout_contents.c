/* The list of contents: its lines are laid out where it stands, its page numbers and
 * leaders are filled in when all pages are known; so are the numbers of references. */
#include "doc/layout.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST = 2 }; /* level that is listed */

static const double number_room = 24; /* at the right, for the page number */
static const double leader_gap = 6;   /* between a title and its dots */

static struct type entry_type(const struct layout *l, int level, bool small)
{
    return (struct type){
        .size = layout_size(l, small ? STYLE_TABLE : STYLE_TEXT),
        .leading = layout_size(l, small ? STYLE_TABLE_LEADING : STYLE_TEXT_LEADING),
        .face = level == 1 ? TEXT_SEMIBOLD : TEXT_REGULAR,
        .color = level == 1 ? STYLE_HEADING : STYLE_INK,
    };
}

/* --- lines ------------------------------------------------------------------------- */

static struct link *entry_link(struct layout *l, size_t heading, size_t parent)
{
    size_t reference = layout_element(l, PAGE_REFERENCE, layout_element(l, PAGE_TOCI, parent));
    struct link *link = arena_alloc(&l->pages->arena, sizeof *link);
    link->element = layout_element(l, PAGE_LINK, reference);
    link->heading = heading;
    link->contents = l->headings[heading].heading->text;
    return link;
}

static double line_end(const struct strip *line)
{
    double end = 0;
    for (const struct mark *mark = line->first; mark; mark = mark->next)
        if (mark->op.kind == PAGE_OP_TEXT && mark->op.x + mark->op.width > end)
            end = mark->op.x + mark->op.width;
    return end;
}

/* The dots and the number at the end of an entry; both still without text. */
static void add_number(struct layout *l, struct strip *line, const struct type *type,
                       const struct link *link, double right)
{
    double start = line_end(line) + leader_gap;
    struct mark *leader = strip_add_mark(l, line, PAGE_OP_TEXT);
    leader->fill = MARK_LEADER;
    leader->heading = link->heading;
    leader->op.artifact = PAGE_DECORATION;
    leader->op.x = start;
    leader->op.width = right - number_room - start;
    leader->op.color = layout_color(l, STYLE_BOX_LINE);
    struct mark *number = strip_add_mark(l, line, PAGE_OP_TEXT);
    number->fill = MARK_NUMBER;
    number->heading = link->heading;
    number->op.element = link->element;
    number->op.x = right;
    number->op.color = layout_color(l, type->color);
    leader->op.y = number->op.y = line->baseline;
    leader->op.size = number->op.size = type->size;
    number->op.face = type->face;
}

static double white_above(int level, bool small)
{
    return level > 1 ? 1 : small ? 4 : 6;
}

static void add_entry(struct layout *l, struct strips *out, const struct frame *frame,
                      size_t heading, size_t element, double width, bool small)
{
    const struct doc_heading *doc_heading = l->headings[heading].heading;
    int level = doc_heading->level <= 1 ? 1 : doc_heading->level;
    struct type type = entry_type(l, level, small);
    double indent = level == 1 ? 0 : 14, right = frame->x + width;
    struct link *link = entry_link(l, heading, element);
    if (doc_heading->lang && strcmp(doc_heading->lang, frame->lang) != 0)
        l->pages->elements[link->element].lang = doc_heading->lang;
    struct prose *prose = prose_new(l, &type, width - indent - number_room - leader_gap, false);
    prose_add(l, prose, link->element, doc_heading->text);
    struct strip *lines = prose_strips(l, prose, frame->x + indent), *last = lines;
    for (struct strip *line = lines; line; line = line->next) {
        if (line->first)
            line->first->link = link;
        last = line;
    }
    strips_keep_together(lines, false);
    if (last->first)
        last->first->link_width = right - last->first->op.x; /* up to the number */
    add_number(l, last, &type, link, right);
    strips_space(out, white_above(level, small));
    strips_add_all(l, out, lines, frame->box);
}

static bool is_listed(const struct doc_heading *heading)
{
    return !heading->unlisted && heading->level <= DEEPEST && !prose_is_blank(heading->text);
}

/* Whether the list would run over the page in its usual size; entries of one line are taken
 * for granted. */
static bool runs_over(const struct layout *l)
{
    double height = 0;
    for (size_t i = 0; i < l->heading_count; i++) {
        const struct doc_heading *heading = l->headings[i].heading;
        if (is_listed(heading))
            height += entry_type(l, heading->level, false).leading +
                      white_above(heading->level <= 1 ? 1 : heading->level, false);
    }
    enum { ITS_HEADING = 40 }; /* points */
    return height + ITS_HEADING > (l->page_open ? place_room(l, NULL) : page_text_height(l));
}

void layout_contents(struct layout *l, struct strips *out, const struct frame *frame)
{
    if (l->doc->contents_title && *l->doc->contents_title)
        layout_own_heading(l, out, frame, l->doc->contents_title);
    double measured = frame->measure - frame->x;
    double width = measured < frame->width ? measured : frame->width;
    size_t element = 0;
    bool small = runs_over(l);
    for (size_t i = 0; i < l->heading_count; i++) {
        if (!is_listed(l->headings[i].heading))
            continue;
        if (!element)
            element = layout_element(l, PAGE_TOC, frame->element);
        add_entry(l, out, frame, i, element, width, small);
    }
    strips_space(out, 12);
}

/* --- filling in -------------------------------------------------------------------- */

static const char *page_number(struct layout *l, size_t page)
{
    char text[32];
    int length = snprintf(text, sizeof text, "%zu", page + 1);
    return arena_copy(&l->pages->arena, text, (size_t)length);
}

static void fill_number(struct layout *l, struct page_op *op, size_t page)
{
    op->text = page_number(l, page);
    op->width = text_width(l->metrics, op->face, op->size, op->text, strlen(op->text));
    op->x -= op->width;
}

/* Dots end at one right edge, so that they stand below each other. */
static void fill_leader(struct layout *l, struct page_op *op)
{
    static const char dot[] = " .";
    double step = text_width(l->metrics, op->face, op->size, dot, sizeof dot - 1);
    double right = op->x + op->width;
    size_t count = op->width > step ? (size_t)(op->width / step) : 0;
    char *text = arena_alloc(&l->pages->arena, 2 * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + 2 * i, dot, 2);
    op->text = text;
    op->width = step * (double)count;
    op->x = right - op->width;
}

/* Moves what stands beside a reference on its line by what the number needs less. */
static void close_up(struct layout *l, const struct fill *fill, double x, double less)
{
    struct page *page = &l->pages->pages[fill->page];
    double by = fill->right ? less : -less;
    for (size_t i = fill->first_op; i < fill->end_op; i++)
        if (i != fill->op && (page->ops[i].x < x) == fill->right)
            page->ops[i].x += by;
    for (size_t i = fill->first_link; i < fill->end_link; i++)
        if ((l->pages->links[i].x < x) == fill->right)
            l->pages->links[i].x += by;
}

/* "(page 7)": the digits it was laid out with are replaced. */
static void fill_reference(struct layout *l, const struct fill *fill)
{
    struct page_op *op = &l->pages->pages[fill->page].ops[fill->op];
    const char *digits = strstr(op->text, PAGE_DIGITS);
    const char *number = page_number(l, l->headings[fill->heading].page);
    size_t before = (size_t)(digits - op->text), length = strlen(number);
    const char *after = digits + strlen(PAGE_DIGITS);
    char *text = arena_alloc(&l->pages->arena, before + length + strlen(after) + 1);
    memcpy(text, op->text, before);
    memcpy(text + before, number, length);
    memcpy(text + before + length, after, strlen(after) + 1);
    double less = text_width(l->metrics, op->face, op->size, PAGE_DIGITS, strlen(PAGE_DIGITS)) -
                  text_width(l->metrics, op->face, op->size, number, length);
    op->text = text;
    op->width -= less;
    close_up(l, fill, op->x, less);
    if (fill->right)
        op->x += less;
}

void layout_fill(struct layout *l)
{
    for (size_t i = 0; i < l->fill_count; i++) {
        const struct fill *fill = &l->fills[i];
        struct page_op *op = &l->pages->pages[fill->page].ops[fill->op];
        switch (fill->kind) {
        case MARK_NUMBER:
            fill_number(l, op, l->headings[fill->heading].page);
            break;
        case MARK_REFERENCE:
            fill_reference(l, fill);
            break;
        case MARK_LEADER:
        case MARK_FIXED:
            fill_leader(l, op);
            break;
        }
    }
}
