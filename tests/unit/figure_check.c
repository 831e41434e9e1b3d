/* The figure checker: boxes, columns and texts; see figure_check.h. */
#include "figure_check_parts.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What of a line of text is ink, em above and below the baseline. */
#define INK_ABOVE 0.75
#define INK_BELOW 0.22

/* Some fourteen letters of the smallest text: less is a box of hyphens. */
#define LEAST_WIDTH 60.0

enum { MOST_PRINTED = 6 }; /* of each kind */

const char *figure_fault_name(enum figure_fault fault)
{
    static const char *const names[FAULTS] = {
        [FAULT_SIZE] = "size",           [FAULT_OUTSIDE] = "outside",
        [FAULT_OVERLAP] = "overlap",     [FAULT_FRAME] = "frame",
        [FAULT_NARROW] = "narrow",       [FAULT_COLUMN] = "column",
        [FAULT_HEADING] = "heading",     [FAULT_SMALL] = "small",
        [FAULT_SPILL] = "spill",         [FAULT_COVERED] = "covered",
        [FAULT_JUMBLE] = "jumble",       [FAULT_THROUGH] = "through",
        [FAULT_STRIKE] = "strike",       [FAULT_END] = "end",
        [FAULT_BACKWARDS] = "backwards", [FAULT_MARK] = "mark",
        [FAULT_IDLE] = "idle in legend", [FAULT_UNTOLD] = "not in legend",
    };
    return names[fault];
}

void check_complain(struct check *check, enum figure_fault fault, const char *format, ...)
{
    struct figure_faults *faults = check->faults;
    faults->count++;
    if (++faults->of[fault] > MOST_PRINTED)
        return;
    char line[400];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    buf_addf(&faults->words, "%s: %s\n", figure_fault_name(fault), line);
}

void figure_faults_release(struct figure_faults *faults)
{
    buf_release(&faults->words);
}

/* --- what things are -------------------------------------------------------- */

bool check_is(const char *role, const char *wanted)
{
    return role && !strcmp(role, wanted);
}

bool check_is_content(const struct figure_box *box)
{
    return !check_is(box->role, "group") && !check_is(box->role, "hub") &&
           !check_is(box->role, "mark") && !check_is(box->role, "legend") &&
           !check_is(box->role, "chip");
}

bool check_is_link(const struct figure_curve *curve)
{
    return curve->from_box && curve->to_box;
}

const char *check_name(const struct figure_box *box)
{
    return box->id ? box->id : box->title ? box->title : box->role ? box->role : "?";
}

/* A line of a chart's grid, over which bars are drawn. */
static bool is_grid(const struct check *check, const struct figure_box *box)
{
    return check->form == FIGURE_CHART && check_is(box->role, "rule");
}

/* --- rectangles ------------------------------------------------------------- */

struct figure_rect check_box_rect(const struct figure_box *box)
{
    return (struct figure_rect){box->x, box->y, box->width, box->height};
}

struct figure_rect check_text_rect(const struct figure_text *text)
{
    return (struct figure_rect){text->x, text->y - INK_ABOVE * text->size, text->width,
                                (INK_ABOVE + INK_BELOW) * text->size};
}

bool check_overlap(struct figure_rect a, struct figure_rect b, double tolerance)
{
    return a.x < b.x + b.width - tolerance && b.x < a.x + a.width - tolerance &&
           a.y < b.y + b.height - tolerance && b.y < a.y + a.height - tolerance;
}

bool check_inside(struct figure_rect inner, struct figure_rect outer, double tolerance)
{
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.x + inner.width <= outer.x + outer.width + tolerance &&
           inner.y + inner.height <= outer.y + outer.height + tolerance;
}

static bool is_finite(struct figure_rect r)
{
    return isfinite(r.x) && isfinite(r.y) && isfinite(r.width) && isfinite(r.height) &&
           r.width >= 0 && r.height >= 0;
}

/* Complains of what has no size, or lies outside. */
static void check_place(struct check *check, struct figure_rect rect, double tolerance,
                        const char *what, const char *name)
{
    struct figure_rect whole = {0, 0, check->figure->width, check->figure->height};
    if (!is_finite(rect))
        check_complain(check, FAULT_SIZE, "%s \"%.60s\" is nowhere", what, name);
    else if (!check_inside(rect, whole, tolerance))
        check_complain(check, FAULT_OUTSIDE, "%s \"%.60s\" at %.1f, %.1f, %.1f by %.1f", what, name,
                       rect.x, rect.y, rect.width, rect.height);
}

/* --- boxes ------------------------------------------------------------------ */

/* Frames hold boxes, and boxes hold chips. */
static bool can_hold(const struct figure_box *outer, const struct figure_box *inner)
{
    return check_is(outer->role, "group")
               ? !check_is(inner->role, "group")
               : check_is(inner->role, "chip") && check_is_content(outer);
}

