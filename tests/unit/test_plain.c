/* Tests of documents as plain text: what is written for each block, and what always holds: no
 * spaces at the end of a line, no line wider than asked for, one line feed at the end. */
#include "base/buf.h"
#include "base/utf8.h"
#include "out/plain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* --- what a test works with ------------------------------------------------------------ */

struct bench {
    struct doc doc;
    struct buf out;
};

static void open_bench(struct bench *bench)
{
    *bench = (struct bench){0};
    doc_init(&bench->doc);
    bench->doc.title = "Naboer på Vestervang";
    bench->doc.lang = "da";
}

static void close_bench(struct bench *bench)
{
    buf_release(&bench->out);
    doc_release(&bench->doc);
}

static void check_line(const char *line, size_t length, size_t columns)
{
    if (length)
        assert_int_not_equal(line[length - 1], ' ');
    const char *address = strstr(line, "://"); /* stays whole */
    if (!address || address > line + length)
        assert_true(utf8_count(line, length) <= columns);
}

static void check_always(const struct buf *out, size_t columns)
{
    assert_true(out->length > 1);
    assert_int_equal(out->data[out->length - 1], '\n');
    assert_int_not_equal(out->data[out->length - 2], '\n');
    assert_int_equal(utf8_first_bad(out->data, out->length), out->length);
    for (const char *line = out->data; *line;) {
        size_t length = strcspn(line, "\n");
        check_line(line, length, columns);
        line += length + 1;
    }
}

static const char *written(struct bench *bench, int columns)
{
    buf_reset(&bench->out);
    plain_write(&bench->out, &bench->doc, columns);
    check_always(&bench->out, (size_t)columns);
    return bench->out.data;
}

/* What stands under the title of the document. */
static void expect(struct bench *bench, int columns, const char *wanted)
{
    static const char title[] = "Naboer på Vestervang\n====================\n\n";
    const char *text = written(bench, columns);
    assert_memory_equal(text, title, strlen(title));
    assert_string_equal(text + strlen(title), wanted);
    close_bench(bench);
}

static struct doc_flow *body(struct bench *bench)
{
    return &bench->doc.body;
}

/* --- words ----------------------------------------------------------------------------- */

static void test_headings(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    doc_add_heading(&b.doc, body(&b), 1, "Hvad vil vi?", NULL);
    doc_add_text(&b.doc, body(&b), DOC_TEXT, "Flere skal kende deres naboer.");
    doc_add_heading(&b.doc, body(&b), 2, "På kort sigt", NULL);
    doc_add_heading(&b.doc, body(&b), 3, "Besøg", NULL);
    expect(&b, 80,
           "Hvad vil vi?\n============\n\nFlere skal kende deres naboer.\n\n"
           "På kort sigt\n------------\n\nBesøg\n");
}

static void test_paragraphs_break(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    doc_add_text(&b.doc, body(&b), DOC_TEXT,
                 "Halvdelen af de 70 %, vi spurgte, kender ingen i opgangen.");
    doc_add_text(&b.doc, body(&b), DOC_TEXT, " ");
    doc_add_text(&b.doc, body(&b), DOC_MISSING, "Hvem har ansvaret?");
    expect(&b, 24,
           "Halvdelen af de 70 %, vi\nspurgte, kender ingen i\nopgangen.\n\nHvem har ansvaret?\n");
}

static void test_columns_of_letters(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    doc_add_heading(&b.doc, body(&b), 2, "a\u030A \u4E2D\u6587", NULL); /* one and two wide */
    doc_add_heading(&b.doc, body(&b), 2, "bolig\u00ADsocial", NULL);    /* soft hyphen */
    expect(&b, 80, "a\u030A \u4E2D\u6587\n------\n\nboligsocial\n-----------\n");
}

static void test_control_characters_are_dropped(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    doc_add_text(&b.doc, body(&b), DOC_TEXT,
                 "rød\x1B[31m\xC2\x9B"
                 "31m\ttekst");
    expect(&b, 80, "rød[31m31m tekst\n");
}

static struct doc_run *add_link(struct bench *b, const char *text, const char *target)
{
    struct doc_paragraph *paragraph = doc_add_paragraph(&b->doc, body(b), DOC_TEXT);
    struct doc_run *run = doc_add_run(&b->doc, paragraph, text);
    run->target = target;
    return run;
}

