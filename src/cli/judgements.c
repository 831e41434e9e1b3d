/* Judgements that are given as data; see judgements.h. */
#include "cli/judgements.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/likely.h"
#include "model/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 16 << 20 /* bytes */ };

/* What may be judged. */
static const uint64_t judged = LIKELY_KIND(MODEL_ACTIVITY) | LIKELY_KIND(MODEL_EFFECT) |
                               LIKELY_KIND(MODEL_INDICATOR) | LIKELY_KIND(MODEL_LINK);

/* A judgement, and the line where it stands. */
struct line {
    struct view_judgement judgement;
    uint32_t number;
};

struct reading {
    struct judgements *judgements;
    const struct model *model;
    struct diag_sink *sink;
    struct diag_at at;
    struct line *lines;
    size_t count, capacity;
    bool wrong;
};

/* Reports what is wrong; `a` is from the file, which may hold anything. */
static void complain(struct reading *reading, enum diag_id id, const char *a, const char *b)
{
    struct diag_word word = diag_word_of(a ? a : "", a ? strlen(a) : 0);
    reading->wrong = true;
    diag_report(reading->sink, id, reading->at, a ? word.text : NULL, b, NULL);
}

/* True where a finding is only counted. */
static bool only_counts(struct reading *reading, enum diag_id likely, enum diag_id unknown)
{
    bool full = diag_counts_only(reading->sink, likely, unknown);
    reading->wrong = reading->wrong || full;
    return full;
}

/* --- ids -------------------------------------------------------------------------------- */

static const char *find_id(struct reading *reading, const char *id)
{
    const struct model_node *node = model_find(reading->model, id);
    if (node && judged & LIKELY_KIND(node->kind))
        return node->id;
    if (only_counts(reading, DIAG_JUDGEMENT_ID, DIAG_JUDGEMENT_ID_UNKNOWN))
        return NULL;
    const char *likely = node ? NULL : likely_id(reading->model, id, judged);
    if (node)
        complain(reading, DIAG_JUDGEMENT_KIND, id, vocabulary_of_kind(node->kind)->name);
    else if (likely)
        complain(reading, DIAG_JUDGEMENT_ID, id, likely);
    else
        complain(reading, DIAG_JUDGEMENT_ID_UNKNOWN, id, NULL);
    return NULL;
}

/* --- statuses --------------------------------------------------------------------------- */

static enum status find_status(struct reading *reading, const char *code)
{
    enum status status = status_of_code(code);
    if (status != STATUS_NONE ||
        only_counts(reading, DIAG_JUDGEMENT_STATUS, DIAG_JUDGEMENT_STATUS_UNKNOWN))
        return status;
    const char *codes[STATUSES];
    size_t count = 0;
    struct buf all = {0};
    for (int i = STATUS_NONE + 1; i < STATUSES; i++) {
        codes[count++] = status_code((enum status)i);
        buf_addf(&all, "%s%s", all.length ? ", " : "", status_code((enum status)i));
    }
    const char *likely = suggest_word(code, codes, count);
    if (likely)
        complain(reading, DIAG_JUDGEMENT_STATUS, code, likely);
    else
        complain(reading, DIAG_JUDGEMENT_STATUS_UNKNOWN, code, all.data);
    buf_release(&all);
    return STATUS_NONE;
}

/* --- lines ------------------------------------------------------------------------------ */

static void add(struct reading *reading, const char *id, enum status status)
{
    reading->lines =
        mem_grow(reading->lines, &reading->capacity, reading->count + 1, sizeof *reading->lines);
    reading->lines[reading->count++] =
        (struct line){.judgement = {.id = id, .status = status}, .number = reading->at.line};
}

/* Takes white space and quotation marks from both ends, in place. */
static char *trim(char *text)
{
    static const char outside[] = " \t\r\"";
    text += strspn(text, outside);
    size_t length = strlen(text);
    while (length && strchr(outside, text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

static void read_line(struct reading *reading, char *line)
{
    if (!*trim(line) || *trim(line) == '#')
        return;
    char *end = strpbrk(line, ";,\t");
    if (!end || strpbrk(end + 1, ";,\t")) {
        complain(reading, DIAG_JUDGEMENT_FORM, trim(line), NULL);
        return;
    }
    *end = '\0';
    const char *word = trim(line), *code = trim(end + 1);
    if (reading->at.line == 1 && !strcmp(word, "id") && !model_find(reading->model, word))
        return;
    const char *id = find_id(reading, word);
    enum status status = find_status(reading, code);
    if (id && status != STATUS_NONE)
        add(reading, id, status);
}

static void read_lines(struct reading *reading, char *text)
{
    if (!strncmp(text, "\xEF\xBB\xBF", 3))
        text += 3;
    while (*text) {
        size_t length = strcspn(text, "\n");
        bool last = !text[length];
        text[length] = '\0';
        reading->at.line++;
        read_line(reading, text);
        text += length + !last;
    }
}

/* How many bytes can be read as text. */
static size_t readable_length(const char *text, size_t length)
{
    size_t text_length = strlen(text), good = utf8_first_bad(text, length);
    return good < text_length ? good : text_length;
}

static uint32_t line_of(const char *text, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n';
    return line;
}

static int compare_lines(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int order = strcmp(x->judgement.id, y->judgement.id);
    return order ? order : x->number < y->number ? -1 : x->number > y->number;
}

/* Hands the judgements over, sorted; one thing has one of them. */
static void hand_over(struct reading *reading)
{
    struct judgements *judgements = reading->judgements;
    if (reading->count)
        qsort(reading->lines, reading->count, sizeof *reading->lines, compare_lines);
    judgements->items = arena_array(&judgements->arena, reading->count, sizeof *judgements->items);
    for (size_t i = 0; i < reading->count; i++) {
        const struct line *line = &reading->lines[i];
        judgements->items[judgements->count++] = line->judgement;
        if (i && !strcmp(line->judgement.id, line[-1].judgement.id)) {
            char before[24];
            snprintf(before, sizeof before, "%lu", (unsigned long)line[-1].number);
            reading->at.line = line->number;
            complain(reading, DIAG_JUDGEMENT_TWICE, line->judgement.id, before);
        }
    }
}

int judgements_read(struct judgements *judgements, const char *path, const struct model *model,
                    struct diag_sink *sink)
{
    struct reading reading = {
        .judgements = judgements, .model = model, .sink = sink, .at = {.file = path}};
    char *text;
    size_t length;
    *judgements = (struct judgements){0};
    if (file_read(path, FILE_MOST, &text, &length, sink))
        return -1;
    size_t readable = readable_length(text, length);
    if (readable < length) {
        reading.at.line = line_of(text, readable);
        complain(&reading, DIAG_JUDGEMENT_ENCODING, NULL, NULL);
    } else {
        read_lines(&reading, text);
    }
    hand_over(&reading);
    reading.at.line = 1;
    if (!reading.wrong && !judgements->count)
        complain(&reading, DIAG_JUDGEMENT_NONE, NULL, NULL);
    free(text);
    free(reading.lines);
    return reading.wrong ? -1 : 0;
}

void judgements_release(struct judgements *judgements)
{
    arena_release(&judgements->arena);
    *judgements = (struct judgements){0};
}
