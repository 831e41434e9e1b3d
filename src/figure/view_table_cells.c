/* The cells of the table view: what is written in them, and drawing them; see
 * view_table_parts.h. */
#include "figure/view_table_parts.h"

#include <math.h>

/* Points. */
#define BULLET_INDENT 8.0
#define BETWEEN_ITEMS 1.5
#define CHIP_PADDING 5.0
#define CHIP_GAP 4.0
#define CHIP_INSET 0.75 /* above and below a chip in its line */

enum { MOST_REPEATED = 8 }; /* effects that are written again where a cell goes on */

/* --- writing into a cell -------------------------------------------------- */

static struct table_cell new_cell(const struct table_column *column, size_t first, size_t rows)
{
    return (struct table_cell){.fill = STYLE_PAPER,
                               .first = first,
                               .rows = rows,
                               .width = column->width,
                               .used = 2 * TABLE_PADDING_Y};
}

/* Adds a text below what stands there. */
static struct table_item *add_text(struct table *table, struct table_cell *cell,
                                   const struct words_type *type, const char *lead,
                                   const char *text, const char *lang, enum style_color color,
                                   bool bullet)
{
    cell->items = arena_grow(&table->scratch, cell->items, &cell->item_capacity,
                             cell->item_count + 1, sizeof *cell->items);
    double indent = bullet ? BULLET_INDENT : 0;
    double width = cell->width - 2 * TABLE_PADDING_X - indent;
    struct table_item *item = &cell->items[cell->item_count];
    if (cell->item_count++)
        cell->used += BETWEEN_ITEMS;
    *item = (struct table_item){
        .words = words_wrap(table->figure, table->metrics, type, lead, text, width),
        .lang = lang,
        .color = color,
        .x = TABLE_PADDING_X + indent,
        .y = cell->used - TABLE_PADDING_Y,
        .bullet = bullet,
    };
    cell->used += words_height(&item->words);
    return item;
}

/* Something of ours: a question, a remark. */
static void add_own(struct table *table, struct table_cell *cell, const struct words_type *type,
                    const char *english, enum style_color color)
{
    add_text(table, cell, type, NULL, view_text(table->view, english), table->view->own_lang, color,
             false);
}

static void add_question(struct table *table, struct table_cell *cell, const char *english)
{
    add_own(table, cell, &table->missing, english, STYLE_MISSING);
}

static void add_dash(struct table *table, struct table_cell *cell)
{
    add_text(table, cell, &table->plain, NULL, "–", NULL, STYLE_QUIET, false);
}

/* Puts letters behind the text, or on a line of their own where it ends too far to the right. */
static void add_letters(struct table_cell *cell, struct table_item *item,
                        const struct table_effect *effect)
{
    const struct text_lines *lines = &item->words.lines;
    const struct text_line *last = &lines->lines[lines->count - 1];
    double width = effect->letters_width + 2 * CHIP_PADDING;
    double leading = item->words.leading, after = last->width + CHIP_GAP;
    double y = item->y + words_height(&item->words) - leading;
    bool beside = !last->right_to_left && after + width <= item->words.width;
    if (!beside) {
        y += leading;
        cell->used += leading;
    }
    item->letters = effect->letters;
    item->chip = (struct figure_rect){item->x + (beside ? after : 0), y + CHIP_INSET, width,
                                      leading - 2 * CHIP_INSET};
}

/* --- rows ----------------------------------------------------------------- */

static void build_activity(struct table *table, struct table_cell *cell,
                           const struct activity *activity)
{
    const struct view *view = table->view;
    const char *letter = view_letter(view, activity), *name = view_name(view, &activity->node);
    const char *tag = view_activity_tag(view, activity);
    enum style_color color = activity->status == ACTIVITY_STOPPED ? STYLE_QUIET : STYLE_INK;
    cell->id = activity->node.id;
    cell->role = "activity";
    cell->title = view_message(view, "Activity {1}: {2}", letter, name, NULL);
    add_text(table, cell, &table->strong, letter, name, view_lang(view, activity->node.lang), color,
             false);
    if (*tag)
        add_text(table, cell, &table->small, NULL, tag, view->own_lang, STYLE_QUIET, false);
}

/* Within a year the question can be asked more exactly. */
static const char *sign_question(const struct table *table)
{
    const struct horizon *signs = model_sign_horizon(table->view->model);
    if (signs && signs->to.given && signs->to.value == 1)
        return N_("No sign yet: how will you see after a year that it works?");
    return N_("No sign yet: how will you see that it works?");
}

static void build_signs(struct table *table, struct table_cell *cell,
                        const struct activity *activity)
{
    const struct view *view = table->view;
    const struct model_list *signs = &activity->indicators;
    cell->id = activity->node.id;
    cell->role = "signs";
    cell->title =
        view_message(view, "Signs that “{1}” is working", view_name(view, &activity->node), NULL);
    for (size_t i = 0; i < signs->count; i++)
        add_text(table, cell, &table->plain, NULL, view_name(view, signs->items[i]),
                 view_lang(view, signs->items[i]->lang), STYLE_INK, signs->count > 1);
    if (!signs->count && activity->status == ACTIVITY_STOPPED)
        add_dash(table, cell);
    else if (!signs->count)
        add_question(table, cell, sign_question(table));
}

