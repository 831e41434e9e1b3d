/* Tests of the model room: vocabulary, reader, places, hostile input, published contracts. */
#include "base/file.h"
#include "base/memory.h"
#include "model/id_table.h"
#include "model/model.h"
#include "model/position.h"
#include "model/schema.h"
#include "model/tags.h"
#include "model/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "<programme xmlns=\"" MODEL_NAMESPACE "\" format=\"1\">\n<title>T</title>\n"
#define TAIL "</programme>\n"

/* --- helpers ------------------------------------------------------------------------------- */

/* A model that was read from a text, with what was found. */
struct reading {
    struct model model;
    struct diag_sink sink;
    int status;
};

static void read_bytes(struct reading *reading, const char *bytes, size_t length)
{
    diag_sink_init(&reading->sink, false);
    reading->status = model_read_bytes(&reading->model, "test.xml", bytes, length, &reading->sink);
    diag_sort(&reading->sink);
}

static void read_text(struct reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text));
}

static void release(struct reading *reading)
{
    model_release(&reading->model);
    diag_sink_release(&reading->sink);
}

static void read_good(struct reading *reading, const char *text)
{
    read_text(reading, text);
    if (reading->status) {
        struct buf out;
        buf_init(&out, 0);
        struct language *english = language_open(LANGUAGE_ENGLISH, "");
        for (size_t i = 0; i < reading->sink.count; i++)
            diag_add_full(&out, &reading->sink.items[i], english, NULL, 0);
        language_free(english);
        print_error("%s", out.data);
        buf_release(&out);
    }
    assert_int_equal(reading->status, 0);
}

/* Reads and expects errors, the first of them `id`. */
static void expect_error(const char *bytes, size_t length, enum diag_id id)
{
    struct reading reading;
    read_bytes(&reading, bytes, length);
    assert_int_equal(reading.status, 1);
    assert_true(reading.sink.count > 0);
    assert_int_equal(reading.sink.items[0].id, id);
    release(&reading);
}

static void repeat(struct buf *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buf_add_string(out, text);
}

/* --- vocabulary ---------------------------------------------------------------------------- */

static void vocabulary_has_every_kind(void **state)
{
    (void)state;
    for (int kind = 1; kind < MODEL_KINDS; kind++) {
        const struct voc_element *element = vocabulary_of_kind((enum model_kind)kind);
        assert_non_null(element);
        assert_int_equal(element->kind, kind);
        assert_true(element->size >= sizeof(struct model_node));
        assert_ptr_equal(vocabulary_element(element->name), element);
    }
}

static void vocabulary_fits_the_readers_bits(void **state)
{
    (void)state;
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    for (size_t i = 0; i < count; i++) {
        size_t attributes = 0, children = 0;
        while (elements[i]->attributes[attributes].name)
            attributes++;
        while (elements[i]->children[children].element)
            children++;
        assert_true(attributes <= VOC_MOST_ATTRIBUTES && children <= VOC_MOST_CHILDREN);
        assert_non_null(elements[i]->label);
        assert_non_null(elements[i]->meaning);
    }
}

/* True if a start tag of the element has the attribute; NULL: if there is such a tag at all. */
static bool stands_in(const char *source, const char *element, const char *attribute)
{
    struct buf open = {0}, name = {0};
    bool found = false;
    buf_addf(&open, "<%s", element);
    buf_addf(&name, "%s=\"", attribute ? attribute : "");
    for (const char *tag = source; !found && (tag = strstr(tag, open.data)); tag++) {
        const char *end = strchr(tag, '>'), *at = tag + open.length;
        if (!strchr(" \n>/", *at))
            continue;
        found = !attribute;
        while (!found && (at = strstr(at, name.data)) && at < end) {
            found = strchr(" \n", at[-1]) != NULL;
            at++;
        }
    }
    buf_release(&open);
    buf_release(&name);
    return found;
}

/* True if an element before has the very same attributes. */
static bool shared_with(const struct voc_element *const *elements, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (elements[i]->attributes == elements[index]->attributes)
            return true;
    return false;
}

/* The case with everything has everything; an include needs another file and has its own. */
static void vocabulary_stands_in_the_case_with_everything(void **state)
{
    (void)state;
    struct diag_sink sink;
    struct model model;
    struct buf path = {0};
    buf_addf(&path, "%s/tests/cases/reader/everything.xml", TEST_SOURCE_DIR);
    diag_sink_init(&sink, false);
    assert_int_equal(model_read(&model, path.data, &sink), 0);
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    for (size_t i = 0; i < count; i++) {
        const struct voc_element *element = elements[i];
        if (element->kind == MODEL_INCLUDE)
            continue;
        if (!stands_in(model.source, element->name, NULL))
            fail_msg("<%s> is missing", element->name);
        for (const struct voc_attribute *a = element->attributes; a->name; a++)
            if (!stands_in(model.source, element->name, a->name) && !shared_with(elements, i))
                fail_msg("<%s %s> is missing", element->name, a->name);
    }
    model_release(&model);
    diag_sink_release(&sink);
    buf_release(&path);
}

static void vocabulary_values_lie_inside_their_structs(void **state)
{
    (void)state;
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    for (size_t i = 0; i < count; i++) {
        for (const struct voc_attribute *a = elements[i]->attributes; a->name; a++) {
            assert_true((a->codes != NULL) == (a->type == VOC_CODE));
            bool refers = a->type == VOC_REF || a->type == VOC_REFS || a->type == VOC_FAR_REF ||
                          a->type == VOC_FAR_REFS;
            assert_true((a->kinds != 0) == refers);
            assert_non_null(a->meaning);
            if (elements[i]->size)
                assert_true(a->offset < elements[i]->size);
        }
    }
}

