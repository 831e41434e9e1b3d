/* Tests of the editor: every operation, everything that has to come back as it was, a thousand
 * random files, and what must not be written. */
#include "base/datadir.h"
#include "base/file.h"
#include "base/memory.h"
#include "edit_models.h"
#include "model/edit.h"
#include "model/markup.h"
#include "model/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define ROOT "<programme xmlns=\"" MODEL_NAMESPACE "\" format=\"1\">"
#define HEAD ROOT "\n  <title>T</title>\n"
#define TAIL "</programme>\n"

/* --- helpers ------------------------------------------------------------------------------- */

/* A file that was read, what was found in it, and what is done to it. */
struct opened {
    struct model model;
    struct diag_sink sink;
    struct edit edit;
    int status;
};

static void print_findings(const struct diag_sink *sink)
{
    struct buf out = {0};
    struct language *english = language_open(LANGUAGE_ENGLISH, "");
    for (size_t i = 0; i < sink->count; i++)
        diag_add_full(&out, &sink->items[i], english, NULL, 0);
    language_free(english);
    print_error("%s", out.data ? out.data : "");
    buf_release(&out);
}

static void open_bytes(struct opened *o, const char *bytes, size_t length)
{
    diag_sink_init(&o->sink, false);
    o->status = model_read_bytes(&o->model, "test.xml", bytes, length, &o->sink);
    if (!o->status)
        edit_init(&o->edit, &o->model);
    else
        o->edit = (struct edit){0};
}

static void open_good(struct opened *o, const char *bytes, size_t length)
{
    open_bytes(o, bytes, length);
    if (o->status) {
        print_findings(&o->sink);
        print_error("%.*s\n", (int)length, bytes);
    }
    assert_int_equal(o->status, 0);
}

static void open_text(struct opened *o, const char *text)
{
    open_good(o, text, strlen(text));
}

static void close_opened(struct opened *o)
{
    edit_release(&o->edit);
    model_release(&o->model);
    diag_sink_release(&o->sink);
}

static const struct model_node *node_of(const struct opened *o, const char *id)
{
    const struct model_node *node =
        strcmp(id, ".") != 0 ? model_find(&o->model, id) : &o->model.programme->node;
    assert_non_null(node);
    return node;
}

/* What an edit makes of the file, to be released. */
static struct buf applied(const struct opened *o)
{
    struct buf bytes;
    buf_init(&bytes, 0);
    edit_apply(&o->edit, &bytes);
    return bytes;
}

static void assert_applied(const struct opened *o, const char *expected)
{
    struct buf bytes = applied(o);
    assert_string_equal(bytes.data, expected);
    buf_release(&bytes);
}

static int set(struct opened *o, const char *id, const char *name, const char *value)
{
    const struct model_node *node = node_of(o, id);
    struct edit_field field;
    assert_true(edit_find_field(node, name, &field));
    return edit_set(&o->edit, node, &field, value, &o->sink);
}

/* --- one value ----------------------------------------------------------------------------- */

/* Sets one value in a file: `before` and `after` stand in a programme of their own unless they
 * have one. */
static void assert_set(const char *before, const char *id, const char *name, const char *value,
                       const char *after)
{
    struct buf whole = {0}, expected = {0};
    bool wrapped = !strstr(before, "programme");
    buf_addf(&whole, "%s%s%s", wrapped ? HEAD : "", before, wrapped ? TAIL : "");
    buf_addf(&expected, "%s%s%s", wrapped ? HEAD : "", after, wrapped ? TAIL : "");
    struct opened o;
    open_text(&o, whole.data);
    assert_int_equal(set(&o, id, name, value), 0);
    assert_applied(&o, expected.data);
    assert_int_equal(edit_is_empty(&o.edit), !strcmp(before, after));
    close_opened(&o);
    buf_release(&whole);
    buf_release(&expected);
}

struct set_case {
    const char *before, *id, *name, *value, *after;
};

static void assert_all_set(const struct set_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_set(cases[i].before, cases[i].id, cases[i].name, cases[i].value, cases[i].after);
}

#define ASSERT_ALL_SET(cases) assert_all_set((cases), sizeof(cases) / sizeof *(cases))

static void attributes_are_changed_where_they_stand(void **state)
{
    (void)state;
    static const struct set_case cases[] = {
        {"<effect id='e' kind = 'goal'\n  who=\"a\"><title>E</title></effect>", "e", "kind",
         "sub-goal", "<effect id='e' kind = 'sub-goal'\n  who=\"a\"><title>E</title></effect>"},
        {"<effect id='e' who='a'><title>E</title></effect>", "e", "who", "a & b's <\"x\"> >",
         "<effect id='e' who='a &amp; b&apos;s &lt;\"x\"> >'><title>E</title></effect>"},
        {"<effect id='e' who=\"a\"><title>E</title></effect>", "e", "who", "b's \"x\"",
         "<effect id='e' who=\"b's &quot;x&quot;\"><title>E</title></effect>"},
        {"<effect id=' e ' who=' a  b '><title>E</title></effect>", "e", "who", " c\n\td ",
         "<effect id=' e ' who=' c d '><title>E</title></effect>"},
        {"<effect id='e' who='a &#38;\n b'><title>E</title></effect>", "e", "who", "a & b",
         "<effect id='e' who='a &#38;\n b'><title>E</title></effect>"},
        {"<activity id='a' from='2017'><title>A</title></activity>", "a", "from", "2017",
         "<activity id='a' from='2017'><title>A</title></activity>"},
    };
    ASSERT_ALL_SET(cases);
}

static void attributes_are_added_in_the_style_of_the_tag(void **state)
{
    (void)state;
    static const struct set_case cases[] = {
        {"<effect id=\"e\"><title>E</title></effect>", "e", "who", "a",
         "<effect id=\"e\" who=\"a\"><title>E</title></effect>"},
        {"<effect id='e' ><title>E</title></effect>", "e", "who", "a's",
         "<effect id='e' who='a&apos;s' ><title>E</title></effect>"},
        {"<effect id = 'e'><title>E</title></effect>", "e", "who", "a",
         "<effect id = 'e' who = 'a'><title>E</title></effect>"},
        {"  <effect id=\"e\"\n          kind=\"goal\"><title>E</title></effect>", "e", "who", "a",
         "  <effect id=\"e\"\n          kind=\"goal\"\n          who=\"a\"><title>E</title>"
         "</effect>"},
        {"  <effect id=\"e\" kind=\"goal\"\n          expected=\"2027\"><title>E</title></effect>",
         "e", "who", "a",
         "  <effect id=\"e\" kind=\"goal\"\n          expected=\"2027\" who=\"a\"><title>E</title>"
         "</effect>"},
        {"<effect id='e'><title>E</title><leads-to id='l' ref='e'/></effect>", "l", "evidence", "3",
         "<effect id='e'><title>E</title><leads-to id='l' ref='e' evidence='3'/></effect>"},
        {"<effect id='e'><title>E</title><leads-to id='l' ref='e' /></effect>", "l", "xml:lang",
         "da", "<effect id='e'><title>E</title><leads-to id='l' ref='e' xml:lang='da' /></effect>"},
    };
    ASSERT_ALL_SET(cases);
}

