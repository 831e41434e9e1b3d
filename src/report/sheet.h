/* Sheets: documents that must fit a page or two, whatever the model holds.
 *
 * A sheet is built at a level. The first one says everything; each further one cuts texts
 * and lists shorter and leaves more of the small print out. Where something was left out the
 * sheet knows it, and says where the whole of it stands. */
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H

#include "report/report.h"

/* Of a figure: with signs; without; the same, but last, where it breaks no page; none. */
enum sheet_figure {
    SHEET_FIGURE_SIGNS,
    SHEET_FIGURE_PLAIN,
    SHEET_FIGURE_LAST,
    SHEET_FIGURE_NONE,
};

struct sheet_level {
    size_t name;   /* characters of what a thing is called; 0: all of them */
    size_t text;   /* ... of other texts of the model */
    size_t items;  /* of a list; 0: all of them */
    bool no_small; /* without ids, remarks and other small print */
    enum sheet_figure figure;
};

/* Sections that nothing is known of; asked for together, at the end. */
enum { SHEET_LACKS = 8 };

struct sheet {
    struct report *report;
    const struct sheet_level *level;
    struct doc_flow *flow; /* where sections are added; NULL: the document's body */
    bool quiet;            /* nothing is asked: what it is about is over */
    bool cut;              /* something was left out */
    struct sheet_lack {
        const char *section, *question; /* N_() */
    } lacks[SHEET_LACKS];
    size_t lack_count;
};

/* The levels, in the order in which they are tried. Up to SHEET_PLAIN a figure stands in the
 * sheet; from there on none does, and each takes less room than the one before. The last one
 * fits on two pages whatever the model holds, where the sheet is as long as those that
 * there are. */
enum { SHEET_PLAIN = 6, SHEET_LEVELS = 15 };
const struct sheet_level *sheet_level(size_t level);

/* How many of `count` are shown. A last one alone is not left out: "and 1 more" would take
 * its room. */
size_t sheet_shown(struct sheet *sheet, size_t count);
/* "and 4 more, see the plan" under a list that was cut; at the last level nothing. */
void sheet_rest(struct sheet *sheet, struct doc_flow *flow, size_t count, size_t shown);

/* A text of the model, cut with "…" where it is too long for the level. */
const char *sheet_cut(struct sheet *sheet, const char *text);
/* The same of what a node is called. */
const char *sheet_name(struct sheet *sheet, const struct model_node *node);

void sheet_text(struct sheet *sheet, struct doc_flow *flow, enum doc_text_style style,
                const struct model_node *node, const char *text);
void sheet_node(struct sheet *sheet, struct doc_flow *flow, enum doc_text_style style,
                const struct model_node *node);
struct doc_run *sheet_run_node(struct sheet *sheet, struct doc_paragraph *paragraph,
                               const struct model_node *node);
/* "label: text"; at the last level no small print of this kind either. */
void sheet_labelled(struct sheet *sheet, struct doc_flow *flow, enum doc_text_style style,
                    const char *english, const struct model_node *node, const char *text);
/* A text of the model or our own words in small print; nothing where there is none, or where
 * the level has no small print. */
void sheet_small(struct sheet *sheet, struct doc_flow *flow, const struct model_node *node,
                 const char *text);
void sheet_small_own(struct sheet *sheet, struct doc_flow *flow, const char *text);

/* What is missing, as a question; a dash in a sheet that is quiet. */
void sheet_missing(const struct sheet *sheet, struct doc_flow *flow, const char *english);
/* The id of a node in small print. */
void sheet_id(struct sheet *sheet, struct doc_flow *flow, const struct model_node *node);

/* Remembers that there is nothing for a section. */
void sheet_lacks(struct sheet *sheet, const char *section, const char *question);
/* Asks for what was remembered, under a heading of its own; nothing in a sheet that is quiet. */
void sheet_add_lacks(struct sheet *sheet);

/* Where sections are added. */
struct doc_flow *sheet_flow(struct sheet *sheet);
/* A heading within the sheet. */
void sheet_section(struct sheet *sheet, const char *english);
/* A term of a list of definitions; returns where it is explained. */
struct doc_flow *sheet_term(struct sheet *sheet, struct doc_list *list, const char *english);
/* A table of what something rests on and what may go wrong, the weightiest first; at least
 * one. The conditions are put into that order. */
void sheet_conditions(struct sheet *sheet, const struct condition **conditions, size_t count);

/* Says, where something was left out, that the plan has all of it. */
void sheet_remark(struct sheet *sheet);

/* Whether it is at most `most` pages of A4 portrait. Too wide: a figure took a larger page. */
enum sheet_fit { SHEET_FITS, SHEET_TOO_LONG, SHEET_TOO_WIDE };
enum sheet_fit sheet_fits(const struct pages *pages, size_t most);

#endif
