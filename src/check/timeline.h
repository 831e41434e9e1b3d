/* The horizons that hold effects, in order of time: of their years where all have them,
 * else of the file. Lives in the arena it is built in. */
#ifndef CHECK_TIMELINE_H
#define CHECK_TIMELINE_H

#include "base/arena.h"
#include "model/model.h"

#include <stddef.h>

struct timeline {
    const struct horizon **horizons;
    size_t count;
    size_t *rank; /* per position of a horizon: its place in the timeline, from 1; 0: none */
};

void timeline_build(struct timeline *line, const struct model *model, struct arena *arena);

/* When something happens: 0 for activities, from 1 for effects; -1: not known. */
long timeline_rank(const struct timeline *line, const struct model_node *node);

#endif
