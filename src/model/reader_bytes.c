/* From bytes to text; see reader_bytes.h. */
#include "model/reader_bytes.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "model/encoding.h"
#include "model/position.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct diag_at at_offset(const struct model *model, const char *text, size_t offset)
{
    struct position place = position_after(position_start(), text, (uint32_t)offset);
    return (struct diag_at){
        model->file, place.line, place.column, {place.offset, place.line, place.column}};
}

static struct diag_at whole_file(const struct model *model)
{
    return (struct diag_at){.file = model->file};
}

static bool starts_with(const char *bytes, size_t length, const char *magic, size_t magic_length)
{
    return length >= magic_length && !memcmp(bytes, magic, magic_length);
}

static bool starts_with_word(const char *bytes, size_t length, const char *word)
{
    size_t word_length = strlen(word);
    return length >= word_length && !strncasecmp(bytes, word, word_length);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_spaces(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && is_space(text[i]))
        i++;
    return i;
}

/* --- the language, before anything is known ------------------------------------------------ */

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The value behind the "lang" at `p`; NULL where it is not an attribute. */
static const char *lang_value(const char *start, const char *p)
{
    bool begins = p > start && (p[-1] == ':' || is_space(p[-1]));
    p += 4;
    p += strspn(p, " \t\r\n");
    if (!begins || *p != '=')
        return NULL;
    p++;
    p += strspn(p, " \t\r\n");
    return (*p == '"' || *p == '\'') && is_letter(p[1]) && is_letter(p[2]) ? p + 1 : NULL;
}

void reader_peek_language(struct model *model, const char *bytes, size_t length)
{
    char head[1025];
    size_t used = 0;
    for (size_t i = 0; i < length && used + 1 < sizeof head; i++)
        if (bytes[i]) /* UTF-16 has a NUL beside each letter */
            head[used++] = bytes[i];
    head[used] = '\0';
    const char *value = NULL;
    for (const char *p = strstr(head, "lang"); p && !value; p = strstr(p + 1, "lang"))
        value = lang_value(head, p);
    for (size_t i = 0; value && i < 2; i++)
        model->lang_hint[i] = (char)(value[i] | 0x20);
}

/* --- other kinds of files ------------------------------------------------------------------ */

static bool has_control_bytes(const char *bytes, size_t length)
{
    size_t looked_at = length < 4096 ? length : 4096;
    for (size_t i = 0; i < looked_at; i++)
        if ((unsigned char)bytes[i] < 0x20 && !is_space(bytes[i]) && bytes[i] != '\f')
            return true;
    return false;
}

/* The name of a format that is known by its first bytes and is not ours. */
static const char *other_format(const char *bytes, size_t length)
{
    size_t spaces = skip_spaces(bytes, length);
    const char *first = bytes + spaces;
    size_t left = length - spaces;
    if (starts_with(bytes, length, "%PDF", 4))
        return "PDF";
    if (starts_with(bytes, length, "{\\rtf", 5))
        return "RTF";
    if (starts_with_word(first, left, "<!doctype html") || starts_with_word(first, left, "<html"))
        return "HTML";
    if (left && (*first == '{' || *first == '['))
        return "JSON";
    return NULL;
}

static bool is_office(const char *bytes, size_t length)
{
    return starts_with(bytes, length, "PK\3\4", 4) || starts_with(bytes, length, "PK\5\6", 4) ||
           starts_with(bytes, length, "\xD0\xCF\x11\xE0", 4);
}

