/* P11: all or none, and no level at which it would be good enough.
 *
 * Quiet where a level is named ("mindst 80 % af alle"), where "alle" is only the population
 * ("andelen af alle borgere"), where something is offered to all, and in clauses that
 * qualify ("unge, der ingen voksne har"). */
#include "check/wording.h"

/* "hver" counts where it is each person, not "hver uge" or "hver femte". */
static bool is_each(const struct sentence *s, size_t i)
{
    return token_in(s, i, WORDS_EACH) && token_is_word(s, i + 1) &&
           !token_in(s, i + 1, WORDS_TIMES) && !word_at(s, i + 1)->is_number &&
           !token_in(s, i + 1, WORDS_PREPOSITIONS);
}

/* "mindst 80 %", "andelen af", "flere": what follows is measured against it. */
static bool is_level(const struct sentence *s, size_t i)
{
    return s->tokens[i].is_percent || phrase_at(s, i, WORDS_LEVELS, NULL) ||
           token_in(s, i, WORDS_MORE);
}

static bool has_percent(const struct sentence *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->tokens[i].is_percent)
            return true;
    return false;
}

/* "plads til alle" tells for whom; "kommer til alle møder" and "hos alle børn" how many. */
static bool is_for_whom(const struct sentence *s, size_t i)
{
    if (i == 0 || !token_in(s, i - 1, WORDS_PREPOSITIONS) || token_in(s, i - 1, WORDS_JOINERS))
        return false;
    bool follows_verb = i > 1 && i - 2 == s->verb;
    return !follows_verb && !token_in(s, i - 1, WORDS_AMONG);
}

/* Also behind "alle, der fylder 75, ...": what is offered may stand in any part. */
static bool is_offered(const struct sentence *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (phrase_at(s, i, WORDS_OFFERED, NULL))
            return true;
    return false;
}

bool wording_is_absolute(const struct sentence *s, size_t *token)
{
    bool has_level = false;
    for (size_t i = 0, length; i < s->count && !has_level; i += length) {
        length = 1;
        has_level = is_level(s, i);
        if (has_level || phrase_at(s, i, WORDS_NOT_ABSOLUTE, &length) || s->tokens[i].in_clause)
            continue;
        if ((!phrase_at(s, i, WORDS_ABSOLUTE, NULL) && !is_each(s, i)) || is_for_whom(s, i))
            continue;
        *token = i;
        return !has_percent(s) && !is_offered(s);
    }
    return false;
}
