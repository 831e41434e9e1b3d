/* Chapter: the design. How the questions are answered, what is held against what, and what
 * cannot be concluded from it. Only what applies to this model is said. */
#include "check/measure.h"
#include "report/names.h"
#include "report/parts.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- what the model has --------------------------------------------------------------------- */

static enum design design_of(const struct report *report, const struct question *question)
{
    return question->design ? question->design : report->model->programme->design;
}

/* True if the programme, or a question, is answered in this way. */
static bool has_design(const struct report *report, enum design design)
{
    const struct model_list *list = &report->model->questions;
    if (report->model->programme->design == design)
        return true;
    for (size_t i = 0; i < list->count; i++)
        if (model_question(list->items[i])->design == design)
            return true;
    return false;
}

static bool is_comparison(const struct model_node *place)
{
    return place && model_place(place)->role == PLACE_COMPARISON;
}

static size_t count_places(const struct report *report, enum place_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < report->model->places.count; i++)
        count += model_place(report->model->places.items[i])->role == role;
    return count;
}

/* Whether an effect is followed with figures, or with a baseline as well. */
static bool has_outcomes(const struct report *report, bool with_baseline)
{
    const struct model_list *list = &report->model->indicators;
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (measure_is_outcome(indicator) && measure_has_figures(indicator) &&
            (indicator->baselines.count || !with_baseline))
            return true;
    }
    return false;
}

/* --- the design --------------------------------------------------------------------------------- */

static const char *explain_design(enum design design)
{
    switch (design) {
    case DESIGN_BEFORE_AFTER:
        return N_("Before and after: the same is measured before the start and again on the way "
                  "and at the end, in the same places.");
    case DESIGN_COMPARISON:
        return N_("Comparison: how it goes in the places where we act is held against how it goes "
                  "in other places, measured in the same way and at the same time.");
    case DESIGN_TIME_SERIES:
        return N_("Time series: the same is measured many times, both before and after the start, "
                  "so that a change can be told from the usual ups and downs.");
    case DESIGN_CONTRIBUTION:
        return N_("Contribution analysis: link by link it is tested whether the theory holds, and "
                  "other explanations are weighed against it.");
    case DESIGN_UNKNOWN:
        break;
    }
    return NULL;
}

/* Each design that occurs is explained, that of the programme first. */
static void add_designs(struct report *report, struct doc_flow *flow)
{
    static const enum design all[] = {DESIGN_BEFORE_AFTER, DESIGN_COMPARISON, DESIGN_TIME_SERIES,
                                      DESIGN_CONTRIBUTION};
    enum design first = report->model->programme->design;
    bool any = first != DESIGN_UNKNOWN;
    for (size_t i = 0; i < COUNT(all); i++)
        any = any || has_design(report, all[i]);
    if (first)
        report_own(report, flow, DOC_TEXT, explain_design(first));
    if (!any)
        report_missing(report, flow,
                       N_("Which design: before and after, comparison, time series or "
                          "contribution analysis?"));
    for (size_t i = 0; i < COUNT(all); i++)
        if (all[i] != first && has_design(report, all[i]))
            report_own(report, flow, DOC_TEXT, explain_design(all[i]));
}

/* --- question by question -------------------------------------------------------------------------- */

static bool needs_design(const struct question *question)
{
    return question->design || question->type == QUESTION_EFFECT ||
           question->type == QUESTION_MECHANISM;
}

static void add_comparisons(struct report *report, struct doc_flow *cell)
{
    size_t shown = 0;
    struct doc_paragraph *line = NULL;
    for (size_t i = 0; i < report->model->places.count; i++) {
        const struct model_node *place = report->model->places.items[i];
        if (!is_comparison(place))
            continue;
        if (shown++)
            report_run_own(report, line, ", ");
        else
            line = doc_add_paragraph(report->doc, cell, DOC_CELL);
        report_run_text(report, line, place, report_name(report, place));
    }
    if (!shown)
        report_missing(report, cell, N_("Which places do you compare with?"));
}

/* The baselines of the question's indicators: how many of these have one. */
static void add_starts(struct report *report, struct doc_flow *cell,
                       const struct question *question)
{
    size_t with = 0, count = question->indicators.count;
    for (size_t i = 0; i < count; i++)
        with += model_indicator(question->indicators.items[i].node)->baselines.count > 0;
    if (with && with == count)
        report_own(report, cell, DOC_CELL, N_("the baseline"));
    else if (with)
        report_plain(report, cell, DOC_CELL,
                     report_fill(report, N_("the baseline, which {1} of {2} indicators have"),
                                 doc_textf(report->doc, "%zu", with),
                                 doc_textf(report->doc, "%zu", count), NULL));
    else
        report_missing(report, cell, N_("No baseline yet: what do you hold it against?"));
}

