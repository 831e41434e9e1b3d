/* Ids and references; see reader.h.
 *
 * A reference to what already stands in the file is resolved at once; the others wait
 * until the end. Only then is anything said about references, when all ids are known. */
#include "model/reader.h"

#include "base/memory.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/id_table.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_COMPARED = 2000, /* objects that are looked at for the likely one: enough for any real
                             file, and bounded in a huge one */
};

/* --- ids ----------------------------------------------------------------------------------- */

static bool is_ascii_id(struct slice id)
{
    for (size_t i = 0; i < id.length; i++) {
        unsigned char c = (unsigned char)id.text[i];
        bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
        bool later = (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!letter && !(later && i))
            return false;
    }
    return id.length > 0;
}

/* An XML name without colon, as xsd:ID has it. */
static bool is_id(struct slice id)
{
    if (is_ascii_id(id))
        return true;
    char *string = mem_alloc(id.length + 1);
    memcpy(string, id.text, id.length);
    string[id.length] = '\0';
    bool good = xmlValidateNCName((const xmlChar *)string, 0) == 0;
    free(string);
    return good;
}

/* A word that could serve as the id: hyphens for what cannot stand in one. */
static struct diag_word mended_id(struct slice id)
{
    struct diag_word word = {.text = ""};
    const char *p = id.text, *end = id.text + id.length;
    size_t used = 0;
    while (p < end && used + 2 * UTF8_MAX < sizeof word.text) {
        const char *start = p;
        uint32_t c = utf8_next(&p, end);
        struct slice letter = slice_of(start, (size_t)(p - start));
        bool hyphen = c < 0x80 ? !is_ascii_id(letter) && !(c >= '0' && c <= '9') : !is_id(letter);
        if (hyphen && used && word.text[used - 1] != '-')
            word.text[used++] = '-';
        if (hyphen)
            continue;
        if (!used && c >= '0' && c <= '9') {
            memcpy(word.text, "nr-", 3);
            used = 3;
        }
        used += utf8_encode(c, word.text + used);
    }
    while (used && word.text[used - 1] == '-')
        used--;
    word.text[used] = '\0';
    if (!used)
        memcpy(word.text, "id", 3);
    return word;
}

void reader_ghost(struct reader *reader, struct slice id)
{
    struct id_table *table = reader->model->ids;
    struct slice word, rest = id;
    while (slice_next_word(&rest, &word)) {
        if (id_table_find(table, word.text, word.length))
            continue;
        struct model_node *ghost = arena_alloc(&reader->model->arena, sizeof *ghost);
        ghost->id = arena_copy(&reader->model->arena, word.text, word.length);
        id_table_add(table, ghost);
    }
}

static void report_twice(struct reader *reader, const struct frame *frame,
                         const struct model_node *first)
{
    if (diag_counts_only(reader->sink, DIAG_ID_TWICE, DIAG_ID_TWICE))
        return;
    struct diag *diag =
        diag_report(reader->sink, DIAG_ID_TWICE, reader_at_attribute(reader, frame->at, "id"),
                    word_of(slice_of(first->id, strlen(first->id))).text, NULL);
    if (!diag)
        return;
    struct position place = {first->span.start, first->span.line, first->span.column};
    diag->other = reader_at_attribute(reader, place, "id");
    diag->other.file = diag->at.file;
}

void reader_id(struct reader *reader, struct frame *frame, struct slice id)
{
    struct model *model = reader->model;
    if (!is_id(id)) {
        diag_report(reader->sink, DIAG_ID, reader_at_attribute(reader, frame->at, "id"),
                    word_of(id).text, mended_id(id).text, NULL);
        reader_ghost(reader, id);
        return;
    }
    struct id_entry *taken = id_table_find(model->ids, id.text, id.length);
    if (taken && taken->node->kind) {
        taken->twice = true;
        frame->node->id = taken->node->id;
        report_twice(reader, frame, taken->node);
        return;
    }
    frame->node->id = arena_copy(&model->arena, id.text, id.length);
    if (taken)
        taken->node = frame->node;
    else
        id_table_add(model->ids, frame->node);
}

