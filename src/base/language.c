/* Texts per language; see language.h.
 *
 * The catalogue format is GNU gettext's .mo: a header, and two tables of (length,
 * offset) pairs, the originals sorted by their bytes. Every offset is checked when
 * the file is opened, so that looking up needs no checks. */
#include "base/language.h"

#include "base/arena.h"
#include "base/datadir.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MO_MAGIC = (int)0x950412de,
    MO_HEADER = 28,
    MO_LIMIT = 16 << 20,
};

struct language {
    enum language_code code;
    char *catalogue; /* the bytes of the .mo file; NULL: none */
    size_t length;
    uint32_t count, originals, translations; /* number of texts; offsets of the tables */
};

static const char *const tags[LANGUAGE_COUNT] = {
    [LANGUAGE_ENGLISH] = "en", [LANGUAGE_DANISH] = "da"};

int language_code_of(const char *tag)
{
    if (!strcmp(tag, "C") || !strcmp(tag, "POSIX") || !strncmp(tag, "C.", 2))
        return LANGUAGE_ENGLISH;
    for (int code = 0; code < LANGUAGE_COUNT; code++) {
        char after = strncmp(tag, tags[code], 2) ? '?' : tag[2];
        if (after == '\0' || after == '-' || after == '_' || after == '.' || after == '@')
            return code;
    }
    return -1;
}

enum language_code language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            int code = language_code_of(value);
            return code < 0 ? LANGUAGE_ENGLISH : (enum language_code)code;
        }
    }
    return LANGUAGE_ENGLISH;
}

static uint32_t word_at(const struct language *language, size_t offset)
{
    uint32_t word;
    memcpy(&word, language->catalogue + offset, sizeof word);
    return word;
}

/* True if the table of (length, offset) pairs at `table` and all it points at lie in the file. */
static bool table_is_sound(const struct language *language, uint32_t table)
{
    if ((uint64_t)table + (uint64_t)language->count * 8 > language->length)
        return false;
    for (uint32_t i = 0; i < language->count; i++) {
        uint64_t length = word_at(language, table + i * 8);
        uint64_t offset = word_at(language, table + i * 8 + 4);
        if (offset + length + 1 > language->length || language->catalogue[offset + length])
            return false;
    }
    return true;
}

static bool catalogue_is_sound(struct language *language)
{
    if (language->length < MO_HEADER || word_at(language, 0) != (uint32_t)MO_MAGIC)
        return false;
    language->count = word_at(language, 8);
    language->originals = word_at(language, 12);
    language->translations = word_at(language, 16);
    return table_is_sound(language, language->originals) &&
           table_is_sound(language, language->translations);
}

static void read_catalogue(struct language *language, const char *folder)
{
    char name[8];
    snprintf(name, sizeof name, "%s.mo", tags[language->code]);
    char *path = datadir_join(folder, name);
    struct diag_sink ignored; /* a missing catalogue is no failure: the texts are English */
    diag_sink_init(&ignored, false);
    if (!file_read(path, MO_LIMIT, &language->catalogue, &language->length, &ignored) &&
        !catalogue_is_sound(language)) {
        free(language->catalogue);
        language->catalogue = NULL;
    }
    diag_sink_release(&ignored);
    free(path);
}

struct language *language_open(enum language_code code, const char *folder)
{
    struct language *language = mem_zalloc(1, sizeof *language);
    language->code = code;
    if (code != LANGUAGE_ENGLISH && folder)
        read_catalogue(language, folder);
    return language;
}

void language_free(struct language *language)
{
    if (!language)
        return;
    free(language->catalogue);
    free(language);
}

int language_is_complete(const struct language *language)
{
    return language->code == LANGUAGE_ENGLISH || language->catalogue;
}

enum language_code language_code(const struct language *language)
{
    return language->code;
}

const char *language_tag(const struct language *language)
{
    return tags[language->code];
}

const char *language_text(const struct language *language, const char *english)
{
    if (!language->catalogue || !*english) /* "" is the catalogue's header */
        return english;
    uint32_t low = 0, high = language->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        size_t offset = word_at(language, language->originals + middle * 8 + 4);
        int order = strcmp(english, language->catalogue + offset);
        if (!order)
            return language->catalogue + word_at(language, language->translations + middle * 8 + 4);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return english;
}

