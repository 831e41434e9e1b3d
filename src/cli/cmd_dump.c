/* dump: the model as it was understood. */
#include "cli/cli.h"

int cmd_dump(struct cli *cli)
{
    struct buf out = {0};
    model_dump(&out, &cli->model);
    fwrite(out.data, 1, out.length, stdout);
    buf_release(&out);
    return EXIT_CLEAN;
}
