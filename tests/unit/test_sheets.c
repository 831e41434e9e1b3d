/* Activity descriptions and the charter: what they say, what they ask, and that they keep to
 * two pages whatever the model holds. */
#include "base/datadir.h"
#include "base/file.h"
#include "report/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "doc_text.h"

/* --- a document ----------------------------------------------------------------------- */

struct made {
    struct model model;
    struct diag_sink sink;
    struct language *language;
    struct style style;
    struct made_document document;
};

enum form { ON_PAGES, WITHOUT_PAGES };

static void make(struct made *made, enum document_kind kind, const char *bytes, const char *about,
                 enum form form)
{
    char *data = datadir_find(), *folder = datadir_join(data, "lang");
    made->language = language_open(LANGUAGE_ENGLISH, folder);
    diag_sink_init(&made->sink, false);
    assert_int_equal(style_load(&made->style, NULL, data, &made->sink), 0);
    free(folder);
    free(data);
    if (model_read_bytes(&made->model, "prøve.xml", bytes, strlen(bytes), &made->sink))
        fail_msg("not a valid model: %.2000s", bytes);
    struct document_request request = {
        .model = &made->model,
        .findings = &made->sink,
        .language = made->language,
        .style = &made->style,
        .metrics = text_fixed_metrics(),
        .date = {2026, 3, 1},
        .program = "virkning",
        .about = about ? model_find(&made->model, about) : NULL,
        .paged = form == ON_PAGES,
    };
    document_make(&made->document, kind, &request);
}

static void release(struct made *made)
{
    document_release(&made->document);
    style_release(&made->style);
    model_release(&made->model);
    diag_sink_release(&made->sink);
    language_free(made->language);
}

/* What stands within <programme>. */
static void make_from(struct made *made, enum document_kind kind, const char *inside,
                      const char *about, enum form form)
{
    struct buf text = {0};
    buf_addf(&text,
             "<programme xmlns='" MODEL_NAMESPACE "' format='1' xml:lang='da'>"
             "<title>Trygge veje til skole</title>%s</programme>",
             inside);
    make(made, kind, text.data, about, form);
    buf_release(&text);
}

/* To be freed. */
static char *text_of(const struct made *made)
{
    return doc_as_words(&made->document.doc);
}

static const char *read_whole(char **bytes, const char *path)
{
    struct diag_sink sink;
    size_t length;
    diag_sink_init(&sink, false);
    assert_int_equal(file_read(path, 1 << 24, bytes, &length, &sink), 0);
    diag_sink_release(&sink);
    return *bytes;
}

static const char everything[] = TEST_SOURCE_DIR "/tests/cases/reader/everything.xml";

/* --- an activity --------------------------------------------------------------------------- */

