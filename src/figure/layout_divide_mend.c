/* Making a division better: pages of equal weight, boxes where most of their links are, no page
 * for one stranded box; and the numbers of the pages. See layout_divide.h. */
#include "base/memory.h"
#include "figure/layout_divide_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BALANCE_MOST = 24,  /* pages: of more nobody sees whether the last one is empty */
    STRANDED_MOST = 2,  /* boxes */
    STRANDED_TRIES = 6, /* pages that are asked whether they have room */
    ROUNDS = 3,
};

static bool is_hub(const struct divide *divide, size_t node)
{
    return divide->graph->nodes[node].hub;
}

size_t divide_nodes(const struct divide *divide, uint32_t page, uint32_t *nodes)
{
    size_t count = 0;
    for (size_t n = 0; n < divide->graph->node_count; n++)
        if (divide->page_of[n] == page)
            nodes[count++] = (uint32_t)n;
    return count;
}

/* --- numbers ------------------------------------------------------------------------ */

/* Pages that hold nothing get no number. */
void divide_number(struct divide *divide)
{
    uint32_t *number = mem_alloc((divide->page_count + 1) * sizeof *number), count = 0;
    for (uint32_t p = 0; p < divide->page_count; p++)
        number[p] = DIVIDE_NO_PAGE;
    for (uint32_t band = 0; band < divide->band_count; band++)
        for (size_t n = 0; n < divide->graph->node_count; n++) {
            uint32_t page = divide->page_of[n];
            if (page != DIVIDE_NO_PAGE && number[page] == DIVIDE_NO_PAGE &&
                divide->band_of[divide->layer_of[n]] == band)
                number[page] = count++;
        }
    for (size_t n = 0; n < divide->graph->node_count; n++)
        if (divide->page_of[n] != DIVIDE_NO_PAGE)
            divide->page_of[n] = number[divide->page_of[n]];
    divide->page_count = count;
    free(number);
}

/* --- where a box would stand ---------------------------------------------------------- */

/* What it would take of its layer on `page`. */
static double load_on(const struct divide *divide, uint32_t node, uint32_t page)
{
    uint32_t to = 0, from = 0;
    for (uint32_t i = divide->near_first[node]; i < divide->near_first[node + 1]; i++) {
        const struct divide_near *near = &divide->near[i];
        if (is_hub(divide, near->node) || divide->page_of[near->node] != page)
            *(near->onward ? &to : &from) += 1;
    }
    return divide_load(divide, node, to, from);
}

/* The loads of all layers of all pages, on the heap. */
static double *loads_of(const struct divide *divide)
{
    double *loads = mem_zalloc((size_t)divide->page_count * divide->layer_count + 1, sizeof *loads);
    for (size_t n = 0; n < divide->graph->node_count; n++)
        if (divide->page_of[n] != DIVIDE_NO_PAGE)
            loads[(size_t)divide->page_of[n] * divide->layer_count + divide->layer_of[n]] +=
                load_on(divide, (uint32_t)n, divide->page_of[n]);
    return loads;
}

/* How strongly it is joined to what is on `page`. */
static double pull_of(const struct divide *divide, uint32_t node, uint32_t page)
{
    double pull = 0;
    for (uint32_t i = divide->near_first[node]; i < divide->near_first[node + 1]; i++)
        if (divide->page_of[divide->near[i].node] == page)
            pull += divide->near[i].weight;
    return pull;
}

/* True if the boxes that are on a page fit there. */
static bool still_fits(struct divide *divide, uint32_t page, uint32_t *nodes)
{
    size_t count = divide_nodes(divide, page, nodes);
    return !count || divide->needs(divide->self, page, nodes, count) <= 1;
}

static void copy_pages(struct divide *divide, uint32_t *into, const uint32_t *from)
{
    memcpy(into, from, divide->graph->node_count * sizeof *into);
}

/* --- boxes where most of their links are ------------------------------------------------ */

