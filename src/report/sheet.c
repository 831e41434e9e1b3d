/* Sheets that are cut to fit; see sheet.h. */
#include "report/sheet.h"

#include "base/utf8.h"
#include "report/names.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

const struct sheet_level *sheet_level(size_t level)
{
    static const struct sheet_level levels[SHEET_LEVELS] = {
        {0, 0, 0, false, SHEET_FIGURE_SIGNS},   {0, 0, 0, false, SHEET_FIGURE_PLAIN},
        {0, 0, 0, false, SHEET_FIGURE_LAST},    {0, 0, 0, true, SHEET_FIGURE_LAST},
        {200, 400, 8, true, SHEET_FIGURE_LAST}, {160, 260, 6, true, SHEET_FIGURE_LAST},
        {0, 0, 0, false, SHEET_FIGURE_NONE},    {0, 0, 0, true, SHEET_FIGURE_NONE},
        {200, 400, 8, true, SHEET_FIGURE_NONE}, {160, 260, 6, true, SHEET_FIGURE_NONE},
        {150, 260, 5, true, SHEET_FIGURE_NONE}, {120, 200, 4, true, SHEET_FIGURE_NONE},
        {90, 110, 3, true, SHEET_FIGURE_NONE},  {70, 80, 2, true, SHEET_FIGURE_NONE},
        {40, 40, 1, true, SHEET_FIGURE_NONE},
    };
    return &levels[level];
}

/* --- lists ------------------------------------------------------------------------ */

size_t sheet_shown(struct sheet *sheet, size_t count)
{
    size_t most = sheet->level->items;
    return !most || count <= most + (most > 1) ? count : most;
}

static bool is_last(const struct sheet *sheet)
{
    return sheet->level == sheet_level(SHEET_LEVELS - 1);
}

void sheet_rest(struct sheet *sheet, struct doc_flow *flow, size_t count, size_t shown)
{
    if (count <= shown)
        return;
    sheet->cut = true;
    if (is_last(sheet))
        return;
    report_plain(sheet->report, flow, DOC_SMALL,
                 report_count(sheet->report, count - shown, N_("and {1} more, see the plan"),
                              N_("and {1} more, see the plan")));
}

/* --- texts ------------------------------------------------------------------------ */

/* Bytes of the first `most` characters of a text; all of them where it is not longer. */
static size_t length_of(const char *text, size_t most)
{
    const char *p = text, *end = text + strlen(text);
    for (size_t count = 0; p < end && count < most; count++)
        utf8_next(&p, end);
    return (size_t)(p - text);
}

/* Where the last word ends that is whole, unless that takes much of the text. */
static size_t whole_words(const char *text, size_t length)
{
    size_t end = length;
    while (end > length / 2 && text[end] != ' ')
        end--;
    if (text[end] != ' ')
        end = length;
    while (end && strchr(" ,;:.", text[end - 1]))
        end--;
    return end;
}

static const char *cut(struct sheet *sheet, const char *text, size_t most)
{
    size_t length = most ? length_of(text, most) : strlen(text);
    if (!text[length])
        return text;
    sheet->cut = true;
    return doc_textf(sheet->report->doc, "%.*s…", (int)whole_words(text, length), text);
}

const char *sheet_cut(struct sheet *sheet, const char *text)
{
    return cut(sheet, text, sheet->level->text);
}

const char *sheet_name(struct sheet *sheet, const struct model_node *node)
{
    return cut(sheet, report_name(sheet->report, node), sheet->level->name);
}

void sheet_text(struct sheet *sheet, struct doc_flow *flow, enum doc_text_style style,
                const struct model_node *node, const char *text)
{
    report_text(sheet->report, flow, style, node, sheet_cut(sheet, text));
}

void sheet_node(struct sheet *sheet, struct doc_flow *flow, enum doc_text_style style,
                const struct model_node *node)
{
    report_text(sheet->report, flow, style, node, sheet_name(sheet, node));
}

struct doc_run *sheet_run_node(struct sheet *sheet, struct doc_paragraph *paragraph,
                               const struct model_node *node)
{
    return report_run_text(sheet->report, paragraph, node, sheet_name(sheet, node));
}

void sheet_labelled(struct sheet *sheet, struct doc_flow *flow, enum doc_text_style style,
                    const char *english, const struct model_node *node, const char *text)
{
    if (style == DOC_SMALL && is_last(sheet))
        sheet->cut = true;
    else
        report_labelled(sheet->report, flow, style, english, node, sheet_cut(sheet, text));
}

void sheet_small(struct sheet *sheet, struct doc_flow *flow, const struct model_node *node,
                 const char *text)
{
    if (text && sheet->level->no_small)
        sheet->cut = true;
    else if (text)
        sheet_text(sheet, flow, DOC_SMALL, node, text);
}

void sheet_small_own(struct sheet *sheet, struct doc_flow *flow, const char *text)
{
    if (text && *text && sheet->level->no_small)
        sheet->cut = true;
    else if (text && *text)
        report_plain(sheet->report, flow, DOC_SMALL, text);
}

void sheet_missing(const struct sheet *sheet, struct doc_flow *flow, const char *english)
{
    if (sheet->quiet)
        report_dash(sheet->report, flow);
    else
        report_missing(sheet->report, flow, english);
}

void sheet_id(struct sheet *sheet, struct doc_flow *flow, const struct model_node *node)
{
    if (!sheet->level->no_small)
        report_id(sheet->report, flow, node);
}

/* --- what nothing is known of ----------------------------------------------------- */

void sheet_lacks(struct sheet *sheet, const char *section, const char *question)
{
    if (sheet->lack_count < SHEET_LACKS)
        sheet->lacks[sheet->lack_count++] = (struct sheet_lack){section, question};
}

