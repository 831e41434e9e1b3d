/* House style; see style.h. */
#include "base/style.h"

#include "base/datadir.h"
#include "base/file.h"
#include "base/number.h"
#include "base/suggest.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STYLE_LIMIT = 1 << 20 };

static const char *const color_keys[STYLE_COLORS] = {
    [STYLE_INK] = "color.ink",
    [STYLE_HEADING] = "color.heading",
    [STYLE_ACCENT] = "color.accent",
    [STYLE_ACCENT_2] = "color.accent-2",
    [STYLE_ACCENT_3] = "color.accent-3",
    [STYLE_ACCENT_4] = "color.accent-4",
    [STYLE_QUIET] = "color.quiet",
    [STYLE_RULE] = "color.rule",
    [STYLE_PANEL] = "color.panel",
    [STYLE_BOX_LINE] = "color.box-line",
    [STYLE_EFFECT_LINE] = "color.effect-line",
    [STYLE_INTERPRETED] = "color.interpreted",
    [STYLE_WAITING] = "color.waiting",
    [STYLE_WAITING_FILL] = "color.waiting-fill",
    [STYLE_MISSING] = "color.missing",
    [STYLE_CHIP] = "color.chip",
    [STYLE_PAPER] = "color.paper",
};

static const char *const size_keys[STYLE_SIZES] = {
    [STYLE_TEXT] = "size.text",
    [STYLE_TEXT_LEADING] = "size.text-leading",
    [STYLE_TABLE] = "size.table",
    [STYLE_TABLE_LEADING] = "size.table-leading",
    [STYLE_SMALL] = "size.small",
    [STYLE_SMALL_LEADING] = "size.small-leading",
    [STYLE_TITLE] = "size.title",
    [STYLE_TITLE_LEADING] = "size.title-leading",
    [STYLE_HEADING_SIZE] = "size.heading",
    [STYLE_HEADING_LEADING] = "size.heading-leading",
    [STYLE_SUBHEADING] = "size.subheading",
    [STYLE_SUBHEADING_LEADING] = "size.subheading-leading",
    [STYLE_RUNNING] = "size.running",
    [STYLE_RUNNING_LEADING] = "size.running-leading",
    [STYLE_MARGIN_SIDE] = "size.margin-side",
    [STYLE_MARGIN_TOP] = "size.margin-top",
    [STYLE_MARGIN_BOTTOM] = "size.margin-bottom",
};

static const char *const font_keys[STYLE_FONTS] = {
    [STYLE_FONT_REGULAR] = "font.regular",
    [STYLE_FONT_SEMIBOLD] = "font.semibold",
    [STYLE_FONT_ITALIC] = "font.italic",
    [STYLE_FONT_FALLBACK] = "font.fallback",
    [STYLE_FONT_FALLBACK_BOLD] = "font.fallback-bold",
};

static const char family_key[] = "font.family";

/* A style file while it is read. */
struct reading {
    struct style *style;
    struct diag_sink *sink;
    const char *path;
    uint32_t line;
    bool failed;
};

static void complain(struct reading *reading, enum diag_id id, const char *a, const char *b,
                     const char *c)
{
    struct diag_at at = {.file = reading->path, .line = reading->line};
    diag_report(reading->sink, id, at, a, b, c, NULL);
    reading->failed = true;
}

