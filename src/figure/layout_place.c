/* Placing boxes across; see layout_place.h.
 *
 * Within a layer, let z be a vertex's middle less the room that those above it need:
 * then "in order and not overlapping" says that z never falls, and the best z for
 * given wishes (weighted least squares) is isotonic regression: neighbours that
 * violate the order are pooled at their mean. Limits on both sides are kept by
 * clamping, which is exact for isotonic regression. */
#include "figure/layout_place.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* Points. */
#define LANE_SPACE 5.0       /* free beside a lane */
#define MOST_GROUP_SPACE 9.0 /* between boxes in one frame */

enum { ROUNDS = 8 };

struct pool {
    double z, weight;
    uint32_t count;
};

struct placing {
    struct net *net;
    double least, most; /* space between boxes */
    double room;        /* of the fullest layer */
    double spare;       /* that others may use beyond it, on each side */
    double *space;      /* per layer: between boxes that want to be in one place */
    struct pool *pools;
    /* per position of the layer at hand: */
    double *wishes, *weights; /* where a vertex wants to be, and how much */
    double *offset;           /* room needed before the middle */
};

static bool in_one_group(const struct net *net, uint32_t a, uint32_t b)
{
    return net_group(net, a) && net_group(net, a) == net_group(net, b);
}

static double space_between(const struct net *net, uint32_t a, uint32_t b, double boxes)
{
    if (in_one_group(net, a, b))
        return fmin(boxes, MOST_GROUP_SPACE);
    return net_is_lane(net, a) || net_is_lane(net, b) ? LANE_SPACE : boxes;
}

/* Room that a layer needs with `space` between boxes. */
static double room_of(const struct net *net, uint32_t l, double space)
{
    const struct net_layer *layer = &net->layers[l];
    const uint32_t *order = net->order + layer->first;
    double room = 0;
    for (uint32_t i = 0; i < layer->count; i++) {
        const struct net_vertex *vertex = &net->vertices[order[i]];
        room += vertex->lead + vertex->breadth + vertex->tail;
        if (i)
            room += space_between(net, order[i - 1], order[i], space);
    }
    return room;
}

/* The layer that needs most room; it is placed first. */
static uint32_t fullest_layer(const struct net *net, double space)
{
    uint32_t fullest = 0;
    double most = -1;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        double room = room_of(net, l, space);
        if (room > most + 1e-9) {
            most = room;
            fullest = l;
        }
    }
    return fullest;
}

/* Space between the boxes of a layer, if it is to fill the room. */
static double space_for(const struct placing *placing, uint32_t l)
{
    double bare = room_of(placing->net, l, placing->least);
    double one = room_of(placing->net, l, placing->least + 1) - bare;
    if (one < 0.5)
        return placing->least;
    return placing->least +
           fmax(0, fmin(placing->most - placing->least, (placing->room - bare) / one));
}

/* What a vertex wishes: the mean of its neighbours on the side of the fullest layer,
 * which are placed before it; of those on the other side where it has none there; else
 * to stay, lightly. */
static double wish(const struct net *net, uint32_t vertex, bool from_left, double *weight)
{
    bool has_left = net->in_first[vertex] < net->in_first[vertex + 1];
    bool has_right = net->out_first[vertex] < net->out_first[vertex + 1];
    bool left = from_left ? has_left : !has_right;
    const uint32_t *first = left ? net->in_first : net->out_first;
    const uint32_t *list = left ? net->in : net->out;
    uint32_t start = first[vertex], end = first[vertex + 1];
    *weight = end > start ? end - start : 0.05;
    if (start == end)
        return net->vertices[vertex].middle;
    double sum = 0;
    for (uint32_t i = start; i < end; i++)
        sum += net->vertices[list[i]].middle;
    return sum / (end - start);
}

static void fill_wishes(struct placing *placing, uint32_t l, bool from_left)
{
    const struct net *net = placing->net;
    const uint32_t *order = net->order + net->layers[l].first;
    for (uint32_t i = 0; i < net->layers[l].count; i++)
        placing->wishes[i] = wish(net, order[i], from_left, &placing->weights[i]);
}

/* Space between position i of a layer and the one above: boxes that want to be in the
 * same place are spread comfortably, those that want to be apart may come close. */
static double space_above(const struct placing *placing, uint32_t l, uint32_t i)
{
    const struct net *net = placing->net;
    uint32_t upper = net->order[net->layers[l].first + i - 1];
    uint32_t lower = net->order[net->layers[l].first + i];
    double touching = (net->vertices[upper].breadth + net->vertices[lower].breadth) / 2;
    double apart = (placing->wishes[i] - placing->wishes[i - 1]) / (touching + placing->least);
    double extra = (placing->space[l] - placing->least) * fmax(0, 1 - fabs(apart));
    return space_between(net, upper, lower, placing->least + extra);
}

/* Fills in how much room each position of a layer needs before its middle; returns
 * the layer's whole room. */
