/* Reading a model: the XML parser's events onto the vocabulary; see reader.h. */
#include "model/reader.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "model/id_table.h"
#include "model/reader_bytes.h"

#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15 }; /* bytes handed to the parser at a time */

/* --- slices and words ---------------------------------------------------------------------- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct slice slice_of(const char *text, size_t length)
{
    return (struct slice){text, length};
}

struct slice slice_trim(struct slice slice)
{
    while (slice.length && is_space(*slice.text)) {
        slice.text++;
        slice.length--;
    }
    while (slice.length && is_space(slice.text[slice.length - 1]))
        slice.length--;
    return slice;
}

bool slice_next_word(struct slice *rest, struct slice *word)
{
    *rest = slice_trim(*rest);
    *word = slice_of(rest->text, 0);
    while (word->length < rest->length && !is_space(rest->text[word->length]))
        word->length++;
    rest->text += word->length;
    rest->length -= word->length;
    return word->length > 0;
}

/* True for a byte order mark within a text: pasted from another program, and never drawn. */
static bool is_stray_mark(const char *text, size_t left)
{
    static const char mark[] = "\xEF\xBB\xBF";
    return left >= sizeof mark - 1 && text[0] == mark[0] && !memcmp(text, mark, sizeof mark - 1);
}

/* What nearly all texts consist of: letters, and single spaces between them. */
static size_t normal_length(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && text[i] != '\xEF' &&
           ((unsigned char)text[i] > ' ' || (text[i] == ' ' && i && text[i - 1] != ' ')))
        i++;
    return i;
}

size_t text_normalise(char *text, size_t length)
{
    size_t used = normal_length(text, length);
    for (size_t i = used; i < length; i++) {
        if (is_stray_mark(text + i, length - i))
            i += 2;
        else if (!is_space(text[i]))
            text[used++] = text[i];
        else if (used && text[used - 1] != ' ')
            text[used++] = ' ';
    }
    return used && text[used - 1] == ' ' ? used - 1 : used;
}

bool text_draws_nothing(const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        uint32_t c = utf8_next(&text, end);
        bool space = c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x3000;
        if (!space && c != UTF8_SOFT_HYPHEN && c != 0x2060 && c != 0xFEFF)
            return false;
    }
    return true;
}

struct diag_word word_of(struct slice slice)
{
    return diag_word_of(slice.text, slice.length);
}

void reader_add_choice(struct buf *out, size_t i, size_t count, const char *open, const char *name,
                       const char *close)
{
    bool last = i && i + 1 == count;
    if (last) {
        buf_add_char(out, ' ');
        diag_add_term(out, N_("or"));
        buf_add_char(out, ' ');
    }
    buf_addf(out, "%s%s%s%s", i && !last ? ", " : "", open, name, close);
}

/* --- places -------------------------------------------------------------------------------- */

uint32_t reader_offset(const struct reader *reader)
{
    long consumed = xmlByteConsumed(reader->parser);
    size_t length = reader->model->source_length;
    return consumed < 0 || (size_t)consumed > length ? (uint32_t)length : (uint32_t)consumed;
}

struct diag_at reader_at(const struct reader *reader, struct position position)
{
    return (struct diag_at){reader->model->file,
                            position.line,
                            position.column,
                            {position.offset, position.line, position.column}};
}

struct diag_at reader_at_offset(const struct reader *reader, uint32_t offset)
{
    if (offset < reader->at.offset)
        offset = reader->at.offset;
    return reader_at(reader, position_after(reader->at, reader->model->source, offset));
}

static bool is_name_end(char c)
{
    return is_space(c) || c == '=' || c == '>' || c == '/' || !c;
}

/* Past the quoted value that begins at or after `p`. */
static const char *past_value(const char *p)
{
    while (*p && *p != '"' && *p != '\'' && *p != '>')
        p++;
    const char *close = *p && *p != '>' ? strchr(p + 1, *p) : NULL;
    return close ? close + 1 : p;
}

