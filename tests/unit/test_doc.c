/* Tests of the room doc: blocks become pages. Every document that is laid out here goes
 * through one checker of what always holds. With --update the .pages files under
 * tests/cases/doc are written anew. */
#include "base/buf.h"
#include "base/file.h"
#include "doc/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what a test works with ------------------------------------------------------------ */

struct bench {
    struct style style;
    struct doc doc;
    struct pages pages;
};

static int open_bench(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    int failed = style_load(&bench->style, NULL, TEST_SOURCE_DIR, &sink);
    diag_sink_release(&sink);
    doc_init(&bench->doc);
    bench->doc.lang = "da";
    *state = bench;
    return failed;
}

static int close_bench(void **state)
{
    struct bench *bench = *state;
    pages_release(&bench->pages);
    doc_release(&bench->doc);
    style_release(&bench->style);
    free(bench);
    return 0;
}

static const double tolerance = 0.01;

static bool has_words(const struct page_op *op)
{
    return op->kind == PAGE_OP_TEXT &&
           (op->artifact == PAGE_CONTENT || op->artifact == PAGE_REPEATED);
}

/* --- what always holds ----------------------------------------------------------------- */

static void check_inside(const struct page *page, const struct page_op *op)
{
    double left = op->x, right = op->x + op->width, top = op->y, bottom = op->y + op->height;
    if (op->kind == PAGE_OP_TEXT) {
        top = op->y - 0.75 * op->size;
        bottom = op->y + 0.25 * op->size;
    }
    assert_true(left >= -tolerance && right <= page->width + tolerance);
    assert_true(top >= -tolerance && bottom <= page->height + tolerance);
}

/* The text keeps clear of the running lines. */
static void check_margins(const struct bench *bench, const struct page *page,
                          const struct page_op *op)
{
    if (op->artifact == PAGE_HEADER || op->artifact == PAGE_FOOTER)
        return;
    double bottom = op->y + (op->kind == PAGE_OP_TEXT ? 0.25 * op->size : op->height);
    assert_true(op->y >= bench->style.sizes[STYLE_MARGIN_TOP]);
    assert_true(bottom <= page->height - bench->style.sizes[STYLE_MARGIN_BOTTOM]);
}

static bool may_hold_text(enum page_tag tag)
{
    switch (tag) {
    case PAGE_DOCUMENT:
    case PAGE_SECT:
    case PAGE_DIV:
    case PAGE_L:
    case PAGE_LI:
    case PAGE_TABLE:
    case PAGE_THEAD:
    case PAGE_TBODY:
    case PAGE_TR:
    case PAGE_TOC:
    case PAGE_TOCI:
    case PAGE_REFERENCE:
    case PAGE_FORM:
    case PAGE_TAGS:
        return false;
    default:
        return true;
    }
}

static bool may_hold_blocks(enum page_tag tag)
{
    return tag == PAGE_NOTE || tag == PAGE_DOCUMENT || tag == PAGE_SECT || tag == PAGE_DIV ||
           tag == PAGE_LBODY || tag == PAGE_TD || tag == PAGE_TH;
}

static void check_owner(const struct pages *pages, const struct page_op *op)
{
    if (op->artifact != PAGE_CONTENT) {
        assert_int_equal(op->element, 0);
        return;
    }
    assert_in_range(op->element, 1, pages->element_count - 1);
    bool picture = op->kind == PAGE_OP_FIGURE || op->kind == PAGE_OP_IMAGE;
    assert_true(op->kind == PAGE_OP_TEXT || picture);
    enum page_tag tag = pages->elements[op->element].tag;
    if (picture)
        assert_int_equal(tag, PAGE_FIGURE);
    else
        assert_true(may_hold_text(tag) && tag != PAGE_FIGURE);
}

static void check_ops(const struct bench *bench)
{
    for (size_t p = 0; p < bench->pages.page_count; p++) {
        const struct page *page = &bench->pages.pages[p];
        for (size_t i = 0; i < page->op_count; i++) {
            check_inside(page, &page->ops[i]);
            check_margins(bench, page, &page->ops[i]);
            check_owner(&bench->pages, &page->ops[i]);
            if (page->ops[i].kind != PAGE_OP_TEXT)
                continue;
            assert_non_null(page->ops[i].text);
            assert_null(strstr(page->ops[i].text, "0000")); /* a page that was not filled in */
        }
    }
}

static bool overlap(const struct page_op *a, const struct page_op *b)
{
    return a->x + tolerance < b->x + b->width && b->x + tolerance < a->x + a->width &&
           a->y - 0.6 * a->size < b->y && b->y - 0.6 * b->size < a->y;
}

static void check_no_overlap(const struct pages *pages)
{
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page *page = &pages->pages[p];
        for (size_t i = 0; i < page->op_count; i++) {
            if (!has_words(&page->ops[i]))
                continue;
            for (size_t j = i + 1; j < page->op_count; j++)
                if (has_words(&page->ops[j]) && overlap(&page->ops[i], &page->ops[j]))
                    fail_msg("page %zu: \"%s\" and \"%s\" overlap", p + 1, page->ops[i].text,
                             page->ops[j].text);
        }
    }
}

static size_t count_around(const struct pages *pages, size_t element, enum page_tag tag)
{
    size_t count = 0;
    for (; element; element = pages->elements[element].parent)
        count += pages->elements[element].tag == tag;
    return count;
}

/* Tall rows of tables and columns that are in others are cut on one page. */
static bool may_be_cut_on_a_page(const struct pages *pages, size_t element)
{
    return count_around(pages, element, PAGE_TABLE) + count_around(pages, element, PAGE_DIV) > 1;
}

/* Elements come into use in reading order on every page, but for rows that are cut on one;
 * notes stand at the foot. */
static void check_reading_order(const struct pages *pages)
{
    bool *used = calloc(pages->element_count, sizeof *used);
    for (size_t p = 0; p < pages->page_count; p++) {
        size_t last = 0;
        for (size_t i = 0; i < pages->pages[p].op_count; i++) {
            const struct page_op *op = &pages->pages[p].ops[i];
            if (op->artifact != PAGE_CONTENT || used[op->element] ||
                may_be_cut_on_a_page(pages, op->element) ||
                count_around(pages, op->element, PAGE_NOTE))
                continue;
            if (op->element <= last)
                fail_msg("page %zu: \"%s\" is drawn too late", p + 1, op->text);
            last = op->element;
            for (size_t e = last; e && !used[e]; e = pages->elements[e].parent)
                used[e] = true;
        }
    }
    free(used);
}

static bool is_heading(enum page_tag tag)
{
    return tag >= PAGE_H1 && tag <= PAGE_H6;
}

static bool may_stand_in(enum page_tag tag, enum page_tag parent)
{
    switch (tag) {
    case PAGE_DOCUMENT:
    case PAGE_SECT:
        return parent == PAGE_DOCUMENT;
    case PAGE_LI:
        return parent == PAGE_L;
    case PAGE_LBL:
        return parent == PAGE_LI || parent == PAGE_NOTE;
    case PAGE_LBODY:
        return parent == PAGE_LI;
    case PAGE_FORM:
        return parent == PAGE_DIV || parent == PAGE_P;
    case PAGE_CAPTION:
        return parent == PAGE_TABLE || parent == PAGE_FIGURE;
    case PAGE_THEAD:
    case PAGE_TBODY:
        return parent == PAGE_TABLE;
    case PAGE_TR:
        return parent == PAGE_THEAD || parent == PAGE_TBODY;
    case PAGE_TH:
    case PAGE_TD:
        return parent == PAGE_TR;
    case PAGE_TOCI:
        return parent == PAGE_TOC;
    case PAGE_REFERENCE:
        return parent == PAGE_TOCI;
    case PAGE_LINK:
    case PAGE_SPAN:
        return may_hold_text(parent) || parent == PAGE_REFERENCE;
    case PAGE_NOTE: /* at the end of its paragraph */
        return may_hold_text(parent) || may_hold_blocks(parent);
    default:
        return may_hold_blocks(parent);
    }
}

static void check_structure(const struct pages *pages)
{
    int heading = 0;
    assert_int_equal(pages->elements[0].tag, PAGE_DOCUMENT);
    assert_int_equal(pages->elements[0].parent, 0);
    for (size_t i = 1; i < pages->element_count; i++) {
        const struct page_element *element = &pages->elements[i];
        assert_true(element->parent < i);
        enum page_tag parent = pages->elements[element->parent].tag;
        if (!may_stand_in(element->tag, parent))
            fail_msg("%s in %s", page_tag_name(element->tag), page_tag_name(parent));
        if (element->tag == PAGE_FIGURE)
            assert_non_null(element->alternative);
        if (is_heading(element->tag)) {
            int level = (int)(element->tag - PAGE_H1) + 1;
            assert_true(level <= heading + 1);
            heading = level;
        }
    }
}

/* Every row of a table has as many columns as the first, with spans counted. */
struct grid {
    int taken[64];
    int columns;
};

static void end_row(struct grid *grid)
{
    int columns = 0;
    for (int c = 0; c < 64; c++) {
        if (!grid->taken[c])
            continue;
        grid->taken[c]--;
        columns++;
        assert_int_equal(columns, c + 1);
    }
    if (!grid->columns)
        grid->columns = columns;
    assert_int_equal(columns, grid->columns);
}

static void add_to_row(struct grid *grid, const struct page_element *cell)
{
    int c = 0;
    while (grid->taken[c])
        c++;
    for (int i = 0; i < (cell->columns > 1 ? cell->columns : 1); i++) {
        assert_int_equal(grid->taken[c + i], 0);
        grid->taken[c + i] = cell->rows > 1 ? cell->rows : 1;
    }
}

static bool is_below(const struct pages *pages, size_t element, size_t ancestor)
{
    while (element > ancestor)
        element = pages->elements[element].parent;
    return element == ancestor;
}

static void check_table(const struct pages *pages, size_t table)
{
    struct grid grid = {0};
    size_t row = 0;
    for (size_t i = table + 1; i < pages->element_count && is_below(pages, i, table); i++) {
        const struct page_element *element = &pages->elements[i];
        bool own_row = element->tag == PAGE_TR && pages->elements[element->parent].parent == table;
        if (own_row) {
            if (row)
                end_row(&grid);
            row = i;
        } else if (row && element->parent == row) {
            add_to_row(&grid, element);
        }
    }
    if (row)
        end_row(&grid);
    for (int c = 0; c < 64; c++)
        assert_int_equal(grid.taken[c], 0);
}

static void check_links(const struct pages *pages)
{
    size_t *links = calloc(pages->element_count, sizeof *links);
    for (size_t i = 0; i < pages->link_count; i++) {
        const struct page_link *link = &pages->links[i];
        assert_true(link->page < pages->page_count);
        const struct page *page = &pages->pages[link->page];
        assert_true(link->x >= 0 && link->x + link->width <= page->width + tolerance);
        assert_true(link->y >= 0 && link->y + link->height <= page->height + tolerance);
        assert_true(link->width > 0 && link->height > 0);
        assert_int_equal(pages->elements[link->element].tag, PAGE_LINK);
        assert_non_null(link->contents);
        assert_true(link->uri || link->target_page < pages->page_count);
        links[link->element]++;
    }
    for (size_t i = 0; i < pages->element_count; i++)
        assert_int_equal(links[i] > 0, pages->elements[i].tag == PAGE_LINK);
    free(links);
}

/* A form has one place each, which no words stand on. */
static void check_fields(const struct pages *pages)
{
    size_t *places = calloc(pages->element_count, sizeof *places);
    for (size_t i = 0; i < pages->field_count; i++) {
        const struct page_field *field = &pages->fields[i];
        assert_true(field->page < pages->page_count);
        const struct page *page = &pages->pages[field->page];
        assert_true(field->x >= 0 && field->x + field->width <= page->width + tolerance);
        assert_true(field->width > 0 && field->height > 0 && field->size > 0);
        assert_int_equal(pages->elements[field->element].tag, PAGE_FORM);
        places[field->element]++;
        struct page_op place = {.x = field->x, .width = field->width};
        for (size_t k = 0; k < page->op_count; k++) {
            const struct page_op *op = &page->ops[k];
            if (has_words(op) && op->x + tolerance < place.x + place.width &&
                place.x + tolerance < op->x + op->width)
                assert_true(op->y <= field->y + tolerance ||
                            op->y - 0.6 * op->size >= field->y + field->height - tolerance);
        }
    }
    for (size_t i = 0; i < pages->element_count; i++)
        assert_int_equal(places[i], pages->elements[i].tag == PAGE_FORM);
    free(places);
}

/* No note begins before its mark, and none comes before an earlier one. */
static void check_notes(const struct pages *pages)
{
    size_t first = pages->page_count ? pages->page_count - 1 : 0;
    for (size_t i = pages->link_count; i > 0; i--) {
        const struct page_link *link = &pages->links[i - 1];
        size_t next = link->element + 1; /* a mark is followed by its note */
        bool mark = !link->uri && next < pages->element_count &&
                    pages->elements[next].tag == PAGE_NOTE && link->contents[0] >= '1' &&
                    link->contents[0] <= '9';
        if (!mark)
            continue;
        assert_true(link->target_page >= link->page);
        first = link->target_page;
    }
    assert_true(first < pages->page_count);
}

static void check_outline(const struct pages *pages)
{
    int level = 0;
    for (size_t i = 0; i < pages->outline_count; i++) {
        assert_in_range(pages->outline[i].level, 1, level + 1);
        assert_true(pages->outline[i].page < pages->page_count);
        level = pages->outline[i].level;
    }
}

