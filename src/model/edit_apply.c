/* The new file: put together, read again, written; see edit.h. */
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "model/edit_parts.h"
#include "model/reader_bytes.h"

#include <stdlib.h>
#include <string.h>

/* --- putting it together ------------------------------------------------------------------- */

static void add_character(struct buf *bytes, enum encoding encoding, uint32_t character)
{
    char of_one[ENCODING_MOST_BYTES];
    buf_add(bytes, of_one, encoding_bytes(encoding, character, of_one));
}

/* All of the text is in the encoding: it came from there, or was made for it. */
static void add_encoded(struct buf *bytes, enum encoding encoding, const char *text, size_t length)
{
    const char *end = text + length;
    if (encoding == ENCODING_UTF_8 || encoding == ENCODING_ASCII) {
        buf_add(bytes, text, length);
        return;
    }
    while (text < end)
        add_character(bytes, encoding, utf8_next(&text, end));
}

static int by_place(const void *pa, const void *pb)
{
    const struct edit_item *a = pa, *b = pb;
    bool a_puts_in = a->range.start == a->range.end, b_puts_in = b->range.start == b->range.end;
    if (a->range.start != b->range.start)
        return a->range.start < b->range.start ? -1 : 1;
    if (a_puts_in != b_puts_in)
        return a_puts_in ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight < b->weight ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

static void add_file(struct buf *bytes, const struct edit *edit, const struct edit_item *sorted,
                     size_t count)
{
    const struct model *model = edit->model;
    uint32_t at = 0;
    if (model->bom)
        add_character(bytes, edit->encoding, 0xFEFF);
    for (size_t i = 0; i < count; i++) {
        add_encoded(bytes, edit->encoding, model->source + at, sorted[i].range.start - at);
        add_encoded(bytes, edit->encoding, sorted[i].text, sorted[i].length);
        at = sorted[i].range.end;
    }
    add_encoded(bytes, edit->encoding, model->source + at, model->source_length - at);
    if (bytes->overflow)
        mem_exhausted();
}

void edit_apply(const struct edit *edit, struct buf *bytes)
{
    struct edit_item *sorted = mem_zalloc(edit->count, sizeof *sorted);
    if (edit->count) {
        memcpy(sorted, edit->items, edit->count * sizeof *sorted);
        qsort(sorted, edit->count, sizeof *sorted, by_place);
    }
    add_file(bytes, edit, sorted, edit->count);
    free(sorted);
}

/* --- writing it ---------------------------------------------------------------------------- */

/* True if an encoding with one byte a character would be taken for UTF-8 when it is read. */
static bool is_misread(const struct edit *edit, const struct buf *bytes)
{
    bool single = edit->encoding == ENCODING_LATIN_1 || edit->encoding == ENCODING_LATIN_9 ||
                  edit->encoding == ENCODING_WINDOWS_1252;
    return single && reader_is_plainly_utf8(bytes->data, bytes->length);
}

/* The file must hold what was read. Between this and the renaming somebody may still save it;
 * that is a moment, not the time that a person thinks. */
static int check_unchanged(const struct edit *edit, struct diag_sink *sink)
{
    const char *file = edit->model->file;
    struct buf read = {0};
    char *bytes;
    size_t length;
    if (file_read(file, READER_MOST_BYTES, &bytes, &length, sink))
        return -1;
    add_file(&read, edit, NULL, 0);
    bool same = read.length == length && !memcmp(read.data, bytes, length);
    if (!same)
        diag_report(sink, DIAG_FILE_CHANGED, (struct diag_at){0}, file, NULL);
    buf_release(&read);
    free(bytes);
    return same ? 0 : -1;
}

static int write_new(const struct edit *edit, const char *path, const struct buf *bytes,
                     struct diag_sink *sink)
{
    bool in_place = !path || file_is_same(edit->model->file, path);
    if (in_place && edit_is_empty(edit))
        return 0;
    if (in_place && check_unchanged(edit, sink))
        return -1;
    return file_write(in_place ? edit->model->file : path, bytes->data, bytes->length, sink);
}

int edit_save(const struct edit *edit, const char *path, const struct model_options *reading,
              struct model *after, struct diag_sink *sink)
{
    struct buf bytes = {0};
    edit_apply(edit, &bytes);
    *after = (struct model){0};
    int status = 1;
    if (is_misread(edit, &bytes))
        diag_report(sink, DIAG_EDIT_ENCODING, (struct diag_at){.file = edit->model->file},
                    edit->model->encoding, NULL);
    else
        status = model_read_bytes_with(after, edit->model->file, bytes.data, bytes.length, reading,
                                       sink);
    if (!status)
        status = write_new(edit, path, &bytes, sink);
    buf_release(&bytes);
    return status;
}
