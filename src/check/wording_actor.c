/* P09: an effect in which nobody changes.
 *
 * Somebody is named by a word for people or for a body of people ("forældre", "foreningerne",
 * words of the model's own target groups and roles), by "hos" and "blandt", by "hinanden", or
 * as the subject of something that only people do: "niendeklasserne ved, hvad de vil". */
#include "check/wording.h"

#include <string.h>

bool token_is_person(const struct sentence *s, size_t i)
{
    const struct word *word = word_at(s, i);
    return words_set_has(&word->lemma, WORDS_PERSONS) && !word_in(word, WORDS_NOT_PERSONS);
}

bool token_is_deliverer(const struct sentence *s, size_t i)
{
    const struct word *word = word_at(s, i);
    return words_set_has(&word->lemma, WORDS_PROVIDERS) ||
           words_set_has(&word->lemma, WORDS_DELIVERERS);
}

static bool is_named_in_model(const struct word *word)
{
    return word->is_in_group || word->is_in_role;
}

/* A verb that things do not do: "ved", "deltager", but not "stiger" or "styrkes". */
static bool is_act_of_person(const struct sentence *s, size_t i)
{
    const struct word *word = word_at(s, i);
    bool is_active = word_in(word, WORDS_FINITE) || word_is(word, FORM_PRESENT, WORDS_VERBS) ||
                     word_is(word, FORM_BARE, WORDS_VERBS);
    return is_active && !word_in(word, WORDS_AMBIGUOUS) && !word_in(word, WORDS_THINGS) &&
           !word_is(word, FORM_PRESENT, WORDS_THINGS) && !word_is(word, FORM_BARE, WORDS_THINGS);
}

/* "kan selv slippe": the verb that follows a modal one. */
static size_t acting_verb(const struct sentence *s)
{
    size_t i = s->verb;
    if (token_in(s, i, WORDS_MODALS))
        for (i++; token_in(s, i, WORDS_ADVERBS);)
            i++;
    return i;
}

static bool holds_behind(const struct sentence *s, size_t from, enum words_id list)
{
    for (size_t i = from; i < s->count; i++)
        if (!s->tokens[i].in_clause && phrase_at(s, i, list, NULL))
            return true;
    return false;
}

static bool ends_like_doers(const struct sentence *s, size_t i)
{
    enum { SHORTEST = 6 };
    const struct word *word = word_at(s, i);
    return s->has_bare_verbs && word->length >= SHORTEST &&
           !strcmp(word->text + word->length - 3, "ers") && !word_in(word, WORDS_NOT_PERSONS);
}

/* The verb is a form of be with a participle, or a passive: it is done to the subject. */
static bool is_passive(const struct sentence *s)
{
    bool is_be = token_in(s, s->verb, WORDS_BE) && !token_in(s, s->verb, WORDS_HAVE);
    return (is_be && word_is(word_at(s, s->verb + 1), FORM_PARTICIPLE, WORDS_VERBS)) ||
           (!s->has_bare_verbs && word_is(word_at(s, s->verb), FORM_PASSIVE, WORDS_VERBS) &&
            !token_in(s, s->verb, WORDS_FINITE));
}

/* "Foreningerne får flere medlemmer": a body can act, but is only a place elsewhere. In
 * English also what ends like those who do something: "cleaners", "gamers". */
static bool has_body_as_subject(const struct sentence *s)
{
    if (is_passive(s))
        return false;
    for (size_t i = 0; i < s->verb && !token_in(s, i, WORDS_PREPOSITIONS); i++)
        if (words_set_has(&word_at(s, i)->lemma, WORDS_BODIES) || ends_like_doers(s, i))
            return true;
    return false;
}

/* The verb, or what is said with it, is said of people only; "der" and "det" are nobody. */
static bool subject_is_somebody(const struct sentence *s)
{
    bool has_subject = s->verb > 0 && s->verb < s->count && !token_in(s, 0, WORDS_EXPLETIVES);
    return has_subject && (is_act_of_person(s, acting_verb(s)) || has_body_as_subject(s) ||
                           holds_behind(s, s->verb, WORDS_STATES_OF_MIND));
}

/* "Flere tager cyklen": people are meant. */
static bool subject_stands_alone(const struct sentence *s)
{
    bool is_alone = s->verb == 1 || token_is_preposition(s, 1);
    return is_alone && s->verb < s->count && token_in(s, 0, WORDS_ALONE);
}

bool sentence_names_somebody(const struct sentence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        if ((token_is_person(s, i) && i != s->verb) || is_named_in_model(word_at(s, i)) ||
            phrase_at(s, i, WORDS_MUTUAL, NULL) || phrase_at(s, i, WORDS_PERSONS, NULL))
            return true;
        if (token_in(s, i, WORDS_AMONG) && token_is_word(s, i + 1))
            return true;
    }
    return subject_is_somebody(s) || subject_stands_alone(s);
}
