/* Ordering boxes within columns; see layout_order.h.
 *
 * The layers are swept from left to right and back; each is sorted by the mean
 * position of what its vertices are joined to on the side swept from (the
 * barycentre), then neighbours are swapped as long as that saves crossings. The best
 * order met is kept. Ties keep the order they had. In a net that is small enough, each
 * vertex then looks for its best place among all (sifting), and orders that are shuffled at
 * random (always the same way) are starts as well. Boxes of a group are a block, which is
 * sorted and swapped as a whole, and within which its boxes are.
 *
 * All this first with the columns that are to stay in order held as they are; then, where
 * crossings are left, with all columns free, which has to save many of them to be kept. */
#include "figure/layout_order.h"

#include "base/memory.h"
#include "figure/layout_graphviz.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_SWEEPS = 60,
    MOST_SWAP_ROUNDS = 6, /* per layer and pass */
    MOST_SWAP_PASSES = 8, /* over all layers, where time is taken */
    SMALL = 1000,         /* edges: up to there every start is tried, with patience */
    PATIENCE = 8,         /* sweeps without a better order before giving up */
    LARGE_PATIENCE = 5,   /* the same beyond SMALL */
    MOST_SIFTS = 12,      /* rounds over all layers */
    MOST_SHUFFLES = 60,   /* starts at random */
    SHUFFLED = 2000,      /* edges that these may have all together, */
    ALL_SHUFFLED = 20000, /* and where time does not matter */
    A_FEW = 5,            /* crossings that are borne for the sake of the author's order */
    GRAPHVIZ_LEAST = 64,  /* vertices: below, own ordering finds as few crossings, and Graphviz's
                             libraries take longer to load than all else */
    GRAPHVIZ_MOST = 500,  /* beyond, it takes too long */
};

struct keyed {
    double block_key, key;
    uint32_t block, vertex, position; /* block: position of its first vertex */
};

/* What the sweeps work with; arrays are as long as the net has vertices or edges. */
struct sweep {
    struct net *net;
    uint32_t *left, *right;  /* per edge as in net.in and net.out: sorted positions */
    uint32_t *upper, *lower; /* per edge: those of two blocks, sorted */
    struct keyed *items;     /* per vertex: of the layer that is being sorted */
    uint32_t *best;          /* the best order so far */
    uint32_t *author;        /* the author's order of all layers */
    uint32_t *part;          /* per vertex: which of the parts that nothing joins it is in */
    bool median;             /* sorts by the median instead of the mean */
    bool thorough;           /* takes its time, as Graphviz is not asked */
    uint32_t shuffled;       /* edges that starts at random may have all together */
    bool hold;               /* columns that are to stay in order do */
};

static bool is_held(const struct sweep *sweep, uint32_t l)
{
    const struct net *net = sweep->net;
    return sweep->hold && net->graph->columns[net->layers[l].column].in_order;
}

static int compare_keyed(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    if (a->block_key != b->block_key)
        return a->block_key < b->block_key ? -1 : 1;
    if (a->block != b->block)
        return a->block < b->block ? -1 : 1;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->position < b->position ? -1 : a->position > b->position;
}

/* Parts that nothing joins stay apart, one below the other, unless something else keeps boxes
 * together: nothing of one then crosses anything of another. */
static double part_key(const struct sweep *sweep, uint32_t vertex)
{
    bool apart = !sweep->hold && !sweep->net->graph->group_count;
    return apart ? 2.0 * sweep->part[vertex] : 0;
}

/* Middle place, as a share of its layer, of a vertex's neighbours on one side; its own where
 * it has none. */
static double key_of(const struct sweep *sweep, uint32_t vertex, bool from_left)
{
    const struct net *net = sweep->net;
    const uint32_t *first = from_left ? net->in_first : net->out_first;
    const uint32_t *list = (from_left ? net->in : net->out) + first[vertex];
    uint32_t count = first[vertex + 1] - first[vertex];
    const struct net_vertex *self = &net->vertices[vertex];
    if (!count)
        return (self->position + 0.5) / net->layers[self->layer].count;
    uint32_t size = net->layers[net->vertices[list[0]].layer].count;
    if (sweep->median) {
        net_positions(net, list, count, sweep->upper);
        uint64_t both = (uint64_t)sweep->upper[count / 2] + sweep->upper[(count - 1) / 2];
        return ((double)both / 2 + 0.5) / size;
    }
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += net->vertices[list[i]].position;
    return ((double)sum / count + 0.5) / size;
}

