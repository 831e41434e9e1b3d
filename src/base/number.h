/* Numbers as they stand in the model file: a point before the decimals, whatever
 * the locale. The number of decimals that the author wrote is kept, because it is
 * how precisely a figure is shown. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number {
    double value;
    bool given;
    uint8_t decimals; /* as written */
};

enum number_problem {
    NUMBER_OK,
    NUMBER_COMMA, /* Danish decimal comma: `number` holds what was meant */
    NUMBER_UNIT,  /* a unit or sign behind it: "70 %" */
    NUMBER_UNREADABLE,
};

/* Reads digits with an optional sign and decimals; no exponents, at most 15 digits. */
enum number_problem number_parse(const char *text, size_t length, struct number *number);

#endif
