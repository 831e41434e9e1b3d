/* Placing boxes vertically; see layout_place.h.
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

/* Free height between two boxes: least and most; and around lanes. Points. */
#define LEAST_SPACE 9.0
#define MOST_SPACE 30.0
#define LANE_SPACE 5.0

enum { ROUNDS = 8 };

struct pool {
    double z, weight;
    uint32_t count;
};

struct placing {
    struct net *net;
    double height; /* of the whole */
    double *space; /* per layer: between boxes that want to be in one place */
    struct pool *pools;
    /* per position of the layer at hand: */
    double *wishes, *weights; /* where a vertex wants to be, and how much */
    double *offset;           /* room needed above the middle */
};

static double space_between(const struct net *net, uint32_t a, uint32_t b, double boxes)
{
    return net_is_lane(net, a) || net_is_lane(net, b) ? LANE_SPACE : boxes;
}

/* Height that a layer needs with `space` between boxes. */
static double height_of(const struct net *net, uint32_t l, double space)
{
    const struct net_layer *layer = &net->layers[l];
    const uint32_t *order = net->order + layer->first;
    double height = 0;
    for (uint32_t i = 0; i < layer->count; i++) {
        height += net->vertices[order[i]].height;
        if (i)
            height += space_between(net, order[i - 1], order[i], space);
    }
    return height;
}

/* The layer that needs most height; it is placed first. */
static uint32_t fullest_layer(const struct net *net)
{
    uint32_t fullest = 0;
    double most = -1;
    for (uint32_t l = 0; l < net->layer_count; l++) {
        double height = height_of(net, l, LEAST_SPACE);
        if (height > most + 1e-9) {
            most = height;
            fullest = l;
        }
    }
    return fullest;
}

/* Space between the boxes of a layer, if it is to be `height` high. */
static double space_for(const struct net *net, uint32_t l, double height)
{
    double bare = height_of(net, l, 0), one = height_of(net, l, 1) - bare;
    if (one < 0.5)
        return LEAST_SPACE;
    return fmax(LEAST_SPACE, fmin(MOST_SPACE, (height - bare) / one));
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
        return net->vertices[vertex].y;
    double sum = 0;
    for (uint32_t i = start; i < end; i++)
        sum += net->vertices[list[i]].y;
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
    double touching = (net->vertices[upper].height + net->vertices[lower].height) / 2;
    double apart = (placing->wishes[i] - placing->wishes[i - 1]) / (touching + LEAST_SPACE);
    double extra = (placing->space[l] - LEAST_SPACE) * fmax(0, 1 - fabs(apart));
    return space_between(net, upper, lower, LEAST_SPACE + extra);
}

/* Fills in how much room each position of a layer needs above its middle; returns
 * the layer's whole height. */
static double fill_offsets(struct placing *placing, uint32_t l)
{
    const struct net *net = placing->net;
    const uint32_t *order = net->order + net->layers[l].first;
    double edge = 0;
    for (uint32_t i = 0; i < net->layers[l].count; i++) {
        double height = net->vertices[order[i]].height;
        if (i)
            edge += space_above(placing, l, i);
        placing->offset[i] = edge + height / 2;
        edge += height;
    }
    return edge;
}

/* Pools wishes that violate the order, from the top down; returns how many pools are left. */
static uint32_t pool_wishes(struct placing *placing, uint32_t l)
{
    struct pool *pools = placing->pools;
    uint32_t count = 0;
    for (uint32_t i = 0; i < placing->net->layers[l].count; i++) {
        double z = placing->wishes[i] - placing->offset[i];
        pools[count++] = (struct pool){z, placing->weights[i], 1};
        while (count > 1 && pools[count - 2].z > pools[count - 1].z) {
            struct pool *a = &pools[count - 2], *b = &pools[count - 1];
            a->z = (a->z * a->weight + b->z * b->weight) / (a->weight + b->weight);
            a->weight += b->weight;
            a->count += b->count;
            count--;
        }
    }
    return count;
}

static void settle_layer(struct placing *placing, uint32_t l, bool from_left)
{
    struct net *net = placing->net;
    const uint32_t *order = net->order + net->layers[l].first;
    fill_wishes(placing, l, from_left);
    double free_height = fmax(0, placing->height - fill_offsets(placing, l));
    uint32_t count = pool_wishes(placing, l), at = 0;
    for (uint32_t p = 0; p < count; p++) {
        double z = fmax(0, fmin(free_height, placing->pools[p].z));
        for (uint32_t i = 0; i < placing->pools[p].count; i++, at++)
            net->vertices[order[at]].y = z + placing->offset[at];
    }
}

/* Stacks a layer evenly around the middle of the height. */
static void stack_layer(struct placing *placing, uint32_t l)
{
    const struct net *net = placing->net;
    for (uint32_t i = 0; i < net->layers[l].count; i++)
        placing->wishes[i] = 0;
    double top = (placing->height - fill_offsets(placing, l)) / 2;
    for (uint32_t i = 0; i < net->layers[l].count; i++)
        net->vertices[net->order[net->layers[l].first + i]].y = top + placing->offset[i];
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

double layout_place(struct net *net, double wanted)
{
    if (!net->layer_count)
        return 0;
    uint32_t fullest = fullest_layer(net);
    double least = height_of(net, fullest, LEAST_SPACE);
    double most = height_of(net, fullest, MOST_SPACE);
    struct placing placing = {
        .net = net,
        .height = fmax(least, fmin(wanted, most)),
        .space = mem_zalloc(net->layer_count, sizeof(double)),
        .pools = mem_zalloc(net->vertex_count + 1, sizeof(struct pool)),
        .wishes = mem_zalloc(net->vertex_count + 1, sizeof(double)),
        .weights = mem_zalloc(net->vertex_count + 1, sizeof(double)),
        .offset = mem_zalloc(net->vertex_count + 1, sizeof(double)),
    };
    for (uint32_t l = 0; l < net->layer_count; l++) {
        placing.space[l] = space_for(net, l, placing.height);
        stack_layer(&placing, l);
    }
    settle_all(&placing, fullest);
    free(placing.space);
    free(placing.pools);
    free(placing.wishes);
    free(placing.weights);
    free(placing.offset);
    return placing.height;
}
