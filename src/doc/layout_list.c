/* Lists: bullets, numbers and definitions, in each other if need be. */
#include "doc/layout.h"

#include <stdio.h>

/* The type of labels; they stand on the baseline of the item's first line. */
static struct type label_type(const struct layout *l, const struct frame *frame)
{
    enum style_size size = frame->cell ? STYLE_TABLE : STYLE_TEXT;
    enum style_size leading = frame->cell ? STYLE_TABLE_LEADING : STYLE_TEXT_LEADING;
    return (struct type){
        .size = layout_size(l, size),
        .leading = layout_size(l, leading),
        .color = frame->dark ? STYLE_PAPER : STYLE_INK,
    };
}

static void hang_label(struct layout *l, struct strips *out, const struct frame *frame,
                       const struct type *type, size_t element, const char *text, double x)
{
    strips_finish_label(l, out, frame->box, true); /* of the list around this one */
    struct mark *mark = arena_alloc(l->memory, sizeof *mark);
    mark->op = (struct page_op){
        .kind = PAGE_OP_TEXT,
        .element = element,
        .x = x,
        .y = layout_baseline(l, type),
        .width = layout_text_width(l, type, text),
        .color = layout_color(l, type->color),
        .face = type->face,
        .size = type->size,
        .text = text,
    };
    out->label = mark;
    out->label_height = type->leading;
}

/* A label stands beside its item where there is room, else in lines of its own above. */
static void set_label(struct layout *l, struct strips *out, const struct frame *frame,
                      const struct type *type, size_t element, const char *text, double x,
                      double room)
{
    if (layout_text_width(l, type, text) <= room) {
        hang_label(l, out, frame, type, element, text, x);
        return;
    }
    struct prose *prose = prose_new(l, type, frame->width, false);
    prose_add(l, prose, element, text);
    struct strip *lines = prose_strips(l, prose, frame->x);
    strips_keep_together(lines, true);
    strips_add_all(l, out, lines, frame->box);
}

/* Whether an item is one line of text, as far as that can be told beforehand. */
static bool is_short(const struct layout *l, const struct frame *frame, const struct doc_item *item,
                     double indent)
{
    const struct doc_block *only = item->body.first;
    if (!only || only->next || only->kind != DOC_BLOCK_PARAGRAPH)
        return !only;
    struct type type = layout_text_type(l, only->as.paragraph.style, frame->cell);
    double width = 0;
    for (const struct doc_run *run = only->as.paragraph.first; run; run = run->next) {
        type.face = run->face;
        width += run->text ? layout_text_width(l, &type, run->text) : 0;
    }
    return width <= frame->width - indent;
}

/* No line of a list stands alone at a page's end or top: the first item, where it is one line,
 * stands with the second, and the last but one with the last. */
static bool stands_with_next(const struct layout *l, const struct frame *frame,
                             const struct doc_list *list, const struct doc_item *item,
                             double indent)
{
    bool first = item == list->first, last_follows = item->next && !item->next->next;
    if (!item->next || (!first && !last_follows) || !is_short(l, frame, item, indent))
        return false;
    return first || is_short(l, frame, item->next, indent);
}

static void add_body(struct layout *l, struct strips *out, const struct frame *frame,
                     const struct doc_item *item, size_t element, double indent)
{
    struct frame inner = frame_inside(frame, indent, 0);
    inner.element = layout_element(l, PAGE_LBODY, element);
    inner.depth++;
    layout_item_flow(l, out, &inner, &item->body);
    strips_finish_label(l, out, frame->box, false);
    out->space = frame->cell ? 1.5 : 2;
}

/* --- bullets and numbers ----------------------------------------------------------- */

static const char *label_text(struct layout *l, const struct frame *frame,
                              const struct doc_list *list, const struct doc_item *item,
                              size_t number)
{
    if (item->label && *item->label)
        return item->label;
    if (list->kind == DOC_BULLETS)
        return frame->depth % 2 ? "\xE2\x80\x93" : "\xE2\x80\xA2";
    char text[32];
    int length = snprintf(text, sizeof text, "%zu.", number);
    return arena_copy(&l->pages->arena, text, (size_t)length);
}

static double widest_label(struct layout *l, const struct frame *frame, const struct doc_list *list,
                           const struct type *type)
{
    double widest = 0;
    size_t number = 0;
    for (const struct doc_item *item = list->first; item; item = item->next) {
        const char *text = label_text(l, frame, list, item, ++number);
        double width = layout_text_width(l, type, text);
        if (width > widest)
            widest = width;
    }
    return widest;
}

static double label_gap(const struct type *type)
{
    return 0.6 * type->size;
}

double layout_list_indent(struct layout *l, const struct frame *frame, const struct doc_list *list)
{
    struct type type = label_type(l, frame);
    double indent = widest_label(l, frame, list, &type) + label_gap(&type);
    double most = frame->width / 3;
    return indent < most ? indent : most;
}

/* Labels are aligned at the right, so that 9. and 10. stand as numbers do. */
static void add_labelled(struct layout *l, struct strips *out, const struct frame *frame,
                         const struct doc_list *list, size_t element)
{
    struct type type = label_type(l, frame);
    double indent = layout_list_indent(l, frame, list);
    double room = indent - label_gap(&type);
    size_t number = 0;
    l->pages->elements[element].numbered = list->kind == DOC_NUMBERS;
    l->pages->elements[element].bulleted = list->kind == DOC_BULLETS;
    for (const struct doc_item *item = list->first; item; item = item->next) {
        size_t entry = layout_element(l, PAGE_LI, element);
        size_t label = layout_element(l, PAGE_LBL, entry);
        const char *text = label_text(l, frame, list, item, ++number);
        double left = room - layout_text_width(l, &type, text);
        bool held = out->hold;
        out->hold = held || stands_with_next(l, frame, list, item, indent);
        set_label(l, out, frame, &type, label, text, frame->x + left, room + 1e-6);
        add_body(l, out, frame, item, entry, indent);
        out->hold = held;
    }
}

/* --- definitions ------------------------------------------------------------------- */

static void add_definitions(struct layout *l, struct strips *out, const struct frame *frame,
                            const struct doc_list *list, size_t element)
{
    struct type type = label_type(l, frame);
    type.face = TEXT_SEMIBOLD;
    double indent = 14 * type.size, most = frame->width / 3;
    if (indent > most)
        indent = most;
    for (const struct doc_item *item = list->first; item; item = item->next) {
        size_t entry = layout_element(l, PAGE_LI, element);
        bool held = out->hold;
        out->hold = held || stands_with_next(l, frame, list, item, indent);
        if (item->label && *item->label) {
            size_t label = layout_element(l, PAGE_LBL, entry);
            set_label(l, out, frame, &type, label, item->label, frame->x, indent - type.size);
        }
        add_body(l, out, frame, item, entry, indent);
        out->hold = held;
        out->space += 1;
    }
}

void layout_list(struct layout *l, struct strips *out, const struct frame *frame,
                 const struct doc_list *list)
{
    if (!list->first)
        return;
    size_t element = layout_element(l, PAGE_L, frame->element);
    strips_space(out, 2);
    if (list->kind == DOC_DEFINITIONS)
        add_definitions(l, out, frame, list, element);
    else
        add_labelled(l, out, frame, list, element);
    strips_space(out, frame->depth ? 2 : frame->cell ? 6 : 8);
}
