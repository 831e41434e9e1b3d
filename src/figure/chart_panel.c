/* One plot of a trend; see chart_panel.h. */
#include "figure/chart_panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points. */

#define LANE_HEIGHT 19.0
#define LANE_SIGN 6.0  /* from the axis to the middle of the sign */
#define LANE_WORD 16.0 /* to the baseline of its word */
#define DATES_HEIGHT 12.0
#define DATES_BASELINE 9.5
#define AXIS_GAP 4.0
#define TICK 2.5
#define TICK_LEAST 4.0 /* between ticks of time */
#define LABEL_GAP 2.5
#define WORD_GAP 4.0 /* between words in a row */
#define MARK_ROOM 3.0
#define BREAK_ROOM 5.0 /* between the line of a break and a point */
#define LINE_SERIES 1.6
#define LINE_OTHER 1.0
#define LINE_PAIR 0.6
#define LINE_PATH 0.9
#define LINE_TARGET 1.0
#define ARROW_LENGTH 9.0
#define SAMPLE 3.0 /* between what is looked at of a line */
#define CAP_REACH 1.75

enum { SAMPLES_MOST = 400 };

/* --- points ------------------------------------------------------------------------------ */

static int compare_points(const void *a, const void *b)
{
    const struct panel_point *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return (first->point > second->point) - (first->point < second->point);
}

struct panel_points chart_panel_sort(struct arena *arena, const struct trend_series *series)
{
    struct panel_points points = {0};
    points.items = arena_array(arena, series->count + 1, sizeof *points.items);
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_point *point = &series->points[i];
        if (!date_given(point->date))
            continue;
        points.items[points.count++] = (struct panel_point){
            .point = point,
            .state = chart_state_of(&point->value),
            .day = chart_day_of(point->date),
        };
    }
    qsort(points.items, points.count, sizeof *points.items, compare_points);
    return points;
}

static double first_noon(struct date date)
{
    return chart_day_of(date_first_day(date));
}

double chart_panel_path_day(const struct trend *trend, size_t step)
{
    struct date date = trend->path[step].date;
    return chart_day_of(step ? date_last_day(date) : date_first_day(date));
}

static bool is_on_path(const struct trend_step *step)
{
    return date_given(step->date) && fabs(step->value) <= CHART_MOST;
}

static void measure_series(const struct trend_series *series, struct chart_extent *extent)
{
    for (size_t i = 0; i < series->count; i++) {
        if (!date_given(series->points[i].date))
            continue;
        chart_extent_add_value(extent, &series->points[i].value);
        chart_extent_add_date(extent, series->points[i].date);
    }
}

void chart_panel_measure(const struct trend *trend, struct chart_extent *extent)
{
    measure_series(&trend->series, extent);
    for (size_t i = 0; i < trend->other_count; i++)
        measure_series(&trend->others[i], extent);
    for (size_t i = 0; i < trend->path_count; i++) {
        if (!is_on_path(&trend->path[i]))
            continue;
        chart_extent_add_number(extent, trend->path[i].value);
        chart_extent_add_date(extent, trend->path[i].date);
    }
    if (!trend->target.given)
        return;
    chart_extent_add_number(extent, trend->target.low);
    chart_extent_add_number(extent, trend->target.high);
    chart_extent_add_date(extent, trend->target.date);
}

/* --- the legend -------------------------------------------------------------------------- */

enum {
    OCCURS_VALUE = 1,
    OCCURS_INTERVAL = 2,
    OCCURS_BASELINE = 4,
    OCCURS_HIDDEN = 8,
    OCCURS_MISSING = 16
};

/* What of a series is drawn. */
static unsigned occurrences(const struct trend_series *series)
{
    unsigned found = 0;
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_point *point = &series->points[i];
        enum chart_state state = chart_state_of(&point->value);
        if (!date_given(point->date))
            continue;
        if (state == CHART_SHOWN)
            found |= point->baseline ? OCCURS_BASELINE : OCCURS_VALUE;
        if (chart_has_interval(&point->value))
            found |= OCCURS_INTERVAL;
        if (state == CHART_HIDDEN)
            found |= OCCURS_HIDDEN;
        if (state == CHART_MISSING)
            found |= OCCURS_MISSING;
    }
    return found;
}

