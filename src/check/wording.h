/* Reading titles as language: what the rules about wording share.
 *
 * A title is read once into a sentence: words with what the lists say about them, where its
 * subordinate clauses are, and its verb. Every word is looked up only the first time that it
 * is met. The judges (P08 to P14) ask sentences; wording.c reads the titles of a model and
 * keeps what the judges remark, until the rules report it.
 *
 * Danish and English are told apart by their lists, and by how they inflect (enum form). A
 * title in another language is not read. */
#ifndef CHECK_WORDING_H
#define CHECK_WORDING_H

#include "base/arena.h"
#include "base/buf.h"
#include "check/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Forms of verbs. A word may be several of them. */
enum form {
    FORM_BARE,       /* "oprette", "create": infinitive; in English also with "they" */
    FORM_PRESENT,    /* "opretter", "creates" */
    FORM_PASSIVE,    /* "oprettes" */
    FORM_PARTICIPLE, /* "oprettet", "created" */
    FORM_IMPERATIVE, /* "opret" */
    FORM_GERUND,     /* "creating" */
    FORM_NOUN,       /* "oprettelse", "creation" */
    FORMS,
};

/* A word, met for the first time. Where a model has more words than anybody writes, the
 * later ones are in no list. */
struct word {
    const char *text; /* in lower case */
    uint32_t length, hash;
    struct words_set in;           /* lists it is in */
    struct words_set opens;        /* lists with a phrase that begins with it */
    struct words_set lemma;        /* lists it is in without an ending of nouns, or as it is */
    struct words_set forms[FORMS]; /* lists with the verb of which it is a form */
    const char *stem;              /* what is left of it without endings */
    uint32_t stem_length;
    bool is_number;    /* all numbers are one word */
    bool is_in_group;  /* the model has a target group that is called so */
    bool is_in_role;   /* ... a role */
    struct word *next; /* in the table */
};

enum token_kind { TOKEN_WORD, TOKEN_COMMA, TOKEN_STOP, TOKEN_SLASH, TOKEN_END };

struct token {
    const struct word *word; /* never NULL; signs have an empty one, which is in no list */
    enum token_kind kind;
    uint32_t start, end; /* bytes of the title */
    bool in_clause;      /* within a subordinate clause, or the comma that ends it */
    bool is_percent;     /* a percent sign follows */
};

struct vocabulary;

struct sentence {
    struct vocabulary *vocabulary;
    const char *text;
    struct token *tokens; /* two of TOKEN_END follow the last one */
    size_t count;         /* without the end */
    size_t capacity;
    size_t verb;         /* the first finite verb outside clauses; count: none */
    bool has_bare_verbs; /* English: "they create" looks like an infinitive */
};

/* The words met so far, in all languages. */
struct titles;

struct titles *titles_new(const struct words *words);
void titles_free(struct titles *titles);

/* Reads a text in the language of a tag. False where nothing is known of the language, and
 * for the text of a template: the sentence is empty then. The sentence is that of `titles` until the next one is read. */
bool titles_read(struct titles *titles, const char *text, const char *lang,
                 struct sentence **sentence);

/* Marks the nouns of a title as words for people of the model: its target groups or roles. */
void titles_take_group(struct titles *titles, const char *title, const char *lang);
void titles_take_role(struct titles *titles, const char *title, const char *lang);

/* What is asked of words and tokens. Indexes past the end are fine: there is nothing there. */
static inline bool word_in(const struct word *word, enum words_id list)
{
    return words_set_has(&word->in, list);
}

static inline bool word_is(const struct word *word, enum form form, enum words_id list)
{
    return words_set_has(&word->forms[form], list);
}

const struct word *word_at(const struct sentence *s, size_t i);
bool token_in(const struct sentence *s, size_t i, enum words_id list);
bool token_is_word(const struct sentence *s, size_t i);
bool token_ends_sentence(const struct sentence *s, size_t i); /* no word follows there */

/* True if a phrase or word of the list begins at token `i`; `*length` (NULL is fine) is how
 * many tokens it takes. */
bool phrase_at(const struct sentence *s, size_t i, enum words_id list, size_t *length);

/* The better words that the list has for what begins there; NULL: none. */
const char *phrase_advice(const struct sentence *s, size_t i, enum words_id list);

/* The bytes that a list has of the beginning of the word at `i`, where it names only that;
 * else 0. */
size_t phrase_stem(const struct sentence *s, size_t i, enum words_id list);

/* True if a word that does not stand in the sentence is in a list. */
bool sentence_knows(const struct sentence *s, const char *word, enum words_id list);

/* The first entry of a list; "": it has none. */
const char *sentence_first(const struct sentence *s, enum words_id list);

/* Two words that are one thing together. */
bool sentence_has_pair(const struct sentence *s, size_t one, size_t other);

/* True if some word outside subordinate clauses is in the list, or begins a phrase of it. */
bool sentence_holds(const struct sentence *s, enum words_id list);

/* Verbs. */
bool token_is_finite(const struct sentence *s, size_t i);
bool token_is_preposition(const struct sentence *s, size_t i);
bool token_opens_clause(const struct sentence *s, size_t i);

/* A word for people, or for a body of people that can act: wording_actor.c. */
bool token_is_person(const struct sentence *s, size_t i);
/* A word for somebody, or a body of people, that delivers programmes. */
bool token_is_deliverer(const struct sentence *s, size_t i);
/* Somebody is named, or is the subject of something that only people do. */
bool sentence_names_somebody(const struct sentence *s);

/* The judges. */
bool wording_is_activity(const struct sentence *s);                   /* P08 */
bool wording_has_two_results(const struct sentence *s, size_t *from); /* P10: first byte */
bool wording_is_absolute(const struct sentence *s, size_t *token);    /* P11 */

/* P12: a term that stigmatises, and whom it is said of; places are bytes of the text. */
struct term {
    size_t start, end;
    size_t people, people_end; /* within it; equal: it names nobody */
    const char *advice;        /* of the list; NULL: none */
};
bool wording_find_term(const struct sentence *s, struct term *term);

/* Adds better words for a term that has advice: "familier med meget at se til". */
void wording_add_better(const struct sentence *s, const struct term *term, struct buf *out);

/* I14: what a sign asks for at once; places are bytes of the text. Rows of things that are
 * counted into one sum are one. */
struct stretch {
    size_t start, end;
};
bool wording_asks_several(const struct sentence *s, bool is_count, struct stretch *stretch);

/* The clause that says who counts, in a title without a verb of its own, if it may hold
 * several things: what follows "der". NULL: none. */
const char *wording_counted_clause(const struct sentence *s);

/* P14: what a text says, as stems. */
struct gist_word {
    const char *stem;
    uint32_t length;
    bool is_light; /* a verb that says little beside what it stands with */
    bool is_verb;
};
struct gist {
    struct gist_word *words; /* in an arena */
    size_t count;
};
struct gist wording_gist(const struct sentence *s, struct arena *arena);
bool wording_repeats(const struct gist *mechanism, const struct gist *effect);

#endif
