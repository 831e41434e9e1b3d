/* The layout; see layout.h. This file has the steps, title and headings; sizes, boxes, links,
 * marks, frames and legend have files of their own. */
#include "figure/layout.h"

#include "base/memory.h"
#include "figure/layout_draw.h"
#include "figure/layout_order.h"
#include "figure/layout_place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points, before scaling where they concern text. */
#define AFTER_TITLE 9.0
#define UNDER_HEADING 3.0
#define AFTER_HEADING 12.0
#define BESIDE_HEADING 7.0 /* between a heading and its rule, and between that and boxes */
#define HEADING_WIDTH 88.0 /* of one beside a row, at most */
#define BEFORE_LEGEND 15.0
#define TEXT_SIZE 8.5 /* what our sizes are made for */
#define RULE_WIDTH 0.9

/* Between boxes across: least and most. */
#define LEAST_SPACE 9.0
#define MOST_SPACE 46.0
#define LEAST_ROW_SPACE 12.0
#define MOST_ROW_SPACE 60.0

static const struct words_type title_type = {TEXT_SEMIBOLD, 13, 18};
static const struct words_type heading_type = {TEXT_SEMIBOLD, 8.5, 12};

/* --- texts ---------------------------------------------------------------- */

struct words layout_wrap_led(struct layout *layout, const struct words_type *type, const char *lead,
                             const char *text, double width)
{
    double scale = fmax(layout->scale, STYLE_LEAST_SIZE / type->size);
    struct words_type scaled = {type->face, type->size * scale, type->leading * scale};
    return words_wrap(layout->figure, layout->metrics, &scaled, lead, text, width);
}

struct words layout_wrap(struct layout *layout, const struct words_type *type, const char *text,
                         double width)
{
    return layout_wrap_led(layout, type, NULL, text, width);
}

void layout_write(struct layout *layout, const struct words *words, const char *lang,
                  enum style_color color, double x, double y, size_t box)
{
    words_write(layout->figure, layout->metrics, words, lang, color, x, y, box);
}

/* --- places --------------------------------------------------------------- */

struct figure_point layout_point(const struct layout *layout, double along, double across)
{
    struct figure_point origin = layout->origin;
    return layout->down ? (struct figure_point){origin.x + across, origin.y + along}
                        : (struct figure_point){origin.x + along, origin.y + across};
}

struct figure_rect layout_rect(const struct layout *layout, double along, double depth,
                               double across, double breadth)
{
    struct figure_point at = layout_point(layout, along, across);
    return layout->down ? (struct figure_rect){at.x, at.y, breadth, depth}
                        : (struct figure_rect){at.x, at.y, depth, breadth};
}

/* --- headings ------------------------------------------------------------- */

/* The heading of a column, and where its boxes begin and end, along. */
struct heading {
    struct words text;
    double start, end;
    bool filled; /* it has boxes */
};

static bool holds_boxes(const struct net *net, const struct net_layer *layer)
{
    for (uint32_t i = 0; i < layer->count; i++)
        if (!net_is_lane(net, net->order[layer->first + i]))
            return true;
    return false;
}

/* What frames need before and behind the boxes of a layer. */
static double frame_room(const struct layout *layout, const struct net_layer *layer)
{
    const struct net *net = &layout->net;
    for (uint32_t i = 0; i < layer->count; i++)
        if (net_group(net, net->order[layer->first + i]))
            return layout_frame_room();
    return 0;
}

/* A heading stands over the sub-columns that hold boxes, and their frames; over all where none
 * does. */
static void find_edges(const struct layout *layout, struct heading *headings)
{
    const struct net *net = &layout->net;
    for (size_t c = 0; c < net->graph->column_count; c++)
        headings[c].start = headings[c].end = -1;
    for (int all = 0; all < 2; all++)
        for (uint32_t l = 0; l < net->layer_count; l++) {
            const struct net_layer *layer = &net->layers[l];
            struct heading *heading = &headings[layer->column];
            bool counts = all ? !heading->filled : holds_boxes(net, layer);
            if (layer->hubs || !counts)
                continue;
            double room = frame_room(layout, layer);
            if (heading->start < 0)
                heading->start = layer->start - room;
            heading->end = layer->start + layer->depth + room;
            heading->filled = !all;
        }
}

