/* Character encodings; see encoding.h. */
#include "model/encoding.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* Names under which files declare them; the first of each is how we write it. */
static const struct {
    const char *name;
    enum encoding encoding;
} declared_names[] = {
    {"UTF-8", ENCODING_UTF_8},         {"UTF8", ENCODING_UTF_8},
    {"US-ASCII", ENCODING_ASCII},      {"ASCII", ENCODING_ASCII},
    {"ISO-8859-1", ENCODING_LATIN_1},  {"ISO8859-1", ENCODING_LATIN_1},
    {"ISO_8859-1", ENCODING_LATIN_1},  {"latin1", ENCODING_LATIN_1},
    {"ISO-8859-15", ENCODING_LATIN_9}, {"ISO8859-15", ENCODING_LATIN_9},
    {"latin9", ENCODING_LATIN_9},      {"windows-1252", ENCODING_WINDOWS_1252},
    {"cp1252", ENCODING_WINDOWS_1252},
};

enum { DECLARED_NAMES = sizeof declared_names / sizeof *declared_names };

/* Bytes 80 to 9F of windows-1252; 0: not in use. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

enum encoding encoding_declared(const char *name, size_t length)
{
    for (size_t i = 0; i < DECLARED_NAMES; i++)
        if (strlen(declared_names[i].name) == length &&
            !strncasecmp(declared_names[i].name, name, length))
            return declared_names[i].encoding;
    return ENCODING_UNKNOWN;
}

const char *encoding_name(enum encoding encoding)
{
    if (encoding == ENCODING_UTF_16_LITTLE)
        return "UTF-16LE";
    if (encoding == ENCODING_UTF_16_BIG)
        return "UTF-16BE";
    for (size_t i = 0; i < DECLARED_NAMES; i++)
        if (declared_names[i].encoding == encoding)
            return declared_names[i].name;
    return NULL;
}

enum encoding encoding_named(const char *name)
{
    enum encoding encoding = ENCODING_UTF_8;
    while (encoding < ENCODING_UNKNOWN && strcmp(encoding_name(encoding), name) != 0)
        encoding++;
    return encoding;
}

/* --- bytes to characters ------------------------------------------------------------------- */

static uint32_t latin_9(unsigned char byte)
{
    switch (byte) {
    case 0xA4:
        return 0x20AC;
    case 0xA6:
        return 0x0160;
    case 0xA8:
        return 0x0161;
    case 0xB4:
        return 0x017D;
    case 0xB8:
        return 0x017E;
    case 0xBC:
        return 0x0152;
    case 0xBD:
        return 0x0153;
    case 0xBE:
        return 0x0178;
    default:
        return byte;
    }
}

uint32_t encoding_character(enum encoding encoding, unsigned char byte)
{
    if (encoding == ENCODING_WINDOWS_1252 && byte >= 0x80 && byte < 0xA0)
        return windows_1252[byte - 0x80];
    return encoding == ENCODING_LATIN_9 ? latin_9(byte) : byte;
}

/* --- characters to bytes ------------------------------------------------------------------- */

/* The byte itself is nearly always the answer; else one of the upper half. */
static size_t single_byte(enum encoding encoding, uint32_t character, char *bytes)
{
    if (character < 0x100 && encoding_character(encoding, (unsigned char)character) == character) {
        bytes[0] = (char)character;
        return 1;
    }
    for (unsigned byte = 0x80; byte < 0x100; byte++) {
        if (encoding_character(encoding, (unsigned char)byte) == character) {
            bytes[0] = (char)byte;
            return 1;
        }
    }
    return 0;
}

static size_t put_unit(enum encoding encoding, uint32_t unit, char *bytes)
{
    bool little = encoding == ENCODING_UTF_16_LITTLE;
    bytes[0] = (char)(little ? unit & 0xFF : unit >> 8);
    bytes[1] = (char)(little ? unit >> 8 : unit & 0xFF);
    return 2;
}

static size_t utf_16(enum encoding encoding, uint32_t character, char *bytes)
{
    if (character < 0x10000)
        return put_unit(encoding, character, bytes);
    uint32_t rest = character - 0x10000;
    size_t used = put_unit(encoding, 0xD800 + (rest >> 10), bytes);
    return used + put_unit(encoding, 0xDC00 + (rest & 0x3FF), bytes + used);
}

size_t encoding_bytes(enum encoding encoding, uint32_t character, char bytes[ENCODING_MOST_BYTES])
{
    switch (encoding) {
    case ENCODING_UTF_8:
        return utf8_encode(character, bytes);
    case ENCODING_ASCII:
        bytes[0] = (char)character;
        return character < 0x80;
    case ENCODING_LATIN_1:
    case ENCODING_LATIN_9:
    case ENCODING_WINDOWS_1252:
        return character ? single_byte(encoding, character, bytes) : 0;
    case ENCODING_UTF_16_LITTLE:
    case ENCODING_UTF_16_BIG:
        return utf_16(encoding, character, bytes);
    case ENCODING_UNKNOWN:
        break;
    }
    return 0;
}
