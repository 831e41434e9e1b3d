/* Every diagram of every kind of model, checked by figure_check(): all examples in all views,
 * generated models of all sizes, and hostile ones.
 *
 * To look at what is found wrong: VIRKNING_FIGURES=FOLDER keeps such figures there as SVG, and
 * `test_diagrams PATTERN` runs only the tests whose names match (with * and ?). */
#include "base/diag.h"
#include "base/file.h"
#include "base/language.h"
#include "base/style.h"
#include "figure/view.h"
#include "model/model.h"
#include "out/svg.h"
#include "text/fonts.h"
#include "text/text.h"

#include "diagram_models.h"
#include "figure_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What all tests share, opened once. */
struct world {
    struct diag_sink sink;
    struct style style;
    struct fonts *fonts;
    struct language *language;
};

static struct world *world;

static int open_world(void **state)
{
    (void)state;
    world = calloc(1, sizeof *world);
    diag_sink_init(&world->sink, false);
    if (style_load(&world->style, NULL, TEST_SOURCE_DIR, &world->sink))
        return -1;
    world->fonts = fonts_open(&world->style, &world->sink);
    world->language = language_open(LANGUAGE_ENGLISH, TEST_SOURCE_DIR);
    return world->fonts ? 0 : -1;
}

static int close_world(void **state)
{
    (void)state;
    fonts_free(world->fonts);
    style_release(&world->style);
    language_free(world->language);
    diag_sink_release(&world->sink);
    free(world);
    return 0;
}

/* --- one figure ------------------------------------------------------------- */

/* What is drawn of a model, and what went wrong so far. */
struct run {
    const char *name; /* of the model */
    struct model model;
    struct diag_sink sink;
    struct view_judgement *judgements;
    size_t judgement_count;
    size_t faults, figures;
};

/* Paper in landscape without its margins, points. */
static const struct paper {
    const char *name;
    double width, height;
} papers[] = {{"A4", 728, 381}, {"A3", 1077, 628}};

static enum figure_form form_of(const struct view_options *options)
{
    if (options->kind == VIEW_TABLE)
        return FIGURE_TABLE;
    return options->direction == LAYOUT_DOWN ? FIGURE_ROWS : FIGURE_COLUMNS;
}

static void keep_figure(const struct run *run, const struct figure *figure)
{
    const char *folder = getenv("VIRKNING_FIGURES");
    if (!folder)
        return;
    char path[600];
    snprintf(path, sizeof path, "%s/%s-%zu.svg", folder, run->name, run->figures);
    struct buf svg;
    buf_init(&svg, 0);
    svg_write(&svg, figure, &world->style);
    FILE *file = fopen(path, "w");
    if (file) {
        fwrite(svg.data, 1, svg.length, file);
        fclose(file);
    }
    buf_release(&svg);
}

/* What a figure must say for those who cannot see it; of pages the first has it all. */
static void check_words(struct run *run, const struct figure *figure, bool first, const char *what)
{
    bool whole = !first || figure->description;
    if (figure->title && figure->alternative && figure->lang && whole)
        return;
    run->faults++;
    fprintf(stderr, "%s, %s: no %s\n", run->name, what,
            !figure->title         ? "title"
            : !figure->alternative ? "alternative"
            : !figure->lang        ? "language"
                                   : "description");
}

/* The widths that devices, and the checker, go by are those of the fonts. */
static void check_measures(struct run *run, const struct figure *figure,
                           const struct text_metrics *metrics, const char *what)
{
    for (size_t i = 0; i < figure->text_count; i++) {
        const struct figure_text *text = &figure->texts[i];
        double width = text_width(metrics, text->face, text->size, text->text, strlen(text->text));
        if (fabs(width - text->width) < 0.05)
            continue;
        run->faults++;
        fprintf(stderr, "%s, %s: \"%s\" is %.2f wide, not %.2f\n", run->name, what, text->text,
                width, text->width);
    }
}

static void say(const struct view_options *options, const char *paper, char *into, size_t size)
{
    snprintf(into, size, "%s %s %s%s%s%s%s", view_name_of(options->kind),
             options->direction == LAYOUT_DOWN ? "down" : "right", paper,
             options->focus ? " focus " : "", options->focus ? options->focus->id : "",
             options->highlight ? " highlight " : "",
             options->highlight && options->highlight->id ? options->highlight->id : "");
}

