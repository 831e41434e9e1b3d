/* The likely intended word for one that is not known. */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include <stddef.h>

/* Returns the one of `count` candidates that is nearest to `word` (insertions,
 * deletions, substitutions and swaps of neighbours; case does not count), or NULL
 * where none is near enough: at most a third of the word's letters may differ. */
const char *suggest_word(const char *word, const char *const *candidates, size_t count);

#endif
