/* TrueType files: characters, widths and subsets; see pdf_truetype.h. The tables are
 * described in ISO/IEC 14496-22 (OpenType). */
#include "out/pdf_truetype.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_TABLES = 256,
    FS_RESTRICTED = 0x0002, /* OS/2 fsType: may not be embedded */
    FS_USABLE = 0x000C,     /* ... but preview or editing is allowed */

    /* head */
    HEAD_LENGTH = 54,
    HEAD_ADJUSTMENT = 8,
    HEAD_LOCA_FORMAT = 50,
    /* hhea */
    HHEA_LENGTH = 36,
    HHEA_METRIC_COUNT = 34,
    /* maxp */
    MAXP_GLYPH_COUNT = 4,

    /* flags of the parts of a composed glyph */
    PART_WORDS = 0x0001,
    PART_SCALE = 0x0008,
    PART_MORE = 0x0020,
    PART_TWO_SCALES = 0x0040,
    PART_MATRIX = 0x0080,
};

/* --- reading -------------------------------------------------------------------------- */

static unsigned read16(const struct truetype *font, size_t at)
{
    if (at + 2 > font->length)
        return 0;
    return (unsigned)font->bytes[at] << 8 | font->bytes[at + 1];
}

static uint32_t read32(const struct truetype *font, size_t at)
{
    return (uint32_t)read16(font, at) << 16 | read16(font, at + 2);
}

static int read_signed(const struct truetype *font, size_t at)
{
    return (int16_t)read16(font, at);
}

/* The table with this name; of length 0 where there is none inside the file. */
static struct truetype_table find_table(const struct truetype *font, const char *tag)
{
    unsigned count = read16(font, 4);
    for (size_t i = 0; i < count && i < MOST_TABLES; i++) {
        size_t record = 12 + 16 * i;
        if (record + 16 > font->length || memcmp(font->bytes + record, tag, 4) != 0)
            continue;
        size_t start = read32(font, record + 8);
        size_t length = read32(font, record + 12);
        if (start <= font->length && length <= font->length - start)
            return (struct truetype_table){start, length};
    }
    return (struct truetype_table){0, 0};
}

/* Looks for Unicode characters: of all planes (format 12) rather than of the first (4). */
static struct truetype_table find_characters(const struct truetype *font)
{
    struct truetype_table cmap = find_table(font, "cmap");
    struct truetype_table best = {0, 0};
    unsigned count = cmap.length ? read16(font, cmap.start + 2) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t record = cmap.start + 4 + 8 * i;
        unsigned platform = read16(font, record);
        unsigned encoding = read16(font, record + 2);
        size_t offset = read32(font, record + 4);
        bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
        if (!unicode || offset >= cmap.length)
            continue;
        struct truetype_table found = {cmap.start + offset, cmap.length - offset};
        unsigned format = read16(font, found.start);
        if (format == 12)
            return found;
        if (format == 4)
            best = found;
    }
    return best;
}

/* The PostScript name of the name table, or "Font". */
static void read_name(struct truetype *font)
{
    strcpy(font->name, "Font");
    struct truetype_table table = find_table(font, "name");
    unsigned count = table.length ? read16(font, table.start + 2) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t record = table.start + 6 + 12 * i;
        bool windows = read16(font, record) == 3; /* UTF-16 */
        bool postscript = read16(font, record + 6) == 6;
        if (!windows || !postscript)
            continue;
        size_t length = read16(font, record + 8) / 2;
        size_t text = table.start + read16(font, table.start + 4) + read16(font, record + 10);
        size_t used = 0;
        for (size_t k = 0; k < length && used < TRUETYPE_NAME_MAX; k++) {
            unsigned c = read16(font, text + 2 * k);
            if (c > ' ' && c < 0x7F && !strchr("[](){}<>/%#+", (int)c))
                font->name[used++] = (char)c;
        }
        font->name[used] = '\0';
        return;
    }
}

static bool may_be_embedded(const struct truetype *font, struct truetype_table os2)
{
    unsigned type = os2.length ? read16(font, os2.start + 8) : 0;
    return !(type & FS_RESTRICTED) || (type & FS_USABLE);
}