static void check_view(struct run *run, const struct view_options *options, const char *paper,
                       const struct text_metrics *metrics)
{
    struct figure figure;
    struct figure_faults faults;
    char what[200];
    view_draw(&figure, &run->model, &world->style, metrics, world->language, options);
    figure_check(&faults, &figure, form_of(options));
    say(options, paper, what, sizeof what);
    check_words(run, &figure, true, what);
    check_measures(run, &figure, metrics, what);
    run->figures++;
    if (faults.count) { /* print_error() would cut it off */
        fprintf(stderr, "%s, figure %zu, %s: %zu faults\n%s", run->name, run->figures, what,
                faults.count, faults.words.data);
        keep_figure(run, &figure);
    }
    run->faults += faults.count;
    figure_faults_release(&faults);
    figure_release(&figure);
}

/* --- pages ------------------------------------------------------------------ */

/* How many boxes of the model stand on a page; of a table, how many rows. */
static size_t count_content(const struct figure *figure, enum view_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->box_count; i++) {
        const struct figure_box *box = &figure->boxes[i];
        count += box->id && (kind != VIEW_TABLE || !strcmp(box->role, "activity"));
    }
    return count;
}

/* A page holds what the paper holds; it may be larger only where one box, or one row of the
 * table, is too large. */
static void check_page_size(struct run *run, const struct figure *page,
                            const struct view_options *options, const char *what)
{
    size_t content = count_content(page, options->kind);
    if ((page->width <= options->width + 0.01 && page->height <= options->height + 0.01) ||
        content <= 1)
        return;
    run->faults++;
    fprintf(stderr, "%s, %s: %zu boxes on %.1f by %.1f, the paper is %.1f by %.1f\n", run->name,
            what, content, page->width, page->height, options->width, options->height);
    keep_figure(run, page);
}

/* Each page is sound. */
static void check_pages(struct run *run, const struct view_options *options, const char *paper,
                        const struct text_metrics *metrics)
{
    struct figure_pages pages;
    char what[240], view[160];
    view_draw_pages(&pages, &run->model, &world->style, metrics, world->language, options);
    say(options, paper, view, sizeof view);
    for (size_t i = 0; i < pages.count; i++) {
        struct figure_faults faults;
        snprintf(what, sizeof what, "page %zu of %zu of %s", i + 1, pages.count, view);
        figure_check(&faults, &pages.pages[i], form_of(options));
        run->figures++;
        check_page_size(run, &pages.pages[i], options, what);
        check_words(run, &pages.pages[i], i == 0, what);
        check_measures(run, &pages.pages[i], metrics, what);
        if (faults.count) {
            fprintf(stderr, "%s, figure %zu, %s: %zu faults\n%s", run->name, run->figures, what,
                    faults.count, faults.words.data);
            keep_figure(run, &pages.pages[i]);
        }
        run->faults += faults.count;
        figure_faults_release(&faults);
    }
    figure_pages_release(&pages);
}

/* --- judgements ------------------------------------------------------------- */

static int compare_judgements(const void *left, const void *right)
{
    const struct view_judgement *a = left, *b = right;
    return strcmp(a->id, b->id);
}

static void judge(struct run *run, const struct model_list *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i]->id && i % 7 != 6)
            run->judgements[run->judgement_count++] = (struct view_judgement){
                list->items[i]->id, (enum status)(list->items[i]->order % STATUSES)};
}

/* A judgement of nearly everything, of each kind in turn. */
static void judge_all(struct run *run)
{
    const struct model *model = &run->model;
    const struct model_list *lists[] = {&model->activities, &model->effects, &model->indicators,
                                        &model->links};
    enum { LISTS = sizeof lists / sizeof *lists };
    size_t count = 1;
    for (size_t i = 0; i < LISTS; i++)
        count += lists[i]->count;
    run->judgements = calloc(count, sizeof *run->judgements);
    for (size_t i = 0; i < LISTS; i++)
        judge(run, lists[i]);
    qsort(run->judgements, run->judgement_count, sizeof *run->judgements, compare_judgements);
}

/* --- one model -------------------------------------------------------------- */

static void start(struct run *run, const char *name)
{
    *run = (struct run){.name = name};
    diag_sink_init(&run->sink, false);
}

static void finish(struct run *run)
{
    size_t faults = run->faults;
    free(run->judgements);
    model_release(&run->model);
    diag_sink_release(&run->sink);
    assert_int_equal(faults, 0);
}

static struct view_options options_of(const struct run *run, int kind, int direction, size_t paper)
{
    return (struct view_options){
        .kind = (enum view_kind)kind,
        .width = papers[paper].width,
        .height = papers[paper].height,
        .direction = (enum layout_direction)direction,
        .title = paper == 1,
        .without_signs = paper == 1 && direction == LAYOUT_DOWN,
        .judgements = run->judgements,
        .judgement_count = run->judgement_count,
    };
}

