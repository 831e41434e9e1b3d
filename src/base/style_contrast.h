/* Contrast of a style's colours (WCAG 2.1, success criteria 1.4.3 and 1.4.11).
 *
 * One table says which colours stand on which in figures and documents: text needs 4.5:1,
 * lines and bars that say something 3:1. Hairlines between rows are decoration and stand
 * in it no more than pairs that are not used. A new use of a colour has its line there. */
#ifndef BASE_STYLE_CONTRAST_H
#define BASE_STYLE_CONTRAST_H

#include "base/style.h"

struct style_pair {
    enum style_color front, back;
    double least;    /* ratio that it needs */
    const char *use; /* N_(): what it is, for people */
};

/* All pairs; `*count` of them. */
const struct style_pair *style_pairs(size_t *count);

/* Relative luminance, from 0 to 1 (WCAG 2.1). */
double style_luminance(struct color color);
/* From 1 to 21. */
double style_contrast(struct color a, struct color b);
/* Of a pair, rounded down to one decimal: what is too weak never looks as if it were enough. */
double style_pair_contrast(const struct style *style, const struct style_pair *pair);
bool style_pair_holds(const struct style *style, const struct style_pair *pair);

/* Reports every pair that does not hold, where its colour was set; returns -1 if there is one. */
int style_check_contrasts(const struct style *style, struct diag_sink *sink);

#endif
