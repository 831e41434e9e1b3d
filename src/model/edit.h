/* Changing a model file: a list of replacements on the text that was read.
 *
 *     struct edit edit;
 *     edit_init(&edit, &model);
 *     edit_set_attribute(&edit, node, "status", "running", &sink);
 *     edit_save(&edit, NULL, NULL, &after, &sink);
 *
 * What is not asked to change comes back byte for byte: comments, order, white space,
 * content of others, quotation marks, encoding and byte order mark. The model itself stays
 * as it was read; nodes and spans are those of the old text until the file is read again.
 *
 * The model must have been read without errors, and outlives the edit. Values are plain
 * UTF-8, without markup; their white space is normalised as the reader does it. An
 * operation is taken down whole and returns 0, or it is refused: then it returns -1 after
 * one finding and the edit is as it was before. Whether the values are right is for the
 * reader to say when the new text is read (edit_save). */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/encoding.h"
#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct edit_item;
struct edit_claim;

struct edit {
    const struct model *model;
    enum encoding encoding; /* of the file */
    struct arena arena;     /* of the texts */
    struct edit_item *items;
    size_t count, capacity;
    uint32_t furthest;         /* no item, taken back or not, reaches beyond */
    struct edit_claim *claims; /* what may not be changed a second time */
    size_t claim_count, claim_capacity;
};

void edit_init(struct edit *edit, const struct model *model);
void edit_release(struct edit *edit);

/* True if nothing would change. */
bool edit_is_empty(const struct edit *edit);

/* --- operations ---------------------------------------------------------------------------- */

/* Sets an attribute of a node, "xml:lang" included; NULL or a blank value takes it away. A
 * new one comes behind the last one of the tag. */
int edit_set_attribute(struct edit *edit, const struct model_node *node, const char *name,
                       const char *value, struct diag_sink *sink);

/* Sets the text of a child that holds text (title, mechanism ...), or that of the node itself
 * where `name` is the name of its own element (assumption, answer ...). A child that is not
 * there is added in its place; NULL or a blank value takes it away. Comments stay. Refused
 * where elements of another namespace stand within what changes. */
int edit_set_text(struct edit *edit, const struct model_node *node, const char *name,
                  const char *value, struct diag_sink *sink);

struct edit_attribute {
    const char *name, *value;
};

/* A new element. */
struct edit_element {
    const char *name;                        /* in the vocabulary, below its parent's */
    const struct edit_attribute *attributes; /* end with a NULL name; NULL: none. Those
                                                without value are left out */
    const char *text;                        /* its text, or that of its title; NULL: none */
};

/* Adds a child behind those of its name, else where the vocabulary has it, indented like its
 * neighbours. */
int edit_add(struct edit *edit, const struct model_node *parent, const struct edit_element *element,
             struct diag_sink *sink);

/* Takes a node away with all that is in it, and its lines where nothing else stands there.
 * Comments beside it stay. Not for the programme. */
int edit_remove(struct edit *edit, const struct model_node *node, struct diag_sink *sink);

/* --- by name, as people say it ------------------------------------------------------------- */

/* A value of a node: an attribute, a text, or an attribute of a part of it (period). */
struct edit_field {
    const char *name;
    const char *part; /* the child that carries the attribute; NULL: the node does */
    bool is_text;
};

/* The value of this name; false: there is none. */
bool edit_find_field(const struct model_node *node, const char *name, struct edit_field *field);

/* The name that was probably meant by another one, also by a Danish one; NULL: none. */
const char *edit_likely_field(const struct model_node *node, const char *name);

/* Adds all names, with commas between. */
void edit_add_fields(struct buf *out, const struct model_node *node);

/* Adds the value as it stands in the file, without markup; false: there is none. */
bool edit_add_value(struct buf *out, const struct edit *edit, const struct model_node *node,
                    const struct edit_field *field);

/* Adds a value as it will be read: with its white space normalised. */
void edit_add_normalised(struct buf *out, const char *value);

/* Sets it by whichever operation is right; NULL or a blank value takes it away. */
int edit_set(struct edit *edit, const struct model_node *node, const struct edit_field *field,
             const char *value, struct diag_sink *sink);

/* --- the new file -------------------------------------------------------------------------- */

/* Adds the bytes of the new file. Characters that its encoding lacks were written as
 * references. Without changes these are the bytes that were read. */
void edit_apply(const struct edit *edit, struct buf *bytes);

/* Writes the new file to `path`, or in place where it is NULL or names the file that was
 * read. Before that the new text is read into `after` (to be released in any case) as
 * `reading` says, from where the old file lies, and `sink` takes what is to say about it.
 * 0: written, or there was nothing to change. 1: the new text would have errors. -1: it
 * failed, or somebody has changed the file since it was read. Then nothing was written. */
int edit_save(const struct edit *edit, const char *path, const struct model_options *reading,
              struct model *after, struct diag_sink *sink);

#endif
