/* The radar of themes; see chart_radar.h. */
#include "figure/chart_radar.h"

#include "figure/chart_parts.h"

#include <math.h>

/* Points. */
#define WIDTH_LEAST 260.0
#define RADIUS_MOST 110.0
#define RADIUS_SHARE 0.22 /* of the width: the rest is for labels */
#define SIDE_GAP 20.0     /* between circle and labels */
#define LEADER_GAP 3.0
#define LABEL_GAP 5.0
#define TITLE_GAP 8.0
#define LEGEND_GAP 8.0
#define LINE_EARLIER 1.0
#define LINE_LATER 1.6
#define RING_LEAST 9.0 /* between rings that are both numbered */
#define NUMBER_MARGIN 0.8
#define MARK_REACH 2.0                /* of the marks on outlines */
#define CIRCLE 6.28318530717958647692 /* its length by its radius */
#define MOST_RING_GAP 0.2             /* turns */

enum {
    STEPS_MOST = 20,
    SCORE_MOST = 1000000,
};

static const struct words_type label_type = {TEXT_REGULAR, CHART_TEXT_SIZE, CHART_TEXT_LEADING};

/* A straight line. */
struct stretch {
    struct figure_point from, to;
};

struct chart {
    struct chart_pen *pen;
    const struct radar *radar;
    struct figure_point middle;
    double radius;
    double side; /* width of the labels of a side */
    int low, high;
    int every;  /* so many steps from number to number */
    size_t gap; /* the theme behind which the numbers stand */
    bool numbered[STEPS_MOST + 1];
    struct stretch *leaders; /* per theme */
    struct chart_notes *notes;
};

/* A theme's label and where it stands. */
struct label {
    size_t theme;
    struct words words;
    double height, y; /* its top */
};

static struct figure_point at(const struct chart *chart, double turn, double radius)
{
    return chart_at(chart->middle, turn, radius);
}

/* Where on the circle a theme is, 0..1 from the top. */
static double turn_of(const struct chart *chart, size_t theme)
{
    return (double)theme / (double)chart->radar->theme_count;
}

/* The lowest score is the first ring. */
static double radius_of(const struct chart *chart, double score)
{
    return chart->radius * (score - chart->low + 1) / (chart->high - chart->low + 1);
}

/* --- where scores are -------------------------------------------------------------------- */

static bool is_drawn(const struct chart *chart, size_t theme, size_t wave)
{
    const struct chart_value *score = &chart->radar->themes[theme].scores[wave];
    return chart_state_of(score) == CHART_SHOWN && score->value >= chart->low &&
           score->value <= chart->high;
}

static struct figure_point score_at(const struct chart *chart, size_t theme, size_t wave)
{
    return at(chart, turn_of(chart, theme),
              radius_of(chart, chart->radar->themes[theme].scores[wave].value));
}

static size_t wave_count(const struct radar *radar)
{
    return radar->wave_count > RADAR_WAVES ? RADAR_WAVES : radar->wave_count;
}

/* --- the numbers of the rings ------------------------------------------------------------ */

/* The distance of a point from a stretch of line. */
static double distance(struct figure_point p, struct figure_point from, struct figure_point to)
{
    double x = to.x - from.x, y = to.y - from.y, length = x * x + y * y;
    double along = length > 0 ? ((p.x - from.x) * x + (p.y - from.y) * y) / length : 0;
    along = fmax(0, fmin(1, along));
    return hypot(p.x - from.x - along * x, p.y - from.y - along * y);
}

/* How far a number needs to be off lines. */
static double room_of(const struct chart *chart, int score)
{
    struct chart_pen *pen = chart->pen;
    struct figure_rect ink = chart_ink(pen, chart_number(pen, score, 0), 0, 0);
    return hypot(ink.width, ink.height) / 2 + NUMBER_MARGIN;
}

/* The middle of a number: on its ring, half a step behind theme `behind`; that of the lowest
 * one within it, where no spokes are. */
