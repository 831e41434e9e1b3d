/* I14: a sign that asks for several things at once.
 *
 * Beside what makes two results (wording_results.c) there are two more forms, because a sign
 * is looked for and not brought about: three or more things in a row ("oplever ro, mod og
 * accept") and two states ("er friske og mætte"). Rows of people are whom, not what, and so
 * is what follows a preposition. In a title without a verb of its own the clause that says
 * who counts is what is asked for: "børn, der leger og spiser med de andre". */
#include "check/wording.h"

enum { ITEM_MOST = 5 /* words of the first thing in a row */ };

/* The "og" at or behind `i`, outside clauses; s->count: none. */
static size_t find_joiner(const struct sentence *s, size_t i, size_t *length)
{
    for (; i < s->count; i++)
        if (!s->tokens[i].in_clause && phrase_at(s, i, WORDS_JOINERS, length))
            return i;
    return s->count;
}

static size_t end_of_item(const struct sentence *s, size_t i)
{
    while (token_is_word(s, i) && !s->tokens[i].in_clause)
        i++;
    return i;
}

/* A word that may not stand in a row of things: it tells of people, of something done, or of
 * where. */
static bool breaks_row(const struct sentence *s, size_t i)
{
    return s->tokens[i].in_clause || token_is_person(s, i) || token_is_finite(s, i) ||
           token_is_preposition(s, i) || word_is(word_at(s, i), FORM_BARE, WORDS_VERBS);
}

/* "ressourcer, ro og mod" from `first` to the "og" at `joiner`. Only the first thing must be
 * bare: behind it "mod til at handle" may stand. */
static bool is_row(const struct sentence *s, size_t first, size_t joiner)
{
    size_t comma = end_of_item(s, first);
    bool is_comma = comma < s->count && s->tokens[comma].kind == TOKEN_COMMA;
    if (!is_comma || comma == first || comma - first > ITEM_MOST || comma + 1 >= joiner)
        return false;
    for (size_t i = first; i < comma; i++)
        if (breaks_row(s, i))
            return false;
    for (size_t i = comma; i < joiner; i++)
        if (s->tokens[i].in_clause || s->tokens[i].kind == TOKEN_STOP || token_is_person(s, i) ||
            token_is_finite(s, i))
            return false;
    return true;
}

static bool take_stretch(const struct sentence *s, size_t first, size_t end,
                         struct stretch *stretch)
{
    *stretch = (struct stretch){s->tokens[first].start, s->tokens[end - 1].end};
    return true;
}

static bool find_row(const struct sentence *s, struct stretch *stretch)
{
    size_t first = s->verb < s->count ? s->verb + 1 : 0, length = 0;
    while (token_in(s, first, WORDS_ADVERBS) || token_in(s, first, WORDS_MODALS))
        first++;
    size_t joiner = find_joiner(s, first, &length), last = joiner + length;
    if (!token_is_word(s, last) || token_is_person(s, last) || token_is_finite(s, last))
        return false;
    return is_row(s, first, joiner) && take_stretch(s, first, end_of_item(s, last), stretch);
}

/* "er", but not "har": what follows is how somebody is. */
static bool is_be(const struct sentence *s, size_t i)
{
    return token_in(s, i, WORDS_BE) && !token_in(s, i, WORDS_HAVE) && !token_in(s, i, WORDS_GAINS);
}

/* A word for how somebody is. What was done to a thing ("udarbejdet og godkendt") is one. */
static bool is_state(const struct sentence *s, size_t i)
{
    return token_is_word(s, i) && !token_is_person(s, i) && !word_at(s, i)->is_number &&
           !token_is_preposition(s, i) && !word_is(word_at(s, i), FORM_PARTICIPLE, WORDS_VERBS);
}

static bool find_states(const struct sentence *s, struct stretch *stretch)
{
    size_t first = s->verb + 1, length = 0;
    if (!is_be(s, s->verb))
        return false;
    while (token_in(s, first, WORDS_ADVERBS) || token_in(s, first, WORDS_DEGREES))
        first++;
    if (!phrase_at(s, first + 1, WORDS_JOINERS, &length))
        return false;
    size_t second = first + 1 + length;
    while (token_in(s, second, WORDS_DEGREES))
        second++;
    bool is_last = token_ends_sentence(s, second + 1) || token_is_preposition(s, second + 1);
    if (!is_state(s, first) || !is_state(s, second) || !is_last ||
        sentence_has_pair(s, first, second))
        return false;
    return take_stretch(s, first, second + 1, stretch);
}

static bool find_results(const struct sentence *s, struct stretch *stretch)
{
    size_t end = s->count;
    if (!wording_has_two_results(s, &stretch->start))
        return false;
    while (end > 1 && !token_is_word(s, end - 1))
        end--;
    stretch->end = s->tokens[end - 1].end;
    return true;
}

bool wording_asks_several(const struct sentence *s, bool is_count, struct stretch *stretch)
{
    size_t length;
    if (find_joiner(s, 0, &length) == s->count)
        return find_results(s, stretch); /* perhaps with commas only */
    /* "Antal ture, møder og besøg" is one sum. */
    return (!is_count && (find_row(s, stretch) || find_states(s, stretch))) ||
           find_results(s, stretch);
}

const char *wording_counted_clause(const struct sentence *s)
{
    for (size_t i = 0; s->verb == s->count && i < s->count; i++) {
        if (!token_opens_clause(s, i))
            continue;
        for (size_t k = i + 1; k < s->count; k++)
            if (!token_is_word(s, k) || phrase_at(s, k, WORDS_JOINERS, NULL))
                return s->text + s->tokens[i].end;
        return NULL;
    }
    return NULL;
}
