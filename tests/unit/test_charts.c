/* Charts and calendar views: sound figures from hostile data, and what they promise. */
#include "base/diag.h"
#include "base/language.h"
#include "figure/chart_gantt.h"
#include "figure/chart_interval.h"
#include "figure/chart_multiples.h"
#include "figure/chart_radar.h"
#include "figure/chart_trend.h"
#include "figure/chart_wheel.h"
#include "figure/view_calendar.h"
#include "model/model.h"
#include "text/text.h"

#include "figure_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define WIDTH 510.0

static void assert_sound(const struct figure *figure)
{
    struct figure_faults faults;
    figure_check(&faults, figure, FIGURE_CHART);
    if (faults.count)
        print_error("%s", faults.words.data);
    assert_int_equal(faults.count, 0);
    figure_faults_release(&faults);
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

/* An axis of decades says whole years, "1950", and what has only an end says so. */
static void a_long_axis_says_years(void **state)
{
    (void)state;
    struct calendar_options options = {.width = WIDTH};
    struct made made;
    make_calendar(&made,
                  "<period from='1900' to='2030'/>"
                  "<activity id='a' status='running' to='2028-05-01'><title>Havnen</title>"
                  "<output id='o' due='2027-03-01'><title>Kaj</title></output>"
                  "<output id='q' due='2027-03-01'><title>Mole</title></output></activity>",
                  &options);
    assert_true(made.any);
    assert_non_null(find_text(&made.figure, "1900"));
    assert_non_null(strstr(made.figure.description, "Havnen: – 1 May 2028"));
    assert_non_null(strstr(made.figure.description, "Kaj: 1 March 2027; Mole: 1 March 2027\n"));
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
/* What has no end goes on; what lies outside the year, or nowhere, is not told either. */
static void the_first_year_holds_what_falls_in_it(void **state)
{
    (void)state;
    static const char ongoing[] =
        "<period from='2015'/><activity id='a' from='2015'><title>Æblehave</title></activity>"
        "<activity id='b'><title>Øvelokale</title></activity>"
        "<role id='r'><title>Udvalg</title></role>"
        "<ruling by='r' date='2015-06-01' outcome='noted'>Åbningsdag</ruling>";
    struct calendar_options options = {
        .width = WIDTH, .today = {2020, 3, 9}, .first_year = true, .activities = 8};
    struct made made;
    make_calendar(&made, ongoing, &options);
    assert_true(made.any);
    assert_non_null(find_text(&made.figure, "Mar 20"));
    assert_non_null(strstr(made.figure.description, "Æblehave"));
    assert_null(strstr(made.figure.description, "Øvelokale"));
    assert_null(strstr(made.figure.description, "Åbningsdag"));
    release(&made);
    make_calendar(&made,
                  "<period from='2019' to='2025'/><role id='r'><title>Udvalg</title></role>"
                  "<ruling by='r' date='2019-06-01' outcome='noted'>Nej</ruling>",
                  &options);
    assert_false(made.any);
    release(&made);
}

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

/* The middle of the wheel: of the year's ring. */
static double middle_of_ring(const struct figure *figure)
{
    for (size_t i = 0; i < figure->curve_count; i++)
        if (!strcmp(figure->curves[i].role, "rule") && figure->curves[i].point_count == 13)
            return (figure->curves[i].points[0].y + figure->curves[i].points[6].y) / 2;
    fail_msg("no ring");
    return 0;
}

static void add_days(struct buf *xml, int month, int count)
{
    for (int i = 0; i < count; i++)
        buf_addf(xml, "<ruling by='r' date='2018-%02d-%02d' outcome='noted'>Møde %d om %d</ruling>",
                 month, i % 28 + 1, i, month);
}

/* However many labels there are, the ring stands beside the middle of them, and no line crosses
 * the names of the months. */
static void a_month_with_sixty_days_that_count(void **state)
{
    (void)state;
    static const int busy[] = {1, 3, 6, 7, 10, 12};
    for (size_t i = 0; i < sizeof busy / sizeof *busy; i++) {
        struct buf xml = {0};
        buf_addf(&xml, "<period from='2018' to='2018'/><role id='r'><title>Udvalg</title></role>");
        for (int month = 1; month <= 12; month++)
            add_days(&xml, month, month == busy[i] ? 60 : 2);
        struct made made;
        make_year(&made, xml.data, 2018);
        assert_sound(&made.figure);
        assert_int_equal(count_boxes(&made.figure, "event"), 11 + 3); /* by thirds of months */
        double middle = middle_of_ring(&made.figure) / made.figure.height;
        assert_true(middle > 0.4 && middle < 0.6);
        buf_release(&xml);
        release(&made);
    }
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

/* Activities without a date can be left out; then their number is not told either. */
static void a_chart_of_no_activities_counts_none(void **state)
{
    (void)state;
    struct calendar_options options = {.width = WIDTH, .dated = true};
    struct made made;
    make_calendar(&made,
                  "<period from='2018' to='2019'/><activity id='a'><title>Om a</title></activity>"
                  "<product date='2018-04'><title>Rapporten</title></product>",
                  &options);
    assert_false(says(&made.figure, "no date yet"));
    assert_null(strstr(made.figure.alternative, "0 activities"));
    assert_non_null(strstr(made.figure.alternative, "when measurements"));
    release(&made);
}

/* --- charts of measurements --------------------------------------------------------------- */

static const struct chart_words *english(void)
{
    static struct chart_words words;
    static struct language *language;
    if (!language) {
        language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
        chart_words_init(&words, language);
    }
    return &words;
}

/* What a hidden value is in these tests: it must not be found anywhere. */
#define SECRET 987654.0
#define SECRET_DIGITS "987,654"

static void assert_not_told(const char *text)
{
    if (text)
        assert_null(strstr(text, SECRET_DIGITS));
}

static bool has_role(const struct figure_curve *curve, const char *role)
{
    return curve->role && !strcmp(curve->role, role);
}

static size_t count_curves(const struct figure *figure, const char *role)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->curve_count; i++)
        count += has_role(&figure->curves[i], role);
    return count;
}

/* The curve of a role that was drawn as the n-th, from 0. */
static const struct figure_curve *find_curve(const struct figure *figure, const char *role,
                                             size_t n)
{
    for (size_t i = 0; i < figure->curve_count; i++)
        if (has_role(&figure->curves[i], role) && !n--)
            return &figure->curves[i];
    fail_msg("no %s", role);
    return NULL;
}

/* The middle of a mark: of the ends of its control points. */
static struct figure_point middle_of(const struct figure_curve *curve)
{
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < curve->point_count; i += 3) {
        left = fmin(left, curve->points[i].x);
        right = fmax(right, curve->points[i].x);
        top = fmin(top, curve->points[i].y);
        bottom = fmax(bottom, curve->points[i].y);
    }
    return (struct figure_point){(left + right) / 2, (top + bottom) / 2};
}

