/* Text: widths and line breaking; see text.h. */
#include "text/text.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/divide.h"

#include <stdlib.h>
#include <string.h>

enum {
    NO_BREAK_SPACE = 0xA0,
    EN_DASH = 0x2013,
    ZERO_WIDTH_SPACE = 0x200B,
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF, /* within a text: pasted from another program */
};

/* Characters that steer lines and are never drawn. */
static bool is_invisible(uint32_t codepoint)
{
    return codepoint == UTF8_SOFT_HYPHEN || codepoint == ZERO_WIDTH_SPACE ||
           codepoint == WORD_JOINER || codepoint == BYTE_ORDER_MARK || codepoint == '\n';
}

static struct text_glyph fixed_glyph(void *self, enum text_face face, uint32_t codepoint)
{
    (void)self;
    (void)face;
    (void)codepoint;
    return (struct text_glyph){.font = 0, .advance = 0.5};
}

const struct text_metrics *text_fixed_metrics(void)
{
    static const struct text_metrics fixed = {
        .glyph = fixed_glyph, .ascent = 0.75, .descent = 0.25};
    return &fixed;
}

static double advance_of(const struct text_metrics *metrics, enum text_face face, double size,
                         uint32_t codepoint)
{
    if (is_invisible(codepoint))
        return 0;
    return metrics->glyph(metrics->self, face, codepoint).advance * size;
}

double text_width(const struct text_metrics *metrics, enum text_face face, double size,
                  const char *text, size_t length)
{
    double width = 0;
    for (const char *p = text, *end = text + length; p < end;)
        width += advance_of(metrics, face, size, utf8_next(&p, end));
    return width;
}

