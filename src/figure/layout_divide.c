/* Dividing a graph; see layout_divide.h. This file lists who is joined to whom and lets pages
 * grow; layout_divide_mend.c makes them better afterwards. */
#include "figure/layout_divide_parts.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What belongs together is kept together before what only leads there. */
#define JOIN_WEIGHT 3.0F
#define LINK_WEIGHT 1.0F
#define GROUP_WEIGHT 1.0

/* Between these shares of what it needs a page is full, and good enough. */
#define FULL_ENOUGH 0.9
#define AIM 0.96

enum { ATTEMPTS = 5 };

/* --- who is joined to whom ---------------------------------------------------------- */

static float weight_of(const struct graph_link *link)
{
    return link->stroke == &graph_join ? JOIN_WEIGHT : LINK_WEIGHT;
}

static void list_near(struct divide *divide)
{
    const struct graph *graph = divide->graph;
    uint32_t *first = arena_array(&divide->arena, graph->node_count + 2, sizeof *first);
    divide->near = arena_array(&divide->arena, 2 * graph->link_count + 1, sizeof *divide->near);
    for (size_t i = 0; i < graph->link_count; i++) {
        first[graph->links[i].from + 2]++;
        first[graph->links[i].to + 2]++;
    }
    for (size_t n = 0; n < graph->node_count; n++)
        first[n + 2] += first[n + 1];
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        divide->near[first[link->from + 1]++] =
            (struct divide_near){(uint32_t)link->to, weight_of(link), true};
        divide->near[first[link->to + 1]++] =
            (struct divide_near){(uint32_t)link->from, weight_of(link), false};
    }
    divide->near_first = first;
}

void divide_init(struct divide *divide, const struct graph *graph)
{
    *divide = (struct divide){.graph = graph, .factor = 0.9};
    arena_init(&divide->arena);
    size_t nodes = graph->node_count + 1, layers = 1;
    for (size_t c = 0; c < graph->column_count; c++)
        layers += graph->columns[c].subs;
    divide->layer_of = arena_array(&divide->arena, nodes, sizeof *divide->layer_of);
    divide->band_of = arena_array(&divide->arena, layers, sizeof *divide->band_of);
    divide->size = arena_array(&divide->arena, nodes, sizeof *divide->size);
    divide->page_of = arena_array(&divide->arena, nodes, sizeof *divide->page_of);
    list_near(divide);
}

void divide_release(struct divide *divide)
{
    arena_release(&divide->arena);
    *divide = (struct divide){0};
}

/* --- room --------------------------------------------------------------------------- */

/* Lines that name other pages, of so many links to them. */
static uint32_t lines_of(uint32_t links)
{
    return links < DIVIDE_LINES ? links : DIVIDE_LINES;
}

double divide_load(const struct divide *divide, uint32_t node, uint32_t to_others,
                   uint32_t from_others)
{
    if (divide->graph->nodes[node].hub)
        return 0;
    return divide->size[node] + divide->line * (lines_of(to_others) + lines_of(from_others));
}

/* --- growth ------------------------------------------------------------------------- */

/* A box that may come next: `share` of its links lead to the page as it was then. */
struct candidate {
    double share, inside;
    uint32_t node;
};

struct growth {
    struct divide *divide;
    uint32_t band;
    double budget;                  /* points: of each layer */
    size_t most;                    /* boxes */
    double *load;                   /* per layer */
    double *part_load;              /* per layer: of a part that is looked at */
    uint32_t *part, *part_end;      /* free boxes, by what is joined; where each part ends */
    uint32_t part_count, next_part; /* next_part: to be looked at */
    bool *met;                      /* per node */
    double *inside, *all;           /* per node: weight of its links to the page, and of all */
    uint32_t *far_to, *far_from; /* per node: its links that lead elsewhere, and come from there */
    bool *taken, *touched;       /* per node */
    bool *group_taken;           /* per group */
    uint32_t *group_first, *group_nodes;
    uint32_t *touched_nodes, *nodes;
    size_t touched_count, node_count, box_count;
    bool full; /* something was turned away */
    struct candidate *heap;
    size_t heap_count, heap_capacity;
};

static bool is_before(const struct candidate *a, const struct candidate *b)
{
    if (a->share != b->share)
        return a->share > b->share;
    if (a->inside != b->inside)
        return a->inside > b->inside;
    return a->node < b->node;
}

static void push(struct growth *growth, uint32_t node)
{
    struct candidate new = {growth->inside[node] / fmax(growth->all[node], 1), growth->inside[node],
                            node};
    growth->heap = mem_grow(growth->heap, &growth->heap_capacity, growth->heap_count + 1,
                            sizeof *growth->heap);
    size_t at = growth->heap_count++;
    for (; at && is_before(&new, &growth->heap[(at - 1) / 2]); at = (at - 1) / 2)
        growth->heap[at] = growth->heap[(at - 1) / 2];
    growth->heap[at] = new;
}

