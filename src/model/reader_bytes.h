/* From the bytes of a file to its text: what kind of file is it, in which encoding,
 * and is it safe to hand to the XML parser? */
#ifndef MODEL_READER_BYTES_H
#define MODEL_READER_BYTES_H

#include "model/model.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    READER_MOST_BYTES = 256 << 20, /* of a file */
    READER_MOST_TAG = 64 << 10,    /* bytes of one start tag */
    READER_MOST_ATTRIBUTES = 64,   /* of one start tag */
    READER_MOST_TEXT = 4 << 20,    /* bytes of one text, comment or the like */
};

/* Sets the model's lang_hint from what looks like xml:lang in the first kilobyte, so that what
 * is said about a file that cannot be read is said in its language. */
void reader_peek_language(struct model *model, const char *bytes, size_t length);

/* True if bytes that declare another encoding are taken for UTF-8 all the same: text with letters
 * beyond ASCII that is UTF-8 by chance does not happen. */
bool reader_is_plainly_utf8(const char *bytes, size_t length);

/* Takes the bytes of a file (from malloc(), NUL-terminated) and sets the model's
 * source, source_length, encoding and bom. Returns false where it cannot be read as
 * text with XML in it; the reason is then reported. */
bool reader_decode(struct model *model, char *bytes, size_t length, struct diag_sink *sink);

/* Looks for what would cost the XML parser more than it is worth: start tags that are
 * too long or have too many attributes, long texts and comments, and NUL bytes. Returns false where it found and
 * reported one. */
bool reader_within_limits(const struct model *model, struct diag_sink *sink);

#endif
