/* Views; see view.h. This file has the table of views, what is common to them, and the
 * words they share. */
#include "figure/view.h"

#include "base/memory.h"
#include "figure/view_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A4 landscape, points; and what title, running lines and captions take of its height. */
#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0
#define TAKEN_HEIGHT 110.0

static const struct {
    const char *name;
    void (*build)(struct view *view, struct figure *figure); /* the graph of it */
} views[VIEW_KINDS] = {
    [VIEW_FLOW] = {"flow", view_flow_build},
    [VIEW_TABLE] = {"table", view_flow_build},
    [VIEW_TREE] = {"tree", view_flow_build},
    [VIEW_DELIVERY] = {"delivery", view_flow_build},
    [VIEW_EVIDENCE] = {"evidence", view_flow_build},
    [VIEW_STATUS] = {"status", view_flow_build},
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

void view_draw(struct figure *figure, const struct model *model, const struct style *style,
               const struct text_metrics *metrics, const struct language *language,
               const struct view_options *options)
{
    static const struct view_options defaults = {0};
    const struct view_options *wanted = options ? options : &defaults;
    const char *own = language_tag(language);
    const char *lang = model->programme->node.lang ? model->programme->node.lang : own;
    struct graph graph;
    graph_start(&graph);
    figure_init(figure);
    struct view view = {
        .arena = &figure->arena,
        .model = model,
        .language = language,
        .options = wanted,
        .lang = lang,
        .own_lang = strcmp(own, lang) ? own : NULL,
        .graph = &graph,
    };
    figure->lang = lang;
    figure->own_lang = own;
    if (wanted->title)
        add_title(&view);
    views[wanted->kind].build(&view, figure);
    struct layout_options layout = {
        .width = wanted->width > 0 ? wanted->width : page_width(style),
        .height = wanted->height > 0 ? wanted->height : page_height(style),
        .direction = wanted->direction,
    };
    layout_graph(figure, &graph, metrics, style, &layout);
    graph_release(&graph);
}
