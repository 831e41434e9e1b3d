/* Memory that is always there; see memory.h. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

_Noreturn void mem_exhausted(void)
{
    /* No stdio here: it may want memory itself. */
    static const char message[] = "virkning: out of memory; nothing was written\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(EXIT_OPERATIONAL);
}

void *mem_alloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *mem_zalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *mem_realloc(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        mem_exhausted();
    size_t bytes = count * size;
    void *p = realloc(old, bytes ? bytes : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *mem_grow(void *items, size_t *capacity, size_t needed, size_t item_size)
{
    if (needed <= *capacity)
        return items;
    size_t grown = *capacity ? *capacity : 8;
    while (grown < needed) {
        if (grown > SIZE_MAX / 2)
            mem_exhausted();
        grown *= 2;
    }
    *capacity = grown;
    return mem_realloc(items, grown, item_size);
}