static struct candidate pop(struct growth *growth)
{
    struct candidate *heap = growth->heap, best = heap[0], last = heap[--growth->heap_count];
    size_t at = 0, count = growth->heap_count;
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && is_before(&heap[child + 1], &heap[child]))
            child++;
        if (!is_before(&heap[child], &last))
            break;
        heap[at] = heap[child];
    }
    heap[at] = last;
    return best;
}

static bool is_free(const struct growth *growth, uint32_t node)
{
    const struct divide *divide = growth->divide;
    return !growth->taken[node] && divide->page_of[node] == DIVIDE_NO_PAGE &&
           divide->band_of[divide->layer_of[node]] == growth->band;
}

static double load_of(const struct growth *growth, uint32_t node)
{
    return divide_load(growth->divide, node, growth->far_to[node], growth->far_from[node]);
}

static bool has_room(const struct growth *growth, uint32_t node)
{
    double load = growth->load[growth->divide->layer_of[node]];
    return load + load_of(growth, node) <= growth->budget;
}

static void touch(struct growth *growth, uint32_t node)
{
    if (!growth->touched[node]) {
        growth->touched[node] = true;
        growth->touched_nodes[growth->touched_count++] = node;
    }
}

/* The box `other`, which `near` is the link to, has one link less that leads elsewhere. */
static void come_nearer(struct growth *growth, const struct divide_near *near)
{
    uint32_t other = near->node;
    double *load = &growth->load[growth->divide->layer_of[other]];
    touch(growth, other);
    if (growth->taken[other])
        *load -= load_of(growth, other);
    growth->inside[other] += near->weight;
    if (near->onward)
        growth->far_from[other]--;
    else
        growth->far_to[other]--;
    if (growth->taken[other])
        *load += load_of(growth, other);
    else if (is_free(growth, other))
        push(growth, other);
}

/* The others of its group stand nearer, once for each group. */
static void call_group(struct growth *growth, uint32_t node)
{
    size_t group = growth->divide->graph->nodes[node].group;
    if (!group || growth->group_taken[group - 1])
        return;
    growth->group_taken[group - 1] = true;
    for (uint32_t i = growth->group_first[group - 1]; i < growth->group_first[group]; i++) {
        uint32_t other = growth->group_nodes[i];
        touch(growth, other);
        growth->inside[other] += GROUP_WEIGHT;
        if (is_free(growth, other))
            push(growth, other);
    }
}

static void take(struct growth *growth, uint32_t node)
{
    const struct divide *divide = growth->divide;
    touch(growth, node);
    growth->taken[node] = true;
    growth->nodes[growth->node_count++] = node;
    growth->box_count += !divide->graph->nodes[node].hub;
    growth->load[divide->layer_of[node]] += load_of(growth, node);
    for (uint32_t i = divide->near_first[node]; i < divide->near_first[node + 1]; i++)
        come_nearer(growth, &divide->near[i]);
    call_group(growth, node);
}

static double fullest(const struct growth *growth)
{
    double most = 0;
    for (uint32_t l = 0; l < growth->divide->layer_count; l++)
        most = fmax(most, growth->load[l]);
    return most;
}

/* Collects the free boxes that can be reached from `start` behind the `count` that are listed. */
static uint32_t reach(const struct growth *growth, uint32_t start, uint32_t count)
{
    const struct divide *divide = growth->divide;
    uint32_t *list = growth->part, head = count;
    growth->met[start] = true;
    list[count++] = start;
    for (; head < count; head++)
        for (uint32_t i = divide->near_first[list[head]]; i < divide->near_first[list[head] + 1];
             i++) {
            uint32_t other = divide->near[i].node;
            if (!growth->met[other] && is_free(growth, other)) {
                growth->met[other] = true;
                list[count++] = other;
            }
        }
    return count;
}

/* Lists what is joined of what has no page yet, in the author's order of the first boxes. */
static void list_parts(struct growth *growth)
{
    uint32_t nodes = (uint32_t)growth->divide->graph->node_count, count = 0;
    growth->part_count = 0;
    memset(growth->met, 0, nodes * sizeof *growth->met);
    for (uint32_t n = 0; n < nodes; n++) {
        if (growth->met[n] || !is_free(growth, n))
            continue;
        count = reach(growth, n, count);
        growth->part_end[growth->part_count++] = count;
    }
}

