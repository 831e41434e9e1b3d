/* Tests of figures as SVG and DOT. */
#include "base/diag.h"
#include "base/language.h"
#include "base/style.h"
#include "figure/view.h"
#include "model/model.h"
#include "out/dot.h"
#include "out/svg.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <cgraph.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

static const char hostile_xml[] =
    "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"
    "<title>A &amp; B &lt;\"C\"&gt; \\ 'D'</title>"
    "<horizon id='hs' holds='signs'><title>Tegn</title></horizon>"
    "<activity id='læse-venner'><title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"
    "<leads-to ref='e.1' origin='source'/><leads-to ref='e_1' origin='interpreted'/>"
    "</activity>"
    "<activity id='b'><title>\"Citat\" \\n \\</title><leads-to id='l1' ref='e.1'/>"
    "<leads-to ref='e_1'/><leads-to ref='e-1'/></activity>"
    "<activity id='c'><title>C</title><leads-to ref='e.1'/><leads-to ref='e_1'/>"
    "<leads-to ref='e-1'/></activity>"
    "<activity id='d'><title>D</title><leads-to ref='e.1'/><leads-to ref='e_1'/>"
    "<leads-to ref='e-1'/></activity>"
    "<effect id='e.1'><title>E 1</title></effect>"
    "<effect id='e_1'><title>E 2</title></effect>"
    "<effect id='e-1' xml:lang='en'><title>E 3</title></effect></programme>";

/* Everything that the tests look at. */
struct drawn {
    struct diag_sink sink;
    struct style style;
    struct language *language;
    struct model model;
    struct figure figure;
    struct buf svg, dot;
};

static int draw(void **state)
{
    struct drawn *drawn = calloc(1, sizeof *drawn);
    *state = drawn;
    diag_sink_init(&drawn->sink, false);
    drawn->language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    if (style_load(&drawn->style, NULL, TEST_SOURCE_DIR, &drawn->sink) ||
        model_read_bytes(&drawn->model, "test.xml", hostile_xml, strlen(hostile_xml), &drawn->sink))
        return -1;
    view_draw(&drawn->figure, &drawn->model, &drawn->style, text_fixed_metrics(), drawn->language,
              &(struct view_options){.title = true});
    buf_init(&drawn->svg, 0);
    buf_init(&drawn->dot, 0);
    svg_write(&drawn->svg, &drawn->figure, &drawn->style);
    dot_write(&drawn->dot, &drawn->figure);
    return 0;
}

static int clear(void **state)
{
    struct drawn *drawn = *state;
    buf_release(&drawn->svg);
    buf_release(&drawn->dot);
    figure_release(&drawn->figure);
    model_release(&drawn->model);
    language_free(drawn->language);
    style_release(&drawn->style);
    diag_sink_release(&drawn->sink);
    free(drawn);
    return 0;
}

/* --- SVG ------------------------------------------------------------------ */

static xmlDoc *parse(const struct buf *svg)
{
    xmlDoc *doc = xmlReadMemory(svg->data, (int)svg->length, "test.svg", NULL, XML_PARSE_NONET);
    assert_non_null(doc);
    return doc;
}

typedef void visit(const xmlNode *node, void *self);

static void each_element(const xmlNode *node, visit *each, void *self)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        each(node, self);
        each_element(node->children, each, self);
    }
}

static char *attribute(const xmlNode *node, const char *name)
{
    return (char *)xmlGetNoNsProp(node, (const xmlChar *)name);
}

struct ids {
    char *items[200];
    size_t count;
};

static void keep_id(const xmlNode *node, void *self)
{
    struct ids *ids = self;
    char *id = attribute(node, "id");
    if (!id)
        return;
    for (size_t i = 0; i < ids->count; i++)
        assert_string_not_equal(ids->items[i], id);
    assert_int_equal(strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789.-_"),
                     strlen(id));
    assert_true(ids->count < 200);
    ids->items[ids->count++] = id;
}

static bool has_id(const struct ids *ids, const char *id)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!strcmp(ids->items[i], id))
            return true;
    return false;
}

