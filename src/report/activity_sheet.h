/* One activity description: what its pages say. */
#ifndef REPORT_ACTIVITY_SHEET_H
#define REPORT_ACTIVITY_SHEET_H

#include "report/sheet.h"

/* Where a page is turned, so that the second one holds what belongs together. */
enum activity_turn {
    ACTIVITY_TURN_NONE,
    ACTIVITY_TURN_MEANS, /* before "Together with whom, and with what" */
    ACTIVITY_TURN_LAST,  /* before how it is evaluated, or what is not described yet */
};

struct activity_sheet {
    struct sheet sheet;
    const struct activity *activity;
    const struct figure *figure; /* what it leads to; NULL: not shown */
    bool figure_last;            /* before the decision, not beside what it shows in words */
    bool alone;                  /* nothing else is in the document */
    bool keep;                   /* with whom and with what stays on one page */
    enum activity_turn turn;
};

/* Adds it to the document, at the level of its sheet. */
void activity_sheet_build(struct activity_sheet *sheet);

/* "activity-A": the target of links to it. */
const char *activity_sheet_id(const struct report *report, const struct activity *activity);

/* True if it is about the activity or one of the links that begin in it. */
bool activity_sheet_is_about(const struct activity_sheet *sheet, const struct model_refs *about);

/* Turns the page where that is wanted here; once. */
void activity_sheet_turn(struct activity_sheet *sheet, enum activity_turn here);

/* Parts of it: what it leads to (activity_effects.c); what is looked for and asked, and what
 * may go wrong (activity_follow.c). */
void activity_sheet_effects(struct activity_sheet *sheet);
void activity_sheet_signs(struct activity_sheet *sheet);
void activity_sheet_conditions(struct activity_sheet *sheet);
void activity_sheet_questions(struct activity_sheet *sheet);

#endif
