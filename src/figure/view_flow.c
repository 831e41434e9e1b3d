/* The flow, and the plain view of it; see view.h. This file has the steps, the links and
 * the legend; what is shown, the boxes, what stands out, and the words for those who cannot
 * see them have files of their own. */
#include "figure/view_flow_parts.h"

#include <stdlib.h>
#include <string.h>

/* --- links ---------------------------------------------------------------- */

size_t flow_node_of(const struct flow *flow, const struct model_node *node)
{
    return node ? flow->node_of[node->order] : FLOW_NO_NODE;
}

static void each_link_from(const struct flow *flow, const struct model_node *from,
                           void (*each)(void *self, const struct link *link,
                                        const struct model_node *from, const struct model_node *to),
                           void *self)
{
    const struct model_list *links = model_links_from(from);
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (flow_node_of(flow, link->to.node) != FLOW_NO_NODE)
            each(self, link, from, link->to.node);
    }
}

void flow_each_link(const struct flow *flow,
                    void (*each)(void *self, const struct link *link, const struct model_node *from,
                                 const struct model_node *to),
                    void *self)
{
    for (size_t i = 0; i < flow->activity_count; i++)
        each_link_from(flow, &flow->activities[i]->node, each, self);
    for (size_t i = 0; i < flow->effect_count; i++)
        each_link_from(flow, &flow->effects[i]->node, each, self);
}

static const char *link_title(const struct flow *flow, const struct link *link,
                              const struct model_node *from, const struct model_node *to)
{
    const char *from_name = view_name(flow->view, from), *to_name = view_name(flow->view, to);
    if (link->mechanism)
        return view_message(flow->view, "{1} → {2}: {3}", from_name, to_name, link->mechanism,
                            NULL);
    return view_message(flow->view, "{1} → {2}", from_name, to_name, NULL);
}

static void add_link(void *self, const struct link *link, const struct model_node *from,
                     const struct model_node *to)
{
    struct flow *flow = self;
    struct graph_link drawn = {
        .id = link->node.id,
        .title = link_title(flow, link, from, to),
        .lang = view_lang(flow->view, link->node.lang),
        .from = flow_node_of(flow, from),
        .to = flow_node_of(flow, to),
    };
    flow->theme->paint_link(flow, link, &drawn);
    size_t index = graph_add_link(flow->graph, &drawn);
    flow->links = arena_grow(flow->view->arena, flow->links, &flow->link_capacity, index + 1,
                             sizeof *flow->links);
    flow->links[index] = link;
}

/* The joins are the first links; there is nothing in the model that they stand for. */
static void add_links(struct flow *flow)
{
    size_t joins = flow->graph->link_count;
    flow->links = arena_grow(flow->view->arena, flow->links, &flow->link_capacity, joins + 1,
                             sizeof *flow->links);
    for (size_t i = 0; i < joins; i++)
        flow->links[i] = NULL;
    flow_each_link(flow, add_link, flow);
}

/* Block hubs take the colour of the links that meet in them. */
static void colour_hubs(struct graph *graph)
{
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        if (graph->nodes[link->to].hub)
            graph->nodes[link->to].look.fill = graph->nodes[link->to].look.line =
                link->stroke->color;
    }
}

bool flow_is_drawn(const struct flow *flow, size_t link)
{
    const struct graph_link *it = &flow->graph->links[link];
    return graph_is_before(&flow->graph->nodes[it->from], &flow->graph->nodes[it->to]);
}

/* --- legend --------------------------------------------------------------- */

void flow_explain_stroke(struct flow *flow, const struct graph_stroke *stroke, const char *text)
{
    bool occurs = false;
    for (size_t i = 0; i < flow->graph->link_count && !occurs; i++)
        occurs = flow->graph->links[i].stroke == stroke && flow_is_drawn(flow, i);
    if (occurs)
        graph_add_legend(flow->graph, &(struct graph_legend){
                                          .sample = GRAPH_SAMPLE_LINK,
                                          .stroke = stroke,
                                          .text = text,
                                          .lang = flow->view->own_lang,
                                      });
}

