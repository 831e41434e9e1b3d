/* schema: what a model file may hold, as RELAX NG or as a manual page. In English, as it is
 * published, unless another language is asked for. */
#include "cli/cli.h"
#include "model/schema.h"

#include <string.h>

/* What --to says; "rng" where it says nothing. */
static const char *wanted_format(const struct cli *cli)
{
    const char *to = cli->options.values[OPTION_TO];
    return to ? to : "rng";
}

int cmd_schema_prepare(struct cli *cli)
{
    const char *to = wanted_format(cli);
    if (strcmp(to, "rng") && strcmp(to, "man"))
        return cli_usage(cli, N_("Which format? Say --to rng or man."), NULL);
    return EXIT_CLEAN;
}

int cmd_schema(struct cli *cli)
{
    struct buf out = {0};
    int status = EXIT_CLEAN;
    if (!strcmp(wanted_format(cli), "man"))
        reference_write_man(&out);
    else
        schema_write_rng(&out, cli_language(cli, "en"));
    if (option_given(&cli->options, OPTION_OUTPUT))
        status = cli_write(cli, &out);
    else
        fwrite(out.data, 1, out.length, stdout);
    buf_release(&out);
    return status;
}
