/* Collecting headings and finding them by id; see headings.h. */
#include "doc/headings.h"

#include <stdint.h>
#include <string.h>

struct collector {
    struct heading_list *list;
    struct arena *memory;
    enum heading_notes notes;
    bool *noted; /* by number: the note's headings are in the list */
    int note_count;
};

/* --- collecting -------------------------------------------------------------------- */

static void collect_flow(struct collector *c, const struct doc_flow *flow);

static void collect_heading(struct collector *c, const struct doc_heading *heading)
{
    struct heading_list *list = c->list;
    list->items =
        arena_grow(c->memory, list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = heading;
}

static void collect_list(struct collector *c, const struct doc_list *list)
{
    for (const struct doc_item *item = list->first; item; item = item->next)
        collect_flow(c, &item->body);
}

static void collect_table(struct collector *c, const struct doc_table *table)
{
    if (!table->column_count)
        return;
    for (const struct doc_row *row = table->first; row; row = row->next)
        for (const struct doc_cell *cell = row->first; cell; cell = cell->next)
            collect_flow(c, &cell->body);
}

static void collect_marks(struct collector *c, const struct doc_paragraph *paragraph)
{
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        const struct doc_note *note = run->note;
        if (!note || note->number < 1 || note->number > c->note_count || c->noted[note->number])
            continue;
        c->noted[note->number] = true;
        collect_flow(c, &note->body);
    }
}

static void collect_paragraph(struct collector *c, const struct doc_paragraph *paragraph)
{
    if (paragraph->style == DOC_TITLE && !c->list->count)
        c->list->titled = true;
    if (c->notes == HEADING_NOTES_AT_MARKS)
        collect_marks(c, paragraph);
}

static void collect_block(struct collector *c, const struct doc_block *block)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        collect_heading(c, &block->as.heading);
        break;
    case DOC_BLOCK_PARAGRAPH:
        collect_paragraph(c, &block->as.paragraph);
        break;
    case DOC_BLOCK_LIST:
        collect_list(c, &block->as.list);
        break;
    case DOC_BLOCK_TABLE:
        collect_table(c, &block->as.table);
        break;
    case DOC_BLOCK_BOX:
        collect_flow(c, &block->as.box.body);
        break;
    case DOC_BLOCK_COLUMNS:
        for (const struct doc_part *part = block->as.columns.first; part; part = part->next)
            collect_flow(c, &part->body);
        break;
    case DOC_BLOCK_FIELD:
    case DOC_BLOCK_FIGURE:
    case DOC_BLOCK_CONTENTS:
    case DOC_BLOCK_PAGE:
    case DOC_BLOCK_SPACE:
        break;
    }
}

static void collect_flow(struct collector *c, const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        collect_block(c, block);
}

/* --- finding by id ----------------------------------------------------------------- */

static size_t hash(const char *id)
{
    uint32_t h = 2166136261U; /* FNV-1a */
    for (; *id; id++)
        h = (h ^ (uint8_t)*id) * 16777619U;
    return h;
}

/* The slot of an id, or the free one where it belongs. */
static size_t slot_of(const struct heading_list *list, const char *id)
{
    size_t slot = hash(id) & (list->slot_count - 1);
    while (list->slots[slot] && strcmp(list->items[list->slots[slot] - 1]->id, id) != 0)
        slot = (slot + 1) & (list->slot_count - 1);
    return slot;
}

static void index_ids(struct heading_list *list, struct arena *memory)
{
    list->slot_count = 16; /* a power of two */
    while (list->slot_count < 2 * list->count)
        list->slot_count *= 2;
    list->slots = arena_array(memory, list->slot_count, sizeof *list->slots);
    for (size_t i = 0; i < list->count; i++) {
        const char *id = list->items[i]->id;
        size_t slot = id ? slot_of(list, id) : 0;
        if (id && !list->slots[slot]) /* of headings with one id, the first counts */
            list->slots[slot] = i + 1;
    }
}

size_t heading_list_find(const struct heading_list *list, const char *id)
{
    size_t found = list->slots[slot_of(list, id)];
    return found ? found - 1 : list->count;
}

/* --- the whole --------------------------------------------------------------------- */

void heading_list_collect(struct heading_list *list, struct arena *memory, const struct doc *doc,
                          enum heading_notes notes)
{
    struct collector c = {.list = list, .memory = memory, .notes = notes};
    *list = (struct heading_list){0};
    for (const struct doc_note *note = doc->first_note; note; note = note->next)
        if (note->number > c.note_count)
            c.note_count = note->number;
    c.noted = arena_array(memory, (size_t)c.note_count + 1, sizeof *c.noted);
    collect_flow(&c, &doc->body);
    if (notes == HEADING_NOTES_LAST)
        for (const struct doc_note *note = doc->first_note; note; note = note->next)
            collect_flow(&c, &note->body);
    index_ids(list, memory);
}

int heading_list_level(const struct heading_list *list, int *last, int level)
{
    enum { DEEPEST = 6 };
    level = level < 1 ? 1 : level;
    *last = level <= *last ? level : *last + 1;
    int tag = *last + (list->titled ? 1 : 0);
    return tag > DEEPEST ? DEEPEST : tag;
}
