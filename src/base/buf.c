/* A growing text buffer; see buf.h. */
#include "base/buf.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_init(struct buf *buf, size_t limit)
{
    *buf = (struct buf){.limit = limit};
    buf->data = mem_alloc(1);
    buf->data[0] = '\0';
}

void buf_release(struct buf *buf)
{
    free(buf->data);
    *buf = (struct buf){0};
}

void buf_reset(struct buf *buf)
{
    buf->length = 0;
    buf->overflow = false;
    if (buf->data)
        buf->data[0] = '\0';
}

/* Makes room for as much of `wanted` bytes as the limit allows; returns how much. */
static size_t make_room(struct buf *buf, size_t wanted)
{
    size_t limit = buf->limit ? buf->limit : BUF_DEFAULT_LIMIT;
    size_t left = limit > buf->length ? limit - buf->length : 0;
    if (wanted > left) {
        wanted = left;
        buf->overflow = true;
    }
    buf->data = mem_grow(buf->data, &buf->capacity, buf->length + wanted + 1, 1);
    return wanted;
}

void buf_add(struct buf *buf, const char *bytes, size_t length)
{
    length = make_room(buf, length);
    if (length)
        memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void buf_add_string(struct buf *buf, const char *string)
{
    buf_add(buf, string, strlen(string));
}

void buf_add_char(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void buf_add_codepoint(struct buf *buf, uint32_t codepoint)
{
    char bytes[UTF8_MAX];
    buf_add(buf, bytes, utf8_encode(codepoint, bytes));
}

void buf_vaddf(struct buf *buf, const char *format, va_list args)
{
    char small[256];
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(small, sizeof small, format, args);
    if (length >= 0 && (size_t)length < sizeof small) {
        buf_add(buf, small, (size_t)length);
    } else if (length >= 0) {
        char *large = mem_alloc((size_t)length + 1);
        vsnprintf(large, (size_t)length + 1, format, again);
        buf_add(buf, large, (size_t)length);
        free(large);
    }
    va_end(again);
}

void buf_addf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vaddf(buf, format, args);
    va_end(args);
}

void buf_add_escaped(struct buf *buf, const char *text)
{
    for (const char *p = text; *p; p++) {
        if (*p == '"' || *p == '\\')
            buf_add_char(buf, '\\');
        if (*p == '\n')
            buf_add_string(buf, "\\n");
        else
            buf_add_char(buf, *p);
    }
}

/* Adds a whole number, zeros in front up to `least` digits. */
static void add_digits(struct buf *buf, uint64_t value, int least)
{
    char digits[24];
    int at = sizeof digits;
    while (value || least > 0) {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
        least--;
    }
    buf_add(buf, digits + at, sizeof digits - (size_t)at);
}

/* Figures hold thousands of numbers, so no printf here. */
void buf_add_number(struct buf *buf, double value, int decimals)
{
    static const double exact = 9e15; /* a double counts in ones up to here */
    uint64_t unit = 1;
    for (int i = 0; i < decimals; i++)
        unit *= 10;
    double scaled = round(fabs(value) * (double)unit);
    if (!(scaled <= exact)) {
        buf_addf(buf, "%.0f", value);
        return;
    }
    uint64_t whole = (uint64_t)scaled / unit, fraction = (uint64_t)scaled % unit;
    if (value < 0 && scaled > 0)
        buf_add_char(buf, '-');
    add_digits(buf, whole, 1);
    if (!fraction)
        return;
    for (; fraction % 10 == 0; decimals--)
        fraction /= 10;
    buf_add_char(buf, '.');
    add_digits(buf, fraction, decimals);
}

void buf_add_letters(struct buf *buf, uint32_t position)
{
    char letters[8];
    size_t at = sizeof letters;
    for (uint64_t n = (uint64_t)position + 1; n; n = (n - 1) / 26)
        letters[--at] = (char)('A' + (n - 1) % 26);
    buf_add(buf, letters + at, sizeof letters - at);
}

void buf_add_message(struct buf *buf, const char *text, const char *const *args, size_t count)
{
    for (const char *p = text; *p; p++) {
        bool placeholder = p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}';
        if (placeholder && (size_t)(p[1] - '1') < count) {
            buf_add_string(buf, args[p[1] - '1']);
            p += 2;
        } else {
            buf_add_char(buf, *p);
        }
    }
}
