/* Tests of the HTML writer: what it writes is read back as XML and asked by XPath.
 *
 * With VIRKNING_KEEP=FOLDER a page with everything on it is kept there, for
 * tests/browser/browser.sh. */
#include "base/diag.h"
#include "base/file.h"
#include "base/style.h"
#include "doc/blocks.h"
#include "figure/figure.h"
#include "out/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- pages made by hand ---------------------------------------------------------------- */

struct page {
    struct diag_sink sink;
    struct style style;
    struct doc doc;
    struct doc_flow *body;
    struct buf out;
    xmlDocPtr xml;
    xmlXPathContextPtr xpath;
};

static void open_page(struct page *page)
{
    *page = (struct page){0};
    diag_sink_init(&page->sink, false);
    assert_int_equal(style_load(&page->style, NULL, TEST_SOURCE_DIR, &page->sink), 0);
    struct doc *doc = &page->doc;
    doc_init(doc);
    page->body = &doc->body;
    doc->title = "Evalueringsplan: Tidlig støtte";
    doc->lang = "da";
    doc->content_lang = "da";
    doc->contents_title = "Indhold";
    doc->notes_title = "Noter";
    doc->note_mark = "note {1}";
    doc->note_back = "tilbage til teksten fra note {1}";
    doc->missing_label = "Mangler:";
    doc->skip_text = "Gå til indholdet";
    doc->foot_page = "Side {1} af {2}";
}

static void close_page(struct page *page)
{
    xmlXPathFreeContext(page->xpath);
    xmlFreeDoc(page->xml);
    buf_release(&page->out);
    doc_release(&page->doc);
    style_release(&page->style);
    diag_sink_release(&page->sink);
}

/* Writes the page and reads it back. */
static void write_page(struct page *page)
{
    html_write(&page->out, &page->doc, &page->style, "virkning test");
    page->xml = xmlReadMemory(page->out.data, (int)page->out.length, "page.html", "UTF-8",
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    assert_non_null(page->xml);
    page->xpath = xmlXPathNewContext(page->xml);
    const char *html = "http://www.w3.org/1999/xhtml", *svg = "http://www.w3.org/2000/svg";
    xmlXPathRegisterNs(page->xpath, (const xmlChar *)"h", (const xmlChar *)html);
    xmlXPathRegisterNs(page->xpath, (const xmlChar *)"s", (const xmlChar *)svg);
}

/* How many nodes an expression finds. */
static int count(const struct page *page, const char *expression)
{
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, page->xpath);
    assert_non_null(found);
    int nodes = found->nodesetval ? found->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(found);
    return nodes;
}

static void assert_one(const struct page *page, const char *expression)
{
    if (count(page, expression) != 1)
        fail_msg("%d instead of 1: %s\n%s", count(page, expression), expression,
                 strstr(page->out.data, "<body"));
}

/* The value of an expression is this text. */
static void assert_says(const struct page *page, const char *expression, const char *wanted)
{
    xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, page->xpath);
    xmlChar *text = xmlXPathCastToString(found);
    assert_string_equal((const char *)text, wanted);
    xmlFree(text);
    xmlXPathFreeObject(found);
}

static bool contains(const struct page *page, const char *text)
{
    return strstr(page->out.data, text) != NULL;
}

static void assert_ids_unique(const struct page *page)
{
    assert_int_equal(count(page, "//*[@id = preceding::*/@id or @id = ancestor::*/@id]"), 0);
}

/* --- the page ----------------------------------------------------------------------------- */

static void says_what_it_is(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    page.doc.running_left = "Ærø Kommune";
    page.doc.running_right = "Evalueringsplan";
    page.doc.foot_left = "Udkast · virkning";
    page.doc.stamp = "Udkast";
    page.doc.content_lang = "en";
    doc_add_text(&page.doc, page.body, DOC_TITLE, "Tidlig støtte");
    write_page(&page);
    assert_memory_equal(page.out.data, "<!DOCTYPE html>\n", 16);
    assert_one(&page, "/h:html[@lang='da']");
    assert_says(&page, "//h:title", "Evalueringsplan: Tidlig støtte");
    assert_one(&page, "//h:meta[@name='viewport' and contains(@content, 'width=device-width')]");
    assert_one(&page, "//h:meta[@name='generator' and @content='virkning test']");
    assert_one(&page, "/h:html/h:body/h:header/h:p[@lang='en' and .='Ærø Kommune']");
    assert_one(&page, "/h:html/h:body/h:header/h:p[@class='stamp' and .='Udkast']");
    assert_one(&page, "/h:html/h:body/h:main[@id='main']//h:h1[.='Tidlig støtte']");
    assert_one(&page, "/h:html/h:body/h:footer/h:p[not(@lang)]");
    assert_one(&page, "/h:html/h:body/h:a[1][@href='#main' and .='Gå til indholdet']");
    assert_true(contains(&page, "content:\"Side \" counter(page) \" af \" counter(pages)"));
    close_page(&page);
}