const char *language_count(const struct language *language, size_t count, const char *one,
                           const char *many)
{
    return language_text(language, count == 1 ? one : many);
}

void language_add_number(const struct language *language, struct buf *out, double value,
                         int decimals)
{
    char digits[64];
    snprintf(digits, sizeof digits, "%.*f", decimals, value < 0 ? -value : value);
    char *point = strpbrk(digits, ".,");
    size_t whole = point ? (size_t)(point - digits) : strlen(digits);
    bool danish = language->code == LANGUAGE_DANISH;
    if (value < 0 && strspn(digits, "0.,") != strlen(digits))
        buf_add_string(out, "\xE2\x88\x92"); /* U+2212, the minus sign */
    for (size_t i = 0; i < whole; i++) {
        bool group = i && (whole - i) % 3 == 0;
        if (group)
            buf_add_char(out, danish ? '.' : ',');
        buf_add_char(out, digits[i]);
    }
    if (point) {
        buf_add_char(out, danish ? ',' : '.');
        buf_add_string(out, point + 1);
    }
}

static const char *month_name(const struct language *language, int month)
{
    static const char *const names[] = {
        N_("January"),   N_("February"), N_("March"),    N_("April"),
        N_("May"),       N_("June"),     N_("July"),     N_("August"),
        N_("September"), N_("October"),  N_("November"), N_("December"),
    };
    return language_text(language, names[month - 1]);
}

void language_add_date(const struct language *language, struct buf *out, struct date date)
{
    if (!date_given(date))
        return;
    if (date.month && date.day && language->code == LANGUAGE_DANISH)
        buf_addf(out, "%d.%d.%d", date.day, date.month, date.year);
    else if (date.month && date.day)
        buf_addf(out, "%d %s %d", date.day, month_name(language, date.month), date.year);
    else if (date.month)
        buf_addf(out, "%s %d", month_name(language, date.month), date.year);
    else
        buf_addf(out, "%d", date.year);
}

/* Lower case for the letters that Danish and English names use. */
static uint32_t fold_case(uint32_t c)
{
    bool latin_capital = c >= 0xC0 && c <= 0xDE && c != 0xD7;
    return (c >= 'A' && c <= 'Z') || latin_capital ? c + 0x20 : c;
}

/* Where a letter sorts: a-z, then æ (and ä), ø (and ö), å in Danish; accents do not count. */
static uint32_t sort_weight(uint32_t letter, bool danish)
{
    static const char base[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypy"; /* of U+00E0 .. U+00FF */
    uint32_t after_z = 'z' * 8;
    if (danish && (letter == 0xE6 || letter == 0xE4))
        return after_z + 1;
    if (danish && (letter == 0xF8 || letter == 0xF6))
        return after_z + 2;
    if (danish && letter == 0xE5)
        return after_z + 3;
    if (letter >= 0xE0 && letter <= 0xFF)
        letter = (unsigned char)base[letter - 0xE0];
    return letter * 8;
}

/* The next letter's weight; 0 at the end. "aa" counts as å in Danish names. */
static uint32_t next_weight(const char **cursor, const char *end, bool danish)
{
    if (*cursor >= end)
        return 0;
    uint32_t letter = fold_case(utf8_next(cursor, end));
    if (danish && letter == 'a' && *cursor < end && (**cursor == 'a' || **cursor == 'A')) {
        (*cursor)++;
        letter = 0xE5;
    }
    return sort_weight(letter, danish);
}

int language_compare(const struct language *language, const char *a, const char *b)
{
    bool danish = language->code == LANGUAGE_DANISH;
    const char *p = a, *q = b, *p_end = a + strlen(a), *q_end = b + strlen(b);
    while (p < p_end || q < q_end) {
        uint32_t wp = next_weight(&p, p_end, danish), wq = next_weight(&q, q_end, danish);
        if (wp != wq)
            return wp < wq ? -1 : 1;
    }
    return strcmp(a, b);
}
