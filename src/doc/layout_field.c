/* Places to fill in: a label in small print, below it what is filled in. What can be seen is
 * outlines and words; the forms of the structure are empty, for what a device puts there. */
#include "doc/layout.h"

static const double line_height = 22, area_pad = 4;
static const double white_around = 8, white_below_label = 2;
static const double between_choices = 14, beside_box = 5; /* white */
static const double box_size = 0.95;                      /* of a box to tick, in em */

static struct color text_color(const struct layout *l, const struct frame *frame,
                               enum style_color color)
{
    return layout_color(l, frame->dark ? STYLE_PAPER : color);
}

static struct type field_type(const struct layout *l, const struct frame *frame)
{
    return layout_text_type(l, DOC_TEXT, frame->cell);
}

static struct strip *label_lines(struct layout *l, const struct frame *frame, size_t element,
                                 const char *text)
{
    struct type type = layout_text_type(l, DOC_SMALL, frame->cell);
    if (prose_is_blank(text))
        return NULL;
    struct prose *prose = prose_new(l, &type, frame->width, false);
    struct prose_run run = {
        .text = text,
        .color = text_color(l, frame, STYLE_QUIET),
        .element = layout_element(l, PAGE_P, element),
    };
    prose_add_run(l, prose, &run);
    return prose_strips(l, prose, frame->x);
}

static void add_side(struct layout *l, struct strip *strip, double x, double y, double dx,
                     double dy)
{
    struct mark *side = strip_add_mark(l, strip, PAGE_OP_LINE);
    side->op.artifact = PAGE_DECORATION;
    side->op.x = x;
    side->op.y = y;
    side->op.width = dx;
    side->op.height = dy;
    side->op.line_width = OUTLINE;
    side->op.color = layout_color(l, STYLE_BOX_LINE);
}

/* An outlined rectangle with the place of a field; its form is an element of `parent`. */
static void add_place(struct layout *l, struct strip *strip, const struct page_op *place,
                      const struct doc_field *doc_field, size_t choice, size_t parent)
{
    struct field *field = arena_alloc(&l->pages->arena, sizeof *field);
    *field = (struct field){doc_field, choice, layout_element(l, PAGE_FORM, parent), place->size};
    struct mark *inside = strip_add_mark(l, strip, PAGE_OP_FILL);
    inside->op = *place;
    inside->op.kind = PAGE_OP_FILL;
    inside->op.artifact = PAGE_DECORATION;
    inside->op.size = 0;
    inside->op.color = layout_color(l, STYLE_PAPER);
    inside->field = field;
    add_side(l, strip, place->x, place->y, 0, place->height);
    add_side(l, strip, place->x + place->width, place->y, 0, place->height);
    add_side(l, strip, place->x, place->y, place->width, 0);
    add_side(l, strip, place->x, place->y + place->height, place->width, 0);
}

/* --- lines and areas ------------------------------------------------------------------ */

static double place_height(const struct layout *l, const struct frame *frame,
                           const struct doc_field *field)
{
    struct type type = field_type(l, frame);
    double most = page_text_height(l) / 3;
    double height = field->lines * type.leading + 2 * area_pad;
    if (field->kind == DOC_FIELD_LINE || height < line_height)
        height = line_height;
    return height < most ? height : most;
}

static void add_line(struct layout *l, struct strips *out, const struct frame *frame,
                     const struct doc_field *field, size_t element)
{
    double measured = frame->measure - frame->x;
    struct strip *strip = strip_new(l, place_height(l, frame, field));
    struct page_op place = {
        .x = frame->x,
        .width = !frame->cell && measured < frame->width ? measured : frame->width,
        .height = strip->height,
        .size = field_type(l, frame).size,
    };
    add_place(l, strip, &place, field, 0, element);
    strips_add(l, out, strip, frame->box);
}

/* --- boxes to tick -------------------------------------------------------------------- */

/* Choices on their way to lines. */
struct choices {
    struct layout *l;
    const struct frame *frame;
    const struct doc_field *field;
    struct type type;
    struct strip *line; /* that the next one may stand on; NULL: none */
    double end;         /* of what stands on it */
    struct strips lines;
};

