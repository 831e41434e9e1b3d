/* Rules about measuring (I03 to I09) at their borders: dates, waves, answers, reach. What they
 * say in ordinary models stands in tests/cases/rules. */
#include "base/datadir.h"
#include "check/check.h"

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

#define PERIOD "<period from='2026-03' to='2030'/>"
#define PERCENT "<indicator type='proportion' unit='%' direction='up' "
#define END                                                                                        \
    "<title>Andel, der spiser med nogen</title></indicator><title>Ældre har selskab</title></effect>"

/* --- I04: places and milestones ------------------------------------------------------------ */

#define PLACES                                                                                     \
    "<place id='nord'><title>Nord</title></place><place id='syd'><title>Syd</title></place>"
#define COUNT(inside)                                                                              \
    PLACES "<activity><title>Kaffe</title><indicator type='count' unit='gæster' direction='up'>"  \
           "<title>Gæster</title>" inside "</indicator></activity>"

static void test_baseline_of_the_place(void **state)
{
    (void)state;
    /* The latest of the place, the first in the file of two from the same time. */
    expect("I04",
           COUNT("<baseline value='10' place='syd' date='2025'/>"
                 "<baseline value='30' place='syd' date='2025'/>"
                 "<baseline value='40' place='syd' date='2024'/>"
                 "<target value='20' place='syd' date='2027'/>"),
           0);
    expect("I04",
           COUNT("<baseline value='30' place='syd' date='2025-06'/>"
                 "<baseline value='10' place='syd'/><baseline value='50' place='nord'/>"
                 "<target value='20' place='syd' date='2027'/>"),
           1);
    /* The only one counts for a target without place; one of several does not. */
    expect("I04", COUNT("<baseline value='30' place='syd'/><target value='20' date='2027'/>"), 1);
    expect("I04",
           COUNT("<baseline value='30' place='syd'/><baseline value='30' place='nord'/>"
                 "<target value='20' date='2027'/>"),
           0);
    /* One without a value is none. */
    expect("I04",
           COUNT("<baseline value='10'/><baseline place='syd' date='2026'/>"
                 "<target value='20' place='syd' date='2027'/>"),
           0);
}

static void test_milestone_date(void **state)
{
    (void)state;
    const char *pattern = COUNT("<milestone value='15' date='{1}'/>"
                                "<target value='20' date='2027-06'/>");
    expect_with("I04", pattern, "2027-06-30", 0);
    expect_with("I04", pattern, "2027", 0); /* may mean any day of it */
    expect_with("I04", pattern, "2027-07", 1);
    /* A target without date ends nowhere; another one of the same place may. */
    expect("I04",
           COUNT("<milestone value='15' date='2029'/><target aim='direction'/>"
                 "<target value='20' date='2027'/>"),
           0);
}

static void test_milestone_value(void **state)
{
    (void)state;
    const char *pattern = COUNT("<baseline value='10'/><milestone value='{1}' date='2026'/>"
                                "<target value='20' date='2027'/>");
    expect_with("I04", pattern, "10", 0);
    expect_with("I04", pattern, "20", 0);
    expect_with("I04", pattern, "9.9", 1);
    expect_with("I04", pattern, "20.1", 1);
    /* Two targets leave room up to the higher one. */
    expect("I04",
           COUNT("<baseline value='10'/><milestone value='24' date='2026'/>"
                 "<target value='20' date='2027'/><target value='25' date='2027'/>"),
           0);
    /* A milestone alone, and one for a place without targets, have nothing to be held against. */
    expect("I04", COUNT("<milestone value='24' date='2026'/>"), 0);
    expect("I04",
           COUNT("<milestone value='24' date='2029' place='syd'/>"
                 "<target value='20' date='2027' place='nord'/>"),
           0);
}

/* --- I05 --------------------------------------------------------------------------------- */

static void test_baseline_date(void **state)
{
    (void)state;
    const char *pattern = PERIOD "<effect>" PERCENT "><baseline value='41' date='{1}'/>"
                                 "<target value='60' date='2029'/>" END;
    expect_with("I05", pattern, "2026", 0);
    expect_with("I05", pattern, "2026-03-31", 0);
    expect_with("I05", pattern, "2026-04", 1);
    expect_with("I05", pattern, "2026-04' estimated='yes", 0);
}

