/* The boxes of a layout: measuring what is in them, and drawing; see layout_draw.h. */
#include "figure/layout_draw.h"

#include <math.h>

/* Points; text sizes are scaled by the house style. */
#define PADDING_X 7.0
#define PADDING_Y 5.0
#define BULLET_INDENT 7.0
#define RADIUS 3.0
#define LANE_HEIGHT 5.0
#define LINE_WIDTH 0.75

/* Height for arriving links: each, both ends together, and at most. */
#define PORT_HEIGHT 3.2
#define PORT_ENDS 8.0
#define MOST_PORTS_HEIGHT 140.0

static const struct words_type *type_of(enum graph_paragraph_kind kind, bool strong)
{
    static const struct words_type tag = {TEXT_REGULAR, 7, 9};
    static const struct words_type plain = {TEXT_REGULAR, 8.5, 11.5};
    static const struct words_type semibold = {TEXT_SEMIBOLD, 8.5, 11.5};
    static const struct words_type missing = {TEXT_ITALIC, 8.5, 11.5};
    switch (kind) {
    case GRAPH_TAG:
    case GRAPH_STATUS:
    case GRAPH_ONWARD:
        return &tag;
    case GRAPH_MISSING:
        return &missing;
    case GRAPH_TITLE:
        return strong ? &semibold : &plain;
    case GRAPH_ITEM:
        break;
    }
    return &plain;
}

static double left_padding(const struct graph_node *node)
{
    return PADDING_X + (node->look.bar == FIGURE_BAR_NONE ? 0 : FIGURE_BAR_WIDTH);
}

static double indent_of(const struct layout *layout, enum graph_paragraph_kind kind)
{
    return kind == GRAPH_ITEM ? BULLET_INDENT * layout->scale : 0;
}

static double ports_height(const struct net *net, uint32_t vertex)
{
    uint32_t ports = net->in_first[vertex + 1] - net->in_first[vertex];
    return ports ? fmin(MOST_PORTS_HEIGHT, PORT_ENDS + PORT_HEIGHT * (ports - 1)) : 0;
}

static void measure_box(struct layout *layout, uint32_t vertex)
{
    const struct graph_node *node = &layout->graph->nodes[vertex];
    struct net_layer *layer = &layout->net.layers[layout->net.vertices[vertex].layer];
    struct layout_box *box = &layout->boxes[vertex];
    if (node->hub) {
        box->height = layer->width;
        return;
    }
    double width = layer->width - left_padding(node) - PADDING_X;
    box->texts = arena_array(&layout->figure->arena, node->paragraph_count, sizeof *box->texts);
    double height = 0;
    for (size_t p = 0; p < node->paragraph_count; p++) {
        const struct graph_paragraph *paragraph = &node->paragraphs[p];
        box->texts[p] =
            layout_wrap_led(layout, type_of(paragraph->kind, node->look.strong), paragraph->lead,
                            paragraph->text, width - indent_of(layout, paragraph->kind));
        height += words_height(&box->texts[p]);
    }
    box->height = fmax(height + 2 * PADDING_Y, ports_height(&layout->net, vertex));
}

void layout_measure_boxes(struct layout *layout)
{
    struct net *net = &layout->net;
    for (uint32_t v = 0; v < net->vertex_count; v++) {
        if (net_is_lane(net, v)) {
            net->vertices[v].height = LANE_HEIGHT;
        } else {
            measure_box(layout, v);
            net->vertices[v].height = layout->boxes[v].height;
        }
    }
}

static void draw_hub(struct layout *layout, const struct graph_node *node,
                     const struct net_layer *layer, double middle)
{
    double radius = layer->width / 2;
    *figure_add_box(layout->figure) = (struct figure_box){
        .role = node->role,
        .title = node->title,
        .lang = node->lang,
        .x = layer->x,
        .y = middle - radius,
        .width = layer->width,
        .height = layer->width,
        .radius = radius,
        .fill = node->look.fill,
        .line = node->look.line,
    };
}

static void write_paragraphs(struct layout *layout, uint32_t vertex, double x, double y, size_t box)
{
    static const struct words_type bullet_type = {TEXT_REGULAR, 8.5, 11.5};
    const struct graph_node *node = &layout->graph->nodes[vertex];
    for (size_t p = 0; p < node->paragraph_count; p++) {
        const struct graph_paragraph *paragraph = &node->paragraphs[p];
        const struct words *text = &layout->boxes[vertex].texts[p];
        enum style_color color = node->look.text;
        if (paragraph->kind == GRAPH_TAG)
            color = node->look.tag;
        else if (paragraph->kind == GRAPH_MISSING)
            color = STYLE_MISSING;
        else if (paragraph->kind == GRAPH_ITEM) {
            struct words bullet = layout_wrap(layout, &bullet_type, "•", PADDING_X * 2);
            layout_write(layout, &bullet, NULL, node->look.tag, x, y, box);
        }
        double indent = indent_of(layout, paragraph->kind);
        layout_write(layout, text, paragraph->lang, color, x + indent, y, box);
        y += words_height(text);
    }
}

static double texts_height(const struct layout *layout, uint32_t vertex)
{
    double height = 0;
    for (size_t p = 0; p < layout->graph->nodes[vertex].paragraph_count; p++)
        height += words_height(&layout->boxes[vertex].texts[p]);
    return height;
}

static void draw_box(struct layout *layout, uint32_t vertex, double middle)
{
    const struct graph_node *node = &layout->graph->nodes[vertex];
    const struct net_layer *layer = &layout->net.layers[layout->net.vertices[vertex].layer];
    double height = layout->boxes[vertex].height;
    *figure_add_box(layout->figure) = (struct figure_box){
        .id = node->id,
        .role = node->role,
        .title = node->title,
        .lang = node->lang,
        .x = layer->x,
        .y = middle - height / 2,
        .width = layer->width,
        .height = height,
        .radius = RADIUS,
        .fill = node->look.fill,
        .line = node->look.line,
        .line_width = LINE_WIDTH,
        .dashed = node->look.dashed,
        .bar = node->look.bar,
        .bar_color = node->look.bar_color,
    };
    write_paragraphs(layout, vertex, layer->x + left_padding(node),
                     middle - texts_height(layout, vertex) / 2, layout->figure->box_count);
}

void layout_draw_boxes(struct layout *layout, double top)
{
    const struct net *net = &layout->net;
    for (uint32_t i = 0; i < net->vertex_count; i++) {
        uint32_t vertex = net->order[i];
        if (net_is_lane(net, vertex))
            continue;
        const struct graph_node *node = &layout->graph->nodes[vertex];
        double middle = top + net->vertices[vertex].y;
        if (node->hub)
            draw_hub(layout, node, &net->layers[net->vertices[vertex].layer], middle);
        else
            draw_box(layout, vertex, middle);
        layout->box_of[vertex] = layout->figure->box_count;
    }
}