struct diag_at reader_at_attribute(const struct reader *reader, struct position tag,
                                   const char *name)
{
    const char *source = reader->model->source;
    const char *p = source + tag.offset + 1;
    size_t length = strlen(name);
    while (!is_name_end(*p))
        p++;
    for (;;) {
        while (is_space(*p))
            p++;
        if (!strncmp(p, name, length) && is_name_end(p[length]))
            return reader_at(reader, position_after(tag, source, (uint32_t)(p - source)));
        const char *next = past_value(p);
        if (next == p || !*next || *next == '>')
            return reader_at(reader, tag);
        p = next;
    }
}

/* Not by xmlStopParser(): it frees the input that a handler may still be looking at. The rest
 * of the chunk goes by unheard, and no more is fed. */
void reader_stop(struct reader *reader)
{
    reader->stopped = true;
}

uint32_t reader_tag_start(const struct reader *reader, uint32_t offset)
{
    const char *source = reader->model->source;
    while (offset > 0 && source[offset] != '<')
        offset--;
    return offset;
}

/* --- nodes --------------------------------------------------------------------------------- */

/* Most lists hold one node or none, so they begin small. */
static void append(struct arena *arena, struct model_list *list, const struct model_node *node)
{
    if (list->count == list->capacity) {
        const struct model_node **old = list->items;
        list->capacity = list->capacity ? list->capacity * 2 : 1;
        list->items = arena_array(arena, list->capacity, sizeof *list->items);
        if (list->count)
            memcpy(list->items, old, list->count * sizeof *old);
    }
    list->items[list->count++] = node;
}

static struct model_list *list_at(void *base, size_t offset)
{
    return (struct model_list *)(void *)((char *)base + offset);
}

/* Puts the node into the lists where it belongs. */
static void enlist(struct model *model, const struct frame *frame, struct model_node *parent)
{
    void *base = frame->child->store == VOC_STORE_MODEL ? (void *)model : (void *)parent;
    append(&model->arena, list_at(base, frame->child->offset), frame->node);
    if (frame->element->all_offset)
        append(&model->arena, list_at(model, frame->element->all_offset), frame->node);
}

static uint32_t last_position(const struct model_list *list)
{
    return (uint32_t)(list->count - 1);
}

/* What a new object knows from where it stands, beside what all objects know. */
static void add_kind(struct model *model, struct model_node *node)
{
    void *object = node;
    switch (node->kind) {
    case MODEL_PROGRAMME:
        model->programme = object;
        model->programme->file = model->file;
        break;
    case MODEL_HORIZON:
        ((struct horizon *)object)->position = last_position(&model->horizons);
        break;
    case MODEL_FOCUS_AREA:
        ((struct focus_area *)object)->position = last_position(&model->focus_areas);
        break;
    case MODEL_ACTIVITY:
        ((struct activity *)object)->position = last_position(&model->activities);
        if (node->parent->kind == MODEL_FOCUS_AREA)
            ((struct activity *)object)->focus_area = model_focus_area(node->parent);
        break;
    case MODEL_EFFECT:
        ((struct effect *)object)->position = last_position(&model->effects);
        break;
    case MODEL_LINK:
        ((struct link *)object)->evidence = -1;
        break;
    default:
        break;
    }
}

static void add_later(struct later *later, struct model_node *node)
{
    later->nodes = mem_grow(later->nodes, &later->capacity, later->count + 1, sizeof *later->nodes);
    later->nodes[later->count++] = node;
}

/* A new object for the frame on top. */
static void add_node(struct reader *reader, struct frame *frame)
{
    const struct frame *parent = reader->depth > 1 ? frame - 1 : NULL;
    struct model_node *node = arena_alloc(&reader->model->arena, frame->element->size);
    node->kind = frame->element->kind;
    node->order = reader->nodes++;
    node->parent = parent ? parent->node : NULL;
    node->lang = frame->lang;
    node->span.line = frame->at.line;
    node->span.column = frame->at.column;
    node->span.start = frame->at.offset;
    frame->node = node;
    if (parent)
        enlist(reader->model, frame, parent->node);
    add_kind(reader->model, node);
    if (node->kind == MODEL_INCLUDE)
        add_later(&reader->includes, node);
}

/* --- attributes ---------------------------------------------------------------------------- */

