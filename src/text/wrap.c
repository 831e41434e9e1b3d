/* Line breaking; see text.h. */
#include "base/memory.h"
#include "base/utf8.h"
#include "text/bidi.h"
#include "text/divide.h"
#include "text/units.h"

#include <stdlib.h>
#include <string.h>

static const double slack = 1e-6; /* points that a line may be too wide: rounding */

struct wrapping {
    struct arena *arena;
    const struct text_run *runs;
    struct units units;
    double width;
    struct text_lines result;
    size_t line_capacity, piece_count, piece_capacity;
    /* for the order of a line's pieces: */
    int8_t *levels;
    size_t *order;
    size_t level_capacity, order_capacity;
};

/* --- where a line may break ------------------------------------------------------------- */

static uint32_t codepoint_at(const struct wrapping *w, size_t i)
{
    return i < w->units.count ? w->units.items[i].codepoint : 0;
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
    while (before ? i > count : i + count < w->units.count) {
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

/* Whether a line may end behind the word of unit `i`. */
static bool may_break_after(const struct wrapping *w, size_t i)
{
    uint32_t c = w->units.items[i].codepoint;
    if (c == ' ')
        return space_may_break(w, i);
    if (is_dash(c) || c == '/')
        return dash_may_break(w, i);
    return false;
}

/* --- widths ----------------------------------------------------------------------------- */

/* Width of the hyphen in the face of unit `i`. */
static double hyphen_width(const struct wrapping *w, size_t i)
{
    const struct text_run *run = &w->runs[w->units.items[i].run];
    return text_width(w->units.metrics, run->face, run->size, "-", 1);
}

/* Width of the units [first, end) of a line, where `end` may be within a word: of the part
 * before it alone, which kerning and ligatures made another width within the word. */
static double line_width(struct wrapping *w, size_t first, size_t end)
{
    const struct unit *items = w->units.items;
    size_t part = end;
    if (end < w->units.count && !items[end].begins)
        while (part > first && !items[part].begins)
            part--;
    double width = part < end ? units_part_width(&w->units, part, end) : 0;
    for (size_t i = first; i < part; i++)
        width += items[i].width;
    return width;
}

/* Whether the units [first, end) fit with a hyphen behind them. */
static bool fits_divided(struct wrapping *w, size_t first, size_t end)
{
    return line_width(w, first, end) + hyphen_width(w, end - 1) <= w->width + slack;
}

/* --- lines ------------------------------------------------------------------------------ */

static void add_piece(struct wrapping *w, size_t first, size_t end)
{
    const struct unit *a = &w->units.items[first], *b = &w->units.items[end - 1];
    double width = 0;
    for (size_t i = first; i < end; i++)
        width += w->units.items[i].width;
    w->result.pieces = arena_grow(w->arena, w->result.pieces, &w->piece_capacity,
                                  w->piece_count + 1, sizeof *w->result.pieces);
    w->result.pieces[w->piece_count++] = (struct text_piece){
        .run = a->run,
        .start = a->offset,
        .length = b->offset + b->length - a->offset,
        .width = width,
        .direction = a->level & 1 ? TEXT_RIGHT_TO_LEFT : TEXT_LEFT_TO_RIGHT,
    };
}

/* Adds what of the units [first, end) is in one run and runs one way, piece by piece, with
 * their levels; returns whether some have other levels than the rest. */
static bool add_pieces(struct wrapping *w, size_t first, size_t end)
{
    const struct unit *items = w->units.items;
    size_t count = 0;
    bool turns = false;
    for (size_t i = first, start = first; i < end; start = i) {
        while (i < end && items[i].run == items[start].run && items[i].level == items[start].level)
            i++;
        add_piece(w, start, i);
        w->levels = mem_grow(w->levels, &w->level_capacity, count + 1, sizeof *w->levels);
        w->levels[count++] = items[start].level;
        turns |= items[start].level > 0;
    }
    return turns;
}

/* Gives the pieces of a line their places from left to right. */
static void place_pieces(struct wrapping *w, struct text_line *line, bool turns)
{
    if (!line->count)
        return;
    struct text_piece *pieces = w->result.pieces + line->first;
    w->order = mem_grow(w->order, &w->order_capacity, line->count + 1, sizeof *w->order);
    for (size_t i = 0; i < line->count; i++)
        w->order[i] = i;
    if (turns)
        bidi_order(w->levels, line->count, line->right_to_left, w->order);
    for (size_t i = 0; i < line->count; i++) {
        pieces[w->order[i]].x = line->width;
        line->width += pieces[w->order[i]].width;
    }
}

/* Adds the units [first, end) as one line; spaces at its end are left out. */
static void add_line(struct wrapping *w, size_t first, size_t end, bool hyphen)
{
    const struct unit *items = w->units.items;
    struct text_line line = {.first = w->piece_count};
    line.right_to_left = first < end && items[first].paragraph & 1;
    while (end > first && (items[end - 1].codepoint == ' ' || items[end - 1].codepoint == '\n'))
        end--;
    bool turns = add_pieces(w, first, end);
    line.count = w->piece_count - line.first;
    if (hyphen && line.count) {
        struct text_piece *last = &w->result.pieces[w->piece_count - 1];
        last->hyphen = true;
        last->width += hyphen_width(w, end - 1);
    }
    place_pieces(w, &line, turns);
    w->result.lines = arena_grow(w->arena, w->result.lines, &w->line_capacity, w->result.count + 1,
                                 sizeof *w->result.lines);
    w->result.lines[w->result.count++] = line;
    if (line.width > w->result.widest)
        w->result.widest = line.width;
}

/* --- where a line ends ------------------------------------------------------------------ */

/* Where a line that starts at `first` ends. */
struct line_end {
    size_t end; /* the first unit of the next line */
    bool hyphen;
    bool divide; /* no place to break: the word itself must be divided before `end` */
};

/* Whether a line may end within a word, behind unit `i`: at a soft hyphen, which then shows,
 * or at a zero-width space. Those that follow each other count once. */
static bool may_end_inside(const struct wrapping *w, size_t i)
{
    return i > 0 && !units_is_invisible(codepoint_at(w, i - 1)) &&
           (codepoint_at(w, i) == UTF8_SOFT_HYPHEN || codepoint_at(w, i) == ZERO_WIDTH_SPACE);
}

/* `before` is the width of the line up to the word that begins at `word`. */
static bool fits_inside(struct wrapping *w, double before, size_t word, size_t i)
{
    double width = before + units_part_width(&w->units, word, i + 1);
    if (codepoint_at(w, i) == UTF8_SOFT_HYPHEN)
        width += hyphen_width(w, i);
    return width <= w->width + slack;
}

static struct line_end find_end(struct wrapping *w, size_t first)
{
    struct line_end best = {.end = first};
    double width = 0, before = 0;
    size_t word = first;
    for (size_t i = first; i < w->units.count; i++) {
        const struct unit *unit = &w->units.items[i];
        if (unit->codepoint == '\n')
            return (struct line_end){.end = i + 1};
        if (unit->begins) {
            word = i;
            before = width;
        }
        width += unit->width;
        if (unit->codepoint != ' ' && width > w->width + slack) {
            if (best.end > first)
                return best;
            return (struct line_end){.end = i, .divide = true};
        }
        if (may_end_inside(w, i) && fits_inside(w, before, word, i))
            best = (struct line_end){i + 1, unit->codepoint == UTF8_SOFT_HYPHEN, false};
        else if (may_break_after(w, i))
            best = (struct line_end){.end = i + 1};
    }
    return (struct line_end){.end = w->units.count};
}

/* --- words that are wider than their line ----------------------------------------------- */

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

/* Marks stay with their letter: before it where something is left, else behind them. */
static size_t cut_outside_marks(const struct wrapping *w, size_t first, size_t cut)
{
    size_t at = cut;
    while (at > 0 && bidi_is_mark(codepoint_at(w, first + at)))
        at--;
    if (at > 0)
        return at;
    while (bidi_is_mark(codepoint_at(w, first + cut)))
        cut++;
    return cut;
}

/* How many units from `first` fit with a hyphen behind them, at most those before `end`. */
static size_t most_that_fit(struct wrapping *w, size_t first, size_t end)
{
    double width = 0;
    size_t most = 0;
    for (size_t i = first; i < end; i++) {
        width += w->units.items[i].width;
        if (width + hyphen_width(w, i) <= w->width + slack)
            most = i - first + 1;
    }
    while (most && !fits_divided(w, first, first + most))
        most--;
    return most;
}

static size_t letters_from(const struct wrapping *w, size_t first, uint32_t *letters)
{
    size_t count = 0;
    for (size_t i = first; i < w->units.count && count < DIVIDE_LONGEST; i++) {
        uint32_t c = w->units.items[i].codepoint;
        if (c == ' ' || c == '\n')
            break;
        letters[count++] = c;
    }
    return count;
}

/* Divides the word that starts at `first` and fits up to `end`, leaving room for a hyphen.
 * What runs from right to left gets none: Arabic knows no hyphenation. */
static struct line_end divide_word(struct wrapping *w, size_t first, size_t end)
{
    uint32_t letters[DIVIDE_LONGEST];
    size_t count = letters_from(w, first, letters);
    size_t most = most_that_fit(w, first, end);
    size_t at = divide_at(letters, count, most);
    while (at && !fits_divided(w, first, first + at))
        at = divide_at(letters, count, at - 1);
    if (at)
        return (struct line_end){.end = first + at, .hyphen = true};
    size_t cut = most ? most : 1; /* never an empty line, however narrow */
    size_t outside = cut_outside_figures(letters, count, cut);
    if (outside)
        return (struct line_end){.end = first + outside};
    cut = cut_outside_marks(w, first, cut);
    bool hyphen = most && cut < count && !(w->units.items[first].level & 1);
    return (struct line_end){.end = first + cut, .hyphen = hyphen};
}

/* --- the whole -------------------------------------------------------------------------- */

/* Spaces at the start of a continued line are left out. */
static size_t skip_spaces(const struct wrapping *w, size_t i)
{
    while (i < w->units.count && w->units.items[i].codepoint == ' ')
        i++;
    return i;
}

static void break_lines(struct wrapping *w)
{
    size_t first = skip_spaces(w, 0);
    while (first < w->units.count) {
        struct line_end found = find_end(w, first);
        if (found.divide)
            found = divide_word(w, first, found.end);
        units_cut(&w->units, found.end);
        add_line(w, first, found.end, found.hyphen);
        bool forced = w->units.items[found.end - 1].codepoint == '\n';
        first = forced ? found.end : skip_spaces(w, found.end);
    }
    if (!w->result.count)
        add_line(w, 0, 0, false);
}

struct text_lines text_wrap(struct arena *arena, const struct text_metrics *metrics,
                            const struct text_run *runs, size_t run_count, double width)
{
    struct wrapping w = {
        .arena = arena, .runs = runs, .units = {.metrics = metrics}, .width = width};
    units_read(&w.units, runs, run_count);
    break_lines(&w);
    units_release(&w.units);
    free(w.levels);
    free(w.order);
    return w.result;
}

const char *text_piece_string(struct arena *arena, const struct text_run *runs,
                              const struct text_piece *piece)
{
    struct buf out = {0};
    units_add_visible(&out, runs[piece->run].text + piece->start, piece->length);
    if (piece->hyphen)
        buf_add_char(&out, '-');
    const char *string = arena_copy(arena, out.data ? out.data : "", out.length);
    buf_release(&out);
    return string;
}