static int depth_of(const struct voc_element *element)
{
    int deepest = 0;
    for (const struct voc_child *child = element->children; child->element; child++) {
        int depth = depth_of(child->element);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest + 1;
}

static void vocabulary_nests_less_than_the_readers_stack(void **state)
{
    (void)state;
    assert_true(depth_of(vocabulary_root()) < 16);
}

/* Puts an element's example into a document: each parent with a title and an id. */
static void add_wrapped(struct buf *out, const struct voc_element *element, const char *inside)
{
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    const struct voc_element *parent = NULL;
    for (size_t i = 0; i < count && !parent; i++)
        if (vocabulary_child(elements[i], element->name))
            parent = elements[i];
    assert_non_null(parent);
    if (parent == vocabulary_root()) {
        buf_addf(out, HEAD "%s" TAIL, inside);
        return;
    }
    struct buf around;
    buf_init(&around, 0);
    const struct voc_attribute *id = vocabulary_attribute(parent, "id");
    buf_addf(&around, "<%s%s%s>%s%s</%s>", parent->name,
             vocabulary_attribute(parent, "ref") ? " ref=\"x\"" : "",
             id && id->required ? " id=\"around\"" : "",
             vocabulary_child(parent, "title") ? "<title>x</title>" : "", inside, parent->name);
    add_wrapped(out, parent, around.data);
    buf_release(&around);
}

static void vocabulary_examples_are_right(void **state)
{
    (void)state;
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    for (size_t i = 0; i < count; i++) {
        if (!elements[i]->example)
            continue;
        struct reading reading;
        struct buf text;
        buf_init(&text, 0);
        add_wrapped(&text, elements[i], elements[i]->example);
        read_bytes(&reading, text.data, text.length);
        for (size_t j = 0; j < reading.sink.count; j++) {
            enum diag_id id = reading.sink.items[j].id;
            if (id != DIAG_REFERENCE && id != DIAG_REFERENCE_UNKNOWN && id != DIAG_INCLUDE_ALONE)
                fail_msg("<%s>: %s", elements[i]->name, diag_id_text(id));
        }
        release(&reading);
        buf_release(&text);
    }
}

/* --- the model ----------------------------------------------------------------------------- */

static const char small[] =
    "<programme xmlns=\"" MODEL_NAMESPACE "\" format=\"1\" id=\"p\" xml:lang=\"da\">\n"
    "  <title>Nærmiljø</title>\n"
    "  <horizon id=\"tegn\" holds=\"signs\"><title>Tegn</title></horizon>\n"
    "  <horizon id=\"lang\"><title>Lang</title></horizon>\n"
    "  <activity id=\"a0\"><title>A0</title><leads-to ref=\"e\" id=\"pil\"/></activity>\n"
    "  <focus-area id=\"o\"><title>O</title>\n"
    "    <activity id=\"a1\"><title>A1</title>\n"
    "      <indicator id=\"i1\"><title>I1</title><target value=\"70.50\"/></indicator>\n"
    "    </activity>\n"
    "  </focus-area>\n"
    "  <effect id=\"e\" horizon=\"lang\"><title xml:lang=\"da\">\n"
    "     Børn trives</title></effect>\n"
    "  <indicator id=\"i2\"><title>I2</title></indicator>\n"
    "  <effect/>\n"
    "</programme>\n";

/* The small file without its last, broken effect. */
static void read_small(struct reading *reading)
{
    struct buf text;
    buf_init(&text, 0);
    const char *broken = strstr(small, "  <effect/>\n");
    buf_add(&text, small, (size_t)(broken - small));
    buf_add_string(&text, TAIL);
    read_good(reading, text.data);
    buf_release(&text);
}

static void model_finds_by_id(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    assert_string_equal(model_find(&reading.model, "a1")->title, "A1");
    assert_int_equal(model_find(&reading.model, "pil")->kind, MODEL_LINK);
    assert_int_equal(model_find(&reading.model, "p")->kind, MODEL_PROGRAMME);
    assert_null(model_find(&reading.model, "a"));
    assert_null(model_find(&reading.model, ""));
    assert_null(model_find(&reading.model, NULL));
    release(&reading);
}

static void model_has_flat_lists_in_document_order(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    const struct model *model = &reading.model;
    assert_int_equal(model->activities.count, 2);
    assert_string_equal(model->activities.items[0]->id, "a0");
    assert_string_equal(model->activities.items[1]->id, "a1");
    assert_int_equal(model->top_activities.count, 1);
    assert_int_equal(model->indicators.count, 2);
    assert_string_equal(model->indicators.items[0]->id, "i1");
    assert_int_equal(model->top_indicators.count, 1);
    assert_ptr_equal(model_all(model, MODEL_EFFECT), &model->effects);
    assert_ptr_equal(model_all(model, MODEL_INDICATOR), &model->indicators);
    assert_null(model_all(model, MODEL_TARGET));
    assert_null(model_all(model, MODEL_PROGRAMME));
    release(&reading);
}

static void model_knows_where_things_belong(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    const struct model *model = &reading.model;
    const struct activity *first = model_activity(model->activities.items[0]);
    const struct activity *second = model_activity(model->activities.items[1]);
    assert_null(first->focus_area);
    assert_string_equal(second->focus_area->node.id, "o");
    assert_int_equal(second->position, 1);
    assert_int_equal(model_horizon(model_find(model, "lang"))->position, 1);
    assert_ptr_equal(second->node.parent, model_find(model, "o"));
    assert_ptr_equal(first->node.parent, &model->programme->node);
    release(&reading);
}

static void model_follows_references(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    const struct model *model = &reading.model;
    const struct effect *effect = model_effect(model_find(model, "e"));
    assert_string_equal(effect_horizon(effect)->node.id, "lang");
    assert_string_equal(model_sign_horizon(model)->node.id, "tegn");
    const struct model_list *links = model_links_from(model->activities.items[0]);
    assert_int_equal(links->count, 1);
    assert_ptr_equal(model_link(links->items[0])->to.node, &effect->node);
    assert_int_equal(model_link(links->items[0])->evidence, -1);
    assert_int_equal(model_links_from(&model->programme->node)->count, 0);
    release(&reading);
}

static void model_keeps_decimals_as_written(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    const struct indicator *indicator = model_indicator(model_find(&reading.model, "i1"));
    const struct target *target = model_target(indicator->targets.items[0]);
    assert_true(target->value.value == 70.5);
    assert_int_equal(target->value.decimals, 2);
    release(&reading);
}

static void model_names_what_has_no_title(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    struct language *english = language_open(LANGUAGE_ENGLISH, "");
    const struct model_node *link = model_find(&reading.model, "pil");
    assert_string_equal(model_name(link, english), "pil");
    assert_string_equal(model_name(model_find(&reading.model, "a0"), english), "A0");
    struct model_node nameless = {.kind = MODEL_EFFECT};
    assert_string_equal(model_name(&nameless, english), "(no title)");
    language_free(english);
    release(&reading);
}

static void model_places_titles_at_their_text(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    const struct model_node *effect = model_find(&reading.model, "e");
    struct diag_at at = model_title_at(&reading.model, effect);
    assert_int_equal(at.line, 12);
    assert_int_equal(at.column, 6);
    at = model_at(&reading.model, effect);
    assert_int_equal(at.line, 11);
    assert_int_equal(at.column, 3);
    release(&reading);
}

static void model_keeps_source_and_language_of_a_wrong_file(void **state)
{
    (void)state;
    struct reading reading;
    read_text(&reading, small);
    assert_int_equal(reading.status, 1);
    assert_string_equal(reading.model.source, small);
    assert_string_equal(reading.model.programme->node.lang, "da");
    release(&reading);
}

static void model_release_can_be_repeated(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    model_release(&reading.model);
    model_release(&reading.model);
    diag_sink_release(&reading.sink);
}

static void model_read_reports_a_missing_file(void **state)
{
    (void)state;
    struct model model;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    assert_int_equal(model_read(&model, "no/such/file.xml", &sink), -1);
    assert_int_equal(sink.count, 1);
    model_release(&model);
    assert_int_equal(model_read(&model, TEST_SOURCE_DIR, &sink), -1);
    assert_int_equal(sink.count, 2);
    model_release(&model);
    diag_sink_release(&sink);
}

/* --- foreign content ----------------------------------------------------------------------- */

static void expect_foreign(const struct model *model, uint32_t i, const char *name,
                           const struct model_node *parent, const char *source)
{
    const struct model_foreign *foreign = &model->foreign[i];
    const struct span *span = &foreign->span;
    struct position start = position_after(position_start(), model->source, span->start);
    assert_string_equal(foreign->name, name);
    assert_string_equal(foreign->uri, "urn:x");
    assert_ptr_equal(foreign->parent, parent);
    assert_int_equal(span->end - span->start, strlen(source));
    assert_memory_equal(model->source + span->start, source, strlen(source));
    assert_int_equal(span->line, start.line);
    assert_int_equal(span->column, start.column);
}

/* Only outermost ones, wherever they stand, from the first byte to the last. */
static void foreign_elements_are_kept_with_their_places(void **state)
{
    (void)state;
    struct reading reading;
    read_good(
        &reading,
        "<programme xmlns=\"" MODEL_NAMESPACE "\" xmlns:x=\"urn:x\" format=\"1\">\n"
        "<title>æ <x:b>fed</x:b> og <x:i/></title>\n"
        "<x:a/><x:a /><x:c ><x:a><x:c>æøå</x:c></x:a><x:a/></x:c\n>\n"
        "<effect id=\"e\"><title>E</title>\n"
        "  <description><x:d xmlns=\"urn:x\"><e/></x:d>Tekst</description>\n"
        "  <leads-to id=\"l\" ref=\"e2\"><mechanism>M<x:f><![CDATA[</x:f>]]></x:f></mechanism>"
        "</leads-to></effect>\n"
        "<effect id=\"e2\"><title>E</title><g xmlns=\"urn:x\"/></effect></programme>\n");
    const struct model *model = &reading.model;
    const struct model_node *programme = &model->programme->node;
    assert_int_equal(model->foreign_count, 8);
    expect_foreign(model, 0, "b", programme, "<x:b>fed</x:b>");
    expect_foreign(model, 1, "i", programme, "<x:i/>");
    expect_foreign(model, 2, "a", programme, "<x:a/>");
    expect_foreign(model, 3, "a", programme, "<x:a />");
    expect_foreign(model, 4, "c", programme, "<x:c ><x:a><x:c>æøå</x:c></x:a><x:a/></x:c\n>");
    expect_foreign(model, 5, "d", model_find(model, "e"), "<x:d xmlns=\"urn:x\"><e/></x:d>");
    expect_foreign(model, 6, "f", model_find(model, "l"), "<x:f><![CDATA[</x:f>]]></x:f>");
    expect_foreign(model, 7, "g", model_find(model, "e2"), "<g xmlns=\"urn:x\"/>");
    assert_string_equal(programme->title, "æ og");
    release(&reading);
}

/* --- ids ----------------------------------------------------------------------------------- */

static void ids_are_found_among_many(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    struct id_table *table = id_table_new();
    struct arena arena;
    arena_init(&arena);
    for (int i = 0; i < MANY; i++) {
        char name[16];
        snprintf(name, sizeof name, "id-%d", i);
        struct model_node *node = arena_alloc(&arena, sizeof *node);
        node->id = arena_string(&arena, name);
        node->order = (uint32_t)i;
        assert_null(id_table_add(table, node));
        assert_non_null(id_table_add(table, node));
    }
    assert_int_equal(table->count, MANY);
    assert_int_equal(id_table_find(table, "id-12345x", 8)->node->order, 12345);
    assert_null(id_table_find(table, "id-20000", 8));
    arena_release(&arena);
    id_table_free(table);
    id_table_free(NULL);
}

static void ids_of_an_empty_table_are_none(void **state)
{
    (void)state;
    struct id_table *table = id_table_new();
    assert_null(id_table_find(table, "a", 1));
    id_table_free(table);
}

/* --- places -------------------------------------------------------------------------------- */

static void position_counts_characters_and_lines(void **state)
{
    (void)state;
    const char *text = "aø\r\n\xf0\x9f\x98\x80 b";
    struct position at = position_after(position_start(), text, 3);
    assert_int_equal(at.line, 1);
    assert_int_equal(at.column, 3);
    at = position_after(at, text, 10);
    assert_int_equal(at.line, 2);
    assert_int_equal(at.column, 3);
}

/* A file that puts all that XML has around and into elements, of `units` parts. */
static void add_thorny_file(struct buf *out, size_t units, const char *newline)
{
    buf_addf(out, "<?xml version=\"1.0\"?>%s<!-- < > </title> -->%s", newline, newline);
    buf_addf(out, "<programme xmlns=\"%s\" xmlns:x=\"urn:x\" format=\"1\"\n id=\"p\">",
             MODEL_NAMESPACE);
    buf_addf(out, "<title>Æ &amp; &#248; <![CDATA[<title>]]></title>%s", newline);
    for (size_t i = 0; i < units; i++) {
        buf_addf(out, "<activity\tid=\"a%zu\" x:y=\"&lt;&#10;>\"%s  ><!-- <effect/> -->", i,
                 newline);
        buf_addf(out, "<title>Møde<!-- -->r %zu<?p <a> ?></title >", i);
        buf_addf(out,
                 "<indicator><title>\xf0\x9f\x98\x80%s i</title><target value='%zu'/>%s"
                 "<target\n/></indicator>",
                 newline, i, newline);
        buf_addf(out, "<x:f a='>'><x:g>&amp;%*s</x:g></x:f>", (int)(i % 70), "");
        buf_addf(out, "<leads-to ref=\"e%zu\"/></activity\n>%s", i, newline);
        buf_addf(out, "<effect id=\"e%zu\"><title>%*s<![CDATA[ E]]></title></effect>", i,
                 (int)(i % 90), "");
    }
    buf_add_string(out, "</programme>");
}

/* The element at the node's span is the one the node says: '<' and the name at its start, and
 * just before its end the end tag of this name or an empty tag. */
static void check_span(const struct model *model, const struct model_node *node)
{
    const char *name = vocabulary_of_kind(node->kind)->name;
    const char *source = model->source;
    struct span span = node->span;
    assert_true(span.start < span.end && span.end <= model->source_length);
    assert_int_equal(source[span.start], '<');
    assert_memory_equal(source + span.start + 1, name, strlen(name));
    assert_int_equal(source[span.end - 1], '>');
    uint32_t close = span.end - 1;
    while (source[close] != '<')
        close--;
    if (close != span.start) {
        assert_int_equal(source[close + 1], '/');
        assert_memory_equal(source + close + 2, name, strlen(name));
    }
    struct position place = position_after(position_start(), source, span.start);
    assert_int_equal(place.line, span.line);
    assert_int_equal(place.column, span.column);
}

static void check_spans(const char *newline, const char *before)
{
    struct reading reading;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, before);
    add_thorny_file(&text, 700, newline);
    read_good(&reading, text.data);
    const struct model *model = &reading.model;
    const enum model_kind kinds[] = {MODEL_ACTIVITY, MODEL_EFFECT, MODEL_INDICATOR, MODEL_LINK};
    check_span(model, &model->programme->node);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const struct model_list *all = model_all(model, kinds[i]);
        assert_int_equal(all->count, 700);
        for (size_t j = 0; j < all->count; j++)
            check_span(model, all->items[j]);
    }
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct model_list *targets = &model_indicator(model->indicators.items[i])->targets;
        assert_int_equal(targets->count, 2);
        check_span(model, targets->items[0]);
        check_span(model, targets->items[1]);
    }
    buf_release(&text);
    release(&reading);
}