void table_build_row_cell(struct table *table, const struct table_column *column, size_t row,
                          struct table_cell *cell)
{
    const struct activity *activity = table_activity(table, row);
    *cell = new_cell(column, row, 1);
    cell->role = "missing";
    if (activity && column->kind == TABLE_ACTIVITY)
        build_activity(table, cell, activity);
    else if (activity)
        build_signs(table, cell, activity);
    else if (column->kind == TABLE_ACTIVITY)
        add_question(table, cell, N_("No activities yet: what will you do?"));
    else
        add_dash(table, cell);
}

/* --- cells of several rows ------------------------------------------------ */

/* The part of rows `first` to before `last` that stands on the page. */
static struct table_cell new_part(const struct table *table, const struct table_column *column,
                                  size_t first, size_t last, size_t end)
{
    size_t from = first > table->first ? first : table->first, to = last < end ? last : end;
    return new_cell(column, from, to - from);
}

static enum style_color quiet_in(const struct table_cell *cell)
{
    return cell->dark ? STYLE_PANEL : STYLE_QUIET;
}

static void say_continued(struct table *table, struct table_cell *cell)
{
    add_own(table, cell, &table->small, N_("continued"), quiet_in(cell));
}

void table_build_area(struct table *table, const struct table_column *column, size_t first,
                      size_t last, size_t end, struct table_cell *cell)
{
    const struct view *view = table->view;
    const struct activity *activity = table_activity(table, first);
    const struct focus_area *area = activity ? activity->focus_area : NULL;
    *cell = new_part(table, column, first, last, end);
    cell->role = "focus-area";
    if (!area) {
        add_dash(table, cell);
        return;
    }
    cell->id = area->node.id;
    cell->title = view_message(view, "Focus area: {1}", view_name(view, &area->node), NULL);
    if (first < table->first)
        say_continued(table, cell);
    add_text(table, cell, &table->strong, NULL, view_name(view, &area->node),
             view_lang(view, area->node.lang), STYLE_INK, false);
    for (size_t i = 0; i < area->challenges.count && first >= table->first; i++)
        add_text(
            table, cell, &table->small, NULL,
            view_message(view, "Challenge: {1}", view_name(view, area->challenges.items[i]), NULL),
            view->own_lang, STYLE_QUIET, false);
}

static void add_effect(struct table *table, struct table_cell *cell, const struct grid_cell *whole,
                       const struct reach_effect *effect, bool bullet)
{
    const struct view *view = table->view;
    const struct model_node *node = &effect->effect->node;
    const char *name = view_name(view, node);
    bool goal = effect->effect->kind == EFFECT_GOAL;
    if (effect->effect->kind == EFFECT_UNINTENDED)
        name = view_message(view, "{1} ({2})", name, view_text(view, "unintended effect"), NULL);
    struct table_item *item =
        add_text(table, cell, goal ? &table->strong : &table->plain, NULL, name,
                 view_lang(view, node->lang), cell->dark ? STYLE_PAPER : STYLE_INK, bullet);
    if (!effect->count || grid_all_lead(whole, effect))
        return;
    const struct table_effect *known = table_effect(table, effect);
    if (known->letters && known->letters_width + 2 * CHIP_PADDING <= item->words.width)
        add_letters(cell, item, known);
    else
        add_text(table, cell, &table->small, NULL, known->how_many, view->own_lang, quiet_in(cell),
                 bullet);
}

/* The effects that the rows on this page lead to. */
static size_t effects_here(const struct table_cell *cell, const struct grid_cell *whole,
                           const struct reach_effect **only)
{
    size_t count = 0;
    for (size_t i = 0; i < whole->effect_count; i++)
        if (table_reached_within(whole->effects[i], cell->first, cell->first + cell->rows)) {
            *only = whole->effects[i];
            count++;
        }
    return count;
}

/* True if there are many of them and the row above the page leads to them all: then they stand
 * on the pages before. */
static bool stand_before(const struct table *table, const struct table_cell *cell,
                         const struct grid_cell *whole, size_t count)
{
    if (whole->first >= table->first || count <= MOST_REPEATED)
        return false;
    for (size_t i = 0; i < whole->effect_count; i++)
        if (table_reached_within(whole->effects[i], cell->first, cell->first + cell->rows) &&
            !reach_leads(whole->effects[i], table->first - 1))
            return false;
    return true;
}

/* Says what the letters mean, if there are any. */
static void explain_letters(struct table *table, struct table_cell *cell,
                            const struct grid_cell *whole)
{
    bool some = false, all = false;
    for (size_t i = 0; i < whole->effect_count; i++) {
        if (!table_reached_within(whole->effects[i], cell->first, cell->first + cell->rows))
            continue;
        bool shared = grid_all_lead(whole, whole->effects[i]);
        some |= !shared;
        all |= shared;
    }
    if (some)
        add_own(table, cell, &table->small,
                all ? N_("The letters show which activities lead there; without letters, all do.")
                    : N_("The letters show which activities lead there."),
                quiet_in(cell));
}

