/* Tests of the room text: glyphs, widths, directions, line breaking, division of long words. */
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
#include <stdio.h>
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

/* The lines of a text with the pieces of each from left to right, joined with '|'; what runs
 * from right to left stands in brackets, behind '>' where the line does. */
static void assert_order(const char *text, int characters, const char *expected)
{
    struct arena arena = {0};
    struct text_run run = {.text = text, .size = SIZE};
    struct text_lines lines =
        text_wrap(&arena, text_fixed_metrics(), &run, 1, characters * SIZE * 0.5);
    struct buf out = {0};
    for (size_t i = 0; i < lines.count; i++) {
        const struct text_line *line = &lines.lines[i];
        buf_add_string(&out, i ? "|" : "");
        buf_add_string(&out, line->right_to_left ? ">" : "");
        double x = 0;
        while (x < line->width - 1e-6) {
            const struct text_piece *piece = &lines.pieces[line->first];
            while (fabs(piece->x - x) > 1e-6 || piece->width == 0)
                piece++;
            bool turned = piece->direction == TEXT_RIGHT_TO_LEFT;
            buf_addf(&out, turned ? "[%s]" : "%s", text_piece_string(&arena, &run, piece));
            x += piece->width;
        }
        assert_true(fabs(x - line->width) < 1e-6);
    }
    assert_string_equal(out.data, expected);
    buf_release(&out);
    arena_release(&arena);
}

static void words_stand_in_the_order_of_their_line(void **state)
{
    (void)state;
    assert_order("tag שלום med", 40, "tag [שלום] med");
    assert_order("tag שלום רב med", 40, "tag [שלום רב] med");
    assert_order("שלום tag רב", 40, ">[ רב]tag[שלום ]");
    assert_order("tag שלום רב med", 9, "tag [שלום]|[רב] med");
}

static void the_first_letter_decides_the_direction(void **state)
{
    (void)state;
    assert_order("12 שלום", 40, ">[ שלום]12");
    assert_order("(»שלום« a)", 40, ">[)]a[(»שלום« ]");
    assert_order("a\nשלום", 40, "a|>[שלום]");
}

static void numbers_run_from_left_to_right(void **state)
{
    (void)state;
    assert_order("عام 2027 شهر", 40, ">[ شهر]2027[عام ]");
    assert_order("عام 12,5 % شهر", 40, ">[ % شهر]12,5[عام ]");
}

static void controls_turn_and_are_not_drawn(void **state)
{
    (void)state;
    assert_order("a \xE2\x80\xAE"
                 "bc"
                 "\xE2\x80\xAC d",
                 40, "a [bc] d");
    assert_order("\xE2\x81\xA7"
                 "a"
                 "\xE2\x81\xA9 ",
                 40, "a");
}

static void arabic_is_divided_without_a_hyphen(void **state)
{
    (void)state;
    assert_order("ااااااااااااااااا", 10, ">[ااااااااا]|>[اااااااا]");
}