static void spans_are_exact(void **state)
{
    (void)state;
    check_spans("\n", "");
}

static void spans_are_exact_with_crlf(void **state)
{
    (void)state;
    check_spans("\r\n", "");
}

static void spans_are_exact_behind_a_byte_order_mark(void **state)
{
    (void)state;
    check_spans("\n", "\xEF\xBB\xBF");
}

/* Comments of growing length move every kind of markup across the parser's chunks. */
static void chunks_do_not_show(void **state)
{
    (void)state;
    enum { CHUNK = 1 << 15 };
    static const char body[] = "<effect id=\"æ\" who=\"&amp;\"><title>Børn &#248;\r\n"
                               "<![CDATA[<]]>\xf0\x9f\x98\x80</title></effect>" TAIL;
    for (size_t shift = 0; shift < sizeof body + 8; shift++) {
        struct reading reading;
        struct buf text;
        buf_init(&text, 0);
        buf_add_string(&text, HEAD "<!--");
        while (text.length + 3 + shift < CHUNK)
            buf_add_char(&text, 'x');
        buf_addf(&text, "-->%s", body);
        read_good(&reading, text.data);
        const struct effect *effect = model_effect(reading.model.effects.items[0]);
        assert_string_equal(effect->node.title, "Børn ø <\xf0\x9f\x98\x80");
        assert_string_equal(effect->who, "&");
        check_span(&reading.model, &effect->node);
        release(&reading);
        buf_release(&text);
    }
}

