/* An activity description: what is looked for and asked, and what may go wrong; see
 * activity_sheet.h. */
#include "report/activity_sheet.h"

#include "report/names.h"
#include "report/parts.h"
#include "report/values.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- signs ---------------------------------------------------------------------------- */

static void add_sign(struct activity_sheet *sheet, struct doc_flow *cell,
                     const struct indicator *indicator)
{
    sheet_node(&sheet->sheet, cell, DOC_CELL, &indicator->node);
    sheet_small(&sheet->sheet, cell, &indicator->node, indicator->definition);
}

static void add_thresholds(struct activity_sheet *sheet, struct doc_flow *cell,
                           const struct indicator *indicator)
{
    struct report *report = sheet->sheet.report;
    size_t shown = sheet_shown(&sheet->sheet, indicator->targets.count);
    for (size_t i = 0; i < shown; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        const char *text = report_target(report, indicator, target);
        if (*text)
            report_plain(report, cell, DOC_CELL, sheet_cut(&sheet->sheet, text));
        if (target->level)
            sheet_small_own(&sheet->sheet, cell,
                            report_say(report, name_target_level(target->level)));
    }
    sheet_rest(&sheet->sheet, cell, indicator->targets.count, shown);
    if (!indicator->targets.count)
        value_add_no_target(report, cell, indicator);
}

static void add_measurement(struct activity_sheet *sheet, struct doc_flow *cell,
                            const struct indicator *indicator)
{
    const struct model_node *source = indicator->source.node;
    if (source)
        sheet_node(&sheet->sheet, cell, DOC_CELL, source);
    else
        sheet_missing(&sheet->sheet, cell, N_("From where?"));
    sheet_small_own(&sheet->sheet, cell, report_every(sheet->sheet.report, value_every(indicator)));
    sheet_small(&sheet->sheet, cell, &indicator->node, indicator->collection);
}

static void add_indicator(struct activity_sheet *sheet, struct doc_table *table,
                          const struct indicator *indicator)
{
    struct report *report = sheet->sheet.report;
    struct doc_row *row = doc_add_row(report->doc, table);
    add_sign(sheet, report_cell(report, row), indicator);
    add_thresholds(sheet, report_cell(report, row), indicator);
    add_measurement(sheet, report_cell(report, row), indicator);
    struct doc_flow *owner = report_cell(report, row);
    if (parts_owner(indicator))
        sheet_node(&sheet->sheet, owner, DOC_CELL, parts_owner(indicator));
    else
        sheet_missing(&sheet->sheet, owner, N_("Who?"));
}

