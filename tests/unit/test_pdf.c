/* Tests of the PDF writer: metadata, structure, fonts, links, limits, figures.
 *
 * With VIRKNING_KEEP=FOLDER the files that are written are kept there under the names
 * given to finish(); tests/cli/pdf.sh has them judged by other programs. */
#include "base/diag.h"
#include "base/file.h"
#include "base/style.h"
#include "doc/blocks.h"
#include "doc/pages.h"
#include "figure/figure.h"
#include "out/pdf.h"
#include "out/pdf_truetype.h"
#include "text/fonts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- pages made by hand --------------------------------------------------------------- */

struct sheet {
    struct diag_sink sink;
    struct style style;
    struct fonts *fonts;
    struct doc doc;
    struct pages pages;
    struct buf out;
};

static const struct pdf_meta meta = {
    .title = "Evalueringsplan for «Tidlig støtte» – prøve & test",
    .author = "Ærø Kommune",
    .subject = "Plan < 2027",
    .lang = "da",
    .creator = "virkning test",
    .date = 1767225600,
    .seed = "test",
    .readable = true,
};

static size_t add_element(struct sheet *sheet, enum page_tag tag, size_t parent)
{
    struct pages *pages = &sheet->pages;
    pages->elements = arena_grow(&pages->arena, pages->elements, &pages->element_capacity,
                                 pages->element_count + 1, sizeof *pages->elements);
    pages->elements[pages->element_count] = (struct page_element){.tag = tag, .parent = parent};
    return pages->element_count++;
}

static struct page *add_page(struct sheet *sheet)
{
    struct pages *pages = &sheet->pages;
    pages->pages = arena_grow(&pages->arena, pages->pages, &pages->page_capacity,
                              pages->page_count + 1, sizeof *pages->pages);
    pages->pages[pages->page_count] = (struct page){.width = 595.28, .height = 841.89};
    return &pages->pages[pages->page_count++];
}

static struct page_op *add_op(struct sheet *sheet, enum page_op_kind kind, size_t element)
{
    struct pages *pages = &sheet->pages;
    struct page *page = &pages->pages[pages->page_count - 1];
    page->ops = arena_grow(&pages->arena, page->ops, &page->op_capacity, page->op_count + 1,
                           sizeof *page->ops);
    struct page_op *op = &page->ops[page->op_count++];
    *op = (struct page_op){.kind = kind, .element = element, .x = 60, .size = 10, .text = ""};
    op->y = 60 + 14 * (double)(page->op_count % 50);
    return op;
}

static struct page_op *add_text(struct sheet *sheet, size_t element, const char *text)
{
    struct page_op *op = add_op(sheet, PAGE_OP_TEXT, element);
    op->text = text;
    return op;
}

static size_t add_paragraph(struct sheet *sheet, size_t parent, const char *text)
{
    size_t element = add_element(sheet, PAGE_P, parent);
    add_text(sheet, element, text);
    return element;
}

static struct page_link *add_link(struct sheet *sheet, size_t element)
{
    struct pages *pages = &sheet->pages;
    pages->links = arena_grow(&pages->arena, pages->links, &pages->link_capacity,
                              pages->link_count + 1, sizeof *pages->links);
    struct page_link *link = &pages->links[pages->link_count++];
    *link = (struct page_link){.page = pages->page_count - 1,
                               .element = element,
                               .x = 60,
                               .y = 60,
                               .width = 80,
                               .height = 12,
                               .contents = "Se målene"};
    return link;
}

static void add_outline(struct sheet *sheet, int level, const char *text)
{
    struct pages *pages = &sheet->pages;
    pages->outline = arena_grow(&pages->arena, pages->outline, &pages->outline_capacity,
                                pages->outline_count + 1, sizeof *pages->outline);
    pages->outline[pages->outline_count++] =
        (struct page_outline){level, text, pages->page_count - 1, 60};
}

/* A sheet with the document as its first element and one empty page. */
static void open_sheet(struct sheet *sheet)
{
    *sheet = (struct sheet){0};
    diag_sink_init(&sheet->sink, false);
    assert_int_equal(style_load(&sheet->style, NULL, TEST_SOURCE_DIR, &sheet->sink), 0);
    sheet->fonts = fonts_open(&sheet->style, &sheet->sink);
    assert_non_null(sheet->fonts);
    doc_init(&sheet->doc);
    buf_init(&sheet->out, 0);
    arena_init(&sheet->pages.arena);
    sheet->pages.doc = &sheet->doc;
    sheet->pages.style = &sheet->style;
    add_element(sheet, PAGE_DOCUMENT, 0);
    add_page(sheet);
}

static void close_sheet(struct sheet *sheet)
{
    buf_release(&sheet->out);
    arena_release(&sheet->pages.arena);
    doc_release(&sheet->doc);
    fonts_free(sheet->fonts);
    style_release(&sheet->style);
    diag_sink_release(&sheet->sink);
}

static int write_sheet(struct sheet *sheet)
{
    return pdf_write_pages(&sheet->out, &sheet->pages, fonts_metrics(sheet->fonts), &meta,
                           &sheet->sink);
}

static void keep(struct sheet *sheet, const char *name)
{
    const char *folder = getenv("VIRKNING_KEEP");
    if (!folder)
        return;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.pdf", folder, name);
    assert_int_equal(file_write(path, sheet->out.data, sheet->out.length, &sheet->sink), 0);
}

/* Writes the sheet without a finding. */
static void finish(struct sheet *sheet, const char *name)
{
    assert_int_equal(write_sheet(sheet), 0);
    assert_int_equal(sheet->sink.count, 0);
    keep(sheet, name);
}

/* How often the file contains `text`. */
static size_t count_of(const struct sheet *sheet, const char *text)
{
    size_t count = 0;
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= sheet->out.length; i++)
        count += memcmp(sheet->out.data + i, text, length) == 0;
    return count;
}

/* Where the file, which has bytes of all kinds, first contains `text`. */
static const char *find(const struct sheet *sheet, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= sheet->out.length; i++)
        if (memcmp(sheet->out.data + i, text, length) == 0)
            return sheet->out.data + i;
    return NULL;
}