/* --- references ---------------------------------------------------------------------------- */

static bool fits(const struct pending *pending, const struct model_node *node)
{
    return pending->attribute->kinds & UINT64_C(1) << node->kind;
}

/* Effects stand in horizons of effects; signs are indicators. */
static bool is_sign_horizon(const struct pending *pending, const struct model_node *node)
{
    return pending->node->kind == MODEL_EFFECT && node->kind == MODEL_HORIZON &&
           model_horizon(node)->holds == HORIZON_SIGNS;
}

/* name:id is no id, so it waits until the included files are there. */
static void bind(struct reader *reader, struct pending pending, struct slice id)
{
    struct id_entry *entry = id_table_find(reader->model->ids, id.text, id.length);
    if (entry && fits(&pending, entry->node) && !is_sign_horizon(&pending, entry->node)) {
        *pending.ref = (struct model_ref){entry->node->id, entry->node};
        return;
    }
    pending.ref->id = arena_copy(&reader->model->arena, id.text, id.length);
    reader->pending = mem_grow(reader->pending, &reader->pending_capacity,
                               reader->pending_count + 1, sizeof *reader->pending);
    reader->pending[reader->pending_count++] = pending;
}

void reader_ref(struct reader *reader, struct frame *frame, const struct voc_attribute *attribute,
                struct slice value)
{
    struct pending pending = {
        .ref = (void *)((char *)frame->node + attribute->offset),
        .node = frame->node,
        .attribute = attribute,
    };
    bind(reader, pending, value);
}

void reader_refs(struct reader *reader, struct frame *frame, const struct voc_attribute *attribute,
                 struct slice value)
{
    struct model_refs *refs = (void *)((char *)frame->node + attribute->offset);
    struct slice word, rest = value;
    size_t count = 0;
    while (slice_next_word(&rest, &word))
        count++;
    refs->items = arena_array(&reader->model->arena, count, sizeof *refs->items);
    rest = value;
    while (slice_next_word(&rest, &word)) {
        struct pending pending = {&refs->items[refs->count++], frame->node, attribute};
        bind(reader, pending, word);
    }
}

/* --- what is wrong with a reference -------------------------------------------------------- */

static struct position place_of(const struct model_node *node)
{
    return (struct position){node->span.start, node->span.line, node->span.column};
}

static struct diag_at at_pending(const struct reader *reader, const struct pending *pending)
{
    return reader_at_attribute(reader, place_of(pending->node), pending->attribute->name);
}

/* The objects that a reference may have been meant for. */
struct candidates {
    const struct model_node *items[MOST_COMPARED];
    size_t count;
};

static void find_candidates(const struct model *model, const struct pending *pending,
                            struct candidates *candidates)
{
    candidates->count = 0;
    for (int kind = 1; kind < MODEL_KINDS; kind++) {
        const struct model_list *all = model_all(model, (enum model_kind)kind);
        if (!all || !(pending->attribute->kinds & UINT64_C(1) << kind))
            continue;
        for (size_t i = 0; i < all->count && candidates->count < MOST_COMPARED; i++)
            candidates->items[candidates->count++] = all->items[i];
    }
}

/* The id most like `word`; NULL where none is near. */
static const char *likely_id(const struct candidates *candidates, const char *word)
{
    const char *ids[MOST_COMPARED];
    size_t count = 0;
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->items[i]->id)
            ids[count++] = candidates->items[i]->id;
    return suggest_word(word, ids, count);
}

/* The object of this title; NULL: none. */
static const struct model_node *entitled(const struct candidates *candidates, const char *title)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->items[i]->title && !strcmp(candidates->items[i]->title, title))
            return candidates->items[i];
    return NULL;
}

/* What the reference may point at, to be released. */
static struct buf kinds_of(const struct pending *pending)
{
    struct buf kinds;
    buf_init(&kinds, 0);
    const char *names[MODEL_KINDS];
    size_t count = 0;
    for (int kind = 1; kind < MODEL_KINDS; kind++)
        if (pending->attribute->kinds & UINT64_C(1) << kind)
            names[count++] = vocabulary_of_kind((enum model_kind)kind)->name;
    for (size_t i = 0; i < count; i++)
        reader_add_choice(&kinds, i, count, "<", names[i], ">");
    return kinds;
}

