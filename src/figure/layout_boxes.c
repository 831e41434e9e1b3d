/* The boxes of a layout: measuring what is in them, and drawing; see layout_draw.h. */
#include "base/memory.h"
#include "base/style_contrast.h"
#include "figure/layout_draw.h"

#include <math.h>
#include <stdlib.h>

/* Points; text sizes are scaled by the house style. */
#define PADDING_X 7.0
#define PADDING_Y 5.0
#define BULLET_INDENT 7.0
#define RADIUS 3.0
#define LANE_BREADTH 5.0
#define LINE_WIDTH 0.75
#define TEXT_CONTRAST 4.5
#define STRONG_WIDTH 2.0
#define FAINT_WIDTH 0.5

/* A last line is short below this share of the width; shares that are smaller by a step and
 * another one are tried, as long as a text fits into as many lines as before. */
#define SHORT_LINE 0.3
#define EVEN_STEP 0.1
enum { EVEN_TRIES = 4 };

/* Room for arriving links: beside the outer ones, and at most for those without a mark. */
#define PORTS_ENDS 4.8
#define MOST_PORTS_BREADTH 140.0

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

/* A status belongs to the item above it. */
static double indent_of(const struct layout *layout, const struct graph_node *node, size_t p)
{
    const struct graph_paragraph *paragraph = &node->paragraphs[p];
    bool below = paragraph->kind == GRAPH_STATUS && p > 0 && paragraph[-1].kind == GRAPH_ITEM;
    return paragraph->kind == GRAPH_ITEM || below ? BULLET_INDENT * layout->scale : 0;
}

/* Adds up the room that links need where they arrive, per node: those with a mark, whose discs
 * must not touch, and those without, which may come close. */
static void add_ports(const struct layout *layout, double *marked, double *plain)
{
    const struct graph *graph = layout->graph;
    for (size_t i = 0; i < graph->link_count; i++) {
        if (layout->net.link_edges[i + 1] == layout->net.link_edges[i])
            continue;
        double *sum = layout_has_mark(layout, i) ? marked : plain;
        sum[graph->links[i].to] += 2 * layout_port_room(layout, i);
    }
}

static double ports_breadth(double marked, double plain)
{
    return marked + plain > 0 ? marked + fmin(MOST_PORTS_BREADTH, plain + PORTS_ENDS) : 0;
}

/* Small lines may end as they like. */
static bool is_read_first(enum graph_paragraph_kind kind)
{
    return kind == GRAPH_TITLE || kind == GRAPH_ITEM || kind == GRAPH_MISSING;
}

static double sum_of_lines(const struct words *words)
{
    double sum = 0;
    for (size_t l = 0; l < words->lines.count; l++)
        sum += words->lines.lines[l].width;
    return sum;
}

/* Breaks a text so that it does not end in a short line, where that costs neither a further line
 * nor the division of a word. */
static struct words wrap_evenly(struct layout *layout, const struct words_type *type,
                                const struct graph_paragraph *paragraph, double width)
{
    struct words words = layout_wrap_led(layout, type, paragraph->lead, paragraph->text, width);
    size_t count = words.lines.count;
    double sum = sum_of_lines(&words);
    if (!is_read_first(paragraph->kind) || count < 2 ||
        words.lines.lines[count - 1].width > SHORT_LINE * width)
        return words;
    for (int i = 1; i <= EVEN_TRIES; i++) {
        struct words even = layout_wrap_led(layout, type, paragraph->lead, paragraph->text,
                                            width * (1 - EVEN_STEP * i));
        if (even.lines.count != count || sum_of_lines(&even) > sum + 0.01)
            break;
        if (even.lines.lines[count - 1].width <= SHORT_LINE * width)
            continue;
        even.width = width;
        return even;
    }
    return words;
}

