/* What the parts of the flow view share: which objects of the model are shown where. */
#ifndef FIGURE_VIEW_FLOW_PARTS_H
#define FIGURE_VIEW_FLOW_PARTS_H

#include "figure/view_parts.h"

#define FLOW_NO_NODE ((size_t)-1)

struct flow {
    struct view *view;
    const struct activity **activities; /* those shown, in document order */
    size_t activity_count;
    const struct effect **effects; /* those shown, in document order */
    size_t effect_count;
    bool signs;          /* a column of signs is shown */
    struct graph *graph; /* of the view */
    size_t *node_of;     /* per order of a model object: where its links start and end;
                             FLOW_NO_NODE: not shown */
};

/* What a screen reader calls an effect: "Sub-goal: ...". */
const char *flow_effect_title(const struct flow *flow, const struct effect *effect);

/* Node of the graph for an activity or effect; FLOW_NO_NODE: not shown. */
size_t flow_node_of(const struct flow *flow, const struct model_node *node);

/* Calls `each` for all links between objects that are shown, in document order. */
void flow_each_link(const struct flow *flow,
                    void (*each)(void *self, const struct link *link, const struct model_node *from,
                                 const struct model_node *to),
                    void *self);

/* Adds the boxes of activities (with their signs) and of effects. */
void flow_add_activities(struct flow *flow);
void flow_add_effects(struct flow *flow);

/* Sets title, alternative and description of the figure. */
void flow_describe(const struct flow *flow, struct figure *figure);

#endif
