/* Files: read whole, written all or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* What an errno means, in English; the usual ones are texts of the catalogue. */
const char *file_error_text(int error);

/* True if both names lead to one existing file; never for "-", NULL, devices and pipes. */
bool file_is_same(const char *a, const char *b);

/* Reads a whole file, or standard input for "-". `*bytes` (NUL-terminated, to be
 * released with free()) and `*length` are set on success. A file larger than
 * `limit` bytes, a folder, a pipe that nobody writes to, or a read that fails is
 * reported to `sink`; returns -1. */
int file_read(const char *path, size_t limit, char **bytes, size_t *length, struct diag_sink *sink);

/* Writes `length` bytes to `path` through a temporary file in the same folder that
 * is synced and renamed, so that `path` holds either the old content or all of the
 * new. "-" writes to standard output. Reports and returns -1 on failure, and leaves
 * nothing behind. Existing files keep their permissions, and their owner and group as far as the
 * system lets us. */
int file_write(const char *path, const char *bytes, size_t length, struct diag_sink *sink);

#endif
