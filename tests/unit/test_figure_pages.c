/* Tests of figures over several pages: each box on one page, each page within its size, and
 * every link that leaves a page named at both of its ends, with the right page. */
#include "base/diag.h"
#include "base/style.h"
#include "figure/figure_stack.h"
#include "figure/graph.h"
#include "figure/layout_pages.h"
#include "text/fonts.h"

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

struct world {
    struct diag_sink sink;
    struct style style;
    struct fonts *fonts;
};

static int open_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    diag_sink_init(&world->sink, false);
    if (style_load(&world->style, NULL, TEST_SOURCE_DIR, &world->sink))
        return -1;
    world->fonts = fonts_open(&world->style, &world->sink);
    *state = world;
    return world->fonts ? 0 : -1;
}

static int close_world(void **state)
{
    struct world *world = *state;
    fonts_free(world->fonts);
    style_release(&world->style);
    diag_sink_release(&world->sink);
    free(world);
    return 0;
}

/* --- graphs -------------------------------------------------------------------------- */

struct random {
    uint32_t state;
};

static uint32_t draw(struct random *random, uint32_t below)
{
    random->state = random->state * 1664525 + 1013904223;
    return (uint32_t)(((uint64_t)random->state >> 8) * below >> 24);
}

static const struct graph_look plain = {
    .fill = STYLE_PAPER, .line = STYLE_BOX_LINE, .text = STYLE_INK, .tag = STYLE_QUIET};

static const char *const activities[] = {
    "Læsevenner på biblioteket",   "Fælles morgenmad i børnehaven",
    "Åben rådgivning for unge",    "Besøg af sundhedsplejersken i hjemmet",
    "Madklub i beboerhuset",       "Mentorer til unge uden for job og uddannelse",
    "Naturvejleder i skolegården", "Trygge overgange fra dagtilbud til skole"};

static const char *const effects[] = {
    "Børn læser mere i hverdagen",    "Forældre støtter barnets skolegang",
    "Flere unge kommer i fritidsjob", "Færre familier er ensomme",
    "Skolen og hjemmet taler sammen", "Unge fuldfører en ungdomsuddannelse"};

static size_t add_node(struct graph *graph, size_t column, size_t sub, const char *title,
                       size_t number)
{
    char text[400], id[24];
    snprintf(id, sizeof id, "n%zu", graph->node_count);
    snprintf(text, sizeof text, "%s %zu", title, number);
    size_t node =
        graph_add_node(graph, &(struct graph_node){.id = arena_string(&graph->arena, id),
                                                   .role = column ? "effect" : "activity",
                                                   .title = arena_string(&graph->arena, text),
                                                   .column = column,
                                                   .sub = sub,
                                                   .look = plain});
    graph_add_paragraph(graph, node, GRAPH_TAG, column ? "delmål" : "fra maj 2026", NULL);
    graph_add_paragraph(graph, node, GRAPH_TITLE, arena_string(&graph->arena, text), NULL);
    return node;
}

static void add_link(struct graph *graph, size_t from, size_t to, const struct graph_stroke *stroke)
{
    char id[32];
    snprintf(id, sizeof id, "l%zu", graph->link_count);
    graph_add_link(graph, &(struct graph_link){.id = arena_string(&graph->arena, id),
                                               .stroke = stroke,
                                               .from = from,
                                               .to = to});
}

struct shape {
    size_t columns, boxes, links; /* boxes: in each column; links: from each box */
    uint32_t reach;               /* links go about so far up or down; 0: anywhere */
    bool groups, blocks;
};

static void explain(struct graph *graph)
{
    graph_add_legend(graph, &(struct graph_legend){.sample = GRAPH_SAMPLE_LINK,
                                                   .stroke = &graph_stated,
                                                   .text = "i kilden"});
    graph_add_legend(graph, &(struct graph_legend){.sample = GRAPH_SAMPLE_LINK,
                                                   .stroke = &graph_interpreted,
                                                   .text = "fortolket"});
    graph_add_legend(graph, &(struct graph_legend){.sample = GRAPH_SAMPLE_LINK,
                                                   .stroke = &graph_unstated,
                                                   .text = "uden angivet ophav"});
    graph_add_legend(graph,
                     &(struct graph_legend){.sample = GRAPH_SAMPLE_HUB,
                                            .text = "alle før prikken fører til alle efter"});
}

