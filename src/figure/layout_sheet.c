/* Sheets; see layout_sheet.h. */
#include "figure/layout_sheet.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NAMED_MOST = 4,    /* boxes elsewhere that one box names, in each direction; with more of */
    NAMED_OF_MORE = 3, /* them it names so many, and counts the others */
    NAME_MOST = 42,    /* characters of a name */
    RANGES_MOST = 5,   /* of page numbers that are written out */
};

/* --- lists -------------------------------------------------------------------------- */

static void list_links(struct sheets *sheets, bool out, uint32_t **firsts, uint32_t **lists)
{
    const struct graph *graph = sheets->graph;
    uint32_t *first = arena_array(&sheets->arena, graph->node_count + 2, sizeof *first);
    uint32_t *list = arena_array(&sheets->arena, graph->link_count + 1, sizeof *list);
    for (size_t i = 0; i < graph->link_count; i++)
        first[(out ? graph->links[i].from : graph->links[i].to) + 2]++;
    for (size_t n = 0; n < graph->node_count; n++)
        first[n + 2] += first[n + 1];
    for (size_t i = 0; i < graph->link_count; i++)
        list[first[(out ? graph->links[i].from : graph->links[i].to) + 1]++] = (uint32_t)i;
    *firsts = first;
    *lists = list;
}

static void list_layers(struct sheets *sheets, uint32_t *layer_of)
{
    const struct graph *graph = sheets->graph;
    uint32_t *first = mem_zalloc(graph->column_count + 1, sizeof *first);
    for (size_t c = 0; c < graph->column_count; c++) {
        first[c] = sheets->layer_count;
        sheets->layer_count += (uint32_t)graph->columns[c].subs;
    }
    sheets->layers =
        arena_array(&sheets->arena, (size_t)sheets->layer_count + 1, sizeof *sheets->layers);
    for (size_t c = 0; c < graph->column_count; c++)
        for (size_t s = 0; s < graph->columns[c].subs; s++)
            sheets->layers[first[c] + s] = (struct sheet_layer){c, s};
    for (size_t n = 0; n < graph->node_count; n++)
        layer_of[n] = first[graph->nodes[n].column] + (uint32_t)graph->nodes[n].sub;
    free(first);
}

void sheets_init(struct sheets *sheets, const struct graph *graph,
                 const struct layout_pages_words *words, uint32_t *layer_of,
                 const uint32_t *page_of)
{
    size_t nodes = graph->node_count + 1;
    *sheets =
        (struct sheets){.graph = graph, .words = words, .layer_of = layer_of, .page_of = page_of};
    arena_init(&sheets->arena);
    list_layers(sheets, layer_of);
    list_links(sheets, true, &sheets->out_first, &sheets->out);
    list_links(sheets, false, &sheets->in_first, &sheets->in);
    sheets->place = arena_array(&sheets->arena, nodes, sizeof *sheets->place);
    sheets->hub_from = arena_array(&sheets->arena, nodes, sizeof *sheets->hub_from);
    sheets->hub_to = arena_array(&sheets->arena, nodes, sizeof *sheets->hub_to);
    sheets->seen = arena_array(&sheets->arena, nodes, sizeof *sheets->seen);
}

void sheets_release(struct sheets *sheets)
{
    free(sheets->far);
    arena_release(&sheets->arena);
    *sheets = (struct sheets){0};
}

/* --- where links go on ---------------------------------------------------------------- */

const char *sheet_fill(struct arena *arena, const char *text, const char *first, const char *second)
{
    const char *args[] = {first, second};
    struct buf filled = {0};
    buf_add_message(&filled, text, args, 2);
    const char *kept = arena_copy(arena, filled.data ? filled.data : "", filled.length);
    buf_release(&filled);
    return kept;
}