static void a_tag_without_attributes_gets_its_first(void **state)
{
    (void)state;
    static const char before[] = HEAD "<activity>\n<title>A</title></activity>" TAIL;
    struct opened o;
    open_text(&o, before);
    const struct model_node *activity = o.model.activities.items[0];
    assert_int_equal(edit_set_attribute(&o.edit, activity, "status", "idea", &o.sink), 0);
    assert_applied(&o, HEAD "<activity status=\"idea\">\n<title>A</title></activity>" TAIL);
    close_opened(&o);
}

static void attributes_are_taken_away_with_their_space(void **state)
{
    (void)state;
    static const struct set_case cases[] = {
        {"<effect id=\"e\" who=\"a\" kind=\"goal\"><title>E</title></effect>", "e", "who", "",
         "<effect id=\"e\" kind=\"goal\"><title>E</title></effect>"},
        {"<effect id=\"e\"\n        who=\"a\"\n        kind=\"goal\"><title>E</title></effect>",
         "e", "who", " ", "<effect id=\"e\"\n        kind=\"goal\"><title>E</title></effect>"},
        {"<effect id=\"e\"><title>E</title></effect>", "e", "who", "",
         "<effect id=\"e\"><title>E</title></effect>"},
    };
    ASSERT_ALL_SET(cases);
}

static void texts_change_where_they_differ(void **state)
{
    (void)state;
    static const struct set_case cases[] = {
        {"<effect id='e'><title>Børn trives</title></effect>", "e", "title", "Alle børn",
         "<effect id='e'><title>Alle børn</title></effect>"},
        {"<effect id='e'><title>A</title></effect>", "e", "title", "<A> & \"B\" 'c' ]]>",
         "<effect id='e'><title>&lt;A&gt; &amp; \"B\" 'c' ]]&gt;</title></effect>"},
        {"<effect id='e'><title>\n    Børn i\n    byen\n  </title></effect>", "e", "title",
         "Børn i landsbyen",
         "<effect id='e'><title>\n    Børn i\n    landsbyen\n  </title></effect>"},
        {"<effect id='e'><title>A &amp; B &#8211; C</title></effect>", "e", "title", "A & B – D",
         "<effect id='e'><title>A &amp; B &#8211; D</title></effect>"},
        {"<effect id='e'><title><![CDATA[ A & B <c> ]]></title></effect>", "e", "title",
         "A & B <d>", "<effect id='e'><title><![CDATA[ A & B <d> ]]></title></effect>"},
        {"<effect id='e'><title><![CDATA[A]]></title></effect>", "e", "title", "A]]>B",
         "<effect id='e'><title><![CDATA[A]]]]>&gt;<![CDATA[B]]></title></effect>"},
        {"<effect id='e'><title><![CDATA[A]]]></title></effect>", "e", "title", "A]>",
         "<effect id='e'><title><![CDATA[A]]]>&gt;<![CDATA[]]></title></effect>"},
        {"<effect id='e'><title><![CDATA[A ]] >]]></title></effect>", "e", "title", "A ]]>",
         "<effect id='e'><title><![CDATA[A ]]]]>&gt;<![CDATA[]]></title></effect>"},
        {"<effect id='e'><title>A ]] ></title></effect>", "e", "title", "A ]]>",
         "<effect id='e'><title>A ]]&gt;</title></effect>"},
        {"<effect id='e'><title>A<![CDATA[ og ]]>B</title></effect>", "e", "title", "A eller B",
         "<effect id='e'><title>A<![CDATA[ eller ]]>B</title></effect>"},
        {"<effect id='e'><title>A<![CDATA[ og ]]>B</title></effect>", "e", "title", "C",
         "<effect id='e'><title>C<![CDATA[]]></title></effect>"},
        /* one space that begins in one of them and ends in the other */
        {"<effect id='e'><title>a <![CDATA[ b]]></title></effect>", "e", "title", "a<b",
         "<effect id='e'><title>a&lt;<![CDATA[b]]></title></effect>"},
        {"<effect id='e'><title><![CDATA[a ]]> b</title></effect>", "e", "title", "a<b",
         "<effect id='e'><title><![CDATA[a<]]>b</title></effect>"},
        {"<effect id='e'><title>En <!-- god -->titel</title></effect>", "e", "title", "Et navn",
         "<effect id='e'><title>Et navn<!-- god --></title></effect>"},
        {"<effect id='e'><title>En <!-- god -->titel</title></effect>", "e", "title",
         "En lang titel", "<effect id='e'><title>En lang <!-- god -->titel</title></effect>"},
        {"<effect id='e'><title>En<?pi a?> titel</title></effect>", "e", "title", "En",
         "<effect id='e'><title>En<?pi a?></title></effect>"},
        {"<effect id='e'><title>En <b xmlns='urn:x'>fed</b> titel</title></effect>", "e", "title",
         "En titel til",
         "<effect id='e'><title>En <b xmlns='urn:x'>fed</b> titel til</title></effect>"},
        {"<effect id='e'><title xml:lang='en'>A</title></effect>", "e", "title", "  B \n\t C ",
         "<effect id='e'><title xml:lang='en'>B C</title></effect>"},
        {"<effect id='e'><title>A</title></effect>", "e", "title", " A ",
         "<effect id='e'><title>A</title></effect>"},
        {"<effect id='e'><title>Oø</title></effect>", "e", "title", "Oæ",
         "<effect id='e'><title>Oæ</title></effect>"},
        {"<effect id='e'><title>👪</title></effect>", "e", "title", "👩",
         "<effect id='e'><title>👩</title></effect>"},
    };
    ASSERT_ALL_SET(cases);
}

static void texts_of_elements_that_are_texts(void **state)
{
    (void)state;
#define LINK(inside)                                                                               \
    "<effect id='e'><title>E</title><leads-to id='l' ref='e'>" inside "</leads-to></effect>"
    static const struct set_case cases[] = {
        {LINK("<assumption id='s'>A</assumption>"), "s", "assumption", "B",
         LINK("<assumption id='s'>B</assumption>")},
        {LINK("<mechanism>A</mechanism>"), "l", "mechanism", "", LINK("")},
        {LINK("\n<mechanism>A</mechanism> \r\n"), "l", "mechanism", "", LINK("\n")},
    };
    ASSERT_ALL_SET(cases);
#undef LINK
}

/* A text that may be empty: there it is put in. */
static void remarks_may_begin_empty(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after;
    } cases[] = {
        {"<target value='1'/>", "<target value='1'>Et skøn</target>"},
        {"<target value='1' />", "<target value='1'>Et skøn</target>"},
        {"<target value='1'></target>", "<target value='1'>Et skøn</target>"},
        {"<target value='1'><!-- x --></target>", "<target value='1'>Et skøn<!-- x --></target>"},
        {"<v:target xmlns:v='" MODEL_NAMESPACE "' value='1'/>",
         "<v:target xmlns:v='" MODEL_NAMESPACE "' value='1'>Et skøn</v:target>"},
    };
