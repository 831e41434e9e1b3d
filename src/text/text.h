/* Text: its glyphs, how wide it is and where its lines break.
 *
 * Characters become glyphs through `struct text_metrics`: real fonts (fonts.h) for what
 * people see, fixed metrics for goldens that need no font. What is measured and what is
 * drawn go through the same words, so that they are equally wide: a text is shaped word by
 * word, where spaces, dashes and slashes are words of their own. Line breaking exists once,
 * here, for figures and documents alike, over runs of different faces. Writing from right
 * to left stands in its lines as the bidirectional algorithm (UAX #9) has it, and is always
 * handed on in the order in which it is read. Lengths are in points, where nothing else is
 * said; y grows downwards everywhere in the program. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_face { TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_ITALIC, TEXT_FACES };

/* How a text runs. Pieces of a line run one way; of other texts the first letter that has a
 * direction says it, and words of the other direction run theirs. */
enum text_direction { TEXT_MIXED, TEXT_LEFT_TO_RIGHT, TEXT_RIGHT_TO_LEFT };

/* A glyph, and the characters that it stands for. Mostly one has one; a ligature has several,
 * and the further glyphs of a character that needs more than one have none. */
struct text_glyph {
    int font;               /* enum style_font of the file that has it; -1: none has */
    uint32_t id;            /* its number in that file; where none has it, the character */
    uint32_t start, length; /* its characters, bytes of the text */
    double advance;         /* em */
    double x, y;            /* em, y upwards: from where it would stand by the advances */
};

struct text_glyphs {
    struct text_glyph *items;
    size_t count, capacity;
};

struct text_metrics {
    /* Adds the glyphs of a word (up to TEXT_LONGEST_WORD bytes) that runs one way, in the
     * order in which it is read. */
    void (*shape)(void *self, enum text_face face, bool right_to_left, const char *word,
                  size_t length, struct text_glyphs *out);
    void *self;
    double ascent, descent; /* of a line in em, both positive */
};

enum { TEXT_LONGEST_WORD = 256 }; /* bytes that are shaped together */

/* Adds a glyph for each character of a word, as wide as `advance` says, in em: the shape() of
 * metrics that need no font. */
void text_shape_plainly(struct text_glyphs *out, const char *word, size_t length,
                        double (*advance)(uint32_t codepoint));

/* Fixed metrics: every character of every face advances 0.5 em. */
const struct text_metrics *text_fixed_metrics(void);

/* Width in points of `length` bytes in one face; soft hyphens have none. */
double text_width(const struct text_metrics *metrics, enum text_face face, double size,
                  const char *text, size_t length);

/* --- strings to draw -------------------------------------------------------------------- */

struct text_string {
    const char *text;
    enum text_face face;
    enum text_direction direction;
    double width; /* em, as measured: where what runs from right to left begins */
    bool space;   /* behind it comes a space, which hangs over */
};

/* A string as glyphs in the order in which it is read. Their x is where they stand, in em
 * from the string's left edge. Zero it first, then use it again for as many strings as there
 * are. */
struct text_setting {
    struct buf text; /* what `start` and `length` of the glyphs refer to */
    struct text_glyphs glyphs;
};

void text_set(struct text_setting *setting, const struct text_metrics *metrics,
              const struct text_string *string);
void text_setting_release(struct text_setting *setting);

/* --- lines ------------------------------------------------------------------------------ */

/* A stretch of text in one face. Runs of one paragraph follow each other without
 * space between; a line feed in the text ends a line. */
struct text_run {
    const char *text; /* NUL-terminated, UTF-8 */
    enum text_face face;
    double size;
};

/* What of a run stands on a line and runs one way. */
struct text_piece {
    size_t run;
    size_t start, length; /* bytes of the run's text, without a space at the line's end */
    double x, width;      /* from the line's left edge; with the hyphen, if any */
    enum text_direction direction;
    bool hyphen; /* a hyphen is to be drawn behind it */
};

struct text_line {
    double width;
    size_t first, count; /* of `pieces`, in the order in which they are read */
    bool right_to_left;  /* the text as a whole is: the line begins at the right */
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