static void findings_come_in_file_order(void **state)
{
    (void)state;
    struct reading reading;
    read_text(&reading, HEAD "<effect horizon=\"h\"/>\n<place id=\"p\"/>\n<owner/>\n<efect/>" TAIL);
    for (size_t i = 1; i < reading.sink.count; i++)
        assert_true(reading.sink.items[i - 1].at.line <= reading.sink.items[i].at.line);
    assert_true(reading.sink.count >= 5);
    release(&reading);
}

/* --- hostile input ------------------------------------------------------------------------- */

static void refuses_entity_bombs(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, "<!DOCTYPE p [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 60; i++)
        buf_addf(&text, "<!ENTITY a%d \"&a%d;&a%d;\">", i, i - 1, i - 1);
    buf_add_string(&text, "]>" HEAD "<owner>&a59;</owner>" TAIL);
    expect_error(text.data, text.length, DIAG_DOCTYPE);
    buf_release(&text);
}

static void refuses_quadratic_blow_up(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, "<!DOCTYPE p [<!ENTITY a \"");
    repeat(&text, "xxxxxxxxxx", 10000);
    buf_add_string(&text, "\">]>" HEAD "<owner>");
    repeat(&text, "&a;", 100000);
    buf_add_string(&text, "</owner>" TAIL);
    expect_error(text.data, text.length, DIAG_DOCTYPE);
    buf_release(&text);
}

