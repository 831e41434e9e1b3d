/* Figures: boxes with bars, curves with arrow heads, texts; on a page of a document or as
 * a document of their own. */
#include "out/pdf_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    MARGIN = 24,              /* around a figure that is alone, points */
    LONGEST_PAGE = 14400,     /* that PDF/A-2 allows, points */
    ALONE = 1,                /* the element of a figure that is alone */
    ALTERNATIVE_LIMIT = 6000, /* bytes; a screen reader cannot skip in it */
};

/* --- drawing -------------------------------------------------------------------------- */

static void draw_bar(struct pdf *pdf, const struct figure_box *box)
{
    struct figure_rect parts[FIGURE_BAR_PARTS];
    size_t count = figure_bar_parts(box, parts);
    if (!count)
        return;
    pdf_begin_clip(pdf, box->x, box->y, box->width, box->height, box->radius);
    pdf_set_fill(pdf, pdf->style->colors[box->bar_color]);
    for (size_t i = 0; i < count; i++)
        pdf_draw_rectangle(pdf, parts[i].x, parts[i].y, parts[i].width, parts[i].height, 0,
                           PDF_FILL);
    pdf_end_clip(pdf);
}

static void draw_box(struct pdf *pdf, const struct figure_box *box)
{
    enum pdf_paint paint = PDF_FILL;
    pdf_set_fill(pdf, pdf->style->colors[box->fill]);
    if (box->line_width > 0) {
        paint = PDF_FILL_AND_STROKE;
        pdf_set_line(pdf, pdf->style->colors[box->line], box->line_width, box->dashed);
    }
    pdf_draw_rectangle(pdf, box->x, box->y, box->width, box->height, box->radius, paint);
    draw_bar(pdf, box);
}

/* Moves the end of a curve back to the middle of its arrow head's back, keeping its
 * direction. */
static void end_at_head(struct figure_point *points, size_t count,
                        const struct figure_point head[3])
{
    double dx = (head[1].x + head[2].x) / 2 - head[0].x;
    double dy = (head[1].y + head[2].y) / 2 - head[0].y;
    for (size_t i = count - 2; i < count; i++) {
        points[i].x += dx;
        points[i].y += dy;
    }
}

static void draw_head(struct pdf *pdf, const struct figure_curve *curve,
                      const struct figure_point head[3])
{
    pdf_set_fill(pdf, pdf->style->colors[curve->color]);
    pdf_draw_polygon(pdf, head, 3);
}

static void draw_curve(struct pdf *pdf, const struct figure_curve *curve)
{
    if (curve->point_count < 4)
        return;
    size_t size = curve->point_count * sizeof *curve->points;
    struct figure_point *points = arena_alloc(&pdf->arena, size);
    struct figure_point head[3];
    memcpy(points, curve->points, size);
    if (curve->arrow) {
        figure_arrow_head(curve, head);
        end_at_head(points, curve->point_count, head);
    }
    pdf_set_line(pdf, pdf->style->colors[curve->color], curve->width, curve->dashed);
    pdf_draw_curve(pdf, points, curve->point_count);
    if (curve->arrow)
        draw_head(pdf, curve, head);
}

static bool same_language(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static void draw_text(struct pdf *pdf, const struct figure_text *text)
{
    pdf_set_fill(pdf, pdf->style->colors[text->color]);
    pdf_draw_text(pdf, &(struct pdf_text){.text = text->text,
                                          .face = text->face,
                                          .size = text->size,
                                          .direction = text->direction,
                                          .x = text->x,
                                          .y = text->y,
                                          .width = text->width});
}

/* Draws the texts, each in marked content of its language. */
static void draw_texts(struct pdf *pdf, const struct figure *figure, size_t element,
                       const char *lang)
{
    const char *current = lang;
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        const char *own = text->lang ? text->lang : figure->lang;
        if (own && !same_language(own, current)) {
            pdf_end_marked(pdf);
            pdf_begin_element(pdf, element, same_language(own, lang) ? NULL : own);
            current = own;
        }
        draw_text(pdf, text);
    }
}

void pdf_draw_figure(struct pdf *pdf, const struct figure *figure, size_t element, const char *lang)
{
    for (size_t i = 0; i < figure->box_count; i++)
        draw_box(pdf, &figure->boxes[i]);
    for (size_t i = 0; i < figure->curve_count; i++)
        draw_curve(pdf, &figure->curves[i]);
    draw_texts(pdf, figure, element, lang);
}

/* --- a figure alone ------------------------------------------------------------------- */

/* As many whole lines of the description as fit beside `used` bytes. */
static size_t fitting_length(const char *description, size_t used)
{
    size_t room = used < ALTERNATIVE_LIMIT ? ALTERNATIVE_LIMIT - used : 0;
    size_t length = strlen(description);
    if (length <= room)
        return length;
    while (room > 0 && description[room] != '\n')
        room--;
    return room;
}

/* What is read aloud instead of the figure: what it shows, then its content in words.
 * There is no text around it that could say the content. */
static const char *alternative_of(struct pdf *pdf, const struct figure *figure)
{
    const char *first = figure->alternative ? figure->alternative : pdf->meta->title;
    struct buf text;
    buf_init(&text, 0);
    buf_add_string(&text, first);
    if (figure->description && *figure->description) {
        size_t length = fitting_length(figure->description, text.length);
        bool cut = figure->description[length] != '\0';
        buf_add_char(&text, '\n');
        buf_add(&text, figure->description, length);
        buf_add_string(&text, cut ? "\n…" : "");
    }
    const char *kept = arena_string(&pdf->arena, text.data);
    buf_release(&text);
    return kept;
}

/* Where the figure stands on its page; it shrinks only where PDF/A allows no such page. */
static struct pdf_place place_of(const struct figure *figure)
{
    double longest = fmax(figure->width, figure->height);
    double scale = fmin(1, (LONGEST_PAGE - 2 * MARGIN) / fmax(longest, 1));
    return (struct pdf_place){scale, MARGIN, MARGIN};
}

static void draw_alone(struct pdf *pdf, const struct figure *figure, struct pdf_place place)
{
    const char *lang = figure->own_lang ? figure->own_lang : pdf->meta->lang;
    pdf_page_begin(pdf, figure->width * place.scale + 2 * MARGIN,
                   figure->height * place.scale + 2 * MARGIN);
    pdf_begin_element(pdf, ALONE, NULL);
    pdf_set_place(pdf, place);
    pdf_draw_figure(pdf, figure, ALONE, lang);
    pdf_end_marked(pdf);
    pdf_page_end(pdf);
}

int pdf_write_figure(struct buf *out, const struct figure *figure, const struct style *style,
                     const struct text_metrics *metrics, const struct pdf_meta *meta,
                     struct diag_sink *sink)
{
    struct pdf *pdf = pdf_open(out, style, metrics, meta, sink);
    struct pdf_place place = place_of(figure);
    const struct page_element elements[] = {
        {.tag = PAGE_DOCUMENT, .lang = meta->lang},
        {
            .tag = PAGE_FIGURE,
            .lang = figure->own_lang,
            .alternative = alternative_of(pdf, figure),
            .x = MARGIN,
            .y = MARGIN,
            .width = figure->width * place.scale,
            .height = figure->height * place.scale,
        },
    };
    pdf_structure_init(pdf, elements, 2);
    pdf_structure_want(pdf, ALONE);
    draw_alone(pdf, figure, place);
    int status = pdf->status ? -1 : pdf_finish(pdf);
    pdf_close(pdf);
    return status;
}