static void add_against(struct report *report, struct doc_flow *cell,
                        const struct question *question)
{
    switch (design_of(report, question)) {
    case DESIGN_COMPARISON:
        add_comparisons(report, cell);
        break;
    case DESIGN_CONTRIBUTION:
        report_own(report, cell, DOC_CELL,
                   N_("what the theory says should happen, and other explanations"));
        break;
    case DESIGN_TIME_SERIES:
        report_own(report, cell, DOC_CELL, N_("the years before"));
        break;
    case DESIGN_BEFORE_AFTER:
    case DESIGN_UNKNOWN:
        add_starts(report, cell, question);
        break;
    }
}

static void add_question(struct report *report, struct doc_table *table,
                         const struct question *question)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *title = report_cell(report, row);
    report_node(report, title, DOC_CELL, &question->node);
    if (name_question_type(question->type))
        report_own(report, title, DOC_SMALL, name_question_type(question->type));
    struct doc_flow *cell = report_cell(report, row);
    const char *design = name_design(design_of(report, question));
    if (design)
        report_own(report, cell, DOC_CELL, design);
    else
        report_missing(report, cell, N_("How will it be answered?"));
    add_against(report, report_cell(report, row), question);
}

static void add_questions(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Question"), 4}, {N_("Design"), 2.4}, {N_("Held against"), 3.4}};
    const struct model_list *list = &report->model->questions;
    struct doc_table *table = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct question *question = model_question(list->items[i]);
        if (!needs_design(question))
            continue;
        if (!table) {
            report_subsection(report, N_("What each answer is held against"));
            table = report_table(report, columns, COUNT(columns));
        }
        add_question(report, table, question);
    }
}

/* --- the places compared with ------------------------------------------------------------------------- */

static bool lies_within(const struct model_node *inner, const struct model_node *outer)
{
    size_t steps = 0, most = 100; /* a circle is no error here */
    for (; inner && steps < most; inner = model_place(inner)->within.node, steps++)
        if (inner == outer)
            return true;
    return false;
}

/* The place where we act that has persons in common with this one; NULL: none is known. */
static const struct model_node *overlapped(const struct report *report,
                                           const struct model_node *place)
{
    for (size_t i = 0; i < report->model->places.count; i++) {
        const struct model_node *other = report->model->places.items[i];
        if (model_place(other)->role == PLACE_INTERVENTION &&
            (lies_within(place, other) || lies_within(other, place)))
            return other;
    }
    return NULL;
}

static void add_comparison(struct report *report, struct doc_flow *item, const struct place *place)
{
    const struct model_node *shared = overlapped(report, &place->node);
    report_node(report, item, DOC_TEXT, &place->node);
    if (place->description)
        report_text(report, item, DOC_SMALL, &place->node, place->description);
    if (shared)
        report_plain(report, item, DOC_SMALL,
                     report_fill(report,
                                 N_("Overlaps with {1}: the same persons count on both sides, and "
                                    "the difference looks smaller than it is."),
                                 report_name(report, shared), NULL));
    if (place->exposed == YES)
        report_own(report, item, DOC_SMALL,
                   N_("The programme reaches people here too: the difference looks smaller than it "
                      "is."));
    else if (place->exposed == NO)
        report_own(report, item, DOC_SMALL, N_("The programme does not reach people here."));
    else
        report_missing(report, item, N_("Does the programme reach people here too?"));
}

static void add_comparison_places(struct report *report, struct doc_flow *flow)
{
    if (!count_places(report, PLACE_COMPARISON))
        return;
    report_own(report, flow, DOC_CELL_STRONG, N_("Compared with"));
    struct doc_list *list = doc_add_bullets(report->doc, flow);
    for (size_t i = 0; i < report->model->places.count; i++) {
        const struct model_node *place = report->model->places.items[i];
        if (is_comparison(place))
            add_comparison(report, doc_add_item(report->doc, list, NULL), model_place(place));
    }
}

/* --- what can be concluded ----------------------------------------------------------------------------- */

