/* The status view: the flow with judgements, which come as data by id.
 *
 * A judged box has the sign and the words of its status, and its outline and bar in the colour
 * of it; a judged arrow has the sign. Nothing is worked out of several judgements, and what has
 * none says nothing: boxes of indicators are not judged by their indicators. */
#include "figure/view_flow_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BREAKS = 3 }; /* named in the alternative */

static enum status status_of(const struct flow *flow, const struct model_node *object)
{
    const struct view_judgement *judgement = view_judgement_of(flow->view, object->id);
    return judgement ? judgement->status : STATUS_NONE;
}

/* Behind, not reached, worse ...: what asks for a change of course. */
static bool does_not_hold(enum status status)
{
    enum style_color color = status_color(status);
    return color == STYLE_BEHIND || color == STYLE_WRONG;
}

/* --- boxes ---------------------------------------------------------------- */

/* Words and signs of statuses need light boxes. */
static void make_light(struct graph_look *look)
{
    look->text = look->fill == STYLE_HEADING ? STYLE_INK : look->text;
    look->tag = STYLE_QUIET;
    look->fill = STYLE_PAPER;
}

static void add_status(struct flow *flow, size_t node, enum status status, const char *text,
                       const char *lang)
{
    struct graph_paragraph *paragraph =
        graph_add_paragraph(flow->graph, node, GRAPH_STATUS, text, lang);
    if (paragraph)
        paragraph->color = status_color(status);
}

static void add_own_status(struct flow *flow, size_t node, enum status status)
{
    const struct view *view = flow->view;
    struct buf text = {0};
    buf_addf(&text, "%s\xC2\xA0%s", status_sign(status), view_text(view, status_words(status)));
    add_status(flow, node, status, view_keep(view, &text), view->own_lang);
}

/* The statuses of indicators whose names do not stand in the box: "▲ on track: 70 % take part". */
static void add_indicators(struct flow *flow, size_t node, const struct model_node *measured)
{
    const struct view *view = flow->view;
    const struct model_list *indicators = &view->model->indicators;
    for (size_t i = 0; view->options->judgement_count && i < indicators->count; i++) {
        enum status status = status_of(flow, indicators->items[i]);
        if (!status || !indicator_measures(model_indicator(indicators->items[i]), measured))
            continue;
        struct buf text = {0};
        buf_addf(&text, "%s\xC2\xA0%s: %s", status_sign(status),
                 view_text(view, status_words(status)), view_name(view, indicators->items[i]));
        add_status(flow, node, status, view_keep(view, &text), view->own_lang);
    }
}

/* "status-on-track": what a style sheet of a web page goes by. */
static const char *state_of(const struct flow *flow, enum status status)
{
    struct buf state = {0};
    buf_addf(&state, "status-%s", status_code(status));
    return view_keep(flow->view, &state);
}

static void dress(struct flow *flow, size_t node, const struct model_node *object)
{
    enum status status = status_of(flow, object);
    struct graph_look *look = &flow->graph->nodes[node].look;
    make_light(look);
    if (status)
        add_own_status(flow, node, status);
    if (object->kind == MODEL_INDICATOR)
        return;
    if (status) {
        flow->graph->nodes[node].state = state_of(flow, status);
        look->line = look->bar_color = status_color(status);
        look->bar = FIGURE_BAR_SOLID;
    }
    if (object->kind == MODEL_EFFECT || !flow->signs)
        add_indicators(flow, node, object);
}

/* --- links ---------------------------------------------------------------- */

static const struct graph_stroke unjudged = {"unjudged", STYLE_INTERPRETED, 0.8, FIGURE_SOLID,
                                             true};

/* One stroke for each colour of a status. */
static const struct graph_stroke judged[] = {
    {"judged", STYLE_REACHED, 1.5, FIGURE_SOLID, true},
    {"judged", STYLE_ON_TRACK, 1.5, FIGURE_SOLID, true},
    {"judged", STYLE_LITTLE_BEHIND, 1.5, FIGURE_SOLID, true},
    {"judged", STYLE_BEHIND, 1.5, FIGURE_SOLID, true},
    {"judged", STYLE_WRONG, 1.5, FIGURE_SOLID, true},
    {"judged", STYLE_ACCENT, 1.5, FIGURE_SOLID, true},
    {"judged", STYLE_QUIET, 1.5, FIGURE_SOLID, true},
};

static const struct graph_stroke *stroke_of(enum status status)
{
    size_t i = 0, last = sizeof judged / sizeof *judged - 1;
    while (i < last && judged[i].color != status_color(status))
        i++;
    return &judged[i];
}

static void paint(const struct flow *flow, const struct link *link, struct graph_link *drawn)
{
    enum status status = status_of(flow, &link->node);
    drawn->stroke = status ? stroke_of(status) : &unjudged;
    if (!status)
        return;
    drawn->state = state_of(flow, status);
    drawn->mark = (struct graph_mark){
        .sign = status_sign(status),
        .text = view_text(flow->view, status_words(status)),
        .color = status_color(status),
    };
}

