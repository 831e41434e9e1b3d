/* Places in the source text: byte offset, line and column that belong together. */
#ifndef MODEL_POSITION_H
#define MODEL_POSITION_H

#include <stddef.h>
#include <stdint.h>

struct position {
    uint32_t offset; /* bytes from the beginning of the text */
    uint32_t line;   /* from 1 */
    uint32_t column; /* characters, from 1 */
};

/* The beginning of a text. */
struct position position_start(void);

/* The place of the byte `offset`, which must not lie before `from`. Takes time in
 * proportion to the distance. */
struct position position_after(struct position from, const char *text, uint32_t offset);

#endif
