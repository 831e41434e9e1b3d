/* Words become glyphs, through HarfBuzz: kerning, ligatures, marks and joined letters as
 * the fonts have them.
 *
 * A word is shaped in its face; characters that the face lacks are taken from its fallback,
 * cluster by cluster. Words that were shaped lately are remembered. The fonts are borrowed. */
#ifndef TEXT_SHAPER_H
#define TEXT_SHAPER_H

#include "base/style.h"
#include "text/text.h"

#include <hb.h>

enum { SHAPER_REMEMBERED = 8192 /* words; a power of two */ };

struct shaper_word;

struct shaper {
    hb_font_t *fonts[STYLE_FONTS];
    hb_buffer_t *buffers[2]; /* for the face and, while that one is read, for the fallback */
    struct shaper_word *words[SHAPER_REMEMBERED];
};

/* Takes over nothing: the fonts are to be set already. */
void shaper_init(struct shaper *shaper);
void shaper_release(struct shaper *shaper);

/* Adds the glyphs of a word; the contract is text_metrics.shape's. */
void shaper_shape(struct shaper *shaper, enum text_face face, bool right_to_left, const char *word,
                  size_t length, struct text_glyphs *out);

#endif
