/* Numbers of the model file; see number.h. */
#include "base/number.h"

#include <math.h>

enum { MOST_DIGITS = 15 }; /* what a double holds exactly */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads digits, one `point` and digits. Returns how many bytes it understood; 0 for none. */
static size_t scan(const char *text, size_t length, char point, struct number *number)
{
    size_t i = 0, digits = 0;
    bool negative = length && text[0] == '-';
    double value = 0;
    uint8_t decimals = 0;
    if (negative || (length && text[0] == '+'))
        i++;
    size_t first = i;
    for (; i < length && is_digit(text[i]); i++, digits++)
        value = value * 10 + (text[i] - '0');
    if (i == first)
        return 0;
    if (i + 1 < length && text[i] == point && is_digit(text[i + 1])) {
        for (i++; i < length && is_digit(text[i]); i++, digits++, decimals++)
            value = value * 10 + (text[i] - '0');
    }
    if (digits > MOST_DIGITS)
        return 0;
    value /= pow(10, decimals);
    *number = (struct number){negative ? -value : value, true, decimals};
    return i;
}

enum number_problem number_parse(const char *text, size_t length, struct number *number)
{
    size_t read = scan(text, length, '.', number);
    if (read && read == length)
        return NUMBER_OK;
    size_t danish = scan(text, length, ',', number);
    if (danish && danish == length)
        return NUMBER_COMMA;
    read = scan(text, length, danish > read ? ',' : '.', number);
    if (!read)
        return NUMBER_UNREADABLE;
    /* "12-14", "12.3.4": more figures behind it are no unit. */
    for (size_t i = read; i < length; i++)
        if (is_digit(text[i]))
            return NUMBER_UNREADABLE;
    return NUMBER_UNIT;
}
