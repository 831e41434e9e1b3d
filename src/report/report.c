/* Words and setting that the sections share; see report.h. */
#include "report/report.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARGUMENTS_MOST = 6, COLUMNS_MOST = 12 };

/* --- words ---------------------------------------------------------------------- */

const char *report_keep(const struct report *report, struct buf *buf)
{
    const char *text = arena_copy(&report->doc->arena, buf->data, buf->length);
    buf_release(buf);
    return text;
}

const char *report_say(const struct report *report, const char *english)
{
    return language_text(report->language, english);
}

const char *report_fill(const struct report *report, const char *english, ...)
{
    const char *args[ARGUMENTS_MOST], *arg;
    size_t count = 0;
    va_list list;
    va_start(list, english);
    while (count < ARGUMENTS_MOST && (arg = va_arg(list, const char *)))
        args[count++] = arg;
    va_end(list);
    struct buf text;
    buf_init(&text, 0);
    buf_add_message(&text, report_say(report, english), args, count);
    return report_keep(report, &text);
}

const char *report_count(const struct report *report, size_t count, const char *one,
                         const char *many)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    const char *args[] = {digits};
    struct buf text;
    buf_init(&text, 0);
    buf_add_message(&text, language_count(report->language, count, one, many), args, 1);
    return report_keep(report, &text);
}

const char *report_date(const struct report *report, struct date date)
{
    struct buf text;
    buf_init(&text, 0);
    if (date_given(date))
        language_add_date(report->language, &text, date);
    return report_keep(report, &text);
}

const char *report_number(const struct report *report, struct number number)
{
    struct buf text;
    buf_init(&text, 0);
    if (number.given)
        language_add_number(report->language, &text, number.value, number.decimals);
    return report_keep(report, &text);
}

/* The length of `start` without a year at its end that `end` has too: "May 2018" to "June
 * 2018" is "May–June 2018". */
static int length_before_year(const char *start, const char *end)
{
    const char *year = strrchr(start, ' '), *same = strrchr(end, ' ');
    return year && same && !strcmp(year, same) ? (int)(year - start) : (int)strlen(start);
}

const char *report_period(const struct report *report, struct date from, struct date to)
{
    const char *start = report_date(report, from), *end = report_date(report, to);
    if (!strcmp(start, end))
        return start;
    if (!*end)
        return report_fill(report, N_("from {1}"), start, NULL);
    if (!*start)
        return report_fill(report, N_("until {1}"), end, NULL);
    int length = length_before_year(start, end);
    const char *dash = memchr(start, ' ', (size_t)length) ? " – " : "–";
    return doc_textf(report->doc, "%.*s%s%s", length, start, dash, end);
}

const char *report_ages(const struct report *report, const char *ages)
{
    size_t from = strcspn(ages, "-");
    const char *to = ages[from] ? ages + from + 1 : "";
    const char *first = doc_textf(report->doc, "%.*s", (int)from, ages);
    if (*to)
        return report_fill(report, N_("{1}–{2} years"), first, to, NULL);
    return report_fill(report, N_("{1} years and over"), first, NULL);
}

/* The count of an ISO 8601 duration, which is one of years, months, weeks or days. */
static size_t count_of(const char *duration, char *unit)
{
    char *end;
    size_t count = strtoul(duration + 1, &end, 10);
    *unit = *end;
    return count;
}

const char *report_every(const struct report *report, const char *duration)
{
    char unit;
    if (!duration)
        return "";
    size_t count = count_of(duration, &unit);
    if (unit == 'M' && count == 6)
        return report_say(report, N_("every half year"));
    if (unit == 'M' && count == 3)
        return report_say(report, N_("every quarter"));
    switch (unit) {
    case 'Y':
        return report_count(report, count, N_("every year"), N_("every {1} years"));
    case 'M':
        return report_count(report, count, N_("every month"), N_("every {1} months"));
    case 'W':
        return report_count(report, count, N_("every week"), N_("every {1} weeks"));
    default:
        return report_count(report, count, N_("every day"), N_("every {1} days"));
    }
}

