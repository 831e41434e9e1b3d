/* The boxes of the flow view: activities, their signs, and effects in their columns. */
#include "figure/view_flow_parts.h"

#include "base/memory.h"

#include <stdlib.h>

static void dress(struct flow *flow, size_t node, const struct model_node *object)
{
    if (flow->theme->dress)
        flow->theme->dress(flow, node, object);
}

/* --- activities ----------------------------------------------------------- */

/* Colour and pattern of the accent bar: the patterns alone tell eight areas apart. */
static void set_bar(const struct flow *flow, const struct activity *activity,
                    struct graph_look *look)
{
    static const enum style_color colors[] = {STYLE_ACCENT, STYLE_ACCENT_2, STYLE_ACCENT_3,
                                              STYLE_ACCENT_4};
    static const enum figure_bar bars[] = {FIGURE_BAR_SOLID,   FIGURE_BAR_DASHED, FIGURE_BAR_DOUBLE,
                                           FIGURE_BAR_DOTTED,  FIGURE_BAR_MIXED,  FIGURE_BAR_STEPS,
                                           FIGURE_BAR_CHECKED, FIGURE_BAR_HALF};
    if (activity->focus_area) {
        uint32_t area = activity->focus_area->position;
        look->bar_color = colors[(area + area / 8) % 4];
        look->bar = bars[area % 8];
    } else if (!flow->view->model->focus_areas.count) {
        look->bar_color = STYLE_ACCENT;
        look->bar = FIGURE_BAR_SOLID;
    }
}

static struct graph_look activity_look(const struct flow *flow, const struct activity *activity)
{
    bool waiting = activity->status == ACTIVITY_WAITING;
    struct graph_look look = {
        .fill = waiting ? STYLE_WAITING_FILL : STYLE_PAPER,
        .line = waiting ? STYLE_WAITING : STYLE_BOX_LINE,
        .text = activity->status == ACTIVITY_STOPPED ? STYLE_QUIET : STYLE_INK,
        .tag = STYLE_QUIET,
        .dashed = waiting,
    };
    if (flow->theme->areas)
        set_bar(flow, activity, &look);
    return look;
}

/* Of signs, and of what is not there yet. */
static struct graph_look open_look(void)
{
    return (struct graph_look){.fill = STYLE_PAPER,
                               .line = STYLE_BOX_LINE,
                               .text = STYLE_INK,
                               .tag = STYLE_QUIET,
                               .dashed = true};
}

static size_t add_activity(struct flow *flow, const struct activity *activity)
{
    const char *lang = view_lang(flow->view, activity->node.lang);
    const char *name = view_name(flow->view, &activity->node);
    const char *letter = view_letter(flow->view, activity);
    size_t node = graph_add_node(
        flow->graph, &(struct graph_node){
                         .id = activity->node.id,
                         .role = "activity",
                         .title = view_message(flow->view, "Activity {1}: {2}", letter, name, NULL),
                         .lang = flow->view->own_lang,
                         .look = activity_look(flow, activity),
                     });
    graph_add_paragraph(flow->graph, node, GRAPH_TAG, view_activity_tag(flow->view, activity),
                        flow->view->own_lang);
    struct graph_paragraph *title = graph_add_paragraph(flow->graph, node, GRAPH_TITLE, name, lang);
    if (title)
        title->lead = letter;
    dress(flow, node, &activity->node);
    return node;
}

/* Activities of one focus area that follow each other. */
struct run {
    const struct focus_area *area; /* NULL: of none */
    size_t start, end;
};

static struct run run_from(const struct flow *flow, size_t start)
{
    struct run run = {flow->activities[start]->focus_area, start, start};
    while (run.end < flow->activity_count && flow->activities[run.end]->focus_area == run.area)
        run.end++;
    return run;
}

static bool goes_on_later(const struct flow *flow, const struct run *run)
{
    for (size_t i = run->end; i < flow->activity_count; i++)
        if (flow->activities[i]->focus_area == run->area)
            return true;
    return false;
}

