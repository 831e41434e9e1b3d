/* Forms: places to fill in, as fields of an AcroForm.
 *
 * Each place is a widget, which belongs to a Form element and shows what has been filled in by
 * appearance streams of its own, as PDF/A wants it; its outline is the page's. A text is one field
 * and its widget in one object. Boxes have a field for all of them: of which one is ticked, it
 * is a group of radio buttons; of which any are, each box is a check box below it. */
#include "out/pdf_internal.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Flags of fields. */
enum { FIELD_MULTILINE = 1 << 12, FIELD_RADIO = 1 << 15 };

/* White between a text and the edge of its place, points; as viewers have it. */
static const double padding = 2;

/* How a box looks, empty and ticked; shared by all boxes of a size. */
struct box_looks {
    double width, height;
    uint32_t empty, ticked;
};

struct pdf_form {
    struct pdf *pdf;
    struct buf fields;  /* references to the fields without parents */
    struct buf entries; /* of the object in the making */
    struct box_looks looks;
    const struct doc_field *group; /* whose boxes are being added; NULL: none */
    uint32_t group_object;
    struct buf kids; /* of the group */
    size_t ticked;   /* the first box of it that is, + 1; 0: none */
};

struct pdf_form *pdf_form_new(struct pdf *pdf)
{
    struct pdf_form *form = mem_zalloc(1, sizeof *form);
    form->pdf = pdf;
    buf_init(&form->fields, 0);
    buf_init(&form->entries, 0);
    buf_init(&form->kids, 0);
    return form;
}

/* --- names ---------------------------------------------------------------------------- */

/* Adds a field's name; a point would part it from the name of its parent. */
static void add_name(struct buf *out, const char *name)
{
    struct buf plain = {0};
    buf_add_string(&plain, name);
    for (size_t i = 0; i < plain.length; i++)
        if (plain.data[i] == '.')
            plain.data[i] = '-';
    buf_add_string(out, " /T ");
    pdf_add_string(out, plain.data ? plain.data : "");
    buf_release(&plain);
}

/* Adds what is said of the field where its label cannot be seen: label, choice and hint. */
static void add_description(struct buf *out, const struct doc_field *field, const char *choice)
{
    struct buf text = {0};
    buf_add_string(&text, field->label);
    if (choice)
        buf_addf(&text, ": %s", choice);
    if (field->hint) {
        bool ends = text.length && strchr(".:?!", text.data[text.length - 1]);
        buf_addf(&text, "%s %s", ends ? "" : ".", field->hint);
    }
    buf_add_string(out, " /TU ");
    pdf_add_string(out, text.data ? text.data : "");
    buf_release(&text);
}

/* --- how fields look ------------------------------------------------------------------ */

/* Something that is drawn apart from the pages. */
struct drawing {
    struct pdf_content outside; /* to come back to */
    double width, height;
};

static struct drawing begin_drawing(struct pdf *pdf, double width, double height)
{
    struct drawing drawing = {pdf->content, width, height};
    pdf->content = (struct pdf_content){0};
    buf_init(&pdf->content.bytes, 0);
    pdf_content_reset(&pdf->content, height);
    return drawing;
}

static uint32_t end_drawing(struct pdf *pdf, struct drawing *drawing)
{
    struct buf entries = {0};
    buf_add_string(&entries, "/Type /XObject /Subtype /Form /BBox [0 0 ");
    buf_add_number(&entries, drawing->width, 2);
    buf_add_char(&entries, ' ');
    buf_add_number(&entries, drawing->height, 2);
    pdf_add_reference(&entries, "] /Resources", pdf->resources);
    buf_add_char(&entries, '\n');
    const struct buf *bytes = &pdf->content.bytes;
    uint32_t object =
        pdf_file_add_stream(pdf->file, entries.data, bytes->data, bytes->length, PDF_DEFLATED);
    buf_release(&entries);
    buf_release(&pdf->content.bytes);
    pdf->content = drawing->outside;
    return object;
}