/* Fills the graph of a made-up programme theory. */
static void fill(struct graph *graph, const struct shape *shape, uint32_t seed)
{
    struct random random = {seed};
    graph->title = "Trygge børn i Søndervang";
    explain(graph);
    for (size_t c = 0; c < shape->columns; c++)
        graph_add_column(graph, c ? "Virkninger på mellemlang sigt" : "Aktiviteter", NULL);
    for (size_t c = 0; c < shape->columns; c++)
        for (size_t i = 0; i < shape->boxes; i++)
            add_node(graph, c, 0, c ? effects[i % 6] : activities[i % 8], i + 1);
    for (size_t c = 0; c + 1 < shape->columns; c++)
        for (size_t i = 0; i < shape->boxes; i++)
            for (size_t k = 0; k < shape->links; k++) {
                uint32_t span = shape->reach ? 2 * shape->reach + 1 : (uint32_t)shape->boxes;
                size_t to =
                    (shape->reach ? i + shape->boxes - shape->reach : 0) + draw(&random, span);
                add_link(graph, c * shape->boxes + i, (c + 1) * shape->boxes + to % shape->boxes,
                         draw(&random, 3) ? &graph_stated : &graph_interpreted);
            }
    for (size_t i = 0; shape->groups && i < shape->boxes; i += 4) {
        size_t group =
            graph_add_group(graph, &(struct graph_group){.title = "Fællesskaber", .look = plain});
        for (size_t k = i; k < i + 4 && k < shape->boxes; k++)
            graph->nodes[k].group = group + 1;
    }
    if (shape->blocks) {
        for (size_t i = 0; i < shape->boxes / 2; i++)
            for (size_t k = 0; k < 8 && k < shape->boxes; k++)
                add_link(graph, i, shape->boxes + k, &graph_unstated);
        graph_gather_blocks(graph, "Each leads to all", NULL);
    }
}

/* --- what must hold --------------------------------------------------------------------- */

static const struct layout_pages_words words = {
    .page_of = "page {1} of {2}",
    .onward = ">{1}: {2}",
    .from = "<{1}: {2}",
    .more_page = "and {1} more @{2}@",
    .more_pages = "and {1} more @{2}@",
};

enum { NOWHERE = -1 };

/* Where each node stands: its page and its box there. */
struct place {
    int page;
    size_t box;
};

static void find_places(const struct figure_pages *pages, const struct graph *graph,
                        struct place *places)
{
    for (size_t n = 0; n < graph->node_count; n++)
        places[n] = (struct place){NOWHERE, 0};
    for (size_t p = 0; p < pages->count; p++)
        for (size_t b = 0; b < pages->pages[p].box_count; b++) {
            const char *id = pages->pages[p].boxes[b].id;
            if (!id)
                continue;
            struct place *place = &places[strtoul(id + 1, NULL, 10)];
            assert_int_equal(place->page, NOWHERE); /* on one page only */
            *place = (struct place){(int)p, b};
        }
    for (size_t n = 0; n < graph->node_count; n++)
        if (!graph->nodes[n].hub)
            assert_int_not_equal(places[n].page, NOWHERE);
}

/* All texts of a box, with spaces between. */
static void read_box(const struct figure *figure, size_t box, struct buf *out)
{
    buf_reset(out);
    buf_add_char(out, ' ');
    for (size_t i = 0; i < figure->text_count; i++)
        if (figure->texts[i].box == box + 1)
            buf_addf(out, "%s ", figure->texts[i].text);
}

