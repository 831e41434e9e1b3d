/* The calendar view: what of a model has a date becomes rows of a time chart; see
 * view_calendar.h. */
#include "figure/view_calendar.h"

#include "figure/chart_gantt.h"
#include "figure/view_parts.h"

#include <stdio.h>
#include <string.h>

enum {
    TICKS_MOST = 20,     /* so that there is room for their labels */
    MONTHLY_MOST = 18,   /* months of an axis that has a tick each month, */
    QUARTERLY_MOST = 36, /* or each quarter; longer ones have one each year */
    DEADLINE_ROWS = 4,
};

struct calendar {
    struct view view; /* model, language, and the figure's arena */
    struct figure *figure;
    const struct calendar_options *options;
    struct gantt gantt;
    struct title *titles;         /* of the bars of the last row */
    struct date earliest, latest; /* of all that has a date */
};

/* The title of a bar, which grows with all that falls on the same days. */
struct title {
    char *text;
    size_t length, capacity;
};

/* --- words ----------------------------------------------------------------------------- */

static const char *own_lang(const struct calendar *calendar)
{
    return language_tag(calendar->view.language);
}

/* "Omsorgsplan: 1.1.2018 – 31.7.2018"; with dates that are known only. */
static const char *dated(struct calendar *calendar, const char *name, struct date from,
                         struct date to)
{
    struct buf text = {0};
    buf_addf(&text, "%s", name);
    if (date_given(from) || date_given(to))
        buf_addf(&text, ": ");
    if (date_given(from))
        language_add_date(calendar->view.language, &text, from);
    bool same = !memcmp(&from, &to, sizeof from);
    if (date_given(to) && !same) {
        buf_add_string(&text, date_given(from) ? " – " : "– ");
        language_add_date(calendar->view.language, &text, to);
    } else if (!date_given(to)) {
        buf_addf(&text, " –");
    }
    return view_keep(&calendar->view, &text);
}

/* --- rows ------------------------------------------------------------------------------ */

static void stretch(struct calendar *calendar, struct date date)
{
    if (!date_given(date))
        return;
    struct date first = date_first_day(date), last = date_last_day(date);
    if (!date_given(calendar->earliest) || date_compare(first, calendar->earliest) < 0)
        calendar->earliest = first;
    if (!date_given(calendar->latest) || date_compare(last, calendar->latest) > 0)
        calendar->latest = last;
}

static struct gantt_row *add_row(struct calendar *calendar, const char *label, const char *lang,
                                 size_t bars)
{
    struct gantt_row *row = &calendar->gantt.rows[calendar->gantt.row_count++];
    *row = (struct gantt_row){.label = label, .lang = lang};
    row->bars = arena_array(calendar->view.arena, bars + 1, sizeof *row->bars);
    calendar->titles = arena_array(calendar->view.arena, bars + 1, sizeof *calendar->titles);
    return row;
}

/* The place in the row of the bar with exactly these dates; bar_count where there is none. */
static size_t find_bar(const struct gantt_row *row, struct date from, struct date to)
{
    size_t i = 0;
    while (i < row->bar_count && (memcmp(&row->bars[i].from, &from, sizeof from) != 0 ||
                                  memcmp(&row->bars[i].to, &to, sizeof to) != 0))
        i++;
    return i;
}

static const char *add_title(struct calendar *calendar, struct title *title, const char *words)
{
    const char *between = title->length ? "; " : "";
    size_t gap = strlen(between), length = strlen(words);
    title->text = arena_grow(calendar->view.arena, title->text, &title->capacity,
                             title->length + gap + length + 1, 1);
    memcpy(title->text + title->length, between, gap);
    memcpy(title->text + title->length + gap, words, length + 1);
    title->length += gap + length;
    return title->text;
}

/* Adds a bar to the last row where either side has a date; what falls on the same days shares
 * one. */
static void add_bar(struct calendar *calendar, struct gantt_row *row, enum gantt_look look,
                    const struct model_node *node, struct date from, struct date to)
{
    if (!date_given(from) && !date_given(to))
        return;
    stretch(calendar, from);
    stretch(calendar, to);
    size_t place = find_bar(row, from, to);
    if (place == row->bar_count)
        row->bars[row->bar_count++] = (struct gantt_bar){
            .from = from, .to = to, .look = look, .id = node->id, .lang = node->lang};
    row->bars[place].title =
        add_title(calendar, &calendar->titles[place],
                  dated(calendar, model_name(node, calendar->view.language), from, to));
}

