/* How complete a model is: per kind of thing, how many there are and how many of them say
 * what one will ask for; the texts of a template do not count. Counts only: nothing is added
 * up into one figure, because a model that is half filled in may be just right for where the
 * work stands. */
#ifndef CHECK_COMPLETENESS_H
#define CHECK_COMPLETENESS_H

#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>

enum { COMPLETENESS_MOST_FIELDS = 8 };

struct completeness_field {
    const char *label; /* N_() */
    size_t filled;     /* of the things counted in the section */
};

struct completeness_section {
    const char *label; /* N_() */
    bool is_programme; /* about the programme itself, of which there is one */
    size_t count;      /* things of this kind */
    size_t field_count;
    struct completeness_field fields[COMPLETENESS_MOST_FIELDS];
};

/* Fills `*section` for the section at `index`, from 0; false where there is none such. */
bool completeness_of(const struct model *model, size_t index, struct completeness_section *section);

#endif
