/* Reads titles into sentences; see wording.h. */
#include "base/memory.h"
#include "base/utf8.h"
#include "check/placeholders.h"
#include "check/wording.h"
#include "check/wording_words.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 1 << 14 }; /* distinct words that are looked up, per language */

/* The words of one language that were met. */
struct vocabulary {
    const struct words *words;
    const char *lang;
    struct arena *arena, *scratch;
    struct word **buckets;
    size_t bucket_count, count; /* buckets: a power of two */
};

struct titles {
    struct arena arena;
    struct arena scratch; /* of the last text: words that are not kept */
    struct vocabulary vocabularies[WORDS_LANGUAGES];
    struct sentence sentence; /* of the last text */
};

static const struct word no_word = {.text = ""};
static const struct word number = {
    .text = "0", .length = 1, .stem = "0", .stem_length = 1, .is_number = true};

struct titles *titles_new(const struct words *words)
{
    static const char *const tags[] = {[WORDS_DANISH] = "da", [WORDS_ENGLISH] = "en"};
    struct titles *titles = mem_zalloc(1, sizeof *titles);
    for (int i = 0; i < WORDS_LANGUAGES; i++)
        titles->vocabularies[i] = (struct vocabulary){
            .words = words, .lang = tags[i], .arena = &titles->arena, .scratch = &titles->scratch};
    return titles;
}

void titles_free(struct titles *titles)
{
    if (!titles)
        return;
    for (int i = 0; i < WORDS_LANGUAGES; i++)
        free(titles->vocabularies[i].buckets);
    free(titles->sentence.tokens);
    arena_release(&titles->arena);
    arena_release(&titles->scratch);
    free(titles);
}

/* --- words ------------------------------------------------------------------------------ */

static uint32_t hash_of(const char *text, size_t length)
{
    uint32_t hash = 0x811C9DC5;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x01000193;
    return hash ^ hash >> 15;
}

static void grow_table(struct vocabulary *vocabulary)
{
    size_t count = vocabulary->bucket_count ? 2 * vocabulary->bucket_count : 256;
    struct word **buckets = mem_zalloc(count, sizeof(struct word *));
    for (size_t i = 0; i < vocabulary->bucket_count; i++)
        for (struct word *word = vocabulary->buckets[i], *next; word; word = next) {
            next = word->next;
            struct word **bucket = &buckets[word->hash & (count - 1)];
            word->next = *bucket;
            *bucket = word;
        }
    free(vocabulary->buckets);
    vocabulary->buckets = buckets;
    vocabulary->bucket_count = count;
}

static struct word *meet_word(struct vocabulary *vocabulary, const char *text, size_t length,
                              uint32_t hash)
{
    struct word *word = arena_alloc(vocabulary->arena, sizeof *word);
    word->text = arena_copy(vocabulary->arena, text, length);
    word->length = (uint32_t)length;
    word->hash = hash;
    struct words_about about;
    words_look_up(vocabulary->words, vocabulary->lang, text, length, &about);
    word->in = word->lemma = about.in;
    word->opens = about.opens;
    word->stem = word->text;
    word->stem_length = word->length;
    word_find_forms(word, vocabulary->words, vocabulary->lang);
    word_find_lemma(word, vocabulary->words, vocabulary->lang);
    word_find_stem(word, vocabulary->words, vocabulary->lang);
    return word;
}

/* A word that is not looked up: there are too many. */
static struct word *pass_word(struct vocabulary *vocabulary, const char *text, size_t length)
{
    struct word *word = arena_alloc(vocabulary->scratch, sizeof *word);
    word->text = word->stem = arena_copy(vocabulary->scratch, text, length);
    word->length = word->stem_length = (uint32_t)length;
    return word;
}

static bool is_number(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && ((text[i] >= '0' && text[i] <= '9') || text[i] == '-'))
        i++;
    return i == length;
}

static struct word *find_word(struct vocabulary *vocabulary, const char *text, size_t length)
{
    uint32_t hash = hash_of(text, length);
    if (vocabulary->count >= vocabulary->bucket_count)
        grow_table(vocabulary);
    struct word **bucket = &vocabulary->buckets[hash & (vocabulary->bucket_count - 1)];
    for (struct word *word = *bucket; word; word = word->next)
        if (word->hash == hash && word->length == length && !memcmp(word->text, text, length))
            return word;
    if (vocabulary->count >= WORDS_MOST)
        return pass_word(vocabulary, text, length);
    struct word *word = meet_word(vocabulary, text, length, hash);
    word->next = *bucket;
    *bucket = word;
    vocabulary->count++;
    return word;
}

/* --- tokens ----------------------------------------------------------------------------- */

