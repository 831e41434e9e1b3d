/* The dose of a component in words: how many times, how long each time, over how long. */
#ifndef MODEL_DOSE_H
#define MODEL_DOSE_H

#include "base/language.h"
#include "model/model.h"

/* Adds "10 sessions of 90 minutes each over 12 weeks", as much of it as is given. */
void dose_add(struct buf *out, const struct component *component, const struct language *language);

/* Adds a number in words: one of two texts, by the number that is {1}; both are marked with
 * N_(). Numbers have the decimals with which they were written. */
void dose_add_amount(struct buf *out, struct number number, const char *one, const char *many,
                     const struct language *language);

#endif
