/* Chapter: the links. How one thing is to lead to another, and what has to hold.
 *
 * A link that says something has a row of its own. Those that say nothing but from where
 * to where are put together: one row for all of one source, and one for sources that
 * lead to the very same, so that a block of all to all is seen as what it is. */
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    LOOK_BACK = 64,     /* rows among which equal ones are sought */
    INDICATORS_MOST = 3 /* that are named where a link is tested */
};

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
    return !link->mechanism && !link->reference && !link->conditions.count &&
           !link->documents.count && link->key != YES && link->sign != SIGN_MINUS;
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
    parts_name(report, doc_add_paragraph(report->doc, flow, DOC_CELL), node);
}

static void add_names(struct report *report, struct doc_flow *cell,
                      const struct model_node *const *nodes, size_t count)
{
    struct doc_list *list = count > 1 ? doc_add_bullets(report->doc, cell) : NULL;
    for (size_t i = 0; i < count; i++)
        add_name(report, list ? doc_add_item(report->doc, list, NULL) : cell, nodes[i]);
}

/* --- what has to hold --------------------------------------------------------------------- */

/* What the link rests on; risks and rival explanations have a chapter of their own. */
static bool supports(const struct condition *condition)
{
    return condition->node.kind == MODEL_ASSUMPTION || condition->node.kind == MODEL_CONTEXT;
}

/* How likely it is not to hold, what is done then, and who keeps an eye on it. */
static void add_care(struct report *report, struct doc_flow *cell,
                     const struct condition *condition)
{
    if (condition->probability && condition->consequence)
        report_plain(report, cell, DOC_SMALL,
                     report_fill(report, N_("probability {1}, consequence {2}"),
                                 doc_textf(report->doc, "%d", condition->probability),
                                 doc_textf(report->doc, "%d", condition->consequence), NULL));
    if (condition->mitigation)
        report_labelled(report, cell, DOC_SMALL, N_("We do"), &condition->node,
                        condition->mitigation);
    if (condition->owner.node)
        report_labelled(report, cell, DOC_SMALL, N_("Responsible"), condition->owner.node,
                        report_name(report, condition->owner.node));
}

static void add_condition(struct report *report, struct doc_flow *cell,
                          const struct condition *condition)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    const char *kind = report_say(report, name_condition_kind(condition->node.kind));
    if (condition->critical == YES) {
        report_run_own(report, line, report_say(report, N_("critical")))->chip = true;
        report_run_own(report, line, " ");
    }
    if (condition->node.kind == MODEL_CONTEXT)
        report_run_own(report, line, doc_textf(report->doc, "%s: ", kind));
    report_run_text(report, line, &condition->node, report_name(report, &condition->node));
    add_care(report, cell, condition);
}

/* "1 risk and 2 rival explanations: see page 14" */
static void add_dangers(struct report *report, struct doc_flow *cell, size_t risks, size_t rivals)
{
    if (!risks && !rivals)
        return;
    const char *one = "", *other = "";
    if (risks)
        one = report_count(report, risks, N_("{1} risk"), N_("{1} risks"));
    if (rivals)
        other =
            report_count(report, rivals, N_("{1} rival explanation"), N_("{1} rival explanations"));
    struct doc_run *run =
        report_run_own(report, doc_add_paragraph(report->doc, cell, DOC_SMALL),
                       doc_textf(report->doc, "%s%s%s", one, *one && *other ? ", " : "", other));
    if (plan_has_chapter(report, "risks")) {
        run->target = "risks";
        run->with_page = true;
    }
}

static void add_conditions(struct report *report, struct doc_flow *cell, const struct link *link)
{
    size_t risks = 0, rivals = 0, held = 0;
    for (size_t i = 0; i < link->conditions.count; i++) {
        const struct condition *condition = model_condition(link->conditions.items[i]);
        risks += condition->node.kind == MODEL_RISK;
        rivals += condition->node.kind == MODEL_RIVAL;
        if (!supports(condition))
            continue;
        held++;
        add_condition(report, cell, condition);
    }
    if (!held && link->key == YES)
        report_missing(report, cell, N_("What has to hold for it to work?"));
    else if (!held && !risks && !rivals)
        report_dash(report, cell);
    add_dangers(report, cell, risks, rivals);
}

/* --- cells --------------------------------------------------------------------------------- */

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

/* How sure one is of it, whence that is known, and who says so: the source or we. */
static void add_evidence(struct report *report, struct doc_flow *cell, const struct link *link)
{
    const char *grade = name_evidence(link->evidence), *origin = name_link_origin(link->origin);
    if (grade)
        report_own(report, cell, DOC_CELL, grade);
    if (link->reference)
        report_text(report, cell, DOC_SMALL, &link->node, link->reference);
    parts_refs(report, cell, DOC_SMALL, N_("See"), &link->documents);
    if (!grade && !link->reference && !link->documents.count && link->key == YES)
        report_missing(report, cell, N_("How do you know?"));
    else if (!grade && !link->reference && !link->documents.count && !origin)
        report_dash(report, cell);
    if (origin)
        report_own(report, cell, DOC_SMALL, origin);
}

