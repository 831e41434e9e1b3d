/* Chapter: roles, hours and money. Who does what, what it takes year by year, and how many are
 * expected on the way from hearing of it to coming. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- roles -------------------------------------------------------------------------------- */

static void add_role(struct report *report, struct doc_table *table, const struct role *role)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &role->node);
    const char *holders = role->holders.given ? parts_amount(report, role->holders,
                                                             N_("{1} person"), N_("{1} persons"))
                                              : "";
    if (*holders)
        report_plain(report, name, DOC_SMALL, holders);
    struct doc_flow *tasks = report_cell(report, row);
    if (name_role_kind(role->kind))
        report_own(report, tasks, DOC_CELL, name_role_kind(role->kind));
    if (role->tasks)
        report_text(report, tasks, tasks->first ? DOC_SMALL : DOC_CELL, &role->node, role->tasks);
    if (!tasks->first)
        report_missing(report, tasks, N_("What does this role do?"));
    struct doc_flow *deputy = report_cell(report, row);
    if (role->deputy.node)
        report_node(report, deputy, DOC_CELL, role->deputy.node);
    else
        report_dash(report, deputy);
}

static void add_roles(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Role"), 3.2}, {N_("What it does"), 4.4}, {N_("Deputy"), 2.4}};
    const struct model_list *list = &report->model->roles;
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No roles yet: who decides, who leads, who evaluates?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_role(report, table, model_role(list->items[i]));
}

/* --- resources ------------------------------------------------------------------------------ */

/* What can be added up: the same kind and year. */
static int compare_sums(const struct resource *a, const struct resource *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->year.year - b->year.year;
}

static int compare_funders(const struct resource *a, const struct resource *b)
{
    return strcmp(a->funder ? a->funder : "", b->funder ? b->funder : "");
}

static int compare_resources(const void *a, const void *b)
{
    const struct resource *first = model_resource(*(const struct model_node *const *)a);
    const struct resource *second = model_resource(*(const struct model_node *const *)b);
    int order = compare_sums(first, second);
    if (!order)
        order = compare_funders(first, second);
    return order ? order : (first->node.order > second->node.order) - 1;
}

static void add_amount(struct number *sum, struct number amount)
{
    if (!amount.given)
        return;
    sum->value += amount.value;
    sum->given = true;
    if (amount.decimals > sum->decimals)
        sum->decimals = amount.decimals;
}

/* Resources of one kind and year; those of one funder follow each other. */
struct group {
    const struct model_node **items;
    size_t count;
};

static const struct resource *at(const struct group *group, size_t i)
{
    return model_resource(group->items[i]);
}

/* How many of the resources from `first` on have the same funder. */
static size_t same_funder(const struct group *group, size_t first)
{
    size_t count = 1;
    while (first + count < group->count &&
           !compare_funders(at(group, first), at(group, first + count)))
        count++;
    return count;
}

static struct number sum_of(const struct group *group, size_t first, size_t count)
{
    struct number sum = {0};
    for (size_t i = 0; i < count; i++)
        add_amount(&sum, at(group, first + i)->amount);
    return sum;
}

static void add_sum(struct report *report, struct doc_flow *cell, const struct resource *like,
                    struct number sum, bool total)
{
    struct resource all = {.kind = like->kind, .amount = sum};
    if (sum.given)
        doc_add_text(report->doc, cell, total ? DOC_CELL_STRONG : DOC_CELL,
                     parts_resource(report, &all));
    else
        report_missing(report, cell, N_("How much?"));
}

/* Whose it is and what for, in small print; with its letter where several stand together. */
static void add_use(struct report *report, struct doc_flow *cell, const struct resource *resource,
                    bool among_others)
{
    const struct model_node *parent = resource->node.parent, *by = resource->by.node;
    if (!by && !resource->node.title)
        return;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_SMALL);
    if (among_others && parent->kind == MODEL_ACTIVITY)
        report_run_own(
            report, line,
            doc_textf(report->doc, "%s: ", report_letter(report, model_activity(parent))));
    if (by)
        report_run_text(report, line, by, report_name(report, by));
    if (by && resource->node.title)
        parts_dot(report, line);
    if (resource->node.title)
        report_run_text(report, line, &resource->node, resource->node.title);
}

/* The activities that it is for, by their letters. */
static void add_users(struct report *report, struct doc_flow *cell, const struct group *group,
                      size_t first, size_t count)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    const struct model_node *before = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct resource *resource = at(group, first + i);
        const struct model_node *parent = resource->node.parent;
        if (parent == before)
            continue;
        before = parent;
        if (line->first)
            report_run_own(report, line, ", ");
        report_run_own(report, line,
                       parent->kind == MODEL_ACTIVITY
                           ? report_letter(report, model_activity(parent))
                           : report_say(report, N_("the programme as a whole")));
    }
    for (size_t i = 0; i < count; i++)
        add_use(report, cell, at(group, first + i), count > 1);
}

static void add_kind(struct report *report, struct doc_row *row, const struct resource *resource,
                     int rows)
{
    struct doc_cell *cell = doc_add_cell(report->doc, row);
    const char *kind = name_resource_kind(resource->kind);
    cell->rows = rows;
    cell->header = true;
    report_plain(report, &cell->body, DOC_CELL_STRONG,
                 report_join(report, kind ? report_say(report, kind) : "–",
                             report_date(report, resource->year), NULL));
    if (!date_given(resource->year))
        report_missing(report, &cell->body, N_("In which year?"));
}

