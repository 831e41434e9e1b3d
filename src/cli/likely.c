/* The id that was probably meant; see likely.h. */
#include "cli/likely.h"

#include "base/memory.h"
#include "base/suggest.h"
#include "model/vocabulary.h"

#include <stdlib.h>

const char *likely_id(const struct model *model, const char *id, uint64_t kinds)
{
    const char **ids = NULL;
    size_t count = 0, capacity = 0;
    for (int kind = 1; kind < MODEL_KINDS; kind++) {
        const struct model_list *all =
            kinds & LIKELY_KIND(kind) ? model_all(model, (enum model_kind)kind) : NULL;
        for (size_t i = 0; all && i < all->count; i++) {
            if (!all->items[i]->id)
                continue;
            ids = mem_grow(ids, &capacity, count + 1, sizeof *ids);
            ids[count++] = all->items[i]->id;
        }
    }
    const char *likely = suggest_word(id, ids, count);
    free(ids);
    return likely;
}
