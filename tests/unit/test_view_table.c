/* Tests of the views that are no flow: goals and indicators, who delivers what to whom, and
 * the programme theory as a table. */
#include "base/datadir.h"
#include "base/diag.h"
#include "base/language.h"
#include "base/style.h"
#include "figure/view.h"
#include "figure/view_parts.h"
#include "model/dose.h"
#include "model/model.h"
#include "text/text.h"

#include "figure_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What all tests share, opened once. */
struct world {
    struct diag_sink sink;
    struct style style;
    struct language *languages[LANGUAGE_COUNT];
};

static int open_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    diag_sink_init(&world->sink, false);
    char *data = datadir_find(), *folder = datadir_join(data, "lang");
    if (style_load(&world->style, NULL, TEST_SOURCE_DIR, &world->sink))
        return -1;
    for (int code = 0; code < LANGUAGE_COUNT; code++)
        world->languages[code] = language_open((enum language_code)code, folder);
    free(folder);
    free(data);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    struct world *world = *state;
    for (int code = 0; code < LANGUAGE_COUNT; code++)
        language_free(world->languages[code]);
    style_release(&world->style);
    diag_sink_release(&world->sink);
    free(world);
    return 0;
}

/* --- drawing -------------------------------------------------------------- */

struct drawn {
    struct model model;
    struct diag_sink sink;
    struct figure_pages pages;
};

#define PROGRAMME "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"
#define TITLE(text) "<title>" text "</title>"

/* Draws over pages of `height` points; 0: on one page. */
static void draw_pages(struct world *world, struct drawn *drawn, enum view_kind kind, double width,
                       double height)
{
    struct view_options options = {.kind = kind, .width = width, .height = height, .title = true};
    const struct language *english = world->languages[LANGUAGE_ENGLISH];
    if (height > 0) {
        view_draw_pages(&drawn->pages, &drawn->model, &world->style, text_fixed_metrics(), english,
                        &options);
        return;
    }
    view_draw(figure_pages_add(&drawn->pages), &drawn->model, &world->style, text_fixed_metrics(),
              english, &options);
}

static void read_xml(struct drawn *drawn, const char *xml)
{
    *drawn = (struct drawn){0};
    diag_sink_init(&drawn->sink, false);
    assert_int_equal(model_read_bytes(&drawn->model, "test.xml", xml, strlen(xml), &drawn->sink),
                     0);
}

static void read_example(struct drawn *drawn, const char *name)
{
    char path[1000];
    *drawn = (struct drawn){0};
    diag_sink_init(&drawn->sink, false);
    snprintf(path, sizeof path, "%s/%s.xml", TEST_SOURCE_DIR, name);
    assert_int_equal(model_read(&drawn->model, path, &drawn->sink), 0);
}

static void release(struct drawn *drawn)
{
    figure_pages_release(&drawn->pages);
    model_release(&drawn->model);
    diag_sink_release(&drawn->sink);
}

static void assert_sound(const struct figure *figure, enum figure_form form)
{
    struct figure_faults faults;
    figure_check(&faults, figure, form);
    if (faults.count)
        print_error("%s: %s", figure->title, faults.words.data);
    assert_int_equal(faults.count, 0);
    figure_faults_release(&faults);
}

static size_t count_boxes(const struct figure *figure, const char *role, const char *id)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        count += !strcmp(box->role, role) && (!id || (box->id && !strcmp(box->id, id)));
    }
    return count;
}

/* The texts of a figure, a line each, with the texts of one line of a box on one. */
static char *all_texts(const struct figure *figure)
{
    struct buf out = {0};
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        bool same = i && text[-1].box == text->box;
        buf_addf(&out, "%s%s", i ? same ? " " : "\n" : "", text->text);
    }
    return out.data;
}

static void assert_says(const struct figure *figure, const char *text, bool says)
{
    char *all = all_texts(figure);
    if (!strstr(all, text) == says)
        fail_msg("%s \"%s\":\n%s", says ? "does not say" : "says", text, all);
    free(all);
}

