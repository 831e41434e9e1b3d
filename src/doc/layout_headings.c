/* The places of headings: all of them are known before the layout begins, and get their places
 * as they come to stand. */
#include "doc/layout.h"

void headings_collect(struct layout *l)
{
    struct arena *memory = &l->pages->arena;
    heading_list_collect(&l->list, memory, l->doc, HEADING_NOTES_AT_MARKS);
    l->heading_count = l->list.count;
    l->headings = arena_array(memory, l->heading_count + 1, sizeof *l->headings);
    for (size_t i = 0; i < l->heading_count; i++)
        l->headings[i].heading = l->list.items[i];
}

size_t headings_find(const struct layout *l, const char *id)
{
    return heading_list_find(&l->list, id);
}

/* --- structure and places ---------------------------------------------------------- */

enum page_tag headings_tag(struct layout *l, int level)
{
    return (enum page_tag)(PAGE_H1 + heading_list_level(&l->list, &l->level, level) - 1);
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
