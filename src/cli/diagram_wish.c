/* Options of the diagram; see diagram_wish.h. */
#include "cli/diagram_wish.h"

#include "base/suggest.h"
#include "cli/format.h"
#include "cli/likely.h"
#include "doc/pages.h"
#include "model/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* The least and the most that --width takes: points, and pixels of PNG. */
enum { WIDTH_LEAST = 200, WIDTH_MOST = 14000, PIXELS_LEAST = 100, PIXELS_MOST = 20000 };

enum { WORDS_MOST = 12 };

/* Views that are a flow, and those that are boxes and links. */
#define VIEW_BIT(kind) (1U << (kind))
#define FLOWS (VIEW_BIT(VIEW_FLOW) | VIEW_BIT(VIEW_EVIDENCE) | VIEW_BIT(VIEW_STATUS))
#define GRAPHS (FLOWS | VIEW_BIT(VIEW_TREE) | VIEW_BIT(VIEW_DELIVERY))

/* --- words -------------------------------------------------------------------------- */

static const char *theme_name(int theme)
{
    return style_theme_name((enum style_theme)theme);
}

static const char *view_name(int kind)
{
    return view_name_of((enum view_kind)kind);
}

/* Says which words an option takes, and which was probably meant. */
static int explain_word(struct cli *cli, enum option_id option, const char *const *names,
                        size_t count)
{
    const char *given = cli->options.values[option], *name = option_form(option)->name;
    const char *likely = suggest_word(given, names, count);
    struct buf all = {0};
    if (likely)
        return cli_usage(cli, N_("{1} does not take «{2}». You probably meant «{3}»."), name, given,
                         likely, NULL);
    for (size_t i = 0; i < count; i++)
        buf_addf(&all, "%s%s", i ? ", " : "", names[i]);
    int status =
        cli_usage(cli, N_("{1} does not take «{2}». It takes: {3}"), name, given, all.data, NULL);
    buf_release(&all);
    return status;
}

/* The place of an option's word among `count` names, into `*found`, which is left alone where
 * the option is not given. */
static int read_word(struct cli *cli, enum option_id option, const char *(*name_of)(int), int count,
                     int *found)
{
    const char *names[WORDS_MOST];
    if (!option_given(&cli->options, option))
        return EXIT_CLEAN;
    for (int i = 0; i < count; i++) {
        names[i] = name_of(i);
        if (!strcmp(names[i], cli->options.values[option])) {
            *found = i;
            return EXIT_CLEAN;
        }
    }
    return explain_word(cli, option, names, (size_t)count);
}

static const char *direction_name(int direction)
{
    return direction == LAYOUT_DOWN ? "down" : "right";
}

static int read_words(struct diagram_wish *wish, struct cli *cli)
{
    int view = VIEW_FLOW, theme = STYLE_THEME_COLOUR, direction = LAYOUT_RIGHT;
    int status = read_word(cli, OPTION_VIEW, view_name, VIEW_KINDS, &view);
    if (!status)
        status = read_word(cli, OPTION_THEME, theme_name, STYLE_THEMES, &theme);
    if (!status)
        status = read_word(cli, OPTION_DIRECTION, direction_name, 2, &direction);
    wish->view.kind = (enum view_kind)view;
    wish->view.direction = (enum layout_direction)direction;
    wish->view.without_signs = option_given(&cli->options, OPTION_WITHOUT_SIGNS);
    wish->view.title = true;
    wish->theme = (enum style_theme)theme;
    return status;
}

/* --- numbers and paper ---------------------------------------------------------------- */

/* The number of an option, 0 where it is none within these bounds. */
static unsigned number_of(const struct cli *cli, enum option_id option, unsigned least,
                          unsigned most)
{
    const char *text = cli->options.values[option];
    if (!*text || strlen(text) > 9 || text[strspn(text, "0123456789")])
        return 0;
    unsigned long number = strtoul(text, NULL, 10);
    return number >= least && number <= most ? (unsigned)number : 0;
}

