/* P12: a term that makes people a problem.
 *
 * Some terms always do ("problembørn"); some words only directly before people: "svage
 * elever", but not "svage signaler". What the municipality has adopted is not looked at. */
#include "check/wording.h"

#include <string.h>

enum { WORDS_BETWEEN_MOST = 2 }; /* "workshy young men" */

/* "problemelever": what begins like the term goes on with people. */
static bool is_compound_of_people(const struct sentence *s, size_t i)
{
    size_t length = phrase_stem(s, i, WORDS_DEFICIT_OF);
    const struct word *word = word_at(s, i);
    return length && length < word->length &&
           (token_is_person(s, i) || sentence_knows(s, word->text + length, WORDS_PERSONS));
}

/* The people that the word at `i` is said of; s->count: none. */
static size_t find_people(const struct sentence *s, size_t i)
{
    if (is_compound_of_people(s, i))
        return i;
    for (size_t k = i + 1; k <= i + WORDS_BETWEEN_MOST && token_is_word(s, k); k++) {
        if (token_is_person(s, k))
            return k;
        if (token_in(s, k, WORDS_PREPOSITIONS) || token_in(s, k, WORDS_JOINERS) ||
            token_is_finite(s, k))
            break;
    }
    return s->count;
}

/* True if a term begins at token `i`. */
static bool is_term(const struct sentence *s, size_t i, struct term *term)
{
    size_t length, last;
    term->start = s->tokens[i].start;
    if (phrase_at(s, i, WORDS_DEFICIT, &length)) {
        term->end = s->tokens[i + length - 1].end;
        term->better = phrase_advice(s, i, WORDS_DEFICIT);
        return true;
    }
    if (!phrase_at(s, i, WORDS_DEFICIT_OF, &length))
        return false;
    last = find_people(s, i + length - 1);
    if (last == s->count)
        return false;
    term->end = s->tokens[last].end;
    term->better = phrase_advice(s, i, WORDS_DEFICIT_OF);
    return true;
}

bool wording_find_term(const struct sentence *s, struct term *term)
{
    for (size_t i = 0, length; i < s->count; i += length) {
        length = 1;
        if (phrase_at(s, i, WORDS_ADOPTED, &length))
            continue;
        if (is_term(s, i, term))
            return true;
    }
    return false;
}
