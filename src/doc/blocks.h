/* A document as blocks, before it is laid out.
 *
 * What a report says, in reading order and without a thought of pages: headings,
 * paragraphs, lists, definition lists, tables, figures, boxes and fields. pages.h
 * lays it out on pages; the writers of HTML and plain text walk the blocks themselves.
 * Everything lives in the document's arena; strings that are passed are
 * borrowed and must live as long as the document, unless made with doc_textf().
 * Blocks are added to a flow: the body of the document, a cell, a list item, a
 * box. */
#ifndef DOC_BLOCKS_H
#define DOC_BLOCKS_H

#include "base/arena.h"
#include "base/style.h"
#include "figure/figure.h"
#include "text/text.h"

#include <stdbool.h>
#include <stddef.h>

struct doc_block;

struct doc_flow {
    struct doc_block *first, *last;
};

/* A footnote: at the foot of the page that its mark stands on, or where there are no pages
 * at the end of the document. */
struct doc_note {
    struct doc_note *next;
    int number; /* from 1, in reading order */
    struct doc_flow body;
};

/* How a paragraph looks. */
enum doc_text_style {
    DOC_TEXT,        /* running text */
    DOC_SMALL,       /* notes under tables, remarks */
    DOC_LEAD,        /* the line under the title */
    DOC_TITLE,       /* the document's title; once, tagged as heading 1 */
    DOC_MISSING,     /* says what is missing; italic, in the style's colour for it */
    DOC_CELL,        /* what stands in table cells */
    DOC_CELL_STRONG, /* semibold, white on dark cells */
};

struct doc_run {
    struct doc_run *next;
    const char *text;
    enum text_face face;
    enum style_color color;
    const char *lang;   /* NULL: as around it */
    const char *target; /* id of a heading in this document, or an address; NULL: no link */
    bool chip;          /* a rounded tag behind the text */
    bool with_page;     /* "(page 7)" follows, where the target is a heading and there are pages */
    const struct doc_note *note; /* its mark follows the text; NULL: none */
};

struct doc_paragraph {
    enum doc_text_style style;
    struct doc_run *first, *last;
    bool keep_with_next;
    bool align_right; /* numbers */
};

struct doc_heading {
    int level; /* 1..6; 1 begins a chapter */
    const char *text;
    const char *lang;
    const char *id; /* target of links; NULL: none */
    bool unlisted;  /* not in contents and outline */
};

struct doc_item {
    struct doc_item *next;
    const char *label; /* of a definition or a number; NULL: a bullet */
    struct doc_flow body;
};

struct doc_list {
    enum { DOC_BULLETS, DOC_NUMBERS, DOC_DEFINITIONS } kind;
    struct doc_item *first, *last;
};

enum doc_cell_look { DOC_CELL_PLAIN, DOC_CELL_PANEL, DOC_CELL_DARK };

struct doc_cell {
    struct doc_cell *next;
    struct doc_flow body;
    int rows, columns; /* spans, from 1 */
    bool header;       /* names its row or column */
    enum doc_cell_look look;
};

struct doc_row {
    struct doc_row *next;
    struct doc_cell *first, *last;
};

struct doc_column {
    const char *heading;
    double share; /* of the table's width; shares are scaled to add up */
    bool number;  /* right-aligned */
};

struct doc_table {
    const char *caption; /* NULL: none */
    const char *caption_lang;
    struct doc_column *columns;
    size_t column_count;
    struct doc_row *first, *last; /* the body; the header row comes from the columns */
    bool column_rules;            /* hairlines between columns (the theory table) */
};

enum doc_box_look {
    DOC_BOX_PANEL, /* tinted, with a bar at its left */
    DOC_BOX_FRAME, /* outlined: to be filled in */
};

struct doc_box {
    struct doc_flow body;
    enum doc_box_look look;
};

/* Flows beside each other, where there is room: read one after the other, never a table.
 * They stay on one page unless they are taller than it. */
struct doc_part {
    struct doc_part *next;
    struct doc_flow body;
    double share; /* of the width; shares are scaled to add up */
};

struct doc_columns {
    struct doc_part *first, *last;
};

/* A place to fill in, on paper or on a screen. */
enum doc_field_kind {
    DOC_FIELD_LINE,   /* a line of text */
    DOC_FIELD_AREA,   /* several */
    DOC_FIELD_ONE_OF, /* boxes, one of which is ticked */
    DOC_FIELD_ANY_OF, /* boxes, any of which are ticked */
};

struct doc_field {
    enum doc_field_kind kind;
    const char *name;     /* ASCII, once in the document: approval-a1 */
    const char *label;    /* what is to be filled in; stands above it */
    const char *hint;     /* more about it, for those who fill it in on a screen; NULL: none */
    const char *value;    /* filled in already; NULL: empty */
    int lines;            /* of an area */
    const char **choices; /* of boxes */
    size_t choice_count;
};

struct doc_figure {
    const struct figure *figure; /* borrowed */
    const char *caption;
    bool told; /* the document says the figure's description elsewhere, word for word */
};

enum doc_orientation { DOC_PORTRAIT, DOC_LANDSCAPE };

