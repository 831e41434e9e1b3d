/* What is asked of those who decide, and where they write what they decided.
 *
 * The requests are taken from the model alone: what is not approved yet, what waits past its
 * date, what was postponed, what nobody has been named for. */
#ifndef REPORT_REQUEST_H
#define REPORT_REQUEST_H

#include "report/report.h"

/* The role that is asked: the steering group, else a political committee, else the owner of
 * the project; NULL: none is named. */
const struct model_node *request_forum(const struct report *report);

/* How many requests there are. */
size_t request_count(const struct report *report);

/* "To: steering group. We ask you to" and the requests, numbered: the weightiest `most` of
 * them and how many more there are, or all where that is 0. Where nothing is asked, that is said. Where no forum is
 * named, it is asked for. */
void request_list(struct report *report, struct doc_flow *flow, size_t most);

/* Approve, approve with changes or reject, with room for conditions, date and forum. `name`
 * is ASCII and once in the document; the fields' names begin with it. */
void request_box(struct report *report, struct doc_flow *flow, const char *name);

#endif