static void nothing_is_loaded_or_run(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    doc_add_text(&page.doc, page.body, DOC_TEXT, "Hej");
    write_page(&page);
    assert_int_equal(count(&page, "//h:script | //h:link | //h:iframe | //h:form | //@onclick"), 0);
    assert_false(contains(&page, "url("));
    assert_false(contains(&page, "@import"));
    close_page(&page);
}

static void same_document_same_bytes(void **state)
{
    (void)state;
    struct page page;
    struct buf again = {0};
    open_page(&page);
    doc_add_heading(&page.doc, page.body, 1, "Mål", "maal");
    write_page(&page);
    html_write(&again, &page.doc, &page.style, "virkning test");
    assert_string_equal(page.out.data, again.data);
    buf_release(&again);
    close_page(&page);
}

/* Every place where a text can stand holds one that tries to break out of it. */
static void hostile_texts_stay_texts(void **state)
{
    (void)state;
    static const char bad[] = "\"'></style></title><script>alert(1)</script>&amp;{}\\\x01\x1b"
                              "\xEF\xBF\xBF\xFF ]]> --> \xC2\x85";
    static const char *const choices[] = {bad, "ja"};
    const struct doc_column columns[] = {{bad, 1, false}, {bad, 1, true}};
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc->title = doc->author = doc->subject = doc->running_left = doc->running_right = bad;
    doc->foot_left = doc->foot_page = doc->stamp = doc->contents_title = doc->notes_title = bad;
    doc->note_mark = doc->note_back = doc->missing_label = doc->skip_text = bad;
    page.style.header = page.style.footer = page.style.font_family = bad;
    doc_add_contents(doc);
    doc_add_heading(doc, page.body, 1, bad, bad);
    doc_add_heading(doc, page.body, 1, bad, bad)->lang = bad;
    struct doc_paragraph *text = doc_add_text(doc, page.body, DOC_MISSING, bad);
    text->first->lang = bad;
    doc_add_run(doc, text, bad)->target = bad;
    doc_add_run(doc, text, bad)->target = "javascript:alert(1)";
    doc_add_run(doc, text, bad)->target = "https://example.org/\"><script>alert(1)</script>";
    doc_add_text(doc, doc_add_note(doc, text->first), DOC_SMALL, bad);
    struct doc_table *table = doc_add_table(doc, page.body, bad, columns, 2);
    table->caption_lang = bad;
    doc_add_cell_text(doc, doc_add_row(doc, table), bad);
    doc_add_text(doc, doc_add_item(doc, doc_add_numbers(doc, page.body), bad), DOC_TEXT, bad);
    doc_add_text(doc, doc_add_item(doc, doc_add_definitions(doc, page.body), bad), DOC_TEXT, bad);
    struct doc_field *area = doc_add_field(doc, page.body, DOC_FIELD_AREA, bad, bad);
    area->value = area->hint = "</textarea><script>alert(1)</script>\n\x02";
    doc_add_field(doc, page.body, DOC_FIELD_LINE, bad, bad)->value = bad;
    doc_add_choices(doc, page.body, DOC_FIELD_ONE_OF, bad, bad, choices, 2);
    write_page(&page);
    assert_int_equal(count(&page, "//h:script"), 0);
    assert_false(contains(&page, "<script"));
    assert_false(contains(&page, "javascript:"));
    assert_one(&page, "//h:style");
    /* A browser ends the element at the first of these. */
    const char *css = strstr(page.out.data, "<style>"), *end = strstr(page.out.data, "</style>");
    assert_true(css && end && !memchr(css + 7, '<', (size_t)(end - css - 7)));
    assert_int_equal(count(&page, "//h:a[starts-with(@href, 'https:')]"), 1);
    assert_ids_unique(&page);
    close_page(&page);
}

/* --- language ---------------------------------------------------------------------------------- */

