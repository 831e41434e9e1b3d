/* A document as pages: the one layout that every device draws.
 *
 * doc_layout() turns blocks into pages of operations in reading order, together
 * with the structure (headings, tables ...) that the operations belong to. A
 * device walks pages and operations and decides nothing. Points, origin top left
 * of the page, y downwards. Lives in its own arena, but for the arrays that grow long, and
 * points into the document, its figures and its style, which must outlive it. */
#ifndef DOC_PAGES_H
#define DOC_PAGES_H

#include "base/diag.h"
#include "doc/blocks.h"

/* Sides of paper in points: A4 is 210 × 297 mm, A3 is twice that. */
#define PAPER_A4_SHORT 595.276
#define PAPER_A4_LONG 841.890
#define PAPER_A3_SHORT PAPER_A4_LONG
#define PAPER_A3_LONG 1190.551

/* Structure: the standard structure types of PDF 1.7 that we use. */
enum page_tag {
    PAGE_DOCUMENT,
    PAGE_SECT,
    PAGE_H1,
    PAGE_H2,
    PAGE_H3,
    PAGE_H4,
    PAGE_H5,
    PAGE_H6,
    PAGE_P,
    PAGE_L,
    PAGE_LI,
    PAGE_LBL,
    PAGE_LBODY,
    PAGE_TABLE,
    PAGE_CAPTION,
    PAGE_THEAD,
    PAGE_TBODY,
    PAGE_TR,
    PAGE_TH,
    PAGE_TD,
    PAGE_FIGURE,
    PAGE_LINK,
    PAGE_SPAN,
    PAGE_TOC,
    PAGE_TOCI,
    PAGE_REFERENCE,
    PAGE_DIV,
    PAGE_NOTE,
    PAGE_FORM,
    PAGE_TAGS,
};
const char *page_tag_name(enum page_tag tag); /* "H1", "LBody" ... */

enum page_scope { PAGE_SCOPE_NONE, PAGE_SCOPE_COLUMN, PAGE_SCOPE_ROW, PAGE_SCOPE_BOTH };

struct page_element {
    enum page_tag tag;
    size_t parent;              /* index; the document (index 0) is its own parent */
    const char *lang;           /* NULL: as the parent */
    const char *alternative;    /* of figures */
    enum page_scope scope;      /* of header cells */
    int rows, columns;          /* spans of cells; 0 or 1: none */
    bool numbered, bulleted;    /* a list with numbers, with bullets */
    double x, y, width, height; /* of figures and the logo, on their page */
};

enum page_op_kind {
    PAGE_OP_TEXT,   /* a string in one face at a baseline */
    PAGE_OP_FILL,   /* a filled rectangle, with rounded corners if radius > 0 */
    PAGE_OP_LINE,   /* a straight line */
    PAGE_OP_FIGURE, /* a figure, scaled */
    PAGE_OP_IMAGE,  /* the style's logo (pages->style->logo), scaled into the rectangle; its
                     * element is a PAGE_FIGURE, or it is a decoration where it has no name */
};

/* What an operation belongs to where it is no content. */
enum page_artifact {
    PAGE_CONTENT, /* not an artifact: belongs to `element` */
    PAGE_HEADER,
    PAGE_FOOTER,     /* running lines */
    PAGE_REPEATED,   /* repeated table headers and shared cells */
    PAGE_DECORATION, /* rules and backgrounds */
};

struct page_op {
    enum page_op_kind kind;
    enum page_artifact artifact;
    size_t element;       /* index into `elements`, where artifact is PAGE_CONTENT */
    double x, y;          /* text: left end of the baseline; else the top left, or a line's start;
                           * the mark of a note is raised above the baseline of its line */
    double width, height; /* text: measured width; line: dx and dy; figure: drawn size */
    double radius;
    double line_width;
    struct color color;
    enum text_face face;
    enum text_direction direction;
    double size;
    const char *text;
    bool hyphen; /* the text's last character is a hyphen that only the line's end put there */
    const struct figure *figure;
    double scale;
};

struct page {
    double width, height;
    struct page_op *ops;
    size_t op_count, op_capacity;
};

/* Footnotes: the mark in the text is a PAGE_LINK to the note; the PAGE_NOTE, with a PAGE_LBL
 * and its text, stands in the structure at the end of the paragraph that its mark is in, and
 * is drawn at the foot of the page (or goes on on the next). Where elements must be named,
 * a note's index serves. */

/* A link, drawn by operations of `element` (a PAGE_LINK) on `page`. */
struct page_link {
    size_t page, element;
    double x, y, width, height;
    const char *uri; /* NULL: inside the document */
    size_t target_page;
    double target_y;
    const char *contents; /* a name for those who cannot see it */
};

/* A place to fill in on `page`. `element` is a PAGE_FORM for this place alone, without marks
 * of its own: the label is a PAGE_P before it in one PAGE_DIV, the text of a choice follows its
 * PAGE_FORM in a PAGE_P around both, outlines are decorations. What is filled in already
 * (field->value; of boxes the text of the choice) is for the device to draw. A field of boxes has
 * one of these for each box. */
struct page_field {
    size_t page, element;
    double x, y, width, height; /* of what is filled in, its outline included */
    double size;                /* of the type to write in it */
    const struct doc_field *field;
    size_t choice; /* which of its boxes */
};

struct page_outline {
    int level; /* from 1; grows by at most one */
    const char *text;
    size_t page;
    double y;
};

struct pages {
    struct arena arena;
    const struct doc *doc;
    const struct style *style;
    struct page *pages;
    size_t page_count, page_capacity;
    struct page_element *elements; /* in reading order; 0 is the document */
    size_t element_count, element_capacity;
    struct page_link *links;
    size_t link_count, link_capacity;
    struct page_field *fields; /* in reading order; boxes of one field follow each other */
    size_t field_count, field_capacity;
    struct page_outline *outline;
    size_t outline_count, outline_capacity;
};

/* Lays out `doc` (borrowed). `metrics` measures. Page size is A4; a figure that would
 * need text below 7 pt to fit gets a larger page. Never fails; release in any case. */
void doc_layout(struct pages *pages, const struct doc *doc, const struct style *style,
                const struct text_metrics *metrics);
void pages_release(struct pages *pages);

/* Adds the pages as stable text (operations with places and elements), for goldens. */
void pages_dump(struct buf *out, const struct pages *pages);

#endif
