/* The tree view: goal, theme, indicator; see view.h.
 *
 * Shown are the goals of the model and those of included models that effects contribute to.
 * Where there are none, the goals and sub-goals of the programme theory stand in their
 * place. The indicators of a theme share a box, as signs do in the flow. */
#include "figure/view_tree_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NAMED = 6 }; /* effects that are named in a box */

const struct graph_look tree_goal_look = {.fill = STYLE_HEADING,
                                          .line = STYLE_HEADING,
                                          .text = STYLE_PAPER,
                                          .tag = STYLE_PANEL,
                                          .strong = true};
const struct graph_look tree_theme_look = {
    .fill = STYLE_PANEL, .line = STYLE_EFFECT_LINE, .text = STYLE_INK, .tag = STYLE_QUIET};

/* --- what is shown -------------------------------------------------------- */

static int compare_ties(const void *pa, const void *pb)
{
    const struct tree_tie *a = pa, *b = pb;
    if (a->to != b->to)
        return (uintptr_t)a->to < (uintptr_t)b->to ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static void add_ties(struct tree *tree, const struct model *model, size_t *capacity)
{
    for (size_t i = 0; i < model->effects.count; i++) {
        const struct effect *effect = model_effect(model->effects.items[i]);
        for (size_t k = 0; k < effect->contributes.count; k++) {
            const struct model_node *to = effect->contributes.items[k].node;
            if (!to || (to->kind != MODEL_GOAL && to->kind != MODEL_THEME))
                continue;
            size_t place = tree->tie_count;
            tree->ties = mem_grow(tree->ties, capacity, place + 1, sizeof *tree->ties);
            tree->ties[tree->tie_count++] = (struct tree_tie){to, effect, place};
        }
    }
}

static void find_ties(struct tree *tree)
{
    const struct model *model = tree->view->model;
    size_t capacity = 0;
    add_ties(tree, model, &capacity);
    for (size_t i = 0; i < model->included_count; i++)
        add_ties(tree, model->included[i], &capacity);
    if (tree->tie_count)
        qsort(tree->ties, tree->tie_count, sizeof *tree->ties, compare_ties);
}

/* The ties to a goal or theme; returns how many. */
static size_t ties_to(const struct tree *tree, const struct model_node *node,
                      const struct tree_tie **first)
{
    size_t low = 0, high = tree->tie_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((uintptr_t)tree->ties[middle].to < (uintptr_t)node)
            low = middle + 1;
        else
            high = middle;
    }
    *first = tree->ties ? tree->ties + low : NULL;
    size_t count = 0;
    while (low + count < tree->tie_count && tree->ties[low + count].to == node)
        count++;
    return count;
}

static bool contributed_to(const struct tree *tree, const struct goal *goal)
{
    const struct tree_tie *first;
    bool any = ties_to(tree, &goal->node, &first);
    for (size_t i = 0; i < goal->themes.count && !any; i++)
        any = ties_to(tree, goal->themes.items[i], &first);
    return any;
}

static void choose_goals(struct tree *tree)
{
    const struct model *model = tree->view->model;
    size_t capacity = 0;
    for (size_t m = 0; m <= model->included_count; m++) {
        const struct model_list *goals = m ? &model->included[m - 1]->goals : &model->goals;
        for (size_t i = 0; i < goals->count; i++) {
            const struct goal *goal = model_goal(goals->items[i]);
            if (m && !contributed_to(tree, goal))
                continue;
            tree->goals =
                mem_grow(tree->goals, &capacity, tree->goal_count + 1, sizeof *tree->goals);
            tree->goals[tree->goal_count++] = goal;
        }
    }
}

/* --- boxes ---------------------------------------------------------------- */

const char *tree_id(const struct tree *tree, const struct model_node *node)
{
    const struct model *model = tree->view->model;
    const struct programme *programme = model_programme_of(node);
    if (!node->id || programme == model->programme)
        return node->id;
    for (size_t i = 0; i < model->includes.count; i++) {
        const struct include *include = model_include(model->includes.items[i]);
        if (include->model && include->model->programme == programme)
            return view_message(tree->view, "{1}:{2}", include->node.id, node->id, NULL);
    }
    return NULL;
}

void tree_join(struct tree *tree, size_t from, size_t to)
{
    graph_add_link(tree->graph,
                   &(struct graph_link){.stroke = &graph_join, .from = from, .to = to});
}