/* Lays out the bench's document and checks the result. */
static struct pages *lay_out(struct bench *bench)
{
    pages_release(&bench->pages);
    doc_layout(&bench->pages, &bench->doc, &bench->style, text_fixed_metrics());
    assert_true(bench->pages.page_count >= 1);
    check_ops(bench);
    check_no_overlap(&bench->pages);
    check_reading_order(&bench->pages);
    check_structure(&bench->pages);
    for (size_t i = 0; i < bench->pages.element_count; i++)
        if (bench->pages.elements[i].tag == PAGE_TABLE)
            check_table(&bench->pages, i);
    check_links(&bench->pages);
    check_fields(&bench->pages);
    check_notes(&bench->pages);
    check_outline(&bench->pages);
    return &bench->pages;
}

/* --- looking at pages -------------------------------------------------------------------- */

/* The n-th operation (from 0) on a page whose text begins so; NULL: there is none. */
static const struct page_op *find_nth(const struct page *page, const char *text, size_t n)
{
    for (size_t i = 0; i < page->op_count; i++)
        if (page->ops[i].kind == PAGE_OP_TEXT &&
            strncmp(page->ops[i].text, text, strlen(text)) == 0 && n-- == 0)
            return &page->ops[i];
    return NULL;
}

static const struct page_op *find(const struct page *page, const char *text)
{
    return find_nth(page, text, 0);
}

/* The first page (from 0) with a text that begins so. */
static size_t page_of(const struct pages *pages, const char *text)
{
    for (size_t p = 0; p < pages->page_count; p++)
        if (find(&pages->pages[p], text))
            return p;
    fail_msg("no page has \"%s\"", text);
    return 0;
}

/* The first operation with a text that begins so. */
static const struct page_op *op_of(const struct pages *pages, const char *text)
{
    return find(&pages->pages[page_of(pages, text)], text);
}

static enum page_tag tag_of(const struct pages *pages, const struct page_op *op)
{
    return pages->elements[op->element].tag;
}

static size_t count_tags(const struct pages *pages, enum page_tag tag)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->element_count; i++)
        count += pages->elements[i].tag == tag;
    return count;
}

/* How often a text begins so, as content or repeated. */
static size_t count_texts(const struct pages *pages, const char *text, enum page_artifact artifact)
{
    size_t count = 0;
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].op_count; i++) {
            const struct page_op *op = &pages->pages[p].ops[i];
            count += op->kind == PAGE_OP_TEXT && op->artifact == artifact &&
                     strncmp(op->text, text, strlen(text)) == 0;
        }
    return count;
}

/* All letters and digits of the content, one after the other; to be released. */
static char *letters_of(const struct pages *pages)
{
    struct buf out = {0};
    for (size_t p = 0; p < pages->page_count; p++)
        for (size_t i = 0; i < pages->pages[p].op_count; i++) {
            const struct page_op *op = &pages->pages[p].ops[i];
            if (op->kind != PAGE_OP_TEXT || op->artifact != PAGE_CONTENT)
                continue;
            for (const char *c = op->text; *c; c++)
                if (*c != ' ' && *c != '-')
                    buf_add_char(&out, *c);
        }
    char *letters = strdup(out.data ? out.data : "");
    buf_release(&out);
    return letters;
}

/* Lines on a page that belong to an element of this tag. */
static size_t count_lines(const struct pages *pages, size_t page, enum page_tag tag)
{
    size_t count = 0;
    double y = -1;
    for (size_t i = 0; i < pages->pages[page].op_count; i++) {
        const struct page_op *op = &pages->pages[page].ops[i];
        if (op->kind != PAGE_OP_TEXT || op->artifact != PAGE_CONTENT || tag_of(pages, op) != tag ||
            fabs(op->y - y) < tolerance)
            continue;
        y = op->y;
        count++;
    }
    return count;
}

/* The background on a page with this colour, from the n-th on. */
static const struct page_op *find_fill(const struct bench *bench, size_t page,
                                       enum style_color color, size_t n)
{
    const struct color wanted = bench->style.colors[color];
    for (size_t i = 0; i < bench->pages.pages[page].op_count; i++) {
        const struct page_op *op = &bench->pages.pages[page].ops[i];
        if (op->kind == PAGE_OP_FILL && memcmp(&op->color, &wanted, sizeof wanted) == 0 && n-- == 0)
            return op;
    }
    return NULL;
}

/* --- making blocks ----------------------------------------------------------------------- */

/* A text of so many words, each of four letters and a space. */
static const char *words(struct doc *doc, size_t count)
{
    char *text = arena_alloc(&doc->arena, 5 * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + 5 * i, "word ", 5);
    return text;
}

enum { WORDS_A_LINE = 21 }; /* of running text, with the fixed metrics: 105 letters */

/* A paragraph of exactly so many lines. */
static struct doc_paragraph *add_lines(struct doc *doc, struct doc_flow *flow, size_t lines)
{
    return doc_add_text(doc, flow, DOC_TEXT, words(doc, WORDS_A_LINE * lines));
}

static const struct doc_column three_columns[] = {
    {.heading = "Aktivitet", .share = 2},
    {.heading = "Tegn", .share = 2},
    {.heading = "Antal", .share = 1, .number = true},
};

static struct doc_table *add_three(struct doc *doc, struct doc_flow *flow, const char *caption)
{
    return doc_add_table(doc, flow, caption, three_columns, 3);
}

static void add_plain_row(struct doc *doc, struct doc_table *table, size_t number)
{
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, doc_textf(doc, "row %zu", number));
    doc_add_cell_text(doc, row, "et tegn");
    doc_add_cell_text(doc, row, doc_textf(doc, "%zu", number));
}

static void add_plain_rows(struct doc *doc, struct doc_table *table, size_t count)
{
    for (size_t i = 1; i <= count; i++)
        add_plain_row(doc, table, i);
}

/* A figure with texts of 7 points. */
static void make_figure(struct figure *figure, double width, double height)
{
    figure_init(figure);
    figure->width = width;
    figure->height = height;
    figure->alternative = "En figur";
    figure->text_count = 1;
    figure->texts = arena_alloc(&figure->arena, sizeof *figure->texts);
    figure->texts[0] = (struct figure_text){.text = "mærke", .size = 7, .x = 1, .y = 10};
}

/* --- paragraphs and headings ------------------------------------------------------------- */

static void an_empty_document_is_one_page(void **state)
{
    struct bench *bench = *state;
    bench->doc.foot_page = "Side {1} af {2}";
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 1);
    assert_int_equal(pages->element_count, 1);
    assert_non_null(find(&pages->pages[0], "Side 1 af 1"));
    assert_true(fabs(pages->pages[0].width - 595.276) < tolerance);
}

static void empty_strings_leave_nothing(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc_add_heading(doc, &doc->body, 1, "", "tom");
    doc_add_heading(doc, &doc->body, 2, NULL, NULL);
    doc_add_text(doc, &doc->body, DOC_TEXT, "");
    doc_add_text(doc, &doc->body, DOC_TEXT, NULL);
    doc_add_text(doc, &doc->body, DOC_TITLE, "  ");
    doc_add_paragraph(doc, &doc->body, DOC_SMALL);
    doc_add_bullets(doc, &doc->body);
    doc_add_box(doc, &doc->body, DOC_BOX_PANEL);
    doc_add_table(doc, &doc->body, "", NULL, 0);
    doc_add_figure(doc, &doc->body, NULL, "");
    doc_add_contents(doc);
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 1);
    assert_int_equal(pages->pages[0].op_count, 0);
    assert_int_equal(count_tags(pages, PAGE_P), 0);
}

static void a_title_comes_first_and_is_heading_one(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc_add_text(doc, &doc->body, DOC_TITLE, "Børn trives");
    doc_add_text(doc, &doc->body, DOC_LEAD, "Evalueringsplan");
    doc_add_heading(doc, &doc->body, 1, "Kapitel", NULL);
    doc_add_heading(doc, &doc->body, 2, "Afsnit", NULL);
    doc_add_heading(doc, &doc->body, 4, "Dybt", NULL);
    doc_add_heading(doc, &doc->body, 1, "Nyt", NULL);
    struct pages *pages = lay_out(bench);
    assert_int_equal(tag_of(pages, op_of(pages, "Børn")), PAGE_H1);
    assert_int_equal(tag_of(pages, op_of(pages, "Kapitel")), PAGE_H2);
    assert_int_equal(tag_of(pages, op_of(pages, "Afsnit")), PAGE_H3);
    assert_int_equal(tag_of(pages, op_of(pages, "Dybt")), PAGE_H4); /* without a jump */
    assert_int_equal(count_tags(pages, PAGE_SECT), 2);
    assert_int_equal(pages->outline_count, 4);
    assert_int_equal(pages->outline[2].level, 3);
    assert_true(op_of(pages, "Børn")->size == 22);
}

static void without_a_title_chapters_are_heading_one(void **state)
{
    struct bench *bench = *state;
    doc_add_heading(&bench->doc, &bench->doc.body, 1, "Kapitel", NULL);
    struct pages *pages = lay_out(bench);
    assert_int_equal(tag_of(pages, op_of(pages, "Kapitel")), PAGE_H1);
}

/* A table without columns is left out, and the headings in it: those behind it keep their
 * places. */
static void headings_that_are_left_out_move_no_other(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = doc_add_table(doc, &doc->body, NULL, NULL, 0);
    struct doc_cell *cell = doc_add_cell(doc, doc_add_row(doc, table));
    doc_add_heading(doc, &cell->body, 1, "Udeladt", "udeladt");
    doc_add_heading(doc, &doc->body, 1, "Det gør vi", "gør");
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_heading(doc, &doc->body, 1, "Det ser vi efter", "ser");
    struct doc_paragraph *line = doc_add_paragraph(doc, &doc->body, DOC_TEXT);
    doc_add_run(doc, line, "tegnene")->target = "ser";
    doc_add_run(doc, line, "udeladt")->target = "udeladt";
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->outline_count, 2);
    assert_string_equal(pages->outline[0].text, "Det gør vi");
    assert_int_equal(pages->outline[0].page, 0);
    assert_string_equal(pages->outline[1].text, "Det ser vi efter");
    assert_int_equal(pages->outline[1].page, 1);
    assert_int_equal(pages->link_count, 1); /* there is nothing for the other to lead to */
    assert_int_equal(pages->links[0].target_page, 1);
}

static void a_heading_keeps_two_lines_with_it(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    /* wherever the heading comes to stand, two lines of the paragraph follow it */
    for (size_t before = 30; before < 60; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        doc_add_heading(doc, &doc->body, 2, "Overskrift", NULL);
        doc_add_text(doc, &doc->body, DOC_SMALL, words(doc, 200));
        struct pages *pages = lay_out(bench);
        size_t page = page_of(pages, "Overskrift");
        double y = find(&pages->pages[page], "Overskrift")->y;
        size_t below = 0;
        for (size_t i = 0; i < pages->pages[page].op_count; i++) {
            const struct page_op *op = &pages->pages[page].ops[i];
            below += op->kind == PAGE_OP_TEXT && op->size == 8 && op->y > y;
        }
        assert_true(below >= 2);
    }
}

static void a_heading_keeps_the_first_row_with_it(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 40; before < 56; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        doc_add_heading(doc, &doc->body, 1, "Overskrift", NULL);
        add_plain_rows(doc, add_three(doc, &doc->body, "Tabellen"), 5);
        struct pages *pages = lay_out(bench);
        size_t page = page_of(pages, "Overskrift");
        assert_int_equal(page_of(pages, "Tabellen"), page);
        assert_int_equal(page_of(pages, "Aktivitet"), page);
        assert_int_equal(page_of(pages, "row 1"), page);
    }
}

static void a_title_and_a_kept_line_stay_with_what_follows(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 44; before < 56; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        doc_add_text(doc, &doc->body, DOC_TITLE, "Titel");
        doc_add_text(doc, &doc->body, DOC_SMALL, "Bemærk:")->keep_with_next = true;
        doc_add_text(doc, &doc->body, DOC_LEAD, "under");
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "Titel"), page_of(pages, "under"));
        assert_int_equal(page_of(pages, "Titel"), page_of(pages, "Bemærk"));
    }
}

static void no_line_of_a_paragraph_stands_alone(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    size_t broken = 0;
    for (size_t before = 40; before < 60; before++) {
        doc_release(doc);
        doc_add_heading(doc, &doc->body, 1, "Overskrift", NULL);
        add_lines(doc, &doc->body, before);
        struct doc_flow *item = doc_add_item(doc, doc_add_bullets(doc, &doc->body), NULL);
        doc_add_text(doc, item, DOC_TEXT, words(doc, 5 * WORDS_A_LINE));
        struct pages *pages = lay_out(bench);
        assert_in_range(pages->page_count, 1, 2);
        for (size_t p = 0; p < pages->page_count; p++) {
            assert_int_not_equal(count_lines(pages, p, PAGE_P), 1);
            assert_int_not_equal(count_lines(pages, p, PAGE_LBODY), 1);
        }
        broken += count_lines(pages, 0, PAGE_LBODY) && pages->page_count == 2 &&
                  count_lines(pages, 1, PAGE_LBODY);
    }
    assert_true(broken > 0);
}

static void a_long_paragraph_runs_over_pages(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    add_lines(doc, &doc->body, 200);
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 4);
    size_t lines = 0;
    for (size_t p = 0; p < 4; p++)
        lines += count_lines(pages, p, PAGE_P);
    assert_int_equal(lines, 200);
    assert_int_equal(count_tags(pages, PAGE_P), 1);
}

