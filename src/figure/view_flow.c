/* The flow view; see view_flow.h. This file has the steps, what is shown, and the
 * links and the legend; the boxes and the words for those who cannot see them have
 * files of their own. */
#include "figure/view_flow.h"

#include "base/memory.h"
#include "figure/view_flow_parts.h"
#include "figure/layout.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* A4 landscape, points; and what title, running lines and captions take of its height. */
#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0
#define TAKEN_HEIGHT 110.0

/* --- texts ---------------------------------------------------------------- */

const char *flow_text(const struct flow *flow, const char *english)
{
    return language_text(flow->language, english);
}

const char *flow_message(const struct flow *flow, const char *english, ...)
{
    const char *args[4];
    size_t count = 0;
    va_list list;
    va_start(list, english);
    for (const char *arg; count < 4 && (arg = va_arg(list, const char *)); count++)
        args[count] = arg;
    va_end(list);
    struct buf message;
    buf_init(&message, 0);
    buf_add_message(&message, flow_text(flow, english), args, count);
    const char *kept = arena_copy(flow->arena, message.data, message.length);
    buf_release(&message);
    return kept;
}

const char *flow_lang(const struct flow *flow, const char *lang)
{
    return lang && strcmp(lang, flow->lang) ? lang : NULL;
}

const char *flow_name(const struct flow *flow, const struct model_node *node)
{
    return model_name(node, flow->language);
}

const char *flow_letter(const struct flow *flow, const struct activity *activity)
{
    struct buf letters;
    buf_init(&letters, 0);
    buf_add_letters(&letters, activity->position);
    const char *kept = arena_copy(flow->arena, letters.data, letters.length);
    buf_release(&letters);
    return kept;
}

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
    const struct model_node **stack = mem_zalloc(flow->model->effects.count + 1, sizeof *stack);
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
    const struct model_list *all = &flow->model->effects;
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

static void choose(struct flow *flow, const struct flow_options *options)
{
    const struct model *model = flow->model;
    flow->activities = mem_zalloc(model->activities.count + 1, sizeof *flow->activities);
    flow->effects = mem_zalloc(model->effects.count + 1, sizeof *flow->effects);
    for (size_t i = 0; i < model->activities.count; i++) {
        const struct activity *activity = model_activity(model->activities.items[i]);
        if (!options->only || activity == options->only)
            flow->activities[flow->activity_count++] = activity;
    }
    choose_effects(flow, options->only);
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

static enum graph_link_kind kind_of(enum link_origin origin)
{
    switch (origin) {
    case LINK_STATED:
        return GRAPH_STATED;
    case LINK_INTERPRETED:
        return GRAPH_INTERPRETED;
    case LINK_ORIGIN_UNKNOWN:
        break;
    }
    return GRAPH_UNSTATED;
}

static void add_link(void *self, const struct link *link, const struct model_node *from,
                     const struct model_node *to)
{
    struct flow *flow = self;
    const char *from_name = flow_name(flow, from), *to_name = flow_name(flow, to);
    const char *title = link->mechanism ? flow_message(flow, "{1} → {2}: {3}", from_name, to_name,
                                                       link->mechanism, NULL)
                                        : flow_message(flow, "{1} → {2}", from_name, to_name, NULL);
    graph_add_link(flow->graph, &(struct graph_link){
                                    .id = link->node.id,
                                    .title = title,
                                    .lang = flow_lang(flow, link->node.lang),
                                    .kind = kind_of(link->origin),
                                    .from = flow_node_of(flow, from),
                                    .to = flow_node_of(flow, to),
                                });
}

/* Block hubs take the colour of the links that meet in them. */
static void colour_hubs(struct graph *graph)
{
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        if (graph->nodes[link->to].hub) {
            enum style_color color = link->kind == GRAPH_STATED        ? STYLE_ACCENT
                                     : link->kind == GRAPH_INTERPRETED ? STYLE_INTERPRETED
                                                                       : STYLE_QUIET;
            graph->nodes[link->to].look.fill = graph->nodes[link->to].look.line = color;
        }
    }
}

/* --- legend --------------------------------------------------------------- */

