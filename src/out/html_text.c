/* Texts of a page: escaping, language and direction, runs and paragraphs. */
#include "out/html_internal.h"

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/divide.h"

#include <stdio.h>
#include <string.h>

/* Words with more letters than this may break: a column is never as wide. PART: letters that
 * stand before a hyphen, at most. */
enum { LONG_WORD = 24, PART = 14 };

/* --- escaping -------------------------------------------------------------------------- */

/* What neither XML nor HTML allows in a text. */
static bool is_forbidden(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
           (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static void add_codepoint(struct buf *out, uint32_t c)
{
    if (c == '&')
        buf_add_string(out, "&amp;");
    else if (c == '<')
        buf_add_string(out, "&lt;");
    else if (c == '>')
        buf_add_string(out, "&gt;");
    else if (c == '"')
        buf_add_string(out, "&quot;");
    else
        buf_add_codepoint(out, is_forbidden(c) ? UTF8_BAD : c);
}

static void add_escaped(struct buf *out, const char *text, size_t length, const char *line_end)
{
    for (const char *p = text, *end = text + length; p < end;) {
        uint32_t c = utf8_next(&p, end);
        if (c == '\n')
            buf_add_string(out, line_end);
        else
            add_codepoint(out, c);
    }
}

void html_add_lines(struct html *html, const char *text)
{
    if (text)
        add_escaped(html->out, text, strlen(text), "\n");
}

/* Reads a word of nothing but Latin letters; returns how many, 0 where it is no such word. */
static size_t read_letters(const char *word, size_t length, uint32_t letters[DIVIDE_LONGEST])
{
    size_t count = 0;
    for (const char *p = word, *end = word + length; p < end;) {
        uint32_t c = utf8_next(&p, end);
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250);
        if (!letter || count == DIVIDE_LONGEST)
            return 0;
        letters[count++] = c;
    }
    return count;
}

/* A long word gets soft hyphens where it may be divided; what is no word (an address, a
 * number) breaks wherever it must. */
static void add_long_word(struct buf *out, const char *word, size_t length)
{
    uint32_t letters[DIVIDE_LONGEST];
    size_t count = read_letters(word, length, letters), from = 0;
    buf_add_string(out, "<span class=\"long\">");
    for (size_t part; count - from > PART && (part = divide_at(letters + from, count - from, PART));
         from += part) {
        for (size_t i = 0; i < part; i++)
            add_codepoint(out, letters[from + i]);
        buf_add_codepoint(out, UTF8_SOFT_HYPHEN);
    }
    for (size_t i = from; i < count; i++)
        add_codepoint(out, letters[i]);
    if (!count)
        add_escaped(out, word, length, "");
    buf_add_string(out, "</span>");
}

void html_add_text(struct html *html, const char *text)
{
    while (text && *text) {
        size_t word = strcspn(text, " \n\t"), white = strspn(text + word, " \n\t");
        if (word > LONG_WORD && utf8_count(text, word) > LONG_WORD)
            add_long_word(html->out, text, word);
        else
            add_escaped(html->out, text, word, "");
        add_escaped(html->out, text + word, white, "<br/>");
        text += word + white;
    }
}

void html_add_attribute(struct html *html, const char *name, const char *value)
{
    buf_addf(html->out, " %s=\"", name);
    for (const char *p = value, *end = value + strlen(value); p < end;) {
        uint32_t c = utf8_next(&p, end);
        if (c == '\n' || c == '\t')
            c = ' ';
        if (c != UTF8_SOFT_HYPHEN)
            add_codepoint(html->out, c);
    }
    buf_add_char(html->out, '"');
}

void html_add_css_string(struct buf *out, const char *text)
{
    buf_add_char(out, '"');
    for (const char *p = text, *end = text + strlen(text); p < end;) {
        uint32_t c = utf8_next(&p, end);
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                     c == ' ' || c >= 0xA0;
        if (is_forbidden(c) || c == '\n' || c == '\t')
            buf_add_char(out, ' ');
        else if (plain)
            buf_add_codepoint(out, c);
        else
            buf_addf(out, "\\%06x", (unsigned)c);
    }
    buf_add_char(out, '"');
}

const char *html_numbered(struct html *html, const char *text, int number)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%d", number);
    const char *args[] = {arena_copy(&html->memory, digits, (size_t)length)};
    struct buf filled = {0};
    buf_add_message(&filled, text ? text : "", args, 1);
    const char *copy = arena_copy(&html->memory, filled.data ? filled.data : "", filled.length);
    buf_release(&filled);
    return copy;
}

