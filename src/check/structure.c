/* Rules about structure: is there a way from what is done to what it is for, and can it be
 * seen? */
#include "base/buf.h"
#include "check/placeholders.h"
#include "check/rule.h"
#include "check/timeline.h"

enum {
    CYCLES_MOST = DIAG_MOST_OF_KIND,
    PATH_MOST = 12,    /* steps of a cycle that are named */
    BOXES_MOST = 25,   /* that can be taken in on one page ... */
    DRAWN_MOST = 40,   /* ... and arrows */
    EFFECTS_LEAST = 3, /* before one asks what else may come of it */
};

/* Models that others draw from: what is done about it stands in those. */
static bool is_shared(const struct programme *programme)
{
    return programme->kind == PROGRAMME_PORTFOLIO || programme->kind == PROGRAMME_LIBRARY;
}

/* A programme that is not begun yet: the other rules have nothing to look at. */
void rule_empty(struct check *check)
{
    const struct model *model = check->model;
    bool begun = model->activities.count || model->effects.count || model->goals.count;
    if (!begun && !is_shared(model->programme))
        check_found(check, DIAG_PROGRAMME_EMPTY, &model->programme->node, NULL);
}

/* --- P01, P02: a way ---------------------------------------------------------- */

static bool is_stopped(const struct model_node *activity)
{
    return model_activity(activity)->status == ACTIVITY_STOPPED;
}

static bool all_stopped(const struct chain *chain)
{
    for (size_t i = 0; i < chain->activities; i++)
        if (!is_stopped(chain->nodes[i]))
            return false;
    return true;
}

/* What activities lead to: those that go on, or also those that were stopped. */
static const bool *reach(struct check *check, bool stopped_too)
{
    const struct chain *chain = check->chain;
    bool *reached = arena_array(&check->arena, chain->count + 1, sizeof *reached);
    for (size_t i = 0; i < chain->activities; i++)
        reached[i] = stopped_too || !is_stopped(chain->nodes[i]);
    chain_reach(chain, &chain->forward, reached);
    return reached;
}

/* Goals that others draw from, and a direction that programmes are to fill in. */
static bool needs_no_activities(const struct check *check)
{
    const struct programme *programme = check->model->programme;
    return !check->chain->activities &&
           (is_shared(programme) || programme->kind == PROGRAMME_STRATEGY);
}

/* P01: an effect that no activity leads to. What is not wished for needs no way to it. What
 * was stopped no longer leads anywhere, unless the whole programme is over. */
void rule_effect_unreached(struct check *check)
{
    const struct chain *chain = check->chain;
    if (needs_no_activities(check))
        return;
    const bool *reached = reach(check, all_stopped(chain)), *before = NULL;
    for (size_t i = chain->activities; i < chain->count; i++) {
        if (reached[i] || !check_is_intended(model_effect(chain->nodes[i])))
            continue;
        before = before ? before : reach(check, true);
        check_found(check, before[i] ? DIAG_EFFECT_STOPPED : DIAG_EFFECT_UNREACHED, chain->nodes[i],
                    check_title(chain->nodes[i]), NULL);
    }
}

/* An idea need not lead anywhere yet, and what was stopped no longer does. */
static bool must_lead_somewhere(const struct activity *activity)
{
    return activity->status != ACTIVITY_IDEA && activity->status != ACTIVITY_STOPPED;
}

/* P02: an activity that leads to nothing one would want. */
void rule_activity_without_effect(struct check *check)
{
    const struct chain *chain = check->chain;
    bool *leads = arena_array(&check->arena, chain->count + 1, sizeof *leads);
    for (size_t i = chain->activities; i < chain->count; i++)
        leads[i] = check_is_intended(model_effect(chain->nodes[i]));
    chain_reach(chain, &chain->backward, leads);
    for (size_t i = 0; i < chain->activities; i++)
        if (!leads[i] && must_lead_somewhere(model_activity(chain->nodes[i])))
            check_found(check, DIAG_ACTIVITY_NO_EFFECT, chain->nodes[i],
                        check_title(chain->nodes[i]), NULL);
}

/* --- P03: circles ------------------------------------------------------------- */

static const char *cycle_path(struct check *check, const size_t *nodes, size_t count)
{
    struct buf path = {0};
    for (size_t i = 0; i < count && i < PATH_MOST; i++)
        buf_addf(&path, "%s → ", check_title(check->chain->nodes[nodes[i]]));
    if (count > PATH_MOST)
        buf_add_string(&path, "… → ");
    buf_add_string(&path, check_title(check->chain->nodes[nodes[0]]));
    return check_keep(check, &path);
}

static void report_cycle(void *self, const size_t *nodes, size_t count, const struct link *closing)
{
    struct check *check = self;
    struct found *found =
        check_found(check, DIAG_CYCLE, &closing->node, cycle_path(check, nodes, count), NULL);
    found->at = model_at(check->model, &closing->node);
}

/* P03: links that lead back to where they began. Loop diagrams have influences, not links:
 * there circles belong. */
void rule_cycle(struct check *check)
{
    chain_find_cycles(check->chain, CYCLES_MOST, report_cycle, check);
}

/* --- P04, P05: time ------------------------------------------------------------ */