static void add_point(struct report *report, struct doc_list *list, const char *text)
{
    report_plain(report, doc_add_item(report->doc, list, NULL), DOC_TEXT, text);
}

static void add_can(struct report *report, struct doc_flow *flow)
{
    bool links = has_design(report, DESIGN_CONTRIBUTION), figures = has_outcomes(report, true);
    for (size_t i = 0; i < report->model->questions.count; i++)
        links =
            links || model_question(report->model->questions.items[i])->type == QUESTION_MECHANISM;
    if (!links && !has_outcomes(report, false))
        return;
    report_own(report, flow, DOC_CELL_STRONG, N_("What can be concluded"));
    if (!figures && has_outcomes(report, false))
        report_missing(report, flow, N_("No baseline yet: what do you hold it against?"));
    if (!figures && !links)
        return;
    struct doc_list *list = doc_add_bullets(report->doc, flow);
    if (figures)
        add_point(report, list,
                  report_say(report, N_("Whether the figures have moved since the baseline, and "
                                        "how sure that is.")));
    if (figures && count_places(report, PLACE_COMPARISON))
        add_point(report, list,
                  report_say(report, N_("Whether they have moved otherwise than in the places "
                                        "compared with.")));
    if (links)
        add_point(report, list,
                  report_say(report, N_("Whether the links hold in practice, and for whom.")));
    if (figures)
        add_point(
            report, list,
            report_say(report, N_("That the development is compatible with the theory; that the "
                                  "programme has contributed only where its links have been tested "
                                  "and other explanations weighed.")));
}

/* --- what cannot --------------------------------------------------------------------------------------------- */

/* Measurements of an indicator before the start, in places of this kind, on different days. */
static size_t earlier_points(const struct report *report, const struct indicator *indicator,
                             bool comparison)
{
    size_t count = 0;
    struct date start = date_first_day(report->model->programme->from), seen = {0};
    for (size_t i = 0; i < indicator->baselines.count; i++) {
        const struct baseline *baseline = model_baseline(indicator->baselines.items[i]);
        struct date day = date_first_day(baseline->date);
        if (is_comparison(baseline->place.node) != comparison || !date_given(day) ||
            (date_given(start) && date_compare(day, start) >= 0))
            continue;
        count += !date_given(seen) || date_compare(seen, day) != 0;
        seen = day;
    }
    return count;
}

/* Nothing is known of how they went together before, for any of the indicators. */
static bool is_untested(const struct report *report)
{
    const struct model_list *list = &report->model->indicators;
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        if (earlier_points(report, indicator, true) >= 2 &&
            earlier_points(report, indicator, false) >= 2)
            return false;
    }
    return true;
}

static void add_about_comparing(struct report *report, struct doc_list *list)
{
    bool compares = has_design(report, DESIGN_COMPARISON);
    if (has_design(report, DESIGN_BEFORE_AFTER) && !count_places(report, PLACE_COMPARISON))
        add_point(report, list,
                  report_say(report, N_("Before and after alone cannot tell the effect from other "
                                        "things that happened in the same time.")));
    if (compares && count_places(report, PLACE_INTERVENTION) == 1)
        add_point(
            report, list,
            report_say(report, N_("One place counts as one, however many people answer: the "
                                  "comparison describes, it proves nothing. Two places can go "
                                  "different ways for many reasons.")));
    else if (compares && count_places(report, PLACE_INTERVENTION))
        add_point(report, list,
                  report_say(report, N_("Each place counts as one, however many people answer: "
                                        "with so few, the comparison describes, it proves "
                                        "nothing.")));
    if (compares && is_untested(report))
        add_point(
            report, list,
            report_say(report, N_("Whether the places would otherwise have followed each other has "
                                  "not been tested: that takes at least two earlier measurements "
                                  "in each.")));
}

/* How many times a source measures: waves of one day in several places are one. */
static size_t count_waves(const struct source *source)
{
    size_t count = 0;
    for (size_t i = 0; i < source->waves.count; i++) {
        struct date day = date_first_day(model_wave(source->waves.items[i])->from);
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++)
            seen = !date_compare(date_first_day(model_wave(source->waves.items[k])->from), day);
        count += !seen;
    }
    return count;
}

