/* Running another program that reads our bytes and gives others back. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buf.h"

/* The program could not be started at all. */
enum { PROCESS_NOT_STARTED = -1 };

/* Runs the program at `path` with `arguments` (its name first, NULL last), `input` as its
 * standard input, and adds to `output` and `errors` what it writes. Both sides are served at
 * once, so that neither waits for the other; a program that does not read to the end of its
 * input does no harm. Returns its exit status, 128 and the signal where it was killed, or
 * PROCESS_NOT_STARTED. SIGCHLD must not be ignored: the status would be lost. */
int process_run(const char *path, const char *const *arguments, const struct buf *input,
                struct buf *output, struct buf *errors);

#endif
