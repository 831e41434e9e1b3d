/* Writing SVG; see svg.h. */
#include "out/svg.h"

#include "base/arena.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMALS = 2 };

/* Points. */
#define BAR_RADIUS 0.8 /* of the inner corners of an accent bar */
#define MARGIN 12.0    /* around a figure that stands alone */

struct writer {
    struct buf *out;
    const struct figure *figure;
    const struct style *style;
    const char *prefix;
    uint64_t *ids;        /* hashes of the ids that are taken: an open-addressed set */
    size_t id_room;       /* a power of two */
    const char **box_ids; /* as they are written; NULL: none */
    bool *is_told;        /* by box: a mark, and a link says what it means */
    size_t *first_texts;  /* by box: the first of its texts; their number: it has none */
    struct arena arena;   /* of box_ids */
    unsigned hubs;        /* that have got an id */
    bool has_objects;     /* of the model: a diagram, no chart */
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

static bool is_hub(const struct figure_box *box)
{
    return !box->id && box->role && !strcmp(box->role, "hub");
}

/* Boxes are called by role and id, meeting points by role and number. */
static void add_box_id(struct writer *w, const struct figure_box *box)
{
    struct buf id;
    if (!box->id && !is_hub(box))
        return;
    start_id(w, &id, box->role);
    if (box->id)
        add_plain_id(&id, box->id);
    else
        buf_addf(&id, "%u", ++w->hubs);
    add_id(w, &id);
    w->box_ids[box - w->figure->boxes] = arena_copy(&w->arena, id.data, id.length);
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

/* Adds the texts from `first` on that stand in a box (its index + 1; 0: those in none), which
 * follow each other; returns the next one. */
static size_t add_texts_of(struct writer *w, size_t box, size_t first)
{
    const struct figure *figure = w->figure;
    for (; first < figure->text_count && figure->texts[first].box == box; first++)
        add_text(w, &figure->texts[first]);
    return first;
}

/* --- boxes ---------------------------------------------------------------- */

static void add_stroke(struct writer *w, enum style_color color, double width,
                       enum figure_dash dash)
{
    add_color(w, "stroke", color);
    add_length(w, "stroke-width", width);
    if (dash == FIGURE_SOLID)
        return;
    bool dots = dash == FIGURE_DOTTED;
    buf_add_string(w->out, " stroke-dasharray=\"");
    buf_add_number(w->out, dots ? FIGURE_DOT_ON : FIGURE_DASH_ON, DECIMALS);
    buf_add_char(w->out, ' ');
    buf_add_number(w->out, dots ? FIGURE_DOT_OFF : FIGURE_DASH_OFF, DECIMALS);
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

/* A step of a path, relative to where it stands. */
static void add_step(struct writer *w, char command, const double *numbers, size_t count)
{
    buf_add_char(w->out, command);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add_char(w->out, ' ');
        buf_add_number(w->out, numbers[i], DECIMALS);
    }
}

/* A quarter of a circle to the right, or nothing. */
static void add_corner(struct writer *w, double radius, double dx, double dy)
{
    if (radius > 0)
        add_step(w, 'a', (const double[]){radius, radius, 0, 0, 1, dx * radius, dy * radius}, 7);
}

/* A piece of an accent bar: where it stands in a corner of its box it is as round as that. */
static void add_piece(struct writer *w, const struct figure_box *box,
                      const struct figure_rect *piece)
{
    double small = fmin(BAR_RADIUS, fmin(piece->width, piece->height) / 2);
    double large = fmax(0, fmin(box->radius, fmin(piece->width, piece->height) - small));
    bool left = piece->x <= box->x;
    double top = left && piece->y <= box->y ? fmax(small, large) : small;
    double bottom = left && piece->y + piece->height >= box->y + box->height - 1e-6
                        ? fmax(small, large)
                        : small;
    if (top + bottom > piece->height)
        top = bottom = piece->height / 2;
    buf_add_string(w->out, "<path d=\"");
    add_step(w, 'M', (const double[]){piece->x, piece->y + top}, 2);
    add_corner(w, top, 1, -1);
    add_step(w, 'H', (const double[]){piece->x + piece->width - small}, 1);
    add_corner(w, small, 1, 1);
    add_step(w, 'V', (const double[]){piece->y + piece->height - small}, 1);
    add_corner(w, small, -1, 1);
    add_step(w, 'H', (const double[]){piece->x + bottom}, 1);
    add_corner(w, bottom, -1, -1);
    buf_add_string(w->out, "Z\"");
    add_color(w, "fill", box->bar_color);
    buf_add_string(w->out, "/>\n");
}

static void add_bar(struct writer *w, const struct figure_box *box)
{
    struct figure_rect parts[FIGURE_BAR_PARTS];
    size_t count = figure_bar_parts(box, parts);
    for (size_t i = 0; i < count; i++)
        add_piece(w, box, &parts[i]);
}

/* Classes of the figure's words: a role is one, a state may be several. */
static void start_group(struct writer *w, const char *class, const char *role, const char *state)
{
    const char *const words[] = {role, state};
    buf_addf(w->out, "<g class=\"%s", class);
    for (size_t i = 0; i < 2; i++) {
        if (!words[i])
            continue;
        buf_add_char(w->out, ' ');
        add_escaped(w->out, words[i]);
    }
    buf_add_char(w->out, '"');
}

/* What has a name is a thing of its own for a screen reader; what has neither a name nor texts
 * is there for the eye alone. In a chart nothing is told apart: it is one image. */
static void add_aria(struct writer *w, const char *title, bool has_texts)
{
    if (!w->has_objects)
        return;
    if (title)
        buf_add_string(w->out, " role=\"graphics-symbol img\"");
    else if (!has_texts)
        buf_add_string(w->out, " aria-hidden=\"true\"");
}

static void add_outline(struct writer *w, const struct figure_box *box)
{
    add_rect(w, box->x, box->y, box->width, box->height);
    if (box->radius > 0)
        add_length(w, "rx", box->radius);
    add_color(w, "fill", box->fill);
    if (box->line_width > 0)
        add_stroke(w, box->line, box->line_width, box->dashed ? FIGURE_DASHED : FIGURE_SOLID);
    buf_add_string(w->out, "/>\n");
}

static void add_box(struct writer *w, size_t index)
{
    const struct figure_box *box = &w->figure->boxes[index];
    bool has_texts = w->first_texts[index] < w->figure->text_count;
    start_group(w, "box", box->role, box->state);
    add_box_id(w, box);
    if (w->is_told[index])
        buf_add_string(w->out, " aria-hidden=\"true\"");
    else
        add_aria(w, box->title, has_texts);
    buf_add_char(w->out, '>');
    add_title(w, box->title, box->lang);
    add_outline(w, box);
    add_bar(w, box);
    add_texts_of(w, index + 1, w->first_texts[index]);
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
    add_stroke(w, curve->color, curve->width, figure_dash_of(curve));
    buf_add_string(w->out, "/>\n");
}

static void add_head(struct writer *w, const struct figure_curve *curve,
                     const struct figure_point head[3])
{
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

/* What a link joins: objects of the model, and the elements that show them. */
static void add_ends(struct writer *w, const struct figure_curve *curve)
{
    const char *from = curve->from_box ? w->box_ids[curve->from_box - 1] : NULL;
    const char *to = curve->to_box ? w->box_ids[curve->to_box - 1] : NULL;
    if (curve->from)
        add_attribute(w, "data-from", curve->from);
    if (curve->to)
        add_attribute(w, "data-to", curve->to);
    if (from)
        add_attribute(w, "data-from-box", from);
    if (to)
        add_attribute(w, "data-to-box", to);
}

/* A link is called what it says, and what its mark says. */
static const char *name_of_curve(struct writer *w, const struct figure_curve *curve)
{
    const char *mark = curve->mark_box ? w->figure->boxes[curve->mark_box - 1].title : NULL;
    if (!curve->title || !mark)
        return curve->title ? curve->title : mark;
    struct buf name = {0};
    buf_addf(&name, "%s (%s)", curve->title, mark);
    const char *kept = arena_copy(&w->arena, name.data, name.length);
    buf_release(&name);
    return kept;
}

static void add_curve(struct writer *w, const struct figure_curve *curve)
{
    struct figure_point head[3] = {{0, 0}};
    bool is_link = curve->from || curve->to || (curve->from_box && curve->to_box);
    const char *name = name_of_curve(w, curve);
    start_group(w, is_link ? "link" : "line", curve->role, curve->state);
    add_link_id(w, curve);
    add_ends(w, curve);
    add_aria(w, name, false);
    buf_add_char(w->out, '>');
    add_title(w, name, curve->lang);
    if (curve->arrow)
        figure_arrow_head(curve, head);
    add_path(w, curve, head);
    if (curve->arrow)
        add_head(w, curve, head);
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
    buf_addf(w->out, " role=\"%s\" aria-labelledby=\"%stitle\" aria-describedby=\"%sdesc\"",
             w->has_objects ? "graphics-document document" : "img", w->prefix, w->prefix);
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

/* Looks through the figure: what is of the model, and which boxes belong to links. */
static void survey(struct writer *w)
{
    const struct figure *figure = w->figure;
    make_id_room(w);
    w->box_ids = mem_zalloc(figure->box_count + 1, sizeof *w->box_ids);
    w->is_told = mem_zalloc(figure->box_count + 1, sizeof *w->is_told);
    w->first_texts = mem_zalloc(figure->box_count + 1, sizeof *w->first_texts);
    for (size_t i = 0; i < figure->box_count; i++)
        w->first_texts[i] = figure->text_count;
    for (size_t i = figure->text_count; i-- > 0;)
        if (figure->texts[i].box)
            w->first_texts[figure->texts[i].box - 1] = i;
    for (size_t i = 0; i < figure->box_count; i++)
        w->has_objects = w->has_objects || figure->boxes[i].id;
    for (size_t i = 0; i < figure->curve_count; i++)
        if (figure->curves[i].mark_box)
            w->is_told[figure->curves[i].mark_box - 1] = true;
}

static void release(struct writer *w)
{
    free(w->ids);
    free(w->box_ids);
    free(w->is_told);
    free(w->first_texts);
    arena_release(&w->arena);
}

static void add_curves(struct writer *w)
{
    for (size_t i = 0; i < w->figure->curve_count; i++)
        add_curve(w, &w->figure->curves[i]);
}

static bool is_mark(const struct figure_box *box)
{
    return box->role && !strcmp(box->role, "mark");
}

/* Boxes with their texts, and texts in no box where they stand among them: headings come
 * before what they are of. Marks stand on curves and are left for later. */
static void add_boxes(struct writer *w)
{
    const struct figure *figure = w->figure;
    size_t next = 0;
    for (size_t i = 0; i < figure->box_count; i++) {
        next = add_texts_of(w, 0, next);
        if (!is_mark(&figure->boxes[i]))
            add_box(w, i);
        while (next < figure->text_count && figure->texts[next].box == i + 1)
            next++;
    }
    for (; next < figure->text_count; next++)
        if (!figure->texts[next].box)
            add_text(w, &figure->texts[next]);
}

static void add_content(struct writer *w)
{
    const struct figure *figure = w->figure;
    add_boxes(w);
    add_curves(w);
    for (size_t i = 0; i < figure->box_count; i++)
        if (is_mark(&figure->boxes[i]))
            add_box(w, i);
}

static void write_figure(struct writer *w, bool alone)
{
    double margin = alone ? MARGIN : 0;
    survey(w);
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
    release(w);
}

void svg_size(const struct figure *figure, double *width, double *height)
{
    *width = figure->width + 2 * MARGIN;
    *height = figure->height + 2 * MARGIN;
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