#define AROUND(inside) HEAD "<indicator id='i'><title>I</title>%s</indicator>" TAIL, inside
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf before = {0}, after = {0};
        struct opened o;
        buf_addf(&before, AROUND(cases[i].before));
        buf_addf(&after, AROUND(cases[i].after));
        open_text(&o, before.data);
        const struct indicator *indicator = model_indicator(node_of(&o, "i"));
        const struct model_node *target = indicator->targets.items[0];
        assert_int_equal(edit_set_text(&o.edit, target, "target", "Et skøn", &o.sink), 0);
        assert_applied(&o, after.data);
        close_opened(&o);
        buf_release(&before);
        buf_release(&after);
    }
#undef AROUND
}

/* --- new children -------------------------------------------------------------------------- */

static void missing_texts_are_added_in_their_place(void **state)
{
    (void)state;
    static const struct set_case cases[] = {
        /* between its neighbours, on a line like theirs */
        {"  <activity id=\"a\">\n    <title>A</title>\n    <leads-to ref=\"e\"/>\n  </activity>\n"
         "  <effect id=\"e\"><title>E</title></effect>\n",
         "a", "description", "Hver uge",
         "  <activity id=\"a\">\n    <title>A</title>\n    <description>Hver uge</description>\n"
         "    <leads-to ref=\"e\"/>\n  </activity>\n"
         "  <effect id=\"e\"><title>E</title></effect>\n"},
        /* in one line */
        {"  <effect id=\"e\"><title>E</title></effect>\n", "e", "description", "Hver uge",
         "  <effect id=\"e\"><title>E</title><description>Hver uge</description></effect>\n"},
        /* behind a comment that is about its neighbour, before one that is about the next */
        {"\t<activity id='a'>\n\t\t<title>A</title> <!-- nyt navn -->\n\t\t<!-- pile -->\n"
         "\t\t<leads-to ref='e'/>\n\t</activity>\n\t<effect id='e'><title>E</title></effect>\n",
         "a", "description", "Hver uge",
         "\t<activity id='a'>\n\t\t<title>A</title> <!-- nyt navn -->\n"
         "\t\t<description>Hver uge</description>\n\t\t<!-- pile -->\n"
         "\t\t<leads-to ref='e'/>\n\t</activity>\n\t<effect id='e'><title>E</title></effect>\n"},
        {"  <effect id='e'><title>E</title><!-- om pilen --><leads-to ref='e'/></effect>\n", "e",
         "description", "Hver uge",
         "  <effect id='e'><title>E</title><description>Hver uge</description><!-- om pilen -->"
         "<leads-to ref='e'/></effect>\n"},
        /* as the first child */
        {"  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'>\n"
         "      <!-- antaget -->\n      <assumption>A</assumption>\n    </leads-to>\n  </effect>\n",
         "l", "mechanism", "Derfor",
         "  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'>\n"
         "      <mechanism>Derfor</mechanism>\n"
         "      <!-- antaget -->\n      <assumption>A</assumption>\n    </leads-to>\n"
         "  </effect>\n"},
        /* the first child of all */
        {"  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e' />\n  </effect>\n",
         "l", "mechanism", "Derfor",
         "  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'>\n"
         "      <mechanism>Derfor</mechanism>\n    </leads-to>\n  </effect>\n"},
        {"\t<effect id='e'>\n\t\t<title>E</title>\n\t\t<leads-to id='l' ref='e'></leads-to>\n"
         "\t</effect>\n",
         "l", "mechanism", "Derfor",
         "\t<effect id='e'>\n\t\t<title>E</title>\n\t\t<leads-to id='l' ref='e'>\n"
         "\t\t  <mechanism>Derfor</mechanism>\n\t\t</leads-to>\n\t</effect>\n"},
        {"  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'> <!-- x --> "
         "</leads-to>\n  </effect>\n",
         "l", "mechanism", "Derfor",
         "  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'> <!-- x -->\n"
         "      <mechanism>Derfor</mechanism>\n    </leads-to>\n  </effect>\n"},
        {"  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'>\n"
         "      <!-- hvorfor? -->\n    </leads-to>\n  </effect>\n",
         "l", "mechanism", "Derfor",
         "  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'>\n"
         "      <!-- hvorfor? -->\n      <mechanism>Derfor</mechanism>\n    </leads-to>\n"
         "  </effect>\n"},
        {"  <effect id='e'><title>E</title><leads-to id='l' ref='e'/></effect>\n", "l", "mechanism",
         "Derfor",
         "  <effect id='e'><title>E</title><leads-to id='l' ref='e'><mechanism>Derfor</mechanism>"
         "</leads-to></effect>\n"},
        /* a remark behind the empty element is not in it */
        {"  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'/> <!-- x -->\n"
         "  </effect>\n",
         "l", "mechanism", "Derfor",
         "  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'>\n"
         "      <mechanism>Derfor</mechanism>\n    </leads-to> <!-- x -->\n  </effect>\n"},
        /* the author's own order */
        {"  <effect id='e'>\n    <leads-to ref='e'/>\n    <title>E</title>\n  </effect>\n", "e",
         "description", "Her",
         "  <effect id='e'>\n    <leads-to ref='e'/>\n    <title>E</title>\n"
         "    <description>Her</description>\n  </effect>\n"},
    };
    ASSERT_ALL_SET(cases);
}

