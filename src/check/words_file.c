/* Reads files of words; see words_file.h. docs/virkning.1 describes the form. */
#include "check/words_file.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/suggest.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 1 << 22, LEAST_BESIDE_STAR = 2 /* bytes */ };

static const struct section {
    const char *names[2]; /* English and Danish */
    enum words_form form;
} sections[WORDS_LISTS] = {
#define WORDS(name, section, danish, form) {{section, danish}, WORDS_FORM_##form},
#include "check/words_list.h"
#undef WORDS
};

/* A file while it is read. */
struct reading {
    struct words_files *files;
    struct diag_sink *sink;
    const char *path;
    uint32_t line;
    int language; /* -1: not said yet */
    int section;  /* of words_list.h; -1: none yet */
    size_t entries;
    bool failed;
    struct buf words; /* of the entry */
};

/* An entry of a section as it is read. */
struct draft {
    struct words_entry entry;
    bool is_removal;
};

static void complain(struct reading *reading, enum diag_id id, const char *a, const char *b)
{
    struct diag_at at = {.file = reading->path, .line = reading->line};
    diag_report(reading->sink, id, at, a, b, NULL);
    reading->failed = reading->failed || diag_severity_of(id, false) == DIAG_ERROR;
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

/* --- entries --------------------------------------------------------------------------- */

/* Adds the words of a text to `out` in lower case with one space between; returns how many. */
static size_t add_words(struct buf *out, const char *text)
{
    char word[WORDS_LONGEST + 1];
    size_t count = 0;
    for (const char *p = text; *p;) {
        size_t length = words_next(&p, word);
        if (!length) {
            p++;
            continue;
        }
        if (count++)
            buf_add_char(out, ' ');
        buf_add(out, word, length);
    }
    return count;
}

/* What of an entry is a star; false where one cannot stand so. */
static bool read_stars(const char *text, struct words_entry *entry, bool *at_end)
{
    size_t length = strlen(text), stars = 0;
    bool at_start = *text == '*';
    *at_end = length > 1 && text[length - 1] == '*';
    for (const char *p = strchr(text, '*'); p; p = strchr(p + 1, '*'))
        stars++;
    if (stars)
        entry->match = at_start ? WORDS_ENDS : WORDS_BEGINS;
    return !stars || (stars == 1 && at_start != *at_end && length > LEAST_BESIDE_STAR);
}

/* Reads a word or phrase; false where it was wrong, and reported. */
static bool read_text(struct reading *reading, const char *text, struct words_entry *entry)
{
    bool at_end, is_right = read_stars(text, entry, &at_end);
    struct buf *words = &reading->words;
    buf_reset(words);
    size_t count = is_right ? add_words(words, text) : 0;
    if (!is_right || (count > 1 && entry->match == WORDS_ENDS)) {
        complain(reading, DIAG_WORDS_STAR, text, NULL);
        return false;
    }
    if (!count) {
        complain(reading, DIAG_WORDS_EMPTY_ENTRY, NULL, NULL);
        return false;
    }
    entry->text = arena_copy(reading->files->arena, words->data, words->length);
    entry->length = (uint32_t)words->length;
    if (count > 1) {
        entry->match = WORDS_PHRASE;
        entry->open_end = at_end;
    }
    return true;
}

static bool is_same(const struct words_entry *a, const struct words_entry *b)
{
    bool is_pair = sections[a->list].form == WORDS_FORM_PAIR;
    return a->match == b->match && a->open_end == b->open_end && !strcmp(a->text, b->text) &&
           (!is_pair || !strcmp(a->other, b->other));
}

static void remove_entry(struct reading *reading, const struct words_entry *entry)
{
    struct words_growing *list = &reading->files->lists[reading->language][entry->list];
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!is_same(list->items[i], entry))
            list->items[kept++] = list->items[i];
    if (kept == list->count)
        complain(reading, DIAG_WORDS_NOT_THERE, entry->text,
                 sections[entry->list].names[reading->language == WORDS_DANISH]);
    list->count = kept;
}