/* One attribute as libxml2 gives it: five pointers. */
struct raw_attribute {
    const char *name, *prefix, *uri, *value, *end;
};

static struct raw_attribute raw_attribute(const xmlChar **five)
{
    return (struct raw_attribute){(const char *)five[0], (const char *)five[1],
                                  (const char *)five[2], (const char *)five[3],
                                  (const char *)five[4]};
}

/* libxml2 hands an & in a value over as "&#38;". */
static struct slice value_of(struct reader *reader, const struct raw_attribute *raw)
{
    static const char ampersand[] = "&#38;";
    size_t length = (size_t)(raw->end - raw->value);
    if (!memchr(raw->value, '&', length))
        return slice_of(raw->value, length);
    buf_reset(&reader->value);
    for (const char *p = raw->value; p < raw->end; p++) {
        buf_add_char(&reader->value, *p);
        if (!strncmp(p, ampersand, sizeof ampersand - 1))
            p += sizeof ampersand - 2;
    }
    return slice_of(reader->value.data, reader->value.length);
}

/* xml:lang on an object is for all that stands in it, on a title for the texts of its object;
 * but the programme's language is that of its documents, too. */
static void take_language(struct reader *reader, struct frame *frame, const char *lang)
{
    bool of_title = frame->child && frame->child->store == VOC_STORE_TITLE && frame->node->parent;
    if (frame->element->size || of_title)
        frame->node->lang = lang;
    else if (!frame->lang || strcmp(lang, frame->lang))
        diag_report(reader->sink, DIAG_LANGUAGE_PLACE,
                    reader_at_attribute(reader, frame->at, "xml:lang"), frame->element->name,
                    (frame - 1)->element->name, NULL);
    frame->lang = lang;
}

/* Attributes of other namespaces are free; xml:lang is ours, and our own names take no prefix. */
static void prefixed_attribute(struct reader *reader, struct frame *frame,
                               const struct raw_attribute *raw)
{
    if (!raw->uri)
        return; /* the prefix is not declared, which was reported */
    if (!strcmp(raw->uri, (const char *)XML_XML_NAMESPACE) && !strcmp(raw->name, "lang")) {
        const char *lang = reader_language(reader, frame->at, value_of(reader, raw));
        if (lang)
            take_language(reader, frame, lang);
    } else if (!strcmp(raw->uri, MODEL_NAMESPACE)) {
        char written[160];
        snprintf(written, sizeof written, "%s:%s", raw->prefix, raw->name);
        diag_report(reader->sink, DIAG_ATTRIBUTE_PREFIX,
                    reader_at_attribute(reader, frame->at, written), raw->name, NULL);
    }
}

/* With what it says, and the choices where they are fixed. */
static void report_missing(struct reader *reader, const struct frame *frame,
                           const struct voc_attribute *attribute)
{
    struct buf says = {0};
    size_t count = 0;
    diag_add_term(&says, attribute->meaning);
    while (attribute->codes && attribute->codes[count].name)
        count++;
    for (size_t i = 0; i < count; i++)
        reader_add_choice(&says, i, count, i ? "" : " (", attribute->codes[i].name,
                          i + 1 == count ? ")" : "");
    diag_report(reader->sink, DIAG_ATTRIBUTE_MISSING, reader_at(reader, frame->at),
                frame->element->name, attribute->name, says.data, NULL);
    buf_release(&says);
}

static void missing_attributes(struct reader *reader, const struct frame *frame)
{
    const struct voc_attribute *all = frame->element->attributes;
    for (size_t i = 0; all[i].name; i++) {
        if (!all[i].required || (frame->attributes & UINT32_C(1) << i))
            continue;
        if (all[i].type == VOC_FORMAT)
            diag_report(reader->sink, DIAG_FORMAT_MISSING, reader_at(reader, frame->at),
                        MODEL_FORMAT, NULL);
        else
            report_missing(reader, frame, &all[i]);
    }
}