static void explain_own(struct chart_pen *pen, const struct trend *trend, unsigned found,
                        struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    if (found & (OCCURS_VALUE | OCCURS_BASELINE))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_LINE, CHART_DISC, STYLE_ACCENT,
                                            trend->series.label, NULL});
    if (found & OCCURS_BASELINE)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_MARK, CHART_RING, STYLE_ACCENT,
                                            words->baseline, words->lang});
    if (found & OCCURS_INTERVAL)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_BAR, CHART_DISC, STYLE_ACCENT,
                                            words->interval, words->lang});
}

static void explain_others(struct chart_pen *pen, const struct trend *trend,
                           struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    unsigned all = 0;
    for (size_t i = 0; i < trend->other_count; i++) {
        unsigned found = occurrences(&trend->others[i]);
        all |= found;
        if (found & (OCCURS_VALUE | OCCURS_BASELINE))
            chart_legend_add(pen, legend,
                             (struct chart_key){CHART_KEY_LINE, chart_mark_of(i), STYLE_INTERPRETED,
                                                trend->others[i].label, NULL});
    }
    if (all & OCCURS_INTERVAL)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_CAPPED, CHART_DISC, STYLE_INTERPRETED,
                                            words->interval, words->lang});
}

static void explain_signs(struct chart_pen *pen, unsigned found, struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    if (found & OCCURS_HIDDEN)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_MARK, CHART_BLOCK, STYLE_QUIET,
                                            words->hidden_legend, words->lang});
    if (found & OCCURS_MISSING)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_MARK, CHART_STROKE, STYLE_QUIET,
                                            words->missing_legend, words->lang});
}

static bool has_path(const struct trend *trend)
{
    size_t count = 0;
    for (size_t i = 0; i < trend->path_count; i++)
        count += is_on_path(&trend->path[i]);
    return count > 1;
}

void chart_panel_explain(struct chart_pen *pen, const struct trend *trend,
                         struct chart_legend *legend)
{
    unsigned found = occurrences(&trend->series);
    explain_own(pen, trend, found, legend);
    explain_others(pen, trend, legend);
    if (has_path(trend))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_DASHED, CHART_DISC, STYLE_INK,
                                            pen->words->expected, pen->words->lang});
    explain_signs(pen, found, legend);
}

/* --- room -------------------------------------------------------------------------------- */

bool chart_panel_has_lane(const struct trend *trend)
{
    for (size_t i = 0; i < trend->series.count; i++)
        if (date_given(trend->series.points[i].date) &&
            chart_state_of(&trend->series.points[i].value) != CHART_SHOWN)
            return true;
    return false;
}

double chart_panel_axis_width(struct chart_pen *pen, const struct chart_scale *scale)
{
    double ticks[CHART_TICKS_MOST], widest = 0;
    size_t count = chart_scale_ticks(scale, ticks);
    for (size_t i = 0; i < count; i++)
        widest = fmax(widest, chart_width(pen, chart_number(pen, ticks[i], scale->decimals)));
    return widest + AXIS_GAP;
}

double chart_panel_extra(bool lane)
{
    return CHART_PANEL_ABOVE + (lane ? LANE_HEIGHT : 0) + DATES_HEIGHT;
}

/* --- labels ------------------------------------------------------------------------------ */

static double right_of(const struct chart_panel *panel)
{
    return panel->plot.x + panel->plot.width;
}

static double bottom_of(const struct chart_panel *panel)
{
    return panel->plot.y + panel->plot.height;
}

static void take(struct chart_panel *panel, double x, double y, double width, double height)
{
    panel->taken = arena_grow(&panel->pen->figure->arena, panel->taken, &panel->taken_capacity,
                              panel->taken_count + 1, sizeof *panel->taken);
    panel->taken[panel->taken_count++] = (struct figure_rect){x, y, width, height};
}

/* Takes what a line covers, bit by bit. */
static void take_line(struct chart_panel *panel, struct figure_point from, struct figure_point to)
{
    double length = fmax(fabs(to.x - from.x), fabs(to.y - from.y));
    size_t count = (size_t)fmin(length / SAMPLE, SAMPLES_MOST) + 1;
    for (size_t i = 0; i <= count; i++) {
        double share = (double)i / (double)count;
        take(panel, from.x + (to.x - from.x) * share - 0.5, from.y + (to.y - from.y) * share - 0.5,
             1, 1);
    }
}

