/* The series of a plot, their breaks, and what of them has no height. */
#include "figure/chart_panel_parts.h"

#include <math.h>
#include <stdint.h>

/* Points. */
#define LANE_SIGN 6.0  /* from the axis to the middle of the sign */
#define LANE_WORD 16.0 /* to the baseline of its word */
#define LABEL_GAP 2.5
#define BREAK_ABOVE 8.0 /* how far the line of a break reaches above the plot */
#define BREAK_ROOM 5.0  /* between the line of a break and a point */
#define LINE_SERIES 1.6
#define LINE_OTHER 1.0
#define LINE_PAIR 0.6
#define LINE_PATH 0.9
#define ARROW_LENGTH 9.0
#define CAP_REACH 1.75

/* --- breaks ------------------------------------------------------------------------------ */

/* Where the line of a break stands: at its date, or between the waves where that is too near
 * to one of them. */
static double break_x(const struct chart_panel *panel, const struct panel_points *points,
                      double day)
{
    double x = chart_time_at(&panel->time, day), before = -INFINITY, after = INFINITY;
    for (size_t i = 0; i < points->count; i++) {
        if (points->items[i].day < day)
            before = points->items[i].at.x;
        else
            after = fmin(after, points->items[i].at.x);
    }
    if (x - before >= BREAK_ROOM && after - x >= BREAK_ROOM)
        return x;
    if (isfinite(before) && isfinite(after))
        return (before + after) / 2;
    return isfinite(before) ? before + BREAK_ROOM : after - BREAK_ROOM;
}

static bool label_break(struct chart_panel *panel, const char *word, const char *lang, double x)
{
    enum { ROWS = 4 };
    struct figure_point places[2 * ROWS];
    double width = chart_width(panel->pen, word);
    for (size_t i = 0; i < ROWS; i++) {
        double y = panel_above(panel->plot.y) + CHART_TEXT_LEADING * (double)i;
        places[2 * i] = (struct figure_point){x + LABEL_GAP, y};
        places[2 * i + 1] = (struct figure_point){x - LABEL_GAP - width, y};
    }
    return panel_write_label(panel, word, lang, STYLE_MISSING, places, 2 * ROWS);
}

/* Dates of breaks that are to be named below. */
static void draw_breaks(struct chart_panel *panel, const struct panel_points *points,
                        struct buf *unnamed)
{
    struct chart_pen *pen = panel->pen;
    const struct trend *trend = panel->trend;
    for (size_t i = 0; i < trend->break_count; i++) {
        const struct trend_break *series_break = &trend->breaks[i];
        const char *date = chart_date(pen, series_break->date);
        if (!date_given(series_break->date))
            continue;
        double x = break_x(panel, points, panel_first_noon(series_break->date));
        if (!(x >= panel->plot.x && x <= panel_right(panel))) {
            chart_list_add(pen, unnamed, date);
            continue;
        }
        struct figure_curve *line =
            chart_line(pen, "break", (struct figure_point){x, panel->plot.y - BREAK_ABOVE},
                       (struct figure_point){x, panel_bottom(panel)}, STYLE_MISSING, LINE_PATH);
        line->dashed = true;
        line->title = date;
        panel_take_line(panel, line->points[0], line->points[3]);
    }
}

static void label_breaks(struct chart_panel *panel, const struct panel_points *points,
                         struct buf *unnamed)
{
    struct chart_pen *pen = panel->pen;
    const struct trend *trend = panel->trend;
    for (size_t i = 0; i < trend->break_count; i++) {
        const struct trend_break *series_break = &trend->breaks[i];
        if (!date_given(series_break->date))
            continue;
        double x = break_x(panel, points, panel_first_noon(series_break->date));
        bool own = !series_break->word;
        if (x >= panel->plot.x && x <= panel_right(panel) &&
            !label_break(panel, own ? pen->words->series_break : series_break->word,
                         own ? pen->words->lang : NULL, x))
            chart_list_add(pen, unnamed, chart_date(pen, series_break->date));
    }
}

/* --- series ------------------------------------------------------------------------------ */

struct series_look {
    const char *line, *interval, *point; /* roles */
    enum style_color color;
    enum chart_mark mark;
    double width;
    bool capped;
};

