/* The fonts of a house style; see fonts.h. */
#include "text/fonts.h"

#include "base/memory.h"
#include "text/shaper.h"

#include <errno.h>
#include <hb-ot.h>
#include <hb.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fonts {
    const struct style *style;
    struct shaper shaper;
    struct text_metrics metrics;
};

/* Opens a font file; false where it is no font for text. Asking for a letter makes
 * HarfBuzz load the tables now: later it would pass over what it cannot load. */
static bool open_font(hb_font_t **font, const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    *font = hb_font_create(face);
    hb_face_destroy(face);
    hb_codepoint_t letter;
    return hb_font_get_nominal_glyph(*font, 'a', &letter) && letter &&
           hb_font_get_glyph_h_advance(*font, letter) > 0;
}

static void shape(void *self, enum text_face face, bool right_to_left, const char *word,
                  size_t length, struct text_glyphs *out)
{
    struct fonts *fonts = self;
    shaper_shape(&fonts->shaper, face, right_to_left, word, length, out);
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

/* A font of a municipality's own style is told with its line and key, one of ours with the
 * package to install. */
static bool is_own(const struct style *style, int font)
{
    return style->file && style->font_at[font].file == style->file;
}

static void tell_missing(const struct style *style, int font, struct diag_sink *sink)
{
    const char *path = style->fonts[font];
    if (is_own(style, font))
        diag_report(sink, DIAG_FONT_OWN_MISSING, style->font_at[font], path,
                    style_font_key((enum style_font)font), NULL);
    else
        diag_report(sink, DIAG_FONT_MISSING, (struct diag_at){0}, path, package_of(path), NULL);
}

static void tell_damaged(const struct style *style, int font, struct diag_sink *sink)
{
    const char *path = style->fonts[font];
    if (is_own(style, font))
        diag_report(sink, DIAG_FONT_OWN_DAMAGED, style->font_at[font], path,
                    style_font_key((enum style_font)font), NULL);
    else
        diag_report(sink, DIAG_FONT_DAMAGED, (struct diag_at){0}, path, NULL);
}

/* What is missing or damaged is told at once, before anything is drawn with it. */
static bool open_all(struct fonts *fonts, struct diag_sink *sink)
{
    for (int i = 0; i < STYLE_FONTS; i++) {
        const char *path = fonts->style->fonts[i];
        if (access(path, R_OK)) {
            tell_missing(fonts->style, i, sink);
            return false;
        }
        if (!open_font(&fonts->shaper.fonts[i], path)) {
            tell_damaged(fonts->style, i, sink);
            return false;
        }
    }
    return true;
}

/* Ascent and descent of the regular face, in em. */
static void read_line_metrics(struct fonts *fonts)
{
    hb_font_t *font = fonts->shaper.fonts[STYLE_FONT_REGULAR];
    double em = hb_face_get_upem(hb_font_get_face(font));
    hb_font_extents_t extents;
    hb_font_get_extents_for_direction(font, HB_DIRECTION_LTR, &extents);
    fonts->metrics.ascent = extents.ascender / em;
    fonts->metrics.descent = fabs(extents.descender / em);
}

/* HarfBuzz takes a failed allocation for a table that is not there and goes on. */
static void refuse_partly_loaded_fonts(void)
{
    if (errno == ENOMEM)
        mem_exhausted();
}

struct fonts *fonts_open(const struct style *style, struct diag_sink *sink)
{
    struct fonts *fonts = mem_zalloc(1, sizeof *fonts);
    fonts->style = style;
    fonts->metrics.shape = shape;
    fonts->metrics.self = fonts;
    errno = 0;
    shaper_init(&fonts->shaper);
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
    shaper_release(&fonts->shaper);
    for (int i = 0; i < STYLE_FONTS; i++)
        hb_font_destroy(fonts->shaper.fonts[i]);
    free(fonts);
}

const struct text_metrics *fonts_metrics(struct fonts *fonts)
{
    return &fonts->metrics;
}
