/* Chapter: ethics. What is done so that nobody is harmed or labelled, on which legal ground
 * figures are collected, what is never shown, and how those it is about take part. */
#include "model/tags.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct source *source_at(const struct report *report, size_t i)
{
    return model_source(report->model->sources.items[i]);
}

/* --- legal grounds ------------------------------------------------------------------------ */

static bool is_sensitive_source(const struct report *report, const struct source *source)
{
    const struct model_list *list = &report->model->indicators;
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (indicator->sensitive == YES && indicator->source.node == &source->node)
            return true;
    }
    return false;
}

/* Persons are asked or noted down, so that somebody must have thought of it. */
static bool needs_basis(const struct report *report, const struct source *source)
{
    return source->kind == SOURCE_SURVEY || source->kind == SOURCE_REGISTRATION ||
           is_sensitive_source(report, source);
}

static void add_source(struct report *report, struct doc_table *table, const struct source *source)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &source->node);
    if (name_source_kind(source->kind))
        report_own(report, name, DOC_SMALL, name_source_kind(source->kind));
    struct doc_flow *basis = report_cell(report, row);
    if (source->legal_basis)
        report_text(report, basis, DOC_CELL, &source->node, source->legal_basis);
    else
        report_missing(report, basis,
                       N_("On which legal basis, or are no personal data collected?"));
}

static bool is_to_be_named(const struct report *report, const struct source *source)
{
    return source->legal_basis || needs_basis(report, source);
}

static void add_sources(struct report *report)
{
    static const struct report_column columns[] = {{N_("Source"), 4}, {N_("Legal basis"), 6}};
    struct doc_table *table = NULL;
    for (size_t i = 0; i < report->model->sources.count; i++) {
        const struct source *source = source_at(report, i);
        if (!is_to_be_named(report, source))
            continue;
        if (!table) {
            report_section(report, N_("Legal basis"));
            table = report_table(report, columns, COUNT(columns));
        }
        add_source(report, table, source);
    }
}

/* --- what is never shown -------------------------------------------------------------------- */

static void add_sensitive(struct report *report)
{
    const struct model_list *all = &report->model->indicators;
    struct doc_list *list = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct indicator *indicator = model_indicator(all->items[i]);
        if (indicator->sensitive != YES)
            continue;
        if (!list) {
            doc_add_text(report->doc, &report->doc->body, DOC_TEXT,
                         report_say(report, N_("Sensitive indicators:")))
                ->keep_with_next = true;
            list = doc_add_bullets(report->doc, &report->doc->body);
        }
        report_node(report, doc_add_item(report->doc, list, NULL), DOC_TEXT, &indicator->node);
    }
}

static void add_confidentiality(struct report *report)
{
    static const char *const rules[] = {
        N_("Of fewer than 20 persons no percentage is shown, only how many of how many."),
        N_("Sensitive figures are hidden where 1 to 4 persons count, or all but 1 to 4 of them."),
        N_("Of fewer than 20 persons they are hidden too where all or nobody counts."),
        N_("What is hidden cannot be worked out from totals, from other years or from the rest of "
           "the municipality: more is hidden until it cannot."),
        N_("The same holds in charts, in files to take along and in the texts that are read "
           "aloud."),
    };
    report_section(report, N_("Confidentiality"));
    struct doc_list *list = doc_add_bullets(report->doc, &report->doc->body);
    for (size_t i = 0; i < COUNT(rules); i++)
        report_own(report, doc_add_item(report->doc, list, NULL), DOC_TEXT, rules[i]);
    add_sensitive(report);
}

/* --- those it is about ------------------------------------------------------------------------ */

/* "A  Communal meals: influence on parts of it", with the rung of the ladder that it stands on. */
static void add_activity(struct report *report, struct doc_list *list,
                         const struct activity *activity)
{
    struct doc_paragraph *line =
        doc_add_paragraph(report->doc, doc_add_item(report->doc, list, NULL), DOC_TEXT);
    parts_name(report, line, &activity->node);
    for (size_t i = 0; i < activity->tags.count; i++) {
        const struct model_tag *tag = &activity->tags.items[i];
        if (strcmp(tag->list, "ladder") != 0 && strcmp(tag->list, "involvement") != 0)
            continue;
        parts_dot(report, line);
        report_run_own(report, line, tags_code_label(report->model, tag, report->language));
    }
}

static void add_activities(struct report *report, struct doc_list *list,
                           const struct model_node *group)
{
    for (size_t i = 0; i < report->model->activities.count; i++) {
        const struct activity *activity = model_activity(report->model->activities.items[i]);
        if (model_refs_hold(&activity->target_groups, group))
            add_activity(report, list, activity);
    }
}

/* The questions in which they are asked themselves. False: none. */
static bool add_asked(struct report *report, struct doc_list *list, const struct model_node *group)
{
    bool asked = false;
    for (size_t i = 0; i < report->model->questions.count; i++) {
        const struct question *question = model_question(report->model->questions.items[i]);
        bool named = false;
        for (size_t k = 0; k < question->methods.count && !named; k++)
            named = model_refs_hold(&model_method(question->methods.items[k])->asks, group);
        if (named)
            report_labelled(report, doc_add_item(report->doc, list, NULL), DOC_TEXT,
                            N_("Are asked themselves"), &question->node,
                            report_name(report, &question->node));
        asked = asked || named;
    }
    return asked;
}

static void add_vulnerable(struct report *report)
{
    bool any = false;
    for (size_t i = 0; i < report->model->target_groups.count; i++) {
        const struct target_group *group =
            model_target_group(report->model->target_groups.items[i]);
        if (group->vulnerable != YES)
            continue;
        if (!any)
            report_section(report, N_("People in vulnerable positions, and how they take part"));
        any = true;
        struct doc_paragraph *name = doc_add_paragraph(report->doc, &report->doc->body, DOC_TEXT);
        report_run_text(report, name, &group->node, report_name(report, &group->node))->face =
            TEXT_SEMIBOLD;
        name->keep_with_next = true;
        struct doc_list *list = doc_add_bullets(report->doc, &report->doc->body);
        add_activities(report, list, &group->node);
        if (!add_asked(report, list, &group->node))
            report_missing(report, doc_add_item(report->doc, list, NULL),
                           N_("Nobody asks them yet: how do you hear what they think?"));
    }
}

void plan_ethics(struct report *report)
{
    const struct programme *programme = report->model->programme;
    report_chapter_next(report, N_("Ethics and protection of data"), "ethics", DOC_PORTRAIT);
    if (programme->ethics)
        report_text(report, &report->doc->body, DOC_TEXT, &programme->node, programme->ethics);
    else
        report_missing(report, &report->doc->body,
                       N_("How do you make sure that nobody is harmed, put under pressure or "
                          "labelled?"));
    add_vulnerable(report);
    add_sources(report);
    add_confidentiality(report);
}
