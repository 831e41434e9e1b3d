/* Writing JSON; see json.h. */
#include "out/json.h"

#include "base/utf8.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };

void json_init(struct json *json, struct buf *out)
{
    *json = (struct json){.out = out};
}

/* --- texts ----------------------------------------------------------------------------- */

/* The letter behind the backslash where a character has one; 0 for the others. */
static char short_escape(uint32_t c)
{
    switch (c) {
    case '"':
    case '\\':
        return (char)c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

static bool is_shown(uint32_t c)
{
    bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    return !is_control && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR;
}

static void add_text(struct buf *out, const char *text)
{
    const char *end = text + strlen(text);
    buf_add_char(out, '"');
    while (text < end) {
        uint32_t c = utf8_next(&text, end);
        char letter = short_escape(c);
        if (letter) {
            buf_add_char(out, '\\');
            buf_add_char(out, letter);
        } else if (is_shown(c)) {
            buf_add_codepoint(out, c);
        } else {
            buf_addf(out, "\\u%04x", (unsigned)c);
        }
    }
    buf_add_char(out, '"');
}

/* --- structure -------------------------------------------------------------------------- */

static void start_line(struct json *json)
{
    buf_add_char(json->out, '\n');
    for (unsigned i = 0; i < json->depth; i++)
        buf_add_string(json->out, "  ");
}

/* All that comes before a value. */
static void begin_value(struct json *json, const char *name)
{
    if (json->filled)
        buf_add_char(json->out, ',');
    if (json->depth)
        start_line(json);
    if (name) {
        add_text(json->out, name);
        buf_add_string(json->out, ": ");
    }
    json->filled = true;
}

static void begin(struct json *json, const char *name, char bracket)
{
    begin_value(json, name);
    buf_add_char(json->out, bracket);
    json->depth++;
    json->filled = false;
}

static void end(struct json *json, char bracket)
{
    assert(json->depth);
    json->depth--;
    if (json->filled)
        start_line(json);
    buf_add_char(json->out, bracket);
    json->filled = true;
    if (!json->depth)
        buf_add_char(json->out, '\n');
}

void json_begin_object(struct json *json, const char *name)
{
    begin(json, name, '{');
}

void json_end_object(struct json *json)
{
    end(json, '}');
}

void json_begin_array(struct json *json, const char *name)
{
    begin(json, name, '[');
}

void json_end_array(struct json *json)
{
    end(json, ']');
}

/* --- values ------------------------------------------------------------------------------ */

void json_add_string(struct json *json, const char *name, const char *text)
{
    begin_value(json, name);
    if (text)
        add_text(json->out, text);
    else
        buf_add_string(json->out, "null");
}

void json_add_count(struct json *json, const char *name, uint64_t count)
{
    begin_value(json, name);
    buf_addf(json->out, "%" PRIu64, count);
}

void json_add_bool(struct json *json, const char *name, bool value)
{
    begin_value(json, name);
    buf_add_string(json->out, value ? "true" : "false");
}

void json_add_number(struct json *json, const char *name, double value, int decimals)
{
    begin_value(json, name);
    if (isfinite(value))
        buf_add_number(json->out, value, decimals);
    else
        buf_add_string(json->out, "null");
}