static const char *const examples[] = {
    "examples/aarhus",
    "examples/boerneliv",
    "examples/foerste-udkast",
    "examples/forbillede",
    "examples/gladsaxe",
    "examples/halsnaes",
    "examples/havndal",
    "examples/kommunens-maal",
    "examples/silkeborg",
    "examples/viborg",
    "tests/cases/reader/everything",
};
enum { EXAMPLES = sizeof examples / sizeof *examples };

/* --- the tree ------------------------------------------------------------- */

static void test_tree_holds_everything_once(void **state)
{
    struct drawn drawn;
    read_example(&drawn, "examples/gladsaxe");
    draw_pages(*state, &drawn, VIEW_TREE, 780, 0);
    const struct figure *figure = drawn.pages.pages;
    const struct model *model = &drawn.model;
    for (size_t i = 0; i < model->goals.count; i++)
        assert_int_equal(count_boxes(figure, "goal", model->goals.items[i]->id), 1);
    for (size_t i = 0; i < model->themes.count; i++)
        assert_int_equal(count_boxes(figure, "theme", model->themes.items[i]->id), 1);
    char *all = all_texts(figure);
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct model_node *indicator = model->indicators.items[i];
        if (indicator->parent->kind != MODEL_THEME)
            continue;
        char number[8];
        snprintf(number, sizeof number, " %.3s", indicator->title); /* "1. " */
        const char *found = strstr(all, number);
        assert_non_null(found ? found : strstr(all, number + 1));
        assert_non_null(strstr(figure->description, indicator->title));
    }
    free(all);
    assert_int_equal(count_boxes(figure, "missing", NULL), 1);
    assert_says(figure, "no indicator yet", true);
    assert_string_equal(figure->alternative, "The figure shows 3 goals with 9 themes and 19 "
                                             "indicators, as a tree. 1 theme has no indicator "
                                             "yet.");
    assert_sound(figure, FIGURE_COLUMNS);
    release(&drawn);
}

static void test_tree_of_included_goals(void **state)
{
    struct drawn drawn;
    read_example(&drawn, "examples/forbillede");
    draw_pages(*state, &drawn, VIEW_TREE, 780, 0);
    const struct figure *figure = drawn.pages.pages;
    assert_int_equal(count_boxes(figure, "goal", NULL), 2);
    assert_int_equal(count_boxes(figure, "theme", "maal:sundhed"), 1);
    assert_int_equal(count_boxes(figure, "indicator", "maal:ensomhed"), 1);
    assert_says(figure, "Flere ældre beboere kender deres naboer", true);
    assert_says(figure, "key indicator, proportion", true);
    release(&drawn);
}

/* Effects take the place of goals: each goal is joined to what leads to it by any way. */
/* What stands between goals and indicators has no column where there is nothing. */
static void test_tree_without_middle(void **state)
{
    struct drawn drawn;
    read_example(&drawn, "examples/havndal");
    draw_pages(*state, &drawn, VIEW_TREE, 780, 0);
    assert_says(drawn.pages.pages, "Effects", false);
    assert_says(drawn.pages.pages, "Indicators", true);
    assert_sound(drawn.pages.pages, FIGURE_COLUMNS);
    release(&drawn);
}

static void test_tree_without_goals(void **state)
{
    struct drawn drawn;
    read_xml(
        &drawn,
        PROGRAMME TITLE("Uden mål") "<effect id='a' kind='sub-goal'>" TITLE(
            "Del") "<leads-to ref='b'/></effect>"
                   "<effect id='b'>" TITLE(
                       "Imellem") "<leads-to ref='c'/></effect>"
                                  "<effect id='c' kind='goal'>" TITLE("Mål") "<indicator id='i' role='outcome' type='count'>" TITLE(
                                      "Antal") "</indicator>"
                                               "<leads-to ref='b'/></effect></programme>");
    draw_pages(*state, &drawn, VIEW_TREE, 780, 0);
    const struct figure *figure = drawn.pages.pages;
    assert_int_equal(count_boxes(figure, "goal", "c"), 1);
    assert_int_equal(count_boxes(figure, "sub-goal", "a"), 1);
    assert_int_equal(count_boxes(figure, "effect", NULL), 0);
    size_t joined = 0;
    for (size_t i = 0; i < figure->curve_count; i++)
        joined += figure->curves[i].from_box && figure->curves[i].to_box;
    assert_int_equal(joined, 3);
    assert_says(figure, "No goals with themes yet", true);
    release(&drawn);
}