/* --- what is judged ------------------------------------------------------- */

static bool is_shown(const struct flow *flow, const struct model_node *node)
{
    return node && (node->kind == MODEL_ACTIVITY || node->kind == MODEL_EFFECT) &&
           flow_node_of(flow, node) != FLOW_NO_NODE;
}

/* Indicators stand among the signs of their activity, and in the boxes of what they measure. */
static bool is_indicator_shown(const struct flow *flow, const struct indicator *indicator)
{
    if (is_shown(flow, indicator->node.parent))
        return true;
    for (size_t i = 0; i < indicator->measures.count; i++) {
        const struct model_node *measured = indicator->measures.items[i].node;
        if (is_shown(flow, measured) && (measured->kind == MODEL_EFFECT || !flow->signs))
            return true;
    }
    return false;
}

static bool is_judgement_shown(const struct flow *flow, const struct view_judgement *judgement)
{
    const struct model_node *object = model_find(flow->view->model, judgement->id);
    if (!object)
        return false;
    if (object->kind == MODEL_INDICATOR)
        return is_indicator_shown(flow, model_indicator(object));
    if (object->kind == MODEL_LINK)
        return is_shown(flow, object->parent) && is_shown(flow, model_link(object)->to.node);
    return is_shown(flow, object);
}

/* How many judgements there are of each status; under STATUS_NONE those that are not shown. */
static void count_judgements(const struct flow *flow, size_t counts[STATUSES])
{
    const struct view_options *options = flow->view->options;
    for (size_t i = 0; i < options->judgement_count; i++) {
        const struct view_judgement *judgement = &options->judgements[i];
        if (judgement->status != STATUS_NONE)
            counts[is_judgement_shown(flow, judgement) ? judgement->status : STATUS_NONE]++;
    }
}

static bool any_shown(const size_t counts[STATUSES])
{
    for (int status = STATUS_NONE + 1; status < STATUSES; status++)
        if (counts[status])
            return true;
    return false;
}

/* --- the legend ----------------------------------------------------------- */

/* Statuses that ask for the same share a sign and a line. */
static void explain_sign(struct flow *flow, size_t counts[STATUSES], enum status first)
{
    const struct view *view = flow->view;
    struct buf text = {0};
    for (int status = (int)first; status < STATUSES; status++) {
        if (!counts[status] || strcmp(status_sign(status), status_sign(first)) ||
            status_color(status) != status_color(first))
            continue;
        buf_addf(&text, "%s%s", text.length ? ", " : "", view_text(view, status_words(status)));
        counts[status] = 0;
    }
    graph_add_legend(flow->graph,
                     &(struct graph_legend){
                         .sample = GRAPH_SAMPLE_MARK,
                         .mark = {.sign = status_sign(first), .color = status_color(first)},
                         .text = view_keep(view, &text),
                         .lang = view->own_lang,
                     });
}

static void explain_none(struct flow *flow)
{
    graph_add_legend(flow->graph, &(struct graph_legend){
                                      .sample = GRAPH_SAMPLE_CHIP,
                                      .look = {.fill = STYLE_PAPER,
                                               .line = STYLE_BOX_LINE,
                                               .text = STYLE_MISSING,
                                               .dashed = true},
                                      .text = view_text(flow->view, "no judgements yet"),
                                      .lang = flow->view->own_lang,
                                  });
}

static bool any_link_judged(const struct flow *flow)
{
    for (size_t i = 0; i < flow->graph->link_count; i++)
        if (flow->graph->links[i].mark.sign)
            return true;
    return false;
}

static void explain(struct flow *flow)
{
    size_t counts[STATUSES] = {0};
    count_judgements(flow, counts);
    if (!any_shown(counts))
        explain_none(flow);
    for (int status = STATUS_NONE + 1; status < STATUSES; status++)
        if (counts[status])
            explain_sign(flow, counts, (enum status)status);
    if (any_link_judged(flow))
        flow_explain_stroke(flow, &unjudged, view_text(flow->view, "link without judgement"));
}

/* --- where the chain breaks ----------------------------------------------- */

/* Follows the ways from the activities up to the first that does not hold. */
struct walk {
    const struct flow *flow;
    bool *seen; /* per effect position */
    const struct model_node **queue;
    size_t queued;
    struct buf names;
    size_t breaks;
};

static const char *break_name(const struct view *view, const struct model_node *node)
{
    if (node->kind != MODEL_LINK)
        return view_message(view, "“{1}”", view_name(view, node), NULL);
    return view_message(view, "“{1} → {2}”", view_name(view, node->parent),
                        view_name(view, model_link(node)->to.node), NULL);
}

