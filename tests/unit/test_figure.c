/* Tests of the room figure: generated and hostile models and graphs, each checked by
 * figure_check(), and what the parts promise. */
#include "base/diag.h"
#include "base/language.h"
#include "base/style.h"
#include "figure/figure.h"
#include "figure/graph.h"
#include "figure/layout.h"
#include "figure/layout_graphviz.h"
#include "figure/layout_order.h"
#include "figure/net.h"
#include "figure/view.h"
#include "model/model.h"
#include "text/fonts.h"
#include "text/text.h"

#include "figure_check.h"
#include "figure_models.h"

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
    struct fonts *fonts;
    struct language *english;
};

static int open_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    diag_sink_init(&world->sink, false);
    if (style_load(&world->style, NULL, TEST_SOURCE_DIR, &world->sink))
        return -1;
    world->fonts = fonts_open(&world->style, &world->sink);
    world->english = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    *state = world;
    return world->fonts ? 0 : -1;
}

static int close_world(void **state)
{
    struct world *world = *state;
    fonts_free(world->fonts);
    style_release(&world->style);
    language_free(world->english);
    diag_sink_release(&world->sink);
    free(world);
    return 0;
}

static void assert_sound(const struct figure *figure)
{
    struct buf complaints;
    buf_init(&complaints, 0);
    size_t count = figure_check(figure, &complaints);
    if (count)
        print_error("%s", complaints.data);
    buf_release(&complaints);
    assert_int_equal(count, 0);
}

/* --- models --------------------------------------------------------------- */

/* Reads `xml` into `model`; the test fails where it has errors. */
static void read_model(struct model *model, const char *xml, struct diag_sink *sink)
{
    diag_sink_init(sink, false);
    assert_int_equal(model_read_bytes(model, "test.xml", xml, strlen(xml), sink), 0);
}

static void draw(struct world *world, struct figure *figure, const struct model *model,
                 bool real_fonts, const struct view_options *options)
{
    const struct text_metrics *metrics =
        real_fonts ? fonts_metrics(world->fonts) : text_fixed_metrics();
    view_draw(figure, model, &world->style, metrics, world->english, options);
}

/* Draws a model with both metrics, with and without title and signs, and checks all. */
static void assert_draws_well(struct world *world, const char *xml)
{
    struct model model;
    struct diag_sink sink;
    read_model(&model, xml, &sink);
    for (int variant = 0; variant < 4; variant++) {
        struct view_options options = {.title = variant & 1, .without_signs = variant & 1};
        struct figure figure;
        draw(world, &figure, &model, variant & 2, &options);
        assert_sound(&figure);
        figure_release(&figure);
    }
    model_release(&model);
    diag_sink_release(&sink);
}

#define PROGRAMME "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"

/* --- generated models ----------------------------------------------------- */

enum { GENERATED = 120 };

struct generated {
    char name[64];
    struct figure_model model;
    bool real_fonts;
};

/* The numbers of case `index`: from a handful of boxes to three hundred. */
static void describe_generated(struct generated *it, int index)
{
    int size = 1 + index * index / 600; /* 1 ... 24 */
    it->model = (struct figure_model){
        .seed = (uint32_t)index,
        .activities = 2 + size * 3 / 2,
        .horizons = index % 6,
        .effects = 2 + size * (index % 6 == 0 ? 4 : 2),
        .links = 1 + index % 4,
        .signs = index % 2 == 0,
        .same_percent = index % 5 * 8,
        .skip_percent = index % 7 * 5,
        .areas = index % 4 * 2,
    };
    it->real_fonts = index % 3 == 0;
    int horizons = it->model.horizons ? it->model.horizons : 1;
    int boxes = it->model.activities * (it->model.signs ? 2 : 1) + horizons * it->model.effects;
    snprintf(it->name, sizeof it->name, "generated_%03d_%d_boxes_%s", index, boxes,
             it->real_fonts ? "fonts" : "fixed");
}

static struct world *shared_world; /* of the group; the state of a generated case is its numbers */

