/* Indicator sheets; see indicators.h. */
#include "report/indicators.h"

#include "check/measure.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"
#include "report/values.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- definitions ------------------------------------------------------------------------ */

static struct doc_flow *add_term(struct report *report, struct doc_list *list, const char *english)
{
    return doc_add_item(report->doc, list, report_say(report, english));
}

/* A text of the indicator; nothing where there is none. */
static void add_text(struct report *report, struct doc_list *list, const char *english,
                     const struct indicator *indicator, const char *text)
{
    if (text)
        report_text(report, add_term(report, list, english), DOC_TEXT, &indicator->node, text);
}

/* The same in our words; already in the document's language. */
static void add_plain(struct report *report, struct doc_list *list, const char *english,
                      const char *text)
{
    if (text && *text)
        report_plain(report, add_term(report, list, english), DOC_TEXT, text);
}

static void add_own(struct report *report, struct doc_list *list, const char *english,
                    const char *name)
{
    if (name)
        report_own(report, add_term(report, list, english), DOC_TEXT, name);
}

static void add_question(struct report *report, struct doc_list *list, const char *english,
                         const char *question)
{
    report_missing(report, add_term(report, list, english), question);
}

static struct doc_list *begin(struct report *report, struct doc_flow *flow, const char *english)
{
    report_own(report, flow, DOC_CELL_STRONG, english);
    return doc_add_definitions(report->doc, flow);
}

/* --- what is counted ---------------------------------------------------------------------- */

static void add_share(struct report *report, struct doc_list *list,
                      const struct indicator *indicator)
{
    bool proportion = indicator->type == INDICATOR_PROPORTION;
    add_text(report, list, N_("Counted"), indicator, indicator->numerator);
    if (proportion && !indicator->numerator)
        add_question(report, list, N_("Counted"), N_("When does someone count?"));
    add_text(report, list, N_("Out of"), indicator, indicator->denominator);
    if (proportion && !indicator->denominator)
        add_question(report, list, N_("Out of"), N_("Out of whom?"));
}

static const char *possible_text(struct report *report, const struct indicator *indicator)
{
    const char *lowest = report_number(report, indicator->lowest);
    const char *highest = report_number(report, indicator->highest);
    if (*lowest && *highest)
        return report_fill(report, N_("from {1} to {2}"), lowest, highest, NULL);
    if (*lowest)
        return report_fill(report, N_("at least {1}"), lowest, NULL);
    return *highest ? report_fill(report, N_("at most {1}"), highest, NULL) : "";
}

static void add_kind(struct report *report, struct doc_list *list,
                     const struct indicator *indicator)
{
    const char *role = name_indicator_role(indicator->role);
    const char *type = name_indicator_type(indicator->type);
    add_plain(report, list, N_("Kind"),
              report_join(report, role ? report_say(report, role) : "",
                          type ? report_say(report, type) : "", NULL));
    if (!type)
        add_question(report, list, N_("Type"), N_("A count, a proportion, or told in words?"));
}

static void add_counted(struct report *report, struct doc_flow *flow,
                        const struct indicator *indicator)
{
    struct doc_list *list = begin(report, flow, N_("What is looked at"));
    add_text(report, list, N_("Definition"), indicator, indicator->definition);
    add_share(report, list, indicator);
    add_kind(report, list, indicator);
    add_text(report, list, N_("Unit"), indicator, indicator->unit);
    add_plain(report, list, N_("Possible values"), possible_text(report, indicator));
    add_own(report, list, N_("Level"), name_indicator_level(indicator->level));
    add_text(report, list, N_("Split by"), indicator, indicator->disaggregation);
    add_own(report, list, N_("Wanted"), name_direction(indicator->direction));
    add_own(report, list, N_("Added up"), name_counting(indicator->counting));
    if (indicator->type == INDICATOR_COUNT && !indicator->counting)
        add_question(report, list, N_("Added up"), N_("For each period, or from the start?"));
    if (indicator->paired == YES)
        add_own(report, list, N_("Who"), N_("the same persons are followed"));
    if (indicator->paired == NO)
        add_own(report, list, N_("Who"), N_("different persons each time"));
    if (indicator->like.node)
        report_node(report, add_term(report, list, N_("Measured as")), DOC_TEXT,
                    indicator->like.node);
    add_text(report, list, N_("Why"), indicator, indicator->rationale);
}