static bool meet(struct figure_rect a, struct figure_rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static bool is_on_text(const struct chart_panel *panel, struct figure_rect rect)
{
    const struct chart_pen *pen = panel->pen;
    for (size_t i = panel->first_text; i < pen->figure->text_count; i++) {
        const struct figure_text *text = &pen->figure->texts[i];
        struct figure_rect ink = chart_ink(pen, text->text, text->x, text->y);
        ink.x -= WORD_GAP / 2;
        ink.width += WORD_GAP;
        if (meet(rect, ink))
            return true;
    }
    return false;
}

/* How bad a place for a label is: what it would cover; infinite on other words and outside. */
static double badness_of(const struct chart_panel *panel, struct figure_rect rect)
{
    if (rect.x < panel->plot.x || rect.x + rect.width > right_of(panel) + 0.01 ||
        rect.y < panel->plot.y - CHART_PANEL_ABOVE || rect.y + rect.height > bottom_of(panel) ||
        is_on_text(panel, rect))
        return INFINITY;
    double badness = 0;
    for (size_t i = 0; i < panel->taken_count; i++)
        badness += meet(rect, panel->taken[i]);
    return badness;
}

/* Writes a label at the best of some places, the earlier the better; false where all are on
 * other words. */
static bool write_label(struct chart_panel *panel, const char *text, const char *lang,
                        enum style_color color, const struct figure_point *places, size_t count)
{
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = 0; i < count; i++) {
        double badness = badness_of(panel, chart_ink(panel->pen, text, places[i].x, places[i].y));
        if (badness < least) {
            least = badness;
            best = i;
        }
    }
    if (isinf(least))
        return false;
    chart_write(panel->pen, text, lang, color, places[best].x, places[best].y);
    return true;
}

/* Where the baseline of a label is whose ink begins below `y`, or ends above it. */
static double below(double y)
{
    return y + LABEL_GAP + 0.75 * CHART_TEXT_SIZE;
}

static double above(double y)
{
    return y - LABEL_GAP;
}

/* --- axes -------------------------------------------------------------------------------- */

static void draw_ticks(struct chart_panel *panel)
{
    struct chart_pen *pen = panel->pen;
    double ticks[CHART_TICKS_MOST];
    size_t count = chart_scale_ticks(&panel->scale, ticks);
    for (size_t i = 0; i < count; i++) {
        double y = chart_scale_at(&panel->scale, ticks[i]);
        const char *label = chart_number(pen, ticks[i], panel->scale.decimals);
        chart_line(pen, "grid", (struct figure_point){panel->plot.x, y},
                   (struct figure_point){right_of(panel), y},
                   ticks[i] == 0 ? STYLE_BOX_LINE : STYLE_RULE, CHART_GRID_WIDTH);
        chart_write(pen, label, pen->words->lang, STYLE_QUIET,
                    panel->plot.x - AXIS_GAP - chart_width(pen, label), y + 0.36 * CHART_TEXT_SIZE);
    }
}

static const char *unit_label(struct chart_panel *panel, int unit)
{
    return chart_date(panel->pen, chart_time_unit(&panel->time, unit));
}

/* Every how many units one is named, so that the names have room. */
static int naming_step(struct chart_panel *panel)
{
    static const int steps[] = {1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000};
    const struct chart_time *time = &panel->time;
    double widest = 0, unit = (time->to - time->from) / time->units;
    for (int i = time->months ? 0 : time->units - 1; i < time->units; i++)
        widest = fmax(widest, chart_width(panel->pen, unit_label(panel, i)));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] * unit >= widest + WORD_GAP)
            return steps[i];
    return time->units;
}

/* Long steps name round years. */
static bool is_named(const struct chart_time *time, int unit, int step)
{
    return (time->months || step < 5 ? unit : time->start + unit) % step == 0;
}

static void name_unit(struct chart_panel *panel, int unit, double from, double to)
{
    struct chart_pen *pen = panel->pen;
    const char *label = unit_label(panel, unit);
    double width = chart_width(pen, label);
    double x = (from + to - width) / 2;
    double y = bottom_of(panel) + (panel->lane ? LANE_HEIGHT : 0) + DATES_BASELINE;
    if (x < panel->left || x + width > right_of(panel) ||
        is_on_text(panel, chart_ink(pen, label, x, y)))
        return;
    chart_write(pen, label, pen->words->lang, STYLE_QUIET, x, y);
}

