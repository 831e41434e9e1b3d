/* What a flow shows: all, or with a focus one way: from an activity all that it leads to, to
 * an effect all that leads to it. */
#include "figure/view_flow_parts.h"

#include "base/memory.h"
#include "model/arrivals.h"

#include <stdlib.h>

/* What has been reached, by position. */
struct reached {
    bool *activities, *effects;
};

/* --- forwards ------------------------------------------------------------- */

/* Marks what `start` leads to. */
static void follow(const struct model *model, const struct model_node *start, bool *effects)
{
    const struct model_node **stack = mem_zalloc(model->effects.count + 1, sizeof *stack);
    size_t depth = 0;
    stack[depth++] = start;
    while (depth) {
        const struct model_list *links = model_links_from(stack[--depth]);
        for (size_t i = 0; i < links->count; i++) {
            const struct model_node *to = model_link(links->items[i])->to.node;
            if (!to || effects[model_effect(to)->position])
                continue;
            effects[model_effect(to)->position] = true;
            stack[depth++] = to;
        }
    }
    free(stack);
}

/* --- backwards ------------------------------------------------------------ */

/* Marks what leads to `end`, and `end` itself. */
static void follow_back(const struct model *model, const struct effect *end,
                        struct reached *reached)
{
    struct arrivals arrivals;
    const struct effect **stack = mem_zalloc(model->effects.count + 1, sizeof *stack);
    size_t depth = 0;
    arrivals_init(&arrivals, model);
    reached->effects[end->position] = true;
    stack[depth++] = end;
    while (depth) {
        size_t at = stack[--depth]->position;
        for (size_t i = arrivals.first[at]; i < arrivals.first[at + 1]; i++) {
            const struct model_node *from = arrivals.items[i]->node.parent;
            if (from->kind == MODEL_ACTIVITY) {
                reached->activities[model_activity(from)->position] = true;
            } else if (!reached->effects[model_effect(from)->position]) {
                reached->effects[model_effect(from)->position] = true;
                stack[depth++] = model_effect(from);
            }
        }
    }
    arrivals_release(&arrivals);
    free(stack);
}

/* --- the choice ----------------------------------------------------------- */

static void mark_all(bool *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        marks[i] = true;
}

static void find_reached(const struct view *view, struct reached *reached)
{
    const struct model *model = view->model;
    const struct model_node *focus = view->options->focus;
    if (focus && focus->kind == MODEL_ACTIVITY) {
        reached->activities[model_activity(focus)->position] = true;
        follow(model, focus, reached->effects);
    } else if (focus && focus->kind == MODEL_EFFECT) {
        follow_back(model, model_effect(focus), reached);
    } else {
        mark_all(reached->activities, model->activities.count);
        mark_all(reached->effects, model->effects.count);
    }
}

void flow_choose(struct flow *flow)
{
    const struct model *model = flow->view->model;
    struct reached reached = {
        .activities = mem_zalloc(model->activities.count + 1, sizeof *reached.activities),
        .effects = mem_zalloc(model->effects.count + 1, sizeof *reached.effects),
    };
    find_reached(flow->view, &reached);
    flow->activities = mem_zalloc(model->activities.count + 1, sizeof *flow->activities);
    flow->effects = mem_zalloc(model->effects.count + 1, sizeof *flow->effects);
    for (size_t i = 0; i < model->activities.count; i++)
        if (reached.activities[i])
            flow->activities[flow->activity_count++] = model_activity(model->activities.items[i]);
    for (size_t i = 0; i < model->effects.count; i++)
        if (reached.effects[i])
            flow->effects[flow->effect_count++] = model_effect(model->effects.items[i]);
    free(reached.activities);
    free(reached.effects);
    flow->signs = !flow->view->options->without_signs && model_sign_horizon(model);
    size_t orders = model_orders(&model->activities, &model->effects);
    flow->node_of = mem_alloc(orders * sizeof *flow->node_of);
    for (size_t i = 0; i < orders; i++)
        flow->node_of[i] = FLOW_NO_NODE;
}