/* P04: an effect that comes before its cause. */
void rule_backwards(struct check *check)
{
    struct timeline line;
    timeline_build(&line, check->model, &check->arena);
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        long from = timeline_rank(&line, link->node.parent);
        long to = timeline_rank(&line, link->to.node);
        if (to < 1 || from <= to)
            continue;
        check_link_found(check, DIAG_BACKWARDS, link, check_title(&line.horizons[from - 1]->node),
                         check_title(&line.horizons[to - 1]->node));
    }
}

/* P05: a link past a horizon where something ought to happen on the way. To what is not
 * wished for nobody plans the steps. */
void rule_skipped_horizon(struct check *check)
{
    struct timeline line;
    timeline_build(&line, check->model, &check->arena);
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        long from = timeline_rank(&line, link->node.parent);
        long to = timeline_rank(&line, link->to.node);
        if (from < 0 || to - from < 2 || !arrows_is_single(check->arrows, link) ||
            !check_is_intended(model_effect(link->to.node)))
            continue;
        check_link_found(check, DIAG_SKIPPED_HORIZON, link, check_title(&line.horizons[from]->node),
                         NULL);
    }
}

/* --- P06, P07: too much at once ------------------------------------------------ */

/* How many arrows the drawing has: those of a block meet halfway. */
static size_t count_drawn(const struct check *check)
{
    const struct arrows *arrows = check->arrows;
    size_t drawn = check->model->links.count - arrows->gathered;
    for (size_t i = 0; i < arrows->block_count; i++)
        drawn += arrows->blocks[i].from_count + arrows->blocks[i].to_count;
    return drawn;
}

/* P06: more than can be taken in at once. */
void rule_too_large(struct check *check)
{
    size_t boxes = check->chain->count, drawn = count_drawn(check);
    if (boxes > BOXES_MOST || drawn > DRAWN_MOST)
        check_found(check, DIAG_TOO_LARGE, &check->model->programme->node,
                    check_count(check, boxes), check_count(check, drawn), NULL);
}

/* Every activity that goes on, and every sub-goal. */
static bool is_whole_programme(const struct check *check, const struct arrow_block *block)
{
    const struct chain *chain = check->chain;
    size_t activities = 0, sub_goals = 0;
    for (size_t i = 0; i < chain->activities; i++)
        activities += !is_stopped(chain->nodes[i]);
    for (size_t i = chain->activities; i < chain->count; i++)
        sub_goals += model_effect(chain->nodes[i])->kind == EFFECT_SUB_GOAL;
    for (size_t i = 0; i < block->to_count; i++)
        if (model_effect(chain->nodes[block->to[i]])->kind != EFFECT_SUB_GOAL)
            return false;
    return block->from[0] < chain->activities && block->from_count == activities &&
           block->to_count == sub_goals;
}

static const char *list_names(struct check *check, const size_t *nodes, size_t count)
{
    struct buf list = {0};
    for (size_t i = 0; i < count; i++)
        check_add_name(&list, i, check_label(check->chain->nodes[nodes[i]]));
    check_end_names(&list, count);
    return check_keep(check, &list);
}

static void report_block(struct check *check, const struct arrow_block *block)
{
    bool whole = check->arrows->block_count == 1 && is_whole_programme(check, block);
    struct found *found =
        check_found(check, whole ? DIAG_BLOCK_SUB_GOALS : DIAG_BLOCK, &block->first->node,
                    check_count(check, block->from_count), check_count(check, block->to_count),
                    list_names(check, block->from, block->from_count),
                    list_names(check, block->to, block->to_count), NULL);
    found->at = model_at(check->model, &block->first->node);
    found->label = check_format(
        check, "%s → %s (%zu × %zu)", check_label(check->chain->nodes[block->from[0]]),
        check_label(check->chain->nodes[block->to[0]]), block->from_count, block->to_count);
}

/* P07: everything leads to everything. Who has marked the arrows that matter has chosen. */
void rule_block(struct check *check)
{
    const struct arrows *arrows = check->arrows;
    for (size_t i = 0; i < arrows->block_count; i++)
        if (!arrows->blocks[i].chosen)
            report_block(check, &arrows->blocks[i]);
}

/* The same arrow drawn again. */
void rule_link_twice(struct check *check)
{
    const struct arrows *arrows = check->arrows;
    for (size_t i = 0; i < arrows->twice_count; i++) {
        const struct arrow_twice *twice = &arrows->twice[i];
        struct diag_at first = model_at(check->model, &twice->first->node);
        struct found *found = check_link_found(check, DIAG_LINK_TWICE, twice->link,
                                               check_count(check, first.line), NULL);
        found->other = first;
    }
}

/* --- P18: what else -------------------------------------------------------------- */

/* P18: only what is wished for. Asked for when there is a goal and some way to it. */
void rule_no_unintended(struct check *check)
{
    const struct model_list *effects = &check->model->effects;
    size_t goals = 0, written = 0;
    for (size_t i = 0; i < effects->count; i++) {
        const struct effect *effect = model_effect(effects->items[i]);
        bool is_written = !placeholder_is(effect->node.title);
        written += is_written;
        goals += is_written && effect->kind == EFFECT_GOAL;
        if (!check_is_intended(effect))
            return;
    }
    if (goals && written >= EFFECTS_LEAST && !is_shared(check->model->programme))
        check_found(check, DIAG_NO_UNINTENDED, &check->model->programme->node, NULL);
}
