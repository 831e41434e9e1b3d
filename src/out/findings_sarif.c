/* Findings as SARIF 2.1.0 (OASIS, with errata 01), numbers of its sections in brackets.
 *
 * One run. A rule is an id of the catalogue; several messages can have the same, and those
 * that the results use describe it. Files are URI references relative to the folder in which the
 * program was started, whose place is not told [3.14.14]: that keeps names of users out and
 * gives the same bytes everywhere. */
#include "out/findings.h"

#include "base/memory.h"
#include "base/uri.h"

#include <stdlib.h>
#include <string.h>

#define SCHEMA_URI                                                                                 \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define START_FOLDER "%SRCROOT%" /* what most tools call the base of relative references */

static const char *const levels[] = {
    [DIAG_NONE] = "none",
    [DIAG_INFO] = "note",
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
};

/* A file that the document speaks of. */
struct artifact {
    const char *uri;
    const struct findings_file *target; /* NULL: not checked itself, but findings lie in it */
    size_t order;                       /* of arrival */
};

struct sarif {
    struct json json;
    const struct findings_run *run;
    struct arena arena;
    struct artifact *artifacts; /* by URI, each once */
    size_t artifact_count, artifact_capacity;
    bool used[DIAG_IDS];          /* messages that results have */
    enum diag_id rules[DIAG_IDS]; /* the first used message of each rule */
    size_t rule_of[DIAG_IDS];     /* index of the rule of a used message */
    size_t rule_count;
    struct buf text; /* being made */
};

/* --- texts ----------------------------------------------------------------------------- */

/* Adds a text so that it means itself: braces are placeholders [3.11.5], and brackets with
 * parentheses behind them are links [3.11.6], which no file may put in here. */
static void add_plain(struct buf *out, const char *text)
{
    for (const char *p = text; *p; p++) {
        buf_add_char(out, *p);
        if (*p == '{' || *p == '}')
            buf_add_char(out, *p);
        else if (p[0] == ']' && p[1] == '(')
            buf_add_char(out, ' ');
    }
}

static void add_message(struct sarif *sarif, const char *name, const char *text)
{
    struct buf plain;
    buf_init(&plain, 0);
    add_plain(&plain, text);
    json_begin_object(&sarif->json, name);
    json_add_string(&sarif->json, "text", plain.data);
    json_end_object(&sarif->json);
    buf_release(&plain);
}

static void add_finding_message(struct sarif *sarif, const struct diag *diag)
{
    buf_reset(&sarif->text);
    diag_add_text(&sarif->text, diag, sarif->run->language);
    add_message(sarif, "message", sarif->text.data);
}

/* --- files ----------------------------------------------------------------------------- */

/* The reference of a file, in sarif->text. */
static const char *uri_of(struct sarif *sarif, const char *file)
{
    buf_reset(&sarif->text);
    if (!strcmp(file, "-"))
        buf_add_string(&sarif->text, "stdin:");
    else
        uri_add_file(&sarif->text, file);
    return sarif->text.data;
}

static void collect(struct sarif *sarif, const char *file, const struct findings_file *target)
{
    size_t order = sarif->artifact_count++;
    sarif->artifacts = mem_grow(sarif->artifacts, &sarif->artifact_capacity, sarif->artifact_count,
                                sizeof *sarif->artifacts);
    const char *uri = arena_string(&sarif->arena, uri_of(sarif, file));
    sarif->artifacts[order] = (struct artifact){uri, target, order};
}

/* By URI; of the same file the one that was checked, the first time, comes first. */
static int compare_artifacts(const void *pa, const void *pb)
{
    const struct artifact *a = pa, *b = pb;
    int order = strcmp(a->uri, b->uri);
    if (!order)
        order = !a->target - !b->target;
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* The files of a finding, where they are others than the one before. */
static void collect_places(struct sarif *sarif, const struct diag *diag, const char **last)
{
    const char *files[] = {diag->at.file, diag->other.line ? diag->other.file : NULL};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!files[i] || !strcmp(files[i], *last))
            continue;
        collect(sarif, files[i], NULL);
        *last = files[i];
    }
}