static void whole_files_are_edited_too(void **state)
{
    (void)state;
    static const struct set_case cases[] = {
        /* prefixes */
        {"<v:programme xmlns:v='" MODEL_NAMESPACE "' format='1'>\n <v:title>T</v:title>\n"
         "</v:programme>",
         ".", "vision", "V",
         "<v:programme xmlns:v='" MODEL_NAMESPACE "' format='1'>\n <v:title>T</v:title>\n"
         " <v:vision>V</v:vision>\n</v:programme>"},
        {"<programme xmlns='" MODEL_NAMESPACE "' format='1'><title>T</title>"
         "<v:effect xmlns:v='" MODEL_NAMESPACE "' id='e'><v:title>E</v:title></v:effect>"
         "</programme>",
         "e", "description", "D",
         "<programme xmlns='" MODEL_NAMESPACE "' format='1'><title>T</title>"
         "<v:effect xmlns:v='" MODEL_NAMESPACE "' id='e'><v:title>E</v:title>"
         "<v:description>D</v:description></v:effect></programme>"},
        /* elements of others under the same names, also where a prefix changes its meaning */
        {"<v:programme xmlns:v='urn:x-virkning&#58;programme' format='1'>"
         "<title xmlns='urn:other'>Andres</title><v:title xmlns:v='urn:other'>Andres</v:title>"
         "<v:title>T</v:title></v:programme>",
         ".", "title", "U",
         "<v:programme xmlns:v='urn:x-virkning&#58;programme' format='1'>"
         "<title xmlns='urn:other'>Andres</title><v:title xmlns:v='urn:other'>Andres</v:title>"
         "<v:title>U</v:title></v:programme>"},
        /* the attributes of a part */
        {ROOT "\n  <title>T</title>\n  <period from='2020'/>\n</programme>", ".", "to", "2024",
         ROOT "\n  <title>T</title>\n  <period from='2020' to='2024'/>\n</programme>"},
        {ROOT "\n  <title>T</title>\n  <effect><title>E</title></effect>\n</programme>", ".",
         "from", "2024",
         ROOT "\n  <title>T</title>\n  <period from=\"2024\"/>\n"
              "  <effect><title>E</title></effect>\n</programme>"},
        {ROOT "<title>T</title></programme>", ".", "from", "", ROOT "<title>T</title></programme>"},
        /* line ends */
        {ROOT "\r\n  <title>T</title>\r\n</programme>\r\n", ".", "owner", "Byen",
         ROOT "\r\n  <title>T</title>\r\n  <owner>Byen</owner>\r\n</programme>\r\n"},
        {ROOT "\r <title>T</title>\r</programme>", ".", "owner", "Byen",
         ROOT "\r <title>T</title>\r <owner>Byen</owner>\r</programme>"},
        {ROOT "\r\n\t<title>T</title>\r\n\t<effect>\r\n\t\t<title>E</title>\r\n"
              "\t\t<leads-to id='l' ref='e'/>\r\n\t</effect>\r\n"
              "\t<effect id='e'><title>E</title></effect>\r\n</programme>",
         "l", "mechanism", "M",
         ROOT "\r\n\t<title>T</title>\r\n\t<effect>\r\n\t\t<title>E</title>\r\n"
              "\t\t<leads-to id='l' ref='e'>\r\n\t\t\t<mechanism>M</mechanism>\r\n"
              "\t\t</leads-to>\r\n\t</effect>\r\n"
              "\t<effect id='e'><title>E</title></effect>\r\n</programme>"},
        {ROOT "<title>T</title>\r\n</programme>", ".", "owner", "Byen",
         ROOT "<title>T</title>\r\n  <owner>Byen</owner>\r\n</programme>"},
        /* one line */
        {ROOT "<title>T</title><effect id='e'><title>E</title></effect></programme>", ".", "owner",
         "Byen",
         ROOT "<title>T</title><owner>Byen</owner><effect id='e'><title>E</title></effect>"
              "</programme>"},
    };
    ASSERT_ALL_SET(cases);
}

static void elements_are_added_with_what_they_hold(void **state)
{
    (void)state;
    static const char before[] =
        HEAD "  <effect id='e'>\n    <title>E</title>\n  </effect>\n\n  <!-- Spørgsmål -->\n" TAIL;
    static const struct edit_attribute activity[] = {
        {"id", "a"}, {"status", NULL}, {"from", " 2026 "}, {0}};
    static const struct edit_attribute answer[] = {{"rule", "P10"}, {"ref", "e"}, {0}};
    struct opened o;
    open_text(&o, before);
    const struct model_node *root = node_of(&o, ".");
    struct edit_element elements[] = {
        {"answer", answer, "De følges \"ad\" & <ofte>"},
        {"activity", activity, "Fælles  mad"},
        {"effect", NULL, "F"},
    };
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(edit_add(&o.edit, root, &elements[i], &o.sink), 0);
    assert_applied(&o, HEAD "  <activity id=\"a\" from=\"2026\">\n    <title>Fælles mad</title>\n"
                            "  </activity>\n"
                            "  <effect id='e'>\n    <title>E</title>\n  </effect>\n"
                            "  <effect>\n    <title>F</title>\n  </effect>\n"
                            "  <answer rule=\"P10\" ref=\"e\">De følges \"ad\" &amp; &lt;ofte&gt;"
                            "</answer>\n\n  <!-- Spørgsmål -->\n" TAIL);
    close_opened(&o);
}

static void elements_are_written_like_those_of_their_name(void **state)
{
    (void)state;
    static const char before[] = HEAD "  <effect id='e'><title>E</title></effect>\n"
                                      "  <answer rule='P10' ref='e'>A</answer> <!-- enig -->\n"
                                      "  <effect id='f'><title>F</title></effect>\n" TAIL;
    struct opened o;
    open_text(&o, before);
    const struct model_node *root = node_of(&o, ".");
    const struct edit_attribute attributes[] = {{"rule", "P09"}, {0}};
    struct edit_element effect = {.name = "effect", .text = "G"};
    struct edit_element answer = {"answer", attributes, "B"};
    assert_int_equal(edit_add(&o.edit, root, &effect, &o.sink), 0);
    assert_int_equal(edit_add(&o.edit, root, &answer, &o.sink), 0);
    assert_applied(&o, HEAD "  <effect id='e'><title>E</title></effect>\n"
                            "  <answer rule='P10' ref='e'>A</answer> <!-- enig -->\n"
                            "  <answer rule=\"P09\">B</answer>\n"
                            "  <effect id='f'><title>F</title></effect>\n"
                            "  <effect><title>G</title></effect>\n" TAIL);
    close_opened(&o);
}

static void many_children_fill_an_empty_element(void **state)
{
    (void)state;
    static const char before[] =
        HEAD "  <effect id='e'>\n    <title>E</title>\n    <leads-to id='l' ref='e'/>\n"
             "    <leads-to id='m' ref='e'></leads-to>\n  </effect>\n" TAIL;
    struct opened o;
    open_text(&o, before);
    struct edit_element assumption = {.name = "assumption", .text = "A"};
    for (const char *const *id = (const char *const[]){"m", "l", NULL}; *id; id++) {
        const struct model_node *link = node_of(&o, *id);
        assert_int_equal(edit_set_attribute(&o.edit, link, "evidence", "2", &o.sink), 0);
        assert_int_equal(edit_add(&o.edit, link, &assumption, &o.sink), 0);
        assert_int_equal(edit_set_text(&o.edit, link, "mechanism", "M", &o.sink), 0);
        assert_int_equal(edit_add(&o.edit, link, &assumption, &o.sink), 0);
    }
    struct edit_element link = {"leads-to", (const struct edit_attribute[]){{"ref", "e"}, {0}},
                                NULL};
    assert_int_equal(edit_add(&o.edit, node_of(&o, "e"), &link, &o.sink), 0);
#define FILLED(id)                                                                                 \
    "    <leads-to id='" id "' ref='e' evidence='2'>\n      <mechanism>M</mechanism>\n"            \
    "      <assumption>A</assumption>\n      <assumption>A</assumption>\n    </leads-to>\n"
    assert_applied(&o, HEAD "  <effect id='e'>\n    <title>E</title>\n" FILLED("l")
                           FILLED("m") "    <leads-to ref=\"e\"/>\n  </effect>\n" TAIL);
#undef FILLED
    close_opened(&o);
}

/* --- taking away --------------------------------------------------------------------------- */

static void assert_removed(const char *before, const char *id, const char *after)
{
    struct opened o;
    open_text(&o, before);
    assert_int_equal(edit_remove(&o.edit, node_of(&o, id), &o.sink), 0);
    assert_applied(&o, after);
    close_opened(&o);
}