static void read_attributes(struct reader *reader, struct frame *frame, const xmlChar **attributes,
                            int count)
{
    for (int i = 0; i < count && !reader->stopped; i++) {
        struct raw_attribute raw = raw_attribute(attributes + 5 * i);
        if (raw.prefix) {
            prefixed_attribute(reader, frame, &raw);
            continue;
        }
        const struct voc_attribute *known = vocabulary_attribute(frame->element, raw.name);
        if (!known) {
            reader_unknown_attribute(reader, frame, raw.name);
            continue;
        }
        frame->attributes |= UINT32_C(1) << (known - frame->element->attributes);
        reader_value(reader, frame, known, value_of(reader, &raw));
    }
    if (!reader->stopped)
        missing_attributes(reader, frame);
}

/* --- content that is passed over ----------------------------------------------------------- */

/* Ids in it are remembered, so that references to them are not called dangling. */
static void remember_ids(struct reader *reader, const xmlChar **attributes, int count)
{
    for (int i = 0; i < count; i++) {
        struct raw_attribute raw = raw_attribute(attributes + 5 * i);
        if (!raw.prefix && !strcmp(raw.name, "id"))
            reader_ghost(reader, slice_trim(value_of(reader, &raw)));
    }
}

/* Remembers the foreign element that begins here, and where it ends later. */
static void keep_foreign(struct reader *reader, const char *name, const char *uri)
{
    struct model *model = reader->model;
    if (model->foreign_count == reader->foreign_capacity) {
        const struct model_foreign *old = model->foreign;
        reader->foreign_capacity = reader->foreign_capacity ? reader->foreign_capacity * 2 : 4;
        model->foreign =
            arena_array(&model->arena, reader->foreign_capacity, sizeof *model->foreign);
        if (model->foreign_count)
            memcpy(model->foreign, old, model->foreign_count * sizeof *old);
    }
    struct model_foreign *kept = &model->foreign[model->foreign_count++];
    kept->name = arena_string(&model->arena, name);
    kept->uri = arena_string(&model->arena, uri);
    kept->parent = reader->frames[reader->depth - 1].node;
    kept->span.line = reader->at.line;
    kept->span.column = reader->at.column;
    kept->span.start = reader->at.offset;
}

static void begin_skipping(struct reader *reader, bool foreign)
{
    reader->skipped = 1;
    reader->foreign = foreign;
    reader->foreign_reported = false;
}

static void begin_foreign(struct reader *reader, const char *name, const char *uri)
{
    keep_foreign(reader, name, uri);
    begin_skipping(reader, true);
}

/* An element inside content that is passed over. One of ours in foreign content would be lost. */
static void skip_element(struct reader *reader, struct position at, const char *name, bool ours)
{
    reader->skipped++;
    if (!ours || !reader->foreign || reader->foreign_reported)
        return;
    reader->foreign_reported = true;
    diag_report(reader->sink, DIAG_ELEMENT_FOREIGN, reader_at(reader, at), name, NULL);
}

/* --- elements ------------------------------------------------------------------------------ */

static struct frame *push(struct reader *reader, const struct voc_element *element,
                          const struct voc_child *child)
{
    struct frame *frame = &reader->frames[reader->depth++];
    *frame = (struct frame){.element = element, .child = child, .at = reader->at};
    frame->lang = child ? (frame - 1)->lang : NULL;
    uint32_t offset = reader_offset(reader);
    frame->content = offset + (reader->model->source[offset] == '/' ? 2 : 1);
    buf_reset(&reader->text);
    if (element->size)
        add_node(reader, frame);
    else
        frame->node = (frame - 1)->node;
    return frame;
}

/* Points at the first one as well, whose '<' stands at `first`. That may be far up, so its place is
 * kept for the next one of its kind. */
static void report_twice(struct reader *reader, const struct frame *parent, const char *name,
                         uint32_t first)
{
    struct diag *diag = diag_report(reader->sink, DIAG_ELEMENT_TWICE, reader_at(reader, reader->at),
                                    name, parent->element->name, NULL);
    if (!diag)
        return;
    if (reader->first.offset != first)
        reader->first = position_after(parent->at, reader->model->source, first);
    diag->other = reader_at(reader, reader->first);
    diag->other.file = diag->at.file;
}

