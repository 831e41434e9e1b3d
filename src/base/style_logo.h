/* The logo of a style: a PNG or JPEG picture that every device can show.
 *
 * Its kind is told by its first bytes, not by its name, and its size is read from its header.
 * What PDF and browsers do not show alike is refused with what to do about it: other
 * kinds of files, pictures that are cut off, colours for printing presses. */
#ifndef BASE_STYLE_LOGO_H
#define BASE_STYLE_LOGO_H

#include "base/style.h"

/* How wide a logo may be on the page, points. */
enum { STYLE_LOGO_WIDEST = 240 };

/* Reads the picture at `path` into style->logo; `at` is the line that names it. Reports and
 * returns -1 where it will not do; style->logo is then empty. */
int style_read_logo(struct style *style, const char *path, struct diag_at at,
                    struct diag_sink *sink);

#endif