/* The look of the first node with a bar as of this focus area; NULL: none is shown. */
static const struct graph_look *look_in_area(const struct flow *flow, const struct focus_area *area)
{
    for (size_t i = 0; i < flow->activity_count; i++)
        if (flow->activities[i]->focus_area == area)
            return &flow->graph->nodes[i].look;
    return NULL;
}

static void explain_focus_areas(struct flow *flow)
{
    const struct model_list *areas = &flow->view->model->focus_areas;
    for (size_t i = 0; i < areas->count; i++) {
        const struct graph_look *look = look_in_area(flow, model_focus_area(areas->items[i]));
        if (look)
            graph_add_legend(flow->graph, &(struct graph_legend){
                                              .sample = GRAPH_SAMPLE_BAR,
                                              .look = {.fill = STYLE_PAPER,
                                                       .line = STYLE_PAPER,
                                                       .bar = look->bar,
                                                       .bar_color = look->bar_color},
                                              .text = view_name(flow->view, areas->items[i]),
                                              .lang = view_lang(flow->view, areas->items[i]->lang),
                                          });
    }
}

/* Explains what a node looks like; NULL: there is none such. */
static void explain_node(struct flow *flow, const struct graph_node *node, enum graph_sample sample,
                         const char *text)
{
    if (!node)
        return;
    struct graph_look look = node->look;
    look.text = STYLE_QUIET;
    graph_add_legend(flow->graph, &(struct graph_legend){
                                      .sample = sample,
                                      .look = look,
                                      .text = text,
                                      .lang = flow->view->own_lang,
                                  });
}

static const struct graph_node *first_of_role(const struct flow *flow, const char *role)
{
    for (size_t i = 0; i < flow->graph->node_count; i++)
        if (!strcmp(flow->graph->nodes[i].role, role))
            return &flow->graph->nodes[i];
    return NULL;
}

static const struct graph_node *first_waiting(const struct flow *flow)
{
    for (size_t i = 0; i < flow->activity_count; i++)
        if (flow->activities[i]->status == ACTIVITY_WAITING)
            return &flow->graph->nodes[i];
    return NULL;
}

/* By what stands out itself. */
static void explain_highlight(struct flow *flow)
{
    const struct graph *graph = flow->graph;
    const char *name = flow->highlighted ? flow_highlight_name(flow) : NULL;
    if (!name)
        return;
    struct graph_legend item = {
        .text = view_message(flow->view, "stands out: {1}, and all it is joined to", name, NULL),
        .lang = flow->view->own_lang,
    };
    for (size_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].emphasis == GRAPH_STRONG) {
            item.sample = GRAPH_SAMPLE_CHIP;
            item.look = graph->nodes[i].look;
            graph_add_legend(flow->graph, &item);
            return;
        }
    for (size_t i = 0; i < graph->link_count; i++)
        if (graph->links[i].emphasis == GRAPH_STRONG) {
            item.sample = GRAPH_SAMPLE_LINK;
            item.stroke = graph->links[i].stroke;
            graph_add_legend(flow->graph, &item);
            return;
        }
}

static void explain(struct flow *flow)
{
    if (flow->theme->explain)
        flow->theme->explain(flow);
    flow_explain_stroke(flow, &graph_join, view_text(flow->view, "the activity's signs"));
    explain_node(flow, first_of_role(flow, "hub"), GRAPH_SAMPLE_HUB,
                 view_text(flow->view, "all before the dot lead to all after it"));
    if (flow->theme->areas && !flow->graph->group_count) /* frames have titles */
        explain_focus_areas(flow);
    explain_node(flow, first_of_role(flow, "signs"), GRAPH_SAMPLE_CHIP,
                 view_text(flow->view, "signs"));
    explain_node(flow, first_waiting(flow), GRAPH_SAMPLE_CHIP, view_text(flow->view, "waiting"));
    explain_highlight(flow);
    flow->graph->left_out_one =
        view_text(flow->view, "{1} link does not run forwards in time and is not drawn.");
    flow->graph->left_out_many =
        view_text(flow->view, "{1} links do not run forwards in time and are not drawn.");
    flow->graph->left_out_lang = flow->view->own_lang;
}

