/* An arena; see arena.h. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_BLOCK = 4096,
    LARGEST_BLOCK = 1 << 20,
};

/* What any object of ours may hold; a model has millions, so not max_align_t. */
union any_field {
    void *pointer;
    double number;
    uint64_t bits;
};

struct arena_block {
    struct arena_block *previous;
    alignas(union any_field) char bytes[];
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
}

void arena_release(struct arena *arena)
{
    free_blocks(arena->current);
    arena_init(arena);
}

void arena_reset(struct arena *arena)
{
    if (!arena->current)
        return;
    free_blocks(arena->current->previous);
    arena->current->previous = NULL;
    arena->next = arena->current->bytes;
}

static void add_block(struct arena *arena, size_t needed)
{
    size_t size = arena->block_size ? arena->block_size : FIRST_BLOCK;
    if (size < LARGEST_BLOCK)
        arena->block_size = size * 2;
    if (size < needed)
        size = needed;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        mem_exhausted();
    struct arena_block *block = mem_alloc(sizeof *block + size);
    block->previous = arena->current;
    arena->current = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
}

static char *take(struct arena *arena, size_t size, size_t alignment)
{
    if (size > SIZE_MAX / 2)
        mem_exhausted();
    uintptr_t at = (uintptr_t)arena->next;
    size_t padding = (size_t)(-at & (alignment - 1));
    if (!arena->next || (size_t)(arena->end - arena->next) < size + padding) {
        add_block(arena, size + alignment);
        padding = (size_t)(-(uintptr_t)arena->next & (alignment - 1));
    }
    char *taken = arena->next + padding;
    arena->next = taken + size;
    return taken;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size ? size : 1, alignof(union any_field)), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        mem_exhausted();
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = take(arena, length + 1, 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
    return string ? arena_copy(arena, string, strlen(string)) : NULL;
}

void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t needed,
                 size_t item_size)
{
    if (needed <= *capacity)
        return items;
    size_t old = *capacity;
    size_t grown = old ? old * 2 : 4;
    while (grown < needed)
        grown *= 2;
    void *moved = arena_array(arena, grown, item_size);
    if (old)
        memcpy(moved, items, old * item_size);
    *capacity = grown;
    return moved;
}
