/* The figure checker is proven: from a figure without faults, each test makes one with a single
 * fault, which must be found, as what it is; and near misses, in which nothing must be found. */
#include "figure/figure.h"

#include "figure_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

/* The boxes, curves and texts of the good figure, in the order in which they are added. */
enum {
    MEETING, /* left column, with an accent bar */
    CAFE,    /* below it, with another */
    FRAME,   /* around the two boxes of the right column */
    FRIENDS, /* right column */
    EFFECT,  /* below it */
    HUB,     /* between them */
    MARK,    /* on the lowest link, before its head */
    BAR_ONE, /* samples of the legend */
    BAR_TWO,
    DOT,
    SIGN,
};
enum { RULE_LEFT, RULE_RIGHT, TO_FRIENDS, TO_HUB, FROM_HUB, TO_EFFECT, SAMPLE };
enum { HEADING_LEFT, HEADING_RIGHT, TITLE_MEETING, TITLE_FRAME, SIGN_OF_MARK };

static struct figure_box *add_box(struct figure *figure, const char *role, const char *id, double x,
                                  double y, double width, double height)
{
    struct figure_box *box = figure_add_box(figure);
    *box = (struct figure_box){
        .id = id,
        .role = role,
        .x = x,
        .y = y,
        .width = width,
        .height = height,
        .fill = STYLE_PAPER,
        .line = STYLE_BOX_LINE,
        .line_width = 0.75,
    };
    return box;
}

/* As wide as in the fixed metrics. */
static struct figure_text *add_text(struct figure *figure, const char *text, double x, double y,
                                    size_t box)
{
    struct figure_text *added = figure_add_text(figure);
    *added = (struct figure_text){
        .text = text, .x = x, .y = y, .size = 8, .width = 4 * (double)strlen(text), .box = box};
    return added;
}

static struct figure_curve *add_line(struct figure *figure, const char *role, double x1, double y1,
                                     double x2, double y2)
{
    struct figure_curve *curve = figure_add_line(figure, x1, y1, x2, y2);
    curve->role = role;
    curve->color = STYLE_HEADING;
    curve->width = 0.9;
    return curve;
}

/* A link that swings from x1, y1 to x2, y2 and ends level. */
static struct figure_curve *add_link(struct figure *figure, double x1, double y1, double x2,
                                     double y2, size_t from, size_t to)
{
    struct figure_curve *curve = figure_add_curve(figure, 2);
    double half = (x2 - 5 - x1) / 2;
    struct figure_point points[] = {{x1, y1},     {x1 + half, y1}, {x1 + half, y2}, {x2 - 5, y2},
                                    {x2 - 3, y2}, {x2 - 2, y2},    {x2, y2}};
    memcpy(curve->points, points, sizeof points);
    curve->role = "stated";
    curve->color = STYLE_ACCENT;
    curve->width = 1.2;
    curve->from_box = from + 1;
    curve->to_box = to + 1;
    return curve;
}

static void add_boxes(struct figure *figure)
{
    struct figure_box *box = add_box(figure, "activity", "meeting", 10, 40, 120, 40);
    box->radius = 3;
    box->bar = FIGURE_BAR_SOLID;
    box->bar_color = STYLE_ACCENT;
    box = add_box(figure, "activity", "café", 10, 120, 120, 40);
    box->radius = 3;
    box->bar = FIGURE_BAR_DASHED;
    box->bar_color = STYLE_ACCENT_2;
    add_box(figure, "group", "together", 280, 34, 136, 140)->line = STYLE_RULE;
    add_box(figure, "effect", "friends", 290, 50, 120, 40)->radius = 3;
    add_box(figure, "effect", "belonging", 290, 120, 120, 40)->radius = 3;
    add_box(figure, "hub", NULL, 200, 77, 6, 6)->radius = 3;
    add_box(figure, "mark", NULL, 269, 145, 10, 10)->radius = 5;
}

static void add_links(struct figure *figure)
{
    add_line(figure, "rule", 10, 30, 130, 30);
    add_line(figure, "rule", 280, 30, 416, 30);
    add_link(figure, 130, 60, 290, 60, MEETING, FRIENDS)->arrow = true;
    add_link(figure, 130, 60, 200, 80, MEETING, HUB);
    add_link(figure, 206, 80, 290, 80, HUB, FRIENDS)->arrow = true;
    struct figure_curve *curve = add_link(figure, 130, 140, 290, 150, CAFE, EFFECT);
    curve->points[1].x = curve->points[2].x = 190;
    curve->points[3].x = curve->points[4].x = 260;
    curve->points[5].x = 280;
    curve->arrow = true;
    curve->mark_box = MARK + 1;
}