static void test_links(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    add_link(&b, "rapporten", "https://example.org/rapport");
    add_link(&b, "example.org/rapport", "https://example.org/rapport");
    add_link(&b, "post@example.org", "mailto:post@example.org");
    add_link(&b, "kapitel 3", "indicators")->with_page = true;
    expect(&b, 80,
           "rapporten [https://example.org/rapport]\n\nexample.org/rapport\n\n"
           "post@example.org\n\nkapitel 3\n");
}

/* An address can be copied, however long it is. */
static void test_addresses_stay_whole(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    doc_add_text(&b.doc, body(&b), DOC_TEXT,
                 "Se (https://example.org/socialforvaltningen/evalueringer/boligsocialt), side 4.");
    expect(&b, 30,
           "Se\n(https://example.org/socialforvaltningen/evalueringer/boligsocialt),\nside 4.\n");
}

static void test_chips(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_paragraph *paragraph = doc_add_paragraph(&b.doc, body(&b), DOC_TEXT);
    doc_add_run(&b.doc, paragraph, "Naboer hilser ");
    doc_add_run(&b.doc, paragraph, "A\u00A0B")->chip = true;
    expect(&b, 80, "Naboer hilser (A B)\n");
}

static void test_notes_stand_at_the_end(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    b.doc.notes_title = "Noter";
    struct doc_paragraph *paragraph = doc_add_paragraph(&b.doc, body(&b), DOC_TEXT);
    struct doc_run *run = doc_add_run(&b.doc, paragraph, "Fire ud af ti er ensomme");
    doc_add_text(&b.doc, doc_add_note(&b.doc, run), DOC_SMALL, "Sundhedsprofilen 2021, side 14.");
    doc_add_run(&b.doc, paragraph, ".");
    expect(&b, 24,
           "Fire ud af ti er\nensomme[1].\n\n\nNoter\n=====\n\n"
           "[1] Sundhedsprofilen\n    2021, side 14.\n");
}

/* --- lists ----------------------------------------------------------------------------- */

static void test_lists_hang(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_list *list = doc_add_bullets(&b.doc, body(&b));
    struct doc_flow *item = doc_add_item(&b.doc, list, NULL);
    doc_add_text(&b.doc, item, DOC_TEXT, "Besøgsvenner hver tirsdag");
    struct doc_list *inner = doc_add_bullets(&b.doc, item);
    doc_add_text(&b.doc, doc_add_item(&b.doc, inner, NULL), DOC_TEXT, "også om sommeren");
    doc_add_text(&b.doc, doc_add_item(&b.doc, list, NULL), DOC_TEXT, "Fællesspisning");
    expect(&b, 20, "- Besøgsvenner hver\n  tirsdag\n  - også om sommeren\n- Fællesspisning\n");
}

static void test_numbers_are_aligned(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_list *list = doc_add_numbers(&b.doc, body(&b));
    for (int i = 0; i < 9; i++)
        doc_add_text(&b.doc, doc_add_item(&b.doc, list, NULL), DOC_TEXT, "Gå en tur");
    doc_add_text(&b.doc, doc_add_item(&b.doc, list, NULL), DOC_TEXT, "Drik kaffe med en nabo");
    const char *text = written(&b, 20);
    assert_non_null(strstr(text, "\n9.  Gå en tur\n10. Drik kaffe med\n    en nabo\n"));
    close_bench(&b);
}

static void test_definitions(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_list *list = doc_add_definitions(&b.doc, body(&b));
    doc_add_text(&b.doc, doc_add_item(&b.doc, list, "Periode"), DOC_TEXT, "2024–2026");
    struct doc_flow *item = doc_add_item(&b.doc, list, "Hvem er med?");
    doc_add_text(&b.doc, item, DOC_TEXT, "Boligforeningen, kommunen og beboerne");
    doc_add_text(&b.doc, item, DOC_TEXT, "Flere er velkomne.");
    expect(&b, 36,
           "Periode: 2024–2026\nHvem er med? Boligforeningen,\n    kommunen og beboerne\n"
           "    Flere er velkomne.\n");
}

/* --- tables ---------------------------------------------------------------------------- */

static struct doc_table *add_table(struct bench *b, const char *caption)
{
    static const struct doc_column columns[] = {
        {.heading = "Tegn", .share = 3},
        {.heading = "Hvor mange", .share = 1, .number = true},
        {.heading = "Hvornår", .share = 2},
    };
    return doc_add_table(&b->doc, body(b), caption, columns, 3);
}

static struct doc_row *add_row(struct bench *b, struct doc_table *table, const char *sign,
                               const char *number, const char *when)
{
    struct doc_row *row = doc_add_row(&b->doc, table);
    doc_add_cell_text(&b->doc, row, sign);
    doc_add_cell_text(&b->doc, row, number);
    doc_add_cell_text(&b->doc, row, when);
    return row;
}

