/* A document as one page of HTML: the page around it and its blocks; see html.h. */
#include "out/html_internal.h"

#include "out/svg.h"

#include <string.h>

/* --- blocks -------------------------------------------------------------------------------- */

/* The first words of a flow, for its direction. */
static const char *first_text(const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        if (block->kind == DOC_BLOCK_PARAGRAPH)
            for (const struct doc_run *run = block->as.paragraph.first; run; run = run->next)
                if (!html_is_blank(run->text))
                    return run->text;
    return "";
}

static void add_definitions(struct html *html, const struct doc_list *list)
{
    buf_add_string(html->out, "<dl>\n");
    for (const struct doc_item *item = list->first; item; item = item->next) {
        buf_add_string(html->out, "<div>\n<dt>");
        html_add_text(html, item->label);
        buf_add_string(html->out, "</dt>\n<dd>");
        html_add_flow(html, &item->body);
        buf_add_string(html->out, "</dd>\n</div>\n");
    }
    buf_add_string(html->out, "</dl>\n");
}

/* A label of its own is the item's marker; the style attribute needs its quotes escaped. */
static void add_marker(struct html *html, const char *label)
{
    struct buf text = {0}, value = {0};
    buf_addf(&text, "%s ", label);
    buf_add_string(&value, "list-style-type:");
    html_add_css_string(&value, text.data);
    html_add_attribute(html, "style", value.data);
    buf_release(&value);
    buf_release(&text);
}

/* The direction of a list is that of its first words: markers stand on that side. */
static void add_list(struct html *html, const struct doc_list *list)
{
    const char *tag = list->kind == DOC_NUMBERS ? "ol" : "ul";
    buf_addf(html->out, "<%s", tag);
    struct html_setting around =
        html_enter(html, NULL, list->first ? first_text(&list->first->body) : "");
    buf_add_string(html->out, ">\n");
    for (const struct doc_item *item = list->first; item; item = item->next) {
        buf_add_string(html->out, "<li");
        if (item->label && *item->label)
            add_marker(html, item->label);
        buf_add_char(html->out, '>');
        html_add_flow(html, &item->body);
        buf_add_string(html->out, "</li>\n");
    }
    buf_addf(html->out, "</%s>\n", tag);
    html_leave(html, around);
}

/* Points as rem: one rem is the size of running text. */
static double in_rem(const struct html *html, double points)
{
    return points / html->style->sizes[STYLE_TEXT];
}

/* A figure may shrink to two thirds of its size; where there is less room, it scrolls. */
static void add_drawing(struct html *html, const struct figure *figure)
{
    struct buf prefix = {0}, title = {0};
    buf_addf(&prefix, "f%zu", ++html->figures);
    buf_addf(&title, "%stitle", prefix.data);
    html_begin_scroll(html, title.data, in_rem(html, figure->width) * 2 / 3);
    buf_add_string(html->out, "<div class=\"drawing\" style=\"max-width:");
    buf_add_number(html->out, in_rem(html, figure->width), 2);
    buf_add_string(html->out, "rem\">\n");
    svg_write_inline(html->out, figure, html->style, prefix.data);
    buf_add_string(html->out, "</div>\n");
    html_end_scroll(html);
    buf_release(&title);
    buf_release(&prefix);
}

static void add_figure(struct html *html, const struct doc_figure *figure)
{
    if (!figure->figure || figure->figure->width <= 0 || figure->figure->height <= 0)
        return;
    buf_add_string(html->out, "<figure>\n");
    add_drawing(html, figure->figure);
    if (!html_is_blank(figure->caption)) {
        html_add_element(html, "figcaption", NULL, NULL, figure->caption);
        buf_add_char(html->out, '\n');
    }
    buf_add_string(html->out, "</figure>\n");
}

static void add_box(struct html *html, const struct doc_box *box)
{
    buf_addf(html->out, "<div class=\"%s\">\n", box->look == DOC_BOX_FRAME ? "box frame" : "box");
    html_add_flow(html, &box->body);
    buf_add_string(html->out, "</div>\n");
}

/* Beside each other by the rule for .columns, where there is room. */
static void add_columns(struct html *html, const struct doc_columns *columns)
{
    buf_add_string(html->out, "<div class=\"columns\" style=\"--parts:");
    for (const struct doc_part *part = columns->first; part; part = part->next) {
        buf_add_string(html->out, part == columns->first ? "minmax(0," : " minmax(0,");
        buf_add_number(html->out, part->share > 0 ? part->share : 1, 3);
        buf_add_string(html->out, "fr)");
    }
    buf_add_string(html->out, "\">\n");
    for (const struct doc_part *part = columns->first; part; part = part->next) {
        buf_add_string(html->out, "<div>\n");
        html_add_flow(html, &part->body);
        buf_add_string(html->out, "</div>\n");
    }
    buf_add_string(html->out, "</div>\n");
}