/* Draws a value in lines from the top of an area, or on the one line of a field. */
static void draw_value(struct pdf *pdf, const struct page_field *field)
{
    const struct text_metrics *metrics = pdf->metrics;
    struct arena arena;
    struct text_run run = {field->field->value, TEXT_REGULAR, field->size};
    bool area = field->field->kind == DOC_FIELD_AREA;
    double leading = (metrics->ascent + metrics->descent) * field->size;
    double top = area ? padding : (field->height - leading) / 2;
    arena_init(&arena);
    struct text_lines lines =
        text_wrap(&arena, metrics, &run, 1, area ? field->width - 2 * padding : 1e6);
    pdf_set_fill(pdf, pdf->style->colors[STYLE_INK]);
    for (size_t i = 0; i < lines.count && (area || i == 0); i++) {
        const struct text_line *line = &lines.lines[i];
        double y = top + (double)i * leading + metrics->ascent * field->size;
        for (size_t k = line->first; k < line->first + line->count; k++)
            pdf_draw_text(
                pdf, &(struct pdf_text){.text = text_piece_string(&arena, &run, &lines.pieces[k]),
                                        .size = field->size,
                                        .direction = lines.pieces[k].direction,
                                        .x = padding + lines.pieces[k].x,
                                        .y = y,
                                        .width = lines.pieces[k].width});
    }
    arena_release(&arena);
}

/* The text in the markers between which viewers put what is typed. */
static uint32_t draw_text_field(struct pdf *pdf, const struct page_field *field)
{
    struct drawing drawing = begin_drawing(pdf, field->width, field->height);
    buf_add_string(&pdf->content.bytes, "/Tx BMC\n");
    if (field->field->value) {
        buf_add_string(&pdf->content.bytes, "q\n");
        pdf_begin_clip(pdf, 0, 0, field->width, field->height, 0);
        draw_value(pdf, field);
        pdf_end_clip(pdf);
        buf_add_string(&pdf->content.bytes, "Q\n");
    }
    buf_add_string(&pdf->content.bytes, "EMC\n");
    return end_drawing(pdf, &drawing);
}

/* A tick, as a share of its box. */
static const struct figure_point tick[] = {
    {0.16, 0.54}, {0.27, 0.43}, {0.42, 0.60}, {0.73, 0.20}, {0.85, 0.30}, {0.43, 0.84},
};

static uint32_t draw_box(struct pdf *pdf, double width, double height, bool ticked)
{
    struct drawing drawing = begin_drawing(pdf, width, height);
    if (ticked) {
        struct figure_point points[sizeof tick / sizeof *tick];
        for (size_t i = 0; i < sizeof tick / sizeof *tick; i++)
            points[i] = (struct figure_point){tick[i].x * width, tick[i].y * height};
        pdf_set_fill(pdf, pdf->style->colors[STYLE_INK]);
        pdf_draw_polygon(pdf, points, sizeof tick / sizeof *tick);
    }
    return end_drawing(pdf, &drawing);
}

static const struct box_looks *looks_of(struct pdf_form *form, const struct page_field *field)
{
    struct box_looks *looks = &form->looks;
    if (!looks->empty || looks->width != field->width || looks->height != field->height)
        *looks = (struct box_looks){field->width, field->height,
                                    draw_box(form->pdf, field->width, field->height, false),
                                    draw_box(form->pdf, field->width, field->height, true)};
    return looks;
}

/* --- texts ---------------------------------------------------------------------------- */

static uint32_t begin_widget(struct pdf_form *form, const struct page_field *field)
{
    const double rectangle[] = {field->x, field->y, field->width, field->height};
    return pdf_begin_annotation(form->pdf, &form->entries, "Widget", field->page, field->element,
                                rectangle);
}

static void add_typing(struct buf *out, const struct pdf *pdf, double size)
{
    struct color ink = pdf->style->colors[STYLE_INK];
    const double parts[] = {ink.red / 255.0, ink.green / 255.0, ink.blue / 255.0};
    buf_add_string(out, " /DA (/Typing ");
    buf_add_number(out, size, 2);
    buf_add_string(out, " Tf");
    for (size_t i = 0; i < 3; i++) {
        buf_add_char(out, ' ');
        buf_add_number(out, parts[i], 3);
    }
    buf_add_string(out, " rg)");
}

static void add_text_field(struct pdf_form *form, const struct page_field *place)
{
    const struct doc_field *field = place->field;
    uint32_t look = draw_text_field(form->pdf, place);
    uint32_t object = begin_widget(form, place);
    struct buf *out = &form->entries;
    buf_add_string(out, " /FT /Tx");
    if (field->kind == DOC_FIELD_AREA)
        buf_addf(out, " /Ff %d", FIELD_MULTILINE);
    add_name(out, field->name);
    add_description(out, field, NULL);
    add_typing(out, form->pdf, place->size);
    if (field->value) {
        buf_add_string(out, " /V ");
        pdf_add_string(out, field->value);
    }
    pdf_add_reference(out, " /AP <</N", look);
    buf_add_string(out, ">>");
    pdf_file_define(form->pdf->file, object, out);
    pdf_add_reference(&form->fields, "", object);
}

