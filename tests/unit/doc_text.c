/* Documents as text; see doc_text.h. */
#include "doc_text.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* --- blocks ------------------------------------------------------------------------------ */

static void show_flow(struct buf *out, const struct doc_flow *flow, int depth);

static void show_paragraph(struct buf *out, const struct doc_paragraph *paragraph)
{
    static const char *const styles[] = {
        [DOC_TEXT] = "text",          [DOC_SMALL] = "small",     [DOC_LEAD] = "lead",
        [DOC_TITLE] = "title",        [DOC_MISSING] = "missing", [DOC_CELL] = "cell",
        [DOC_CELL_STRONG] = "strong",
    };
    buf_addf(out, "%s: ", styles[paragraph->style]);
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        if (run->lang)
            buf_addf(out, "{%s}", run->lang);
        buf_addf(out, run->chip ? "[%s]" : "%s", run->text);
    }
    buf_add_char(out, '\n');
}

static void show_table(struct buf *out, const struct doc_table *table, int depth)
{
    static const char *const looks[] = {
        [DOC_CELL_PLAIN] = "", [DOC_CELL_PANEL] = " panel", [DOC_CELL_DARK] = " dark"};
    buf_add_string(out, "table:");
    for (size_t i = 0; i < table->column_count; i++)
        buf_addf(out, " | %s", table->columns[i].heading);
    buf_add_char(out, '\n');
    for (const struct doc_row *row = table->first; row; row = row->next) {
        buf_addf(out, "%*srow\n", depth + 2, "");
        for (const struct doc_cell *cell = row->first; cell; cell = cell->next) {
            buf_addf(out, "%*scell %dx%d%s%s\n", depth + 4, "", cell->rows, cell->columns,
                     looks[cell->look], cell->header ? " header" : "");
            show_flow(out, &cell->body, depth + 6);
        }
    }
}

static void show_list(struct buf *out, const struct doc_list *list, int depth)
{
    buf_add_string(out, "list\n");
    for (const struct doc_item *item = list->first; item; item = item->next) {
        buf_addf(out, "%*s- %s\n", depth + 2, "", item->label ? item->label : "");
        show_flow(out, &item->body, depth + 4);
    }
}

static void show_block(struct buf *out, const struct doc_block *block, int depth)
{
    buf_addf(out, "%*s", depth, "");
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        buf_addf(out, "h%d: %s\n", block->as.heading.level, block->as.heading.text);
        break;
    case DOC_BLOCK_PARAGRAPH:
        show_paragraph(out, &block->as.paragraph);
        break;
    case DOC_BLOCK_LIST:
        show_list(out, &block->as.list, depth);
        break;
    case DOC_BLOCK_TABLE:
        show_table(out, &block->as.table, depth);
        break;
    case DOC_BLOCK_FIGURE:
        buf_add_string(out, "figure\n");
        break;
    case DOC_BLOCK_BOX:
        buf_add_string(out, "box\n");
        show_flow(out, &block->as.box.body, depth + 2);
        break;
    case DOC_BLOCK_COLUMNS:
        buf_add_string(out, "columns\n");
        for (const struct doc_part *part = block->as.columns.first; part; part = part->next) {
            buf_addf(out, "%*spart\n", depth + 2, "");
            show_flow(out, &part->body, depth + 4);
        }
        break;
    case DOC_BLOCK_FIELD:
        buf_addf(out, "field: %s\n", block->as.field.label);
        break;
    case DOC_BLOCK_CONTENTS:
        buf_add_string(out, "contents\n");
        break;
    case DOC_BLOCK_PAGE:
        buf_addf(out, "page: %s\n",
                 block->as.orientation == DOC_LANDSCAPE ? "landscape" : "portrait");
        break;
    case DOC_BLOCK_SPACE:
        buf_add_string(out, "space\n");
        break;
    }
}

static void show_flow(struct buf *out, const struct doc_flow *flow, int depth)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        show_block(out, block, depth);
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static void show_doc(struct buf *out, const struct doc *doc)
{
    buf_addf(out, "title %s\n", or_dash(doc->title));
    buf_addf(out, "lang %s, content %s\n", or_dash(doc->lang), or_dash(doc->content_lang));
    buf_addf(out, "head %s | %s\n", or_dash(doc->running_left), or_dash(doc->running_right));
    buf_addf(out, "foot %s | %s\n", or_dash(doc->foot_left), or_dash(doc->foot_page));
    show_flow(out, &doc->body, 0);
}

char *doc_as_blocks(const struct doc *doc)
{
    struct buf out = {0};
    show_doc(&out, doc);
    return out.data;
}

/* --- words ------------------------------------------------------------------------------- */

static void say_flow(struct buf *out, const struct doc_flow *flow);

static void say_paragraph(struct buf *out, const struct doc_paragraph *paragraph)
{
    if (paragraph->style == DOC_MISSING)
        buf_add_string(out, "? ");
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        if (run->lang)
            buf_addf(out, "{%s}", run->lang);
        buf_add_string(out, run->text);
    }
    buf_add_char(out, '\n');
}

static void say_table(struct buf *out, const struct doc_table *table)
{
    for (const struct doc_row *row = table->first; row; row = row->next)
        for (const struct doc_cell *cell = row->first; cell; cell = cell->next)
            say_flow(out, &cell->body);
}

static void say_list(struct buf *out, const struct doc_list *list)
{
    for (const struct doc_item *item = list->first; item; item = item->next) {
        if (item->label)
            buf_addf(out, "%s: ", item->label);
        say_flow(out, &item->body);
    }
}

static void say_block(struct buf *out, const struct doc_block *block)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        buf_addf(out, "h%d %s\n", block->as.heading.level, block->as.heading.text);
        break;
    case DOC_BLOCK_PARAGRAPH:
        say_paragraph(out, &block->as.paragraph);
        break;
    case DOC_BLOCK_LIST:
        say_list(out, &block->as.list);
        break;
    case DOC_BLOCK_TABLE:
        say_table(out, &block->as.table);
        break;
    case DOC_BLOCK_FIGURE:
        buf_addf(out, "[%s]\n", block->as.figure.figure->alternative);
        break;
    case DOC_BLOCK_BOX:
        say_flow(out, &block->as.box.body);
        break;
    case DOC_BLOCK_COLUMNS:
        for (const struct doc_part *part = block->as.columns.first; part; part = part->next)
            say_flow(out, &part->body);
        break;
    case DOC_BLOCK_FIELD:
        buf_addf(out, "field %s\n", block->as.field.name);
        break;
    case DOC_BLOCK_CONTENTS:
    case DOC_BLOCK_PAGE:
    case DOC_BLOCK_SPACE:
        break;
    }
}

static void say_flow(struct buf *out, const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        say_block(out, block);
}

char *doc_as_words(const struct doc *doc)
{
    struct buf out;
    buf_init(&out, 0);
    say_flow(&out, &doc->body);
    return out.data;
}

/* --- what they say ----------------------------------------------------------------------- */

void assert_says(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        fail_msg("wanted: %s\nin: %s", part, or_dash(text));
}

void assert_silent(const char *text, const char *part)
{
    if (text && strstr(text, part))
        fail_msg("not wanted: %s\nin: %s", part, or_dash(text));
}
