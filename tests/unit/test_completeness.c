/* Tests of what is counted about a model: how many things there are and what they lack. */
#include "check/completeness.h"
#include "check/placeholders.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The section of this name; fails where there is none. */
static struct completeness_section section_of(const struct model *model, const char *label)
{
    struct completeness_section section;
    for (size_t i = 0; completeness_of(model, i, &section); i++)
        if (!strcmp(section.label, label))
            return section;
    fail_msg("no section %s", label);
    return section;
}

/* How many things of a section say so. */
static size_t filled(const struct model *model, const char *label, const char *field)
{
    struct completeness_section section = section_of(model, label);
    for (size_t i = 0; i < section.field_count; i++)
        if (!strcmp(section.fields[i].label, field))
            return section.fields[i].filled;
    fail_msg("no field %s", field);
    return 0;
}

static void read_text(struct model *model, const char *inside)
{
    struct diag_sink sink;
    struct buf text = {0};
    buf_addf(&text,
             "<programme xmlns='" MODEL_NAMESPACE "' format='1' xml:lang='da'>%s</programme>",
             inside);
    diag_sink_init(&sink, false);
    if (model_read_bytes(model, "prøve.xml", text.data, text.length, &sink))
        fail_msg("not a valid model: %s", inside);
    diag_sink_release(&sink);
    buf_release(&text);
}

static void an_empty_draft_has_nothing(void **state)
{
    (void)state;
    struct model model;
    struct completeness_section section;
    read_text(&model, "<title>Ny indsats</title>");
    for (size_t i = 0; completeness_of(&model, i, &section); i++) {
        assert_int_equal(section.count, section.is_programme ? 1 : 0);
        assert_true(section.field_count > 0);
        for (size_t j = 0; j < section.field_count; j++) {
            assert_non_null(section.fields[j].label);
            assert_int_equal(section.fields[j].filled, 0);
        }
    }
    assert_int_equal(section_of(&model, "Programme").count, 1);
    model_release(&model);
}

/* tests/cases/reader/everything.xml says of nearly all things what one will ask for. */
static void everything_is_counted(void **state)
{
    (void)state;
    struct model model;
    struct diag_sink sink;
    struct completeness_section section;
    diag_sink_init(&sink, false);
    assert_int_equal(
        model_read(&model, TEST_SOURCE_DIR "/tests/cases/reader/everything.xml", &sink), 0);
    for (size_t i = 0; completeness_of(&model, i, &section); i++) {
        assert_true(section.count > 0);
        for (size_t j = 0; j < section.field_count; j++)
            assert_true(section.fields[j].filled <= section.count);
    }
    assert_int_equal(section_of(&model, "Places").count, 3);
    assert_int_equal(filled(&model, "Places", "intervention or comparison"), 2);
    assert_int_equal(filled(&model, "Places", "inhabitants"), 1);
    assert_int_equal(section_of(&model, "Target groups").count, 2);
    assert_int_equal(filled(&model, "Target groups", "ages"), 1);
    assert_int_equal(section_of(&model, "Indicators").count, 3);
    assert_int_equal(filled(&model, "Indicators", "baseline"), 1);
    assert_int_equal(filled(&model, "Indicators", "target"), 2);
    assert_int_equal(filled(&model, "Arrows", "mechanism"), 1);
    assert_int_equal(filled(&model, "Arrows", "grade of evidence"), 1);
    assert_int_equal(filled(&model, "Effects", "indicators"), 0);
    assert_int_equal(filled(&model, "Programme", "ethics"), 1);
    model_release(&model);
    diag_sink_release(&sink);
}

/* Several names for one thing, lists that hold several kinds, and a grade of nought. */
static void fields_are_found_wherever_they_stand(void **state)
{
    (void)state;
    struct model model;
    read_text(&model,
              "<title>Ny indsats</title><period from='2026'/>"
              "<role id='vært'><title>Vært</title></role>"
              "<activity id='a' from='2026'><title>En</title>"
              "<leads-to ref='b' evidence='0'><context>Om vinteren</context></leads-to></activity>"
              "<activity until='2027' anchored-by='vært'><title>To</title>"
              "<leads-to ref='b'><risk>Sne</risk></leads-to></activity>"
              "<activity><title>Tre</title><anchoring>Klubben</anchoring></activity>"
              "<effect id='b' who='børn'><title>Børn leger ude</title></effect>");
    assert_int_equal(section_of(&model, "Activities").count, 3);
    assert_int_equal(filled(&model, "Activities", "date"), 2);
    assert_int_equal(filled(&model, "Activities", "anchoring"), 2);
    assert_int_equal(filled(&model, "Activities", "arrows"), 2);
    assert_int_equal(filled(&model, "Activities", "status"), 0);
    assert_int_equal(filled(&model, "Arrows", "grade of evidence"), 1);
    assert_int_equal(filled(&model, "Arrows", "assumption or context"), 1);
    assert_int_equal(filled(&model, "Effects", "who changes"), 1);
    assert_int_equal(filled(&model, "Programme", "period"), 1);
    assert_int_equal(section_of(&model, "Risks").count, 1);
    model_release(&model);
}

static void the_text_of_a_template_is_not_there_yet(void **state)
{
    (void)state;
    struct model model;
    read_text(&model, "<title>Ny indsats</title><owner>[Skriv kommunens navn]</owner>"
                      "<purpose>[Nyt] formål</purpose>"
                      "<effect id='b' who='[Skriv hvem]'><title>Børn leger ude</title></effect>"
                      "<activity><title>En</title><leads-to ref='b'>"
                      "<mechanism>[Skriv hvordan]</mechanism></leads-to></activity>");
    assert_int_equal(filled(&model, "Programme", "owner"), 0);
    assert_int_equal(filled(&model, "Programme", "purpose"), 1);
    assert_int_equal(filled(&model, "Effects", "who changes"), 0);
    assert_int_equal(filled(&model, "Arrows", "mechanism"), 0);
    model_release(&model);

    assert_true(placeholder_is("[x]"));
    assert_false(placeholder_is(NULL));
    assert_false(placeholder_is(""));
    assert_false(placeholder_is("[]"));
    assert_false(placeholder_is("[x"));
    assert_false(placeholder_is("[en] og [to]"));
    assert_false(placeholder_is("x [y]"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_draft_has_nothing),
        cmocka_unit_test(everything_is_counted),
        cmocka_unit_test(fields_are_found_wherever_they_stand),
        cmocka_unit_test(the_text_of_a_template_is_not_there_yet),
    };
    return cmocka_run_group_tests_name("completeness", tests, NULL, NULL);
}
