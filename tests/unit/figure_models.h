/* Models as XML for tests of figures, the same on every machine for the same numbers. */
#ifndef UNIT_FIGURE_MODELS_H
#define UNIT_FIGURE_MODELS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

struct figure_model {
    uint32_t seed;
    int activities, horizons, effects; /* effects: in each horizon */
    int links;                         /* at most, from each box */
    bool signs;
    int same_percent; /* links that stay within a horizon */
    int skip_percent; /* links that skip a horizon */
    int areas;        /* focus areas; 0: none */
};

/* Adds the XML of a model. Links run forwards only. */
void figure_model_write(struct buf *out, const struct figure_model *model);

#endif
