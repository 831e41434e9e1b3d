/* Columns of a table: by share of its width, but no narrower than their longest words. */
#include "doc/layout.h"

#include <string.h>

static const double gutter = 8;       /* between columns */
static const double cell_side = 6.75; /* at the sides of tinted cells, and between rules */

/* Words that need more than this share of the table are divided rather than heeded. */
static const double most_share = 1.0 / 6;

/* White at the sides: text at the table's edges stands flush with the page's text, unless
 * its cell is tinted. */
void columns_place(struct cell *cell, const struct table *table)
{
    bool tinted = cell->look != DOC_CELL_PLAIN;
    bool leftmost = cell->column == 0;
    bool rightmost = cell->column + cell->columns == table->column_count;
    cell->x = table->edges[cell->column];
    cell->width = table->edges[cell->column + cell->columns] - cell->x;
    cell->left = tinted || (table->column_rules && !leftmost) ? cell_side : 0;
    cell->right = tinted || (table->column_rules && !rightmost) ? cell_side
                  : rightmost                                   ? 0
                                                                : gutter;
}

/* --- what words need ---------------------------------------------------------------- */

/* The longest words of a column that is being measured. */
struct longest {
    struct layout *l;
    double limit; /* of words that are heeded */
    double width; /* of the longest of them, with what stands beside it */
};

/* Bytes of the word at `text`; a line may end at spaces and, between longer parts, after
 * hyphens and slashes. */
static size_t word_length(const char *text)
{
    enum { LEAST_PART = 4 };
    size_t length = strcspn(text, " \n");
    for (size_t i = LEAST_PART; i + LEAST_PART < length; i++)
        if (text[i] == '-' || text[i] == '/')
            return i + 1;
    return length;
}

static void measure_words(struct longest *longest, const struct type *type, const char *text,
                          double beside)
{
    for (size_t length; text && *(text += strspn(text, " \n")); text += length) {
        length = word_length(text);
        if ((double)length * type->size + beside <= longest->width) /* no letter is wider */
            continue;
        double width =
            text_width(longest->l->metrics, type->face, type->size, text, length) + beside;
        if (width > longest->width && width <= longest->limit)
            longest->width = width;
    }
}

static void measure_flow(struct longest *longest, const struct doc_flow *flow, double beside);

static void measure_paragraph(struct longest *longest, const struct doc_paragraph *paragraph,
                              double beside)
{
    struct type type = layout_text_type(longest->l, paragraph->style, true);
    for (const struct doc_run *run = paragraph->first; run; run = run->next) {
        type.face = run->face;
        measure_words(longest, &type, run->text, beside);
    }
}

static void measure_list(struct longest *longest, const struct doc_list *list, double beside)
{
    struct frame frame = {.width = longest->limit, .cell = true};
    beside += layout_list_indent(longest->l, &frame, list);
    for (const struct doc_item *item = list->first; item; item = item->next)
        measure_flow(longest, &item->body, beside);
}

static void measure_flow(struct longest *longest, const struct doc_flow *flow, double beside)
{
    for (const struct doc_block *block = flow->first; block; block = block->next) {
        if (block->kind == DOC_BLOCK_PARAGRAPH)
            measure_paragraph(longest, &block->as.paragraph, beside);
        else if (block->kind == DOC_BLOCK_LIST)
            measure_list(longest, &block->as.list, beside);
    }
}

static double beside_words(const struct table *table, size_t column, enum doc_cell_look look)
{
    struct cell cell = {.column = column, .columns = 1, .look = look};
    columns_place(&cell, table);
    return cell.left + cell.right;
}

/* The cells of a row go into the columns that no cell from above covers (`taken`: for how
 * many rows); those that span several columns need nothing of any of them. */
static void measure_row(struct longest *columns, const struct table *table,
                        const struct doc_row *row, int *taken)
{
    size_t column = 0;
    for (const struct doc_cell *cell = row->first; cell; cell = cell->next) {
        while (column < table->column_count && taken[column] > 0)
            column++;
        if (cell->columns <= 1 && column < table->column_count)
            measure_flow(&columns[column], &cell->body, beside_words(table, column, cell->look));
        for (int i = 0; column < table->column_count && (i == 0 || i < cell->columns); i++)
            taken[column++] = cell->rows > 1 ? cell->rows : 1;
    }
    for (column = 0; column < table->column_count; column++)
        taken[column] -= taken[column] > 0;
}

static struct longest *measure(struct layout *l, const struct table *table,
                               const struct doc_table *doc_table)
{
    struct longest *columns = arena_array(&l->scratch, table->column_count, sizeof *columns);
    int *taken = arena_array(&l->scratch, table->column_count, sizeof *taken);
    struct type heading = layout_text_type(l, DOC_SMALL, true);
    heading.face = TEXT_SEMIBOLD;
    for (size_t i = 0; i < table->column_count; i++) {
        columns[i] = (struct longest){.l = l, .limit = table->width * most_share};
        measure_words(&columns[i], &heading, doc_table->columns[i].heading,
                      beside_words(table, i, DOC_CELL_PLAIN));
    }
    for (const struct doc_row *row = doc_table->first; row; row = row->next)
        measure_row(columns, table, row, taken);
    return columns;
}

/* --- widths -------------------------------------------------------------------------- */

static double share_of(const struct doc_table *table, size_t column)
{
    double share = table->columns[column].share;
    return share > 0 ? share : 0;
}

static double sum_of_shares(const struct doc_table *table)
{
    double sum = 0;
    for (size_t i = 0; i < table->column_count; i++)
        sum += share_of(table, i);
    return sum;
}

/* Gives columns that are too narrow for their words what those need, and shares the rest
 * among the others, as often as that makes another one too narrow. False if there is no
 * room for all. */
static bool widen(const struct longest *columns, const struct doc_table *table, double *widths,
                  double width)
{
    bool changed = true;
    while (changed) {
        double room = width, shares = 0, factor;
        changed = false;
        for (size_t i = 0; i < table->column_count; i++) {
            if (widths[i] < columns[i].width)
                changed = true;
            if (widths[i] <= columns[i].width)
                room -= widths[i] = columns[i].width;
            else
                shares += share_of(table, i);
        }
        if (room < 0 || (shares <= 0 && room > 0))
            return false;
        factor = shares > 0 ? room / shares : 0;
        for (size_t i = 0; i < table->column_count; i++)
            if (widths[i] > columns[i].width)
                widths[i] = factor * share_of(table, i);
    }
    return true;
}

static void share_out(const struct doc_table *table, double *widths, double width)
{
    double sum = sum_of_shares(table);
    for (size_t i = 0; i < table->column_count; i++)
        widths[i] = width * (sum > 0 ? share_of(table, i) / sum : 1 / (double)table->column_count);
}

void columns_set(struct layout *l, struct table *table, const struct doc_table *doc_table)
{
    double *widths = arena_array(&l->scratch, table->column_count, sizeof *widths);
    table->edges = arena_array(&l->pages->arena, table->column_count + 1, sizeof(double));
    share_out(doc_table, widths, table->width);
    if (!widen(measure(l, table, doc_table), doc_table, widths, table->width))
        share_out(doc_table, widths, table->width);
    for (size_t i = 0; i < table->column_count; i++)
        table->edges[i + 1] = table->edges[i] + widths[i];
    table->edges[table->column_count] = table->width;
}
