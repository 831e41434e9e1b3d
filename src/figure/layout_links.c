/* The links of a layout; see layout_draw.h.
 *
 * A link leaves the middle of the side of a box that lies ahead and arrives at a port on the
 * near side of another, swinging only in the gutters; through the layers between it runs
 * straight in its lane. Ports are in the order in which the links come, so that links do not
 * cross on the last stretch. */
#include "figure/layout_draw.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* Distance of ports: at most; and of the outer ones from the corners, both together. */
#define PORT_SPACE 9.0
#define PORT_ENDS 8.0
#define MOST_MARK_SPACE 4.0 /* added between discs where there is room */

#define STRONG_FACTOR 2.0
#define FAINT_WIDTH 0.5

/* The last stretch of a link: where it goes and from where it comes, across. */
struct arrival {
    uint32_t to;
    double from;
    size_t link;
};

static int compare_arrivals(const void *left, const void *right)
{
    const struct arrival *a = left, *b = right;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
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
        arrivals[count++] = (struct arrival){last->to, net->vertices[last->from].middle, i};
    }
    return count;
}

/* Sets the ports of links that arrive at one box, all without marks: evenly spaced. */
static void set_even_ports(const struct net *net, const struct arrival *arrivals, size_t count,
                           double *ports)
{
    const struct net_vertex *target = &net->vertices[arrivals[0].to];
    double gaps = (double)(count - 1);
    double space = gaps > 0 ? fmin(PORT_SPACE, fmax(0, target->breadth - PORT_ENDS) / gaps) : 0;
    if (net->graph->nodes[arrivals[0].to].hub)
        space = 0;
    for (size_t i = 0; i < count; i++)
        ports[arrivals[i].link] = target->middle + ((double)i - gaps / 2) * space;
}

/* The same where some have marks: each gets the room that it needs. */
static void set_marked_ports(const struct layout *layout, const struct arrival *arrivals,
                             size_t count, double *ports)
{
    const struct net_vertex *target = &layout->net.vertices[arrivals[0].to];
    double needed = 0;
    for (size_t i = 0; i < count; i++)
        needed += 2 * layout_port_room(layout, arrivals[i].link);
    double left = fmax(0, target->breadth - PORT_ENDS - needed);
    double extra = count > 1 ? fmin(MOST_MARK_SPACE, left / (double)(count - 1)) : 0;
    double at = target->middle - (needed + extra * (double)(count - 1)) / 2;
    for (size_t i = 0; i < count; i++) {
        double room = layout_port_room(layout, arrivals[i].link);
        ports[arrivals[i].link] = at + room;
        at += 2 * room + extra;
    }
}

/* Sets for every link where it arrives, across. */
static void set_ports(const struct layout *layout, double *ports)
{
    const struct net *net = &layout->net;
    struct arrival *arrivals = mem_zalloc(net->graph->link_count + 1, sizeof *arrivals);
    size_t count = list_arrivals(net, arrivals);
    qsort(arrivals, count, sizeof *arrivals, compare_arrivals);
    for (size_t start = 0, end; start < count; start = end) {
        bool marked = false;
        for (end = start; end < count && arrivals[end].to == arrivals[start].to; end++)
            marked = marked || layout_has_mark(layout, arrivals[end].link);
        if (marked)
            set_marked_ports(layout, arrivals + start, end - start, ports);
        else
            set_even_ports(net, arrivals + start, end - start, ports);
    }
    free(arrivals);
}

/* Where a curve is being drawn: the next free point. */
struct pen {
    const struct layout *layout;
    struct figure_point *at;
    double along, across;
};

static void pen_put(struct pen *pen, double along, double across)
{
    *pen->at++ = layout_point(pen->layout, along, across);
}

static void pen_start(struct pen *pen, const struct layout *layout, struct figure_point *points,
                      double along, double across)
{
    *pen = (struct pen){layout, points, along, across};
    pen_put(pen, along, across);
}

/* Swings to a place, leaving and arriving along. Between places in line that is straight. */
static void pen_swing(struct pen *pen, double along, double across)
{
    double reach = (along - pen->along) / 2;
    pen_put(pen, pen->along + reach, pen->across);
    pen_put(pen, along - reach, across);
    pen_put(pen, along, across);
    pen->along = along;
    pen->across = across;
}

