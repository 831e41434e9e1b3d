/* The evidence view: the flow with what its arrows rest on.
 *
 * Each arrow carries its grade as a figure, and by its stroke: dotted where it is not graded,
 * dashed below some support, solid from there, the wider the better. A question mark says that
 * nobody has said how it works, a dashed ring that there is no assumption (nor a context that is
 * needed). Arrows that the programme stands or falls with are wider than all others. */
#include "figure/view_flow_parts.h"

#include <string.h>

#define UNGRADED_SIGN "–"

enum { UNGRADED = -1, GRADES = 5, GOOD_SUPPORT = 3 };

static const char *const grade_names[GRADES] = {
    N_("0: none yet"),     N_("1: own experience"),       N_("2: some support"),
    N_("3: good support"), N_("4: several good studies"),
};

const char *view_evidence_grade(int grade)
{
    return grade < 0 || grade >= GRADES ? NULL : grade_names[grade];
}

/* By grade + 1, and whether the programme stands or falls with the arrow. Grades differ in
 * colour or dashes, whatever their width. */
static const struct graph_stroke strokes[GRADES + 1][2] = {
    {{"grade-none", STYLE_BOX_LINE, 1.0, FIGURE_DOTTED, true},
     {"key-grade-none", STYLE_BOX_LINE, 2.2, FIGURE_DOTTED, true}},
    {{"grade-0", STYLE_BOX_LINE, 0.8, FIGURE_DASHED, true},
     {"key-grade-0", STYLE_BOX_LINE, 2.2, FIGURE_DASHED, true}},
    {{"grade-1", STYLE_INTERPRETED, 1.1, FIGURE_DASHED, true},
     {"key-grade-1", STYLE_INTERPRETED, 2.3, FIGURE_DASHED, true}},
    {{"grade-2", STYLE_INTERPRETED, 1.0, FIGURE_SOLID, true},
     {"key-grade-2", STYLE_INTERPRETED, 2.3, FIGURE_SOLID, true}},
    {{"grade-3", STYLE_ACCENT, 1.3, FIGURE_SOLID, true},
     {"key-grade-3", STYLE_ACCENT, 2.5, FIGURE_SOLID, true}},
    {{"grade-4", STYLE_HEADING, 1.6, FIGURE_SOLID, true},
     {"key-grade-4", STYLE_HEADING, 2.7, FIGURE_SOLID, true}},
};

/* --- what an arrow has ---------------------------------------------------- */

static int grade_of(const struct link *link)
{
    return link->evidence >= 0 && link->evidence < GRADES ? link->evidence : UNGRADED;
}

static bool says_how(const struct link *link)
{
    return link->mechanism != NULL;
}

/* An assumption, or a context that is needed. */
static bool has_assumption(const struct link *link)
{
    for (size_t i = 0; i < link->conditions.count; i++) {
        enum model_kind kind = link->conditions.items[i]->kind;
        if (kind == MODEL_ASSUMPTION || kind == MODEL_CONTEXT)
            return true;
    }
    return false;
}

/* "2: some support; nobody has said how". */
static const char *remark(const struct flow *flow, const struct link *link)
{
    const struct view *view = flow->view;
    const char *grade = view_evidence_grade(grade_of(link));
    struct buf text = {0};
    buf_add_string(&text, view_text(view, grade ? grade : N_("not graded")));
    if (link->key == YES)
        buf_addf(&text, "; %s", view_text(view, "the programme stands or falls with it"));
    if (!says_how(link))
        buf_addf(&text, "; %s", view_text(view, "nobody has said how"));
    if (!has_assumption(link))
        buf_addf(&text, "; %s", view_text(view, "no assumption yet"));
    return view_keep(view, &text);
}

/* --- strokes and marks ---------------------------------------------------- */

static const char *sign_of(const struct link *link)
{
    static const char *const graded[GRADES][2] = {
        {"0?", "0"}, {"1?", "1"}, {"2?", "2"}, {"3?", "3"}, {"4?", "4"}};
    int grade = grade_of(link);
    if (grade == UNGRADED)
        return says_how(link) ? UNGRADED_SIGN : "?";
    return graded[grade][says_how(link)];
}

static enum style_color sign_color(const struct link *link)
{
    if (!says_how(link))
        return STYLE_MISSING;
    return grade_of(link) >= GOOD_SUPPORT ? STYLE_ACCENT : STYLE_QUIET;
}

static void paint(const struct flow *flow, const struct link *link, struct graph_link *drawn)
{
    drawn->stroke = &strokes[grade_of(link) + 1][link->key == YES];
    drawn->mark = (struct graph_mark){
        .sign = sign_of(link),
        .text = remark(flow, link),
        .color = sign_color(link),
        .dashed = !has_assumption(link),
    };
}

/* --- the legend ----------------------------------------------------------- */

/* A link that is drawn; NULL: it is not, or stands for none of the model. */
static const struct link *link_at(const struct flow *flow, size_t index)
{
    return flow_is_drawn(flow, index) ? flow->links[index] : NULL;
}

static void explain_stroke(struct flow *flow, const struct graph_stroke *stroke, const char *text)
{
    graph_add_legend(flow->graph, &(struct graph_legend){
                                      .sample = GRAPH_SAMPLE_LINK,
                                      .stroke = stroke,
                                      .text = text,
                                      .lang = flow->view->own_lang,
                                  });
}

