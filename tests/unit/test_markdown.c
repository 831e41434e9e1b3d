/* Tests of Markdown for a terminal: what is wrapped, what is left as it is. */
#include "base/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What a text becomes in lines of 24 characters. */
static void assert_becomes(const char *text, const char *wanted)
{
    struct buf out;
    buf_init(&out, 0);
    markdown_add(&out, text, 24);
    assert_string_equal(out.data, wanted);
    buf_release(&out);
}

static void paragraphs_are_wrapped(void **state)
{
    (void)state;
    assert_becomes("", "");
    assert_becomes("kort", "kort\n");
    /* twenty-four characters, of which three take two bytes */
    assert_becomes("Én sætning er altid nok. Prøv selv.\n",
                   "Én sætning er altid nok.\nPrøv selv.\n");
    assert_becomes("to\nlinjer\n\n\n\nog  et  afsnit\n", "to linjer\n\nog et afsnit\n");
    assert_becomes("brugerinddragelsesprocessen er lang", "brugerinddragelsesprocessen\ner lang\n");
}

static void marks_are_not_shown(void **state)
{
    (void)state;
    assert_becomes("**Vigtigt:** skriv `en` *", "Vigtigt: skriv en *\n");
    /* they take no room either: twenty-four characters without them */
    assert_becomes("skriv `en` **antagelse** til", "skriv en antagelse til\n");
    /* code stays in one piece where it can */
    assert_becomes("Skriv en grund i `<answer ref=\"…\">` her",
                   "Skriv en grund i\n<answer ref=\"…\"> her\n");
    assert_becomes("et ` alene", "et  alene\n");
}

static void headings_are_underlined(void **state)
{
    (void)state;
    assert_becomes("# P13 Pilen på række\n\nTekst\n\n## Før\n\nMere\n",
                   "P13 Pilen på række\n==================\nTekst\n\nFør\n---\nMere\n");
    assert_becomes("Tekst\n# `kind`\n", "Tekst\n\nkind\n====\n");
}

static void code_is_left_alone(void **state)
{
    (void)state;
    assert_becomes(
        "Før:\n```xml\n<effect id=\"ro\" who=\"børn\">\n\n  # `ikke`  **mærker**\n```\nefter",
        "Før:\n\n    <effect id=\"ro\" who=\"børn\">\n\n      # `ikke`  **mærker**\nefter\n");
    assert_becomes("```\nuden slut", "    uden slut\n");
}

static void points_hang(void **state)
{
    (void)state;
    assert_becomes(
        "Tre ting:\n\n- en kort\n- en lang, som ikke er på én linje\n  og går videre\n\nSlut",
        "Tre ting:\n\n- en kort\n- en lang, som ikke er\n  på én linje og går\n  videre\n\nSlut\n");
}

static void titles_are_found(void **state)
{
    (void)state;
    size_t length = 0;
    const char *title = markdown_title("indledning\n\n# P13 Pilen\nmere\n# En anden\n", &length);
    assert_non_null(title);
    assert_int_equal(length, strlen("P13 Pilen"));
    assert_memory_equal(title, "P13 Pilen", length);
    assert_null(markdown_title("ingen\noverskrift", &length));
    assert_null(markdown_title("", &length));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_wrapped),
        cmocka_unit_test(marks_are_not_shown),
        cmocka_unit_test(headings_are_underlined),
        cmocka_unit_test(code_is_left_alone),
        cmocka_unit_test(points_hang),
        cmocka_unit_test(titles_are_found),
    };
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
