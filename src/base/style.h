/* House style: colours, sizes, fonts and logo of figures and documents.
 *
 * A style file has lines `key = value`, `#` starts a comment. Keys that are not
 * known are findings with the likely intended one; what a file does not say comes
 * from the values of styles/default.style, which names every key. Lengths are in
 * points, colours are #rrggbb. Paths count from the folder of the file. A style that
 * was loaded can be read on paper and screen: texts hold the contrast that they need
 * (style_contrast.h), no text is smaller than STYLE_LEAST_SIZE, and the logo is a picture
 * that every device can show (style_logo.h), with words for those who cannot see it. */
#ifndef BASE_STYLE_H
#define BASE_STYLE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdint.h>

struct color {
    uint8_t red, green, blue;
};

enum style_color {
    STYLE_INK,      /* running text */
    STYLE_HEADING,  /* headings, the goal's box */
    STYLE_ACCENT,   /* first focus area, stated links, call-out bar */
    STYLE_ACCENT_2, /* further focus areas, in turn */
    STYLE_ACCENT_3,
    STYLE_ACCENT_4,
    STYLE_QUIET,       /* running heads, tags, small print */
    STYLE_RULE,        /* hairlines */
    STYLE_PANEL,       /* tinted background of boxes and shared cells */
    STYLE_BOX_LINE,    /* outline of boxes */
    STYLE_EFFECT_LINE, /* outline of effect boxes */
    STYLE_INTERPRETED, /* interpreted links */
    STYLE_WAITING,     /* outline of what waits */
    STYLE_WAITING_FILL,
    STYLE_MISSING, /* text that says what is missing */
    STYLE_CHIP,    /* background of chips */
    STYLE_REACHED, /* statuses: their signs and words */
    STYLE_ON_TRACK,
    STYLE_LITTLE_BEHIND,
    STYLE_BEHIND,
    STYLE_WRONG,
    STYLE_PAPER, /* page and box background; text on dark boxes */
    STYLE_COLORS,
};

enum style_font {
    STYLE_FONT_REGULAR,
    STYLE_FONT_SEMIBOLD,
    STYLE_FONT_ITALIC,
    STYLE_FONT_FALLBACK, /* signs that the others lack */
    STYLE_FONT_FALLBACK_BOLD,
    STYLE_FONTS,
};

enum style_size {
    STYLE_TEXT,
    STYLE_TEXT_LEADING,
    STYLE_TABLE,
    STYLE_TABLE_LEADING,
    STYLE_SMALL,
    STYLE_SMALL_LEADING,
    STYLE_TITLE,
    STYLE_TITLE_LEADING,
    STYLE_HEADING_SIZE,
    STYLE_HEADING_LEADING,
    STYLE_SUBHEADING,
    STYLE_SUBHEADING_LEADING,
    STYLE_RUNNING,
    STYLE_RUNNING_LEADING,
    STYLE_MARGIN_SIDE,
    STYLE_MARGIN_TOP,
    STYLE_MARGIN_BOTTOM,
    STYLE_SIZES,
};

/* A picture as it is in its file. */
enum style_image_kind { STYLE_NO_IMAGE, STYLE_PNG, STYLE_JPEG };

struct style_image {
    enum style_image_kind kind;
    const unsigned char *bytes; /* the whole file */
    size_t length;
    uint32_t width, height; /* pixels */
};

enum { STYLE_LEAST_SIZE = 7 }; /* points, of any text */

struct style {
    struct arena arena;
    const char *file; /* its own file; NULL: the default style alone */
    struct color colors[STYLE_COLORS];
    struct diag_at color_at[STYLE_COLORS]; /* where each was set */
    struct diag_at font_at[STYLE_FONTS];
    double sizes[STYLE_SIZES];      /* points */
    const char *fonts[STYLE_FONTS]; /* paths of TrueType files */
    const char *font_family;        /* name for SVG and HTML, e.g. "Open Sans" */
    struct style_image logo;
    const char *logo_text;       /* what it shows, in words: the municipality's name */
    double logo_height;          /* points */
    const char *header, *footer; /* on every page, beside the program's own; NULL: none */
};

/* The key of a colour or font in a style file: "color.ink", "font.regular". */
const char *style_color_key(enum style_color color);
const char *style_font_key(enum style_font font);

/* Reads `path`, and before it the default style in `datadir`, which says what it leaves open;
 * `path` NULL: the default alone. Reports and returns -1 where a file cannot be read or is
 * wrong; `style` is then still fit for release. Contrasts are not looked at. */
int style_read(struct style *style, const char *path, const char *datadir, struct diag_sink *sink);
/* The same, and refuses a style whose texts and lines cannot be told from what they stand on. */
int style_load(struct style *style, const char *path, const char *datadir, struct diag_sink *sink);
void style_release(struct style *style);

#endif
