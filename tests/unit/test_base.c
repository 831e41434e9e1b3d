/* Tests of the room base: memory, text, dates, numbers, findings, files, languages, style. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/datadir.h"
#include "base/diag.h"
#include "base/fans.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/style.h"
#include "base/suggest.h"
#include "base/utf8.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void arena_keeps_what_it_gave(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char *copies[1000];
    for (int i = 0; i < 1000; i++) {
        char text[32];
        int length = snprintf(text, sizeof text, "tekst %d æøå", i);
        copies[i] = arena_copy(&arena, text, (size_t)length);
    }
    assert_string_equal(copies[0], "tekst 0 æøå");
    assert_string_equal(copies[999], "tekst 999 æøå");
    int *numbers = arena_array(&arena, 100, sizeof *numbers);
    assert_int_equal((uintptr_t)numbers % sizeof(double), 0);
    assert_int_equal(numbers[99], 0);
    char *large = arena_alloc(&arena, 5 << 20);
    assert_int_equal(large[(5 << 20) - 1], 0);
    arena_release(&arena);
    arena_release(&arena);
}

static void arena_reset_uses_its_memory_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_reset(&arena);
    char *first = NULL;
    for (int i = 0; i < 100; i++) {
        char *bytes = arena_alloc(&arena, 1000);
        assert_int_equal(bytes[999], 0);
        memset(bytes, 'x', 1000);
        first = first ? first : bytes;
        assert_ptr_equal(bytes, first);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

static void arena_grow_keeps_the_items(void **state)
{
    (void)state;
    struct arena arena = {0};
    int *items = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 500; i++) {
        items = arena_grow(&arena, items, &capacity, (size_t)i + 1, sizeof *items);
        items[i] = i;
    }
    for (int i = 0; i < 500; i++)
        assert_int_equal(items[i], i);
    arena_release(&arena);
}

static void buf_stops_at_its_limit(void **state)
{
    (void)state;
    struct buf buf;
    buf_init(&buf, 5);
    buf_add_string(&buf, "abc");
    assert_false(buf.overflow);
    buf_add_string(&buf, "defg");
    assert_string_equal(buf.data, "abcde");
    assert_true(buf.overflow);
    buf_reset(&buf);
    assert_string_equal(buf.data, "");
    buf_release(&buf);
}

static void assert_number(double value, int decimals, const char *expected)
{
    struct buf buf = {0};
    buf_add_number(&buf, value, decimals);
    assert_string_equal(buf.data, expected);
    buf_release(&buf);
}

static void buf_writes_numbers_with_a_point(void **state)
{
    (void)state;
    assert_number(0, 2, "0");
    assert_number(1.5, 2, "1.5");
    assert_number(-0.001, 2, "0");
    assert_number(-12.345, 2, "-12.35");
    assert_number(1e6, 3, "1000000");
    assert_number(0.05, 2, "0.05");
}

static void buf_fills_placeholders(void **state)
{
    (void)state;
    struct buf buf = {0};
    const char *args[] = {"ét", "{1}"};
    buf_add_message(&buf, "{2} {1} {3} {x}", args, 2);
    assert_string_equal(buf.data, "{1} ét {3} {x}");
    buf_release(&buf);
}

static void buf_formats_long_texts(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_addf(&buf, "%0500d", 7);
    assert_int_equal(buf.length, 500);
    assert_int_equal(buf.data[499], '7');
    buf_release(&buf);
}

static void utf8_goes_both_ways(void **state)
{
    (void)state;
    const uint32_t codepoints[] = {'a', 0xE6, 0x20AC, 0x1F600, 0x7FF, 0x800, 0xFFFF, 0x10FFFF};
    for (size_t i = 0; i < sizeof codepoints / sizeof *codepoints; i++) {
        char bytes[UTF8_MAX];
        size_t length = utf8_encode(codepoints[i], bytes);
        const char *p = bytes;
        assert_int_equal(utf8_next(&p, bytes + length), codepoints[i]);
        assert_ptr_equal(p, bytes + length);
    }
}

static void utf8_refuses_what_is_not_well_formed(void **state)
{
    (void)state;
    const char *bad[] = {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE6", "\x80", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *p = bad[i];
        assert_int_equal(utf8_next(&p, bad[i] + strlen(bad[i])), UTF8_BAD);
        assert_int_equal(p - bad[i], 1);
        assert_int_equal(utf8_first_bad(bad[i], strlen(bad[i])), 0);
    }
    assert_int_equal(utf8_first_bad("b\xC3\xB8rn\xE6", 6), 5);
    assert_int_equal(utf8_count("børn", 5), 4);
}

static void assert_date(const char *text, enum date_problem problem, int year, int month, int day)
{
    struct date date = {0};
    assert_int_equal(date_parse(text, strlen(text), &date), problem);
    if (problem == DATE_OK || problem == DATE_DANISH) {
        assert_int_equal(date.year, year);
        assert_int_equal(date.month, month);
        assert_int_equal(date.day, day);
    }
}

static void dates_may_be_partial(void **state)
{
    (void)state;
    assert_date("2017", DATE_OK, 2017, 0, 0);
    assert_date("2017-08", DATE_OK, 2017, 8, 0);
    assert_date("2017-08-14", DATE_OK, 2017, 8, 14);
    assert_date("2024-02-29", DATE_OK, 2024, 2, 29);
}

static void danish_dates_are_recognised(void **state)
{
    (void)state;
    assert_date("14-08-2017", DATE_DANISH, 2017, 8, 14);
    assert_date("14.8.2017", DATE_DANISH, 2017, 8, 14);
    assert_date("14/8 2017", DATE_DANISH, 2017, 8, 14);
    assert_date("14/8-17", DATE_DANISH, 2017, 8, 14);
    assert_date("08-2017", DATE_DANISH, 2017, 8, 0);
}

static void dates_in_words_and_without_zeros_are_understood(void **state)
{
    (void)state;
    assert_date("2017-8-14", DATE_MEANT, 2017, 8, 14);
    assert_date("2017-8", DATE_MEANT, 2017, 8, 0);
    assert_date("september 2026", DATE_MEANT, 2026, 9, 0);
    assert_date("sept. 2026", DATE_MEANT, 2026, 9, 0);
    assert_date("14. Maj 2026", DATE_MEANT, 2026, 5, 14);
    assert_date("1 October 2026", DATE_MEANT, 2026, 10, 1);
    assert_date("31. februar 2026", DATE_UNREADABLE, 0, 0, 0);
    assert_date("ma 2026", DATE_UNREADABLE, 0, 0, 0);
    assert_date("majs 2026", DATE_UNREADABLE, 0, 0, 0);
    assert_date("0 maj 2026", DATE_UNREADABLE, 0, 0, 0);
}

static void impossible_dates_are_told_from_unreadable_ones(void **state)
{
    (void)state;
    assert_date("2017-02-29", DATE_IMPOSSIBLE, 0, 0, 0);
    assert_date("2017-13", DATE_IMPOSSIBLE, 0, 0, 0);
    assert_date("2017-00-10", DATE_IMPOSSIBLE, 0, 0, 0);
    assert_date("0000", DATE_IMPOSSIBLE, 0, 0, 0);
    assert_date("sommer 2017", DATE_UNREADABLE, 0, 0, 0);
    assert_date("31-02-2017", DATE_UNREADABLE, 0, 0, 0);
    assert_date("", DATE_UNREADABLE, 0, 0, 0);
}

static void dates_know_their_first_and_last_day(void **state)
{
    (void)state;
    struct date date;
    date_parse("2024-02", 7, &date);
    assert_int_equal(date_last_day(date).day, 29);
    assert_int_equal(date_first_day(date).day, 1);
    date_parse("2017", 4, &date);
    assert_int_equal(date_last_day(date).month, 12);
    assert_true(date_compare(date_first_day(date), date_last_day(date)) < 0);
}

static void dates_count_seconds(void **state)
{
    (void)state;
    struct date date = date_of_seconds(1767225600);
    assert_int_equal(date.year, 2026);
    assert_int_equal(date.month, 1);
    assert_int_equal(date.day, 1);
    assert_int_equal(date_seconds(date), 1767225600);
    for (int64_t day = -800000; day < 800000; day += 997) {
        struct date again = date_of_seconds(day * 86400);
        if (again.year > 0)
            assert_int_equal(date_seconds(again), day * 86400);
    }
    assert_int_equal(date_of_seconds(-1).year, 1969);
}

static void assert_parsed(const char *text, enum number_problem problem, double value, int decimals)
{
    struct number number = {0};
    assert_int_equal(number_parse(text, strlen(text), &number), problem);
    if (problem != NUMBER_UNREADABLE) {
        assert_true(number.value > value - 1e-9 && number.value < value + 1e-9);
        assert_int_equal(number.decimals, decimals);
    }
}

static void numbers_keep_their_decimals(void **state)
{
    (void)state;
    assert_parsed("70", NUMBER_OK, 70, 0);
    assert_parsed("7.50", NUMBER_OK, 7.5, 2);
    assert_parsed("-0.5", NUMBER_OK, -0.5, 1);
    assert_parsed("+3", NUMBER_OK, 3, 0);
}

static void danish_habits_in_numbers_are_named(void **state)
{
    (void)state;
    assert_parsed("7,5", NUMBER_COMMA, 7.5, 1);
    assert_parsed("70 %", NUMBER_UNIT, 70, 0);
    assert_parsed("7,5 kg", NUMBER_UNIT, 7.5, 1);
    assert_parsed("mange", NUMBER_UNREADABLE, 0, 0);
    assert_parsed("6-8", NUMBER_UNREADABLE, 0, 0);
    assert_parsed("1.000.000", NUMBER_UNREADABLE, 0, 0);
    assert_parsed("", NUMBER_UNREADABLE, 0, 0);
    assert_parsed("1234567890123456789", NUMBER_UNREADABLE, 0, 0);
}

static void suggestions_are_near(void **state)
{
    (void)state;
    const char *names[] = {"horizon", "kind", "who", "expected"};
    assert_string_equal(suggest_word("horisont", names, 4), "horizon");
    assert_string_equal(suggest_word("hoirzon", names, 4), "horizon");
    assert_string_equal(suggest_word("Kind", names, 4), "kind");
    assert_null(suggest_word("målgruppe", names, 4));
    assert_null(suggest_word("", names, 4));
}

static struct diag_at at_line(uint32_t line)
{
    return (struct diag_at){.file = "a.xml", .line = line, .column = 3};
}

static void sink_keeps_some_and_counts_all(void **state)
{
    (void)state;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    for (uint32_t i = 0; i < 250; i++)
        diag_report(&sink, DIAG_STYLE_SYNTAX, at_line(300 - i), "x", NULL);
    assert_int_equal(sink.count, DIAG_MOST_OF_KIND);
    assert_int_equal(sink.of_kind[DIAG_STYLE_SYNTAX], 250);
    assert_int_equal(sink.not_kept, 150);
    assert_true(diag_has_errors(&sink));
    diag_sort(&sink);
    assert_int_equal(sink.items[0].at.line, 201);
    diag_sink_release(&sink);
}

static void a_finding_shows_its_line_and_caret(void **state)
{
    (void)state;
    struct diag_sink sink;
    struct buf out = {0};
    struct language *english = language_open(LANGUAGE_ENGLISH, NULL);
    diag_sink_init(&sink, false);
    diag_report(&sink, DIAG_STYLE_SYNTAX, at_line(2), "bø", NULL);
    static const char source[] = "one\n\tbø\r\nthree";
    diag_add_full(&out, &sink.items[0], english, source, sizeof source - 1);
    assert_string_equal(out.data,
                        "a.xml:2:3: error: This line is not of the form «key = value»: bø [style]\n"
                        "     bø\n"
                        "      ^\n");
    language_free(english);
    buf_release(&out);
    diag_sink_release(&sink);
}

/* The excerpt of a source at a place. */
static void assert_excerpt(const char *source, struct diag_at at, const char *wanted)
{
    struct diag_sink sink;
    struct buf out = {0};
    struct language *english = language_open(LANGUAGE_ENGLISH, NULL);
    diag_sink_init(&sink, false);
    diag_report(&sink, DIAG_STYLE_SYNTAX, at, "x", NULL);
    diag_add_full(&out, &sink.items[0], english, source, strlen(source));
    assert_string_equal(strchr(out.data, '\n') + 1, wanted);
    language_free(english);
    buf_release(&out);
    diag_sink_release(&sink);
}

