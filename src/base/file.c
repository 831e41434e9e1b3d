/* Files: read whole, written all or not at all; see file.h. */
#include "base/file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    READ_STEP = 1 << 16,
    PIPE_PATIENCE = 3000, /* milliseconds that somebody has to open the other end of a pipe */
};

static const struct {
    int error;
    const char *text;
} error_texts[] = {
    {ENOENT, N_("there is no such file or folder")},
    {ENOTDIR, N_("a part of the path is a file, not a folder")},
    {EISDIR, N_("it is a folder")},
    {EACCES, N_("you have no permission")},
    {EPERM, N_("the system does not allow it")},
    {EROFS, N_("it lies where nothing can be written")},
    {ENOSPC, N_("the disk is full")},
    {EIO, N_("the disk or the connection failed")},
    {EMFILE, N_("too many files are open")},
    {ENAMETOOLONG, N_("the name is too long")},
    {ETIMEDOUT, N_("it is a pipe, and nobody writes to it")},
};

const char *file_error_text(int error)
{
    for (size_t i = 0; i < sizeof error_texts / sizeof *error_texts; i++)
        if (error_texts[i].error == error)
            return error_texts[i].text;
    return strerror(error);
}

static int fail(struct diag_sink *sink, enum diag_id id, const char *path, int error)
{
    struct buf why = {0};
    diag_add_term(&why, file_error_text(error));
    diag_report(sink, id, (struct diag_at){0}, path, why.data, NULL);
    buf_release(&why);
    return -1;
}

static int too_large(struct diag_sink *sink, const char *path, size_t limit)
{
    char megabytes[24];
    snprintf(megabytes, sizeof megabytes, "%zu", limit >> 20);
    diag_report(sink, DIAG_FILE_TOO_LARGE, (struct diag_at){0}, path, megabytes, NULL);
    return -1;
}

