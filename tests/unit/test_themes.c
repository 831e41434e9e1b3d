/* Tests of themes, and of what colours tell those who see them differently: what two colours
 * tell apart in one figure stays apart for colour-blind readers, or is told by a pattern or a
 * sign as well. */
#include "base/diag.h"
#include "base/language.h"
#include "base/status.h"
#include "base/style.h"
#include "base/style_contrast.h"
#include "base/style_theme.h"
#include "figure/graph.h"
#include "figure/view.h"
#include "model/model.h"
#include "out/svg.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void load(struct style *style, const char *path)
{
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    assert_int_equal(style_load(style, path, getenv("VIRKNING_DATADIR"), &sink), 0);
    diag_sink_release(&sink);
}

static const char *const styles[] = {NULL, TEST_SOURCE_DIR "/examples/aahoej.style"};

static bool is_grey(struct color color)
{
    return color.red == color.green && color.green == color.blue;
}

/* --- themes ----------------------------------------------------------------------------- */

static void themes_have_names(void **state)
{
    (void)state;
    for (int theme = 0; theme < STYLE_THEMES; theme++)
        assert_int_equal(style_theme_of_name(style_theme_name((enum style_theme)theme)), theme);
    assert_int_equal(style_theme_of_name("sepia"), -1);
    assert_int_equal(style_theme_of_name(""), -1);
}

static void colour_changes_nothing(void **state)
{
    (void)state;
    struct style style, before;
    load(&style, NULL);
    before = style;
    style_theme_apply(&style, STYLE_THEME_COLOUR);
    assert_memory_equal(&style, &before, sizeof style);
    style_release(&style);
}

/* Every pair that held holds, and nothing has a colour. */
static void assert_grey(const struct style *before, const struct style *after)
{
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    for (int i = 0; i < STYLE_COLORS; i++)
        assert_true(is_grey(after->colors[i]));
    for (size_t i = 0; i < count; i++) {
        double was = style_contrast(before->colors[pairs[i].front], before->colors[pairs[i].back]);
        double is = style_contrast(after->colors[pairs[i].front], after->colors[pairs[i].back]);
        assert_true(!style_pair_holds(before, &pairs[i]) || style_pair_holds(after, &pairs[i]));
        assert_true(fabs(was / is - 1) < 0.12); /* a step among the dark greys is as large */
    }
}

static void grey_keeps_the_contrasts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        struct style style, before;
        load(&style, styles[i]);
        before = style;
        style_theme_apply(&style, STYLE_THEME_GREY);
        assert_grey(&before, &style);
        assert_int_equal(style.colors[STYLE_PAPER].red, 255);
        assert_true(style.fonts[0] == before.fonts[0]);
        style_release(&style);
    }
}

/* A small generator: the same numbers everywhere. */
static uint32_t draw(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)(*seed >> 8) * below) >> 24);
}

/* Draws colours for the fronts and backs of pairs until all hold: light on dark where `dark`.
 * Some are drawn close to what they need, where rounding would cost it. */
static void draw_style(struct style *style, uint32_t *seed, bool dark)
{
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    *style = (struct style){0};
    for (int i = 0; i < STYLE_COLORS; i++) {
        bool light =
            i == STYLE_PAPER || i == STYLE_PANEL || i == STYLE_CHIP || i == STYLE_WAITING_FILL;
        uint32_t low = light != dark ? 225 : 0, room = light != dark ? 31 : 190;
        style->colors[i] =
            (struct color){(uint8_t)(low + draw(seed, room)), (uint8_t)(low + draw(seed, room)),
                           (uint8_t)(low + draw(seed, room))};
        if (dark && light)
            style->colors[i] = (struct color){(uint8_t)draw(seed, 40), (uint8_t)draw(seed, 40),
                                              (uint8_t)draw(seed, 40)};
        else if (dark)
            style->colors[i] =
                (struct color){(uint8_t)(90 + draw(seed, 166)), (uint8_t)(90 + draw(seed, 166)),
                               (uint8_t)(90 + draw(seed, 166))};
    }
    for (size_t i = 0; i < count; i++) { /* a step at a time, so that they just hold */
        struct color *front = &style->colors[pairs[i].front];
        const struct style_pair *pair = &pairs[i];
        if (pair->back == STYLE_HEADING)
            continue;
        while (!style_pair_holds(style, pair)) {
            uint8_t *part = (uint8_t *)front + draw(seed, 3);
            if (dark ? *part < 255 : *part > 0)
                *part = (uint8_t)(*part + (dark ? 1 : -1));
        }
    }
}