/* Fills in a block of a layer, whose key is the mean of those in it. */
static void key_block(struct sweep *sweep, const struct net_layer *layer, uint32_t start,
                      uint32_t end, bool from_left, bool turn_ties)
{
    struct keyed *items = sweep->items;
    double sum = 0;
    for (uint32_t i = start; i < end; i++) {
        uint32_t vertex = sweep->net->order[layer->first + i];
        items[i] = (struct keyed){
            .key = part_key(sweep, vertex) + key_of(sweep, vertex, from_left),
            .block = turn_ties ? layer->count - start : start,
            .vertex = vertex,
            .position = turn_ties ? layer->count - i : i,
        };
        sum += items[i].key;
    }
    for (uint32_t i = start; i < end; i++)
        items[i].block_key = sum / (end - start);
}

/* True of a vertex that keeps its place in the layer while the others are sorted around it:
 * nothing on the side that is looked at says where it belongs. Blocks have no such places. */
static bool stays(const struct sweep *sweep, uint32_t vertex, bool from_left)
{
    const struct net *net = sweep->net;
    const uint32_t *first = from_left ? net->in_first : net->out_first;
    return !net->graph->group_count && first[vertex] == first[vertex + 1];
}

/* Sorts a layer by barycentres. Ties keep their order, or turn it: that leads out of
 * orders that no single swap improves. */
static void sort_layer(struct sweep *sweep, uint32_t l, bool from_left, bool turn_ties)
{
    struct net *net = sweep->net;
    struct keyed *items = sweep->items;
    struct net_layer *layer = &net->layers[l];
    uint32_t *order = net->order + layer->first;
    for (uint32_t start = 0, end; start < layer->count; start = end) {
        end = net_block_end(net, layer, start);
        key_block(sweep, layer, start, end, from_left, turn_ties);
    }
    uint32_t moving = 0;
    for (uint32_t i = 0; i < layer->count; i++)
        if (!stays(sweep, items[i].vertex, from_left))
            items[moving++] = items[i];
    qsort(items, moving, sizeof *items, compare_keyed);
    for (uint32_t i = 0, next = 0; i < layer->count; i++) {
        if (!stays(sweep, order[i], from_left))
            order[i] = items[next++].vertex;
        net->vertices[order[i]].position = i;
    }
}

/* The sorted positions of a vertex's neighbours on both sides. */
static void sort_neighbours(struct sweep *sweep, uint32_t vertex)
{
    const struct net *net = sweep->net;
    uint32_t in = net->in_first[vertex], out = net->out_first[vertex];
    net_positions(net, net->in + in, net->in_first[vertex + 1] - in, sweep->left + in);
    net_positions(net, net->out + out, net->out_first[vertex + 1] - out, sweep->right + out);
}

/* Crossings of edges to the places `a` with those to the places `b`, both sorted, when the
 * former start above the latter, less what they would be if they started below. */
static int64_t saved_between(const uint32_t *a, uint32_t a_count, const uint32_t *b,
                             uint32_t b_count)
{
    int64_t saved = 0;
    uint32_t below = 0, not_above = 0;
    for (uint32_t i = 0; i < a_count; i++) {
        while (below < b_count && b[below] < a[i])
            below++;
        while (not_above < b_count && b[not_above] <= a[i])
            not_above++;
        saved += (int64_t)below - (int64_t)(b_count - not_above);
    }
    return saved;
}

/* The same of one side of two vertices. */
static int64_t saved_on_side(const uint32_t *first, const uint32_t *sorted, uint32_t upper,
                             uint32_t lower)
{
    return saved_between(sorted + first[upper], first[upper + 1] - first[upper],
                         sorted + first[lower], first[lower + 1] - first[lower]);
}

static int compare_places(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The sorted places of what `count` vertices are joined to on one side; returns how many. */
static uint32_t merge_places(const uint32_t *first, const uint32_t *sorted,
                             const uint32_t *vertices, uint32_t count, uint32_t *into)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t own = first[vertices[i] + 1] - first[vertices[i]];
        memcpy(into + length, sorted + first[vertices[i]], own * sizeof *into);
        length += own;
    }
    qsort(into, length, sizeof *into, compare_places);
    return length;
}

