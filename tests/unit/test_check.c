/* The expert rules: each fires where it should and is quiet where it should be. */
#include "base/datadir.h"
#include "check/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct words *words; /* those that are installed */

static int load_words(void **state)
{
    (void)state;
    struct diag_sink sink;
    char *data = datadir_find();
    diag_sink_init(&sink, false);
    int status = words_load(&words, data, NULL, &sink);
    diag_sink_release(&sink);
    free(data);
    return status;
}

static int free_words(void **state)
{
    (void)state;
    words_free(words);
    return 0;
}

/* A model that was checked, from what stands within <programme>. */
struct checked {
    struct model model;
    struct diag_sink sink;
};

static void check_as(struct checked *checked, const char *kind, const char *lang,
                     const char *inside, bool strict)
{
    struct buf text = {0};
    buf_addf(&text,
             "<programme xmlns='" MODEL_NAMESPACE "' format='1' kind='%s' xml:lang='%s'>"
             "<title>Prøve</title>%s</programme>",
             kind, lang, inside);
    diag_sink_init(&checked->sink, strict);
    int status =
        model_read_bytes(&checked->model, "prøve.xml", text.data, text.length, &checked->sink);
    if (status)
        fail_msg("not a valid model: %s", inside);
    struct check_options options = {.today = {2026, 3, 1}, .strict = strict, .words = words};
    check_model(&checked->model, &options, &checked->sink);
    diag_sort(&checked->sink);
    buf_release(&text);
}

static void check_in(struct checked *checked, const char *lang, const char *inside, bool strict)
{
    check_as(checked, "project", lang, inside, strict);
}

static void check_text(struct checked *checked, const char *inside, bool strict)
{
    check_in(checked, "da", inside, strict);
}

static void release(struct checked *checked)
{
    model_release(&checked->model);
    diag_sink_release(&checked->sink);
}

static size_t count_of(const struct checked *checked, const char *id)
{
    size_t count = 0;
    for (size_t i = 0; i < checked->sink.count; i++)
        count += !strcmp(diag_id_text(checked->sink.items[i].id), id);
    return count;
}

static const struct diag *first_of(const struct checked *checked, const char *id)
{
    for (size_t i = 0; i < checked->sink.count; i++)
        if (!strcmp(diag_id_text(checked->sink.items[i].id), id))
            return &checked->sink.items[i];
    return NULL;
}

/* The rule finds `count` things, of these severities (of the first one). */
static void expect(const char *id, const char *inside, size_t count, enum diag_severity draft,
                   enum diag_severity strict)
{
    for (int is_strict = 0; is_strict < 2; is_strict++) {
        struct checked checked;
        check_text(&checked, inside, is_strict);
        if (count_of(&checked, id) != count)
            fail_msg("%s: %zu findings, not %zu, in %s", id, count_of(&checked, id), count, inside);
        if (count)
            assert_int_equal(first_of(&checked, id)->severity, is_strict ? strict : draft);
        release(&checked);
    }
}

static void expect_quiet(const char *id, const char *inside)
{
    expect(id, inside, 0, DIAG_NONE, DIAG_NONE);
}

#define HORIZONS                                                                                   \
    "<horizon id='tegn' from='0' to='1' holds='signs'><title>Tegn</title></horizon>"               \
    "<horizon id='kort' from='1' to='2'><title>Kort</title></horizon>"                             \
    "<horizon id='mellem' from='2' to='3'><title>Mellem</title></horizon>"                         \
    "<horizon id='lang' from='4' to='6'><title>Lang</title></horizon>"
#define LINK(to) "<leads-to ref='" to "'><mechanism>Fordi.</mechanism></leads-to>"
#define ACTIVITY(id, inside) "<activity id='" id "'><title>" id "</title>" inside "</activity>"
#define EFFECT(id, horizon, inside)                                                                \
    "<effect id='" id "' horizon='" horizon "'><title>" id "</title>" inside "</effect>"

/* --- structure ------------------------------------------------------------------------ */