static void elements_go_with_their_lines(void **state)
{
    (void)state;
    assert_removed(HEAD "  <!-- e -->\n  <effect id='e'>\n    <title>E</title>\n  </effect>\n" TAIL,
                   "e", HEAD "  <!-- e -->\n" TAIL);
    assert_removed(HEAD "  <effect id='e'><title>E</title></effect>\t\r\n" TAIL, "e", HEAD TAIL);
    assert_removed(HEAD "  <effect id='e'><title>E</title></effect> <!-- om e -->\n" TAIL, "e",
                   HEAD "   <!-- om e -->\n" TAIL);
    assert_removed(HEAD "<role id='r'><title>R</title></role><effect id='e'><title>E</title>"
                        "</effect>" TAIL,
                   "e", HEAD "<role id='r'><title>R</title></role>" TAIL);
}

static void texts_with_remarks_are_not_taken_away(void **state)
{
    (void)state;
    static const char *const descriptions[] = {
        "<description>A<!-- b --></description>",
        "<description>A<?b?></description>",
        "<description>A<x:b/></description>",
        "<description x:b='1'>A</description>",
    };
    for (size_t i = 0; i < sizeof descriptions / sizeof *descriptions; i++) {
        struct buf text = {0};
        struct opened o;
        buf_addf(&text, HEAD "<effect xmlns:x='urn:x' id='e'><title>E</title>%s</effect>" TAIL,
                 descriptions[i]);
        open_text(&o, text.data);
        assert_int_equal(set(&o, "e", "description", ""), -1);
        assert_int_equal(o.sink.count, 1);
        assert_int_equal(o.sink.items[0].id, DIAG_EDIT_KEEP);
        assert_true(edit_is_empty(&o.edit));
        close_opened(&o);
        buf_release(&text);
    }
    assert_set("<effect id='e'><title>E</title><description xml:lang='en'><![CDATA[A]]>"
               "</description></effect>",
               "e", "description", "", "<effect id='e'><title>E</title></effect>");
}

/* --- what is refused ----------------------------------------------------------------------- */

static void text_around_foreign_elements_is_not_guessed(void **state)
{
    (void)state;
    static const char before[] =
        HEAD "<effect id='e'><title>En <b xmlns='urn:x'>fed</b> titel</title></effect>" TAIL;
    struct opened o;
    open_text(&o, before);
    assert_int_equal(set(&o, "e", "title", "Noget andet"), -1);
    assert_int_equal(o.sink.count, 1);
    assert_int_equal(o.sink.items[0].id, DIAG_EDIT_FOREIGN);
    assert_string_equal(o.sink.items[0].args[0], "title");
    assert_string_equal(o.sink.items[0].args[1], "b");
    assert_applied(&o, before);
    /* the same place may be changed otherwise afterwards */
    assert_int_equal(set(&o, "e", "title", "En titel mere"), 0);
    close_opened(&o);
}

static void the_same_place_is_not_changed_twice(void **state)
{
    (void)state;
    static const char before[] = HEAD "  <effect id='e' who='a'>\n    <title>E</title>\n"
                                      "    <leads-to id='l' ref='e'/>\n  </effect>\n" TAIL;
    static const struct {
        const char *id, *name, *value;
    } twice[] = {
        {"e", "who", "b"},         {"e", "kind", "goal"},   {"e", "title", "Navn"},
        {"e", "description", "x"}, {"l", "mechanism", "M"}, {".", "from", "2020"},
    };
    struct opened o;
    open_text(&o, before);
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++) {
        assert_int_equal(set(&o, twice[i].id, twice[i].name, twice[i].value), 0);
        assert_int_equal(set(&o, twice[i].id, twice[i].name, twice[i].value), -1);
        assert_int_equal(o.sink.items[o.sink.count - 1].id, DIAG_EDIT_TWICE);
        assert_int_equal(o.sink.count, i + 1);
    }
    /* what has been changed inside is not thrown away with what is around it */
    assert_int_equal(edit_remove(&o.edit, node_of(&o, "e"), &o.sink), -1);
    assert_int_equal(edit_remove(&o.edit, node_of(&o, "l"), &o.sink), -1);
    close_opened(&o);
    open_text(&o, before);
    assert_int_equal(edit_remove(&o.edit, node_of(&o, "e"), &o.sink), 0);
    assert_int_equal(set(&o, "l", "evidence", "2"), -1);
    assert_int_equal(set(&o, "e", "title", "F"), -1);
    assert_applied(&o, HEAD TAIL);
    close_opened(&o);
}

/* --- encodings ----------------------------------------------------------------------------- */

static void assert_encoded(const char *declared, const char *title, const char *value,
                           const char *expected)
{
    static const char form[] = "<?xml version='1.0' encoding='%s'?>" ROOT "<title>%s</title>"
                               "</programme>";
    struct buf before = {0}, after = {0};
    struct opened o;
    buf_addf(&before, form, declared, title);
    buf_addf(&after, form, declared, expected);
    open_good(&o, before.data, before.length);
    assert_int_equal(set(&o, ".", "title", value), 0);
    assert_applied(&o, after.data);
    close_opened(&o);
    open_good(&o, after.data, after.length);
    assert_string_equal(o.model.programme->node.title, value);
    close_opened(&o);
    buf_release(&before);
    buf_release(&after);
}

static void what_an_encoding_lacks_becomes_a_reference(void **state)
{
    (void)state;
    assert_encoded("UTF-8", "A", "æ€👪", "æ€👪");
    assert_encoded("ISO-8859-1", "\xE6", "æ–€ š", "\xE6&#8211;&#8364; &#353;");
    assert_encoded("ISO-8859-15", "\xE6", "æ–€ š ¤", "\xE6&#8211;\xA4 \xA8 &#164;");
    assert_encoded("windows-1252", "\x96", "–€š\xC2\x81", "\x96\x80\x9A&#129;");
    assert_encoded("cp1252", "A", "ø", "\xF8");
    assert_encoded("US-ASCII", "A", "ø", "&#248;");
    assert_encoded("US-ASCII", "æ", "øæ", "øæ"); /* says ASCII, is UTF-8 */
    assert_encoded("ISO-8859-1", "<![CDATA[A & \xE6]]>", "A & æ–B",
                   "<![CDATA[A & \xE6]]>&#8211;<![CDATA[B]]>");
}

static void attributes_and_new_elements_are_encoded(void **state)
{
    (void)state;
    static const char head[] = "<?xml version='1.0' encoding='iso-8859-1'?>" ROOT;
    struct buf before = {0}, after = {0};
    struct opened o;
    buf_addf(&before, "%s<title>\xE5</title><effect id='e'><title>E</title></effect></programme>",
             head);
    buf_addf(&after,
             "%s<title>\xE5</title><effect id='e' who='\xE6&#8211;'><title>E</title>"
             "<description>&#8364;\xF8</description></effect></programme>",
             head);
    open_good(&o, before.data, before.length);
    assert_int_equal(set(&o, "e", "who", "æ–"), 0);
    assert_int_equal(set(&o, "e", "description", "€ø"), 0);
    assert_applied(&o, after.data);
    close_opened(&o);
    buf_release(&before);
    buf_release(&after);
}