/* Breaks a heading; "(2–3 years)" at its end gets a line of its own where that costs none. */
static struct words wrap_heading(struct layout *layout, const char *heading, double width)
{
    struct words text = layout_wrap(layout, &heading_type, heading, width);
    const char *bracket = heading ? strstr(heading, " (") : NULL;
    if (text.lines.count < 2 || !bracket)
        return text;
    char *broken = arena_string(&layout->figure->arena, heading);
    broken[bracket - heading] = '\n';
    struct words other = layout_wrap(layout, &heading_type, broken, width);
    return other.lines.count <= text.lines.count ? other : text;
}

static void draw_rule(struct layout *layout, double x1, double y1, double x2, double y2)
{
    struct figure_curve *rule = figure_add_line(layout->figure, x1, y1, x2, y2);
    rule->role = "rule";
    rule->color = STYLE_HEADING;
    rule->width = RULE_WIDTH;
}

/* Draws the headings of columns, standing on one line, each with a rule as wide as its column;
 * returns the y below them. */
static double draw_headings_above(struct layout *layout, double y)
{
    const struct graph *graph = layout->graph;
    struct heading *headings = mem_zalloc(graph->column_count + 1, sizeof *headings);
    find_edges(layout, headings);
    double tallest = 0;
    for (size_t c = 0; c < graph->column_count; c++) {
        struct heading *it = &headings[c];
        it->text = wrap_heading(layout, graph->columns[c].heading, it->end - it->start);
        tallest = fmax(tallest, words_height(&it->text));
    }
    double line = y + tallest + UNDER_HEADING, left = layout->origin.x;
    for (size_t c = 0; c < graph->column_count; c++) {
        const struct heading *it = &headings[c];
        layout_write(layout, &it->text, graph->columns[c].lang, STYLE_HEADING, left + it->start,
                     y + tallest - words_height(&it->text), 0);
        draw_rule(layout, left + it->start, line, left + it->end, line);
    }
    free(headings);
    return graph->column_count ? line + AFTER_HEADING : y;
}

/* Draws the headings of rows, beside them, each with a rule as high as its rows. */
static void draw_headings_beside(struct layout *layout, struct heading *headings)
{
    const struct graph *graph = layout->graph;
    find_edges(layout, headings);
    double line = layout->origin.x - BESIDE_HEADING, top = layout->origin.y;
    for (size_t c = 0; c < graph->column_count; c++) {
        const struct heading *it = &headings[c];
        layout_write(layout, &it->text, graph->columns[c].lang, STYLE_HEADING, LAYOUT_INSET,
                     top + it->start, 0);
        draw_rule(layout, line, top + it->start, line, top + it->end);
    }
}

static double draw_title(struct layout *layout, double y)
{
    if (!layout->graph->title)
        return y;
    double width = fmax(layout->right, layout->width - LAYOUT_INSET) - LAYOUT_INSET;
    struct words text = layout_wrap(layout, &title_type, layout->graph->title, width);
    layout_write(layout, &text, layout->graph->title_lang, STYLE_HEADING, LAYOUT_INSET, y, 0);
    return y + words_height(&text) + AFTER_TITLE;
}

/* --- the whole ------------------------------------------------------------ */

/* What of the wished height is left below `top` for boxes, above the legend. */
static double height_below(struct layout *layout, double top)
{
    double legend = layout_legend_height(layout);
    return layout->height - LAYOUT_INSET - top - (legend > 0 ? BEFORE_LEGEND + legend : 0);
}

/* Columns beside each other; returns the y below them. */
static double arrange_columns(struct layout *layout)
{
    struct net *net = &layout->net;
    layout->origin.x = LAYOUT_INSET;
    layout_set_columns(layout);
    layout_measure_boxes(layout);
    layout_make_frames(layout);
    layout->right = LAYOUT_INSET + layout_end(net);
    double top = draw_headings_above(layout, draw_title(layout, LAYOUT_INSET));
    layout->origin.y = top;
    return top + layout_place(net, &(struct place_room){.wanted = height_below(layout, top),
                                                        .least = LEAST_SPACE,
                                                        .most = MOST_SPACE});
}