static void languages_are_tagged(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    struct doc_paragraph *all = doc_add_text(doc, page.body, DOC_TEXT, "Early support");
    all->first->lang = "en";
    struct doc_paragraph *part = doc_add_text(doc, page.body, DOC_TEXT, "Navn: ");
    doc_add_run(doc, part, "Early support")->lang = "en";
    doc_add_run(doc, part, " (indsats)")->lang = "da";
    doc_add_heading(doc, page.body, 1, "Purpose", NULL)->lang = "en";
    const struct doc_column columns[] = {{"A", 1, false}};
    doc_add_table(doc, page.body, "Visits", columns, 1)->caption_lang = "en";
    write_page(&page);
    assert_one(&page, "//h:p[@lang='en' and not(*) and .='Early support']");
    assert_one(&page, "//h:p[not(@lang) and h:span[@lang='en']='Early support']");
    assert_int_equal(count(&page, "//h:p//*[@lang='da']"), 0);
    assert_one(&page, "//h:main//h:h1[@lang='en']");
    assert_one(&page, "//h:caption[@lang='en']");
    close_page(&page);
}

static void arabic_runs_from_the_right(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    struct doc_paragraph *all = doc_add_text(doc, page.body, DOC_TEXT, "اجتماع الصباح 2027");
    all->first->lang = "ar";
    doc_add_run(doc, all, " (Morgenmøder)");
    struct doc_paragraph *part = doc_add_text(doc, page.body, DOC_TEXT, "På arabisk: ");
    doc_add_run(doc, part, "اجتماع")->lang = "ar";
    struct doc_list *list = doc_add_bullets(doc, page.body);
    doc_add_text(doc, doc_add_item(doc, list, NULL), DOC_TEXT, "• שלום")->first->lang = "he";
    doc_add_text(doc, page.body, DOC_TEXT, "۲۰۲۷ Møder"); /* figures have no side */
    write_page(&page);
    assert_one(&page, "//h:p[not(@dir) and contains(., 'Møder') and not(h:span)]");
    assert_one(&page, "//h:p[@dir='rtl' and starts-with(., 'اجتماع')]");
    assert_one(&page, "//h:p[@dir='rtl']/h:span[@lang='ar' and not(@dir)]");
    assert_one(&page, "//h:p[@dir='rtl']/h:span[@dir='ltr']");
    assert_one(&page, "//h:p[not(@dir)]/h:span[@lang='ar' and @dir='rtl']");
    assert_one(&page, "//h:ul[@dir='rtl']/h:li/h:p[@lang='he' and not(@dir)]");
    close_page(&page);
}

/* --- headings, links, notes ---------------------------------------------------------------------- */

static void headings_skip_no_level(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_text(doc, page.body, DOC_TITLE, "Plan");
    doc_add_contents(doc);
    doc_add_heading(doc, page.body, 1, "Mål", "mål");
    doc_add_heading(doc, page.body, 3, "For børn", NULL);
    doc_add_heading(doc, page.body, 2, "Veje", "mål");
    doc_add_heading(doc, page.body, 1, "Skjult", NULL)->unlisted = true;
    doc_add_heading(doc, page.body, 2, "Sidst", "mål_");
    write_page(&page);
    assert_one(&page, "//h:h2[.='Mål' and @id='h-m_c3_a5l']");
    assert_one(&page, "//h:h3[.='For børn']");
    assert_one(&page, "//h:h3[.='Veje' and @id='h3']");
    assert_one(&page, "//h:nav[@aria-label='Indhold']/h:h2[.='Indhold']");
    assert_one(&page,
               "//h:nav/h:ol/h:li[h:a[@href='#h-m_c3_a5l']='Mål']/h:ol/h:li[1]/h:a[.='Veje']");
    assert_int_equal(count(&page, "//h:nav//h:a"), 3);
    assert_int_equal(count(&page, "//h:nav//h:a[not(substring(@href, 2) = //@id)]"), 0);
    assert_ids_unique(&page);
    close_page(&page);
}

static void contents_without_chapters_are_one_list(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_contents(doc);
    doc_add_heading(doc, page.body, 2, "Første tegn", NULL);
    doc_add_heading(doc, page.body, 2, "Andet tegn", NULL);
    doc_add_heading(doc, page.body, 1, "Bilag", NULL);
    doc_add_heading(doc, page.body, 2, "Om tallene", NULL);
    write_page(&page);
    assert_int_equal(count(&page, "//h:nav/h:ol/h:li"), 3);
    assert_one(&page, "//h:nav/h:ol/h:li[3]/h:ol/h:li/h:a[.='Om tallene']");
    close_page(&page);
}