/* Frames say more than bars where there are several areas, each in one place, and at least
 * one of them holds several activities. */
static bool are_frames_better(const struct flow *flow)
{
    size_t areas = 0, largest = 0;
    struct run run = {0};
    while (run.end < flow->activity_count) {
        run = run_from(flow, run.end);
        if (!run.area)
            continue;
        if (goes_on_later(flow, &run))
            return false;
        areas++;
        largest = run.end - run.start > largest ? run.end - run.start : largest;
    }
    return areas > 1 && largest > 1;
}

static void frame(struct flow *flow, const struct run *run)
{
    const struct model_node *area = &run->area->node;
    size_t group = graph_add_group(
        flow->graph, &(struct graph_group){
                         .title = view_name(flow->view, area),
                         .lang = view_lang(flow->view, area->lang),
                         .look = {.fill = STYLE_PAPER, .line = STYLE_BOX_LINE, .text = STYLE_QUIET},
                     });
    for (size_t i = run->start; i < run->end; i++)
        flow->graph->nodes[i].group = group + 1;
}

static void frame_areas(struct flow *flow)
{
    struct run run = {0};
    if (!are_frames_better(flow))
        return;
    while (run.end < flow->activity_count) {
        run = run_from(flow, run.end);
        if (run.area)
            frame(flow, &run);
    }
}

/* Says in a column that is empty what is not there yet. */
static void add_missing(struct flow *flow, size_t column, const char *text)
{
    size_t node = graph_add_node(flow->graph, &(struct graph_node){
                                                  .role = "missing",
                                                  .title = text,
                                                  .lang = flow->view->own_lang,
                                                  .column = column,
                                                  .look = open_look(),
                                              });
    graph_add_paragraph(flow->graph, node, GRAPH_MISSING, text, flow->view->own_lang);
}

static size_t add_signs(struct flow *flow, const struct activity *activity)
{
    const char *name = view_name(flow->view, &activity->node);
    const struct model_list *signs = &activity->indicators;
    size_t node = graph_add_node(
        flow->graph,
        &(struct graph_node){
            .id = activity->node.id,
            .role = "signs",
            .title = view_message(flow->view, "Signs that “{1}” is working", name, NULL),
            .lang = flow->view->own_lang,
            .column = 1,
            .look = open_look(),
        });
    enum graph_paragraph_kind kind = signs->count > 1 ? GRAPH_ITEM : GRAPH_TITLE;
    for (size_t i = 0; i < signs->count; i++) {
        graph_add_paragraph(flow->graph, node, kind, view_name(flow->view, signs->items[i]),
                            view_lang(flow->view, signs->items[i]->lang));
        dress(flow, node, signs->items[i]);
    }
    if (!signs->count)
        graph_add_paragraph(flow->graph, node, GRAPH_MISSING, view_text(flow->view, "no sign yet"),
                            flow->view->own_lang);
    return node;
}

static void add_signs_of_all(struct flow *flow)
{
    const struct horizon *horizon = model_sign_horizon(flow->view->model);
    size_t column = graph_add_column(flow->graph, view_name(flow->view, &horizon->node),
                                     view_lang(flow->view, horizon->node.lang));
    flow->graph->columns[column].in_order = true;
    for (size_t i = 0; i < flow->activity_count; i++) {
        size_t signs = add_signs(flow, flow->activities[i]);
        graph_add_link(flow->graph, &(struct graph_link){
                                        .stroke = &graph_join,
                                        .from = i,
                                        .to = signs,
                                    });
        flow->node_of[flow->activities[i]->node.order] = signs;
    }
}

void flow_add_activities(struct flow *flow)
{
    size_t column =
        graph_add_column(flow->graph, view_text(flow->view, "Activities"), flow->view->own_lang);
    flow->graph->columns[column].in_order = true;
    for (size_t i = 0; i < flow->activity_count; i++) {
        size_t node = add_activity(flow, flow->activities[i]);
        flow->node_of[flow->activities[i]->node.order] = node;
    }
    frame_areas(flow);
    if (flow->signs)
        add_signs_of_all(flow);
    if (!flow->activity_count)
        add_missing(flow, column,
                    flow->view->options->focus ? view_text(flow->view, "No activity leads here yet")
                                               : view_text(flow->view, "No activities yet"));
}

