/* Words become glyphs; see shaper.h. */
#include "text/shaper.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const enum style_font fonts_of[TEXT_FACES][2] = {
    [TEXT_REGULAR] = {STYLE_FONT_REGULAR, STYLE_FONT_FALLBACK},
    [TEXT_SEMIBOLD] = {STYLE_FONT_SEMIBOLD, STYLE_FONT_FALLBACK_BOLD},
    [TEXT_ITALIC] = {STYLE_FONT_ITALIC, STYLE_FONT_FALLBACK},
};

/* A word on its way through HarfBuzz. */
struct shaping {
    struct shaper *shaper;
    enum text_face face;
    bool right_to_left;
    const char *word;
    size_t length;
    hb_script_t script;
    struct text_glyphs *out;
};

void shaper_init(struct shaper *shaper)
{
    for (int i = 0; i < 2; i++)
        shaper->buffers[i] = hb_buffer_create();
}

/* --- clusters --------------------------------------------------------------------------- */

/* Glyphs that stand for the same characters, in the order in which they are read. */
struct cluster {
    const hb_glyph_info_t *infos;
    const hb_glyph_position_t *positions;
    unsigned count;
    size_t start, end; /* bytes of the word */
};

static struct text_glyph *add_glyph(struct text_glyphs *out)
{
    out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
    struct text_glyph *glyph = &out->items[out->count++];
    *glyph = (struct text_glyph){.font = -1};
    return glyph;
}

/* The first character of [start, end) that the font has no glyph for. */
static uint32_t missing_character(hb_font_t *font, const char *start, const char *end)
{
    uint32_t first = 0;
    hb_codepoint_t glyph;
    while (start < end) {
        uint32_t codepoint = utf8_next(&start, end);
        if (!hb_font_get_nominal_glyph(font, codepoint, &glyph) || !glyph)
            return codepoint;
        if (!first)
            first = codepoint;
    }
    return first;
}

static double units_per_em(hb_font_t *font)
{
    return hb_face_get_upem(hb_font_get_face(font));
}

/* Width in em of what a device draws for a missing character. */
static double replacement_width(hb_font_t *font)
{
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(font, UTF8_BAD, &glyph))
        return 0.6;
    return hb_font_get_glyph_h_advance(font, glyph) / units_per_em(font);
}

/* Bytes of the character at `p`. */
static size_t character_length(const char *p, const char *end)
{
    const char *start = p;
    utf8_next(&p, end);
    return (size_t)(p - start);
}

/* Adds blank glyphs without an advance for characters that a ligature has drawn already. For
 * readers of a page put what runs from right to left in order by where it stands: characters
 * that share a glyph would come out in the wrong one. */
static void add_blanks(const struct shaping *s, enum style_font which, const char *p,
                       const char *end)
{
    hb_codepoint_t blank;
    if (!hb_font_get_nominal_glyph(s->shaper->fonts[which], ' ', &blank))
        return;
    for (size_t length; p < end; p += length) {
        length = character_length(p, end);
        *add_glyph(s->out) = (struct text_glyph){.font = (int)which,
                                                 .id = blank,
                                                 .start = (uint32_t)(p - s->word),
                                                 .length = (uint32_t)length,
                                                 .x = -0.01};
    }
}

static void add_missing(const struct shaping *s, hb_font_t *font, const struct cluster *c,
                        struct text_glyph *glyph)
{
    glyph->font = -1;
    glyph->id = missing_character(font, s->word + c->start, s->word + c->end);
    glyph->advance = replacement_width(font);
}

/* Adds the glyphs of a cluster. Each gets one of its characters, the last all that are
 * left: so what is copied or read aloud is the text, however marks and letters were joined. */