/* Whatever the format can say of an activity stands on its description. */
static void test_activity_says_everything(void **state)
{
    static const char *const parts[] = {
        "{da}Fællesspisning hver anden torsdag",
        "Activity A · running · September 2026 – June 2029 · trial action",
        "{da}Mange spiser alene",
        "{da}Hver tredje mod hver femte i kommunen.",
        "{da}Voksne beboere (18 years and over, 900 persons, 2026)",
        "{da}Beboere, der bor alene",
        "{da}Åhusene",
        "Waits for: {da}Køkkenet bliver godkendt.",
        "until September 2026",
        "{da}Beboerne laver mad sammen.",
        "{da}Maden laves fra bunden.",
        "group that meets · {da}beboerhuset",
        "20 sessions of 150 minutes each over 40 weeks",
        "May be adapted: {da}Menuen.",
        "Must be kept: {da}Der er altid en vært ved døren.",
        "Aftener holdt: 20\xC2\xA0"
        "aftener by June 2027",
        "[The figure shows the way from 1 activity to 1 effect through 1 link.",
        "{da}Flere beboere, der bor alene, har nogen at spise med",
        "sub-goal · can be expected from 2028",
        "{da}Mellemlang sigt",
        "{da}Når man har dækket bord sammen, hilser man bagefter.",
        "{da}Flere er en del af et fællesskab", /* what it contributes to */
        "{da}Deltagere pr. aften",
        "60\xC2\xA0"
        "beboere by June 2027",
        "{da}Beboerundersøgelsen",
        "every month",
        "step 3 of 5: users are involved",
        "targeted: people are asked in person",
        "{da}Fra brev til bord: {da}Får brevet (120)",
        "240.5 hours in 2026 · {da}Projektleder · {da}Forberedelse · {da}Kommunen",
        "Backup: {da}Sundhedshuset laver mad, hvis de frivillige er syge.",
        "Anchoring: {da}Sundhedshusets medarbejdere · {da}Boligforeningen overtager køkkenet.",
        "{da}Værterne falder fra.",
        "risk · probability 3 of 5 · consequence 4 of 5",
        "{da}To værter ad gangen",
        "{da}Beboerhuset opleves som trygt.",
        "{da}De fleste kan gå derhen.",
        "{da}Den nye buslinje gør det lettere at mødes.",
        "{da}Får de, der bor alene, nogen at spise med?",
        "interview, March 2028 · {da}Projektleder",
        "{da}Om fællesspisning skal tilbydes i flere kvarterer.",
        "Scale up: {da}Mindst 40 kommer, og halvdelen kommer igen.",
        "12 May 2026 · approved with changes · {da}Styregruppe: {da}Måltallet ses efter om et år.",
        "field approval-A-decision",
        "field approval-A-conditions",
        "field approval-A-date",
        "field approval-A-forum",
    };
    (void)state;
    struct made made;
    char *bytes;
    make(&made, DOCUMENT_ACTIVITIES, read_whole(&bytes, everything), "fællesspisning",
         WITHOUT_PAGES);
    char *text = text_of(&made);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_says(text, parts[i]);
    assert_silent(text, "? ");
    free(text);
    release(&made);
    free(bytes);
}

#define BARE "<activity id='gåbus'><title>Gåbus</title></activity>"

static void test_activity_asks(void **state)
{
    static const char *const parts[] = {
        "Challenge: ? No challenge yet",
        "For: ? For whom is it?",
        "Responsible: ? Who is responsible?",
        "? What happens, and how often?",
        "? No link yet: what will be different, and for whom?",
        "? No sign yet: how will you see that it works?",
        "Participation: ? How much do those decide who take part?",
        "Recruitment: ? How are those found whom it is for?",
        "Resources: ? What does it take",
        "Anchoring: ? Who takes it over when the programme ends?",
        "? What has to hold, what may go wrong",
        "? No evaluation question is about it yet",
        "field approval-A-decision",
    };
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES, BARE, NULL, ON_PAGES);
    char *text = text_of(&made);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_says(text, parts[i]);
    assert_says(text, "h2 Not described yet\nWhat we look for: ? No sign yet");
    assert_silent(text, "A trial action");
    assert_silent(text, "Waits for");
    free(text);
    release(&made);
}

/* A trial action has to say when it stops; what waits, for what. */
static void test_activity_asks_what_fits(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='gåbus' trial='yes' status='waiting'><title>Gåbus</title>"
              "<component mode='group'><title>Følges ad</title></component></activity>",
              NULL, WITHOUT_PAGES);
    char *text = text_of(&made);
    assert_says(text, "? What must you see to stop, to adapt, or to scale up?");
    assert_says(text, "Waits for: ? What does it wait for?\n? Until when?");
    assert_says(text, "? Who delivers it?\n? How often, and for how long?\n? How many?");
    free(text);
    release(&made);
}

/* Nobody asks for a plan for what was given up. */
static void test_activity_stopped(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='gåbus' status='stopped'><title>Gåbus</title></activity>", NULL,
              WITHOUT_PAGES);
    char *text = text_of(&made);
    assert_silent(text, "? ");
    assert_says(text, "Resources: –");
    free(text);
    release(&made);
}

