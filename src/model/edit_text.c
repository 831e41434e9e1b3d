/* Changing the text of an element; see edit_parts.h. Only what differs is replaced, letter by
 * letter, so that references, CDATA sections, comments and line breaks around it stay. */
#include "model/edit_parts.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A letter of a text as the reader has it, and where it comes from. */
struct letter {
    uint32_t character;
    struct range at; /* a space: all white space that became this one */
    bool in_cdata;   /* its end is */
};

struct letters {
    struct letter *items;
    size_t count, capacity;
};

/* --- writing text -------------------------------------------------------------------------- */

static const char *escape_of(uint32_t character, enum edit_context context)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return context == EDIT_IN_TEXT || context == EDIT_IN_CDATA ? "&gt;" : NULL;
    case '"':
        return context == EDIT_IN_DOUBLE ? "&quot;" : NULL;
    case '\'':
        return context == EDIT_IN_SINGLE ? "&apos;" : NULL;
    default:
        return NULL;
    }
}

/* What might end a CDATA section is written outside of it. */
static bool fits_cdata(const struct buf *out, uint32_t character)
{
    bool may_close = out->length && out->data[out->length - 1] == ']';
    return character != '>' || !may_close;
}

void edit_add_escaped(struct buf *out, const struct edit *edit, const char *text,
                      enum edit_context context)
{
    const char *end = text + strlen(text);
    bool in_cdata = context == EDIT_IN_CDATA;
    while (text < end) {
        char bytes[ENCODING_MOST_BYTES];
        uint32_t c = utf8_next(&text, end);
        bool lacking = !encoding_bytes(edit->encoding, c, bytes);
        const char *escape = in_cdata && fits_cdata(out, c) ? NULL : escape_of(c, context);
        bool outside = in_cdata && (lacking || escape);
        if (outside)
            buf_add_string(out, "]]>");
        if (lacking)
            buf_addf(out, "&#%u;", (unsigned)c);
        else if (escape)
            buf_add_string(out, escape);
        else
            buf_add_codepoint(out, c);
        if (outside)
            buf_add_string(out, "<![CDATA[");
    }
}

/* --- reading text -------------------------------------------------------------------------- */

static void add_letter(struct letters *letters, struct letter letter)
{
    struct letter *last = letters->count ? &letters->items[letters->count - 1] : NULL;
    bool space = letter.character < 0x80 && markup_is_space((char)letter.character);
    if (letter.character == 0xFEFF)
        return; /* as the reader does it */
    if (space && last && last->character == ' ') {
        last->at.end = letter.at.end;
        last->in_cdata = letter.in_cdata;
        return;
    }
    if (space && !last)
        return;
    if (space)
        letter.character = ' ';
    letters->items =
        mem_grow(letters->items, &letters->capacity, letters->count + 1, sizeof *letters->items);
    letters->items[letters->count++] = letter;
}

static void add_run(struct letters *letters, const char *source, struct range run, bool in_cdata)
{
    for (uint32_t at = run.start; at < run.end;) {
        struct letter letter = {.at = {at, at}, .in_cdata = in_cdata};
        const char *p = source + at;
        if (in_cdata) {
            letter.character = utf8_next(&p, source + run.end);
            at = (uint32_t)(p - source);
        } else {
            letter.character = markup_character(source, &at, run.end);
        }
        letter.at.end = at;
        add_letter(letters, letter);
    }
}

static void drop_last_space(struct letters *letters)
{
    if (letters->count && letters->items[letters->count - 1].character == ' ')
        letters->count--;
}

/* The text of an element, to be freed. */
static struct letters letters_of(const char *source, const struct markup_tag *tag)
{
    struct letters letters = {0};
    struct markup_piece piece;
    uint32_t at = tag->all.end;
    while (!tag->closed && markup_next_piece(source, &at, &piece))
        if (piece.kind == MARKUP_TEXT || piece.kind == MARKUP_CDATA)
            add_run(&letters, source, piece.inside, piece.kind == MARKUP_CDATA);
    drop_last_space(&letters);
    return letters;
}

static void add_letters(struct buf *out, struct letters *letters)
{
    for (size_t i = 0; i < letters->count; i++)
        buf_add_codepoint(out, letters->items[i].character);
    free(letters->items);
}

void edit_add_content(struct buf *out, const char *source, const struct markup_tag *tag)
{
    struct letters letters = letters_of(source, tag);
    add_letters(out, &letters);
}

void edit_add_decoded(struct buf *out, const char *source, struct range value)
{
    struct letters letters = {0};
    add_run(&letters, source, value, false);
    drop_last_space(&letters);
    add_letters(out, &letters);
}

/* --- what changes -------------------------------------------------------------------------- */

/* What of the old text becomes what of the new one. */
struct change {
    struct range range;
    bool in_cdata; /* where the range is empty: it lies in a CDATA section */
    char *text;    /* to be freed */
};

/* How many letters two texts share from the front; `*rest` is where the new one goes on. */
static size_t shared_front(const struct letters *old, const char *new, const char **rest)
{
    const char *end = new + strlen(new);
    size_t count = 0;
    *rest = new;
    while (count < old->count && new < end && utf8_next(&new, end) == old->items[count].character) {
        *rest = new;
        count++;
    }
    return count;
}

/* How many letters they share from the back, behind `front` letters of the old text and from
 * `new` on; `*end` is where the new text ends then. */
static size_t shared_back(const struct letters *old, size_t front, const char *new,
                          const char **end)
{
    size_t count = 0;
    *end = new + strlen(new);
    while (count<old->count - front && * end> new) {
        const char *before = *end - 1, *p;
        while (before > new && ((unsigned char)*before & 0xC0) == 0x80)
            before--;
        p = before;
        if (utf8_next(&p, *end) != old->items[old->count - 1 - count].character)
            break;
        *end = before;
        count++;
    }
    return count;
}

