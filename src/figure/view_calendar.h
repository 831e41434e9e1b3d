/* The calendar views: activities, measurements and deadlines of a model over time, as a time
 * chart and as a year wheel. */
#ifndef FIGURE_VIEW_CALENDAR_H
#define FIGURE_VIEW_CALENDAR_H

#include "base/language.h"
#include "figure/figure.h"
#include "model/model.h"

struct calendar_options {
    double width;      /* points */
    struct date today; /* marked; not given: not */
    bool first_year;   /* the twelve months from `today` on, or from the beginning where that is
                           later or all is over, instead of the whole; only what has a date */
    size_t activities; /* at most so many; 0: all */
    bool dated;        /* without activities that have no date */
};

/* Draws into `figure`, which is initialised here and is to be released by the caller. Own
 * words are in `language`. Returns false, with nothing in the figure, where the model has no
 * date to show. Model and language must outlive the figure. */
bool figure_calendar(struct figure *figure, const struct model *model,
                     const struct text_metrics *metrics, const struct language *language,
                     const struct calendar_options *options);

/* The year wheel: what of the model falls within a calendar year. Otherwise as above; false
 * where nothing does. */
bool figure_year(struct figure *figure, const struct model *model,
                 const struct text_metrics *metrics, const struct language *language, int year,
                 double width);

#endif
