/* Tests of the room figure: what its parts promise. test_diagrams.c draws models of every kind. */
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
    struct figure_faults faults;
    figure_check(&faults, figure, FIGURE_COLUMNS);
    if (faults.count)
        print_error("%s", faults.words.data);
    assert_int_equal(faults.count, 0);
    figure_faults_release(&faults);
}

/* The same of a graph that is only drawn: it may have links and no legend. */
static void assert_shaped(const struct figure *figure)
{
    struct figure_faults faults;
    figure_check(&faults, figure, FIGURE_COLUMNS);
    if (faults.count > faults.of[FAULT_UNTOLD])
        print_error("%s", faults.words.data);
    assert_int_equal(faults.count, faults.of[FAULT_UNTOLD]);
    figure_faults_release(&faults);
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

#define PROGRAMME "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"

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
    assert_shaped(&figure);
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
    assert_shaped(&figure);
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
    assert_shaped(&figure);
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
    assert_shaped(&figure);
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
    assert_shaped(&figure);
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
    assert_shaped(&figure);
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
    for (int bar = FIGURE_BAR_NONE; bar < FIGURE_BARS; bar++)
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

/* --- directions, groups, marks, emphasis ---------------------------------- */

static void assert_shaped_as(const struct figure *figure, enum figure_form form)
{
    struct figure_faults faults;
    figure_check(&faults, figure, form);
    size_t legend = faults.of[FAULT_UNTOLD] + faults.of[FAULT_IDLE];
    if (faults.count > legend)
        print_error("%s", faults.words.data);
    assert_int_equal(faults.count, legend);
    figure_faults_release(&faults);
}

static void draw_along(struct world *world, struct figure *figure, const struct graph *graph,
                       enum layout_direction direction)
{
    figure_init(figure);
    layout_graph(figure, graph, text_fixed_metrics(), &world->style,
                 &(struct layout_options){.width = 700, .height = 400, .direction = direction});
    assert_shaped_as(figure, direction == LAYOUT_DOWN ? FIGURE_ROWS : FIGURE_COLUMNS);
}

static void links_can_run_down(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 3, 4);
    for (size_t i = 0; i < 8; i++)
        join(&graph, i, i + 4, &graph_stated);
    join(&graph, 0, 11, &graph_stated);
    draw_along(*state, &figure, &graph, LAYOUT_DOWN);
    assert_true(figure.boxes[0].y == figure.boxes[3].y);
    assert_true(figure.boxes[0].height == figure.boxes[3].height);
    assert_true(figure.boxes[0].x + figure.boxes[0].width < figure.boxes[1].x);
    assert_true(figure.boxes[0].y + figure.boxes[0].height < figure.boxes[4].y);
    const struct figure_text *heading = find_text(&figure, "Column");
    assert_non_null(heading);
    assert_true(heading->x + heading->width < figure.boxes[0].x);
    figure_release(&figure);
    graph_release(&graph);
}

static void a_row_of_many_boxes_is_wider_than_wished(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 2, 12);
    draw_along(*state, &figure, &graph, LAYOUT_DOWN);
    assert_true(figure.width > 700);
    assert_true(figure.boxes[0].width >= 100);
    figure_release(&figure);
    graph_release(&graph);
}

/* Every other node of the first column is in a group. */
static void make_group(struct graph *graph)
{
    make_grid(graph, 2, 6);
    size_t group = graph_add_group(
        graph, &(struct graph_group){.title = "Sprog og læsning",
                                     .look = {.fill = STYLE_PANEL, .line = STYLE_RULE}});
    for (size_t i = 0; i < 6; i++) {
        graph->nodes[i].group = i % 2 ? group + 1 : 0;
        join(graph, i, 11 - i, &graph_stated);
        join(graph, i, 6 + i * 5 % 6, &graph_stated);
    }
}

static bool is_within(const struct figure_box *inner, const struct figure_box *outer)
{
    return inner->x > outer->x && inner->x + inner->width < outer->x + outer->width &&
           inner->y > outer->y && inner->y + inner->height < outer->y + outer->height;
}

static void a_group_stands_in_its_frame(void **state)
{
    for (int direction = LAYOUT_RIGHT; direction <= LAYOUT_DOWN; direction++) {
        struct graph graph;
        struct figure figure;
        make_group(&graph);
        draw_along(*state, &figure, &graph, (enum layout_direction)direction);
        assert_int_equal(count_boxes(&figure, "group"), 1);
        assert_string_equal(figure.boxes[0].role, "group");
        size_t within = 0;
        for (size_t i = 1; i < figure.box_count; i++)
            within += is_within(&figure.boxes[i], &figure.boxes[0]);
        assert_int_equal(within, 3);
        figure_release(&figure);
        graph_release(&graph);
    }
}

static const struct figure_curve *first_rule(const struct figure *figure)
{
    for (size_t i = 0; i < figure->curve_count; i++)
        if (figure->curves[i].role && !strcmp(figure->curves[i].role, "rule"))
            return &figure->curves[i];
    return NULL;
}