/* True if a list like "2, 4–9" of page numbers, up to @, has this one. */
static bool is_listed(const char *list, int page)
{
    while (*list && *list != '@') {
        char *end;
        long low = strtol(list, &end, 10), high = low;
        if (!strncmp(end, "–", strlen("–")))
            high = strtol(end + strlen("–"), &end, 10);
        if ((low <= page && page <= high) || !strncmp(end, " …", strlen(" …")))
            return true; /* too many are not written out */
        list = end + strspn(end, ", ");
    }
    return false;
}

static bool names_page(const char *text, char arrow, int page)
{
    char named[16];
    snprintf(named, sizeof named, "%c%d:", arrow, page);
    if (strstr(text, named))
        return true;
    for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@')) {
        if (is_listed(at + 1, page))
            return true;
        at = strchr(at + 1, '@');
        if (!at)
            break;
    }
    return false;
}

static void check_ends(const struct figure_pages *pages, const struct place *from,
                       const struct place *to, struct buf *text)
{
    if (from->page == to->page)
        return;
    read_box(&pages->pages[from->page], from->box, text);
    if (!names_page(text->data, '>', to->page + 1))
        fail_msg("page %d: does not name %d: %s", from->page + 1, to->page + 1, text->data);
    read_box(&pages->pages[to->page], to->box, text);
    if (!names_page(text->data, '<', from->page + 1))
        fail_msg("page %d: does not name %d: %s", to->page + 1, from->page + 1, text->data);
}

/* Links through a hub are links from all before it to all behind it. */
static void check_hub(const struct figure_pages *pages, const struct graph *graph, size_t hub,
                      const struct place *places, struct buf *text)
{
    for (size_t i = 0; i < graph->link_count; i++)
        for (size_t k = 0; graph->links[i].to == hub && k < graph->link_count; k++)
            if (graph->links[k].from == hub)
                check_ends(pages, &places[graph->links[i].from], &places[graph->links[k].to], text);
}

static void check_links(const struct figure_pages *pages, const struct graph *graph,
                        const struct place *places)
{
    struct buf text = {0};
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        if (!graph->nodes[link->from].hub && !graph->nodes[link->to].hub)
            check_ends(pages, &places[link->from], &places[link->to], &text);
    }
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].hub)
            check_hub(pages, graph, n, places, &text);
    buf_release(&text);
}

/* Every link between boxes of one page is drawn there. */
static void check_drawn(const struct figure_pages *pages, const struct graph *graph,
                        const struct place *places)
{
    size_t wanted = 0, drawn = 0;
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        if (!graph->nodes[link->from].hub && !graph->nodes[link->to].hub)
            wanted += places[link->from].page == places[link->to].page;
    }
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].curve_count; i++)
            drawn += pages->pages[p].curves[i].id != NULL;
    assert_int_equal(drawn, wanted);
}

static size_t boxes_on(const struct figure *figure)
{
    size_t count = 0;
    for (size_t b = 0; b < figure->box_count; b++)
        count += figure->boxes[b].id != NULL;
    return count;
}

static void check_sizes(const struct figure_pages *pages, const struct layout_options *options)
{
    for (size_t p = 0; p < pages->count; p++) {
        const struct figure *figure = &pages->pages[p];
        if (boxes_on(figure) < 2)
            continue;
        if (figure->width > options->width + 1 || figure->height > options->height + 1)
            fail_msg("page %zu of %zu is %.0f by %.0f points", p + 1, pages->count, figure->width,
                     figure->height);
    }
}

static void check_looks(const struct figure_pages *pages, enum figure_form form, size_t step)
{
    for (size_t p = 0; p < pages->count; p += step) {
        struct figure_faults faults;
        figure_check(&faults, &pages->pages[p], form);
        if (faults.count)
            fail_msg("page %zu of %zu: %s", p + 1, pages->count, faults.words.data);
        figure_faults_release(&faults);
    }
}

