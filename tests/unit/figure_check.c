/* The figure checker; see figure_check.h. */
#include "figure_check.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* How far things may be off, points: rounding, and text that the metrics round. */
#define TOLERANCE 0.01
#define TEXT_TOLERANCE 0.05

/* What of a line of text is ink, em above and below the baseline. */
#define INK_ABOVE 0.75
#define INK_BELOW 0.22

enum { SAMPLES = 48, MOST_PRINTED = 12 };

struct check {
    const struct figure *figure;
    struct buf *complaints;
    size_t count;
};

__attribute__((format(printf, 2, 3))) static void complain(struct check *check, const char *format,
                                                           ...)
{
    if (++check->count > MOST_PRINTED)
        return;
    char line[300];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    buf_addf(check->complaints, "%s\n", line);
}

static struct figure_rect box_rect(const struct figure_box *box)
{
    return (struct figure_rect){box->x, box->y, box->width, box->height};
}

static struct figure_rect text_rect(const struct figure_text *text)
{
    return (struct figure_rect){text->x, text->y - INK_ABOVE * text->size, text->width,
                                (INK_ABOVE + INK_BELOW) * text->size};
}

static bool overlap(struct figure_rect a, struct figure_rect b, double tolerance)
{
    return a.x < b.x + b.width - tolerance && b.x < a.x + a.width - tolerance &&
           a.y < b.y + b.height - tolerance && b.y < a.y + a.height - tolerance;
}

static bool inside(struct figure_rect inner, struct figure_rect outer, double tolerance)
{
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.x + inner.width <= outer.x + outer.width + tolerance &&
           inner.y + inner.height <= outer.y + outer.height + tolerance;
}

static bool finite_rect(struct figure_rect r)
{
    return isfinite(r.x) && isfinite(r.y) && isfinite(r.width) && isfinite(r.height) &&
           r.width >= 0 && r.height >= 0;
}

static const char *name_of(const struct figure_box *box)
{
    return box->id ? box->id : box->role ? box->role : "box";
}

/* A line of a chart's grid, over which bars are drawn. */
static bool is_grid(const struct figure_box *box)
{
    return box->role && !strcmp(box->role, "rule");
}

/* --- boxes ---------------------------------------------------------------- */

static void check_boxes(struct check *check)
{
    const struct figure *figure = check->figure;
    struct figure_rect whole = {0, 0, figure->width, figure->height};
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *a = &figure->boxes[i];
        if (!finite_rect(box_rect(a)) || !inside(box_rect(a), whole, TOLERANCE))
            complain(check, "box %s lies outside the figure", name_of(a));
        if (is_grid(a))
            continue;
        for (size_t k = i + 1; k < figure->box_count; k++)
            if (!is_grid(&figure->boxes[k]) &&
                overlap(box_rect(a), box_rect(&figure->boxes[k]), TOLERANCE))
                complain(check, "boxes %s and %s overlap", name_of(a), name_of(&figure->boxes[k]));
    }
}

/* Boxes that share some of their width stand in one column and share all of it. */
static void check_alignment(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->box_count; i++)
        for (size_t k = i + 1; k < figure->box_count; k++) {
            const struct figure_box *a = &figure->boxes[i], *b = &figure->boxes[k];
            bool meet = a->x < b->x + b->width && b->x < a->x + a->width;
            if (!a->id || !b->id || !meet)
                continue;
            if (fabs(a->x - b->x) > TOLERANCE || fabs(a->width - b->width) > TOLERANCE)
                complain(check, "boxes %s and %s are out of line", name_of(a), name_of(b));
        }
}

/* --- columns -------------------------------------------------------------- */

static bool is_rule(const struct figure_curve *curve)
{
    return curve->role && !strcmp(curve->role, "rule");
}

static double rule_left(const struct figure_curve *rule)
{
    return rule->points[0].x;
}

static double rule_right(const struct figure_curve *rule)
{
    return rule->points[rule->point_count - 1].x;
}

