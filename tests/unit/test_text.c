/* Tests of the room text: widths, line breaking, division of long words. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/style.h"
#include "text/divide.h"
#include "text/fonts.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Fixed metrics at size 10: every character is 5 points wide. */
enum { SIZE = 10 };

/* Wraps `text` to `characters` per line and joins the lines with '|'. */
static void assert_lines(const char *text, int characters, const char *expected)
{
    struct arena arena = {0};
    struct text_run run = {.text = text, .size = SIZE};
    struct text_lines lines =
        text_wrap(&arena, text_fixed_metrics(), &run, 1, characters * SIZE * 0.5);
    struct buf out = {0};
    for (size_t i = 0; i < lines.count; i++) {
        if (i)
            buf_add_char(&out, '|');
        for (size_t j = 0; j < lines.lines[i].count; j++)
            buf_add_string(
                &out, text_piece_string(&arena, &run, &lines.pieces[lines.lines[i].first + j]));
        assert_true(lines.lines[i].width <= characters * SIZE * 0.5 + 1e-6);
    }
    assert_string_equal(out.data ? out.data : "", expected);
    buf_release(&out);
    arena_release(&arena);
}

static void breaks_at_spaces(void **state)
{
    (void)state;
    assert_lines("børn trives hver dag", 12, "børn trives|hver dag");
    assert_lines("  to   ord  ", 4, "to|ord");
    assert_lines("kort", 40, "kort");
}

static void empty_text_is_one_empty_line(void **state)
{
    (void)state;
    assert_lines("", 10, "");
    assert_lines("   ", 10, "");
}

static void line_feed_ends_a_line(void **state)
{
    (void)state;
    assert_lines("en\nto", 20, "en|to");
    assert_lines("en\n\nto", 20, "en||to");
}

static void percent_stays_with_its_number(void **state)
{
    (void)state;
    assert_lines("mindst 70 % deltager", 11, "mindst 70 %|deltager");
    assert_lines("mindst 70 % deltager", 10, "mindst|70 %|deltager");
}

static void no_line_begins_with_a_dash(void **state)
{
    (void)state;
    assert_lines("trygge \xE2\x80\x93 og glade", 8, "trygge \xE2\x80\x93|og glade");
}

static void hyphens_break_only_between_words(void **state)
{
    (void)state;
    assert_lines("skole-hjem-samarbejde", 12, "skole-hjem-|samarbejde");
    assert_lines("i alt 6-8 børn", 8, "i alt|6-8 børn");
    assert_lines("de to-tre pile", 7, "de|to-tre|pile");
    assert_lines("skriv en e-mail", 11, "skriv en|e-mail");
    assert_lines("skole/dagtilbud", 10, "skole/|dagtilbud");
}

static void dates_are_not_divided_within_a_figure(void **state)
{
    (void)state;
    assert_lines("senest 30.11.2027", 8, "senest|30.11.|2027");
    assert_lines("1234567890", 6, "12345-|67890");
}

static void soft_hyphen_shows_only_at_a_break(void **state)
{
    (void)state;
    assert_lines("familie\xC2\xADrådgivning", 30, "familierådgivning");
    assert_lines("familie\xC2\xADrådgivning", 11, "familie-|rådgivning");
}

static void invisible_characters_are_not_drawn(void **state)
{
    (void)state;
    assert_lines("før\xEF\xBB\xBF"
                 "efter",
                 8, "førefter");
    assert_lines("ord\xE2\x81\xA0"
                 "et",
                 8, "ordet");
}

static void compounds_divide_where_they_join(void **state)
{
    (void)state;
    assert_lines("evalueringsplanlægning", 14, "evaluerings-|planlægning");
    assert_lines("sundhedsfremmeindsatsen", 12, "sundheds-|fremmeind-|satsen");
}

static void words_without_joints_divide_between_syllables(void **state)
{
    (void)state;
    assert_lines("dagplejepædagogerne", 12, "dagplejepæ-|dagogerne");
}

static void no_character_is_ever_lost(void **state)
{
    (void)state;
    for (int width = 1; width < 30; width++) {
        struct arena arena = {0};
        struct text_run run = {.text = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxæøåzzzz", .size = SIZE};
        struct text_lines lines = text_wrap(&arena, text_fixed_metrics(), &run, 1, width * 5.0);
        size_t bytes = 0;
        for (size_t i = 0; i < lines.count; i++)
            for (size_t j = 0; j < lines.lines[i].count; j++)
                bytes += lines.pieces[lines.lines[i].first + j].length;
        assert_int_equal(bytes, strlen(run.text));
        arena_release(&arena);
    }
}

static void runs_share_a_line(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_run runs[] = {
        {.text = "Trivselsgrupper", .face = TEXT_SEMIBOLD, .size = SIZE},
        {.text = " i skolen", .face = TEXT_REGULAR, .size = SIZE},
    };
    struct text_lines lines = text_wrap(&arena, text_fixed_metrics(), runs, 2, 17 * 5.0);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.lines[0].count, 2);
    assert_int_equal(lines.pieces[1].run, 1);
    assert_string_equal(text_piece_string(&arena, runs, &lines.pieces[1]), " i");
    assert_true(fabs(lines.pieces[1].x - 75) < 1e-9);
    arena_release(&arena);
}