void sheet_add_lacks(struct sheet *sheet)
{
    struct report *report = sheet->report;
    if (!sheet->lack_count || sheet->quiet)
        return;
    sheet_section(sheet, N_("Not described yet"));
    struct doc_list *list = doc_add_definitions(report->doc, sheet_flow(sheet));
    for (size_t i = 0; i < sheet->lack_count; i++)
        report_missing(report, sheet_term(sheet, list, sheet->lacks[i].section),
                       sheet->lacks[i].question);
}

/* --- setting ---------------------------------------------------------------------- */

struct doc_flow *sheet_flow(struct sheet *sheet)
{
    return sheet->flow ? sheet->flow : &sheet->report->doc->body;
}

void sheet_section(struct sheet *sheet, const char *english)
{
    struct report *report = sheet->report;
    doc_add_heading(report->doc, sheet_flow(sheet), 2, report_say(report, english), NULL)
        ->unlisted = true;
}

struct doc_flow *sheet_term(struct sheet *sheet, struct doc_list *list, const char *english)
{
    return doc_add_item(sheet->report->doc, list, report_say(sheet->report, english));
}

/* --- what has to hold, and what may go wrong -------------------------------------------- */

/* Risks by weight, then what the activity stands or falls with, then the others. */
static int weight_of(const struct condition *condition)
{
    enum { RISK = 1000, CRITICAL = 500, ASSUMPTION = 200, CONTEXT = 100 };
    int weight = condition->probability * condition->consequence;
    if (condition->critical == YES)
        weight += CRITICAL;
    if (condition->node.kind == MODEL_RISK)
        return weight + RISK;
    if (condition->node.kind == MODEL_ASSUMPTION)
        return weight + ASSUMPTION;
    return condition->node.kind == MODEL_CONTEXT ? weight + CONTEXT : weight;
}

static int by_weight(const void *pa, const void *pb)
{
    const struct condition *a = *(const struct condition *const *)pa;
    const struct condition *b = *(const struct condition *const *)pb;
    if (weight_of(a) != weight_of(b))
        return weight_of(a) > weight_of(b) ? -1 : 1;
    return a->node.order < b->node.order ? -1 : 1;
}

/* "risk · probability 3 of 5 · consequence 4 of 5" */
static const char *kind_text(const struct report *report, const struct condition *condition)
{
    const char *probability = "", *consequence = "";
    if (condition->probability)
        probability = report_fill(report, N_("probability {1} of 5"),
                                  doc_textf(report->doc, "%d", condition->probability), NULL);
    if (condition->consequence)
        consequence = report_fill(report, N_("consequence {1} of 5"),
                                  doc_textf(report->doc, "%d", condition->consequence), NULL);
    return report_join(
        report, report_say(report, name_condition_kind(condition->node.kind)),
        condition->critical == YES ? report_say(report, N_("critical: to be followed up")) : "",
        probability, consequence, NULL);
}

static void add_condition(struct sheet *sheet, struct doc_table *table,
                          const struct condition *condition)
{
    struct report *report = sheet->report;
    struct doc_row *row = doc_add_row(report->doc, table);
    struct doc_flow *what = report_cell(report, row), *against = report_cell(report, row);
    struct doc_flow *who = report_cell(report, row);
    bool risk = condition->node.kind == MODEL_RISK, followed = risk || condition->critical == YES;
    struct doc_paragraph *line = doc_add_paragraph(report->doc, what, DOC_CELL);
    report_run_text(report, line, &condition->node,
                    sheet_cut(sheet, report_name(report, &condition->node)));
    if (sheet->level->no_small)
        report_run_own(report, line, doc_textf(report->doc, " (%s)", kind_text(report, condition)))
            ->color = STYLE_QUIET;
    else
        report_plain(report, what, DOC_SMALL, kind_text(report, condition));
    if (condition->mitigation)
        sheet_text(sheet, against, DOC_CELL, &condition->node, condition->mitigation);
    else if (risk)
        sheet_missing(sheet, against, N_("What will you do about it?"));
    else
        report_dash(report, against);
    if (condition->owner.node)
        sheet_node(sheet, who, DOC_CELL, condition->owner.node);
    else if (followed)
        sheet_missing(sheet, who, N_("Who keeps an eye on it?"));
    else
        report_dash(report, who);
}

void sheet_conditions(struct sheet *sheet, const struct condition **conditions, size_t count)
{
    static const struct report_column columns[] = {
        {N_("What it rests on"), 3.6}, {N_("What we do about it"), 2.8}, {N_("Who"), 1.6}};
    struct report *report = sheet->report;
    qsort(conditions, count, sizeof *conditions, by_weight);
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    size_t shown = sheet_shown(sheet, count);
    for (size_t i = 0; i < shown; i++)
        add_condition(sheet, table, conditions[i]);
    sheet_rest(sheet, &report->doc->body, count, shown);
}

/* --- whether it fits --------------------------------------------------------------------- */

void sheet_remark(struct sheet *sheet)
{
    if (sheet->cut)
        report_own(
            sheet->report, sheet_flow(sheet), DOC_SMALL,
            N_("Shortened to fit its pages: the whole of it stands in the evaluation plan."));
}

enum sheet_fit sheet_fits(const struct pages *pages, size_t most)
{
    static const double a4_short = 596; /* points */
    for (size_t i = 0; i < pages->page_count; i++)
        if (pages->pages[i].width > a4_short)
            return SHEET_TOO_WIDE;
    return pages->page_count <= most ? SHEET_FITS : SHEET_TOO_LONG;
}
