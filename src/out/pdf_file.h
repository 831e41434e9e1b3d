/* A PDF file as numbered objects; the only part of the program that knows libharu.
 *
 * What an object says is written by us as text: the entries of its dictionary, without
 * the outer << >>. It goes into the file at once and is not kept, so that a document takes
 * little more memory than its file. libharu packs the streams and makes the ID; its own
 * objects are large in memory, and its arrays end at 32,767 entries. Many small objects
 * are packed together into streams, unless the file is to be readable with an editor.
 *
 * No function fails until pdf_file_save(): memory is always there (base/memory.h),
 * and the first thing libharu objects to is remembered. */
#ifndef OUT_PDF_FILE_H
#define OUT_PDF_FILE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pdf_file;

/* The longest text string that PDF/A allows in a file, in bytes of UTF-16. */
enum { PDF_STRING_LIMIT = 32000 };

/* Begins a file behind what `out` holds; nothing else is to be added to it until the end.
 * `readable`: only streams are packed, no objects. */
struct pdf_file *pdf_file_new(struct buf *out, bool readable);
void pdf_file_free(struct pdf_file *file);

/* The objects that exist from the start. */
uint32_t pdf_file_catalog(const struct pdf_file *file);
uint32_t pdf_file_info(const struct pdf_file *file);

/* A new object without content; returns its number. */
uint32_t pdf_file_reserve(struct pdf_file *file);

/* Gives an object its entries, once, in addition to those of the file's own: /Type and /Pages
 * of the catalog. Written at once. */
void pdf_file_define(struct pdf_file *file, uint32_t object, const struct buf *entries);

/* A new object with these entries. */
uint32_t pdf_file_add(struct pdf_file *file, const struct buf *entries);

enum pdf_packing { PDF_PLAIN, PDF_DEFLATED };

/* A new stream; `entries` (NULL: none) come beside /Length and /Filter. */
uint32_t pdf_file_add_stream(struct pdf_file *file, const char *entries, const void *bytes,
                             size_t length, enum pdf_packing packing);

/* Appends a page with this content; returns its object. */
uint32_t pdf_file_add_page(struct pdf_file *file, const struct buf *content);

/* Gives the page at `index`, from 0, its entries, beside /Type, /Parent and /Contents. */
void pdf_file_define_page(struct pdf_file *file, size_t index, const struct buf *entries);

/* Finishes the file, with an ID that is made from its bytes and `seed` (NULL: none). Returns 0,
 * or an error code of libharu's. */
unsigned long pdf_file_save(struct pdf_file *file, const char *seed);

/* Adds a text string: UTF-16, cut at PDF_STRING_LIMIT between characters. */
void pdf_add_string(struct buf *out, const char *utf8);

/* Adds a character as the hexadecimal digits of its UTF-16 form. */
void pdf_add_utf16(struct buf *out, uint32_t codepoint);

/* Adds a name or other plain ASCII word as a literal string. Other characters are dropped. */
void pdf_add_word(struct buf *out, const char *word);

/* Adds digits; there are too many of them for printf. */
void pdf_add_integer(struct buf *out, uint32_t value);

/* Adds "name N 0 R". */
void pdf_add_reference(struct buf *out, const char *name, uint32_t object);

#endif
