/* rule: the page of one rule, or what all of them are called. */
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

/* Every page begins with its id and title. */
static int print_list(struct cli *cli)
{
    for (size_t i = 0; check_rule(i); i++) {
        size_t length;
        char *page = read_page(cli, check_rule(i));
        if (!page)
            return cli_trouble(cli);
        const char *title = markdown_title(page, &length);
        if (title)
            printf("%.*s\n", (int)length, title);
        free(page);
    }
    return EXIT_CLEAN;
}

/* The rule as it is written here: p13 is P13. NULL: there is none such. */
static const char *find_rule(const char *word)
{
    char id[ID_MOST];
    size_t length = strlen(word);
    if (length >= sizeof id)
        return NULL;
    for (size_t i = 0; i <= length; i++)
        id[i] = (char)toupper((unsigned char)word[i]);
    for (size_t i = 0; check_rule(i); i++)
        if (!strcmp(check_rule(i), id))
            return check_rule(i);
    return NULL;
}

static int explain_unknown(struct cli *cli, const char *word)
{
    enum { RULES_MOST = 128 };
    const char *ids[RULES_MOST];
    size_t count = 0;
    while (count < RULES_MOST && check_rule(count)) {
        ids[count] = check_rule(count);
        count++;
    }
    const char *likely = suggest_word(word, ids, count);
    if (likely)
        return cli_usage(cli,
                         N_("I have no rule «{1}». Did you mean {2}? «virkning rule» lists all."),
                         word, likely, NULL);
    return cli_usage(cli, N_("I have no rule «{1}». «virkning rule» lists all."), word, NULL);
}

int cmd_rule(struct cli *cli)
{
    if (!cli->options.file_count)
        return print_list(cli);
    const char *id = find_rule(cli->options.files[0]);
    return id ? print_page(cli, id) : explain_unknown(cli, cli->options.files[0]);
}
