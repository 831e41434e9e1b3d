/* Parts of the plain text writer: lines, prose broken into them, tables.
 *
 * A flow becomes a list of lines, without a line feed or spaces at the end; what holds it puts
 * its own signs before them and passes them on. Widths are columns of a terminal: a letter
 * has one, a combining sign none, a Chinese letter two. Everything lives in one arena. */
#ifndef OUT_PLAIN_PARTS_H
#define OUT_PLAIN_PARTS_H

#include "doc/blocks.h"
#include "text/text.h"

struct line {
    struct line *next;
    const char *text;
};

struct lines {
    struct line *first, *last;
    size_t count;
};

struct plain {
    const struct doc *doc;
    struct arena arena;
    struct text_metrics metrics; /* columns of a terminal */
};

/* Where a flow is written. */
struct room {
    int columns;
    bool tight; /* in cells and items: no empty lines between blocks */
};

void plain_init(struct plain *plain, const struct doc *doc);
/* Columns that a text takes in one line. */
int plain_columns(const struct plain *plain, const char *text);
bool plain_is_blank(const char *text);

/* --- lines (plain_lines.c) ------------------------------------------------------------ */

/* Adds a line; control characters are dropped, spaces at its end too. */
void lines_add(struct plain *plain, struct lines *lines, const char *text);
/* An empty line, unless one is there or nothing is above it. */
void lines_gap(struct plain *plain, struct lines *lines);
/* Adds `more` with `first` before its first line and `rest` before the others. */
void lines_append(struct plain *plain, struct lines *lines, const struct lines *more,
                  const char *first, const char *rest);
/* Adds a line of `columns` times `sign`. */
void lines_rule(struct plain *plain, struct lines *lines, const char *sign, int columns);
/* Writes them, but for empty lines at the end. */
void lines_write(struct buf *out, const struct lines *lines);
int lines_widest(const struct plain *plain, const struct lines *lines);
/* `count` spaces. */
const char *lines_indent(struct plain *plain, int count);

/* --- prose: words on their way to lines (plain_lines.c) ------------------------------- */

struct wrap {
    struct plain *plain;
    int columns;           /* of a line, without what it hangs by */
    struct text_run *runs; /* as they are measured */
    const char **whole;    /* beside them: what stands there and is never divided; NULL: the run */
    size_t count, run_capacity, whole_capacity;
};

void wrap_init(struct wrap *wrap, struct plain *plain, int columns);
void wrap_add_text(struct wrap *wrap, const char *text);
/* A run of a paragraph with its link, its mark of a note, and the signs of a chip. */
void wrap_add_run(struct wrap *wrap, const struct doc_run *run);
bool wrap_has_words(const struct wrap *wrap);
/* Adds the lines; all but the first begin with `hanging` spaces. */
void wrap_lines(struct wrap *wrap, struct lines *lines, int hanging);

/* --- blocks (plain.c) ----------------------------------------------------------------- */

/* Adds a flow from `block` on. */
void plain_flow(struct plain *plain, struct lines *lines, const struct doc_block *block,
                struct room room);
/* Adds "Label: text", what follows the first line hanging below. */
void plain_labelled(struct plain *plain, struct lines *lines, const char *label,
                    const struct doc_flow *flow, int columns);

/* --- tables (plain_table.c) ----------------------------------------------------------- */

void plain_table(struct plain *plain, struct lines *lines, const struct doc_table *table,
                 struct room room);

#endif
