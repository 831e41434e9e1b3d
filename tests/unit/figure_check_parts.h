/* What the parts of the figure checker share; see figure_check.h. */
#ifndef UNIT_FIGURE_CHECK_PARTS_H
#define UNIT_FIGURE_CHECK_PARTS_H

#include "figure_check.h"

/* How far things may be off, points: rounding, and text that the metrics round. */
#define CHECK_TOLERANCE 0.01
#define CHECK_TEXT_TOLERANCE 0.05

struct check {
    const struct figure *figure;
    enum figure_form form;
    struct figure_faults *faults;
};

__attribute__((format(printf, 3, 4))) void check_complain(struct check *check,
                                                          enum figure_fault fault,
                                                          const char *format, ...);

bool check_is(const char *role, const char *wanted);
/* A box of the content: no frame, hub, mark, chip or sample. */
bool check_is_content(const struct figure_box *box);
/* A curve that joins two boxes. */
bool check_is_link(const struct figure_curve *curve);
/* "Læsevenner" (a1), to find the box again. */
const char *check_name(const struct figure_box *box);

struct figure_rect check_box_rect(const struct figure_box *box);
/* Where the ink of a text may be. */
struct figure_rect check_text_rect(const struct figure_text *text);
bool check_inside(struct figure_rect inner, struct figure_rect outer, double tolerance);
/* True if they share more than `tolerance` both ways. */
bool check_overlap(struct figure_rect a, struct figure_rect b, double tolerance);

/* Links, rules and marks; and the legend. */
void check_lines(struct check *check);
void check_legend(struct check *check);

#endif
