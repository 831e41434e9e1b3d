/* Where an included file lies: as seen from the file that includes it, else among the
 * libraries that come with the program. See reader.h.
 *
 * A model is passed on with its files, so nothing that holds on one machine only is accepted:
 * no path from the root of the disk, no address. */
#include "model/reader.h"

#include "base/datadir.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/suggest.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAMES_MOST = 2000 }; /* files of a folder that are looked at for the likely one */

static const char ending[] = ".xml";

struct diag_at loader_at(const struct reader *reader, const struct include *include)
{
    const struct span *span = &include->node.span;
    struct position tag = {span->start, span->line, span->column};
    return reader_at_attribute(reader, tag, "file");
}

static bool ends_in_xml(const char *name)
{
    size_t length = strlen(name);
    return length >= sizeof ending && !strcmp(name + length - (sizeof ending - 1), ending);
}

/* --- what is refused ----------------------------------------------------------------------- */

/* C:, file:, https:// and the like. */
static bool has_scheme(const char *name)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-";
    size_t length = strspn(name, letters);
    if (!length || name[length] != ':')
        return false;
    bool is_file = length == 4 && !strncmp(name, "file", 4);
    return length == 1 || is_file || !strncmp(name + length, "://", 3);
}

static bool is_address(const char *name)
{
    return *name == '/' || *name == '~' || !strncmp(name, "\\\\", 2) || has_scheme(name);
}

static void report_backslash(struct reader *reader, const struct include *include)
{
    struct buf meant = {0};
    for (const char *p = include->file; *p; p++)
        buf_add_char(&meant, *p == '\\' ? '/' : *p);
    diag_report(reader->sink, DIAG_INCLUDE_BACKSLASH, loader_at(reader, include), include->file,
                meant.data, NULL);
    buf_release(&meant);
}

static bool is_refused(struct reader *reader, const struct include *include)
{
    const char *name = include->file;
    if (is_address(name))
        diag_report(reader->sink, DIAG_INCLUDE_ADDRESS, loader_at(reader, include), name, NULL);
    else if (strchr(name, '\\'))
        report_backslash(reader, include);
    else
        return false;
    return true;
}

/* --- paths --------------------------------------------------------------------------------- */

/* The bytes of a path up to its last slash, that one included. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* The path of `name` as seen from the file `from`; to be released with free(). Never "-", which
 * would be standard input. */
static char *path_beside(const char *from, const char *name)
{
    size_t folder = folder_length(from), length = strlen(name);
    bool dash = !folder && !strcmp(name, "-");
    char *path = mem_alloc(folder + length + 3);
    memcpy(path, dash ? "./" : from, dash ? 2 : folder);
    memcpy(path + (dash ? 2 : folder), name, length + 1);
    return path;
}

/* Drops the last part of a path of `length` bytes that ends with a slash, where it is a name;
 * returns what is left, or `length` where there is none to drop. */
static size_t drop_part(const char *path, size_t length)
{
    size_t start = length ? length - 1 : 0;
    while (start && path[start - 1] != '/')
        start--;
    bool is_up = length - start == 3 && !strncmp(path + start, "../", 3);
    bool is_name = length > 1 && length - start > 1 && !is_up;
    return is_name ? start : length;
}

/* Takes "./" and "name/.." out of a path, in place. */
static void tidy(char *path)
{
    size_t used = *path == '/';
    const char *part = path + used;
    while (*part) {
        size_t length = strcspn(part, "/");
        bool has_slash = part[length] == '/', is_here = length == 1 && *part == '.';
        bool is_up = length == 2 && !strncmp(part, "..", 2);
        size_t before = is_up ? drop_part(path, used) : used;
        if (before < used) {
            used = before;
        } else if (length && !(is_here && has_slash)) {
            memmove(path + used, part, length + has_slash);
            used += length + has_slash;
        }
        part += length + has_slash;
    }
    path[used] = '\0';
}

/* A shorter path, where it leads to the same file: behind links, ".." goes elsewhere. */
static void shorten(char *path, const struct stat *info)
{
    struct stat other;
    char *shorter = mem_alloc(strlen(path) + 1);
    strcpy(shorter, path);
    tidy(shorter);
    if (strcmp(shorter, "-") != 0 && !stat(shorter, &other) && other.st_ino == info->st_ino &&
        other.st_dev == info->st_dev)
        strcpy(path, shorter);
    free(shorter);
}

/* --- looking ------------------------------------------------------------------------------- */

/* Takes the path. Returns 0 where a file is there, else an errno: ENOENT also for what is no
 * file, as a folder. */
