/* The font that viewers type with in the fields of a form.
 *
 * A simple font with Windows' Western encoding, which every viewer can type with, embedded with all
 * the glyphs that the encoding knows: Danish, and the languages of Western Europe. It has no
 * subset's name, because viewers do not type with those. */
#include "out/pdf_internal.h"

#include <math.h>

enum {
    FIRST_CODE = 0x20,
    LAST_CODE = 0xFF,
    CODE_COUNT = LAST_CODE - FIRST_CODE + 1,
    FLAG_NONSYMBOLIC = 32,
    STEM_WIDTH = 80, /* nobody looks at it where the font is embedded */
    BULLET = 0x2022, /* stands for the codes that mean nothing */
};

/* The character of a code: where code page 1252 is not Latin-1, its own. */
static uint16_t character_of(unsigned code)
{
    static const uint16_t own[32] = {
        0x20AC, BULLET, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, /* 0x80 */
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, BULLET, 0x017D, BULLET, /* 0x88 */
        BULLET, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, /* 0x90 */
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, BULLET, 0x017E, 0x0178, /* 0x98 */
    };
    if (code == 0x7F)
        return BULLET;
    return code >= 0x80 && code < 0xA0 ? own[code - 0x80] : (uint16_t)code;
}

/* The characters of all codes in ascending order, once each; returns how many. */
static size_t list_characters(const struct truetype *face, uint16_t *characters)
{
    size_t count = 0;
    for (unsigned code = FIRST_CODE; code <= LAST_CODE; code++) {
        uint16_t character = character_of(code);
        size_t at = count;
        while (at && characters[at - 1] > character)
            at--;
        if ((at && characters[at - 1] == character) || !truetype_glyph(face, character))
            continue;
        for (size_t i = count++; i > at; i--)
            characters[i] = characters[i - 1];
        characters[at] = character;
    }
    return count;
}

static uint32_t write_font_file(struct pdf *pdf, const struct truetype *face)
{
    uint16_t characters[CODE_COUNT];
    struct buf subset = {0}, entries = {0};
    size_t count = list_characters(face, characters);
    truetype_subset_characters(face, characters, count, &subset);
    buf_addf(&entries, "/Length1 %zu\n", subset.length);
    uint32_t object =
        pdf_file_add_stream(pdf->file, entries.data, subset.data, subset.length, PDF_DEFLATED);
    buf_release(&subset);
    buf_release(&entries);
    return object;
}

static long per_mille(const struct truetype *face, int units)
{
    return lround(units * 1000.0 / face->units_per_em);
}

static uint32_t write_descriptor(struct pdf *pdf, const struct truetype *face)
{
    struct buf out = {0};
    buf_addf(&out, "/Type /FontDescriptor /FontName /%s /Flags %d /StemV %d /ItalicAngle ",
             face->name, FLAG_NONSYMBOLIC, STEM_WIDTH);
    buf_add_number(&out, face->italic_angle, 2);
    buf_addf(&out, " /Ascent %ld /Descent %ld /CapHeight %ld /FontBBox [",
             per_mille(face, face->ascent), per_mille(face, face->descent),
             per_mille(face, face->cap_height));
    for (size_t i = 0; i < 4; i++)
        buf_addf(&out, "%ld ", per_mille(face, face->box[i]));
    buf_add_char(&out, ']');
    pdf_add_reference(&out, " /FontFile2", write_font_file(pdf, face));
    uint32_t object = pdf_file_add(pdf->file, &out);
    buf_release(&out);
    return object;
}

/* A code means what its encoding says; this says it to those who do not know encodings. */
static uint32_t write_map(struct pdf *pdf)
{
    struct buf out = {0};
    buf_add_string(&out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                         "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
                         "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
                         "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\n"
                         "endcodespacerange\n2 beginbfrange\n<20> <7E> <0020>\n"
                         "<A0> <FF> <00A0>\nendbfrange\n33 beginbfchar\n");
    for (unsigned code = 0x7F; code < 0xA0; code++) {
        buf_addf(&out, "<%02X> <", code);
        pdf_add_utf16(&out, character_of(code));
        buf_add_string(&out, ">\n");
    }
    buf_add_string(&out, "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\n"
                         "end\nend\n");
    uint32_t object = pdf_file_add_stream(pdf->file, NULL, out.data, out.length, PDF_DEFLATED);
    buf_release(&out);
    return object;
}

uint32_t pdf_write_typing_font(struct pdf *pdf)
{
    struct buf out = {0};
    const struct truetype *face = pdf_font_face(pdf, STYLE_FONT_REGULAR);
    if (!face)
        return 0;
    buf_addf(&out, "/Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding",
             face->name);
    buf_addf(&out, " /FirstChar %d /LastChar %d /Widths [", FIRST_CODE, LAST_CODE);
    for (unsigned code = FIRST_CODE; code <= LAST_CODE; code++) {
        unsigned glyph = truetype_glyph(face, character_of(code));
        buf_add_number(&out, truetype_advance(face, glyph) * 1000.0 / face->units_per_em, 3);
        buf_add_char(&out, ' ');
    }
    buf_add_char(&out, ']');
    pdf_add_reference(&out, " /FontDescriptor", write_descriptor(pdf, face));
    pdf_add_reference(&out, " /ToUnicode", write_map(pdf));
    uint32_t object = pdf_file_add(pdf->file, &out);
    buf_release(&out);
    return object;
}
