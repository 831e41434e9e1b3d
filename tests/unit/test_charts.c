/* Charts and calendar views: sound figures from hostile data, and what they promise. */
#include "base/diag.h"
#include "base/language.h"
#include "figure/chart_gantt.h"
#include "figure/chart_wheel.h"
#include "figure/view_calendar.h"
#include "model/model.h"
#include "text/text.h"

#include "figure_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define WIDTH 510.0

static void assert_sound(const struct figure *figure)
{
    struct buf complaints = {0};
    size_t count = figure_check_chart(figure, &complaints);
    if (count)
        print_error("%s", complaints.data);
    buf_release(&complaints);
    assert_int_equal(count, 0);
}

static const struct figure_text *find_text(const struct figure *figure, const char *text)
{
    for (size_t i = 0; i < figure->text_count; i++)
        if (!strcmp(figure->texts[i].text, text))
            return &figure->texts[i];
    return NULL;
}

/* Texts may be broken into lines. */
static bool says(const struct figure *figure, const char *words)
{
    return strstr(figure->description, words) != NULL;
}

static size_t count_boxes(const struct figure *figure, const char *role)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->box_count; i++)
        count += figure->boxes[i].role && !strcmp(figure->boxes[i].role, role);
    return count;
}

/* --- the calendar of a model ------------------------------------------------------------- */

struct made {
    struct model model;
    struct diag_sink sink;
    struct language *language;
    struct figure figure;
    bool any;
};

static void read_model(struct made *made, const char *inside)
{
    struct buf xml = {0};
    buf_addf(&xml,
             "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"
             "<title>Prøve</title>%s</programme>",
             inside);
    diag_sink_init(&made->sink, false);
    made->language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    if (model_read_bytes(&made->model, "prøve.xml", xml.data, xml.length, &made->sink))
        fail_msg("not a valid model: %s", inside);
    buf_release(&xml);
}

static void make_calendar(struct made *made, const char *inside,
                          const struct calendar_options *options)
{
    read_model(made, inside);
    made->any =
        figure_calendar(&made->figure, &made->model, text_fixed_metrics(), made->language, options);
}

static void make_year(struct made *made, const char *inside, int year)
{
    read_model(made, inside);
    made->any =
        figure_year(&made->figure, &made->model, text_fixed_metrics(), made->language, year, WIDTH);
}

static void release(struct made *made)
{
    figure_release(&made->figure);
    model_release(&made->model);
    diag_sink_release(&made->sink);
    language_free(made->language);
}

#define ACTIVITIES                                                                                 \
    "<period from='2017-08' to='2018-07'/>"                                                        \
    "<activity id='a' status='running' from='2017-08-14' to='2018-06-29'><title>Trivselsgrupper"   \
    "</title></activity>"                                                                          \
    "<activity id='b' status='idea' from='2018-01'><title>Omsorgsplan</title></activity>"          \
    "<activity id='c' status='stopped' from='2017-09'><title>Lektiecafé</title></activity>"       \
    "<activity id='d' status='running'><title>Morgenmøder</title></activity>"                     \
    "<source id='s'><title>Trivselsmåling</title><wave from='2018-05' to='2018-05'/></source>"

static void activities_and_waves_stand_over_months(void **state)
{
    (void)state;
    struct calendar_options options = {.width = WIDTH, .today = {2017, 11, 15}};
    struct made made;
    make_calendar(&made, ACTIVITIES, &options);
    assert_true(made.any);
    assert_sound(&made.figure);
    assert_int_equal(count_boxes(&made.figure, "work"), 1);
    assert_int_equal(count_boxes(&made.figure, "open"), 1);
    assert_int_equal(count_boxes(&made.figure, "measure"), 1);
    assert_non_null(find_text(&made.figure, "Aug 17"));
    assert_non_null(find_text(&made.figure, "Jan 18"));
    assert_non_null(find_text(&made.figure, "today"));
    assert_true(says(&made.figure, "no date yet"));
    assert_null(find_text(&made.figure, "Lektiecafé")); /* stopped */
    assert_non_null(strstr(made.figure.description, "Trivselsgrupper: 14 August 2017"));
    assert_non_null(strstr(made.figure.alternative, "3 activities"));
    release(&made);
}

/* A bar is as long as its time: the month of the wave is a twelfth of the axis. */
static void bars_are_true_to_time(void **state)
{
    (void)state;
    struct calendar_options options = {.width = WIDTH};
    struct made made;
    make_calendar(&made, ACTIVITIES, &options);
    for (size_t i = 0; i < made.figure.box_count; i++) {
        const struct figure_box *box = &made.figure.boxes[i];
        double axis = WIDTH * 0.74;
        if (!strcmp(box->role, "measure")) {
            assert_float_equal(box->width, axis * 31 / 365, 0.01);
            assert_float_equal(box->x, WIDTH - axis + axis * 273 / 365, 0.01);
        }
        if (!strcmp(box->role, "open")) /* open at its end */
            assert_float_equal(box->x + box->width, WIDTH, 0.01);
    }
    release(&made);
}

static void a_model_without_dates_has_no_calendar(void **state)
{
    (void)state;
    struct calendar_options options = {.width = WIDTH};
    struct made made;
    make_calendar(&made, "<activity id='a'><title>Åben café</title></activity>", &options);
    assert_false(made.any);
    release(&made);
    make_year(&made, ACTIVITIES, 2031);
    assert_false(made.any);
    release(&made);
}

