/* Chapter: how progress will be judged. The statuses in plain words, for the kinds of targets
 * that this model has. */
#include "base/status.h"
#include "check/measure.h"
#include "report/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The thresholds in force, in per cent: of the change that is expected by now, and of the time. */
static const char on_track[] = "95\xC2\xA0%", a_little_behind[] = "60\xC2\xA0%",
                  too_early[] = "20\xC2\xA0%";

/* When a status is given and what it says. {1} {2} {3} are the thresholds. */
struct status_rule {
    enum status status;         /* whose sign it has */
    const char *name;           /* what it is called here: N_(); NULL: as the status */
    const char *when, *meaning; /* N_() */
};

static const struct status_rule of_value[] = {
    {STATUS_REACHED, NULL, N_("The figure is at the target or past it."),
     N_("The target is met. Keep an eye on whether it lasts.")},
    {STATUS_TOO_EARLY, NULL,
     N_("Before the change can be expected, or in the first {3} of the time from then."),
     N_("No judgement yet: the figure is shown, and that is all.")},
    {STATUS_ON_TRACK, NULL, N_("At least {1} of the change that is expected by now."),
     N_("Go on.")},
    {STATUS_LITTLE_BEHIND, NULL, N_("At least {2} of it."), N_("Ask those who deliver why.")},
    {STATUS_BEHIND, NULL, N_("Less, but no worse than the baseline."),
     N_("Decide what is to be changed.")},
    {STATUS_WRONG_DIRECTION, NULL, N_("Worse than the baseline."),
     N_("Take it up now: stop, change, or find out why.")},
    {STATUS_PARTLY_REACHED, NULL,
     N_("The date has come, and at least {2} of the whole change is there."),
     N_("Say what is left, and whether it still matters.")},
    {STATUS_NOT_REACHED, NULL, N_("The date has come, and less is there."),
     N_("Say why, and what was learnt.")},
};

static const struct status_rule of_value_alone[] = {
    {STATUS_MET, NULL, N_("The figure is at the target or past it."), N_("Done as planned.")},
    {STATUS_UNDER_WAY, NULL, N_("Not yet, and the date has not come."), N_("No judgement yet.")},
    {STATUS_NOT_MET, NULL, N_("Not yet, and the date has come."),
     N_("Say why, and what will be done.")},
};

static const struct status_rule of_range[] = {
    {STATUS_INSIDE, NULL, N_("The figure lies within the limits."), N_("As wanted.")},
    {STATUS_OUTSIDE, NULL, N_("The figure lies outside them."),
     N_("Decide what is to be changed.")},
};

static const struct status_rule of_gap[] = {
    {STATUS_REACHED, N_("reached or on track"),
     N_("The distance is as small as expected by now, and the place itself has not become worse."),
     N_("The places come closer because it goes better here.")},
    {STATUS_GAP_ONLY, NULL, N_("The distance is smaller, but the place itself has become worse."),
     N_("It has gone back elsewhere: nothing is won.")},
    {STATUS_BEHIND, NULL, N_("The distance is larger than expected by now."),
     N_("Decide what is to be changed.")},
};

static const struct status_rule of_direction[] = {
    {STATUS_AS_WISHED, NULL, N_("The figure has moved the way it should."), N_("Go on.")},
    {STATUS_UNCHANGED, NULL, N_("It is as at the baseline."), N_("Ask those who deliver why.")},
    {STATUS_OPPOSITE, NULL, N_("It has moved the other way."), N_("Take it up now.")},
};

static const struct status_rule of_maintain[] = {
    {STATUS_MET, NULL, N_("It has surely not lost more than the margin that was agreed."),
     N_("It holds.")},
    {STATUS_WORSE, NULL, N_("It has surely lost more."), N_("Take it up now.")},
    {STATUS_UNDECIDED, NULL, N_("The uncertainty reaches across the margin."),
     N_("We cannot know yet.")},
};

static const struct status_rule of_words[] = {
    {STATUS_JUDGED, NULL,
     N_("Several people judge together what was told, on an agreed scale, and say by what."),
     N_("No percentages: how many said it does not say how much it matters.")},
};

static const struct status_rule of_all[] = {
    {STATUS_UNDECIDED, NULL,
     N_("The uncertainty holds both no change and the change that is expected by now."),
     N_("It stands instead of the status above: we cannot know yet.")},
    {STATUS_MISSING, NULL, N_("A measurement was due and has not been made."),
     N_("Nothing is carried forward: the last one is shown with its date.")},
    {STATUS_NOT_PLANNED, NULL, N_("None was due this year."),
     N_("The last one is shown with its date, never as this year's.")},
    {STATUS_NOT_JUDGED, NULL, N_("There is no target, or an effect has no baseline."),
     N_("The figure is shown, and no more is said.")},
};

static const struct status_rule of_hidden[] = {
    {STATUS_HIDDEN, NULL, N_("So few that single persons could be recognised."),
     N_("The figure is not shown, in no table and no chart.")},
};

static const struct status_rule of_break[] = {
    {STATUS_BREAK, NULL, N_("The indicator was changed so that before and after differ."),
     N_("The figures stand on each side of the break and are not compared.")},
};

/* --- which of them occur -------------------------------------------------------------------------- */

enum set { VALUE, VALUE_ALONE, RANGE, GAP, DIRECTION, MAINTAIN, WORDS, ALL, HIDDEN, BREAK, SETS };

