/* Small multiples; see chart_multiples.h. */
#include "figure/chart_multiples.h"

#include "figure/chart_panel.h"

#include <math.h>

/* Points. */
#define COLUMN_GAP 18.0
#define ROW_GAP 10.0
#define HEIGHT_SHARE 0.42 /* of a plot's width, where no height is asked for */
#define HEIGHT_LEAST 50.0
#define HEIGHT_MOST 110.0
#define PLOT_LEAST 30.0
#define PER_TICK 30.0
#define LEGEND_GAP 6.0

static const struct words_type remark_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

struct grid {
    struct chart_pen *pen;
    const struct multiples *multiples;
    struct chart_scale scale;
    struct chart_time time;
    double axis; /* width of its numbers */
    size_t columns;
    double column, height; /* of a panel; of its plot */
    struct chart_notes notes;
};

static void measure(struct grid *grid)
{
    const struct multiples *multiples = grid->multiples;
    struct chart_extent extent;
    chart_extent_init(&extent);
    for (size_t i = 0; i < multiples->count; i++)
        chart_panel_measure(&multiples->trends[i], &extent);
    grid->scale = chart_scale_make(&extent, &multiples->range, multiples->decimals,
                                   (size_t)fmin(fmax(grid->height / PER_TICK, 2), 6));
    grid->time = chart_time_make(&extent);
    grid->axis = chart_panel_axis_width(grid->pen, &grid->scale);
}

static void set_columns(struct grid *grid, double width)
{
    double most = floor((width + COLUMN_GAP) / (CHART_LEAST_WIDTH + COLUMN_GAP));
    double wanted = fmin((double)grid->multiples->per_row, (double)grid->multiples->count);
    double columns = fmax(fmin(wanted, most), 1);
    grid->columns = (size_t)columns;
    grid->column = (width - (columns - 1) * COLUMN_GAP) / columns;
}

static void set_height(struct grid *grid, double height)
{
    if (height > 0 && isfinite(height))
        grid->height = fmax(height, PLOT_LEAST);
    else
        grid->height = fmin(fmax(grid->column * HEIGHT_SHARE, HEIGHT_LEAST), HEIGHT_MOST);
}

static double remark_height(struct grid *grid, const char *remark)
{
    if (!remark || !*remark)
        return 0;
    struct words words =
        words_wrap(grid->pen->figure, grid->pen->metrics, &remark_type, NULL, remark, grid->column);
    return words_height(&words);
}

/* What stands above the plots of a row: the tallest of its titles. */
static double heading_height(struct grid *grid, size_t first, size_t end)
{
    double tallest = 0;
    for (size_t i = first; i < end; i++) {
        const struct trend *trend = &grid->multiples->trends[i];
        tallest = fmax(tallest, chart_title_height(grid->pen, trend->title, grid->column) +
                                    remark_height(grid, trend->remark));
    }
    return tallest;
}

static void draw_one(struct grid *grid, const struct trend *trend, double x, double y,
                     double heading, bool lane)
{
    struct chart_pen *pen = grid->pen;
    double below = chart_write_title(pen, trend->title, x, y, grid->column);
    chart_write_words(pen, &remark_type, trend->remark, NULL, STYLE_INK, x, below, grid->column);
    struct chart_panel panel = {
        .pen = pen,
        .trend = trend,
        .left = x,
        .plot = {x + grid->axis, y + heading + CHART_PANEL_ABOVE, grid->column - grid->axis,
                 grid->height},
        .scale = grid->scale,
        .time = grid->time,
        .lane = lane,
        .name = trend->title,
        .notes = &grid->notes,
    };
    chart_panel_draw(&panel);
}

/* Draws a row with its top at y; returns the y below it. */
static double draw_row(struct grid *grid, size_t first, double y)
{
    size_t end = first + grid->columns;
    if (end > grid->multiples->count)
        end = grid->multiples->count;
    double heading = heading_height(grid, first, end);
    bool lane = false;
    for (size_t i = first; i < end; i++)
        lane |= chart_panel_has_lane(&grid->multiples->trends[i]);
    for (size_t i = first; i < end; i++)
        draw_one(grid, &grid->multiples->trends[i],
                 (double)(i - first) * (grid->column + COLUMN_GAP), y, heading, lane);
    return y + heading + grid->height + chart_panel_extra(lane);
}

static double draw_legend(struct grid *grid, double y, double width)
{
    struct chart_legend legend = {0};
    for (size_t i = 0; i < grid->multiples->count; i++)
        chart_panel_explain(grid->pen, &grid->multiples->trends[i], &legend);
    return chart_legend_draw(grid->pen, &legend, y + LEGEND_GAP, width);
}

static const char *tell(struct chart_pen *pen, const struct multiples *multiples)
{
    struct buf titles = {0};
    for (size_t i = 0; i < multiples->count; i++)
        chart_list_add(pen, &titles, multiples->trends[i].title ? multiples->trends[i].title : "");
    const char *args[] = {multiples->title ? multiples->title : "",
                          chart_count(pen, multiples->count), titles.data ? titles.data : ""};
    const char *told = multiples->count
                           ? chart_message(pen, pen->words->alternative_multiples, args, 3)
                           : chart_message(pen, pen->words->alternative_none, args, 1);
    buf_release(&titles);
    return told;
}

static struct chart_table *make_tables(struct grid *grid)
{
    struct chart_pen *pen = grid->pen;
    size_t count = grid->multiples->count;
    struct chart_table *tables = arena_array(&pen->figure->arena, count + 1, sizeof *tables);
    for (size_t i = 0; i < count; i++)
        tables[i] = chart_trend_table(pen, &grid->multiples->trends[i]);
    return tables;
}

const struct chart_table *chart_multiples(struct figure *figure, const struct multiples *multiples,
                                          const struct text_metrics *metrics,
                                          const struct chart_words *words, double width,
                                          double height)
{
    struct chart_pen pen = {figure, metrics, words};
    struct grid grid = {.pen = &pen, .multiples = multiples};
    double y = 0;
    width = fmax(width, CHART_LEAST_WIDTH);
    set_columns(&grid, width);
    set_height(&grid, height);
    measure(&grid);
    for (size_t i = 0; i < multiples->count; i += grid.columns)
        y = draw_row(&grid, i, y + (i ? ROW_GAP : 0));
    y = draw_legend(&grid, y, width);
    y = chart_write_notes(&pen, &grid.notes, y, width);
    struct chart_table *tables = make_tables(&grid);
    chart_describe(&pen, tables, multiples->count, &grid.notes);
    figure->title = multiples->title;
    figure->alternative = tell(&pen, multiples);
    figure->own_lang = words->lang;
    figure->width = width;
    figure->height = y + 1;
    return tables;
}
