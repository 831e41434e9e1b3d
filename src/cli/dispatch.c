/* Reads the command line, opens what the command needs, runs it; see cli.h. */
#include "base/datadir.h"
#include "base/file.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "check/check.h"
#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { ARGUMENTS_MOST = 5 };

/* --- saying things ------------------------------------------------------------------- */

static const struct language *open_language(struct cli *cli, enum language_code code)
{
    if (!cli->languages[code]) {
        char *folder = datadir_join(cli->datadir, "lang");
        cli->languages[code] = language_open(code, folder);
        free(folder);
    }
    return cli->languages[code];
}

const struct language *cli_language(struct cli *cli, const char *tag)
{
    int code = -1;
    if (option_given(&cli->options, OPTION_LANG))
        code = language_code_of(cli->options.values[OPTION_LANG]);
    else if (tag)
        code = language_code_of(tag);
    return open_language(cli, code < 0 ? language_of_environment() : (enum language_code)code);
}

static void add_filled(struct buf *out, const struct cli *cli, const char *english, va_list list)
{
    const char *args[ARGUMENTS_MOST];
    size_t count = 0;
    const char *arg;
    while (count < ARGUMENTS_MOST && (arg = va_arg(list, const char *)))
        args[count++] = arg;
    buf_add_message(out, language_text(cli->language, english), args, count);
}

void cli_say(const struct cli *cli, FILE *stream, const char *english, ...)
{
    struct buf line = {0};
    va_list list;
    va_start(list, english);
    add_filled(&line, cli, english, list);
    va_end(list);
    fprintf(stream, "%s\n", line.data);
    buf_release(&line);
}

int cli_usage(struct cli *cli, const char *english, ...)
{
    struct buf line = {0};
    va_list list;
    va_start(list, english);
    add_filled(&line, cli, english, list);
    va_end(list);
    fprintf(stderr, CLI_NAME ": %s\n", line.data);
    buf_reset(&line);
    buf_addf(&line, CLI_NAME "%s%s --help", cli->command ? " " : "",
             cli->command ? cli->command->name : "");
    cli_say(cli, stderr, N_("How to use it: {1}"), line.data, NULL);
    buf_release(&line);
    return EXIT_USAGE;
}

void cli_add_file(struct buf *out, const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "._/+-";
    const char *end = name;
    while (*end && (strchr(plain, *end) || (unsigned char)*end >= 0x80))
        end++;
    buf_addf(out, *end ? "\"%s\"" : "%s", name);
}

void cli_print_findings(FILE *stream, const struct diag_sink *sink, enum diag_severity least,
                        const struct language *language, const struct model *model)
{
    static const struct model none = {.file = NULL};
    struct buf out = {0};
    for (size_t i = 0; i < sink->count; i++) {
        if (sink->items[i].severity < least)
            continue;
        buf_reset(&out);
        model_add_finding(&out, model ? model : &none, &sink->items[i], language);
        fwrite(out.data, 1, out.length, stream);
    }
    buf_release(&out);
}

int cli_trouble(struct cli *cli)
{
    bool in_file = cli->trouble.count && cli->trouble.items[0].at.line;
    cli_print_findings(stderr, &cli->trouble, DIAG_INFO, cli->language, NULL);
    return in_file ? EXIT_FINDINGS : EXIT_OPERATIONAL;
}

/* --- the command line ------------------------------------------------------------------ */

static int explain_problem(struct cli *cli, enum option_problem problem, const char *culprit)
{
    if (problem == OPTION_NEEDS_VALUE)
        return cli_usage(cli, N_("{1} needs a value."), culprit, NULL);
    if (problem == OPTION_NO_VALUE)
        return cli_usage(cli, N_("{1}: this option has no value."), culprit, NULL);
    uint32_t allowed = cli->command ? cli->command->options : OPTION_BIT(OPTIONS) - 1;
    const char *likely = option_suggest(culprit, allowed);
    if (likely)
        return cli_usage(cli, N_("I do not know the option {1}. You probably meant {2}."), culprit,
                         likely, NULL);
    return cli_usage(cli, N_("I do not know the option {1}."), culprit, NULL);
}

