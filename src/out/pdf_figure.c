/* Figures: boxes with bars, curves with arrow heads, texts; on a page of a document or as
 * a document of their own. */
#include "out/pdf_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_PAGE = 14400,     /* that PDF/A-2 allows, points */
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
        pdf_set_line(pdf, pdf->style->colors[box->line], box->line_width,
                     box->dashed ? FIGURE_DASHED : FIGURE_SOLID);
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
    pdf_set_line(pdf, pdf->style->colors[curve->color], curve->width, figure_dash_of(curve));
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

/* A mark stands on its link, not under it. */
static bool is_mark(const struct figure_box *box)
{
    return box->role && strcmp(box->role, "mark") == 0;
}

void pdf_draw_figure(struct pdf *pdf, const struct figure *figure, size_t element, const char *lang)
{
    for (size_t i = 0; i < figure->box_count; i++)
        if (!is_mark(&figure->boxes[i]))
            draw_box(pdf, &figure->boxes[i]);
    for (size_t i = 0; i < figure->curve_count; i++)
        draw_curve(pdf, &figure->curves[i]);
    for (size_t i = 0; i < figure->box_count; i++)
        if (is_mark(&figure->boxes[i]))
            draw_box(pdf, &figure->boxes[i]);
    draw_texts(pdf, figure, element, lang);
}

/* --- figures alone -------------------------------------------------------------------- */

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

/* A figure on a page of its own. */
struct placed {
    struct pdf_place place;
    double page_width, page_height;
};

/* Where the figure stands on its page, in the middle if it is as wide as the `widest`: what
 * belongs together begins at one edge. It shrinks only where PDF/A allows no such page. */
static struct placed place_of(const struct figure *figure, const struct pdf_sheet *sheet,
                              double widest)
{
    double wanted = sheet->scale > 0 ? sheet->scale : 1;
    double room = LONGEST_PAGE - 2 * fmax(sheet->side, sheet->top);
    double scale = fmin(wanted, room / fmax(fmax(figure->width, figure->height), 1));
    double width = figure->width * scale, height = figure->height * scale;
    struct placed placed = {
        .place = {scale, sheet->side, sheet->top},
        .page_width = fmax(sheet->width, width + 2 * sheet->side),
        .page_height = fmax(sheet->height, height + 2 * sheet->top),
    };
    placed.place.x = fmax(sheet->side, (placed.page_width - widest * scale) / 2);
    return placed;
}

static void draw_alone(struct pdf *pdf, const struct figure *figure, size_t element,
                       const struct placed *placed)
{
    const char *lang = figure->own_lang ? figure->own_lang : pdf->meta->lang;
    pdf_page_begin(pdf, placed->page_width, placed->page_height);
    pdf_begin_element(pdf, element, NULL);
    pdf_set_place(pdf, placed->place);
    pdf_draw_figure(pdf, figure, element, lang);
    pdf_end_marked(pdf);
    pdf_page_end(pdf);
}

static struct page_element element_of(struct pdf *pdf, const struct figure *figure,
                                      const struct pdf_place *place)
{
    return (struct page_element){
        .tag = PAGE_FIGURE,
        .lang = figure->own_lang,
        .alternative = alternative_of(pdf, figure),
        .x = place->x,
        .y = place->y,
        .width = figure->width * place->scale,
        .height = figure->height * place->scale,
    };
}

int pdf_write_figures(struct buf *out, const struct figure *figures, size_t count,
                      const struct pdf_sheet *sheet, const struct style *style,
                      const struct text_metrics *metrics, const struct pdf_meta *meta,
                      struct diag_sink *sink)
{
    struct pdf *pdf = pdf_open(out, style, metrics, meta, sink);
    struct page_element *elements = arena_array(&pdf->arena, count + 1, sizeof *elements);
    struct placed *placed = arena_array(&pdf->arena, count, sizeof *placed);
    elements[0] = (struct page_element){.tag = PAGE_DOCUMENT, .lang = meta->lang};
    double widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = fmax(widest, figures[i].width);
    for (size_t i = 0; i < count; i++) {
        placed[i] = place_of(&figures[i], sheet, widest);
        elements[i + 1] = element_of(pdf, &figures[i], &placed[i].place);
    }
    pdf_structure_init(pdf, elements, count + 1);
    for (size_t i = 0; i < count; i++)
        pdf_structure_want(pdf, i + 1);
    for (size_t i = 0; i < count && !pdf->status; i++)
        draw_alone(pdf, &figures[i], i + 1, &placed[i]);
    int status = pdf->status ? -1 : pdf_finish(pdf);
    pdf_close(pdf);
    return status;
}
