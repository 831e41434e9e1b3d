/* The evaluation plan as blocks: goldens of what it says in reading order, and the points
 * that matter most, one by one. VIRKNING_UPDATE=yes writes the goldens anew. */
#include "base/datadir.h"
#include "base/file.h"
#include "check/check.h"
#include "model/reach.h"
#include "report/document.h"
#include "report/paper_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "doc_text.h"

/* --- a plan ----------------------------------------------------------------------------- */

struct made {
    struct model model;
    struct diag_sink sink;
    struct language *language;
    struct words *words;
    struct style style;
    struct made_document document;
};

static void make(struct made *made, const char *bytes, size_t length, enum language_code code)
{
    char *data = datadir_find(), *folder = datadir_join(data, "lang");
    made->language = language_open(code, folder);
    diag_sink_init(&made->sink, false);
    assert_int_equal(words_load(&made->words, data, NULL, &made->sink), 0);
    assert_int_equal(style_load(&made->style, NULL, TEST_SOURCE_DIR, &made->sink), 0);
    free(folder);
    free(data);
    if (model_read_bytes(&made->model, "prøve.xml", bytes, length, &made->sink))
        fail_msg("not a valid model: %s", bytes);
    struct check_options check = {.today = {2026, 3, 1}, .words = made->words};
    check_model(&made->model, &check, &made->sink);
    diag_sort(&made->sink);
    struct document_request request = {
        .model = &made->model,
        .findings = &made->sink,
        .language = made->language,
        .style = &made->style,
        .metrics = text_fixed_metrics(),
        .date = {2026, 3, 1},
        .program = "virkning",
    };
    document_make(&made->document, DOCUMENT_PLAN, &request);
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
    document_release(&made->document);
    style_release(&made->style);
    words_free(made->words);
    model_release(&made->model);
    diag_sink_release(&made->sink);
    language_free(made->language);
}

