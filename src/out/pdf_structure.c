/* Structure: what the marks on the pages mean, and in which order they are read. */
#include "base/memory.h"
#include "out/pdf_internal.h"

#include <stdlib.h>
#include <string.h>

enum { KEYS_PER_LEAF = 64 /* of the parent tree */ };

/* --- while drawing -------------------------------------------------------------------- */

void pdf_structure_init(struct pdf *pdf, const struct page_element *elements, size_t count)
{
    struct pdf_structure *structure = &pdf->structure;
    structure->elements = mem_zalloc(count, sizeof *structure->elements);
    structure->element_count = count;
    for (size_t i = 0; i < count; i++)
        structure->elements[i].source = &elements[i];
}

void pdf_structure_want(struct pdf *pdf, size_t element)
{
    struct pdf_element *elements = pdf->structure.elements;
    while (!elements[element].wanted) {
        elements[element].wanted = true;
        element = elements[element].source->parent;
    }
}

/* The parts of a table are kept with it: an empty cell still has its place in the grid. */
static bool is_grid(enum page_tag tag)
{
    return tag == PAGE_THEAD || tag == PAGE_TBODY || tag == PAGE_TR || tag == PAGE_TH ||
           tag == PAGE_TD;
}

static void add_kid(struct pdf *pdf, size_t element, struct pdf_kid kid)
{
    struct pdf_structure *structure = &pdf->structure;
    struct pdf_element *owner = &structure->elements[element];
    structure->kids = mem_grow(structure->kids, &structure->kid_capacity, structure->kid_count + 1,
                               sizeof *structure->kids);
    structure->kids[structure->kid_count++] = kid;
    if (owner->last_kid)
        structure->kids[owner->last_kid - 1].next = (uint32_t)structure->kid_count;
    else
        owner->first_kid = (uint32_t)structure->kid_count;
    owner->last_kid = (uint32_t)structure->kid_count;
}

/* The kid at a place + 1; NULL where that is 0. */
static const struct pdf_kid *kid_at(const struct pdf *pdf, uint32_t place)
{
    return place ? &pdf->structure.kids[place - 1] : NULL;
}

static void make_element(struct pdf *pdf, size_t index)
{
    struct pdf_element *element = &pdf->structure.elements[index];
    size_t parent = element->source->parent;
    bool has_parent = index > 0 && pdf->structure.elements[parent].object;
    if (!element->wanted && !(has_parent && is_grid(element->source->tag)))
        return;
    element->object = pdf_file_reserve(pdf->file);
    if (has_parent)
        add_kid(pdf, parent, (struct pdf_kid){PDF_KID_ELEMENT, (uint32_t)index, 0, 0});
}

/* Elements come in reading order, so those before one that has content come before it
 * among the children of their parents. */
static void make_elements_until(struct pdf *pdf, size_t end)
{
    struct pdf_structure *structure = &pdf->structure;
    for (; structure->made < end; structure->made++)
        make_element(pdf, structure->made);
}

static struct pdf_parent *add_parent(struct pdf_structure *structure)
{
    structure->parents = mem_grow(structure->parents, &structure->parent_capacity,
                                  structure->parent_count + 1, sizeof *structure->parents);
    struct pdf_parent *parent = &structure->parents[structure->parent_count++];
    *parent = (struct pdf_parent){0};
    return parent;
}

/* The current page's entry in the parent tree. */
static struct pdf_parent *parent_of_page(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;
    struct pdf_page *page = &pdf->pages[pdf->page_count - 1];
    if (!page->parent) {
        add_parent(structure)->is_page = true;
        page->parent = structure->parent_count;
    }
    return &structure->parents[page->parent - 1];
}

uint32_t pdf_structure_content(struct pdf *pdf, size_t element)
{
    make_elements_until(pdf, element + 1);
    struct pdf_parent *parent = parent_of_page(pdf);
    uint32_t number = (uint32_t)parent->element_count;
    parent->elements = mem_grow(parent->elements, &parent->element_capacity,
                                parent->element_count + 1, sizeof *parent->elements);
    parent->elements[parent->element_count++] = (uint32_t)element;
    add_kid(pdf, element,
            (struct pdf_kid){PDF_KID_CONTENT, number, (uint32_t)(pdf->page_count - 1), 0});
    return number;
}

size_t pdf_structure_annotation(struct pdf *pdf, size_t element, size_t page, uint32_t object)
{
    make_elements_until(pdf, element + 1);
    add_parent(&pdf->structure)->element = element;
    add_kid(pdf, element, (struct pdf_kid){PDF_KID_OBJECT, object, (uint32_t)page, 0});
    return pdf->structure.parent_count - 1;
}

/* --- writing elements ----------------------------------------------------------------- */

/* The page of an element's first content; its other content names its page itself. */
static const struct pdf_page *first_page(const struct pdf *pdf, const struct pdf_element *element)
{
    const struct pdf_kid *kid = kid_at(pdf, element->first_kid);
    while (kid && kid->kind == PDF_KID_ELEMENT)
        kid = kid_at(pdf, kid->next);
    return kid ? &pdf->pages[kid->page] : NULL;
}