static bool has(const struct sheet *sheet, const char *text)
{
    return count_of(sheet, text) > 0;
}

/* --- the file as a whole --------------------------------------------------------------- */

static void says_what_it_is(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "Hej");
    finish(&sheet, "smallest");
    assert_memory_equal(sheet.out.data, "%PDF-1.7\n", 9);
    assert_true(has(&sheet, "/MarkInfo <</Marked true>>"));
    assert_true(has(&sheet, "/DisplayDocTitle true"));
    assert_true(has(&sheet, "/Lang (da)"));
    assert_true(has(&sheet, "<pdfaid:part>2</pdfaid:part>"));
    assert_true(has(&sheet, "<pdfaid:conformance>A</pdfaid:conformance>"));
    assert_true(has(&sheet, "<pdfuaid:part>1</pdfuaid:part>"));
    assert_true(has(&sheet, "støtte» – prøve &amp; test</rdf:li>"));
    assert_true(has(&sheet, "Plan &lt; 2027</rdf:li>"));
    assert_true(has(&sheet, "<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>"));
    assert_true(has(&sheet, "/CreationDate (D:20260101000000Z)"));
    assert_true(has(&sheet, "/S /GTS_PDFA1"));
    assert_true(has(&sheet, "/PageLabels"));
    assert_true(has(&sheet, "/Tabs /S"));
    assert_false(has(&sheet, "/ID [<00000000"));
    assert_true(has(&sheet, "/ID [<"));
    close_sheet(&sheet);
}

static void same_input_same_bytes(void **state)
{
    (void)state;
    struct sheet one, two;
    open_sheet(&one);
    open_sheet(&two);
    add_paragraph(&one, 0, "Det samme → hver gang");
    add_paragraph(&two, 0, "Det samme → hver gang");
    finish(&one, "same-1");
    finish(&two, "same-2");
    assert_int_equal(one.out.length, two.out.length);
    assert_memory_equal(one.out.data, two.out.data, one.out.length);

    struct pdf_meta other = meta;
    other.seed = "andet";
    buf_reset(&two.out);
    assert_int_equal(
        pdf_write_pages(&two.out, &two.pages, fonts_metrics(two.fonts), &other, &two.sink), 0);
    assert_int_equal(one.out.length, two.out.length);
    assert_memory_not_equal(one.out.data, two.out.data, one.out.length);
    close_sheet(&one);
    close_sheet(&two);
}

static void is_added_behind_what_is_there(void **state)
{
    (void)state;
    struct sheet one, two;
    open_sheet(&one);
    open_sheet(&two);
    add_paragraph(&one, 0, "Hej");
    add_paragraph(&two, 0, "Hej");
    buf_add_string(&two.out, "før");
    assert_int_equal(write_sheet(&one), 0);
    assert_int_equal(write_sheet(&two), 0);
    assert_memory_equal(two.out.data + strlen("før"), one.out.data, one.out.length);
    close_sheet(&one);
    close_sheet(&two);
}

/* What is packed says the same, to other programs: tests/cli/pdf.sh asks them. */
static void objects_are_packed(void **state)
{
    (void)state;
    struct sheet readable, packed;
    struct pdf_meta other = meta;
    open_sheet(&readable);
    open_sheet(&packed);
    for (int i = 0; i < 1000; i++) {
        add_paragraph(&readable, 0, "Mange afsnit");
        add_paragraph(&packed, 0, "Mange afsnit");
    }
    finish(&readable, "readable");
    other.readable = false;
    assert_int_equal(pdf_write_pages(&packed.out, &packed.pages, fonts_metrics(packed.fonts),
                                     &other, &packed.sink),
                     0);
    keep(&packed, "packed");
    assert_int_equal(count_of(&readable, "/S /P "), 1000);
    assert_int_equal(count_of(&packed, "/S /P "), 0);
    assert_true(count_of(&packed, "/Type /ObjStm") > 1);
    assert_int_equal(count_of(&packed, "/Type /XRef"), 1);
    assert_true(has(&packed, "/Type /Catalog"));
    assert_true(has(&packed, "/CreationDate"));
    assert_true(packed.out.length < readable.out.length / 3);
    close_sheet(&readable);
    close_sheet(&packed);
}

static void a_document_without_marks(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    finish(&sheet, "empty");
    assert_false(has(&sheet, "/StructParents"));
    assert_false(has(&sheet, "/FontDescriptor"));
    close_sheet(&sheet);
}

/* --- structure ------------------------------------------------------------------------ */

static void add_list(struct sheet *sheet, size_t parent)
{
    size_t list = add_element(sheet, PAGE_L, parent);
    sheet->pages.elements[list].numbered = true;
    for (int i = 0; i < 2; i++) {
        size_t item = add_element(sheet, PAGE_LI, list);
        add_text(sheet, add_element(sheet, PAGE_LBL, item), i ? "2." : "1.");
        size_t body = add_element(sheet, PAGE_LBODY, item);
        add_paragraph(sheet, body, i ? "Andet punkt" : "Første punkt");
    }
}

static size_t add_cell(struct sheet *sheet, size_t row, enum page_tag tag, const char *text)
{
    size_t cell = add_element(sheet, tag, row);
    if (text)
        add_paragraph(sheet, cell, text);
    return cell;
}