size_t tree_add_missing(struct tree *tree, enum tree_column column, const char *text)
{
    const char *lang = tree->view->own_lang;
    size_t node = graph_add_node(tree->graph, &(struct graph_node){
                                                  .role = "missing",
                                                  .title = text,
                                                  .lang = lang,
                                                  .column = column,
                                                  .look = {.fill = STYLE_PAPER,
                                                           .line = STYLE_BOX_LINE,
                                                           .text = STYLE_INK,
                                                           .tag = STYLE_QUIET,
                                                           .dashed = true},
                                              });
    graph_add_paragraph(tree->graph, node, GRAPH_MISSING, text, lang);
    return node;
}

/* Which way it is to go, in words; NULL: not said. */
static const char *direction_words(enum direction direction)
{
    switch (direction) {
    case DIRECTION_UP:
        return N_("is to rise");
    case DIRECTION_DOWN:
        return N_("is to fall");
    case DIRECTION_RANGE:
        return N_("is to stay within limits");
    case DIRECTION_MAINTAIN:
        return N_("is to be kept");
    case DIRECTION_UNKNOWN:
        break;
    }
    return NULL;
}

/* The sign for it, which the heading explains; NULL: it is said in words. */
static const char *direction_sign(enum direction direction)
{
    return direction == DIRECTION_UP ? "↑" : direction == DIRECTION_DOWN ? "↓" : NULL;
}

static const char *type_words(enum indicator_type type)
{
    static const char *const words[] = {
        [INDICATOR_COUNT] = N_("count"),
        [INDICATOR_PROPORTION] = N_("proportion"),
        [INDICATOR_MEAN] = N_("mean"),
        [INDICATOR_RATE] = N_("rate"),
        [INDICATOR_SCALE] = N_("scale"),
        [INDICATOR_YES_NO] = N_("yes or no"),
        [INDICATOR_QUALITATIVE] = N_("qualitative"),
    };
    return words[type];
}

static void add_part(struct buf *text, const char *part)
{
    if (part)
        buf_addf(text, "%s%s", text->length ? ", " : "", part);
}

/* "key indicator, proportion", and what no sign says of the direction; with `whole` the direction
 * in any case: "is to rise". */
static const char *indicator_tag(const struct tree *tree, const struct indicator *indicator,
                                 bool whole)
{
    const struct view *view = tree->view;
    const char *type = type_words(indicator->type), *way = direction_words(indicator->direction);
    bool plain =
        indicator->type == INDICATOR_PROPORTION && indicator->unit && !strcmp(indicator->unit, "%");
    struct buf text = {0};
    add_part(&text, indicator->key == YES ? view_text(view, "key indicator") : NULL);
    add_part(&text, type ? view_text(view, type) : NULL);
    add_part(&text, plain ? NULL : indicator->unit);
    if (way && (whole || !direction_sign(indicator->direction)))
        add_part(&text, view_text(view, way));
    if (!type && !way)
        add_part(&text, view_text(view, "type and direction not stated"));
    return view_keep(view, &text);
}

/* The tag that all of them have; NULL: they differ. */
static const char *common_tag(const struct tree *tree, const struct model_list *indicators)
{
    const char *first = indicator_tag(tree, model_indicator(indicators->items[0]), false);
    for (size_t i = 1; i < indicators->count; i++)
        if (strcmp(indicator_tag(tree, model_indicator(indicators->items[i]), false), first) != 0)
            return NULL;
    return first;
}

/* A name with what is said of it in brackets. */
static const char *tagged(const struct tree *tree, const char *name, const char *tag)
{
    return *tag ? view_message(tree->view, "{1} ({2})", name, tag, NULL) : name;
}

/* Adds the indicators: what all have in common once above them, else behind each. */
static void write_indicators(struct tree *tree, const struct model_list *indicators, size_t node)
{
    const struct view *view = tree->view;
    const char *common = common_tag(tree, indicators);
    enum graph_paragraph_kind kind = indicators->count > 1 ? GRAPH_ITEM : GRAPH_TITLE;
    graph_add_paragraph(tree->graph, node, GRAPH_TAG, common, view->own_lang);
    for (size_t i = 0; i < indicators->count; i++) {
        const struct indicator *indicator = model_indicator(indicators->items[i]);
        const char *name = view_name(view, &indicator->node);
        const char *text =
            common ? name : tagged(tree, name, indicator_tag(tree, indicator, false));
        struct graph_paragraph *paragraph = graph_add_paragraph(
            tree->graph, node, kind, text, view_lang(view, indicator->node.lang));
        if (paragraph)
            paragraph->lead = direction_sign(indicator->direction);
        tree->rise |= indicator->direction == DIRECTION_UP;
        tree->fall |= indicator->direction == DIRECTION_DOWN;
        buf_addf(&tree->description, i ? "; %s" : " %s",
                 tagged(tree, name, indicator_tag(tree, indicator, true)));
    }
    buf_add_char(&tree->description, '.');
}

