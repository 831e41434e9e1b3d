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

/* --- boxes ------------------------------------------------------------------------- */

static void add_box(struct layout *l, struct strips *out, const struct frame *frame,
                    const struct doc_box *doc_box)
{
    if (!doc_box->body.first)
        return;
    struct box *box = arena_alloc(&l->pages->arena, sizeof *box);
    *box = (struct box){
        .outer = frame->box, .look = doc_box->look, .x = frame->x, .width = frame->width};
    double bar = doc_box->look == DOC_BOX_FRAME ? 0 : BOX_BAR;
    struct frame inner = frame_inside(frame, bar + BOX_SIDE, BOX_SIDE);
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
    case DOC_BLOCK_COLUMNS:
        layout_parts(l, out, frame, &block->as.columns);
        break;
    case DOC_BLOCK_FIELD:
        layout_field(l, out, frame, &block->as.field);
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

void layout_flow(struct layout *l, struct strips *out, const struct frame *frame,
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

static bool stands_beside_logo(const struct doc_block *block)
{
    return block->kind == DOC_BLOCK_PARAGRAPH &&
           (block->as.paragraph.style == DOC_TITLE || block->as.paragraph.style == DOC_LEAD);
}

/* Lays out the blocks up to `end`; ends no page. */
static void layout_blocks(struct layout *l, const struct doc_block *first,
                          const struct doc_block *end)
{
    struct strips out = {.to_page = true};
    struct frame frame = body_frame(l);
    for (const struct doc_block *block = first; block != end; block = block->next) {
        l->first_blocks = l->first_blocks && stands_beside_logo(block);
        struct frame chapter = chapter_frame(l, &frame, block);
        add_block(l, &out, &chapter, block, false);
        if (!out.first)
            layout_forget(l);
    }
    strips_flush(l, &out);
    layout_forget(l);
}

/* What of a layout grows: where to go on from when blocks are laid out again. */
struct progress {
    size_t pages, elements, links, fields, outline, fills, next_heading, section;
    int level, outline_level;
    bool first_blocks;
};

static struct progress progress_of(const struct layout *l)
{
    const struct pages *pages = l->pages;
    return (struct progress){
        .pages = pages->page_count,
        .elements = pages->element_count,
        .links = pages->link_count,
        .fields = pages->field_count,
        .outline = pages->outline_count,
        .fills = l->fill_count,
        .next_heading = l->next_heading,
        .section = l->section,
        .level = l->level,
        .outline_level = l->outline_level,
        .first_blocks = l->first_blocks,
    };
}

static void go_back(struct layout *l, const struct progress *to)
{
    struct pages *pages = l->pages;
    pages_drop(pages, to->pages);
    pages->element_count = to->elements;
    pages->link_count = to->links;
    pages->field_count = to->fields;
    pages->outline_count = to->outline;
    l->fill_count = to->fills;
    l->next_heading = to->next_heading;
    l->section = to->section;
    l->level = to->level;
    l->outline_level = to->outline_level;
    l->first_blocks = to->first_blocks;
    l->page_open = l->larger_page = false;
    l->foot = (struct foot){.first = NULL};
    while (l->last_note && l->last_note->element >= to->elements) {
        struct note *note = l->last_note;
        l->last_note = note->before;
        *note = (struct note){.element = 0};
    }
}

enum { MOST_REWORKED = 24 /* pages */ };
static const double nearly_empty = 1.0 / 3; /* of a page: less than that is on it */

/* Whether the page that is open holds so little that a designer would look for room elsewhere. */
static bool is_nearly_empty(const struct layout *l)
{
    double most = l->page_top + nearly_empty * page_text_height(l);
    return l->page_open && !l->larger_page && l->foot.height <= 0 && l->pen.y <= most;
}

/* Whether the last of some pages is. */
static bool ends_nearly_empty(const struct layout *l, const struct progress *before)
{
    size_t count = l->pages->page_count - before->pages;
    return count > 1 && count <= MOST_REWORKED && is_nearly_empty(l);
}

/* From one page break of the document's to the next. Where that ends with a page that is nearly
 * empty, it is laid out anew with less white, and left so if that saves the page. */
static void layout_stretch(struct layout *l, const struct doc_block *first,
                           const struct doc_block *end)
{
    struct progress before = progress_of(l);
    layout_blocks(l, first, end);
    if (!ends_nearly_empty(l, &before))
        return;
    size_t pages = l->pages->page_count;
    go_back(l, &before);
    l->tight = true;
    layout_blocks(l, first, end);
    l->tight = false;
    if (l->pages->page_count < pages)
        return;
    go_back(l, &before);
    layout_blocks(l, first, end);
}

static const struct doc_block *next_page(const struct doc_block *block)
{
    while (block && block->kind != DOC_BLOCK_PAGE)
        block = block->next;
    return block;
}

/* Where the section ends that begins behind a page break: at a heading that is no lower. */
static const struct doc_block *section_end(const struct doc_block *page)
{
    const struct doc_block *block = page->next;
    int level = 0;
    if (block && block->kind == DOC_BLOCK_HEADING) {
        level = block->as.heading.level;
        block = block->next;
    }
    while (block && block->kind != DOC_BLOCK_PAGE &&
           (block->kind != DOC_BLOCK_HEADING || block->as.heading.level > level))
        block = block->next;
    return block;
}

/* Whether a page break is not needed: what stands behind it goes onto the page before it, or that
 * is nearly empty. */
static bool is_spared(struct layout *l, const struct doc_block *first, const struct doc_block *page)
{
    if (!page->if_needed || page->as.orientation != l->orientation)
        return false;
    struct progress before = progress_of(l);
    layout_stretch(l, first, page);
    size_t pages = l->pages->page_count;
    bool spared = pages > before.pages && is_nearly_empty(l);
    go_back(l, &before);
    if (spared)
        return true;
    layout_blocks(l, first, section_end(page));
    spared = l->pages->page_count == pages;
    go_back(l, &before);
    return spared;
}

static void layout_body(struct layout *l)
{
    const struct doc_block *first = l->doc->body.first;
    while (first) {
        const struct doc_block *end = next_page(first);
        while (end && is_spared(l, first, end))
            end = next_page(end->next);
        layout_stretch(l, first, end);
        if (!end)
            break;
        place_page_break(l);
        l->orientation = end->as.orientation;
        first = end->next;
    }
    place_finish(l);
}

void doc_layout(struct pages *pages, const struct doc *doc, const struct style *style,
                const struct text_metrics *metrics)
{
    *pages = (struct pages){.doc = doc, .style = style};
    arena_init(&pages->arena);
    struct layout l = {
        .pages = pages, .doc = doc, .style = style, .metrics = metrics, .first_blocks = true};
    arena_init(&l.scratch);
    l.memory = &l.scratch;
    layout_element(&l, PAGE_DOCUMENT, 0);
    pages->elements[0].lang = doc->lang;
    notes_collect(&l);
    headings_collect(&l);
    layout_running_measure(&l);
    layout_body(&l);
    layout_fill(&l);
    headings_resolve_links(&l);
    layout_running_lines(&l);
    arena_release(&l.scratch);
}
