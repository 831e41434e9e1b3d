/* Building documents of blocks; see blocks.h. */
#include "doc/blocks.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void doc_init(struct doc *doc)
{
    *doc = (struct doc){0};
    arena_init(&doc->arena);
}

void doc_release(struct doc *doc)
{
    arena_release(&doc->arena);
    doc_init(doc);
}

const char *doc_textf(struct doc *doc, const char *format, ...)
{
    struct buf text = {0};
    va_list args;
    va_start(args, format);
    buf_vaddf(&text, format, args);
    va_end(args);
    const char *kept = arena_copy(&doc->arena, text.data ? text.data : "", text.length);
    buf_release(&text);
    return kept;
}

static struct doc_block *add_block(struct doc *doc, struct doc_flow *flow, enum doc_block_kind kind)
{
    struct doc_block *block = arena_alloc(&doc->arena, sizeof *block);
    block->kind = kind;
    if (flow->last)
        flow->last->next = block;
    else
        flow->first = block;
    flow->last = block;
    return block;
}

struct doc_heading *doc_add_heading(struct doc *doc, struct doc_flow *flow, int level,
                                    const char *text, const char *id)
{
    struct doc_heading *heading = &add_block(doc, flow, DOC_BLOCK_HEADING)->as.heading;
    *heading = (struct doc_heading){.level = level, .text = text, .id = id};
    return heading;
}

struct doc_paragraph *doc_add_paragraph(struct doc *doc, struct doc_flow *flow,
                                        enum doc_text_style style)
{
    struct doc_paragraph *paragraph = &add_block(doc, flow, DOC_BLOCK_PARAGRAPH)->as.paragraph;
    paragraph->style = style;
    return paragraph;
}

struct doc_paragraph *doc_add_text(struct doc *doc, struct doc_flow *flow,
                                   enum doc_text_style style, const char *text)
{
    struct doc_paragraph *paragraph = doc_add_paragraph(doc, flow, style);
    doc_add_run(doc, paragraph, text);
    return paragraph;
}

enum text_face doc_usual_face(enum doc_text_style style)
{
    switch (style) {
    case DOC_TITLE:
    case DOC_CELL_STRONG:
        return TEXT_SEMIBOLD;
    case DOC_MISSING:
        return TEXT_ITALIC;
    case DOC_TEXT:
    case DOC_SMALL:
    case DOC_LEAD:
    case DOC_CELL:
        break;
    }
    return TEXT_REGULAR;
}

enum style_color doc_usual_color(enum doc_text_style style)
{
    switch (style) {
    case DOC_TITLE:
        return STYLE_HEADING;
    case DOC_SMALL:
    case DOC_LEAD:
        return STYLE_QUIET;
    case DOC_MISSING:
        return STYLE_MISSING;
    case DOC_TEXT:
    case DOC_CELL:
    case DOC_CELL_STRONG:
        break;
    }
    return STYLE_INK;
}

struct doc_run *doc_add_run(struct doc *doc, struct doc_paragraph *paragraph, const char *text)
{
    struct doc_run *run = arena_alloc(&doc->arena, sizeof *run);
    run->text = text;
    run->face = doc_usual_face(paragraph->style);
    run->color = doc_usual_color(paragraph->style);
    if (paragraph->last)
        paragraph->last->next = run;
    else
        paragraph->first = run;
    paragraph->last = run;
    return run;
}