/* Each view, in both directions, for both papers. */
static void check_views(struct run *run, const struct text_metrics *metrics)
{
    for (int kind = 0; kind < VIEW_KINDS; kind++)
        for (int direction = LAYOUT_RIGHT; direction <= LAYOUT_DOWN; direction++)
            for (size_t paper = 0; paper < 2; paper++) {
                struct view_options options = options_of(run, kind, direction, paper);
                check_view(run, &options, papers[paper].name, metrics);
                check_pages(run, &options, papers[paper].name, metrics);
            }
}

/* The paths of and the emphasis on each object of a list. */
static void check_each(struct run *run, const struct model_list *list, bool focus)
{
    static const enum view_kind kinds[] = {VIEW_FLOW, VIEW_EVIDENCE, VIEW_STATUS};
    for (uint32_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < 3; k++) {
            struct view_options options = options_of(run, kinds[k], i % 2, 0);
            if (focus)
                options.focus = list->items[i];
            else
                options.highlight = list->items[i];
            check_view(run, &options, "A4", text_fixed_metrics());
        }
}

/* --- examples --------------------------------------------------------------- */

static const char *const examples[] = {
    "examples/aarhus.xml",           "examples/boerneliv.xml",
    "examples/foerste-udkast.xml",   "examples/forbillede.xml",
    "examples/gladsaxe.xml",         "examples/halsnaes.xml",
    "examples/havndal.xml",          "examples/kommunens-maal.xml",
    "examples/portefoelje.xml",      "examples/silkeborg.xml",
    "examples/viborg.xml",           "library/handbogens-dataeksempler.xml",
    "library/kl-boligsocial.xml",    "tests/cases/reader/everything.xml",
    "templates/da/five-columns.xml", "templates/da/goals.xml",
    "templates/da/groups.xml",       "templates/da/local-plan.xml",
    "templates/da/trial.xml",        "templates/da/empty.xml",
};
enum { EXAMPLES = sizeof examples / sizeof *examples };

/* Adds a piece of a template: "{year+3}" becomes 2029. Returns where it goes on. */
static const char *add_filled(struct buf *into, const char *at)
{
    static const char year[] = "{year";
    if (!strncmp(at, year, strlen(year))) {
        buf_addf(into, "%d", 2026 + atoi(at + strlen(year)));
        return strchr(at, '}') + 1;
    }
    if (*at == '{') { /* title or file */
        buf_add_string(into, "prøve");
        return strchr(at, '}') + 1;
    }
    buf_add_char(into, *at);
    return at + 1;
}

/* Adds what a file holds; of a template, with what is filled in. */
static void read_filled(struct buf *into, const char *path)
{
    char *bytes;
    size_t length;
    if (file_read(path, 1 << 20, &bytes, &length, &world->sink))
        fail_msg("%s cannot be read", path);
    bool template = strstr(path, "/templates/") != NULL;
    for (const char *at = bytes; template && *at;)
        at = add_filled(into, at);
    if (!template)
        buf_add(into, bytes, length);
    free(bytes);
}

static void example_draws_well(void **state)
{
    const char *file = *state;
    char path[600], library[600];
    snprintf(path, sizeof path, "%s/%s", TEST_SOURCE_DIR, file);
    snprintf(library, sizeof library, "%s/library", TEST_SOURCE_DIR);
    struct run run;
    start(&run, strrchr(file, '/') + 1);
    struct buf xml = {0};
    read_filled(&xml, path);
    if (model_read_bytes_with(&run.model, path, xml.data, xml.length,
                              &(struct model_options){.library = library}, &run.sink))
        fail_msg("%s cannot be read", file);
    buf_release(&xml);
    judge_all(&run);
    check_views(&run, text_fixed_metrics());
    check_views(&run, fonts_metrics(world->fonts));
    check_each(&run, &run.model.activities, true);
    check_each(&run, &run.model.effects, true);
    check_each(&run, &run.model.activities, false);
    check_each(&run, &run.model.effects, false);
    check_each(&run, &run.model.links, false);
    finish(&run);
}

/* --- generated models --------------------------------------------------------- */

static void read_written(struct run *run, const struct buf *xml)
{
    if (model_read_bytes(&run->model, "test.xml", xml->data, xml->length, &run->sink))
        fail_msg("not a model: %s", xml->data);
}

/* Each as a flow in both directions, and in the other views in one, with real fonts now and
 * then; every third one over pages too, each time in another view. */
