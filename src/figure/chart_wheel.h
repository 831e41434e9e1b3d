/* The year wheel (årshjul): the months of a year in a ring, and what happens in them around
 * it.
 *
 * Plain data in, a figure out; nothing of the model. January begins at the top, the months
 * follow clockwise; events of the first half of the year stand to the right of the ring, the
 * others to the left, each on lines of its own and joined to its month. Strings are borrowed:
 * they must live as long as the figure. */
#ifndef FIGURE_CHART_WHEEL_H
#define FIGURE_CHART_WHEEL_H

#include "figure/figure.h"

struct wheel_event {
    int month;         /* 1..12 */
    int day;           /* 1..31; 0: not known, the middle of the month */
    const char *id;    /* of the model's object; NULL: none */
    const char *label; /* what happens */
    const char *lang;  /* of the label; NULL: as the figure */
    const char *tag;   /* before it, in quiet: "20.3."; NULL: none */
    enum style_color color;
};

struct wheel {
    const char *year;           /* in the middle */
    const char *months[12];     /* short names */
    struct wheel_event *events; /* by date */
    size_t event_count;
    const char *own_lang; /* of months and tags */
};

/* Draws into `figure`, which is initialised and empty: as wide as `width` points, as high as
 * ring and events need. Never fails. */
void chart_wheel(struct figure *figure, const struct wheel *wheel,
                 const struct text_metrics *metrics, double width);

#endif
