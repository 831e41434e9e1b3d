/* Pages of a document: walks their operations, then adds links, fields and outline. */
#include "out/pdf_internal.h"

#include <string.h>

/* --- operations ----------------------------------------------------------------------- */

/* What the marks belong to at the moment. */
struct marking {
    bool open;
    enum page_artifact artifact;
    size_t element;
};

static void end_marking(struct pdf *pdf, struct marking *marking)
{
    if (marking->open)
        pdf_end_marked(pdf);
    marking->open = false;
}

/* Operations of one owner that follow each other share one marked sequence. */
static void mark(struct pdf *pdf, struct marking *marking, const struct page_op *op)
{
    bool same = marking->open && marking->artifact == op->artifact &&
                (op->artifact != PAGE_CONTENT || marking->element == op->element);
    if (same)
        return;
    end_marking(pdf, marking);
    if (op->artifact == PAGE_CONTENT)
        pdf_begin_element(pdf, op->element, NULL);
    else
        pdf_begin_artifact(pdf, op->artifact);
    *marking = (struct marking){true, op->artifact, op->element};
}

static void draw_figure(struct pdf *pdf, const struct page_op *op, const char *lang)
{
    pdf_set_place(pdf, (struct pdf_place){op->scale, op->x, op->y});
    pdf_draw_figure(pdf, op->figure, op->element, lang);
    pdf_set_place(pdf, (struct pdf_place){.scale = 1});
}

/* The language that is in force inside an element. */
static const char *language_of(const struct pages *pages, size_t element, const char *lang)
{
    for (; element > 0; element = pages->elements[element].parent)
        if (pages->elements[element].lang)
            return pages->elements[element].lang;
    return pages->elements[0].lang ? pages->elements[0].lang : lang;
}

/* True if two elements hold parts of one text: the same, or a link in its paragraph. */
static bool share_text(const struct pages *pages, size_t a, size_t b)
{
    const struct page_element *elements = pages->elements;
    return a == b || elements[a].parent == b || elements[b].parent == a;
}

/* True if `op` ends a line, but not its text, between two words. The layout has no use
 * for the space there; those who copy or listen have. */
static bool ends_between_words(const struct pages *pages, const struct page_op *op,
                               const struct page_op *next)
{
    size_t length = strlen(op->text);
    bool goes_on = next && next->kind == PAGE_OP_TEXT && next->artifact == PAGE_CONTENT &&
                   op->artifact == PAGE_CONTENT && next->y > op->y &&
                   next->x <= op->x && /* not behind the raised mark of a note */
                   share_text(pages, op->element, next->element);
    return goes_on && length > 0 && !strchr(" -/", op->text[length - 1]);
}

static void draw_text(struct pdf *pdf, const struct page_op *op, bool space)
{
    pdf_set_fill(pdf, op->color);
    pdf_draw_text(pdf, &(struct pdf_text){.text = op->text,
                                          .face = op->face,
                                          .size = op->size,
                                          .direction = op->direction,
                                          .x = op->x,
                                          .y = op->y,
                                          .width = op->width,
                                          .space = space,
                                          .hyphen = op->hyphen});
}

/* Draws `op`; `next` is the one behind it, NULL at the end of the page. */
static void draw_op(struct pdf *pdf, const struct pages *pages, const struct page_op *op,
                    const struct page_op *next)
{
    switch (op->kind) {
    case PAGE_OP_TEXT:
        draw_text(pdf, op, ends_between_words(pages, op, next));
        break;
    case PAGE_OP_FILL:
        pdf_set_fill(pdf, op->color);
        pdf_draw_rectangle(pdf, op->x, op->y, op->width, op->height, op->radius, PDF_FILL);
        break;
    case PAGE_OP_LINE:
        pdf_set_line(pdf, op->color, op->line_width, FIGURE_SOLID);
        pdf_draw_line(pdf, op->x, op->y, op->width, op->height);
        break;
    case PAGE_OP_IMAGE:
        pdf_draw_logo(pdf, op->x, op->y, op->width, op->height);
        break;
    case PAGE_OP_FIGURE:
        draw_figure(pdf, op, language_of(pages, op->element, pdf->meta->lang));
        break;
    }
}

static void draw_page(struct pdf *pdf, const struct pages *pages, const struct page *page)
{
    struct marking marking = {.open = false};
    pdf_page_begin(pdf, page->width, page->height);
    for (size_t i = 0; i < page->op_count; i++) {
        const struct page_op *op = &page->ops[i];
        mark(pdf, &marking, op);
        draw_op(pdf, pages, op, i + 1 < page->op_count ? op + 1 : NULL);
    }
    end_marking(pdf, &marking);
    pdf_page_end(pdf);
}

/* --- structure ------------------------------------------------------------------------ */

/* Elements that nothing is drawn for are left out: a list without items, say. */
static void want_what_is_drawn(struct pdf *pdf, const struct pages *pages)
{
    for (size_t i = 0; i < pages->page_count; i++) {
        const struct page *page = &pages->pages[i];
        for (size_t k = 0; k < page->op_count; k++)
            if (page->ops[k].artifact == PAGE_CONTENT)
                pdf_structure_want(pdf, page->ops[k].element);
    }
    for (size_t i = 0; i < pages->link_count; i++)
        pdf_structure_want(pdf, pages->links[i].element);
    for (size_t i = 0; i < pages->field_count; i++)
        pdf_structure_want(pdf, pages->fields[i].element);
}

