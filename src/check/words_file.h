/* Files of words, read into lists: words_file.c fills them, words.c looks things up. */
#ifndef CHECK_WORDS_FILE_H
#define CHECK_WORDS_FILE_H

#include "base/arena.h"
#include "check/words.h"

enum words_form { WORDS_FORM_WORD, WORDS_FORM_PAIR, WORDS_FORM_ADVICE };

/* A list while it is read. */
struct words_growing {
    struct words_entry **items;
    size_t count, capacity;
};

struct words_files {
    struct arena *arena; /* entries and their texts */
    struct words_growing lists[WORDS_LANGUAGES][WORDS_LISTS];
};

/* Adds what a file says, or takes it away. Reports what is wrong and returns -1, after
 * having read to its end. */
int words_read_file(struct words_files *files, const char *path, struct diag_sink *sink);

#endif