static void add_table(struct sheet *sheet, size_t parent)
{
    size_t table = add_element(sheet, PAGE_TABLE, parent);
    add_text(sheet, add_element(sheet, PAGE_CAPTION, table), "Tabel 1. Tegn og mål");
    size_t head = add_element(sheet, PAGE_TR, add_element(sheet, PAGE_THEAD, table));
    const char *const names[] = {"Aktivitet", "Tegn", "Mål"};
    for (size_t i = 0; i < 3; i++) {
        size_t cell = add_cell(sheet, head, PAGE_TH, names[i]);
        sheet->pages.elements[cell].scope = PAGE_SCOPE_COLUMN;
    }
    size_t body = add_element(sheet, PAGE_TBODY, table);
    size_t row = add_element(sheet, PAGE_TR, body);
    size_t first = add_cell(sheet, row, PAGE_TH, "Trivselsgrupper");
    sheet->pages.elements[first].scope = PAGE_SCOPE_ROW;
    sheet->pages.elements[first].rows = 2;
    add_cell(sheet, row, PAGE_TD, "børnene kommer");
    add_cell(sheet, row, PAGE_TD, NULL);
    row = add_element(sheet, PAGE_TR, body);
    size_t wide = add_cell(sheet, row, PAGE_TD, NULL);
    sheet->pages.elements[wide].columns = 2;
}

static void structure_follows_the_elements(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    size_t chapter = add_element(&sheet, PAGE_SECT, 0);
    add_text(&sheet, add_element(&sheet, PAGE_H1, chapter), "Sådan måler vi");
    size_t mixed = add_paragraph(&sheet, chapter, "Et ord på engelsk: ");
    size_t span = add_element(&sheet, PAGE_SPAN, mixed);
    sheet.pages.elements[span].lang = "en";
    add_text(&sheet, span, "logic model");
    add_text(&sheet, mixed, ", siger man.");
    add_list(&sheet, chapter);
    add_table(&sheet, chapter);
    finish(&sheet, "structure");
    assert_true(has(&sheet, "/S /Span"));
    assert_true(has(&sheet, "/Lang (en)"));
    assert_true(has(&sheet, "/ListNumbering /Decimal"));
    assert_int_equal(count_of(&sheet, "/Scope /Column"), 3);
    assert_true(has(&sheet, "/Scope /Row /RowSpan 2"));
    assert_true(has(&sheet, "/ColSpan 2"));
    assert_int_equal(count_of(&sheet, "/S /TD"), 3);
    assert_int_equal(count_of(&sheet, "/S /TR"), 3);
    close_sheet(&sheet);
}

static void a_child_stands_between_the_content_around_it(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    size_t paragraph = add_paragraph(&sheet, 0, "før ");
    add_text(&sheet, add_element(&sheet, PAGE_SPAN, paragraph), "i");
    add_text(&sheet, paragraph, " efter");
    finish(&sheet, "between");
    const char *entries = find(&sheet, "/S /P ");
    unsigned first, child, last;
    assert_non_null(entries);
    assert_int_equal(sscanf(strstr(entries, "/K ["), "/K [ %u %u 0 R %u]", &first, &child, &last),
                     3);
    assert_int_equal(first, 0);
    assert_int_equal(last, 2);
    close_sheet(&sheet);
}

static void what_has_no_content_is_left_out(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    size_t list = add_element(&sheet, PAGE_L, 0);
    add_element(&sheet, PAGE_LI, list);
    size_t table = add_element(&sheet, PAGE_TABLE, 0);
    add_element(&sheet, PAGE_TR, table);
    add_paragraph(&sheet, 0, "Kun dette");
    finish(&sheet, "pruned");
    assert_false(has(&sheet, "/S /L "));
    assert_false(has(&sheet, "/S /LI "));
    assert_false(has(&sheet, "/S /Table "));
    assert_false(has(&sheet, "/S /TR "));
    close_sheet(&sheet);
}

static void an_element_may_span_pages(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    size_t paragraph = add_paragraph(&sheet, 0, "begynder her");
    add_page(&sheet);
    add_text(&sheet, paragraph, "og slutter her");
    struct page_op *head = add_text(&sheet, 0, "Løbende hoved");
    head->artifact = PAGE_HEADER;
    struct page_op *rule = add_op(&sheet, PAGE_OP_LINE, 0);
    rule->artifact = PAGE_DECORATION;
    rule->width = 100;
    rule->line_width = 0.5;
    struct page_op *chip = add_op(&sheet, PAGE_OP_FILL, 0);
    chip->artifact = PAGE_DECORATION;
    chip->width = chip->height = 20;
    chip->radius = 3;
    chip->color = (struct color){200, 220, 230};
    finish(&sheet, "spanning");
    assert_int_equal(count_of(&sheet, "/Type /MCR"), 1);
    assert_int_equal(count_of(&sheet, "/S /P "), 1);
    close_sheet(&sheet);
}

static void links_and_outline_point_into_the_document(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    size_t paragraph = add_paragraph(&sheet, 0, "Læs mere hos ");
    size_t link = add_element(&sheet, PAGE_LINK, paragraph);
    add_text(&sheet, link, "kommunen");
    add_link(&sheet, link)->uri = "https://www.kommune.dk/mål (2).html";
    add_outline(&sheet, 1, "Indledning");
    add_outline(&sheet, 2, "Baggrund – æøå");
    add_page(&sheet);
    size_t inside = add_element(&sheet, PAGE_LINK, add_paragraph(&sheet, 0, "Side 1: "));
    add_text(&sheet, inside, "begyndelsen");
    add_link(&sheet, inside)->target_y = 60;
    add_outline(&sheet, 2, "Mål");
    add_outline(&sheet, 1, "Tegn");
    finish(&sheet, "links");
    assert_true(has(&sheet, "/URI (https://www.kommune.dk/m%C3%A5l%20%282%29.html)"));
    assert_int_equal(count_of(&sheet, "/Type /OBJR"), 2);
    assert_int_equal(count_of(&sheet, "/F 4 "), 2);
    assert_true(has(&sheet, "/XYZ 0 781.89 null]"));
    assert_true(has(&sheet, "/PageMode /UseOutlines"));
    assert_true(has(&sheet, "/Count 2"));
    assert_true(has(&sheet, "/Count 4"));
    close_sheet(&sheet);
}