static void place_points(const struct chart_panel *panel, struct panel_points *points)
{
    for (size_t i = 0; i < points->count; i++) {
        struct panel_point *point = &points->items[i];
        point->stretch = panel_stretch(panel->trend, point->day);
        point->at.x = chart_time_at(&panel->time, point->day);
        if (point->state == CHART_SHOWN)
            point->at.y = chart_scale_at(&panel->scale, point->point->value.value);
    }
}

/* Several points of one date. */
static bool is_alone(const struct panel_points *points, size_t i)
{
    return (!i || points->items[i - 1].day != points->items[i].day) &&
           (i + 1 == points->count || points->items[i + 1].day != points->items[i].day);
}

static bool is_joined(const struct panel_points *points, size_t i)
{
    const struct panel_point *a = &points->items[i - 1], *b = &points->items[i];
    return a->state == CHART_SHOWN && b->state == CHART_SHOWN && a->stretch == b->stretch &&
           is_alone(points, i - 1) && is_alone(points, i);
}

/* How many values the stretch of a point has. */
static size_t stretch_count(const struct panel_points *points, size_t stretch)
{
    size_t count = 0;
    for (size_t i = 0; i < points->count; i++)
        count += points->items[i].stretch == stretch && points->items[i].state == CHART_SHOWN;
    return count;
}

static void join_points(struct chart_panel *panel, const struct panel_points *points,
                        const struct series_look *look)
{
    struct chart_pen *pen = panel->pen;
    size_t counted = SIZE_MAX, count = 0;
    for (size_t i = 1; i < points->count; i++) {
        if (!is_joined(points, i))
            continue;
        if (points->items[i].stretch != counted) {
            counted = points->items[i].stretch;
            count = stretch_count(points, counted);
        }
        bool pair = count < 3;
        if (pair)
            chart_note(pen, panel->notes, pen->words->comparison);
        struct figure_point from = points->items[i - 1].at, to = points->items[i].at;
        if ((pair && panel->trend->pair == TREND_PAIR_APART) || !panel_clip(panel, &from, &to))
            continue;
        chart_line(pen, look->line, from, to, look->color, pair ? LINE_PAIR : look->width);
        panel_take_line(panel, from, to);
    }
}

static void draw_interval(struct chart_panel *panel, const struct panel_point *point,
                          const struct series_look *look)
{
    struct chart_pen *pen = panel->pen;
    const struct chart_value *value = &point->point->value;
    if (!chart_has_interval(value))
        return;
    double x = point->at.x;
    struct figure_point top = {x, chart_scale_at(&panel->scale, chart_interval_high(value))};
    struct figure_point bottom = {x, chart_scale_at(&panel->scale, chart_interval_low(value))};
    const struct figure_point ends[] = {top, bottom};
    if (!panel_clip(panel, &top, &bottom))
        return;
    chart_line(pen, look->interval, top, bottom, look->color, look->capped ? 0.7 : 1.2);
    panel_take_line(panel, top, bottom);
    for (size_t i = 0; look->capped && i < 2; i++)
        if (ends[i].y >= panel->plot.y && ends[i].y <= panel_bottom(panel))
            chart_line(pen, "cap", (struct figure_point){x - CAP_REACH, ends[i].y},
                       (struct figure_point){x + CAP_REACH, ends[i].y}, look->color, 0.7);
}

/* "May 2018: 55 %" */
static const char *point_title(struct chart_panel *panel, const struct panel_point *point)
{
    const struct trend *trend = panel->trend;
    return chart_message2(
        panel->pen, "{1}: {2}", chart_date(panel->pen, point->point->date),
        chart_amount(panel->pen, point->point->value.value, trend->decimals, trend->unit));
}

/* An arrow at the edge, for a value outside the axis. */
static void draw_beyond(struct chart_panel *panel, const struct panel_point *point,
                        const struct series_look *look)
{
    bool high = point->at.y < panel->plot.y;
    double edge = high ? panel->plot.y : panel_bottom(panel);
    struct figure_point tip = {point->at.x, edge};
    struct figure_point back = {point->at.x, edge + (high ? ARROW_LENGTH : -ARROW_LENGTH)};
    struct figure_curve *arrow =
        chart_line(panel->pen, "beyond", back, tip, look->color, LINE_OTHER);
    arrow->arrow = true;
    arrow->title = point_title(panel, point);
    panel_take_line(panel, back, tip);
    chart_list_add(panel->pen, &panel->outside, arrow->title);
}

