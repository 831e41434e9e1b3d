/* Paragraphs, captions and headings: their types, runs and links. */
#include "doc/layout.h"

#include "base/buf.h"

#include <stdio.h>
#include <string.h>

static const double logo_gap = 24; /* between the logo and the text beside it */

/* --- types ------------------------------------------------------------------------- */

static struct type type_of(const struct layout *l, enum style_size size, enum style_size leading)
{
    return (struct type){.size = layout_size(l, size), .leading = layout_size(l, leading)};
}

struct type layout_text_type(const struct layout *l, enum doc_text_style style, bool in_cell)
{
    struct type body = type_of(l, STYLE_TEXT, STYLE_TEXT_LEADING);
    struct type table = type_of(l, STYLE_TABLE, STYLE_TABLE_LEADING);
    switch (style) {
    case DOC_TITLE:
        return type_of(l, STYLE_TITLE, STYLE_TITLE_LEADING);
    case DOC_LEAD:
        return (struct type){.size = body.size * 1.1, .leading = body.leading + 2};
    case DOC_SMALL:
        return type_of(l, STYLE_SMALL, STYLE_SMALL_LEADING);
    case DOC_CELL:
    case DOC_CELL_STRONG:
        return table;
    case DOC_TEXT:
    case DOC_MISSING:
        break;
    }
    return in_cell ? table : body;
}

static struct type heading_type(const struct layout *l, int level)
{
    struct type type = type_of(l, STYLE_SUBHEADING, STYLE_SUBHEADING_LEADING);
    if (level == 1)
        type = type_of(l, STYLE_HEADING_SIZE, STYLE_HEADING_LEADING);
    if (level >= 3)
        type = type_of(l, STYLE_TEXT, STYLE_TEXT_LEADING);
    type.face = level >= 4 ? TEXT_ITALIC : TEXT_SEMIBOLD;
    type.color = level >= 3 ? STYLE_INK : STYLE_HEADING;
    return type;
}

/* --- links ------------------------------------------------------------------------- */

/* The link of a run, with its element; NULL where its target is nowhere. */
static struct link *link_of(struct layout *l, const struct doc_run *run, size_t parent)
{
    if (!run->target)
        return NULL;
    size_t heading = headings_find(l, run->target);
    bool outside = heading == l->heading_count;
    if (outside && !doc_is_address(run->target))
        return NULL;
    struct link *link = arena_alloc(&l->pages->arena, sizeof *link);
    link->element = layout_element(l, PAGE_LINK, parent);
    link->uri = outside ? run->target : NULL;
    link->heading = heading;
    link->contents = run->text;
    return link;
}

/* --- paragraphs -------------------------------------------------------------------- */

static bool is_blank(struct layout *l, const struct doc_paragraph *paragraph)
{
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        if (!prose_is_blank(run->text) || notes_find(l, run->note))
            return false;
    return true;
}

/* The language of all runs, where they are of one that is not the surrounding one. */
static const char *common_lang(const struct doc_paragraph *paragraph, const char *around)
{
    const char *lang = paragraph->first ? paragraph->first->lang : NULL;
    if (!lang || strcmp(lang, around) == 0)
        return NULL;
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        if (!run->lang || strcmp(run->lang, lang) != 0)
            return NULL;
    return lang;
}

static struct color run_color(const struct layout *l, const struct frame *frame,
                              const struct doc_run *run, bool link)
{
    if (run->chip)
        return layout_color(l, run->color == STYLE_INK ? STYLE_HEADING : run->color);
    if (frame->dark)
        return layout_color(l, STYLE_PAPER);
    if (link && run->color == STYLE_INK)
        return layout_color(l, STYLE_ACCENT);
    return layout_color(l, run->color);
}

/* The first words of a note: what its mark leads to, for those who cannot see it. */
static const char *note_words(struct layout *l, const struct doc_note *note)
{
    struct buf text = {0};
    buf_addf(&text, "%d: ", note->number);
    for (const struct doc_block *block = note->body.first; block; block = block->next)
        if (block->kind == DOC_BLOCK_PARAGRAPH) {
            for (const struct doc_run *run = block->as.paragraph.first; run; run = run->next)
                buf_add_string(&text, run->text ? run->text : "");
            break;
        }
    const char *copy = arena_copy(&l->pages->arena, text.data, text.length);
    buf_release(&text);
    return copy;
}

