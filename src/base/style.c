/* House style; see style.h. */
#include "base/style.h"

#include "base/datadir.h"
#include "base/file.h"
#include "base/number.h"
#include "base/style_contrast.h"
#include "base/style_logo.h"
#include "base/suggest.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    STYLE_LIMIT = 1 << 20, /* bytes */
    LOGO_HEIGHT = 28,      /* points, unless a style says another */
};

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
    [STYLE_REACHED] = "color.reached",
    [STYLE_ON_TRACK] = "color.on-track",
    [STYLE_LITTLE_BEHIND] = "color.little-behind",
    [STYLE_BEHIND] = "color.behind",
    [STYLE_WRONG] = "color.wrong",
    [STYLE_PAPER] = "color.paper",
};

/* What a size may be, points: text that can be read, and pages that hold some of it. */
static const struct {
    const char *key;
    double least, most;
} size_forms[STYLE_SIZES] = {
    [STYLE_TEXT] = {"size.text", STYLE_LEAST_SIZE, 18},
    [STYLE_TEXT_LEADING] = {"size.text-leading", STYLE_LEAST_SIZE, 36},
    [STYLE_TABLE] = {"size.table", STYLE_LEAST_SIZE, 18},
    [STYLE_TABLE_LEADING] = {"size.table-leading", STYLE_LEAST_SIZE, 36},
    [STYLE_SMALL] = {"size.small", STYLE_LEAST_SIZE, 18},
    [STYLE_SMALL_LEADING] = {"size.small-leading", STYLE_LEAST_SIZE, 36},
    [STYLE_TITLE] = {"size.title", STYLE_LEAST_SIZE, 48},
    [STYLE_TITLE_LEADING] = {"size.title-leading", STYLE_LEAST_SIZE, 72},
    [STYLE_HEADING_SIZE] = {"size.heading", STYLE_LEAST_SIZE, 36},
    [STYLE_HEADING_LEADING] = {"size.heading-leading", STYLE_LEAST_SIZE, 54},
    [STYLE_SUBHEADING] = {"size.subheading", STYLE_LEAST_SIZE, 24},
    [STYLE_SUBHEADING_LEADING] = {"size.subheading-leading", STYLE_LEAST_SIZE, 36},
    [STYLE_RUNNING] = {"size.running", STYLE_LEAST_SIZE, 14},
    [STYLE_RUNNING_LEADING] = {"size.running-leading", STYLE_LEAST_SIZE, 21},
    [STYLE_MARGIN_SIDE] = {"size.margin-side", 14, 120},
    [STYLE_MARGIN_TOP] = {"size.margin-top", 14, 120},
    [STYLE_MARGIN_BOTTOM] = {"size.margin-bottom", 14, 120},
};

static const char *const font_keys[STYLE_FONTS] = {
    [STYLE_FONT_REGULAR] = "font.regular",
    [STYLE_FONT_SEMIBOLD] = "font.semibold",
    [STYLE_FONT_ITALIC] = "font.italic",
    [STYLE_FONT_FALLBACK] = "font.fallback",
    [STYLE_FONT_FALLBACK_BOLD] = "font.fallback-bold",
};

/* Other keys. */
static const char family_key[] = "font.family", logo_key[] = "logo", logo_text_key[] = "logo.text",
                  logo_height_key[] = "logo.height", header_key[] = "header.text",
                  footer_key[] = "footer.text";

const char *style_color_key(enum style_color color)
{
    return color_keys[color];
}

const char *style_font_key(enum style_font font)
{
    return font_keys[font];
}

/* A style file while it is read. */
struct reading {
    struct style *style;
    struct diag_sink *sink;
    const char *path;
    uint32_t line;
    uint32_t size_lines[STYLE_SIZES]; /* where each was set; 0: not in this file */
    uint32_t logo_line;
    const char *logo; /* its path */
    bool failed;
};

static struct diag_at here(const struct reading *reading)
{
    return (struct diag_at){.file = reading->path, .line = reading->line};
}