static void links_lead_somewhere(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    struct doc_paragraph *text = doc_add_paragraph(doc, page.body, DOC_TEXT);
    struct doc_run *inside = doc_add_run(doc, text, "målene");
    inside->target = "maal";
    inside->with_page = true;
    doc_add_run(doc, text, "nowhere")->target = "absent";
    doc_add_run(doc, text, "et skema")->target = "https://example.org/a?b=1&c=2";
    doc_add_run(doc, text, "en fil")->target = "file:///etc/passwd";
    doc_add_heading(doc, page.body, 1, "Mål", "maal");
    write_page(&page);
    assert_one(&page, "//h:p/h:a[@href='#h-maal' and .='målene']");
    assert_one(&page, "//h:p/h:a[@href='https://example.org/a?b=1&c=2']");
    assert_int_equal(count(&page, "//h:p/h:a"), 2);
    close_page(&page);
}

static void notes_go_there_and_back(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_text(doc, page.body, DOC_TITLE, "Plan");
    struct doc_paragraph *text = doc_add_text(doc, page.body, DOC_TEXT, "27 %");
    doc_add_text(doc, doc_add_note(doc, text->first), DOC_SMALL, "Skolernes egne tal.");
    doc_add_text(doc, doc_add_note(doc, doc_add_run(doc, text, " af 133")), DOC_SMALL, "Årgang 0.");
    write_page(&page);
    assert_one(&page, "//h:sup/h:a[@id='mark2' and @href='#note2' and @aria-label='note 2']");
    assert_one(&page, "//h:section[@aria-labelledby='notes']/h:h2[@id='notes' and .='Noter']");
    assert_one(&page, "//h:ol/h:li[@id='note1'][h:p='Skolernes egne tal.']/h:a[@href='#mark1' and "
                      "@aria-label='tilbage til teksten fra note 1']");
    close_page(&page);
}

static void what_is_missing_is_said_in_words(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    doc_add_text(&page.doc, page.body, DOC_MISSING, "Hvem måler?");
    write_page(&page);
    assert_says(&page, "//h:p[@class='missing']", "Mangler: Hvem måler?");
    close_page(&page);
}

static void long_words_may_break(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_text(doc, page.body, DOC_TEXT,
                 "En fremskudtfamilierådgivningskoordinator\nog en blød\xC2\xAD\x68\x65\x64");
    doc_add_text(doc, page.body, DOC_TEXT, "https://example.org/en/lang/adresse/uden/streger");
    doc_add_text(doc, page.body, DOC_TEXT, "brugsværdiscreening sygefraværssamtaler");
    write_page(&page);
    /* Only at joints and between syllables, and no letter is lost. */
    assert_says(&page, "translate(//h:p[1]/h:span[@class='long'], '\xC2\xAD', '|')",
                "fremskudtfami|lierådgivnings|koordinator");
    assert_one(&page, "//h:p/h:br");
    assert_true(contains(&page, "blød\xC2\xAD\x68\x65\x64"));
    assert_says(&page, "//h:p[2]/h:span[@class='long']",
                "https://example.org/en/lang/adresse/uden/streger");
    assert_int_equal(count(&page, "//h:p[3]/*"), 0);
    close_page(&page);
}

/* --- tables ------------------------------------------------------------------------------------------ */

static struct doc_cell *add_cell(struct page *page, struct doc_row *row, const char *text, int rows,
                                 int columns, bool header)
{
    struct doc_cell *cell = doc_add_cell_text(&page->doc, row, text);
    cell->rows = rows;
    cell->columns = columns;
    cell->header = header;
    return cell;
}