enum doc_block_kind {
    DOC_BLOCK_HEADING,
    DOC_BLOCK_PARAGRAPH,
    DOC_BLOCK_LIST,
    DOC_BLOCK_TABLE,
    DOC_BLOCK_FIGURE,
    DOC_BLOCK_BOX,
    DOC_BLOCK_COLUMNS,
    DOC_BLOCK_FIELD,
    DOC_BLOCK_CONTENTS, /* the list of contents */
    DOC_BLOCK_PAGE,     /* a new page, from here in `orientation` */
    DOC_BLOCK_SPACE,    /* white space of `space` points, dropped at a page's top */
};

struct doc_block {
    struct doc_block *next;
    enum doc_block_kind kind;
    bool if_needed; /* of a page: see doc_add_page_if_needed() */
    union {
        struct doc_heading heading;
        struct doc_paragraph paragraph;
        struct doc_list list;
        struct doc_table table;
        struct doc_figure figure;
        struct doc_box box;
        struct doc_columns columns;
        struct doc_field field;
        enum doc_orientation orientation;
        double space;
    } as;
};

struct doc {
    struct arena arena;
    const char *title, *author, *subject;     /* of the file */
    const char *lang;                         /* of the program's own texts */
    const char *content_lang;                 /* of the model's texts; what differs is tagged */
    const char *running_left, *running_right; /* head of every page but the first */
    const char *foot_left;
    const char *foot_page; /* "Page {1} of {2}" */
    const char *contents_title;
    const char *page_reference; /* "page {1}" */
    const char *notes_title;    /* of the notes where there are no pages: "Notes" */
    const char *note_mark;      /* what the mark of a note is read aloud as: "note {1}" */
    const char *note_back;      /* from a note to its mark: "back to the text from note {1}" */
    const char *missing_label;  /* before what is missing, for those who only hear it */
    const char *skip_text;      /* over the head of the page: "Skip to the content" */
    const char *scroll_hint;    /* over what is wider than the screen: "Scroll sideways ..." */
    const char *stamp;          /* on every page, in a colour of its own: "Draft"; NULL: none */
    struct doc_note *first_note, *last_note;
    struct doc_flow body;
};

void doc_init(struct doc *doc);
void doc_release(struct doc *doc);

/* A text made for this document, in its arena. */
const char *doc_textf(struct doc *doc, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct doc_heading *doc_add_heading(struct doc *doc, struct doc_flow *flow, int level,
                                    const char *text, const char *id);
struct doc_paragraph *doc_add_paragraph(struct doc *doc, struct doc_flow *flow,
                                        enum doc_text_style style);
/* A paragraph of one run; its face and colour follow the style. */
struct doc_paragraph *doc_add_text(struct doc *doc, struct doc_flow *flow,
                                   enum doc_text_style style, const char *text);
struct doc_run *doc_add_run(struct doc *doc, struct doc_paragraph *paragraph, const char *text);
/* True for addresses outside that a link may lead to: nothing but a page, a letter or a call can
 * come of it. */
bool doc_is_address(const char *target);
/* The face and colour that runs of a style have unless they are given others. */
enum text_face doc_usual_face(enum doc_text_style style);
enum style_color doc_usual_color(enum doc_text_style style);
struct doc_list *doc_add_bullets(struct doc *doc, struct doc_flow *flow);
struct doc_list *doc_add_numbers(struct doc *doc, struct doc_flow *flow);
struct doc_list *doc_add_definitions(struct doc *doc, struct doc_flow *flow);
struct doc_flow *doc_add_item(struct doc *doc, struct doc_list *list, const char *label);
/* Columns are copied. */
struct doc_table *doc_add_table(struct doc *doc, struct doc_flow *flow, const char *caption,
                                const struct doc_column *columns, size_t column_count);
struct doc_row *doc_add_row(struct doc *doc, struct doc_table *table);
struct doc_cell *doc_add_cell(struct doc *doc, struct doc_row *row);
struct doc_cell *doc_add_cell_text(struct doc *doc, struct doc_row *row, const char *text);
struct doc_figure *doc_add_figure(struct doc *doc, struct doc_flow *flow,
                                  const struct figure *figure, const char *caption);
struct doc_flow *doc_add_box(struct doc *doc, struct doc_flow *flow, enum doc_box_look look);
struct doc_columns *doc_add_columns(struct doc *doc, struct doc_flow *flow);
struct doc_flow *doc_add_part(struct doc *doc, struct doc_columns *columns, double share);
/* A field without value, hint or choices, one line high. */
struct doc_field *doc_add_field(struct doc *doc, struct doc_flow *flow, enum doc_field_kind kind,
                                const char *name, const char *label);
/* Boxes to tick; the choices are borrowed, their array is copied. */
struct doc_field *doc_add_choices(struct doc *doc, struct doc_flow *flow, enum doc_field_kind kind,
                                  const char *name, const char *label, const char *const *choices,
                                  size_t count);
/* Adds a footnote to a run and returns where its text goes; small print. Notes are numbered
 * as they are added: add them in reading order. */
struct doc_flow *doc_add_note(struct doc *doc, struct doc_run *run);
void doc_add_contents(struct doc *doc);
void doc_add_page(struct doc *doc, enum doc_orientation orientation);
/* A new page, unless the section that follows fits on the one before, or hardly anything is on
 * that. Devices that have no pages take it for any other. */
void doc_add_page_if_needed(struct doc *doc, enum doc_orientation orientation);
void doc_add_space(struct doc *doc, struct doc_flow *flow, double points);

#endif
