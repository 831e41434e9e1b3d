/* The legend of a layout: what occurs in the figure, in one or more rows. */
#include "figure/layout_draw.h"

#include <math.h>
#include <stdio.h>

/* Points. */
#define LEFT LAYOUT_INSET
#define LINE_SAMPLE 25.0
#define BAR_SAMPLE_HEIGHT 11.0
#define HUB_SAMPLE 6.0
#define SAMPLE_GAP 5.0
#define ITEM_GAP 18.0
#define ROW_GAP 3.0
#define CHIP_PADDING 5.0
#define FRAME_WIDTH 16.0
#define FRAME_HEIGHT 9.0

static const struct words_type legend_type = {TEXT_REGULAR, 7.5, 11};

/* Width left of an item's text. */
static double sample_width(const struct layout *layout, const struct graph_legend *item)
{
    switch (item->sample) {
    case GRAPH_SAMPLE_LINK:
        return LINE_SAMPLE + SAMPLE_GAP;
    case GRAPH_SAMPLE_BAR:
        return FIGURE_BAR_WIDTH + SAMPLE_GAP;
    case GRAPH_SAMPLE_HUB:
        return HUB_SAMPLE + SAMPLE_GAP;
    case GRAPH_SAMPLE_MARK:
        return layout->mark_size + SAMPLE_GAP;
    case GRAPH_SAMPLE_FRAME:
        return FRAME_WIDTH + SAMPLE_GAP;
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
    line->dashed = stroke->dash == FIGURE_DASHED;
    line->dotted = stroke->dash == FIGURE_DOTTED;
    line->arrow = stroke->arrow;
}

static void draw_mark_sample(struct layout *layout, const struct graph_mark *mark, const char *lang,
                             double x, double y)
{
    struct figure_point middle = {x + layout->mark_size / 2, y};
    if (mark->sign)
        layout_draw_mark(layout, mark, "legend", lang, middle);
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
        draw_mark_sample(layout, &item->mark, item->lang, x, middle);
        return 0;
    case GRAPH_SAMPLE_FRAME:
        box.y = middle - FRAME_HEIGHT / 2;
        box.width = FRAME_WIDTH;
        box.height = FRAME_HEIGHT;
        box.radius = 3;
        box.line_width = 0.75;
        box.dashed = item->look.dashed;
        box.bar = item->look.bar;
        box.bar_color = item->look.bar_color;
        break;
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
    return fmax(layout->width - LEFT, layout->right);
}

/* Says how many links are left out, on a row of its own. */
static double draw_left_out(struct layout *layout, double y, bool draw)
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
    if (draw)
        layout_write(layout, &lines, graph->left_out_lang, STYLE_MISSING, LEFT, y, 0);
    return y + words_height(&lines);
}

/* What the disc of a mark needs above and below a line of text, where one is explained. */
static double room_for_marks(const struct layout *layout)
{
    bool any = false;
    for (size_t i = 0; i < layout->graph->legend_count; i++)
        any = any || layout->graph->legend[i].sample == GRAPH_SAMPLE_MARK;
    return any ? fmax(0, (layout->mark_size - legend_type.leading * layout->scale) / 2) : 0;
}

static void draw_item(struct layout *layout, const struct graph_legend *item,
                      const struct words *text, double x, double y)
{
    size_t box = draw_sample(layout, item, x, y, text->lines.widest, words_height(text));
    layout_write(layout, text, item->lang, box ? item->look.text : STYLE_QUIET,
                 x + sample_width(layout, item), y, box);
}

/* Draws the legend with its top at y, or only measures it; returns the y below it. */
static double run_legend(struct layout *layout, double y, bool draw)
{
    const struct graph *graph = layout->graph;
    double x = LEFT, right = right_limit(layout), row = 0, above = room_for_marks(layout);
    for (size_t i = 0; i < graph->legend_count; i++) {
        const struct graph_legend *item = &graph->legend[i];
        double before = sample_width(layout, item);
        double after = item->sample == GRAPH_SAMPLE_CHIP ? CHIP_PADDING : 0;
        struct words text =
            layout_wrap(layout, &legend_type, item->text, right - LEFT - before - after);
        double height = words_height(&text), width = text.lines.widest;
        text.width = width; /* where Arabic begins */
        if (x > LEFT && x + before + width + after > right) {
            x = LEFT;
            y += row + ROW_GAP;
            row = 0;
        }
        if (draw)
            draw_item(layout, item, &text, x, y + above);
        x += before + width + after + ITEM_GAP;
        row = fmax(row, height + 2 * above);
    }
    if (row > 0)
        y += row;
    return draw_left_out(layout, row > 0 && layout->net.left_out ? y + ROW_GAP : y, draw);
}

double layout_draw_legend(struct layout *layout, double y)
{
    return run_legend(layout, y, true);
}

double layout_legend_height(struct layout *layout)
{
    return run_legend(layout, 0, false);
}