/* Boxes stand on the baseline, as tall as capitals and a little more. */
static void add_box(const struct choices *c, struct strip *line, double x, size_t choice,
                    size_t element)
{
    double side = box_size * c->type.size;
    struct page_op place = {
        .x = x,
        .y = line->baseline - 0.86 * side,
        .width = side,
        .height = side,
        .size = c->type.size,
    };
    add_place(c->l, line, &place, c->field, choice, element);
}

static double line_width(const struct strip *line)
{
    double end = 0;
    for (const struct mark *mark = line->first; mark; mark = mark->next)
        if (mark->op.x + mark->op.width > end)
            end = mark->op.x + mark->op.width;
    return end;
}

static void move_marks(struct strip *to, const struct strip *from, double by)
{
    for (struct mark *mark = from->first; mark; mark = mark->next)
        mark->op.x += by;
    if (to->last)
        to->last->next = from->first;
    else
        to->first = from->first;
    to->last = from->last;
}

static struct strip *choice_lines(const struct choices *c, const char *text, double indent,
                                  size_t element)
{
    struct prose *prose = prose_new(c->l, &c->type, c->frame->width - indent, false);
    struct prose_run run = {
        .text = text,
        .color = text_color(c->l, c->frame, STYLE_INK),
        .element = element,
    };
    prose_add_run(c->l, prose, &run);
    return prose_strips(c->l, prose, 0);
}

static struct strip *new_line(struct choices *c)
{
    struct strip *line = strip_new(c->l, c->type.leading);
    line->baseline = layout_baseline(c->l, &c->type);
    line->keep = true;
    strips_add(c->l, &c->lines, line, c->frame->box);
    return line;
}

/* Beside the one before where there is room, else on a line of its own, or several. */
static void add_choice(struct choices *c, size_t choice, size_t parent)
{
    double x = c->frame->x, right = x + c->frame->width;
    double indent = box_size * c->type.size + beside_box;
    size_t element = layout_element(c->l, PAGE_P, parent);
    double next = c->line ? c->end + between_choices : x;
    struct strip *lines = NULL;
    double width = prose_is_blank(c->field->choices[choice])
                       ? 0
                       : layout_text_width(c->l, &c->type, c->field->choices[choice]);
    if (!c->line || next + indent + width > right) {
        c->line = new_line(c);
        next = x;
    }
    add_box(c, c->line, next, choice, element);
    if (width > 0)
        lines = choice_lines(c, c->field->choices[choice], indent, element);
    for (struct strip *line = lines; line; line = line->next) {
        struct strip *onto = line == lines ? c->line : new_line(c);
        move_marks(onto, line, next + indent);
        if (line != lines)
            c->line = NULL; /* the next one begins below */
    }
    c->end = c->line ? line_width(c->line) : 0;
}

static void add_choices(struct layout *l, struct strips *out, const struct frame *frame,
                        const struct doc_field *field, size_t element)
{
    struct choices choices = {
        .l = l,
        .frame = frame,
        .field = field,
        .type = field_type(l, frame),
    };
    for (size_t i = 0; i < field->choice_count; i++)
        add_choice(&choices, i, element);
    if (choices.lines.last)
        choices.lines.last->keep = false;
    strips_add_all(l, out, choices.lines.first, frame->box);
}

/* --- the whole ------------------------------------------------------------------------ */

void layout_field(struct layout *l, struct strips *out, const struct frame *frame,
                  const struct doc_field *field)
{
    bool boxes = field->kind == DOC_FIELD_ONE_OF || field->kind == DOC_FIELD_ANY_OF;
    if (boxes && !field->choice_count)
        return;
    size_t element = layout_element(l, PAGE_DIV, frame->element);
    struct strip *label = label_lines(l, frame, element, field->label);
    strips_finish_label(l, out, frame->box, true);
    strips_space(out, white_around);
    strips_keep_together(label, true);
    strips_add_all(l, out, label, frame->box);
    if (label)
        strips_space(out, white_below_label);
    if (boxes)
        add_choices(l, out, frame, field, element);
    else
        add_line(l, out, frame, field, element);
    strips_space(out, white_around);
}
