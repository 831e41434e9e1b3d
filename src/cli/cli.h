/* The command line: from arguments to an exit status.
 *
 * main.c holds the table of commands. The dispatcher (dispatch.c) reads the options,
 * opens what a command needs before it runs, and flushes standard output once, after
 * it. A command gets everything in `struct cli` and returns an exit status. Only this
 * room prints. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/language.h"
#include "base/memory.h"
#include "check/words.h"
#include "cli/options.h"
#include "model/model.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define CLI_NAME "virkning"

/* Exit statuses; EXIT_OPERATIONAL is in base/memory.h. */
enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2 };

/* What must be there before a command runs. */
enum cli_needs {
    NEEDS_NOTHING,   /* no file at all */
    NEEDS_FILES,     /* one or more names; the command opens them itself */
    NEEDS_MODEL,     /* one file, read into cli->model */
    NEEDS_EDITABLE,  /* the same, which the command changes: -o may name the file itself */
    NEEDS_NO_ERRORS, /* the same, checked as a draft and without errors */
};

struct cli;

struct cli_command {
    const char *name;
    enum cli_needs needs;
    int (*prepare)(struct cli *cli); /* looks at the options first; NULL: nothing to see */
    int (*run)(struct cli *cli);
    uint32_t options;      /* OPTION_BIT() of those it takes */
    const char *arguments; /* N_(): for the usage line, "FILE...". What is no file stands in
                              options.words; what is in brackets may be left out */
    const char *output;    /* N_(): what -o is to name, with an example; NULL: not required */
    const char *summary;   /* N_(): one line */
};

struct cli {
    const struct cli_command *commands, *command;
    size_t command_count;
    struct options options;
    char *datadir, *library;
    struct model_options reading;
    struct language *languages[LANGUAGE_COUNT]; /* opened when asked for */
    const struct language *language;            /* of the program's own texts */
    struct date today;
    int64_t seconds;          /* since 1970, the time that documents carry */
    struct words *words;      /* opened when asked for; NULL: not yet */
    struct model model;       /* where the command needs one */
    struct diag_sink sink;    /* what was found in it */
    struct diag_sink trouble; /* what failed on the way, or is wrong in other files */
};

/* Runs the program; returns its exit status. */
int cli_run(const struct cli_command *commands, size_t count, int argc, char **argv);

/* The language of the program's own texts beside a model in language `tag` (NULL: not
 * known): --lang, else the model's, else the environment's. */
const struct language *cli_language(struct cli *cli, const char *tag);

/* Opens cli->words, with those of --words, unless they are open. Says what is wrong with
 * them and returns an exit status. */
int cli_open_words(struct cli *cli);

/* Says on standard error what is wrong with the command line; {1} ... are filled by the
 * arguments that end with NULL. Returns EXIT_USAGE. */
int cli_usage(struct cli *cli, const char *english, ...) __attribute__((sentinel));

/* EXIT_USAGE where a text of the command line, which stands behind `before`, is not UTF-8,
 * after saying so. */
int cli_check_text(struct cli *cli, const char *text, const char *before);

/* EXIT_USAGE where -o names a file that the model includes, after saying so: that is known only
 * when the model has been read. */
int cli_check_included(struct cli *cli, const struct model *model);

/* Prints a message of our own, filled in the same way, to `stream`, with a line feed. */
void cli_say(const struct cli *cli, FILE *stream, const char *english, ...)
    __attribute__((sentinel));

/* Adds the name of a file as it is written in a terminal: between quotation marks where it has
 * spaces and the like. */
void cli_add_file(struct buf *out, const char *name);

/* Prints the findings of a sink, those of at least `least` severity, with the lines of the
 * model and its included files; NULL: they are about other files, or none. */
void cli_print_findings(FILE *stream, const struct diag_sink *sink, enum diag_severity least,
                        const struct language *language, const struct model *model);

/* Prints cli->trouble to standard error. Returns EXIT_FINDINGS where it is about the
 * content of a file (it has a line), else EXIT_OPERATIONAL. */
int cli_trouble(struct cli *cli);

/* Writes to what -o names. Returns an exit status. */
int cli_write(struct cli *cli, const struct buf *out);

/* Prints help: of a command, or of the program where it is NULL. */
void cli_help(const struct cli *cli, const struct cli_command *command);

/* The id of the rule that a word of the command line names, also in small letters; NULL after
 * saying which one was probably meant. */
const char *cli_find_rule(struct cli *cli, const char *word);

/* "virkning 0.1.0" */
const char *cli_creator(void);

/* The commands. Those that prepare refuse options they cannot use before anything is read. */
int cmd_check_prepare(struct cli *cli);
int cmd_check(struct cli *cli);
int cmd_dump(struct cli *cli);
int cmd_diagram_prepare(struct cli *cli);
int cmd_diagram(struct cli *cli);
int cmd_document_prepare(struct cli *cli);
int cmd_plan(struct cli *cli);
int cmd_activity(struct cli *cli);
int cmd_indicator(struct cli *cli);
int cmd_charter(struct cli *cli);
int cmd_facts(struct cli *cli);
int cmd_new_prepare(struct cli *cli);
int cmd_new(struct cli *cli);
int cmd_rule(struct cli *cli);
int cmd_status(struct cli *cli);
int cmd_style(struct cli *cli);
int cmd_schema_prepare(struct cli *cli);
int cmd_schema(struct cli *cli);
int cmd_change_prepare(struct cli *cli);
int cmd_set(struct cli *cli);
int cmd_answer(struct cli *cli);

#endif
