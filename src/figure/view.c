/* Views; see view.h. This file has the table of views, what is common to them, and the
 * words they share. */
#include "figure/view.h"

#include "base/memory.h"
#include "figure/layout_pages.h"
#include "figure/view_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A4 landscape, points; and what title, running lines and captions take of its height. */
#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0
#define TAKEN_HEIGHT 110.0

typedef void view_build(struct view *view, struct figure *figure);
typedef size_t view_draw_rows(struct view *view, struct figure *figure,
                              const struct text_metrics *metrics, const struct style *style,
                              double width, double height, size_t first, size_t *rows);

/* A view fills a graph, or draws rows without one. */
static const struct {
    const char *name;
    view_build *build;
    view_draw_rows *draw_rows;
} views[VIEW_KINDS] = {
    [VIEW_FLOW] = {"flow", view_flow_build, NULL},
    [VIEW_TABLE] = {"table", NULL, view_table_draw},
    [VIEW_TREE] = {"tree", view_tree_build, NULL},
    [VIEW_DELIVERY] = {"delivery", view_delivery_build, NULL},
    [VIEW_EVIDENCE] = {"evidence", view_evidence_build, NULL},
    [VIEW_STATUS] = {"status", view_status_build, NULL},
};

const char *view_name_of(enum view_kind kind)
{
    return views[kind].name;
}

int view_of_name(const char *name)
{
    for (int kind = 0; kind < VIEW_KINDS; kind++)
        if (!strcmp(views[kind].name, name))
            return kind;
    return -1;
}

/* --- words ---------------------------------------------------------------- */

const char *view_text(const struct view *view, const char *english)
{
    return language_text(view->language, english);
}

const char *view_keep(const struct view *view, struct buf *text)
{
    const char *kept = arena_copy(view->arena, text->data ? text->data : "", text->length);
    buf_release(text);
    return kept;
}

const char *view_message(const struct view *view, const char *english, ...)
{
    const char *args[4];
    size_t count = 0;
    va_list list;
    va_start(list, english);
    for (const char *arg; count < 4 && (arg = va_arg(list, const char *)); count++)
        args[count] = arg;
    va_end(list);
    struct buf message = {0};
    buf_add_message(&message, view_text(view, english), args, count);
    return view_keep(view, &message);
}

const char *view_count(const struct view *view, const char *one, const char *many, size_t count)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", count);
    const char *args[] = {number};
    struct buf text = {0};
    buf_add_message(&text, language_count(view->language, count, one, many), args, 1);
    return view_keep(view, &text);
}

const char *view_date(const struct view *view, struct date date)
{
    struct buf text = {0};
    language_add_date(view->language, &text, date);
    return view_keep(view, &text);
}

const char *view_lang(const struct view *view, const char *lang)
{
    return lang && strcmp(lang, view->lang) ? lang : NULL;
}

const char *view_name(const struct view *view, const struct model_node *node)
{
    return model_name(node, view->language);
}

const char *view_letter(const struct view *view, const struct activity *activity)
{
    struct buf letters = {0};
    buf_add_letters(&letters, activity->position);
    return view_keep(view, &letters);
}

/* --- judgements ----------------------------------------------------------- */

static int compare_judgement(const void *key, const void *element)
{
    const struct view_judgement *judgement = element;
    return strcmp(key, judgement->id);
}

const struct view_judgement *view_judgement_of(const struct view *view, const char *id)
{
    const struct view_options *options = view->options;
    if (!id || !options->judgement_count)
        return NULL;
    return bsearch(id, options->judgements, options->judgement_count, sizeof *options->judgements,
                   compare_judgement);
}

/* --- the whole ------------------------------------------------------------ */

/* A figure in the making. */
struct drawing {
    struct view view;
    struct view_options options;
    struct graph graph;
    struct arena scratch;
    const struct style *style;
    const struct text_metrics *metrics;
};

static void add_title(struct view *view)
{
    const struct model_node *programme = &view->model->programme->node;
    view->graph->title = view_name(view, programme);
    view->graph->title_lang = view_lang(view, programme->lang);
}

static double page_width(const struct style *style)
{
    return PAGE_WIDTH - 2 * style->sizes[STYLE_MARGIN_SIDE];
}

static double page_height(const struct style *style)
{
    return PAGE_HEIGHT - style->sizes[STYLE_MARGIN_TOP] - style->sizes[STYLE_MARGIN_BOTTOM] -
           TAKEN_HEIGHT;
}

static void set_languages(const struct view *view, struct figure *figure)
{
    figure->lang = view->lang;
    figure->own_lang = view->own_lang ? view->own_lang : view->lang;
}

/* Texts that are made on the way live in `arena`. */
static void begin(struct drawing *drawing, struct arena *arena, const struct model *model,
                  const struct language *language, const struct view_options *options)
{
    const char *own = language_tag(language);
    const char *lang = model->programme->node.lang ? model->programme->node.lang : own;
    drawing->options = options ? *options : (struct view_options){0};
    if (drawing->options.width <= 0)
        drawing->options.width = page_width(drawing->style);
    if (drawing->options.height <= 0)
        drawing->options.height = page_height(drawing->style);
    graph_start(&drawing->graph);
    arena_init(&drawing->scratch);
    drawing->view = (struct view){
        .arena = arena,
        .model = model,
        .language = language,
        .options = &drawing->options,
        .lang = lang,
        .own_lang = strcmp(own, lang) ? own : NULL,
        .graph = &drawing->graph,
        .scratch = &drawing->scratch,
    };
    if (drawing->options.title)
        add_title(&drawing->view);
}

