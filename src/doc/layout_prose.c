/* Prose: runs of text on their way to lines, with chips and links. */
#include "doc/layout.h"

#include "base/buf.h"

#include <string.h>

static const double mark_size = 0.65, mark_rise = 0.34; /* of notes, in em of the text */

struct prose {
    struct type type;
    double width;
    bool right;
    struct prose_run *runs;
    struct text_run *measured; /* the same for each run, as it is measured */
    size_t count, run_capacity, measured_capacity;
};

bool prose_is_blank(const char *text)
{
    return !text || !text[strspn(text, " \n")];
}

double layout_baseline(const struct layout *l, const struct type *type)
{
    double line = (l->metrics->ascent + l->metrics->descent) * type->size;
    return (type->leading - line) / 2 + l->metrics->ascent * type->size;
}

double layout_text_width(const struct layout *l, const struct type *type, const char *text)
{
    return text_width(l->metrics, type->face, type->size, text, strlen(text));
}

/* --- runs -------------------------------------------------------------------------- */

struct prose *prose_new(struct layout *l, const struct type *type, double width, bool right)
{
    struct prose *prose = arena_alloc(l->memory, sizeof *prose);
    prose->type = *type;
    prose->width = width;
    prose->right = right;
    return prose;
}

/* A chip is one unbreakable word with white at its sides, for which it borrows no-break
 * spaces; they are not drawn. */
static const char no_break_space[] = "\xC2\xA0";
enum { CHIP_SIDE = 3 }; /* no-break spaces at either side */

static const char *chip_text(struct layout *l, const char *text)
{
    struct buf out = {0};
    for (int i = 0; i < CHIP_SIDE; i++)
        buf_add_string(&out, no_break_space);
    for (; *text; text++) {
        if (*text == ' ')
            buf_add_string(&out, no_break_space);
        else
            buf_add_char(&out, *text);
    }
    for (int i = 0; i < CHIP_SIDE; i++)
        buf_add_string(&out, no_break_space);
    const char *copy = arena_copy(l->memory, out.data, out.length);
    buf_release(&out);
    return copy;
}

void prose_add_run(struct layout *l, struct prose *prose, const struct prose_run *run)
{
    size_t needed = prose->count + 1;
    prose->runs =
        arena_grow(l->memory, prose->runs, &prose->run_capacity, needed, sizeof *prose->runs);
    prose->measured = arena_grow(l->memory, prose->measured, &prose->measured_capacity, needed,
                                 sizeof *prose->measured);
    prose->runs[prose->count] = *run;
    prose->measured[prose->count++] = (struct text_run){
        .text = run->chip ? chip_text(l, run->text) : run->text,
        .face = run->face,
        .size = prose->type.size * (run->chip   ? 0.9
                                    : run->note ? mark_size
                                                : 1),
    };
}

void prose_add(struct layout *l, struct prose *prose, size_t element, const char *text)
{
    struct prose_run run = {
        .text = text ? text : "",
        .face = prose->type.face,
        .color = layout_color(l, prose->type.color),
        .element = element,
    };
    prose_add_run(l, prose, &run);
}

/* --- lines ------------------------------------------------------------------------- */

/* A thin line under what can be followed: colour alone is no sign. */
static void add_underline(struct layout *l, struct strip *strip, const struct page_op *text)
{
    struct mark *line = strip_add_mark(l, strip, PAGE_OP_LINE);
    line->op.artifact = PAGE_DECORATION;
    line->op.x = text->x;
    line->op.y = text->y + 0.16 * text->size;
    line->op.width = text->width;
    line->op.line_width = 0.4;
    line->op.color = text->color;
}

static void add_chip(struct layout *l, struct strip *strip, const struct page_op *text)
{
    double height = 1.36 * text->size;
    struct mark *fill = strip_add_mark(l, strip, PAGE_OP_FILL);
    fill->op.artifact = PAGE_DECORATION;
    fill->op.x = text->x;
    fill->op.y = text->y - 0.36 * text->size - height / 2;
    fill->op.width = text->width;
    fill->op.height = height;
    fill->op.radius = height / 2;
    fill->op.color = layout_color(l, STYLE_CHIP);
}