/* Says what the file is where it cannot be XML; false then. */
static bool looks_like_xml(const struct model *model, const char *bytes, size_t length,
                           struct diag_sink *sink)
{
    struct diag_at at = whole_file(model);
    size_t spaces = skip_spaces(bytes, length);
    const char *format = other_format(bytes, length);
    if (spaces == length)
        diag_report(sink, DIAG_FILE_EMPTY, at, NULL);
    else if (is_office(bytes, length))
        diag_report(sink, DIAG_FILE_OFFICE, at, NULL);
    else if (format)
        diag_report(sink, DIAG_FILE_OTHER, at, format, NULL);
    else if (starts_with(bytes, length, "<\0", 2) || starts_with(bytes, length, "\0<", 2))
        diag_report(sink, DIAG_FILE_UTF16, at, NULL);
    else if (bytes[spaces] == '<')
        return true;
    else if (has_control_bytes(bytes, length))
        diag_report(sink, DIAG_FILE_BINARY, at, NULL);
    else
        diag_report(sink, DIAG_FILE_TEXT, at, NULL);
    return false;
}

/* --- the declared encoding ----------------------------------------------------------------- */

/* Finds the value of encoding="..." in the XML declaration; false where there is none. */
static bool find_declared(const char *bytes, size_t length, const char **name, size_t *name_length)
{
    if (!starts_with(bytes, length, "<?xml", 5))
        return false;
    const char *end = memchr(bytes, '>', length < 1024 ? length : 1024);
    static const char word[] = "encoding";
    for (const char *p = bytes; end && p + sizeof word < end; p++) {
        if (memcmp(p, word, sizeof word - 1) != 0)
            continue;
        p += sizeof word - 1;
        p += skip_spaces(p, (size_t)(end - p));
        if (*p != '=')
            return false;
        p++;
        p += skip_spaces(p, (size_t)(end - p));
        if (*p != '"' && *p != '\'')
            return false;
        const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
        *name = p + 1;
        *name_length = close ? (size_t)(close - p - 1) : 0;
        return close != NULL;
    }
    return false;
}

/* --- decoding ------------------------------------------------------------------------------ */

static void report_byte(enum diag_id id, struct diag_at at, unsigned char byte, const char *detail,
                        struct diag_sink *sink)
{
    char hex[8];
    snprintf(hex, sizeof hex, "%02X", (unsigned)byte);
    diag_report(sink, id, at, hex, detail, NULL);
}

static bool decode_single_bytes(struct model *model, const char *bytes, size_t length,
                                enum encoding encoding, struct diag_sink *sink)
{
    char *text = mem_alloc(length * 3 + 1);
    size_t used = 0;
    bool good = true;
    for (size_t i = 0; i < length && good; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        uint32_t c = encoding_character(encoding, byte);
        good = c || !byte;
        if (good)
            used += utf8_encode(c, text + used);
        else
            report_byte(DIAG_ENCODING_BROKEN, at_offset(model, text, used), byte,
                        encoding_name(encoding), sink);
    }
    text[used] = '\0';
    model->source = mem_realloc(text, used + 1, 1);
    model->source_length = used;
    return good;
}

static uint32_t unit_at(const unsigned char *b, enum encoding encoding)
{
    return encoding == ENCODING_UTF_16_LITTLE ? (uint32_t)(b[0] | b[1] << 8)
                                              : (uint32_t)(b[0] << 8 | b[1]);
}

static bool decode_utf16(struct model *model, const char *bytes, size_t length,
                         enum encoding encoding, struct diag_sink *sink)
{
    const unsigned char *b = (const unsigned char *)bytes;
    char *text = mem_alloc(length / 2 * 3 + 4);
    size_t used = 0, i = 0;
    bool good = true;
    while (i + 1 < length && good) {
        uint32_t c = unit_at(b + i, encoding);
        i += 2;
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < length) {
            uint32_t low = unit_at(b + i, encoding);
            good = low >= 0xDC00 && low < 0xE000;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else {
            good = c < 0xD800 || c >= 0xE000;
        }
        if (good)
            used += utf8_encode(c, text + used);
    }
    if (!good || i < length)
        report_byte(DIAG_ENCODING_BROKEN, at_offset(model, text, used),
                    b[good ? length - 1 : i - 2], encoding_name(encoding), sink);
    text[used] = '\0';
    model->source = mem_realloc(text, used + 1, 1);
    model->source_length = used;
    return good && i == length;
}