static void add_legend(struct figure *figure)
{
    struct figure_box *box = add_box(figure, "legend", NULL, 100, 190, 4, 11);
    box->bar = FIGURE_BAR_SOLID;
    box->bar_color = STYLE_ACCENT;
    box = add_box(figure, "legend", NULL, 200, 190, 4, 11);
    box->bar = FIGURE_BAR_DASHED;
    box->bar_color = STYLE_ACCENT_2;
    add_box(figure, "legend", NULL, 260, 193, 6, 6)->radius = 3;
    add_box(figure, "legend", NULL, 340, 190, 10, 10)->radius = 5;
    struct figure_curve *line = add_line(figure, "legend", 10, 196, 35, 196);
    line->color = STYLE_ACCENT;
    line->arrow = true;
    add_text(figure, "stated", 40, 198, 0);
    add_text(figure, "children", 110, 198, 0);
    add_text(figure, "families", 210, 198, 0);
    add_text(figure, "all to all", 272, 198, 0);
    add_text(figure, "2", 343, 198, SIGN + 1);
    add_text(figure, "some studies", 355, 198, 0);
}

static void make_good(struct figure *figure)
{
    figure_init(figure);
    figure->width = 430;
    figure->height = 210;
    add_boxes(figure);
    add_links(figure);
    add_text(figure, "Activities", 10, 24, 0);
    add_text(figure, "In two years", 280, 24, 0);
    add_text(figure, "Morning meetings", 20, 62, MEETING + 1);
    add_text(figure, "Together", 300, 44, FRAME + 1);
    add_text(figure, "2", 272, 153, MARK + 1);
    add_legend(figure);
}

/* --- one fault -------------------------------------------------------------------- */

/* What is done to the good figure, and what must come of it. */
struct change {
    const char *name;
    void (*make)(struct figure *figure);
    enum figure_form form;
    enum figure_fault fault, also; /* FAULTS: none */
};

/* Exactly these kinds of faults are found, and they are put into words. */
static void the_change_is_judged_rightly(void **state)
{
    const struct change *change = *state;
    struct figure figure;
    struct figure_faults faults;
    make_good(&figure);
    change->make(&figure);
    figure_check(&faults, &figure, change->form);
    for (int fault = 0; fault < FAULTS; fault++) {
        bool wanted = (int)change->fault == fault || (int)change->also == fault;
        const char *name = figure_fault_name((enum figure_fault)fault);
        if (wanted != (faults.of[fault] > 0))
            fail_msg("%s: %zu, %s", name, faults.of[fault],
                     faults.words.data ? faults.words.data : "nothing");
        if (wanted && !strstr(faults.words.data, name))
            fail_msg("no words about %s", name);
    }
    figure_faults_release(&faults);
    figure_release(&figure);
}

static void nothing(struct figure *figure)
{
    (void)figure;
}

/* --- size and edges ----------------------------------------------------------------- */

static void a_figure_of_no_height(struct figure *figure)
{
    figure->height = NAN;
}

static void a_box_that_is_nowhere(struct figure *figure)
{
    add_box(figure, "hub", NULL, NAN, 100, 6, 6);
}

static void a_curve_that_is_none(struct figure *figure)
{
    add_line(figure, "line", 150, 100, 160, 100)->point_count = 3;
}

static void a_box_beyond_the_edge(struct figure *figure)
{
    figure->width = 415;
}

static void a_box_at_the_edge(struct figure *figure)
{
    figure->width = 416;
}

static void a_text_beyond_the_edge(struct figure *figure)
{
    add_text(figure, "over", 420, 186, 0);
}

static void a_line_beyond_the_edge(struct figure *figure)
{
    add_line(figure, "line", 90, 180, 90, 211);
}

/* --- boxes ------------------------------------------------------------------------- */

static void two_boxes_overlap(struct figure *figure)
{
    add_box(figure, "activity", "third", 10, 150, 120, 20);
}

static void two_boxes_touch(struct figure *figure)
{
    add_box(figure, "activity", "third", 10, 160, 120, 20);
}

