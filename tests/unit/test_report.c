/* The evaluation plan as blocks: goldens of what it says in reading order, and the points
 * that matter most, one by one. VIRKNING_UPDATE=yes writes the goldens anew. */
#include "base/datadir.h"
#include "base/file.h"
#include "check/check.h"
#include "report/plan.h"
#include "report/reach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* --- a plan ----------------------------------------------------------------------------- */

struct made {
    struct model model;
    struct diag_sink sink;
    struct language *language;
    struct words *words;
    struct doc doc;
};

static void make(struct made *made, const char *bytes, size_t length, enum language_code code)
{
    char *data = datadir_find(), *folder = datadir_join(data, "lang");
    made->language = language_open(code, folder);
    diag_sink_init(&made->sink, false);
    assert_int_equal(words_load(&made->words, data, NULL, &made->sink), 0);
    free(folder);
    free(data);
    if (model_read_bytes(&made->model, "prøve.xml", bytes, length, &made->sink))
        fail_msg("not a valid model: %s", bytes);
    struct check_options check = {.today = {2026, 3, 1}, .words = made->words};
    check_model(&made->model, &check, &made->sink);
    diag_sort(&made->sink);
    struct plan_options options = {.date = {2026, 3, 1}, .program = "virkning"};
    doc_init(&made->doc);
    plan_build(&made->doc, &made->model, NULL, &made->sink, made->language, &options);
}

/* A plan of what stands within <programme>. */
static void make_from(struct made *made, const char *inside, enum language_code code)
{
    struct buf text = {0};
    buf_addf(&text,
             "<programme xmlns='" MODEL_NAMESPACE "' format='1' xml:lang='da'>"
             "<title>Prøve</title>%s</programme>",
             inside);
    make(made, text.data, text.length, code);
    buf_release(&text);
}

static void release(struct made *made)
{
    doc_release(&made->doc);
    words_free(made->words);
    model_release(&made->model);
    diag_sink_release(&made->sink);
    language_free(made->language);
}

/* --- blocks as text ------------------------------------------------------------------------ */

static void add_flow(struct buf *out, const struct doc_flow *flow, int depth);

static void add_paragraph(struct buf *out, const struct doc_paragraph *paragraph)
{
    static const char *const styles[] = {
        [DOC_TEXT] = "text",          [DOC_SMALL] = "small",     [DOC_LEAD] = "lead",
        [DOC_TITLE] = "title",        [DOC_MISSING] = "missing", [DOC_CELL] = "cell",
        [DOC_CELL_STRONG] = "strong",
    };
    buf_addf(out, "%s: ", styles[paragraph->style]);
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        if (run->lang)
            buf_addf(out, "{%s}", run->lang);
        buf_addf(out, run->chip ? "[%s]" : "%s", run->text);
    }
    buf_add_char(out, '\n');
}

static void add_table(struct buf *out, const struct doc_table *table, int depth)
{
    static const char *const looks[] = {
        [DOC_CELL_PLAIN] = "", [DOC_CELL_PANEL] = " panel", [DOC_CELL_DARK] = " dark"};
    buf_add_string(out, "table:");
    for (size_t i = 0; i < table->column_count; i++)
        buf_addf(out, " | %s", table->columns[i].heading);
    buf_add_char(out, '\n');
    for (const struct doc_row *row = table->first; row; row = row->next) {
        buf_addf(out, "%*srow\n", depth + 2, "");
        for (const struct doc_cell *cell = row->first; cell; cell = cell->next) {
            buf_addf(out, "%*scell %dx%d%s%s\n", depth + 4, "", cell->rows, cell->columns,
                     looks[cell->look], cell->header ? " header" : "");
            add_flow(out, &cell->body, depth + 6);
        }
    }
}

static void add_list(struct buf *out, const struct doc_list *list, int depth)
{
    buf_add_string(out, "list\n");
    for (const struct doc_item *item = list->first; item; item = item->next) {
        buf_addf(out, "%*s- %s\n", depth + 2, "", item->label ? item->label : "");
        add_flow(out, &item->body, depth + 4);
    }
}

