/* TrueType files: which glyph a character has, how wide it is, and a small font of
 * only the glyphs that are used.
 *
 * Reads the tables glyf, loca, head, hhea, hmtx, maxp and cmap (formats 4 and 12).
 * The file's bytes are borrowed. Nothing in them is trusted: what would lie beyond
 * the end reads as zero. */
#ifndef OUT_PDF_TRUETYPE_H
#define OUT_PDF_TRUETYPE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TRUETYPE_NAME_MAX = 63 };

struct truetype_table {
    size_t start, length; /* bytes; length 0: the font has none */
};

/* Lengths are in font units, units_per_em of them to the em. */
struct truetype {
    const unsigned char *bytes;
    size_t length;
    struct truetype_table glyf, loca, head, hhea, hmtx, maxp, cvt, fpgm, prep;
    struct truetype_table characters; /* the part of cmap that is used */
    unsigned units_per_em, glyph_count, metric_count;
    int long_offsets;    /* form of loca */
    int box[4];          /* left, bottom, right, top */
    int ascent, descent; /* descent is negative */
    int cap_height;
    double italic_angle;              /* degrees */
    char name[TRUETYPE_NAME_MAX + 1]; /* PostScript name */
};

/* Returns 0, or -1 where the bytes are no TrueType font with outlines and Unicode
 * characters, or the font's licence bits forbid embedding. */
int truetype_open(struct truetype *font, const void *bytes, size_t length);

/* The glyph of a character; 0: the font has none. */
unsigned truetype_glyph(const struct truetype *font, uint32_t codepoint);

unsigned truetype_advance(const struct truetype *font, unsigned glyph);

/* Adds a TrueType file in which glyph 0 is the font's and glyph i + 1 is glyphs[i];
 * the parts of composed glyphs follow. It has no cmap and no names. */
void truetype_subset(const struct truetype *font, const uint16_t *glyphs, size_t count,
                     struct buf *out);

/* The same for a font that is asked by character: glyph i + 1 is that of characters[i], which
 * ascend, and a cmap of format 4 says so. */
void truetype_subset_characters(const struct truetype *font, const uint16_t *characters,
                                size_t count, struct buf *out);

#endif
