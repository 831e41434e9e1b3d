/* The flow view: the programme theory from activities over signs to effects. */
#ifndef FIGURE_VIEW_FLOW_H
#define FIGURE_VIEW_FLOW_H

#include "base/language.h"
#include "figure/figure.h"
#include "model/model.h"

struct flow_options {
    double width, height; /* wished for, points; 0: what fits A4 landscape in the house style */
    bool title;           /* the programme's title on top: for a figure that stands alone */
    bool without_signs;   /* leave the signs out: an overview */
    const struct activity *only; /* this activity and what it leads to; NULL: all */
};

/* Draws the flow view of `model` into `figure`, which is initialised here and is to be
 * released by the caller. Own words are in `language`; the model's stay as they are.
 * Model and language must outlive the figure. `options` NULL: all defaults. Never
 * fails: an empty programme gives empty columns, and links that cannot run from left
 * to right are left out and counted in the figure. */
void figure_flow(struct figure *figure, const struct model *model, const struct style *style,
                 const struct text_metrics *metrics, const struct language *language,
                 const struct flow_options *options);

#endif
