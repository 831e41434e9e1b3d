/* What the parts of the HTML writer share.
 *
 * The page is well-formed XML as well: elements are closed, attributes quoted, so that
 * tests and other tools can read it with what they have. Ids are made here, never taken
 * over: "h-" and a heading's id, or "h" and its number; "note1", "mark1", "field1",
 * "table1", and "f1" before all ids of the first figure. */
#ifndef OUT_HTML_INTERNAL_H
#define OUT_HTML_INTERNAL_H

#include "doc/headings.h"
#include "out/html.h"

struct html {
    struct buf *out;
    const struct doc *doc;
    const struct style *style;
    struct arena memory;            /* dies with the page */
    struct heading_list list;       /* of the headings */
    const char **ids;               /* of each, in the page */
    size_t next_heading;            /* the one to be written next */
    int level;                      /* of the heading that was written last; 0: none */
    const char *section;            /* its id in the page; NULL: none */
    const char *lang;               /* of what surrounds */
    bool from_right;                /* its direction */
    bool in_cell, dark;             /* what surrounds is a cell of a table, a dark one */
    size_t figures, tables, fields; /* written so far */
};

/* --- texts: html_text.c ---------------------------------------------------------------- */

/* Adds a text as content: line feeds become breaks, words that are too long for any column
 * may break anywhere. */
void html_add_text(struct html *html, const char *text);
/* Adds a text as content where there are no elements: line feeds stay. */
void html_add_lines(struct html *html, const char *text);
/* Adds ` name="value"`; of several lines one is made. */
void html_add_attribute(struct html *html, const char *name, const char *value);
/* Adds a text as a string of CSS, with its quotes; nothing in it can end the string or the
 * element that it stands in. */
void html_add_css_string(struct buf *out, const char *text);
/* "Note {1}", filled; "" where there is no text. */
const char *html_numbered(struct html *html, const char *text, int number);

/* True if there is nothing to be seen in it. */
bool html_is_blank(const char *text);

/* What surrounds, to be set back when an element ends. */
struct html_setting {
    const char *lang;
    bool from_right;
};
/* Adds the attributes lang and dir of an element that begins with `text`, as far as they
 * differ from what surrounds it, which they are from here. `lang` NULL: as around it. */
struct html_setting html_enter(struct html *html, const char *lang, const char *text);
void html_leave(struct html *html, struct html_setting setting);
/* An element with a text of its own: <tag class="class" lang="..">text</tag>. */
void html_add_element(struct html *html, const char *tag, const char *class, const char *lang,
                      const char *text);

void html_add_paragraph(struct html *html, const struct doc_paragraph *paragraph);

/* --- headings: html_headings.c ---------------------------------------------------------- */

/* Registers all headings; before anything is written. */
void html_collect_headings(struct html *html);
/* The id in the page of the heading that a link leads to; NULL: there is none. */
const char *html_find_heading(const struct html *html, const char *id);
void html_add_heading(struct html *html, const struct doc_heading *heading);
/* The list of contents. */
void html_add_contents(struct html *html);

/* --- tables: html_table.c ---------------------------------------------------------------- */

void html_add_table(struct html *html, const struct doc_table *table);
/* Begins and ends what scrolls sideways where there is less room than `least` rem, and says so
 * there; it can be reached by keyboard, and is named by the element `id`, else by the heading
 * above. */
void html_begin_scroll(struct html *html, const char *id, double least);
void html_end_scroll(struct html *html);

/* --- fields: html_field.c ---------------------------------------------------------------- */

void html_add_field(struct html *html, const struct doc_field *field);

/* --- how it looks: html_style.c ----------------------------------------------------------- */

/* The content of the style element. */
void html_add_style(struct html *html);
/* The name of a text colour; there is a rule for the class "c-NAME" of each. */
const char *html_color_name(enum style_color color);

/* --- blocks: html.c ----------------------------------------------------------------------- */

void html_add_flow(struct html *html, const struct doc_flow *flow);

#endif
