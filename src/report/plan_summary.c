/* Chapter: the summary. One page that stands for the whole. */
#include "report/names.h"
#include "report/report.h"

#include <string.h>

enum {
    LINES_MOST = 5, /* of a column: one page must hold it all */
    QUESTIONS_MOST = 4,
    FINDINGS_MOST = 3,
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "and 4 more" under a list that was cut. */
static void add_rest(struct report *report, struct doc_flow *flow, size_t count, size_t shown)
{
    if (count > shown)
        report_plain(report, flow, DOC_SMALL,
                     report_count(report, count - shown, N_("and {1} more"), N_("and {1} more")));
}

/* --- who and where ------------------------------------------------------------------ */

static void add_names(struct report *report, struct doc_list *list, const char *label,
                      const struct model_list *nodes)
{
    if (!nodes->count)
        return;
    struct doc_flow *item = doc_add_item(report->doc, list, report_say(report, label));
    struct doc_paragraph *paragraph = doc_add_paragraph(report->doc, item, DOC_TEXT);
    for (size_t i = 0; i < nodes->count; i++) {
        if (i)
            report_run_own(report, paragraph, "; ");
        report_run_text(report, paragraph, nodes->items[i], report_name(report, nodes->items[i]));
        if (nodes->items[i]->kind == MODEL_PLACE &&
            model_place(nodes->items[i])->role == PLACE_COMPARISON)
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

static void add_activities(struct report *report, struct doc_flow *cell)
{
    const struct model_list *list = &report->model->activities;
    struct doc_list *letters = NULL;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (activity->status == ACTIVITY_STOPPED || count++ >= LINES_MOST)
            continue;
        letters = letters ? letters : doc_add_numbers(report->doc, cell);
        report_node(report, doc_add_item(report->doc, letters, report_letter(report, activity)),
                    DOC_CELL, &activity->node);
    }
    if (!count)
        report_missing(report, cell, N_("No activities yet: what will you do?"));
    add_rest(report, cell, count, LINES_MOST);
}

/* The first sign of each activity: enough to see what is looked for. */
static void add_signs(struct report *report, struct doc_flow *cell)
{
    const struct model_list *list = &report->model->activities;
    struct doc_list *signs = NULL;
    size_t shown = 0, all = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        all += activity->indicators.count;
        if (!activity->indicators.count || shown++ >= LINES_MOST)
            continue;
        signs = signs ? signs : doc_add_bullets(report->doc, cell);
        report_node(report, doc_add_item(report->doc, signs, NULL), DOC_CELL,
                    activity->indicators.items[0]);
    }
    shown = shown < LINES_MOST ? shown : LINES_MOST;
    if (!all)
        report_missing(report, cell, N_("No signs yet: what will you be able to see first?"));
    add_rest(report, cell, all, shown);
}

/* Effects on the way as a list, at most LINES_MOST of them; returns how many there are. */
static size_t add_steps(struct report *report, struct doc_flow *cell)
{
    const struct model_list *list = &report->model->effects;
    struct doc_list *steps = NULL;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct effect *effect = model_effect(list->items[i]);
        if (effect->kind == EFFECT_GOAL || effect->kind == EFFECT_UNINTENDED)
            continue;
        if (count++ >= LINES_MOST)
            continue;
        steps = steps ? steps : doc_add_bullets(report->doc, cell);
        report_node(report, doc_add_item(report->doc, steps, NULL), DOC_CELL, &effect->node);
    }
    add_rest(report, cell, count, LINES_MOST);
    return count;
}

static size_t add_goals(struct report *report, struct doc_flow *cell)
{
    const struct model_list *list = &report->model->effects;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct effect *effect = model_effect(list->items[i]);
        if (effect->kind == EFFECT_GOAL && count++ < LINES_MOST)
            report_node(report, cell, DOC_CELL_STRONG, &effect->node);
    }
    add_rest(report, cell, count, LINES_MOST);
    return count;
}

