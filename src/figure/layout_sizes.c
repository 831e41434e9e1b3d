/* The sizes of columns and rows; see layout_draw.h.
 *
 * Columns are as wide as fills the width, those with more to read wider than others. In rows
 * each box of a row is as wide as the others, as fills the width, and as high as the highest.
 * What is left over goes to the gutters, within bounds. */
#include "base/memory.h"
#include "figure/layout_draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Points, before scaling where they concern text. */
#define LEAST_BOX 105.0
#define MOST_BOX 196.0
#define MOST_WIDE_BOX 240.0 /* where columns and gutters have all they need */
#define MOST_RATIO 1.4      /* of the boxes of one row to those of another */
#define HUB_SIZE 6.0
#define GUTTER 40.0
#define JOIN_GUTTER 22.0 /* where nothing but joins passes */
#define HUB_GUTTER 28.0  /* on each side of a hub */
#define MOST_EXTRA_GUTTER 26.0
#define LOOSE_GUTTER 34.0      /* added where boxes are as wide as they need be */
#define MOST_LOOSE_GUTTER 90.0 /* and where they are as wide as they may be */
#define MOST_TIGHT_GUTTER 10.0 /* taken away where they are as narrow as they may be */
#define ROW_SPACE 12.0         /* between the boxes of a row */
#define LANE_ROOM 15.0         /* of a lane among them */
#define MARK_GAP 1.0           /* between a mark and the arrow head behind it */
#define BEFORE_MARK 2.0        /* between a mark and a frame */

/* --- gutters -------------------------------------------------------------- */

/* Free room after layer `l`: more where much passes. */
static double gutter_after(const struct net *net, uint32_t l, const size_t *links,
                           const size_t *joins)
{
    if (net->layers[l].hubs || net->layers[l + 1].hubs)
        return HUB_GUTTER;
    if (joins[l] && joins[l] == links[l])
        return JOIN_GUTTER;
    return GUTTER + fmin(MOST_EXTRA_GUTTER, links[l] > 8 ? 0.8 * (double)(links[l] - 8) : 0);
}

/* Frames stand around boxes, and marks before them. */
static void set_levels(struct layout *layout)
{
    struct net *net = &layout->net;
    for (size_t i = 0; i < layout->graph->node_count; i++)
        if (net_group(net, (uint32_t)i)) {
            struct net_layer *layer = &net->layers[net->vertices[i].layer];
            layer->before = layer->after = layout_frame_room();
        }
    for (uint32_t l = 0; l < net->layer_count; l++)
        if (layout->marked[l]) {
            double room = net->layers[l].before > 0 ? net->layers[l].before + BEFORE_MARK : 0;
            net->layers[l].before = layout->mark_size + fmax(FIGURE_HEAD_LENGTH + MARK_GAP, room);
        }
}

void layout_set_gutters(struct layout *layout)
{
    struct net *net = &layout->net;
    size_t *links = mem_zalloc(net->layer_count + 1, sizeof *links);
    size_t *joins = mem_zalloc(net->layer_count + 1, sizeof *joins);
    set_levels(layout);
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

double layout_end(const struct net *net)
{
    if (!net->layer_count)
        return 0;
    const struct net_layer *last = &net->layers[net->layer_count - 1];
    return last->start + last->depth + last->after;
}

/* What each gutter gets of the room that is left over (or gives, where it is negative). */
static double loose_gutter(const struct net *net, double left)
{
    double share = net->layer_count > 1 ? left / (net->layer_count - 1) : 0;
    return fmax(-MOST_TIGHT_GUTTER, fmin(MOST_LOOSE_GUTTER, share));
}

/* Puts the layers, whose depths are known, one after the other. */
static void line_up(struct net *net, double loose)
{
    double at = 0;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        struct net_layer *layer = &net->layers[l];
        if (layer->gutter >= (loose > 0 ? HUB_GUTTER : GUTTER))
            layer->gutter += loose;
        layer->start = at + layer->before;
        at = layer->start + layer->depth + layer->after + layer->gutter;
    }
}