static void tables_keep_their_meaning(void **state)
{
    (void)state;
    const struct doc_column columns[] = {
        {"Aktivitet", 2, false}, {"", 1, false}, {"Antal", 1, true}};
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_heading(doc, page.body, 1, "Mål", "maal");
    struct doc_table *table = doc_add_table(doc, page.body, "Hvad vi gør", columns, 3);
    struct doc_row *row = doc_add_row(doc, table);
    add_cell(&page, row, "Trivselsgrupper", 2, 1, true);
    add_cell(&page, row, "6–8 børn", 1, 1, false)->look = DOC_CELL_PANEL;
    add_cell(&page, row, "7", 1, 1, false);
    row = doc_add_row(doc, table);
    add_cell(&page, row, "begge", 99, 99, false)->look = DOC_CELL_DARK;
    row = doc_add_row(doc, table);
    add_cell(&page, row, "Senere", 1, 3, true);
    add_cell(&page, doc_add_row(doc, table), "Omsorgsplan", 1, 1, true);
    doc_add_table(doc, page.body, NULL, columns, 3);
    write_page(&page);
    assert_one(&page, "//h:table[h:caption[@id='table1']='Hvad vi gør']");
    assert_one(&page, "//h:div[@role='region' and @tabindex='0' and @aria-labelledby='table1']");
    assert_one(&page, "//h:div[@role='region' and @tabindex='0' and @aria-labelledby='h-maal']");
    assert_one(&page,
               "//h:table[1]/h:thead/h:tr[h:th[@scope='col']][h:td][h:th[@class='number last']]"
               "[ancestor::h:div/@aria-labelledby='table1']");
    assert_one(&page, "//h:tbody/h:tr[1]/h:th[@scope='row' and @rowspan='2' and @class='first']");
    assert_one(&page, "//h:td[@class='panel'][not(@scope)]");
    assert_one(&page, "//h:td[@class='number last' and .//text()='7']");
    assert_one(&page, "//h:td[@class='dark last' and @colspan='2' and @rowspan='3']");
    close_page(&page);
}

/* For the eye only: what scrolls has a name. */
static void what_scrolls_says_so(void **state)
{
    (void)state;
    const struct doc_column columns[] = {
        {"Hvad", 1, false}, {"Hvem", 1, false}, {"Hvor", 1, false}};
    struct page page;
    open_page(&page);
    page.doc.scroll_hint = "Rul til siden for at se resten →";
    doc_add_table(&page.doc, page.body, NULL, columns, 3);
    doc_add_table(&page.doc, page.body, NULL, columns, 2);
    write_page(&page);
    assert_one(&page, "//h:div[@role='region' and @style='--least:22.5rem']"
                      "/h:p[@class='aside' and @aria-hidden='true'][.='Rul til siden for at se "
                      "resten →'][following-sibling::h:table]");
    assert_int_equal(count(&page, "//h:p[@class='aside']"), 1); /* two columns fit */
    close_page(&page);
}

static void rows_below_a_subheading_are_a_group(void **state)
{
    (void)state;
    const struct doc_column columns[] = {{"Hvem", 1, false}, {"Hvornår", 1, false}};
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    struct doc_table *table = doc_add_table(doc, page.body, NULL, columns, 2);
    add_cell(&page, doc_add_row(doc, table), "Forår", 1, 2, true);
    add_cell(&page, doc_add_row(doc, table), "skolen", 1, 1, true);
    add_cell(&page, doc_add_row(doc, table), "Efterår", 1, 2, true);
    struct doc_row *many = doc_add_row(doc, table);
    for (int i = 0; i < 5; i++)
        add_cell(&page, many, "x", 1, 1, false);
    write_page(&page);
    assert_int_equal(count(&page, "//h:tbody"), 2);
    assert_one(&page, "//h:tbody[2]/h:tr[1]/h:th[@scope='rowgroup' and @colspan='2']");
    /* Each row covers each column once, and cells that are too many go on below. */
    assert_int_equal(count(&page, "//h:tbody[1]/h:tr[2]/*"), 2);
    assert_int_equal(count(&page, "//h:tbody[2]/h:tr"), 4);
    assert_int_equal(count(&page, "//h:tbody[2]/h:tr[position() > 1]/h:td"), 6);
    /* Two columns fit on a phone. */
    assert_int_equal(count(&page, "//h:div[@class='scroll']"), 0);
    close_page(&page);
}

/* --- lists, boxes, columns, fields, figures -------------------------------------------------------------- */

static void lists_are_lists(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    struct doc_list *numbers = doc_add_numbers(doc, page.body);
    doc_add_text(doc, doc_add_item(doc, numbers, NULL), DOC_TEXT, "godkende");
    doc_add_text(doc, doc_add_item(doc, numbers, "b)"), DOC_TEXT, "udpege");
    struct doc_list *terms = doc_add_definitions(doc, page.body);
    doc_add_text(doc, doc_add_item(doc, terms, "Måltal"), DOC_TEXT, "70 %");
    write_page(&page);
    assert_one(&page, "//h:ol/h:li[1][not(@style)]/h:p");
    assert_one(&page, "//h:ol/h:li[2][@style='list-style-type:\"b\\000029 \"']");
    assert_one(&page, "//h:dl/h:div/h:dt[.='Måltal']/following-sibling::h:dd[h:p='70 %']");
    close_page(&page);
}

