/* What a document says of the findings; see findings.h. */
#include "report/findings.h"

#include "report/paper_words.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    LIST_MOST = 8,  /* ids in the list of a finding */
    TITLES_MOST = 5 /* that are named of them */
};

/* --- order ------------------------------------------------------------------------ */

/* Which rule matters most for whether the plan holds, from the first one on. */
static size_t weight_of(const struct diag *diag)
{
    static const char *const order[] = {"V05", "P02", "P01", "I01", "I04",
                                        "I02", "P13", "P10", "P05"};
    const char *id = diag_id_text(diag->id);
    size_t i = 0;
    while (i < COUNT(order) && strcmp(order[i], id))
        i++;
    return i + (diag->severity == DIAG_INFO ? 2 * COUNT(order) : 0);
}

static int by_weight(const void *pa, const void *pb)
{
    const struct diag *a = *(const struct diag *const *)pa, *b = *(const struct diag *const *)pb;
    size_t weight_a = weight_of(a), weight_b = weight_of(b);
    if (weight_a != weight_b)
        return weight_a < weight_b ? -1 : 1;
    return a < b ? -1 : a > b; /* as they were sorted */
}

struct findings findings_by_weight(const struct report *report, bool answered)
{
    const struct diag_sink *sink = report->findings;
    struct findings findings = {
        .items = arena_array(&report->doc->arena, sink->count + 1, sizeof *findings.items)};
    for (size_t i = 0; i < sink->count; i++)
        if (answered == (sink->items[i].answer != NULL))
            findings.items[findings.count++] = &sink->items[i];
    if (findings.count)
        qsort(findings.items, findings.count, sizeof *findings.items, by_weight);
    return findings;
}

/* --- lists of ids -------------------------------------------------------------------- */

/* A list of ids, as merged findings have it: "a, b → c … +17". */
struct id_list {
    const struct model_node *items[2 * LIST_MOST]; /* a link has two */
    bool arrow[2 * LIST_MOST];                     /* "→" stands before it */
    size_t count, entries;
    unsigned long more;
};

static const char list_comma[] = ", ", list_arrow[] = " → ", list_more[] = " … +";

