/* The vocabulary: the model format, written down once.
 *
 * A table of elements with their attributes and children, in English names, each
 * with what it means. From it come the reader's validation (reader.c), the
 * published schema (schema_rng.c -> schemas/virkning.rng) and the reference
 * (reference_man.c -> docs/virkning.5). It also says where in the model's structs
 * a value goes, so the reader has no code per element. */
#ifndef MODEL_VOCABULARY_H
#define MODEL_VOCABULARY_H

#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What an attribute's value must look like, and the type of the field it fills. */
enum voc_type {
    VOC_ID,       /* NCName, unique                 -> model_node.id */
    VOC_REF,      /* id of one object               -> struct model_ref */
    VOC_REFS,     /* ids with spaces between        -> struct model_refs */
    VOC_TEXT,     /* any text, not empty            -> const char * */
    VOC_CODE,     /* one of a list                  -> int (enum) */
    VOC_DATE,     /* 2017, 2017-08, 2017-08-14      -> struct date */
    VOC_YEAR,     /* 2017                           -> struct date */
    VOC_NUMBER,   /* 7.5                            -> struct number */
    VOC_COUNT,    /* whole number, 0 or more        -> struct number */
    VOC_FAR_REF,  /* id, or name:id                 -> struct model_ref */
    VOC_FAR_REFS, /* the same with spaces between   -> struct model_refs */
    VOC_WORD,     /* no spaces, no colon            -> const char * */
    VOC_TAGS,     /* list:code with spaces between  -> struct model_tags */
    VOC_GRADE,    /* 0..4                           -> int, -1 where not given */
    VOC_STEP,     /* 1..5                           -> int, 0 where not given */
    VOC_AGES,     /* 0-18, 65-                      -> const char * */
    VOC_DURATION, /* P1Y, P6M, P2W, P1D             -> const char * */
    VOC_RULE,     /* P10, I01, V05                  -> const char * */
    VOC_LANG,     /* xml:lang                       -> model_node.lang */
    VOC_FORMAT,   /* the format version             -> not kept */
};

struct voc_code {
    const char *name;
    int value;
    const char *meaning; /* N_() */
};

struct voc_attribute {
    const char *name;
    enum voc_type type;
    bool required;
    size_t offset;                /* of the field in the element's struct */
    const struct voc_code *codes; /* for VOC_CODE; ends with a NULL name */
    uint64_t kinds;               /* for references: bit (1 << kind) per allowed kind */
    bool inherited;               /* taken over from what the element is like, where not given */
    const char *at_most;          /* the date or number on the same element that this one may not
                                     exceed; NULL: none */
    const char *meaning;          /* N_() */
};

enum voc_occurs {
    VOC_ONE,      /* exactly one */
    VOC_OPTIONAL, /* at most one */
    VOC_MANY,     /* any number */
};

/* What becomes of a child in its parent's struct. */
enum voc_store {
    VOC_STORE_LIST,   /* appended to a struct model_list at `offset` */
    VOC_STORE_MODEL,  /* appended to a struct model_list at `offset` of struct model */
    VOC_STORE_TITLE,  /* text of model_node.title */
    VOC_STORE_TEXT,   /* text of a const char * at `offset` */
    VOC_STORE_FIELDS, /* its attributes fill fields of the parent's struct (period) */
};

struct voc_child {
    const struct voc_element *element;
    enum voc_occurs occurs;
    enum voc_store store;
    size_t offset;
    bool inherited; /* as for attributes; for VOC_STORE_TEXT */
};

struct voc_element {
    const char *name;
    enum model_kind kind;                   /* 0: not an object of its own */
    size_t size;                            /* of its struct; 0: not an object of its own */
    bool text;                              /* holds text */
    bool text_required;                     /* ... that may not be empty */
    const struct voc_attribute *attributes; /* ends with a NULL name */
    const struct voc_child *children;       /* ends with a NULL element */
    size_t all_offset;   /* in struct model: list of all of the kind, for kinds that
                                   may stand in several places; 0: none */
    const char *label;   /* N_(): what documents call it, "activity" */
    const char *meaning; /* N_(): one or two sentences for the reference */
    const char *example; /* XML; NULL: none */
};

/* Most that an element has: the reader keeps a bit for each. */
enum { VOC_MOST_ATTRIBUTES = 32, VOC_MOST_CHILDREN = 48 };

/* A name that people write and the name they mean by it, mostly the Danish word. */
struct voc_alias {
    const char *written;
    const char *meant;
};

/* The root element, `programme`; everything is reachable from it. */
const struct voc_element *vocabulary_root(void);

/* All elements in the order of the reference; `*count` of them. */
const struct voc_element *const *vocabulary_elements(size_t *count);

/* The element of this name or of this kind; NULL: none. */
const struct voc_element *vocabulary_element(const char *name);
const struct voc_element *vocabulary_of_kind(enum model_kind kind);

/* The attribute or child of this name; NULL: the element has none such. */
const struct voc_attribute *vocabulary_attribute(const struct voc_element *element,
                                                 const char *name);
const struct voc_child *vocabulary_child(const struct voc_element *parent, const char *name);

/* Other words for our names and codes; a word may be listed several times, the likeliest
 * meaning first. Ends with a NULL `written`. */
const struct voc_alias *vocabulary_aliases(void);

/* The one of `count` names that a word means: the same but for capitals, spaces and underscores,
 * or by what `aliases` say; NULL: none. */
const char *vocabulary_meant(const struct voc_alias *aliases, const char *word,
                             const char *const *names, size_t count);

/* That, else the one that is nearest in spelling. */
const char *vocabulary_likely(const struct voc_alias *aliases, const char *word,
                              const char *const *names, size_t count);

#endif
