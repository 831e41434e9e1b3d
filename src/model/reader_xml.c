/* Broken XML in plain words; see reader.h. libxml2 says where and what kind of mistake; the
 * source and the open elements say the rest. */
#include "model/reader.h"

#include "base/memory.h"

#include <libxml/xmlerror.h>
#include <stdio.h>
#include <string.h>

/* What a mistake is called, with its specifics. */
struct mistake {
    enum diag_id id;
    struct diag_at at, other;
    const char *args[3];
};

static struct slice slice_of_xml(const char *text)
{
    return slice_of(text ? text : "", text ? strlen(text) : 0);
}

/* The innermost open element: its name, and its place where we know it. */
static const char *open_element(const struct reader *reader, struct diag_at *at)
{
    if (!reader->depth || reader->skipped)
        return NULL;
    const struct frame *frame = &reader->frames[reader->depth - 1];
    *at = reader_at(reader, frame->at);
    return frame->element->name;
}

static void report(struct reader *reader, const struct mistake *mistake)
{
    struct diag *diag = diag_report(reader->sink, mistake->id, mistake->at, mistake->args[0],
                                    mistake->args[1], mistake->args[2], NULL);
    if (diag && mistake->other.line) {
        diag->other = mistake->other;
        diag->other.file = diag->at.file;
    }
}

/* </b> where <a> is open. libxml2 gives both names and the line of <a>. */
static void report_mismatch(struct reader *reader, const xmlError *error, uint32_t offset)
{
    char line[16];
    uint32_t start = reader_tag_start(reader, offset ? offset - 1 : 0);
    struct diag_word open = word_of(slice_of_xml(error->str1)),
                     closed = word_of(slice_of_xml(error->str2));
    struct mistake mistake = {.id = DIAG_XML_MISMATCH, .at = reader_at_offset(reader, start)};
    mistake.other = (struct diag_at){.file = reader->model->file, .line = (uint32_t)error->int1};
    open_element(reader, &mistake.other);
    snprintf(line, sizeof line, "%u", (unsigned)mistake.other.line);
    mistake.args[0] = open.text;
    mistake.args[1] = line;
    mistake.args[2] = closed.text;
    report(reader, &mistake);
}

/* The file ends before everything is closed. */
static void report_end(struct reader *reader, uint32_t offset)
{
    char line[16];
    struct mistake mistake = {.id = DIAG_XML_STOPS, .at = reader_at_offset(reader, offset)};
    const char *name = open_element(reader, &mistake.other);
    if (name) {
        snprintf(line, sizeof line, "%u", (unsigned)mistake.other.line);
        mistake.id = DIAG_XML_UNCLOSED;
        mistake.args[0] = name;
        mistake.args[1] = line;
    }
    report(reader, &mistake);
}

static void report_plain(struct reader *reader, enum diag_id id, uint32_t offset,
                         const char *detail)
{
    struct diag_word word = word_of(slice_of_xml(detail));
    struct mistake mistake = {
        .id = id, .at = reader_at_offset(reader, offset), .args = {detail ? word.text : NULL}};
    report(reader, &mistake);
}

/* A name was expected: after '&', after '<', or inside a tag. */
static void report_nameless(struct reader *reader, uint32_t offset)
{
    char before = offset ? reader->model->source[offset - 1] : '\0';
    if (before == '&')
        report_plain(reader, DIAG_XML_AMPERSAND, offset - 1, NULL);
    else if (before == '<')
        report_plain(reader, DIAG_XML_LESS, offset - 1, NULL);
    else
        report_plain(reader, DIAG_XML_TAG, offset, NULL);
}

static void report_character(struct reader *reader, int character, uint32_t offset)
{
    char name[16];
    snprintf(name, sizeof name, "U+%04X", (unsigned)character);
    struct mistake mistake = {
        .id = DIAG_XML_CHARACTER, .at = reader_at_offset(reader, offset), .args = {name}};
    report(reader, &mistake);
}

