/* Values with their intervals; see chart_interval.h. */
#include "figure/chart_interval.h"

#include "figure/chart_parts.h"
#include "figure/chart_scale.h"

#include <math.h>

/* Points. */
#define CELL_WIDTH 40.0
#define CELL_HEIGHT 10.0
#define CELL_SIDE 4.0 /* room for half a mark at the ends */
#define INTERVAL_LINE 2.6
#define TARGET_LINE 1.4
#define TARGET_REACH 5.0
#define ARROW_LENGTH 9.0
#define ROWS_LEAST 220.0
#define LABEL_SHARE 0.3
#define LABEL_GAP 8.0
#define ROW_LEAST 17.0
#define ROW_PADDING 6.0
#define BAR_HEIGHT 8.0
#define BAR_LINE 0.75
#define AXIS_HEIGHT 12.0
#define TICK_LABEL_GAP 4.0
#define PER_TICK 40.0
#define TITLE_GAP 3.0

static const struct words_type label_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

/* --- one row ----------------------------------------------------------------------------- */

static bool is_drawn(double number)
{
    return fabs(number) <= CHART_MOST;
}

static bool has_target(const struct interval *interval)
{
    return interval->has_target && is_drawn(interval->target);
}

static void measure(const struct interval *interval, struct chart_extent *extent)
{
    chart_extent_add_value(extent, &interval->value);
    if (has_target(interval))
        chart_extent_add_number(extent, interval->target);
}

/* An arrow at the edge, for what lies outside the scale. */
static void draw_beyond(struct chart_pen *pen, const struct chart_scale *scale, const char *role,
                        double number, double y, enum style_color color)
{
    double edge = number > scale->high ? scale->to : scale->from;
    double back = number > scale->high ? edge - ARROW_LENGTH : edge + ARROW_LENGTH;
    struct figure_curve *arrow = chart_line(pen, role, (struct figure_point){back, y},
                                            (struct figure_point){edge, y}, color, 1);
    arrow->arrow = true;
}

static void draw_interval_line(struct chart_pen *pen, const struct chart_scale *scale,
                               const struct chart_value *value, double y)
{
    double low = fmax(chart_interval_low(value), scale->low);
    double high = fmin(chart_interval_high(value), scale->high);
    if (!chart_has_interval(value) || low > high)
        return;
    chart_line(pen, "interval", (struct figure_point){chart_scale_at(scale, low), y},
               (struct figure_point){chart_scale_at(scale, high), y}, STYLE_ACCENT, INTERVAL_LINE);
}

static void draw_target(struct chart_pen *pen, const struct chart_scale *scale,
                        const struct interval *interval, double y)
{
    if (!has_target(interval))
        return;
    if (!chart_scale_holds(scale, interval->target)) {
        draw_beyond(pen, scale, "target-beyond", interval->target, y - TARGET_REACH + 1, STYLE_INK);
        return;
    }
    double x = chart_scale_at(scale, interval->target);
    chart_line(pen, "target", (struct figure_point){x, y - TARGET_REACH},
               (struct figure_point){x, y + TARGET_REACH}, STYLE_INK, TARGET_LINE);
}

/* Interval, point and target at the height y. */
static void draw_marks(struct chart_pen *pen, const struct chart_scale *scale,
                       const struct interval *interval, double y)
{
    const struct chart_value *value = &interval->value;
    if (chart_state_of(value) == CHART_SHOWN) {
        draw_interval_line(pen, scale, value, y);
        if (chart_scale_holds(scale, value->value))
            chart_draw_mark(pen, "point", CHART_DISC,
                            (struct figure_point){chart_scale_at(scale, value->value), y},
                            STYLE_ACCENT);
        else
            draw_beyond(pen, scale, "beyond", value->value, y, STYLE_ACCENT);
    }
    draw_target(pen, scale, interval, y);
}

/* The sign and the word for a value that is not shown, as far as there is room. */
static void write_state(struct chart_pen *pen, enum chart_state state, double x, double y,
                        double width)
{
    const char *word = chart_state_word(pen, state);
    chart_draw_mark(pen, state == CHART_HIDDEN ? "hidden" : "missing",
                    state == CHART_HIDDEN ? CHART_BLOCK : CHART_STROKE,
                    (struct figure_point){x + 3, y}, STYLE_QUIET);
    if (chart_width(pen, word) <= width - 9)
        chart_write(pen, word, pen->words->lang, STYLE_QUIET, x + 9, y + 0.36 * CHART_TEXT_SIZE);
}

/* --- table ------------------------------------------------------------------------------- */

static bool any_interval(const struct intervals *intervals)
{
    for (size_t i = 0; i < intervals->count; i++)
        if (chart_has_interval(&intervals->rows[i].value))
            return true;
    return false;
}

