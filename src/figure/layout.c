/* The layout; see layout.h. This file has the steps and the columns; boxes, links and
 * legend are drawn in files of their own. */
#include "figure/layout.h"

#include "base/memory.h"
#include "figure/layout_draw.h"
#include "figure/layout_order.h"
#include "figure/layout_place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points, before scaling where they concern text. */
#define INSET 1.0 /* around everything, for the outlines */
#define LEAST_BOX 105.0
#define MOST_BOX 196.0
#define GUTTER 40.0
#define JOIN_GUTTER 22.0 /* where nothing but joins passes */
#define HUB_GUTTER 28.0  /* on each side of a hub */
#define HUB_SIZE 6.0
#define MOST_EXTRA_GUTTER 26.0
#define MOST_LOOSE_GUTTER 34.0 /* added where boxes are as wide as they may be */
#define MOST_TIGHT_GUTTER 10.0 /* taken away where they are as narrow as they may be */
#define AFTER_TITLE 9.0
#define UNDER_HEADING 3.0
#define AFTER_HEADING 12.0
#define BEFORE_LEGEND 15.0
#define TEXT_SIZE 8.5 /* what our sizes are made for */

static const struct words_type title_type = {TEXT_SEMIBOLD, 13, 18};
static const struct words_type heading_type = {TEXT_SEMIBOLD, 8.5, 12};

/* --- texts ---------------------------------------------------------------- */

