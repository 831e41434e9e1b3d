/* The bidirectional algorithm (UAX #9), through FriBidi: characters that are written from
 * right to left among others.
 *
 * A level is odd where writing runs from right to left. Pure functions. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* False for characters that cannot turn a line: if all are, every level is 0. */
bool bidi_may_turn(uint32_t codepoint);

/* Where writing of a character begins; digits and signs say nothing. */
enum bidi_side { BIDI_NEITHER, BIDI_FROM_LEFT, BIDI_FROM_RIGHT };
enum bidi_side bidi_side_of(uint32_t codepoint);

/* True for marks that stand on the character before them. */
bool bidi_is_mark(uint32_t codepoint);

/* True for characters that only say in which direction others run. */
bool bidi_is_control(uint32_t codepoint);

/* Sets the levels of the characters of one paragraph; returns the level of the paragraph,
 * which its first letter with a direction decides. */
int8_t bidi_levels(const uint32_t *codepoints, size_t count, int8_t *levels);

/* Which of `count` things of these levels stands first, second ... from the left. */
void bidi_order(const int8_t *levels, size_t count, int8_t paragraph, size_t *order);

#endif
