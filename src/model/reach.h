/* Which activities lead to which effects, directly or by way of others. */
#ifndef MODEL_REACH_H
#define MODEL_REACH_H

#include "base/arena.h"
#include "model/model.h"

/* The rows of the theory table: the activities by focus area, then those of none. */
struct reach {
    const struct activity **rows;
    size_t row_count;
    struct reach_effect {
        const struct effect *effect;
        size_t first, last; /* rows of the first and last activity that leads here */
        size_t count;       /* of activities that do; 0: none */
        uint64_t *bits;     /* a bit for each row */
    } * effects;            /* by the effect's position */
    size_t effect_count;
};

/* Links may run in circles. What is found lives in `arena`. */
void reach_find(struct reach *reach, const struct model *model, struct arena *arena);
bool reach_leads(const struct reach_effect *effect, size_t row);

#endif
