/* Characters of runs, with their directions and widths; see units.h. */
#include "text/units.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "text/bidi.h"

#include <stdlib.h>
#include <string.h>

/* Takes the runs apart; returns whether something in them may turn a line. */
static bool decode(struct units *units, size_t run_count)
{
    bool may_turn = false;
    for (size_t r = 0; r < run_count; r++) {
        const char *text = units->runs[r].text, *end = text + strlen(text);
        for (const char *p = text; p < end;) {
            const char *start = p;
            uint32_t codepoint = utf8_next(&p, end);
            units->items =
                mem_grow(units->items, &units->capacity, units->count + 1, sizeof *units->items);
            units->items[units->count++] = (struct unit){
                .codepoint = codepoint,
                .run = (uint32_t)r,
                .offset = (size_t)(start - text),
                .length = (size_t)(p - start),
            };
            may_turn |= bidi_may_turn(codepoint);
        }
    }
    return may_turn;
}

/* --- directions ------------------------------------------------------------------------- */

static void level_paragraph(struct unit *items, size_t count)
{
    uint32_t *codepoints = mem_zalloc(count, sizeof *codepoints);
    int8_t *levels = mem_zalloc(count, sizeof *levels);
    for (size_t i = 0; i < count; i++)
        codepoints[i] = items[i].codepoint;
    int8_t paragraph = bidi_levels(codepoints, count, levels);
    for (size_t i = 0; i < count; i++) {
        items[i].level = levels[i];
        items[i].paragraph = paragraph;
    }
    free(codepoints);
    free(levels);
}

/* Each line feed ends a paragraph. */
static void level(struct units *units)
{
    for (size_t first = 0, end; first < units->count; first = end) {
        for (end = first; end < units->count && units->items[end].codepoint != '\n';)
            end++;
        if (end < units->count)
            end++;
        level_paragraph(units->items + first, end - first);
    }
}

/* --- widths ----------------------------------------------------------------------------- */

/* Bytes of a character in its word. */
static size_t visible_length(const struct unit *unit)
{
    return units_is_invisible(unit->codepoint) ? 0 : unit->length;
}

/* Puts what is visible of the characters [first, end) of a word into `word`. */
static size_t spell(const struct units *units, size_t first, size_t end,
                    char word[TEXT_LONGEST_WORD])
{
    const char *text = units->runs[units->items[first].run].text;
    size_t length = 0;
    for (size_t i = first; i < end; i++) {
        const struct unit *unit = &units->items[i];
        size_t bytes = visible_length(unit);
        memcpy(word + length, text + unit->offset, bytes);
        length += bytes;
    }
    return length;
}

/* Shapes the word of the characters [first, end); its width in points. */
static double shape(struct units *units, size_t first, size_t end)
{
    char word[TEXT_LONGEST_WORD];
    const struct unit *unit = &units->items[first];
    const struct text_run *run = &units->runs[unit->run];
    size_t length = spell(units, first, end, word);
    return run->size * units_shape_word(units->metrics, run->face, unit->level & 1, word, length,
                                        &units->glyphs);
}

/* Measures one word: each glyph's advance goes to the first of its characters. */
static void measure_word(struct units *units, size_t first, size_t end)
{
    double size = units->runs[units->items[first].run].size;
    shape(units, first, end);
    for (size_t i = first; i < end; i++) {
        units->items[i].width = 0;
        units->items[i].begins = i == first;
    }
    size_t at = first, passed = visible_length(&units->items[first]);
    for (size_t g = 0; g < units->glyphs.count; g++) {
        const struct text_glyph *glyph = &units->glyphs.items[g];
        while (passed <= glyph->start && at + 1 < end)
            passed += visible_length(&units->items[++at]);
        units->items[at].width += size * glyph->advance;
    }
}

/* Where the word that begins at `first` ends: where units_word_length() says for what is visible,
 * and at a change of run or direction. */
static size_t word_end(const struct units *units, size_t first)
{
    const struct unit *begin = &units->items[first];
    size_t bytes = visible_length(begin);
    if (units_stands_alone(begin->codepoint))
        return first + 1;
    for (size_t end = first + 1; end < units->count; end++) {
        const struct unit *unit = &units->items[end];
        bytes += visible_length(unit);
        if (unit->run != begin->run || unit->level != begin->level ||
            units_stands_alone(unit->codepoint) || bytes > TEXT_LONGEST_WORD)
            return end;
    }
    return units->count;
}

void units_read(struct units *units, const struct text_run *runs, size_t run_count)
{
    units->runs = runs;
    if (decode(units, run_count))
        level(units);
    for (size_t first = 0, end; first < units->count; first = end) {
        end = word_end(units, first);
        measure_word(units, first, end);
    }
}

void units_release(struct units *units)
{
    free(units->items);
    free(units->glyphs.items);
}

/* --- cutting words ---------------------------------------------------------------------- */

double units_part_width(struct units *units, size_t first, size_t end)
{
    return shape(units, first, end);
}

void units_cut(struct units *units, size_t at)
{
    if (at >= units->count || units->items[at].begins)
        return;
    size_t first = at, end = at + 1;
    while (!units->items[first].begins)
        first--;
    while (end < units->count && !units->items[end].begins)
        end++;
    measure_word(units, first, at);
    measure_word(units, at, end);
}