static struct figure_point point_of(const struct figure *figure, const char *role, size_t n)
{
    return middle_of(find_curve(figure, role, n));
}

/* Lines lie within the figure, text is large enough, and nothing hidden is told. */
static void assert_chart(const struct figure *figure)
{
    assert_sound(figure);
    assert_non_null(figure->alternative);
    assert_not_told(figure->alternative);
    assert_not_told(figure->description);
    for (size_t i = 0; i < figure->text_count; i++) {
        assert_true(figure->texts[i].size >= STYLE_LEAST_SIZE);
        assert_not_told(figure->texts[i].text);
    }
    for (size_t i = 0; i < figure->curve_count; i++) {
        const struct figure_curve *curve = &figure->curves[i];
        assert_not_told(curve->title);
        for (size_t k = 0; k < curve->point_count; k++)
            if (!(curve->points[k].x >= -0.01 && curve->points[k].x <= figure->width + 0.01 &&
                  curve->points[k].y >= -0.01 && curve->points[k].y <= figure->height + 0.01))
                fail_msg("%s runs out of the figure: %g, %g", curve->role ? curve->role : "line",
                         curve->points[k].x, curve->points[k].y);
    }
}

/* No line of a series crosses a break or what has no height. */
static void assert_stops(const struct figure *figure)
{
    static const char *const stops[] = {"break", "hidden", "missing"};
    for (size_t s = 0; s < sizeof stops / sizeof *stops; s++)
        for (size_t i = 0; i < figure->curve_count; i++) {
            if (!has_role(&figure->curves[i], stops[s]))
                continue;
            double x = middle_of(&figure->curves[i]).x;
            for (size_t k = 0; k < figure->curve_count; k++)
                if (has_role(&figure->curves[k], "line") &&
                    figure->curves[k].points[0].x < x - 0.01 &&
                    figure->curves[k].points[3].x > x + 0.01)
                    fail_msg("a line crosses %s", stops[s]);
        }
}

static struct trend_point measured(int year, int month, int day, double value)
{
    return (struct trend_point){.date = {(int16_t)year, (int8_t)month, (int8_t)day},
                                .value = {.value = value}};
}

static struct trend_point unmeasured(int year, enum chart_state state)
{
    struct trend_point point = measured(year, 5, 0, SECRET);
    point.value = (struct chart_value){state, SECRET, true, SECRET - 1, SECRET};
    return point;
}

static struct chart_table draw_trend(struct figure *figure, const struct trend *trend, double width)
{
    struct trend_options options = {.width = width, .height = 100};
    figure_init(figure);
    struct chart_table table =
        chart_trend(figure, trend, text_fixed_metrics(), english(), &options);
    assert_chart(figure);
    assert_stops(figure);
    return table;
}

