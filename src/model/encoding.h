/* Character encodings of files: their names, bytes to characters and back.
 *
 * An encoding with one byte a character is decoded by encoding_character(); all are
 * encoded by encoding_bytes(). What is decoded and encoded again comes back byte for
 * byte. Nothing here fails but by saying that there is no such character. */
#ifndef MODEL_ENCODING_H
#define MODEL_ENCODING_H

#include <stddef.h>
#include <stdint.h>

enum encoding {
    ENCODING_UTF_8,
    ENCODING_ASCII,
    ENCODING_LATIN_1,
    ENCODING_LATIN_9,
    ENCODING_WINDOWS_1252,
    ENCODING_UTF_16_LITTLE,
    ENCODING_UTF_16_BIG,
    ENCODING_UNKNOWN,
};

enum { ENCODING_MOST_BYTES = 4 }; /* of a character, in any of them */

/* The encoding that a file declares under this name; ENCODING_UNKNOWN for those that are not
 * read, and for UTF-16, which is known by its byte order mark and not by its name. */
enum encoding encoding_declared(const char *name, size_t length);

/* How we write it; NULL for ENCODING_UNKNOWN. */
const char *encoding_name(enum encoding encoding);

/* The encoding of a name that encoding_name() gave. */
enum encoding encoding_named(const char *name);

/* The character of one byte in an encoding with one byte a character; 0 where it has none. */
uint32_t encoding_character(enum encoding encoding, unsigned char byte);

/* Writes the character's bytes; returns how many, 0 where the encoding lacks it. */
size_t encoding_bytes(enum encoding encoding, uint32_t character, char bytes[ENCODING_MOST_BYTES]);

#endif
