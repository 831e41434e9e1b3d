/* Values of attributes: what each type of the vocabulary accepts, and where it goes. See
 * reader.h. The published schema says the same in schema_rng.c. */
#include "model/reader.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CODES = 24 };

/* The value that is being looked at. */
struct value {
    struct reader *reader;
    struct frame *frame;
    const struct voc_attribute *attribute;
    struct slice text;
};

static struct diag_at at_value(const struct value *value)
{
    return reader_at_attribute(value->reader, value->frame->at, value->attribute->name);
}

/* Reports the value as {1} and up to two specifics. */
static void report(const struct value *value, enum diag_id id, const char *second,
                   const char *third)
{
    diag_report(value->reader->sink, id, at_value(value), word_of(value->text).text, second, third,
                NULL);
}

static void *field(const struct value *value)
{
    return (char *)value->frame->node + value->attribute->offset;
}

static void store_text(const struct value *value)
{
    struct slice text = value->text;
    char *copy = arena_copy(&value->reader->model->arena, text.text, text.length);
    size_t length = text_normalise(copy, text.length);
    copy[length] = '\0';
    if (text_draws_nothing(copy, length))
        diag_report(value->reader->sink, DIAG_VALUE_EMPTY, at_value(value), value->attribute->name,
                    NULL);
    else
        *(const char **)field(value) = copy;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool all_digits(struct slice slice)
{
    for (size_t i = 0; i < slice.length; i++)
        if (!is_digit(slice.text[i]))
            return false;
    return slice.length > 0;
}

/* --- codes --------------------------------------------------------------------------------- */

static bool is_text(struct slice slice, const char *string)
{
    return !strncmp(string, slice.text, slice.length) && !string[slice.length];
}

static void report_code(const struct value *value)
{
    const struct voc_code *codes = value->attribute->codes;
    const char *names[MOST_CODES];
    size_t count = 0;
    struct buf list;
    if (diag_counts_only(value->reader->sink, DIAG_CODE, DIAG_CODE_UNKNOWN))
        return;
    buf_init(&list, 0);
    for (; codes[count].name && count < MOST_CODES; count++) {
        names[count] = codes[count].name;
        buf_addf(&list, "%s%s", count ? ", " : "", codes[count].name);
    }
    struct diag_word word = word_of(value->text);
    const char *likely = reader_likely(word.text, names, count);
    if (likely)
        diag_report(value->reader->sink, DIAG_CODE, at_value(value), word.text,
                    value->attribute->name, likely, list.data, NULL);
    else
        report(value, DIAG_CODE_UNKNOWN, value->attribute->name, list.data);
    buf_release(&list);
}

static void read_code(const struct value *value)
{
    const struct voc_code *code = value->attribute->codes;
    while (code->name && !is_text(value->text, code->name))
        code++;
    if (code->name)
        *(int *)field(value) = code->value;
    else
        report_code(value);
}

/* --- dates --------------------------------------------------------------------------------- */

static void report_danish_date(const struct value *value, struct date date)
{
    struct buf full, shorter;
    bool has_day = date.day != 0;
    buf_init(&full, 0);
    buf_init(&shorter, 0);
    date_add_iso(&full, date);
    date.day = 0;
    date_add_iso(&shorter, date);
    report(value, has_day ? DIAG_DATE_DANISH : DIAG_DATE_DANISH_MONTH, full.data, shorter.data);
    buf_release(&full);
    buf_release(&shorter);
}

static void report_meant_date(const struct value *value, struct date date)
{
    struct buf iso = {0};
    date_add_iso(&iso, date);
    report(value, DIAG_DATE_MEANT, iso.data, NULL);
    buf_release(&iso);
}

static void read_date(const struct value *value)
{
    struct date date = {0};
    switch (date_parse(value->text.text, value->text.length, &date)) {
    case DATE_OK:
        *(struct date *)field(value) = date;
        break;
    case DATE_DANISH:
        report_danish_date(value, date);
        break;
    case DATE_MEANT:
        report_meant_date(value, date);
        break;
    case DATE_IMPOSSIBLE:
        report(value, DIAG_DATE_IMPOSSIBLE, NULL, NULL);
        break;
    case DATE_UNREADABLE:
        report(value, DIAG_DATE_UNREADABLE, NULL, NULL);
        break;
    }
}

static void read_year(const struct value *value)
{
    struct date date = {0};
    bool good = value->text.length == 4 && all_digits(value->text) &&
                date_parse(value->text.text, 4, &date) == DATE_OK;
    if (good)
        *(struct date *)field(value) = date;
    else
        report(value, DIAG_YEAR, NULL, NULL);
}

/* --- numbers ------------------------------------------------------------------------------- */

/* The number as it should have been written. */
static struct buf written(struct number number)
{
    struct buf out;
    buf_init(&out, 0);
    buf_add_number(&out, number.value, number.decimals);
    return out;
}

/* 1.200: the point may be the Danish one between thousands. 0.125 and 12.50 are plain. */
static bool may_be_thousands(struct slice text, struct number number)
{
    return number.decimals == 3 && text.length <= 7 && is_digit(text.text[0]) &&
           text.text[0] != '0';
}

/* What stands before a unit: "25.000" of "25.000 kr.". */
static struct slice figures_of(struct slice text)
{
    size_t length = 0;
    while (length < text.length && (is_digit(text.text[length]) || text.text[length] == '.'))
        length++;
    return slice_of(text.text, length);
}

/* Where what stands behind a number belongs. */
static enum diag_id unit_message(const struct value *value)
{
    enum model_kind kind = value->frame->element->kind;
    bool measured = kind == MODEL_INDICATOR || kind == MODEL_BASELINE || kind == MODEL_TARGET ||
                    kind == MODEL_MILESTONE;
    if (!measured && vocabulary_attribute(value->frame->element, "unit"))
        return DIAG_NUMBER_UNIT_HERE;
    if (!measured)
        return DIAG_NUMBER_ALONE;
    bool percent = value->text.text[value->text.length - 1] == '%';
    return percent ? DIAG_NUMBER_PERCENT : DIAG_NUMBER_UNIT;
}

static void report_number(const struct value *value, enum number_problem problem,
                          struct number number)
{
    if (problem == NUMBER_UNIT && may_be_thousands(figures_of(value->text), number))
        number = (struct number){number.value * 1000, true, 0};
    struct buf meant = written(number);
    if (problem == NUMBER_COMMA)
        report(value, DIAG_NUMBER_COMMA, meant.data, NULL);
    else if (problem == NUMBER_UNIT)
        report(value, unit_message(value), meant.data, NULL);
    else
        report(value, DIAG_NUMBER, NULL, NULL);
    buf_release(&meant);
}

/* The same number with one decimal less or more cannot be misread. */
static void report_thousands(const struct value *value, struct number number)
{
    struct buf whole = {0}, read = {0};
    struct buf plain = written(number);
    buf_add_number(&whole, number.value * 1000, 0);
    diag_add_number(&read, number.value, number.decimals);
    if (plain.length == value->text.length)
        buf_add_char(&plain, '0');
    diag_report(value->reader->sink, DIAG_NUMBER_THOUSANDS, at_value(value),
                word_of(value->text).text, whole.data, read.data, plain.data, NULL);
    buf_release(&whole);
    buf_release(&read);
    buf_release(&plain);
}

/* The hyphen and its longer relatives. */
static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* What stands before and after a dash; the first character may be a minus. */
static bool split_at_dash(struct slice text, struct slice *low, struct slice *high)
{
    const char *p = text.text, *end = p + text.length;
    utf8_next(&p, end);
    const char *dash = p;
    while (p < end && !is_dash(utf8_next(&p, end)))
        dash = p;
    *low = slice_trim(slice_of(text.text, (size_t)(dash - text.text)));
    *high = slice_trim(slice_of(p, (size_t)(end - p)));
    return low->length && high->length;
}

static bool is_number(struct slice text)
{
    struct number number;
    return number_parse(text.text, text.length, &number) == NUMBER_OK;
}

/* 60-70 where there are bounds for it. */
static bool report_range(const struct value *value)
{
    const struct voc_element *element = value->frame->element;
    struct slice low, high;
    if (!vocabulary_attribute(element, "min") || !vocabulary_attribute(element, "max") ||
        !split_at_dash(value->text, &low, &high) || !is_number(low) || !is_number(high))
        return false;
    report(value, DIAG_NUMBER_RANGE, word_of(low).text, word_of(high).text);
    return true;
}

static void read_number(const struct value *value)
{
    struct number number = {0};
    enum number_problem problem = number_parse(value->text.text, value->text.length, &number);
    if (problem == NUMBER_OK) {
        *(struct number *)field(value) = number;
        if (may_be_thousands(value->text, number))
            report_thousands(value, number);
    } else if (problem != NUMBER_UNREADABLE || !report_range(value)) {
        report_number(value, problem, number);
    }
}

/* "4.200" and "4 200" are whole numbers to a Danish reader; gives their digits. */
static bool is_grouped(struct slice text, char *digits, size_t size)
{
    size_t count = 0, in_group = 0;
    bool grouped = false;
    for (size_t i = 0; i < text.length && count + 1 < size; i++) {
        if (is_digit(text.text[i])) {
            digits[count++] = text.text[i];
            in_group++;
        } else if ((text.text[i] == '.' || text.text[i] == ' ') && count &&
                   (!grouped || in_group == 3)) {
            grouped = true;
            in_group = 0;
        } else {
            return false;
        }
    }
    digits[count] = '\0';
    return grouped && in_group == 3;
}

static void read_count(const struct value *value)
{
    struct number number = {0};
    char digits[16];
    bool good = all_digits(value->text) &&
                number_parse(value->text.text, value->text.length, &number) == NUMBER_OK;
    if (good)
        *(struct number *)field(value) = number;
    else if (is_grouped(value->text, digits, sizeof digits))
        report(value, DIAG_COUNT_GROUPED, digits, NULL);
    else
        report(value, DIAG_COUNT, value->attribute->name, NULL);
}

/* One digit between two others; -1: it is none. */
static int digit_within(struct slice text, char low, char high)
{
    bool good = text.length == 1 && text.text[0] >= low && text.text[0] <= high;
    return good ? text.text[0] - '0' : -1;
}

static void read_grade(const struct value *value)
{
    int digit = digit_within(value->text, '0', '4');
    if (digit >= 0)
        *(int *)field(value) = digit;
    else
        report(value, DIAG_GRADE, NULL, NULL);
}

static void read_step(const struct value *value)
{
    int digit = digit_within(value->text, '1', '5');
    if (digit >= 0) {
        *(int *)field(value) = digit;
        return;
    }
    struct buf says = {0};
    diag_add_term(&says, value->attribute->meaning);
    report(value, DIAG_STEP, value->attribute->name, says.data);
    buf_release(&says);
}

/* --- short notations ----------------------------------------------------------------------- */

/* Reads up to three digits; returns how many. */
static size_t short_number(struct slice text, size_t at, int *value)
{
    size_t digits = 0;
    *value = 0;
    for (; at + digits < text.length && is_digit(text.text[at + digits]) && digits < 3; digits++)
        *value = *value * 10 + (text.text[at + digits] - '0');
    return digits;
}

/* 0-18 or 65-, -1 for the second where it is open. */
static bool scan_ages(struct slice text, int *from, int *to)
{
    size_t from_digits = short_number(text, 0, from);
    if (!from_digits || from_digits == text.length || text.text[from_digits] != '-')
        return false;
    size_t to_digits = short_number(text, from_digits + 1, to);
    *to = to_digits ? *to : -1;
    return from_digits + 1 + to_digits == text.length;
}

static bool is_ages(struct slice text)
{
    int from, to;
    return scan_ages(text, &from, &to) && (to < 0 || from <= to);
}

/* P1Y, P6M, P2W, P1D */
static bool is_duration(struct slice text)
{
    int value;
    size_t digits = text.length ? short_number(text, 1, &value) : 0;
    return digits && value > 0 && text.text[1] != '0' && text.length == digits + 2 &&
           text.text[0] == 'P' && strchr("YMWD", text.text[digits + 1]);
}

/* P10, I01, V05 */
static bool is_rule(struct slice text)
{
    return text.length == 3 && text.text[0] >= 'A' && text.text[0] <= 'Z' &&
           is_digit(text.text[1]) && is_digit(text.text[2]);
}

/* A word without spaces and colons. */
static bool is_word(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (strchr(" \t\r\n:", text.text[i]))
            return false;
    return text.length > 0;
}

/* 18–64, 65+, 0 - 6: as the notation has it. */
static struct diag_word mended_ages(struct slice text)
{
    struct diag_word word = {.text = ""};
    const char *p = text.text, *end = p + text.length;
    size_t used = 0;
    while (p < end && used + UTF8_MAX < sizeof word.text) {
        uint32_t c = utf8_next(&p, end);
        if (c != ' ')
            used += utf8_encode(is_dash(c) || c == '+' ? '-' : c, word.text + used);
    }
    return word;
}

static void report_ages_order(const struct value *value, int from, int to)
{
    struct buf meant = {0};
    buf_addf(&meant, "%d-%d", to, from);
    report(value, DIAG_AGES_ORDER, meant.data, NULL);
    buf_release(&meant);
}

static void read_ages(const struct value *value)
{
    struct diag_word meant = mended_ages(value->text);
    int from, to;
    if (is_ages(value->text))
        store_text(value);
    else if (scan_ages(value->text, &from, &to))
        report_ages_order(value, from, to);
    else if (is_ages(slice_of(meant.text, strlen(meant.text))))
        report(value, DIAG_AGES_MEANT, meant.text, NULL);
    else
        report(value, DIAG_AGES, NULL, NULL);
}

static void read_notation(const struct value *value, bool (*is_right)(struct slice),
                          enum diag_id id)
{
    if (is_right(value->text))
        store_text(value);
    else
        report(value, id, NULL, NULL);
}

/* What could stand there: hyphens for spaces, and of list:code the code. */
static struct diag_word mended_word(struct slice text)
{
    struct diag_word word = {.text = ""};
    const char *p = text.text, *end = p + text.length;
    size_t used = 0;
    while (p < end && used + UTF8_MAX < sizeof word.text) {
        uint32_t c = utf8_next(&p, end);
        bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (c == ':')
            used = 0;
        else if (!space)
            used += utf8_encode(c, word.text + used);
        else if (used && word.text[used - 1] != '-')
            word.text[used++] = '-';
    }
    word.text[used] = '\0';
    return used ? word : (struct diag_word){.text = "code"};
}

static void read_word(const struct value *value)
{
    if (is_word(value->text))
        store_text(value);
    else
        report(value, DIAG_WORD, value->attribute->name, mended_word(value->text).text);
}

/* --- stretches of time in words ------------------------------------------------------------ */

/* Beginnings of words, in Danish and English; "halvår" before "år". */
static const struct {
    const char *word;
    int count;
    char unit;
} time_words[] = {
    {"halvår", 6, 'M'},  {"halve år", 6, 'M'}, {"half", 6, 'M'},   {"kvartal", 3, 'M'},
    {"quarter", 3, 'M'}, {"måned", 1, 'M'},    {"month", 1, 'M'},  {"uge", 1, 'W'},
    {"week", 1, 'W'},    {"dag", 1, 'D'},      {"day", 1, 'D'},    {"daily", 1, 'D'},
    {"år", 1, 'Y'},      {"year", 1, 'Y'},     {"annual", 1, 'Y'},
};

/* "hvert andet år", "every third month" */
static const struct {
    const char *word;
    int count;
} ordinals[] = {
    {"anden", 2}, {"andet", 2},  {"second", 2}, {"other", 2}, {"tredje", 3},
    {"third", 3}, {"fjerde", 4}, {"fourth", 4}, {"femte", 5}, {"fifth", 5},
};

/* How many: a figure or a word; 1 where nothing is said, 0 where it is none of ours ("1-2", "1,5"). */
static int times_said(const char *text)
{
    static const char digits[] = "0123456789";
    const char *figure = strpbrk(text, digits);
    size_t length = figure ? strspn(figure, digits) : 0;
    if (figure)
        return length > 2 || strpbrk(figure + length, digits) ? 0 : atoi(figure);
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (strstr(text, ordinals[i].word))
            return ordinals[i].count;
    return 1;
}

/* True where a word of the text begins so: "dagligt" with "dag", "mandag" not. */
static bool has_beginning(const char *text, const char *beginning)
{
    for (const char *p = strstr(text, beginning); p; p = strstr(p + 1, beginning))
        if (p == text || is_digit(p[-1]) || strchr(" .", p[-1]))
            return true;
    return false;
}

/* "2 gange om året" is a rate; it says how often, not how long. */
static bool is_rate(const char *text)
{
    static const char *const signs[] = {"gang", "time", "om ", "pr", "per", "x ", "/"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strstr(text, signs[i]))
            return true;
    return false;
}

/* "2 måneder", "hvert år": as the notation has it; false where that is not certain. */
static bool guess_duration(struct slice text, struct buf *meant)
{
    struct diag_word word = word_of(text);
    for (char *p = word.text; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p + 0x20 : *p);
    int times = is_rate(word.text) ? 0 : times_said(word.text);
    size_t i = 0, count = sizeof time_words / sizeof *time_words;
    while (i < count && !has_beginning(word.text, time_words[i].word))
        i++;
    if (!times || i == count)
        return false;
    buf_addf(meant, "P%d%c", times * time_words[i].count, time_words[i].unit);
    return true;
}

static void read_duration(const struct value *value)
{
    struct buf meant = {0};
    if (is_duration(value->text))
        store_text(value);
    else if (guess_duration(value->text, &meant))
        report(value, DIAG_DURATION_MEANT, meant.data, NULL);
    else
        report(value, DIAG_DURATION, NULL, NULL);
    buf_release(&meant);
}

/* --- tags ---------------------------------------------------------------------------------- */

static const char *copy_slice(const struct value *value, struct slice text)
{
    return arena_copy(&value->reader->model->arena, text.text, text.length);
}

/* list:code; false where it is none. */
static bool add_tag(const struct value *value, struct model_tags *tags, struct slice word)
{
    const char *colon = memchr(word.text, ':', word.length);
    struct slice list = slice_of(word.text, colon ? (size_t)(colon - word.text) : 0);
    struct slice code = slice_of(colon ? colon + 1 : word.text, 0);
    code.length = (size_t)(word.text + word.length - code.text);
    if (!is_word(list) || !is_word(code))
        return false;
    tags->items[tags->count++] =
        (struct model_tag){copy_slice(value, list), copy_slice(value, code)};
    return true;
}

static void read_tags(const struct value *value)
{
    struct model_tags *tags = field(value);
    struct slice rest = value->text, word;
    size_t count = 0;
    while (slice_next_word(&rest, &word))
        count++;
    tags->items = arena_array(&value->reader->model->arena, count, sizeof *tags->items);
    rest = value->text;
    bool good = true; /* only the first that is none is reported: "setting: school" is one slip */
    while (slice_next_word(&rest, &word)) {
        bool is_tag = add_tag(value, tags, word);
        if (good && !is_tag)
            diag_report(value->reader->sink, DIAG_TAG, at_value(value), word_of(word).text, NULL);
        good = good && is_tag;
    }
}

/* --- language and format ------------------------------------------------------------------- */

static bool is_alphanumeric(char c)
{
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* da, en-GB: two or three letters, then parts of one to eight letters or digits. */
static bool is_language(struct slice text)
{
    size_t primary = 0;
    while (primary < text.length && is_alphanumeric(text.text[primary]) &&
           !is_digit(text.text[primary]))
        primary++;
    size_t part = 1;
    for (size_t i = primary; i < text.length; i++) {
        if (text.text[i] == '-' && part)
            part = 0;
        else if (i == primary || !is_alphanumeric(text.text[i]) || ++part > 8)
            return false;
    }
    return part > 0 && (primary == 2 || primary == 3);
}

const char *reader_language(struct reader *reader, struct position tag, struct slice raw)
{
    struct slice text = slice_trim(raw);
    if (is_language(text))
        return arena_copy(&reader->model->arena, text.text, text.length);
    struct diag_at at = reader_at_attribute(reader, tag, "xml:lang");
    if (text.length)
        diag_report(reader->sink, DIAG_LANGUAGE, at, word_of(text).text, NULL);
    else
        diag_report(reader->sink, DIAG_VALUE_EMPTY, at, "xml:lang", NULL);
    return NULL;
}

/* A newer format ends reading: what else is new in it would only be called wrong. */
static void read_format(const struct value *value)
{
    if (is_text(value->text, MODEL_FORMAT))
        return;
    if (!all_digits(value->text) || value->text.text[0] == '0') {
        report(value, DIAG_FORMAT_UNKNOWN, MODEL_FORMAT, NULL);
        return;
    }
    report(value, DIAG_FORMAT_NEWER, MODEL_FORMAT, NULL);
    reader_stop(value->reader);
}

/* --- all of them --------------------------------------------------------------------------- */

static void read_value(const struct value *value)
{
    switch (value->attribute->type) {
    case VOC_ID:
        reader_id(value->reader, value->frame, value->text);
        break;
    case VOC_REF:
    case VOC_FAR_REF:
        reader_ref(value->reader, value->frame, value->attribute, value->text);
        break;
    case VOC_REFS:
    case VOC_FAR_REFS:
        reader_refs(value->reader, value->frame, value->attribute, value->text);
        break;
    case VOC_TEXT:
        store_text(value);
        break;
    case VOC_CODE:
        read_code(value);
        break;
    case VOC_DATE:
        read_date(value);
        break;
    case VOC_YEAR:
        read_year(value);
        break;
    case VOC_NUMBER:
        read_number(value);
        break;
    case VOC_COUNT:
        read_count(value);
        break;
    case VOC_GRADE:
        read_grade(value);
        break;
    case VOC_STEP:
        read_step(value);
        break;
    case VOC_WORD:
        read_word(value);
        break;
    case VOC_TAGS:
        read_tags(value);
        break;
    case VOC_AGES:
        read_ages(value);
        break;
    case VOC_DURATION:
        read_duration(value);
        break;
    case VOC_RULE:
        read_notation(value, is_rule, DIAG_RULE);
        break;
    case VOC_FORMAT:
        read_format(value);
        break;
    case VOC_LANG: /* xml:lang does not come this way */
        break;
    }
}

void reader_value(struct reader *reader, struct frame *frame, const struct voc_attribute *attribute,
                  struct slice raw)
{
    struct value value = {reader, frame, attribute, slice_trim(raw)};
    if (value.text.length)
        read_value(&value);
    else
        diag_report(reader->sink, DIAG_VALUE_EMPTY, at_value(&value), attribute->name, NULL);
}
