/* Marks on a page: the dozen operators that we need. Coordinates come in points from the
 * top left and are written from the bottom left, as PDF has it. */
#include "base/memory.h"
#include "base/utf8.h"
#include "out/pdf_internal.h"

#include <math.h>
#include <string.h>

/* Control points of a quarter circle, as a share of its radius. */
static const double quarter = 0.5522847498;

/* --- numbers -------------------------------------------------------------------------- */

/* Adds `value` with at most `decimals` (to 3) digits after the point and a space behind.
 * A page has thousands of numbers, so this does not go through printf. */
static void add_number(struct buf *out, double value, int decimals)
{
    static const long scales[] = {1, 10, 100, 1000};
    char digits[32];
    char *p = digits + sizeof digits;
    long scaled = lround(fabs(value) * (double)scales[decimals]);
    bool negative = value < 0 && scaled > 0;
    *--p = ' ';
    for (; decimals > 0 && scaled % 10 == 0; decimals--)
        scaled /= 10;
    for (int i = 0; i < decimals; i++, scaled /= 10)
        *--p = (char)('0' + scaled % 10);
    if (decimals > 0)
        *--p = '.';
    do
        *--p = (char)('0' + scaled % 10);
    while (scaled /= 10);
    if (negative)
        *--p = '-';
    buf_add(out, p, (size_t)(digits + sizeof digits - p));
}

static void add_point(struct pdf_content *content, double x, double y)
{
    const struct pdf_place *place = &content->place;
    add_number(&content->bytes, place->x + place->scale * x, 2);
    add_number(&content->bytes, content->height - (place->y + place->scale * y), 2);
}

static void add_length(struct pdf_content *content, double length)
{
    add_number(&content->bytes, content->place.scale * length, 3);
}

static void add_operator(struct pdf_content *content, const char *name)
{
    buf_add_string(&content->bytes, name);
    buf_add_char(&content->bytes, '\n');
}

/* --- state ---------------------------------------------------------------------------- */

void pdf_content_reset(struct pdf_content *content, double height)
{
    buf_reset(&content->bytes);
    content->state = (struct pdf_state){.font = -1};
    content->place = (struct pdf_place){.scale = 1};
    content->height = height;
}

void pdf_set_place(struct pdf *pdf, struct pdf_place place)
{
    pdf->content.place = place;
}

static bool same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void add_color(struct pdf_content *content, struct color color, const char *name)
{
    add_number(&content->bytes, color.red / 255.0, 3);
    add_number(&content->bytes, color.green / 255.0, 3);
    add_number(&content->bytes, color.blue / 255.0, 3);
    add_operator(content, name);
}

void pdf_set_fill(struct pdf *pdf, struct color color)
{
    struct pdf_state *state = &pdf->content.state;
    if (state->has_fill && same_color(state->fill, color))
        return;
    state->has_fill = true;
    state->fill = color;
    add_color(&pdf->content, color, "rg");
}

static void set_line_color(struct pdf *pdf, struct color color)
{
    struct pdf_state *state = &pdf->content.state;
    if (state->has_line && same_color(state->line, color))
        return;
    state->has_line = true;
    state->line = color;
    add_color(&pdf->content, color, "RG");
}

static void set_line_width(struct pdf *pdf, double width)
{
    struct pdf_content *content = &pdf->content;
    double drawn = width * content->place.scale;
    if (content->state.line_width == drawn)
        return;
    content->state.line_width = drawn;
    add_length(content, width);
    add_operator(content, "w");
}

static void set_dash(struct pdf *pdf, enum figure_dash dash)
{
    struct pdf_content *content = &pdf->content;
    struct pdf_state *state = &content->state;
    bool same_scale = state->dash_scale == content->place.scale;
    if (state->dash == dash && (dash == FIGURE_SOLID || same_scale))
        return;
    state->dash = dash;
    state->dash_scale = content->place.scale;
    buf_add_char(&content->bytes, '[');
    if (dash != FIGURE_SOLID) {
        bool dots = dash == FIGURE_DOTTED;
        add_length(content, dots ? FIGURE_DOT_ON : FIGURE_DASH_ON);
        add_length(content, dots ? FIGURE_DOT_OFF : FIGURE_DASH_OFF);
    }
    add_operator(content, "] 0 d");
}

void pdf_set_line(struct pdf *pdf, struct color color, double width, enum figure_dash dash)
{
    set_line_color(pdf, color);
    set_line_width(pdf, width);
    set_dash(pdf, dash);
}

/* --- marked content ------------------------------------------------------------------- */

