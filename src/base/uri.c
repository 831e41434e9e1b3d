/* Names of files as URI references; see uri.h. */
#include "base/uri.h"

#include "base/memory.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("-._~", c));
}

static void add_segment(struct buf *out, const char *segment, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (is_unreserved(segment[i]))
            buf_add_char(out, segment[i]);
        else
            buf_addf(out, "%%%02X", (unsigned)(unsigned char)segment[i]);
    }
}

static void add_segments(struct buf *out, const char *path)
{
    bool from_root = *path == '/', first = true;
    if (from_root)
        buf_add_string(out, "file://");
    while (*path) {
        size_t length = strcspn(path, "/");
        bool is_nothing = !length || (length == 1 && *path == '.');
        if (!is_nothing && (from_root || !first))
            buf_add_char(out, '/');
        if (!is_nothing) {
            add_segment(out, path, length);
            first = false;
        }
        path += length;
        path += *path == '/';
    }
    if (first)
        buf_add_string(out, from_root ? "/" : "./");
}

static bool goes_back(const char *path)
{
    for (const char *p = path; (p = strstr(p, "/..")); p += 3)
        if (!p[3] || p[3] == '/')
            return true;
    return false;
}

/* NULL where there is no such file; to be released with free(). */
static char *resolve(const char *path)
{
    char *resolved = realpath(path, NULL);
    if (!resolved && errno == ENOMEM)
        mem_exhausted();
    return resolved;
}

void uri_add_file(struct buf *out, const char *path)
{
    char *resolved = *path == '/' && goes_back(path) ? resolve(path) : NULL;
    add_segments(out, resolved ? resolved : path);
    free(resolved);
}