static struct trend trend_of(const struct trend_point *points, size_t count)
{
    return (struct trend){
        .title = "Tidlig inddragelse, %", .unit = "%", .series = {"Fårvang", points, count}};
}

static void what_lies_halfway_is_drawn_halfway(void **state)
{
    (void)state;
    const struct trend_point points[] = {measured(2018, 12, 31, 80), measured(2015, 1, 1, 20),
                                         measured(2016, 12, 31, 50)};
    struct trend trend = trend_of(points, 3);
    struct figure figure;
    draw_trend(&figure, &trend, 300);
    struct figure_point first = point_of(&figure, "point", 0), half = point_of(&figure, "point", 1);
    struct figure_point last = point_of(&figure, "point", 2);
    assert_float_equal(half.y, (first.y + last.y) / 2, 0.01);
    assert_float_equal(half.x, first.x + (last.x - first.x) * 730 / 1460, 0.01);
    const struct figure_text *zero = find_text(&figure, "0"), *top = find_text(&figure, "100");
    assert_float_equal(zero->y - top->y, 100, 0.01); /* the plot */
    assert_float_equal(first.y - last.y, 60, 0.01);
    assert_int_equal(count_curves(&figure, "line"), 2);
    figure_release(&figure);
}

static void gaps_are_not_joined(void **state)
{
    (void)state;
    const struct trend_point points[] = {measured(2014, 5, 0, 40),        measured(2015, 5, 0, 42),
                                         unmeasured(2016, CHART_HIDDEN),  measured(2017, 5, 0, 45),
                                         unmeasured(2018, CHART_MISSING), measured(2019, 5, 0, 50)};
    struct trend trend = trend_of(points, 6);
    struct figure figure;
    struct chart_table table = draw_trend(&figure, &trend, 400);
    assert_int_equal(count_curves(&figure, "line"), 1);
    assert_int_equal(count_curves(&figure, "hidden"), 1);
    assert_int_equal(count_curves(&figure, "missing"), 1);
    assert_non_null(find_text(&figure, "hidden"));
    assert_non_null(find_text(&figure, "60")); /* the highest tick: nothing of the secret */
    assert_string_equal(chart_table_cell(&table, 2, 1), "hidden");
    assert_string_equal(chart_table_cell(&table, 4, 1), "missing");
    assert_string_equal(chart_table_cell(&table, 5, 0), "May 2019");
    assert_string_equal(chart_table_cell(&table, 5, 1), "50");
    assert_string_equal(table.headings[1], "Fårvang, %");
    assert_non_null(strstr(figure.alternative, "hidden or missing: 2"));
    figure_release(&figure);
}

static void breaks_are_not_crossed(void **state)
{
    (void)state;
    const struct trend_point points[] = {measured(2014, 5, 0, 40), measured(2015, 5, 0, 42),
                                         measured(2016, 5, 0, 41), measured(2017, 5, 0, 55),
                                         measured(2018, 5, 0, 56), measured(2019, 5, 0, 57)};
    const struct trend_break breaks[] = {{{2017, 5, 0}, "nyt skema"}};
    struct trend trend = trend_of(points, 6);
    trend.breaks = breaks;
    trend.break_count = 1;
    struct figure figure;
    struct chart_table table = draw_trend(&figure, &trend, 400);
    assert_int_equal(count_curves(&figure, "line"), 4);
    assert_true(find_curve(&figure, "break", 0)->dashed);
    double x = point_of(&figure, "break", 0).x; /* of the wave's own date: between the waves */
    assert_true(x > point_of(&figure, "point", 2).x + 2 && x < point_of(&figure, "point", 3).x - 2);
    assert_non_null(find_text(&figure, "nyt skema"));
    assert_string_equal(chart_table_cell(&table, 3, 2), "series break");
    assert_non_null(strstr(figure.alternative, "cannot be compared"));
    figure_release(&figure);
}

static void two_measurements_are_no_trend(void **state)
{
    (void)state;
    const struct trend_point points[] = {measured(2016, 5, 0, 40), measured(2018, 5, 0, 42),
                                         measured(2020, 5, 0, 44)};
    struct trend trend = trend_of(points, 2);
    struct figure figure;
    draw_trend(&figure, &trend, 300);
    double thin = find_curve(&figure, "line", 0)->width;
    assert_non_null(strstr(figure.description, "not a trend"));
    figure_release(&figure);
    trend.pair = TREND_PAIR_APART;
    draw_trend(&figure, &trend, 300);
    assert_int_equal(count_curves(&figure, "line"), 0);
    figure_release(&figure);
    trend.series.count = 3;
    draw_trend(&figure, &trend, 300);
    assert_true(find_curve(&figure, "line", 0)->width > thin);
    assert_null(strstr(figure.description, "not a trend"));
    figure_release(&figure);
}