static void generated_model_draws_well(void **state)
{
    const struct generated *it = *state;
    struct buf xml;
    buf_init(&xml, 0);
    figure_model_write(&xml, &it->model);
    struct model model;
    struct diag_sink sink;
    read_model(&model, xml.data, &sink);
    struct figure figure;
    draw(shared_world, &figure, &model, it->real_fonts, NULL);
    assert_sound(&figure);
    assert_non_null(figure.alternative);
    figure_release(&figure);
    model_release(&model);
    diag_sink_release(&sink);
    buf_release(&xml);
}

/* --- hostile models ------------------------------------------------------- */

static void a_word_of_300_letters(void **state)
{
    struct buf xml;
    buf_init(&xml, 0);
    buf_add_string(&xml, PROGRAMME "<title>t</title><activity id='a'><title>");
    for (int i = 0; i < 300; i++)
        buf_add_char(&xml, "abcdefghi"[i % 9]);
    buf_add_string(&xml, "</title><leads-to ref='e'/></activity><effect id='e'><title>");
    for (int i = 0; i < 100; i++)
        buf_add_string(&xml, "æøå");
    buf_add_string(&xml, "</title></effect></programme>");
    assert_draws_well(*state, xml.data);
    buf_release(&xml);
}

static void forty_arrows_into_one_box(void **state)
{
    struct buf xml;
    buf_init(&xml, 0);
    buf_add_string(&xml, PROGRAMME "<title>t</title>");
    for (int i = 0; i < 40; i++)
        buf_addf(&xml,
                 "<activity id='a%d'><title>Aktivitet %d</title><leads-to ref='e'/></activity>", i,
                 i);
    buf_add_string(&xml, "<effect id='e'><title>Alt</title></effect></programme>");
    assert_draws_well(*state, xml.data);
    buf_release(&xml);
}

static void an_empty_column(void **state)
{
    assert_draws_well(*state,
                      PROGRAMME "<title>t</title><horizon id='h1'><title>Snart</title></horizon>"
                                "<horizon id='h2'><title>Senere</title></horizon>"
                                "<horizon id='h3'><title>Sidst</title></horizon>"
                                "<activity id='a'><title>A</title><leads-to ref='e'/></activity>"
                                "<effect id='e' horizon='h3'><title>E</title></effect>"
                                "</programme>");
}

/* `origin`: of all links; NULL: mixed, so that there are no blocks. */
static void all_to_all(struct world *world, const char *origin)
{
    static const char *const origins[] = {"", "origin='source'", "origin='interpreted'"};
    struct buf xml;
    buf_init(&xml, 0);
    buf_add_string(&xml, PROGRAMME "<title>t</title>");
    for (int i = 0; i < 12; i++) {
        buf_addf(&xml, "<activity id='a%d'><title>Aktivitet %d</title>", i, i);
        for (int k = 0; k < 12; k++)
            buf_addf(&xml, "<leads-to ref='e%d' %s/>", k,
                     origin ? origin : origins[(i * 7 + k * k + i * k) % 3]);
        buf_add_string(&xml, "</activity>");
    }
    for (int k = 0; k < 12; k++)
        buf_addf(&xml, "<effect id='e%d'><title>Virkning %d</title></effect>", k, k);
    buf_add_string(&xml, "</programme>");
    assert_draws_well(world, xml.data);
    buf_release(&xml);
}

static void everything_linked_to_everything(void **state)
{
    all_to_all(*state, "");
}

static void everything_linked_to_everything_in_mixed_ways(void **state)
{
    all_to_all(*state, NULL);
}

static void one_activity_and_nothing_else(void **state)
{
    assert_draws_well(*state, PROGRAMME
                      "<title>t</title><activity id='a'><title>A</title></activity></programme>");
}

static void one_effect_and_nothing_else(void **state)
{
    assert_draws_well(*state, PROGRAMME
                      "<title>t</title><effect id='e'><title>E</title></effect></programme>");
}

static void an_empty_programme(void **state)
{
    assert_draws_well(*state, PROGRAMME "<title>t</title></programme>");
}

static void signs_and_nothing_else(void **state)
{
    assert_draws_well(*state, PROGRAMME
                      "<title>t</title><horizon id='h' holds='signs'><title>Tegn</title>"
                      "</horizon><activity id='a'><title>A</title></activity></programme>");
}

