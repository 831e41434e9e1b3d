/* Words the rules go by, per language: data, kept apart from the code that uses it.
 *
 * Everything is in lower case. Lists of words are sorted by bytes and searched;
 * tests/unit/test_check.c proves the order. Lists end with NULL. */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct words_list {
    const char *const *items;
    size_t count;
};

/* Two words that belong together as one thing, in either order. */
struct words_pair {
    const char *one, *other;
};

/* What is needed to tell two results from one that takes two words. */
struct words_language {
    struct words_list joiners;      /* "og" */
    struct words_list openers;      /* begin a subordinate clause: "der", "fordi" */
    struct words_list antecedents;  /* a clause follows their comma: "det, de kan" */
    struct words_list infinitive;   /* mark an infinitive: "at" */
    struct words_list verbs;        /* infinitives; `endings` make the finite forms */
    struct words_list endings;      /* "r", "s" */
    struct words_list finite;       /* finite forms that are not made so: "kan", "har" */
    struct words_list ambiguous;    /* finite forms that are nouns as well: "møder" */
    struct words_list modals;       /* "kan", "vil" */
    struct words_list gains;        /* verbs whose objects are the results: "får" */
    struct words_list more;         /* words of change: "flere", "bedre" */
    struct words_list degrees;      /* of them those that qualify adjectives: "mere" */
    struct words_list states;       /* changes of a person: "gladere" */
    struct words_list adverbs;      /* may stand between "og" and the verb */
    struct words_list prepositions; /* what follows a noun rather than a verb */
    const char *knows;              /* a verb only before one of `known`: "ved"; NULL: none */
    struct words_list known;
    const struct words_pair *pairs; /* one thing in two words; ends with NULL */
    const char *noun_ending;        /* tells a noun from an adjective in "e"; NULL: none */
};

/* The words of a language tag; Danish where it is NULL; NULL for languages not known. */
const struct words_language *words_of(const char *tag);

bool words_has(const struct words_list *list, const char *word);
bool words_are_pair(const struct words_language *words, const char *a, const char *b);

/* Words that announce a telephone number. */
extern const char *const words_phone[];
/* Mailboxes of a function: whole names, and what a name may contain. */
extern const char *const words_mailbox_whole[];
extern const char *const words_mailbox_part[];

#endif