static void lists_say_how_they_are_numbered(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_list(&sheet, 0);
    size_t bullets = add_element(&sheet, PAGE_L, 0);
    sheet.pages.elements[bullets].bulleted = true;
    add_paragraph(&sheet, add_element(&sheet, PAGE_LBODY, add_element(&sheet, PAGE_LI, bullets)),
                  "Punkt");
    size_t definitions = add_element(&sheet, PAGE_L, 0);
    add_paragraph(&sheet,
                  add_element(&sheet, PAGE_LBODY, add_element(&sheet, PAGE_LI, definitions)),
                  "Det, vi forstår ved trivsel");
    finish(&sheet, "lists");
    assert_int_equal(count_of(&sheet, "/ListNumbering /Decimal"), 1);
    assert_int_equal(count_of(&sheet, "/ListNumbering /Disc"), 1);
    assert_int_equal(count_of(&sheet, "/ListNumbering /None"), 1);
    close_sheet(&sheet);
}

/* A paragraph with a mark that leads to a note at the end of it. */
static void add_noted(struct sheet *sheet, const char *text, const char *note)
{
    size_t paragraph = add_paragraph(sheet, 0, text);
    size_t mark = add_element(sheet, PAGE_LINK, paragraph);
    add_text(sheet, mark, "1");
    struct page_link *link = add_link(sheet, mark);
    link->target_y = 700;
    link->contents = "Note 1";
    size_t element = add_element(sheet, PAGE_NOTE, paragraph);
    add_text(sheet, add_element(sheet, PAGE_LBL, element), "1");
    add_paragraph(sheet, element, note);
}

static void notes_have_names(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_noted(&sheet, "Halvdelen af børnene", "Optalt i august, uden de tre, der var syge.");
    add_noted(&sheet, "Alle familier", "Undtagen dem, der er flyttet.");
    finish(&sheet, "notes");
    assert_int_equal(count_of(&sheet, "/S /Note"), 2);
    assert_int_equal(count_of(&sheet, "/ID (note-"), 2);
    assert_true(has(&sheet, "/ID (note-0000000003)"));
    assert_true(has(&sheet, "/ID (note-0000000008)"));
    assert_true(has(&sheet, "/IDTree"));
    assert_true(has(&sheet, "/Limits [(note-0000000003)(note-0000000008)]"));
    close_sheet(&sheet);
}

static void many_notes_have_a_tree(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    for (int i = 0; i < 100; i++)
        add_paragraph(&sheet, add_element(&sheet, PAGE_NOTE, 0), "Se bilag 2.");
    finish(&sheet, "many-notes");
    assert_int_equal(count_of(&sheet, "/Limits [(note-"), 2);
    close_sheet(&sheet);
}

static void without_notes_there_are_no_names(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "Ingen noter");
    finish(&sheet, "no-notes");
    assert_false(has(&sheet, "/IDTree"));
    close_sheet(&sheet);
}

/* --- text ----------------------------------------------------------------------------- */

/* What a line's end adds to a word does not stand in the text: tests/cli/pdf.sh reads it. */
static void a_divided_word_is_one_word(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    size_t paragraph = add_paragraph(&sheet, 0, "Her er en helheds-");
    struct page_op *op = &sheet.pages.pages[0].ops[0];
    op->hyphen = true;
    op->width =
        text_width(fonts_metrics(sheet.fonts), op->face, op->size, op->text, strlen(op->text));
    add_text(&sheet, paragraph, "orienteret indsats,")->y = 96;
    add_text(&sheet, paragraph, "ikke en her-og-nu-")->y = 110;
    add_text(&sheet, paragraph, "indsats.")->y = 124;
    finish(&sheet, "divided");
    close_sheet(&sheet);
}

/* --- forms ---------------------------------------------------------------------------- */

static struct page_field *add_field(struct sheet *sheet, const struct doc_field *field, double y)
{
    struct pages *pages = &sheet->pages;
    pages->fields = arena_grow(&pages->arena, pages->fields, &pages->field_capacity,
                               pages->field_count + 1, sizeof *pages->fields);
    struct page_field *place = &pages->fields[pages->field_count++];
    size_t group = add_element(sheet, PAGE_DIV, 0);
    add_paragraph(sheet, group, field->label);
    *place = (struct page_field){.page = pages->page_count - 1,
                                 .element = add_element(sheet, PAGE_FORM, group),
                                 .x = 60,
                                 .y = y,
                                 .width = 200,
                                 .height = 20,
                                 .size = 10,
                                 .field = field};
    return place;
}

static void add_boxes(struct sheet *sheet, const struct doc_field *field, double y)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        struct page_field *place = add_field(sheet, field, y + 16 * (double)i);
        place->width = place->height = 10;
        place->choice = i;
    }
}

static void texts_can_be_filled_in(void **state)
{
    (void)state;
    static const struct doc_field name = {.kind = DOC_FIELD_LINE,
                                          .name = "approval.a1",
                                          .label = "Godkendt af",
                                          .hint = "Skriv rollen, ikke navnet."};
    static const struct doc_field reason = {.kind = DOC_FIELD_AREA,
                                            .name = "reason-a1",
                                            .label = "Hvad skal ændres?",
                                            .value = "Grupperne begynder først, når der er otte "
                                                     "børn, og forældrene er med fra ≥ 2. gang."};
    struct sheet sheet;
    open_sheet(&sheet);
    add_field(&sheet, &name, 300);
    add_field(&sheet, &reason, 340)->height = 60;
    finish(&sheet, "texts");
    assert_true(has(&sheet, "/AcroForm"));
    assert_int_equal(count_of(&sheet, "/Subtype /Widget /F 4 "), 2);
    assert_int_equal(count_of(&sheet, "/FT /Tx"), 2);
    assert_int_equal(count_of(&sheet, "/Ff 4096"), 1);
    assert_int_equal(count_of(&sheet, "/S /Form"), 2);
    assert_int_equal(count_of(&sheet, "/Type /OBJR"), 2);
    assert_int_equal(count_of(&sheet, " /AP <</N "), 2);
    assert_int_equal(count_of(&sheet, " /V "), 1);
    assert_true(has(&sheet, "/Rect [60 521.89 260 541.89 ]"));
    assert_true(has(&sheet, "/DA (/Typing 10 Tf "));
    assert_true(has(&sheet, "/DR <</Font <</Typing"));
    assert_true(has(&sheet, "/Encoding /WinAnsiEncoding"));
    assert_true(has(&sheet, "/T <FEFF0061007000700072006F00760061006C002D00610031>"));
    assert_false(has(&sheet, "NeedAppearances"));
    close_sheet(&sheet);
}

