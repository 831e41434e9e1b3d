/* Memory that is always there.
 *
 * Running out of memory is the one failure that library code does not report
 * to its caller: these functions print one line on standard error and end the
 * program with status 3. Everything they return is the caller's, to be
 * released with free(). */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Exit status of an operational failure; shared with the command line. */
enum { EXIT_OPERATIONAL = 3 };

/* Returns `size` uninitialised bytes (at least one). */
void *mem_alloc(size_t size);

/* Returns `count` zeroed objects of `size` bytes; overflow counts as out of memory. */
void *mem_zalloc(size_t count, size_t size);

/* Grows or shrinks `old` (NULL is fine) to `count` objects of `size` bytes. */
void *mem_realloc(void *old, size_t count, size_t size);

/* Grows the array `items` of `item_size` objects so that `needed` fit, doubling
 * `*capacity`; returns the array, moved or not. */
void *mem_grow(void *items, size_t *capacity, size_t needed, size_t item_size);

/* Ends the program with the out-of-memory message; for allocators of foreign
 * libraries that cannot cope with NULL. */
_Noreturn void mem_exhausted(void);

#endif