static void effects_without_horizon_beside_others(void **state)
{
    assert_draws_well(*state, PROGRAMME
                      "<title>t</title><horizon id='h'><title>Snart</title></horizon>"
                      "<activity id='a'><title>A</title><leads-to ref='e'/><leads-to ref='f'/>"
                      "</activity><effect id='e' horizon='h'><title>E</title><leads-to ref='g'/>"
                      "</effect><effect id='f'><title>F</title><leads-to ref='g'/></effect>"
                      "<effect id='g'><title>G</title></effect></programme>");
}

static void long_texts_everywhere(void **state)
{
    struct buf xml;
    buf_init(&xml, 0);
    buf_add_string(&xml, PROGRAMME "<title>");
    for (int i = 0; i < 60; i++)
        buf_add_string(&xml, "sundhedsfremmende ");
    buf_add_string(&xml, "</title><horizon id='h' holds='signs'><title>");
    for (int i = 0; i < 20; i++)
        buf_add_string(&xml, "kortsigtede ");
    buf_add_string(&xml, "</title></horizon><focus-area id='f'><title>");
    for (int i = 0; i < 100; i++)
        buf_add_string(&xml, "indsatsområder ");
    buf_add_string(&xml, "</title><activity id='a' status='waiting' until='2027'><title>");
    for (int i = 0; i < 120; i++)
        buf_add_string(&xml, "boligområde ");
    buf_add_string(&xml, "</title><awaits>");
    for (int i = 0; i < 50; i++)
        buf_add_string(&xml, "frivillige ");
    buf_add_string(&xml, "</awaits></activity></focus-area></programme>");
    assert_draws_well(*state, xml.data);
    buf_release(&xml);
}

/* --- the flow view -------------------------------------------------------- */

static const char small_xml[] =
    PROGRAMME "<title>Læselyst</title>"
              "<horizon id='hs' holds='signs'><title>Tegn</title></horizon>"
              "<horizon id='h1'><title>Snart</title></horizon>"
              "<activity id='a'><title>Læsevenner</title><indicator><title>Ti børn</title>"
              "</indicator><leads-to id='l1' ref='e' origin='source'>"
              "<mechanism>de øver sig</mechanism></leads-to></activity>"
              "<activity id='b' status='waiting' until='2018'><title>Bogbus</title>"
              "<awaits>en bus</awaits><leads-to id='l2' ref='f' origin='interpreted'/></activity>"
              "<effect id='e' horizon='h1' kind='sub-goal'><title>Børn læser</title></effect>"
              "<effect id='f' horizon='h1'><title>Bøger når ud</title></effect></programme>";

static const struct figure_text *find_text(const struct figure *figure, const char *text)
{
    for (size_t i = 0; i < figure->text_count; i++)
        if (!strcmp(figure->texts[i].text, text))
            return &figure->texts[i];
    return NULL;
}

static size_t count_boxes(const struct figure *figure, const char *role)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->box_count; i++)
        count += !strcmp(figure->boxes[i].role, role);
    return count;
}

static size_t count_curves(const struct figure *figure, const char *role)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->curve_count; i++)
        count += !strcmp(figure->curves[i].role, role);
    return count;
}

static void the_chain_is_shown(void **state)
{
    struct model model;
    struct diag_sink sink;
    struct figure figure;
    read_model(&model, small_xml, &sink);
    draw(*state, &figure, &model, false, NULL);
    assert_int_equal(count_boxes(&figure, "activity"), 2);
    assert_int_equal(count_boxes(&figure, "signs"), 2);
    assert_int_equal(count_boxes(&figure, "sub-goal"), 1);
    assert_int_equal(count_boxes(&figure, "effect"), 1);
    assert_int_equal(count_curves(&figure, "join"), 2);
    assert_int_equal(count_curves(&figure, "stated"), 1);
    assert_int_equal(count_curves(&figure, "interpreted"), 1);
    assert_non_null(find_text(&figure, "no sign yet"));
    const struct figure_text *letter = find_text(&figure, "B\xC2\xA0\xC2\xA0");
    assert_non_null(letter);
    assert_int_equal(letter->face, TEXT_SEMIBOLD);
    assert_string_equal(figure.boxes[letter->box - 1].title, "Activity B: Bogbus");
    assert_non_null(find_text(&figure, "waiting for en bus (until 2018)"));
    assert_non_null(find_text(&figure, "sub-goal"));
    assert_non_null(find_text(&figure, "signs"));
    assert_non_null(find_text(&figure, "the activity's signs"));
    assert_null(find_text(&figure, "Læselyst"));
    assert_string_equal(figure.lang, "da");
    assert_string_equal(figure.own_lang, "en");
    assert_string_equal(find_text(&figure, "sub-goal")->lang, "en");
    assert_null(find_text(&figure, "Børn læser")->lang);
    figure_release(&figure);
    model_release(&model);
    diag_sink_release(&sink);
}