/* What is saved by swapping two blocks that follow each other. */
static int64_t saved_by_blocks(struct sweep *sweep, const uint32_t *order, uint32_t start,
                               uint32_t middle, uint32_t end)
{
    const struct net *net = sweep->net;
    int64_t saved = 0;
    for (int side = 0; side < 2; side++) {
        const uint32_t *first = side ? net->out_first : net->in_first;
        const uint32_t *sorted = side ? sweep->right : sweep->left;
        uint32_t above = merge_places(first, sorted, order + start, middle - start, sweep->upper);
        uint32_t below = merge_places(first, sorted, order + middle, end - middle, sweep->lower);
        saved += saved_between(sweep->upper, above, sweep->lower, below);
    }
    return saved;
}

/* Swaps two neighbouring blocks, `start` to `middle` and `middle` to `end`. */
static void rotate(struct sweep *sweep, uint32_t *order, uint32_t start, uint32_t middle,
                   uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        sweep->items[i].vertex = order[i];
    for (uint32_t i = start; i < end; i++)
        order[i] =
            sweep->items[i < start + (end - middle) ? i - start + middle : i - (end - middle)]
                .vertex;
}

/* What is saved by swapping two vertices that follow each other. */
static int64_t saved_by_swap(const struct sweep *sweep, uint32_t upper, uint32_t lower)
{
    const struct net *net = sweep->net;
    return saved_on_side(net->in_first, sweep->left, upper, lower) +
           saved_on_side(net->out_first, sweep->right, upper, lower);
}

/* Swaps two neighbouring vertices where that saves crossings. */
static bool swap_pair(struct sweep *sweep, uint32_t *pair)
{
    uint32_t upper = pair[0], lower = pair[1];
    if (saved_by_swap(sweep, upper, lower) <= 0)
        return false;
    pair[0] = lower;
    pair[1] = upper;
    return true;
}

/* Swaps neighbours, once from top to bottom, in a layer without groups. */
static bool swap_vertices(struct sweep *sweep, const struct net_layer *layer)
{
    uint32_t *order = sweep->net->order + layer->first;
    bool swapped = false;
    for (uint32_t i = 0; i + 1 < layer->count; i++)
        swapped |= swap_pair(sweep, order + i);
    return swapped;
}

/* The same where there are groups: within each, and each as a whole. */
static bool swap_blocks(struct sweep *sweep, const struct net_layer *layer)
{
    const struct net *net = sweep->net;
    uint32_t *order = net->order + layer->first;
    bool swapped = false;
    for (uint32_t start = 0, middle; start < layer->count; start = middle) {
        middle = net_block_end(net, layer, start);
        for (uint32_t i = start; i + 1 < middle; i++)
            swapped |= swap_pair(sweep, order + i);
        if (middle == layer->count)
            break;
        uint32_t end = net_block_end(net, layer, middle);
        if (saved_by_blocks(sweep, order, start, middle, end) > 0) {
            rotate(sweep, order, start, middle, end);
            middle = start + (end - middle);
            swapped = true;
        }
    }
    return swapped;
}

static bool swap_round(struct sweep *sweep, const struct net_layer *layer)
{
    return sweep->net->graph->group_count ? swap_blocks(sweep, layer) : swap_vertices(sweep, layer);
}

static bool swap_neighbours(struct sweep *sweep, uint32_t l)
{
    struct net *net = sweep->net;
    const struct net_layer *layer = &net->layers[l];
    for (uint32_t i = 0; i < layer->count; i++)
        sort_neighbours(sweep, net->order[layer->first + i]);
    int round = 0;
    while (round < MOST_SWAP_ROUNDS && swap_round(sweep, layer))
        round++;
    for (uint32_t i = 0; i < layer->count; i++)
        net->vertices[net->order[layer->first + i]].position = i;
    return round > 0;
}

/* What is swapped in one layer may make another swap pay in the next. */
static void swap_all(struct sweep *sweep)
{
    bool small = sweep->net->edge_count <= SMALL;
    int passes = sweep->thorough && small ? MOST_SWAP_PASSES : 1;
    for (bool swapped = true; swapped && passes > 0; passes--) {
        swapped = false;
        for (uint32_t l = 0; l < sweep->net->layer_count; l++)
            if (!is_held(sweep, l))
                swapped |= swap_neighbours(sweep, l);
    }
}

/* Moves a vertex of a layer to where its links cross fewest others, between positions
 * `start` and `end`, and to the other end of where they are as few if `move_ties`; returns how
 * many crossings that saves. */
