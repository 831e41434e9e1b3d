/* The programme theory as the table that project leaders know: focus areas, activities,
 * signs, and a column of effects for each horizon. */
#ifndef REPORT_THEORY_TABLE_H
#define REPORT_THEORY_TABLE_H

#include "report/report.h"

/* Adds the table to the document's body. */
void theory_table(struct report *report);

#endif