struct words layout_wrap_led(struct layout *layout, const struct words_type *type, const char *lead,
                             const char *text, double width)
{
    struct words_type scaled = {type->face, type->size * layout->scale,
                                type->leading * layout->scale};
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

/* --- columns -------------------------------------------------------------- */

/* Free width after layer `l`: more where much passes. */
static double gutter_after(const struct net *net, uint32_t l, const size_t *links,
                           const size_t *joins)
{
    if (net->layers[l].hubs || net->layers[l + 1].hubs)
        return HUB_GUTTER;
    if (joins[l] && joins[l] == links[l])
        return JOIN_GUTTER;
    return GUTTER + fmin(MOST_EXTRA_GUTTER, links[l] > 8 ? 0.8 * (double)(links[l] - 8) : 0);
}

static void set_gutters(struct net *net)
{
    size_t *links = mem_zalloc(net->layer_count + 1, sizeof *links);
    size_t *joins = mem_zalloc(net->layer_count + 1, sizeof *joins);
    for (size_t i = 0; i < net->graph->link_count; i++)
        for (uint32_t e = net->link_edges[i]; e < net->link_edges[i + 1]; e++) {
            uint32_t l = net->vertices[net->edges[e].from].layer;
            links[l]++;
            joins[l] += net->graph->links[i].stroke == &graph_join;
        }
    for (uint32_t l = 0; l + 1 < net->layer_count; l++)
        net->layers[l].gutter = gutter_after(net, l, links, joins);
    free(links);
    free(joins);
}

/* How much there is to read in the fullest sub-column of each column, in bytes. */
static void weigh_layers(const struct net *net, double *amounts)
{
    const struct graph *graph = net->graph;
    double *by_layer = mem_zalloc(net->layer_count + 1, sizeof *by_layer);
    for (size_t n = 0; n < graph->node_count; n++)
        for (size_t p = 0; p < graph->nodes[n].paragraph_count; p++)
            by_layer[net->vertices[n].layer] += (double)strlen(graph->nodes[n].paragraphs[p].text);
    for (uint32_t l = 0; l < net->layer_count; l++) {
        double *amount = &amounts[net->layers[l].column];
        *amount = fmax(*amount, by_layer[l]);
    }
    free(by_layer);
}

/* Turns amounts into relative widths: columns with more to read are wider, within bounds. */
static void weigh_columns(const struct net *net, double *weights)
{
    size_t count = net->graph->column_count;
    weigh_layers(net, weights);
    double sum = 0;
    for (size_t c = 0; c < count; c++)
        sum += weights[c];
    for (size_t c = 0; c < count; c++) {
        double share = sum > 0 ? weights[c] * (double)count / sum : 1;
        weights[c] = fmax(0.9, fmin(1.3, sqrt(share)));
    }
}

static double box_width(double weight, double factor, double scale)
{
    return fmax(LEAST_BOX * scale, fmin(MOST_BOX * scale, weight * factor));
}

/* Width of all layers of boxes for a given factor. */
static double boxes_width(const struct net *net, const double *weights, double factor, double scale)
{
    double width = 0;
    for (size_t c = 0; c < net->graph->column_count; c++)
        width += (double)net->graph->columns[c].subs * box_width(weights[c], factor, scale);
    return width;
}

/* The factor with which the boxes fill `width`, by halving. */
static double find_factor(const struct net *net, const double *weights, double width, double scale)
{
    double low = 0, high = 2 * MOST_BOX * scale;
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (boxes_width(net, weights, middle, scale) <= width)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* What each gutter gets of the width that is left over (or gives, where it is negative). */
static double loose_gutter(const struct net *net, double left)
{
    double share = net->layer_count > 1 ? left / (net->layer_count - 1) : 0;
    return fmax(-MOST_TIGHT_GUTTER, fmin(MOST_LOOSE_GUTTER, share));
}

static void set_widths(struct layout *layout)
{
    struct net *net = &layout->net;
    double *weights = mem_zalloc(net->graph->column_count + 1, sizeof *weights);
    weigh_columns(net, weights);
    double free_width = layout->width - 2 * INSET;
    for (uint32_t l = 0; l < net->layer_count; l++)
        free_width -= net->layers[l].gutter + (net->layers[l].hubs ? HUB_SIZE : 0);
    double factor = find_factor(net, weights, free_width, layout->scale);
    double left = free_width - boxes_width(net, weights, factor, layout->scale);
    double loose = loose_gutter(net, left), x = INSET;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        struct net_layer *layer = &net->layers[l];
        layer->x = x;
        layer->width =
            layer->hubs ? HUB_SIZE : box_width(weights[layer->column], factor, layout->scale);
        if (layer->gutter >= (loose > 0 ? HUB_GUTTER : GUTTER))
            layer->gutter += loose;
        x += layer->width + layer->gutter;
    }
    free(weights);
}

static double right_edge(const struct net *net)
{
    if (!net->layer_count)
        return INSET;
    const struct net_layer *last = &net->layers[net->layer_count - 1];
    return last->x + last->width;
}

/* --- headings ------------------------------------------------------------- */

/* Left and right edge of a column's boxes; false if it has no layer. */
static bool column_edges(const struct net *net, size_t column, uint32_t *layer, double *left,
                         double *right)
{
    bool found = false;
    for (; *layer < net->layer_count && net->layers[*layer].column == column; ++*layer) {
        const struct net_layer *l = &net->layers[*layer];
        if (l->hubs)
            continue;
        if (!found)
            *left = l->x;
        *right = l->x + l->width;
        found = true;
    }
    return found;
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

/* Draws the headings, standing on one line, each with a rule as wide as its column;
 * returns the y below them. */
static double draw_headings(struct layout *layout, double y)
{
    const struct graph *graph = layout->graph;
    const struct net *net = &layout->net;
    struct words *texts = mem_zalloc(graph->column_count + 1, sizeof *texts);
    double *lefts = mem_zalloc(2 * graph->column_count + 1, sizeof *lefts);
    double *rights = lefts + graph->column_count, tallest = 0;
    uint32_t layer = 0;
    for (size_t c = 0; c < graph->column_count; c++) {
        column_edges(net, c, &layer, &lefts[c], &rights[c]);
        texts[c] = wrap_heading(layout, graph->columns[c].heading, rights[c] - lefts[c]);
        tallest = fmax(tallest, words_height(&texts[c]));
    }
    double line = y + tallest + UNDER_HEADING;
    for (size_t c = 0; c < graph->column_count; c++) {
        layout_write(layout, &texts[c], graph->columns[c].lang, STYLE_HEADING, lefts[c],
                     y + tallest - words_height(&texts[c]), 0);
        struct figure_curve *rule =
            figure_add_line(layout->figure, lefts[c], line, rights[c], line);
        rule->role = "rule";
        rule->color = STYLE_HEADING;
        rule->width = 0.9;
    }
    bool any = graph->column_count > 0;
    free(texts);
    free(lefts);
    return any ? line + AFTER_HEADING : y;
}

static double draw_title(struct layout *layout, double y)
{
    if (!layout->graph->title)
        return y;
    double width = fmax(right_edge(&layout->net), layout->width - INSET) - INSET;
    struct words text = layout_wrap(layout, &title_type, layout->graph->title, width);
    layout_write(layout, &text, layout->graph->title_lang, STYLE_HEADING, INSET, y, 0);
    return y + words_height(&text) + AFTER_TITLE;
}

/* --- the whole ------------------------------------------------------------ */

/* The figure is as wide as what stands in it. */
static void set_figure_width(struct layout *layout)
{
    struct figure *figure = layout->figure;
    double right = right_edge(&layout->net);
    for (size_t i = 0; i < figure->text_count; i++)
        right = fmax(right, figure->texts[i].x + figure->texts[i].width);
    for (size_t i = 0; i < figure->box_count; i++)
        right = fmax(right, figure->boxes[i].x + figure->boxes[i].width);
    figure->width = right + INSET;
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
        .scale = size > 0 ? size / TEXT_SIZE : 1,
        .width = options->width,
        .boxes = mem_zalloc(graph->node_count + 1, sizeof *layout.boxes),
        .box_of = mem_zalloc(graph->node_count + 1, sizeof *layout.box_of),
    };
    net_init(&layout.net, graph);
    set_gutters(&layout.net);
    set_widths(&layout);
    layout_measure_boxes(&layout);
    layout_order(&layout.net);
    double top = draw_headings(&layout, draw_title(&layout, INSET));
    double used =
        layout_place(&layout.net, options->height - top - BEFORE_LEGEND - 14 * layout.scale);
    layout_draw_boxes(&layout, top);
    layout_draw_links(&layout, top);
    double bottom = top + used;
    double below = layout_draw_legend(&layout, bottom + BEFORE_LEGEND);
    figure->height = (below > bottom + BEFORE_LEGEND ? below : bottom) + INSET;
    set_figure_width(&layout);
    net_release(&layout.net);
    free(layout.boxes);
    free(layout.box_of);
}
