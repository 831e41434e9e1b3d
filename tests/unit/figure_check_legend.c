/* The figure checker: the legend; see figure_check.h.
 *
 * A sample is compared with what is drawn by how it looks, as a reader would. */
#include "figure_check_parts.h"

#include <math.h>
#include <string.h>

/* The first text in a box, NULL: none. */
static const struct figure_text *text_in(const struct figure *figure, const struct figure_box *box)
{
    size_t index = (size_t)(box - figure->boxes) + 1;
    for (size_t i = 0; i < figure->text_count; i++)
        if (figure->texts[i].box == index)
            return &figure->texts[i];
    return NULL;
}

static bool is_sample_line(const struct figure_curve *curve)
{
    return check_is(curve->role, "legend");
}

static bool is_sample_box(const struct figure_box *box)
{
    return check_is(box->role, "legend");
}

/* What steps back has lost its colour, not its pattern. */
static bool is_faint(const char *state)
{
    return state && strstr(state, "faint");
}

static bool is_disc(const struct figure_box *box)
{
    return fabs(box->width - box->height) <= CHECK_TOLERANCE &&
           fabs(box->radius - box->width / 2) <= CHECK_TOLERANCE;
}

/* A disc with a sign, as marks are, or one whose dashes are the sign. */
static bool is_sample_mark(const struct figure *figure, const struct figure_box *box)
{
    return is_sample_box(box) && is_disc(box) && box->bar == FIGURE_BAR_NONE &&
           (box->dashed || text_in(figure, box));
}

/* --- signs ------------------------------------------------------------------ */

/* Length in bytes of the character at `text`. */
static size_t character(const char *text)
{
    size_t length = 1;
    while (((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    return length;
}

static bool begins_with(const char *text, const char *sign, size_t length)
{
    return !strncmp(text, sign, length);
}

/* True if a sample, or what is written beside one ("2: some support"), begins with the sign. */
static bool sign_is_told(const struct figure *figure, const char *sign, size_t length)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        bool sample = text->box && text->box <= figure->box_count &&
                      is_sample_mark(figure, &figure->boxes[text->box - 1]);
        bool grade = !text->box && text->text[length] == ':';
        if ((sample || grade) && begins_with(text->text, sign, length))
            return true;
    }
    return false;
}

static bool dashes_are_told(const struct figure *figure)
{
    for (size_t i = 0; i < figure->box_count; i++)
        if (is_sample_mark(figure, &figure->boxes[i]) && figure->boxes[i].dashed)
            return true;
    return false;
}

/* A mark is explained sign by sign ("2?"), and its dashes by those of another. */
static bool mark_is_told(const struct figure *figure, const struct figure_box *mark)
{
    const struct figure_text *text = text_in(figure, mark);
    for (const char *at = text ? text->text : ""; *at; at += character(at))
        if (!sign_is_told(figure, at, character(at)))
            return false;
    return !mark->dashed || dashes_are_told(figure);
}

/* True if a mark has the sample's sign, or its dashes where it has none; or if words in a box
 * begin with it, as those of a status do. */
static bool mark_occurs(const struct figure *figure, const struct figure_box *sample)
{
    const struct figure_text *sign = text_in(figure, sample);
    size_t length = sign ? strlen(sign->text) : 0;
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        if (!text->box || text->box > figure->box_count)
            continue;
        const struct figure_box *box = &figure->boxes[text->box - 1];
        bool mark = check_is(box->role, "mark");
        bool dashes = mark && !sign && box->dashed;
        bool signs = mark && sign && strstr(text->text, sign->text);
        bool words = check_is_content(box) && sign && begins_with(text->text, sign->text, length);
        if (dashes || signs || words)
            return true;
    }
    return false;
}

/* --- lines ------------------------------------------------------------------ */

static bool same_line(const struct figure_curve *sample, const struct figure_curve *link)
{
    return sample->dashed == link->dashed && sample->dotted == link->dotted &&
           (sample->color == link->color || is_faint(link->state));
}

static bool line_occurs(const struct figure *figure, const struct figure_curve *sample)
{
    for (size_t i = 0; i < figure->curve_count; i++)
        if (check_is_link(&figure->curves[i]) && same_line(sample, &figure->curves[i]))
            return true;
    return false;
}

/* By a sample, or by the link's own mark in the same colour, which is explained itself. */
static bool line_is_told(const struct figure *figure, const struct figure_curve *link)
{
    for (size_t i = 0; i < figure->curve_count; i++)
        if (is_sample_line(&figure->curves[i]) && same_line(&figure->curves[i], link))
            return true;
    return link->mark_box && link->mark_box <= figure->box_count &&
           (figure->boxes[link->mark_box - 1].line == link->color || is_faint(link->state));
}

/* Lines that only say that two boxes belong together, in the way that the headings of their
 * columns tell ("Who delivers", "To whom"), or that nothing is said about it, need words only
 * beside others that say more; those always do. */
static bool is_plain(const struct figure_curve *curve)
{
    static const char *const plain[] = {"join", "unjudged", "delivers", "reaches"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (check_is(curve->role, plain[i]))
            return true;
    return false;
}

static bool all_are_plain(const struct figure *figure)
{
    for (size_t i = 0; i < figure->curve_count; i++)
        if (check_is_link(&figure->curves[i]) && !is_plain(&figure->curves[i]))
            return false;
    return true;
}

static void check_sample_lines(struct check *check)
{
    const struct figure *figure = check->figure;
    bool plain = all_are_plain(figure);
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (is_sample_line(curve) && !line_occurs(figure, curve))
            check_complain(check, FAULT_IDLE, "a line at %.1f, %.1f", curve->points[0].x,
                           curve->points[0].y);
        if (!plain && check_is_link(curve) && !line_is_told(figure, curve))
            check_complain(check, FAULT_UNTOLD, "link %.60s to %.60s (%s)",
                           curve->from ? curve->from : "?", curve->to ? curve->to : "?",
                           curve->role ? curve->role : "?");
    }
}