static void add_space(struct html *html, double points)
{
    buf_add_string(html->out, "<div class=\"space\" style=\"height:");
    buf_add_number(html->out, in_rem(html, points), 2);
    buf_add_string(html->out, "rem\"></div>\n");
}

static void add_block(struct html *html, const struct doc_block *block)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        html_add_heading(html, &block->as.heading);
        break;
    case DOC_BLOCK_PARAGRAPH:
        html_add_paragraph(html, &block->as.paragraph);
        break;
    case DOC_BLOCK_LIST:
        if (block->as.list.kind == DOC_DEFINITIONS)
            add_definitions(html, &block->as.list);
        else
            add_list(html, &block->as.list);
        break;
    case DOC_BLOCK_TABLE:
        html_add_table(html, &block->as.table);
        break;
    case DOC_BLOCK_FIGURE:
        add_figure(html, &block->as.figure);
        break;
    case DOC_BLOCK_BOX:
        add_box(html, &block->as.box);
        break;
    case DOC_BLOCK_COLUMNS:
        add_columns(html, &block->as.columns);
        break;
    case DOC_BLOCK_FIELD:
        html_add_field(html, &block->as.field);
        break;
    case DOC_BLOCK_CONTENTS:
        html_add_contents(html);
        break;
    case DOC_BLOCK_SPACE:
        add_space(html, block->as.space);
        break;
    case DOC_BLOCK_PAGE:
        break; /* only in the body: see add_sheets() */
    }
}

void html_add_flow(struct html *html, const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        add_block(html, block);
}

/* --- sheets and notes ------------------------------------------------------------------------ */

/* The body in sheets, each of which begins a new page when it is printed. */
static void add_sheets(struct html *html)
{
    enum doc_orientation orientation = DOC_PORTRAIT;
    bool open = false;
    for (const struct doc_block *block = html->doc->body.first; block; block = block->next) {
        if (block->kind == DOC_BLOCK_PAGE) {
            buf_add_string(html->out, open ? "</div>\n" : "");
            open = false;
            orientation = block->as.orientation;
            continue;
        }
        if (!open)
            buf_addf(html->out, "<div class=\"sheet%s\">\n",
                     orientation == DOC_LANDSCAPE ? " landscape" : "");
        open = true;
        add_block(html, block);
    }
    buf_add_string(html->out, open ? "</div>\n" : "");
}

static void add_note(struct html *html, const struct doc_note *note)
{
    buf_addf(html->out, "<li id=\"note%d\">\n", note->number);
    html_add_flow(html, &note->body);
    buf_addf(html->out, "<a class=\"back\" href=\"#mark%d\" role=\"doc-backlink\"", note->number);
    const char *name = html_numbered(html, html->doc->note_back, note->number);
    if (*name)
        html_add_attribute(html, "aria-label", name);
    buf_add_string(html->out, ">\xE2\x86\x91</a>\n</li>\n");
}

static void add_notes(struct html *html)
{
    const char *title = html->doc->notes_title;
    if (!html->doc->first_note)
        return;
    buf_add_string(html->out, "<section class=\"notes\" role=\"doc-endnotes\"");
    if (html_is_blank(title)) {
        buf_add_string(html->out, ">\n");
    } else {
        int level = html->list.titled ? 2 : 1;
        buf_addf(html->out, " aria-labelledby=\"notes\">\n<h%d id=\"notes\" class=\"level1\">",
                 level);
        html_add_text(html, title);
        buf_addf(html->out, "</h%d>\n", level);
        html->level = 1;
    }
    buf_add_string(html->out, "<ol>\n");
    for (const struct doc_note *note = html->doc->first_note; note; note = note->next)
        add_note(html, note);
    buf_add_string(html->out, "</ol>\n</section>\n");
}

/* --- the page around it ------------------------------------------------------------------------ */

static void add_meta(struct html *html, const char *name, const char *content)
{
    if (html_is_blank(content))
        return;
    buf_add_string(html->out, "<meta");
    html_add_attribute(html, "name", name);
    html_add_attribute(html, "content", content);
    buf_add_string(html->out, "/>\n");
}