/* --- where it comes from ------------------------------------------------------------------ */

static void add_source(struct report *report, struct doc_list *list,
                       const struct indicator *indicator)
{
    if (!indicator->source.node) {
        add_question(report, list, N_("Source"), N_("From where?"));
        return;
    }
    const struct source *source = model_source(indicator->source.node);
    struct doc_flow *item = add_term(report, list, N_("Source"));
    const char *kind = name_source_kind(source->kind);
    report_node(report, item, DOC_TEXT, &source->node);
    if (kind)
        report_own(report, item, DOC_SMALL, kind);
    if (source->producer)
        report_labelled(report, item, DOC_SMALL, N_("Produced by"), &source->node,
                        source->producer);
}

/* True within a plan that has told of each source before. */
static bool is_source_told(const struct report *report)
{
    return report->chapter && plan_has_chapter(report, "waves");
}

/* As the indicator says, else as its source does. */
static void add_collection(struct report *report, struct doc_list *list,
                           const struct indicator *indicator)
{
    const struct model_node *source = indicator->source.node;
    if (indicator->collection)
        add_text(report, list, N_("Collected"), indicator, indicator->collection);
    else if (source && model_source(source)->collection && !is_source_told(report))
        report_text(report, add_term(report, list, N_("Collected")), DOC_TEXT, source,
                    model_source(source)->collection);
}

static void add_owner(struct report *report, struct doc_list *list,
                      const struct indicator *indicator)
{
    const struct model_node *owner = parts_owner(indicator);
    if (owner)
        report_node(report, add_term(report, list, N_("Responsible")), DOC_TEXT, owner);
    else
        add_question(report, list, N_("Responsible"), N_("Who collects it?"));
}

static void add_sensitive(struct report *report, struct doc_list *list,
                          const struct indicator *indicator)
{
    if (indicator->sensitive == YES)
        add_own(report, list, N_("Sensitive"),
                N_("yes: figures that could tell about single persons are not printed"));
    else if (indicator->sensitive == NO)
        add_own(report, list, N_("Sensitive"), N_("no"));
}

static void add_collected(struct report *report, struct doc_flow *flow,
                          const struct indicator *indicator)
{
    struct doc_list *list = begin(report, flow, N_("Where the figures come from"));
    add_source(report, list, indicator);
    add_collection(report, list, indicator);
    add_plain(report, list, N_("How often"), report_every(report, value_every(indicator)));
    add_plain(report, list, N_("Ready after"), report_duration(report, value_lag(indicator)));
    if (indicator->sample.given)
        add_plain(report, list, N_("Sample"), report_number(report, indicator->sample));
    add_owner(report, list, indicator);
    add_sensitive(report, list, indicator);
    add_text(report, list, N_("Limits"), indicator, indicator->limitations);
}

/* --- what it measures --------------------------------------------------------------------- */

static const char *subject_name(const struct model_node *node)
{
    switch (node->kind) {
    case MODEL_ACTIVITY:
        return N_("Activity");
    case MODEL_EFFECT:
        return N_("Effect");
    case MODEL_GOAL:
        return N_("Goal");
    case MODEL_THEME:
        return N_("Theme");
    default:
        return NULL;
    }
}

static void add_subject(struct report *report, struct doc_paragraph *line,
                        const struct model_node *node)
{
    const char *kind = subject_name(node);
    if (!kind)
        return;
    parts_dot(report, line);
    report_run_own(report, line, doc_textf(report->doc, "%s: ", report_say(report, kind)));
    if (node->kind == MODEL_THEME) {
        report_run_text(report, line, node->parent, report_name(report, node->parent));
        report_run_own(report, line, " › ");
    }
    parts_name(report, line, node);
}

/* Its id, whether it is a key one, and what it measures, in one line. */
static void add_marks(struct report *report, struct doc_flow *flow,
                      const struct indicator *indicator)
{
    const char *key = indicator->key == YES ? report_say(report, N_("key indicator")) : "";
    const char *id = indicator->node.id ? indicator->node.id : "";
    const char *both = report_join(report, id, key, NULL);
    if (!*both && !subject_name(indicator->node.parent) && !indicator->measures.count)
        return;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, flow, DOC_SMALL);
    if (*both)
        report_run_own(report, line, both);
    add_subject(report, line, indicator->node.parent);
    for (size_t i = 0; i < indicator->measures.count; i++)
        add_subject(report, line, indicator->measures.items[i].node);
}

