/* What the files of the layout share; nobody else includes this.
 *
 * The layout works in two steps that follow each other closely. Blocks become
 * strips: slices as wide as the text that are never cut, each with its marks
 * (operations, relative to the strip's top left) and what it wants of its
 * neighbours. Strips that must stand together form a chain; as soon as a chain
 * is complete it goes onto a page (layout_place.c). So lines are broken once,
 * memory is needed for one block at a time, and the work is linear.
 *
 * Elements are made with the strips, in reading order. What belongs to a block
 * lives in `scratch` and dies when the block is on its pages; what lasts longer
 * lives in the arena of the pages. */
#ifndef DOC_LAYOUT_H
#define DOC_LAYOUT_H

#include "doc/headings.h"
#include "doc/pages.h"

#include <stdbool.h>
#include <stddef.h>

#define OUTLINE 0.6 /* points: of what is to be filled in */

enum {
    LAYOUT_NO_HEADING = -1,
    LEAST_WIDTH = 12, /* points: of room that is laid out, however narrow it is */
    BOX_BAR = 3,      /* the bar at the left of a box, */
    BOX_SIDE = 11,    /* white between it and the text, and at the right, */
    BOX_PAD = 8,      /* and above and below */
};

/* A background that runs behind strips, over pages if need be. */
struct box {
    struct box *outer; /* NULL: none */
    enum doc_box_look look;
    double x, width; /* of the panel, as the strips' x */
    size_t page, op; /* its background on the page where it is open now */
    double top;
};

/* A footnote: made where its mark is, shown at the foot of the page that the mark is on. */
struct note {
    size_t element;       /* the PAGE_NOTE; 0: not made yet */
    struct strip *strips; /* what it says */
    double height;        /* of them */
    bool queued;          /* its page is settled, or it waits for the next one */
    size_t page;          /* where it begins */
    double y;
    struct note *before; /* made before it */
};

/* Where a link leads; shared by the pieces that draw it. */
struct link {
    size_t element;  /* the PAGE_LINK */
    const char *uri; /* NULL: inside the document */
    size_t heading;  /* its place in the register of headings, where uri and note are NULL */
    const struct note *note;
    const char *contents;
};

/* A place to fill in, before it is on a page. */
struct field {
    const struct doc_field *field;
    size_t choice, element;
    double size; /* of type */
};

/* What is only known when all pages are: a line of the list of contents, or the number in a
 * reference ("page 7"), which is laid out with room for PAGE_DIGITS. */
enum mark_fill { MARK_FIXED, MARK_LEADER, MARK_NUMBER, MARK_REFERENCE };
#define PAGE_DIGITS "0000"

struct mark {
    struct mark *next;
    struct page_op op;       /* relative to the strip's top left */
    const struct link *link; /* NULL: none */
    double link_width;       /* of the rectangle that can be clicked; 0: the text's */
    enum mark_fill fill;
    size_t heading;            /* whose page number fills it */
    bool right;                /* its line is aligned at the right */
    struct note *note;         /* whose mark it is; NULL: none */
    const struct field *field; /* that it is the place of; NULL: none */
};

struct strip {
    struct strip *next;
    double space; /* white above it, dropped at the top of a page */
    double height;
    double lead;     /* what of it must stand with what is before; most often all */
    double baseline; /* of a line of text, from its top; 0: no text */
    bool keep;       /* no page break below it */
    bool on_grid;    /* `to_grid` below its top there is a line of the page's grid */
    double to_grid;
    bool beside_logo;  /* leaves room for the logo at its right */
    bool notes;        /* there are marks of notes in it */
    struct note *note; /* that begins with it, at the foot of a page; NULL: none */
    struct box *box;   /* innermost; NULL: none */
    struct mark *first, *last;
    struct rows *rows;              /* rows of a table instead of marks; NULL: none */
    const struct table *table;      /* whose header is repeated where a page begins here, */
    struct rows *under;             /* and the heading that its rows stand under; NULL: none */
    double page_width, page_height; /* of the larger page that it needs; 0: none */
    int heading;                    /* begins this heading of the register, or LAYOUT_NO_HEADING */
};

/* Strips one below the other, being made. */
struct strips {
    struct strip *first, *last;
    double space;       /* wanted before the next one */
    struct mark *label; /* of a list item, waiting for its first line */
    double label_height;
    bool hold;    /* what is added stands with what follows it */
    bool to_page; /* goes onto pages as soon as a chain is complete */
};

