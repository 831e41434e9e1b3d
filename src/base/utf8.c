/* UTF-8, one code point at a time; see utf8.h. */
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* Decodes one well-formed sequence; returns its length, 0 where it is not well-formed
 * (Unicode, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF). */
static size_t decode(const unsigned char *s, size_t left, uint32_t *codepoint)
{
    size_t length = s[0] < 0x80   ? 1
                    : s[0] < 0xC2 ? 0
                    : s[0] < 0xE0 ? 2
                    : s[0] < 0xF0 ? 3
                    : s[0] < 0xF5 ? 4
                                  : 0;
    if (!length || length > left)
        return 0;
    static const unsigned char lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t c = s[0] & lead_mask[length];
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (s[i] & 0x3F);
    }
    bool surrogate = c >= 0xD800 && c < 0xE000;
    if (c < smallest[length] || surrogate || c > 0x10FFFF)
        return 0;
    *codepoint = c;
    return length;
}

uint32_t utf8_next(const char **cursor, const char *end)
{
    uint32_t codepoint = UTF8_BAD;
    size_t length = decode((const unsigned char *)*cursor, (size_t)(end - *cursor), &codepoint);
    *cursor += length ? length : 1;
    return codepoint;
}

size_t utf8_encode(uint32_t c, char *bytes)
{
    unsigned char *b = (unsigned char *)bytes;
    if (c < 0x80) {
        b[0] = (unsigned char)c;
        return 1;
    }
    if (c < 0x800) {
        b[0] = (unsigned char)(0xC0 | c >> 6);
        b[1] = (unsigned char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        b[0] = (unsigned char)(0xE0 | c >> 12);
        b[1] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
        b[2] = (unsigned char)(0x80 | (c & 0x3F));
        return 3;
    }
    b[0] = (unsigned char)(0xF0 | c >> 18);
    b[1] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
    b[2] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
    b[3] = (unsigned char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_count(const char *bytes, size_t length)
{
    const char *end = bytes + length;
    size_t count = 0;
    for (const char *p = bytes; p < end; count++)
        utf8_next(&p, end);
    return count;
}

/* True if the next eight bytes are there and all ASCII: most of most texts. */
static bool is_ascii8(const unsigned char *s, size_t left)
{
    uint64_t word;
    if (left < sizeof word)
        return false;
    memcpy(&word, s, sizeof word);
    return !(word & 0x8080808080808080);
}

size_t utf8_first_bad(const char *bytes, size_t length)
{
    const unsigned char *s = (const unsigned char *)bytes;
    size_t at = 0;
    while (at < length) {
        if (s[at] < 0x80) {
            at += is_ascii8(s + at, length - at) ? 8 : 1;
            continue;
        }
        /* æ, ø and å, the other characters that are many */
        if (s[at] >= 0xC2 && s[at] < 0xE0 && at + 1 < length && (s[at + 1] & 0xC0) == 0x80) {
            at += 2;
            continue;
        }
        uint32_t codepoint;
        size_t step = decode(s + at, length - at, &codepoint);
        if (!step)
            return at;
        at += step;
    }
    return length;
}
