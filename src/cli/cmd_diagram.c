/* diagram: a view of a model as SVG, PDF, PNG or DOT, as large as it is or on sheets of paper. */
#include "cli/diagram_wish.h"
#include "cli/look.h"
#include "figure/figure_stack.h"
#include "out/dot.h"
#include "out/pdf.h"
#include "out/png.h"
#include "out/svg.h"

#include <math.h>

/* A diagram while it is drawn and written. */
struct diagram {
    struct cli *cli;
    const struct diagram_wish *wish;
    const struct look *look;
    struct figure_pages pages; /* what was drawn, one figure where there is no paper */
    double scale;              /* how many times as large they are on paper */
    const struct figure *first;
    size_t count; /* of those from the first one on that are wanted */
};

/* --- drawing ------------------------------------------------------------------------- */

static void draw_alone(struct diagram *diagram)
{
    struct cli *cli = diagram->cli;
    struct view_options options = diagram->wish->view;
    if (diagram->wish->format != DIAGRAM_PNG)
        options.width = diagram->wish->width;
    view_draw(figure_pages_add(&diagram->pages), &cli->model, &diagram->look->style,
              diagram->look->metrics, cli->language, &options);
}

/* Draws for a sheet that is so many times as small as the paper. */
static void draw_at(struct diagram *diagram, double scale)
{
    struct cli *cli = diagram->cli;
    const double *sizes = diagram->look->style.sizes;
    struct view_options options = diagram->wish->view;
    options.width = (diagram->wish->paper_width - 2 * sizes[STYLE_MARGIN_SIDE]) / scale;
    options.height =
        (diagram->wish->paper_height - sizes[STYLE_MARGIN_TOP] - sizes[STYLE_MARGIN_BOTTOM]) /
        scale;
    figure_pages_release(&diagram->pages);
    view_draw_pages(&diagram->pages, &cli->model, &diagram->look->style, diagram->look->metrics,
                    cli->language, &options);
    diagram->scale = scale;
}

/* True if all of it stands on one sheet that is so many times as small as the paper. */
static bool fits_at(const struct diagram *diagram, double scale)
{
    const double *sizes = diagram->look->style.sizes;
    const struct figure *figure = &diagram->pages.pages[0];
    double width = diagram->wish->paper_width - 2 * sizes[STYLE_MARGIN_SIDE];
    double height =
        diagram->wish->paper_height - sizes[STYLE_MARGIN_TOP] - sizes[STYLE_MARGIN_BOTTOM];
    return diagram->pages.count == 1 && figure->width * scale <= width + 1 &&
           figure->height * scale <= height + 1;
}

/* A figure that needs but one sheet is enlarged to fill it: it is for the wall. Sheets are half
 * of each other, hence the steps. */
static void draw_on_paper(struct diagram *diagram)
{
    static const double least_width = 560; /* points: of a sheet that has room for columns */
    draw_at(diagram, 1);
    if (!fits_at(diagram, 1))
        return;
    double wide = fmax(diagram->wish->paper_width, diagram->wish->paper_height);
    double scale = 1;
    while (wide / (scale * M_SQRT2) >= least_width)
        scale *= M_SQRT2;
    for (; scale > 1.1; scale /= M_SQRT2) {
        draw_at(diagram, scale);
        if (fits_at(diagram, scale))
            return;
    }
    draw_at(diagram, 1);
}

/* Takes the sheet that is asked for, all where none is. */
static int choose(struct diagram *diagram)
{
    size_t page = diagram->wish->page, count = diagram->pages.count;
    char all[24];
    diagram->first = diagram->pages.pages + (page ? page - 1 : 0);
    diagram->count = page ? 1 : count;
    if (page <= count)
        return EXIT_CLEAN;
    snprintf(all, sizeof all, "%zu", count);
    if (count == 1)
        return cli_usage(diagram->cli, N_("--page {1}: the figure has one sheet only."),
                         diagram->cli->options.values[OPTION_PAGE], NULL);
    return cli_usage(diagram->cli, N_("--page {1}: the figure has {2} sheets."),
                     diagram->cli->options.values[OPTION_PAGE], all, NULL);
}

/* --- writing ------------------------------------------------------------------------- */