static void boxes_and_columns(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_text(doc, doc_add_box(doc, page.body, DOC_BOX_PANEL), DOC_TEXT, "a");
    doc_add_text(doc, doc_add_box(doc, page.body, DOC_BOX_FRAME), DOC_TEXT, "b");
    struct doc_columns *columns = doc_add_columns(doc, page.body);
    doc_add_text(doc, doc_add_part(doc, columns, 2), DOC_TEXT, "c");
    doc_add_text(doc, doc_add_part(doc, columns, 1), DOC_TEXT, "d");
    write_page(&page);
    assert_one(&page, "//h:div[@class='box' and h:p='a']");
    assert_one(&page, "//h:div[@class='box frame' and h:p='b']");
    assert_one(&page,
               "//h:div[@class='columns' and contains(@style, 'minmax(0,2fr) minmax(0,1fr)')]"
               "[h:div[1]/h:p='c'][h:div[2]/h:p='d']");
    close_page(&page);
}

static void fields_have_labels(void **state)
{
    (void)state;
    static const char *const choices[] = {"godkendt", "godkendt med ændringer", "afvist"};
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    struct doc_field *line = doc_add_field(doc, page.body, DOC_FIELD_LINE, "role-a1", "Rolle");
    line->value = "formand";
    line->hint = "Ikke navn";
    struct doc_field *area = doc_add_field(doc, page.body, DOC_FIELD_AREA, "terms-a1", "Vilkår");
    area->lines = 4;
    area->value = "\nførst\n<så>";
    doc_add_choices(doc, page.body, DOC_FIELD_ONE_OF, "approval-a1", "Beslutning", choices, 3)
        ->value = "afvist";
    doc_add_choices(doc, page.body, DOC_FIELD_ANY_OF, "who-a1", "Hvem", choices, 3);
    write_page(&page);
    assert_one(&page, "//h:input[@type='text' and @name='role-a1' and @value='formand' and "
                      "@id=//h:label[.='Rolle']/@for and "
                      "@aria-describedby=//h:span[.='Ikke navn']/@id]");
    assert_says(&page, "//h:textarea[@rows='4' and @id=//h:label[.='Vilkår']/@for]",
                "\n\nførst\n<så>"); /* a browser drops the first line feed */
    assert_int_equal(count(&page, "//h:fieldset[h:legend='Beslutning']/h:label/"
                                  "h:input[@type='radio' and @name='approval-a1']"),
                     3);
    assert_one(&page, "//h:input[@checked='checked' and @value='afvist']");
    assert_int_equal(count(&page, "//h:fieldset[h:legend='Hvem']//h:input[@type='checkbox']"), 3);
    assert_ids_unique(&page);
    close_page(&page);
}

static void figures_have_names_of_their_own(void **state)
{
    (void)state;
    struct page page;
    struct figure figure;
    open_page(&page);
    figure_init(&figure);
    figure.width = figure.height = 95;
    figure.title = "Forløbet";
    figure.alternative = "To aktiviteter fører til ét mål.";
    figure.lang = figure.own_lang = "da";
    struct figure_box *box = figure_add_box(&figure);
    box->id = "a";
    box->role = "activity";
    doc_add_figure(&page.doc, page.body, &figure, "Figur 1");
    doc_add_figure(&page.doc, page.body, &figure, NULL);
    write_page(&page);
    assert_int_equal(count(&page, "//h:figure//s:svg[@role='graphics-document document']"), 2);
    assert_one(&page, "//h:figure/h:figcaption[.='Figur 1']");
    assert_one(&page, "//h:div[@role='region' and @aria-labelledby='f2title']"
                      "/h:div[contains(@style, 'max-width:10rem')]/s:svg/s:title[@id='f2title']");
    assert_says(&page, "//s:desc[@id='f1desc']", "To aktiviteter fører til ét mål.");
    assert_ids_unique(&page);
    figure_release(&figure);
    close_page(&page);
}

