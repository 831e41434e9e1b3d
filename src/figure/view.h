/* Views: what a figure shows of a model.
 *
 * flow      the programme theory from activities over signs to effects
 * table     the same as the table that project leaders know, with shared cells
 * tree      goal, theme, indicator
 * delivery  who delivers what, how much of it, to whom
 * evidence  the flow with what its arrows rest on: grade of evidence, and what they lack
 * status    the flow with a judgement on boxes and arrows
 *
 * With a focus, flow, evidence and status show one way only: from an activity all that it
 * leads to, to an effect all that leads to it. A view takes what it needs from the model
 * and never fails: what is not there yet is said in the figure. */
#ifndef FIGURE_VIEW_H
#define FIGURE_VIEW_H

#include "base/language.h"
#include "base/status.h"
#include "figure/figure.h"
#include "figure/layout.h"
#include "model/model.h"

enum view_kind {
    VIEW_FLOW,
    VIEW_TABLE,
    VIEW_TREE,
    VIEW_DELIVERY,
    VIEW_EVIDENCE,
    VIEW_STATUS,
    VIEW_KINDS,
};

/* A judgement as data: of the activity, effect, indicator or link with this id. */
struct view_judgement {
    const char *id;
    enum status status;
};

struct view_options {
    enum view_kind kind;
    double width, height; /* wished for, points; 0: what fits A4 landscape in the house style */
    enum layout_direction direction;
    bool title;         /* the programme's title on top: for a figure that stands alone */
    bool without_signs; /* leave the signs out: an overview */
    const struct model_node *focus;          /* an activity or effect: see above; NULL: all */
    const struct model_node *highlight;      /* stands out with all that it is joined to, while the
                                           rest steps back; any object or link; NULL: none */
    const struct view_judgement *judgements; /* for VIEW_STATUS, sorted by id in bytes */
    size_t judgement_count;
};

/* The name of a view, as in `--view`; and the view of a name, -1: none. */
const char *view_name_of(enum view_kind kind);
int view_of_name(const char *name);

/* What a grade of evidence says, in English, for language_text(); NULL: not given. */
const char *view_evidence_grade(int grade);

/* Draws a view of `model` into `figure`, which is initialised here and is to be released by
 * the caller. Own words are in `language`; the model's stay as they are. Model, language
 * and judgements must outlive the figure. `options` NULL: all defaults, the flow. */
void view_draw(struct figure *figure, const struct model *model, const struct style *style,
               const struct text_metrics *metrics, const struct language *language,
               const struct view_options *options);

/* The same for pages of paper: as many figures as are needed so that none is larger than
 * `width` by `height`, which are given (see layout_pages.h). `pages` is initialised here and
 * to be released by the caller. */
void view_draw_pages(struct figure_pages *pages, const struct model *model,
                     const struct style *style, const struct text_metrics *metrics,
                     const struct language *language, const struct view_options *options);

#endif
