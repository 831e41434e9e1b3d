/* Tests of JSON, of files as URI references, and of findings as documents where no model can
 * bring them about: places in other files, and texts that only a program could hold. */
#include "base/diag.h"
#include "base/uri.h"
#include "out/findings.h"
#include "out/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <math.h>
#include <string.h>

/* --- JSON -------------------------------------------------------------------------------- */

static void test_json_structure(void **state)
{
    (void)state;
    struct buf out = {0};
    struct json json;
    json_init(&json, &out);
    json_begin_object(&json, NULL);
    json_begin_array(&json, "tom");
    json_end_array(&json);
    json_begin_array(&json, "tal");
    json_add_count(&json, NULL, 0);
    json_add_count(&json, NULL, UINT64_MAX);
    json_begin_object(&json, NULL);
    json_end_object(&json);
    json_begin_object(&json, NULL);
    json_add_string(&json, "intet", NULL);
    json_end_object(&json);
    json_end_array(&json);
    json_add_bool(&json, "ja", true);
    json_add_bool(&json, "nej", false);
    json_end_object(&json);
    assert_string_equal(out.data, "{\n"
                                  "  \"tom\": [],\n"
                                  "  \"tal\": [\n"
                                  "    0,\n"
                                  "    18446744073709551615,\n"
                                  "    {},\n"
                                  "    {\n"
                                  "      \"intet\": null\n"
                                  "    }\n"
                                  "  ],\n"
                                  "  \"ja\": true,\n"
                                  "  \"nej\": false\n"
                                  "}\n");
    buf_release(&out);
}

/* `text` as the only element of an array. */
static void writes_string(const char *text, const char *wanted)
{
    struct buf out = {0}, whole = {0};
    struct json json;
    json_init(&json, &out);
    json_begin_array(&json, NULL);
    json_add_string(&json, NULL, text);
    json_end_array(&json);
    buf_addf(&whole, "[\n  \"%s\"\n]\n", wanted);
    assert_string_equal(out.data, whole.data);
    buf_release(&whole);
    buf_release(&out);
}

static void test_json_strings(void **state)
{
    (void)state;
    writes_string("", "");
    writes_string("»Rødgrød« – 7 °C 𝄞", "»Rødgrød« – 7 °C 𝄞");
    writes_string("\"\\/", "\\\"\\\\/");
    writes_string("\b\f\n\r\t", "\\b\\f\\n\\r\\t");
    writes_string("\x01\x1f\x7f", "\\u0001\\u001f\\u007f");
    writes_string("\xC2\x85\xC2\x9F\xC2\xA0", "\\u0085\\u009f\xC2\xA0");
    writes_string("\xE2\x80\xA7\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAA",
                  "\xE2\x80\xA7\\u2028\\u2029\xE2\x80\xAA");
    /* not UTF-8: one sign for each byte; the end of the string is never passed */
    writes_string("s\xE6r", "s�r");
    writes_string("\xC0\x80 \xED\xA0\x80 \xF0\x9F", "�� ��� ��");
}

static void writes_number(double value, int decimals, const char *wanted)
{
    struct buf out = {0}, whole = {0};
    struct json json;
    json_init(&json, &out);
    json_begin_array(&json, NULL);
    json_add_number(&json, NULL, value, decimals);
    json_end_array(&json);
    buf_addf(&whole, "[\n  %s\n]\n", wanted);
    assert_string_equal(out.data, whole.data);
    buf_release(&whole);
    buf_release(&out);
}

static void test_json_numbers(void **state)
{
    (void)state;
    setlocale(LC_ALL, "da_DK.UTF-8"); /* where it is installed, numbers have a comma */
    writes_number(0, 2, "0");
    writes_number(-7.5, 2, "-7.5");
    writes_number(26.349999, 2, "26.35");
    writes_number(-0.001, 2, "0");
    writes_number(1e18, 2, "1000000000000000000");
    writes_number(NAN, 2, "null");
    writes_number(-INFINITY, 2, "null");
    setlocale(LC_ALL, "C");
}

/* --- files as references ------------------------------------------------------------------- */

static void refers_as(const char *path, const char *wanted)
{
    struct buf out = {0};
    uri_add_file(&out, path);
    assert_string_equal(out.data, wanted);
    buf_release(&out);
}