/* The page that pulls it most beside its own and has room by the estimates; its own: none. */
static uint32_t better_page(const struct divide *divide, uint32_t node, const double *loads)
{
    uint32_t best = divide->page_of[node];
    double most = pull_of(divide, node, best);
    for (uint32_t i = divide->near_first[node]; i < divide->near_first[node + 1]; i++) {
        uint32_t page = divide->page_of[divide->near[i].node];
        uint32_t layer = divide->layer_of[node];
        if (page == DIVIDE_NO_PAGE || page == best ||
            divide->band_of[divide->layer_of[divide->near[i].node]] != divide->band_of[layer])
            continue;
        double pull = pull_of(divide, node, page);
        double load = loads[(size_t)page * divide->layer_count + layer];
        if (pull > most && load + load_on(divide, node, page) <= divide->room * divide->factor) {
            most = pull;
            best = page;
        }
    }
    return best;
}

/* Moves boxes; marks the pages they came to. Returns whether any was moved. */
static bool move_boxes(struct divide *divide, bool *changed)
{
    double *loads = loads_of(divide);
    bool any = false;
    for (uint32_t n = 0; n < divide->graph->node_count; n++) {
        uint32_t page = divide->page_of[n];
        /* Whoever has more than a few links is found by what leads there; the work stays linear. */
        if (page == DIVIDE_NO_PAGE || divide->near_first[n + 1] - divide->near_first[n] > 64)
            continue;
        uint32_t better = better_page(divide, n, loads);
        if (better == page)
            continue;
        loads[(size_t)page * divide->layer_count + divide->layer_of[n]] -= load_on(divide, n, page);
        divide->page_of[n] = better;
        loads[(size_t)better * divide->layer_count + divide->layer_of[n]] +=
            load_on(divide, n, better);
        changed[page] = changed[better] = any = true;
    }
    free(loads);
    return any;
}

/* Lets boxes go where most of their links are, as long as all pages still fit. */
static void gather(struct divide *divide)
{
    size_t nodes = divide->graph->node_count + 1;
    uint32_t *before = mem_alloc(nodes * sizeof *before), *list = mem_alloc(nodes * sizeof *list);
    bool *changed = mem_zalloc((size_t)divide->page_count + 1, sizeof *changed), fits = true;
    for (int round = 0; round < ROUNDS && fits; round++) {
        memset(changed, 0, divide->page_count);
        copy_pages(divide, before, divide->page_of);
        if (!move_boxes(divide, changed))
            break;
        for (uint32_t p = 0; p < divide->page_count && fits; p++)
            fits = !changed[p] || still_fits(divide, p, list);
        if (!fits)
            copy_pages(divide, divide->page_of, before);
    }
    free(before);
    free(list);
    free(changed);
}

/* --- pages of equal weight -------------------------------------------------------------- */

/* What each page would hold of the fullest layer, if all held the same; `*least` and `*most` is
 * what the emptiest and the fullest page really hold. */
static double even_load(const struct divide *divide, double *least, double *most)
{
    double *loads = loads_of(divide), even = 0;
    *most = 0;
    *least = HUGE_VAL;
    for (uint32_t l = 0; l < divide->layer_count; l++) {
        double sum = 0;
        for (uint32_t p = 0; p < divide->page_count; p++)
            sum += loads[(size_t)p * divide->layer_count + l];
        even = fmax(even, sum / divide->page_count);
    }
    for (uint32_t p = 0; p < divide->page_count; p++) {
        double fullest = 0;
        for (uint32_t l = 0; l < divide->layer_count; l++)
            fullest = fmax(fullest, loads[(size_t)p * divide->layer_count + l]);
        *least = fmin(*least, fullest);
        *most = fmax(*most, fullest);
    }
    free(loads);
    return even;
}

static void forget_pages(struct divide *divide)
{
    for (size_t n = 0; n < divide->graph->node_count; n++)
        divide->page_of[n] = DIVIDE_NO_PAGE;
    divide->page_count = 0;
}

/* Divides anew into at most `pages`, none of them filled beyond `cap`; false, with the division as
 * it was, where that does not do. */
static bool divide_anew(struct divide *divide, uint32_t pages, double cap)
{
    size_t nodes = divide->graph->node_count + 1;
    uint32_t *before = mem_alloc(nodes * sizeof *before), count = divide->page_count;
    copy_pages(divide, before, divide->page_of);
    divide->cap = cap;
    forget_pages(divide);
    divide_rest(divide, SIZE_MAX);
    divide->cap = 0;
    bool done = divide->page_count <= pages && !divide->abandoned;
    if (!done) {
        copy_pages(divide, divide->page_of, before);
        divide->page_count = count;
    }
    free(before);
    return done;
}