bool file_is_same(const char *a, const char *b)
{
    struct stat of_a, of_b;
    if (!a || !b || stat(a, &of_a) || stat(b, &of_b) || !S_ISREG(of_a.st_mode))
        return false;
    return of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

/* Waits until there is something to read, at most so many milliseconds; -1: for ever. False where
 * nothing came. */
static bool wait_for(int fd, int milliseconds)
{
    struct pollfd wanted = {.fd = fd, .events = POLLIN};
    return poll(&wanted, 1, milliseconds) > 0;
}

/* Files are opened without waiting, because a pipe that nobody writes to would never open. */
static ssize_t read_some(int fd, char *bytes, size_t length)
{
    for (;;) {
        ssize_t got = read(fd, bytes, length);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return got;
        if (errno == EAGAIN)
            wait_for(fd, -1);
    }
}

/* Reads from `fd` until its end; room for `expected` bytes is taken at once. */
static int read_all(int fd, const char *path, size_t limit, size_t expected, char **bytes,
                    size_t *length, struct diag_sink *sink)
{
    size_t capacity = expected + 1 > READ_STEP ? expected + 1 : READ_STEP;
    size_t used = 0;
    char *data = mem_alloc(capacity + 1);
    for (;;) {
        ssize_t got = read_some(fd, data + used, capacity - used);
        if (got < 0) {
            free(data);
            return fail(sink, DIAG_FILE_READ, path, errno);
        }
        if (got == 0)
            break;
        used += (size_t)got;
        if (used > limit) {
            free(data);
            return too_large(sink, path, limit);
        }
        if (used == capacity) {
            capacity = capacity < limit / 2 ? capacity * 2 : limit + 1;
            data = mem_realloc(data, capacity + 1, 1);
        }
    }
    data[used] = '\0';
    *bytes = data;
    *length = used;
    return 0;
}

static int read_open(int fd, const char *path, size_t limit, char **bytes, size_t *length,
                     struct diag_sink *sink)
{
    struct stat info;
    if (fstat(fd, &info))
        return fail(sink, DIAG_FILE_READ, path, errno);
    if (S_ISDIR(info.st_mode)) {
        diag_report(sink, DIAG_FILE_IS_FOLDER, (struct diag_at){0}, path, NULL);
        return -1;
    }
    size_t expected = S_ISREG(info.st_mode) && info.st_size > 0 ? (size_t)info.st_size : 0;
    if (expected > limit)
        return too_large(sink, path, limit);
    bool is_silent =
        S_ISFIFO(info.st_mode) && strcmp(path, "-") != 0 && !wait_for(fd, PIPE_PATIENCE);
    if (read_all(fd, path, limit, expected, bytes, length, sink))
        return -1;
    if (!is_silent || *length)
        return 0;
    free(*bytes);
    return fail(sink, DIAG_FILE_READ, path, ETIMEDOUT);
}

int file_read(const char *path, size_t limit, char **bytes, size_t *length, struct diag_sink *sink)
{
    if (!strcmp(path, "-"))
        return read_open(STDIN_FILENO, path, limit, bytes, length, sink);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail(sink, DIAG_FILE_READ, path, errno);
    int status = read_open(fd, path, limit, bytes, length, sink);
    close(fd);
    return status;
}

/* Writes everything; returns 0 or an errno. */
static int write_all(int fd, const char *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(fd, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

/* Gives a file the owner and the permissions of the one at `path`, or those of a new file where
 * there is none. Only an administrator gives files away; the group, which others may depend on,
 * can be kept more often. Returns 0 or an errno. */
static int take_over_rights(int fd, const char *path)
{
    struct stat info;
    mode_t mask = umask(0), mode = 0666 & ~mask;
    umask(mask);
    if (!stat(path, &info)) {
        mode = info.st_mode & 07777;
        bool given = !fchown(fd, info.st_uid, info.st_gid) || !fchown(fd, (uid_t)-1, info.st_gid);
        (void)given;
    }
    return fchmod(fd, mode) ? errno : 0;
}

/* Fills, syncs and renames the temporary file; returns 0 or an errno. */
static int complete(int fd, const char *temporary, const char *path, const char *bytes,
                    size_t length)
{
    int error = write_all(fd, bytes, length);
    if (!error)
        error = take_over_rights(fd, path);
    if (!error && fsync(fd))
        error = errno;
    if (close(fd) && !error)
        error = errno;
    if (!error && rename(temporary, path))
        error = errno;
    if (error)
        unlink(temporary);
    return error;
}

/* A device or pipe cannot be replaced by renaming; it is written to as it is. */
static bool is_special(const char *path)
{
    struct stat info;
    return !stat(path, &info) && !S_ISREG(info.st_mode);
}

static int write_special(const char *path, const char *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = write_all(fd, bytes, length);
    if (close(fd) && !error)
        error = errno;
    return error;
}

static int write_replacing(const char *path, const char *bytes, size_t length)
{
    static const char suffix[] = ".XXXXXX";
    size_t size = strlen(path);
    char *temporary = mem_alloc(size + sizeof suffix);
    memcpy(temporary, path, size);
    memcpy(temporary + size, suffix, sizeof suffix);
    int fd = mkstemp(temporary);
    int error = fd < 0 ? errno : complete(fd, temporary, path, bytes, length);
    free(temporary);
    return error;
}

/* What a link points at is replaced, not the link. */
static int write_behind_links(const char *path, const char *bytes, size_t length)
{
    char *target = realpath(path, NULL); /* NULL: a new file */
    int error = write_replacing(target ? target : path, bytes, length);
    free(target);
    return error;
}

int file_write(const char *path, const char *bytes, size_t length, struct diag_sink *sink)
{
    int error;
    if (!strcmp(path, "-"))
        error = write_all(STDOUT_FILENO, bytes, length);
    else if (is_special(path))
        error = write_special(path, bytes, length);
    else
        error = write_behind_links(path, bytes, length);
    return error ? fail(sink, DIAG_FILE_WRITE, path, error) : 0;
}