static void running_text_keeps_to_the_measure(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc_add_page(doc, DOC_LANDSCAPE);
    add_lines(doc, &doc->body, 3);
    struct pages *pages = lay_out(bench);
    assert_true(pages->pages[0].width > pages->pages[0].height);
    for (size_t i = 0; i < pages->pages[0].op_count; i++)
        assert_true(pages->pages[0].ops[i].width <= 54 * 9.5);
}

static void a_huge_word_loses_no_letter(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    char *word = arena_alloc(&doc->arena, 1001);
    memset(word, 'a', 1000);
    doc_add_text(doc, &doc->body, DOC_TEXT, word);
    add_plain_rows(doc, add_three(doc, &doc->body, NULL), 1);
    doc_add_cell_text(doc, doc_add_row(doc, &doc->body.last->as.table), word);
    char *letters = letters_of(lay_out(bench));
    size_t count = 0;
    for (const char *c = letters; *c; c++)
        count += *c == 'a';
    assert_true(count >= 2000);
    free(letters);
}

static void a_title_of_200_characters_wraps(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    bench->doc.running_left = words(doc, 40);
    bench->doc.running_right = words(doc, 40);
    doc_add_text(doc, &doc->body, DOC_TITLE, words(doc, 40));
    doc_add_contents(doc);
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_heading(doc, &doc->body, 1, words(doc, 40), NULL);
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_lines(pages, 0, PAGE_H1), 5);
    assert_int_equal(count_lines(pages, 0, PAGE_LINK), 2);
    assert_int_equal(count_lines(pages, 1, PAGE_H2), 3);
}

static void runs_keep_face_colour_and_language(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_paragraph *paragraph = doc_add_text(doc, &doc->body, DOC_TEXT, "Se ");
    struct doc_run *strong = doc_add_run(doc, paragraph, "theory of change");
    strong->face = TEXT_SEMIBOLD;
    strong->lang = "en";
    doc_add_run(doc, paragraph, " og ");
    doc_add_run(doc, paragraph, "A B D")->chip = true;
    doc_add_text(doc, &doc->body, DOC_MISSING, "mangler");
    struct doc_paragraph *english = doc_add_text(doc, &doc->body, DOC_TEXT, "all in English");
    english->first->lang = "en";
    struct pages *pages = lay_out(bench);
    const struct page_op *op = op_of(pages, "theory");
    assert_int_equal(op->face, TEXT_SEMIBOLD);
    assert_int_equal(tag_of(pages, op), PAGE_SPAN);
    assert_string_equal(pages->elements[op->element].lang, "en");
    assert_int_equal(op_of(pages, "mangler")->face, TEXT_ITALIC);
    op = op_of(pages, "all in");
    assert_int_equal(tag_of(pages, op), PAGE_P);
    assert_string_equal(pages->elements[op->element].lang, "en");
    const struct page_op *chip = find_fill(bench, 0, STYLE_CHIP, 0);
    assert_true(chip && chip->radius > 0 && chip->artifact == PAGE_DECORATION);
    op = NULL;
    for (size_t i = 0; i < pages->pages[0].op_count; i++)
        if (pages->pages[0].ops[i].x > chip->x && pages->pages[0].ops[i].kind == PAGE_OP_TEXT)
            op = &pages->pages[0].ops[i];
    assert_non_null(op);
    assert_true(op->x + op->width < chip->x + chip->width);
}

/* --- links ------------------------------------------------------------------------------- */

static void links_lead_to_headings_and_addresses(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_paragraph *paragraph = doc_add_text(doc, &doc->body, DOC_TEXT, "Se ");
    doc_add_run(doc, paragraph, "kapitel to")->target = "to";
    doc_add_run(doc, paragraph, ", ")->target = NULL;
    doc_add_run(doc, paragraph, "siden")->target = "https://example.org/a";
    doc_add_run(doc, paragraph, "ingenting")->target = "nowhere";
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_heading(doc, &doc->body, 1, "Kapitel to", "to");
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->link_count, 2);
    assert_null(pages->links[0].uri);
    assert_int_equal(pages->links[0].target_page, 1);
    assert_true(pages->links[0].target_y < find(&pages->pages[1], "Kapitel to")->y);
    assert_string_equal(pages->links[1].uri, "https://example.org/a");
    assert_string_equal(pages->links[1].contents, "siden");
    assert_int_equal(tag_of(pages, op_of(pages, "ingenting")), PAGE_P);
}

static void a_link_over_lines_has_a_rectangle_on_each(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_paragraph *paragraph = doc_add_text(doc, &doc->body, DOC_TEXT, words(doc, 15));
    doc_add_run(doc, paragraph, words(doc, 30))->target = "mailto:a@example.org";
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->link_count, 3);
    assert_int_equal(pages->links[0].element, pages->links[2].element);
    assert_true(pages->links[1].y > pages->links[0].y);
    assert_true(pages->links[1].x < pages->links[0].x);
}

/* --- lists and boxes --------------------------------------------------------------------- */

static void lists_nest(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_list *list = doc_add_numbers(doc, &doc->body);
    for (int i = 1; i <= 10; i++)
        doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_TEXT, "punkt");
    struct doc_flow *last = doc_add_item(doc, list, NULL);
    struct doc_list *inner = doc_add_bullets(doc, last);
    doc_add_text(doc, doc_add_item(doc, inner, NULL), DOC_TEXT, "underpunkt");
    doc_add_item(doc, inner, NULL);
    doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_SMALL, "en bemærkning");
    struct pages *pages = lay_out(bench);
    assert_true(op_of(pages, "12.")->y == op_of(pages, "en bemærkning")->y);
    assert_int_equal(count_tags(pages, PAGE_L), 2);
    assert_int_equal(count_tags(pages, PAGE_LI), 14);
    assert_int_equal(count_tags(pages, PAGE_LBL), 14);
    assert_true(pages->elements[1].numbered);
    const struct page_op *nine = op_of(pages, "9."), *ten = op_of(pages, "10.");
    assert_true(fabs(nine->x + nine->width - ten->x - ten->width) < tolerance);
    assert_true(op_of(pages, "underpunkt")->x > op_of(pages, "punkt")->x);
    const struct page_op *label = op_of(pages, "\xE2\x80\x93");
    assert_true(label->y == op_of(pages, "underpunkt")->y);
    assert_int_equal(tag_of(pages, op_of(pages, "punkt")), PAGE_LBODY);
}

static void definitions_stand_beside_their_terms(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_list *list = doc_add_definitions(doc, &doc->body);
    doc_add_text(doc, doc_add_item(doc, list, "Sted"), DOC_TEXT, "Fårvang");
    doc_add_text(doc, doc_add_item(doc, list, "Et begreb med et meget langt navn"), DOC_TEXT,
                 "forklaring");
    struct pages *pages = lay_out(bench);
    assert_true(op_of(pages, "Sted")->y == op_of(pages, "Fårvang")->y);
    assert_true(op_of(pages, "Et begreb")->y < op_of(pages, "forklaring")->y);
    assert_true(op_of(pages, "Fårvang")->x == op_of(pages, "forklaring")->x);
    assert_int_equal(op_of(pages, "Sted")->face, TEXT_SEMIBOLD);
}

static void a_box_goes_on_on_the_next_page(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    add_lines(doc, &doc->body, 40);
    struct doc_flow *box = doc_add_box(doc, &doc->body, DOC_BOX_PANEL);
    doc_add_heading(doc, box, 3, "Styregruppen bedes", NULL);
    for (int i = 0; i < 40; i++)
        doc_add_text(doc, box, DOC_TEXT, "godkende");
    doc_add_text(doc, &doc->body, DOC_TEXT, "efter");
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 2);
    for (size_t p = 0; p < 2; p++) {
        const struct page_op *panel = find_fill(bench, p, STYLE_PANEL, 0);
        const struct page_op *bar = find_fill(bench, p, STYLE_ACCENT, 0);
        assert_true(panel && bar && bar->width == 3 && panel->height > 100);
        assert_true(panel->height == bar->height);
        const struct page *page = &pages->pages[p];
        for (size_t n = 0; find_nth(page, "godkende", n); n++) {
            const struct page_op *op = find_nth(page, "godkende", n);
            assert_true(op->y > panel->y && op->y < panel->y + panel->height);
        }
    }
    const struct page_op *panel = find_fill(bench, 1, STYLE_PANEL, 0);
    assert_true(op_of(pages, "efter")->y > panel->y + panel->height);
    assert_int_equal(count_tags(pages, PAGE_DIV), 1);
}

static void boxes_stand_in_boxes_and_cells(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_flow *outer = doc_add_box(doc, &doc->body, DOC_BOX_PANEL);
    doc_add_text(doc, outer, DOC_TEXT, "ude");
    struct doc_flow *inner = doc_add_box(doc, outer, DOC_BOX_PANEL);
    doc_add_text(doc, inner, DOC_TEXT, "inde");
    struct doc_table *table = add_three(doc, outer, NULL);
    struct doc_cell *cell = doc_add_cell(doc, doc_add_row(doc, table));
    doc_add_text(doc, doc_add_box(doc, &cell->body, DOC_BOX_PANEL), DOC_CELL, "i cellen");
    struct pages *pages = lay_out(bench);
    const struct page_op *first = find_fill(bench, 0, STYLE_PANEL, 0);
    const struct page_op *second = find_fill(bench, 0, STYLE_PANEL, 1);
    const struct page_op *third = find_fill(bench, 0, STYLE_PANEL, 2);
    assert_true(first && second && third);
    assert_true(second->x > first->x && second->y > first->y);
    assert_true(third->y + third->height < first->y + first->height);
    assert_true(op_of(pages, "i cellen")->y < third->y + third->height);
}

/* --- tables ------------------------------------------------------------------------------ */

static void a_table_has_caption_head_and_body(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_three(doc, &doc->body, "Tabel 1");
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, "Læsevenner")->header = true;
    doc_add_cell_text(doc, row, "");
    doc_add_cell_text(doc, row, "12");
    struct pages *pages = lay_out(bench);
    const struct page_op *caption = op_of(pages, "Tabel 1");
    assert_int_equal(tag_of(pages, caption), PAGE_CAPTION);
    size_t table_element = pages->elements[caption->element].parent;
    assert_int_equal(pages->elements[table_element].tag, PAGE_TABLE);
    assert_int_equal(caption->element, table_element + 1);
    const struct page_element *head = &pages->elements[op_of(pages, "Tegn")->element];
    assert_int_equal(head->tag, PAGE_TH);
    assert_int_equal(head->scope, PAGE_SCOPE_COLUMN);
    head = &pages->elements[op_of(pages, "Læsevenner")->element];
    assert_int_equal(head->tag, PAGE_TH);
    assert_int_equal(head->scope, PAGE_SCOPE_ROW);
    assert_int_equal(count_tags(pages, PAGE_TD), 2);
    const struct page_op *number = op_of(pages, "12");
    assert_true(fabs(number->x + number->width - (595.276 - 42.5)) < tolerance);
}

static void empty_cells_exist(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_three(doc, &doc->body, NULL);
    doc_add_row(doc, table);
    doc_add_cell(doc, doc_add_row(doc, table));
    doc_add_cell_text(doc, doc_add_row(doc, table), "");
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_tags(pages, PAGE_TD), 9);
    double first = 0, second = 0; /* rules below the rows: there is room to write */
    for (size_t i = 0; i < pages->pages[0].op_count; i++) {
        const struct page_op *op = &pages->pages[0].ops[i];
        if (op->kind == PAGE_OP_LINE && op->line_width < 1) {
            second = second > 0 ? second : first > 0 ? op->y : 0;
            first = first > 0 ? first : op->y;
        }
    }
    assert_true(second - first >= 12);
}

static void too_many_cells_go_on_in_another_row(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_row *row = doc_add_row(doc, add_three(doc, &doc->body, NULL));
    for (int i = 1; i <= 5; i++)
        doc_add_cell_text(doc, row, doc_textf(doc, "celle %d", i));
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_tags(pages, PAGE_TD), 6);
    assert_true(op_of(pages, "celle 4")->y > op_of(pages, "celle 1")->y);
}

static void five_hundred_rows_repeat_the_header(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    add_plain_rows(doc, add_three(doc, &doc->body, "Mange"), 500);
    struct pages *pages = lay_out(bench);
    assert_true(pages->page_count > 10);
    assert_int_equal(count_texts(pages, "Aktivitet", PAGE_CONTENT), 1);
    assert_int_equal(count_texts(pages, "Aktivitet", PAGE_REPEATED), pages->page_count - 1);
    assert_int_equal(count_texts(pages, "row ", PAGE_CONTENT), 500);
    for (size_t p = 1; p < pages->page_count; p++) {
        const struct page *page = &pages->pages[p];
        assert_true(find(page, "Aktivitet")->y < find(page, "row ")->y);
    }
    assert_int_equal(count_tags(pages, PAGE_TR), 501);
}

static void a_row_is_not_cut(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 40; before < 56; before++) {
        doc_release(doc);
        struct doc_table *table = add_three(doc, &doc->body, NULL);
        add_plain_rows(doc, table, before);
        struct doc_row *row = doc_add_row(doc, table);
        doc_add_cell_text(doc, row, "begin\n2\n3\n4\n5\n6\n7\n8\nend");
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "begin"), page_of(pages, "end"));
    }
}

