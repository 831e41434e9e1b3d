/* Writing SVG; see svg.h. */
#include "out/svg.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMALS = 2 };

/* Points. */
#define BAR_RADIUS 0.8 /* of the corners of an accent bar */
#define MARGIN 12.0    /* around a figure that stands alone */

struct writer {
    struct buf *out;
    const struct figure *figure;
    const struct style *style;
    const char *prefix;
    uint64_t *ids;  /* hashes of the ids that are taken: an open-addressed set */
    size_t id_room; /* a power of two */
};

/* --- attributes ----------------------------------------------------------- */

/* What stands for a byte in XML; NULL: the byte itself. Control characters, which XML
 * forbids, become U+FFFD. */
static const char *escape_of(unsigned char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n':
    case '\t':
        return NULL;
    default:
        return c < 0x20 ? "\xEF\xBF\xBD" : NULL;
    }
}

/* Adds text as XML content or attribute value. */
static void add_escaped(struct buf *out, const char *text)
{
    const char *start = text;
    for (const char *p = text;; p++) {
        const char *escape = *p ? escape_of((unsigned char)*p) : NULL;
        if (*p && !escape)
            continue;
        buf_add(out, start, (size_t)(p - start));
        if (!*p)
            return;
        buf_add_string(out, escape);
        start = p + 1;
    }
}

static void start_attribute(struct writer *w, const char *name)
{
    buf_add_char(w->out, ' ');
    buf_add_string(w->out, name);
    buf_add(w->out, "=\"", 2);
}

static void add_attribute(struct writer *w, const char *name, const char *value)
{
    start_attribute(w, name);
    add_escaped(w->out, value);
    buf_add_char(w->out, '"');
}

static void add_length(struct writer *w, const char *name, double value)
{
    start_attribute(w, name);
    buf_add_number(w->out, value, DECIMALS);
    buf_add_char(w->out, '"');
}

static void add_color(struct writer *w, const char *name, enum style_color color)
{
    static const char digits[] = "0123456789abcdef";
    const struct color *c = &w->style->colors[color];
    const uint8_t parts[] = {c->red, c->green, c->blue};
    start_attribute(w, name);
    buf_add_char(w->out, '#');
    for (size_t i = 0; i < 3; i++) {
        buf_add_char(w->out, digits[parts[i] >> 4]);
        buf_add_char(w->out, digits[parts[i] & 15]);
    }
    buf_add_char(w->out, '"');
}

/* A stretch of text in a language of its own. */
static void add_lang(struct writer *w, const char *lang)
{
    if (!lang)
        return;
    add_attribute(w, "lang", lang);
    add_attribute(w, "xml:lang", lang);
}

static void add_title(struct writer *w, const char *title, const char *lang)
{
    if (!title)
        return;
    buf_add_string(w->out, "<title");
    add_lang(w, lang);
    buf_add_char(w->out, '>');
    add_escaped(w->out, title);
    buf_add_string(w->out, "</title>");
}

/* --- ids ------------------------------------------------------------------ */

/* Adds an id of the model so that two different ones stay different: letters and
 * digits of ASCII, points and hyphens as they are, other bytes as _ and two digits. */
static void add_plain_id(struct buf *out, const char *id)
{
    for (const char *p = id; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '.' || c == '-')
            buf_add_char(out, (char)c);
        else
            buf_addf(out, "_%02x", c);
    }
}

static uint64_t hash_of(const char *text)
{
    uint64_t hash = 1469598103934665603u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash ? hash : 1;
}

/* Enters an id; false if it is taken. */
static bool take_id(struct writer *w, const char *id)
{
    uint64_t hash = hash_of(id);
    size_t slot = hash & (w->id_room - 1);
    for (; w->ids[slot]; slot = (slot + 1) & (w->id_room - 1))
        if (w->ids[slot] == hash)
            return false;
    w->ids[slot] = hash;
    return true;
}