/* Whether work is agreed on, or may come. */
static enum gantt_look look_of(const struct activity *activity)
{
    switch (activity->status) {
    case ACTIVITY_IDEA:
    case ACTIVITY_PROPOSED:
    case ACTIVITY_WAITING:
        return GANTT_OPEN;
    default:
        return GANTT_WORK;
    }
}

/* What is added to the name of an activity that may come, so that the dashes are not the only
 * sign of it. */
static const char *hint_of(const struct activity *activity)
{
    switch (activity->status) {
    case ACTIVITY_IDEA:
        return N_("idea");
    case ACTIVITY_PROPOSED:
        return N_("proposed");
    case ACTIVITY_WAITING:
        return N_("waiting");
    default:
        return NULL;
    }
}

static void add_activity(struct calendar *calendar, const struct activity *activity)
{
    struct buf text = {0}, letter = {0};
    const char *hint = hint_of(activity);
    bool dated =
        date_given(activity->from) || date_given(activity->to) || date_given(activity->until);
    buf_addf(&text, "%s", model_name(&activity->node, calendar->view.language));
    if (hint)
        buf_addf(&text, " (%s)", view_text(&calendar->view, hint));
    else if (!dated)
        buf_addf(&text, " (%s)", view_text(&calendar->view, N_("no date yet")));
    buf_add_letters(&letter, activity->position);
    struct gantt_row *row =
        add_row(calendar, view_keep(&calendar->view, &text), activity->node.lang, 1);
    row->lead = view_keep(&calendar->view, &letter);
    row->always = !dated && !calendar->options->first_year && !calendar->options->dated;
    struct date from = activity->from;
    if (activity->status == ACTIVITY_WAITING && !date_given(from))
        from = activity->until;
    add_bar(calendar, row, look_of(activity), &activity->node, from, activity->to);
}

static void add_activities(struct calendar *calendar)
{
    const struct model_list *list = &calendar->view.model->activities;
    size_t most = calendar->options->activities ? calendar->options->activities : list->count;
    for (size_t i = 0; i < list->count && calendar->gantt.row_count < most; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (activity->status != ACTIVITY_STOPPED)
            add_activity(calendar, activity);
    }
}

/* Takes back a row that has nothing in it. */
static void drop_if_empty(struct calendar *calendar, const struct gantt_row *row)
{
    if (!row->bar_count)
        calendar->gantt.row_count--;
}

static size_t method_count(const struct model *model)
{
    size_t count = 0;
    for (size_t i = 0; i < model->questions.count; i++)
        count += model_question(model->questions.items[i])->methods.count;
    return count;
}

/* Waves, and what questions are answered by on a day of its own. */
static void add_measurements(struct calendar *calendar)
{
    const struct model *model = calendar->view.model;
    struct gantt_row *row = add_row(calendar, view_text(&calendar->view, N_("Measurements")),
                                    own_lang(calendar), model->waves.count + method_count(model));
    for (size_t i = 0; i < model->waves.count; i++) {
        const struct wave *wave = model_wave(model->waves.items[i]);
        struct date to = date_given(wave->to) ? wave->to : wave->from;
        const struct model_node *named = wave->node.title ? &wave->node : wave->node.parent;
        add_bar(calendar, row, GANTT_MEASURE, named, wave->from, to);
    }
    for (size_t i = 0; i < model->questions.count; i++) {
        const struct question *question = model_question(model->questions.items[i]);
        for (size_t k = 0; k < question->methods.count; k++) {
            struct date when = model_method(question->methods.items[k])->when;
            add_bar(calendar, row, GANTT_MEASURE, &question->node, when, when);
        }
    }
    drop_if_empty(calendar, row);
}

static struct date due_of(const struct model_node *node)
{
    if (node->kind == MODEL_OUTPUT)
        return model_output(node)->due;
    if (node->kind == MODEL_PRODUCT)
        return model_product(node)->date;
    return model_ruling(node)->date;
}