static void generated_model_draws_well(void **state)
{
    int index = (int)(intptr_t)*state;
    struct diagram_model model = diagram_model_of(index);
    char name[60];
    snprintf(name, sizeof name, "generated-%03d", index);
    struct run run;
    start(&run, name);
    struct buf xml;
    buf_init(&xml, 0);
    diagram_model_write(&xml, &model);
    read_written(&run, &xml);
    judge_all(&run);
    const struct text_metrics *metrics =
        index % 25 ? text_fixed_metrics() : fonts_metrics(world->fonts);
    size_t paper = (size_t)index / 2 % 2;
    for (int i = 0; i <= VIEW_KINDS; i++) {
        struct view_options options =
            options_of(&run, i % VIEW_KINDS, (index + i + i / VIEW_KINDS) % 2, paper);
        check_view(&run, &options, papers[paper].name, metrics);
        if (index % 3 == 0 && index / 3 % VIEW_KINDS == i)
            check_pages(&run, &options, papers[paper].name, metrics);
    }
    buf_release(&xml);
    finish(&run);
}

/* They are what they are said to be: from 5 boxes to 300, most of them as real ones. */
static void generated_models_have_every_size(void **state)
{
    (void)state;
    int least = 1000, most = 0, middling = 0;
    for (int i = 0; i < DIAGRAM_MODELS; i++) {
        struct diagram_model model = diagram_model_of(i);
        int boxes = diagram_model_boxes(&model);
        least = boxes < least ? boxes : least;
        most = boxes > most ? boxes : most;
        middling += boxes >= 15 && boxes <= 100;
    }
    assert_in_range(least, 4, 6);
    assert_in_range(most, 290, 310);
    assert_true(middling > DIAGRAM_MODELS / 4);
}

/* --- hostile models ------------------------------------------------------------ */

static void hostile_model_draws_well(void **state)
{
    struct buf xml;
    buf_init(&xml, 0);
    struct run run;
    start(&run, diagram_hostile_write(&xml, (size_t)(uintptr_t)*state));
    read_written(&run, &xml);
    judge_all(&run);
    check_views(&run, text_fixed_metrics());
    check_views(&run, fonts_metrics(world->fonts));
    check_each(&run, &run.model.effects, true);
    check_each(&run, &run.model.effects, false);
    buf_release(&xml);
    finish(&run);
}

/* --- all of them ---------------------------------------------------------------- */

static size_t hostile_count(void)
{
    struct buf xml;
    buf_init(&xml, 0);
    size_t count = 0;
    while (diagram_hostile_write(&xml, count))
        count++;
    buf_release(&xml);
    return count;
}

/* A name of letters and digits, which stays for the whole run. */
static const char *name_test(const char *prefix, const char *name)
{
    char *made = malloc(strlen(prefix) + strlen(name) + 2);
    sprintf(made, "%s_%s", prefix, name);
    for (char *at = made; *at; at++)
        if (*at == ' ' || *at == '/')
            *at = '_';
    return made;
}

static void add_examples(struct CMUnitTest *tests)
{
    for (size_t i = 0; i < EXAMPLES; i++)
        tests[i] = (struct CMUnitTest){.name = name_test("example", examples[i]),
                                       .test_func = example_draws_well,
                                       .initial_state = (void *)(uintptr_t)examples[i]};
}

/* Returns how many were added: under sanitizers and valgrind fewer. */
static size_t add_generated(struct CMUnitTest *tests)
{
    size_t count = 0;
    int step = getenv("VIRKNING_SANITIZED") ? 11 : 1;
    for (int i = 0; i < DIAGRAM_MODELS; i += step) {
        struct diagram_model model = diagram_model_of(i);
        char name[40];
        snprintf(name, sizeof name, "%03d_%d_boxes", i, diagram_model_boxes(&model));
        tests[count++] = (struct CMUnitTest){.name = name_test("generated", name),
                                             .test_func = generated_model_draws_well,
                                             .initial_state = (void *)(intptr_t)i};
    }
    return count;
}

static void add_hostile(struct CMUnitTest *tests, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buf xml;
        buf_init(&xml, 0);
        tests[i] = (struct CMUnitTest){.name = name_test("hostile", diagram_hostile_write(&xml, i)),
                                       .test_func = hostile_model_draws_well,
                                       .initial_state = (void *)(uintptr_t)i};
        buf_release(&xml);
    }
}

int main(int argc, char **argv)
{
    enum { MOST_HOSTILE = 40 };
    struct CMUnitTest tests[1 + EXAMPLES + DIAGRAM_MODELS + MOST_HOSTILE] = {
        cmocka_unit_test(generated_models_have_every_size)};
    size_t hostile = hostile_count();
    if (hostile > MOST_HOSTILE)
        return 1;
    add_examples(tests + 1);
    add_hostile(tests + 1 + EXAMPLES, hostile);
    size_t count = 1 + EXAMPLES + hostile;
    count += add_generated(tests + count);
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    int failed = _cmocka_run_group_tests("diagrams", tests, count, open_world, close_world);
    for (size_t i = 1; i < count; i++)
        free((void *)(uintptr_t)tests[i].name);
    return failed;
}