static void add_head(struct html *html, const char *generator)
{
    buf_add_string(html->out, "<head>\n<meta charset=\"utf-8\"/>\n");
    add_meta(html, "viewport", "width=device-width, initial-scale=1");
    add_meta(html, "generator", generator);
    add_meta(html, "author", html->doc->author);
    add_meta(html, "description", html->doc->subject);
    buf_add_string(html->out, "<title>");
    html_add_lines(html, html->doc->title);
    buf_add_string(html->out, "</title>\n<style>\n");
    html_add_style(html);
    buf_add_string(html->out, "</style>\n</head>\n");
}

/* Three bytes become four letters. */
static void add_base64(struct buf *out, const unsigned char *bytes, size_t length)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        unsigned group = (unsigned)bytes[i] << 16;
        group |= left > 1 ? (unsigned)bytes[i + 1] << 8 : 0;
        group |= left > 2 ? bytes[i + 2] : 0;
        const char four[] = {letters[group >> 18], letters[group >> 12 & 63],
                             left > 1 ? letters[group >> 6 & 63] : '=',
                             left > 2 ? letters[group & 63] : '='};
        buf_add(out, four, sizeof four);
    }
}

static void add_logo(struct html *html)
{
    const struct style *style = html->style;
    if (style->logo.kind == STYLE_NO_IMAGE || !style->logo.length)
        return;
    buf_addf(html->out, "<img class=\"logo\" src=\"data:image/%s;base64,",
             style->logo.kind == STYLE_PNG ? "png" : "jpeg");
    add_base64(html->out, style->logo.bytes, style->logo.length);
    buf_add_char(html->out, '"');
    html_add_attribute(html, "alt", style->logo_text ? style->logo_text : "");
    if (style->logo.width && style->logo.height)
        buf_addf(html->out, " width=\"%u\" height=\"%u\"", style->logo.width, style->logo.height);
    if (style->logo_height > 0) {
        buf_add_string(html->out, " style=\"height:");
        buf_add_number(html->out, in_rem(html, style->logo_height), 2);
        buf_add_string(html->out, "rem\"");
    }
    buf_add_string(html->out, "/>\n");
}

static void add_line(struct html *html, const char *class, const char *lang, const char *text)
{
    if (html_is_blank(text))
        return;
    html_add_element(html, "p", class, lang, text);
    buf_add_char(html->out, '\n');
}

static void add_header(struct html *html)
{
    const struct doc *doc = html->doc;
    buf_add_string(html->out, "<header>\n");
    add_logo(html);
    add_line(html, NULL, NULL, html->style->header);
    add_line(html, NULL, doc->content_lang, doc->running_left);
    add_line(html, "end", NULL, doc->running_right);
    add_line(html, "stamp", NULL, doc->stamp);
    buf_add_string(html->out, "</header>\n");
}

static void add_footer(struct html *html)
{
    buf_add_string(html->out, "<footer>\n");
    add_line(html, NULL, NULL, html->doc->foot_left);
    add_line(html, NULL, NULL, html->style->footer);
    buf_add_string(html->out, "</footer>\n");
}

static bool has_landscape(const struct doc *doc)
{
    for (const struct doc_block *block = doc->body.first; block; block = block->next)
        if (block->kind == DOC_BLOCK_PAGE && block->as.orientation == DOC_LANDSCAPE)
            return true;
    return false;
}

static void add_body(struct html *html)
{
    buf_addf(html->out, "<body%s>\n", has_landscape(html->doc) ? " class=\"broad\"" : "");
    if (!html_is_blank(html->doc->skip_text)) {
        buf_add_string(html->out, "<a class=\"skip\" href=\"#main\">");
        html_add_text(html, html->doc->skip_text);
        buf_add_string(html->out, "</a>\n");
    }
    add_header(html);
    buf_add_string(html->out, "<main id=\"main\" tabindex=\"-1\">\n");
    add_sheets(html);
    add_notes(html);
    buf_add_string(html->out, "</main>\n");
    add_footer(html);
    buf_add_string(html->out, "</body>\n");
}

void html_write(struct buf *out, const struct doc *doc, const struct style *style,
                const char *generator)
{
    struct html html = {
        .out = out, .doc = doc, .style = style, .lang = doc->lang ? doc->lang : "en"};
    arena_init(&html.memory);
    html_collect_headings(&html);
    buf_add_string(out, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
    html_add_attribute(&html, "lang", html.lang);
    html_add_attribute(&html, "xml:lang", html.lang);
    buf_add_string(out, ">\n");
    add_head(&html, generator);
    add_body(&html);
    buf_add_string(out, "</html>\n");
    arena_release(&html.memory);
}
