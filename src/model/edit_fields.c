/* Values by the names that people say; see edit.h. */
#include "model/edit_parts.h"
#include "model/reader.h"

#include <string.h>

enum { MOST_FIELDS = 64 };

static const char xml_lang[] = "xml:lang";

static bool holds_text(const struct voc_child *child)
{
    return child->element->text &&
           (child->store == VOC_STORE_TITLE || child->store == VOC_STORE_TEXT);
}

/* All fields of a kind of element, the nearest first; returns how many. */
static size_t list_fields(const struct voc_element *element, struct edit_field fields[MOST_FIELDS])
{
    size_t count = 0;
    for (const struct voc_attribute *a = element->attributes; a->name && count < MOST_FIELDS; a++)
        fields[count++] = (struct edit_field){.name = a->name};
    if (count < MOST_FIELDS)
        fields[count++] = (struct edit_field){.name = xml_lang};
    if (element->text && count < MOST_FIELDS)
        fields[count++] = (struct edit_field){.name = element->name, .is_text = true};
    for (const struct voc_child *c = element->children; c->element && count < MOST_FIELDS; c++)
        if (holds_text(c))
            fields[count++] = (struct edit_field){.name = c->element->name, .is_text = true};
    for (const struct voc_child *c = element->children; c->element; c++) {
        const struct voc_attribute *a = c->element->attributes;
        for (; c->store == VOC_STORE_FIELDS && a->name && count < MOST_FIELDS; a++)
            fields[count++] = (struct edit_field){.name = a->name, .part = c->element->name};
    }
    return count;
}

bool edit_find_field(const struct model_node *node, const char *name, struct edit_field *field)
{
    struct edit_field fields[MOST_FIELDS];
    size_t count = list_fields(vocabulary_of_kind(node->kind), fields);
    for (size_t i = 0; i < count; i++) {
        if (!strcmp(fields[i].name, name)) {
            *field = fields[i];
            return true;
        }
    }
    return false;
}

const char *edit_likely_field(const struct model_node *node, const char *name)
{
    struct edit_field fields[MOST_FIELDS];
    const char *names[MOST_FIELDS];
    size_t count = list_fields(vocabulary_of_kind(node->kind), fields);
    for (size_t i = 0; i < count; i++)
        names[i] = fields[i].name;
    return reader_likely(name, names, count);
}

void edit_add_fields(struct buf *out, const struct model_node *node)
{
    struct edit_field fields[MOST_FIELDS];
    size_t count = list_fields(vocabulary_of_kind(node->kind), fields);
    for (size_t i = 0; i < count; i++)
        buf_addf(out, "%s%s", i ? ", " : "", fields[i].name);
}

/* The tag that carries the field; false: it is not there. */
static bool find_tag(const struct edit *edit, const struct model_node *node,
                     const struct edit_field *field, struct markup_tag *tag)
{
    struct edit_child child;
    bool own = field->is_text && !strcmp(field->name, vocabulary_of_kind(node->kind)->name);
    const char *name = field->is_text ? field->name : field->part;
    if (own || !name) {
        *tag = markup_tag(edit->model->source, node->span.start);
        return true;
    }
    bool found = edit_find_child(edit, node, name, &child);
    *tag = child.tag;
    return found;
}

bool edit_add_value(struct buf *out, const struct edit *edit, const struct model_node *node,
                    const struct edit_field *field)
{
    const char *source = edit->model->source;
    struct markup_tag tag;
    struct markup_attribute attribute;
    size_t before = out->length;
    if (!find_tag(edit, node, field, &tag))
        return false;
    if (field->is_text)
        edit_add_content(out, source, &tag);
    else if (markup_attribute(source, &tag, field->name, &attribute))
        edit_add_decoded(out, source, attribute.value);
    return out->length > before;
}

void edit_add_normalised(struct buf *out, const char *value)
{
    size_t before = out->length;
    buf_add_string(out, value);
    out->length = before + text_normalise(out->data + before, out->length - before);
    out->data[out->length] = '\0';
}

/* The text of a child, or that of the node itself. */
int edit_set_text(struct edit *edit, const struct model_node *node, const char *name,
                  const char *value, struct diag_sink *sink)
{
    const struct voc_element *element = vocabulary_of_kind(node->kind);
    const char *text = edit_normalise(edit, value);
    struct edit_child child;
    if (element->text && !strcmp(element->name, name)) {
        struct markup_tag tag = markup_tag(edit->model->source, node->span.start);
        return edit_set_content(edit, node, &tag, text, sink);
    }
    if (!edit_find_child(edit, node, name, &child))
        return text ? edit_add(edit, node, &(struct edit_element){.name = name, .text = text}, sink)
                    : 0;
    return text ? edit_set_content(edit, node, &child.tag, text, sink)
                : edit_remove_text(edit, node, &child, sink);
}

/* An attribute of a part, which is added where it is not there. */
static int set_in_part(struct edit *edit, const struct model_node *node,
                       const struct edit_field *field, const char *value, struct diag_sink *sink)
{
    struct edit_attribute attributes[] = {{field->name, edit_normalise(edit, value)}, {0}};
    struct edit_child child;
    if (edit_find_child(edit, node, field->part, &child))
        return edit_set_in_tag(edit, node, &child.tag, attributes, sink);
    if (!attributes[0].value)
        return 0;
    struct edit_element part = {.name = field->part, .attributes = attributes};
    return edit_add(edit, node, &part, sink);
}

int edit_set(struct edit *edit, const struct model_node *node, const struct edit_field *field,
             const char *value, struct diag_sink *sink)
{
    if (field->is_text)
        return edit_set_text(edit, node, field->name, value, sink);
    if (field->part)
        return set_in_part(edit, node, field, value, sink);
    return edit_set_attribute(edit, node, field->name, value, sink);
}
