/* UTF-8, one code point at a time. Bad bytes decode as U+FFFD, one byte each,
 * so every string can be walked to its end. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum {
    UTF8_MAX = 4,
    UTF8_BAD = 0xFFFD,
    UTF8_SOFT_HYPHEN = 0xAD,
};

/* Decodes the code point at *cursor (before `end`) and moves the cursor past it. */
uint32_t utf8_next(const char **cursor, const char *end);

/* Writes `codepoint` to `bytes` (room for UTF8_MAX); returns the number of bytes. */
size_t utf8_encode(uint32_t codepoint, char *bytes);

/* Number of code points in the first `length` bytes. */
size_t utf8_count(const char *bytes, size_t length);

/* Offset of the first byte that is not well-formed UTF-8, or `length` if there is none. */
size_t utf8_first_bad(const char *bytes, size_t length);

#endif