/* The plan as text; to be freed. */
static char *text_of(const struct made *made)
{
    return doc_as_blocks(&made->document.doc);
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
    assert_string_equal(made.document.doc.foot_left,
                        "Udkast · version 3 · 1 åbent punkt · virkning");
    release(&made);
    make(&made, approved, strlen(approved), LANGUAGE_DANISH);
    assert_string_equal(made.document.doc.foot_left,
                        "Godkendt 12.6.2017 · version 3 · 1 åbent punkt · virkning");
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

/* --- the second half: design, figures, rules, resources, calendar, risks, annexes ------------- */

#define SURVEY(id, inside)                                                                         \
    "<source id='" id "' kind='survey'" inside "><title>Skemaet</title></source>"
#define SHARE(id, more, inside)                                                                    \
    "<indicator id='" id "' role='outcome' type='proportion' unit='%' direction='up' " more        \
    "><title>Andel " id "</title>" inside "</indicator>"

/* Says all of `parts` and none of `not_parts`, both ending with NULL. */
static void check_plan(const char *inside, const char *const *parts, const char *const *not_parts)
{
    struct made made;
    make_from(&made, inside, LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    for (; *parts; parts++)
        assert_says(text, *parts);
    for (; *not_parts; not_parts++)
        assert_silent(text, *not_parts);
    free(text);
    release(&made);
}

/* What cannot be concluded follows from the design, and only what applies is said. */
static void test_design(void **state)
{
    (void)state;
    static const char before_after[] =
        "<question type='effect' design='before-after'><title>Virker det?</title></question>";
    static const char *const alone[] = {"Before and after alone cannot tell",
                                        "No baseline yet: what",
                                        "missing: What will the evaluation not be able", NULL};
    static const char *const not_alone[] = {"The comparison describes", "not drawn at random",
                                            "not been tested", "missing: Which design", NULL};
    check_plan(before_after, alone, not_alone);
    static const char comparison[] =
        "<limits>Kun ét kvarter.</limits>"
        "<place id='by' role='intervention'><title>Byen</title></place>"
        "<place id='a' role='intervention' within='by'><title>A</title></place>"
        "<place id='b' role='comparison' within='by' exposed='no'><title>B</title></place>"
        "<source id='s' kind='survey' sampling='snowball'><title>Skemaet</title>"
        "<wave from='2026-01'/><wave from='2028-01'/></source>"
        "<question type='effect' design='comparison'><title>Virker det?</title></question>";
    static const char *const compared[] = {
        "Overlaps with Byen",        "does not reach people here",
        "has not been tested",       "Skemaet: those who answer",
        "Skemaet: two measurements", "text: {da}Kun ét kvarter.",
        "Each place counts as one",  NULL};
    static const char *const not_compared[] = {"One place counts as one", "Before and after alone",
                                               NULL};
    check_plan(comparison, compared, not_compared);
}

/* Without a baseline nothing can have moved since then. */
static void test_conclusions(void **state)
{
    (void)state;
#define FOLLOWED(inside)                                                                           \
    "<effect id='e'><title>Flere går tur</title><indicator id='i' role='outcome' type='count'>"   \
    "<title>Ture</title>" inside "</indicator></effect>"
    static const char *const moved[] = {"Whether the figures have moved", NULL};
    static const char *const asked[] = {"No baseline yet: what do you hold it against?", NULL};
    check_plan(FOLLOWED("<baseline date='2025' value='3'/>"), moved, asked);
    check_plan(FOLLOWED(""), asked, moved);
#undef FOLLOWED
}

/* Two earlier measurements in each place are a test of whether they went together. */
static void test_parallel(void **state)
{
    (void)state;
    static const char plan[] =
        "<period from='2026'/><place id='a' role='intervention'><title>A</title></place>"
        "<place id='b' role='comparison'><title>B</title></place>" SHARE(
            "x", "",
            "<baseline value='5' date='2023' place='a'/><baseline value='6' date='2024' place='a'/>"
            "<baseline value='5' date='2023' place='b'/><baseline value='6' date='2024' place='b'/>") "<question type='effect' design='comparison'><title>Virker det?</title></question>";
    static const char *const says[] = {"One place counts as one", NULL};
    static const char *const silent[] = {"has not been tested", NULL};
    check_plan(plan, says, silent);
}

/* Few persons get no percentage, and sensitive figures of very few are hidden. */
static void test_hidden(void **state)
{
    (void)state;
    static const char plan[] =
        SHARE("a", "", "<baseline value='26.35' k='915' n='3473' date='2025-03'/>")
            SHARE("b", "", "<baseline k='7' n='10'/>")
                SHARE("c", "sensitive='yes'", "<baseline k='3' n='41'/>")
                    SHARE("d", "sensitive='yes'", "<baseline k='0' n='12'/>")
                        SHARE("e", "sensitive='yes'", "<baseline k='39' n='43'/>")
                            SHARE("f", "sensitive='yes'", "<baseline k='36' n='300'/>");
    static const char *const says[] = {
        "915 of 3,473 (26.35\xC2\xA0%)",    "cell: 7 of 10\n",     "36 of 300 (12.0\xC2\xA0%)",
        "hidden for the sake of anonymity", "small: March 2025\n", NULL};
    static const char *const silent[] = {"3 of 41", "0 of 12", "39 of 43", "70.0", NULL};
    check_plan(plan, says, silent);
}

/* Precision is said where there is a sample, a share and how many answer: never else. */
static void test_precision(void **state)
{
    (void)state;
    static const char sample[] = SURVEY("s", "")
        SHARE("x", "source='s'", "<baseline k='140' n='200'/><target value='80' date='2028'/>");
    static const char *const says[] = {"200 answers, ± 6 percentage points",
                                       "cell: 10.0 percentage points", NULL};
    static const char *const none[] = {NULL};
    check_plan(sample, says, none);
    static const char no_sample[] = SURVEY("s", " sampling='snowball'")
        SHARE("x", "source='s'",
              "<baseline k='140' n='200'/>") "<source id='r' kind='register'>"
                                             "<title>Registret</title></source>" SHARE(
                                                 "y", "source='r'", "<baseline k='140' n='200'/>")
                                                 SHARE("z", "source='s'", "<baseline value='70'/>");
    static const char *const silent[] = {"±", "How exact the figures", NULL};
    check_plan(no_sample, none, silent);
}

/* Only the kinds of targets that occur have their statuses told. */
static void test_rules(void **state)
{
    (void)state;
    static const char value[] =
        SHARE("x", "", "<baseline value='5' date='2026'/><target value='9' date='2028'/>");
    static const char *const of_others[] = {"strong: A distance", "strong: Something to be kept",
                                            "strong: Told in words", "series break", NULL};
    static const char *const said[] = {"strong: A figure to be reached",
                                       "At least 95\xC2\xA0% of the change",
                                       "and 20\xC2\xA0% of the time", NULL};
    check_plan(value, said, of_others);
    static const char kept[] = SHARE(
        "x", "",
        "<target aim='maintain' margin='2' date='2028'/>") "<indicator "
                                                           "type='qualitative'><title>Fortalt</title><revision date='2026' breaks='yes'>Nyt</revision>"
                                                           "</indicator>";
    static const char *const of_kept[] = {"strong: Something to be kept", "strong: Told in words",
                                          "series break", NULL};
    static const char *const not_value[] = {"strong: A figure to be reached", "In force:", NULL};
    check_plan(kept, of_kept, not_value);
    static const char *const missing[] = {"missing: No targets yet, so there is nothing", NULL};
    static const char *const none[] = {NULL};
    check_plan("", missing, none);
}

/* Added up is only the same kind in the same year; funders beside each other. */
static void test_resources(void **state)
{
    (void)state;
    static const char plan[] =
        "<resource kind='money' amount='25000' year='2026' funder='Fonden'/>" ACTIVITY(
            "a", "<resource kind='money' amount='100000' year='2026' funder='Kommunen'/>"
                 "<resource kind='money' amount='7000' year='2027' funder='Kommunen'/>")
            ACTIVITY("b", "<resource kind='money' amount='50000' year='2026' funder='Kommunen'/>"
                          "<resource kind='hours' amount='10.5' year='2026'/>");
    static const char *const says[] = {"cell: DKK 150,000\n",
                                       "strong: DKK 175,000\n",
                                       "cell: A, B\n",
                                       "cell: DKK 7,000\n",
                                       "cell: 10.5 hours\n",
                                       "cell: the programme as a whole\n",
                                       NULL};
    static const char *const silent[] = {"182,000", "157,000", NULL};
    check_plan(plan, says, silent);
}

/* In order of time, with what comes back until the end. */
static void test_calendar(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              "<period from='2026-03' to='2028-06'/>"
              "<product date='2026-02' every='P1Y'><title>Arket</title></product>"
              "<activity id='a' from='2027-01'><title>Om a</title>"
              "<output quantity='20' unit='aftener' due='2026-11'><title>Aftener</title></output>"
              "</activity>",
              LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    char *chapter = strstr(text, "h2: Year by year");
    assert_non_null(chapter);
    char *use = strstr(chapter, "h1: ");
    *use = '\0';
    static const char *const order[] = {
        "strong: 2026",
        "February 2026",
        "Arket",
        "March 2026",
        "November 2026",
        ("20\xC2\xA0"
         "aftener"),
        "strong: 2027",
        "January 2027",
        "Om a",
        "February 2027",
        "strong: 2028",
        "February 2028",
        "June 2028",
    };
    const char *at = chapter;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *found = strstr(at, order[i]);
        if (!found)
            fail_msg("%s does not come next in: %s", order[i], chapter);
        at = found;
    }
    assert_silent(chapter, "2029");
    free(text);
    release(&made);
}

/* The highest risk first; one that is not rated asks, and stands last. */
static void test_risks(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              "<risk>Ukendt</risk><risk probability='2' consequence='2'>Lille</risk>"
              "<risk probability='3' consequence='5'>Stor</risk>"
              "<rival>Vejret</rival><assumption critical='yes'>Huset er åbent</assumption>",
              LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    char *chapter = strstr(text, "Risks and other explanations");
    assert_non_null(chapter);
    const char *large = strstr(chapter, "Stor"), *small = strstr(chapter, "Lille");
    assert_true(large && small && large < small && small < strstr(chapter, "Ukendt"));
    assert_says(chapter, "cell: 3 × 5 = 15\n");
    assert_says(chapter, "small: Consequence: 5, very large\n");
    assert_says(chapter, "missing: What do you do about it?\n");
    assert_says(chapter, "missing: How likely, and how bad?\n");
    assert_says(chapter, "missing: How will you find out whether it is this?\n");
    assert_says(chapter, "{da}Huset er åbent [critical]");
    free(text);
    release(&made);
}

/* --- the first half: requests, profile, theory, implementation, questions, findings ------------- */

/* What is asked of the forum follows from the model: nothing more, nothing less. */
static void test_requests(void **state)
{
    (void)state;
    static const char plan[] =
        "<role id='s' kind='steering-group'><title>Styregruppe</title></role>"
        "<activity id='a' status='proposed' responsible='s'><title>Om a</title></activity>"
        "<activity id='b' status='waiting' until='2026-01' responsible='s'><title>Om b</title>"
        "</activity>"
        "<activity id='c' status='waiting' until='2026-03' responsible='s'><title>Om c</title>"
        "</activity>"
        "<activity id='d' status='running' trial='yes' to='2025' responsible='s'>"
        "<title>Om d</title></activity>"
        "<activity id='e' status='idea'><title>Om e</title></activity>"
        "<activity id='f' status='running'><title>Om f</title></activity>"
        "<risk probability='3' consequence='4'>Den store</risk>"
        "<risk probability='3' consequence='3'>Den lille</risk>"
        "<ruling date='2025-10' by='s' outcome='postponed' about='a'>Taget op siden</ruling>"
        "<ruling date='2025-11' by='s' outcome='postponed' about='f'>Stadig udsat</ruling>"
        "<ruling date='2025-12' by='s' outcome='approved' about='a'>Ja til a</ruling>";
    static const char *const says[] = {
        "text: To: {da}Styregruppe\n",
        "approve this plan, or say which of the",
        "approve the activity «A {da}Om a»\n",
        "decide on «B {da}Om b», which waited until January 2026: begin",
        "decide on «D {da}Om d», which was tried out until 2025: stop, adapt or scale up\n",
        "take up what was postponed November 2025: «{da}Stadig udsat»\n",
        "appoint who is responsible for «F {da}Om f»\n",
        "keeps an eye on the risk «{da}Den store»\n",
        "field: Decision\n",
        "cell: {da}Ja til a\n",
        NULL};
    static const char *const silent[] = {"decide on «C", "postponed October", "risks «", NULL};
    check_plan(plan, says, silent);
}

static void test_nothing_asked(void **state)
{
    (void)state;
    static const char approved[] =
        "<programme xmlns='" MODEL_NAMESPACE "' format='1' approved='2017-06-12' xml:lang='da'>"
        "<title>Prøve</title></programme>";
    struct made made;
    make(&made, approved, strlen(approved), LANGUAGE_DANISH);
    char *text = text_of(&made);
    assert_says(text, "text: Der bedes ikke om noget lige nu");
    assert_silent(text, "field: ");
    free(text);
    release(&made);
}

/* Six names are too many for a sentence: activities by their letters, of others four, and how
 * many more. */
static void test_many_requested(void **state)
{
    (void)state;
#define PROPOSED(id) "<activity id='" id "' status='proposed'><title>Om " id "</title></activity>"
#define RISK(title) "<risk probability='5' consequence='5'>" title "</risk>"
    static const char plan[] = PROPOSED("a") PROPOSED("b") PROPOSED("c") PROPOSED("d") PROPOSED("e")
        PROPOSED("f") RISK("Sne") RISK("Is") RISK("Slud") RISK("Hagl") RISK("Regn") RISK("Blæst");
#undef RISK
#undef PROPOSED
    static const char *const says[] = {"approve the activities A, B, C, D, E and F\n",
                                       "for the activities A, B, C, D, E and F\n",
                                       "risks «{da}Sne», ",
                                       "«{da}Hagl» and 2 more\n",
                                       "missing: Who decides? Name a steering group",
                                       NULL};
    static const char *const silent[] = {"«{da}Regn", NULL};
    check_plan(plan, says, silent);
}

/* A place around the others is neither where something is done nor a comparison. */
static void test_where(void **state)
{
    (void)state;
    static const char plan[] =
        "<place id='by'><title>Byen</title></place>"
        "<place id='a' within='by' population='3473' population-year='2025'><title>A</title></place>"
        "<place id='b' role='comparison'><title>B</title></place>";
    static const char *const says[] = {"text: {da}A; {da}B (for comparison)\n",
                                       "lead: Evaluation plan · A\n", "cell: 3,473 (2025)\n",
                                       "small: part of: {da}Byen\n", NULL};
    static const char *const silent[] = {"text: {da}Byen", NULL};
    check_plan(plan, says, silent);
}

static void test_implementation(void **state)
{
    (void)state;
    static const char plan[] =
        "<role id='r'><title>Vært</title></role>"
        "<activity id='a' status='running' trial='yes'><title>Om a</title>"
        "<component by='r' mode='group' sessions='10' minutes='60' weeks='12' reach='1200'>"
        "<title>Møder</title></component>"
        "<component mode='visit' sessions='1'><title>Besøg</title></component>"
        "<component mode='surroundings'><title>Bænke</title></component>"
        "<resource kind='money' amount='60000' year='2026' by='r' funder='Fonden'>Mad</resource>"
        "</activity>"
        "<activity id='b' status='proposed'><title>Om b</title></activity>";
    static const char *const says[] = {
        "cell: 10 sessions of 60 minutes each over 12 weeks\n",
        "cell: 1,200 persons\n",
        "cell: 1 session\n",
        "cell: DKK 60,000 in 2026 · {da}Vært · paid by {da}Fonden · {da}Mad\n",
        "missing: When is it to be stopped, adapted or scaled up?\n",
        "missing: Not described yet: who does what, how often and for how many, what does",
        "strong: B  {da}Om b\n",
        NULL};
    static const char *const silent[] = {"How often, and for how long?", NULL};
    check_plan(plan, says, silent);
}

/* Activities without a date are asked about below the chart, which does not count them; events of
 * a month that differ in their details alone share a row. */
static void test_calendar_undated(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              "<period from='2026' to='2027'/>"
              "<activity id='a'><title>Om a</title>"
              "<indicator id='i' type='count' unit='boxes'><title>Tegn i</title>"
              "<target date='2027-05' value='10'/><target date='2027-05' value='20'/></indicator>"
              "</activity>"
              "<product date='2026-04'><title>Rapporten</title></product>",
              LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    assert_says(text, "Still without a date, and so not in the chart: A. From when to when?\n");
    char *chapter = strstr(text, "h2: Year by year"),
         *end = chapter ? strstr(chapter, "h1: ") : NULL;
    assert_non_null(end);
    *end = '\0';
    char *target = strstr(chapter, "cell: Target\n");
    assert_non_null(target);
    assert_null(strstr(target + 1, "cell: Target\n"));
    char *ten = strstr(target, "small: 10"), *twenty = strstr(target, "small: 20");
    assert_true(ten && twenty && ten < twenty);
    free(text);
    release(&made);
}

/* Activities stand in the order of their letters, and neighbours of which nothing is said yet are
 * asked about once. */
static void test_implementation_order(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              ACTIVITY("a", "")
                  ACTIVITY("b", "") "<activity id='c'><title>Om c</title>"
                                    "<backup>Vi aflyser</backup></activity>" ACTIVITY("d", ""),
              LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    char *chapter = strstr(text, "  Implementation\n"),
         *end = strstr(text, "  Evaluation questions");
    assert_true(chapter && end);
    *end = '\0';
    static const char *const order[] = {"Om a", "Om b", "missing: Not described yet",
                                        "Om c", "Om d", "missing: Not described yet"};
    const char *at = chapter;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = strstr(at, order[i]);
        if (!at)
            fail_msg("%s does not come next in: %s", order[i], chapter);
        at += strlen(order[i]);
    }
    free(text);
    release(&made);
}