static int find_key(const char *const *keys, int count, const char *key)
{
    for (int i = 0; i < count; i++)
        if (!strcmp(keys[i], key))
            return i;
    return -1;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static bool parse_color(const char *text, struct color *color)
{
    uint8_t parts[3];
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    for (int i = 0; i < 3; i++) {
        int high = hex_digit(text[1 + 2 * i]), low = hex_digit(text[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = (uint8_t)(high << 4 | low);
    }
    *color = (struct color){parts[0], parts[1], parts[2]};
    return true;
}

static void set_color(struct reading *reading, int which, const char *value)
{
    if (!parse_color(value, &reading->style->colors[which]))
        complain(reading, DIAG_STYLE_VALUE, value, color_keys[which], "#0f6b7c");
}

static void set_size(struct reading *reading, int which, const char *value)
{
    enum { LARGEST = 1000 };
    struct number number;
    if (number_parse(value, strlen(value), &number) == NUMBER_OK && number.value > 0 &&
        number.value <= LARGEST)
        reading->style->sizes[which] = number.value;
    else
        complain(reading, DIAG_STYLE_VALUE, value, size_keys[which], "9.5");
}

/* A path that is not absolute counts from the style file's folder. */
static const char *font_path(struct arena *arena, const char *style_path, const char *name)
{
    const char *slash = strrchr(style_path, '/');
    size_t folder = slash && name[0] != '/' ? (size_t)(slash - style_path) + 1 : 0;
    size_t length = strlen(name);
    char *path = arena_array(arena, folder + length + 1, 1);
    memcpy(path, style_path, folder);
    memcpy(path + folder, name, length);
    return path;
}

/* Takes the first of the comma-separated files that exists, else the last. */
static void set_font(struct reading *reading, int which, const char *value)
{
    for (const char *p = value; *p;) {
        size_t length = strcspn(p, ",");
        char *name = arena_copy(&reading->style->arena, p, length);
        p += length;
        p += strspn(p, ", ");
        const char *path = font_path(&reading->style->arena, reading->path, name);
        reading->style->fonts[which] = path;
        if (access(path, R_OK) == 0)
            return;
    }
}

static void unknown_key(struct reading *reading, const char *key)
{
    const char *keys[STYLE_COLORS + STYLE_SIZES + STYLE_FONTS + 1];
    size_t count = 0;
    for (int i = 0; i < STYLE_COLORS; i++)
        keys[count++] = color_keys[i];
    for (int i = 0; i < STYLE_SIZES; i++)
        keys[count++] = size_keys[i];
    for (int i = 0; i < STYLE_FONTS; i++)
        keys[count++] = font_keys[i];
    keys[count++] = family_key;
    const char *meant = suggest_word(key, keys, count);
    complain(reading, meant ? DIAG_STYLE_KEY : DIAG_STYLE_KEY_UNKNOWN, key, meant, NULL);
}

static void set(struct reading *reading, const char *key, const char *value)
{
    int which;
    if ((which = find_key(color_keys, STYLE_COLORS, key)) >= 0)
        set_color(reading, which, value);
    else if ((which = find_key(size_keys, STYLE_SIZES, key)) >= 0)
        set_size(reading, which, value);
    else if ((which = find_key(font_keys, STYLE_FONTS, key)) >= 0)
        set_font(reading, which, value);
    else if (!strcmp(key, family_key))
        reading->style->font_family = arena_string(&reading->style->arena, value);
    else
        unknown_key(reading, key);
}

/* Cuts white space at both ends, in place. */
static char *trim(char *text)
{
    static const char space[] = " \t\r";
    text += strspn(text, space);
    size_t length = strlen(text);
    while (length && strchr(space, text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

static void read_line(struct reading *reading, char *line)
{
    line = trim(line);
    if (!*line || *line == '#')
        return;
    char *equals = strchr(line, '=');
    if (!equals) {
        complain(reading, DIAG_STYLE_SYNTAX, line, NULL, NULL);
        return;
    }
    *equals = '\0';
    const char *key = trim(line), *value = trim(equals + 1);
    if (!*key || !*value)
        complain(reading, DIAG_STYLE_SYNTAX, *key ? key : value, NULL, NULL);
    else
        set(reading, key, value);
}

static int read_style(struct style *style, const char *path, struct diag_sink *sink)
{
    char *bytes;
    size_t length;
    if (file_read(path, STYLE_LIMIT, &bytes, &length, sink))
        return -1;
    struct reading reading = {.style = style, .sink = sink, .path = path};
    for (size_t i = 0; i < length; i++)
        bytes[i] =
            bytes[i] ? bytes[i] : '?'; /* no style; it would end unseen at the first of these */
    for (char *line = bytes, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        reading.line++;
        read_line(&reading, line);
    }
    free(bytes);
    return reading.failed ? -1 : 0;
}

int style_load(struct style *style, const char *path, const char *datadir, struct diag_sink *sink)
{
    *style = (struct style){0};
    char *own = datadir_join(datadir, "styles/default.style");
    int status = read_style(style, own, sink);
    if (!status && path)
        status = read_style(style, path, sink);
    free(own);
    return status;
}

void style_release(struct style *style)
{
    arena_release(&style->arena);
    *style = (struct style){0};
}
