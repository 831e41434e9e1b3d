/* Rules about what figures stand for (I10 to I15) and about the evaluation (V01 to V07) at their
 * borders, and the sieve they look for words with. What they say in ordinary models stands in
 * tests/cases/rules. */
#include "base/datadir.h"
#include "check/check.h"
#include "check/sieve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void check(struct checked *checked, const char *inside)
{
    struct buf text = {0};
    buf_addf(&text,
             "<programme xmlns='" MODEL_NAMESPACE "' format='1' xml:lang='da'>"
             "<title>Nærmiljø</title>%s</programme>",
             inside);
    diag_sink_init(&checked->sink, false);
    if (model_read_bytes(&checked->model, "nærmiljø.xml", text.data, text.length, &checked->sink))
        fail_msg("not a valid model: %s", inside);
    struct check_options options = {.today = {2026, 3, 1}, .words = words};
    check_model(&checked->model, &options, &checked->sink);
    buf_release(&text);
}

static void release(struct checked *checked)
{
    model_release(&checked->model);
    diag_sink_release(&checked->sink);
}

static const struct diag *first_of(const struct checked *checked, const char *rule)
{
    for (size_t i = 0; i < checked->sink.count; i++)
        if (!strcmp(diag_id_text(checked->sink.items[i].id), rule))
            return &checked->sink.items[i];
    return NULL;
}

static void expect(const char *rule, const char *inside, size_t count)
{
    struct checked checked;
    check(&checked, inside);
    size_t found = 0;
    for (size_t i = 0; i < checked.sink.count; i++)
        found += !strcmp(diag_id_text(checked.sink.items[i].id), rule);
    if (found != count)
        fail_msg("%s: %zu findings, not %zu, in %s", rule, found, count, inside);
    release(&checked);
}

/* The same for a text with one place to fill in. */
static void expect_with(const char *rule, const char *pattern, const char *part, size_t count)
{
    struct buf text = {0};
    const char *args[] = {part};
    buf_add_message(&text, pattern, args, 1);
    expect(rule, text.data, count);
    buf_release(&text);
}

/* --- I10: how few is few ------------------------------------------------------------------ */

#define SHARE(attributes, inside)                                                                  \
    "<indicator type='proportion' unit='%' " attributes "><title>Andel, der kommer igen</title>"   \
    "<numerator>de, der kommer igen</numerator>" inside "</indicator>"
#define ACTIVITY(attributes, inside)                                                               \
    "<activity " attributes "><title>Madlavning</title>" inside "</activity>"
#define REACH(count) "<component reach='" count "'><title>Hold</title></component>"
#define TAKING_PART "<denominator>de, der deltager</denominator>"

static void test_how_few(void **state)
{
    (void)state;
    expect("I10", ACTIVITY("", SHARE("sample='19'", TAKING_PART)), 1);
    expect("I10", ACTIVITY("", SHARE("sample='20'", TAKING_PART)), 0);
    expect("I10", ACTIVITY("", SHARE("sample='0'", TAKING_PART)), 0);
    expect("I10", ACTIVITY("", REACH("12") SHARE("", TAKING_PART)), 1);
    /* Another part does not say how many it reaches. */
    expect("I10",
           ACTIVITY("", REACH("12") "<component><title>Åbent hus</title></component>" SHARE(
                            "", TAKING_PART)),
           0);
    expect("I10", ACTIVITY("", REACH("12") SHARE("level='area'", TAKING_PART)), 0);
    expect("I10", ACTIVITY("", REACH("12") SHARE("", "<denominator>alle i byen</denominator>")), 0);
}

static void test_points_of_one(void **state)
{
    (void)state;
    static const char *const groups[][2] = {{"1", "100"}, {"3", "33"}, {"6", "17"},
                                            {"7", "14"},  {"8", "12"}, {"16", "6"}};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        struct buf text = {0};
        struct checked checked;
        buf_add_message(&text, ACTIVITY("", SHARE("sample='{1}'", TAKING_PART)), groups[i], 1);
        check(&checked, text.data);
        struct buf points = {0};
        diag_add_number(&points, strtod(groups[i][1], NULL), 0);
        assert_string_equal(first_of(&checked, "I10")->args[2], points.data);
        buf_release(&points);
        release(&checked);
        buf_release(&text);
    }
}

/* Those who deliver are not those the figure is of. */
static void test_counted_people(void **state)
{
    (void)state;
    static const char pattern[] = ACTIVITY(
        "", "<output quantity='6' unit='{1}'><title>Med</title></output>" SHARE("", TAKING_PART));
    expect_with("I10", pattern, "gæster", 1);
    expect_with("I10", pattern, "børn", 1);
    expect_with("I10", pattern, "frivillige", 0);
    expect_with("I10", pattern, "pædagoger", 0);
    expect_with("I10", pattern, "måltider", 0);
}

/* --- I11: how often, and what falls -------------------------------------------------------- */