/* By the plain stroke of the grade, also where all arrows of it are wide. */
static void explain_grade(struct flow *flow, int grade, const char *text)
{
    for (size_t i = 0; i < flow->graph->link_count; i++)
        if (link_at(flow, i) && grade_of(flow->links[i]) == grade) {
            explain_stroke(flow, &strokes[grade + 1][0], text);
            return;
        }
}

static void explain_key(struct flow *flow)
{
    for (size_t i = 0; i < flow->graph->link_count; i++)
        if (link_at(flow, i) && flow->links[i]->key == YES) {
            explain_stroke(flow, flow->graph->links[i].stroke,
                           view_text(flow->view, "wide: the programme stands or falls with it"));
            return;
        }
}

static void explain_mark(struct flow *flow, const struct graph_mark *mark, const char *text)
{
    graph_add_legend(flow->graph, &(struct graph_legend){
                                      .sample = GRAPH_SAMPLE_MARK,
                                      .mark = *mark,
                                      .text = text,
                                      .lang = flow->view->own_lang,
                                  });
}

static void explain_missing(struct flow *flow)
{
    const struct view *view = flow->view;
    const struct link *how = NULL, *bare = NULL;
    for (size_t i = 0; i < flow->graph->link_count; i++) {
        const struct link *link = link_at(flow, i);
        if (!how && link && !says_how(link))
            how = link;
        if (!bare && link && !has_assumption(link))
            bare = link;
    }
    if (how)
        explain_mark(flow, &(struct graph_mark){.sign = "?", .color = STYLE_MISSING},
                     view_text(view, "nobody has said how"));
    if (bare)
        explain_mark(flow, &(struct graph_mark){.sign = " ", .color = STYLE_QUIET, .dashed = true},
                     view_text(view, "dashed ring: no assumption yet"));
}

/* With the sign, where an arrow has it: one that lacks more has a question mark alone. */
static const char *ungraded_text(const struct flow *flow)
{
    for (size_t i = 0; i < flow->graph->link_count; i++)
        if (link_at(flow, i) && grade_of(flow->links[i]) == UNGRADED && says_how(flow->links[i]))
            return view_message(flow->view, "{1}: not graded", UNGRADED_SIGN, NULL);
    return view_text(flow->view, "not graded");
}

static void explain(struct flow *flow)
{
    for (int grade = GRADES - 1; grade >= 0; grade--)
        explain_grade(flow, grade, view_text(flow->view, view_evidence_grade(grade)));
    explain_grade(flow, UNGRADED, ungraded_text(flow));
    explain_key(flow);
    explain_missing(flow);
}

/* --- in words ------------------------------------------------------------- */

struct counts {
    size_t links, how, assumed, key, key_bare; /* bare: it lacks one of these */
    size_t graded[GRADES + 1];                 /* by grade + 1 */
};

static void count(void *self, const struct link *link, const struct model_node *from,
                  const struct model_node *to)
{
    struct counts *counts = self;
    (void)from;
    (void)to;
    counts->links++;
    counts->how += says_how(link);
    counts->assumed += has_assumption(link);
    counts->graded[grade_of(link) + 1]++;
    if (link->key == YES) {
        counts->key++;
        counts->key_bare += !says_how(link) || !has_assumption(link);
    }
}

static const char *number(const struct view *view, size_t value)
{
    struct buf text = {0};
    buf_addf(&text, "%zu", value);
    return view_keep(view, &text);
}

/* "2 some support (4); not graded (8)". */
static const char *grades_in_words(const struct view *view, const struct counts *counts)
{
    struct buf text = {0};
    for (int grade = GRADES - 1; grade >= UNGRADED; grade--) {
        size_t links = counts->graded[grade + 1];
        const char *name = view_evidence_grade(grade);
        if (links)
            buf_addf(&text, "%s%s (%zu)", text.length ? "; " : "",
                     view_text(view, name ? name : N_("not graded")), links);
    }
    return view_keep(view, &text);
}

static void tell(const struct flow *flow, struct buf *text)
{
    const struct view *view = flow->view;
    struct counts counts = {0};
    flow_each_link(flow, count, &counts);
    if (!counts.links)
        return;
    const char *all = number(view, counts.links);
    flow_add_sentence(
        text,
        view_message(view,
                     "{1} of {2} links say how they work, and {3} name an assumption or a context.",
                     number(view, counts.how), all, number(view, counts.assumed), NULL));
    flow_add_sentence(
        text, view_message(view, "What they rest on: {1}.", grades_in_words(view, &counts), NULL));
    if (counts.key)
        flow_add_sentence(text, view_count(view, N_("The programme stands or falls with {1} link."),
                                           N_("The programme stands or falls with {1} links."),
                                           counts.key));
    if (counts.key_bare)
        flow_add_sentence(
            text,
            view_count(view, N_("{1} of them lacks a word on how it works, or an assumption."),
                       N_("{1} of them lack a word on how they work, or an assumption."),
                       counts.key_bare));
}

void view_evidence_build(struct view *view, struct figure *figure)
{
    static const struct flow_theme evidence = {
        .title = N_("What the links rest on: {1}"),
        .areas = true,
        .paint_link = paint,
        .explain = explain,
        .tell = tell,
        .link_remark = remark,
        .long_remarks = true,
    };
    flow_build(view, &evidence, figure);
}