/* The quotation marks of word processors. */
static size_t curly_quote(const char *text)
{
    static const char *const quotes[] = {"“", "”", "„", "‟", "‘", "’", "«", "»", "″"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (!strncmp(text, quotes[i], strlen(quotes[i])))
            return strlen(quotes[i]);
    return 0;
}

/* The name before the '=' before `offset`. */
static struct slice name_before(const struct reader *reader, uint32_t offset)
{
    const char *source = reader->model->source, *end = source + offset;
    while (end > source && strchr(" \t\r\n=", end[-1]))
        end--;
    const char *start = end;
    while (start > source && !strchr(" \t\r\n<>\"'", start[-1]))
        start--;
    return slice_of(start, (size_t)(end - start));
}

/* name=”value”: shows how it is written. False where no curly quotation mark stands here. */
static bool report_curly(struct reader *reader, uint32_t offset)
{
    const char *quote = reader->model->source + offset;
    size_t length = curly_quote(quote), value = 0;
    if (!length)
        return false;
    const char *text = quote + length;
    while (text[value] && !strchr("<>=\"\r\n", text[value]) && !curly_quote(text + value))
        value++;
    struct diag_word sign = word_of(slice_of(quote, length)),
                     name = word_of(name_before(reader, offset)),
                     inside = word_of(slice_of(text, value));
    struct mistake mistake = {.id = DIAG_XML_CURLY_QUOTE,
                              .at = reader_at_offset(reader, offset),
                              .args = {sign.text, name.text, inside.text}};
    report(reader, &mistake);
    return true;
}

/* The words of libxml2, for mistakes that are too rare for words of our own. */
static void report_other(struct reader *reader, const xmlError *error, uint32_t offset)
{
    struct slice message = slice_trim(slice_of_xml(error->message));
    struct diag_word words = word_of(message);
    if (message.length < sizeof words.text) {
        memcpy(words.text, message.text, message.length);
        words.text[message.length] = '\0';
    }
    struct mistake mistake = {
        .id = DIAG_XML_OTHER, .at = reader_at_offset(reader, offset), .args = {words.text}};
    report(reader, &mistake);
}

static bool is_control(const struct reader *reader, uint32_t offset)
{
    unsigned char c = (unsigned char)reader->model->source[offset];
    return c && c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Mistakes that need no more than their place, and at most a name. */
static const struct plain_mistake {
    int code;
    enum diag_id id;
    const char *begins; /* the place is the last of these before; NULL: where the parser stands */
    bool named;         /* libxml2 gives a name that goes into the message */
} plain_mistakes[] = {
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, DIAG_XML_AMPERSAND, NULL, false},
    {XML_ERR_UNDECLARED_ENTITY, DIAG_XML_ENTITY, NULL, true},
    {XML_WAR_UNDECLARED_ENTITY, DIAG_XML_ENTITY, NULL, true},
    {XML_ERR_LT_IN_ATTRIBUTE, DIAG_XML_QUOTE, NULL, false},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, DIAG_XML_QUOTE, NULL, false},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, DIAG_XML_QUOTE, NULL, false},
    {XML_ERR_SPACE_REQUIRED, DIAG_XML_QUOTE, NULL, false},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, DIAG_XML_NO_VALUE, NULL, true},
    {XML_ERR_ATTRIBUTE_REDEFINED, DIAG_XML_ATTRIBUTE_TWICE, "<", true},
    {XML_ERR_GT_REQUIRED, DIAG_XML_TAG, NULL, false},
    {XML_ERR_RESERVED_XML_NAME, DIAG_XML_DECLARATION, "<", false},
    {XML_ERR_COMMENT_NOT_FINISHED, DIAG_XML_COMMENT, "<!--", false},
    {XML_ERR_HYPHEN_IN_COMMENT, DIAG_XML_COMMENT, NULL, false},
    {XML_ERR_MISPLACED_CDATA_END, DIAG_XML_CDATA_END, NULL, false},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, DIAG_XML_PREFIX, "<", true},
};

static const struct plain_mistake *find_plain(int code)
{
    for (size_t i = 0; i < sizeof plain_mistakes / sizeof plain_mistakes[0]; i++)
        if (plain_mistakes[i].code == code)
            return &plain_mistakes[i];
    return NULL;
}

/* The last place before `offset` where `word` stands; `offset` itself where there is none. */
static uint32_t back_to(const struct reader *reader, uint32_t offset, const char *word)
{
    const char *source = reader->model->source;
    size_t length = strlen(word);
    for (uint32_t at = offset; at > 0; at--)
        if (!strncmp(source + at - 1, word, length))
            return at - 1;
    return offset;
}

static bool is_end(int code)
{
    return code == XML_ERR_DOCUMENT_END || code == XML_ERR_TAG_NOT_FINISHED ||
           code == XML_ERR_DOCUMENT_EMPTY;
}

/* The character that an error is about; 0 where it is about something else. */
static int bad_character(const struct reader *reader, const xmlError *error, uint32_t offset)
{
    bool invalid = error->code == XML_ERR_INVALID_CHAR || error->code == XML_ERR_INVALID_CHARREF;
    if (invalid && error->int1)
        return error->int1;
    /* Control characters are also met where libxml2 expected something else. */
    return is_control(reader, offset) ? reader->model->source[offset] : 0;
}

static void explain(struct reader *reader, const xmlError *error, uint32_t offset)
{
    const struct plain_mistake *plain = find_plain(error->code);
    int character = bad_character(reader, error, offset);
    bool at_end = offset >= reader->model->source_length;
    if (character)
        report_character(reader, character, offset);
    else if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        report_mismatch(reader, error, offset);
    else if (is_end(error->code) && reader->closed)
        report_plain(reader, DIAG_XML_AFTER_END, offset, NULL);
    else if (is_end(error->code) || (at_end && error->code != XML_ERR_COMMENT_NOT_FINISHED))
        report_end(reader, offset);
    else if (error->code == XML_ERR_NAME_REQUIRED)
        report_nameless(reader, offset);
    else if (error->code == XML_ERR_ATTRIBUTE_NOT_STARTED && report_curly(reader, offset))
        return;
    else if (plain)
        report_plain(reader, plain->id,
                     plain->begins ? back_to(reader, offset, plain->begins) : offset,
                     plain->named ? error->str1 : NULL);
    else
        report_other(reader, error, offset);
}

/* Warnings are none of ours. The first fatal error ends reading; a mistake in the use of
 * namespaces does not. */
void reader_on_xml_error(void *data, xmlErrorPtr error)
{
    struct reader *reader = data;
    if (reader->stopped || error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY)
        mem_exhausted();
    explain(reader, error, reader_offset(reader));
    if (error->level == XML_ERR_FATAL)
        reader_stop(reader);
}
