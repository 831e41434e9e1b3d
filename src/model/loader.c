/* The files of one reading: the one that was asked for, the root, and all that it includes,
 * directly or not. Each is read once, however often it is included. See reader.h.
 *
 * A file whose reading has not ended is open; an include that leads to an open one closes a
 * circle. What is wrong in an included file is reported where it stands, the first few
 * errors of it, and again at the root's include, so that a user sees both what to mend and
 * why it matters here. Warnings about included files are for those who check them. */
#include "model/reader.h"

#include "base/file.h"
#include "base/memory.h"
#include "model/id_table.h"
#include "model/reader_bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    PASSED_ON_MOST = 3, /* errors of an included file that are reported */
    PATH_MOST = 12,     /* files of a circle that are named */
    NOT_READ = -1,
};

enum state { OPEN, RIGHT, WRONG };

struct file {
    struct model *model;
    uint64_t device, inode; /* 0: not known */
    enum state state;
    size_t includer; /* the file that it was first read for; of the root itself */
    size_t errors;   /* its own */
    size_t culprit;  /* where it is wrong: itself, or the file behind it that has the errors */
};

struct loader {
    const struct model_options *options;
    struct diag_sink *sink; /* of the root */
    struct file *files;     /* the root first */
    size_t count, capacity;
    size_t bytes; /* of all included files */
};

static struct model *root_of(const struct loader *loader)
{
    return loader->files[0].model;
}

/* --- the set ------------------------------------------------------------------------------- */

static size_t add_file(struct loader *loader, struct model *model, size_t includer)
{
    loader->files =
        mem_grow(loader->files, &loader->capacity, loader->count + 1, sizeof *loader->files);
    loader->files[loader->count] =
        (struct file){.model = model, .includer = includer, .culprit = loader->count};
    return loader->count++;
}

/* The file that was found, where it is among those read; else NOT_READ. */
static long find_read(const struct loader *loader, const struct loader_found *found)
{
    for (size_t i = 0; i < loader->count; i++)
        if (loader->files[i].inode == found->inode && loader->files[i].device == found->device)
            return (long)i;
    return NOT_READ;
}

/* Only a root that includes something needs to be told apart from the others. */
static void identify_root(struct loader *loader)
{
    struct file *root = &loader->files[0];
    struct stat info;
    if (root->inode || stat(root->model->file, &info))
        return;
    root->device = info.st_dev;
    root->inode = info.st_ino;
}

/* The root's list is the owner from now on. */
static struct model *new_model(struct loader *loader, const char *path)
{
    struct model *root = root_of(loader), *model = mem_zalloc(1, sizeof *model);
    model->file = arena_string(&model->arena, path);
    root->included = mem_realloc(root->included, root->included_count + 1, sizeof(struct model *));
    root->included[root->included_count++] = model;
    return model;
}

/* --- what is wrong with it ----------------------------------------------------------------- */

static void pass_on(struct diag_sink *sink, const struct diag *diag, struct diag_at at)
{
    const char *const *a = diag->args;
    struct diag *passed = diag_report(sink, diag->id, at, a[0], a[1], a[2], a[3], a[4], a[5], NULL);
    if (passed && diag->other.line) {
        passed->other = diag->other;
        passed->other.file = passed->at.file;
    }
}

/* Passes the first errors of an included file on to the sink of the root. */
static void pass_on_errors(struct diag_sink *to, struct diag_sink *from)
{
    size_t passed = 0;
    diag_sort(from);
    for (size_t i = 0; i < from->count && passed < PASSED_ON_MOST; i++) {
        if (from->items[i].severity != DIAG_ERROR)
            continue;
        pass_on(to, &from->items[i], from->items[i].at);
        passed++;
    }
}

