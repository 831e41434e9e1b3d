/* Pages of figures; see layout_pages.h. Which box stands where is decided in layout_divide.c,
 * what stands on a page is written in layout_sheet.c; this file measures and draws. */
#include "figure/layout_pages.h"

#include "base/memory.h"
#include "figure/layout_divide.h"
#include "figure/layout_sheet.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Points; those of text before scaling. */
#define SPACE 9.0         /* between boxes, at least */
#define HEADROOM 62.0     /* title, headings, legend: a first guess */
#define ONWARD_LINES 14.0 /* a line that names a page, which may be two */
#define TEXT_SIZE 8.5     /* what the sizes of the layout are made for */
#define SLACK 0.5         /* nobody sees it */

enum {
    TRY_WHOLE_MOST = 400,   /* boxes that are tried as one page without measuring first */
    SQUEEZES = 12,          /* narrower bands that are tried */
    MEASURE_ALL_MOST = 100, /* boxes; of more, the largest stand for all when bands are measured */
};

struct paging {
    struct figure_pages *pages;
    const struct figure *about;
    const struct graph *graph;
    const struct text_metrics *metrics;
    const struct style *style;
    const struct layout_options *options;
    const struct layout_pages_words *words;
    struct sheets sheets;
    struct divide divide;
};

static bool is_down(const struct paging *paging)
{
    return paging->options->direction == LAYOUT_DOWN;
}

/* Across the links is where boxes of a layer follow each other: downwards, or to the right. */
static double across(const struct paging *paging, double width, double height)
{
    return is_down(paging) ? width : height;
}

static double along(const struct paging *paging, double width, double height)
{
    return is_down(paging) ? height : width;
}

static double page_across(const struct paging *paging)
{
    return across(paging, paging->options->width, paging->options->height);
}

static double page_along(const struct paging *paging)
{
    return along(paging, paging->options->width, paging->options->height);
}

/* --- drawing one page --------------------------------------------------------------- */

static bool fits(const struct paging *paging, const struct figure *figure)
{
    return figure->width <= paging->options->width + SLACK &&
           figure->height <= paging->options->height + SLACK;
}

static void begin_figure(const struct paging *paging, struct figure *figure)
{
    figure->lang = paging->about->lang;
    figure->own_lang = paging->about->own_lang;
}

/* Lays a graph out on a page; what has not been foreseen (a long legend) makes it tighter. */
static void draw_graph(const struct paging *paging, struct figure *figure,
                       const struct graph *graph, struct layout_options options)
{
    for (int attempt = 0; attempt < 3; attempt++) {
        figure_release(figure);
        begin_figure(paging, figure);
        layout_graph(figure, graph, paging->metrics, paging->style, &options);
        double over = across(paging, figure->width, figure->height) - page_across(paging);
        if (over <= SLACK)
            return;
        *(is_down(paging) ? &options.width : &options.height) -= over + 1;
    }
}

static void draw_unordered(const struct paging *paging, struct figure *figure,
                           const struct graph *graph, struct layout_options options)
{
    options.ordering = LAYOUT_NO_ORDER;
    begin_figure(paging, figure);
    layout_graph(figure, graph, paging->metrics, paging->style, &options);
}

/* The room that boxes need across at the least, whatever is wished for. */
static void draw_tight(const struct paging *paging, struct figure *figure,
                       const struct graph *graph)
{
    struct layout_options options = *paging->options;
    *(is_down(paging) ? &options.width : &options.height) = 1;
    draw_unordered(paging, figure, graph, options);
}

/* The room that they need along, as a share of the page. Where they may be as wide as the page
 * they are lower, and so is the legend. */
static double stretch_of_graph(const struct paging *paging, const struct graph *graph)
{
    struct figure figure;
    figure_init(&figure);
    draw_unordered(paging, &figure, graph, *paging->options);
    double stretch = along(paging, figure.width, figure.height) / page_along(paging);
    figure_release(&figure);
    return stretch;
}

/* True if that is more than the page has; `figure` is what was drawn tightly. */
static bool is_too_wide(const struct paging *paging, const struct figure *figure,
                        const struct graph *graph)
{
    double most = page_along(paging) + SLACK;
    return along(paging, figure->width, figure->height) > most &&
           (!is_down(paging) || stretch_of_graph(paging, graph) * page_along(paging) > most);
}

