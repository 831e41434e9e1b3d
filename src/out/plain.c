/* A document as plain text, block by block; see plain.h. */
#include "out/plain.h"

#include "out/plain_parts.h"

#include <string.h>

enum {
    HANGING = 4, /* spaces before what belongs to a label */
    LEAST_COLUMNS = 20,
    FIELD_COLUMNS = 40, /* of a line to write on */
};

/* --- prose ---------------------------------------------------------------------------- */

/* Lines with a line of `sign` below, as long as they are. */
static void add_underlined(struct plain *plain, struct lines *lines, struct wrap *wrap,
                           const char *sign)
{
    struct lines title = {0};
    if (!wrap_has_words(wrap))
        return;
    wrap_lines(wrap, &title, 0);
    if (sign)
        lines_rule(plain, &title, sign, lines_widest(plain, &title));
    lines_append(plain, lines, &title, "", "");
}

static void add_heading(struct plain *plain, struct lines *lines, int level, const char *text,
                        struct room room)
{
    struct wrap wrap;
    wrap_init(&wrap, plain, room.columns);
    wrap_add_text(&wrap, text);
    lines_gap(plain, lines);
    add_underlined(plain, lines, &wrap, level <= 1 ? "=" : level == 2 ? "-" : NULL);
    if (!room.tight)
        lines_gap(plain, lines);
}

/* `label`: stands before it in the first line; NULL: nothing does. */
static void add_paragraph(struct plain *plain, struct lines *lines, const char *label,
                          const struct doc_paragraph *paragraph, struct room room)
{
    struct wrap wrap;
    int hanging = label ? HANGING : 0;
    wrap_init(&wrap, plain, room.columns - hanging);
    if (label)
        wrap_add_text(&wrap, label);
    for (const struct doc_run *run = paragraph->first; run; run = run->next)
        wrap_add_run(&wrap, run);
    if (paragraph->style == DOC_TITLE)
        add_underlined(plain, lines, &wrap, "=");
    else if (wrap_has_words(&wrap))
        wrap_lines(&wrap, lines, hanging);
}

static void add_text(struct plain *plain, struct lines *lines, const char *text, int columns)
{
    struct wrap wrap;
    wrap_init(&wrap, plain, columns);
    wrap_add_text(&wrap, text);
    if (wrap_has_words(&wrap))
        wrap_lines(&wrap, lines, 0);
}

/* --- labels and lists ----------------------------------------------------------------- */

/* "Label: ", or "Label? " where it ends with a sign of its own. */
static const char *label_before(struct plain *plain, const char *label)
{
    size_t length = strlen(label);
    bool ended = length && strchr(":?!", label[length - 1]);
    struct buf text = {0};
    buf_addf(&text, "%s%s", label, ended ? " " : ": ");
    const char *kept = arena_copy(&plain->arena, text.data, text.length);
    buf_release(&text);
    return kept;
}

void plain_labelled(struct plain *plain, struct lines *lines, const char *label,
                    const struct doc_flow *flow, int columns)
{
    const struct doc_block *rest = flow->first;
    const char *before = label_before(plain, label);
    if (rest && rest->kind == DOC_BLOCK_PARAGRAPH && rest->as.paragraph.style != DOC_TITLE) {
        add_paragraph(plain, lines, before, &rest->as.paragraph, (struct room){columns, true});
        rest = rest->next;
    } else {
        struct wrap wrap;
        wrap_init(&wrap, plain, columns - HANGING);
        wrap_add_text(&wrap, before);
        wrap_lines(&wrap, lines, HANGING);
    }
    struct lines more = {0};
    plain_flow(plain, &more, rest, (struct room){columns - HANGING, true});
    const char *indent = lines_indent(plain, HANGING);
    lines_append(plain, lines, &more, indent, indent);
}

/* The sign before an item, as wide as the widest of its list. */
static const char *item_sign(struct plain *plain, const struct doc_list *list,
                             const struct doc_item *item, size_t number, int columns)
{
    struct buf text = {0};
    if (item->label && *item->label)
        buf_add_string(&text, item->label);
    else if (list->kind == DOC_NUMBERS)
        buf_addf(&text, "%zu.", number);
    else
        buf_add_char(&text, '-');
    int spaces = columns - plain_columns(plain, text.data);
    buf_addf(&text, "%*s", spaces > 0 ? spaces + 1 : 1, "");
    const char *kept = arena_copy(&plain->arena, text.data, text.length);
    buf_release(&text);
    return kept;
}