static void add_far(struct sheets *sheets, uint32_t page, size_t node)
{
    if (sheets->page_of[node] == page || sheets->graph->nodes[node].hub ||
        sheets->seen[node] == sheets->round)
        return;
    sheets->seen[node] = sheets->round;
    sheets->far =
        mem_grow(sheets->far, &sheets->far_capacity, sheets->far_count + 1, sizeof *sheets->far);
    sheets->far[sheets->far_count++] = (uint32_t)node;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Lists the boxes elsewhere that `node` leads to, or that lead to it, also through hubs. */
static void list_far(struct sheets *sheets, uint32_t page, uint32_t node, bool out)
{
    const struct graph *graph = sheets->graph;
    const uint32_t *first = out ? sheets->out_first : sheets->in_first;
    const uint32_t *list = out ? sheets->out : sheets->in;
    sheets->far_count = 0;
    sheets->round++;
    for (uint32_t i = first[node]; i < first[node + 1]; i++) {
        size_t end = out ? graph->links[list[i]].to : graph->links[list[i]].from;
        add_far(sheets, page, end);
        if (!graph->nodes[end].hub)
            continue;
        for (uint32_t k = first[end]; k < first[end + 1]; k++)
            add_far(sheets, page, out ? graph->links[list[k]].to : graph->links[list[k]].from);
    }
    if (sheets->far_count)
        qsort(sheets->far, sheets->far_count, sizeof *sheets->far, compare_numbers);
}

/* A title, cut behind a word where it is long. */
static void add_short(struct buf *out, const char *text)
{
    size_t length = 0, end = 0;
    int letters = 0;
    for (; text[length] && letters < NAME_MOST; length++) {
        letters += ((unsigned char)text[length] & 0xC0) != 0x80;
        if (text[length] == ' ')
            end = length;
    }
    while (((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    if (!text[length]) {
        buf_add_string(out, text);
        return;
    }
    if (end > length / 2)
        length = end;
    while (length && strchr(" ,.;:", text[length - 1]))
        length--;
    buf_add(out, text, length);
    buf_add_string(out, "…");
}

/* What a box is called: its title with its letter, else what a screen reader says. */
static const struct graph_paragraph *title_of(const struct graph_node *node)
{
    for (size_t p = 0; p < node->paragraph_count; p++)
        if (node->paragraphs[p].kind == GRAPH_TITLE)
            return &node->paragraphs[p];
    return NULL;
}

/* The box that people know `number` by: itself, or, where it has no title, what it is a part of. */
static const struct graph_node *known_as(const struct sheets *sheets, uint32_t number)
{
    const struct graph *graph = sheets->graph;
    for (uint32_t i = sheets->in_first[number];
         !title_of(&graph->nodes[number]) && i < sheets->in_first[number + 1]; i++) {
        const struct graph_link *link = &graph->links[sheets->in[i]];
        if (link->stroke == &graph_join && title_of(&graph->nodes[link->from]))
            return &graph->nodes[link->from];
    }
    return &graph->nodes[number];
}

static const char *name_of(struct arena *arena, const struct graph_node *node, const char **lang)
{
    const struct graph_paragraph *title = title_of(node);
    const char *spoken = node->title ? node->title : node->id ? node->id : "";
    struct buf name = {0};
    if (title && title->lead)
        buf_addf(&name, "%s ", title->lead);
    add_short(&name, title ? title->text : spoken);
    *lang = title ? title->lang : node->lang;
    const char *kept = arena_copy(arena, name.data, name.length);
    buf_release(&name);
    return kept;
}

/* The number of a page as text; until the pages are known, the widest that is likely. */
static void add_number(const struct sheets *sheets, struct buf *out, uint32_t page)
{
    if (sheets->page_count)
        buf_addf(out, "%lu", (unsigned long)page + 1);
    else
        buf_add_string(out, sheets->graph->node_count > 3000 ? "888" : "88");
}

static void name_far(struct sheets *sheets, struct graph *into, struct arena *arena, size_t place,
                     uint32_t other, bool out)
{
    const char *lang;
    const char *name = name_of(arena, known_as(sheets, other), &lang);
    struct buf number = {0};
    add_number(sheets, &number, sheets->page_of[other]);
    graph_add_paragraph(
        into, place, GRAPH_ONWARD,
        sheet_fill(arena, out ? sheets->words->onward : sheets->words->from, number.data, name),
        lang);
    buf_release(&number);
}

/* "2, 4–9" of the pages, which are sorted and may repeat. */
static void add_ranges(const struct sheets *sheets, struct buf *out, const uint32_t *pages,
                       size_t count)
{
    size_t ranges = 0;
    for (size_t i = 0, end; i < count; i = end + 1) {
        for (end = i; end + 1 < count && pages[end + 1] <= pages[end] + 1;)
            end++;
        if (ranges++ == RANGES_MOST) {
            buf_add_string(out, " …");
            return;
        }
        buf_add_string(out, i ? ", " : "");
        add_number(sheets, out, pages[i]);
        if (pages[end] > pages[i]) {
            buf_add_string(out, pages[end] > pages[i] + 1 ? "–" : ", ");
            add_number(sheets, out, pages[end]);
        }
    }
}

/* The same before pages are known, of so many boxes: as long as it may well become. */
static void add_likely_ranges(const struct sheets *sheets, struct buf *out, size_t count)
{
    for (size_t i = 0; i < 3 && i < count; i++) {
        buf_add_string(out, i ? ", " : "");
        add_number(sheets, out, 0);
    }
}

/* Counts the boxes that are not named, and says where they are. */
static void count_far(struct sheets *sheets, struct graph *into, struct arena *arena, size_t place)
{
    uint32_t *pages = sheets->far + NAMED_OF_MORE;
    size_t count = sheets->far_count - NAMED_OF_MORE;
    struct buf number = {0}, ranges = {0};
    for (size_t i = 0; i < count; i++)
        pages[i] = sheets->page_of[pages[i]];
    qsort(pages, count, sizeof *pages, compare_numbers);
    buf_addf(&number, "%zu", count);
    if (sheets->page_count)
        add_ranges(sheets, &ranges, pages, count);
    else
        add_likely_ranges(sheets, &ranges, count);
    bool one = pages[0] == pages[count - 1];
    const char *text = one ? sheets->words->more_page : sheets->words->more_pages;
    graph_add_paragraph(into, place, GRAPH_ONWARD,
                        sheet_fill(arena, text, number.data, ranges.data), sheets->words->lang);
    buf_release(&number);
    buf_release(&ranges);
}

/* Puts the first `count` of the list in the order of their pages. */
static void sort_by_page(struct sheets *sheets, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t node = sheets->far[i];
        size_t at = i;
        for (; at && sheets->page_of[sheets->far[at - 1]] > sheets->page_of[node]; at--)
            sheets->far[at] = sheets->far[at - 1];
        sheets->far[at] = node;
    }
}

static void add_onward(struct sheets *sheets, struct graph *into, struct arena *arena,
                       uint32_t page, uint32_t node, bool out)
{
    list_far(sheets, page, node, out);
    size_t named = sheets->far_count <= NAMED_MOST ? sheets->far_count : NAMED_OF_MORE;
    sort_by_page(sheets, named);
    for (size_t i = 0; i < named; i++)
        name_far(sheets, into, arena, sheets->place[node] - 1, sheets->far[i], out);
    if (named < sheets->far_count)
        count_far(sheets, into, arena, sheets->place[node] - 1);
}

/* --- the boxes ------------------------------------------------------------------------ */

/* Adds the columns that have boxes here; `place` gets each layer's column and sub-column. */
static void add_columns(const struct sheets *sheets, struct graph *into, const uint32_t *nodes,
                        size_t count, struct sheet_layer *place)
{
    const struct graph *graph = sheets->graph;
    bool *used = mem_zalloc((size_t)sheets->layer_count + 1, sizeof *used);
    for (size_t i = 0; i < count; i++)
        used[sheets->layer_of[nodes[i]]] = true;
    size_t last = SIZE_MAX;
    for (uint32_t l = 0; l < sheets->layer_count; l++) {
        size_t column = sheets->layers[l].column;
        if (!used[l])
            continue;
        if (column != last) {
            size_t new =
                graph_add_column(into, graph->columns[column].heading, graph->columns[column].lang);
            into->columns[new].in_order = graph->columns[column].in_order;
            into->columns[new].subs = 0;
            last = column;
        }
        place[l] = (struct sheet_layer){into->column_count - 1,
                                        into->columns[into->column_count - 1].subs++};
    }
    free(used);
}

static void add_box(struct sheets *sheets, struct graph *into, uint32_t node,
                    const struct sheet_layer *place)
{
    struct graph_node copy = sheets->graph->nodes[node];
    copy.column = place[sheets->layer_of[node]].column;
    copy.sub = place[sheets->layer_of[node]].sub;
    copy.paragraph_capacity = copy.paragraph_count + 2;
    struct graph_paragraph *own = arena_array(&into->arena, copy.paragraph_capacity, sizeof *own);
    if (copy.paragraph_count)
        memcpy(own, copy.paragraphs, copy.paragraph_count * sizeof *own);
    copy.paragraphs = own;
    sheets->place[node] = graph_add_node(into, &copy) + 1;
}

/* --- links and hubs --------------------------------------------------------------------- */

static void add_link(const struct sheets *sheets, struct graph *into, uint32_t link, size_t from,
                     size_t to)
{
    struct graph_link copy = sheets->graph->links[link];
    copy.from = from;
    copy.to = to;
    graph_add_link(into, &copy);
}

/* Adds the links that stay on the page, and counts what leads to hubs and comes from them. */
static void add_links(struct sheets *sheets, struct graph *into, uint32_t node)
{
    const struct graph *graph = sheets->graph;
    for (uint32_t i = sheets->out_first[node]; i < sheets->out_first[node + 1]; i++) {
        size_t to = graph->links[sheets->out[i]].to;
        if (graph->nodes[to].hub)
            sheets->hub_from[to]++;
        else if (sheets->place[to])
            add_link(sheets, into, sheets->out[i], sheets->place[node] - 1, sheets->place[to] - 1);
    }
    for (uint32_t i = sheets->in_first[node]; i < sheets->in_first[node + 1]; i++) {
        size_t from = graph->links[sheets->in[i]].from;
        if (graph->nodes[from].hub)
            sheets->hub_to[from]++;
    }
}

/* Adds the links of a hub, to and from it where it is on the sheet, else past it. */
static void add_hub_links(struct sheets *sheets, struct graph *into, size_t hub)
{
    const struct graph *graph = sheets->graph;
    for (uint32_t i = sheets->in_first[hub]; i < sheets->in_first[hub + 1]; i++) {
        size_t from = sheets->place[graph->links[sheets->in[i]].from];
        if (from && sheets->place[hub])
            add_link(sheets, into, sheets->in[i], from - 1, sheets->place[hub] - 1);
        for (uint32_t k = sheets->out_first[hub];
             from && !sheets->place[hub] && k < sheets->out_first[hub + 1]; k++) {
            size_t to = sheets->place[graph->links[sheets->out[k]].to];
            if (to)
                add_link(sheets, into, sheets->out[k], from - 1, to - 1);
        }
    }
    for (uint32_t k = sheets->out_first[hub]; sheets->place[hub] && k < sheets->out_first[hub + 1];
         k++) {
        size_t to = sheets->place[graph->links[sheets->out[k]].to];
        if (to)
            add_link(sheets, into, sheets->out[k], sheets->place[hub] - 1, to - 1);
    }
}

/* Adds a hub that joins something here: as a hub where it joins two or more to two or more. */
static void add_hub(struct sheets *sheets, struct graph *into, size_t hub,
                    const struct sheet_layer *place)
{
    uint32_t from = sheets->hub_from[hub], to = sheets->hub_to[hub];
    const struct graph_node *node = &sheets->graph->nodes[hub];
    if (from > 1 && to > 1) {
        struct graph_node copy = *node;
        copy.column = place[sheets->layer_of[hub]].column;
        copy.sub = place[sheets->layer_of[hub]].sub;
        sheets->place[hub] = graph_add_node(into, &copy) + 1;
    }
    if (from && to)
        add_hub_links(sheets, into, hub);
}

/* Calls for each hub that boxes of the page are joined to, once. */
static void add_hubs(struct sheets *sheets, struct graph *into, const uint32_t *nodes, size_t count,
                     const struct sheet_layer *place)
{
    const struct graph *graph = sheets->graph;
    for (size_t n = 0; n < count; n++)
        for (uint32_t i = sheets->out_first[nodes[n]]; i < sheets->out_first[nodes[n] + 1]; i++) {
            size_t hub = graph->links[sheets->out[i]].to;
            if (!graph->nodes[hub].hub || !sheets->hub_from[hub])
                continue;
            add_hub(sheets, into, hub, place);
            sheets->hub_from[hub] = sheets->place[hub] = 0;
        }
    for (size_t n = 0; n < count; n++)
        for (uint32_t i = sheets->in_first[nodes[n]]; i < sheets->in_first[nodes[n] + 1]; i++)
            sheets->hub_to[graph->links[sheets->in[i]].from] = 0;
}

/* --- the legend --------------------------------------------------------------------------- */

static bool same_look(const struct graph_look *a, const struct graph_look *b)
{
    return a->fill == b->fill && a->line == b->line && a->dashed == b->dashed;
}

static bool has_bar(const struct graph *graph, const struct graph_legend *item)
{
    for (size_t n = 0; n < graph->node_count; n++) {
        const struct graph_node *node = &graph->nodes[n];
        const struct graph_look *frame = node->group ? &graph->groups[node->group - 1].look : NULL;
        if (node->look.bar == item->look.bar && node->look.bar_color == item->look.bar_color)
            return true;
        if (frame && frame->bar == item->look.bar && frame->bar_color == item->look.bar_color)
            return true;
    }
    return false;
}

static bool has_box(const struct graph *graph, const struct graph_legend *item)
{
    for (size_t n = 0; n < graph->node_count; n++)
        if (!graph->nodes[n].hub && same_look(&graph->nodes[n].look, &item->look))
            return true;
    return false;
}

static bool has_frame(const struct graph *graph, const struct graph_legend *item)
{
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].group &&
            same_look(&graph->groups[graph->nodes[n].group - 1].look, &item->look))
            return true;
    return false;
}

static bool has_hub(const struct graph *graph)
{
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].hub)
            return true;
    return false;
}