/* The files from `first` on to `last`, each including the next, and back to the first. */
static void add_circle(struct buf *out, const struct loader *loader, size_t first, size_t last)
{
    const struct file *files = loader->files;
    size_t *way = mem_zalloc(loader->count, sizeof *way), count = 0;
    for (size_t i = last; i != first; i = files[i].includer)
        way[count++] = i;
    way[count++] = first;
    for (size_t i = 0; i < count; i++) {
        bool is_named = count <= PATH_MOST || i < PATH_MOST - 1 || i == count - 1;
        if (is_named)
            buf_addf(out, "%s → ", files[way[count - 1 - i]].model->file);
        else if (i == PATH_MOST - 1)
            buf_add_string(out, "… → ");
    }
    buf_add_string(out, files[first].model->file);
    free(way);
}

static void report_circle(struct reader *reader, const struct include *include, size_t open)
{
    struct diag_at at = loader_at(reader, include);
    struct buf circle;
    if (open == reader->file) {
        diag_report(reader->sink, DIAG_INCLUDE_SELF, at, NULL);
        return;
    }
    buf_init(&circle, 0);
    add_circle(&circle, reader->loader, open, reader->file);
    diag_report(reader->sink, DIAG_INCLUDE_CIRCLE, at, circle.data, NULL);
    buf_release(&circle);
}

static void report_wrong(struct reader *reader, const struct include *include, size_t wrong)
{
    const struct file *files = reader->loader->files, *file = &files[wrong];
    struct diag_at at = loader_at(reader, include);
    char errors[24];
    snprintf(errors, sizeof errors, "%zu", file->errors);
    if (file->culprit == wrong)
        diag_report(reader->sink, DIAG_INCLUDE_ERRORS, at, file->model->file, errors, NULL);
    else
        diag_report(reader->sink, DIAG_INCLUDE_ERRORS_BEHIND, at, file->model->file,
                    files[file->culprit].model->file, NULL);
}

/* --- reading ------------------------------------------------------------------------------- */

static bool within_limits(struct reader *reader, const struct include *include, size_t size)
{
    const struct loader *loader = reader->loader;
    bool too_many = loader->count >= MODEL_MOST_FILES;
    if (!too_many && size <= MODEL_MOST_INCLUDED - loader->bytes)
        return true;
    char most[24];
    snprintf(most, sizeof most, "%d", too_many ? MODEL_MOST_FILES : MODEL_MOST_INCLUDED >> 20);
    diag_report(reader->sink, too_many ? DIAG_INCLUDE_FILES : DIAG_INCLUDE_BYTES,
                loader_at(reader, include), most, NULL);
    return false;
}

/* Reads the bytes as a new file of the set; returns which. */
static size_t read_model(struct reader *reader, const struct loader_found *found, char *bytes,
                         size_t length, struct diag_sink *sink)
{
    struct loader *loader = reader->loader;
    struct model *model = new_model(loader, found->path);
    size_t which = add_file(loader, model, reader->file);
    loader->files[which].device = found->device;
    loader->files[which].inode = found->inode;
    loader->bytes += length;
    bool right = reader_read(model, bytes, length, loader, which, sink);
    struct file *file = &loader->files[which];
    file->state = right ? RIGHT : WRONG;
    file->errors = sink->of_severity[DIAG_ERROR];
    if (file->errors)
        file->culprit = which;
    return which;
}

/* Reads a file that was not read before; returns which it is, or NOT_READ, which is then
 * reported. */
static long read_file(struct reader *reader, const struct include *include,
                      const struct loader_found *found, struct diag_sink *of_root)
{
    struct diag_sink sink;
    char *bytes;
    size_t length;
    long which = NOT_READ;
    if (!within_limits(reader, include, found->size))
        return NOT_READ;
    diag_sink_init(&sink, false);
    if (file_read(found->path, MODEL_MOST_INCLUDED - reader->loader->bytes, &bytes, &length,
                  &sink)) {
        pass_on(reader->sink, &sink.items[0], loader_at(reader, include));
    } else {
        which = (long)read_model(reader, found, bytes, length, &sink);
        pass_on_errors(of_root, &sink);
    }
    diag_sink_release(&sink);
    return which;
}

