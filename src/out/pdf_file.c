/* A PDF file as numbered objects; see pdf_file.h. */
#include "out/pdf_file.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <ctype.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGES_PER_NODE = 64,      /* leaves of a node of the page tree */
    OBJECT_NUMBER = 0x7FFFFF, /* the bits of libharu's obj_id that number the object */
    ID_BYTES = HPDF_MD5_KEY_LEN,
};

struct pdf_file {
    HPDF_Doc haru;
    struct arena arena;   /* of the entries */
    const char **entries; /* by object number; the trailer, which has none, is 0 */
    size_t entry_capacity;
    HPDF_STATUS error; /* the first one */
};

/* --- between libharu and us ----------------------------------------------------------- */

/* libharu does not look whether it got memory. */
static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return mem_alloc(size);
}

static void HPDF_STDCALL deallocate(void *memory)
{
    free(memory);
}

static void HPDF_STDCALL remember_error(HPDF_STATUS error, HPDF_STATUS detail, void *self)
{
    struct pdf_file *file = self;
    (void)detail;
    if (!file->error)
        file->error = error;
}

static uint32_t number_of(HPDF_Dict dict)
{
    return dict->header.obj_id & OBJECT_NUMBER;
}

/* Called by libharu between << and >>. */
static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct pdf_file *file = dict->error->user_data;
    const char *entries = file->entries[number_of(dict)];
    if (!entries)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries, (HPDF_UINT)strlen(entries));
}

/* Makes `dict` write what is defined for its number. */
static uint32_t adopt(struct pdf_file *file, HPDF_Dict dict)
{
    uint32_t number = number_of(dict);
    size_t known = file->entry_capacity;
    if (number >= known) {
        file->entries =
            mem_grow(file->entries, &file->entry_capacity, number + 1, sizeof *file->entries);
        for (size_t i = known; i < file->entry_capacity; i++)
            file->entries[i] = NULL;
    }
    dict->write_fn = write_entries;
    return number;
}

static void define(struct pdf_file *file, uint32_t object, const char *entries, size_t length)
{
    if (object < file->entry_capacity)
        file->entries[object] = arena_copy(&file->arena, entries, length);
}

/* --- objects -------------------------------------------------------------------------- */

struct pdf_file *pdf_file_new(void)
{
    struct pdf_file *file = mem_zalloc(1, sizeof *file);
    arena_init(&file->arena);
    file->haru = HPDF_NewEx(remember_error, allocate, deallocate, 0, file);
    if (!file->haru) {
        file->error = HPDF_FAILD_TO_ALLOC_MEM;
        return file;
    }
    file->haru->pdf_version = HPDF_VER_17;
    HPDF_SetCompressionMode(file->haru, HPDF_COMP_ALL);
    HPDF_SetPagesConfiguration(file->haru, PAGES_PER_NODE);
    HPDF_Dict_RemoveElement(file->haru->info, "Producer");
    adopt(file, file->haru->trailer);
    adopt(file, file->haru->catalog);
    adopt(file, file->haru->info);
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (!file)
        return;
    if (file->haru)
        HPDF_Free(file->haru);
    free(file->entries);
    arena_release(&file->arena);
    free(file);
}

uint32_t pdf_file_catalog(const struct pdf_file *file)
{
    return file->haru ? number_of(file->haru->catalog) : 0;
}

uint32_t pdf_file_info(const struct pdf_file *file)
{
    return file->haru ? number_of(file->haru->info) : 0;
}

uint32_t pdf_file_reserve(struct pdf_file *file)
{
    HPDF_Dict dict = file->error ? NULL : HPDF_Dict_New(file->haru->mmgr);
    if (!dict || HPDF_Xref_Add(file->haru->xref, dict) != HPDF_OK)
        return 0;
    return adopt(file, dict);
}

void pdf_file_define(struct pdf_file *file, uint32_t object, const struct buf *entries)
{
    if (object)
        define(file, object, entries->data, entries->length);
}

uint32_t pdf_file_add(struct pdf_file *file, const struct buf *entries)
{
    uint32_t object = pdf_file_reserve(file);
    pdf_file_define(file, object, entries);
    return object;
}

uint32_t pdf_file_add_stream(struct pdf_file *file, const char *entries, const void *bytes,
                             size_t length, enum pdf_packing packing)
{
    HPDF_Dict dict = file->error ? NULL : HPDF_DictStream_New(file->haru->mmgr, file->haru->xref);
    if (!dict)
        return 0;
    if (packing == PDF_DEFLATED)
        dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)length);
    uint32_t object = adopt(file, dict);
    if (entries)
        define(file, object, entries, strlen(entries));
    return object;
}

