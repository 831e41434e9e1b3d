/* Themes of a style; see style_theme.h. */
#include "base/style_theme.h"

#include "base/memory.h"
#include "base/style_contrast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[STYLE_THEMES] = {
    [STYLE_THEME_COLOUR] = "colour",
    [STYLE_THEME_GREY] = "grey",
    [STYLE_THEME_CONTRAST] = "contrast",
};

const char *style_theme_name(enum style_theme theme)
{
    return names[theme];
}

int style_theme_of_name(const char *name)
{
    for (int i = 0; i < STYLE_THEMES; i++)
        if (!strcmp(names[i], name))
            return i;
    return -1;
}

/* --- grey ------------------------------------------------------------------------------- */

static struct color grey(int level)
{
    uint8_t part = (uint8_t)level;
    return (struct color){part, part, part};
}

/* The grey whose luminance is nearest. */
static struct color grey_of(struct color color)
{
    double wanted = style_luminance(color);
    int low = 0, high = 255;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (style_luminance(grey(middle)) <= wanted)
            low = middle;
        else
            high = middle;
    }
    bool upper = style_luminance(grey(high)) - wanted < wanted - style_luminance(grey(low));
    return grey(upper ? high : low);
}

/* Moves a grey by one step if there is one; false where black or white is reached. */
static bool move(struct color *color, bool lighter)
{
    int level = color->red + (lighter ? 1 : -1);
    if (level < 0 || level > 255)
        return false;
    *color = grey(level);
    return true;
}

/* Moves the colours of a pair apart by a step: first what stands on the other. */
static void move_apart(struct style *style, const struct style_pair *pair)
{
    struct color *front = &style->colors[pair->front], *back = &style->colors[pair->back];
    bool lighter = front->red > back->red;
    if (!move(front, lighter))
        move(back, !lighter);
}

/* Pairs that held in colour, `held`, and no longer do move apart. A step can cost another pair
 * its ratio where a colour lies between two others; that is settled within a few rounds. */
static void mend_pairs(struct style *style, const struct style_pair *pairs, const bool *held,
                       size_t count)
{
    enum { ROUNDS = 16 };
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < count; i++)
            if (held[i] && !style_pair_holds(style, &pairs[i]))
                move_apart(style, &pairs[i]);
}

static void make_grey(struct style *style)
{
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    bool *held = mem_alloc(count * sizeof *held);
    for (size_t i = 0; i < count; i++)
        held[i] = style_pair_holds(style, &pairs[i]);
    for (int i = 0; i < STYLE_COLORS; i++)
        style->colors[i] = grey_of(style->colors[i]);
    mend_pairs(style, pairs, held, count);
    free(held);
}

/* --- contrast --------------------------------------------------------------------------- */

/* What is behind text, but for the boxes that are filled with STYLE_HEADING. */
static bool is_ground(enum style_color color)
{
    switch (color) {
    case STYLE_PAPER:
    case STYLE_PANEL:
    case STYLE_CHIP:
    case STYLE_WAITING_FILL:
        return true;
    default:
        return false;
    }
}

static void make_contrast(struct style *style)
{
    for (int i = 0; i < STYLE_COLORS; i++)
        style->colors[i] = grey(is_ground((enum style_color)i) ? 255 : 0);
}

void style_theme_apply(struct style *style, enum style_theme theme)
{
    if (theme == STYLE_THEME_GREY)
        make_grey(style);
    else if (theme == STYLE_THEME_CONTRAST)
        make_contrast(style);
}