/* Starts a child of ours; returns NULL where it cannot stand here, which is then reported. */
static struct frame *start_child(struct reader *reader, const char *name)
{
    struct frame *parent = &reader->frames[reader->depth - 1];
    const struct voc_child *child = vocabulary_child(parent->element, name);
    if (!child) {
        reader_unknown_element(reader, parent, reader->at, name);
        return NULL;
    }
    size_t which = (size_t)(child - parent->element->children);
    uint64_t bit = UINT64_C(1) << which;
    if (child->occurs != VOC_MANY && parent->first[which]) {
        report_twice(reader, parent, name, parent->first[which]);
        return NULL;
    }
    if (!parent->first[which])
        parent->first[which] = reader->at.offset;
    parent->seen |= bit;
    return push(reader, child->element, child);
}

static struct frame *start_root(struct reader *reader, const char *name, const char *prefix,
                                const char *uri)
{
    const struct voc_element *root = vocabulary_root();
    if (uri && !strcmp(uri, MODEL_NAMESPACE) && !strcmp(name, root->name))
        return push(reader, root, NULL);
    reader_unknown_root(reader, reader->at, name, prefix, uri);
    reader_stop(reader);
    return NULL;
}

/* An element without any namespace among ours is a forgotten prefix, not foreign content. */
static void without_namespace(struct reader *reader, const char *name, const char *prefix)
{
    if (!prefix) /* an undeclared one was reported */
        diag_report(reader->sink, DIAG_NAMESPACE_CHILD, reader_at(reader, reader->at), name, NULL);
    begin_skipping(reader, false);
}

static bool too_deep(struct reader *reader)
{
    if (reader->depth + reader->skipped < READER_MOST_DEPTH)
        return false;
    char digits[24];
    snprintf(digits, sizeof digits, "%d", READER_MOST_DEPTH);
    diag_report(reader->sink, DIAG_DEPTH, reader_at(reader, reader->at), digits, NULL);
    reader_stop(reader);
    return true;
}

static void on_start(void *data, const xmlChar *xml_name, const xmlChar *xml_prefix,
                     const xmlChar *xml_uri, int namespace_count, const xmlChar **namespaces,
                     int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct reader *reader = data;
    const char *name = (const char *)xml_name, *prefix = (const char *)xml_prefix;
    const char *uri = (const char *)xml_uri;
    (void)namespace_count, (void)namespaces, (void)defaulted;
    if (reader->stopped)
        return;
    bool ours = uri && !strcmp(uri, MODEL_NAMESPACE);
    uint32_t start = reader_tag_start(reader, reader_offset(reader));
    reader->at = position_after(reader->at, reader->model->source, start);
    if (too_deep(reader))
        return;
    struct frame *frame = NULL;
    if (reader->skipped)
        skip_element(reader, reader->at, name, ours);
    else if (!reader->depth)
        frame = start_root(reader, name, prefix, uri);
    else if (ours && !(frame = start_child(reader, name)))
        begin_skipping(reader, false);
    else if (!uri)
        without_namespace(reader, name, prefix);
    else if (!ours)
        begin_foreign(reader, name, uri);
    if (frame)
        read_attributes(reader, frame, attributes, attribute_count);
    else if (ours || !uri)
        remember_ids(reader, attributes, attribute_count);
}

/* --- text ---------------------------------------------------------------------------------- */

/* Past white space, comments, processing instructions and the opening of a CDATA section. */
static uint32_t first_text(const char *source, uint32_t offset)
{
    const char *p = source + offset;
    for (;;) {
        const char *close = NULL;
        size_t skip = 3;
        if (is_space(*p)) {
            p++;
            continue;
        }
        if (!strncmp(p, "<!--", 4)) {
            close = strstr(p + 4, "-->");
        } else if (!strncmp(p, "<?", 2)) {
            close = strstr(p + 2, "?>");
            skip = 2;
        } else if (!strncmp(p, "<![CDATA[", 9)) {
            close = p;
            skip = 9;
        }
        if (!close)
            return (uint32_t)(p - source);
        p = close + skip;
    }
}

/* The child that text directly in an element was probably meant for; NULL: it has none. */
static const struct voc_child *text_child(const struct voc_element *element)
{
    const struct voc_child *child = element->children;
    while (child->element && !child->element->text)
        child++;
    return child->element ? child : NULL;
}