/* The figure holds what this activity leads to, and nothing else. */
static void test_activity_figure(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='gåbus'><title>Gåbus</title><leads-to ref='går'/></activity>"
              "<activity id='cykelleg'><title>Cykelleg</title><leads-to ref='cykler'/></activity>"
              "<effect id='går'><title>Flere børn går</title><leads-to ref='trygt'/></effect>"
              "<effect id='cykler'><title>Flere børn cykler</title></effect>"
              "<effect id='trygt' kind='goal'><title>Børn færdes trygt</title></effect>",
              "gåbus", WITHOUT_PAGES);
    char *text = text_of(&made);
    assert_says(text, "from 1 activity to 2 effects through 2 links");
    assert_says(text, "{da}Flere børn går\n? When?\n? How? Nobody has said it yet.\n"
                      "{da}Børn færdes trygt\n");
    assert_silent(text, "Flere børn cykler");
    free(text);
    release(&made);
}

/* What several effects lead on to is one cell beside them. */
static void test_activity_shared_goal(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='gåbus'><title>Gåbus</title><leads-to ref='går'/>"
              "<leads-to ref='kender'/></activity>"
              "<effect id='går'><title>Flere børn går</title><leads-to ref='trygt'/></effect>"
              "<effect id='kender'><title>Børn kender vejen</title><leads-to ref='trygt'/></effect>"
              "<effect id='trygt' kind='goal'><title>Børn færdes trygt</title></effect>",
              NULL, WITHOUT_PAGES);
    char *text = text_of(&made);
    const char *goal = strstr(text, "Børn færdes trygt");
    assert_non_null(goal);
    assert_null(strstr(goal + 1, "Børn færdes trygt"));
    free(text);
    release(&made);
}

/* A question about what several activities lead to is every one's, unless it names its own. */
static void test_activity_questions(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='gåbus'><title>Gåbus</title><leads-to ref='trygt'/></activity>"
              "<activity id='lys'><title>Lys</title><leads-to ref='trygt'/></activity>"
              "<effect id='trygt' kind='goal'><title>Børn færdes trygt</title></effect>"
              "<question about='trygt'><title>Er det trygt?</title></question>"
              "<question about='lys trygt'><title>Hjælper lyset?</title></question>",
              "gåbus", WITHOUT_PAGES);
    char *text = text_of(&made);
    assert_non_null(strstr(text, "Er det trygt?"));
    assert_null(strstr(text, "Hjælper lyset?"));
    free(text);
    release(&made);
}

/* A text in another language is tagged with it. */
static void test_activity_arabic(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='a' xml:lang='ar'><title>لقاءات الصباح</title>"
              "<description>نلتقي كل صباح.</description></activity>",
              NULL, WITHOUT_PAGES);
    const struct doc_block *first = made.document.doc.body.first;
    assert_int_equal(first->kind, DOC_BLOCK_PARAGRAPH);
    assert_int_equal(first->as.paragraph.style, DOC_TITLE);
    assert_string_equal(first->as.paragraph.first->lang, "ar");
    char *text = text_of(&made);
    assert_says(text, "{ar}نلتقي كل صباح.");
    free(text);
    release(&made);
}

/* --- several of them ------------------------------------------------------------------------- */

static void test_list_of_activities(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='a'><title>Gåbus</title></activity>"
              "<activity id='b' status='running' from='2026-08'><title>Cykelleg</title></activity>"
              "<activity id='c'><title>Skolepatrulje</title></activity>"
              "<activity id='d'><title>Lygtetjek</title></activity>",
              NULL, ON_PAGES);
    char *text = text_of(&made);
    assert_says(text, "B\n{da}Cykelleg\nrunning\nfrom August 2026\n");
    assert_true(made.document.pages.page_count >= 5);
    assert_true(made.document.pages.link_count >= 4);
    free(text);
    release(&made);
    make_from(&made, DOCUMENT_ACTIVITIES,
              "<activity id='a'><title>Gåbus</title></activity>"
              "<activity id='b'><title>Cykelleg</title></activity>",
              NULL, ON_PAGES);
    const struct doc_block *first = made.document.doc.body.first;
    assert_int_equal(first->as.paragraph.style, DOC_TITLE); /* one title, and no list */
    assert_int_equal(first->next->next->kind, DOC_BLOCK_HEADING);
    assert_int_equal(made.document.pages.page_count, 2);
    release(&made);
    make_from(&made, DOCUMENT_ACTIVITIES, "<activity id='a'><title>Gåbus</title></activity>", NULL,
              ON_PAGES);
    assert_int_equal(made.document.doc.body.first->as.paragraph.style, DOC_TITLE); /* its name */
    text = text_of(&made);
    assert_silent(text, "Trygge veje til skole\nActivity descriptions");
    assert_says(text, "Activity A · How far is it?");
    free(text);
    release(&made);
}

