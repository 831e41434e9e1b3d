/* Diagnostics; see diag.h. */
#include "base/diag.h"

#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EXCERPT_MOST = 160, /* characters of a source line that are shown */
    EXCERPT_LEAD = 60,  /* of them before the caret, where the line is longer */
};

/* Around the parts of an argument that follow the language; no XML may hold them. */
enum { MARK_NUMBER = '\1', MARK_TERM = '\2', MARK_END = '\3' };

static const struct {
    const char *id;
    enum diag_severity draft, strict;
    const char *text;
} catalogue[DIAG_IDS] = {
#define DIAG(name, id, draft, strict, text) [DIAG_##name] = {id, DIAG_##draft, DIAG_##strict, text},
#include "base/diag_list.h"
#undef DIAG
};

void diag_sink_init(struct diag_sink *sink, bool strict)
{
    *sink = (struct diag_sink){.strict = strict};
}

void diag_sink_release(struct diag_sink *sink)
{
    arena_release(&sink->arena);
    free(sink->items);
    *sink = (struct diag_sink){0};
}

const char *diag_id_text(enum diag_id id)
{
    return catalogue[id].id;
}

enum diag_severity diag_severity_of(enum diag_id id, bool strict)
{
    return strict ? catalogue[id].strict : catalogue[id].draft;
}

const char *diag_pattern(enum diag_id id, const struct language *language)
{
    return language_text(language, catalogue[id].text);
}

struct diag_word diag_word_of(const char *text, size_t length)
{
    static const char more[] = "…";
    enum { MOST_CHARACTERS = 40 };
    struct diag_word word;
    const char *p = text, *end = text + length;
    size_t used = 0;
    for (size_t i = 0; p < end && i < MOST_CHARACTERS; i++) {
        uint32_t c = utf8_next(&p, end);
        bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        if (used + UTF8_MAX >= sizeof word.text - sizeof more)
            break;
        used += utf8_encode(control ? ' ' : c, word.text + used);
    }
    memcpy(word.text + used, p < end ? more : "", p < end ? sizeof more : 1);
    return word;
}

static void copy_args(struct diag_sink *sink, struct diag *diag, va_list args)
{
    const char *arg;
    while (diag->arg_count < DIAG_ARGS && (arg = va_arg(args, const char *)))
        diag->args[diag->arg_count++] = arena_string(&sink->arena, arg);
}

/* Findings of one file share its name. */
static const char *file_name(struct diag_sink *sink, const char *file)
{
    if (!file)
        return NULL;
    const char *last = sink->count ? sink->items[sink->count - 1].at.file : NULL;
    return last && !strcmp(last, file) ? last : arena_string(&sink->arena, file);
}

struct diag *diag_report(struct diag_sink *sink, enum diag_id id, struct diag_at at, ...)
{
    enum diag_severity severity = diag_severity_of(id, sink->strict);
    if (severity == DIAG_NONE)
        return NULL;
    sink->of_severity[severity]++;
    if (sink->of_kind[id]++ >= DIAG_MOST_OF_KIND || sink->count >= DIAG_MOST) {
        sink->not_kept++;
        return NULL;
    }
    sink->items = mem_grow(sink->items, &sink->capacity, sink->count + 1, sizeof *sink->items);
    at.file = file_name(sink, at.file);
    struct diag *diag = &sink->items[sink->count];
    *diag = (struct diag){.id = id, .severity = severity, .at = at, .order = (uint32_t)sink->count};
    sink->count++;
    va_list args;
    va_start(args, at);
    copy_args(sink, diag, args);
    va_end(args);
    return diag;
}

bool diag_counts_only(struct diag_sink *sink, enum diag_id likely, enum diag_id unknown)
{
    bool full = sink->count >= DIAG_MOST;
    if (!full && sink->of_kind[likely] < DIAG_MOST_OF_KIND &&
        sink->of_kind[unknown] < DIAG_MOST_OF_KIND)
        return false;
    bool likely_is_full = full || sink->of_kind[likely] >= DIAG_MOST_OF_KIND;
    diag_report(sink, likely_is_full ? likely : unknown, (struct diag_at){0}, NULL);
    return true;
}

void diag_answer(struct diag_sink *sink, struct diag *diag, const char *reason)
{
    if (diag->answer)
        return;
    diag->answer = arena_string(&sink->arena, reason);
    sink->of_severity[diag->severity]--;
    sink->answered++;
}

