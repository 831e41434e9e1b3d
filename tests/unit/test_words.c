/* Files of words: what they may say, what is found by them, and what is wrong in them. */
#include "base/datadir.h"
#include "base/file.h"
#include "check/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Words of the installed files and of an extra one. */
struct loaded {
    struct words *words;
    struct diag_sink sink;
    char path[40];
    int status;
};

/* `extra` NULL: no extra file. */
static void load(struct loaded *loaded, const char *extra)
{
    char *data = datadir_find();
    strcpy(loaded->path, "/tmp/virkning-words-XXXXXX");
    diag_sink_init(&loaded->sink, false);
    if (extra) {
        int fd = mkstemp(loaded->path);
        assert_true(fd >= 0);
        assert_int_equal(write(fd, extra, strlen(extra)), strlen(extra));
        close(fd);
    }
    loaded->status = words_load(&loaded->words, data, extra ? loaded->path : NULL, &loaded->sink);
    if (extra)
        unlink(loaded->path);
    free(data);
}

static void release(struct loaded *loaded)
{
    words_free(loaded->words);
    diag_sink_release(&loaded->sink);
}

static bool has(const struct loaded *loaded, const char *lang, enum words_id id, const char *word)
{
    return words_has(words_get(loaded->words, lang, id), word);
}

static void the_installed_files_are_read(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, NULL);
    assert_int_equal(loaded.status, 0);
    assert_int_equal(loaded.sink.count, 0);
    assert_true(has(&loaded, "da", WORDS_JOINERS, "og"));
    assert_true(has(&loaded, NULL, WORDS_JOINERS, "og"));
    assert_true(has(&loaded, "da-DK", WORDS_JOINERS, "og"));
    assert_true(has(&loaded, "en-GB", WORDS_JOINERS, "and"));
    assert_false(has(&loaded, "en", WORDS_JOINERS, "og"));
    assert_int_equal(words_get(loaded.words, "de", WORDS_JOINERS)->count, 0);
    assert_false(has(&loaded, "de", WORDS_JOINERS, "und"));
    assert_int_equal(words_get(NULL, "da", WORDS_JOINERS)->count, 0);
    release(&loaded);
}

/* Every list that the program knows has words in at least one language, but for those that
 * are the municipality's own. */
static void every_list_has_words(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, NULL);
    for (int id = 0; id < WORDS_LISTS; id++)
        if (id != WORDS_ADOPTED && !words_get(loaded.words, "da", (enum words_id)id)->count)
            fail_msg("no Danish words in list %d", id);
    release(&loaded);
}

static void words_match_by_beginning_and_end(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "language = da\n[adopted]\nudsat*, *børn, ÆBLESKIVE # og mere\n\n-pære*\n");
    assert_int_equal(loaded.status, 0);
    assert_true(has(&loaded, "da", WORDS_ADOPTED, "udsat"));
    assert_true(has(&loaded, "da", WORDS_ADOPTED, "Udsatte"));
    assert_true(has(&loaded, "da", WORDS_ADOPTED, "dagplejebørn"));
    assert_true(has(&loaded, "da", WORDS_ADOPTED, "BØRN"));
    assert_true(has(&loaded, "da", WORDS_ADOPTED, "æbleskive"));
    assert_true(has(&loaded, "da", WORDS_ADOPTED, "æble\xC2\xADskive"));
    assert_false(has(&loaded, "da", WORDS_ADOPTED, "æbleskiver"));
    assert_false(has(&loaded, "da", WORDS_ADOPTED, "børnehave"));
    assert_false(has(&loaded, "da", WORDS_ADOPTED, "forudsat"));
    assert_false(has(&loaded, "da", WORDS_ADOPTED, ""));
    assert_false(has(&loaded, "da", WORDS_ADOPTED, "to ord"));
    assert_int_equal(loaded.sink.count, 1); /* there was no pære to take away */
    assert_string_equal(diag_id_text(loaded.sink.items[0].id), "words");
    release(&loaded);
}

static void phrases_are_found_in_texts(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "language = da\n[adopted]\nsvag*\nsvage familie*\nuden for uddannelse\n");
    const struct words_list *list = words_get(loaded.words, "da", WORDS_ADOPTED);
    struct words_hit hit;
    assert_true(words_find(list, "For de SVAGE  familierne i byen", &hit));
    assert_int_equal(hit.length, strlen("SVAGE  familierne"));
    assert_string_equal(hit.entry->text, "svage familie");
    assert_true(words_find(list, "de svage, familierne", &hit));
    assert_int_equal(hit.length, strlen("svage"));
    assert_true(words_in_text(list, "unge (uden for uddannelse)"));
    assert_false(words_in_text(list, "uden for uddannelserne"));
    assert_false(words_in_text(list, "ansvaget, uden"));
    assert_false(words_in_text(list, ""));
    release(&loaded);
}

static void an_extra_file_adds_and_takes_away(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded,
         "\xEF\xBB\xBFsprog = da\r\n[bindeord]\r\n-samt, plus\r\n[faste par]\r\n"
         "kagemand / kagekone\r\n-trivsel / udvikling\r\nlanguage = en\n[joiners]\nplus\n");
    assert_int_equal(loaded.status, 0);
    assert_int_equal(loaded.sink.count, 0);
    assert_true(has(&loaded, "da", WORDS_JOINERS, "plus"));
    assert_true(has(&loaded, "en", WORDS_JOINERS, "plus"));
    assert_false(has(&loaded, "da", WORDS_JOINERS, "samt"));
    const struct words_list *pairs = words_get(loaded.words, "da", WORDS_PAIRS);
    assert_true(words_are_pair(pairs, "Kagekone", "kagemand"));
    assert_false(words_are_pair(pairs, "trivsel", "udvikling"));
    assert_false(words_are_pair(pairs, "udvikling", "trivsel"));
    assert_true(words_are_pair(pairs, "børn", "unge"));
    assert_false(words_are_pair(pairs, "børn", "kagemand"));
    release(&loaded);
}