/* A second page for a few lines is not worth it: the figure or the small print goes. */
static void test_second_page_is_saved(void **state)
{
    (void)state;
    struct made made;
    struct buf inside = {0};
    size_t pages[2];
    for (int signs = 0; signs < 2; signs++) { /* many are worth two pages */
        buf_reset(&inside);
        buf_add_string(&inside, "<activity id='a' status='approved'><title>Gåbus</title>"
                                "<leads-to ref='går'/><leads-to ref='mødes'/>");
        for (int i = 0; i < (signs ? 16 : 2); i++)
            buf_addf(&inside,
                     "<indicator type='qualitative'><title>Børn i bus %d</title>"
                     "<definition>Børn, der går med mindst tre gange om ugen.</definition>"
                     "</indicator>",
                     i);
        buf_add_string(
            &inside, "</activity>"
                     "<effect id='går'><title>Flere børn går</title><leads-to ref='mål'/></effect>"
                     "<effect id='mødes'><title>Børn mødes</title><leads-to ref='mål'/></effect>"
                     "<effect id='mål' kind='goal'><title>Børn trives</title></effect>");
        make_from(&made, DOCUMENT_ACTIVITIES, inside.data, NULL, ON_PAGES);
        pages[signs] = made.document.pages.page_count;
        char *text = text_of(&made);
        assert_silent(text, "…");
        free(text);
        release(&made);
    }
    buf_release(&inside);
    assert_int_equal(pages[0], 1);
    assert_int_equal(pages[1], 2);
}

static void test_no_activities(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_ACTIVITIES, "", NULL, ON_PAGES);
    char *text = text_of(&made);
    assert_says(text, "? No activities yet: what will you do?");
    free(text);
    release(&made);
}

/* --- two pages, whatever comes ------------------------------------------------------------------ */

/* How much there is of everything in a model that is made to be too large. */
struct much {
    int things;         /* of each kind */
    int words;          /* of each text */
    const char *word;   /* that the texts are made of */
    const char *before; /* each of them */
};

static void add_words(struct buf *out, const struct much *much)
{
    buf_add_string(out, much->before);
    for (int i = 0; i < much->words; i++)
        buf_addf(out, " %s", much->word);
}

static void add_texts(struct buf *out, const struct much *much, const char *const *names)
{
    for (; *names; names++) {
        buf_addf(out, "<%s>", *names);
        add_words(out, much);
        buf_addf(out, "</%s>", *names);
    }
}

