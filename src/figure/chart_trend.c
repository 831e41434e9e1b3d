/* The trend chart; see chart_trend.h. */
#include "figure/chart_trend.h"

#include "figure/chart_panel.h"

#include <math.h>

/* Points. */
#define HEIGHT_SHARE 0.32 /* of the width, where no height is asked for */
#define HEIGHT_LEAST 60.0
#define HEIGHT_MOST 150.0
#define PLOT_LEAST 30.0
#define PER_TICK 26.0
#define LEGEND_GAP 4.0

static const struct words_type remark_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

/* --- the whole --------------------------------------------------------------------------- */

static double plot_height(const struct trend_options *options, double width)
{
    if (options->height > 0 && isfinite(options->height))
        return fmax(options->height, PLOT_LEAST);
    return fmin(fmax(width * HEIGHT_SHARE, HEIGHT_LEAST), HEIGHT_MOST);
}

static double draw_plot(struct chart_pen *pen, const struct trend *trend, double y, double width,
                        double height, struct chart_notes *notes)
{
    struct chart_extent extent;
    chart_extent_init(&extent);
    chart_panel_measure(trend, &extent);
    struct chart_panel panel = {.pen = pen, .trend = trend, .notes = notes};
    panel.scale = chart_scale_make(&extent, &trend->range, trend->decimals,
                                   (size_t)fmin(fmax(height / PER_TICK, 2), 8));
    panel.time = chart_time_make(&extent);
    panel.lane = chart_panel_has_lane(trend);
    double axis = chart_panel_axis_width(pen, &panel.scale);
    double extra = chart_panel_extra(panel.lane);
    panel.plot = (struct figure_rect){axis, y + CHART_PANEL_ABOVE, width - axis, height};
    chart_panel_draw(&panel);
    return y + height + extra;
}

struct chart_table chart_trend(struct figure *figure, const struct trend *trend,
                               const struct text_metrics *metrics, const struct chart_words *words,
                               const struct trend_options *options)
{
    struct chart_pen pen = {figure, metrics, words};
    struct chart_notes notes = {0};
    struct chart_legend legend = {0};
    double width = fmax(options->width, CHART_LEAST_WIDTH), y = 0;
    if (!options->without_title)
        y = chart_write_title(&pen, trend->title, 0, y, width);
    y = chart_write_words(&pen, &remark_type, trend->remark, NULL, STYLE_INK, 0, y, width);
    y = draw_plot(&pen, trend, y, width, plot_height(options, width), &notes);
    chart_panel_explain(&pen, trend, &legend);
    y = chart_legend_draw(&pen, &legend, y + LEGEND_GAP, width);
    y = chart_write_notes(&pen, &notes, y, width);
    struct chart_table table = chart_trend_table(&pen, trend);
    chart_describe(&pen, &table, 1, &notes);
    figure->title = trend->title;
    figure->alternative = chart_trend_alternative(&pen, trend);
    figure->own_lang = words->lang;
    figure->width = width;
    figure->height = y + 1;
    return table;
}
