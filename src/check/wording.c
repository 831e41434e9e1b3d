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
#include "base/buf.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

#include <string.h>
#include <strings.h>

enum {
    ADVERBS_MOST = 3, /* between "og" and the verb */
    SUBJECT_MOST = 4, /* words of a second sentence before its verb */
};

enum token_kind { TOKEN_WORD, TOKEN_COMMA, TOKEN_STOP, TOKEN_END };

struct token {
    enum token_kind kind;
    const char *word; /* in lower case; "" for signs */
    size_t start;     /* byte in the title */
};

struct sentence {
    const struct words_language *words;
    struct token *tokens; /* ends with TOKEN_END */
    size_t count;         /* without the end */
};

/* --- tokens ---------------------------------------------------------------------- */

static uint32_t lower(uint32_t c)
{
    bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    return capital ? c + 0x20 : c;
}

static bool in_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '&' || c == '\'' ||
           c == 0x2019 || (c >= 0xC0 && c < 0x2000) || c == UTF8_SOFT_HYPHEN;
}

static enum token_kind kind_of_sign(uint32_t c)
{
    if (c == ',')
        return TOKEN_COMMA;
    return c == '.' || c == ';' || c == ':' || c == '!' || c == '?' ? TOKEN_STOP : TOKEN_WORD;
}

/* What stands in brackets explains and adds no result. */
static const char *skip_brackets(const char *p, const char *end)
{
    const char *close = memchr(p, ')', (size_t)(end - p));
    return close ? close + 1 : p;
}

static struct sentence read_sentence(struct arena *arena, const char *title,
                                     const struct words_language *words)
{
    size_t length = strlen(title);
    const char *end = title + length;
    struct sentence sentence = {.words = words};
    sentence.tokens = arena_array(arena, length + 1, sizeof *sentence.tokens);
    struct buf word = {0};
    for (const char *p = title; p < end;) {
        struct token token = {TOKEN_END, "", (size_t)(p - title)};
        const char *next = p;
        uint32_t c = lower(utf8_next(&next, end));
        buf_reset(&word);
        while (in_word(c)) {
            buf_add_codepoint(&word, c);
            p = next;
            c = p < end ? lower(utf8_next(&next, end)) : 0;
        }
        if (word.length) {
            token.kind = TOKEN_WORD;
            token.word = arena_copy(arena, word.data, word.length);
        } else {
            p = c == '(' ? skip_brackets(next, end) : next;
            token.kind = kind_of_sign(c);
        }
        if (word.length || token.kind != TOKEN_WORD)
            sentence.tokens[sentence.count++] = token;
    }
    buf_release(&word);
    sentence.tokens[sentence.count] = (struct token){TOKEN_END, "", length};
    return sentence;
}

/* --- what a word is ---------------------------------------------------------------- */

static bool word_in(const struct sentence *s, const struct words_list *list, size_t i)
{
    return i < s->count && s->tokens[i].kind == TOKEN_WORD && words_has(list, s->tokens[i].word);
}

static bool ends_with(const char *word, const char *ending)
{
    size_t length = strlen(word), tail = strlen(ending);
    return length > tail && !strcmp(word + length - tail, ending);
}

/* True if the word without one of the language's endings is a verb. */
static bool is_inflected(const struct words_language *words, const char *word)
{
    char stem[40];
    size_t length = strlen(word);
    for (size_t i = 0; i < words->endings.count; i++) {
        const char *ending = words->endings.items[i];
        if (length >= sizeof stem || !ends_with(word, ending))
            continue;
        memcpy(stem, word, length - strlen(ending));
        stem[length - strlen(ending)] = '\0';
        if (words_has(&words->verbs, stem))
            return true;
    }
    return false;
}

/* English verbs are bare with "they"; in Danish a bare verb is an infinitive. */
static bool has_bare_forms(const struct words_language *words)
{
    return !words->knows;
}

static bool looks_finite(const struct sentence *s, size_t i)
{
    const char *word = s->tokens[i].word;
    return words_has(&s->words->finite, word) || is_inflected(s->words, word) ||
           words_has(&s->words->ambiguous, word) ||
           (has_bare_forms(s->words) && words_has(&s->words->verbs, word));
}

/* A verb that says what someone does, not a noun of the same form: a noun is followed
 * by a preposition, a sign or nothing. */
static bool is_finite(const struct sentence *s, size_t i)
{
    if (i >= s->count || s->tokens[i].kind != TOKEN_WORD)
        return false;
    if (s->words->knows && !strcmp(s->tokens[i].word, s->words->knows))
        return word_in(s, &s->words->known, i + 1) || s->tokens[i + 1].kind == TOKEN_COMMA;
    if (!looks_finite(s, i))
        return false;
    if (!word_in(s, &s->words->ambiguous, i))
        return true;
    return s->tokens[i + 1].kind == TOKEN_WORD && !word_in(s, &s->words->prepositions, i + 1) &&
           !word_in(s, &s->words->joiners, i + 1);
}

