/* What a document says of the findings: in which order, and in how many words. */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H

#include "report/report.h"

/* The findings that wait (or those that are answered), in the order in which they are best
 * taken up; in the document's arena. */
struct findings {
    const struct diag **items;
    size_t count;
};
struct findings findings_by_weight(const struct report *report, bool answered);

/* Adds the text of a finding as a paragraph. */
void findings_add(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                  const struct diag *diag);

/* The same in brief, for readers who do not know the file: without lists of ids, without
 * names of elements, and with long titles cut short. */
void findings_add_brief(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                        const struct diag *diag);

#endif
