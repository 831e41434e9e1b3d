/* Text in figures: broken into lines and written at a place. */
#ifndef FIGURE_WORDS_H
#define FIGURE_WORDS_H

#include "figure/figure.h"

/* A kind of text: face, size and line height in points. */
struct words_type {
    enum text_face face;
    double size, leading;
};

/* A text broken into lines; with a lead ("A"), that is its first run. */
struct words {
    struct text_lines lines;
    const struct text_run *runs;
    double size, leading; /* points */
    double width;         /* points: of the room, at whose right a line of Arabic begins */
    bool led;
    const char *lead_lang; /* NULL, unless set by the caller: as the figure */
};

/* Breaks `text` (NULL: none) into lines of at most `width` points, with `lead` before it in
 * semibold (NULL: none). The result lives in the figure. */
struct words words_wrap(struct figure *figure, const struct text_metrics *metrics,
                        const struct words_type *type, const char *lead, const char *text,
                        double width);
double words_height(const struct words *words);

/* Writes them with their top left corner at x, y; a lead in a quiet colour. `box`: see struct
 * figure_text. */
void words_write(struct figure *figure, const struct text_metrics *metrics,
                 const struct words *words, const char *lang, enum style_color color, double x,
                 double y, size_t box);

#endif
