/* What the parts of the tree view share: goals or effects, and the indicators beside them. */
#ifndef FIGURE_VIEW_TREE_PARTS_H
#define FIGURE_VIEW_TREE_PARTS_H

#include "figure/view_parts.h"

/* The columns, from left to right. */
enum tree_column { TREE_GOALS, TREE_THEMES, TREE_INDICATORS };

/* An effect that says it contributes to a goal or a theme. */
struct tree_tie {
    const struct model_node *to;
    const struct effect *effect;
    size_t place; /* among all ties: in document order */
};

struct tree {
    struct view *view;
    struct graph *graph;   /* of the view */
    struct tree_tie *ties; /* sorted by what they are to */
    size_t tie_count;
    const struct goal **goals; /* those shown: the model's own, then those contributed to */
    size_t goal_count;
    size_t themes, indicators, bare; /* shown; and how many have no indicator */
    bool rise, fall;                 /* an indicator has the sign for that direction */
    struct buf description;
};

/* How a node is called in the figure: its id, that of an included model behind the name that
 * includes it; NULL: it has none. */
const char *tree_id(const struct tree *tree, const struct model_node *node);

/* Adds a box with the indicators of `parent`, which has the node `from`, and joins the two;
 * where there are none, a box that says so. Adds them to the description, behind what stands
 * there. */
void tree_add_indicators(struct tree *tree, const struct model_list *indicators,
                         const struct model_node *parent, size_t from);

/* Adds a box that says in a column what is not there yet. */
size_t tree_add_missing(struct tree *tree, enum tree_column column, const char *text);

void tree_join(struct tree *tree, size_t from, size_t to);

/* Goals are the darkest boxes. */
extern const struct graph_look tree_goal_look, tree_theme_look;

/* Instead of a tree of goals: the effects of the programme theory and their indicators.
 * Returns what the figure shows, in words. */
const char *tree_add_effects(struct tree *tree);

#endif