/* --- delivery ------------------------------------------------------------- */

static const char delivered[] = PROGRAMME TITLE("Spis sammen") "<role id='kok' kind='staff'>" TITLE(
    "Kokken") "</role>"
              "<role id='leder' kind='project-leader'>" TITLE(
                  "Projektleder") "</role>"
                                  "<target-group id='alene' size='40'>" TITLE(
                                      "Dem, der bor alene") "</target-group>"
                                                            "<activity id='mad' for='alene'>" TITLE(
                                                                "Madhold") "<component id='kursus' by='kok' mode='course' sessions='10' minutes='90' weeks='12' "
                                                                           "reach='1200'>" TITLE(
                                                                               "Kursus") "</component>"
                                                                                         "<component id='hjem' by='kok'>" TITLE(
                                                                                             "Hjem igen") "</component></activity>"
                                                                                                          "<activity id='tur'>" TITLE(
                                                                                                              "Gåtur") "</activity>"
                                                                                                                       "<activity id='slut' status='stopped'>" TITLE(
                                                                                                                           "Stoppet") "</activity></programme>";

static void test_delivery(void **state)
{
    struct drawn drawn;
    read_xml(&drawn, delivered);
    draw_pages(*state, &drawn, VIEW_DELIVERY, 780, 0);
    const struct figure *figure = drawn.pages.pages;
    assert_int_equal(count_boxes(figure, "role", NULL),
                     1); /* shared; the leader delivers nothing */
    assert_int_equal(count_boxes(figure, "target-group", "alene"), 1);
    assert_int_equal(count_boxes(figure, "component", NULL), 2);
    assert_int_equal(count_boxes(figure, "activity", NULL), 2);
    assert_says(figure, "10 sessions of 90 minutes each over 12 weeks planned: 1,200 persons",
                true);
    assert_says(figure, "Hjem igen For how many?", true);
    assert_says(figure, "Not described yet: who does what", true);
    char *all = all_texts(figure);
    const char *stopped = strstr(all, "Stoppet");
    assert_non_null(stopped);
    assert_null(strchr(stopped, '?')); /* nothing is asked of what has stopped */
    free(all);
    assert_sound(figure, FIGURE_COLUMNS);
    release(&drawn);
}

static void test_dose(void **state)
{
    static const struct {
        struct component component;
        const char *english, *danish;
    } doses[] = {
        {{.sessions = {10, true, 0}, .minutes = {90, true, 0}, .weeks = {12, true, 0}},
         "10 sessions of 90 minutes each over 12 weeks",
         "10 gange à 90 minutter over 12 uger"},
        {{.sessions = {1, true, 0}}, "1 session", "1 gang"},
        {{.minutes = {45, true, 0}, .weeks = {1, true, 0}},
         "45 minutes each time over 1 week",
         "45 minutter hver gang over 1 uge"},
        {{.weeks = {2.5, true, 1}}, "over 2.5 weeks", "over 2,5 uger"},
        {{.reach = {3, true, 0}}, "", ""},
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof doses / sizeof *doses; i++)
        for (int code = 0; code < LANGUAGE_COUNT; code++) {
            struct buf text;
            buf_init(&text, 0);
            dose_add(&text, &doses[i].component, world->languages[code]);
            assert_string_equal(text.data,
                                code == LANGUAGE_DANISH ? doses[i].danish : doses[i].english);
            buf_release(&text);
        }
}

/* --- the table ------------------------------------------------------------ */