/* Where something is put in behind `front` letters. */
static void place_insertion(struct change *change, const struct letters *old, size_t front,
                            const struct markup_tag *tag)
{
    uint32_t at = tag->all.end;
    if (front) {
        at = old->items[front - 1].at.end;
        change->in_cdata = old->items[front - 1].in_cdata;
    } else if (old->count) {
        at = old->items[0].at.start;
        change->in_cdata = old->items[0].in_cdata;
    }
    change->range = (struct range){at, at};
}

/* Part of "]]>", which may not come about where old and new text meet. */
static bool closes(uint32_t character)
{
    return character == ']' || character == '>';
}

/* False where nothing changes. Brackets beside what changes are written anew as well. */
static bool find_change(struct change *change, const struct letters *old, const char *new,
                        const struct markup_tag *tag)
{
    const char *text, *end;
    size_t front = shared_front(old, new, &text);
    size_t back = shared_back(old, front, text, &end);
    *change = (struct change){0};
    if (front + back == old->count && end == text)
        return false;
    for (; front && old->items[front - 1].character == ']'; front--)
        text--;
    for (; back && closes(old->items[old->count - back].character); back--)
        end++;
    size_t length = (size_t)(end - text);
    if (front + back < old->count) {
        const struct letter *first = &old->items[front], *last = &old->items[old->count - back - 1];
        change->range = (struct range){first->at.start, last->at.end};
    } else {
        place_insertion(change, old, front, tag);
    }
    change->text = mem_alloc(length + 1);
    memcpy(change->text, text, length);
    change->text[length] = '\0';
    return true;
}

/* --- changing it --------------------------------------------------------------------------- */

static struct range intersection(struct range a, struct range b)
{
    return (struct range){a.start > b.start ? a.start : b.start, a.end < b.end ? a.end : b.end};
}

static struct buf new_text(const struct edit *edit, const char *text, bool in_cdata)
{
    struct buf out = {0};
    edit_add_escaped(&out, edit, text, in_cdata ? EDIT_IN_CDATA : EDIT_IN_TEXT);
    return out;
}

static int refuse_foreign(const struct edit *edit, const struct model_node *node,
                          const struct markup_tag *tag, struct range element,
                          struct diag_sink *sink)
{
    const char *source = edit->model->source;
    struct markup_tag foreign = markup_tag(source, element.start);
    struct buf ours = {0}, theirs = {0};
    buf_add(&ours, source + tag->name.start, tag->name.end - tag->name.start);
    buf_add(&theirs, source + foreign.prefix.start, foreign.name.end - foreign.prefix.start);
    diag_report(sink, DIAG_EDIT_FOREIGN, model_at(edit->model, node), ours.data, theirs.data, NULL);
    buf_release(&ours);
    buf_release(&theirs);
    return -1;
}

/* Replaces the text in the range of the change, piece by piece, the first of them by the new
 * text. What stands between the pieces stays. */
static int replace_pieces(struct edit *edit, const struct model_node *node,
                          const struct markup_tag *tag, const struct change *change,
                          struct diag_sink *sink)
{
    const char *source = edit->model->source;
    const char *left = change->text;
    struct markup_piece piece;
    uint32_t at = tag->all.end;
    int status = 0;
    while (!status && markup_next_piece(source, &at, &piece)) {
        struct range part = intersection(piece.inside, change->range);
        if (part.start >= part.end)
            continue;
        if (piece.kind == MARKUP_TEXT || piece.kind == MARKUP_CDATA) {
            struct buf text = new_text(edit, left, piece.kind == MARKUP_CDATA);
            status = edit_replace(edit, (struct edit_item){.range = part}, &text, node, sink);
            left = "";
        } else if (piece.kind == MARKUP_ELEMENT) {
            status = refuse_foreign(edit, node, tag, piece.all, sink);
        }
    }
    return status;
}

/* <x/> becomes <x>text</x>. */
static int open_with_text(struct edit *edit, const struct model_node *node,
                          const struct markup_tag *tag, const char *value, struct diag_sink *sink)
{
    const char *source = edit->model->source;
    struct edit_item item = {.range = {tag->attributes.end, tag->all.end}};
    struct buf text = {0};
    buf_add_char(&text, '>');
    edit_add_escaped(&text, edit, value, EDIT_IN_TEXT);
    buf_add_string(&text, "</");
    buf_add(&text, source + tag->prefix.start, tag->name.end - tag->prefix.start);
    buf_add_char(&text, '>');
    return edit_replace(edit, item, &text, node, sink);
}

static int apply_change(struct edit *edit, const struct model_node *node,
                        const struct markup_tag *tag, const struct change *change,
                        struct diag_sink *sink)
{
    if (tag->closed)
        return open_with_text(edit, node, tag, change->text, sink);
    if (change->range.start < change->range.end)
        return replace_pieces(edit, node, tag, change, sink);
    struct buf text = new_text(edit, change->text, change->in_cdata);
    return edit_replace(edit, (struct edit_item){.range = change->range}, &text, node, sink);
}

int edit_set_content(struct edit *edit, const struct model_node *node, const struct markup_tag *tag,
                     const char *value, struct diag_sink *sink)
{
    struct edit_mark mark = edit_mark(edit);
    struct letters old = letters_of(edit->model->source, tag);
    struct change change;
    int status = edit_claim(edit, tag->all.start, "", node, sink);
    if (!status && find_change(&change, &old, value ? value : "", tag)) {
        status = apply_change(edit, node, tag, &change, sink);
        free(change.text);
    }
    free(old.items);
    return status ? edit_back(edit, mark) : 0;
}