static void a_mark_upon_a_box(struct figure *figure)
{
    add_box(figure, "mark", NULL, 284, 55, 10, 10)->radius = 5;
    add_text(figure, "2", 286, 63, figure->box_count)->width = 2;
    figure->curves[TO_FRIENDS].mark_box = figure->box_count;
}

static void a_frame_cuts_a_box(struct figure *figure)
{
    figure->boxes[FRAME].height = 110;
}

/* Makes the frame reach further to the left, and the rule above it. */
static void widen_frame(struct figure *figure, double left)
{
    figure->boxes[FRAME].width += figure->boxes[FRAME].x - left;
    figure->boxes[FRAME].x = figure->curves[RULE_RIGHT].points[0].x = left;
}

static void a_frame_cuts_a_mark(struct figure *figure)
{
    widen_frame(figure, 275);
}

static void a_frame_around_a_mark(struct figure *figure)
{
    widen_frame(figure, 262);
}

static void a_frame_around_nothing(struct figure *figure)
{
    add_box(figure, "group", "alone", 150, 160, 40, 10);
}

static void two_frames_overlap(struct figure *figure)
{
    add_box(figure, "group", "second", 280, 100, 136, 70);
}

static void two_frames_touch(struct figure *figure)
{
    figure->boxes[FRAME].height = 70;
    add_box(figure, "group", "second", 280, 104, 136, 70);
}

static void a_chip_in_a_box(struct figure *figure)
{
    add_box(figure, "chip", NULL, 90, 130, 14, 10);
    add_text(figure, "E", 95, 138, figure->box_count);
}

static void a_chip_half_out_of_its_box(struct figure *figure)
{
    add_box(figure, "chip", NULL, 120, 146, 14, 10)->radius = 5;
}

static void a_chip_under_a_text(struct figure *figure)
{
    add_box(figure, "chip", NULL, 70, 55, 14, 10);
}

/* Makes the boxes of the left column as wide as that, and what depends on it. */
static void narrow_left(struct figure *figure, double width)
{
    double right = 10 + width;
    figure->boxes[MEETING].width = figure->boxes[CAFE].width = width;
    for (size_t i = 1; i < 4; i++)
        figure->curves[RULE_LEFT].points[i].x = right;
    figure->texts[TITLE_MEETING].width = 20;
    figure->texts[HEADING_LEFT].width = 30;
    for (size_t i = TO_FRIENDS; i <= TO_EFFECT; i++)
        if (i != FROM_HUB)
            figure->curves[i].points[0].x = right;
}

static void boxes_too_narrow_to_read(struct figure *figure)
{
    narrow_left(figure, 59);
}

static void narrow_boxes(struct figure *figure)
{
    narrow_left(figure, 61);
}

/* --- columns ------------------------------------------------------------------------ */

static void a_box_out_of_line(struct figure *figure)
{
    figure->boxes[CAFE].x += 0.5;
    figure->boxes[CAFE].width -= 0.5;
}

static void a_box_narrower_than_its_column(struct figure *figure)
{
    figure->boxes[CAFE].width -= 0.5;
    figure->curves[TO_EFFECT].points[0].x -= 0.5;
}

static void a_box_a_hair_out_of_line(struct figure *figure)
{
    figure->boxes[CAFE].x += 0.004;
}

static void a_frame_out_of_line(struct figure *figure)
{
    two_frames_touch(figure);
    figure->boxes[FRAME].width += 2;
}

static void a_column_without_heading(struct figure *figure)
{
    figure->texts[HEADING_RIGHT].y = 12;
}

static void a_heading_wider_than_its_column(struct figure *figure)
{
    figure->curves[RULE_LEFT].points[3].x += 10;
}

static void a_heading_narrower_than_the_frame_below(struct figure *figure)
{
    figure->curves[RULE_RIGHT].points[0].x += 5;
}

static void a_box_under_no_heading(struct figure *figure)
{
    add_box(figure, "effect", "late", 150, 100, 60, 14);
}

/* --- texts -------------------------------------------------------------------------- */

static void a_text_of_less_than_seven_points(struct figure *figure)
{
    figure->texts[TITLE_MEETING].size = 6.9;
}

static void a_text_of_seven_points(struct figure *figure)
{
    figure->texts[TITLE_MEETING].size = 7;
}

static void a_text_wider_than_its_box(struct figure *figure)
{
    figure->texts[TITLE_MEETING].width = 110.1;
}

