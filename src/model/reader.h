/* The reader, as its parts see it. Not for other rooms.
 *
 * reader.c        drives the XML parser and keeps the stack of open elements
 * reader_bytes.c  bytes -> text, before the parser
 * reader_xml.c    what the parser says about broken XML, in plain words
 * reader_names.c  elements and attributes that are not known where they stand
 * reader_values.c values of attributes into fields of the model
 * reader_refs.c   ids and references
 * reader_sense.c  values that are right one by one and contradict each other
 * reader_like.c   what an indicator takes over from the one that it is like
 * loader.c        the files of one reading: each once, no circles, within bounds
 * loader_find.c   where an included file lies
 *
 * A file is parsed first, then the files that it includes are read, then its references are
 * resolved: by then all that they may lead to is there.
 *
 * The parser is fed from the source text, and every place is a byte offset in it:
 * lines and columns are counted from there, never taken from the parser. */
#ifndef MODEL_READER_H
#define MODEL_READER_H

#include "model/model.h"
#include "model/position.h"
#include "model/vocabulary.h"

#include <libxml/parser.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    READER_MOST_FRAMES = 16, /* more than the vocabulary can nest */
    READER_MOST_DEPTH = 200, /* elements inside each other, foreign ones included */
};

/* An open element of ours. */
struct frame {
    const struct voc_element *element;
    struct model_node *node;           /* what its values fill: its own node, or its parent's */
    const struct voc_child *child;     /* its entry in the parent's vocabulary; NULL: the root */
    const char *lang;                  /* in force for what stands in it; NULL: unknown */
    struct position at;                /* of its '<' */
    uint32_t content;                  /* offset after its start tag, or after the last child of
                                    an element that does not hold text */
    uint64_t seen;                     /* a bit per child in the vocabulary that stood here, also
                                    under a misspelt name */
    uint32_t first[VOC_MOST_CHILDREN]; /* offset of the '<' of the first of each; 0: none */
    uint32_t attributes;               /* a bit per attribute that stood here */
    bool stray;                        /* text or elements where none belong were reported */
};

/* A reference that could not be resolved when it was read. */
struct pending {
    struct model_ref *ref;
    const struct model_node *node; /* the one that refers */
    const struct voc_attribute *attribute;
};

/* Nodes that are looked at once more when the file has been parsed. */
struct later {
    struct model_node **nodes;
    size_t count, capacity;
};

struct loader;

struct reader {
    struct model *model;
    struct diag_sink *sink;
    struct loader *loader;
    size_t file; /* which of the loader's */
    xmlParserCtxtPtr parser;
    struct position at;    /* the last place that was counted */
    struct position first; /* of an element that stood again later */
    uint32_t nodes;        /* so far */
    struct frame frames[READER_MOST_FRAMES];
    size_t depth;            /* of the frames */
    size_t skipped;          /* open elements that are passed over, inside the frames */
    bool foreign;            /* ... because they are foreign, not because they are wrong */
    bool foreign_reported;   /* an element of ours was found inside */
    size_t foreign_capacity; /* of the model's list */
    bool closed;             /* the root element has ended */
    bool stopped;            /* the parser was stopped, or gave up: what follows was not read */
    struct buf text;         /* of the open text element */
    struct buf value;        /* of the attribute at hand, where it holds an & */
    struct pending *pending;
    size_t pending_count, pending_capacity;
    struct later includes;
    struct later likes; /* indicators that are like another */
};

/* Bytes that are not a string of their own. */
struct slice {
    const char *text;
    size_t length;
};

/* --- reader.c ------------------------------------------------------------------------------ */

/* Reads a file into a model that has got its name; takes the bytes (from malloc(),
 * NUL-terminated). True where the model is usable. */
bool reader_read(struct model *model, char *bytes, size_t length, struct loader *loader,
                 size_t file, struct diag_sink *sink);

struct slice slice_of(const char *text, size_t length);
struct slice slice_trim(struct slice slice);
/* Cuts the next word off the front of `rest`; false where there is none left. */
bool slice_next_word(struct slice *rest, struct slice *word);
/* Makes every stretch of white space one space, and none at the ends, and drops stray byte order
 * marks; returns the length. */
size_t text_normalise(char *text, size_t length);
/* True if a normalised text would be drawn as nothing: spaces and characters that only steer
 * lines. The schema says the same of texts and of attributes that are texts. */
