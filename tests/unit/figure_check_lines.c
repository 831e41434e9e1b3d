/* The figure checker: links, and the marks on them; see figure_check.h. */
#include "figure_check_parts.h"

#include <math.h>

enum { MOST_SPLITS = 30 };

/* --- curves ----------------------------------------------------------------- */

/* Bounds of points: a Bézier curve lies within those of its own. */
static struct figure_rect bounds_of(const struct figure_point *p, size_t count)
{
    double left = p[0].x, right = p[0].x, top = p[0].y, bottom = p[0].y;
    for (size_t i = 1; i < count; i++) {
        left = fmin(left, p[i].x);
        right = fmax(right, p[i].x);
        top = fmin(top, p[i].y);
        bottom = fmax(bottom, p[i].y);
    }
    return (struct figure_rect){left, top, right - left, bottom - top};
}

static struct figure_point middle(struct figure_point a, struct figure_point b)
{
    return (struct figure_point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/* Cuts a segment in two halves, after de Casteljau. */
static void halve(const struct figure_point p[4], struct figure_point left[4],
                  struct figure_point right[4])
{
    struct figure_point inner = middle(p[1], p[2]);
    left[0] = p[0];
    left[1] = middle(p[0], p[1]);
    left[2] = middle(left[1], inner);
    right[3] = p[3];
    right[2] = middle(p[2], p[3]);
    right[1] = middle(inner, right[2]);
    left[3] = right[0] = middle(left[2], right[1]);
}

static bool holds(struct figure_rect rect, struct figure_point p)
{
    return p.x > rect.x && p.x < rect.x + rect.width && p.y > rect.y && p.y < rect.y + rect.height;
}

/* As check_overlap(), also for bounds of no width or height. */
static bool meets(struct figure_rect a, struct figure_rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* True if a segment enters the rectangle; exact but for a hair's breadth at its corners. */
static bool segment_enters(const struct figure_point p[4], struct figure_rect rect, int splits)
{
    if (!meets(bounds_of(p, 4), rect))
        return false;
    if (!splits || holds(rect, p[0]) || holds(rect, p[3]))
        return true;
    struct figure_point left[4], right[4];
    halve(p, left, right);
    return segment_enters(left, rect, splits - 1) || segment_enters(right, rect, splits - 1);
}

static bool enters(const struct figure_curve *curve, struct figure_rect rect)
{
    for (size_t s = 0; s + 3 < curve->point_count; s += 3)
        if (segment_enters(&curve->points[s], rect, MOST_SPLITS))
            return true;
    return false;
}

/* The rectangle with a margin around it; less than none makes it smaller. */
static struct figure_rect widened(struct figure_rect rect, double margin)
{
    return (struct figure_rect){rect.x - margin, rect.y - margin, rect.width + 2 * margin,
                                rect.height + 2 * margin};
}

static bool passes_near(const struct figure_curve *curve, struct figure_point p, double distance)
{
    return enters(curve,
                  (struct figure_rect){p.x - distance, p.y - distance, 2 * distance, 2 * distance});
}

static const char *end_name(const char *id)
{
    return id ? id : "?";
}

/* --- what a link runs through ------------------------------------------------- */

static struct figure_point centre_of(const struct figure_box *box)
{
    return (struct figure_point){box->x + box->width / 2, box->y + box->height / 2};
}

/* True if the box is the mark of this link. */
static bool is_own_mark(const struct check *check, const struct figure_curve *curve,
                        const struct figure_box *box)
{
    return curve->mark_box && curve->mark_box == (size_t)(box - check->figure->boxes) + 1;
}

/* Links keep half their width off boxes, but touch their own; lines between the cells of a table
 * touch them. */
static void check_curve_on_boxes(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    struct figure_rect bounds = widened(bounds_of(curve->points, curve->point_count), curve->width);
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        bool own = !check_is_link(curve) || curve->from_box == i + 1 || curve->to_box == i + 1;
        struct figure_rect rect =
            widened(check_box_rect(box), own ? -CHECK_TOLERANCE : curve->width / 2);
        if (!meets(bounds, rect) || check_is(box->role, "group") || !enters(curve, rect) ||
            is_own_mark(check, curve, box))
            continue;
        check_complain(check, FAULT_THROUGH, "link %.60s to %.60s and box \"%.60s\" (%s)",
                       end_name(curve->from), end_name(curve->to), check_name(box),
                       box->role ? box->role : "?");
    }
}

/* Texts in boxes stand where no link runs, but for the titles of frames. */
static bool is_struck_by_lines(const struct figure *figure, const struct figure_text *text)
{
    return !text->box || text->box > figure->box_count ||
           check_is(figure->boxes[text->box - 1].role, "group");
}

static void check_curve_on_texts(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    struct figure_rect bounds = bounds_of(curve->points, curve->point_count);
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        struct figure_rect rect = widened(check_text_rect(text), -CHECK_TEXT_TOLERANCE);
        if (meets(bounds, rect) && is_struck_by_lines(figure, text) && enters(curve, rect))
            check_complain(check, FAULT_STRIKE, "%s %.60s to %.60s and \"%.60s\"",
                           curve->role ? curve->role : "line", end_name(curve->from),
                           end_name(curve->to), text->text);
    }
}

/* --- ends ------------------------------------------------------------------- */

enum edge { EDGE_LEFT, EDGE_RIGHT, EDGE_TOP, EDGE_BOTTOM };

/* On the straight part of an edge: in a rounded corner there is nothing to touch. */
static bool is_on_edge(struct figure_point p, const struct figure_box *box, enum edge edge)
{
    bool upright = edge == EDGE_LEFT || edge == EDGE_RIGHT;
    double along = upright ? p.y : p.x, across = upright ? p.x : p.y;
    double start = upright ? box->y : box->x, size = upright ? box->height : box->width;
    double at = edge == EDGE_LEFT    ? box->x
                : edge == EDGE_RIGHT ? box->x + box->width
                : edge == EDGE_TOP   ? box->y
                                     : box->y + box->height;
    double corner = fmin(box->radius, size / 2);
    return fabs(across - at) <= CHECK_TOLERANCE && along >= start + corner - CHECK_TOLERANCE &&
           along <= start + size - corner + CHECK_TOLERANCE;
}

/* The back of an arrow head lies before the box, not in it. */
static void check_head(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    struct figure_point head[3];
    figure_arrow_head(curve, head);
    struct figure_rect bounds = bounds_of(head, 3);
    struct figure_rect whole = {0, 0, figure->width, figure->height};
    if (!check_inside(bounds, whole, CHECK_TOLERANCE))
        check_complain(check, FAULT_OUTSIDE, "the head of link %.60s to %.60s",
                       end_name(curve->from), end_name(curve->to));
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        struct figure_rect rect = widened(check_box_rect(box), -CHECK_TOLERANCE);
        if (meets(bounds, rect) && !check_is(box->role, "group") &&
            (holds(rect, head[1]) || holds(rect, head[2])) && !is_own_mark(check, curve, box))
            check_complain(check, FAULT_END,
                           "the head of link %.60s to %.60s lies in box \"%.60s\"",
                           end_name(curve->from), end_name(curve->to), check_name(box));
    }
}