static void test_table_in_columns(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_table *table = add_table(&b, "Tabel 1. Tegn på vej");
    add_row(&b, table, "Naboer hilser", "7", "maj 2025");
    add_row(&b, table, "Naboer spiser sammen", "120", "maj 2026");
    expect(&b, 80,
           "Tabel 1. Tegn på vej\n\n"
           "Tegn                  Hvor mange  Hvornår\n"
           "--------------------  ----------  --------\n"
           "Naboer hilser                  7  maj 2025\n"
           "Naboer spiser sammen         120  maj 2026\n");
}

static void test_table_wraps(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_table *table = add_table(&b, NULL);
    add_row(&b, table, "Naboer hilser på hinanden i opgangen", "7", "maj 2025");
    add_row(&b, table, "Naboer spiser sammen", "120", "");
    expect(&b, 40,
           "Tegn                Hvor mange  Hvornår\n"
           "------------------  ----------  --------\n"
           "Naboer hilser på             7  maj 2025\n"
           "hinanden i\n"
           "opgangen\n"
           "\n"
           "Naboer spiser              120\n"
           "sammen\n");
}

static void test_table_as_records(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_table *table = add_table(&b, NULL);
    add_row(&b, table, "Naboer hilser på hinanden i opgangen", "7", "maj 2025");
    add_row(&b, table, "Naboer spiser sammen", "120", "");
    expect(&b, 28,
           "Tegn: Naboer hilser på\n    hinanden i opgangen\nHvor mange: 7\nHvornår: maj 2025\n\n"
           "Tegn: Naboer spiser\n    sammen\nHvor mange: 120\nHvornår:\n");
}

/* Two signs share their time; a line over all columns names what follows. */
static struct doc_table *add_spanning(struct bench *b)
{
    struct doc_table *table = add_table(b, NULL);
    struct doc_cell *cell = doc_add_cell_text(&b->doc, doc_add_row(&b->doc, table), "I opgangen");
    cell->columns = 3;
    cell->header = true;
    struct doc_row *row = add_row(b, table, "Naboer hilser", "7", "maj 2025 og igen i maj 2026");
    row->last->rows = 2;
    row = doc_add_row(&b->doc, table);
    doc_add_cell_text(&b->doc, row, "Naboer spiser sammen");
    doc_add_cell_text(&b->doc, row, "120");
    return table;
}

static void test_spans_in_columns(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    add_spanning(&b);
    expect(&b, 50,
           "Tegn             Hvor mange  Hvornår\n"
           "---------------  ----------  ---------------------\n"
           "I opgangen\n"
           "Naboer hilser             7  maj 2025 og igen i\n"
           "                             maj 2026\n"
           "Naboer spiser           120\n"
           "sammen\n");
}

static void test_spans_in_records(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    add_spanning(&b);
    expect(&b, 28,
           "I opgangen\n\n"
           "Tegn: Naboer hilser\nHvor mange: 7\n"
           "Hvornår: maj 2025 og\n    igen i maj 2026\n\n"
           "Tegn: Naboer spiser\n    sammen\nHvor mange: 120\n"
           "Hvornår: maj 2025 og\n    igen i maj 2026\n");
}

/* What is long is said in full once. */
static void test_long_span_in_records(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_column columns[] = {{.heading = "Tegn"}, {.heading = "Hos hvem"}};
    struct doc_table *table = doc_add_table(&b.doc, body(&b), NULL, columns, 2);
    struct doc_row *row = doc_add_row(&b.doc, table);
    struct buf expected = {0};
    doc_add_cell_text(&b.doc, row, "Hilser");
    struct doc_cell *cell = doc_add_cell(&b.doc, row);
    struct doc_list *list = doc_add_bullets(&b.doc, &cell->body);
    cell->rows = 2;
    doc_add_cell_text(&b.doc, doc_add_row(&b.doc, table), "Spiser sammen");
    buf_add_string(&expected, "Tegn: Hilser\nHos hvem:\n");
    for (int i = 0; i < 14; i++) {
        const char *name = doc_textf(&b.doc, "Opgang %d", i);
        doc_add_text(&b.doc, doc_add_item(&b.doc, list, NULL), DOC_TEXT, name);
        buf_addf(&expected, "    - %s\n", name);
    }
    buf_add_string(&expected, "\nTegn: Spiser sammen\nHos hvem:\n    - Opgang 0\n"
                              "    - Opgang 1\n    …\n");
    expect(&b, 80, expected.data);
    buf_release(&expected);
}

