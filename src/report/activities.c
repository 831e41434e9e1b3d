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
    bool begins; /* the document's title stands above it */
    size_t level;
    bool keep;                    /* a section that need not break over pages does not */
    bool single;                  /* on one page: the figure stands beside what it shows */
    enum activity_turn turn;      /* the page is turned early */
    enum sheet_figure least;      /* what of the figure must be left out */
    const struct figure *made[2]; /* with signs, without; as they are asked for */
};

/* True if one sheet is all of the document. */
static bool is_alone(const struct report *report)
{
    return report->request->about || report->model->activities.count == 1;
}

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
    static const double height = 190; /* points */
    struct view_options options = {
        .width = report_text_width(search->report),
        .height = height,
        .without_signs = kind != SHEET_FIGURE_SIGNS,
        .focus = &search->activity->node,
    };
    const struct figure *figure = report_flow(search->report, &options);
    if (figure->width <= options.width + 1)
        return figure;
    options.direction = LAYOUT_DOWN; /* many columns beside each other: rows may be narrower */
    const struct figure *down = report_flow(search->report, &options);
    return down->width < figure->width ? down : figure;
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

static void add_title(struct report *report)
{
    struct doc_flow *body = &report->doc->body;
    report_node(report, body, DOC_TITLE, &report->model->programme->node);
    report_plain(report, body, DOC_LEAD,
                 report_join(report, report_say(report, N_("Activity descriptions")),
                             report_state(report), NULL));
}

static void build_into(struct report *report, struct search *search)
{
    if (search->begins)
        add_title(report);
    struct activity_sheet sheet = {
        .sheet = {.report = report,
                  .level = sheet_level(search->level),
                  .quiet = search->activity->status == ACTIVITY_STOPPED},
        .activity = search->activity,
        .figure = figure_of(search),
        .figure_last = figure_kind(search) == SHEET_FIGURE_LAST && !search->single,
        .alone = is_alone(report),
        .keep = search->keep,
        .turn = search->turn,
    };
    activity_sheet_build(&sheet);
}

/* What came of laying it out. */
struct outcome {
    enum sheet_fit fit;
    size_t pages;
    double filled; /* share of the last page, from its top to where its content ends */
    bool stranded; /* nothing but the box for approval stands on the last page */
};

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

static double filled_share(const struct pages *pages)
{
    size_t last = pages->page_count - 1;
    double bottom = 0;
    for (size_t i = 0; i < pages->field_count; i++)
        if (pages->fields[i].page == last && pages->fields[i].y + pages->fields[i].height > bottom)
            bottom = pages->fields[i].y + pages->fields[i].height;
    return bottom / pages->pages[last].height;
}

/* Lays it out in a document of its own. */
static struct outcome try_out(struct search *search)
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
    struct outcome outcome = {
        .fit = sheet_fits(&trial.pages, PAGES_MOST),
        .pages = trial.pages.page_count,
        .filled = filled_share(&trial.pages),
        .stranded = is_stranded(&trial.pages),
    };
    document_release(&trial);
    return outcome;
}

/* A figure that is too wide goes before anything else does. */
static void leave_out_figure(struct search *search)
{
    search->least =
        figure_kind(search) == SHEET_FIGURE_SIGNS ? SHEET_FIGURE_PLAIN : SHEET_FIGURE_NONE;
}

/* Finds the most of it that fits. */
static struct outcome find_level(struct search *search)
{
    for (;;) {
        struct outcome outcome = try_out(search);
        if (outcome.fit == SHEET_FITS || search->level + 1 >= SHEET_LEVELS)
            return outcome;
        if (outcome.fit == SHEET_TOO_WIDE && figure_kind(search) != SHEET_FIGURE_NONE)
            leave_out_figure(search);
        else
            search->level++;
    }
}

/* Whether all of it fits on one page, if nothing but the figure and the small print is left
 * out; a figure rather than small print. */
static bool find_single_page(struct search *search)
{
    struct search single = *search;
    single.single = true;
    for (; single.level < SHEET_LEVELS; single.level++) {
        const struct sheet_level *level = sheet_level(single.level);
        if (level->name || level->text || level->items)
            continue;
        if (try_out(&single).pages > 1)
            continue;
        *search = single;
        return true;
    }
    return false;
}

/* Takes an arrangement over, if it does not need more pages. */
static bool arrange(struct search *search, enum activity_turn turn, bool keep)
{
    struct search other = *search;
    other.turn = turn;
    other.keep = keep;
    struct outcome outcome = try_out(&other);
    if (outcome.fit != SHEET_FITS || outcome.stranded)
        return false;
    *search = other;
    return true;
}

/* Finds how much of it is shown, and where the page is turned. A second page for a few lines
 * and the box is saved where that costs little; else more is moved there. */
static void find_sheet(struct search *search)
{
    static const double few = 0.4; /* of a page */
    struct outcome outcome = find_level(search);
    if (outcome.fit != SHEET_FITS || outcome.pages < PAGES_MOST)
        return;
    if (outcome.filled < few &&
        (find_single_page(search) || arrange(search, ACTIVITY_TURN_MEANS, false)))
        return;
    if (!arrange(search, ACTIVITY_TURN_NONE, true) && outcome.stranded)
        arrange(search, ACTIVITY_TURN_LAST, false);
}

static void add_sheet(struct report *report, const struct activity *activity)
{
    bool begins = !report->doc->body.first && !is_alone(report);
    struct search search = {.report = report, .activity = activity, .begins = begins};
    if (report->request->paged)
        find_sheet(&search);
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
    add_title(report);
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
