/* The time chart; see chart_gantt.h. */
#include "figure/chart_gantt.h"

#include "figure/chart_parts.h"

#include <math.h>
#include <stdlib.h>

/* Points. */
#define LABELS_SHARE 0.26 /* of the width */
#define LABEL_GAP 8.0
#define AXIS_HEIGHT 14.0
#define ROW_LEAST 17.0
#define ROW_PADDING 5.0
#define BAR_HEIGHT 9.0
#define BAR_LEAST 3.0
#define LANE_GAP 2.0
#define MARK_WIDTH 5.0
#define GRID_WIDTH 0.5
#define OPEN_LINE 0.75

static const struct words_type label_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

struct chart {
    struct chart_pen pen;
    const struct gantt *gantt;
    double left, right; /* of the axis */
    double first, days; /* first day of the axis, counted from 1970, and how many it has */
};

static double day_of(struct date date)
{
    return (double)(date_seconds(date) / 86400);
}

static double x_of_day(const struct chart *chart, double day)
{
    double share = (day - chart->first) / chart->days;
    return chart->left + fmin(fmax(share, 0), 1) * (chart->right - chart->left);
}

/* --- bars ------------------------------------------------------------------------------ */

static void look_of(enum gantt_look look, struct figure_box *box)
{
    switch (look) {
    case GANTT_WORK:
        box->fill = box->line = STYLE_ACCENT;
        box->role = "work";
        break;
    case GANTT_OPEN:
        box->fill = STYLE_WAITING_FILL;
        box->line = STYLE_WAITING;
        box->line_width = OPEN_LINE;
        box->dashed = true;
        box->role = "open";
        break;
    case GANTT_MEASURE:
        box->fill = box->line = STYLE_ACCENT_3;
        box->role = "measure";
        break;
    case GANTT_MARK:
        box->fill = box->line = STYLE_HEADING;
        box->role = "mark";
        break;
    }
}

/* Where a bar begins and ends; a mark is as wide as it can be seen, whatever the scale. */
static void extent_of(const struct chart *chart, const struct gantt_bar *bar, double *x,
                      double *end)
{
    *x = date_given(bar->from) ? x_of_day(chart, day_of(date_first_day(bar->from))) : chart->left;
    *end = date_given(bar->to) ? x_of_day(chart, day_of(date_last_day(bar->to)) + 1) : chart->right;
    double least = bar->look == GANTT_MARK ? MARK_WIDTH : BAR_LEAST;
    if (*end - *x < least)
        *end = *x + least;
    if (*end > chart->right) {
        *x = fmin(*x, chart->right - least);
        *end = chart->right;
    }
}

static bool is_on_axis(const struct chart *chart, const struct gantt_bar *bar)
{
    bool over = date_given(bar->to) && day_of(date_last_day(bar->to)) < chart->first;
    bool later =
        date_given(bar->from) && day_of(date_first_day(bar->from)) >= chart->first + chart->days;
    return !over && !later;
}

/* A bar that is shown: where, and in which lane of its row. */
struct placed {
    const struct gantt_bar *bar;
    double x, end;
    size_t lane;
};

static void draw_bar(struct chart *chart, const struct placed *placed, double y)
{
    struct figure_box box = {
        .id = placed->bar->id,
        .title = placed->bar->title,
        .lang = placed->bar->lang,
        .x = placed->x,
        .y = y + (double)placed->lane * (BAR_HEIGHT + LANE_GAP),
        .width = placed->end - placed->x,
        .height = BAR_HEIGHT,
        .radius = 1.5,
    };
    look_of(placed->bar->look, &box);
    *figure_add_box(chart->pen.figure) = box;
}

/* From left to right; of those that begin together, the longest first, else as they came. */
static int by_place(const void *pa, const void *pb)
{
    const struct placed *a = pa, *b = pb;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return a->bar < b->bar ? -1 : a->bar > b->bar;
}

/* Gives each of the bars, which are sorted, the first lane that is free where it begins;
 * returns how many lanes there are. */
static size_t share_lanes(const struct chart *chart, struct placed *placed, size_t count)
{
    double *ends = arena_array(&chart->pen.figure->arena, count + 1, sizeof *ends);
    size_t lanes = 0;
    for (size_t i = 0; i < count; i++) {
        size_t lane = 0;
        while (lane < lanes && placed[i].x < ends[lane] + 1)
            lane++;
        lanes += lane == lanes;
        ends[lane] = placed[i].end;
        placed[i].lane = lane;
    }
    return lanes;
}