static struct token *add_token(struct sentence *s, enum token_kind kind, size_t start)
{
    s->tokens = mem_grow(s->tokens, &s->capacity, s->count + 3, sizeof *s->tokens);
    struct token *token = &s->tokens[s->count++];
    *token = (struct token){
        .word = &no_word, .kind = kind, .start = (uint32_t)start, .end = (uint32_t)start + 1};
    return token;
}

/* A full stop ends a sentence only where another one begins: not in "0.-3. klasse". */
static bool is_full_stop(const char *p)
{
    if (*p != '.')
        return strchr(";:!?", *p);
    bool is_end = p[1] == ' ' || !p[1];
    const char *next = p + 1 + strspn(p + 1, " ");
    bool is_small = (*next >= 'a' && *next <= 'z') || (*next >= '0' && *next <= '9');
    return is_end && !is_small;
}

/* What stands in brackets explains and adds no result. */
static const char *skip_brackets(const char *p)
{
    const char *close = strchr(p, ')');
    return close ? close + 1 : p;
}

/* Takes a sign; returns where to go on. */
static const char *take_sign(struct sentence *s, const char *p)
{
    size_t start = (size_t)(p - s->text);
    if (*p == '(')
        return skip_brackets(p + 1);
    if (*p == '%' && s->count)
        s->tokens[s->count - 1].is_percent = true;
    else if (*p == ',')
        add_token(s, TOKEN_COMMA, start);
    else if (*p == '/')
        add_token(s, TOKEN_SLASH, start);
    else if (is_full_stop(p))
        add_token(s, TOKEN_STOP, start);
    const char *next = p;
    utf8_next(&next, p + strnlen(p, UTF8_MAX));
    return next;
}

static void read_tokens(struct sentence *s)
{
    char word[WORDS_LONGEST + 1];
    s->count = 0;
    for (const char *p = s->text; *p;) {
        size_t start = (size_t)(p - s->text);
        size_t length = *p == ' ' ? 0 : words_next(&p, word);
        if (!length) {
            p = *p == ' ' ? p + 1 : *p ? take_sign(s, p) : p;
            continue;
        }
        struct token *token = add_token(s, TOKEN_WORD, start);
        token->word = is_number(word, length) ? &number : find_word(s->vocabulary, word, length);
        token->end = (uint32_t)(p - s->text);
    }
    size_t count = s->count, length = strlen(s->text);
    add_token(s, TOKEN_END, length);
    add_token(s, TOKEN_END, length);
    s->count = count;
}

/* --- clauses and the verb --------------------------------------------------------------- */

/* The comma at `i` begins a subordinate clause: "får hjælp, selv når ...", or without an opener
 * "holder fast i det, de kan". */
static bool comma_opens_clause(const struct sentence *s, size_t i)
{
    size_t next = token_in(s, i + 1, WORDS_ADVERBS) ? i + 2 : i + 1;
    return token_opens_clause(s, next) || (i > 0 && token_in(s, i - 1, WORDS_ANTECEDENTS));
}

static void mark_clauses(struct sentence *s)
{
    bool in_clause = false;
    for (size_t i = 0; i < s->count; i++) {
        struct token *token = &s->tokens[i];
        bool is_comma = token->kind == TOKEN_COMMA;
        if (token->kind == TOKEN_STOP || (is_comma && in_clause)) {
            token->in_clause = in_clause && is_comma;
            in_clause =
                is_comma && token_opens_clause(s, i + 1) && !token_in(s, i + 1, WORDS_JOINERS);
            continue;
        }
        if (!in_clause && (is_comma ? comma_opens_clause(s, i) : token_opens_clause(s, i)))
            in_clause = true;
        token->in_clause = in_clause;
    }
}

/* A verb that no list knows: what follows people at the beginning of a title and ends like a
 * verb, "Mødrene ammer ...", "Mothers breastfeed ...". */
static bool must_be_verb(const struct sentence *s, size_t i)
{
    const struct word *word = word_at(s, i), *before = word_at(s, i - 1);
    if (!token_is_word(s, i) || !token_is_person(s, i - 1) || before->length < 2 ||
        word->length < 4 || token_is_person(s, i) || token_in(s, i, WORDS_PREPOSITIONS) ||
        token_in(s, i, WORDS_MORE))
        return false;
    const char *end = word->text + word->length, *before_end = before->text + before->length;
    if (s->has_bare_verbs)
        return before_end[-1] == 's' && end[-1] != 's' && token_is_word(s, i + 1) &&
               !word_in(word, WORDS_ADVERBS) && !word_in(word, WORDS_FUNCTION);
    return !memcmp(end - 2, "er", 2) && !memcmp(before_end - 2, "ne", 2);
}