static struct figure_point number_place(const struct chart *chart, size_t behind, int score)
{
    size_t themes = chart->radar->theme_count;
    double turn = themes ? ((double)behind + 0.5) / (double)themes : 0;
    double radius = radius_of(chart, score);
    return at(chart, turn, score > chart->low ? radius : fmax(0, radius - room_of(chart, score)));
}

static bool is_clear_of_leaders(const struct chart *chart, struct figure_point place, double room)
{
    for (size_t i = 0; i < chart->radar->theme_count; i++)
        if (distance(place, chart->leaders[i].from, chart->leaders[i].to) < room)
            return false;
    return true;
}

/* True if the number is clear of the spokes and outlines on both sides of its gap, and of the
 * lines to the labels. */
static bool number_is_clear(const struct chart *chart, size_t behind, int score)
{
    size_t themes = chart->radar->theme_count;
    struct figure_point place = number_place(chart, behind, score);
    double room = room_of(chart, score), inner = radius_of(chart, chart->low);
    if (score == chart->low)
        return inner >= 2 * room;
    for (size_t i = 0; i < 2 && themes; i++) {
        double turn = turn_of(chart, (behind + i) % themes);
        if (distance(place, at(chart, turn, inner), at(chart, turn, chart->radius)) < room)
            return false;
    }
    for (size_t wave = 0; wave < wave_count(chart->radar) && themes; wave++) {
        size_t next = (behind + 1) % themes;
        bool before = is_drawn(chart, behind, wave), after = is_drawn(chart, next, wave);
        struct figure_point from = score_at(chart, before ? behind : next, wave);
        struct figure_point to = score_at(chart, after ? next : behind, wave);
        if ((before || after) && distance(place, from, to) < room + MARK_REACH)
            return false;
    }
    return is_clear_of_leaders(chart, place, room);
}

/* The gap between spokes where most numbers have room; the last one before all others. */
static size_t numbers_gap(const struct chart *chart)
{
    size_t themes = chart->radar->theme_count, best = themes ? themes - 1 : 0;
    int most = -1;
    for (size_t i = themes; i-- > 0;) {
        int clear = 0;
        for (int score = chart->high; score >= chart->low; score -= chart->every)
            clear += number_is_clear(chart, i, score);
        if (clear > most) {
            most = clear;
            best = i;
        }
    }
    return best;
}

/* Chooses where the numbers stand, and which: those that lines leave room for. */
static void place_numbers(struct chart *chart)
{
    double between = chart->radius / (chart->high - chart->low + 1);
    chart->every = (int)ceil(RING_LEAST / between);
    chart->gap = numbers_gap(chart);
    for (int score = chart->low; score <= chart->high; score++)
        chart->numbered[score - chart->low] =
            (chart->high - score) % chart->every == 0 && number_is_clear(chart, chart->gap, score);
}

static void write_numbers(struct chart *chart)
{
    struct chart_pen *pen = chart->pen;
    for (int score = chart->low; score <= chart->high; score++) {
        if (!chart->numbered[score - chart->low])
            continue;
        const char *number = chart_number(pen, score, 0);
        struct figure_point place = number_place(chart, chart->gap, score);
        chart_write(pen, number, pen->words->lang, STYLE_QUIET,
                    place.x - chart_width(pen, number) / 2, place.y + 0.36 * CHART_TEXT_SIZE);
    }
}

/* --- rings and spokes -------------------------------------------------------------------- */

/* How much of a ring is left out on both sides of the gap's middle, in turns. */
static double ring_gap(const struct chart *chart, double radius)
{
    double gap = 0;
    for (int score = chart->low + 1; score <= chart->high; score++) {
        double off = radius_of(chart, score) - radius, room = room_of(chart, score);
        if (chart->numbered[score - chart->low] && fabs(off) < room)
            gap = fmax(gap, sqrt(room * room - off * off) / (CIRCLE * radius));
    }
    return fmin(gap, MOST_RING_GAP);
}

