/* Tests of the views that are a flow: what a focus shows, what a highlight lets step back,
 * what evidence and judgements do to boxes and arrows, and what is said of it all. */
#include "base/diag.h"
#include "base/language.h"
#include "base/style.h"
#include "figure/view.h"
#include "figure/view_parts.h"
#include "model/model.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What all tests share, opened once. */
struct world {
    struct diag_sink sink;
    struct style style;
    struct language *languages[LANGUAGE_COUNT];
};

static int open_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    diag_sink_init(&world->sink, false);
    if (style_load(&world->style, NULL, TEST_SOURCE_DIR, &world->sink))
        return -1;
    for (int code = 0; code < LANGUAGE_COUNT; code++)
        world->languages[code] = language_open((enum language_code)code, TEST_SOURCE_DIR);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    struct world *world = *state;
    for (int code = 0; code < LANGUAGE_COUNT; code++)
        language_free(world->languages[code]);
    style_release(&world->style);
    diag_sink_release(&world->sink);
    free(world);
    return 0;
}

/* --- a view as a graph ---------------------------------------------------- */

/* Two focus areas, three activities, signs, three sub-goals, two goals: A leads by way of
 * »ord« to the first goal, B by way of »ro« to both, C to »ro« alone; nothing leads to »bus«. */
static const char reading[] =
    "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"
    "<title>Læsning hjemme</title>"
    "<horizon id='tegn' holds='signs'><title>Tegn</title></horizon>"
    "<horizon id='kort'><title>1-2 år</title></horizon>"
    "<horizon id='lang'><title>4-6 år</title></horizon>"
    "<focus-area id='sprog'><title>Sprog</title>"
    "<activity id='venner'><title>Læsevenner</title>"
    "<indicator id='venner-tegn' role='process' type='count'><title>Ti familier er med</title>"
    "</indicator>"
    "<indicator id='venner-sprog' role='process' type='qualitative'><title>Børnene spørger selv</title>"
    "</indicator>"
    "<leads-to id='venner-ord' ref='ord' evidence='3' key='yes'>"
    "<mechanism>De samme ord kommer igen, når bogen læses flere gange.</mechanism>"
    "<assumption>Bøgerne er på familiens sprog.</assumption></leads-to></activity>"
    "<activity id='kufferter'><title>Bogkufferter</title>"
    "<leads-to id='kufferter-ro' ref='ro' evidence='1'/></activity></focus-area>"
    "<focus-area id='hjem'><title>Hjem</title>"
    "<activity id='moeder'><title>Forældremøder</title>"
    "<leads-to id='moeder-ro' ref='ro'><mechanism>Forældrene hører, hvad andre gør.</mechanism>"
    "<context>Møderne ligger efter arbejdstid.</context></leads-to></activity></focus-area>"
    "<effect id='ord' horizon='kort' kind='sub-goal'><title>Børn kan flere ord</title>"
    "<indicator id='ordtest' role='outcome' type='mean'><title>Ordtest i børnehaven</title>"
    "</indicator>"
    "<leads-to id='ord-skole' ref='skole' evidence='4' key='yes'>"
    "<mechanism>Flere ord gør det lettere at læse.</mechanism></leads-to></effect>"
    "<effect id='ro' horizon='kort' kind='sub-goal'><title>Familier læser hver aften</title>"
    "<leads-to id='ro-skole' ref='skole'/><leads-to id='ro-trivsel' ref='trivsel'/></effect>"
    "<effect id='bus' horizon='kort'><title>Biblioteksbussen kører</title></effect>"
    "<effect id='skole' horizon='lang' kind='goal'><title>Børn begynder godt i skole</title>"
    "</effect>"
    "<effect id='trivsel' horizon='lang' kind='goal'><title>Familier trives</title></effect>"
    "</programme>";

struct shown {
    struct model model;
    struct diag_sink sink;
    struct view_options options;
    struct graph graph;
    struct figure figure;
    struct view view;
};