static void the_first_year_is_twelve_months(void **state)
{
    (void)state;
    struct calendar_options options = {
        .width = WIDTH, .today = {2020, 3, 9}, .first_year = true, .activities = 1};
    struct made made;
    make_calendar(&made,
                  "<period from='2019' to='2025'/>"
                  "<activity id='a' from='2019-01'><title>Æblehave</title></activity>"
                  "<activity id='b' from='2019-01'><title>Øvelokale</title></activity>",
                  &options);
    assert_non_null(find_text(&made.figure, "Mar 20"));
    assert_non_null(find_text(&made.figure, "Jan 21"));
    assert_non_null(find_text(&made.figure, "Feb"));
    assert_null(find_text(&made.figure, "Øvelokale")); /* one activity only */
    assert_sound(&made.figure);
    release(&made);
}

/* Long spans get fewer ticks, and centuries are bounded. */
static void any_span_has_an_axis(void **state)
{
    (void)state;
    static const char *const spans[] = {
        "<period from='2020-01-01' to='2020-01-01'/>", "<period from='2020' to='2023'/>",
        "<period from='2020' to='2035'/>", "<period from='0001' to='9999'/>"};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        struct calendar_options options = {.width = WIDTH};
        struct made made;
        make_calendar(&made, spans[i], &options);
        assert_true(made.any);
        assert_sound(&made.figure);
        assert_true(made.figure.box_count <= 70);
        release(&made);
    }
}

/* Overlapping waves and a hundred days at once: none hides another. */
static void what_falls_together_is_kept_apart(void **state)
{
    (void)state;
    struct buf xml = {0};
    buf_addf(&xml, "<period from='2018' to='2018'/><role id='r'><title>Udvalg</title></role>"
                   "<source id='s'><title>Måling</title>");
    for (int i = 1; i <= 12; i++)
        buf_addf(&xml, "<wave from='2018-%02d-10' to='2018-12-31'/>", i);
    buf_addf(&xml, "</source>");
    for (int i = 0; i < 30; i++)
        buf_addf(&xml, "<ruling by='r' date='2018-03-01' outcome='noted'>Nr. %d</ruling>", i);
    struct calendar_options options = {.width = WIDTH};
    struct made made;
    make_calendar(&made, xml.data, &options);
    assert_sound(&made.figure);
    assert_int_equal(count_boxes(&made.figure, "measure"), 12);
    assert_int_equal(count_boxes(&made.figure, "mark"), 1); /* thirty on one day */
    assert_non_null(strstr(made.figure.description, "Nr. 29"));
    release(&made);
    make_year(&made, xml.data, 2018);
    assert_sound(&made.figure);
    assert_int_equal(count_boxes(&made.figure, "event"), 12); /* the day shares one */
    assert_non_null(strstr(made.figure.description, "Nr. 29"));
    buf_release(&xml);
    release(&made);
}

static void the_wheel_begins_at_the_top_and_runs_clockwise(void **state)
{
    (void)state;
    struct made made;
    make_year(&made, ACTIVITIES, 2018);
    assert_true(made.any);
    assert_sound(&made.figure);
    const struct figure_text *january = find_text(&made.figure, "Jan");
    const struct figure_text *april = find_text(&made.figure, "Apr");
    const struct figure_text *december = find_text(&made.figure, "Dec");
    assert_true(january->x > WIDTH / 2 && december->x < WIDTH / 2);
    assert_true(january->y < april->y);
    assert_non_null(find_text(&made.figure, "2018"));
    assert_non_null(strstr(made.figure.description, "29 June 2018: Ends: Trivselsgrupper"));
    release(&made);
}

/* --- hostile texts ------------------------------------------------------------------------ */

static void long_words_and_labels(void **state)
{
    (void)state;
    struct buf xml = {0};
    buf_addf(&xml, "<period from='2018' to='2019'/>");
    for (int i = 0; i < 40; i++) {
        buf_addf(&xml, "<activity id='a%d' from='2018-%02d'><title>", i, i % 12 + 1);
        for (int k = 0; k < 60; k++)
            buf_addf(&xml, i % 2 ? "lang" : "lange ord ");
        buf_addf(&xml, "</title></activity>");
    }
    struct calendar_options options = {.width = WIDTH};
    struct made made;
    make_calendar(&made, xml.data, &options);
    assert_sound(&made.figure);
    release(&made);
    make_year(&made, xml.data, 2018);
    assert_sound(&made.figure);
    release(&made);
    buf_release(&xml);
}

int main(void)
{
    static const struct CMUnitTest charts[] = {
        cmocka_unit_test(activities_and_waves_stand_over_months),
        cmocka_unit_test(bars_are_true_to_time),
        cmocka_unit_test(a_model_without_dates_has_no_calendar),
        cmocka_unit_test(the_first_year_is_twelve_months),
        cmocka_unit_test(any_span_has_an_axis),
        cmocka_unit_test(what_falls_together_is_kept_apart),
        cmocka_unit_test(the_wheel_begins_at_the_top_and_runs_clockwise),
        cmocka_unit_test(long_words_and_labels),
    };
    return cmocka_run_group_tests(charts, NULL, NULL);
}