static void collect_artifacts(struct sarif *sarif)
{
    const struct findings_run *run = sarif->run;
    for (size_t i = 0; i < run->file_count; i++) {
        const struct findings_file *file = &run->files[i];
        const char *last = file->name;
        collect(sarif, file->name, file);
        for (size_t k = 0; k < file->sink.count; k++)
            if (findings_is_listed(run, &file->sink.items[k]))
                collect_places(sarif, &file->sink.items[k], &last);
    }
    if (!sarif->artifact_count)
        return;
    struct artifact *all = sarif->artifacts;
    qsort(all, sarif->artifact_count, sizeof *all, compare_artifacts);
    size_t kept = 1;
    for (size_t i = 1; i < sarif->artifact_count; i++)
        if (strcmp(all[i].uri, all[kept - 1].uri))
            all[kept++] = all[i];
    sarif->artifact_count = kept;
}

static int compare_uri(const void *key, const void *element)
{
    const struct artifact *artifact = element;
    return strcmp(key, artifact->uri);
}

/* Adds the members of an artifactLocation [3.4]. */
static void add_reference(struct sarif *sarif, const char *uri)
{
    json_add_string(&sarif->json, "uri", uri);
    if (!strchr(uri, ':')) /* relative: in a name it is encoded */
        json_add_string(&sarif->json, "uriBaseId", START_FOLDER);
}

static void add_artifact_location(struct sarif *sarif, const char *name, const char *file)
{
    const char *uri = uri_of(sarif, file);
    const struct artifact *artifact = bsearch(uri, sarif->artifacts, sarif->artifact_count,
                                              sizeof *sarif->artifacts, compare_uri);
    json_begin_object(&sarif->json, name);
    add_reference(sarif, uri);
    if (artifact)
        json_add_count(&sarif->json, "index", (uint64_t)(artifact - sarif->artifacts));
    json_end_object(&sarif->json);
}

static void add_physical_location(struct sarif *sarif, struct diag_at at)
{
    struct json *json = &sarif->json;
    json_begin_object(json, "physicalLocation");
    add_artifact_location(sarif, "artifactLocation", at.file);
    if (at.line) {
        json_begin_object(json, "region");
        json_add_count(json, "startLine", at.line);
        if (at.column)
            json_add_count(json, "startColumn", at.column);
        json_end_object(json);
    }
    json_end_object(json);
}

/* A place, which is in the file that was checked where it does not say otherwise. */
static struct diag_at place_in(const struct findings_file *file, struct diag_at at)
{
    if (!at.file)
        at.file = file->name;
    return at;
}

/* Adds an array of one location. */
static void add_locations(struct sarif *sarif, struct diag_at at)
{
    json_begin_array(&sarif->json, "locations");
    json_begin_object(&sarif->json, NULL);
    add_physical_location(sarif, at);
    json_end_object(&sarif->json);
    json_end_array(&sarif->json);
}

static void add_artifact(struct sarif *sarif, const struct artifact *artifact)
{
    struct json *json = &sarif->json;
    const struct findings_file *target = artifact->target;
    json_begin_object(json, NULL);
    json_begin_object(json, "location");
    add_reference(sarif, artifact->uri);
    json_end_object(json);
    json_begin_array(json, "roles");
    json_add_string(json, NULL, target ? "analysisTarget" : "resultFile");
    if (target && !strcmp(target->name, "-"))
        json_add_string(json, NULL, "standardStream");
    json_end_array(json);
    if (target && target->encoding)
        json_add_string(json, "encoding", target->encoding);
    if (target) {
        json_begin_object(json, "properties");
        findings_add_outcome(json, sarif->run, target);
        json_end_object(json);
    }
    json_end_object(json);
}

static void add_artifacts(struct sarif *sarif)
{
    json_begin_array(&sarif->json, "artifacts");
    for (size_t i = 0; i < sarif->artifact_count; i++)
        add_artifact(sarif, &sarif->artifacts[i]);
    json_end_array(&sarif->json);
}

