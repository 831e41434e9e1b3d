/* Ordering boxes within columns; see layout_order.h.
 *
 * The layers are swept from left to right and back; each is sorted by the mean
 * position of what its vertices are joined to on the side swept from (the
 * barycentre), then neighbours are swapped as long as that saves crossings. The best
 * order met is kept. Ties keep the order they had.
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
    MOST_SWAP_ROUNDS = 6, /* per layer and sweep */
    SMALL = 1000,         /* edges: up to there every start is tried, with patience */
    PATIENCE = 8,         /* sweeps without a better order before giving up */
    LARGE_PATIENCE = 3,   /* the same beyond SMALL */
    A_FEW = 5,            /* crossings that are borne for the sake of the author's order */
    GRAPHVIZ_MOST = 300,  /* vertices: beyond, own ordering is as good and far faster */
};

struct keyed {
    double key;
    uint32_t vertex, position;
};

/* What the sweeps work with; arrays are as long as the net has vertices or edges. */
struct sweep {
    struct net *net;
    uint32_t *left, *right; /* per edge as in net.in and net.out: sorted positions */
    struct keyed *items;    /* per vertex: of the layer that is being sorted */
    uint32_t *best;         /* the best order so far */
    uint32_t *author;       /* the author's order of all layers */
    bool hold;              /* columns that are to stay in order do */
};

static bool is_held(const struct sweep *sweep, uint32_t l)
{
    const struct net *net = sweep->net;
    return sweep->hold && net->graph->columns[net->layers[l].column].in_order;
}

static int compare_keyed(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->position < b->position ? -1 : a->position > b->position;
}

/* Mean place, as a share of its layer, of a vertex's neighbours on one side; its own
 * where it has none. */
static double barycentre(const struct net *net, uint32_t vertex, bool from_left)
{
    const uint32_t *first = from_left ? net->in_first : net->out_first;
    const uint32_t *list = from_left ? net->in : net->out;
    uint32_t start = first[vertex], end = first[vertex + 1];
    const struct net_vertex *self = &net->vertices[vertex];
    if (start == end)
        return (self->position + 0.5) / net->layers[self->layer].count;
    uint64_t sum = 0;
    for (uint32_t i = start; i < end; i++)
        sum += net->vertices[list[i]].position;
    uint32_t size = net->layers[net->vertices[list[start]].layer].count;
    return ((double)sum / (end - start) + 0.5) / size;
}

/* Sorts a layer by barycentres. Ties keep their order, or turn it: that leads out of
 * orders that no single swap improves. */