static void add_about_source(struct report *report, struct doc_list *list,
                             const struct source *source)
{
    const char *name = report_name(report, &source->node);
    if (source->sampling == SAMPLING_SNOWBALL || source->sampling == SAMPLING_CONVENIENCE)
        add_point(report, list,
                  report_fill(report,
                              N_("{1}: those who answer are not drawn at random. They do not "
                                 "speak for all, and no interval is calculated."),
                              name, NULL));
    if (count_waves(source) == 2)
        add_point(report, list,
                  report_fill(report, N_("{1}: two measurements are a comparison and not a trend."),
                              name, NULL));
}

/* Effects that come after the end. */
static void add_about_time(struct report *report, struct doc_list *list)
{
    struct date end = date_last_day(report->model->programme->to);
    for (size_t i = 0; i < report->model->effects.count && date_given(end); i++) {
        const struct effect *effect = model_effect(report->model->effects.items[i]);
        struct date first = date_first_day(effect->expected);
        if (date_given(first) && date_compare(first, end) > 0)
            add_point(report, list,
                      report_fill(report,
                                  N_("«{1}» can be expected from {2}, after the programme has "
                                     "ended."),
                                  report_name(report, &effect->node),
                                  report_date(report, effect->expected), NULL));
    }
}

/* Figures of effects that are followed, each place for itself. */
static size_t count_figures(const struct report *report)
{
    size_t figures = 0, places = count_places(report, PLACE_INTERVENTION);
    for (size_t i = 0; i < report->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(report->model->indicators.items[i]);
        if (measure_is_outcome(indicator) && measure_has_figures(indicator))
            figures += places ? places : 1;
    }
    return figures;
}

static void add_about_figures(struct report *report, struct doc_list *list)
{
    enum { IN_ALARM = 20, FEWEST = 20 }; /* at 95 %, one of 20 */
    size_t figures = count_figures(report), unpaired = 0, estimated = 0;
    for (size_t i = 0; i < report->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(report->model->indicators.items[i]);
        unpaired += indicator->paired == NO;
        for (size_t k = 0; k < indicator->baselines.count; k++)
            estimated += model_baseline(indicator->baselines.items[k])->estimated == YES;
    }
    if (unpaired)
        add_point(report, list,
                  report_say(report, N_("Different persons answer each time. When people move in "
                                        "or out, a figure can change although nobody's life "
                                        "has.")));
    if (estimated)
        add_point(report, list,
                  report_count(report, estimated, N_("{1} baseline is estimated and not measured."),
                               N_("{1} baselines are estimated and not measured.")));
    if (figures >= FEWEST)
        add_point(report, list,
                  report_fill(report,
                              N_("{1} figures are followed. About {2} of them will look like a "
                                 "change by chance alone."),
                              doc_textf(report->doc, "%zu", figures),
                              doc_textf(report->doc, "%zu", (figures + IN_ALARM / 2) / IN_ALARM),
                              NULL));
}

static void add_cannot(struct report *report, struct doc_flow *flow)
{
    const struct programme *programme = report->model->programme;
    report_own(report, flow, DOC_CELL_STRONG, N_("What cannot be concluded"));
    if (programme->limits)
        report_text(report, flow, DOC_TEXT, &programme->node, programme->limits);
    else
        report_missing(report, flow, N_("What will the evaluation not be able to show?"));
    struct doc_list *list = doc_add_bullets(report->doc, flow);
    add_about_comparing(report, list);
    for (size_t i = 0; i < report->model->sources.count; i++)
        add_about_source(report, list, model_source(report->model->sources.items[i]));
    add_about_time(report, list);
    add_about_figures(report, list);
}

/* Nothing is said yet that anything could follow from. */
static bool is_empty(const struct report *report)
{
    const struct programme *programme = report->model->programme;
    return !programme->design && !programme->limits && !report->model->questions.count &&
           !report->model->sources.count && !count_places(report, PLACE_COMPARISON) &&
           !has_outcomes(report, false);
}

void plan_design(struct report *report)
{
    if (is_empty(report)) {
        report_chapter_missing(report, N_("Design and limits"), "design",
                               N_("Which design: before and after, comparison, time series or "
                                  "contribution analysis?"));
        return;
    }
    report_chapter_next(report, N_("Design and limits"), "design", DOC_LANDSCAPE);
    struct doc_columns *columns = doc_add_columns(report->doc, &report->doc->body);
    struct doc_flow *left = doc_add_part(report->doc, columns, 1);
    struct doc_flow *right = doc_add_part(report->doc, columns, 1);
    add_designs(report, left);
    add_comparison_places(report, left);
    add_can(report, left);
    add_cannot(report, right);
    add_questions(report);
}
