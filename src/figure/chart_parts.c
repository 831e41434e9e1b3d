/* What charts share; see chart_parts.h. */
#include "figure/chart_parts.h"

#include <math.h>
#include <string.h>

/* Points. */
#define MARK_REACH 2.5 /* from the middle of a mark to its edge */
#define OUTLINE 1.0

/* Em, above and below the baseline. */
#define INK_ABOVE 0.75
#define INK_BELOW 0.22

#define PI 3.14159265358979323846

enum {
    DECIMALS_MOST = 9,
    DISC_SIDES = 12,
};

#define CIRCLE_CONTROL 0.5522847498 /* of the radius: four curves make a circle */

static const struct words_type title_type = {TEXT_SEMIBOLD, CHART_TITLE_SIZE, CHART_TITLE_LEADING};
static const struct words_type note_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

/* --- texts ------------------------------------------------------------------------------- */

const char *chart_string(struct chart_pen *pen, struct buf *text)
{
    const char *string =
        arena_copy(&pen->figure->arena, text->data ? text->data : "", text->length);
    buf_release(text);
    return string;
}

const char *chart_message(struct chart_pen *pen, const char *text, const char *const *args,
                          size_t count)
{
    struct buf out = {0};
    buf_add_message(&out, text, args, count);
    return chart_string(pen, &out);
}

const char *chart_message1(struct chart_pen *pen, const char *text, const char *first)
{
    return chart_message(pen, text, &first, 1);
}

const char *chart_message2(struct chart_pen *pen, const char *text, const char *first,
                           const char *second)
{
    const char *args[] = {first, second};
    return chart_message(pen, text, args, 2);
}

const char *chart_amount(struct chart_pen *pen, double value, int decimals, const char *unit)
{
    struct buf out = {0};
    int kept = decimals < 0 ? 0 : decimals > DECIMALS_MOST ? DECIMALS_MOST : decimals;
    pen->words->add_number(pen->words->self, &out, value, kept);
    if (unit && *unit) {
        buf_add_string(&out, "\xC2\xA0"); /* no line ends there */
        buf_add_string(&out, unit);
    }
    return chart_string(pen, &out);
}

const char *chart_number(struct chart_pen *pen, double value, int decimals)
{
    return chart_amount(pen, value, decimals, NULL);
}

const char *chart_count(struct chart_pen *pen, size_t count)
{
    return chart_number(pen, (double)count, 0);
}

const char *chart_date(struct chart_pen *pen, struct date date)
{
    struct buf out = {0};
    pen->words->add_date(pen->words->self, &out, date);
    return chart_string(pen, &out);
}

const char *chart_heading(struct chart_pen *pen, const char *heading, const char *unit)
{
    if (!unit || !*unit)
        return heading;
    return chart_message2(pen, pen->words->with_unit, heading, unit);
}

const char *chart_state_word(const struct chart_pen *pen, enum chart_state state)
{
    switch (state) {
    case CHART_HIDDEN:
        return pen->words->hidden;
    case CHART_MISSING:
        return pen->words->missing;
    case CHART_UNUSABLE:
        return pen->words->unusable;
    case CHART_SHOWN:
        break;
    }
    return "";
}

const char *chart_value_cell(struct chart_pen *pen, const struct chart_value *value, int decimals)
{
    enum chart_state state = chart_state_of(value);
    if (state != CHART_SHOWN)
        return chart_state_word(pen, state);
    return chart_number(pen, value->value, decimals);
}

const char *chart_interval_cell(struct chart_pen *pen, const struct chart_value *value,
                                int decimals)
{
    if (!chart_has_interval(value))
        return "";
    return chart_message2(pen, pen->words->range,
                          chart_number(pen, chart_interval_low(value), decimals),
                          chart_number(pen, chart_interval_high(value), decimals));
}

void chart_list_add(const struct chart_pen *pen, struct buf *list, const char *part)
{
    if (list->length)
        buf_add_string(list, pen->words->list_joint);
    buf_add_string(list, part);
}

