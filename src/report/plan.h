/* The evaluation plan: a model and what was found in it, as a document.
 *
 * Title and state, contents, a summary of one page, the profile, the programme theory
 * as figure and as table, the links, the indicators, the evaluation questions, and two
 * annexes: the findings, and the figure in words. What is missing is said as a question at its place; nothing
 * stands empty, and nothing is made up. Own texts are in `language`, the model's as
 * they are, tagged where their language differs. Ids stand in small print, so that what
 * is read can be found in the file. */
#ifndef REPORT_PLAN_H
#define REPORT_PLAN_H

#include "base/date.h"
#include "base/diag.h"
#include "base/language.h"
#include "doc/blocks.h"
#include "figure/figure.h"
#include "model/model.h"

struct plan_options {
    struct date date;    /* of the document; not given: none is printed */
    const char *program; /* "virkning 0.1.0", for the foot; NULL: none */
    bool overview;       /* the figure leaves the signs out */
};

/* Fills `doc`, which is initialised and empty. `findings` are sorted; `flow` NULL: no
 * figure. All but the findings must outlive the document. Never fails. */
void plan_build(struct doc *doc, const struct model *model, const struct figure *flow,
                const struct diag_sink *findings, const struct language *language,
                const struct plan_options *options);

#endif