static void add_cluster(const struct shaping *s, enum style_font which, const struct cluster *c)
{
    hb_font_t *font = s->shaper->fonts[which];
    double em = units_per_em(font);
    const char *p = s->word + c->start, *end = s->word + c->end;
    for (unsigned i = 0; i < c->count; i++) {
        bool all = i + 1 == c->count && !s->right_to_left;
        size_t length = p == end ? 0 : all ? (size_t)(end - p) : character_length(p, end);
        struct text_glyph *glyph = add_glyph(s->out);
        *glyph = (struct text_glyph){
            .font = (int)which,
            .id = c->infos[i].codepoint,
            .start = (uint32_t)(p - s->word),
            .length = (uint32_t)length,
            .advance = c->positions[i].x_advance / em,
            .x = c->positions[i].x_offset / em,
            .y = c->positions[i].y_offset / em,
        };
        if (!glyph->id)
            add_missing(s, font, c, glyph);
        p += length;
    }
    add_blanks(s, which, p, end);
}

static bool lacks_a_glyph(const struct cluster *cluster)
{
    for (unsigned i = 0; i < cluster->count; i++)
        if (!cluster->infos[i].codepoint)
            return true;
    return false;
}

/* --- shaping ---------------------------------------------------------------------------- */

/* HarfBuzz takes a failed allocation for something that the font does not have. */
static void run_harfbuzz(hb_font_t *font, hb_buffer_t *buffer)
{
    errno = 0;
    bool shaped = hb_shape_full(font, buffer, NULL, 0, NULL);
    if (!shaped || !hb_buffer_allocation_successful(buffer) || errno == ENOMEM)
        mem_exhausted();
}

/* Shapes the bytes [start, end) of the word, knowing what is around them. */
static hb_buffer_t *shape_part(const struct shaping *s, int attempt, size_t start, size_t end)
{
    hb_buffer_t *buffer = s->shaper->buffers[attempt];
    hb_buffer_reset(buffer);
    hb_buffer_add_utf8(buffer, s->word, (int)s->length, (unsigned)start, (int)(end - start));
    hb_buffer_set_direction(buffer, s->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, s->script);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    run_harfbuzz(s->shaper->fonts[fonts_of[s->face][attempt]], buffer);
    if (s->right_to_left)
        hb_buffer_reverse(buffer); /* it has been in the order in which it is drawn */
    return buffer;
}

/* The cluster that begins with glyph `first` of a buffer, and ends in the word at `end`
 * if it is the last. */
static struct cluster cluster_at(hb_buffer_t *buffer, unsigned first, size_t end)
{
    unsigned count, last = first;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    while (last < count && infos[last].cluster == infos[first].cluster)
        last++;
    return (struct cluster){
        .infos = infos + first,
        .positions = positions + first,
        .count = last - first,
        .start = infos[first].cluster,
        .end = last < count ? infos[last].cluster : end,
    };
}

/* Shapes the bytes [start, end) in the face or, at the second attempt, its fallback. What the
 * face lacks is shaped in the fallback, as long stretches as possible. */
static void shape_range(const struct shaping *s, int attempt, size_t start, size_t end)
{
    hb_buffer_t *buffer = shape_part(s, attempt, start, end);
    size_t lacking = end; /* where what the face lacks begins; `end`: nowhere */
    for (unsigned i = 0, count = hb_buffer_get_length(buffer); i < count;) {
        struct cluster cluster = cluster_at(buffer, i, end);
        i += cluster.count;
        bool lacks = attempt == 0 && lacks_a_glyph(&cluster);
        if (lacks && lacking == end)
            lacking = cluster.start;
        if (lacking < end && (!lacks || i == count)) {
            shape_range(s, 1, lacking, lacks ? cluster.end : cluster.start);
            lacking = end;
        }
        if (!lacks)
            add_cluster(s, fonts_of[s->face][attempt], &cluster);
    }
}

/* --- scripts ---------------------------------------------------------------------------- */

static bool is_real(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED;
}

/* Sets the script of what begins at `start`, and returns where another one begins. Digits
 * and signs are of the script that they stand in. */