/* Breaks the headings of rows, and sets their heights; returns the widest. */
static double wrap_headings(struct layout *layout, struct heading *headings, double *heights)
{
    double widest = 0;
    for (size_t c = 0; c < layout->graph->column_count; c++) {
        headings[c].text =
            wrap_heading(layout, layout->graph->columns[c].heading, HEADING_WIDTH * layout->scale);
        heights[c] = words_height(&headings[c].text);
        widest = fmax(widest, headings[c].text.lines.widest);
    }
    for (size_t c = 0; c < layout->graph->column_count; c++)
        headings[c].text.width = widest; /* where Arabic begins */
    return widest;
}

/* Rows beneath each other; returns the y below them. */
static double arrange_rows(struct layout *layout)
{
    struct net *net = &layout->net;
    size_t count = layout->graph->column_count;
    struct heading *headings = mem_zalloc(count + 1, sizeof *headings);
    double *heights = mem_zalloc(count + 1, sizeof *heights);
    double left = LAYOUT_INSET + 2 * BESIDE_HEADING + wrap_headings(layout, headings, heights);
    double width = layout->width - LAYOUT_INSET - left;
    layout_make_frames(layout);
    layout_set_row_widths(layout, width);
    layout_measure_boxes(layout);
    layout->right = left + layout_place(net, &(struct place_room){.wanted = width,
                                                                  .least = LEAST_ROW_SPACE,
                                                                  .most = MOST_ROW_SPACE});
    double top = draw_title(layout, LAYOUT_INSET);
    layout_set_rows(layout, heights, height_below(layout, top));
    layout->origin = (struct figure_point){left, top};
    draw_headings_beside(layout, headings);
    free(headings);
    free(heights);
    return top + layout_end(net);
}

/* The figure is as wide as what stands in it. */
static void set_figure_width(struct layout *layout)
{
    struct figure *figure = layout->figure;
    double right = LAYOUT_INSET;
    if (!layout->down)
        right += layout_end(&layout->net);
    for (size_t i = 0; i < figure->text_count; i++)
        right = fmax(right, figure->texts[i].x + figure->texts[i].width);
    for (size_t i = 0; i < figure->box_count; i++)
        right = fmax(right, figure->boxes[i].x + figure->boxes[i].width);
    for (size_t i = 0; i < figure->curve_count; i++)
        for (size_t p = 0; p < figure->curves[i].point_count; p++)
            right = fmax(right, figure->curves[i].points[p].x);
    figure->width = right + LAYOUT_INSET;
}

static void layout_start(struct layout *layout)
{
    size_t nodes = layout->graph->node_count;
    net_init(&layout->net, layout->graph);
    layout->widths = mem_zalloc(layout->net.layer_count + 1, sizeof *layout->widths);
    layout->marked = mem_zalloc(layout->net.layer_count + 1, sizeof *layout->marked);
    layout->boxes = mem_zalloc(nodes + 1, sizeof *layout->boxes);
    layout->box_of = mem_zalloc(nodes + 1, sizeof *layout->box_of);
}

static void layout_finish(struct layout *layout)
{
    net_release(&layout->net);
    free(layout->widths);
    free(layout->marked);
    free(layout->boxes);
    free(layout->box_of);
}

void layout_graph(struct figure *figure, const struct graph *graph,
                  const struct text_metrics *metrics, const struct style *style,
                  const struct layout_options *options)
{
    double size = style->sizes[STYLE_TABLE];
    struct layout layout = {
        .figure = figure,
        .graph = graph,
        .metrics = metrics,
        .down = options->direction == LAYOUT_DOWN,
        .scale = size > 0 ? size / TEXT_SIZE : 1,
        .width = options->width,
        .height = options->height,
    };
    layout_start(&layout);
    layout_order_by(&layout.net, options->ordering);
    layout_measure_marks(&layout);
    layout_set_gutters(&layout);
    double bottom = layout.down ? arrange_rows(&layout) : arrange_columns(&layout);
    layout_draw_frames(&layout);
    layout_draw_boxes(&layout);
    layout_draw_links(&layout);
    double below = layout_draw_legend(&layout, bottom + BEFORE_LEGEND);
    figure->height = (below > bottom + BEFORE_LEGEND ? below : bottom) + LAYOUT_INSET;
    set_figure_width(&layout);
    layout_finish(&layout);
}