/* The raised number of a note, which leads there. */
static void add_note_mark(struct layout *l, struct prose *prose, const struct frame *frame,
                          const struct doc_run *run, size_t parent)
{
    struct note *note = notes_find(l, run->note);
    if (!note)
        return;
    char number[16];
    int length = snprintf(number, sizeof number, "%d", run->note->number);
    struct link *link = arena_alloc(&l->pages->arena, sizeof *link);
    link->element = layout_element(l, PAGE_LINK, parent);
    link->note = note;
    link->contents = note_words(l, run->note);
    struct prose_run mark = {
        .text = arena_copy(&l->pages->arena, number, (size_t)length),
        .color = layout_color(l, frame->dark ? STYLE_PAPER : STYLE_ACCENT),
        .element = link->element,
        .link = link,
        .note = note,
    };
    prose_add_run(l, prose, &mark);
}

/* " (page 7)", where the number is not known yet; it is not broken. */
static const char *reference_text(struct layout *l)
{
    static const char no_break_space[] = "\xC2\xA0";
    const char *args[] = {PAGE_DIGITS};
    struct buf words = {0}, text = {0};
    buf_add_message(&words, l->doc->page_reference, args, 1);
    buf_add_string(&text, " (");
    for (const char *c = words.data ? words.data : ""; *c; c++)
        if (*c == ' ')
            buf_add_string(&text, no_break_space);
        else
            buf_add_char(&text, *c);
    buf_add_char(&text, ')');
    const char *copy = arena_copy(&l->pages->arena, text.data, text.length);
    buf_release(&words);
    buf_release(&text);
    return copy;
}

/* Where to find what a link leads to, for those who hold paper; not where there is no room. */
static void add_reference(struct layout *l, struct prose *prose, const struct frame *frame,
                          const struct doc_run *run, const struct type *type, double room,
                          size_t element)
{
    size_t heading = run->target ? headings_find(l, run->target) : l->heading_count;
    if (!run->with_page || !l->doc->page_reference || heading == l->heading_count)
        return;
    struct prose_run reference = {
        .text = reference_text(l),
        .color = layout_color(l, frame->dark ? STYLE_PAPER : run->color),
        .element = element,
        .reference = true,
        .heading = heading,
    };
    if (layout_text_width(l, type, reference.text) <= room)
        prose_add_run(l, prose, &reference);
}

static void add_run(struct layout *l, struct prose *prose, const struct frame *frame,
                    const struct doc_run *run, size_t element)
{
    if (!run->text || !*run->text)
        return;
    struct link *link = link_of(l, run, element);
    bool foreign = run->lang && strcmp(run->lang, frame->lang) != 0;
    if (link)
        element = link->element;
    else if (foreign)
        element = layout_element(l, PAGE_SPAN, element);
    if (foreign)
        l->pages->elements[element].lang = run->lang;
    struct prose_run added = {
        .text = run->text,
        .face = run->face,
        .color = run_color(l, frame, run, link != NULL),
        .element = element,
        .link = link,
        .chip = run->chip,
    };
    prose_add_run(l, prose, &added);
}

static double white_after(const struct frame *frame, enum doc_text_style style)
{
    if (style == DOC_TITLE)
        return 2;
    if (style == DOC_LEAD)
        return 10;
    if (frame->cell)
        return 1;
    return frame->depth ? 3 : style == DOC_SMALL ? 4 : 6;
}

/* Width of the room for text of this style; running text keeps to the measure. */
static double text_room(const struct frame *frame, enum doc_text_style style)
{
    double measured = frame->measure - frame->x;
    bool limited = !frame->cell && style != DOC_TITLE && measured < frame->width;
    return limited ? measured : frame->width;
}

/* The title and the line below it stand beside the logo. */
static double room_beside_logo(const struct layout *l, double room)
{
    double width, height;
    page_size(l->orientation, &width, &height);
    double beside = page_text_width(l) - l->logo.width - logo_gap;
    return room < beside ? room : beside;
}

/* What goes with a line of its paragraph: its place on the page, and what follows it. */
static void finish_lines(struct strip *lines, const struct frame *frame,
                         const struct doc_paragraph *paragraph, bool beside_logo)
{
    enum doc_text_style style = paragraph->style;
    if (style == DOC_TITLE)
        strips_keep_together(lines, true);
    if (lines && frame->body && (style == DOC_TEXT || style == DOC_MISSING))
        lines->on_grid = true;
    for (struct strip *line = lines; line; line = line->next) {
        line->keep = line->keep || (!line->next && paragraph->keep_with_next);
        line->beside_logo = beside_logo;
    }
}

