/* Where the program's own files are; see datadir.h. */
#include "base/datadir.h"

#include "base/memory.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef PKGDATADIR
#define PKGDATADIR "/usr/local/share/virkning"
#endif

#ifndef PKGLIBEXECDIR
#define PKGLIBEXECDIR "/usr/local/libexec/virkning"
#endif

char *datadir_join(const char *folder, const char *name)
{
    size_t folder_length = strlen(folder), name_length = strlen(name);
    char *joined = mem_alloc(folder_length + name_length + 2);
    memcpy(joined, folder, folder_length);
    joined[folder_length] = '/';
    memcpy(joined + folder_length + 1, name, name_length + 1);
    return joined;
}

static char *copy(const char *string)
{
    size_t size = strlen(string) + 1;
    return memcpy(mem_alloc(size), string, size);
}

/* A folder is ours if it holds the styles. */
static bool holds_data(const char *folder)
{
    char *styles = datadir_join(folder, "styles");
    bool found = access(styles, R_OK | X_OK) == 0;
    free(styles);
    return found;
}

/* The folder of the running program; false where the system does not tell. */
static bool program_folder(char *path, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", path, size - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

char *datadir_find(void)
{
    static const char *const beside[] = {"share/virkning", "../share/virkning"};
    const char *asked = getenv("VIRKNING_DATADIR");
    if (asked && *asked)
        return copy(asked);
    char program[PATH_MAX];
    if (program_folder(program, sizeof program)) {
        for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
            char *folder = datadir_join(program, beside[i]);
            if (holds_data(folder))
                return folder;
            free(folder);
        }
    }
    return copy(PKGDATADIR);
}

/* The program in a folder; NULL: it is not there. */
static char *program_in(const char *folder, const char *name)
{
    char *path = datadir_join(folder, name);
    if (access(path, X_OK) == 0)
        return path;
    free(path);
    return NULL;
}

char *datadir_find_program(const char *name)
{
    static const char *const beside[] = {"libexec", "../libexec/virkning"};
    const char *asked = getenv("VIRKNING_LIBEXECDIR");
    if (asked && *asked)
        return program_in(asked, name);
    char program[PATH_MAX], *path = NULL;
    if (program_folder(program, sizeof program))
        for (size_t i = 0; !path && i < sizeof beside / sizeof *beside; i++) {
            char *folder = datadir_join(program, beside[i]);
            path = program_in(folder, name);
            free(folder);
        }
    return path ? path : program_in(PKGLIBEXECDIR, name);
}