static void sheets_follow_the_pages(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_text(doc, page.body, DOC_TEXT, "a");
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_page(doc, DOC_LANDSCAPE);
    doc_add_text(doc, page.body, DOC_TEXT, "b");
    doc_add_page(doc, DOC_PORTRAIT);
    write_page(&page);
    assert_int_equal(count(&page, "//h:main/h:div"), 2);
    assert_one(&page, "//h:div[@class='sheet landscape' and h:p='b']");
    close_page(&page);
}

static void the_style_is_heard(void **state)
{
    (void)state;
    static const unsigned char picture[] = {0x89, 'P', 'N', 'G', 0};
    struct page page;
    open_page(&page);
    page.style.colors[STYLE_ACCENT] = (struct color){0xAA, 0, 1};
    page.style.sizes[STYLE_TEXT] = 10;
    page.style.sizes[STYLE_TITLE] = 25;
    page.style.logo = (struct style_image){STYLE_PNG, picture, sizeof picture, 120, 40};
    page.style.logo_text = "Ærø Kommune";
    page.style.logo_height = 30;
    page.style.header = "Børn og Skole";
    page.style.footer = "Rådhuset";
    write_page(&page);
    assert_true(contains(&page, "--accent:#aa0001;"));
    assert_true(contains(&page, "--title-size:2.5rem;"));
    assert_true(contains(&page, "html{font-size:10pt}"));
    assert_one(&page, "//h:header/h:img[@alt='Ærø Kommune' and @style='height:3rem' and "
                      "@src='data:image/png;base64,iVBORwA=' and @width='120']");
    assert_one(&page, "//h:header/h:p[.='Børn og Skole']");
    assert_one(&page, "//h:footer/h:p[.='Rådhuset']");
    close_page(&page);
}

/* --- everything on one page ---------------------------------------------------------------------------- */

static void keep(struct page *page, const char *name)
{
    const char *folder = getenv("VIRKNING_KEEP");
    if (!folder)
        return;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.html", folder, name);
    assert_int_equal(file_write(path, page->out.data, page->out.length, &page->sink), 0);
}

static void fill_table(struct page *page)
{
    static const char *const states[] = {"i gang", "afventer", "besluttet", "idé"};
    const struct doc_column columns[] = {{"Aktivitet", 3, false},
                                         {"Status", 1, false},
                                         {"Hvem", 2, false},
                                         {"Hvornår", 1, false},
                                         {"Deltagere", 1, true}};
    struct doc *doc = &page->doc;
    struct doc_table *table = doc_add_table(doc, page->body, "Hvad der sker", columns, 5);
    table->column_rules = true;
    add_cell(page, doc_add_row(doc, table), "Skole", 1, 5, true)->look = DOC_CELL_PANEL;
    for (int i = 0; i < 4; i++) {
        struct doc_row *row = doc_add_row(doc, table);
        add_cell(page, row, "Trivselsgrupper for børn i udsatte positioner", 1, 1, true);
        add_cell(page, row, states[i], 1, 1, false);
        add_cell(page, row, "fremskudtfamilierådgivningskoordinatorerne", 1, 1, false);
        struct doc_cell *cell = doc_add_cell(doc, row);
        doc_add_text(doc, &cell->body, DOC_MISSING, "Hvornår?");
        add_cell(page, row, "1.234", 1, 1, false);
    }
    add_cell(page, doc_add_row(doc, table), "Familier mestrer hverdagen", 1, 5, false)->look =
        DOC_CELL_DARK;
}

static void fill_fields(struct page *page)
{
    static const char *const choices[] = {"godkendt", "godkendt med ændringer", "afvist"};
    struct doc *doc = &page->doc;
    struct doc_columns *columns = doc_add_columns(doc, page->body);
    struct doc_flow *box = doc_add_box(doc, doc_add_part(doc, columns, 2), DOC_BOX_FRAME);
    doc_add_choices(doc, box, DOC_FIELD_ONE_OF, "approval", "Beslutning", choices, 3);
    doc_add_field(doc, box, DOC_FIELD_AREA, "terms", "Vilkår")->lines = 4;
    box = doc_add_box(doc, doc_add_part(doc, columns, 1), DOC_BOX_FRAME);
    doc_add_field(doc, box, DOC_FIELD_LINE, "role", "Rolle")->hint = "En rolle, ikke et navn.";
    doc_add_choices(doc, box, DOC_FIELD_ANY_OF, "read", "Læst", choices, 2);
}

