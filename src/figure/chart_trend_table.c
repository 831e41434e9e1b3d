/* A trend in words and as a table. */
#include "figure/chart_panel_parts.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* --- the alternative --------------------------------------------------------------------- */

/* What is told of a series: its first and last value, how many there are and are not. */
struct told {
    const struct panel_point *first, *last;
    size_t shown, left_out;
    bool broken; /* a break lies between first and last */
};

static struct told tell(const struct trend *trend, const struct panel_points *points)
{
    struct told told = {0};
    for (size_t i = 0; i < points->count; i++) {
        const struct panel_point *point = &points->items[i];
        if (point->state != CHART_SHOWN) {
            told.left_out++;
            continue;
        }
        if (!told.first)
            told.first = point;
        told.last = point;
        told.shown++;
    }
    told.broken =
        told.first && panel_stretch(trend, told.first->day) != panel_stretch(trend, told.last->day);
    return told;
}

static const char *amount_of(struct chart_pen *pen, const struct trend *trend, double value)
{
    return chart_amount(pen, value, trend->decimals, trend->unit);
}

static void tell_values(struct chart_pen *pen, struct buf *out, const struct trend *trend,
                        const struct told *told)
{
    const struct chart_words *words = pen->words;
    const char *args[6] = {trend->title ? trend->title : ""};
    if (!told->first) {
        buf_add_message(out, words->alternative_none, args, 1);
        return;
    }
    args[1] = amount_of(pen, trend, told->first->point->value.value);
    args[2] = chart_date(pen, told->first->point->date);
    args[3] = amount_of(pen, trend, told->last->point->value.value);
    args[4] = chart_date(pen, told->last->point->date);
    args[5] = chart_count(pen, told->shown);
    buf_add_message(out, told->shown == 1 ? words->alternative_one : words->alternative_trend, args,
                    told->shown == 1 ? 3 : 6);
}

static void add_sentence(struct buf *out, const char *sentence)
{
    buf_add_char(out, ' ');
    buf_add_string(out, sentence);
}

static void tell_target(struct chart_pen *pen, struct buf *out, const struct trend *trend)
{
    const struct trend_target *target = &trend->target;
    if (!target->given || !(fabs(target->low) <= CHART_MOST && fabs(target->high) <= CHART_MOST))
        return;
    const char *low = amount_of(pen, trend, fmin(target->low, target->high));
    const char *high = amount_of(pen, trend, fmax(target->low, target->high));
    if (target->low == target->high)
        add_sentence(out, chart_message1(pen, pen->words->alternative_target, low));
    else
        add_sentence(out, chart_message2(pen, pen->words->alternative_between, low, high));
}

const char *chart_trend_alternative(struct chart_pen *pen, const struct trend *trend)
{
    struct panel_points points = chart_panel_sort(&pen->figure->arena, &trend->series);
    struct told told = tell(trend, &points);
    struct buf out = {0};
    tell_values(pen, &out, trend, &told);
    if (told.broken)
        add_sentence(&out, pen->words->alternative_break);
    tell_target(pen, &out, trend);
    if (told.left_out)
        add_sentence(&out, chart_message1(pen, pen->words->alternative_left_out,
                                          chart_count(pen, told.left_out)));
    return chart_string(pen, &out);
}

/* --- the table --------------------------------------------------------------------------- */

/* A figure of the table: what of a series belongs to a date. */
struct entry {
    double day; /* infinite: without a date */
    struct date date;
    size_t again;                    /* number among those of its series and date */
    size_t series;                   /* 0: its own, then the others, then the path */
    const struct trend_point *point; /* NULL: of the path */
    double step;                     /* of the path */
};

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    int by_date = date_compare(x->date, y->date);
    if (by_date)
        return by_date;
    if (x->again != y->again)
        return x->again < y->again ? -1 : 1;
    return (x->series > y->series) - (x->series < y->series);
}

static bool is_same_row(const struct entry *a, const struct entry *b)
{
    return a->day == b->day && !date_compare(a->date, b->date) && a->again == b->again;
}

struct entries {
    struct entry *items;
    size_t count;
};

static void add_entries(struct entries *entries, const struct trend_series *series, size_t number)
{
    size_t from = entries->count;
    for (size_t i = 0; i < series->count; i++) {
        const struct trend_point *point = &series->points[i];
        bool dated = date_given(point->date);
        struct entry entry = {.day = dated ? chart_day_of(point->date) : INFINITY,
                              .date = point->date,
                              .series = number,
                              .point = point};
        for (size_t k = from; k < entries->count; k++)
            entry.again += !date_compare(entries->items[k].date, point->date);
        entries->items[entries->count++] = entry;
    }
}

static void add_path(struct entries *entries, const struct trend *trend)
{
    for (size_t i = 0; i < trend->path_count; i++)
        if (date_given(trend->path[i].date) && fabs(trend->path[i].value) <= CHART_MOST)
            entries->items[entries->count++] = (struct entry){
                .day = chart_day_of(trend->path[i].date),
                .date = trend->path[i].date,
                .series = trend->other_count + 1,
                .step = trend->path[i].value,
            };
}

static struct entries collect(struct chart_pen *pen, const struct trend *trend)
{
    size_t most = trend->series.count + trend->path_count;
    for (size_t i = 0; i < trend->other_count; i++)
        most += trend->others[i].count;
    struct entries entries = {
        .items = arena_array(&pen->figure->arena, most + 1, sizeof *entries.items)};
    add_entries(&entries, &trend->series, 0);
    for (size_t i = 0; i < trend->other_count; i++)
        add_entries(&entries, &trend->others[i], i + 1);
    add_path(&entries, trend);
    qsort(entries.items, entries.count, sizeof *entries.items, compare_entries);
    return entries;
}