static void refuses_external_entities(void **state)
{
    (void)state;
    static const char text[] =
        "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" HEAD "<owner>&a;</owner>" TAIL;
    expect_error(text, sizeof text - 1, DIAG_DOCTYPE);
    static const char outside[] = "<!DOCTYPE p SYSTEM \"http://localhost:1/x.dtd\">" HEAD TAIL;
    expect_error(outside, sizeof outside - 1, DIAG_DOCTYPE);
}

static void refuses_many_attributes(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD "<effect");
    for (int i = 0; i < 100000; i++)
        buf_addf(&text, " a%d=\"\"", i);
    buf_add_string(&text, "/>" TAIL);
    expect_error(text.data, text.length, DIAG_TAG_ATTRIBUTES);
    buf_release(&text);
}

static void refuses_many_namespaces(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD "<effect");
    for (int i = 0; i < 100000; i++)
        buf_addf(&text, " xmlns:a%d='u'", i);
    buf_add_string(&text, "/>" TAIL);
    expect_error(text.data, text.length, DIAG_TAG_ATTRIBUTES);
    buf_release(&text);
}

static void refuses_long_tags(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD "<effect who=\"");
    repeat(&text, "børn, unge ", 10000);
    buf_add_string(&text, "\"/>" TAIL);
    expect_error(text.data, text.length, DIAG_TAG_LENGTH);
    buf_release(&text);
}

/* In one piece, and with comments between the pieces. */
static void refuses_very_long_texts(void **state)
{
    static const struct {
        const char *before, *between, *after;
    } texts[] = {
        {"<purpose>", "", "</purpose>"},
        {"<purpose>", "<!-- mere -->", "</purpose>"},
        {"<purpose><![CDATA[", "", "]]></purpose>"},
        {"<!--", "", "-->"},
        {"<?a ", "", "?>"},
        {"<a xmlns=\"urn:a\">", "", "</a>"},
        {"<!--", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buf text;
        buf_init(&text, 0);
        buf_addf(&text, HEAD "%s", texts[i].before);
        for (int k = 0; k < 5; k++) {
            repeat(&text, "børn og unge ", 70000);
            buf_add_string(&text, texts[i].between);
        }
        buf_addf(&text, "%s" TAIL, texts[i].after);
        expect_error(text.data, text.length, DIAG_TEXT_LENGTH);
        buf_release(&text);
    }
}

static void lets_long_texts_and_comments_be(void **state)
{
    (void)state;
    struct reading reading;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD "<!-- <a ");
    repeat(&text, " a='1'", 100000);
    buf_add_string(&text, "--><owner><![CDATA[<a ");
    repeat(&text, " a='1'", 100000);
    buf_add_string(&text, "]]></owner><purpose>");
    repeat(&text, "a = b ", 100000);
    buf_add_string(&text, "</purpose><?pi ");
    repeat(&text, " a='1'", 100000);
    buf_add_string(&text, "?>" TAIL);
    read_good(&reading, text.data);
    assert_int_equal(strlen(reading.model.programme->purpose), 6 * 100000 - 1);
    release(&reading);
    buf_release(&text);
}

static void refuses_deep_nesting(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD);
    repeat(&text, "<x:a xmlns:x='urn:x'>", 100000);
    expect_error(text.data, text.length, DIAG_DEPTH);
    buf_release(&text);
}

static void keeps_floods_of_equal_ids_short(void **state)
{
    (void)state;
    struct reading reading;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD);
    repeat(&text, "<effect id=\"samme\"><title>E</title></effect>\n", 100000);
    buf_add_string(&text, TAIL);
    read_bytes(&reading, text.data, text.length);
    assert_int_equal(reading.sink.count, DIAG_MOST_OF_KIND);
    assert_int_equal(reading.sink.of_kind[DIAG_ID_TWICE], 99999);
    release(&reading);
    buf_release(&text);
}

static void keeps_floods_of_everything_short(void **state)
{
    (void)state;
    struct reading reading;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD);
    for (int i = 0; i < 20000; i++)
        buf_addf(&text, "<effekt%d/><effect who%d='' kind='x%d' horizon='h%d'>løst</effect>", i, i,
                 i, i);
    buf_add_string(&text, TAIL);
    read_bytes(&reading, text.data, text.length);
    assert_true(reading.sink.count <= DIAG_MOST);
    release(&reading);
    buf_release(&text);
}