void tree_add_indicators(struct tree *tree, const struct model_list *indicators,
                         const struct model_node *parent, size_t from)
{
    struct view *view = tree->view;
    tree->indicators += indicators->count;
    if (!indicators->count) {
        const char *text = view_text(view, "no indicator yet");
        tree->bare++;
        tree_join(tree, from, tree_add_missing(tree, TREE_INDICATORS, text));
        buf_addf(&tree->description, " %s", view_text(view, "No indicator yet."));
        return;
    }
    const struct model_node *named = indicators->count > 1 ? parent : indicators->items[0];
    size_t node = graph_add_node(
        tree->graph,
        &(struct graph_node){
            .id = tree_id(tree, named),
            .role = indicators->count > 1 ? "indicators" : "indicator",
            .title = view_message(view, "Indicators: {1}", view_name(view, parent), NULL),
            .lang = view->own_lang,
            .column = TREE_INDICATORS,
            .look = {.fill = STYLE_PAPER,
                     .line = STYLE_BOX_LINE,
                     .text = STYLE_INK,
                     .tag = STYLE_QUIET},
        });
    buf_addf(&tree->description, " %s", view_text(view, "Indicators:"));
    write_indicators(tree, indicators, node);
    tree_join(tree, from, node);
}

/* The name of an effect, with that of its programme where it is another. */
static const char *effect_name(const struct tree *tree, const struct effect *effect)
{
    const struct view *view = tree->view;
    const struct programme *programme = model_programme_of(&effect->node);
    const char *name = view_name(view, &effect->node);
    if (programme == view->model->programme)
        return name;
    return view_message(view, "{1} ({2})", name, view_name(view, &programme->node), NULL);
}

/* Names the effects that contribute to a goal or theme, in its box; and all in words. */
static void add_contributing(struct tree *tree, size_t node, const struct model_node *to)
{
    const struct view *view = tree->view;
    const struct tree_tie *ties;
    size_t count = ties_to(tree, to, &ties);
    if (!count)
        return;
    const char *lead = view_text(view, "Contributing effects:");
    size_t named = count > MOST_NAMED ? MOST_NAMED - 1 : count;
    graph_add_paragraph(tree->graph, node, GRAPH_TAG, lead, view->own_lang);
    buf_addf(&tree->description, " %s", lead);
    for (size_t i = 0; i < count; i++) {
        const char *name = effect_name(tree, ties[i].effect);
        if (i < named)
            graph_add_paragraph(tree->graph, node, GRAPH_ITEM, name,
                                view_lang(view, ties[i].effect->node.lang));
        buf_addf(&tree->description, i ? "; %s" : " %s", name);
    }
    buf_add_char(&tree->description, '.');
    if (named < count)
        graph_add_paragraph(tree->graph, node, GRAPH_TAG,
                            view_count(view, N_("and {1} more"), N_("and {1} more"), count - named),
                            view->own_lang);
}

/* Adds a goal or theme. */
static size_t add_box(struct tree *tree, const struct model_node *object, enum tree_column column)
{
    const struct view *view = tree->view;
    bool goal = column == TREE_GOALS;
    const char *name = view_name(view, object);
    size_t node = graph_add_node(tree->graph,
                                 &(struct graph_node){
                                     .id = tree_id(tree, object),
                                     .role = goal ? "goal" : "theme",
                                     .title = goal ? view_message(view, "Goal: {1}", name, NULL)
                                                   : view_message(view, "Theme: {1}", name, NULL),
                                     .lang = view->own_lang,
                                     .column = column,
                                     .look = goal ? tree_goal_look : tree_theme_look,
                                 });
    graph_add_paragraph(tree->graph, node, GRAPH_TITLE, name, view_lang(view, object->lang));
    return node;
}

static void add_theme(struct tree *tree, const struct theme *theme, size_t goal)
{
    size_t node = add_box(tree, &theme->node, TREE_THEMES);
    buf_addf(&tree->description, "%s.", view_name(tree->view, &theme->node));
    add_contributing(tree, node, &theme->node);
    tree_join(tree, goal, node);
    tree_add_indicators(tree, &theme->indicators, &theme->node, node);
    buf_add_char(&tree->description, '\n');
    tree->themes++;
}