bool text_is_right_to_left(uint32_t c)
{
    /* Hebrew to Syriac and further; their presentation forms; scripts beyond the BMP. */
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

/* One character of the runs, laid end to end. */
struct unit {
    uint32_t codepoint;
    uint32_t run;
    size_t offset, length; /* bytes in its run */
    double width;
};

struct wrapping {
    struct arena *arena;
    const struct text_metrics *metrics;
    const struct text_run *runs;
    struct unit *units;
    size_t unit_count;
    double width;
    struct text_lines result;
    size_t line_capacity, piece_count, piece_capacity;
};

static void collect_units(struct wrapping *w, size_t run_count)
{
    size_t capacity = 0;
    for (size_t r = 0; r < run_count; r++) {
        const struct text_run *run = &w->runs[r];
        const char *end = run->text + strlen(run->text);
        for (const char *p = run->text; p < end;) {
            const char *start = p;
            uint32_t codepoint = utf8_next(&p, end);
            w->units = mem_grow(w->units, &capacity, w->unit_count + 1, sizeof *w->units);
            w->units[w->unit_count++] = (struct unit){
                .codepoint = codepoint,
                .run = (uint32_t)r,
                .offset = (size_t)(start - run->text),
                .length = (size_t)(p - start),
                .width = advance_of(w->metrics, run->face, run->size, codepoint),
            };
        }
    }
}

static uint32_t codepoint_at(const struct wrapping *w, size_t i)
{
    return i < w->unit_count ? w->units[i].codepoint : 0;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == EN_DASH;
}

/* A Danish dash and a percent sign stay with what stands before them. */
static bool space_may_break(const struct wrapping *w, size_t i)
{
    uint32_t next = codepoint_at(w, i + 1), after = codepoint_at(w, i + 2);
    if (next == '%')
        return false;
    return !(is_dash(next) && (after == ' ' || after == 0));
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == NO_BREAK_SPACE || c == '\n' || c == 0;
}

/* Characters of the word that ends before or begins at unit `i`. */
static size_t word_part(const struct wrapping *w, size_t i, bool before)
{
    size_t count = 0;
    while (before ? i > count : i + count < w->unit_count) {
        uint32_t c = codepoint_at(w, before ? i - count - 1 : i + count);
        if (is_space(c) || is_dash(c) || c == '/')
            break;
        count++;
    }
    return count;
}

/* "forældre-samarbejde", "skole/hjem", but neither "6-8", "to-tre", "e-mail" nor a dash
 * that stands alone. */
static bool dash_may_break(const struct wrapping *w, size_t i)
{
    enum { LEAST_PART = 4 };
    return word_part(w, i, true) >= LEAST_PART && word_part(w, i + 1, false) >= LEAST_PART;
}

static bool may_break_after(const struct wrapping *w, size_t i)
{
    uint32_t c = w->units[i].codepoint;
    if (c == ' ')
        return space_may_break(w, i);
    if (is_dash(c) || c == '/')
        return dash_may_break(w, i);
    return c == UTF8_SOFT_HYPHEN || c == ZERO_WIDTH_SPACE;
}

/* Width of the hyphen in the face of unit `i`. */
static double hyphen_width(const struct wrapping *w, size_t i)
{
    const struct text_run *run = &w->runs[w->units[i].run];
    return advance_of(w->metrics, run->face, run->size, '-');
}

static void add_piece(struct wrapping *w, size_t first, size_t end, double x, double width)
{
    const struct unit *a = &w->units[first], *b = &w->units[end - 1];
    w->result.pieces = arena_grow(w->arena, w->result.pieces, &w->piece_capacity,
                                  w->piece_count + 1, sizeof *w->result.pieces);
    w->result.pieces[w->piece_count++] = (struct text_piece){
        .run = a->run,
        .start = a->offset,
        .length = b->offset + b->length - a->offset,
        .x = x,
        .width = width,
    };
}

/* Adds the units [first, end) as one line; spaces at its end are left out. */
static void add_line(struct wrapping *w, size_t first, size_t end, bool hyphen)
{
    while (end > first &&
           (w->units[end - 1].codepoint == ' ' || w->units[end - 1].codepoint == '\n'))
        end--;
    struct text_line line = {.first = w->piece_count};
    for (size_t i = first; i < end;) {
        size_t start = i;
        double width = 0;
        for (; i < end && w->units[i].run == w->units[start].run; i++)
            width += w->units[i].width;
        add_piece(w, start, i, line.width, width);
        line.width += width;
    }
    line.count = w->piece_count - line.first;
    if (hyphen && line.count) {
        struct text_piece *last = &w->result.pieces[w->piece_count - 1];
        last->hyphen = true;
        last->width += hyphen_width(w, end - 1);
        line.width += hyphen_width(w, end - 1);
    }
    w->result.lines = arena_grow(w->arena, w->result.lines, &w->line_capacity, w->result.count + 1,
                                 sizeof *w->result.lines);
    w->result.lines[w->result.count++] = line;
    if (line.width > w->result.widest)
        w->result.widest = line.width;
}

/* Where a line that starts at `first` ends. */
struct line_end {
    size_t end; /* the first unit of the next line */
    bool hyphen;
    bool divide; /* no place to break: the word itself must be divided before `end` */
};

static struct line_end find_end(const struct wrapping *w, size_t first)
{
    struct line_end best = {.end = first};
    double width = 0;
    for (size_t i = first; i < w->unit_count; i++) {
        const struct unit *unit = &w->units[i];
        if (unit->codepoint == '\n')
            return (struct line_end){.end = i + 1};
        bool space = unit->codepoint == ' ';
        width += unit->width;
        if (!space && width > w->width + 1e-6) {
            if (best.end > first)
                return best;
            return (struct line_end){.end = i, .divide = true};
        }
        if (!may_break_after(w, i))
            continue;
        bool hyphen = unit->codepoint == UTF8_SOFT_HYPHEN;
        if (!hyphen || width + hyphen_width(w, i) <= w->width + 1e-6)
            best = (struct line_end){.end = i + 1, .hyphen = hyphen};
    }
    return (struct line_end){.end = w->unit_count};
}

/* Where a date or a long number goes on in the next line: before one of its figures,
 * never within one ("30.11." and "2027"). 0 where the cut is not in a figure, or the word
 * is but one figure. */
static size_t cut_outside_figures(const uint32_t *letters, size_t count, size_t cut)
{
    size_t at = cut;
    if (cut >= count || !is_digit(letters[cut]))
        return 0;
    while (at > 0 && is_digit(letters[at - 1]))
        at--;
    return at;
}

/* Divides the word that starts at `first` and fits up to `end`, leaving room for a hyphen. */
static struct line_end divide_word(const struct wrapping *w, size_t first, size_t end)
{
    uint32_t letters[DIVIDE_LONGEST];
    size_t count = 0;
    for (size_t i = first; i < w->unit_count && count < DIVIDE_LONGEST; i++) {
        uint32_t c = w->units[i].codepoint;
        if (c == ' ' || c == '\n')
            break;
        letters[count++] = c;
    }
    double width = 0;
    size_t most = 0;
    for (size_t i = first; i < end; i++) {
        width += w->units[i].width;
        if (width + hyphen_width(w, i) <= w->width + 1e-6)
            most = i - first + 1;
    }
    size_t at = divide_at(letters, count, most);
    if (at)
        return (struct line_end){.end = first + at, .hyphen = true};
    size_t cut = most ? most : 1; /* never an empty line, however narrow */
    size_t outside = cut_outside_figures(letters, count, cut);
    bool hyphen = most && cut < count && !outside;
    return (struct line_end){.end = first + (outside ? outside : cut), .hyphen = hyphen};
}

/* Spaces at the start of a continued line are left out. */
static size_t skip_spaces(const struct wrapping *w, size_t i)
{
    while (i < w->unit_count && w->units[i].codepoint == ' ')
        i++;
    return i;
}

struct text_lines text_wrap(struct arena *arena, const struct text_metrics *metrics,
                            const struct text_run *runs, size_t run_count, double width)
{
    struct wrapping w = {.arena = arena, .metrics = metrics, .runs = runs, .width = width};
    collect_units(&w, run_count);
    size_t first = skip_spaces(&w, 0);
    while (first < w.unit_count) {
        struct line_end found = find_end(&w, first);
        if (found.divide)
            found = divide_word(&w, first, found.end);
        add_line(&w, first, found.end, found.hyphen);
        bool forced = w.units[found.end - 1].codepoint == '\n';
        first = forced ? found.end : skip_spaces(&w, found.end);
    }
    if (!w.result.count)
        add_line(&w, 0, 0, false);
    free(w.units);
    return w.result;
}

const char *text_piece_string(struct arena *arena, const struct text_run *runs,
                              const struct text_piece *piece)
{
    struct buf out = {0};
    const char *p = runs[piece->run].text + piece->start, *end = p + piece->length;
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        if (!is_invisible(c))
            buf_add_codepoint(&out, c);
    }
    if (piece->hyphen)
        buf_add_char(&out, '-');
    const char *string = arena_copy(arena, out.data ? out.data : "", out.length);
    buf_release(&out);
    return string;
}
