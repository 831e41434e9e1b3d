/* Several figures as one; see figure_stack.h. */
#include "figure/figure_stack.h"

#include "base/buf.h"

#include <math.h>
#include <string.h>

#define LINE_WIDTH 0.75 /* points: between two sheets */

/* How many boxes stand before those of the figure that is added; its own are counted on. */
static size_t move_box(size_t box, size_t before)
{
    return box ? box + before : 0;
}

static void add_boxes(struct figure *into, const struct figure *figure, double x, double y)
{
    for (size_t i = 0; i < figure->box_count; i++) {
        struct figure_box *box = figure_add_box(into);
        *box = figure->boxes[i];
        box->x += x;
        box->y += y;
    }
}

static void add_curves(struct figure *into, const struct figure *figure, size_t before, double x,
                       double y)
{
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *from = &figure->curves[i];
        struct figure_curve *curve = figure_add_curve(into, 1);
        struct figure_point *points = arena_array(&into->arena, from->point_count, sizeof *points);
        for (size_t p = 0; p < from->point_count; p++)
            points[p] = (struct figure_point){from->points[p].x + x, from->points[p].y + y};
        *curve = *from;
        curve->points = points;
        curve->from_box = move_box(from->from_box, before);
        curve->to_box = move_box(from->to_box, before);
        curve->mark_box = move_box(from->mark_box, before);
    }
}

static void add_texts(struct figure *into, const struct figure *figure, size_t before, double x,
                      double y)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        struct figure_text *text = figure_add_text(into);
        *text = figure->texts[i];
        text->x += x;
        text->y += y;
        text->box = move_box(text->box, before);
    }
}

static void add_line(struct figure *into, double y, double width)
{
    struct figure_curve *line = figure_add_line(into, 0, y, width, y);
    line->role = "rule";
    line->color = STYLE_RULE;
    line->width = LINE_WIDTH;
}

static const char *join_alternatives(struct figure *into, const struct figure *figures,
                                     size_t count)
{
    struct buf text = {0};
    for (size_t i = 0; i < count; i++)
        if (figures[i].alternative)
            buf_addf(&text, "%s%s", text.length ? "\n" : "", figures[i].alternative);
    const char *kept = text.data ? arena_string(&into->arena, text.data) : NULL;
    buf_release(&text);
    return kept;
}

void figure_stack(struct figure *into, const struct figure *figures, size_t count,
                  const struct figure_sheet *sheet)
{
    double y = 0;
    if (!count)
        return;
    into->title = figures[0].title;
    into->description = figures[0].description;
    into->lang = figures[0].lang;
    into->own_lang = figures[0].own_lang;
    into->alternative = join_alternatives(into, figures, count);
    double widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = fmax(widest, figures[i].width);
    into->width = fmax(sheet->width, widest + 2 * sheet->side);
    double x = (into->width - widest) / 2; /* they begin at one edge */
    for (size_t i = 0; i < count; i++) {
        size_t before = into->box_count;
        if (i)
            add_line(into, y, into->width);
        add_boxes(into, &figures[i], x, y + sheet->top);
        add_curves(into, &figures[i], before, x, y + sheet->top);
        add_texts(into, &figures[i], before, x, y + sheet->top);
        y += fmax(sheet->height, figures[i].height + 2 * sheet->top);
    }
    into->height = y;
}