static void a_word_is_looked_up_in_all_lists(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "language = da\n[adopted]\nog, og så videre\n");
    struct words_about about;
    words_look_up(loaded.words, "da", "og", 2, &about);
    assert_true(words_set_has(&about.in, WORDS_JOINERS));
    assert_true(words_set_has(&about.in, WORDS_ADOPTED));
    assert_true(words_set_has(&about.opens, WORDS_ADOPTED));
    assert_false(words_set_has(&about.opens, WORDS_VERBS));
    assert_false(words_set_has(&about.in, WORDS_VERBS));
    release(&loaded);
}

/* --- what is wrong --------------------------------------------------------------------- */

/* The file gives one finding, at this line, and nothing is loaded. */
static void expect_wrong(const char *extra, enum diag_id id, uint32_t line)
{
    struct loaded loaded;
    load(&loaded, extra);
    if (loaded.status != -1 || loaded.words || loaded.sink.count != 1 ||
        loaded.sink.items[0].id != id || loaded.sink.items[0].at.line != line)
        fail_msg("%zu findings, the first %d in line %u, in: %s", loaded.sink.count,
                 loaded.sink.count ? (int)loaded.sink.items[0].id : -1,
                 loaded.sink.count ? loaded.sink.items[0].at.line : 0, extra);
    release(&loaded);
}

static void faults_are_told_with_their_line(void **state)
{
    (void)state;
    expect_wrong("language = da\n[adoptet]\n", DIAG_WORDS_SECTION, 2);
    expect_wrong("language = da\n[xyzzyxyzzy]\nord\n", DIAG_WORDS_SECTION_UNKNOWN, 2);
    expect_wrong("language = da\nord\nandre ord\n", DIAG_WORDS_NO_SECTION, 2);
    expect_wrong("\n[adopted]\nord\nandre ord\n", DIAG_WORDS_NO_LANGUAGE, 3);
    expect_wrong("sprog = klingon\n[adopted]\n", DIAG_WORDS_LANGUAGE, 1);
    expect_wrong("sprog =\n[adopted]\n", DIAG_WORDS_LANGUAGE, 1);
    expect_wrong("language = da\n[adopted]\nord,, ord\n", DIAG_WORDS_EMPTY_ENTRY, 3);
    expect_wrong("language = da\n[adopted]\n-\n", DIAG_WORDS_EMPTY_ENTRY, 3);
    expect_wrong("language = da\n[adopted]\no*rd\n", DIAG_WORDS_STAR, 3);
    expect_wrong("language = da\n[adopted]\n*\n", DIAG_WORDS_STAR, 3);
    expect_wrong("language = da\n[adopted]\n*ord to\n", DIAG_WORDS_STAR, 3);
    expect_wrong("language = da\n[pairs]\nbørn og unge\n", DIAG_WORDS_PAIR, 3);
    expect_wrong("language = da\n[pairs]\nbørn /\n", DIAG_WORDS_EMPTY_ENTRY, 3);
    expect_wrong("# kun en bemærkning\nlanguage = da\n[adopted]\n", DIAG_WORDS_NONE, 0);
    expect_wrong("", DIAG_WORDS_NONE, 0);
    expect_wrong("language = da\n[adopted]\nb\xF8rn\n", DIAG_WORDS_ENCODING, 3);
}

static void a_comma_may_end_a_line(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "language = da\n[adopted]\nord, mere,\nflere ord\n");
    assert_int_equal(loaded.status, 0);
    assert_int_equal(words_get(loaded.words, "da", WORDS_ADOPTED)->count, 3);
    release(&loaded);
}

static void a_missing_file_is_told(void **state)
{
    (void)state;
    struct words *words;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    assert_int_equal(words_load(&words, "/findes/ikke", NULL, &sink), -1);
    assert_null(words);
    assert_int_equal(sink.items[0].id, DIAG_FILE_READ);
    diag_sink_release(&sink);
}

static void words_of_a_text(void **state)
{
    (void)state;
    char word[WORDS_LONGEST + 1];
    const char *p = "Børne\xC2\xAD"
                    "haver's ÅBNE’ x";
    assert_int_equal(words_next(&p, word), strlen("børnehaver's"));
    assert_string_equal(word, "børnehaver's");
    assert_int_equal(words_next(&p, word), 0);
    p++;
    words_next(&p, word);
    assert_string_equal(word, "åbne");
    assert_string_equal(p, " x");
    char text[4 * WORDS_LONGEST];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    p = text;
    assert_int_equal(words_next(&p, word), WORDS_LONGEST);
    assert_int_equal(*p, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_installed_files_are_read),
        cmocka_unit_test(every_list_has_words),
        cmocka_unit_test(words_match_by_beginning_and_end),
        cmocka_unit_test(phrases_are_found_in_texts),
        cmocka_unit_test(an_extra_file_adds_and_takes_away),
        cmocka_unit_test(a_word_is_looked_up_in_all_lists),
        cmocka_unit_test(faults_are_told_with_their_line),
        cmocka_unit_test(a_comma_may_end_a_line),
        cmocka_unit_test(a_missing_file_is_told),
        cmocka_unit_test(words_of_a_text),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