static void test_uri(void **state)
{
    (void)state;
    refers_as("model.xml", "model.xml");
    refers_as("./a//b/./model.xml", "a/b/model.xml");
    refers_as("a/b/", "a/b");
    refers_as("../model.xml", "../model.xml");
    refers_as("...", "...");
    refers_as(".", "./");
    refers_as("", "./");
    refers_as("/", "file:///");
    refers_as("//a/./b.xml", "file:///a/b.xml");
    refers_as("/no-such-folder/../b.xml", "file:///no-such-folder/../b.xml");
    refers_as("/usr/..", "file:///");
    refers_as("/usr/..b", "file:///usr/..b");
    refers_as("c:/æ ø%.xml", "c%3A/%C3%A6%20%C3%B8%25.xml");
    refers_as("\xE6?#[]@!$&'()*+,;=\\\n~-_",
              "%E6%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%5C%0A~-_");
}

/* --- findings -------------------------------------------------------------------------------- */

struct fixture {
    struct language *language;
    struct findings_file files[2];
    struct findings_run run;
    struct buf json, sarif;
};

static void fixture_init(struct fixture *fixture)
{
    *fixture = (struct fixture){0};
    fixture->language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    fixture->files[0].name = "plan.xml";
    fixture->files[1].name = "fælles/koder.xml";
    for (size_t i = 0; i < 2; i++)
        diag_sink_init(&fixture->files[i].sink, false);
    fixture->run = (struct findings_run){
        .program = "virkning",
        .version = "1",
        .language = fixture->language,
        .today = {2026, 3, 1},
        .least = DIAG_INFO,
        .files = fixture->files,
        .file_count = 1,
    };
}

static void fixture_write(struct fixture *fixture)
{
    for (size_t i = 0; i < 2; i++)
        diag_sort(&fixture->files[i].sink);
    findings_write_json(&fixture->json, &fixture->run);
    findings_write_sarif(&fixture->sarif, &fixture->run);
}

static void fixture_release(struct fixture *fixture)
{
    for (size_t i = 0; i < 2; i++)
        diag_sink_release(&fixture->files[i].sink);
    language_free(fixture->language);
    buf_release(&fixture->json);
    buf_release(&fixture->sarif);
}

static void assert_has(const struct buf *out, const char *part)
{
    if (!strstr(out->data, part))
        fail_msg("not there: %s\n%s", part, out->data);
}

static size_t count_of(const struct buf *out, const char *part)
{
    size_t count = 0;
    for (const char *p = out->data; (p = strstr(p, part)); p += strlen(part))
        count++;
    return count;
}

/* What stands in a file that the checked one includes is told of that file. */
static void test_findings_in_other_files(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_init(&fixture);
    struct diag_sink *sink = &fixture.files[0].sink;
    struct diag_at included = {.file = "fælles/koder.xml", .line = 7, .column = 3};
    struct diag *diag = diag_report(sink, DIAG_ID_TWICE, included, "ældre", NULL);
    diag->other = (struct diag_at){.file = "plan.xml", .line = 4, .column = 0};
    diag_report(sink, DIAG_YEAR, (struct diag_at){.file = "plan.xml", .line = 0, .column = 0}, "17",
                NULL);
    fixture_write(&fixture);
    assert_has(&fixture.json, "          \"file\": \"fælles/koder.xml\",\n"
                              "          \"line\": 7,\n"
                              "          \"column\": 3,\n"
                              "          \"related\": {\n"
                              "            \"file\": \"plan.xml\",\n"
                              "            \"line\": 4\n"
                              "          }\n");
    assert_has(&fixture.sarif, "          \"analysisTarget\": {\n"
                               "            \"uri\": \"plan.xml\",\n"
                               "            \"uriBaseId\": \"%SRCROOT%\",\n"
                               "            \"index\": 1\n"
                               "          },\n");
    assert_has(&fixture.sarif, "                  \"uri\": \"f%C3%A6lles/koder.xml\",\n"
                               "                  \"uriBaseId\": \"%SRCROOT%\",\n"
                               "                  \"index\": 0\n"
                               "                },\n"
                               "                \"region\": {\n"
                               "                  \"startLine\": 7,\n"
                               "                  \"startColumn\": 3\n"
                               "                }\n");
    assert_has(&fixture.sarif, "            \"resultFile\"\n");
    assert_int_equal(count_of(&fixture.sarif, "\"region\""), 2); /* none where no line is known */
    fixture_release(&fixture);
}