/* --- outline -------------------------------------------------------------------------- */

enum { OUTLINE_LEVELS = 8, OUTLINE_OPEN_LEVELS = 1 /* whose entries show their children */ };

/* An outline item and its neighbours, as indices + 1 (0: none). */
struct outline_item {
    uint32_t object;
    size_t parent, previous, next, first, last, child_count;
    int level;
};

/* Joins items to their parents: each belongs to the last one of a lower level. */
static void join_outline(struct outline_item *items, size_t count, struct outline_item *root)
{
    size_t open[OUTLINE_LEVELS + 1] = {0}; /* the last item of each level, + 1 */
    for (size_t i = 0; i < count; i++) {
        int level = items[i].level;
        struct outline_item *parent = open[level - 1] ? &items[open[level - 1] - 1] : root;
        items[i].parent = open[level - 1];
        items[i].previous = parent->last;
        if (parent->last)
            items[parent->last - 1].next = i + 1;
        else
            parent->first = i + 1;
        parent->last = i + 1;
        parent->child_count++;
        for (int k = level; k <= OUTLINE_LEVELS; k++)
            open[k] = i + 1;
    }
}

static void add_neighbour(struct buf *out, const char *name, const struct outline_item *items,
                          size_t index)
{
    if (index)
        pdf_add_reference(out, name, items[index - 1].object);
}

/* Items that are visible at first below an item: its children, where it is open. */
static long visible_count(const struct outline_item *item)
{
    long count = (long)item->child_count;
    return item->level <= OUTLINE_OPEN_LEVELS ? count : -count;
}

static void write_outline_item(struct pdf *pdf, const struct pages *pages,
                               const struct outline_item *items, size_t index,
                               const struct outline_item *root, struct buf *entries)
{
    const struct outline_item *item = &items[index];
    const struct page_outline *source = &pages->outline[index];
    buf_reset(entries);
    buf_add_string(entries, "/Title ");
    pdf_add_string(entries, source->text);
    pdf_add_reference(entries, " /Parent",
                      item->parent ? items[item->parent - 1].object : root->object);
    add_neighbour(entries, " /Prev", items, item->previous);
    add_neighbour(entries, " /Next", items, item->next);
    add_neighbour(entries, " /First", items, item->first);
    add_neighbour(entries, " /Last", items, item->last);
    if (item->child_count)
        buf_addf(entries, " /Count %ld", visible_count(item));
    buf_add_string(entries, " /Dest ");
    pdf_add_destination(entries, pdf, source->page, source->y);
    pdf_file_define(pdf->file, item->object, entries);
}

static void write_outline_root(struct pdf *pdf, const struct outline_item *items, size_t count,
                               const struct outline_item *root, struct buf *entries)
{
    long visible = (long)root->child_count;
    for (size_t i = 0; i < count; i++)
        if (items[i].level <= OUTLINE_OPEN_LEVELS)
            visible += visible_count(&items[i]);
    buf_reset(entries);
    buf_add_string(entries, "/Type /Outlines");
    add_neighbour(entries, " /First", items, root->first);
    add_neighbour(entries, " /Last", items, root->last);
    buf_addf(entries, " /Count %ld", visible);
    pdf_file_define(pdf->file, root->object, entries);
}

static void write_outline(struct pdf *pdf, const struct pages *pages)
{
    size_t count = pages->outline_count;
    if (!count)
        return;
    struct buf entries;
    buf_init(&entries, 0);
    struct outline_item root = {.object = pdf_file_reserve(pdf->file)};
    struct outline_item *items = arena_array(&pdf->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        int level = pages->outline[i].level;
        items[i].object = pdf_file_reserve(pdf->file);
        items[i].level = level < 1 ? 1 : level > OUTLINE_LEVELS ? OUTLINE_LEVELS : level;
    }
    join_outline(items, count, &root);
    for (size_t i = 0; i < count; i++)
        write_outline_item(pdf, pages, items, i, &root, &entries);
    write_outline_root(pdf, items, count, &root, &entries);
    pdf->outline = root.object;
    buf_release(&entries);
}

/* --- together ------------------------------------------------------------------------- */

int pdf_write_pages(struct buf *out, const struct pages *pages, const struct text_metrics *metrics,
                    const struct pdf_meta *meta, struct diag_sink *sink)
{
    struct pdf *pdf = pdf_open(out, pages->style, metrics, meta, sink);
    pdf_structure_init(pdf, pages->elements, pages->element_count);
    want_what_is_drawn(pdf, pages);
    for (size_t i = 0; i < pages->page_count && !pdf->status; i++)
        draw_page(pdf, pages, &pages->pages[i]);
    int status = -1;
    if (!pdf->status) {
        pdf_write_annotations(pdf, pages);
        write_outline(pdf, pages);
        status = pdf_finish(pdf);
    }
    pdf_close(pdf);
    return status;
}