static void an_axis_without_0_says_so(void **state)
{
    (void)state;
    const struct trend_point points[] = {measured(2016, 5, 0, 45), measured(2017, 5, 0, 30),
                                         measured(2018, 5, 0, 50)};
    struct trend trend = trend_of(points, 3);
    trend.range = (struct chart_range){true, 40, 60, false};
    struct figure figure;
    draw_trend(&figure, &trend, 400);
    assert_null(find_text(&figure, "0"));
    assert_non_null(strstr(figure.description, "from 40 to 60; it does not show 0"));
    assert_non_null(strstr(figure.description, "Outside the axis: May 2017: 30"));
    assert_int_equal(count_curves(&figure, "point"), 2);
    assert_true(find_curve(&figure, "beyond", 0)->arrow);
    figure_release(&figure);
    trend.range = (struct chart_range){true, 1, 7, true};
    draw_trend(&figure, &trend, 400);
    assert_null(strstr(figure.description, "does not show 0"));
    assert_non_null(find_text(&figure, "1"));
    assert_non_null(find_text(&figure, "7"));
    figure_release(&figure);
    trend.range = (struct chart_range){true, 60, 40, false}; /* none */
    draw_trend(&figure, &trend, 400);
    assert_non_null(find_text(&figure, "0"));
    figure_release(&figure);
}

static void target_path_comparison_and_baseline(void **state)
{
    (void)state;
    struct trend_point points[] = {measured(2016, 5, 0, 42), measured(2017, 5, 0, 48),
                                   measured(2018, 5, 0, 55)};
    const struct trend_point others[] = {measured(2016, 5, 0, 41), measured(2018, 5, 0, 44)};
    const struct trend_series other = {"resten af kommunen", others, 2};
    const struct trend_step path[] = {{{2016, 5, 0}, 42}, {{2019, 0, 0}, 65}};
    points[0].baseline = true;
    points[1].value.has_interval = true;
    points[1].value.low = 58; /* in either order */
    points[1].value.high = 38;
    struct trend trend = trend_of(points, 3);
    trend.others = &other;
    trend.other_count = 1;
    trend.target = (struct trend_target){true, 65, 65, {2019, 0, 0}};
    trend.path = path;
    trend.path_count = 2;
    struct figure figure;
    struct chart_table table = draw_trend(&figure, &trend, 300);
    assert_true(find_curve(&figure, "expected", 0)->dashed);
    assert_non_null(find_text(&figure, "target 65"));
    assert_non_null(find_text(&figure, "baseline"));
    assert_non_null(find_text(&figure, "resten af kommunen"));
    assert_int_equal(find_curve(&figure, "other-point", 0)->color, STYLE_INTERPRETED);
    assert_int_not_equal(find_curve(&figure, "other-point", 0)->point_count,
                         find_curve(&figure, "point", 0)->point_count); /* another shape */
    const struct figure_curve *interval = find_curve(&figure, "interval", 0);
    assert_float_equal(interval->points[0].x, point_of(&figure, "point", 1).x, 0.01);
    assert_float_equal(point_of(&figure, "interval", 0).y, point_of(&figure, "point", 1).y, 0.01);
    assert_float_equal(find_curve(&figure, "expected", 0)->points[3].y,
                       find_curve(&figure, "target", 0)->points[0].y, 0.01);
    assert_string_equal(chart_table_cell(&table, table.rows - 1, 1), "65");
    assert_string_equal(chart_table_cell(&table, 1, 2), "38 to 58");
    figure_release(&figure);
}

static void the_legend_has_only_what_occurs(void **state)
{
    (void)state;
    const struct trend_point points[] = {measured(2016, 5, 0, 42), measured(2017, 5, 0, 48),
                                         measured(2018, 5, 0, 55)};
    struct trend trend = trend_of(points, 3);
    struct figure figure;
    draw_trend(&figure, &trend, 300);
    assert_non_null(find_text(&figure, "Fårvang"));
    assert_null(find_text(&figure, "baseline"));
    assert_null(find_text(&figure, "expected path to the target"));
    assert_null(find_text(&figure, "95 % confidence interval"));
    assert_null(find_text(&figure, "hidden to protect anonymity"));
    figure_release(&figure);
}

static void what_cannot_be_drawn_is_said(void **state)
{
    (void)state;
    const struct trend_point points[] = {
        measured(2016, 5, 0, NAN), measured(2017, 5, 0, INFINITY), measured(2018, 5, 0, 1e300),
        measured(0, 0, 0, 7),      measured(2019, 5, 0, 40),       measured(2019, 5, 0, 44),
        measured(2020, 5, 0, 45),  measured(2021, 5, 0, 45)};
    struct trend trend = trend_of(points, 8);
    struct figure figure;
    struct chart_table table = draw_trend(&figure, &trend, 500);
    assert_int_equal(count_curves(&figure, "point"), 4);
    assert_int_equal(count_curves(&figure, "line"), 1); /* nothing to the two of 2019 */
    assert_non_null(strstr(figure.description, "not a number: May 2016; May 2017; May 2018"));
    assert_non_null(strstr(figure.description, "the date is missing: 7"));
    assert_non_null(strstr(figure.description, "the same date, May 2019"));
    assert_int_equal(table.rows, 8);
    assert_string_equal(chart_table_cell(&table, 0, 1), "cannot be shown");
    figure_release(&figure);
    trend.series.count = 0;
    draw_trend(&figure, &trend, 300);
    assert_non_null(find_text(&figure, "no values to show"));
    figure_release(&figure);
}