const char *report_duration(const struct report *report, const char *duration)
{
    char unit;
    if (!duration)
        return "";
    size_t count = count_of(duration, &unit);
    switch (unit) {
    case 'Y':
        return report_count(report, count, N_("{1} year"), N_("{1} years"));
    case 'M':
        return report_count(report, count, N_("{1} month"), N_("{1} months"));
    case 'W':
        return report_count(report, count, N_("{1} week"), N_("{1} weeks"));
    default:
        return report_count(report, count, N_("{1} day"), N_("{1} days"));
    }
}

const char *report_letter(const struct report *report, const struct activity *activity)
{
    struct buf letters;
    buf_init(&letters, 0);
    buf_add_letters(&letters, activity->position);
    return report_keep(report, &letters);
}

const char *report_name(const struct report *report, const struct model_node *node)
{
    return model_name(node, report->language);
}

const char *report_join(const struct report *report, ...)
{
    struct buf text;
    buf_init(&text, 0);
    va_list list;
    va_start(list, report);
    for (const char *part; (part = va_arg(list, const char *));)
        if (*part)
            buf_addf(&text, "%s%s", text.length ? " · " : "", part);
    va_end(list);
    return report_keep(report, &text);
}

const char *report_state(const struct report *report)
{
    const struct programme *programme = report->model->programme;
    const char *state = report_say(report, N_("Draft")), *version = "";
    if (date_given(programme->approved))
        state =
            report_fill(report, N_("Approved {1}"), report_date(report, programme->approved), NULL);
    if (programme->version)
        version = report_fill(report, N_("version {1}"), programme->version, NULL);
    return report_join(report, state, version, NULL);
}

static bool is_around(const struct model *model, const struct place *place)
{
    for (size_t i = 0; i < model->places.count; i++)
        if (model_place(model->places.items[i])->within.node == &place->node)
            return true;
    return false;
}

/* Where the file says of no place that something is done there, it is all those of which nothing
 * else is known. */
bool report_acts_in(const struct report *report, const struct place *place)
{
    const struct model *model = report->model;
    for (size_t i = 0; i < model->places.count; i++)
        if (model_place(model->places.items[i])->role == PLACE_INTERVENTION)
            return place->role == PLACE_INTERVENTION;
    return place->role == PLACE_ROLE_UNKNOWN && !is_around(model, place);
}

const char *report_places(const struct report *report)
{
    const char *text = "";
    for (size_t i = 0; i < report->model->places.count; i++) {
        const struct place *place = model_place(report->model->places.items[i]);
        if (!report_acts_in(report, place))
            continue;
        const char *name = report_name(report, &place->node);
        text = *text ? doc_textf(report->doc, "%s, %s", text, name) : name;
    }
    return text;
}

const char *report_waiting_text(const struct report *report)
{
    size_t count = report_waiting(report);
    if (!count)
        return report_say(report, N_("no open points"));
    return report_count(report, count, N_("{1} open point"), N_("{1} open points"));
}

/* --- setting -------------------------------------------------------------------- */

/* The language of a node's texts, where it is not ours. */
static const char *lang_of(const struct report *report, const struct model_node *node)
{
    if (!node->lang || !strcmp(node->lang, language_tag(report->language)))
        return NULL;
    return node->lang;
}

static void add_chapter_heading(struct report *report, const char *english, const char *id)
{
    const char *text =
        doc_textf(report->doc, "%d  %s", ++report->chapter, report_say(report, english));
    doc_add_heading(report->doc, &report->doc->body, 1, text, id);
}

static const double between_chapters = 18; /* points */

double report_text_width(const struct report *report)
{
    return PAPER_A4_SHORT - 2 * report->request->style->sizes[STYLE_MARGIN_SIDE];
}

void report_page(struct report *report, enum doc_orientation orientation)
{
    doc_add_page(report->doc, orientation);
    report->orientation = orientation;
}

void report_page_if_needed(struct report *report, enum doc_orientation orientation)
{
    doc_add_page_if_needed(report->doc, orientation);
    report->orientation = orientation;
}

void report_chapter(struct report *report, const char *english, const char *id,
                    enum doc_orientation orientation)
{
    report_page(report, orientation);
    add_chapter_heading(report, english, id);
}

void report_chapter_if_needed(struct report *report, const char *english, const char *id,
                              enum doc_orientation orientation)
{
    doc_add_space(report->doc, &report->doc->body, between_chapters);
    report_page_if_needed(report, orientation);
    add_chapter_heading(report, english, id);
}