/* --- everything that we have --------------------------------------------------------------- */

/* The content of a node's title in the source. */
static struct range title_content(const struct opened *o, const struct model_node *node)
{
    const char *source = o->model.source;
    struct markup_tag tag = markup_tag(source, node->span.start);
    struct markup_piece piece;
    uint32_t at = tag.all.end;
    while (markup_next_piece(source, &at, &piece)) {
        if (piece.kind != MARKUP_ELEMENT)
            continue;
        tag = markup_tag(source, piece.all.start);
        if (range_equals(source, tag.name, "title"))
            break;
    }
    return markup_content(source, &tag);
}

/* How many lines of two texts differ; -1: they have not equally many. */
static int differing_lines(const char *a, const char *b)
{
    int count = 0;
    for (;;) {
        size_t of_a = strcspn(a, "\n"), of_b = strcspn(b, "\n");
        count += of_a != of_b || memcmp(a, b, of_a) != 0;
        a += of_a;
        b += of_b;
        if (*a != *b)
            return -1;
        if (!*a)
            return count;
        a++;
        b++;
    }
}

/* True if two texts are the same but for this range of the first. */
static bool differ_only_within(const char *a, const char *b, struct range range)
{
    size_t behind = strlen(a + range.end), length = strlen(b);
    return length >= range.start + behind && !memcmp(a, b, range.start) &&
           !memcmp(a + range.end, b + length - behind, behind);
}

static bool has_title_child(const struct model_node *node)
{
    const struct voc_element *element = vocabulary_of_kind(node->kind);
    return !element->text && vocabulary_child(element, "title");
}

/* The dump without the lines of foreign elements, which a shorter title may move. */
static void dump(struct buf *out, const struct model *model)
{
    model_dump(out, model);
    char *foreign = strstr(out->data, "\nforeign ");
    if (foreign)
        foreign[1] = '\0';
}

/* The new file against the old one: the same dump but for the title, and one line of difference
 * where the title stood on one line. */
static void assert_only_title(struct opened *old, const struct model_node *node, const char *title)
{
    struct buf bytes = applied(old), before = {0}, after = {0};
    struct opened new;
    struct range content = title_content(old, node);
    open_good(&new, bytes.data, bytes.length);
    bool one_line = !range_has_break(old->model.source, content);
    if (one_line)
        assert_int_equal(differing_lines(old->model.source, new.model.source),
                         strcmp(node->title, title) != 0);
    assert_true(differ_only_within(old->model.source, new.model.source, content));
    assert_string_equal(old->model.encoding, new.model.encoding);
    assert_int_equal(old->model.bom, new.model.bom);
    const char *kept = node->title;
    ((struct model_node *)(uintptr_t)node)->title = title;
    dump(&before, &old->model);
    dump(&after, &new.model);
    ((struct model_node *)(uintptr_t)node)->title = kept;
    assert_string_equal(after.data, before.data);
    close_opened(&new);
    buf_release(&bytes);
    buf_release(&before);
    buf_release(&after);
}

static void assert_comes_back(const struct opened *o, const char *bytes, size_t length)
{
    struct buf same = applied(o);
    assert_int_equal(same.length, length);
    assert_memory_equal(same.data, bytes, length);
    buf_release(&same);
}

/* Changes one title, as the only change. Returns false where that was refused because of a
 * foreign element in it. */
static bool change_title(struct opened *o, const struct model_node *node, const char *title)
{
    edit_release(&o->edit);
    edit_init(&o->edit, &o->model);
    size_t findings = o->sink.count;
    if (edit_set_text(&o->edit, node, "title", title, &o->sink)) {
        assert_int_equal(o->sink.items[findings].id, DIAG_EDIT_FOREIGN);
        return false;
    }
    assert_only_title(o, node, title);
    return true;
}

/* What came of all files. */
struct tally {
    size_t files, titles, refused;
};

static void change_titles(struct opened *o, struct tally *tally)
{
    for (int kind = 1; kind < MODEL_KINDS; kind++) {
        const struct model_list *all = model_all(&o->model, (enum model_kind)kind);
        for (size_t i = 0; all && i < all->count; i++) {
            if (!has_title_child(all->items[i]))
                continue;
            tally->titles++;
            tally->refused += !change_title(o, all->items[i], "Æblegrød & <fløde>: 10 €");
        }
    }
    assert_true(change_title(o, node_of(o, "."), "Ny"));
}

static void try_file(const char *path, struct tally *tally)
{
    struct opened o;
    struct diag_sink sink;
    char *bytes;
    size_t length;
    diag_sink_init(&sink, false);
    assert_int_equal(file_read(path, 1 << 28, &bytes, &length, &sink), 0);
    open_bytes(&o, bytes, length);
    if (!o.status) {
        tally->files++;
        assert_comes_back(&o, bytes, length);
        change_titles(&o, tally);
    }
    close_opened(&o);
    free(bytes);
    diag_sink_release(&sink);
}

static void try_folder(const char *name, struct tally *tally)
{
    char *folder = datadir_join(TEST_SOURCE_DIR, name);
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        const char *dot = strrchr(entry->d_name, '.');
        char *path = datadir_join(folder, entry->d_name);
        if (dot && !strcmp(dot, ".xml"))
            try_file(path, tally);
        free(path);
    }
    closedir(dir);
    free(folder);
}

static void our_own_files_change_in_one_line(void **state)
{
    (void)state;
    struct tally tally = {0};
    try_folder("examples", &tally);
    assert_true(tally.files >= 2);
    try_folder("tests/cases", &tally);
    try_folder("tests/cases/rules", &tally);
    assert_int_equal(tally.refused, 0);
    size_t before = tally.files;
    try_folder("tests/cases/reader", &tally);
    assert_true(tally.files - before >= 15);
    assert_true(tally.titles > 300);
    assert_in_range(tally.refused, 1, 5); /* «En <x:b>fed</x:b> titel» in foreign.xml */
}

/* --- a thousand random ones ---------------------------------------------------------------- */

/* MODELS and SEED in the environment try more. */
static uint64_t from_environment(const char *name, uint64_t otherwise)
{
    const char *value = getenv(name);
    return value && *value ? strtoull(value, NULL, 10) : otherwise;
}

static const struct model_node *any_titled(const struct opened *o, struct dice *dice)
{
    const struct model_list *lists[] = {&o->model.activities, &o->model.effects,
                                        &o->model.indicators};
    const struct model_list *list = lists[dice_roll(dice, 3)];
    return list->count ? list->items[dice_roll(dice, list->count)] : &o->model.programme->node;
}

