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

static const char *number_text(const struct flow *flow, size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    return arena_string(flow->arena, text);
}

/* "1 activity", "5 activities" */
static const char *counted(const struct flow *flow, size_t count, const char *one, const char *many)
{
    struct buf text;
    buf_init(&text, 0);
    const char *args[] = {number_text(flow, count)};
    buf_add_message(&text, language_count(flow->language, count, one, many), args, 1);
    const char *kept = arena_copy(flow->arena, text.data, text.length);
    buf_release(&text);
    return kept;
}

static const char *alternative(const struct flow *flow)
{
    struct counts counts = count_all(flow);
    const char *activities =
        counted(flow, flow->activity_count, N_("{1} activity"), N_("{1} activities"));
    const char *effects = counted(flow, flow->effect_count, N_("{1} effect"), N_("{1} effects"));
    const char *links = counted(flow, counts.links, N_("{1} link"), N_("{1} links"));
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text,
                   flow_message(flow, "The figure shows the way from {1} to {2} through {3}.",
                                activities, effects, links, NULL));
    if (counts.interpreted) {
        buf_add_char(&text, ' ');
        buf_add_string(&text,
                       counted(flow, counts.interpreted, N_("{1} link is our interpretation."),
                               N_("{1} links are our interpretation.")));
    }
    if (counts.unmarked) {
        buf_add_char(&text, ' ');
        buf_add_string(&text, counted(flow, counts.unmarked, N_("{1} activity has no sign yet."),
                                      N_("{1} activities have no sign yet.")));
    }
    const char *kept = arena_copy(flow->arena, text.data, text.length);
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
        buf_add_string(out, flow_name(flow, nodes->items[i]));
    }
}

static const char *origin_text(const struct flow *flow, enum link_origin origin)
{
    switch (origin) {
    case LINK_INTERPRETED:
        return flow_text(flow, "our interpretation");
    case LINK_ORIGIN_UNKNOWN:
        return flow_text(flow, "origin not stated");
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
    const char *leads = flow_text(words->flow, "Leads to:");
    if (origin && !words->all_interpreted)
        leads = flow_message(words->flow, "Leads to ({1}):", origin, NULL);
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
        buf_add_string(out, flow_name(flow, link->to.node));
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
        buf_addf(out, " %s", flow_text(flow, "No sign yet."));
        return;
    }
    buf_addf(out, " %s ", flow_text(flow, "Signs:"));
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
        buf_addf(out, "%s: %s.", flow_letter(flow, activity), flow_name(flow, &activity->node));
        if (flow->signs)
            add_signs(flow, out, activity);
        add_links(words, out, &activity->links);
        buf_add_char(out, '\n');
    }
    if (!flow->activity_count)
        buf_addf(out, "%s\n", flow_text(flow, "No activities yet"));
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
        buf_addf(&out, "%s\n", flow_text(flow, "All links are our interpretation."));
    add_activities(&words, &out);
    for (size_t c = 1; c < flow->graph->column_count; c++)
        add_column(&words, &out, c);
    const char *kept = arena_copy(flow->arena, out.data, out.length - 1);
    buf_release(&out);
    return kept;
}

void flow_describe(const struct flow *flow, struct figure *figure)
{
    const char *name = flow_name(flow, &flow->model->programme->node);
    figure->title = flow_message(flow, "Programme theory: {1}", name, NULL);
    figure->alternative = alternative(flow);
    figure->description = description(flow);
}
