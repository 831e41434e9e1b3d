/* The headings of a page: collected beforehand, so that links and the list of contents know
 * what will come. */
#include "out/html_internal.h"

#include <string.h>

enum { DEEPEST = 2 }; /* level that is listed in the contents */

/* --- ids --------------------------------------------------------------------------------- */

static size_t hash(const char *id)
{
    uint32_t h = 2166136261U; /* FNV-1a */
    for (; *id; id++)
        h = (h ^ (uint8_t)*id) * 16777619U;
    return h;
}

/* The slot of a document's id, or the free one where it belongs. */
static size_t slot_of(const struct html *html, const char *id)
{
    size_t slot = hash(id) & (html->id_slots - 1);
    while (html->ids[slot] && strcmp(html->headings[html->ids[slot] - 1].heading->id, id) != 0)
        slot = (slot + 1) & (html->id_slots - 1);
    return slot;
}

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
static void name_heading(struct html *html, size_t i)
{
    const char *id = html->headings[i].heading->id;
    size_t slot = id ? slot_of(html, id) : 0;
    struct buf name = {0};
    if (id && !html->ids[slot]) {
        html->ids[slot] = i + 1;
        buf_add_string(&name, "h-");
        add_plain(&name, id);
    } else {
        buf_addf(&name, "h%zu", i + 1);
    }
    html->headings[i].id = arena_copy(&html->memory, name.data, name.length);
    buf_release(&name);
}

/* --- collecting ---------------------------------------------------------------------------- */

static void collect_flow(struct html *html, const struct doc_flow *flow);

static void collect_heading(struct html *html, const struct doc_heading *heading)
{
    html->headings = arena_grow(&html->memory, html->headings, &html->heading_capacity,
                                html->heading_count + 1, sizeof *html->headings);
    html->headings[html->heading_count++] = (struct html_heading){.heading = heading};
}

static void collect_table(struct html *html, const struct doc_table *table)
{
    for (const struct doc_row *row = table->first; row; row = row->next)
        for (const struct doc_cell *cell = row->first; cell; cell = cell->next)
            collect_flow(html, &cell->body);
}

static void collect_block(struct html *html, const struct doc_block *block)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        collect_heading(html, &block->as.heading);
        break;
    case DOC_BLOCK_PARAGRAPH:
        if (block->as.paragraph.style == DOC_TITLE && !html->heading_count)
            html->titled = true;
        break;
    case DOC_BLOCK_LIST:
        for (const struct doc_item *item = block->as.list.first; item; item = item->next)
            collect_flow(html, &item->body);
        break;
    case DOC_BLOCK_TABLE:
        if (block->as.table.column_count)
            collect_table(html, &block->as.table);
        break;
    case DOC_BLOCK_BOX:
        collect_flow(html, &block->as.box.body);
        break;
    case DOC_BLOCK_COLUMNS:
        for (const struct doc_part *part = block->as.columns.first; part; part = part->next)
            collect_flow(html, &part->body);
        break;
    case DOC_BLOCK_FIELD:
    case DOC_BLOCK_FIGURE:
    case DOC_BLOCK_CONTENTS:
    case DOC_BLOCK_PAGE:
    case DOC_BLOCK_SPACE:
        break;
    }
}

static void collect_flow(struct html *html, const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        collect_block(html, block);
}

void html_collect_headings(struct html *html)
{
    collect_flow(html, &html->doc->body);
    for (const struct doc_note *note = html->doc->first_note; note; note = note->next)
        collect_flow(html, &note->body);
    html->id_slots = 16;
    while (html->id_slots < 2 * html->heading_count)
        html->id_slots *= 2;
    html->ids = arena_array(&html->memory, html->id_slots, sizeof *html->ids);
    for (size_t i = 0; i < html->heading_count; i++)
        name_heading(html, i);
}

const struct html_heading *html_find_heading(const struct html *html, const char *id)
{
    size_t found = html->ids[slot_of(html, id)];
    return found ? &html->headings[found - 1] : NULL;
}

/* --- writing --------------------------------------------------------------------------------- */

/* Below a title, which is h1, headings of level 1 are h2; and none skips a level. */
static int next_level(struct html *html, int level)
{
    level = level < 1 ? 1 : level;
    html->level = level <= html->level ? level : html->level + 1;
    int tag = html->level + (html->titled ? 1 : 0);
    return tag > 6 ? 6 : tag;
}

void html_add_heading(struct html *html, const struct doc_heading *heading)
{
    const char *id = html->headings[html->next_heading++].id;
    if (html_is_blank(heading->text)) { /* still a place that links lead to */
        buf_addf(html->out, "<div id=\"%s\"></div>\n", id);
        return;
    }
    int look = heading->level < 1 ? 1 : heading->level > 4 ? 4 : heading->level;
    int level = next_level(html, heading->level);
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

static void add_entry(struct html *html, const struct html_heading *heading)
{
    buf_addf(html->out, "<li><a href=\"#%s\"", heading->id);
    struct html_setting around = html_enter(html, heading->heading->lang, heading->heading->text);
    buf_add_char(html->out, '>');
    html_add_text(html, heading->heading->text);
    buf_add_string(html->out, "</a>");
    html_leave(html, around);
}

/* The entries as a list in a list; `open` is how many lists have been begun. What comes before
 * the first chapter stands with the chapters. */
static void add_entries(struct html *html)
{
    int open = 0;
    bool chapter = false;
    for (size_t i = 0; i < html->heading_count; i++) {
        const struct doc_heading *heading = html->headings[i].heading;
        if (!is_listed(heading))
            continue;
        chapter = chapter || heading->level <= 1;
        int level = heading->level > 1 && chapter ? DEEPEST : 1;
        buf_add_string(html->out, level > open ? "\n<ol>\n" : level == open ? "</li>\n" : "");
        if (level < open)
            buf_add_string(html->out, "</li>\n</ol>\n</li>\n");
        add_entry(html, &html->headings[i]);
        open = level;
    }
    for (; open; open--)
        buf_add_string(html->out, "</li>\n</ol>\n");
}

static bool has_entries(const struct html *html)
{
    for (size_t i = 0; i < html->heading_count; i++)
        if (is_listed(html->headings[i].heading))
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
        int level = next_level(html, 1);
        buf_addf(html->out, ">\n<h%d class=\"level1\">", level);
        html_add_text(html, title);
        buf_addf(html->out, "</h%d>", level);
    }
    add_entries(html);
    buf_add_string(html->out, "</nav>\n");
}