/* A file that is included by one model and checked itself is one artifact, a target. */
static void test_findings_artifacts(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_init(&fixture);
    fixture.run.file_count = 2;
    diag_report(&fixture.files[0].sink, DIAG_YEAR,
                (struct diag_at){.file = "fælles/koder.xml", .line = 1, .column = 1}, "17", NULL);
    fixture_write(&fixture);
    assert_int_equal(count_of(&fixture.sarif, "\"roles\""), 2);
    assert_int_equal(count_of(&fixture.sarif, "\"analysisTarget\"\n"), 2);
    fixture_release(&fixture);
}

/* Rules: each id once, whichever of its messages are there; described by these. */
static void test_findings_rules(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_init(&fixture);
    struct diag_sink *sink = &fixture.files[0].sink;
    struct diag_at at = {.file = "plan.xml", .line = 1, .column = 1};
    diag_report(sink, DIAG_NUMBER_UNIT, at, "7 børn", "7", NULL);
    diag_report(sink, DIAG_ID_TWICE, at, "a", NULL);
    diag_report(sink, DIAG_ID_TWICE, at, "b", NULL);
    diag_report(sink, DIAG_NUMBER_COMMA, at, "7,5", "7.5", NULL);
    fixture_write(&fixture);
    assert_int_equal(count_of(&fixture.sarif, "\"id\": \"number\""), 1);
    assert_int_equal(count_of(&fixture.sarif, "\"id\": \"id\""), 1);
    assert_has(&fixture.sarif, "\"text\": \"The id «…» is taken already.\"");
    assert_has(&fixture.sarif, "\"text\": \"«…» has a comma.\"");
    assert_has(&fixture.sarif,
               "\"text\": \"«…» has a comma. In this file write …; in the documents "
               "the comma comes back.\\nHere stands the number alone: …, not «…».");
    fixture_release(&fixture);
}

/* No text of a file becomes a placeholder or a link of SARIF. */
static void test_findings_plain_texts(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_init(&fixture);
    struct diag_sink *sink = &fixture.files[0].sink;
    struct diag *diag =
        diag_report(sink, DIAG_YEAR, (struct diag_at){.file = "plan.xml", .line = 1, .column = 1},
                    "{0} [her](http://x) ](\n[a](1)", NULL);
    diag_answer(sink, diag, "Se [her](http://x) {0}\n");
    fixture_write(&fixture);
    assert_has(&fixture.sarif, "«{{0}} [her] (http://x) ] (\\n[a] (1)»");
    assert_has(&fixture.sarif, "\"justification\": \"Se [her](http://x) {0}\\n\"");
    assert_has(&fixture.json, "«{0} [her](http://x) ](\\n[a](1)»");
    assert_has(&fixture.json, "\"answered\": 1,");
    fixture_release(&fixture);
}

/* Counted findings: those below --quiet are not missed, answered ones are not either. */
static void test_findings_not_shown(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_init(&fixture);
    struct diag_sink *sink = &fixture.files[0].sink;
    struct diag_at at = {.file = "plan.xml", .line = 1, .column = 1};
    for (size_t i = 0; i < DIAG_MOST_OF_KIND + 20; i++)
        diag_report(sink, DIAG_YEAR, at, "17", NULL);
    for (size_t i = 0; i < DIAG_MOST_OF_KIND + 3; i++)
        diag_report(sink, DIAG_NO_MECHANISM, at, "a", "b", NULL);
    diag_answer(sink, &sink->items[0], "Sådan er det.");
    diag_answer(sink, &sink->items[DIAG_MOST_OF_KIND], "Sådan er det.");
    assert_int_equal(findings_not_shown(&fixture.run, &fixture.files[0]), 23);
    fixture.run.least = DIAG_ERROR;
    assert_int_equal(findings_not_shown(&fixture.run, &fixture.files[0]), 20);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_structure),
        cmocka_unit_test(test_json_strings),
        cmocka_unit_test(test_json_numbers),
        cmocka_unit_test(test_uri),
        cmocka_unit_test(test_findings_in_other_files),
        cmocka_unit_test(test_findings_artifacts),
        cmocka_unit_test(test_findings_rules),
        cmocka_unit_test(test_findings_plain_texts),
        cmocka_unit_test(test_findings_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
