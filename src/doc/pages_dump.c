/* Pages as stable text, for goldens; see pages.h. */
#include "doc/layout.h"

#include <string.h>

static void add_length(struct buf *out, double points)
{
    buf_add_char(out, ' ');
    buf_add_number(out, points > -0.005 && points < 0.005 ? 0 : points, 2);
}

static void add_string(struct buf *out, const char *text)
{
    buf_add_string(out, " \"");
    buf_add_escaped(out, text ? text : "");
    buf_add_char(out, '"');
}

static void add_color(struct buf *out, struct color color)
{
    buf_addf(out, " #%02x%02x%02x", color.red, color.green, color.blue);
}

static const char *face_name(enum text_face face)
{
    return face == TEXT_SEMIBOLD ? "semibold" : face == TEXT_ITALIC ? "italic" : "regular";
}

/* --- elements ---------------------------------------------------------------------- */

static size_t depth_of(const struct pages *pages, size_t element)
{
    size_t depth = 0;
    for (; element; element = pages->elements[element].parent)
        depth++;
    return depth;
}

static void dump_element(struct buf *out, const struct pages *pages, size_t index)
{
    static const char *const scopes[] = {"", " column", " row", " both"};
    const struct page_element *element = &pages->elements[index];
    for (size_t i = depth_of(pages, index); i > 0; i--)
        buf_add_string(out, "  ");
    buf_addf(out, "%s %zu%s", page_tag_name(element->tag), index, scopes[element->scope]);
    if (element->rows > 1)
        buf_addf(out, " rows=%d", element->rows);
    if (element->columns > 1)
        buf_addf(out, " columns=%d", element->columns);
    if (element->numbered)
        buf_add_string(out, " numbered");
    if (element->lang)
        buf_addf(out, " lang=%s", element->lang);
    if (element->alternative)
        add_string(out, element->alternative);
    buf_add_char(out, '\n');
}

/* --- operations -------------------------------------------------------------------- */

static void dump_owner(struct buf *out, const struct pages *pages, const struct page_op *op)
{
    static const char *const artifacts[] = {"", "header", "footer", "repeated", "decoration"};
    if (op->artifact != PAGE_CONTENT)
        buf_addf(out, " (%s)", artifacts[op->artifact]);
    else
        buf_addf(out, " %s %zu", page_tag_name(pages->elements[op->element].tag), op->element);
}

static void dump_op(struct buf *out, const struct pages *pages, const struct page_op *op)
{
    static const char *const kinds[] = {"text", "fill", "line", "figure", "image"};
    buf_addf(out, "  %s", kinds[op->kind]);
    add_length(out, op->x);
    add_length(out, op->y);
    add_length(out, op->width);
    if (op->kind != PAGE_OP_TEXT)
        add_length(out, op->height);
    dump_owner(out, pages, op);
    if (op->kind != PAGE_OP_FIGURE && op->kind != PAGE_OP_IMAGE)
        add_color(out, op->color);
    if (op->kind == PAGE_OP_TEXT) {
        buf_addf(out, " %s", face_name(op->face));
        add_length(out, op->size);
        buf_add_string(out, op->direction == TEXT_RIGHT_TO_LEFT ? " rtl" : "");
        add_string(out, op->text);
    }
    if (op->kind == PAGE_OP_FILL && op->radius > 0) {
        buf_add_string(out, " radius");
        add_length(out, op->radius);
    }
    if (op->kind == PAGE_OP_LINE) {
        buf_add_string(out, " wide");
        add_length(out, op->line_width);
    }
    if (op->kind == PAGE_OP_FIGURE) {
        buf_add_string(out, " scale");
        add_length(out, op->scale);
    }
    buf_add_char(out, '\n');
}

static void dump_page(struct buf *out, const struct pages *pages, size_t index)
{
    const struct page *page = &pages->pages[index];
    buf_addf(out, "page %zu", index + 1);
    add_length(out, page->width);
    add_length(out, page->height);
    buf_add_char(out, '\n');
    for (size_t i = 0; i < page->op_count; i++)
        dump_op(out, pages, &page->ops[i]);
}

/* --- links and outline --------------------------------------------------------------- */

static void dump_link(struct buf *out, const struct page_link *link)
{
    buf_addf(out, "link %zu page %zu", link->element, link->page + 1);
    add_length(out, link->x);
    add_length(out, link->y);
    add_length(out, link->width);
    add_length(out, link->height);
    if (link->uri) {
        buf_addf(out, " to %s", link->uri);
    } else {
        buf_addf(out, " to page %zu", link->target_page + 1);
        add_length(out, link->target_y);
    }
    add_string(out, link->contents);
    buf_add_char(out, '\n');
}

static const char *field_kind(enum doc_field_kind kind)
{
    static const char *const names[] = {"line", "area", "one of", "any of"};
    return names[kind];
}

static void dump_field(struct buf *out, const struct page_field *field)
{
    const struct doc_field *doc_field = field->field;
    bool boxes = doc_field->kind == DOC_FIELD_ONE_OF || doc_field->kind == DOC_FIELD_ANY_OF;
    buf_addf(out, "field %zu %s page %zu", field->element, field_kind(doc_field->kind),
             field->page + 1);
    add_length(out, field->x);
    add_length(out, field->y);
    add_length(out, field->width);
    add_length(out, field->height);
    add_string(out, doc_field->name);
    add_string(out, doc_field->label);
    if (boxes)
        add_string(out, doc_field->choices[field->choice]);
    buf_add_char(out, '\n');
}

static void dump_outline(struct buf *out, const struct page_outline *entry)
{
    buf_addf(out, "outline %d page %zu", entry->level, entry->page + 1);
    add_length(out, entry->y);
    add_string(out, entry->text);
    buf_add_char(out, '\n');
}

void pages_dump(struct buf *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->page_count; i++)
        dump_page(out, pages, i);
    for (size_t i = 0; i < pages->element_count; i++)
        dump_element(out, pages, i);
    for (size_t i = 0; i < pages->link_count; i++)
        dump_link(out, &pages->links[i]);
    for (size_t i = 0; i < pages->field_count; i++)
        dump_field(out, &pages->fields[i]);
    for (size_t i = 0; i < pages->outline_count; i++)
        dump_outline(out, &pages->outline[i]);
}
