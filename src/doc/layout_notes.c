/* Footnotes: made where their mark is, shown at the foot of the page that the mark is on.
 *
 * What is to be shown waits in one queue. A line takes its notes along: it moves to the next
 * page where they have no room. Only what is too long for that goes on at the foot of the
 * next page; nothing is shown before what was marked earlier. */
#include "doc/layout.h"

#include "base/buf.h"

#include <stdio.h>
#include <string.h>

static const double slack = 1e-6;      /* of sums of lengths */
static const double endless = 1e9;     /* more than any page holds */
static const double above_rule = 8;    /* white between the text and the rule above the notes, */
static const double below_rule = 5;    /* and below the rule */
static const double between = 2;       /* notes */
static const double rule_width = 90;   /* points */
static const double least_indent = 12; /* of the text beside the numbers */
static const double most_wanted = 0.2; /* of a page: of a longer note the rest may go on */
static const double most_carried = 2.0 / 3; /* of a page: there is room for text, too */

static double rule_room(void)
{
    return above_rule + below_rule;
}

/* --- making them -------------------------------------------------------------------- */

void notes_collect(struct layout *l)
{
    for (const struct doc_note *note = l->doc->first_note; note; note = note->next)
        if (note->number > l->note_count)
            l->note_count = note->number;
    size_t count = (size_t)l->note_count + 1;
    l->notes = arena_array(&l->pages->arena, count, sizeof *l->notes);
}

struct note *notes_find(struct layout *l, const struct doc_note *doc_note)
{
    bool known = doc_note && doc_note->number > 0 && doc_note->number <= l->note_count;
    return known ? &l->notes[doc_note->number] : NULL;
}

/* The number hangs at the left of the text. */
static double hang_number(struct layout *l, struct strips *out, size_t element, int number)
{
    struct type type = layout_text_type(l, DOC_SMALL, false);
    char text[16];
    int length = snprintf(text, sizeof text, "%d", number);
    struct mark *mark = arena_alloc(l->memory, sizeof *mark);
    mark->op = (struct page_op){
        .kind = PAGE_OP_TEXT,
        .element = layout_element(l, PAGE_LBL, element),
        .y = layout_baseline(l, &type),
        .color = layout_color(l, STYLE_QUIET),
        .size = type.size,
        .text = arena_copy(l->memory, text, (size_t)length),
    };
    mark->op.width = layout_text_width(l, &type, mark->op.text);
    out->label = mark;
    out->label_height = type.leading;
    double indent = mark->op.width + type.size / 2;
    return indent > least_indent ? indent : least_indent;
}

/* As wide as an upright page's text: a note may go on on one. */
static double note_width(const struct layout *l)
{
    double width, height;
    page_size(DOC_PORTRAIT, &width, &height);
    return width - 2 * layout_size(l, STYLE_MARGIN_SIDE);
}

void notes_make(struct layout *l, const struct frame *frame, size_t parent,
                const struct doc_note *doc_note)
{
    struct note *note = notes_find(l, doc_note);
    if (!note || note->element)
        return;
    struct arena *memory = l->memory;
    struct strips out = {.first = NULL};
    l->memory = &l->pages->arena;
    note->element = layout_element(l, PAGE_NOTE, parent);
    note->before = l->last_note;
    l->last_note = note;
    double indent = hang_number(l, &out, note->element, doc_note->number);
    struct frame inner = {
        .x = indent,
        .width = note_width(l) - indent,
        .element = note->element,
        .lang = frame->lang,
        .cell = true,
        .fixed = true,
        .note = true,
    };
    layout_item_flow(l, &out, &inner, &doc_note->body);
    strips_finish_label(l, &out, NULL, false);
    out.last->keep = false;
    out.first->space = between;
    out.first->note = note;
    note->strips = out.first;
    note->height = strips_height(out.first, NULL) + between;
    l->memory = memory;
}

/* --- what strips ask for -------------------------------------------------------------- */

bool notes_in(const struct strip *first, const struct strip *end)
{
    for (; first != end; first = first->next)
        if (first->notes)
            return true;
    return false;
}

static double wanted(const struct layout *l, const struct note *note)
{
    double most = most_wanted * page_text_height(l);
    return note->queued ? 0 : note->height < most ? note->height : most;
}

static double sum_of_rows(const struct layout *l, const struct rows *rows, size_t count);

static double sum_of_strip(const struct layout *l, const struct strip *strip)
{
    double sum = 0;
    if (!strip->notes)
        return 0;
    for (const struct mark *mark = strip->first; mark; mark = mark->next)
        if (mark->note)
            sum += wanted(l, mark->note);
    return strip->rows ? sum_of_rows(l, strip->rows, strip->rows->count) : sum;
}

static double sum_of_rows(const struct layout *l, const struct rows *rows, size_t count)
{
    double sum = 0;
    for (size_t r = 0; r < count; r++)
        for (size_t i = 0; i < rows->rows[r].count; i++) {
            const struct strip *strip = rows->rows[r].cells[i].strips;
            for (; strip; strip = strip->next)
                sum += sum_of_strip(l, strip);
        }
    return sum;
}