static void test_measured_again(void **state)
{
    (void)state;
    static const char pattern[] =
        ACTIVITY("from='2026-01' to='2026-12'",
                 "<indicator type='count' unit='gæster' every='{1}'><title>Gæster</title>"
                 "</indicator>");
    expect_with("I11", pattern, "P1D", 1);
    expect_with("I11", pattern, "P6M", 1);
    expect_with("I11", pattern, "P51W", 1);
    expect_with("I11", pattern, "P1Y", 0);
    expect_with("I11", pattern, "P2Y", 0);
    expect("I11",
           ACTIVITY("", "<indicator type='count' every='P9Y'><title>Gæster</title>"
                        "</indicator>"),
           1); /* nobody says when it ends */
}

#define TOTAL(inside)                                                                                  \
    "<place id='nord'><title>Nord</title></place><place id='syd'><title>Syd</title></place>" ACTIVITY( \
        "", "<indicator type='count' counting='cumulative' unit='gæster'>"                            \
            "<title>Gæster</title>" inside "</indicator>")

static void test_total_falls(void **state)
{
    (void)state;
    expect("I11", TOTAL("<target value='9' date='2026'/><target value='8' date='2027'/>"), 1);
    expect("I11", TOTAL("<target value='8' date='2027'/><target value='9' date='2026'/>"), 1);
    expect("I11", TOTAL("<target value='9' date='2026'/><target value='9' date='2027'/>"), 0);
    /* On the same day the levels may differ, and so may those of different days. */
    expect("I11", TOTAL("<target value='9' date='2026-12-31'/><target value='8' date='2026'/>"), 0);
    expect("I11",
           TOTAL("<target value='9' date='2026' level='ambitious'/>"
                 "<target value='8' date='2027' level='minimum'/>"),
           0);
    expect("I11", TOTAL("<target min='9' date='2026'/><target min='8' date='2027'/>"), 1);
    expect("I11",
           TOTAL("<target value='9' date='2026' place='nord'/>"
                 "<target value='8' date='2027' place='syd'/>"),
           0);
    expect("I11", TOTAL("<milestone value='9' date='2026'/><milestone value='8' date='2027'/>"), 1);
    expect("I11", TOTAL("<milestone value='9' date='2026'/><target value='8' date='2027'/>"), 1);
    expect("I11", TOTAL("<milestone value='9' date='2028'/><target value='8' date='2027'/>"), 0);
}

/* --- I15: the same people, or others ------------------------------------------------------- */

