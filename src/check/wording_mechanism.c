/* P14: a mechanism that repeats its effect.
 *
 * Both are reduced to their gist: the words that carry something, without those that only
 * say that it works ("styrkes", "fører til"), that it is more or better, or that the
 * programme does it. Words are the same where their stems are: "ensomheden" and "ensomme",
 * "idræt" and "idrætsforening". Where the mechanism then says nothing new, it repeats. */
#include "check/wording.h"

#include <string.h>

enum {
    STEM_LEAST = 4, /* bytes that two words of one root have in common */
    TAIL_LEAST = 5, /* bytes of a word that ends a compound */
    GIST_MOST = 60, /* words; a longer text has something to say */
};

/* Says only that it works, how much, or through whom. */
static bool is_empty(const struct word *word)
{
    return word->is_number || word_in(word, WORDS_FUNCTION) ||
           words_set_has(&word->lemma, WORDS_PROJECT) ||
           words_set_has(&word->lemma, WORDS_EMPTY_NOUNS) || word_in(word, WORDS_MODALS);
}

static bool is_form_of(const struct word *word, enum words_id list)
{
    for (int form = 0; form < FORMS; form++)
        if (words_set_has(&word->forms[form], list))
            return true;
    return false;
}

/* A verb of its own says what happens: it weighs more than a noun. */
static bool is_verb(const struct word *word)
{
    return word_in(word, WORDS_VERBS) || word_is(word, FORM_PRESENT, WORDS_VERBS) ||
           word_is(word, FORM_PASSIVE, WORDS_VERBS);
}

struct gist wording_gist(const struct sentence *s, struct arena *arena)
{
    struct gist gist = {0};
    size_t count = 0;
    for (size_t i = 0; i < s->count && count <= GIST_MOST; i++)
        count += token_is_word(s, i) && !is_empty(word_at(s, i));
    if (count > GIST_MOST)
        return gist;
    gist.words = arena_array(arena, count + 1, sizeof *gist.words);
    for (size_t i = 0; i < s->count; i++) {
        const struct word *word = word_at(s, i);
        if (token_is_word(s, i) && !is_empty(word) && !is_form_of(word, WORDS_EFFECT_VERBS))
            gist.words[gist.count++] = (struct gist_word){
                .stem = arena_copy(arena, word->stem, word->stem_length),
                .length = word->stem_length,
                .is_light = is_form_of(word, WORDS_LIGHT_VERBS),
                .is_verb = is_verb(word),
            };
    }
    return gist;
}

static size_t common_bytes(const struct gist_word *a, const struct gist_word *b)
{
    size_t i = 0;
    while (i < a->length && i < b->length && a->stem[i] == b->stem[i])
        i++;
    return i;
}

static bool is_tail(const struct gist_word *tail, const struct gist_word *whole)
{
    size_t length = tail->length, at = whole->length - length;
    return length >= TAIL_LEAST && whole->length > length &&
           !memcmp(whole->stem + at, tail->stem, length);
}

/* Of one root, or one in a compound with the other. */
static bool is_same_root(const struct gist_word *a, const struct gist_word *b)
{
    size_t shorter = a->length < b->length ? a->length : b->length;
    size_t common = common_bytes(a, b);
    if (common == a->length && common == b->length)
        return true;
    return (common >= STEM_LEAST && common + 1 >= shorter) || is_tail(a, b) || is_tail(b, a);
}

static bool is_said(const struct gist *gist, const struct gist_word *word)
{
    for (size_t i = 0; i < gist->count; i++)
        if (is_same_root(&gist->words[i], word))
            return true;
    return false;
}

bool wording_repeats(const struct gist *mechanism, const struct gist *effect)
{
    size_t said = 0, fresh = 0, light = 0;
    for (size_t i = 0; i < mechanism->count; i++) {
        const struct gist_word *word = &mechanism->words[i];
        if (is_said(effect, word))
            said++;
        else if (word->is_light)
            light++;
        else
            fresh += word->is_verb ? 2 : 1;
    }
    if (said < 2)
        fresh += light;
    return said && 2 * fresh <= said - (said == 1);
}
