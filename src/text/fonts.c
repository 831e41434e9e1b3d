/* The fonts of a house style; see fonts.h. */
#include "text/fonts.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <hb-ot.h>
#include <hb.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Characters whose glyphs are remembered: Latin with its extensions. */
enum { REMEMBERED = 0x250 };

struct font {
    hb_font_t *font;
    double units_per_em;
};

struct fonts {
    const struct style *style;
    struct font fonts[STYLE_FONTS];
    struct text_glyph known[TEXT_FACES][REMEMBERED];
    bool is_known[TEXT_FACES][REMEMBERED];
    struct text_metrics metrics;
};

static const enum style_font primary_of[TEXT_FACES] = {
    [TEXT_REGULAR] = STYLE_FONT_REGULAR,
    [TEXT_SEMIBOLD] = STYLE_FONT_SEMIBOLD,
    [TEXT_ITALIC] = STYLE_FONT_ITALIC,
};

static const enum style_font fallback_of[TEXT_FACES] = {
    [TEXT_REGULAR] = STYLE_FONT_FALLBACK,
    [TEXT_SEMIBOLD] = STYLE_FONT_FALLBACK_BOLD,
    [TEXT_ITALIC] = STYLE_FONT_FALLBACK,
};

/* Opens a font file; false where it is no font for text. Asking for a letter makes
 * HarfBuzz load the tables now: later it would pass over what it cannot load. */
static bool open_font(struct font *font, const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    font->font = hb_font_create(face);
    font->units_per_em = hb_face_get_upem(face);
    hb_face_destroy(face);
    hb_codepoint_t letter;
    return hb_font_get_nominal_glyph(font->font, 'a', &letter) && letter &&
           hb_font_get_glyph_h_advance(font->font, letter) > 0;
}

static bool look_up(struct fonts *fonts, enum style_font which, uint32_t codepoint,
                    struct text_glyph *glyph)
{
    const struct font *font = &fonts->fonts[which];
    hb_codepoint_t id;
    if (!hb_font_get_nominal_glyph(font->font, codepoint, &id) || !id)
        return false;
    double advance = hb_font_get_glyph_h_advance(font->font, id);
    *glyph = (struct text_glyph){(int)which, advance / font->units_per_em};
    return true;
}

static struct text_glyph find_glyph(struct fonts *fonts, enum text_face face, uint32_t codepoint)
{
    struct text_glyph glyph;
    if (look_up(fonts, primary_of[face], codepoint, &glyph) ||
        look_up(fonts, fallback_of[face], codepoint, &glyph))
        return glyph;
    if (look_up(fonts, fallback_of[face], UTF8_BAD, &glyph))
        return (struct text_glyph){-1, glyph.advance};
    return (struct text_glyph){-1, 0.6};
}

static struct text_glyph glyph_of(void *self, enum text_face face, uint32_t codepoint)
{
    struct fonts *fonts = self;
    if (codepoint >= REMEMBERED)
        return find_glyph(fonts, face, codepoint);
    if (!fonts->is_known[face][codepoint]) {
        fonts->known[face][codepoint] = find_glyph(fonts, face, codepoint);
        fonts->is_known[face][codepoint] = true;
    }
    return fonts->known[face][codepoint];
}

/* The Debian package of a font that a fresh machine may lack. */
static const char *package_of(const char *path)
{
    if (strstr(path, "OpenSans"))
        return "fonts-open-sans";
    if (strstr(path, "DejaVu"))
        return "fonts-dejavu-core";
    return "fonts-open-sans";
}

/* What is missing or damaged is told at once, before anything is drawn with it. */
static bool open_all(struct fonts *fonts, struct diag_sink *sink)
{
    for (int i = 0; i < STYLE_FONTS; i++) {
        const char *path = fonts->style->fonts[i];
        if (access(path, R_OK)) {
            diag_report(sink, DIAG_FONT_MISSING, (struct diag_at){0}, path, package_of(path), NULL);
            return false;
        }
        if (!open_font(&fonts->fonts[i], path)) {
            diag_report(sink, DIAG_FONT_DAMAGED, (struct diag_at){0}, path, NULL);
            return false;
        }
    }
    return true;
}

/* Ascent and descent of the regular face, in em. */
static void read_line_metrics(struct fonts *fonts)
{
    const struct font *font = &fonts->fonts[STYLE_FONT_REGULAR];
    hb_font_extents_t extents;
    hb_font_get_extents_for_direction(font->font, HB_DIRECTION_LTR, &extents);
    fonts->metrics.ascent = extents.ascender / font->units_per_em;
    fonts->metrics.descent = fabs(extents.descender / font->units_per_em);
}

/* HarfBuzz takes a failed allocation for a table that is not there and goes on; all that
 * it needs is loaded while the fonts are opened, so this is the time to ask. */
static void refuse_partly_loaded_fonts(void)
{
    if (errno == ENOMEM)
        mem_exhausted();
}

struct fonts *fonts_open(const struct style *style, struct diag_sink *sink)
{
    struct fonts *fonts = mem_zalloc(1, sizeof *fonts);
    fonts->style = style;
    fonts->metrics.glyph = glyph_of;
    fonts->metrics.self = fonts;
    errno = 0;
    bool opened = open_all(fonts, sink);
    if (opened)
        read_line_metrics(fonts);
    refuse_partly_loaded_fonts();
    if (!opened) {
        fonts_free(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (int i = 0; i < STYLE_FONTS; i++)
        hb_font_destroy(fonts->fonts[i].font);
    free(fonts);
}

const struct text_metrics *fonts_metrics(struct fonts *fonts)
{
    return &fonts->metrics;
}
