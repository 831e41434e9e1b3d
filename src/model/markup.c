/* A look at XML source; see markup.h. */
#include "model/markup.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

bool markup_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool range_is_blank(const char *source, struct range range)
{
    while (range.start < range.end && markup_is_space(source[range.start]))
        range.start++;
    return range.start == range.end;
}

bool range_has_break(const char *source, struct range range)
{
    size_t length = range.end - range.start;
    return memchr(source + range.start, '\n', length) || memchr(source + range.start, '\r', length);
}

bool range_equals(const char *source, struct range range, const char *string)
{
    size_t length = strlen(string);
    return range.end - range.start == length && !memcmp(source + range.start, string, length);
}

static uint32_t skip_space(const char *source, uint32_t at)
{
    while (markup_is_space(source[at]))
        at++;
    return at;
}

static bool begins(const char *source, uint32_t at, const char *word)
{
    return !strncmp(source + at, word, strlen(word));
}

/* Behind the next `word`, or at the NUL. */
static uint32_t past(const char *source, uint32_t at, const char *word)
{
    const char *found = strstr(source + at, word);
    return found ? (uint32_t)(found + strlen(word) - source) : at + (uint32_t)strlen(source + at);
}

/* --- tags ---------------------------------------------------------------------------------- */

static bool ends_name(char c)
{
    return markup_is_space(c) || c == '=' || c == '/' || c == '>' || !c;
}

static struct range name_at(const char *source, uint32_t at)
{
    struct range name = {at, at};
    while (!ends_name(source[name.end]))
        name.end++;
    return name;
}

struct markup_tag markup_tag(const char *source, uint32_t start)
{
    struct range name = name_at(source, start + 1);
    struct markup_tag tag = {.name = name, .prefix = {name.start, name.start}};
    const char *colon = memchr(source + name.start, ':', name.end - name.start);
    if (colon) {
        tag.prefix.end = (uint32_t)(colon - source);
        tag.name.start = tag.prefix.end + 1;
    }
    tag.attributes = (struct range){name.end, name.end};
    struct markup_attribute attribute;
    while (markup_next_attribute(source, &tag.attributes.end, &attribute))
        ;
    uint32_t at = skip_space(source, tag.attributes.end);
    tag.closed = source[at] == '/';
    tag.all = (struct range){start, past(source, at, ">")};
    return tag;
}

bool markup_next_attribute(const char *source, uint32_t *at, struct markup_attribute *attribute)
{
    attribute->all.start = *at;
    attribute->name = name_at(source, skip_space(source, *at));
    if (attribute->name.start == attribute->name.end)
        return false;
    uint32_t quote = attribute->name.end + (uint32_t)strcspn(source + attribute->name.end, "\"'");
    const char mark[] = {source[quote], '\0'};
    attribute->value.start = quote + 1;
    attribute->all.end = *at = past(source, quote + 1, mark);
    attribute->value.end = *at - 1;
    return true;
}

bool markup_attribute(const char *source, const struct markup_tag *tag, const char *name,
                      struct markup_attribute *attribute)
{
    uint32_t at = tag->attributes.start;
    while (markup_next_attribute(source, &at, attribute))
        if (range_equals(source, attribute->name, name))
            return true;
    return false;
}

/* --- content ------------------------------------------------------------------------------- */

/* A piece that is neither text nor element; false where none begins here. */
static bool opaque_piece(const char *source, uint32_t at, struct markup_piece *piece)
{
    static const struct {
        const char *open, *close;
        enum markup_kind kind;
    } forms[] = {
        {"<!--", "-->", MARKUP_COMMENT},
        {"<![CDATA[", "]]>", MARKUP_CDATA},
        {"<?", "?>", MARKUP_INSTRUCTION},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!begins(source, at, forms[i].open))
            continue;
        uint32_t inside = at + (uint32_t)strlen(forms[i].open);
        uint32_t end = past(source, inside, forms[i].close);
        *piece = (struct markup_piece){forms[i].kind, {at, end}, {at, end}};
        if (forms[i].kind == MARKUP_CDATA)
            piece->inside = (struct range){inside, end - (uint32_t)strlen(forms[i].close)};
        return true;
    }
    return false;
}

