/* plan, activity, charter, facts, indicator: the documents, for paper, as a page for the
 * browser, or as plain text. */
#include "cli/format.h"
#include "cli/likely.h"
#include "cli/look.h"
#include "out/html.h"
#include "out/pdf.h"
#include "out/plain.h"
#include "report/document.h"
#include "report/plan.h"

#include <stdlib.h>
#include <string.h>

enum format { FORMAT_PDF, FORMAT_HTML, FORMAT_TEXT };

/* Plain text is what a terminal gets. */
static int wanted_format(const struct cli *cli)
{
    static const struct format_name names[] = {
        {"pdf", FORMAT_PDF},   {"html", FORMAT_HTML}, {"htm", FORMAT_HTML},
        {"text", FORMAT_TEXT}, {"txt", FORMAT_TEXT},
    };
    return format_wanted(cli, names, sizeof names / sizeof *names, FORMAT_TEXT);
}

/* --- writing ------------------------------------------------------------------------- */

static int add_pdf(struct cli *cli, struct buf *out, const struct made_document *document,
                   const struct look *look)
{
    const struct doc *doc = &document->doc;
    struct pdf_meta meta = {
        .title = doc->title,
        .author = doc->author,
        .subject = doc->subject,
        .lang = doc->lang,
        .creator = cli_creator(),
        .date = cli->seconds,
        .seed = cli->model.programme->node.id,
    };
    if (pdf_write_pages(out, &document->pages, look->metrics, &meta, &cli->trouble))
        return cli_trouble(cli);
    return EXIT_CLEAN;
}

static int add_as(struct cli *cli, int format, struct buf *out,
                  const struct made_document *document, const struct look *look)
{
    if (format == FORMAT_PDF)
        return add_pdf(cli, out, document, look);
    if (format == FORMAT_HTML)
        html_write(out, &document->doc, &look->style, cli_creator());
    else
        plain_write(out, &document->doc, PLAIN_COLUMNS);
    return EXIT_CLEAN;
}

static int write_document(struct cli *cli, enum document_kind kind,
                          const struct document_request *request, const struct look *look)
{
    int format = wanted_format(cli);
    struct made_document document;
    struct buf out = {0};
    document_make(&document, kind, request);
    int status = add_as(cli, format, &out, &document, look);
    if (!status)
        status = cli_write(cli, &out);
    if (!status)
        look_report(cli);
    buf_release(&out);
    document_release(&document);
    return status;
}

/* --- what is asked for --------------------------------------------------------------- */

/* The bit of the chapter that a word of `length` bytes names; 0: none. */
static uint32_t chapter_bit(const char *word, size_t length)
{
    const char *name;
    for (size_t i = 0; (name = plan_chapter(i)); i++)
        if (strlen(name) == length && !strncmp(name, word, length))
            return UINT32_C(1) << i;
    return 0;
}

static int explain_chapters(struct cli *cli, const char *given, size_t length)
{
    struct buf word = {0}, names = {0};
    const char *name;
    buf_add(&word, given, length);
    for (size_t i = 0; (name = plan_chapter(i)); i++)
        buf_addf(&names, "%s%s", i ? ", " : "", name);
    int status = cli_usage(cli, N_("The plan has no chapter «{1}». It has: {2}"),
                           word.data ? word.data : "", names.data, NULL);
    buf_release(&word);
    buf_release(&names);
    return status;
}

/* Reads --section, names with commas between; 0 where it is not given. */
static int read_chapters(struct cli *cli, uint32_t *chapters)
{
    *chapters = 0;
    for (const char *p = cli->options.values[OPTION_SECTION]; p && *p;) {
        size_t length = strcspn(p, ",");
        uint32_t bit = chapter_bit(p, length);
        if (!bit)
            return explain_chapters(cli, p, length);
        *chapters |= bit;
        p += length + (p[length] == ',');
    }
    return EXIT_CLEAN;
}

/* Says that a model has no object of this kind with the id that was asked for. */
static int explain_id(struct cli *cli, const char *id, enum model_kind wanted)
{
    const char *likely = likely_id(&cli->model, id, LIKELY_KIND(wanted));
    const char *file = cli->options.files[0], *kind = cli->command->name;
    if (likely)
        return cli_usage(cli, N_("{1} has no {2} with the id «{3}». You probably meant «{4}»."),
                         file, kind, id, likely, NULL);
    return cli_usage(cli, N_("{1} has no {2} with the id «{3}»."), file, kind, id, NULL);
}

/* The activity or indicator that the command line names, if any. */
static int find_about(struct cli *cli, enum model_kind kind, const struct model_node **about)
{
    *about = NULL;
    if (!cli->options.word_count)
        return EXIT_CLEAN;
    const char *id = cli->options.words[0];
    *about = model_find(&cli->model, id);
    if (!*about || (*about)->kind != kind)
        return explain_id(cli, id, kind);
    return EXIT_CLEAN;
}

/* --- the commands -------------------------------------------------------------------- */

static int make(struct cli *cli, enum document_kind kind, const struct model_node *about)
{
    struct look look;
    uint32_t chapters;
    int status = read_chapters(cli, &chapters);
    if (!status)
        status = look_refuse_collection(cli);
    if (status)
        return status;
    status = look_open(&look, cli);
    struct document_request request = {
        .model = &cli->model,
        .findings = &cli->sink,
        .language = cli->language,
        .style = &look.style,
        .metrics = look.metrics,
        .date = cli->today,
        .program = cli_creator(),
        .about = about,
        .chapters = chapters,
        .paged = wanted_format(cli) == FORMAT_PDF,
    };
    if (!status)
        status = write_document(cli, kind, &request, &look);
    look_release(&look);
    return status;
}

int cmd_document_prepare(struct cli *cli)
{
    int format = wanted_format(cli);
    if (format < 0)
        return cli_usage(cli,
                         N_("Which format? Say --to pdf, html or text, or let the name of the "
                            "output end in .pdf, .html or .txt."),
                         NULL);
    return format == FORMAT_PDF ? look_refuse_terminal(cli) : EXIT_CLEAN;
}

int cmd_plan(struct cli *cli)
{
    bool brief = option_given(&cli->options, OPTION_BRIEF);
    if (brief && option_given(&cli->options, OPTION_SECTION))
        return cli_usage(cli, N_("--brief is one page of its own: it does not take --section."),
                         NULL);
    return make(cli, brief ? DOCUMENT_BRIEF : DOCUMENT_PLAN, NULL);
}

int cmd_facts(struct cli *cli)
{
    return make(cli, DOCUMENT_FACTS, NULL);
}

int cmd_charter(struct cli *cli)
{
    return make(cli, DOCUMENT_CHARTER, NULL);
}

int cmd_activity(struct cli *cli)
{
    const struct model_node *about;
    int status = find_about(cli, MODEL_ACTIVITY, &about);
    return status ? status : make(cli, DOCUMENT_ACTIVITIES, about);
}

int cmd_indicator(struct cli *cli)
{
    const struct model_node *about;
    int status = find_about(cli, MODEL_INDICATOR, &about);
    return status ? status : make(cli, DOCUMENT_INDICATORS, about);
}
