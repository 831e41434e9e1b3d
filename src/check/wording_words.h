/* How a word is looked up when it is first met: wording_forms.c, for wording_read.c. */
#ifndef CHECK_WORDING_WORDS_H
#define CHECK_WORDING_WORDS_H

#include "check/wording.h"

/* Fill in what the names say; text, length and `in` are there already. */
void word_find_forms(struct word *word, const struct words *words, const char *lang);
void word_find_lemma(struct word *word, const struct words *words, const char *lang);
void word_find_stem(struct word *word, const struct words *words, const char *lang);

#endif
