/* The delivery view: who delivers what, how much of it, to whom; see view.h.
 *
 * Columns: the roles that deliver, the components of the activities, the target groups of the
 * activities. The components of an activity stand in a frame of its own; an activity with one
 * component shares its box, and one without stands there itself and says what is missing. */
#include "base/memory.h"
#include "figure/view_parts.h"
#include "model/dose.h"

#include <stdlib.h>

#define NO_NODE ((size_t)-1)

enum column { ROLES, WHAT, GROUPS, COLUMNS };

static const struct graph_stroke stroke_delivers = {"delivers", STYLE_BOX_LINE, 0.9, FIGURE_SOLID,
                                                    true};
static const struct graph_stroke stroke_reaches = {"reaches", STYLE_ACCENT, 1.0, FIGURE_SOLID,
                                                   true};

struct delivery {
    struct view *view;
    struct graph *graph; /* of the view */
    size_t *node_of;     /* per order of a role or target group; NO_NODE: not shown yet */
    size_t components, gaps, roles, groups;
    struct buf description;
};

/* --- boxes ---------------------------------------------------------------- */

static const struct graph_look paper_look = {
    .fill = STYLE_PAPER, .line = STYLE_BOX_LINE, .text = STYLE_INK, .tag = STYLE_QUIET};
static const struct graph_look group_look = {
    .fill = STYLE_PANEL, .line = STYLE_EFFECT_LINE, .text = STYLE_INK, .tag = STYLE_QUIET};
static const struct graph_look frame_look = {
    .fill = STYLE_PAPER, .line = STYLE_RULE, .text = STYLE_INK, .tag = STYLE_QUIET};

static bool is_stopped(const struct activity *activity)
{
    return activity->status == ACTIVITY_STOPPED;
}

/* What has stopped steps back; what waits is dashed, as in the flow. */
static struct graph_look what_look(const struct activity *activity)
{
    struct graph_look look = paper_look;
    if (activity->status == ACTIVITY_WAITING) {
        look.fill = STYLE_WAITING_FILL;
        look.line = STYLE_WAITING;
        look.dashed = true;
    } else if (is_stopped(activity)) {
        look.text = STYLE_QUIET;
        look.dashed = true;
    }
    return look;
}

static size_t add_column(struct delivery *delivery, const char *english)
{
    return graph_add_column(delivery->graph, view_text(delivery->view, english),
                            delivery->view->own_lang);
}

static void add_missing(struct delivery *delivery, size_t column, const char *text)
{
    const char *lang = delivery->view->own_lang;
    struct graph_look look = paper_look;
    look.dashed = true;
    size_t node = graph_add_node(
        delivery->graph,
        &(struct graph_node){
            .role = "missing", .title = text, .lang = lang, .column = column, .look = look});
    graph_add_paragraph(delivery->graph, node, GRAPH_MISSING, text, lang);
}

/* How many a target group is, and in which year that was; empty: not said. */
static const char *size_words(const struct delivery *delivery, const struct target_group *group)
{
    const struct view *view = delivery->view;
    struct buf text = {0};
    if (!group->size.given)
        return NULL;
    dose_add_amount(&text, group->size, N_("{1} person"), N_("{1} persons"), view->language);
    const char *persons = view_keep(view, &text);
    if (!date_given(group->size_year))
        return persons;
    return view_message(view, "{1} in {2}", persons, view_date(view, group->size_year), NULL);
}

/* The box of a role or target group, made where it is first asked for. */
static size_t shared_box(struct delivery *delivery, const struct model_node *object)
{
    const struct view *view = delivery->view;
    size_t *node = &delivery->node_of[object->order];
    if (*node != NO_NODE)
        return *node;
    bool role = object->kind == MODEL_ROLE;
    const char *name = view_name(view, object);
    *node = graph_add_node(delivery->graph,
                           &(struct graph_node){
                               .id = object->id,
                               .role = role ? "role" : "target-group",
                               .title = role ? view_message(view, "Delivers: {1}", name, NULL)
                                             : view_message(view, "Target group: {1}", name, NULL),
                               .lang = view->own_lang,
                               .column = role ? ROLES : GROUPS,
                               .look = role ? paper_look : group_look,
                           });
    graph_add_paragraph(delivery->graph, *node, GRAPH_TITLE, name, view_lang(view, object->lang));
    if (!role)
        graph_add_paragraph(delivery->graph, *node, GRAPH_TAG,
                            size_words(delivery, model_target_group(object)), view->own_lang);
    if (role)
        delivery->roles++;
    else
        delivery->groups++;
    return *node;
}

/* --- what is delivered ---------------------------------------------------- */

/* Says in a box what is missing, unless the activity has stopped. */
static void ask(struct delivery *delivery, const struct activity *activity, size_t node,
                const char *question)
{
    if (is_stopped(activity))
        return;
    const char *text = view_text(delivery->view, question);
    graph_add_paragraph(delivery->graph, node, GRAPH_MISSING, text, delivery->view->own_lang);
    buf_addf(&delivery->description, " %s", text);
    delivery->gaps++;
}