/* Days that count: outputs, products or rulings. */
static void add_deadlines(struct calendar *calendar, const char *label,
                          const struct model_list *list)
{
    struct gantt_row *row =
        add_row(calendar, view_text(&calendar->view, label), own_lang(calendar), list->count);
    for (size_t i = 0; i < list->count; i++) {
        struct date date = due_of(list->items[i]);
        /* What is known to the year alone is no day yet. */
        enum gantt_look look = date.month ? GANTT_MARK : GANTT_OPEN;
        add_bar(calendar, row, look, list->items[i], date, date);
    }
    drop_if_empty(calendar, row);
}

static void add_rows(struct calendar *calendar)
{
    const struct model *model = calendar->view.model;
    calendar->gantt.rows =
        arena_array(calendar->view.arena, model->activities.count + DEADLINE_ROWS,
                    sizeof *calendar->gantt.rows);
    add_activities(calendar);
    add_measurements(calendar);
    add_deadlines(calendar, N_("Outputs"), &model->outputs);
    add_deadlines(calendar, N_("Reports and meetings"), &model->products);
    add_deadlines(calendar, N_("Decisions"), &model->rulings);
}

/* --- axis ------------------------------------------------------------------------------ */

static struct date month_after(struct date date, int months)
{
    int month = date.year * 12 + date.month - 1 + months;
    return (struct date){(int16_t)(month / 12), (int8_t)(month % 12 + 1), 1};
}

static int months_between(struct date from, struct date to)
{
    return (to.year - from.year) * 12 + to.month - from.month + 1;
}

static struct date later_of(struct date a, struct date b)
{
    return date_compare(a, b) < 0 ? b : a;
}

/* Only what has an end can be over. */
static bool is_over(const struct calendar *calendar)
{
    struct date end = calendar->view.model->programme->to;
    return date_given(end) && date_compare(date_last_day(end), calendar->options->today) < 0;
}

/* The axis begins with a month and ends with one; no dates, no axis. */
static void set_range(struct calendar *calendar)
{
    const struct programme *programme = calendar->view.model->programme;
    struct gantt *gantt = &calendar->gantt;
    stretch(calendar, programme->from);
    stretch(calendar, programme->to);
    if (!date_given(calendar->earliest))
        return;
    struct date from = calendar->earliest, to = calendar->latest;
    if (calendar->options->first_year) {
        if (date_given(calendar->options->today) && !is_over(calendar))
            from = later_of(from, calendar->options->today);
        int months = months_between(from, to);
        if (months > 12 || months < 1) /* without an end it goes on past the last date */
            to = month_after(from, 11);
    }
    gantt->from = (struct date){from.year, from.month, 1};
    gantt->to = date_last_day((struct date){to.year, to.month, 0});
}

static bool is_on_axis(const struct gantt *gantt, const struct gantt_bar *bar)
{
    if (date_given(bar->from) && date_compare(date_first_day(bar->from), gantt->to) > 0)
        return false;
    return !date_given(bar->to) || date_compare(date_last_day(bar->to), gantt->from) >= 0;
}

/* What lies before the axis or after it is left out, of the words as well. */
static void keep_on_axis(struct gantt *gantt)
{
    size_t rows = 0;
    for (size_t i = 0; i < gantt->row_count; i++) {
        struct gantt_row *row = &gantt->rows[i];
        size_t bars = 0;
        for (size_t k = 0; k < row->bar_count; k++)
            if (is_on_axis(gantt, &row->bars[k]))
                row->bars[bars++] = row->bars[k];
        row->bar_count = bars;
        if (bars || row->always)
            gantt->rows[rows++] = *row;
    }
    gantt->row_count = rows;
}

/* "aug 17", or "2017" on an axis of years. */
static const char *tick_label(struct calendar *calendar, struct date date, int step)
{
    struct buf text = {0};
    if (step >= 12) {
        buf_addf(&text, "%d", date.year);
        return view_keep(&calendar->view, &text);
    }
    enum { SHORT = 3 }; /* letters of a month's name; all Danish and English ones are ASCII there */
    struct buf month = {0};
    language_add_date(calendar->view.language, &month, (struct date){date.year, date.month, 0});
    buf_add(&text, month.data, SHORT);
    buf_release(&month);
    if (step > 1 || date.month == 1 || !calendar->gantt.tick_count)
        buf_addf(&text, " %02d", date.year % 100);
    return view_keep(&calendar->view, &text);
}

