/* The year wheel; see chart_wheel.h. */
#include "figure/chart_wheel.h"

#include "figure/chart_parts.h"

#include <math.h>
#include <string.h>

/* Points. */
#define OUTER 92.0
#define INNER 60.0
#define SIDE_GAP 26.0 /* between ring and labels */
#define DOT 6.0
#define EVENT_GAP 5.0
#define YEAR_SIZE 16.0
#define LINE_WIDTH 0.6
#define MOST_RISE 30.0 /* of a line that leads straight to its label */
#define TICK 5.0       /* from a rail to a label */

static const struct words_type label_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

struct chart {
    struct chart_pen pen;
    const struct wheel *wheel;
    struct figure_point middle;
    double side; /* width of the labels of a side */
};

/* An event's text and where it stands. */
struct label {
    const struct wheel_event *event;
    struct words words;
    double month;  /* where on the ring, from 0 at the top */
    double height; /* of its lines */
    double y;      /* its top */
};

static struct figure_point at(const struct chart *chart, double month, double radius)
{
    return chart_at(chart->middle, month / 12, radius);
}

/* --- the ring -------------------------------------------------------------------------- */

static void draw_circle(struct chart *chart, double radius)
{
    struct figure_curve *circle = chart_circle(&chart->pen, chart->middle, radius);
    circle->role = "rule";
    circle->color = STYLE_BOX_LINE;
}

static void write_centred(struct chart *chart, const char *text, enum text_face face, double size,
                          enum style_color color, struct figure_point middle)
{
    double width = text_width(chart->pen.metrics, face, size, text, strlen(text));
    *figure_add_text(chart->pen.figure) = (struct figure_text){
        .text = text,
        .lang = chart->wheel->own_lang,
        .x = middle.x - width / 2,
        .y = middle.y + size * 0.36,
        .width = width,
        .face = face,
        .size = size,
        .color = color,
    };
}

static void draw_ring(struct chart *chart)
{
    draw_circle(chart, OUTER);
    draw_circle(chart, INNER);
    for (int month = 0; month < 12; month++) {
        struct figure_point inner = at(chart, month, INNER);
        struct figure_point outer = at(chart, month, OUTER);
        struct figure_curve *line =
            figure_add_line(chart->pen.figure, inner.x, inner.y, outer.x, outer.y);
        line->role = "rule";
        line->color = STYLE_RULE;
        line->width = LINE_WIDTH;
        write_centred(chart, chart->wheel->months[month], TEXT_REGULAR, CHART_TEXT_SIZE, STYLE_INK,
                      at(chart, month + 0.5, (INNER + OUTER) / 2));
    }
    write_centred(chart, chart->wheel->year, TEXT_SEMIBOLD, YEAR_SIZE, STYLE_HEADING,
                  chart->middle);
}

/* --- events ---------------------------------------------------------------------------- */

/* Where on the ring, in months: the beginning, the middle or the end of a month, so that dots
 * of different days do not cover each other. */
static double place_of(const struct wheel_event *event)
{
    int third = !event->day ? 1 : event->day <= 10 ? 0 : event->day <= 20 ? 1 : 2;
    return event->month - 1 + (third + 0.5) / 3;
}

static void measure(struct chart *chart, struct label *label, const struct wheel_event *event)
{
    label->event = event;
    label->month = place_of(event);
    label->words = words_wrap(chart->pen.figure, chart->pen.metrics, &label_type, event->tag,
                              event->label, chart->side);
    label->words.lead_lang = chart->wheel->own_lang;
    label->height = words_height(&label->words);
}

/* How far the labels of a side reach above the middle and below it: as far as the ring, and
 * further where they need it. */
static double reach_of(const struct label *labels, size_t count)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += labels[i].height + EVENT_GAP;
    return fmax(total / 2, OUTER + 3 * CHART_TEXT_LEADING);
}

/* Puts labels of a side, from top to bottom, near their months without touching. */
static void spread(const struct chart *chart, struct label *labels, size_t count)
{
    double reach = reach_of(labels, count), free_from = chart->middle.y - reach;
    for (size_t i = 0; i < count; i++) {
        double wish = at(chart, labels[i].month, OUTER + DOT).y - labels[i].height / 2;
        labels[i].y = fmax(wish, free_from);
        free_from = labels[i].y + labels[i].height + EVENT_GAP;
    }
    /* What was pushed too far down is moved up again as far as there is room. */
    double bottom = chart->middle.y + reach;
    for (size_t i = count; i-- > 0;) {
        labels[i].y = fmin(labels[i].y, bottom - labels[i].height);
        bottom = labels[i].y - EVENT_GAP;
    }
}

static void draw_leader(struct chart *chart, struct figure_point from, struct figure_point to)
{
    struct figure_curve *line = figure_add_line(chart->pen.figure, from.x, from.y, to.x, to.y);
    line->role = "leader";
    line->color = STYLE_BOX_LINE;
    line->width = LINE_WIDTH;
}

/* Where the line to a label ends: beside the middle of its first line. */
static double line_of(const struct label *label)
{
    return label->y + CHART_TEXT_LEADING / 2;
}

