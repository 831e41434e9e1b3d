/* Findings in our own JSON; docs/virkning.1 describes the form. Members may be added;
 * none is renamed, left out or given another meaning without a new FORMAT_VERSION. */
#include "out/findings.h"

enum { FORMAT_VERSION = 1 };

static const char *const severities[] = {
    [DIAG_NONE] = "none",
    [DIAG_INFO] = "remark",
    [DIAG_WARNING] = "warning",
    [DIAG_ERROR] = "error",
};

static void add_place(struct json *json, const struct diag_at *at)
{
    if (at->file)
        json_add_string(json, "file", at->file);
    if (at->line)
        json_add_count(json, "line", at->line);
    if (at->line && at->column)
        json_add_count(json, "column", at->column);
}

static void add_finding(struct json *json, const struct findings_run *run, const struct diag *diag)
{
    struct buf message;
    buf_init(&message, 0);
    diag_add_text(&message, diag, run->language);
    json_begin_object(json, NULL);
    json_add_string(json, "id", diag_id_text(diag->id));
    json_add_string(json, "severity", severities[diag->severity]);
    json_add_string(json, "strictSeverity", severities[diag_severity_of(diag->id, true)]);
    json_add_string(json, "message", message.data);
    add_place(json, &diag->at);
    if (diag->other.line) {
        json_begin_object(json, "related");
        add_place(json, &diag->other);
        json_end_object(json);
    }
    if (diag->answer)
        json_add_string(json, "answer", diag->answer);
    json_end_object(json);
    buf_release(&message);
}

static void add_file(struct json *json, const struct findings_run *run,
                     const struct findings_file *file)
{
    json_begin_object(json, NULL);
    json_add_string(json, "name", file->name);
    findings_add_outcome(json, run, file);
    json_begin_array(json, "findings");
    for (size_t i = 0; i < file->sink.count; i++)
        if (findings_is_listed(run, &file->sink.items[i]))
            add_finding(json, run, &file->sink.items[i]);
    json_end_array(json);
    json_end_object(json);
}

void findings_write_json(struct buf *out, const struct findings_run *run)
{
    struct json json;
    json_init(&json, out);
    json_begin_object(&json, NULL);
    json_add_string(&json, "format", "virkning-findings");
    json_add_count(&json, "formatVersion", FORMAT_VERSION);
    json_add_string(&json, "program", run->program);
    json_add_string(&json, "version", run->version);
    json_add_string(&json, "language", language_tag(run->language));
    findings_add_conditions(&json, run);
    json_add_count(&json, "exitStatus", (uint64_t)run->exit_status);
    json_begin_array(&json, "files");
    for (size_t i = 0; i < run->file_count; i++)
        add_file(&json, run, &run->files[i]);
    json_end_array(&json);
    json_end_object(&json);
}