/* --- how it is tested ------------------------------------------------------------------------ */

/* The questions about the link itself, or those about what it leads to. */
static size_t add_questions(struct report *report, struct doc_flow *cell, const struct row *row,
                            bool itself)
{
    const struct model_list *questions = &report->model->questions;
    size_t count = 0;
    for (size_t i = 0; i < questions->count; i++) {
        const struct question *question = model_question(questions->items[i]);
        if (!model_refs_hold(&question->about, itself ? &row->link->node : row->to[0]))
            continue;
        report_node(report, cell, DOC_CELL, &question->node);
        count++;
    }
    return count;
}

/* The first indicators of what a link leads to, in small print. */
static size_t add_indicators(struct report *report, struct doc_flow *cell,
                             const struct model_node *effect)
{
    const struct model_list *list = &report->model->indicators;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!indicator_measures(model_indicator(list->items[i]), effect))
            continue;
        if (count++ < INDICATORS_MOST)
            report_labelled(report, cell, DOC_SMALL, N_("Followed with"), list->items[i],
                            report_name(report, list->items[i]));
    }
    if (count > INDICATORS_MOST)
        report_plain(
            report, cell, DOC_SMALL,
            report_count(report, count - INDICATORS_MOST, N_("and {1} more"), N_("and {1} more")));
    return count;
}

static void add_test(struct report *report, struct doc_flow *cell, const struct row *row)
{
    size_t count = 0;
    if (!row->bare)
        count = add_questions(report, cell, row, true);
    if (!count && row->to_count == 1)
        count = add_questions(report, cell, row, false);
    if (row->to_count == 1)
        count += add_indicators(report, cell, row->to[0]);
    if (count)
        return;
    if (row->link->key == YES)
        report_missing(report, cell, N_("How will you test it?"));
    else
        report_dash(report, cell);
}

/* --- rows ------------------------------------------------------------------------------------ */

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

/* What is special about a link. */
static void add_marks(struct report *report, struct doc_flow *cell, const struct link *link)
{
    if (link->key == YES)
        report_run_own(report, doc_add_paragraph(report->doc, cell, DOC_CELL),
                       report_say(report, N_("key link")))
            ->chip = true;
    if (link->sign == SIGN_MINUS)
        report_own(report, cell, DOC_SMALL, N_("makes it less, not more"));
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
        struct doc_flow *to = report_cell(report, out);
        add_names(report, to, row->to, row->to_count);
        add_marks(report, to, row->link);
        add_mechanism(report, report_cell(report, out), row);
        add_conditions(report, report_cell(report, out), row->link);
    }
    add_evidence(report, report_cell(report, out), row->link);
    add_test(report, report_cell(report, out), row);
}

static void collect(struct rows *rows, const struct model *model)
{
    for (size_t i = 0; i < model->activities.count; i++)
        add_source(rows, model->activities.items[i]);
    for (size_t i = 0; i < model->effects.count; i++)
        add_source(rows, model->effects.items[i]);
    merge_rows(rows);
}

static bool any_key(const struct model *model)
{
    for (size_t i = 0; i < model->links.count; i++)
        if (model_link(model->links.items[i])->key == YES)
            return true;
    return false;
}

static bool any_graded(const struct model *model)
{
    const struct model_list *lists[] = {&model->assumptions, &model->contexts};
    for (size_t k = 0; k < COUNT(lists); k++)
        for (size_t i = 0; i < lists[k]->count; i++) {
            const struct condition *condition = model_condition(lists[k]->items[i]);
            if (condition->probability && condition->consequence)
                return true;
        }
    return false;
}

/* A remark above the table. */
static void explain(struct report *report, const char *english)
{
    doc_add_text(report->doc, &report->doc->body, DOC_SMALL, report_say(report, english))
        ->keep_with_next = true;
}

static void add_explanation(struct report *report)
{
    if (any_key(report->model))
        explain(report, N_("A key link is one that the programme stands or falls with."));
    if (any_graded(report->model))
        explain(report,
                N_("Probability is how likely it is that it does not hold, consequence how much "
                   "that matters; both go from 1 to 5."));
}

void plan_links(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("From"), 2},        {N_("To"), 2.2},
        {N_("Mechanism"), 2.5}, {N_("What has to hold"), 2.5},
        {N_("Evidence"), 1.9},  {N_("How it is tested"), 2.3},
    };
    if (!report->model->links.count) {
        report_chapter_missing(report, N_("Links"), "links",
                               N_("No links yet: what does each activity lead to?"));
        return;
    }
    report_chapter_wide(report, N_("Links"), "links");
    add_explanation(report);
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