static bool any_target(const struct intervals *intervals)
{
    for (size_t i = 0; i < intervals->count; i++)
        if (has_target(&intervals->rows[i]))
            return true;
    return false;
}

static void fill_row(struct chart_pen *pen, const struct intervals *intervals, size_t row,
                     size_t interval_column, size_t target_column, const char **cells)
{
    const struct interval *interval = &intervals->rows[row];
    cells[0] = interval->label ? interval->label : "";
    cells[1] = chart_value_cell(pen, &interval->value, intervals->decimals);
    if (interval_column)
        cells[interval_column] = chart_interval_cell(pen, &interval->value, intervals->decimals);
    if (target_column && has_target(interval))
        cells[target_column] = chart_number(pen, interval->target, intervals->decimals);
}

static struct chart_table make_table(struct chart_pen *pen, const struct intervals *intervals)
{
    const struct chart_words *words = pen->words;
    size_t columns = 2;
    size_t interval_column = any_interval(intervals) ? columns++ : 0;
    size_t target_column = any_target(intervals) ? columns++ : 0;
    struct chart_table table = chart_table_make(&pen->figure->arena, columns, intervals->count);
    table.caption = intervals->title;
    table.headings[0] = intervals->category ? intervals->category : words->category_heading;
    table.headings[1] = chart_heading(pen, words->value_heading, intervals->unit);
    if (interval_column)
        table.headings[interval_column] = words->interval;
    if (target_column)
        table.headings[target_column] = words->target_row;
    for (size_t i = 0; i < intervals->count; i++)
        fill_row(pen, intervals, i, interval_column, target_column,
                 &table.cells[i * table.columns]);
    return table;
}

/* --- a cell ------------------------------------------------------------------------------ */

static const char *tell_cell(struct chart_pen *pen, const struct interval *interval,
                             const struct interval_options *options)
{
    const struct chart_words *words = pen->words;
    const struct chart_value *value = &interval->value;
    enum chart_state state = chart_state_of(value);
    struct buf out = {0};
    const char *args[] = {interval->label ? interval->label : "",
                          state == CHART_SHOWN
                              ? chart_amount(pen, value->value, options->decimals, options->unit)
                              : chart_state_word(pen, state)};
    buf_add_message(&out, words->alternative_bar, args, 2);
    if (chart_has_interval(value)) {
        const char *low = chart_number(pen, chart_interval_low(value), options->decimals);
        const char *high =
            chart_amount(pen, chart_interval_high(value), options->decimals, options->unit);
        buf_add_char(&out, ' ');
        buf_add_string(&out, chart_message2(pen, words->alternative_interval, low, high));
    }
    if (has_target(interval)) {
        const char *target = chart_amount(pen, interval->target, options->decimals, options->unit);
        buf_add_char(&out, ' ');
        buf_add_string(&out, chart_message1(pen, words->alternative_target, target));
    }
    return chart_string(pen, &out);
}

static struct chart_scale cell_scale(const struct interval *interval,
                                     const struct interval_options *options, double width)
{
    struct chart_extent extent;
    chart_extent_init(&extent);
    measure(interval, &extent);
    struct chart_scale scale = chart_scale_make(&extent, &options->range, options->decimals, 4);
    scale.from = CELL_SIDE;
    scale.to = width - CELL_SIDE;
    return scale;
}

struct chart_table chart_interval(struct figure *figure, const struct interval *interval,
                                  const struct text_metrics *metrics,
                                  const struct chart_words *words,
                                  const struct interval_options *options)
{
    struct chart_pen pen = {figure, metrics, words};
    figure->width = fmax(options->width, CELL_WIDTH);
    figure->height = fmax(options->height, CELL_HEIGHT);
    double y = figure->height / 2;
    enum chart_state state = chart_state_of(&interval->value);
    struct chart_scale scale = cell_scale(interval, options, figure->width);
    if (state == CHART_SHOWN) {
        chart_line(&pen, "grid", (struct figure_point){scale.from, y},
                   (struct figure_point){scale.to, y}, STYLE_RULE, 1);
        draw_marks(&pen, &scale, interval, y);
    } else {
        write_state(&pen, state, 0, y, figure->width);
    }
    struct intervals one = {.title = interval->label,
                            .unit = options->unit,
                            .decimals = options->decimals,
                            .rows = interval,
                            .count = 1};
    struct chart_table table = make_table(&pen, &one);
    chart_describe(&pen, &table, 1, NULL);
    figure->title = interval->label;
    figure->alternative = tell_cell(&pen, interval, options);
    figure->own_lang = words->lang;
    return table;
}

/* --- several ----------------------------------------------------------------------------- */

struct rows {
    struct chart_pen *pen;
    const struct intervals *intervals;
    struct chart_scale scale;
    double labels;  /* width of the column */
    double figures; /* right edge of the values */
    struct chart_notes *notes;
};

