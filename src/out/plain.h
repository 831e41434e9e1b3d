/* Plain text: a document for a terminal, an e-mail, or whoever reads with other tools.
 *
 * The same content as the PDF, from the same blocks, in lines of a given width: headings
 * underlined, tables in columns where they are narrow enough and as records where not,
 * figures by their texts. The same document gives the same bytes. */
#ifndef OUT_PLAIN_H
#define OUT_PLAIN_H

#include "base/buf.h"
#include "doc/blocks.h"

enum { PLAIN_COLUMNS = 80 };

/* Adds the whole document in lines of at most `columns` characters, as far as words allow. */
void plain_write(struct buf *out, const struct doc *doc, int columns);

#endif