/* Breaks the texts of a box to `width`; returns the height of it. */
static double wrap_texts(struct layout *layout, uint32_t vertex, double width)
{
    const struct graph_node *node = &layout->graph->nodes[vertex];
    struct layout_box *box = &layout->boxes[vertex];
    double inner = width - left_padding(node) - PADDING_X, height = 2 * PADDING_Y;
    bool strong = node->look.strong || node->emphasis == GRAPH_STRONG;
    box->texts = arena_array(&layout->figure->arena, node->paragraph_count, sizeof *box->texts);
    for (size_t p = 0; p < node->paragraph_count; p++) {
        const struct graph_paragraph *paragraph = &node->paragraphs[p];
        box->texts[p] = wrap_evenly(layout, type_of(paragraph->kind, strong), paragraph,
                                    inner - indent_of(layout, node, p));
        height += words_height(&box->texts[p]);
    }
    return height;
}

/* Measures a box whose ports need `ports` points across. */
static void measure_box(struct layout *layout, uint32_t vertex, double ports)
{
    struct net_vertex *place = &layout->net.vertices[vertex];
    struct net_layer *layer = &layout->net.layers[place->layer];
    struct layout_box *box = &layout->boxes[vertex];
    double width = layout->widths[place->layer];
    if (layout->graph->nodes[vertex].hub) {
        place->breadth = box->depth = width;
    } else if (layout->down) {
        place->breadth = fmax(width, ports);
        box->depth = wrap_texts(layout, vertex, place->breadth);
    } else {
        place->breadth = fmax(wrap_texts(layout, vertex, width), ports);
        box->depth = width;
    }
    layer->depth = fmax(layer->depth, box->depth);
}

void layout_measure_boxes(struct layout *layout)
{
    struct net *net = &layout->net;
    size_t count = layout->graph->node_count;
    double *marked = mem_zalloc(2 * count + 1, sizeof *marked), *plain = marked + count;
    add_ports(layout, marked, plain);
    for (uint32_t v = 0; v < net->vertex_count; v++)
        if (net_is_lane(net, v))
            net->vertices[v].breadth = LANE_BREADTH;
        else
            measure_box(layout, v, ports_breadth(marked[v], plain[v]));
    free(marked);
    for (uint32_t v = 0; layout->down && v < count; v++)
        if (!layout->graph->nodes[v].hub)
            layout->boxes[v].depth = net->layers[net->vertices[v].layer].depth;
}

const char *layout_state(struct layout *layout, const char *own, enum graph_emphasis emphasis)
{
    static const char *const states[] = {
        [GRAPH_NORMAL] = NULL, [GRAPH_STRONG] = "strong", [GRAPH_FAINT] = "faint"};
    if (!own || !states[emphasis])
        return own ? own : states[emphasis];
    struct buf both = {0};
    buf_addf(&both, "%s %s", own, states[emphasis]);
    const char *kept = arena_copy(&layout->figure->arena, both.data, both.length);
    buf_release(&both);
    return kept;
}

static struct figure_rect rect_of(const struct layout *layout, uint32_t vertex)
{
    const struct net_vertex *place = &layout->net.vertices[vertex];
    return layout_rect(layout, layout->net.layers[place->layer].start, layout->boxes[vertex].depth,
                       place->middle - place->breadth / 2, place->breadth);
}

/* The look of a node as it is drawn: what is beside the point is pale, but can be read. */
static struct graph_look look_of(const struct graph_node *node)
{
    struct graph_look look = node->look;
    if (node->emphasis == GRAPH_FAINT) {
        look.fill = STYLE_PAPER;
        look.line = look.bar_color = STYLE_BOX_LINE;
        look.text = look.tag = STYLE_QUIET;
    }
    return look;
}

static void draw_hub(struct layout *layout, uint32_t vertex)
{
    const struct graph_node *node = &layout->graph->nodes[vertex];
    struct graph_look look = look_of(node);
    struct figure_rect rect = rect_of(layout, vertex);
    *figure_add_box(layout->figure) = (struct figure_box){
        .role = node->role,
        .state = layout_state(layout, node->state, node->emphasis),
        .title = node->title,
        .lang = node->lang,
        .x = rect.x,
        .y = rect.y,
        .width = rect.width,
        .height = rect.height,
        .radius = rect.width / 2,
        .fill = node->emphasis == GRAPH_FAINT ? look.line : look.fill,
        .line = look.line,
    };
}