static void test_unreached(void **state)
{
    (void)state;
    expect("P01", HORIZONS ACTIVITY("a", LINK("b")) EFFECT("b", "kort", "") EFFECT("c", "kort", ""),
           1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("P01", HORIZONS ACTIVITY("a", LINK("b")) EFFECT("b", "kort", LINK("c"))
                            EFFECT("c", "mellem", ""));
    expect_quiet("P01", "");
    expect_quiet("P01", "<effect kind='unintended'><title>Slid</title></effect>");
}

#define STOPPED(id, inside)                                                                        \
    "<activity id='" id "' status='stopped'><title>" id "</title>" inside "</activity>"

static void test_unreached_in_other_ways(void **state)
{
    (void)state;
    /* What an effect that is reached contributes to is reached. */
    expect_quiet("P01", ACTIVITY("a", LINK("b")) "<effect id='b' contributes-to='c mål'><title>b"
                                                 "</title></effect><effect id='c'><title>c</title>"
                                                 "</effect><goal id='mål'><title>m</title></goal>");
    expect("P01",
           ACTIVITY("a", LINK("b")) "<effect id='b'><title>b</title></effect>"
                                    "<effect id='c' contributes-to='b'><title>c</title></effect>",
           1, DIAG_WARNING, DIAG_ERROR);
    /* What was stopped leads nowhere, unless all of it was. */
    expect("P01",
           STOPPED("a", LINK("b")) ACTIVITY("x", LINK("c")) HORIZONS EFFECT("b", "kort", "")
               EFFECT("c", "kort", ""),
           1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("P01", STOPPED("a", LINK("b")) HORIZONS EFFECT("b", "kort", ""));
}

static size_t count_as(const char *kind, const char *id, const char *inside)
{
    struct checked checked;
    check_as(&checked, kind, "da", inside, false);
    size_t count = count_of(&checked, id);
    release(&checked);
    return count;
}

/* Goals that others draw from need no activities, and the same goals of a project do. */
static void test_shared_models(void **state)
{
    (void)state;
    static const char *const kinds[] = {"portfolio", "strategy"};
    const char *goals = "<effect id='a' kind='goal'><title>A</title></effect>"
                        "<effect id='b'><title>B</title></effect>"
                        "<effect id='c'><title>C</title></effect>";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        assert_int_equal(count_as(kinds[i], "P01", goals), 0);
        assert_int_equal(
            count_as(kinds[i], "P01", ACTIVITY("x", "") "<effect id='a'><title>A</title></effect>"),
            1);
    }
    assert_int_equal(count_as("project", "P01", goals), 3);
    assert_int_equal(count_as("library", "P01", goals), 0);
    assert_int_equal(count_as("library", "P18", goals), 0);
    assert_int_equal(count_as("strategy", "P18", goals), 1);
    assert_int_equal(count_as("library", "theory", ""), 0);
    assert_int_equal(count_as("project", "theory", "<goal><title>Flere er med</title></goal>"), 0);
}

static void test_no_effect(void **state)
{
    (void)state;
    expect("P02", ACTIVITY("a", ""), 1, DIAG_WARNING, DIAG_ERROR);
    expect("P02",
           ACTIVITY("a", LINK("b")) "<effect id='b' kind='unintended'><title>b</title></effect>", 1,
           DIAG_WARNING, DIAG_ERROR);
    expect_quiet("P02", ACTIVITY("a", LINK("b")) HORIZONS EFFECT("b", "kort", ""));
    expect_quiet("P02", "<activity status='idea'><title>a</title></activity>"
                        "<activity status='stopped'><title>b</title></activity>");
}

static void test_cycle(void **state)
{
    (void)state;
    const char *ring = HORIZONS ACTIVITY("a", LINK("x")) EFFECT("x", "kort", LINK("y"))
        EFFECT("y", "kort", LINK("z")) EFFECT("z", "kort", LINK("y"));
    expect("P03", ring, 1, DIAG_ERROR, DIAG_ERROR);
    expect("P03", HORIZONS EFFECT("x", "kort", LINK("x")), 1, DIAG_ERROR, DIAG_ERROR);
    expect_quiet("P03", HORIZONS EFFECT("x", "kort", LINK("y") LINK("z"))
                            EFFECT("y", "kort", LINK("z")) EFFECT("z", "kort", ""));
    struct checked checked;
    check_text(&checked, ring, false);
    assert_string_equal(first_of(&checked, "P03")->args[0], "y → z → y");
    release(&checked);
}

static void test_backwards(void **state)
{
    (void)state;
    expect("P04", HORIZONS EFFECT("x", "lang", LINK("y")) EFFECT("y", "kort", ""), 1, DIAG_ERROR,
           DIAG_ERROR);
    expect_quiet("P04", HORIZONS EFFECT("x", "kort", LINK("y")) EFFECT("y", "kort", ""));
    /* Years count before the order in the file. */
    expect_quiet("P04",
                 "<horizon id='s' from='4'><title>s</title></horizon>"
                 "<horizon id='f' from='1'><title>f</title></horizon>" EFFECT("x", "f", LINK("y"))
                     EFFECT("y", "s", ""));
    expect("P04",
           "<horizon id='f'><title>f</title></horizon>"
           "<horizon id='s'><title>s</title></horizon>" EFFECT("x", "s", LINK("y"))
               EFFECT("y", "f", ""),
           1, DIAG_ERROR, DIAG_ERROR);
}

static void test_skipped(void **state)
{
    (void)state;
    expect("P05", HORIZONS EFFECT("x", "kort", LINK("y")) EFFECT("y", "lang", ""), 1, DIAG_WARNING,
           DIAG_WARNING);
    expect("P05", HORIZONS ACTIVITY("a", LINK("y")) EFFECT("y", "mellem", ""), 1, DIAG_WARNING,
           DIAG_WARNING);
    expect_quiet("P05", HORIZONS ACTIVITY("a", LINK("y")) EFFECT("y", "kort", LINK("z"))
                            EFFECT("z", "mellem", ""));
    expect_quiet("P05", HORIZONS
                 "<effect id='x'><title>x</title>" LINK("y") "</effect>" EFFECT("y", "lang", ""));
}

static void test_mechanism(void **state)
{
    (void)state;
    expect("P13", ACTIVITY("a", "<leads-to ref='x'/>") HORIZONS EFFECT("x", "kort", ""), 1,
           DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P13", ACTIVITY("a", LINK("x")) HORIZONS EFFECT("x", "kort", ""));
}

/* --- too much at once ------------------------------------------------------------------- */

/* Boxes without links, and links from one box to many. */
static void add_star(struct buf *text, int boxes, int links)
{
    buf_reset(text);
    buf_add_string(text, "<activity><title>A</title>");
    for (int i = 0; i < links; i++)
        buf_addf(text, LINK("e%d"), i);
    buf_add_string(text, "</activity>");
    for (int i = 1; i < boxes; i++)
        buf_addf(text, "<effect id='e%d'><title>E</title></effect>", i - 1);
}

static void test_too_large(void **state)
{
    (void)state;
    struct buf text = {0};
    add_star(&text, 25, 24);
    expect_quiet("P06", text.data);
    add_star(&text, 26, 0);
    expect("P06", text.data, 1, DIAG_WARNING, DIAG_WARNING);
    /* 41 arrows drawn, and 42 of which 25 meet halfway. */
    add_star(&text, 21, 20);
    for (int i = 0; i < 21; i++)
        buf_addf(&text, "<activity><title>B</title>" LINK("e%d") "</activity>", i % 4);
    expect("P06", text.data, 1, DIAG_WARNING, DIAG_WARNING);
    buf_release(&text);
}

/* Activities that each lead to all of the effects, but for one arrow; `attributes` are those
 * of the first arrow. */
static void add_block(struct buf *text, int sources, int targets, bool but_one,
                      const char *attributes)
{
    buf_reset(text);
    for (int i = 0; i < sources; i++) {
        buf_addf(text, "<activity id='a%d'><title>A%d</title>", i, i);
        for (int k = 0; k < targets; k++)
            if (!but_one || i != 1 || k != 1)
                buf_addf(text, "<leads-to ref='e%d'%s/>", k, i + k ? "" : attributes);
        buf_add_string(text, "</activity>");
    }
    for (int k = 0; k < targets; k++)
        buf_addf(text, "<effect id='e%d'><title>E%d</title></effect>", k, k);
}

static void test_block(void **state)
{
    (void)state;
    static const int sizes[][3] = {{3, 3, 1}, {2, 4, 1}, {6, 5, 1},
                                   {2, 3, 0}, {9, 2, 0}, {1, 9, 0}};
    struct buf text = {0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        add_block(&text, sizes[i][0], sizes[i][1], false, "");
        expect("P07", text.data, (size_t)sizes[i][2], DIAG_INFO, DIAG_INFO);
    }
    buf_release(&text);
}

/* One arrow less does not hide a block, and what is left of it belongs to it. */
static void test_block_with_a_hole(void **state)
{
    (void)state;
    struct buf text = {0};
    add_block(&text, 5, 5, true, "");
    expect("P07", text.data, 1, DIAG_INFO, DIAG_INFO);
    expect_quiet("P13", text.data);
    add_block(&text, 3, 3, true, "");
    expect_quiet("P07", text.data);
    expect("P13", text.data, 1, DIAG_WARNING, DIAG_WARNING); /* all eight in one */
    buf_release(&text);
}

/* Who marks an arrow has chosen: the block is no matter any more, but the arrow is. */
static void test_block_chosen(void **state)
{
    (void)state;
    struct buf text = {0};
    add_block(&text, 3, 3, false, " key='yes'");
    expect_quiet("P07", text.data);
    expect("P13", text.data, 1, DIAG_WARNING, DIAG_WARNING);
    expect("P15", text.data, 1, DIAG_WARNING, DIAG_WARNING);
    buf_release(&text);
}

static void test_block_answered(void **state)
{
    (void)state;
    struct checked checked;
    struct buf text = {0};
    add_block(&text, 3, 3, false, "");
    buf_add_string(&text, "<answer rule='P07' ref='a0'>Det er aftalt.</answer>");
    check_text(&checked, text.data, false);
    assert_string_equal(first_of(&checked, "P07")->answer, "Det er aftalt.");
    assert_string_equal(first_of(&checked, "P07")->args[2], "a0, a1, a2");
    assert_string_equal(first_of(&checked, "P07")->args[3], "e0, e1, e2");
    release(&checked);
    buf_release(&text);
}

static void test_twice(void **state)
{
    (void)state;
    const char *twice = "<activity><title>A</title>\n" LINK("x") "\n" LINK("x") "\n" LINK(
        "x") "</activity><effect id='x'><title>X</title></effect>";
    expect("link", twice, 2, DIAG_WARNING, DIAG_WARNING);
    expect_quiet("link",
                 STOPPED("a", LINK("x") LINK("x")) "<effect id='x'><title>X</title></effect>");
    struct checked checked;
    check_text(&checked, twice, false);
    assert_int_equal(first_of(&checked, "link")->at.line, 3);
    assert_int_equal(first_of(&checked, "link")->other.line, 2);
    release(&checked);
}

/* --- conditions ------------------------------------------------------------------------- */

#define GOAL(id) "<effect id='" id "' kind='goal' horizon='lang'><title>" id "</title></effect>"

static void test_bare_key_link(void **state)
{
    (void)state;
    expect("P15", HORIZONS ACTIVITY("a", LINK("m")) GOAL("m"), 1, DIAG_WARNING, DIAG_WARNING);
    expect("P15", HORIZONS ACTIVITY("a", LINK("m")) ACTIVITY("b", LINK("m")) GOAL("m"), 1,
           DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P15", HORIZONS STOPPED("a", LINK("m")) GOAL("m"));
    expect_quiet("P15", HORIZONS ACTIVITY("a", "<leads-to ref='m' key='no'/>") GOAL("m"));
    /* A rival is no assumption, and an assumption about something else does not count. */
    expect("P15",
           HORIZONS ACTIVITY("a", "<leads-to ref='m'><rival>En bus.</rival></leads-to>")
               GOAL("m") "<assumption>Alt går godt.</assumption>",
           1, DIAG_WARNING, DIAG_WARNING);
}

static void test_no_evidence(void **state)
{
    (void)state;
    expect("P16", HORIZONS ACTIVITY("a", LINK("x")) EFFECT("x", "lang", ""), 1, DIAG_INFO,
           DIAG_INFO);
    expect_quiet("P16", HORIZONS ACTIVITY("a", LINK("x")) EFFECT("x", "mellem", ""));
    expect_quiet("P16", HORIZONS ACTIVITY("a", "<leads-to ref='x' evidence='0'/>")
                            EFFECT("x", "lang", ""));
    /* With one horizon nothing is further off than the rest. */
    expect_quiet("P16", "<horizon id='h'><title>H</title></horizon>" ACTIVITY("a", LINK("x"))
                            EFFECT("x", "h", ""));
}

#define EFFECT_QUESTION(about)                                                                     \
    "<question type='effect' " about "><title>Virker det?</title></question>"

static void test_no_rival(void **state)
{
    (void)state;
    const char *theory = ACTIVITY("a", LINK("x")) "<effect id='x'><title>X</title></effect>";
    static const char *const asked[][2] = {
        {EFFECT_QUESTION("about='x'"), ""},
        {EFFECT_QUESTION("about='x'"), "<rival about='x'>En bus.</rival>"},
        {EFFECT_QUESTION("about='x'"), "<rival>En bus.</rival>"},
        {EFFECT_QUESTION("about='a'"), "<rival about='x'>En bus.</rival>"},
        {EFFECT_QUESTION(""), "<rival about='x'>En bus.</rival>"},
        {EFFECT_QUESTION(""), ""},
    };
    static const size_t said[] = {1, 0, 0, 1, 0, 1};
    struct buf text = {0};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        buf_reset(&text);
        buf_addf(&text, "%s%s%s", asked[i][1], theory, asked[i][0]);
        expect("P17", text.data, said[i], DIAG_WARNING, DIAG_WARNING);
    }
    buf_release(&text);
}

static void test_no_unintended(void **state)
{
    (void)state;
    const char *two = HORIZONS EFFECT("x", "kort", "") GOAL("m");
    const char *three = HORIZONS EFFECT("x", "kort", "") EFFECT("y", "kort", "") GOAL("m");
    expect_quiet("P18", two);
    expect("P18", three, 1, DIAG_INFO, DIAG_INFO);
    expect_quiet("P18",
                 HORIZONS EFFECT("x", "kort", "") EFFECT("y", "kort", "") EFFECT("z", "lang", ""));
}

static void test_high_risk(void **state)
{
    (void)state;
    const char *role = "<role id='r'><title>R</title></role>";
    static const struct {
        const char *risk;
        size_t count;
    } tries[] = {
        {"<risk probability='3' consequence='4'>Det regner.</risk>", 1},
        {"<risk probability='3' consequence='4' owner='r'>Det regner.</risk>", 1},
        {"<risk probability='3' consequence='4' mitigation='Telt'>Det regner.</risk>", 1},
        {"<risk probability='3' consequence='4' mitigation='Telt' owner='r'>Det regner.</risk>", 0},
        {"<risk probability='2' consequence='5'>Det regner.</risk>", 0},
        {"<risk consequence='5'>Det regner.</risk>", 0},
        {"<risk>Det regner.</risk>", 0},
    };
    struct buf text = {0};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        buf_reset(&text);
        buf_addf(&text, "%s%s", role, tries[i].risk);
        expect("P19", text.data, tries[i].count, DIAG_WARNING, DIAG_WARNING);
    }
    buf_release(&text);
}

/* --- P10 -------------------------------------------------------------------------------- */

static const char *const two_results_danish[] = {
    "Fagprofessionelle forstår barnets situation og støtter det bedre",
    "Fagprofessionelle forstår barnets situation og kan støtte en sund udvikling",
    "Familier i udsatte positioner mestrer hverdagen og trives",
    "Børn, unge og forældre er styrket i deres mestring og trives på trods af udsathed",
    "Børn får flere venner og flere trygge voksne",
    "Flere venner og flere trygge voksne",
    "Øget trivsel og mindre fravær",
    "Børn er aktive, spiser sundere og trives",
    "Børnene får venner, klarer sig bedre i skolen og sover om natten",
    "Familier ved mere om sunde vaner og har lettere ved at leve efter dem",
    "Foreninger får flere medlemmer og flere frivillige",
    "Butikkerne sælger mere sund mad og mindre slik",
    "Børn får venner, og forældrene bliver trygge ved skolen",
    "Unge går i skole hver dag og har et fritidsjob",
    "Borgerne kender tilbuddet og bruger det",
    "Ældre kommer ud hver uge og føler sig mindre ensomme",
    "Børnene er gladere og sundere",
    "Personalet arbejder systematisk og inddrager forældrene",
    "Beboerne oplever, at de bliver hørt, og deltager i flere aktiviteter",
    "Forældre støttes i at styrke barnets trivsel og får et større netværk",
    "Borgere med diabetes spiser sundere samt bevæger sig mere",
    "Kvarteret er tryggere; beboerne taler godt om det",
    "Flere unge tager en uddannelse og kommer i arbejde",
    "Forældrene har mere overskud og bedre kontakt til skolen",
};

static const char *const one_result_danish[] = {
    "Børns trivsel og udvikling",
    "Forældre støttes i at styrke barnets trivsel og udvikling",
    "Forældre og børn oplever støtte i hverdagen",
    "Flere børn og unge trives",
    "Børn, unge og forældre mestrer hverdagen",
    "Lærere, pædagoger og dagplejere kender omsorgsplanen",
    "Børn har et stærkere netværk af kammerater og af voksne uden for hjemmet",
    "Børn får handlekompetence til livet i en familie i en udsat position",
    "Borgerne bliver bedre til at lytte og støtte hinanden",
    "Borgerne kan udvikle ideer, træffe beslutninger og handle",
    "Familier får flere og bedre tilbud",
    "Borgere får bedre og mere målrettet hjælp",
    "Flere voksne og flere børn deltager i fællesspisningen",
    "Børn vokser op og trives",
    "Børn trives og udvikler sig",
    "Ældre har nogen at spise og drikke kaffe sammen med",
    "Familier, der er udsatte og mangler netværk, får støtte",
    "Unge oplever, at skole og fritid hænger sammen",
    "Personalet ved, hvad børn og unge har brug for",
    "Børn trives i skolen og i hjemmet",
    "Forældre har fået viden og redskaber til hverdagen",
    "Frivillige og ansatte samarbejder om indsatsen",
    "Afprøve nye handlinger, der støtter børn og familier i udsatte positioner",
    "Krop og sind er i balance",
    "Beboerne deltager i aktiviteter og møder i området",
    "Flere mødre og fædre er trygge ved at amme, selv når det er svært",
    "Når børn og unge mødes, får de et fællesskab",
    "Forældre og lokale aktører gør en positiv forskel for en sund hverdag",
    "Medarbejdere kan og vil tale om alkohol",
    "Borgerne får råd og vejledning (og ved, hvor de kan ringe)",
    "Forældre får hjælp, når barnet mistrives",
    "Børn får støtte, når livet er svært",
    "Flere ældre holder fast i det, de kan og har lyst til",
    "Unge gør det, de er gode til og har lyst til",
    "Naboer kender og hilser på hinanden",
};

static const char *const two_results_english[] = {
    "Staff understand the child's situation and can support it better",
    "Families cope with everyday life and thrive",
    "Children get more friends and more safe adults",
    "Residents eat healthier, move more and sleep better at night",
    "Better sleep and fewer conflicts",
    "Young people attend school and find a job",
};

static const char *const one_result_english[] = {
    "Parents and children thrive in the area",
    "Children's health and wellbeing",
    "Staff can plan and carry out the programme",
    "People who live alone and need help meet others",
    "More and better services",
    "Volunteers from sports clubs and schools take part",
};

static void try_titles(const char *lang, const char *const *titles, size_t count, bool fires)
{
    for (size_t i = 0; i < count; i++) {
        struct checked checked;
        struct buf text = {0};
        buf_addf(&text, "<effect id='x'><title>%s</title></effect>", titles[i]);
        check_in(&checked, lang, text.data, false);
        if ((count_of(&checked, "P10") > 0) != fires)
            fail_msg("%s: «%s»", fires ? "silent" : "fires", titles[i]);
        buf_release(&text);
        release(&checked);
    }
}

#define TITLES(array) array, sizeof array / sizeof *array

static void test_two_results(void **state)
{
    (void)state;
    try_titles("da", TITLES(two_results_danish), true);
    try_titles("da", TITLES(one_result_danish), false);
    try_titles("en", TITLES(two_results_english), true);
    try_titles("en-GB", TITLES(one_result_english), false);
    try_titles("fr", TITLES(two_results_danish), false); /* not a language we know */
    expect("P10", "<effect><title>Flere venner og flere trygge voksne</title></effect>", 1,
           DIAG_WARNING, DIAG_WARNING);
}

static void test_two_results_quoted(void **state)
{
    (void)state;
    struct checked checked;
    check_text(&checked,
               "<effect><title>Børn får flere venner og flere trygge voksne.</title></effect>",
               false);
    assert_string_equal(first_of(&checked, "P10")->args[0], "flere venner og flere trygge voksne");
    release(&checked);
}

/* --- wording: what the model says beside the words ------------------------------------------ */

static void test_no_actor(void **state)
{
    (void)state;
    expect("P09", "<effect><title>Mindre ensomhed</title></effect>", 1, DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P09", "<effect who='enlige'><title>Mindre ensomhed</title></effect>");
    expect_quiet("P09", "<target-group id='g'><title>Enlige</title></target-group>"
                        "<effect for='g'><title>Mindre ensomhed</title></effect>");
    expect_quiet("P09", "<target-group id='g'><title>Havtorn i Vestbyen</title></target-group>"
                        "<effect><title>Mindre uro i Havtorn</title></effect>");
    expect("P09",
           "<target-group id='g'><title>Enlige i Vestbyen</title></target-group>"
           "<effect><title>Mindre uro i Vestbyen</title></effect>",
           1, DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P09", "<role id='r'><title>Natteravn</title></role>"
                        "<effect><title>Mindre uro for en natteravn</title></effect>");
}

/* What tells of the work is not asked for whom as well. */
static void test_activity_wording(void **state)
{
    (void)state;
    const char *title = "<effect><title>Etablering af en café</title></effect>";
    expect("P08", title, 1, DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P09", title);
    expect("P08",
           "<role id='r'><title>Caféværten</title></role>"
           "<effect><title>Caféværten afholder møder hver uge</title></effect>",
           1, DIAG_WARNING, DIAG_WARNING);
}

static void test_all_with_target(void **state)
{
    (void)state;
    const char *all = "<title>Alle børn spiser aftensmad</title>";
    struct buf text = {0};
    buf_addf(
        &text,
        "<effect>%s</effect><activity><title>Spisning</title><indicator>%s</indicator></activity>",
        all, all);
    expect("P11", text.data, 2, DIAG_WARNING, DIAG_WARNING);
    buf_reset(&text);
    buf_addf(&text, "<effect>%s<indicator unit='%%'>%s<target value='90'/></indicator></effect>",
             all, all);
    expect_quiet("P11", text.data);
    buf_reset(&text);
    buf_addf(&text, "<effect>%s<indicator>%s<target aim='direction'/></indicator></effect>", all,
             all);
    expect("P11", text.data, 2, DIAG_WARNING, DIAG_WARNING);
    buf_release(&text);
}

static void test_term_in_description(void **state)
{
    (void)state;
    struct checked checked;
    check_text(&checked,
               "<target-group id='g'><title>Familier</title><description>Her bor\n"
               "  svage ældre.</description></target-group>",
               false);
    const struct diag *diag = first_of(&checked, "P12");
    assert_non_null(diag);
    assert_int_equal(diag->at.line, 2);
    assert_int_equal(diag->at.column, 3);
    assert_string_equal(diag->args[0], "svage ældre");
    release(&checked);
}

/* A mechanism in another language than its effect is compared all the same, but one in a
 * language without words is not read. */
static void test_mechanism_of_effect(void **state)
{
    (void)state;
    expect("P14",
           "<activity><title>Spisning</title><leads-to ref='e'><mechanism>Det styrker naboernes "
           "netværk</mechanism></leads-to></activity>"
           "<effect id='e'><title>Naboerne har et større netværk</title></effect>",
           1, DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P14", "<activity><title>Spisning</title><leads-to ref='e' xml:lang='fr'>"
                        "<mechanism>Naboerne netværk</mechanism></leads-to></activity>"
                        "<effect id='e'><title>Naboerne har et større netværk</title></effect>");
}

/* A model may have more words than are looked up. */
static void test_many_words(void **state)
{
    (void)state;
    struct buf text = {0};
    struct checked checked;
    for (int i = 0; i < 20000; i++)
        buf_addf(&text, "<effect><title>Ord%c%c%c%c trives</title></effect>", 'a' + i / 8000,
                 'a' + i / 400 % 20, 'a' + i / 20 % 20, 'a' + i % 20);
    check_text(&checked, text.data, false);
    assert_true(count_of(&checked, "P10") == 0);
    release(&checked);
    buf_release(&text);
}

/* --- indicators --------------------------------------------------------------------------- */

#define STATUS(status, inside)                                                                     \
    "<activity status='" status "'><title>Læsevenner</title>" inside "</activity>"
#define SIGN "<indicator><title>Der bliver læst</title></indicator>"

static void test_no_indicator(void **state)
{
    (void)state;
    expect("I01", STATUS("approved", ""), 1, DIAG_WARNING, DIAG_ERROR);
    expect("I01", STATUS("running", ""), 1, DIAG_WARNING, DIAG_ERROR);
    expect("I01", STATUS("waiting", ""), 1, DIAG_WARNING, DIAG_ERROR);
    expect("I01", STATUS("anchored", ""), 1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("I01", STATUS("idea", "") STATUS("proposed", "") STATUS(
                            "stopped", "") "<activity><title>Uden status</title></activity>");
    expect_quiet("I01", STATUS("approved", SIGN) STATUS("waiting", SIGN));
}

static void test_goals_without_indicator(void **state)
{
    (void)state;
    const char *goals =
        HORIZONS "<effect id='a' horizon='kort' kind='sub-goal'><title>A</title></effect>"
                 "<effect id='b' horizon='kort' kind='sub-goal'><title>B</title></effect>"
                 "<effect id='c' horizon='lang' kind='goal'><title>C</title></effect>"
                 "<effect id='d' horizon='lang'><title>D</title></effect>";
    expect("I01", goals, 2, DIAG_INFO, DIAG_INFO);
    struct checked checked;
    check_text(&checked, goals, false);
    assert_string_equal(first_of(&checked, "I01")->args[0], "2");
    assert_string_equal(first_of(&checked, "I01")->args[1], "a, b");
    assert_string_equal(first_of(&checked, "I01")->args[2], "Kort");
    release(&checked);
    expect_quiet("I01", "<effect kind='goal'><title>A</title>" SIGN "</effect>");
}

#define PROPORTION(inside)                                                                         \
    "<indicator type='proportion' unit='%'><title>Andel</title>" inside "</indicator>"
#define TOP "<numerator>dem, der kom</numerator>"
#define BOTTOM "<denominator>dem, der bor her</denominator>"

static void test_proportion(void **state)
{
    (void)state;
    expect("I02", PROPORTION(""), 1, DIAG_WARNING, DIAG_ERROR);
    expect("I02", PROPORTION(TOP), 1, DIAG_WARNING, DIAG_ERROR);
    expect("I02", PROPORTION(BOTTOM), 1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("I02", PROPORTION(TOP BOTTOM));
    expect_quiet("I02", "<indicator type='count'><title>Antal</title></indicator>");
    struct checked checked;
    check_text(&checked, PROPORTION("<target value='70.5' date='2018'/>"), false);
    struct language *danish = language_open(LANGUAGE_DANISH, NULL);
    struct buf text = {0};
    diag_add_text(&text, first_of(&checked, "I02"), danish);
    assert_true(!strncmp(text.data, "70,5 % ", 7));
    buf_release(&text);
    language_free(danish);
    release(&checked);
}

#define INDICATOR(attributes, inside)                                                              \
    "<indicator unit='børn' " attributes "><title>Antal</title>" inside "</indicator>"

static void test_target_complete(void **state)
{
    (void)state;
    expect(
        "I04",
        "<indicator type='count'><title>Antal</title><target value='6' date='2018'/></indicator>",
        1, DIAG_WARNING, DIAG_ERROR);
    expect("I04", INDICATOR("", "<target value='6'/>"), 1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("I04", INDICATOR("", "<target value='6' date='2018-05'/>"));
    expect_quiet("I04", "<indicator type='yes-no'><title>Planen findes</title>"
                        "<target value='1' date='2018'/></indicator>");
}

#define HERE_AND_THERE                                                                             \
    "<place id='her'><title>Her</title></place><place id='der'><title>Der</title></place>"

/* A baseline without place counts everywhere; one of the place itself goes before it. */
static void test_target_baseline(void **state)
{
    (void)state;
    expect("I04",
           HERE_AND_THERE INDICATOR("direction='up'",
                                    "<baseline value='50'/><baseline value='60' place='her'/>"
                                    "<target value='40' date='2018' place='der'/>"),
           1, DIAG_ERROR, DIAG_ERROR);
    expect_quiet("I04",
                 HERE_AND_THERE INDICATOR("direction='up'",
                                          "<baseline value='50'/><baseline value='30' place='der'/>"
                                          "<target value='40' date='2018' place='der'/>"));
    expect_quiet("I04", HERE_AND_THERE INDICATOR("direction='up'",
                                                 "<baseline value='50' place='her'/>"
                                                 "<target value='40' date='2018' place='der'/>"));
}

static void test_empty(void **state)
{
    (void)state;
    expect("theory", "", 1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("theory", "<effect><title>Venner</title></effect>");
    expect_quiet("theory", "<activity><title>Café</title></activity>");
}

static void test_target_direction(void **state)
{
    (void)state;
    expect("I04",
           INDICATOR("direction='up'", "<baseline value='50'/><target value='40' date='2018'/>"), 1,
           DIAG_ERROR, DIAG_ERROR);
    expect("I04",
           INDICATOR("direction='down'", "<baseline value='0'/><target value='0.5' date='2018'/>"),
           1, DIAG_ERROR, DIAG_ERROR);
    expect("I04", INDICATOR("direction='up'", "<target max='8' date='2018'/>"), 1, DIAG_ERROR,
           DIAG_ERROR);
    expect("I04", INDICATOR("direction='down'", "<target min='8' date='2018'/>"), 1, DIAG_ERROR,
           DIAG_ERROR);
    expect_quiet("I04", INDICATOR("direction='up'",
                                  "<baseline value='50'/><target value='60' date='2018'/>"));
    expect_quiet("I04", INDICATOR("direction='up'",
                                  "<baseline value='50'/><target value='50' date='2018'/>"));
    expect_quiet("I04", INDICATOR("direction='down'",
                                  "<baseline value='9'/><target value='0' date='2018'/>"));
    expect_quiet("I04", INDICATOR("direction='up'", "<target min='6' max='8' date='2018'/>"));
}

static void test_target_place(void **state)
{
    (void)state;
    static const char places[] = "<place id='her'><title>Her</title></place>"
                                 "<place id='der'><title>Der</title></place>";
    struct buf text = {0};
    buf_addf(&text, "%s%s", places,
             INDICATOR("direction='up'",
                       "<baseline value='50' place='her'/><baseline value='20' place='der'/>"
                       "<target value='40' date='2018' place='der'/>"));
    expect_quiet("I04", text.data);
    buf_reset(&text);
    /* The latest baseline counts. */
    buf_addf(&text, "%s%s", places,
             INDICATOR("direction='up'",
                       "<baseline value='30' date='2016'/><baseline value='50' date='2017'/>"
                       "<target value='40' date='2018'/>"));
    expect("I04", text.data, 1, DIAG_ERROR, DIAG_ERROR);
    buf_release(&text);
}

static void test_target_range(void **state)
{
    (void)state;
    expect("I04", INDICATOR("direction='range'", "<target min='8' max='6' date='2018'/>"), 1,
           DIAG_ERROR, DIAG_ERROR);
    expect("I04", INDICATOR("direction='range'", "<target value='9' min='6' max='8' date='2018'/>"),
           1, DIAG_ERROR, DIAG_ERROR);
    expect("I04", INDICATOR("direction='range'", "<target value='9' date='2018'/>"), 1,
           DIAG_WARNING, DIAG_ERROR);
    expect_quiet("I04", INDICATOR("direction='range'", "<target min='6' max='8' date='2018'/>"));
    expect("I04",
           INDICATOR("direction='maintain'",
                     "<baseline value='5'/><target value='6' margin='0.5' date='2018'/>"),
           1, DIAG_WARNING, DIAG_ERROR);
    expect(
        "I04",
        INDICATOR("direction='maintain'", "<baseline value='5'/><target value='5' date='2018'/>"),
        1, DIAG_WARNING, DIAG_WARNING); /* without margin */
    expect_quiet("I04", INDICATOR("direction='maintain'", "<baseline value='5'/><target value='5' "
                                                          "margin='0.5' date='2018'/>"));
}

/* --- privacy -------------------------------------------------------------------------------- */

#define PURPOSE(text) "<purpose>" text "</purpose>"

static void test_cpr(void **state)
{
    (void)state;
    static const char *const numbers[] = {
        PURPOSE("Spørg 010170-1234."),
        PURPOSE("»010170-1234«"),
        PURPOSE("010170–1234"),
        PURPOSE("3112991234"),
        PURPOSE("010170 1234"),
        "<!-- 290200-1234 -->",
        "<place id='x'><title>Hos 311299-4321</title></place>",
    };
    static const char *const others[] = {
        PURPOSE("320170-1234"),  PURPOSE("011370-1234"),
        PURPOSE("300270-1234"),  PURPOSE("010170-123"),
        PURPOSE("010170-12345"), PURPOSE("31129912345"),
        PURPOSE("0,3112991234"), PURPOSE("2017-08-14"),
        PURPOSE("x3112991234"),  PURPOSE("journal 311299-1234-55"),
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        expect("V05", numbers[i], 1, DIAG_ERROR, DIAG_ERROR);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_quiet("V05", others[i]);
}

static void test_addresses(void **state)
{
    (void)state;
    static const char *const persons[] = {
        PURPOSE("Skriv til anna.hansen@silkeborg.dk."),
        PURPOSE("ahan@kommune.dk"),
        PURPOSE("Ring +45 23456789"),
        PURPOSE("Ring +45 23 45 67 89."),
        PURPOSE("23 45 67 89"),
        PURPOSE("Mette Hansen,\n  26 17 83 40"),
        PURPOSE("Spørg Åse (26 17 83 40) om det"),
        "<!-- 26 17 83 40 -->",
        "<place id='x'><title>26 17 83 40</title></place>",
        PURPOSE("Kan træffes på 26 17 83 40"),
        PURPOSE("tlf. 23456789"),
        PURPOSE("Telefon: 2345 6789"),
        PURPOSE("Ring 23456789"),
        PURPOSE("(mette@example.org)"),
    };
    static const char *const functions[] = {
        PURPOSE("kontakt@silkeborg.dk"),
        PURPOSE("INFO@example.org"),
        PURPOSE("post@kommune.dk"),
        PURPOSE("sundhed@kommune.dk"),
        PURPOSE("boern-og-unge@kommune.dk"),
        PURPOSE("23456789 borgere"),
        PURPOSE("forankring 23456789"),
        PURPOSE("2017 2018"),
        PURPOSE("i 2018 og 2019, 12 14 16"),
        PURPOSE("i alderen 20 22 24 26"),
        PURPOSE("Alder 20 22 24 26"),
        PURPOSE("Alder 38 34 31 28"),
        PURPOSE("målt til 45 52 48 61"),
        PURPOSE("Svar: 40 44 52 48 61"),
        PURPOSE("Trivsel 45 52 48 61 %"),
        PURPOSE("Børn på 26 17 83 40 år"),
        PURPOSE("Vejle 26 17 83 40 børn"),
        PURPOSE("@sundby"),
        PURPOSE("a@b"),
    };
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
        expect("V05", persons[i], 1, DIAG_WARNING, DIAG_WARNING);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        expect_quiet("V05", functions[i]);
}

static void test_private_place(void **state)
{
    (void)state;
    struct checked checked;
    check_text(&checked, "<purpose>x</purpose>\n<!-- på\n   æøå 010170-1234 -->", false);
    const struct diag *diag = first_of(&checked, "V05");
    assert_int_equal(diag->at.line, 3);
    assert_int_equal(diag->at.column, 8);
    assert_int_equal(diag->arg_count, 0); /* the number is not repeated */
    release(&checked);
}

/* --- many and answered ------------------------------------------------------------------------- */

static void test_many_become_one(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int count = 5; count <= 20; count += 15) {
        buf_reset(&text);
        for (int i = 0; i < count; i++)
            buf_addf(&text, "<activity id='a%d' status='waiting'><title>A</title></activity>", i);
        struct checked checked;
        check_text(&checked, text.data, false);
        assert_int_equal(count_of(&checked, "I01"), count == 5 ? 5 : 1);
        if (count > 5) {
            assert_string_equal(first_of(&checked, "I01")->args[0], "20");
            assert_string_equal(first_of(&checked, "I01")->args[1],
                                "a0, a1, a2, a3, a4, a5, a6, a7 … +12");
        }
        release(&checked);
        check_text(&checked, text.data, true); /* errors stay single */
        assert_int_equal(count_of(&checked, "I01"), count);
        release(&checked);
    }
    buf_release(&text);
}

#define WAITING "<activity id='a' status='waiting'><title>A</title></activity>"

static void test_answers(void **state)
{
    (void)state;
    struct checked checked;
    check_text(&checked, WAITING "<answer rule='I01' ref='a'>Vi venter.</answer>", true);
    assert_string_equal(first_of(&checked, "I01")->answer, "Vi venter.");
    assert_int_equal(count_of(&checked, "answer"), 0);
    assert_int_equal(checked.sink.answered, 1);
    release(&checked);
    /* Without a reference: warnings of the whole programme, but no errors in it. */
    check_text(&checked, WAITING "<answer rule='I01'>Vi venter.</answer>", false);
    assert_non_null(first_of(&checked, "I01")->answer);
    release(&checked);
    check_text(&checked, WAITING "<answer rule='I01'>Vi venter.</answer>", true);
    assert_null(first_of(&checked, "I01")->answer);
    assert_int_equal(count_of(&checked, "answer"), 1);
    release(&checked);
}

static void test_answers_within(void **state)
{
    (void)state;
    struct checked checked;
    check_text(&checked,
               ACTIVITY("a", "<leads-to ref='x'/>") "<effect id='x'><title>x</title></effect>"
                                                    "<answer rule='P13' ref='a'>Aftales.</answer>",
               false);
    assert_string_equal(first_of(&checked, "P13")->answer, "Aftales.");
    release(&checked);
}

static void test_answers_unused(void **state)
{
    (void)state;
    expect("answer",
           "<activity id='a' status='idea'><title>A</title></activity>"
           "<answer rule='I01' ref='a'>Før var den i gang.</answer>",
           1, DIAG_INFO, DIAG_INFO);
    expect("answer", "<answer rule='Q99'>Ukendt.</answer>", 1, DIAG_INFO, DIAG_INFO);
    expect_quiet("answer", WAITING
                 "<answer rule='I01' ref='a'>A</answer><answer rule='P02' ref='a'>B</answer>");
}

/* --- carrying it out ---------------------------------------------------------------------- */

#define ROLES                                                                                      \
    "<role id='ansat' kind='staff'><title>Ansat</title></role>"                                    \
    "<role id='ene' kind='staff' holders='1'><title>Ene</title></role>"                            \
    "<role id='vært' kind='volunteer' holders='1'><title>Vært</title></role>"                    \
    "<role id='reserve' kind='volunteer' deputy='vært'><title>Reserve</title></role>"             \
    "<role id='støttet' kind='volunteer' deputy='ansat'><title>Støttet</title></role>"
#define BY(roles) "<component by='" roles "'><title>Del</title></component>"
#define DOING(status, attributes, inside)                                                          \
    "<activity status='" status "' " attributes "><title>A</title>" inside "</activity>"

static void test_lacks(void **state)
{
    (void)state;
    static const struct {
        const char *attributes;
        size_t count;
    } doses[] = {
        {"", 0},
        {"mode='open'", 0},
        {"mode='training'", 0},
        {"mode='course'", 1},
        {"mode='individual' minutes='30'", 1},
        {"sessions='8'", 1},
        {"sessions='8' minutes='30'", 0},
        {"mode='visit' sessions='8' weeks='10'", 0},
        {"weeks='10'", 0},
    };
    for (size_t i = 0; i < sizeof doses / sizeof *doses; i++) {
        struct buf text = {0};
        buf_addf(&text,
                 ROLES "<target-group id='g'><title>G</title></target-group>"
                       "<activity status='running' from='2026' for='g'><title>A</title>"
                       "<component by='ansat' %s><title>Del</title></component></activity>",
                 doses[i].attributes);
        expect("P20", text.data, doses[i].count, DIAG_WARNING, DIAG_ERROR);
        buf_release(&text);
    }
    expect_quiet("P20", "<activity><title>A</title></activity>" DOING("idea", "", "")
                            DOING("proposed", "", "") DOING("stopped", "", ""));
    expect("P20", DOING("approved", "", "") DOING("anchored", "", ""), 2, DIAG_WARNING, DIAG_ERROR);
}

static void test_no_resources(void **state)
{
    (void)state;
    expect("P21", DOING("running", "", ""), 1, DIAG_WARNING, DIAG_WARNING);
    expect("P21", DOING("waiting", "", "") DOING("running", "", "<resource kind='hours'/>"), 1,
           DIAG_WARNING, DIAG_WARNING);
    expect_quiet("P21", DOING("running", "", "") "<resource kind='money'/>");
    expect_quiet("P21", DOING("anchored", "", "") DOING("idea", "", "") DOING("stopped", "", ""));
}

static void test_only_volunteers(void **state)
{
    (void)state;
    expect("P22", ROLES DOING("running", "", BY("vært reserve")), 1, DIAG_WARNING, DIAG_WARNING);
    expect("P22", ROLES DOING("anchored", "", BY("reserve") BY("vært")), 1, DIAG_WARNING,
           DIAG_WARNING);
    expect_quiet("P22", ROLES DOING("running", "", BY("ansat vært")));
    expect_quiet("P22", ROLES DOING("running", "", BY("vært") BY("ansat") BY("vært")));
    expect_quiet("P22", ROLES DOING("running", "", BY("støttet vært")));
    expect_quiet("P22", ROLES DOING("running", "", ""));
}

static void test_one_person(void **state)
{
    (void)state;
    expect("P27", ROLES DOING("running", "", BY("ene") BY("ene")), 1, DIAG_INFO, DIAG_INFO);
    expect_quiet("P27", ROLES DOING("running", "", BY("ene ansat")));
    expect_quiet("P27", ROLES DOING("running", "", BY("vært")));
    expect_quiet("P27", ROLES DOING("running", "", BY("ansat")) DOING("running", "", ""));
}

static void test_no_anchoring(void **state)
{
    (void)state;
    const char *running = DOING("running", "", ""), *anchored = DOING("anchored", "", "");
    const char *ending = "<period from='2025' to='2027'/>" DOING("approved", "", "");
    const char *open = "<period from='2025'/>" DOING("approved", "", "");
    assert_int_equal(count_as("project", "P23", running), 1);
    assert_int_equal(count_as("operation", "P23", running), 0);
    assert_int_equal(count_as("operation", "P23", anchored), 1);
    assert_int_equal(count_as("operation", "P23", ending), 1);
    assert_int_equal(count_as("operation", "P23", open), 0);
    assert_int_equal(count_as("project", "P23", DOING("running", "trial='yes'", "")), 0);
    assert_int_equal(count_as("project", "P23", DOING("anchored", "trial='yes'", "")), 1);
}

/* Without a date of today nothing is late. */
static void test_waits_without_today(void **state)
{
    (void)state;
    struct checked checked;
    struct check_options options = {.words = words};
    check_text(&checked, DOING("waiting", "until='2020'", ""), false);
    assert_int_equal(count_of(&checked, "P24"), 1);
    diag_sink_release(&checked.sink);
    diag_sink_init(&checked.sink, false);
    check_model(&checked.model, &options, &checked.sink);
    assert_int_equal(count_of(&checked, "P24"), 0);
    release(&checked);
}

static void test_trials(void **state)
{
    (void)state;
    static const char *const answers[] = {"", "<criterion>C</criterion>", "<decision>D</decision>",
                                          "<criterion>C</criterion><decision>D</decision>"};
    for (size_t i = 0; i < 4; i++) {
        struct buf text = {0};
        buf_addf(&text, "%s<question about='a'><title>Q</title>%s</question>",
                 DOING("running", "id='a' trial='yes'", ""), answers[i]);
        expect("P28", text.data, i < 3, DIAG_WARNING, DIAG_WARNING);
        buf_release(&text);
    }
    expect("P28", "<activity trial='yes'><title>A</title></activity>", 1, DIAG_WARNING,
           DIAG_WARNING);
    expect_quiet("P28", "<activity trial='no'><title>A</title></activity>");
}

/* --- words and tags ------------------------------------------------------------------------- */

static size_t count_in(const char *lang, const char *id, const char *inside)
{
    struct checked checked;
    check_in(&checked, lang, inside, false);
    size_t count = count_of(&checked, id);
    release(&checked);
    return count;
}

/* What goes by words is quiet in a language without words; what goes by tags is not. */
static void test_claims_by_language(void **state)
{
    (void)state;
    const char *claim = "<activity tags='ladder:1'><title>Empowerment</title></activity>";
    const char *tags = "<activity tags='involvement:empower ladder:1'><title>A</title></activity>";
    const char *group = "<target-group id='g' vulnerable='yes'><title>G</title></target-group>"
                        "<activity for='g' tags='recruitment:open'><title>A</title></activity>";
    const char *named = "<target-group id='g'><title>Homeless</title></target-group>"
                        "<activity for='g' tags='recruitment:open'><title>A</title></activity>";
    assert_int_equal(count_in("da", "P25", claim), 1);
    assert_int_equal(count_in("en", "P25", claim), 1);
    assert_int_equal(count_in("de", "P25", claim), 0);
    assert_int_equal(count_in("de", "P25", tags), 1);
    assert_int_equal(count_in("de", "P26", group), 1);
    assert_int_equal(count_in("en", "P26", named), 1);
    assert_int_equal(count_in("de", "P26", named), 0);
}

#define OWN_LIST                                                                                   \
    "<code-list id='egen'><title>E</title><code name='x'><title>X</title></code></code-list>"

static void test_unknown_tags(void **state)
{
    (void)state;
    expect("tag", "<activity tags='setting:skolle nogetandet:a'><title>A</title></activity>", 2,
           DIAG_WARNING, DIAG_WARNING);
    expect("tag", OWN_LIST "<effect tags='egen:y'><title>A</title></effect>", 1, DIAG_WARNING,
           DIAG_WARNING);
    expect_quiet("tag", OWN_LIST "<effect tags='egen:x sdg:17 p:planet'><title>A</title></effect>");
    /* A theme may be of any list of one's own, a tag only of the one it names. */
    expect_quiet("tag", OWN_LIST "<place-standard><title>S</title><score theme='x' value='1'/>"
                                 "</place-standard>");
    expect("tag", OWN_LIST "<focus-area tags='setting:x'><title>A</title></focus-area>", 1,
           DIAG_WARNING, DIAG_WARNING);
    /* The same one is told once. */
    expect("tag",
           "<activity tags='a:b a:b'><title>A</title></activity>"
           "<effect tags='a:b'><title>A</title></effect>",
           1, DIAG_WARNING, DIAG_WARNING);
}

/* However many there are of them, and of one's own codes, it takes no time to speak of. */
static void test_unknown_tags_by_thousands(void **state)
{
    (void)state;
    struct buf text = {0};
    struct checked checked;
    buf_add_string(&text, "<code-list id='egen'><title>E</title>");
    for (int i = 0; i < 30000; i++)
        buf_addf(&text, "<code name='k%d'><title>K</title></code>", i);
    buf_add_string(&text, "</code-list>");
    for (int i = 0; i < 30000; i++)
        buf_addf(&text, "<activity tags='egen:k%d egen:u%d'><title>A</title></activity>", i, i);
    check_text(&checked, text.data, false);
    assert_int_equal(count_of(&checked, "tag"), 1);
    release(&checked);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unreached),
        cmocka_unit_test(test_no_effect),
        cmocka_unit_test(test_cycle),
        cmocka_unit_test(test_backwards),
        cmocka_unit_test(test_skipped),
        cmocka_unit_test(test_mechanism),
        cmocka_unit_test(test_unreached_in_other_ways),
        cmocka_unit_test(test_shared_models),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_block),
        cmocka_unit_test(test_block_with_a_hole),
        cmocka_unit_test(test_block_chosen),
        cmocka_unit_test(test_block_answered),
        cmocka_unit_test(test_twice),
        cmocka_unit_test(test_bare_key_link),
        cmocka_unit_test(test_no_evidence),
        cmocka_unit_test(test_no_rival),
        cmocka_unit_test(test_no_unintended),
        cmocka_unit_test(test_high_risk),
        cmocka_unit_test(test_two_results),
        cmocka_unit_test(test_two_results_quoted),
        cmocka_unit_test(test_no_actor),
        cmocka_unit_test(test_activity_wording),
        cmocka_unit_test(test_all_with_target),
        cmocka_unit_test(test_term_in_description),
        cmocka_unit_test(test_mechanism_of_effect),
        cmocka_unit_test(test_many_words),
        cmocka_unit_test(test_no_indicator),
        cmocka_unit_test(test_goals_without_indicator),
        cmocka_unit_test(test_proportion),
        cmocka_unit_test(test_target_complete),
        cmocka_unit_test(test_target_direction),
        cmocka_unit_test(test_target_baseline),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_target_place),
        cmocka_unit_test(test_target_range),
        cmocka_unit_test(test_cpr),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_private_place),
        cmocka_unit_test(test_many_become_one),
        cmocka_unit_test(test_lacks),
        cmocka_unit_test(test_no_resources),
        cmocka_unit_test(test_only_volunteers),
        cmocka_unit_test(test_one_person),
        cmocka_unit_test(test_no_anchoring),
        cmocka_unit_test(test_waits_without_today),
        cmocka_unit_test(test_trials),
        cmocka_unit_test(test_claims_by_language),
        cmocka_unit_test(test_unknown_tags),
        cmocka_unit_test(test_unknown_tags_by_thousands),
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_answers_within),
        cmocka_unit_test(test_answers_unused),
    };
    return cmocka_run_group_tests(tests, load_words, free_words);
}
