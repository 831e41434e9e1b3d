/* Indicator sheets: all that is decided about an indicator, one after the other. */
#ifndef REPORT_INDICATORS_H
#define REPORT_INDICATORS_H

#include "model/model.h"

struct doc_heading;
struct report;

void indicators_build(struct report *report);

/* One of them, as it stands in an annex too: adds it to the body of the document, under a
 * heading of `level`, which is returned. */
struct doc_heading *indicator_sheet(struct report *report, const struct indicator *indicator,
                                    int level);

#endif