static void read_model(struct shown *shown, const char *xml)
{
    *shown = (struct shown){0};
    diag_sink_init(&shown->sink, false);
    assert_int_equal(model_read_bytes(&shown->model, "test.xml", xml, strlen(xml), &shown->sink),
                     0);
    graph_start(&shown->graph);
    figure_init(&shown->figure);
}

/* Builds the graph of a view by options->kind. */
static void build(struct shown *shown, struct world *world)
{
    static void (*const builders[VIEW_KINDS])(struct view *, struct figure *) = {
        [VIEW_FLOW] = view_flow_build,
        [VIEW_EVIDENCE] = view_evidence_build,
        [VIEW_STATUS] = view_status_build,
    };
    shown->view = (struct view){
        .arena = &shown->figure.arena,
        .model = &shown->model,
        .language = world->languages[LANGUAGE_ENGLISH],
        .options = &shown->options,
        .lang = "da",
        .own_lang = "en",
        .graph = &shown->graph,
    };
    builders[shown->options.kind](&shown->view, &shown->figure);
}

static void release(struct shown *shown)
{
    graph_release(&shown->graph);
    figure_release(&shown->figure);
    model_release(&shown->model);
    diag_sink_release(&shown->sink);
}

static const struct graph_node *box(const struct shown *shown, const char *role, const char *id)
{
    for (size_t i = 0; i < shown->graph.node_count; i++) {
        const struct graph_node *node = &shown->graph.nodes[i];
        if (node->id && !strcmp(node->id, id) && !strcmp(node->role, role))
            return node;
    }
    return NULL;
}

static const struct graph_link *arrow(const struct shown *shown, const char *id)
{
    for (size_t i = 0; i < shown->graph.link_count; i++)
        if (shown->graph.links[i].id && !strcmp(shown->graph.links[i].id, id))
            return &shown->graph.links[i];
    return NULL;
}

/* The legend's item that begins with `text`; NULL: there is none. */
static const struct graph_legend *legend(const struct shown *shown, const char *text)
{
    for (size_t i = 0; i < shown->graph.legend_count; i++)
        if (!strncmp(shown->graph.legend[i].text, text, strlen(text)))
            return &shown->graph.legend[i];
    return NULL;
}

/* The ids of boxes with this emphasis, of a role other than that of signs, in order. */
static const char *boxes_with(const struct shown *shown, enum graph_emphasis emphasis,
                              char ids[200])
{
    size_t length = 0;
    ids[0] = '\0';
    for (size_t i = 0; i < shown->graph.node_count; i++) {
        const struct graph_node *node = &shown->graph.nodes[i];
        if (node->id && strcmp(node->role, "signs") && node->emphasis == emphasis)
            length +=
                (size_t)snprintf(ids + length, 200 - length, "%s%s", length ? " " : "", node->id);
    }
    return ids;
}

static const char *links_with(const struct shown *shown, enum graph_emphasis emphasis,
                              char ids[200])
{
    size_t length = 0;
    ids[0] = '\0';
    for (size_t i = 0; i < shown->graph.link_count; i++) {
        const struct graph_link *link = &shown->graph.links[i];
        if (link->id && link->emphasis == emphasis)
            length +=
                (size_t)snprintf(ids + length, 200 - length, "%s%s", length ? " " : "", link->id);
    }
    return ids;
}

static void assert_says(const char *text, const char *part)
{
    if (!strstr(text, part))
        print_error("“%s” is not in: %s\n", part, text);
    assert_non_null(strstr(text, part));
}

/* --- focus ---------------------------------------------------------------- */

