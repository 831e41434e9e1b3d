/* Fonts: the style's files, read when their first glyph is drawn, and written as subsets of
 * the glyphs that were drawn. */
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "out/pdf_internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FONT_FILE_LIMIT = 64 << 20, /* bytes */
    MOST_CODES = 0xFFFE,        /* in a font */
    MAP_BLOCK = 100,            /* most codes in a block of a ToUnicode map */
    MAP_LONGEST = 100,          /* most characters of one code there: a string has 512 bytes */
    STEM_WIDTH = 80,            /* nobody looks at it where the font is embedded */
    FLAG_SYMBOLIC = 4,          /* the font has its own encoding */
};

/* --- while drawing -------------------------------------------------------------------- */

static void fail(struct pdf *pdf)
{
    pdf->status = -1;
}

static void open_font(struct pdf *pdf, struct pdf_font *font, const char *path)
{
    size_t length;
    font->opened = true;
    if (pdf->status)
        return;
    if (file_read(path, FONT_FILE_LIMIT, &font->bytes, &length, pdf->sink)) {
        fail(pdf);
        return;
    }
    if (truetype_open(&font->face, font->bytes, length)) {
        diag_report(pdf->sink, DIAG_FONT_DAMAGED, (struct diag_at){0}, path, NULL);
        fail(pdf);
        return;
    }
    font->usable = true;
}

static size_t hash_of(unsigned glyph, const char *text, size_t length)
{
    size_t hash = 2166136261u ^ glyph;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash ^ hash >> 15;
}

/* Where the CID of a code is, or would be. */
static uint16_t *slot_of(const struct pdf_font *font, const struct pdf_code *code)
{
    size_t slot = hash_of(code->glyph, code->text, code->length) & (font->slot_count - 1);
    for (; font->slots[slot]; slot = (slot + 1) & (font->slot_count - 1)) {
        const struct pdf_code *other = &font->codes[font->slots[slot] - 1];
        if (other->glyph == code->glyph && other->length == code->length &&
            memcmp(other->text, code->text, code->length) == 0)
            break;
    }
    return &font->slots[slot];
}

/* Makes room for one more code: at most half of the slots are taken. */
static void make_room(struct pdf_font *font)
{
    if (2 * (font->code_count + 1) <= font->slot_count)
        return;
    free(font->slots);
    font->slot_count = font->slot_count ? 2 * font->slot_count : 256;
    font->slots = mem_zalloc(font->slot_count, sizeof *font->slots);
    for (size_t i = 0; i < font->code_count; i++)
        *slot_of(font, &font->codes[i]) = (uint16_t)(i + 1);
}

/* The number of a glyph that stands for these characters; 0: the font cannot be used, or it
 * has no room for more. */
static unsigned cid_of(struct pdf *pdf, int which, unsigned glyph, const char *text, size_t length)
{
    struct pdf_font *font = &pdf->fonts[which];
    struct pdf_code code = {(uint16_t)glyph, text, length};
    if (!font->opened)
        open_font(pdf, font, pdf->style->fonts[which]);
    if (!font->usable || glyph >= font->face.glyph_count)
        return 0;
    make_room(font);
    uint16_t *slot = slot_of(font, &code);
    if (*slot || font->code_count >= MOST_CODES)
        return *slot;
    code.text = arena_copy(&pdf->arena, text, length);
    font->codes =
        mem_grow(font->codes, &font->code_capacity, font->code_count + 1, sizeof *font->codes);
    font->codes[font->code_count++] = code;
    *slot = (uint16_t)font->code_count;
    return *slot;
}

static void report_missing(struct pdf *pdf, uint32_t codepoint)
{
    char name[16];
    for (size_t i = 0; i < pdf->missing_count; i++)
        if (pdf->missing[i] == codepoint)
            return;
    pdf->missing = mem_grow(pdf->missing, &pdf->missing_capacity, pdf->missing_count + 1,
                            sizeof *pdf->missing);
    pdf->missing[pdf->missing_count++] = codepoint;
    snprintf(name, sizeof name, "U+%04lX", (unsigned long)codepoint);
    diag_report(pdf->sink, DIAG_GLYPH_MISSING, (struct diag_at){0}, name, "U+FFFD", NULL);
}

static double width_of(const struct pdf_font *font, unsigned glyph)
{
    return (double)truetype_advance(&font->face, glyph) / font->face.units_per_em;
}

