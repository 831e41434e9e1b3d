/* Diagnostics: what the program has to say about the user's file.
 *
 * A finding is data: which message (an entry of the catalogue in diag_list.h),
 * where, and the specifics that fill its placeholders. Text is made when it is
 * printed, in whatever language is asked for. Findings go to a sink that is
 * passed along; a sink is never global. It keeps at most DIAG_MOST_OF_KIND
 * findings of one message and DIAG_MOST of a file, and counts the rest.
 *
 * Operational failures (a file that cannot be read, a full disk) are findings
 * too, always of error severity and one per failure; the function that meets
 * one reports it and returns -1.
 *
 * An argument is a string made before the language is known. What in it follows the
 * language (a number, a text of the catalogue) is marked: diag_add_number() and
 * diag_add_term() put it between two characters that no model can hold, and it is
 * rendered when the text is made. What quotes the file is not marked. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DIAG_MOST_OF_KIND = 100,
    DIAG_MOST = 1000,
    DIAG_ARGS = 6, /* most placeholders in a message */
};

enum diag_severity {
    DIAG_NONE,    /* not reported in this mode */
    DIAG_INFO,    /* worth knowing */
    DIAG_WARNING, /* not finished yet */
    DIAG_ERROR,   /* wrong: cannot be read as a model, or contradicts itself */
};

/* Every message the program has; DIAG_<NAME> for each line of diag_list.h. */
enum diag_id {
#define DIAG(name, id, draft, strict, text) DIAG_##name,
#include "base/diag_list.h"
#undef DIAG
    DIAG_IDS,
};

/* A byte of a text whose line and column are known. */
struct diag_known {
    uint32_t offset, line, column; /* line 0: nothing is known */
};

/* A place in a file. */
struct diag_at {
    const char *file;        /* as the user named it; "-" for standard input; NULL: no file */
    uint32_t line;           /* from 1; 0: the file as a whole */
    uint32_t column;         /* in characters, from 1; 0: not known */
    struct diag_known known; /* this place or one before it: to be found at once, however long the
                                text and its lines are */
};

struct diag {
    enum diag_id id;
    enum diag_severity severity;
    struct diag_at at;
    struct diag_at other; /* the second place of a duplicate; line 0 where there is none */
    const char *args[DIAG_ARGS];
    size_t arg_count;
    const char *answer; /* reason given in the model for leaving it; NULL: not answered */
    uint32_t order;     /* of arrival, to keep sorting stable */
};

struct diag_sink {
    struct arena arena;
    struct diag *items;
    size_t count, capacity;
    size_t of_kind[DIAG_IDS];           /* reported, also those not kept */
    size_t of_severity[DIAG_ERROR + 1]; /* reported, also those not kept, without answered ones */
    size_t not_kept;
    size_t answered;
    bool strict;
};

void diag_sink_init(struct diag_sink *sink, bool strict);
void diag_sink_release(struct diag_sink *sink);

/* A piece of a file as a word in a message: shortened, without control characters, a string. */
struct diag_word {
    char text[128];
};

struct diag_word diag_word_of(const char *text, size_t length);

/* Reports a finding; the arguments (strings, copied) end with NULL. Returns the
 * kept finding, to be completed by the caller, or NULL where it was only counted. */
struct diag *diag_report(struct diag_sink *sink, enum diag_id id, struct diag_at at, ...)
    __attribute__((sentinel));

/* For a pair of messages, one that names a likely word and one that does not: where either
 * is full already, counts the finding and returns true. Then there is no need to look for
 * words, so that a file where everything is wrong takes no longer than another. */
bool diag_counts_only(struct diag_sink *sink, enum diag_id likely, enum diag_id unknown);

/* Adds a part of an argument that follows the language: a number (7.5 becomes 7,5 in
 * Danish; zeros at the end of the decimals are dropped), or a text of the catalogue. */
void diag_add_number(struct buf *arg, double value, int decimals);
void diag_add_term(struct buf *arg, const char *english);

/* Withdraws a finding from the count and marks it as answered with `reason` (copied). */
void diag_answer(struct diag_sink *sink, struct diag *diag, const char *reason);

/* True if a finding of error severity was reported and not answered. */
bool diag_has_errors(const struct diag_sink *sink);

/* Sorts by file, line and column; findings of the same place stay in order of arrival. */
void diag_sort(struct diag_sink *sink);

/* The stable id that users and tests see ("P10", "date"). */
const char *diag_id_text(enum diag_id id);
enum diag_severity diag_severity_of(enum diag_id id, bool strict);

/* What a message says in general, with its placeholders {1}, {2} ... */
const char *diag_pattern(enum diag_id id, const struct language *language);

const char *diag_severity_text(enum diag_severity severity, const struct language *language);

/* Adds the finding's sentence(s), without place, severity and id. */
void diag_add_text(struct buf *out, const struct diag *diag, const struct language *language);

/* Adds `file:line: severity: message [id]` and, where `source` is given (the whole
 * text of the file, UTF-8) and the line is known, the source line with a caret. */
void diag_add_full(struct buf *out, const struct diag *diag, const struct language *language,
                   const char *source, size_t source_length);

/* Adds the closing line "2 errors, 5 warnings, 3 remarks" and what was left out. */
void diag_add_summary(struct buf *out, const struct diag_sink *sink,
                      const struct language *language);

#endif