static void draw_rings(struct chart *chart)
{
    size_t themes = chart->radar->theme_count;
    double turn = themes ? ((double)chart->gap + 0.5) / (double)themes : 0;
    for (int score = chart->low; score <= chart->high; score++) {
        double radius = radius_of(chart, score), gap = ring_gap(chart, radius);
        struct figure_curve *ring =
            chart_arc(chart->pen, chart->middle, radius, turn + gap, turn + 1 - gap);
        ring->role = "grid";
        ring->color = score == chart->high ? STYLE_BOX_LINE : STYLE_RULE;
    }
}

static void draw_spokes(struct chart *chart)
{
    double inner = radius_of(chart, chart->low);
    for (size_t i = 0; i < chart->radar->theme_count; i++)
        chart_line(chart->pen, "grid", at(chart, turn_of(chart, i), inner),
                   at(chart, turn_of(chart, i), chart->radius), STYLE_RULE, CHART_GRID_WIDTH);
}

/* --- outlines ---------------------------------------------------------------------------- */

static void draw_outline(struct chart *chart, size_t wave, bool later)
{
    size_t count = chart->radar->theme_count;
    for (size_t i = 0; i < count && count > 1; i++) {
        size_t next = (i + 1) % count;
        if (!is_drawn(chart, i, wave) || !is_drawn(chart, next, wave))
            continue;
        struct figure_curve *line =
            chart_line(chart->pen, later ? "later" : "earlier", score_at(chart, i, wave),
                       score_at(chart, next, wave), later ? STYLE_ACCENT : STYLE_QUIET,
                       later ? LINE_LATER : LINE_EARLIER);
        line->dashed = !later;
    }
}

static void note_score(struct chart *chart, size_t theme, size_t wave)
{
    struct chart_pen *pen = chart->pen;
    const struct radar_theme *of = &chart->radar->themes[theme];
    if (chart_state_of(&of->scores[wave]) != CHART_SHOWN || is_drawn(chart, theme, wave))
        return;
    const char *what =
        chart_message2(pen, "{1}: {2}", of->label ? of->label : "",
                       chart_number(pen, of->scores[wave].value, chart->radar->decimals));
    chart_note(pen, chart->notes, chart_message1(pen, pen->words->outside, what));
}

static void draw_scores(struct chart *chart, size_t wave, bool later)
{
    struct chart_pen *pen = chart->pen;
    for (size_t i = 0; i < chart->radar->theme_count; i++) {
        const struct radar_theme *theme = &chart->radar->themes[i];
        note_score(chart, i, wave);
        if (!is_drawn(chart, i, wave))
            continue;
        struct figure_curve *mark = chart_draw_mark(
            pen, later ? "later-point" : "earlier-point", later ? CHART_DISC : CHART_SQUARE,
            score_at(chart, i, wave), later ? STYLE_ACCENT : STYLE_QUIET);
        mark->title =
            chart_message2(pen, "{1}: {2}", theme->label ? theme->label : "",
                           chart_number(pen, theme->scores[wave].value, chart->radar->decimals));
        mark->lang = theme->lang;
    }
}

/* The last wave is the later one; all lines are behind all marks. */
static void draw_waves(struct chart *chart)
{
    size_t count = wave_count(chart->radar);
    for (size_t wave = 0; wave < count; wave++)
        draw_outline(chart, wave, wave + 1 == count);
    for (size_t wave = 0; wave < count; wave++)
        draw_scores(chart, wave, wave + 1 == count);
}

/* --- labels ------------------------------------------------------------------------------ */

