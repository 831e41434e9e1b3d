/* An arena: memory that dies together.
 *
 * A model, a document and a figure each own one arena; all that is reachable
 * from them lives in it and goes with one arena_release(). Nothing is freed on
 * its own. Allocation never fails (base/memory.h). A zeroed arena is a valid
 * empty one; releasing it, or releasing twice, is fine. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *current;
    char *next, *end;  /* free room of the current block */
    size_t block_size; /* size of the next block, bytes; grows to a bound */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Empties the arena and keeps its newest block, for scratch work in a loop. */
void arena_reset(struct arena *arena);

/* Returns `size` zeroed bytes, aligned for pointers, doubles and 64-bit integers. */
void *arena_alloc(struct arena *arena, size_t size);

/* Returns `count` zeroed objects of `size` bytes. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Copies `length` bytes and adds a terminating NUL. Not aligned. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/* Copies a string; NULL stays NULL. */
char *arena_string(struct arena *arena, const char *string);

/* Grows an array in the arena as mem_grow() does on the heap; the old room stays
 * in the arena until it is released, so the waste is bounded by the final size. */
void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t needed,
                 size_t item_size);

#endif
