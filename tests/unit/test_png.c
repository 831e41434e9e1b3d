/* Tests of PNG pictures: how the program that draws them is called, and what is said where it
 * fails. Small scripts stand in for it; tests/cli/png.sh looks at what the real one draws. */
#include "base/diag.h"
#include "base/process.h"
#include "base/style.h"
#include "out/png.h"
#include "out/svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct bench {
    char folder[32], script[64];
    struct diag_sink sink;
    struct style style;
    struct figure figure;
    struct buf out;
};

static int open_bench(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    strcpy(bench->folder, "/tmp/virkning-png-XXXXXX");
    if (!mkdtemp(bench->folder))
        return -1;
    snprintf(bench->script, sizeof bench->script, "%s/virkning-png", bench->folder);
    diag_sink_init(&bench->sink, false);
    if (style_load(&bench->style, NULL, getenv("VIRKNING_DATADIR"), &bench->sink))
        return -1;
    figure_init(&bench->figure);
    bench->figure.title = "Besøgsvenner";
    bench->figure.width = 376;
    bench->figure.height = 176;
    setenv("VIRKNING_LIBEXECDIR", bench->folder, 1);
    *state = bench;
    return 0;
}

static int close_bench(void **state)
{
    struct bench *bench = *state;
    unlink(bench->script);
    rmdir(bench->folder);
    buf_release(&bench->out);
    figure_release(&bench->figure);
    style_release(&bench->style);
    diag_sink_release(&bench->sink);
    free(bench);
    return 0;
}