/* Lets the include have its model, or says why it cannot; false where it is not right. */
static bool bind(struct reader *reader, struct include *include, size_t which)
{
    struct file *files = reader->loader->files, *file = &files[which];
    if (file->state == RIGHT) {
        include->model = file->model;
        return true;
    }
    if (file->state == OPEN)
        report_circle(reader, include, which);
    else if (reader->file == 0)
        report_wrong(reader, include, which);
    else
        files[reader->file].culprit = file->culprit;
    return false;
}

static bool read_include(struct reader *reader, struct include *include)
{
    struct loader *loader = reader->loader;
    struct loader_found found;
    if (!include->file)
        return true; /* reported when the element was read */
    if (loader->options->alone) {
        diag_report(reader->sink, DIAG_INCLUDE_ALONE, loader_at(reader, include), include->file,
                    NULL);
        return false;
    }
    if (!loader_find(reader, include, loader->options->library, &found))
        return false;
    long which = find_read(loader, &found);
    if (which == NOT_READ)
        which = read_file(reader, include, &found, loader->sink);
    free(found.path);
    return which != NOT_READ && bind(reader, include, (size_t)which);
}

bool loader_read_includes(struct reader *reader)
{
    bool good = true;
    if (reader->includes.count)
        identify_root(reader->loader);
    for (size_t i = 0; i < reader->includes.count; i++) {
        void *include = reader->includes.nodes[i];
        good = read_include(reader, include) && good;
    }
    return good;
}

/* --- the root ------------------------------------------------------------------------------ */

/* Takes the bytes. */
static int read_root(struct model *model, char *bytes, size_t length,
                     const struct model_options *options, struct diag_sink *sink)
{
    static const struct model_options none = {0};
    struct loader loader = {.options = options ? options : &none, .sink = sink};
    add_file(&loader, model, 0);
    bool right = reader_read(model, bytes, length, &loader, 0, sink);
    free(loader.files);
    return right ? 0 : 1;
}

/* Everything that is reachable from the arena goes with it. */
static void release_one(struct model *model)
{
    id_table_free(model->ids);
    free(model->source);
    arena_release(&model->arena);
}

void model_release(struct model *model)
{
    for (size_t i = 0; i < model->included_count; i++) {
        release_one(model->included[i]);
        free(model->included[i]);
    }
    free(model->included);
    release_one(model);
    *model = (struct model){0};
}

static void init(struct model *model, const char *name)
{
    *model = (struct model){0};
    model->file = arena_string(&model->arena, name);
}

int model_read_with(struct model *model, const char *path, const struct model_options *options,
                    struct diag_sink *sink)
{
    char *bytes;
    size_t length;
    init(model, path);
    if (file_read(path, READER_MOST_BYTES, &bytes, &length, sink))
        return -1;
    return read_root(model, bytes, length, options, sink);
}

int model_read_bytes_with(struct model *model, const char *name, const char *bytes, size_t length,
                          const struct model_options *options, struct diag_sink *sink)
{
    init(model, name);
    if (length > READER_MOST_BYTES) {
        char megabytes[24];
        snprintf(megabytes, sizeof megabytes, "%d", READER_MOST_BYTES >> 20);
        diag_report(sink, DIAG_FILE_TOO_LARGE, (struct diag_at){0}, name, megabytes, NULL);
        return -1;
    }
    char *copy = mem_alloc(length + 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return read_root(model, copy, length, options, sink);
}

int model_read(struct model *model, const char *path, struct diag_sink *sink)
{
    return model_read_with(model, path, NULL, sink);
}

int model_read_bytes(struct model *model, const char *name, const char *bytes, size_t length,
                     struct diag_sink *sink)
{
    static const struct model_options alone = {.alone = true};
    return model_read_bytes_with(model, name, bytes, length, &alone, sink);
}
