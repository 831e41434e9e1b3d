/* Fonts: the style's files, read when their first character is drawn, and written as
 * subsets of the characters that were drawn. */
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
    MAP_BLOCK = 100,            /* most characters in a block of a ToUnicode map */
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

/* Where the number of a character is kept. */
static uint16_t *code_slot(struct pdf *pdf, struct pdf_font *font, uint32_t codepoint)
{
    uint16_t **block = &font->code_blocks[codepoint >> 8];
    if (!*block)
        *block = arena_array(&pdf->arena, 256, sizeof **block);
    return &(*block)[codepoint & 0xFF];
}

/* The character's number in this font; 0: the font does not have it. */
static unsigned cid_of(struct pdf *pdf, int which, uint32_t codepoint)
{
    struct pdf_font *font = &pdf->fonts[which];
    if (!font->opened)
        open_font(pdf, font, pdf->style->fonts[which]);
    if (!font->usable)
        return 0;
    uint16_t *slot = code_slot(pdf, font, codepoint);
    if (*slot)
        return *slot;
    unsigned glyph = truetype_glyph(&font->face, codepoint);
    if (!glyph || font->code_count >= 0xFFFE)
        return 0;
    font->codes =
        mem_grow(font->codes, &font->code_capacity, font->code_count + 1, sizeof *font->codes);
    font->codes[font->code_count++] = (struct pdf_code){codepoint, (uint16_t)glyph};
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

static struct pdf_glyph look_up(struct pdf *pdf, enum text_face face, uint32_t codepoint)
{
    struct text_glyph glyph = pdf->metrics->glyph(pdf->metrics->self, face, codepoint);
    unsigned cid = glyph.font >= 0 ? cid_of(pdf, glyph.font, codepoint) : 0;
    return (struct pdf_glyph){cid ? glyph.font : -1, cid};
}

struct pdf_glyph pdf_glyph_of(struct pdf *pdf, enum text_face face, uint32_t codepoint)
{
    struct pdf_glyph glyph = look_up(pdf, face, codepoint);
    if (glyph.font >= 0 || pdf->status)
        return glyph;
    report_missing(pdf, codepoint);
    glyph = look_up(pdf, face, UTF8_BAD);
    return glyph.font >= 0 ? glyph : look_up(pdf, face, '?');
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
        hash = (hash ^ font->codes[i].codepoint) * 16777619u;
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

/* Widths of the characters 1, 2, 3 ...; the same as the layout measured. */
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

/* The map from characters in the file to Unicode: what is read aloud, found and copied. */
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
        pdf_add_utf16(&map, font->codes[i].codepoint);
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

void pdf_write_fonts(struct pdf *pdf)
{
    struct buf entries;
    buf_init(&entries, 0);
    buf_add_string(&entries, "/Font <<");
    for (int i = 0; i < STYLE_FONTS; i++) {
        if (!pdf->fonts[i].code_count)
            continue;
        buf_addf(&entries, "/F%d", i);
        pdf_add_reference(&entries, "", write_font(pdf, &pdf->fonts[i]));
        buf_add_char(&entries, ' ');
    }
    buf_add_string(&entries, ">>");
    pdf_file_define(pdf->file, pdf->resources, &entries);
    buf_release(&entries);
}

void pdf_release_fonts(struct pdf *pdf)
{
    for (int i = 0; i < STYLE_FONTS; i++) {
        free(pdf->fonts[i].bytes);
        free(pdf->fonts[i].codes);
    }
    free(pdf->missing);
}