static int64_t sift_vertex(struct sweep *sweep, uint32_t *order, uint32_t at, uint32_t start,
                           uint32_t end, bool move_ties)
{
    uint32_t vertex = order[at], place = at;
    int64_t best = 0, saved = 0, margin = move_ties ? -1 : 0;
    for (uint32_t i = at; i-- > start;) {
        saved += saved_by_swap(sweep, order[i], vertex);
        if (saved > best + margin) {
            best = saved;
            place = i;
        }
    }
    saved = 0;
    for (uint32_t i = at + 1; i < end; i++) {
        saved += saved_by_swap(sweep, vertex, order[i]);
        if (saved > best + margin) {
            best = saved;
            place = i;
        }
    }
    if (place < at)
        memmove(order + place + 1, order + place, (at - place) * sizeof *order);
    else
        memmove(order + at, order + at + 1, (place - at) * sizeof *order);
    order[place] = vertex;
    return best;
}

/* Sifts the vertices of a layer, those of each group among themselves and those without
 * between groups. */
static int64_t sift_layer(struct sweep *sweep, uint32_t l, bool move_ties)
{
    struct net *net = sweep->net;
    const struct net_layer *layer = &net->layers[l];
    uint32_t *order = net->order + layer->first;
    int64_t saved = 0;
    for (uint32_t i = 0; i < layer->count; i++)
        sort_neighbours(sweep, order[i]);
    for (uint32_t start = 0, end; start < layer->count; start = end) {
        size_t group = net_group(net, order[start]);
        for (end = start + 1; end < layer->count && net_group(net, order[end]) == group;)
            end++;
        for (uint32_t i = start; i < end; i++)
            saved += sift_vertex(sweep, order, i, start, end, move_ties);
    }
    for (uint32_t i = 0; i < layer->count; i++)
        net->vertices[order[i]].position = i;
    return saved;
}

/* Sifts a net that is small enough, all layers, as long as it helps; returns its crossings.
 * Every second round moves what crosses as much elsewhere: that makes way for others. */
static uint64_t sift_all(struct sweep *sweep)
{
    int rounds = sweep->net->edge_count <= SMALL ? MOST_SIFTS : 0;
    for (int round = 0, idle = 0; round < rounds && idle < 4; round++) {
        int64_t saved = 0;
        for (uint32_t l = 0; l < sweep->net->layer_count; l++)
            if (!is_held(sweep, l))
                saved += sift_layer(sweep, l, round % 2);
        idle = saved > 0 ? 0 : idle + 1;
    }
    return net_crossings(sweep->net);
}

static void sweep_once(struct sweep *sweep, int number)
{
    bool from_left = number % 2 == 0, turn_ties = number % 4 >= 2;
    struct net *net = sweep->net;
    for (uint32_t i = 1; i < net->layer_count; i++) {
        uint32_t l = from_left ? i : net->layer_count - 1 - i;
        if (!is_held(sweep, l))
            sort_layer(sweep, l, from_left, turn_ties);
    }
    swap_all(sweep);
}

static void take_order(struct net *net, const uint32_t *order)
{
    memcpy(net->order, order, net->vertex_count * sizeof *order);
    net_number(net);
}

/* Sweeps until nothing improves, beginning with sweep `first` (0: from the left, 1: from
 * the right); leaves the best order in the net and returns its crossings. */
static uint64_t improve(struct sweep *sweep, int first)
{
    struct net *net = sweep->net;
    size_t size = net->vertex_count * sizeof *sweep->best;
    int patience = net->edge_count <= SMALL ? PATIENCE : LARGE_PATIENCE;
    uint64_t best = net_crossings(net);
    memcpy(sweep->best, net->order, size);
    for (int i = 0, idle = 0; i < MOST_SWEEPS && idle < patience && best; i++) {
        sweep_once(sweep, first + i);
        uint64_t now = net_crossings(net);
        idle++;
        if (now < best) {
            best = now;
            idle = 0;
            memcpy(sweep->best, net->order, size);
        }
    }
    take_order(net, sweep->best);
    return sweep->thorough && best ? sift_all(sweep) : best;
}

/* Adds those of `list` to the queue that were not met before; returns its new length. */
static uint32_t enqueue(const uint32_t *list, uint32_t count, bool *met, uint32_t *queue,
                        uint32_t length)
{
    for (uint32_t i = 0; i < count; i++)
        if (!met[list[i]]) {
            met[list[i]] = true;
            queue[length++] = list[i];
        }
    return length;
}