static struct diag_word word_of_string(const char *string)
{
    return word_of(slice_of(string, strlen(string)));
}

/* An arrow to what effects only contribute to. */
static bool is_arrow_to_goal(const struct pending *pending, const struct model_node *node)
{
    bool goal = node->kind == MODEL_GOAL || node->kind == MODEL_THEME;
    return goal && pending->node->kind == MODEL_LINK;
}

static void report_kind(struct reader *reader, const struct pending *pending,
                        const struct model_node *node)
{
    struct buf kinds = kinds_of(pending);
    struct diag_word id = word_of_string(pending->ref->id);
    const char *kind = vocabulary_of_kind(node->kind)->name;
    struct diag_at at = at_pending(reader, pending);
    if (is_arrow_to_goal(pending, node))
        diag_report(reader->sink, DIAG_REFERENCE_GOAL, at, id.text, kind, NULL);
    else
        diag_report(reader->sink, DIAG_REFERENCE_KIND, at, id.text, kind, pending->attribute->name,
                    kinds.data, NULL);
    buf_release(&kinds);
}

static bool has_space(const char *id)
{
    return strpbrk(id, " \t\r\n") != NULL;
}

/* A title where the id should stand. */
static void report_title(struct reader *reader, const struct pending *pending,
                         const struct model_node *meant)
{
    struct slice title = slice_of(meant->title, strlen(meant->title));
    struct diag_at at = at_pending(reader, pending);
    if (meant->id)
        diag_report(reader->sink, DIAG_REFERENCE_TITLE, at, word_of(title).text, meant->id, NULL);
    else
        diag_report(reader->sink, DIAG_REFERENCE_TITLE_ONLY, at, word_of(title).text,
                    vocabulary_of_kind(meant->kind)->name, mended_id(title).text, NULL);
}

static bool holds_id(const struct reader *reader, struct slice words)
{
    struct slice word;
    while (slice_next_word(&words, &word))
        if (id_table_find(reader->model->ids, word.text, word.length))
            return true;
    return false;
}

/* Several ids where one belongs, or a text. */
static void report_words(struct reader *reader, const struct pending *pending)
{
    struct slice words = slice_of(pending->ref->id, strlen(pending->ref->id));
    struct diag_at at = at_pending(reader, pending);
    struct buf kinds = kinds_of(pending);
    if (holds_id(reader, words))
        diag_report(reader->sink, DIAG_REFERENCE_SEVERAL, at, word_of(words).text,
                    pending->attribute->name, NULL);
    else
        diag_report(reader->sink, DIAG_REFERENCE_TEXT, at, word_of(words).text,
                    pending->attribute->name, kinds.data, NULL);
    buf_release(&kinds);
}

/* --- references into included models ------------------------------------------------------- */

/* name:id, cut at the colon. */
struct far {
    char *name; /* to be released with free(); `id` lies in it, too */
    const char *id;
};

static bool is_far(const struct pending *pending)
{
    enum voc_type type = pending->attribute->type;
    return type == VOC_FAR_REF || type == VOC_FAR_REFS;
}

static struct far cut_at_colon(const char *reference)
{
    size_t size = strlen(reference) + 1, before = strcspn(reference, ":");
    struct far far = {.name = mem_alloc(size)};
    memcpy(far.name, reference, size);
    far.name[before] = '\0';
    far.id = far.name + before + 1;
    return far;
}