static void the_words_say_the_same(void **state)
{
    struct model model;
    struct diag_sink sink;
    struct figure figure;
    read_model(&model, small_xml, &sink);
    draw(*state, &figure, &model, false, NULL);
    assert_string_equal(figure.title, "Programme theory: Læselyst");
    assert_string_equal(figure.alternative,
                        "The figure shows the way from 2 activities to 2 effects through 2 links. "
                        "1 link is our interpretation. 1 activity has no sign yet.");
    assert_string_equal(figure.description,
                        "Activities\n"
                        "A: Læsevenner. Signs: Ti børn. Leads to: Børn læser.\n"
                        "B: Bogbus. No sign yet. Leads to (our interpretation): Bøger når ud.\n"
                        "\n"
                        "Snart\n"
                        "Sub-goal: Børn læser.\n"
                        "Effect: Bøger når ud.");
    figure_release(&figure);
    model_release(&model);
    diag_sink_release(&sink);
}

static void one_activity_can_be_shown_alone(void **state)
{
    struct model model;
    struct diag_sink sink;
    struct figure figure;
    read_model(&model, small_xml, &sink);
    struct view_options options = {.focus = model_find(&model, "a")};
    draw(*state, &figure, &model, false, &options);
    assert_sound(&figure);
    assert_int_equal(count_boxes(&figure, "activity"), 1);
    assert_int_equal(count_boxes(&figure, "sub-goal"), 1);
    assert_int_equal(count_boxes(&figure, "effect"), 0);
    figure_release(&figure);
    model_release(&model);
    diag_sink_release(&sink);
}

/* --- graphs --------------------------------------------------------------- */

/* A graph of `columns` columns with `rows` nodes each, without links. */
static void make_grid(struct graph *graph, size_t columns, size_t rows)
{
    graph_start(graph);
    for (size_t c = 0; c < columns; c++)
        graph_add_column(graph, "Column", NULL);
    for (size_t c = 0; c < columns; c++)
        for (size_t r = 0; r < rows; r++) {
            size_t node = graph_add_node(
                graph, &(struct graph_node){.id = "node", .role = "effect", .column = c});
            graph_add_paragraph(graph, node, GRAPH_TITLE, "En virkning", NULL);
        }
}

static void join(struct graph *graph, size_t from, size_t to, const struct graph_stroke *stroke)
{
    graph_add_link(graph, &(struct graph_link){.from = from, .to = to, .stroke = stroke});
}

static void draw_graph(struct world *world, struct figure *figure, const struct graph *graph,
                       double width)
{
    figure_init(figure);
    layout_graph(figure, graph, text_fixed_metrics(), &world->style,
                 &(struct layout_options){.width = width, .height = 400});
}

static void circles_and_backward_links_are_counted(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 3, 2);
    graph.left_out_many = "{1} left out";
    join(&graph, 0, 2, &graph_stated);
    join(&graph, 2, 4, &graph_stated);
    join(&graph, 4, 0, &graph_stated);
    join(&graph, 1, 1, &graph_stated);
    join(&graph, 2, 3, &graph_stated);
    draw_graph(*state, &figure, &graph, 700);
    assert_sound(&figure);
    assert_int_equal(count_curves(&figure, "stated"), 2);
    assert_non_null(find_text(&figure, "3 left out"));
    figure_release(&figure);
    graph_release(&graph);
}

static void nodes_without_any_text(void **state)
{
    struct graph graph;
    struct figure figure;
    graph_start(&graph);
    graph_add_column(&graph, "A", NULL);
    graph_add_column(&graph, "B", NULL);
    for (size_t i = 0; i < 6; i++)
        graph_add_node(&graph, &(struct graph_node){.id = "x", .role = "effect", .column = i / 3});
    join(&graph, 0, 4, &graph_unstated);
    draw_graph(*state, &figure, &graph, 700);
    assert_sound(&figure);
    figure_release(&figure);
    graph_release(&graph);
}

