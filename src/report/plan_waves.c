/* Chapter: measurements and methods. Where the figures come from, when it is measured, who is
 * asked in which way, and how exact the figures will be. */
#include "check/measure.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"
#include "report/values.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In small print, where there is something to say. */
static void add_small(struct report *report, struct doc_flow *cell, const char *text)
{
    if (*text)
        report_plain(report, cell, DOC_SMALL, text);
}

/* --- sources ---------------------------------------------------------------------------------- */

static void add_how(struct report *report, struct doc_flow *cell, const struct source *source)
{
    if (source->collection)
        report_text(report, cell, DOC_CELL, &source->node, source->collection);
    else if (source->kind == SOURCE_SURVEY || source->kind == SOURCE_QUALITATIVE)
        report_missing(report, cell, N_("How are they asked?"));
    if (name_sampling(source->sampling))
        report_own(report, cell, cell->first ? DOC_SMALL : DOC_CELL,
                   name_sampling(source->sampling));
    else if (source->kind == SOURCE_SURVEY)
        report_missing(report, cell, N_("Everybody, or how are they chosen?"));
    if (source->producer)
        report_labelled(report, cell, DOC_SMALL, N_("Produced by"), &source->node,
                        source->producer);
    if (!cell->first)
        report_dash(report, cell);
}

static void add_rhythm(struct report *report, struct doc_flow *cell, const struct source *source)
{
    const char *every = report_every(report, source->every);
    const char *lag = report_duration(report, source->lag);
    size_t waves = source->waves.count;
    if (*every)
        report_plain(report, cell, DOC_CELL, every);
    else if (waves)
        report_own(report, cell, DOC_CELL, N_("as planned below"));
    else
        report_missing(report, cell, N_("How often?"));
    if (*lag)
        report_plain(report, cell, DOC_SMALL,
                     report_fill(report, N_("ready after {1}"), lag, NULL));
}

static void add_source(struct report *report, struct doc_table *table, const struct source *source)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &source->node);
    const char *kind = name_source_kind(source->kind);
    add_small(report, name, kind ? report_say(report, kind) : "");
    add_how(report, report_cell(report, row), source);
    add_rhythm(report, report_cell(report, row), source);
    struct doc_flow *owner = report_cell(report, row);
    if (source->owner.node)
        report_node(report, owner, DOC_CELL, source->owner.node);
    else
        report_missing(report, owner, N_("Who?"));
}

static void add_sources(struct report *report)
{
    static const struct report_column columns[] = {{N_("Source"), 2.8},
                                                   {N_("How it is collected"), 4},
                                                   {N_("How often"), 1.8},
                                                   {N_("Responsible"), 1.8}};
    const struct model_list *list = &report->model->sources;
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < list->count; i++)
        add_source(report, table, model_source(list->items[i]));
}

/* --- waves -------------------------------------------------------------------------------------- */

static int compare_starts(struct date a, struct date b)
{
    if (!date_given(a) || !date_given(b))
        return date_given(b) - date_given(a); /* without a date: last */
    return date_compare(date_first_day(a), date_first_day(b));
}

static int compare_waves(const void *a, const void *b)
{
    const struct wave *first = model_wave(*(const struct model_node *const *)a);
    const struct wave *second = model_wave(*(const struct model_node *const *)b);
    int order = compare_starts(first->from, second->from);
    return order ? order : (first->node.order > second->node.order) - 1;
}

/* Those of a list, sorted; they live as long as the document. */
static const struct model_node **sorted(struct report *report, const struct model_list *list,
                                        int (*compare)(const void *, const void *))
{
    const struct model_node **items =
        arena_array(&report->doc->arena, list->count + 1, sizeof(const struct model_node *));
    if (list->count)
        memcpy(items, list->items, list->count * sizeof *items);
    qsort(items, list->count, sizeof *items, compare);
    return items;
}

/* "240", and of those invited "60 %". */
static void add_answers(struct report *report, struct doc_flow *cell, const struct wave *wave)
{
    const char *answers = report_number(report, wave->answers);
    report_plain(report, cell, DOC_CELL, *answers ? answers : "–");
    if (!*answers || !wave->invited.given || wave->invited.value <= 0)
        return;
    struct number rate = {100 * wave->answers.value / wave->invited.value, true, 0};
    report_plain(report, cell, DOC_SMALL,
                 doc_textf(report->doc, "%s\xC2\xA0%%", report_number(report, rate)));
}

/* Asked once for all of them. */
static void add_unanswered(struct report *report)
{
    size_t open = 0;
    for (size_t i = 0; i < report->model->waves.count; i++)
        open += !model_wave(report->model->waves.items[i])->answers.given;
    if (open)
        report_missing(report, &report->doc->body,
                       N_("How many answers do you expect, and is that enough?"));
}