/* A key link asks for what it lacks; a plain one does not. A question about the link itself
 * comes before those about where it leads. */
static void test_links_tested(void **state)
{
    (void)state;
    static const char plan[] =
        ACTIVITY("a", "<leads-to id='l' ref='x' key='yes'/><leads-to ref='y'/>")
            EFFECT("x", "kort", "")
                EFFECT("y", "kort", "") "<horizon id='kort'><title>K</title></horizon>"
                                        "<question about='l'><title>Om pilen?</title></question>"
                                        "<question about='x'><title>Om x?</title></question>"
                                        "<question about='y'><title>Om y?</title></question>";
    struct made made;
    make_from(&made, plan, LANGUAGE_ENGLISH);
    char *text = text_of(&made);
    char *chapter = strstr(text, "  Links\n"), *end = strstr(text, "  Implementation\n");
    assert_true(chapter && end);
    *end = '\0';
    assert_says(chapter, "[key link]\n");
    assert_says(chapter, "missing: What has to hold for it to work?\n");
    assert_says(chapter, "missing: How do you know?\n");
    assert_says(chapter, "cell: {da}Om pilen?\n");
    assert_silent(chapter, "Om x?");
    assert_says(chapter, "cell: {da}Om y?\n");
    free(text);
    release(&made);
}

