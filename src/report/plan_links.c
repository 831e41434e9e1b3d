/* Chapter: the links. How one thing is to lead to another, and what has to hold.
 *
 * A link that says something has a row of its own. Those that say nothing but from where
 * to where are put together: one row for all of one source, and one for sources that
 * lead to the very same, so that a block of all to all is seen as what it is. */
#include "report/names.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { LOOK_BACK = 64 }; /* rows among which equal ones are sought */

/* A row of the table: one link that is described, or several that are bare. */
struct row {
    const struct link *link; /* the first of them */
    bool bare;
    const struct model_node **from, **to;
    size_t from_count, to_count;
    size_t from_capacity, to_capacity;
};

struct rows {
    struct arena *arena;
    struct row *items;
    size_t count, capacity;
};

static bool is_bare(const struct link *link)
{
    return !link->mechanism && !link->reference && !link->conditions.count;
}

static void add_node(struct rows *rows, const struct model_node ***nodes, size_t *count,
                     size_t *capacity, const struct model_node *node)
{
    *nodes = arena_grow(rows->arena, *nodes, capacity, *count + 1, sizeof **nodes);
    (*nodes)[(*count)++] = node;
}

static struct row *add_row(struct rows *rows, const struct link *link)
{
    rows->items =
        arena_grow(rows->arena, rows->items, &rows->capacity, rows->count + 1, sizeof *rows->items);
    struct row *row = &rows->items[rows->count++];
    *row = (struct row){.link = link, .bare = is_bare(link)};
    add_node(rows, &row->from, &row->from_count, &row->from_capacity, link->node.parent);
    add_node(rows, &row->to, &row->to_count, &row->to_capacity, link->to.node);
    return row;
}

static bool same_kind(const struct link *a, const struct link *b)
{
    return a->origin == b->origin && a->evidence == b->evidence;
}

/* Rows of one source: its bare links of a kind go together. */
static void add_source(struct rows *rows, const struct model_node *source)
{
    const struct model_list *links = model_links_from(source);
    size_t first = rows->count;
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        struct row *row = NULL;
        for (size_t k = first; k < rows->count && is_bare(link) && !row; k++)
            if (rows->items[k].bare && same_kind(rows->items[k].link, link))
                row = &rows->items[k];
        if (row)
            add_node(rows, &row->to, &row->to_count, &row->to_capacity, link->to.node);
        else
            add_row(rows, link);
    }
}

static bool same_targets(const struct row *a, const struct row *b)
{
    return a->bare && b->bare && same_kind(a->link, b->link) && a->to_count == b->to_count &&
           !memcmp(a->to, b->to, a->to_count * sizeof *a->to);
}

/* Puts sources together that lead to the very same. */
static void merge_rows(struct rows *rows)
{
    size_t kept = 0;
    for (size_t i = 0; i < rows->count; i++) {
        struct row *same = NULL;
        for (size_t k = kept; k > 0 && kept - k < LOOK_BACK && !same; k--)
            if (same_targets(&rows->items[k - 1], &rows->items[i]))
                same = &rows->items[k - 1];
        if (same)
            add_node(rows, &same->from, &same->from_count, &same->from_capacity,
                     rows->items[i].from[0]);
        else
            rows->items[kept++] = rows->items[i];
    }
    rows->count = kept;
}

static void add_name(struct report *report, struct doc_flow *flow, const struct model_node *node)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_CELL);
    if (node->kind == MODEL_ACTIVITY) {
        const char *letter = report_letter(report, model_activity(node));
        report_run_own(report, line, doc_textf(report->doc, "%s  ", letter))->face = TEXT_SEMIBOLD;
    }
    report_run_text(report, line, node, report_name(report, node));
}

static void add_names(struct report *report, struct doc_flow *cell,
                      const struct model_node *const *nodes, size_t count)
{
    struct doc_list *list = count > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < count; i++)
        add_name(report, list ? doc_add_item(report->doc, list, NULL) : cell, nodes[i]);
    if (count == 1)
        report_id(report, cell, nodes[0]);
}

/* What the link rests on; risks and rival explanations have places of their own. */
static bool supports(const struct condition *condition)
{
    return condition->node.kind == MODEL_ASSUMPTION || condition->node.kind == MODEL_CONTEXT;
}