static bool same_line(const struct graph_stroke *sample, const struct graph_stroke *stroke)
{
    if (sample->width >= GRAPH_WIDE)
        return stroke->width >= GRAPH_WIDE;
    return sample->color == stroke->color && sample->dash == stroke->dash &&
           sample->arrow == stroke->arrow;
}

/* Links that run backwards are not drawn. */
static bool is_drawn(const struct graph *graph, const struct graph_link *link)
{
    return graph_is_before(&graph->nodes[link->from], &graph->nodes[link->to]);
}

static bool has_line(const struct graph *graph, const struct graph_stroke *sample)
{
    for (size_t i = 0; i < graph->link_count; i++)
        if (is_drawn(graph, &graph->links[i]) && same_line(sample, graph->links[i].stroke))
            return true;
    return false;
}

/* A mark that holds the sample's sign ("2?"), or is dashed as a sample without one. */
static bool has_mark(const struct graph *graph, const struct graph_mark *sample)
{
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_mark *mark = &graph->links[i].mark;
        if (!is_drawn(graph, &graph->links[i]))
            continue;
        if (mark->sign && sample->sign && strcmp(sample->sign, " ")
                ? strstr(mark->sign, sample->sign) != NULL
                : mark->sign && sample->dashed && mark->dashed)
            return true;
    }
    return false;
}