static void end(struct drawing *drawing)
{
    graph_release(&drawing->graph);
    arena_release(&drawing->scratch);
}

static struct layout_options layout_of(const struct drawing *drawing)
{
    return (struct layout_options){
        .width = drawing->options.width,
        .height = drawing->options.height,
        .direction = drawing->options.direction,
    };
}

void view_draw(struct figure *figure, const struct model *model, const struct style *style,
               const struct text_metrics *metrics, const struct language *language,
               const struct view_options *options)
{
    struct drawing drawing = {.style = style, .metrics = metrics};
    size_t rows;
    figure_init(figure);
    begin(&drawing, &figure->arena, model, language, options);
    set_languages(&drawing.view, figure);
    enum view_kind kind = drawing.options.kind;
    if (views[kind].build) {
        struct layout_options layout = layout_of(&drawing);
        views[kind].build(&drawing.view, figure);
        layout_graph(figure, &drawing.graph, metrics, style, &layout);
    } else {
        views[kind].draw_rows(&drawing.view, figure, metrics, style, drawing.options.width, 0, 0,
                              &rows);
    }
    end(&drawing);
}

/* --- pages ---------------------------------------------------------------- */

/* The words of pages. A figure that stands alone has pages; in a document, whose pages have
 * numbers of their own, it has sheets. */
static void fill_words(const struct drawing *drawing, struct layout_pages_words *words)
{
    const struct view *view = &drawing->view;
    bool alone = drawing->options.title;
    words->page_of = view_text(view, alone ? N_("page {1} of {2}") : N_("sheet {1} of {2}"));
    words->onward = view_text(view, alone ? N_("→ page {1}: {2}") : N_("→ sheet {1}: {2}"));
    words->from = view_text(view, alone ? N_("← page {1}: {2}") : N_("← sheet {1}: {2}"));
    words->more_page =
        view_text(view, alone ? N_("and {1} more: page {2}") : N_("and {1} more: sheet {2}"));
    words->more_pages =
        view_text(view, alone ? N_("and {1} more: pages {2}") : N_("and {1} more: sheets {2}"));
    words->lang = view->own_lang;
}

/* Draws the graph over pages; `about` is what it shows in words, whose arena is handed over. */
static void draw_graph(struct figure_pages *pages, struct drawing *drawing, struct figure *about)
{
    struct layout_pages_words words;
    struct layout_options layout = layout_of(drawing);
    views[drawing->options.kind].build(&drawing->view, about);
    fill_words(drawing, &words);
    pages->arena = about->arena;
    about->arena = (struct arena){0};
    drawing->view.arena = &pages->arena;
    layout_pages(pages, about, &drawing->graph, drawing->metrics, drawing->style, &layout, &words);
}

/* "Children thrive · page 1 of 3"; `total` 0: not known yet, and there is only the title. */
static const char *title_of_page(const struct drawing *drawing, const char *title, size_t page,
                                 size_t total)
{
    struct layout_pages_words words;
    char number[24], all[24];
    if (!title || total < 2)
        return title;
    fill_words(drawing, &words);
    snprintf(number, sizeof number, "%zu", page + 1);
    snprintf(all, sizeof all, "%zu", total);
    return view_message(&drawing->view, "{1} · {2}", title,
                        view_message(&drawing->view, words.page_of, number, all, NULL), NULL);
}

/* Draws the rows of the table over pages that call themselves one of `total`. */
static void draw_table(struct figure_pages *pages, struct drawing *drawing, size_t total)
{
    const char *title = drawing->graph.title;
    size_t first = 0, rows = 0;
    do {
        struct figure *figure = figure_pages_add(pages);
        drawing->view.arena = &figure->arena;
        set_languages(&drawing->view, figure);
        drawing->graph.title = title_of_page(drawing, title, pages->count - 1, total);
        first = views[drawing->options.kind].draw_rows(&drawing->view, figure, drawing->metrics,
                                                       drawing->style, drawing->options.width,
                                                       drawing->options.height, first, &rows);
    } while (first < rows);
    drawing->graph.title = title;
}

/* How many pages there are is known when they are drawn; then their titles say it. */
static void draw_table_pages(struct figure_pages *pages, struct drawing *drawing)
{
    enum { TRIES = 4 }; /* the longer title may cost a page */
    size_t total = 0;
    draw_table(pages, drawing, total);
    for (int i = 1; i < TRIES && pages->count > 1 && pages->count != total; i++) {
        total = pages->count;
        figure_pages_release(pages);
        draw_table(pages, drawing, total);
    }
}

void view_draw_pages(struct figure_pages *pages, const struct model *model,
                     const struct style *style, const struct text_metrics *metrics,
                     const struct language *language, const struct view_options *options)
{
    struct drawing drawing = {.style = style, .metrics = metrics};
    struct figure about;
    *pages = (struct figure_pages){0};
    figure_init(&about);
    begin(&drawing, &about.arena, model, language, options);
    set_languages(&drawing.view, &about);
    if (views[drawing.options.kind].build)
        draw_graph(pages, &drawing, &about);
    else
        draw_table_pages(pages, &drawing);
    end(&drawing);
    figure_release(&about);
}