static void a_text_as_wide_as_its_box(struct figure *figure)
{
    figure->texts[TITLE_MEETING].width = 110;
}

static void a_text_upon_the_bar(struct figure *figure)
{
    figure->texts[TITLE_MEETING].x = 13;
}

static void a_text_beside_the_bar(struct figure *figure)
{
    figure->texts[TITLE_MEETING].x = 14;
}

static void a_text_above_its_box(struct figure *figure)
{
    figure->texts[TITLE_MEETING].y = 45;
}

static void a_text_in_a_box_that_is_not_there(struct figure *figure)
{
    figure->texts[TITLE_MEETING].box = 99;
    figure->texts[TITLE_MEETING].y = 100;
}

static void a_loose_text_upon_a_box(struct figure *figure)
{
    add_text(figure, "label", 122, 157, 0);
}

static void a_loose_text_upon_a_frame(struct figure *figure)
{
    add_text(figure, "label", 300, 108, 0);
}

static void the_title_of_a_frame_upon_a_box(struct figure *figure)
{
    figure->texts[TITLE_FRAME].y = 53;
}

static void texts_that_overlap(struct figure *figure)
{
    add_text(figure, "again", 60, 66, MEETING + 1);
}

static void texts_one_below_the_other(struct figure *figure)
{
    add_text(figure, "again", 60, 70, MEETING + 1);
}

/* --- links -------------------------------------------------------------------------- */

/* Adds a link from the upper left box to the lower right one, by way of x, y. */
static struct figure_curve *add_stranger(struct figure *figure, double x, double y)
{
    struct figure_curve *curve = figure_add_curve(figure, 2);
    struct figure_point points[] = {{130, 72},   {150, 72},  {x - 30, y}, {x, y},
                                    {x + 20, y}, {250, 135}, {290, 135}};
    memcpy(curve->points, points, sizeof points);
    curve->role = "stated";
    curve->color = STYLE_ACCENT;
    curve->width = 1.2;
    curve->from_box = MEETING + 1;
    curve->to_box = EFFECT + 1;
    return curve;
}

static void a_further_link(struct figure *figure)
{
    add_stranger(figure, 203, 100);
}

static void a_link_through_a_hub(struct figure *figure)
{
    add_stranger(figure, 203, 81);
}

static void a_link_half_of_which_touches_a_hub(struct figure *figure)
{
    add_stranger(figure, 203, 83.4);
}

static void a_link_close_to_a_hub(struct figure *figure)
{
    add_stranger(figure, 203, 84);
}

/* The box lies among the points of the curve, which swings past it. */
static void a_link_round_a_corner(struct figure *figure)
{
    add_box(figure, "hub", NULL, 200, 110, 6, 6)->radius = 3;
    add_stranger(figure, 190, 100);
}

static void a_link_out_of_the_middle_of_its_box(struct figure *figure)
{
    figure->curves[TO_EFFECT].points[0].x -= 10;
}

static void a_link_through_a_foreign_mark(struct figure *figure)
{
    struct figure_curve *curve = add_stranger(figure, 250, 147);
    curve->points[5].y = curve->points[6].y = 147;
    curve->points[5].x = 275;
}

static void a_mark_on_nothing(struct figure *figure)
{
    add_box(figure, "mark", NULL, 150, 100, 10, 10)->radius = 5;
    add_text(figure, "2", 153, 108, figure->box_count);
}

static void a_mark_of_no_link(struct figure *figure)
{
    figure->curves[TO_EFFECT].mark_box = 0;
}

static void a_mark_of_two_links(struct figure *figure)
{
    figure->curves[RULE_LEFT].mark_box = MARK + 1;
    memcpy(figure->curves[TO_FRIENDS].points, figure->curves[TO_EFFECT].points,
           7 * sizeof(struct figure_point));
    figure->curves[TO_FRIENDS].from_box = CAFE + 1;
    figure->curves[TO_FRIENDS].to_box = EFFECT + 1;
    figure->curves[TO_FRIENDS].mark_box = MARK + 1;
}

static void a_mark_beside_its_link(struct figure *figure)
{
    figure->boxes[MARK].y += 2;
    figure->texts[SIGN_OF_MARK].y += 2;
}

static void a_link_through_words(struct figure *figure)
{
    add_text(figure, "label", 160, 63, 0);
}