static void add_activity(struct buf *out, const struct much *much, int activity)
{
    static const char *const own[] = {"title",     "description", "awaits",
                                      "anchoring", "backup",      NULL};
    static const char *const component[] = {"title", "description", "adaptation", "fidelity", NULL};
    static const char *const indicator[] = {"title", "definition", "collection", NULL};
    buf_addf(out,
             "<activity id='a%d' status='waiting' trial='yes' responsible='r0' "
             "anchored-by='r0' for='g0 g1 g2 g3' place='p0 p1 p2 p3' "
             "tags='ladder:3 involvement:involve recruitment:open'>",
             activity);
    add_texts(out, much, own);
    for (int i = 0; i < much->things; i++) {
        buf_addf(out,
                 "<component mode='course' by='r0 r1 r2 r3' sessions='%d' minutes='90' "
                 "weeks='40' reach='1234567' from='2026' to='2027' setting='",
                 i + 2);
        add_words(out, much);
        buf_add_string(out, "'>");
        add_texts(out, much, component);
        buf_add_string(out, "</component>");
    }
    for (int i = 0; i < much->things; i++) {
        buf_add_string(out, "<resource kind='hours' amount='1234567' year='2026' by='r0'>");
        add_words(out, much);
        buf_add_string(out, "</resource>");
    }
    for (int i = 0; i < much->things; i++) {
        buf_add_string(out, "<output quantity='20' due='2027-06' unit='");
        add_words(out, much);
        buf_add_string(out, "'><title>");
        add_words(out, much);
        buf_add_string(out, "</title></output>");
    }
    for (int i = 0; i < much->things; i++) {
        buf_add_string(out, "<next-step do='adapt'>");
        add_words(out, much);
        buf_add_string(out, "</next-step>");
    }
    for (int i = 0; i < much->things; i++) {
        buf_add_string(out, "<indicator type='count' source='s' owner='r0' unit='");
        add_words(out, much);
        buf_add_string(out, "'>");
        add_texts(out, much, indicator);
        buf_add_string(out, "<target value='60' date='2027-06'/><target value='70' date='2028'/>"
                            "<milestone value='10' date='2027'/></indicator>");
    }
    for (int i = 0; i < much->things; i++) {
        buf_addf(out, "<leads-to ref='e%d' origin='interpreted'><mechanism>", i);
        add_words(out, much);
        buf_add_string(out, "</mechanism><risk probability='3' consequence='4' owner='r0' "
                            "mitigation='");
        add_words(out, much);
        buf_add_string(out, "'>");
        add_words(out, much);
        buf_add_string(out, "</risk><assumption critical='yes'>");
        add_words(out, much);
        buf_add_string(out, "</assumption></leads-to>");
    }
    buf_add_string(out, "</activity>");
}

static void add_named(struct buf *out, const struct much *much, const char *element, char letter,
                      const char *attributes, const char *inside)
{
    for (int i = 0; i < much->things; i++) {
        buf_addf(out, "<%s id='%c%d' %s><title>", element, letter, i, attributes);
        add_words(out, much);
        buf_addf(out, "</title>%s</%s>", inside, element);
    }
}

static void add_model(struct buf *out, const struct much *much, int activities)
{
    static const char *const own[] = {"title", "owner", "purpose", "vision", "limits", NULL};
    buf_add_string(out, "<programme xmlns='" MODEL_NAMESPACE "' format='1' xml:lang='da'>");
    add_texts(out, much, own);
    buf_add_string(out, "<period from='2026' to='2030'/><horizon id='h'><title>");
    add_words(out, much);
    buf_add_string(out, "</title></horizon>");
    add_named(out, much, "place", 'p', "role='intervention'", "");
    add_named(out, much, "role", 'r', "kind='partner' holders='4'", "<tasks>Kommer.</tasks>");
    add_named(out, much, "target-group", 'g', "ages='0-18' size='900' size-year='2026'", "");
    buf_add_string(out, "<source id='s' kind='survey' every='P1M'><title>");
    add_words(out, much);
    buf_add_string(out, "</title><wave from='2026-09' to='2026-10'/><wave from='2027'/></source>");
    add_named(out, much, "challenge", 'c', "",
              "<evidence>Samtaler.</evidence><extent>Hver tredje.</extent>");
    for (int i = 0; i < activities; i++)
        add_activity(out, much, i);
    add_named(out, much, "effect", 'e', "horizon='h' kind='sub-goal'", "<leads-to ref='mål'/>");
    buf_add_string(out, "<effect id='mål' kind='goal'><title>");
    add_words(out, much);
    buf_add_string(out, "</title></effect>");
    add_named(out, much, "question", 'q', "type='effect' about='a0'",
              "<decision>Om det fortsætter.</decision>"
              "<method code='interview' when='2028-03' by='r0'/>"
              "<method code='survey' when='2028-03' by='r0'/>");
    add_named(out, much, "product", 'x', "kind='report' every='P1Y'", "");
    for (int i = 0; i < much->things; i++) {
        buf_add_string(out, "<ruling date='2026-05-12' by='r0' outcome='approved' about='a0'>");
        add_words(out, much);
        buf_add_string(out, "</ruling>");
    }
    buf_add_string(out, "<recruitment activity='a0'><title>Fra brev til bord</title>");
    for (int i = 0; i < much->things; i++) {
        buf_add_string(out, "<step expected='120'><title>");
        add_words(out, much);
        buf_add_string(out, "</title></step>");
    }
    buf_add_string(out, "</recruitment></programme>");
}

