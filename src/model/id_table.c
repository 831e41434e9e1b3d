/* The objects of a model by id; see id_table.h. */
#include "model/id_table.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum { FIRST_CAPACITY = 64 };

/* --- SipHash-1-3 (Aumasson and Bernstein 2012) --------------------------------------------- */

static inline uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static inline void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

static uint64_t sip_hash(const uint64_t key[2], const char *bytes, size_t length)
{
    uint64_t v[4] = {key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d,
                     key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573};
    size_t whole = length & ~(size_t)7;
    uint64_t word;
    for (size_t i = 0; i < whole; i += 8) {
        memcpy(&word, bytes + i, 8);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    word = 0;
    memcpy(&word, bytes + whole, length - whole);
    word ^= (uint64_t)length << 56;
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static uint32_t hash(const struct id_table *table, const char *id, size_t length)
{
    return (uint32_t)sip_hash(table->key, id, length);
}

/* --- the table ----------------------------------------------------------------------------- */

struct id_table *id_table_new(void)
{
    struct id_table *table = mem_zalloc(1, sizeof *table);
    if (getrandom(table->key, sizeof table->key, 0) != (ssize_t)sizeof table->key) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        table->key[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
        table->key[1] = (uintptr_t)table;
    }
    return table;
}

void id_table_free(struct id_table *table)
{
    if (!table)
        return;
    free(table->entries);
    free(table);
}

static bool is_id(const struct id_entry *entry, uint32_t hashed, const char *id, size_t length)
{
    const char *other = entry->node->id;
    return entry->hash == hashed && !strncmp(other, id, length) && !other[length];
}

/* The entry that holds the id, or the free one where it would go. */
static struct id_entry *probe(const struct id_table *table, uint32_t hashed, const char *id,
                              size_t length)
{
    size_t mask = table->capacity - 1;
    size_t i = hashed & mask;
    while (table->entries[i].node && !is_id(&table->entries[i], hashed, id, length))
        i = (i + 1) & mask;
    return &table->entries[i];
}

static void grow(struct id_table *table)
{
    size_t old_capacity = table->capacity;
    struct id_entry *old = table->entries;
    table->capacity = old_capacity ? old_capacity * 2 : FIRST_CAPACITY;
    table->entries = mem_zalloc(table->capacity, sizeof *table->entries);
    size_t mask = table->capacity - 1;
    for (size_t i = 0; i < old_capacity; i++) {
        if (!old[i].node)
            continue;
        size_t at = old[i].hash & mask;
        while (table->entries[at].node)
            at = (at + 1) & mask;
        table->entries[at] = old[i];
    }
    free(old);
}

struct id_entry *id_table_find(const struct id_table *table, const char *id, size_t length)
{
    if (!table->capacity)
        return NULL;
    struct id_entry *entry = probe(table, hash(table, id, length), id, length);
    return entry->node ? entry : NULL;
}

struct id_entry *id_table_add(struct id_table *table, const struct model_node *node)
{
    if ((table->count + 1) * 4 > table->capacity * 3)
        grow(table);
    size_t length = strlen(node->id);
    uint32_t hashed = hash(table, node->id, length);
    struct id_entry *entry = probe(table, hashed, node->id, length);
    if (entry->node)
        return entry;
    *entry = (struct id_entry){.node = node, .hash = hashed};
    table->count++;
    return NULL;
}
