/* The axes of a plot, its target and the expected path. */
#include "figure/chart_panel_parts.h"

#include <math.h>

/* Points. */
#define DATES_BASELINE 9.5
#define TICK 2.5
#define TICK_LEAST 4.0 /* between ticks of time */
#define WORD_GAP 4.0   /* between words in a row */
#define LINE_PATH 0.9
#define LINE_TARGET 1.0

/* --- axes -------------------------------------------------------------------------------- */

void panel_draw_ticks(struct chart_panel *panel)
{
    struct chart_pen *pen = panel->pen;
    double ticks[CHART_TICKS_MOST];
    size_t count = chart_scale_ticks(&panel->scale, ticks);
    for (size_t i = 0; i < count; i++) {
        double y = chart_scale_at(&panel->scale, ticks[i]);
        const char *label = chart_number(pen, ticks[i], panel->scale.decimals);
        struct figure_point from = {panel->plot.x, y}, to = {panel_right(panel), y};
        chart_line(pen, "grid", from, to, ticks[i] == 0 ? STYLE_BOX_LINE : STYLE_RULE,
                   CHART_GRID_WIDTH);
        panel_take_line(panel, from, to);
        chart_write(pen, label, pen->words->lang, STYLE_QUIET,
                    panel->plot.x - PANEL_AXIS_GAP - chart_width(pen, label),
                    y + 0.36 * CHART_TEXT_SIZE);
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
    double x = fmax(fmin((from + to - width) / 2, panel_right(panel) - width), panel->left);
    double y = panel_bottom(panel) + (panel->lane ? PANEL_LANE : 0) + DATES_BASELINE;
    if (x + width > panel_right(panel) + 0.01 ||
        panel_is_on_text(panel, chart_ink(pen, label, x, y)))
        return;
    chart_write(pen, label, pen->words->lang, STYLE_QUIET, x, y);
}

void panel_draw_dates(struct chart_panel *panel)
{
    const struct chart_time *time = &panel->time;
    if (!time->given)
        return;
    int step = naming_step(panel);
    bool all = (time->to - time->from) / time->units >= TICK_LEAST;
    double y = panel_bottom(panel);
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
    static const double shares[] = {1, 0, 0.5, 0.75, 0.25};
    enum { SHARES = sizeof shares / sizeof *shares };
    struct figure_point places[2 * SHARES];
    double left = panel->plot.x + 1, right = panel_right(panel) - chart_width(pen, label);
    for (size_t i = 0; i < SHARES; i++) {
        double x = left + (right - left) * shares[i];
        places[2 * i] = (struct figure_point){x, panel_above(y)};
        places[2 * i + 1] = (struct figure_point){x, panel_below(y)};
    }
    if (!panel_write_label(panel, label, pen->words->lang, STYLE_INK, places, 2 * SHARES))
        panel_note(panel, label);
}

static void draw_target_line(struct chart_panel *panel, double value, const char *text)
{
    struct chart_pen *pen = panel->pen;
    if (!(fabs(value) <= CHART_MOST))
        return;
    const char *label = chart_message1(pen, text, chart_number(pen, value, panel->trend->decimals));
    if (!chart_scale_holds(&panel->scale, value)) {
        chart_list_add(panel->pen, &panel->outside, label);
        return;
    }
    double y = chart_scale_at(&panel->scale, value);
    struct figure_point from = {panel->plot.x, y}, to = {panel_right(panel), y};
    chart_line(pen, "target", from, to, STYLE_INK, LINE_TARGET)->title = label;
    panel_take_line(panel, from, to);
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

void panel_draw_path(struct chart_panel *panel)
{
    const struct trend *trend = panel->trend;
    struct figure_point last = {0, 0};
    bool begun = false;
    for (size_t i = 0; i < trend->path_count; i++) {
        if (!panel_is_on_path(&trend->path[i]))
            continue;
        struct figure_point at = {
            chart_time_at(&panel->time, chart_panel_path_day(trend, i)),
            chart_scale_at(&panel->scale, trend->path[i].value),
        };
        struct figure_point from = last, to = at;
        if (begun && panel_clip(panel, &from, &to)) {
            chart_line(panel->pen, "expected", from, to, STYLE_INK, LINE_PATH)->dashed = true;
            panel_take_line(panel, from, to);
        }
        last = at;
        begun = true;
    }
}

void panel_draw_target(struct chart_panel *panel)
{
    each_target(panel, draw_target_line);
}

void panel_label_target(struct chart_panel *panel)
{
    each_target(panel, label_target_line);
}
