/* What the commands that change a model file share: finding what is meant, writing, and saying
 * what was changed. */
#ifndef CLI_CHANGE_H
#define CLI_CHANGE_H

#include "cli/cli.h"
#include "model/edit.h"

/* The object with this id, the programme for "."; NULL after saying what was probably meant. */
const struct model_node *change_find(struct cli *cli, const char *id);

/* Says on standard error why an operation was refused. Returns EXIT_FINDINGS. */
int change_refused(struct cli *cli);

/* Writes the new file where the options say; says what is wrong where it is not written, and
 * what is new to warn about where it is. Returns an exit status. */
int change_write(struct cli *cli, const struct edit *edit);

/* Says that the value of a node was changed; NULL or "": there was none, or is none. */
void change_say(const struct cli *cli, const struct model_node *node, const char *what,
                const char *old, const char *new);

#endif