static void read_metrics(struct truetype *font, struct truetype_table os2)
{
    struct truetype_table post = find_table(font, "post");
    font->units_per_em = read16(font, font->head.start + 18);
    for (size_t i = 0; i < 4; i++)
        font->box[i] = read_signed(font, font->head.start + 36 + 2 * i);
    font->long_offsets = read_signed(font, font->head.start + HEAD_LOCA_FORMAT);
    font->ascent = read_signed(font, font->hhea.start + 4);
    font->descent = read_signed(font, font->hhea.start + 6);
    font->metric_count = read16(font, font->hhea.start + HHEA_METRIC_COUNT);
    font->glyph_count = read16(font, font->maxp.start + MAXP_GLYPH_COUNT);
    font->cap_height = os2.length >= 90 ? read_signed(font, os2.start + 88) : font->ascent;
    font->italic_angle = post.length ? (int32_t)read32(font, post.start + 4) / 65536.0 : 0;
}

int truetype_open(struct truetype *font, const void *bytes, size_t length)
{
    *font = (struct truetype){.bytes = bytes, .length = length};
    uint32_t kind = read32(font, 0);
    if (kind != 0x00010000 && kind != 0x74727565) /* or "true" */
        return -1;
    font->glyf = find_table(font, "glyf");
    font->loca = find_table(font, "loca");
    font->head = find_table(font, "head");
    font->hhea = find_table(font, "hhea");
    font->hmtx = find_table(font, "hmtx");
    font->maxp = find_table(font, "maxp");
    font->cvt = find_table(font, "cvt ");
    font->fpgm = find_table(font, "fpgm");
    font->prep = find_table(font, "prep");
    font->characters = find_characters(font);
    if (!font->glyf.length || !font->loca.length || font->head.length < HEAD_LENGTH ||
        font->hhea.length < HHEA_LENGTH || !font->hmtx.length || font->maxp.length < 6 ||
        !font->characters.length)
        return -1;
    struct truetype_table os2 = find_table(font, "OS/2");
    read_metrics(font, os2);
    read_name(font);
    if (!font->units_per_em || !font->glyph_count || !font->metric_count)
        return -1;
    return may_be_embedded(font, os2) ? 0 : -1;
}

/* --- characters and widths ------------------------------------------------------------ */

/* Format 4: segments of the first plane, with parallel arrays for their last and first
 * characters, a difference and an offset. */
static unsigned glyph_in_segments(const struct truetype *font, uint32_t codepoint)
{
    size_t at = font->characters.start;
    size_t count = read16(font, at + 6) / 2;
    size_t lasts = at + 14;
    size_t firsts = lasts + 2 * count + 2;
    size_t deltas = firsts + 2 * count;
    size_t offsets = deltas + 2 * count;
    if (codepoint > 0xFFFF)
        return 0;
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (read16(font, lasts + 2 * middle) < codepoint)
            low = middle + 1;
        else
            high = middle;
    }
    unsigned first = read16(font, firsts + 2 * low);
    if (low == count || first > codepoint)
        return 0;
    unsigned delta = read16(font, deltas + 2 * low);
    unsigned offset = read16(font, offsets + 2 * low);
    if (!offset)
        return (codepoint + delta) & 0xFFFF;
    unsigned glyph = read16(font, offsets + 2 * low + offset + 2 * (codepoint - first));
    return glyph ? (glyph + delta) & 0xFFFF : 0;
}

/* Format 12: groups of first character, last character, first glyph. */
static unsigned glyph_in_groups(const struct truetype *font, uint32_t codepoint)
{
    size_t groups = font->characters.start + 16;
    size_t low = 0;
    size_t high = read32(font, font->characters.start + 12);
    if (high > font->characters.length / 12)
        high = font->characters.length / 12;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        size_t group = groups + 12 * middle;
        uint32_t first = read32(font, group);
        if (codepoint < first)
            high = middle;
        else if (codepoint > read32(font, group + 4))
            low = middle + 1;
        else
            return (read32(font, group + 8) + (codepoint - first)) & 0xFFFF;
    }
    return 0;
}

unsigned truetype_glyph(const struct truetype *font, uint32_t codepoint)
{
    bool groups = read16(font, font->characters.start) == 12;
    unsigned glyph = groups ? glyph_in_groups(font, codepoint) : glyph_in_segments(font, codepoint);
    return glyph < font->glyph_count ? glyph : 0;
}

