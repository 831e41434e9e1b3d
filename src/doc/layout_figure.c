/* Figures: as large as the page allows, on a larger page where their text would become
 * too small to read. */
#include "doc/layout.h"

#include <string.h>

static const double least_text = 6.9;  /* points: below it nobody reads */
static const double most_scale = 1.15; /* a small figure does not become a poster */
static const double caption_gap = 4;
static const double longest_side = 14399; /* of a page: PDF/A-2 and viewers allow a point more */

/* How a figure is shown. */
struct fitting {
    double scale;
    double page_width, page_height; /* 0: on a usual page */
};

/* What is known about the room for it. */
struct room {
    const struct figure *figure;
    double x;        /* where it begins in the text */
    double beside;   /* margins of a page */
    double overhead; /* height of running lines, and of what stands with it */
    double least;    /* scale */
};

static double least_scale(const struct figure *figure)
{
    double smallest = 0;
    for (size_t i = 0; i < figure->text_count; i++)
        if (smallest <= 0 || figure->texts[i].size < smallest)
            smallest = figure->texts[i].size;
    return smallest > 0 ? least_text / smallest : 0;
}

static double scale_for(const struct figure *figure, double width, double height)
{
    double scale = most_scale;
    if (figure->width * scale > width)
        scale = width / figure->width;
    if (figure->height * scale > height)
        scale = height / figure->height;
    return scale;
}

static double scale_on_page(const struct room *room, double width, double height)
{
    return scale_for(room->figure, width - room->beside - room->x, height - room->overhead);
}

/* The scale at which a figure just goes onto the largest page that there may be. */
static double most_on_any_page(const struct room *room)
{
    double across = (longest_side - room->beside - room->x) / room->figure->width;
    double down = (longest_side - room->overhead) / room->figure->height;
    return across < down ? across : down;
}

/* A page made for the figure, at least as large as A3. What no page holds is shown smaller than
 * it should be read; on a screen it can still be enlarged. */
static struct fitting own_page(const struct room *room)
{
    struct fitting fit = {.scale = room->least > 1 ? room->least : 1};
    if (fit.scale > most_on_any_page(room))
        fit.scale = most_on_any_page(room);
    fit.page_width = room->figure->width * fit.scale + room->beside + room->x;
    fit.page_height = room->figure->height * fit.scale + room->overhead;
    if (fit.page_width < PAPER_A3_LONG)
        fit.page_width = PAPER_A3_LONG;
    if (fit.page_height < PAPER_A3_SHORT)
        fit.page_height = PAPER_A3_SHORT;
    return fit;
}

/* The usual page, else A4 landscape, else A3, else a page of its own: never one that is
 * narrower than the usual, for which the heading and the caption are made. */
static struct fitting fit_on_page(const struct layout *l, const struct room *room, double width)
{
    double page_width, page_height;
    page_size(l->orientation, &page_width, &page_height);
    double scale = scale_for(room->figure, width, page_height - room->overhead);
    if (scale >= room->least && scale > 0)
        return (struct fitting){.scale = scale};
    scale = scale_on_page(room, page_height, page_width);
    if (l->orientation == DOC_PORTRAIT && scale >= room->least && scale > 0)
        return (struct fitting){scale, page_height, page_width};
    scale = scale_on_page(room, PAPER_A3_LONG, PAPER_A3_SHORT);
    if (scale >= room->least && scale > 0)
        return (struct fitting){scale, PAPER_A3_LONG, PAPER_A3_SHORT};
    return own_page(room);
}

/* --- the strips -------------------------------------------------------------------- */

static double height_of(const struct strip *first)
{
    double height = 0;
    for (; first; first = first->next)
        height += first->space + first->height;
    return height;
}

static struct fitting fit_figure(const struct layout *l, const struct strips *out,
                                 const struct frame *frame, const struct figure *figure,
                                 const struct strip *caption)
{
    struct room room = {
        .figure = figure,
        .x = frame->x,
        .beside = 2 * layout_size(l, STYLE_MARGIN_SIDE),
        .overhead = page_space_above(l) + page_space_below(l) + height_of(caption) + out->space +
                    caption_gap,
        .least = least_scale(figure),
    };
    for (const struct box *box = frame->box; box; box = box->outer)
        room.overhead += 2 * BOX_PAD;
    if (frame->fixed) /* in a cell: nothing but smaller helps */
        return (struct fitting){scale_for(figure, frame->width, page_text_height(l) / 2), 0, 0};
    room.overhead += height_of(out->first); /* the heading that it must stand with, */
    if (out->label)                         /* and the label of a list item */
        room.overhead += out->label_height;
    return fit_on_page(l, &room, frame->width);
}

static size_t figure_element(struct layout *l, const struct frame *frame,
                             const struct figure *figure)
{
    size_t index = layout_element(l, PAGE_FIGURE, frame->element);
    struct page_element *element = &l->pages->elements[index];
    element->alternative = figure->alternative ? figure->alternative
                           : figure->title     ? figure->title
                                               : "";
    if (figure->own_lang && strcmp(figure->own_lang, frame->lang) != 0)
        element->lang = figure->own_lang;
    return index;
}

static struct strip *caption_strips(struct layout *l, const struct frame *frame, size_t figure,
                                    const char *text)
{
    if (!text || !*text)
        return NULL;
    size_t element = layout_element(l, PAGE_CAPTION, figure);
    if (l->pages->elements[figure].lang)
        l->pages->elements[element].lang = frame->lang;
    struct strip *lines = layout_caption(l, frame, element, text);
    strips_keep_together(lines, false);
    return lines;
}

void layout_figure(struct layout *l, struct strips *out, const struct frame *frame,
                   const struct doc_figure *doc_figure)
{
    const struct figure *figure = doc_figure->figure;
    if (!figure || figure->width <= 0 || figure->height <= 0)
        return;
    size_t element = figure_element(l, frame, figure);
    struct strip *caption = caption_strips(l, frame, element, doc_figure->caption);
    strips_space(out, 8);
    struct fitting fit = fit_figure(l, out, frame, figure, caption);
    struct strip *strip = strip_new(l, figure->height * fit.scale);
    strip->page_width = fit.page_width;
    strip->page_height = fit.page_height;
    strip->keep = caption != NULL;
    struct mark *mark = strip_add_mark(l, strip, PAGE_OP_FIGURE);
    mark->op = (struct page_op){
        .kind = PAGE_OP_FIGURE,
        .element = element,
        .x = frame->x,
        .width = figure->width * fit.scale,
        .height = figure->height * fit.scale,
        .figure = figure,
        .scale = fit.scale,
    };
    strips_add(l, out, strip, frame->box);
    strips_space(out, caption_gap);
    strips_add_all(l, out, caption, frame->box);
    strips_space(out, 12);
}
