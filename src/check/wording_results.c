/* P10: two results in one box.
 *
 * What makes two results is not the word "og" but what it joins. Three forms are
 * recognised, all outside subordinate clauses and after the first verb, so that
 * joined subjects ("forældre og børn") stay silent:
 *   - a second verb: "forstår situationen og støtter bedre", "får venner, klarer sig";
 *   - a second change: "flere venner og flere trygge voksne";
 *   - a second sentence: "børn får venner, og forældre bliver trygge".
 * Pairs that mean one thing, verbs in the infinitive (one ability, told by what it is
 * made of) and adjectives of one noun ("flere og bedre tilbud") are one result. Where
 * in doubt it says nothing: a finding must be worth reading. */
#include "check/wording.h"

#include <string.h>

enum {
    ADVERBS_MOST = 3, /* between "og" and the verb */
    SUBJECT_MOST = 4, /* words of a second sentence before its verb */
};

/* Where the walk through a title stands. */
struct walk {
    const struct sentence *s;
    size_t verb;      /* the first verb of the sentence; s->count: none yet */
    size_t change;    /* the first word of change behind it */
    size_t last_verb; /* the last verb of the title; s->count: none */
    bool infinitive;  /* an infinitive or a modal verb stands behind the first verb */
    size_t result;    /* where the first of two results begins, once found */
};

/* What stands on both sides of "og" or a comma. */
struct joint {
    size_t at, before, after; /* tokens */
    bool is_comma;
    bool has_comma; /* it is one, or one stands before "og" */
};

static bool is_change(const struct sentence *s, size_t i)
{
    return token_in(s, i, WORDS_MORE);
}

static size_t skip_adverbs(const struct sentence *s, size_t i)
{
    for (int n = 0; n < ADVERBS_MOST && token_in(s, i, WORDS_ADVERBS); n++)
        i++;
    return i;
}

static bool are_pair(const struct sentence *s, size_t one, size_t other)
{
    return token_is_word(s, one) && token_is_word(s, other) && sentence_has_pair(s, one, other);
}

/* "trives og udvikler sig" is one thing, "trives og lærer mere" is not. */
static bool are_paired_verbs(const struct sentence *s, size_t one, size_t other)
{
    return are_pair(s, one, other) && !is_change(s, other + 1);
}

static bool both_modal(const struct sentence *s, size_t before, size_t after)
{
    return token_in(s, before, WORDS_MODALS) && token_in(s, after, WORDS_MODALS);
}

/* --- a second verb ---------------------------------------------------------------------- */

/* "har lært dansk og fået venner": two things that have come about. In English the second
 * verb may be a gerund: "while also making friends". */
static bool is_second_form(const struct walk *walk, const struct joint *joint, size_t i)
{
    const struct sentence *s = walk->s;
    const struct word *word = word_at(s, i);
    bool is_phrase = joint->after > joint->at + 1;
    if (word_is(word, FORM_PARTICIPLE, WORDS_VERBS) && token_in(s, walk->verb, WORDS_HAVE))
        return joint->before > walk->verb + 1;
    return is_phrase && word_is(word, FORM_GERUND, WORDS_VERBS);
}

static bool is_second_verb(const struct walk *walk, const struct joint *joint, size_t i)
{
    return token_is_finite(walk->s, i) || is_second_form(walk, joint, i);
}

/* "sidder og læser", "kommer hjem og spiser": one thing, told by two verbs. */
static bool is_serial(const struct walk *walk, const struct joint *joint, size_t verb)
{
    return token_in(walk->s, walk->verb, WORDS_SERIAL) && joint->before <= walk->verb + 1 &&
           !is_change(walk->s, verb + 1);
}

static bool joins_verb(struct walk *walk, const struct joint *joint)
{
    const struct sentence *s = walk->s;
    size_t verb = skip_adverbs(s, joint->after);
    if (walk->verb == s->count || !is_second_verb(walk, joint, verb) ||
        both_modal(s, joint->before, verb))
        return false;
    if (are_paired_verbs(s, walk->verb, verb) || is_serial(walk, joint, verb))
        return false;
    /* In English "to plan and carry out": a bare verb after an infinitive is one too. */
    if (walk->infinitive && s->has_bare_verbs && token_in(s, verb, WORDS_VERBS))
        return false;
    walk->result = walk->verb;
    return true;
}