static void draw_point(struct chart_panel *panel, const struct panel_point *point,
                       const struct series_look *look)
{
    if (!chart_scale_holds(&panel->scale, point->point->value.value)) {
        draw_beyond(panel, point, look);
        return;
    }
    enum chart_mark mark =
        point->point->baseline && look->mark == CHART_DISC ? CHART_RING : look->mark;
    struct figure_curve *curve =
        chart_draw_mark(panel->pen, look->point, mark, point->at, look->color);
    curve->title = point_title(panel, point);
    panel_take(panel, point->at.x - PANEL_MARK, point->at.y - PANEL_MARK, 2 * PANEL_MARK,
               2 * PANEL_MARK);
}

static void draw_series(struct chart_panel *panel, const struct panel_points *points,
                        const struct series_look *look)
{
    join_points(panel, points, look);
    for (size_t i = 0; i < points->count; i++)
        if (points->items[i].state == CHART_SHOWN)
            draw_interval(panel, &points->items[i], look);
    for (size_t i = 0; i < points->count; i++)
        if (points->items[i].state == CHART_SHOWN)
            draw_point(panel, &points->items[i], look);
}

static void draw_others(struct chart_panel *panel)
{
    const struct trend *trend = panel->trend;
    for (size_t i = 0; i < trend->other_count; i++) {
        struct panel_points points =
            chart_panel_sort(&panel->pen->figure->arena, &trend->others[i]);
        struct series_look look = {
            "other-line",     "other-interval", "other-point", STYLE_INTERPRETED,
            chart_mark_of(i), LINE_OTHER,       true};
        place_points(panel, &points);
        draw_series(panel, &points, &look);
    }
}

/* --- what has no height ------------------------------------------------------------------ */

static void draw_lane_sign(struct chart_panel *panel, const struct panel_point *point)
{
    struct chart_pen *pen = panel->pen;
    const char *word = chart_state_word(pen, point->state);
    double bottom = panel_bottom(panel), width = chart_width(pen, word);
    bool hidden = point->state == CHART_HIDDEN;
    struct figure_curve *sign =
        chart_draw_mark(pen, hidden ? "hidden" : "missing", hidden ? CHART_BLOCK : CHART_STROKE,
                        (struct figure_point){point->at.x, bottom + LANE_SIGN}, STYLE_QUIET);
    sign->title = chart_message2(pen, "{1}: {2}", chart_date(pen, point->point->date), word);
    double x = fmax(fmin(point->at.x - width / 2, panel_right(panel) - width), panel->left);
    if (x + width <= panel_right(panel) + 0.01 &&
        !panel_is_on_text(panel, chart_ink(pen, word, x, bottom + LANE_WORD)))
        chart_write(pen, word, pen->words->lang, STYLE_QUIET, x, bottom + LANE_WORD);
}

static void draw_lane(struct chart_panel *panel, const struct panel_points *points)
{
    for (size_t i = 0; i < points->count; i++)
        if (points->items[i].state != CHART_SHOWN)
            draw_lane_sign(panel, &points->items[i]);
}

/* --- the whole --------------------------------------------------------------------------- */

void panel_draw_data(struct chart_panel *panel)
{
    static const struct series_look look = {"line",     "interval",  "point", STYLE_ACCENT,
                                            CHART_DISC, LINE_SERIES, false};
    struct panel_points points =
        chart_panel_sort(&panel->pen->figure->arena, &panel->trend->series);
    struct buf unnamed = {0};
    place_points(panel, &points);
    draw_breaks(panel, &points, &unnamed);
    panel_draw_path(panel);
    draw_others(panel);
    draw_series(panel, &points, &look);
    draw_lane(panel, &points);
    label_breaks(panel, &points, &unnamed);
    panel_note_list(panel, panel->pen->words->breaks, &unnamed);
}
