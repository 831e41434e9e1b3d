/* The boxes of the flow view: activities, their signs, and effects in their columns. */
#include "figure/view_flow_parts.h"

#include "base/memory.h"

#include <stdlib.h>

/* --- activities ----------------------------------------------------------- */

static const char *waiting_text(const struct flow *flow, const struct activity *activity)
{
    const char *until = date_given(activity->until) ? view_date(flow->view, activity->until) : NULL;
    if (activity->awaits && until)
        return view_message(flow->view, "waiting for {1} (until {2})", activity->awaits, until,
                            NULL);
    if (activity->awaits)
        return view_message(flow->view, "waiting for {1}", activity->awaits, NULL);
    if (until)
        return view_message(flow->view, "waiting until {1}", until, NULL);
    return view_text(flow->view, "waiting");
}

/* The words for a status that the reader should know of; NULL: none. */
static const char *status_text(const struct flow *flow, const struct activity *activity)
{
    switch (activity->status) {
    case ACTIVITY_IDEA:
        return view_text(flow->view, "idea");
    case ACTIVITY_PROPOSED:
        return view_text(flow->view, "proposed");
    case ACTIVITY_WAITING:
        return waiting_text(flow, activity);
    case ACTIVITY_ANCHORED:
        return view_text(flow->view, "anchored");
    case ACTIVITY_STOPPED:
        return view_text(flow->view, "stopped");
    case ACTIVITY_STATUS_UNKNOWN:
    case ACTIVITY_APPROVED:
    case ACTIVITY_RUNNING:
        break;
    }
    return NULL;
}

static bool same_date(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static const char *period_text(const struct flow *flow, const struct activity *activity)
{
    bool from = date_given(activity->from), to = date_given(activity->to);
    if (from && to && same_date(activity->from, activity->to))
        return view_date(flow->view, activity->from);
    if (from && to)
        return view_message(flow->view, "{1} to {2}", view_date(flow->view, activity->from),
                            view_date(flow->view, activity->to), NULL);
    if (from)
        return view_message(flow->view, "from {1}", view_date(flow->view, activity->from), NULL);
    if (to)
        return view_message(flow->view, "until {1}", view_date(flow->view, activity->to), NULL);
    return NULL;
}

static const char *activity_tag(const struct flow *flow, const struct activity *activity)
{
    const char *parts[] = {
        status_text(flow, activity),
        activity->trial == YES ? view_text(flow->view, "trial action") : NULL,
        activity->status == ACTIVITY_WAITING ? NULL : period_text(flow, activity),
    };
    struct buf tag;
    buf_init(&tag, 0);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i])
            continue;
        if (tag.length)
            buf_add_string(&tag, " · ");
        buf_add_string(&tag, parts[i]);
    }
    const char *kept = arena_copy(flow->view->arena, tag.data, tag.length);
    buf_release(&tag);
    return kept;
}

/* Colour and pattern of the accent bar: neighbouring areas differ in both. */
static void set_bar(const struct flow *flow, const struct activity *activity,
                    struct graph_look *look)
{
    static const enum style_color colors[] = {STYLE_ACCENT, STYLE_ACCENT_2, STYLE_ACCENT_3,
                                              STYLE_ACCENT_4};
    static const enum figure_bar bars[] = {FIGURE_BAR_SOLID, FIGURE_BAR_DASHED, FIGURE_BAR_DOUBLE,
                                           FIGURE_BAR_DOTTED};
    if (activity->focus_area) {
        uint32_t area = activity->focus_area->position;
        look->bar_color = colors[area % 4];
        look->bar = bars[(area + area / 4) % 4];
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
    graph_add_paragraph(flow->graph, node, GRAPH_TAG, activity_tag(flow, activity),
                        flow->view->own_lang);
    struct graph_paragraph *title = graph_add_paragraph(flow->graph, node, GRAPH_TITLE, name, lang);
    if (title)
        title->lead = letter;
    return node;
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
    for (size_t i = 0; i < signs->count; i++)
        graph_add_paragraph(flow->graph, node, kind, view_name(flow->view, signs->items[i]),
                            view_lang(flow->view, signs->items[i]->lang));
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
    if (flow->signs)
        add_signs_of_all(flow);
    if (!flow->activity_count)
        add_missing(flow, column, view_text(flow->view, "No activities yet"));
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