void layout_paragraph(struct layout *l, struct strips *out, const struct frame *frame,
                      const struct doc_paragraph *paragraph, bool bare)
{
    if (is_blank(l, paragraph))
        return;
    struct frame inner = *frame;
    const char *lang = common_lang(paragraph, frame->lang);
    if (paragraph->style == DOC_TITLE)
        inner.element = layout_element(l, PAGE_H1, frame->element);
    else if (!bare)
        inner.element = layout_element(l, PAGE_P, frame->element);
    if (lang) {
        l->pages->elements[inner.element].lang = lang;
        inner.lang = lang;
    }
    enum doc_text_style style = frame->note ? DOC_SMALL : paragraph->style;
    struct type type = layout_text_type(l, style, frame->cell);
    bool beside_logo = frame->body && l->first_blocks && l->logo.width > 0;
    double room = text_room(frame, paragraph->style);
    if (beside_logo)
        room = room_beside_logo(l, room);
    struct prose *prose = prose_new(l, &type, room, paragraph->align_right || frame->right);
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        add_run(l, prose, &inner, run, inner.element);
        add_reference(l, prose, &inner, run, &type, room, inner.element);
        add_note_mark(l, prose, &inner, run, inner.element);
    }
    struct strip *lines = prose_strips(l, prose, frame->x);
    size_t notes_in = paragraph->style == DOC_TITLE ? frame->element : inner.element;
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        notes_make(l, &inner, notes_in, run->note);
    finish_lines(lines, frame, paragraph, beside_logo);
    strips_add_all(l, out, lines, frame->box);
    strips_space(out, white_after(frame, paragraph->style));
}

struct strip *layout_caption(struct layout *l, const struct frame *frame, size_t element,
                             const char *text)
{
    struct type type = type_of(l, STYLE_SMALL, STYLE_SMALL_LEADING);
    type.color = frame->dark ? STYLE_PAPER : STYLE_QUIET;
    struct prose *prose = prose_new(l, &type, frame->width, false);
    prose_add(l, prose, element, text);
    return prose_strips(l, prose, frame->x);
}

/* --- headings ---------------------------------------------------------------------- */

static double white_above(int level)
{
    return level == 1 ? 20 : level == 2 ? 12 : 8;
}

static double white_below(int level)
{
    return level == 1 ? 4 : level == 2 ? 2 : 1;
}

static struct strip *heading_lines(struct layout *l, const struct frame *frame, int level,
                                   const char *text, const char *lang)
{
    if (prose_is_blank(text)) /* still a place that links lead to */
        return strip_new(l, 0);
    size_t element = layout_element(l, headings_tag(l, level), frame->element);
    if (lang && strcmp(lang, frame->lang) != 0)
        l->pages->elements[element].lang = lang;
    struct type type = heading_type(l, level);
    if (frame->dark)
        type.color = STYLE_PAPER;
    struct prose *prose = prose_new(l, &type, frame->width, false);
    prose_add(l, prose, element, text);
    return prose_strips(l, prose, frame->x);
}

static void add_heading(struct layout *l, struct strips *out, const struct frame *frame, int level,
                        const char *text, const char *lang, int place)
{
    struct strip *lines = heading_lines(l, frame, level, text, lang);
    lines->heading = place;
    strips_keep_together(lines, true);
    lines->on_grid = frame->body;
    lines->to_grid = strips_height(lines, NULL) + white_below(level);
    strips_space(out, white_above(level));
    strips_add_all(l, out, lines, frame->box);
    strips_space(out, white_below(level));
}

void layout_heading(struct layout *l, struct strips *out, const struct frame *frame,
                    const struct doc_heading *heading)
{
    int level = heading->level < 1 ? 1 : heading->level > 6 ? 6 : heading->level;
    int place = (int)l->next_heading++;
    add_heading(l, out, frame, level, heading->text, heading->lang, place);
}

void layout_own_heading(struct layout *l, struct strips *out, const struct frame *frame,
                        const char *text)
{
    add_heading(l, out, frame, 1, text, NULL, LAYOUT_NO_HEADING);
}
