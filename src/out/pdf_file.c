/* A PDF file as numbered objects; see pdf_file.h. */
#include "out/pdf_file.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <ctype.h>
#include <hpdf.h>
#include <hpdf_encrypt.h>
#include <hpdf_error.h>
#include <hpdf_mmgr.h>
#include <hpdf_streams.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGES_PER_NODE = 64, /* leaves of a node of the page tree */
    BLOCK = 16384,       /* bytes that libharu packs at a time */
    PACK_BYTES = 32768,  /* of objects that are packed together */
    PLACE_BYTES = 7,     /* of an object's place in the table of places */
    ID_BYTES = HPDF_MD5_KEY_LEN,
};

/* Where an object is: a place in the file, or another object and its place among those that
 * are packed into that. */
struct place {
    uint32_t at; /* 0: not in the file (yet) */
    uint16_t index;
    bool packed;
};

/* Objects that are to be packed together. */
struct pack {
    struct buf numbers, objects; /* number and place of each; their entries */
    uint16_t count;
    uint32_t object;
};

/* What is known of a page. */
struct leaf {
    uint32_t object, content;
};

struct pdf_file {
    struct buf *out;
    size_t start; /* of the file in `out` */
    bool readable;
    struct place *places; /* of the objects, by number - 1 */
    size_t object_count, place_capacity;
    struct pack pack;
    uint32_t catalog, info, root;
    struct leaf *leaves; /* pages */
    size_t leaf_count, leaf_capacity;
    uint32_t *nodes; /* of the page tree, PAGES_PER_NODE pages each */
    size_t node_count, node_capacity;
    struct buf deflated; /* a stream in the making */
    HPDF_Error_Rec error;
    HPDF_MMgr memory;
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

static HPDF_STATUS take_deflated(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    buf_add(stream->attr, (const char *)bytes, length);
    return HPDF_OK;
}

/* Deflates bytes into file->deflated. */
static void deflate_bytes(struct pdf_file *file, const void *bytes, size_t length)
{
    HPDF_Stream from = HPDF_MemStream_New(file->memory, BLOCK);
    HPDF_Stream to = HPDF_CallbackWriter_New(file->memory, take_deflated, &file->deflated);
    buf_reset(&file->deflated);
    HPDF_Stream_Write(from, bytes, (HPDF_UINT)length);
    HPDF_Stream_WriteToStream(from, to, HPDF_STREAM_FILTER_FLATE_DECODE, NULL);
    HPDF_Stream_Free(from);
    HPDF_Stream_Free(to);
}

/* --- objects -------------------------------------------------------------------------- */

struct pdf_file *pdf_file_new(struct buf *out, bool readable)
{
    struct pdf_file *file = mem_zalloc(1, sizeof *file);
    file->out = out;
    file->start = out->length;
    file->readable = readable;
    buf_init(&file->pack.numbers, 0);
    buf_init(&file->pack.objects, 0);
    buf_init(&file->deflated, 0);
    HPDF_Error_Init(&file->error, file);
    file->memory = HPDF_MMgr_New(&file->error, 0, allocate, deallocate);
    buf_add_string(out, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"); /* bytes that say: not only text */
    file->catalog = pdf_file_reserve(file);
    file->info = pdf_file_reserve(file);
    file->root = pdf_file_reserve(file);
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (!file)
        return;
    HPDF_MMgr_Free(file->memory);
    buf_release(&file->deflated);
    buf_release(&file->pack.numbers);
    buf_release(&file->pack.objects);
    free(file->places);
    free(file->leaves);
    free(file->nodes);
    free(file);
}

uint32_t pdf_file_catalog(const struct pdf_file *file)
{
    return file->catalog;
}

uint32_t pdf_file_info(const struct pdf_file *file)
{
    return file->info;
}

uint32_t pdf_file_reserve(struct pdf_file *file)
{
    file->places =
        mem_grow(file->places, &file->place_capacity, file->object_count + 1, sizeof *file->places);
    file->places[file->object_count++] = (struct place){.at = 0};
    return (uint32_t)file->object_count;
}

/* Begins an object and its dictionary. */
static void begin_object(struct pdf_file *file, uint32_t object)
{
    file->places[object - 1] = (struct place){.at = (uint32_t)(file->out->length - file->start)};
    pdf_add_integer(file->out, object);
    buf_add_string(file->out, " 0 obj\n<<");
}

static void end_object(struct pdf_file *file)
{
    buf_add_string(file->out, ">>\nendobj\n");
}

/* Writes a stream as the object that was reserved for it. */
static void define_stream(struct pdf_file *file, uint32_t object, const char *entries,
                          const void *bytes, size_t length, enum pdf_packing packing)
{
    struct buf *out = file->out;
    if (packing == PDF_DEFLATED) {
        deflate_bytes(file, bytes, length);
        bytes = file->deflated.data;
        length = file->deflated.length;
    }
    begin_object(file, object);
    if (entries)
        buf_add_string(out, entries);
    if (packing == PDF_DEFLATED)
        buf_add_string(out, "/Filter /FlateDecode ");
    buf_addf(out, "/Length %zu>>\nstream\n", length);
    buf_add(out, bytes, length);
    buf_add_string(out, "\nendstream\nendobj\n");
}

static void flush_pack(struct pdf_file *file)
{
    struct pack *pack = &file->pack;
    char entries[64];
    if (!pack->count)
        return;
    snprintf(entries, sizeof entries, "/Type /ObjStm /N %d /First %zu\n", pack->count,
             pack->numbers.length);
    buf_add(&pack->numbers, pack->objects.data, pack->objects.length);
    define_stream(file, pack->object, entries, pack->numbers.data, pack->numbers.length,
                  PDF_DEFLATED);
    buf_reset(&pack->numbers);
    buf_reset(&pack->objects);
    pack->count = 0;
}

static void pack_object(struct pdf_file *file, uint32_t object, const struct buf *entries)
{
    struct pack *pack = &file->pack;
    if (!pack->count)
        pack->object = pdf_file_reserve(file);
    file->places[object - 1] = (struct place){pack->object, pack->count++, true};
    buf_addf(&pack->numbers, "%lu %zu ", (unsigned long)object, pack->objects.length);
    buf_add_string(&pack->objects, "<<");
    buf_add(&pack->objects, entries->data, entries->length);
    buf_add_string(&pack->objects, ">>\n");
    if (pack->objects.length > PACK_BYTES)
        flush_pack(file);
}

void pdf_file_define(struct pdf_file *file, uint32_t object, const struct buf *entries)
{
    bool plain = file->readable || object == file->catalog || object == file->info;
    if (!object)
        return;
    if (!plain) {
        pack_object(file, object, entries);
        return;
    }
    begin_object(file, object);
    if (object == file->catalog) {
        buf_add_string(file->out, "/Type /Catalog");
        pdf_add_reference(file->out, " /Pages", file->root);
        buf_add_char(file->out, '\n');
    }
    buf_add(file->out, entries->data, entries->length);
    end_object(file);
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
    uint32_t object = pdf_file_reserve(file);
    define_stream(file, object, entries, bytes, length, packing);
    return object;
}

/* --- pages ---------------------------------------------------------------------------- */

uint32_t pdf_file_add_page(struct pdf_file *file, const struct buf *content)
{
    if (file->leaf_count % PAGES_PER_NODE == 0) {
        file->nodes =
            mem_grow(file->nodes, &file->node_capacity, file->node_count + 1, sizeof *file->nodes);
        file->nodes[file->node_count++] = pdf_file_reserve(file);
    }
    file->leaves =
        mem_grow(file->leaves, &file->leaf_capacity, file->leaf_count + 1, sizeof *file->leaves);
    struct leaf *leaf = &file->leaves[file->leaf_count++];
    leaf->object = pdf_file_reserve(file);
    leaf->content = pdf_file_add_stream(file, NULL, content->data, content->length, PDF_DEFLATED);
    return leaf->object;
}

void pdf_file_define_page(struct pdf_file *file, size_t index, const struct buf *entries)
{
    begin_object(file, file->leaves[index].object);
    buf_add_string(file->out, "/Type /Page");
    pdf_add_reference(file->out, " /Parent", file->nodes[index / PAGES_PER_NODE]);
    pdf_add_reference(file->out, " /Contents", file->leaves[index].content);
    buf_add_char(file->out, '\n');
    buf_add(file->out, entries->data, entries->length);
    end_object(file);
}

static void write_node(struct pdf_file *file, size_t node)
{
    size_t first = node * PAGES_PER_NODE;
    size_t end =
        first + PAGES_PER_NODE < file->leaf_count ? first + PAGES_PER_NODE : file->leaf_count;
    begin_object(file, file->nodes[node]);
    buf_add_string(file->out, "/Type /Pages");
    pdf_add_reference(file->out, " /Parent", file->root);
    buf_addf(file->out, " /Count %zu /Kids [", end - first);
    for (size_t i = first; i < end; i++)
        pdf_add_reference(file->out, "", file->leaves[i].object);
    buf_add_char(file->out, ']');
    end_object(file);
}

static void write_page_tree(struct pdf_file *file)
{
    for (size_t i = 0; i < file->node_count; i++)
        write_node(file, i);
    begin_object(file, file->root);
    buf_addf(file->out, "/Type /Pages /Count %zu /Kids [", file->leaf_count);
    for (size_t i = 0; i < file->node_count; i++)
        pdf_add_reference(file->out, "", file->nodes[i]);
    buf_add_char(file->out, ']');
    end_object(file);
}

/* --- saving --------------------------------------------------------------------------- */

/* Adds the ID twice: in hexadecimal digits, made from the objects in the file. */
static void add_id(const struct pdf_file *file, size_t end, const char *seed, struct buf *out)
{
    HPDF_MD5_CTX context;
    HPDF_BYTE id[ID_BYTES];
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, (const HPDF_BYTE *)file->out->data + file->start,
                   (HPDF_UINT32)(end - file->start));
    if (seed)
        HPDF_MD5Update(&context, (const HPDF_BYTE *)seed, (HPDF_UINT32)strlen(seed));
    HPDF_MD5Final(id, &context);
    buf_add_string(out, " /ID [");
    for (int copy = 0; copy < 2; copy++) {
        buf_add_char(out, '<');
        for (size_t i = 0; i < ID_BYTES; i++)
            buf_addf(out, "%02X", id[i]);
        buf_add_char(out, '>');
    }
    buf_add_string(out, "]\n");
}

/* Adds what a reader begins with. */
static void add_trailer(const struct pdf_file *file, size_t end, const char *seed, struct buf *out)
{
    buf_addf(out, "/Size %zu", file->object_count + 1);
    pdf_add_reference(out, " /Root", file->catalog);
    pdf_add_reference(out, " /Info", file->info);
    add_id(file, end, seed, out);
}

/* Where each object is: a line of 20 bytes for each. Those without content are marked free. */
static void write_readable_places(struct pdf_file *file, const char *seed)
{
    struct buf *out = file->out;
    size_t end = out->length;
    buf_addf(out, "xref\n0 %zu\n0000000000 65535 f \n", file->object_count + 1);
    for (size_t i = 0; i < file->object_count; i++) {
        uint32_t at = file->places[i].at;
        buf_addf(out, "%010lu %05d %c \n", (unsigned long)at, at ? 0 : 1, at ? 'n' : 'f');
    }
    buf_add_string(out, "trailer\n<<");
    add_trailer(file, end, seed, out);
    buf_add_string(out, ">>\n");
}

/* A place as it stands in the table: its kind, a place or an object, an index. */
static void put_place(unsigned char bytes[PLACE_BYTES], const struct place *place)
{
    bytes[0] = place->packed ? 2 : place->at ? 1 : 0;
    for (int i = 0; i < 4; i++)
        bytes[1 + i] = (unsigned char)(place->at >> (24 - 8 * i));
    bytes[5] = (unsigned char)(place->index >> 8);
    bytes[6] = (unsigned char)place->index;
}

/* The same as a stream, each place as its difference from the last one, which packs well
 * (predictor 12: PNG's filter Up). */
static void write_packed_places(struct pdf_file *file, const char *seed)
{
    unsigned char last[PLACE_BYTES] = {0}, bytes[PLACE_BYTES] = {0};
    struct buf table = {0}, entries = {0};
    size_t end = file->out->length;
    uint32_t object = pdf_file_reserve(file);
    file->places[object - 1].at = (uint32_t)(end - file->start);
    for (size_t i = 0; i <= file->object_count; i++) {
        if (i > 0)
            put_place(bytes, &file->places[i - 1]);
        buf_add_char(&table, 2);
        for (size_t k = 0; k < PLACE_BYTES; k++) {
            buf_add_char(&table, (char)(bytes[k] - last[k]));
            last[k] = bytes[k];
        }
    }
    buf_addf(&entries, "/Type /XRef /W [1 4 2] /DecodeParms <</Columns %d /Predictor 12>>\n",
             PLACE_BYTES);
    add_trailer(file, end, seed, &entries);
    define_stream(file, object, entries.data, table.data, table.length, PDF_DEFLATED);
    buf_release(&table);
    buf_release(&entries);
}

unsigned long pdf_file_save(struct pdf_file *file, const char *seed)
{
    struct buf *out = file->out;
    flush_pack(file);
    write_page_tree(file);
    size_t place = out->length - file->start;
    if (file->readable)
        write_readable_places(file, seed);
    else
        write_packed_places(file, seed);
    buf_addf(out, "startxref\n%zu\n%%%%EOF\n", place);
    if (out->overflow)
        return HPDF_FAILD_TO_ALLOC_MEM;
    return file->error.error_no;
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