/* Places the bars of a row that are on the axis; returns how many there are. */
static size_t place_bars(const struct chart *chart, const struct gantt_row *row,
                         struct placed *placed, size_t *lanes)
{
    size_t count = 0;
    for (size_t i = 0; i < row->bar_count; i++) {
        if (!is_on_axis(chart, &row->bars[i]))
            continue;
        struct placed *bar = &placed[count++];
        bar->bar = &row->bars[i];
        extent_of(chart, bar->bar, &bar->x, &bar->end);
    }
    qsort(placed, count, sizeof *placed, by_place);
    *lanes = share_lanes(chart, placed, count);
    return count;
}

/* Draws a row with its top at y, where there is something to show; returns the y below it. */
static double draw_row(struct chart *chart, const struct gantt_row *row, double y)
{
    struct placed *placed =
        arena_array(&chart->pen.figure->arena, row->bar_count + 1, sizeof *placed);
    size_t lanes, count = place_bars(chart, row, placed, &lanes);
    if (!count && !row->always)
        return y;
    struct words label = words_wrap(chart->pen.figure, chart->pen.metrics, &label_type, row->lead,
                                    row->label, chart->left - LABEL_GAP);
    double bars = fmax((double)lanes * (BAR_HEIGHT + LANE_GAP) - LANE_GAP, 0);
    double height = fmax(fmax(ROW_LEAST, words_height(&label) + ROW_PADDING), bars + ROW_PADDING);
    double middle = y + height / 2;
    words_write(chart->pen.figure, chart->pen.metrics, &label, row->lang, STYLE_INK, 0,
                middle - words_height(&label) / 2, 0);
    for (size_t i = 0; i < count; i++)
        draw_bar(chart, &placed[i], middle - bars / 2);
    return y + height;
}

/* --- axis ------------------------------------------------------------------------------ */

/* A line of the grid is a box, because boxes are drawn in turn and so it stays behind the bars;
 * its length is known when all rows are drawn. */
static void add_grid_line(struct chart *chart, double x)
{
    *figure_add_box(chart->pen.figure) = (struct figure_box){
        .role = "rule",
        .x = fmin(x, chart->right - GRID_WIDTH),
        .y = AXIS_HEIGHT,
        .width = GRID_WIDTH,
        .fill = STYLE_RULE,
        .line = STYLE_RULE,
    };
}

static void draw_tick(struct chart *chart, size_t i)
{
    const struct gantt *gantt = chart->gantt;
    double x = x_of_day(chart, day_of(gantt->ticks[i].date));
    double end = i + 1 < gantt->tick_count ? x_of_day(chart, day_of(gantt->ticks[i + 1].date))
                                           : chart->right;
    add_grid_line(chart, x);
    double width = chart_width(&chart->pen, gantt->ticks[i].label);
    if (width <= end - x)
        chart_write(&chart->pen, gantt->ticks[i].label, gantt->own_lang, STYLE_QUIET,
                    (x + end - width) / 2, CHART_TEXT_SIZE);
}

static void draw_today(struct chart *chart, double bottom)
{
    const struct gantt *gantt = chart->gantt;
    if (!date_given(gantt->today))
        return;
    double day = day_of(date_first_day(gantt->today));
    if (day < chart->first || day >= chart->first + chart->days)
        return;
    double x = x_of_day(chart, day);
    struct figure_curve *line = figure_add_line(chart->pen.figure, x, AXIS_HEIGHT, x, bottom);
    line->role = "today";
    line->title = gantt->today_label;
    line->color = STYLE_MISSING;
    line->width = 1;
    line->dashed = true;
    double width = chart_width(&chart->pen, gantt->today_label);
    chart_write(&chart->pen, gantt->today_label, gantt->own_lang, STYLE_MISSING,
                fmin(fmax(x - width / 2, chart->left), chart->right - width),
                bottom + CHART_TEXT_LEADING);
}

void chart_gantt(struct figure *figure, const struct gantt *gantt,
                 const struct text_metrics *metrics, double width)
{
    struct chart chart = {
        .pen = {.figure = figure, .metrics = metrics},
        .gantt = gantt,
        .left = width * LABELS_SHARE,
        .right = width,
        .first = day_of(date_first_day(gantt->from)),
    };
    chart.days = fmax(day_of(date_last_day(gantt->to)) + 1 - chart.first, 1);
    double y = AXIS_HEIGHT + 2;
    for (size_t i = 0; i < gantt->tick_count; i++)
        draw_tick(&chart, i);
    for (size_t i = 0; i < gantt->row_count; i++)
        y = draw_row(&chart, &gantt->rows[i], y);
    for (size_t i = 0; i < gantt->tick_count; i++)
        figure->boxes[i].height = y - AXIS_HEIGHT;
    draw_today(&chart, y);
    figure->width = width;
    figure->height = y + CHART_TEXT_LEADING + 4;
}
