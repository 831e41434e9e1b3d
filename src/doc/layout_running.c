/* What stands around the text: the running lines, at the head of every page but the first and
 * at the foot of all, the stamp, and the logo on the first page. */
#include "doc/layout.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const double between = 24; /* least white between the texts of a line */
static const double stamp_side = 6, stamp_outline = 0.75;
static const double stamp_height = 1.75, stamp_middle = 0.36; /* in em; above the baseline */
static const double usual_logo = 34, below_logo = 8;

/* A line with a text at either side. */
struct running {
    struct layout *l;
    size_t page;
    enum page_artifact artifact;
    double baseline;
};

static double width_in(const struct layout *l, enum text_face face, const char *text)
{
    return text_width(l->metrics, face, layout_size(l, STYLE_RUNNING), text, strlen(text));
}

static double width_of(const struct layout *l, const char *text)
{
    return text ? width_in(l, TEXT_REGULAR, text) : 0;
}

/* The text, cut with an ellipsis where it is wider than `room`. */
static const char *cut(struct layout *l, enum text_face face, const char *text, double room)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    if (width_in(l, face, text) <= room)
        return text;
    room -= width_in(l, face, ellipsis);
    double size = layout_size(l, STYLE_RUNNING);
    const char *p = text, *end = text + strlen(text);
    size_t fits = 0;
    for (double width = 0; p < end; fits = (size_t)(p - text)) {
        const char *start = p;
        utf8_next(&p, end);
        width += text_width(l->metrics, face, size, start, (size_t)(p - start));
        if (width > room)
            break;
    }
    while (fits && text[fits - 1] == ' ')
        fits--;
    char *result = arena_alloc(&l->pages->arena, fits + sizeof ellipsis);
    memcpy(result, text, fits);
    memcpy(result + fits, ellipsis, sizeof ellipsis);
    return result;
}

static void add_text(const struct running *line, enum text_face face, enum style_color color,
                     const char *text, double x)
{
    if (!*text)
        return;
    struct layout *l = line->l;
    pages_add_op(l->pages, line->page,
                 &(struct page_op){.kind = PAGE_OP_TEXT,
                                   .artifact = line->artifact,
                                   .x = x,
                                   .y = line->baseline,
                                   .width = width_in(l, face, text),
                                   .color = layout_color(l, color),
                                   .face = face,
                                   .size = layout_size(l, STYLE_RUNNING),
                                   .text = text});
}

static double line_width(const struct layout *l, size_t page)
{
    return l->pages->pages[page].width - 2 * layout_size(l, STYLE_MARGIN_SIDE);
}

/* Both texts in a line of `width`; each has at least half of it, if it needs that. */
static void add_texts(const struct running *line, const char *left, const char *right, double width)
{
    struct layout *l = line->l;
    double side = layout_size(l, STYLE_MARGIN_SIDE), left_width = width_of(l, left);
    double most_right = left_width + between < width / 2 ? width - left_width - between : width / 2;
    double right_width = 0;
    if (right) {
        right = cut(l, TEXT_REGULAR, right, left ? most_right : width);
        right_width = width_of(l, right) + between;
    }
    if (left)
        add_text(line, TEXT_REGULAR, STYLE_QUIET, cut(l, TEXT_REGULAR, left, width - right_width),
                 side);
    if (right)
        add_text(line, TEXT_REGULAR, STYLE_QUIET, right, side + width + between - right_width);
}

static double baseline_in(const struct layout *l, double top)
{
    struct type type = {.size = layout_size(l, STYLE_RUNNING),
                        .leading = layout_size(l, STYLE_RUNNING_LEADING)};
    return top + layout_baseline(l, &type);
}

static const char *given(const char *text)
{
    return text && *text ? text : NULL;
}

/* Two texts with a dot between; either may be missing. */
static const char *join(struct layout *l, const char *first, const char *second)
{
    if (!given(first) || !given(second))
        return given(first) ? first : given(second);
    struct buf text = {0};
    buf_addf(&text, "%s \xC2\xB7 %s", first, second);
    const char *copy = arena_copy(&l->pages->arena, text.data, text.length);
    buf_release(&text);
    return copy;
}

/* --- the head ----------------------------------------------------------------------- */

static void add_pill(const struct running *line, double x, double width, double height,
                     enum style_color color)
{
    struct layout *l = line->l;
    double middle = line->baseline - stamp_middle * layout_size(l, STYLE_RUNNING);
    pages_add_op(l->pages, line->page,
                 &(struct page_op){.kind = PAGE_OP_FILL,
                                   .artifact = line->artifact,
                                   .x = x,
                                   .y = middle - height / 2,
                                   .width = width,
                                   .height = height,
                                   .radius = height / 2,
                                   .color = layout_color(l, color)});
}

/* What the document is marked as, in an outline with round ends at the right. Returns the
 * width of the line that is left. */
static double add_stamp(const struct running *line, double width)
{
    struct layout *l = line->l;
    if (!given(l->doc->stamp))
        return width;
    const char *text = cut(l, TEXT_SEMIBOLD, l->doc->stamp, width / 3);
    double needed = width_in(l, TEXT_SEMIBOLD, text) + 2 * stamp_side;
    double x = layout_size(l, STYLE_MARGIN_SIDE) + width - needed;
    double height = stamp_height * layout_size(l, STYLE_RUNNING);
    add_pill(line, x, needed, height, STYLE_MISSING);
    add_pill(line, x + stamp_outline, needed - 2 * stamp_outline, height - 2 * stamp_outline,
             STYLE_PAPER);
    add_text(line, TEXT_SEMIBOLD, STYLE_MISSING, text, x + stamp_side);
    return width - needed - between / 2;
}

