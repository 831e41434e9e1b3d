/* Words the rules go by: data files, one per language, that a municipality can extend.
 *
 * The files da.words and en.words lie in the folder `words` of the program's own data. An
 * extra file adds to their lists and takes away from them; docs/virkning.1 describes the
 * form. Which lists there are stands in words_list.h.
 *
 * All are loaded once and are read-only from then on; words_free() ends all that was got
 * from them. Case does not matter, in the files or in what is looked up. An entry may be
 *   - a word: matches that word alone;
 *   - «udsat*» or «*børn»: matches words that begin or end so (and are longer or equal);
 *   - several words, the last of them perhaps with a star at its end: a phrase.
 * Words of more than WORDS_LONGEST bytes match nothing. */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WORDS_LONGEST = 120 }; /* bytes */

enum words_id {
#define WORDS(name, section, danish, form) WORDS_##name,
#include "check/words_list.h"
#undef WORDS
    WORDS_LISTS,
};

/* A set of lists, one bit each. */
enum { WORDS_SETS = (WORDS_LISTS + 63) / 64 };
struct words_set {
    uint64_t bits[WORDS_SETS];
};

enum words_match { WORDS_WHOLE, WORDS_BEGINS, WORDS_ENDS, WORDS_PHRASE };

struct words_entry {
    const char *text;  /* in lower case, without star */
    const char *other; /* the other of a pair, the better words for a term; NULL: none */
    uint32_t length;   /* of the text, bytes */
    uint32_t hash;     /* of what it is found by */
    enum words_match match;
    enum words_id list;
    bool open_end;                  /* a phrase whose last word may go on */
    const struct words_entry *next; /* in the index */
};

struct words_list {
    const struct words_entry *const *items; /* in order of the files */
    size_t count;
    enum words_id id;
    const struct words_index *index; /* NULL: of a language without words */
};

struct words;

/* The languages that have words. */
enum words_language { WORDS_DANISH, WORDS_ENGLISH, WORDS_LANGUAGES };

/* The language of a tag, NULL being Danish; -1: no words of it. */
int words_language_of(const char *lang);

/* Reads the lists of `datadir`, then those of `extra` (NULL: none). Reports what is wrong in
 * a file, or that it cannot be read, and returns -1; `*words` is NULL then. Free with
 * words_free(). */
int words_load(struct words **words, const char *datadir, const char *extra,
               struct diag_sink *sink);
void words_free(struct words *words);

/* A list in the language of a tag (NULL: Danish). Never NULL: it is empty for languages that
 * there are no words of, and where `words` is NULL. */
const struct words_list *words_get(const struct words *words, const char *lang, enum words_id id);

/* True if the word is in the list: as such, or by its beginning or end. */
bool words_has(const struct words_list *list, const char *word);

/* True if "one / other" is in the list, in either order. */
bool words_are_pair(const struct words_list *list, const char *one, const char *other);

/* Where a word or phrase of a list stands in a text. */
struct words_hit {
    const char *at;
    size_t length; /* bytes: whole words */
    const struct words_entry *entry;
};

/* True if the text holds a word or phrase of the list; the first, and of those that begin
 * together the longest. */
bool words_find(const struct words_list *list, const char *text, struct words_hit *hit);
bool words_in_text(const struct words_list *list, const char *text);

/* The same for one that begins at `at`, the beginning of a word. */
bool words_match_at(const struct words_list *list, const char *at, struct words_hit *hit);

/* What the lists of a language say about one word: those it is in, and those that have a
 * phrase which begins with it. `word` is in lower case, as words_next() gives it. For readers
 * that look at many words and wish to look up each only once. */
struct words_about {
    struct words_set in, opens;
};
void words_look_up(const struct words *words, const char *lang, const char *word, size_t length,
                   struct words_about *about);

static inline bool words_set_has(const struct words_set *set, enum words_id id)
{
    return set->bits[id / 64] >> (id % 64) & 1;
}

/* Reads the next word of a text in lower case into `word` (room for WORDS_LONGEST + 1, cut
 * there), from `*cursor` on, which then stands behind it; returns its length, 0 where no word
 * begins at the cursor. Soft hyphens are dropped. Words are letters, digits, hyphens,
 * apostrophes and &. */
size_t words_next(const char **cursor, char *word);

#endif
