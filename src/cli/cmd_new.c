/* new: a model file to begin with, from a template. */
#include "base/datadir.h"
#include "base/file.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "model/edit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    TEMPLATE_MOST = 1 << 16, /* bytes */
    LIST_WIDTH = 16,         /* characters of a name in the list */
};

static const struct template
{
    const char *name;
    const char *danish; /* another name for it */
    const char *summary;
}
templates[] = {
    {"empty", "tom", N_("the least that can be drawn")},
    {"five-columns", "fem-kolonner", N_("challenge, activities, signs, sub-goals and goals")},
    {"groups", "grupper", N_("a theory of change with groups of activities and of people")},
    {"goals", "effektmål", N_("goals, themes and indicators that are followed over years")},
    {"local-plan", "udviklingsplan", N_("a local development plan, made with the citizens")},
    {"trial", "prøvehandling", N_("a trial action: try something small, then decide")},
};

enum { TEMPLATES = sizeof templates / sizeof *templates, GOOD_TO_BEGIN_WITH = 1 };

/* The template of this name in either language, to which `*tag` is set; NULL: none. */
static const struct template *find_template(const char *name, const char **tag)
{
    for (size_t i = 0; i < TEMPLATES; i++) {
        bool is_danish = !strcmp(templates[i].danish, name);
        *tag = is_danish ? "da" : "en";
        if (is_danish || !strcmp(templates[i].name, name))
            return &templates[i];
    }
    return NULL;
}

static const char *name_of(const struct cli *cli, const struct template *template)
{
    bool in_danish = language_code(cli->language) == LANGUAGE_DANISH;
    return in_danish ? template->danish : template->name;
}

static int print_list(const struct cli *cli)
{
    cli_say(cli, stdout, N_("Templates:"), NULL);
    for (size_t i = 0; i < TEMPLATES; i++) {
        const char *name = name_of(cli, &templates[i]);
        int width = LIST_WIDTH + (int)(strlen(name) - utf8_count(name, strlen(name)));
        printf("  %-*s%s\n", width, name, language_text(cli->language, templates[i].summary));
    }
    putchar('\n');
    cli_say(cli, stdout, N_("Begin like this: virkning new {1} -o model.xml"),
            name_of(cli, &templates[GOOD_TO_BEGIN_WITH]), NULL);
    return EXIT_CLEAN;
}

static int explain_unknown(struct cli *cli, const char *word)
{
    const char *names[2 * TEMPLATES];
    for (size_t i = 0; i < TEMPLATES; i++) {
        names[2 * i] = templates[i].name;
        names[2 * i + 1] = templates[i].danish;
    }
    const char *likely = suggest_word(word, names, 2 * TEMPLATES), *tag;
    if (likely && find_template(likely, &tag))
        cli->language = cli_language(cli, tag);
    if (likely)
        return cli_usage(cli, N_("There is no template «{1}». Did you mean {2}?"), word, likely,
                         NULL);
    return cli_usage(cli, N_("There is no template «{1}». «virkning new» lists them."), word, NULL);
}

/* The file to be written must not be there: it may hold work. */
static int check_target(struct cli *cli)
{
    const char *output = cli->options.values[OPTION_OUTPUT];
    struct stat about;
    if (!output)
        return cli_usage(
            cli, N_("{1} needs -o: {2}"), "new",
            language_text(cli->language, N_("the model file, for example -o model.xml")), NULL);
    if (strcmp(output, "-") != 0 && !lstat(output, &about))
        return cli_usage(cli, N_("{1} is there already. Give the new model another name."), output,
                         NULL);
    return EXIT_CLEAN;
}

/* Where --lang does not say it, the name of the template tells the language. */
int cmd_new_prepare(struct cli *cli)
{
    const char *title = cli->options.values[OPTION_TITLE], *tag;
    if (!cli->options.word_count)
        return title || cli->options.values[OPTION_OUTPUT]
                   ? cli_usage(cli, N_("Which template? «virkning new» lists them."), NULL)
                   : EXIT_CLEAN;
    if (!find_template(cli->options.words[0], &tag))
        return explain_unknown(cli, cli->options.words[0]);
    cli->language = cli_language(cli, tag);
    if (title && cli_check_text(cli, title, "--title"))
        return EXIT_USAGE;
    return check_target(cli);
}

/* --- filling in ------------------------------------------------------------------------ */