/* The include of this name; NULL: none. */
static struct include *find_include(const struct reader *reader, const char *name)
{
    const struct model_node *node = model_find(reader->model, name);
    size_t low = 0, high = node ? reader->includes.count : 0;
    while (low < high) { /* they stand in the order of the file */
        size_t middle = low + (high - low) / 2;
        if (reader->includes.nodes[middle]->order < node->order)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = node && low < reader->includes.count && reader->includes.nodes[low] == node;
    return found ? (void *)reader->includes.nodes[low] : NULL;
}

/* Also where the include itself has an id that cannot be one, which was reported. */
static void report_include(struct reader *reader, const struct pending *pending, const char *name)
{
    struct diag_at at = at_pending(reader, pending);
    const char *ids[MOST_COMPARED];
    size_t count = 0;
    if (id_table_find(reader->model->ids, name, strlen(name)) && !model_find(reader->model, name))
        return;
    if (diag_counts_only(reader->sink, DIAG_REFERENCE_INCLUDE, DIAG_REFERENCE_INCLUDE_UNKNOWN))
        return;
    for (size_t i = 0; i < reader->includes.count && count < MOST_COMPARED; i++)
        if (reader->includes.nodes[i]->id)
            ids[count++] = reader->includes.nodes[i]->id;
    const char *likely = suggest_word(name, ids, count);
    if (likely)
        diag_report(reader->sink, DIAG_REFERENCE_INCLUDE, at, word_of_string(name).text, likely,
                    NULL);
    else
        diag_report(reader->sink, DIAG_REFERENCE_INCLUDE_UNKNOWN, at, word_of_string(name).text,
                    word_of_string(pending->ref->id).text, NULL);
}

/* An id of an included file without the right name before it; false where it is none. It was
 * looked for in `file`; NULL: here. */
static bool report_elsewhere(struct reader *reader, const struct pending *pending, const char *id,
                             const char *file)
{
    for (size_t i = 0; is_far(pending) && i < reader->includes.count; i++) {
        struct include *include = (void *)reader->includes.nodes[i];
        const struct model_node *node =
            include->model && include->node.id ? model_find(include->model, id) : NULL;
        if (!node || !fits(pending, node))
            continue;
        struct buf meant = {0};
        buf_addf(&meant, "%s:%s", include->node.id, node->id);
        include->used = true;
        diag_report(reader->sink, file ? DIAG_REFERENCE_FAR : DIAG_REFERENCE,
                    at_pending(reader, pending), word_of_string(id).text, meant.data, file, NULL);
        buf_release(&meant);
        return true;
    }
    return false;
}

/* References are counted; tags of its code lists are known only to the rules. */
static bool serves(const struct include *include)
{
    return include->used || include->model->code_lists.count;
}

/* An include that nothing refers to; a portfolio is there to name them. */
static void report_unused(struct reader *reader)
{
    if (reader->model->programme->kind == PROGRAMME_PORTFOLIO)
        return;
    for (size_t i = 0; i < reader->includes.count; i++) {
        const struct include *include = (const void *)reader->includes.nodes[i];
        if (include->model && include->node.id && !serves(include))
            diag_report(reader->sink, DIAG_INCLUDE_UNUSED,
                        reader_at_attribute(reader, place_of(&include->node), "id"),
                        include->node.id, NULL);
    }
}

/* Nothing in the included model has the id. */
static void report_far(struct reader *reader, const struct pending *pending,
                       const struct model *model, const struct far *far)
{
    struct diag_at at = at_pending(reader, pending);
    struct candidates candidates;
    if (diag_counts_only(reader->sink, DIAG_REFERENCE_FAR, DIAG_REFERENCE_FAR_UNKNOWN) ||
        report_elsewhere(reader, pending, far->id, model->file))
        return;
    find_candidates(model, pending, &candidates);
    const char *likely = likely_id(&candidates, far->id);
    struct buf meant = {0};
    if (likely) {
        buf_addf(&meant, "%s:%s", far->name, likely);
        diag_report(reader->sink, DIAG_REFERENCE_FAR, at, word_of_string(far->id).text, meant.data,
                    model->file, NULL);
    } else {
        diag_report(reader->sink, DIAG_REFERENCE_FAR_UNKNOWN, at, word_of_string(far->id).text,
                    model->file, word_of_string(pending->ref->id).text, NULL);
    }
    buf_release(&meant);
}

/* Only what the included file holds itself is there to be seen, not what that one includes. */
static void resolve_in(struct reader *reader, const struct pending *pending,
                       const struct model *model, const struct far *far)
{
    const struct model_node *node = model_find(model, far->id);
    if (!node)
        report_far(reader, pending, model, far);
    else if (!fits(pending, node))
        report_kind(reader, pending, node);
    else
        pending->ref->node = node;
}

/* An included model that could not be read was reported; what it holds is not known. */
static void resolve_far(struct reader *reader, const struct pending *pending)
{
    struct far far = cut_at_colon(pending->ref->id);
    struct slice name = slice_of(far.name, strlen(far.name));
    struct slice id = slice_of(far.id, strlen(far.id));
    struct include *include = find_include(reader, far.name);
    if (!is_id(name) || !is_id(id))
        diag_report(reader->sink, DIAG_REFERENCE_FORM, at_pending(reader, pending),
                    word_of_string(pending->ref->id).text, NULL);
    else if (!include)
        report_include(reader, pending, far.name);
    else if (!is_far(pending))
        diag_report(reader->sink, DIAG_REFERENCE_NEAR, at_pending(reader, pending),
                    word_of_string(pending->ref->id).text, pending->attribute->name, NULL);
    else if (include->model)
        resolve_in(reader, pending, include->model, &far);
    if (include)
        include->used = true;
    free(far.name);
}

/* True for name:id in an attribute that may lead out of the file, or that names an include. */
static bool leads_out(const struct reader *reader, const struct pending *pending)
{
    const char *id = pending->ref->id, *colon = strchr(id, ':');
    if (!colon || has_space(id))
        return false;
    if (is_far(pending))
        return true;
    struct far far = cut_at_colon(id);
    bool leads = find_include(reader, far.name) != NULL;
    free(far.name);
    return leads;
}

/* --- references within the file ------------------------------------------------------------ */

static void report_dangling(struct reader *reader, const struct pending *pending)
{
    struct diag_word word = word_of(slice_of(pending->ref->id, strlen(pending->ref->id)));
    struct diag_at at = at_pending(reader, pending);
    struct candidates candidates;
    if (diag_counts_only(reader->sink, DIAG_REFERENCE, DIAG_REFERENCE_UNKNOWN))
        return;
    if (report_elsewhere(reader, pending, pending->ref->id, NULL))
        return;
    find_candidates(reader->model, pending, &candidates);
    const struct model_node *meant = entitled(&candidates, pending->ref->id);
    if (meant) {
        report_title(reader, pending, meant);
        return;
    }
    if (has_space(pending->ref->id)) {
        report_words(reader, pending);
        return;
    }
    const char *likely = likely_id(&candidates, word.text);
    if (likely)
        diag_report(reader->sink, DIAG_REFERENCE, at, word.text, likely, NULL);
    else
        diag_report(reader->sink, DIAG_REFERENCE_UNKNOWN, at, word.text, pending->attribute->name,
                    NULL);
}

/* How many of the pending references from the `first` on stand in the same attribute. */
static size_t same_attribute(const struct reader *reader, size_t first)
{
    const struct pending *pending = &reader->pending[first];
    size_t count = 1;
    while (first + count < reader->pending_count && pending[count].node == pending->node &&
           pending[count].attribute == pending->attribute)
        count++;
    return count;
}

static bool is_full(const struct diag_sink *sink, enum diag_id id)
{
    return sink->of_kind[id] >= DIAG_MOST_OF_KIND;
}

static bool holds_an_id(const struct reader *reader, const struct pending *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *id = words[i].ref->id;
        if (strchr(id, ':') || id_table_find(reader->model->ids, id, strlen(id)))
            return true;
    }
    return false;
}