static int write_pdf(const struct diagram *diagram, struct buf *out)
{
    static const double margin = 24; /* points: around a figure without paper */
    struct cli *cli = diagram->cli;
    const struct programme *programme = cli->model.programme;
    const double *sizes = diagram->look->style.sizes;
    bool paper = diagram->wish->paper_width > 0;
    struct pdf_sheet sheet = {
        .width = diagram->wish->paper_width,
        .height = diagram->wish->paper_height,
        .side = paper ? sizes[STYLE_MARGIN_SIDE] : margin,
        .top = paper ? sizes[STYLE_MARGIN_TOP] : margin,
        .scale = diagram->scale,
    };
    struct pdf_meta meta = {
        .title = diagram->first->title,
        .author = programme->owner,
        .lang = language_tag(cli->language),
        .creator = cli_creator(),
        .date = cli->seconds,
        .seed = programme->node.id,
    };
    if (pdf_write_figures(out, diagram->first, diagram->count, &sheet, &diagram->look->style,
                          diagram->look->metrics, &meta, &cli->trouble))
        return cli_trouble(cli);
    return EXIT_CLEAN;
}

/* Puts the sheets beneath each other, with the margins that SVG does not have anyway. */
static void stack(const struct diagram *diagram, struct figure *into)
{
    const double *sizes = diagram->look->style.sizes;
    double margins, height;
    svg_size(into, &margins, &height);
    double scale = diagram->scale;
    figure_stack(into, diagram->first, diagram->count,
                 &(struct figure_sheet){
                     .width = diagram->wish->paper_width / scale - margins,
                     .height = diagram->wish->paper_height / scale,
                     .side = fmax(0, sizes[STYLE_MARGIN_SIDE] / scale - margins / 2),
                     .top = sizes[STYLE_MARGIN_TOP] / scale,
                 });
}

/* Pixels: what is asked for; on paper else two for each point of it; 0: as PNG has it. */
static uint32_t png_width(const struct diagram_wish *wish)
{
    return wish->width ? wish->width : (uint32_t)round(PNG_SCALE * wish->paper_width);
}

static int write_figure(const struct diagram *diagram, struct buf *out, const struct figure *figure)
{
    struct cli *cli = diagram->cli;
    const struct style *style = &diagram->look->style;
    switch (diagram->wish->format) {
    case DIAGRAM_PNG:
        return png_write(out, figure, style, png_width(diagram->wish), &cli->trouble)
                   ? cli_trouble(cli)
                   : EXIT_CLEAN;
    case DIAGRAM_DOT:
        dot_write(out, figure);
        break;
    case DIAGRAM_SVG:
    case DIAGRAM_PDF:
        svg_write(out, figure, style);
        break;
    }
    return EXIT_CLEAN;
}

static int write_diagram(const struct diagram *diagram, struct buf *out)
{
    struct figure figure;
    if (diagram->wish->format == DIAGRAM_PDF)
        return write_pdf(diagram, out);
    if (diagram->wish->paper_width <= 0)
        return write_figure(diagram, out, diagram->first);
    figure_init(&figure);
    stack(diagram, &figure);
    int status = write_figure(diagram, out, &figure);
    figure_release(&figure);
    return status;
}

static int draw(struct diagram *diagram)
{
    struct buf out = {0};
    if (diagram->wish->paper_width > 0)
        draw_on_paper(diagram);
    else
        draw_alone(diagram);
    int status = choose(diagram);
    if (!status)
        status = write_diagram(diagram, &out);
    if (!status)
        status = cli_write(diagram->cli, &out);
    if (!status)
        look_report(diagram->cli);
    buf_release(&out);
    figure_pages_release(&diagram->pages);
    return status;
}

/* --- the command --------------------------------------------------------------------- */

int cmd_diagram_prepare(struct cli *cli)
{
    struct diagram_wish wish;
    int status = diagram_wish_read(&wish, cli);
    if (status)
        return status;
    return wish.format == DIAGRAM_PDF || wish.format == DIAGRAM_PNG ? look_refuse_terminal(cli)
                                                                    : EXIT_CLEAN;
}

int cmd_diagram(struct cli *cli)
{
    struct diagram_wish wish;
    struct look look = {0};
    struct diagram diagram = {.cli = cli, .wish = &wish, .look = &look, .scale = 1};
    int status = diagram_wish_read(&wish, cli);
    if (!status)
        status = look_refuse_collection(cli);
    if (!status)
        status = diagram_wish_find(&wish, cli);
    if (!status) {
        status = look_open(&look, cli);
        style_theme_apply(&look.style, wish.theme);
    }
    if (!status)
        status = draw(&diagram);
    look_release(&look);
    diagram_wish_release(&wish);
    return status;
}