static void add_kid_entry(struct buf *out, const struct pdf *pdf, const struct pdf_kid *kid,
                          const struct pdf_page *own_page)
{
    const struct pdf_page *page = &pdf->pages[kid->page];
    switch (kid->kind) {
    case PDF_KID_ELEMENT:
        pdf_add_reference(out, "", pdf->structure.elements[kid->value].object);
        break;
    case PDF_KID_CONTENT:
        if (page == own_page) {
            buf_add_char(out, ' ');
            pdf_add_integer(out, kid->value);
            break;
        }
        buf_addf(out, " <</Type /MCR /MCID %lu", (unsigned long)kid->value);
        pdf_add_reference(out, " /Pg", page->object);
        buf_add_string(out, ">>");
        break;
    case PDF_KID_OBJECT:
        pdf_add_reference(out, " <</Type /OBJR /Obj", kid->value);
        pdf_add_reference(out, " /Pg", page->object);
        buf_add_string(out, ">>");
        break;
    }
}

static void add_kids(struct buf *out, const struct pdf *pdf, const struct pdf_element *element,
                     const struct pdf_page *page)
{
    const struct pdf_kid *kid = kid_at(pdf, element->first_kid);
    if (!kid)
        return;
    buf_add_string(out, " /K [");
    for (; kid; kid = kid_at(pdf, kid->next))
        add_kid_entry(out, pdf, kid, page);
    buf_add_string(out, "]");
}

static void add_cell_attributes(struct buf *out, const struct page_element *source)
{
    static const char *const scopes[] = {
        [PAGE_SCOPE_COLUMN] = "Column",
        [PAGE_SCOPE_ROW] = "Row",
        [PAGE_SCOPE_BOTH] = "Both",
    };
    bool has_scope = source->tag == PAGE_TH && source->scope != PAGE_SCOPE_NONE;
    if (!has_scope && source->rows < 2 && source->columns < 2)
        return;
    buf_add_string(out, " /A <</O /Table");
    if (has_scope)
        buf_addf(out, " /Scope /%s", scopes[source->scope]);
    if (source->rows > 1)
        buf_addf(out, " /RowSpan %d", source->rows);
    if (source->columns > 1)
        buf_addf(out, " /ColSpan %d", source->columns);
    buf_add_string(out, ">>");
}

/* Where a figure is on its page, so that a reader can show it by itself. */
static void add_figure_attributes(struct buf *out, const struct page_element *source,
                                  const struct pdf_page *page)
{
    if (!page)
        return;
    const double box[] = {source->x, page->height - source->y - source->height,
                          source->x + source->width, page->height - source->y};
    buf_add_string(out, " /A <</O /Layout /Placement /Block /BBox [");
    for (size_t i = 0; i < 4; i++) {
        buf_add_number(out, box[i], 2);
        buf_add_char(out, ' ');
    }
    buf_add_string(out, "]>>");
}

static void add_attributes(struct buf *out, const struct page_element *source,
                           const struct pdf_page *page)
{
    if (source->tag == PAGE_TH || source->tag == PAGE_TD)
        add_cell_attributes(out, source);
    else if (source->tag == PAGE_FIGURE)
        add_figure_attributes(out, source, page);
    else if (source->tag == PAGE_L)
        buf_addf(out, " /A <</O /List /ListNumbering /%s>>",
                 source->numbered   ? "Decimal"
                 : source->bulleted ? "Disc"
                                    : "None");
}

/* Adds the name of a note's element. All have as many digits, so that the order in which they
 * are read is that of their names. */
static void add_note_id(struct buf *out, size_t element)
{
    buf_addf(out, "(note-%010zu)", element);
}

static void write_element(struct pdf *pdf, const struct pdf_element *element, struct buf *entries)
{
    const struct page_element *source = element->source;
    const struct pdf_page *page = first_page(pdf, element);
    bool is_root = element == pdf->structure.elements;
    uint32_t parent =
        is_root ? pdf->structure.root : pdf->structure.elements[source->parent].object;
    buf_reset(entries);
    buf_add_string(entries, "/S /");
    buf_add_string(entries, page_tag_name(source->tag));
    pdf_add_reference(entries, " /P", parent);
    if (page)
        pdf_add_reference(entries, " /Pg", page->object);
    if (source->lang) {
        buf_add_string(entries, " /Lang ");
        pdf_add_word(entries, source->lang);
    }
    if (source->alternative) {
        buf_add_string(entries, " /Alt ");
        pdf_add_string(entries, source->alternative);
    }
    if (source->tag == PAGE_NOTE) {
        buf_add_string(entries, " /ID ");
        add_note_id(entries, (size_t)(element - pdf->structure.elements));
    }
    add_attributes(entries, source, page);
    add_kids(entries, pdf, element, page);
    pdf_file_define(pdf->file, element->object, entries);
}

/* --- writing the parent tree ---------------------------------------------------------- */

