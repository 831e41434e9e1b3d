/* What the documents share: our words, the model's words, and how they are
 * set.
 *
 * Own texts are written here in English and looked up per document. Strings that are
 * returned live as long as the document. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "figure/view_calendar.h"
#include "figure/view.h"
#include "report/document.h"

/* A document while it is built. */
struct report {
    struct made_document *document;
    struct doc *doc; /* of the document */
    const struct model *model;
    const struct diag_sink *findings;
    const struct language *language;
    const struct document_request *request;
    int attempt;                      /* 0: the whole of it; each further one must take less room */
    const struct figure *flow;        /* of the plan, the first of its sheets; NULL: none */
    size_t flow_sheets;               /* over how many sheets it goes */
    int chapter;                      /* number of the chapter that was begun last */
    enum doc_orientation orientation; /* of the page that was begun last */
};

/* --- words ---------------------------------------------------------------------- */

/* Moves a text from a buffer into the document. */
const char *report_keep(const struct report *report, struct buf *text);

const char *report_say(const struct report *report, const char *english);
/* With {1}, {2} ... replaced by the arguments, which end with NULL. */
const char *report_fill(const struct report *report, const char *english, ...)
    __attribute__((sentinel));
/* `one` or `many`, with {1} replaced by the count. */
const char *report_count(const struct report *report, size_t count, const char *one,
                         const char *many);
/* As the language writes them; "" where not given. */
const char *report_date(const struct report *report, struct date date);
const char *report_number(const struct report *report, struct number number);
/* "2017–2021", "May–June 2018", "from May 2017"; "" where neither is given. */
const char *report_period(const struct report *report, struct date from, struct date to);
/* "0–10 years", "65 years and over" of 0-10 and 65-. */
const char *report_ages(const struct report *report, const char *ages);
/* "every year", "every 3 months"; "2 months": of an ISO 8601 duration; "" of NULL. */
const char *report_every(const struct report *report, const char *duration);
const char *report_duration(const struct report *report, const char *duration);
/* A, B ... Z, AA ... by the place of an activity in the file. */
const char *report_letter(const struct report *report, const struct activity *activity);
/* What to call a node. */
const char *report_name(const struct report *report, const struct model_node *node);
/* Joins what is not empty with " · ". The parts end with NULL. */
const char *report_join(const struct report *report, ...) __attribute__((sentinel));

/* "Approved 12.6.2017 · version 3", or "Draft". */
const char *report_state(const struct report *report);
/* "3 open points". */
const char *report_waiting_text(const struct report *report);
/* True of a place where something is done; not of one for comparison, or around the others. */
bool report_acts_in(const struct report *report, const struct place *place);
/* The places where something is done, with commas between; "": none. */
const char *report_places(const struct report *report);

/* --- figures -------------------------------------------------------------------- */

/* The flow of the model; it lives as long as the document. */
const struct figure *report_flow(struct report *report, const struct view_options *options);
/* The same over as many sheets as it needs; the options give their size. */
const struct figure_pages *report_flow_pages(struct report *report,
                                             const struct view_options *options);
/* Activities, measurements and deadlines over time; NULL where the model has no date. */
const struct figure *report_calendar(struct report *report, const struct calendar_options *options);
/* The year wheel of a calendar year, so wide; NULL where nothing falls within it. */
const struct figure *report_year(struct report *report, int year, double width);

/* Width of the text on an upright page, in points. */
double report_text_width(const struct report *report);

/* --- setting -------------------------------------------------------------------- */

/* A new page. */
void report_page(struct report *report, enum doc_orientation orientation);
/* A new page, unless the section that follows fits on the one before, or that is nearly empty. */
void report_page_if_needed(struct report *report, enum doc_orientation orientation);
/* A numbered chapter on a new page; `id` is the target of links. */
void report_chapter(struct report *report, const char *english, const char *id,
                    enum doc_orientation orientation);
/* The same on a new page only if it is needed: see report_page_if_needed(). */
void report_chapter_if_needed(struct report *report, const char *english, const char *id,
                              enum doc_orientation orientation);
