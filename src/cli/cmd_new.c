/* new: a model file to begin with, from a template. */
#include "base/datadir.h"
#include "base/file.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { TEMPLATE_MOST = 1 << 16 }; /* bytes */

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

enum { TEMPLATES = sizeof templates / sizeof *templates };

static const struct template *find_template(const char *name)
{
    for (size_t i = 0; i < TEMPLATES; i++)
        if (!strcmp(templates[i].name, name) || !strcmp(templates[i].danish, name))
            return &templates[i];
    return NULL;
}

static bool in_danish(const struct cli *cli)
{
    return language_code(cli->language) == LANGUAGE_DANISH;
}

static int print_list(const struct cli *cli)
{
    for (size_t i = 0; i < TEMPLATES; i++) {
        const struct template *t = &templates[i];
        const char *name = in_danish(cli) ? t->danish : t->name;
        printf("  %-*s%s\n", (int)(16 + strlen(name) - utf8_count(name, strlen(name))), name,
               language_text(cli->language, t->summary));
    }
    return EXIT_CLEAN;
}

static int explain_unknown(struct cli *cli, const char *word)
{
    const char *names[2 * TEMPLATES];
    for (size_t i = 0; i < TEMPLATES; i++) {
        names[2 * i] = templates[i].name;
        names[2 * i + 1] = templates[i].danish;
    }
    const char *likely = suggest_word(word, names, 2 * TEMPLATES);
    if (likely)
        return cli_usage(cli, N_("There is no template «{1}». Did you mean {2}?"), word, likely,
                         NULL);
    return cli_usage(cli, N_("There is no template «{1}». «virkning new» lists them."), word, NULL);
}

int cmd_new_prepare(struct cli *cli)
{
    const char *output = cli->options.values[OPTION_OUTPUT];
    struct stat about;
    if (!cli->options.file_count)
        return EXIT_CLEAN;
    if (!find_template(cli->options.files[0]))
        return explain_unknown(cli, cli->options.files[0]);
    if (!output)
        return cli_usage(
            cli, N_("{1} needs -o: {2}"), "new",
            language_text(cli->language, N_("the model file, for example -o model.xml")), NULL);
    if (!lstat(output, &about))
        return cli_usage(cli, N_("{1} is there already. Give the new model another name."), output,
                         NULL);
    return EXIT_CLEAN;
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
        else
            buf_add_char(out, *text);
    }
}

/* In a comment two hyphens must not meet. */
static void add_file_name(struct buf *out, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    for (; *name; name++)
        if (*name != '-' || name[1] != '-')
            buf_add_char(out, *name);
}

static const char *title_of(const struct cli *cli)
{
    const char *given = cli->options.values[OPTION_TITLE];
    return given && *given ? given : language_text(cli->language, N_("Write the title here"));
}

/* {title}, {file}, {year} and {year+4}; other braces stay. Returns what it took. */
static size_t add_place(struct cli *cli, struct buf *out, const char *at)
{
    int years = 0, used = 0;
    if (!strncmp(at, "{title}", 7)) {
        add_as_text(out, title_of(cli));
        return 7;
    }
    if (!strncmp(at, "{file}", 6)) {
        add_file_name(out, cli->options.values[OPTION_OUTPUT]);
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

static void fill(struct cli *cli, struct buf *out, const char *text)
{
    while (*text) {
        size_t plain = strcspn(text, "{");
        buf_add(out, text, plain);
        text += plain;
        if (*text)
            text += add_place(cli, out, text);
    }
}

static int write_new(struct cli *cli, const char *text)
{
    struct buf out = {0};
    fill(cli, &out, text);
    int status = cli_write(cli, &out);
    buf_release(&out);
    if (status == EXIT_CLEAN && !option_given(&cli->options, OPTION_QUIET))
        cli_say(cli, stdout, N_("{1} is ready. Open it in a text editor, then: virkning check {1}"),
                cli->options.values[OPTION_OUTPUT], NULL);
    return status;
}

int cmd_new(struct cli *cli)
{
    struct buf name = {0};
    char *text;
    size_t length;
    if (!cli->options.file_count)
        return print_list(cli);
    buf_addf(&name, "templates/%s/%s.xml", language_tag(cli->language),
             find_template(cli->options.files[0])->name);
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