/* The label with the word for what is not shown: "Natural space (2024: hidden)". */
static const char *label_of(struct chart *chart, size_t theme)
{
    struct chart_pen *pen = chart->pen;
    const struct radar *radar = chart->radar;
    const char *label = radar->themes[theme].label ? radar->themes[theme].label : "";
    size_t count = wave_count(radar);
    struct buf states = {0};
    for (size_t wave = 0; wave < count; wave++) {
        enum chart_state state = chart_state_of(&radar->themes[theme].scores[wave]);
        const char *name = radar->waves[wave] ? radar->waves[wave] : "";
        const char *word = chart_state_word(pen, state);
        if (state != CHART_SHOWN)
            chart_list_add(pen, &states,
                           count > 1 ? chart_message2(pen, "{1}: {2}", name, word) : word);
    }
    if (states.length)
        label = chart_message2(pen, "{1} ({2})", label, states.data);
    buf_release(&states);
    return label;
}

/* The labels of a side from top to bottom; the first half of the themes is on the right. */
static size_t collect(struct chart *chart, struct label *labels, bool right)
{
    size_t all = chart->radar->theme_count, half = (all + 1) / 2;
    size_t count = right ? half : all - half;
    for (size_t i = 0; i < count; i++) {
        struct label *label = &labels[i];
        label->theme = right ? i : all - 1 - i;
        label->words = words_wrap(chart->pen->figure, chart->pen->metrics, &label_type, NULL,
                                  label_of(chart, label->theme), chart->side);
        label->height = words_height(&label->words);
    }
    return count;
}

/* Puts them near their spokes without touching; returns how far they reach above the middle
 * and below it, the larger of both. */
static double spread(const struct chart *chart, struct label *labels, size_t count)
{
    double total = 0, free_from = -INFINITY, bottom;
    for (size_t i = 0; i < count; i++)
        total += labels[i].height + LABEL_GAP;
    double reach = fmax(total / 2, chart->radius + CHART_TEXT_LEADING);
    bottom = chart->middle.y + reach;
    for (size_t i = 0; i < count; i++) {
        double wish = at(chart, turn_of(chart, labels[i].theme), chart->radius).y;
        labels[i].y = fmax(fmax(wish - labels[i].height / 2, free_from),
                           i ? -INFINITY : chart->middle.y - reach);
        free_from = labels[i].y + labels[i].height + LABEL_GAP;
    }
    for (size_t i = count; i-- > 0;) {
        labels[i].y = fmin(labels[i].y, bottom - labels[i].height);
        bottom = labels[i].y - LABEL_GAP;
    }
    return reach;
}

static void write_side(struct chart *chart, const struct label *labels, size_t count, bool right)
{
    double edge = chart->radius + SIDE_GAP;
    for (size_t i = 0; i < count; i++) {
        const struct label *label = &labels[i];
        double x =
            right ? chart->middle.x + edge : chart->middle.x - edge - label->words.lines.widest;
        double end = chart->middle.x + (right ? edge - LEADER_GAP : LEADER_GAP - edge);
        struct stretch leader = {at(chart, turn_of(chart, label->theme), chart->radius),
                                 {end, label->y + label->height / 2}};
        chart->leaders[label->theme] = leader;
        chart_line(chart->pen, "leader", leader.from, leader.to, STYLE_BOX_LINE, CHART_GRID_WIDTH);
        words_write(chart->pen->figure, chart->pen->metrics, &label->words,
                    chart->radar->themes[label->theme].lang, STYLE_INK, x, label->y, 0);
    }
}

/* --- table and words --------------------------------------------------------------------- */

static struct chart_table make_table(struct chart_pen *pen, const struct radar *radar)
{
    size_t waves = wave_count(radar);
    struct chart_table table = chart_table_make(&pen->figure->arena, waves + 1, radar->theme_count);
    table.caption = radar->title;
    table.headings[0] = radar->theme_heading ? radar->theme_heading : pen->words->category_heading;
    for (size_t wave = 0; wave < waves; wave++)
        table.headings[wave + 1] = radar->waves[wave] ? radar->waves[wave] : "";
    for (size_t i = 0; i < radar->theme_count; i++) {
        const char **cells = &table.cells[i * table.columns];
        cells[0] = radar->themes[i].label ? radar->themes[i].label : "";
        for (size_t wave = 0; wave < waves; wave++)
            cells[wave + 1] =
                chart_value_cell(pen, &radar->themes[i].scores[wave], radar->decimals);
    }
    return table;
}