static void draw_dates(struct chart_panel *panel)
{
    const struct chart_time *time = &panel->time;
    if (!time->given)
        return;
    int step = naming_step(panel);
    bool all = (time->to - time->from) / time->units >= TICK_LEAST;
    double y = bottom_of(panel);
    for (int i = 0; i < time->units; i++) {
        bool named = is_named(time, i, step);
        if (!all && !named)
            continue;
        double from = chart_time_begin(time, i);
        chart_line(panel->pen, "tick", (struct figure_point){from, y},
                   (struct figure_point){from, y + TICK}, STYLE_BOX_LINE, CHART_GRID_WIDTH);
        if (named)
            name_unit(panel, i, from, chart_time_begin(time, i + 1));
    }
}

/* --- target and path --------------------------------------------------------------------- */

static void label_target(struct chart_panel *panel, const char *label, double y)
{
    struct chart_pen *pen = panel->pen;
    double width = chart_width(pen, label), left = panel->plot.x + 1;
    double right = right_of(panel) - width, middle = (left + right) / 2;
    const struct figure_point places[] = {{right, above(y)},  {right, below(y)},
                                          {left, above(y)},   {left, below(y)},
                                          {middle, above(y)}, {middle, below(y)}};
    if (!write_label(panel, label, pen->words->lang, STYLE_INK, places,
                     sizeof places / sizeof *places))
        chart_note(pen, panel->notes, label);
}

static const char *note_outside(struct chart_panel *panel, const char *what)
{
    return chart_message1(panel->pen, panel->pen->words->outside, what);
}

static void draw_target_line(struct chart_panel *panel, double value, const char *text)
{
    struct chart_pen *pen = panel->pen;
    if (!(fabs(value) <= CHART_MOST))
        return;
    const char *label = chart_message1(pen, text, chart_number(pen, value, panel->trend->decimals));
    if (!chart_scale_holds(&panel->scale, value)) {
        chart_note(pen, panel->notes, note_outside(panel, label));
        return;
    }
    double y = chart_scale_at(&panel->scale, value);
    struct figure_curve *line =
        chart_line(pen, "target", (struct figure_point){panel->plot.x, y},
                   (struct figure_point){right_of(panel), y}, STYLE_INK, LINE_TARGET);
    line->title = label;
}

/* The labels come last, when it is known what they might cover. */
static void label_target_line(struct chart_panel *panel, double value, const char *text)
{
    if (!(fabs(value) <= CHART_MOST) || !chart_scale_holds(&panel->scale, value))
        return;
    label_target(
        panel,
        chart_message1(panel->pen, text, chart_number(panel->pen, value, panel->trend->decimals)),
        chart_scale_at(&panel->scale, value));
}

static void each_target(struct chart_panel *panel,
                        void (*act)(struct chart_panel *, double, const char *))
{
    const struct trend_target *target = &panel->trend->target;
    const struct chart_words *words = panel->pen->words;
    if (!target->given)
        return;
    if (target->low == target->high) {
        act(panel, target->low, words->target);
        return;
    }
    act(panel, fmin(target->low, target->high), words->target_from);
    act(panel, fmax(target->low, target->high), words->target_to);
}

/* Keeps of a line what lies within the heights of the plot; false: nothing. */
static bool clip(const struct chart_panel *panel, struct figure_point *a, struct figure_point *b)
{
    double top = panel->plot.y, bottom = bottom_of(panel);
    if (fmax(a->y, b->y) < top || fmin(a->y, b->y) > bottom)
        return false;
    struct figure_point from = *a, to = *b;
    double dx = to.x - from.x, dy = to.y - from.y;
    if (from.y < top || from.y > bottom) {
        a->y = from.y < top ? top : bottom;
        a->x = from.x + dx * (a->y - from.y) / dy;
    }
    if (to.y < top || to.y > bottom) {
        b->y = to.y < top ? top : bottom;
        b->x = from.x + dx * (b->y - from.y) / dy;
    }
    return true;
}

static void draw_path(struct chart_panel *panel)
{
    const struct trend *trend = panel->trend;
    struct figure_point last = {0, 0};
    bool begun = false;
    for (size_t i = 0; i < trend->path_count; i++) {
        if (!is_on_path(&trend->path[i]))
            continue;
        struct figure_point at = {
            chart_time_at(&panel->time, chart_panel_path_day(trend, i)),
            chart_scale_at(&panel->scale, trend->path[i].value),
        };
        struct figure_point from = last, to = at;
        if (begun && clip(panel, &from, &to)) {
            chart_line(panel->pen, "expected", from, to, STYLE_INK, LINE_PATH)->dashed = true;
            take_line(panel, from, to);
        }
        last = at;
        begun = true;
    }
}

/* --- breaks ------------------------------------------------------------------------------ */

