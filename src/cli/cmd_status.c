/* status: how complete a model is, and what is left before it can be approved. */
#include "base/utf8.h"
#include "check/check.h"
#include "check/completeness.h"
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

enum {
    COLUMNS = 78,
    LABEL_WIDTH = 28,
    ITEM_INDENT = 4,
    BLOCKING_MOST = 12, /* findings that are shown; the rest is counted */
};

/* --- lines ------------------------------------------------------------------------------ */

static size_t width_of(const char *text)
{
    return utf8_count(text, strlen(text));
}

/* Characters of the last line. */
static size_t column_of(const struct buf *out)
{
    const char *line = out->data;
    for (const char *p = line; *p; p++)
        if (*p == '\n')
            line = p + 1;
    return width_of(line);
}

static void fill_up(struct buf *out, size_t column)
{
    size_t used = column_of(out);
    buf_addf(out, "%*s", used < column ? (int)(column - used) : 1, "");
}

/* Adds a piece behind a space, or at the indent of a new line where this one is full. */
static void add_piece(struct buf *out, const char *piece, size_t length, size_t indent)
{
    size_t used = column_of(out);
    if (used + 1 + utf8_count(piece, length) > COLUMNS)
        buf_addf(out, "\n%*s", (int)indent, "");
    else if (used && out->data[out->length - 1] != ' ')
        buf_add_char(out, ' ');
    buf_add(out, piece, length);
}

static void add_words(struct buf *out, const char *text, size_t indent)
{
    while (*text) {
        size_t length = strcspn(text, " ");
        add_piece(out, text, length, indent);
        text += length + (text[length] == ' ');
    }
}

static void print(const struct buf *out)
{
    printf("%s\n", out->data);
}

/* --- what is there ---------------------------------------------------------------------- */

/* "mechanism 5": five of the arrows lack one; where there is but one thing, its name will do. */
static void add_missing(const struct cli *cli, struct buf *out,
                        const struct completeness_field *field, size_t count)
{
    buf_add_string(out, language_text(cli->language, field->label));
    if (count > 1)
        buf_addf(out, " %zu", count - field->filled);
}

static size_t count_missing(const struct completeness_section *section)
{
    size_t missing = 0;
    for (size_t i = 0; i < section->field_count; i++)
        missing += section->fields[i].filled < section->count;
    return missing;
}

/* What the things of a section lack, in as many lines as it takes. */
static void add_fields(const struct cli *cli, struct buf *out,
                       const struct completeness_section *section)
{
    size_t missing = count_missing(section);
    fill_up(out, LABEL_WIDTH);
    buf_add_string(out, language_text(cli->language, missing ? N_("missing:") : N_("all there")));
    for (size_t i = 0; i < section->field_count; i++) {
        if (section->fields[i].filled == section->count)
            continue;
        struct buf piece = {0};
        add_missing(cli, &piece, &section->fields[i], section->count);
        buf_add_string(&piece, --missing ? "," : "");
        add_piece(out, piece.data, piece.length, LABEL_WIDTH);
        buf_release(&piece);
    }
}

static void print_section(const struct cli *cli, const struct completeness_section *section)
{
    struct buf out;
    buf_init(&out, 0);
    buf_add_string(&out, language_text(cli->language, section->label));
    if (!section->is_programme)
        buf_addf(&out, " (%zu)", section->count);
    add_fields(cli, &out, section);
    print(&out);
    buf_release(&out);
}

/* What stands there first, then together what there is none of: a draft need not have it. */
static void print_sections(const struct cli *cli)
{
    struct completeness_section section;
    struct buf none;
    buf_init(&none, 0);
    for (size_t i = 0; completeness_of(&cli->model, i, &section); i++) {
        if (section.count) {
            print_section(cli, &section);
            continue;
        }
        if (none.length)
            buf_add_char(&none, ',');
        else
            buf_add_string(&none, language_text(cli->language, N_("Nothing yet under:")));
        if (column_of(&none) < LABEL_WIDTH)
            fill_up(&none, LABEL_WIDTH);
        const char *label = language_text(cli->language, section.label);
        add_piece(&none, label, strlen(label), LABEL_WIDTH);
    }
    if (none.length)
        print(&none);
    buf_release(&none);
}

/* --- what stands in the way --------------------------------------------------------------- */