static void ids_are_unique_and_stable(void **state)
{
    struct drawn *drawn = *state;
    xmlDoc *doc = parse(&drawn->svg);
    struct ids ids = {.count = 0};
    each_element(xmlDocGetRootElement(doc), keep_id, &ids);
    assert_true(has_id(&ids, "activity-l_c3_a6se-venner"));
    assert_true(has_id(&ids, "signs-l_c3_a6se-venner"));
    assert_true(has_id(&ids, "effect-e.1"));
    assert_true(has_id(&ids, "effect-e_5f1"));
    assert_true(has_id(&ids, "effect-e-1"));
    assert_true(has_id(&ids, "link-l_c3_a6se-venner_to_e.1"));
    for (size_t i = 0; i < ids.count; i++)
        xmlFree(ids.items[i]);
    xmlFreeDoc(doc);
}

static void no_script(const xmlNode *node, void *self)
{
    (void)self;
    assert_string_not_equal((const char *)node->name, "script");
    for (const xmlAttr *a = node->properties; a; a = a->next)
        assert_int_not_equal(strncmp((const char *)a->name, "on", 2), 0);
}

static void nothing_of_the_model_becomes_markup(void **state)
{
    struct drawn *drawn = *state;
    xmlDoc *doc = parse(&drawn->svg);
    each_element(xmlDocGetRootElement(doc), no_script, NULL);
    xmlFreeDoc(doc);
}

static void the_image_has_a_name_and_a_description(void **state)
{
    struct drawn *drawn = *state;
    xmlDoc *doc = parse(&drawn->svg);
    const xmlNode *svg = xmlDocGetRootElement(doc);
    char *role = attribute(svg, "role"), *labelled = attribute(svg, "aria-labelledby");
    char *lang = attribute(svg, "lang");
    assert_string_equal(role, "graphics-document document");
    assert_string_equal(labelled, "title");
    assert_string_equal(lang, "da");
    xmlFree(role);
    xmlFree(labelled);
    xmlFree(lang);
    assert_non_null(strstr(drawn->svg.data, "<title id=\"title\" lang=\"en\" xml:lang=\"en\">"
                                            "Programme theory: A &amp; B"));
    assert_non_null(strstr(drawn->svg.data, "C: C. No sign yet. Leads to (origin not stated): "
                                            "E 1; E 2"));
    xmlFreeDoc(doc);
}

/* Of a link from a box over a meeting point: which elements it joins. */
static void links_name_their_ends(void **state)
{
    struct drawn *drawn = *state;
    const char *svg = drawn->svg.data;
    assert_non_null(strstr(svg, "data-from=\"b\" data-from-box=\"signs-b\" data-to-box=\"hub-1\""));
    assert_non_null(strstr(svg, "data-to=\"e.1\" data-from-box=\"hub-1\" "
                                "data-to-box=\"effect-e.1\""));
    assert_non_null(strstr(svg, "<g class=\"box hub\" id=\"hub-1\""));
}

/* --- parts of a figure ---------------------------------------------------- */

/* Two boxes and a link with a mark, all in states; the mark is the last box. */
static void make_marked(struct figure *figure)
{
    figure_init(figure);
    figure->width = figure->height = 90;
    figure->title = "Cykelven";
    for (int i = 0; i < 3; i++) {
        struct figure_box *box = figure_add_box(figure);
        box->x = i * 30;
        box->width = box->height = 10;
        box->role = i == 2 ? "mark" : "effect";
        box->id = i == 0 ? "tryg" : i == 1 ? "cykler" : NULL;
        box->title = i == 0 ? "Tryg i trafikken" : i == 1 ? "Cykler mere" : "lav evidens";
    }
    figure->boxes[1].state = "faint behind";
    figure_add_line(figure, 0, 80, 90, 80)->role = "rule";
    struct figure_curve *link = figure_add_line(figure, 10, 5, 30, 5);
    link->from = "tryg";
    link->to = "cykler";
    link->from_box = 1;
    link->to_box = 2;
    link->mark_box = 3;
    link->role = "stated";
    link->state = "strong";
    link->title = "Tryg i trafikken → Cykler mere";
    link->arrow = true;
}