static void equal_values_and_single_ones(void **state)
{
    (void)state;
    static const double values[] = {0, 50, -3, 1e12, -1e12, 1e-9};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        for (size_t count = 1; count <= 3; count++) {
            const struct trend_point points[] = {measured(2016, 0, 0, values[i]),
                                                 measured(2017, 0, 0, values[i]),
                                                 measured(2018, 0, 0, values[i])};
            struct trend trend = trend_of(points, count);
            struct figure figure;
            draw_trend(&figure, &trend, 200);
            assert_int_equal(count_curves(&figure, "point"), count);
            assert_non_null(find_text(&figure, "0"));
            assert_non_null(find_text(&figure, "2016")); /* a year, not a month of it */
            figure_release(&figure);
        }
}

static void multiples_share_their_scale(void **state)
{
    (void)state;
    const struct trend_point low[] = {measured(2016, 5, 0, 10), measured(2017, 5, 0, 12),
                                      measured(2018, 5, 0, 20)};
    const struct trend_point high[] = {measured(2016, 5, 0, 20), measured(2017, 5, 0, 60),
                                       measured(2020, 5, 0, 95)};
    struct trend trends[] = {trend_of(low, 3), trend_of(high, 3), trend_of(low, 2)};
    trends[0].title = "En meget lang titel, der må stå over flere linjer, for at den kan læses, %";
    struct multiples multiples = {.title = "Udvikling", .trends = trends, .count = 3, .per_row = 2};
    struct figure figure;
    figure_init(&figure);
    const struct chart_table *tables =
        chart_multiples(&figure, &multiples, text_fixed_metrics(), english(), 400, 80);
    assert_chart(&figure);
    struct figure_point a = point_of(&figure, "point", 2), b = point_of(&figure, "point", 3);
    assert_float_equal(a.y, b.y, 0.01); /* both 20 */
    double across = point_of(&figure, "point", 3).x - point_of(&figure, "point", 0).x;
    assert_float_equal(point_of(&figure, "point", 4).x - point_of(&figure, "point", 1).x, across,
                       0.01);                             /* 2017 */
    assert_int_equal(count_curves(&figure, "legend"), 2); /* one line, one mark */
    assert_string_equal(tables[1].caption, "Tidlig inddragelse, %");
    assert_string_equal(chart_table_cell(&tables[1], 2, 1), "95");
    assert_non_null(strstr(figure.alternative, "3 small charts on one scale"));
    figure_release(&figure);
}

static void an_interval_fits_into_a_cell(void **state)
{
    (void)state;
    struct interval interval = {.label = "Deltager i morgenmøder",
                                .value = {CHART_SHOWN, 50, true, 40, 60},
                                .has_target = true,
                                .target = 75};
    struct interval_options options = {
        .width = 110, .height = 14, .unit = "%", .range = {true, 0, 100, true}};
    struct figure figure;
    figure_init(&figure);
    chart_interval(&figure, &interval, text_fixed_metrics(), english(), &options);
    assert_chart(&figure);
    assert_float_equal(figure.width, 110, 0);
    assert_float_equal(figure.height, 14, 0);
    assert_int_equal(figure.text_count, 0);
    assert_float_equal(point_of(&figure, "point", 0).x, 55, 0.01);
    assert_float_equal(point_of(&figure, "interval", 0).x, 55, 0.01);
    assert_float_equal(point_of(&figure, "target", 0).x, 4 + 102 * 0.75, 0.01);
    assert_string_equal(figure.alternative,
                        "Deltager i morgenmøder: 50\xC2\xA0%. The interval runs from 40 to "
                        "60\xC2\xA0%. The target is 75\xC2\xA0%.");
    figure_release(&figure);
    interval.value = (struct chart_value){CHART_HIDDEN, SECRET, true, SECRET, SECRET};
    figure_init(&figure);
    chart_interval(&figure, &interval, text_fixed_metrics(), english(), &options);
    assert_chart(&figure);
    assert_non_null(find_text(&figure, "hidden"));
    assert_int_equal(count_curves(&figure, "point"), 0);
    figure_release(&figure);
}