/* Says which character a byte was probably meant to be. */
static void report_bad_utf8(const struct model *model, size_t offset, struct diag_sink *sink)
{
    struct diag_at at = at_offset(model, model->source, offset);
    unsigned char byte = (unsigned char)model->source[offset];
    uint32_t meant = encoding_character(ENCODING_WINDOWS_1252, byte);
    char letter[UTF8_MAX + 1] = {0};
    if (meant)
        utf8_encode(meant, letter);
    report_byte(meant ? DIAG_ENCODING_BYTE : DIAG_ENCODING_BROKEN, at, byte,
                meant ? letter : "UTF-8", sink);
}

/* Makes every byte that is not UTF-8 a question mark, so that the lines can be printed. */
static void blank_bad_bytes(char *text, size_t length)
{
    for (size_t at = utf8_first_bad(text, length); at < length;
         at += utf8_first_bad(text + at, length - at))
        text[at] = '?';
}

/* --- UTF-8 that was taken for windows-1252 and saved as UTF-8 again ------------------------- */

/* The byte that windows-1252 has for a character; 0: none. */
static unsigned char byte_of(uint32_t c)
{
    for (unsigned byte = 0x80; byte < 0xA0; byte++)
        if (c && (c == encoding_character(ENCODING_WINDOWS_1252, (unsigned char)byte) || c == byte))
            return (unsigned char)byte;
    return c < 0x100 ? (unsigned char)c : 0;
}

/* The letter from À to ÿ that «Ã» and the next character were; 0: none. */
static uint32_t letter_behind(const char *at, const char *end, const char **past)
{
    const char *p = at;
    if (end - at < 3 || utf8_next(&p, end) != 0xC3)
        return 0;
    unsigned char byte = byte_of(utf8_next(&p, end));
    *past = p;
    return byte >= 0x80 && byte < 0xC0 ? byte + 0x40u : 0;
}

static bool ends_word(char c)
{
    return is_space(c) || strchr("<>\"'=&", c);
}

/* Reports the word around `at`, where it is not too long for one, and what it was. */
static void report_twice(const struct model *model, const char *at, struct diag_sink *sink)
{
    enum { WORD_MOST = 60 };
    const char *start = at, *end = model->source + model->source_length;
    struct buf was = {0};
    while (start > model->source && !ends_word(start[-1]))
        start--;
    start = at - start < WORD_MOST / 2 ? start : at;
    const char *p = start;
    while (p < end && !ends_word(*p) && p - start < WORD_MOST) {
        const char *past;
        uint32_t letter = letter_behind(p, end, &past);
        buf_add_codepoint(&was, letter ? letter : utf8_next(&p, end));
        p = letter ? past : p;
    }
    struct buf is = {0};
    buf_add(&is, start, (size_t)(p - start));
    diag_report(sink, DIAG_ENCODING_TWICE,
                at_offset(model, model->source, (size_t)(start - model->source)), is.data, was.data,
                NULL);
    buf_release(&is);
    buf_release(&was);
}

static void look_for_twice(const struct model *model, struct diag_sink *sink)
{
    const char *end = model->source + model->source_length, *past;
    const char *at = model->source;
    while (at < end && (at = memchr(at, 0xC3, (size_t)(end - at))) &&
           !letter_behind(at, end, &past))
        at++;
    if (at && at < end)
        report_twice(model, at, sink);
}

/* --- decoding, all of it ------------------------------------------------------------------- */

static bool keep_utf8(struct model *model, char *bytes, size_t length, struct diag_sink *sink)
{
    model->source = bytes;
    model->source_length = length;
    size_t bad = utf8_first_bad(bytes, length);
    if (bad == length) {
        look_for_twice(model, sink);
        return true;
    }
    report_bad_utf8(model, bad, sink);
    blank_bad_bytes(bytes, length);
    return false;
}