static void write_script(const struct bench *bench, const char *commands)
{
    FILE *file = fopen(bench->script, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", commands);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(bench->script, 0755), 0);
}

/* Writes the figure as PNG; returns what is reported, DIAG_IDS: nothing. */
static enum diag_id write_png(struct bench *bench, uint32_t width)
{
    buf_reset(&bench->out);
    diag_sink_release(&bench->sink);
    diag_sink_init(&bench->sink, false);
    int status = png_write(&bench->out, &bench->figure, &bench->style, width, &bench->sink);
    assert_int_equal(status, bench->sink.count ? -1 : 0);
    assert_true(bench->sink.count <= 1);
    return bench->sink.count ? bench->sink.items[0].id : DIAG_IDS;
}

static void the_program_gets_size_fonts_and_svg(void **state)
{
    struct bench *bench = *state;
    write_script(bench, "echo \"$1 $2 $3\"; echo \"$4\"; shift 3; echo $#; cat");
    assert_int_equal(write_png(bench, 0), DIAG_IDS);
    struct buf expected = {0};
    buf_addf(&expected, "800 400 Open Sans\n%s\n%d\n", bench->style.fonts[STYLE_FONT_REGULAR],
             STYLE_FONTS);
    svg_write(&expected, &bench->figure, &bench->style);
    assert_string_equal(bench->out.data, expected.data);
    buf_release(&expected);
    assert_int_equal(write_png(bench, 1001), DIAG_IDS);
    assert_int_equal(strncmp(bench->out.data, "1001 501 ", 9), 0);
    assert_int_equal(write_png(bench, 1), DIAG_IDS);
    assert_int_equal(strncmp(bench->out.data, "1 1 ", 4), 0);
}

static void a_missing_program_is_told(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(write_png(bench, 0), DIAG_PNG_MISSING);
    assert_string_equal(bench->sink.items[0].args[0], "virkning-png");
    write_script(bench, "cat");
    assert_int_equal(chmod(bench->script, 0644), 0);
    if (access(bench->script, X_OK)) /* root may run anything that anybody may */
        assert_int_equal(write_png(bench, 0), DIAG_PNG_MISSING);
}

static void a_program_that_fails_is_told(void **state)
{
    struct bench *bench = *state;
    write_script(bench, "echo 'no memory for it' >&2; echo more >&2; exit 1");
    assert_int_equal(write_png(bench, 0), DIAG_PNG_FAILED);
    assert_string_equal(bench->sink.items[0].args[0], "no memory for it");
    write_script(bench, "cat >/dev/null; echo half a pict; kill -9 $$");
    assert_int_equal(write_png(bench, 0), DIAG_PNG_FAILED);
    assert_string_equal(bench->sink.items[0].args[0], "virkning-png: 137");
    write_script(bench, "cat >/dev/null"); /* says that all is well, and gives nothing */
    assert_int_equal(write_png(bench, 0), DIAG_PNG_FAILED);
}

static void pictures_have_an_end(void **state)
{
    struct bench *bench = *state;
    write_script(bench, "cat >/dev/null; echo x");
    assert_int_equal(write_png(bench, PNG_LONGEST_SIDE), DIAG_IDS);
    assert_int_equal(write_png(bench, PNG_LONGEST_SIDE + 1), DIAG_PNG_SIZE);
    assert_int_equal(write_png(bench, UINT32_MAX), DIAG_PNG_SIZE);
    bench->figure.height = 376; /* a square */
    assert_int_equal(write_png(bench, 14142), DIAG_IDS);
    assert_int_equal(write_png(bench, 14143), DIAG_PNG_SIZE);
    bench->figure.height = 376 * 60.0;
    assert_int_equal(write_png(bench, 2000), DIAG_PNG_SIZE);
    assert_int_equal(write_png(bench, 0), DIAG_PNG_SIZE);
}

/* --- running programs ------------------------------------------------------------------- */

static int run(const char *commands, const struct buf *input, struct buf *output,
               struct buf *errors)
{
    const char *const arguments[] = {"sh", "-c", commands, NULL};
    return process_run("/bin/sh", arguments, input, output, errors);
}

/* Far more than a pipe holds, both ways at once, and on the side. */
static void neither_side_waits_for_the_other(void **state)
{
    (void)state;
    struct buf input = {0}, output = {0}, errors = {0};
    for (int i = 0; i < 200000; i++)
        buf_addf(&input, "linje %d\n", i);
    assert_int_equal(run("tee /dev/stderr", &input, &output, &errors), 0);
    assert_int_equal(output.length, input.length);
    assert_memory_equal(output.data, input.data, input.length);
    assert_int_equal(errors.length, input.length);
    buf_release(&output);
    buf_release(&errors);
    buf_release(&input);
}

/* A program that ends before it has read everything does not end us. */
static void who_does_not_listen_does_no_harm(void **state)
{
    (void)state;
    struct buf input = {0}, output = {0}, errors = {0};
    for (int i = 0; i < 200000; i++)
        buf_addf(&input, "linje %d\n", i);
    assert_int_equal(run("exit 7", &input, &output, &errors), 7);
    assert_int_equal(run("exec <&-; echo her", &input, &output, &errors), 0);
    assert_string_equal(output.data, "her\n");
    buf_release(&output);
    buf_release(&errors);
    buf_release(&input);
}

static void statuses_come_back(void **state)
{
    (void)state;
    const char *const nothing[] = {"nothing", NULL};
    struct buf input = {0}, output = {0}, errors = {0};
    assert_int_equal(run("cat; kill -15 $$", &input, &output, &errors), 128 + 15);
    assert_int_equal(run("cat", &input, &output, &errors), 0);
    assert_int_equal(output.length, 0);
    assert_int_equal(process_run("/nonexistent/nothing", nothing, &input, &output, &errors),
                     PROCESS_NOT_STARTED);
    buf_release(&output);
    buf_release(&errors);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_program_gets_size_fonts_and_svg, open_bench,
                                        close_bench),
        cmocka_unit_test_setup_teardown(a_missing_program_is_told, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(a_program_that_fails_is_told, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(pictures_have_an_end, open_bench, close_bench),
        cmocka_unit_test(neither_side_waits_for_the_other),
        cmocka_unit_test(who_does_not_listen_does_no_harm),
        cmocka_unit_test(statuses_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
