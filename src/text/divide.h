/* Where a Danish word that is wider than its line may be divided.
 *
 * Hyphenation patterns for Danish divide compounds badly, so words are divided
 * only where they must be, and then where readers expect it: behind the endings
 * that join compounds (-ings-, -heds-, -skabs- ...), else between syllables. */
#ifndef TEXT_DIVIDE_H
#define TEXT_DIVIDE_H

#include <stddef.h>
#include <stdint.h>

enum { DIVIDE_LONGEST = 512 }; /* letters of a word that are looked at */

/* Returns how many of the `count` letters should stand before the hyphen, at most
 * `most`; 0 where there is no good place. Keeps three letters on either side. */
size_t divide_at(const uint32_t *letters, size_t count, size_t most);

#endif