/* Divides once more, where one page less may do, or where some page is much emptier than others:
 * then no page is filled beyond an equal share. */
static void balance(struct divide *divide)
{
    uint32_t pages = divide->page_count;
    double least, most, even = even_load(divide, &least, &most);
    if (pages > BALANCE_MOST || divide->band_count > 1)
        return;
    double fewer = even * pages / (pages - 1);
    if (fewer < divide->room * 1.02 && divide_anew(divide, pages - 1, fewer * 1.03))
        return;
    if (least > 0.65 * most)
        return;
    for (int round = 0; round < ROUNDS; round++)
        if (divide_anew(divide, pages, even * (1.08 + 0.1 * round)))
            return;
}

/* --- stranded boxes ----------------------------------------------------------------------- */

/* The pages of the node's band, the strongest pull first, at most STRANDED_TRIES. */
static size_t likely_pages(const struct divide *divide, uint32_t node, const uint32_t *band_of_page,
                           uint32_t *pages)
{
    double pulls[STRANDED_TRIES];
    size_t count = 0;
    for (uint32_t p = 0; p < divide->page_count; p++) {
        if (p == divide->page_of[node] ||
            band_of_page[p] != divide->band_of[divide->layer_of[node]])
            continue;
        double pull = pull_of(divide, node, p);
        size_t at = count < STRANDED_TRIES ? count++ : STRANDED_TRIES;
        for (; at && pulls[at - 1] < pull; at--)
            if (at < STRANDED_TRIES) {
                pulls[at] = pulls[at - 1];
                pages[at] = pages[at - 1];
            }
        if (at < STRANDED_TRIES) {
            pulls[at] = pull;
            pages[at] = p;
        }
    }
    return count;
}

static bool find_home(struct divide *divide, uint32_t node, const uint32_t *band_of_page,
                      uint32_t *list)
{
    uint32_t pages[STRANDED_TRIES], old = divide->page_of[node];
    size_t count = likely_pages(divide, node, band_of_page, pages);
    for (size_t i = 0; i < count; i++) {
        divide->page_of[node] = pages[i];
        if (still_fits(divide, pages[i], list))
            return true;
    }
    divide->page_of[node] = old;
    return false;
}

/* Moves the boxes of nearly empty pages to others that have room. */
static void rescue(struct divide *divide)
{
    size_t nodes = divide->graph->node_count;
    uint32_t *counts = mem_zalloc((size_t)divide->page_count + 1, sizeof *counts);
    uint32_t *band = mem_zalloc((size_t)divide->page_count + 1, sizeof *band);
    uint32_t *list = mem_alloc((nodes + 1) * sizeof *list);
    for (size_t n = 0; n < nodes; n++)
        if (divide->page_of[n] != DIVIDE_NO_PAGE) {
            counts[divide->page_of[n]]++;
            band[divide->page_of[n]] = divide->band_of[divide->layer_of[n]];
        }
    for (uint32_t n = 0; n < nodes; n++) {
        uint32_t page = divide->page_of[n];
        if (page != DIVIDE_NO_PAGE && counts[page] <= STRANDED_MOST)
            find_home(divide, n, band, list);
    }
    free(counts);
    free(band);
    free(list);
}

/* --- the whole ------------------------------------------------------------------------------ */

void divide_all(struct divide *divide)
{
    forget_pages(divide);
    divide_rest(divide, SIZE_MAX);
    if (!divide->abandoned && divide->page_count > 1) {
        balance(divide);
        gather(divide);
        rescue(divide);
    }
    divide_number(divide);
}

void divide_further(struct divide *divide, uint32_t page)
{
    size_t nodes = divide->graph->node_count;
    uint32_t *list = mem_alloc((nodes + 1) * sizeof *list);
    size_t count = divide_nodes(divide, page, list);
    for (size_t i = 0; i < count; i++)
        divide->page_of[list[i]] = DIVIDE_NO_PAGE;
    divide_rest(divide, count < 2 ? 1 : count - 1 - count / 8);
    free(list);
}
