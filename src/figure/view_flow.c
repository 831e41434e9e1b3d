/* The flow view; see view.h. This file has the steps, what is shown, and the
 * links and the legend; the boxes and the words for those who cannot see them have
 * files of their own. */
#include "base/memory.h"
#include "figure/view_flow_parts.h"

#include <stdlib.h>
#include <string.h>

/* --- what is shown -------------------------------------------------------- */

size_t flow_node_of(const struct flow *flow, const struct model_node *node)
{
    return node ? flow->node_of[node->order] : FLOW_NO_NODE;
}

static uint32_t largest_order(const struct model_list *list, uint32_t largest)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->order > largest)
            largest = list->items[i]->order;
    return largest;
}

/* Marks in `reached`, by effect position, what `start` leads to. */
static void mark_reached(const struct flow *flow, const struct model_node *start, bool *reached)
{
    const struct model_node **stack =
        mem_zalloc(flow->view->model->effects.count + 1, sizeof *stack);
    size_t depth = 0;
    stack[depth++] = start;
    while (depth) {
        const struct model_list *links = model_links_from(stack[--depth]);
        for (size_t i = 0; i < links->count; i++) {
            const struct model_node *to = model_link(links->items[i])->to.node;
            if (!to || reached[model_effect(to)->position])
                continue;
            reached[model_effect(to)->position] = true;
            stack[depth++] = to;
        }
    }
    free(stack);
}

static void choose_effects(struct flow *flow, const struct activity *only)
{
    const struct model_list *all = &flow->view->model->effects;
    bool *reached = mem_zalloc(all->count + 1, sizeof *reached);
    if (only)
        mark_reached(flow, &only->node, reached);
    for (size_t i = 0; i < all->count; i++) {
        const struct effect *effect = model_effect(all->items[i]);
        if (!only || reached[effect->position])
            flow->effects[flow->effect_count++] = effect;
    }
    free(reached);
}

static void choose(struct flow *flow, const struct view_options *options)
{
    const struct model *model = flow->view->model;
    const struct model_node *focus = options->focus;
    const struct activity *only =
        focus && focus->kind == MODEL_ACTIVITY ? model_activity(focus) : NULL;
    flow->activities = mem_zalloc(model->activities.count + 1, sizeof *flow->activities);
    flow->effects = mem_zalloc(model->effects.count + 1, sizeof *flow->effects);
    for (size_t i = 0; i < model->activities.count; i++) {
        const struct activity *activity = model_activity(model->activities.items[i]);
        if (!only || activity == only)
            flow->activities[flow->activity_count++] = activity;
    }
    choose_effects(flow, only);
    flow->signs = !options->without_signs && model_sign_horizon(model);
    size_t orders = largest_order(&model->effects, largest_order(&model->activities, 0)) + 1;
    flow->node_of = mem_alloc(orders * sizeof *flow->node_of);
    for (size_t i = 0; i < orders; i++)
        flow->node_of[i] = FLOW_NO_NODE;
}

/* --- links ---------------------------------------------------------------- */

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

static const struct graph_stroke *stroke_of(enum link_origin origin)
{
    switch (origin) {
    case LINK_STATED:
        return &graph_stated;
    case LINK_INTERPRETED:
        return &graph_interpreted;
    case LINK_ORIGIN_UNKNOWN:
        break;
    }
    return &graph_unstated;
}

static void add_link(void *self, const struct link *link, const struct model_node *from,
                     const struct model_node *to)
{
    struct flow *flow = self;
    const char *from_name = view_name(flow->view, from), *to_name = view_name(flow->view, to);
    const char *title =
        link->mechanism
            ? view_message(flow->view, "{1} → {2}: {3}", from_name, to_name, link->mechanism, NULL)
            : view_message(flow->view, "{1} → {2}", from_name, to_name, NULL);
    graph_add_link(flow->graph, &(struct graph_link){
                                    .id = link->node.id,
                                    .title = title,
                                    .lang = view_lang(flow->view, link->node.lang),
                                    .stroke = stroke_of(link->origin),
                                    .from = flow_node_of(flow, from),
                                    .to = flow_node_of(flow, to),
                                });
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

/* --- legend --------------------------------------------------------------- */

static void explain_link(struct flow *flow, const struct graph_stroke *stroke, const char *text)
{
    bool occurs = false;
    for (size_t i = 0; i < flow->graph->link_count && !occurs; i++)
        occurs = flow->graph->links[i].stroke == stroke;
    if (occurs)
        graph_add_legend(flow->graph, &(struct graph_legend){
                                          .sample = GRAPH_SAMPLE_LINK,
                                          .stroke = stroke,
                                          .text = text,
                                          .lang = flow->view->own_lang,
                                      });
}

static void explain_links(struct flow *flow)
{
    explain_link(flow, &graph_stated, view_text(flow->view, "link stated in the source"));
    explain_link(flow, &graph_interpreted, view_text(flow->view, "our interpretation"));
    explain_link(flow, &graph_unstated, view_text(flow->view, "link without stated origin"));
    explain_link(flow, &graph_join, view_text(flow->view, "the activity's signs"));
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

static void explain(struct flow *flow)
{
    explain_links(flow);
    explain_node(flow, first_of_role(flow, "hub"), GRAPH_SAMPLE_HUB,
                 view_text(flow->view, "all before the dot lead to all after it"));
    explain_focus_areas(flow);
    explain_node(flow, first_of_role(flow, "signs"), GRAPH_SAMPLE_CHIP,
                 view_text(flow->view, "signs"));
    explain_node(flow, first_waiting(flow), GRAPH_SAMPLE_CHIP, view_text(flow->view, "waiting"));
    flow->graph->left_out_one =
        view_text(flow->view, "{1} link does not run forwards in time and is not drawn.");
    flow->graph->left_out_many =
        view_text(flow->view, "{1} links do not run forwards in time and are not drawn.");
    flow->graph->left_out_lang = flow->view->own_lang;
}

/* --- the whole ------------------------------------------------------------ */

static void fill_graph(struct flow *flow)
{
    flow_add_activities(flow);
    flow_add_effects(flow);
    flow_each_link(flow, add_link, flow);
    graph_gather_blocks(flow->graph, view_text(flow->view, "Each leads to all"),
                        flow->view->own_lang);
    colour_hubs(flow->graph);
    explain(flow);
}

void view_flow_build(struct view *view, struct figure *figure)
{
    struct flow flow = {.view = view, .graph = view->graph};
    choose(&flow, view->options);
    fill_graph(&flow);
    flow_describe(&flow, figure);
    free(flow.activities);
    free(flow.effects);
    free(flow.node_of);
}