/* --- figures -------------------------------------------------------------------------------- */

static struct doc_table *add_figures(struct report *report, struct doc_flow *flow,
                                     const struct report_column *columns, size_t count)
{
    struct doc_column translated[8];
    for (size_t i = 0; i < count && i < COUNT(translated); i++)
        translated[i] =
            (struct doc_column){report_say(report, columns[i].heading), columns[i].share, false};
    return doc_add_table(report->doc, flow, NULL, translated, count);
}

enum { FIGURE_COLUMNS = 5 }; /* of figures that have places */

static void add_place(struct report *report, struct doc_row *row, const struct model_ref *place)
{
    struct doc_flow *cell = report_cell(report, row);
    if (place->node)
        report_node(report, cell, DOC_CELL, place->node);
    else
        report_dash(report, cell);
}

/* A row that begins with what kind of figure it holds, and where, if the table says so. */
static struct doc_row *add_figure_row(struct report *report, struct doc_table *table,
                                      const char *english, const struct model_ref *place)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_cell *kind = doc_add_cell(report->doc, row);
    kind->header = true;
    report_own(report, &kind->body, DOC_CELL, english);
    if (table->column_count == FIGURE_COLUMNS)
        add_place(report, row, place);
    return row;
}

static void add_baseline(struct report *report, struct doc_table *table,
                         const struct indicator *indicator, const struct baseline *baseline)
{
    struct doc_row *row = add_figure_row(report, table, N_("Baseline"), &baseline->place);
    struct doc_flow *value = report_cell(report, row);
    const char *text = value_baseline(report, indicator, baseline);
    report_plain(report, value, DOC_CELL, *text ? text : "–");
    if (baseline->sd.given && baseline->sd.value > 0 && !value_is_hidden(indicator, baseline))
        report_plain(report, value, DOC_SMALL,
                     report_fill(report, N_("standard deviation {1}"),
                                 report_number(report, baseline->sd), NULL));
    report_date_or_missing(report, report_cell(report, row), baseline->date);
    struct doc_flow *how = report_cell(report, row);
    if (baseline->estimated)
        report_own(report, how, DOC_CELL,
                   baseline->estimated == YES ? N_("estimated") : N_("measured"));
    if (baseline->node.title)
        report_text(report, how, DOC_SMALL, &baseline->node, baseline->node.title);
    if (!how->first)
        report_dash(report, how);
}

/* "decided by the steering group, December 2025"; "": not said. */
static const char *decided_text(struct report *report, const struct target *target)
{
    const char *date = report_date(report, target->decided);
    const char *by = target->decided_by.node ? report_name(report, target->decided_by.node) : "";
    const char *both = report_join(report, by, date, NULL);
    return *both ? report_fill(report, N_("decided: {1}"), both, NULL) : "";
}

static void add_room(struct report *report, struct doc_flow *cell,
                     const struct indicator *indicator, const char *english, struct number number)
{
    if (number.given)
        report_plain(
            report, cell, DOC_SMALL,
            report_fill(report, english, value_difference(report, indicator, number), NULL));
}

/* A range beside the value that is aimed at. */
static void add_limits(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator, const struct target *target)
{
    if (!target->value.given || (!target->min.given && !target->max.given))
        return;
    struct target limits = *target;
    limits.value = (struct number){0};
    limits.aim = AIM_RANGE;
    report_plain(
        report, cell, DOC_SMALL,
        report_fill(report, N_("acceptable: {1}"), value_aim(report, indicator, &limits), NULL));
}