/* The first finite verb that is no infinitive ("at lære") and stands outside clauses. */
static void find_verb(struct sentence *s)
{
    for (s->verb = 0; s->verb < s->count; s->verb++) {
        bool is_infinitive = s->verb > 0 && token_in(s, s->verb - 1, WORDS_INFINITIVE);
        if (!s->tokens[s->verb].in_clause && !is_infinitive && token_is_finite(s, s->verb))
            return;
    }
    enum { SUBJECT_MOST = 3 };
    for (size_t i = 1; i <= SUBJECT_MOST; i++)
        if (must_be_verb(s, i)) {
            s->verb = i;
            return;
        }
}

static struct vocabulary *vocabulary_of(struct titles *titles, const char *lang)
{
    int language = words_language_of(lang);
    return language < 0 || !titles->vocabularies[0].words ? NULL : &titles->vocabularies[language];
}

bool titles_read(struct titles *titles, const char *text, const char *lang,
                 struct sentence **sentence)
{
    struct sentence *s = *sentence = &titles->sentence;
    arena_reset(&titles->scratch);
    s->vocabulary = placeholder_is(text) ? NULL : vocabulary_of(titles, lang);
    s->text = s->vocabulary ? text : "";
    s->has_bare_verbs = words_language_of(lang) == WORDS_ENGLISH;
    read_tokens(s);
    mark_clauses(s);
    find_verb(s);
    return s->vocabulary;
}

/* --- words of the model ----------------------------------------------------------------- */

/* "Børn og unge i udsatte positioner" is called "børn" and "unge": what stands before a
 * preposition. */
static size_t naming_words(const struct sentence *s)
{
    size_t i = 0;
    while (i < s->count && s->tokens[i].kind != TOKEN_STOP && !s->tokens[i].in_clause &&
           !token_is_preposition(s, i))
        i++;
    return i;
}

static bool can_name(const struct word *word)
{
    enum { SHORTEST_NAME = 3 };
    return word->length >= SHORTEST_NAME && !word->is_number && !word_in(word, WORDS_JOINERS) &&
           !word_in(word, WORDS_FUNCTION) && !word_in(word, WORDS_MORE);
}

static void take_title(struct titles *titles, const char *title, const char *lang, bool is_role)
{
    struct sentence *s;
    if (!title || !titles_read(titles, title, lang, &s))
        return;
    size_t count = naming_words(s);
    for (size_t i = 0; i < count; i++) {
        if (!can_name(word_at(s, i)))
            continue;
        struct word *word = find_word(s->vocabulary, word_at(s, i)->text, word_at(s, i)->length);
        word->is_in_role = word->is_in_role || is_role;
        word->is_in_group = word->is_in_group || !is_role;
    }
}

void titles_take_group(struct titles *titles, const char *title, const char *lang)
{
    take_title(titles, title, lang, false);
}

void titles_take_role(struct titles *titles, const char *title, const char *lang)
{
    take_title(titles, title, lang, true);
}

/* --- asking sentences ------------------------------------------------------------------- */

const struct word *word_at(const struct sentence *s, size_t i)
{
    return i < s->count ? s->tokens[i].word : &no_word;
}

bool token_in(const struct sentence *s, size_t i, enum words_id list)
{
    return word_in(word_at(s, i), list);
}

bool token_is_word(const struct sentence *s, size_t i)
{
    return i < s->count && s->tokens[i].kind == TOKEN_WORD;
}

bool token_ends_sentence(const struct sentence *s, size_t i)
{
    return !token_is_word(s, i);
}

bool phrase_at(const struct sentence *s, size_t i, enum words_id list, size_t *length)
{
    const struct word *word = word_at(s, i);
    size_t count = word_in(word, list);
    if (words_set_has(&word->opens, list)) {
        struct words_hit hit;
        const struct words_list *entries =
            words_get(s->vocabulary->words, s->vocabulary->lang, list);
        if (words_match_at(entries, s->text + s->tokens[i].start, &hit)) {
            size_t end = s->tokens[i].start + hit.length;
            for (count = 0; i + count < s->count && s->tokens[i + count].start < end;)
                count++;
        }
    }
    if (length && count)
        *length = count;
    return count;
}

const char *phrase_advice(const struct sentence *s, size_t i, enum words_id list)
{
    struct words_hit hit;
    const struct words_list *entries = words_get(s->vocabulary->words, s->vocabulary->lang, list);
    bool is_hit = i < s->count && words_match_at(entries, s->text + s->tokens[i].start, &hit);
    return is_hit ? hit.entry->other : NULL;
}

size_t phrase_stem(const struct sentence *s, size_t i, enum words_id list)
{
    struct words_hit hit;
    const struct words_list *entries = words_get(s->vocabulary->words, s->vocabulary->lang, list);
    bool is_hit = i < s->count && words_match_at(entries, s->text + s->tokens[i].start, &hit);
    return is_hit && hit.entry->match == WORDS_BEGINS ? hit.entry->length : 0;
}

