/* The radar of themes: scores of one place in one or two waves, theme by theme around a
 * circle, as the Place Standard has them (14 themes from 1 to 7).
 *
 * Plain data in, a figure out; nothing of the model. The first theme is at the top, the others
 * follow clockwise. The lowest score is the innermost ring, not the middle, so that outlines
 * never collapse into a point. Outlines have no fill: the area says nothing, and depends on the
 * order of the themes. The earlier of two waves is dashed with open squares, the later one
 * solid with discs. An outline is open where a score is hidden, missing, no number or outside
 * the scale; the table says which, and a remark says what is outside. Labels stand beside the
 * circle and never meet. Strings are borrowed: they must live as long as the figure. */
#ifndef FIGURE_CHART_RADAR_H
#define FIGURE_CHART_RADAR_H

#include "figure/chart_data.h"
#include "figure/chart_words.h"
#include "figure/figure.h"

enum { RADAR_WAVES = 2 };

struct radar_theme {
    const char *label;
    const char *lang; /* NULL: as the figure */
    struct chart_value scores[RADAR_WAVES];
};

struct radar {
    const char *title;
    const char *theme_heading;      /* of the table's first column; NULL: "Category" */
    const char *waves[RADAR_WAVES]; /* labels, by date: "2024" */
    size_t wave_count;              /* 1 or 2 */
    const struct radar_theme *themes;
    size_t theme_count;
    int low, high; /* ends of the scale: 1 and 7; at most 20 steps apart */
    int decimals;  /* of scores, 0..9 */
};

/* Draws into `figure`, which is initialised and empty, and sets its title, alternative and
 * description. As wide as `width` points, 260 at least, and as high as circle and labels need.
 * Never fails. Returns the figures as a table, which lives in the figure. */
struct chart_table chart_radar(struct figure *figure, const struct radar *radar,
                               const struct text_metrics *metrics, const struct chart_words *words,
                               double width, bool without_title);

#endif