/* Writes the id attribute; a number is added where the id is taken. */
static void add_id(struct writer *w, struct buf *id)
{
    size_t length = id->length;
    for (unsigned number = 2; !take_id(w, id->data); number++) {
        id->length = length;
        id->data[length] = '\0';
        buf_addf(id, "_%u", number);
    }
    add_attribute(w, "id", id->data);
}

static void start_id(struct writer *w, struct buf *id, const char *role)
{
    buf_init(id, 0);
    buf_addf(id, "%s%s-", w->prefix, role ? role : "part");
}

static void add_box_id(struct writer *w, const struct figure_box *box)
{
    struct buf id;
    if (!box->id)
        return;
    start_id(w, &id, box->role);
    add_plain_id(&id, box->id);
    add_id(w, &id);
    buf_release(&id);
}

static void add_link_id(struct writer *w, const struct figure_curve *curve)
{
    struct buf id;
    if (!curve->id && !curve->from && !curve->to)
        return;
    start_id(w, &id, "link");
    if (curve->id) {
        add_plain_id(&id, curve->id);
    } else {
        add_plain_id(&id, curve->from ? curve->from : "");
        buf_add_string(&id, "_to_");
        add_plain_id(&id, curve->to ? curve->to : "");
    }
    add_id(w, &id);
    buf_release(&id);
}

/* --- texts ---------------------------------------------------------------- */

static const char *face_attributes(enum text_face face)
{
    switch (face) {
    case TEXT_SEMIBOLD:
        return " font-weight=\"600\"";
    case TEXT_ITALIC:
        return " font-style=\"italic\"";
    case TEXT_REGULAR:
    case TEXT_FACES:
        break;
    }
    return "";
}

/* Where the text begins: what runs from right to left does at its right end. */
static void add_beginning(struct writer *w, const struct figure_text *text)
{
    bool right_to_left = text->direction == TEXT_RIGHT_TO_LEFT;
    add_length(w, "x", right_to_left ? text->x + text->width : text->x);
    if (right_to_left)
        buf_add_string(w->out, " direction=\"rtl\"");
}

/* Spaces at the ends of a piece of a line belong to its width. */
static bool has_outer_space(const char *text)
{
    return *text == ' ' || (*text && text[strlen(text) - 1] == ' ');
}

