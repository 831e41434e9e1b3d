/* Statuses: how an indicator, an effect or a link stands, as steering groups read it.
 *
 * Each has a sign and words beside its colour, so that none is told by colour alone. Who
 * judges, and by which rules, is not known here. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include "base/style.h"

enum status {
    STATUS_NONE, /* nothing is said */
    STATUS_REACHED,
    STATUS_PARTLY_REACHED,
    STATUS_NOT_REACHED,
    STATUS_ON_TRACK,
    STATUS_LITTLE_BEHIND,
    STATUS_BEHIND,
    STATUS_WRONG_DIRECTION,
    STATUS_GAP_ONLY,  /* the gap is smaller, but the area has not improved */
    STATUS_MET,       /* of what has no baseline, and of what is to be maintained */
    STATUS_UNDER_WAY, /* of what has no baseline: not yet, and the date has not come */
    STATUS_NOT_MET,
    STATUS_INSIDE, /* of a range */
    STATUS_OUTSIDE,
    STATUS_WORSE,     /* of what is to be maintained */
    STATUS_AS_WISHED, /* of a direction */
    STATUS_UNCHANGED,
    STATUS_OPPOSITE,
    STATUS_JUDGED,    /* by people */
    STATUS_UNDECIDED, /* the interval holds both no change and the expected one */
    STATUS_TOO_EARLY,
    STATUS_NOT_PLANNED, /* no measurement planned this time */
    STATUS_MISSING,     /* due and absent */
    STATUS_HIDDEN,      /* suppressed: too few persons */
    STATUS_BREAK,       /* the series was broken */
    STATUS_NOT_JUDGED,  /* cannot be judged */
    STATUSES,
};

/* The word in files and on the command line: "on-track"; the status of it, STATUS_NONE: none. */
const char *status_code(enum status status);
enum status status_of_code(const char *code);

/* One character that tells it without colour: "▲". Statuses that ask for the same, and never
 * stand for the same date, share one. */
const char *status_sign(enum status status);
/* What it is called, in English: for language_text(). */
const char *status_words(enum status status);
enum style_color status_color(enum status status);

#endif
