/* The reader's golden cases: tests/cases/reader/NAME.xml beside NAME.diag (what the program has
 * to say about it, in English and in Danish) and NAME.model (the dump, where it reads).
 * A file without findings has no .diag, one that does not read has no .model. Those of
 * tests/cases/include may include others: files in its folders, and its own library.
 *
 *     run_cases            compares, and prints TAP with the differences
 *     run_cases --update   writes the golden files anew; read the diff before committing
 */
#include "base/datadir.h"
#include "base/file.h"
#include "base/memory.h"
#include "model/model.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONTEXT = 3, MOST_PATH = 4096 };

/* What all cases share. */
struct run {
    const char *folder;           /* that is being worked through, and where we are */
    struct model_options options; /* how its cases are read */
    struct language *languages[LANGUAGE_COUNT];
    bool update;
    size_t tests, failures;
    bool seen[DIAG_IDS]; /* messages that some case has produced */
};

static void tap(struct run *run, bool good, const char *what, const char *name)
{
    run->tests++;
    run->failures += !good;
    printf("%s %zu - %s%s%s\n", good ? "ok" : "not ok", run->tests, what, *name ? ": " : "", name);
}

/* --- differences --------------------------------------------------------------------------- */

struct lines {
    const char **items;
    size_t *lengths;
    size_t count;
};

static struct lines split(const char *text)
{
    struct lines lines = {0};
    size_t capacity = 0, lengths_capacity = 0;
    while (*text) {
        size_t length = strcspn(text, "\n");
        lines.items = mem_grow(lines.items, &capacity, lines.count + 1, sizeof *lines.items);
        lines.lengths =
            mem_grow(lines.lengths, &lengths_capacity, lines.count + 1, sizeof *lines.lengths);
        lines.items[lines.count] = text;
        lines.lengths[lines.count++] = length;
        text += length + (text[length] == '\n');
    }
    return lines;
}

static void free_lines(struct lines *lines)
{
    free(lines->items);
    free(lines->lengths);
}

static bool same_line(const struct lines *a, size_t i, const struct lines *b, size_t j)
{
    return a->lengths[i] == b->lengths[j] && !memcmp(a->items[i], b->items[j], a->lengths[i]);
}

static void print_lines(const struct lines *lines, size_t from, size_t to, char sign)
{
    for (size_t i = from; i < to; i++)
        printf("# %c%.*s\n", sign, (int)lines->lengths[i], lines->items[i]);
}

/* A unified diff of one hunk, as comments. */
static void print_difference(const char *name, const char *wanted, const char *got)
{
    struct lines a = split(wanted), b = split(got);
    size_t head = 0, tail = 0;
    while (head < a.count && head < b.count && same_line(&a, head, &b, head))
        head++;
    while (tail < a.count - head && tail < b.count - head &&
           same_line(&a, a.count - 1 - tail, &b, b.count - 1 - tail))
        tail++;
    size_t start = head > CONTEXT ? head - CONTEXT : 0;
    size_t after = tail > CONTEXT ? CONTEXT : tail;
    size_t a_end = a.count - tail, b_end = b.count - tail;
    printf("# --- %s (golden)\n# +++ %s (now)\n", name, name);
    printf("# @@ -%zu,%zu +%zu,%zu @@\n", start + 1, a_end + after - start, start + 1,
           b_end + after - start);
    print_lines(&a, start, head, ' ');
    print_lines(&a, head, a_end, '-');
    print_lines(&b, head, b_end, '+');
    print_lines(&a, a_end, a_end + after, ' ');
    free_lines(&a);
    free_lines(&b);
}

/* --- golden files -------------------------------------------------------------------------- */

static void path_of(char *path, const struct run *run, const char *name, const char *ending)
{
    snprintf(path, MOST_PATH, "%s/%s%s", run->folder, name, ending);
}

static void must_write(const char *path, const struct buf *text)
{
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    if (file_write(path, text->data, text->length, &sink)) {
        printf("Bail out! cannot write %s\n", path);
        exit(EXIT_FAILURE);
    }
    diag_sink_release(&sink);
}

/* Writes a golden file, or removes it where there is nothing to keep. */
static void update(const char *path, const struct buf *text)
{
    if (text->length)
        must_write(path, text);
    else
        unlink(path);
}

/* Compares with a golden file; a missing one is an empty one. */
static bool matches(const char *path, const struct buf *got)
{
    struct diag_sink sink;
    char *wanted = NULL;
    size_t length = 0;
    diag_sink_init(&sink, false);
    bool there = !access(path, F_OK) && !file_read(path, 1 << 24, &wanted, &length, &sink);
    diag_sink_release(&sink);
    const char *text = there ? wanted : "";
    bool good = !strcmp(text, got->data);
    if (!good)
        print_difference(path, text, got->data);
    free(wanted);
    return good;
}

/* --- a case -------------------------------------------------------------------------------- */

