/* What a document looks like: the house style and its fonts, as the options ask. */
#ifndef CLI_LOOK_H
#define CLI_LOOK_H

#include "base/style.h"
#include "cli/cli.h"
#include "text/fonts.h"

struct look {
    struct style style;
    struct fonts *fonts;
    const struct text_metrics *metrics;
};

/* EXIT_USAGE, after saying so, for a model that only holds or names what others have: there is
 * no chain to show, and a page that says "nothing yet" would be untrue. */
int look_refuse_collection(struct cli *cli);

/* Opens what --style names, else the default. Returns an exit status after saying what is
 * wrong; release in any case. */
int look_open(struct look *look, struct cli *cli);
void look_release(struct look *look);

/* EXIT_USAGE where a PDF file would be written to a terminal, after saying so. */
int look_refuse_terminal(struct cli *cli);

/* Prints what the writers had to say, and how many findings wait in the model. */
void look_report(struct cli *cli);

#endif