static struct pdf_glyph encode(struct pdf *pdf, int font, unsigned glyph, const char *text,
                               size_t length)
{
    unsigned cid = font >= 0 ? cid_of(pdf, font, glyph, text, length) : 0;
    if (!cid)
        return (struct pdf_glyph){.font = -1};
    return (struct pdf_glyph){font, cid, width_of(&pdf->fonts[font], glyph)};
}

/* Draws `sign` for characters that no font has; what is copied stays what it is. */
static struct pdf_glyph encode_replacement(struct pdf *pdf, enum text_face face, const char *sign,
                                           const char *text, size_t length)
{
    struct text_glyphs shaped = {0};
    struct pdf_glyph glyph = {.font = -1};
    pdf->metrics->shape(pdf->metrics->self, face, false, sign, strlen(sign), &shaped);
    if (shaped.count)
        glyph = encode(pdf, shaped.items[0].font, shaped.items[0].id, text, length);
    free(shaped.items);
    return glyph;
}

struct pdf_glyph pdf_glyph_of(struct pdf *pdf, enum text_face face, const char *text,
                              const struct text_glyph *glyph)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    /* A further glyph of its character: the map may not be empty, so it is a word joiner. (An
     * actual text would be a marked sequence within one, which many readers stumble over.) */
    static const char nothing[] = "\xE2\x81\xA0";
    const char *own = glyph->length ? text + glyph->start : nothing;
    size_t length = glyph->length ? glyph->length : sizeof nothing - 1;
    struct pdf_glyph encoded = encode(pdf, glyph->font, glyph->id, own, length);
    if (encoded.font >= 0 || pdf->status || glyph->font >= 0)
        return encoded;
    report_missing(pdf, glyph->id);
    encoded = encode_replacement(pdf, face, replacement, own, length);
    return encoded.font >= 0 ? encoded : encode_replacement(pdf, face, "?", own, length);
}

/* --- at the end ----------------------------------------------------------------------- */

static double per_mille(const struct pdf_font *font, double units)
{
    return units * 1000 / font->face.units_per_em;
}

/* The name with the tag that says it is a subset: six letters made from what is in it. */
static void add_subset_name(struct buf *out, const struct pdf_font *font)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < font->code_count; i++)
        hash = (hash ^ font->codes[i].glyph) * 16777619u;
    buf_add_char(out, '/');
    for (int i = 0; i < 6; i++, hash /= 26)
        buf_add_char(out, (char)('A' + hash % 26));
    buf_addf(out, "+%s", font->face.name);
}

static uint32_t write_font_file(struct pdf *pdf, const struct pdf_font *font)
{
    struct buf subset;
    buf_init(&subset, 0);
    uint16_t *glyphs = mem_zalloc(font->code_count, sizeof *glyphs);
    for (size_t i = 0; i < font->code_count; i++)
        glyphs[i] = font->codes[i].glyph;
    truetype_subset(&font->face, glyphs, font->code_count, &subset);
    char entries[40];
    snprintf(entries, sizeof entries, "/Length1 %zu\n", subset.length);
    uint32_t object =
        pdf_file_add_stream(pdf->file, entries, subset.data, subset.length, PDF_DEFLATED);
    free(glyphs);
    buf_release(&subset);
    return object;
}

static uint32_t write_descriptor(struct pdf *pdf, const struct pdf_font *font)
{
    const struct truetype *face = &font->face;
    struct buf entries;
    buf_init(&entries, 0);
    buf_add_string(&entries, "/Type /FontDescriptor /FontName ");
    add_subset_name(&entries, font);
    buf_addf(&entries, " /Flags %d /StemV %d /ItalicAngle ", FLAG_SYMBOLIC, STEM_WIDTH);
    buf_add_number(&entries, face->italic_angle, 2);
    buf_addf(&entries, " /Ascent %ld /Descent %ld /CapHeight %ld",
             lround(per_mille(font, face->ascent)), lround(per_mille(font, face->descent)),
             lround(per_mille(font, face->cap_height)));
    buf_add_string(&entries, " /FontBBox [");
    for (int i = 0; i < 4; i++)
        buf_addf(&entries, "%ld ", lround(per_mille(font, face->box[i])));
    buf_add_string(&entries, "]");
    pdf_add_reference(&entries, " /FontFile2", write_font_file(pdf, font));
    uint32_t object = pdf_file_add(pdf->file, &entries);
    buf_release(&entries);
    return object;
}

