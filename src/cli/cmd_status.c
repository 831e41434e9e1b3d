/* status: how complete a model is, and what is left before it can be approved. */
#include "base/utf8.h"
#include "check/check.h"
#include "check/completeness.h"
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

enum { LABEL_WIDTH = 28, COLUMNS = 78 };

/* Spaces after a text up to a width in characters. */
static void pad(const char *text, int width)
{
    int used = (int)utf8_count(text, strlen(text));
    printf("%*s", used < width ? width - used : 1, "");
}

/* "mechanism 5": five of the arrows lack one; where there is but one thing, its name will do. */
static void add_missing(const struct cli *cli, struct buf *out,
                        const struct completeness_field *field, size_t count)
{
    buf_add_string(out, language_text(cli->language, field->label));
    if (count > 1)
        buf_addf(out, " %zu", count - field->filled);
}

/* Adds words to the line, or to a new one below where it is full. */
static void print_wrapped(const char *text, size_t length, size_t *column)
{
    size_t width = utf8_count(text, length);
    if (*column > LABEL_WIDTH && *column + 1 + width > COLUMNS) {
        printf("\n%*s", LABEL_WIDTH, "");
        *column = LABEL_WIDTH;
    } else if (*column > LABEL_WIDTH) {
        putchar(' ');
        *column += 1;
    }
    fwrite(text, 1, length, stdout);
    *column += width;
}

/* What the things of a section lack, in as many lines as it takes. */
static void print_fields(const struct cli *cli, const struct completeness_section *section)
{
    size_t column = LABEL_WIDTH, missing = 0, told = 0;
    for (size_t i = 0; i < section->field_count; i++)
        missing += section->fields[i].filled < section->count;
    const char *begin = language_text(cli->language, missing ? N_("missing:") : N_("all there"));
    print_wrapped(begin, strlen(begin), &column);
    for (size_t i = 0; i < section->field_count; i++) {
        if (section->fields[i].filled == section->count)
            continue;
        struct buf text = {0};
        add_missing(cli, &text, &section->fields[i], section->count);
        buf_add_string(&text, ++told < missing ? "," : "");
        print_wrapped(text.data, text.length, &column);
        buf_release(&text);
    }
}

static void print_section(const struct cli *cli, const struct completeness_section *section)
{
    struct buf label = {0};
    buf_addf(&label, "%s", language_text(cli->language, section->label));
    if (!section->is_programme)
        buf_addf(&label, " (%zu)", section->count);
    fputs(label.data, stdout);
    if (section->count) {
        pad(label.data, LABEL_WIDTH);
        print_fields(cli, section);
    }
    putchar('\n');
    buf_release(&label);
}

/* What stands there first, then in one line what there is none of: a draft need not have it. */
static void print_sections(const struct cli *cli)
{
    struct completeness_section section;
    struct buf none = {0};
    for (size_t i = 0; completeness_of(&cli->model, i, &section); i++) {
        if (section.count)
            print_section(cli, &section);
        else
            buf_addf(&none, "%s%s", none.length ? ", " : "",
                     language_text(cli->language, section.label));
    }
    if (none.length)
        cli_say(cli, stdout, N_("Nothing yet under: {1}"), none.data, NULL);
    buf_release(&none);
}

static void print_counts(const struct cli *cli, const struct diag_sink *draft)
{
    struct buf line = {0};
    diag_add_summary(&line, draft, cli->language);
    printf("%s: %s", language_text(cli->language, N_("As a draft")), line.data);
    buf_release(&line);
}

/* What blocks an approval. */
static void print_blocking(const struct cli *cli, const struct diag_sink *strict)
{
    putchar('\n');
    if (!diag_has_errors(strict)) {
        cli_say(cli, stdout, N_("Nothing stands in the way of approval (check --strict)."), NULL);
        return;
    }
    cli_say(cli, stdout, N_("Missing before approval (check --strict):"), NULL);
    cli_print_findings(stdout, strict, DIAG_ERROR, cli->language, NULL);
}

static void check_as(struct cli *cli, struct diag_sink *sink)
{
    struct check_options options = {
        .today = cli->today, .strict = sink->strict, .words = cli->words};
    check_model(&cli->model, &options, sink);
    diag_sort(sink);
}

int cmd_status(struct cli *cli)
{
    struct diag_sink draft, strict;
    int status = cli_open_words(cli);
    if (status)
        return status;
    diag_sink_init(&draft, false);
    diag_sink_init(&strict, true);
    check_as(cli, &draft);
    check_as(cli, &strict);
    printf("%s\n", model_name(&cli->model.programme->node, cli->language));
    print_counts(cli, &draft);
    putchar('\n');
    print_sections(cli);
    print_blocking(cli, &strict);
    status = diag_has_errors(&draft) ? EXIT_FINDINGS : EXIT_CLEAN;
    diag_sink_release(&draft);
    diag_sink_release(&strict);
    return status;
}