/* The two modes below each other, so that they can be compared. */
static void print_summary(const struct cli *cli, const struct diag_sink *strict)
{
    size_t blocking = strict->of_severity[DIAG_ERROR];
    struct buf out, count = {0};
    buf_init(&out, 0);
    buf_add_string(&out, language_text(cli->language, N_("As a draft:")));
    fill_up(&out, LABEL_WIDTH);
    diag_add_summary(&out, &cli->sink, cli->language);
    buf_add_string(&out, language_text(cli->language, N_("Before approval:")));
    fill_up(&out, LABEL_WIDTH);
    buf_addf(&count, "%zu", blocking);
    buf_add_message(&out,
                    blocking ? language_count(cli->language, blocking, N_("{1} thing is missing"),
                                              N_("{1} things are missing"))
                             : language_text(cli->language, N_("no rule stands in the way")),
                    &(const char *){count.data}, 1);
    print(&out);
    buf_release(&count);
    buf_release(&out);
}

/* "  line 129: what is missing, why and how to mend it [P20]" */
static void print_blocking_item(const struct cli *cli, const struct diag *diag)
{
    struct buf out, text;
    char line[24];
    buf_init(&out, 0);
    buf_init(&text, 0);
    snprintf(line, sizeof line, "%u", (unsigned)diag->at.line);
    buf_add_string(&out, "  ");
    buf_add_message(&out, language_text(cli->language, N_("line {1}:")), &(const char *){line}, 1);
    diag_add_text(&text, diag, cli->language);
    buf_addf(&text, " [%s]", diag_id_text(diag->id));
    add_words(&out, text.data, ITEM_INDENT);
    print(&out);
    buf_release(&text);
    buf_release(&out);
}

/* A rule with a page, of those that block; NULL: there is none among them. */
static const char *rule_to_read(const struct diag_sink *strict)
{
    for (size_t i = 0; i < strict->count; i++)
        for (size_t j = 0; strict->items[i].severity == DIAG_ERROR && check_rule(j); j++)
            if (!strcmp(check_rule(j), diag_id_text(strict->items[i].id)))
                return check_rule(j);
    return NULL;
}

static void say_where_more_is(const struct cli *cli, const char *rule)
{
    struct buf file = {0};
    cli_add_file(&file, cli->options.files[0]);
    cli_say(cli, stdout, N_("With the lines of the file: virkning check --strict {1}"), file.data,
            NULL);
    if (rule)
        cli_say(cli, stdout, N_("More about a rule: virkning rule {1}"), rule, NULL);
    buf_release(&file);
}

/* What blocks an approval, as far as one can take it in. */
static void print_blocking(const struct cli *cli, const struct diag_sink *strict)
{
    size_t shown = 0;
    if (!diag_has_errors(strict))
        return;
    putchar('\n');
    cli_say(cli, stdout, N_("Missing before approval:"), NULL);
    for (size_t i = 0; i < strict->count && shown < BLOCKING_MOST; i++) {
        const struct diag *diag = &strict->items[i];
        if (diag->severity != DIAG_ERROR || diag->answer)
            continue;
        print_blocking_item(cli, diag);
        shown++;
    }
    if (strict->of_severity[DIAG_ERROR] > shown) {
        char more[24];
        snprintf(more, sizeof more, "%zu", strict->of_severity[DIAG_ERROR] - shown);
        cli_say(cli, stdout, N_("  … and {1} more."), more, NULL);
    }
    putchar('\n');
    say_where_more_is(cli, rule_to_read(strict));
}

/* What is there is counted as a draft, with what was said on reading it, like check does. */
static void check_as(struct cli *cli, struct diag_sink *sink)
{
    struct check_options options = {
        .today = cli->today, .strict = sink->strict, .words = cli->words};
    check_model(&cli->model, &options, sink);
    diag_sort(sink);
}

int cmd_status(struct cli *cli)
{
    struct diag_sink strict;
    int status = cli_open_words(cli);
    if (status)
        return status;
    diag_sink_init(&strict, true);
    check_as(cli, &cli->sink);
    check_as(cli, &strict);
    printf("%s\n", model_name(&cli->model.programme->node, cli->language));
    print_summary(cli, &strict);
    putchar('\n');
    print_sections(cli);
    print_blocking(cli, &strict);
    diag_sink_release(&strict);
    return diag_has_errors(&cli->sink) ? EXIT_FINDINGS : EXIT_CLEAN;
}