static void a_finding_knows_where_to_look(void **state)
{
    (void)state;
    static const char source[] = "én\ntø\r\ntre";
    struct diag_known places[] = {{0}, {0, 1, 1}, {2, 1, 2}, {4, 2, 1}, {5, 2, 2}, {99, 2, 1}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct diag_at at = {"a", 2, 2, places[i]};
        assert_excerpt(source, at, "    tø\n     ^\n");
        at.line = 3;
        assert_excerpt(source, at, "    tre\n     ^\n");
        at.column = 0;
        assert_excerpt(source, at, "    tre\n");
        at.line = 4;
        assert_excerpt(source, at, "");
    }
    /* what is known lies behind the place, and is of no use */
    assert_excerpt(source, (struct diag_at){"a", 1, 2, {9, 3, 1}}, "    én\n     ^\n");
    assert_excerpt("one\n", (struct diag_at){"a", 1, 9, {0}}, "    one\n            ^\n");
    assert_excerpt("one\n", (struct diag_at){"a", 2, 1, {0}}, "");
}

static void a_finding_in_a_long_line_shows_what_is_around_it(void **state)
{
    (void)state;
    struct buf line = {0}, wanted = {0};
    for (int i = 0; i < 400; i++)
        buf_add_string(&line, i == 299 ? "X" : "ø");
    buf_add_string(&wanted, "    ");
    for (int i = 0; i < 160; i++)
        buf_add_string(&wanted, i == 59 ? "X" : "ø");
    buf_addf(&wanted, "\n%63s^\n", "");
    assert_excerpt(line.data, (struct diag_at){"a", 1, 300, {0}}, wanted.data);
    assert_excerpt(line.data, (struct diag_at){"a", 1, 300, {598, 1, 300}}, wanted.data);
    assert_excerpt(line.data, (struct diag_at){"a", 1, 300, {2, 1, 2}}, wanted.data);
    buf_release(&line);
    buf_release(&wanted);
}