static void far_too_little_width(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 6, 3);
    for (size_t i = 0; i < 12; i++)
        join(&graph, i, i + 6, &graph_stated);
    draw_graph(*state, &figure, &graph, 10);
    assert_sound(&figure);
    assert_true(figure.boxes[0].width >= 105);
    figure_release(&figure);
    graph_release(&graph);
}

static void no_columns_at_all(void **state)
{
    struct graph graph;
    struct figure figure;
    graph_start(&graph);
    draw_graph(*state, &figure, &graph, 700);
    assert_sound(&figure);
    figure_release(&figure);
    graph_release(&graph);
}

static void link_blocks(struct graph *graph, size_t rows, size_t sources, size_t targets,
                        const struct graph_stroke *stroke)
{
    for (size_t s = 0; s < sources; s++)
        for (size_t t = 0; t < targets; t++)
            join(graph, s, rows + t, stroke);
}

static void a_block_meets_in_a_hub(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 2, 5);
    link_blocks(&graph, 5, 4, 3, &graph_interpreted);
    join(&graph, 4, 5, &graph_stated);
    assert_int_equal(graph_gather_blocks(&graph, "all", NULL), 1);
    assert_int_equal(graph.link_count, 4 + 3 + 1);
    draw_graph(*state, &figure, &graph, 700);
    assert_sound(&figure);
    assert_int_equal(count_boxes(&figure, "hub"), 1);
    figure_release(&figure);
    graph_release(&graph);
}

static void small_or_mixed_blocks_stay(void **state)
{
    (void)state;
    struct graph graph;
    make_grid(&graph, 2, 4);
    link_blocks(&graph, 4, 2, 4, &graph_stated);
    assert_int_equal(graph_gather_blocks(&graph, "all", NULL), 0);
    assert_int_equal(graph.link_count, 8);
    graph_release(&graph);
    make_grid(&graph, 2, 3);
    link_blocks(&graph, 3, 3, 3, &graph_stated);
    graph.links[4].stroke = &graph_interpreted;
    assert_int_equal(graph_gather_blocks(&graph, "all", NULL), 0);
    assert_int_equal(graph.link_count, 9);
    graph_release(&graph);
}

/* --- order ---------------------------------------------------------------- */

static void crossings_are_counted(void **state)
{
    (void)state;
    struct graph graph;
    struct net net;
    make_grid(&graph, 2, 3);
    join(&graph, 0, 5, &graph_stated);
    join(&graph, 1, 4, &graph_stated);
    join(&graph, 2, 3, &graph_stated);
    join(&graph, 2, 3, &graph_stated);
    net_init(&net, &graph);
    assert_int_equal(net_crossings(&net), 5);
    layout_order_own(&net);
    assert_int_equal(net_crossings(&net), 0);
    net_release(&net);
    graph_release(&graph);
}

static void the_authors_order_stays_where_nothing_crosses(void **state)
{
    (void)state;
    struct graph graph;
    struct net net;
    make_grid(&graph, 3, 4);
    for (size_t i = 0; i < 8; i++)
        join(&graph, i, i + 4, &graph_stated);
    net_init(&net, &graph);
    layout_order(&net);
    for (uint32_t i = 0; i < net.vertex_count; i++)
        assert_int_equal(net.order[i], i);
    net_release(&net);
    graph_release(&graph);
}

/* The links of rows a and b of two columns of `rows` rows, crossing each other. */
static void cross(struct graph *graph, size_t rows, size_t a, size_t b)
{
    join(graph, a, rows + b, &graph_stated);
    join(graph, b, rows + a, &graph_stated);
}

/* Orders two columns whose right one stands still, as all of it is kept in order. */
static bool first_column_stays(struct graph *graph)
{
    struct net net;
    bool stays = true;
    graph->columns[0].in_order = true;
    net_init(&net, graph);
    layout_order(&net);
    for (uint32_t i = 0; i < net.layers[0].count; i++)
        stays = stays && net.order[i] == i;
    net_release(&net);
    return stays;
}

