/* Fans: which nodes of a graph lead to exactly the same other nodes?
 *
 * Nodes are numbers; a fan is all arrows of one kind that leave one node. Equal fans
 * together are a block, in which each node leads to all of the same ones: what the drawing
 * gathers in a hub and the rules find fault with. Takes time as sorting the arrows does. */
#ifndef BASE_FANS_H
#define BASE_FANS_H

#include <stddef.h>
#include <stdint.h>

struct fan_arrow {
    size_t from, to;
    unsigned kind; /* fans of different kinds are never equal */
};

struct fan {
    const size_t *arrows; /* indices of its arrows, sorted by the nodes they lead to */
    size_t count;
    size_t from;
    unsigned kind;
    uint64_t hash; /* of kind and targets */
};

/* Called with `count` equal fans, sorted by `from`; they are gone when it returns. */
typedef void fans_found_fn(void *self, const struct fan *fans, size_t count);

/* Calls `found` with every two or more fans that are equal and have at least `least`
 * arrows. A fan with two arrows to one node equals none. */
void fans_find(const struct fan_arrow *arrows, size_t count, size_t least, fans_found_fn *found,
               void *self);

#endif