static void add_entry(struct reading *reading, const struct words_entry *entry)
{
    struct arena *arena = reading->files->arena;
    struct words_growing *list = &reading->files->lists[reading->language][entry->list];
    struct words_entry *copy = arena_alloc(arena, sizeof *copy);
    *copy = *entry;
    list->items =
        arena_grow(arena, list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = copy;
}

static void take_entry(struct reading *reading, const struct draft *draft)
{
    reading->entries++;
    if (draft->is_removal)
        remove_entry(reading, &draft->entry);
    else
        add_entry(reading, &draft->entry);
}

/* "one / other": each leads to the other. */
static void take_pair(struct reading *reading, char *text, struct draft *draft)
{
    char *slash = strchr(text, '/');
    struct words_entry *entry = &draft->entry, other = *entry;
    if (!slash) {
        complain(reading, DIAG_WORDS_PAIR, text, NULL);
        return;
    }
    *slash = '\0';
    if (!read_text(reading, trim(text), entry) || !read_text(reading, trim(slash + 1), &other))
        return;
    entry->other = other.text;
    other.other = entry->text;
    take_entry(reading, draft);
    if (strcmp(entry->text, other.text) != 0) {
        draft->entry = other;
        take_entry(reading, draft);
    }
}

/* One entry, with its sign of removal. */
static void read_entry(struct reading *reading, char *text)
{
    struct draft draft = {.entry.list = (enum words_id)reading->section};
    text = trim(text);
    draft.is_removal = *text == '-';
    if (draft.is_removal)
        text = trim(text + 1);
    if (sections[reading->section].form == WORDS_FORM_PAIR)
        take_pair(reading, text, &draft);
    else if (read_text(reading, text, &draft.entry))
        take_entry(reading, &draft);
}

/* "term = better words": commas belong to the better words. */
static void read_advice(struct reading *reading, char *line, char *equals)
{
    struct draft draft = {.entry.list = (enum words_id)reading->section};
    *equals = '\0';
    char *text = trim(line), *better = trim(equals + 1);
    if (!*text || !*better) {
        complain(reading, DIAG_WORDS_ADVICE, *text ? text : better, NULL);
        return;
    }
    draft.entry.other = arena_string(reading->files->arena, better);
    if (read_text(reading, text, &draft.entry))
        take_entry(reading, &draft);
}

/* Bytes of small letters at `text`. */
static size_t small_letters(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    for (;; p++)
        if (*p == 0xC3 && p[1] >= 0xA0 && p[1] != 0xB7)
            p++; /* of Latin-1, in UTF-8 */
        else if (!(*p >= 'a' && *p <= 'z'))
            return (size_t)(p - (const unsigned char *)text);
}

/* Takes an entry of small letters and perhaps one star, up to the next comma: most are such,
 * and need no closer look. Returns its bytes; 0: there is more to it. */
static size_t take_plain(struct reading *reading, const char *text)
{
    struct words_entry entry = {.list = (enum words_id)reading->section};
    bool at_start = *text == '*';
    size_t length = small_letters(text + at_start), bytes = at_start + length;
    bool at_end = text[bytes] == '*';
    bytes += at_end;
    bool is_plain = length >= LEAST_BESIDE_STAR && length <= WORDS_LONGEST &&
                    !(at_start && at_end) && (text[bytes] == ',' || !text[bytes]);
    if (!is_plain)
        return 0;
    entry.match = at_start ? WORDS_ENDS : at_end ? WORDS_BEGINS : WORDS_WHOLE;
    entry.text = arena_copy(reading->files->arena, text + at_start, length);
    entry.length = (uint32_t)length;
    reading->entries++;
    add_entry(reading, &entry);
    return bytes;
}

static void read_entries(struct reading *reading, char *line)
{
    bool may_be_plain = sections[reading->section].form != WORDS_FORM_PAIR;
    for (char *text = line, *next; text; text = next) {
        text += strspn(text, " ");
        size_t bytes = may_be_plain ? take_plain(reading, text) : 0;
        if (bytes) {
            next = text[bytes] ? text + bytes + 1 : NULL;
            continue;
        }
        next = strchr(text, ',');
        if (next)
            *next++ = '\0';
        bool is_last_comma = !next && !*trim(text) && text != line;
        if (!is_last_comma)
            read_entry(reading, text);
    }
}

/* --- lines ----------------------------------------------------------------------------- */

static int find_section(const char *name)
{
    for (int i = 0; i < WORDS_LISTS; i++)
        if (!strcmp(name, sections[i].names[0]) || !strcmp(name, sections[i].names[1]))
            return i;
    return -1;
}

static void read_section(struct reading *reading, char *line)
{
    char *close = strchr(line, ']');
    if (close)
        *close = '\0';
    const char *name = trim(line + 1);
    reading->section = find_section(name);
    if (reading->section >= 0)
        return;
    const char *known[2 * WORDS_LISTS];
    for (size_t i = 0; i < 2 * WORDS_LISTS; i++)
        known[i] = sections[i / 2].names[i % 2];
    const char *meant = suggest_word(name, known, 2 * WORDS_LISTS);
    complain(reading, meant ? DIAG_WORDS_SECTION : DIAG_WORDS_SECTION_UNKNOWN, name, meant);
}

/* True if the line is "language = ..." (or "sprog = ..."). */
static bool read_language(struct reading *reading, const char *line, char *equals)
{
    size_t length = (size_t)(equals - line);
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        length--;
    bool is_language = (length == 8 && !memcmp(line, "language", length)) ||
                       (length == 5 && !memcmp(line, "sprog", length));
    if (!is_language)
        return false;
    const char *value = trim(equals + 1);
    reading->language = *value ? words_language_of(value) : -1;
    reading->section = -1;
    if (reading->language < 0)
        complain(reading, DIAG_WORDS_LANGUAGE, value, NULL);
    return true;
}

/* Cuts a comment: from a # at the beginning of the line or behind white space. */
static void cut_comment(char *line)
{
    for (char *p = strchr(line, '#'); p; p = strchr(p + 1, '#'))
        if (p == line || p[-1] == ' ' || p[-1] == '\t') {
            *p = '\0';
            return;
        }
}

/* Words have a place only below a language and a section; says so once. */
static bool has_place(struct reading *reading, const char *line)
{
    if (reading->language >= 0 && reading->section >= 0)
        return true;
    if (!reading->failed)
        complain(reading, reading->language < 0 ? DIAG_WORDS_NO_LANGUAGE : DIAG_WORDS_NO_SECTION,
                 line, NULL);
    return false;
}

static void read_line(struct reading *reading, char *line)
{
    cut_comment(line);
    line = trim(line);
    char *equals = strchr(line, '=');
    if (!*line || (equals && read_language(reading, line, equals)))
        return;
    if (*line == '[')
        read_section(reading, line);
    else if (!has_place(reading, line))
        return;
    else if (equals && sections[reading->section].form == WORDS_FORM_ADVICE)
        read_advice(reading, line, equals);
    else
        read_entries(reading, line);
}

/* A file that is not UTF-8 is not read: its letters would be guesses. */
static bool is_utf8(struct reading *reading, const char *bytes, size_t length)
{
    size_t bad = utf8_first_bad(bytes, length);
    if (bad == length)
        return true;
    reading->line = 1;
    for (size_t i = 0; i < bad; i++)
        reading->line += bytes[i] == '\n';
    complain(reading, DIAG_WORDS_ENCODING, NULL, NULL);
    return false;
}

static void read_lines(struct reading *reading, char *bytes)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t skip = !strncmp(bytes, mark, 3) ? 3 : 0;
    for (char *line = bytes + skip, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        reading->line++;
        read_line(reading, line);
    }
    reading->line = 0;
    if (!reading->entries && !reading->failed)
        complain(reading, DIAG_WORDS_NONE, reading->path, NULL);
}

int words_read_file(struct words_files *files, const char *path, struct diag_sink *sink)
{
    struct reading reading = {
        .files = files, .sink = sink, .path = path, .language = -1, .section = -1};
    char *bytes;
    size_t length;
    if (file_read(path, FILE_LIMIT, &bytes, &length, sink))
        return -1;
    if (is_utf8(&reading, bytes, length))
        read_lines(&reading, bytes);
    buf_release(&reading.words);
    free(bytes);
    return reading.failed ? -1 : 0;
}
