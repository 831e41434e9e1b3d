/* Characters and words: what the files of the room share about them; nobody else includes
 * this.
 *
 * Words are what is shaped together. They end at spaces, hyphens, dashes and slashes, each
 * of which is a word of its own: so a line may end at any of these without a change of
 * width, and words come again and again and need to be shaped only once. */
#ifndef TEXT_UNITS_H
#define TEXT_UNITS_H

#include "text/text.h"

enum {
    NO_BREAK_SPACE = 0xA0,
    EN_DASH = 0x2013,
    ZERO_WIDTH_SPACE = 0x200B,
};

/* Characters that steer lines and are never drawn. */
bool units_is_invisible(uint32_t codepoint);

/* Characters that are words of their own. */
bool units_stands_alone(uint32_t codepoint);

/* Adds what is visible of a text, as well-formed UTF-8. */
void units_add_visible(struct buf *out, const char *text, size_t length);

/* Bytes of the word at the start of a text without invisible characters. */
size_t units_word_length(const char *text, const char *end);

/* Width of a word (which may be empty) in em; its glyphs are left in `scratch`. */
double units_shape_word(const struct text_metrics *metrics, enum text_face face, bool right_to_left,
                        const char *word, size_t length, struct text_glyphs *scratch);

/* One character of the runs, laid end to end. */
struct unit {
    uint32_t codepoint;
    uint32_t run;
    size_t offset, length; /* bytes in its run */
    double width;          /* points; of the word up to it, less that up to the one before */
    int8_t level;          /* odd: it runs from right to left */
    int8_t paragraph;      /* the level of its paragraph */
    bool begins;           /* a word */
};

struct units {
    const struct text_metrics *metrics;
    const struct text_run *runs;
    struct unit *items;
    size_t count, capacity;
    struct text_glyphs glyphs; /* of the word that was shaped last */
};

/* Takes the characters of runs (borrowed) apart and measures them. Zero `units` but for
 * the metrics, and release it in any case. */
void units_read(struct units *units, const struct text_run *runs, size_t run_count);
void units_release(struct units *units);

/* Width of the characters [first, end) of one word if it were only these. */
double units_part_width(struct units *units, size_t first, size_t end);

/* Ends a word before `at`: what stands on either side is measured anew. */
void units_cut(struct units *units, size_t at);

#endif
