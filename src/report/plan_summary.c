/* Chapter: the summary. One page that stands for the whole. */
#include "report/findings.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"
#include "report/summary.h"

#include <string.h>

enum {
    LINES_MOST = 5, /* of a column: one page must hold it all */
    QUESTIONS_MOST = 4,
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- who and where ------------------------------------------------------------------ */

/* Where something is done, and with what that is compared; not the places around them. */
static bool is_named(const struct report *report, const struct model_node *node)
{
    return node->kind != MODEL_PLACE || model_place(node)->role == PLACE_COMPARISON ||
           report_acts_in(report, model_place(node));
}

static void add_names(struct report *report, struct doc_list *list, const char *label,
                      const struct model_list *nodes)
{
    struct doc_paragraph *paragraph = NULL;
    for (size_t i = 0; i < nodes->count; i++) {
        const struct model_node *node = nodes->items[i];
        if (!is_named(report, node))
            continue;
        if (paragraph)
            report_run_own(report, paragraph, "; ");
        else
            paragraph = doc_add_paragraph(
                report->doc, doc_add_item(report->doc, list, report_say(report, label)), DOC_TEXT);
        report_run_text(report, paragraph, node, report_name(report, node));
        if (node->kind == MODEL_PLACE && model_place(node)->role == PLACE_COMPARISON)
            report_run_own(report, paragraph,
                           doc_textf(report->doc, " (%s)",
                                     report_say(report, name_place_role(PLACE_COMPARISON))));
    }
}

static void add_who_and_where(struct report *report)
{
    const struct model *model = report->model;
    const char *period = report_period(report, model->programme->from, model->programme->to);
    if (!model->target_groups.count && !model->places.count && !*period)
        return;
    struct doc_list *list = doc_add_definitions(report->doc, &report->doc->body);
    add_names(report, list, N_("For"), &model->target_groups);
    add_names(report, list, N_("Where"), &model->places);
    if (*period)
        report_plain(report, doc_add_item(report->doc, list, report_say(report, N_("When"))),
                     DOC_TEXT, period);
}

/* --- what we do and what we expect ------------------------------------------------------ */

/* Objects in a list, as many as there is room for. */
static void add_cut(struct report *report, struct doc_flow *cell, struct doc_list *list,
                    const struct model_node *const *nodes, size_t count, size_t most)
{
    size_t shown = report_shown(count, most);
    for (size_t i = 0; i < shown; i++) {
        const char *label = NULL;
        if (nodes[i]->kind == MODEL_ACTIVITY)
            label = report_letter(report, model_activity(nodes[i]));
        report_node(report, doc_add_item(report->doc, list, label), DOC_CELL, nodes[i]);
    }
    report_rest(report, cell, count, shown);
}

static const struct model_node **room_for(const struct report *report, size_t count)
{
    return arena_array(&report->doc->arena, count + 1, sizeof(struct model_node *));
}

static void add_activities(struct report *report, struct doc_flow *cell, size_t most)
{
    const struct model_list *list = &report->model->activities;
    const struct model_node **nodes = room_for(report, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (model_activity(list->items[i])->status != ACTIVITY_STOPPED)
            nodes[count++] = list->items[i];
    if (count)
        add_cut(report, cell, doc_add_numbers(report->doc, cell), nodes, count, most);
    else
        report_missing(report, cell, N_("No activities yet: what will you do?"));
}

/* All signs, the first ones of all activities before any second one. */
static size_t collect_signs(const struct model *model, const struct model_node **nodes)
{
    size_t count = 0, before = 0, round = 0;
    do {
        before = count;
        for (size_t i = 0; i < model->activities.count; i++) {
            const struct model_list *signs =
                &model_activity(model->activities.items[i])->indicators;
            if (round < signs->count)
                nodes[count++] = signs->items[round];
        }
        round++;
    } while (count > before);
    return count;
}

static void add_signs(struct report *report, struct doc_flow *cell, size_t most)
{
    const struct model_node **nodes = room_for(report, report->model->indicators.count);
    size_t count = collect_signs(report->model, nodes);
    if (count)
        add_cut(report, cell, doc_add_bullets(report->doc, cell), nodes, count, most);
    else
        report_missing(report, cell, N_("No signs yet: what will you be able to see first?"));
}

/* Effects on the way as a list; returns how many there are. */
static size_t add_steps(struct report *report, struct doc_flow *cell, size_t most)
{
    const struct model_list *list = &report->model->effects;
    const struct model_node **nodes = room_for(report, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct effect *effect = model_effect(list->items[i]);
        if (effect->kind != EFFECT_GOAL && effect->kind != EFFECT_UNINTENDED)
            nodes[count++] = list->items[i];
    }
    if (count)
        add_cut(report, cell, doc_add_bullets(report->doc, cell), nodes, count, most);
    return count;
}

/* The goals; a little apart where something stands above them. */
static size_t add_goals(struct report *report, struct doc_flow *cell, size_t most, bool apart)
{
    static const double gap = 6; /* points */
    const struct model_list *list = &report->model->effects;
    const struct model_node **nodes = room_for(report, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (model_effect(list->items[i])->kind == EFFECT_GOAL)
            nodes[count++] = list->items[i];
    if (count && apart)
        doc_add_space(report->doc, cell, gap);
    size_t shown = report_shown(count, most);
    for (size_t i = 0; i < shown; i++)
        report_node(report, cell, DOC_CELL_STRONG, nodes[i]);
    report_rest(report, cell, count, shown);
    return count;
}

static void add_effects(struct report *report, struct doc_flow *cell, size_t most)
{
    size_t steps = add_steps(report, cell, most), goals = add_goals(report, cell, most, steps > 0);
    if (!steps && !goals)
        report_missing(report, cell, N_("No effects yet: what will be different, and for whom?"));
}

void summary_theory(struct report *report, size_t most)
{
    static const struct report_column columns[] = {
        {N_("We do"), 3}, {N_("Then we see"), 3.4}, {N_("Then in time"), 3.4}};
    report_subsection(report, N_("What we do, and what we expect"));
    struct doc_row *row = doc_add_row(report->doc, report_table(report, columns, COUNT(columns)));
    /* The goals stand below the effects, and there is room for more beside them. */
    add_activities(report, report_cell(report, row), most + 2);
    add_signs(report, report_cell(report, row), most + 1);
    add_effects(report, report_cell(report, row), most);
}

/* --- how we find out ---------------------------------------------------------------------- */

static bool has_method_before(const struct question *question, size_t i)
{
    enum method_code code = model_method(question->methods.items[i])->code;
    for (size_t k = 0; k < i; k++)
        if (code != METHOD_UNKNOWN && model_method(question->methods.items[k])->code == code)
            return true;
    return false;
}

/* The methods that a question is answered by, each once. */
static void add_measured_with(struct report *report, struct doc_flow *cell,
                              const struct question *question)
{
    for (size_t i = 0; i < question->methods.count && i < 3; i++) {
        const struct method *method = model_method(question->methods.items[i]);
        const char *name = name_method(method->code);
        if (has_method_before(question, i))
            continue;
        if (name)
            report_own(report, cell, DOC_CELL, name);
        else if (method->node.title)
            report_text(report, cell, DOC_CELL, &method->node, method->node.title);
    }
    if (!question->methods.count)
        report_missing(report, cell, N_("missing"));
}

/* From the first to the last measurement. */
static void add_when(struct report *report, struct doc_flow *cell, const struct question *question)
{
    struct date first = {0}, last = {0};
    bool missing = !question->methods.count;
    for (size_t i = 0; i < question->methods.count; i++) {
        struct date when = model_method(question->methods.items[i])->when;
        missing = missing || !date_given(when);
        if (!date_given(when))
            continue;
        if (!date_given(first) || date_compare(when, first) < 0)
            first = when;
        if (!date_given(last) || date_compare(when, last) > 0)
            last = when;
    }
    if (date_given(first))
        report_plain(report, cell, DOC_CELL, report_period(report, first, last));
    if (missing)
        report_missing(report, cell, N_("missing"));
}

static const struct model_node *measured_by(const struct question *question, size_t i)
{
    return parts_asker(question, model_method(question->methods.items[i]));
}

/* Those who measure, each once. */
static void add_who(struct report *report, struct doc_flow *cell, const struct question *question)
{
    bool missing = !question->methods.count;
    for (size_t i = 0; i < question->methods.count; i++) {
        const struct model_node *who = measured_by(question, i);
        size_t before = 0;
        while (before < i && measured_by(question, before) != who)
            before++;
        missing = missing || !who;
        if (who && before == i)
            report_node(report, cell, DOC_CELL, who);
    }
    if (missing)
        report_missing(report, cell, N_("missing"));
}

static void add_question(struct report *report, struct doc_table *table,
                         const struct question *question)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    report_node(report, report_cell(report, row), DOC_CELL, &question->node);
    const char *type = name_question_type(question->type);
    struct doc_flow *cell = report_cell(report, row);
    if (type)
        report_own(report, cell, DOC_CELL, type);
    else
        report_missing(report, cell, N_("missing"));
    add_measured_with(report, report_cell(report, row), question);
    add_when(report, report_cell(report, row), question);
    add_who(report, report_cell(report, row), question);
}

void summary_types(struct report *report, size_t most)
{
    static const enum question_type types[] = {QUESTION_PROCESS, QUESTION_EFFECT,
                                               QUESTION_MECHANISM};
    const struct model_list *questions = &report->model->questions;
    size_t shown = report_shown(questions->count, most);
    const char *text = "";
    for (size_t t = 0; t < COUNT(types); t++) {
        bool occurs = false;
        for (size_t i = 0; i < shown && !occurs; i++)
            occurs = model_question(questions->items[i])->type == types[t];
        if (occurs)
            text = doc_textf(report->doc, "%s%s%s", text, *text ? " " : "",
                             report_say(report, explain_question_type(types[t])));
    }
    if (*text)
        report_plain(report, &report->doc->body, DOC_SMALL, text);
}

void summary_questions(struct report *report, size_t most)
{
    static const struct report_column columns[] = {{N_("Question"), 3.7},
                                                   {N_("Type"), 1.8},
                                                   {N_("Measured with"), 1.4},
                                                   {N_("When"), 1.3},
                                                   {N_("Responsible"), 2}};
    const struct model_list *list = &report->model->questions;
    report_subsection(report, N_("How we find out whether it works"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No evaluation questions yet: what do you want to be wiser about?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t shown = report_shown(list->count, most);
    for (size_t i = 0; i < shown; i++)
        add_question(report, table, model_question(list->items[i]));
    report_rest(report, &report->doc->body, list->count, shown);
}

/* --- what to mend first --------------------------------------------------------------------- */

static bool is_chosen(const struct diag *const *chosen, size_t count, const struct diag *diag)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(diag_id_text(chosen[i]->id), diag_id_text(diag->id)))
            return true;
    return false;
}

/* The weightiest findings, one of each rule. */
void summary_findings(struct report *report, size_t most)
{
    const struct findings findings = findings_by_weight(report, false);
    const struct diag *chosen[SUMMARY_FINDINGS];
    struct doc_list *list = NULL;
    size_t count = 0;
    if (findings.count) {
        report_subsection(report, N_("Worth mending first"));
        list = doc_add_numbers(report->doc, &report->doc->body);
    }
    for (size_t i = 0; i < findings.count && count < most; i++) {
        if (is_chosen(chosen, count, findings.items[i]))
            continue;
        chosen[count++] = findings.items[i];
        findings_add_brief(report, doc_add_item(report->doc, list, NULL), DOC_TEXT,
                           findings.items[i]);
    }
}

void plan_summary(struct report *report)
{
    const struct programme *programme = report->model->programme;
    struct doc_flow *body = &report->doc->body;
    report_chapter(report, N_("Summary"), "summary", DOC_PORTRAIT);
    if (programme->purpose)
        report_text(report, body, DOC_LEAD, &programme->node, programme->purpose);
    else
        report_missing(report, body, N_("No purpose yet: what is to become better, and for whom?"));
    add_who_and_where(report);
    summary_theory(report, LINES_MOST);
    summary_questions(report, QUESTIONS_MOST);
    summary_types(report, QUESTIONS_MOST);
    summary_findings(report, SUMMARY_FINDINGS);
}
