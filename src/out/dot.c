/* Writing DOT; see dot.h. */
#include "out/dot.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a box is to the graph. */
enum part { PART_NONE, PART_NODE, PART_CLUSTER };

struct writer {
    struct buf *out;
    const struct figure *figure;
    enum part *parts;    /* by box */
    size_t *first_texts; /* by box: the first of its texts; their number: it has none */
    size_t *clusters;    /* by box: the box of the frame it stands in + 1; 0: none */
    bool down;           /* links run down the page, not to the right */
};

static bool has_role(const struct figure_box *box, const char *role)
{
    return box->role && !strcmp(box->role, role);
}

/* --- what takes part ---------------------------------------------------------------------- */

/* Nodes are boxes with an id, and those that links join; frames around nodes are clusters. */
static void choose_parts(struct writer *w)
{
    const struct figure *figure = w->figure;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        w->parts[i] = has_role(box, "group")              ? PART_CLUSTER
                      : box->id && !has_role(box, "mark") ? PART_NODE
                                                          : PART_NONE;
    }
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (curve->from_box && curve->to_box)
            w->parts[curve->from_box - 1] = w->parts[curve->to_box - 1] = PART_NODE;
    }
}

static bool holds(const struct figure_box *frame, const struct figure_box *box)
{
    return box->x >= frame->x && box->y >= frame->y &&
           box->x + box->width <= frame->x + frame->width &&
           box->y + box->height <= frame->y + frame->height;
}

/* Frames come before what stands in them. */
static void find_clusters(struct writer *w)
{
    const struct figure *figure = w->figure;
    for (size_t f = 0; f < figure->box_count; f++)
        for (size_t i = f + 1; w->parts[f] == PART_CLUSTER && i < figure->box_count; i++)
            if (w->parts[i] == PART_NODE && holds(&figure->boxes[f], &figure->boxes[i]))
                w->clusters[i] = f + 1;
}

static void find_texts(struct writer *w)
{
    const struct figure *figure = w->figure;
    for (size_t i = 0; i < figure->box_count; i++)
        w->first_texts[i] = figure->text_count;
    for (size_t i = figure->text_count; i-- > 0;)
        if (figure->texts[i].box)
            w->first_texts[figure->texts[i].box - 1] = i;
}

/* Where links run: no link of a figure whose columns stand side by side runs down only. */
static bool runs_down(const struct figure *figure)
{
    size_t right = 0, down = 0;
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (!curve->from_box || !curve->to_box)
            continue;
        const struct figure_box *from = &figure->boxes[curve->from_box - 1];
        const struct figure_box *to = &figure->boxes[curve->to_box - 1];
        right += to->x >= from->x + from->width;
        down += to->y >= from->y + from->height;
    }
    return down > right;
}

/* --- nodes ---------------------------------------------------------------------------------- */

static void add_quoted(struct buf *out, const char *text)
{
    buf_add_char(out, '"');
    buf_add_escaped(out, text);
    buf_add_char(out, '"');
}

static void add_attribute(struct writer *w, const char *name, const char *value)
{
    if (!value)
        return;
    buf_addf(w->out, ", %s=", name);
    add_quoted(w->out, value);
}

/* Boxes have the id of their object; several boxes can have the same one, so the role
 * stands before it. Boxes without id are numbered. */
static void add_name(struct writer *w, size_t box)
{
    const struct figure_box *b = &w->figure->boxes[box];
    buf_add_char(w->out, '"');
    buf_add_escaped(w->out, b->role ? b->role : "box");
    buf_add_char(w->out, ' ');
    if (b->id)
        buf_add_escaped(w->out, b->id);
    else
        buf_addf(w->out, "#%zu", box + 1);
    buf_add_char(w->out, '"');
}

/* True if the text after this one stands on the same line of the same box. */
static bool goes_on(const struct figure *figure, size_t text)
{
    const struct figure_text *at = &figure->texts[text];
    return text + 1 < figure->text_count && at[1].box == at->box && fabs(at[1].y - at->y) < 0.01;
}

/* Adds the lines of text of a box as a label. */
static void add_label(struct writer *w, size_t box)
{
    const struct figure *figure = w->figure;
    buf_add_string(w->out, "label=\"");
    for (size_t i = w->first_texts[box]; i < figure->text_count && figure->texts[i].box == box + 1;
         i++) {
        buf_add_escaped(w->out, figure->texts[i].text);
        buf_add_string(w->out, goes_on(figure, i) ? " " : "\\l");
    }
    buf_add_char(w->out, '"');
}

