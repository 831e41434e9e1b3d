/* Options of the command line; see options.h. */
#include "cli/options.h"

#include "base/language.h"
#include "base/memory.h"
#include "base/suggest.h"

#include <stdlib.h>
#include <string.h>

static const struct option_form forms[OPTIONS] = {
    [OPTION_BRIEF] = {"--brief", NULL, N_("one page for the steering group")},
    [OPTION_DATE] = {"--date", N_("DATE"), N_("the date that counts as today (YYYY-MM-DD)")},
    [OPTION_DIRECTION] = {"--direction", N_("DIRECTION"),
                          N_("where the links lead: right or down")},
    [OPTION_FOCUS] = {"--focus", N_("ID"),
                      N_("only what an activity leads to, or all that leads to an effect")},
    [OPTION_HIGHLIGHT] = {"--highlight", N_("ID"),
                          N_("let this stand out with what it is joined "
                             "to; everything else steps back")},
    [OPTION_JUDGEMENTS] = {"--judgements", N_("JUDGEMENTS"),
                           N_("a file with judgements for --view status, lines of id;status")},
    [OPTION_LANG] = {"--lang", N_("LANG"), N_("language of the program's own texts: da or en")},
    [OPTION_OUTPUT] = {"-o", N_("OUTPUT"), N_("the file to write; - for standard output")},
    [OPTION_PAGE] = {"--page", N_("NUMBER"), N_("only this one of the sheets of --paper")},
    [OPTION_PAPER] = {"--paper", N_("PAPER"),
                      N_("sheets of a4, a3, a2, a1 or a0, or a4-portrait and so on; as many as "
                         "the figure needs")},
    [OPTION_QUIET] = {"--quiet", NULL, N_("show nothing but errors")},
    [OPTION_SCHEMA] = {"--schema", N_("SCHEMA"),
                       N_("validate against this schema as well (RELAX NG or XSD)")},
    [OPTION_SECTION] = {"--section", N_("SECTIONS"),
                        N_("only these chapters, with commas between: theory,indicators")},
    [OPTION_STRICT] = {"--strict", NULL, N_("check as before approval: what is missing blocks")},
    [OPTION_STYLE] = {"--style", N_("STYLE"), N_("a file with colours, sizes and fonts")},
    [OPTION_THEME] = {"--theme", N_("THEME"), N_("colours: colour, grey or contrast")},
    [OPTION_TITLE] = {"--title", N_("TITLE"), N_("the title of the new model")},
    [OPTION_TO] =
        {"--to", N_("FORMAT"),
         N_("format of the output (check: text, json, sarif; diagram: svg, pdf, png, dot; "
            "documents: pdf, html, text; schema: rng, man)")},
    [OPTION_VIEW] = {"--view", N_("VIEW"),
                     N_("what is shown: flow, table, tree, delivery, evidence or status")},
    [OPTION_WIDTH] = {"--width", N_("WIDTH"),
                      N_("how wide the figure is to be, in points; in pixels for PNG")},
    [OPTION_WITHOUT_SIGNS] = {"--without-signs", NULL, N_("leave the signs out: an overview")},
    [OPTION_WORDS] = {"--words", N_("WORDS"),
                      N_("a file with words of the municipality's own for the rules")},
    [OPTION_HELP] = {"--help", NULL, N_("show how to use the program or the command")},
    [OPTION_VERSION] = {"--version", NULL, N_("show the version")},
};

const struct option_form *option_form(enum option_id id)
{
    return &forms[id];
}

bool option_given(const struct options *options, enum option_id id)
{
    return options->given & OPTION_BIT(id);
}

/* The option that an argument names, OPTIONS if there is none; `*value` is what the
 * argument itself gives as value, or NULL. */
static enum option_id find_option(const char *argument, const char **value)
{
    *value = NULL;
    for (enum option_id id = 0; id < OPTIONS; id++) {
        size_t length = strlen(forms[id].name);
        if (strncmp(argument, forms[id].name, length))
            continue;
        const char *rest = argument + length;
        bool is_long = forms[id].name[1] == '-';
        if (*rest && is_long && *rest != '=')
            continue;
        if (*rest)
            *value = is_long ? rest + 1 : rest;
        return id;
    }
    return OPTIONS;
}

/* "-" is a file, and "-5" a value: no option begins with a digit. */
static bool is_word(const char *argument)
{
    return argument[0] != '-' || !argument[1] || (argument[1] >= '0' && argument[1] <= '9');
}

static void take_word(struct options *options, const char *word)
{
    if (!options->command)
        options->command = word;
    else
        options->files[options->file_count++] = word;
}

enum option_problem options_read(struct options *options, int count, char **arguments,
                                 const char **culprit)
{
    *options = (struct options){0};
    options->files = mem_zalloc((size_t)count + 1, sizeof *options->files);
    bool words_only = false;
    for (int i = 0; i < count; i++) {
        const char *argument = *culprit = arguments[i], *value;
        if (words_only || is_word(argument)) {
            take_word(options, argument);
            continue;
        }
        if (!strcmp(argument, "--")) {
            words_only = true;
            continue;
        }
        enum option_id id = find_option(argument, &value);
        if (id == OPTIONS)
            return OPTION_UNKNOWN;
        if (!forms[id].value && value)
            return OPTION_NO_VALUE;
        if (forms[id].value && !value) {
            if (i + 1 == count)
                return OPTION_NEEDS_VALUE;
            value = arguments[++i];
        }
        options->values[id] = value ? value : "";
        options->given |= OPTION_BIT(id);
    }
    return OPTION_FINE;
}

void options_release(struct options *options)
{
    free(options->files);
    options->files = NULL;
}

const char *option_suggest(const char *word, uint32_t allowed)
{
    const char *names[OPTIONS];
    size_t count = 0;
    for (enum option_id id = 0; id < OPTIONS; id++)
        if (allowed & OPTION_BIT(id))
            names[count++] = forms[id].name;
    return suggest_word(word, names, count);
}