static int look(char *path, struct loader_found *found)
{
    struct stat info;
    int error = stat(path, &info) ? errno : 0;
    if (!error && !S_ISREG(info.st_mode))
        error = ENOENT;
    if (error) {
        free(path);
        return error == ENOTDIR ? ENOENT : error;
    }
    shorten(path, &info);
    *found = (struct loader_found){path, info.st_dev, info.st_ino, (size_t)info.st_size};
    return 0;
}

/* True for a path that leads up. */
static bool leads_up(const char *name)
{
    for (;;) {
        size_t length = strcspn(name, "/");
        if (length == 2 && !strncmp(name, "..", 2))
            return true;
        if (!name[length])
            return false;
        name += length + 1;
    }
}

/* In the library, with or without ".xml". */
static int look_in_library(const char *library, const char *name, struct loader_found *found)
{
    if (!library || leads_up(name))
        return ENOENT;
    int error = look(datadir_join(library, name), found);
    if (error != ENOENT || ends_in_xml(name))
        return error;
    struct buf longer = {0};
    buf_addf(&longer, "%s%s", name, ending);
    error = look(datadir_join(library, longer.data), found);
    buf_release(&longer);
    return error;
}

/* --- the likely one ------------------------------------------------------------------------ */

/* Names that may have been meant; each to be released. */
struct names {
    char *items[NAMES_MOST];
    size_t count;
};

static void add_name(struct names *names, const char *name, size_t length)
{
    if (names->count == NAMES_MOST)
        return;
    char *copy = mem_alloc(length + 1);
    memcpy(copy, name, length);
    copy[length] = '\0';
    names->items[names->count++] = copy;
}

/* The models of a folder but `self`, by their whole names or without ".xml". */
static void add_folder(struct names *names, const char *folder, const char *self, bool whole)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)))
        if (ends_in_xml(entry->d_name) && strcmp(entry->d_name, self) != 0)
            add_name(names, entry->d_name, strlen(entry->d_name) - (whole ? 0 : sizeof ending - 1));
    if (dir)
        closedir(dir);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The one of the names that is `name` but for its ending, else the nearest; NULL: none. */
static const char *likely(struct names *names, const char *name)
{
    size_t length = strlen(name);
    /* a folder gives its names in no order, and the same call should say the same */
    if (names->count)
        qsort(names->items, names->count, sizeof names->items[0], by_name);
    for (size_t i = 0; i < names->count; i++)
        if (!strncmp(names->items[i], name, length) && !strcmp(names->items[i] + length, ending))
            return names->items[i];
    return suggest_word(name, (const char *const *)names->items, names->count);
}

static void report_missing(struct reader *reader, const struct include *include,
                           const char *library)
{
    struct diag_at at = loader_at(reader, include);
    if (diag_counts_only(reader->sink, DIAG_INCLUDE_MISSING, DIAG_INCLUDE_MISSING_UNKNOWN))
        return;
    struct names *names = mem_zalloc(1, sizeof *names);
    size_t in_folder = folder_length(include->file);
    const char *name = include->file + in_folder;
    char *folder = path_beside(reader->model->file, include->file);
    folder[folder_length(folder)] = '\0';
    const char *self = reader->model->file + folder_length(reader->model->file);
    add_folder(names, *folder ? folder : ".", in_folder ? "" : self, true);
    if (library && !in_folder)
        add_folder(names, library, "", ends_in_xml(name));
    const char *meant = likely(names, name);
    struct buf path = {0};
    buf_add(&path, include->file, in_folder);
    buf_add_string(&path, meant ? meant : "");
    if (meant)
        diag_report(reader->sink, DIAG_INCLUDE_MISSING, at, include->file, path.data, NULL);
    else
        diag_report(reader->sink, DIAG_INCLUDE_MISSING_UNKNOWN, at, include->file, NULL);
    buf_release(&path);
    free(folder);
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names);
}

static void report_unreadable(struct reader *reader, const struct include *include, int error)
{
    struct buf why = {0};
    diag_add_term(&why, file_error_text(error));
    diag_report(reader->sink, DIAG_FILE_READ, loader_at(reader, include), include->file, why.data,
                NULL);
    buf_release(&why);
}

bool loader_find(struct reader *reader, const struct include *include, const char *library,
                 struct loader_found *found)
{
    if (is_refused(reader, include))
        return false;
    int error = look(path_beside(reader->model->file, include->file), found);
    if (error == ENOENT)
        error = look_in_library(library, include->file, found);
    if (error == ENOENT)
        report_missing(reader, include, library);
    else if (error)
        report_unreadable(reader, include, error);
    return !error;
}
