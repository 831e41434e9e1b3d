/* Tests of house styles: contrasts, sizes, texts and the logo. */
#include "base/buf.h"
#include "base/datadir.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/style.h"
#include "base/style_contrast.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- what a test works with ------------------------------------------------------------ */

/* A style file and a logo beside it, in a folder of their own. */
struct bench {
    char folder[32];
    char *style_path, *logo_path;
    struct diag_sink sink;
    struct style style;
};

static int open_bench(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    strcpy(bench->folder, "/tmp/virkning-style-XXXXXX");
    if (!mkdtemp(bench->folder))
        return -1;
    bench->style_path = datadir_join(bench->folder, "by.style");
    bench->logo_path = datadir_join(bench->folder, "by.bin");
    diag_sink_init(&bench->sink, false);
    *state = bench;
    return 0;
}

static int close_bench(void **state)
{
    struct bench *bench = *state;
    unlink(bench->style_path);
    unlink(bench->logo_path);
    rmdir(bench->folder);
    free(bench->style_path);
    free(bench->logo_path);
    style_release(&bench->style);
    diag_sink_release(&bench->sink);
    free(bench);
    return 0;
}

/* Loads a style of these lines; returns the first finding's id, or DIAG_IDS if all is well. */
static enum diag_id load(struct bench *bench, const char *lines)
{
    style_release(&bench->style);
    diag_sink_release(&bench->sink);
    diag_sink_init(&bench->sink, false);
    assert_int_equal(file_write(bench->style_path, lines, strlen(lines), &bench->sink), 0);
    int status =
        style_load(&bench->style, bench->style_path, getenv("VIRKNING_DATADIR"), &bench->sink);
    assert_int_equal(status != 0, bench->sink.count != 0);
    return bench->sink.count ? bench->sink.items[0].id : DIAG_IDS;
}

static const char logo_lines[] = "logo = by.bin\nlogo.text = Åhøj Kommune\n";

/* The same, of a style with a logo of these bytes. */
static enum diag_id load_logo(struct bench *bench, const char *bytes, size_t length)
{
    assert_int_equal(file_write(bench->logo_path, bytes, length, &bench->sink), 0);
    enum diag_id id = load(bench, logo_lines);
    assert_int_equal(bench->style.logo.kind != STYLE_NO_IMAGE, id == DIAG_IDS);
    return id;
}

/* --- contrast -------------------------------------------------------------------------- */

static struct color color_of(uint32_t rgb)
{
    return (struct color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb};
}

static double contrast(uint32_t a, uint32_t b)
{
    return style_contrast(color_of(a), color_of(b));
}

/* Figures that WCAG and its tools are known by. */
static void test_contrasts_are_those_of_wcag(void **state)
{
    (void)state;
    assert_true(fabs(contrast(0x000000, 0xFFFFFF) - 21) < 1e-9);
    assert_true(fabs(contrast(0x777777, 0x777777) - 1) < 1e-9);
    assert_true(fabs(contrast(0x767676, 0xFFFFFF) - 4.542) < 0.001);
    assert_true(fabs(contrast(0x777777, 0xFFFFFF) - 4.478) < 0.001);
    assert_true(fabs(contrast(0x949494, 0xFFFFFF) - 3.033) < 0.001);
    assert_true(fabs(contrast(0xFF0000, 0xFFFFFF) - 3.998) < 0.001);
    assert_true(fabs(contrast(0x0000FF, 0xFFFF00) - contrast(0xFFFF00, 0x0000FF)) < 1e-12);
}

static void test_the_default_style_holds(void **state)
{
    (void)state;
    struct diag_sink sink;
    struct style style;
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    diag_sink_init(&sink, false);
    assert_int_equal(style_load(&style, NULL, getenv("VIRKNING_DATADIR"), &sink), 0);
    for (size_t i = 0; i < count; i++)
        assert_true(style_pair_holds(&style, &pairs[i]));
    style_release(&style);
    diag_sink_release(&sink);
}

static void test_text_needs_more_than_lines(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load(bench, "color.interpreted = #949494\n"), DIAG_IDS);
    assert_int_equal(load(bench, "color.interpreted = #959595\n"), DIAG_STYLE_CONTRAST);
    assert_int_equal(load(bench, "color.missing = #5a5a5a\n"), DIAG_IDS);
    assert_int_equal(load(bench, "color.missing = #949494\n"), DIAG_STYLE_CONTRAST);
    assert_int_equal(load(bench, "color.rule = #ffffff\n"), DIAG_IDS); /* decoration */
}

/* What is a little too weak is not said to be 4.5. */
static void test_figures_are_rounded_down(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load(bench, "color.missing = #777777\n"), DIAG_STYLE_CONTRAST);
    const struct diag *diag = &bench->sink.items[0];
    assert_string_equal(diag->args[0], "color.missing #777777");
    assert_string_equal(diag->args[1], "color.paper #ffffff");
    assert_non_null(strstr(diag->args[2], "4.4"));
    assert_non_null(strstr(diag->args[3], "4.5"));
}

