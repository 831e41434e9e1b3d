/* Chapter: the indicators. What is measured, from where to where, how and by whom; in the
 * order of the theory: what is done, what comes of it, the goals and themes, the surroundings. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"
#include "report/values.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct report_column columns[] = {
    {N_("Indicator"), 2.2}, {N_("Definition"), 2.7},      {N_("Baseline"), 2.3},
    {N_("Target"), 2.4},    {N_("Source and rhythm"), 2},
};

/* --- a row for an indicator ------------------------------------------------------------- */

static void add_name(struct report *report, struct doc_flow *cell,
                     const struct indicator *indicator)
{
    report_node(report, cell, DOC_CELL, &indicator->node);
    const char *key = indicator->key == YES ? report_say(report, N_("key indicator")) : "";
    const char *sensitive = indicator->sensitive == YES ? report_say(report, N_("sensitive")) : "";
    const char *marks = report_join(report, key, sensitive, NULL);
    if (*marks)
        report_plain(report, cell, DOC_SMALL, marks);
    report_id(report, cell, &indicator->node);
}

/* "outcome · proportion · down" */
static void add_kind(struct report *report, struct doc_flow *cell,
                     const struct indicator *indicator)
{
    const char *role = name_indicator_role(indicator->role);
    const char *type = name_indicator_type(indicator->type);
    const char *direction = name_direction(indicator->direction);
    const char *kind = report_join(report, role ? report_say(report, role) : "",
                                   type ? report_say(report, type) : "", NULL);
    if (*kind)
        report_plain(report, cell, DOC_SMALL, kind);
    if (direction)
        report_plain(report, cell, DOC_SMALL,
                     report_fill(report, N_("Wanted: {1}"), report_say(report, direction), NULL));
}

static void add_definition(struct report *report, struct doc_flow *cell,
                           const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    bool proportion = indicator->type == INDICATOR_PROPORTION;
    if (indicator->definition)
        report_text(report, cell, DOC_CELL, node, indicator->definition);
    if (indicator->numerator)
        report_labelled(report, cell, DOC_CELL, N_("Counted"), node, indicator->numerator);
    else if (proportion)
        report_missing(report, cell, N_("When does someone count?"));
    if (indicator->denominator)
        report_labelled(report, cell, DOC_CELL, N_("Out of"), node, indicator->denominator);
    else if (proportion)
        report_missing(report, cell, N_("Out of whom?"));
    add_kind(report, cell, indicator);
    if (!cell->first)
        report_dash(report, cell);
}

/* Where the figures come from, how often, and who sees to it. */
static void add_source(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator)
{
    const struct model_node *source = indicator->source.node, *owner = parts_owner(indicator);
    if (source)
        report_node(report, cell, DOC_CELL, source);
    else
        report_missing(report, cell, N_("From where?"));
    const char *kind = source ? name_source_kind(model_source(source)->kind) : NULL;
    const char *line = report_join(report, kind ? report_say(report, kind) : "",
                                   report_every(report, value_every(indicator)), NULL);
    if (*line)
        report_plain(report, cell, DOC_SMALL, line);
    if (owner)
        report_labelled(report, cell, DOC_SMALL, N_("Responsible"), owner,
                        report_name(report, owner));
    else
        report_missing(report, cell, N_("Who collects it?"));
}

static void add_indicator(struct report *report, struct doc_table *table,
                          const struct indicator *indicator)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    add_name(report, report_cell(report, row), indicator);
    add_definition(report, report_cell(report, row), indicator);
    value_add_baselines(report, report_cell(report, row), indicator);
    struct doc_flow *target = report_cell(report, row);
    value_add_targets(report, target, indicator);
    value_add_milestones(report, target, indicator);
    add_source(report, report_cell(report, row), indicator);
}

/* --- what they measure ------------------------------------------------------------------- */

/* A table is begun with the first row that it gets. */
struct part {
    struct report *report;
    const char *heading; /* N_() */
    struct doc_table *table;
};

