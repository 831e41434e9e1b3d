/* The id that was probably meant. */
#ifndef CLI_LIKELY_H
#define CLI_LIKELY_H

#include "model/model.h"

/* The kinds of objects that can be meant, a bit (1 << kind) for each. */
#define LIKELY_KIND(kind) (UINT64_C(1) << (kind))
#define LIKELY_ANY UINT64_MAX

/* Returns the id of an object of these kinds that is most like `id`; NULL where none is. */
const char *likely_id(const struct model *model, const char *id, uint64_t kinds);

#endif
