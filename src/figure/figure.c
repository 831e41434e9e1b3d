/* A figure; see figure.h. */
#include "figure/figure.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

void figure_init(struct figure *figure)
{
    *figure = (struct figure){0};
    arena_init(&figure->arena);
}

struct figure *figure_pages_add(struct figure_pages *pages)
{
    pages->pages = mem_grow(pages->pages, &pages->capacity, pages->count + 1, sizeof *pages->pages);
    struct figure *page = &pages->pages[pages->count++];
    figure_init(page);
    return page;
}

void figure_pages_release(struct figure_pages *pages)
{
    if (!pages)
        return;
    for (size_t i = 0; i < pages->count; i++)
        figure_release(&pages->pages[i]);
    free(pages->pages);
    arena_release(&pages->arena);
    *pages = (struct figure_pages){0};
}

void figure_release(struct figure *figure)
{
    if (!figure)
        return;
    arena_release(&figure->arena);
    figure_init(figure);
}

struct figure_box *figure_add_box(struct figure *figure)
{
    figure->boxes = arena_grow(&figure->arena, figure->boxes, &figure->box_capacity,
                               figure->box_count + 1, sizeof *figure->boxes);
    return &figure->boxes[figure->box_count++];
}

struct figure_text *figure_add_text(struct figure *figure)
{
    figure->texts = arena_grow(&figure->arena, figure->texts, &figure->text_capacity,
                               figure->text_count + 1, sizeof *figure->texts);
    return &figure->texts[figure->text_count++];
}

struct figure_curve *figure_add_curve(struct figure *figure, size_t segments)
{
    figure->curves = arena_grow(&figure->arena, figure->curves, &figure->curve_capacity,
                                figure->curve_count + 1, sizeof *figure->curves);
    struct figure_curve *curve = &figure->curves[figure->curve_count++];
    curve->point_count = 1 + 3 * segments;
    curve->points = arena_array(&figure->arena, curve->point_count, sizeof *curve->points);
    return curve;
}

struct figure_curve *figure_add_line(struct figure *figure, double x1, double y1, double x2,
                                     double y2)
{
    struct figure_curve *line = figure_add_curve(figure, 1);
    for (size_t i = 0; i < 4; i++) {
        double share = (double)i / 3;
        line->points[i] = (struct figure_point){x1 + (x2 - x1) * share, y1 + (y2 - y1) * share};
    }
    return line;
}

/* Cuts the bar into pieces of about `on` points with `off` between, ending with a piece;
 * into two at least, so that the pattern is seen, and at most `most`. */
static size_t cut_bar(struct figure_rect bar, double on, double off, size_t most,
                      struct figure_rect *parts)
{
    double fits = floor((bar.height + off) / (on + off));
    size_t count = fits < 2 ? 2 : fits > (double)most ? most : (size_t)fits;
    double step = (bar.height + off) / (double)count;
    double piece = fmin(bar.height, step * on / (on + off));
    step = (bar.height - piece) / (double)(count - 1);
    for (size_t i = 0; i < count; i++)
        parts[i] = (struct figure_rect){bar.x, bar.y + step * (double)i, bar.width, piece};
    return count;
}

/* Pieces that touch with their corners. */
static size_t check_bar(struct figure_rect bar, struct figure_rect *parts)
{
    size_t count = cut_bar(bar, 2.75, 0, FIGURE_BAR_PARTS, parts);
    for (size_t i = 0; i < count; i++) {
        parts[i].width = bar.width / 2;
        parts[i].x += i % 2 ? bar.width / 2 : 0;
    }
    return count;
}

/* Long pieces with short ones between them: two of each at least. */
static size_t mix_bar(struct figure_rect bar, struct figure_rect *parts)
{
    size_t count = cut_bar(bar, 7, 5, FIGURE_BAR_PARTS / 2, parts);
    double gap = parts[1].y - parts[0].y - parts[0].height, dot = gap / 3;
    for (size_t i = 0; i + 1 < count; i++)
        parts[count + i] =
            (struct figure_rect){bar.x, parts[i].y + parts[i].height + dot, bar.width, dot};
    return 2 * count - 1;
}

/* Three steps, each narrower than the one above. */
static size_t step_bar(struct figure_rect bar, struct figure_rect *parts)
{
    for (int i = 0; i < 3; i++)
        parts[i] = (struct figure_rect){bar.x, bar.y + bar.height * i / 3, bar.width * (3 - i) / 3,
                                        bar.height / 3};
    return 3;
}

static size_t double_bar(struct figure_rect bar, struct figure_rect *parts)
{
    double third = bar.width / 3;
    parts[0] = (struct figure_rect){bar.x, bar.y, third, bar.height};
    parts[1] = (struct figure_rect){bar.x + 2 * third, bar.y, third, bar.height};
    return 2;
}

size_t figure_bar_parts(const struct figure_box *box, struct figure_rect parts[FIGURE_BAR_PARTS])
{
    struct figure_rect bar = {box->x, box->y, FIGURE_BAR_WIDTH, box->height};
    parts[0] = bar;
    switch (box->bar) {
    case FIGURE_BAR_SOLID:
        return 1;
    case FIGURE_BAR_DASHED:
        return cut_bar(bar, 6, 2.5, FIGURE_BAR_PARTS, parts);
    case FIGURE_BAR_DOTTED:
        return cut_bar(bar, 2, 2, FIGURE_BAR_PARTS, parts);
    case FIGURE_BAR_DOUBLE:
        return double_bar(bar, parts);
    case FIGURE_BAR_HALF:
        parts[0].height /= 2;
        return 1;
    case FIGURE_BAR_CHECKED:
        return check_bar(bar, parts);
    case FIGURE_BAR_MIXED:
        return mix_bar(bar, parts);
    case FIGURE_BAR_STEPS:
        return step_bar(bar, parts);
    case FIGURE_BAR_NONE:
    case FIGURE_BARS:
        break;
    }
    return 0;
}

enum figure_dash figure_dash_of(const struct figure_curve *curve)
{
    if (curve->dotted)
        return FIGURE_DOTTED;
    return curve->dashed ? FIGURE_DASHED : FIGURE_SOLID;
}

void figure_arrow_head(const struct figure_curve *curve, struct figure_point head[3])
{
    const double half = 2.4; /* of the head's width, points */
    struct figure_point tip = curve->points[curve->point_count - 1];
    double dx = 1, dy = 0;
    for (size_t i = curve->point_count - 1; i-- > 0;) { /* the last point that is apart */
        double x = tip.x - curve->points[i].x, y = tip.y - curve->points[i].y;
        double length = hypot(x, y);
        if (length > 1e-6) {
            dx = x / length;
            dy = y / length;
            break;
        }
    }
    struct figure_point back = {tip.x - dx * FIGURE_HEAD_LENGTH, tip.y - dy * FIGURE_HEAD_LENGTH};
    head[0] = tip;
    head[1] = (struct figure_point){back.x - dy * half, back.y + dx * half};
    head[2] = (struct figure_point){back.x + dy * half, back.y - dx * half};
}
