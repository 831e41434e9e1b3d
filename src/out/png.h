/* PNG: a figure as a picture of pixels, for slides and for pages that take nothing else.
 *
 * Drawn by a program of its own, virkning-png, which renders our SVG with librsvg and the
 * fonts of the style: linked into this one, its libraries would make every command slow to
 * start. The same figure, style and width give the same bytes on one machine. */
#ifndef OUT_PNG_H
#define OUT_PNG_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/style.h"
#include "figure/figure.h"

/* Pixels per point where no width is asked for. */
#define PNG_SCALE 2

/* The largest picture, pixels. */
enum { PNG_LONGEST_SIDE = 20000, PNG_MOST_PIXELS = 200000000 };

/* Adds a whole PNG file, `width` pixels wide; 0: PNG_SCALE for each point. Reports and
 * returns -1 where the picture would be too large, or the program is not there or fails;
 * `out` is then of no use. */
int png_write(struct buf *out, const struct figure *figure, const struct style *style,
              uint32_t width, struct diag_sink *sink);

#endif
