/* One plot of a trend, and what trend and small multiples share; nobody else includes this. */
#ifndef FIGURE_CHART_PANEL_H
#define FIGURE_CHART_PANEL_H

#include "figure/chart_parts.h"
#include "figure/chart_scale.h"
#include "figure/chart_trend.h"

#define CHART_PANEL_ABOVE 12.0 /* points: room above the plot for a label */

/* A point at its place. */
struct panel_point {
    const struct trend_point *point;
    enum chart_state state;
    double day;
    struct figure_point at; /* of its value, also where that lies outside the plot */
    size_t stretch;         /* number of the stretch without a break */
};

struct panel_points {
    struct panel_point *items; /* by date */
    size_t count;
};

/* The dated points of a series by date; places are not set. */
struct panel_points chart_panel_sort(struct arena *arena, const struct trend_series *series);

/* The day of a corner of the expected path. */
double chart_panel_path_day(const struct trend *trend, size_t step);

/* Adds what a trend needs of its axes. */
void chart_panel_measure(const struct trend *trend, struct chart_extent *extent);

/* Adds what of a trend is explained in the legend. */
void chart_panel_explain(struct chart_pen *pen, const struct trend *trend,
                         struct chart_legend *legend);

/* True where something stands below the axis for what has no height. */
bool chart_panel_has_lane(const struct trend *trend);

struct chart_panel {
    struct chart_pen *pen;
    const struct trend *trend;
    double left; /* of the whole, with the numbers of the axis */
    struct figure_rect plot;
    struct chart_scale scale; /* its places are set by the panel */
    struct chart_time time;   /* the same */
    bool lane;
    const char *name; /* before remarks that are about this panel; NULL: it is alone */
    struct chart_notes *notes;
    struct buf outside;        /* what lies outside the axis; a list */
    struct figure_rect *taken; /* what labels should not cover */
    size_t taken_count, taken_capacity;
    size_t first_text; /* of this panel */
};

/* How wide the numbers of the axis are. */
double chart_panel_axis_width(struct chart_pen *pen, const struct chart_scale *scale);
/* How much of a panel's height is not plot. */
double chart_panel_extra(bool lane);

/* Draws the plot, with labels of the axes to the left and below. */
void chart_panel_draw(struct chart_panel *panel);

/* The alternative and the table of a trend. */
const char *chart_trend_alternative(struct chart_pen *pen, const struct trend *trend);
struct chart_table chart_trend_table(struct chart_pen *pen, const struct trend *trend);

#endif