static void a_column_stays_in_order_unless_that_costs_much(void **state)
{
    (void)state;
    struct graph graph;
    make_grid(&graph, 3, 3);
    for (size_t i = 0; i < 3; i++)
        join(&graph, 3 + i, 6 + i, &graph_stated);
    cross(&graph, 3, 0, 2);
    assert_true(first_column_stays(&graph)); /* the effects turn instead */
    graph_release(&graph);
    make_grid(&graph, 2, 6);
    graph.columns[1].in_order = true;
    cross(&graph, 6, 0, 1);
    assert_true(first_column_stays(&graph)); /* one crossing is borne */
    cross(&graph, 6, 0, 5);
    cross(&graph, 6, 1, 4);
    cross(&graph, 6, 2, 3);
    assert_false(first_column_stays(&graph));
    graph_release(&graph);
}

static void an_empty_programme_says_so(void **state)
{
    static const char empty[] = "<programme xmlns='" MODEL_NAMESPACE
                                "' format='1' xml:lang='en'><title>New</title></programme>";
    struct model model;
    struct diag_sink sink;
    struct figure figure;
    read_model(&model, empty, &sink);
    draw(*state, &figure, &model, false, NULL);
    assert_sound(&figure);
    assert_int_equal(count_boxes(&figure, "missing"), 2);
    figure_release(&figure);
    model_release(&model);
    diag_sink_release(&sink);
}

static void links_that_skip_columns_get_lanes(void **state)
{
    struct graph graph;
    struct net net;
    struct figure figure;
    make_grid(&graph, 4, 3);
    join(&graph, 0, 9, &graph_stated);
    join(&graph, 1, 10, &graph_stated);
    net_init(&net, &graph);
    assert_int_equal(net.vertex_count, 12 + 4);
    assert_int_equal(net.edge_count, 6);
    net_release(&net);
    draw_graph(*state, &figure, &graph, 700);
    assert_sound(&figure);
    figure_release(&figure);
    graph_release(&graph);
}

static void graphviz_gives_an_order_of_the_same_boxes(void **state)
{
    (void)state;
    struct graph graph;
    struct net net;
    make_grid(&graph, 4, 9);
    for (size_t i = 0; i < 27; i++) {
        join(&graph, i, i / 9 * 9 + 9 + i * 5 % 9, &graph_stated);
        join(&graph, i, i / 9 * 9 + 9 + i * 7 % 9, &graph_stated);
    }
    net_init(&net, &graph);
    uint64_t before = net_crossings(&net);
    assert_true(layout_order_graphviz(&net));
    assert_true(net_crossings(&net) < before);
    bool met[36] = {false};
    for (uint32_t i = 0; i < net.vertex_count; i++) {
        assert_int_equal(net.vertices[net.order[i]].layer, i / 9);
        assert_false(met[net.order[i]]);
        met[net.order[i]] = true;
    }
    net_release(&net);
    graph_release(&graph);
}

/* --- figures -------------------------------------------------------------- */

static void bars_stay_within_their_boxes(void **state)
{
    (void)state;
    for (int bar = FIGURE_BAR_NONE; bar <= FIGURE_BAR_DOUBLE; bar++)
        for (double height = 1; height < 400; height *= 1.7) {
            struct figure_box box = {.x = 10, .y = 20, .width = 50, .height = height};
            box.bar = (enum figure_bar)bar;
            struct figure_rect parts[FIGURE_BAR_PARTS];
            size_t count = figure_bar_parts(&box, parts);
            assert_true(count <= FIGURE_BAR_PARTS);
            assert_int_equal(count == 0, bar == FIGURE_BAR_NONE);
            for (size_t i = 0; i < count; i++) {
                assert_true(parts[i].x >= 10 && parts[i].x + parts[i].width <= 14.001);
                assert_true(parts[i].y >= 20 && parts[i].y + parts[i].height <= 20.001 + height);
            }
        }
}

