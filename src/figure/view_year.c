/* The year wheel of a model: what happens in which month; see view_calendar.h. */
#include "figure/chart_wheel.h"
#include "figure/view_calendar.h"
#include "figure/view_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct year {
    struct view view; /* model, language, and the figure's arena */
    struct figure *figure;
    int year;
    struct wheel wheel;
    size_t capacity; /* of the wheel's events */
};

/* --- events ---------------------------------------------------------------------------- */

/* Adds an event on a date that is known to the month at least. */
static void add(struct year *year, const char *what, const struct model_node *node,
                struct date date, enum style_color color)
{
    struct wheel *wheel = &year->wheel;
    if (date.year != year->year || !date.month)
        return;
    wheel->events = arena_grow(year->view.arena, wheel->events, &year->capacity,
                               wheel->event_count + 1, sizeof *wheel->events);
    wheel->events[wheel->event_count++] = (struct wheel_event){
        .month = date.month,
        .day = date.day,
        .id = node->id,
        .label = model_name(node, year->view.language),
        .lang = node->lang,
        .tag = view_text(&year->view, what),
        .color = color,
    };
}

static void add_activities(struct year *year)
{
    const struct model_list *list = &year->view.model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (activity->status == ACTIVITY_STOPPED)
            continue;
        add(year, N_("Begins"), &activity->node, activity->from, STYLE_ACCENT);
        add(year, N_("Ends"), &activity->node, activity->to, STYLE_ACCENT);
        if (activity->status == ACTIVITY_WAITING)
            add(year, N_("Decide"), &activity->node, activity->until, STYLE_WAITING);
    }
}

static void add_measurements(struct year *year)
{
    const struct model *model = year->view.model;
    for (size_t i = 0; i < model->waves.count; i++) {
        const struct wave *wave = model_wave(model->waves.items[i]);
        const struct model_node *named = wave->node.title ? &wave->node : wave->node.parent;
        add(year, N_("Measure"), named, wave->from, STYLE_ACCENT_3);
    }
    for (size_t i = 0; i < model->questions.count; i++) {
        const struct question *question = model_question(model->questions.items[i]);
        for (size_t k = 0; k < question->methods.count; k++)
            add(year, N_("Measure"), &question->node,
                model_method(question->methods.items[k])->when, STYLE_ACCENT_3);
    }
}

static void add_deadlines(struct year *year)
{
    const struct model *model = year->view.model;
    for (size_t i = 0; i < model->outputs.count; i++)
        add(year, N_("Deliver"), model->outputs.items[i],
            model_output(model->outputs.items[i])->due, STYLE_HEADING);
    for (size_t i = 0; i < model->products.count; i++)
        add(year, N_("Report"), model->products.items[i],
            model_product(model->products.items[i])->date, STYLE_HEADING);
    for (size_t i = 0; i < model->rulings.count; i++)
        add(year, N_("Decision"), model->rulings.items[i],
            model_ruling(model->rulings.items[i])->date, STYLE_HEADING);
}

/* The day that counts for the order: the middle of the month, where it stands, if not known. */
static int day_of(const struct wheel_event *event)
{
    return event->day ? event->day : 15;
}

static int by_date(const void *pa, const void *pb)
{
    const struct wheel_event *a = pa, *b = pb;
    if (a->month != b->month)
        return a->month - b->month;
    if (day_of(a) != day_of(b))
        return day_of(a) - day_of(b);
    int order = strcmp(a->tag, b->tag);
    return order ? order : strcmp(a->label, b->label);
}

/* --- words ----------------------------------------------------------------------------- */

static const char *short_month(struct year *year, int month)
{
    enum { SHORT = 3 }; /* letters; all Danish and English ones are ASCII there */
    struct buf text = {0};
    language_add_date(year->view.language, &text,
                      (struct date){(int16_t)year->year, (int8_t)month, 0});
    const char *name = arena_copy(year->view.arena, text.data, SHORT);
    buf_release(&text);
    return name;
}

/* One line per event: "March: Measure: Trivselsmåling". */
static const char *description(struct year *year)
{
    struct buf text = {0};
    for (size_t i = 0; i < year->wheel.event_count; i++) {
        const struct wheel_event *event = &year->wheel.events[i];
        language_add_date(
            year->view.language, &text,
            (struct date){(int16_t)year->year, (int8_t)event->month, (int8_t)event->day});
        buf_addf(&text, ": %s: %s\n", event->tag, event->label);
    }
    return view_keep(&year->view, &text);
}

static void describe(struct year *year)
{
    struct figure *figure = year->figure;
    struct buf text = {0};
    char count[24];
    snprintf(count, sizeof count, "%zu", year->wheel.event_count);
    const char *args[] = {year->wheel.year, count};
    buf_add_message(&text,
                    language_count(year->view.language, year->wheel.event_count,
                                   N_("Year wheel of {1} with {2} event around its months."),
                                   N_("Year wheel of {1} with {2} events around its months.")),
                    args, 2);
    const char *lang = year->view.model->programme->node.lang;
    figure->own_lang = language_tag(year->view.language);
    figure->lang = lang ? lang : figure->own_lang;
    figure->title = view_text(&year->view, N_("Year wheel"));
    figure->alternative = view_keep(&year->view, &text);
    figure->description = description(year);
}

bool figure_year(struct figure *figure, const struct model *model,
                 const struct text_metrics *metrics, const struct language *language, int year,
                 double width)
{
    figure_init(figure);
    struct year made = {
        .view = {.arena = &figure->arena, .model = model, .language = language},
        .figure = figure,
        .year = year,
    };
    add_activities(&made);
    add_measurements(&made);
    add_deadlines(&made);
    struct wheel *wheel = &made.wheel;
    if (!wheel->event_count)
        return false;
    qsort(wheel->events, wheel->event_count, sizeof *wheel->events, by_date);
    struct buf number = {0};
    buf_addf(&number, "%d", year);
    wheel->year = view_keep(&made.view, &number);
    wheel->own_lang = language_tag(language);
    for (int month = 1; month <= 12; month++)
        wheel->months[month - 1] = short_month(&made, month);
    chart_wheel(figure, wheel, metrics, width);
    describe(&made);
    return true;
}