static void bars_begin_at_0(void **state)
{
    (void)state;
    const struct interval rows[] = {{.label = "Trivselsgrupper", .value = {.value = 80}},
                                    {.label = "Morgenmøder", .value = {.value = 40}},
                                    {.label = "Læsevenner", .value = {.value = -20}},
                                    {.label = "Omsorgsplan", .value = {.state = CHART_MISSING}}};
    struct intervals intervals = {.title = "Deltagere, %", .rows = rows, .count = 4};
    struct figure figure;
    figure_init(&figure);
    struct chart_table table =
        chart_intervals(&figure, &intervals, text_fixed_metrics(), english(), 400, false);
    assert_chart(&figure);
    assert_int_equal(count_boxes(&figure, "bar"), 3);
    assert_float_equal(figure.boxes[0].width, 2 * figure.boxes[1].width, 0.01);
    assert_float_equal(figure.boxes[0].x, figure.boxes[1].x, 0.01);
    assert_float_equal(figure.boxes[2].x + figure.boxes[2].width, figure.boxes[0].x, 0.01);
    assert_string_equal(chart_table_cell(&table, 3, 1), "missing");
    assert_int_equal(table.columns, 2); /* neither interval nor target */
    figure_release(&figure);
    intervals.range = (struct chart_range){true, 30, 90, false};
    figure_init(&figure);
    chart_intervals(&figure, &intervals, text_fixed_metrics(), english(), 400, false);
    assert_chart(&figure);
    assert_int_equal(count_boxes(&figure, "bar"), 0);
    assert_non_null(strstr(figure.description, "Outside the axis: Læsevenner: −20"));
    assert_non_null(strstr(figure.description, "does not show 0"));
    figure_release(&figure);
}

/* The fourteen themes, as long as they are in Danish, and longer. */
static void make_themes(struct radar_theme themes[14], const char *label)
{
    for (size_t i = 0; i < 14; i++) {
        themes[i] = (struct radar_theme){.label = label};
        themes[i].scores[0].value = (double)(i % 7 + 1);
        themes[i].scores[1].value = (double)(7 - i % 7);
    }
}

static struct radar radar_of(const struct radar_theme *themes, size_t count)
{
    return (struct radar){.title = "Stedet, som beboerne ser det",
                          .waves = {"2016", "2018"},
                          .wave_count = 2,
                          .themes = themes,
                          .theme_count = count,
                          .low = 1,
                          .high = 7};
}

static void a_radar_is_outlines_only(void **state)
{
    (void)state;
    struct radar_theme themes[14];
    make_themes(themes, "Vedligeholdelse og pleje af bygninger, veje og udearealer");
    themes[3].scores[0] = (struct chart_value){CHART_HIDDEN, SECRET, false, 0, 0};
    struct radar radar = radar_of(themes, 14);
    struct figure figure;
    figure_init(&figure);
    struct chart_table table =
        chart_radar(&figure, &radar, text_fixed_metrics(), english(), 500, false);
    assert_chart(&figure);
    assert_int_equal(figure.box_count, 0);
    assert_int_equal(count_curves(&figure, "later"), 14);
    assert_int_equal(count_curves(&figure, "earlier"), 12); /* open beside what is hidden */
    assert_true(find_curve(&figure, "earlier", 0)->dashed);
    assert_false(find_curve(&figure, "later", 0)->dashed);
    struct figure_point first = point_of(&figure, "later-point", 0);
    struct figure_point opposite = point_of(&figure, "later-point", 7);
    assert_float_equal(first.x, 250, 0.01); /* at the top; both 7 */
    assert_float_equal(first.y + opposite.y, 2 * point_of(&figure, "grid", 0).y, 0.01);
    assert_string_equal(chart_table_cell(&table, 3, 1), "hidden");
    assert_string_equal(chart_table_cell(&table, 3, 2), "4");
    figure_release(&figure);
}

/* What is drawn over a number would make it another one. */
static void numbers_of_rings_give_way_to_outlines(void **state)
{
    (void)state;
    struct radar_theme themes[14];
    make_themes(themes, "Tryghed");
    for (size_t i = 0; i < 14; i++)
        themes[i].scores[0].value = themes[i].scores[1].value = 5;
    struct radar radar = radar_of(themes, 14);
    struct figure figure;
    figure_init(&figure);
    chart_radar(&figure, &radar, text_fixed_metrics(), english(), 500, false);
    assert_chart(&figure);
    assert_null(find_text(&figure, "5"));
    assert_non_null(find_text(&figure, "1"));
    assert_non_null(find_text(&figure, "4"));
    assert_non_null(find_text(&figure, "7"));
    figure_release(&figure);
}

/* --- five hundred charts -------------------------------------------------------------------- */

struct dice {
    uint64_t state;
};

static size_t roll(struct dice *dice, size_t sides)
{
    dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(dice->state >> 33) % sides;
}