static void a_row_taller_than_a_page_is_cut_between_lines(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_three(doc, &doc->body, NULL);
    add_plain_row(doc, table, 1);
    struct doc_row *row = doc_add_row(doc, table);
    for (int column = 0; column < 2; column++) {
        struct doc_cell *cell = doc_add_cell(doc, row);
        for (int i = 0; i < 120 - 50 * column; i++)
            doc_add_text(doc, &cell->body, DOC_CELL, doc_textf(doc, "linje %d %d", column, i));
    }
    doc_add_cell_text(doc, row, "7");
    add_plain_row(doc, table, 2);
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 3);
    assert_int_equal(count_texts(pages, "linje 0", PAGE_CONTENT), 120);
    assert_int_equal(count_texts(pages, "linje 1", PAGE_CONTENT), 70);
    assert_int_equal(page_of(pages, "linje 0 0"), 0);
    assert_int_equal(page_of(pages, "row 2"), 2);
    assert_int_equal(count_texts(pages, "Aktivitet", PAGE_REPEATED), 2);
    assert_int_equal(count_texts(pages, "7", PAGE_CONTENT), 1);
}

static void a_cell_of_one_long_paragraph_is_cut_too(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_three(doc, &doc->body, NULL);
    doc_add_cell_text(doc, doc_add_row(doc, table), words(doc, 3000));
    char *letters = letters_of(lay_out(bench));
    assert_int_equal(strlen(letters), 3000 * 4 + strlen("AktivitetTegnAntal"));
    free(letters);
}

/* The theory table: `rows` activities share what they lead to. */
static struct doc_table *add_theory(struct doc *doc, size_t rows, const char *shared)
{
    const struct doc_column columns[] = {
        {.heading = "Aktivitet", .share = 20},
        {.heading = "Tegn og indikatorer (1. år)", .share = 29},
        {.heading = "Mellemlang virkning, delmål", .share = 29},
        {.heading = "Langsigtet virkning", .share = 22},
    };
    struct doc_table *table = doc_add_table(doc, &doc->body, NULL, columns, 4);
    table->column_rules = true;
    for (size_t i = 1; i <= rows; i++) {
        struct doc_row *row = doc_add_row(doc, table);
        doc_add_cell_text(doc, row, doc_textf(doc, "activity %zu", i))->header = true;
        doc_add_cell_text(doc, row, "et tegn\nog et til");
        if (i > 1)
            continue;
        struct doc_cell *sub_goal = doc_add_cell_text(doc, row, shared);
        sub_goal->rows = (int)rows;
        sub_goal->look = DOC_CELL_PANEL;
        struct doc_cell *goal = doc_add_cell(doc, row);
        doc_add_text(doc, &goal->body, DOC_CELL_STRONG, "mestrer hverdagen");
        goal->rows = (int)rows;
        goal->look = DOC_CELL_DARK;
    }
    return table;
}

static void a_shared_cell_runs_down_to_its_last_row(void **state)
{
    struct bench *bench = *state;
    add_theory(&bench->doc, 5, "støtter bedre");
    struct pages *pages = lay_out(bench);
    const struct page_op *panel = find_fill(bench, 0, STYLE_PANEL, 0);
    const struct page_op *dark = find_fill(bench, 0, STYLE_HEADING, 0);
    assert_non_null(panel);
    assert_non_null(dark);
    assert_true(panel->y == dark->y && panel->height == dark->height);
    assert_true(op_of(pages, "activity 5")->y < panel->y + panel->height);
    assert_true(fabs(op_of(pages, "støtter")->y - op_of(pages, "activity 1")->y) < tolerance);
    struct color white = bench->style.colors[STYLE_PAPER];
    assert_memory_equal(&op_of(pages, "mestrer")->color, &white, sizeof white);
    assert_int_equal(op_of(pages, "mestrer")->face, TEXT_SEMIBOLD);
    assert_int_equal(pages->elements[op_of(pages, "støtter")->element].rows, 5);
}

static void a_shared_cell_is_repeated_on_the_next_page(void **state)
{
    struct bench *bench = *state;
    add_theory(&bench->doc, 60, "støtter bedre");
    struct pages *pages = lay_out(bench);
    assert_true(pages->page_count >= 3);
    assert_int_equal(count_texts(pages, "støtter", PAGE_CONTENT), 1);
    assert_int_equal(count_texts(pages, "støtter", PAGE_REPEATED), pages->page_count - 1);
    assert_int_equal(count_texts(pages, "mestrer", PAGE_REPEATED), pages->page_count - 1);
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page_op *panel = find_fill(bench, p, STYLE_PANEL, 0);
        assert_non_null(panel);
        assert_true(find(&pages->pages[p], "støtter")->y > panel->y);
    }
}

static size_t count_on_page(const struct page *page, const char *text)
{
    size_t count = 0;
    while (find_nth(page, text, count))
        count++;
    return count;
}

static void rows_beside_a_shared_cell_are_not_cut(void **state)
{
    struct bench *bench = *state;
    for (size_t before = 0; before < 12; before++) {
        doc_release(&bench->doc);
        doc_add_space(&bench->doc, &bench->doc.body, 0);
        if (before)
            add_lines(&bench->doc, &bench->doc.body, before);
        doc_add_heading(&bench->doc, &bench->doc.body, 1, "Overskrift", NULL);
        add_theory(&bench->doc, 60, "støtter bedre");
        struct pages *pages = lay_out(bench);
        for (size_t p = 0; p < pages->page_count; p++) {
            const struct page *page = &pages->pages[p];
            assert_true(count_on_page(page, "activity") > 0);
            assert_int_equal(count_on_page(page, "et tegn"), count_on_page(page, "og et til"));
        }
    }
}

static void a_heading_keeps_the_first_of_many_shared_rows(void **state)
{
    struct bench *bench = *state;
    for (size_t before = 40; before < 56; before++) {
        doc_release(&bench->doc);
        add_lines(&bench->doc, &bench->doc.body, before);
        doc_add_heading(&bench->doc, &bench->doc.body, 1, "Overskrift", NULL);
        add_theory(&bench->doc, 60, "støtter bedre");
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "Overskrift"), page_of(pages, "activity 1"));
    }
}

static void few_shared_rows_stay_together(void **state)
{
    struct bench *bench = *state;
    for (size_t before = 40; before < 56; before++) {
        doc_release(&bench->doc);
        add_lines(&bench->doc, &bench->doc.body, before);
        add_theory(&bench->doc, 3, "støtter bedre");
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "activity 1"), page_of(pages, "activity 3"));
        assert_int_equal(count_texts(pages, "støtter", PAGE_REPEATED), 0);
    }
}

static void a_shared_text_is_not_cut_where_a_page_holds_it(void **state)
{
    struct bench *bench = *state;
    for (size_t before = 30; before < 56; before++) {
        doc_release(&bench->doc);
        add_lines(&bench->doc, &bench->doc.body, before);
        add_theory(&bench->doc, 12, "begin\n2\n3\n4\n5\n6\n7\n8\n9\n10\nend");
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "begin"), page_of(pages, "end"));
        assert_int_equal(page_of(pages, "begin"), page_of(pages, "activity 1"));
    }
}

static void a_row_grows_before_a_page_break_for_a_shared_text(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    add_lines(doc, &doc->body, 30);
    struct doc_table *table = add_three(doc, &doc->body, NULL);
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, "begin\n2\n3\n4\n5\nend")->rows = 2;
    doc_add_cell_text(doc, row, "kort");
    doc_add_cell_text(doc, doc_add_row(doc, table), "høj");
    struct doc_cell *tall = doc_add_cell(doc, table->last);
    for (int i = 0; i < 45; i++)
        doc_add_text(doc, &tall->body, DOC_CELL, "linje");
    struct pages *pages = lay_out(bench);
    assert_int_equal(page_of(pages, "høj"), 1);
    assert_int_equal(page_of(pages, "begin"), 0);
    assert_int_equal(page_of(pages, "end"), 0);
}

static void a_rule_ends_the_table_on_every_page(void **state)
{
    struct bench *bench = *state;
    add_theory(&bench->doc, 60, "støtter bedre");
    struct pages *pages = lay_out(bench);
    for (size_t p = 0; p < pages->page_count; p++) {
        const struct page_op *panel = find_fill(bench, p, STYLE_PANEL, 0);
        double width = 0;
        for (size_t i = 0; i < pages->pages[p].op_count; i++) {
            const struct page_op *op = &pages->pages[p].ops[i];
            if (op->kind == PAGE_OP_LINE && fabs(op->y - panel->y - panel->height) < tolerance)
                width = op->width;
        }
        assert_true(fabs(width - (panel->x + panel->width - 42.5)) < tolerance);
    }
}

static void the_last_row_grows_for_a_tall_shared_cell(void **state)
{
    struct bench *bench = *state;
    add_theory(&bench->doc, 2, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10");
    struct pages *pages = lay_out(bench);
    const struct page_op *panel = find_fill(bench, 0, STYLE_PANEL, 0);
    assert_true(op_of(pages, "10")->y < panel->y + panel->height);
    assert_true(panel->height >= 10 * 12);
}

static void a_shared_cell_taller_than_a_page_loses_nothing(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_theory(doc, 3, words(doc, 3000));
    add_plain_row(doc, table, 9);
    struct pages *pages = lay_out(bench);
    assert_true(pages->page_count > 3);
    size_t count = 0;
    char *letters = letters_of(pages);
    for (const char *c = letters; (c = strstr(c, "word")); c++)
        count++;
    assert_int_equal(count, 3000);
    assert_non_null(strstr(letters, "activity3"));
    assert_int_equal(page_of(pages, "row 9"), pages->page_count - 1);
    free(letters);
}

static void columns_are_spanned(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_three(doc, &doc->body, NULL);
    struct doc_cell *group = doc_add_cell_text(doc, doc_add_row(doc, table), words(doc, 16));
    group->columns = 3;
    group->header = true;
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, "a")->columns = 2;
    doc_add_cell_text(doc, row, "b")->rows = 9; /* more than there are */
    doc_add_cell_text(doc, doc_add_row(doc, table), "c")->columns = 9;
    struct pages *pages = lay_out(bench);
    const struct page_op *op = op_of(pages, "word");
    assert_true(op->width > 300);
    assert_int_equal(pages->elements[op->element].columns, 3);
    assert_int_equal(pages->elements[op->element].scope, PAGE_SCOPE_COLUMN);
    assert_int_equal(pages->elements[op_of(pages, "b")->element].rows, 2);
    assert_int_equal(pages->elements[op_of(pages, "c")->element].columns, 2);
}

static void a_rule_keeps_clear_of_a_shared_cell_beside_it(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_three(doc, &doc->body, NULL);
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, "et");
    doc_add_cell_text(doc, row, "fælles")->rows = 2;
    doc_add_cell_text(doc, row, "1");
    add_plain_row(doc, table, 2);
    const struct page *page = &lay_out(bench)->pages[0];
    double shared = find(page, "fælles")->x, below = find(page, "row 2")->y;
    size_t rules = 0;
    for (size_t i = 0; i < page->op_count; i++) {
        const struct page_op *op = &page->ops[i];
        if (op->kind != PAGE_OP_LINE || op->line_width > 1 || op->y > below)
            continue;
        rules++;
        assert_true(op->x + op->width <= shared - 8 + tolerance || op->x > shared + 50);
    }
    assert_int_equal(rules, 2);
}

static void cells_hold_lists_chips_and_tables(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_row *row = doc_add_row(doc, add_three(doc, &doc->body, NULL));
    struct doc_cell *cell = doc_add_cell(doc, row);
    struct doc_list *list = doc_add_bullets(doc, &cell->body);
    for (int i = 0; i < 3; i++) {
        struct doc_paragraph *paragraph =
            doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_CELL, "Forældre støttes ");
        doc_add_run(doc, paragraph, "B C")->chip = true;
    }
    struct doc_table *inner = add_three(doc, &doc_add_cell(doc, row)->body, "Indre");
    add_plain_rows(doc, inner, 3);
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_tags(pages, PAGE_TABLE), 2);
    assert_int_equal(count_texts(pages, "row ", PAGE_CONTENT), 3);
    assert_non_null(find_fill(bench, 0, STYLE_CHIP, 2));
    assert_int_equal(pages->page_count, 1);
}

/* --- columns and fields -------------------------------------------------------------------- */

/* How often a page has operations of a kind. */
static size_t count_kind(const struct page *page, enum page_op_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < page->op_count; i++)
        count += page->ops[i].kind == kind;
    return count;
}

static void columns_stand_beside_each_other(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_columns *columns = doc_add_columns(doc, &doc->body);
    doc_add_text(doc, doc_add_part(doc, columns, 2), DOC_TEXT, "til venstre");
    struct doc_flow *right = doc_add_part(doc, columns, 1);
    add_lines(doc, right, 2);
    doc_add_text(doc, &doc->body, DOC_TEXT, "efter");
    struct pages *pages = lay_out(bench);
    const struct page_op *a = op_of(pages, "til venstre"), *b = op_of(pages, "word");
    assert_true(a->y == b->y && b->x > a->x + a->width);
    assert_true(fabs(b->x - 42.5 - (510.276 - 14) * 2 / 3 - 14) < tolerance);
    assert_int_equal(count_tags(pages, PAGE_DIV), 2);
    assert_int_equal(count_tags(pages, PAGE_TABLE), 0);
    assert_int_equal(count_kind(&pages->pages[0], PAGE_OP_LINE), 0);
    assert_true(op_of(pages, "efter")->y > b->y + 14);
}

