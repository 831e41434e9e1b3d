/* The headings of a document, in reading order: collected before anything is laid out or
 * written, so that links and the list of contents know what will come.
 *
 * A heading is in the list exactly if the devices will meet it, and in the same order: not in a
 * table without columns, which is left out. Nothing is copied: the list lives in the arena that
 * it is collected into, and its headings in the document. Nothing here can fail. */
#ifndef DOC_HEADINGS_H
#define DOC_HEADINGS_H

#include "doc/blocks.h"

struct heading_list {
    const struct doc_heading **items;
    size_t count, capacity;
    bool titled;   /* a title comes before the first heading */
    size_t *slots; /* by hash of an id: the heading's place in the list + 1 */
    size_t slot_count;
};

/* Where the text of a footnote is met: at its first mark, or after the body. */
enum heading_notes { HEADING_NOTES_AT_MARKS, HEADING_NOTES_LAST };

void heading_list_collect(struct heading_list *list, struct arena *memory, const struct doc *doc,
                          enum heading_notes notes);
/* The place of the first heading with an id; `count` where none has it. */
size_t heading_list_find(const struct heading_list *list, const char *id);
/* The level from 1 to 6 of the structure for a heading of level `level`, without jumps: below a
 * title, which is 1, headings of level 1 are 2. `*last` is how deep the one before was, 0 before
 * the first one. */
int heading_list_level(const struct heading_list *list, int *last, int level);

#endif
