/* An allocator that fails once: preloaded by tests/cli/allocation.sh.
 *
 * The FAIL_AT-th allocation of the process, counted from 1, returns NULL; all others
 * succeed. With FAIL_AT=0 it only counts, and writes the number of allocations to
 * the file COUNT_TO when the process ends. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static unsigned long allocations, fail_at;
static int ready;

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("FAIL_AT");
    fail_at = at ? strtoul(at, NULL, 10) : 0;
    ready = 1;
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("COUNT_TO");
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    char text[32];
    if (fd >= 0) {
        int length = snprintf(text, sizeof text, "%lu\n", allocations);
        if (write(fd, text, (size_t)length) < 0)
            _exit(99);
        close(fd);
    }
}

static int fails(void)
{
    if (!ready || ++allocations != fail_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}
