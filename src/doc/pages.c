/* Pages as data: growing, naming, releasing; see pages.h. */
#include "doc/layout.h"

#include "base/memory.h"

#include <stdlib.h>

const char *page_tag_name(enum page_tag tag)
{
    static const char *const names[PAGE_TAGS] = {
        [PAGE_DOCUMENT] = "Document",
        [PAGE_SECT] = "Sect",
        [PAGE_H1] = "H1",
        [PAGE_H2] = "H2",
        [PAGE_H3] = "H3",
        [PAGE_H4] = "H4",
        [PAGE_H5] = "H5",
        [PAGE_H6] = "H6",
        [PAGE_P] = "P",
        [PAGE_L] = "L",
        [PAGE_LI] = "LI",
        [PAGE_LBL] = "Lbl",
        [PAGE_LBODY] = "LBody",
        [PAGE_TABLE] = "Table",
        [PAGE_CAPTION] = "Caption",
        [PAGE_THEAD] = "THead",
        [PAGE_TBODY] = "TBody",
        [PAGE_TR] = "TR",
        [PAGE_TH] = "TH",
        [PAGE_TD] = "TD",
        [PAGE_FIGURE] = "Figure",
        [PAGE_LINK] = "Link",
        [PAGE_SPAN] = "Span",
        [PAGE_TOC] = "TOC",
        [PAGE_TOCI] = "TOCI",
        [PAGE_REFERENCE] = "Reference",
        [PAGE_DIV] = "Div",
        [PAGE_NOTE] = "Note",
        [PAGE_FORM] = "Form",
    };
    return names[tag];
}

struct page *pages_add_page(struct pages *pages, double width, double height)
{
    pages->pages = arena_grow(&pages->arena, pages->pages, &pages->page_capacity,
                              pages->page_count + 1, sizeof *pages->pages);
    struct page *page = &pages->pages[pages->page_count++];
    *page = (struct page){.width = width, .height = height};
    return page;
}

void pages_drop(struct pages *pages, size_t count)
{
    while (pages->page_count > count)
        free(pages->pages[--pages->page_count].ops);
}

struct page_op *pages_add_op(struct pages *pages, size_t page, const struct page_op *op)
{
    struct page *on = &pages->pages[page];
    on->ops = mem_grow(on->ops, &on->op_capacity, on->op_count + 1, sizeof *on->ops);
    on->ops[on->op_count] = *op;
    return &on->ops[on->op_count++];
}

size_t pages_add_element(struct pages *pages, enum page_tag tag, size_t parent)
{
    pages->elements = mem_grow(pages->elements, &pages->element_capacity, pages->element_count + 1,
                               sizeof *pages->elements);
    pages->elements[pages->element_count] = (struct page_element){.tag = tag, .parent = parent};
    return pages->element_count++;
}

struct page_link *pages_add_link(struct pages *pages, const struct page_link *link)
{
    pages->links =
        mem_grow(pages->links, &pages->link_capacity, pages->link_count + 1, sizeof *pages->links);
    pages->links[pages->link_count] = *link;
    return &pages->links[pages->link_count++];
}

void pages_add_outline(struct pages *pages, const struct page_outline *entry)
{
    pages->outline = arena_grow(&pages->arena, pages->outline, &pages->outline_capacity,
                                pages->outline_count + 1, sizeof *pages->outline);
    pages->outline[pages->outline_count++] = *entry;
}

void pages_add_field(struct pages *pages, const struct page_field *field)
{
    pages->fields = arena_grow(&pages->arena, pages->fields, &pages->field_capacity,
                               pages->field_count + 1, sizeof *pages->fields);
    pages->fields[pages->field_count++] = *field;
}

void pages_release(struct pages *pages)
{
    pages_drop(pages, 0);
    free(pages->elements);
    free(pages->links);
    arena_release(&pages->arena);
    *pages = (struct pages){0};
}