static void add_effects(struct report *report, struct doc_flow *cell)
{
    size_t count = add_steps(report, cell) + add_goals(report, cell);
    if (!count)
        report_missing(report, cell, N_("No effects yet: what will be different, and for whom?"));
}

static void add_theory(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("We do"), 3}, {N_("Then we see"), 3.4}, {N_("Then in time"), 3.4}};
    report_section(report, N_("What we do, and what we expect"));
    struct doc_row *row = doc_add_row(report->doc, report_table(report, columns, COUNT(columns)));
    add_activities(report, report_cell(report, row));
    add_signs(report, report_cell(report, row));
    add_effects(report, report_cell(report, row));
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

static void add_when_and_who(struct report *report, struct doc_row *row,
                             const struct question *question)
{
    const struct method *first =
        question->methods.count ? model_method(question->methods.items[0]) : NULL;
    struct doc_flow *when = report_cell(report, row), *who = report_cell(report, row);
    if (first && date_given(first->when))
        report_plain(report, when, DOC_CELL, report_date(report, first->when));
    else
        report_missing(report, when, N_("missing"));
    if (first && first->by.node)
        report_node(report, who, DOC_CELL, first->by.node);
    else
        report_missing(report, who, N_("missing"));
}

static void add_questions(struct report *report)
{
    static const struct report_column columns[] = {{N_("Question"), 4},
                                                   {N_("Type"), 1.9},
                                                   {N_("Measured with"), 1.6},
                                                   {N_("When"), 1.2},
                                                   {N_("Responsible"), 1.5}};
    const struct model_list *list = &report->model->questions;
    report_section(report, N_("How we find out whether it works"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No evaluation questions yet: what do you want to be wiser about?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count && i < QUESTIONS_MOST; i++) {
        const struct question *question = model_question(list->items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_node(report, report_cell(report, row), DOC_CELL, &question->node);
        const char *type = name_question_type(question->type);
        struct doc_flow *cell = report_cell(report, row);
        if (type)
            report_own(report, cell, DOC_CELL, type);
        else
            report_missing(report, cell, N_("missing"));
        add_measured_with(report, report_cell(report, row), question);
        add_when_and_who(report, row, question);
    }
    add_rest(report, &report->doc->body, list->count, QUESTIONS_MOST);
}

/* --- what to mend first --------------------------------------------------------------------- */

/* Which rule matters most for whether the plan holds, from the first one on. */
static size_t weight_of(const struct diag *diag)
{
    static const char *const order[] = {"V05", "P02", "P01", "I01", "I04",
                                        "I02", "P13", "P10", "P05"};
    const char *id = diag_id_text(diag->id);
    size_t i = 0;
    while (i < COUNT(order) && strcmp(order[i], id))
        i++;
    return i + (diag->severity == DIAG_INFO ? 2 * COUNT(order) : 0);
}

/* The weightiest finding of a rule that is not among `chosen`; NULL: none. */
static const struct diag *next_finding(const struct diag_sink *sink,
                                       const struct diag *const *chosen, size_t count)
{
    const struct diag *best = NULL;
    for (size_t i = 0; i < sink->count; i++) {
        const struct diag *diag = &sink->items[i];
        bool taken = diag->answer != NULL;
        for (size_t k = 0; k < count && !taken; k++)
            taken = !strcmp(diag_id_text(chosen[k]->id), diag_id_text(diag->id));
        if (!taken && (!best || weight_of(diag) < weight_of(best)))
            best = diag;
    }
    return best;
}

static void add_findings(struct report *report)
{
    const struct diag *chosen[FINDINGS_MOST];
    struct doc_list *list = NULL;
    for (size_t count = 0; count < FINDINGS_MOST; count++) {
        chosen[count] = next_finding(report->findings, chosen, count);
        if (!chosen[count])
            break;
        if (!list) {
            report_section(report, N_("Worth mending first"));
            list = doc_add_numbers(report->doc, &report->doc->body);
        }
        report_finding_short(report, doc_add_item(report->doc, list, NULL), DOC_TEXT,
                             chosen[count]);
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
    add_theory(report);
    add_questions(report);
    add_findings(report);
}
