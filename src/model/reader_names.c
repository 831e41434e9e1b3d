/* Names that are not known where they stand: what was probably meant, or what may stand
 * there. See reader.h. */
#include "model/reader.h"

#include "base/suggest.h"

#include <stdio.h>
#include <string.h>

enum { MOST_NAMES = VOC_MOST_CHILDREN }; /* no element has more attributes or children */

/* The names that may stand in one place. */
struct names {
    const char *items[MOST_NAMES];
    size_t count;
};

static void add_name(struct names *names, const char *name)
{
    if (names->count < MOST_NAMES)
        names->items[names->count++] = name;
}

static struct names attribute_names(const struct voc_element *element)
{
    struct names names = {.count = 0};
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        add_name(&names, a->name);
    return names;
}

static struct names child_names(const struct voc_element *element)
{
    struct names names = {.count = 0};
    for (const struct voc_child *c = element->children; c->element; c++)
        add_name(&names, c->element->name);
    return names;
}

/* The elements that may hold an element of this name. */
static struct names parent_names(const char *name)
{
    struct names names = {.count = 0};
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    for (size_t i = 0; i < count; i++)
        if (vocabulary_child(elements[i], name))
            add_name(&names, elements[i]->name);
    return names;
}

static const char *among(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return names->items[i];
    return NULL;
}

static const char *by_alias(const char *word, const struct names *names)
{
    return vocabulary_meant(vocabulary_aliases(), word, names->items, names->count);
}

static const char *likely(const char *word, const struct names *names)
{
    return vocabulary_likely(vocabulary_aliases(), word, names->items, names->count);
}

const char *reader_likely(const char *word, const char *const *choices, size_t count)
{
    return vocabulary_likely(vocabulary_aliases(), word, choices, count);
}

/* What was meant counts as given, so that it is not called missing as well. */
static void count_child(struct frame *frame, const char *name)
{
    const struct voc_child *child = name ? vocabulary_child(frame->element, name) : NULL;
    if (child)
        frame->seen |= UINT64_C(1) << (child - frame->element->children);
}

static void count_attribute(struct frame *frame, const char *name)
{
    const struct voc_attribute *attribute = vocabulary_attribute(frame->element, name);
    if (attribute)
        frame->attributes |= UINT32_C(1) << (attribute - frame->element->attributes);
}

/* Adds the names with commas between, each between `open` and `close`. */
static void add_list(struct buf *out, const struct names *names, const char *open,
                     const char *close)
{
    for (size_t i = 0; i < names->count; i++)
        buf_addf(out, "%s%s%s%s", i ? ", " : "", open, names->items[i], close);
}

static void report_list(struct reader *reader, enum diag_id id, struct diag_at at, const char *name,
                        const char *element, const struct names *names, const char *open,
                        const char *close)
{
    struct buf list;
    buf_init(&list, 0);
    add_list(&list, names, open, close);
    diag_report(reader->sink, id, at, name, element, list.data, NULL);
    buf_release(&list);
}

/* A title in a text that has no words of its own: everything else has one. */
static bool is_needless_title(const struct reader *reader, const struct frame *parent,
                              const char *name)
{
    bool blank = strspn(reader->text.data, " \t\r\n") == reader->text.length;
    return !strcmp(name, "title") && strcmp(parent->element->name, name) != 0 && blank;
}

/* One of our own elements inside a text mostly means that the text was not closed, and the next
 * ones are no news. */
static void report_in_text(struct reader *reader, struct frame *parent, struct diag_at at,
                           const char *name)
{
    const char *text = parent->element->name;
    bool ours = vocabulary_element(name) != NULL;
    if (vocabulary_attribute(parent->element, name))
        diag_report(reader->sink, DIAG_ELEMENT_ATTRIBUTE, at, name, text, NULL);
    else if (!ours)
        diag_report(reader->sink, DIAG_ELEMENT_IN_TEXT, at, name, text, NULL);
    else if (!parent->stray && is_needless_title(reader, parent, name))
        diag_report(reader->sink, DIAG_ELEMENT_TITLE_IN_TEXT, at, text, NULL);
    else if (!parent->stray)
        diag_report(reader->sink, DIAG_ELEMENT_IN_OPEN_TEXT, at, name, text, NULL);
    parent->stray = parent->stray || ours;
}

/* --- elements that belong elsewhere -------------------------------------------------------- */

/* The attribute by which an element points at those of a kind; NULL: none. */
static const char *pointer_at(const struct voc_element *element, enum model_kind kind)
{
    const struct voc_attribute *a = element->attributes;
    while (a->name && !(kind && a->kinds & UINT64_C(1) << kind))
        a++;
    return a->name;
}

/* Both may say so by an attribute: the one around it by pointing at it, or it by pointing back. A
 * thing inside one of its own kind is a part of it. */
