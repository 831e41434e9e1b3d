/* The format of an output; see format.h. */
#include "cli/format.h"

#include <string.h>

static int format_of(const char *word, const struct format_name *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i].name, word))
            return names[i].format;
    return -1;
}

int format_wanted(const struct cli *cli, const struct format_name *names, size_t count,
                  int standard)
{
    const char *to = cli->options.values[OPTION_TO];
    const char *output = cli->options.values[OPTION_OUTPUT];
    if (to)
        return format_of(to, names, count);
    if (!strcmp(output, "-"))
        return standard;
    const char *dot = strrchr(output, '.');
    return dot ? format_of(dot + 1, names, count) : -1;
}
