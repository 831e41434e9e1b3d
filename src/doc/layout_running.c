/* The running lines: at the head of every page but the first, at the foot of all. */
#include "doc/layout.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const double between = 24; /* least white between the two texts of a line */

/* A line with a text at either side. */
struct running {
    struct layout *l;
    size_t page;
    enum page_artifact artifact;
    double baseline;
};

static double width_of(const struct layout *l, const char *text, size_t length)
{
    return text_width(l->metrics, TEXT_REGULAR, layout_size(l, STYLE_RUNNING), text, length);
}

/* The text, cut with an ellipsis where it is wider than `room`. */
static const char *cut(struct layout *l, const char *text, double room)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    if (width_of(l, text, strlen(text)) <= room)
        return text;
    room -= width_of(l, ellipsis, sizeof ellipsis - 1);
    const char *p = text, *end = text + strlen(text);
    size_t fits = 0;
    for (double width = 0; p < end; fits = (size_t)(p - text)) {
        const char *start = p;
        utf8_next(&p, end);
        width += width_of(l, start, (size_t)(p - start));
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

static void add_text(const struct running *line, const char *text, double x)
{
    if (!*text)
        return;
    struct layout *l = line->l;
    pages_add_op(l->pages, line->page,
                 &(struct page_op){.kind = PAGE_OP_TEXT,
                                   .artifact = line->artifact,
                                   .x = x,
                                   .y = line->baseline,
                                   .width = width_of(l, text, strlen(text)),
                                   .color = layout_color(l, STYLE_QUIET),
                                   .size = layout_size(l, STYLE_RUNNING),
                                   .text = text});
}

static void add_texts(const struct running *line, const char *left, const char *right)
{
    struct layout *l = line->l;
    double side = layout_size(l, STYLE_MARGIN_SIDE);
    double width = l->pages->pages[line->page].width - 2 * side;
    double left_width = left ? width_of(l, left, strlen(left)) : 0;
    double most_right = left_width + between < width / 2 ? width - left_width - between : width / 2;
    double right_width = 0;
    if (right) {
        right = cut(l, right, left ? most_right : width);
        right_width = width_of(l, right, strlen(right)) + between;
    }
    if (left)
        add_text(line, cut(l, left, width - right_width), side);
    if (right)
        add_text(line, right, side + width + between - right_width);
}

static double baseline_in(const struct layout *l, double top)
{
    struct type type = {.size = layout_size(l, STYLE_RUNNING),
                        .leading = layout_size(l, STYLE_RUNNING_LEADING)};
    return top + layout_baseline(l, &type);
}

static void add_head(struct layout *l, size_t page)
{
    double top = layout_size(l, STYLE_MARGIN_TOP) - 1.6 * layout_size(l, STYLE_RUNNING_LEADING);
    struct running line = {l, page, PAGE_HEADER, baseline_in(l, top > 0 ? top : 0)};
    add_texts(&line, l->doc->running_left, l->doc->running_right);
}

/* "Page {1} of {2}", filled. */
static const char *page_text(struct layout *l, size_t page)
{
    if (!l->doc->foot_page)
        return NULL;
    char number[32], count[32];
    snprintf(number, sizeof number, "%zu", page + 1);
    snprintf(count, sizeof count, "%zu", l->pages->page_count);
    const char *args[] = {number, count};
    struct buf text = {0};
    buf_add_message(&text, l->doc->foot_page, args, 2);
    const char *copy = arena_copy(&l->pages->arena, text.data ? text.data : "", text.length);
    buf_release(&text);
    return copy;
}

static void add_foot(struct layout *l, size_t page)
{
    const char *right = page_text(l, page);
    if (!right && !l->doc->foot_left)
        return;
    const struct page *on = &l->pages->pages[page];
    double side = layout_size(l, STYLE_MARGIN_SIDE);
    double rule = on->height - layout_size(l, STYLE_MARGIN_BOTTOM) + 6;
    pages_add_op(l->pages, page,
                 &(struct page_op){.kind = PAGE_OP_LINE,
                                   .artifact = PAGE_FOOTER,
                                   .x = side,
                                   .y = rule,
                                   .width = on->width - 2 * side,
                                   .line_width = 0.5,
                                   .color = layout_color(l, STYLE_RULE)});
    struct running line = {l, page, PAGE_FOOTER, baseline_in(l, rule + 4.5)};
    add_texts(&line, l->doc->foot_left, right);
}

void layout_running_lines(struct layout *l)
{
    for (size_t page = 0; page < l->pages->page_count; page++) {
        if (page > 0)
            add_head(l, page);
        add_foot(l, page);
    }
}