static void a_focus_on_an_effect_shows_what_leads_to_it(void **state)
{
    struct shown shown;
    char ids[200];
    read_model(&shown, reading);
    shown.options.focus = model_find(&shown.model, "trivsel");
    build(&shown, *state);
    assert_string_equal(boxes_with(&shown, GRAPH_NORMAL, ids), "kufferter moeder ro trivsel");
    assert_string_equal(links_with(&shown, GRAPH_NORMAL, ids), "kufferter-ro moeder-ro ro-trivsel");
    assert_non_null(box(&shown, "signs", "kufferter"));
    assert_null(box(&shown, "signs", "venner"));
    assert_string_equal(shown.figure.alternative,
                        "The figure shows what leads to “Familier trives”: 2 activities and 1 "
                        "further effect, through 3 links. 2 activities have no sign yet.");
    assert_null(strstr(shown.figure.description, "Børn kan flere ord"));
    release(&shown);
}

static void what_nothing_leads_to_is_said(void **state)
{
    struct shown shown;
    char ids[200];
    read_model(&shown, reading);
    shown.options.focus = model_find(&shown.model, "bus");
    build(&shown, *state);
    assert_string_equal(boxes_with(&shown, GRAPH_NORMAL, ids), "bus");
    assert_string_equal(shown.figure.alternative,
                        "The figure shows “Biblioteksbussen kører”. Nothing leads to it yet.");
    assert_says(shown.figure.description, "No activity leads here yet");
    release(&shown);
}

static void a_circle_of_effects_is_followed_back_once(void **state)
{
    struct shown shown;
    char ids[200];
    read_model(&shown,
               "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"
               "<title>Ring</title><horizon id='h'><title>År</title></horizon>"
               "<activity id='a'><title>Møder</title><leads-to ref='x'/></activity>"
               "<effect id='x' horizon='h'><title>Børn mødes</title><leads-to ref='y'/>"
               "<leads-to ref='z'/></effect>"
               "<effect id='y' horizon='h'><title>Børn ses igen</title><leads-to ref='x'/></effect>"
               "<effect id='z' horizon='h'><title>Børn trives</title></effect></programme>");
    shown.options.focus = model_find(&shown.model, "y");
    build(&shown, *state);
    assert_string_equal(boxes_with(&shown, GRAPH_NORMAL, ids), "a x y");
    release(&shown);
}

static void a_figure_that_stands_alone_names_its_focus(void **state)
{
    struct shown shown;
    read_model(&shown, reading);
    shown.options.focus = model_find(&shown.model, "venner");
    shown.graph.title = "Læsning hjemme";
    build(&shown, *state);
    assert_string_equal(shown.graph.title,
                        "Programme theory: Læsning hjemme – what “Læsevenner” leads to");
    assert_string_equal(shown.figure.title, shown.graph.title);
    release(&shown);
}

/* --- focus areas ---------------------------------------------------------- */

static void areas_that_stand_together_are_framed(void **state)
{
    struct shown shown;
    read_model(&shown, reading);
    build(&shown, *state);
    assert_int_equal(shown.graph.group_count, 2);
    assert_string_equal(shown.graph.groups[0].title, "Sprog");
    assert_int_equal(box(&shown, "activity", "kufferter")->group, 1);
    assert_int_equal(box(&shown, "activity", "moeder")->group, 2);
    assert_int_equal(box(&shown, "signs", "moeder")->group, 0);
    assert_null(legend(&shown, "Sprog"));
    assert_int_not_equal(box(&shown, "activity", "venner")->look.bar,
                         box(&shown, "activity", "moeder")->look.bar);
    release(&shown);
}

static void areas_of_one_activity_each_have_bars_alone(void **state)
{
    struct shown shown;
    read_model(&shown, reading);
    shown.options.focus = model_find(&shown.model, "trivsel");
    build(&shown, *state);
    assert_int_equal(shown.graph.group_count, 0);
    assert_int_equal(legend(&shown, "Sprog")->sample, GRAPH_SAMPLE_BAR);
    assert_non_null(legend(&shown, "Hjem"));
    release(&shown);
}

/* --- highlight ------------------------------------------------------------ */

static void highlight(struct shown *shown, struct world *world, const char *id)
{
    read_model(shown, reading);
    shown->options.highlight = model_find(&shown->model, id);
    assert_non_null(shown->options.highlight);
    build(shown, world);
}