/* True if the way goes on behind `node`. */
static bool walk_holds(struct walk *walk, const struct model_node *node)
{
    const struct view *view = walk->flow->view;
    enum status status = status_of(walk->flow, node);
    if (!does_not_hold(status))
        return true;
    if (walk->breaks++ < MOST_BREAKS)
        buf_addf(&walk->names, "%s%s (%s)", walk->breaks > 1 ? "; " : "", break_name(view, node),
                 view_text(view, status_words(status)));
    return false;
}

static void walk_on(struct walk *walk, const struct model_node *from)
{
    const struct model_list *links = model_links_from(from);
    for (size_t i = 0; i < links->count; i++) {
        const struct model_node *to = model_link(links->items[i])->to.node;
        if (!is_shown(walk->flow, to) || !walk_holds(walk, links->items[i]) ||
            walk->seen[model_effect(to)->position])
            continue;
        walk->seen[model_effect(to)->position] = true;
        if (walk_holds(walk, to))
            walk->queue[walk->queued++] = to;
    }
}

/* The first breaks in words; NULL: there is none. */
static const char *breaks(const struct flow *flow)
{
    size_t effects = flow->view->model->effects.count;
    struct walk walk = {
        .flow = flow,
        .seen = mem_zalloc(effects + 1, sizeof *walk.seen),
        .queue = mem_zalloc(effects + flow->activity_count + 1, sizeof *walk.queue),
    };
    for (size_t i = 0; i < flow->activity_count; i++)
        if (walk_holds(&walk, &flow->activities[i]->node))
            walk.queue[walk.queued++] = &flow->activities[i]->node;
    for (size_t head = 0; head < walk.queued; head++)
        walk_on(&walk, walk.queue[head]);
    free(walk.seen);
    free(walk.queue);
    if (walk.breaks > MOST_BREAKS)
        buf_addf(&walk.names, "; %s",
                 view_count(flow->view, N_("and {1} more"), N_("and {1} more"),
                            walk.breaks - MOST_BREAKS));
    const char *names = view_keep(flow->view, &walk.names);
    return walk.breaks ? names : NULL;
}

/* --- in words ------------------------------------------------------------- */

static const char *counts_in_words(const struct view *view, const size_t counts[STATUSES])
{
    struct buf text = {0};
    for (int status = STATUS_NONE + 1; status < STATUSES; status++)
        if (counts[status])
            buf_addf(&text, "%s%s (%zu)", text.length ? "; " : "",
                     view_text(view, status_words((enum status)status)), counts[status]);
    return view_keep(view, &text);
}

static void tell(const struct flow *flow, struct buf *text)
{
    const struct view *view = flow->view;
    size_t counts[STATUSES] = {0};
    count_judgements(flow, counts);
    if (!any_shown(counts)) {
        flow_add_sentence(text, view_text(view, "No judgements have been given yet."));
    } else {
        const char *where = breaks(flow);
        flow_add_sentence(text,
                          view_message(view, "Judged: {1}.", counts_in_words(view, counts), NULL));
        flow_add_sentence(
            text, where ? view_message(
                              view, "Followed from the activities, the chain first fails at {1}.",
                              where, NULL)
                        : view_text(view, "Followed from the activities, no judgement says that "
                                          "the chain fails."));
    }
    if (counts[STATUS_NONE])
        flow_add_sentence(
            text, view_count(view, N_("{1} judgement is of something that is not in the figure."),
                             N_("{1} judgements are of things that are not in the figure."),
                             counts[STATUS_NONE]));
}

static const char *link_remark(const struct flow *flow, const struct link *link)
{
    enum status status = status_of(flow, &link->node);
    return status ? view_text(flow->view, status_words(status)) : NULL;
}

/* "on track; 70 % take part: behind". */
static const char *object_remark(const struct flow *flow, const struct model_node *object)
{
    const struct view *view = flow->view;
    const struct model_list *indicators = &view->model->indicators;
    enum status status = status_of(flow, object);
    struct buf text = {0};
    if (status)
        buf_add_string(&text, view_text(view, status_words(status)));
    bool holds_them =
        object->kind == MODEL_EFFECT || (object->kind == MODEL_ACTIVITY && !flow->signs);
    for (size_t i = 0; holds_them && i < indicators->count; i++) {
        status = status_of(flow, indicators->items[i]);
        if (status && indicator_measures(model_indicator(indicators->items[i]), object))
            buf_addf(&text, "%s%s: %s", text.length ? "; " : "",
                     view_name(view, indicators->items[i]), view_text(view, status_words(status)));
    }
    bool any = text.length > 0;
    const char *kept = view_keep(view, &text);
    return any ? kept : NULL;
}

void view_status_build(struct view *view, struct figure *figure)
{
    static const struct flow_theme theme = {
        .title = N_("Where the chain holds: {1}"),
        .paint_link = paint,
        .dress = dress,
        .explain = explain,
        .tell = tell,
        .object_remark = object_remark,
        .link_remark = link_remark,
        .long_remarks = true,
    };
    flow_build(view, &theme, figure);
}
