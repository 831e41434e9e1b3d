/* The tree of goals, themes and indicators that stands beside the causal chain, as a table. */
#include "report/parts.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The effects that are said to contribute to a goal or theme. */
static void add_contributing(struct report *report, struct doc_flow *cell,
                             const struct model_node *node)
{
    const struct model_list *effects = &report->model->effects;
    bool any = false;
    for (size_t i = 0; i < effects->count; i++) {
        if (!model_refs_hold(&model_effect(effects->items[i])->contributes, node))
            continue;
        report_node(report, cell, DOC_CELL, effects->items[i]);
        any = true;
    }
    if (!any)
        report_dash(report, cell);
}

static void add_indicators(struct report *report, struct doc_flow *cell,
                           const struct model_list *indicators)
{
    struct doc_list *list = indicators->count > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < indicators->count; i++)
        report_node(report, list ? doc_add_item(report->doc, list, NULL) : cell, DOC_CELL,
                    indicators->items[i]);
    if (!indicators->count)
        report_missing(report, cell, N_("No indicator yet: how will you follow it?"));
}

static void add_goal_cell(struct report *report, struct doc_row *row, const struct goal *goal,
                          size_t rows)
{
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    cell->rows = (int)rows;
    report_node(report, &cell->body, DOC_CELL_STRONG, &goal->node);
    if (goal->description)
        report_text(report, &cell->body, DOC_SMALL, &goal->node, goal->description);
}

/* The indicators of the goal itself. */
static void add_own_row(struct report *report, struct doc_row *row, const struct goal *goal)
{
    report_dash(report, report_cell(report, row));
    if (goal->themes.count && !goal->indicators.count)
        report_dash(report, report_cell(report, row)); /* its themes have them */
    else
        add_indicators(report, report_cell(report, row), &goal->indicators);
    add_contributing(report, report_cell(report, row), &goal->node);
}

static void add_theme_row(struct report *report, struct doc_row *row, const struct theme *theme)
{
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &theme->node);
    if (theme->description)
        report_text(report, name, DOC_SMALL, &theme->node, theme->description);
    add_indicators(report, report_cell(report, row), &theme->indicators);
    add_contributing(report, report_cell(report, row), &theme->node);
}

static bool is_contributed_to(const struct model *model, const struct model_node *node)
{
    for (size_t i = 0; i < model->effects.count; i++)
        if (model_refs_hold(&model_effect(model->effects.items[i])->contributes, node))
            return true;
    return false;
}

static void add_goal(struct report *report, struct doc_table *table, const struct goal *goal)
{
    bool own = goal->indicators.count || !goal->themes.count ||
               is_contributed_to(report->model, &goal->node);
    size_t rows = goal->themes.count + own;
    for (size_t i = 0; i < rows; i++) {
        struct doc_row *row = doc_add_row(report->doc, table);
        if (i == 0)
            add_goal_cell(report, row, goal, rows);
        if (own && i == 0)
            add_own_row(report, row, goal);
        else
            add_theme_row(report, row, model_theme(goal->themes.items[i - own]));
    }
}

void plan_goals(struct report *report)
{
    static const struct report_column columns[] = {{N_("Goal"), 2.2},
                                                   {N_("Theme"), 2.2},
                                                   {N_("Indicators"), 4},
                                                   {N_("What contributes"), 2.4}};
    const struct model_list *list = &report->model->goals;
    if (!list->count)
        return;
    report_section(report, N_("Goals, themes and indicators"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_goal(report, table, model_goal(list->items[i]));
}