static const struct {
    const char *name; /* N_() */
    const struct status_rule *items;
    size_t count;
} sets[SETS] = {
    [VALUE] = {N_("A figure to be reached"), of_value, COUNT(of_value)},
    [VALUE_ALONE] = {N_("What was done, where there is no baseline"), of_value_alone,
                     COUNT(of_value_alone)},
    [RANGE] = {N_("Limits to lie within"), of_range, COUNT(of_range)},
    [GAP] = {N_("A distance to other places"), of_gap, COUNT(of_gap)},
    [DIRECTION] = {N_("Only a direction"), of_direction, COUNT(of_direction)},
    [MAINTAIN] = {N_("Something to be kept"), of_maintain, COUNT(of_maintain)},
    [WORDS] = {N_("Told in words"), of_words, COUNT(of_words)},
    [ALL] = {N_("For all of them"), of_all, COUNT(of_all)},
    [HIDDEN] = {NULL, of_hidden, COUNT(of_hidden)},
    [BREAK] = {NULL, of_break, COUNT(of_break)},
};

static enum set set_of(const struct indicator *indicator, const struct target *target)
{
    switch (target->aim) {
    case AIM_GAP:
        return GAP;
    case AIM_DIRECTION:
        return DIRECTION;
    case AIM_MAINTAIN:
        return MAINTAIN;
    case AIM_RANGE:
        return RANGE;
    case AIM_VALUE:
    case AIM_UNKNOWN:
        break;
    }
    if (!target->value.given && target->min.given && target->max.given)
        return RANGE;
    return indicator->baselines.count || measure_is_outcome(indicator) ? VALUE : VALUE_ALONE;
}

static void mark_indicator(bool *occurs, const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->targets.count; i++)
        occurs[set_of(indicator, model_target(indicator->targets.items[i]))] = true;
    if (indicator->type == INDICATOR_QUALITATIVE)
        occurs[WORDS] = true;
    if (indicator->sensitive == YES)
        occurs[HIDDEN] = true;
    for (size_t i = 0; i < indicator->revisions.count; i++)
        if (model_revision(indicator->revisions.items[i])->breaks == YES)
            occurs[BREAK] = true;
}

/* --- the chapter -------------------------------------------------------------------------------------- */

static const char *with_thresholds(const struct report *report, const char *english)
{
    return report_fill(report, english, on_track, a_little_behind, too_early, NULL);
}

static void add_status(struct report *report, struct doc_table *table,
                       const struct status_rule *status)
{
    const char *called = status->name ? status->name : status_words(status->status);
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_paragraph *name = doc_add_paragraph(report->doc, report_cell(report, row), DOC_CELL);
    report_run_own(report, name,
                   doc_textf(report->doc, "%s\xC2\xA0 ", status_sign(status->status)));
    report_run_own(report, name, report_say(report, called))->face = TEXT_SEMIBOLD;
    report_plain(report, report_cell(report, row), DOC_CELL, with_thresholds(report, status->when));
    report_own(report, report_cell(report, row), DOC_CELL, status->meaning);
}

static void add_set(struct report *report, struct doc_table *table, enum set set)
{
    if (sets[set].name) {
        struct doc_cell *cell = doc_add_cell(report->doc, doc_add_row(report->doc, table));
        cell->header = true;
        cell->columns = 3;
        cell->look = DOC_CELL_PANEL;
        report_own(report, &cell->body, DOC_CELL_STRONG, sets[set].name);
    }
    for (size_t i = 0; i < sets[set].count; i++)
        add_status(report, table, &sets[set].items[i]);
}

static bool has_milestones(const struct report *report)
{
    const struct model_list *list = &report->model->indicators;
    for (size_t i = 0; i < list->count; i++)
        if (model_indicator(list->items[i])->milestones.count)
            return true;
    return false;
}

/* What the figures are held against, and with which thresholds. */
static void add_expected(struct report *report)
{
    struct doc_flow *body = &report->doc->body;
    report_own(report, body, DOC_TEXT,
               has_milestones(report)
                   ? N_("Each year the figure is held against what can be expected by then: a "
                        "straight line from the baseline, from the day when the change can begin, "
                        "through the steps that were agreed on the way, to the target.")
                   : N_("Each year the figure is held against what can be expected by then: a "
                        "straight line from the baseline, from the day when the change can begin, "
                        "to the target."));
    report_plain(
        report, body, DOC_SMALL,
        with_thresholds(report, N_("In force: {1} and {2} of the change that is expected by "
                                   "now, and {3} of the time. Where nothing else was agreed, a "
                                   "figure counts as reached within half of its last digit. The "
                                   "first line that fits is the status.")));
}

void plan_rules(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("Status"), 2.2}, {N_("When"), 4}, {N_("What it means"), 3.6}};
    const struct model_list *list = &report->model->indicators;
    bool occurs[SETS] = {false}, judged = false;
    for (size_t i = 0; i < list->count; i++)
        mark_indicator(occurs, model_indicator(list->items[i]));
    for (size_t set = 0; set < ALL; set++)
        judged = judged || occurs[set];
    if (!judged) {
        report_chapter_missing(report, N_("How progress is judged"), "rules",
                               N_("No targets yet, so there is nothing to judge by: where do you "
                                  "want to be, and when?"));
        return;
    }
    occurs[ALL] = true;
    report_chapter_next(report, N_("How progress is judged"), "rules", DOC_PORTRAIT);
    if (occurs[VALUE] || occurs[GAP])
        add_expected(report);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t set = 0; set < SETS; set++)
        if (occurs[set])
            add_set(report, table, (enum set)set);
}