static void columns_stay_on_one_page(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 38; before < 56; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        struct doc_columns *columns = doc_add_columns(doc, &doc->body);
        for (int part = 0; part < 2; part++) {
            struct doc_flow *flow = doc_add_part(doc, columns, 1);
            doc_add_text(doc, flow, DOC_TEXT, part ? "begin 2" : "begin 1");
            doc_add_text(doc, flow, DOC_TEXT, words(doc, 60));
            doc_add_text(doc, flow, DOC_TEXT, part ? "end 2" : "end 1");
        }
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "begin 1"), page_of(pages, "end 1"));
        assert_int_equal(page_of(pages, "begin 1"), page_of(pages, "end 2"));
    }
}

static void columns_taller_than_a_page_lose_nothing(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_flow *box = doc_add_box(doc, &doc->body, DOC_BOX_PANEL);
    struct doc_cell *cell = doc_add_cell(doc, doc_add_row(doc, add_three(doc, box, NULL)));
    cell->columns = 3;
    struct doc_columns *columns = doc_add_columns(doc, &cell->body);
    for (int part = 0; part < 3; part++)
        doc_add_text(doc, doc_add_part(doc, columns, 1), DOC_TEXT, words(doc, 1500));
    columns = doc_add_columns(doc, &doc->body);
    for (int part = 0; part < 3; part++)
        doc_add_text(doc, doc_add_part(doc, columns, 1), DOC_TEXT, words(doc, 1500));
    char *letters = letters_of(lay_out(bench));
    assert_int_equal(strlen(letters), 6 * 1500 * 4 + strlen("AktivitetTegnAntal"));
    free(letters);
}

static void boxes_beside_each_other_end_at_one_height(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_columns *columns = doc_add_columns(doc, &doc->body);
    doc_add_text(doc, doc_add_box(doc, doc_add_part(doc, columns, 1), DOC_BOX_PANEL), DOC_TEXT,
                 "kort");
    add_lines(doc, doc_add_box(doc, doc_add_part(doc, columns, 1), DOC_BOX_PANEL), 3);
    lay_out(bench);
    const struct page_op *left = find_fill(bench, 0, STYLE_PANEL, 0);
    const struct page_op *right = find_fill(bench, 0, STYLE_PANEL, 1);
    assert_true(left && right && left->height == right->height && left->height > 80);
}

static void narrow_columns_stand_below_each_other(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_columns *columns = doc_add_columns(doc, &doc->body);
    for (int part = 1; part <= 8; part++)
        doc_add_text(doc, doc_add_part(doc, columns, 1), DOC_TEXT, doc_textf(doc, "del %d", part));
    struct pages *pages = lay_out(bench);
    assert_true(op_of(pages, "del 8")->y > op_of(pages, "del 1")->y + 50);
    assert_int_equal(count_tags(pages, PAGE_DIV), 8);
}

static const char *const decisions[] = {"godkendt", "godkendt med ændringer", "afvist"};

static void fields_have_labels_and_places(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_flow *box = doc_add_box(doc, &doc->body, DOC_BOX_FRAME);
    doc_add_choices(doc, box, DOC_FIELD_ONE_OF, "beslutning", "Beslutning", decisions, 3);
    doc_add_field(doc, box, DOC_FIELD_LINE, "dato", "Dato");
    doc_add_field(doc, box, DOC_FIELD_AREA, "forbehold", "Forbehold")->lines = 3;
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->field_count, 5);
    assert_int_equal(count_tags(pages, PAGE_FORM), 5);
    for (size_t i = 0; i < 3; i++) { /* boxes, with their texts beside them on one line */
        const struct page_field *field = &pages->fields[i];
        const struct page_op *text = op_of(pages, decisions[i]);
        assert_int_equal(field->choice, i);
        assert_true(field->width == field->height && field->width < 10);
        assert_true(text->x > field->x + field->width && text->x < field->x + 20);
        assert_true(text->y > field->y && text->y < field->y + field->height + 2);
        assert_int_equal(pages->elements[field->element].parent, text->element);
    }
    assert_true(op_of(pages, "godkendt")->y == op_of(pages, "afvist")->y);
    const struct page_field *line = &pages->fields[3], *area = &pages->fields[4];
    assert_true(fabs(line->height - 22) < tolerance && area->height >= 3 * 14);
    assert_true(op_of(pages, "Dato")->y < line->y);
    assert_int_equal(tag_of(pages, op_of(pages, "Dato")), PAGE_P);
    assert_true(op_of(pages, "Dato")->size == 8);
}

static void choices_wrap_to_lines(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    const char *choices[] = {"ja", words(doc, 150), "nej", NULL};
    struct doc_cell *cell = doc_add_cell(doc, doc_add_row(doc, add_three(doc, &doc->body, NULL)));
    doc_add_choices(doc, &cell->body, DOC_FIELD_ANY_OF, "svar", NULL, choices, 4);
    doc_add_choices(doc, &doc->body, DOC_FIELD_ANY_OF, "svar-2", "Svar", choices, 0);
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->field_count, 4);
    assert_true(op_of(pages, "nej")->y > op_of(pages, "ja")->y + 100);
    assert_true(pages->fields[1].y > pages->fields[0].y);
    assert_true(op_of(pages, "nej")->x == op_of(pages, "ja")->x);
}

static void a_label_stays_with_its_field(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 44; before < 56; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        doc_add_field(doc, &doc->body, DOC_FIELD_AREA, "felt", "Bemærkninger")->lines = 500;
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "Bemærkninger"), pages->fields[0].page);
    }
}

/* --- notes -------------------------------------------------------------------------------- */

/* A paragraph of so many lines with a note of so many behind its first word. */
static void add_noted(struct doc *doc, struct doc_flow *flow, size_t lines, size_t note_lines)
{
    struct doc_paragraph *paragraph = doc_add_text(doc, flow, DOC_TEXT, "mark");
    struct doc_flow *note = doc_add_note(doc, paragraph->first);
    doc_add_text(doc, note, DOC_SMALL, doc_textf(doc, "note %d", doc->last_note->number));
    for (size_t i = 1; i < note_lines; i++)
        doc_add_text(doc, note, DOC_SMALL, "mere");
    doc_add_run(doc, paragraph, doc_textf(doc, " %s", words(doc, WORDS_A_LINE * lines - 3)));
}

static void a_note_stands_at_the_foot_of_its_page(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    add_lines(doc, &doc->body, 20);
    add_noted(doc, &doc->body, 2, 1);
    add_lines(doc, &doc->body, 3);
    add_noted(doc, &doc->body, 2, 1);
    struct pages *pages = lay_out(bench);
    const struct page_op *note = op_of(pages, "note 1"), *other = op_of(pages, "note 2");
    assert_true(note->y > 750 && other->y > note->y && other->y < 795);
    assert_int_equal(note->size, 8);
    const struct page_op *mark = op_of(pages, "1");
    assert_int_equal(tag_of(pages, mark), PAGE_LINK);
    assert_true(mark->size < 7 && mark->y < op_of(pages, "mark")->y);
    assert_int_equal(tag_of(pages, note), PAGE_NOTE);
    assert_int_equal(pages->elements[note->element].parent, pages->elements[mark->element].parent);
    assert_int_equal(pages->link_count, 2);
    assert_true(fabs(pages->links[0].target_y - note->y) < 12);
    assert_string_equal(pages->links[0].contents, "1: note 1");
}

/* Wherever a line comes to stand, its note is on its page. */
static void a_line_takes_its_note_along(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 36; before < 58; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        add_noted(doc, &doc->body, 2, 4);
        add_plain_rows(doc, add_three(doc, &doc->body, NULL), 2);
        doc_add_heading(doc, &doc->body, 1, "Overskrift", NULL);
        struct doc_cell *cell =
            doc_add_cell(doc, doc_add_row(doc, add_three(doc, &doc->body, NULL)));
        add_noted(doc, &cell->body, 1, 3);
        struct pages *pages = lay_out(bench);
        for (size_t i = 0; i < 2; i++)
            assert_int_equal(pages->links[i].page, pages->links[i].target_page);
        assert_int_equal(page_of(pages, "Overskrift"), page_of(pages, "note 2"));
    }
}

static void many_notes_and_long_ones_go_on(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_paragraph *paragraph = doc_add_paragraph(doc, &doc->body, DOC_TEXT);
    for (int i = 0; i < 200; i++) {
        struct doc_flow *note = doc_add_note(doc, doc_add_run(doc, paragraph, "a "));
        doc_add_text(doc, note, DOC_SMALL, doc_textf(doc, "note %d.", i + 1));
    }
    add_lines(doc, &doc->body, 30);
    add_noted(doc, &doc->body, 2, 150);
    add_lines(doc, &doc->body, 3);
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_texts(pages, "note ", PAGE_CONTENT), 201);
    assert_int_equal(count_texts(pages, "mere", PAGE_CONTENT), 149);
    assert_in_range(pages->page_count, 6, 10);
}

static void a_note_in_a_repeated_cell_is_shown_once(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    struct doc_table *table = add_theory(doc, 60, "støtter bedre");
    struct doc_cell *shared = table->first->first->next->next;
    doc_add_text(doc, doc_add_note(doc, shared->body.first->as.paragraph.first), DOC_SMALL,
                 "om støtte");
    struct pages *pages = lay_out(bench);
    assert_true(count_texts(pages, "støtter", PAGE_REPEATED) > 1);
    assert_int_equal(count_texts(pages, "om støtte", PAGE_CONTENT), 1);
    assert_int_equal(page_of(pages, "om støtte"), 0);
}

/* --- references --------------------------------------------------------------------------- */

static void references_tell_the_page(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc->page_reference = "side {1}";
    struct doc_paragraph *paragraph = doc_add_text(doc, &doc->body, DOC_TEXT, "Se ");
    for (int i = 1; i <= 2; i++) {
        struct doc_run *run = doc_add_run(doc, paragraph, i == 1 ? "et" : "ti");
        run->target = i == 1 ? "h1" : "h10";
        run->with_page = true;
        doc_add_run(doc, paragraph, i == 1 ? " og " : ", og intet");
    }
    doc_add_run(doc, paragraph, " andet")->with_page = true;
    for (int i = 1; i <= 10; i++) {
        if (i > 1)
            doc_add_page(doc, DOC_PORTRAIT);
        doc_add_heading(doc, &doc->body, 1, "Kapitel", doc_textf(doc, "h%d", i));
    }
    struct pages *pages = lay_out(bench);
    const struct page_op *one = op_of(pages, " (side\xC2\xA0"
                                             "1)");
    const struct page_op *ten = op_of(pages, " (side\xC2\xA0"
                                             "10)");
    const struct page_op *og = op_of(pages, " og "), *end = op_of(pages, ", og intet");
    assert_true(fabs(one->x + one->width - og->x) < tolerance);
    assert_true(fabs(ten->x + ten->width - end->x) < tolerance);
    assert_true(fabs(one->width - 9 * 9.5 / 2) < tolerance);
    assert_true(fabs(pages->links[1].x - op_of(pages, "ti")->x) < tolerance);
    assert_int_equal(count_texts(pages, " (side", PAGE_CONTENT), 2);
}

/* --- the grid ----------------------------------------------------------------------------- */

static void running_text_stands_on_the_grid(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    add_lines(doc, &doc->body, 2);
    doc_add_heading(doc, &doc->body, 1, "Overskrift", NULL);
    add_lines(doc, &doc->body, 3);
    doc_add_text(doc, doc_add_item(doc, doc_add_bullets(doc, &doc->body), NULL), DOC_TEXT, "punkt");
    doc_add_heading(doc, &doc->body, 2, "Afsnit", NULL);
    add_plain_rows(doc, add_three(doc, &doc->body, "Tabel"), 3);
    add_lines(doc, &doc->body, 2);
    doc_add_text(doc, doc_add_box(doc, &doc->body, DOC_BOX_PANEL), DOC_SMALL, "boks");
    add_lines(doc, &doc->body, 2);
    struct pages *pages = lay_out(bench);
    double first = op_of(pages, "word")->y, heading = op_of(pages, "Overskrift")->y;
    for (size_t i = 0; i < pages->pages[0].op_count; i++) {
        const struct page_op *op = &pages->pages[0].ops[i];
        if (op->kind == PAGE_OP_TEXT && strncmp(op->text, "word", 4) == 0)
            assert_true(fabs(remainder(op->y - first, 14)) < tolerance);
    }
    double below = find_nth(&pages->pages[0], "word", 2)->y - heading;
    assert_true(below > 15 && below < 22); /* the white is above the heading */
}

/* The last line of a chapter does not get a page of its own. */
static void a_chapter_closes_up_to_save_a_page(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    size_t saved = 0;
    for (size_t lines = 1; lines < 16; lines++) {
        doc_release(doc);
        for (int i = 0; i < 12; i++)
            add_lines(doc, &doc->body, 3);
        add_lines(doc, &doc->body, lines);
        doc_add_page(doc, DOC_PORTRAIT);
        doc_add_text(doc, &doc->body, DOC_TEXT, "næste");
        struct pages *pages = lay_out(bench);
        size_t last = page_of(pages, "næste");
        saved +=
            last == 1 && op_of(pages, "word")->y + 12 * (3 * 14 + 14) + 14 * (double)lines > 795;
        if (last == 2)
            assert_true(count_lines(pages, 1, PAGE_P) > 2);
    }
    assert_true(saved >= 4);
}

