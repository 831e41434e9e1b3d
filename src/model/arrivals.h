/* The links of a model by the effect they lead to: those of the effect at position p are
 * items[first[p]] to before items[first[p + 1]], in document order. */
#ifndef MODEL_ARRIVALS_H
#define MODEL_ARRIVALS_H

#include "model/model.h"

struct arrivals {
    size_t *first;
    const struct link **items;
};

void arrivals_init(struct arrivals *arrivals, const struct model *model);
void arrivals_release(struct arrivals *arrivals);

#endif