/* All at once, each at the line of the municipality's own file. */
static void test_all_weak_pairs_are_told(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load(bench, "# farver\ncolor.heading = #0b3b47\ncolor.panel = #7a7a7a\n"),
                     DIAG_STYLE_CONTRAST);
    assert_true(bench->sink.count >= 4);
    for (size_t i = 0; i < bench->sink.count; i++) {
        assert_string_equal(bench->sink.items[i].at.file, bench->style_path);
        bool headings = !strncmp(bench->sink.items[i].args[0], "color.heading", 13);
        assert_int_equal(bench->sink.items[i].at.line, headings ? 2 : 3);
    }
}

/* --- sizes and texts -------------------------------------------------------------------- */

static void test_no_text_is_too_small(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load(bench, "size.small = 7\n"), DIAG_IDS);
    assert_int_equal(load(bench, "size.small = 6.9\n"), DIAG_STYLE_RANGE);
    assert_int_equal(load(bench, "size.text = 400\n"), DIAG_STYLE_RANGE);
    assert_int_equal(load(bench, "size.margin-side = 300\n"), DIAG_STYLE_RANGE);
    assert_int_equal(load(bench, "size.text = 9,5\n"), DIAG_STYLE_VALUE);
    assert_int_equal(load(bench, "size.text = -9\n"), DIAG_STYLE_RANGE);
    assert_int_equal(load(bench, "size.text = stor\n"), DIAG_STYLE_VALUE);
}

static void test_lines_do_not_touch(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load(bench, "\nsize.table = 12\n"), DIAG_STYLE_LEADING);
    assert_int_equal(bench->sink.items[0].at.line, 2);
    assert_int_equal(load(bench, "size.table = 12\nsize.table-leading = 16\n"), DIAG_IDS);
    assert_int_equal(load(bench, "\n\nsize.table-leading = 9\n"), DIAG_STYLE_LEADING);
    assert_int_equal(bench->sink.items[0].at.line, 3);
}

static void test_texts_of_every_page(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(
        load(bench, "\xEF\xBB\xBFheader.text = Åhøj Kommune\r\nfooter.text = a = b\r\n"), DIAG_IDS);
    assert_string_equal(bench->style.header, "Åhøj Kommune");
    assert_string_equal(bench->style.footer, "a = b");
    struct buf line = {0};
    buf_add_string(&line, "footer.text = ");
    for (int i = 0; i < 120; i++)
        buf_add_string(&line, "å");
    assert_int_equal(load(bench, line.data), DIAG_IDS);
    buf_add_string(&line, "å");
    assert_int_equal(load(bench, line.data), DIAG_STYLE_TEXT_LENGTH);
    buf_release(&line);
    assert_int_equal(load(bench, "header.text = \xC5h\xF8j\n"), DIAG_STYLE_ENCODING);
}

/* --- the logo --------------------------------------------------------------------------- */

#define PNG_START "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"
#define PNG_KIND "\x08\x02\0\0\0CRC."
#define PNG_REST "\0\0\0\x02IDAT..CRC.\0\0\0\0IENDCRC."
#define JPEG_TABLE "\xFF\xD8\xFF\xFF\xFF\xDB\0\x04.."
#define JPEG_REST "\xFF\xDA\0\x04..bytes\xFF\xD9"

static enum diag_id load_png(struct bench *bench, const char size[8])
{
    char bytes[128];
    struct buf out = {0};
    buf_add(&out, PNG_START, sizeof PNG_START - 1);
    buf_add(&out, size, 8);
    buf_add(&out, PNG_KIND PNG_REST, sizeof PNG_KIND PNG_REST - 1);
    size_t length = out.length;
    memcpy(bytes, out.data, length);
    buf_release(&out);
    return load_logo(bench, bytes, length);
}

static void test_png(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load_png(bench, "\0\0\x02\x58\0\0\0\xC8"), DIAG_IDS);
    assert_int_equal(bench->style.logo.kind, STYLE_PNG);
    assert_int_equal(bench->style.logo.width, 600);
    assert_int_equal(bench->style.logo.height, 200);
    assert_string_equal(bench->style.logo_text, "Åhøj Kommune");
    assert_true(bench->style.logo_height == 28);
}

static void test_odd_sizes(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load_png(bench, "\0\0\0\0\0\0\0\xC8"), DIAG_STYLE_LOGO_SIZE);
    assert_int_equal(load_png(bench, "\0\0\0\xC8\0\0\0\x0F"), DIAG_STYLE_LOGO_SIZE);
    assert_int_equal(load_png(bench, "\0\0\x0F\xA1\0\0\0\xC8"), DIAG_STYLE_LOGO_SIZE);
    assert_int_equal(load_png(bench, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), DIAG_STYLE_LOGO_SIZE);
    assert_int_equal(load_png(bench, "\0\0\x07\xD0\0\0\0\xC8"), DIAG_STYLE_LOGO_WIDE);
}

