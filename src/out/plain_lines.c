/* Lines of plain text, and prose that is broken into them; see plain_parts.h. */
#include "out/plain_parts.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

enum {
    NO_BREAK_SPACE = 0xA0,
    NARROW_NO_BREAK_SPACE = 0x202F,
    OBJECT = 0xFFFC, /* stands for a text that is not to be divided, as wide as its size */
};

/* --- columns -------------------------------------------------------------------------- */

struct range {
    uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

/* Signs that stand over others, and those that steer and are not seen. */
static bool is_zero_wide(uint32_t c)
{
    static const struct range ranges[] = {
        {0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},     {0x300, 0x36F},   {0x483, 0x489},
        {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C2},   {0x5C4, 0x5C5},   {0x5C7, 0x5C7},
        {0x610, 0x61A},   {0x64B, 0x65F},   {0x670, 0x670},   {0x6D6, 0x6DC},   {0x6DF, 0x6E4},
        {0x6E7, 0x6E8},   {0x6EA, 0x6ED},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
        {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
        {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    };
    return is_in(ranges, sizeof ranges / sizeof *ranges, c);
}

/* East Asian letters and most pictures. */
static bool is_double_wide(uint32_t c)
{
    static const struct range ranges[] = {
        {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };
    return is_in(ranges, sizeof ranges / sizeof *ranges, c);
}

static double columns_of(uint32_t codepoint)
{
    if (is_zero_wide(codepoint))
        return 0;
    return is_double_wide(codepoint) ? 2 : 1;
}

static void shape_columns(void *self, enum text_face face, bool right_to_left, const char *word,
                          size_t length, struct text_glyphs *out)
{
    (void)self;
    (void)face;
    (void)right_to_left;
    text_shape_plainly(out, word, length, columns_of);
}

void plain_init(struct plain *plain, const struct doc *doc)
{
    *plain = (struct plain){.doc = doc};
    plain->metrics = (struct text_metrics){.shape = shape_columns, .ascent = 0.75, .descent = 0.25};
}

int plain_columns(const struct plain *plain, const char *text)
{
    return (int)text_width(&plain->metrics, TEXT_REGULAR, 1, text, strlen(text));
}

bool plain_is_blank(const char *text)
{
    return !text || !text[strspn(text, " \n")];
}

/* --- lines ---------------------------------------------------------------------------- */

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE;
}

/* The text as it may be shown in a terminal. Spaces that hold words together do so until the
 * lines are written. */
static const char *clean(struct plain *plain, const char *text)
{
    struct buf out = {0};
    const char *end = text + strlen(text);
    size_t length = 0; /* without spaces at the end */
    for (const char *p = text; p < end;) {
        uint32_t c = utf8_next(&p, end);
        if (c == '\t')
            c = ' ';
        if (is_control(c))
            continue;
        buf_add_codepoint(&out, c);
        if (!is_space(c))
            length = out.length;
    }
    const char *kept = arena_copy(&plain->arena, out.data ? out.data : "", length);
    buf_release(&out);
    return kept;
}

void lines_add(struct plain *plain, struct lines *lines, const char *text)
{
    struct line *line = arena_alloc(&plain->arena, sizeof *line);
    line->text = clean(plain, text);
    if (lines->last)
        lines->last->next = line;
    else
        lines->first = line;
    lines->last = line;
    lines->count++;
}

void lines_gap(struct plain *plain, struct lines *lines)
{
    if (lines->last && *lines->last->text)
        lines_add(plain, lines, "");
}

void lines_append(struct plain *plain, struct lines *lines, const struct lines *more,
                  const char *first, const char *rest)
{
    struct buf text = {0};
    for (const struct line *line = more->first; line; line = line->next) {
        buf_reset(&text);
        buf_add_string(&text, line == more->first ? first : rest);
        buf_add_string(&text, line->text);
        lines_add(plain, lines, text.data);
    }
    buf_release(&text);
}

void lines_rule(struct plain *plain, struct lines *lines, const char *sign, int columns)
{
    struct buf text = {0};
    for (int i = 0; i < columns; i++)
        buf_add_string(&text, sign);
    lines_add(plain, lines, text.data ? text.data : "");
    buf_release(&text);
}

static void write_line(struct buf *out, const char *text)
{
    const char *end = text + strlen(text);
    for (const char *p = text; p < end;) {
        uint32_t c = utf8_next(&p, end);
        buf_add_codepoint(out, is_space(c) ? ' ' : c);
    }
    buf_add_char(out, '\n');
}

void lines_write(struct buf *out, const struct lines *lines)
{
    size_t empty = 0;
    for (const struct line *line = lines->first; line; line = line->next) {
        if (!*line->text) {
            empty++;
            continue;
        }
        for (; empty; empty--)
            buf_add_char(out, '\n');
        write_line(out, line->text);
    }
}

int lines_widest(const struct plain *plain, const struct lines *lines)
{
    int widest = 0;
    for (const struct line *line = lines->first; line; line = line->next) {
        int columns = plain_columns(plain, line->text);
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

const char *lines_indent(struct plain *plain, int count)
{
    char *spaces = arena_array(&plain->arena, (size_t)count + 1, 1);
    memset(spaces, ' ', (size_t)count);
    return spaces;
}

/* --- prose ---------------------------------------------------------------------------- */

void wrap_init(struct wrap *wrap, struct plain *plain, int columns)
{
    enum { LEAST = 8 }; /* however deep it stands */
    *wrap = (struct wrap){.plain = plain, .columns = columns > LEAST ? columns : LEAST};
}

static void add_run(struct wrap *wrap, const char *text, double size, const char *whole)
{
    struct arena *arena = &wrap->plain->arena;
    wrap->runs =
        arena_grow(arena, wrap->runs, &wrap->run_capacity, wrap->count + 1, sizeof *wrap->runs);
    wrap->whole =
        arena_grow(arena, wrap->whole, &wrap->whole_capacity, wrap->count + 1, sizeof *wrap->whole);
    wrap->runs[wrap->count] = (struct text_run){.text = text, .size = size};
    wrap->whole[wrap->count++] = whole;
}

/* A word that is to be copied whole stays so, even where it is longer than a line. */
static void add_whole(struct wrap *wrap, const char *text)
{
    enum { BEHIND = 3 }; /* room for what stands right behind it */
    int columns = plain_columns(wrap->plain, text), most = wrap->columns - BEHIND;
    add_run(wrap, "\xEF\xBF\xBC", columns < most ? columns : most, text);
}

/* The next word of `text` that is an address on the web; NULL: there is none. */
static const char *find_address(const char *text, size_t *length)
{
    static const char around[] = " \n\"()<>[]";
    const char *sign = strstr(text, "://");
    if (!sign)
        return NULL;
    const char *start = sign;
    while (start > text && !strchr(around, start[-1]))
        start--;
    *length = (size_t)(sign - start) + strcspn(sign, around);
    return start;
}

void wrap_add_text(struct wrap *wrap, const char *text)
{
    struct arena *arena = &wrap->plain->arena;
    const char *address;
    size_t length;
    while ((address = find_address(text, &length))) {
        if (address > text)
            add_run(wrap, arena_copy(arena, text, (size_t)(address - text)), 1, NULL);
        add_whole(wrap, arena_copy(arena, address, length));
        text = address + length;
    }
    if (*text)
        add_run(wrap, text, 1, NULL);
}

/* True where the words of a link are its address, as people write it. */
static bool is_its_address(const char *text, const char *target)
{
    static const char *const before[] = {"", "mailto:", "tel:", "https://", "http://"};
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t skipped = strlen(before[i]);
        if (!strncmp(target, before[i], skipped) && !strncmp(target + skipped, text, length) &&
            !target[skipped + length + (target[skipped + length] == '/')])
            return true;
    }
    return false;
}

static void add_target(struct wrap *wrap, const struct doc_run *run)
{
    if (!run->target || !doc_is_address(run->target) || is_its_address(run->text, run->target))
        return;
    add_run(wrap, " [", 1, NULL);
    add_whole(wrap, run->target);
    add_run(wrap, "]", 1, NULL);
}

void wrap_add_run(struct wrap *wrap, const struct doc_run *run)
{
    if (run->chip)
        add_run(wrap, "(", 1, NULL);
    wrap_add_text(wrap, run->text);
    if (run->chip)
        add_run(wrap, ")", 1, NULL);
    add_target(wrap, run);
    if (!run->note)
        return;
    struct buf mark = {0};
    buf_addf(&mark, "[%d]", run->note->number);
    add_run(wrap, arena_copy(&wrap->plain->arena, mark.data, mark.length), 1, NULL);
    buf_release(&mark);
}

bool wrap_has_words(const struct wrap *wrap)
{
    for (size_t i = 0; i < wrap->count; i++)
        if (!plain_is_blank(wrap->runs[i].text))
            return true;
    return false;
}

static void add_pieces(const struct wrap *wrap, const struct text_lines *broken,
                       const struct text_line *line, struct buf *out)
{
    for (size_t i = line->first; i < line->first + line->count; i++) {
        const struct text_piece *piece = &broken->pieces[i];
        const char *whole = wrap->whole[piece->run];
        buf_add_string(out,
                       whole ? whole : text_piece_string(&wrap->plain->arena, wrap->runs, piece));
    }
}

void wrap_lines(struct wrap *wrap, struct lines *lines, int hanging)
{
    struct plain *plain = wrap->plain;
    struct text_lines broken =
        text_wrap(&plain->arena, &plain->metrics, wrap->runs, wrap->count, wrap->columns);
    struct buf text = {0};
    for (size_t i = 0; i < broken.count; i++) {
        buf_reset(&text);
        buf_add_string(&text, lines_indent(plain, i ? hanging : 0));
        add_pieces(wrap, &broken, &broken.lines[i], &text);
        lines_add(plain, lines, text.data);
    }
    buf_release(&text);
}
