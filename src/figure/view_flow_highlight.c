/* What stands out in a flow: one thing, with all that leads to it and all that it leads to;
 * the rest steps back. */
#include "figure/view_flow_parts.h"

#include "base/memory.h"

#include <stdlib.h>

/* Which nodes are before and after what stands out, itself among both. */
struct way {
    const struct graph *graph;
    bool *before, *after, *strong;
};

/* --- where it stands ------------------------------------------------------ */

static size_t link_index(const struct flow *flow, const struct model_node *node)
{
    for (size_t i = 0; i < flow->graph->link_count; i++)
        if (flow->links[i] && &flow->links[i]->node == node)
            return i;
    return FLOW_NO_NODE;
}

static size_t activity_box(const struct flow *flow, const struct model_node *node)
{
    for (size_t i = 0; i < flow->activity_count; i++)
        if (&flow->activities[i]->node == node)
            return i;
    return FLOW_NO_NODE;
}

/* The box of an activity or effect; FLOW_NO_NODE: not shown. */
static size_t box_of(const struct flow *flow, const struct model_node *node)
{
    if (node->kind == MODEL_ACTIVITY)
        return activity_box(flow, node);
    return node->kind == MODEL_EFFECT ? flow_node_of(flow, node) : FLOW_NO_NODE;
}

static void mark_box(struct way *way, size_t node)
{
    if (node != FLOW_NO_NODE)
        way->strong[node] = way->before[node] = way->after[node] = true;
}

/* An indicator stands among the signs of its activity, or in the box of what it measures. */
static void mark_indicator(const struct flow *flow, struct way *way,
                           const struct indicator *indicator)
{
    const struct model_node *parent = indicator->node.parent;
    if (parent->kind == MODEL_ACTIVITY)
        mark_box(way, flow_node_of(flow, parent));
    else
        mark_box(way, box_of(flow, parent));
    for (size_t i = 0; i < indicator->measures.count; i++)
        mark_box(way, box_of(flow, indicator->measures.items[i].node));
}

static void mark_area(const struct flow *flow, struct way *way, const struct model_node *area)
{
    for (size_t i = 0; i < flow->activity_count; i++)
        if (flow->activities[i]->focus_area && &flow->activities[i]->focus_area->node == area)
            mark_box(way, i);
}

static void mark_object(struct flow *flow, struct way *way, const struct model_node *node)
{
    if (node->kind == MODEL_INDICATOR)
        mark_indicator(flow, way, model_indicator(node));
    else if (node->kind == MODEL_FOCUS_AREA)
        mark_area(flow, way, node);
    else
        mark_box(way, box_of(flow, node));
}

/* --- what it is joined to ------------------------------------------------- */

/* Spreads marks along the links: forwards, or backwards. */
static void spread(const struct graph *graph, bool *marks, bool forwards)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < graph->link_count; i++) {
            const struct graph_link *link = &graph->links[i];
            size_t near = forwards ? link->from : link->to, far = forwards ? link->to : link->from;
            if (!marks[near] || marks[far])
                continue;
            marks[far] = changed = true;
        }
    }
}

static void set_emphases(struct flow *flow, const struct way *way, size_t strong_link)
{
    struct graph *graph = flow->graph;
    for (size_t i = 0; i < graph->node_count; i++) {
        bool joined = way->before[i] || way->after[i];
        graph->nodes[i].emphasis = way->strong[i] ? GRAPH_STRONG
                                   : joined       ? GRAPH_NORMAL
                                                  : GRAPH_FAINT;
        flow->highlighted += joined;
    }
    for (size_t i = 0; i < graph->link_count; i++) {
        struct graph_link *link = &graph->links[i];
        bool joined = way->after[link->from] || way->before[link->to];
        link->emphasis = i == strong_link ? GRAPH_STRONG : joined ? GRAPH_NORMAL : GRAPH_FAINT;
    }
}

static bool any_marked(const struct way *way)
{
    for (size_t i = 0; i < way->graph->node_count; i++)
        if (way->before[i])
            return true;
    return false;
}

/* Marks what is to stand out: the object or what it is a part of. Returns the link, if it is
 * one. */
static size_t mark(struct flow *flow, struct way *way, const struct model_node *node)
{
    for (; node && !any_marked(way); node = node->parent) {
        size_t link = node->kind == MODEL_LINK ? link_index(flow, node) : FLOW_NO_NODE;
        if (link != FLOW_NO_NODE) {
            way->before[flow->graph->links[link].from] = true;
            way->after[flow->graph->links[link].to] = true;
            return link;
        }
        mark_object(flow, way, node);
    }
    return FLOW_NO_NODE;
}

void flow_highlight(struct flow *flow)
{
    size_t count = flow->graph->node_count;
    if (!flow->view->options->highlight)
        return;
    struct way way = {
        .graph = flow->graph,
        .before = mem_zalloc(count + 1, sizeof *way.before),
        .after = mem_zalloc(count + 1, sizeof *way.after),
        .strong = mem_zalloc(count + 1, sizeof *way.strong),
    };
    size_t link = mark(flow, &way, flow->view->options->highlight);
    if (any_marked(&way)) {
        spread(flow->graph, way.before, false);
        spread(flow->graph, way.after, true);
        set_emphases(flow, &way, link);
    }
    free(way.before);
    free(way.after);
    free(way.strong);
}

const char *flow_highlight_name(const struct flow *flow)
{
    const struct view *view = flow->view;
    const struct model_node *node = view->options->highlight;
    if (!node)
        return NULL;
    if (node->kind == MODEL_LINK)
        return view_message(view, "“{1} → {2}”", view_name(view, node->parent),
                            view_name(view, model_link(node)->to.node), NULL);
    return view_message(view, "“{1}”", view_name(view, node), NULL);
}
