/* Models as XML for tests of diagrams, the same on every machine for the same numbers:
 * generated ones of every size, and hostile ones. */
#ifndef UNIT_DIAGRAM_MODELS_H
#define UNIT_DIAGRAM_MODELS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct diagram_model {
    uint32_t seed;
    int activities, horizons, effects; /* effects: in each horizon; without horizons: in all */
    int links;                         /* at most, from each box */
    bool signs;                        /* a horizon of signs: activities show their indicators */
    bool evidence;                     /* links say how well they are supported */
    bool blocks;                       /* some activities lead to the same effects: hubs */
    int same_percent;                  /* links that stay within a horizon */
    int skip_percent;                  /* links that skip a horizon */
    int areas;                         /* focus areas; 0: none */
    int goals;                         /* goals beside the chain, with themes */
};

enum { DIAGRAM_MODELS = 500 };

/* The numbers of generated model `index`, below DIAGRAM_MODELS: from 5 boxes to 300. */
struct diagram_model diagram_model_of(int index);
/* How many activities, signs and effects it has. */
int diagram_model_boxes(const struct diagram_model *model);

/* Adds the XML of a model. Links run forwards only. */
void diagram_model_write(struct buf *out, const struct diagram_model *model);

/* The hostile models: adds the XML of the one with this number and returns its name; NULL:
 * there are no more. */
const char *diagram_hostile_write(struct buf *out, size_t number);

#endif