/* A box with a status of that sign. */
static bool has_status(const struct graph *graph, const struct graph_mark *sample)
{
    for (size_t n = 0; sample->sign && n < graph->node_count; n++)
        for (size_t p = 0; p < graph->nodes[n].paragraph_count; p++) {
            const struct graph_paragraph *paragraph = &graph->nodes[n].paragraphs[p];
            if (paragraph->kind == GRAPH_STATUS &&
                !strncmp(paragraph->text, sample->sign, strlen(sample->sign)))
                return true;
        }
    return false;
}

static bool occurs(const struct graph *graph, const struct graph_legend *item)
{
    switch (item->sample) {
    case GRAPH_SAMPLE_LINK:
        return has_line(graph, item->stroke);
    case GRAPH_SAMPLE_MARK:
        return has_mark(graph, &item->mark) || has_status(graph, &item->mark);
    case GRAPH_SAMPLE_BAR:
        return has_bar(graph, item);
    case GRAPH_SAMPLE_CHIP:
        return has_box(graph, item);
    case GRAPH_SAMPLE_FRAME:
        return has_frame(graph, item);
    case GRAPH_SAMPLE_HUB:
        return has_hub(graph);
    }
    return true;
}

/* --- the whole ------------------------------------------------------------------------------ */

/* "Children thrive · page 1 of 3" */
static const char *title_on(const struct sheets *sheets, struct arena *arena, uint32_t page)
{
    struct buf number = {0}, total = {0}, title = {0};
    add_number(sheets, &number, page);
    add_number(sheets, &total, sheets->page_count - 1);
    buf_addf(&title, "%s · %s", sheets->graph->title,
             sheet_fill(arena, sheets->words->page_of, number.data, total.data));
    const char *kept = arena_copy(arena, title.data, title.length);
    buf_release(&number);
    buf_release(&total);
    buf_release(&title);
    return kept;
}