/* The text of one finding with this argument. */
static void assert_said(enum language_code code, const char *argument, const char *wanted)
{
    struct diag_sink sink;
    struct buf out = {0};
    struct language *language = language_open(code, NULL);
    diag_sink_init(&sink, false);
    diag_report(&sink, DIAG_STYLE_SYNTAX, at_line(1), argument, NULL);
    diag_add_text(&out, &sink.items[0], language);
    assert_string_equal(strrchr(out.data, ':') + 2, wanted);
    language_free(language);
    buf_release(&out);
    diag_sink_release(&sink);
}

static void arguments_follow_the_language_where_they_are_marked(void **state)
{
    (void)state;
    struct buf argument = {0};
    buf_add_string(&argument, "18.5 ");
    diag_add_number(&argument, -18.5, 2);
    buf_add_string(&argument, " % ");
    diag_add_number(&argument, 12000, 0);
    diag_add_term(&argument, ", ");
    assert_said(LANGUAGE_DANISH, argument.data, "18.5 −18,5 % 12.000, ");
    assert_said(LANGUAGE_ENGLISH, argument.data, "18.5 −18.5 % 12,000, ");
    assert_said(LANGUAGE_ENGLISH, "", "");
    assert_said(LANGUAGE_ENGLISH, "a\1b\3c\2d", "abc\uFFFDd");
    buf_release(&argument);
}

