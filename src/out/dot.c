/* Writing DOT; see dot.h. */
#include "out/dot.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void add_quoted(struct buf *out, const char *text)
{
    buf_add_char(out, '"');
    buf_add_escaped(out, text);
    buf_add_char(out, '"');
}

/* Boxes have the id of their object; several boxes can have the same one, so the role
 * stands before it. Boxes without id are numbered. */
static void add_name(struct buf *out, const struct figure *figure, size_t box)
{
    const struct figure_box *b = &figure->boxes[box];
    buf_add_char(out, '"');
    buf_add_escaped(out, b->role ? b->role : "box");
    buf_add_char(out, ' ');
    if (b->id)
        buf_add_escaped(out, b->id);
    else
        buf_addf(out, "#%zu", box + 1);
    buf_add_char(out, '"');
}

/* Which boxes take part: those with an id, and those that links join. */
static bool *boxes_of_graph(const struct figure *figure)
{
    bool *takes_part = mem_zalloc(figure->box_count + 1, sizeof *takes_part);
    for (size_t i = 0; i < figure->box_count; i++)
        takes_part[i] = figure->boxes[i].id != NULL;
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (curve->from_box && curve->to_box)
            takes_part[curve->from_box - 1] = takes_part[curve->to_box - 1] = true;
    }
    return takes_part;
}

/* True if the text after this one stands on the same line of the same box. */
static bool goes_on(const struct figure *figure, size_t text)
{
    const struct figure_text *at = &figure->texts[text];
    return text + 1 < figure->text_count && at[1].box == at->box && fabs(at[1].y - at->y) < 0.01;
}

/* Adds the lines of text of a box; `*next` is the first text that was not looked at. */
static void add_label(struct buf *out, const struct figure *figure, size_t box, size_t *next)
{
    while (*next < figure->text_count && figure->texts[*next].box != box + 1)
        ++*next;
    buf_add_string(out, ", label=\"");
    for (; *next < figure->text_count && figure->texts[*next].box == box + 1; ++*next) {
        buf_add_escaped(out, figure->texts[*next].text);
        buf_add_string(out, goes_on(figure, *next) ? " " : "\\l");
    }
    buf_add_char(out, '"');
}

static void add_node(struct buf *out, const struct figure *figure, size_t box, size_t *next_text)
{
    const struct figure_box *b = &figure->boxes[box];
    buf_add_string(out, "  ");
    add_name(out, figure, box);
    buf_add_string(out, b->id ? " [shape=box" : " [shape=point");
    if (b->role) {
        buf_add_string(out, ", class=");
        add_quoted(out, b->role);
    }
    if (b->dashed)
        buf_add_string(out, ", style=dashed");
    if (b->id)
        add_label(out, figure, box, next_text);
    if (b->title) {
        buf_add_string(out, ", tooltip=");
        add_quoted(out, b->title);
    }
    buf_add_string(out, "];\n");
}

static void add_nodes(struct buf *out, const struct figure *figure, const bool *takes_part)
{
    size_t next_text = 0;
    for (size_t i = 0; i < figure->box_count; i++)
        if (takes_part[i])
            add_node(out, figure, i, &next_text);
}

/* Boxes that follow each other with the same left edge stand in one column. */
static void add_ranks(struct buf *out, const struct figure *figure, const bool *takes_part)
{
    double x = -1;
    bool open = false;
    for (size_t i = 0; i < figure->box_count; i++) {
        if (!takes_part[i])
            continue;
        if (!open || figure->boxes[i].x != x) {
            buf_add_string(out, open ? " }\n  { rank=same;" : "  { rank=same;");
            x = figure->boxes[i].x;
            open = true;
        }
        buf_add_char(out, ' ');
        add_name(out, figure, i);
        buf_add_char(out, ';');
    }
    if (open)
        buf_add_string(out, " }\n");
}

static void add_edges(struct buf *out, const struct figure *figure)
{
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        if (!curve->from_box || !curve->to_box)
            continue;
        buf_add_string(out, "  ");
        add_name(out, figure, curve->from_box - 1);
        buf_add_string(out, " -> ");
        add_name(out, figure, curve->to_box - 1);
        buf_addf(out, " [style=%s", curve->dashed ? "dashed" : "solid");
        if (!curve->arrow)
            buf_add_string(out, ", dir=none");
        if (curve->role) {
            buf_add_string(out, ", class=");
            add_quoted(out, curve->role);
        }
        if (curve->title) {
            buf_add_string(out, ", tooltip=");
            add_quoted(out, curve->title);
        }
        buf_add_string(out, "];\n");
    }
}

void dot_write(struct buf *out, const struct figure *figure)
{
    bool *takes_part = boxes_of_graph(figure);
    buf_add_string(out, "digraph ");
    add_quoted(out, figure->title ? figure->title : "");
    buf_add_string(out, " {\n  rankdir=LR;\n  charset=\"UTF-8\";\n");
    add_nodes(out, figure, takes_part);
    add_ranks(out, figure, takes_part);
    add_edges(out, figure);
    buf_add_string(out, "}\n");
    free(takes_part);
}