void sheet_make(struct sheets *sheets, struct graph *into, struct arena *arena, uint32_t page,
                const uint32_t *nodes, size_t count)
{
    const struct graph *graph = sheets->graph;
    struct sheet_layer *place = mem_zalloc((size_t)sheets->layer_count + 1, sizeof *place);
    uint32_t *sorted = mem_alloc((count + 1) * sizeof *sorted);
    memcpy(sorted, nodes, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    into->groups = graph->groups;
    into->group_count = graph->group_count;
    into->left_out_one = graph->left_out_one;
    into->left_out_many = graph->left_out_many;
    into->left_out_lang = graph->left_out_lang;
    into->title_lang = graph->title_lang;
    into->title = graph->title ? title_on(sheets, arena, page) : NULL;
    add_columns(sheets, into, sorted, count, place);
    for (size_t i = 0; i < count; i++)
        add_box(sheets, into, sorted[i], place);
    for (size_t i = 0; i < count; i++) {
        add_onward(sheets, into, arena, page, sorted[i], false);
        add_onward(sheets, into, arena, page, sorted[i], true);
        add_links(sheets, into, sorted[i]);
    }
    add_hubs(sheets, into, sorted, count, place);
    for (size_t i = 0; i < graph->legend_count; i++)
        if (occurs(into, &graph->legend[i]))
            graph_add_legend(into, &graph->legend[i]);
    for (size_t i = 0; i < count; i++)
        sheets->place[sorted[i]] = 0;
    free(place);
    free(sorted);
}