static void add_block(struct buf *out, const struct doc_block *block, int depth)
{
    buf_addf(out, "%*s", depth, "");
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        buf_addf(out, "h%d: %s\n", block->as.heading.level, block->as.heading.text);
        break;
    case DOC_BLOCK_PARAGRAPH:
        add_paragraph(out, &block->as.paragraph);
        break;
    case DOC_BLOCK_LIST:
        add_list(out, &block->as.list, depth);
        break;
    case DOC_BLOCK_TABLE:
        add_table(out, &block->as.table, depth);
        break;
    case DOC_BLOCK_FIGURE:
        buf_add_string(out, "figure\n");
        break;
    case DOC_BLOCK_BOX:
        buf_add_string(out, "box\n");
        add_flow(out, &block->as.box.body, depth + 2);
        break;
    case DOC_BLOCK_CONTENTS:
        buf_add_string(out, "contents\n");
        break;
    case DOC_BLOCK_PAGE:
        buf_addf(out, "page: %s\n",
                 block->as.orientation == DOC_LANDSCAPE ? "landscape" : "portrait");
        break;
    case DOC_BLOCK_SPACE:
        buf_add_string(out, "space\n");
        break;
    }
}

static void add_flow(struct buf *out, const struct doc_flow *flow, int depth)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        add_block(out, block, depth);
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static void add_doc(struct buf *out, const struct doc *doc)
{
    buf_addf(out, "title %s\n", or_dash(doc->title));
    buf_addf(out, "lang %s, content %s\n", or_dash(doc->lang), or_dash(doc->content_lang));
    buf_addf(out, "head %s | %s\n", or_dash(doc->running_left), or_dash(doc->running_right));
    buf_addf(out, "foot %s | %s\n", or_dash(doc->foot_left), or_dash(doc->foot_page));
    add_flow(out, &doc->body, 0);
}

/* The plan as text; to be freed. */
static char *text_of(const struct made *made)
{
    struct buf out = {0};
    add_doc(&out, &made->doc);
    return out.data;
}

static void assert_says(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("wanted: %s\nin: %s", part, or_dash(text));
}

static void assert_silent(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_msg("not wanted: %s\nin: %s", part, or_dash(text));
}

/* --- goldens --------------------------------------------------------------------------------- */

static char *read_or_empty(const char *path)
{
    struct diag_sink sink;
    char *bytes = NULL;
    size_t length;
    diag_sink_init(&sink, false);
    if (file_read(path, 1 << 24, &bytes, &length, &sink))
        bytes = calloc(1, 1);
    diag_sink_release(&sink);
    return bytes;
}

static void compare(const char *golden, const char *text)
{
    struct diag_sink sink;
    const char *update = getenv("VIRKNING_UPDATE");
    diag_sink_init(&sink, false);
    if (update && !strcmp(update, "yes"))
        assert_int_equal(file_write(golden, text, strlen(text), &sink), 0);
    diag_sink_release(&sink);
    char *wanted = read_or_empty(golden);
    size_t same = 0;
    while (wanted[same] && wanted[same] == text[same])
        same++;
    if (wanted[same] || text[same])
        fail_msg("%s differs from here: %.200s", golden, text + same);
    free(wanted);
}

static void check_golden(const char *source, const char *golden, enum language_code code)
{
    char *bytes = read_or_empty(source);
    struct made made;
    make(&made, bytes, strlen(bytes), code);
    char *text = text_of(&made);
    compare(golden, text);
    free(text);
    release(&made);
    free(bytes);
}

static void test_goldens(void **state)
{
    (void)state;
    static const char cases[] = TEST_SOURCE_DIR "/tests/cases/";
    char source[512], golden[512];
    snprintf(source, sizeof source, "%sudkast.xml", cases);
    snprintf(golden, sizeof golden, "%sreport/udkast.plan-da", cases);
    check_golden(source, golden, LANGUAGE_DANISH);
    snprintf(golden, sizeof golden, "%sreport/udkast.plan-en", cases);
    check_golden(source, golden, LANGUAGE_ENGLISH);
    snprintf(source, sizeof source, "%sreport/whole.xml", cases);
    snprintf(golden, sizeof golden, "%sreport/whole.plan-da", cases);
    check_golden(source, golden, LANGUAGE_DANISH);
}