static void grey_keeps_the_contrasts_of_any_style(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 600; round++) {
        struct style style, before;
        draw_style(&style, &seed, round % 3 == 2);
        before = style;
        style_theme_apply(&style, STYLE_THEME_GREY);
        assert_grey(&before, &style);
    }
}

/* Text is told from what it stands on by 7:1 (WCAG 2.1, success criterion 1.4.6). */
static void contrast_is_black_on_white(void **state)
{
    (void)state;
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        struct style style;
        load(&style, styles[i]);
        style_theme_apply(&style, STYLE_THEME_CONTRAST);
        for (size_t p = 0; p < count; p++)
            assert_true(style_pair_contrast(&style, &pairs[p]) >= 7);
        assert_int_equal(style.colors[STYLE_PAPER].red, 255);
        assert_int_equal(style.colors[STYLE_INK].red, 0);
        assert_int_equal(style.colors[STYLE_HEADING].red, 0);
        style_release(&style);
    }
}

/* --- colour blindness ------------------------------------------------------------------- */

/* How dichromats see a colour, on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
 * A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6),
 * 2009; the matrices of severity 1.0. First of all, everybody else. */
static const double sights[][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}}, /* protanopia */
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}}, /* deuteranopia */
    {{1.255528, -0.076749, -0.178779},
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}}, /* tritanopia */
};
enum { SIGHTS = sizeof sights / sizeof *sights };