static void add_base(struct sarif *sarif)
{
    static const char meaning[] = N_("The folder in which the program was started.");
    json_begin_object(&sarif->json, "originalUriBaseIds");
    json_begin_object(&sarif->json, START_FOLDER);
    add_message(sarif, "description", language_text(sarif->run->language, meaning));
    json_end_object(&sarif->json);
    json_end_object(&sarif->json);
}

/* --- rules ------------------------------------------------------------------------------- */

/* True if a finding says why a file could not be checked, not what stands in it. */
static bool is_failure(const struct sarif *sarif, const struct findings_file *file,
                       const struct diag *diag)
{
    const char *schema = sarif->run->schema;
    if (file->outcome != FINDINGS_FAILED)
        return false;
    return !diag->at.file || !diag->at.line || (schema && !strcmp(diag->at.file, schema));
}

static bool is_result(const struct sarif *sarif, const struct findings_file *file,
                      const struct diag *diag)
{
    return findings_is_listed(sarif->run, diag) && !is_failure(sarif, file, diag);
}

/* The rule that a message belongs to; rule_count where it is a new one. */
static size_t find_rule(const struct sarif *sarif, enum diag_id id)
{
    size_t rule = 0;
    while (rule < sarif->rule_count && strcmp(diag_id_text(sarif->rules[rule]), diag_id_text(id)))
        rule++;
    return rule;
}

/* Each rule that a result needs, once, in the order of the catalogue. */
static void collect_rules(struct sarif *sarif)
{
    const struct findings_run *run = sarif->run;
    for (size_t i = 0; i < run->file_count; i++)
        for (size_t k = 0; k < run->files[i].sink.count; k++)
            if (is_result(sarif, &run->files[i], &run->files[i].sink.items[k]))
                sarif->used[run->files[i].sink.items[k].id] = true;
    for (enum diag_id id = 0; id < DIAG_IDS; id++) {
        if (!sarif->used[id])
            continue;
        sarif->rule_of[id] = find_rule(sarif, id);
        if (sarif->rule_of[id] == sarif->rule_count)
            sarif->rules[sarif->rule_count++] = id;
    }
}

/* True where a sentence ends at `p` and another begins: not behind an abbreviation. */
static bool ends_sentence(const char *p)
{
    static const char *const danish_letters[] = {"æ", "ø", "å"};
    if (!strchr(".?!", *p) || p[1] != ' ')
        return false;
    for (size_t i = 0; i < sizeof danish_letters / sizeof *danish_letters; i++)
        if (!strncmp(p + 2, danish_letters[i], strlen(danish_letters[i])))
            return false;
    return !(p[2] >= 'a' && p[2] <= 'z');
}

static size_t first_sentence(const char *text)
{
    size_t length = 0;
    while (text[length] && (!length || !ends_sentence(text + length - 1)))
        length++;
    return length;
}

/* Adds what a message says in general: … where a finding fills something in. */
static void add_general(struct buf *out, const char *pattern, size_t length)
{
    static const char gap[] = "…";
    const char *gaps[DIAG_ARGS];
    struct buf part, general;
    for (size_t i = 0; i < DIAG_ARGS; i++)
        gaps[i] = gap;
    buf_init(&part, 0);
    buf_init(&general, 0);
    buf_add(&part, pattern, length);
    buf_add_message(&general, part.data, gaps, DIAG_ARGS);
    for (const char *p = general.data; *p;) {
        bool is_gap = !strncmp(p, gap, sizeof gap - 1);
        size_t step = is_gap ? sizeof gap - 1 : 1;
        buf_add(out, p, step);
        p += step;
        p += is_gap && *p == '.'; /* one dot more is none */
    }
    buf_release(&general);
    buf_release(&part);
}