/* A chapter that needs no page of its own: on a new one only where the pages turn. */
void report_chapter_next(struct report *report, const char *english, const char *id,
                         enum doc_orientation orientation);
/* The same for wide tables. */
void report_chapter_wide(struct report *report, const char *english, const char *id);
/* A chapter that only says, as a question, what is missing; it needs no page of its own. */
void report_chapter_missing(struct report *report, const char *english, const char *id,
                            const char *missing);
void report_section(struct report *report, const char *english);
/* The same, but not in the list of contents. */
void report_subsection(struct report *report, const char *english);

/* A paragraph in our words, translated; or as it is (already in the document's language). */
void report_own(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                const char *english);
void report_plain(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                  const char *text);
/* A paragraph in the model's words: a text of `node`, or its name. */
void report_text(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                 const struct model_node *node, const char *text);
void report_node(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                 const struct model_node *node);
/* Runs of a paragraph, to mix them. */
struct doc_run *report_run_own(struct report *report, struct doc_paragraph *paragraph,
                               const char *text);
struct doc_run *report_run_text(struct report *report, struct doc_paragraph *paragraph,
                                const struct model_node *node, const char *text);
/* A paragraph "label: text", the label in our words. */
void report_labelled(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                     const char *english, const struct model_node *node, const char *text);
/* The id of a node in small print; nothing where it has none. */
void report_id(struct report *report, struct doc_flow *flow, const struct model_node *node);
/* Says what is missing, as a question. */
void report_missing(struct report *report, struct doc_flow *flow, const char *english);
/* A text of the model, or what is missing. */
void report_text_or(struct report *report, struct doc_flow *flow, const struct model_node *node,
                    const char *text, const char *missing);
/* A date in a cell, or "When?". */
void report_date_or_missing(struct report *report, struct doc_flow *cell, struct date date);
/* How many of `count` are shown where there is room for `most`: a last one alone is not left
 * out, because "and 1 more" would take its room. */
size_t report_shown(size_t count, size_t most);
/* "and 4 more" under a list of which only so many are shown; nothing where all are. */
void report_rest(struct report *report, struct doc_flow *flow, size_t count, size_t shown);
/* "–" in a cell where nothing is missing and nothing is to be said. */
void report_dash(struct report *report, struct doc_flow *flow);

struct doc_flow *report_cell(struct report *report, struct doc_row *row);

/* A column of a table; the heading is translated by report_table(). */
struct report_column {
    const char *heading; /* N_() */
    double share;
};
struct doc_table *report_table(struct report *report, const struct report_column *columns,
                               size_t count);

/* --- the sections ---------------------------------------------------------------- */

void plan_request(struct report *report);
void plan_summary(struct report *report);
void plan_profile(struct report *report);
void plan_place(struct report *report); /* the profile's last part */
void plan_theory(struct report *report);
void plan_goals(struct report *report); /* the tree of goals, in the chapter of the theory */
void plan_links(struct report *report);
void plan_implementation(struct report *report);
void plan_indicators(struct report *report);
void plan_questions(struct report *report);
void plan_design(struct report *report);
void plan_waves(struct report *report);
void plan_rules(struct report *report);
void plan_ethics(struct report *report);
void plan_roles(struct report *report);
void plan_calendar(struct report *report);
void plan_use(struct report *report);
void plan_risks(struct report *report);
void plan_passports(struct report *report); /* the annex of indicator sheets */
void plan_changes(struct report *report);   /* the annex of what was changed and learnt */
void plan_findings(struct report *report);
void plan_words(struct report *report); /* the annex that tells the figure in words */

/* --- what several sections ask ---------------------------------------------------- */

/* True if the plan's figure leaves the signs out. */
bool plan_is_overview(const struct report *report);
/* True if the plan is to have this chapter; for what refers to it. */
bool plan_has_chapter(const struct report *report, const char *name);
/* Findings that still wait: not answered. */
size_t report_waiting(const struct report *report);
/* "Måltal: 70 % i maj 2018", one per target; in values.c. */
const char *report_target(const struct report *report, const struct indicator *indicator,
                          const struct target *target);

#endif