static void add_effects(struct table *table, struct table_cell *cell, const struct grid_cell *whole)
{
    const struct reach_effect *only = NULL;
    size_t count = effects_here(cell, whole, &only);
    if (stand_before(table, cell, whole, count)) {
        add_own(table, cell, &table->small, N_("The same effects as on the pages before."),
                quiet_in(cell));
        return;
    }
    for (size_t i = 0; i < whole->effect_count; i++)
        if (table_reached_within(whole->effects[i], cell->first, cell->first + cell->rows))
            add_effect(table, cell, whole, whole->effects[i], count > 1);
    explain_letters(table, cell, whole);
    if (count == 1 && !whole->unreached_count) {
        cell->id = only->effect->node.id;
        cell->role = only->effect->kind == EFFECT_GOAL ? "goal" : "effect";
    }
}

/* Effects that no activity leads to: a gap, but not where they are not wished for. */
static void add_unreached(struct table *table, struct table_cell *cell,
                          const struct grid_cell *whole, bool intended)
{
    bool asked = false;
    for (size_t i = 0; i < whole->unreached_count; i++) {
        const struct reach_effect *effect = whole->unreached[i];
        if ((effect->effect->kind != EFFECT_UNINTENDED) != intended)
            continue;
        if (!asked && intended)
            add_question(table, cell, N_("No activity leads here yet:"));
        else if (!asked)
            add_own(table, cell, &table->small, N_("Not linked to any activity:"), quiet_in(cell));
        asked = true;
        add_effect(table, cell, whole, effect, true);
    }
}

void table_build_part(struct table *table, const struct table_column *column,
                      const struct grid_cell *whole, size_t end, struct table_cell *cell)
{
    size_t last = whole->first + whole->rows;
    *cell = new_part(table, column, whole->first, last, end);
    cell->role = whole->effect_count ? "effects" : "missing";
    cell->title = column->heading;
    cell->dark = grid_only_goals(whole);
    if (cell->dark)
        cell->fill = STYLE_HEADING;
    else if (whole->effect_count && whole->rows > 1)
        cell->fill = STYLE_PANEL;
    if (whole->first < table->first && whole->effect_count)
        say_continued(table, cell);
    if (whole->effect_count)
        add_effects(table, cell, whole);
    if (last <= end) {
        add_unreached(table, cell, whole, true);
        add_unreached(table, cell, whole, false);
    }
    if (whole->effect_count || (whole->unreached_count && last <= end))
        return;
    if (grid_must_lead(&table->grid, whole))
        add_question(table, cell, N_("What is to have happened here?"));
    else
        add_dash(table, cell);
}

/* --- drawing -------------------------------------------------------------- */

static void draw_chip(struct table *table, const struct table_item *item, double x, double y)
{
    struct figure *figure = table->figure;
    const struct figure_rect *chip = &item->chip;
    const struct words_type *small = &table->small;
    *figure_add_box(figure) = (struct figure_box){
        .role = "chip",
        .title = view_message(table->view, "Activities that lead here: {1}", item->letters, NULL),
        .lang = table->view->own_lang,
        .x = x + chip->x,
        .y = y + chip->y,
        .width = chip->width,
        .height = chip->height,
        .radius = chip->height / 2,
        .fill = STYLE_CHIP,
        .line = STYLE_CHIP,
    };
    struct words words = words_wrap(figure, table->metrics, small, NULL, item->letters,
                                    chip->width - 2 * CHIP_PADDING + 1);
    words_write(figure, table->metrics, &words, NULL, STYLE_INK, x + chip->x + CHIP_PADDING,
                y + chip->y + (chip->height - words_height(&words)) / 2, figure->box_count);
}

void table_draw_cell(struct table *table, const struct table_cell *cell, double x, double y,
                     double height)
{
    struct figure *figure = table->figure;
    *figure_add_box(figure) = (struct figure_box){
        .id = cell->id,
        .role = cell->role,
        .title = cell->title,
        .lang = table->view->own_lang,
        .x = x,
        .y = y,
        .width = cell->width,
        .height = height,
        .fill = cell->fill,
        .line = cell->fill,
    };
    size_t box = figure->box_count;
    for (size_t i = 0; i < cell->item_count; i++) {
        const struct table_item *item = &cell->items[i];
        if (item->bullet) {
            struct words bullet =
                words_wrap(figure, table->metrics, &table->plain, NULL, "•", BULLET_INDENT * 2);
            words_write(figure, table->metrics, &bullet, NULL, quiet_in(cell),
                        x + item->x - BULLET_INDENT, y + item->y, box);
        }
        words_write(figure, table->metrics, &item->words, item->lang, item->color, x + item->x,
                    y + item->y, box);
    }
    for (size_t i = 0; i < cell->item_count; i++)
        if (cell->items[i].letters)
            draw_chip(table, &cell->items[i], x, y);
}
