/* The register of headings: collected before the layout begins, so that links and the
 * list of contents know what will come; filled with places as the headings get theirs. */
#include "doc/layout.h"

#include <stdint.h>
#include <string.h>

/* --- collecting -------------------------------------------------------------------- */

static void collect_flow(struct layout *l, const struct doc_flow *flow);

static void collect_heading(struct layout *l, const struct doc_heading *heading)
{
    l->headings = arena_grow(&l->pages->arena, l->headings, &l->heading_capacity,
                             l->heading_count + 1, sizeof *l->headings);
    l->headings[l->heading_count++] = (struct heading_place){.heading = heading};
}

static void collect_list(struct layout *l, const struct doc_list *list)
{
    for (const struct doc_item *item = list->first; item; item = item->next)
        collect_flow(l, &item->body);
}

static void collect_table(struct layout *l, const struct doc_table *table)
{
    for (const struct doc_row *row = table->first; row; row = row->next)
        for (const struct doc_cell *cell = row->first; cell; cell = cell->next)
            collect_flow(l, &cell->body);
}

static void collect_notes(struct layout *l, const struct doc_paragraph *paragraph)
{
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        struct note *note = notes_find(l, run->note);
        if (!note || note->queued)
            continue;
        note->queued = true; /* seen */
        collect_flow(l, &run->note->body);
    }
}

static void collect_block(struct layout *l, const struct doc_block *block)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        collect_heading(l, &block->as.heading);
        break;
    case DOC_BLOCK_PARAGRAPH:
        if (block->as.paragraph.style == DOC_TITLE && !l->heading_count)
            l->titled = true;
        collect_notes(l, &block->as.paragraph);
        break;
    case DOC_BLOCK_LIST:
        collect_list(l, &block->as.list);
        break;
    case DOC_BLOCK_TABLE:
        collect_table(l, &block->as.table);
        break;
    case DOC_BLOCK_BOX:
        collect_flow(l, &block->as.box.body);
        break;
    case DOC_BLOCK_COLUMNS:
        for (const struct doc_part *part = block->as.columns.first; part; part = part->next)
            collect_flow(l, &part->body);
        break;
    case DOC_BLOCK_FIELD:
    case DOC_BLOCK_FIGURE:
    case DOC_BLOCK_CONTENTS:
    case DOC_BLOCK_PAGE:
    case DOC_BLOCK_SPACE:
        break;
    }
}

static void collect_flow(struct layout *l, const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next)
        collect_block(l, block);
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
static size_t slot_of(const struct layout *l, const char *id)
{
    size_t slot = hash(id) & (l->id_slots - 1);
    while (l->ids[slot] && strcmp(l->headings[l->ids[slot] - 1].heading->id, id) != 0)
        slot = (slot + 1) & (l->id_slots - 1);
    return slot;
}

static void index_ids(struct layout *l)
{
    l->id_slots = 16;
    while (l->id_slots < 2 * l->heading_count)
        l->id_slots *= 2;
    l->ids = arena_array(&l->pages->arena, l->id_slots, sizeof *l->ids);
    for (size_t i = 0; i < l->heading_count; i++) {
        const char *id = l->headings[i].heading->id;
        size_t slot = id ? slot_of(l, id) : 0;
        if (id && !l->ids[slot]) /* of headings with one id, the first counts */
            l->ids[slot] = i + 1;
    }
}

void headings_collect(struct layout *l)
{
    collect_flow(l, &l->doc->body);
    for (int i = 0; i <= l->note_count; i++)
        l->notes[i].queued = false;
    index_ids(l);
}

size_t headings_find(const struct layout *l, const char *id)
{
    size_t found = l->ids[slot_of(l, id)];
    return found ? found - 1 : l->heading_count;
}

/* --- structure and places ---------------------------------------------------------- */

/* Below a title, which is H1, headings of level 1 are H2; without one they are H1. */
enum page_tag headings_tag(struct layout *l, int level)
{
    l->level = level <= l->level ? level : l->level + 1;
    int tag = PAGE_H1 + l->level - 1 + (l->titled ? 1 : 0);
    return tag > PAGE_H6 ? PAGE_H6 : (enum page_tag)tag;
}

static void add_outline(struct layout *l, const struct heading_place *place)
{
    const struct doc_heading *heading = place->heading;
    if (heading->unlisted || !heading->text || !*heading->text)
        return;
    int level = heading->level < 1 ? 1 : heading->level;
    l->outline_level = level <= l->outline_level ? level : l->outline_level + 1;
    pages_add_outline(l->pages, &(struct page_outline){.level = l->outline_level,
                                                       .text = heading->text,
                                                       .page = place->page,
                                                       .y = place->y});
}

void headings_stand(struct layout *l, size_t heading, double y)
{
    struct heading_place *place = &l->headings[heading];
    place->page = l->pages->page_count - 1;
    place->y = y;
    add_outline(l, place);
}

void headings_resolve_links(struct layout *l)
{
    for (size_t i = 0; i < l->pages->link_count; i++) {
        struct page_link *link = &l->pages->links[i];
        if (link->uri)
            continue;
        const struct note *note = l->links[i]->note;
        const struct heading_place *place = note ? NULL : &l->headings[l->links[i]->heading];
        link->target_page = note ? note->page : place->page;
        link->target_y = note ? note->y : place->y;
    }
}
