/* Finding nodes that lead to exactly the same other nodes; see fans.h. */
#include "base/fans.h"

#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>

/* An arrow as it is sorted: by source, kind, target, then as it stood. */
struct sorted_arrow {
    struct fan_arrow arrow;
    size_t index;
};

static int order_of(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_arrows(const void *left, const void *right)
{
    const struct sorted_arrow *a = left, *b = right;
    int order = order_of(a->arrow.from, b->arrow.from);
    if (!order)
        order = order_of(a->arrow.kind, b->arrow.kind);
    if (!order)
        order = order_of(a->arrow.to, b->arrow.to);
    return order ? order : order_of(a->index, b->index);
}

static int compare_fans(const void *left, const void *right)
{
    const struct fan *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return order_of(a->from, b->from);
}

static bool same_targets(const struct fan_arrow *arrows, const struct fan *a, const struct fan *b)
{
    if (a->kind != b->kind || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (arrows[a->arrows[i]].to != arrows[b->arrows[i]].to)
            return false;
    return true;
}

static void sort_arrows(const struct fan_arrow *arrows, size_t count, size_t *sorted)
{
    struct sorted_arrow *items = mem_zalloc(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct sorted_arrow){arrows[i], i};
    qsort(items, count, sizeof *items, compare_arrows);
    for (size_t i = 0; i < count; i++)
        sorted[i] = items[i].index;
    free(items);
}

/* Splits the sorted arrows into fans; leaves out small ones and those with two arrows to
 * one node. */
static size_t split(const struct fan_arrow *arrows, const size_t *sorted, size_t arrow_count,
                    size_t least, struct fan *fans)
{
    size_t count = 0;
    for (size_t start = 0, end; start < arrow_count; start = end) {
        const struct fan_arrow *first = &arrows[sorted[start]];
        uint64_t hash = 1469598103934665603u ^ (uint64_t)first->kind;
        bool twice = false;
        for (end = start; end < arrow_count; end++) {
            const struct fan_arrow *arrow = &arrows[sorted[end]];
            if (arrow->from != first->from || arrow->kind != first->kind)
                break;
            if (end > start && arrow->to == arrows[sorted[end - 1]].to)
                twice = true;
            hash = (hash ^ arrow->to) * 1099511628211u;
        }
        if (end - start >= least && !twice)
            fans[count++] =
                (struct fan){sorted + start, end - start, first->from, first->kind, hash};
    }
    return count;
}

void fans_find(const struct fan_arrow *arrows, size_t count, size_t least, fans_found_fn *found,
               void *self)
{
    if (!count)
        return;
    size_t *sorted = mem_zalloc(count, sizeof *sorted);
    struct fan *fans = mem_zalloc(count, sizeof *fans);
    sort_arrows(arrows, count, sorted);
    size_t fan_count = split(arrows, sorted, count, least, fans);
    if (fan_count)
        qsort(fans, fan_count, sizeof *fans, compare_fans);
    for (size_t start = 0, end; start < fan_count; start = end) {
        for (end = start + 1; end < fan_count && same_targets(arrows, &fans[start], &fans[end]);)
            end++;
        if (end - start > 1)
            found(self, fans + start, end - start);
    }
    free(sorted);
    free(fans);
}