static void check_ends(struct check *check, const struct figure_curve *curve)
{
    const struct figure *figure = check->figure;
    bool rows = check->form == FIGURE_ROWS;
    if (curve->from_box > figure->box_count || curve->to_box > figure->box_count) {
        check_complain(check, FAULT_END, "link %.60s to %.60s joins a box that is not there",
                       end_name(curve->from), end_name(curve->to));
        return;
    }
    const struct figure_box *from = &figure->boxes[curve->from_box - 1];
    const struct figure_box *to = &figure->boxes[curve->to_box - 1];
    if (!is_on_edge(curve->points[0], from, rows ? EDGE_BOTTOM : EDGE_RIGHT))
        check_complain(check, FAULT_END, "a link to %.60s does not begin at the edge of %.60s",
                       check_name(to), check_name(from));
    if (!is_on_edge(curve->points[curve->point_count - 1], to, rows ? EDGE_TOP : EDGE_LEFT))
        check_complain(check, FAULT_END, "a link from %.60s does not end at the edge of %.60s",
                       check_name(from), check_name(to));
    if (curve->arrow)
        check_head(check, curve);
    for (size_t i = 1; i < curve->point_count; i++) {
        double step = rows ? curve->points[i].y - curve->points[i - 1].y
                           : curve->points[i].x - curve->points[i - 1].x;
        if (step < -CHECK_TOLERANCE) {
            check_complain(check, FAULT_BACKWARDS, "the link from %.60s to %.60s", check_name(from),
                           check_name(to));
            return;
        }
    }
}

/* --- marks ------------------------------------------------------------------ */

/* A mark stands on the middle line of the one link that it is said to be on; strangers were
 * found by check_curve_on_boxes(). */
static void check_mark(struct check *check, const struct figure_box *mark)
{
    const struct figure *figure = check->figure;
    size_t own = 0;
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (!is_own_mark(check, curve, mark))
            continue;
        own++;
        if (!passes_near(curve, centre_of(mark), 0.5))
            check_complain(check, FAULT_MARK, "\"%.60s\" at %.1f, %.1f is beside its link",
                           check_name(mark), mark->x, mark->y);
    }
    if (own != 1)
        check_complain(check, FAULT_MARK, "\"%.60s\" at %.1f, %.1f is on %zu links",
                       check_name(mark), mark->x, mark->y, own);
}

/* --- all of them ------------------------------------------------------------ */

static bool check_points(struct check *check, const struct figure_curve *curve)
{
    const char *role = curve->role ? curve->role : "line";
    struct figure_rect whole = {0, 0, check->figure->width, check->figure->height};
    if (curve->point_count < 4 || curve->point_count % 3 != 1) {
        check_complain(check, FAULT_SIZE, "a curve (%s) has %zu points", role, curve->point_count);
        return false;
    }
    for (size_t i = 0; i < curve->point_count; i++)
        if (!isfinite(curve->points[i].x) || !isfinite(curve->points[i].y)) {
            check_complain(check, FAULT_SIZE, "a curve (%s) is nowhere", role);
            return false;
        }
    struct figure_rect bounds = bounds_of(curve->points, curve->point_count);
    if (!check_inside(bounds, whole, CHECK_TOLERANCE))
        check_complain(check, FAULT_OUTSIDE,
                       "a curve (%s), %.60s to %.60s, %.1f, %.1f, %.1f by %.1f", role,
                       end_name(curve->from), end_name(curve->to), bounds.x, bounds.y, bounds.width,
                       bounds.height);
    return true;
}

void check_lines(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (!check_points(check, curve))
            continue;
        check_curve_on_texts(check, curve);
        if (check->form == FIGURE_CHART)
            continue;
        check_curve_on_boxes(check, curve);
        if (check_is_link(curve))
            check_ends(check, curve);
    }
    for (size_t i = 0; i < figure->box_count; i++)
        if (check->form != FIGURE_CHART && check_is(figure->boxes[i].role, "mark"))
            check_mark(check, &figure->boxes[i]);
}