/* True where there are few words, so that they may be meant as ids, and one is like one. */
static bool is_like_an_id(const struct candidates *candidates, const struct pending *words,
                          size_t count)
{
    enum { FEW = 5 };
    for (size_t i = 0; i < count && count <= FEW; i++)
        if (entitled(candidates, words[i].ref->id) || likely_id(candidates, words[i].ref->id))
            return true;
    return false;
}

/* The words with spaces between, to be released. */
static struct buf joined(const struct pending *words, size_t count)
{
    struct buf text = {0};
    for (size_t i = 0; i < count; i++)
        buf_addf(&text, "%s%s", i ? " " : "", words[i].ref->id);
    return text;
}

/* "Anne og Bo" where several ids may stand: one text, not three unknown ids. True where it was
 * reported. Looking for words takes long, and ends where one of the messages is full. */
static bool report_text(struct reader *reader, const struct pending *words, size_t count)
{
    const struct model_refs *refs =
        (const void *)((const char *)words->node + words->attribute->offset);
    const struct diag_sink *sink = reader->sink;
    struct candidates candidates;
    if (count < 2 || count != refs->count || sink->count >= DIAG_MOST ||
        is_full(sink, DIAG_REFERENCE) || is_full(sink, DIAG_REFERENCE_UNKNOWN) ||
        is_full(sink, DIAG_REFERENCES_TEXT) || holds_an_id(reader, words, count))
        return false;
    find_candidates(reader->model, words, &candidates);
    struct buf text = joined(words, count);
    struct model_ref whole = {text.data, NULL};
    struct pending pending = {&whole, words->node, words->attribute};
    const struct model_node *meant = entitled(&candidates, text.data);
    bool is_text = meant || !is_like_an_id(&candidates, words, count);
    struct buf kinds = kinds_of(words);
    if (meant)
        report_title(reader, &pending, meant);
    else if (is_text)
        diag_report(reader->sink, DIAG_REFERENCES_TEXT, at_pending(reader, words),
                    word_of_string(text.data).text, words->attribute->name, kinds.data, NULL);
    buf_release(&kinds);
    buf_release(&text);
    return is_text;
}

