/* Text: fixed metrics, widths, strings to draw; see text.h. */
#include "text/text.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "text/bidi.h"
#include "text/units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF, /* within a text: pasted from another program */
};

/* --- characters ------------------------------------------------------------------------- */

bool units_is_invisible(uint32_t codepoint)
{
    if (codepoint > '\n' && codepoint < UTF8_SOFT_HYPHEN)
        return false;
    return codepoint == UTF8_SOFT_HYPHEN || codepoint == ZERO_WIDTH_SPACE ||
           codepoint == WORD_JOINER || codepoint == BYTE_ORDER_MARK || codepoint == '\n' ||
           bidi_is_control(codepoint);
}

bool units_stands_alone(uint32_t codepoint)
{
    return codepoint == ' ' || codepoint == '\n' || codepoint == '-' || codepoint == '/' ||
           codepoint == NO_BREAK_SPACE || codepoint == EN_DASH;
}

void units_add_visible(struct buf *out, const char *text, size_t length)
{
    const char *copied = text, *end = text + length;
    while (text < end) {
        const char *start = text;
        if ((unsigned char)*text < 0x80 && *text != '\n') {
            text++;
            continue;
        }
        uint32_t codepoint = utf8_next(&text, end);
        if (codepoint != UTF8_BAD && !units_is_invisible(codepoint))
            continue;
        buf_add(out, copied, (size_t)(start - copied));
        copied = text;
        if (codepoint == UTF8_BAD)
            buf_add_codepoint(out, codepoint);
    }
    buf_add(out, copied, (size_t)(end - copied));
}

/* --- fixed metrics ---------------------------------------------------------------------- */

void text_shape_plainly(struct text_glyphs *out, const char *word, size_t length,
                        double (*advance)(uint32_t codepoint))
{
    for (const char *p = word, *end = word + length; p < end;) {
        const char *start = p;
        uint32_t codepoint = utf8_next(&p, end);
        out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
        out->items[out->count++] = (struct text_glyph){
            .id = codepoint,
            .start = (uint32_t)(start - word),
            .length = (uint32_t)(p - start),
            .advance = advance(codepoint),
        };
    }
}

static double half_an_em(uint32_t codepoint)
{
    (void)codepoint;
    return 0.5;
}

static void fixed_shape(void *self, enum text_face face, bool right_to_left, const char *word,
                        size_t length, struct text_glyphs *out)
{
    (void)self;
    (void)face;
    (void)right_to_left;
    text_shape_plainly(out, word, length, half_an_em);
}

const struct text_metrics *text_fixed_metrics(void)
{
    static const struct text_metrics fixed = {
        .shape = fixed_shape, .ascent = 0.75, .descent = 0.25};
    return &fixed;
}

/* --- words ------------------------------------------------------------------------------ */

size_t units_word_length(const char *text, const char *end)
{
    const char *p = text;
    while (p < end) {
        const char *start = p;
        if (units_stands_alone(utf8_next(&p, end)))
            return (size_t)((start > text ? start : p) - text);
        if (p - text > TEXT_LONGEST_WORD)
            return (size_t)(start - text);
    }
    return (size_t)(end - text);
}

double units_shape_word(const struct text_metrics *metrics, enum text_face face, bool right_to_left,
                        const char *word, size_t length, struct text_glyphs *scratch)
{
    double width = 0;
    scratch->count = 0;
    if (length)
        metrics->shape(metrics->self, face, right_to_left, word, length, scratch);
    for (size_t i = 0; i < scratch->count; i++)
        width += scratch->items[i].advance;
    return width;
}

/* --- widths ----------------------------------------------------------------------------- */

/* True for a text that runs from left to right and holds nothing invisible. */
static bool is_plain(const char *text, const char *end)
{
    while (text < end) {
        if ((unsigned char)*text < 0x80 && *text != '\n') {
            text++;
            continue;
        }
        uint32_t codepoint = utf8_next(&text, end);
        if (units_is_invisible(codepoint) || bidi_may_turn(codepoint))
            return false;
    }
    return true;
}

static double plain_width(const struct text_metrics *metrics, enum text_face face, const char *text,
                          const char *end)
{
    struct text_glyphs scratch = {0};
    double width = 0;
    while (text < end) {
        size_t length = units_word_length(text, end);
        width += units_shape_word(metrics, face, false, text, length, &scratch);
        text += length;
    }
    free(scratch.items);
    return width;
}