static void a_list_leaves_no_line_alone(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 36; before < 56; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        doc_add_heading(doc, &doc->body, 2, "Overskrift", NULL);
        struct doc_list *list = doc_add_definitions(doc, &doc->body);
        for (int i = 1; i <= 6; i++)
            doc_add_text(doc, doc_add_item(doc, list, "navn"), DOC_TEXT,
                         doc_textf(doc, "punkt %d", i));
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "Overskrift"), page_of(pages, "punkt 2"));
        assert_int_equal(page_of(pages, "punkt 5"), page_of(pages, "punkt 6"));
    }
}

static void a_table_leaves_no_row_alone(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 36; before < 56; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        add_plain_rows(doc, add_three(doc, &doc->body, NULL), 7);
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "row 1"), page_of(pages, "row 2"));
        assert_int_equal(page_of(pages, "row 6"), page_of(pages, "row 7"));
    }
}

static void add_heading_row(struct doc *doc, struct doc_table *table, const char *text)
{
    struct doc_cell *cell = doc_add_cell_text(doc, doc_add_row(doc, table), text);
    cell->columns = 3;
    cell->header = true;
    cell->look = DOC_CELL_PANEL;
}

/* The heading of rows stands above them wherever they go on, but is read once; a last row below a
 * heading of its own takes the row before that along. */
static void the_heading_of_rows_is_repeated(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    for (size_t before = 1; before < 40; before++) {
        doc_release(doc);
        add_lines(doc, &doc->body, before);
        struct doc_table *table = add_three(doc, &doc->body, NULL);
        add_heading_row(doc, table, "2026");
        add_plain_rows(doc, table, 25);
        add_heading_row(doc, table, "2027");
        add_plain_row(doc, table, 26);
        struct pages *pages = lay_out(bench);
        size_t turned = page_of(pages, "row 25") - page_of(pages, "row 1");
        assert_int_equal(count_texts(pages, "2026", PAGE_CONTENT), 1);
        assert_int_equal(count_texts(pages, "2026", PAGE_REPEATED), turned);
        assert_int_equal(count_texts(pages, "2027", PAGE_CONTENT), 1);
        assert_int_equal(count_texts(pages, "2027", PAGE_REPEATED), 0);
        assert_int_equal(page_of(pages, "2026"), page_of(pages, "row 1"));
        assert_int_equal(page_of(pages, "row 25"), page_of(pages, "row 26"));
        for (size_t p = page_of(pages, "row 1") + 1; p <= page_of(pages, "row 25"); p++)
            assert_true(find(&pages->pages[p], "2026")->y < find(&pages->pages[p], "row ")->y);
    }
}

/* Page breaks that are not needed: what follows fits on the page before, or that is nearly empty. */
static void a_page_is_turned_if_needed(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    static const struct {
        size_t before, section, page;
    } cases[] = {{30, 10, 0}, {30, 25, 1}, {10, 60, 0}, {45, 10, 1}, {51, 1, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        doc_release(doc);
        add_lines(doc, &doc->body, cases[i].before);
        doc_add_page_if_needed(doc, DOC_PORTRAIT);
        doc_add_heading(doc, &doc->body, 2, "Tabellen", NULL);
        add_lines(doc, &doc->body, cases[i].section);
        doc_add_heading(doc, &doc->body, 2, "Resten", NULL);
        add_lines(doc, &doc->body, 100);
        struct pages *pages = lay_out(bench);
        assert_int_equal(page_of(pages, "Tabellen"), cases[i].page);
    }
    doc_release(doc);
    add_lines(doc, &doc->body, 3);
    doc_add_page_if_needed(doc, DOC_LANDSCAPE);
    doc_add_text(doc, &doc->body, DOC_TEXT, "på tværs");
    assert_int_equal(page_of(lay_out(bench), "på tværs"), 1);
}

/* --- the house ---------------------------------------------------------------------------- */

static void a_logo_stands_beside_the_title(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    bench->style.logo = (struct style_image){STYLE_PNG, NULL, 0, 300, 100};
    bench->style.logo_height = 60;
    bench->style.logo_text = "Silkeborg Kommune";
    doc->stamp = "Udkast";
    doc_add_text(doc, &doc->body, DOC_TITLE, words(doc, 40));
    doc_add_text(doc, &doc->body, DOC_TEXT, "begyndelsen");
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_text(doc, &doc->body, DOC_TEXT, "side to");
    struct pages *pages = lay_out(bench);
    const struct page_op *logo = NULL;
    for (size_t i = 0; i < pages->pages[0].op_count; i++)
        if (pages->pages[0].ops[i].kind == PAGE_OP_IMAGE)
            logo = &pages->pages[0].ops[i];
    assert_non_null(logo);
    assert_int_equal(count_kind(&pages->pages[1], PAGE_OP_IMAGE), 0);
    assert_true(fabs(logo->x + logo->width - (595.276 - 42.5)) < tolerance);
    assert_true(logo->width == 3 * logo->height);
    assert_string_equal(pages->elements[logo->element].alternative, "Silkeborg Kommune");
    assert_true(fabs(pages->elements[logo->element].y - logo->y) < tolerance);
    for (size_t n = 0; find_nth(&pages->pages[0], "word", n); n++) {
        const struct page_op *line = find_nth(&pages->pages[0], "word", n);
        assert_true(line->x + line->width < logo->x);
    }
    bench->style.logo_text = NULL; /* then it only decorates; text begins below it */
    doc->body.first = doc->body.first->next;
    pages = lay_out(bench);
    assert_true(op_of(pages, "begyndelsen")->y > 48 + 60);
    assert_int_equal(count_tags(pages, PAGE_FIGURE), 0);
}

static void a_stamp_is_on_every_page(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc->stamp = "Udkast";
    doc->running_left = words(doc, 60);
    doc->running_right = words(doc, 60);
    bench->style.header = "Center for Børn";
    add_lines(doc, &doc->body, 100);
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_texts(pages, "Udkast", PAGE_HEADER), pages->page_count);
    assert_null(find(&pages->pages[0], "Center"));
    assert_int_equal(count_texts(pages, "Center for Børn \xC2\xB7 word", PAGE_HEADER), 1);
    const struct page_op *stamp = find(&pages->pages[1], "Udkast");
    assert_int_equal(stamp->face, TEXT_SEMIBOLD);
    assert_memory_equal(&stamp->color, &bench->style.colors[STYLE_MISSING], sizeof stamp->color);
    const struct page_op *right = find(&pages->pages[1], "word word");
    for (size_t i = 0; i < pages->pages[1].op_count; i++) {
        const struct page_op *op = &pages->pages[1].ops[i];
        if (op->kind == PAGE_OP_TEXT && op->artifact == PAGE_HEADER && op != stamp)
            assert_true(op->x + op->width < stamp->x - 12);
    }
    assert_non_null(right);
}

static void the_footer_stands_between_or_below(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc->foot_left = "Virkning";
    doc->foot_page = "Side {1} af {2}";
    bench->style.footer = "Rådhuset";
    add_lines(doc, &doc->body, 100);
    struct pages *pages = lay_out(bench);
    const struct page_op *left = op_of(pages, "Virkning"), *footer = op_of(pages, "Rådhuset");
    assert_true(footer->y == left->y && footer->x > left->x + left->width + 24);
    assert_true(footer->x + footer->width + 24 < op_of(pages, "Side 1")->x);
    bench->style.footer = words(doc, 60);
    pages = lay_out(bench);
    left = op_of(pages, "Virkning");
    for (size_t i = 0; i < pages->pages[0].op_count; i++) {
        footer = &pages->pages[0].ops[i];
        if (footer->artifact != PAGE_FOOTER || footer->kind != PAGE_OP_TEXT ||
            strncmp(footer->text, "word", 4) != 0)
            continue;
        assert_true(footer->y > left->y && footer->y < 841.89 - 6);
        assert_non_null(strstr(footer->text, "\xE2\x80\xA6"));
        return;
    }
    fail_msg("no footer");
}

/* --- figures ----------------------------------------------------------------------------- */

static void lay_out_figure(struct bench *bench, double width, double height)
{
    struct doc *doc = &bench->doc;
    struct figure *figure = arena_alloc(&doc->arena, sizeof *figure);
    make_figure(figure, width, height);
    doc_add_heading(doc, &doc->body, 1, "Programteori", NULL);
    doc_add_figure(doc, &doc->body, figure, "Figur 1");
    doc_add_text(doc, &doc->body, DOC_TEXT, "efter");
    struct pages *pages = lay_out(bench);
    size_t page = page_of(pages, "Programteori");
    assert_int_equal(page_of(pages, "Figur 1"), page);
    const struct page_element *element =
        &pages->elements[pages->elements[op_of(pages, "Figur 1")->element].parent];
    assert_int_equal(element->tag, PAGE_FIGURE);
    assert_string_equal(element->alternative, "En figur");
    const struct page_op *drawn = NULL;
    for (size_t i = 0; i < pages->pages[page].op_count; i++)
        if (pages->pages[page].ops[i].kind == PAGE_OP_FIGURE)
            drawn = &pages->pages[page].ops[i];
    assert_non_null(drawn);
    assert_true(drawn->scale <= 1.15 && drawn->scale * 7 >= 6.9 - tolerance);
    assert_true(fabs(element->width - drawn->width) < tolerance);
    assert_true(fabs(element->y - drawn->y) < tolerance);
    figure_release(figure);
}

static void a_figure_fits_the_text(void **state)
{
    struct bench *bench = *state;
    lay_out_figure(bench, 300, 200);
    assert_int_equal(bench->pages.page_count, 1);
}

static void a_wide_figure_turns_the_page(void **state)
{
    struct bench *bench = *state;
    lay_out_figure(bench, 740, 400);
    assert_int_equal(bench->pages.page_count, 2);
    assert_true(fabs(bench->pages.pages[0].width - 841.89) < tolerance);
    assert_true(fabs(bench->pages.pages[1].width - 595.276) < tolerance);
}

static void a_large_figure_gets_a_larger_page(void **state)
{
    struct bench *bench = *state;
    lay_out_figure(bench, 1080, 640);
    assert_true(fabs(bench->pages.pages[0].width - 1190.551) < tolerance);
}

static void a_huge_figure_gets_a_page_of_its_own_size(void **state)
{
    struct bench *bench = *state;
    lay_out_figure(bench, 2000, 3000);
    assert_true(bench->pages.pages[0].width >= 2085);
    assert_true(bench->pages.pages[0].height >= 3100);
}

/* No page is larger than PDF/A-2 and viewers allow, even if the text becomes too small. */
static void a_page_has_a_bound(void **state)
{
    struct bench *bench = *state;
    struct figure figure;
    make_figure(&figure, 2000, 40000);
    doc_add_heading(&bench->doc, &bench->doc.body, 1, "Tidsplan", NULL);
    doc_add_figure(&bench->doc, &bench->doc.body, &figure, "Figur 1");
    struct pages *pages = lay_out(bench);
    assert_true(pages->pages[0].height <= 14400 && pages->pages[0].height > 14300);
    assert_int_equal(page_of(pages, "Figur 1"), 0);
    figure_release(&figure);
}

/* --- pages, contents, running lines ---------------------------------------------------------- */

static void pages_turn(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_text(doc, &doc->body, DOC_TEXT, "stående");
    doc_add_page(doc, DOC_LANDSCAPE);
    doc_add_page(doc, DOC_LANDSCAPE);
    doc_add_space(doc, &doc->body, 50);
    doc_add_text(doc, &doc->body, DOC_TEXT, "liggende");
    doc_add_page(doc, DOC_PORTRAIT);
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 2);
    assert_true(pages->pages[1].width > pages->pages[1].height);
    assert_true(op_of(pages, "liggende")->y == op_of(pages, "stående")->y);
}

static void contents_tell_the_right_pages(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    bench->doc.contents_title = "Indhold";
    doc_add_text(doc, &doc->body, DOC_TITLE, "Plan");
    doc_add_contents(doc);
    for (int i = 1; i <= 12; i++) {
        doc_add_page(doc, DOC_PORTRAIT);
        doc_add_heading(doc, &doc->body, 1, doc_textf(doc, "Kapitel %d", i), NULL);
        add_lines(doc, &doc->body, 10 * (size_t)i);
        doc_add_heading(doc, &doc->body, 2, doc_textf(doc, "Afsnit %d", i), NULL);
        doc_add_heading(doc, &doc->body, 3, "Ikke i listen", NULL);
        add_lines(doc, &doc->body, 3);
    }
    doc_add_heading(doc, &doc->body, 1, "Skjult", NULL)->unlisted = true;
    struct pages *pages = lay_out(bench);
    assert_int_equal(count_tags(pages, PAGE_TOC), 1);
    assert_int_equal(count_tags(pages, PAGE_TOCI), 24);
    assert_int_equal(pages->outline_count, 36);
    for (size_t i = 0; i < pages->outline_count; i++) {
        const struct page_outline *entry = &pages->outline[i];
        if (entry->level > 2)
            continue;
        const struct page_op *title = find(&pages->pages[0], entry->text);
        if (!title) /* cut by wrapping: not here */
            fail_msg("%s is not listed", entry->text);
        const struct page_op *number = title + 2;
        assert_int_equal(strtoul(number->text, NULL, 10), entry->page + 1);
        assert_true(fabs(number->x + number->width - (pages->pages[0].width - 42.5)) < tolerance);
        assert_int_equal(number->element, title->element);
        assert_int_equal(title[1].artifact, PAGE_DECORATION);
        assert_non_null(find(&pages->pages[entry->page], entry->text));
    }
    assert_int_equal(pages->link_count, 24);
    assert_null(find(&pages->pages[0], "Skjult"));
}

