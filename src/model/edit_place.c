/* Where a new child goes, and what it looks like; see edit_parts.h. */
#include "model/edit_parts.h"

#include <assert.h>
#include <string.h>

/* --- where a new one goes ------------------------------------------------------------------ */

/* Past comments that stand behind something in its line and end the line: they are about it. */
static uint32_t past_remarks(const char *source, uint32_t at)
{
    uint32_t end = at;
    struct markup_piece piece;
    for (;;) {
        uint32_t next = markup_skip_blanks(source, end);
        bool is_comment = !strncmp(source + next, "<!--", 4);
        if (!is_comment || !markup_next_piece(source, &next, &piece))
            return markup_ends_line(source, end) ? end : at;
        end = piece.all.end;
    }
}

/* What there is in an element, as a new child looks at it. */
struct surroundings {
    struct markup_tag tag;
    struct range content;
    uint32_t anchor;   /* behind the child that the new one follows; 0: none */
    uint32_t own_line; /* a child that begins its line; 0: none */
    uint32_t last;     /* behind the last piece that is not blank; 0: none */
    bool any;          /* there are children of ours */
    bool broken;       /* there are line breaks between the pieces */
    bool in_one_line;  /* the child of the same name before it stands in one line */
};

static void look_at_child(struct surroundings *around, const char *source,
                          const struct edit_child *child, const struct voc_child *wanted,
                          bool *same)
{
    struct range all = {child->tag.all.start, child->end};
    bool is_same = child->child == wanted;
    bool anchors = is_same || (!*same && child->child < wanted);
    around->any = true;
    if (anchors)
        around->anchor = child->end;
    if (markup_begins_line(source, all.start) && (anchors || !around->anchor || !around->own_line))
        around->own_line = all.start;
    if (is_same)
        around->in_one_line = !range_has_break(source, all);
    *same = *same || is_same;
}

static struct surroundings look_around(const struct edit *edit, const struct model_node *parent,
                                       const struct voc_child *wanted)
{
    const char *source = edit->model->source;
    struct surroundings around = {.tag = markup_tag(source, parent->span.start)};
    struct markup_piece piece;
    struct edit_child child;
    uint32_t at = around.tag.all.end;
    bool same = false;
    while (!around.tag.closed && markup_next_piece(source, &at, &piece)) {
        bool blank = piece.kind == MARKUP_TEXT && range_is_blank(source, piece.all);
        if (blank)
            around.broken = around.broken || range_has_break(source, piece.all);
        else
            around.last = piece.all.end;
        if (edit_as_child(edit, parent, &piece, &child))
            look_at_child(&around, source, &child, wanted, &same);
    }
    around.content = (struct range){around.tag.all.end, at};
    return around;
}

static uint32_t spot(const struct surroundings *around, const char *source)
{
    if (around->anchor)
        return past_remarks(source, around->anchor);
    if (around->last && !around->any)
        return around->last;
    if (around->tag.closed) /* what stands behind it in the line is outside */
        return around->tag.all.end;
    return past_remarks(source, around->tag.all.end);
}

/* What one level is indented: the root's children against the root. */
static struct range unit_of(const struct edit *edit)
{
    const char *source = edit->model->source;
    const struct model_node *root = &edit->model->programme->node;
    struct surroundings around = look_around(edit, root, vocabulary_root()->children);
    struct range of_root = markup_indentation(source, root->span.start);
    uint32_t width = of_root.end - of_root.start;
    struct range unit = {0, 0};
    if (around.own_line)
        unit = markup_indentation(source, around.own_line);
    bool deeper = unit.end - unit.start > width;
    unit.start += deeper ? width : 0;
    return unit;
}

static void add_range(struct buf *out, const char *source, struct range range)
{
    buf_add(out, source + range.start, range.end - range.start);
}

static void add_unit(struct buf *out, const struct edit *edit)
{
    struct range unit = unit_of(edit);
    if (unit.start < unit.end)
        add_range(out, edit->model->source, unit);
    else
        buf_add_string(out, "  ");
}

/* The line break and indentation of what begins at `at`. */
static void add_line(struct buf *out, const char *source, uint32_t at)
{
    buf_add_string(out, markup_line_break(source, at));
    add_range(out, source, markup_indentation(source, at));
}

/* What comes before a new child: a new line like its neighbours', or nothing. */
static void add_lead(struct buf *out, const struct edit *edit, const struct surroundings *around)
{
    const char *source = edit->model->source;
    uint32_t start = around->tag.all.start;
    if (around->own_line) {
        add_line(out, source, around->own_line);
    } else if (around->broken || (!around->any && markup_begins_line(source, start))) {
        add_line(out, source, start);
        add_unit(out, edit);
    }
}

/* --- the new one --------------------------------------------------------------------------- */

static void add_prefix(struct buf *out, const char *source, const struct markup_tag *like)
{
    buf_add(out, source + like->prefix.start, like->name.start - like->prefix.start);
}

static void add_end_tag(struct buf *out, const char *source, const struct markup_tag *like,
                        const char *name)
{
    buf_add_string(out, "</");
    add_prefix(out, source, like);
    buf_addf(out, "%s>", name);
}