static const char *figure_of(struct rows *rows, const struct interval *interval)
{
    return chart_value_cell(rows->pen, &interval->value, rows->intervals->decimals);
}

static void note_outside(struct rows *rows, const struct interval *interval, double number)
{
    struct chart_pen *pen = rows->pen;
    if (chart_scale_holds(&rows->scale, number))
        return;
    const char *what =
        chart_message2(pen, "{1}: {2}", interval->label ? interval->label : "",
                       chart_amount(pen, number, rows->intervals->decimals, rows->intervals->unit));
    chart_note(pen, rows->notes, chart_message1(pen, pen->words->outside, what));
}

/* The bar from 0, as far as it is on the scale. */
static void draw_bar(struct rows *rows, const struct interval *interval, double middle)
{
    double value = fmin(fmax(interval->value.value, rows->scale.low), rows->scale.high);
    if (!chart_scale_holds(&rows->scale, 0))
        return;
    double zero = chart_scale_at(&rows->scale, 0), end = chart_scale_at(&rows->scale, value);
    *figure_add_box(rows->pen->figure) = (struct figure_box){
        .role = "bar",
        .title = figure_of(rows, interval),
        .x = fmin(zero, end),
        .y = middle - BAR_HEIGHT / 2,
        .width = fabs(end - zero),
        .height = BAR_HEIGHT,
        .fill = STYLE_CHIP,
        .line = STYLE_BOX_LINE,
        .line_width = BAR_LINE,
    };
}

static void draw_content(struct rows *rows, const struct interval *interval, double middle)
{
    struct chart_pen *pen = rows->pen;
    enum chart_state state = chart_state_of(&interval->value);
    if (state != CHART_SHOWN) {
        draw_target(pen, &rows->scale, interval, middle);
        write_state(pen, state, rows->figures - chart_width(pen, figure_of(rows, interval)) - 9,
                    middle, INFINITY);
        return;
    }
    draw_bar(rows, interval, middle);
    draw_marks(pen, &rows->scale, interval, middle);
    note_outside(rows, interval, interval->value.value);
    const char *figure = figure_of(rows, interval);
    chart_write(pen, figure, pen->words->lang, STYLE_INK, rows->figures - chart_width(pen, figure),
                middle + 0.36 * CHART_TEXT_SIZE);
}

static double draw_row(struct rows *rows, const struct interval *interval, double y)
{
    struct chart_pen *pen = rows->pen;
    struct words label =
        words_wrap(pen->figure, pen->metrics, &label_type, NULL, interval->label, rows->labels);
    double height = fmax(ROW_LEAST, words_height(&label) + ROW_PADDING);
    double middle = y + height / 2;
    words_write(pen->figure, pen->metrics, &label, interval->lang, STYLE_INK, 0,
                middle - words_height(&label) / 2, 0);
    draw_content(rows, interval, middle);
    if (has_target(interval))
        note_outside(rows, interval, interval->target);
    return y + height;
}

/* The lines of the grid, whose lower ends are known when all rows are drawn. */
static size_t draw_grid(struct rows *rows, double y)
{
    double ticks[CHART_TICKS_MOST];
    size_t count = chart_scale_ticks(&rows->scale, ticks);
    for (size_t i = 0; i < count; i++) {
        double x = chart_scale_at(&rows->scale, ticks[i]);
        chart_line(rows->pen, "grid", (struct figure_point){x, y}, (struct figure_point){x, y},
                   ticks[i] == 0 ? STYLE_BOX_LINE : STYLE_RULE, CHART_GRID_WIDTH);
    }
    return count;
}

static void end_grid(struct rows *rows, size_t first, size_t count, double y)
{
    struct figure_curve *lines = &rows->pen->figure->curves[first];
    for (size_t i = 0; i < count; i++) {
        double top = lines[i].points[0].y;
        for (size_t k = 1; k < 4; k++)
            lines[i].points[k].y = top + (y - top) * (double)k / 3;
    }
}

static void label_axis(struct rows *rows, double y)
{
    struct chart_pen *pen = rows->pen;
    double ticks[CHART_TICKS_MOST], free_from = -INFINITY;
    size_t count = chart_scale_ticks(&rows->scale, ticks);
    for (size_t i = 0; i < count; i++) {
        const char *label = chart_number(pen, ticks[i], rows->scale.decimals);
        double width = chart_width(pen, label);
        double x = chart_scale_at(&rows->scale, ticks[i]) - width / 2;
        if (x < fmax(free_from, 0) || x + width > rows->figures)
            continue;
        chart_write(pen, label, pen->words->lang, STYLE_QUIET, x, y + CHART_TEXT_SIZE + 1);
        free_from = x + width + TICK_LABEL_GAP;
    }
}