/* --- one page ------------------------------------------------------------------------- */

static void drop_figures(struct figure_pages *pages)
{
    for (size_t i = 0; i < pages->count; i++)
        figure_release(&pages->pages[i]);
    pages->count = 0;
}

/* True if all of it can stand on one page. */
static bool is_small(const struct paging *paging)
{
    struct figure figure;
    figure_init(&figure);
    draw_tight(paging, &figure, paging->graph);
    bool small = paging->graph->node_count < 2 ||
                 (across(paging, figure.width, figure.height) <= page_across(paging) + SLACK &&
                  !is_too_wide(paging, &figure, paging->graph));
    figure_release(&figure);
    return small;
}

/* Draws all on one page; false, with nothing drawn, where that is too large. */
static bool draw_whole(const struct paging *paging)
{
    if (!is_small(paging))
        return false;
    struct figure *figure = figure_pages_add(paging->pages);
    draw_graph(paging, figure, paging->graph, *paging->options);
    if (!fits(paging, figure) && paging->graph->node_count > 1) {
        drop_figures(paging->pages);
        return false;
    }
    figure->title = paging->about->title;
    figure->alternative = paging->about->alternative;
    figure->description = paging->about->description;
    return true;
}

/* --- measuring -------------------------------------------------------------------------- */

/* The same boxes without links, each with its number as its id. */
static void copy_boxes(struct graph *into, const struct graph *graph)
{
    into->columns = graph->columns;
    into->column_count = graph->column_count;
    for (size_t n = 0; n < graph->node_count; n++) {
        if (graph->nodes[n].hub)
            continue;
        char id[24];
        struct graph_node node = graph->nodes[n];
        snprintf(id, sizeof id, "%zu", n);
        node.id = arena_string(&into->arena, id);
        node.group = 0;
        graph_add_node(into, &node);
    }
}

/* Takes over how large the boxes are, each with the space before the next. */
static void measure(struct paging *paging)
{
    struct graph boxes;
    struct figure figure;
    graph_start(&boxes);
    figure_init(&figure);
    copy_boxes(&boxes, paging->graph);
    draw_tight(paging, &figure, &boxes);
    for (size_t i = 0; i < figure.box_count; i++) {
        const struct figure_box *box = &figure.boxes[i];
        if (box->id)
            paging->divide.size[strtoul(box->id, NULL, 10)] =
                across(paging, box->width, box->height) + SPACE;
    }
    figure_release(&figure);
    graph_release(&boxes);
}

/* True if a layer has more boxes than a page can hold. */
static bool is_too_long(const struct paging *paging)
{
    const struct divide *divide = &paging->divide;
    double *loads = mem_zalloc((size_t)divide->layer_count + 1, sizeof *loads);
    bool found = false;
    for (size_t n = 0; n < paging->graph->node_count; n++) {
        loads[divide->layer_of[n]] += divide->size[n];
        found = found || loads[divide->layer_of[n]] > page_across(paging) + SPACE;
    }
    free(loads);
    return found;
}

/* --- bands ------------------------------------------------------------------------------ */

/* How much of the page's width these boxes take, of its height where links lead down. */
static double stretch_of(struct paging *paging, const uint32_t *nodes, size_t count)
{
    struct graph graph;
    struct figure figure;
    graph_start(&graph);
    figure_init(&figure);
    sheet_make(&paging->sheets, &graph, &figure.arena, DIVIDE_NO_PAGE, nodes, count);
    double stretch = stretch_of_graph(paging, &graph);
    figure_release(&figure); /* whose arena has the texts */
    graph_release(&graph);
    return stretch;
}

/* The largest box of each layer that has any; returns how many. */
static size_t list_largest(const struct paging *paging, uint32_t *nodes)
{
    const struct divide *divide = &paging->divide;
    uint32_t *largest = mem_alloc(((size_t)divide->layer_count + 1) * sizeof *largest);
    size_t count = 0;
    for (uint32_t l = 0; l < divide->layer_count; l++)
        largest[l] = DIVIDE_NO_PAGE;
    for (size_t n = 0; n < paging->graph->node_count; n++) {
        uint32_t *best = &largest[divide->layer_of[n]];
        if (!paging->graph->nodes[n].hub &&
            (*best == DIVIDE_NO_PAGE || divide->size[n] > divide->size[*best]))
            *best = (uint32_t)n;
    }
    for (uint32_t l = 0; l < divide->layer_count; l++)
        if (largest[l] != DIVIDE_NO_PAGE)
            nodes[count++] = largest[l];
    free(largest);
    return count;
}

