/* Validation against a further schema, by libxml2; see schema.h. */
#include "model/schema.h"

#include "base/file.h"
#include "base/memory.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 16 << 20 }; /* of a schema */

/* Who hears what libxml2 has to say, and as what. */
struct listener {
    struct diag_sink *sink;
    const char *file;   /* that the lines belong to */
    const char *schema; /* its path */
    enum diag_id id;
    size_t heard;
    size_t most; /* messages that are passed on */
};

/* --- what libxml2 says --------------------------------------------------------------------- */

/* Copies a message without line end and without our namespace in front of names. */
static void clean(struct buf *out, const char *message)
{
    static const char namespace[] = "{" MODEL_NAMESPACE "}";
    while (*message) {
        bool named = !strncmp(message, namespace, sizeof namespace - 1);
        if (named)
            message += sizeof namespace - 1;
        else if (*message == '\n')
            message++;
        else
            buf_add_char(out, *message++);
    }
}

static uint32_t line_of(const xmlError *error)
{
    long line = error->node ? xmlGetLineNo(error->node) : 0;
    if (line <= 0)
        line = error->line;
    return line > 0 ? (uint32_t)line : 0;
}

static void pass_on(struct listener *listener, const xmlError *error)
{
    struct buf words;
    buf_init(&words, 0);
    clean(&words, error->message ? error->message : "");
    struct diag_at at = {.file = listener->file, .line = line_of(error)};
    diag_report(listener->sink, listener->id, at, listener->schema, words.data, NULL);
    buf_release(&words);
}

/* The older of libxml2's two signatures; the newer one has a const more. */
static void on_error(void *data, xmlErrorPtr error)
{
    struct listener *listener = data;
    if (error->level < XML_ERR_ERROR || listener->heard++ >= listener->most)
        return;
    pass_on(listener, error);
}

/* --- files --------------------------------------------------------------------------------- */

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

static int options(void)
{
    return XML_PARSE_NONET | XML_PARSE_BIG_LINES;
}

/* The document of the model; NULL where its XML is broken. */
static xmlDocPtr parse_model(const struct model *model)
{
    if (!model->well_formed)
        return NULL;
    return xmlReadMemory(model->source, (int)model->source_length, model->file, NULL,
                         options() | XML_PARSE_IGNORE_ENC);
}

static void report_kind(const char *path, struct diag_sink *sink)
{
    diag_report(sink, DIAG_SCHEMA_KIND, (struct diag_at){.file = path}, NULL);
}

/* The schema's own document; NULL after a report where there is none. */
static xmlDocPtr parse_schema(const char *path, struct diag_sink *sink)
{
    char *bytes;
    size_t length;
    if (file_read(path, MOST_BYTES, &bytes, &length, sink))
        return NULL;
    xmlDocPtr document = NULL;
    if (length)
        document = xmlReadMemory(bytes, (int)length, path, NULL, options());
    else /* libxml2 would have nothing to say */
        report_kind(path, sink);
    free(bytes);
    return document;
}

/* --- the two languages --------------------------------------------------------------------- */

static int check_rng(xmlDocPtr schema_document, xmlDocPtr document, struct listener *parsing,
                     struct listener *checking)
{
    int status = -1;
    xmlRelaxNGValidCtxtPtr valid = NULL;
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt(schema_document);
    if (!parser)
        mem_exhausted();
    xmlRelaxNGSetParserStructuredErrors(parser, on_error, parsing);
    xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
    if (!schema)
        goto out;
    status = 0;
    valid = xmlRelaxNGNewValidCtxt(schema);
    if (!valid)
        mem_exhausted();
    xmlRelaxNGSetValidStructuredErrors(valid, on_error, checking);
    xmlSetExternalEntityLoader(load_nothing);
    if (document)
        xmlRelaxNGValidateDoc(valid, document);
out:
    xmlRelaxNGFreeValidCtxt(valid);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
    return status;
}

static int check_xsd(xmlDocPtr schema_document, xmlDocPtr document, struct listener *parsing,
                     struct listener *checking)
{
    int status = -1;
    xmlSchemaValidCtxtPtr valid = NULL;
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewDocParserCtxt(schema_document);
    if (!parser)
        mem_exhausted();
    xmlSchemaSetParserStructuredErrors(parser, on_error, parsing);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    if (!schema)
        goto out;
    status = 0;
    valid = xmlSchemaNewValidCtxt(schema);
    if (!valid)
        mem_exhausted();
    xmlSchemaSetValidStructuredErrors(valid, on_error, checking);
    /* A document may name further schemas; they are not loaded. */
    xmlSetExternalEntityLoader(load_nothing);
    if (document)
        xmlSchemaValidateDoc(valid, document);
out:
    xmlSchemaFreeValidCtxt(valid);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    return status;
}

static bool in_namespace(xmlDocPtr document, const char *uri)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    return root && root->ns && !strcmp((const char *)root->ns->href, uri);
}

/* --- the whole ----------------------------------------------------------------------------- */

static int check(const struct model *model, struct listener *parsing, struct listener *checking)
{
    int status = -1;
    xmlDocPtr document = parse_model(model);
    xmlDocPtr schema = parse_schema(parsing->schema, parsing->sink);
    if (schema && in_namespace(schema, "http://relaxng.org/ns/structure/1.0"))
        status = check_rng(schema, document, parsing, checking);
    else if (schema && in_namespace(schema, "http://www.w3.org/2001/XMLSchema"))
        status = check_xsd(schema, document, parsing, checking);
    else if (schema)
        report_kind(parsing->schema, parsing->sink);
    xmlFreeDoc(schema);
    xmlFreeDoc(document);
    return status;
}

int schema_check(const struct model *model, const char *schema_path, struct diag_sink *sink)
{
    struct listener parsing = {.sink = sink,
                               .file = schema_path,
                               .schema = schema_path,
                               .id = DIAG_SCHEMA_FILE,
                               .most = 1};
    struct listener checking = {.sink = sink,
                                .file = model->file,
                                .schema = schema_path,
                                .id = DIAG_SCHEMA_FINDING,
                                .most = SIZE_MAX};
    xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
    xmlStructuredErrorFunc hears = xmlStructuredError;
    void *context = xmlStructuredErrorContext;
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    xmlSetStructuredErrorFunc(&parsing, on_error);
    int status = check(model, &parsing, &checking);
    xmlSetStructuredErrorFunc(context, hears);
    xmlSetExternalEntityLoader(loader);
    return status;
}
