/* The links of a model by where they lead; see arrivals.h. */
#include "model/arrivals.h"

#include "base/memory.h"

#include <stdlib.h>

void arrivals_init(struct arrivals *arrivals, const struct model *model)
{
    const struct model_list *links = &model->links;
    size_t count = model->effects.count;
    arrivals->first = mem_zalloc(count + 2, sizeof *arrivals->first);
    arrivals->items = mem_zalloc(links->count + 1, sizeof *arrivals->items);
    size_t *next = arrivals->first + 1; /* where the next link of an effect goes */
    for (size_t i = 0; i < links->count; i++) {
        const struct model_node *to = model_link(links->items[i])->to.node;
        if (to && model_effect(to)->position + 1 < count)
            next[model_effect(to)->position + 1]++;
    }
    for (size_t i = 1; i < count; i++)
        next[i] += next[i - 1];
    for (size_t i = 0; i < links->count; i++) {
        const struct model_node *to = model_link(links->items[i])->to.node;
        if (to)
            arrivals->items[next[model_effect(to)->position]++] = model_link(links->items[i]);
    }
}

void arrivals_release(struct arrivals *arrivals)
{
    free(arrivals->first);
    free(arrivals->items);
}