/* Fills `queue` with all vertices as they are met breadth-first from the top left: to the right
 * alone, or both ways. `part`, unless that is NULL, gets the number of the walk that met each:
 * going both ways, of the part that it is in. */
static void walk_broad(const struct net *net, bool both_ways, uint32_t *queue, uint32_t *part)
{
    bool *met = mem_zalloc((size_t)net->vertex_count + 1, sizeof *met);
    uint32_t head = 0, length = 0, parts = 0;
    for (uint32_t i = 0; i < net->vertex_count; i++, parts++) {
        uint32_t start = net->order[i];
        if (both_ways || net->in_first[start] == net->in_first[start + 1])
            length = enqueue(&start, 1, met, queue, length);
        for (; head < length; head++) {
            uint32_t out = net->out_first[queue[head]], in = net->in_first[queue[head]];
            uint32_t outs = net->out_first[queue[head] + 1] - out;
            uint32_t ins = net->in_first[queue[head] + 1] - in;
            length = enqueue(net->out + out, outs, met, queue, length);
            if (both_ways)
                length = enqueue(net->in + in, ins, met, queue, length);
            if (part)
                part[queue[head]] = parts;
        }
    }
    free(met);
}

/* Pushes those of `list` that were not met, the first of them on top; returns the new depth. */
static uint32_t push(const uint32_t *list, uint32_t count, const bool *met, uint32_t *stack,
                     uint32_t depth)
{
    while (count-- > 0)
        if (!met[list[count]])
            stack[depth++] = list[count];
    return depth;
}

/* The same depth-first and both ways: what hangs together as a tree then crosses nothing. */
static void walk_deep(const struct net *net, uint32_t *queue)
{
    bool *met = mem_zalloc((size_t)net->vertex_count + 1, sizeof *met);
    uint32_t *stack = mem_zalloc(2 * (size_t)net->edge_count + 2, sizeof *stack);
    uint32_t length = 0;
    for (uint32_t i = 0; i < net->vertex_count; i++) {
        uint32_t depth = push(&net->order[i], 1, met, stack, 0);
        while (depth > 0) {
            uint32_t vertex = stack[--depth];
            if (met[vertex])
                continue;
            met[vertex] = true;
            queue[length++] = vertex;
            uint32_t out = net->out_first[vertex], in = net->in_first[vertex];
            depth = push(net->out + out, net->out_first[vertex + 1] - out, met, stack, depth);
            depth = push(net->in + in, net->in_first[vertex + 1] - in, met, stack, depth);
        }
    }
    free(stack);
    free(met);
}

/* Where the search for a better order begins beside the author's. */
enum start { BROAD, BROAD_RIGHT, DEEP, WALKS };

/* Orders each layer as its vertices are met on a walk. */
static void order_by_walk(struct net *net, enum start start)
{
    uint32_t *queue = mem_zalloc((size_t)net->vertex_count + 1, sizeof *queue);
    if (start == DEEP)
        walk_deep(net, queue);
    else
        walk_broad(net, start == BROAD, queue, NULL);
    for (uint32_t l = 0; l < net->layer_count; l++)
        net->layers[l].count = 0;
    for (uint32_t i = 0; i < net->vertex_count; i++) {
        struct net_layer *layer = &net->layers[net->vertices[queue[i]].layer];
        net->order[layer->first + layer->count++] = queue[i];
    }
    net_gather_groups(net);
    free(queue);
}

/* Shuffles `count` layers from `first` on; the same way for the same seed. */
static void shuffle(struct net *net, uint32_t seed, uint32_t first, uint32_t count)
{
    uint32_t state = seed;
    for (uint32_t l = first; l < first + count; l++) {
        uint32_t *order = net->order + net->layers[l].first;
        for (uint32_t i = net->layers[l].count; i > 1; i--) {
            state = state * 1664525 + 1013904223;
            uint32_t other = (uint32_t)((uint64_t)state * i >> 32), vertex = order[i - 1];
            order[i - 1] = order[other];
            order[other] = vertex;
        }
    }
    net_gather_groups(net);
}

/* Puts the layers that are held back as the author has them. */
static void restore_held(const struct sweep *sweep)
{
    struct net *net = sweep->net;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        const struct net_layer *layer = &net->layers[l];
        if (is_held(sweep, l))
            memcpy(net->order + layer->first, sweep->author + layer->first,
                   layer->count * sizeof *net->order);
    }
    net_number(net);
}