/* The rule that a box stands under, NULL: none. */
static const struct figure_curve *rule_above(const struct figure *figure,
                                             const struct figure_box *box)
{
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *rule = &figure->curves[i];
        if (is_rule(rule) && box->x >= rule_left(rule) - TOLERANCE &&
            box->x + box->width <= rule_right(rule) + TOLERANCE && box->y > rule->points[0].y)
            return rule;
    }
    return NULL;
}

static bool has_heading(const struct figure *figure, const struct figure_curve *rule)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        double above = rule->points[0].y - text->y;
        if (!text->box && fabs(text->x - rule_left(rule)) < TOLERANCE && above > 0 && above < 12 &&
            text->x + text->width <= rule_right(rule) + TEXT_TOLERANCE)
            return true;
    }
    return false;
}

/* The outermost boxes under a rule must be flush with its ends. */
static void check_rule(struct check *check, const struct figure_curve *rule)
{
    const struct figure *figure = check->figure;
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        if (!box->id || rule_above(figure, box) != rule)
            continue;
        left = fmin(left, box->x);
        right = fmax(right, box->x + box->width);
    }
    if (!has_heading(figure, rule))
        complain(check, "the column at %.1f has no heading", rule_left(rule));
    if (isfinite(left) &&
        (fabs(left - rule_left(rule)) > TOLERANCE || fabs(right - rule_right(rule)) > TOLERANCE))
        complain(check, "the heading at %.1f is not exactly above its column", rule_left(rule));
}

static void check_columns(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->box_count; i++)
        if (figure->boxes[i].id && !rule_above(figure, &figure->boxes[i]))
            complain(check, "box %s stands under no heading", name_of(&figure->boxes[i]));
    for (size_t i = 0; i < figure->curve_count; i++)
        if (is_rule(&figure->curves[i]))
            check_rule(check, &figure->curves[i]);
}

/* --- texts ---------------------------------------------------------------- */

static void check_text(struct check *check, size_t index)
{
    const struct figure *figure = check->figure;
    const struct figure_text *text = &figure->texts[index];
    struct figure_rect rect = text_rect(text), whole = {0, 0, figure->width, figure->height};
    if (!finite_rect(rect) || !inside(rect, whole, TEXT_TOLERANCE))
        complain(check, "text \"%.40s\" lies outside the figure", text->text);
    if (text->box > figure->box_count)
        complain(check, "text \"%.40s\" stands in a box that is not there", text->text);
    for (size_t i = 0; i < figure->box_count; i++) {
        struct figure_rect box = box_rect(&figure->boxes[i]);
        if (text->box == i + 1 && !inside(rect, box, TEXT_TOLERANCE))
            complain(check, "text \"%.40s\" runs out of box %s", text->text,
                     name_of(&figure->boxes[i]));
        if (text->box != i + 1 && overlap(rect, box, TEXT_TOLERANCE))
            complain(check, "text \"%.40s\" runs into box %s", text->text,
                     name_of(&figure->boxes[i]));
    }
    for (size_t i = index + 1; i < figure->text_count; i++)
        if (overlap(rect, text_rect(&figure->texts[i]), TEXT_TOLERANCE))
            complain(check, "texts \"%.40s\" and \"%.40s\" overlap", text->text,
                     figure->texts[i].text);
}

/* --- curves --------------------------------------------------------------- */

