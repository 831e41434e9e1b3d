/* The objects of a model by id: a hash table with a secret key, so that no file
 * can be made to fall into one bucket. The ids belong to the nodes. */
#ifndef MODEL_ID_TABLE_H
#define MODEL_ID_TABLE_H

#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct id_entry {
    const struct model_node *node; /* NULL: free. A node of kind 0 is the id of something
                                      that was left out because of another mistake */
    uint32_t hash;
    bool twice; /* the id was given to more than one object */
};

struct id_table {
    struct id_entry *entries;
    size_t capacity, count; /* capacity is 0 or a power of two */
    uint64_t key[2];
};

struct id_table *id_table_new(void);
void id_table_free(struct id_table *table);

/* The entry of `id` (`length` bytes), or NULL. Valid until the next addition. */
struct id_entry *id_table_find(const struct id_table *table, const char *id, size_t length);

/* Adds a node by its id. Returns NULL, or the entry that has the id already. */
struct id_entry *id_table_add(struct id_table *table, const struct model_node *node);

#endif