static void resolve(struct reader *reader, const struct pending *pending)
{
    const char *id = pending->ref->id;
    const struct id_entry *entry = id_table_find(reader->model->ids, id, strlen(id));
    if (!entry && leads_out(reader, pending)) {
        resolve_far(reader, pending);
        return;
    }
    if (!entry) {
        report_dangling(reader, pending);
        return;
    }
    const struct model_node *node = entry->node;
    if (!node->kind || (entry->twice && !fits(pending, node)))
        return; /* another finding has said it */
    if (!fits(pending, node))
        report_kind(reader, pending, node);
    else if (is_sign_horizon(pending, node))
        diag_report(reader->sink, DIAG_HORIZON_SIGNS, at_pending(reader, pending),
                    model_name(node, NULL), NULL);
    else
        *pending->ref = (struct model_ref){node->id, node};
}

/* --- places and target groups within each other -------------------------------------------- */

static const struct model_node *larger(const struct model_node *node)
{
    return node->kind == MODEL_PLACE ? model_place(node)->within.node
                                     : model_target_group(node)->within.node;
}

static void report_circle(struct reader *reader, const struct model_node *node)
{
    diag_report(reader->sink, node->kind == MODEL_PLACE ? DIAG_PLACE_CIRCLE : DIAG_GROUP_CIRCLE,
                reader_at_attribute(reader, place_of(node), "within"), model_name(node, NULL),
                NULL);
}

/* Follows `within` from a node and marks the way with its number; where it comes back to its
 * own way there is a circle. `marks` has one number per object of the model, by order. */
static void follow(struct reader *reader, const struct model_node *node, uint32_t *marks,
                   uint32_t walk)
{
    while (!marks[node->order]) {
        marks[node->order] = walk;
        if (!larger(node))
            return;
        node = larger(node);
    }
    if (marks[node->order] == walk)
        report_circle(reader, node);
}

static void find_circles(struct reader *reader, const struct model_list *list)
{
    if (!list->count)
        return;
    uint32_t *marks = mem_zalloc(reader->nodes, sizeof *marks);
    for (size_t i = 0; i < list->count; i++)
        follow(reader, list->items[i], marks, (uint32_t)i + 1);
    free(marks);
}

void reader_resolve(struct reader *reader)
{
    for (size_t i = 0, count; i < reader->pending_count; i += count) {
        count = same_attribute(reader, i);
        if (report_text(reader, &reader->pending[i], count))
            continue;
        for (size_t k = 0; k < count; k++)
            resolve(reader, &reader->pending[i + k]);
    }
    report_unused(reader);
    find_circles(reader, &reader->model->places);
    find_circles(reader, &reader->model->target_groups);
    reader_inherit(reader);
}