/* Notes, links, a chip, another language, in paragraphs and a list of terms. */
static void fill_text(struct page *page)
{
    struct doc *doc = &page->doc;
    struct doc_paragraph *text = doc_add_text(doc, page->body, DOC_TEXT, "Hvert fjerde barn");
    doc_add_text(doc, doc_add_note(doc, text->first), DOC_SMALL, "Skolernes egne tal.");
    doc_add_run(doc, text, ", se ");
    doc_add_run(doc, text, "beslutningen")->target = "approval";
    doc_add_run(doc, text, " og ");
    doc_add_run(doc, text, "statistikken")->target = "https://www.dst.dk/";
    doc_add_run(doc, text, " ");
    doc_add_run(doc, text, "A B")->chip = true;
    struct doc_paragraph *arabic = doc_add_text(doc, page->body, DOC_TEXT, "اجتماع الصباح 2027.");
    arabic->first->lang = "ar";
    struct doc_list *terms = doc_add_definitions(doc, page->body);
    struct doc_flow *flow = doc_add_item(doc, terms, "Måltal");
    text = doc_add_text(doc, flow, DOC_TEXT, "27 %");
    doc_add_text(doc, doc_add_note(doc, text->first), DOC_SMALL, "Af 133 børn.");
    doc_add_text(doc, flow, DOC_SMALL, "senest i maj 2027");
}

static void everything_on_one_page(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct doc *doc = &page.doc;
    doc->running_left = "Ærø Kommune";
    doc->running_right = "Evalueringsplan";
    doc->foot_left = "Udkast · virkning";
    doc->stamp = "Udkast";
    doc_add_text(doc, page.body, DOC_TITLE, "Tidlig støtte i hverdagen");
    doc_add_text(doc, page.body, DOC_LEAD, "Evalueringsplan · 2027");
    doc_add_contents(doc);
    doc_add_heading(doc, page.body, 1, "1 Udfordringen", NULL);
    fill_text(&page);
    doc_add_page(doc, DOC_LANDSCAPE);
    doc_add_heading(doc, page.body, 1, "2 Hvad vi gør", NULL);
    fill_table(&page);
    doc_add_page(doc, DOC_PORTRAIT);
    doc_add_heading(doc, page.body, 1, "3 Beslutning", "approval");
    fill_fields(&page);
    write_page(&page);
    assert_ids_unique(&page);
    assert_int_equal(count(&page, "//h:a[starts-with(@href, '#') and "
                                  "not(substring(@href, 2) = //@id)]"),
                     0);
    keep(&page, "contents-notes-fields-tables");
    close_page(&page);
}

static void an_empty_document_is_a_page(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    doc_release(&page.doc);
    doc_add_contents(&page.doc);
    doc_add_text(&page.doc, page.body, DOC_TEXT, "");
    write_page(&page);
    assert_one(&page, "/h:html[@lang='en']/h:body/h:main");
    assert_int_equal(count(&page, "//h:nav | //h:p"), 0);
    close_page(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_it_is),
        cmocka_unit_test(nothing_is_loaded_or_run),
        cmocka_unit_test(same_document_same_bytes),
        cmocka_unit_test(hostile_texts_stay_texts),
        cmocka_unit_test(languages_are_tagged),
        cmocka_unit_test(arabic_runs_from_the_right),
        cmocka_unit_test(headings_skip_no_level),
        cmocka_unit_test(contents_without_chapters_are_one_list),
        cmocka_unit_test(links_lead_somewhere),
        cmocka_unit_test(notes_go_there_and_back),
        cmocka_unit_test(what_is_missing_is_said_in_words),
        cmocka_unit_test(long_words_may_break),
        cmocka_unit_test(tables_keep_their_meaning),
        cmocka_unit_test(what_scrolls_says_so),
        cmocka_unit_test(rows_below_a_subheading_are_a_group),
        cmocka_unit_test(lists_are_lists),
        cmocka_unit_test(boxes_and_columns),
        cmocka_unit_test(fields_have_labels),
        cmocka_unit_test(figures_have_names_of_their_own),
        cmocka_unit_test(sheets_follow_the_pages),
        cmocka_unit_test(the_style_is_heard),
        cmocka_unit_test(everything_on_one_page),
        cmocka_unit_test(an_empty_document_is_a_page),
    };
    int failed = cmocka_run_group_tests_name("html", tests, NULL, NULL);
    xmlCleanupParser();
    return failed;
}
