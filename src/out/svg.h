/* SVG: a figure for the screen, or for a page of HTML.
 *
 * The figure is named by its title and described by its text. A diagram of the model is a
 * document for screen readers: each box and each link is a symbol of its own, with its
 * title as its name and that of its mark; what is there for the eye alone is hidden from
 * them. A chart, which shows nothing of the model by id, is one image.
 *
 * For pages that style the figure or lead somewhere from it: boxes are groups of the class
 * "box" and their role, with the id ROLE-ID (letters, digits, points and hyphens of the
 * model's id as they are, other bytes as _ and two hex digits; _2, _3 ... behind it where the
 * figure shows an object twice in one role). Links are of the class "link" and their role,
 * with the id link-ID, or link-FROM_to_TO where they have none; data-from and data-to are
 * the model's ids, data-from-box and data-to-box those of the groups. Meeting points are
 * hub-1, hub-2 ... The states of boxes and links are further classes.
 *
 * Text is real text, one element per line, with its measured length, so that the lines hold
 * where the font is missing. No scripts, nothing loaded from elsewhere. The same figure gives
 * the same bytes. Lengths are points. */
#ifndef OUT_SVG_H
#define OUT_SVG_H

#include "base/buf.h"
#include "base/style.h"
#include "figure/figure.h"

/* Adds a whole SVG file, on paper and with a margin. */
void svg_write(struct buf *out, const struct figure *figure, const struct style *style);

/* How large that file is, points: the figure and its margin. */
void svg_size(const struct figure *figure, double *width, double *height);

/* Adds an svg element for a page of HTML. All ids begin with `prefix` (a name of
 * letters and digits), so that several figures can stand on one page. */
void svg_write_inline(struct buf *out, const struct figure *figure, const struct style *style,
                      const char *prefix);

#endif
