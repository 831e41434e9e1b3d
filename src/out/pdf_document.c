/* The document: its parts from the first page to the finished file. */
#include "base/memory.h"
#include "out/pdf_internal.h"

#include <stdio.h>
#include <stdlib.h>

struct pdf *pdf_open(struct buf *out, const struct style *style, const struct text_metrics *metrics,
                     const struct pdf_meta *meta, struct diag_sink *sink)
{
    struct pdf *pdf = mem_zalloc(1, sizeof *pdf);
    pdf->style = style;
    pdf->metrics = metrics;
    pdf->meta = meta;
    pdf->sink = sink;
    arena_init(&pdf->arena);
    buf_init(&pdf->content.bytes, 0);
    pdf->file = pdf_file_new(out, meta->readable);
    pdf->resources = pdf_file_reserve(pdf->file);
    return pdf;
}

void pdf_close(struct pdf *pdf)
{
    pdf_release_fonts(pdf);
    pdf_release_structure(pdf);
    buf_release(&pdf->content.bytes);
    text_setting_release(&pdf->setting);
    pdf_file_free(pdf->file);
    arena_release(&pdf->arena);
    free(pdf->pages);
    free(pdf);
}

/* --- pages ---------------------------------------------------------------------------- */

void pdf_page_begin(struct pdf *pdf, double width, double height)
{
    pdf->pages = mem_grow(pdf->pages, &pdf->page_capacity, pdf->page_count + 1, sizeof *pdf->pages);
    pdf->pages[pdf->page_count++] = (struct pdf_page){.width = width, .height = height};
    pdf_content_reset(&pdf->content, height);
}

void pdf_page_end(struct pdf *pdf)
{
    pdf->pages[pdf->page_count - 1].object = pdf_file_add_page(pdf->file, &pdf->content.bytes);
}

static void define_page(struct pdf *pdf, size_t index)
{
    const struct pdf_page *page = &pdf->pages[index];
    struct buf entries;
    buf_init(&entries, 0);
    buf_add_string(&entries, "/MediaBox [0 0 ");
    buf_add_number(&entries, page->width, 2);
    buf_add_char(&entries, ' ');
    buf_add_number(&entries, page->height, 2);
    pdf_add_reference(&entries, "]\n/Resources", pdf->resources);
    buf_add_string(&entries, "\n/Tabs /S\n");
    if (page->parent)
        buf_addf(&entries, "/StructParents %zu\n", page->parent - 1);
    if (page->annotation_count) {
        buf_add_string(&entries, "/Annots [");
        for (size_t i = 0; i < page->annotation_count; i++)
            pdf_add_reference(&entries, "", page->annotations[i]);
        buf_add_string(&entries, "]\n");
    }
    pdf_file_define_page(pdf->file, index, &entries);
    buf_release(&entries);
}

/* --- the end -------------------------------------------------------------------------- */

static void define_resources(struct pdf *pdf)
{
    struct buf entries;
    buf_init(&entries, 0);
    pdf_write_fonts(pdf, &entries);
    if (pdf->logo) {
        pdf_add_reference(&entries, " /XObject <</Logo", pdf->logo);
        buf_add_string(&entries, ">>");
    }
    pdf_file_define(pdf->file, pdf->resources, &entries);
    buf_release(&entries);
}

static void define_catalog(struct pdf *pdf)
{
    struct buf entries;
    buf_init(&entries, 0);
    pdf_add_metadata(pdf, &entries);
    pdf_add_reference(&entries, "/StructTreeRoot", pdf->structure.root);
    buf_add_string(&entries, "\n/PageLabels <</Nums [0 <</S /D>>]>>\n");
    if (pdf->outline) {
        pdf_add_reference(&entries, "/Outlines", pdf->outline);
        buf_add_string(&entries, "\n/PageMode /UseOutlines\n");
    }
    if (pdf->form)
        pdf_add_reference(&entries, "/AcroForm", pdf->form);
    pdf_file_define(pdf->file, pdf_file_catalog(pdf->file), &entries);
    buf_release(&entries);
}

static int report_failure(struct pdf *pdf, unsigned long error)
{
    char code[24];
    snprintf(code, sizeof code, "0x%04lX", error);
    diag_report(pdf->sink, DIAG_PDF_FAILED, (struct diag_at){0}, code, NULL);
    return -1;
}

int pdf_finish(struct pdf *pdf)
{
    if (pdf->status)
        return -1;
    define_resources(pdf);
    pdf_write_structure(pdf);
    for (size_t i = 0; i < pdf->page_count; i++)
        define_page(pdf, i);
    define_catalog(pdf);
    unsigned long error = pdf_file_save(pdf->file, pdf->meta->seed);
    return error ? report_failure(pdf, error) : 0;
}