static void a_link_below_words(struct figure *figure)
{
    add_text(figure, "label", 160, 58, 0);
}

static void a_link_through_the_title_of_a_frame(struct figure *figure)
{
    figure->texts[TITLE_FRAME].x = 281;
    figure->texts[TITLE_FRAME].width = 8;
    figure->texts[TITLE_FRAME].y = 63;
}

static void a_link_that_does_not_reach_its_box(struct figure *figure)
{
    figure->curves[TO_FRIENDS].points[6].x -= 1;
}

static void a_link_that_ends_in_a_corner(struct figure *figure)
{
    for (size_t i = 2; i < 7; i++)
        figure->curves[TO_FRIENDS].points[i].y = 51;
}

static void a_link_that_ends_beside_a_corner(struct figure *figure)
{
    for (size_t i = 2; i < 7; i++)
        figure->curves[TO_FRIENDS].points[i].y = 53;
}

static void a_link_that_ends_at_another_box(struct figure *figure)
{
    figure->curves[TO_FRIENDS].to_box = EFFECT + 1;
}

static void a_link_to_a_box_that_is_not_there(struct figure *figure)
{
    figure->curves[TO_FRIENDS].to_box = 99;
}

static void a_link_that_begins_in_the_air(struct figure *figure)
{
    figure->curves[TO_FRIENDS].points[0].x += 3;
}

static void a_head_in_a_box(struct figure *figure)
{
    add_box(figure, "hub", NULL, 283, 61.5, 3, 3);
}

static void a_link_that_turns_back(struct figure *figure)
{
    figure->curves[FROM_HUB].points[1].x = 270;
    figure->curves[FROM_HUB].points[2].x = 215;
}

/* --- legend ------------------------------------------------------------------------- */

static void a_line_that_is_not_explained(struct figure *figure)
{
    figure->curves[TO_EFFECT].dashed = true;
}

static void a_dotted_line_that_is_not_explained(struct figure *figure)
{
    figure->curves[TO_EFFECT].dotted = true;
}

static void a_sign_that_is_not_explained(struct figure *figure)
{
    figure->texts[SIGN_OF_MARK].text = "3";
}

static void a_bar_that_is_not_explained(struct figure *figure)
{
    figure->boxes[CAFE].bar = FIGURE_BAR_DOTTED;
}

/* The samples of bars become further dots. */
static void one_bar_for_all_needs_no_words(struct figure *figure)
{
    figure->boxes[CAFE].bar = FIGURE_BAR_SOLID;
    figure->boxes[CAFE].bar_color = STYLE_ACCENT;
    figure->boxes[BAR_ONE].bar = figure->boxes[BAR_TWO].bar = FIGURE_BAR_NONE;
    figure->boxes[BAR_ONE].radius = figure->boxes[BAR_TWO].radius = 2;
}

/* The title of the frame around it says what a bar means. */
static void a_bar_in_a_frame_with_a_title(struct figure *figure)
{
    figure->boxes[EFFECT].bar = FIGURE_BAR_DOTTED;
}

static void a_bar_in_a_frame_without_title(struct figure *figure)
{
    figure->boxes[EFFECT].bar = FIGURE_BAR_DOTTED;
    figure->texts[TITLE_FRAME] = figure->texts[HEADING_LEFT];
    figure->texts[TITLE_FRAME].y = 12;
}

static void words_in_the_colour_of_a_bar(struct figure *figure)
{
    figure->boxes[CAFE].bar = FIGURE_BAR_DOTTED;
    figure->boxes[CAFE].bar_color = STYLE_BEHIND;
    figure->boxes[BAR_TWO].bar = FIGURE_BAR_SOLID;
    figure->boxes[BAR_TWO].bar_color = STYLE_ACCENT;
    add_text(figure, "behind", 20, 140, CAFE + 1)->color = STYLE_BEHIND;
}

static void a_sign_in_two_parts(struct figure *figure)
{
    figure->texts[SIGN_OF_MARK].text = "2?";
    figure->texts[SIGN_OF_MARK].width = 5;
    add_box(figure, "legend", NULL, 410, 190, 10, 10)->radius = 5;
    add_text(figure, "?", 413, 198, figure->box_count);
}

static void half_a_sign_that_is_not_explained(struct figure *figure)
{
    figure->texts[SIGN_OF_MARK].text = "2?";
    figure->texts[SIGN_OF_MARK].width = 5;
}

