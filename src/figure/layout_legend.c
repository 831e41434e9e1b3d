/* The legend of a layout: what occurs in the figure, in one or more rows. */
#include "figure/layout_draw.h"

#include <math.h>
#include <stdio.h>

/* Points. */
#define LEFT 1.0
#define LINE_SAMPLE 25.0
#define BAR_SAMPLE_HEIGHT 11.0
#define HUB_SAMPLE 6.0
#define SAMPLE_GAP 5.0
#define ITEM_GAP 18.0
#define ROW_GAP 3.0
#define CHIP_PADDING 5.0

static const struct words_type legend_type = {TEXT_REGULAR, 7.5, 11};

/* Width left of an item's text. */
static double sample_width(enum graph_sample sample)
{
    switch (sample) {
    case GRAPH_SAMPLE_LINK:
        return LINE_SAMPLE + SAMPLE_GAP;
    case GRAPH_SAMPLE_BAR:
        return FIGURE_BAR_WIDTH + SAMPLE_GAP;
    case GRAPH_SAMPLE_HUB:
        return HUB_SAMPLE + SAMPLE_GAP;
    case GRAPH_SAMPLE_MARK:
    case GRAPH_SAMPLE_FRAME:
    case GRAPH_SAMPLE_CHIP:
        break;
    }
    return CHIP_PADDING;
}

static void draw_link_sample(struct layout *layout, const struct graph_stroke *stroke, double x,
                             double y)
{
    struct figure_curve *line = figure_add_line(layout->figure, x, y, x + LINE_SAMPLE, y);
    line->role = "legend";
    line->color = stroke->color;
    line->width = stroke->width;
    line->dashed = stroke->dashed;
    line->arrow = stroke->arrow;
}

/* Draws the sample of an item whose text is `width` wide; returns its box, 0: none. */
static size_t draw_sample(struct layout *layout, const struct graph_legend *item, double x,
                          double y, double width, double height)
{
    double middle = y + legend_type.leading * layout->scale / 2;
    struct figure_box box = {
        .role = "legend", .x = x, .fill = item->look.fill, .line = item->look.line};
    switch (item->sample) {
    case GRAPH_SAMPLE_LINK:
        draw_link_sample(layout, item->stroke, x, middle);
        return 0;
    case GRAPH_SAMPLE_BAR:
        box.y = middle - BAR_SAMPLE_HEIGHT / 2;
        box.width = FIGURE_BAR_WIDTH;
        box.height = BAR_SAMPLE_HEIGHT;
        box.bar = item->look.bar;
        box.bar_color = item->look.bar_color;
        break;
    case GRAPH_SAMPLE_HUB:
        box.y = middle - HUB_SAMPLE / 2;
        box.width = box.height = HUB_SAMPLE;
        box.radius = HUB_SAMPLE / 2;
        break;
    case GRAPH_SAMPLE_MARK:
    case GRAPH_SAMPLE_FRAME:
    case GRAPH_SAMPLE_CHIP:
        box.y = y;
        box.width = width + 2 * CHIP_PADDING;
        box.height = height;
        box.radius = 2;
        box.line_width = 0.75;
        box.dashed = item->look.dashed;
        break;
    }
    *figure_add_box(layout->figure) = box;
    return item->sample == GRAPH_SAMPLE_CHIP ? layout->figure->box_count : 0;
}

static double right_limit(const struct layout *layout)
{
    const struct net *net = &layout->net;
    double right = layout->width - LEFT;
    if (net->layer_count) {
        const struct net_layer *last = &net->layers[net->layer_count - 1];
        right = fmax(right, last->x + last->width);
    }
    return right;
}

/* Says how many links are left out, on a row of its own. */
static double draw_left_out(struct layout *layout, double y)
{
    size_t count = layout->net.left_out;
    const struct graph *graph = layout->graph;
    const char *text = count == 1 ? graph->left_out_one : graph->left_out_many;
    if (!count || !text)
        return y;
    char number[24];
    snprintf(number, sizeof number, "%zu", count);
    const char *args[] = {number};
    struct buf message = {0};
    buf_add_message(&message, text, args, 1);
    struct words lines = layout_wrap(
        layout, &legend_type, arena_copy(&layout->figure->arena, message.data, message.length),
        right_limit(layout) - LEFT);
    buf_release(&message);
    layout_write(layout, &lines, graph->left_out_lang, STYLE_MISSING, LEFT, y, 0);
    return y + words_height(&lines);
}

double layout_draw_legend(struct layout *layout, double y)
{
    const struct graph *graph = layout->graph;
    double x = LEFT, right = right_limit(layout), row = 0;
    for (size_t i = 0; i < graph->legend_count; i++) {
        const struct graph_legend *item = &graph->legend[i];
        double before = sample_width(item->sample);
        double after = item->sample == GRAPH_SAMPLE_CHIP ? CHIP_PADDING : 0;
        struct words text =
            layout_wrap(layout, &legend_type, item->text, right - LEFT - before - after);
        double height = words_height(&text), width = text.lines.widest;
        if (x > LEFT && x + before + width + after > right) {
            x = LEFT;
            y += row + ROW_GAP;
            row = 0;
        }
        size_t box = draw_sample(layout, item, x, y, width, height);
        layout_write(layout, &text, item->lang, box ? item->look.text : STYLE_QUIET, x + before, y,
                     box);
        x += before + width + after + ITEM_GAP;
        row = fmax(row, height);
    }
    if (row > 0)
        y += row;
    return draw_left_out(layout, row > 0 && layout->net.left_out ? y + ROW_GAP : y);
}