static void a_highlight_lets_the_others_step_back(void **state)
{
    struct shown shown;
    char ids[200];
    highlight(&shown, *state, "ro");
    assert_string_equal(boxes_with(&shown, GRAPH_STRONG, ids), "ro");
    assert_string_equal(boxes_with(&shown, GRAPH_NORMAL, ids), "kufferter moeder skole trivsel");
    assert_string_equal(boxes_with(&shown, GRAPH_FAINT, ids), "venner ord bus");
    assert_string_equal(links_with(&shown, GRAPH_FAINT, ids), "venner-ord ord-skole");
    assert_int_equal(box(&shown, "signs", "venner")->emphasis, GRAPH_FAINT);
    assert_int_equal(box(&shown, "signs", "moeder")->emphasis, GRAPH_NORMAL);
    assert_non_null(legend(&shown, "stands out: “Familier læser hver aften”"));
    assert_says(shown.figure.alternative,
                "“Familier læser hver aften” and all it is joined to stand out: 7 boxes.");
    release(&shown);
}

static void a_highlighted_link_is_strong_and_its_ends_are_on_the_way(void **state)
{
    struct shown shown;
    char ids[200];
    highlight(&shown, *state, "ord-skole");
    assert_string_equal(boxes_with(&shown, GRAPH_STRONG, ids), "");
    assert_string_equal(boxes_with(&shown, GRAPH_NORMAL, ids), "venner ord skole");
    assert_string_equal(links_with(&shown, GRAPH_STRONG, ids), "ord-skole");
    assert_string_equal(links_with(&shown, GRAPH_NORMAL, ids), "venner-ord");
    release(&shown);
}

static void a_highlighted_indicator_is_the_box_it_stands_in(void **state)
{
    struct shown shown;
    char ids[200];
    highlight(&shown, *state, "venner-tegn");
    assert_int_equal(box(&shown, "signs", "venner")->emphasis, GRAPH_STRONG);
    assert_string_equal(boxes_with(&shown, GRAPH_STRONG, ids), "");
    assert_string_equal(boxes_with(&shown, GRAPH_NORMAL, ids), "venner ord skole");
    release(&shown);
    highlight(&shown, *state, "ordtest");
    assert_string_equal(boxes_with(&shown, GRAPH_STRONG, ids), "ord");
    release(&shown);
}

static void a_highlighted_area_is_its_activities(void **state)
{
    struct shown shown;
    char ids[200];
    highlight(&shown, *state, "sprog");
    assert_string_equal(boxes_with(&shown, GRAPH_STRONG, ids), "venner kufferter");
    assert_string_equal(boxes_with(&shown, GRAPH_FAINT, ids), "moeder bus");
    release(&shown);
}

static void what_is_not_in_the_figure_cannot_stand_out(void **state)
{
    struct shown shown;
    char ids[200];
    read_model(&shown, reading);
    shown.options.focus = model_find(&shown.model, "venner");
    shown.options.highlight = model_find(&shown.model, "trivsel");
    build(&shown, *state);
    assert_string_equal(boxes_with(&shown, GRAPH_FAINT, ids), "");
    assert_null(legend(&shown, "stands out"));
    assert_says(shown.figure.alternative, "“Familier trives” is not in the figure.");
    release(&shown);
}

/* --- blocks --------------------------------------------------------------- */

