/* V05: personal data in the file. It looks at the file as it stands, with comments and
 * attributes, because all of it is shared. The message does not repeat what was found. */
#include "check/rule.h"
#include "check/words.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Walks through the source, line by line. */
struct scan {
    struct check *check;
    const char *start, *at, *end; /* of the source; where it is; the end of the line */
    const char *counted;          /* up to here the columns of the line are counted */
    uint32_t line, column;
    bool has_at_sign;                /* in the line */
    const struct model_node **nodes; /* all nodes in order of the file; NULL: not made yet */
    size_t node_count;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True if a letter or digit stands at `p`. */
static bool is_word(const char *p, const char *end)
{
    if (p >= end)
        return false;
    if ((unsigned char)*p < 0x80)
        return is_digit(*p) || (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');
    uint32_t c = utf8_next(&p, end);
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF) && c != UTF8_BAD;
}

static const char *next_character(const char *p, const char *end)
{
    utf8_next(&p, end);
    return p;
}

/* --- where ---------------------------------------------------------------------- */

static void add_nodes(struct scan *scan, const struct model_list *list, size_t *capacity)
{
    scan->nodes =
        mem_grow(scan->nodes, capacity, scan->node_count + list->count + 1, sizeof *scan->nodes);
    for (size_t i = 0; i < list->count; i++)
        scan->nodes[scan->node_count++] = list->items[i];
}

static int by_start(const void *pa, const void *pb)
{
    const struct model_node *a = *(const struct model_node *const *)pa;
    const struct model_node *b = *(const struct model_node *const *)pb;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static void collect_nodes(struct scan *scan)
{
    const struct model *m = scan->check->model;
    const struct model_list *lists[] = {
        &m->horizons,   &m->places,      &m->roles,      &m->target_groups, &m->sources,
        &m->challenges, &m->focus_areas, &m->activities, &m->effects,       &m->links,
        &m->indicators, &m->questions,   &m->answers,
    };
    size_t capacity = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        add_nodes(scan, lists[i], &capacity);
    if (scan->node_count)
        qsort(scan->nodes, scan->node_count, sizeof *scan->nodes, by_start);
}

/* The innermost element around a byte of the source. */
static const struct model_node *node_around(struct scan *scan, size_t offset)
{
    if (!scan->nodes)
        collect_nodes(scan);
    size_t low = 0, high = scan->node_count; /* the last node that starts before `offset` */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (scan->nodes[middle]->span.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    const struct model_node *node = low ? scan->nodes[low - 1] : NULL;
    while (node && offset >= node->span.end)
        node = node->parent;
    return node ? node : &scan->check->model->programme->node;
}

/* The column of the scan's place; counts on from where it was asked for last. */
static uint32_t column_of(struct scan *scan)
{
    for (; scan->counted < scan->at; scan->counted++)
        scan->column += ((unsigned char)*scan->counted & 0xC0) != 0x80;
    return scan->column;
}

static void report(struct scan *scan, enum diag_id id)
{
    struct check *check = scan->check;
    const struct model_node *node = node_around(scan, (size_t)(scan->at - scan->start));
    struct found *found = check_found(check, id, node, NULL);
    uint32_t column = column_of(scan);
    found->at = (struct diag_at){check->model->file,
                                 scan->line,
                                 column,
                                 {(uint32_t)(scan->at - scan->start), scan->line, column}};
    struct buf label = {0};
    buf_addf(&label, "%u", (unsigned)scan->line);
    found->label = arena_string(&check->arena, label.data);
    buf_release(&label);
}

/* --- CPR numbers ------------------------------------------------------------------ */

static int two_digits(const char *p)
{
    return (p[0] - '0') * 10 + (p[1] - '0');
}

static size_t count_digits(const char *p, const char *end)
{
    size_t count = 0;
    while (p + count < end && is_digit(p[count]))
        count++;
    return count;
}

/* Bytes of what may stand between date and serial number: a hyphen, a dash, a space. */
static size_t cpr_separator(const char *p, const char *end)
{
    static const char *const separators[] = {
        "-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x88\x92", " ", "\xC2\xA0"};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        size_t length = strlen(separators[i]);
        if ((size_t)(end - p) >= length && !memcmp(p, separators[i], length))
            return length;
    }
    return 0;
}

static bool is_birthday(const char *p)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int day = two_digits(p), month = two_digits(p + 2);
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/* Bytes of a CPR number at `p`: ddmmyy and four digits, with or without a separator;
 * 0 if there is none. `p` stands at the start of a number. */
static size_t cpr_length(const char *p, const char *end)
{
    size_t digits = count_digits(p, end), length = 10;
    if (digits == 6) {
        size_t separator = cpr_separator(p + 6, end);
        if (!separator || count_digits(p + 6 + separator, end) != 4)
            return 0;
        length += separator;
    } else if (digits != 10) {
        return 0;
    }
    const char *after = p + length;
    bool goes_on = is_word(after, end) || (after + 1 < end && *after == '-' && is_digit(after[1]));
    return is_birthday(p) && !goes_on ? length : 0;
}

/* --- telephone numbers ------------------------------------------------------------ */

/* Bytes of eight digits with single spaces between; `*groups` tells how many there are. */
static size_t eight_digits(const char *p, const char *end, size_t *groups)
{
    size_t digits = 0, length = 0;
    for (*groups = 0; digits < 8; ++*groups) {
        if (*groups && (p + length == end || p[length++] != ' '))
            return 0;
        size_t here = count_digits(p + length, end);
        if (!here || here % 2 || digits + here > 8)
            return 0;
        digits += here;
        length += here;
    }
    const char *after = p + length;
    bool goes_on = is_word(after, end) || (after < end && *after == '-') ||
                   (after + 1 < end && *after == ' ' && is_digit(after[1]));
    return goes_on ? 0 : length;
}

/* The lists of all languages: a model's own says little about addresses and telephones. */
static const char *const languages[] = {"da", "en"};
enum { LANGUAGES_ASKED = sizeof languages / sizeof *languages };

static const struct words_list *list_of(const struct scan *scan, int language, enum words_id id)
{
    return words_get(scan->check->options->words, languages[language], id);
}

/* True if one of the words that announce a number stands shortly before. */
static bool is_announced(const struct scan *scan)
{
    enum { BEFORE = 24 };
    size_t length =
        (size_t)(scan->at - scan->start) < BEFORE ? (size_t)(scan->at - scan->start) : BEFORE;
    char before[BEFORE + 1];
    memcpy(before, scan->at - length, length);
    before[length] = '\0';
    for (int i = 0; i < LANGUAGES_ASKED; i++)
        if (words_in_text(list_of(scan, i, WORDS_PHONE), before))
            return true;
    return false;
}

static size_t country_code(const char *p, const char *end)
{
    size_t length = 0;
    if ((size_t)(end - p) > 3 && !memcmp(p, "+45", 3))
        length = 3;
    else if ((size_t)(end - p) > 4 && !memcmp(p, "0045", 4))
        length = 4;
    return length && p[length] == ' ' ? length + 1 : length;
}

/* The sign before the scan's place, past spaces and what may stand between a name and a
 * number; NULL where the text begins there. */
static const char *sign_before(const struct scan *scan)
{
    const char *p = scan->at;
    while (p > scan->start && strchr(" \t\r\n,:;(/.", p[-1]))
        p--;
    bool begins = p == scan->start || p[-1] == '>' || p[-1] == '"' || p[-1] == '\'' ||
                  (p - scan->start >= 4 && !memcmp(p - 4, "<!--", 4));
    return begins ? NULL : p - 1;
}

/* True if the word that ends at `last` begins with a capital letter, as a name does. */
static bool is_name(const struct scan *scan, const char *last)
{
    const char *p = last + 1;
    while (p > scan->start && ((unsigned char)p[-1] >= 0x80 || is_word(p - 1, p) || p[-1] == '-'))
        p--;
    const unsigned char *first = (const unsigned char *)p;
    return (*first >= 'A' && *first <= 'Z') ||
           (*first == 0xC3 && first[1] >= 0x80 && first[1] <= 0x9E);
}

/* Pairs that only rise or only fall: "20 22 24 26" is a list of ages. */
static bool is_row(const char *pairs)
{
    enum { PAIRS = 4, PAIR = 3 /* bytes with its space */ };
    int rising = 0, falling = 0;
    for (int i = 1; i < PAIRS; i++) {
        int step = two_digits(pairs + PAIR * i) - two_digits(pairs + PAIR * (i - 1));
        rising += step > 0;
        falling += step < 0;
    }
    return rising == PAIRS - 1 || falling == PAIRS - 1;
}

/* True if what is counted follows: "25 32 41 38 år", "... %". */
static bool is_counted(const struct scan *scan, const char *after)
{
    struct words_hit hit;
    after += strspn(after, " ");
    if (after < scan->end && *after == '%')
        return true;
    for (int i = 0; i < LANGUAGES_ASKED; i++)
        if (words_match_at(list_of(scan, i, WORDS_COUNTED), after, &hit))
            return true;
    return false;
}

/* Four pairs of digits may be ages or results as well: they are taken for a telephone number
 * where they stand alone, or behind a name without being a row or followed by what they count. */
static bool stands_as_number(const struct scan *scan, size_t length)
{
    const char *before = sign_before(scan);
    if (is_counted(scan, scan->at + length))
        return false;
    return !before || (is_name(scan, before) && !is_row(scan->at));
}

/* Bytes of a telephone number at the scan's place, 0 if there is none. Eight digits
 * alone may be anything: they need the country's code, a word before, or the form of four
 * pairs in a place for it. */
static size_t phone_length(const struct scan *scan)
{
    const char *p = scan->at;
    size_t code = country_code(p, scan->end), groups;
    size_t length = eight_digits(p + code, scan->end, &groups);
    if (!length || (p[code] < '2'))
        return 0;
    bool is_number = code || is_announced(scan) || (groups == 4 && stands_as_number(scan, length));
    return is_number ? code + length : 0;
}

/* --- e-mail addresses --------------------------------------------------------------- */

enum { LOCAL_MOST = 64, DOMAIN_MOST = 255 }; /* bytes */

static bool is_address(const char *p, const char *end)
{
    return is_word(p, end) || (p < end && memchr(".-_+", *p, 4));
}

/* Bytes of the stretch of address characters at `p`, at most `most`. */
static size_t address_length(const char *p, const char *end, size_t most)
{
    const char *start = p;
    while ((size_t)(p - start) < most && is_address(p, end))
        p = next_character(p, end);
    return (size_t)(p - start);
}

/* Names of mailboxes are written together in all ways: here a part may stand anywhere. */
static bool contains_any(const char *text, const struct words_list *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        if (strstr(text, parts->items[i]->text))
            return true;
    return false;
}

/* A function, not a person: "kontakt", "sundhed-trivsel", "post.nord". */
static bool is_function(const struct scan *scan, const char *local, size_t length)
{
    char text[LOCAL_MOST + UTF8_MAX + 1];
    for (size_t i = 0; i < length; i++)
        text[i] = (char)(local[i] >= 'A' && local[i] <= 'Z' ? local[i] + 32 : local[i]);
    text[length] = '\0';
    for (int i = 0; i < LANGUAGES_ASKED; i++)
        if (words_has(list_of(scan, i, WORDS_MAILBOXES), text) ||
            contains_any(text, list_of(scan, i, WORDS_MAILBOX_PARTS)))
            return true;
    return false;
}

/* Bytes of an e-mail address at `p`; 0 if there is none. */
static size_t email_length(const char *p, const char *end, size_t *local)
{
    *local = address_length(p, end, LOCAL_MOST);
    const char *domain = p + *local + 1;
    if (!*local || domain >= end || domain[-1] != '@')
        return 0;
    size_t length = address_length(domain, end, DOMAIN_MOST);
    while (length && domain[length - 1] == '.') /* the sentence's full stop */
        length--;
    const char *dot = length ? memchr(domain + 1, '.', length - 1) : NULL;
    return dot ? *local + 1 + length : 0;
}

/* --- the walk ----------------------------------------------------------------------- */

/* Bytes of what cannot begin a number or an address within itself: a word, or a
 * figure with its decimals. */
static size_t plain_length(const char *p, const char *end)
{
    const char *start = p;
    bool figure = is_digit(*p);
    p = next_character(p, end);
    while (is_word(p, end) && is_word(start, end)) {
        figure = figure && is_digit(*p);
        p = next_character(p, end);
    }
    while (figure && p + 1 < end && (*p == '.' || *p == ',') && is_digit(p[1]))
        p += 1 + count_digits(p + 1, end);
    return (size_t)(p - start);
}

/* Ten plain digits within a web address are the number of a page or a case. */
static bool is_in_address(const struct scan *scan, size_t length)
{
    enum { PLAIN = 10 };
    return length == PLAIN && scan->at > scan->start && strchr("/=#?&_", scan->at[-1]);
}

/* Looks at what starts here; returns how many bytes to go on. */
static size_t look(struct scan *scan)
{
    const char *p = scan->at;
    size_t length, local;
    if (is_digit(*p) && (length = cpr_length(p, scan->end))) {
        if (!is_in_address(scan, length))
            report(scan, DIAG_CPR);
        return length;
    }
    if ((is_digit(*p) || *p == '+') && (length = phone_length(scan))) {
        report(scan, DIAG_PHONE);
        return length;
    }
    if (scan->has_at_sign && is_word(p, scan->end) &&
        (length = email_length(p, scan->end, &local))) {
        if (!is_function(scan, p, local))
            report(scan, DIAG_EMAIL);
        return length;
    }
    return plain_length(p, scan->end);
}

/* Bytes that a number can be written with: digits, and what cpr_separator() knows. */
static bool is_number_byte(char c)
{
    switch ((unsigned char)c) {
    case ' ':
    case '-':
    case 0xC2: /* the no-break space, C2 A0 */
    case 0xA0:
    case 0xE2: /* hyphens, dashes and the minus sign, E2 80 90 .. E2 88 92 */
    case 0x80:
    case 0x88:
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
        return true;
    default:
        return is_digit(c);
    }
}

/* Where a digit begins a stretch of bytes long enough for a telephone number, at or
 * after `p`; `end` if nowhere. Nearly all of a file is passed over in steps. */
static const char *next_stretch(const char *p, const char *end)
{
    enum { SHORTEST = 8 };
    while (end - p >= SHORTEST) {
        const char *last = p + SHORTEST - 1;
        while (last >= p && is_number_byte(*last))
            last--;
        if (last < p && is_digit(*p))
            return p;
        p = last < p ? p + 1 : last + 1;
    }
    return end;
}

/* Looks at the whole line around `p`; returns where the next one begins. */
static const char *look_at_line(struct scan *scan, const char *p, const char *file_end)
{
    const char *newline = memchr(p, '\n', (size_t)(file_end - p));
    scan->end = newline ? newline : file_end;
    while (p > scan->at && p[-1] != '\n')
        p--;
    for (const char *skipped = scan->at; (skipped = memchr(skipped, '\n', (size_t)(p - skipped)));
         skipped++)
        scan->line++;
    scan->at = scan->counted = p;
    scan->column = 1;
    scan->has_at_sign = memchr(p, '@', (size_t)(scan->end - p)) != NULL;
    while (scan->at < scan->end)
        scan->at += look(scan);
    if (newline) {
        scan->at = newline + 1;
        scan->line++;
    }
    return scan->at;
}

/* V05: CPR numbers, and addresses and numbers of people. None of them goes over a line's
 * end, and only lines with an @ or many digits can hold one. */
void rule_private_data(struct check *check)
{
    const struct model *model = check->model;
    if (!model->source)
        return;
    struct scan scan = {.check = check, .start = model->source, .at = model->source, .line = 1};
    const char *end = model->source + model->source_length, *at_sign = model->source;
    for (const char *p = model->source; p < end;) {
        if (at_sign < end && at_sign <= p) {
            at_sign = memchr(p, '@', (size_t)(end - p));
            at_sign = at_sign ? at_sign : end;
        }
        const char *found = next_stretch(p, at_sign);
        p = found < end ? look_at_line(&scan, found, end) : end;
    }
    free(scan.nodes);
}