/* True if the style has been checked for text of this colour in boxes of that. */
static bool is_readable(enum style_color text, enum style_color fill)
{
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    for (size_t i = 0; i < count; i++)
        if (pairs[i].front == text && pairs[i].back == fill && pairs[i].least >= TEXT_CONTRAST)
            return true;
    return false;
}

static enum style_color color_of(const struct graph_node *node, const struct graph_look *look,
                                 const struct graph_paragraph *paragraph)
{
    enum style_color wished = look->text;
    switch (paragraph->kind) {
    case GRAPH_TAG:
    case GRAPH_ONWARD:
        return look->tag;
    case GRAPH_MISSING:
        wished = STYLE_MISSING;
        break;
    case GRAPH_STATUS:
        wished = paragraph->color;
        break;
    case GRAPH_TITLE:
    case GRAPH_ITEM:
        return look->text;
    }
    bool faint = node->emphasis == GRAPH_FAINT;
    return !faint && is_readable(wished, look->fill) ? wished : look->text;
}

/* Writes what is in a box, with its top left corner at x, y. */
static void write_paragraphs(struct layout *layout, uint32_t vertex, double x, double y, size_t box)
{
    static const struct words_type bullet_type = {TEXT_REGULAR, 8.5, 11.5};
    const struct graph_node *node = &layout->graph->nodes[vertex];
    struct graph_look look = look_of(node);
    for (size_t p = 0; p < node->paragraph_count; p++) {
        const struct graph_paragraph *paragraph = &node->paragraphs[p];
        const struct words *text = &layout->boxes[vertex].texts[p];
        if (paragraph->kind == GRAPH_ITEM) {
            struct words bullet = layout_wrap(layout, &bullet_type, "•", PADDING_X * 2);
            layout_write(layout, &bullet, NULL, look.tag, x, y, box);
        }
        double indent = indent_of(layout, node, p);
        layout_write(layout, text, paragraph->lang, color_of(node, &look, paragraph), x + indent, y,
                     box);
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

static double line_width(const struct graph_node *node)
{
    if (node->emphasis == GRAPH_STRONG)
        return STRONG_WIDTH;
    return node->emphasis == GRAPH_FAINT ? FAINT_WIDTH : LINE_WIDTH;
}

static void draw_box(struct layout *layout, uint32_t vertex)
{
    const struct graph_node *node = &layout->graph->nodes[vertex];
    struct graph_look look = look_of(node);
    struct figure_rect rect = rect_of(layout, vertex);
    *figure_add_box(layout->figure) = (struct figure_box){
        .id = node->id,
        .role = node->role,
        .state = layout_state(layout, node->state, node->emphasis),
        .title = node->title,
        .lang = node->lang,
        .x = rect.x,
        .y = rect.y,
        .width = rect.width,
        .height = rect.height,
        .radius = RADIUS,
        .fill = look.fill,
        .line = look.line,
        .line_width = line_width(node),
        .dashed = look.dashed,
        .bar = look.bar,
        .bar_color = look.bar_color,
    };
    double above = layout->down ? PADDING_Y : (rect.height - texts_height(layout, vertex)) / 2;
    write_paragraphs(layout, vertex, rect.x + left_padding(node), rect.y + above,
                     layout->figure->box_count);
}

void layout_draw_boxes(struct layout *layout)
{
    const struct net *net = &layout->net;
    for (uint32_t i = 0; i < net->vertex_count; i++) {
        uint32_t vertex = net->order[i];
        if (net_is_lane(net, vertex))
            continue;
        if (layout->graph->nodes[vertex].hub)
            draw_hub(layout, vertex);
        else
            draw_box(layout, vertex);
        layout->box_of[vertex] = layout->figure->box_count;
    }
}
