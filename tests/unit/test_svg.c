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
    assert_string_equal(role, "img");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_unique_and_stable),
        cmocka_unit_test(nothing_of_the_model_becomes_markup),
        cmocka_unit_test(the_image_has_a_name_and_a_description),
        cmocka_unit_test(texts_keep_their_measured_length),
        cmocka_unit_test(the_same_figure_gives_the_same_bytes),
        cmocka_unit_test(inline_figures_can_share_a_page),
        cmocka_unit_test(dot_is_read_by_graphviz),
    };
    return cmocka_run_group_tests(tests, draw, clear);
}
