/* Markdown for a terminal; see markdown.h. */
#include "base/markdown.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { CODE_INDENT = 4 };

/* What has been written of the line at hand. */
struct writer {
    struct buf *out;
    size_t columns;
    size_t column; /* characters on this line; 0: it is empty */
    size_t indent; /* of the lines that follow in the same paragraph */
    bool fenced;   /* inside ``` */
    bool begun;    /* something stands above */
};

static void end_line(struct writer *writer)
{
    if (writer->column)
        buf_add_char(writer->out, '\n');
    writer->column = 0;
}

/* A blank line between blocks, never two and none at the top. */
static void end_block(struct writer *writer)
{
    end_line(writer);
    if (writer->begun)
        buf_add_char(writer->out, '\n');
    writer->begun = false;
    writer->indent = 0;
}

static void add_spaces(struct writer *writer, size_t count)
{
    buf_addf(writer->out, "%*s", (int)count, "");
    writer->column += count;
}

/* Marks of code and of emphasis, which a terminal does not show. A single star is none. */
static bool is_mark(const char *text, size_t i, size_t length)
{
    return text[i] == '`' || (text[i] == '*' && ((i + 1 < length && text[i + 1] == '*') ||
                                                 (i && text[i - 1] == '*')));
}

/* Characters of a text without its marks. */
static size_t width_of(const char *text, size_t length)
{
    size_t width = utf8_count(text, length);
    for (size_t i = 0; i < length; i++)
        width -= is_mark(text, i, length);
    return width;
}

static void add_plain(struct buf *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_mark(text, i, length))
            buf_add_char(out, text[i]);
}

static void add_word(struct writer *writer, const char *word, size_t length)
{
    size_t width = width_of(word, length);
    if (writer->column && writer->column + 1 + width > writer->columns)
        end_line(writer);
    if (!writer->column)
        add_spaces(writer, writer->indent);
    else if (writer->column > writer->indent)
        add_spaces(writer, 1);
    add_plain(writer->out, word, length);
    writer->column += width;
    writer->begun = true;
}

/* Up to the next space; code is not broken at its spaces. */
static size_t word_length(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && text[i] != ' ') {
        const char *end = text[i] == '`' ? memchr(text + i + 1, '`', length - i - 1) : NULL;
        i = end ? (size_t)(end - text) + 1 : i + 1;
    }
    return i;
}

static void add_words(struct writer *writer, const char *line, size_t length)
{
    for (size_t at = 0; at < length; at++) {
        size_t word = word_length(line + at, length - at);
        if (word)
            add_word(writer, line + at, word);
        at += word;
    }
}

static void add_heading(struct writer *writer, const char *line, size_t length)
{
    size_t level = strspn(line, "#"), start = level + strspn(line + level, " ");
    end_block(writer);
    add_plain(writer->out, line + start, length - start);
    buf_add_char(writer->out, '\n');
    for (size_t i = width_of(line + start, length - start); i; i--)
        buf_add_char(writer->out, level == 1 ? '=' : '-');
    buf_add_char(writer->out, '\n');
}

static void add_code(struct writer *writer, const char *line, size_t length)
{
    if (length)
        buf_addf(writer->out, "%*s%.*s", CODE_INDENT, "", (int)length, line);
    buf_add_char(writer->out, '\n');
    writer->begun = true;
}

/* "- " begins a point: what follows hangs under its text. */
static void add_point(struct writer *writer, const char *line, size_t length)
{
    end_line(writer);
    buf_add_string(writer->out, "- ");
    writer->column = writer->indent = 2;
    add_words(writer, line + 2, length - 2);
}

static void add_line(struct writer *writer, const char *line, size_t length)
{
    bool fence = length >= 3 && !memcmp(line, "```", 3);
    if (fence && !writer->fenced)
        end_block(writer);
    if (fence)
        writer->fenced = !writer->fenced;
    else if (writer->fenced)
        add_code(writer, line, length);
    else if (!length)
        end_block(writer);
    else if (*line == '#')
        add_heading(writer, line, length);
    else if (length > 2 && !memcmp(line, "- ", 2))
        add_point(writer, line, length);
    else
        add_words(writer, line, length);
}

void markdown_add(struct buf *out, const char *text, size_t columns)
{
    struct writer writer = {.out = out, .columns = columns};
    while (*text) {
        size_t length = strcspn(text, "\n");
        add_line(&writer, text, length);
        text += length + (text[length] == '\n');
    }
    end_line(&writer);
}

const char *markdown_title(const char *text, size_t *length)
{
    while (*text && *text != '#')
        text += strcspn(text, "\n") + (strchr(text, '\n') != NULL);
    if (!*text)
        return NULL;
    text += strspn(text, "# ");
    *length = strcspn(text, "\n");
    return text;
}