static void sort_layer(struct sweep *sweep, uint32_t l, bool from_left, bool turn_ties)
{
    struct net *net = sweep->net;
    struct keyed *items = sweep->items;
    struct net_layer *layer = &net->layers[l];
    uint32_t *order = net->order + layer->first;
    for (uint32_t i = 0; i < layer->count; i++)
        items[i] = (struct keyed){barycentre(net, order[i], from_left), order[i],
                                  turn_ties ? layer->count - i : i};
    qsort(items, layer->count, sizeof *items, compare_keyed);
    for (uint32_t i = 0; i < layer->count; i++) {
        order[i] = items[i].vertex;
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

/* Crossings of the edges of `upper` with those of `lower` on one side, less what they
 * would be with the two swapped. */
static int64_t saved_on_side(const uint32_t *first, const uint32_t *sorted, uint32_t upper,
                             uint32_t lower)
{
    const uint32_t *a = sorted + first[upper], *b = sorted + first[lower];
    uint32_t a_count = first[upper + 1] - first[upper], b_count = first[lower + 1] - first[lower];
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

static bool swap_round(struct sweep *sweep, const struct net_layer *layer)
{
    struct net *net = sweep->net;
    uint32_t *order = net->order + layer->first;
    bool swapped = false;
    for (uint32_t i = 0; i + 1 < layer->count; i++) {
        uint32_t upper = order[i], lower = order[i + 1];
        int64_t saved = saved_on_side(net->in_first, sweep->left, upper, lower) +
                        saved_on_side(net->out_first, sweep->right, upper, lower);
        if (saved <= 0)
            continue;
        order[i] = lower;
        order[i + 1] = upper;
        swapped = true;
    }
    return swapped;
}

static void swap_neighbours(struct sweep *sweep, uint32_t l)
{
    struct net *net = sweep->net;
    const struct net_layer *layer = &net->layers[l];
    for (uint32_t i = 0; i < layer->count; i++)
        sort_neighbours(sweep, net->order[layer->first + i]);
    for (int round = 0; round < MOST_SWAP_ROUNDS && swap_round(sweep, layer); round++)
        continue;
    for (uint32_t i = 0; i < layer->count; i++)
        net->vertices[net->order[layer->first + i]].position = i;
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
    for (uint32_t l = 0; l < net->layer_count; l++)
        if (!is_held(sweep, l))
            swap_neighbours(sweep, l);
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
    return best;
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

/* Orders each layer as its vertices are met breadth-first from the top left. */
static void order_breadth_first(struct net *net)
{
    bool *met = mem_zalloc(net->vertex_count, sizeof *met);
    uint32_t *queue = mem_zalloc(net->vertex_count, sizeof *queue);
    uint32_t head = 0, length = 0;
    for (uint32_t i = 0; i < net->vertex_count; i++) {
        uint32_t start = net->order[i];
        if (met[start])
            continue;
        met[start] = true;
        queue[length++] = start;
        for (; head < length; head++) {
            uint32_t out = net->out_first[queue[head]], in = net->in_first[queue[head]];
            uint32_t outs = net->out_first[queue[head] + 1] - out;
            uint32_t ins = net->in_first[queue[head] + 1] - in;
            length = enqueue(net->out + out, outs, met, queue, length);
            length = enqueue(net->in + in, ins, met, queue, length);
        }
    }
    for (uint32_t l = 0; l < net->layer_count; l++)
        net->layers[l].count = 0;
    for (uint32_t i = 0; i < length; i++) {
        struct net_layer *layer = &net->layers[net->vertices[queue[i]].layer];
        net->order[layer->first + layer->count++] = queue[i];
    }
    net_number(net);
    free(queue);
    free(met);
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
        .items = mem_zalloc(vertices + 1, sizeof *sweep->items),
        .best = mem_zalloc(vertices + 1, sizeof *sweep->best),
        .author = copy_order(net),
    };
}

static void sweep_end(struct sweep *sweep)
{
    free(sweep->left);
    free(sweep->right);
    free(sweep->items);
    free(sweep->best);
    free(sweep->author);
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

/* Improves the author's order and breadth-first ones; leaves the best in the net. */
static uint64_t order_own(struct sweep *sweep)
{
    struct net *net = sweep->net;
    take_order(net, sweep->author);
    uint64_t crossings = improve(sweep, 0);
    uint32_t *kept = copy_order(net);
    int starts = net->edge_count <= SMALL ? 4 : 2; /* the breadth-first ones come first */
    for (int start = 1; start < starts && crossings; start++) {
        take_order(net, sweep->author);
        if (start < 3)
            order_breadth_first(net);
        restore_held(sweep);
        crossings = try_start(sweep, start % 2 == 0, kept, crossings);
    }
    take_order(net, kept);
    free(kept);
    return crossings;
}

/* The same, and as Graphviz orders it where crossings are left and the net is small. */
static uint64_t order_all(struct sweep *sweep)
{
    struct net *net = sweep->net;
    uint64_t crossings = order_own(sweep);
    if (!crossings || net->vertex_count > GRAPHVIZ_MOST)
        return crossings;
    uint32_t *kept = copy_order(net);
    if (layout_order_graphviz(net))
        crossings = try_start(sweep, 0, kept, crossings);
    take_order(net, kept);
    free(kept);
    return crossings;
}

void layout_order_own(struct net *net)
{
    struct sweep sweep;
    sweep_start(&sweep, net);
    order_own(&sweep);
    sweep_end(&sweep);
}

static bool is_linked(const struct net *net, uint32_t vertex)
{
    return net->in_first[vertex] < net->in_first[vertex + 1] ||
           net->out_first[vertex] < net->out_first[vertex + 1];
}

/* Moves boxes that nothing is joined to below the others, where they are in no link's
 * way; not out of an order that is to be kept. */
static void sink_unlinked(struct net *net)
{
    uint32_t *old = copy_order(net);
    for (uint32_t l = 0; l < net->layer_count; l++) {
        const struct net_layer *layer = &net->layers[l];
        if (net->graph->columns[layer->column].in_order)
            continue;
        uint32_t at = layer->first;
        for (int linked = 1; linked >= 0; linked--)
            for (uint32_t i = layer->first; i < layer->first + layer->count; i++)
                if (is_linked(net, old[i]) == linked)
                    net->order[at++] = old[i];
    }
    net_number(net);
    free(old);
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

void layout_order(struct net *net)
{
    struct sweep sweep;
    sweep_start(&sweep, net);
    /* Among very many, fewer crossings help more than the author's order. */
    sweep.hold = any_in_order(net) && net->vertex_count <= GRAPHVIZ_MOST;
    /* Graphviz cannot hold an order, so it is asked only where all may move. */
    uint64_t held = sweep.hold ? order_own(&sweep) : order_all(&sweep);
    if (sweep.hold && held > A_FEW) {
        uint32_t *kept = copy_order(net);
        sweep.hold = false;
        if (!saves_enough(held, order_all(&sweep)))
            take_order(net, kept);
        free(kept);
    }
    sweep_end(&sweep);
    sink_unlinked(net);
}