static void add_wave(struct report *report, struct doc_table *table, const struct wave *wave)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    const struct source *source = model_source(wave->node.parent);
    const char *when =
        report_period(report, wave->from, date_given(wave->to) ? wave->to : wave->from);
    struct doc_flow *period = report_cell(report, row);
    if (*when)
        report_plain(report, period, DOC_CELL, when);
    else
        report_missing(report, period, N_("When?"));
    struct doc_flow *name = report_cell(report, row);
    report_node(report, name, DOC_CELL, &source->node);
    if (wave->node.title)
        report_text(report, name, DOC_SMALL, &wave->node, wave->node.title);
    const char *mode = name_wave_mode(wave->mode);
    add_small(report, name, mode ? report_say(report, mode) : "");
    struct doc_flow *places = report_cell(report, row);
    if (wave->places.count)
        parts_refs(report, places, DOC_CELL, NULL, &wave->places);
    else
        report_dash(report, places);
    const char *invited = report_number(report, wave->invited);
    report_plain(report, report_cell(report, row), DOC_CELL, *invited ? invited : "–");
    add_answers(report, report_cell(report, row), wave);
}

static void add_waves(struct report *report)
{
    static const struct report_column columns[] = {{N_("When"), 1.9},
                                                   {N_("Measurement"), 3.2},
                                                   {N_("Where"), 2.4},
                                                   {N_("Invited"), 1.1},
                                                   {N_("Answers expected"), 1.4}};
    const struct model_list *list = &report->model->waves;
    report_section(report, N_("Planned measurements"));
    if (!list->count) {
        report_missing(report, &report->doc->body,
                       N_("No measurement has a date yet: when is the first one?"));
        return;
    }
    const struct model_node **items = sorted(report, list, compare_waves);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    table->columns[3].number = table->columns[4].number = true;
    for (size_t i = 0; i < list->count; i++)
        add_wave(report, table, model_wave(items[i]));
    add_unanswered(report);
}

/* --- methods -------------------------------------------------------------------------------------- */

struct asking {
    const struct method *method;
    const struct question *question;
};

static int compare_askings(const void *a, const void *b)
{
    const struct asking *first = a, *second = b;
    int order = compare_starts(first->method->when, second->method->when);
    return order ? order : (first->method->node.order > second->method->node.order) - 1;
}

static void add_asking(struct report *report, struct doc_table *table, const struct asking *asking)
{
    const struct method *method = asking->method;
    struct doc_row *row = doc_add_row(report->doc, table);
    const char *when = report_date(report, method->when), *name = name_method(method->code);
    struct doc_flow *date = report_cell(report, row);
    if (*when)
        report_plain(report, date, DOC_CELL, when);
    else
        report_missing(report, date, N_("When?"));
    struct doc_flow *how = report_cell(report, row);
    if (name)
        report_own(report, how, DOC_CELL, name);
    if (method->node.title)
        report_text(report, how, name ? DOC_SMALL : DOC_CELL, &method->node, method->node.title);
    struct doc_flow *asked = report_cell(report, row);
    parts_refs(report, asked, DOC_CELL, NULL, &method->asks);
    if (method->informants)
        report_text(report, asked, asked->first ? DOC_SMALL : DOC_CELL, &method->node,
                    method->informants);
    if (!asked->first)
        report_dash(report, asked);
    report_node(report, report_cell(report, row), DOC_CELL, &asking->question->node);
}

static size_t collect_askings(const struct model *model, struct asking *askings)
{
    size_t count = 0;
    for (size_t i = 0; i < model->questions.count; i++) {
        const struct question *question = model_question(model->questions.items[i]);
        for (size_t k = 0; k < question->methods.count; k++, count++)
            if (askings)
                askings[count] =
                    (struct asking){model_method(question->methods.items[k]), question};
    }
    return count;
}

static void add_methods(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("When"), 1.5}, {N_("Method"), 2.8}, {N_("Who is asked"), 2.7}, {N_("Question"), 3}};
    size_t count = collect_askings(report->model, NULL);
    if (!count)
        return;
    struct asking *askings = arena_array(&report->doc->arena, count, sizeof *askings);
    collect_askings(report->model, askings);
    qsort(askings, count, sizeof *askings, compare_askings);
    report_section(report, N_("Methods and who is asked"));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < count; i++)
        add_asking(report, table, &askings[i]);
}

/* --- precision ---------------------------------------------------------------------------------------- */

/* Intervals are for samples: complete registrations have none, and neither have answers of
 * those who were easy to reach. */
static bool has_interval(const struct indicator *indicator)
{
    if (!indicator->source.node)
        return indicator->sample.given;
    const struct source *source = model_source(indicator->source.node);
    return source->kind == SOURCE_SURVEY && source->sampling != SAMPLING_SNOWBALL &&
           source->sampling != SAMPLING_CONVENIENCE;
}

/* Answers expected at the place of the baseline: planned for the indicator, else as many as
 * at the baseline. */