bool sentence_knows(const struct sentence *s, const char *word, enum words_id list)
{
    return words_has(words_get(s->vocabulary->words, s->vocabulary->lang, list), word);
}

const char *sentence_first(const struct sentence *s, enum words_id list)
{
    const struct words_list *entries = words_get(s->vocabulary->words, s->vocabulary->lang, list);
    return entries->count ? entries->items[0]->text : "";
}

bool sentence_has_pair(const struct sentence *s, size_t one, size_t other)
{
    const struct words_list *pairs =
        words_get(s->vocabulary->words, s->vocabulary->lang, WORDS_PAIRS);
    return word_in(word_at(s, one), WORDS_PAIRS) &&
           words_are_pair(pairs, word_at(s, one)->text, word_at(s, other)->text);
}

bool sentence_holds(const struct sentence *s, enum words_id list)
{
    for (size_t i = 0; i < s->count; i++)
        if (!s->tokens[i].in_clause && phrase_at(s, i, list, NULL))
            return true;
    return false;
}

/* --- verbs ------------------------------------------------------------------------------ */

bool token_is_preposition(const struct sentence *s, size_t i)
{
    return token_in(s, i, WORDS_PREPOSITIONS) && !token_in(s, i, WORDS_JOINERS) &&
           !token_in(s, i, WORDS_OPENERS) && !token_in(s, i, WORDS_INFINITIVE);
}

/* A finite form, if it is a verb at all. */
static bool looks_finite(const struct sentence *s, size_t i)
{
    const struct word *word = word_at(s, i);
    if (word_in(word, WORDS_FINITE) || word_in(word, WORDS_AMBIGUOUS) ||
        word_is(word, FORM_PRESENT, WORDS_VERBS) || word_is(word, FORM_PASSIVE, WORDS_VERBS))
        return true;
    if (s->has_bare_verbs)
        return word_in(word, WORDS_VERBS);
    return word_is(word, FORM_PRESENT, WORDS_ACTIVITY) ||
           word_is(word, FORM_PASSIVE, WORDS_ACTIVITY);
}

/* "Eleverne møder til tiden": people stand right before it, and not in the genitive. */
static bool follows_people(const struct sentence *s, size_t i)
{
    if (i == 0 || !token_is_person(s, i - 1))
        return false;
    const struct word *before = word_at(s, i - 1), *word = word_at(s, i);
    bool ends_in_s = before->text[before->length - 1] == 's';
    return s->has_bare_verbs ? word_in(word, WORDS_VERBS) : !ends_in_s;
}

/* A word that may be a noun as well is a verb if more follows than a preposition or nothing,
 * and nothing before it belongs to a noun. */
static bool is_verb_here(const struct sentence *s, size_t i)
{
    bool is_of_noun = i == 0 || token_in(s, i - 1, WORDS_ARTICLES) ||
                      token_in(s, i - 1, WORDS_NOVEL) ||
                      (s->has_bare_verbs && token_in(s, i - 1, WORDS_MORE));
    bool goes_on = token_is_word(s, i + 1) && !token_in(s, i + 1, WORDS_PREPOSITIONS) &&
                   !token_in(s, i + 1, WORDS_JOINERS);
    if (is_of_noun)
        return false;
    return goes_on || (token_is_word(s, i + 1) && follows_people(s, i));
}

bool token_is_finite(const struct sentence *s, size_t i)
{
    if (!token_is_word(s, i))
        return false;
    if (token_in(s, i, WORDS_KNOWS))
        return token_in(s, i + 1, WORDS_KNOWN) ||
               (i + 1 < s->count && s->tokens[i + 1].kind == TOKEN_COMMA);
    if (!looks_finite(s, i))
        return false;
    if (token_in(s, i, WORDS_FINITE))
        return true;
    if (i > 0 && token_is_preposition(s, i - 1))
        return false;
    return !token_in(s, i, WORDS_AMBIGUOUS) || is_verb_here(s, i);
}

/* "Der er ...", "At flere børn trives" begin a title, not a clause in it. */
static bool begins_sentence(const struct sentence *s, size_t i)
{
    bool is_first = i == 0 || s->tokens[i - 1].kind == TOKEN_STOP;
    return is_first && (token_in(s, i, WORDS_INFINITIVE) || token_in(s, i, WORDS_EXPLETIVES));
}

bool token_opens_clause(const struct sentence *s, size_t i)
{
    if (!token_in(s, i, WORDS_OPENERS) || phrase_at(s, i, WORDS_JOINERS, NULL) ||
        begins_sentence(s, i))
        return false;
    bool before_infinitive =
        token_in(s, i, WORDS_INFINITIVE) && token_in(s, i + 1, WORDS_VERBS) && !s->has_bare_verbs;
    return !before_infinitive;
}
