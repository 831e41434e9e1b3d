/* Tests of models that include others: each file once, circles, bounds, where files are looked
 * for, references into them, what an indicator takes over. */
#include "base/file.h"
#include "base/memory.h"
#include "model/model.h"
#include "model/vocabulary.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "<programme xmlns=\"" MODEL_NAMESPACE "\" format=\"1\">\n<title>T</title>\n"
#define TAIL "</programme>\n"
#define GOAL HEAD "<goal id=\"maal\">\n  <title>Flere klarer sig</title></goal>\n" TAIL

/* --- a folder of files --------------------------------------------------------------------- */

/* A folder of the test's own, which it works in, and a model that was read there. */
struct scene {
    char folder[64], before[4096];
    struct buf made; /* the names of what was made, each with its NUL */
    struct model model;
    struct diag_sink sink;
    int status;
};

static int open_scene(void **state)
{
    struct scene *scene = mem_zalloc(1, sizeof *scene);
    strcpy(scene->folder, "test-include.XXXXXX");
    if (!getcwd(scene->before, sizeof scene->before) || !mkdtemp(scene->folder) ||
        chdir(scene->folder))
        return -1;
    diag_sink_init(&scene->sink, false);
    *state = scene;
    return 0;
}

static void forget(struct scene *scene)
{
    model_release(&scene->model);
    diag_sink_release(&scene->sink);
    diag_sink_init(&scene->sink, false);
}

static int close_scene(void **state)
{
    struct scene *scene = *state;
    forget(scene);
    /* what was made last goes first, so that folders are empty by then */
    while (scene->made.length) {
        size_t start = scene->made.length - 1;
        while (start && scene->made.data[start - 1])
            start--;
        if (remove(scene->made.data + start))
            return -1;
        scene->made.length = start;
    }
    int status = chdir(scene->before) || rmdir(scene->folder);
    buf_release(&scene->made);
    diag_sink_release(&scene->sink);
    free(scene);
    return status;
}

static void made(struct scene *scene, const char *name)
{
    buf_add(&scene->made, name, strlen(name) + 1);
}

static void write_file(struct scene *scene, const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    made(scene, name);
}

static void make_folder(struct scene *scene, const char *name)
{
    assert_int_equal(mkdir(name, 0777), 0);
    made(scene, name);
}

/* A model with an include of each of the files that end with NULL: a, b, c ... */
static void write_including(struct scene *scene, const char *name, ...)
{
    struct buf text = {0};
    va_list files;
    const char *file;
    char id = 'a';
    buf_add_string(&text, HEAD);
    va_start(files, name);
    while ((file = va_arg(files, const char *)))
        buf_addf(&text, "<include id=\"%c\" file=\"%s\"/>\n", id++, file);
    va_end(files);
    buf_add_string(&text, TAIL);
    write_file(scene, name, text.data);
    buf_release(&text);
}

static void read_with(struct scene *scene, const char *name, const struct model_options *options)
{
    forget(scene);
    scene->status = model_read_with(&scene->model, name, options, &scene->sink);
    diag_sort(&scene->sink);
}

static void read_file(struct scene *scene, const char *name)
{
    read_with(scene, name, NULL);
}

static const struct model *included(const struct scene *scene, size_t i)
{
    return model_include(scene->model.includes.items[i])->model;
}

static bool was_said(const struct scene *scene, enum diag_id id)
{
    return scene->sink.of_kind[id] > 0;
}

/* --- each file once ------------------------------------------------------------------------ */

