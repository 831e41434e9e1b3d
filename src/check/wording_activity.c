/* P08: an effect that tells what is done, not what becomes different.
 *
 * Five ways of saying so are recognised:
 *   - it begins with a verb that nobody does: "Etablere en café", "Running a homework club";
 *   - those who deliver do it: "Projektet skal skabe ...", "Sundhedsplejersken besøger ...";
 *   - it is done to people: "Borgerne tilbydes ...", "Der er ansat ...";
 *   - the work is a noun: "Udarbejdelse af ...", "Provision of ...";
 *   - it is a thing on offer: "Samtalegrupper for pårørende".
 * Those whom it is about may do such things themselves: then it is an effect. What tells of a
 * change ("tidligere", "selv") is one, too. */
#include "check/wording.h"

static bool is_work(const struct word *word, enum form form)
{
    return word_is(word, form, WORDS_ACTIVITY) || word_is(word, form, WORDS_MAKERS);
}

/* A word of change from token `from` on: "tidligere", but not "en ny kollega". */
static bool holds_change(const struct sentence *s, size_t from)
{
    for (size_t i = from; i < s->count; i++)
        if (!s->tokens[i].in_clause && token_in(s, i, WORDS_MORE) && !token_in(s, i, WORDS_NOVEL))
            return true;
    return false;
}

/* --- it begins with a verb -------------------------------------------------------------- */

/* What begins the title may be a noun that is the subject: then a finite verb follows,
 * outside clauses. "Support to families" and "Help young people write" have none. */
static bool verb_follows(const struct sentence *s, size_t from)
{
    bool may_be_noun = token_in(s, from, WORDS_AMBIGUOUS) || token_in(s, from, WORDS_VERB_NOUNS) ||
                       word_is(word_at(s, from), FORM_GERUND, WORDS_VERBS);
    bool takes_object = token_in(s, from + 1, WORDS_ARTICLES) || token_is_person(s, from + 1) ||
                        token_is_person(s, from + 2);
    for (size_t i = from + 1; i < s->count && may_be_noun; i++) {
        bool is_bare = s->has_bare_verbs && token_in(s, i, WORDS_VERBS);
        if (!s->tokens[i].in_clause && !token_in(s, i - 1, WORDS_INFINITIVE) &&
            !token_in(s, i - 1, WORDS_JOINERS) && token_is_finite(s, i) &&
            !(is_bare && takes_object))
            return true;
    }
    return false;
}

/* "Støtte fra naboer", "Work in the garden": the noun, not the verb. */
static bool is_noun_here(const struct sentence *s, size_t i)
{
    bool may_be = token_in(s, i, WORDS_VERB_NOUNS) || token_in(s, i, WORDS_AMBIGUOUS);
    return may_be && (token_ends_sentence(s, i + 1) || token_is_preposition(s, i + 1));
}

static bool begins_with_work(const struct sentence *s)
{
    size_t i = token_in(s, 0, WORDS_INFINITIVE) ? 1 : 0;
    const struct word *word = word_at(s, i);
    if (phrase_at(s, i, WORDS_ACTIVITY_OPENINGS, NULL))
        return true;
    if (verb_follows(s, i) || is_noun_here(s, i) || token_ends_sentence(s, i + 1))
        return false;
    bool is_command =
        !s->has_bare_verbs && i == 0 && is_work(word, FORM_IMPERATIVE) && s->verb == s->count;
    return is_work(word, FORM_BARE) || is_work(word, FORM_GERUND) || is_command;
}

/* --- those who deliver do it ------------------------------------------------------------ */

enum subject { SUBJECT_OTHERS, SUBJECT_STAFF, SUBJECT_PROJECT };

/* Who the words before the verb name, up to the first preposition: the last of them counts,
 * as in "youth workers". */
static enum subject find_subject(const struct sentence *s)
{
    enum subject subject = SUBJECT_OTHERS;
    for (size_t i = 0; i < s->verb && !token_is_preposition(s, i); i++) {
        const struct word *word = word_at(s, i);
        if (token_in(s, i, WORDS_MORE) || token_in(s, i, WORDS_JOINERS))
            return SUBJECT_OTHERS;
        if (words_set_has(&word->lemma, WORDS_PROJECT))
            subject = SUBJECT_PROJECT;
        else if (words_set_has(&word->lemma, WORDS_PROVIDERS) || word->is_in_role)
            subject = subject == SUBJECT_PROJECT ? subject : SUBJECT_STAFF;
        else if (token_is_person(s, i))
            subject = SUBJECT_OTHERS;
    }
    return subject;
}

static size_t skip_adverbs(const struct sentence *s, size_t i)
{
    while (token_in(s, i, WORDS_ADVERBS))
        i++;
    return i;
}

static bool is_doing(const struct word *word, enum words_id list)
{
    return word_is(word, FORM_PRESENT, list) || word_is(word, FORM_BARE, list) ||
           word_is(word, FORM_GERUND, list);
}