/* Where the metric of a glyph stands; those past the last share its advance. */
static size_t metric_at(const struct truetype *font, unsigned glyph)
{
    unsigned index = glyph < font->metric_count ? glyph : font->metric_count - 1;
    return font->hmtx.start + 4 * (size_t)index;
}

unsigned truetype_advance(const struct truetype *font, unsigned glyph)
{
    return read16(font, metric_at(font, glyph));
}

static unsigned left_bearing(const struct truetype *font, unsigned glyph)
{
    if (glyph < font->metric_count)
        return read16(font, metric_at(font, glyph) + 2);
    size_t bearings = font->hmtx.start + 4 * (size_t)font->metric_count;
    return read16(font, bearings + 2 * (size_t)(glyph - font->metric_count));
}

/* --- subset --------------------------------------------------------------------------- */

/* The glyphs of a subset in their new order. */
struct selection {
    const struct truetype *font;
    uint16_t *glyphs; /* old number by new */
    size_t count, capacity;
    uint16_t *renamed; /* new number by old, of parts; 0: not there yet */
};

static size_t select_glyph(struct selection *selection, unsigned glyph)
{
    selection->glyphs = mem_grow(selection->glyphs, &selection->capacity, selection->count + 1,
                                 sizeof *selection->glyphs);
    selection->glyphs[selection->count] = (uint16_t)glyph;
    return selection->count++;
}

/* The new number of a part of a composed glyph. */
static size_t select_part(struct selection *selection, unsigned glyph)
{
    if (glyph >= selection->font->glyph_count || selection->count > 0xFFFE)
        return 0;
    if (!selection->renamed[glyph])
        selection->renamed[glyph] = (uint16_t)select_glyph(selection, glyph);
    return selection->renamed[glyph];
}

/* Where the outline of a glyph is; of length 0 for a space. */
static struct truetype_table outline_of(const struct truetype *font, unsigned glyph)
{
    size_t start;
    size_t end;
    if (font->long_offsets) {
        start = read32(font, font->loca.start + 4 * (size_t)glyph);
        end = read32(font, font->loca.start + 4 * (size_t)glyph + 4);
    } else {
        start = 2 * (size_t)read16(font, font->loca.start + 2 * (size_t)glyph);
        end = 2 * (size_t)read16(font, font->loca.start + 2 * (size_t)glyph + 2);
    }
    if (start >= end || end > font->glyf.length)
        return (struct truetype_table){0, 0};
    return (struct truetype_table){font->glyf.start + start, end - start};
}

static void put16(char *bytes, size_t value)
{
    bytes[0] = (char)(value >> 8 & 0xFF);
    bytes[1] = (char)(value & 0xFF);
}

static void put32(char *bytes, size_t value)
{
    put16(bytes, value >> 16);
    put16(bytes + 2, value);
}

static void add16(struct buf *out, size_t value)
{
    char bytes[2];
    put16(bytes, value);
    buf_add(out, bytes, sizeof bytes);
}

static void add32(struct buf *out, size_t value)
{
    char bytes[4];
    put32(bytes, value);
    buf_add(out, bytes, sizeof bytes);
}

static size_t part_length(unsigned flags)
{
    size_t length = flags & PART_WORDS ? 8 : 6;
    if (flags & PART_MATRIX)
        return length + 8;
    if (flags & PART_TWO_SCALES)
        return length + 4;
    return flags & PART_SCALE ? length + 2 : length;
}

/* Gives the parts of a composed glyph, copied to `copy`, their new numbers. */
static void rename_parts(struct selection *selection, struct truetype_table outline, char *copy)
{
    size_t at = 10; /* behind the number of contours and the box */
    unsigned flags = PART_MORE;
    while ((flags & PART_MORE) && at + 4 <= outline.length) {
        flags = read16(selection->font, outline.start + at);
        unsigned part = read16(selection->font, outline.start + at + 2);
        put16(copy + at + 2, select_part(selection, part));
        at += part_length(flags);
    }
}