static void refuses_nul_bytes_anywhere(void **state)
{
    (void)state;
    static const char text[] = HEAD "<owner>O</owner>" TAIL;
    for (size_t at = 2; at < sizeof text - 1; at++) {
        char copy[sizeof text];
        memcpy(copy, text, sizeof text);
        copy[at] = '\0';
        expect_error(copy, sizeof text - 1, DIAG_XML_CHARACTER);
    }
}

static void survives_truncation_at_every_byte(void **state)
{
    (void)state;
    size_t length = strlen(small);
    for (size_t cut = 0; cut + strlen("</programme>\n") < length; cut++) {
        struct reading reading;
        read_bytes(&reading, small, cut);
        assert_int_equal(reading.status, 1);
        assert_true(reading.sink.count > 0);
        release(&reading);
    }
}

static void survives_a_wrong_byte_anywhere(void **state)
{
    (void)state;
    static const char wrong[] = {'<', '>',    '&',    '"',    '\'', '/', '=', ' ', '\n',
                                 ']', '\x01', '\xC3', '\xFF', 'x',  ':', '!', '?'};
    size_t length = strlen(small);
    char *copy = mem_alloc(length + 1);
    for (size_t at = 0; at < length; at++) {
        memcpy(copy, small, length + 1);
        copy[at] = wrong[at * 7 % sizeof wrong];
        struct reading reading;
        read_bytes(&reading, copy, length);
        assert_true(reading.status == 0 || reading.sink.count > 0);
        release(&reading);
    }
    free(copy);
}

static void reads_a_file_of_one_line(void **state)
{
    (void)state;
    struct reading reading;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, "<programme xmlns=\"" MODEL_NAMESPACE "\" format=\"1\"><title>T</title>");
    repeat(&text, "<effect><title>Børn</title></effect>", 50000);
    buf_add_string(&text, "</programme>");
    read_good(&reading, text.data);
    const struct model_node *last = reading.model.effects.items[49999];
    assert_int_equal(last->span.line, 1);
    assert_true(last->span.column < last->span.start);
    release(&reading);
    buf_release(&text);
}

static void follows_long_chains_of_places(void **state)
{
    (void)state;
    struct reading reading;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, HEAD);
    for (int i = 0; i < 50000; i++)
        buf_addf(&text, "<place id=\"p%d\" within=\"p%d\"><title>P</title></place>\n", i,
                 i == 49999 ? 10 : i + 1);
    buf_add_string(&text, TAIL);
    read_bytes(&reading, text.data, text.length);
    assert_int_equal(reading.sink.of_kind[DIAG_PLACE_CIRCLE], 1);
    assert_int_equal(reading.sink.count, 1);
    release(&reading);
    buf_release(&text);
}

/* --- other words for names ----------------------------------------------------------------- */

static bool is_name_in(const struct voc_element *element, const char *name)
{
    bool found = !strcmp(element->name, name);
    for (const struct voc_attribute *a = element->attributes; a->name; a++) {
        found = found || !strcmp(a->name, name);
        for (const struct voc_code *code = a->codes; code && code->name; code++)
            found = found || !strcmp(code->name, name);
    }
    return found;
}

static bool is_name(const char *name)
{
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    bool found = !strcmp(name, "xml:lang");
    for (size_t i = 0; i < count; i++)
        found = found || is_name_in(elements[i], name);
    return found;
}

/* Each is written as it is looked for, and means something. */
static void other_words_for_names_are_found(void **state)
{
    (void)state;
    for (const struct voc_alias *alias = vocabulary_aliases(); alias->written; alias++) {
        const char *names[] = {alias->meant};
        if (!is_name(alias->meant))
            fail_msg("%s means %s, which is no name or code", alias->written, alias->meant);
        if (vocabulary_meant(vocabulary_aliases(), alias->written, names, 1) != alias->meant)
            fail_msg("%s, for %s, is never found", alias->written, alias->meant);
    }
}

/* --- tags ---------------------------------------------------------------------------------- */

static bool is_name_of_a_tag(const char *name)
{
    bool found = tags_find_list(name) != NULL;
    for (const struct tag_list *list = tags_lists(); list->name; list++)
        found = found || tags_find_code(list, name);
    return found;
}

static void tags_are_found_and_told_apart(void **state)
{
    (void)state;
    for (const struct tag_list *list = tags_lists(); list->name; list++) {
        assert_ptr_equal(tags_find_list(list->name), list);
        assert_true(*list->label && *list->meaning && list->codes->name);
        for (const struct tag_code *code = list->codes; code->name; code++) {
            assert_ptr_equal(tags_find_code(list, code->name), code);
            assert_non_null(code->label);
            assert_null(strpbrk(code->name, " :"));
        }
    }
    assert_non_null(tags_find_list(tags_place_standard));
    assert_null(tags_find_list("Setting"));
    assert_null(tags_find_code(tags_find_list("setting"), "skole"));
}

static void other_words_for_tags_mean_something(void **state)
{
    (void)state;
    static const char *const choices[] = {"specific", "general"};
    for (const struct voc_alias *alias = tags_aliases(); alias->written; alias++) {
        if (!is_name_of_a_tag(alias->meant))
            fail_msg("%s means %s, which is no list or code", alias->written, alias->meant);
        for (const char *c = alias->written; *c; c++)
            assert_true(*c != ' ' && *c != '_' && (*c < 'A' || *c > 'Z'));
    }
    assert_string_equal(vocabulary_likely(tags_aliases(), "Generel", choices, 2), "general");
    assert_string_equal(vocabulary_likely(tags_aliases(), "specifik", choices, 2), "specific");
    assert_string_equal(vocabulary_likely(tags_aliases(), "GRØN", choices, 2), "general");
    assert_string_equal(vocabulary_likely(tags_aliases(), "generall", choices, 2), "general");
    assert_null(vocabulary_meant(tags_aliases(), "generall", choices, 2));
    assert_null(vocabulary_likely(tags_aliases(), "blå", choices, 2));
}