uint32_t pdf_file_add_page(struct pdf_file *file, const struct buf *content)
{
    HPDF_Page page = file->error ? NULL : HPDF_AddPage(file->haru);
    if (!page)
        return 0;
    HPDF_PageAttr attr = page->attr;
    HPDF_Dict_RemoveElement(page, "Resources");
    HPDF_Dict_RemoveElement(page, "MediaBox");
    HPDF_Stream_Write(attr->stream, (const HPDF_BYTE *)content->data, (HPDF_UINT)content->length);
    return adopt(file, page);
}

/* --- saving --------------------------------------------------------------------------- */

/* The ID in hexadecimal digits, made from the file as it is while the ID is all zeros. */
static void make_id(const struct buf *out, size_t start, const char *seed, char *digits)
{
    HPDF_MD5_CTX context;
    HPDF_BYTE id[ID_BYTES];
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)out->data + start,
                   (HPDF_UINT32)(out->length - start));
    if (seed)
        HPDF_MD5Update(&context, (const HPDF_BYTE *)seed, (HPDF_UINT32)strlen(seed));
    HPDF_MD5Final(id, &context);
    for (size_t i = 0; i < ID_BYTES; i++)
        snprintf(digits + 2 * i, 3, "%02X", id[i]);
}

static void define_id(struct pdf_file *file, const char *digits)
{
    struct buf entries;
    buf_init(&entries, 0);
    buf_addf(&entries, "/ID [<%s> <%s>]\n", digits, digits);
    define(file, 0, entries.data, entries.length);
    buf_release(&entries);
}

/* Puts the ID in the place of the zeros: twice, in the trailer at the end of the file. */
static void fill_id(struct buf *out, const char *zeros, const char *digits)
{
    size_t length = strlen(zeros);
    size_t found = 0;
    for (size_t at = out->length - length; at > 0 && found < 2; at--) {
        if (memcmp(out->data + at, zeros, length) == 0) {
            memcpy(out->data + at, digits, length);
            found++;
        }
    }
}

static void copy_stream(struct buf *out, HPDF_Stream stream)
{
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT length = 0;
        const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &length);
        buf_add(out, (const char *)bytes, length);
    }
}

unsigned long pdf_file_save(struct pdf_file *file, const char *seed, struct buf *out)
{
    static const char zeros[] = "00000000000000000000000000000000";
    char digits[2 * ID_BYTES + 1] = "";
    size_t start = out->length;
    if (!file->error) {
        define_id(file, zeros);
        HPDF_SaveToStream(file->haru);
    }
    if (file->error)
        return file->error;
    copy_stream(out, file->haru->stream);
    if (out->overflow)
        return HPDF_FAILD_TO_ALLOC_MEM;
    make_id(out, start, seed, digits);
    fill_id(out, zeros, digits);
    return 0;
}

/* --- values --------------------------------------------------------------------------- */

static void add_unit(struct buf *out, uint32_t unit)
{
    static const char hex[] = "0123456789ABCDEF";
    const char digits[4] = {hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15],
                            hex[unit & 15]};
    buf_add(out, digits, sizeof digits);
}

void pdf_add_utf16(struct buf *out, uint32_t codepoint)
{
    if (codepoint > 0xFFFF) {
        add_unit(out, 0xD800 | (codepoint - 0x10000) >> 10);
        add_unit(out, 0xDC00 | (codepoint & 0x3FF));
    } else {
        add_unit(out, codepoint);
    }
}

void pdf_add_string(struct buf *out, const char *utf8)
{
    const char *end = utf8 + strlen(utf8);
    size_t limit = out->length + 2 * PDF_STRING_LIMIT; /* two digits a byte */
    buf_add_string(out, "<FEFF");
    while (utf8 < end && out->length < limit)
        pdf_add_utf16(out, utf8_next(&utf8, end));
    buf_add_char(out, '>');
}

void pdf_add_word(struct buf *out, const char *word)
{
    buf_add_char(out, '(');
    for (; *word; word++) {
        unsigned char c = (unsigned char)*word;
        if (c > ' ' && c < 0x7F && !strchr("()\\", c))
            buf_add_char(out, *word);
    }
    buf_add_char(out, ')');
}

void pdf_add_integer(struct buf *out, uint32_t value)
{
    char digits[12];
    char *p = digits + sizeof digits;
    do
        *--p = (char)('0' + value % 10);
    while (value /= 10);
    buf_add(out, p, (size_t)(digits + sizeof digits - p));
}

void pdf_add_reference(struct buf *out, const char *name, uint32_t object)
{
    buf_add_string(out, name);
    buf_add_char(out, ' ');
    pdf_add_integer(out, object);
    buf_add(out, " 0 R", 4);
}
