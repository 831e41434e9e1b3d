/* Style and fonts for the commands that draw; see look.h. */
#include "cli/look.h"

#include <string.h>
#include <unistd.h>

int look_open(struct look *look, struct cli *cli)
{
    *look = (struct look){0};
    const char *path = cli->options.values[OPTION_STYLE];
    if (style_load(&look->style, path, cli->datadir, &cli->trouble))
        return cli_trouble(cli);
    look->fonts = fonts_open(&look->style, &cli->trouble);
    if (!look->fonts)
        return cli_trouble(cli);
    look->metrics = fonts_metrics(look->fonts);
    return EXIT_CLEAN;
}

void look_release(struct look *look)
{
    if (look->fonts)
        fonts_free(look->fonts);
    style_release(&look->style);
}

int look_refuse_collection(struct cli *cli)
{
    const struct model *model = &cli->model;
    enum programme_kind kind = model->programme->kind;
    if ((kind != PROGRAMME_PORTFOLIO && kind != PROGRAMME_LIBRARY) || model->activities.count ||
        model->effects.count)
        return EXIT_CLEAN;
    return cli_usage(cli,
                     N_("{1} has no activities of its own: it brings other models together. Write "
                        "{2} for each of those instead."),
                     cli->options.files[0], cli->command->name, NULL);
}

int look_refuse_terminal(struct cli *cli)
{
    if (strcmp(cli->options.values[OPTION_OUTPUT], "-") || !isatty(STDOUT_FILENO))
        return EXIT_CLEAN;
    return cli_usage(cli, N_("A PDF file is not for the terminal. Name a file with -o."), NULL);
}

static size_t waiting(const struct diag_sink *sink)
{
    return sink->of_severity[DIAG_WARNING] + sink->of_severity[DIAG_INFO];
}

void look_report(struct cli *cli)
{
    if (option_given(&cli->options, OPTION_QUIET))
        return;
    cli_print_findings(stderr, &cli->trouble, DIAG_INFO, cli->language, NULL);
    size_t count = waiting(&cli->sink);
    if (!count)
        return;
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    const char *text =
        language_count(cli->language, count, N_("{1} point waits. virkning check {2} shows it."),
                       N_("{1} points wait. virkning check {2} shows them."));
    struct buf file = {0};
    cli_add_file(&file, cli->options.files[0]);
    cli_say(cli, stderr, text, digits, file.data, NULL);
    buf_release(&file);
}