static void add_text_element(struct buf *out, const struct edit *edit,
                             const struct markup_tag *like, const char *name, const char *text)
{
    buf_add_char(out, '<');
    add_prefix(out, edit->model->source, like);
    buf_addf(out, "%s>", name);
    edit_add_escaped(out, edit, text, EDIT_IN_TEXT);
    add_end_tag(out, edit->model->source, like, name);
}

static const char *title_of(const struct voc_element *element)
{
    const struct voc_child *child = element->children;
    while (child->element && child->store != VOC_STORE_TITLE)
        child++;
    return child->element ? child->element->name : NULL;
}

static void add_start_tag(struct buf *out, struct edit *edit, const struct markup_tag *like,
                          const struct edit_element *element)
{
    buf_add_char(out, '<');
    add_prefix(out, edit->model->source, like);
    buf_add_string(out, element->name);
    for (const struct edit_attribute *a = element->attributes; a && a->name; a++) {
        const char *value = edit_normalise(edit, a->value);
        if (!value)
            continue;
        buf_addf(out, " %s=\"", a->name);
        edit_add_escaped(out, edit, value, EDIT_IN_DOUBLE);
        buf_add_char(out, '"');
    }
}

/* `lead` is the line break before it, "" where it stands in the line of its neighbour. */
static void add_element(struct buf *out, struct edit *edit, const struct surroundings *around,
                        const struct edit_element *new, const char *lead)
{
    const struct voc_element *element = vocabulary_element(new->name);
    const struct markup_tag *like = &around->tag;
    const char *text = edit_normalise(edit, new->text);
    const char *title = element->text ? NULL : title_of(element);
    const char *inner = around->in_one_line ? "" : lead;
    add_start_tag(out, edit, like, new);
    if (!text || (!element->text && !title)) {
        buf_add_string(out, "/>");
        return;
    }
    buf_add_char(out, '>');
    if (title) {
        buf_add_string(out, inner);
        if (*inner)
            add_unit(out, edit);
        add_text_element(out, edit, like, title, text);
        buf_add_string(out, inner);
    } else {
        edit_add_escaped(out, edit, text, EDIT_IN_TEXT);
    }
    add_end_tag(out, edit->model->source, like, new->name);
}

/* Makes an element without children ready to hold some: <x/> becomes <x>…</x>, and the end tag
 * goes to a line of its own where the children stand on lines of theirs. */
static int open_element(struct edit *edit, const struct model_node *parent,
                        const struct surroundings *around, bool lines, struct diag_sink *sink)
{
    const char *source = edit->model->source;
    const struct markup_tag *tag = &around->tag;
    struct range slash = {tag->attributes.end, tag->all.end};
    struct edit_item end = {.range = around->content, .rank = EDIT_CLOSE};
    struct buf open = {0}, close = {0};
    if (edit_is_claimed(edit, tag->all.start, "/"))
        return 0;
    if (around->last)
        end.range.start = around->last; /* behind a comment */
    if (lines)
        add_line(&close, source, tag->all.start);
    if (tag->closed) {
        buf_add_char(&open, '>');
        add_end_tag(&close, source, tag, vocabulary_of_kind(parent->kind)->name);
    }
    int status = edit_claim(edit, tag->all.start, "/", parent, sink);
    if (!status && tag->closed)
        status = edit_replace(edit, (struct edit_item){.range = slash}, &open, parent, sink);
    if (!status && close.length)
        status = edit_replace(edit, end, &close, parent, sink);
    buf_release(&open);
    buf_release(&close);
    return status;
}

static int put_in(struct edit *edit, const struct model_node *parent,
                  const struct voc_child *wanted, const struct edit_element *element,
                  struct diag_sink *sink)
{
    const struct surroundings around = look_around(edit, parent, wanted);
    uint32_t at = spot(&around, edit->model->source);
    struct edit_item item = {
        .range = {at, at},
        .rank = around.any ? EDIT_BEHIND : EDIT_INSIDE,
        .weight = (size_t)(wanted - vocabulary_of_kind(parent->kind)->children),
    };
    struct buf text = {0}, lead;
    buf_init(&lead, 0);
    add_lead(&lead, edit, &around);
    buf_add(&text, lead.data, lead.length);
    add_element(&text, edit, &around, element, lead.data);
    int status = 0;
    if (!around.any && !around.broken)
        status = open_element(edit, parent, &around, lead.length > 0, sink);
    if (!status)
        status = edit_replace(edit, item, &text, parent, sink);
    buf_release(&text);
    buf_release(&lead);
    return status;
}

int edit_add(struct edit *edit, const struct model_node *parent, const struct edit_element *element,
             struct diag_sink *sink)
{
    const struct voc_child *child =
        vocabulary_child(vocabulary_of_kind(parent->kind), element->name);
    assert(child);
    struct edit_mark mark = edit_mark(edit);
    int status = 0;
    if (child->occurs != VOC_MANY)
        status = edit_claim(edit, parent->span.start, element->name, parent, sink);
    if (!status)
        status = put_in(edit, parent, child, element, sink);
    return status ? edit_back(edit, mark) : 0;
}
