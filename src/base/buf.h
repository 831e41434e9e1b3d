/* A growing text buffer.
 *
 * `data` is a NUL-terminated string, also when empty, so it may be read at any
 * time; but it is NULL in a buffer that was begun with `= {0}`, until something is
 * added. The caller owns the struct: buf_init() or `= {0}`, then buf_release(). A
 * buffer never grows past its limit: what would go past it is dropped and `overflow`
 * is set, for the caller to check once at the end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BUF_DEFAULT_LIMIT = 1 << 30 };

struct buf {
    char *data;
    size_t length, capacity; /* bytes, without the NUL */
    size_t limit;            /* bytes; 0 means BUF_DEFAULT_LIMIT */
    bool overflow;           /* something was dropped */
};

void buf_init(struct buf *buf, size_t limit);
void buf_release(struct buf *buf);
void buf_reset(struct buf *buf); /* empty again, memory kept */

void buf_add(struct buf *buf, const char *bytes, size_t length);
void buf_add_string(struct buf *buf, const char *string);
void buf_add_char(struct buf *buf, char c);
void buf_add_codepoint(struct buf *buf, uint32_t codepoint); /* as UTF-8 */
void buf_addf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vaddf(struct buf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Adds a text as it stands between double quotes: a backslash before quotes and
 * backslashes, \n for a line feed. */
void buf_add_escaped(struct buf *buf, const char *text);

/* Adds `value` with at most `decimals` digits after the point and no trailing
 * zeros, always with a point: the C locale of file formats, whatever LC_NUMERIC is. */
void buf_add_number(struct buf *buf, double value, int decimals);

/* Adds A, B ... Z, AA, AB ...: what the thing at `position`, from 0, is called in a list. */
void buf_add_letters(struct buf *buf, uint32_t position);

/* Adds a text with {1}, {2} ... replaced by args[0], args[1] ...; a number
 * without an argument is left as it stands. */
void buf_add_message(struct buf *buf, const char *text, const char *const *args, size_t count);

#endif