static void nothing_in_an_argument_steers_a_terminal(void **state)
{
    (void)state;
    assert_said(LANGUAGE_ENGLISH, "a\x1b[2Jb", "a\uFFFD[2Jb");
    assert_said(LANGUAGE_ENGLISH,
                "a\xC2\x9B"
                "2Jb",
                "a\uFFFD"
                "2Jb");
    assert_said(LANGUAGE_ENGLISH, "\u202Eød\u2066", "\uFFFDød\uFFFD");
}

static void an_answered_finding_no_longer_counts(void **state)
{
    (void)state;
    struct diag_sink sink;
    struct buf out = {0};
    struct language *english = language_open(LANGUAGE_ENGLISH, NULL);
    diag_sink_init(&sink, false);
    struct diag *diag = diag_report(&sink, DIAG_STYLE_SYNTAX, at_line(1), "x", NULL);
    diag_answer(&sink, diag, "aftalt");
    diag_answer(&sink, diag, "igen");
    assert_false(diag_has_errors(&sink));
    diag_add_summary(&out, &sink, english);
    assert_string_equal(out.data, "0 errors, 0 warnings, 0 remarks, 1 answered\n");
    language_free(english);
    buf_release(&out);
    diag_sink_release(&sink);
}

static void every_message_has_an_id_and_a_severity(void **state)
{
    (void)state;
    for (int id = 0; id < DIAG_IDS; id++) {
        assert_true(strlen(diag_id_text((enum diag_id)id)) >= 2);
        assert_true(diag_severity_of((enum diag_id)id, true) >=
                    diag_severity_of((enum diag_id)id, false));
    }
}