/* The heading of a column with frames begins where they do, and so does the title. */
static void headings_stand_over_frames(void **state)
{
    struct graph graph;
    struct figure figure;
    make_group(&graph);
    graph.title = "Læsevenner";
    draw_along(*state, &figure, &graph, LAYOUT_RIGHT);
    const struct figure_box *frame = &figure.boxes[0];
    const struct figure_curve *rule = first_rule(&figure);
    assert_non_null(rule);
    assert_float_equal(rule->points[0].x, frame->x, 0.01);
    assert_float_equal(rule->points[3].x, frame->x + frame->width, 0.01);
    assert_float_equal(figure.texts[0].x, frame->x, 0.01);
    figure_release(&figure);
    graph_release(&graph);
}

/* How many lines the texts of a box have, and how wide the last one is. */
static size_t count_lines(const struct figure *figure, size_t box, double *last)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->text_count; i++)
        if (figure->texts[i].box == box + 1) {
            count++;
            *last = figure->texts[i].width;
        }
    return count;
}

/* "… går en / tur", where "… går / en tur" needs no more lines. */
static void no_box_ends_in_a_short_line(void **state)
{
    struct graph graph;
    struct figure figure;
    double last = 0;
    make_grid(&graph, 1, 1);
    graph.nodes[0].paragraph_count = 0;
    graph_add_paragraph(&graph, 0, GRAPH_TITLE,
                        "Flere ældre beboere i kvarteret går nu en tur på de fleste dage i", NULL);
    draw_along(*state, &figure, &graph, LAYOUT_RIGHT);
    assert_int_equal(count_lines(&figure, 0, &last), 2);
    assert_true(last > 0.25 * figure.boxes[0].width);
    figure_release(&figure);
    graph_release(&graph);
}

/* Two columns with little in them fill most of a wide sheet, and no more than it. */
static void few_columns_are_wide(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 2, 3);
    join(&graph, 0, 3, &graph_stated);
    draw_graph(*state, &figure, &graph, 600);
    assert_true(figure.width > 590 && figure.width < 601);
    figure_release(&figure);
    graph_release(&graph);
}

static void groups_stay_together_in_every_order(void **state)
{
    (void)state;
    struct graph graph;
    make_group(&graph);
    graph_add_node(&graph, &(struct graph_node){.id = "alone", .role = "effect", .group = 1});
    for (int ordering = LAYOUT_BEST_ORDER; ordering <= LAYOUT_GRAPHVIZ_ORDER; ordering++) {
        struct net net;
        net_init(&net, &graph);
        layout_order_by(&net, (enum layout_ordering)ordering);
        uint32_t changes = 0;
        for (uint32_t i = 1; i < net.layers[0].count; i++)
            changes += net_group(&net, net.order[i]) != net_group(&net, net.order[i - 1]);
        assert_true(changes <= 2);
        net_release(&net);
    }
    graph_release(&graph);
}

static void marks_have_room(void **state)
{
    for (int direction = LAYOUT_RIGHT; direction <= LAYOUT_DOWN; direction++) {
        struct graph graph;
        struct figure figure;
        make_grid(&graph, 2, 12);
        for (size_t i = 0; i < 12; i++) {
            join(&graph, i, 12 + i / 8, &graph_stated);
            graph.links[i].mark = (struct graph_mark){.sign = i % 2 ? "A" : "++",
                                                      .text = "grad A",
                                                      .color = STYLE_ACCENT,
                                                      .dashed = i % 3};
        }
        join(&graph, 5, 12, &graph_interpreted);
        draw_along(*state, &figure, &graph, (enum layout_direction)direction);
        assert_int_equal(count_boxes(&figure, "mark"), 12);
        for (size_t i = 0; i < figure.curve_count; i++)
            if (figure.curves[i].mark_box)
                assert_string_equal(figure.boxes[figure.curves[i].mark_box - 1].role, "mark");
        figure_release(&figure);
        graph_release(&graph);
    }
}

static void what_is_pointed_at_stands_out(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 2, 3);
    for (size_t i = 0; i < 6; i++)
        graph.nodes[i].look = (struct graph_look){
            .fill = STYLE_HEADING, .line = STYLE_HEADING, .text = STYLE_PAPER, .tag = STYLE_PANEL};
    graph.nodes[0].emphasis = GRAPH_STRONG;
    graph.nodes[1].emphasis = GRAPH_FAINT;
    graph.nodes[1].state = "status-behind";
    for (size_t i = 0; i < 3; i++)
        join(&graph, i, 3 + i, &graph_stated);
    graph.links[0].emphasis = GRAPH_STRONG;
    graph.links[1].emphasis = GRAPH_FAINT;
    draw_along(*state, &figure, &graph, LAYOUT_RIGHT);
    assert_true(figure.boxes[0].line_width == 2);
    assert_int_equal(figure.boxes[0].fill, STYLE_HEADING);
    assert_string_equal(figure.boxes[0].state, "strong");
    assert_int_equal(figure.boxes[1].fill, STYLE_PAPER);
    assert_string_equal(figure.boxes[1].state, "status-behind faint");
    assert_null(figure.boxes[2].state);
    for (size_t i = 0; i < figure.text_count; i++) {
        const struct figure_text *text = &figure.texts[i];
        if (text->box == 1)
            assert_int_equal(text->face, TEXT_SEMIBOLD);
        if (text->box == 2)
            assert_int_equal(text->color, STYLE_QUIET);
    }
    const struct figure_curve *last = &figure.curves[figure.curve_count - 1];
    assert_string_equal(last->state, "strong"); /* over all others */
    assert_true(last->width == 2 * graph_stated.width);
    figure_release(&figure);
    graph_release(&graph);
}