/* The first sentence of a rule's first message, and all its messages, one per line. */
static void add_descriptions(struct sarif *sarif, size_t rule)
{
    const struct language *language = sarif->run->language;
    const char *first = diag_pattern(sarif->rules[rule], language);
    buf_reset(&sarif->text);
    add_general(&sarif->text, first, first_sentence(first));
    add_message(sarif, "shortDescription", sarif->text.data);
    buf_reset(&sarif->text);
    for (enum diag_id id = sarif->rules[rule]; id < DIAG_IDS; id++) {
        if (!sarif->used[id] || sarif->rule_of[id] != rule)
            continue;
        const char *pattern = diag_pattern(id, language);
        if (sarif->text.length)
            buf_add_char(&sarif->text, '\n');
        add_general(&sarif->text, pattern, strlen(pattern));
    }
    add_message(sarif, "fullDescription", sarif->text.data);
}

static void add_rule(struct sarif *sarif, size_t rule)
{
    struct json *json = &sarif->json;
    enum diag_severity severity = diag_severity_of(sarif->rules[rule], false);
    json_begin_object(json, NULL);
    json_add_string(json, "id", diag_id_text(sarif->rules[rule]));
    add_descriptions(sarif, rule);
    json_begin_object(json, "defaultConfiguration");
    json_add_string(json, "level", levels[severity]);
    json_end_object(json);
    json_end_object(json);
}

static void add_tool(struct sarif *sarif)
{
    struct json *json = &sarif->json;
    json_begin_object(json, "tool");
    json_begin_object(json, "driver");
    json_add_string(json, "name", sarif->run->program);
    json_add_string(json, "version", sarif->run->version);
    json_add_string(json, "language", language_tag(sarif->run->language));
    json_begin_array(json, "rules");
    for (size_t i = 0; i < sarif->rule_count; i++)
        add_rule(sarif, i);
    json_end_array(json);
    json_end_object(json);
    json_end_object(json);
}

/* --- what the tool met -------------------------------------------------------------------- */

static void add_failure(struct sarif *sarif, const struct findings_file *file,
                        const struct diag *diag)
{
    struct json *json = &sarif->json;
    json_begin_object(json, NULL);
    json_begin_object(json, "descriptor");
    json_add_string(json, "id", diag_id_text(diag->id));
    json_end_object(json);
    json_add_string(json, "level", levels[diag->severity]);
    add_finding_message(sarif, diag);
    add_locations(sarif, place_in(file, diag->at));
    json_end_object(json);
}

/* Says that the results are not all that was found. */
static void add_not_shown(struct sarif *sarif, const struct findings_file *file, size_t count)
{
    struct json *json = &sarif->json;
    struct buf digits, text;
    buf_init(&digits, 0);
    buf_init(&text, 0);
    buf_addf(&digits, "%zu", count);
    const char *pattern =
        language_count(sarif->run->language, count, N_("{1} more of the same kinds is not shown"),
                       N_("{1} more of the same kinds are not shown"));
    buf_add_message(&text, pattern, (const char *const[]){digits.data}, 1);
    json_begin_object(json, NULL);
    json_begin_object(json, "descriptor");
    json_add_string(json, "id", "not-shown");
    json_end_object(json);
    json_add_string(json, "level", levels[DIAG_WARNING]);
    add_message(sarif, "message", text.data);
    add_locations(sarif, (struct diag_at){.file = file->name});
    json_end_object(json);
    buf_release(&text);
    buf_release(&digits);
}

static void add_notifications(struct sarif *sarif)
{
    json_begin_array(&sarif->json, "toolExecutionNotifications");
    for (size_t i = 0; i < sarif->run->file_count; i++) {
        const struct findings_file *file = &sarif->run->files[i];
        size_t not_shown = findings_not_shown(sarif->run, file);
        for (size_t k = 0; k < file->sink.count; k++)
            if (is_failure(sarif, file, &file->sink.items[k]))
                add_failure(sarif, file, &file->sink.items[k]);
        if (not_shown)
            add_not_shown(sarif, file, not_shown);
    }
    json_end_array(&sarif->json);
}