static void add_text(struct writer *w, const struct figure_text *text)
{
    buf_add_string(w->out, "<text");
    add_beginning(w, text);
    add_length(w, "y", text->y);
    add_length(w, "font-size", text->size);
    buf_add_string(w->out, face_attributes(text->face));
    add_color(w, "fill", text->color);
    if (text->width > 0) {
        add_length(w, "textLength", text->width);
        buf_add_string(w->out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    if (has_outer_space(text->text))
        buf_add_string(w->out, " xml:space=\"preserve\"");
    add_lang(w, text->lang);
    buf_add_char(w->out, '>');
    add_escaped(w->out, text->text);
    buf_add_string(w->out, "</text>\n");
}

/* Adds the texts that stand in a box (its index + 1; 0: those in none). Texts of a box
 * follow each other; `*next` is where to go on. */
static void add_texts_of(struct writer *w, size_t box, size_t *next)
{
    const struct figure *figure = w->figure;
    for (; *next < figure->text_count && figure->texts[*next].box == box; ++*next)
        add_text(w, &figure->texts[*next]);
}

/* --- boxes ---------------------------------------------------------------- */

static void add_stroke(struct writer *w, enum style_color color, double width, bool dashed)
{
    add_color(w, "stroke", color);
    add_length(w, "stroke-width", width);
    if (!dashed)
        return;
    buf_add_string(w->out, " stroke-dasharray=\"");
    buf_add_number(w->out, FIGURE_DASH_ON, DECIMALS);
    buf_add_char(w->out, ' ');
    buf_add_number(w->out, FIGURE_DASH_OFF, DECIMALS);
    buf_add_char(w->out, '"');
}

static void add_rect(struct writer *w, double x, double y, double width, double height)
{
    buf_add_string(w->out, "<rect");
    add_length(w, "x", x);
    add_length(w, "y", y);
    add_length(w, "width", width);
    add_length(w, "height", height);
}

static void add_bar(struct writer *w, const struct figure_box *box)
{
    struct figure_rect parts[FIGURE_BAR_PARTS];
    size_t count = figure_bar_parts(box, parts);
    for (size_t i = 0; i < count; i++) {
        add_rect(w, parts[i].x, parts[i].y, parts[i].width, parts[i].height);
        add_length(w, "rx", fmin(BAR_RADIUS, parts[i].width / 2));
        add_color(w, "fill", box->bar_color);
        buf_add_string(w->out, "/>\n");
    }
}

static void start_group(struct writer *w, const char *class, const char *role)
{
    buf_addf(w->out, "<g class=\"%s", class);
    if (role) {
        buf_add_char(w->out, ' ');
        add_escaped(w->out, role);
    }
    buf_add_char(w->out, '"');
}

static void add_box(struct writer *w, const struct figure_box *box, size_t *next_text)
{
    start_group(w, "box", box->role);
    add_box_id(w, box);
    buf_add_char(w->out, '>');
    add_title(w, box->title, box->lang);
    add_rect(w, box->x, box->y, box->width, box->height);
    if (box->radius > 0)
        add_length(w, "rx", box->radius);
    add_color(w, "fill", box->fill);
    if (box->line_width > 0)
        add_stroke(w, box->line, box->line_width, box->dashed);
    buf_add_string(w->out, "/>\n");
    add_bar(w, box);
    add_texts_of(w, (size_t)(box - w->figure->boxes) + 1, next_text);
    buf_add_string(w->out, "</g>\n");
}

/* --- curves --------------------------------------------------------------- */

static void add_point(struct writer *w, struct figure_point point)
{
    buf_add_number(w->out, point.x, DECIMALS);
    buf_add_char(w->out, ' ');
    buf_add_number(w->out, point.y, DECIMALS);
}

/* The path; with an arrow it ends in the head's middle, so that the tip stays sharp. */
static void add_path(struct writer *w, const struct figure_curve *curve,
                     const struct figure_point head[3])
{
    buf_add_string(w->out, "<path d=\"M");
    add_point(w, curve->points[0]);
    for (size_t i = 1; i < curve->point_count; i++) {
        struct figure_point point = curve->points[i];
        if (curve->arrow && i + 1 == curve->point_count) {
            point.x = (head[0].x + (head[1].x + head[2].x) / 2) / 2;
            point.y = (head[0].y + (head[1].y + head[2].y) / 2) / 2;
        }
        buf_add_string(w->out, i % 3 == 1 ? " C" : " ");
        add_point(w, point);
    }
    buf_add_string(w->out, "\" fill=\"none\"");
    add_stroke(w, curve->color, curve->width, curve->dashed);
    buf_add_string(w->out, "/>\n");
}

static void add_curve(struct writer *w, const struct figure_curve *curve)
{
    struct figure_point head[3] = {{0, 0}};
    start_group(w, curve->from || curve->to ? "link" : "line", curve->role);
    add_link_id(w, curve);
    if (curve->from)
        add_attribute(w, "data-from", curve->from);
    if (curve->to)
        add_attribute(w, "data-to", curve->to);
    buf_add_char(w->out, '>');
    add_title(w, curve->title, curve->lang);
    if (curve->arrow)
        figure_arrow_head(curve, head);
    add_path(w, curve, head);
    if (curve->arrow) {
        buf_add_string(w->out, "<path d=\"M");
        for (int i = 0; i < 3; i++) {
            if (i)
                buf_add_string(w->out, " L");
            add_point(w, head[i]);
        }
        buf_add_string(w->out, "Z\"");
        add_color(w, "fill", curve->color);
        buf_add_string(w->out, "/>\n");
    }
    buf_add_string(w->out, "</g>\n");
}

/* --- the whole ------------------------------------------------------------ */

static void add_description(struct writer *w)
{
    const struct figure *figure = w->figure;
    buf_addf(w->out, "<title id=\"%stitle\"", w->prefix);
    add_lang(w, figure->own_lang);
    buf_add_char(w->out, '>');
    add_escaped(w->out, figure->title ? figure->title : "");
    buf_addf(w->out, "</title>\n<desc id=\"%sdesc\"", w->prefix);
    add_lang(w, figure->own_lang);
    buf_add_char(w->out, '>');
    if (figure->alternative)
        add_escaped(w->out, figure->alternative);
    if (figure->alternative && figure->description)
        buf_add_char(w->out, '\n');
    if (figure->description)
        add_escaped(w->out, figure->description);
    buf_add_string(w->out, "</desc>\n");
}

/* Size and coordinates, with `margin` around the figure. */
static void add_size(struct writer *w, double margin)
{
    double width = w->figure->width + 2 * margin, height = w->figure->height + 2 * margin;
    buf_add_string(w->out, " width=\"");
    buf_add_number(w->out, width, DECIMALS);
    buf_add_string(w->out, "pt\" height=\"");
    buf_add_number(w->out, height, DECIMALS);
    buf_add_string(w->out, "pt\" viewBox=\"");
    const double numbers[] = {-margin, -margin, width, height};
    for (size_t i = 0; i < 4; i++) {
        if (i)
            buf_add_char(w->out, ' ');
        buf_add_number(w->out, numbers[i], DECIMALS);
    }
    buf_add_char(w->out, '"');
}

static void start_svg(struct writer *w, double margin)
{
    buf_add_string(w->out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    buf_addf(w->out, " role=\"img\" aria-labelledby=\"%stitle\" aria-describedby=\"%sdesc\"",
             w->prefix, w->prefix);
    add_lang(w, w->figure->lang);
    add_size(w, margin);
    buf_add_string(w->out, " font-family=\"");
    if (w->style->font_family) {
        buf_add_char(w->out, '\'');
        add_escaped(w->out, w->style->font_family);
        buf_add_string(w->out, "', ");
    }
    buf_add_string(w->out, "sans-serif\">\n");
}

/* Room for twice the ids there can be. */
static void make_id_room(struct writer *w)
{
    size_t most = w->figure->box_count + w->figure->curve_count + 2;
    w->id_room = 16;
    while (w->id_room < 2 * most)
        w->id_room *= 2;
    w->ids = mem_zalloc(w->id_room, sizeof *w->ids);
}

/* Boxes with their texts and texts between them, in the order of the texts. */
static void add_content(struct writer *w)
{
    const struct figure *figure = w->figure;
    size_t next_text = 0;
    for (size_t i = 0; i < figure->box_count; i++) {
        add_texts_of(w, 0, &next_text);
        add_box(w, &figure->boxes[i], &next_text);
    }
    for (; next_text < figure->text_count; next_text++)
        add_text(w, &figure->texts[next_text]);
    for (size_t i = 0; i < figure->curve_count; i++)
        add_curve(w, &figure->curves[i]);
}

static void write_figure(struct writer *w, bool alone)
{
    double margin = alone ? MARGIN : 0;
    make_id_room(w);
    start_svg(w, margin);
    add_description(w);
    if (alone) {
        add_rect(w, -margin, -margin, w->figure->width + 2 * margin,
                 w->figure->height + 2 * margin);
        add_color(w, "fill", STYLE_PAPER);
        buf_add_string(w->out, "/>\n");
    }
    add_content(w);
    buf_add_string(w->out, "</svg>\n");
    free(w->ids);
}

void svg_write(struct buf *out, const struct figure *figure, const struct style *style)
{
    struct writer w = {.out = out, .figure = figure, .style = style, .prefix = ""};
    buf_add_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write_figure(&w, true);
}

void svg_write_inline(struct buf *out, const struct figure *figure, const struct style *style,
                      const char *prefix)
{
    struct writer w = {.out = out, .figure = figure, .style = style, .prefix = prefix};
    write_figure(&w, false);
}