/* The lines from a dot to the labels that share it: one to the nearest of them, level until it
 * is clear of the ring, and a rail along all of them, which ends at `x`. */
static void join(struct chart *chart, const struct label *labels, size_t count, double x)
{
    struct figure_point dot = at(chart, labels[0].month, OUTER);
    double first = line_of(&labels[0]), last = line_of(&labels[count - 1]);
    double side = x > chart->middle.x ? 1 : -1, clear = chart->middle.x + side * (OUTER + DOT);
    double rail = count > 1 ? x - side * TICK : x;
    struct figure_point end = {rail, fmax(first, fmin(dot.y, last))};
    bool level = fabs(end.y - dot.y) > MOST_RISE;
    struct figure_point start = {dot.x + side * DOT / 2, dot.y};
    struct figure_point bend = level ? (struct figure_point){clear, dot.y} : start;
    if (level)
        draw_leader(chart, start, bend);
    draw_leader(chart, bend, end);
    if (count > 1)
        draw_leader(chart, (struct figure_point){rail, first}, (struct figure_point){rail, last});
    for (size_t i = 0; i < count && count > 1; i++)
        draw_leader(chart, (struct figure_point){rail, line_of(&labels[i])},
                    (struct figure_point){x, line_of(&labels[i])});
}

/* The dot on the ring; what falls into the same place shares it. */
static void draw_dot(struct chart *chart, const struct label *label)
{
    struct figure_point dot = at(chart, label->month, OUTER);
    *figure_add_box(chart->pen.figure) = (struct figure_box){
        .id = label->event->id,
        .role = "event",
        .title = label->event->label,
        .lang = label->event->lang,
        .x = dot.x - DOT / 2,
        .y = dot.y - DOT / 2,
        .width = DOT,
        .height = DOT,
        .radius = DOT / 2,
        .fill = label->event->color,
        .line = STYLE_PAPER,
        .line_width = 1,
    };
}

/* How many labels from the first one on have the same place on the ring. */
static size_t share_dot(const struct label *labels, size_t count)
{
    size_t sharing = 1;
    while (sharing < count && labels[sharing].month == labels[0].month)
        sharing++;
    return sharing;
}

static double widest_of(const struct label *labels, size_t count)
{
    double widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = fmax(widest, labels[i].words.lines.widest);
    return widest;
}

static void draw_side(struct chart *chart, const struct label *labels, size_t count, bool right)
{
    double x = right ? chart->middle.x + OUTER + SIDE_GAP : 0;
    for (size_t i = 0, sharing; i < count; i += sharing) {
        sharing = share_dot(&labels[i], count - i);
        join(chart, &labels[i], sharing, right ? x - 3 : x + widest_of(&labels[i], sharing) + 3);
        draw_dot(chart, &labels[i]);
    }
    for (size_t i = 0; i < count; i++)
        words_write(chart->pen.figure, chart->pen.metrics, &labels[i].words, labels[i].event->lang,
                    STYLE_INK, x, labels[i].y, 0);
}

/* The events of a half of the year, from top to bottom. */
static size_t collect(struct chart *chart, struct label *labels, bool right)
{
    const struct wheel *wheel = chart->wheel;
    size_t count = 0;
    for (size_t i = 0; i < wheel->event_count; i++) {
        const struct wheel_event *event = &wheel->events[right ? i : wheel->event_count - 1 - i];
        if ((event->month <= 6) != right)
            continue;
        measure(chart, &labels[count++], event);
    }
    return count;
}

static double draw_half(struct chart *chart, bool right)
{
    struct label *labels =
        arena_array(&chart->pen.figure->arena, chart->wheel->event_count + 1, sizeof *labels);
    size_t count = collect(chart, labels, right);
    spread(chart, labels, count);
    draw_side(chart, labels, count, right);
    return count ? labels[count - 1].y + labels[count - 1].height : 0;
}

/* Moves all that was drawn down, so that nothing is above the figure. */
static void move_down(struct figure *figure, double by)
{
    for (size_t i = 0; i < figure->box_count; i++)
        figure->boxes[i].y += by;
    for (size_t i = 0; i < figure->text_count; i++)
        figure->texts[i].y += by;
    for (size_t i = 0; i < figure->curve_count; i++)
        for (size_t k = 0; k < figure->curves[i].point_count; k++)
            figure->curves[i].points[k].y += by;
}

static double highest_text(const struct figure *figure)
{
    double y = 0;
    for (size_t i = 0; i < figure->text_count; i++)
        y = fmin(y, figure->texts[i].y - CHART_TEXT_LEADING);
    return y;
}

void chart_wheel(struct figure *figure, const struct wheel *wheel,
                 const struct text_metrics *metrics, double width)
{
    struct chart chart = {
        .pen = {.figure = figure, .metrics = metrics},
        .wheel = wheel,
        .middle = {width / 2, OUTER + DOT},
        .side = fmax(width / 2 - OUTER - SIDE_GAP, 40),
    };
    double right = draw_half(&chart, true), left = draw_half(&chart, false);
    draw_ring(&chart);
    double above = -highest_text(figure);
    move_down(figure, above);
    figure->width = width;
    figure->height = fmax(fmax(left, right), chart.middle.y + OUTER + DOT) + above + 2;
}