/* Where blocks stand and what they belong to. */
struct frame {
    double x, width; /* of the room, from the strips' left edge */
    double measure;  /* right edge of running text, from the same edge */
    struct box *box;
    size_t element;         /* parent in the structure */
    const char *lang;       /* what is around it says; never NULL */
    int depth;              /* of lists */
    bool body;              /* the body of the document itself */
    bool fixed;             /* its strips do not find their pages one by one */
    bool note;              /* in a footnote */
    bool cell, dark, right; /* in a table's cell, a dark one, one of numbers */
};

struct cell {
    size_t row, rows, column, columns; /* rows: of its group, from 0 */
    double x, width;                   /* of the cell, from the table's left */
    double left, right, pad;           /* white inside: left, right, above and below */
    bool bottom;                       /* stands at the bottom (the header row) */
    bool notes;                        /* there are marks of notes in it */
    bool subheading;                   /* names the rows below it, with which it stands */
    enum doc_cell_look look;
    size_t element;
    struct strip *strips;
    struct strip *rest; /* what no earlier page shows; while it is placed */
    double top;         /* where its part on the page begins; while it is placed */
};

struct row {
    struct cell *cells; /* that begin in it, by column */
    size_t count;
};

/* Rows that cells spanning several of them hold together; most often one. */
struct rows {
    const struct table *table;
    struct row *rows;
    size_t count, capacity;
    double height; /* placed in one piece */
    bool header;   /* the table's header row */
    bool notes;    /* there are marks of notes in it */
    /* while they are placed: */
    double *bottoms;     /* of each row, on its page */
    struct cell **at;    /* by column: the cell there in the row being placed, */
    struct cell **shown; /* and in the row being drawn */
};

struct table {
    double x, width; /* from the strips' left */
    double *edges;   /* column_count + 1 */
    size_t column_count;
    bool column_rules;
    bool parts; /* no table, but flows beside each other: no rules; boxes end at one height */
    double row_leading;  /* least height of a row's content */
    struct rows *under;  /* the heading that the row being made stands under; NULL: none */
    struct rows *header; /* NULL: none */
};

/* A heading of the document and where it came to stand. */
struct heading_place {
    const struct doc_heading *heading;
    size_t page;
    double y;
};

/* A place that is filled when all pages are known. */
struct fill {
    enum mark_fill kind;
    bool right;
    size_t page, op, heading;
    size_t first_op, end_op, first_link, end_link; /* of its line */
};

/* Where strips are drawn: on a page, or in a cell on it. */
struct pen {
    double x, y;     /* left edge; bottom of what is drawn */
    struct box *box; /* innermost open one */
    bool at_top;     /* nothing is drawn yet: space is dropped */
    double stretch;  /* boxes that end last reach at least down to here; 0: no matter */
    bool repeated;   /* a repetition: all of it is an artifact */
};

/* The notes at the foot of a page. */
struct foot {
    struct strip *first, *last; /* that wait to be shown, in order; NULL: none */
    struct strip *end;          /* the first that the page has no room for; NULL: none */
    double height;              /* that those on the page take, with the rule above them */
};

/* The style's logo on the first page. */
struct logo {
    double width, height; /* 0: none */
    size_t element;       /* 0: a decoration */
    double bottom;        /* of the room it takes on the page that is open; 0: none */
};

struct layout {
    struct pages *pages;
    const struct doc *doc;
    const struct style *style;
    const struct text_metrics *metrics;
    struct arena scratch;
    struct arena *memory; /* of strips being made: `scratch`, or the arena of the pages */

    struct heading_list list;       /* the register, in reading order, */
    struct heading_place *headings; /* and by place in it where each came to stand */
    size_t heading_count;
    size_t next_heading;
    int level, outline_level; /* of the last heading */
    size_t section;           /* element that the body's blocks belong to */

    struct fill *fills;
    size_t fill_count, fill_capacity;
    const struct link **links; /* where each link of the pages leads */
    size_t link_capacity;

    struct note *notes; /* by number, from 1 */
    int note_count;
    struct note *last_note; /* made last; NULL: none */
    struct foot foot;

    struct logo logo;
    bool first_blocks; /* nothing but the title and the line below it so far */
    bool two_feet;     /* the foot has a second line */
    bool tight;        /* with less white, to save a page */

    enum doc_orientation orientation;
    bool page_open, larger_page;
    const struct strip *larger;   /* of the chain being placed: what needs a larger page, or NULL */
    double page_top, page_bottom; /* of the text on the page */
    struct pen pen;
};