/* Adds an element and takes it away again in the new file, which gives the old one. */
static void assert_add_and_remove(const struct opened *old, struct dice *dice, const char *bytes,
                                  size_t length)
{
    static const struct edit_attribute of_answer[] = {{"rule", "P10"}, {0}};
    static const struct edit_element elements[] = {
        {"activity", NULL, "Fællesspisning & <mere> – 10 €"},
        {"answer", of_answer, "Vi »ved« det"},
        {"focus-area", NULL, "Mad"}};
    struct opened with, without;
    const struct edit_element *element = &elements[dice_roll(dice, 3)];
    struct edit edit;
    struct buf added = {0}, removed;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    edit_init(&edit, &old->model);
    assert_int_equal(edit_add(&edit, &old->model.programme->node, element, &sink), 0);
    edit_apply(&edit, &added);
    open_good(&with, added.data, added.length);
    enum model_kind kind = vocabulary_element(element->name)->kind;
    const struct model_list *all = model_all(&with.model, kind);
    const struct model_node *new = all->items[all->count - 1];
    assert_string_equal(new->title, element->text);
    assert_int_equal(edit_remove(&with.edit, new, &sink), 0);
    removed = applied(&with);
    open_good(&without, removed.data, removed.length);
    assert_comes_back(&without, bytes, length);
    close_opened(&with);
    close_opened(&without);
    edit_release(&edit);
    diag_sink_release(&sink);
    buf_release(&added);
    buf_release(&removed);
}

/* Gives an attribute that is not there and takes it away again. */
static void assert_attribute_and_back(const struct opened *old, const char *bytes, size_t length)
{
    const struct model_node *node = old->model.effects.items[0];
    struct opened with;
    struct edit edit;
    struct buf added = {0};
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    edit_init(&edit, &old->model);
    assert_int_equal(edit_set_attribute(&edit, node, "expected", "2027-06", &sink), 0);
    edit_apply(&edit, &added);
    open_good(&with, added.data, added.length);
    node = with.model.effects.items[0];
    assert_int_equal(model_effect(node)->expected.year, 2027);
    assert_int_equal(edit_set_attribute(&with.edit, node, "expected", NULL, &sink), 0);
    assert_comes_back(&with, bytes, length);
    close_opened(&with);
    edit_release(&edit);
    diag_sink_release(&sink);
    buf_release(&added);
}

static void random_files_change_in_one_place(void **state)
{
    (void)state;
    struct dice dice = {from_environment("SEED", 20170814)};
    uint64_t models = from_environment("MODELS", 1000);
    size_t one_line = 0, of_encoding[ENCODING_UNKNOWN] = {0};
    for (uint64_t i = 0; i < models; i++) {
        struct buf bytes = {0}, title;
        struct opened o;
        buf_init(&title, 0);
        struct made made = edit_models_add(&bytes, &dice);
        edit_models_add_title(&title, &dice);
        open_good(&o, bytes.data, bytes.length);
        assert_string_equal(o.model.encoding, encoding_name(made.encoding));
        assert_comes_back(&o, bytes.data, bytes.length);
        assert_true(change_title(&o, any_titled(&o, &dice), title.data));
        assert_add_and_remove(&o, &dice, bytes.data, bytes.length);
        assert_attribute_and_back(&o, bytes.data, bytes.length);
        one_line += made.one_line;
        of_encoding[made.encoding]++;
        close_opened(&o);
        buf_release(&bytes);
        buf_release(&title);
    }
    assert_true(one_line > models / 10);
    for (size_t i = 0; i < ENCODING_UNKNOWN; i++)
        assert_true(of_encoding[i] > models / 20);
}

/* --- names --------------------------------------------------------------------------------- */

static void values_are_found_by_name(void **state)
{
    (void)state;
    struct opened o;
    struct edit_field field;
    struct buf out = {0};
    open_text(&o, ROOT "<title> Et &amp;\n to </title><period from=' 2020 '/>"
                       "<activity id='a' status='idea'><title>A</title></activity></programme>");
    const struct model_node *root = node_of(&o, "."), *activity = node_of(&o, "a");
    assert_true(edit_find_field(root, "title", &field));
    assert_true(edit_add_value(&out, &o.edit, root, &field));
    assert_true(edit_find_field(root, "from", &field));
    assert_string_equal(field.part, "period");
    assert_true(edit_add_value(&out, &o.edit, root, &field));
    assert_true(edit_find_field(root, "to", &field));
    assert_false(edit_add_value(&out, &o.edit, root, &field));
    assert_true(edit_find_field(activity, "status", &field));
    assert_true(edit_add_value(&out, &o.edit, activity, &field));
    assert_true(edit_find_field(activity, "xml:lang", &field));
    assert_false(edit_add_value(&out, &o.edit, activity, &field));
    assert_true(edit_find_field(activity, "description", &field));
    assert_false(edit_add_value(&out, &o.edit, activity, &field));
    assert_string_equal(out.data, "Et & to2020idea");
    assert_false(edit_find_field(activity, "indicator", &field));
    assert_false(edit_find_field(activity, "titel", &field));
    assert_string_equal(edit_likely_field(activity, "titel"), "title");
    assert_string_equal(edit_likely_field(activity, "Beskrivelse"), "description");
    assert_string_equal(edit_likely_field(activity, "statu"), "status");
    assert_string_equal(edit_likely_field(activity, "sprog"), "xml:lang");
    assert_string_equal(edit_likely_field(root, "fra"), "from");
    assert_null(edit_likely_field(activity, "xyz"));
    buf_reset(&out);
    edit_add_fields(&out, o.model.activities.items[0]);
    assert_non_null(strstr(out.data, "id, status, "));
    assert_non_null(strstr(out.data, "title, description"));
    buf_release(&out);
    close_opened(&o);
}

/* --- files --------------------------------------------------------------------------------- */

static const char small[] = HEAD "  <effect id='e'><title>E</title></effect>\n" TAIL;

static int make_folder(void **state)
{
    char *folder = mem_alloc(64);
    strcpy(folder, "virkning-edit.XXXXXX");
    *state = mkdtemp(folder);
    return *state == NULL;
}

static int remove_folder(void **state)
{
    char *folder = *state;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        char *path = datadir_join(folder, entry->d_name);
        unlink(path);
        free(path);
    }
    closedir(dir);
    int status = rmdir(folder);
    free(folder);
    return status;
}

static size_t count_files(const char *folder)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
        count += entry->d_name[0] != '.';
    closedir(dir);
    return count;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *path, const char *text)
{
    struct diag_sink sink;
    char *bytes;
    size_t length;
    diag_sink_init(&sink, false);
    assert_int_equal(file_read(path, 1 << 20, &bytes, &length, &sink), 0);
    assert_string_equal(bytes, text);
    free(bytes);
    diag_sink_release(&sink);
}

static void open_path(struct opened *o, const char *path)
{
    diag_sink_init(&o->sink, false);
    assert_int_equal(model_read(&o->model, path, &o->sink), 0);
    edit_init(&o->edit, &o->model);
}

static int save(struct opened *o, const char *path)
{
    struct model after;
    int status = edit_save(&o->edit, path, NULL, &after, &o->sink);
    model_release(&after);
    return status;
}

static void files_are_changed_in_place(void **state)
{
    char *path = datadir_join(*state, "model.xml");
    struct opened o;
    struct stat info;
    write_file(path, small);
    assert_int_equal(chmod(path, 0640), 0);
    open_path(&o, path);
    assert_int_equal(set(&o, "e", "title", "F"), 0);
    assert_int_equal(save(&o, NULL), 0);
    assert_file(path, HEAD "  <effect id='e'><title>F</title></effect>\n" TAIL);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(count_files(*state), 1);
    close_opened(&o);
    free(path);
}

