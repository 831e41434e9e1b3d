/* A graph: what a view hands to the layout.
 *
 * Plain data in one arena: columns from left to right, nodes in them with what is
 * to be written in their boxes, links from left to right between nodes, and what
 * the legend has to explain. No positions, no sizes, and nothing of the model: views
 * make graphs of models, the layout makes figures of graphs. */
#ifndef FIGURE_GRAPH_H
#define FIGURE_GRAPH_H

#include "figure/figure.h"

/* A column under one heading; its nodes stand in one or more sub-columns. */
struct graph_column {
    const char *heading;
    const char *lang; /* NULL: as the figure */
    size_t subs;      /* sub-columns, at least 1 */
    bool in_order;    /* stays as it was added unless another order saves much */
};

enum graph_paragraph_kind {
    GRAPH_TAG,     /* small, quiet line: "delmål", "fra maj 2017" */
    GRAPH_TITLE,   /* what the box is called */
    GRAPH_ITEM,    /* one of several, with a bullet */
    GRAPH_MISSING, /* says what is not there yet */
    GRAPH_STATUS,  /* sign and words of a judgement, in its colour */
    GRAPH_ONWARD,  /* small: a link goes on elsewhere, and where */
};

struct graph_paragraph {
    enum graph_paragraph_kind kind;
    const char *text;
    const char *lang;       /* NULL: as the figure */
    const char *lead;       /* semibold and quiet before the text, in it: "A"; NULL: none */
    enum style_color color; /* of GRAPH_STATUS */
};

/* How a box looks. */
struct graph_look {
    enum style_color fill, line, text, tag;
    bool dashed, strong; /* outline; title in semibold */
    enum figure_bar bar;
    enum style_color bar_color;
};

/* What is pointed at stands out, what is beside the point steps back but can be read. */
enum graph_emphasis { GRAPH_NORMAL, GRAPH_STRONG, GRAPH_FAINT };

/* Nodes that belong together: drawn within one frame, and kept together in their
 * sub-column. Nodes of one group in several sub-columns get a frame in each. */
struct graph_group {
    const char *title, *lang; /* NULL title: a frame without words */
    struct graph_look look;   /* of the frame: fill, line, bar; text: of its title */
};

struct graph_node {
    const char *id, *role, *title, *lang; /* as in struct figure_box */
    size_t column, sub;
    size_t group; /* of graph.groups + 1; 0: none */
    enum graph_emphasis emphasis;
    const char *state; /* further words about it, as in struct figure_box; NULL: none */
    bool hub;          /* a meeting point of links, before the sub-column it is in; no texts */
    struct graph_look look;
    struct graph_paragraph *paragraphs;
    size_t paragraph_count, paragraph_capacity;
};

/* How links of a kind are drawn. Views keep theirs in constant tables; two links are of one
 * kind if they have the same stroke. */
struct graph_stroke {
    const char *role; /* as in struct figure_curve */
    enum style_color color;
    double width; /* points */
    enum figure_dash dash;
    bool arrow;
};

/* Strokes of this width and more, points, are told apart by it alone, and explained once. */
#define GRAPH_WIDE 2.0

/* What links rest on: stated in a source, interpreted, without stated origin; and what only
 * belongs together (GRAPH_JOIN: no arrow). */
extern const struct graph_stroke graph_stated, graph_interpreted, graph_unstated, graph_join;

/* A small disc on a link, right before its arrow head. */
struct graph_mark {
    const char *sign;       /* one or two characters; NULL: no mark */
    const char *text;       /* what it says, for those who cannot see it */
    enum style_color color; /* of the sign and the outline; it stands on paper */
    bool dashed;            /* the outline: says that something is missing */
};

struct graph_link {
    const char *id, *title, *lang; /* as in struct figure_curve */
    const struct graph_stroke *stroke;
    struct graph_mark mark;
    enum graph_emphasis emphasis;
    const char *state; /* as of a node */
    size_t from, to;   /* nodes */
};

enum graph_sample {
    GRAPH_SAMPLE_LINK,
    GRAPH_SAMPLE_BAR,
    GRAPH_SAMPLE_CHIP,
    GRAPH_SAMPLE_HUB,
    GRAPH_SAMPLE_MARK,
    GRAPH_SAMPLE_FRAME,
};

struct graph_legend {
    enum graph_sample sample;
    const struct graph_stroke *stroke; /* of GRAPH_SAMPLE_LINK */
    struct graph_mark mark;            /* of GRAPH_SAMPLE_MARK */
    struct graph_look look;            /* of the others */
    const char *text;
    const char *lang; /* NULL: as the figure */
};

struct graph {
    struct arena arena;
    const char *title, *title_lang; /* printed on top; NULL: none */
    struct graph_column *columns;
    size_t column_count, column_capacity;
    struct graph_node *nodes;
    size_t node_count, node_capacity;
    struct graph_group *groups;
    size_t group_count, group_capacity;
    struct graph_link *links;
    size_t link_count, link_capacity;
    struct graph_legend *legend;
    size_t legend_count, legend_capacity;
    const char *left_out_one,
        *left_out_many; /* said of links that cannot be drawn; {1}: how many */
    const char *left_out_lang;
};

/* Makes an empty graph, to be released. (The name graph_init belongs to Graphviz.) */
void graph_start(struct graph *graph);
void graph_release(struct graph *graph);

/* Add an element and return its index. Strings are borrowed. */
size_t graph_add_column(struct graph *graph, const char *heading, const char *lang);
size_t graph_add_node(struct graph *graph, const struct graph_node *node);
size_t graph_add_group(struct graph *graph, const struct graph_group *group);
size_t graph_add_link(struct graph *graph, const struct graph_link *link);
size_t graph_add_legend(struct graph *graph, const struct graph_legend *legend);
/* Text NULL or empty adds nothing, and gives NULL; else what was added, valid until more
 * is added to the node. */
struct graph_paragraph *graph_add_paragraph(struct graph *graph, size_t node,
                                            enum graph_paragraph_kind kind, const char *text,
                                            const char *lang);

/* True if links run from `a` to `b`; others are not drawn. */
bool graph_is_before(const struct graph_node *a, const struct graph_node *b);

/* Where GRAPH_BLOCK_LEAST or more nodes lead to exactly the same three or more by links of
 * one kind and emphasis and without marks, replaces these links by links to and from a hub.
 * Nothing is lost: such a block is complete. Every hub is called `title`. Returns how many
 * hubs were made. */
enum { GRAPH_BLOCK_LEAST = 3 };
size_t graph_gather_blocks(struct graph *graph, const char *title, const char *lang);

#endif