/* "at lære": no verb of the sentence. */
static bool is_infinitive(const struct sentence *s, size_t i)
{
    return i > 0 && word_in(s, &s->words->infinitive, i - 1);
}

static bool opens_clause(const struct sentence *s, size_t i)
{
    if (!word_in(s, &s->words->openers, i))
        return false;
    bool before_infinitive = word_in(s, &s->words->infinitive, i) &&
                             word_in(s, &s->words->verbs, i + 1) && !has_bare_forms(s->words);
    return !before_infinitive;
}

static bool is_change(const struct sentence *s, size_t i)
{
    return word_in(s, &s->words->more, i);
}

/* --- what "og" joins ----------------------------------------------------------------- */

/* Where the walk through a title stands. */
struct walk {
    const struct sentence *s;
    bool in_clause;   /* within a subordinate clause */
    size_t verb;      /* the first verb of the sentence; s->count: none yet */
    size_t change;    /* the first word of change behind it */
    size_t last_verb; /* the last verb of the title; s->count: none */
    bool infinitive;  /* an infinitive or a modal verb stands behind the first verb */
    size_t result;    /* where the first of two results begins, once found */
};

static size_t skip_adverbs(const struct sentence *s, size_t i)
{
    for (int n = 0; n < ADVERBS_MOST && word_in(s, &s->words->adverbs, i); n++)
        i++;
    return i;
}

static bool joins_pair(const struct sentence *s, size_t before, size_t after)
{
    return words_are_pair(s->words, s->tokens[before].word, s->tokens[after].word);
}

static bool both_modal(const struct sentence *s, size_t before, size_t after)
{
    return word_in(s, &s->words->modals, before) && word_in(s, &s->words->modals, after);
}

static bool joins_verb(struct walk *walk, size_t before, size_t after)
{
    const struct sentence *s = walk->s;
    size_t verb = skip_adverbs(s, after);
    if (walk->verb == s->count || !is_finite(s, verb) || both_modal(s, before, verb))
        return false;
    if (words_are_pair(s->words, s->tokens[walk->verb].word, s->tokens[verb].word))
        return false;
    /* In English "to plan and carry out": a bare verb after an infinitive is one too. */
    if (walk->infinitive && has_bare_forms(s->words) &&
        words_has(&s->words->verbs, s->tokens[verb].word))
        return false;
    walk->result = walk->verb;
    return true;
}

/* "mere trygge og mere aktive børn": two adjectives of one noun. */
static bool joins_adjectives(const struct sentence *s, size_t before, size_t after)
{
    if (is_change(s, before))
        return true;
    const char *word = s->tokens[before].word, *ending = s->words->noun_ending;
    return before > 0 && word_in(s, &s->words->degrees, before - 1) &&
           word_in(s, &s->words->degrees, after) && ending && ends_with(word, "e") &&
           !ends_with(word, ending);
}

static bool verb_follows(const struct walk *walk, size_t i)
{
    return walk->last_verb < walk->s->count && walk->last_verb >= i;
}

static bool joins_states(const struct walk *walk, size_t before, size_t after)
{
    const struct sentence *s = walk->s;
    return word_in(s, &s->words->states, before) && word_in(s, &s->words->states, after) &&
           walk->verb == before - 1 && s->tokens[after + 1].kind != TOKEN_WORD;
}

static bool joins_change(struct walk *walk, size_t before, size_t after)
{
    const struct sentence *s = walk->s;
    if (!is_change(s, after) || before == 0)
        return false;
    if (joins_states(walk, before, after)) {
        walk->result = before;
        return true;
    }
    bool qualifies =
        s->tokens[after + 1].kind == TOKEN_WORD && !word_in(s, &s->words->prepositions, after + 1);
    if (!qualifies || joins_adjectives(s, before, after))
        return false;
    if (walk->verb == s->count && verb_follows(walk, after))
        return false; /* who, not what */
    bool gains = walk->verb < s->count && word_in(s, &s->words->gains, walk->verb);
    if (walk->change == s->count && !gains)
        return false;
    walk->result = walk->change < s->count ? walk->change : walk->verb;
    return true;
}

