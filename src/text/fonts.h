/* The fonts of a house style.
 *
 * Opens the style's TrueType files and shapes words with them (shaper.h); a character that
 * a face lacks is taken from the fallback. One that no font has comes back with font -1,
 * for the device to draw U+FFFD and report it: never a silent box. */
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

#endif
