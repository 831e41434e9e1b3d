/* Changing a model file: the list of replacements, and attributes; see edit.h. */
#include "model/edit.h"

#include "base/memory.h"
#include "model/edit_parts.h"
#include "model/reader.h"

#include <stdlib.h>
#include <string.h>

void edit_init(struct edit *edit, const struct model *model)
{
    *edit = (struct edit){.model = model, .encoding = encoding_named(model->encoding)};
}

void edit_release(struct edit *edit)
{
    arena_release(&edit->arena);
    free(edit->items);
    free(edit->claims);
    *edit = (struct edit){0};
}

bool edit_is_empty(const struct edit *edit)
{
    return edit->count == 0;
}

/* --- the list ------------------------------------------------------------------------------ */

struct edit_mark edit_mark(const struct edit *edit)
{
    return (struct edit_mark){edit->count, edit->claim_count};
}

int edit_back(struct edit *edit, struct edit_mark mark)
{
    edit->count = mark.count;
    edit->claim_count = mark.claim_count;
    return -1;
}

static int refuse_twice(const struct edit *edit, const struct model_node *node,
                        struct diag_sink *sink)
{
    diag_report(sink, DIAG_EDIT_TWICE, model_at(edit->model, node), NULL);
    return -1;
}

/* What is put in lies outside of what it only touches. */
static bool overlap(struct range a, struct range b)
{
    return a.start < b.end && b.start < a.end;
}

/* A text of many pieces is replaced from the front, so that there is mostly nothing to compare. */
static bool is_free(const struct edit *edit, struct range range)
{
    if (range.start >= edit->furthest)
        return true;
    for (size_t i = 0; i < edit->count; i++)
        if (overlap(edit->items[i].range, range))
            return false;
    return true;
}

int edit_replace(struct edit *edit, struct edit_item item, struct buf *text,
                 const struct model_node *node, struct diag_sink *sink)
{
    if (text->overflow)
        mem_exhausted();
    if (!is_free(edit, item.range)) {
        buf_release(text);
        return refuse_twice(edit, node, sink);
    }
    if (edit->furthest < item.range.end)
        edit->furthest = item.range.end;
    item.order = edit->count;
    item.length = text->length;
    item.text = arena_copy(&edit->arena, text->data ? text->data : "", text->length);
    buf_release(text);
    edit->items = mem_grow(edit->items, &edit->capacity, edit->count + 1, sizeof *edit->items);
    edit->items[edit->count++] = item;
    return 0;
}

bool edit_is_claimed(const struct edit *edit, uint32_t at, const char *name)
{
    for (size_t i = 0; i < edit->claim_count; i++)
        if (edit->claims[i].at == at && !strcmp(edit->claims[i].name, name))
            return true;
    return false;
}

int edit_claim(struct edit *edit, uint32_t at, const char *name, const struct model_node *node,
               struct diag_sink *sink)
{
    if (edit_is_claimed(edit, at, name))
        return refuse_twice(edit, node, sink);
    edit->claims =
        mem_grow(edit->claims, &edit->claim_capacity, edit->claim_count + 1, sizeof *edit->claims);
    edit->claims[edit->claim_count++] = (struct edit_claim){at, arena_string(&edit->arena, name)};
    return 0;
}

const char *edit_normalise(struct edit *edit, const char *value)
{
    if (!value)
        return NULL;
    char *copy = arena_string(&edit->arena, value);
    copy[text_normalise(copy, strlen(copy))] = '\0';
    return *copy ? copy : NULL;
}

/* --- attributes ---------------------------------------------------------------------------- */

/* The attribute whose look a new one takes over: the last one. `*lines` becomes true where each
 * but the first stands on a line of its own. */
static bool last_attribute(const char *source, const struct markup_tag *tag,
                           struct markup_attribute *last, bool *lines)
{
    uint32_t at = tag->attributes.start;
    struct markup_attribute attribute;
    size_t count = 0, broken = 0;
    while (markup_next_attribute(source, &at, &attribute)) {
        struct range before = {attribute.all.start, attribute.name.start};
        broken += count && range_has_break(source, before);
        *last = attribute;
        count++;
    }
    *lines = count > 1 && broken == count - 1;
    return count > 0;
}

static void add_range(struct buf *out, const char *source, uint32_t start, uint32_t end)
{
    buf_add(out, source + start, end - start);
}

static void add_attribute(struct buf *out, const struct edit *edit, const struct markup_tag *tag,
                          const struct edit_attribute *new)
{
    const char *source = edit->model->source;
    struct markup_attribute last = {0};
    bool lines;
    if (!last_attribute(source, tag, &last, &lines)) {
        buf_addf(out, " %s=\"", new->name);
        edit_add_escaped(out, edit, new->value, EDIT_IN_DOUBLE);
        buf_add_char(out, '"');
        return;
    }
    char quote = source[last.value.end];
    if (lines)
        add_range(out, source, last.all.start, last.name.start);
    else
        buf_add_char(out, ' ');
    buf_add_string(out, new->name);
    add_range(out, source, last.name.end, last.value.start);
    edit_add_escaped(out, edit, new->value, quote == '"' ? EDIT_IN_DOUBLE : EDIT_IN_SINGLE);
    buf_add_char(out, quote);
}

/* White space around a value is not part of it, and stays as it is. */
static struct range trimmed(const char *source, struct range value)
{
    while (value.start < value.end && markup_is_space(source[value.start]))
        value.start++;
    while (value.start < value.end && markup_is_space(source[value.end - 1]))
        value.end--;
    return value;
}

static int change_attribute(struct edit *edit, const struct model_node *node,
                            const struct markup_attribute *attribute, const char *value,
                            struct diag_sink *sink)
{
    const char *source = edit->model->source;
    struct edit_item item = {.range = attribute->all};
    struct buf text = {0}, old = {0};
    if (value) {
        edit_add_decoded(&old, source, attribute->value);
        bool same = old.data && !strcmp(old.data, value);
        buf_release(&old);
        if (same)
            return 0;
        item.range = trimmed(source, attribute->value);
        bool in_double = source[attribute->value.end] == '"';
        edit_add_escaped(&text, edit, value, in_double ? EDIT_IN_DOUBLE : EDIT_IN_SINGLE);
    }
    return edit_replace(edit, item, &text, node, sink);
}

int edit_set_in_tag(struct edit *edit, const struct model_node *node, const struct markup_tag *tag,
                    const struct edit_attribute *attribute, struct diag_sink *sink)
{
    struct edit_mark mark = edit_mark(edit);
    struct markup_attribute present;
    struct buf text = {0}, claim = {0};
    buf_addf(&claim, "@%s", attribute->name);
    int status = edit_claim(edit, tag->all.start, claim.data, node, sink);
    buf_release(&claim);
    if (status)
        return status;
    if (markup_attribute(edit->model->source, tag, attribute->name, &present)) {
        status = change_attribute(edit, node, &present, attribute->value, sink);
    } else if (attribute->value) {
        add_attribute(&text, edit, tag, attribute);
        struct range behind = {tag->attributes.end, tag->attributes.end};
        status = edit_replace(edit, (struct edit_item){.range = behind}, &text, node, sink);
    }
    return status ? edit_back(edit, mark) : 0;
}

int edit_set_attribute(struct edit *edit, const struct model_node *node, const char *name,
                       const char *value, struct diag_sink *sink)
{
    struct markup_tag tag = markup_tag(edit->model->source, node->span.start);
    struct edit_attribute attribute = {name, edit_normalise(edit, value)};
    return edit_set_in_tag(edit, node, &tag, &attribute, sink);
}