/* How much of it so many layers take, whose largest boxes these are. Of small graphs all boxes
 * are measured: a row is as high as its boxes are narrow, and the fewer links leave a band, the
 * less its boxes have to say of other pages. */
static double stretch_of_layers(struct paging *paging, const uint32_t *largest, size_t count)
{
    const struct graph *graph = paging->graph;
    const uint32_t *layer_of = paging->divide.layer_of;
    if (graph->node_count > MEASURE_ALL_MOST)
        return stretch_of(paging, largest, count);
    uint32_t *nodes = mem_alloc((graph->node_count + 1) * sizeof *nodes);
    uint32_t first = layer_of[largest[0]], last = layer_of[largest[count - 1]];
    size_t taken = 0;
    for (size_t n = 0; n < graph->node_count; n++)
        if (!graph->nodes[n].hub && layer_of[n] >= first && layer_of[n] <= last)
            nodes[taken++] = (uint32_t)n;
    double stretch = stretch_of(paging, nodes, taken);
    free(nodes);
    return stretch;
}

/* How many layers from the first one on fit beside each other: one at least. Longer and longer
 * steps, then shorter ones: no more is measured than about twice what fits. */
static size_t fitting_layers(struct paging *paging, const uint32_t *nodes, size_t count,
                             double share)
{
    size_t low = 1, step = 1;
    for (; low + step <= count && stretch_of_layers(paging, nodes, low + step) <= share + 1e-3;
         step *= 2)
        low += step;
    for (; step; step /= 2)
        if (low + step <= count && stretch_of_layers(paging, nodes, low + step) <= share + 1e-3)
            low += step;
    return low;
}

/* Cuts the columns apart where they do not fit beside each other within this share of the page,
 * into bands of about as many layers each. */
static void set_bands(struct paging *paging, double share)
{
    struct divide *divide = &paging->divide;
    uint32_t *nodes = mem_alloc(((size_t)divide->layer_count + 1) * sizeof *nodes);
    size_t count = list_largest(paging, nodes), bands = 0;
    for (size_t from = 0; from < count; bands++)
        from += fitting_layers(paging, nodes + from, count - from, share);
    size_t each = bands ? (count + bands - 1) / bands : 1;
    divide->band_count = 0;
    memset(divide->band_of, 0, divide->layer_count * sizeof *divide->band_of);
    for (size_t from = 0, most; from < count; from += most) {
        most = fitting_layers(paging, nodes + from, count - from, share);
        most = most < each ? most : each;
        uint32_t end =
            from + most < count ? divide->layer_of[nodes[from + most]] : divide->layer_count;
        for (uint32_t l = divide->layer_of[nodes[from]]; l < end; l++)
            divide->band_of[l] = divide->band_count;
        divide->band_count++;
    }
    free(nodes);
}

/* --- dividing ------------------------------------------------------------------------------ */

static double needs(void *self, uint32_t page, const uint32_t *nodes, size_t count)
{
    struct paging *paging = self;
    struct graph graph;
    struct figure figure;
    graph_start(&graph);
    figure_init(&figure);
    sheet_make(&paging->sheets, &graph, &figure.arena, page, nodes, count);
    draw_tight(paging, &figure, &graph);
    double need = across(paging, figure.width, figure.height) / page_across(paging);
    bool too_wide = is_too_wide(paging, &figure, &graph);
    size_t layers = 0;
    for (size_t c = 0; c < graph.column_count; c++)
        layers += graph.columns[c].subs;
    paging->divide.abandoned = paging->divide.abandoned || (too_wide && layers > 1);
    figure_release(&figure);
    graph_release(&graph);
    return need;
}

static void divide(struct paging *paging)
{
    double share = 1;
    for (int squeeze = 0; squeeze < SQUEEZES; squeeze++, share *= 0.85) {
        set_bands(paging, squeeze + 1 < SQUEEZES ? share : 0);
        paging->divide.abandoned = false;
        divide_all(&paging->divide);
        if (!paging->divide.abandoned)
            return;
    }
}