static void boxes_can_be_ticked(void **state)
{
    (void)state;
    static const char *choices[] = {"Ja", "Nej", "Med ændringer"};
    static const struct doc_field any = {.kind = DOC_FIELD_ANY_OF,
                                         .name = "any",
                                         .label = "Hvem er spurgt?",
                                         .choices = choices,
                                         .choice_count = 3};
    static const struct doc_field one = {.kind = DOC_FIELD_ONE_OF,
                                         .name = "approval",
                                         .label = "Godkendes den?",
                                         .value = "Nej",
                                         .choices = choices,
                                         .choice_count = 3};
    struct sheet sheet;
    open_sheet(&sheet);
    add_boxes(&sheet, &any, 300);
    add_boxes(&sheet, &one, 400);
    finish(&sheet, "boxes");
    assert_int_equal(count_of(&sheet, "/Subtype /Widget"), 6);
    assert_int_equal(count_of(&sheet, "/Ff 32768 /V /1 "), 1);
    assert_int_equal(count_of(&sheet, "/FT /Btn /V /Off"), 3);
    assert_int_equal(count_of(&sheet, "/AS /1 "), 1);
    assert_int_equal(count_of(&sheet, "/AS /Off "), 5);
    assert_int_equal(count_of(&sheet, "/TU <"), 8); /* the boxes, and both fields of theirs */
    assert_int_equal(count_of(&sheet, "/Opt ["), 1);
    assert_int_equal(count_of(&sheet, "/BBox [0 0 10 10]"), 2); /* drawn once for all */
    close_sheet(&sheet);
}

/* Those who go from one to the next with a key meet them as they are read. */
static void links_and_fields_come_in_reading_order(void **state)
{
    (void)state;
    static const struct doc_field name = {
        .kind = DOC_FIELD_LINE, .name = "name", .label = "Udfyldt af"};
    static const struct doc_field date = {.kind = DOC_FIELD_LINE, .name = "date", .label = "Dato"};
    struct sheet sheet;
    open_sheet(&sheet);
    add_field(&sheet, &name, 300);
    size_t link = add_element(&sheet, PAGE_LINK, add_paragraph(&sheet, 0, "Læs "));
    add_text(&sheet, link, "vejledningen");
    add_link(&sheet, link)->uri = "https://www.kommune.dk/";
    add_field(&sheet, &date, 340);
    finish(&sheet, "order");
    unsigned objects[3];
    const char *annotations = find(&sheet, "/Annots [");
    assert_non_null(annotations);
    assert_int_equal(sscanf(annotations, "/Annots [ %u 0 R %u 0 R %u 0 R]", &objects[0],
                            &objects[1], &objects[2]),
                     3);
    char reference[64];
    snprintf(reference, sizeof reference, "/Type /OBJR /Obj %u 0 R", objects[1]);
    const char *second = find(&sheet, reference);
    assert_non_null(second);
    while (memcmp(second, " obj", 4) != 0)
        second--;
    assert_non_null(strstr(second, "/S /Link"));
    assert_true(strstr(second, "/S /Link") < strstr(second, "endobj"));
    close_sheet(&sheet);
}

/* Asks a font file for a character's glyph by its own cmap. */
static void a_font_to_type_with_knows_its_characters(void **state)
{
    (void)state;
    static const uint16_t characters[] = {' ', 'A', 'B', 'C', 0xC5, 0xC6, 0xD8, 0xE5, 0x20AC};
    enum { COUNT = sizeof characters / sizeof *characters };
    struct sheet sheet;
    struct truetype face, subset;
    struct buf file = {0};
    char *bytes;
    size_t length;
    open_sheet(&sheet);
    const char *path = sheet.style.fonts[STYLE_FONT_REGULAR];
    assert_int_equal(file_read(path, 1 << 24, &bytes, &length, &sheet.sink), 0);
    assert_int_equal(truetype_open(&face, bytes, length), 0);
    truetype_subset_characters(&face, characters, COUNT, &file);
    assert_int_equal(truetype_open(&subset, file.data, file.length), 0);
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(truetype_glyph(&subset, characters[i]), i + 1);
        assert_int_equal(truetype_advance(&subset, (unsigned)i + 1),
                         truetype_advance(&face, truetype_glyph(&face, characters[i])));
    }
    assert_int_equal(truetype_glyph(&subset, 'D'), 0);
    buf_release(&file);
    free(bytes);
    close_sheet(&sheet);
}

/* --- the logo ------------------------------------------------------------------------- */

/* A page with the logo from a file in tests/cases/pdf, twice; returns its bytes. */
static char *open_with_logo(struct sheet *sheet, const char *name)
{
    char path[4096], *bytes;
    struct style_image *logo = &sheet->style.logo;
    open_sheet(sheet);
    snprintf(path, sizeof path, TEST_SOURCE_DIR "/tests/cases/pdf/%s", name);
    assert_int_equal(file_read(path, 1 << 20, &bytes, &logo->length, &sheet->sink), 0);
    logo->bytes = (const unsigned char *)bytes;
    logo->kind = strstr(name, ".png") ? STYLE_PNG : STYLE_JPEG;
    logo->width = strstr(name, "interlaced") ? 16 : 24;
    logo->height = 16;
    size_t figure = add_element(sheet, PAGE_FIGURE, 0);
    struct page_element *element = &sheet->pages.elements[figure];
    element->alternative = "Ærø Kommune";
    element->x = element->y = 60;
    element->width = 48;
    element->height = 32;
    for (int i = 0; i < 2; i++) {
        struct page_op *op = add_op(sheet, PAGE_OP_IMAGE, figure);
        op->artifact = i ? PAGE_DECORATION : PAGE_CONTENT;
        op->width = 48;
        op->height = 32;
    }
    return bytes;
}