static size_t count_rows(const struct entries *entries)
{
    size_t rows = 0;
    for (size_t i = 0; i < entries->count; i++)
        rows += !i || !is_same_row(&entries->items[i - 1], &entries->items[i]);
    return rows;
}

/* Where what stands; 0: nowhere. */
struct columns {
    size_t *value, *interval; /* by series */
    size_t path, remark, count;
};

static bool has_intervals(const struct trend_series *series)
{
    for (size_t i = 0; i < series->count; i++)
        if (chart_has_interval(&series->points[i].value))
            return true;
    return false;
}

static bool has_remarks(const struct trend *trend)
{
    for (size_t i = 0; i < trend->series.count; i++)
        if (trend->series.points[i].baseline)
            return true;
    return trend->break_count > 0;
}

static const struct trend_series *series_of(const struct trend *trend, size_t number)
{
    return number ? &trend->others[number - 1] : &trend->series;
}

static struct columns plan_columns(struct chart_pen *pen, const struct trend *trend)
{
    size_t series = trend->other_count + 1;
    struct columns columns = {.count = 1};
    columns.value = arena_array(&pen->figure->arena, series, sizeof *columns.value);
    columns.interval = arena_array(&pen->figure->arena, series, sizeof *columns.interval);
    for (size_t i = 0; i < series; i++) {
        columns.value[i] = columns.count++;
        if (has_intervals(series_of(trend, i)))
            columns.interval[i] = columns.count++;
    }
    if (trend->path_count)
        columns.path = columns.count++;
    if (has_remarks(trend))
        columns.remark = columns.count++;
    return columns;
}

static void set_headings(struct chart_pen *pen, const struct trend *trend,
                         const struct columns *columns, struct chart_table *table)
{
    const struct chart_words *words = pen->words;
    table->headings[0] = words->date_heading;
    for (size_t i = 0; i <= trend->other_count; i++) {
        const char *label = series_of(trend, i)->label;
        table->headings[columns->value[i]] =
            chart_heading(pen, label && *label ? label : words->value_heading, trend->unit);
        if (columns->interval[i])
            table->headings[columns->interval[i]] =
                trend->other_count ? chart_heading(pen, words->interval, label) : words->interval;
    }
    if (columns->path)
        table->headings[columns->path] = words->expected;
    if (columns->remark)
        table->headings[columns->remark] = words->remark_heading;
}

static void fill_cells(struct chart_pen *pen, const struct trend *trend,
                       const struct columns *columns, const struct entry *entry, const char **cells)
{
    cells[0] = chart_date(pen, entry->date);
    if (!entry->point) {
        cells[columns->path] = chart_number(pen, entry->step, trend->decimals);
        return;
    }
    const struct chart_value *value = &entry->point->value;
    cells[columns->value[entry->series]] = chart_value_cell(pen, value, trend->decimals);
    if (columns->interval[entry->series])
        cells[columns->interval[entry->series]] = chart_interval_cell(pen, value, trend->decimals);
    if (!entry->series && entry->point->baseline)
        cells[columns->remark] = pen->words->baseline;
}

/* Says of the first row behind a break that it is. */
static void mark_break(struct chart_pen *pen, const struct columns *columns, const char **cells)
{
    const char *word = pen->words->series_break;
    struct buf remark = {0};
    if (*cells[columns->remark])
        chart_list_add(pen, &remark, cells[columns->remark]);
    chart_list_add(pen, &remark, word);
    cells[columns->remark] = chart_string(pen, &remark);
}

static void fill_rows(struct chart_pen *pen, const struct trend *trend,
                      const struct columns *columns, const struct entries *entries,
                      struct chart_table *table)
{
    size_t row = 0, breaks = SIZE_MAX; /* nothing yet that could be broken */
    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *entry = &entries->items[i];
        bool begins = !i || !is_same_row(entry - 1, entry);
        row += i && begins;
        const char **cells = &table->cells[row * table->columns];
        fill_cells(pen, trend, columns, entry, cells);
        if (!entry->point || !isfinite(entry->day))
            continue;
        size_t before = panel_stretch(trend, entry->day);
        if (before > breaks)
            mark_break(pen, columns, cells);
        breaks = before;
    }
}

/* "70", or "40 to 60". */
static const char *target_cell(struct chart_pen *pen, const struct trend *trend)
{
    const struct trend_target *target = &trend->target;
    struct chart_value value = {
        .value = target->low, .has_interval = true, .low = target->low, .high = target->high};
    if (!chart_has_interval(&value))
        return pen->words->unusable;
    return target->low == target->high ? chart_number(pen, target->low, trend->decimals)
                                       : chart_interval_cell(pen, &value, trend->decimals);
}

static void fill_target(struct chart_pen *pen, const struct trend *trend,
                        const struct columns *columns, const char **cells)
{
    cells[0] = pen->words->target_row;
    if (date_given(trend->target.date))
        cells[0] = chart_message2(pen, "{1}, {2}", pen->words->target_row,
                                  chart_date(pen, trend->target.date));
    cells[columns->value[0]] = target_cell(pen, trend);
}

struct chart_table chart_trend_table(struct chart_pen *pen, const struct trend *trend)
{
    struct entries entries = collect(pen, trend);
    struct columns columns = plan_columns(pen, trend);
    size_t rows = count_rows(&entries);
    struct chart_table table =
        chart_table_make(&pen->figure->arena, columns.count, rows + trend->target.given);
    table.caption = trend->title;
    set_headings(pen, trend, &columns, &table);
    fill_rows(pen, trend, &columns, &entries, &table);
    if (trend->target.given)
        fill_target(pen, trend, &columns, &table.cells[rows * table.columns]);
    return table;
}