/* The stretch that a day is in: how many breaks are before it. */
static size_t stretch_of(const struct trend *trend, double day)
{
    size_t stretch = 0;
    for (size_t i = 0; i < trend->break_count; i++)
        stretch += date_given(trend->breaks[i].date) && first_noon(trend->breaks[i].date) <= day;
    return stretch;
}

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
        double y = panel->plot.y + CHART_TEXT_LEADING * (double)i;
        places[2 * i] = (struct figure_point){x + LABEL_GAP, y};
        places[2 * i + 1] = (struct figure_point){x - LABEL_GAP - width, y};
    }
    return write_label(panel, word, lang, STYLE_MISSING, places, 2 * ROWS);
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
        double x = break_x(panel, points, first_noon(series_break->date));
        if (!(x >= panel->plot.x && x <= right_of(panel))) {
            chart_list_add(pen, unnamed, date);
            continue;
        }
        struct figure_curve *line = chart_line(
            pen, "break", (struct figure_point){x, panel->plot.y - CHART_PANEL_ABOVE / 2},
            (struct figure_point){x, bottom_of(panel)}, STYLE_MISSING, LINE_PATH);
        line->dashed = true;
        line->title = date;
        take_line(panel, line->points[0], line->points[3]);
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
        double x = break_x(panel, points, first_noon(series_break->date));
        bool own = !series_break->word;
        if (x >= panel->plot.x && x <= right_of(panel) &&
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
        point->stretch = stretch_of(panel->trend, point->day);
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
        if ((pair && panel->trend->pair == TREND_PAIR_APART) || !clip(panel, &from, &to))
            continue;
        chart_line(pen, look->line, from, to, look->color, pair ? LINE_PAIR : look->width);
        take_line(panel, from, to);
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
    if (!clip(panel, &top, &bottom))
        return;
    chart_line(pen, look->interval, top, bottom, look->color, look->capped ? 0.7 : 1.2);
    take_line(panel, top, bottom);
    for (size_t i = 0; look->capped && i < 2; i++)
        if (ends[i].y >= panel->plot.y && ends[i].y <= bottom_of(panel))
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
    double edge = high ? panel->plot.y : bottom_of(panel);
    struct figure_point tip = {point->at.x, edge};
    struct figure_point back = {point->at.x, edge + (high ? ARROW_LENGTH : -ARROW_LENGTH)};
    struct figure_curve *arrow =
        chart_line(panel->pen, "beyond", back, tip, look->color, LINE_OTHER);
    arrow->arrow = true;
    arrow->title = point_title(panel, point);
    take_line(panel, back, tip);
    chart_note(panel->pen, panel->notes, note_outside(panel, arrow->title));
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
    take(panel, point->at.x - MARK_ROOM, point->at.y - MARK_ROOM, 2 * MARK_ROOM, 2 * MARK_ROOM);
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
    double bottom = bottom_of(panel), width = chart_width(pen, word);
    bool hidden = point->state == CHART_HIDDEN;
    struct figure_curve *sign =
        chart_draw_mark(pen, hidden ? "hidden" : "missing", hidden ? CHART_BLOCK : CHART_STROKE,
                        (struct figure_point){point->at.x, bottom + LANE_SIGN}, STYLE_QUIET);
    sign->title = chart_message2(pen, "{1}: {2}", chart_date(pen, point->point->date), word);
    double x = fmax(fmin(point->at.x - width / 2, right_of(panel) - width), panel->left);
    if (x + width <= right_of(panel) + 0.01 &&
        !is_on_text(panel, chart_ink(pen, word, x, bottom + LANE_WORD)))
        chart_write(pen, word, pen->words->lang, STYLE_QUIET, x, bottom + LANE_WORD);
}

static void draw_lane(struct chart_panel *panel, const struct panel_points *points)
{
    for (size_t i = 0; i < points->count; i++)
        if (points->items[i].state != CHART_SHOWN)
            draw_lane_sign(panel, &points->items[i]);
}

/* --- remarks ----------------------------------------------------------------------------- */

static void note_list(struct chart_panel *panel, const char *text, struct buf *list)
{
    if (list->length)
        chart_note(panel->pen, panel->notes, chart_message1(panel->pen, text, list->data));
    buf_release(list);
}