/* A folder for files, removed with what is in it. */
static int make_folder(void **state)
{
    char *folder = strdup("/tmp/virkning-test-XXXXXX");
    *state = mkdtemp(folder);
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    char *folder = *state;
    char *path = datadir_join(folder, "fil");
    unlink(path);
    free(path);
    int status = rmdir(folder); /* fails where a temporary file was left behind */
    free(folder);
    return status;
}

static void files_come_back_as_they_were_written(void **state)
{
    char *path = datadir_join(*state, "fil");
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    assert_int_equal(file_write(path, "a\0b", 3, &sink), 0);
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(file_write(path, "ny\0tekst", 8, &sink), 0);
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    char *bytes;
    size_t length;
    assert_int_equal(file_read(path, 100, &bytes, &length, &sink), 0);
    assert_int_equal(length, 8);
    assert_memory_equal(bytes, "ny\0tekst", 9);
    free(bytes);
    assert_int_equal(sink.count, 0);
    diag_sink_release(&sink);
    free(path);
}

/* Somebody else's group: that of nobody for an administrator, else another one of ours; -1: we
 * have but one. */
static gid_t other_group(void)
{
    gid_t groups[64];
    int count = getgroups(64, groups);
    if (!geteuid())
        return 65534;
    for (int i = 0; i < count; i++)
        if (groups[i] != getegid())
            return groups[i];
    return (gid_t)-1;
}

static void a_file_stays_with_its_owner(void **state)
{
    char *path = datadir_join(*state, "fil");
    struct diag_sink sink;
    struct stat info;
    uid_t owner = geteuid() ? geteuid() : 65534;
    gid_t group = other_group();
    diag_sink_init(&sink, false);
    assert_int_equal(file_write(path, "gammel", 6, &sink), 0);
    assert_int_equal(chown(path, owner, group), 0);
    assert_int_equal(chmod(path, 0660), 0);
    assert_int_equal(file_write(path, "ny", 2, &sink), 0);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_uid, owner);
    assert_int_equal(info.st_gid, group == (gid_t)-1 ? getegid() : group);
    assert_int_equal(info.st_mode & 0777, 0660);
    diag_sink_release(&sink);
    free(path);
}