static double linear(uint8_t part)
{
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static void multiply(const double matrix[3][3], const double in[3], double out[3])
{
    for (int i = 0; i < 3; i++) {
        out[i] = 0;
        for (int k = 0; k < 3; k++)
            out[i] += matrix[i][k] * in[k];
    }
}

static double lab_part(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* of a colour in the eyes of `sight`, white point D65. */
static void lab_of(struct color color, int sight, double lab[3])
{
    static const double to_xyz[3][3] = {
        {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}};
    const double rgb[3] = {linear(color.red), linear(color.green), linear(color.blue)};
    double seen[3], xyz[3];
    multiply(sights[sight], rgb, seen);
    for (int i = 0; i < 3; i++)
        seen[i] = fmin(1, fmax(0, seen[i]));
    multiply(to_xyz, seen, xyz);
    double x = lab_part(xyz[0] / 0.9505), y = lab_part(xyz[1]), z = lab_part(xyz[2] / 1.089);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

/* The distance of two colours (CIE 1976) to whom it is least. About 2.3 is just noticed. */
static double least_distance(struct color a, struct color b)
{
    double least = INFINITY;
    for (int sight = 0; sight < SIGHTS; sight++) {
        double one[3], other[3], sum = 0;
        lab_of(a, sight, one);
        lab_of(b, sight, other);
        for (int i = 0; i < 3; i++)
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        least = fmin(least, sqrt(sum));
    }
    return least;
}

#define APART 10.0

static struct color rgb(uint32_t value)
{
    return (struct color){(uint8_t)(value >> 16), (uint8_t)(value >> 8), (uint8_t)value};
}

/* What is known to be mistaken is, what is known to be told is not. */
static void the_measure_sees_like_the_eye(void **state)
{
    (void)state;
    assert_true(least_distance(rgb(0xC86400), rgb(0x968200)) < APART); /* red-green */
    assert_true(least_distance(rgb(0x0072B2), rgb(0xE69F00)) > 50);    /* blue and orange */
    assert_true(least_distance(rgb(0x000000), rgb(0xFFFFFF)) > 99);
    assert_true(least_distance(rgb(0x123456), rgb(0x123456)) < 1e-9);
}

/* A model of `count` focus areas with an activity each. */
static void draw_areas(struct figure *figure, struct model *model, const struct style *style,
                       const struct language *language, int count)
{
    struct diag_sink sink;
    struct buf xml = {0};
    buf_add_string(&xml, "<programme xmlns='urn:x-virkning:programme' format='1' xml:lang='da'>"
                         "<title>Sunde rammer</title>");
    for (int i = 0; i < count; i++)
        buf_addf(&xml,
                 "<focus-area id='o%d'><title>Område %d</title><activity id='a%d'>"
                 "<title>Aktivitet %d</title><leads-to ref='e'/></activity></focus-area>",
                 i, i + 1, i, i + 1);
    buf_add_string(&xml, "<effect id='e'><title>Borgerne trives</title></effect></programme>");
    diag_sink_init(&sink, false);
    assert_int_equal(model_read_bytes(model, "omraader.xml", xml.data, xml.length, &sink), 0);
    view_draw(figure, model, style, text_fixed_metrics(), language, NULL);
    diag_sink_release(&sink);
    buf_release(&xml);
}

static bool same_parts(const struct figure_box *a, const struct figure_box *b)
{
    struct figure_box one = {.height = 30, .bar = a->bar}, other = {.height = 30, .bar = b->bar};
    struct figure_rect left[FIGURE_BAR_PARTS], right[FIGURE_BAR_PARTS];
    size_t count = figure_bar_parts(&one, left);
    if (figure_bar_parts(&other, right) != count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (fabs(left[i].width - right[i].width) > 0.5 || fabs(left[i].y - right[i].y) > 0.5 ||
            fabs(left[i].height - right[i].height) > 3)
            return false;
    return true;
}

/* Eight areas each have a pattern of their own; further on, one that looks like another is of
 * a colour that stays apart from its. */
static void focus_areas_are_told_without_colour(void **state)
{
    (void)state;
    enum { AREAS = 16, PATTERNS = 8 };
    struct style style;
    struct figure figure;
    struct model model;
    struct language *language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    const struct figure_box *boxes[AREAS] = {NULL};
    load(&style, NULL);
    draw_areas(&figure, &model, &style, language, AREAS);
    for (size_t i = 0; i < figure.box_count; i++)
        if (figure.boxes[i].id && !strcmp(figure.boxes[i].role, "activity"))
            boxes[atoi(figure.boxes[i].id + 1)] = &figure.boxes[i];
    for (int i = 0; i < AREAS; i++) {
        assert_non_null(boxes[i]);
        assert_int_not_equal(boxes[i]->bar, FIGURE_BAR_NONE);
        for (int k = 0; k < i; k++) {
            bool alike = same_parts(boxes[i], boxes[k]);
            assert_true(!alike || i - k >= PATTERNS);
            if (alike && i - k < 2 * PATTERNS)
                assert_true(least_distance(style.colors[boxes[i]->bar_color],
                                           style.colors[boxes[k]->bar_color]) > 5);
        }
    }
    figure_release(&figure);
    model_release(&model);
    style_release(&style);
    language_free(language);
}

/* Statuses stand in figures with sign and words. */
static void statuses_are_told_without_colour(void **state)
{
    (void)state;
    for (int i = STATUS_NONE + 1; i < STATUSES; i++) {
        const char *sign = status_sign((enum status)i), *words = status_words((enum status)i);
        assert_true(*sign && *words);
        for (int k = STATUS_NONE + 1; k < i; k++) {
            assert_string_not_equal(words, status_words((enum status)k));
            if (status_color((enum status)i) != status_color((enum status)k))
                assert_string_not_equal(sign, status_sign((enum status)k));
        }
    }
}

/* Links differ in dashes, dots or heads. */
static void links_are_told_without_colour(void **state)
{
    (void)state;
    static const struct graph_stroke *const strokes[] = {&graph_stated, &graph_interpreted,
                                                         &graph_unstated, &graph_join};
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
        for (size_t k = 0; k < i; k++) {
            const struct graph_stroke *a = strokes[i], *b = strokes[k];
            assert_true(a->dash != b->dash || a->arrow != b->arrow);
        }
    assert_true(graph_interpreted.dash == FIGURE_DASHED && graph_stated.dash == FIGURE_SOLID);
}

/* The theme only changes colours: nothing moves, and no sign, dash or pattern is lost. */
static void themes_tell_the_same(void **state)
{
    (void)state;
    struct style style;
    struct figure figure;
    struct model model;
    struct language *language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    struct buf plain = {0}, themed = {0};
    load(&style, NULL);
    draw_areas(&figure, &model, &style, language, 5);
    svg_write(&plain, &figure, &style);
    style_theme_apply(&style, STYLE_THEME_GREY);
    svg_write(&themed, &figure, &style);
    assert_int_equal(plain.length, themed.length);
    size_t changed = 0;
    for (size_t i = 0; i < plain.length; i++) {
        if (plain.data[i] == themed.data[i])
            continue;
        changed++;
        while (plain.data[i] != '#') /* at most six digits back */
            assert_non_null(strchr("0123456789abcdef", plain.data[i--]));
        i += 6;
    }
    assert_true(changed > 20);
    buf_release(&plain);
    buf_release(&themed);
    figure_release(&figure);
    model_release(&model);
    style_release(&style);
    language_free(language);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(themes_have_names),
        cmocka_unit_test(colour_changes_nothing),
        cmocka_unit_test(grey_keeps_the_contrasts),
        cmocka_unit_test(grey_keeps_the_contrasts_of_any_style),
        cmocka_unit_test(contrast_is_black_on_white),
        cmocka_unit_test(the_measure_sees_like_the_eye),
        cmocka_unit_test(focus_areas_are_told_without_colour),
        cmocka_unit_test(statuses_are_told_without_colour),
        cmocka_unit_test(links_are_told_without_colour),
        cmocka_unit_test(themes_tell_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