static void a_logo_is_in_the_file_once(void **state)
{
    (void)state;
    static const struct {
        const char *file, *colors;
        bool mask;
    } logos[] = {
        {"logo-rgb.png", "RGB", false},         {"logo-alpha.png", "RGB", true},
        {"logo-palette.png", "RGB", true},      {"logo-grey.png", "Gray", false},
        {"logo-interlaced.png", "Gray", false}, {"logo-rgb.jpg", "RGB", false},
        {"logo-grey.jpg", "Gray", false},
    };
    for (size_t i = 0; i < sizeof logos / sizeof *logos; i++) {
        struct sheet sheet;
        char colors[32];
        char *bytes = open_with_logo(&sheet, logos[i].file);
        finish(&sheet, logos[i].file);
        snprintf(colors, sizeof colors, "8 /ColorSpace /Device%s", logos[i].colors);
        assert_int_equal(count_of(&sheet, "/Subtype /Image"), logos[i].mask ? 2 : 1);
        assert_true(has(&sheet, colors));
        assert_int_equal(count_of(&sheet, "/SMask"), logos[i].mask);
        assert_int_equal(count_of(&sheet, "/DCTDecode"), sheet.style.logo.kind == STYLE_JPEG);
        assert_true(has(&sheet, "/XObject <</Logo"));
        assert_true(has(&sheet, "/S /Figure"));
        sheet.style.logo = (struct style_image){0};
        free(bytes);
        close_sheet(&sheet);
    }
}

static void a_logo_that_cannot_be_used_ends_the_work(void **state)
{
    (void)state;
    struct sheet sheet;
    char *bytes = open_with_logo(&sheet, "logo-damaged.png");
    assert_int_equal(write_sheet(&sheet), -1);
    assert_int_equal(sheet.sink.count, 1);
    assert_int_equal(sheet.sink.items[0].id, DIAG_LOGO_DAMAGED);
    free(bytes);
    close_sheet(&sheet);
}

/* --- fonts ---------------------------------------------------------------------------- */

static void only_used_fonts_are_in_the_file(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "abcæøåÆØÅéüß «tegn» – … € % § ½");
    finish(&sheet, "one-font");
    assert_int_equal(count_of(&sheet, "/FontFile2"), 1);
    assert_true(sheet.out.length < 20000);
    close_sheet(&sheet);
}

/* Ligatures, kerning, marks, writing from right to left: what is copied is what was written. */
static void shaped_text_is_the_text(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "Tavle, AVIS og Værested: ffi fl e\xCC\x81n");
    add_paragraph(&sheet, 0, "صباح مفتوح للأهل والأطفال (0–3 سنوات)");
    add_paragraph(&sheet, 0, "نلتقي كلَّ يوم ثلاثاء 9:30 في Kvarterhuset, ولا حاجة إلى التسجيل.");
    add_paragraph(&sheet, 0, "Brevet »أهلاً وسهلاً« (שלום) med 12 billeder");
    finish(&sheet, "shaped");
    assert_int_equal(count_of(&sheet, "/FontFile2"), 2);
    close_sheet(&sheet);
}

static void every_sign_comes_from_a_font_that_has_it(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "abcdefghijklmnopqrstuvwxyzæøå");
    add_paragraph(&sheet, 0, "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ");
    add_paragraph(&sheet, 0, "áéíóúýäëïöü ÁÉÍÓÚÝÄËÏÖÜ");
    add_paragraph(&sheet, 0, "≤ ≥ → ☐ ☑ ● ▲ – » « 0123456789");
    add_paragraph(&sheet, 0, "\U0001F600 ligger uden for det første plan");
    add_text(&sheet, add_element(&sheet, PAGE_P, 0), "halvfed: ÆØÅ ≥ ☑")->face = TEXT_SEMIBOLD;
    add_text(&sheet, add_element(&sheet, PAGE_P, 0), "kursiv: æøå → ●")->face = TEXT_ITALIC;
    finish(&sheet, "signs");
    close_sheet(&sheet);
}

static void a_missing_glyph_is_reported_once(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "一 og 一 igen");
    assert_int_equal(write_sheet(&sheet), 0);
    keep(&sheet, "missing-glyph");
    assert_int_equal(sheet.sink.count, 1);
    assert_int_equal(sheet.sink.items[0].id, DIAG_GLYPH_MISSING);
    assert_string_equal(sheet.sink.items[0].args[0], "U+4E00");
    close_sheet(&sheet);
}

static void a_damaged_font_ends_the_work(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_paragraph(&sheet, 0, "Hej");
    sheet.style.fonts[STYLE_FONT_REGULAR] = TEST_SOURCE_DIR "/LICENSE";
    assert_int_equal(write_sheet(&sheet), -1);
    assert_int_equal(sheet.sink.count, 1);
    assert_int_equal(sheet.sink.items[0].id, DIAG_FONT_DAMAGED);
    close_sheet(&sheet);
}

/* Asks a font that may be damaged for everything. */
static void use_font(const void *bytes, size_t length)
{
    struct truetype font;
    if (truetype_open(&font, bytes, length))
        return;
    uint16_t glyphs[64];
    for (uint32_t i = 0; i < 64; i++) {
        unsigned glyph = truetype_glyph(&font, 0xC0 + i);
        truetype_advance(&font, glyph);
        glyphs[i] = (uint16_t)glyph;
    }
    struct buf subset;
    buf_init(&subset, 0);
    truetype_subset(&font, glyphs, 64, &subset);
    buf_release(&subset);
}

static void damaged_fonts_do_no_harm(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    char *bytes;
    size_t length;
    const char *path = sheet.style.fonts[STYLE_FONT_REGULAR];
    assert_int_equal(file_read(path, 1 << 24, &bytes, &length, &sheet.sink), 0);
    for (size_t cut = 0; cut < length; cut += length / 97) {
        char *part = malloc(cut ? cut : 1); /* of its exact size, for the sanitizer */
        memcpy(part, bytes, cut);
        use_font(part, cut);
        free(part);
    }
    uint32_t random = 1;
    for (int round = 0; round < 200; round++) {
        char *wrong = malloc(length);
        memcpy(wrong, bytes, length);
        for (int i = 0; i < 40; i++) {
            random = random * 1664525 + 1013904223;
            wrong[random % (round % 2 ? length : 2000)] = (char)(random >> 24);
        }
        use_font(wrong, length);
        free(wrong);
    }
    free(bytes);
    close_sheet(&sheet);
}