static void a_link_stays_a_link(void **state)
{
    char *path = datadir_join(*state, "fil"), *link = datadir_join(*state, "link");
    struct diag_sink sink;
    struct stat info;
    diag_sink_init(&sink, false);
    assert_int_equal(file_write(path, "gammel", 6, &sink), 0);
    assert_int_equal(symlink("fil", link), 0);
    assert_int_equal(file_write(link, "ny", 2, &sink), 0);
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_size, 2);
    assert_int_equal(unlink(link), 0);
    diag_sink_release(&sink);
    free(link);
    free(path);
}

static void reading_fails_with_one_finding(void **state)
{
    struct diag_sink sink;
    char *bytes;
    size_t length;
    diag_sink_init(&sink, false);
    assert_int_equal(file_read("/nowhere/at/all", 100, &bytes, &length, &sink), -1);
    assert_int_equal(sink.count, 1);
    assert_int_equal(file_read(*state, 100, &bytes, &length, &sink), -1);
    assert_int_equal(sink.items[1].id, DIAG_FILE_IS_FOLDER);
    char *path = datadir_join(*state, "fil");
    assert_int_equal(file_write(path, "12345678", 8, &sink), 0);
    assert_int_equal(file_read(path, 7, &bytes, &length, &sink), -1);
    assert_int_equal(sink.items[2].id, DIAG_FILE_TOO_LARGE);
    free(path);
    diag_sink_release(&sink);
}

static void failures_of_files_are_told_in_plain_words(void **state)
{
    (void)state;
    assert_string_equal(file_error_text(ENOENT), "there is no such file or folder");
    assert_string_equal(file_error_text(EPIPE), strerror(EPIPE));
}

static void a_full_disk_is_an_error_and_leaves_the_old_file(void **state)
{
    (void)state;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    assert_int_equal(file_write("/dev/full", "x", 1, &sink), -1);
    assert_int_equal(sink.items[0].id, DIAG_FILE_WRITE);
    assert_int_equal(file_write("/nowhere/x", "x", 1, &sink), -1);
    assert_int_equal(sink.count, 2);
    diag_sink_release(&sink);
}

static void assert_written(const struct language *language, double value, int decimals,
                           const char *expected)
{
    struct buf out = {0};
    language_add_number(language, &out, value, decimals);
    assert_string_equal(out.data, expected);
    buf_release(&out);
}

static void numbers_and_dates_follow_the_language(void **state)
{
    (void)state;
    struct language *danish = language_open(LANGUAGE_DANISH, NULL);
    struct language *english = language_open(LANGUAGE_ENGLISH, NULL);
    assert_written(danish, 7.5, 1, "7,5");
    assert_written(danish, 31633, 0, "31.633");
    assert_written(danish, 3473, 0, "3.473");
    assert_written(english, 1234567.5, 1, "1,234,567.5");
    assert_written(danish, -12.21, 2,
                   "\xE2\x88\x92"
                   "12,21");
    assert_written(danish, -0.001, 1, "0,0");
    struct buf out = {0};
    language_add_date(danish, &out, (struct date){2026, 12, 31});
    buf_add_char(&out, '|');
    language_add_date(english, &out, (struct date){2026, 12, 31});
    buf_add_char(&out, '|');
    language_add_date(danish, &out, (struct date){2017, 0, 0});
    assert_string_equal(out.data, "31.12.2026|31 December 2026|2017");
    buf_release(&out);
    language_free(danish);
    language_free(english);
}

static void danish_letters_sort_last(void **state)
{
    (void)state;
    struct language *danish = language_open(LANGUAGE_DANISH, NULL);
    const char *sorted[] = {"Bo", "bøn", "Zoo", "ægte", "Øen", "åben", "Aarhus", "Århusbakken"};
    for (size_t i = 0; i + 1 < sizeof sorted / sizeof *sorted; i++)
        assert_true(language_compare(danish, sorted[i], sorted[i + 1]) < 0);
    assert_int_equal(language_compare(danish, "ø", "ø"), 0);
    assert_true(language_compare(danish, "a", "ab") < 0);
    language_free(danish);
}

