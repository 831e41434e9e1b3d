/* The table view in words: the letters of activities, and what the table holds for those who
 * cannot see it; see view_table_parts.h. */
#include "figure/view_table_parts.h"

#include <stdio.h>

enum { MOST_STRETCHES = 12 }; /* of letters that are named for one effect */

/* --- letters -------------------------------------------------------------- */

bool table_reached_within(const struct reach_effect *effect, size_t first, size_t end)
{
    if (!effect->count || effect->first >= end || effect->last < first)
        return false;
    for (size_t row = first; row < end; row++)
        if (reach_leads(effect, row))
            return true;
    return false;
}

/* Adds "C" or "C–F", or "C D" for two. */
static void add_stretch(struct buf *letters, uint32_t first, uint32_t last)
{
    if (letters->length)
        buf_add_string(letters, "\xC2\xA0");
    buf_add_letters(letters, first);
    if (last == first)
        return;
    buf_add_string(letters, last > first + 1 ? "–" : "\xC2\xA0");
    buf_add_letters(letters, last);
}

/* The letters of the activities that lead to an effect, by the alphabet; NULL: too many. */
static const char *letters_of(const struct table *table, const struct reach_effect *effect)
{
    struct buf letters = {0};
    uint32_t count = (uint32_t)table->grid.reach.row_count;
    size_t stretches = 0;
    for (uint32_t first = 0, last; first < count; first = last + 1) {
        last = first;
        if (!reach_leads(effect, table->row_of[first]))
            continue;
        while (last + 1 < count && reach_leads(effect, table->row_of[last + 1]))
            last++;
        if (++stretches > MOST_STRETCHES) {
            buf_release(&letters);
            return NULL;
        }
        add_stretch(&letters, first, last);
    }
    return view_keep(table->view, &letters);
}

/* "Lead here: 14 of 30 activities". */
static const char *how_many(const struct table *table, const struct reach_effect *effect)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", effect->count);
    return view_message(table->view, "{1} of {2} lead here", number,
                        view_count(table->view, N_("{1} activity"), N_("{1} activities"),
                                   table->grid.reach.row_count),
                        NULL);
}

const struct table_effect *table_effect(struct table *table, const struct reach_effect *effect)
{
    struct table_effect *known = &table->effects[effect->effect->position];
    if (known->known)
        return known;
    known->known = true;
    known->letters = letters_of(table, effect);
    known->how_many = how_many(table, effect);
    if (known->letters) {
        struct words words =
            words_wrap(table->figure, table->metrics, &table->small, NULL, known->letters, 1e6);
        known->letters_width = words.lines.widest;
    }
    return known;
}

/* --- the alternative ------------------------------------------------------ */

static const char *alternative(const struct table *table)
{
    const struct view *view = table->view;
    const struct reach *reach = &table->grid.reach;
    size_t unreached = 0, unmarked = 0;
    for (size_t i = 0; i < reach->effect_count; i++)
        unreached += !reach->effects[i].count;
    for (size_t row = 0; row < reach->row_count && table->signs; row++)
        unmarked += !reach->rows[row]->indicators.count;
    struct buf text = {0};
    buf_add_string(
        &text,
        view_message(view, "The table shows which of {1} lead to which of {2}.",
                     view_count(view, N_("{1} activity"), N_("{1} activities"), reach->row_count),
                     view_count(view, N_("{1} effect"), N_("{1} effects"), reach->effect_count),
                     NULL));
    if (unreached)
        buf_addf(&text, " %s",
                 view_count(view, N_("No activity leads to {1} effect."),
                            N_("No activity leads to {1} effects."), unreached));
    if (unmarked)
        buf_addf(&text, " %s",
                 view_count(view, N_("{1} activity has no sign yet."),
                            N_("{1} activities have no sign yet."), unmarked));
    return view_keep(view, &text);
}

/* --- the description ------------------------------------------------------ */

static void describe_signs(const struct table *table, struct buf *out,
                           const struct activity *activity)
{
    const struct view *view = table->view;
    if (!activity->indicators.count) {
        buf_addf(out, " %s", view_text(view, "No sign yet."));
        return;
    }
    buf_addf(out, " %s", view_text(view, "Signs:"));
    for (size_t i = 0; i < activity->indicators.count; i++)
        buf_addf(out, i ? "; %s" : " %s", view_name(view, activity->indicators.items[i]));
    buf_add_char(out, '.');
}

static void describe_rows(const struct table *table, struct buf *out, size_t end)
{
    const struct view *view = table->view;
    buf_addf(out, "%s\n", view_text(view, "Activity"));
    for (size_t row = table->first; row < end; row++) {
        const struct activity *activity = table_activity(table, row);
        if (!activity) {
            buf_addf(out, "%s\n", view_text(view, "No activities yet"));
            continue;
        }
        buf_addf(out, "%s: %s.", view_letter(view, activity), view_name(view, &activity->node));
        if (table->signs)
            describe_signs(table, out, activity);
        buf_add_char(out, '\n');
    }
}

static void describe_effect(struct table *table, struct buf *out, const struct reach_effect *effect)
{
    const struct view *view = table->view;
    buf_addf(out, "%s. ", view_name(view, &effect->effect->node));
    if (!effect->count) {
        buf_addf(out, "%s\n", view_text(view, "No activity leads here yet."));
        return;
    }
    const struct table_effect *known = table_effect(table, effect);
    buf_addf(out, "%s\n",
             known->letters
                 ? view_message(view, "Activities that lead here: {1}", known->letters, NULL)
                 : known->how_many);
}

static void describe_column(struct table *table, struct buf *out, const struct table_column *column,
                            size_t end)
{
    bool any = false;
    buf_addf(out, "\n%s\n", column->heading);
    for (size_t c = 0; c < column->effects->cell_count; c++) {
        const struct grid_cell *cell = &column->effects->cells[c];
        for (size_t i = 0; i < cell->effect_count; i++)
            if (table_reached_within(cell->effects[i], table->first, end)) {
                describe_effect(table, out, cell->effects[i]);
                any = true;
            }
        for (size_t i = 0; i < cell->unreached_count && end == table->grid.rows; i++) {
            describe_effect(table, out, cell->unreached[i]);
            any = true;
        }
    }
    if (!any)
        buf_addf(out, "%s\n", view_text(table->view, "No effects yet"));
}

void table_describe(struct table *table, size_t end)
{
    struct view *view = table->view;
    struct buf out = {0};
    describe_rows(table, &out, end);
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].kind == TABLE_EFFECTS)
            describe_column(table, &out, &table->columns[c], end);
    out.data[--out.length] = '\0';
    table->figure->title = view_message(view, "Programme theory as a table: {1}",
                                        view_name(view, &view->model->programme->node), NULL);
    table->figure->alternative = alternative(table);
    table->figure->description = view_keep(view, &out);
}