/* Long texts, long words, many things, and all of it. */
static const struct much too_much[] = {
    {60, 4, "dobbeltgænger", "Sikker"},
    {4, 900, "vejen", "Sikker"},
    {5, 20, "trafiksikkerhedskampagnemedarbejderuddannelsesplanlægning", "Sikker"},
    {100, 1, "Hver",
     "SikkerhedPåSkolevejenUdenEtEnesteMellemrumIHeleDetteMegetLangeOrdSomIngenKan"},
    {30, 120, "skolevejene", "Sikker"},
    {4, 60, "MMMMMMMMMMMMMMMM", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"},
};

static void check_pages(const struct pages *pages, size_t most)
{
    if (pages->page_count > most)
        fail_msg("%zu pages", pages->page_count);
    for (size_t i = 0; i < pages->page_count; i++)
        assert_true(pages->pages[i].width < pages->pages[i].height); /* never a large figure */
}

static void test_activity_fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof too_much / sizeof *too_much; i++) {
        struct buf bytes = {0};
        struct made made;
        add_model(&bytes, &too_much[i], 1);
        make(&made, DOCUMENT_ACTIVITIES, bytes.data, "a0", ON_PAGES);
        check_pages(&made.document.pages, 2);
        char *text = text_of(&made);
        assert_says(text, "…");
        assert_says(text, "Shortened to fit its pages");
        assert_says(text, "field approval-A-forum"); /* the box is always there */
        free(text);
        release(&made);
        buf_release(&bytes);
    }
}

/* In one document each begins on a page of its own and keeps to two. */
static void test_activities_fit(void **state)
{
    enum { ACTIVITIES = 5 };
    (void)state;
    struct buf bytes = {0};
    struct made made;
    add_model(&bytes, &(struct much){12, 30, "skolevejene", "Sikker"}, ACTIVITIES);
    make(&made, DOCUMENT_ACTIVITIES, bytes.data, NULL, ON_PAGES);
    const struct pages *pages = &made.document.pages;
    size_t begun[ACTIVITIES + 1], count = 0;
    for (size_t i = 0; i < pages->outline_count && count < ACTIVITIES; i++)
        begun[count++] = pages->outline[i].page;
    begun[count] = pages->page_count;
    assert_int_equal(count, ACTIVITIES);
    for (size_t i = 0; i < count; i++) {
        assert_true(begun[i + 1] > begun[i]);
        assert_true(begun[i + 1] - begun[i] <= 2);
    }
    release(&made);
    buf_release(&bytes);
}

static void test_charter_fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof too_much / sizeof *too_much; i++) {
        struct buf bytes = {0};
        struct made made;
        add_model(&bytes, &too_much[i], 2);
        make(&made, DOCUMENT_CHARTER, bytes.data, NULL, ON_PAGES);
        check_pages(&made.document.pages, 2);
        char *text = text_of(&made);
        assert_says(text, "Shortened to fit its pages");
        assert_says(text, "field charter-decision");
        free(text);
        release(&made);
        buf_release(&bytes);
    }
}

/* Without pages nothing is left out, however much it is. */
static void test_whole_without_pages(void **state)
{
    (void)state;
    struct buf bytes = {0};
    struct made made;
    add_model(&bytes, &too_much[0], 1);
    make(&made, DOCUMENT_ACTIVITIES, bytes.data, NULL, WITHOUT_PAGES);
    char *text = text_of(&made);
    assert_silent(text, "…");
    assert_silent(text, "Shortened");
    assert_silent(text, "more, see the plan");
    free(text);
    release(&made);
    buf_release(&bytes);
}

/* --- the charter ------------------------------------------------------------------------------- */

