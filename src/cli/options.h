/* Options of the command line.
 *
 * Long options take their value as `--name value` or `--name=value`, `-o` as `-o value`
 * or `-ovalue`. They may stand anywhere; `--` ends them, `-` is a file name, and `-5` a
 * word. The last of equal options counts. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_id {
    OPTION_BRIEF,
    OPTION_DATE,
    OPTION_DIRECTION,
    OPTION_FOCUS,
    OPTION_HIGHLIGHT,
    OPTION_JUDGEMENTS,
    OPTION_LANG,
    OPTION_OUTPUT,
    OPTION_PAGE,
    OPTION_PAPER,
    OPTION_QUIET,
    OPTION_SCHEMA,
    OPTION_SECTION,
    OPTION_STRICT,
    OPTION_STYLE,
    OPTION_THEME,
    OPTION_TITLE,
    OPTION_TO,
    OPTION_VIEW,
    OPTION_WIDTH,
    OPTION_WITHOUT_SIGNS,
    OPTION_WORDS,
    OPTION_HELP,
    OPTION_VERSION,
    OPTIONS,
};

#define OPTION_BIT(id) (UINT32_C(1) << (id))

struct option_form {
    const char *name;    /* as it is written: "--date", "-o" */
    const char *value;   /* N_(): what its value is called in help; NULL: it has none */
    const char *meaning; /* N_() */
};

struct options {
    const char *values[OPTIONS]; /* of options that were given; "" for those without value */
    uint32_t given;              /* OPTION_BIT() of them */
    const char *command;         /* NULL: none */
    const char **files;          /* what else stands there; released by options_release() */
    size_t file_count;
    const char *const *words; /* those of them that are no files; set by the dispatcher */
    size_t word_count;
};

/* What is wrong with a command line. */
enum option_problem { OPTION_FINE, OPTION_UNKNOWN, OPTION_NO_VALUE, OPTION_NEEDS_VALUE };

/* Reads arguments (without the program's name). On a problem `*culprit` is the argument
 * in question, and reading stops there. Strings are borrowed. */
enum option_problem options_read(struct options *options, int count, char **arguments,
                                 const char **culprit);
void options_release(struct options *options);

bool option_given(const struct options *options, enum option_id id);

/* How an option looks; `id` below OPTIONS. */
const struct option_form *option_form(enum option_id id);

/* The likely one of the options in `allowed` for a wrong `word`, or NULL. */
const char *option_suggest(const char *word, uint32_t allowed);

#endif