/* Looks at a part: its first box, and whether the page has room for all of it. */
static uint32_t look_at_part(const struct growth *growth, uint32_t part, bool *fits, bool *large)
{
    const struct divide *divide = growth->divide;
    uint32_t begin = part ? growth->part_end[part - 1] : 0, end = growth->part_end[part];
    uint32_t first = DIVIDE_NO_PAGE;
    *fits = true;
    *large = false;
    for (uint32_t i = begin; i < end && !*large; i++) {
        uint32_t node = growth->part[i], layer = divide->layer_of[node];
        if (!is_free(growth, node) || divide->graph->nodes[node].hub)
            continue;
        if (first > node)
            first = node;
        growth->part_load[layer] += divide->size[node];
        *fits = *fits && growth->load[layer] + growth->part_load[layer] <= growth->budget;
        *large = growth->part_load[layer] > growth->budget;
    }
    for (uint32_t i = begin; i < end; i++)
        growth->part_load[divide->layer_of[growth->part[i]]] = 0;
    return first;
}

/* The first box of another part for the page: one that fits as a whole, or, on a page that is
 * rather empty, one that has to be cut anyway. Each is looked at once for a page. */
static uint32_t next_part(struct growth *growth)
{
    bool roomy = !growth->full && fullest(growth) < growth->budget / 2;
    while (growth->next_part < growth->part_count) {
        bool fits, large;
        uint32_t first = look_at_part(growth, growth->next_part++, &fits, &large);
        if (first != DIVIDE_NO_PAGE && (fits || (roomy && large)) && has_room(growth, first))
            return first;
    }
    return DIVIDE_NO_PAGE;
}

static void reset_growth(struct growth *growth)
{
    const struct divide *divide = growth->divide;
    for (size_t i = 0; i < growth->touched_count; i++) {
        uint32_t node = growth->touched_nodes[i];
        size_t group = divide->graph->nodes[node].group;
        growth->touched[node] = growth->taken[node] = false;
        growth->inside[node] = growth->all[node] = 0;
        growth->far_to[node] = growth->far_from[node] = 0;
        for (uint32_t k = divide->near_first[node]; k < divide->near_first[node + 1]; k++) {
            growth->all[node] += divide->near[k].weight;
            growth->far_to[node] += divide->near[k].onward;
            growth->far_from[node] += !divide->near[k].onward;
        }
        if (group) {
            growth->all[node] += GROUP_WEIGHT;
            growth->group_taken[group - 1] = false;
        }
    }
    growth->touched_count = growth->node_count = growth->box_count = growth->heap_count = 0;
    growth->full = false;
    growth->next_part = 0;
    memset(growth->load, 0, (divide->layer_count + 1) * sizeof *growth->load);
}

/* Lets a page grow from `seed`. Once something had to be turned away, only what has most of its
 * links here may still come. */
static void grow(struct growth *growth, uint32_t seed)
{
    reset_growth(growth);
    take(growth, seed);
    while (growth->box_count < growth->most) {
        if (!growth->heap_count) {
            uint32_t next = next_part(growth);
            if (next == DIVIDE_NO_PAGE)
                break;
            take(growth, next);
            continue;
        }
        struct candidate best = pop(growth);
        bool stale = best.inside != growth->inside[best.node] || !is_free(growth, best.node);
        if (stale || (growth->full && best.share <= 0.5))
            continue;
        if (has_room(growth, best.node))
            take(growth, best.node);
        else
            growth->full = true;
    }
    growth->full = growth->full || growth->box_count >= growth->most;
}

static void list_groups(struct growth *growth)
{
    const struct graph *graph = growth->divide->graph;
    uint32_t *first = mem_zalloc(graph->group_count + 2, sizeof *first);
    growth->group_nodes = mem_zalloc(graph->node_count + 1, sizeof *growth->group_nodes);
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].group)
            first[graph->nodes[n].group + 1]++;
    for (size_t g = 0; g < graph->group_count; g++)
        first[g + 1] += first[g];
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].group)
            growth->group_nodes[first[graph->nodes[n].group]++] = (uint32_t)n;
    growth->group_first = first;
}

static void growth_init(struct growth *growth, struct divide *divide)
{
    size_t nodes = divide->graph->node_count + 1;
    *growth = (struct growth){
        .divide = divide,
        .most = SIZE_MAX,
        .load = mem_zalloc((size_t)divide->layer_count + 1, sizeof *growth->load),
        .part_load = mem_zalloc((size_t)divide->layer_count + 1, sizeof *growth->part_load),
        .inside = mem_zalloc(nodes, sizeof *growth->inside),
        .all = mem_zalloc(nodes, sizeof *growth->all),
        .far_to = mem_zalloc(nodes, sizeof *growth->far_to),
        .far_from = mem_zalloc(nodes, sizeof *growth->far_from),
        .taken = mem_zalloc(nodes, sizeof *growth->taken),
        .touched = mem_zalloc(nodes, sizeof *growth->touched),
        .group_taken = mem_zalloc(divide->graph->group_count + 1, sizeof(bool)),
        .part = mem_zalloc(nodes, sizeof *growth->part),
        .part_end = mem_zalloc(nodes, sizeof *growth->part_end),
        .met = mem_zalloc(nodes, sizeof *growth->met),
        .touched_nodes = mem_zalloc(nodes, sizeof *growth->touched_nodes),
        .nodes = mem_zalloc(nodes, sizeof *growth->nodes),
    };
    list_groups(growth);
    for (size_t n = 0; n + 1 < nodes; n++)
        touch(growth, (uint32_t)n);
    reset_growth(growth);
}

