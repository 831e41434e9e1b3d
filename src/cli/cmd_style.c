/* style: the house style to begin with, or what one's own style comes to: its contrasts, its
 * logo, its fonts. */
#include "base/datadir.h"
#include "base/file.h"
#include "base/style_contrast.h"
#include "cli/cli.h"
#include "out/plain.h"
#include "text/fonts.h"

#include <stdlib.h>
#include <string.h>

enum { STYLE_MOST = 1 << 20 /* bytes */ };

static int print_default(struct cli *cli)
{
    char *path = datadir_join(cli->datadir, "styles/default.style"), *text;
    size_t length;
    int status = file_read(path, STYLE_MOST, &text, &length, &cli->trouble);
    if (!status) {
        fwrite(text, 1, length, stdout);
        free(text);
    }
    free(path);
    return status ? cli_trouble(cli) : EXIT_CLEAN;
}

/* --- what a style comes to --------------------------------------------------------------- */

/* A document while it is written for the terminal. */
struct page {
    struct doc doc;
    const struct style *style;
    const struct language *language;
};

static const char *say(const struct page *page, const char *english)
{
    return language_text(page->language, english);
}

static void add_text(struct page *page, const char *english, const char *const *args, size_t count)
{
    struct buf text = {0};
    buf_add_message(&text, say(page, english), args, count);
    doc_add_text(&page->doc, &page->doc.body, DOC_TEXT, doc_textf(&page->doc, "%s", text.data));
    buf_release(&text);
}

static const char *number(struct page *page, double value, int decimals)
{
    struct buf text = {0};
    language_add_number(page->language, &text, value, decimals);
    const char *kept = doc_textf(&page->doc, "%s", text.data);
    buf_release(&text);
    return kept;
}

static const char *ratio(struct page *page, double value)
{
    return doc_textf(&page->doc, "%s:1", number(page, value, 1));
}

static void add_pair(struct page *page, struct doc_table *table, const struct style_pair *pair)
{
    struct doc *doc = &page->doc;
    const struct color *colors = page->style->colors;
    const struct color front = colors[pair->front], back = colors[pair->back];
    struct doc_row *row = doc_add_row(doc, table);
    doc_add_cell_text(doc, row, say(page, pair->use));
    doc_add_cell_text(doc, row,
                      doc_textf(doc, "#%02x%02x%02x\u00A0/\u00A0#%02x%02x%02x", front.red,
                                front.green, front.blue, back.red, back.green, back.blue));
    doc_add_cell_text(doc, row, ratio(page, style_pair_contrast(page->style, pair)));
    doc_add_cell_text(doc, row, ratio(page, pair->least));
    doc_add_cell_text(doc, row,
                      style_pair_holds(page->style, pair) ? say(page, N_("fine"))
                                                          : say(page, N_("too weak")));
}

static void add_contrasts(struct page *page)
{
    const struct doc_column columns[] = {
        {.heading = say(page, N_("What stands there")), .share = 3},
        {.heading = say(page, N_("Colours")), .share = 2},
        {.heading = say(page, N_("Contrast")), .share = 1, .number = true},
        {.heading = say(page, N_("At least")), .share = 1, .number = true},
        {.heading = "", .share = 1},
    };
    struct doc_table *table =
        doc_add_table(&page->doc, &page->doc.body, NULL, columns, sizeof columns / sizeof *columns);
    size_t count;
    const struct style_pair *pairs = style_pairs(&count);
    for (size_t i = 0; i < count; i++)
        add_pair(page, table, &pairs[i]);
}

static void add_logo(struct page *page)
{
    const struct style_image *logo = &page->style->logo;
    if (logo->kind == STYLE_NO_IMAGE) {
        add_text(page, N_("It has no logo."), NULL, 0);
        return;
    }
    double height = page->style->logo_height;
    const char *args[] = {
        page->style->logo_text,
        logo->kind == STYLE_PNG ? "PNG" : "JPEG",
        number(page, logo->width, 0),
        number(page, logo->height, 0),
        number(page, height * logo->width / logo->height, 0),
        number(page, height, 0),
    };
    add_text(page, N_("Logo: «{1}», {2}, {3} × {4} pixels, on paper {5} × {6} points."), args,
             sizeof args / sizeof *args);
}

static void add_running(struct page *page, const char *english, const char *text)
{
    if (text)
        add_text(page, english, &text, 1);
}

static void print_page(struct cli *cli, const struct style *style)
{
    struct page page = {.style = style, .language = cli->language};
    struct buf out = {0};
    doc_init(&page.doc);
    page.doc.title = cli->options.words[0];
    add_contrasts(&page);
    add_logo(&page);
    add_running(&page, N_("At the head of every page: {1}"), style->header);
    add_running(&page, N_("At the foot of every page: {1}"), style->footer);
    plain_write(&out, &page.doc, PLAIN_COLUMNS);
    fwrite(out.data, 1, out.length, stdout);
    buf_release(&out);
    doc_release(&page.doc);
}

/* Contrasts and fonts are told at once. */
static int check(struct cli *cli, const struct style *style)
{
    int status = style_check_contrasts(style, &cli->trouble);
    struct fonts *fonts = fonts_open(style, &cli->trouble);
    if (fonts)
        fonts_free(fonts);
    return status || !fonts ? cli_trouble(cli) : EXIT_CLEAN;
}

static int explain(struct cli *cli, const char *path)
{
    struct style style;
    int status;
    if (style_read(&style, path, cli->datadir, &cli->trouble)) {
        status = cli_trouble(cli);
    } else {
        print_page(cli, &style);
        status = check(cli, &style);
    }
    style_release(&style);
    return status;
}

int cmd_style(struct cli *cli)
{
    if (!cli->options.word_count)
        return print_default(cli);
    return explain(cli, cli->options.words[0]);
}
