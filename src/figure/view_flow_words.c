/* A flow in words, for those who cannot see it: what the figure shows in a
 * sentence or two, and the whole chain line by line, column by column. */
#include "figure/view_flow_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* --- the alternative ------------------------------------------------------ */

void flow_add_sentence(struct buf *text, const char *sentence)
{
    buf_addf(text, "%s%s", text->length ? " " : "", sentence);
}

static void count_link(void *self, const struct link *link, const struct model_node *from,
                       const struct model_node *to)
{
    size_t *count = self;
    (void)link;
    (void)from;
    (void)to;
    ++*count;
}

static size_t count_links(const struct flow *flow)
{
    size_t count = 0;
    flow_each_link(flow, count_link, &count);
    return count;
}

/* The effect whose way back is shown; NULL: none. */
static const struct model_node *end_of_way(const struct flow *flow)
{
    const struct model_node *focus = flow->view->options->focus;
    return focus && focus->kind == MODEL_EFFECT ? focus : NULL;
}

static const char *way_to(const struct flow *flow, const struct model_node *end)
{
    const struct view *view = flow->view;
    const char *name = view_name(view, end);
    size_t before = flow->activity_count + flow->effect_count - 1;
    if (!before)
        return view_message(view, "The figure shows “{1}”. Nothing leads to it yet.", name, NULL);
    const char *activities =
        view_count(view, N_("{1} activity"), N_("{1} activities"), flow->activity_count);
    const char *links = view_count(view, N_("{1} link"), N_("{1} links"), count_links(flow));
    if (flow->effect_count == 1)
        return view_message(view, "The figure shows what leads to “{1}”: {2}, through {3}.", name,
                            activities, links, NULL);
    return view_message(view, "The figure shows what leads to “{1}”: {2} and {3}, through {4}.",
                        name, activities,
                        view_count(view, N_("{1} further effect"), N_("{1} further effects"),
                                   flow->effect_count - 1),
                        links, NULL);
}

static const char *way(const struct flow *flow)
{
    const struct view *view = flow->view;
    return view_message(
        view, "The figure shows the way from {1} to {2} through {3}.",
        view_count(view, N_("{1} activity"), N_("{1} activities"), flow->activity_count),
        view_count(view, N_("{1} effect"), N_("{1} effects"), flow->effect_count),
        view_count(view, N_("{1} link"), N_("{1} links"), count_links(flow)), NULL);
}

static void tell_highlight(const struct flow *flow, struct buf *text)
{
    const struct view *view = flow->view;
    const char *name = flow_highlight_name(flow);
    if (!name)
        return;
    if (!flow->highlighted)
        flow_add_sentence(text, view_message(view, "{1} is not in the figure.", name, NULL));
    else
        flow_add_sentence(
            text, view_message(view, "{1} and all it is joined to stand out: {2}.", name,
                               view_count(view, N_("{1} box"), N_("{1} boxes"), flow->highlighted),
                               NULL));
}

static const char *alternative(const struct flow *flow)
{
    const struct model_node *end = end_of_way(flow);
    struct buf text = {0};
    flow_add_sentence(&text, end ? way_to(flow, end) : way(flow));
    if (flow->theme->tell)
        flow->theme->tell(flow, &text);
    tell_highlight(flow, &text);
    return view_keep(flow->view, &text);
}

/* --- the description ------------------------------------------------------ */

struct words {
    const struct flow *flow;
    bool said_once; /* all links have the same remark: said before everything else */
};

static const char *object_remark(const struct flow *flow, const struct model_node *object)
{
    return flow->theme->object_remark ? flow->theme->object_remark(flow, object) : NULL;
}

static const char *link_remark(const struct flow *flow, const struct link *link)
{
    return flow->theme->link_remark ? flow->theme->link_remark(flow, link) : NULL;
}

static void add_remark(const struct flow *flow, struct buf *out, const struct model_node *object)
{
    const char *remark = object_remark(flow, object);
    if (remark)
        buf_addf(out, " (%s)", remark);
}

static void add_names(const struct flow *flow, struct buf *out, const struct model_list *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        if (i)
            buf_add_string(out, "; ");
        buf_add_string(out, view_name(flow->view, nodes->items[i]));
        add_remark(flow, out, nodes->items[i]);
    }
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

/* The remark that all links of `links` that are shown have in common; NULL: none. */
static const char *common_remark(const struct flow *flow, const struct model_list *links)
{
    const struct link *first = NULL;
    const char *common = NULL;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (flow_node_of(flow, link->to.node) == FLOW_NO_NODE)
            continue;
        const char *remark = link_remark(flow, link);
        if (first && !same_text(common, remark))
            return NULL;
        first = link;
        common = remark;
    }
    return common;
}

static void add_lead(const struct words *words, struct buf *out, const char *remark)
{
    const char *leads = view_text(words->flow->view, "Leads to:");
    if (remark && !words->said_once)
        leads = view_message(words->flow->view, "Leads to ({1}):", remark, NULL);
    buf_addf(out, " %s ", leads);
}

static bool is_link_shown(const struct flow *flow, const struct model_node *link)
{
    return flow_node_of(flow, model_link(link)->to.node) != FLOW_NO_NODE;
}

