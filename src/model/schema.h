/* What a model file may hold, as published contracts; and further schemas of others.
 *
 * The RELAX NG schema (schemas/virkning.rng) and the manual page (docs/virkning.5) are
 * written from the vocabulary; the committed files are proved current by a test. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "model/model.h"

/* Adds the RELAX NG schema (XML syntax), with what elements and attributes mean in
 * `language`; the published one is in English. The same bytes every time. */
void schema_write_rng(struct buf *out, const struct language *language);

/* Adds the manual page virkning(5) in mdoc(7); the same bytes every time. */
void reference_write_man(struct buf *out);

/* Validates the source of a model against a further schema, RELAX NG or XSD, for instance a
 * municipality's own, tighter one. What it does not accept goes to `sink`; a model whose XML
 * is broken is passed over, as that was reported when it was read. Nothing is fetched from a
 * network. Returns 0, or -1 where the schema cannot be used, which is then reported with the
 * schema's own file and line.
 *
 * libxml2 loads files and reports errors through functions that belong to the whole process;
 * they are set for the time of the call, so no other thread may use libxml2 meanwhile. */
int schema_check(const struct model *model, const char *schema_path, struct diag_sink *sink);

#endif
