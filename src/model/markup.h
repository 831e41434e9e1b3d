/* A look at XML source: where tags, attributes and the pieces of content stand, and how they are
 * laid out in lines.
 *
 * For text that the reader has found to be well-formed and without DOCTYPE; nothing is
 * checked here, and every function ends at the NUL behind the text. Places are byte
 * offsets in the source. Nothing is allocated. */
#ifndef MODEL_MARKUP_H
#define MODEL_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct range {
    uint32_t start, end; /* the first byte, and the one behind the last */
};

/* A start tag. */
struct markup_tag {
    struct range all;        /* from '<' to behind '>' */
    struct range prefix;     /* empty: none */
    struct range name;       /* without prefix */
    struct range attributes; /* from behind the name to behind the last of them */
    bool closed;             /* <x/>: there is no content and no end tag */
};

struct markup_attribute {
    struct range all;   /* with the white space before it */
    struct range name;  /* with its prefix */
    struct range value; /* as written, between the quotes */
};

enum markup_kind {
    MARKUP_TEXT,
    MARKUP_CDATA,
    MARKUP_COMMENT,
    MARKUP_INSTRUCTION,
    MARKUP_ELEMENT,
};

/* A part of the content of an element. */
struct markup_piece {
    enum markup_kind kind;
    struct range all;
    struct range inside; /* of a CDATA section: its text; of others: all */
};

bool markup_is_space(char c);
bool range_is_blank(const char *source, struct range range);
bool range_has_break(const char *source, struct range range); /* the end of a line */
bool range_equals(const char *source, struct range range, const char *string);

/* The start tag whose '<' stands at `start`. */
struct markup_tag markup_tag(const char *source, uint32_t start);

/* The attribute at or behind `*at`, which begins as tag.attributes.start and is moved on; false
 * behind the last one. */
bool markup_next_attribute(const char *source, uint32_t *at, struct markup_attribute *attribute);

/* The attribute of this name, prefix included; false: the tag has none. */
bool markup_attribute(const char *source, const struct markup_tag *tag, const char *name,
                      struct markup_attribute *attribute);

/* The piece of content at `*at`, which begins as tag.all.end of an element that is not closed
 * and is moved on; false at the end tag. */
bool markup_next_piece(const char *source, uint32_t *at, struct markup_piece *piece);

/* Behind the element whose '<' stands at `start`. */
uint32_t markup_element_end(const char *source, uint32_t start);

/* The content of an element, empty and behind the tag for one that is closed. */
struct range markup_content(const char *source, const struct markup_tag *tag);

/* --- lines --------------------------------------------------------------------------------- */

/* Past spaces and tabs. */
uint32_t markup_skip_blanks(const char *source, uint32_t at);

/* Where the line of this place begins. */
uint32_t markup_line_start(const char *source, uint32_t at);

/* True if only white space stands before a place in its line, or behind it. */
bool markup_begins_line(const char *source, uint32_t at);
bool markup_ends_line(const char *source, uint32_t at);

/* The white space that the line of this place begins with. */
struct range markup_indentation(const char *source, uint32_t at);

/* How lines end before this place; in the first line, how that one ends. */
const char *markup_line_break(const char *source, uint32_t at);

/* --- characters ---------------------------------------------------------------------------- */

/* Decodes the character at `*at` of a text or value, references included, and moves on. */
uint32_t markup_character(const char *source, uint32_t *at, uint32_t end);

#endif