/* Four activities that each lead to the same three effects. */
static const char block[] =
    "<programme xmlns='urn:x-virkning:programme' format='1' id='p' xml:lang='da'>"
    "<title>Alt til alt</title><horizon id='h'><title>År</title></horizon>"
    "<activity id='a'><title>Kaffe</title><leads-to id='ax' ref='x'/><leads-to id='ay' ref='y'/>"
    "<leads-to id='az' ref='z'/></activity>"
    "<activity id='b'><title>Mad</title><leads-to id='bx' ref='x'/><leads-to id='by' ref='y'/>"
    "<leads-to id='bz' ref='z'/></activity>"
    "<activity id='c'><title>Have</title><leads-to id='cx' ref='x'/><leads-to id='cy' ref='y'/>"
    "<leads-to id='cz' ref='z'/></activity>"
    "<activity id='d'><title>Tur</title><leads-to id='dx' ref='x'/><leads-to id='dy' ref='y'/>"
    "<leads-to id='dz' ref='z'/></activity>"
    "<effect id='x' horizon='h'><title>Naboer mødes</title></effect>"
    "<effect id='y' horizon='h'><title>Naboer hjælper</title></effect>"
    "<effect id='z' horizon='h'><title>Naboer trives</title></effect></programme>";

static size_t count_hubs(const struct shown *shown)
{
    size_t count = 0;
    for (size_t i = 0; i < shown->graph.node_count; i++)
        count += shown->graph.nodes[i].hub;
    return count;
}

static void a_judged_link_leaves_its_block(void **state)
{
    static const struct view_judgement judgements[] = {{"ay", STATUS_BEHIND}};
    struct shown shown;
    read_model(&shown, block);
    shown.options =
        (struct view_options){.kind = VIEW_STATUS, .judgements = judgements, .judgement_count = 1};
    build(&shown, *state);
    assert_int_equal(count_hubs(&shown), 1);
    assert_non_null(arrow(&shown, "ay"));
    assert_string_equal(arrow(&shown, "ay")->mark.sign, "◇");
    assert_null(arrow(&shown, "by"));
    release(&shown);
}

static void grades_are_not_gathered_away(void **state)
{
    struct shown shown;
    read_model(&shown, block);
    shown.options.kind = VIEW_EVIDENCE;
    build(&shown, *state);
    assert_int_equal(count_hubs(&shown), 0);
    assert_non_null(arrow(&shown, "dz"));
    release(&shown);
}

static void a_highlight_is_not_gathered_with_what_steps_back(void **state)
{
    struct shown shown;
    read_model(&shown, block);
    shown.options.highlight = model_find(&shown.model, "a");
    build(&shown, *state);
    assert_int_equal(count_hubs(&shown), 1);
    assert_int_equal(arrow(&shown, "ax")->emphasis, GRAPH_NORMAL);
    for (size_t i = 0; i < shown.graph.node_count; i++)
        if (shown.graph.nodes[i].hub)
            assert_int_equal(shown.graph.nodes[i].emphasis, GRAPH_FAINT);
    release(&shown);
}

/* --- evidence ------------------------------------------------------------- */

static void assert_mark(const struct shown *shown, const char *id, const char *sign, bool dashed)
{
    const struct graph_link *link = arrow(shown, id);
    assert_non_null(link);
    assert_string_equal(link->mark.sign, sign);
    assert_int_equal(link->mark.dashed, dashed);
}

static void arrows_say_what_they_rest_on(void **state)
{
    struct shown shown;
    read_model(&shown, reading);
    shown.options.kind = VIEW_EVIDENCE;
    build(&shown, *state);
    assert_mark(&shown, "venner-ord", "3", false);
    assert_mark(&shown, "kufferter-ro", "1?", true);
    assert_mark(&shown, "moeder-ro", "–", false);
    assert_mark(&shown, "ord-skole", "4", true);
    assert_mark(&shown, "ro-skole", "?", true);
    assert_true(arrow(&shown, "ord-skole")->stroke->width >
                arrow(&shown, "ro-skole")->stroke->width + 1);
    assert_int_equal(arrow(&shown, "kufferter-ro")->stroke->dash, FIGURE_DASHED);
    assert_string_equal(arrow(&shown, "kufferter-ro")->mark.text,
                        "1: own experience; nobody has said how; no assumption yet");
    assert_string_equal(
        shown.figure.alternative,
        "The figure shows the way from 3 activities to 5 effects through 6 links. 3 of 6 links say "
        "how they work, and 2 name an assumption or a context. What they rest on: 4: several good studies (1); 3: good "
        "support (1); 1: own experience (1); not graded (3). The programme stands or falls with 2 "
        "links. 1 of them lacks a word on how it works, or an assumption.");
    assert_says(shown.figure.description,
                "Leads to (not graded; nobody has said how; no assumption yet): "
                "Børn begynder godt i skole; Familier trives.");
    release(&shown);
}

