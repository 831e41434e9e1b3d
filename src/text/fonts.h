/* The fonts of a house style, measured through HarfBuzz.
 *
 * Opens the style's TrueType files; a character that a face lacks is taken from
 * the fallback. One that no font has is U+FFFD on the page and is counted, so
 * that the caller can report it: never a silent box. */
#ifndef TEXT_FONTS_H
#define TEXT_FONTS_H

#include "base/diag.h"
#include "base/style.h"
#include "text/text.h"

struct fonts;

/* Opens the fonts of `style` (borrowed, must outlive the fonts). NULL after a report. */
struct fonts *fonts_open(const struct style *style, struct diag_sink *sink);
void fonts_free(struct fonts *fonts);

const struct text_metrics *fonts_metrics(struct fonts *fonts);

/* The first code point asked for that no font has; 0: none. */
uint32_t fonts_missing(const struct fonts *fonts);

#endif
