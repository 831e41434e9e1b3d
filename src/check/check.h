/* The expert rules: what an experienced colleague would say about a programme theory.
 *
 * A model that was read is valid; the rules say what contradicts itself and what is
 * not finished yet. They only read the model, report to a sink and never fail. Which
 * severity a finding has in a draft and before approval stands in base/diag_list.h.
 *
 * More than five findings of one message become one with a list, except errors. A
 * finding that the model answers (<answer rule="" ref="">) is kept, marked with the
 * reason and no longer counted. An answer covers the element it names and all that
 * stands within; one without a reference covers the whole programme, but no errors
 * within it: those must be named.
 *
 * The rules look at the model itself, never at those that it includes. In a library
 * (programme kind) only those speak that are about how an indicator is defined. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/date.h"
#include "base/diag.h"
#include "check/words.h"
#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>

struct check_options {
    struct date today;         /* for rules about deadlines */
    bool strict;               /* before approval; the same as in the sink */
    const struct words *words; /* NULL: rules about wording keep quiet */
};

/* Applies every rule in turn. The order of findings is by rule; diag_sort() puts
 * them in the order of the file. */
void check_model(const struct model *model, const struct check_options *options,
                 struct diag_sink *sink);

/* The id of the rule at `index`, from 0, in the order of the documentation: those that have
 * a page of their own ("P01"), not the simple remarks. NULL: there are no more. */
const char *check_rule(size_t index);

#endif