/* --- writing ----------------------------------------------------------------------------- */

double chart_width(const struct chart_pen *pen, const char *text)
{
    return text_width(pen->metrics, TEXT_REGULAR, CHART_TEXT_SIZE, text, strlen(text));
}

void chart_write(struct chart_pen *pen, const char *text, const char *lang, enum style_color color,
                 double x, double y)
{
    *figure_add_text(pen->figure) = (struct figure_text){
        .text = text,
        .lang = lang,
        .x = x,
        .y = y,
        .width = chart_width(pen, text),
        .face = TEXT_REGULAR,
        .size = CHART_TEXT_SIZE,
        .color = color,
    };
}

/* --- circles ----------------------------------------------------------------------------- */

struct figure_point chart_at(struct figure_point middle, double turn, double radius)
{
    double angle = turn * 2 * PI;
    return (struct figure_point){middle.x + sin(angle) * radius, middle.y - cos(angle) * radius};
}

/* Draws the stretch of an arc between two turns less than half a turn apart. */
static void set_arc(struct figure_point points[4], struct figure_point middle, double radius,
                    double from, double to)
{
    double reach = radius * 4 / 3 * tan((to - from) * PI / 2);
    points[0] = chart_at(middle, from, radius);
    points[3] = chart_at(middle, to, radius);
    points[1] = (struct figure_point){points[0].x + cos(from * 2 * PI) * reach,
                                      points[0].y + sin(from * 2 * PI) * reach};
    points[2] = (struct figure_point){points[3].x - cos(to * 2 * PI) * reach,
                                      points[3].y - sin(to * 2 * PI) * reach};
}

struct figure_curve *chart_arc(struct chart_pen *pen, struct figure_point middle, double radius,
                               double from, double to)
{
    double first = floor(from * 4) + 1, last = ceil(to * 4) - 1; /* quarters between the ends */
    size_t count = last >= first ? (size_t)(last - first) + 2 : 1;
    struct figure_curve *arc = figure_add_curve(pen->figure, count);
    arc->width = CHART_GRID_WIDTH;
    for (size_t i = 0; i < count; i++)
        set_arc(&arc->points[3 * i], middle, radius, i ? (first + (double)i - 1) / 4 : from,
                i + 1 < count ? (first + (double)i) / 4 : to);
    return arc;
}

struct figure_curve *chart_circle(struct chart_pen *pen, struct figure_point middle, double radius)
{
    return chart_arc(pen, middle, radius, 0, 1);
}

struct figure_rect chart_ink(const struct chart_pen *pen, const char *text, double x, double y)
{
    return (struct figure_rect){x, y - INK_ABOVE * CHART_TEXT_SIZE, chart_width(pen, text),
                                (INK_ABOVE + INK_BELOW) * CHART_TEXT_SIZE};
}

double chart_write_words(struct chart_pen *pen, const struct words_type *type, const char *text,
                         const char *lang, enum style_color color, double x, double y, double width)
{
    if (!text || !*text)
        return y;
    struct words words = words_wrap(pen->figure, pen->metrics, type, NULL, text, width);
    words_write(pen->figure, pen->metrics, &words, lang, color, x, y, 0);
    return y + words_height(&words);
}

double chart_title_height(struct chart_pen *pen, const char *title, double width)
{
    if (!title || !*title)
        return 0;
    struct words words = words_wrap(pen->figure, pen->metrics, &title_type, NULL, title, width);
    return words_height(&words);
}

double chart_write_title(struct chart_pen *pen, const char *title, double x, double y, double width)
{
    return chart_write_words(pen, &title_type, title, NULL, STYLE_HEADING, x, y, width);
}

/* --- lines and marks --------------------------------------------------------------------- */

