/* Rules about structure: is there a way from what is done to what it is for? */
#include "base/buf.h"
#include "check/rule.h"

#include <stdlib.h>

enum {
    CYCLES_MOST = DIAG_MOST_OF_KIND,
    PATH_MOST = 12, /* steps of a cycle that are named */
};

static bool is_intended(const struct effect *effect)
{
    return effect->kind != EFFECT_UNINTENDED;
}

/* A programme that is not begun yet: the other rules have nothing to look at. */
void rule_empty(struct check *check)
{
    const struct model *model = check->model;
    if (!model->activities.count && !model->effects.count)
        check_found(check, DIAG_PROGRAMME_EMPTY, &model->programme->node, NULL);
}

/* P01: an effect that no activity leads to. What is not wished for needs no way to it. */
void rule_effect_unreached(struct check *check)
{
    const struct chain *chain = check->chain;
    bool *reached = arena_array(&check->arena, chain->count + 1, sizeof *reached);
    for (size_t i = 0; i < chain->activities; i++)
        reached[i] = true;
    chain_reach(chain, &chain->forward, reached);
    for (size_t i = chain->activities; i < chain->count; i++)
        if (!reached[i] && is_intended(model_effect(chain->nodes[i])))
            check_found(check, DIAG_EFFECT_UNREACHED, chain->nodes[i], check_title(chain->nodes[i]),
                        NULL);
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
        leads[i] = is_intended(model_effect(chain->nodes[i]));
    chain_reach(chain, &chain->backward, leads);
    for (size_t i = 0; i < chain->activities; i++)
        if (!leads[i] && must_lead_somewhere(model_activity(chain->nodes[i])))
            check_found(check, DIAG_ACTIVITY_NO_EFFECT, chain->nodes[i],
                        check_title(chain->nodes[i]), NULL);
}

static char *cycle_path(struct check *check, const size_t *nodes, size_t count)
{
    struct buf path = {0};
    for (size_t i = 0; i < count && i < PATH_MOST; i++)
        buf_addf(&path, "%s → ", check_title(check->chain->nodes[nodes[i]]));
    if (count > PATH_MOST)
        buf_add_string(&path, "… → ");
    buf_add_string(&path, check_title(check->chain->nodes[nodes[0]]));
    char *text = arena_string(&check->arena, path.data);
    buf_release(&path);
    return text;
}

static void report_cycle(void *self, const size_t *nodes, size_t count, const struct link *closing)
{
    struct check *check = self;
    struct found *found =
        check_found(check, DIAG_CYCLE, &closing->node, cycle_path(check, nodes, count), NULL);
    found->at = model_at(check->model, &closing->node);
}

/* P03: links that lead back to where they began. */
void rule_cycle(struct check *check)
{
    chain_find_cycles(check->chain, CYCLES_MOST, report_cycle, check);
}

/* --- horizons ---------------------------------------------------------------- */

static bool all_dated(const struct model_list *horizons)
{
    for (size_t i = 0; i < horizons->count; i++)
        if (!model_horizon(horizons->items[i])->from.given)
            return false;
    return true;
}

static int by_start(const void *pa, const void *pb)
{
    const struct horizon *a = *(const struct horizon *const *)pa;
    const struct horizon *b = *(const struct horizon *const *)pb;
    if (a->from.value != b->from.value)
        return a->from.value < b->from.value ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

/* The horizons that hold effects, in order of time: of their years where all have
 * them, else of the file. */
struct timeline {
    const struct horizon **horizons;
    size_t count;
    size_t *rank; /* per position of a horizon: its place in the timeline, from 1 */
};

static struct timeline make_timeline(struct check *check)
{
    const struct model_list *all = &check->model->horizons;
    struct timeline line = {0};
    line.horizons = arena_array(&check->arena, all->count + 1, sizeof *line.horizons);
    line.rank = arena_array(&check->arena, all->count + 1, sizeof *line.rank);
    for (size_t i = 0; i < all->count; i++)
        if (model_horizon(all->items[i])->holds == HORIZON_EFFECTS)
            line.horizons[line.count++] = model_horizon(all->items[i]);
    if (line.count && all_dated(all))
        qsort(line.horizons, line.count, sizeof *line.horizons, by_start);
    for (size_t i = 0; i < line.count; i++)
        line.rank[line.horizons[i]->position] = i + 1;
    return line;
}

/* When something happens: 0 for activities, from 1 for effects; -1: not known. */
static long rank_of(const struct timeline *line, const struct model_node *node)
{
    if (node->kind == MODEL_ACTIVITY)
        return 0;
    const struct horizon *horizon = effect_horizon(model_effect(node));
    return horizon ? (long)line->rank[horizon->position] : -1;
}

/* P04: an effect that comes before its cause. */
void rule_backwards(struct check *check)
{
    struct timeline line = make_timeline(check);
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        long from = rank_of(&line, link->node.parent), to = rank_of(&line, link->to.node);
        if (to < 1 || from <= to)
            continue;
        check_link_found(check, DIAG_BACKWARDS, link, check_title(&line.horizons[from - 1]->node),
                         check_title(&line.horizons[to - 1]->node));
    }
}

/* P05: a link past a horizon where something ought to happen on the way. */
void rule_skipped_horizon(struct check *check)
{
    struct timeline line = make_timeline(check);
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        long from = rank_of(&line, link->node.parent), to = rank_of(&line, link->to.node);
        if (from < 0 || to - from < 2)
            continue;
        check_link_found(check, DIAG_SKIPPED_HORIZON, link, check_title(&line.horizons[from]->node),
                         NULL);
    }
}

/* --- mechanisms -------------------------------------------------------------- */

/* Where an activity is to change someone, the question can be asked about them. */
static void report_no_mechanism(struct check *check, const struct link *link)
{
    const char *who = model_effect(link->to.node)->who;
    if (link->node.parent->kind == MODEL_ACTIVITY && who)
        check_link_found(check, DIAG_NO_MECHANISM_WHO, link, who, NULL);
    else
        check_link_found(check, DIAG_NO_MECHANISM, link, NULL, NULL);
}

/* P13: a link that says that it works, but not how. */
void rule_no_mechanism(struct check *check)
{
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        if (!link->mechanism)
            report_no_mechanism(check, link);
    }
}
