/* One plot of a trend; see chart_panel.h. */
#include "figure/chart_panel_parts.h"

#include <math.h>
#include <stdlib.h>

/* Points. */
#define DATES_HEIGHT 12.0

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

double panel_first_noon(struct date date)
{
    return chart_day_of(date_first_day(date));
}

double chart_panel_path_day(const struct trend *trend, size_t step)
{
    struct date date = trend->path[step].date;
    return chart_day_of(step ? date_last_day(date) : date_first_day(date));
}

bool panel_is_on_path(const struct trend_step *step)
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
        if (!panel_is_on_path(&trend->path[i]))
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

/* The stretch that a day is in: how many breaks are before it. */
size_t panel_stretch(const struct trend *trend, double day)
{
    size_t stretch = 0;
    for (size_t i = 0; i < trend->break_count; i++)
        stretch +=
            date_given(trend->breaks[i].date) && panel_first_noon(trend->breaks[i].date) <= day;
    return stretch;
}

/* What of a series is drawn. */
unsigned panel_occurrences(const struct trend_series *series)
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
    return widest + PANEL_AXIS_GAP;
}

double chart_panel_extra(bool lane)
{
    return CHART_PANEL_ABOVE + (lane ? PANEL_LANE : 0) + DATES_HEIGHT;
}

/* --- remarks ----------------------------------------------------------------------------- */

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
    panel_note_list(panel, pen->words->undated, &undated);
    panel_note_list(panel, pen->words->no_number, &unusable);
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
        panel_note(panel, chart_message2(pen, pen->words->hidden_of,
                                         series->label ? series->label : "", dates.data));
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
    panel_note_list(panel, panel->pen->words->same_date, &dates);
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
    panel_note_list(panel, pen->words->outside, &panel->outside);
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
    unsigned found = panel_occurrences(&trend->series);
    for (size_t i = 0; i < trend->other_count; i++)
        found |= panel_occurrences(&trend->others[i]);
    return found & (OCCURS_VALUE | OCCURS_BASELINE);
}

/* Between the lowest two ticks, where no line runs. */
static void write_nothing(struct chart_panel *panel)
{
    struct chart_pen *pen = panel->pen;
    const char *nothing = pen->words->nothing;
    double ticks[CHART_TICKS_MOST], middle = panel->plot.y + panel->plot.height / 2;
    if (chart_scale_ticks(&panel->scale, ticks) > 1)
        middle = chart_scale_at(&panel->scale, (ticks[0] + ticks[1]) / 2);
    const struct figure_point place = {
        panel->plot.x + fmax(panel->plot.width - chart_width(pen, nothing), 0) / 2,
        middle + 0.36 * CHART_TEXT_SIZE,
    };
    if (!panel_write_label(panel, nothing, pen->words->lang, STYLE_MISSING, &place, 1))
        panel_note(panel, nothing);
}

void chart_panel_draw(struct chart_panel *panel)
{
    struct panel_points points =
        chart_panel_sort(&panel->pen->figure->arena, &panel->trend->series);
    panel->first_text = panel->pen->figure->text_count;
    panel->scale.from = panel_bottom(panel);
    panel->scale.to = panel->plot.y;
    panel->time.from = panel->plot.x + PANEL_MARK;
    panel->time.to = panel_right(panel) - PANEL_MARK;
    panel_draw_ticks(panel);
    panel_draw_dates(panel);
    panel_draw_target(panel);
    if (panel->time.given)
        panel_draw_data(panel);
    if (!shows_values(panel->trend))
        write_nothing(panel);
    panel_label_target(panel);
    note_rest(panel, &points);
}