static void running_lines_are_cut_and_never_overlap(void **state)
{
    struct bench *bench = *state;
    struct doc *doc = &bench->doc;
    doc->running_left = words(doc, 100);
    doc->running_right = words(doc, 90);
    doc->foot_left = words(doc, 80);
    doc->foot_page = "Side {1} af {2}";
    add_lines(doc, &doc->body, 100);
    struct pages *pages = lay_out(bench);
    assert_int_equal(pages->page_count, 2);
    for (size_t p = 0; p < 2; p++) {
        const struct page *page = &pages->pages[p];
        size_t heads = 0, feet = 0;
        double last = 0;
        for (size_t i = 0; i < page->op_count; i++) {
            const struct page_op *op = &page->ops[i];
            heads += op->artifact == PAGE_HEADER;
            feet += op->artifact == PAGE_FOOTER && op->kind == PAGE_OP_TEXT;
            if (op->artifact == PAGE_HEADER && heads == 2)
                assert_true(op->x >= last + 24 - tolerance);
            if (op->artifact == PAGE_HEADER) /* both are cut */
                assert_non_null(strstr(op->text, "\xE2\x80\xA6"));
            last = op->x + op->width;
        }
        assert_int_equal(heads, p == 0 ? 0 : 2);
        assert_int_equal(feet, 2);
        const struct page_op *number = find(page, p == 0 ? "Side 1 af 2" : "Side 2 af 2");
        assert_non_null(number);
        assert_true(fabs(number->x + number->width - (595.276 - 42.5)) < tolerance);
    }
}

static void a_document_may_be_laid_out_twice(void **state)
{
    struct bench *bench = *state;
    add_theory(&bench->doc, 30, "det samme");
    struct buf first = {0}, second = {0};
    pages_dump(&first, lay_out(bench));
    pages_dump(&second, lay_out(bench));
    assert_string_equal(first.data, second.data);
    buf_release(&first);
    buf_release(&second);
}

/* --- documents nobody would write ------------------------------------------------------------ */

/* Makes documents by chance, the same ones every time; counts the letters q it puts in. */
struct chance {
    struct doc *doc;
    uint32_t seed;
    size_t letters;
    int notes; /* around what is being made */
    struct figure figure;
};

static uint32_t pick(struct chance *chance, uint32_t below)
{
    chance->seed = chance->seed * 1664525U + 1013904223U;
    return (chance->seed >> 16) % below;
}

static const char *chance_text(struct chance *chance)
{
    uint32_t count = pick(chance, 6) ? pick(chance, 40) : pick(chance, 600);
    char *text = arena_alloc(&chance->doc->arena, 2 * (size_t)count + 1);
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        text[length++] = 'q';
        if (!pick(chance, 7))
            text[length++] = pick(chance, 9) ? ' ' : '\n';
    }
    chance->letters += count;
    return text;
}

static void add_by_chance(struct chance *chance, struct doc_flow *flow, int depth);

static void add_paragraph_by_chance(struct chance *chance, struct doc_flow *flow)
{
    static const char *const targets[] = {NULL, NULL, NULL, "h1", "https://example.org", "none"};
    struct doc *doc = chance->doc;
    struct doc_paragraph *paragraph =
        doc_add_paragraph(doc, flow, (enum doc_text_style)pick(chance, DOC_CELL_STRONG + 1));
    if (paragraph->style == DOC_TITLE)
        paragraph->style = DOC_TEXT;
    paragraph->keep_with_next = !pick(chance, 9);
    paragraph->align_right = !pick(chance, 9);
    for (uint32_t runs = pick(chance, 4); runs > 0; runs--) {
        struct doc_run *run = doc_add_run(doc, paragraph, chance_text(chance));
        run->face = (enum text_face)pick(chance, TEXT_FACES);
        run->target = targets[pick(chance, 6)];
        run->lang = pick(chance, 5) ? NULL : "en";
        run->chip = !pick(chance, 12);
        run->with_page = !pick(chance, 3);
        if (pick(chance, 10) || chance->notes > 1)
            continue;
        chance->notes++;
        add_by_chance(chance, doc_add_note(doc, run), 3);
        chance->notes--;
    }
}

static void add_field_by_chance(struct chance *chance, struct doc_flow *flow)
{
    struct doc *doc = chance->doc;
    enum doc_field_kind kind = (enum doc_field_kind)pick(chance, 4);
    const char *label = pick(chance, 4) ? chance_text(chance) : NULL;
    if (kind == DOC_FIELD_LINE || kind == DOC_FIELD_AREA) {
        doc_add_field(doc, flow, kind, "felt", label)->lines = (int)pick(chance, 90);
        return;
    }
    const char *choices[5];
    size_t count = 1 + pick(chance, 5);
    for (size_t i = 0; i < count; i++)
        choices[i] = pick(chance, 5) ? "godkendt med ændringer" : chance_text(chance);
    doc_add_choices(doc, flow, kind, "valg", label, choices, count);
}

static void add_columns_by_chance(struct chance *chance, struct doc_flow *flow, int depth)
{
    struct doc_columns *columns = doc_add_columns(chance->doc, flow);
    for (uint32_t parts = pick(chance, 5); parts > 0; parts--)
        add_by_chance(chance, doc_add_part(chance->doc, columns, pick(chance, 4)), depth + 1);
}

static void add_heading_by_chance(struct chance *chance, struct doc_flow *flow)
{
    int level = (int)pick(chance, 8);
    const char *id = pick(chance, 3) ? NULL : "h1";
    doc_add_heading(chance->doc, flow, level, chance_text(chance), id);
}

static void add_list_by_chance(struct chance *chance, struct doc_flow *flow, int depth)
{
    struct doc *doc = chance->doc;
    struct doc_list *list = pick(chance, 2)   ? doc_add_bullets(doc, flow)
                            : pick(chance, 2) ? doc_add_numbers(doc, flow)
                                              : doc_add_definitions(doc, flow);
    for (uint32_t items = pick(chance, 5); items > 0; items--) {
        const char *label = pick(chance, 3) ? NULL : chance_text(chance);
        if (label && !label[strspn(label, " \n")])
            label = NULL;
        add_by_chance(chance, doc_add_item(doc, list, label), depth + 1);
    }
}

static void add_table_by_chance(struct chance *chance, struct doc_flow *flow, int depth)
{
    struct doc *doc = chance->doc;
    struct doc_column columns[5] = {{0}};
    size_t count = depth ? 1 : 1 + pick(chance, 5);
    for (size_t c = 0; c < count; c++) {
        columns[c].heading = pick(chance, 4) ? "Navn" : NULL;
        columns[c].share = 1 + pick(chance, 3);
        columns[c].number = !pick(chance, 4);
    }
    const char *caption = pick(chance, 2) ? chance_text(chance) : NULL;
    struct doc_table *table = doc_add_table(doc, flow, caption, columns, count);
    table->column_rules = pick(chance, 2);
    for (uint32_t rows = pick(chance, depth ? 4 : 30); rows > 0; rows--) {
        struct doc_row *row = doc_add_row(doc, table);
        for (uint32_t cells = pick(chance, (uint32_t)count + 2); cells > 0; cells--) {
            struct doc_cell *cell = doc_add_cell(doc, row);
            cell->rows = pick(chance, 4) ? 1 : (int)pick(chance, 40);
            cell->columns = pick(chance, 5) ? 1 : (int)pick(chance, 4);
            cell->header = !pick(chance, 3);
            cell->look = pick(chance, 3) ? DOC_CELL_PLAIN : (enum doc_cell_look)pick(chance, 3);
            add_by_chance(chance, &cell->body, depth + 1);
        }
    }
}

static void add_block_by_chance(struct chance *chance, struct doc_flow *flow, int depth)
{
    struct doc *doc = chance->doc;
    uint32_t kind = pick(chance, 16);
    if (kind < 4 || depth > 3)
        add_paragraph_by_chance(chance, flow);
    else if (kind < 6)
        add_heading_by_chance(chance, flow);
    else if (kind < 8)
        add_list_by_chance(chance, flow, depth);
    else if (kind < 9 && depth < 2)
        add_table_by_chance(chance, flow, depth);
    else if (kind < 10)
        add_by_chance(chance, doc_add_box(doc, flow, (enum doc_box_look)pick(chance, 2)),
                      depth + 1);
    else if (kind < 11)
        doc_add_figure(doc, flow, &chance->figure, pick(chance, 2) ? chance_text(chance) : NULL);
    else if (kind < 13)
        add_field_by_chance(chance, flow);
    else if (kind < 15)
        add_columns_by_chance(chance, flow, depth);
    else
        doc_add_page(doc, (enum doc_orientation)pick(chance, 2));
}

/* What stands around the text of the documents by chance. */
static void surround_by_chance(struct chance *chance, struct style *style)
{
    static const char *const texts[] = {NULL, "", "Udkast", "et langt ord om huset og mere til"};
    struct doc *doc = chance->doc;
    doc->page_reference = "side {1}";
    doc->foot_page = "Side {1} af {2}";
    doc->stamp = texts[pick(chance, 4)];
    doc->running_left = texts[pick(chance, 4)];
    doc->running_right = texts[pick(chance, 4)];
    doc->foot_left = texts[pick(chance, 4)];
    style->header = texts[pick(chance, 4)];
    style->footer = texts[pick(chance, 4)];
    style->logo =
        (struct style_image){STYLE_PNG, NULL, 0, 1 + pick(chance, 900), 1 + pick(chance, 300)};
    style->logo_text = texts[pick(chance, 4)];
    style->logo_height = pick(chance, 60);
    if (pick(chance, 2))
        style->logo.kind = STYLE_NO_IMAGE;
    if (pick(chance, 2))
        doc_add_text(doc, &doc->body, DOC_TITLE, "Titlen");
}

static void add_by_chance(struct chance *chance, struct doc_flow *flow, int depth)
{
    for (uint32_t blocks = pick(chance, depth ? 4 : 20); blocks > 0; blocks--)
        if (flow == &chance->doc->body || pick(chance, 12))
            add_block_by_chance(chance, flow, depth);
}

static void documents_by_chance_keep_the_rules(void **state)
{
    struct bench *bench = *state;
    for (uint32_t seed = 1; seed <= 300; seed++) {
        doc_release(&bench->doc);
        struct chance chance = {.doc = &bench->doc, .seed = seed * 7919};
        double width = 50 + pick(&chance, 900);
        make_figure(&chance.figure, width, 50 + pick(&chance, 600));
        surround_by_chance(&chance, &bench->style);
        add_by_chance(&chance, &bench->doc.body, 0);
        char *letters = letters_of(lay_out(bench));
        size_t count = 0;
        for (const char *c = letters; *c; c++)
            count += *c == 'q';
        if (count != chance.letters)
            fail_msg("document %u: %zu letters of %zu", seed, count, chance.letters);
        free(letters);
        figure_release(&chance.figure);
    }
}

/* --- whole documents against their .pages files ------------------------------------------------- */

static void make_brief(struct doc *doc)
{
    doc->lang = "da";
    doc->foot_left = "Virkning · model version 3, udkast: 4 punkter mangler, se bilag";
    doc->foot_page = "Side {1} af {2}";
    struct doc_flow *body = &doc->body;
    doc_add_text(doc, body, DOC_TITLE, "Børn trives, også når livet hjemme er svært");
    doc_add_text(doc, body, DOC_LEAD, "Evalueringsplan på én side · Fårvang · 2017–2021");
    struct doc_flow *box = doc_add_box(doc, body, DOC_BOX_PANEL);
    doc_add_heading(doc, box, 3, "Styregruppen bedes", NULL)->unlisted = true;
    struct doc_list *asked = doc_add_numbers(doc, box);
    doc_add_text(doc, doc_add_item(doc, asked, NULL), DOC_TEXT,
                 "godkende aktiviteterne A–D og de tegn, vi følger det første år");
    doc_add_text(doc, doc_add_item(doc, asked, NULL), DOC_TEXT,
                 "beslutte, om læsevenner (E) venter længere end til august 2017");
    doc_add_text(doc, doc_add_item(doc, asked, NULL), DOC_TEXT,
                 "udpege, hvem der måler oplevet støtte hos børnene");
    doc_add_heading(doc, body, 1, "Hvordan vi finder ud af, om det virker", "virker");
    const struct doc_column columns[] = {
        {.heading = "Spørgsmål", .share = 40},
        {.heading = "Type", .share = 14},
        {.heading = "Vi måler med", .share = 22},
        {.heading = "Hvornår", .share = 12},
        {.heading = "Børn", .share = 12, .number = true},
    };
    static const char *const cells[3][5] = {
        {"Kommer målgruppen til morgenmøderne?", "proces", "fremmøde", "maj 2018", "24"},
        {"Oplever børnene støtte i hverdagen?", "effekt", "trivselsmåling", "hvert år", "118"},
        {"Hvorfor søger familier hjælp tidligere?", "virkning", "interview, fokusgruppe", "2019",
         "9"},
    };
    struct doc_table *table = doc_add_table(doc, body, NULL, columns, 5);
    for (int r = 0; r < 3; r++) {
        struct doc_row *row = doc_add_row(doc, table);
        for (int c = 0; c < 5; c++)
            doc_add_cell_text(doc, row, cells[r][c])->header = c == 0;
    }
    doc_add_heading(doc, body, 1, "Det hviler på", NULL);
    struct doc_paragraph *paragraph =
        doc_add_text(doc, body, DOC_TEXT,
                     "at dagplejerne har forældrenes tillid, at rådgiveren er til stede hver uge, "
                     "og at skolen tager omsorgsplanen i brug. Vi kan ");
    doc_add_run(doc, paragraph, "ikke")->face = TEXT_SEMIBOLD;
    doc_add_run(doc, paragraph,
                " konkludere, at ændringer alene skyldes indsatsen: området sammenlignes med "
                "resten af kommunen. Se ");
    doc_add_run(doc, paragraph, "hvordan vi finder ud af det")->target = "virker";
    doc_add_run(doc, paragraph, " og ");
    doc_add_run(doc, paragraph, "Socialstyrelsens håndbog")->target =
        "https://example.org/haandbog";
    doc_add_run(doc, paragraph, ".");
    struct doc_list *facts = doc_add_definitions(doc, body);
    doc_add_text(doc, doc_add_item(doc, facts, "Målgruppe"), DOC_TEXT,
                 "børn og unge i udsatte positioner");
    doc_add_text(doc, doc_add_item(doc, facts, "Ansvar"), DOC_MISSING, "mangler: hvem?");
}