static void without_changes_nothing_is_written(void **state)
{
    char *path = datadir_join(*state, "model.xml"), *other = datadir_join(*state, "other.xml");
    struct opened o;
    struct stat before, after;
    write_file(path, small);
    open_path(&o, path);
    assert_int_equal(stat(path, &before), 0);
    assert_int_equal(set(&o, "e", "title", "E"), 0);
    assert_int_equal(save(&o, NULL), 0);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_int_equal(save(&o, other), 0);
    assert_file(other, small);
    close_opened(&o);
    free(path);
    free(other);
}

static void what_somebody_else_saved_is_not_overwritten(void **state)
{
    static const char theirs[] = HEAD "  <effect id='e'><title>Deres</title></effect>\n" TAIL;
    char *path = datadir_join(*state, "model.xml"), *other = datadir_join(*state, "other.xml");
    struct opened o;
    write_file(path, small);
    open_path(&o, path);
    assert_int_equal(set(&o, "e", "title", "F"), 0);
    write_file(path, theirs);
    assert_int_equal(save(&o, NULL), -1);
    assert_int_equal(o.sink.count, 1);
    assert_int_equal(o.sink.items[0].id, DIAG_FILE_CHANGED);
    assert_int_equal(link(path, other), 0);
    assert_int_equal(save(&o, other), -1); /* the same file under another name */
    assert_int_equal(unlink(other), 0);
    assert_file(path, theirs);
    assert_int_equal(save(&o, other), 0); /* elsewhere it harms nobody */
    assert_file(path, theirs);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(save(&o, NULL), -1); /* gone */
    assert_int_equal(o.sink.items[2].id, DIAG_FILE_READ);
    close_opened(&o);
    free(path);
    free(other);
}

static void what_would_be_wrong_is_not_written(void **state)
{
    static const struct {
        const char *name, *value;
        enum diag_id id;
    } cases[] = {
        {"expected", "14-08-2017", DIAG_DATE_DANISH},
        {"horizon", "h", DIAG_REFERENCE_UNKNOWN},
        {"kind", "mål", DIAG_CODE},
        {"title", "", DIAG_TITLE_MISSING},
        {"who", "a\x01", DIAG_XML_CHARACTER},
    };
    char *path = datadir_join(*state, "model.xml"), *other = datadir_join(*state, "other.xml");
    write_file(path, small);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct opened o;
        open_path(&o, path);
        assert_int_equal(set(&o, "e", cases[i].name, cases[i].value), 0);
        assert_int_equal(save(&o, NULL), 1);
        assert_true(diag_has_errors(&o.sink));
        assert_int_equal(o.sink.items[0].id, cases[i].id);
        assert_int_equal(o.sink.items[0].at.line, 3);
        assert_int_equal(save(&o, other), 1);
        assert_int_equal(access(other, F_OK), -1);
        close_opened(&o);
    }
    assert_file(path, small);
    assert_int_equal(count_files(*state), 1);
    free(path);
    free(other);
}

/* Ã and ¦ in ISO-8859-1 are an æ in UTF-8. */
static void text_that_would_be_misread_is_not_written(void **state)
{
    static const char latin[] =
        "<?xml version='1.0' encoding='ISO-8859-1'?>" ROOT "<title>T</title></programme>";
    char *path = datadir_join(*state, "model.xml");
    struct opened o;
    write_file(path, latin);
    open_path(&o, path);
    assert_int_equal(set(&o, ".", "title", "Ã¦"), 0);
    assert_int_equal(save(&o, NULL), 1);
    assert_int_equal(o.sink.count, 1);
    assert_int_equal(o.sink.items[0].id, DIAG_EDIT_ENCODING);
    assert_file(path, latin);
    close_opened(&o);
    free(path);
}

/* A limit on the size of files stands in for a full disk, a name that leaves no room for that
 * of the temporary file for a folder where nothing can be written: root may write everywhere. */
static void failures_leave_the_file(void **state)
{
    char *path = datadir_join(*state, "model.xml"), name[252];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    char *long_path = datadir_join(*state, name);
    struct rlimit limit, tight = {100, 100};
    struct opened o;
    write_file(path, small);
    open_path(&o, path);
    assert_int_equal(set(&o, "e", "title", "F"), 0);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    tight.rlim_max = limit.rlim_max;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    int status = save(&o, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    signal(SIGXFSZ, handler);
    assert_int_equal(status, -1);
    assert_int_equal(o.sink.count, 1);
    assert_int_equal(o.sink.items[0].id, DIAG_FILE_WRITE);
    assert_int_equal(count_files(*state), 1);
    assert_int_equal(save(&o, "/dev/full"), -1);
    assert_int_equal(save(&o, "/nowhere/model.xml"), -1);
    assert_int_equal(o.sink.count, 3);
    assert_file(path, small);
    close_opened(&o);
    write_file(long_path, small);
    open_path(&o, long_path);
    assert_int_equal(set(&o, "e", "title", "F"), 0);
    assert_int_equal(save(&o, NULL), -1);
    assert_int_equal(o.sink.items[0].id, DIAG_FILE_WRITE);
    assert_file(long_path, small);
    close_opened(&o);
    free(path);
    free(long_path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_are_changed_where_they_stand),
        cmocka_unit_test(attributes_are_added_in_the_style_of_the_tag),
        cmocka_unit_test(a_tag_without_attributes_gets_its_first),
        cmocka_unit_test(attributes_are_taken_away_with_their_space),
        cmocka_unit_test(texts_change_where_they_differ),
        cmocka_unit_test(texts_of_elements_that_are_texts),
        cmocka_unit_test(remarks_may_begin_empty),
        cmocka_unit_test(missing_texts_are_added_in_their_place),
        cmocka_unit_test(whole_files_are_edited_too),
        cmocka_unit_test(elements_are_added_with_what_they_hold),
        cmocka_unit_test(elements_are_written_like_those_of_their_name),
        cmocka_unit_test(many_children_fill_an_empty_element),
        cmocka_unit_test(elements_go_with_their_lines),
        cmocka_unit_test(texts_with_remarks_are_not_taken_away),
        cmocka_unit_test(text_around_foreign_elements_is_not_guessed),
        cmocka_unit_test(the_same_place_is_not_changed_twice),
        cmocka_unit_test(what_an_encoding_lacks_becomes_a_reference),
        cmocka_unit_test(attributes_and_new_elements_are_encoded),
        cmocka_unit_test(our_own_files_change_in_one_line),
        cmocka_unit_test(random_files_change_in_one_place),
        cmocka_unit_test(values_are_found_by_name),
        cmocka_unit_test_setup_teardown(files_are_changed_in_place, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(without_changes_nothing_is_written, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(what_somebody_else_saved_is_not_overwritten, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(what_would_be_wrong_is_not_written, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(text_that_would_be_misread_is_not_written, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(failures_leave_the_file, make_folder, remove_folder),
    };
    return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
