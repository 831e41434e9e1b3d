/* plan: the evaluation plan as an accessible PDF. */
#include "cli/look.h"
#include "doc/pages.h"
#include "figure/view_flow.h"
#include "out/pdf.h"
#include "report/plan.h"

/* A figure, the document around it and its pages: one attempt at the plan. */
struct attempt {
    struct figure flow;
    struct doc doc;
    struct pages pages;
};

static void attempt_make(struct attempt *attempt, struct cli *cli, const struct look *look,
                         const struct flow_options *flow)
{
    struct plan_options plan = {
        .date = cli->today, .program = cli_creator(), .overview = flow->without_signs};
    figure_flow(&attempt->flow, &cli->model, &look->style, look->metrics, cli->language, flow);
    doc_init(&attempt->doc);
    plan_build(&attempt->doc, &cli->model, &attempt->flow, &cli->sink, cli->language, &plan);
    doc_layout(&attempt->pages, &attempt->doc, &look->style, look->metrics);
}

static void attempt_release(struct attempt *attempt)
{
    pages_release(&attempt->pages);
    doc_release(&attempt->doc);
    figure_release(&attempt->flow);
}

/* True if all pages are at most so long, whichever way they lie. */
static bool all_within(const struct pages *pages, double long_side)
{
    for (size_t i = 0; i < pages->page_count; i++)
        if (pages->pages[i].width > long_side || pages->pages[i].height > long_side)
            return false;
    return true;
}

static int write_pages(struct cli *cli, const struct attempt *attempt, const struct look *look)
{
    const struct doc *doc = &attempt->doc;
    struct buf out = {0};
    struct pdf_meta meta = {
        .title = doc->title,
        .author = doc->author,
        .subject = doc->subject,
        .lang = doc->lang,
        .creator = cli_creator(),
        .date = cli->seconds,
        .seed = cli->model.programme->node.id,
    };
    int status = pdf_write_pages(&out, &attempt->pages, look->metrics, &meta, &cli->trouble)
                     ? cli_trouble(cli)
                     : cli_write(cli, &out);
    buf_release(&out);
    return status;
}

/* The figure with its signs, which stand in the table as well: without them where that
 * saves a page larger than A4, which few can print; then made for A3 in the same two ways;
 * on a page of its own only where A3 does not do. */
static int write_plan(struct cli *cli, const struct look *look)
{
    static const double a4_long = 842, a3_long = 1191, a3_short = 842, running_lines = 120;
    double width = a3_long - 2 * look->style.sizes[STYLE_MARGIN_SIDE] - 1;
    double height = a3_short - running_lines;
    const struct {
        struct flow_options flow;
        double long_side;
    } figures[] = {
        {{0}, a4_long},
        {{.without_signs = true}, a4_long},
        {{.width = width, .height = height}, a3_long},
        {{.width = width, .height = height, .without_signs = true}, a3_long},
    };
    const size_t count = sizeof figures / sizeof *figures;
    struct attempt attempt;
    attempt_make(&attempt, cli, look, &figures[0].flow);
    for (size_t i = 0; i + 1 < count && !all_within(&attempt.pages, figures[i].long_side); i++) {
        attempt_release(&attempt);
        attempt_make(&attempt, cli, look, &figures[i + 1].flow);
    }
    int status = write_pages(cli, &attempt, look);
    if (!status)
        look_report(cli);
    attempt_release(&attempt);
    return status;
}

int cmd_plan_prepare(struct cli *cli)
{
    return look_refuse_terminal(cli);
}

int cmd_plan(struct cli *cli)
{
    struct look look;
    int status = look_refuse_collection(cli);
    if (status)
        return status;
    status = look_open(&look, cli);
    if (!status)
        status = write_plan(cli, &look);
    look_release(&look);
    return status;
}