/* --- points ------------------------------------------------------------------------------------- */

#define HORIZONS                                                                                   \
    "<horizon id='tegn' from='0' to='1' holds='signs'><title>Tegn (1. år)</title></horizon>"      \
    "<horizon id='kort'><title>Delmål</title></horizon><horizon id='lang'><title>Mål</title></horizon>"
#define LINK(to) "<leads-to ref='" to "'/>"
#define ACTIVITY(id, inside) "<activity id='" id "'><title>Om " id "</title>" inside "</activity>"
#define EFFECT(id, horizon, inside)                                                                \
    "<effect id='" id "' horizon='" horizon "'><title>At " id "</title>" inside "</effect>"

static void test_empty(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, "", LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    assert_says(text, "missing: No purpose yet");
    assert_says(text, "missing: No activities yet");
    assert_says(text, "missing: No place yet");
    assert_says(text, "missing: No theory yet");
    assert_says(text, "missing: No indicators yet");
    assert_says(text, "missing: No evaluation questions yet");
    assert_silent(text, "landscape");
    free(text);
    release(&made);
}

static void test_shared_cells(void **state)
{
    (void)state;
    struct made made;
    make_from(
        &made,
        HORIZONS ACTIVITY("a", LINK("x")) ACTIVITY("b", LINK("x") LINK("y")) ACTIVITY(
            "c", LINK("z")) EFFECT("x", "kort", LINK("m")) EFFECT("y", "kort", LINK("m"))
            EFFECT("z", "kort", LINK("m")) "<effect id='m' horizon='lang' kind='goal'><title>At m</title></effect>" EFFECT(
                "n", "kort", ""),
        LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    assert_says(text, "cell 2x1 panel\n");     /* x and y beside a and b */
    assert_says(text, "cell: {da}At y [B]\n"); /* only b leads there */
    assert_says(text, "cell: {da}At x\n");     /* both do */
    assert_says(text, "cell 3x1 dark\n");      /* the goal beside all */
    assert_says(text, "missing: No activity leads here yet:\n");
    assert_says(text, "missing: No sign yet: how will you see after a year that it works?\n");
    free(text);
    release(&made);
}

static void test_links_condensed(void **state)
{
    (void)state;
    struct made made;
    make_from(
        &made,
        ACTIVITY("a",
                 LINK("x") LINK("y") "<leads-to ref='z'><mechanism>Fordi.</mechanism></leads-to>")
            ACTIVITY(
                "b",
                LINK("x") LINK(
                    "y")) "<effect id='x'><title>At x</title></effect>"
                          "<effect id='y'><title>At y</title></effect><effect id='z'><title>At z</title></effect>",
        LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    assert_says(text, "small: 4 links without a mechanism of their own\n");
    assert_says(text, "cell: {da}Fordi.\n");
    free(text);
    release(&made);
}

static void test_target(void **state)
{
    (void)state;
    struct made made;
    make_from(
        &made,
        "<indicator unit='børn'><title>A</title><target min='6' max='8' date='2018-05'/></indicator>"
        "<indicator unit='%'><title>B</title><target value='7.5' date='2018'/></indicator>"
        "<indicator unit='%' direction='up'><title>C</title><target aim='direction'/></indicator>"
        "<place id='b'><title>Bakken</title></place>"
        "<indicator unit='%'><title>C2</title><target aim='gap' against='b' value='-2.5'/></indicator>"
        "<indicator unit='%'><title>C3</title><target aim='gap' against='b'/></indicator>"
        "<indicator unit='børn'><title>C4</title><target aim='maintain' margin='3'/></indicator>"
        "<indicator type='count' role='outcome'><title>D</title></indicator>",
        LANGUAGE_DANISH);
    char *text = text_of(&made);
    assert_says(text, "cell: 6–8\xC2\xA0"
                      "børn senest maj 2018\n");
    assert_says(text, "cell: 7,5\xC2\xA0% senest 2018\n");
    assert_says(text, "cell: højere end udgangspunktet\n");
    assert_says(text, "cell: −2,5 procentpoint i forhold til Bakken\n");
    assert_says(text, "cell: mindre afstand til Bakken\n");
    assert_says(text, "cell: som ved udgangspunktet, højst 3\xC2\xA0"
                      "børn dårligere\n");
    assert_says(text, "missing: Intet måltal endnu: hvor vil I hen?\n");
    assert_says(text, "missing: Hvor står I i dag?\n");
    free(text);
    release(&made);
}

static void test_findings(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              ACTIVITY("a", "") "<activity id='b' status='waiting'><title>Om b</title>" LINK(
                  "x") "</activity>"
                       "<effect id='x'><title>Børn leger og de lærer at læse</title></effect>"
                       "<answer rule='P13' ref='b'>Aftales.</answer>",
              LANGUAGE_DANISH);
    char *text = text_of(&made);
    assert_says(text, "h2: Vigtigst at få afklaret\n");
    assert_says(text, "text: Jeg kan ikke finde vej fra »Om a« til en virkning.");
    assert_says(text, "cell: ◆ advarsel\n");
    assert_says(text, "h2: Besvaret med en begrundelse\n");
    assert_says(text, "small: Svar: Aftales.\n");
    free(text);
    release(&made);
}

/* The summary has neither names of elements nor double full stops; dates are a span. */
static void test_summary(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              "<indicator type='proportion'><title>Børn, der trives</title></indicator>"
              "<role id='r'><title>Leder</title></role>"
              "<question type='effect'><title>Virker det?</title>"
              "<method code='interview' when='2018-05' by='r'/>"
              "<method code='survey' when='2018-06' by='r'/></question>",
              LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    char *annex = strstr(text, "Annex: what is not finished yet");
    assert_non_null(annex);
    *annex = '\0';
    assert_silent(text, "<numerator>");
    assert_says(text, "Say when someone counts and out of whom you count.");
    assert_says(text, "cell: May–June 2018\n");
    assert_says(text, "small: Effect evaluation: did it make a difference?\n");
    free(text);
    release(&made);
}

static void test_state(void **state)
{
    (void)state;
    struct made made;
    static const char draft[] =
        "<programme xmlns='" MODEL_NAMESPACE "' format='1' version='3' xml:lang='da'>"
        "<title>Prøve</title></programme>";
    static const char approved[] =
        "<programme xmlns='" MODEL_NAMESPACE "' format='1' version='3' "
        "approved='2017-06-12' xml:lang='da'><title>Prøve</title></programme>";
    make(&made, draft, strlen(draft), LANGUAGE_DANISH);
    assert_string_equal(made.doc.foot_left,
                        "Udkast · version 3 · 1 åbent punkt, se bilag · virkning");
    release(&made);
    make(&made, approved, strlen(approved), LANGUAGE_DANISH);
    assert_string_equal(made.doc.foot_left,
                        "Godkendt 12.6.2017 · version 3 · 1 åbent punkt, se bilag · virkning");
    release(&made);
}

static void test_reach(void **state)
{
    (void)state;
    struct made made;
    make_from(
        &made,
        "<focus-area><title>F</title>" ACTIVITY("a", LINK("x")) "</focus-area>" ACTIVITY(
            "b",
            LINK(
                "y")) "<effect id='x'><title>x</title>" LINK("y") "</effect><effect id='y'><title>y</title></effect>"
                                                                  "<effect id='z'><title>z</title>" LINK(
                                                                      "z") "</effect>",
        LANGUAGE_ENGLISH);
    struct arena arena = {0};
    struct reach reach;
    reach_find(&reach, &made.model, &arena);
    assert_int_equal(reach.row_count, 2);
    assert_int_equal(reach.effects[0].count, 1);
    assert_int_equal(reach.effects[1].count, 2);
    assert_int_equal(reach.effects[2].count, 0);
    assert_true(reach_leads(&reach.effects[1], 0));
    assert_false(reach_leads(&reach.effects[0], 1));
    arena_release(&arena);
    release(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens),      cmocka_unit_test(test_empty),
        cmocka_unit_test(test_shared_cells), cmocka_unit_test(test_links_condensed),
        cmocka_unit_test(test_target),       cmocka_unit_test(test_findings),
        cmocka_unit_test(test_summary),      cmocka_unit_test(test_state),
        cmocka_unit_test(test_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