/* Two boxes may touch, and one that can hold the other may hold it entirely. */
static void check_pair(struct check *check, const struct figure_box *a, const struct figure_box *b)
{
    if (!check_overlap(check_box_rect(a), check_box_rect(b), CHECK_TOLERANCE))
        return;
    const struct figure_box *outer = can_hold(b, a) ? b : a, *inner = outer == a ? b : a;
    bool frames = check_is(outer->role, "group") || check_is(inner->role, "group");
    if (!can_hold(outer, inner) ||
        !check_inside(check_box_rect(inner), check_box_rect(outer), CHECK_TOLERANCE))
        check_complain(check, frames ? FAULT_FRAME : FAULT_OVERLAP,
                       "\"%.60s\" and \"%.60s\" at %.1f, %.1f", check_name(outer),
                       check_name(inner), inner->x, inner->y);
}

static void check_holds_something(struct check *check, const struct figure_box *frame)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->box_count; i++)
        if (check_is_content(&figure->boxes[i]) &&
            check_inside(check_box_rect(&figure->boxes[i]), check_box_rect(frame), CHECK_TOLERANCE))
            return;
    check_complain(check, FAULT_FRAME, "frame \"%.60s\" holds nothing", check_name(frame));
}

static void check_boxes(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *a = &figure->boxes[i];
        check_place(check, check_box_rect(a), CHECK_TOLERANCE, "box", check_name(a));
        if (check_is(a->role, "group"))
            check_holds_something(check, a);
        for (size_t k = i + 1; k < figure->box_count; k++)
            if (!is_grid(check, a) && !is_grid(check, &figure->boxes[k]))
                check_pair(check, a, &figure->boxes[k]);
    }
}

static void check_widths(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->box_count; i++)
        if (check_is_content(&figure->boxes[i]) && figure->boxes[i].width < LEAST_WIDTH)
            check_complain(check, FAULT_NARROW, "box \"%.60s\" is %.1f wide",
                           check_name(&figure->boxes[i]), figure->boxes[i].width);
}

/* --- columns ---------------------------------------------------------------- */

/* Boxes of one kind make lines: those of the content, frames and hubs, each by themselves. */
static int line_kind(const struct figure_box *box)
{
    return check_is_content(box)          ? 0
           : check_is(box->role, "group") ? 1
           : check_is(box->role, "hub")   ? 2
                                          : -1;
}

/* Boxes that share some of their width stand in one column and share all of it; in rows,
 * those that share some of their height begin at the same one. */
static void check_line_up(struct check *check, const struct figure_box *a,
                          const struct figure_box *b)
{
    bool rows = check->form == FIGURE_ROWS;
    double a_start = rows ? a->y : a->x, a_size = rows ? a->height : a->width;
    double b_start = rows ? b->y : b->x, b_size = rows ? b->height : b->width;
    if (a_start >= b_start + b_size - CHECK_TOLERANCE ||
        b_start >= a_start + a_size - CHECK_TOLERANCE)
        return;
    if (fabs(a_start - b_start) > CHECK_TOLERANCE ||
        (!rows && fabs(a_size - b_size) > CHECK_TOLERANCE))
        check_complain(check, FAULT_COLUMN,
                       "boxes \"%.60s\" (%.2f, %.2f) and \"%.60s\" (%.2f, %.2f)", check_name(a),
                       a_start, a_size, check_name(b), b_start, b_size);
}

static void check_lines_up(struct check *check)
{
    const struct figure *figure = check->figure;
    int *kinds = calloc(figure->box_count + 1, sizeof *kinds);
    for (size_t i = 0; kinds && i < figure->box_count; i++)
        kinds[i] = line_kind(&figure->boxes[i]);
    for (size_t i = 0; kinds && i < figure->box_count; i++)
        for (size_t k = i + 1; kinds[i] >= 0 && k < figure->box_count; k++)
            if (kinds[k] == kinds[i])
                check_line_up(check, &figure->boxes[i], &figure->boxes[k]);
    free(kinds);
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
        if (check_is(rule->role, "rule") && box->x >= rule_left(rule) - CHECK_TOLERANCE &&
            box->x + box->width <= rule_right(rule) + CHECK_TOLERANCE && box->y > rule->points[0].y)
            return rule;
    }
    return NULL;
}

static bool has_heading(const struct figure *figure, const struct figure_curve *rule)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        double above = rule->points[0].y - text->y;
        if (!text->box && text->x >= rule_left(rule) - CHECK_TOLERANCE && above > 0 && above < 12 &&
            text->x + text->width <= rule_right(rule) + CHECK_TEXT_TOLERANCE)
            return true;
    }
    return false;
}