static int read_width(struct diagram_wish *wish, struct cli *cli)
{
    if (!option_given(&cli->options, OPTION_WIDTH))
        return EXIT_CLEAN;
    const char *given = cli->options.values[OPTION_WIDTH];
    if (wish->format == DIAGRAM_PNG) {
        wish->width = number_of(cli, OPTION_WIDTH, PIXELS_LEAST, PIXELS_MOST);
        return wish->width
                   ? EXIT_CLEAN
                   : cli_usage(cli,
                               N_("--width {1}: write a number of pixels from 100 to 20000, "
                                  "for example 1920."),
                               given, NULL);
    }
    wish->width = number_of(cli, OPTION_WIDTH, WIDTH_LEAST, WIDTH_MOST);
    return wish->width
               ? EXIT_CLEAN
               : cli_usage(cli,
                           N_("--width {1}: write a number of points from 200 to 14000, for "
                              "example 760."),
                           given, NULL);
}

#define MM(length) ((length)*72 / 25.4)

static const struct paper {
    const char *name;
    double width, height; /* points */
} papers[] = {
    {"a4", PAPER_A4_LONG, PAPER_A4_SHORT},
    {"a4-portrait", PAPER_A4_SHORT, PAPER_A4_LONG},
    {"a3", PAPER_A3_LONG, PAPER_A3_SHORT},
    {"a3-portrait", PAPER_A3_SHORT, PAPER_A3_LONG},
    {"a2", MM(594), MM(420)},
    {"a2-portrait", MM(420), MM(594)},
    {"a1", MM(841), MM(594)},
    {"a1-portrait", MM(594), MM(841)},
    {"a0", MM(1189), MM(841)},
    {"a0-portrait", MM(841), MM(1189)},
};

enum { PAPERS = sizeof papers / sizeof *papers };

static const char *paper_name(int paper)
{
    return papers[paper].name;
}

static int read_paper(struct diagram_wish *wish, struct cli *cli)
{
    int paper = -1;
    int status = read_word(cli, OPTION_PAPER, paper_name, PAPERS, &paper);
    if (status || paper < 0)
        return status;
    if (wish->format == DIAGRAM_DOT)
        return cli_usage(cli, N_("DOT has no sheets of paper: leave {1} out, or write svg or pdf."),
                         option_form(OPTION_PAPER)->name, NULL);
    if (wish->format != DIAGRAM_PNG && option_given(&cli->options, OPTION_WIDTH))
        return cli_usage(
            cli, N_("--paper and --width both say how wide the figure is: leave one out."), NULL);
    wish->paper_width = papers[paper].width;
    wish->paper_height = papers[paper].height;
    return EXIT_CLEAN;
}

static int read_page(struct diagram_wish *wish, struct cli *cli)
{
    if (!option_given(&cli->options, OPTION_PAGE))
        return EXIT_CLEAN;
    if (wish->paper_width <= 0)
        return cli_usage(cli, N_("--page is one of the sheets of --paper: give both."), NULL);
    wish->page = number_of(cli, OPTION_PAGE, 1, 999999999);
    return wish->page
               ? EXIT_CLEAN
               : cli_usage(cli, N_("--page {1}: write the number of a sheet, for example 1."),
                           cli->options.values[OPTION_PAGE], NULL);
}

/* --- together --------------------------------------------------------------------------- */

static int read_format(struct diagram_wish *wish, struct cli *cli)
{
    static const struct format_name names[] = {
        {"svg", DIAGRAM_SVG}, {"pdf", DIAGRAM_PDF}, {"png", DIAGRAM_PNG}, {"dot", DIAGRAM_DOT}};
    int format = format_wanted(cli, names, sizeof names / sizeof *names, DIAGRAM_SVG);
    if (format < 0)
        return cli_usage(cli,
                         N_("Which format? Say --to svg, pdf, png or dot, or let the name of the "
                            "output end in it."),
                         NULL);
    wish->format = (enum diagram_format)format;
    return EXIT_CLEAN;
}

