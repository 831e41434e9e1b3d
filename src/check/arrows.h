/* The arrows as the rules see them together, found once for all of them.
 *
 * Most arrows are looked at one by one. Three sorts are not:
 *   - those of a block, in which each of several boxes leads to all of the same effects.
 *     P07 speaks of it as a whole. An arrow of it that is marked key="yes" is looked at
 *     all the same: there the authors have chosen.
 *   - the second arrow from the same box to the same effect;
 *   - those from an activity that was stopped.
 * Lives in the arena it is built in. */
#ifndef CHECK_ARROWS_H
#define CHECK_ARROWS_H

#include "base/arena.h"
#include "check/chain.h"
#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>

/* At least three boxes that each lead to the same three effects, or two that lead to the
 * same four. Many arrows that meet in one or two effects are no block: so it should be. */
struct arrow_block {
    const size_t *from, *to; /* nodes of the chain, in its order */
    size_t from_count, to_count;
    const struct link *first; /* of its arrows, in document order */
    bool chosen;              /* some of its arrows are marked key="yes" */
};

struct arrow_twice {
    const struct link *link, *first;
};

struct arrows {
    struct arrow_block *blocks; /* largest first */
    size_t block_count, block_capacity;
    size_t gathered; /* arrows that are in a block */
    struct arrow_twice *twice;
    size_t twice_count, twice_capacity;
    unsigned char *state; /* by node.order of the link; NULL: all are single */
};

void arrows_find(struct arrows *arrows, const struct chain *chain, const struct model *model,
                 struct arena *arena);

/* True for an arrow that is looked at on its own: rules about single arrows (P05, P13 to
 * P16) pass over the others. */
bool arrows_is_single(const struct arrows *arrows, const struct link *link);

#endif