static void arrow_heads_point_along_the_curve(void **state)
{
    (void)state;
    struct figure figure;
    struct figure_point head[3];
    figure_init(&figure);
    figure_arrow_head(figure_add_line(&figure, 0, 5, 20, 5), head);
    assert_true(head[0].x == 20 && head[0].y == 5);
    assert_true(head[1].x == 15 && head[2].x == 15);
    assert_true(fabs(head[1].y + head[2].y - 10) < 1e-9 && head[1].y != 5);
    figure_arrow_head(figure_add_line(&figure, 3, 3, 3, 3), head); /* no direction at all */
    assert_true(head[0].x == 3 && head[1].x < 3);
    figure_release(&figure);
}

static void the_checker_sees_what_is_wrong(void **state)
{
    struct graph graph;
    struct figure figure;
    struct buf complaints;
    buf_init(&complaints, 0);
    make_grid(&graph, 3, 3);
    join(&graph, 0, 3, &graph_stated);
    draw_graph(*state, &figure, &graph, 700);
    assert_int_equal(figure_check(&figure, &complaints), 0);
    struct figure_box box = figure.boxes[0];
    figure.boxes[0].x += 3;
    assert_true(figure_check(&figure, &complaints) > 0);
    figure.boxes[0] = box;
    figure.boxes[0].y = figure.boxes[1].y;
    assert_true(figure_check(&figure, &complaints) > 0);
    figure.boxes[0] = box;
    figure.texts[figure.text_count - 1].x += 400;
    assert_true(figure_check(&figure, &complaints) > 0);
    figure.texts[figure.text_count - 1].x -= 400;
    figure.curves[figure.curve_count - 1].points[3].y += 500;
    assert_true(figure_check(&figure, &complaints) > 0);
    buf_release(&complaints);
    figure_release(&figure);
    graph_release(&graph);
}

/* --- all of them ---------------------------------------------------------- */

static int keep_world(void **state)
{
    int result = open_world(state);
    shared_world = *state;
    return result;
}

int main(void)
{
    static const struct CMUnitTest named[] = {
        cmocka_unit_test(a_word_of_300_letters),
        cmocka_unit_test(forty_arrows_into_one_box),
        cmocka_unit_test(an_empty_column),
        cmocka_unit_test(everything_linked_to_everything),
        cmocka_unit_test(everything_linked_to_everything_in_mixed_ways),
        cmocka_unit_test(one_activity_and_nothing_else),
        cmocka_unit_test(one_effect_and_nothing_else),
        cmocka_unit_test(an_empty_programme),
        cmocka_unit_test(signs_and_nothing_else),
        cmocka_unit_test(effects_without_horizon_beside_others),
        cmocka_unit_test(long_texts_everywhere),
        cmocka_unit_test(the_chain_is_shown),
        cmocka_unit_test(the_words_say_the_same),
        cmocka_unit_test(one_activity_can_be_shown_alone),
        cmocka_unit_test(circles_and_backward_links_are_counted),
        cmocka_unit_test(nodes_without_any_text),
        cmocka_unit_test(far_too_little_width),
        cmocka_unit_test(no_columns_at_all),
        cmocka_unit_test(a_block_meets_in_a_hub),
        cmocka_unit_test(small_or_mixed_blocks_stay),
        cmocka_unit_test(crossings_are_counted),
        cmocka_unit_test(the_authors_order_stays_where_nothing_crosses),
        cmocka_unit_test(a_column_stays_in_order_unless_that_costs_much),
        cmocka_unit_test(an_empty_programme_says_so),
        cmocka_unit_test(links_that_skip_columns_get_lanes),
        cmocka_unit_test(graphviz_gives_an_order_of_the_same_boxes),
        cmocka_unit_test(bars_stay_within_their_boxes),
        cmocka_unit_test(arrow_heads_point_along_the_curve),
        cmocka_unit_test(the_checker_sees_what_is_wrong),
    };
    enum { NAMED = sizeof named / sizeof *named };
    static struct generated generated[GENERATED];
    struct CMUnitTest tests[NAMED + GENERATED];
    memcpy(tests, named, sizeof named);
    for (int i = 0; i < GENERATED; i++) {
        describe_generated(&generated[i], i);
        tests[NAMED + i] = (struct CMUnitTest){.name = generated[i].name,
                                               .test_func = generated_model_draws_well,
                                               .initial_state = &generated[i]};
    }
    return cmocka_run_group_tests(tests, keep_world, close_world);
}