/* --- the plain flow ------------------------------------------------------- */

static void paint_origin(const struct flow *flow, const struct link *link, struct graph_link *drawn)
{
    static const struct graph_stroke *const strokes[] = {
        [LINK_ORIGIN_UNKNOWN] = &graph_unstated,
        [LINK_STATED] = &graph_stated,
        [LINK_INTERPRETED] = &graph_interpreted,
    };
    (void)flow;
    drawn->stroke = strokes[link->origin];
}

static void explain_origins(struct flow *flow)
{
    const struct view *view = flow->view;
    flow_explain_stroke(flow, &graph_stated, view_text(view, "link stated in the source"));
    flow_explain_stroke(flow, &graph_interpreted, view_text(view, "our interpretation"));
    flow_explain_stroke(flow, &graph_unstated, view_text(view, "link without stated origin"));
}

static const char *origin_remark(const struct flow *flow, const struct link *link)
{
    switch (link->origin) {
    case LINK_INTERPRETED:
        return view_text(flow->view, "our interpretation");
    case LINK_ORIGIN_UNKNOWN:
        return view_text(flow->view, "origin not stated");
    case LINK_STATED:
        break;
    }
    return NULL;
}

struct counts {
    size_t interpreted, unmarked; /* unmarked: activities without a sign */
};

static void count_link(void *self, const struct link *link, const struct model_node *from,
                       const struct model_node *to)
{
    struct counts *counts = self;
    (void)from;
    (void)to;
    counts->interpreted += link->origin == LINK_INTERPRETED;
}

static void tell_what_is_open(const struct flow *flow, struct buf *text)
{
    struct counts counts = {0};
    flow_each_link(flow, count_link, &counts);
    for (size_t i = 0; i < flow->activity_count; i++)
        counts.unmarked += !flow->activities[i]->indicators.count;
    if (counts.interpreted)
        flow_add_sentence(text,
                          view_count(flow->view, N_("{1} link is our interpretation."),
                                     N_("{1} links are our interpretation."), counts.interpreted));
    if (counts.unmarked)
        flow_add_sentence(text,
                          view_count(flow->view, N_("{1} activity has no sign yet."),
                                     N_("{1} activities have no sign yet."), counts.unmarked));
}

void view_flow_build(struct view *view, struct figure *figure)
{
    static const struct flow_theme plain = {
        .title = N_("Programme theory: {1}"),
        .areas = true,
        .paint_link = paint_origin,
        .explain = explain_origins,
        .tell = tell_what_is_open,
        .link_remark = origin_remark,
        .same_remark = N_("our interpretation"),
        .said_once = N_("All links are our interpretation."),
    };
    flow_build(view, &plain, figure);
}

/* --- the whole ------------------------------------------------------------ */

static void fill_graph(struct flow *flow)
{
    flow_add_activities(flow);
    flow_add_effects(flow);
    add_links(flow);
    flow_highlight(flow);
    graph_gather_blocks(flow->graph, view_text(flow->view, "Each leads to all"),
                        flow->view->own_lang);
    colour_hubs(flow->graph);
    explain(flow);
}

void flow_build(struct view *view, const struct flow_theme *theme, struct figure *figure)
{
    struct flow flow = {.view = view, .theme = theme, .graph = view->graph};
    flow_choose(&flow);
    fill_graph(&flow);
    flow_describe(&flow, figure);
    free(flow.activities);
    free(flow.effects);
    free(flow.node_of);
}