bool markup_next_piece(const char *source, uint32_t *at, struct markup_piece *piece)
{
    uint32_t start = *at;
    if (!source[start] || begins(source, start, "</"))
        return false;
    if (!opaque_piece(source, start, piece)) {
        bool element = source[start] == '<';
        uint32_t end = element ? markup_element_end(source, start)
                               : start + (uint32_t)strcspn(source + start, "<");
        *piece = (struct markup_piece){
            element ? MARKUP_ELEMENT : MARKUP_TEXT, {start, end}, {start, end}};
    }
    *at = piece->all.end;
    return true;
}

/* Counts tags instead of calling itself: how deep it goes is for the file to say. */
uint32_t markup_element_end(const char *source, uint32_t start)
{
    size_t open = 0;
    uint32_t at = start;
    struct markup_piece piece;
    do {
        if (begins(source, at, "</")) {
            open--;
            at = past(source, at, ">");
        } else if (source[at] != '<') {
            at += (uint32_t)strcspn(source + at, "<");
        } else if (opaque_piece(source, at, &piece)) {
            at = piece.all.end;
        } else {
            struct markup_tag tag = markup_tag(source, at);
            open += !tag.closed;
            at = tag.all.end;
        }
    } while (open && source[at]);
    return at;
}

struct range markup_content(const char *source, const struct markup_tag *tag)
{
    struct range content = {tag->all.end, tag->all.end};
    struct markup_piece piece;
    while (!tag->closed && markup_next_piece(source, &content.end, &piece))
        ;
    return content;
}

/* --- lines --------------------------------------------------------------------------------- */

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

uint32_t markup_line_start(const char *source, uint32_t at)
{
    while (at > 0 && !is_break(source[at - 1]))
        at--;
    return at;
}

uint32_t markup_skip_blanks(const char *source, uint32_t at)
{
    while (is_blank(source[at]))
        at++;
    return at;
}

bool markup_begins_line(const char *source, uint32_t at)
{
    while (at > 0 && is_blank(source[at - 1]))
        at--;
    return at == 0 || is_break(source[at - 1]);
}

bool markup_ends_line(const char *source, uint32_t at)
{
    char c = source[markup_skip_blanks(source, at)];
    return is_break(c) || !c;
}

struct range markup_indentation(const char *source, uint32_t at)
{
    uint32_t start = markup_line_start(source, at);
    return (struct range){start, markup_skip_blanks(source, start)};
}

const char *markup_line_break(const char *source, uint32_t at)
{
    uint32_t start = markup_line_start(source, at);
    if (!start)
        start = (uint32_t)strcspn(source, "\r\n") + 1;
    if (source[start - 1] == '\r')
        return source[start] == '\n' ? "\r\n" : "\r";
    return start > 1 && source[start - 2] == '\r' ? "\r\n" : "\n";
}

/* --- characters ---------------------------------------------------------------------------- */

static const struct {
    const char *text;
    char character;
} entities[] = {
    {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''},
};

uint32_t markup_character(const char *source, uint32_t *at, uint32_t end)
{
    const char *p = source + *at;
    if (*p != '&') {
        uint32_t character = utf8_next(&p, source + end);
        *at = (uint32_t)(p - source);
        return character;
    }
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (begins(source, *at, entities[i].text)) {
            *at += (uint32_t)strlen(entities[i].text);
            return (uint32_t)entities[i].character;
        }
    }
    *at = past(source, *at, ";");
    return (uint32_t)(p[2] == 'x' ? strtoul(p + 3, NULL, 16) : strtoul(p + 2, NULL, 10));
}