void pdf_begin_element(struct pdf *pdf, size_t element, const char *lang)
{
    enum page_tag tag = pdf->structure.elements[element].source->tag;
    struct buf *out = &pdf->content.bytes;
    buf_add_char(out, '/');
    buf_add_string(out, page_tag_name(lang ? PAGE_SPAN : tag));
    buf_add_string(out, " <</MCID ");
    pdf_add_integer(out, pdf_structure_content(pdf, element));
    if (lang) {
        buf_add_string(out, " /Lang ");
        pdf_add_word(out, lang);
    }
    add_operator(&pdf->content, ">> BDC");
}

void pdf_begin_artifact(struct pdf *pdf, enum page_artifact artifact)
{
    static const char *const kinds[] = {
        [PAGE_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
        [PAGE_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
        [PAGE_REPEATED] = "/Artifact <</Type /Pagination>> BDC",
        [PAGE_DECORATION] = "/Artifact <</Type /Layout>> BDC",
    };
    add_operator(&pdf->content, kinds[artifact]);
}

void pdf_end_marked(struct pdf *pdf)
{
    add_operator(&pdf->content, "EMC");
}

/* --- text ----------------------------------------------------------------------------- */

static void set_font(struct pdf_content *content, int font, double size)
{
    double drawn = size * content->place.scale;
    if (content->state.font == font && content->state.size == drawn)
        return;
    content->state.font = font;
    content->state.size = drawn;
    buf_addf(&content->bytes, "/F%d ", font);
    add_length(content, size);
    buf_add_string(&content->bytes, "Tf ");
}

static void add_cid(struct buf *out, unsigned cid)
{
    static const char hex[] = "0123456789ABCDEF";
    const char digits[4] = {hex[cid >> 12 & 15], hex[cid >> 8 & 15], hex[cid >> 4 & 15],
                            hex[cid & 15]};
    buf_add(out, digits, sizeof digits);
}

/* Strings in the making, of glyphs of one font at one height. Between the glyphs stands, in
 * thousandths of the type's size, how much further left the next one is than their widths
 * say: kerning, marks on letters, and writing from right to left, whose glyphs are drawn in
 * the order in which they are read. */
struct string {
    double size;
    int font;    /* -1: none begun */
    double rise; /* em */
    double at;   /* em: where the next glyph would stand, from the left edge */
};

static void end_string(struct pdf_content *content, struct string *string)
{
    if (string->font >= 0)
        buf_add_string(&content->bytes, ">]TJ ");
    string->font = -1;
}

static void set_rise(struct pdf_content *content, struct string *string, double rise)
{
    if (string->rise == rise)
        return;
    end_string(content, string);
    string->rise = rise;
    add_length(content, rise * string->size);
    buf_add_string(&content->bytes, "Ts ");
}

/* Begins a new string where this one is not of the font; it follows where that one ended. */
static void need_font(struct pdf_content *content, struct string *string, int font)
{
    if (string->font == font)
        return;
    end_string(content, string);
    set_font(content, font, string->size);
    buf_add_string(&content->bytes, "[<");
    string->font = font;
}

static void move_to_glyph(struct pdf_content *content, struct string *string, double x)
{
    long thousandths = lround((string->at - x) * 1000);
    if (!thousandths)
        return;
    buf_add_char(&content->bytes, '>');
    add_number(&content->bytes, (double)thousandths, 0);
    content->bytes.data[content->bytes.length - 1] = '<'; /* for the space behind a number */
    string->at -= (double)thousandths / 1000;
}

static void add_glyph(struct pdf *pdf, struct string *string, const struct pdf_glyph *glyph,
                      double x, double y)
{
    struct pdf_content *content = &pdf->content;
    set_rise(content, string, y);
    need_font(content, string, glyph->font);
    move_to_glyph(content, string, x);
    add_cid(&content->bytes, glyph->cid);
    string->at += glyph->width;
}

static void add_setting(struct pdf *pdf, struct string *string, enum text_face face)
{
    const struct text_setting *setting = &pdf->setting;
    for (size_t i = 0; i < setting->glyphs.count; i++) {
        const struct text_glyph *glyph = &setting->glyphs.items[i];
        struct pdf_glyph drawn = pdf_glyph_of(pdf, face, setting->text.data, glyph);
        if (drawn.font >= 0)
            add_glyph(pdf, string, &drawn, glyph->x, glyph->y);
    }
    end_string(&pdf->content, string);
    set_rise(&pdf->content, string, 0);
}

/* Says of the hyphen at the end that the word does not have it. */
static void soften_hyphen(struct text_setting *setting)
{
    struct text_glyphs *glyphs = &setting->glyphs;
    struct text_glyph *last = glyphs->count ? &glyphs->items[glyphs->count - 1] : NULL;
    if (!last || last->length != 1 || setting->text.data[last->start] != '-')
        return;
    last->start = (uint32_t)setting->text.length;
    buf_add_codepoint(&setting->text, UTF8_SOFT_HYPHEN);
    last->length = (uint32_t)setting->text.length - last->start;
}

void pdf_draw_text(struct pdf *pdf, const struct pdf_text *text)
{
    struct pdf_content *content = &pdf->content;
    struct string string = {.size = text->size, .font = -1};
    text_set(&pdf->setting, pdf->metrics,
             &(struct text_string){.text = text->text,
                                   .face = text->face,
                                   .direction = text->direction,
                                   .width = text->width / text->size,
                                   .space = text->space});
    if (text->hyphen)
        soften_hyphen(&pdf->setting);
    buf_add_string(&content->bytes, "BT ");
    add_point(content, text->x, text->y);
    buf_add_string(&content->bytes, "Td ");
    add_setting(pdf, &string, text->face);
    add_operator(content, "ET");
}

/* --- paths ---------------------------------------------------------------------------- */

static void move_to(struct pdf_content *content, double x, double y)
{
    add_point(content, x, y);
    add_operator(content, "m");
}

static void line_to(struct pdf_content *content, double x, double y)
{
    add_point(content, x, y);
    add_operator(content, "l");
}

static void curve_to(struct pdf_content *content, double x1, double y1, double x2, double y2,
                     double x, double y)
{
    add_point(content, x1, y1);
    add_point(content, x2, y2);
    add_point(content, x, y);
    add_operator(content, "c");
}

void pdf_draw_line(struct pdf *pdf, double x, double y, double dx, double dy)
{
    move_to(&pdf->content, x, y);
    line_to(&pdf->content, x + dx, y + dy);
    add_operator(&pdf->content, "S");
}

static void add_rounded(struct pdf_content *content, double x, double y, double width,
                        double height, double radius)
{
    double r = fmin(radius, fmin(width, height) / 2);
    double k = r * (1 - quarter); /* from the corner to a control point */
    double right = x + width;
    double bottom = y + height;
    move_to(content, x + r, y);
    line_to(content, right - r, y);
    curve_to(content, right - k, y, right, y + k, right, y + r);
    line_to(content, right, bottom - r);
    curve_to(content, right, bottom - k, right - k, bottom, right - r, bottom);
    line_to(content, x + r, bottom);
    curve_to(content, x + k, bottom, x, bottom - k, x, bottom - r);
    line_to(content, x, y + r);
    curve_to(content, x, y + k, x + k, y, x + r, y);
    add_operator(content, "h");
}

static void add_rectangle(struct pdf_content *content, double x, double y, double width,
                          double height, double radius)
{
    if (radius > 0) {
        add_rounded(content, x, y, width, height, radius);
        return;
    }
    add_point(content, x, y + height);
    add_length(content, width);
    add_length(content, height);
    add_operator(content, "re");
}

void pdf_draw_rectangle(struct pdf *pdf, double x, double y, double width, double height,
                        double radius, enum pdf_paint paint)
{
    add_rectangle(&pdf->content, x, y, width, height, radius);
    add_operator(&pdf->content, paint == PDF_FILL ? "f" : "B");
}

void pdf_begin_clip(struct pdf *pdf, double x, double y, double width, double height, double radius)
{
    pdf->content.outside = pdf->content.state;
    add_operator(&pdf->content, "q");
    add_rectangle(&pdf->content, x, y, width, height, radius);
    add_operator(&pdf->content, "W n");
}

void pdf_end_clip(struct pdf *pdf)
{
    add_operator(&pdf->content, "Q");
    pdf->content.state = pdf->content.outside;
}

void pdf_draw_curve(struct pdf *pdf, const struct figure_point *points, size_t count)
{
    struct pdf_content *content = &pdf->content;
    if (count < 4)
        return;
    move_to(content, points[0].x, points[0].y);
    for (size_t i = 1; i + 2 < count; i += 3)
        curve_to(content, points[i].x, points[i].y, points[i + 1].x, points[i + 1].y,
                 points[i + 2].x, points[i + 2].y);
    add_operator(content, "S");
}

void pdf_draw_polygon(struct pdf *pdf, const struct figure_point *points, size_t count)
{
    struct pdf_content *content = &pdf->content;
    move_to(content, points[0].x, points[0].y);
    for (size_t i = 1; i < count; i++)
        line_to(content, points[i].x, points[i].y);
    add_operator(content, "f");
}