/* --- boxes ------------------------------------------------------------------ */

static bool same_bar(const struct figure_box *sample, const struct figure_box *box)
{
    return sample->bar == box->bar && (sample->bar_color == box->bar_color || is_faint(box->state));
}

/* True if a box looks like the sample, which is no mark: a bar by its pattern, a disc like a
 * hub, anything else like boxes and frames of that outline and fill. */
static bool looks_like(const struct figure_box *box, const struct figure_box *sample)
{
    if (sample->bar != FIGURE_BAR_NONE)
        return same_bar(sample, box);
    if (is_disc(sample))
        return check_is(box->role, "hub");
    return (check_is_content(box) || check_is(box->role, "group")) &&
           sample->dashed == box->dashed &&
           ((sample->line == box->line && sample->fill == box->fill) || is_faint(box->state));
}

static bool box_occurs(const struct figure *figure, const struct figure_box *sample)
{
    if (is_sample_mark(figure, sample))
        return mark_occurs(figure, sample);
    for (size_t i = 0; i < figure->box_count; i++)
        if (!is_sample_box(&figure->boxes[i]) && looks_like(&figure->boxes[i], sample))
            return true;
    return false;
}

/* True if words in the box have the colour of its bar, or stand on the frame around it: they
 * say what it is. */
static bool bar_is_put_in_words(const struct figure *figure, const struct figure_box *box)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        if (!text->box || text->box > figure->box_count)
            continue;
        const struct figure_box *of = &figure->boxes[text->box - 1];
        if (of == box ? text->color == box->bar_color
                      : check_is(of->role, "group") &&
                            check_inside(check_box_rect(box), check_box_rect(of), CHECK_TOLERANCE))
            return true;
    }
    return false;
}

static bool bar_is_told(const struct figure *figure, const struct figure_box *box)
{
    for (size_t i = 0; i < figure->box_count; i++)
        if (is_sample_box(&figure->boxes[i]) && figure->boxes[i].bar != FIGURE_BAR_NONE &&
            same_bar(&figure->boxes[i], box))
            return true;
    return bar_is_put_in_words(figure, box);
}

static bool hub_is_told(const struct figure *figure)
{
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        if (is_sample_box(box) && is_disc(box) && box->bar == FIGURE_BAR_NONE &&
            !text_in(figure, box))
            return true;
    }
    return false;
}

/* True if bars tell boxes apart: one bar for all boxes of a kind is only their look. */
static bool bars_differ(const struct figure *figure)
{
    const struct figure_box *first = NULL;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        if (!check_is_content(box) || box->bar == FIGURE_BAR_NONE || is_faint(box->state))
            continue;
        if (first && (box->bar != first->bar || box->bar_color != first->bar_color))
            return true;
        first = box;
    }
    return false;
}

/* Told are dots, signs, and the bars of focus areas. Boxes with dashed outlines say in words
 * what they wait for or lack, and frames bear titles; what steps back is not what the figure is
 * about. */
static bool is_told(const struct figure *figure, const struct figure_box *box, bool bars)
{
    if (check_is(box->role, "hub"))
        return hub_is_told(figure);
    if (check_is(box->role, "mark"))
        return mark_is_told(figure, box);
    return !bars || !check_is_content(box) || box->bar == FIGURE_BAR_NONE || is_faint(box->state) ||
           bar_is_told(figure, box);
}

/* Something to read in the sample, or right of it on the same line. */
static bool has_words(const struct figure *figure, struct figure_rect sample)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        struct figure_rect text = check_text_rect(&figure->texts[i]);
        double gap = text.x - (sample.x + sample.width);
        bool level = text.y < sample.y + sample.height + CHECK_TOLERANCE &&
                     sample.y < text.y + text.height + CHECK_TOLERANCE;
        if (level && gap > 0 && gap < 12)
            return true;
    }
    return false;
}

static void check_sample_boxes(struct check *check)
{
    const struct figure *figure = check->figure;
    bool bars = bars_differ(figure);
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        if (!is_sample_box(box) && !is_told(figure, box, bars))
            check_complain(check, FAULT_UNTOLD, "%s \"%.60s\"", box->role ? box->role : "box",
                           check_name(box));
        if (!is_sample_box(box))
            continue;
        if (!box_occurs(figure, box))
            check_complain(check, FAULT_IDLE, "a box at %.1f, %.1f", box->x, box->y);
        if (!text_in(figure, box) && !has_words(figure, check_box_rect(box)))
            check_complain(check, FAULT_IDLE, "a box at %.1f, %.1f without words", box->x, box->y);
    }
}

static void check_line_words(struct check *check)
{
    const struct figure *figure = check->figure;
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        struct figure_point start = curve->points[0], end = curve->points[curve->point_count - 1];
        struct figure_rect rect = {fmin(start.x, end.x), fmin(start.y, end.y),
                                   fabs(end.x - start.x), fabs(end.y - start.y)};
        if (is_sample_line(curve) && !has_words(figure, rect))
            check_complain(check, FAULT_IDLE, "a line at %.1f, %.1f without words", start.x,
                           start.y);
    }
}

void check_legend(struct check *check)
{
    check_sample_lines(check);
    check_line_words(check);
    check_sample_boxes(check);
}