/* A row with more cells than columns goes on in another, as on paper. */
static void test_too_many_cells(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_table *table = add_table(&b, NULL);
    struct doc_row *row = add_row(&b, table, "Hilser", "7", "maj");
    row->first->rows = 2;
    doc_add_cell_text(&b.doc, row, "for meget");
    doc_add_cell_text(&b.doc, row, "juni");
    add_row(&b, table, "Spiser", "8", "august");
    const char *text = written(&b, 80);
    const char *words[] = {"Hilser", "for meget", "juni", "Spiser", "august"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_non_null(strstr(text, words[i]));
    close_bench(&b);
}

/* Rows that say more cells than there are columns, or fewer, or none at all. */
static void test_odd_tables(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_table *table = add_table(&b, NULL);
    doc_add_row(&b.doc, table);
    struct doc_row *row = add_row(&b, table, "x", "1", "y");
    doc_add_cell_text(&b.doc, row, "for meget");
    row->first->rows = 100;
    row->last->columns = 100;
    doc_add_row(&b.doc, table);
    written(&b, 80);
    written(&b, 20);
    doc_add_table(&b.doc, body(&b), NULL, NULL, 0);
    written(&b, 80);
    close_bench(&b);
}

/* --- boxes, fields, figures ------------------------------------------------------------ */

static void test_boxes(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_flow *panel = doc_add_box(&b.doc, body(&b), DOC_BOX_PANEL);
    doc_add_text(&b.doc, panel, DOC_TEXT, "Vi beder om:");
    doc_add_text(&b.doc, panel, DOC_TEXT, "250.000 kr.");
    doc_add_text(&b.doc, doc_add_box(&b.doc, body(&b), DOC_BOX_FRAME), DOC_TEXT, "Godkendelse");
    expect(&b, 80,
           "| Vi beder om:\n|\n| 250.000 kr.\n\n-------------\n| Godkendelse\n-------------\n");
}

static void test_fields(void **state)
{
    (void)state;
    static const char *const choices[] = {"godkendt", "godkendt med ændringer", "afvist"};
    struct bench b;
    open_bench(&b);
    struct doc_field *field =
        doc_add_choices(&b.doc, body(&b), DOC_FIELD_ONE_OF, "a", "Beslutning", choices, 3);
    doc_add_field(&b.doc, body(&b), DOC_FIELD_LINE, "b", "Dato");
    doc_add_field(&b.doc, body(&b), DOC_FIELD_LINE, "c", "Navn")->value = "Asta Å.";
    doc_add_field(&b.doc, body(&b), DOC_FIELD_AREA, "d", "Hvorfor?")->lines = 2;
    field->value = "afvist";
    expect(&b, 40,
           "Beslutning:\n\u2610 godkendt   \u2610 godkendt med ændringer\n\u2611 afvist\n\n"
           "Dato:\n________________________________________\n\nNavn: Asta Å.\n\n"
           "Hvorfor?\n________________________________________\n"
           "________________________________________\n");
}

static void test_columns_follow_each_other(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_columns *columns = doc_add_columns(&b.doc, body(&b));
    doc_add_text(&b.doc, doc_add_part(&b.doc, columns, 1), DOC_TEXT, "Først dette");
    doc_add_text(&b.doc, doc_add_part(&b.doc, columns, 2), DOC_TEXT, "så dette");
    expect(&b, 80, "Først dette\n\nså dette\n");
}

static void make_figure(struct figure *figure)
{
    figure_init(figure);
    figure->title = "Forandringsteori";
    figure->alternative = "To aktiviteter fører til én effekt.";
    figure->description = "Aktiviteter\nA. Besøg fører til: Naboer hilser.\n\nEn bemærkning.\n";
}

static void test_figure_by_its_words(void **state)
{
    (void)state;
    struct bench b;
    struct figure figure;
    open_bench(&b);
    make_figure(&figure);
    doc_add_figure(&b.doc, body(&b), &figure, "Figur 1. Fra tegn til mål.");
    expect(&b, 80,
           "| Forandringsteori\n|\n| To aktiviteter fører til én effekt.\n|\n| Aktiviteter\n"
           "| A. Besøg fører til: Naboer hilser.\n|\n| En bemærkning.\n\n"
           "Figur 1. Fra tegn til mål.\n");
    figure_release(&figure);
}

/* Nothing is said twice where an annex tells the figure in words. */
static void test_figure_with_annex(void **state)
{
    (void)state;
    struct bench b;
    struct figure figure;
    open_bench(&b);
    make_figure(&figure);
    doc_add_figure(&b.doc, body(&b), &figure, NULL)->told = true;
    doc_add_heading(&b.doc, body(&b), 2, "Aktiviteter", NULL);
    doc_add_text(&b.doc, body(&b), DOC_TEXT, "A. Besøg fører til: Naboer hilser.");
    doc_add_text(&b.doc, body(&b), DOC_TEXT, "En bemærkning.");
    expect(&b, 80,
           "| Forandringsteori\n|\n| To aktiviteter fører til én effekt.\n\n"
           "Aktiviteter\n-----------\n\nA. Besøg fører til: Naboer hilser.\n\nEn bemærkning.\n");
    figure_release(&figure);
}

/* --- the document ---------------------------------------------------------------------- */

static void test_contents_without_pages(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    b.doc.contents_title = "Indhold";
    doc_add_contents(&b.doc);
    doc_add_page(&b.doc, DOC_LANDSCAPE);
    doc_add_heading(&b.doc, body(&b), 1, "1. Mål", "goals");
    doc_add_heading(&b.doc, body(&b), 2, "På kort sigt", NULL);
    doc_add_heading(&b.doc, body(&b), 2, "Ikke nævnt", NULL)->unlisted = true;
    doc_add_heading(&b.doc, body(&b), 3, "For dybt", NULL);
    doc_add_page(&b.doc, DOC_PORTRAIT);
    expect(&b, 80,
           "Indhold\n=======\n\n1. Mål\n  På kort sigt\n\n\n1. Mål\n======\n\n"
           "På kort sigt\n------------\n\nIkke nævnt\n----------\n\nFor dybt\n");
}

static void test_state_stands_above(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    b.doc.stamp = "Udkast";
    b.doc.foot_left = "Udkast · 3 åbne punkter";
    doc_add_text(&b.doc, body(&b), DOC_TITLE, "Naboer på Vestervang");
    assert_string_equal(written(&b, 80),
                        "Udkast · 3 åbne punkter\n\nNaboer på Vestervang\n====================\n");
    b.doc.foot_left = "version 3";
    assert_string_equal(written(&b, 80),
                        "Udkast\nversion 3\n\nNaboer på Vestervang\n====================\n");
    close_bench(&b);
}

static void test_nothing_but_a_title(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    assert_string_equal(written(&b, 80), "Naboer på Vestervang\n====================\n");
    assert_string_equal(written(&b, -1), "Naboer på Vestervang\n====================\n");
    close_bench(&b);
}

/* Whatever stands in whatever: nothing is lost, and it ends. */
static void test_deep_nesting(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    struct doc_flow *flow = body(&b);
    for (int i = 0; i < 30; i++) {
        flow = doc_add_item(&b.doc, doc_add_bullets(&b.doc, flow), NULL);
        flow = doc_add_box(&b.doc, flow, DOC_BOX_PANEL);
    }
    doc_add_text(&b.doc, flow, DOC_TEXT, "Inderst");
    plain_write(&b.out, &b.doc, 40);
    assert_non_null(strstr(b.out.data, "Inderst\n"));
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_paragraphs_break),
        cmocka_unit_test(test_columns_of_letters),
        cmocka_unit_test(test_control_characters_are_dropped),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_addresses_stay_whole),
        cmocka_unit_test(test_chips),
        cmocka_unit_test(test_notes_stand_at_the_end),
        cmocka_unit_test(test_lists_hang),
        cmocka_unit_test(test_numbers_are_aligned),
        cmocka_unit_test(test_definitions),
        cmocka_unit_test(test_table_in_columns),
        cmocka_unit_test(test_table_wraps),
        cmocka_unit_test(test_table_as_records),
        cmocka_unit_test(test_spans_in_columns),
        cmocka_unit_test(test_spans_in_records),
        cmocka_unit_test(test_long_span_in_records),
        cmocka_unit_test(test_too_many_cells),
        cmocka_unit_test(test_odd_tables),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_columns_follow_each_other),
        cmocka_unit_test(test_figure_by_its_words),
        cmocka_unit_test(test_figure_with_annex),
        cmocka_unit_test(test_contents_without_pages),
        cmocka_unit_test(test_state_stands_above),
        cmocka_unit_test(test_nothing_but_a_title),
        cmocka_unit_test(test_deep_nesting),
    };
    return cmocka_run_group_tests(plain, NULL, NULL);
}
