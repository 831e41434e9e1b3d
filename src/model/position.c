/* Places in the source text; see position.h. */
#include "model/position.h"

#include <string.h>

struct position position_start(void)
{
    return (struct position){.offset = 0, .line = 1, .column = 1};
}

/* Characters of well-formed UTF-8: every byte but those that continue one. */
static uint32_t count_characters(const char *text, size_t length)
{
    uint32_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

struct position position_after(struct position from, const char *text, uint32_t offset)
{
    const char *at = text + from.offset, *end = text + offset, *newline;
    while ((newline = memchr(at, '\n', (size_t)(end - at)))) {
        at = newline + 1;
        from.line++;
        from.column = 1;
    }
    from.column += count_characters(at, (size_t)(end - at));
    from.offset = offset;
    return from;
}
