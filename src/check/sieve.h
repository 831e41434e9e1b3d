/* Tells cheaply that a text holds nothing of a list of words.
 *
 * For a rule that looks for a few words in many texts, nearly all of which have none: a sieve
 * looks at the first and last letters of each word only, and what it lets through is looked
 * up properly. It never holds back a text in which words_in_text() would find something. */
#ifndef CHECK_SIEVE_H
#define CHECK_SIEVE_H

#include "check/words.h"

enum { SIEVE_BITS = 4096 };

struct sieve {
    uint64_t bits[SIEVE_BITS / 64];
    unsigned kinds; /* of beginnings and ends that are looked at, one bit each */
};

/* Makes a sieve for a list. There is nothing to free. */
void sieve_make(struct sieve *sieve, const struct words_list *list);

bool sieve_lets_through(const struct sieve *sieve, const char *text);

#endif
