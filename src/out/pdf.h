/* PDF: pages and figures as accessible documents (PDF/UA-1 and PDF/A-2a).
 *
 * Every mark on a page belongs to a structure element or is an artifact, every
 * character is text that can be read aloud, searched and copied, fonts are
 * embedded as subsets, colours are sRGB. The same input gives the same bytes.
 *
 * A character that none of the fonts has is drawn as U+FFFD and reported once as
 * a warning. Functions return 0, or -1 after exactly one report of error
 * severity; `out` is then to be thrown away. */
#ifndef OUT_PDF_H
#define OUT_PDF_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/style.h"
#include "doc/pages.h"
#include "figure/figure.h"
#include "text/text.h"

#include <stdint.h>

/* What the file says about itself. Strings are UTF-8; NULL leaves an entry out. */
struct pdf_meta {
    const char *title; /* shown in the window's title; never NULL */
    const char *author;
    const char *subject;
    const char *lang;    /* of the program's own texts, BCP 47; never NULL */
    const char *creator; /* "virkning 0.1.0" */
    int64_t date;        /* seconds since 1970, UTC */
    const char *seed;    /* tells files of equal content apart in their ID; NULL: none */
    bool readable;       /* larger, and all but pages and fonts can be read with an editor */
};

/* Adds the pages as a PDF file to `out`. `metrics` must be those of the layout: they
 * tell which of the style's fonts has a character. */
int pdf_write_pages(struct buf *out, const struct pages *pages, const struct text_metrics *metrics,
                    const struct pdf_meta *meta, struct diag_sink *sink);

/* How figures become pages of their own: enlarged, the widest in the middle of the width of its
 * page, the others at its left edge. */
struct pdf_sheet {
    double width, height; /* of the page, points; 0: as the figure and its margins need */
    double side, top;     /* margins, points */
    double scale;         /* of the figure; 0: 1 */
};

/* Adds figures that belong together, each on a page and each with what is read aloud in its
 * place; one at least. */
int pdf_write_figures(struct buf *out, const struct figure *figures, size_t count,
                      const struct pdf_sheet *sheet, const struct style *style,
                      const struct text_metrics *metrics, const struct pdf_meta *meta,
                      struct diag_sink *sink);

#endif