static bool deliverers_act(const struct sentence *s)
{
    enum subject subject = s->verb > 0 && s->verb < s->count ? find_subject(s) : SUBJECT_OTHERS;
    if (subject == SUBJECT_OTHERS)
        return false;
    size_t i = s->verb;
    if (token_in(s, i, WORDS_MODALS) || token_in(s, i, WORDS_BE))
        i = skip_adverbs(s, i + 1);
    const struct word *verb = word_at(s, i);
    if (subject == SUBJECT_PROJECT)
        return is_doing(verb, WORDS_ACTIVITY) || is_doing(verb, WORDS_MAKERS) ||
               is_doing(verb, WORDS_EFFECT_VERBS);
    return is_doing(verb, WORDS_ACTIVITY) && !holds_change(s, 0) && !sentence_holds(s, WORDS_OWN);
}

/* --- it is done to people --------------------------------------------------------------- */

/* "... af beboerne selv": then they are the ones who do it. */
static bool others_do_it(const struct sentence *s, size_t from)
{
    for (size_t i = from; i + 1 < s->count; i++) {
        if (!token_in(s, i, WORDS_BY))
            continue;
        size_t end = i + 1;
        for (; token_is_word(s, end) && !token_is_preposition(s, end); end++)
            if (token_is_person(s, end) && !words_set_has(&word_at(s, end)->lemma, WORDS_PROVIDERS))
                return true;
    }
    return false;
}

/* "er blevet tilbudt", "will be offered": the participle behind the verb. */
static bool is_passive_with_be(const struct sentence *s)
{
    size_t i = s->verb;
    if (!token_in(s, i, WORDS_BE) && !token_in(s, i, WORDS_MODALS))
        return false;
    for (i++; token_in(s, i, WORDS_BE) || token_in(s, i, WORDS_ADVERBS);)
        i++;
    bool is_made =
        token_in(s, 0, WORDS_EXPLETIVES) && word_is(word_at(s, i), FORM_PARTICIPLE, WORDS_MAKERS);
    return is_made || word_is(word_at(s, i), FORM_PARTICIPLE, WORDS_ACTIVITY);
}

static bool is_delivered(const struct sentence *s)
{
    if (s->verb >= s->count)
        return false;
    bool is_passive =
        word_is(word_at(s, s->verb), FORM_PASSIVE, WORDS_ACTIVITY) && !s->has_bare_verbs;
    if (!is_passive && !is_passive_with_be(s) && !phrase_at(s, s->verb, WORDS_DELIVERED, NULL))
        return false;
    return !holds_change(s, s->verb) && !others_do_it(s, s->verb);
}

/* --- the work is a noun ----------------------------------------------------------------- */

/* The noun that a title without a verb is about: the last word before a preposition. */
static size_t find_head(const struct sentence *s)
{
    size_t i = 0;
    while (token_is_word(s, i) && !token_is_preposition(s, i) &&
           !token_in(s, i, WORDS_INFINITIVE) && (i == 0 || !phrase_at(s, i, WORDS_FREQUENCY, NULL)))
        i++;
    return i ? i - 1 : s->count;
}

static bool names_person(const struct sentence *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (token_is_person(s, i))
            return true;
    return false;
}

static bool is_work_noun(const struct sentence *s, size_t head)
{
    const struct word *word = word_at(s, head);
    bool is_followed = token_in(s, head + 1, WORDS_WORK_OF);
    if (words_set_has(&word->lemma, WORDS_ACTIVITY_NOUNS))
        return is_followed || token_ends_sentence(s, head + 1);
    if (word_is(word, FORM_NOUN, WORDS_ACTIVITY) || word_is(word, FORM_GERUND, WORDS_ACTIVITY))
        return is_followed;
    return word_is(word, FORM_NOUN, WORDS_MAKERS) && token_in(s, head + 1, WORDS_BY) &&
           !names_person(s, 0, s->count) && !holds_change(s, 0);
}

/* "Samtalegrupper for pårørende", but not "Gode møder mellem naboer". */
static bool is_offering(const struct sentence *s, size_t head)
{
    bool is_thing = words_set_has(&word_at(s, head)->lemma, WORDS_OFFERINGS);
    bool is_for_somebody = token_in(s, head + 1, WORDS_WORK_OF) ||
                           token_ends_sentence(s, head + 1) ||
                           phrase_at(s, head + 1, WORDS_FREQUENCY, NULL);
    return is_thing && is_for_somebody && !holds_change(s, 0) && !sentence_holds(s, WORDS_OWN) &&
           !names_person(s, 0, head);
}

/* "Gratis svømning", but not "Free of fear". */
static bool is_given_away(const struct sentence *s, size_t head)
{
    return head > 0 && token_in(s, 0, WORDS_GIVEN_AWAY);
}

static bool names_work(const struct sentence *s)
{
    size_t head = s->verb < s->count ? s->count : find_head(s);
    return head < s->count &&
           (is_work_noun(s, head) || is_offering(s, head) || is_given_away(s, head));
}

bool wording_is_activity(const struct sentence *s)
{
    return s->count &&
           (begins_with_work(s) || deliverers_act(s) || is_delivered(s) || names_work(s));
}