static void marks_are_not_parted_from_their_letter(void **state)
{
    (void)state;
    assert_lines("xxxxxxxx\xCC\x81\xCC\x81xxxx", 9, "xxxxxxx-|x\xCC\x81\xCC\x81xxxx");
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

/* Shapes one word in the regular face. */
static struct text_glyphs shape(void **state, bool right_to_left, const char *word)
{
    struct with_fonts *with = *state;
    const struct text_metrics *metrics = fonts_metrics(with->fonts);
    struct text_glyphs glyphs = {0};
    metrics->shape(metrics->self, TEXT_REGULAR, right_to_left, word, strlen(word), &glyphs);
    return glyphs;
}

static double width_of(void **state, const char *text)
{
    struct with_fonts *with = *state;
    return text_width(fonts_metrics(with->fonts), TEXT_REGULAR, 1, text, strlen(text));
}

static void danish_letters_are_in_the_first_font(void **state)
{
    struct text_glyphs glyphs = shape(state, false, "æøåÆØÅé»–");
    assert_int_equal(glyphs.count, 9);
    for (size_t i = 0; i < glyphs.count; i++) {
        assert_int_equal(glyphs.items[i].font, STYLE_FONT_REGULAR);
        assert_true(glyphs.items[i].advance > 0.2 && glyphs.items[i].advance < 1.2);
    }
    free(glyphs.items);
}

static void signs_come_from_the_fallback(void **state)
{
    struct text_glyphs glyphs = shape(state, false, "a☑b");
    assert_int_equal(glyphs.count, 3);
    assert_int_equal(glyphs.items[0].font, STYLE_FONT_REGULAR);
    assert_int_equal(glyphs.items[1].font, STYLE_FONT_FALLBACK);
    assert_int_equal(glyphs.items[2].font, STYLE_FONT_REGULAR);
    assert_int_equal(glyphs.items[2].start, 4);
    free(glyphs.items);
}

static void a_sign_that_no_font_has_is_known(void **state)
{
    struct text_glyphs glyphs = shape(state, false, "a\xF0\x9F\xA4\x80☑");
    assert_int_equal(glyphs.count, 3);
    assert_int_equal(glyphs.items[1].font, -1);
    assert_int_equal(glyphs.items[1].id, 0x1F900);
    assert_true(glyphs.items[1].advance > 0);
    assert_int_equal(glyphs.items[2].font, STYLE_FONT_FALLBACK);
    free(glyphs.items);
}

static void kerning_brings_letters_together(void **state)
{
    assert_true(width_of(state, "AV") < width_of(state, "A") + width_of(state, "V") - 0.02);
    assert_true(fabs(width_of(state, "A V") - width_of(state, "A") - width_of(state, "V") -
                     width_of(state, " ")) < 1e-9);
}

static void marks_stand_on_their_letters(void **state)
{
    assert_true(fabs(width_of(state, "e\xCC\x81") - width_of(state, "é")) < 1e-9);
    assert_true(fabs(width_of(state, "x\xCC\x83") - width_of(state, "x")) < 1e-9);
    struct text_glyphs glyphs = shape(state, false, "e\xCC\x81");
    assert_int_equal(glyphs.count, 1);
    assert_int_equal(glyphs.items[0].length, 3);
    free(glyphs.items);
}

static void what_is_invisible_has_no_width(void **state)
{
    double width = width_of(state, "AVord");
    assert_true(fabs(width_of(state, "A\xC2\xADVord") - width) < 1e-9);
    assert_true(fabs(width_of(state, "AV\xE2\x80\x8Bord") - width) < 1e-9);
    assert_true(fabs(width_of(state, "\xE2\x80\x8F"
                                     "AVord") -
                     width) < 1e-9);
    assert_true(fabs(width_of(state, "AVo\xE2\x80\x8Drd") - width) < 1e-9);
}

/* Beh alone, and at the beginning and end of a word; lam and alef are one sign. */
static void arabic_letters_join(void **state)
{
    struct text_glyphs alone = shape(state, true, "ب"), joined = shape(state, true, "بب");
    struct text_glyphs ligature = shape(state, true, "لا");
    assert_int_equal(joined.count, 2);
    assert_int_equal(joined.items[0].font, STYLE_FONT_FALLBACK);
    assert_int_not_equal(joined.items[0].id, alone.items[0].id);
    assert_int_not_equal(joined.items[1].id, joined.items[0].id);
    assert_int_equal(joined.items[0].start, 0); /* in the order in which it is read */
    assert_int_equal(joined.items[1].start, 2);
    assert_int_equal(ligature.count, 2); /* with a blank, which stands for the second letter */
    assert_int_equal(ligature.items[0].length, 2);
    assert_true(ligature.items[1].length == 2 && ligature.items[1].advance == 0);
    free(alone.items);
    free(joined.items);
    free(ligature.items);
}

static void brackets_are_mirrored(void **state)
{
    struct text_glyphs opening = shape(state, false, "("), closing = shape(state, false, ")");
    struct text_glyphs mirrored = shape(state, true, "(");
    assert_int_equal(mirrored.items[0].id, closing.items[0].id);
    assert_int_not_equal(mirrored.items[0].id, opening.items[0].id);
    free(opening.items);
    free(closing.items);
    free(mirrored.items);
}

static void words_are_remembered_apart(void **state)
{
    double first = width_of(state, "trivsel");
    for (int i = 0; i < 20000; i++) {
        char word[16];
        snprintf(word, sizeof word, "ord%d", i);
        assert_true(width_of(state, word) > 1);
    }
    assert_true(fabs(width_of(state, "trivsel") - first) < 1e-9);
    struct with_fonts *with = *state;
    assert_true(text_width(fonts_metrics(with->fonts), TEXT_SEMIBOLD, 1, "trivsel", 7) > first);
}

/* How far the glyphs of a string move the pen; each of them stands within the string, but
 * for what kerning moves it. */
static double drawn_width(const struct text_setting *setting, double width)
{
    double pen = 0;
    for (size_t i = 0; i < setting->glyphs.count; i++) {
        const struct text_glyph *glyph = &setting->glyphs.items[i];
        pen += glyph->advance;
        assert_true(glyph->x > -0.1 && glyph->x + glyph->advance < width + 0.1);
    }
    return pen;
}

/* Lines of every width are as wide when they are drawn as when they were measured. */
static void assert_drawn_as_measured(void **state, const char *text, enum text_face face)
{
    struct with_fonts *with = *state;
    const struct text_metrics *metrics = fonts_metrics(with->fonts);
    struct text_setting setting = {0};
    for (double width = 1; width < 25; width += 0.37) {
        struct arena arena = {0};
        struct text_run run = {.text = text, .face = face, .size = 1};
        struct text_lines lines = text_wrap(&arena, metrics, &run, 1, width);
        for (size_t i = 0; i < lines.lines[lines.count - 1].first; i++) {
            const struct text_piece *piece = &lines.pieces[i];
            const struct text_string string = {.text = text_piece_string(&arena, &run, piece),
                                               .face = face,
                                               .direction = piece->direction,
                                               .width = piece->width};
            text_set(&setting, metrics, &string);
            assert_true(fabs(drawn_width(&setting, piece->width) - piece->width) < 1e-9);
        }
        for (size_t i = 0; i < lines.count && width > 3; i++)
            assert_true(lines.lines[i].width <= width + 1e-6);
        arena_release(&arena);
    }
    text_setting_release(&setting);
}

static void text_is_drawn_as_wide_as_measured(void **state)
{
    assert_drawn_as_measured(state,
                             "Trivsels\xC2\xADgrupper for AVIS-Ture og skole/hjem: sundhedsfremme"
                             "indsatsen »To Ord« 30.11.2027 af\xC2\xAD"
                             "finde ☑ Værested",
                             TEXT_REGULAR);
    assert_drawn_as_measured(state, "Fem familie\xE2\x80\x8BTræf (0–3 år) – Ø-Ture 1/2",
                             TEXT_SEMIBOLD);
    assert_drawn_as_measured(state, "صباح مفتوح للأهل والأطفال (0–3 سنوات) في Brobyen كلَّ يوم",
                             TEXT_ITALIC);
}

/* The string is drawn with the first letter at its right. */
static void strings_of_both_directions_are_set(void **state)
{
    struct with_fonts *with = *state;
    struct text_setting setting = {0};
    const struct text_string mixed = {.text = "سن 12", .space = true};
    text_set(&setting, fonts_metrics(with->fonts), &mixed);
    assert_int_equal(setting.glyphs.count, 6);
    const struct text_glyph *glyphs = setting.glyphs.items;
    assert_string_equal(setting.text.data, "سن 12 ");
    assert_true(glyphs[0].x > glyphs[1].x && glyphs[1].x > glyphs[2].x);
    assert_true(glyphs[3].x < glyphs[4].x && glyphs[4].x < glyphs[2].x);
    assert_true(fabs(glyphs[3].x) < 1e-9 && glyphs[5].x < 0);
    text_setting_release(&setting);
}

static void ten_thousand_marks_do_no_harm(void **state)
{
    struct with_fonts *with = *state;
    struct buf text = {0};
    buf_add_string(&text, "e");
    for (int i = 0; i < 10000; i++)
        buf_add_string(&text, "\xCC\x81");
    const struct text_metrics *const both[] = {fonts_metrics(with->fonts), text_fixed_metrics()};
    for (int i = 0; i < 2; i++) {
        struct arena arena = {0};
        struct text_run run = {.text = text.data, .size = 10};
        struct text_lines lines = text_wrap(&arena, both[i], &run, 1, 20);
        size_t bytes = 0;
        for (size_t k = 0; k < lines.lines[lines.count - 1].first + 1; k++)
            bytes += lines.pieces[k].length;
        assert_int_equal(bytes, text.length);
        arena_release(&arena);
    }
    buf_release(&text);
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
        cmocka_unit_test(words_stand_in_the_order_of_their_line),
        cmocka_unit_test(the_first_letter_decides_the_direction),
        cmocka_unit_test(numbers_run_from_left_to_right),
        cmocka_unit_test(controls_turn_and_are_not_drawn),
        cmocka_unit_test(arabic_is_divided_without_a_hyphen),
        cmocka_unit_test(marks_are_not_parted_from_their_letter),
        cmocka_unit_test_setup_teardown(danish_letters_are_in_the_first_font, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(signs_come_from_the_fallback, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(a_sign_that_no_font_has_is_known, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(kerning_brings_letters_together, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(marks_stand_on_their_letters, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(what_is_invisible_has_no_width, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(arabic_letters_join, open_default_fonts, close_fonts),
        cmocka_unit_test_setup_teardown(brackets_are_mirrored, open_default_fonts, close_fonts),
        cmocka_unit_test_setup_teardown(words_are_remembered_apart, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(text_is_drawn_as_wide_as_measured, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(strings_of_both_directions_are_set, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test_setup_teardown(ten_thousand_marks_do_no_harm, open_default_fonts,
                                        close_fonts),
        cmocka_unit_test(a_missing_font_is_named_with_its_package),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