/* Known ones by their label, one's own by their title, others as they are written. */
static void tags_have_labels(void **state)
{
    (void)state;
    static const struct {
        struct model_tag tag;
        const char *list, *code;
    } cases[] = {
        {{"sdg", "3"}, "Sustainable Development Goal", "Good health and well-being"},
        {{"sdg", "18"}, "Sustainable Development Goal", "18"},
        {{"sdg", "18a"}, "Sustainable Development Goal", "Sunde haver"},
        {{"temaer", "mad"}, "Vores temaer", "Mad og måltider"},
        {{"temaer", "leg"}, "Vores temaer", "leg"},
        {{"andet", "mad"}, "andet", "mad"},
    };
    struct reading reading;
    struct language *english = language_open(LANGUAGE_ENGLISH, "");
    read_good(
        &reading,
        HEAD "<code-list id=\"temaer\"><title>Vores temaer</title><code name=\"mad\"><title>Mad og "
             "måltider</title></code></code-list>\n"
             "<code-list id=\"sdg\"><title>Verdensmål</title><code name=\"18a\"><title>Sunde haver"
             "</title></code></code-list>\n" TAIL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct model_tag *tag = &cases[i].tag;
        assert_string_equal(tags_list_label(&reading.model, tag, english), cases[i].list);
        assert_string_equal(tags_code_label(&reading.model, tag, english), cases[i].code);
    }
    language_free(english);
    release(&reading);
}

/* --- published contracts ------------------------------------------------------------------- */

static void check_current(const char *path, void (*write)(struct buf *))
{
    struct diag_sink sink;
    struct buf now;
    char *committed;
    size_t length;
    diag_sink_init(&sink, false);
    buf_init(&now, 0);
    write(&now);
    assert_int_equal(file_read(path, 1 << 24, &committed, &length, &sink), 0);
    assert_int_equal(length, now.length);
    assert_memory_equal(committed, now.data, length);
    free(committed);
    buf_release(&now);
    diag_sink_release(&sink);
}

static void write_english_schema(struct buf *out)
{
    struct language *english = language_open(LANGUAGE_ENGLISH, NULL);
    schema_write_rng(out, english);
    language_free(english);
}

static void committed_schema_is_current(void **state)
{
    (void)state;
    check_current(TEST_SOURCE_DIR "/schemas/virkning.rng", write_english_schema);
}

static void committed_reference_is_current(void **state)
{
    (void)state;
    check_current(TEST_SOURCE_DIR "/docs/virkning.5", reference_write_man);
}

/* The example of the manual page is a model. */
static void example_of_the_reference_reads(void **state)
{
    (void)state;
    struct reading reading;
    struct buf page;
    buf_init(&page, 0);
    reference_write_man(&page);
    char *start = strstr(page.data, "<?xml");
    assert_non_null(start);
    *strstr(start, ".Ed") = '\0';
    read_good(&reading, start);
    assert_int_equal(reading.model.activities.count, 3);
    release(&reading);
    buf_release(&page);
}

/* --- further schemas ----------------------------------------------------------------------- */

/* Writes a schema to a file of its own; returns the path, to be unlinked and freed. */
static char *temporary_schema(const char *text)
{
    static const char name[] = "/tmp/virkning-schema.XXXXXX";
    char *path = mem_alloc(sizeof name);
    memcpy(path, name, sizeof name);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    return path;
}

static int check_with(struct reading *reading, const char *schema)
{
    char *path = temporary_schema(schema);
    int status = schema_check(&reading->model, path, &reading->sink);
    unlink(path);
    free(path);
    return status;
}

#define RNG_HEAD                                                                                   \
    "<element name=\"programme\" ns=\"" MODEL_NAMESPACE "\" "                                      \
    "xmlns=\"http://relaxng.org/ns/structure/1.0\">"                                               \
    "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>"
#define RNG_TITLE "<element name=\"title\"><text/></element>"

#define XSD(content)                                                                               \
    "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"" MODEL_NAMESPACE "\" "  \
    "elementFormDefault=\"qualified\"><element name=\"programme\"><complexType><sequence>"         \
    "<element name=\"title\" type=\"string\"/>" content                                            \
    "</sequence><attribute name=\"format\"/></complexType></element></schema>"

static void published_schema_accepts_a_model(void **state)
{
    (void)state;
    struct reading reading;
    read_small(&reading);
    int status =
        schema_check(&reading.model, TEST_SOURCE_DIR "/schemas/virkning.rng", &reading.sink);
    assert_int_equal(status, 0);
    assert_int_equal(reading.sink.count, 0);
    release(&reading);
}

static void tighter_rng_finds_what_it_forbids(void **state)
{
    (void)state;
    struct reading reading;
    read_good(&reading, HEAD "<owner>O</owner>" TAIL);
    assert_int_equal(check_with(&reading, RNG_HEAD RNG_TITLE "</element>"), 0);
    assert_true(reading.sink.count > 0);
    assert_int_equal(reading.sink.items[0].id, DIAG_SCHEMA_FINDING);
    assert_string_equal(reading.sink.items[0].at.file, "test.xml");
    release(&reading);
}

static void tighter_xsd_finds_what_it_forbids(void **state)
{
    (void)state;
    struct reading reading;
    read_good(&reading, HEAD TAIL);
    assert_int_equal(check_with(&reading, XSD("")), 0);
    assert_int_equal(reading.sink.count, 0);
    assert_int_equal(check_with(&reading, XSD("<element name=\"owner\" type=\"string\"/>")), 0);
    assert_int_equal(reading.sink.count, 1);
    assert_int_equal(reading.sink.items[0].at.line, 1);
    assert_null(strstr(reading.sink.items[0].args[1], "{urn:"));
    assert_null(strchr(reading.sink.items[0].args[1], '\n'));
    release(&reading);
}