static void test_denominators(void **state)
{
    (void)state;
    static const char pattern[] =
        "<target-group id='w'><title>Udenlandske forældre</title></target-group>"
        "<target-group id='g' within='w'><title>Nytilkomne udenlandske forældre</title>"
        "</target-group>" ACTIVITY("for='g'", SHARE("", "<denominator>{1}</denominator>"));
    static const char *const same[] = {
        "alle nytilkomne udenlandske familier",
        "nye indvandrere i dagplejen",
        "alle udenlandske familier", /* the larger group */
        "familier i dagplejen",
        "alle, der deltager",
        "forældre med anden etnisk baggrund",
    };
    static const char *const others[] = {
        "alle nye, enlige udenlandske familier",
        "mødre i dagplejen",
        "alle familier i dagplejen",
        "samtlige forældre",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        expect_with("I15", pattern, same[i], 0);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_with("I15", pattern, others[i], 1);
}

/* Target groups that lie within each other in a circle end the walk all the same. */
static void test_denominator_circle(void **state)
{
    (void)state;
    struct checked checked;
    struct buf text = {0};
    for (int i = 0; i < 40; i++)
        buf_addf(&text,
                 "<target-group id='g%d' within='g%d'><title>Sårbare familier</title>"
                 "</target-group>",
                 i, i + 1);
    buf_add_string(&text, "<target-group id='g40'><title>Familier</title></target-group>");
    buf_add_string(&text, ACTIVITY("for='g0'", SHARE("", "<denominator>alle familier"
                                                         "</denominator>")));
    check(&checked, text.data);
    assert_non_null(first_of(&checked, "I15")); /* so far out nobody means it */
    release(&checked);
    buf_release(&text);
}

/* --- V03: who is asked --------------------------------------------------------------------- */

static void test_informants(void **state)
{
    (void)state;
    static const char pattern[] = "<effect id='x' who='børn'><title>Børn trives</title></effect>"
                                  "<question type='effect' about='x'><title>Trives de?</title>"
                                  "<method code='interview' informants='{1}'/></question>";
    static const char *const deliver[] = {
        "pædagoger",
        "Ledere, lærere og pædagoger",
        "lærerne, der kender børnene, og skolelederen",
        "medarbejdere i skole og fritidsklub",
        "frivillige læsevenner",
        "familierådgiver",
        "sundhedsplejersker/dagplejere",
    };
    static const char *const others[] = {
        "pædagoger og forældre", "lærere, elever og ledere",    "børnene",
        "de lokale netværk",     "forældre til børn i klubben", "naboer",
    };
    for (size_t i = 0; i < sizeof deliver / sizeof *deliver; i++)
        expect_with("V03", pattern, deliver[i], 1);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_with("V03", pattern, others[i], 0);
}

/* --- V04: long chains ---------------------------------------------------------------------- */

static void test_places_in_a_row(void **state)
{
    (void)state;
    enum { PLACES = 20000 };
    struct buf text = {0};
    buf_add_string(&text, "<place id='p0' role='intervention'><title>By</title></place>");
    for (int i = 1; i < PLACES; i++)
        buf_addf(&text, "<place id='p%d' within='p%d' role='comparison'><title>Vej</title></place>",
                 i, i - 1);
    buf_add_string(&text, "<place id='q0'><title>Opland</title></place>");
    for (int i = 1; i < PLACES; i++)
        buf_addf(&text, "<place id='q%d' within='q%d' role='comparison'><title>Vej</title></place>",
                 i, i - 1);
    struct checked checked;
    check(&checked, text.data);
    assert_int_equal(first_of(&checked, "V04")->at.line, 1);
    release(&checked);
    buf_release(&text);
}

/* --- V07 ------------------------------------------------------------------------------------ */

static void test_sensitive(void **state)
{
    (void)state;
    static const char pattern[] =
        "<source id='s' kind='survey'><title>Skema</title></source><effect><title>Ro</title>"
        "<indicator type='proportion' source='s' {1}><title>Deltagere med godt helbred</title>"
        "</indicator></effect>";
    expect_with("V07", pattern, "", 1);
    expect_with("V07", pattern, "level='person'", 1);
    expect_with("V07", pattern, "level='area'", 0);
    expect_with("V07", pattern, "sensitive='no'", 0);
    expect_with("V07", pattern, "sensitive='yes' level='area'", 0);
    expect_with("V07", pattern, "role='context'", 0);
}

/* --- the sieve ------------------------------------------------------------------------------ */

/* It lets through all that words are found in, and holds back nearly all else. */
static void test_sieve(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Borgere med diabetes",
        "Hjertesygdom i familien",
        "SYGDOM",
        "Andel med KOL",
        "WHO-5 over 50",
        "selvvurderet helbred",
        "æresrelateret misbrug",
        "Diag­nosen er stillet",
        "»angst« og ro",
        "'diagnose'",
        "børns bmi",
        "hverdagens who‑5",
        "Etnicitet",
        "psykiske vanskeligheder",
        "syge",
    };
    static const char *const plain[] = {
        "Familier, der kommer igen",
        "Kolde dage i skolen",
        "Børn ved bordene",
        "",
        "æøå",
        "Forældre støtter barnets hverdag på en ny måde",
    };
    const struct words_list *list = words_get(words, "da", WORDS_SENSITIVE);
    struct sieve sieve, none;
    sieve_make(&sieve, list);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!words_in_text(list, texts[i]))
            fail_msg("the list does not find %s", texts[i]);
        if (!sieve_lets_through(&sieve, texts[i]))
            fail_msg("held back: %s", texts[i]);
    }
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_false(sieve_lets_through(&sieve, plain[i]));
    sieve_make(&none, words_get(words, "fi", WORDS_SENSITIVE));
    assert_false(sieve_lets_through(&none, "sygdom"));
}

/* Every entry of every list passes the sieve of its own list, alone and with letters around. */
static void test_sieve_of_all_lists(void **state)
{
    (void)state;
    static const char *const languages[] = {"da", "en"};
    struct buf text = {0};
    for (int id = 0; id < 2 * WORDS_LISTS; id++) {
        const struct words_list *list =
            words_get(words, languages[id % 2], (enum words_id)(id / 2));
        struct sieve sieve;
        sieve_make(&sieve, list);
        for (size_t i = 0; i < list->count; i++) {
            const struct words_entry *entry = list->items[i];
            buf_reset(&text);
            buf_addf(&text, "Så %s%s%s, ja", entry->match == WORDS_ENDS ? "xyz" : "", entry->text,
                     entry->match == WORDS_BEGINS || entry->open_end ? "xyz" : "");
            if (words_in_text(list, text.data) && !sieve_lets_through(&sieve, text.data))
                fail_msg("held back: %s", text.data);
        }
    }
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_how_few),
        cmocka_unit_test(test_points_of_one),
        cmocka_unit_test(test_counted_people),
        cmocka_unit_test(test_measured_again),
        cmocka_unit_test(test_total_falls),
        cmocka_unit_test(test_denominators),
        cmocka_unit_test(test_denominator_circle),
        cmocka_unit_test(test_informants),
        cmocka_unit_test(test_places_in_a_row),
        cmocka_unit_test(test_sensitive),
        cmocka_unit_test(test_sieve),
        cmocka_unit_test(test_sieve_of_all_lists),
    };
    return cmocka_run_group_tests(tests, load_words, free_words);
}