static double figures_width(struct rows *rows)
{
    double widest = 0;
    for (size_t i = 0; i < rows->intervals->count; i++) {
        const struct interval *interval = &rows->intervals->rows[i];
        bool shown = chart_state_of(&interval->value) == CHART_SHOWN;
        widest = fmax(widest, chart_width(rows->pen, figure_of(rows, interval)) + (shown ? 0 : 9));
    }
    return widest;
}

static void set_scale(struct rows *rows, double width)
{
    const struct intervals *intervals = rows->intervals;
    struct chart_extent extent;
    chart_extent_init(&extent);
    for (size_t i = 0; i < intervals->count; i++)
        measure(&intervals->rows[i], &extent);
    rows->labels = width * LABEL_SHARE;
    rows->figures = width;
    double from = rows->labels + LABEL_GAP + CELL_SIDE;
    double to = fmax(width - figures_width(rows) - LABEL_GAP - CELL_SIDE, from + CELL_WIDTH);
    rows->scale = chart_scale_make(&extent, &intervals->range, intervals->decimals,
                                   (size_t)fmin(fmax((to - from) / PER_TICK, 2), 8));
    rows->scale.from = from;
    rows->scale.to = to;
}

static void explain(struct chart_pen *pen, const struct intervals *intervals,
                    struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    if (any_interval(intervals))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_INTERVAL, CHART_DISC, STYLE_ACCENT,
                                            words->interval, words->lang});
    if (any_target(intervals))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_TICK, CHART_DISC, STYLE_INK,
                                            words->target_tick, words->lang});
    for (size_t i = 0; i < intervals->count; i++)
        if (chart_state_of(&intervals->rows[i].value) == CHART_HIDDEN)
            chart_legend_add(pen, legend,
                             (struct chart_key){CHART_KEY_MARK, CHART_BLOCK, STYLE_QUIET,
                                                words->hidden_legend, words->lang});
}

static const char *tell_rows(struct chart_pen *pen, const struct intervals *intervals)
{
    const char *args[4] = {intervals->title ? intervals->title : "",
                           chart_count(pen, intervals->count)};
    struct chart_extent extent;
    chart_extent_init(&extent);
    for (size_t i = 0; i < intervals->count; i++)
        if (chart_state_of(&intervals->rows[i].value) == CHART_SHOWN)
            chart_extent_add_number(&extent, intervals->rows[i].value.value);
    if (extent.low > extent.high)
        return chart_message(pen, pen->words->alternative_none, args, 1);
    args[2] = chart_number(pen, extent.low, intervals->decimals);
    args[3] = chart_amount(pen, extent.high, intervals->decimals, intervals->unit);
    return chart_message(pen, pen->words->alternative_bars, args, 4);
}

static double draw_rows(struct rows *rows, double y)
{
    size_t first = rows->pen->figure->curve_count, count = draw_grid(rows, y);
    for (size_t i = 0; i < rows->intervals->count; i++)
        y = draw_row(rows, &rows->intervals->rows[i], y);
    end_grid(rows, first, count, y);
    label_axis(rows, y);
    return y + AXIS_HEIGHT;
}

static void note_cut(struct rows *rows)
{
    struct chart_pen *pen = rows->pen;
    int decimals = rows->intervals->decimals;
    if (rows->scale.cut)
        chart_note(pen, rows->notes,
                   chart_message2(pen, pen->words->cut,
                                  chart_number(pen, rows->scale.low, decimals),
                                  chart_number(pen, rows->scale.high, decimals)));
}

struct chart_table chart_intervals(struct figure *figure, const struct intervals *intervals,
                                   const struct text_metrics *metrics,
                                   const struct chart_words *words, double width,
                                   bool without_title)
{
    struct chart_pen pen = {figure, metrics, words};
    struct chart_notes notes = {0};
    struct chart_legend legend = {0};
    struct rows rows = {.pen = &pen, .intervals = intervals, .notes = &notes};
    double y = 0;
    width = fmax(width, ROWS_LEAST);
    if (!without_title)
        y = chart_write_title(&pen, intervals->title, 0, y, width) + TITLE_GAP;
    set_scale(&rows, width);
    y = draw_rows(&rows, y);
    note_cut(&rows);
    explain(&pen, intervals, &legend);
    y = chart_legend_draw(&pen, &legend, y + TITLE_GAP, width);
    y = chart_write_notes(&pen, &notes, y, width);
    struct chart_table table = make_table(&pen, intervals);
    chart_describe(&pen, &table, 1, &notes);
    figure->title = intervals->title;
    figure->alternative = tell_rows(&pen, intervals);
    figure->own_lang = words->lang;
    figure->width = width;
    figure->height = y + 1;
    return table;
}
