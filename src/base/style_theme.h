/* Themes: the same style for paper without colour, or for eyes that need more contrast.
 *
 * Grey gives every colour the grey of its own luminance, so that each contrast stays what it
 * was; where rounding would cost a pair (style_contrast.h) its ratio, the pair moves a step
 * apart. Contrast is black on white, with white fills and black outlines, the darkest boxes
 * black with white text. Both leave fonts and sizes alone. What colours say is said by signs,
 * dashes and patterns as well, which do not change: figures of a theme tell the same. */
#ifndef BASE_STYLE_THEME_H
#define BASE_STYLE_THEME_H

#include "base/style.h"

enum style_theme { STYLE_THEME_COLOUR, STYLE_THEME_GREY, STYLE_THEME_CONTRAST, STYLE_THEMES };

/* The name of a theme, as in `--theme`; and the theme of a name, -1: none. */
const char *style_theme_name(enum style_theme theme);
int style_theme_of_name(const char *name);

/* Changes the colours of a style that was loaded. A style whose pairs all hold keeps them. */
void style_theme_apply(struct style *style, enum style_theme theme);

#endif