static void say(struct delivery *delivery, size_t node, const char *text)
{
    graph_add_paragraph(delivery->graph, node, GRAPH_TAG, text, delivery->view->own_lang);
    if (text && *text)
        buf_addf(&delivery->description, " %s.", text);
}

static void link_boxes(struct delivery *delivery, const struct graph_stroke *stroke, size_t from,
                       size_t to)
{
    graph_add_link(
        delivery->graph,
        &(struct graph_link){
            .title = view_message(delivery->view, "{1} → {2}", delivery->graph->nodes[from].title,
                                  delivery->graph->nodes[to].title, NULL),
            .lang = delivery->view->own_lang,
            .stroke = stroke,
            .from = from,
            .to = to,
        });
}

static void add_names(struct delivery *delivery, const char *lead, const struct model_refs *refs)
{
    buf_addf(&delivery->description, " %s", view_text(delivery->view, lead));
    for (size_t i = 0; i < refs->count; i++)
        buf_addf(&delivery->description, i ? "; %s" : " %s",
                 view_name(delivery->view, refs->items[i].node));
    buf_add_char(&delivery->description, '.');
}

/* Joins what is delivered to the target groups of its activity. */
static void add_reached(struct delivery *delivery, const struct activity *activity, size_t node)
{
    const struct model_refs *groups = &activity->target_groups;
    for (size_t i = 0; i < groups->count; i++)
        link_boxes(delivery, &stroke_reaches, node, shared_box(delivery, groups->items[i].node));
    if (groups->count)
        add_names(delivery, N_("For:"), groups);
    else
        ask(delivery, activity, node, N_("For whom is it?"));
}

/* Dose, planned reach, deliverers and target groups of a component, in its box. */
static void add_parts(struct delivery *delivery, const struct activity *activity,
                      const struct component *component, size_t node)
{
    struct view *view = delivery->view;
    struct buf dose = {0}, reach = {0};
    dose_add(&dose, component, view->language);
    if (dose.length)
        say(delivery, node, view_keep(view, &dose));
    else if (component_has_sessions(component))
        ask(delivery, activity, node, N_("How often, and for how long?"));
    buf_release(&dose);
    if (component->reach.given) {
        dose_add_amount(&reach, component->reach, N_("planned: {1} person"),
                        N_("planned: {1} persons"), view->language);
        say(delivery, node, view_keep(view, &reach));
    } else {
        ask(delivery, activity, node, N_("For how many?"));
    }
    for (size_t i = 0; i < component->by.count; i++)
        link_boxes(delivery, &stroke_delivers, shared_box(delivery, component->by.items[i].node),
                   node);
    if (component->by.count)
        add_names(delivery, N_("Delivered by:"), &component->by);
    else
        ask(delivery, activity, node, N_("Who delivers it?"));
    add_reached(delivery, activity, node);
}

static size_t add_what(struct delivery *delivery, const struct activity *activity,
                       const struct model_node *object, const char *title, size_t group)
{
    return graph_add_node(delivery->graph,
                          &(struct graph_node){
                              .id = object->id,
                              .role = object->kind == MODEL_ACTIVITY ? "activity" : "component",
                              .title = title,
                              .lang = delivery->view->own_lang,
                              .column = WHAT,
                              .group = group,
                              .look = what_look(activity),
                          });
}

/* A component on its own in a frame. */
static void add_component(struct delivery *delivery, const struct activity *activity,
                          const struct component *component, size_t group)
{
    const struct view *view = delivery->view;
    const char *name = view_name(view, &component->node);
    size_t node = add_what(delivery, activity, &component->node,
                           view_message(view, "Component: {1}", name, NULL), group);
    graph_add_paragraph(delivery->graph, node, GRAPH_TITLE, name,
                        view_lang(view, component->node.lang));
    buf_addf(&delivery->description, "%s.", name);
    add_parts(delivery, activity, component, node);
    buf_add_char(&delivery->description, '\n');
}

/* "A: Lunch club" with its status. */
static const char *activity_title(const struct delivery *delivery, const struct activity *activity)
{
    const struct view *view = delivery->view;
    return view_message(view, "Activity {1}: {2}", view_letter(view, activity),
                        view_name(view, &activity->node), NULL);
}

static void add_frame(struct delivery *delivery, const struct activity *activity)
{
    const struct view *view = delivery->view;
    const char *tag = view_activity_tag(view, activity);
    const char *name = view_name(view, &activity->node);
    const char *title =
        *tag ? view_message(view, "{1}  {2} ({3})", view_letter(view, activity), name, tag, NULL)
             : view_message(view, "{1}  {2}", view_letter(view, activity), name, NULL);
    size_t group =
        graph_add_group(delivery->graph, &(struct graph_group){
                                             .title = title,
                                             .lang = view_lang(view, activity->node.lang),
                                             .look = frame_look,
                                         });
    for (size_t i = 0; i < activity->components.count; i++)
        add_component(delivery, activity, model_component(activity->components.items[i]),
                      group + 1);
}

