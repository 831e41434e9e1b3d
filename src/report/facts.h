/* The fact sheet of a programme (faktaark): what one would want to know of another
 * municipality's programme, under the headings that the field uses for its cases. */
#ifndef REPORT_FACTS_H
#define REPORT_FACTS_H

#include "doc/pages.h"

struct report;

/* The whole, less of it, and the whole again where less does not help. */
enum { FACTS_ATTEMPTS = 3 };

void facts_build(struct report *report);
bool facts_fits(const struct pages *pages, int attempt);

#endif
