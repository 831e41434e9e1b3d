/* Dates known to the day, month or year; see date.h. */
#include "base/date.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

bool date_given(struct date date)
{
    return date.year != 0;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static bool is_possible(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        return false;
    return day >= 1 && day <= days_in_month(year, month);
}

/* Reads between `fewest` and `most` digits; moves the cursor. -1 where there are not as many. */
static int read_digits(const char **cursor, const char *end, int fewest, int most)
{
    int value = 0, count = 0;
    while (*cursor < end && **cursor >= '0' && **cursor <= '9' && count < most) {
        value = value * 10 + (*(*cursor)++ - '0');
        count++;
    }
    return count >= fewest ? value : -1;
}

static bool take(const char **cursor, const char *end, char c)
{
    if (*cursor == end || **cursor != c)
        return false;
    (*cursor)++;
    return true;
}

static enum date_problem finish(int year, int month, int day, struct date *date)
{
    if (!is_possible(year, month ? month : 1, day ? day : 1))
        return DATE_IMPOSSIBLE;
    *date = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
    return DATE_OK;
}

static enum date_problem parse_iso(const char *p, const char *end, struct date *date)
{
    int year = read_digits(&p, end, 4, 4);
    if (year < 0)
        return DATE_UNREADABLE;
    if (p == end)
        return finish(year, 0, 0, date);
    int month = take(&p, end, '-') ? read_digits(&p, end, 2, 2) : -1;
    if (month < 0)
        return DATE_UNREADABLE;
    if (p == end)
        return month ? finish(year, month, 0, date) : DATE_IMPOSSIBLE;
    int day = take(&p, end, '-') ? read_digits(&p, end, 2, 2) : -1;
    if (day < 0 || p != end)
        return DATE_UNREADABLE;
    return month && day ? finish(year, month, day, date) : DATE_IMPOSSIBLE;
}

static void skip_separator(const char **cursor, const char *end)
{
    while (*cursor < end &&
           (**cursor == '-' || **cursor == '.' || **cursor == '/' || **cursor == ' '))
        (*cursor)++;
}

/* 14-08-2017, 14.8.2017, 14/8 2017 and 08-2017, with two-digit years of this century. */
static bool parse_danish(const char *p, const char *end, struct date *date)
{
    int parts[3], count = 0;
    while (p < end && count < 3) {
        const char *start = p;
        parts[count] = read_digits(&p, end, 1, 4);
        if (parts[count] < 0)
            return false;
        bool last = p == end;
        int digits = (int)(p - start);
        if (last ? digits != 4 && digits != 2 : digits > 2)
            return false;
        if (last && digits == 2)
            parts[count] += 2000;
        count++;
        skip_separator(&p, end);
    }
    if (p != end || count < 2)
        return false;
    int day = count == 3 ? parts[0] : 0;
    return finish(parts[count - 1], parts[count - 2], day, date) == DATE_OK &&
           (count == 2 || day > 0) && parts[count - 2] > 0;
}

/* 2017-8 and 2017-8-14: the zeros are missing. */
static bool parse_short(const char *p, const char *end, struct date *date)
{
    int year = read_digits(&p, end, 4, 4);
    int month = take(&p, end, '-') ? read_digits(&p, end, 1, 2) : -1;
    int day = take(&p, end, '-') ? read_digits(&p, end, 1, 2) : 0;
    return year > 0 && month > 0 && day >= 0 && p == end &&
           finish(year, month, day, date) == DATE_OK;
}

/* The month that a word is, written out or at least three letters of it; 0: none. */
static int month_of(const char *word, size_t length)
{
    static const struct {
        const char *name;
        int month;
    } names[] = {
        {"januar", 1},   {"january", 1},  {"februar", 2},   {"february", 2},  {"marts", 3},
        {"march", 3},    {"april", 4},    {"maj", 5},       {"may", 5},       {"juni", 6},
        {"june", 6},     {"juli", 7},     {"july", 7},      {"august", 8},    {"september", 9},
        {"oktober", 10}, {"october", 10}, {"november", 11}, {"december", 12},
    };
    for (size_t i = 0; length >= 3 && i < sizeof names / sizeof *names; i++)
        if (length <= strlen(names[i].name) && !strncasecmp(word, names[i].name, length))
            return names[i].month;
    return 0;
}

/* september 2026, sept. 2026, 14. september 2026 */
static bool parse_words(const char *p, const char *end, struct date *date)
{
    int day = read_digits(&p, end, 1, 2);
    skip_separator(&p, end);
    const char *word = p;
    while (p < end && ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z'))
        p++;
    int month = month_of(word, (size_t)(p - word));
    skip_separator(&p, end);
    int year = read_digits(&p, end, 4, 4);
    return month && year > 0 && p == end && day != 0 &&
           finish(year, month, day < 0 ? 0 : day, date) == DATE_OK;
}

enum date_problem date_parse(const char *text, size_t length, struct date *date)
{
    const char *end = text + length;
    enum date_problem problem = parse_iso(text, end, date);
    if (problem == DATE_UNREADABLE && parse_danish(text, end, date))
        return DATE_DANISH;
    if (problem == DATE_UNREADABLE &&
        (parse_short(text, end, date) || parse_words(text, end, date)))
        return DATE_MEANT;
    return problem;
}

void date_add_iso(struct buf *out, struct date date)
{
    if (!date_given(date))
        return;
    buf_addf(out, "%04d", date.year);
    if (date.month)
        buf_addf(out, "-%02d", date.month);
    if (date.month && date.day)
        buf_addf(out, "-%02d", date.day);
}

struct date date_first_day(struct date date)
{
    if (date_given(date) && !date.month)
        date.month = 1;
    if (date_given(date) && !date.day)
        date.day = 1;
    return date;
}

struct date date_last_day(struct date date)
{
    if (date_given(date) && !date.month)
        date.month = 12;
    if (date_given(date) && !date.day)
        date.day = (int8_t)days_in_month(date.year, date.month);
    return date;
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Days from 1970-01-01, after the civil calendar with years that begin in March. */
static int64_t days_of(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t month = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

int64_t date_seconds(struct date date)
{
    return days_of(date_first_day(date)) * 86400;
}

struct date date_of_seconds(int64_t seconds)
{
    int64_t days = seconds / 86400 - (seconds % 86400 < 0) + 719468;
    int64_t era = days / 146097;
    int64_t day_of_era = days % 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (struct date){
        .year = (int16_t)(year_of_era + era * 400 + (month <= 2)),
        .month = (int8_t)month,
        .day = (int8_t)(day_of_year - (153 * shifted + 2) / 5 + 1),
    };
}
