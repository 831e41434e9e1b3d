/* diagram: the flow of a model as SVG, PDF or DOT. */
#include "cli/look.h"
#include "figure/view_flow.h"
#include "out/dot.h"
#include "out/pdf.h"
#include "out/svg.h"

#include <string.h>

enum format { FORMAT_SVG, FORMAT_PDF, FORMAT_DOT, FORMATS };

static const char *const format_names[FORMATS] = {"svg", "pdf", "dot"};

static enum format format_of(const char *name)
{
    enum format format = 0;
    while (format < FORMATS && strcmp(format_names[format], name))
        format++;
    return format;
}

/* What --to says, else what the output's name ends in; SVG for standard output.
 * FORMATS where it is none we know. */
static enum format wanted_format(const struct cli *cli)
{
    const char *to = cli->options.values[OPTION_TO];
    const char *output = cli->options.values[OPTION_OUTPUT];
    if (to)
        return format_of(to);
    if (!strcmp(output, "-"))
        return FORMAT_SVG;
    const char *dot = strrchr(output, '.');
    return dot ? format_of(dot + 1) : FORMATS;
}

static int write_pdf(struct cli *cli, struct buf *out, const struct figure *figure,
                     const struct look *look)
{
    const struct programme *programme = cli->model.programme;
    struct pdf_meta meta = {
        .title = figure->title,
        .author = programme->owner,
        .lang = language_tag(cli->language),
        .creator = cli_creator(),
        .date = cli->seconds,
        .seed = programme->node.id,
    };
    if (pdf_write_figure(out, figure, &look->style, look->metrics, &meta, &cli->trouble))
        return cli_trouble(cli);
    return EXIT_CLEAN;
}

static int write_as(struct cli *cli, enum format format, struct buf *out,
                    const struct figure *figure, const struct look *look)
{
    if (format == FORMAT_PDF)
        return write_pdf(cli, out, figure, look);
    if (format == FORMAT_SVG)
        svg_write(out, figure, &look->style);
    else
        dot_write(out, figure);
    return EXIT_CLEAN;
}

static int draw(struct cli *cli, enum format format, const struct look *look)
{
    struct flow_options options = {.title = true};
    struct figure figure;
    struct buf out = {0};
    figure_flow(&figure, &cli->model, &look->style, look->metrics, cli->language, &options);
    int status = write_as(cli, format, &out, &figure, look);
    if (!status)
        status = cli_write(cli, &out);
    if (!status)
        look_report(cli);
    buf_release(&out);
    figure_release(&figure);
    return status;
}

int cmd_diagram_prepare(struct cli *cli)
{
    enum format format = wanted_format(cli);
    if (format == FORMATS)
        return cli_usage(cli,
                         N_("Which format? Say --to svg, pdf or dot, or let the name of the output "
                            "end in it."),
                         NULL);
    return format == FORMAT_PDF ? look_refuse_terminal(cli) : EXIT_CLEAN;
}

int cmd_diagram(struct cli *cli)
{
    struct look look;
    int status = look_refuse_collection(cli);
    if (status)
        return status;
    status = look_open(&look, cli);
    if (!status)
        status = draw(cli, wanted_format(cli), &look);
    look_release(&look);
    return status;
}