static void add_head(struct layout *l, size_t page)
{
    double top = layout_size(l, STYLE_MARGIN_TOP) - 1.6 * layout_size(l, STYLE_RUNNING_LEADING);
    struct running line = {l, page, PAGE_HEADER, baseline_in(l, top > 0 ? top : 0)};
    double width = add_stamp(&line, line_width(l, page));
    if (page > 0)
        add_texts(&line, join(l, l->style->header, l->doc->running_left),
                  given(l->doc->running_right), width);
}

/* --- the foot ----------------------------------------------------------------------- */

/* "Page {1} of {2}", filled. */
static const char *page_text(struct layout *l, size_t page, size_t count)
{
    if (!l->doc->foot_page)
        return NULL;
    char number[32], of[32];
    snprintf(number, sizeof number, "%zu", page);
    snprintf(of, sizeof of, "%zu", count);
    const char *args[] = {number, of};
    struct buf text = {0};
    buf_add_message(&text, l->doc->foot_page, args, 2);
    const char *copy = arena_copy(&l->pages->arena, text.data ? text.data : "", text.length);
    buf_release(&text);
    return copy;
}

/* The house's line stands in the middle where there is room between the others on any page,
 * else below them; alone it stands at the left. */
static void measure_foot(struct layout *l)
{
    double width, height;
    page_size(DOC_PORTRAIT, &width, &height);
    width -= 2 * layout_size(l, STYLE_MARGIN_SIDE);
    const char *left = given(l->doc->foot_left), *footer = given(l->style->footer);
    enum { MANY = 9999 }; /* pages */
    double beside = width_of(l, left) + width_of(l, page_text(l, MANY, MANY)) + 2 * between;
    l->two_feet = left && footer && beside + width_of(l, footer) > width;
}

static void add_footer(const struct running *line, const char *left, const char *right)
{
    struct layout *l = line->l;
    const char *footer = given(l->style->footer);
    double width = line_width(l, line->page), side = layout_size(l, STYLE_MARGIN_SIDE);
    if (!left || !footer)
        return;
    double needed = width_of(l, footer), least = width_of(l, left) + between;
    double most = width - width_of(l, right) - between - needed;
    double x = (width - needed) / 2;
    x = x > most ? most : x;
    add_text(line, TEXT_REGULAR, STYLE_QUIET, footer, side + (x < least ? least : x));
}

static void add_foot(struct layout *l, size_t page)
{
    const char *right = page_text(l, page + 1, l->pages->page_count);
    const char *left = given(l->doc->foot_left), *footer = given(l->style->footer);
    if (!right && !left && !footer)
        return;
    const struct page *on = &l->pages->pages[page];
    double side = layout_size(l, STYLE_MARGIN_SIDE), width = line_width(l, page);
    double second = l->two_feet ? layout_size(l, STYLE_RUNNING_LEADING) : 0;
    double rule = on->height - layout_size(l, STYLE_MARGIN_BOTTOM) + 6 - second;
    pages_add_op(l->pages, page,
                 &(struct page_op){.kind = PAGE_OP_LINE,
                                   .artifact = PAGE_FOOTER,
                                   .x = side,
                                   .y = rule,
                                   .width = width,
                                   .line_width = 0.5,
                                   .color = layout_color(l, STYLE_RULE)});
    struct running line = {l, page, PAGE_FOOTER, baseline_in(l, rule + 4.5)};
    add_texts(&line, left ? left : footer, right, width);
    if (!l->two_feet) {
        add_footer(&line, left, right);
        return;
    }
    line.baseline += second;
    add_texts(&line, footer, NULL, width);
}

void layout_running_lines(struct layout *l)
{
    for (size_t page = 0; page < l->pages->page_count; page++) {
        add_head(l, page);
        add_foot(l, page);
    }
}

/* --- the logo ----------------------------------------------------------------------- */

/* No wider than a third of the page's text, no taller than a sixth of it. */
static void measure_logo(struct layout *l)
{
    const struct style_image *image = &l->style->logo;
    if (image->kind == STYLE_NO_IMAGE || !image->width || !image->height)
        return;
    double height = l->style->logo_height > 0 ? l->style->logo_height : usual_logo;
    double most_width = page_text_width(l) / 3, most_height = page_text_height(l) / 6;
    if (height > most_height)
        height = most_height;
    double width = height * image->width / image->height;
    if (width > most_width) {
        height *= most_width / width;
        width = most_width;
    }
    l->logo.width = width;
    l->logo.height = height;
    if (!given(l->style->logo_text))
        return;
    l->logo.element = layout_element(l, PAGE_FIGURE, 0);
    l->pages->elements[l->logo.element].alternative = l->style->logo_text;
}

void layout_running_measure(struct layout *l)
{
    measure_foot(l);
    measure_logo(l);
}

/* At the top right of the text; text that does not keep clear of it begins below. */
void layout_logo(struct layout *l)
{
    if (l->logo.width <= 0)
        return;
    struct page_op op = {
        .kind = PAGE_OP_IMAGE,
        .artifact = l->logo.element ? PAGE_CONTENT : PAGE_DECORATION,
        .element = l->logo.element,
        .x = l->pages->pages[0].width - layout_size(l, STYLE_MARGIN_SIDE) - l->logo.width,
        .y = l->page_top,
        .width = l->logo.width,
        .height = l->logo.height,
    };
    place_op(l, &op);
    l->logo.bottom = op.y + op.height + below_logo;
    if (!l->logo.element)
        return;
    struct page_element *element = &l->pages->elements[l->logo.element];
    element->x = op.x;
    element->y = op.y;
    element->width = op.width;
    element->height = op.height;
}