/* Where nobody is named for a method, it is who follows the indicator, or owns its source. */
static void test_who_answers(void **state)
{
    (void)state;
    static const char plan[] =
        "<role id='r'><title>Analyseenheden</title></role>"
        "<source id='s' kind='survey' owner='r'><title>Skemaet</title></source>"
        "<indicator id='i' source='s'><title>Trivsel</title></indicator>"
        "<question type='effect' indicators='i'><title>Virker det?</title>"
        "<method code='survey' when='2027'/></question>"
        "<rival>Vejret</rival>";
    static const char *const says[] = {"cell: {da}Analyseenheden\n", "small: Or else: {da}Vejret\n",
                                       NULL};
    static const char *const silent[] = {"missing: Who?\n", "who is to find the answer",
                                         "who follows the indicator", NULL};
    check_plan(plan, says, silent);
}

/* Two influences that weaken make a loop that feeds itself; one alone, one that dampens. */
static void test_loops(void **state)
{
    (void)state;
    static const char plan[] =
        "<loop-diagram><title>L</title><variable id='a'><title>A</title></variable>"
        "<variable id='b'><title>B</title></variable><variable id='c'><title>C</title></variable>"
        "<influence from='a' to='b' sign='minus'/><influence from='b' to='a' sign='minus'/>"
        "<influence from='b' to='c' sign='plus'/><influence from='c' to='b' sign='minus'/>"
        "</loop-diagram>";
    static const char *const says[] = {
        "text: A reinforcing loop, which feeds itself: {da}A → {da}B → {da}A\n",
        "text: A balancing loop, which dampens itself: {da}B → {da}C → {da}B\n", NULL};
    static const char *const none[] = {"{da}B → {da}A → {da}B", NULL};
    check_plan(plan, says, none);
    static const char *const no_loops[] = {"causal loops", "Place Standard", "already has",
                                           "Goals, themes and indicators", NULL};
    check_plan("", none + 1, no_loops);
}