/* Widths of the codes 1, 2, 3 ... without kerning. */
static void add_widths(struct buf *out, const struct pdf_font *font)
{
    buf_add_string(out, " /W [1 [");
    for (size_t i = 0; i < font->code_count; i++) {
        unsigned advance = truetype_advance(&font->face, font->codes[i].glyph);
        buf_add_number(out, per_mille(font, advance), 3);
        buf_add_char(out, ' ');
    }
    buf_add_string(out, "]]");
}

static uint32_t write_descendant(struct pdf *pdf, const struct pdf_font *font)
{
    struct buf entries;
    buf_init(&entries, 0);
    buf_add_string(&entries, "/Type /Font /Subtype /CIDFontType2 /BaseFont ");
    add_subset_name(&entries, font);
    buf_add_string(&entries, " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
                             "/Supplement 0>> /CIDToGIDMap /Identity");
    pdf_add_reference(&entries, " /FontDescriptor", write_descriptor(pdf, font));
    add_widths(&entries, font);
    uint32_t object = pdf_file_add(pdf->file, &entries);
    buf_release(&entries);
    return object;
}

static void add_characters(struct buf *out, const struct pdf_code *code)
{
    const char *p = code->text, *end = p + code->length;
    for (int i = 0; p < end && i < MAP_LONGEST; i++)
        pdf_add_utf16(out, utf8_next(&p, end));
}

/* The map from codes in the file to Unicode: what is read aloud, found and copied. */
static uint32_t write_map(struct pdf *pdf, const struct pdf_font *font)
{
    static const char head[] = "/CIDInit /ProcSet findresource begin\n"
                               "12 dict begin\n"
                               "begincmap\n"
                               "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
                               "/Supplement 0>> def\n"
                               "/CMapName /Adobe-Identity-UCS def\n"
                               "/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    static const char tail[] = "endcmap\n"
                               "CMapName currentdict /CMap defineresource pop\n"
                               "end\nend\n";
    struct buf map;
    buf_init(&map, 0);
    buf_add_string(&map, head);
    for (size_t i = 0; i < font->code_count; i++) {
        size_t left = font->code_count - i;
        if (i % MAP_BLOCK == 0)
            buf_addf(&map, "%zu beginbfchar\n", left < MAP_BLOCK ? left : (size_t)MAP_BLOCK);
        buf_addf(&map, "<%04zX> <", i + 1);
        add_characters(&map, &font->codes[i]);
        buf_add_string(&map, ">\n");
        if (left == 1 || i % MAP_BLOCK == MAP_BLOCK - 1)
            buf_add_string(&map, "endbfchar\n");
    }
    buf_add_string(&map, tail);
    uint32_t object = pdf_file_add_stream(pdf->file, NULL, map.data, map.length, PDF_DEFLATED);
    buf_release(&map);
    return object;
}

static uint32_t write_font(struct pdf *pdf, const struct pdf_font *font)
{
    struct buf entries;
    buf_init(&entries, 0);
    buf_add_string(&entries, "/Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont ");
    add_subset_name(&entries, font);
    pdf_add_reference(&entries, " /DescendantFonts [", write_descendant(pdf, font));
    pdf_add_reference(&entries, "] /ToUnicode", write_map(pdf, font));
    uint32_t object = pdf_file_add(pdf->file, &entries);
    buf_release(&entries);
    return object;
}

void pdf_write_fonts(struct pdf *pdf, struct buf *resources)
{
    buf_add_string(resources, "/Font <<");
    for (int i = 0; i < STYLE_FONTS; i++) {
        if (!pdf->fonts[i].code_count)
            continue;
        buf_addf(resources, "/F%d", i);
        pdf_add_reference(resources, "", write_font(pdf, &pdf->fonts[i]));
        buf_add_char(resources, ' ');
    }
    buf_add_string(resources, ">>");
}

const struct truetype *pdf_font_face(struct pdf *pdf, enum style_font font)
{
    if (!pdf->fonts[font].opened)
        open_font(pdf, &pdf->fonts[font], pdf->style->fonts[font]);
    return pdf->fonts[font].usable ? &pdf->fonts[font].face : NULL;
}

void pdf_release_fonts(struct pdf *pdf)
{
    for (int i = 0; i < STYLE_FONTS; i++) {
        free(pdf->fonts[i].bytes);
        free(pdf->fonts[i].codes);
        free(pdf->fonts[i].slots);
    }
    free(pdf->missing);
}
