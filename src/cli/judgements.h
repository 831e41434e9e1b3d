/* Judgements that are given as data: a file with a line for each, "id;status".
 *
 * A comma or a tab may stand instead of the semicolon, quotation marks around both; a first line
 * of headings, empty lines and lines that begin with # are passed over. */
#ifndef CLI_JUDGEMENTS_H
#define CLI_JUDGEMENTS_H

#include "base/diag.h"
#include "figure/view.h"
#include "model/model.h"

struct judgements {
    struct arena arena;
    struct view_judgement *items; /* sorted by id, as views want them */
    size_t count;
};

/* Reads the file at `path`. What is wrong with it is reported, with its line; returns -1 then.
 * Release in any case. */
int judgements_read(struct judgements *judgements, const char *path, const struct model *model,
                    struct diag_sink *sink);
void judgements_release(struct judgements *judgements);

#endif