static struct number expected_answers(const struct indicator *indicator,
                                      const struct baseline *baseline)
{
    return indicator->sample.given ? indicator->sample : baseline->n;
}

/* How far the target for this place lies from the baseline; not given: no such figure. */
static struct number wanted_change(const struct indicator *indicator,
                                   const struct baseline *baseline)
{
    struct number start = measure_value(indicator, baseline);
    for (size_t i = 0; i < indicator->targets.count && start.given; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        struct number goal = measure_goal(indicator, target);
        if (!goal.given || (target->place.node && target->place.node != baseline->place.node))
            continue;
        double change = goal.value - start.value;
        return (struct number){change < 0 ? -change : change, true,
                               start.decimals > goal.decimals ? start.decimals : goal.decimals};
    }
    return (struct number){0};
}

/* Not given: nothing can or may be said. */
static struct number precision_of(const struct indicator *indicator,
                                  const struct baseline *baseline)
{
    struct number answers = expected_answers(indicator, baseline);
    if (!answers.given || value_is_hidden(indicator, baseline))
        return (struct number){0};
    return measure_half_width(indicator, baseline, answers.value);
}

static struct doc_row *begin_row(struct report *report, struct doc_table **table,
                                 const struct indicator *indicator)
{
    static const struct report_column columns[] = {
        {N_("Indicator"), 3.2}, {N_("Answers and uncertainty"), 4.4}, {N_("Change wanted"), 2.4}};
    if (!*table) {
        report_section(report, N_("How exact the figures will be"));
        report_own(report, &report->doc->body, DOC_SMALL,
                   /* xgettext:no-c-format */
                   N_("Half of the 95 % interval of one measurement at the level of the baseline, "
                      "for as many answers as are planned, else as many as at the baseline. The "
                      "uncertainty of a change is larger. Who did not answer is not in it."));
        *table = report_table(report, columns, COUNT(columns));
    }
    struct doc_row *row = doc_add_row(report->doc, *table);
    report_node(report, report_cell(report, row), DOC_CELL, &indicator->node);
    return row;
}

/* "Lindebo: 138 answers, ± 8 percentage points" */
static void add_precision(struct report *report, struct doc_flow *cell, struct number half,
                          const struct indicator *indicator, const struct baseline *baseline)
{
    struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
    const struct model_node *place = baseline->place.node;
    if (place) {
        report_run_text(report, line, place, report_name(report, place));
        report_run_own(report, line, ": ");
    }
    report_run_own(report, line,
                   report_fill(report, N_("{1} answers, ± {2}"),
                               report_number(report, expected_answers(indicator, baseline)),
                               value_difference(report, indicator, half), NULL));
}

static void add_wanted(struct report *report, struct doc_flow *cell,
                       const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->baselines.count; i++) {
        const struct baseline *baseline = model_baseline(indicator->baselines.items[i]);
        const struct model_node *place = baseline->place.node;
        struct number wanted = wanted_change(indicator, baseline);
        if (!wanted.given || !precision_of(indicator, baseline).given)
            continue;
        struct doc_paragraph *line = doc_add_paragraph(report->doc, cell, DOC_CELL);
        if (place && indicator->baselines.count > 1) {
            report_run_text(report, line, place, report_name(report, place));
            report_run_own(report, line, ": ");
        }
        report_run_own(report, line, value_difference(report, indicator, wanted));
    }
    if (!cell->first)
        report_dash(report, cell);
}

static void add_indicator(struct report *report, struct doc_table **table,
                          const struct indicator *indicator)
{
    struct doc_row *row = NULL;
    struct doc_flow *cell = NULL;
    for (size_t i = 0; i < indicator->baselines.count && has_interval(indicator); i++) {
        const struct baseline *baseline = model_baseline(indicator->baselines.items[i]);
        struct number half = precision_of(indicator, baseline);
        if (!half.given)
            continue;
        if (!row) {
            row = begin_row(report, table, indicator);
            cell = report_cell(report, row);
        }
        add_precision(report, cell, half, indicator, baseline);
    }
    if (row)
        add_wanted(report, report_cell(report, row), indicator);
}

static void add_precisions(struct report *report)
{
    struct doc_table *table = NULL;
    for (size_t i = 0; i < report->model->indicators.count; i++)
        add_indicator(report, &table, model_indicator(report->model->indicators.items[i]));
}

void plan_waves(struct report *report)
{
    if (!report->model->sources.count && !collect_askings(report->model, NULL)) {
        report_chapter_missing(report, N_("Measurements and methods"), "waves",
                               N_("No sources yet: where will the figures and the stories come "
                                  "from?"));
        return;
    }
    report_chapter_next(report, N_("Measurements and methods"), "waves", DOC_PORTRAIT);
    if (report->model->sources.count) {
        add_sources(report);
        add_waves(report);
    }
    add_methods(report);
    add_precisions(report);
}