/* Another start for the search: the walks first, then by turns all at random and the best so
 * far with one layer at random. */
static void begin_at(struct sweep *sweep, int start, int walks, const uint32_t *kept)
{
    struct net *net = sweep->net;
    bool near_best = start >= walks && start % 2;
    take_order(net, near_best ? kept : sweep->author);
    if (start < walks)
        order_by_walk(net, (enum start)(start % WALKS));
    else if (near_best)
        shuffle(net, (uint32_t)start, (uint32_t)(start / 2) % net->layer_count, 1);
    else
        shuffle(net, (uint32_t)start, 0, net->layer_count);
    restore_held(sweep);
}

/* Copies the order of a net, on the heap. */
static uint32_t *copy_order(const struct net *net)
{
    uint32_t *order = mem_zalloc((size_t)net->vertex_count + 1, sizeof *order);
    memcpy(order, net->order, net->vertex_count * sizeof *order);
    return order;
}

static void sweep_start(struct sweep *sweep, struct net *net)
{
    size_t vertices = net->vertex_count, edges = net->edge_count;
    *sweep = (struct sweep){
        .net = net,
        .left = mem_zalloc(edges + 1, sizeof *sweep->left),
        .right = mem_zalloc(edges + 1, sizeof *sweep->right),
        .upper = mem_zalloc(edges + 1, sizeof *sweep->upper),
        .lower = mem_zalloc(edges + 1, sizeof *sweep->lower),
        .items = mem_zalloc(vertices + 1, sizeof *sweep->items),
        .best = mem_zalloc(vertices + 1, sizeof *sweep->best),
        .author = copy_order(net),
        .part = mem_zalloc(vertices + 1, sizeof *sweep->part),
    };
    walk_broad(net, true, sweep->best, sweep->part);
}

static void sweep_end(struct sweep *sweep)
{
    free(sweep->left);
    free(sweep->right);
    free(sweep->upper);
    free(sweep->lower);
    free(sweep->items);
    free(sweep->best);
    free(sweep->author);
    free(sweep->part);
}

/* Improves another start, which stands in the net; keeps `*kept` unless that is better. */
static uint64_t try_start(struct sweep *sweep, int first, uint32_t *kept, uint64_t crossings)
{
    uint64_t now = improve(sweep, first);
    if (now < crossings) {
        memcpy(kept, sweep->net->order, sweep->net->vertex_count * sizeof *kept);
        return now;
    }
    return crossings;
}

static int shuffles_for(const struct sweep *sweep)
{
    uint32_t share = sweep->shuffled / (sweep->net->edge_count + 1);
    return share < MOST_SHUFFLES ? (int)share : MOST_SHUFFLES;
}

/* Improves the author's order, breadth-first ones and random ones; leaves the best in the net. */
static uint64_t order_own(struct sweep *sweep)
{
    struct net *net = sweep->net;
    take_order(net, sweep->author);
    uint64_t crossings = improve(sweep, 0);
    uint32_t *kept = copy_order(net);
    bool small = net->edge_count <= SMALL;
    int walks = small ? 2 * WALKS : WALKS; /* small ones by means and by medians */
    int starts = walks + (small ? shuffles_for(sweep) : 0);
    for (int start = 0; start < starts && crossings; start++) {
        begin_at(sweep, start, walks, kept);
        sweep->median = start % 2 == 0;
        crossings = try_start(sweep, start % 2, kept, crossings);
    }
    take_order(net, kept);
    free(kept);
    return crossings;
}

/* As Graphviz orders the net, improved, if that has fewer than `crossings`. */
static uint64_t try_graphviz(struct sweep *sweep, uint64_t crossings)
{
    struct net *net = sweep->net;
    uint32_t *kept = copy_order(net);
    take_order(net, sweep->author); /* it goes by the order in which it is told of boxes */
    if (layout_order_graphviz(net)) {
        net_gather_groups(net);
        crossings = try_start(sweep, 0, kept, crossings);
    }
    take_order(net, kept);
    free(kept);
    return crossings;
}

