/* House style: colours, sizes and fonts of figures and documents.
 *
 * A style file has lines `key = value`, `#` starts a comment. Keys that are not
 * known are findings with the likely intended one; what a file does not say comes
 * from the values of styles/default.style, which names every key. Lengths are in
 * points, colours are #rrggbb. */
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
    STYLE_PAPER,   /* page and box background; text on dark boxes */
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

struct style {
    struct arena arena;
    struct color colors[STYLE_COLORS];
    double sizes[STYLE_SIZES];      /* points */
    const char *fonts[STYLE_FONTS]; /* paths of TrueType files */
    const char *font_family;        /* name for SVG and HTML, e.g. "Open Sans" */
};

/* Loads `path`, then what it leaves open from the default style in `datadir`.
 * `path` NULL: the default alone. Reports and returns -1 where a file cannot be
 * read or is wrong; `style` is then still fit for release. */
int style_load(struct style *style, const char *path, const char *datadir, struct diag_sink *sink);
void style_release(struct style *style);

#endif