static void divide(struct world *world, struct figure_pages *pages, struct graph *graph,
                   const struct layout_options *options)
{
    static const struct figure about = {.title = "Trygge børn i Søndervang",
                                        .alternative = "Programteori.",
                                        .description = "Aktiviteter\n",
                                        .lang = "da",
                                        .own_lang = "da"};
    *pages = (struct figure_pages){0};
    layout_pages(pages, &about, graph, fonts_metrics(world->fonts), &world->style, options, &words);
    struct place *places = calloc(graph->node_count + 1, sizeof *places);
    assert_true(pages->count > 0);
    find_places(pages, graph, places);
    check_links(pages, graph, places);
    check_drawn(pages, graph, places);
    check_sizes(pages, options);
    free(places);
}

static void try_shape(struct world *world, const struct shape *shape, uint32_t seed,
                      struct layout_options options)
{
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, shape, seed);
    divide(world, &pages, &graph, &options);
    check_looks(&pages, options.direction == LAYOUT_DOWN ? FIGURE_ROWS : FIGURE_COLUMNS, 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

/* --- tests ------------------------------------------------------------------------------ */

static const struct layout_options a4 = {.width = 757, .height = 524},
                                   a3 = {.width = 1105, .height = 771},
                                   a4_portrait = {.width = 510, .height = 771};

static void test_small_one_stays_whole(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){3, 6, 2, 1, false, false}, 1);
    graph.legend_count = 2; /* what occurs: that is for the view to know */
    divide(world, &pages, &graph, &a3);
    assert_int_equal(pages.count, 1);
    assert_string_equal(pages.pages[0].alternative, "Programteori.");
    check_looks(&pages, FIGURE_COLUMNS, 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

static void test_many_shapes(void **state)
{
    for (uint32_t seed = 1; seed <= 12; seed++) {
        struct shape shape = {2 + seed % 3, 10 + 9 * seed, 1 + seed % 3,
                              1 + seed % 4, seed % 2,      seed % 4 == 0};
        try_shape(*state, &shape, seed, seed % 3 ? a3 : a4);
        try_shape(*state, &shape, seed, a4_portrait);
    }
}

static void test_downwards(void **state)
{
    struct layout_options down = a3;
    down.direction = LAYOUT_DOWN;
    for (uint32_t seed = 1; seed <= 4; seed++)
        try_shape(*state, &(struct shape){3, 12 * seed, 2, 2, false, false}, seed, down);
}

/* How high rows are is asked of boxes as wide as the sheet lets them be, and of the legend too. */
static void test_rows_stay_whole(void **state)
{
    struct graph graph;
    struct figure_pages pages;
    struct layout_options down = a4;
    down.direction = LAYOUT_DOWN;
    graph_start(&graph);
    fill(&graph, &(struct shape){4, 4, 1, 1, false, false}, 1);
    graph.legend_count = 2;
    divide(*state, &pages, &graph, &down);
    assert_int_equal(pages.count, 1);
    check_looks(&pages, FIGURE_ROWS, 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

/* What is joined by few links only must not be torn apart: two halves that know nothing of each
 * other, each of which just fills a page, give two pages without a word of the other. */
static void test_halves_stay_whole(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    explain(&graph);
    graph_add_column(&graph, "Aktiviteter", NULL);
    graph_add_column(&graph, "Virkninger", NULL);
    for (size_t i = 0; i < 24; i++) /* taken in turn, to make it harder */
        add_node(&graph, 0, 0, activities[i % 8], i + 1);
    size_t left = add_node(&graph, 1, 0, effects[0], 1),
           right = add_node(&graph, 1, 0, effects[1], 2);
    for (size_t i = 0; i < 24; i++)
        add_link(&graph, i, i % 2 ? left : right, &graph_stated);
    divide(world, &pages, &graph, &a3);
    assert_int_equal(pages.count, 2);
    for (size_t p = 0; p < 2; p++)
        assert_int_equal(boxes_on(&pages.pages[p]), 13);
    figure_pages_release(&pages);
    graph_release(&graph);
}

static void test_no_box_is_stranded(void **state)
{
    struct world *world = *state;
    for (size_t boxes = 13; boxes < 34; boxes++) {
        struct graph graph;
        struct figure_pages pages;
        struct shape shape = {2, boxes, 2, 1, false, false};
        graph_start(&graph);
        fill(&graph, &shape, (uint32_t)boxes);
        divide(world, &pages, &graph, &a3);
        for (size_t p = 0; p < pages.count; p++)
            assert_true(boxes_on(&pages.pages[p]) > 2);
        figure_pages_release(&pages);
        graph_release(&graph);
    }
}

/* The pages say which they are, in their titles and for those who cannot see them. */
static void test_pages_are_named(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){3, 40, 2, 2, false, false}, 5);
    divide(world, &pages, &graph, &a3);
    assert_true(pages.count > 1);
    for (size_t p = 0; p < pages.count; p++) {
        char which[60];
        snprintf(which, sizeof which, "page %zu of %zu", p + 1, pages.count);
        assert_non_null(strstr(pages.pages[p].alternative, which));
        assert_non_null(strstr(pages.pages[p].texts[0].text, which));
        assert_int_equal(pages.pages[p].description != NULL, p == 0);
    }
    figure_pages_release(&pages);
    graph_release(&graph);
}

/* A legend has what occurs on its page, and nothing else. */
static void test_legend_of_each_page(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){2, 40, 1, 1, false, false}, 3);
    for (size_t i = 0; i < graph.link_count; i++)
        graph.links[i].stroke = i ? &graph_stated : &graph_interpreted;
    divide(world, &pages, &graph, &a3);
    size_t with = 0;
    for (size_t p = 0; p < pages.count; p++)
        for (size_t i = 0; i < pages.pages[p].text_count; i++)
            with += !strcmp(pages.pages[p].texts[i].text, "fortolket");
    assert_true(pages.count > 1);
    assert_true(with <= 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

static void test_portfolio(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){2, 2500, 8, 12, false, false}, 11);
    divide(world, &pages, &graph, &a3);
    check_looks(&pages, FIGURE_COLUMNS, 20);
    assert_true(pages.count > 100 && pages.count < 500);
    figure_pages_release(&pages);
    graph_release(&graph);
}