static void a_sign_that_words_explain(struct figure *figure)
{
    figure->boxes[SIGN].radius = 3;
    figure->boxes[SIGN].width = figure->boxes[SIGN].height = 6;
    struct figure_text *sign = &figure->texts[figure->text_count - 2];
    *sign = figure->texts[HEADING_LEFT];
    sign->y = 12;
    figure->texts[figure->text_count - 1].text = "2: some studies";
}

static void dashes_that_are_not_explained(struct figure *figure)
{
    figure->boxes[MARK].dashed = true;
}

static void a_faint_line(struct figure *figure)
{
    figure->curves[TO_EFFECT].color = STYLE_RULE;
    figure->curves[TO_EFFECT].state = "faint";
}

static void a_dot_that_is_not_explained(struct figure *figure)
{
    figure->boxes[DOT].bar = FIGURE_BAR_SOLID;
    figure->boxes[DOT].bar_color = STYLE_ACCENT;
}

static void a_sample_of_a_line_that_does_not_occur(struct figure *figure)
{
    add_line(figure, "legend", 10, 206, 35, 206)->color = STYLE_WRONG;
    add_text(figure, "x", 40, 208, 0);
}

static void a_sample_of_a_sign_that_does_not_occur(struct figure *figure)
{
    add_box(figure, "legend", NULL, 410, 190, 10, 10)->radius = 5;
    add_text(figure, "4", 413, 198, figure->box_count);
}

static void a_sample_of_a_bar_that_does_not_occur(struct figure *figure)
{
    figure->boxes[CAFE].bar = FIGURE_BAR_SOLID;
    figure->boxes[CAFE].bar_color = STYLE_ACCENT;
}

static void a_sample_without_words(struct figure *figure)
{
    figure->texts[SIGN_OF_MARK + 1].y = 180; /* "stated" */
}

/* --- rows, tables and charts ---------------------------------------------------------- */

/* Two boxes above each other's goal: a link leads down from the left one. */
static void rows(struct figure *figure)
{
    figure->box_count = figure->curve_count = figure->text_count = 0;
    add_box(figure, "activity", "meeting", 10, 40, 100, 40);
    add_box(figure, "activity", "café", 120, 40, 100, 40);
    add_box(figure, "effect", "friends", 10, 130, 100, 40);
    struct figure_curve *link = add_line(figure, "stated", 60, 80, 60, 130);
    link->arrow = true;
    link->from_box = 1;
    link->to_box = 3;
    add_line(figure, "legend", 10, 200, 35, 200);
    add_text(figure, "stated", 40, 203, 0);
}

static void a_box_lower_than_its_row(struct figure *figure)
{
    rows(figure);
    figure->boxes[1].y += 1;
}

static void boxes_of_a_row_may_differ_in_height(struct figure *figure)
{
    rows(figure);
    figure->boxes[1].height += 20;
}

static void a_link_up_and_down(struct figure *figure)
{
    rows(figure);
    figure->curves[0].points[1].y = 125;
    figure->curves[0].points[2].y = 90;
}

static void a_link_from_the_side_of_a_box(struct figure *figure)
{
    rows(figure);
    figure->curves[0].points[0] = (struct figure_point){110, 70};
}

static void cells_that_touch(struct figure *figure)
{
    rows(figure);
    figure->curve_count = 0;
    figure->boxes[1].x = 110;
    figure->boxes[2].y = 80;
}

static void a_cell_out_of_line(struct figure *figure)
{
    cells_that_touch(figure);
    figure->boxes[2].x += 1;
    figure->boxes[2].y += 1;
}

/* Bars stand on the lines of a grid, narrow ones too. */
static void a_bar_upon_a_grid(struct figure *figure)
{
    figure->box_count = figure->curve_count = figure->text_count = 0;
    add_box(figure, "rule", NULL, 10, 50, 300, 0.5);
    add_box(figure, "bar", NULL, 10, 40, 8, 30);
}

static void a_line_through_a_value(struct figure *figure)
{
    a_bar_upon_a_grid(figure);
    add_line(figure, "line", 50, 60, 300, 80);
    add_text(figure, "62 %", 170, 72, 0);
}

static void a_bar_upon_a_bar(struct figure *figure)
{
    a_bar_upon_a_grid(figure);
    add_box(figure, "bar", NULL, 16, 40, 8, 30);
}

/* --- all of them ------------------------------------------------------------------------ */