static void test_charter_says_everything(void **state)
{
    static const char *const parts[] = {
        "{da}Sundhed tæt på i Åhusene",
        "Project charter",
        "Approved 12 May 2026 · version 2",
        "Owner: {da}Eksempel Kommune",
        "Period: August 2026 – 2030",
        "{da}Bakken (for comparison)",
        "{da}Voksne beboere",
        "{da}Flere i Åhusene har et godt helbred",
        "Vision: {da}Et kvarter, hvor naboer kender hinanden.",
        "{da}Mellemlang sigt\n{da}Flere beboere, der bor alene, har nogen at spise med",
        "Effect goals\n{da}Flere er en del af et fællesskab",
        "{da}Aftener holdt\n20\xC2\xA0"
        "aftener\nJune 2027\nA\n",
        "{da}Årlig opfølgning\nevery year\nFebruary 2027\nthe evaluation\n",
        "A  {da}Fællesspisning hver anden torsdag\nrunning\nSeptember 2026 – June 2029\n"
        "{da}Projektleder\n{da}Sundhedshusets medarbejdere\n",
        "Measurement: {da}Første runde",
        "2028: {da}Andel, der ofte er alene",
        "{da}Styregruppe\ndecides on direction and resources",
        "{da}Projektleder\nleads from day to day\n{da}Samler trådene og indkalder.\n1 person\n",
        "240.5 hours in 2026\n",
        "{da}Beboerhuset opleves som trygt.",
        "{da}Værterne falder fra.",
        "{da}Ét kvarter kan ikke vise, om det samme ville ske andre steder.",
        "field charter-decision",
    };
    (void)state;
    struct made made;
    char *bytes;
    make(&made, DOCUMENT_CHARTER, read_whole(&bytes, everything), NULL, WITHOUT_PAGES);
    char *text = text_of(&made);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_says(text, parts[i]);
    assert_silent(text, "De fleste kan gå derhen"); /* neither critical nor a risk */
    free(text);
    release(&made);
    free(bytes);
}

static void test_charter_asks(void **state)
{
    static const char *const parts[] = {
        "Owner: ? Who owns it?",
        "Period: ? From when, and until when?",
        "Where: ? No place yet",
        "For: ? No target group yet",
        "? No purpose yet",
        "? No effects yet",
        "? No deliverables yet",
        "? No activities yet",
        "? Who decides? Name a steering group or a committee.",
        "? Who leads from day to day?",
        "? What does it take",
        "? What has to hold",
        "? What lies outside it",
        "field charter-decision",
    };
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_CHARTER, "", NULL, ON_PAGES);
    char *text = text_of(&made);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_says(text, parts[i]);
    assert_true(made.document.pages.page_count <= 2);
    free(text);
    release(&made);
}

/* Resources are added up by kind and year, whoever's they are. */
static void test_charter_resources(void **state)
{
    (void)state;
    struct made made;
    make_from(&made, DOCUMENT_CHARTER,
              "<resource kind='money' amount='40000' year='2027'/>"
              "<resource kind='money' amount='10000' year='2026'/>"
              "<resource kind='premises'/>"
              "<activity id='a'><title>Gåbus</title>"
              "<resource kind='money' amount='2500' year='2027'/>"
              "<resource kind='hours' amount='12.5' year='2026'/></activity>",
              NULL, WITHOUT_PAGES);
    char *text = text_of(&made);
    assert_says(text, "hours\n12.5\n–\n12.5\n");
    assert_says(text, "Danish kroner\n10,000\n42,500\n52,500\n");
    assert_says(text, "1 more is named without a figure.");
    free(text);
    release(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_activity_says_everything),
        cmocka_unit_test(test_activity_asks),
        cmocka_unit_test(test_activity_asks_what_fits),
        cmocka_unit_test(test_activity_stopped),
        cmocka_unit_test(test_activity_figure),
        cmocka_unit_test(test_activity_shared_goal),
        cmocka_unit_test(test_activity_questions),
        cmocka_unit_test(test_activity_arabic),
        cmocka_unit_test(test_list_of_activities),
        cmocka_unit_test(test_second_page_is_saved),
        cmocka_unit_test(test_no_activities),
        cmocka_unit_test(test_activity_fits),
        cmocka_unit_test(test_activities_fit),
        cmocka_unit_test(test_charter_fits),
        cmocka_unit_test(test_whole_without_pages),
        cmocka_unit_test(test_charter_says_everything),
        cmocka_unit_test(test_charter_asks),
        cmocka_unit_test(test_charter_resources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