/* --- effects -------------------------------------------------------------- */

static const char *effect_role(enum effect_kind kind)
{
    switch (kind) {
    case EFFECT_SUB_GOAL:
        return "sub-goal";
    case EFFECT_GOAL:
        return "goal";
    case EFFECT_UNINTENDED:
        return "unintended";
    case EFFECT_PLAIN:
        break;
    }
    return "effect";
}

/* The tag of an effect; NULL: none. */
static const char *effect_tag(const struct flow *flow, enum effect_kind kind)
{
    switch (kind) {
    case EFFECT_SUB_GOAL:
        return view_text(flow->view, "sub-goal");
    case EFFECT_GOAL:
        return view_text(flow->view, "goal");
    case EFFECT_UNINTENDED:
        return view_text(flow->view, "unintended effect");
    case EFFECT_PLAIN:
        break;
    }
    return NULL;
}

const char *flow_effect_title(const struct flow *flow, const struct effect *effect)
{
    const char *name = view_name(flow->view, &effect->node);
    switch (effect->kind) {
    case EFFECT_SUB_GOAL:
        return view_message(flow->view, "Sub-goal: {1}", name, NULL);
    case EFFECT_GOAL:
        return view_message(flow->view, "Goal: {1}", name, NULL);
    case EFFECT_UNINTENDED:
        return view_message(flow->view, "Unintended effect: {1}", name, NULL);
    case EFFECT_PLAIN:
        break;
    }
    return view_message(flow->view, "Effect: {1}", name, NULL);
}

static struct graph_look effect_look(enum effect_kind kind)
{
    if (kind == EFFECT_GOAL)
        return (struct graph_look){.fill = STYLE_HEADING,
                                   .line = STYLE_HEADING,
                                   .text = STYLE_PAPER,
                                   .tag = STYLE_PANEL,
                                   .strong = true};
    return (struct graph_look){.fill = kind == EFFECT_UNINTENDED ? STYLE_PAPER : STYLE_PANEL,
                               .line = STYLE_EFFECT_LINE,
                               .text = STYLE_INK,
                               .tag = STYLE_QUIET,
                               .dashed = kind == EFFECT_UNINTENDED};
}

static void add_effect(struct flow *flow, const struct effect *effect, size_t column, size_t sub)
{
    size_t node = graph_add_node(flow->graph, &(struct graph_node){
                                                  .id = effect->node.id,
                                                  .role = effect_role(effect->kind),
                                                  .title = flow_effect_title(flow, effect),
                                                  .lang = flow->view->own_lang,
                                                  .column = column,
                                                  .sub = sub,
                                                  .look = effect_look(effect->kind),
                                              });
    graph_add_paragraph(flow->graph, node, GRAPH_TAG, effect_tag(flow, effect->kind),
                        flow->view->own_lang);
    graph_add_paragraph(flow->graph, node, GRAPH_TITLE, view_name(flow->view, &effect->node),
                        view_lang(flow->view, effect->node.lang));
    dress(flow, node, &effect->node);
    flow->node_of[effect->node.order] = node;
    if (flow->graph->columns[column].subs <= sub)
        flow->graph->columns[column].subs = sub + 1;
}

/* Sub-columns: per effect position, the longest chain of links that leads to it from
 * effects of the same horizon. Effects in a circle stay where the circle is entered. */
struct levels {
    bool *shown;
    size_t *level, *waiting; /* waiting: links that have not been followed yet */
    const struct effect **queue;
};

static bool same_horizon(const struct effect *a, const struct effect *b)
{
    return a->horizon.node == b->horizon.node;
}

