/* The evaluation plan: its chapters, which can be asked for one by one. */
#ifndef REPORT_PLAN_H
#define REPORT_PLAN_H

#include "doc/pages.h"

#include <stddef.h>
#include <stdint.h>

struct report;

/* The figure is made for A4 and A3, each with and without the signs, and for several A3. */
enum { PLAN_ATTEMPTS = 5 };

void plan_build(struct report *report);
bool plan_fits(const struct pages *pages, int attempt);

/* The name of the chapter of bit `i`, as --section takes it; NULL behind the last one. */
const char *plan_chapter(size_t i);

#endif
