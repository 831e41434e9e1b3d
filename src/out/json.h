/* Writing JSON (RFC 8259).
 *
 * One member or element stands on each line, indented by two spaces a level, so that two
 * outputs can be compared line by line. The writer adds to a buffer and keeps only where it
 * stands: the caller ends what it begins, names the members of an object, each once, and
 * gives elements of an array no name (NULL). The first thing is an object or an array;
 * behind its end comes a line feed.
 *
 * Texts are UTF-8; bytes that are not (a file's name may hold anything) become U+FFFD.
 * What could disturb a terminal or a script (control characters, line and paragraph
 * separators) is escaped. Numbers do not depend on the locale. Nothing fails; a buffer
 * that is full says so itself. */
#ifndef OUT_JSON_H
#define OUT_JSON_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct json {
    struct buf *out; /* borrowed */
    unsigned depth;  /* objects and arrays that are open */
    bool filled;     /* something stands in the innermost of them */
};

void json_init(struct json *json, struct buf *out);

void json_begin_object(struct json *json, const char *name);
void json_end_object(struct json *json);
void json_begin_array(struct json *json, const char *name);
void json_end_array(struct json *json);

void json_add_string(struct json *json, const char *name, const char *text); /* NULL: null */
void json_add_count(struct json *json, const char *name, uint64_t count);
void json_add_bool(struct json *json, const char *name, bool value);

/* With at most `decimals` digits behind the point; what is no number (NaN, infinity) is null. */
void json_add_number(struct json *json, const char *name, double value, int decimals);

#endif