/* Takes the bytes over as they are, behind a byte order mark of `bom` bytes. */
static bool decode_utf8(struct model *model, char *bytes, size_t length, size_t bom,
                        struct diag_sink *sink)
{
    memmove(bytes, bytes + bom, length - bom + 1);
    if (!looks_like_xml(model, bytes, length - bom, sink)) {
        free(bytes);
        return false;
    }
    return keep_utf8(model, bytes, length - bom, sink);
}

static bool has_high_bytes(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] >= 0x80)
            return true;
    return false;
}

bool reader_is_plainly_utf8(const char *bytes, size_t length)
{
    return utf8_first_bad(bytes, length) == length && has_high_bytes(bytes, length);
}

/* Says that the encoding which the first line declares is not the one of the file. */
static void report_declared(const struct model *model, enum diag_id id, const char *name,
                            size_t length, struct diag_sink *sink)
{
    char shown[64];
    snprintf(shown, sizeof shown, "%.*s", (int)(length < 40 ? length : 40), name);
    if (utf8_first_bad(shown, strlen(shown)) < strlen(shown))
        shown[0] = '\0';
    diag_report(sink, id, (struct diag_at){.file = model->file, .line = 1, .column = 1}, shown,
                NULL);
}

/* A file without byte order mark: what it declares decides, where that can be true. */
static bool decode_declared(struct model *model, char *bytes, size_t length, struct diag_sink *sink)
{
    const char *name = "UTF-8";
    size_t name_length = strlen(name);
    find_declared(bytes, length, &name, &name_length);
    enum encoding encoding = encoding_declared(name, name_length);
    if (encoding == ENCODING_ASCII && has_high_bytes(bytes, length))
        encoding = ENCODING_UTF_8;
    if (encoding != ENCODING_UTF_8 && encoding != ENCODING_UNKNOWN &&
        reader_is_plainly_utf8(bytes, length)) {
        report_declared(model, DIAG_ENCODING_FALSE, name, name_length, sink);
        encoding = ENCODING_UTF_8;
    }
    model->encoding = encoding_name(encoding);
    if (encoding == ENCODING_UTF_8 || encoding == ENCODING_ASCII)
        return decode_utf8(model, bytes, length, 0, sink);
    bool good = looks_like_xml(model, bytes, length, sink);
    if (good && encoding == ENCODING_UNKNOWN) {
        bool utf16 = starts_with_word(name, name_length, "UTF-16");
        report_declared(model, utf16 ? DIAG_ENCODING_FALSE : DIAG_ENCODING_UNKNOWN, name,
                        name_length, sink);
        good = false;
    } else if (good) {
        good = decode_single_bytes(model, bytes, length, encoding, sink);
    }
    free(bytes);
    return good;
}

static bool decode_marked_utf16(struct model *model, char *bytes, size_t length,
                                enum encoding encoding, struct diag_sink *sink)
{
    model->bom = true;
    model->encoding = encoding_name(encoding);
    bool good = decode_utf16(model, bytes + 2, length - 2, encoding, sink);
    free(bytes);
    return good && looks_like_xml(model, model->source, model->source_length, sink);
}

bool reader_decode(struct model *model, char *bytes, size_t length, struct diag_sink *sink)
{
    if (starts_with(bytes, length, "\xFF\xFE", 2))
        return decode_marked_utf16(model, bytes, length, ENCODING_UTF_16_LITTLE, sink);
    if (starts_with(bytes, length, "\xFE\xFF", 2))
        return decode_marked_utf16(model, bytes, length, ENCODING_UTF_16_BIG, sink);
    if (!starts_with(bytes, length, "\xEF\xBB\xBF", 3))
        return decode_declared(model, bytes, length, sink);
    model->bom = true;
    model->encoding = encoding_name(ENCODING_UTF_8);
    return decode_utf8(model, bytes, length, 3, sink);
}

/* --- limits -------------------------------------------------------------------------------- */

/* The first place of `word` from `at` on, or the end of the text. */
static const char *find(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    while ((size_t)(end - at) >= length) {
        const char *first = memchr(at, word[0], (size_t)(end - at) - length + 1);
        if (!first)
            break;
        if (!memcmp(first, word, length))
            return first;
        at = first + 1;
    }
    return end;
}