static void test_begun_or_not(void **state)
{
    (void)state;
    static const struct {
        const char *attributes;
        enum diag_id id;
    } cases[] = {
        {"from='2026-03'", DIAG_NO_BASELINE_BEGUN}, /* today is the first of March */
        {"from='2026-03-02'", DIAG_NO_BASELINE},
        {"from='2026-09' status='running'", DIAG_NO_BASELINE_BEGUN},
        {"status='approved'", DIAG_NO_BASELINE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct checked checked;
        struct buf text = {0};
        buf_addf(&text,
                 "<activity %s><title>Kaffe</title><indicator role='outcome' unit='naboer'>"
                 "<title>Naboer, der hilser</title><target value='9' date='2028'/></indicator>"
                 "</activity>",
                 cases[i].attributes);
        check(&checked, text.data);
        assert_non_null(first_of(&checked, "I05"));
        assert_int_equal(first_of(&checked, "I05")->id, cases[i].id);
        buf_release(&text);
        release(&checked);
    }
}

/* --- I06 --------------------------------------------------------------------------------- */

static void test_wishes(void **state)
{
    (void)state;
    const char *pattern = "<activity status='running'><title>Kaffe</title><indicator type='count'>"
                          "<title>{1}</title></indicator></activity>";
    expect_with("I06", pattern, "Flere naboer sætter sig", 1);
    expect_with("I06", pattern, "Naboer taler bedre sammen", 1);
    expect_with("I06", pattern, "Fravær, der er nedsat", 1);
    expect_with("I06", pattern, "Naboer, der sætter sig mere end én gang", 0);
    expect_with("I06", pattern, "5 flere naboer sætter sig", 0);
    expect_with("I06", pattern, "Nye naboer, der sætter sig", 0);
    expect_with("I06", pattern, "Flerfamiliehuse ved pladsen", 0);
}

/* --- I07 --------------------------------------------------------------------------------- */

/* `every` against a target at the end of 2027, from March 2026: 22 months. */
static void test_every(void **state)
{
    (void)state;
    const char *pattern = PERIOD "<effect>" PERCENT "every='{1}'>"
                                 "<target value='60' date='2027'/>" END;
    expect_with("I07", pattern, "P11M", 0);
    expect_with("I07", pattern, "P12M", 1);
    expect_with("I07", pattern, "P1Y", 1);
    expect_with("I07", pattern, "P40W", 0);
    expect_with("I07", pattern, "P300D", 0);
    expect_with("I07", pattern, "P400D", 1);
    /* Two whole years hold two years, though one of them is a leap year. */
    expect("I07",
           "<period from='2028'/><effect>" PERCENT "every='P1Y'>"
           "<target value='60' date='2029'/>" END,
           0);
    /* Only the last target counts. */
    expect("I07",
           PERIOD "<effect>" PERCENT "every='P1Y'><target value='50' date='2026-06'/>"
                  "<target value='60' date='2028'/>" END,
           0);
    /* A target before the start is another trouble. */
    expect("I07", PERIOD "<effect>" PERCENT "every='P1Y'><target value='50' date='2025'/>" END, 0);
}

#define SOURCE(waves)                                                                              \
    PERIOD "<source id='skema' kind='survey'><title>Skema i Fårvang</title>" waves "</source>"
#define ASKED "<effect>" PERCENT "source='skema'><target value='60' date='2027-10'/>" END

static void test_planned_waves(void **state)
{
    (void)state;
    expect("I07", SOURCE("<wave from='2026-03-01'/><wave from='2027-10-31'/>") ASKED, 0);
    expect("I07", SOURCE("<wave from='2026-02-28'/><wave from='2027-10-31'/>") ASKED, 1);
    expect("I07", SOURCE("<wave from='2026-03-01'/><wave from='2027-11-01'/>") ASKED, 1);
    expect("I07", SOURCE("<wave from='2029'/><wave from='2027-10'/><wave from='2026-10'/>") ASKED,
           0);
    expect("I07", SOURCE("") ASKED, 0); /* nothing is said about when */
}

/* --- I08 --------------------------------------------------------------------------------- */

static const char *const some_answers =
    PERIOD "<effect>" PERCENT "sample='{1}'><baseline value='41' date='2025'/>"
           "<target value='46' date='2029'/>" END;

static void test_answers(void **state)
{
    (void)state;
    /* From 41 to 46 %: where Newcombe's interval leaves 0 out. */
    expect_with("I08", some_answers, "740", 1);
    expect_with("I08", some_answers, "770", 0);
    expect_with("I08", some_answers, "0", 0);
    expect_with("I08", some_answers, "1", 1);
}

static void test_answers_in_words(void **state)
{
    (void)state;
    struct checked checked;
    struct buf text = {0};
    struct language *danish = language_open(LANGUAGE_DANISH, NULL);
    check(&checked,
          PERIOD "<effect><indicator type='mean' unit='point' direction='up' sample='1200'>"
                 "<title>Tryghed</title><baseline value='3.25' sd='0.9' date='2025'/>"
                 "<target value='3.3' date='2029'/></indicator><title>Tryg</title></effect>");
    diag_add_text(&text, first_of(&checked, "I08"), danish);
    assert_non_null(strstr(text.data, "1.200 "));
    assert_non_null(strstr(text.data, "0,073 point"));
    assert_non_null(strstr(text.data, "0,05 point"));
    assert_non_null(strstr(text.data, "2.500"));
    buf_release(&text);
    language_free(danish);
    release(&checked);
}

/* --- I09 --------------------------------------------------------------------------------- */

#define TOWN                                                                                       \
    "<place id='fårvang' role='intervention' population='1200'><title>Fårvang</title></place>"
#define TO(id) "<leads-to ref='" id "'><mechanism>De mødes.</mechanism></leads-to>"
#define REACHES(persons) "<component reach='" persons "'><title>Aftener</title></component>"
#define AREA "<effect id='trygt'>" PERCENT "level='area'>" END

static void test_reach(void **state)
{
    (void)state;
    const char *pattern = TOWN
        "<activity><title>Kaffe</title>"
        "<component reach='{1}'><title>Aftener</title></component>" TO("trygt") "</activity>" AREA;
    expect_with("I09", pattern, "119", 1);
    expect_with("I09", pattern, "120", 0);
    expect_with("I09", pattern, "0", 0);
}

static void test_reach_by_two_ways(void **state)
{
    (void)state;
    /* 70 by two ways are 70. */
    expect(
        "I09",
        TOWN "<activity><title>Kaffe</title>" REACHES("70") TO("mod")
            TO("selskab") "</activity><effect id='mod'><title>Mod</title>" TO(
                "trygt") "</effect><effect id='selskab'><title>Selskab</title>" TO("trygt") "</effect>" AREA,
        1);
    /* One of two does not say. */
    expect("I09",
           TOWN "<activity><title>Kaffe</title>" REACHES("70") TO(
               "trygt") "</activity><activity><title>Plads</title>" TO("trygt") "</activity>" AREA,
           0);
}

/* A plan that nobody could read: the rule stops looking, and does so soon. */
static void test_reach_has_a_bound(void **state)
{
    (void)state;
    enum { EFFECTS = 2000 };
    struct buf text = {0};
    struct checked checked;
    buf_add_string(&text,
                   TOWN "<activity><title>Kaffe</title>" REACHES("70") TO("e0") "</activity>");
    for (int i = 0; i < EFFECTS; i++) {
        buf_addf(&text,
                 "<effect id='e%d'><title>Trin</title><indicator level='area' unit='børn'><title>"
                 "Børn</title></indicator>",
                 i);
        if (i + 1 < EFFECTS)
            buf_addf(&text, TO("e%d"), i + 1);
        buf_add_string(&text, "</effect>");
    }
    check(&checked, text.data);
    const struct diag *found = first_of(&checked, "I09");
    assert_non_null(found);
    assert_true(strtol(found->args[0], NULL, 10) > 100);
    assert_true(strtol(found->args[0], NULL, 10) < EFFECTS);
    release(&checked);
    buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_baseline_of_the_place),
        cmocka_unit_test(test_milestone_date),
        cmocka_unit_test(test_milestone_value),
        cmocka_unit_test(test_baseline_date),
        cmocka_unit_test(test_begun_or_not),
        cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_every),
        cmocka_unit_test(test_planned_waves),
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_answers_in_words),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_reach_by_two_ways),
        cmocka_unit_test(test_reach_has_a_bound),
    };
    return cmocka_run_group_tests_name("measuring", tests, load_words, free_words);
}