static void the_legend_of_evidence_holds_what_occurs(void **state)
{
    struct shown shown;
    read_model(&shown, reading);
    shown.options.kind = VIEW_EVIDENCE;
    shown.options.focus = model_find(&shown.model, "moeder");
    build(&shown, *state);
    assert_non_null(legend(&shown, "–: not graded"));
    assert_non_null(legend(&shown, "nobody has said how"));
    assert_null(legend(&shown, "1: own experience"));
    assert_null(legend(&shown, "3: good support"));
    assert_null(legend(&shown, "wide:"));
    release(&shown);
    read_model(&shown, reading);
    shown.options.kind = VIEW_EVIDENCE;
    shown.options.focus = model_find(&shown.model, "ord");
    build(&shown, *state);
    assert_non_null(legend(&shown, "3: good support"));
    assert_non_null(legend(&shown, "wide:"));
    assert_null(legend(&shown, "nobody has said how"));
    assert_null(legend(&shown, "dashed ring:"));
    release(&shown);
}

/* --- status --------------------------------------------------------------- */

static const struct view_judgement judgements[] = {
    {"bus", STATUS_NONE},           {"kufferter-ro", STATUS_BEHIND},
    {"ord", STATUS_ON_TRACK},       {"ordtest", STATUS_LITTLE_BEHIND},
    {"ro", STATUS_WRONG_DIRECTION}, {"skole", STATUS_TOO_EARLY},
    {"venner", STATUS_REACHED},     {"venner-tegn", STATUS_BEHIND},
};

static void show_status(struct shown *shown, struct world *world)
{
    read_model(shown, reading);
    shown->options.kind = VIEW_STATUS;
    shown->options.judgements = judgements;
    shown->options.judgement_count = sizeof judgements / sizeof *judgements;
    build(shown, world);
}

/* The lines of statuses in a box, with " | " between. */
static const char *statuses_in(const struct graph_node *node, char text[200])
{
    size_t length = 0;
    text[0] = '\0';
    for (size_t i = 0; i < node->paragraph_count; i++)
        if (node->paragraphs[i].kind == GRAPH_STATUS)
            length += (size_t)snprintf(text + length, 200 - length, "%s%s", length ? " | " : "",
                                       node->paragraphs[i].text);
    return text;
}

static void judged_boxes_have_sign_words_and_colour(void **state)
{
    struct shown shown;
    char text[200];
    show_status(&shown, *state);
    const struct graph_node *ord = box(&shown, "sub-goal", "ord");
    assert_string_equal(statuses_in(ord, text), "▲\xC2\xA0on track | ◆\xC2\xA0"
                                                "a little behind: Ordtest i børnehaven");
    assert_int_equal(ord->look.line, STYLE_ON_TRACK);
    assert_string_equal(ord->state, "status-on-track");
    assert_null(box(&shown, "effect", "bus")->state);
    assert_int_equal(ord->look.bar_color, STYLE_ON_TRACK);
    assert_string_equal(statuses_in(box(&shown, "activity", "venner"), text), "●\xC2\xA0reached");
    assert_string_equal(statuses_in(box(&shown, "sub-goal", "ro"), text),
                        "▼\xC2\xA0wrong direction");
    assert_string_equal(statuses_in(box(&shown, "effect", "bus"), text), "");
    assert_int_equal(box(&shown, "effect", "bus")->look.bar, FIGURE_BAR_NONE);
    assert_string_equal(statuses_in(box(&shown, "goal", "trivsel"), text), "");
    release(&shown);
}