/* --- limits --------------------------------------------------------------------------- */

static void add_many(struct sheet *sheet, int pages, int paragraphs)
{
    for (int i = 0; i < pages; i++) {
        if (i > 0)
            add_page(sheet);
        for (int k = 0; k < paragraphs; k++)
            add_paragraph(sheet, 0, "Mange afsnit");
    }
}

static void large_documents_have_no_limits(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_many(&sheet, 1500, 27);
    finish(&sheet, "large");
    assert_int_equal(count_of(&sheet, "/S /P "), 1500 * 27);
    close_sheet(&sheet);
}

static void a_page_may_be_full(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet);
    add_many(&sheet, 1, 3000);
    finish(&sheet, "full");
    close_sheet(&sheet);
}

static size_t address_space(void)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file) {
        if (fscanf(file, "%lu", &pages) != 1)
            pages = 0;
        fclose(file);
    }
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Without memory the program ends with its own message and status, wherever it is. */
static void exhausted_memory_ends_the_program(void **state)
{
    (void)state;
    if (getenv("VIRKNING_SANITIZED") || !address_space()) {
        print_message("# memory cannot be limited here\n");
        return;
    }
    struct sheet sheet;
    open_sheet(&sheet);
    add_many(&sheet, 1000, 60);
    for (size_t spare = 1 << 20; spare < 4 << 20; spare += 1 << 20) {
        fflush(NULL);
        pid_t child = fork();
        if (child == 0) {
            size_t bytes = address_space() + spare;
            struct rlimit limit = {bytes, bytes};
            setrlimit(RLIMIT_AS, &limit);
            close(STDERR_FILENO);
            _exit(write_sheet(&sheet) ? 1 : 0);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
    }
    close_sheet(&sheet);
}

/* --- figures -------------------------------------------------------------------------- */

static void fill_figure(struct figure *figure)
{
    figure->width = 400;
    figure->height = 120;
    figure->title = "Sådan tror vi, indsatsen virker";
    figure->alternative = "To kasser med en pil imellem.";
    figure->description = "Trivselsgrupper fører til flere kammerater.\nMål: trivsel.";
    figure->lang = "da";
    figure->own_lang = "en";
    static const enum figure_bar bars[] = {FIGURE_BAR_DASHED, FIGURE_BAR_DOUBLE};
    static const char *const texts[] = {"Trivselsgrupper ≥ 10", "Flere kammerater"};
    for (size_t i = 0; i < 2; i++) {
        struct figure_box *box = figure_add_box(figure);
        box->x = 10 + 220 * (double)i;
        box->y = 20;
        box->width = 150;
        box->height = 50;
        box->radius = 4;
        box->fill = STYLE_PANEL;
        box->line = STYLE_BOX_LINE;
        box->line_width = 0.75;
        box->dashed = i == 1;
        box->bar = bars[i];
        box->bar_color = STYLE_ACCENT;
        struct figure_text *text = figure_add_text(figure);
        text->text = texts[i];
        text->x = box->x + 12;
        text->y = 48;
        text->size = 9;
        text->box = i + 1;
    }
    struct figure_curve *line = figure_add_line(figure, 160, 45, 230, 45);
    line->color = STYLE_INTERPRETED;
    line->width = 1.1;
    line->dashed = line->arrow = true;
    struct figure_text *heading = figure_add_text(figure);
    heading->text = "How we think it works";
    heading->lang = "en";
    heading->x = 10;
    heading->y = 14;
    heading->size = 11;
    heading->face = TEXT_SEMIBOLD;
    heading->color = STYLE_HEADING;
}

static int write_figure(struct sheet *sheet, const struct figure *figure)
{
    static const struct pdf_sheet margins = {.side = 24, .top = 24};
    return pdf_write_figures(&sheet->out, figure, 1, &margins, &sheet->style,
                             fonts_metrics(sheet->fonts), &meta, &sheet->sink);
}

static void a_figure_alone_is_a_document(void **state)
{
    (void)state;
    struct sheet sheet;
    struct figure figure;
    open_sheet(&sheet);
    figure_init(&figure);
    fill_figure(&figure);
    assert_int_equal(write_figure(&sheet, &figure), 0);
    assert_int_equal(sheet.sink.count, 0);
    keep(&sheet, "figure");
    assert_true(has(&sheet, "/S /Figure"));
    assert_true(has(&sheet, "/Lang (en)"));
    assert_true(has(&sheet, "/Alt <FEFF0054006F0020006B00610073")); /* "To kas" */
    assert_true(has(&sheet, "006D002E000A0054")); /* "m.\nT": the description follows */
    assert_true(has(&sheet, "/MediaBox [0 0 448 168]"));
    assert_true(has(&sheet, "/BBox [24 24 424 144 ]"));
    figure_release(&figure);
    close_sheet(&sheet);
}

static void a_figure_without_end_is_made_smaller(void **state)
{
    (void)state;
    struct sheet sheet;
    struct figure figure;
    open_sheet(&sheet);
    figure_init(&figure);
    fill_figure(&figure);
    figure.width = 100000;
    char *long_text = malloc(100001);
    for (int i = 0; i < 100000; i++)
        long_text[i] = i % 50 == 49 ? '\n' : 'x';
    long_text[100000] = '\0';
    figure.description = long_text;
    assert_int_equal(write_figure(&sheet, &figure), 0);
    keep(&sheet, "wide-figure");
    assert_true(has(&sheet, "/MediaBox [0 0 14400 "));
    assert_true(has(&sheet, "000A2026>")); /* cut at a line's end, with an ellipsis */
    free(long_text);
    figure_release(&figure);
    close_sheet(&sheet);
}

static void a_figure_stands_on_a_page(void **state)
{
    (void)state;
    struct sheet sheet;
    struct figure figure;
    open_sheet(&sheet);
    figure_init(&figure);
    fill_figure(&figure);
    add_paragraph(&sheet, 0, "Figuren:");
    size_t element = add_element(&sheet, PAGE_FIGURE, 0);
    struct page_element *source = &sheet.pages.elements[element];
    source->alternative = figure.alternative;
    source->x = 60;
    source->y = 100;
    source->width = figure.width * 0.5;
    source->height = figure.height * 0.5;
    struct page_op *op = add_op(&sheet, PAGE_OP_FIGURE, element);
    op->figure = &figure;
    op->scale = 0.5;
    op->y = 100;
    add_paragraph(&sheet, 0, "Efter figuren");
    finish(&sheet, "figure-on-page");
    assert_true(has(&sheet, "/BBox [60 681.89 260 741.89 ]"));
    figure_release(&figure);
    close_sheet(&sheet);
}

/* --- through the layout ----------------------------------------------------------------- */

static void add_chapter(struct doc *doc, const char *id, const struct figure *figure)
{
    static const struct doc_column columns[] = {
        {.heading = "Tegn", .share = 3},
        {.heading = "Mål", .share = 1, .number = true},
    };
    doc_add_heading(doc, &doc->body, 1, "Sådan måler vi", id);
    struct doc_paragraph *paragraph = doc_add_paragraph(doc, &doc->body, DOC_TEXT);
    doc_add_run(doc, paragraph,
                "Kommunen følger tegnene hvert halve år, så bestyrelsen kan se, "
                "om indsatsen virker efter hensigten. Læs også ");
    doc_add_run(doc, paragraph, "det første kapitel")->target = "first";
    doc_add_run(doc, paragraph, " og ");
    doc_add_run(doc, paragraph, "kommunens side")->target = "https://www.kommune.dk/";
    struct doc_list *list = doc_add_bullets(doc, &doc->body);
    for (int i = 0; i < 2; i++)
        doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_TEXT, "børnene kommer");
    doc_add_figure(doc, &doc->body, figure, "Sådan tror vi, indsatsen virker");
    struct doc_table *table = doc_add_table(doc, &doc->body, "Tegn og mål", columns, 2);
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, "6–8 børn er med i den første gruppe");
    doc_add_cell_text(doc, row, "≥ 80 %");
    doc_add_cell(doc, doc_add_row(doc, table))->columns = 2;
    doc_add_text(doc, doc_add_box(doc, &doc->body, DOC_BOX_PANEL), DOC_TEXT,
                 "Husk forældrenes samtykke.");
}