/* An activity with its only component, or with none. */
static void add_alone(struct delivery *delivery, const struct activity *activity)
{
    struct view *view = delivery->view;
    size_t node =
        add_what(delivery, activity, &activity->node, activity_title(delivery, activity), 0);
    graph_add_paragraph(delivery->graph, node, GRAPH_TAG, view_activity_tag(view, activity),
                        view->own_lang);
    delivery->graph->nodes[node].look.strong = true;
    struct graph_paragraph *title =
        graph_add_paragraph(delivery->graph, node, GRAPH_TITLE, view_name(view, &activity->node),
                            view_lang(view, activity->node.lang));
    if (title)
        title->lead = view_letter(view, activity);
    if (activity->components.count) {
        const struct model_node *only = activity->components.items[0];
        graph_add_paragraph(delivery->graph, node, GRAPH_ITEM, only->title,
                            view_lang(view, only->lang));
        if (only->title)
            buf_addf(&delivery->description, "%s.", only->title);
        add_parts(delivery, activity, model_component(only), node);
    } else {
        ask(delivery, activity, node,
            N_("Not described yet: who does what, how often, and for how many?"));
        add_reached(delivery, activity, node);
    }
    buf_add_char(&delivery->description, '\n');
}

static void add_activity(struct delivery *delivery, const struct activity *activity)
{
    struct buf *out = &delivery->description;
    const char *tag = view_activity_tag(delivery->view, activity);
    buf_addf(out, "%s%s", out->length ? "\n" : "", activity_title(delivery, activity));
    if (*tag)
        buf_addf(out, " (%s)", tag);
    buf_add_char(out, '\n');
    if (activity->components.count > 1)
        add_frame(delivery, activity);
    else
        add_alone(delivery, activity);
    delivery->components += activity->components.count;
}

/* --- the whole ------------------------------------------------------------ */

static void open_nodes(struct delivery *delivery)
{
    const struct model *model = delivery->view->model;
    size_t orders = model_orders(&model->roles, &model->target_groups);
    delivery->node_of = mem_alloc(orders * sizeof *delivery->node_of);
    for (size_t i = 0; i < orders; i++)
        delivery->node_of[i] = NO_NODE;
}

static void add_columns(struct delivery *delivery)
{
    static const char *const headings[COLUMNS] = {
        [ROLES] = N_("Who delivers"),
        [WHAT] = N_("What is delivered"),
        [GROUPS] = N_("To whom"),
    };
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t column = add_column(delivery, headings[i]);
        delivery->graph->columns[column].in_order = i == WHAT;
    }
}

static const char *alternative(const struct delivery *delivery)
{
    const struct view *view = delivery->view;
    size_t count = view->model->activities.count;
    const char *activities = view_count(view, N_("{1} activity"), N_("{1} activities"), count);
    const char *components =
        view_count(view, N_("{1} component"), N_("{1} components"), delivery->components);
    const char *groups =
        view_count(view, N_("{1} target group"), N_("{1} target groups"), delivery->groups);
    struct buf text = {0};
    buf_add_string(&text,
                   view_message(view, "The figure shows who delivers {1} with {2}, and to {3}.",
                                activities, components, groups, NULL));
    if (delivery->gaps)
        buf_addf(&text, " %s",
                 view_count(view, N_("{1} thing is not described yet."),
                            N_("{1} things are not described yet."), delivery->gaps));
    return view_keep(view, &text);
}

static const char *description(struct delivery *delivery)
{
    struct buf *text = &delivery->description;
    if (!text->length)
        return view_text(delivery->view, "No activities yet");
    text->data[--text->length] = '\0';
    return view_keep(delivery->view, text);
}

void view_delivery_build(struct view *view, struct figure *figure)
{
    struct delivery delivery = {.view = view, .graph = view->graph};
    const struct model_list *activities = &view->model->activities;
    open_nodes(&delivery);
    add_columns(&delivery);
    for (size_t i = 0; i < activities->count; i++)
        add_activity(&delivery, model_activity(activities->items[i]));
    if (!activities->count)
        add_missing(&delivery, WHAT, view_text(view, "No activities yet"));
    else if (!delivery.roles && delivery.gaps)
        add_missing(&delivery, ROLES, view_text(view, "Who delivers it?"));
    graph_gather_blocks(view->graph, view_text(view, "Each reaches all"), view->own_lang);
    figure->title = view_message(view, "Who delivers what to whom: {1}",
                                 view_name(view, &view->model->programme->node), NULL);
    figure->alternative = alternative(&delivery);
    figure->description = description(&delivery);
    free(delivery.node_of);
}
