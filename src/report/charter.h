/* The project charter (projektforklæde): a view of the model on a page or two.
 *
 * Purpose, goals and sub-goals, deliverables, time and action plan, organisation, resources,
 * what it rests on, what it does not do, and room for a decision. Where it takes more than two
 * pages it says less, as sheet.h has it. */
#ifndef REPORT_CHARTER_H
#define REPORT_CHARTER_H

#include "doc/pages.h"
#include "report/sheet.h"

enum { CHARTER_ATTEMPTS = SHEET_LEVELS - SHEET_PLAIN };

void charter_build(struct report *report);
bool charter_fits(const struct pages *pages, int attempt);

#endif
