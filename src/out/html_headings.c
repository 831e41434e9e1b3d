/* The headings of a page: collected beforehand, so that links and the list of contents know
 * what will come. */
#include "out/html_internal.h"

#include <string.h>

enum { DEEPEST = 2 }; /* level that is listed in the contents */

/* --- ids --------------------------------------------------------------------------------- */

/* Letters, digits, points and hyphens as they are, other bytes as _ and two digits: two
 * different ids stay different. */
static void add_plain(struct buf *out, const char *id)
{
    for (; *id; id++) {
        unsigned char c = (unsigned char)*id;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '.' || c == '-')
            buf_add_char(out, (char)c);
        else
            buf_addf(out, "_%02x", c);
    }
}

/* Of headings with one id, the first has it. */
static const char *name_of(struct html *html, size_t i)
{
    const char *id = html->list.items[i]->id;
    struct buf name = {0};
    if (id && heading_list_find(&html->list, id) == i) {
        buf_add_string(&name, "h-");
        add_plain(&name, id);
    } else {
        buf_addf(&name, "h%zu", i + 1);
    }
    const char *copy = arena_copy(&html->memory, name.data, name.length);
    buf_release(&name);
    return copy;
}

void html_collect_headings(struct html *html)
{
    heading_list_collect(&html->list, &html->memory, html->doc, HEADING_NOTES_LAST);
    html->ids = arena_array(&html->memory, html->list.count + 1, sizeof *html->ids);
    for (size_t i = 0; i < html->list.count; i++)
        html->ids[i] = name_of(html, i);
}

const char *html_find_heading(const struct html *html, const char *id)
{
    size_t found = heading_list_find(&html->list, id);
    return found < html->list.count ? html->ids[found] : NULL;
}

/* --- writing --------------------------------------------------------------------------------- */

void html_add_heading(struct html *html, const struct doc_heading *heading)
{
    const char *id = html->ids[html->next_heading++];
    if (html_is_blank(heading->text)) { /* still a place that links lead to */
        buf_addf(html->out, "<div id=\"%s\"></div>\n", id);
        return;
    }
    int look = heading->level < 1 ? 1 : heading->level > 4 ? 4 : heading->level;
    int level = heading_list_level(&html->list, &html->level, heading->level);
    buf_addf(html->out, "<h%d id=\"%s\" class=\"level%d\"", level, id, look);
    struct html_setting around = html_enter(html, heading->lang, heading->text);
    buf_add_char(html->out, '>');
    html_add_text(html, heading->text);
    buf_addf(html->out, "</h%d>\n", level);
    html_leave(html, around);
    html->section = id;
}

/* --- contents --------------------------------------------------------------------------------- */

static bool is_listed(const struct doc_heading *heading)
{
    return !heading->unlisted && heading->level <= DEEPEST && !html_is_blank(heading->text);
}

static void add_entry(struct html *html, size_t i)
{
    const struct doc_heading *heading = html->list.items[i];
    buf_addf(html->out, "<li><a href=\"#%s\"", html->ids[i]);
    struct html_setting around = html_enter(html, heading->lang, heading->text);
    buf_add_char(html->out, '>');
    html_add_text(html, heading->text);
    buf_add_string(html->out, "</a>");
    html_leave(html, around);
}

/* The entries as a list in a list; `open` is how many lists have been begun. What comes before
 * the first chapter stands with the chapters. */
static void add_entries(struct html *html)
{
    int open = 0;
    bool chapter = false;
    for (size_t i = 0; i < html->list.count; i++) {
        const struct doc_heading *heading = html->list.items[i];
        if (!is_listed(heading))
            continue;
        chapter = chapter || heading->level <= 1;
        int level = heading->level > 1 && chapter ? DEEPEST : 1;
        buf_add_string(html->out, level > open ? "\n<ol>\n" : level == open ? "</li>\n" : "");
        if (level < open)
            buf_add_string(html->out, "</li>\n</ol>\n</li>\n");
        add_entry(html, i);
        open = level;
    }
    for (; open; open--)
        buf_add_string(html->out, "</li>\n</ol>\n");
}

static bool has_entries(const struct html *html)
{
    for (size_t i = 0; i < html->list.count; i++)
        if (is_listed(html->list.items[i]))
            return true;
    return false;
}

void html_add_contents(struct html *html)
{
    const char *title = html->doc->contents_title;
    if (!has_entries(html))
        return;
    buf_add_string(html->out, "<nav");
    if (html_is_blank(title)) {
        buf_add_char(html->out, '>');
    } else {
        html_add_attribute(html, "aria-label", title);
        int level = heading_list_level(&html->list, &html->level, 1);
        buf_addf(html->out, ">\n<h%d class=\"level1\">", level);
        html_add_text(html, title);
        buf_addf(html->out, "</h%d>", level);
    }
    add_entries(html);
    buf_add_string(html->out, "</nav>\n");
}