static void a_judgement_has_its_colour_where_that_can_be_read(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 1, 2);
    graph.nodes[0].look.fill = STYLE_PAPER;
    graph.nodes[1].look = (struct graph_look){.fill = STYLE_HEADING, .text = STYLE_PAPER};
    for (size_t i = 0; i < 2; i++)
        graph_add_paragraph(&graph, i, GRAPH_STATUS, i ? "nås" : "nået", NULL)->color =
            STYLE_REACHED;
    draw_along(*state, &figure, &graph, LAYOUT_RIGHT);
    assert_int_equal(find_text(&figure, "nået")->color, STYLE_REACHED);
    assert_int_equal(find_text(&figure, "nås")->color, STYLE_PAPER);
    figure_release(&figure);
    graph_release(&graph);
}

static void a_long_legend_leaves_the_height_as_wished(void **state)
{
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 2, 6);
    for (size_t i = 0; i < 6; i++)
        join(&graph, i, 6 + i, &graph_stated);
    for (size_t i = 0; i < 30; i++)
        graph_add_legend(&graph, &(struct graph_legend){.sample = GRAPH_SAMPLE_LINK,
                                                        .stroke = &graph_stated,
                                                        .text = "sammenhæng i kilden"});
    draw_along(*state, &figure, &graph, LAYOUT_RIGHT);
    assert_true(figure.height <= 400.001 && figure.height > 380);
    figure_release(&figure);
    graph_release(&graph);
}

static void no_text_is_too_small_to_read(void **state)
{
    const struct world *world = *state;
    struct style small = world->style;
    struct graph graph;
    struct figure figure;
    make_grid(&graph, 2, 2);
    graph_add_paragraph(&graph, 0, GRAPH_TAG, "delmål", NULL);
    small.sizes[STYLE_TABLE] = STYLE_LEAST_SIZE;
    figure_init(&figure);
    layout_graph(&figure, &graph, text_fixed_metrics(), &small,
                 &(struct layout_options){.width = 700, .height = 400});
    assert_shaped_as(&figure, FIGURE_COLUMNS);
    for (size_t i = 0; i < figure.text_count; i++)
        assert_true(figure.texts[i].size >= STYLE_LEAST_SIZE - 1e-9);
    figure_release(&figure);
    graph_release(&graph);
}

/* Own order against Graphviz's: at most a fifth more crossings, or two. */
static void own_order_crosses_little_more_than_graphviz(void **state)
{
    (void)state;
    for (size_t seed = 1; seed <= 40; seed++) {
        struct graph graph;
        struct net net;
        size_t rows = 3 + seed % 13;
        make_grid(&graph, 4, rows);
        for (size_t i = 0; i < 3 * rows; i++)
            for (size_t k = 0; k < 1 + (i + seed) % 3; k++)
                join(&graph, i, (i / rows + 1) * rows + (i * seed + k * k * 7 + i * i) % rows,
                     &graph_stated);
        net_init(&net, &graph);
        assert_true(layout_order_graphviz(&net));
        double dot = (double)net_crossings(&net);
        net_release(&net);
        net_init(&net, &graph);
        layout_order_own(&net);
        assert_true((double)net_crossings(&net) <= fmax(1.2 * dot, dot + 2));
        net_release(&net);
        graph_release(&graph);
    }
}

/* --- all of them ---------------------------------------------------------- */

int main(void)
{
    static const struct CMUnitTest tests[] = {
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
        cmocka_unit_test(links_can_run_down),
        cmocka_unit_test(a_row_of_many_boxes_is_wider_than_wished),
        cmocka_unit_test(a_group_stands_in_its_frame),
        cmocka_unit_test(headings_stand_over_frames),
        cmocka_unit_test(no_box_ends_in_a_short_line),
        cmocka_unit_test(few_columns_are_wide),
        cmocka_unit_test(groups_stay_together_in_every_order),
        cmocka_unit_test(marks_have_room),
        cmocka_unit_test(what_is_pointed_at_stands_out),
        cmocka_unit_test(a_judgement_has_its_colour_where_that_can_be_read),
        cmocka_unit_test(a_long_legend_leaves_the_height_as_wished),
        cmocka_unit_test(no_text_is_too_small_to_read),
        cmocka_unit_test(own_order_crosses_little_more_than_graphviz),
        cmocka_unit_test(bars_stay_within_their_boxes),
        cmocka_unit_test(arrow_heads_point_along_the_curve),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
