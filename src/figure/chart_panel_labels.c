/* Labels of a plot at places where they cover nothing, remarks about it, and its edges. */
#include "figure/chart_panel_parts.h"

#include <math.h>

/* Points. */
#define LABEL_GAP 2.5
#define WORD_GAP 4.0 /* between words in a row */
#define SAMPLE 3.0   /* between what is looked at of a line */

enum { SAMPLES_MOST = 400 };

/* --- labels ------------------------------------------------------------------------------ */

double panel_right(const struct chart_panel *panel)
{
    return panel->plot.x + panel->plot.width;
}

double panel_bottom(const struct chart_panel *panel)
{
    return panel->plot.y + panel->plot.height;
}

void panel_take(struct chart_panel *panel, double x, double y, double width, double height)
{
    panel->taken = arena_grow(&panel->pen->figure->arena, panel->taken, &panel->taken_capacity,
                              panel->taken_count + 1, sizeof *panel->taken);
    panel->taken[panel->taken_count++] = (struct figure_rect){x, y, width, height};
}

/* Takes what a line covers, bit by bit. */
void panel_take_line(struct chart_panel *panel, struct figure_point from, struct figure_point to)
{
    double length = fmax(fabs(to.x - from.x), fabs(to.y - from.y));
    size_t count = (size_t)fmin(length / SAMPLE, SAMPLES_MOST) + 1;
    for (size_t i = 0; i <= count; i++) {
        double share = (double)i / (double)count;
        panel_take(panel, from.x + (to.x - from.x) * share - 0.5,
                   from.y + (to.y - from.y) * share - 0.5, 1, 1);
    }
}

static bool meet(struct figure_rect a, struct figure_rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

bool panel_is_on_text(const struct chart_panel *panel, struct figure_rect rect)
{
    const struct chart_pen *pen = panel->pen;
    for (size_t i = panel->first_text; i < pen->figure->text_count; i++) {
        const struct figure_text *text = &pen->figure->texts[i];
        struct figure_rect ink = chart_ink(pen, text->text, text->x, text->y);
        ink.x -= WORD_GAP / 2;
        ink.width += WORD_GAP;
        if (meet(rect, ink))
            return true;
    }
    return false;
}

/* True for a place within the plot where a label would cover neither words nor lines. */
static bool is_free(const struct chart_panel *panel, struct figure_rect rect)
{
    if (rect.x < panel->plot.x || rect.x + rect.width > panel_right(panel) + 0.01 ||
        rect.y < panel->plot.y - CHART_PANEL_ABOVE || rect.y + rect.height > panel_bottom(panel) ||
        panel_is_on_text(panel, rect))
        return false;
    for (size_t i = 0; i < panel->taken_count; i++)
        if (meet(rect, panel->taken[i]))
            return false;
    return true;
}

/* Writes a label at the first of some places where it covers nothing; false: there is none. */
bool panel_write_label(struct chart_panel *panel, const char *text, const char *lang,
                       enum style_color color, const struct figure_point *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_free(panel, chart_ink(panel->pen, text, places[i].x, places[i].y)))
            continue;
        chart_write(panel->pen, text, lang, color, places[i].x, places[i].y);
        return true;
    }
    return false;
}

/* Where the baseline of a label is whose ink begins below `y`, or ends above it. */
double panel_below(double y)
{
    return y + LABEL_GAP + 0.75 * CHART_TEXT_SIZE;
}

double panel_above(double y)
{
    return y - LABEL_GAP;
}

/* --- remarks about this panel -------------------------------------------------------------- */

void panel_note(struct chart_panel *panel, const char *text)
{
    struct chart_pen *pen = panel->pen;
    chart_note(pen, panel->notes,
               panel->name ? chart_message2(pen, "{1}: {2}", panel->name, text) : text);
}

/* Empties the list. */
void panel_note_list(struct chart_panel *panel, const char *text, struct buf *list)
{
    if (list->length)
        panel_note(panel, chart_message1(panel->pen, text, list->data));
    buf_release(list);
}

/* Keeps of a line what lies within the heights of the plot; false: nothing. */
bool panel_clip(const struct chart_panel *panel, struct figure_point *a, struct figure_point *b)
{
    double top = panel->plot.y, bottom = panel_bottom(panel);
    if (fmax(a->y, b->y) < top || fmin(a->y, b->y) > bottom)
        return false;
    struct figure_point from = *a, to = *b;
    double dx = to.x - from.x, dy = to.y - from.y;
    if (from.y < top || from.y > bottom) {
        a->y = from.y < top ? top : bottom;
        a->x = from.x + dx * (a->y - from.y) / dy;
    }
    if (to.y < top || to.y > bottom) {
        b->y = to.y < top ? top : bottom;
        b->x = from.x + dx * (b->y - from.y) / dy;
    }
    return true;
}