/* The command, found also where the options are wrong, so that messages fit. */
static const struct cli_command *find_command(const struct cli *cli, const char *name)
{
    for (size_t i = 0; name && i < cli->command_count; i++)
        if (!strcmp(cli->commands[i].name, name))
            return &cli->commands[i];
    return NULL;
}

static int explain_command(struct cli *cli)
{
    if (!cli->options.command)
        return cli_usage(cli, N_("What shall I do? Name a command."), NULL);
    const char **names = mem_zalloc(cli->command_count, sizeof *names);
    for (size_t i = 0; i < cli->command_count; i++)
        names[i] = cli->commands[i].name;
    const char *likely = suggest_word(cli->options.command, names, cli->command_count);
    free(names);
    if (likely)
        return cli_usage(cli, N_("I do not know the command {1}. You probably meant {2}."),
                         cli->options.command, likely, NULL);
    return cli_usage(cli, N_("I do not know the command {1}."), cli->options.command, NULL);
}

/* An option that exists, but not here. */
static int explain_foreign(struct cli *cli)
{
    uint32_t foreign = cli->options.given & ~cli->command->options;
    struct buf allowed = {0};
    const char *culprit = NULL;
    for (enum option_id id = 0; id < OPTIONS; id++) {
        if (!culprit && foreign & OPTION_BIT(id))
            culprit = option_form(id)->name;
        if (cli->command->options & OPTION_BIT(id))
            buf_addf(&allowed, "%s%s", allowed.length ? " " : "", option_form(id)->name);
    }
    int status = cli_usage(cli, N_("{1} does not take {2}. It takes: {3}"), cli->command->name,
                           culprit, allowed.data, NULL);
    buf_release(&allowed);
    return status;
}

static int check_language(struct cli *cli)
{
    const char *lang = cli->options.values[OPTION_LANG];
    if (lang && language_code_of(lang) < 0)
        return cli_usage(cli, N_("I do not speak «{1}», only da and en."), lang, NULL);
    return 0;
}

/* How many arguments a command takes, as its usage line has it: "FILE..." is one or more, and
 * what stands in brackets may be left out. */
static void count_arguments(const char *usage, size_t *least, size_t *most)
{
    *least = *most = 0;
    while (*usage) {
        size_t length = strcspn(usage, " ");
        bool repeats = length > 3 && !strncmp(usage + length - 3, "...", 3);
        *least += *usage != '[';
        *most = repeats ? SIZE_MAX : *most + 1;
        usage += length + (usage[length] == ' ');
    }
}

static int explain_arguments(struct cli *cli, bool takes_file, size_t most)
{
    const struct options *options = &cli->options;
    const char *name = cli->command->name;
    const char *arguments = language_text(cli->language, cli->command->arguments);
    if (takes_file && !options->file_count)
        return cli_usage(cli, N_("{1} needs a file: the model."), name, NULL);
    if (options->file_count <= most)
        return cli_usage(cli, N_("{1} needs all of this, in this order: {2}"), name, arguments,
                         NULL);
    if (!most)
        return cli_usage(cli, N_("{1} takes no file."), name, NULL);
    if (takes_file && most == 1)
        return cli_usage(cli, N_("{1} takes one file at a time; here are more: {2}"), name,
                         options->files[most], NULL);
    return cli_usage(cli,
                     N_("{1} takes {2}, and here is more: «{3}». A text with spaces stands "
                        "between quotation marks."),
                     name, arguments, options->files[most], NULL);
}

int cli_check_text(struct cli *cli, const char *text, const char *before)
{
    size_t length = strlen(text);
    if (utf8_first_bad(text, length) == length)
        return EXIT_CLEAN;
    return cli_usage(cli,
                     N_("I cannot read the letters of what stands behind {1}. Let the terminal "
                        "write UTF-8."),
                     before, NULL);
}

/* Tells the words of the command line from the files. */
static int take_arguments(struct cli *cli)
{
    struct options *options = &cli->options;
    size_t count = options->file_count, files = cli->command->needs != NEEDS_NOTHING, least, most;
    count_arguments(cli->command->arguments, &least, &most);
    if (count < least || count > most)
        return explain_arguments(cli, files, most);
    if (most == SIZE_MAX)
        return EXIT_CLEAN;
    options->file_count = files;
    options->words = options->files + files;
    options->word_count = count - files;
    for (size_t i = files; i < count; i++)
        if (cli_check_text(cli, options->files[i], i ? options->files[0] : cli->command->name))
            return EXIT_USAGE;
    return EXIT_CLEAN;
}

