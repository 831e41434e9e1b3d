/* What the commands that change a model file share; see change.h. */
#include "cli/change.h"

#include "cli/likely.h"
#include "model/vocabulary.h"

#include <stdlib.h>
#include <string.h>

int cmd_change_prepare(struct cli *cli)
{
    if (!strcmp(cli->options.files[0], "-") && !option_given(&cli->options, OPTION_OUTPUT))
        return cli_usage(cli,
                         N_("What comes from standard input has no file to go back to: name one "
                            "with -o."),
                         NULL);
    return EXIT_CLEAN;
}

/* --- what is meant ------------------------------------------------------------------------- */

static const struct model_node *entitled(const struct model *model, const char *title)
{
    for (int kind = 1; kind < MODEL_KINDS; kind++) {
        const struct model_list *all = model_all(model, (enum model_kind)kind);
        for (size_t i = 0; all && i < all->count; i++)
            if (all->items[i]->title && !strcmp(all->items[i]->title, title))
                return all->items[i];
    }
    return NULL;
}

static void explain_id(struct cli *cli, const char *id)
{
    const struct model_node *meant = entitled(&cli->model, id);
    const char *likely = likely_id(&cli->model, id, LIKELY_ANY);
    if (meant && meant->id)
        cli_usage(cli, N_("«{1}» is a title. Write the id: {2}."), id, meant->id, NULL);
    else if (meant)
        cli_usage(cli,
                  N_("«{1}» is the title of a <{2}> that has no id. Give it one in the file, and "
                     "write that here."),
                  id, vocabulary_of_kind(meant->kind)->name, NULL);
    else if (likely)
        cli_usage(cli, N_("Nothing here has the id «{1}». You probably meant «{2}»."), id, likely,
                  NULL);
    else
        cli_usage(cli,
                  N_("Nothing here has the id «{1}». Write an id of the file, or a full stop for "
                     "the programme itself."),
                  id, NULL);
}

const struct model_node *change_find(struct cli *cli, const char *id)
{
    if (!strcmp(id, "."))
        return &cli->model.programme->node;
    const struct model_node *node = model_find(&cli->model, id);
    if (!node)
        explain_id(cli, id);
    return node;
}

/* --- writing ------------------------------------------------------------------------------- */

/* What the change is written to, as it is named to the user. */
static const char *target(const struct cli *cli)
{
    const char *output = cli->options.values[OPTION_OUTPUT];
    return output ? output : cli->options.files[0];
}

int change_refused(struct cli *cli)
{
    cli_print_findings(stderr, &cli->trouble, DIAG_INFO, cli->language, &cli->model);
    return EXIT_FINDINGS;
}

static bool is_same_finding(const struct diag *a, const struct diag *b)
{
    if (a->id != b->id || a->arg_count != b->arg_count)
        return false;
    for (size_t i = 0; i < a->arg_count; i++)
        if (strcmp(a->args[i], b->args[i]) != 0)
            return false;
    return true;
}

static bool is_known(const struct diag_sink *sink, const struct diag *diag)
{
    for (size_t i = 0; i < sink->count; i++)
        if (is_same_finding(&sink->items[i], diag))
            return true;
    return false;
}

/* What the reader did not say about the old file. */
static void print_news(const struct cli *cli, const struct diag_sink *sink,
                       const struct model *after)
{
    struct buf out = {0};
    for (size_t i = 0; i < sink->count; i++)
        if (!is_known(&cli->sink, &sink->items[i]))
            model_add_finding(&out, after, &sink->items[i], cli->language);
    fwrite(out.data ? out.data : "", 1, out.length, stderr);
    buf_release(&out);
}

int change_write(struct cli *cli, const struct edit *edit)
{
    struct model after;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    int status = edit_save(edit, cli->options.values[OPTION_OUTPUT], &cli->reading, &after, &sink);
    diag_sort(&sink);
    if (status)
        cli_print_findings(stderr, &sink, DIAG_ERROR, cli->language, &after);
    else if (!option_given(&cli->options, OPTION_QUIET))
        print_news(cli, &sink, &after);
    if (status > 0)
        cli_say(cli, stderr, N_("Nothing was written to {1}."), target(cli), NULL);
    model_release(&after);
    diag_sink_release(&sink);
    if (status < 0)
        return EXIT_OPERATIONAL;
    return status ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* --- what was changed ---------------------------------------------------------------------- */

/* The new file itself may be what stands on standard output. */
static FILE *stream_of(const struct cli *cli)
{
    return strcmp(target(cli), "-") != 0 ? stdout : stderr;
}

static const char *or_nothing(const struct cli *cli, const char *value)
{
    return value && *value ? value : language_text(cli->language, N_("(nothing)"));
}

void change_say(const struct cli *cli, const struct model_node *node, const char *what,
                const char *old, const char *new)
{
    const char *name = model_name(node, cli->language);
    if (option_given(&cli->options, OPTION_QUIET))
        return;
    if (!strcmp(old, new))
        cli_say(cli, stream_of(cli), N_("{1}: «{2}», {3}: is {4} already"), target(cli), name, what,
                or_nothing(cli, old), NULL);
    else
        cli_say(cli, stream_of(cli), N_("{1}: «{2}», {3}: {4} → {5}"), target(cli), name, what,
                or_nothing(cli, old), or_nothing(cli, new), NULL);
}
