/* What lies over the pages: links, and with pdf_fields.c places to fill in. */
#include "out/pdf_internal.h"

#include <string.h>

/* --- annotations ---------------------------------------------------------------------- */

void pdf_add_destination(struct buf *out, const struct pdf *pdf, size_t page, double y)
{
    pdf_add_reference(out, "[", pdf->pages[page].object);
    buf_add_string(out, " /XYZ 0 ");
    buf_add_number(out, pdf->pages[page].height - y, 2);
    buf_add_string(out, " null]");
}

static void append_annotation(struct pdf *pdf, struct pdf_page *page, uint32_t object)
{
    page->annotations = arena_grow(&pdf->arena, page->annotations, &page->annotation_capacity,
                                   page->annotation_count + 1, sizeof *page->annotations);
    page->annotations[page->annotation_count++] = object;
}

/* x, y, width and height from the top left, as the two corners that PDF wants. */
static void add_rectangle(struct buf *out, const double rectangle[4], double page_height)
{
    const double sides[] = {rectangle[0], page_height - rectangle[1] - rectangle[3],
                            rectangle[0] + rectangle[2], page_height - rectangle[1]};
    buf_add_string(out, " /Rect [");
    for (size_t i = 0; i < 4; i++) {
        buf_add_number(out, sides[i], 2);
        buf_add_char(out, ' ');
    }
    buf_add_char(out, ']');
}

uint32_t pdf_begin_annotation(struct pdf *pdf, struct buf *entries, const char *subtype,
                              size_t page, size_t element, const double rectangle[4])
{
    uint32_t object = pdf_file_reserve(pdf->file);
    size_t key = pdf_structure_annotation(pdf, element, page, object);
    buf_reset(entries);
    buf_addf(entries, "/Type /Annot /Subtype /%s /F 4 /StructParent %zu", subtype, key);
    pdf_add_reference(entries, " /P", pdf->pages[page].object);
    add_rectangle(entries, rectangle, pdf->pages[page].height);
    append_annotation(pdf, &pdf->pages[page], object);
    return object;
}

/* --- links ---------------------------------------------------------------------------- */

/* Adds a URI; what may not stand in one as it is, is written as %XX. */
static void add_uri(struct buf *out, const char *uri)
{
    buf_add_char(out, '(');
    for (; *uri; uri++) {
        unsigned char c = (unsigned char)*uri;
        if (c <= ' ' || c >= 0x7F || strchr("()<>\\\"{}|^`", c))
            buf_addf(out, "%%%02X", c);
        else
            buf_add_char(out, *uri);
    }
    buf_add_char(out, ')');
}

static void write_link(struct pdf *pdf, const struct page_link *link, struct buf *entries)
{
    const double rectangle[] = {link->x, link->y, link->width, link->height};
    uint32_t object =
        pdf_begin_annotation(pdf, entries, "Link", link->page, link->element, rectangle);
    buf_add_string(entries, " /Border [0 0 0] /Contents ");
    pdf_add_string(entries, link->contents);
    if (link->uri) {
        buf_add_string(entries, " /A <</S /URI /URI ");
        add_uri(entries, link->uri);
        buf_add_string(entries, ">>");
    } else {
        buf_add_string(entries, " /Dest ");
        pdf_add_destination(entries, pdf, link->target_page, link->target_y);
    }
    pdf_file_define(pdf->file, object, entries);
}

/* --- together ------------------------------------------------------------------------- */

/* Those who go from one to the next with a key meet links and fields as they are read. */
void pdf_write_annotations(struct pdf *pdf, const struct pages *pages)
{
    struct buf entries;
    struct pdf_form *form = pages->field_count ? pdf_form_new(pdf) : NULL;
    size_t link = 0, field = 0;
    buf_init(&entries, 0);
    while (link < pages->link_count || field < pages->field_count) {
        bool is_link =
            field == pages->field_count ||
            (link < pages->link_count && pages->links[link].element < pages->fields[field].element);
        if (is_link)
            write_link(pdf, &pages->links[link++], &entries);
        else
            pdf_form_add(form, &pages->fields[field++]);
    }
    if (form)
        pdf_form_finish(form);
    buf_release(&entries);
}