static void add_outline(struct selection *selection, unsigned glyph, struct buf *glyf)
{
    const struct truetype *font = selection->font;
    struct truetype_table outline = outline_of(font, glyph);
    if (!outline.length)
        return;
    size_t start = glyf->length;
    buf_add(glyf, (const char *)font->bytes + outline.start, outline.length);
    if (read_signed(font, outline.start) < 0)
        rename_parts(selection, outline, glyf->data + start);
    while (glyf->length % 4)
        buf_add_char(glyf, '\0');
}

/* The tables of a subset that are made anew. */
struct subset {
    struct buf glyf, loca, hmtx, head, hhea, maxp;
};

static void build_glyphs(struct subset *subset, struct selection *selection)
{
    /* Parts are appended while the loop runs. */
    for (size_t i = 0; i < selection->count; i++) {
        unsigned glyph = selection->glyphs[i];
        add32(&subset->loca, subset->glyf.length);
        add_outline(selection, glyph, &subset->glyf);
        add16(&subset->hmtx, truetype_advance(selection->font, glyph));
        add16(&subset->hmtx, left_bearing(selection->font, glyph));
    }
    add32(&subset->loca, subset->glyf.length);
}

static void copy_table(struct buf *out, const struct truetype *font, struct truetype_table table)
{
    buf_add(out, (const char *)font->bytes + table.start, table.length);
}

static void build_headers(struct subset *subset, const struct truetype *font, size_t glyph_count)
{
    copy_table(&subset->head, font, font->head);
    put32(subset->head.data + HEAD_ADJUSTMENT, 0);
    put16(subset->head.data + HEAD_LOCA_FORMAT, 1);
    copy_table(&subset->hhea, font, font->hhea);
    put16(subset->hhea.data + HHEA_METRIC_COUNT, glyph_count);
    copy_table(&subset->maxp, font, font->maxp);
    put16(subset->maxp.data + MAXP_GLYPH_COUNT, glyph_count);
}

static uint32_t checksum(const char *bytes, size_t length)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += (uint32_t)(unsigned char)bytes[i] << (24 - 8 * (i % 4));
    return sum;
}

struct part {
    const char *tag;
    const char *bytes;
    size_t length;
};

static void add_directory(struct buf *out, const struct part *parts, size_t count)
{
    size_t power = 1;
    size_t log = 0;
    while (2 * power <= count) {
        power *= 2;
        log++;
    }
    add32(out, 0x00010000);
    add16(out, count);
    add16(out, 16 * power);
    add16(out, log);
    add16(out, 16 * (count - power));
    size_t offset = 12 + 16 * count;
    for (size_t i = 0; i < count; i++) {
        buf_add(out, parts[i].tag, 4);
        add32(out, checksum(parts[i].bytes, parts[i].length));
        add32(out, offset);
        add32(out, parts[i].length);
        offset += (parts[i].length + 3) / 4 * 4;
    }
}

/* Writes the parts as a font file; the sum over all of it goes into head. */
static void assemble(struct buf *out, const struct part *parts, size_t count)
{
    size_t start = out->length;
    size_t head = 0;
    add_directory(out, parts, count);
    for (size_t i = 0; i < count; i++) {
        if (memcmp(parts[i].tag, "head", 4) == 0)
            head = out->length;
        buf_add(out, parts[i].bytes, parts[i].length);
        while ((out->length - start) % 4)
            buf_add_char(out, '\0');
    }
    if (!out->overflow) {
        uint32_t sum = checksum(out->data + start, out->length - start);
        put32(out->data + head + HEAD_ADJUSTMENT, 0xB1B0AFBA - sum);
    }
}

static size_t add_part(struct part *parts, size_t count, const char *tag, const struct buf *table)
{
    parts[count] = (struct part){tag, table->data, table->length};
    return count + 1;
}

static size_t add_copied_part(struct part *parts, size_t count, const char *tag,
                              const struct truetype *font, struct truetype_table table)
{
    if (!table.length)
        return count;
    parts[count] = (struct part){tag, (const char *)font->bytes + table.start, table.length};
    return count + 1;
}