static void add_ticks(struct calendar *calendar)
{
    struct gantt *gantt = &calendar->gantt;
    int months = months_between(gantt->from, gantt->to);
    int step = months <= MONTHLY_MOST ? 1 : months <= QUARTERLY_MOST ? 3 : 12;
    while (months / step + 1 > TICKS_MOST)
        step += 12;
    gantt->ticks = arena_array(calendar->view.arena, TICKS_MOST + 2, sizeof *gantt->ticks);
    struct date date = gantt->from; /* the others where the calendar has years and quarters */
    while (date_compare(date, gantt->to) <= 0 && gantt->tick_count <= TICKS_MOST) {
        const char *label = tick_label(calendar, date, step);
        gantt->ticks[gantt->tick_count++] = (struct gantt_tick){date, label};
        int into = (date.month - 1) % (step < 12 ? step : 12);
        date = month_after(date, step - into);
    }
}

/* --- the whole in words ----------------------------------------------------------------- */

static const char *alternative(struct calendar *calendar)
{
    size_t activities = 0;
    for (size_t i = 0; i < calendar->gantt.row_count; i++)
        activities += calendar->gantt.rows[i].lead != NULL;
    struct buf from = {0}, to = {0}, text = {0};
    struct gantt *gantt = &calendar->gantt;
    language_add_date(calendar->view.language, &from,
                      (struct date){gantt->from.year, gantt->from.month, 0});
    language_add_date(calendar->view.language, &to,
                      (struct date){gantt->to.year, gantt->to.month, 0});
    char count[24];
    snprintf(count, sizeof count, "%zu", activities);
    const char *args[] = {from.data, to.data, count};
    const char *told = language_count(calendar->view.language, activities,
                                      N_("Time chart from {1} to {2}: {3} activity, and when "
                                         "measurements, deadlines and decisions fall."),
                                      N_("Time chart from {1} to {2}: {3} activities, and when "
                                         "measurements, deadlines and decisions fall."));
    if (!activities)
        told = view_text(&calendar->view,
                         N_("Time chart from {1} to {2}: when measurements, deadlines and "
                            "decisions fall."));
    buf_add_message(&text, told, args, 3);
    buf_release(&from);
    buf_release(&to);
    return view_keep(&calendar->view, &text);
}

/* One line per row: its label and what its bars say. */
static const char *description(struct calendar *calendar)
{
    struct buf text = {0};
    for (size_t i = 0; i < calendar->gantt.row_count; i++) {
        const struct gantt_row *row = &calendar->gantt.rows[i];
        buf_addf(&text, "%s\n", row->label);
        for (size_t k = 0; k < row->bar_count; k++)
            buf_addf(&text, "%s\n", row->bars[k].title);
        buf_addf(&text, "\n");
    }
    return view_keep(&calendar->view, &text);
}

static void describe(struct calendar *calendar)
{
    struct figure *figure = calendar->figure;
    const char *lang = calendar->view.model->programme->node.lang;
    figure->lang = lang ? lang : own_lang(calendar);
    figure->own_lang = own_lang(calendar);
    figure->title = view_text(&calendar->view, N_("Time chart"));
    figure->alternative = alternative(calendar);
    figure->description = description(calendar);
}

bool figure_calendar(struct figure *figure, const struct model *model,
                     const struct text_metrics *metrics, const struct language *language,
                     const struct calendar_options *options)
{
    figure_init(figure);
    struct calendar calendar = {
        .view = {.arena = &figure->arena, .model = model, .language = language},
        .figure = figure,
        .options = options,
    };
    add_rows(&calendar);
    set_range(&calendar);
    if (!date_given(calendar.gantt.from))
        return false;
    keep_on_axis(&calendar.gantt);
    if ((options->first_year || options->dated) && !calendar.gantt.row_count)
        return false;
    add_ticks(&calendar);
    calendar.gantt.today = options->today;
    calendar.gantt.today_label = view_text(&calendar.view, N_("today"));
    calendar.gantt.own_lang = own_lang(&calendar);
    chart_gantt(figure, &calendar.gantt, metrics, options->width);
    describe(&calendar);
    return true;
}