/* A frame of a kind, with so many colours; 64 pixels high and 192 wide. */
static enum diag_id load_jpeg(struct bench *bench, unsigned char kind, unsigned char colors)
{
    char bytes[128], frame[] = "\xFF\xC0\0\x0A\x08\0\x40\0\xC0\x03..";
    frame[1] = (char)kind;
    frame[9] = (char)colors;
    size_t length = 0;
    memcpy(bytes, JPEG_TABLE, sizeof JPEG_TABLE - 1);
    length += sizeof JPEG_TABLE - 1;
    memcpy(bytes + length, frame, sizeof frame - 1);
    length += sizeof frame - 1;
    memcpy(bytes + length, JPEG_REST, sizeof JPEG_REST - 1);
    length += sizeof JPEG_REST - 1;
    return load_logo(bench, bytes, length);
}

static void test_jpeg(void **state)
{
    struct bench *bench = *state;
    static const unsigned char shown[] = {0xC0, 0xC1, 0xC2}; /* the last one is progressive */
    for (size_t i = 0; i < sizeof shown; i++) {
        assert_int_equal(load_jpeg(bench, shown[i], 3), DIAG_IDS);
        assert_int_equal(bench->style.logo.kind, STYLE_JPEG);
        assert_int_equal(bench->style.logo.width, 192);
        assert_int_equal(bench->style.logo.height, 64);
    }
    assert_int_equal(load_jpeg(bench, 0xC0, 1), DIAG_IDS);
    assert_int_equal(load_jpeg(bench, 0xC0, 4), DIAG_STYLE_LOGO_PRESS);
    assert_int_equal(load_jpeg(bench, 0xC0, 2), DIAG_STYLE_LOGO_DAMAGED);
    assert_int_equal(load_jpeg(bench, 0xC3, 3), DIAG_STYLE_LOGO_DAMAGED); /* lossless */
    assert_int_equal(load_jpeg(bench, 0xC9, 3), DIAG_STYLE_LOGO_DAMAGED); /* arithmetic */
    assert_int_equal(load_jpeg(bench, 0xC4, 3), DIAG_STYLE_LOGO_DAMAGED); /* no frame at all */
}

/* However a picture is cut off, it is told, and nothing is read behind its end. */
static void test_cut_pictures(void **state)
{
    struct bench *bench = *state;
    static const char png[] = PNG_START "\0\0\0\x40\0\0\0\x40" PNG_KIND PNG_REST;
    static const char jpeg[] = JPEG_TABLE "\xFF\xC0\0\x0A\x08\0\x40\0\xC0\x03.." JPEG_REST;
    for (size_t length = 8; length < sizeof png - 1; length++)
        assert_int_equal(load_logo(bench, png, length), DIAG_STYLE_LOGO_DAMAGED);
    assert_int_equal(load_logo(bench, png, sizeof png - 1), DIAG_IDS);
    for (size_t length = 3; length < sizeof jpeg - 1; length++)
        assert_int_equal(load_logo(bench, jpeg, length), DIAG_STYLE_LOGO_DAMAGED);
    assert_int_equal(load_logo(bench, jpeg, sizeof jpeg - 1), DIAG_IDS);
}

static void test_other_files_are_no_logo(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load_logo(bench, "", 0), DIAG_STYLE_LOGO_KIND);
    assert_int_equal(load_logo(bench, "<svg/>", 6), DIAG_STYLE_LOGO_KIND);
    assert_int_equal(load_logo(bench, "GIF89a", 6), DIAG_STYLE_LOGO_KIND);
    assert_int_equal(load(bench, "logo = intet.png\nlogo.text = Åhøj\n"), DIAG_STYLE_LOGO_MISSING);
}

static void test_a_logo_has_words(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(load_png(bench, "\0\0\0\x40\0\0\0\x40"), DIAG_IDS);
    assert_int_equal(load(bench, "\nlogo = by.bin\n"), DIAG_STYLE_LOGO_TEXT);
    assert_int_equal(bench->sink.items[0].at.line, 2);
    assert_int_equal(load(bench, "logo.text = Åhøj\nlogo = by.bin\nlogo.height = 40\n"), DIAG_IDS);
    assert_true(bench->style.logo_height == 40);
    assert_int_equal(load(bench, "logo.height = 400\n"), DIAG_STYLE_RANGE);
}

int main(void)
{
    const struct CMUnitTest style[] = {
        cmocka_unit_test(test_contrasts_are_those_of_wcag),
        cmocka_unit_test(test_the_default_style_holds),
        cmocka_unit_test_setup_teardown(test_text_needs_more_than_lines, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_figures_are_rounded_down, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_all_weak_pairs_are_told, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_no_text_is_too_small, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_lines_do_not_touch, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_texts_of_every_page, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_png, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_odd_sizes, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_jpeg, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_cut_pictures, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_other_files_are_no_logo, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(test_a_logo_has_words, open_bench, close_bench),
    };
    return cmocka_run_group_tests(style, NULL, NULL);
}