static void add_goal(struct tree *tree, const struct goal *goal)
{
    const struct view *view = tree->view;
    struct buf *out = &tree->description;
    size_t node = add_box(tree, &goal->node, TREE_GOALS);
    buf_addf(out, "%s%s\n", out->length ? "\n" : "", view_name(view, &goal->node));
    size_t begun = out->length;
    add_contributing(tree, node, &goal->node);
    if (goal->indicators.count)
        tree_add_indicators(tree, &goal->indicators, &goal->node, node);
    if (!goal->themes.count && !goal->indicators.count) {
        const char *text = view_text(view, "no theme and no indicator yet");
        tree_join(tree, node, tree_add_missing(tree, TREE_THEMES, text));
        buf_addf(out, " %s", text);
    }
    if (out->length > begun)
        buf_add_char(out, '\n');
    for (size_t i = 0; i < goal->themes.count; i++)
        add_theme(tree, model_theme(goal->themes.items[i]), node);
}

/* --- the whole ------------------------------------------------------------ */

static void add_columns(struct tree *tree)
{
    const struct view *view = tree->view;
    const char *const headings[] = {
        [TREE_GOALS] = view_text(view, "Goals"),
        [TREE_THEMES] = view_text(view, "Themes"),
        [TREE_INDICATORS] = view_text(view, "Indicators"),
    };
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        size_t column = graph_add_column(tree->graph, headings[i], view->own_lang);
        tree->graph->columns[column].in_order = true;
    }
}

/* Explains the signs of directions where they stand. */
static void explain_signs(struct tree *tree)
{
    const struct view *view = tree->view;
    const char *heading = tree->graph->columns[TREE_INDICATORS].heading;
    const char *rise = view_text(view, "is to rise"), *fall = view_text(view, "is to fall");
    if (tree->rise && tree->fall)
        heading = view_message(view, "{1} (↑ {2}, ↓ {3})", heading, rise, fall, NULL);
    else if (tree->rise)
        heading = view_message(view, "{1} (↑ {2})", heading, rise, NULL);
    else if (tree->fall)
        heading = view_message(view, "{1} (↓ {2})", heading, fall, NULL);
    tree->graph->columns[TREE_INDICATORS].heading = heading;
}

/* Goals may have their indicators at once: then nothing stands between the two. */
static void leave_out_middle(struct tree *tree)
{
    struct graph *graph = tree->graph;
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].column == TREE_THEMES)
            return;
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].column == TREE_INDICATORS)
            graph->nodes[n].column = TREE_THEMES;
    graph->columns[TREE_THEMES] = graph->columns[TREE_INDICATORS];
    graph->column_count--;
}

static const char *alternative(const struct tree *tree)
{
    const struct view *view = tree->view;
    const char *goals = view_count(view, N_("{1} goal"), N_("{1} goals"), tree->goal_count);
    const char *themes = view_count(view, N_("{1} theme"), N_("{1} themes"), tree->themes);
    const char *indicators =
        view_count(view, N_("{1} indicator"), N_("{1} indicators"), tree->indicators);
    struct buf text = {0};
    buf_add_string(&text, view_message(view, "The figure shows {1} with {2} and {3}, as a tree.",
                                       goals, themes, indicators, NULL));
    if (tree->bare)
        buf_addf(&text, " %s",
                 view_count(view, N_("{1} theme has no indicator yet."),
                            N_("{1} themes have no indicator yet."), tree->bare));
    return view_keep(view, &text);
}

/* What was written, without the space that a line may begin with and the last line feed. */
static const char *description(struct tree *tree)
{
    struct buf *text = &tree->description;
    if (text->length && text->data[text->length - 1] == '\n')
        text->data[--text->length] = '\0';
    return view_keep(tree->view, text);
}

void view_tree_build(struct view *view, struct figure *figure)
{
    struct tree tree = {.view = view, .graph = view->graph};
    const char *name = view_name(view, &view->model->programme->node);
    find_ties(&tree);
    choose_goals(&tree);
    add_columns(&tree);
    figure->title = view_message(view, "Goals and indicators: {1}", name, NULL);
    if (tree.goal_count) {
        for (size_t i = 0; i < tree.goal_count; i++)
            add_goal(&tree, tree.goals[i]);
        figure->alternative = alternative(&tree);
    } else {
        figure->alternative = tree_add_effects(&tree);
    }
    explain_signs(&tree);
    leave_out_middle(&tree);
    figure->description = description(&tree);
    free(tree.ties);
    free(tree.goals);
}
