/* What the two forms of findings have in common; see findings.h. */
#include "out/findings.h"

bool findings_is_listed(const struct findings_run *run, const struct diag *diag)
{
    return diag->severity >= run->least;
}

size_t findings_not_shown(const struct findings_run *run, const struct findings_file *file)
{
    const struct diag_sink *sink = &file->sink;
    size_t count = 0;
    for (enum diag_severity severity = run->least; severity <= DIAG_ERROR; severity++)
        count += sink->of_severity[severity];
    for (size_t i = 0; i < sink->count; i++)
        if (!sink->items[i].answer && findings_is_listed(run, &sink->items[i]))
            count--;
    return count;
}

void findings_add_outcome(struct json *json, const struct findings_run *run,
                          const struct findings_file *file)
{
    static const char *const names[FINDINGS_OUTCOMES] = {
        [FINDINGS_CHECKED] = "checked",
        [FINDINGS_UNUSABLE] = "unusable",
        [FINDINGS_FAILED] = "failed",
    };
    const struct diag_sink *sink = &file->sink;
    json_add_string(json, "outcome", names[file->outcome]);
    json_begin_object(json, "counts");
    json_add_count(json, "errors", sink->of_severity[DIAG_ERROR]);
    json_add_count(json, "warnings", sink->of_severity[DIAG_WARNING]);
    json_add_count(json, "remarks", sink->of_severity[DIAG_INFO]);
    json_add_count(json, "answered", sink->answered);
    json_add_count(json, "notShown", findings_not_shown(run, file));
    json_end_object(json);
}

void findings_add_conditions(struct json *json, const struct findings_run *run)
{
    struct buf date;
    buf_init(&date, 0);
    date_add_iso(&date, run->today);
    json_add_string(json, "mode", run->strict ? "strict" : "draft");
    json_add_string(json, "date", date.data);
    if (run->schema)
        json_add_string(json, "schema", run->schema);
    buf_release(&date);
}