static int check_output(struct cli *cli)
{
    const char *output = cli->options.values[OPTION_OUTPUT];
    if (cli->command->output && !output)
        return cli_usage(cli, N_("{1} needs -o: {2}"), cli->command->name,
                         language_text(cli->language, cli->command->output), NULL);
    if (output && !*output)
        return cli_usage(cli, N_("{1} needs a value."), "-o", NULL);
    bool editable = cli->command->needs == NEEDS_EDITABLE;
    for (size_t i = 0; i < cli->options.file_count && !editable; i++)
        if (file_is_same(cli->options.files[i], output))
            return cli_usage(cli, N_("{1} is the model itself. Give the output another name."),
                             output, NULL);
    if (file_is_same(cli->options.values[OPTION_SCHEMA], output))
        return cli_usage(cli, N_("{1} is the schema itself. Give the output another name."), output,
                         NULL);
    if (file_is_same(cli->options.values[OPTION_STYLE], output))
        return cli_usage(cli, N_("{1} is the style itself. Give the output another name."), output,
                         NULL);
    if (file_is_same(cli->options.values[OPTION_WORDS], output))
        return cli_usage(cli, N_("{1} is the file of words itself. Give the output another name."),
                         output, NULL);
    return 0;
}

/* --- time ------------------------------------------------------------------------------ */

static int take_date(struct cli *cli, const char *text)
{
    struct date date = {0};
    enum date_problem problem = date_parse(text, strlen(text), &date);
    if (problem == DATE_DANISH) {
        struct buf iso = {0};
        date_add_iso(&iso, date);
        int status = cli_usage(cli, N_("--date: the year comes first here: {1}"), iso.data, NULL);
        buf_release(&iso);
        return status;
    }
    if (problem != DATE_OK || !date.day)
        return cli_usage(cli, N_("--date: «{1}» is no date like 2026-03-01."), text, NULL);
    cli->today = date;
    cli->seconds = date_seconds(date);
    return 0;
}

static int take_epoch(struct cli *cli, const char *text)
{
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    if (errno || end == text || *end || seconds < 0 || seconds > INT64_C(253402300799))
        return cli_usage(cli, N_("SOURCE_DATE_EPOCH: «{1}» is no number of seconds since 1970."),
                         text, NULL);
    cli->seconds = seconds;
    cli->today = date_of_seconds(seconds);
    return 0;
}

/* The day is exact enough: what is made twice on a day has the same bytes. */
static void take_clock(struct cli *cli)
{
    time_t now = time(NULL);
    struct tm local;
    cli->today = date_of_seconds(now);
    if (localtime_r(&now, &local))
        cli->today = (struct date){(int16_t)(local.tm_year + 1900), (int8_t)(local.tm_mon + 1),
                                   (int8_t)local.tm_mday};
    cli->seconds = date_seconds(cli->today);
}

/* --date, else SOURCE_DATE_EPOCH, else the clock. */
static int set_today(struct cli *cli)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (option_given(&cli->options, OPTION_DATE))
        return take_date(cli, cli->options.values[OPTION_DATE]);
    if (epoch && *epoch)
        return take_epoch(cli, epoch);
    take_clock(cli);
    return 0;
}

/* --- what commands need ------------------------------------------------------------------ */

int cli_open_words(struct cli *cli)
{
    struct diag_sink sink;
    bool is_quiet = option_given(&cli->options, OPTION_QUIET);
    if (cli->words)
        return EXIT_CLEAN;
    diag_sink_init(&sink, false);
    int status = words_load(&cli->words, cli->datadir, cli->options.values[OPTION_WORDS], &sink);
    bool in_file = sink.count && sink.items[0].at.line;
    cli_print_findings(stderr, &sink, is_quiet ? DIAG_ERROR : DIAG_INFO, cli->language, NULL);
    diag_sink_release(&sink);
    if (!status)
        return EXIT_CLEAN;
    return in_file ? EXIT_FINDINGS : EXIT_OPERATIONAL;
}