static double any_number(struct dice *dice)
{
    static const double odd[] = {0, -0.0, 1, 50, 100, -40, 1e12, -1e12, 1e-7, NAN, INFINITY};
    switch (roll(dice, 8)) {
    case 0:
        return odd[roll(dice, sizeof odd / sizeof *odd)];
    case 1:
        return (double)roll(dice, 2000000) - 1000000;
    default:
        return (double)roll(dice, 1001) / 10;
    }
}

static struct date any_date(struct dice *dice)
{
    struct date date = {.year =
                            (int16_t)(roll(dice, 20) ? 2010 + roll(dice, 15) : roll(dice, 10000))};
    if (date.year && roll(dice, 3))
        date.month = (int8_t)(1 + roll(dice, 12));
    if (date.month && roll(dice, 3))
        date.day = (int8_t)(1 + roll(dice, 28));
    return date;
}

static struct chart_value any_value(struct dice *dice)
{
    struct chart_value value = {.value = any_number(dice)};
    if (!roll(dice, 6))
        return unmeasured(2016, roll(dice, 2) ? CHART_HIDDEN : CHART_MISSING).value;
    value.has_interval = roll(dice, 2);
    value.low = value.value - any_number(dice);
    value.high = value.value + any_number(dice);
    return value;
}

/* Words of any length, in the memory of the cases. */
static const char *any_text(struct dice *dice, struct arena *arena)
{
    static const char *const words[] = {"", "Åh", "Fårvang", "Andel familier, der deltager, %",
                                        "Vedligeholdelse og pleje af bygninger og veje"};
    size_t pick = roll(dice, 7);
    if (pick < 5)
        return words[pick];
    char *text = arena_alloc(arena, 301);
    for (size_t i = 0; i < 300; i++)
        text[i] = pick == 5 && i % 9 == 8 ? ' ' : (char)('a' + roll(dice, 26));
    return text;
}

static struct trend_series any_series(struct dice *dice, struct arena *arena)
{
    size_t count = roll(dice, 10) ? roll(dice, 12) : roll(dice, 201);
    struct trend_point *points = arena_array(arena, count + 1, sizeof *points);
    bool equal = !roll(dice, 6), yearly = roll(dice, 2);
    for (size_t i = 0; i < count; i++) {
        points[i] = (struct trend_point){any_date(dice), any_value(dice), !roll(dice, 5)};
        if (equal)
            points[i].value = points[0].value;
        if (yearly)
            points[i].date = (struct date){(int16_t)(1990 + i), 5, 0};
    }
    return (struct trend_series){any_text(dice, arena), points, count};
}

static struct chart_range any_range(struct dice *dice)
{
    return (struct chart_range){!roll(dice, 3), any_number(dice), any_number(dice), roll(dice, 2)};
}

static struct trend any_trend(struct dice *dice, struct arena *arena)
{
    struct trend trend = {.title = any_text(dice, arena),
                          .decimals = (int)roll(dice, 4),
                          .unit = roll(dice, 2) ? "%" : NULL,
                          .series = any_series(dice, arena),
                          .other_count = roll(dice, 4),
                          .path_count = roll(dice, 4),
                          .break_count = roll(dice, 3) ? 0 : roll(dice, 4),
                          .range = any_range(dice),
                          .pair = roll(dice, 2) ? TREND_PAIR_THIN : TREND_PAIR_APART};
    struct trend_series *others = arena_array(arena, trend.other_count + 1, sizeof *others);
    struct trend_step *path = arena_array(arena, trend.path_count + 1, sizeof *path);
    struct trend_break *breaks = arena_array(arena, trend.break_count + 1, sizeof *breaks);
    for (size_t i = 0; i < trend.other_count; i++)
        others[i] = any_series(dice, arena);
    for (size_t i = 0; i < trend.path_count; i++)
        path[i] = (struct trend_step){any_date(dice), any_number(dice)};
    for (size_t i = 0; i < trend.break_count; i++)
        breaks[i] =
            (struct trend_break){any_date(dice), roll(dice, 2) ? any_text(dice, arena) : NULL};
    trend.others = others;
    trend.path = path;
    trend.breaks = breaks;
    trend.target.given = roll(dice, 2);
    trend.target.low = any_number(dice);
    trend.target.high = roll(dice, 2) ? trend.target.low : any_number(dice);
    trend.target.date = any_date(dice);
    return trend;
}

static void try_trend(struct dice *dice, struct arena *arena)
{
    struct trend trend = any_trend(dice, arena);
    struct figure figure;
    draw_trend(&figure, &trend, 40 + (double)roll(dice, 560));
    figure_release(&figure);
}

static void try_multiples(struct dice *dice, struct arena *arena)
{
    struct trend trends[7];
    struct multiples multiples = {.title = any_text(dice, arena),
                                  .trends = trends,
                                  .count = roll(dice, 8),
                                  .per_row = roll(dice, 5),
                                  .range = any_range(dice)};
    for (size_t i = 0; i < multiples.count; i++)
        trends[i] = any_trend(dice, arena);
    struct figure figure;
    figure_init(&figure);
    chart_multiples(&figure, &multiples, text_fixed_metrics(), english(),
                    40 + (double)roll(dice, 700), (double)roll(dice, 120));
    assert_chart(&figure);
    figure_release(&figure);
}