/* Takes the borrowed no-break spaces off again. */
static void trim_chip(struct layout *l, struct page_op *op)
{
    double space =
        text_width(l->metrics, op->face, op->size, no_break_space, sizeof no_break_space - 1);
    const size_t bytes = sizeof no_break_space - 1;
    const char *start = op->text;
    for (; strncmp(start, no_break_space, bytes) == 0; start += bytes) {
        op->x += space;
        op->width -= space;
    }
    size_t length = strlen(start);
    while (length >= bytes && strncmp(start + length - bytes, no_break_space, bytes) == 0) {
        length -= bytes;
        op->width -= space;
    }
    op->text = arena_copy(&l->pages->arena, start, length);
}

/* Whether white follows a piece in the text: it is not drawn at a line's end, but belongs
 * between the words for those who copy them or have them read aloud. */
static bool white_follows(const struct prose *prose, const struct text_piece *piece)
{
    const char *rest = prose->measured[piece->run].text + piece->start + piece->length;
    for (size_t run = piece->run + 1; !*rest && run < prose->count; run++)
        rest = prose->measured[run].text;
    return *rest == ' ' || *rest == '\n';
}

static const char *piece_text(struct layout *l, const struct prose *prose,
                              const struct text_piece *piece, bool ends_line)
{
    const char *text = text_piece_string(&l->pages->arena, prose->measured, piece);
    if (!ends_line || !*text || !white_follows(prose, piece))
        return text;
    size_t length = strlen(text);
    char *longer = arena_alloc(&l->pages->arena, length + 2);
    memcpy(longer, text, length);
    longer[length] = ' ';
    return longer;
}

static void add_piece(struct layout *l, struct strip *strip, const struct prose *prose,
                      const struct text_piece *piece, double x, bool ends_line)
{
    const struct prose_run *run = &prose->runs[piece->run];
    struct page_op op = {
        .kind = PAGE_OP_TEXT,
        .element = run->element,
        .x = x + piece->x,
        .y = strip->baseline - (run->note ? mark_rise * prose->type.size : 0),
        .width = piece->width,
        .color = run->color,
        .face = run->face,
        .direction = piece->direction,
        .size = prose->measured[piece->run].size,
        .text = piece_text(l, prose, piece, ends_line && !run->chip),
        .hyphen = piece->hyphen,
    };
    struct page_op background = op;
    if (run->chip)
        trim_chip(l, &op);
    bool reference = run->reference && strpbrk(op.text, PAGE_DIGITS);
    if (!*op.text || (reference && !strstr(op.text, PAGE_DIGITS))) /* divided: left out */
        return;
    if (run->chip)
        add_chip(l, strip, &background);
    struct mark *mark = strip_add_mark(l, strip, PAGE_OP_TEXT);
    mark->op = op;
    mark->link = run->link;
    mark->note = run->note;
    strip->notes = strip->notes || run->note;
    if (reference) {
        mark->fill = MARK_REFERENCE;
        mark->heading = run->heading;
    }
    if (run->link && !run->chip && !run->note)
        add_underline(l, strip, &op);
}

static struct strip *new_line(struct layout *l, const struct prose *prose,
                              const struct text_lines *lines, size_t i, double x)
{
    const struct text_line *line = &lines->lines[i];
    struct strip *strip = strip_new(l, prose->type.leading);
    strip->baseline = layout_baseline(l, &prose->type);
    if (prose->right || line->right_to_left)
        x += prose->width - line->width;
    for (size_t p = 0; p < line->count; p++)
        add_piece(l, strip, prose, &lines->pieces[line->first + p], x, p + 1 == line->count);
    for (struct mark *mark = strip->first; mark; mark = mark->next)
        mark->right = prose->right || line->right_to_left;
    strip->keep = lines->count > 1 && (i == 0 || i + 2 == lines->count);
    return strip;
}

static bool has_text(const struct prose *prose)
{
    for (size_t i = 0; i < prose->count; i++)
        if (!prose_is_blank(prose->runs[i].text))
            return true;
    return false;
}

struct strip *prose_strips(struct layout *l, struct prose *prose, double x)
{
    if (!has_text(prose))
        return NULL;
    struct text_lines lines =
        text_wrap(l->memory, l->metrics, prose->measured, prose->count, prose->width);
    struct strip *first = NULL, *last = NULL;
    for (size_t i = 0; i < lines.count; i++) {
        struct strip *strip = new_line(l, prose, &lines, i, x);
        if (last)
            last->next = strip;
        else
            first = strip;
        last = strip;
    }
    return first;
}
