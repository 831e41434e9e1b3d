/* The documents that a model gives, and how one of them is made.
 *
 * A document is built of blocks (doc/blocks.h); for paper it is also laid out, and built
 * anew with less in it where it does not fit its pages. Own texts are in the language of
 * the request, the model's as they are, tagged where their language differs. What is
 * missing is said as a question at its place; nothing stands empty, and nothing is made
 * up. Ids stand in small print where something is defined or judged (activities, indicators,
 * questions, findings), so that it is found in the file; elsewhere a name is enough. */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include "base/date.h"
#include "base/diag.h"
#include "base/language.h"
#include "doc/pages.h"
#include "model/model.h"

enum document_kind {
    DOCUMENT_PLAN,       /* the evaluation plan */
    DOCUMENT_BRIEF,      /* the plan on one page, for the steering group */
    DOCUMENT_FACTS,      /* the fact sheet of a programme */
    DOCUMENT_ACTIVITIES, /* activity descriptions, each on at most two pages, for approval */
    DOCUMENT_CHARTER,    /* projektforklæde */
    DOCUMENT_INDICATORS, /* indicator sheets */
    DOCUMENTS
};

/* What a document is made of and for. All of it must outlive the document. */
struct document_request {
    const struct model *model;
    const struct diag_sink *findings; /* sorted */
    const struct language *language;
    const struct style *style;
    const struct text_metrics *metrics;
    struct date date;               /* of the document; not given: none is printed */
    const char *program;            /* "virkning 0.1.0", for the foot; NULL: none */
    const struct model_node *about; /* one activity or indicator; NULL: all of them */
    uint32_t chapters;              /* of the plan, a bit each (plan.h); 0: all */
    bool paged;                     /* for paper */
};

struct document_figure;

struct made_document {
    struct doc doc;
    struct pages pages;              /* empty where it is not for paper */
    struct document_figure *figures; /* that stand in it */
};

/* Never fails; release in any case. */
void document_make(struct made_document *document, enum document_kind kind,
                   const struct document_request *request);
void document_release(struct made_document *document);

#endif
