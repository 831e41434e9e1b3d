/* diagram: the flow of a model as SVG, PDF or DOT. */
#include "cli/format.h"
#include "cli/look.h"
#include "figure/view.h"
#include "out/dot.h"
#include "out/pdf.h"
#include "out/svg.h"

enum format { FORMAT_SVG, FORMAT_PDF, FORMAT_DOT };

static int wanted_format(const struct cli *cli)
{
    static const struct format_name names[] = {
        {"svg", FORMAT_SVG}, {"pdf", FORMAT_PDF}, {"dot", FORMAT_DOT}};
    return format_wanted(cli, names, sizeof names / sizeof *names, FORMAT_SVG);
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

static int write_as(struct cli *cli, int format, struct buf *out, const struct figure *figure,
                    const struct look *look)
{
    if (format == FORMAT_PDF)
        return write_pdf(cli, out, figure, look);
    if (format == FORMAT_SVG)
        svg_write(out, figure, &look->style);
    else
        dot_write(out, figure);
    return EXIT_CLEAN;
}

static int draw(struct cli *cli, int format, const struct look *look)
{
    struct view_options options = {.title = true};
    struct figure figure;
    struct buf out = {0};
    view_draw(&figure, &cli->model, &look->style, look->metrics, cli->language, &options);
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
    int format = wanted_format(cli);
    if (format < 0)
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