/* --- the pages --------------------------------------------------------------------------- */

/* Says which of the pages it is; the first one has the words of the whole. */
static void describe(const struct paging *paging, struct figure *figure, uint32_t page)
{
    const struct figure *about = paging->about;
    char number[24], total[24];
    snprintf(number, sizeof number, "%lu", (unsigned long)page + 1);
    snprintf(total, sizeof total, "%lu", (unsigned long)paging->divide.page_count);
    const char *which = sheet_fill(&figure->arena, paging->words->page_of, number, total);
    struct buf text = {0};
    figure->title = about->title;
    figure->description = page ? NULL : about->description;
    if (page)
        buf_addf(&text, "%s · %s", about->title ? about->title : "", which);
    else
        buf_addf(&text, "%s (%s)", about->alternative ? about->alternative : "", which);
    figure->alternative = arena_copy(&figure->arena, text.data, text.length);
    buf_release(&text);
}

/* Draws a page; false where it is too large and can be divided. */
static bool draw_page(struct paging *paging, uint32_t page, uint32_t *nodes)
{
    struct layout_options options = *paging->options;
    size_t count = divide_nodes(&paging->divide, page, nodes);
    struct figure *figure = figure_pages_add(paging->pages);
    struct graph graph;
    graph_start(&graph);
    sheet_make(&paging->sheets, &graph, &paging->pages->arena, page, nodes, count);
    draw_graph(paging, figure, &graph, options);
    graph_release(&graph);
    describe(paging, figure, page);
    return count < 2 || fits(paging, figure);
}

/* Draws all pages; marks those that are too large, and returns whether there are any. */
static bool draw_pages(struct paging *paging, bool *too_large)
{
    uint32_t *nodes = mem_alloc((paging->graph->node_count + 1) * sizeof *nodes);
    bool any = false;
    paging->sheets.page_count = paging->divide.page_count;
    for (uint32_t p = 0; p < paging->divide.page_count; p++) {
        too_large[p] = !draw_page(paging, p, nodes);
        any = any || too_large[p];
    }
    free(nodes);
    return any;
}

/* The numbers of the pages are known only now, and what a page says of others may have become
 * longer. What is too large is divided further; each time there are more pages, and no more than
 * boxes. */
static void draw_divided(struct paging *paging)
{
    bool *too_large = mem_zalloc(paging->graph->node_count + 1, sizeof *too_large);
    while (draw_pages(paging, too_large)) {
        drop_figures(paging->pages);
        paging->sheets.page_count = 0;
        uint32_t count = paging->divide.page_count;
        for (uint32_t p = 0; p < count; p++)
            if (too_large[p])
                divide_further(&paging->divide, p);
        divide_number(&paging->divide);
    }
    free(too_large);
}

void layout_pages(struct figure_pages *pages, const struct figure *about, const struct graph *graph,
                  const struct text_metrics *metrics, const struct style *style,
                  const struct layout_options *options, const struct layout_pages_words *words)
{
    struct paging paging = {.pages = pages,
                            .about = about,
                            .graph = graph,
                            .metrics = metrics,
                            .style = style,
                            .options = options,
                            .words = words};
    if (graph->node_count <= TRY_WHOLE_MOST && draw_whole(&paging))
        return;
    double scale = style->sizes[STYLE_TABLE] > 0 ? style->sizes[STYLE_TABLE] / TEXT_SIZE : 1;
    struct divide *divided = &paging.divide;
    divide_init(divided, graph);
    sheets_init(&paging.sheets, graph, words, divided->layer_of, divided->page_of);
    divided->layer_count = paging.sheets.layer_count;
    divided->needs = needs;
    divided->self = &paging;
    divided->line = is_down(&paging) ? 0 : ONWARD_LINES * scale;
    divided->room = fmax(page_across(&paging) - (is_down(&paging) ? 0 : HEADROOM * scale), SPACE);
    measure(&paging);
    if (graph->node_count <= TRY_WHOLE_MOST || is_too_long(&paging) || !draw_whole(&paging)) {
        divide(&paging);
        draw_divided(&paging);
    }
    sheets_release(&paging.sheets);
    divide_release(divided);
}