/* One answer to several findings stands once, with all of them. */
static void test_answer_once(void **state)
{
    (void)state;
    static const char plan[] =
        "<answer rule='I01'>Tegn kommer i maj.</answer><answer rule='V04'>Aldrig brugt.</answer>"
        "<activity id='a' status='waiting'><title>Om a</title></activity>"
        "<activity id='b' status='waiting'><title>Om b</title></activity>";
    static const char *const says[] = {"Om a", "Om b", "text: V04: {da}Aldrig brugt.\n", NULL};
    static const char *const none[] = {NULL};
    check_plan(plan, says, none);
    struct made made;
    make_from(&made, plan, LANGUAGE_DANISH);
    char *text = text_of(&made);
    const char *answer = strstr(text, "small: Svar: Tegn kommer i maj.\n");
    assert_non_null(answer);
    assert_null(strstr(answer + strlen("small: Svar: T"), "Tegn kommer i maj."));
    free(text);
    release(&made);
}

static void test_goals(void **state)
{
    (void)state;
    static const char plan[] =
        "<goal id='g'><title>Fællesskab</title><theme id='t'><title>Tryghed</title></theme>"
        "<theme><title>Naboer</title><indicator><title>Hilser</title></indicator></theme></goal>"
        "<effect id='x' contributes-to='t'><title>At x</title></effect>";
    static const char *const says[] = {"strong: {da}Fællesskab\n",
                                       "missing: No indicator yet: how will you follow it?\n",
                                       "cell: {da}Hilser\n", "cell: {da}At x\n", NULL};
    static const char *const none[] = {NULL};
    check_plan(plan, says, none);
}