static void parts_have_roles_and_states(void **state)
{
    struct drawn *drawn = *state;
    struct figure figure;
    struct buf svg = {0};
    make_marked(&figure);
    svg_write_inline(&svg, &figure, &drawn->style, "f7");
    assert_non_null(strstr(svg.data, "<g class=\"box effect\" id=\"f7effect-tryg\" "
                                     "role=\"graphics-symbol img\"><title>Tryg i trafikken<"));
    assert_non_null(strstr(svg.data, "<g class=\"box effect faint behind\""));
    assert_non_null(strstr(svg.data, "<g class=\"line rule\" aria-hidden=\"true\">"));
    assert_non_null(strstr(svg.data, "<g class=\"link stated strong\" "
                                     "id=\"f7link-tryg_to_cykler\" data-from=\"tryg\" "
                                     "data-to=\"cykler\" data-from-box=\"f7effect-tryg\" "
                                     "data-to-box=\"f7effect-cykler\" "
                                     "role=\"graphics-symbol img\">"));
    buf_release(&svg);
    figure_release(&figure);
}

static void dotted_is_not_dashed(void **state)
{
    struct drawn *drawn = *state;
    struct figure figure;
    struct buf svg = {0};
    make_marked(&figure);
    figure.curves[0].dashed = true;
    figure.curves[1].dotted = true;
    svg_write(&svg, &figure, &drawn->style);
    assert_non_null(strstr(svg.data, "stroke-dasharray=\"3.5 2.5\""));
    assert_non_null(strstr(svg.data, "stroke-dasharray=\"1 2\""));
    buf_release(&svg);
    figure_release(&figure);
}

/* An accent bar is as round as its box where the two have a corner in common. */
static void bars_stay_within_round_corners(void **state)
{
    struct drawn *drawn = *state;
    struct figure figure;
    struct buf svg = {0};
    make_marked(&figure);
    figure.boxes[0].radius = 3;
    figure.boxes[0].bar = FIGURE_BAR_SOLID;
    svg_write(&svg, &figure, &drawn->style);
    assert_non_null(strstr(svg.data, "<path d=\"M0 3a3 3 0 0 1 3 -3H"));
    buf_release(&svg);
    figure_release(&figure);
}

static void the_mark_is_part_of_the_name_of_its_link(void **state)
{
    struct drawn *drawn = *state;
    struct figure figure;
    struct buf svg = {0};
    make_marked(&figure);
    svg_write(&svg, &figure, &drawn->style);
    assert_non_null(strstr(svg.data, "<g class=\"box mark\" aria-hidden=\"true\">"));
    assert_non_null(
        strstr(svg.data, "<title>Tryg i trafikken → Cykler mere (lav evidens)</title>"));
    buf_release(&svg);
    figure_release(&figure);
}

/* A chart has nothing that could be gone to: one image, with its description. */
static void a_figure_without_objects_is_one_image(void **state)
{
    struct drawn *drawn = *state;
    struct figure figure;
    struct buf svg = {0};
    figure_init(&figure);
    figure.width = figure.height = 20;
    figure_add_line(&figure, 0, 0, 20, 20)->title = "mål";
    svg_write(&svg, &figure, &drawn->style);
    assert_non_null(strstr(svg.data, " role=\"img\" aria-labelledby="));
    assert_null(strstr(svg.data, "graphics-"));
    assert_null(strstr(svg.data, "aria-hidden"));
    buf_release(&svg);
    figure_release(&figure);
}

static void texts_keep_their_measured_length(void **state)
{
    struct drawn *drawn = *state;
    assert_non_null(strstr(drawn->svg.data, "textLength=\"12.75\" "
                                            "lengthAdjust=\"spacingAndGlyphs\">E 1</text>"));
    assert_non_null(strstr(drawn->svg.data, "lang=\"en\" xml:lang=\"en\">E 3</text>"));
}

static void the_same_figure_gives_the_same_bytes(void **state)
{
    struct drawn *drawn = *state;
    struct figure again;
    struct buf svg;
    buf_init(&svg, 0);
    view_draw(&again, &drawn->model, &drawn->style, text_fixed_metrics(), drawn->language,
              &(struct view_options){.title = true});
    svg_write(&svg, &again, &drawn->style);
    assert_string_equal(svg.data, drawn->svg.data);
    buf_release(&svg);
    figure_release(&again);
}

