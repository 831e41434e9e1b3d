/* What the files of the PDF writer share.
 *
 * pdf_pages.c and pdf_figure.c walk what is to be drawn. They put marks on a page
 * with pdf_content.c, which asks pdf_font.c for characters, and say what the marks
 * mean with pdf_structure.c. Links and fields are laid over the pages at the end
 * (pdf_annotations.c, pdf_fields.c). pdf_document.c holds it together. Coordinates
 * are in points from the top left of the page until pdf_content.c writes them. */
#ifndef OUT_PDF_INTERNAL_H
#define OUT_PDF_INTERNAL_H

#include "base/arena.h"
#include "base/buf.h"
#include "out/pdf.h"
#include "out/pdf_file.h"
#include "out/pdf_truetype.h"

#include <stdbool.h>

/* --- fonts (pdf_font.c) --------------------------------------------------------------- */

/* A glyph and the characters that it stands for: what is drawn, and what is copied or read
 * aloud. A glyph that stands for other characters elsewhere has another code there. */
struct pdf_code {
    uint16_t glyph;
    const char *text;
    size_t length; /* bytes */
};

/* A font file of the style and what is used of it. The number of a code in the document (its
 * CID) is its place in `codes` + 1 and its glyph's in the subset. */
struct pdf_font {
    bool opened, usable;
    char *bytes;
    struct truetype face;
    struct pdf_code *codes;
    size_t code_count, code_capacity;
    uint16_t *slots; /* CIDs by hash, open-addressed; 0: free */
    size_t slot_count;
    uint32_t object;
};

/* --- structure (pdf_structure.c) ------------------------------------------------------ */

enum pdf_kid_kind { PDF_KID_ELEMENT, PDF_KID_CONTENT, PDF_KID_OBJECT };

/* Something in an element. Elements are many and have few of them, so all lie in one array. */
struct pdf_kid {
    enum pdf_kid_kind kind;
    uint32_t value; /* an element's index, a marked-content number, or an annotation */
    uint32_t page;  /* index; of content and annotations */
    uint32_t next;  /* place in the array + 1; 0: the last of its element */
};

/* A structure element. */
struct pdf_element {
    const struct page_element *source;
    bool wanted;                  /* it or what is in it has content */
    uint32_t object;              /* 0: not in the file (yet) */
    uint32_t first_kid, last_kid; /* places among the kids + 1; 0: none */
};

/* Who owns a marked-content number or an annotation: what the parent tree says. */
struct pdf_parent {
    bool is_page;
    size_t element;     /* of an annotation */
    uint32_t *elements; /* of a page, by marked-content number */
    size_t element_count, element_capacity;
};

struct pdf_structure {
    uint32_t root;                /* the object StructTreeRoot */
    struct pdf_element *elements; /* as many as the source has */
    size_t element_count, made;   /* those before `made` are made */
    struct pdf_kid *kids;
    size_t kid_count, kid_capacity;
    struct pdf_parent *parents; /* by key */
    size_t parent_count, parent_capacity;
};

/* --- pages (pdf_content.c) ------------------------------------------------------------ */

/* A page in the making, and what of it is needed at the end. */
struct pdf_page {
    uint32_t object;
    double width, height;
    size_t parent; /* key in the parent tree + 1; 0: no tagged content */
    uint32_t *annotations;
    size_t annotation_count, annotation_capacity;
};

/* What the page's graphics state is known to be, to leave out what changes nothing. */
struct pdf_state {
    struct color fill, line;
    bool has_fill, has_line;
    int font;
    double size, line_width; /* as drawn, points */
    enum figure_dash dash;
    double dash_scale;
};

/* Scale and shift of what is drawn: a figure on a page. */
struct pdf_place {
    double scale, x, y;
};

struct pdf_content {
    struct buf bytes;
    struct pdf_state state;
    struct pdf_place place;
    double height;            /* of the page */
    struct pdf_state outside; /* of the clip, to come back to */
};

/* --- the document (pdf_document.c) ---------------------------------------------------- */

struct pdf {
    struct pdf_file *file;
    struct arena arena;
    const struct style *style;
    const struct text_metrics *metrics;
    const struct pdf_meta *meta;
    struct diag_sink *sink;
    int status; /* -1 once something was reported that ends the work */
    struct pdf_font fonts[STYLE_FONTS];
    uint32_t *missing; /* characters that were reported */
    size_t missing_count, missing_capacity;
    struct pdf_structure structure;
    struct pdf_page *pages;
    size_t page_count, page_capacity;
    struct pdf_content content;
    struct text_setting setting; /* of the text that is drawn */
    uint32_t resources;          /* shared by all pages */
    uint32_t logo;               /* the style's logo; 0: not drawn (yet) */
    uint32_t outline;            /* 0: none */
    uint32_t form;               /* what all fields share; 0: there are none */
};

/* Begins a document, which is added to `out`; what is passed is borrowed until pdf_close(). */
struct pdf *pdf_open(struct buf *out, const struct style *style, const struct text_metrics *metrics,
                     const struct pdf_meta *meta, struct diag_sink *sink);
void pdf_close(struct pdf *pdf);

/* Ends the document. Returns 0, or -1 after a report. */
int pdf_finish(struct pdf *pdf);

/* A page from here on; pdf_page_end() puts it into the file. */
void pdf_page_begin(struct pdf *pdf, double width, double height);
void pdf_page_end(struct pdf *pdf);

/* Adds the entries that make the file PDF/UA-1 and PDF/A-2a (pdf_metadata.c). */
void pdf_add_metadata(struct pdf *pdf, struct buf *catalog);