/* True if a way leads from an activity or effect to `effect`; `seen` per effect. */
static bool leads(const struct model_node *from, const struct effect *effect, bool *seen)
{
    const struct model_list *links = model_links_from(from);
    for (size_t i = 0; i < links->count; i++) {
        const struct effect *to = model_effect(model_link(links->items[i])->to.node);
        if (to == effect)
            return true;
        if (seen[to->position])
            continue;
        seen[to->position] = true;
        if (leads(&to->node, effect, seen))
            return true;
    }
    return false;
}

static bool reaches(const struct model *model, const struct activity *activity,
                    const struct effect *effect)
{
    bool *seen = calloc(model->effects.count + 1, sizeof *seen);
    bool found = leads(&activity->node, effect, seen);
    free(seen);
    return found;
}

static bool holds(const struct figure_box *outer, const struct figure_box *inner)
{
    return inner->x >= outer->x && inner->x + inner->width <= outer->x + outer->width &&
           inner->y >= outer->y && inner->y + inner->height <= outer->y + outer->height;
}

/* The letters behind a text; NULL: none. Every text stands on one line here. */
static const char *letters_behind(const struct figure *figure, const struct figure_text *text)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *letters = &figure->texts[i];
        if (!letters->box || !text->box || fabs(letters->y - text->y) > 4 || letters->x < text->x)
            continue;
        const struct figure_box *box = &figure->boxes[letters->box - 1];
        if (!strcmp(box->role, "chip") && holds(&figure->boxes[text->box - 1], box))
            return letters->text;
    }
    return NULL;
}

/* True if the activity at a position is among "A C–E". */
static bool among(const char *letters, uint32_t position)
{
    char name = (char)('A' + position);
    for (const char *at = letters; *at; at++) {
        if (*at == name)
            return true;
        if (*at >= 'A' && *at <= 'Z' && !strncmp(at + 1, "–", strlen("–")) && *at < name &&
            name < at[1 + strlen("–")])
            return true;
    }
    return false;
}

static bool beside(const struct figure_box *row, const struct figure_box *cell)
{
    return row->y < cell->y + cell->height - 0.01 && cell->y < row->y + row->height - 0.01;
}

/* Every activity beside the cell of an effect leads there as letters, or their lack, say; and
 * none that does is left out. */
static void check_effect(const struct model *model, const struct figure *figure,
                         const struct effect *effect)
{
    size_t length = strlen(effect->node.title), found = 0;
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        if (strncmp(text->text, effect->node.title, length) != 0 || !text->box)
            continue;
        const struct figure_box *cell = &figure->boxes[text->box - 1];
        const char *letters = letters_behind(figure, text);
        bool any = false;
        for (size_t a = 0; a < model->activities.count; a++)
            any |= reaches(model, model_activity(model->activities.items[a]), effect);
        for (size_t r = 0; r < figure->box_count; r++) {
            const struct figure_box *row = &figure->boxes[r];
            if (strcmp(row->role, "activity") != 0)
                continue;
            const struct activity *activity = model_activity(model_find(model, row->id));
            bool claimed =
                any && beside(row, cell) && (!letters || among(letters, activity->position));
            if (claimed != reaches(model, activity, effect))
                fail_msg("%s: %s (%s)", effect->node.title, activity->node.title,
                         letters ? letters : "all");
        }
        found++;
    }
    assert_int_equal(found, 1);
}

static void test_cells_claim_what_is_true(void **state)
{
    for (size_t i = 0; i < EXAMPLES; i++) {
        struct drawn drawn;
        read_example(&drawn, examples[i]);
        draw_pages(*state, &drawn, VIEW_TABLE, 6000, 0);
        for (size_t e = 0; e < drawn.model.effects.count; e++)
            check_effect(&drawn.model, drawn.pages.pages,
                         model_effect(drawn.model.effects.items[e]));
        release(&drawn);
    }
}

