/* Activity descriptions: which of them, and how much of each fits; see activities.h. */
#include "report/activities.h"

#include "report/activity_sheet.h"
#include "report/names.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { PAGES_MOST = 2, LIST_LEAST = 4 };

/* --- figures ------------------------------------------------------------------------ */

/* One activity while the sheet for it is sought. */
struct search {
    struct report *report;
    const struct activity *activity;
    size_t level;
    bool turn;                    /* a page before the last sections */
    enum sheet_figure least;      /* what of the figure must be left out */
    const struct figure *made[2]; /* with signs, without; as they are asked for */
};

static bool leads_somewhere(const struct activity *activity)
{
    for (size_t i = 0; i < activity->links.count; i++)
        if (model_link(activity->links.items[i])->to.node)
            return true;
    return false;
}

static enum sheet_figure figure_kind(const struct search *search)
{
    enum sheet_figure kind = sheet_level(search->level)->figure;
    return kind > search->least ? kind : search->least;
}

static const struct figure *make_figure(struct search *search, enum sheet_figure kind)
{
    static const double height = 190, a4_short = 595; /* points */
    const struct style *style = search->report->request->style;
    struct view_options options = {
        .width = a4_short - 2 * style->sizes[STYLE_MARGIN_SIDE] - 1,
        .height = height,
        .without_signs = kind != SHEET_FIGURE_SIGNS,
        .focus = &search->activity->node,
    };
    return report_flow(search->report, &options);
}

static const struct figure *figure_of(struct search *search)
{
    enum sheet_figure kind = figure_kind(search);
    if (kind == SHEET_FIGURE_NONE || !leads_somewhere(search->activity))
        return NULL;
    const struct figure **made = &search->made[kind != SHEET_FIGURE_SIGNS];
    if (!*made)
        *made = make_figure(search, kind);
    return *made;
}

/* --- how much fits ------------------------------------------------------------------ */

static void build_into(struct report *report, struct search *search)
{
    struct activity_sheet sheet = {
        .sheet = {.report = report,
                  .level = sheet_level(search->level),
                  .quiet = search->activity->status == ACTIVITY_STOPPED},
        .activity = search->activity,
        .figure = figure_of(search),
        .figure_last = figure_kind(search) == SHEET_FIGURE_LAST,
        .alone = report->request->about != NULL,
        .turn = search->turn,
    };
    activity_sheet_build(&sheet);
}

/* True if nothing but the box for approval stands on the last page. */
static bool is_stranded(const struct pages *pages)
{
    static const double labels = 60; /* points above the first field of the box */
    size_t last = pages->page_count - 1;
    double top = pages->pages[last].height;
    if (!last)
        return false;
    for (size_t i = 0; i < pages->field_count; i++)
        if (pages->fields[i].page == last && pages->fields[i].y < top)
            top = pages->fields[i].y;
    for (size_t i = 0; i < pages->pages[last].op_count; i++) {
        const struct page_op *op = &pages->pages[last].ops[i];
        if (op->artifact == PAGE_CONTENT && op->y < top - labels)
            return false;
    }
    return true;
}

/* Lays it out in a document of its own. */
static enum sheet_fit try_out(struct search *search, bool *stranded)
{
    const struct document_request *request = search->report->request;
    struct made_document trial = {.doc = *search->report->doc};
    struct report inner = *search->report;
    trial.doc.arena = (struct arena){0};
    trial.doc.body = (struct doc_flow){0};
    trial.doc.first_note = trial.doc.last_note = NULL;
    inner.document = &trial;
    inner.doc = &trial.doc;
    build_into(&inner, search);
    doc_layout(&trial.pages, &trial.doc, request->style, request->metrics);
    enum sheet_fit fit = sheet_fits(&trial.pages, PAGES_MOST);
    *stranded = is_stranded(&trial.pages);
    document_release(&trial);
    return fit;
}

/* Finds the most of it that fits. A figure that is too wide goes before anything else does. */
static void find_level(struct search *search)
{
    bool stranded = false;
    while (search->level + 1 < SHEET_LEVELS) {
        enum sheet_fit fit = try_out(search, &stranded);
        if (fit == SHEET_FITS)
            break;
        if (fit == SHEET_TOO_WIDE && figure_kind(search) != SHEET_FIGURE_NONE)
            search->least =
                figure_kind(search) == SHEET_FIGURE_SIGNS ? SHEET_FIGURE_PLAIN : SHEET_FIGURE_NONE;
        else
            search->level++;
    }
    search->turn = stranded;
    if (search->turn && try_out(search, &stranded) != SHEET_FITS)
        search->turn = false;
}

static void add_sheet(struct report *report, const struct activity *activity)
{
    struct search search = {.report = report, .activity = activity};
    if (report->request->paged)
        find_level(&search);
    build_into(report, &search);
}

/* --- the first page ----------------------------------------------------------------- */

static void add_line(struct report *report, struct doc_table *table,
                     const struct activity *activity)
{
    struct doc_row *row = doc_add_row(report->doc, table);
    report_plain(report, report_cell(report, row), DOC_CELL, report_letter(report, activity));
    struct doc_paragraph *name = doc_add_paragraph(report->doc, report_cell(report, row), DOC_CELL);
    struct doc_run *run =
        report_run_text(report, name, &activity->node, report_name(report, &activity->node));
    run->target = activity_sheet_id(report, activity);
    run->with_page = true;
    const char *status = name_activity_status(activity->status);
    struct doc_flow *cell = report_cell(report, row);
    if (status)
        report_own(report, cell, DOC_CELL, status);
    else
        report_missing(report, cell, N_("How far is it?"));
    const char *period = report_period(report, activity->from, activity->to);
    cell = report_cell(report, row);
    if (*period)
        report_plain(report, cell, DOC_CELL, period);
    else
        report_dash(report, cell);
}

static void add_list(struct report *report)
{
    static const struct report_column columns[] = {
        {N_("No."), 0.5}, {N_("Activity"), 5}, {N_("Status"), 1.4}, {N_("When"), 2.2}};
    const struct model_list *all = &report->model->activities;
    struct doc_flow *body = &report->doc->body;
    report_node(report, body, DOC_TITLE, &report->model->programme->node);
    report_plain(report, body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Activity descriptions")),
                             report_state(report), NULL));
    struct doc_table *table = report_table(report, columns, COUNT(columns));
    for (size_t i = 0; i < all->count; i++)
        add_line(report, table, model_activity(all->items[i]));
}

static void add_none(struct report *report)
{
    struct doc_flow *body = &report->doc->body;
    report_node(report, body, DOC_TITLE, &report->model->programme->node);
    report_own(report, body, DOC_LEAD, N_("Activity descriptions"));
    report_missing(report, body, N_("No activities yet: what will you do?"));
}

void activities_build(struct report *report)
{
    const struct model_list *all = &report->model->activities;
    if (report->request->about) {
        add_sheet(report, model_activity(report->request->about));
        return;
    }
    if (!all->count)
        add_none(report);
    if (all->count >= LIST_LEAST)
        add_list(report);
    for (size_t i = 0; i < all->count; i++) {
        if (report->doc->body.first)
            report_page(report, DOC_PORTRAIT);
        add_sheet(report, model_activity(all->items[i]));
    }
}
