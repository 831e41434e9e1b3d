/* Names of files as URI references (RFC 3986), for formats that want them so. */
#ifndef BASE_URI_H
#define BASE_URI_H

#include "base/buf.h"

/* Adds the reference of a file: a relative one for a relative path, one that begins with
 * file:/// for a path from the root. Every byte but letters, digits and -._~ is
 * percent-encoded, whatever encoding the name is in; "." and empty segments are left out.
 * A path from the root that goes back by ".." is resolved where the file is there, because
 * of links; in a relative path ".." stays. Where nothing is left it is "./". */
void uri_add_file(struct buf *out, const char *path);

#endif