static void add_invocations(struct sarif *sarif)
{
    struct json *json = &sarif->json;
    const struct findings_run *run = sarif->run;
    bool failed = false, has_stdin = false;
    for (size_t i = 0; i < run->file_count; i++) {
        failed = failed || run->files[i].outcome == FINDINGS_FAILED;
        has_stdin = has_stdin || !strcmp(run->files[i].name, "-");
    }
    json_begin_array(json, "invocations");
    json_begin_object(json, NULL);
    json_add_bool(json, "executionSuccessful", !failed);
    json_add_count(json, "exitCode", (uint64_t)run->exit_status);
    if (has_stdin)
        add_artifact_location(sarif, "stdin", "-");
    add_notifications(sarif);
    json_end_object(json);
    json_end_array(json);
}

/* --- results ------------------------------------------------------------------------------ */

static void add_related(struct sarif *sarif, struct diag_at at)
{
    const char *text = language_text(sarif->run->language, "the other place");
    json_begin_array(&sarif->json, "relatedLocations");
    json_begin_object(&sarif->json, NULL);
    add_physical_location(sarif, at);
    add_message(sarif, "message", text);
    json_end_object(&sarif->json);
    json_end_array(&sarif->json);
}

/* An answer in the model. Where none is, the empty list says that one would be told
 * [3.27.23]. */
static void add_suppressions(struct sarif *sarif, const struct diag *diag)
{
    struct json *json = &sarif->json;
    json_begin_array(json, "suppressions");
    if (diag->answer) {
        json_begin_object(json, NULL);
        json_add_string(json, "kind", "inSource");
        json_add_string(json, "justification", diag->answer);
        json_end_object(json);
    }
    json_end_array(json);
}

static void add_result(struct sarif *sarif, const struct findings_file *file,
                       const struct diag *diag)
{
    struct json *json = &sarif->json;
    json_begin_object(json, NULL);
    json_add_string(json, "ruleId", diag_id_text(diag->id));
    json_add_count(json, "ruleIndex", sarif->rule_of[diag->id]);
    json_add_string(json, "level", levels[diag->severity]);
    add_finding_message(sarif, diag);
    if (diag->at.file && strcmp(diag->at.file, file->name))
        add_artifact_location(sarif, "analysisTarget", file->name);
    add_locations(sarif, place_in(file, diag->at));
    if (diag->other.line)
        add_related(sarif, place_in(file, diag->other));
    add_suppressions(sarif, diag);
    json_end_object(json);
}

static void add_results(struct sarif *sarif)
{
    json_begin_array(&sarif->json, "results");
    for (size_t i = 0; i < sarif->run->file_count; i++) {
        const struct findings_file *file = &sarif->run->files[i];
        for (size_t k = 0; k < file->sink.count; k++)
            if (is_result(sarif, file, &file->sink.items[k]))
                add_result(sarif, file, &file->sink.items[k]);
    }
    json_end_array(&sarif->json);
}

/* --- the whole ----------------------------------------------------------------------------- */

static void add_run(struct sarif *sarif)
{
    struct json *json = &sarif->json;
    json_begin_object(json, NULL);
    add_tool(sarif);
    add_invocations(sarif);
    add_base(sarif);
    add_artifacts(sarif);
    add_results(sarif);
    json_add_string(json, "language", language_tag(sarif->run->language));
    json_add_string(json, "columnKind", "unicodeCodePoints");
    json_begin_object(json, "properties");
    findings_add_conditions(json, sarif->run);
    json_end_object(json);
    json_end_object(json);
}

void findings_write_sarif(struct buf *out, const struct findings_run *run)
{
    struct sarif sarif = {.run = run};
    json_init(&sarif.json, out);
    buf_init(&sarif.text, 0);
    collect_artifacts(&sarif);
    collect_rules(&sarif);
    json_begin_object(&sarif.json, NULL);
    json_add_string(&sarif.json, "version", "2.1.0");
    json_add_string(&sarif.json, "$schema", SCHEMA_URI);
    json_begin_array(&sarif.json, "runs");
    add_run(&sarif);
    json_end_array(&sarif.json);
    json_end_object(&sarif.json);
    buf_release(&sarif.text);
    free(sarif.artifacts);
    arena_release(&sarif.arena);
}
