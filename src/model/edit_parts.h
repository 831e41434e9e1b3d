/* The editor, as its parts see it. Not for other rooms.
 *
 * edit.c           the list of replacements; attributes
 * edit_text.c      texts: what of them changes, and how it is written
 * edit_children.c  children: which there are, taking one away
 * edit_place.c     where a new child goes, and what it looks like
 * edit_fields.c    values by the names that people say
 * edit_apply.c     the new file, read again and written */
#ifndef MODEL_EDIT_PARTS_H
#define MODEL_EDIT_PARTS_H

#include "model/edit.h"
#include "model/markup.h"
#include "model/vocabulary.h"

/* Which of several things put in at one place comes first. */
enum edit_rank {
    EDIT_INSIDE, /* in the element that ends here */
    EDIT_CLOSE,  /* its end tag, or what comes before it */
    EDIT_BEHIND, /* behind it */
};

/* A replacement; an empty range puts something in. */
struct edit_item {
    struct range range;
    enum edit_rank rank;
    size_t weight; /* the smaller comes first among equal ranks at one place */
    size_t order;  /* of arrival */
    const char *text;
    size_t length;
};

/* Something that was changed: by name, of the element whose tag begins at `at`. */
struct edit_claim {
    uint32_t at;
    const char *name;
};

/* --- edit.c -------------------------------------------------------------------------------- */

/* How far the edit has come, to go back to where an operation is refused half-way. */
struct edit_mark {
    size_t count, claim_count;
};

struct edit_mark edit_mark(const struct edit *edit);
int edit_back(struct edit *edit, struct edit_mark mark); /* returns -1 */

/* Takes the text of `text` over, which is released. Refuses overlapping ranges; `node` is
 * what the finding is about. */
int edit_replace(struct edit *edit, struct edit_item item, struct buf *text,
                 const struct model_node *node, struct diag_sink *sink);

/* Refuses what was changed before. */
int edit_claim(struct edit *edit, uint32_t at, const char *name, const struct model_node *node,
               struct diag_sink *sink);
bool edit_is_claimed(const struct edit *edit, uint32_t at, const char *name);

/* A copy with its white space normalised; NULL: it is blank. */
const char *edit_normalise(struct edit *edit, const char *value);

/* Sets or takes away an attribute of the element with this tag, which is the node's or that of
 * a part of it. */
int edit_set_in_tag(struct edit *edit, const struct model_node *node, const struct markup_tag *tag,
                    const struct edit_attribute *attribute, struct diag_sink *sink);

/* --- edit_text.c --------------------------------------------------------------------------- */

/* Where a text is put: how it is escaped. */
enum edit_context { EDIT_IN_TEXT, EDIT_IN_CDATA, EDIT_IN_DOUBLE, EDIT_IN_SINGLE };

/* Adds a text with markup escaped, and what the encoding lacks as references. */
void edit_add_escaped(struct buf *out, const struct edit *edit, const char *text,
                      enum edit_context context);

/* Adds the text of an element, and a value, as the reader understands them. */
void edit_add_content(struct buf *out, const char *source, const struct markup_tag *tag);
void edit_add_decoded(struct buf *out, const char *source, struct range value);

/* Makes `value` (normalised, NULL: nothing) the text of the element with this tag. */
int edit_set_content(struct edit *edit, const struct model_node *node, const struct markup_tag *tag,
                     const char *value, struct diag_sink *sink);

/* --- edit_children.c -------------------------------------------------------------------------- */

/* A child of ours. */
struct edit_child {
    const struct voc_child *child;
    struct markup_tag tag;
    uint32_t end;
};

/* Sees a piece of the parent's content as a child of ours; false: it is none. */
bool edit_as_child(const struct edit *edit, const struct model_node *parent,
                   const struct markup_piece *piece, struct edit_child *child);

/* The first child of this name; false: none. */
bool edit_find_child(const struct edit *edit, const struct model_node *parent, const char *name,
                     struct edit_child *child);

/* Takes a text child away; refused where that would lose a comment or what is not ours. */
int edit_remove_text(struct edit *edit, const struct model_node *parent,
                     const struct edit_child *child, struct diag_sink *sink);

#endif
