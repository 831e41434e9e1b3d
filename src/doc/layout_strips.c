/* Making strips: the slices that documents are built of; see layout.h. */
#include "doc/layout.h"

static const double tight_share = 0.7; /* of the white between strips, to save a page */

struct strip *strip_new(struct layout *l, double height)
{
    struct strip *strip = arena_alloc(l->memory, sizeof *strip);
    strip->height = strip->lead = height;
    strip->heading = LAYOUT_NO_HEADING;
    return strip;
}

static void append_mark(struct strip *strip, struct mark *mark)
{
    if (strip->last)
        strip->last->next = mark;
    else
        strip->first = mark;
    strip->last = mark;
}

struct mark *strip_add_mark(struct layout *l, struct strip *strip, enum page_op_kind kind)
{
    struct mark *mark = arena_alloc(l->memory, sizeof *mark);
    mark->op.kind = kind;
    append_mark(strip, mark);
    return mark;
}

void strips_space(struct strips *out, double points)
{
    if (out->space < points)
        out->space = points;
}

void strips_flush(struct layout *l, struct strips *out)
{
    if (!out->to_page || !out->first)
        return;
    place_chain(l, out->first);
    out->first = out->last = NULL;
}

static void append_strip(struct layout *l, struct strips *out, struct strip *strip)
{
    strip->space = out->space * (l->tight && out->to_page ? tight_share : 1);
    out->space = 0;
    if (out->last)
        out->last->next = strip;
    else
        out->first = strip;
    out->last = strip;
    strip->keep = strip->keep || out->hold;
    if (!strip->keep)
        strips_flush(l, out);
}

/* Puts the waiting label (one mark or more) before the marks of a line. */
static void take_label(struct strips *out, struct strip *strip)
{
    struct mark *last = out->label;
    for (struct mark *mark = out->label; mark; mark = mark->next) {
        mark->op.y = strip->baseline;
        last = mark;
    }
    last->next = strip->first;
    strip->first = out->label;
    if (!strip->last)
        strip->last = last;
    out->label = NULL;
}

void strips_finish_label(struct layout *l, struct strips *out, struct box *box, bool keep)
{
    if (!out->label)
        return;
    struct strip *line = strip_new(l, out->label_height);
    line->baseline = out->label->op.y;
    line->box = box;
    line->keep = keep;
    take_label(out, line);
    append_strip(l, out, line);
}

void strips_add(struct layout *l, struct strips *out, struct strip *strip, struct box *box)
{
    strip->next = NULL;
    strip->box = box;
    if (out->label && strip->baseline > 0)
        take_label(out, strip);
    else
        strips_finish_label(l, out, box, true);
    append_strip(l, out, strip);
}

void strips_add_all(struct layout *l, struct strips *out, struct strip *first, struct box *box)
{
    for (struct strip *next; first; first = next) {
        next = first->next;
        strips_add(l, out, first, box);
    }
}

void strips_keep_together(struct strip *first, bool with_next)
{
    for (; first; first = first->next)
        first->keep = first->next || with_next;
}
