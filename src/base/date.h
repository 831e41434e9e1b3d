/* Dates that may be known only to the month or the year (ISO 8601: 2017,
 * 2017-08, 2017-08-14). A zeroed date is "not given". */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

struct date {
    int16_t year;      /* 1..9999; 0: not given */
    int8_t month, day; /* 0: not known */
};

/* What kind of mistake a text is that should be a date. */
enum date_problem {
    DATE_OK,
    DATE_DANISH,     /* 14-08-2017, 14.8.2017 or 14/8 2017: `date` holds what was meant */
    DATE_MEANT,      /* 2017-8-14, august 2017, 14. aug. 2017: `date` holds what was meant */
    DATE_IMPOSSIBLE, /* the form is right, but there is no such day */
    DATE_UNREADABLE,
};

bool date_given(struct date date);

/* Reads an ISO date of `length` bytes. On DATE_OK, DATE_DANISH and DATE_MEANT
 * `*date` is set. */
enum date_problem date_parse(const char *text, size_t length, struct date *date);

/* Writes the ISO form, as exact as the date is known; nothing for a date not given. */
void date_add_iso(struct buf *out, struct date date);

/* First and last day that the date can mean; a full date is both. */
struct date date_first_day(struct date date);
struct date date_last_day(struct date date);

/* Compares two full days (or any two dates of equal exactness): <0, 0, >0. */
int date_compare(struct date a, struct date b);

/* The day of `seconds` since 1970-01-01 UTC. */
struct date date_of_seconds(int64_t seconds);

/* Seconds since 1970-01-01 of the first day at 00:00 UTC. */
int64_t date_seconds(struct date date);

#endif