/* Readers of the summary do not know the file; in the annex, titles stand for ids. */
static void test_readable(void **state)
{
    (void)state;
    struct made made;
    make_from(&made,
              ACTIVITY("kor", LINK("sang") LINK("mod") LINK("ro")) EFFECT("sang", "k",
                                                                          "") EFFECT("mod", "k", "")
                  EFFECT("ro", "k",
                         "") "<horizon id='k'><title>K</title></horizon>"
                             "<activity id='b' status='approved'><title>Om b</title>" LINK("sang")
                                 LINK("mod")
                                     LINK("ro") "</activity>" ACTIVITY("c", LINK("ro") LINK("mod")),
              LANGUAGE_DANISH);
    char *text = text_of(&made);
    char *annex = strstr(text, "h1: Bilag: det, der ikke er færdigt endnu");
    assert_non_null(annex);
    assert_says(annex, "»Om kor« → »At sang«");
    assert_silent(annex, "kor → ");
    assert_silent(text, "=\"");
    assert_silent(text, "<");
    free(text);
    release(&made);
}

/* How many sentences end in a text. */
static size_t count_sentences(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += strchr(".?!", *text) && (!text[1] || text[1] == ' ');
    return count;
}

static bool is_rule(enum diag_id id)
{
    const char *name = diag_id_text(id);
    return strlen(name) == 3 && strchr("PIV", name[0]);
}