/* --- hostile ones ------------------------------------------------------------------------- */

static void test_nothing(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    divide(world, &pages, &graph, &a3);
    assert_int_equal(pages.count, 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

static void test_box_larger_than_a_page(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){2, 5, 1, 1, false, false}, 2);
    for (size_t i = 0; i < 200; i++)
        graph_add_paragraph(&graph, 3, GRAPH_ITEM, "Andel af familierne, der er med hver måned",
                            NULL);
    divide(world, &pages, &graph, &a4);
    assert_true(pages.count > 1);
    check_looks(&pages, FIGURE_COLUMNS, 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

static void test_all_to_all(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){2, 45, 0, 0, false, false}, 1);
    for (size_t i = 0; i < 45; i++)
        for (size_t k = 0; k < 45; k++)
            add_link(&graph, i, 45 + k, &graph_stated);
    divide(world, &pages, &graph, &a3);
    assert_true(pages.count > 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

/* More columns than fit beside each other are cut apart; no page is too wide. */
static void test_many_columns(void **state)
{
    try_shape(*state, &(struct shape){14, 3, 1, 1, false, false}, 1, a4);
    try_shape(*state, &(struct shape){9, 30, 2, 2, false, false}, 2, a4);
}

static void test_backward_links(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    graph_start(&graph);
    fill(&graph, &(struct shape){2, 40, 1, 1, false, false}, 4);
    size_t forward = graph.link_count;
    for (size_t i = 0; i < 10; i++)
        add_link(&graph, 40 + i, i, &graph_stated);
    for (size_t i = 0; i < 10; i++)
        add_link(&graph, i, i + 1, &graph_stated);
    static const struct figure about = {.title = "t", .alternative = "a"};
    pages = (struct figure_pages){0};
    layout_pages(&pages, &about, &graph, fonts_metrics(world->fonts), &world->style, &a3, &words);
    assert_true(forward && pages.count > 1);
    check_looks(&pages, FIGURE_COLUMNS, 1);
    figure_pages_release(&pages);
    graph_release(&graph);
}

static void test_same_again(void **state)
{
    struct world *world = *state;
    struct figure_pages pages[2];
    struct graph graphs[2];
    for (int i = 0; i < 2; i++) {
        graph_start(&graphs[i]);
        fill(&graphs[i], &(struct shape){3, 60, 2, 4, true, true}, 9);
        divide(world, &pages[i], &graphs[i], &a3);
    }
    assert_int_equal(pages[0].count, pages[1].count);
    for (size_t p = 0; p < pages[0].count; p++) {
        const struct figure *a = &pages[0].pages[p], *b = &pages[1].pages[p];
        assert_int_equal(a->text_count, b->text_count);
        for (size_t i = 0; i < a->text_count; i++) {
            assert_string_equal(a->texts[i].text, b->texts[i].text);
            assert_true(a->texts[i].x == b->texts[i].x && a->texts[i].y == b->texts[i].y);
        }
    }
    for (int i = 0; i < 2; i++) {
        figure_pages_release(&pages[i]);
        graph_release(&graphs[i]);
    }
}

/* --- sheets beneath each other --------------------------------------------------------------- */

static void test_stack(void **state)
{
    struct world *world = *state;
    struct graph graph;
    struct figure_pages pages;
    struct figure whole;
    graph_start(&graph);
    fill(&graph, &(struct shape){3, 40, 2, 2, false, false}, 5);
    divide(world, &pages, &graph, &a3);
    figure_init(&whole);
    figure_stack(&whole, pages.pages, pages.count,
                 &(struct figure_sheet){.width = 1191, .height = 842, .side = 42, .top = 34});
    assert_true(whole.width == 1191 && whole.height == 842 * (double)pages.count);
    size_t boxes = 0, base = 0;
    for (size_t p = 0; p < pages.count; p++)
        boxes += pages.pages[p].box_count;
    assert_int_equal(whole.box_count, boxes);
    for (size_t i = 0; i < whole.text_count; i++) {
        const struct figure_text *text = &whole.texts[i];
        const struct figure_box *box = text->box ? &whole.boxes[text->box - 1] : NULL;
        if (box)
            assert_true(text->y > box->y && text->y < box->y + box->height);
    }
    for (size_t p = 0; p < pages.count; base += pages.pages[p++].curve_count)
        for (size_t i = 0; i < pages.pages[p].curve_count; i++) {
            const struct figure_curve *old = &pages.pages[p].curves[i];
            const struct figure_curve *new = &whole.curves[base + p + i];
            const char *id = old->from_box ? pages.pages[p].boxes[old->from_box - 1].id : NULL;
            if (id)
                assert_string_equal(whole.boxes[new->from_box - 1].id, id);
        }
    figure_release(&whole);
    figure_pages_release(&pages);
    graph_release(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_one_stays_whole),
        cmocka_unit_test(test_many_shapes),
        cmocka_unit_test(test_downwards),
        cmocka_unit_test(test_rows_stay_whole),
        cmocka_unit_test(test_halves_stay_whole),
        cmocka_unit_test(test_no_box_is_stranded),
        cmocka_unit_test(test_pages_are_named),
        cmocka_unit_test(test_legend_of_each_page),
        cmocka_unit_test(test_portfolio),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_box_larger_than_a_page),
        cmocka_unit_test(test_all_to_all),
        cmocka_unit_test(test_many_columns),
        cmocka_unit_test(test_backward_links),
        cmocka_unit_test(test_same_again),
        cmocka_unit_test(test_stack),
    };
    return cmocka_run_group_tests_name("pages of figures", tests, open_world, close_world);
}