static const char *tell(struct chart *chart)
{
    struct chart_pen *pen = chart->pen;
    const struct radar *radar = chart->radar;
    struct buf waves = {0};
    for (size_t i = 0; i < wave_count(radar); i++)
        chart_list_add(pen, &waves, radar->waves[i] ? radar->waves[i] : "");
    const char *args[] = {radar->title ? radar->title : "", chart_count(pen, radar->theme_count),
                          chart_number(pen, chart->low, 0), chart_number(pen, chart->high, 0),
                          waves.data ? waves.data : ""};
    const char *told = chart_message(pen, pen->words->alternative_radar, args, 5);
    buf_release(&waves);
    return told;
}

static double draw_legend(struct chart *chart, double y, double width)
{
    struct chart_legend legend = {0};
    size_t count = wave_count(chart->radar);
    for (size_t i = 0; i < count; i++) {
        bool later = i + 1 == count;
        chart_legend_add(chart->pen, &legend,
                         (struct chart_key){later ? CHART_KEY_LINE : CHART_KEY_DASHED_MARK,
                                            later ? CHART_DISC : CHART_SQUARE,
                                            later ? STYLE_ACCENT : STYLE_QUIET,
                                            chart->radar->waves[i], NULL});
    }
    return chart_legend_draw(chart->pen, &legend, y, width);
}

/* --- the whole --------------------------------------------------------------------------- */

/* Circle and labels with their top at y; returns the y below them. */
static double draw_circle(struct chart *chart, double y)
{
    struct arena *arena = &chart->pen->figure->arena;
    struct label *right = arena_array(arena, chart->radar->theme_count + 1, sizeof *right);
    struct label *left = arena_array(arena, chart->radar->theme_count + 1, sizeof *left);
    size_t on_right = collect(chart, right, true), on_left = collect(chart, left, false);
    double reach = fmax(spread(chart, right, on_right), spread(chart, left, on_left));
    chart->middle.y = y + reach;
    spread(chart, right, on_right);
    spread(chart, left, on_left);
    chart->leaders = arena_array(arena, chart->radar->theme_count + 1, sizeof *chart->leaders);
    write_side(chart, right, on_right, true);
    write_side(chart, left, on_left, false);
    place_numbers(chart);
    draw_rings(chart);
    draw_spokes(chart);
    write_numbers(chart);
    draw_waves(chart);
    return y + 2 * reach;
}

struct chart_table chart_radar(struct figure *figure, const struct radar *radar,
                               const struct text_metrics *metrics, const struct chart_words *words,
                               double width, bool without_title)
{
    struct chart_pen pen = {figure, metrics, words};
    struct chart_notes notes = {0};
    struct chart chart = {.pen = &pen, .radar = radar, .notes = &notes};
    double y = 0;
    width = fmax(width, WIDTH_LEAST);
    chart.low = (int)fmin(fmax(radar->low, -SCORE_MOST), SCORE_MOST);
    chart.high = (int)fmin(fmax(radar->high, chart.low + 1), chart.low + STEPS_MOST);
    chart.radius = fmin(width * RADIUS_SHARE, RADIUS_MOST);
    chart.middle.x = width / 2;
    chart.side = width / 2 - chart.radius - SIDE_GAP;
    if (!without_title)
        y = chart_write_title(&pen, radar->title, 0, y, width) + TITLE_GAP;
    y = draw_circle(&chart, y);
    y = draw_legend(&chart, y + LEGEND_GAP, width);
    y = chart_write_notes(&pen, &notes, y, width);
    struct chart_table table = make_table(&pen, radar);
    chart_describe(&pen, &table, 1, &notes);
    figure->title = radar->title;
    figure->alternative = tell(&chart);
    figure->own_lang = words->lang;
    figure->width = width;
    figure->height = y + 1;
    return table;
}
