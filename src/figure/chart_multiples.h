/* Small multiples: trends beside each other on one scale, so that they can be compared.
 *
 * Plain data in, a figure out; nothing of the model. All plots have the same axis of numbers
 * and the same axis of time, and one legend; what the legend calls a comparison should be the
 * same in all of them. Only indicators of one unit belong together. The rest is as in
 * chart_trend.h; a range and the finest ticks are those given here, not those of the trends.
 * Strings are borrowed: they must live as long as the figure. */
#ifndef FIGURE_CHART_MULTIPLES_H
#define FIGURE_CHART_MULTIPLES_H

#include "figure/chart_trend.h"

struct multiples {
    const char *title;          /* of the whole; drawn by the page, not here */
    const struct trend *trends; /* in reading order: row by row */
    size_t count;
    size_t per_row; /* at most; fewer where the width has no room for them */
    int decimals;   /* of the finest ticks */
    struct chart_range range;
};

/* Draws into `figure`, which is initialised and empty, and sets its title, alternative and
 * description. As wide as `width` points, 90 at least; `height` points is each plot, 0: what
 * suits the width. Never fails. Returns the figures as tables, one of each trend, which live
 * in the figure. */
const struct chart_table *chart_multiples(struct figure *figure, const struct multiples *multiples,
                                          const struct text_metrics *metrics,
                                          const struct chart_words *words, double width,
                                          double height);

#endif