static void check_paper_words(enum diag_id id, const struct language *language)
{
    const char *pattern = diag_pattern(id, language);
    const struct diag diag = {.id = id, .args = {"a", "denominator", "c", "d"}, .arg_count = 4};
    struct buf text;
    buf_init(&text, 0);
    diag_add_text(&text, &diag, language);
    paper_words(&text, language);
    if (strstr(text.data, "=\"") || strchr(text.data, '<') || strstr(text.data, "anchored-by"))
        fail_msg("on paper: %s", text.data);
    if (language_code(language) == LANGUAGE_ENGLISH &&
        count_sentences(text.data) != count_sentences(pattern))
        fail_msg("some of this is not said on paper: %s", pattern);
    buf_release(&text);
}

/* Adds what all rules say; `name` is the element that is missing. */
static void add_messages(struct buf *all, const char *name, const struct language *language)
{
    for (int id = 0; id < DIAG_IDS; id++) {
        const struct diag diag = {
            .id = (enum diag_id)id, .args = {"a", name, "c", "d"}, .arg_count = 4};
        if (!is_rule((enum diag_id)id))
            continue;
        diag_add_text(all, &diag, language);
        buf_add_char(all, '\n');
    }
}

/* A message that is written anew must not leave a phrase behind that no longer stands in it. */
static void check_phrases(const struct language *language)
{
    struct buf all = {0};
    size_t count;
    const struct paper_phrase *phrases = paper_phrases(&count);
    add_messages(&all, "numerator", language);
    add_messages(&all, "denominator", language);
    for (size_t i = 0; i < count; i++) {
        const char *phrase = language_text(language, phrases[i].file);
        if (!strstr(all.data, phrase))
            fail_msg("no message says: %s", phrase);
    }
    buf_release(&all);
}

/* On paper no message of a rule names elements and attributes, and none of its advice is lost. */
static void test_paper_words(void **state)
{
    (void)state;
    char *data = datadir_find(), *folder = datadir_join(data, "lang");
    for (int code = 0; code < 2; code++) {
        struct language *language =
            language_open(code ? LANGUAGE_DANISH : LANGUAGE_ENGLISH, folder);
        for (int id = 0; id < DIAG_IDS; id++)
            if (is_rule((enum diag_id)id))
                check_paper_words((enum diag_id)id, language);
        check_phrases(language);
        language_free(language);
    }
    free(folder);
    free(data);
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text,
                   "Is it so (estimated=\"yes\")? Write <odd>. Then mark them with key=\"yes\".");
    paper_without_markup(&text);
    assert_string_equal(text.data, "Is it so?");
    buf_release(&text);
}