bool html_is_blank(const char *text)
{
    return !text || !text[strspn(text, " \n\t")];
}

/* --- language and direction --------------------------------------------------------------- */

/* The side of the first letter that has one. */
static enum bidi_side side_of_text(const char *text)
{
    for (const char *p = text, *end = text ? text + strlen(text) : NULL; p < end;) {
        enum bidi_side side = bidi_side_of(utf8_next(&p, end));
        if (side != BIDI_NEITHER)
            return side;
    }
    return BIDI_NEITHER;
}

static struct html_setting enter(struct html *html, const char *lang, enum bidi_side side)
{
    struct html_setting before = {html->lang, html->from_right};
    if (lang && *lang && strcmp(lang, html->lang) != 0) {
        html_add_attribute(html, "lang", lang);
        html->lang = lang;
    }
    bool from_right = side == BIDI_NEITHER ? html->from_right : side == BIDI_FROM_RIGHT;
    if (from_right != html->from_right) {
        html_add_attribute(html, "dir", from_right ? "rtl" : "ltr");
        html->from_right = from_right;
    }
    return before;
}

struct html_setting html_enter(struct html *html, const char *lang, const char *text)
{
    return enter(html, lang, side_of_text(text));
}

void html_leave(struct html *html, struct html_setting setting)
{
    html->lang = setting.lang;
    html->from_right = setting.from_right;
}

void html_add_element(struct html *html, const char *tag, const char *class, const char *lang,
                      const char *text)
{
    buf_addf(html->out, "<%s", tag);
    if (class)
        html_add_attribute(html, "class", class);
    struct html_setting around = html_enter(html, lang, text);
    buf_add_char(html->out, '>');
    html_add_text(html, text);
    buf_addf(html->out, "</%s>", tag);
    html_leave(html, around);
}

/* --- runs ----------------------------------------------------------------------------------- */

/* Where a run leads, as an href; NULL: nowhere. */
static const char *href_of(struct html *html, const struct doc_run *run)
{
    if (!run->target || html_is_blank(run->text))
        return NULL;
    const char *heading = html_find_heading(html, run->target);
    if (!heading)
        return doc_is_address(run->target) ? run->target : NULL;
    struct buf href = {0};
    buf_addf(&href, "#%s", heading);
    const char *copy = arena_copy(&html->memory, href.data, href.length);
    buf_release(&href);
    return copy;
}

/* The classes of a run, with spaces between; "" where it looks as usual. */
static void add_classes(const struct html *html, struct buf *classes, const struct doc_run *run,
                        enum doc_text_style style, bool link)
{
    static const char *const faces[TEXT_FACES] = {
        [TEXT_REGULAR] = "regular", [TEXT_SEMIBOLD] = "semibold", [TEXT_ITALIC] = "italic"};
    if (run->chip)
        buf_add_string(classes, " chip");
    if (run->face != doc_usual_face(style))
        buf_addf(classes, " %s", faces[run->face]);
    bool colored = run->color != doc_usual_color(style) && !html->dark;
    if (run->chip || link) /* have a colour of their own instead of the ink */
        colored = run->color != STYLE_INK && (run->chip || colored);
    if (colored)
        buf_addf(classes, " c-%s", html_color_name(run->color));
}

static bool differs(const struct html *html, const struct doc_run *run)
{
    enum bidi_side side = side_of_text(run->text);
    return (run->lang && *run->lang && strcmp(run->lang, html->lang) != 0) ||
           (side != BIDI_NEITHER && (side == BIDI_FROM_RIGHT) != html->from_right);
}