static int widest_sign(struct plain *plain, const struct doc_list *list)
{
    int widest = 0;
    size_t number = 0;
    for (const struct doc_item *item = list->first; item; item = item->next) {
        int columns = plain_columns(plain, item_sign(plain, list, item, ++number, 0)) - 1;
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

static void add_items(struct plain *plain, struct lines *lines, const struct doc_list *list,
                      int columns)
{
    int widest = widest_sign(plain, list);
    const char *indent = lines_indent(plain, widest + 1);
    size_t number = 0;
    for (const struct doc_item *item = list->first; item; item = item->next) {
        struct lines body = {0};
        plain_flow(plain, &body, item->body.first, (struct room){columns - widest - 1, true});
        if (!body.first)
            lines_add(plain, &body, "");
        lines_append(plain, lines, &body, item_sign(plain, list, item, ++number, widest), indent);
    }
}

static void add_list(struct plain *plain, struct lines *lines, const struct doc_list *list,
                     int columns)
{
    if (list->kind != DOC_DEFINITIONS) {
        add_items(plain, lines, list, columns);
        return;
    }
    for (const struct doc_item *item = list->first; item; item = item->next) {
        if (item->label && *item->label)
            plain_labelled(plain, lines, item->label, &item->body, columns);
        else
            plain_flow(plain, lines, item->body.first, (struct room){columns, true});
    }
}

/* --- figures -------------------------------------------------------------------------- */

static void add_description(struct plain *plain, struct lines *lines, const char *description,
                            int columns)
{
    for (const char *p = description; *p; p += *p == '\n') {
        size_t length = strcspn(p, "\n");
        if (length)
            add_text(plain, lines, arena_copy(&plain->arena, p, length), columns);
        else
            lines_gap(plain, lines);
        p += length;
    }
}

static void add_bar(struct plain *plain, struct lines *lines, const struct lines *inside)
{
    lines_append(plain, lines, inside, "| ", "| ");
}

static void add_figure(struct plain *plain, struct lines *lines, const struct doc_figure *block,
                       int columns)
{
    const struct figure *figure = block->figure;
    struct lines inside = {0};
    if (!figure)
        return;
    if (figure->title)
        add_text(plain, &inside, figure->title, columns - 2);
    if (figure->alternative) {
        lines_gap(plain, &inside);
        add_text(plain, &inside, figure->alternative, columns - 2);
    }
    if (figure->description && !block->told) {
        lines_gap(plain, &inside);
        add_description(plain, &inside, figure->description, columns - 2);
    }
    add_bar(plain, lines, &inside);
    if (plain_is_blank(block->caption))
        return;
    lines_gap(plain, lines);
    add_text(plain, lines, block->caption, columns);
}

/* --- boxes, columns ------------------------------------------------------------------- */

static void add_box(struct plain *plain, struct lines *lines, const struct doc_box *box,
                    struct room room)
{
    struct lines inside = {0};
    room.columns -= 2;
    plain_flow(plain, &inside, box->body.first, room);
    int widest = lines_widest(plain, &inside) + 2;
    if (box->look == DOC_BOX_FRAME)
        lines_rule(plain, lines, "-", widest);
    add_bar(plain, lines, &inside);
    if (box->look == DOC_BOX_FRAME)
        lines_rule(plain, lines, "-", widest);
}

static void add_columns(struct plain *plain, struct lines *lines, const struct doc_columns *columns,
                        struct room room)
{
    for (const struct doc_part *part = columns->first; part; part = part->next) {
        if (!room.tight)
            lines_gap(plain, lines);
        plain_flow(plain, lines, part->body.first, room);
    }
}

/* --- fields --------------------------------------------------------------------------- */

static bool is_ticked(const struct doc_field *field, size_t choice)
{
    return field->value && !strcmp(field->value, field->choices[choice]);
}

/* "☐ Godkendt   ☑ Afvist": a box stays with its first word. */
static void add_choices(struct plain *plain, struct lines *lines, const struct doc_field *field,
                        int columns)
{
    struct wrap wrap;
    wrap_init(&wrap, plain, columns);
    for (size_t i = 0; i < field->choice_count; i++) {
        if (i)
            wrap_add_text(&wrap, "   ");
        wrap_add_text(&wrap, is_ticked(field, i) ? "\u2611\u00A0" : "\u2610\u00A0");
        wrap_add_text(&wrap, field->choices[i]);
    }
    wrap_lines(&wrap, lines, 0);
}

/* The line to write on goes on from the label where there is room for it. */
static void add_blank(struct plain *plain, struct lines *lines, const char *before, int columns)
{
    int room = columns < FIELD_COLUMNS ? columns : FIELD_COLUMNS;
    struct lines label = {0}, blank = {0};
    add_text(plain, &label, before, columns);
    lines_rule(plain, &blank, "_", room);
    if (label.count == 1 && plain_columns(plain, before) + room <= columns) {
        lines_append(plain, lines, &blank, before, "");
        return;
    }
    lines_append(plain, lines, &label, "", "");
    lines_append(plain, lines, &blank, "", "");
}

static void add_area(struct plain *plain, struct lines *lines, const struct doc_field *field,
                     const char *before, int columns)
{
    add_text(plain, lines, before, columns);
    for (int i = 0; i < (field->lines > 1 ? field->lines : 1); i++)
        lines_rule(plain, lines, "_", columns < FIELD_COLUMNS ? columns : FIELD_COLUMNS);
}

static void add_filled(struct plain *plain, struct lines *lines, const char *before,
                       const char *value, int columns)
{
    struct wrap wrap;
    wrap_init(&wrap, plain, columns - HANGING);
    wrap_add_text(&wrap, before);
    wrap_add_text(&wrap, value);
    wrap_lines(&wrap, lines, HANGING);
}

static void add_field(struct plain *plain, struct lines *lines, const struct doc_field *field,
                      int columns)
{
    const char *before = plain_is_blank(field->label) ? "" : label_before(plain, field->label);
    if (field->kind == DOC_FIELD_ONE_OF || field->kind == DOC_FIELD_ANY_OF) {
        add_text(plain, lines, before, columns);
        add_choices(plain, lines, field, columns);
    } else if (!plain_is_blank(field->value)) {
        add_filled(plain, lines, before, field->value, columns);
    } else if (field->kind == DOC_FIELD_AREA) {
        add_area(plain, lines, field, before, columns);
    } else {
        add_blank(plain, lines, before, columns);
    }
}

/* --- contents ------------------------------------------------------------------------- */

static void add_entries(struct plain *plain, struct lines *lines, const struct doc_flow *flow,
                        int columns)
{
    enum { DEEPEST = 2, INDENT = 2 };
    bool chapters = false; /* what is below none is not set in */
    for (const struct doc_block *block = flow->first; block; block = block->next) {
        const struct doc_heading *heading = &block->as.heading;
        if (block->kind != DOC_BLOCK_HEADING || heading->unlisted || heading->level > DEEPEST ||
            plain_is_blank(heading->text))
            continue;
        chapters |= heading->level <= 1;
        int indent = chapters && heading->level > 1 ? INDENT : 0;
        struct lines entry = {0};
        add_text(plain, &entry, heading->text, columns - indent - INDENT);
        lines_append(plain, lines, &entry, lines_indent(plain, indent),
                     lines_indent(plain, indent + INDENT));
    }
}

static void add_contents(struct plain *plain, struct lines *lines, struct room room)
{
    if (!plain_is_blank(plain->doc->contents_title))
        add_heading(plain, lines, 1, plain->doc->contents_title, room);
    add_entries(plain, lines, &plain->doc->body, room.columns);
}

/* --- flows ---------------------------------------------------------------------------- */

static void add_page(struct plain *plain, struct lines *lines)
{
    if (!lines->first)
        return;
    lines_gap(plain, lines);
    lines_add(plain, lines, "");
}

static void add_block(struct plain *plain, struct lines *lines, const struct doc_block *block,
                      struct room room)
{
    switch (block->kind) {
    case DOC_BLOCK_HEADING:
        add_heading(plain, lines, block->as.heading.level, block->as.heading.text, room);
        break;
    case DOC_BLOCK_PARAGRAPH:
        add_paragraph(plain, lines, NULL, &block->as.paragraph, room);
        break;
    case DOC_BLOCK_LIST:
        add_list(plain, lines, &block->as.list, room.columns);
        break;
    case DOC_BLOCK_TABLE:
        plain_table(plain, lines, &block->as.table, room);
        break;
    case DOC_BLOCK_FIGURE:
        add_figure(plain, lines, &block->as.figure, room.columns);
        break;
    case DOC_BLOCK_BOX:
        add_box(plain, lines, &block->as.box, room);
        break;
    case DOC_BLOCK_COLUMNS:
        add_columns(plain, lines, &block->as.columns, room);
        break;
    case DOC_BLOCK_FIELD:
        add_field(plain, lines, &block->as.field, room.columns);
        break;
    case DOC_BLOCK_CONTENTS:
        add_contents(plain, lines, room);
        break;
    case DOC_BLOCK_PAGE:
        add_page(plain, lines);
        break;
    case DOC_BLOCK_SPACE:
        break;
    }
}

void plain_flow(struct plain *plain, struct lines *lines, const struct doc_block *block,
                struct room room)
{
    for (; block; block = block->next) {
        if (!room.tight)
            lines_gap(plain, lines);
        add_block(plain, lines, block, room);
    }
}

/* --- the document --------------------------------------------------------------------- */

/* The state of the document, which stands on every page elsewhere, stands above all. */
static void add_state(struct plain *plain, struct lines *lines, int columns)
{
    const struct doc *doc = plain->doc;
    const char *stamp = doc->stamp ? doc->stamp : "", *state = doc->foot_left;
    bool said = state && !strncmp(state, stamp, strlen(stamp));
    if (*stamp && !said)
        add_text(plain, lines, stamp, columns);
    if (!plain_is_blank(state))
        add_text(plain, lines, state, columns);
}

static bool has_title(const struct doc_flow *flow)
{
    for (const struct doc_block *block = flow->first; block; block = block->next) {
        if (block->kind == DOC_BLOCK_PARAGRAPH && block->as.paragraph.style == DOC_TITLE)
            return true;
        if (block->kind != DOC_BLOCK_COLUMNS)
            continue;
        for (const struct doc_part *part = block->as.columns.first; part; part = part->next)
            if (has_title(&part->body))
                return true;
    }
    return false;
}

static void add_title(struct plain *plain, struct lines *lines, int columns)
{
    struct wrap wrap;
    if (has_title(&plain->doc->body) || plain_is_blank(plain->doc->title))
        return;
    wrap_init(&wrap, plain, columns);
    wrap_add_text(&wrap, plain->doc->title);
    lines_gap(plain, lines);
    add_underlined(plain, lines, &wrap, "=");
}

static void add_notes(struct plain *plain, struct lines *lines, int columns)
{
    const struct doc *doc = plain->doc;
    struct doc_list list = {.kind = DOC_NUMBERS};
    for (const struct doc_note *note = doc->first_note; note; note = note->next) {
        struct doc_item *item = arena_alloc(&plain->arena, sizeof *item);
        struct buf label = {0};
        buf_addf(&label, "[%d]", note->number);
        *item = (struct doc_item){
            .label = arena_copy(&plain->arena, label.data, label.length),
            .body = note->body,
        };
        buf_release(&label);
        if (list.last)
            list.last->next = item;
        else
            list.first = item;
        list.last = item;
    }
    if (!list.first)
        return;
    add_page(plain, lines);
    if (!plain_is_blank(doc->notes_title))
        add_heading(plain, lines, 1, doc->notes_title, (struct room){columns, false});
    add_list(plain, lines, &list, columns);
}

void plain_write(struct buf *out, const struct doc *doc, int columns)
{
    struct plain plain;
    struct lines lines = {0};
    columns = columns > LEAST_COLUMNS ? columns : LEAST_COLUMNS;
    plain_init(&plain, doc);
    add_state(&plain, &lines, columns);
    add_title(&plain, &lines, columns);
    plain_flow(&plain, &lines, doc->body.first, (struct room){columns, false});
    add_notes(&plain, &lines, columns);
    lines_write(out, &lines);
    arena_release(&plain.arena);
}