static void add_findings(struct run *run, struct buf *out, struct diag_sink *sink,
                         const struct model *model)
{
    if (!sink->count)
        return;
    for (int code = 0; code < LANGUAGE_COUNT; code++) {
        const struct language *language = run->languages[code];
        buf_addf(out, "%s== %s ==\n", code ? "\n" : "", language_tag(language));
        for (size_t i = 0; i < sink->count; i++)
            model_add_finding(out, model, &sink->items[i], language);
        diag_add_summary(out, sink, language);
    }
    for (int id = 0; id < DIAG_IDS; id++)
        run->seen[id] = run->seen[id] || sink->of_kind[id];
}

static void read_case(struct run *run, const char *name, struct buf *findings, struct buf *dump)
{
    char path[MOST_PATH], file[MOST_PATH];
    struct diag_sink sink;
    struct model model = {0};
    char *bytes = NULL;
    size_t length = 0;
    path_of(path, run, name, ".xml");
    snprintf(file, sizeof file, "%s.xml", name);
    diag_sink_init(&sink, false);
    if (!file_read(path, 1 << 28, &bytes, &length, &sink) &&
        !model_read_bytes_with(&model, file, bytes, length, &run->options, &sink)) {
        buf_addf(dump, "encoding %s%s\n", model.encoding, model.bom ? ", byte order mark" : "");
        model_dump(dump, &model);
    }
    diag_sort(&sink);
    add_findings(run, findings, &sink, &model);
    free(bytes);
    model_release(&model);
    diag_sink_release(&sink);
}

static void run_case(struct run *run, const char *name)
{
    char diag_path[MOST_PATH], model_path[MOST_PATH];
    struct buf findings, dump;
    buf_init(&findings, 0);
    buf_init(&dump, 0);
    path_of(diag_path, run, name, ".diag");
    path_of(model_path, run, name, ".model");
    read_case(run, name, &findings, &dump);
    if (run->update) {
        update(diag_path, &findings);
        update(model_path, &dump);
    }
    bool good = matches(diag_path, &findings);
    good = matches(model_path, &dump) && good;
    tap(run, good, "case", name);
    buf_release(&findings);
    buf_release(&dump);
}

/* --- all cases ----------------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the cases, without ending, sorted; to be freed. */
static char **list_cases(const char *folder, size_t *count)
{
    static const char ending[] = ".xml";
    char **names = NULL;
    size_t capacity = 0;
    *count = 0;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        size_t length = strlen(entry->d_name);
        if (length < sizeof ending || strcmp(entry->d_name + length - 4, ending) != 0)
            continue;
        names = mem_grow(names, &capacity, *count + 1, sizeof *names);
        char *name = mem_alloc(length + 1);
        memcpy(name, entry->d_name, length + 1);
        name[length - 4] = '\0';
        names[(*count)++] = name;
    }
    if (dir)
        closedir(dir);
    if (*count)
        qsort(names, *count, sizeof *names, compare_names);
    return names;
}

static const char *const message_names[] = {
#define DIAG(name, id, draft, strict, text) #name,
#include "base/diag_list.h"
#undef DIAG
};

/* Every message of the reader is produced by some case. The ones that need large files, or
 * very many, are proved in test_model.c and test_include.c. */
static void check_messages(struct run *run)
{
    for (int id = DIAG_FILE_EMPTY; id <= DIAG_LIKE_CIRCLE; id++)
        if (id != DIAG_TAG_LENGTH && id != DIAG_TEXT_LENGTH && id != DIAG_INCLUDE_FILES &&
            id != DIAG_INCLUDE_BYTES)
            tap(run, run->seen[id], "a case produces", message_names[id]);
}

static void open_languages(struct run *run)
{
    char *data = datadir_find();
    char *folder = datadir_join(data, "lang");
    for (int code = 0; code < LANGUAGE_COUNT; code++)
        run->languages[code] = language_open((enum language_code)code, folder);
    free(folder);
    free(data);
}

/* Names of files in the golden cases are as seen from the folder. */
static void run_folder(struct run *run, const char *folder, struct model_options options)
{
    size_t cases;
    run->folder = folder;
    run->options = options;
    if (chdir(folder)) {
        printf("Bail out! cannot go to %s\n", folder);
        exit(EXIT_FAILURE);
    }
    char **names = list_cases(folder, &cases);
    for (size_t i = 0; i < cases; i++) {
        run_case(run, names[i]);
        free(names[i]);
    }
    free(names);
}

int main(int count, char **args)
{
    struct run run = {.update = count > 1 && !strcmp(args[1], "--update")};
    open_languages(&run);
    run_folder(&run, TEST_SOURCE_DIR "/tests/cases/reader", (struct model_options){.alone = true});
    run_folder(&run, TEST_SOURCE_DIR "/tests/cases/include",
               (struct model_options){.library = "library"});
    check_messages(&run);
    for (int code = 0; code < LANGUAGE_COUNT; code++)
        language_free(run.languages[code]);
    printf("1..%zu\n", run.tests);
    return run.failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