static size_t script_end(struct shaping *s, size_t start)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    const char *end = s->word + s->length;
    s->script = HB_SCRIPT_COMMON;
    for (const char *p = s->word + start; p < end;) {
        size_t at = (size_t)(p - s->word);
        hb_script_t script = hb_unicode_script(unicode, utf8_next(&p, end));
        if (!is_real(script))
            continue;
        if (is_real(s->script) && script != s->script)
            return at;
        s->script = script;
    }
    return s->length;
}

static void shape_word(struct shaping *s)
{
    for (size_t start = 0, end; start < s->length; start = end) {
        end = script_end(s, start);
        shape_range(s, 0, start, end);
    }
}

/* --- memory of words -------------------------------------------------------------------- */

struct shaper_word {
    uint32_t hash;
    enum text_face face;
    bool right_to_left;
    size_t length, count;
    struct text_glyph *glyphs;
    char bytes[];
};

static uint32_t hash_of(const struct shaping *s)
{
    uint32_t hash = 2166136261u ^ ((uint32_t)s->face << 1 | s->right_to_left);
    for (size_t i = 0; i < s->length; i++)
        hash = (hash ^ (unsigned char)s->word[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static bool is_same(const struct shaper_word *word, const struct shaping *s, uint32_t hash)
{
    return word->hash == hash && word->length == s->length && word->face == s->face &&
           word->right_to_left == s->right_to_left && memcmp(word->bytes, s->word, s->length) == 0;
}

/* The place of a word: where it is, or where it would be, over one that is forgotten if need
 * be. So the time for a word has a bound, whatever the words are. */
static struct shaper_word **place_of(const struct shaping *s, uint32_t hash)
{
    enum { PLACES = 4 };
    struct shaper_word **words = s->shaper->words;
    struct shaper_word **place = &words[hash % SHAPER_REMEMBERED];
    for (uint32_t i = 0; i < PLACES; i++) {
        struct shaper_word **next = &words[(hash + i) % SHAPER_REMEMBERED];
        if (!*next || is_same(*next, s, hash))
            return next;
    }
    return place;
}

static void forget(struct shaper_word *word)
{
    if (word)
        free(word->glyphs);
    free(word);
}

/* Keeps the glyphs that were added from `first` on. */
static struct shaper_word *remember(const struct shaping *s, uint32_t hash, size_t first)
{
    struct shaper_word *word = mem_alloc(sizeof *word + s->length);
    size_t count = s->out->count - first;
    word->hash = hash;
    word->face = s->face;
    word->right_to_left = s->right_to_left;
    word->length = s->length;
    word->count = count;
    word->glyphs = mem_zalloc(count ? count : 1, sizeof *word->glyphs);
    memcpy(word->bytes, s->word, s->length);
    if (count)
        memcpy(word->glyphs, s->out->items + first, count * sizeof *word->glyphs);
    return word;
}

static void add_known(const struct shaper_word *word, struct text_glyphs *out)
{
    if (!word->count)
        return;
    out->items = mem_grow(out->items, &out->capacity, out->count + word->count, sizeof *out->items);
    memcpy(out->items + out->count, word->glyphs, word->count * sizeof *word->glyphs);
    out->count += word->count;
}

void shaper_shape(struct shaper *shaper, enum text_face face, bool right_to_left, const char *word,
                  size_t length, struct text_glyphs *out)
{
    struct shaping shaping = {.shaper = shaper,
                              .face = face,
                              .right_to_left = right_to_left,
                              .word = word,
                              .length = length,
                              .out = out};
    uint32_t hash = hash_of(&shaping);
    struct shaper_word **place = place_of(&shaping, hash);
    if (*place && is_same(*place, &shaping, hash)) {
        add_known(*place, out);
        return;
    }
    size_t first = out->count;
    shape_word(&shaping);
    forget(*place);
    *place = remember(&shaping, hash, first);
}

void shaper_release(struct shaper *shaper)
{
    for (size_t i = 0; i < SHAPER_REMEMBERED; i++)
        forget(shaper->words[i]);
    for (int i = 0; i < 2; i++)
        hb_buffer_destroy(shaper->buffers[i]);
}