/* The effect a link leads to if both are shown in one column, else NULL. */
static const struct effect *followed(const struct levels *levels, const struct effect *from,
                                     const struct model_node *link)
{
    const struct model_node *to = model_link(link)->to.node;
    if (!to)
        return NULL;
    const struct effect *effect = model_effect(to);
    return levels->shown[effect->position] && same_horizon(from, effect) ? effect : NULL;
}

static void count_waiting(struct levels *levels, const struct effect *effect)
{
    for (size_t i = 0; i < effect->links.count; i++) {
        const struct effect *to = followed(levels, effect, effect->links.items[i]);
        if (to)
            levels->waiting[to->position]++;
    }
}

static size_t follow_links(struct levels *levels, const struct effect *effect, size_t length)
{
    for (size_t i = 0; i < effect->links.count; i++) {
        const struct effect *to = followed(levels, effect, effect->links.items[i]);
        if (!to)
            continue;
        size_t level = levels->level[effect->position] + 1;
        if (levels->level[to->position] < level)
            levels->level[to->position] = level;
        if (!--levels->waiting[to->position])
            levels->queue[length++] = to;
    }
    return length;
}

static void find_levels(const struct flow *flow, struct levels *levels)
{
    size_t length = 0;
    for (size_t i = 0; i < flow->effect_count; i++)
        levels->shown[flow->effects[i]->position] = true;
    for (size_t i = 0; i < flow->effect_count; i++)
        count_waiting(levels, flow->effects[i]);
    for (size_t i = 0; i < flow->effect_count; i++)
        if (!levels->waiting[flow->effects[i]->position])
            levels->queue[length++] = flow->effects[i];
    for (size_t head = 0; head < length; head++)
        length = follow_links(levels, levels->queue[head], length);
}

/* Adds a column with the effects of one horizon; `horizon` NULL: those without one. */
static void add_horizon(struct flow *flow, const struct levels *levels,
                        const struct model_node *horizon, const char *heading, const char *lang)
{
    size_t column = graph_add_column(flow->graph, heading, lang);
    for (size_t i = 0; i < flow->effect_count; i++) {
        const struct effect *effect = flow->effects[i];
        if (effect->horizon.node == horizon)
            add_effect(flow, effect, column, levels->level[effect->position]);
    }
}

static bool has_effects(const struct flow *flow, const struct model_node *horizon)
{
    for (size_t i = 0; i < flow->effect_count; i++)
        if (flow->effects[i]->horizon.node == horizon)
            return true;
    return false;
}

static void add_columns(struct flow *flow, const struct levels *levels)
{
    const struct model_list *horizons = &flow->view->model->horizons;
    bool all = flow->effect_count == flow->view->model->effects.count, any = false;
    for (size_t i = 0; i < horizons->count; i++) {
        const struct model_node *horizon = horizons->items[i];
        if (model_horizon(horizon)->holds == HORIZON_SIGNS)
            continue;
        if (!all && !has_effects(flow, horizon))
            continue;
        any = true;
        add_horizon(flow, levels, horizon, view_name(flow->view, horizon),
                    view_lang(flow->view, horizon->lang));
    }
    if (!any)
        add_horizon(flow, levels, NULL, view_text(flow->view, "Effects"), flow->view->own_lang);
    else if (has_effects(flow, NULL))
        add_horizon(flow, levels, NULL, view_text(flow->view, "Without horizon"),
                    flow->view->own_lang);
    if (!flow->effect_count)
        add_missing(flow, flow->graph->column_count - 1, view_text(flow->view, "No effects yet"));
}

void flow_add_effects(struct flow *flow)
{
    size_t count = flow->view->model->effects.count + 1;
    struct levels levels = {
        .shown = mem_zalloc(count, sizeof *levels.shown),
        .level = mem_zalloc(count, sizeof *levels.level),
        .waiting = mem_zalloc(count, sizeof *levels.waiting),
        .queue = mem_zalloc(count, sizeof *levels.queue),
    };
    find_levels(flow, &levels);
    add_columns(flow, &levels);
    free(levels.shown);
    free(levels.level);
    free(levels.waiting);
    free(levels.queue);
}