bool text_draws_nothing(const char *text, size_t length);
/* A piece of the file as a word in a message. */
struct diag_word word_of(struct slice slice);

/* Adds the next of `count` choices, each between `open` and `close`: "<a>, <b> or <c>". */
void reader_add_choice(struct buf *out, size_t i, size_t count, const char *open, const char *name,
                       const char *close);

/* Where the parser stands, as an offset in the source. */
uint32_t reader_offset(const struct reader *reader);

struct diag_at reader_at(const struct reader *reader, struct position position);
/* The place of an offset at or behind the last place that was counted. */
struct diag_at reader_at_offset(const struct reader *reader, uint32_t offset);
/* The place of an attribute, by its name as written, of the start tag at `tag`. */
struct diag_at reader_at_attribute(const struct reader *reader, struct position tag,
                                   const char *name);

/* The nearest '<' at or before an offset. As no value and no text may hold a '<', this is
 * the start of the tag that the parser has just read. */
uint32_t reader_tag_start(const struct reader *reader, uint32_t offset);

/* Ends reading: nothing more is expected from the parser. */
void reader_stop(struct reader *reader);

/* --- reader_xml.c -------------------------------------------------------------------------- */

/* Takes what libxml2 has to say; `data` is the reader. */
void reader_on_xml_error(void *data, xmlErrorPtr error);

/* --- reader_names.c ------------------------------------------------------------------------ */

/* What was probably meant counts as seen in the frame, so that it is not called missing. */
void reader_unknown_element(struct reader *reader, struct frame *parent, struct position at,
                            const char *name);
void reader_unknown_attribute(struct reader *reader, struct frame *frame, const char *name);
/* Says why a root element that is not <programme> in our namespace cannot be read. */
void reader_unknown_root(struct reader *reader, struct position at, const char *name,
                         const char *prefix, const char *uri);
/* The likely one of `count` choices, by meaning (Danish words) or by spelling; or NULL. */
const char *reader_likely(const char *word, const char *const *choices, size_t count);

/* --- reader_values.c ----------------------------------------------------------------------- */

/* Checks a value and stores it in the frame's node. */
void reader_value(struct reader *reader, struct frame *frame, const struct voc_attribute *attribute,
                  struct slice value);

/* Checks xml:lang and gives the language; NULL where it is none. */
const char *reader_language(struct reader *reader, struct position tag, struct slice value);

/* --- reader_refs.c ------------------------------------------------------------------------- */

void reader_id(struct reader *reader, struct frame *frame, struct slice value);
void reader_ref(struct reader *reader, struct frame *frame, const struct voc_attribute *attribute,
                struct slice value);
void reader_refs(struct reader *reader, struct frame *frame, const struct voc_attribute *attribute,
                 struct slice value);

/* Remembers an id that stood in something left out, so that references to it are not
 * called dangling. */
void reader_ghost(struct reader *reader, struct slice id);

/* Resolves what is left when the file has been parsed and what it includes was read. */
void reader_resolve(struct reader *reader);

/* --- reader_sense.c ------------------------------------------------------------------------ */

/* Looks at an element that has ended: do its values fit together? */
void reader_sense(struct reader *reader, const struct frame *frame);
/* The same for an indicator that is like another, once it has all its values. */
void reader_sense_like(struct reader *reader, const struct indicator *indicator);

/* --- reader_like.c ------------------------------------------------------------------------- */

/* Gives every indicator that is like another what it does not say itself. Circles are
 * reported. */
void reader_inherit(struct reader *reader);

/* --- loader.c, loader_find.c --------------------------------------------------------------- */

/* Reads what the reader's file includes. False where one of the files is not right, which was
 * reported, if not always in the reader's own file. */
bool loader_read_includes(struct reader *reader);

/* An included file that is there. */
struct loader_found {
    char *path; /* as users are told; to be released with free() */
    uint64_t device, inode;
    size_t size; /* bytes */
};

/* The place of what an include says about its file. */
struct diag_at loader_at(const struct reader *reader, const struct include *include);

/* Finds the file that an include names; false where there is none to be used, which is then
 * reported. */
bool loader_find(struct reader *reader, const struct include *include, const char *library,
                 struct loader_found *found);

#endif
