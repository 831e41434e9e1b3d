/* check: the findings of each file, then a line that counts them. */
#include "base/file.h"
#include "check/check.h"
#include "cli/cli.h"
#include "model/schema.h"

#include <string.h>

/* A file and what was found in it. */
struct checked {
    struct model model;
    struct diag_sink sink;
    const struct language *language;
};

/* Returns an exit status. */
static int check_file(struct cli *cli, const char *path, struct checked *file)
{
    const char *schema = cli->options.values[OPTION_SCHEMA];
    int status = model_read(&file->model, path, &file->sink);
    file->language = cli_language(cli, model_language(&file->model));
    if (status >= 0 && schema && schema_check(&file->model, schema, &file->sink))
        status = -1;
    if (status == 0) {
        struct check_options options = {.today = cli->today, .strict = file->sink.strict};
        check_model(&file->model, &options, &file->sink);
    }
    diag_sort(&file->sink);
    if (status < 0)
        return EXIT_OPERATIONAL;
    return status > 0 || diag_has_errors(&file->sink) ? EXIT_FINDINGS : EXIT_CLEAN;
}

static void print_summary(const char *path, const struct checked *file)
{
    struct buf line = {0};
    diag_add_summary(&line, &file->sink, file->language);
    printf("%s: %s", path, line.data);
    buf_release(&line);
}

/* Failures go to standard error; what was found in a file is the output itself. */
static void print_file(const struct cli *cli, const char *path, const struct checked *file,
                       int status)
{
    bool quiet = option_given(&cli->options, OPTION_QUIET);
    cli_print_findings(status == EXIT_OPERATIONAL ? stderr : stdout, &file->sink,
                       quiet ? DIAG_ERROR : DIAG_INFO, file->language, file->model.source,
                       file->model.source_length);
    if (!quiet && status != EXIT_OPERATIONAL)
        print_summary(path, file);
}

int cmd_check(struct cli *cli)
{
    int worst = EXIT_CLEAN;
    for (size_t i = 0; i < cli->options.file_count; i++) {
        struct checked file = {0};
        diag_sink_init(&file.sink, option_given(&cli->options, OPTION_STRICT));
        int status = check_file(cli, cli->options.files[i], &file);
        print_file(cli, cli->options.files[i], &file, status);
        worst = status > worst ? status : worst;
        model_release(&file.model);
        diag_sink_release(&file.sink);
    }
    return worst;
}
