/* The expert rules: each fires where it should and is quiet where it should be. */
#include "check/check.h"
#include "check/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A model that was checked, from what stands within <programme>. */
struct checked {
    struct model model;
    struct diag_sink sink;
};

static void check_in(struct checked *checked, const char *lang, const char *inside, bool strict)
{
    struct buf text = {0};
    buf_addf(&text,
             "<programme xmlns='" MODEL_NAMESPACE "' format='1' xml:lang='%s'>"
             "<title>Prøve</title>%s</programme>",
             lang, inside);
    diag_sink_init(&checked->sink, strict);
    int status =
        model_read_bytes(&checked->model, "prøve.xml", text.data, text.length, &checked->sink);
    if (status)
        fail_msg("not a valid model: %s", inside);
    struct check_options options = {.today = {2026, 3, 1}, .strict = strict};
    check_model(&checked->model, &options, &checked->sink);
    diag_sort(&checked->sink);
    buf_release(&text);
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

static void assert_sorted(const struct words_list *list)
{
    for (size_t i = 1; i < list->count; i++)
        if (strcmp(list->items[i - 1], list->items[i]) >= 0)
            fail_msg("%s before %s", list->items[i - 1], list->items[i]);
}

static void test_words_sorted(void **state)
{
    (void)state;
    static const char *const tags[] = {"da", "en"};
    for (int i = 0; i < 2; i++) {
        const struct words_language *words = words_of(tags[i]);
        const struct words_list *lists[] = {
            &words->joiners, &words->openers, &words->infinitive,   &words->verbs, &words->endings,
            &words->finite,  &words->modals,  &words->ambiguous,    &words->gains, &words->more,
            &words->degrees, &words->states,  &words->prepositions, &words->known, &words->adverbs,
        };
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
            assert_sorted(lists[k]);
    }
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
    expect(
        "I04",
        INDICATOR("direction='maintain'", "<baseline value='5'/><target value='6' date='2018'/>"),
        1, DIAG_WARNING, DIAG_ERROR);
    expect_quiet("I04", INDICATOR("direction='maintain'",
                                  "<baseline value='5'/><target value='5' date='2018'/>"));
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unreached),
        cmocka_unit_test(test_no_effect),
        cmocka_unit_test(test_cycle),
        cmocka_unit_test(test_backwards),
        cmocka_unit_test(test_skipped),
        cmocka_unit_test(test_mechanism),
        cmocka_unit_test(test_two_results),
        cmocka_unit_test(test_two_results_quoted),
        cmocka_unit_test(test_words_sorted),
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
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_answers_within),
        cmocka_unit_test(test_answers_unused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