/* Past a comment, CDATA section or processing instruction at `at`; NULL where there is none. */
static const char *past_opaque(const char *at, const char *end)
{
    size_t left = (size_t)(end - at);
    if (starts_with(at, left, "<!--", 4))
        return find(at + 4, end, "-->");
    if (starts_with(at, left, "<![CDATA[", 9))
        return find(at + 9, end, "]]>");
    if (starts_with(at, left, "<?", 2))
        return find(at + 2, end, "?>");
    return NULL;
}

/* Measures the start tag at `at`: its attributes, and its bytes as far as they count. */
static void measure_tag(const char *at, const char *end, size_t *length, size_t *attributes)
{
    char quote = '\0';
    const char *p = at;
    *attributes = 0;
    for (; p < end && p - at <= READER_MOST_TAG && (quote || *p != '>'); p++) {
        if (quote)
            quote = *p == quote ? '\0' : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else
            *attributes += *p == '=';
    }
    *length = (size_t)(p - at);
}

static bool report_limit(const struct model *model, enum diag_id id, const char *at, size_t limit,
                         struct diag_sink *sink)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", limit);
    diag_report(sink, id, at_offset(model, model->source, (size_t)(at - model->source)), digits,
                NULL);
    return false;
}

static bool check_tag(const struct model *model, const char *at, const char *end,
                      struct diag_sink *sink)
{
    size_t length, attributes;
    measure_tag(at, end, &length, &attributes);
    if (attributes > READER_MOST_ATTRIBUTES)
        return report_limit(model, DIAG_TAG_ATTRIBUTES, at, READER_MOST_ATTRIBUTES, sink);
    if (length > READER_MOST_TAG)
        return report_limit(model, DIAG_TAG_LENGTH, at, READER_MOST_TAG >> 10, sink);
    return true;
}

/* <!DOCTYPE and the like: what begins with "<!" and is neither comment nor CDATA. */
static bool is_declaration(const char *at, const char *end)
{
    return starts_with(at, (size_t)(end - at), "<!", 2) && !past_opaque(at, end);
}

static const char *next_tag(const char *at, const char *end)
{
    const char *found = at < end ? memchr(at, '<', (size_t)(end - at)) : NULL;
    return found ? found : end;
}

/* What begins at `at`, a tag with the text behind it, or something opaque up to `past` with the text
 * behind it, ends where the next tag begins. */
static bool check_piece(const struct model *model, const char *at, const char *past,
                        const char *next, struct diag_sink *sink)
{
    /* An attribute takes five bytes at least, and no start tag has a '<' inside, so only a
     * long way to the next '<' needs a closer look. */
    enum { SHORTEST_CROWDED = READER_MOST_ATTRIBUTES * 5 };
    const char *end = model->source + model->source_length;
    if (!past && next - at >= SHORTEST_CROWDED && !check_tag(model, at, end, sink))
        return false;
    if (past && past - at > READER_MOST_TEXT)
        next = past;
    return next - at <= READER_MOST_TEXT ||
           report_limit(model, DIAG_TEXT_LENGTH, at, READER_MOST_TEXT >> 20, sink);
}

bool reader_within_limits(const struct model *model, struct diag_sink *sink)
{
    const char *end = model->source + model->source_length;
    const char *nul = memchr(model->source, '\0', model->source_length);
    if (nul) {
        diag_report(sink, DIAG_XML_CHARACTER,
                    at_offset(model, model->source, (size_t)(nul - model->source)), "U+0000", NULL);
        return false;
    }
    const char *at = next_tag(model->source, end);
    while (at < end) {
        if (is_declaration(at, end))
            return true; /* a DOCTYPE; it is refused when the parser comes to it */
        const char *past = past_opaque(at, end);
        const char *next = next_tag(past ? past : at + 1, end);
        if (!check_piece(model, at, past, next, sink))
            return false;
        at = next;
    }
    return true;
}
