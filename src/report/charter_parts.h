/* The tables of the charter: what comes out, when, by whom, and what it takes. */
#ifndef REPORT_CHARTER_PARTS_H
#define REPORT_CHARTER_PARTS_H

#include "report/sheet.h"

void charter_deliverables(struct sheet *sheet);
void charter_actions(struct sheet *sheet);
void charter_organisation(struct sheet *sheet);
void charter_resources(struct sheet *sheet);

#endif