static void complain(struct reading *reading, enum diag_id id, const char *a, const char *b,
                     const char *c)
{
    diag_report(reading->sink, id, here(reading), a, b, c, NULL);
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
    reading->style->color_at[which] = here(reading);
    if (!parse_color(value, &reading->style->colors[which]))
        complain(reading, DIAG_STYLE_VALUE, value, color_keys[which], "#0f6b7c");
}

/* --- sizes ------------------------------------------------------------------------------ */

static const char *number_text(struct reading *reading, double value)
{
    struct buf text = {0};
    diag_add_number(&text, value, 2);
    const char *kept = arena_copy(&reading->style->arena, text.data, text.length);
    buf_release(&text);
    return kept;
}

/* A length between two bounds; 0, after saying so, where it is none. */
static double read_length(struct reading *reading, const char *key, const char *value, double least,
                          double most)
{
    struct number number;
    if (number_parse(value, strlen(value), &number) != NUMBER_OK) {
        complain(reading, DIAG_STYLE_VALUE, value, key, "9.5");
        return 0;
    }
    if (number.value >= least && number.value <= most)
        return number.value;
    diag_report(reading->sink, DIAG_STYLE_RANGE, here(reading), key,
                number_text(reading, number.value), number_text(reading, least),
                number_text(reading, most), NULL);
    reading->failed = true;
    return 0;
}

static void set_size(struct reading *reading, int which, const char *value)
{
    double length = read_length(reading, size_forms[which].key, value, size_forms[which].least,
                                size_forms[which].most);
    reading->size_lines[which] = reading->line;
    if (length > 0)
        reading->style->sizes[which] = length;
}

static int find_size(const char *key)
{
    for (int i = 0; i < STYLE_SIZES; i++)
        if (!strcmp(size_forms[i].key, key))
            return i;
    return -1;
}

/* Lines stand further apart than their letters are high. */
static void check_leading(struct reading *reading, enum style_size size, enum style_size leading)
{
    const double *sizes = reading->style->sizes;
    double least = 1.1 * sizes[size];
    uint32_t line = reading->size_lines[leading];
    if (sizes[leading] >= least - 1e-9)
        return;
    reading->line = line ? line : reading->size_lines[size];
    diag_report(reading->sink, DIAG_STYLE_LEADING, here(reading), size_forms[leading].key,
                number_text(reading, sizes[leading]), size_forms[size].key,
                number_text(reading, sizes[size]), number_text(reading, least), NULL);
    reading->failed = true;
}

static void check_leadings(struct reading *reading)
{
    static const enum style_size texts[] = {STYLE_TEXT,   STYLE_TABLE,        STYLE_SMALL,
                                            STYLE_TITLE,  STYLE_HEADING_SIZE, STYLE_SUBHEADING,
                                            STYLE_RUNNING};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_leading(reading, texts[i], texts[i] + 1); /* its leading comes right behind it */
}

/* --- fonts, texts, logo ------------------------------------------------------------------- */

/* A path that is not absolute counts from the style file's folder. */
static const char *file_path(struct arena *arena, const char *style_path, const char *name)
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
    reading->style->font_at[which] = here(reading);
    for (const char *p = value; *p;) {
        size_t length = strcspn(p, ",");
        char *name = arena_copy(&reading->style->arena, p, length);
        p += length;
        p += strspn(p, ", ");
        const char *path = file_path(&reading->style->arena, reading->path, name);
        reading->style->fonts[which] = path;
        if (access(path, R_OK) == 0)
            return;
    }
}

/* A text of one line that stands on every page. */
static const char *read_text(struct reading *reading, const char *key, const char *value)
{
    enum { LONGEST = 120 }; /* characters */
    if (utf8_count(value, strlen(value)) > LONGEST)
        complain(reading, DIAG_STYLE_TEXT_LENGTH, key, number_text(reading, LONGEST), NULL);
    return arena_string(&reading->style->arena, value);
}

static void check_logo(struct reading *reading)
{
    struct style *style = reading->style;
    if (!reading->logo)
        return;
    reading->line = reading->logo_line;
    if (!style->logo_text)
        complain(reading, DIAG_STYLE_LOGO_TEXT, logo_text_key, NULL, NULL);
    if (style_read_logo(style, reading->logo, here(reading), reading->sink))
        reading->failed = true;
}