static double fill_offsets(struct placing *placing, uint32_t l)
{
    const struct net *net = placing->net;
    const uint32_t *order = net->order + net->layers[l].first;
    double edge = 0;
    for (uint32_t i = 0; i < net->layers[l].count; i++) {
        const struct net_vertex *vertex = &net->vertices[order[i]];
        if (i)
            edge += space_above(placing, l, i);
        edge += vertex->lead;
        placing->offset[i] = edge + vertex->breadth / 2;
        edge += vertex->breadth + vertex->tail;
    }
    return edge;
}

static void merge_last(struct pool *pools, uint32_t count)
{
    struct pool *a = &pools[count - 2], *b = &pools[count - 1];
    a->z = (a->z * a->weight + b->z * b->weight) / (a->weight + b->weight);
    a->weight += b->weight;
    a->count += b->count;
}

/* Pools wishes that violate the order, from the top down, and those of boxes in one frame, which
 * stay close to each other; returns how many pools are left. */
static uint32_t pool_wishes(struct placing *placing, uint32_t l)
{
    const struct net_layer *layer = &placing->net->layers[l];
    const uint32_t *order = placing->net->order + layer->first;
    struct pool *pools = placing->pools;
    uint32_t count = 0;
    for (uint32_t i = 0; i < layer->count; i++) {
        double z = placing->wishes[i] - placing->offset[i];
        bool close = i && in_one_group(placing->net, order[i - 1], order[i]);
        pools[count++] = (struct pool){z, placing->weights[i], 1};
        for (; count > 1 && (close || pools[count - 2].z > pools[count - 1].z); close = false)
            merge_last(pools, count--);
    }
    return count;
}

static void settle_layer(struct placing *placing, uint32_t l, bool from_left)
{
    struct net *net = placing->net;
    const uint32_t *order = net->order + net->layers[l].first;
    fill_wishes(placing, l, from_left);
    double free_room = fmax(0, placing->room - fill_offsets(placing, l));
    double spare = placing->spare;
    uint32_t count = pool_wishes(placing, l), at = 0;
    for (uint32_t p = 0; p < count; p++) {
        double z = fmax(-spare, fmin(free_room + spare, placing->pools[p].z));
        for (uint32_t i = 0; i < placing->pools[p].count; i++, at++)
            net->vertices[order[at]].middle = z + placing->offset[at];
    }
}

/* Stacks a layer evenly around the middle of the room. */
static void stack_layer(struct placing *placing, uint32_t l)
{
    const struct net *net = placing->net;
    for (uint32_t i = 0; i < net->layers[l].count; i++)
        placing->wishes[i] = 0;
    double top = (placing->room - fill_offsets(placing, l)) / 2;
    for (uint32_t i = 0; i < net->layers[l].count; i++)
        net->vertices[net->order[net->layers[l].first + i]].middle = top + placing->offset[i];
}

static void settle_all(struct placing *placing, uint32_t fixed)
{
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t l = fixed + 1; l < placing->net->layer_count; l++)
            settle_layer(placing, l, true);
        for (uint32_t l = fixed; l-- > 0;)
            settle_layer(placing, l, false);
    }
}

/* Moves all vertices so that they begin at 0; returns where they end. */
static double close_up(struct net *net)
{
    double start = INFINITY, end = -INFINITY;
    for (uint32_t v = 0; v < net->vertex_count; v++) {
        const struct net_vertex *it = &net->vertices[v];
        start = fmin(start, it->middle - it->breadth / 2 - it->lead);
        end = fmax(end, it->middle + it->breadth / 2 + it->tail);
    }
    for (uint32_t v = 0; v < net->vertex_count; v++)
        net->vertices[v].middle -= start;
    return net->vertex_count ? end - start : 0;
}

double layout_place(struct net *net, const struct place_room *room)
{
    if (!net->layer_count)
        return 0;
    uint32_t fullest = fullest_layer(net, room->least);
    double least = room_of(net, fullest, room->least);
    double most = room_of(net, fullest, room->most);
    struct placing placing = {
        .net = net,
        .least = room->least,
        .most = room->most,
        .room = fmax(least, fmin(room->wanted, most)),
        .space = mem_zalloc(net->layer_count, sizeof(double)),
        .pools = mem_zalloc(net->vertex_count + 1, sizeof(struct pool)),
        .wishes = mem_zalloc(net->vertex_count + 1, sizeof(double)),
        .weights = mem_zalloc(net->vertex_count + 1, sizeof(double)),
        .offset = mem_zalloc(net->vertex_count + 1, sizeof(double)),
    };
    for (uint32_t l = 0; l < net->layer_count; l++) {
        placing.space[l] = space_for(&placing, l);
        stack_layer(&placing, l);
    }
    placing.spare = fmax(0, room->wanted - placing.room) / 2;
    settle_all(&placing, fullest);
    free(placing.space);
    free(placing.pools);
    free(placing.wishes);
    free(placing.weights);
    free(placing.offset);
    return close_up(net);
}