/* With the rule, where these are the first on the page; more than there is, where notes of
 * earlier marks wait. */
static double with_rule(const struct layout *l, double sum)
{
    if (sum <= 0)
        return 0;
    return l->foot.end ? endless : l->foot.height > 0 ? sum : sum + rule_room();
}

double notes_height(const struct layout *l, const struct strip *strip)
{
    if (!strip->notes)
        return 0;
    if (!strip->rows || strip->lead >= strip->height)
        return with_rule(l, sum_of_strip(l, strip));
    return with_rule(l, sum_of_rows(l, strip->rows, 1)); /* the others find their pages */
}

double notes_height_all(const struct layout *l, const struct strip *first, const struct strip *end)
{
    double sum = 0;
    for (; first != end; first = first->next)
        if (first->notes)
            sum += first->rows && first->lead < first->height ? sum_of_rows(l, first->rows, 1)
                                                              : sum_of_strip(l, first);
    return with_rule(l, sum);
}

/* --- their place ---------------------------------------------------------------------- */

static double text_bottom(const struct layout *l)
{
    return l->pages->pages[l->pages->page_count - 1].height - page_space_below(l);
}

/* What the notes up to `end` take on the page. */
static double height_until(const struct layout *l, const struct strip *end)
{
    if (l->foot.first == end)
        return 0;
    return rule_room() + strips_height(l->foot.first, end);
}

static bool has_room(const struct layout *l, const struct strip *end, double bottom)
{
    return text_bottom(l) - height_until(l, end) >= bottom - slack;
}

/* Gives strips from foot.end on their place on the page, as far as there is room below
 * `bottom`; lines that stand together only together. */
static void reserve(struct layout *l, double bottom)
{
    struct foot *foot = &l->foot;
    while (foot->end) {
        struct strip *end = foot->end;
        while (end->keep && end->next)
            end = end->next;
        if (!has_room(l, end->next, bottom))
            break;
        foot->end = end->next;
    }
    foot->height = height_until(l, foot->end);
    l->page_bottom = text_bottom(l) - foot->height;
}

static void take_marks(struct layout *l, const struct strip *strip, double bottom);

static void queue(struct layout *l, struct note *note, double bottom)
{
    struct foot *foot = &l->foot;
    note->queued = true;
    bool full = foot->end;
    if (foot->last)
        foot->last->next = note->strips;
    else
        foot->first = note->strips;
    foot->last = note->strips;
    while (foot->last->next)
        foot->last = foot->last->next;
    struct strip *last = foot->last;
    if (!full) {
        foot->end = note->strips;
        reserve(l, bottom);
    }
    for (struct strip *strip = note->strips;; strip = strip->next) { /* notes to the note */
        take_marks(l, strip, bottom);
        if (strip == last)
            break;
    }
}

static void take_marks(struct layout *l, const struct strip *strip, double bottom)
{
    if (!strip->notes)
        return;
    for (const struct mark *mark = strip->first; mark; mark = mark->next)
        if (mark->note && !mark->note->queued && mark->note->strips)
            queue(l, mark->note, bottom);
    for (size_t r = 0; strip->rows && r < strip->rows->count; r++)
        for (size_t i = 0; i < strip->rows->rows[r].count; i++) {
            const struct strip *inner = strip->rows->rows[r].cells[i].strips;
            for (; inner; inner = inner->next)
                take_marks(l, inner, bottom);
        }
}

void notes_take(struct layout *l, const struct strip *strip, double bottom)
{
    take_marks(l, strip, bottom);
}

/* --- pages ---------------------------------------------------------------------------- */

/* What waits stands at the foot of the new page; at least a line of it, so that it ends. */
void notes_start_page(struct layout *l)
{
    struct foot *foot = &l->foot;
    foot->height = 0;
    foot->end = foot->first;
    if (!foot->first)
        return;
    double bottom = text_bottom(l) - most_carried * (text_bottom(l) - l->page_top);
    reserve(l, bottom);
    if (foot->end != foot->first)
        return;
    do
        foot->end = foot->end->next;
    while (foot->end && has_room(l, foot->end->next, bottom));
    foot->height = height_until(l, foot->end);
    l->page_bottom = text_bottom(l) - foot->height;
}

static void draw_rule(struct layout *l, double y)
{
    place_op(l, &(struct page_op){.kind = PAGE_OP_LINE,
                                  .artifact = PAGE_DECORATION,
                                  .x = layout_size(l, STYLE_MARGIN_SIDE),
                                  .y = y,
                                  .width = rule_width,
                                  .line_width = 0.5,
                                  .color = layout_color(l, STYLE_BOX_LINE)});
}

void notes_end_page(struct layout *l)
{
    struct foot *foot = &l->foot;
    if (foot->height <= 0)
        return;
    double top = text_bottom(l) - foot->height;
    struct pen pen = {
        .x = layout_size(l, STYLE_MARGIN_SIDE),
        .y = top + rule_room(),
        .at_top = true,
    };
    draw_rule(l, top + above_rule);
    pen_draw_all(l, &pen, foot->first, foot->end);
    foot->first = foot->end;
    if (!foot->first)
        foot->last = NULL;
    foot->end = NULL;
    foot->height = 0;
}
