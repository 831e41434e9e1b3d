/* The model as stable text: one object a line, children indented; see model_dump(). */
#include "model/model.h"

#include "model/vocabulary.h"

#include <string.h>

static void add_quoted(struct buf *out, const char *text)
{
    buf_add_char(out, '"');
    buf_add_escaped(out, text);
    buf_add_char(out, '"');
}

static void add_name(struct buf *out, const char *name)
{
    buf_addf(out, " %s=", name);
}

/* --- attributes ---------------------------------------------------------------------------- */

static void add_text(struct buf *out, const char *name, const char *text)
{
    if (!text)
        return;
    add_name(out, name);
    add_quoted(out, text);
}

static void add_code(struct buf *out, const struct voc_attribute *attribute, int value)
{
    for (const struct voc_code *code = attribute->codes; code->name; code++) {
        if (code->value == value) {
            add_name(out, attribute->name);
            buf_add_string(out, code->name);
        }
    }
}

static void add_date(struct buf *out, const char *name, struct date date)
{
    if (!date_given(date))
        return;
    add_name(out, name);
    date_add_iso(out, date);
}

static void add_number(struct buf *out, const char *name, struct number number)
{
    if (!number.given)
        return;
    add_name(out, name);
    buf_add_number(out, number.value, number.decimals);
}

static void add_refs(struct buf *out, const char *name, const struct model_refs *refs)
{
    for (size_t i = 0; i < refs->count; i++) {
        if (i)
            buf_add_char(out, ',');
        else
            add_name(out, name);
        buf_add_string(out, refs->items[i].id);
    }
}

static void add_tags(struct buf *out, const char *name, const struct model_tags *tags)
{
    for (size_t i = 0; i < tags->count; i++) {
        if (i)
            buf_add_char(out, ',');
        else
            add_name(out, name);
        buf_addf(out, "%s:%s", tags->items[i].list, tags->items[i].code);
    }
}

static void add_attribute(struct buf *out, const struct model_node *node,
                          const struct voc_attribute *attribute)
{
    const void *field = (const char *)node + attribute->offset;
    const char *name = attribute->name;
    switch (attribute->type) {
    case VOC_REF:
    case VOC_FAR_REF: {
        const struct model_ref *ref = field;
        if (ref->id)
            buf_addf(out, " %s=%s", name, ref->id);
        break;
    }
    case VOC_REFS:
    case VOC_FAR_REFS:
        add_refs(out, name, field);
        break;
    case VOC_CODE:
        add_code(out, attribute, *(const int *)field);
        break;
    case VOC_DATE:
    case VOC_YEAR:
        add_date(out, name, *(const struct date *)field);
        break;
    case VOC_NUMBER:
    case VOC_COUNT:
        add_number(out, name, *(const struct number *)field);
        break;
    case VOC_GRADE:
        if (*(const int *)field >= 0)
            buf_addf(out, " %s=%d", name, *(const int *)field);
        break;
    case VOC_STEP:
        if (*(const int *)field)
            buf_addf(out, " %s=%d", name, *(const int *)field);
        break;
    case VOC_TAGS:
        add_tags(out, name, field);
        break;
    case VOC_TEXT:
    case VOC_WORD:
    case VOC_AGES:
    case VOC_DURATION:
    case VOC_RULE:
        add_text(out, name, *(const char *const *)field);
        break;
    case VOC_ID: /* stands at the beginning of the line */
    case VOC_LANG:
    case VOC_FORMAT:
        break;
    }
}

static void add_attributes(struct buf *out, const struct model_node *node,
                           const struct voc_element *element)
{
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        add_attribute(out, node, a);
}

/* --- objects ------------------------------------------------------------------------------- */

static void add_object(struct buf *out, const struct model *model, const struct model_node *node,
                       int depth);

static void add_line(struct buf *out, const struct model_node *node,
                     const struct voc_element *element, int depth)
{
    buf_addf(out, "%*s%s", depth * 2, "", element->name);
    if (node->id)
        buf_addf(out, " %s", node->id);
    if (node->title) {
        buf_add_char(out, ' ');
        add_quoted(out, node->title);
    }
    if (node->lang && (!node->parent || node->parent->lang != node->lang))
        buf_addf(out, " xml:lang=%s", node->lang);
    add_attributes(out, node, element);
    for (const struct voc_child *c = element->children; c->element; c++) {
        const char *field = (const char *)node + c->offset;
        if (c->store == VOC_STORE_TEXT)
            add_text(out, c->element->name, *(const char *const *)(const void *)field);
        else if (c->store == VOC_STORE_FIELDS)
            add_attributes(out, node, c->element);
    }
    buf_add_char(out, '\n');
}

/* The list that a child element of a node is kept in; NULL for the others. */
static const struct model_list *list_of(const struct model *model, const struct model_node *node,
                                        const struct voc_child *child)
{
    const char *base = child->store == VOC_STORE_MODEL  ? (const char *)model
                       : child->store == VOC_STORE_LIST ? (const char *)node
                                                        : NULL;
    return base ? (const struct model_list *)(const void *)(base + child->offset) : NULL;
}

enum { MOST_LISTS = 40 }; /* of one object */

/* True if the last of the lists is there already: several elements may share one. */
static bool is_among(const struct model_list *const *lists, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lists[i] == lists[count])
            return true;
    return false;
}

/* Children in the order of the document: the lists are merged. */
static void add_children(struct buf *out, const struct model *model, const struct model_node *node,
                         const struct voc_element *element, int depth)
{
    const struct model_list *lists[MOST_LISTS];
    size_t next[MOST_LISTS] = {0}, count = 0;
    for (const struct voc_child *c = element->children; c->element && count < MOST_LISTS; c++)
        if ((lists[count] = list_of(model, node, c)) && !is_among(lists, count))
            count++;
    for (;;) {
        const struct model_node *first = NULL;
        size_t from = 0;
        for (size_t i = 0; i < count; i++) {
            if (next[i] == lists[i]->count)
                continue;
            const struct model_node *candidate = lists[i]->items[next[i]];
            if (!first || candidate->order < first->order) {
                first = candidate;
                from = i;
            }
        }
        if (!first)
            return;
        next[from]++;
        add_object(out, model, first, depth);
    }
}

static void add_object(struct buf *out, const struct model *model, const struct model_node *node,
                       int depth)
{
    const struct voc_element *element = vocabulary_of_kind(node->kind);
    add_line(out, node, element, depth);
    add_children(out, model, node, element, depth + 1);
}

/* What the program passes over stands last: it is kept, and nothing is known about it. */
static void add_foreign(struct buf *out, const struct model_foreign *foreign)
{
    const struct model_node *in = foreign->parent;
    buf_addf(out, "foreign {%s}%s line=%u in=%s", foreign->uri, foreign->name,
             (unsigned)foreign->span.line, vocabulary_of_kind(in->kind)->name);
    if (in->id)
        buf_addf(out, " %s", in->id);
    buf_add_char(out, '\n');
}

void model_dump(struct buf *out, const struct model *model)
{
    if (model->programme)
        add_object(out, model, &model->programme->node, 0);
    for (size_t i = 0; i < model->foreign_count; i++)
        add_foreign(out, &model->foreign[i]);
}
