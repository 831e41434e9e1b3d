/* The profile's last part: what the place has already, what was said of it in a Place Standard
 * session, and what its people believe drives what. Each is left out where there is none. */
#include "model/tags.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- what it has ------------------------------------------------------------------------- */

static void add_asset(struct report *report, struct doc_table *table, const struct asset *asset)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &asset->node);
    if (asset->description)
        report_text(report, name, DOC_SMALL, &asset->node, asset->description);
    struct doc_flow *kind = report_cell(report, row);
    const char *kind_name = name_asset_kind(asset->kind);
    if (kind_name)
        report_own(report, kind, DOC_CELL, kind_name);
    else
        report_dash(report, kind);
    struct doc_flow *place = report_cell(report, row);
    if (asset->place.node)
        report_node(report, place, DOC_CELL, asset->place.node);
    else
        report_dash(report, place);
}

static void add_assets(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("To build on"), 5}, {N_("Kind"), 1.6}, {N_("Place"), 2}};
    const struct model_list *list = &report->model->assets;
    if (!list->count)
        return;
    report_section(report, N_("What the place already has"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_asset(report, table, model_asset(list->items[i]));
}

/* --- Place Standard ---------------------------------------------------------------------- */

static const char *theme_name(const struct report *report, const struct score *score)
{
    if (!score->theme)
        return "–";
    struct model_tag tag = {tags_place_standard, score->theme};
    return tags_code_label(report->model, &tag, report->language);
}

static void add_session(struct report *report, const struct place_standard *session)
{
    static const struct report_column columns[] = {
        {N_("Theme"), 3}, {N_("Score (1–7)"), 1.1}, {N_("What was said"), 5}};
    struct doc_flow *body = &report->doc->body;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, body, DOC_TEXT);
    if (session->node.title)
        report_run_text(report, line, &session->node, session->node.title)->face = TEXT_SEMIBOLD;
    if (session->place.node) {
        parts_dot(report, line);
        report_run_text(report, line, session->place.node,
                        report_name(report, session->place.node));
    }
    if (date_given(session->date)) {
        parts_dot(report, line);
        report_run_own(report, line, report_date(report, session->date));
    }
    if (session->participants.given) {
        parts_dot(report, line);
        report_run_own(
            report, line,
            parts_amount(report, session->participants, N_("{1} took part"), N_("{1} took part")));
    }
    line->keep_with_next = true;
    if (!session->scores.count) {
        report_missing(report, body, N_("No scores yet."));
        return;
    }
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    table->columns[1].number = true;
    for (size_t i = 0; i < session->scores.count; i++) {
        const struct score *score = model_score(session->scores.items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        doc_add_cell_text(report->doc, row, theme_name(report, score));
        doc_add_cell_text(report->doc, row,
                          score->value.given ? report_number(report, score->value) : "–");
        parts_text(report, report_cell(report, row), &score->node, score->node.title);
    }
}

static void add_sessions(struct report *report)
{
    const struct model_list *list = &report->model->place_standards;
    if (!list->count)
        return;
    report_section(report, N_("How people see the place (Place Standard)"));
    report_own(report, &report->doc->body, DOC_SMALL,
               N_("1 is much room for improvement, 7 is little. The scores are for the "
                  "conversation about this place, not for comparing places."));
    for (size_t i = 0; i < list->count; i++)
        add_session(report, model_place_standard(list->items[i]));
}

/* --- loops ------------------------------------------------------------------------------- */

enum {
    LOOPS_MOST = 12,    /* that are told */
    STEPS_MOST = 20000, /* of the search */
    LENGTH_MOST = 12,   /* variables in a loop */
};

/* The search for loops from one variable, by way of later ones only, so that each is found
 * once. */
struct search {
    const struct loop_diagram *diagram;
    const struct model_node *start;
    const struct influence *path[LENGTH_MOST];
    size_t length, steps;
    struct report *report;
    struct doc_list *list; /* made with the first loop */
    size_t found;
};

static void tell_loop(struct search *search)
{
    struct report *report = search->report;
    bool balancing = false;
    if (!search->list)
        search->list = doc_add_bullets(report->doc, &report->doc->body);
    struct doc_flow *item = doc_add_item(report->doc, search->list, NULL);
    struct doc_paragraph *line = doc_add_paragraph(report->doc, item, DOC_TEXT);
    for (size_t i = 0; i < search->length; i++)
        balancing = balancing != (search->path[i]->sign == SIGN_MINUS);
    const char *kind = balancing ? N_("A balancing loop, which dampens itself")
                                 : N_("A reinforcing loop, which feeds itself");
    report_run_own(report, line, doc_textf(report->doc, "%s: ", report_say(report, kind)));
    report_run_text(report, line, search->start, report_name(report, search->start));
    for (size_t i = 0; i < search->length; i++) {
        const struct model_node *to = search->path[i]->to.node;
        report_run_own(report, line, " → ");
        report_run_text(report, line, to, report_name(report, to));
    }
    search->found++;
}

static bool is_on_path(const struct search *search, const struct model_node *node)
{
    for (size_t i = 0; i < search->length; i++)
        if (search->path[i]->to.node == node)
            return true;
    return false;
}

/* At most LENGTH_MOST deep. */
static void search_from(struct search *search, const struct model_node *node)
{
    const struct model_list *influences = &search->diagram->influences;
    for (size_t i = 0; i < influences->count && search->steps < STEPS_MOST; i++) {
        const struct influence *influence = model_influence(influences->items[i]);
        const struct model_node *to = influence->to.node;
        search->steps++;
        if (influence->from.node != node || !to || search->length == LENGTH_MOST ||
            search->found == LOOPS_MOST || to->order < search->start->order ||
            is_on_path(search, to))
            continue;
        search->path[search->length++] = influence;
        if (to == search->start)
            tell_loop(search);
        else
            search_from(search, to);
        search->length--;
    }
}

static void add_loops(struct report *report, const struct loop_diagram *diagram)
{
    struct search search = {.diagram = diagram, .report = report};
    for (size_t i = 0; i < diagram->variables.count; i++) {
        search.start = diagram->variables.items[i];
        search.length = 0;
        search_from(&search, search.start);
    }
}

/* What a variable stands for elsewhere in the theory, in small print. */
static void add_variable(struct report *report, struct doc_flow *cell,
                         const struct model_node *node)
{
    report_node(report, cell, DOC_CELL, node);
    parts_refs(report, cell, DOC_SMALL, N_("stands for"), &model_variable(node)->about);
}

static void add_influence(struct report *report, struct doc_table *table,
                          const struct influence *influence)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    add_variable(report, report_cell(report, row), influence->from.node);
    struct doc_flow *how = report_cell(report, row);
    report_own(report, how, DOC_CELL,
               influence->sign == SIGN_MINUS ? N_("− more gives less") : N_("+ more gives more"));
    if (influence->delayed == YES)
        report_own(report, how, DOC_SMALL, N_("with delay"));
    add_variable(report, report_cell(report, row), influence->to.node);
    parts_text(report, report_cell(report, row), &influence->node, influence->node.title);
}

static void add_diagram(struct report *report, const struct loop_diagram *diagram)
{
    static const struct report_column columns[] = {
        {N_("What"), 2.4}, {N_("Influences"), 1.8}, {N_("What"), 2.4}, {N_("How"), 2.4}};
    if (diagram->node.title) {
        struct doc_paragraph *title = doc_add_paragraph(report->doc, &report->doc->body, DOC_TEXT);
        report_run_text(report, title, &diagram->node, diagram->node.title)->face = TEXT_SEMIBOLD;
        title->keep_with_next = true;
    }
    if (diagram->influences.count) {
        struct doc_table *table = report_table(report, columns, COUNT(columns));
        for (size_t i = 0; i < diagram->influences.count; i++)
            add_influence(report, table, model_influence(diagram->influences.items[i]));
    }
    add_loops(report, diagram);
}

static void add_diagrams(struct report *report)
{
    const struct model_list *list = &report->model->loop_diagrams;
    if (!list->count)
        return;
    report_section(report, N_("What drives what (causal loops)"));
    for (size_t i = 0; i < list->count; i++)
        add_diagram(report, model_loop_diagram(list->items[i]));
}

void plan_place(struct report *report)
{
    add_assets(report);
    add_sessions(report);
    add_diagrams(report);
}