static void add_target(struct report *report, struct doc_table *table,
                       const struct indicator *indicator, const struct target *target)
{
    struct doc_row *row = add_figure_row(report, table, N_("Target"), &target->place);
    const char *aim = value_aim(report, indicator, target);
    const char *level = name_target_level(target->level), *decided = decided_text(report, target);
    struct doc_flow *value = report_cell(report, row);
    report_plain(report, value, DOC_CELL, *aim ? aim : "–");
    add_limits(report, value, indicator, target);
    add_room(report, value, indicator, N_("counts as reached within {1}"), target->tolerance);
    if (target->aim != AIM_MAINTAIN)
        add_room(report, value, indicator, N_("may lose {1}"), target->margin);
    struct doc_flow *date = report_cell(report, row);
    if (date_given(target->date))
        report_plain(report, date, DOC_CELL, report_date(report, target->date));
    else
        report_missing(report, date, N_("By when?"));
    struct doc_flow *how = report_cell(report, row);
    if (level)
        report_own(report, how, DOC_CELL, level);
    if (*decided)
        report_plain(report, how, DOC_SMALL, decided);
    if (target->node.title)
        report_text(report, how, DOC_SMALL, &target->node, target->node.title);
    if (!how->first)
        report_dash(report, how);
}

static void add_milestone(struct report *report, struct doc_table *table,
                          const struct indicator *indicator, const struct milestone *milestone)
{
    struct doc_row *row = add_figure_row(report, table, N_("On the way"), &milestone->place);
    report_plain(report, report_cell(report, row), DOC_CELL,
                 value_with_unit(report, indicator, report_number(report, milestone->value)));
    report_date_or_missing(report, report_cell(report, row), milestone->date);
    struct doc_flow *how = report_cell(report, row);
    if (milestone->node.title)
        report_text(report, how, DOC_SMALL, &milestone->node, milestone->node.title);
    else
        report_dash(report, how);
}

static bool has_places(const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->baselines.count; i++)
        if (model_baseline(indicator->baselines.items[i])->place.node)
            return true;
    for (size_t i = 0; i < indicator->milestones.count; i++)
        if (model_milestone(indicator->milestones.items[i])->place.node)
            return true;
    for (size_t i = 0; i < indicator->targets.count; i++)
        if (model_target(indicator->targets.items[i])->place.node)
            return true;
    return false;
}

static size_t figure_count(const struct indicator *indicator)
{
    return indicator->baselines.count + indicator->milestones.count + indicator->targets.count;
}

/* True if its figures may stand on another page than the rest of the sheet. */
static bool is_long(const struct indicator *indicator)
{
    enum { FEW_FIGURES = 2 };
    return figure_count(indicator) > FEW_FIGURES;
}

/* Says whose figures they are, where that may not be seen from what is above them. */
static void add_caption(struct report *report, struct doc_table *table,
                        const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    const char *name = report_name(report, node);
    bool foreign = node->lang && strcmp(node->lang, report->doc->lang) != 0;
    table->caption =
        foreign ? name : report_fill(report, N_("Baseline and target: {1}"), name, NULL);
    table->caption_lang = foreign ? node->lang : NULL;
}

/* The column of places only where there are any. */
static struct doc_table *begin_figures(struct report *report, struct doc_flow *flow,
                                       const struct indicator *indicator)
{
    static const struct report_column with[FIGURE_COLUMNS] = {{N_("Figure"), 1.4},
                                                              {N_("Where"), 1.9},
                                                              {N_("Value"), 2.2},
                                                              {N_("When"), 1.5},
                                                              {N_("How known or decided"), 3.1}};
    static const struct report_column without[] = {{N_("Figure"), 1.4},
                                                   {N_("Value"), 2.8},
                                                   {N_("When"), 1.8},
                                                   {N_("How known or decided"), 4.1}};
    if (has_places(indicator))
        return add_figures(report, flow, with, COUNT(with));
    return add_figures(report, flow, without, COUNT(without));
}

static void add_all_figures(struct report *report, struct doc_flow *flow,
                            const struct indicator *indicator)
{
    if (!figure_count(indicator))
        return;
    struct doc_table *table = begin_figures(report, flow, indicator);
    if (is_long(indicator))
        add_caption(report, table, indicator);
    for (size_t i = 0; i < indicator->baselines.count; i++)
        add_baseline(report, table, indicator, model_baseline(indicator->baselines.items[i]));
    for (size_t i = 0; i < indicator->milestones.count; i++)
        add_milestone(report, table, indicator, model_milestone(indicator->milestones.items[i]));
    for (size_t i = 0; i < indicator->targets.count; i++)
        add_target(report, table, indicator, model_target(indicator->targets.items[i]));
}