/* By own means, and by Graphviz where crossings are left in a net of the size for it. */
static uint64_t order_all(struct sweep *sweep)
{
    uint32_t size = sweep->net->vertex_count;
    uint64_t crossings = order_own(sweep);
    if (!crossings || size > GRAPHVIZ_MOST)
        return crossings;
    if (size >= GRAPHVIZ_LEAST)
        crossings = try_graphviz(sweep, crossings);
    return crossings ? sift_all(sweep) : 0;
}

void layout_order_own(struct net *net)
{
    struct sweep sweep;
    sweep_start(&sweep, net);
    sweep.thorough = true;
    sweep.shuffled = ALL_SHUFFLED;
    order_own(&sweep);
    sweep_end(&sweep);
}

/* True if anything is joined to a box, or to one of its block. */
static bool is_linked(const struct net *net, const uint32_t *block, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (net->in_first[block[i]] < net->in_first[block[i] + 1] ||
            net->out_first[block[i]] < net->out_first[block[i] + 1])
            return true;
    return false;
}

/* Adds the blocks of a layer to `into` that are linked, or those that are not; returns how
 * many vertices. */
static uint32_t pick_blocks(const struct net *net, const struct net_layer *layer, bool linked,
                            uint32_t *into)
{
    const uint32_t *order = net->order + layer->first;
    uint32_t count = 0;
    for (uint32_t start = 0, end; start < layer->count; start = end) {
        end = net_block_end(net, layer, start);
        if (is_linked(net, order + start, end - start) != linked)
            continue;
        memcpy(into + count, order + start, (end - start) * sizeof *into);
        count += end - start;
    }
    return count;
}

/* Moves boxes that nothing is joined to below the others, where they are in no link's
 * way; not out of an order that is to be kept. */
static void sink_unlinked(struct net *net)
{
    uint32_t *sunk = mem_zalloc((size_t)net->vertex_count + 1, sizeof *sunk);
    for (uint32_t l = 0; l < net->layer_count; l++) {
        const struct net_layer *layer = &net->layers[l];
        if (net->graph->columns[layer->column].in_order)
            continue;
        uint32_t linked = pick_blocks(net, layer, true, sunk);
        pick_blocks(net, layer, false, sunk + linked);
        memcpy(net->order + layer->first, sunk, layer->count * sizeof *sunk);
    }
    net_number(net);
    free(sunk);
}

static bool any_in_order(const struct net *net)
{
    for (size_t c = 0; c < net->graph->column_count; c++)
        if (net->graph->columns[c].in_order)
            return true;
    return false;
}

/* Leaving an order that is to be kept has to pay: more than a few crossings must go, and
 * of four at least one. */
static bool saves_enough(uint64_t held, uint64_t freed)
{
    uint64_t saved = held > freed ? held - freed : 0;
    return saved > A_FEW && saved >= (held + 3) / 4;
}

/* The best that is found, of what `all` finds where columns need not stay in order. */
static void order_best(struct sweep *sweep, uint64_t (*all)(struct sweep *sweep))
{
    struct net *net = sweep->net;
    /* Among very many, fewer crossings help more than the author's order. */
    sweep->hold = any_in_order(net) && net->vertex_count <= GRAPHVIZ_MOST;
    /* Graphviz cannot hold an order, so it is asked only where all may move. */
    uint64_t held = sweep->hold ? order_own(sweep) : all(sweep);
    if (sweep->hold && held > A_FEW) {
        uint32_t *kept = copy_order(net);
        sweep->hold = false;
        if (!saves_enough(held, all(sweep)))
            take_order(net, kept);
        free(kept);
    }
}

void layout_order_by(struct net *net, enum layout_ordering ordering)
{
    if (ordering == LAYOUT_NO_ORDER)
        return;
    if (ordering == LAYOUT_GRAPHVIZ_ORDER && layout_order_graphviz(net)) {
        net_gather_groups(net);
    } else {
        struct sweep sweep;
        sweep_start(&sweep, net);
        sweep.thorough = ordering != LAYOUT_BEST_ORDER || net->vertex_count > GRAPHVIZ_MOST;
        sweep.shuffled = ordering != LAYOUT_BEST_ORDER ? ALL_SHUFFLED
                         : sweep.thorough              ? SHUFFLED
                                                       : 0;
        order_best(&sweep, ordering == LAYOUT_BEST_ORDER ? order_all : order_own);
        sweep_end(&sweep);
    }
    sink_unlinked(net);
}

void layout_order(struct net *net)
{
    layout_order_by(net, LAYOUT_BEST_ORDER);
}
