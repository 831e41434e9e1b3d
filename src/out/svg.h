/* SVG: a figure for the screen, or for a page of HTML.
 *
 * The figure is one image for screen readers, named by its title and described by
 * its text; boxes and links carry ids, classes (their roles) and titles besides.
 * Text is real text, one element per line, with its measured length, so that the
 * lines hold where the font is missing. No scripts, nothing loaded from elsewhere.
 * The same figure gives the same bytes. Lengths are points. */
#ifndef OUT_SVG_H
#define OUT_SVG_H

#include "base/buf.h"
#include "base/style.h"
#include "figure/figure.h"

/* Adds a whole SVG file, on paper and with a margin. */
void svg_write(struct buf *out, const struct figure *figure, const struct style *style);

/* Adds an svg element for a page of HTML. All ids begin with `prefix` (a name of
 * letters and digits), so that several figures can stand on one page. */
void svg_write_inline(struct buf *out, const struct figure *figure, const struct style *style,
                      const char *prefix);

#endif