int cli_check_included(struct cli *cli, const struct model *model)
{
    const char *output = cli->options.values[OPTION_OUTPUT];
    for (size_t i = 0; i < model->included_count; i++)
        if (file_is_same(model->included[i]->file, output))
            return cli_usage(cli, N_("{1} belongs to the model. Give the output another name."),
                             output, NULL);
    return EXIT_CLEAN;
}

static int open_model(struct cli *cli)
{
    int status = model_read_with(&cli->model, cli->options.files[0], &cli->reading, &cli->sink);
    cli->language = cli_language(cli, model_language(&cli->model));
    if (status == 0 && cli->command->needs == NEEDS_NO_ERRORS) {
        int trouble = cli_open_words(cli);
        if (trouble)
            return trouble;
        struct check_options options = {.today = cli->today, .words = cli->words};
        check_model(&cli->model, &options, &cli->sink);
        diag_sort(&cli->sink);
    }
    if (status < 0) {
        cli_print_findings(stderr, &cli->sink, DIAG_INFO, cli->language, NULL);
        return EXIT_OPERATIONAL;
    }
    if (status > 0 || diag_has_errors(&cli->sink)) {
        diag_sort(&cli->sink);
        cli_print_findings(stderr, &cli->sink, DIAG_ERROR, cli->language, &cli->model);
        return EXIT_FINDINGS;
    }
    return cli_check_included(cli, &cli->model);
}

static int run_command(struct cli *cli)
{
    int status = take_arguments(cli);
    if (!status)
        status = check_output(cli);
    if (!status)
        status = set_today(cli);
    if (!status && cli->command->prepare)
        status = cli->command->prepare(cli);
    if (!status && cli->command->needs >= NEEDS_MODEL)
        status = open_model(cli);
    return status ? status : cli->command->run(cli);
}

static int run(struct cli *cli, int argc, char **argv)
{
    const char *culprit = NULL;
    enum option_problem problem = options_read(&cli->options, argc - 1, argv + 1, &culprit);
    cli->command = find_command(cli, cli->options.command);
    bool known =
        cli->options.values[OPTION_LANG] && language_code_of(cli->options.values[OPTION_LANG]) >= 0;
    cli->language = known ? cli_language(cli, NULL) : open_language(cli, language_of_environment());
    if (problem)
        return explain_problem(cli, problem, culprit);
    int status = check_language(cli);
    if (status)
        return status;
    if (option_given(&cli->options, OPTION_VERSION)) {
        puts(cli_creator());
        return EXIT_CLEAN;
    }
    bool help = option_given(&cli->options, OPTION_HELP);
    if (!cli->command && !(help && !cli->options.command))
        return explain_command(cli);
    if (help) {
        cli_help(cli, cli->command);
        return EXIT_CLEAN;
    }
    return cli->options.given & ~cli->command->options ? explain_foreign(cli) : run_command(cli);
}

/* Only here is it known whether all that was printed got out. */
static int flush(const struct cli *cli, int status)
{
    errno = 0;
    if (!fflush(stdout) && !ferror(stdout))
        return status;
    cli_say(cli, stderr, N_("virkning: I cannot write to standard output: {1}."),
            language_text(cli->language, file_error_text(errno ? errno : EIO)), NULL);
    return EXIT_OPERATIONAL;
}

static void release(struct cli *cli)
{
    model_release(&cli->model);
    words_free(cli->words);
    diag_sink_release(&cli->sink);
    diag_sink_release(&cli->trouble);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        language_free(cli->languages[i]);
    options_release(&cli->options);
    free(cli->library);
    free(cli->datadir);
}

int cli_run(const struct cli_command *commands, size_t count, int argc, char **argv)
{
    struct cli cli = {.commands = commands, .command_count = count};
    cli.datadir = datadir_find();
    cli.library = datadir_join(cli.datadir, "library");
    cli.reading.library = cli.library;
    diag_sink_init(&cli.sink, false);
    diag_sink_init(&cli.trouble, false);
    int status = flush(&cli, run(&cli, argc, argv));
    release(&cli);
    return status;
}

const char *cli_creator(void)
{
    return CLI_NAME " " PACKAGE_VERSION;
}

int cli_write(struct cli *cli, const struct buf *out)
{
    if (out->overflow)
        mem_exhausted();
    if (file_write(cli->options.values[OPTION_OUTPUT], out->data, out->length, &cli->trouble))
        return cli_trouble(cli);
    return EXIT_CLEAN;
}