static void make_theory(struct doc *doc)
{
    static const struct {
        const char *name, *more, *state, *signs[3];
    } rows[] = {
        {"Trivselsgrupper",
         "",
         "skoleåret 2017/18 · i gang",
         {"6–8 børn er med i den første gruppe", "børnene kommer til alle 10 mødegange",
          "børnene har fået flere kammerater i gruppen"}},
        {"Fremskudt familierådgivning",
         " i børnehave og skole",
         "i gang",
         {"personalet har en sparringspartner og skriver præcise underretninger",
          "flere familier får hjælp tidligt", NULL}},
        {"Morgenmøder",
         " for nytilkomne udenlandske forældre i dagplejen",
         "fra maj 2017 · i gang",
         {"70 % af de nytilkomne familier deltager", "børnene møder udhvilede og mætte", NULL}},
        {"Omsorgsplan",
         " ved sygdom, sociale problemer og dødsfald",
         "2018 · besluttet",
         {"planen findes, og alle ved, hvad de skal gøre", "børnene oplever støtte i hverdagen",
          NULL}},
        {"Læsevenner", "", "afventer frivillige til sommer 2017", {NULL, NULL, NULL}},
    };
    static const char *const goals[][2] = {
        {"Fagprofessionelle forstår barnets situation og støtter bedre ", "A B D"},
        {"Forældre støttes i at styrke barnets trivsel ", "B C"},
        {"Børn har flere kammerater og voksne uden for hjemmet ", "A"},
        {"Børn kan handle i en hverdag, der er svær ", "A"},
    };
    const struct doc_column columns[] = {
        {.heading = "Aktivitet", .share = 20},
        {.heading = "Tegn og indikatorer (1. år)", .share = 29},
        {.heading = "Mellemlang virkning (2–3 år), delmål", .share = 29},
        {.heading = "Langsigtet virkning (4–6 år)", .share = 22},
    };
    doc->lang = "da";
    doc->running_left = "Silkeborg Kommune · Nærmiljøprojekt";
    doc->running_right = "Evalueringsplan · Programteori";
    doc->foot_left = "Virkning · model version 3, godkendt 12.6.2017";
    doc->foot_page = "Side {1} af {2}";
    doc_add_page(doc, DOC_LANDSCAPE);
    doc_add_text(doc, &doc->body, DOC_TITLE, "Programteori: tidlig støtte i hverdagen");
    struct doc_paragraph *lead = doc_add_paragraph(doc, &doc->body, DOC_LEAD);
    doc_add_run(doc, lead, "Udfordring:")->face = TEXT_SEMIBOLD;
    doc_add_run(doc, lead, " børn mistrives, fordi forældre har psykiske problemer.");
    struct doc_table *table = doc_add_table(doc, &doc->body, NULL, columns, 4);
    table->column_rules = true;
    for (size_t r = 0; r < 5; r++) {
        struct doc_row *row = doc_add_row(doc, table);
        struct doc_cell *name = doc_add_cell(doc, row);
        name->header = true;
        struct doc_paragraph *text = doc_add_text(doc, &name->body, DOC_CELL_STRONG, rows[r].name);
        doc_add_run(doc, text, rows[r].more)->face = TEXT_REGULAR;
        doc_add_text(doc, &name->body, DOC_SMALL, rows[r].state);
        struct doc_cell *signs = doc_add_cell(doc, row);
        if (!rows[r].signs[0])
            doc_add_text(doc, &signs->body, DOC_MISSING,
                         "Intet tegn endnu: hvordan kan vi se efter et år, at det virker?");
        struct doc_list *list = doc_add_bullets(doc, &signs->body);
        for (int i = 0; i < 3 && rows[r].signs[i]; i++)
            doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_CELL, rows[r].signs[i]);
        if (r > 0)
            continue;
        struct doc_cell *shared = doc_add_cell(doc, row);
        shared->rows = 5;
        shared->look = DOC_CELL_PANEL;
        list = doc_add_bullets(doc, &shared->body);
        for (size_t i = 0; i < 4; i++) {
            text = doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_CELL, goals[i][0]);
            doc_add_run(doc, text, goals[i][1])->chip = true;
        }
        doc_add_text(doc, &shared->body, DOC_SMALL,
                     "Bogstaverne viser, hvilke aktiviteter der fører hertil.");
        struct doc_cell *goal = doc_add_cell(doc, row);
        goal->rows = 5;
        goal->look = DOC_CELL_DARK;
        doc_add_text(doc, &goal->body, DOC_CELL_STRONG,
                     "Familier i udsatte positioner mestrer hverdagen og trives");
    }
}

/* What is to be approved: columns, fields, notes, references and the house's style. */
static void make_approval(struct doc *doc, struct style *style)
{
    doc->lang = "da";
    doc->running_left = "Silkeborg Kommune · Nærmiljøprojekt";
    doc->running_right = "Aktivitetsbeskrivelse";
    doc->foot_left = "Virkning · model version 3";
    doc->foot_page = "Side {1} af {2}";
    doc->page_reference = "side {1}";
    doc->stamp = "Udkast";
    style->header = "Børn og Familie";
    style->footer = "Rådhuset, 8600 Silkeborg";
    style->logo = (struct style_image){STYLE_PNG, NULL, 0, 320, 80};
    style->logo_height = 30;
    style->logo_text = "Silkeborg Kommune";
    struct doc_flow *body = &doc->body;
    doc_add_text(doc, body, DOC_TITLE, "Morgenmøder for nytilkomne forældre i dagplejen");
    doc_add_text(doc, body, DOC_LEAD, "Aktivitet C · fra maj 2017");
    struct doc_columns *columns = doc_add_columns(doc, body);
    struct doc_flow *left = doc_add_part(doc, columns, 2), *right = doc_add_part(doc, columns, 1);
    struct doc_paragraph *paragraph =
        doc_add_text(doc, left, DOC_TEXT, "Dagplejerne inviterer alle nytilkomne familier");
    doc_add_text(doc, doc_add_note(doc, paragraph->last), DOC_SMALL,
                 "Familier, der er kommet til kommunen inden for et år.");
    doc_add_run(doc, paragraph, " til morgenmad hver fredag. Se ");
    struct doc_run *link = doc_add_run(doc, paragraph, "hvem der beslutter");
    link->target = "beslutning";
    link->with_page = true;
    doc_add_run(doc, paragraph, ", og hvornår.");
    doc_add_text(doc, right, DOC_SMALL, "Ansvar: dagplejens leder");
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_heading(doc, body, 1, "Beslutning", "beslutning");
    columns = doc_add_columns(doc, body);
    left = doc_add_box(doc, doc_add_part(doc, columns, 2), DOC_BOX_FRAME);
    right = doc_add_box(doc, doc_add_part(doc, columns, 1), DOC_BOX_FRAME);
    doc_add_choices(doc, left, DOC_FIELD_ONE_OF, "decision", "Beslutning", decisions, 3);
    doc_add_field(doc, left, DOC_FIELD_AREA, "conditions", "Forbehold")->lines = 2;
    doc_add_field(doc, right, DOC_FIELD_LINE, "date", "Dato og forum");
}

/* Set by --update. */
static const char update_variable[] = "VIRKNING_UPDATE_GOLDENS";

static void compare(struct bench *bench, const char *path)
{
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    struct buf out = {0};
    pages_dump(&out, lay_out(bench));
    if (getenv(update_variable))
        assert_int_equal(file_write(path, out.data, out.length, &sink), 0);
    char *expected = NULL;
    size_t length;
    assert_int_equal(file_read(path, 1 << 20, &expected, &length, &sink), 0);
    assert_string_equal(out.data, expected);
    free(expected);
    buf_release(&out);
    diag_sink_release(&sink);
}

static void the_brief_looks_as_it_did(void **state)
{
    struct bench *bench = *state;
    make_brief(&bench->doc);
    compare(bench, TEST_SOURCE_DIR "/tests/cases/doc/brief.pages");
}

static void the_theory_table_looks_as_it_did(void **state)
{
    struct bench *bench = *state;
    make_theory(&bench->doc);
    compare(bench, TEST_SOURCE_DIR "/tests/cases/doc/theory.pages");
}

static void the_approval_looks_as_it_did(void **state)
{
    struct bench *bench = *state;
    make_approval(&bench->doc, &bench->style);
    compare(bench, TEST_SOURCE_DIR "/tests/cases/doc/approval.pages");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, open_bench, close_bench)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_document_is_one_page),
        TEST(empty_strings_leave_nothing),
        TEST(a_title_comes_first_and_is_heading_one),
        TEST(without_a_title_chapters_are_heading_one),
        TEST(headings_that_are_left_out_move_no_other),
        TEST(a_heading_keeps_two_lines_with_it),
        TEST(a_heading_keeps_the_first_row_with_it),
        TEST(a_title_and_a_kept_line_stay_with_what_follows),
        TEST(no_line_of_a_paragraph_stands_alone),
        TEST(a_long_paragraph_runs_over_pages),
        TEST(running_text_keeps_to_the_measure),
        TEST(a_huge_word_loses_no_letter),
        TEST(a_title_of_200_characters_wraps),
        TEST(runs_keep_face_colour_and_language),
        TEST(links_lead_to_headings_and_addresses),
        TEST(a_link_over_lines_has_a_rectangle_on_each),
        TEST(lists_nest),
        TEST(definitions_stand_beside_their_terms),
        TEST(a_box_goes_on_on_the_next_page),
        TEST(boxes_stand_in_boxes_and_cells),
        TEST(a_table_has_caption_head_and_body),
        TEST(empty_cells_exist),
        TEST(too_many_cells_go_on_in_another_row),
        TEST(five_hundred_rows_repeat_the_header),
        TEST(a_row_is_not_cut),
        TEST(a_row_taller_than_a_page_is_cut_between_lines),
        TEST(a_cell_of_one_long_paragraph_is_cut_too),
        TEST(a_shared_cell_runs_down_to_its_last_row),
        TEST(a_shared_cell_is_repeated_on_the_next_page),
        TEST(rows_beside_a_shared_cell_are_not_cut),
        TEST(a_heading_keeps_the_first_of_many_shared_rows),
        TEST(few_shared_rows_stay_together),
        TEST(a_shared_text_is_not_cut_where_a_page_holds_it),
        TEST(a_row_grows_before_a_page_break_for_a_shared_text),
        TEST(a_rule_ends_the_table_on_every_page),
        TEST(the_last_row_grows_for_a_tall_shared_cell),
        TEST(a_shared_cell_taller_than_a_page_loses_nothing),
        TEST(columns_are_spanned),
        TEST(a_rule_keeps_clear_of_a_shared_cell_beside_it),
        TEST(cells_hold_lists_chips_and_tables),
        TEST(columns_stand_beside_each_other),
        TEST(columns_stay_on_one_page),
        TEST(columns_taller_than_a_page_lose_nothing),
        TEST(boxes_beside_each_other_end_at_one_height),
        TEST(narrow_columns_stand_below_each_other),
        TEST(fields_have_labels_and_places),
        TEST(choices_wrap_to_lines),
        TEST(a_label_stays_with_its_field),
        TEST(a_note_stands_at_the_foot_of_its_page),
        TEST(a_line_takes_its_note_along),
        TEST(many_notes_and_long_ones_go_on),
        TEST(a_note_in_a_repeated_cell_is_shown_once),
        TEST(references_tell_the_page),
        TEST(running_text_stands_on_the_grid),
        TEST(a_chapter_closes_up_to_save_a_page),
        TEST(a_list_leaves_no_line_alone),
        TEST(a_table_leaves_no_row_alone),
        TEST(the_heading_of_rows_is_repeated),
        TEST(a_page_is_turned_if_needed),
        TEST(a_logo_stands_beside_the_title),
        TEST(a_stamp_is_on_every_page),
        TEST(the_footer_stands_between_or_below),
        TEST(a_figure_fits_the_text),
        TEST(a_wide_figure_turns_the_page),
        TEST(a_large_figure_gets_a_larger_page),
        TEST(a_huge_figure_gets_a_page_of_its_own_size),
        TEST(a_page_has_a_bound),
        TEST(pages_turn),
        TEST(contents_tell_the_right_pages),
        TEST(running_lines_are_cut_and_never_overlap),
        TEST(a_document_may_be_laid_out_twice),
        TEST(documents_by_chance_keep_the_rules),
        TEST(the_brief_looks_as_it_did),
        TEST(the_theory_table_looks_as_it_did),
        TEST(the_approval_looks_as_it_did),
    };
    if (argc > 1 && strcmp(argv[1], "--update") == 0)
        setenv(update_variable, "yes", 1);
    return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
