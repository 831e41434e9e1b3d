/* rule: the page of one rule, or what all of them are called. Also how rules are named to other
 * commands. */
#include "base/datadir.h"
#include "base/file.h"
#include "base/markdown.h"
#include "base/suggest.h"
#include "check/check.h"
#include "cli/cli.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGE_MOST = 1 << 16, /* bytes */
    COLUMNS = 78,
    ID_MOST = 8,
};

/* Reads the page of a rule in the program's language, to be released; NULL: a failure,
 * which was reported to cli->trouble. */
static char *read_page(struct cli *cli, const char *id)
{
    struct buf name = {0};
    char *page = NULL;
    size_t length;
    buf_addf(&name, "rules/%s/%s.md", language_tag(cli->language), id);
    char *path = datadir_join(cli->datadir, name.data);
    if (file_read(path, PAGE_MOST, &page, &length, &cli->trouble))
        page = NULL;
    free(path);
    buf_release(&name);
    return page;
}

static int print_page(struct cli *cli, const char *id)
{
    char *page = read_page(cli, id);
    struct buf out = {0};
    if (!page)
        return cli_trouble(cli);
    markdown_add(&out, page, COLUMNS);
    fwrite(out.data, 1, out.length, stdout);
    buf_release(&out);
    free(page);
    return EXIT_CLEAN;
}

/* --- all of them ----------------------------------------------------------------------- */

static const struct group {
    char letter;
    const char *title; /* N_() */
} groups[] = {
    {'P', N_("The programme theory and how it is carried out")},
    {'I', N_("Indicators")},
    {'V', N_("Evaluation and privacy")},
};

/* True if some finding of the rule is an error before approval. */
static bool can_block(const char *rule)
{
    for (int id = 0; id < DIAG_IDS; id++)
        if (!strcmp(diag_id_text((enum diag_id)id), rule) &&
            diag_severity_of((enum diag_id)id, true) == DIAG_ERROR)
            return true;
    return false;
}

/* "  P20 * Title of its page"; -1: the page cannot be read. */
static int add_rule(struct buf *out, struct cli *cli, const char *id)
{
    size_t length;
    char *page = read_page(cli, id);
    if (!page)
        return -1;
    const char *title = markdown_title(page, &length);
    size_t skipped = title && !strncmp(title, id, strlen(id)) ? strlen(id) + 1 : 0;
    if (title && skipped < length)
        buf_addf(out, "  %s %c %.*s\n", id, can_block(id) ? '*' : ' ', (int)(length - skipped),
                 title + skipped);
    free(page);
    return 0;
}

static int add_group(struct buf *out, struct cli *cli, const struct group *group)
{
    buf_addf(out, "%s%s\n", out->length ? "\n" : "", language_text(cli->language, group->title));
    for (size_t i = 0; check_rule(i); i++)
        if (*check_rule(i) == group->letter && add_rule(out, cli, check_rule(i)))
            return -1;
    return 0;
}

static int print_list(struct cli *cli)
{
    struct buf out = {0};
    int status = 0;
    for (size_t i = 0; i < sizeof groups / sizeof *groups && !status; i++)
        status = add_group(&out, cli, &groups[i]);
    if (!status) {
        printf("%s\n", out.data);
        cli_say(cli, stdout, N_("* can stand in the way of an approval (check --strict)"), NULL);
        cli_say(cli, stdout, N_("More about a rule: virkning rule {1}"), check_rule(0), NULL);
    }
    buf_release(&out);
    return status ? cli_trouble(cli) : EXIT_CLEAN;
}

/* --- one of them ----------------------------------------------------------------------- */

/* Findings that are no rules have names of their own: "date", "attribute". */
static bool is_finding(const char *word)
{
    for (int id = 0; id < DIAG_IDS; id++)
        if (!strcmp(diag_id_text((enum diag_id)id), word))
            return true;
    return false;
}

static void explain_unknown(struct cli *cli, const char *word)
{
    const char *ids[DIAG_IDS];
    size_t count = 0;
    while (count < DIAG_IDS && check_rule(count)) {
        ids[count] = check_rule(count);
        count++;
    }
    const char *likely = suggest_word(word, ids, count);
    if (is_finding(word))
        cli_usage(cli,
                  N_("«{1}» is no rule: the finding itself says how to mend it. «virkning rule» "
                     "lists the rules."),
                  word, NULL);
    else if (likely)
        cli_usage(cli, N_("I have no rule «{1}». Did you mean {2}? «virkning rule» lists all."),
                  word, likely, NULL);
    else
        cli_usage(cli, N_("I have no rule «{1}». «virkning rule» lists all."), word, NULL);
}

const char *cli_find_rule(struct cli *cli, const char *word)
{
    char id[ID_MOST] = "";
    for (size_t i = 0; word[i] && i + 1 < sizeof id; i++)
        id[i] = (char)toupper((unsigned char)word[i]);
    for (size_t i = 0; check_rule(i); i++)
        if (!strcmp(check_rule(i), id) && strlen(word) == strlen(id))
            return check_rule(i);
    explain_unknown(cli, word);
    return NULL;
}

int cmd_rule(struct cli *cli)
{
    if (!cli->options.word_count)
        return print_list(cli);
    const char *id = cli_find_rule(cli, cli->options.words[0]);
    return id ? print_page(cli, id) : EXIT_USAGE;
}