/* pages.c */
struct page *pages_add_page(struct pages *pages, double width, double height);
/* Takes away all pages but the first `count`. */
void pages_drop(struct pages *pages, size_t count);
struct page_op *pages_add_op(struct pages *pages, size_t page, const struct page_op *op);
size_t pages_add_element(struct pages *pages, enum page_tag tag, size_t parent);
struct page_link *pages_add_link(struct pages *pages, const struct page_link *link);
void pages_add_outline(struct pages *pages, const struct page_outline *entry);
void pages_add_field(struct pages *pages, const struct page_field *field);

/* layout.c: blocks */
void layout_flow(struct layout *l, struct strips *out, const struct frame *frame,
                 const struct doc_flow *flow);
/* What a list item or a cell holds; a single paragraph needs no P of its own there. */
void layout_item_flow(struct layout *l, struct strips *out, const struct frame *frame,
                      const struct doc_flow *flow);
/* The frame, narrower at its left and right. */
struct frame frame_inside(const struct frame *frame, double left, double right);
/* Forgets what the blocks that are on pages needed. */
void layout_forget(struct layout *l);
double layout_size(const struct layout *l, enum style_size size);
struct color layout_color(const struct layout *l, enum style_color color);
size_t layout_element(struct layout *l, enum page_tag tag, size_t parent);

/* layout_strips.c: making strips */
struct strip *strip_new(struct layout *l, double height);
struct mark *strip_add_mark(struct layout *l, struct strip *strip, enum page_op_kind kind);
void strips_add(struct layout *l, struct strips *out, struct strip *strip, struct box *box);
void strips_add_all(struct layout *l, struct strips *out, struct strip *first, struct box *box);
/* Wants at least `points` of white before the next strip. */
void strips_space(struct strips *out, double points);
/* Puts a label that still waits for text into a line of its own. */
void strips_finish_label(struct layout *l, struct strips *out, struct box *box, bool keep);
/* Puts what is kept back for what follows onto the page. */
void strips_flush(struct layout *l, struct strips *out);
/* Keeps linked strips together, and with what follows where `with_next`. */
void strips_keep_together(struct strip *first, bool with_next);

/* layout_prose.c: runs become lines */
struct type {
    double size, leading;
    enum text_face face;
    enum style_color color;
};
struct prose_run {
    const char *text;
    enum text_face face;
    struct color color;
    size_t element;
    const struct link *link; /* NULL: none */
    bool chip;
    struct note *note; /* it is the mark of, raised; NULL: none */
    bool reference;    /* holds PAGE_DIGITS, for the page of `heading` */
    size_t heading;
};
struct prose *prose_new(struct layout *l, const struct type *type, double width, bool right);
void prose_add_run(struct layout *l, struct prose *prose, const struct prose_run *run);
/* A run in the prose's own type. */
void prose_add(struct layout *l, struct prose *prose, size_t element, const char *text);
/* Breaks into lines: strips that are linked, with at least two lines on either side of a
 * page break. NULL where there is no text. */
struct strip *prose_strips(struct layout *l, struct prose *prose, double x);
double layout_text_width(const struct layout *l, const struct type *type, const char *text);
/* Where the baseline of a line of this type is, from its top. */
double layout_baseline(const struct layout *l, const struct type *type);
bool prose_is_blank(const char *text);

/* layout_text.c: paragraphs and headings */
struct type layout_text_type(const struct layout *l, enum doc_text_style style, bool in_cell);
/* `bare`: the text belongs to the frame's element, without a P of its own. */
void layout_paragraph(struct layout *l, struct strips *out, const struct frame *frame,
                      const struct doc_paragraph *paragraph, bool bare);
void layout_heading(struct layout *l, struct strips *out, const struct frame *frame,
                    const struct doc_heading *heading);
/* A heading of level 1 that is no heading of the document's: of the list of contents. */
void layout_own_heading(struct layout *l, struct strips *out, const struct frame *frame,
                        const char *text);
/* Lines of small print that belong to `element`. */
struct strip *layout_caption(struct layout *l, const struct frame *frame, size_t element,
                             const char *text);

/* layout_list.c */
/* How far the items of a list are moved to the right; not of definitions. */
double layout_list_indent(struct layout *l, const struct frame *frame, const struct doc_list *list);
void layout_list(struct layout *l, struct strips *out, const struct frame *frame,
                 const struct doc_list *list);

/* layout_columns.c: columns of a table */
/* Sets the edges of a table's columns. */
void columns_set(struct layout *l, struct table *table, const struct doc_table *doc_table);
/* Gives a cell, whose columns and look are known, its place, width and white at the sides. */
void columns_place(struct cell *cell, const struct table *table);

/* layout_table.c: tables become rows */
void layout_table(struct layout *l, struct strips *out, const struct frame *frame,
                  const struct doc_table *table);

