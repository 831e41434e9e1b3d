/* check: what was found in each file, as text for people or as a document for programs.
 *
 * Text goes out file by file, and nothing is kept; a document keeps the findings of all
 * files, never their models. */
#include "check/check.h"
#include "cli/cli.h"
#include "model/schema.h"
#include "out/findings.h"

#include <stdlib.h>
#include <string.h>

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF, FORMATS };

static const char *const format_names[FORMATS] = {"text", "json", "sarif"};

/* --- which form ------------------------------------------------------------------------ */

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), end_length = strlen(end);
    return length > end_length && !strcmp(name + length - end_length, end);
}

/* The format that the name of an output asks for. */
static enum format format_of_name(const char *name)
{
    if (ends_with(name, ".sarif") || ends_with(name, ".sarif.json"))
        return FORMAT_SARIF;
    return ends_with(name, ".json") ? FORMAT_JSON : FORMAT_TEXT;
}

/* What --to says, else what the output's name ends in, else text. FORMATS where --to says
 * one that we do not know. */
static enum format wanted_format(const struct cli *cli)
{
    const char *to = cli->options.values[OPTION_TO];
    const char *output = cli->options.values[OPTION_OUTPUT];
    enum format format = 0;
    if (!to)
        return output ? format_of_name(output) : FORMAT_TEXT;
    while (format < FORMATS && strcmp(format_names[format], to))
        format++;
    return format;
}

int cmd_check_prepare(struct cli *cli)
{
    if (wanted_format(cli) == FORMATS)
        return cli_usage(cli, N_("Which format? Say --to text, json or sarif."), NULL);
    return EXIT_CLEAN;
}

/* With --quiet only errors are shown. */
static enum diag_severity least_shown(const struct cli *cli)
{
    return option_given(&cli->options, OPTION_QUIET) ? DIAG_ERROR : DIAG_INFO;
}

/* --- one file -------------------------------------------------------------------------- */

/* Reads a file and applies the rules; what was found is in order. */
static enum findings_outcome check_file(const struct cli *cli, const char *path,
                                        struct model *model, struct diag_sink *sink)
{
    const char *schema = cli->options.values[OPTION_SCHEMA];
    int status = model_read_with(model, path, &cli->reading, sink);
    if (status >= 0 && schema && schema_check(model, schema, sink))
        status = -1;
    if (status == 0) {
        struct check_options options = {
            .today = cli->today, .strict = sink->strict, .words = cli->words};
        check_model(model, &options, sink);
    }
    diag_sort(sink);
    if (status < 0)
        return FINDINGS_FAILED;
    return status > 0 ? FINDINGS_UNUSABLE : FINDINGS_CHECKED;
}