/* --- boxes ---------------------------------------------------------------------------- */

/* The field of all boxes, when they are there. */
static void finish_group(struct pdf_form *form)
{
    const struct doc_field *field = form->group;
    struct buf *out = &form->entries;
    if (!field)
        return;
    buf_reset(out);
    if (field->kind == DOC_FIELD_ONE_OF) {
        buf_addf(out, "/FT /Btn /Ff %d", FIELD_RADIO);
        if (form->ticked)
            buf_addf(out, " /V /%zu", form->ticked - 1);
        else
            buf_add_string(out, " /V /Off");
        buf_add_string(out, " /Opt [");
        for (size_t i = 0; i < field->choice_count; i++)
            pdf_add_string(out, field->choices[i]);
        buf_add_char(out, ']');
    }
    add_name(out, field->name);
    add_description(out, field, NULL);
    buf_addf(out, " /Kids [%s]", form->kids.data);
    pdf_file_define(form->pdf->file, form->group_object, out);
    pdf_add_reference(&form->fields, "", form->group_object);
    form->group = NULL;
}

static void begin_group(struct pdf_form *form, const struct doc_field *field)
{
    finish_group(form);
    form->group = field;
    form->group_object = pdf_file_reserve(form->pdf->file);
    form->ticked = 0;
    buf_reset(&form->kids);
}

/* A box; what it is called when ticked is its place among the choices. */
static void add_box(struct pdf_form *form, const struct page_field *place)
{
    const struct doc_field *field = place->field;
    const char *choice = field->choices[place->choice];
    const struct box_looks *looks = looks_of(form, place);
    if (field != form->group)
        begin_group(form, field);
    bool full = field->kind == DOC_FIELD_ONE_OF && form->ticked;
    bool ticked = !full && field->value && !strcmp(field->value, choice);
    uint32_t object = begin_widget(form, place);
    struct buf *out = &form->entries;
    char state[24] = "Off";
    if (ticked)
        snprintf(state, sizeof state, "%zu", place->choice);
    pdf_add_reference(out, " /Parent", form->group_object);
    if (field->kind == DOC_FIELD_ANY_OF) {
        char name[24];
        snprintf(name, sizeof name, "%zu", place->choice + 1);
        buf_addf(out, " /FT /Btn /V /%s", state);
        add_name(out, name);
    }
    add_description(out, field, choice);
    buf_addf(out, " /AS /%s /AP <</N <</%zu", state, place->choice);
    pdf_add_reference(out, "", looks->ticked);
    pdf_add_reference(out, " /Off", looks->empty);
    buf_add_string(out, ">>>>");
    pdf_file_define(form->pdf->file, object, out);
    pdf_add_reference(&form->kids, "", object);
    if (ticked)
        form->ticked = place->choice + 1;
}

/* --- together ------------------------------------------------------------------------- */

void pdf_form_add(struct pdf_form *form, const struct page_field *field)
{
    bool boxes = field->field->kind == DOC_FIELD_ONE_OF || field->field->kind == DOC_FIELD_ANY_OF;
    if (boxes) {
        add_box(form, field);
        return;
    }
    finish_group(form);
    add_text_field(form, field);
}

static void define_form(struct pdf_form *form)
{
    struct pdf *pdf = form->pdf;
    struct buf *out = &form->entries;
    uint32_t font = pdf_write_typing_font(pdf);
    buf_reset(out);
    buf_addf(out, "/Fields [%s]", form->fields.data);
    pdf_add_reference(out, " /DR <</Font <</Typing", font);
    buf_add_string(out, ">>>>");
    add_typing(out, pdf, pdf->style->sizes[STYLE_TEXT]);
    pdf->form = pdf_file_add(pdf->file, out);
}

void pdf_form_finish(struct pdf_form *form)
{
    finish_group(form);
    define_form(form);
    buf_release(&form->fields);
    buf_release(&form->entries);
    buf_release(&form->kids);
    free(form);
}
