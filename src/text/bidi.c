/* The bidirectional algorithm; see bidi.h. */
#include "text/bidi.h"

#include "base/memory.h"

#include <fribidi.h>
#include <stdlib.h>

enum {
    HEBREW = 0x590, /* what is written from right to left begins here, */
    DEVANAGARI = 0x900,
    ARABIC_LETTER_MARK = 0x61C,
    LEFT_TO_RIGHT_MARK = 0x200E,
    RIGHT_TO_LEFT_MARK = 0x200F,
    FIRST_EMBEDDING = 0x202A,
    LAST_EMBEDDING = 0x202E,
    FIRST_ISOLATE = 0x2066,
    LAST_ISOLATE = 0x2069,
    PRESENTATION_FORMS = 0xFB1D, /* and goes on here */
    COMBINING_MARKS = 0x300,
};

bool bidi_is_control(uint32_t c)
{
    return c == ARABIC_LETTER_MARK || c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK ||
           (c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING) ||
           (c >= FIRST_ISOLATE && c <= LAST_ISOLATE);
}

bool bidi_may_turn(uint32_t c)
{
    if (c < HEBREW)
        return false;
    return c < DEVANAGARI || c >= PRESENTATION_FORMS || bidi_is_control(c);
}

enum bidi_side bidi_side_of(uint32_t c)
{
    FriBidiCharType type = fribidi_get_bidi_type(c);
    if (!FRIBIDI_IS_LETTER(type))
        return BIDI_NEITHER;
    return FRIBIDI_IS_RTL(type) ? BIDI_FROM_RIGHT : BIDI_FROM_LEFT;
}

bool bidi_is_mark(uint32_t c)
{
    return c >= COMBINING_MARKS && fribidi_get_bidi_type(c) == FRIBIDI_TYPE_NSM;
}

int8_t bidi_levels(const uint32_t *codepoints, size_t count, int8_t *levels)
{
    FriBidiStrIndex length = (FriBidiStrIndex)count;
    FriBidiCharType *types = mem_zalloc(count, sizeof *types);
    FriBidiBracketType *brackets = mem_zalloc(count, sizeof *brackets);
    FriBidiParType base = FRIBIDI_PAR_ON;
    fribidi_get_bidi_types(codepoints, length, types);
    fribidi_get_bracket_types(codepoints, length, types, brackets);
    if (count && !fribidi_get_par_embedding_levels_ex(types, brackets, length, &base, levels))
        mem_exhausted();
    free(types);
    free(brackets);
    return FRIBIDI_IS_RTL(base) ? 1 : 0;
}

void bidi_order(const int8_t *levels, size_t count, int8_t paragraph, size_t *order)
{
    FriBidiStrIndex length = (FriBidiStrIndex)count;
    FriBidiCharType *types = mem_zalloc(count, sizeof *types);
    FriBidiLevel *sorted = mem_zalloc(count, sizeof *sorted);
    FriBidiStrIndex *map = mem_zalloc(count, sizeof *map);
    for (size_t i = 0; i < count; i++) {
        types[i] = FRIBIDI_TYPE_ON; /* no white space that would take the paragraph's level */
        sorted[i] = levels[i];
        map[i] = (FriBidiStrIndex)i;
    }
    if (count &&
        !fribidi_reorder_line(0, types, length, 0, paragraph ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR,
                              sorted, NULL, map))
        mem_exhausted();
    for (size_t i = 0; i < count; i++)
        order[i] = (size_t)map[i];
    free(types);
    free(sorted);
    free(map);
}