/* Refuses an option that a view makes nothing of. */
static int check_view(const struct diagram_wish *wish, struct cli *cli, enum option_id option,
                      unsigned views)
{
    struct buf names = {0};
    if (!option_given(&cli->options, option) || views & VIEW_BIT(wish->view.kind))
        return EXIT_CLEAN;
    for (int kind = 0; kind < VIEW_KINDS; kind++)
        if (views & VIEW_BIT(kind))
            buf_addf(&names, "%s%s", names.length ? ", " : "", view_name(kind));
    int status =
        cli_usage(cli, N_("{1} does not go with --view {2}. It goes with: {3}"),
                  option_form(option)->name, view_name((int)wish->view.kind), names.data, NULL);
    buf_release(&names);
    return status;
}

static int check_together(const struct diagram_wish *wish, struct cli *cli)
{
    static const struct {
        enum option_id option;
        unsigned views;
    } needs[] = {
        {OPTION_FOCUS, FLOWS},
        {OPTION_HIGHLIGHT, FLOWS},
        {OPTION_WITHOUT_SIGNS, FLOWS},
        {OPTION_DIRECTION, GRAPHS},
        {OPTION_JUDGEMENTS, VIEW_BIT(VIEW_STATUS)},
    };
    int status = EXIT_CLEAN;
    for (size_t i = 0; i < sizeof needs / sizeof *needs && !status; i++)
        status = check_view(wish, cli, needs[i].option, needs[i].views);
    if (!status && wish->format == DIAGRAM_DOT && !(GRAPHS & VIEW_BIT(wish->view.kind)))
        return cli_usage(cli,
                         N_("DOT is for boxes and links, and a table has none: write svg, pdf "
                            "or png."),
                         NULL);
    return status;
}

int diagram_wish_read(struct diagram_wish *wish, struct cli *cli)
{
    *wish = (struct diagram_wish){0};
    int status = read_format(wish, cli);
    if (!status)
        status = read_words(wish, cli);
    if (!status)
        status = read_paper(wish, cli);
    if (!status)
        status = read_width(wish, cli);
    if (!status)
        status = read_page(wish, cli);
    return status ? status : check_together(wish, cli);
}

/* --- in the model ------------------------------------------------------------------------- */

static const uint64_t ways = LIKELY_KIND(MODEL_ACTIVITY) | LIKELY_KIND(MODEL_EFFECT);

/* The object of these kinds that an option names; NULL after saying what was probably meant. */
static const struct model_node *find_node(struct cli *cli, enum option_id option, uint64_t kinds)
{
    const char *id = cli->options.values[option], *name = option_form(option)->name;
    const struct model_node *node = model_find(&cli->model, id);
    if (node && kinds & LIKELY_KIND(node->kind))
        return node;
    const char *likely = node ? NULL : likely_id(&cli->model, id, kinds);
    if (node)
        cli_usage(cli, N_("{1} takes an activity or an effect, and «{2}» is a <{3}>."), name, id,
                  vocabulary_of_kind(node->kind)->name, NULL);
    else if (likely)
        cli_usage(cli, N_("{1}: nothing in {2} has the id «{3}». You probably meant «{4}»."), name,
                  cli->options.files[0], id, likely, NULL);
    else
        cli_usage(cli, N_("{1}: nothing in {2} has the id «{3}»."), name, cli->options.files[0], id,
                  NULL);
    return NULL;
}

int diagram_wish_find(struct diagram_wish *wish, struct cli *cli)
{
    if (option_given(&cli->options, OPTION_FOCUS) &&
        !(wish->view.focus = find_node(cli, OPTION_FOCUS, ways)))
        return EXIT_USAGE;
    if (option_given(&cli->options, OPTION_HIGHLIGHT) &&
        !(wish->view.highlight = find_node(cli, OPTION_HIGHLIGHT, LIKELY_ANY)))
        return EXIT_USAGE;
    if (!option_given(&cli->options, OPTION_JUDGEMENTS))
        return EXIT_CLEAN;
    if (judgements_read(&wish->judgements, cli->options.values[OPTION_JUDGEMENTS], &cli->model,
                        &cli->trouble))
        return cli_trouble(cli);
    wish->view.judgements = wish->judgements.items;
    wish->view.judgement_count = wish->judgements.count;
    return EXIT_CLEAN;
}

void diagram_wish_release(struct diagram_wish *wish)
{
    judgements_release(&wish->judgements);
}