static void a_judged_sign_has_its_line_below_it(void **state)
{
    struct shown shown;
    show_status(&shown, *state);
    const struct graph_node *signs = box(&shown, "signs", "venner");
    assert_int_equal(signs->paragraph_count, 3);
    assert_string_equal(signs->paragraphs[0].text, "Ti familier er med");
    assert_string_equal(signs->paragraphs[1].text, "◇\xC2\xA0"
                                                   "behind");
    assert_int_equal(signs->paragraphs[1].color, STYLE_BEHIND);
    assert_int_equal(signs->paragraphs[2].kind, GRAPH_ITEM);
    assert_int_equal(signs->look.line, STYLE_BOX_LINE);
    release(&shown);
}

/* Statuses are checked against paper alone (style_contrast.c). */
static void statuses_stand_on_paper(void **state)
{
    struct shown shown;
    show_status(&shown, *state);
    for (size_t i = 0; i < shown.graph.node_count; i++) {
        const struct graph_node *node = &shown.graph.nodes[i];
        for (size_t p = 0; p < node->paragraph_count; p++)
            if (node->paragraphs[p].kind == GRAPH_STATUS)
                assert_int_equal(node->look.fill, STYLE_PAPER);
        assert_int_not_equal(node->look.text, node->look.fill);
    }
    release(&shown);
}

static void judged_arrows_have_a_mark(void **state)
{
    struct shown shown;
    show_status(&shown, *state);
    const struct graph_link *link = arrow(&shown, "kufferter-ro");
    assert_string_equal(link->state, "status-behind");
    assert_string_equal(link->mark.sign, "◇");
    assert_string_equal(link->mark.text, "behind");
    assert_int_equal(link->mark.color, STYLE_BEHIND);
    assert_int_equal(link->stroke->color, STYLE_BEHIND);
    assert_null(arrow(&shown, "moeder-ro")->mark.sign);
    release(&shown);
}

static void the_words_of_status_say_no_more_than_the_data(void **state)
{
    struct shown shown;
    show_status(&shown, *state);
    assert_string_equal(
        shown.figure.alternative,
        "The figure shows the way from 3 activities to 5 effects through 6 links. Judged: reached "
        "(1); on track (1); a little behind (1); behind (2); wrong direction (1); too early (1). "
        "Followed from the activities, the chain first fails at “Bogkufferter → Familier læser "
        "hver aften” (behind); “Familier læser hver aften” (wrong direction).");
    assert_says(shown.figure.description, "A: Læsevenner (reached). Signs: Ti familier er med "
                                          "(behind); Børnene spørger selv.");
    assert_says(shown.figure.description,
                "Sub-goal: Børn kan flere ord (on track; Ordtest i børnehaven: a little behind).");
    assert_non_null(legend(&shown, "a little behind"));
    assert_null(legend(&shown, "partly"));
    assert_null(legend(&shown, "not reached"));
    release(&shown);
}

static void judgements_outside_the_figure_are_counted(void **state)
{
    static const struct view_judgement two[] = {{"ord", STATUS_ON_TRACK},
                                                {"trivsel", STATUS_BEHIND}};
    struct shown shown;
    read_model(&shown, reading);
    shown.options = (struct view_options){.kind = VIEW_STATUS,
                                          .focus = model_find(&shown.model, "venner"),
                                          .judgements = two,
                                          .judgement_count = 2};
    build(&shown, *state);
    assert_says(shown.figure.alternative, "Judged: on track (1).");
    assert_says(shown.figure.alternative, "no judgement says that the chain fails");
    assert_says(shown.figure.alternative, "1 judgement is of something that is not in the figure.");
    assert_null(legend(&shown, "behind"));
    release(&shown);
}

static void without_judgements_the_figure_says_so(void **state)
{
    struct shown shown;
    read_model(&shown, reading);
    shown.options.kind = VIEW_STATUS;
    build(&shown, *state);
    assert_non_null(legend(&shown, "no judgements yet"));
    assert_says(shown.figure.alternative, "No judgements have been given yet.");
    assert_null(strstr(shown.figure.alternative, "chain"));
    release(&shown);
}