/* --- columns -------------------------------------------------------------- */

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

/* How much wider boxes get of the room that is left over when gutters have their part. */
static double extra_width(const struct net *net, double left, double scale)
{
    double boxes = 0;
    for (uint32_t l = 0; l < net->layer_count; l++)
        boxes += net->layers[l].hubs ? 0 : 1;
    double gutters = net->layer_count > 1 ? LOOSE_GUTTER * (net->layer_count - 1) : 0;
    double share = boxes > 0 ? (left - gutters) / boxes : 0;
    return fmax(0, fmin((MOST_WIDE_BOX - MOST_BOX) * scale, share));
}

void layout_set_columns(struct layout *layout)
{
    struct net *net = &layout->net;
    double *weights = mem_zalloc(net->graph->column_count + 1, sizeof *weights);
    weigh_columns(net, weights);
    double free_width = layout->width - 2 * LAYOUT_INSET;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        const struct net_layer *layer = &net->layers[l];
        free_width -= layer->before + layer->after + layer->gutter + (layer->hubs ? HUB_SIZE : 0);
    }
    double factor = find_factor(net, weights, free_width, layout->scale);
    double left = free_width - boxes_width(net, weights, factor, layout->scale);
    double extra = extra_width(net, left, layout->scale);
    for (uint32_t l = 0; l < net->layer_count; l++) {
        struct net_layer *layer = &net->layers[l];
        layer->depth = HUB_SIZE;
        if (!layer->hubs) {
            layer->depth = extra + box_width(weights[layer->column], factor, layout->scale);
            left -= extra;
        }
        layout->widths[l] = layer->depth;
    }
    line_up(net, loose_gutter(net, left));
    free(weights);
}

/* --- rows ----------------------------------------------------------------- */

/* Width of the boxes of a row, as fills `width`; MOST_BOX where it has none. */
static double row_width(const struct layout *layout, uint32_t l, double width)
{
    const struct net *net = &layout->net;
    const struct net_layer *layer = &net->layers[l];
    double boxes = 0;
    for (uint32_t i = 0; i < layer->count; i++) {
        const struct net_vertex *vertex = &net->vertices[net->order[layer->first + i]];
        bool lane = net_is_lane(net, net->order[layer->first + i]);
        boxes += lane ? 0 : 1;
        width -= vertex->lead + vertex->tail + (lane ? LANE_ROOM : ROW_SPACE);
    }
    double share = boxes > 0 ? (width + ROW_SPACE) / boxes : INFINITY;
    return fmax(LEAST_BOX * layout->scale, fmin(MOST_BOX * layout->scale, share));
}

void layout_set_row_widths(struct layout *layout, double width)
{
    const struct net *net = &layout->net;
    double narrowest = INFINITY;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        layout->widths[l] = net->layers[l].hubs ? HUB_SIZE : row_width(layout, l, width);
        if (!net->layers[l].hubs)
            narrowest = fmin(narrowest, layout->widths[l]);
    }
    for (uint32_t l = 0; l < net->layer_count; l++)
        layout->widths[l] = fmin(layout->widths[l], MOST_RATIO * narrowest);
}

/* Makes the last row of each column deeper where its heading needs more than its rows. */
static void make_room_for_headings(struct net *net, const double *headings)
{
    double room = 0;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        struct net_layer *layer = &net->layers[l];
        bool last = l + 1 == net->layer_count || layer[1].column != layer->column;
        if (!layer->hubs)
            room += layer->depth;
        if (!last) {
            room += layer->hubs ? 0 : layer->after + layer->gutter + layer[1].before;
            continue;
        }
        layer->depth += fmax(0, headings[layer->column] - room);
        room = 0;
    }
}

void layout_set_rows(struct layout *layout, const double *headings, double height)
{
    struct net *net = &layout->net;
    make_room_for_headings(net, headings);
    line_up(net, 0);
    line_up(net, loose_gutter(net, height - layout_end(net)));
}