static void add_total(struct report *report, struct doc_table *table, const struct group *group)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_cell *label = doc_add_cell(report->doc, row);
    label->columns = 2;
    report_own(report, &label->body, DOC_CELL_STRONG, N_("In all"));
    add_sum(report, report_cell(report, row), at(group, 0), sum_of(group, 0, group->count), true);
}

static void add_group(struct report *report, struct doc_table *table, const struct group *group)
{
    size_t funders = 0, count;
    for (size_t i = 0; i < group->count; i += same_funder(group, i))
        funders++;
    for (size_t i = 0; i < group->count; i += count) {
        struct doc_row *row = doc_add_row(report->doc, table);
        const char *funder = at(group, i)->funder;
        count = same_funder(group, i);
        if (i == 0)
            add_kind(report, row, at(group, 0), (int)(funders > 1 ? funders + 1 : 1));
        parts_text(report, report_cell(report, row), &at(group, i)->node, funder);
        add_users(report, report_cell(report, row), group, i, count);
        add_sum(report, report_cell(report, row), at(group, i), sum_of(group, i, count), false);
    }
    if (funders > 1)
        add_total(report, table, group);
}

static void add_resources(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Resource"), 2.4}, {N_("Paid by"), 2.6}, {N_("For"), 3}, {N_("Amount"), 2}};
    const struct model_list *list = &report->model->resources;
    report_section(report, N_("Hours, money and other resources"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No resources yet: what does it take in hours and money, and who pays?"));
        return;
    }
    const struct model_node **items =
        arena_array(&report->doc->arena, list->count, sizeof(const struct model_node *));
    memcpy(items, list->items, list->count * sizeof *items);
    qsort(items, list->count, sizeof *items, compare_resources);
    doc_add_text(report->doc, &report->doc->body, DOC_SMALL,
                 report_say(report, N_("Only the same kind in the same year is added up. The "
                                       "letters name the activities.")))
        ->keep_with_next = true;
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    table->columns[3].number = true;
    for (size_t i = 0; i < list->count;) {
        struct group group = {items + i, 1};
        while (i + group.count < list->count &&
               !compare_sums(at(&group, 0), model_resource(items[i + group.count])))
            group.count++;
        add_group(report, table, &group);
        i += group.count;
    }
}

/* --- recruitment ------------------------------------------------------------------------------ */

/* "40 %" of the step before; "": the first one, or not known. */
static const char *share_text(struct report *report, const struct funnel *funnel, size_t i)
{
    struct number now = model_funnel_step(funnel->steps.items[i])->expected;
    struct number before = {0};
    if (i)
        before = model_funnel_step(funnel->steps.items[i - 1])->expected;
    if (!now.given || !before.given || before.value <= 0)
        return "";
    struct number share = {100 * now.value / before.value, true, 0};
    return doc_textf(report->doc, "%s\xC2\xA0%%", report_number(report, share));
}

static void add_step(struct report *report, struct doc_table *table, const struct funnel *funnel,
                     size_t i)
{
    const struct funnel_step *step = model_funnel_step(funnel->steps.items[i]);
    struct doc_row *row = doc_add_row(report->doc, table);
    report_node(report, report_cell(report, row), DOC_CELL, &step->node);
    struct doc_flow *expected = report_cell(report, row);
    if (step->expected.given)
        report_plain(report, expected, DOC_CELL, report_number(report, step->expected));
    else
        report_missing(report, expected, N_("How many?"));
    const char *share = share_text(report, funnel, i);
    report_plain(report, report_cell(report, row), DOC_CELL, *share ? share : "–");
}

static void add_funnel(struct report *report, const struct funnel *funnel)
{
    static const struct report_column columns[] = {
        {N_("Step"), 5.4}, {N_("Persons expected"), 2.2}, {N_("Of the step before"), 2.4}};
    struct doc_flow *body = &report->doc->body;
    struct doc_paragraph *name = doc_add_paragraph(report->doc, body, DOC_TEXT);
    name->keep_with_next = true;
    report_run_text(report, name, &funnel->node, report_name(report, &funnel->node))->face =
        TEXT_SEMIBOLD;
    if (funnel->activity.node) {
        parts_dot(report, name);
        parts_name(report, name, funnel->activity.node);
    }
    if (funnel->target_group.node) {
        parts_dot(report, name);
        parts_name(report, name, funnel->target_group.node);
    }
    if (!funnel->steps.count) {
        report_missing(report, body, N_("Which steps lead from hearing of it to coming?"));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    table->columns[1].number = table->columns[2].number = true;
    for (size_t i = 0; i < funnel->steps.count; i++)
        add_step(report, table, funnel, i);
}

void plan_roles(struct report *report)
{
    const struct model_list *funnels = &report->model->funnels;
    report_chapter_next(report, N_("Roles and resources"), "roles", DOC_PORTRAIT);
    add_roles(report);
    add_resources(report);
    if (funnels->count)
        report_section(report, N_("Recruitment"));
    for (size_t i = 0; i < funnels->count; i++)
        add_funnel(report, model_funnel(funnels->items[i]));
}