static void add_conditions(struct report *report, struct doc_flow *cell, const struct link *link)
{
    bool any = false;
    for (size_t i = 0; i < link->conditions.count; i++) {
        const struct condition *condition = model_condition(link->conditions.items[i]);
        if (!supports(condition))
            continue;
        any = true;
        report_text(report, cell, DOC_CELL, &condition->node, condition->node.title);
        if (condition->critical == YES)
            report_own(report, cell, DOC_SMALL, N_("critical: to be followed up"));
    }
    if (!any)
        report_dash(report, cell);
}

static void add_mechanism(struct report *report, struct doc_flow *cell, const struct row *row)
{
    size_t links = row->from_count * row->to_count;
    if (row->link->mechanism)
        report_text(report, cell, DOC_CELL, &row->link->node, row->link->mechanism);
    else
        report_missing(report, cell, N_("How? Nobody has said it yet."));
    if (links > 1)
        report_plain(report, cell, DOC_SMALL,
                     report_count(report, links, N_("{1} link without a mechanism of its own"),
                                  N_("{1} links without a mechanism of their own")));
}

static void add_evidence(struct report *report, struct doc_flow *cell, const struct link *link)
{
    const char *grade = name_evidence(link->evidence);
    if (grade)
        report_own(report, cell, DOC_CELL, grade);
    if (link->reference)
        report_text(report, cell, DOC_SMALL, &link->node, link->reference);
    if (!grade && !link->reference)
        report_dash(report, cell);
}

/* How many rows from this one on have its single source. */
static size_t rows_of_source(const struct rows *rows, size_t i)
{
    const struct row *row = &rows->items[i];
    size_t count = 1;
    while (row->from_count == 1 && i + count < rows->count &&
           rows->items[i + count].from_count == 1 && rows->items[i + count].from[0] == row->from[0])
        count++;
    return count;
}

/* Links that say nothing but where they lead: in the room of three columns, so that the
 * names stand a line each, and with the question that they leave open. */
static void print_bare(struct report *report, struct doc_row *out, const struct row *row)
{
    struct doc_cell *cell = doc_add_cell(report->doc, out);
    cell->columns = 3;
    add_names(report, &cell->body, row->to, row->to_count);
    add_mechanism(report, &cell->body, row);
}

/* `beside`: how many rows the source's cell stands beside; 0: it stands there already. */
static void print_row(struct report *report, struct doc_table *table, const struct row *row,
                      size_t beside)
{
    struct doc_row *out = doc_add_row(report->doc, table);
    if (beside) {
        struct doc_cell *from = doc_add_cell(report->doc, out);
        from->rows = (int)beside;
        add_names(report, &from->body, row->from, row->from_count);
    }
    if (row->bare) {
        print_bare(report, out, row);
    } else {
        add_names(report, report_cell(report, out), row->to, row->to_count);
        add_mechanism(report, report_cell(report, out), row);
        add_conditions(report, report_cell(report, out), row->link);
    }
    add_evidence(report, report_cell(report, out), row->link);
    struct doc_flow *origin = report_cell(report, out);
    const char *name = name_link_origin(row->link->origin);
    if (name)
        report_own(report, origin, DOC_CELL, name);
    else
        report_dash(report, origin);
}

static void collect(struct rows *rows, const struct model *model)
{
    for (size_t i = 0; i < model->activities.count; i++)
        add_source(rows, model->activities.items[i]);
    for (size_t i = 0; i < model->effects.count; i++)
        add_source(rows, model->effects.items[i]);
    merge_rows(rows);
}

void plan_links(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("From"), 2},         {N_("To"), 3.2},       {N_("Mechanism"), 2.8},
        {N_("Assumption"), 2.4}, {N_("Evidence"), 1.7}, {N_("Origin"), 1.3},
    };
    if (!report->model->links.count) {
        report_chapter_missing(report, N_("Links"), "links",
                               N_("No links yet: what does each activity lead to?"));
        return;
    }
    report_chapter_wide(report, N_("Links"), "links");
    struct rows rows = {.arena = &report->doc->arena};
    collect(&rows, report->model);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t end = 0;
    for (size_t i = 0; i < rows.count; i++) {
        size_t beside = i == end ? rows_of_source(&rows, i) : 0;
        end += beside;
        print_row(report, table, &rows.items[i], beside);
    }
}