/* Whatever the format holds of these chapters stands in the plan. */
static void test_everything(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "Ét kvarter kan ikke vise", "Alle svar er frivillige", "Første runde", "Samtykke",
        "Kommunens analyseenhed", "Brev med link", "september–oktober 2026", "ti beboere",
        "Forberedelse", "240,5", "Fra brev til bord", "Får brevet", "Samler trådene", "Halvvejs",
        "Spørgsmålet får en ny svarmulighed", "databrud", "Bedsteforældre tager",
        "Fortsætte eller ændre", "Den nye buslinje", "Boligforeningen ansætter", "3 × 4 = 12",
        "To værter ad gangen", "Alder og køn", "De mest ensomme svarer sjældnest",
        "Spørgsmålet stilles i hele landet", "Det elektroniske skema", "36 af 300 (12\xC2\xA0%)",
        "ambitiøst", "fra 0 til 200", "hver måned", "1 dag", "Styregruppe · maj 2026",
        /* the first half */
        "Et kvarter, hvor naboer kender hinanden", "Her er flest uden fast kontakt", "1.210 (2026)",
        "1.180 (2021)", "Fra boligforeningen", "339 boliger ved åen", "et boligområde",
        "en del af: Kommunen", "indsatsen når ikke hertil", "en del af: Voksne beboere",
        "18 år og derover", "900 (2026)", "i en udsat position", "Mange er over 60",
        "Mange spiser alene", "Set af: beboere", "Hver tredje mod hver femte",
        "Se: Sundhedsprofilen", "Prioritet 1 · Åhusene · Fællesskab om maden: Flest bor",
        "Flere har nogen at spise med", "Mad og måltider", "Har et stort køkken",
        "sted eller bygning", "Gåtur med beboere · Åhusene · 18.4.2026 · 14 deltog",
        "Man mangler et sted at sidde", "En forstærkende løkke", "med forsinkelse", "Man inviterer",
        "[nøglesammenhæng]", "[kritisk] Beboerhuset opleves som trygt",
        "Vi gør: Værter, som beboerne kender", "kontekst: De fleste kan gå derhen",
        "2: nogen støtte", "Erfaringer fra nabokvarteret", "1 risiko, 1 alternativ forklaring",
        "Flere er en del af et fællesskab", "Kommunens sundhedspolitik, andet mål",
        "Tryghed i hverdagen", "At nogen ville savne en", "20 gange à 150 minutter over 40 uger",
        "60 personer", "gruppe, der mødes · beboerhuset", "Menuen.",
        "Der er altid en vært ved døren", "betales af Kommunen",
        "Aftener holdt: 20\xC2\xA0"
        "aftener senest juni 2027",
        "Mindst 40 kommer, og halvdelen", "Køkkenet bliver godkendt",
        "Boligforeningen overtager køkkenet", "Sundhedshuset laver mad",
        "Får de, der bor alene, nogen at spise med?", "Eller også: Den nye buslinje",
        "Samtaler efter maden", "Godt nok: Halvdelen af dem", "Bruges til: Om fællesspisning",
        "Til: Styregruppe", "Måltallet ses efter om et år", "godkendt med ændringer",
        "P18: Drøftet på mødet i maj", NULL};
    char *bytes = read_or_empty(TEST_SOURCE_DIR "/tests/cases/reader/everything.xml");
    struct made made;
    make(&made, bytes, strlen(bytes), LANGUAGE_DANISH);
    char *text = text_of(&made);
    for (size_t i = 0; parts[i]; i++)
        assert_says(text, parts[i]);
    free(text);
    release(&made);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_shared_cells),
        cmocka_unit_test(test_links_condensed),
        cmocka_unit_test(test_target),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_summary),
        cmocka_unit_test(test_state),
        cmocka_unit_test(test_requests),
        cmocka_unit_test(test_nothing_asked),
        cmocka_unit_test(test_many_requested),
        cmocka_unit_test(test_where),
        cmocka_unit_test(test_implementation),
        cmocka_unit_test(test_calendar_undated),
        cmocka_unit_test(test_implementation_order),
        cmocka_unit_test(test_links_tested),
        cmocka_unit_test(test_who_answers),
        cmocka_unit_test(test_loops),
        cmocka_unit_test(test_goals),
        cmocka_unit_test(test_answer_once),
        cmocka_unit_test(test_readable),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_design),
        cmocka_unit_test(test_conclusions),
        cmocka_unit_test(test_parallel),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_precision),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_resources),
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_risks),
        cmocka_unit_test(test_paper_words),
        cmocka_unit_test(test_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
