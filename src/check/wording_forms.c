/* What a word may be a form of; see wording_words.h.
 *
 * Regular inflection only: an ending goes off, another comes on, and if a list has the
 * result, the word is that form of it. What the endings give by chance is in no list.
 * Irregular participles are words of a list. */
#include "check/wording_words.h"

#include <string.h>

/* What makes a base out of a form. */
struct ending {
    const char *ending, *base; /* what goes off, what comes on */
    enum form form;
    bool doubles; /* the last consonant is doubled before `base`, or was doubled before `ending` */
};

static const struct ending danish[] = {
    {"", "", FORM_BARE, false},          {"r", "", FORM_PRESENT, false},
    {"s", "", FORM_PASSIVE, false},      {"t", "", FORM_PARTICIPLE, false},
    {"t", "e", FORM_PARTICIPLE, false},  {"de", "", FORM_PARTICIPLE, false},
    {"te", "e", FORM_PARTICIPLE, false}, {"", "e", FORM_IMPERATIVE, false},
    {"", "e", FORM_IMPERATIVE, true},    {"lse", "", FORM_NOUN, false},
    {"lsen", "", FORM_NOUN, false},      {"lser", "", FORM_NOUN, false},
    {"ing", "e", FORM_NOUN, false},      {"ingen", "e", FORM_NOUN, false},
    {"inger", "e", FORM_NOUN, false},    {"ning", "e", FORM_NOUN, false},
    {"ningen", "e", FORM_NOUN, false},   {"ning", "e", FORM_NOUN, true},
    {"ningen", "e", FORM_NOUN, true},
};

static const struct ending english[] = {
    {"", "", FORM_BARE, false},           {"s", "", FORM_PRESENT, false},
    {"es", "", FORM_PRESENT, false},      {"ies", "y", FORM_PRESENT, false},
    {"ed", "", FORM_PARTICIPLE, false},   {"ed", "e", FORM_PARTICIPLE, false},
    {"ied", "y", FORM_PARTICIPLE, false}, {"ed", "", FORM_PARTICIPLE, true},
    {"ing", "", FORM_GERUND, false},      {"ing", "e", FORM_GERUND, false},
    {"ing", "", FORM_GERUND, true},       {"ion", "", FORM_NOUN, false},
    {"ion", "e", FORM_NOUN, false},       {"ation", "", FORM_NOUN, false},
    {"ation", "e", FORM_NOUN, false},     {"ment", "", FORM_NOUN, false},
};

enum { SHORTEST = 2, LONGEST = WORDS_LONGEST + 4 };

static bool is_consonant(char c)
{
    return c > 'a' && c <= 'z' && !strchr("eiouy", c);
}

/* Writes the base that the ending gives; its length, 0 where it does not fit. */
static size_t make_base(const struct ending *rule, bool doubled_in_form, const char *text,
                        size_t length, char *base)
{
    size_t tail = strlen(rule->ending), head = strlen(rule->base);
    if (length < tail + SHORTEST || memcmp(text + length - tail, rule->ending, tail) != 0)
        return 0;
    size_t stem = length - tail;
    char last = text[stem - 1];
    memcpy(base, text, stem);
    if (rule->doubles) {
        if (!is_consonant(last) || (doubled_in_form && text[stem - 2] != last))
            return 0;
        if (doubled_in_form)
            stem--;
        else
            base[stem++] = last;
    }
    memcpy(base + stem, rule->base, head + 1);
    return stem + head;
}

static void add_lists(const struct words *words, const char *lang, const char *base, size_t length,
                      struct words_set *set)
{
    struct words_about about;
    words_look_up(words, lang, base, length, &about);
    for (int i = 0; i < WORDS_SETS; i++)
        set->bits[i] |= about.in.bits[i];
}

static void add_irregular(struct word *word, const struct words *words, const char *lang)
{
    struct words_hit hit;
    if (!word_in(word, WORDS_PARTICIPLES) ||
        !words_match_at(words_get(words, lang, WORDS_PARTICIPLES), word->text, &hit) ||
        !hit.entry->other)
        return;
    add_lists(words, lang, hit.entry->other, strlen(hit.entry->other),
              &word->forms[FORM_PARTICIPLE]);
}

void word_find_forms(struct word *word, const struct words *words, const char *lang)
{
    bool is_english = words_language_of(lang) == WORDS_ENGLISH;
    const struct ending *rules = is_english ? english : danish;
    size_t count = is_english ? sizeof english / sizeof *english : sizeof danish / sizeof *danish;
    char base[LONGEST + 1];
    for (size_t i = 0; i < count; i++) {
        size_t length = make_base(&rules[i], is_english, word->text, word->length, base);
        if (length)
            add_lists(words, lang, base, length, &word->forms[rules[i].form]);
    }
    add_irregular(word, words, lang);
}

/* Bytes of a word without the genitive of English. */
static size_t without_genitive(const struct word *word)
{
    size_t length = word->length;
    return length > 2 && !memcmp(word->text + length - 2, "'s", 2) ? length - 2 : length;
}

/* The lists that have the word as a noun without one of the endings of nouns. */
void word_find_lemma(struct word *word, const struct words *words, const char *lang)
{
    const struct words_list *endings = words_get(words, lang, WORDS_NOUN_INFLECTIONS);
    size_t length = without_genitive(word);
    word->lemma = word->in;
    if (length < word->length)
        add_lists(words, lang, word->text, length, &word->lemma);
    for (size_t i = 0; i < endings->count; i++) {
        const char *ending = endings->items[i]->text;
        size_t tail = strlen(ending), stem = length - tail;
        if (length < tail + SHORTEST || memcmp(word->text + stem, ending, tail) != 0)
            continue;
        add_lists(words, lang, word->text, stem, &word->lemma);
        bool doubled = stem > SHORTEST && word->text[stem - 1] == word->text[stem - 2] &&
                       is_consonant(word->text[stem - 1]);
        if (doubled)
            add_lists(words, lang, word->text, stem - 1, &word->lemma);
    }
}

/* What is left without endings, for comparing words of one root. */
void word_find_stem(struct word *word, const struct words *words, const char *lang)
{
    const struct words_list *endings = words_get(words, lang, WORDS_STEM_ENDINGS);
    enum { LEAST = 3 };
    size_t length = without_genitive(word), best = 0;
    for (size_t i = 0; i < endings->count; i++) {
        const char *ending = endings->items[i]->text;
        size_t tail = strlen(ending);
        if (tail > best && length >= tail + LEAST &&
            !memcmp(word->text + length - tail, ending, tail))
            best = tail;
    }
    word->stem = word->text;
    word->stem_length = (uint32_t)(length - best);
    const char *last = word->text + word->stem_length - 1;
    if (best && word->stem_length > LEAST && last[0] == last[-1] && is_consonant(last[0]))
        word->stem_length--;
}
