/* The legend of charts: only what occurs, each sign beside its word. */
#include "figure/chart_parts.h"

#include <math.h>
#include <string.h>

/* Points. */
#define SAMPLE 16.0     /* width of a line with its mark */
#define SAMPLE_MARK 7.0 /* of a mark alone */
#define SAMPLE_GAP 4.0
#define KEY_GAP 14.0
#define BAR_REACH 4.0
#define CAP_REACH 1.75

static const struct words_type key_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

static bool is_same(const struct chart_key *a, const struct chart_key *b)
{
    return a->look == b->look && a->mark == b->mark && a->color == b->color &&
           !strcmp(a->text, b->text);
}

void chart_legend_add(struct chart_pen *pen, struct chart_legend *legend, struct chart_key key)
{
    if (!key.text || !*key.text)
        return;
    for (size_t i = 0; i < legend->count; i++)
        if (is_same(&legend->keys[i], &key))
            return;
    legend->keys = arena_grow(&pen->figure->arena, legend->keys, &legend->capacity,
                              legend->count + 1, sizeof *legend->keys);
    legend->keys[legend->count++] = key;
}

static double sample_width(const struct chart_key *key)
{
    switch (key->look) {
    case CHART_KEY_MARK:
    case CHART_KEY_BAR:
    case CHART_KEY_CAPPED:
    case CHART_KEY_TICK:
        return SAMPLE_MARK;
    case CHART_KEY_LINE:
    case CHART_KEY_DASHED:
    case CHART_KEY_DASHED_MARK:
    case CHART_KEY_INTERVAL:
        break;
    }
    return SAMPLE;
}

static void draw_across(struct chart_pen *pen, const struct chart_key *key, double x, double y,
                        double width)
{
    struct figure_curve *line = chart_line(pen, "legend", (struct figure_point){x, y},
                                           (struct figure_point){x + SAMPLE, y}, key->color, width);
    line->dashed = key->look == CHART_KEY_DASHED || key->look == CHART_KEY_DASHED_MARK;
}

static void draw_upright(struct chart_pen *pen, const struct chart_key *key, double x, double y,
                         double width)
{
    chart_line(pen, "legend", (struct figure_point){x, y - BAR_REACH},
               (struct figure_point){x, y + BAR_REACH}, key->color, width);
    for (int end = -1; key->look == CHART_KEY_CAPPED && end <= 1; end += 2)
        chart_line(pen, "legend", (struct figure_point){x - CAP_REACH, y + end * BAR_REACH},
                   (struct figure_point){x + CAP_REACH, y + end * BAR_REACH}, key->color, width);
}

static void draw_sign(struct chart_pen *pen, const struct chart_key *key, double x, double y)
{
    struct figure_point middle = {x + sample_width(key) / 2, y};
    switch (key->look) {
    case CHART_KEY_LINE:
        draw_across(pen, key, x, y, key->mark == CHART_DISC ? 1.6 : 1);
        break;
    case CHART_KEY_DASHED_MARK:
        draw_across(pen, key, x, y, 1);
        break;
    case CHART_KEY_INTERVAL:
        draw_across(pen, key, x, y, 2.6);
        break;
    case CHART_KEY_MARK:
        break;
    case CHART_KEY_DASHED:
        draw_across(pen, key, x, y, 0.9);
        return;
    case CHART_KEY_BAR:
        draw_upright(pen, key, middle.x, y, 1.2);
        return;
    case CHART_KEY_CAPPED:
        draw_upright(pen, key, middle.x, y, 0.7);
        return;
    case CHART_KEY_TICK:
        draw_upright(pen, key, middle.x, y, 1.4);
        return;
    }
    chart_draw_mark(pen, "legend", key->mark, middle, key->color);
}

double chart_legend_draw(struct chart_pen *pen, const struct chart_legend *legend, double y,
                         double width)
{
    double x = 0, bottom = y;
    for (size_t i = 0; i < legend->count; i++) {
        const struct chart_key *key = &legend->keys[i];
        double sample = sample_width(key) + SAMPLE_GAP;
        struct words words =
            words_wrap(pen->figure, pen->metrics, &key_type, NULL, key->text, width - sample);
        if (x > 0 && x + sample + words.lines.widest > width) {
            x = 0;
            y = bottom;
        }
        draw_sign(pen, key, x, y + CHART_TEXT_LEADING / 2);
        words_write(pen->figure, pen->metrics, &words, key->lang, STYLE_QUIET, x + sample, y, 0);
        bottom = fmax(bottom, y + words_height(&words));
        x += sample + words.lines.widest + KEY_GAP;
    }
    return bottom;
}