static void language_tags_are_recognised(void **state)
{
    (void)state;
    assert_int_equal(language_code_of("da_DK.UTF-8"), LANGUAGE_DANISH);
    assert_int_equal(language_code_of("da"), LANGUAGE_DANISH);
    assert_int_equal(language_code_of("en-GB"), LANGUAGE_ENGLISH);
    assert_int_equal(language_code_of("C.UTF-8"), LANGUAGE_ENGLISH);
    assert_int_equal(language_code_of("dansk"), -1);
    assert_int_equal(language_code_of(""), -1);
}

static void the_danish_catalogue_is_read(void **state)
{
    (void)state;
    char *folder = datadir_join(getenv("VIRKNING_DATADIR"), "lang");
    struct language *danish = language_open(LANGUAGE_DANISH, folder);
    assert_true(language_is_complete(danish));
    assert_string_equal(language_text(danish, "January"), "januar");
    assert_string_equal(language_text(danish, "not in the catalogue"), "not in the catalogue");
    assert_string_equal(language_text(danish, ""), "");
    language_free(danish);
    free(folder);
}

static void a_damaged_catalogue_is_left_alone(void **state)
{
    char *path = datadir_join(*state, "da.mo"), *fil = datadir_join(*state, "fil");
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    static const unsigned char damaged[40] = {0xde, 0x12, 0x04, 0x95, 0, 0, 0, 0, 255, 255, 255};
    assert_int_equal(file_write(path, (const char *)damaged, sizeof damaged, &sink), 0);
    struct language *danish = language_open(LANGUAGE_DANISH, *state);
    assert_false(language_is_complete(danish));
    assert_string_equal(language_text(danish, "January"), "January");
    language_free(danish);
    assert_int_equal(rename(path, fil), 0);
    diag_sink_release(&sink);
    free(path);
    free(fil);
}

static void the_default_style_says_everything(void **state)
{
    (void)state;
    struct diag_sink sink;
    struct style style;
    diag_sink_init(&sink, false);
    assert_int_equal(style_load(&style, NULL, getenv("VIRKNING_DATADIR"), &sink), 0);
    for (int i = 0; i < STYLE_SIZES; i++)
        assert_true(style.sizes[i] > 0);
    for (int i = 0; i < STYLE_FONTS; i++)
        assert_non_null(style.fonts[i]);
    assert_int_equal(style.colors[STYLE_ACCENT].green, 0x6b);
    assert_string_equal(style.font_family, "Open Sans");
    style_release(&style);
    diag_sink_release(&sink);
}

static void wrong_styles_are_told_line_by_line(void **state)
{
    char *path = datadir_join(*state, "fil");
    struct diag_sink sink;
    struct style style;
    diag_sink_init(&sink, false);
    static const char text[] =
        "color.acent = #000000\n# note\ncolor.ink = red\nsize.text = 9,5\nhej\n"
        "font.regular = lokal.ttf\n";
    assert_int_equal(file_write(path, text, sizeof text - 1, &sink), 0);
    assert_int_equal(style_load(&style, path, getenv("VIRKNING_DATADIR"), &sink), -1);
    assert_int_equal(sink.count, 4);
    assert_int_equal(sink.items[0].at.line, 1);
    assert_string_equal(sink.items[0].args[1], "color.accent");
    assert_int_equal(sink.items[1].at.line, 3);
    assert_int_equal(sink.items[2].id, DIAG_STYLE_VALUE);
    assert_int_equal(sink.items[3].id, DIAG_STYLE_SYNTAX);
    char *font = datadir_join(*state, "lokal.ttf");
    assert_string_equal(style.fonts[STYLE_FONT_REGULAR], font);
    free(font);
    style_release(&style);
    diag_sink_release(&sink);
    free(path);
}

/* Writes down the groups that were found: where they start, and how many arrows each has. */
static void note_fans(void *self, const struct fan *fans, size_t count)
{
    struct buf *out = self;
    buf_addf(out, "%zu:", fans[0].count);
    for (size_t i = 0; i < count; i++)
        buf_addf(out, " %zu", fans[i].from);
    buf_add_string(out, "; ");
}

