/* Text: how wide it is and where its lines break.
 *
 * Measuring goes through `struct text_metrics`: real fonts (fonts.h) for what
 * people see, fixed metrics for goldens that need no font. Line breaking exists
 * once, here, for figures and documents alike, over runs of different faces.
 * Lengths are in points; y grows downwards everywhere in the program. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_face { TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_ITALIC, TEXT_FACES };

/* A glyph, as far as layout and devices need it. */
struct text_glyph {
    int font;       /* enum style_font of the file that has it; -1: none has */
    double advance; /* in em */
};

struct text_metrics {
    struct text_glyph (*glyph)(void *self, enum text_face face, uint32_t codepoint);
    void *self;
    double ascent, descent; /* of a line in em, both positive */
};

/* Fixed metrics: every glyph of every face advances 0.5 em. */
const struct text_metrics *text_fixed_metrics(void);

/* Width in points of `length` bytes in one face; soft hyphens have none. */
double text_width(const struct text_metrics *metrics, enum text_face face, double size,
                  const char *text, size_t length);

/* True for letters of scripts that are written from right to left, which cannot be set yet. */
bool text_is_right_to_left(uint32_t codepoint);

/* A stretch of text in one face. Runs of one paragraph follow each other without
 * space between; a line feed in the text ends a line. */
struct text_run {
    const char *text; /* NUL-terminated, UTF-8 */
    enum text_face face;
    double size;
};

/* What of a run stands on a line. */
struct text_piece {
    size_t run;
    size_t start, length; /* bytes of the run's text, without a space at the line's end */
    double x, width;      /* from the line's left edge; with the hyphen, if any */
    bool hyphen;          /* a hyphen is to be drawn behind it */
};

struct text_line {
    double width;
    size_t first, count; /* of `pieces` */
};

struct text_lines {
    struct text_line *lines;
    size_t count;
    struct text_piece *pieces;
    double widest;
};

/* Breaks runs into lines of at most `width`. Breaks at spaces, after hyphens, dashes
 * and slashes, and at soft hyphens; not within "70 %" or before a dash. A word that
 * is wider than a line is divided with a hyphen where Danish compounds join, else
 * between syllables, and never loses a character. The result lives in `arena`;
 * empty text gives one empty line. */
struct text_lines text_wrap(struct arena *arena, const struct text_metrics *metrics,
                            const struct text_run *runs, size_t run_count, double width);

/* The bytes to draw for a piece (soft hyphens left out, a hyphen added); in `arena`. */
const char *text_piece_string(struct arena *arena, const struct text_run *runs,
                              const struct text_piece *piece);

#endif
