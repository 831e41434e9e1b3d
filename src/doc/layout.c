/* Laying out a document: blocks, one after the other; see pages.h and layout.h. */
#include "doc/layout.h"

double layout_size(const struct layout *l, enum style_size size)
{
    return l->style->sizes[size];
}

struct color layout_color(const struct layout *l, enum style_color color)
{
    return l->style->colors[color];
}

size_t layout_element(struct layout *l, enum page_tag tag, size_t parent)
{
    return pages_add_element(l->pages, tag, parent);
}

struct frame frame_inside(const struct frame *frame, double left, double right)
{
    struct frame inner = *frame;
    double most = frame->width > LEAST_WIDTH ? frame->width - LEAST_WIDTH : 0;
    if (left + right > most) {
        left *= most / (left + right);
        right = most - left;
    }
    inner.x += left;
    inner.width -= left + right;
    if (inner.measure < inner.x + LEAST_WIDTH)
        inner.measure = inner.x + LEAST_WIDTH;
    inner.body = false;
    return inner;
}

void layout_forget(struct layout *l)
{
    arena_release(&l->scratch);
}

static void layout_flow(struct layout *l, struct strips *out, const struct frame *frame,
                        const struct doc_flow *flow);

/* --- boxes ------------------------------------------------------------------------- */

static void add_box(struct layout *l, struct strips *out, const struct frame *frame,
                    const struct doc_box *doc_box)
{
    if (!doc_box->body.first)
        return;
    struct box *box = arena_alloc(&l->pages->arena, sizeof *box);
    *box = (struct box){.outer = frame->box, .x = frame->x, .width = frame->width};
    struct frame inner = frame_inside(frame, BOX_BAR + BOX_SIDE, BOX_SIDE);
    inner.box = box;
    inner.element = layout_element(l, PAGE_DIV, frame->element);
    strips_finish_label(l, out, frame->box, true);
    strips_space(out, 10);
    layout_flow(l, out, &inner, &doc_box->body);
    out->space = 12;
}

/* --- blocks ------------------------------------------------------------------------ */

/* A chapter of the body is a section of the structure. */
static struct frame chapter_frame(struct layout *l, const struct frame *frame,
                                  const struct doc_block *block)
{
    struct frame chapter = *frame;
    if (!frame->body)
        return chapter;
    if (block->kind == DOC_BLOCK_HEADING && block->as.heading.level <= 1)
        l->section = layout_element(l, PAGE_SECT, 0);
    chapter.element = l->section;
    return chapter;
}

static void add_block(struct layout *l, struct strips *out, const struct frame *frame,
                      const struct doc_block *block, bool bare)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        layout_heading(l, out, frame, &block->as.heading);
        break;
    case DOC_BLOCK_PARAGRAPH:
        layout_paragraph(l, out, frame, &block->as.paragraph, bare);
        break;
    case DOC_BLOCK_LIST:
        layout_list(l, out, frame, &block->as.list);
        break;
    case DOC_BLOCK_TABLE:
        layout_table(l, out, frame, &block->as.table);
        break;
    case DOC_BLOCK_FIGURE:
        layout_figure(l, out, frame, &block->as.figure);
        break;
    case DOC_BLOCK_BOX:
        add_box(l, out, frame, &block->as.box);
        break;
    case DOC_BLOCK_CONTENTS:
        layout_contents(l, out, frame);
        break;
    case DOC_BLOCK_SPACE:
        out->space += block->as.space;
        break;
    case DOC_BLOCK_PAGE: /* of the body alone: layout_body() */
        break;
    }
}

static void layout_flow(struct layout *l, struct strips *out, const struct frame *frame,
                        const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        add_block(l, out, frame, block, false);
}

void layout_item_flow(struct layout *l, struct strips *out, const struct frame *frame,
                      const struct doc_flow *flow)
{
    const struct doc_block *only = flow->first;
    bool bare = only && !only->next && only->kind == DOC_BLOCK_PARAGRAPH;
    if (bare)
        add_block(l, out, frame, only, true);
    else
        layout_flow(l, out, frame, flow);
}

/* --- the whole --------------------------------------------------------------------- */

enum { MEASURE_EMS = 54 }; /* running text: about 100 characters */

static struct frame body_frame(const struct layout *l)
{
    return (struct frame){
        .width = page_text_width(l),
        .measure = MEASURE_EMS * layout_size(l, STYLE_TEXT),
        .lang = l->doc->lang ? l->doc->lang : "",
        .body = true,
    };
}

static void layout_body(struct layout *l)
{
    struct strips out = {.to_page = true};
    struct frame frame = body_frame(l);
    for (const struct doc_block *block = l->doc->body.first; block; block = block->next) {
        if (block->kind == DOC_BLOCK_PAGE) {
            strips_flush(l, &out);
            place_page_break(l);
            l->orientation = block->as.orientation;
            frame = body_frame(l);
            out.space = 0;
        }
        struct frame chapter = chapter_frame(l, &frame, block);
        add_block(l, &out, &chapter, block, false);
        if (!out.first)
            layout_forget(l);
    }
    strips_flush(l, &out);
    place_finish(l);
}

void doc_layout(struct pages *pages, const struct doc *doc, const struct style *style,
                const struct text_metrics *metrics)
{
    *pages = (struct pages){.doc = doc, .style = style};
    arena_init(&pages->arena);
    struct layout l = {.pages = pages, .doc = doc, .style = style, .metrics = metrics};
    arena_init(&l.scratch);
    l.memory = &l.scratch;
    layout_element(&l, PAGE_DOCUMENT, 0);
    pages->elements[0].lang = doc->lang;
    headings_collect(&l);
    layout_body(&l);
    layout_fill_contents(&l);
    headings_resolve_links(&l);
    layout_running_lines(&l);
    arena_release(&l.scratch);
}
