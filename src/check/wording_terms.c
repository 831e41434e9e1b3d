/* P12: a term that makes people a problem.
 *
 * Some terms always do ("problembørn"); some words only directly before people: "svage
 * elever", but not "svage signaler". What the municipality has adopted is not looked at. */
#include "base/buf.h"
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
        if (token_is_person(s, k) || words_set_has(&word_at(s, k)->lemma, WORDS_COLLECTIVES))
            return k;
        if (token_in(s, k, WORDS_PREPOSITIONS) || token_in(s, k, WORDS_JOINERS) ||
            token_is_finite(s, k))
            break;
    }
    return s->count;
}

/* "de fattige", "the weakest": between an article and what is no noun. */
static bool stands_for_people(const struct sentence *s, size_t from, size_t to)
{
    bool has_article = (from > 0 && token_in(s, from - 1, WORDS_DEFINITE)) ||
                       (from > 1 && token_in(s, from - 2, WORDS_DEFINITE));
    return has_article && (token_ends_sentence(s, to) || token_in(s, to, WORDS_PREPOSITIONS) ||
                           token_in(s, to, WORDS_JOINERS) || token_is_finite(s, to));
}

/* --- better words ------------------------------------------------------------------------- */

/* True if the word at the beginning of `text` is in the list; `*text` moves behind it. */
static bool take_word(const struct sentence *s, const char **text, enum words_id list)
{
    char word[WORDS_LONGEST + 1];
    *text += strspn(*text, " ");
    return words_next(text, word) && sentence_knows(s, word, list);
}

/* A clause: "som har brug for støtte", "for hvem dagen er svær". */
static bool is_clause(const struct sentence *s, const char *advice)
{
    const char *text = advice;
    if (take_word(s, &text, WORDS_OPENERS))
        return true;
    text = advice;
    return take_word(s, &text, WORDS_PREPOSITIONS) && take_word(s, &text, WORDS_OPENERS);
}

/* Better words that are to stand behind those they are said of: "who ...", "med ...". */
static bool goes_behind_people(const struct sentence *s, const char *advice)
{
    return advice && (is_clause(s, advice) || take_word(s, &advice, WORDS_PREPOSITIONS));
}

void wording_add_better(const struct sentence *s, const struct term *term, struct buf *out)
{
    if (!goes_behind_people(s, term->advice)) {
        buf_add_string(out, term->advice);
        return;
    }
    if (term->people_end > term->people)
        buf_add(out, s->text + term->people, term->people_end - term->people);
    else
        buf_add_string(out, sentence_first(s, WORDS_SOMEBODY));
    bool has_comma = !s->has_bare_verbs && is_clause(s, term->advice); /* as Danish is written */
    buf_addf(out, "%s %s", has_comma ? "," : "", term->advice);
}

/* --- finding them ------------------------------------------------------------------------- */

/* The term, of `length` tokens from `i` on, goes on to the people at token `last`, or is a
 * compound with them. */
static void take_people(const struct sentence *s, size_t i, size_t length, size_t last,
                        struct term *term)
{
    bool is_compound = last < i + length;
    size_t stem = is_compound ? phrase_stem(s, i, WORDS_DEFICIT_OF) : 0;
    term->end = s->tokens[last].end;
    term->people = s->tokens[is_compound ? last : i + length].start + stem;
    term->people_end = term->end;
}

/* A term that is one wherever it stands. */
static bool is_deficit(const struct sentence *s, size_t i, struct term *term)
{
    size_t length;
    if (!phrase_at(s, i, WORDS_DEFICIT, &length))
        return false;
    term->end = s->tokens[i + length - 1].end;
    term->advice = phrase_advice(s, i, WORDS_DEFICIT);
    size_t last = find_people(s, i + length - 1);
    if (last < s->count && goes_behind_people(s, term->advice))
        take_people(s, i, length, last, term);
    return true;
}

/* A word that is a term only where it is said of people. */
static bool is_deficit_of_people(const struct sentence *s, size_t i, struct term *term)
{
    size_t length;
    if (!phrase_at(s, i, WORDS_DEFICIT_OF, &length))
        return false;
    size_t last = find_people(s, i + length - 1);
    term->advice = phrase_advice(s, i, WORDS_DEFICIT_OF);
    if (last < s->count)
        take_people(s, i, length, last, term);
    else
        term->end = s->tokens[i + length - 1].end;
    return last < s->count || stands_for_people(s, i, i + length);
}

static bool is_term(const struct sentence *s, size_t i, struct term *term)
{
    *term = (struct term){.start = s->tokens[i].start};
    return is_deficit(s, i, term) || is_deficit_of_people(s, i, term);
}

/* Some of its words are a term that the municipality uses. */
static bool is_adopted(const struct sentence *s, size_t i, const struct term *term)
{
    for (; i < s->count && s->tokens[i].start < term->end; i++)
        if (phrase_at(s, i, WORDS_ADOPTED, NULL))
            return true;
    return false;
}

bool wording_find_term(const struct sentence *s, struct term *term)
{
    for (size_t i = 0; i < s->count; i++)
        if (is_term(s, i, term) && !is_adopted(s, i, term))
            return true;
    return false;
}