/* Where the remark differs from link to link, it stands behind each. */
static void add_links(const struct words *words, struct buf *out, const struct model_list *links)
{
    const struct flow *flow = words->flow;
    const char *common = common_remark(flow, links);
    bool any = false;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (!is_link_shown(flow, links->items[i]))
            continue;
        if (any)
            buf_add_string(out, "; ");
        else
            add_lead(words, out, common);
        any = true;
        buf_add_string(out, view_name(flow->view, link->to.node));
        const char *remark = common ? NULL : link_remark(flow, link);
        if (remark)
            buf_addf(out, " – %s", remark);
    }
    if (any)
        buf_add_char(out, '.');
}

/* The links from `first` on that have its remark, in one sentence. */
static void add_alike(const struct words *words, struct buf *out, const struct model_list *links,
                      size_t first, const char *const *remarks)
{
    add_lead(words, out, remarks[first]);
    for (size_t i = first; i < links->count; i++) {
        if (!is_link_shown(words->flow, links->items[i]) || !same_text(remarks[i], remarks[first]))
            continue;
        buf_addf(out, "%s%s", i > first ? "; " : "",
                 view_name(words->flow->view, model_link(links->items[i])->to.node));
    }
    buf_add_char(out, '.');
}

/* Links with the same remark go together: remarks may be long. */
static void add_links_by_remark(const struct words *words, struct buf *out,
                                const struct model_list *links)
{
    const struct flow *flow = words->flow;
    const char **remarks = mem_zalloc(links->count + 1, sizeof *remarks);
    for (size_t i = 0; i < links->count; i++)
        remarks[i] = link_remark(flow, model_link(links->items[i]));
    for (size_t i = 0; i < links->count; i++) {
        bool said = !is_link_shown(flow, links->items[i]);
        for (size_t k = 0; k < i && !said; k++)
            said = is_link_shown(flow, links->items[k]) && same_text(remarks[k], remarks[i]);
        if (!said)
            add_alike(words, out, links, i, remarks);
    }
    free(remarks);
}

static void add_all_links(const struct words *words, struct buf *out,
                          const struct model_list *links)
{
    if (words->flow->theme->long_remarks)
        add_links_by_remark(words, out, links);
    else
        add_links(words, out, links);
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
        buf_addf(out, "%s: %s", view_letter(flow->view, activity),
                 view_name(flow->view, &activity->node));
        add_remark(flow, out, &activity->node);
        buf_add_char(out, '.');
        if (flow->signs)
            add_signs(flow, out, activity);
        add_all_links(words, out, &activity->links);
        buf_add_char(out, '\n');
    }
    if (!flow->activity_count)
        buf_addf(out, "%s\n",
                 end_of_way(flow) ? view_text(flow->view, "No activity leads here yet")
                                  : view_text(flow->view, "No activities yet"));
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
        buf_add_string(out, flow_effect_title(flow, effect));
        add_remark(flow, out, &effect->node);
        buf_add_char(out, '.');
        add_all_links(words, out, &effect->links);
        buf_add_char(out, '\n');
    }
}

struct sameness {
    const struct flow *flow;
    const char *remark;
    bool all, any;
};

static void compare_remark(void *self, const struct link *link, const struct model_node *from,
                           const struct model_node *to)
{
    struct sameness *same = self;
    (void)from;
    (void)to;
    same->any = true;
    same->all = same->all && same_text(link_remark(same->flow, link), same->remark);
}

/* True if all links have the remark that is then said once. */
static bool is_said_once(const struct flow *flow)
{
    if (!flow->theme->same_remark)
        return false;
    struct sameness same = {flow, view_text(flow->view, flow->theme->same_remark), true, false};
    flow_each_link(flow, compare_remark, &same);
    return same.any && same.all;
}

static const char *description(const struct flow *flow)
{
    struct words words = {flow, is_said_once(flow)};
    struct buf out = {0};
    if (words.said_once)
        buf_addf(&out, "%s\n", view_text(flow->view, flow->theme->said_once));
    add_activities(&words, &out);
    for (size_t c = 1; c < flow->graph->column_count; c++)
        add_column(&words, &out, c);
    const char *kept = arena_copy(flow->view->arena, out.data, out.length - 1);
    buf_release(&out);
    return kept;
}

/* The focus is named where the figure stands alone; a document says around it what it shows. */
static const char *title_of(const struct flow *flow)
{
    const struct view *view = flow->view;
    const struct model_node *focus = view->options->focus;
    const char *title = view_message(view, flow->theme->title,
                                     view_name(view, &view->model->programme->node), NULL);
    if (!view->graph->title || !focus)
        return title;
    const char *name = view_name(view, focus);
    if (focus->kind == MODEL_EFFECT)
        return view_message(view, "{1} – what leads to “{2}”", title, name, NULL);
    if (focus->kind == MODEL_ACTIVITY)
        return view_message(view, "{1} – what “{2}” leads to", title, name, NULL);
    return title;
}

/* What is printed on top of a figure that stands alone: of the whole programme theory only the
 * programme's title, which is there already. */
static void set_printed_title(const struct flow *flow, const struct figure *figure)
{
    const struct view_options *options = flow->view->options;
    if (!flow->graph->title || (options->kind == VIEW_FLOW && !options->focus))
        return;
    flow->graph->title = figure->title;
    flow->graph->title_lang = flow->view->own_lang;
}

void flow_describe(const struct flow *flow, struct figure *figure)
{
    figure->title = title_of(flow);
    figure->alternative = alternative(flow);
    figure->description = description(flow);
    set_printed_title(flow, figure);
}