static void add_parent_entry(struct buf *out, const struct pdf *pdf,
                             const struct pdf_parent *parent)
{
    const struct pdf_element *elements = pdf->structure.elements;
    if (!parent->is_page) {
        pdf_add_reference(out, "", elements[parent->element].object);
        return;
    }
    buf_add_string(out, " [");
    for (size_t i = 0; i < parent->element_count; i++)
        pdf_add_reference(out, "", elements[parent->elements[i]].object);
    buf_add_string(out, "]");
}

/* One leaf: the keys from `first` up to, but not including, `end`. */
static uint32_t write_leaf(struct pdf *pdf, size_t first, size_t end, struct buf *entries)
{
    buf_reset(entries);
    buf_addf(entries, "/Limits [%zu %zu] /Nums [", first, end - 1);
    for (size_t key = first; key < end; key++) {
        buf_addf(entries, "%zu", key);
        add_parent_entry(entries, pdf, &pdf->structure.parents[key]);
        buf_add_char(entries, '\n');
    }
    buf_add_string(entries, "]");
    return pdf_file_add(pdf->file, entries);
}

static uint32_t write_parent_tree(struct pdf *pdf, struct buf *entries)
{
    size_t count = pdf->structure.parent_count;
    struct buf kids;
    buf_init(&kids, 0);
    buf_add_string(&kids, "/Kids [");
    for (size_t first = 0; first < count; first += KEYS_PER_LEAF) {
        size_t end = first + KEYS_PER_LEAF < count ? first + KEYS_PER_LEAF : count;
        pdf_add_reference(&kids, "", write_leaf(pdf, first, end, entries));
    }
    buf_add_string(&kids, "]");
    uint32_t object = pdf_file_add(pdf->file, &kids);
    buf_release(&kids);
    return object;
}

/* --- writing the tree of names -------------------------------------------------------- */

static bool is_named(const struct pdf_element *element)
{
    return element->object && element->source->tag == PAGE_NOTE;
}

/* A leaf of at most KEYS_PER_LEAF of the notes from `*next` on, which moves on behind them. */
static uint32_t write_id_leaf(struct pdf *pdf, size_t *next, struct buf *entries)
{
    const struct pdf_structure *structure = &pdf->structure;
    struct buf names = {0};
    size_t first = 0, last = 0, count = 0;
    for (; *next < structure->element_count && count < KEYS_PER_LEAF; ++*next) {
        if (!is_named(&structure->elements[*next]))
            continue;
        if (!count++)
            first = *next;
        last = *next;
        add_note_id(&names, last);
        pdf_add_reference(&names, "", structure->elements[last].object);
        buf_add_char(&names, '\n');
    }
    uint32_t object = 0;
    if (count) {
        buf_reset(entries);
        buf_add_string(entries, "/Limits [");
        add_note_id(entries, first);
        add_note_id(entries, last);
        buf_addf(entries, "] /Names [%s]", names.data);
        object = pdf_file_add(pdf->file, entries);
    }
    buf_release(&names);
    return object;
}

/* The elements by their names; 0: none has one. */
static uint32_t write_id_tree(struct pdf *pdf, struct buf *entries)
{
    struct buf kids = {0};
    for (size_t next = 0; next < pdf->structure.element_count;) {
        uint32_t leaf = write_id_leaf(pdf, &next, entries);
        if (leaf)
            pdf_add_reference(&kids, "", leaf);
    }
    uint32_t object = 0;
    if (kids.length) {
        buf_reset(entries);
        buf_addf(entries, "/Kids [%s]", kids.data);
        object = pdf_file_add(pdf->file, entries);
    }
    buf_release(&kids);
    return object;
}

void pdf_write_structure(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;
    struct buf entries;
    buf_init(&entries, 0);
    structure->root = pdf_file_reserve(pdf->file);
    pdf_structure_want(pdf, 0);
    make_elements_until(pdf, structure->element_count);
    for (size_t i = 0; i < structure->element_count; i++)
        if (structure->elements[i].object)
            write_element(pdf, &structure->elements[i], &entries);
    uint32_t tree = write_parent_tree(pdf, &entries);
    uint32_t names = write_id_tree(pdf, &entries);
    buf_reset(&entries);
    buf_add_string(&entries, "/Type /StructTreeRoot");
    pdf_add_reference(&entries, " /K [", structure->elements[0].object);
    pdf_add_reference(&entries, "] /ParentTree", tree);
    buf_addf(&entries, " /ParentTreeNextKey %zu", structure->parent_count);
    if (names)
        pdf_add_reference(&entries, " /IDTree", names);
    pdf_file_define(pdf->file, structure->root, &entries);
    buf_release(&entries);
}

void pdf_release_structure(struct pdf *pdf)
{
    free(pdf->structure.elements);
    free(pdf->structure.kids);
    for (size_t i = 0; i < pdf->structure.parent_count; i++)
        free(pdf->structure.parents[i].elements);
    free(pdf->structure.parents);
}
