/* Short texts in plain Markdown, for a terminal: headings underlined, paragraphs and lists
 * wrapped, code indented and left as it is. Knows what the rule pages use, no more. */
#ifndef BASE_MARKDOWN_H
#define BASE_MARKDOWN_H

#include "base/buf.h"

#include <stddef.h>

/* Adds `text` (UTF-8) in lines of at most `columns` characters, as far as its words allow. */
void markdown_add(struct buf *out, const char *text, size_t columns);

/* The text of the first heading, without its marks; `*length` bytes of `text`; NULL: none. */
const char *markdown_title(const char *text, size_t *length);

#endif
