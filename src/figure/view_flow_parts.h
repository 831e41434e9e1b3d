/* What the parts of the flow share: which objects of the model are shown where, and what
 * makes the views that are a flow differ. */
#ifndef FIGURE_VIEW_FLOW_PARTS_H
#define FIGURE_VIEW_FLOW_PARTS_H

#include "figure/view_parts.h"

#define FLOW_NO_NODE ((size_t)-1)

struct flow {
    struct view *view;
    const struct flow_theme *theme;
    const struct activity **activities; /* those shown, in document order */
    size_t activity_count;
    const struct effect **effects; /* those shown, in document order */
    size_t effect_count;
    bool signs;                /* a column of signs is shown */
    struct graph *graph;       /* of the view; its first nodes are the activities, in order */
    size_t *node_of;           /* per order of a model object: where its links start and end;
                             FLOW_NO_NODE: not shown */
    const struct link **links; /* per link of the graph: that of the model; NULL: a join.
                                  Good until links are gathered into blocks */
    size_t link_capacity;
    size_t highlighted; /* boxes that stand out, with those on the way; 0: none do */
};

/* One view that is a flow. Functions may be NULL: nothing. */
struct flow_theme {
    const char *title; /* N_(), {1}: the programme */
    bool areas;        /* boxes have the bars of their focus areas */
    /* Sets stroke and mark of a link. */
    void (*paint_link)(const struct flow *flow, const struct link *link, struct graph_link *drawn);
    /* The name of an activity, effect or indicator has been written into a box: looks and
     * further lines. */
    void (*dress)(struct flow *flow, size_t node, const struct model_node *object);
    /* The legend of links and of what the view adds. */
    void (*explain)(struct flow *flow);
    /* What the alternative says, full sentences. */
    void (*tell)(const struct flow *flow, struct buf *text);
    /* What the description says of an object and of a link; NULL: nothing. */
    const char *(*object_remark)(const struct flow *flow, const struct model_node *object);
    const char *(*link_remark)(const struct flow *flow, const struct link *link);
    /* Said once where all links have this remark: N_(). */
    const char *same_remark, *said_once;
    bool long_remarks; /* links with the same remark are told together */
};

/* Fills the view's graph with a flow and sets the words of the figure. */
void flow_build(struct view *view, const struct flow_theme *theme, struct figure *figure);

/* Chooses what is shown, by the focus. */
void flow_choose(struct flow *flow);

/* What a screen reader calls an effect: "Sub-goal: ...". */
const char *flow_effect_title(const struct flow *flow, const struct effect *effect);

/* Node of the graph for an activity or effect, for an activity with signs that of the signs;
 * FLOW_NO_NODE: not shown. */
size_t flow_node_of(const struct flow *flow, const struct model_node *node);

/* Calls `each` for all links between objects that are shown, in document order. */
void flow_each_link(const struct flow *flow,
                    void (*each)(void *self, const struct link *link, const struct model_node *from,
                                 const struct model_node *to),
                    void *self);

/* Adds the boxes of activities (with their signs) and of effects. */
void flow_add_activities(struct flow *flow);
void flow_add_effects(struct flow *flow);

/* Lets what is to be highlighted stand out, before links are gathered. */
void flow_highlight(struct flow *flow);
/* What stands out, in words: "“Reading friends”"; NULL: nothing is to. */
const char *flow_highlight_name(const struct flow *flow);

/* True of a link of the graph that is drawn: it runs forwards (layout.h). */
bool flow_is_drawn(const struct flow *flow, size_t link);

/* Explains a stroke in the legend if a link has it. */
void flow_explain_stroke(struct flow *flow, const struct graph_stroke *stroke, const char *text);

/* Adds a sentence behind a gap. */
void flow_add_sentence(struct buf *text, const char *sentence);

/* Sets title, alternative and description of the figure. */
void flow_describe(const struct flow *flow, struct figure *figure);

#endif