/* `cmap` may be empty. */
static void add_subset(struct buf *out, const struct subset *subset, const struct truetype *font,
                       const struct buf *cmap)
{
    struct part parts[10];
    size_t count = 0; /* in the order of their names */
    if (cmap->length)
        count = add_part(parts, count, "cmap", cmap);
    count = add_copied_part(parts, count, "cvt ", font, font->cvt);
    count = add_copied_part(parts, count, "fpgm", font, font->fpgm);
    count = add_part(parts, count, "glyf", &subset->glyf);
    count = add_part(parts, count, "head", &subset->head);
    count = add_part(parts, count, "hhea", &subset->hhea);
    count = add_part(parts, count, "hmtx", &subset->hmtx);
    count = add_part(parts, count, "loca", &subset->loca);
    count = add_part(parts, count, "maxp", &subset->maxp);
    count = add_copied_part(parts, count, "prep", font, font->prep);
    assemble(out, parts, count);
}

static void write_subset(const struct truetype *font, const uint16_t *glyphs, size_t count,
                         const struct buf *cmap, struct buf *out)
{
    struct selection selection = {.font = font};
    struct subset subset;
    struct buf *tables[] = {&subset.glyf, &subset.loca, &subset.hmtx,
                            &subset.head, &subset.hhea, &subset.maxp};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        buf_init(tables[i], 0);
    selection.renamed = mem_zalloc(font->glyph_count, sizeof *selection.renamed);
    select_glyph(&selection, 0);
    for (size_t i = 0; i < count; i++)
        select_glyph(&selection, glyphs[i]);
    build_glyphs(&subset, &selection);
    build_headers(&subset, font, selection.count);
    add_subset(out, &subset, font, cmap);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        buf_release(tables[i]);
    free(selection.renamed);
    free(selection.glyphs);
}

void truetype_subset(const struct truetype *font, const uint16_t *glyphs, size_t count,
                     struct buf *out)
{
    write_subset(font, glyphs, count, &(struct buf){0}, out);
}

/* --- subset by character -------------------------------------------------------------- */

/* Counts the characters from `first` on that follow each other without a gap. */
static size_t stretch(const uint16_t *characters, size_t first, size_t count)
{
    size_t length = 1;
    while (first + length < count && characters[first + length] == characters[first] + length)
        length++;
    return length;
}

/* A cmap with one table, of Windows' Unicode. Its segments are stretches of characters, whose
 * glyphs follow each other as they do; the last one, of U+FFFF, is what the format asks for. */
static void build_characters(struct buf *cmap, const uint16_t *characters, size_t count)
{
    struct buf lasts = {0}, firsts = {0}, deltas = {0};
    size_t segments = 1;
    for (size_t i = 0; i < count; segments++) {
        size_t length = stretch(characters, i, count);
        add16(&firsts, characters[i]);
        add16(&lasts, characters[i] + length - 1);
        add16(&deltas, i + 1 - characters[i]);
        i += length;
    }
    add16(&lasts, 0xFFFF);
    add16(&firsts, 0xFFFF);
    add16(&deltas, 1);
    size_t power = 1, log = 0;
    for (; 2 * power <= segments; power *= 2)
        log++;
    const size_t head[] = {0,
                           1,
                           3,
                           1,
                           0,
                           12,
                           4,
                           16 + 8 * segments,
                           0,
                           2 * segments,
                           2 * power,
                           log,
                           2 * (segments - power)};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        add16(cmap, head[i]);
    buf_add(cmap, lasts.data, lasts.length);
    add16(cmap, 0);
    buf_add(cmap, firsts.data, firsts.length);
    buf_add(cmap, deltas.data, deltas.length);
    for (size_t i = 0; i < segments; i++)
        add16(cmap, 0); /* no glyphs beside the deltas */
    buf_release(&lasts);
    buf_release(&firsts);
    buf_release(&deltas);
}

void truetype_subset_characters(const struct truetype *font, const uint16_t *characters,
                                size_t count, struct buf *out)
{
    struct buf cmap = {0};
    uint16_t *glyphs = mem_zalloc(count, sizeof *glyphs);
    for (size_t i = 0; i < count; i++)
        glyphs[i] = (uint16_t)truetype_glyph(font, characters[i]);
    build_characters(&cmap, characters, count);
    write_subset(font, glyphs, count, &cmap, out);
    buf_release(&cmap);
    free(glyphs);
}