static int status_of(enum findings_outcome outcome, const struct diag_sink *sink)
{
    if (outcome == FINDINGS_FAILED)
        return EXIT_OPERATIONAL;
    return outcome == FINDINGS_UNUSABLE || diag_has_errors(sink) ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* Adds to the output, which goes out at once unless it is to be a file. */
static int write_out(struct cli *cli, struct buf *out, bool is_all)
{
    bool to_file = option_given(&cli->options, OPTION_OUTPUT);
    if (to_file)
        return is_all ? cli_write(cli, out) : EXIT_CLEAN;
    if (out->overflow)
        mem_exhausted();
    fwrite(out->data, 1, out->length, stdout);
    buf_reset(out);
    return EXIT_CLEAN;
}

/* --- as text --------------------------------------------------------------------------- */

static void add_text(struct buf *out, const struct cli *cli, const char *path,
                     const struct model *model, const struct diag_sink *sink,
                     const struct language *language)
{
    for (size_t i = 0; i < sink->count; i++)
        if (sink->items[i].severity >= least_shown(cli))
            model_add_finding(out, model, &sink->items[i], language);
    if (option_given(&cli->options, OPTION_QUIET))
        return;
    buf_addf(out, "%s: ", path);
    diag_add_summary(out, sink, language);
}

static void tell(struct buf *out, struct cli *cli, const char *path, enum findings_outcome outcome,
                 const struct model *model, const struct diag_sink *sink)
{
    const struct language *language = cli_language(cli, model_language(model));
    if (outcome == FINDINGS_FAILED)
        cli_print_findings(stderr, sink, least_shown(cli), language, model);
    else
        add_text(out, cli, path, model, sink, language);
}

/* EXIT_USAGE where the output would take the place of a part of the model. */
static int text_of_file(struct cli *cli, const char *path, struct buf *out)
{
    struct model model = {0};
    struct diag_sink sink;
    diag_sink_init(&sink, option_given(&cli->options, OPTION_STRICT));
    enum findings_outcome outcome = check_file(cli, path, &model, &sink);
    int status = cli_check_included(cli, &model);
    if (!status) {
        tell(out, cli, path, outcome, &model, &sink);
        status = status_of(outcome, &sink);
    }
    model_release(&model);
    diag_sink_release(&sink);
    return status;
}

static int check_as_text(struct cli *cli)
{
    struct buf out;
    buf_init(&out, 0);
    int worst = EXIT_CLEAN, status = EXIT_CLEAN;
    for (size_t i = 0; i < cli->options.file_count && status != EXIT_USAGE; i++) {
        status = text_of_file(cli, cli->options.files[i], &out);
        worst = status > worst ? status : worst;
        write_out(cli, &out, false);
    }
    if (status != EXIT_USAGE)
        status = write_out(cli, &out, true);
    buf_release(&out);
    return status > worst ? status : worst;
}

/* --- as a document --------------------------------------------------------------------- */

/* Names of files live in the model; those that findings need are taken over. */
static void keep_places(struct diag_sink *sink)
{
    for (size_t i = 0; i < sink->count; i++) {
        struct diag *diag = &sink->items[i];
        bool is_same =
            diag->at.file && diag->other.file && !strcmp(diag->at.file, diag->other.file);
        diag->other.file = is_same ? diag->at.file : arena_string(&sink->arena, diag->other.file);
    }
}

/* Fills in what was found in a file. The first model in a language that we speak decides
 * on that of the document. EXIT_USAGE as for text. */
static int findings_of_file(struct cli *cli, struct findings_run *run, struct findings_file *file)
{
    struct model model = {0};
    diag_sink_init(&file->sink, option_given(&cli->options, OPTION_STRICT));
    file->outcome = check_file(cli, file->name, &model, &file->sink);
    keep_places(&file->sink);
    if (model.well_formed)
        file->encoding = arena_string(&file->sink.arena, model.encoding);
    const char *lang = model_language(&model);
    if (!run->language && lang && language_code_of(lang) >= 0)
        run->language = cli_language(cli, lang);
    int status = cli_check_included(cli, &model);
    model_release(&model);
    return status ? status : status_of(file->outcome, &file->sink);
}

static int run_files(struct cli *cli, struct findings_run *run, struct findings_file *files)
{
    for (size_t i = 0; i < run->file_count; i++) {
        files[i].name = cli->options.files[i];
        int status = findings_of_file(cli, run, &files[i]);
        if (status == EXIT_USAGE)
            return status;
        run->exit_status = status > run->exit_status ? status : run->exit_status;
    }
    if (!run->language)
        run->language = cli_language(cli, NULL);
    return EXIT_CLEAN;
}

/* What failed stands in the document, and is said to those who wait for it as well. */
static void say_failures(const struct findings_run *run)
{
    for (size_t i = 0; i < run->file_count; i++)
        if (run->files[i].outcome == FINDINGS_FAILED)
            cli_print_findings(stderr, &run->files[i].sink, run->least, run->language, NULL);
}

static int write_document(struct cli *cli, const struct findings_run *run, enum format format)
{
    struct buf out;
    buf_init(&out, 0);
    say_failures(run);
    if (format == FORMAT_SARIF)
        findings_write_sarif(&out, run);
    else
        findings_write_json(&out, run);
    int status = write_out(cli, &out, true);
    buf_release(&out);
    return status;
}

static int check_as_document(struct cli *cli, enum format format)
{
    size_t count = cli->options.file_count;
    struct findings_file *files = mem_zalloc(count, sizeof *files);
    struct findings_run run = {
        .program = CLI_NAME,
        .version = PACKAGE_VERSION,
        .today = cli->today,
        .schema = cli->options.values[OPTION_SCHEMA],
        .strict = option_given(&cli->options, OPTION_STRICT),
        .least = least_shown(cli),
        .exit_status = EXIT_CLEAN,
        .files = files,
        .file_count = count,
    };
    int status = run_files(cli, &run, files);
    if (!status)
        status = write_document(cli, &run, format);
    for (size_t i = 0; i < count; i++)
        diag_sink_release(&files[i].sink);
    free(files);
    return status > run.exit_status ? status : run.exit_status;
}

int cmd_check(struct cli *cli)
{
    enum format format = wanted_format(cli);
    int status = cli_open_words(cli);
    if (status)
        return status;
    return format == FORMAT_TEXT ? check_as_text(cli) : check_as_document(cli, format);
}