static void inline_figures_can_share_a_page(void **state)
{
    struct drawn *drawn = *state;
    struct buf page;
    buf_init(&page, 0);
    buf_add_string(&page, "<div>");
    svg_write_inline(&page, &drawn->figure, &drawn->style, "f1-");
    svg_write_inline(&page, &drawn->figure, &drawn->style, "f2-");
    buf_add_string(&page, "</div>");
    xmlDoc *doc = parse(&page);
    struct ids ids = {.count = 0};
    each_element(xmlDocGetRootElement(doc), keep_id, &ids);
    assert_true(has_id(&ids, "f1-title") && has_id(&ids, "f2-activity-b"));
    for (size_t i = 0; i < ids.count; i++)
        xmlFree(ids.items[i]);
    xmlFreeDoc(doc);
    buf_release(&page);
}

/* --- DOT ------------------------------------------------------------------ */

static size_t joining_curves(const struct figure *figure)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->curve_count; i++)
        count += figure->curves[i].from_box && figure->curves[i].to_box;
    return count;
}

static void dot_is_read_by_graphviz(void **state)
{
    struct drawn *drawn = *state;
    Agraph_t *graph = agmemread(drawn->dot.data);
    assert_non_null(graph);
    assert_int_equal(agnnodes(graph), 4 + 4 + 3 + 1); /* activities, signs, effects, a hub */
    assert_int_equal(agnedges(graph), joining_curves(&drawn->figure));
    char name[] = "activity b", label[] = "label";
    Agnode_t *node = agnode(graph, name, 0);
    assert_non_null(node);
    assert_string_equal(agget(node, label), "B\xC2\xA0\xC2\xA0 \"Citat\" \\\\n \\\\\\l");
    agclose(graph);
}

static void add_dot_box(struct figure *figure, const char *id, const char *role, double x, double y,
                        double size)
{
    struct figure_box *box = figure_add_box(figure);
    *box =
        (struct figure_box){.id = id, .role = role, .x = x, .y = y, .width = size, .height = size};
}

/* Three boxes in two rows, a frame around two of them, and a link with a mark. */
static void dot_has_frames_and_marks(void **state)
{
    (void)state;
    struct figure figure;
    struct buf dot = {0};
    figure_init(&figure);
    add_dot_box(&figure, NULL, "group", 0, 0, 60);
    add_dot_box(&figure, "tryg", "effect", 5, 5, 10);
    add_dot_box(&figure, "støj", "effect", 70, 5, 10);
    add_dot_box(&figure, "cykler", "effect", 5, 40, 10);
    add_dot_box(&figure, NULL, "mark", 8, 20, 5);
    figure.boxes[4].title = "lav evidens";
    struct figure_curve *link = figure_add_line(&figure, 10, 15, 10, 40);
    link->from_box = 2;
    link->to_box = 4;
    link->mark_box = 5;
    dot_write(&dot, &figure);
    assert_non_null(strstr(dot.data, "rankdir=TB;"));
    assert_non_null(strstr(dot.data, "{ rank=same; \"effect tryg\"; \"effect støj\"; }"));
    Agraph_t *graph = agmemread(dot.data);
    assert_non_null(graph);
    char cluster[] = "cluster 1", label[] = "label";
    Agraph_t *frame = agsubg(graph, cluster, 0);
    assert_non_null(frame);
    assert_int_equal(agnnodes(frame), 2);
    assert_int_equal(agnnodes(graph), 3);
    assert_int_equal(agnedges(graph), 1);
    assert_string_equal(agget(agfstout(graph, agfstnode(frame)), label), "lav evidens");
    agclose(graph);
    buf_release(&dot);
    figure_release(&figure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_unique_and_stable),
        cmocka_unit_test(nothing_of_the_model_becomes_markup),
        cmocka_unit_test(the_image_has_a_name_and_a_description),
        cmocka_unit_test(links_name_their_ends),
        cmocka_unit_test(parts_have_roles_and_states),
        cmocka_unit_test(dotted_is_not_dashed),
        cmocka_unit_test(bars_stay_within_round_corners),
        cmocka_unit_test(the_mark_is_part_of_the_name_of_its_link),
        cmocka_unit_test(a_figure_without_objects_is_one_image),
        cmocka_unit_test(texts_keep_their_measured_length),
        cmocka_unit_test(the_same_figure_gives_the_same_bytes),
        cmocka_unit_test(inline_figures_can_share_a_page),
        cmocka_unit_test(dot_is_read_by_graphviz),
        cmocka_unit_test(dot_has_frames_and_marks),
    };
    return cmocka_run_group_tests(tests, draw, clear);
}
