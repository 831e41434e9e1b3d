/* The links of a layout; see layout_draw.h.
 *
 * A link leaves the middle of a box's right edge and arrives at a port on the left
 * edge of another, swinging only in the gutters; through the layers between it runs
 * straight in its lane. Ports are in the order in which the links come, from top to
 * bottom, so that links do not cross on the last stretch. */
#include "figure/layout_draw.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* Distance of ports: at most; and of the outer ones from the corners, both together. */
#define PORT_SPACE 9.0
#define PORT_ENDS 8.0

/* The last stretch of a link: where it goes and from how high it comes. */
struct arrival {
    uint32_t to;
    double from_y;
    size_t link;
};

static int compare_arrivals(const void *left, const void *right)
{
    const struct arrival *a = left, *b = right;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->from_y != b->from_y)
        return a->from_y < b->from_y ? -1 : 1;
    return a->link < b->link ? -1 : a->link > b->link;
}

static size_t list_arrivals(const struct net *net, struct arrival *arrivals)
{
    size_t count = 0;
    for (size_t i = 0; i < net->graph->link_count; i++) {
        uint32_t end = net->link_edges[i + 1];
        if (end == net->link_edges[i])
            continue;
        const struct net_edge *last = &net->edges[end - 1];
        arrivals[count++] = (struct arrival){last->to, net->vertices[last->from].y, i};
    }
    return count;
}

/* Sets for every link the y of its port. */
static void set_ports(const struct net *net, double *ports)
{
    struct arrival *arrivals = mem_zalloc(net->graph->link_count + 1, sizeof *arrivals);
    size_t count = list_arrivals(net, arrivals);
    qsort(arrivals, count, sizeof *arrivals, compare_arrivals);
    for (size_t start = 0, end; start < count; start = end) {
        uint32_t to = arrivals[start].to;
        for (end = start; end < count && arrivals[end].to == to;)
            end++;
        const struct net_vertex *target = &net->vertices[to];
        double gaps = (double)(end - start - 1);
        double space = gaps > 0 ? fmin(PORT_SPACE, fmax(0, target->height - PORT_ENDS) / gaps) : 0;
        if (net->graph->nodes[to].hub)
            space = 0;
        for (size_t i = start; i < end; i++)
            ports[arrivals[i].link] = target->y + ((double)(i - start) - gaps / 2) * space;
    }
    free(arrivals);
}

/* Where a curve is being drawn: the next free point. */
struct pen {
    struct figure_point *at;
    double x, y;
};

static void pen_start(struct pen *pen, struct figure_point *points, double x, double y)
{
    *pen = (struct pen){points + 1, x, y};
    points[0] = (struct figure_point){x, y};
}

/* Swings to x, y, leaving and arriving level. Between equal heights that is straight. */
static void pen_swing(struct pen *pen, double x, double y)
{
    double reach = (x - pen->x) / 2;
    *pen->at++ = (struct figure_point){pen->x + reach, pen->y};
    *pen->at++ = (struct figure_point){x - reach, y};
    *pen->at++ = (struct figure_point){x, y};
    pen->x = x;
    pen->y = y;
}

static void draw_link(struct layout *layout, size_t index, double top, double port)
{
    const struct net *net = &layout->net;
    const struct graph_link *link = &layout->graph->links[index];
    bool to_hub = layout->graph->nodes[link->to].hub;
    const struct graph_stroke *stroke = link->stroke;
    bool arrow = stroke->arrow && !to_hub;
    uint32_t first = net->link_edges[index], end = net->link_edges[index + 1];
    size_t lanes = end - first - 1;
    struct figure_curve *curve = figure_add_curve(layout->figure, 1 + 2 * lanes + (arrow ? 1 : 0));
    const struct net_layer *layer = &net->layers[net->vertices[link->from].layer];
    struct pen pen;
    pen_start(&pen, curve->points, layer->x + layer->width, top + net->vertices[link->from].y);
    for (uint32_t e = first; e + 1 < end; e++) {
        const struct net_vertex *lane = &net->vertices[net->edges[e].to];
        layer = &net->layers[lane->layer];
        pen_swing(&pen, layer->x, top + lane->y);
        pen_swing(&pen, layer->x + layer->width, top + lane->y);
    }
    layer = &net->layers[net->vertices[link->to].layer];
    pen_swing(&pen, layer->x - (arrow ? FIGURE_HEAD_LENGTH : 0), top + port);
    if (arrow)
        pen_swing(&pen, layer->x, top + port);
    curve->id = link->id;
    curve->from = layout->graph->nodes[link->from].id;
    curve->to = layout->graph->nodes[link->to].id;
    curve->from_box = layout->box_of[link->from];
    curve->to_box = layout->box_of[link->to];
    curve->role = stroke->role;
    curve->title = link->title;
    curve->lang = link->lang;
    curve->color = stroke->color;
    curve->width = stroke->width;
    curve->dashed = stroke->dashed;
    curve->arrow = arrow;
}

void layout_draw_links(struct layout *layout, double top)
{
    const struct net *net = &layout->net;
    double *ports = mem_zalloc(net->graph->link_count + 1, sizeof *ports);
    set_ports(net, ports);
    for (size_t i = 0; i < net->graph->link_count; i++)
        if (net->link_edges[i + 1] > net->link_edges[i])
            draw_link(layout, i, top, ports[i]);
    free(ports);
}
