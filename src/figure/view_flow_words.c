/* The flow view in words, for those who cannot see it: what the figure shows in a
 * sentence or two, and the whole chain line by line, column by column. */
#include "figure/view_flow_parts.h"

#include <stdio.h>

/* --- the alternative ------------------------------------------------------ */

struct counts {
    size_t links, interpreted, unmarked; /* unmarked: activities without a sign */
};

static void count_link(void *self, const struct link *link, const struct model_node *from,
                       const struct model_node *to)
{
    struct counts *counts = self;
    (void)from;
    (void)to;
    counts->links++;
    counts->interpreted += link->origin == LINK_INTERPRETED;
}

static struct counts count_all(const struct flow *flow)
{
    struct counts counts = {0};
    flow_each_link(flow, count_link, &counts);
    for (size_t i = 0; i < flow->activity_count; i++)
        counts.unmarked += !flow->activities[i]->indicators.count;
    return counts;
}

static const char *alternative(const struct flow *flow)
{
    struct counts counts = count_all(flow);
    const char *activities =
        view_count(flow->view, N_("{1} activity"), N_("{1} activities"), flow->activity_count);
    const char *effects =
        view_count(flow->view, N_("{1} effect"), N_("{1} effects"), flow->effect_count);
    const char *links = view_count(flow->view, N_("{1} link"), N_("{1} links"), counts.links);
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text,
                   view_message(flow->view, "The figure shows the way from {1} to {2} through {3}.",
                                activities, effects, links, NULL));
    if (counts.interpreted) {
        buf_add_char(&text, ' ');
        buf_add_string(&text,
                       view_count(flow->view, N_("{1} link is our interpretation."),
                                  N_("{1} links are our interpretation."), counts.interpreted));
    }
    if (counts.unmarked) {
        buf_add_char(&text, ' ');
        buf_add_string(&text, view_count(flow->view, N_("{1} activity has no sign yet."),
                                         N_("{1} activities have no sign yet."), counts.unmarked));
    }
    const char *kept = arena_copy(flow->view->arena, text.data, text.length);
    buf_release(&text);
    return kept;
}

/* --- the description ------------------------------------------------------ */

struct words {
    const struct flow *flow;
    bool all_interpreted; /* all links are: said once, before everything else */
};

static void add_names(const struct flow *flow, struct buf *out, const struct model_list *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        if (i)
            buf_add_string(out, "; ");
        buf_add_string(out, view_name(flow->view, nodes->items[i]));
    }
}

static const char *origin_text(const struct flow *flow, enum link_origin origin)
{
    switch (origin) {
    case LINK_INTERPRETED:
        return view_text(flow->view, "our interpretation");
    case LINK_ORIGIN_UNKNOWN:
        return view_text(flow->view, "origin not stated");
    case LINK_STATED:
        break;
    }
    return NULL;
}

/* The origin that all links from `from` that are shown have in common; NULL: none, or it
 * need not be told. */
static const char *common_origin(const struct flow *flow, const struct model_list *links)
{
    const struct link *first = NULL;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (flow_node_of(flow, link->to.node) == FLOW_NO_NODE)
            continue;
        if (first && first->origin != link->origin)
            return NULL;
        first = first ? first : link;
    }
    return first ? origin_text(flow, first->origin) : NULL;
}

static void add_lead(const struct words *words, struct buf *out, const char *origin)
{
    const char *leads = view_text(words->flow->view, "Leads to:");
    if (origin && !words->all_interpreted)
        leads = view_message(words->flow->view, "Leads to ({1}):", origin, NULL);
    buf_addf(out, " %s ", leads);
}

/* Where the origin differs from link to link, it stands behind each. */
static void add_links(const struct words *words, struct buf *out, const struct model_list *links)
{
    const struct flow *flow = words->flow;
    const char *common = common_origin(flow, links);
    bool any = false;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (flow_node_of(flow, link->to.node) == FLOW_NO_NODE)
            continue;
        if (any)
            buf_add_string(out, "; ");
        else
            add_lead(words, out, common);
        any = true;
        buf_add_string(out, view_name(flow->view, link->to.node));
        const char *origin = common ? NULL : origin_text(flow, link->origin);
        if (origin)
            buf_addf(out, " – %s", origin);
    }
    if (any)
        buf_add_char(out, '.');
}

static void add_signs(const struct flow *flow, struct buf *out, const struct activity *activity)
{
    if (!activity->indicators.count) {
        buf_addf(out, " %s", view_text(flow->view, "No sign yet."));
        return;
    }
    buf_addf(out, " %s ", view_text(flow->view, "Signs:"));
    add_names(flow, out, &activity->indicators);
    buf_add_char(out, '.');
}

static void add_heading(struct buf *out, const char *heading)
{
    buf_addf(out, "%s%s\n", out->length ? "\n" : "", heading);
}

static void add_activities(const struct words *words, struct buf *out)
{
    const struct flow *flow = words->flow;
    add_heading(out, flow->graph->columns[0].heading);
    for (size_t i = 0; i < flow->activity_count; i++) {
        const struct activity *activity = flow->activities[i];
        buf_addf(out, "%s: %s.", view_letter(flow->view, activity),
                 view_name(flow->view, &activity->node));
        if (flow->signs)
            add_signs(flow, out, activity);
        add_links(words, out, &activity->links);
        buf_add_char(out, '\n');
    }
    if (!flow->activity_count)
        buf_addf(out, "%s\n", view_text(flow->view, "No activities yet"));
}

/* The effects that stand in a column, under its heading. */
static void add_column(const struct words *words, struct buf *out, size_t column)
{
    const struct flow *flow = words->flow;
    bool any = false;
    for (size_t i = 0; i < flow->effect_count; i++) {
        const struct effect *effect = flow->effects[i];
        if (flow->graph->nodes[flow_node_of(flow, &effect->node)].column != column)
            continue;
        if (!any)
            add_heading(out, flow->graph->columns[column].heading);
        any = true;
        buf_addf(out, "%s.", flow_effect_title(flow, effect));
        add_links(words, out, &effect->links);
        buf_add_char(out, '\n');
    }
}

static const char *description(const struct flow *flow)
{
    struct counts counts = count_all(flow);
    struct words words = {flow, counts.links && counts.interpreted == counts.links};
    struct buf out;
    buf_init(&out, 0);
    if (words.all_interpreted)
        buf_addf(&out, "%s\n", view_text(flow->view, "All links are our interpretation."));
    add_activities(&words, &out);
    for (size_t c = 1; c < flow->graph->column_count; c++)
        add_column(&words, &out, c);
    const char *kept = arena_copy(flow->view->arena, out.data, out.length - 1);
    buf_release(&out);
    return kept;
}

void flow_describe(const struct flow *flow, struct figure *figure)
{
    const char *name = view_name(flow->view, &flow->view->model->programme->node);
    figure->title = view_message(flow->view, "Programme theory: {1}", name, NULL);
    figure->alternative = alternative(flow);
    figure->description = description(flow);
}