static void report_place(struct reader *reader, const struct voc_element *around,
                         const struct voc_element *element, struct diag_at at,
                         const struct names *places)
{
    struct buf list = {0};
    bool alike = around == element;
    const char *refer = alike ? NULL : pointer_at(around, element->kind);
    const char *back = alike ? "within" : pointer_at(element, around->kind);
    bool points = back && vocabulary_attribute(element, back);
    for (size_t i = 0; i < places->count; i++)
        reader_add_choice(&list, i, places->count, "<", places->items[i], ">");
    diag_report(reader->sink,
                refer    ? DIAG_ELEMENT_PLACE_REFER
                : points ? DIAG_ELEMENT_PLACE_POINT
                         : DIAG_ELEMENT_PLACE,
                at, element->name, around->name, list.data, refer ? refer : back, NULL);
    buf_release(&list);
}

void reader_unknown_element(struct reader *reader, struct frame *parent, struct position position,
                            const char *written)
{
    const struct voc_element *element = parent->element;
    struct diag_at at = reader_at(reader, position);
    if (diag_counts_only(reader->sink, DIAG_ELEMENT, DIAG_ELEMENT_UNKNOWN))
        return;
    struct diag_word word = word_of(slice_of(written, strlen(written)));
    const char *name = word.text;
    if (element->text) {
        report_in_text(reader, parent, at, name);
        return;
    }
    struct names children = child_names(element), attributes = attribute_names(element);
    struct names parents = parent_names(name);
    const char *meant = parents.count ? NULL : likely(name, &children);
    if (among(&attributes, name))
        diag_report(reader->sink, DIAG_ELEMENT_ATTRIBUTE, at, name, element->name, NULL);
    else if (parents.count)
        report_place(reader, element, vocabulary_element(name), at, &parents);
    else if (meant)
        diag_report(reader->sink, DIAG_ELEMENT, at, name, element->name, meant, NULL);
    else if (children.count)
        report_list(reader, DIAG_ELEMENT_UNKNOWN, at, name, element->name, &children, "<", ">");
    else
        diag_report(reader->sink, DIAG_ELEMENT_NONE, at, name, element->name, NULL);
    count_child(parent, meant);
}

/* What an attribute without a likely name may have been: a child, or any of a list. */
static void report_attribute(struct reader *reader, struct frame *frame, struct diag_at at,
                             const char *name, const struct names *attributes)
{
    const struct voc_element *element = frame->element;
    struct names children = child_names(element);
    const char *child = likely(name, &children);
    if (child)
        diag_report(reader->sink, DIAG_ATTRIBUTE_ELEMENT, at, name, element->name, child, NULL);
    else if (attributes->count)
        report_list(reader, DIAG_ATTRIBUTE_UNKNOWN, at, name, element->name, attributes, "", "");
    else
        diag_report(reader->sink, DIAG_ATTRIBUTE_NONE, at, name, element->name, NULL);
    count_child(frame, child);
}

void reader_unknown_attribute(struct reader *reader, struct frame *frame, const char *written)
{
    const struct voc_element *element = frame->element;
    struct diag_at at = reader_at_attribute(reader, frame->at, written);
    if (diag_counts_only(reader->sink, DIAG_ATTRIBUTE, DIAG_ATTRIBUTE_UNKNOWN))
        return;
    struct diag_word word = word_of(slice_of(written, strlen(written)));
    const char *name = word.text;
    struct names attributes = attribute_names(element), children = child_names(element);
    struct names with_language = attributes;
    add_name(&with_language, "xml:lang");
    const char *meant = by_alias(name, &with_language);
    if (!meant && !by_alias(name, &children))
        meant = suggest_word(name, attributes.items, attributes.count);
    if (!meant) {
        report_attribute(reader, frame, at, name, &attributes);
        return;
    }
    diag_report(reader->sink, DIAG_ATTRIBUTE, at, name, element->name, meant, NULL);
    count_attribute(frame, meant);
}

void reader_unknown_root(struct reader *reader, struct position position, const char *written,
                         const char *prefix, const char *uri)
{
    struct diag_at at = reader_at(reader, position);
    struct diag_word word = word_of(slice_of(written, strlen(written)));
    struct names root = {.items = {vocabulary_root()->name}, .count = 1};
    bool ours = uri && !strcmp(uri, MODEL_NAMESPACE);
    if (ours || !likely(word.text, &root))
        diag_report(reader->sink, DIAG_ROOT, at, word.text, MODEL_NAMESPACE, NULL);
    else if (!uri && !prefix)
        diag_report(reader->sink, DIAG_NAMESPACE_MISSING, at, MODEL_NAMESPACE, NULL);
    else if (uri)
        diag_report(reader->sink, DIAG_NAMESPACE, at, word_of(slice_of(uri, strlen(uri))).text,
                    MODEL_NAMESPACE, NULL);
}