static void set_logo(struct reading *reading, const char *value)
{
    reading->logo = file_path(&reading->style->arena, reading->path, value);
    reading->logo_line = reading->line;
}

static void set_logo_height(struct reading *reading, const char *value)
{
    double height = read_length(reading, logo_height_key, value, 8, 72);
    if (height > 0)
        reading->style->logo_height = height;
}

/* --- lines ------------------------------------------------------------------------------ */

static void unknown_key(struct reading *reading, const char *key)
{
    const char *keys[STYLE_COLORS + STYLE_SIZES + STYLE_FONTS + 6] = {
        family_key, logo_key, logo_text_key, logo_height_key, header_key, footer_key};
    size_t count = 6;
    for (int i = 0; i < STYLE_COLORS; i++)
        keys[count++] = color_keys[i];
    for (int i = 0; i < STYLE_SIZES; i++)
        keys[count++] = size_forms[i].key;
    for (int i = 0; i < STYLE_FONTS; i++)
        keys[count++] = font_keys[i];
    const char *meant = suggest_word(key, keys, count);
    complain(reading, meant ? DIAG_STYLE_KEY : DIAG_STYLE_KEY_UNKNOWN, key, meant, NULL);
}

/* False where it is none of them. */
static bool set_other(struct reading *reading, const char *key, const char *value)
{
    struct style *style = reading->style;
    if (!strcmp(key, family_key))
        style->font_family = arena_string(&style->arena, value);
    else if (!strcmp(key, logo_key))
        set_logo(reading, value);
    else if (!strcmp(key, logo_text_key))
        style->logo_text = read_text(reading, key, value);
    else if (!strcmp(key, logo_height_key))
        set_logo_height(reading, value);
    else if (!strcmp(key, header_key))
        style->header = read_text(reading, key, value);
    else if (!strcmp(key, footer_key))
        style->footer = read_text(reading, key, value);
    else
        return false;
    return true;
}

static void set(struct reading *reading, const char *key, const char *value)
{
    int which;
    if ((which = find_key(color_keys, STYLE_COLORS, key)) >= 0)
        set_color(reading, which, value);
    else if ((which = find_size(key)) >= 0)
        set_size(reading, which, value);
    else if ((which = find_key(font_keys, STYLE_FONTS, key)) >= 0)
        set_font(reading, which, value);
    else if (!set_other(reading, key, value))
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
    if (utf8_first_bad(line, strlen(line)) < strlen(line)) {
        complain(reading, DIAG_STYLE_ENCODING, NULL, NULL, NULL);
        return;
    }
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

/* An editor on Windows may put a mark before the first line. */
static char *skip_mark(char *bytes)
{
    static const char mark[] = "\xEF\xBB\xBF";
    return strncmp(bytes, mark, strlen(mark)) ? bytes : bytes + strlen(mark);
}

static int read_file(struct style *style, const char *path, struct diag_sink *sink)
{
    char *bytes;
    size_t length;
    if (file_read(path, STYLE_LIMIT, &bytes, &length, sink))
        return -1;
    struct reading reading = {
        .style = style, .sink = sink, .path = arena_string(&style->arena, path)};
    for (size_t i = 0; i < length; i++)
        bytes[i] =
            bytes[i] ? bytes[i] : '?'; /* no style; it would end unseen at the first of these */
    for (char *line = skip_mark(bytes), *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        reading.line++;
        read_line(&reading, line);
    }
    free(bytes);
    check_leadings(&reading);
    check_logo(&reading);
    style->file = reading.path;
    return reading.failed ? -1 : 0;
}

int style_read(struct style *style, const char *path, const char *datadir, struct diag_sink *sink)
{
    *style = (struct style){.logo_height = LOGO_HEIGHT};
    char *own = datadir_join(datadir, "styles/default.style");
    int status = read_file(style, own, sink);
    style->file = NULL;
    if (!status && path)
        status = read_file(style, path, sink);
    free(own);
    return status;
}

int style_load(struct style *style, const char *path, const char *datadir, struct diag_sink *sink)
{
    int status = style_read(style, path, datadir, sink);
    return status ? status : style_check_contrasts(style, sink);
}

void style_release(struct style *style)
{
    arena_release(&style->arena);
    *style = (struct style){0};
}
