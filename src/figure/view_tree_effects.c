/* The tree of a model without goals beside its programme theory: the effects that are goals,
 * what leads to them, and the indicators of all; see view_tree_parts.h. */
#include "figure/view_tree_parts.h"

#include "base/memory.h"
#include "model/arrivals.h"

#include <stdlib.h>
#include <string.h>

/* The effects before another one, as they are found. */
struct before {
    struct arrivals arrivals;
    size_t *queue;
    bool *met;
};

static const struct effect *effect_at(const struct tree *tree, size_t position)
{
    return model_effect(tree->view->model->effects.items[position]);
}

static size_t effect_total(const struct tree *tree)
{
    return tree->view->model->effects.count;
}

/* Marks as met what leads to an effect, itself included. */
static void find_before(const struct tree *tree, struct before *before, size_t goal)
{
    const struct arrivals *arrivals = &before->arrivals;
    size_t count = 0;
    memset(before->met, 0, effect_total(tree) * sizeof *before->met);
    before->met[goal] = true;
    before->queue[count++] = goal;
    for (size_t head = 0; head < count; head++) {
        size_t at = before->queue[head];
        for (size_t i = arrivals->first[at]; i < arrivals->first[at + 1]; i++) {
            const struct model_node *from = arrivals->items[i]->node.parent;
            if (from->kind != MODEL_EFFECT || before->met[model_effect(from)->position])
                continue;
            before->met[model_effect(from)->position] = true;
            before->queue[count++] = model_effect(from)->position;
        }
    }
}

static bool is_goal(const struct effect *effect)
{
    return effect->kind == EFFECT_GOAL;
}

/* Sub-goals and what has indicators stand in the tree; where there are neither these nor goals,
 * everything. */
static bool stands_between(const struct effect *effect, bool all)
{
    return !is_goal(effect) && (all || effect->kind == EFFECT_SUB_GOAL || effect->indicators.count);
}

static size_t add_effect(struct tree *tree, const struct effect *effect)
{
    const struct view *view = tree->view;
    const char *name = view_name(view, &effect->node);
    bool goal = is_goal(effect), sub_goal = effect->kind == EFFECT_SUB_GOAL;
    const char *title = goal       ? view_message(view, "Goal: {1}", name, NULL)
                        : sub_goal ? view_message(view, "Sub-goal: {1}", name, NULL)
                                   : view_message(view, "Effect: {1}", name, NULL);
    size_t node = graph_add_node(tree->graph, &(struct graph_node){
                                                  .id = effect->node.id,
                                                  .role = goal       ? "goal"
                                                          : sub_goal ? "sub-goal"
                                                                     : "effect",
                                                  .title = title,
                                                  .lang = view->own_lang,
                                                  .column = goal ? TREE_GOALS : TREE_THEMES,
                                                  .look = goal ? tree_goal_look : tree_theme_look,
                                              });
    graph_add_paragraph(tree->graph, node, GRAPH_TAG,
                        sub_goal                            ? view_text(view, "sub-goal")
                        : effect->kind == EFFECT_UNINTENDED ? view_text(view, "unintended effect")
                                                            : NULL,
                        view->own_lang);
    graph_add_paragraph(tree->graph, node, GRAPH_TITLE, name, view_lang(view, effect->node.lang));
    buf_addf(&tree->description, "%s.", title);
    tree_add_indicators(tree, &effect->indicators, &effect->node, node);
    buf_add_char(&tree->description, '\n');
    return node;
}

/* Adds goals or what stands between; returns how many. */
static size_t add_effects(struct tree *tree, size_t *node_of, bool goals, bool all)
{
    size_t count = 0;
    for (size_t i = 0; i < effect_total(tree); i++) {
        const struct effect *effect = effect_at(tree, i);
        if (goals ? !is_goal(effect) : !stands_between(effect, all))
            continue;
        node_of[i] = add_effect(tree, effect) + 1;
        count++;
    }
    return count;
}

static void join_all(struct tree *tree, const size_t *node_of)
{
    struct before before = {
        .queue = mem_zalloc(effect_total(tree) + 1, sizeof *before.queue),
        .met = mem_zalloc(effect_total(tree) + 1, sizeof *before.met),
    };
    arrivals_init(&before.arrivals, tree->view->model);
    for (size_t goal = 0; goal < effect_total(tree); goal++) {
        if (!is_goal(effect_at(tree, goal)))
            continue;
        find_before(tree, &before, goal);
        for (size_t i = 0; i < effect_total(tree); i++)
            if (before.met[i] && node_of[i] && !is_goal(effect_at(tree, i)))
                tree_join(tree, node_of[goal] - 1, node_of[i] - 1);
    }
    arrivals_release(&before.arrivals);
    free(before.queue);
    free(before.met);
}

static bool any_between(const struct tree *tree)
{
    for (size_t i = 0; i < effect_total(tree); i++)
        if (is_goal(effect_at(tree, i)) || stands_between(effect_at(tree, i), false))
            return true;
    return false;
}

const char *tree_add_effects(struct tree *tree)
{
    const struct view *view = tree->view;
    size_t *node_of = mem_zalloc(effect_total(tree) + 1, sizeof *node_of);
    const char *missing =
        view_text(view, "No goals with themes yet: what does the programme contribute to?");
    buf_addf(&tree->description, "%s\n", missing);
    tree_add_missing(tree, TREE_GOALS, missing);
    tree->graph->columns[TREE_THEMES].heading = view_text(view, "Effects");
    tree->graph->columns[TREE_THEMES].in_order = false;
    tree->graph->columns[TREE_INDICATORS].in_order = false;
    if (effect_total(tree))
        buf_addf(&tree->description, "\n%s\n", view_text(view, "Effects"));
    size_t goals = add_effects(tree, node_of, true, false);
    size_t between = add_effects(tree, node_of, false, !any_between(tree));
    if (!goals && !between)
        tree_add_missing(tree, TREE_THEMES, view_text(view, "No effects yet"));
    join_all(tree, node_of);
    free(node_of);
    const char *effects = view_count(view, N_("{1} effect"), N_("{1} effects"), goals + between);
    const char *indicators =
        view_count(view, N_("{1} indicator"), N_("{1} indicators"), tree->indicators);
    return view_message(view,
                        "There are no goals with themes yet. The figure shows {1} of the programme "
                        "theory with {2} instead.",
                        effects, indicators, NULL);
}