bool doc_is_address(const char *target)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(target, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

static struct doc_list *add_list(struct doc *doc, struct doc_flow *flow)
{
    return &add_block(doc, flow, DOC_BLOCK_LIST)->as.list;
}

struct doc_list *doc_add_bullets(struct doc *doc, struct doc_flow *flow)
{
    struct doc_list *list = add_list(doc, flow);
    list->kind = DOC_BULLETS;
    return list;
}

struct doc_list *doc_add_numbers(struct doc *doc, struct doc_flow *flow)
{
    struct doc_list *list = add_list(doc, flow);
    list->kind = DOC_NUMBERS;
    return list;
}

struct doc_list *doc_add_definitions(struct doc *doc, struct doc_flow *flow)
{
    struct doc_list *list = add_list(doc, flow);
    list->kind = DOC_DEFINITIONS;
    return list;
}

struct doc_flow *doc_add_item(struct doc *doc, struct doc_list *list, const char *label)
{
    struct doc_item *item = arena_alloc(&doc->arena, sizeof *item);
    item->label = label;
    if (list->last)
        list->last->next = item;
    else
        list->first = item;
    list->last = item;
    return &item->body;
}

struct doc_table *doc_add_table(struct doc *doc, struct doc_flow *flow, const char *caption,
                                const struct doc_column *columns, size_t column_count)
{
    struct doc_table *table = &add_block(doc, flow, DOC_BLOCK_TABLE)->as.table;
    table->caption = caption;
    table->columns = arena_array(&doc->arena, column_count, sizeof *table->columns);
    if (column_count)
        memcpy(table->columns, columns, column_count * sizeof *columns);
    table->column_count = column_count;
    return table;
}

struct doc_row *doc_add_row(struct doc *doc, struct doc_table *table)
{
    struct doc_row *row = arena_alloc(&doc->arena, sizeof *row);
    if (table->last)
        table->last->next = row;
    else
        table->first = row;
    table->last = row;
    return row;
}

struct doc_cell *doc_add_cell(struct doc *doc, struct doc_row *row)
{
    struct doc_cell *cell = arena_alloc(&doc->arena, sizeof *cell);
    cell->rows = cell->columns = 1;
    if (row->last)
        row->last->next = cell;
    else
        row->first = cell;
    row->last = cell;
    return cell;
}

struct doc_cell *doc_add_cell_text(struct doc *doc, struct doc_row *row, const char *text)
{
    struct doc_cell *cell = doc_add_cell(doc, row);
    doc_add_text(doc, &cell->body, DOC_CELL, text);
    return cell;
}

struct doc_figure *doc_add_figure(struct doc *doc, struct doc_flow *flow,
                                  const struct figure *figure, const char *caption)
{
    struct doc_figure *block = &add_block(doc, flow, DOC_BLOCK_FIGURE)->as.figure;
    *block = (struct doc_figure){.figure = figure, .caption = caption};
    return block;
}

struct doc_flow *doc_add_box(struct doc *doc, struct doc_flow *flow, enum doc_box_look look)
{
    struct doc_box *box = &add_block(doc, flow, DOC_BLOCK_BOX)->as.box;
    box->look = look;
    return &box->body;
}

struct doc_columns *doc_add_columns(struct doc *doc, struct doc_flow *flow)
{
    return &add_block(doc, flow, DOC_BLOCK_COLUMNS)->as.columns;
}

struct doc_flow *doc_add_part(struct doc *doc, struct doc_columns *columns, double share)
{
    struct doc_part *part = arena_alloc(&doc->arena, sizeof *part);
    part->share = share;
    if (columns->last)
        columns->last->next = part;
    else
        columns->first = part;
    columns->last = part;
    return &part->body;
}

struct doc_field *doc_add_field(struct doc *doc, struct doc_flow *flow, enum doc_field_kind kind,
                                const char *name, const char *label)
{
    struct doc_field *field = &add_block(doc, flow, DOC_BLOCK_FIELD)->as.field;
    *field = (struct doc_field){.kind = kind, .name = name, .label = label, .lines = 1};
    return field;
}

struct doc_field *doc_add_choices(struct doc *doc, struct doc_flow *flow, enum doc_field_kind kind,
                                  const char *name, const char *label, const char *const *choices,
                                  size_t count)
{
    struct doc_field *field = doc_add_field(doc, flow, kind, name, label);
    field->choices = arena_array(&doc->arena, count, sizeof *field->choices);
    if (count)
        memcpy(field->choices, choices, count * sizeof *choices);
    field->choice_count = count;
    return field;
}

struct doc_flow *doc_add_note(struct doc *doc, struct doc_run *run)
{
    struct doc_note *note = arena_alloc(&doc->arena, sizeof *note);
    note->number = doc->last_note ? doc->last_note->number + 1 : 1;
    if (doc->last_note)
        doc->last_note->next = note;
    else
        doc->first_note = note;
    doc->last_note = note;
    run->note = note;
    return &note->body;
}

void doc_add_contents(struct doc *doc)
{
    add_block(doc, &doc->body, DOC_BLOCK_CONTENTS);
}

void doc_add_page(struct doc *doc, enum doc_orientation orientation)
{
    add_block(doc, &doc->body, DOC_BLOCK_PAGE)->as.orientation = orientation;
}

void doc_add_page_if_needed(struct doc *doc, enum doc_orientation orientation)
{
    doc_add_page(doc, orientation);
    doc->body.last->if_needed = true;
}

void doc_add_space(struct doc *doc, struct doc_flow *flow, double points)
{
    add_block(doc, flow, DOC_BLOCK_SPACE)->as.space = points;
}