/* Silkeborg's five activities share everything: one cell beside them all, and the goal dark. */
/* An unintended effect stands in the last cell, and no activity is said to lead there. */
static void test_table_of_what_is_not_linked(void **state)
{
    struct drawn drawn;
    read_example(&drawn, "examples/viborg");
    draw_pages(*state, &drawn, VIEW_TABLE, 780, 0);
    assert_says(drawn.pages.pages, "Not linked to any activity:\n", false);
    assert_says(drawn.pages.pages, "Not linked to any activity: • Sundhedscentrets budget", true);
    release(&drawn);
}

static void test_shared_cells(void **state)
{
    struct drawn drawn;
    read_example(&drawn, "examples/silkeborg");
    draw_pages(*state, &drawn, VIEW_TABLE, 780, 0);
    const struct figure *figure = drawn.pages.pages;
    assert_int_equal(count_boxes(figure, "activity", NULL), 5);
    assert_int_equal(count_boxes(figure, "effects", NULL), 1);
    assert_int_equal(count_boxes(figure, "goal", "mestring"), 1);
    assert_int_equal(count_boxes(figure, "chip", NULL), 0);
    for (size_t i = 0; i < figure->box_count; i++)
        if (!strcmp(figure->boxes[i].role, "goal"))
            assert_int_equal(figure->boxes[i].fill, STYLE_HEADING);
    assert_says(figure, "No sign yet: how will you see after a year that it works?", true);
    release(&drawn);
}

static void test_tables_are_sound(void **state)
{
    for (size_t i = 0; i < EXAMPLES; i++)
        for (double height = 0; height < 600; height += 150) {
            struct drawn drawn;
            read_example(&drawn, examples[i]);
            draw_pages(*state, &drawn, VIEW_TABLE, 780, height);
            for (size_t p = 0; p < drawn.pages.count; p++)
                assert_sound(&drawn.pages.pages[p], FIGURE_TABLE);
            release(&drawn);
        }
}

static void test_pages_hold_each_row_once(void **state)
{
    struct drawn drawn;
    read_example(&drawn, "examples/silkeborg");
    draw_pages(*state, &drawn, VIEW_TABLE, 780, 250);
    assert_true(drawn.pages.count > 1);
    for (size_t a = 0; a < drawn.model.activities.count; a++) {
        size_t found = 0;
        for (size_t p = 0; p < drawn.pages.count; p++)
            found +=
                count_boxes(&drawn.pages.pages[p], "activity", drawn.model.activities.items[a]->id);
        assert_int_equal(found, 1);
    }
    for (size_t p = 0; p < drawn.pages.count; p++) {
        const struct figure *page = &drawn.pages.pages[p];
        assert_says(page, "Activity", true); /* the headings */
        assert_says(page, "Familier i udsatte positioner mestrer", true);
        assert_says(page, "continued", p > 0);
        assert_true(page->height <= 250 || count_boxes(page, "activity", NULL) == 1);
    }
    release(&drawn);
}

/* Many activities and effects, each way through one effect, and circles: letters are drawn
 * together or counted, and what stands on the page before is not written again and again. */
static void test_large_table(void **state)
{
    enum { ACTIVITIES = 400, EFFECTS = 300 };
    struct buf xml = {0};
    buf_add_string(&xml, PROGRAMME TITLE("Stort"));
    for (int i = 0; i < ACTIVITIES; i++)
        buf_addf(&xml,
                 "<activity id='a%d'>" TITLE("Aktivitet %d") "<leads-to ref='e0'/>%s</activity>", i,
                 i, i % 2 ? "<leads-to ref='skjult'/>" : "");
    for (int i = 0; i < EFFECTS; i++)
        buf_addf(&xml, "<effect id='e%d'>" TITLE("Virkning %d") "<leads-to ref='e%d'/></effect>", i,
                 i, (i + 1) % EFFECTS);
    buf_add_string(&xml, "<effect id='skjult'>" TITLE("Hver anden") "</effect></programme>");
    struct drawn drawn;
    read_xml(&drawn, xml.data);
    draw_pages(*state, &drawn, VIEW_TABLE, 780, 500);
    size_t rows = 0;
    for (size_t p = 0; p < drawn.pages.count; p++)
        rows += count_boxes(&drawn.pages.pages[p], "activity", NULL);
    assert_int_equal(rows, ACTIVITIES);
    assert_true(drawn.pages.count < 40);
    assert_says(&drawn.pages.pages[1], "200 of 400 activities lead here", true);
    assert_says(&drawn.pages.pages[2], "The same effects as on the pages before.", true);
    release(&drawn);
    buf_release(&xml);
}