struct figure_curve *chart_line(struct chart_pen *pen, const char *role, struct figure_point from,
                                struct figure_point to, enum style_color color, double width)
{
    struct figure_curve *line = figure_add_line(pen->figure, from.x, from.y, to.x, to.y);
    line->role = role;
    line->color = color;
    line->width = width;
    return line;
}

/* A circle whose line is `width` wide. */
static struct figure_curve *draw_circle(struct chart_pen *pen, struct figure_point at,
                                        double radius, enum style_color color, double width)
{
    static const struct figure_point ways[] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    struct figure_curve *circle = figure_add_curve(pen->figure, 4);
    double reach = radius * CIRCLE_CONTROL;
    circle->color = color;
    circle->width = width;
    for (size_t i = 0; i < 4; i++) {
        struct figure_point from = ways[i], to = ways[i + 1], *points = &circle->points[3 * i];
        points[0] = (struct figure_point){at.x + from.x * radius, at.y + from.y * radius};
        points[1] = (struct figure_point){points[0].x + to.x * reach, points[0].y + to.y * reach};
        points[3] = (struct figure_point){at.x + to.x * radius, at.y + to.y * radius};
        points[2] =
            (struct figure_point){points[3].x + from.x * reach, points[3].y + from.y * reach};
    }
    return circle;
}

/* A full bar, as a wide line. */
static struct figure_curve *draw_plate(struct chart_pen *pen, struct figure_point at,
                                       double half_width, double half_height,
                                       enum style_color color)
{
    return chart_line(pen, NULL, (struct figure_point){at.x - half_width, at.y},
                      (struct figure_point){at.x + half_width, at.y}, color, 2 * half_height);
}

/* A closed outline of straight sides; the first is drawn twice, so that all corners are
 * sharp. */
static struct figure_curve *draw_corners(struct chart_pen *pen, struct figure_point at,
                                         const struct figure_point *corners, size_t count,
                                         enum style_color color, double width)
{
    struct figure_curve *curve = figure_add_curve(pen->figure, count + 1);
    curve->color = color;
    curve->width = width;
    for (size_t i = 0; i <= count; i++) {
        struct figure_point from = corners[i % count], to = corners[(i + 1) % count];
        for (size_t k = 0; k < 4; k++) {
            double share = (double)k / 3;
            curve->points[3 * i + k] = (struct figure_point){
                at.x + from.x + (to.x - from.x) * share, at.y + from.y + (to.y - from.y) * share};
        }
    }
    return curve;
}

/* A full disc: a wide line around its middle, of straight sides, because programs that draw
 * round a tight bend of a wide line coarsely. */
static struct figure_curve *draw_disc(struct chart_pen *pen, struct figure_point at, double radius,
                                      enum style_color color)
{
    struct figure_point corners[DISC_SIDES];
    for (size_t i = 0; i < DISC_SIDES; i++) {
        double angle = 2 * PI * (double)i / DISC_SIDES;
        corners[i] = (struct figure_point){radius * 0.45 * sin(angle), -radius * 0.45 * cos(angle)};
    }
    return draw_corners(pen, at, corners, DISC_SIDES, color, radius * 1.1);
}

static struct figure_curve *draw_square(struct chart_pen *pen, struct figure_point at,
                                        enum style_color color)
{
    const double r = MARK_REACH - OUTLINE / 2;
    const struct figure_point corners[] = {{-r, -r}, {r, -r}, {r, r}, {-r, r}};
    draw_plate(pen, at, r, r, STYLE_PAPER)->role = "ground";
    return draw_corners(pen, at, corners, 4, color, OUTLINE);
}

static struct figure_curve *draw_diamond(struct chart_pen *pen, struct figure_point at,
                                         enum style_color color)
{
    const double r = (MARK_REACH + 0.5) / 2; /* the line fills the inner half and doubles it */
    const struct figure_point corners[] = {{0, -r}, {r, 0}, {0, r}, {-r, 0}};
    return draw_corners(pen, at, corners, 4, color, r * sqrt(2));
}

