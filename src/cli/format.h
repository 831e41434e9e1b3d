/* The format of an output: what --to says, else what its name ends in. */
#ifndef CLI_FORMAT_H
#define CLI_FORMAT_H

#include "cli/cli.h"

/* A name of a format, as --to takes it and as the name of a file may end. */
struct format_name {
    const char *name;
    int format; /* of the command; not negative */
};

/* The wanted one of `count` names; `standard` where the output is standard output and --to says
 * nothing; -1 where it is none of them. */
int format_wanted(const struct cli *cli, const struct format_name *names, size_t count,
                  int standard);

#endif