static void add_revisions(struct report *report, struct doc_flow *flow,
                          const struct indicator *indicator)
{
    static const struct report_column columns[] = {
        {N_("Changed"), 2.4}, {N_("What and why"), 4.6}, {N_("Before and after"), 2.6}};
    struct doc_table *table = add_figures(report, flow, columns, COUNT(columns));
    for (size_t i = 0; i < indicator->revisions.count; i++) {
        const struct revision *revision = model_revision(indicator->revisions.items[i]);
        struct doc_row *row = doc_add_row(report->doc, table);
        report_date_or_missing(report, report_cell(report, row), revision->date);
        report_text_or(report, report_cell(report, row), &revision->node, revision->node.title,
                       N_("What was changed, and why?"));
        struct doc_flow *cell = report_cell(report, row);
        if (revision->breaks == YES)
            report_own(report, cell, DOC_CELL, N_("series break: cannot be compared"));
        else if (revision->breaks == NO)
            report_own(report, cell, DOC_CELL, N_("can still be compared"));
        else
            report_missing(report, cell, N_("Can they still be compared?"));
    }
}

/* What is missing stands as a line, not as an empty table. */
static void add_missing_figures(struct report *report, struct doc_flow *flow,
                                const struct indicator *indicator)
{
    bool in_figures = measure_has_figures(indicator);
    if (!indicator->baselines.count && in_figures && measure_is_outcome(indicator))
        report_missing(report, flow, N_("No baseline yet: where do you stand today?"));
    if (!indicator->targets.count && in_figures && indicator->role != INDICATOR_CONTEXT)
        report_missing(report, flow, N_("No target yet: where do you want to be?"));
}

/* --- a sheet ---------------------------------------------------------------------------------- */

struct doc_heading *indicator_sheet(struct report *report, const struct indicator *indicator,
                                    int level)
{
    struct doc *doc = report->doc;
    struct doc_heading *heading =
        doc_add_heading(doc, &doc->body, level, report_name(report, &indicator->node),
                        indicator->node.id ? doc_textf(doc, "sheet-%s", indicator->node.id) : NULL);
    heading->lang = indicator->node.lang;
    struct doc_flow *whole = doc_add_part(doc, doc_add_columns(doc, &doc->body), 1);
    add_marks(report, whole, indicator);
    struct doc_columns *columns = doc_add_columns(doc, whole);
    add_counted(report, doc_add_part(doc, columns, 1), indicator);
    add_collected(report, doc_add_part(doc, columns, 1), indicator);
    if (is_long(indicator))
        whole = doc_add_part(doc, doc_add_columns(doc, &doc->body), 1);
    add_all_figures(report, whole, indicator);
    add_missing_figures(report, whole, indicator);
    if (indicator->revisions.count)
        add_revisions(report, whole, indicator);
    return heading;
}

/* --- the document -------------------------------------------------------------------------------- */

static void add_front(struct report *report)
{
    struct doc *doc = report->doc;
    const struct programme *programme = report->model->programme;
    report_node(report, &doc->body, DOC_TITLE, &programme->node);
    report_plain(report, &doc->body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Indicator sheets")),
                             programme->owner ? programme->owner : "", report_state(report), NULL));
}

static const struct indicator *asked_for(const struct report *report)
{
    const struct model_node *about = report->request->about;
    return about && about->kind == MODEL_INDICATOR ? model_indicator(about) : NULL;
}

void indicators_build(struct report *report)
{
    const struct model_list *list = &report->model->indicators;
    const struct indicator *one = asked_for(report);
    static const double between = 14; /* points */
    enum { CONTENTS_LEAST = 4 };
    add_front(report);
    if (one) {
        indicator_sheet(report, one, 2);
        return;
    }
    if (!list->count)
        report_missing(report, &report->doc->body,
                       N_("No indicators yet: what will you keep an eye on?"));
    if (list->count >= CONTENTS_LEAST)
        doc_add_contents(report->doc);
    for (size_t i = 0; i < list->count; i++) {
        if (i || list->count >= CONTENTS_LEAST)
            doc_add_space(report->doc, &report->doc->body, between);
        indicator_sheet(report, model_indicator(list->items[i]), 2);
    }
}