static void add_run_text(struct html *html, const struct doc_run *run, enum doc_text_style style)
{
    const char *href = href_of(html, run);
    struct buf classes = {0};
    add_classes(html, &classes, run, style, href != NULL);
    const char *tag = href ? "a" : classes.length || differs(html, run) ? "span" : NULL;
    struct html_setting around = {html->lang, html->from_right};
    if (tag) {
        buf_addf(html->out, "<%s", tag);
        if (href)
            html_add_attribute(html, "href", href);
        if (classes.length)
            html_add_attribute(html, "class", classes.data + 1);
        around = html_enter(html, run->lang, run->text);
        buf_add_char(html->out, '>');
    }
    html_add_text(html, run->text);
    if (tag)
        buf_addf(html->out, "</%s>", tag);
    html_leave(html, around);
    buf_release(&classes);
}

static void add_mark(struct html *html, const struct doc_note *note)
{
    buf_addf(html->out, "<sup><a id=\"mark%d\" href=\"#note%d\" role=\"doc-noteref\"", note->number,
             note->number);
    const char *name = html_numbered(html, html->doc->note_mark, note->number);
    if (*name)
        html_add_attribute(html, "aria-label", name);
    struct html_setting around = html_enter(html, html->doc->lang, name);
    buf_addf(html->out, ">%d</a></sup>", note->number);
    html_leave(html, around);
}

static void add_run(struct html *html, const struct doc_run *run, enum doc_text_style style)
{
    if (run->text && *run->text)
        add_run_text(html, run, style);
    if (run->note)
        add_mark(html, run->note);
}

/* --- paragraphs ------------------------------------------------------------------------------ */

static bool is_empty(const struct doc_paragraph *paragraph)
{
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        if (!html_is_blank(run->text) || run->note)
            return false;
    return true;
}

/* The language of all runs; NULL where they are of several. */
static const char *common_lang(const struct doc_paragraph *paragraph)
{
    const char *lang = paragraph->first ? paragraph->first->lang : NULL;
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        if (!lang || !run->lang || strcmp(run->lang, lang) != 0)
            return NULL;
    return lang;
}

static enum bidi_side side_of_paragraph(const struct doc_paragraph *paragraph)
{
    enum bidi_side side = BIDI_NEITHER;
    for (const struct doc_run *run = paragraph->first; run && side == BIDI_NEITHER; run = run->next)
        side = side_of_text(run->text);
    return side;
}

static void add_class_of(const struct html *html, struct buf *classes,
                         const struct doc_paragraph *paragraph)
{
    static const char *const names[] = {
        [DOC_TEXT] = "",
        [DOC_SMALL] = " small",
        [DOC_LEAD] = " lead",
        [DOC_TITLE] = "",
        [DOC_MISSING] = " missing",
        [DOC_CELL] = " cell",
        [DOC_CELL_STRONG] = " cell strong",
    };
    bool usual = html->in_cell && paragraph->style == DOC_CELL;
    buf_add_string(classes, usual ? "" : names[paragraph->style]);
    if (paragraph->align_right)
        buf_add_string(classes, " number");
    if (paragraph->keep_with_next)
        buf_add_string(classes, " keep");
}

/* What is missing is said in words too, for those who see neither colour nor slant. */
static void add_missing_sign(struct html *html)
{
    if (!html->doc->missing_label)
        return;
    html_add_element(html, "span", "unseen", html->doc->lang, html->doc->missing_label);
    buf_add_char(html->out, ' ');
}

void html_add_paragraph(struct html *html, const struct doc_paragraph *paragraph)
{
    if (is_empty(paragraph))
        return;
    const char *tag = paragraph->style == DOC_TITLE ? "h1" : "p";
    struct buf classes = {0};
    add_class_of(html, &classes, paragraph);
    buf_addf(html->out, "<%s", tag);
    if (classes.length)
        html_add_attribute(html, "class", classes.data + 1);
    struct html_setting around = enter(html, common_lang(paragraph), side_of_paragraph(paragraph));
    buf_add_char(html->out, '>');
    if (paragraph->style == DOC_MISSING)
        add_missing_sign(html);
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        add_run(html, run, paragraph->style);
    buf_addf(html->out, "</%s>\n", tag);
    html_leave(html, around);
    buf_release(&classes);
}