/* How a link is drawn, as it is, in colour and width. */
static void set_stroke(struct layout *layout, struct figure_curve *curve,
                       const struct graph_link *link)
{
    curve->role = link->stroke->role;
    curve->color = link->stroke->color;
    curve->width = link->stroke->width;
    curve->dashed = link->stroke->dash == FIGURE_DASHED;
    curve->dotted = link->stroke->dash == FIGURE_DOTTED;
    curve->state = layout_state(layout, link->state, link->emphasis);
    if (link->emphasis == GRAPH_STRONG)
        curve->width *= STRONG_FACTOR;
    if (link->emphasis == GRAPH_FAINT) {
        curve->color = STYLE_BOX_LINE;
        curve->width = fmin(FAINT_WIDTH, curve->width);
    }
}

/* A link on its way. */
struct course {
    size_t link;
    double port;       /* where it arrives, across */
    double start, end; /* along: the near side of its last box, and where its last swing ends */
    bool marked, arrow;
};

static struct course course_of(const struct layout *layout, size_t index, double port)
{
    const struct graph_link *link = &layout->graph->links[index];
    const struct net_layer *last = &layout->net.layers[layout->net.vertices[link->to].layer];
    bool arrow = link->stroke->arrow && !layout->graph->nodes[link->to].hub;
    return (struct course){
        .link = index,
        .port = port,
        .start = last->start,
        .end = last->start - fmax(last->before, arrow ? FIGURE_HEAD_LENGTH : 0),
        .marked = layout_has_mark(layout, index),
        .arrow = arrow,
    };
}

/* Segments of a link: one over each gutter, one through each layer, one where it leaves a box
 * that ends before its layer does, and one before the box where it arrives. */
static size_t count_segments(const struct course *course, size_t lanes, bool level)
{
    return 1 + 2 * lanes + level + (course->end < course->start);
}

static struct figure_curve *draw_course(struct layout *layout, const struct course *course)
{
    const struct net *net = &layout->net;
    const struct graph_link *link = &layout->graph->links[course->link];
    uint32_t first = net->link_edges[course->link], end = net->link_edges[course->link + 1];
    const struct net_layer *layer = &net->layers[net->vertices[link->from].layer];
    double leave = layer->start + layout->boxes[link->from].depth;
    double swing = layer->start + layer->depth + layer->after;
    bool level = leave < swing;
    struct figure_curve *curve =
        figure_add_curve(layout->figure, count_segments(course, end - first - 1, level));
    struct pen pen;
    pen_start(&pen, layout, curve->points, leave, net->vertices[link->from].middle);
    if (level)
        pen_swing(&pen, swing, pen.across);
    for (uint32_t e = first; e + 1 < end; e++) {
        const struct net_vertex *lane = &net->vertices[net->edges[e].to];
        layer = &net->layers[lane->layer];
        pen_swing(&pen, layer->start - layer->before, lane->middle);
        pen_swing(&pen, layer->start + layer->depth + layer->after, lane->middle);
    }
    pen_swing(&pen, course->end, course->port);
    if (course->end < course->start)
        pen_swing(&pen, course->start, course->port);
    return curve;
}

/* Draws the mark of a link; returns its box + 1. */
static size_t draw_mark(struct layout *layout, const struct course *course)
{
    const struct graph_link *link = &layout->graph->links[course->link];
    double middle = course->end + layout->mark_size / 2;
    return layout_draw_mark(layout, &link->mark, "mark", link->lang,
                            layout_point(layout, middle, course->port));
}

static void draw_link(struct layout *layout, size_t index, double port)
{
    const struct graph_link *link = &layout->graph->links[index];
    struct course course = course_of(layout, index, port);
    struct figure_curve *curve = draw_course(layout, &course);
    set_stroke(layout, curve, link);
    curve->id = link->id;
    curve->from = layout->graph->nodes[link->from].id;
    curve->to = layout->graph->nodes[link->to].id;
    curve->from_box = layout->box_of[link->from];
    curve->to_box = layout->box_of[link->to];
    curve->mark_box = course.marked ? draw_mark(layout, &course) : 0;
    curve->title = link->title;
    curve->lang = link->lang;
    curve->arrow = course.arrow;
}

/* Faint links first, so that strong ones are drawn over all others. */
void layout_draw_links(struct layout *layout)
{
    static const enum graph_emphasis order[] = {GRAPH_FAINT, GRAPH_NORMAL, GRAPH_STRONG};
    const struct net *net = &layout->net;
    double *ports = mem_zalloc(net->graph->link_count + 1, sizeof *ports);
    set_ports(layout, ports);
    for (size_t pass = 0; pass < sizeof order / sizeof *order; pass++)
        for (size_t i = 0; i < net->graph->link_count; i++)
            if (net->graph->links[i].emphasis == order[pass] &&
                net->link_edges[i + 1] > net->link_edges[i])
                draw_link(layout, i, ports[i]);
    free(ports);
}