static void try_intervals(struct dice *dice, struct arena *arena)
{
    struct interval rows[20];
    struct intervals intervals = {.title = any_text(dice, arena),
                                  .unit = "%",
                                  .decimals = (int)roll(dice, 4),
                                  .rows = rows,
                                  .count = roll(dice, 21),
                                  .range = any_range(dice)};
    for (size_t i = 0; i < intervals.count; i++)
        rows[i] = (struct interval){any_text(dice, arena), NULL, any_value(dice), roll(dice, 2),
                                    any_number(dice)};
    struct figure figure;
    figure_init(&figure);
    chart_intervals(&figure, &intervals, text_fixed_metrics(), english(),
                    40 + (double)roll(dice, 560), roll(dice, 2));
    assert_chart(&figure);
    figure_release(&figure);
    if (!intervals.count)
        return;
    struct interval_options options = {.width = (double)roll(dice, 200),
                                       .height = (double)roll(dice, 30),
                                       .range = intervals.range};
    figure_init(&figure);
    chart_interval(&figure, &rows[0], text_fixed_metrics(), english(), &options);
    assert_chart(&figure);
    figure_release(&figure);
}

static void try_radar(struct dice *dice, struct arena *arena)
{
    struct radar_theme themes[30];
    struct radar radar = radar_of(themes, roll(dice, 31));
    radar.title = any_text(dice, arena);
    radar.wave_count = roll(dice, 4);
    radar.low = (int)roll(dice, 9) - 2;
    radar.high = (int)roll(dice, 60);
    for (size_t i = 0; i < radar.theme_count; i++) {
        themes[i] = (struct radar_theme){.label = any_text(dice, arena)};
        for (size_t wave = 0; wave < RADAR_WAVES; wave++) {
            themes[i].scores[wave] = any_value(dice);
            if (themes[i].scores[wave].state == CHART_SHOWN && roll(dice, 8))
                themes[i].scores[wave].value = (double)(1 + roll(dice, 7));
        }
    }
    struct figure figure;
    figure_init(&figure);
    chart_radar(&figure, &radar, text_fixed_metrics(), english(), (double)roll(dice, 700),
                roll(dice, 2));
    assert_chart(&figure);
    figure_release(&figure);
}

static void five_hundred_charts(void **state)
{
    (void)state;
    static void (*const tries[])(struct dice *, struct arena *) = {
        try_trend, try_trend, try_multiples, try_intervals, try_radar};
    struct arena arena;
    arena_init(&arena);
    for (uint64_t i = 0; i < 500; i++) {
        struct dice dice = {i * 7919 + 1};
        roll(&dice, 2);
        tries[i % 5](&dice, &arena);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest charts[] = {
        cmocka_unit_test(activities_and_waves_stand_over_months),
        cmocka_unit_test(bars_are_true_to_time),
        cmocka_unit_test(a_long_axis_says_years),
        cmocka_unit_test(a_model_without_dates_has_no_calendar),
        cmocka_unit_test(the_first_year_is_twelve_months),
        cmocka_unit_test(the_first_year_holds_what_falls_in_it),
        cmocka_unit_test(any_span_has_an_axis),
        cmocka_unit_test(what_falls_together_is_kept_apart),
        cmocka_unit_test(the_wheel_begins_at_the_top_and_runs_clockwise),
        cmocka_unit_test(a_month_with_sixty_days_that_count),
        cmocka_unit_test(long_words_and_labels),
        cmocka_unit_test(a_chart_of_no_activities_counts_none),
        cmocka_unit_test(what_lies_halfway_is_drawn_halfway),
        cmocka_unit_test(gaps_are_not_joined),
        cmocka_unit_test(breaks_are_not_crossed),
        cmocka_unit_test(two_measurements_are_no_trend),
        cmocka_unit_test(an_axis_without_0_says_so),
        cmocka_unit_test(target_path_comparison_and_baseline),
        cmocka_unit_test(the_legend_has_only_what_occurs),
        cmocka_unit_test(what_cannot_be_drawn_is_said),
        cmocka_unit_test(equal_values_and_single_ones),
        cmocka_unit_test(multiples_share_their_scale),
        cmocka_unit_test(an_interval_fits_into_a_cell),
        cmocka_unit_test(bars_begin_at_0),
        cmocka_unit_test(a_radar_is_outlines_only),
        cmocka_unit_test(numbers_of_rings_give_way_to_outlines),
        cmocka_unit_test(five_hundred_charts),
    };
    return cmocka_run_group_tests(charts, NULL, NULL);
}