/* --- nothing, and too much ------------------------------------------------ */

static const enum view_kind kinds[] = {VIEW_TREE, VIEW_DELIVERY, VIEW_TABLE};
enum { KINDS = sizeof kinds / sizeof *kinds };

static void test_empty_programme(void **state)
{
    static const char *const say[KINDS] = {"No goals with themes yet", "No activities yet",
                                           "No activities yet: what will you do?"};
    for (size_t k = 0; k < KINDS; k++) {
        struct drawn drawn;
        read_xml(&drawn, PROGRAMME TITLE("Tomt") "</programme>");
        draw_pages(*state, &drawn, kinds[k], 780, 0);
        assert_says(drawn.pages.pages, say[k], true);
        assert_non_null(drawn.pages.pages->alternative);
        assert_sound(drawn.pages.pages, kinds[k] == VIEW_TABLE ? FIGURE_TABLE : FIGURE_COLUMNS);
        release(&drawn);
    }
}

static void test_long_titles(void **state)
{
    struct buf xml = {0};
    char title[201];
    memset(title, 'x', 200);
    title[200] = '\0';
    buf_addf(&xml,
             PROGRAMME "<title>%s</title><role id='r' kind='staff'><title>%s</title></role>"
                       "<target-group id='g'><title>%s</title></target-group>"
                       "<activity id='a' for='g'><title>%s</title>"
                       "<component id='k' by='r'><title>%s</title></component>"
                       "<leads-to ref='e'/></activity>"
                       "<activity id='b'><title>B</title></activity>"
                       "<effect id='e' contributes-to='m'><title>%s</title></effect>"
                       "<goal id='m'><title>%s</title><theme id='t'><title>%s</title>"
                       "<indicator id='i' role='outcome' type='count'><title>%s</title></indicator>"
                       "</theme></goal></programme>",
             title, title, title, title, title, title, title, title, title);
    for (size_t k = 0; k < KINDS; k++) {
        struct drawn drawn;
        read_xml(&drawn, xml.data);
        draw_pages(*state, &drawn, kinds[k], 780, 0);
        assert_sound(drawn.pages.pages, kinds[k] == VIEW_TABLE ? FIGURE_TABLE : FIGURE_COLUMNS);
        release(&drawn);
    }
    buf_release(&xml);
}

static void test_downwards(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < EXAMPLES; i++)
        for (size_t k = 0; k < KINDS; k++) {
            struct drawn drawn;
            read_example(&drawn, examples[i]);
            struct view_options options = {.kind = kinds[k], .direction = LAYOUT_DOWN};
            view_draw(figure_pages_add(&drawn.pages), &drawn.model, &world->style,
                      text_fixed_metrics(), world->languages[LANGUAGE_DANISH], &options);
            assert_sound(drawn.pages.pages, kinds[k] == VIEW_TABLE ? FIGURE_TABLE : FIGURE_ROWS);
            release(&drawn);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tree_holds_everything_once),
        cmocka_unit_test(test_tree_of_included_goals),
        cmocka_unit_test(test_tree_without_middle),
        cmocka_unit_test(test_tree_without_goals),
        cmocka_unit_test(test_delivery),
        cmocka_unit_test(test_dose),
        cmocka_unit_test(test_cells_claim_what_is_true),
        cmocka_unit_test(test_table_of_what_is_not_linked),
        cmocka_unit_test(test_shared_cells),
        cmocka_unit_test(test_tables_are_sound),
        cmocka_unit_test(test_pages_hold_each_row_once),
        cmocka_unit_test(test_large_table),
        cmocka_unit_test(test_empty_programme),
        cmocka_unit_test(test_long_titles),
        cmocka_unit_test(test_downwards),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
