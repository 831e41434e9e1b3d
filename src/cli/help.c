/* Help: what the program and its commands do, and with which options. */
#include "cli/cli.h"

#include "base/utf8.h"

#include <string.h>

enum { GAP = 2 }; /* spaces before a name and behind the widest */

static const char *text(const struct cli *cli, const char *english)
{
    return language_text(cli->language, english);
}

static size_t width_of(const char *string)
{
    return utf8_count(string, strlen(string));
}

static void print_line(const char *name, size_t width, const char *meaning)
{
    printf("%*s%s%*s%s\n", GAP, "", name, (int)(width - width_of(name) + GAP), "", meaning);
}

/* "--date DATE" */
static void add_form(struct buf *out, const struct cli *cli, enum option_id id)
{
    const struct option_form *form = option_form(id);
    buf_add_string(out, form->name);
    if (form->value)
        buf_addf(out, " %s", text(cli, form->value));
}

static void print_options(const struct cli *cli, uint32_t allowed)
{
    struct buf form = {0};
    size_t width = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (enum option_id id = 0; id < OPTIONS; id++) {
            if (!(allowed & OPTION_BIT(id)))
                continue;
            buf_reset(&form);
            add_form(&form, cli, id);
            if (pass)
                print_line(form.data, width, text(cli, option_form(id)->meaning));
            else if (width_of(form.data) > width)
                width = width_of(form.data);
        }
    }
    buf_release(&form);
}

static void print_usage(const struct cli *cli, const struct cli_command *command)
{
    struct buf usage = {0};
    buf_addf(&usage, CLI_NAME " %s", command->name);
    for (enum option_id id = 0; id < OPTIONS; id++) {
        if (id == OPTION_HELP || !(command->options & OPTION_BIT(id)))
            continue;
        bool required = id == OPTION_OUTPUT && command->output;
        buf_add_string(&usage, required ? " " : " [");
        add_form(&usage, cli, id);
        buf_add_string(&usage, required ? "" : "]");
    }
    if (*command->arguments)
        buf_addf(&usage, " %s", text(cli, command->arguments));
    cli_say(cli, stdout, N_("Usage: {1}"), usage.data, NULL);
    buf_release(&usage);
}

static void print_command_help(const struct cli *cli, const struct cli_command *command)
{
    print_usage(cli, command);
    printf("\n%s: %s.\n\n%s\n", command->name, text(cli, command->summary),
           text(cli, N_("Options:")));
    print_options(cli, command->options);
    if (command->needs != NEEDS_NOTHING)
        printf("\n%s\n", text(cli, N_("In the place of a file, - is standard input.")));
}

static void print_program_help(const struct cli *cli)
{
    size_t width = 0;
    for (size_t i = 0; i < cli->command_count; i++)
        if (strlen(cli->commands[i].name) > width)
            width = strlen(cli->commands[i].name);
    printf(CLI_NAME ": %s\n\n",
           text(cli, N_("programme theory and evaluation planner for municipalities")));
    cli_say(cli, stdout, N_("Usage: {1}"), text(cli, N_("virkning COMMAND [OPTIONS] FILE...")),
            NULL);
    printf("\n%s\n", text(cli, N_("Commands:")));
    for (size_t i = 0; i < cli->command_count; i++)
        print_line(cli->commands[i].name, width, text(cli, cli->commands[i].summary));
    printf("\n%s\n", text(cli, N_("Options:")));
    print_options(cli, OPTION_BIT(OPTIONS) - 1);
    printf("\n%s\n%s\n", text(cli, N_("More about a command: virkning COMMAND --help")),
           text(cli, N_("Exit status: 0 clean or unfinished, 1 errors in the file, 2 wrong command "
                        "line, 3 something failed.")));
}

void cli_help(const struct cli *cli, const struct cli_command *command)
{
    if (command)
        print_command_help(cli, command);
    else
        print_program_help(cli);
}