static void a_document_goes_through_the_layout(void **state)
{
    (void)state;
    struct sheet sheet;
    struct figure figure;
    struct pages pages;
    open_sheet(&sheet);
    figure_init(&figure);
    fill_figure(&figure);
    struct doc *doc = &sheet.doc;
    doc->title = meta.title;
    doc->lang = doc->content_lang = "da";
    doc->running_left = "Ærø Kommune";
    doc->foot_page = "Side {1} af {2}";
    doc->contents_title = "Indhold";
    doc_add_text(doc, &doc->body, DOC_TITLE, "Evalueringsplan");
    doc_add_contents(doc);
    add_chapter(doc, "first", &figure);
    doc_add_page(doc, DOC_LANDSCAPE);
    add_chapter(doc, "second", &figure);
    doc_layout(&pages, doc, &sheet.style, fonts_metrics(sheet.fonts));
    assert_int_equal(
        pdf_write_pages(&sheet.out, &pages, fonts_metrics(sheet.fonts), &meta, &sheet.sink), 0);
    assert_int_equal(sheet.sink.count, 0);
    keep(&sheet, "document");
    pages_release(&pages);
    figure_release(&figure);
    close_sheet(&sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_it_is),
        cmocka_unit_test(same_input_same_bytes),
        cmocka_unit_test(is_added_behind_what_is_there),
        cmocka_unit_test(objects_are_packed),
        cmocka_unit_test(a_document_without_marks),
        cmocka_unit_test(structure_follows_the_elements),
        cmocka_unit_test(a_child_stands_between_the_content_around_it),
        cmocka_unit_test(what_has_no_content_is_left_out),
        cmocka_unit_test(an_element_may_span_pages),
        cmocka_unit_test(links_and_outline_point_into_the_document),
        cmocka_unit_test(lists_say_how_they_are_numbered),
        cmocka_unit_test(notes_have_names),
        cmocka_unit_test(many_notes_have_a_tree),
        cmocka_unit_test(without_notes_there_are_no_names),
        cmocka_unit_test(a_divided_word_is_one_word),
        cmocka_unit_test(texts_can_be_filled_in),
        cmocka_unit_test(boxes_can_be_ticked),
        cmocka_unit_test(links_and_fields_come_in_reading_order),
        cmocka_unit_test(a_font_to_type_with_knows_its_characters),
        cmocka_unit_test(a_logo_is_in_the_file_once),
        cmocka_unit_test(a_logo_that_cannot_be_used_ends_the_work),
        cmocka_unit_test(only_used_fonts_are_in_the_file),
        cmocka_unit_test(shaped_text_is_the_text),
        cmocka_unit_test(every_sign_comes_from_a_font_that_has_it),
        cmocka_unit_test(a_missing_glyph_is_reported_once),
        cmocka_unit_test(a_damaged_font_ends_the_work),
        cmocka_unit_test(damaged_fonts_do_no_harm),
        cmocka_unit_test(large_documents_have_no_limits),
        cmocka_unit_test(a_page_may_be_full),
        cmocka_unit_test(exhausted_memory_ends_the_program),
        cmocka_unit_test(a_figure_alone_is_a_document),
        cmocka_unit_test(a_figure_without_end_is_made_smaller),
        cmocka_unit_test(a_figure_stands_on_a_page),
        cmocka_unit_test(a_document_goes_through_the_layout),
    };
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