/* Reports the first text since the last child. Where it is probably the title, that is not called
 * missing as well. */
static void stray_text(struct reader *reader, struct frame *frame)
{
    const char *source = reader->model->source;
    const struct voc_child *child = text_child(frame->element);
    uint32_t first = first_text(source, frame->content);
    struct slice text = slice_of(source + first, strcspn(source + first, "<\n"));
    frame->stray = true;
    if (child)
        frame->seen |= UINT64_C(1) << (child - frame->element->children);
    diag_report(reader->sink, child ? DIAG_TEXT_PLACE : DIAG_TEXT_NONE,
                reader_at_offset(reader, first), frame->element->name,
                word_of(slice_trim(text)).text, child ? child->element->name : NULL, NULL);
}

static bool is_blank(const char *text, size_t length)
{
    while (length && is_space(*text)) {
        text++;
        length--;
    }
    return !length;
}

/* Texts of one piece were measured before; this one may have comments in it. */
static void add_text(struct reader *reader, const struct frame *frame, const char *text,
                     size_t length)
{
    char megabytes[24];
    if (reader->text.length + length <= READER_MOST_TEXT) {
        buf_add(&reader->text, text, length);
        return;
    }
    snprintf(megabytes, sizeof megabytes, "%d", READER_MOST_TEXT >> 20);
    diag_report(reader->sink, DIAG_TEXT_LENGTH, reader_at(reader, frame->at), megabytes, NULL);
    reader_stop(reader);
}

static void on_text(void *data, const xmlChar *text, int length)
{
    struct reader *reader = data;
    if (reader->skipped || !reader->depth || reader->stopped)
        return;
    struct frame *frame = &reader->frames[reader->depth - 1];
    if (frame->element->text)
        add_text(reader, frame, (const char *)text, (size_t)length);
    else if (!is_blank((const char *)text, (size_t)length) && !frame->stray)
        stray_text(reader, frame);
}

static void place_title(struct reader *reader, const struct frame *frame)
{
    const char *source = reader->model->source;
    struct position first = position_after(frame->at, source, first_text(source, frame->content));
    frame->node->title_line = first.line;
    frame->node->title_column = first.column;
}

static void store_text(struct reader *reader, const struct frame *frame)
{
    size_t length = text_normalise(reader->text.data, reader->text.length);
    if (text_draws_nothing(reader->text.data, length)) {
        if (frame->element->text_required && !frame->stray)
            diag_report(reader->sink, DIAG_TEXT_EMPTY, reader_at(reader, frame->at),
                        frame->element->name, NULL);
        return;
    }
    char *text = arena_copy(&reader->model->arena, reader->text.data, length);
    bool is_title = frame->element->size || frame->child->store == VOC_STORE_TITLE;
    if (is_title) {
        frame->node->title = text;
        place_title(reader, frame);
    } else {
        char *base = (char *)frame->node;
        *(const char **)(void *)(base + frame->child->offset) = text;
    }
}

/* --- the end of an element ----------------------------------------------------------------- */

static void missing_children(struct reader *reader, const struct frame *frame)
{
    const struct voc_child *children = frame->element->children;
    for (size_t i = 0; children[i].element; i++)
        if (children[i].occurs == VOC_ONE && !(frame->seen & UINT64_C(1) << i))
            diag_report(reader->sink, DIAG_TITLE_MISSING, reader_at(reader, frame->at),
                        frame->element->name, NULL);
}

/* The text of the element around goes on from here. */
static void child_ended(struct reader *reader)
{
    struct frame *parent = &reader->frames[reader->depth - 1];
    if (!parent->element->text)
        parent->content = reader_offset(reader);
}

