/* Texts of a template that still stand where somebody's own should be; see placeholders.h. */
#include "check/placeholders.h"

#include "check/rule.h"
#include "model/vocabulary.h"

#include <string.h>

bool placeholder_is(const char *text)
{
    const char *end = text && *text == '[' ? strchr(text, ']') : NULL;
    return end && end > text + 1 && !end[1];
}

/* The first one, and how many there are. */
struct search {
    const struct model *model;
    const struct model_node *node;
    const char *text;
    size_t count;
};

static void look(struct search *search, const struct model_node *node, const char *text)
{
    if (!placeholder_is(text))
        return;
    if (!search->count++) {
        search->node = node;
        search->text = text;
    }
}

static void look_at_texts(struct search *search, const struct model_node *node,
                          const struct voc_element *element)
{
    const char *fields = (const char *)node;
    look(search, node, node->title);
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        if (a->type == VOC_TEXT)
            look(search, node, *(const char *const *)(const void *)(fields + a->offset));
    for (const struct voc_child *c = element->children; c->element; c++)
        if (c->store == VOC_STORE_TEXT)
            look(search, node, *(const char *const *)(const void *)(fields + c->offset));
}

/* The list that holds children of this kind; NULL: they are no objects. */
static const struct model_list *list_of(const struct model *model, const struct model_node *node,
                                        const struct voc_child *child)
{
    const char *base = NULL;
    if (child->store == VOC_STORE_MODEL)
        base = (const char *)model;
    else if (child->store == VOC_STORE_LIST)
        base = (const char *)node;
    return base ? (const struct model_list *)(const void *)(base + child->offset) : NULL;
}

/* A node and all that stands within it. A list may hold several kinds, and children of others. */
static void walk(struct search *search, const struct model_node *node)
{
    const struct voc_element *element = vocabulary_of_kind(node->kind);
    look_at_texts(search, node, element);
    for (const struct voc_child *c = element->children; c->element; c++) {
        const struct model_list *list = list_of(search->model, node, c);
        for (size_t i = 0; list && i < list->count; i++)
            if (list->items[i]->kind == c->element->kind && list->items[i]->parent == node)
                walk(search, list->items[i]);
    }
}

/* One finding for all of them: a new model is full of them. */
void rule_placeholders(struct check *check)
{
    struct search search = {.model = check->model};
    walk(&search, &check->model->programme->node);
    if (search.count == 1)
        check_found(check, DIAG_PLACEHOLDER, search.node, search.text, NULL);
    else if (search.count)
        check_found(check, DIAG_PLACEHOLDERS, search.node, check_count(check, search.count),
                    search.text, NULL);
}