static void growth_release(struct growth *growth)
{
    free(growth->load);
    free(growth->part_load);
    free(growth->inside);
    free(growth->all);
    free(growth->far_to);
    free(growth->far_from);
    free(growth->taken);
    free(growth->touched);
    free(growth->group_taken);
    free(growth->group_first);
    free(growth->group_nodes);
    free(growth->part);
    free(growth->part_end);
    free(growth->met);
    free(growth->touched_nodes);
    free(growth->nodes);
    free(growth->heap);
}

/* --- a page ------------------------------------------------------------------------- */

static void set_page(struct divide *divide, const uint32_t *nodes, size_t count, uint32_t page)
{
    for (size_t i = 0; i < count; i++)
        divide->page_of[nodes[i]] = page;
}

/* What has grown, without the hubs, which are on no page of their own; returns how many. */
static size_t boxes_of(const struct growth *growth, uint32_t *boxes)
{
    size_t count = 0;
    for (size_t i = 0; i < growth->node_count; i++)
        if (!growth->divide->graph->nodes[growth->nodes[i]].hub)
            boxes[count++] = growth->nodes[i];
    return count;
}

double divide_need(struct divide *divide, uint32_t page, uint32_t *boxes, size_t count)
{
    set_page(divide, boxes, count, page);
    double need = divide->needs(divide->self, page, boxes, count);
    set_page(divide, boxes, count, DIVIDE_NO_PAGE);
    return need;
}

/* The next share of the room to try, between those that are known to do and not to do. */
static double next_factor(double factor, double need, double *low, double *high)
{
    double next = factor * fmax(0.4, fmin(1.8, AIM / need));
    if (need <= 1)
        *low = factor;
    else
        *high = factor;
    if (*low > 0 && *high > 0 && (next <= *low || next >= *high))
        next = (*low + *high) / 2;
    return next;
}

/* Leaves away the last ones of what has grown until it fits. */
static size_t cut_down(struct divide *divide, uint32_t page, uint32_t *boxes, size_t count)
{
    while (count > 1 && divide_need(divide, page, boxes, count) > 1)
        count = (count * 2 + 2) / 3 < count ? (count * 2 + 2) / 3 : count - 1;
    return count;
}

/* Grows the next page from `seed`; as much as fits, in a few attempts. */
static void make_page(struct growth *growth, uint32_t seed)
{
    struct divide *divide = growth->divide;
    uint32_t page = divide->page_count++;
    uint32_t *boxes = mem_zalloc(divide->graph->node_count + 1, sizeof *boxes);
    uint32_t *best = mem_zalloc(divide->graph->node_count + 1, sizeof *best);
    size_t best_count = 0, count = 0;
    double factor = divide->factor, low = 0, high = 0;
    list_parts(growth);
    for (int attempt = 0; attempt < ATTEMPTS && !divide->abandoned; attempt++) {
        growth->budget = divide->room * factor;
        bool capped = divide->cap > 0 && divide->cap < growth->budget;
        if (capped)
            growth->budget = divide->cap;
        grow(growth, seed);
        count = boxes_of(growth, boxes);
        double need = divide_need(divide, page, boxes, count);
        if (need <= 1 && count > best_count) {
            memcpy(best, boxes, count * sizeof *best);
            best_count = count;
            divide->factor = factor;
        }
        if (count == 1 || (need <= 1 && (!growth->full || capped || need > FULL_ENOUGH)))
            break;
        factor = next_factor(capped ? divide->cap / divide->room : factor, need, &low, &high);
    }
    if (!best_count) {
        best_count = cut_down(divide, page, boxes, count);
        memcpy(best, boxes, best_count * sizeof *best);
    }
    set_page(divide, best, best_count, page);
    free(boxes);
    free(best);
}

/* Gives pages to all boxes that have none. */
void divide_rest(struct divide *divide, size_t most)
{
    struct growth growth;
    growth_init(&growth, divide);
    for (uint32_t band = 0; band < divide->band_count; band++) {
        growth.band = band;
        for (uint32_t n = 0; n < divide->graph->node_count && !divide->abandoned; n++) {
            if (divide->graph->nodes[n].hub || !is_free(&growth, n))
                continue;
            growth.most = most;
            make_page(&growth, n);
            reset_growth(&growth);
            most = SIZE_MAX;
        }
    }
    growth_release(&growth);
}