/* --- fonts ---------------------------------------------------------------------------- */

/* A glyph to draw: from which of the style's fonts, and as which number in it. */
struct pdf_glyph {
    int font; /* enum style_font; -1: nothing can be drawn */
    unsigned cid;
    double width; /* em, as the file says it */
};

/* How to draw a glyph of a setting of `face`. One that no font has is reported once, and
 * U+FFFD drawn in its place. */
struct pdf_glyph pdf_glyph_of(struct pdf *pdf, enum text_face face, const char *text,
                              const struct text_glyph *glyph);

/* Writes the fonts that are used and adds them to the pages' shared resources. */
void pdf_write_fonts(struct pdf *pdf, struct buf *resources);
void pdf_release_fonts(struct pdf *pdf);

/* The file of one of the style's fonts; NULL after a report where it cannot be used. */
const struct truetype *pdf_font_face(struct pdf *pdf, enum style_font font);

/* Writes a font to type with: all of the characters that Windows' Western code page has, as
 * far as the style's regular font has them. Returns its object; 0 after a report. */
uint32_t pdf_write_typing_font(struct pdf *pdf);

/* --- structure ------------------------------------------------------------------------ */

/* Takes the elements: borrowed, in reading order, the document first. */
void pdf_structure_init(struct pdf *pdf, const struct page_element *elements, size_t count);

/* Says that an element will have content. Elements that neither have content nor hold
 * any are left out, except the parts of tables. */
void pdf_structure_want(struct pdf *pdf, size_t element);

/* Content of `element` begins on the current page; returns its marked-content number. */
uint32_t pdf_structure_content(struct pdf *pdf, size_t element);

/* An annotation on `page` belongs to `element`; returns the key for /StructParent. */
size_t pdf_structure_annotation(struct pdf *pdf, size_t element, size_t page, uint32_t object);

/* Writes all elements and the parent tree. */
void pdf_write_structure(struct pdf *pdf);
void pdf_release_structure(struct pdf *pdf);

/* --- marks on the page ---------------------------------------------------------------- */

void pdf_content_reset(struct pdf_content *content, double height);

/* Marked content: of an element, where `lang` (NULL: none) is another language than the
 * element's; or of an artifact. It does not nest and ends on the same page. */
void pdf_begin_element(struct pdf *pdf, size_t element, const char *lang);
void pdf_begin_artifact(struct pdf *pdf, enum page_artifact artifact);
void pdf_end_marked(struct pdf *pdf);

void pdf_set_place(struct pdf *pdf, struct pdf_place place);
void pdf_set_fill(struct pdf *pdf, struct color color);

void pdf_set_line(struct pdf *pdf, struct color color, double width, enum figure_dash dash);

/* What is drawn until the end shows only inside the rectangle. Clips do not nest. */
void pdf_begin_clip(struct pdf *pdf, double x, double y, double width, double height,
                    double radius);
void pdf_end_clip(struct pdf *pdf);

/* What is done with a path. */
enum pdf_paint { PDF_FILL, PDF_FILL_AND_STROKE };

/* A text at a baseline. */
struct pdf_text {
    const char *text;
    enum text_face face;
    double size;
    enum text_direction direction;
    double x, y;  /* left edge, whatever the direction */
    double width; /* as measured */
    bool space;   /* behind it comes the space between this line and the next */
    bool hyphen;  /* its last character is a hyphen that only the line's end put there: those who
                  * copy or listen get a soft one */
};
void pdf_draw_text(struct pdf *pdf, const struct pdf_text *text);
void pdf_draw_line(struct pdf *pdf, double x, double y, double dx, double dy);
void pdf_draw_rectangle(struct pdf *pdf, double x, double y, double width, double height,
                        double radius, enum pdf_paint paint);
/* Bézier segments: a start, then two control points and an end each. */
void pdf_draw_curve(struct pdf *pdf, const struct figure_point *points, size_t count);
void pdf_draw_polygon(struct pdf *pdf, const struct figure_point *points, size_t count);

/* Draws the style's logo (pdf_image.c), scaled into the rectangle; it is in the file once. */
void pdf_draw_logo(struct pdf *pdf, double x, double y, double width, double height);

/* Draws the boxes, curves and texts of a figure at the current place, inside the marked
 * content of its element. `lang` is the language there; texts in another one get marked
 * content of their own. */
void pdf_draw_figure(struct pdf *pdf, const struct figure *figure, size_t element,
                     const char *lang);

/* --- what lies over the pages --------------------------------------------------------- */

/* Adds the places that links lead to, and those of the outline: a place in the document, its
 * left edge and the current zoom. */
void pdf_add_destination(struct buf *out, const struct pdf *pdf, size_t page, double y);

/* Begins the entries of an annotation on `page` that belongs to `element`, and puts it on the
 * page. Returns its object, which is to be defined with `entries`. */
uint32_t pdf_begin_annotation(struct pdf *pdf, struct buf *entries, const char *subtype,
                              size_t page, size_t element, const double rectangle[4]);

/* Writes links and fields, in reading order. */
void pdf_write_annotations(struct pdf *pdf, const struct pages *pages);

/* The fields of a form (pdf_fields.c), one call for each place to fill in, in order. */
struct pdf_form;
struct pdf_form *pdf_form_new(struct pdf *pdf);
void pdf_form_add(struct pdf_form *form, const struct page_field *field);
/* Writes what they share, and frees the form. */
void pdf_form_finish(struct pdf_form *form);

#endif
