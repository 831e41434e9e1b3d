/* How the figures of an indicator are written: with their units, by place, and not at all
 * where they could tell about single persons. */
#ifndef REPORT_VALUES_H
#define REPORT_VALUES_H

#include "report/report.h"

/* "70 %", "7.5": a figure with the indicator's unit. */
const char *value_with_unit(const struct report *report, const struct indicator *indicator,
                            const char *figure);

/* A difference between two figures: that of two percentages is counted in points. */
const char *value_difference(const struct report *report, const struct indicator *indicator,
                             struct number number);

/* True if a baseline must not be printed: an indicator that is marked sensitive, and 1 to 4
 * persons who count or who do not, or all or nobody of fewer than 20. */
bool value_is_hidden(const struct indicator *indicator, const struct baseline *baseline);

/* "915 of 3473 (26.35 %)", "7.5 (n = 40)"; below 20 persons "7 of 10" without a percentage;
 * "" where there is no figure. */
const char *value_baseline(const struct report *report, const struct indicator *indicator,
                           const struct baseline *baseline);

/* A target without its date: "70 %", "6–8 children", "a smaller distance to ..."; "". */
const char *value_aim(const struct report *report, const struct indicator *indicator,
                      const struct target *target);

/* All baselines, targets and milestones, in a cell each: a line a place, and what they have in
 * common said once; what is missing as a question. */
void value_add_baselines(struct report *report, struct doc_flow *cell,
                         const struct indicator *indicator);
void value_add_targets(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator);
void value_add_milestones(struct report *report, struct doc_flow *cell,
                          const struct indicator *indicator);

/* What is asked for where there is none, or that none is needed. */
void value_add_no_baseline(struct report *report, struct doc_flow *cell,
                           const struct indicator *indicator);
void value_add_no_target(struct report *report, struct doc_flow *cell,
                         const struct indicator *indicator);

/* How often it is measured and how long its figures take: of the indicator, else of its
 * source; NULL: not given. */
const char *value_every(const struct indicator *indicator);
const char *value_lag(const struct indicator *indicator);

#endif
