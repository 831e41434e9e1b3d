/* The evaluation plan on one page, for a steering group with ten minutes. */
#ifndef REPORT_BRIEF_H
#define REPORT_BRIEF_H

#include "doc/pages.h"

struct report;

/* Each attempt says less than the one before. */
enum { BRIEF_ATTEMPTS = 24 };

void brief_build(struct report *report);
bool brief_fits(const struct pages *pages, int attempt);

#endif
