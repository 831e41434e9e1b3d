/* Things of the model in words; see parts.h. */
#include "report/parts.h"

#include "model/dose.h"
#include "model/tags.h"
#include "report/names.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- runs ------------------------------------------------------------------------------- */

void parts_refs_or(struct report *report, struct doc_flow *cell, const struct model_refs *refs,
                   const char *missing)
{
    if (refs->count)
        parts_refs(report, cell, DOC_CELL, NULL, refs);
    else
        report_missing(report, cell, missing);
}

void parts_dot(struct report *report, struct doc_paragraph *paragraph)
{
    if (paragraph->first)
        report_run_own(report, paragraph, " · ");
}

void parts_name(struct report *report, struct doc_paragraph *paragraph,
                const struct model_node *node)
{
    if (node->kind == MODEL_LINK) {
        parts_name(report, paragraph, node->parent);
        report_run_own(report, paragraph, " → ");
        parts_name(report, paragraph, model_link(node)->to.node);
        return;
    }
    if (node->kind == MODEL_ACTIVITY) {
        const char *letter = report_letter(report, model_activity(node));
        report_run_own(report, paragraph, doc_textf(report->doc, "%s  ", letter))->face =
            TEXT_SEMIBOLD;
    }
    report_run_text(report, paragraph, node, report_name(report, node));
}

void parts_refs(struct report *report, struct doc_flow *flow, enum doc_text_style style,
                const char *english, const struct model_refs *refs)
{
    if (!refs->count)
        return;
    struct doc_paragraph *paragraph = doc_add_paragraph(report->doc, flow, style);
    if (english)
        report_run_own(report, paragraph,
                       doc_textf(report->doc, "%s: ", report_say(report, english)));
    for (size_t i = 0; i < refs->count; i++) {
        if (i)
            report_run_own(report, paragraph, ", ");
        const struct model_node *node = refs->items[i].node;
        if (node->kind == MODEL_LINK)
            parts_name(report, paragraph, node);
        else
            report_run_text(report, paragraph, node, report_name(report, node));
    }
}

void parts_text(struct report *report, struct doc_flow *cell, const struct model_node *node,
                const char *text)
{
    if (text)
        report_text(report, cell, DOC_CELL, node, text);
    else
        report_dash(report, cell);
}

/* --- amounts ------------------------------------------------------------------------------ */

const char *parts_amount(const struct report *report, struct number number, const char *one,
                         const char *many)
{
    struct buf out;
    buf_init(&out, 0);
    dose_add_amount(&out, number, one, many, report->language);
    return report_keep(report, &out);
}

const char *parts_dose(const struct report *report, const struct component *component)
{
    struct buf out;
    buf_init(&out, 0);
    dose_add(&out, component, report->language);
    return report_keep(report, &out);
}

/* An amount of a kind of resource, with its unit. */
static const char *resource_amount(const struct report *report, const struct resource *resource)
{
    static const struct {
        const char *one, *many;
    } units[] = {
        [RESOURCE_HOURS] = {N_("{1} hour"), N_("{1} hours")},
        [RESOURCE_MONEY] = {N_("DKK {1}"), N_("DKK {1}")},
        [RESOURCE_FTE] = {N_("{1} full-time position"), N_("{1} full-time positions")},
        [RESOURCE_VOLUNTEERS] = {N_("{1} volunteer"), N_("{1} volunteers")},
    };
    size_t kind = resource->kind;
    if (resource->amount.given && kind < COUNT(units) && units[kind].one)
        return parts_amount(report, resource->amount, units[kind].one, units[kind].many);
    const char *name = name_resource_kind(resource->kind);
    name = name ? report_say(report, name) : "";
    if (!resource->amount.given)
        return name;
    return doc_textf(report->doc, "%s%s%s", report_number(report, resource->amount),
                     *name ? " " : "", name);
}

const char *parts_resource(const struct report *report, const struct resource *resource)
{
    const char *amount = resource_amount(report, resource);
    if (!date_given(resource->year))
        return amount;
    const char *year = report_date(report, resource->year);
    return *amount ? report_fill(report, N_("{1} in {2}"), amount, year, NULL) : year;
}

const char *parts_output(const struct report *report, const struct output *output)
{
    const char *amount = report_number(report, output->quantity);
    if (output->unit)
        amount = doc_textf(report->doc, "%s%s%s", amount, *amount ? "\xC2\xA0" : "", output->unit);
    if (!date_given(output->due))
        return amount;
    const char *due = report_fill(report, N_("by {1}"), report_date(report, output->due), NULL);
    return *amount ? doc_textf(report->doc, "%s %s", amount, due) : due;
}

/* --- tags --------------------------------------------------------------------------------- */

const char *parts_tags(const struct report *report, const struct model_tags *tags)
{
    const char *text = "";
    for (size_t i = 0; i < tags->count; i++) {
        const struct model_tag *tag = &tags->items[i];
        const char *code = tags_code_label(report->model, tag, report->language);
        bool same = i && !strcmp(tag->list, tag[-1].list);
        if (same)
            text = doc_textf(report->doc, "%s, %s", text, code);
        else
            text = doc_textf(report->doc, "%s%s%s: %s", text, *text ? " · " : "",
                             tags_list_label(report->model, tag, report->language), code);
    }
    return text;
}

/* --- who ---------------------------------------------------------------------------------- */

const struct model_node *parts_owner(const struct indicator *indicator)
{
    if (indicator->owner.node)
        return indicator->owner.node;
    const struct model_node *source = indicator->source.node;
    return source ? model_source(source)->owner.node : NULL;
}

bool parts_weighs(const struct question *question, const struct condition *rival)
{
    const struct model_node *parent = rival->node.parent;
    const struct model_refs *about = &question->about;
    if (parent->kind == MODEL_LINK &&
        (model_refs_hold(about, parent) || model_refs_hold(about, model_link(parent)->to.node)))
        return true;
    for (size_t i = 0; i < rival->about.count; i++)
        if (model_refs_hold(about, rival->about.items[i].node))
            return true;
    return false;
}

const struct model_node *parts_asker(const struct question *question, const struct method *method)
{
    const struct model_node *who = method ? method->by.node : NULL;
    for (size_t i = 0; i < question->indicators.count && !who; i++)
        who = parts_owner(model_indicator(question->indicators.items[i].node));
    return who;
}