void activity_sheet_signs(struct activity_sheet *sheet)
{
    static const struct report_column columns[] = {
        {N_("Sign"), 3}, {N_("Enough when"), 2.2}, {N_("How we see it"), 2.2}, {N_("Who"), 1.5}};
    struct report *report = sheet->sheet.report;
    const struct model_list *all = &report->model->indicators;
    size_t count = 0, shown = 0;
    for (size_t i = 0; i < all->count; i++)
        count += indicator_measures(model_indicator(all->items[i]), &sheet->activity->node);
    if (!count) {
        sheet_lacks(&sheet->sheet, N_("What we look for"),
                    N_("No sign yet: how will you see that it works?"));
        return;
    }
    sheet_section(&sheet->sheet, N_("What we look for"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t most = sheet_shown(&sheet->sheet, count);
    for (size_t i = 0; i < all->count && shown < most; i++)
        if (indicator_measures(model_indicator(all->items[i]), &sheet->activity->node)) {
            add_indicator(sheet, table, model_indicator(all->items[i]));
            shown++;
        }
    sheet_rest(&sheet->sheet, &report->doc->body, count, shown);
}

/* --- what has to hold, and what may go wrong ---------------------------------------------- */

struct conditions {
    const struct condition **items;
    size_t count;
};

/* Those on the activity's links, and those that are about it. */
static void collect(struct activity_sheet *sheet, struct conditions *conditions,
                    const struct model_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct condition *condition = model_condition(list->items[i]);
        const struct model_node *parent = condition->node.parent;
        bool on_link = parent->kind == MODEL_LINK && parent->parent == &sheet->activity->node;
        if (on_link || activity_sheet_is_about(sheet, &condition->about))
            conditions->items[conditions->count++] = condition;
    }
}

void activity_sheet_conditions(struct activity_sheet *sheet)
{
    struct report *report = sheet->sheet.report;
    const struct model *model = report->model;
    const struct model_list *lists[] = {&model->risks, &model->assumptions, &model->contexts,
                                        &model->rivals};
    struct conditions conditions = {0};
    size_t room = 1;
    for (size_t i = 0; i < COUNT(lists); i++)
        room += lists[i]->count;
    conditions.items = arena_array(&report->doc->arena, room, sizeof *conditions.items);
    for (size_t i = 0; i < COUNT(lists); i++)
        collect(sheet, &conditions, lists[i]);
    if (!conditions.count) {
        sheet_lacks(&sheet->sheet, N_("What it rests on"),
                    N_("What has to hold, what may go wrong, and what will you do then?"));
        return;
    }
    sheet_section(&sheet->sheet, N_("What it rests on, and what may go wrong"));
    sheet_conditions(&sheet->sheet, conditions.items, conditions.count);
}

/* --- evaluation ---------------------------------------------------------------------------- */

/* About an activity, or a link of one, by name. */
static bool names_activities(const struct question *question)
{
    for (size_t i = 0; i < question->about.count; i++) {
        const struct model_node *node = question->about.items[i].node;
        if (node && (node->kind == MODEL_ACTIVITY ||
                     (node->kind == MODEL_LINK && node->parent->kind == MODEL_ACTIVITY)))
            return true;
    }
    return false;
}

/* About the activity, its links, or what they lead to, if it is not about other activities; or
 * answered by one of its signs. */
static bool concerns(const struct activity_sheet *sheet, const struct question *question)
{
    const struct model_list *links = &sheet->activity->links;
    if (activity_sheet_is_about(sheet, &question->about))
        return true;
    for (size_t i = 0; i < question->indicators.count; i++)
        if (indicator_measures(model_indicator(question->indicators.items[i].node),
                               &sheet->activity->node))
            return true;
    if (names_activities(question))
        return false;
    for (size_t i = 0; i < links->count; i++)
        if (model_refs_hold(&question->about, model_link(links->items[i])->to.node))
            return true;
    return false;
}

/* "interview, March 2028 · Projektleder" */
static void add_method(struct activity_sheet *sheet, struct doc_flow *cell,
                       const struct method *method)
{
    struct report *report = sheet->sheet.report;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    const char *name = name_method(method->code);
    const char *when = report_date(report, method->when);
    if (name)
        report_run_own(report, line, report_say(report, name));
    else if (method->node.title)
        report_run_text(report, line, &method->node, sheet_cut(&sheet->sheet, method->node.title));
    if (*when)
        report_run_own(report, line, doc_textf(report->doc, line->first ? ", %s" : "%s", when));
    if (method->by.node) {
        parts_dot(report, line);
        sheet_run_node(&sheet->sheet, line, method->by.node);
    }
    if (!line->first)
        report_dash(report, cell);
}

static void add_question(struct activity_sheet *sheet, struct doc_table *table,
                         const struct question *question)
{
    struct report *report = sheet->sheet.report;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *what = report_cell(report, row), *how = report_cell(report, row);
    struct doc_flow *use = report_cell(report, row);
    const char *type = name_question_type(question->type);
    sheet_node(&sheet->sheet, what, DOC_CELL, &question->node);
    if (type)
        sheet_small_own(&sheet->sheet, what, report_say(report, type));
    size_t shown = sheet_shown(&sheet->sheet, question->methods.count);
    for (size_t i = 0; i < shown; i++)
        add_method(sheet, how, model_method(question->methods.items[i]));
    sheet_rest(&sheet->sheet, how, question->methods.count, shown);
    if (!question->methods.count)
        sheet_missing(&sheet->sheet, how, N_("How will you find out?"));
    if (question->decision)
        sheet_text(&sheet->sheet, use, DOC_CELL, &question->node, question->decision);
    else
        sheet_missing(&sheet->sheet, use, N_("What is the answer for?"));
}

void activity_sheet_questions(struct activity_sheet *sheet)
{
    static const struct report_column columns[] = {
        {N_("Question"), 3}, {N_("How and when"), 3.3}, {N_("What the answer is for"), 2.5}};
    struct report *report = sheet->sheet.report;
    const struct model_list *all = &report->model->questions;
    size_t count = 0, shown = 0;
    for (size_t i = 0; i < all->count; i++)
        count += concerns(sheet, model_question(all->items[i]));
    if (!count) {
        sheet_lacks(
            &sheet->sheet, N_("How it is evaluated"),
            N_("No evaluation question is about it yet: what do you want to be wiser about?"));
        return;
    }
    activity_sheet_turn(sheet, ACTIVITY_TURN_LAST);
    sheet_section(&sheet->sheet, N_("How it is evaluated"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t most = sheet_shown(&sheet->sheet, count);
    for (size_t i = 0; i < all->count && shown < most; i++)
        if (concerns(sheet, model_question(all->items[i]))) {
            add_question(sheet, table, model_question(all->items[i]));
            shown++;
        }
    sheet_rest(&sheet->sheet, &report->doc->body, count, shown);
}
