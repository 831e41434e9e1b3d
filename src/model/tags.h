/* The code lists that the program knows, for tags (list:code) and for the themes of a Place
 * Standard session.
 *
 * Lists and codes are published: they may be added to, and none may be renamed. A model adds
 * its own with <code-list>; one with the name of a list that stands here adds codes to it. */
#ifndef MODEL_TAGS_H
#define MODEL_TAGS_H

#include "model/vocabulary.h"

struct tag_code {
    const char *name;
    const char *label; /* N_(): what documents print */
};

struct tag_list {
    const char *name;
    const char *label;            /* N_(): what documents print */
    const char *meaning;          /* N_(): a sentence for the reference */
    const struct tag_code *codes; /* ends with a NULL name */
};

/* The list whose codes are the themes of the Place Standard. */
extern const char tags_place_standard[];

/* All lists, in the order of the reference; ends with a NULL name. */
const struct tag_list *tags_lists(void);

/* The list, or a code of it; NULL: not known. */
const struct tag_list *tags_find_list(const char *name);
const struct tag_code *tags_find_code(const struct tag_list *list, const char *name);

/* Other words for lists and codes, mostly Danish, for vocabulary_likely(). */
const struct voc_alias *tags_aliases(void);

/* What documents call the list and the code of a tag: known ones in `language`, the model's own
 * (also of the models that it includes) by their title, others as they are written. */
const char *tags_list_label(const struct model *model, const struct model_tag *tag,
                            const struct language *language);
const char *tags_code_label(const struct model *model, const struct model_tag *tag,
                            const struct language *language);

#endif