static void a_diamond_reads_its_end_once(void **state)
{
    struct scene *scene = *state;
    write_file(scene, "maal.xml", GOAL);
    write_including(scene, "b.xml", "maal.xml", NULL);
    write_including(scene, "c.xml", "./maal.xml", NULL);
    write_including(scene, "a.xml", "b.xml", "c.xml", "maal.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 0);
    assert_int_equal(scene->model.included_count, 3);
    const struct model *end = included(scene, 2);
    assert_ptr_equal(model_include(included(scene, 0)->includes.items[0])->model, end);
    assert_ptr_equal(model_include(included(scene, 1)->includes.items[0])->model, end);
    assert_int_equal(included(scene, 0)->included_count, 0);
    model_release(&scene->model);
    model_release(&scene->model);
}

static void a_file_behind_a_link_is_the_same(void **state)
{
    struct scene *scene = *state;
    write_file(scene, "maal.xml", GOAL);
    assert_int_equal(symlink("maal.xml", "link.xml"), 0);
    made(scene, "link.xml");
    write_including(scene, "a.xml", "maal.xml", "link.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 0);
    assert_int_equal(scene->model.included_count, 1);
    assert_ptr_equal(included(scene, 0), included(scene, 1));
}

/* "../" leads out of the folder that the link points at, not of the one that it lies in. */
static void a_linked_folder_keeps_its_name(void **state)
{
    struct scene *scene = *state;
    make_folder(scene, "x");
    make_folder(scene, "x/y");
    write_file(scene, "x/maal.xml", GOAL);
    assert_int_equal(symlink("x/y", "link"), 0);
    made(scene, "link");
    write_including(scene, "a.xml", "link/../maal.xml", NULL);
    write_including(scene, "b.xml", "x/y/./..//maal.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 0);
    assert_string_equal(included(scene, 0)->file, "link/../maal.xml");
    read_file(scene, "b.xml");
    assert_string_equal(included(scene, 0)->file, "x/maal.xml");
}

static void a_file_is_seen_from_the_one_that_includes_it(void **state)
{
    struct scene *scene = *state;
    make_folder(scene, "maal");
    make_folder(scene, "indsatser");
    write_file(scene, "maal/kommune.xml", GOAL);
    write_including(scene, "maal/region.xml", "kommune.xml", NULL);
    write_including(scene, "indsatser/a.xml", "../maal/region.xml", NULL);
    read_file(scene, "indsatser/a.xml");
    assert_int_equal(scene->status, 0);
    assert_string_equal(scene->model.included[0]->file, "maal/region.xml");
    assert_string_equal(scene->model.included[1]->file, "maal/kommune.xml");
}

/* --- circles ------------------------------------------------------------------------------- */

static void circles_end(void **state)
{
    struct scene *scene = *state;
    write_including(scene, "a.xml", "b.xml", NULL);
    write_including(scene, "b.xml", "c.xml", NULL);
    write_including(scene, "c.xml", "a.xml", "c.xml", NULL);
    const char *const names[] = {"a.xml", "b.xml", "c.xml", "a.xml"};
    for (size_t i = 0; i < 3; i++) {
        read_file(scene, names[i]);
        assert_int_equal(scene->status, 1);
        assert_int_equal(scene->sink.of_kind[DIAG_INCLUDE_CIRCLE], 1);
        assert_int_equal(scene->sink.of_kind[DIAG_INCLUDE_SELF], 1);
        assert_null(included(scene, 0));
    }
}

static void a_long_circle_is_told_in_short(void **state)
{
    enum { FILES = 40 };
    struct scene *scene = *state;
    for (int i = 0; i < FILES; i++) {
        char name[16], next[16];
        snprintf(name, sizeof name, "f%02d.xml", i);
        snprintf(next, sizeof next, "f%02d.xml", (i + 1) % FILES);
        write_including(scene, name, next, NULL);
    }
    read_file(scene, "f00.xml");
    for (size_t i = 0; i < scene->sink.count; i++)
        if (scene->sink.items[i].id == DIAG_INCLUDE_CIRCLE) {
            assert_string_equal(scene->sink.items[i].at.file, "f39.xml");
            assert_string_equal(scene->sink.items[i].args[0],
                                "f00.xml → f01.xml → f02.xml → f03.xml → f04.xml → f05.xml → "
                                "f06.xml → f07.xml → f08.xml → f09.xml → f10.xml → … → f39.xml → "
                                "f00.xml");
        }
    assert_true(was_said(scene, DIAG_INCLUDE_CIRCLE));
}

/* --- bounds -------------------------------------------------------------------------------- */

/* f000.xml includes f001.xml and so on; the last has a goal, unless it is broken. */
static void write_chain(struct scene *scene, int length, const char *last)
{
    for (int i = 0; i < length; i++) {
        char name[16], next[16];
        snprintf(name, sizeof name, "f%03d.xml", i);
        snprintf(next, sizeof next, "f%03d.xml", i + 1);
        if (i + 1 < length)
            write_including(scene, name, next, NULL);
        else
            write_file(scene, name, last);
    }
}

static void a_chain_of_three_hundred_is_read(void **state)
{
    struct scene *scene = *state;
    write_chain(scene, 300, GOAL);
    read_file(scene, "f000.xml");
    assert_int_equal(scene->status, 0);
    assert_int_equal(scene->model.included_count, 299);
}

static void a_break_at_the_end_of_a_chain_is_told_twice(void **state)
{
    struct scene *scene = *state;
    write_chain(scene, 300, HEAD "<effect>\n" TAIL);
    read_file(scene, "f000.xml");
    assert_int_equal(scene->status, 1);
    assert_int_equal(scene->sink.of_severity[DIAG_ERROR], 2);
    assert_string_equal(scene->sink.items[0].at.file, "f000.xml");
    assert_string_equal(scene->sink.items[0].args[1], "f299.xml");
    assert_string_equal(scene->sink.items[1].at.file, "f299.xml");
}

static void there_are_at_most_five_hundred_files(void **state)
{
    struct scene *scene = *state;
    write_chain(scene, MODEL_MOST_FILES, GOAL);
    read_file(scene, "f000.xml");
    assert_int_equal(scene->status, 0);
    write_including(scene, "one-more.xml", "f000.xml", NULL);
    read_file(scene, "one-more.xml");
    assert_int_equal(scene->status, 1);
    assert_true(was_said(scene, DIAG_INCLUDE_FILES));
}

static void large_files_are_not_even_opened(void **state)
{
    struct scene *scene = *state;
    write_file(scene, "large.xml", "");
    assert_int_equal(truncate("large.xml", (off_t)MODEL_MOST_INCLUDED + 1), 0);
    write_including(scene, "a.xml", "large.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 1);
    assert_true(was_said(scene, DIAG_INCLUDE_BYTES));
    assert_int_equal(scene->model.included_count, 0);
}

/* --- where files are looked for ------------------------------------------------------------ */

static void a_library_is_looked_into_last(void **state)
{
    struct scene *scene = *state;
    make_folder(scene, "library");
    make_folder(scene, "egen");
    write_file(scene, "library/kl.xml", GOAL);
    write_file(scene, "library/begge.xml", GOAL);
    write_file(scene, "egen/begge.xml", GOAL);
    write_including(scene, "egen/a.xml", "kl", "kl.xml", "begge.xml", NULL);
    read_file(scene, "egen/a.xml");
    assert_int_equal(scene->status, 1);
    assert_true(was_said(scene, DIAG_INCLUDE_MISSING_UNKNOWN));
    read_with(scene, "egen/a.xml", &(struct model_options){.library = "library"});
    assert_int_equal(scene->status, 0);
    assert_string_equal(included(scene, 0)->file, "library/kl.xml");
    assert_ptr_equal(included(scene, 0), included(scene, 1));
    assert_string_equal(included(scene, 2)->file, "egen/begge.xml");
}

/* A file that includes itself would be the next error. */
static void the_file_itself_is_not_the_likely_one(void **state)
{
    struct scene *scene = *state;
    write_including(scene, "plan.xml", "maal.xml", NULL);
    read_file(scene, "plan.xml");
    assert_true(was_said(scene, DIAG_INCLUDE_MISSING_UNKNOWN));
}

static void a_library_is_not_left(void **state)
{
    struct scene *scene = *state;
    make_folder(scene, "library");
    make_folder(scene, "egen");
    write_file(scene, "outside.xml", GOAL);
    write_including(scene, "egen/a.xml", "x/../../outside.xml", NULL);
    read_with(scene, "egen/a.xml", &(struct model_options){.library = "library"});
    assert_int_equal(scene->status, 1);
    assert_int_equal(scene->model.included_count, 0);
}

static void what_is_no_file_is_not_opened(void **state)
{
    struct scene *scene = *state;
    make_folder(scene, "mappe");
    assert_int_equal(mkfifo("pipe", 0666), 0);
    made(scene, "pipe");
    write_including(scene, "a.xml", "pipe", "mappe", "-", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 1);
    assert_int_equal(scene->sink.count, 3);
}

static void a_link_to_itself_cannot_be_read(void **state)
{
    struct scene *scene = *state;
    assert_int_equal(symlink("round.xml", "round.xml"), 0);
    made(scene, "round.xml");
    write_including(scene, "a.xml", "round.xml", "round.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 1);
    assert_int_equal(scene->sink.of_kind[DIAG_FILE_READ], 2);
    assert_string_equal(scene->sink.items[0].at.file, "a.xml");
    assert_int_equal(scene->sink.items[0].at.line, 3);
}

static void bytes_are_read_alone_unless_allowed(void **state)
{
    static const char text[] = HEAD "<include id=\"k\" file=\"maal.xml\"/>\n" TAIL;
    struct scene *scene = *state;
    write_file(scene, "maal.xml", GOAL);
    scene->status = model_read_bytes(&scene->model, "bytes", text, strlen(text), &scene->sink);
    assert_int_equal(scene->status, 1);
    assert_true(was_said(scene, DIAG_INCLUDE_ALONE));
    assert_int_equal(scene->model.included_count, 0);
    forget(scene);
    scene->status =
        model_read_bytes_with(&scene->model, "bytes", text, strlen(text), NULL, &scene->sink);
    assert_int_equal(scene->status, 0);
    assert_int_equal(scene->model.included_count, 1);
    read_with(scene, "maal.xml", &(struct model_options){.alone = true});
    assert_int_equal(scene->status, 0);
}

/* --- nodes of other models ----------------------------------------------------------------- */

static void nodes_know_their_file(void **state)
{
    struct scene *scene = *state;
    write_file(scene, "maal.xml", GOAL);
    write_file(scene, "a.xml",
               HEAD "<include id=\"k\" file=\"maal.xml\"/>\n"
                    "<effect id=\"e\" contributes-to=\"k:maal\"><title>E</title></effect>\n" TAIL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->status, 0);
    const struct effect *effect = model_effect(model_find(&scene->model, "e"));
    const struct model_node *goal = effect->contributes.items[0].node;
    assert_string_equal(effect->contributes.items[0].id, "k:maal");
    assert_int_equal(goal->kind, MODEL_GOAL);
    assert_ptr_equal(model_programme_of(goal), included(scene, 0)->programme);
    assert_null(model_find(&scene->model, "maal"));
    struct diag_at at = model_at(&scene->model, goal);
    assert_string_equal(at.file, "maal.xml");
    assert_int_equal(at.line, 3);
    at = model_title_at(&scene->model, goal);
    assert_string_equal(at.file, "maal.xml");
    assert_int_equal(at.line, 4);
    assert_string_equal(model_at(&scene->model, &effect->node).file, "a.xml");
}

/* Each finding is shown with the line of its own file. */
static void findings_show_lines_of_their_own_file(void **state)
{
    struct scene *scene = *state;
    struct language *english = language_open(LANGUAGE_ENGLISH, "");
    struct buf out = {0};
    write_file(scene, "wrong.xml",
               HEAD "<effect horizon=\"kort\"><title>E</title></effect>\n" TAIL);
    write_including(scene, "a.xml", "wrong.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->sink.count, 2);
    for (size_t i = 0; i < scene->sink.count; i++)
        model_add_finding(&out, &scene->model, &scene->sink.items[i], english);
    assert_non_null(strstr(out.data, "    <include id=\"a\" file=\"wrong.xml\"/>\n"));
    assert_non_null(strstr(out.data, "    <effect horizon=\"kort\"><title>E</title></effect>\n"));
    buf_reset(&out);
    struct diag elsewhere = scene->sink.items[0];
    elsewhere.at.file = "another.xml";
    model_add_finding(&out, &scene->model, &elsewhere, english);
    assert_null(strchr(out.data, '^'));
    buf_release(&out);
    language_free(english);
}

/* Of a broken file the first errors are passed on, with both places, and no warnings. */
static void the_first_errors_are_passed_on(void **state)
{
    struct scene *scene = *state;
    write_file(scene, "wrong.xml",
               HEAD "<place id=\"p\" population=\"4.200\"><title>P</title></place>\n"
                    "<horizon id=\"h\" from=\"1.200\"><title>En advarsel</title></horizon>\n"
                    "<effect id=\"x\"><title>E</title></effect>\n"
                    "<effect id=\"x\"><title>E</title></effect>\n"
                    "<effect id=\"y\" expected=\"aldrig\"><title>E</title></effect>\n"
                    "<effect id=\"z\" expected=\"aldrig\"><title>E</title></effect>\n" TAIL);
    write_including(scene, "a.xml", "wrong.xml", NULL);
    read_file(scene, "a.xml");
    assert_int_equal(scene->sink.count, 4);
    assert_int_equal(scene->sink.items[0].id, DIAG_INCLUDE_ERRORS);
    assert_string_equal(scene->sink.items[0].args[1], "4");
    assert_int_equal(scene->sink.items[1].id, DIAG_COUNT_GROUPED);
    assert_int_equal(scene->sink.items[2].id, DIAG_ID_TWICE);
    assert_int_equal(scene->sink.items[2].other.line, 5);
    assert_string_equal(scene->sink.items[2].other.file, "wrong.xml");
    assert_int_equal(scene->sink.items[3].id, DIAG_DATE_UNREADABLE);
    assert_int_equal(scene->sink.of_severity[DIAG_WARNING], 0);
}

/* --- like ---------------------------------------------------------------------------------- */

/* What is marked as inherited is of a type that can be taken over. */
static void inherited_values_are_of_known_types(void **state)
{
    (void)state;
    size_t count, marked = 0;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    for (size_t i = 0; i < count; i++) {
        bool is_indicator = elements[i]->kind == MODEL_INDICATOR;
        for (const struct voc_attribute *a = elements[i]->attributes; a->name; a++) {
            bool known = a->type == VOC_TEXT || a->type == VOC_CODE || a->type == VOC_NUMBER;
            assert_true(!a->inherited || (known && is_indicator));
            for (const struct voc_code *c = a->codes; a->inherited && c && c->name; c++)
                assert_int_not_equal(c->value, 0);
            marked += a->inherited;
        }
        for (const struct voc_child *c = elements[i]->children; c->element; c++) {
            assert_true(!c->inherited || (c->store == VOC_STORE_TEXT && is_indicator));
            marked += c->inherited;
        }
    }
    assert_int_equal(marked, 16);
}

/* A hundred thousand indicators, each like the next: no recursion. */
static void a_long_way_of_likes_is_followed(void **state)
{
    enum { MANY = 100000 };
    struct scene *scene = *state;
    struct buf text = {0};
    buf_add_string(&text, HEAD);
    for (int i = 0; i < MANY; i++)
        buf_addf(&text, "<indicator id=\"i%d\" like=\"i%d\"><title>I</title></indicator>\n", i,
                 i + 1);
    buf_addf(&text, "<indicator id=\"i%d\" unit=\"børn\"><title>I</title></indicator>\n" TAIL,
             MANY);
    scene->status =
        model_read_bytes(&scene->model, "many.xml", text.data, text.length, &scene->sink);
    assert_int_equal(scene->status, 0);
    assert_string_equal(model_indicator(model_find(&scene->model, "i0"))->unit, "børn");
    buf_release(&text);
}

static const struct indicator *indicator_of(const struct scene *scene, const char *id)
{
    return model_indicator(model_find(&scene->model, id));
}

/* How often: said here, said by the source here, said there, said by the source there. */
static void a_rhythm_is_the_nearest_that_is_said(void **state)
{
    static const char there[] = HEAD
        "<source id=\"s\" every=\"P1Y\" lag=\"P3M\"><title>S</title></source>\n"
        "<indicator id=\"by-source\" source=\"s\"><title>I</title></indicator>\n"
        "<indicator id=\"said\" source=\"s\" every=\"P2Y\"><title>I</title></indicator>\n" TAIL;
    static const char here[] =
        HEAD "<include id=\"k\" file=\"there.xml\"/>\n"
             "<source id=\"own\" every=\"P1M\"><title>S</title></source>\n"
             "<indicator id=\"a\" like=\"k:by-source\"><title>I</title></indicator>\n"
             "<indicator id=\"b\" like=\"k:said\"><title>I</title></indicator>\n"
             "<indicator id=\"c\" like=\"k:said\" source=\"own\"><title>I</title></indicator>\n"
             "<indicator id=\"d\" like=\"k:said\" source=\"own\" every=\"P6M\"><title>I</title>"
             "</indicator>\n" TAIL;
    struct scene *scene = *state;
    write_file(scene, "there.xml", there);
    write_file(scene, "here.xml", here);
    read_file(scene, "here.xml");
    assert_int_equal(scene->status, 0);
    assert_string_equal(indicator_of(scene, "a")->every, "P1Y");
    assert_string_equal(indicator_of(scene, "a")->lag, "P3M");
    assert_null(indicator_of(scene, "a")->source.node);
    assert_string_equal(indicator_of(scene, "b")->every, "P2Y");
    assert_null(indicator_of(scene, "c")->every); /* its source says it */
    assert_string_equal(indicator_of(scene, "c")->lag, "P3M");
    assert_string_equal(indicator_of(scene, "d")->every, "P6M");
}

#define IN_SCENE(test) cmocka_unit_test_setup_teardown(test, open_scene, close_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCENE(a_diamond_reads_its_end_once),
        IN_SCENE(a_file_behind_a_link_is_the_same),
        IN_SCENE(a_linked_folder_keeps_its_name),
        IN_SCENE(a_file_is_seen_from_the_one_that_includes_it),
        IN_SCENE(circles_end),
        IN_SCENE(a_long_circle_is_told_in_short),
        IN_SCENE(a_chain_of_three_hundred_is_read),
        IN_SCENE(a_break_at_the_end_of_a_chain_is_told_twice),
        IN_SCENE(there_are_at_most_five_hundred_files),
        IN_SCENE(large_files_are_not_even_opened),
        IN_SCENE(a_library_is_looked_into_last),
        IN_SCENE(the_file_itself_is_not_the_likely_one),
        IN_SCENE(a_library_is_not_left),
        IN_SCENE(what_is_no_file_is_not_opened),
        IN_SCENE(a_link_to_itself_cannot_be_read),
        IN_SCENE(bytes_are_read_alone_unless_allowed),
        IN_SCENE(nodes_know_their_file),
        IN_SCENE(findings_show_lines_of_their_own_file),
        IN_SCENE(the_first_errors_are_passed_on),
        cmocka_unit_test(inherited_values_are_of_known_types),
        IN_SCENE(a_long_way_of_likes_is_followed),
        IN_SCENE(a_rhythm_is_the_nearest_that_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