static struct figure_point point_at(const struct figure_point *p, double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (struct figure_point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                                 a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static bool holds_point(struct figure_rect rect, struct figure_point p, double margin)
{
    return p.x > rect.x + margin && p.x < rect.x + rect.width - margin && p.y > rect.y + margin &&
           p.y < rect.y + rect.height - margin;
}

/* Bounds of one segment: a Bézier curve lies within those of its points. */
static struct figure_rect bounds_of(const struct figure_point *p)
{
    double left = p[0].x, right = p[0].x, top = p[0].y, bottom = p[0].y;
    for (int i = 1; i < 4; i++) {
        left = fmin(left, p[i].x);
        right = fmax(right, p[i].x);
        top = fmin(top, p[i].y);
        bottom = fmax(bottom, p[i].y);
    }
    return (struct figure_rect){left, top, right - left, bottom - top};
}

static bool runs_through(const struct figure_point *segment, struct figure_rect rect, double margin)
{
    struct figure_rect bounds = bounds_of(segment);
    if (bounds.x > rect.x + rect.width || rect.x > bounds.x + bounds.width ||
        bounds.y > rect.y + rect.height || rect.y > bounds.y + bounds.height)
        return false;
    for (int i = 0; i <= SAMPLES; i++)
        if (holds_point(rect, point_at(segment, (double)i / SAMPLES), margin))
            return true;
    return false;
}

/* A link runs through no box (its own included) and no words. */
static void check_path(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    for (size_t s = 0; s + 3 < curve->point_count; s += 3) {
        for (size_t i = 0; i < figure->box_count; i++)
            if (runs_through(&curve->points[s], box_rect(&figure->boxes[i]), TOLERANCE))
                complain(check, "link %s to %s runs through box %s",
                         curve->from ? curve->from : "?", curve->to ? curve->to : "?",
                         name_of(&figure->boxes[i]));
        for (size_t i = 0; i < figure->text_count; i++)
            if (runs_through(&curve->points[s], text_rect(&figure->texts[i]), TEXT_TOLERANCE))
                complain(check, "link %s to %s runs through \"%.40s\"",
                         curve->from ? curve->from : "?", curve->to ? curve->to : "?",
                         figure->texts[i].text);
    }
}

static bool on_edge(struct figure_point p, double x, const struct figure_box *box)
{
    return fabs(p.x - x) < TOLERANCE && p.y >= box->y - TOLERANCE &&
           p.y <= box->y + box->height + TOLERANCE;
}

/* A link goes from a right edge to a left edge and never turns back. */
static void check_ends(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    const struct figure_box *from = &figure->boxes[curve->from_box - 1];
    const struct figure_box *to = &figure->boxes[curve->to_box - 1];
    if (!on_edge(curve->points[0], from->x + from->width, from))
        complain(check, "a link does not begin at the right edge of %s", name_of(from));
    if (!on_edge(curve->points[curve->point_count - 1], to->x, to))
        complain(check, "a link does not end at the left edge of %s", name_of(to));
    for (size_t i = 1; i < curve->point_count; i++)
        if (curve->points[i].x < curve->points[i - 1].x - TOLERANCE)
            complain(check, "the link from %s to %s turns back", name_of(from), name_of(to));
}

static void check_curve(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < curve->point_count; i++) {
        struct figure_point p = curve->points[i];
        if (!(p.x >= 0 && p.x <= figure->width && p.y >= 0 && p.y <= figure->height)) {
            complain(check, "a line (%s) runs out of the figure", curve->role);
            return;
        }
    }
    if (curve->point_count % 3 != 1) {
        complain(check, "a curve (%s) has %zu points", curve->role, curve->point_count);
        return;
    }
    check_path(check, curve);
    if (curve->from_box && curve->to_box)
        check_ends(check, curve);
}

static void check_size(struct check *check)
{
    const struct figure *figure = check->figure;
    if (!(isfinite(figure->width) && isfinite(figure->height) && figure->width > 0 &&
          figure->height > 0))
        complain(check, "the figure has no size");
}

size_t figure_check(const struct figure *figure, struct buf *complaints)
{
    struct check check = {.figure = figure, .complaints = complaints};
    check_size(&check);
    check_boxes(&check);
    check_alignment(&check);
    check_columns(&check);
    for (size_t i = 0; i < figure->text_count; i++)
        check_text(&check, i);
    for (size_t i = 0; i < figure->curve_count; i++)
        check_curve(&check, &figure->curves[i]);
    return check.count;
}

size_t figure_check_chart(const struct figure *figure, struct buf *complaints)
{
    struct check check = {.figure = figure, .complaints = complaints};
    check_size(&check);
    check_boxes(&check);
    for (size_t i = 0; i < figure->text_count; i++)
        check_text(&check, i);
    return check.count;
}