/* Adds rows that are complete. */
void layout_add_rows(struct layout *l, struct strips *out, const struct frame *frame,
                     struct rows *group, bool keep);

/* layout_parts.c: flows beside each other */
void layout_parts(struct layout *l, struct strips *out, const struct frame *frame,
                  const struct doc_columns *columns);

/* layout_field.c: places to fill in */
void layout_field(struct layout *l, struct strips *out, const struct frame *frame,
                  const struct doc_field *field);

/* layout_notes.c: footnotes */
void notes_collect(struct layout *l);
/* The note of a run, made on first sight as soon as the paragraph's runs are; NULL: unknown. */
struct note *notes_find(struct layout *l, const struct doc_note *doc_note);
void notes_make(struct layout *l, const struct frame *frame, size_t parent,
                const struct doc_note *doc_note);
/* Whether strips [first, end) hold marks of notes. */
bool notes_in(const struct strip *first, const struct strip *end);
/* Height at the foot of the page that the notes of a strip ask for, or of a cell's strips
 * [first, end); what has its place already asks for nothing. */
double notes_height(const struct layout *l, const struct strip *strip);
double notes_height_all(const struct layout *l, const struct strip *first, const struct strip *end);
/* Gives the notes of a strip their place at the foot, as far as there is room below
 * `bottom`; the rest goes on on the next page. */
void notes_take(struct layout *l, const struct strip *strip, double bottom);
void notes_start_page(struct layout *l);
void notes_end_page(struct layout *l);

/* layout_rows.c: rows get their heights and stand on pages */
/* Makes rows that are complete ready to be placed: sets their height. */
void rows_finish(struct layout *l, struct rows *rows);
/* What of the rows must stand together with what is above them. */
double rows_lead(const struct layout *l, const struct rows *rows);
/* Places a strip of rows at the pen, over as many pages as they need. */
void rows_place(struct layout *l, const struct strip *strip);
/* Draws rows in one piece. */
void rows_draw(struct layout *l, struct pen *pen, struct rows *rows);

/* layout_figure.c */
void layout_figure(struct layout *l, struct strips *out, const struct frame *frame,
                   const struct doc_figure *figure);

/* layout_contents.c */
void layout_contents(struct layout *l, struct strips *out, const struct frame *frame);
void layout_fill(struct layout *l);

/* layout_headings.c: where headings stand */
void headings_collect(struct layout *l);
/* The place of an id in the register; heading_count where no heading has it. */
size_t headings_find(const struct layout *l, const char *id);
/* Level 1 .. 6 that the structure gives to a heading, without jumps. */
enum page_tag headings_tag(struct layout *l, int level);
void headings_stand(struct layout *l, size_t heading, double y);
void headings_resolve_links(struct layout *l);

/* layout_place.c: strips onto pages */
/* Whether the page has nothing on it yet that a next page would not have as well. */
bool place_is_fresh(const struct layout *l);
double page_text_width(const struct layout *l);
double page_text_height(const struct layout *l);
/* Size of the pages in the current orientation, and white around text on any page. */
void page_size(enum doc_orientation orientation, double *width, double *height);
double page_space_above(const struct layout *l);
double page_space_below(const struct layout *l);
void place_chain(struct layout *l, const struct strip *first);
void place_page_break(struct layout *l);
/* Ends the last page; a document without content gets its one page here. */
void place_finish(struct layout *l);
/* Continues on a new page what `strip` is part of: its boxes, its table's header. */
void place_continue(struct layout *l, const struct strip *strip);
/* Room between the pen and the bottom of the page for a strip in `box`. */
double place_room(const struct layout *l, const struct box *box);
/* Room on an empty page for rows of the strip's table. */
double place_full_room(const struct layout *l, const struct strip *strip);
/* Gives out an operation on the current page. */
void place_op(struct layout *l, const struct page_op *op);
/* Draws strips from `first` until `end` (NULL: all). */
void pen_draw_all(struct layout *l, struct pen *pen, const struct strip *first,
                  const struct strip *end);
/* Height of strips [first, end) below each other. */
double strips_height(const struct strip *first, const struct strip *end);
/* The first strip that does not fit into `room` points below each other (NULL: all
 * fit); `*used` is what those before it need. */
struct strip *strips_fit(struct strip *first, double room, double *used);

/* layout_running.c */
/* Measures the running lines and the logo, before the first page begins. */
void layout_running_measure(struct layout *l);
void layout_logo(struct layout *l);
void layout_running_lines(struct layout *l);

#endif