static void add_node(struct writer *w, size_t box)
{
    const struct figure_box *b = &w->figure->boxes[box];
    buf_add_string(w->out, w->clusters[box] ? "    " : "  ");
    add_name(w, box);
    buf_add_string(w->out, b->id ? " [shape=box" : " [shape=point");
    add_attribute(w, "class", b->role);
    if (b->dashed)
        buf_add_string(w->out, ", style=dashed");
    if (b->id) {
        buf_add_string(w->out, ", ");
        add_label(w, box);
    }
    add_attribute(w, "tooltip", b->title);
    buf_add_string(w->out, "];\n");
}

/* A frame with what stands in it. */
static void add_cluster(struct writer *w, size_t frame)
{
    const struct figure_box *b = &w->figure->boxes[frame];
    buf_addf(w->out, "  subgraph \"cluster %zu\" {\n    ", frame + 1);
    add_label(w, frame);
    buf_add_string(w->out, "; labeljust=l;");
    if (b->dashed)
        buf_add_string(w->out, " style=dashed;");
    buf_add_char(w->out, '\n');
    for (size_t i = frame + 1; i < w->figure->box_count; i++)
        if (w->clusters[i] == frame + 1)
            add_node(w, i);
    buf_add_string(w->out, "  }\n");
}

static void add_nodes(struct writer *w)
{
    for (size_t i = 0; i < w->figure->box_count; i++)
        if (w->parts[i] == PART_CLUSTER)
            add_cluster(w, i);
        else if (w->parts[i] == PART_NODE && !w->clusters[i])
            add_node(w, i);
}

/* Boxes that follow each other with the same near edge stand in one column. */
static void add_ranks(struct writer *w)
{
    double at = -1;
    bool open = false;
    for (size_t i = 0; i < w->figure->box_count; i++) {
        const struct figure_box *box = &w->figure->boxes[i];
        double edge = w->down ? box->y : box->x;
        if (w->parts[i] != PART_NODE)
            continue;
        if (!open || edge != at) {
            buf_add_string(w->out, open ? " }\n  { rank=same;" : "  { rank=same;");
            at = edge;
            open = true;
        }
        buf_add_char(w->out, ' ');
        add_name(w, i);
        buf_add_char(w->out, ';');
    }
    if (open)
        buf_add_string(w->out, " }\n");
}

/* --- links ---------------------------------------------------------------------------------- */

/* A link with what its mark says. */
static void add_edge(struct writer *w, const struct figure_curve *curve)
{
    static const char *const styles[] = {
        [FIGURE_SOLID] = "solid", [FIGURE_DASHED] = "dashed", [FIGURE_DOTTED] = "dotted"};
    buf_add_string(w->out, "  ");
    add_name(w, curve->from_box - 1);
    buf_add_string(w->out, " -> ");
    add_name(w, curve->to_box - 1);
    buf_addf(w->out, " [style=%s", styles[figure_dash_of(curve)]);
    if (!curve->arrow)
        buf_add_string(w->out, ", dir=none");
    add_attribute(w, "class", curve->role);
    if (curve->mark_box)
        add_attribute(w, "label", w->figure->boxes[curve->mark_box - 1].title);
    add_attribute(w, "tooltip", curve->title);
    buf_add_string(w->out, "];\n");
}

static void add_edges(struct writer *w)
{
    for (size_t i = 0; i < w->figure->curve_count; i++) {
        const struct figure_curve *curve = &w->figure->curves[i];
        if (curve->from_box && curve->to_box)
            add_edge(w, curve);
    }
}

/* --- the whole ------------------------------------------------------------------------------ */

void dot_write(struct buf *out, const struct figure *figure)
{
    size_t room = figure->box_count + 1;
    struct writer w = {
        .out = out,
        .figure = figure,
        .parts = mem_zalloc(room, sizeof *w.parts),
        .first_texts = mem_zalloc(room, sizeof *w.first_texts),
        .clusters = mem_zalloc(room, sizeof *w.clusters),
        .down = runs_down(figure),
    };
    choose_parts(&w);
    find_clusters(&w);
    find_texts(&w);
    buf_add_string(out, "digraph ");
    add_quoted(out, figure->title ? figure->title : "");
    /* newrank: columns hold across clusters */
    buf_addf(out, " {\n  rankdir=%s;\n  newrank=true;\n  charset=\"UTF-8\";\n",
             w.down ? "TB" : "LR");
    add_nodes(&w);
    add_ranks(&w);
    add_edges(&w);
    buf_add_string(out, "}\n");
    free(w.parts);
    free(w.first_texts);
    free(w.clusters);
}