static void explain_link(struct flow *flow, enum graph_link_kind kind, const char *text)
{
    bool occurs = false;
    for (size_t i = 0; i < flow->graph->link_count && !occurs; i++)
        occurs = flow->graph->links[i].kind == kind;
    if (occurs)
        graph_add_legend(flow->graph, &(struct graph_legend){
                                          .sample = GRAPH_SAMPLE_LINK,
                                          .link = kind,
                                          .text = text,
                                          .lang = flow->own_lang,
                                      });
}

static void explain_links(struct flow *flow)
{
    explain_link(flow, GRAPH_STATED, flow_text(flow, "link stated in the source"));
    explain_link(flow, GRAPH_INTERPRETED, flow_text(flow, "our interpretation"));
    explain_link(flow, GRAPH_UNSTATED, flow_text(flow, "link without stated origin"));
    explain_link(flow, GRAPH_JOIN, flow_text(flow, "the activity's signs"));
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
    const struct model_list *areas = &flow->model->focus_areas;
    for (size_t i = 0; i < areas->count; i++) {
        const struct graph_look *look = look_in_area(flow, model_focus_area(areas->items[i]));
        if (look)
            graph_add_legend(flow->graph, &(struct graph_legend){
                                              .sample = GRAPH_SAMPLE_BAR,
                                              .look = {.fill = STYLE_PAPER,
                                                       .line = STYLE_PAPER,
                                                       .bar = look->bar,
                                                       .bar_color = look->bar_color},
                                              .text = flow_name(flow, areas->items[i]),
                                              .lang = flow_lang(flow, areas->items[i]->lang),
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
                                      .lang = flow->own_lang,
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
                 flow_text(flow, "all before the dot lead to all after it"));
    explain_focus_areas(flow);
    explain_node(flow, first_of_role(flow, "signs"), GRAPH_SAMPLE_CHIP, flow_text(flow, "signs"));
    explain_node(flow, first_waiting(flow), GRAPH_SAMPLE_CHIP, flow_text(flow, "waiting"));
    flow->graph->left_out_one =
        flow_text(flow, "{1} link does not run forwards in time and is not drawn.");
    flow->graph->left_out_many =
        flow_text(flow, "{1} links do not run forwards in time and are not drawn.");
    flow->graph->left_out_lang = flow->own_lang;
}

/* --- the whole ------------------------------------------------------------ */

static void fill_graph(struct flow *flow)
{
    flow_add_activities(flow);
    flow_add_effects(flow);
    flow_each_link(flow, add_link, flow);
    graph_gather_blocks(flow->graph, flow_text(flow, "Each leads to all"), flow->own_lang);
    colour_hubs(flow->graph);
    explain(flow);
}

static void add_title(struct flow *flow)
{
    const struct model_node *programme = &flow->model->programme->node;
    flow->graph->title = flow_name(flow, programme);
    flow->graph->title_lang = flow_lang(flow, programme->lang);
}

static double page_width(const struct style *style)
{
    return PAGE_WIDTH - 2 * style->sizes[STYLE_MARGIN_SIDE];
}

static double page_height(const struct style *style)
{
    return PAGE_HEIGHT - style->sizes[STYLE_MARGIN_TOP] - style->sizes[STYLE_MARGIN_BOTTOM] -
           TAKEN_HEIGHT;
}

void figure_flow(struct figure *figure, const struct model *model, const struct style *style,
                 const struct text_metrics *metrics, const struct language *language,
                 const struct flow_options *options)
{
    static const struct flow_options defaults = {0};
    const struct flow_options *wanted = options ? options : &defaults;
    const char *own = language_tag(language);
    const char *lang = model->programme->node.lang ? model->programme->node.lang : own;
    struct graph graph;
    graph_start(&graph);
    figure_init(figure);
    struct flow flow = {
        .arena = &figure->arena,
        .model = model,
        .language = language,
        .lang = lang,
        .own_lang = strcmp(own, lang) ? own : NULL,
        .graph = &graph,
    };
    figure->lang = lang;
    figure->own_lang = own;
    choose(&flow, wanted);
    if (wanted->title)
        add_title(&flow);
    fill_graph(&flow);
    flow_describe(&flow, figure);
    layout_graph(figure, &graph, metrics, style,
                 wanted->width > 0 ? wanted->width : page_width(style),
                 wanted->height > 0 ? wanted->height : page_height(style));
    free(flow.activities);
    free(flow.effects);
    free(flow.node_of);
    graph_release(&graph);
}
