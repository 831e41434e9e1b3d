/* Children: which there are, and taking one away; see edit_parts.h. */
#include "model/edit_parts.h"

#include <assert.h>
#include <string.h>

/* --- which there are ----------------------------------------------------------------------- */

static bool value_is(const char *source, struct range value, const char *string)
{
    while (value.start < value.end && *string)
        if (markup_character(source, &value.start, value.end) != (unsigned char)*string++)
            return false;
    return value.start == value.end && !*string;
}

/* What a tag says about a prefix: it stands for our namespace, for another, or nothing. */
enum binding { BINDING_NONE, BINDING_OURS, BINDING_OTHER };

/* True if an attribute is xmlns:prefix, or xmlns where the prefix is empty. */
static bool declares(const char *source, struct range name, struct range prefix)
{
    static const char xmlns[] = "xmlns:";
    uint32_t length = prefix.end - prefix.start;
    uint32_t lead = length ? sizeof xmlns - 1 : sizeof xmlns - 2;
    return name.end - name.start == lead + length && !memcmp(source + name.start, xmlns, lead) &&
           !memcmp(source + name.end - length, source + prefix.start, length);
}

static enum binding binding_of(const char *source, const struct markup_tag *tag,
                               struct range prefix)
{
    uint32_t at = tag->attributes.start;
    struct markup_attribute attribute;
    while (markup_next_attribute(source, &at, &attribute))
        if (declares(source, attribute.name, prefix))
            return value_is(source, attribute.value, MODEL_NAMESPACE) ? BINDING_OURS
                                                                      : BINDING_OTHER;
    return BINDING_NONE;
}

/* True if an element directly in `parent` is in our namespace. */
static bool is_ours(const char *source, const struct markup_tag *tag,
                    const struct model_node *parent)
{
    enum binding binding = binding_of(source, tag, tag->prefix);
    for (; !binding && parent; parent = parent->parent) {
        struct markup_tag around = markup_tag(source, parent->span.start);
        binding = binding_of(source, &around, tag->prefix);
    }
    return binding == BINDING_OURS;
}

static const struct voc_child *child_named(const struct voc_element *element, const char *source,
                                           struct range name)
{
    const struct voc_child *child = element->children;
    while (child->element && !range_equals(source, name, child->element->name))
        child++;
    return child->element ? child : NULL;
}

/* Sees a piece of the parent's content as a child of ours; false: it is none. */
bool edit_as_child(const struct edit *edit, const struct model_node *parent,
                   const struct markup_piece *piece, struct edit_child *child)
{
    const char *source = edit->model->source;
    if (piece->kind != MARKUP_ELEMENT)
        return false;
    child->tag = markup_tag(source, piece->all.start);
    child->end = piece->all.end;
    child->child = child_named(vocabulary_of_kind(parent->kind), source, child->tag.name);
    return child->child && is_ours(source, &child->tag, parent);
}

bool edit_find_child(const struct edit *edit, const struct model_node *parent, const char *name,
                     struct edit_child *child)
{
    const char *source = edit->model->source;
    struct markup_tag tag = markup_tag(source, parent->span.start);
    struct markup_piece piece;
    uint32_t at = tag.all.end;
    while (!tag.closed && markup_next_piece(source, &at, &piece))
        if (edit_as_child(edit, parent, &piece, child) &&
            !strcmp(child->child->element->name, name))
            return true;
    return false;
}

/* --- taking away --------------------------------------------------------------------------- */

/* The lines of an element that stands alone on them, else the element itself. */
static struct range lines_of(const char *source, struct range element)
{
    if (!markup_begins_line(source, element.start) || !markup_ends_line(source, element.end))
        return element;
    struct range lines = {markup_line_start(source, element.start),
                          markup_skip_blanks(source, element.end)};
    if (source[lines.end] == '\r' && source[lines.end + 1] == '\n')
        lines.end++;
    lines.end += source[lines.end] != '\0';
    return lines;
}

static int take_away(struct edit *edit, const struct model_node *node, struct range element,
                     struct diag_sink *sink)
{
    struct edit_item item = {.range = lines_of(edit->model->source, element)};
    struct buf nothing = {0};
    return edit_replace(edit, item, &nothing, node, sink);
}

int edit_remove(struct edit *edit, const struct model_node *node, struct diag_sink *sink)
{
    uint32_t end = markup_element_end(edit->model->source, node->span.start);
    assert(node->parent);
    return take_away(edit, node, (struct range){node->span.start, end}, sink);
}

/* True if there is nothing but text in the element, and no attribute of another program. */
static bool only_text(const char *source, const struct markup_tag *tag)
{
    struct markup_attribute attribute;
    struct markup_piece piece;
    uint32_t at = tag->attributes.start;
    while (markup_next_attribute(source, &at, &attribute)) {
        struct range name = attribute.name;
        bool prefixed = memchr(source + name.start, ':', name.end - name.start);
        if (prefixed && strncmp(source + name.start, "xml", 3) != 0)
            return false;
    }
    at = tag->all.end;
    while (!tag->closed && markup_next_piece(source, &at, &piece))
        if (piece.kind != MARKUP_TEXT && piece.kind != MARKUP_CDATA)
            return false;
    return true;
}

int edit_remove_text(struct edit *edit, const struct model_node *parent,
                     const struct edit_child *child, struct diag_sink *sink)
{
    const char *source = edit->model->source;
    if (!only_text(source, &child->tag)) {
        diag_report(sink, DIAG_EDIT_KEEP, model_at(edit->model, parent),
                    child->child->element->name, NULL);
        return -1;
    }
    struct edit_mark mark = edit_mark(edit);
    struct range element = {child->tag.all.start, child->end};
    int status = edit_claim(edit, element.start, "", parent, sink);
    if (!status)
        status = take_away(edit, parent, element, sink);
    return status ? edit_back(edit, mark) : 0;
}