/* "..., og forældrene støtter": a subject, then its verb. */
static bool joins_sentence(struct walk *walk, size_t after)
{
    const struct sentence *s = walk->s;
    if (walk->verb == s->count || has_bare_forms(s->words))
        return false;
    for (size_t i = after; i < s->count && i <= after + SUBJECT_MOST; i++) {
        if (s->tokens[i].kind != TOKEN_WORD || opens_clause(s, i) ||
            word_in(s, &s->words->joiners, i) || word_in(s, &s->words->infinitive, i))
            return false;
        if (i > after && is_finite(s, i) && !word_in(s, &s->words->ambiguous, i)) {
            walk->result = walk->verb;
            return true;
        }
    }
    return false;
}

/* The comma at `i` begins a subordinate clause: "får hjælp, når ...", or without an opener
 * "holder fast i det, de kan". */
static bool comma_opens_clause(const struct sentence *s, size_t i)
{
    return opens_clause(s, i + 1) || (i > 0 && word_in(s, &s->words->antecedents, i - 1));
}

/* `i` is "og" or a comma; true if two results meet there. */
static bool joins_results(struct walk *walk, size_t i)
{
    const struct sentence *s = walk->s;
    bool comma = s->tokens[i].kind == TOKEN_COMMA;
    if (i == 0 || (comma && word_in(s, &s->words->joiners, i + 1)))
        return false; /* ", og" is looked at at its "og" */
    if (comma && comma_opens_clause(s, i)) {
        walk->in_clause = true;
        return false;
    }
    size_t before = i - 1, after = i + 1;
    if (s->tokens[before].kind == TOKEN_COMMA && before > 0)
        before--;
    if (joins_pair(s, before, after))
        return false;
    if (joins_verb(walk, before, after) || joins_change(walk, before, after))
        return true;
    return !comma && joins_sentence(walk, after);
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
    enum token_kind kind = s->tokens[i].kind;
    bool infinitive = word_in(s, &s->words->infinitive, i) || word_in(s, &s->words->modals, i);
    walk->infinitive = walk->infinitive || (infinitive && walk->verb < s->count);
    if (kind == TOKEN_STOP)
        return stops_between_results(walk, i);
    if (kind == TOKEN_COMMA && walk->in_clause) {
        walk->in_clause = false;
        return false;
    }
    if (walk->in_clause)
        return false;
    if (opens_clause(s, i)) {
        walk->in_clause = true;
        return false;
    }
    if (kind == TOKEN_COMMA || word_in(s, &s->words->joiners, i))
        return joins_results(walk, i);
    if (walk->verb == s->count && is_finite(s, i) && !is_infinitive(s, i)) {
        walk->verb = i;
        walk->infinitive = infinitive;
        walk->change = s->count; /* what came before is who */
    } else if (walk->change == s->count && is_change(s, i)) {
        walk->change = i;
    }
    return false;
}

/* False where nothing in the title could join two results: most titles are done with then. */
static bool may_join(const char *title, const struct words_language *words)
{
    if (strpbrk(title, ",.;:!?"))
        return true;
    for (const char *space = strchr(title, ' '); space; space = strchr(space + 1, ' '))
        for (size_t i = 0; i < words->joiners.count; i++) {
            const char *joiner = words->joiners.items[i];
            if (!strncasecmp(space + 1, joiner, strlen(joiner)))
                return true;
        }
    return false;
}

static size_t find_last_verb(const struct sentence *s)
{
    for (size_t i = s->count; i > 0; i--)
        if (is_finite(s, i - 1))
            return i - 1;
    return s->count;
}

/* The two results of a title, from the first one on; NULL where there is but one. */
static const char *find_two_results(struct arena *arena, const char *title,
                                    const struct words_language *words)
{
    struct sentence sentence = read_sentence(arena, title, words);
    struct walk walk = {.s = &sentence,
                        .verb = sentence.count,
                        .change = sentence.count,
                        .last_verb = find_last_verb(&sentence)};
    for (size_t i = 0; i < sentence.count; i++) {
        if (!take_token(&walk, i))
            continue;
        const char *from = title + sentence.tokens[walk.result].start;
        size_t length = strlen(from);
        while (length && strchr(".; ", from[length - 1]))
            length--;
        return arena_copy(arena, from, length);
    }
    return NULL;
}

/* P10: an effect that holds two results. */
void rule_two_results(struct check *check)
{
    const struct model_list *effects = &check->model->effects;
    struct arena scratch = {0};
    for (size_t i = 0; i < effects->count; i++) {
        const struct model_node *node = effects->items[i];
        const struct words_language *words = words_of(node->lang);
        if (!node->title || !words || !may_join(node->title, words))
            continue;
        const char *results = find_two_results(&scratch, node->title, words);
        if (results)
            check_found(check, DIAG_TWO_RESULTS, node, arena_string(&check->arena, results), NULL);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}