static void skipping_ended(struct reader *reader)
{
    struct model *model = reader->model;
    if (reader->foreign)
        model->foreign[model->foreign_count - 1].span.end = reader_offset(reader);
    child_ended(reader);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reader *reader = data;
    (void)name, (void)prefix, (void)uri;
    if (reader->stopped)
        return;
    if (reader->skipped) {
        if (--reader->skipped == 0)
            skipping_ended(reader);
        return;
    }
    struct frame *frame = &reader->frames[--reader->depth];
    if (frame->element->text)
        store_text(reader, frame);
    missing_children(reader, frame);
    reader_sense(reader, frame);
    if (frame->element->kind == MODEL_INDICATOR && model_indicator(frame->node)->like.id)
        add_later(&reader->likes, frame->node);
    if (frame->element->size)
        frame->node->span.end = reader_offset(reader);
    if (reader->depth)
        child_ended(reader);
    else
        reader->closed = true;
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    struct reader *reader = data;
    (void)name, (void)external, (void)system;
    uint32_t start = reader_tag_start(reader, reader_offset(reader));
    diag_report(reader->sink, DIAG_DOCTYPE, reader_at_offset(reader, start), NULL);
    reader_stop(reader);
    xmlStopParser(reader->parser); /* at once: no entity is even looked at */
}

/* --- the whole file ------------------------------------------------------------------------ */

static void *grow(void *old, size_t size)
{
    return mem_realloc(old, size, 1);
}

static char *copy_string(const char *string)
{
    size_t size = strlen(string) + 1;
    return memcpy(mem_alloc(size), string, size);
}

static xmlParserCtxtPtr new_parser(struct reader *reader)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_doctype,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = reader_on_xml_error,
    };
    /* For the whole process, and the same whenever it is set: libxml2 would take a failed
     * allocation for a fault of the file. */
    xmlMemSetup(free, mem_alloc, grow, copy_string);
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, reader, NULL, 0, NULL);
    if (!parser)
        mem_exhausted();
    /* The text is UTF-8 by now, whatever its declaration says. */
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC);
    return parser;
}

static void parse(struct reader *reader)
{
    const struct model *model = reader->model;
    size_t at = 0;
    while (!reader->stopped && at < model->source_length) {
        size_t left = model->source_length - at;
        size_t size = left < CHUNK ? left : CHUNK;
        xmlParseChunk(reader->parser, model->source + at, (int)size, 0);
        at += size;
    }
    if (!reader->stopped)
        xmlParseChunk(reader->parser, NULL, 0, 1);
    if (!reader->stopped && !reader->closed) {
        /* The parser gave up without a word; it should not, but a model needs its root. */
        diag_report(reader->sink, DIAG_XML_STOPS,
                    reader_at_offset(reader, (uint32_t)model->source_length), NULL);
        reader_stop(reader);
    }
}

/* Parses the source that the model has got. What the parser needs is given back before other
 * files are read. */
static void parse_source(struct reader *reader)
{
    buf_init(&reader->text, READER_MOST_BYTES);
    buf_init(&reader->value, READER_MOST_TAG);
    reader->parser = new_parser(reader);
    parse(reader);
    xmlFreeDoc(reader->parser->myDoc); /* libxml2 may begin one for a broken DOCTYPE */
    xmlFreeParserCtxt(reader->parser);
    buf_release(&reader->text);
    buf_release(&reader->value);
}

/* Reads the source and what it includes; true where all of it was seen and can be used. */
static bool read_source(struct reader *reader)
{
    struct model *model = reader->model;
    model->ids = id_table_new();
    parse_source(reader);
    model->well_formed = !reader->stopped;
    if (reader->stopped)
        return false;
    bool good = loader_read_includes(reader);
    reader_resolve(reader);
    return good;
}

bool reader_read(struct model *model, char *bytes, size_t length, struct loader *loader,
                 size_t file, struct diag_sink *sink)
{
    size_t errors_before = sink->of_severity[DIAG_ERROR];
    reader_peek_language(model, bytes, length);
    if (!reader_decode(model, bytes, length, sink) || !reader_within_limits(model, sink))
        return false;
    /* Not on the stack: files that include each other are read inside each other. */
    struct reader *reader = mem_alloc(sizeof *reader);
    *reader = (struct reader){
        .model = model, .sink = sink, .loader = loader, .file = file, .at = position_start()};
    bool good = read_source(reader);
    free(reader->pending);
    free(reader->includes.nodes);
    free(reader->likes.nodes);
    free(reader);
    return good && sink->of_severity[DIAG_ERROR] == errors_before;
}
