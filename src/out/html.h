/* HTML: a document as one page that holds all it needs.
 *
 * The same content as the PDF, from the same blocks: no script, nothing loaded from
 * elsewhere, readable on a phone and by a screen reader (WCAG 2.1 AA), and printed well.
 * Colours and type come from the house style. The same document gives the same bytes. */
#ifndef OUT_HTML_H
#define OUT_HTML_H

#include "base/buf.h"
#include "base/style.h"
#include "doc/blocks.h"

/* Adds the whole page. `generator`: "virkning 0.1.0". */
void html_write(struct buf *out, const struct doc *doc, const struct style *style,
                const char *generator);

#endif