static double mixed_width(const struct text_metrics *metrics, enum text_face face, const char *text,
                          size_t length)
{
    struct buf copy = {0};
    struct units units = {.metrics = metrics};
    double width = 0;
    buf_add(&copy, text, length);
    units_read(&units, &(struct text_run){.text = copy.data, .face = face, .size = 1}, 1);
    for (size_t i = 0; i < units.count; i++)
        width += units.items[i].width;
    units_release(&units);
    buf_release(&copy);
    return width;
}

double text_width(const struct text_metrics *metrics, enum text_face face, double size,
                  const char *text, size_t length)
{
    if (!length)
        return 0;
    if (is_plain(text, text + length))
        return size * plain_width(metrics, face, text, text + length);
    return size * mixed_width(metrics, face, text, length);
}

/* --- strings to draw -------------------------------------------------------------------- */

/* A stretch of a setting that runs one way. */
struct stretch {
    struct text_setting *setting;
    const struct text_metrics *metrics;
    enum text_face face;
    bool right_to_left;
};

/* Moves glyphs, whose x is what the font says, to where the pen leaves them. */
static double place_glyphs(struct text_glyph *glyphs, size_t count, bool right_to_left, double pen)
{
    for (size_t i = 0; i < count; i++) {
        if (right_to_left)
            pen -= glyphs[i].advance;
        glyphs[i].x += pen;
        if (!right_to_left)
            pen += glyphs[i].advance;
    }
    return pen;
}

/* Adds what stands in the setting's text from `start`, with the pen at its beginning. */
static void set_words(const struct stretch *stretch, size_t start, double pen)
{
    const struct text_metrics *metrics = stretch->metrics;
    struct text_glyphs *glyphs = &stretch->setting->glyphs;
    const char *text = stretch->setting->text.data, *end = text + stretch->setting->text.length;
    for (const char *word = text + start; word < end;) {
        size_t length = units_word_length(word, end), first = glyphs->count;
        metrics->shape(metrics->self, stretch->face, stretch->right_to_left, word, length, glyphs);
        for (size_t i = first; i < glyphs->count; i++)
            glyphs->items[i].start += (uint32_t)(word - text);
        pen =
            place_glyphs(glyphs->items + first, glyphs->count - first, stretch->right_to_left, pen);
        word += length;
    }
}

/* Adds a text of one direction that begins at `x`, and a space behind it if there is one. */
static void set_stretch(const struct stretch *stretch, const char *text, double x, bool space)
{
    struct buf *out = &stretch->setting->text;
    size_t start = out->length;
    units_add_visible(out, text, strlen(text));
    if (space)
        buf_add_char(out, ' ');
    set_words(stretch, start, x);
}

/* Adds a text that may run both ways: the pieces of the one line that it gives. */
static void set_mixed(struct stretch *stretch, const struct text_string *string)
{
    struct arena arena = {0};
    const struct text_run run = {.text = string->text, .face = stretch->face, .size = 1};
    struct text_lines lines = text_wrap(&arena, stretch->metrics, &run, 1, INFINITY);
    const struct text_line *line = &lines.lines[0];
    for (size_t i = 0; i < line->count; i++) {
        const struct text_piece *piece = &lines.pieces[i];
        stretch->right_to_left = piece->direction == TEXT_RIGHT_TO_LEFT;
        set_stretch(stretch, text_piece_string(&arena, &run, piece),
                    piece->x + (stretch->right_to_left ? piece->width : 0), false);
    }
    stretch->right_to_left = line->right_to_left;
    set_stretch(stretch, "", line->right_to_left ? 0 : line->width, string->space);
    arena_release(&arena);
}

void text_set(struct text_setting *setting, const struct text_metrics *metrics,
              const struct text_string *string)
{
    const char *text = string->text;
    bool right_to_left = string->direction == TEXT_RIGHT_TO_LEFT;
    struct stretch stretch = {setting, metrics, string->face, right_to_left};
    buf_reset(&setting->text);
    setting->glyphs.count = 0;
    if (string->direction == TEXT_MIXED && !is_plain(text, text + strlen(text)))
        set_mixed(&stretch, string);
    else
        set_stretch(&stretch, text, right_to_left ? string->width : 0, string->space);
}

void text_setting_release(struct text_setting *setting)
{
    buf_release(&setting->text);
    free(setting->glyphs.items);
}