/* --- all of them ---------------------------------------------------------- */

static void draw_all(struct world *world, const struct model *model, const char *id)
{
    const struct model_node *object = id ? model_find(model, id) : NULL;
    for (int kind = 0; kind < VIEW_KINDS; kind++)
        for (int code = 0; code < LANGUAGE_COUNT; code++)
            for (int variant = 0; variant < 8; variant++) {
                struct view_options options = {
                    .kind = (enum view_kind)kind,
                    .direction = variant & 1 ? LAYOUT_DOWN : LAYOUT_RIGHT,
                    .title = variant & 2,
                    .focus = variant & 2 ? object : NULL,
                    .highlight = variant & 4 ? object : NULL,
                };
                struct figure figure;
                view_draw(&figure, model, &world->style, text_fixed_metrics(),
                          world->languages[code], &options);
                assert_non_null(figure.title);
                assert_true(figure.alternative && *figure.alternative);
                assert_true(figure.description && *figure.description);
                assert_true(figure.width > 0 && figure.height > 0);
                figure_release(&figure);
            }
}

static void every_view_draws_everything(void **state)
{
    static const char *const ids[] = {NULL,       "fællesspisning", "bekendte", "spisning-bekendte",
                                      "fremmøde", "ensomme",        "tryghed",  "fællesskab"};
    struct model model;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    assert_int_not_equal(
        model_read(&model, TEST_SOURCE_DIR "/tests/cases/reader/everything.xml", &sink), -1);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        draw_all(*state, &model, ids[i]);
    model_release(&model);
    diag_sink_release(&sink);
}

static void every_view_draws_nothing(void **state)
{
    struct shown shown;
    read_model(&shown, "<programme xmlns='urn:x-virkning:programme' format='1' id='p' "
                       "xml:lang='da'><title>Intet endnu</title></programme>");
    draw_all(*state, &shown.model, NULL);
    release(&shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_focus_on_an_effect_shows_what_leads_to_it),
        cmocka_unit_test(what_nothing_leads_to_is_said),
        cmocka_unit_test(a_circle_of_effects_is_followed_back_once),
        cmocka_unit_test(a_figure_that_stands_alone_names_its_focus),
        cmocka_unit_test(areas_that_stand_together_are_framed),
        cmocka_unit_test(areas_of_one_activity_each_have_bars_alone),
        cmocka_unit_test(a_highlight_lets_the_others_step_back),
        cmocka_unit_test(a_highlighted_link_is_strong_and_its_ends_are_on_the_way),
        cmocka_unit_test(a_highlighted_indicator_is_the_box_it_stands_in),
        cmocka_unit_test(a_highlighted_area_is_its_activities),
        cmocka_unit_test(what_is_not_in_the_figure_cannot_stand_out),
        cmocka_unit_test(a_judged_link_leaves_its_block),
        cmocka_unit_test(grades_are_not_gathered_away),
        cmocka_unit_test(a_highlight_is_not_gathered_with_what_steps_back),
        cmocka_unit_test(arrows_say_what_they_rest_on),
        cmocka_unit_test(the_legend_of_evidence_holds_what_occurs),
        cmocka_unit_test(judged_boxes_have_sign_words_and_colour),
        cmocka_unit_test(a_judged_sign_has_its_line_below_it),
        cmocka_unit_test(statuses_stand_on_paper),
        cmocka_unit_test(judged_arrows_have_a_mark),
        cmocka_unit_test(the_words_of_status_say_no_more_than_the_data),
        cmocka_unit_test(judgements_outside_the_figure_are_counted),
        cmocka_unit_test(without_judgements_the_figure_says_so),
        cmocka_unit_test(every_view_draws_everything),
        cmocka_unit_test(every_view_draws_nothing),
    };
    return cmocka_run_group_tests_name("views", tests, open_world, close_world);
}
