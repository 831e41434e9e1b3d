/* What a document says, as text that tests can look into. */
#ifndef UNIT_DOC_TEXT_H
#define UNIT_DOC_TEXT_H

#include "doc/blocks.h"

/* Its blocks, one in the other, with what each of them is: for goldens. To be freed. */
char *doc_as_blocks(const struct doc *doc);
/* Its words: a paragraph a line, questions with a "?" before them. To be freed. */
char *doc_as_words(const struct doc *doc);

void assert_says(const char *text, const char *part);
void assert_silent(const char *text, const char *part);

#endif