static struct doc_table *table_of(struct part *part)
{
    if (!part->table) {
        report_section(part->report, part->heading);
        part->table = report_table(part->report, columns, COUNT(columns));
    }
    return part->table;
}

static struct doc_cell *add_whole_cell(struct part *part)
{
    struct doc *doc = part->report->doc;
    struct doc_cell *cell = doc_add_cell(doc, doc_add_row(doc, table_of(part)));
    cell->columns = COUNT(columns);
    return cell;
}

/* A row that names what the indicators below it measure; a theme after its goal. */
static void add_group(struct part *part, const struct model_node *goal,
                      const struct model_node *node)
{
    struct doc_cell *cell = add_whole_cell(part);
    cell->header = true;
    cell->look = DOC_CELL_PANEL;
    struct doc_paragraph *line = doc_add_paragraph(part->report->doc, &cell->body, DOC_CELL_STRONG);
    if (goal) {
        report_run_text(part->report, line, goal, report_name(part->report, goal));
        report_run_own(part->report, line, " › ");
    }
    parts_name(part->report, line, node);
}

static void add_measured(struct part *part, const struct model_node *goal,
                         const struct model_node *node, const struct model_list *indicators)
{
    if (!indicators->count)
        return;
    add_group(part, goal, node);
    for (size_t i = 0; i < indicators->count; i++)
        add_indicator(part->report, part->table, model_indicator(indicators->items[i]));
}

static void add_unmeasured(struct part *part, const struct model_node *goal,
                           const struct model_node *node)
{
    add_group(part, goal, node);
    report_missing(part->report, &add_whole_cell(part)->body,
                   N_("No indicator yet: how will you see that it is on its way?"));
}

static void add_activities(struct report *report)
{
    struct part part = {report, N_("What the activities show"), NULL};
    for (size_t i = 0; i < report->model->activities.count; i++) {
        const struct activity *activity = model_activity(report->model->activities.items[i]);
        add_measured(&part, NULL, &activity->node, &activity->indicators);
    }
}

static void add_effects(struct report *report)
{
    struct part part = {report, N_("What the effects show"), NULL};
    for (size_t i = 0; i < report->model->effects.count; i++) {
        const struct effect *effect = model_effect(report->model->effects.items[i]);
        add_measured(&part, NULL, &effect->node, &effect->indicators);
    }
}

static void add_goal(struct part *part, const struct goal *goal)
{
    if (!goal->themes.count && !goal->indicators.count)
        add_unmeasured(part, NULL, &goal->node);
    add_measured(part, NULL, &goal->node, &goal->indicators);
    for (size_t i = 0; i < goal->themes.count; i++) {
        const struct theme *theme = model_theme(goal->themes.items[i]);
        if (theme->indicators.count)
            add_measured(part, &goal->node, &theme->node, &theme->indicators);
        else
            add_unmeasured(part, &goal->node, &theme->node);
    }
}

static void add_goals(struct report *report)
{
    struct part part = {report, N_("Goals and themes"), NULL};
    for (size_t i = 0; i < report->model->goals.count; i++)
        add_goal(&part, model_goal(report->model->goals.items[i]));
}

static void add_surroundings(struct report *report)
{
    struct part part = {report, N_("The surroundings"), NULL};
    const struct model_list *list = &report->model->top_indicators;
    for (size_t i = 0; i < list->count; i++)
        add_indicator(report, table_of(&part), model_indicator(list->items[i]));
}

void plan_indicators(struct report *report)
{
    if (!report->model->indicators.count && !report->model->goals.count) {
        report_chapter_missing(report, N_("Indicators"), "indicators",
                               N_("No indicators yet: what will you keep an eye on?"));
        return;
    }
    report_chapter_wide(report, N_("Indicators"), "indicators");
    add_activities(report);
    add_effects(report);
    add_goals(report);
    add_surroundings(report);
}
