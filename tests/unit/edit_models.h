/* Small random models for the tests of the editor: written in every way that people and
 * programs write XML, and always valid. */
#ifndef UNIT_EDIT_MODELS_H
#define UNIT_EDIT_MODELS_H

#include "base/buf.h"
#include "model/encoding.h"

#include <stdint.h>

/* Numbers that only look random: the same from the same seed. */
struct dice {
    uint64_t state;
};

/* A number from 0 to `sides` - 1. */
uint32_t dice_roll(struct dice *dice, uint32_t sides);

/* What was made, beside the bytes. */
struct made {
    enum encoding encoding;
    bool one_line;
};

/* Adds the bytes of a model file. */
struct made edit_models_add(struct buf *bytes, struct dice *dice);

/* Adds a title of a few words in UTF-8, with markup and rare letters among them, and no white
 * space that would be normalised. */
void edit_models_add_title(struct buf *out, struct dice *dice);

#endif
