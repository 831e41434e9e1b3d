/* What the files of a plot share; nobody else includes this. */
#ifndef FIGURE_CHART_PANEL_PARTS_H
#define FIGURE_CHART_PANEL_PARTS_H

#include "figure/chart_panel.h"

/* Points. */
#define PANEL_LANE 19.0    /* height of what stands below the axis without a height of its own */
#define PANEL_AXIS_GAP 4.0 /* between the numbers of the axis and the plot */
#define PANEL_MARK 3.0     /* from the middle of a mark to what it keeps free */

/* --- the data --- */

/* What of a series is drawn. */
enum {
    OCCURS_VALUE = 1,
    OCCURS_INTERVAL = 2,
    OCCURS_BASELINE = 4,
    OCCURS_HIDDEN = 8,
    OCCURS_MISSING = 16,
};

unsigned panel_occurrences(const struct trend_series *series);

/* A corner with date and number. */
bool panel_is_on_path(const struct trend_step *step);

/* Noon of the first day that a date can mean. */
double panel_first_noon(struct date date);

/* The stretch that a day is in: how many breaks are before it. */
size_t panel_stretch(const struct trend *trend, double day);

/* --- the plot --- */

double panel_right(const struct chart_panel *panel);
double panel_bottom(const struct chart_panel *panel);

/* Keeps of a line what lies within the heights of the plot; false: nothing. */
bool panel_clip(const struct chart_panel *panel, struct figure_point *a, struct figure_point *b);

/* Marks what labels should not cover; a line bit by bit. */
void panel_take(struct chart_panel *panel, double x, double y, double width, double height);
void panel_take_line(struct chart_panel *panel, struct figure_point from, struct figure_point to);

/* --- words --- */

bool panel_is_on_text(const struct chart_panel *panel, struct figure_rect rect);

/* Writes a label at the first of some places where it covers nothing that is drawn so far;
 * false: there is none. */
bool panel_write_label(struct chart_panel *panel, const char *text, const char *lang,
                       enum style_color color, const struct figure_point *places, size_t count);

/* The baseline of a label below a line at y, or above it. */
double panel_below(double y);
double panel_above(double y);

/* Remarks about this panel; the list is released. */
void panel_note(struct chart_panel *panel, const char *text);
void panel_note_list(struct chart_panel *panel, const char *text, struct buf *list);

/* --- parts of the drawing --- */

void panel_draw_ticks(struct chart_panel *panel);
void panel_draw_dates(struct chart_panel *panel);
void panel_draw_target(struct chart_panel *panel);
/* Comes last, when it is known what a label might cover. */
void panel_label_target(struct chart_panel *panel);
void panel_draw_path(struct chart_panel *panel);
/* Breaks, comparisons, the series itself, and signs for what has no height. */
void panel_draw_data(struct chart_panel *panel);

#endif