static void broken_schemas_are_failures(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum diag_id id;
    } broken[] = {
        {"<element name=\"a\"", DIAG_SCHEMA_FILE},
        {"", DIAG_SCHEMA_KIND},
        {RNG_HEAD "<ref name=\"nowhere\"/></element>", DIAG_SCHEMA_FILE},
        {XSD("<element ref=\"nowhere\"/>"), DIAG_SCHEMA_FILE},
        {"<html/>", DIAG_SCHEMA_KIND},
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct reading reading;
        read_good(&reading, HEAD TAIL);
        assert_int_equal(check_with(&reading, broken[i].text), -1);
        assert_int_equal(reading.sink.count, 1);
        assert_int_equal(reading.sink.items[0].id, broken[i].id);
        release(&reading);
    }
}

static void missing_schema_is_a_failure(void **state)
{
    (void)state;
    struct reading reading;
    read_good(&reading, HEAD TAIL);
    assert_int_equal(schema_check(&reading.model, "no/such.rng", &reading.sink), -1);
    assert_int_equal(reading.sink.count, 1);
    release(&reading);
}

static void broken_xml_is_not_checked_again(void **state)
{
    (void)state;
    struct reading reading;
    read_text(&reading, HEAD "<owner>");
    size_t found = reading.sink.count;
    assert_int_equal(check_with(&reading, RNG_HEAD RNG_TITLE "</element>"), 0);
    assert_int_equal(reading.sink.count, found);
    release(&reading);
}

static void schemas_are_not_fetched_from_a_network(void **state)
{
    (void)state;
    struct reading reading;
    read_good(&reading, HEAD TAIL);
    int status = check_with(&reading, "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\">"
                                      "<include href=\"http://localhost:1/a.rng\"/></grammar>");
    assert_int_equal(status, -1);
    assert_int_equal(reading.sink.count, 1);
    release(&reading);
}

/* ------------------------------------------------------------------------------------------- */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vocabulary_has_every_kind),
        cmocka_unit_test(vocabulary_fits_the_readers_bits),
        cmocka_unit_test(vocabulary_stands_in_the_case_with_everything),
        cmocka_unit_test(vocabulary_values_lie_inside_their_structs),
        cmocka_unit_test(vocabulary_nests_less_than_the_readers_stack),
        cmocka_unit_test(vocabulary_examples_are_right),
        cmocka_unit_test(model_finds_by_id),
        cmocka_unit_test(model_has_flat_lists_in_document_order),
        cmocka_unit_test(model_knows_where_things_belong),
        cmocka_unit_test(model_follows_references),
        cmocka_unit_test(model_keeps_decimals_as_written),
        cmocka_unit_test(model_names_what_has_no_title),
        cmocka_unit_test(model_places_titles_at_their_text),
        cmocka_unit_test(model_keeps_source_and_language_of_a_wrong_file),
        cmocka_unit_test(model_release_can_be_repeated),
        cmocka_unit_test(model_read_reports_a_missing_file),
        cmocka_unit_test(foreign_elements_are_kept_with_their_places),
        cmocka_unit_test(ids_are_found_among_many),
        cmocka_unit_test(ids_of_an_empty_table_are_none),
        cmocka_unit_test(position_counts_characters_and_lines),
        cmocka_unit_test(spans_are_exact),
        cmocka_unit_test(spans_are_exact_with_crlf),
        cmocka_unit_test(spans_are_exact_behind_a_byte_order_mark),
        cmocka_unit_test(chunks_do_not_show),
        cmocka_unit_test(findings_come_in_file_order),
        cmocka_unit_test(refuses_entity_bombs),
        cmocka_unit_test(refuses_quadratic_blow_up),
        cmocka_unit_test(refuses_external_entities),
        cmocka_unit_test(refuses_many_attributes),
        cmocka_unit_test(refuses_many_namespaces),
        cmocka_unit_test(refuses_long_tags),
        cmocka_unit_test(refuses_very_long_texts),
        cmocka_unit_test(lets_long_texts_and_comments_be),
        cmocka_unit_test(refuses_deep_nesting),
        cmocka_unit_test(keeps_floods_of_equal_ids_short),
        cmocka_unit_test(keeps_floods_of_everything_short),
        cmocka_unit_test(refuses_nul_bytes_anywhere),
        cmocka_unit_test(survives_truncation_at_every_byte),
        cmocka_unit_test(survives_a_wrong_byte_anywhere),
        cmocka_unit_test(reads_a_file_of_one_line),
        cmocka_unit_test(follows_long_chains_of_places),
        cmocka_unit_test(tags_are_found_and_told_apart),
        cmocka_unit_test(other_words_for_names_are_found),
        cmocka_unit_test(other_words_for_tags_mean_something),
        cmocka_unit_test(tags_have_labels),
        cmocka_unit_test(committed_schema_is_current),
        cmocka_unit_test(committed_reference_is_current),
        cmocka_unit_test(example_of_the_reference_reads),
        cmocka_unit_test(published_schema_accepts_a_model),
        cmocka_unit_test(tighter_rng_finds_what_it_forbids),
        cmocka_unit_test(tighter_xsd_finds_what_it_forbids),
        cmocka_unit_test(broken_schemas_are_failures),
        cmocka_unit_test(missing_schema_is_a_failure),
        cmocka_unit_test(broken_xml_is_not_checked_again),
        cmocka_unit_test(schemas_are_not_fetched_from_a_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