/* --- a second change -------------------------------------------------------------------- */

/* "mere trygge og mere aktive børn": two adjectives of one noun. */
static bool joins_adjectives(const struct sentence *s, size_t before, size_t after)
{
    if (is_change(s, before))
        return true;
    const struct word *word = word_at(s, before);
    bool noun_follows = token_is_word(s, after + 2) && !token_in(s, after + 2, WORDS_PREPOSITIONS);
    return before > 0 && token_in(s, before - 1, WORDS_DEGREES) &&
           token_in(s, after, WORDS_DEGREES) && noun_follows && word->length &&
           word->text[word->length - 1] == 'e' && !words_set_has(&word->in, WORDS_NOT_ADJECTIVES);
}

static bool verb_follows(const struct walk *walk, size_t i)
{
    return walk->last_verb < walk->s->count && walk->last_verb >= i;
}

/* Where the state that ends at `end` begins: "gladere", "mindre ensomme"; s->count: none. */
static size_t state_before(const struct sentence *s, size_t end)
{
    if (end > 0 && token_in(s, end - 1, WORDS_DEGREES))
        return end - 1;
    return token_in(s, end, WORDS_STATES) ? end : s->count;
}

/* "bliver gladere og mindre ensomme": two states right behind the verb, and nothing else. */
static bool joins_states(struct walk *walk, size_t before, size_t after)
{
    const struct sentence *s = walk->s;
    size_t first = state_before(s, before);
    size_t last = token_in(s, after, WORDS_DEGREES) ? after + 1 : after;
    bool is_state = last > after || token_in(s, after, WORDS_STATES);
    if (first == s->count || first != walk->verb + 1 || !is_state ||
        !token_ends_sentence(s, last + 1))
        return false;
    walk->result = first;
    return true;
}

static bool joins_change(struct walk *walk, const struct joint *joint)
{
    const struct sentence *s = walk->s;
    size_t before = joint->before, after = joint->after;
    if (token_in(s, after, WORDS_ARTICLES))
        after++; /* "og et større netværk" */
    if (!is_change(s, after))
        return false;
    if (joins_states(walk, before, after))
        return true;
    bool qualifies = token_is_word(s, after + 1) && !token_in(s, after + 1, WORDS_PREPOSITIONS);
    if (!qualifies || joins_adjectives(s, before, after))
        return false;
    if (walk->verb == s->count && verb_follows(walk, after))
        return false; /* who, not what */
    bool gains = walk->verb < s->count && token_in(s, walk->verb, WORDS_GAINS);
    if (walk->change == s->count && !gains)
        return false;
    walk->result = walk->change < s->count ? walk->change : walk->verb;
    return true;
}

/* "bedre trivsel/selvværd": the slash joins two things that change, unless they tell of a
 * third: "bedre skole/hjem-samarbejde". */
static bool slash_joins(struct walk *walk, size_t i)
{
    const struct sentence *s = walk->s;
    bool one_change = i > 1 && walk->change == i - 2 && token_is_word(s, i + 1);
    bool is_last = token_ends_sentence(s, i + 2) || token_in(s, i + 2, WORDS_PREPOSITIONS);
    if (!one_change || !is_last || are_pair(s, i - 1, i + 1))
        return false;
    walk->result = walk->change;
    return true;
}

/* --- a second sentence ------------------------------------------------------------------ */

/* A verb, also one that could be a noun, if a pronoun is its subject. */
static bool is_verb_of(const struct sentence *s, size_t subject, size_t i)
{
    if (i == subject)
        return false;
    bool is_certain =
        token_is_finite(s, i) && (!token_in(s, i, WORDS_AMBIGUOUS) || token_is_person(s, i - 1));
    return is_certain || (i == subject + 1 && token_in(s, i, WORDS_AMBIGUOUS) &&
                          token_in(s, subject, WORDS_PRONOUNS));
}

