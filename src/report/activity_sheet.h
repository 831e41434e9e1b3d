/* One activity description: what its pages say. */
#ifndef REPORT_ACTIVITY_SHEET_H
#define REPORT_ACTIVITY_SHEET_H

#include "report/sheet.h"

/* Sections that nothing is known for; asked for together, at the end. */
enum { ACTIVITY_LACKS = 3 };

struct activity_sheet {
    struct sheet sheet;
    const struct activity *activity;
    const struct figure *figure; /* what it leads to; NULL: not shown */
    bool figure_last;            /* before the decision, not beside what it shows in words */
    bool alone;                  /* nothing else is in the document */
    bool turn; /* a new page before the last sections, so that the box is not alone on it */
    struct activity_lack {
        const char *section, *question; /* N_() */
    } lacks[ACTIVITY_LACKS];
    size_t lack_count;
};

/* Adds it to the document, at the level of its sheet. */
void activity_sheet_build(struct activity_sheet *sheet);

/* "activity-A": the target of links to it. */
const char *activity_sheet_id(const struct report *report, const struct activity *activity);

/* True if it is about the activity or one of the links that begin in it. */
bool activity_sheet_is_about(const struct activity_sheet *sheet, const struct model_refs *about);

/* Remembers that there is nothing for a section. */
void activity_sheet_lacks(struct activity_sheet *sheet, const char *section, const char *question);
/* The page that is turned before the last sections; the first call turns it. */
void activity_sheet_turn(struct activity_sheet *sheet);

/* Parts of it: what it leads to (activity_effects.c); what is looked for and asked, and what
 * may go wrong (activity_follow.c). */
void activity_sheet_effects(struct activity_sheet *sheet);
void activity_sheet_signs(struct activity_sheet *sheet);
void activity_sheet_conditions(struct activity_sheet *sheet);
void activity_sheet_questions(struct activity_sheet *sheet);

#endif