static void equal_fans_are_found(void **state)
{
    (void)state;
    static const struct fan_arrow arrows[] = {
        {1, 11, 0}, {1, 10, 0}, {2, 10, 0}, {2, 11, 0}, /* the same, in another order */
        {3, 10, 0}, {3, 11, 1},                         /* one of another kind */
        {4, 10, 0}, {4, 11, 0}, {4, 11, 0},             /* one twice */
        {5, 10, 0}, {5, 12, 0},                         /* another target */
        {6, 13, 1}, {7, 13, 1},                         /* too few for some */
    };
    struct buf out = {0};
    fans_find(arrows, sizeof arrows / sizeof *arrows, 2, note_fans, &out);
    assert_string_equal(out.data, "2: 1 2; ");
    buf_reset(&out);
    fans_find(arrows, sizeof arrows / sizeof *arrows, 1, note_fans, &out);
    assert_non_null(strstr(out.data, "2: 1 2; "));
    assert_non_null(strstr(out.data, "1: 6 7; "));
    buf_reset(&out);
    fans_find(arrows, 0, 1, note_fans, &out);
    assert_int_equal(out.length, 0);
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_keeps_what_it_gave),
        cmocka_unit_test(arena_reset_uses_its_memory_again),
        cmocka_unit_test(arena_grow_keeps_the_items),
        cmocka_unit_test(buf_stops_at_its_limit),
        cmocka_unit_test(buf_writes_numbers_with_a_point),
        cmocka_unit_test(buf_fills_placeholders),
        cmocka_unit_test(buf_formats_long_texts),
        cmocka_unit_test(utf8_goes_both_ways),
        cmocka_unit_test(utf8_refuses_what_is_not_well_formed),
        cmocka_unit_test(dates_may_be_partial),
        cmocka_unit_test(danish_dates_are_recognised),
        cmocka_unit_test(dates_in_words_and_without_zeros_are_understood),
        cmocka_unit_test(impossible_dates_are_told_from_unreadable_ones),
        cmocka_unit_test(dates_know_their_first_and_last_day),
        cmocka_unit_test(dates_count_seconds),
        cmocka_unit_test(numbers_keep_their_decimals),
        cmocka_unit_test(danish_habits_in_numbers_are_named),
        cmocka_unit_test(suggestions_are_near),
        cmocka_unit_test(sink_keeps_some_and_counts_all),
        cmocka_unit_test(a_finding_shows_its_line_and_caret),
        cmocka_unit_test(a_finding_knows_where_to_look),
        cmocka_unit_test(a_finding_in_a_long_line_shows_what_is_around_it),
        cmocka_unit_test(arguments_follow_the_language_where_they_are_marked),
        cmocka_unit_test(nothing_in_an_argument_steers_a_terminal),
        cmocka_unit_test(an_answered_finding_no_longer_counts),
        cmocka_unit_test(every_message_has_an_id_and_a_severity),
        cmocka_unit_test_setup_teardown(files_come_back_as_they_were_written, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(a_file_stays_with_its_owner, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_link_stays_a_link, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(reading_fails_with_one_finding, make_folder, remove_folder),
        cmocka_unit_test(failures_of_files_are_told_in_plain_words),
        cmocka_unit_test(a_full_disk_is_an_error_and_leaves_the_old_file),
        cmocka_unit_test(numbers_and_dates_follow_the_language),
        cmocka_unit_test(danish_letters_sort_last),
        cmocka_unit_test(equal_fans_are_found),
        cmocka_unit_test(language_tags_are_recognised),
        cmocka_unit_test(the_danish_catalogue_is_read),
        cmocka_unit_test_setup_teardown(a_damaged_catalogue_is_left_alone, make_folder,
                                        remove_folder),
        cmocka_unit_test(the_default_style_says_everything),
        cmocka_unit_test_setup_teardown(wrong_styles_are_told_line_by_line, make_folder,
                                        remove_folder),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