void report_chapter_next(struct report *report, const char *english, const char *id,
                         enum doc_orientation orientation)
{
    if (report->orientation == orientation)
        doc_add_space(report->doc, &report->doc->body, between_chapters);
    else
        report_page(report, orientation);
    add_chapter_heading(report, english, id);
}

void report_chapter_wide(struct report *report, const char *english, const char *id)
{
    report_chapter_next(report, english, id, DOC_LANDSCAPE);
}

void report_chapter_missing(struct report *report, const char *english, const char *id,
                            const char *missing)
{
    add_chapter_heading(report, english, id);
    report_missing(report, &report->doc->body, missing);
}

void report_section(struct report *report, const char *english)
{
    doc_add_heading(report->doc, &report->doc->body, 2, report_say(report, english), NULL);
}

void report_subsection(struct report *report, const char *english)
{
    doc_add_heading(report->doc, &report->doc->body, 2, report_say(report, english), NULL)
        ->unlisted = true;
}

void report_plain(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                  const char *text)
{
    doc_add_text(report->doc, flow, style, text);
}

void report_own(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                const char *english)
{
    report_plain(report, flow, style, report_say(report, english));
}

struct doc_run *report_run_own(struct report *report, struct doc_paragraph *paragraph,
                               const char *text)
{
    return doc_add_run(report->doc, paragraph, text);
}

struct doc_run *report_run_text(struct report *report, struct doc_paragraph *paragraph,
                                const struct model_node *node, const char *text)
{
    struct doc_run *run = doc_add_run(report->doc, paragraph, text);
    run->lang = lang_of(report, node);
    return run;
}

void report_text(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                 const struct model_node *node, const char *text)
{
    report_run_text(report, doc_add_paragraph(report->doc, flow, style), node, text);
}

void report_node(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                 const struct model_node *node)
{
    report_text(report, flow, style, node, report_name(report, node));
}

void report_labelled(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                     const char *english, const struct model_node *node, const char *text)
{
    struct doc_paragraph *paragraph = doc_add_paragraph(report->doc, flow, style);
    report_run_own(report, paragraph, doc_textf(report->doc, "%s: ", report_say(report, english)));
    report_run_text(report, paragraph, node, text);
}

void report_id(struct report *report, struct doc_flow *flow, const struct model_node *node)
{
    if (node->id)
        report_plain(report, flow, DOC_SMALL, node->id);
}

void report_missing(struct report *report, struct doc_flow *flow, const char *english)
{
    report_own(report, flow, DOC_MISSING, english);
}

void report_text_or(struct report *report, struct doc_flow *flow, const struct model_node *node,
                    const char *text, const char *missing)
{
    if (text)
        report_text(report, flow, DOC_CELL, node, text);
    else
        report_missing(report, flow, missing);
}

void report_date_or_missing(struct report *report, struct doc_flow *cell, struct date date)
{
    if (date_given(date))
        report_plain(report, cell, DOC_CELL, report_date(report, date));
    else
        report_missing(report, cell, N_("When?"));
}

size_t report_shown(size_t count, size_t most)
{
    return count <= most + 1 ? count : most;
}

void report_rest(struct report *report, struct doc_flow *flow, size_t count, size_t shown)
{
    if (count > shown)
        report_plain(report, flow, DOC_SMALL,
                     report_count(report, count - shown, N_("and {1} more"), N_("and {1} more")));
}

void report_dash(struct report *report, struct doc_flow *flow)
{
    report_plain(report, flow, DOC_CELL, "–");
}

struct doc_flow *report_cell(struct report *report, struct doc_row *row)
{
    return &doc_add_cell(report->doc, row)->body;
}

struct doc_table *report_table(struct report *report, const struct report_column *columns,
                               size_t count)
{
    struct doc_column translated[COLUMNS_MOST];
    if (count > COLUMNS_MOST)
        count = COLUMNS_MOST;
    for (size_t i = 0; i < count; i++)
        translated[i] =
            (struct doc_column){report_say(report, columns[i].heading), columns[i].share, false};
    return doc_add_table(report->doc, &report->doc->body, NULL, translated, count);
}

/* --- findings ------------------------------------------------------------------- */

size_t report_waiting(const struct report *report)
{
    const size_t *of = report->findings->of_severity;
    return of[DIAG_ERROR] + of[DIAG_WARNING] + of[DIAG_INFO];
}