bool diag_has_errors(const struct diag_sink *sink)
{
    return sink->of_severity[DIAG_ERROR] > 0;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(const void *pa, const void *pb)
{
    const struct diag *a = pa, *b = pb;
    const char *file_a = a->at.file ? a->at.file : "", *file_b = b->at.file ? b->at.file : "";
    int order = strcmp(file_a, file_b);
    if (!order)
        order = compare_numbers(a->at.line, b->at.line);
    if (!order)
        order = compare_numbers(a->at.column, b->at.column);
    return order ? order : compare_numbers(a->order, b->order);
}

void diag_sort(struct diag_sink *sink)
{
    if (sink->count)
        qsort(sink->items, sink->count, sizeof *sink->items, compare_places);
}

const char *diag_severity_text(enum diag_severity severity, const struct language *language)
{
    switch (severity) {
    case DIAG_ERROR:
        return language_text(language, "error");
    case DIAG_WARNING:
        return language_text(language, "warning");
    case DIAG_INFO:
        return language_text(language, "remark");
    case DIAG_NONE:
        break;
    }
    return "";
}

/* --- arguments that follow the language ----------------------------------------------- */

void diag_add_number(struct buf *arg, double value, int decimals)
{
    buf_add_char(arg, MARK_NUMBER);
    buf_add_number(arg, value, decimals);
    buf_add_char(arg, MARK_END);
}

void diag_add_term(struct buf *arg, const char *english)
{
    buf_add_char(arg, MARK_TERM);
    buf_add_string(arg, english);
    buf_add_char(arg, MARK_END);
}

/* Adds what stood between two marks. */
static void add_part(struct buf *out, char mark, const char *part, const struct language *language)
{
    struct number number = {0};
    if (mark == MARK_TERM)
        buf_add_string(out, language_text(language, part));
    else if (number_parse(part, strlen(part), &number) == NUMBER_OK)
        language_add_number(language, out, number.value, number.decimals);
    else /* more digits than we read */
        buf_add_string(out, part);
}

/* Adds an argument; what is not marked stays as it is. */
static void add_argument(struct buf *out, const char *arg, const struct language *language)
{
    static const char marks[] = {MARK_NUMBER, MARK_TERM, '\0'};
    const char *mark, *end;
    struct buf part = {0};
    while ((mark = strpbrk(arg, marks)) && (end = strchr(mark, MARK_END))) {
        buf_add(out, arg, (size_t)(mark - arg));
        buf_reset(&part);
        buf_add(&part, mark + 1, (size_t)(end - mark - 1));
        add_part(out, *mark, part.data, language);
        arg = end + 1;
    }
    buf_add_string(out, arg);
    buf_release(&part);
}

/* True for what steers a terminal or turns the order of what follows round; a text of the model may
 * hold some of these. */
static bool is_steering(uint32_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* Adds an argument as it can be shown anywhere. */
static void add_shown(struct buf *out, const char *arg, const struct language *language)
{
    struct buf said = {0};
    add_argument(&said, arg, language);
    const char *p = said.data, *end = said.data + said.length;
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        buf_add_codepoint(out, is_steering(c) ? UTF8_BAD : c);
    }
    buf_release(&said);
}

void diag_add_text(struct buf *out, const struct diag *diag, const struct language *language)
{
    struct buf args[DIAG_ARGS] = {0};
    const char *texts[DIAG_ARGS];
    for (size_t i = 0; i < diag->arg_count; i++) {
        buf_init(&args[i], 0);
        add_shown(&args[i], diag->args[i], language);
        texts[i] = args[i].data;
    }
    buf_add_message(out, diag_pattern(diag->id, language), texts, diag->arg_count);
    for (size_t i = 0; i < diag->arg_count; i++)
        buf_release(&args[i]);
}

/* --- findings as text ------------------------------------------------------------------ */

static void add_place(struct buf *out, const struct diag_at *at)
{
    if (!at->file)
        return;
    buf_add_string(out, at->file);
    if (at->line)
        buf_addf(out, ":%u", (unsigned)at->line);
    if (at->line && at->column)
        buf_addf(out, ":%u", (unsigned)at->column);
    buf_add_string(out, ": ");
}

/* A place of the text: `at` is the character, or the end of the line where it has no such column. */
struct spot {
    const char *at;
    uint32_t column;
};

static bool is_before(const struct diag_known *known, const struct diag_at *at)
{
    return known->line &&
           (known->line < at->line || (known->line == at->line && known->column <= at->column));
}

static const char *line_end(const char *from, const char *end)
{
    const char *stop = memchr(from, '\n', (size_t)(end - from));
    return stop ? stop : end;
}

/* Finds the place in the text; false where it has no such line. */
static bool find_spot(const char *source, size_t length, const struct diag_at *at,
                      struct spot *spot)
{
    bool known = at->known.offset < length && is_before(&at->known, at);
    const char *p = source + (known ? at->known.offset : 0), *end = source + length;
    spot->column = known ? at->known.column : 1;
    for (uint32_t line = known ? at->known.line : 1; line < at->line; line++) {
        p = line_end(p, end);
        if (p == end)
            return false;
        p++;
        spot->column = 1;
    }
    if (p == end && spot->column == 1)
        return false;
    for (; spot->column < at->column && p < end && *p != '\n'; spot->column++)
        utf8_next(&p, end);
    spot->at = p;
    return true;
}

/* Copies one character of a source line so that it takes one column and cannot
 * disturb a terminal. */
static void add_visible(struct buf *out, uint32_t c)
{
    if (c == '\t')
        buf_add_char(out, ' ');
    else
        buf_add_codepoint(out, c == '\n' || is_steering(c) ? UTF8_BAD : c);
}

/* Back over up to `count` characters of the line. */
static const char *step_back(const char *source, const char *p, uint32_t count)
{
    for (; count && p > source && p[-1] != '\n'; count--)
        do
            p--;
        while (p > source && ((unsigned char)*p & 0xC0) == 0x80);
    return p;
}

/* The line with a caret below, or the part around the caret where it is long. */
static void add_excerpt(struct buf *out, const char *source, const char *end,
                        const struct spot *spot, uint32_t column)
{
    uint32_t skipped = column > EXCERPT_MOST ? column - EXCERPT_LEAD : 0;
    const char *p = spot->at;
    if (spot->column > skipped)
        p = step_back(source, p, spot->column - 1 - skipped);
    const char *stop = line_end(p, end);
    if (stop > p && stop[-1] == '\r')
        stop--;
    buf_add_string(out, "    ");
    for (size_t shown = 0; p < stop && shown < EXCERPT_MOST; shown++)
        add_visible(out, utf8_next(&p, stop));
    buf_add_char(out, '\n');
    if (!column)
        return;
    buf_add_string(out, "    ");
    for (uint32_t i = skipped + 1; i < column; i++)
        buf_add_char(out, ' ');
    buf_add_string(out, "^\n");
}

static void add_other_place(struct buf *out, const struct diag *diag,
                            const struct language *language)
{
    if (!diag->other.line)
        return;
    add_place(out, &diag->other);
    buf_add_string(out, language_text(language, "the other place"));
    buf_add_char(out, '\n');
}

static void add_answer(struct buf *out, const struct diag *diag, const struct language *language)
{
    if (!diag->answer)
        return;
    buf_add_string(out, "    ");
    buf_add_message(out, language_text(language, "answered: {1}"), &diag->answer, 1);
    buf_add_char(out, '\n');
}

void diag_add_full(struct buf *out, const struct diag *diag, const struct language *language,
                   const char *source, size_t source_length)
{
    add_place(out, &diag->at);
    buf_add_string(out, diag_severity_text(diag->severity, language));
    buf_add_string(out, ": ");
    diag_add_text(out, diag, language);
    buf_addf(out, " [%s]\n", diag_id_text(diag->id));
    struct spot spot;
    if (source && diag->at.line && find_spot(source, source_length, &diag->at, &spot))
        add_excerpt(out, source, source + source_length, &spot, diag->at.column);
    add_other_place(out, diag, language);
    add_answer(out, diag, language);
}

static void add_count(struct buf *out, const struct language *language, size_t count,
                      const char *one, const char *many)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    const char *args[] = {digits};
    buf_add_message(out, language_count(language, count, one, many), args, 1);
}

void diag_add_summary(struct buf *out, const struct diag_sink *sink,
                      const struct language *language)
{
    const size_t *n = sink->of_severity;
    add_count(out, language, n[DIAG_ERROR], N_("{1} error"), N_("{1} errors"));
    buf_add_string(out, ", ");
    add_count(out, language, n[DIAG_WARNING], N_("{1} warning"), N_("{1} warnings"));
    buf_add_string(out, ", ");
    add_count(out, language, n[DIAG_INFO], N_("{1} remark"), N_("{1} remarks"));
    if (sink->answered) {
        buf_add_string(out, ", ");
        add_count(out, language, sink->answered, N_("{1} answered"), N_("{1} answered"));
    }
    if (sink->not_kept) {
        buf_add_string(out, "; ");
        add_count(out, language, sink->not_kept, N_("{1} more of the same kinds is not shown"),
                  N_("{1} more of the same kinds are not shown"));
    }
    buf_add_char(out, '\n');
}
