/* What the views share: a model on its way to a graph, and its words.
 *
 * A view fills the graph, says what the figure shows, and leaves places to the layout. */
#ifndef FIGURE_VIEW_PARTS_H
#define FIGURE_VIEW_PARTS_H

#include "figure/graph.h"
#include "figure/view.h"

struct view {
    struct arena *arena; /* of the figure: texts that are made here */
    const struct model *model;
    const struct language *language;
    const struct view_options *options; /* never NULL */
    const char *lang;                   /* of the model's texts */
    const char *own_lang;               /* of ours; NULL where that is the same */
    struct graph *graph;                /* to be filled */
    struct arena *scratch;              /* of what ends with the drawing of all pages */
    struct grid *grid;                  /* of the table; NULL until it is asked for */
};

/* The text in the user's language. */
const char *view_text(const struct view *view, const char *english);
/* The text with {1}, {2}, {3}, {4} filled in; in the figure's arena. NULL ends the arguments. */
const char *view_message(const struct view *view, const char *english, ...)
    __attribute__((sentinel));
/* The same of one of two texts, by the number that is {1}; both are marked with N_(). */
const char *view_count(const struct view *view, const char *one, const char *many, size_t count);
/* What was written into `text`, kept in the figure's arena; `text` is released. */
const char *view_keep(const struct view *view, struct buf *text);
const char *view_date(const struct view *view, struct date date);
/* `lang`, or NULL where it is that of the figure. */
const char *view_lang(const struct view *view, const char *lang);
const char *view_name(const struct view *view, const struct model_node *node);
/* A, B, C ... by the place of an activity in the file, also where not all are shown. */
const char *view_letter(const struct view *view, const struct activity *activity);

/* What the reader should know of an activity's status and time, in one line: "waiting until
 * May 2017", "trial action · from 2018"; empty: nothing. */
const char *view_activity_tag(const struct view *view, const struct activity *activity);

/* The judgement of the object or link with this id; NULL: none was given. */
const struct view_judgement *view_judgement_of(const struct view *view, const char *id);

/* What fills the graph and sets title, alternative and description of the figure: one
 * function for each view whose picture is a graph. */
void view_flow_build(struct view *view, struct figure *figure);
void view_evidence_build(struct view *view, struct figure *figure);
void view_status_build(struct view *view, struct figure *figure);
void view_tree_build(struct view *view, struct figure *figure);
void view_delivery_build(struct view *view, struct figure *figure);

/* The table is drawn without a graph: its rows from `first` on, as many as stand in `height`
 * points (0: all; one at least), `width` points wide. Returns the first row that is left,
 * which is the number of rows when all are drawn; `*rows` is set to that number. */
size_t view_table_draw(struct view *view, struct figure *figure, const struct text_metrics *metrics,
                       const struct style *style, double width, double height, size_t first,
                       size_t *rows);

#endif