/* "..., og forældrene støtter": a subject, then its verb. In English every noun may look
 * like a verb there, so that a comma must tell. */
static bool joins_sentence(struct walk *walk, const struct joint *joint)
{
    const struct sentence *s = walk->s;
    bool is_apart = joint->has_comma || is_change(s, joint->after);
    if (walk->verb == s->count || (s->has_bare_verbs && !is_apart))
        return false;
    for (size_t i = joint->after; i < s->count && i <= joint->after + SUBJECT_MOST; i++) {
        if (!token_is_word(s, i) || token_opens_clause(s, i) || token_in(s, i, WORDS_JOINERS) ||
            token_in(s, i, WORDS_INFINITIVE))
            return false;
        if (is_verb_of(s, joint->after, i)) {
            walk->result = walk->verb;
            return true;
        }
    }
    return false;
}

/* --- the walk --------------------------------------------------------------------------- */

/* `at` is "og" or a comma; true if two results meet there. */
static bool joins_results(struct walk *walk, size_t at, size_t length)
{
    const struct sentence *s = walk->s;
    struct joint joint = {.at = at, .before = at - 1, .after = at + length};
    joint.is_comma = joint.has_comma = s->tokens[at].kind == TOKEN_COMMA;
    if (at == 0 || (joint.is_comma && phrase_at(s, at + 1, WORDS_JOINERS, NULL)))
        return false; /* ", og" is looked at at its "og" */
    if (!token_is_word(s, joint.before) && joint.before > 0) {
        joint.has_comma = true;
        joint.before--;
    }
    if (are_pair(s, joint.before, joint.after) && !is_change(s, joint.after + 1))
        return false;
    if (joins_verb(walk, &joint) || joins_change(walk, &joint))
        return true;
    return !joint.is_comma && joins_sentence(walk, &joint);
}

/* A new sentence in the same title, with a verb in each. */
static bool stops_between_results(struct walk *walk, size_t i)
{
    if (walk->verb == walk->s->count || !verb_follows(walk, i + 1))
        return false;
    walk->result = 0;
    return true;
}

/* True if the token ends the walk with two results found. */
static bool take_token(struct walk *walk, size_t i)
{
    const struct sentence *s = walk->s;
    const struct token *token = &s->tokens[i];
    size_t length = 1;
    bool infinitive = token_in(s, i, WORDS_INFINITIVE) || token_in(s, i, WORDS_MODALS);
    walk->infinitive = walk->infinitive || (infinitive && walk->verb < s->count);
    if (token->kind == TOKEN_STOP)
        return stops_between_results(walk, i);
    if (token->in_clause)
        return false;
    if (token->kind == TOKEN_SLASH)
        return slash_joins(walk, i);
    if (token->kind == TOKEN_COMMA || phrase_at(s, i, WORDS_JOINERS, &length))
        return joins_results(walk, i, length);
    if (i == s->verb) {
        walk->verb = i;
        walk->infinitive = infinitive;
        walk->change = s->count; /* what came before is who */
    } else if (walk->change == s->count && is_change(s, i)) {
        walk->change = i;
    }
    return false;
}

static size_t find_last_verb(const struct sentence *s)
{
    for (size_t i = s->count; i > 0; i--)
        if (token_is_finite(s, i - 1))
            return i - 1;
    return s->count;
}

/* False where nothing in the title could join two results: most titles are done with then. */
static bool may_join(const struct sentence *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (!token_is_word(s, i) || phrase_at(s, i, WORDS_JOINERS, NULL))
            return true;
    return false;
}

bool wording_has_two_results(const struct sentence *s, size_t *from)
{
    if (!may_join(s))
        return false;
    struct walk walk = {
        .s = s, .verb = s->count, .change = s->count, .last_verb = find_last_verb(s)};
    for (size_t i = 0; i < s->count; i++)
        if (take_token(&walk, i)) {
            *from = s->tokens[walk.result].start;
            return true;
        }
    return false;
}