/* A title typed on the command line is text, not markup. */
static void add_as_text(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            buf_add_string(out, "&amp;");
        else if (*text == '<')
            buf_add_string(out, "&lt;");
        else if (*text == '>')
            buf_add_string(out, "&gt;");
        else
            buf_add_char(out, *text);
    }
}

/* True if a name can stand in a comment of XML and, between quotation marks, in a terminal. */
static bool is_easily_written(const char *name)
{
    for (const char *p = name; *p; p++)
        if ((unsigned char)*p < ' ' || strchr("\"$`\\!", *p))
            return false;
    return !strstr(name, "--") && utf8_first_bad(name, strlen(name)) == strlen(name);
}

/* What the template calls the file, from the folder that it is in. */
static void add_file_here(struct buf *out, const struct cli *cli)
{
    const char *path = cli->options.values[OPTION_OUTPUT], *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (!strcmp(path, "-"))
        name = "model.xml";
    cli_add_file(out, is_easily_written(name) ? name : language_text(cli->language, N_("FILE")));
}

static void add_title(struct buf *out, const struct cli *cli)
{
    const char *given = cli->options.values[OPTION_TITLE];
    struct buf title;
    buf_init(&title, 0);
    edit_add_normalised(&title, given ? given : "");
    add_as_text(out, title.length ? title.data
                                  : language_text(cli->language, N_("[Write the title here]")));
    buf_release(&title);
}

/* {title}, {file}, {year} and {year+4}; other braces stay. Returns what it took. */
static size_t add_place(const struct cli *cli, struct buf *out, const char *at)
{
    int years = 0, used = 0;
    if (!strncmp(at, "{title}", 7)) {
        add_title(out, cli);
        return 7;
    }
    if (!strncmp(at, "{file}", 6)) {
        add_file_here(out, cli);
        return 6;
    }
    if (!strncmp(at, "{year}", 6))
        used = 6;
    else if (sscanf(at, "{year+%d}%n", &years, &used) < 1)
        used = 0;
    if (used)
        buf_addf(out, "%d", cli->today.year + years);
    else
        buf_add_char(out, *at);
    return used ? (size_t)used : 1;
}

static void fill(const struct cli *cli, struct buf *out, const char *text)
{
    while (*text) {
        size_t plain = strcspn(text, "{");
        buf_add(out, text, plain);
        text += plain;
        if (*text)
            text += add_place(cli, out, text);
    }
}

/* --- writing --------------------------------------------------------------------------- */

/* Reads what is to be written: what was typed can hold signs that no model may have. */
static int check_new(struct cli *cli, const struct buf *out)
{
    struct model model = {0};
    const char *output = cli->options.values[OPTION_OUTPUT];
    int status =
        model_read_bytes_with(&model, output, out->data, out->length, &cli->reading, &cli->trouble);
    if (status) {
        cli_print_findings(stderr, &cli->trouble, DIAG_ERROR, cli->language, &model);
        cli_say(cli, stderr, N_("Nothing was written to {1}."), output, NULL);
    }
    model_release(&model);
    if (status < 0)
        return EXIT_OPERATIONAL;
    return status ? EXIT_FINDINGS : EXIT_CLEAN;
}

static void say_ready(const struct cli *cli)
{
    const char *output = cli->options.values[OPTION_OUTPUT];
    struct buf file = {0};
    if (!strcmp(output, "-") || option_given(&cli->options, OPTION_QUIET))
        return;
    cli_add_file(&file, output);
    cli_say(cli, stdout, N_("{1} is ready. Open it in a text editor, then: virkning check {2}"),
            output, file.data, NULL);
    buf_release(&file);
}

static int write_new(struct cli *cli, const char *text)
{
    struct buf out;
    buf_init(&out, 0);
    fill(cli, &out, text);
    int status = check_new(cli, &out);
    if (!status)
        status = cli_write(cli, &out);
    if (!status)
        say_ready(cli);
    buf_release(&out);
    return status;
}

int cmd_new(struct cli *cli)
{
    struct buf name = {0};
    const char *tag;
    char *text;
    size_t length;
    if (!cli->options.word_count)
        return print_list(cli);
    buf_addf(&name, "templates/%s/%s.xml", language_tag(cli->language),
             find_template(cli->options.words[0], &tag)->name);
    char *path = datadir_join(cli->datadir, name.data);
    int status = file_read(path, TEMPLATE_MOST, &text, &length, &cli->trouble);
    free(path);
    buf_release(&name);
    if (status)
        return cli_trouble(cli);
    status = write_new(cli, text);
    free(text);
    return status;
}
