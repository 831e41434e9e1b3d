/* Contrast of a style's colours; see style_contrast.h. */
#include "base/style_contrast.h"

#include <math.h>

#define TEXT 4.5
#define LINE 3

static const struct style_pair pairs[] = {
    {STYLE_INK, STYLE_PAPER, TEXT, N_("running text")},
    {STYLE_HEADING, STYLE_PAPER, TEXT, N_("headings")},
    {STYLE_ACCENT, STYLE_PAPER, TEXT, N_("links and stated arrows")},
    {STYLE_QUIET, STYLE_PAPER, TEXT, N_("small print, running lines")},
    {STYLE_MISSING, STYLE_PAPER, TEXT, N_("what is missing")},
    {STYLE_REACHED, STYLE_PAPER, TEXT, N_("what is reached")},
    {STYLE_ON_TRACK, STYLE_PAPER, TEXT, N_("what is on track")},
    {STYLE_LITTLE_BEHIND, STYLE_PAPER, TEXT, N_("what is a little behind")},
    {STYLE_BEHIND, STYLE_PAPER, TEXT, N_("what is behind")},
    {STYLE_WRONG, STYLE_PAPER, TEXT, N_("what goes the wrong way")},
    {STYLE_INK, STYLE_PANEL, TEXT, N_("text in tinted boxes")},
    {STYLE_HEADING, STYLE_PANEL, TEXT, N_("headings in tinted boxes")},
    {STYLE_ACCENT, STYLE_PANEL, TEXT, N_("links in tinted boxes")},
    {STYLE_QUIET, STYLE_PANEL, TEXT, N_("small print in tinted boxes")},
    {STYLE_MISSING, STYLE_PANEL, TEXT, N_("missing in tinted boxes")},
    {STYLE_PAPER, STYLE_HEADING, TEXT, N_("text in dark boxes")},
    {STYLE_PANEL, STYLE_HEADING, TEXT, N_("small print in dark boxes")},
    {STYLE_HEADING, STYLE_CHIP, TEXT, N_("letters on tags")},
    {STYLE_INK, STYLE_WAITING_FILL, TEXT, N_("text in boxes that wait")},
    {STYLE_QUIET, STYLE_WAITING_FILL, TEXT, N_("small print in boxes that wait")},
    {STYLE_MISSING, STYLE_WAITING_FILL, TEXT, N_("missing in boxes that wait")},
    {STYLE_WAITING, STYLE_PAPER, LINE, N_("outlines of what waits")},
    {STYLE_INTERPRETED, STYLE_PAPER, LINE, N_("arrows of our interpretation")},
    {STYLE_BOX_LINE, STYLE_PAPER, LINE, N_("outlines of boxes and fields")},
    {STYLE_EFFECT_LINE, STYLE_PAPER, LINE, N_("outlines of effects")},
    {STYLE_ACCENT_2, STYLE_PAPER, LINE, N_("bars of focus area 2")},
    {STYLE_ACCENT_3, STYLE_PAPER, LINE, N_("bars of focus area 3, measuring")},
    {STYLE_ACCENT_4, STYLE_PAPER, LINE, N_("bars of focus area 4")},
};

const struct style_pair *style_pairs(size_t *count)
{
    *count = sizeof pairs / sizeof *pairs;
    return pairs;
}

static double linear(uint8_t part)
{
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

double style_luminance(struct color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double style_contrast(struct color a, struct color b)
{
    double first = style_luminance(a), second = style_luminance(b);
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

double style_pair_contrast(const struct style *style, const struct style_pair *pair)
{
    double ratio = style_contrast(style->colors[pair->front], style->colors[pair->back]);
    return floor(ratio * 10 + 1e-9) / 10;
}

bool style_pair_holds(const struct style *style, const struct style_pair *pair)
{
    return style_pair_contrast(style, pair) >= pair->least - 1e-9;
}

/* The line of the style's own file that brought it about. */
static struct diag_at place_of(const struct style *style, const struct style_pair *pair)
{
    const struct diag_at *front = &style->color_at[pair->front],
                         *back = &style->color_at[pair->back];
    return front->file != style->file && back->file == style->file ? *back : *front;
}

static void add_color(struct buf *arg, const struct style *style, enum style_color which)
{
    struct color color = style->colors[which];
    buf_addf(arg, "%s #%02x%02x%02x", style_color_key(which), color.red, color.green, color.blue);
}

static void complain(const struct style *style, const struct style_pair *pair,
                     struct diag_sink *sink)
{
    struct buf use = {0}, front = {0}, back = {0}, ratio = {0}, least = {0};
    diag_add_term(&use, pair->use);
    add_color(&front, style, pair->front);
    add_color(&back, style, pair->back);
    diag_add_number(&ratio, style_pair_contrast(style, pair), 1);
    diag_add_number(&least, pair->least, 1);
    diag_report(sink, DIAG_STYLE_CONTRAST, place_of(style, pair), front.data, back.data, ratio.data,
                least.data, use.data, NULL);
    buf_release(&use);
    buf_release(&front);
    buf_release(&back);
    buf_release(&ratio);
    buf_release(&least);
}

int style_check_contrasts(const struct style *style, struct diag_sink *sink)
{
    int status = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!style_pair_holds(style, &pairs[i])) {
            complain(style, &pairs[i], sink);
            status = -1;
        }
    return status;
}