static bool begins(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

/* Adds the object with the id that ends at `end`; false: there is none. */
static bool add_item(struct id_list *list, const struct report *report, const char *id,
                     const char *end, bool arrow)
{
    const char *copy = doc_textf(report->doc, "%.*s", (int)(end - id), id);
    const struct model_node *node = model_find(report->model, copy);
    if (!node || list->count == COUNT(list->items))
        return false;
    list->arrow[list->count] = arrow;
    list->items[list->count++] = node;
    list->entries += !arrow;
    return true;
}

/* Reads a text that is nothing but ids of this model, at least two of them. */
static bool read_ids(struct id_list *list, const struct report *report, const char *text)
{
    bool arrow = false;
    *list = (struct id_list){0};
    for (const char *id = text, *p = text;; p++) {
        bool comma = begins(p, list_comma), to = begins(p, list_arrow), more = begins(p, list_more);
        if (*p && !comma && !to && !more)
            continue;
        if (!add_item(list, report, id, p, arrow))
            return false;
        if (more)
            list->more = strtoul(p + strlen(list_more), NULL, 10);
        if (more || !*p)
            return list->entries > 1;
        arrow = to;
        id = p + strlen(to ? list_arrow : list_comma);
        p = id - 1;
    }
}

/* Whether an argument holds what is put in words later: it cannot be cut. */
static bool has_marks(const char *arg)
{
    while (*arg && (unsigned char)*arg >= ' ')
        arg++;
    return *arg;
}

/* A title that is not too long, or its first words and "…". */
static const char *cut_title(const struct report *report, const char *title, size_t most)
{
    size_t length = strlen(title);
    if (length <= most)
        return title;
    for (length = most; length > most / 2 && title[length] != ' '; length--)
        continue;
    while (length && ((unsigned char)title[length] & 0xC0) == 0x80) /* within a character */
        length--;
    while (length && strchr(" ,;:.", title[length - 1]))
        length--;
    return doc_textf(report->doc, "%.*s…", (int)length, title);
}

/* An argument of a finding as readers of a document know it: ids of a list become titles, at
 * most so many of them. */
static const char *readable(const struct report *report, const char *arg, size_t most)
{
    enum { LONG = 60, SHORT = 36 }; /* bytes of a title: alone; at one end of a link */
    struct id_list list;
    if (!read_ids(&list, report, arg))
        return arg;
    struct buf text;
    buf_init(&text, 0);
    size_t shown = 0;
    for (size_t i = 0; i < list.count; i++) {
        if (!list.arrow[i] && shown++ == most)
            break;
        bool link = list.arrow[i] || (i + 1 < list.count && list.arrow[i + 1]);
        buf_addf(&text, "%s%s%s%s", i ? list.arrow[i] ? list_arrow : list_comma : "",
                 report_say(report, N_("«")),
                 cut_title(report, report_name(report, list.items[i]), link ? SHORT : LONG),
                 report_say(report, N_("»")));
    }
    unsigned long more = list.more + (list.entries > most ? list.entries - most : 0);
    if (more)
        buf_addf(&text, "%s%lu", list_more, more);
    return report_keep(report, &text);
}

/* --- texts ------------------------------------------------------------------------- */

void findings_add(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                  const struct diag *diag)
{
    struct diag named = *diag;
    for (size_t i = 0; i < named.arg_count; i++)
        named.args[i] = readable(report, named.args[i], TITLES_MOST);
    struct buf text;
    buf_init(&text, 0);
    diag_add_text(&text, &named, report->language);
    paper_words(&text, report->language);
    report_plain(report, flow, style, report_keep(report, &text));
}

/* Messages with lists of ids or names of elements, as they are said in brief. */
static const char *brief_text(enum diag_id id)
{
    static const struct {
        enum diag_id id;
        const char *text;
    } briefs[] = {
        {DIAG_EFFECTS_UNREACHED,
         N_("No arrows lead from an activity to {1} of the effects. What do you do that could bring "
            "them about?")},
        {DIAG_ACTIVITIES_NO_EFFECT,
         N_("I cannot find a way to an effect from {1} activities. What will be different for the "
            "citizens?")},
        {DIAG_SKIPPED_HORIZONS, N_("{1} arrows skip a horizon. What happens on the way?")},
        {DIAG_TWO_RESULTS_MANY, N_("{1} boxes hold two results each. One can succeed without the "
                                   "other: split the boxes, or say why they go together.")},
        {DIAG_NO_MECHANISM_MANY,
         N_("{1} arrows say that it works, but not how. Begin with the two or three you would put "
            "money on: what happens on the way?")},
        {DIAG_ACTIVITIES_NO_SIGN,
         N_("{1} activities have nothing to look for yet. Agree on one small sign for each, or say "
            "why you leave it out.")},
        {DIAG_GOALS_NO_INDICATOR,
         N_("{3}: {1} goals and sub-goals have no indicator. Choose the one or two that matter "
            "most, and say how you will notice the others.")},
        {DIAG_PROPORTION_TARGET_OF_WHOM,
         N_("{1} of whom? Say when someone counts and out of whom you count. Otherwise you get "
            "another figure next year.")},
        {DIAG_PROPORTION_OF_WHOM,
         N_("«{1}»: how many out of whom? Say when someone counts and out of whom you count. "
            "Otherwise you get another figure next year.")},
        {DIAG_PROPORTION_HALF,
         N_("«{1}» is a proportion. Say both when someone counts and out of whom you count, so that "
            "you count the same next year.")},
        {DIAG_PROPORTIONS_OF_WHOM, N_("{1} proportions do not say how many out of whom. Say when "
                                      "someone counts and out of whom you count.")},
        {DIAG_TARGET_NO_UNIT, N_("The target of «{1}» is a bare number. Of what?")},
        {DIAG_TARGETS_NO_UNIT, N_("{1} targets are bare numbers. Of what?")},
        {DIAG_TARGETS_NO_DATE,
         N_("{1} targets have no date. When do you want to be there? The year alone is fine.")},
        {DIAG_EMAILS, N_("{1} e-mail addresses look like those of persons. Write roles, or the "
                         "mailboxes of functions.")},
        {DIAG_PHONES, N_("{1} figures look like telephone numbers. Write roles instead: numbers "
                         "grow old, and the plan is shared.")},
    };
    for (size_t i = 0; i < COUNT(briefs); i++)
        if (briefs[i].id == id)
            return briefs[i].text;
    return NULL;
}

/* A full stop after "…" is one too many. */
static void drop_stops(struct buf *text)
{
    static const char ellipsis[] = "…";
    size_t dots = strlen(ellipsis);
    for (char *at = strstr(text->data, "…."); at; at = strstr(at + dots, "….")) {
        memmove(at + dots, at + dots + 1, strlen(at + dots));
        text->length--;
    }
}

void findings_add_brief(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                        const struct diag *diag)
{
    enum { LONG = 90, NAMED = 2 }; /* bytes of an argument; titles of a list */
    struct diag cut = *diag;
    for (size_t i = 0; i < cut.arg_count; i++) {
        const char *named = readable(report, cut.args[i], NAMED);
        bool whole = named != cut.args[i] || has_marks(named);
        cut.args[i] = whole ? named : cut_title(report, named, LONG);
    }
    const char *brief = brief_text(diag->id);
    struct buf text;
    buf_init(&text, 0);
    if (brief)
        buf_add_message(&text, report_say(report, brief), cut.args, cut.arg_count);
    else
        diag_add_text(&text, &cut, report->language);
    paper_words(&text, report->language);
    drop_stops(&text);
    report_plain(report, flow, style, report_keep(report, &text));
}