/* The outermost boxes under a rule, or the frames around them, must be flush with its ends. */
static void check_rule(struct check *check, const struct figure_curve *rule)
{
    const struct figure *figure = check->figure;
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        if ((!check_is_content(box) && !check_is(box->role, "group")) ||
            rule_above(figure, box) != rule)
            continue;
        left = fmin(left, box->x);
        right = fmax(right, box->x + box->width);
    }
    if (!has_heading(figure, rule))
        check_complain(check, FAULT_HEADING, "the column at %.1f has none", rule_left(rule));
    if (isfinite(left) && (fabs(left - rule_left(rule)) > CHECK_TOLERANCE ||
                           fabs(right - rule_right(rule)) > CHECK_TOLERANCE))
        check_complain(check, FAULT_HEADING, "that at %.1f is not exactly above its column",
                       rule_left(rule));
}

static void check_headings(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->box_count; i++)
        if (check_is_content(&figure->boxes[i]) && !rule_above(figure, &figure->boxes[i]))
            check_complain(check, FAULT_HEADING, "box \"%.60s\" stands under none",
                           check_name(&figure->boxes[i]));
    for (size_t i = 0; i < figure->curve_count; i++)
        if (check_is(figure->curves[i].role, "rule"))
            check_rule(check, &figure->curves[i]);
}

/* --- texts ------------------------------------------------------------------ */

/* What of a box is there for text: all but its accent bar. */
static struct figure_rect text_room(const struct figure_box *box)
{
    double bar = box->bar == FIGURE_BAR_NONE ? 0 : FIGURE_BAR_WIDTH;
    return (struct figure_rect){box->x + bar, box->y, box->width - bar, box->height};
}

/* The box that a text stands in, NULL: none. */
static const struct figure_box *box_of(const struct figure *figure, const struct figure_text *text)
{
    return text->box && text->box <= figure->box_count ? &figure->boxes[text->box - 1] : NULL;
}

static void check_text_alone(struct check *check, const struct figure_text *text)
{
    const struct figure_box *box = box_of(check->figure, text);
    struct figure_rect rect = check_text_rect(text);
    check_place(check, rect, CHECK_TEXT_TOLERANCE, "text", text->text);
    if (text->size < STYLE_LEAST_SIZE - 1e-9)
        check_complain(check, FAULT_SMALL, "\"%.60s\" has %.2f points", text->text, text->size);
    if (text->box > check->figure->box_count)
        check_complain(check, FAULT_SPILL, "\"%.60s\" stands in a box that is not there",
                       text->text);
    if (box && !check_inside(rect, text_room(box), CHECK_TEXT_TOLERANCE))
        check_complain(check, FAULT_SPILL, "\"%.60s\" (%.1f wide) in box \"%.60s\" (%.1f wide)",
                       text->text, text->width, check_name(box), box->width);
}

/* What holds a box lies behind it, and so behind its texts. */
static bool may_stand_on(const struct figure *figure, const struct figure_text *text,
                         const struct figure_box *other)
{
    const struct figure_box *box = box_of(figure, text);
    return box == other ||
           (box && can_hold(other, box) &&
            check_inside(check_box_rect(box), check_box_rect(other), CHECK_TOLERANCE));
}

static void check_text_on_boxes(struct check *check, const struct figure_text *text)
{
    const struct figure *figure = check->figure;
    struct figure_rect rect = check_text_rect(text);
    for (size_t i = 0; i < figure->box_count; i++)
        if (check_overlap(rect, check_box_rect(&figure->boxes[i]), CHECK_TEXT_TOLERANCE) &&
            !may_stand_on(figure, text, &figure->boxes[i]))
            check_complain(check, FAULT_COVERED, "\"%.60s\" upon box \"%.60s\"", text->text,
                           check_name(&figure->boxes[i]));
}

static void check_texts(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        check_text_alone(check, text);
        check_text_on_boxes(check, text);
        struct figure_rect rect = check_text_rect(text);
        for (size_t k = i + 1; k < figure->text_count; k++)
            if (check_overlap(rect, check_text_rect(&figure->texts[k]), CHECK_TEXT_TOLERANCE))
                check_complain(check, FAULT_JUMBLE, "\"%.60s\" and \"%.60s\"", text->text,
                               figure->texts[k].text);
    }
}

/* --- the whole -------------------------------------------------------------- */

void figure_check(struct figure_faults *faults, const struct figure *figure, enum figure_form form)
{
    struct check check = {.figure = figure, .form = form, .faults = faults};
    *faults = (struct figure_faults){0};
    buf_init(&faults->words, 0);
    if (!(isfinite(figure->width) && isfinite(figure->height) && figure->width > 0 &&
          figure->height > 0)) {
        check_complain(&check, FAULT_SIZE, "the figure has none");
        return;
    }
    check_boxes(&check);
    check_texts(&check);
    if (form != FIGURE_CHART) {
        check_widths(&check);
        check_lines_up(&check);
    }
    if (form == FIGURE_COLUMNS)
        check_headings(&check);
    check_lines(&check);
    if (form == FIGURE_COLUMNS || form == FIGURE_ROWS)
        check_legend(&check);
}