static void note_states(struct chart_panel *panel, const struct trend_series *series)
{
    struct chart_pen *pen = panel->pen;
    struct buf undated = {0}, unusable = {0};
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_point *point = &series->points[i];
        if (!date_given(point->date))
            chart_list_add(pen, &undated,
                           chart_value_cell(pen, &point->value, panel->trend->decimals));
        else if (chart_state_of(&point->value) == CHART_UNUSABLE)
            chart_list_add(pen, &unusable, chart_date(pen, point->date));
    }
    note_list(panel, pen->words->undated, &undated);
    note_list(panel, pen->words->no_number, &unusable);
}

/* Dates of a comparison that are hidden: below the axis there is room for one series only. */
static void note_hidden(struct chart_panel *panel, const struct trend_series *series)
{
    struct chart_pen *pen = panel->pen;
    struct buf dates = {0};
    for (size_t i = 0; i < series->count; i++)
        if (chart_state_of(&series->points[i].value) == CHART_HIDDEN)
            chart_list_add(pen, &dates, chart_date(pen, series->points[i].date));
    if (dates.length)
        chart_note(pen, panel->notes,
                   chart_message2(pen, pen->words->hidden_of, series->label ? series->label : "",
                                  dates.data));
    buf_release(&dates);
}

static void note_same_dates(struct chart_panel *panel, const struct panel_points *points)
{
    struct buf dates = {0};
    for (size_t i = 1; i < points->count; i++)
        if (points->items[i].day == points->items[i - 1].day &&
            (i == 1 || points->items[i].day != points->items[i - 2].day))
            chart_list_add(panel->pen, &dates,
                           chart_date(panel->pen, points->items[i].point->date));
    note_list(panel, panel->pen->words->same_date, &dates);
}

static void note_rest(struct chart_panel *panel, const struct panel_points *points)
{
    struct chart_pen *pen = panel->pen;
    const struct trend *trend = panel->trend;
    if (panel->scale.cut)
        chart_note(pen, panel->notes,
                   chart_message2(pen, pen->words->cut,
                                  chart_number(pen, panel->scale.low, trend->decimals),
                                  chart_number(pen, panel->scale.high, trend->decimals)));
    note_same_dates(panel, points);
    note_states(panel, &trend->series);
    for (size_t i = 0; i < trend->other_count; i++) {
        note_states(panel, &trend->others[i]);
        note_hidden(panel, &trend->others[i]);
    }
}

/* --- the whole --------------------------------------------------------------------------- */

static bool shows_values(const struct trend *trend)
{
    unsigned found = occurrences(&trend->series);
    for (size_t i = 0; i < trend->other_count; i++)
        found |= occurrences(&trend->others[i]);
    return found & (OCCURS_VALUE | OCCURS_BASELINE);
}

static void write_nothing(struct chart_panel *panel)
{
    struct chart_pen *pen = panel->pen;
    static const struct words_type type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};
    struct words words =
        words_wrap(pen->figure, pen->metrics, &type, NULL, pen->words->nothing, panel->plot.width);
    double y = panel->plot.y + (panel->plot.height - words_height(&words)) / 2;
    words_write(pen->figure, pen->metrics, &words, pen->words->lang, STYLE_MISSING,
                panel->plot.x + (panel->plot.width - words.lines.widest) / 2, y, 0);
}

static void draw_data(struct chart_panel *panel, struct panel_points *points)
{
    static const struct series_look own = {"line",     "interval",  "point", STYLE_ACCENT,
                                           CHART_DISC, LINE_SERIES, false};
    struct buf unnamed = {0};
    place_points(panel, points);
    draw_breaks(panel, points, &unnamed);
    draw_path(panel);
    draw_others(panel);
    draw_series(panel, points, &own);
    draw_lane(panel, points);
    label_breaks(panel, points, &unnamed);
    note_list(panel, panel->pen->words->breaks, &unnamed);
}

void chart_panel_draw(struct chart_panel *panel)
{
    struct panel_points points =
        chart_panel_sort(&panel->pen->figure->arena, &panel->trend->series);
    panel->first_text = panel->pen->figure->text_count;
    panel->scale.from = bottom_of(panel);
    panel->scale.to = panel->plot.y;
    panel->time.from = panel->plot.x + MARK_ROOM;
    panel->time.to = right_of(panel) - MARK_ROOM;
    draw_ticks(panel);
    draw_dates(panel);
    each_target(panel, draw_target_line);
    if (panel->time.given)
        draw_data(panel, &points);
    if (!shows_values(panel->trend))
        write_nothing(panel);
    each_target(panel, label_target_line);
    note_rest(panel, &points);
}
