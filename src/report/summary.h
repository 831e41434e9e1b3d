/* What the plan's summary and the brief both say, with room for at most so many lines. */
#ifndef REPORT_SUMMARY_H
#define REPORT_SUMMARY_H

#include "report/report.h"

/* The findings worth mending first. */
enum { SUMMARY_FINDINGS = 3 };

/* What is done, what will be seen, what comes of it: about `most` of each. */
void summary_theory(struct report *report, size_t most);
void summary_questions(struct report *report, size_t most);
/* What the types of those questions ask for, on a line below them. */
void summary_types(struct report *report, size_t most);
/* At most SUMMARY_FINDINGS of them, one of each rule. */
void summary_findings(struct report *report, size_t most);

#endif
