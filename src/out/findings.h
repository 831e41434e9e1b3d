/* What was found in the files of one call, as one document for other programs: editors,
 * services for code review, scripts.
 *
 * Two forms: our own JSON, which virkning(1) describes and which only ever grows, and SARIF
 * 2.1.0 (OASIS), which other programs read already. Both hold findings, no models, and every
 * text in one language. A finding that the model answers is in both, with its answer. What
 * failed is a finding in JSON and a notification of the tool in SARIF.
 *
 * The same findings give the same bytes. */
#ifndef OUT_FINDINGS_H
#define OUT_FINDINGS_H

#include "base/date.h"
#include "base/diag.h"
#include "base/language.h"
#include "out/json.h"

enum findings_outcome {
    FINDINGS_CHECKED,  /* read, and looked at by every rule */
    FINDINGS_UNUSABLE, /* so wrong that the rules were not applied */
    FINDINGS_FAILED,   /* not opened, or not compared with the further schema */
    FINDINGS_OUTCOMES,
};

struct findings_file {
    const char *name;     /* as the user named it; "-": standard input */
    const char *encoding; /* name at IANA; NULL: not known */
    enum findings_outcome outcome;
    struct diag_sink sink; /* sorted; all that it points at outlives the model */
};

struct findings_run {
    const char *program, *version;
    const struct language *language;
    struct date today;        /* that deadlines were compared with */
    const char *schema;       /* the further schema (check --schema); NULL: none */
    bool strict;              /* before approval */
    enum diag_severity least; /* findings below are counted, but not listed */
    int exit_status;
    const struct findings_file *files;
    size_t file_count;
};

/* Add the whole document. */
void findings_write_json(struct buf *out, const struct findings_run *run);
void findings_write_sarif(struct buf *out, const struct findings_run *run);

/* --- what both forms need -------------------------------------------------------------- */

/* True if a finding is to stand in the document. */
bool findings_is_listed(const struct findings_run *run, const struct diag *diag);

/* How many findings would stand in the document if there were not that many of them. */
size_t findings_not_shown(const struct findings_run *run, const struct findings_file *file);

/* Adds what came of a file: the members "outcome" and "counts". */
void findings_add_outcome(struct json *json, const struct findings_run *run,
                          const struct findings_file *file);

/* Adds the members "mode", "date" and "schema": what the findings depend on besides the file. */
void findings_add_conditions(struct json *json, const struct findings_run *run);

#endif
