/* Texts per language.
 *
 * English is what the source says; another language is a compiled gettext
 * catalogue (.mo) that is read here and looked up per call, so that one process
 * can write Danish and English side by side whatever locales are installed.
 * Mark a text for translation with N_() where it stands in a table, or pass it
 * to language_text() as a literal; `make update-po` collects both. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/buf.h"
#include "base/date.h"

#include <stddef.h>

#define N_(text) text

struct language;

/* The languages the program speaks. */
enum language_code {
    LANGUAGE_ENGLISH,
    LANGUAGE_DANISH,
    LANGUAGE_COUNT,
};

/* Recognises "da", "da-DK", "da_DK.UTF-8", "en", "C" ...; returns -1 for others. */
int language_code_of(const char *tag);

/* The language that LC_ALL, LC_MESSAGES or LANG ask for; English where they ask for another. */
enum language_code language_of_environment(void);

/* Opens a language. `folder` holds the compiled catalogues (da.mo). A missing or
 * damaged catalogue gives the English texts with the language's own numbers and
 * dates; language_is_complete() tells. Free with language_free(). */
struct language *language_open(enum language_code code, const char *folder);
void language_free(struct language *language);
int language_is_complete(const struct language *language);

enum language_code language_code(const struct language *language);
const char *language_tag(const struct language *language); /* BCP 47: "da", "en" */

/* The text in this language; the English where there is no translation. Lives as
 * long as the language. */
const char *language_text(const struct language *language, const char *english);

/* `one` where count is 1, else `many`, translated. Mark both with N_(). */
const char *language_count(const struct language *language, size_t count, const char *one,
                           const char *many);

/* Numbers and dates as a municipality writes them: 7,5 and 31.12.2026 in Danish,
 * 7.5 and 31 December 2026 in English. A date known only to the month or year is
 * written as such: "maj 2017", "2017". */
void language_add_number(const struct language *language, struct buf *out, double value,
                         int decimals);
void language_add_date(const struct language *language, struct buf *out, struct date date);

/* Order of two names: Danish sorts æ, ø, å (and aa) last; case matters only between
 * equals. Returns <0, 0, >0. */
int language_compare(const struct language *language, const char *a, const char *b);

#endif
