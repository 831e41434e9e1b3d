/* The words of findings on paper: a steering group knows nothing of elements and attributes, so
 * what a message says of them is said in plain words there. The messages themselves, as the command
 * line prints them, keep the names that are to be written. */
#ifndef REPORT_PAPER_WORDS_H
#define REPORT_PAPER_WORDS_H

#include "base/buf.h"
#include "base/language.h"

/* What stands in messages, and what is said instead: English, for language_text(). Tests see to
 * it that each still stands in a message, in each language. */
struct paper_phrase {
    const char *file, *paper;
};

const struct paper_phrase *paper_phrases(size_t *count);

/* Says in plain words what a message in this language says of elements and attributes. */
void paper_words(struct buf *text, const struct language *language);

/* Leaves such things out instead: brackets that hold nothing else, then whole sentences, unless
 * nothing would be left. */
void paper_without_markup(struct buf *text);

#endif
