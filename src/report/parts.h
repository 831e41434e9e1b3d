/* Things of the model in words, as several chapters say them. */
#ifndef REPORT_PARTS_H
#define REPORT_PARTS_H

#include "report/report.h"

/* What is asked of whom, in small print or not: "To: steering group, project owner". Nothing
 * where there are no references; `english` NULL: without a label. */
void parts_refs(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                const char *english, const struct model_refs *refs);
/* The same in a cell, without a label; or what is missing, as a question. */
void parts_refs_or(struct report *report, struct doc_flow *cell, const struct model_refs *refs,
                   const char *missing);
/* Adds " · " where something stands in the paragraph already. */
void parts_dot(struct report *report, struct doc_paragraph *paragraph);
/* "A  Communal meals", with the letter of an activity; a link by its ends. */
void parts_name(struct report *report, struct doc_paragraph *paragraph,
                const struct model_node *node);

/* A text of the model in a cell, or a dash. */
void parts_text(struct report *report, struct doc_flow *cell, const struct model_node *node,
                const char *text);

/* `one` or `many` with {1} replaced by the number. */
const char *parts_amount(const struct report *report, struct number number, const char *one,
                         const char *many);
/* "10 sessions of 60 minutes each over 12 weeks"; "": nothing is given. */
const char *parts_dose(const struct report *report, const struct component *component);
/* "180 hours in 2026"; at least what kind it is, where that is given. */
const char *parts_resource(const struct report *report, const struct resource *resource);
/* "20 evenings by June 2027"; "": neither is given. */
const char *parts_output(const struct report *report, const struct output *output);
/* "Setting: outdoors; Participation: 3 ..."; "": no tags. */
const char *parts_tags(const struct report *report, const struct model_tags *tags);

/* Who follows an indicator: its owner, else the owner of its source; NULL: nobody is named. */
const struct model_node *parts_owner(const struct indicator *indicator);
/* True if the question is about what a rival explanation would explain: the link it stands in,
 * what that leads to, or what it names. */
bool parts_weighs(const struct question *question, const struct condition *rival);
/* Who finds the answer to a question with a method: who is named, else who follows one of its
 * indicators. The method may be NULL. */
const struct model_node *parts_asker(const struct question *question, const struct method *method);

#endif