#define CHANGE(form, fault, also, change)                                                          \
    {                                                                                              \
#change, change, FIGURE_##form, FAULT##fault, FAULT##also                                  \
    }

static struct change changes[] = {
    CHANGE(COLUMNS, S, S, nothing),
    CHANGE(COLUMNS, _SIZE, S, a_figure_of_no_height),
    CHANGE(COLUMNS, _SIZE, S, a_box_that_is_nowhere),
    CHANGE(COLUMNS, _SIZE, S, a_curve_that_is_none),
    CHANGE(COLUMNS, _OUTSIDE, S, a_box_beyond_the_edge),
    CHANGE(COLUMNS, S, S, a_box_at_the_edge),
    CHANGE(COLUMNS, _OUTSIDE, S, a_text_beyond_the_edge),
    CHANGE(COLUMNS, _OUTSIDE, S, a_line_beyond_the_edge),
    CHANGE(COLUMNS, _OVERLAP, S, two_boxes_overlap),
    CHANGE(COLUMNS, S, S, two_boxes_touch),
    CHANGE(COLUMNS, _OVERLAP, S, a_mark_upon_a_box),
    CHANGE(COLUMNS, _FRAME, S, a_frame_cuts_a_box),
    CHANGE(COLUMNS, _FRAME, _COVERED, a_frame_cuts_a_mark),
    CHANGE(COLUMNS, S, S, a_frame_around_a_mark),
    CHANGE(COLUMNS, _FRAME, S, a_frame_around_nothing),
    CHANGE(COLUMNS, _FRAME, S, two_frames_overlap),
    CHANGE(COLUMNS, S, S, two_frames_touch),
    CHANGE(COLUMNS, S, S, a_chip_in_a_box),
    CHANGE(COLUMNS, _OVERLAP, S, a_chip_half_out_of_its_box),
    CHANGE(COLUMNS, _COVERED, S, a_chip_under_a_text),
    CHANGE(COLUMNS, _NARROW, S, boxes_too_narrow_to_read),
    CHANGE(COLUMNS, S, S, narrow_boxes),
    CHANGE(COLUMNS, _COLUMN, S, a_box_out_of_line),
    CHANGE(COLUMNS, _COLUMN, S, a_box_narrower_than_its_column),
    CHANGE(COLUMNS, S, S, a_box_a_hair_out_of_line),
    CHANGE(COLUMNS, _COLUMN, S, a_frame_out_of_line),
    CHANGE(COLUMNS, _HEADING, S, a_column_without_heading),
    CHANGE(COLUMNS, _HEADING, S, a_heading_wider_than_its_column),
    CHANGE(COLUMNS, _HEADING, S, a_heading_narrower_than_the_frame_below),
    CHANGE(COLUMNS, _HEADING, S, a_box_under_no_heading),
    CHANGE(COLUMNS, _SMALL, S, a_text_of_less_than_seven_points),
    CHANGE(COLUMNS, S, S, a_text_of_seven_points),
    CHANGE(COLUMNS, _SPILL, S, a_text_wider_than_its_box),
    CHANGE(COLUMNS, S, S, a_text_as_wide_as_its_box),
    CHANGE(COLUMNS, _SPILL, S, a_text_upon_the_bar),
    CHANGE(COLUMNS, S, S, a_text_beside_the_bar),
    CHANGE(COLUMNS, _SPILL, S, a_text_above_its_box),
    CHANGE(COLUMNS, _SPILL, S, a_text_in_a_box_that_is_not_there),
    CHANGE(COLUMNS, _COVERED, S, a_loose_text_upon_a_box),
    CHANGE(COLUMNS, _COVERED, S, a_loose_text_upon_a_frame),
    CHANGE(COLUMNS, _COVERED, S, the_title_of_a_frame_upon_a_box),
    CHANGE(COLUMNS, _JUMBLE, S, texts_that_overlap),
    CHANGE(COLUMNS, S, S, texts_one_below_the_other),
    CHANGE(COLUMNS, S, S, a_further_link),
    CHANGE(COLUMNS, _THROUGH, S, a_link_through_a_hub),
    CHANGE(COLUMNS, _THROUGH, S, a_link_half_of_which_touches_a_hub),
    CHANGE(COLUMNS, S, S, a_link_close_to_a_hub),
    CHANGE(COLUMNS, S, S, a_link_round_a_corner),
    CHANGE(COLUMNS, _THROUGH, _END, a_link_out_of_the_middle_of_its_box),
    CHANGE(COLUMNS, _THROUGH, S, a_link_through_a_foreign_mark),
    CHANGE(COLUMNS, _MARK, S, a_mark_on_nothing),
    CHANGE(COLUMNS, _MARK, _THROUGH, a_mark_of_no_link),
    CHANGE(COLUMNS, _MARK, S, a_mark_of_two_links),
    CHANGE(COLUMNS, _MARK, S, a_mark_beside_its_link),
    CHANGE(COLUMNS, _STRIKE, S, a_link_through_words),
    CHANGE(COLUMNS, S, S, a_link_below_words),
    CHANGE(COLUMNS, _STRIKE, S, a_link_through_the_title_of_a_frame),
    CHANGE(COLUMNS, _END, S, a_link_that_does_not_reach_its_box),
    CHANGE(COLUMNS, _END, S, a_link_that_ends_in_a_corner),
    CHANGE(COLUMNS, S, S, a_link_that_ends_beside_a_corner),
    CHANGE(COLUMNS, _END, _THROUGH, a_link_that_ends_at_another_box),
    CHANGE(COLUMNS, _END, _THROUGH, a_link_to_a_box_that_is_not_there),
    CHANGE(COLUMNS, _END, S, a_link_that_begins_in_the_air),
    CHANGE(COLUMNS, _END, S, a_head_in_a_box),
    CHANGE(COLUMNS, _BACKWARDS, S, a_link_that_turns_back),
    CHANGE(COLUMNS, _UNTOLD, S, a_line_that_is_not_explained),
    CHANGE(COLUMNS, _UNTOLD, S, a_dotted_line_that_is_not_explained),
    CHANGE(COLUMNS, _UNTOLD, _IDLE, a_sign_that_is_not_explained),
    CHANGE(COLUMNS, _UNTOLD, _IDLE, a_bar_that_is_not_explained),
    CHANGE(COLUMNS, S, S, one_bar_for_all_needs_no_words),
    CHANGE(COLUMNS, S, S, a_bar_in_a_frame_with_a_title),
    CHANGE(COLUMNS, _UNTOLD, S, a_bar_in_a_frame_without_title),
    CHANGE(COLUMNS, S, S, words_in_the_colour_of_a_bar),
    CHANGE(COLUMNS, S, S, a_sign_in_two_parts),
    CHANGE(COLUMNS, _UNTOLD, S, half_a_sign_that_is_not_explained),
    CHANGE(COLUMNS, S, S, a_sign_that_words_explain),
    CHANGE(COLUMNS, _UNTOLD, S, dashes_that_are_not_explained),
    CHANGE(COLUMNS, S, S, a_faint_line),
    CHANGE(COLUMNS, _UNTOLD, S, a_dot_that_is_not_explained),
    CHANGE(COLUMNS, _IDLE, S, a_sample_of_a_line_that_does_not_occur),
    CHANGE(COLUMNS, _IDLE, S, a_sample_of_a_sign_that_does_not_occur),
    CHANGE(COLUMNS, _IDLE, S, a_sample_of_a_bar_that_does_not_occur),
    CHANGE(COLUMNS, _IDLE, S, a_sample_without_words),
    CHANGE(ROWS, S, S, rows),
    CHANGE(ROWS, _COLUMN, S, a_box_lower_than_its_row),
    CHANGE(ROWS, S, S, boxes_of_a_row_may_differ_in_height),
    CHANGE(ROWS, _BACKWARDS, S, a_link_up_and_down),
    CHANGE(ROWS, _END, _THROUGH, a_link_from_the_side_of_a_box),
    CHANGE(TABLE, S, S, cells_that_touch),
    CHANGE(TABLE, _COLUMN, S, a_cell_out_of_line),
    CHANGE(CHART, S, S, a_bar_upon_a_grid),
    CHANGE(CHART, _STRIKE, S, a_line_through_a_value),
    CHANGE(CHART, _OVERLAP, S, a_bar_upon_a_bar),
};

int main(void)
{
    enum { COUNT = sizeof changes / sizeof *changes };
    struct CMUnitTest tests[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        tests[i] = (struct CMUnitTest){.name = changes[i].name,
                                       .test_func = the_change_is_judged_rightly,
                                       .initial_state = &changes[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