static void a_word_across_runs_is_not_broken_between_them(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_run runs[] = {
        {.text = "den fælles ind", .size = SIZE},
        {.text = "sats", .face = TEXT_ITALIC, .size = SIZE},
    };
    struct text_lines lines = text_wrap(&arena, text_fixed_metrics(), runs, 2, 15 * 5.0);
    assert_int_equal(lines.count, 2);
    assert_string_equal(text_piece_string(&arena, runs, &lines.pieces[0]), "den fælles");
    assert_string_equal(text_piece_string(&arena, runs, &lines.pieces[1]), "ind");
    arena_release(&arena);
}

static void bad_utf8_is_walked_to_its_end(void **state)
{
    (void)state;
    assert_lines("a\xFF\xC3 b", 20, "a\xEF\xBF\xBD\xEF\xBF\xBD b");
}

/* The fonts of the default style. */
struct with_fonts {
    struct diag_sink sink;
    struct style style;
    struct fonts *fonts;
};

static int open_default_fonts(void **state)
{
    struct with_fonts *with = calloc(1, sizeof *with);
    diag_sink_init(&with->sink, false);
    if (style_load(&with->style, NULL, getenv("VIRKNING_DATADIR"), &with->sink))
        return -1;
    with->fonts = fonts_open(&with->style, &with->sink);
    *state = with;
    return with->fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
    struct with_fonts *with = *state;
    fonts_free(with->fonts);
    style_release(&with->style);
    diag_sink_release(&with->sink);
    free(with);
    return 0;
}

static void danish_letters_are_in_the_first_font(void **state)
{
    struct with_fonts *with = *state;
    const struct text_metrics *metrics = fonts_metrics(with->fonts);
    const uint32_t letters[] = {0xE6, 0xF8, 0xE5, 0xC6, 0xD8, 0xC5, 0xE9, 0xBB, 0x2013};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        struct text_glyph glyph = metrics->glyph(metrics->self, TEXT_REGULAR, letters[i]);
        assert_int_equal(glyph.font, STYLE_FONT_REGULAR);
        assert_true(glyph.advance > 0.2 && glyph.advance < 1.2);
    }
}

static void signs_come_from_the_fallback(void **state)
{
    struct with_fonts *with = *state;
    const struct text_metrics *metrics = fonts_metrics(with->fonts);
    struct text_glyph glyph = metrics->glyph(metrics->self, TEXT_REGULAR, 0x2611);
    assert_int_equal(glyph.font, STYLE_FONT_FALLBACK);
}

static void a_sign_that_no_font_has_is_known(void **state)
{
    struct with_fonts *with = *state;
    const struct text_metrics *metrics = fonts_metrics(with->fonts);
    assert_int_equal(metrics->glyph(metrics->self, TEXT_REGULAR, 0x1F600 + 0x300).font, -1);
}

static void a_missing_font_is_named_with_its_package(void **state)
{
    (void)state;
    struct diag_sink sink;
    struct style style = {0};
    diag_sink_init(&sink, false);
    for (int i = 0; i < STYLE_FONTS; i++)
        style.fonts[i] = "/nowhere/OpenSans-Regular.ttf";
    assert_null(fonts_open(&style, &sink));
    assert_int_equal(sink.count, 1);
    assert_int_equal(sink.items[0].id, DIAG_FONT_MISSING);
    assert_string_equal(sink.items[0].args[1], "fonts-open-sans");
    diag_sink_release(&sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_spaces),
        cmocka_unit_test(empty_text_is_one_empty_line),
        cmocka_unit_test(line_feed_ends_a_line),
        cmocka_unit_test(percent_stays_with_its_number),
        cmocka_unit_test(no_line_begins_with_a_dash),
        cmocka_unit_test(hyphens_break_only_between_words),
        cmocka_unit_test(dates_are_not_divided_within_a_figure),
        cmocka_unit_test(soft_hyphen_shows_only_at_a_break),
        cmocka_unit_test(invisible_characters_are_not_drawn),
        cmocka_unit_test(compounds_divide_where_they_join),
        cmocka_unit_test(words_without_joints_divide_between_syllables),
        cmocka_unit_test(no_character_is_ever_lost),
        cmocka_unit_test(runs_share_a_line),
        cmocka_unit_test(a_word_across_runs_is_not_broken_between_them),
        cmocka_unit_test(bad_utf8_is_walked_to_its_end),
        cmocka_unit_test_setup_teardown(danish_letters_are_in_the_first_font, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(signs_come_from_the_fallback, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(a_sign_that_no_font_has_is_known, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test(a_missing_font_is_named_with_its_package),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