static struct figure_curve *draw_ring(struct chart_pen *pen, struct figure_point at,
                                      enum style_color color)
{
    draw_disc(pen, at, MARK_REACH, STYLE_PAPER)->role = "ground";
    return draw_circle(pen, at, MARK_REACH - 0.2, color, 1.2);
}

static struct figure_curve *draw_shape(struct chart_pen *pen, enum chart_mark mark,
                                       struct figure_point at, enum style_color color)
{
    switch (mark) {
    case CHART_RING:
        return draw_ring(pen, at, color);
    case CHART_SQUARE:
        return draw_square(pen, at, color);
    case CHART_PLATE:
        return draw_plate(pen, at, MARK_REACH + 0.5, 1, color);
    case CHART_DIAMOND:
        return draw_diamond(pen, at, color);
    case CHART_BLOCK:
        return draw_plate(pen, at, 2, 2, color);
    case CHART_STROKE:
        return draw_plate(pen, at, 2.5, 0.5, color);
    case CHART_DISC:
        break;
    }
    return draw_disc(pen, at, MARK_REACH, color);
}

struct figure_curve *chart_draw_mark(struct chart_pen *pen, const char *role, enum chart_mark mark,
                                     struct figure_point at, enum style_color color)
{
    struct figure_curve *curve = draw_shape(pen, mark, at, color);
    curve->role = role;
    return curve;
}

enum chart_mark chart_mark_of(size_t series)
{
    static const enum chart_mark marks[] = {CHART_SQUARE, CHART_PLATE, CHART_DIAMOND};
    return marks[series % (sizeof marks / sizeof *marks)];
}

/* --- remarks ----------------------------------------------------------------------------- */

void chart_note(struct chart_pen *pen, struct chart_notes *notes, const char *text)
{
    for (size_t i = 0; i < notes->count; i++)
        if (!strcmp(notes->items[i], text))
            return;
    notes->items = arena_grow(&pen->figure->arena, notes->items, &notes->capacity, notes->count + 1,
                              sizeof *notes->items);
    notes->items[notes->count++] = text;
}

double chart_write_notes(struct chart_pen *pen, const struct chart_notes *notes, double y,
                         double width)
{
    for (size_t i = 0; i < notes->count; i++)
        y = chart_write_words(pen, &note_type, notes->items[i], pen->words->lang, STYLE_QUIET, 0,
                              y + (i ? 0 : 2), width);
    return y;
}

/* --- the figure in words ----------------------------------------------------------------- */

/* "May 2018: Value, % 55; 95 % confidence interval 43 to 67". */
static void describe_row(const struct chart_pen *pen, struct buf *out,
                         const struct chart_table *table, size_t row)
{
    buf_add_string(out, chart_table_cell(table, row, 0));
    const char *joint = ": ";
    for (size_t i = 1; i < table->columns; i++) {
        const char *cell = chart_table_cell(table, row, i);
        if (!*cell)
            continue;
        buf_add_string(out, joint);
        buf_add_string(out, table->headings[i]);
        buf_add_char(out, ' ');
        buf_add_string(out, cell);
        joint = pen->words->list_joint;
    }
    buf_add_char(out, '\n');
}

void chart_describe(struct chart_pen *pen, const struct chart_table *tables, size_t count,
                    const struct chart_notes *notes)
{
    struct buf out = {0};
    for (size_t i = 0; i < count; i++) {
        buf_add_string(&out, tables[i].caption ? tables[i].caption : "");
        buf_add_char(&out, '\n');
        for (size_t row = 0; row < tables[i].rows; row++)
            describe_row(pen, &out, &tables[i], row);
        buf_add_char(&out, '\n');
    }
    for (size_t i = 0; notes && i < notes->count; i++) {
        buf_add_string(&out, notes->items[i]);
        buf_add_string(&out, "\n\n");
    }
    pen->figure->description = chart_string(pen, &out);
}
