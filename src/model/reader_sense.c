/* Values that are right one by one and contradict each other: a period that ends before it
 * begins, more counted than there are, a proportion of 120 %, a score of 8 out of 7. See
 * reader.h. */
#include "model/reader.h"

#include <string.h>

static const void *field(const struct model_node *node, const struct voc_attribute *attribute)
{
    return (const char *)node + attribute->offset;
}

/* --- one value at most as large as another ------------------------------------------------- */

/* A value as it stands in the file. */
static void add_value(struct buf *out, const struct model_node *node,
                      const struct voc_attribute *attribute)
{
    if (attribute->type == VOC_DATE) {
        date_add_iso(out, *(const struct date *)field(node, attribute));
        return;
    }
    const struct number *number = field(node, attribute);
    buf_add_number(out, number->value, number->decimals);
}

static bool exceeds(const struct model_node *node, const struct voc_attribute *low,
                    const struct voc_attribute *high)
{
    if (low->type == VOC_DATE) {
        const struct date *from = field(node, low), *to = field(node, high);
        return date_given(*from) && date_given(*to) &&
               date_compare(date_first_day(*from), date_last_day(*to)) > 0;
    }
    const struct number *from = field(node, low), *to = field(node, high);
    return from->given && to->given && from->value > to->value;
}

/* An element whose values are looked at, and where it stands. */
struct sense {
    const struct voc_element *element;
    const struct model_node *node;
    struct position at;
};

static void report_order(struct reader *reader, const struct sense *sense,
                         const struct voc_attribute *low, const struct voc_attribute *high)
{
    struct buf first = {0}, second = {0};
    enum diag_id id = low->type == VOC_DATE ? DIAG_ORDER_DATES : DIAG_ORDER_NUMBERS;
    add_value(&first, sense->node, low);
    add_value(&second, sense->node, high);
    diag_report(reader->sink, id, reader_at_attribute(reader, sense->at, low->name),
                sense->element->name, low->name, first.data, high->name, second.data, NULL);
    buf_release(&first);
    buf_release(&second);
}

static void check_order(struct reader *reader, const struct sense *sense)
{
    for (const struct voc_attribute *low = sense->element->attributes; low->name; low++) {
        const struct voc_attribute *high =
            low->at_most ? vocabulary_attribute(sense->element, low->at_most) : NULL;
        if (high && exceeds(sense->node, low, high))
            report_order(reader, sense, low, high);
    }
}

/* --- percentages --------------------------------------------------------------------------- */

/* An indicator may lack both title and id; that is told elsewhere. */
static void add_name(struct buf *out, const struct model_node *node)
{
    if (node->title || node->id)
        buf_add_string(out, model_name(node, NULL));
    else
        diag_add_term(out, N_("(no title)"));
}

static void report_percent(struct reader *reader, const struct indicator *indicator,
                           const struct model_node *node, const struct voc_attribute *attribute)
{
    struct buf name = {0}, value = {0};
    struct position tag = {node->span.start, node->span.line, node->span.column};
    add_name(&name, &indicator->node);
    add_value(&value, node, attribute);
    diag_report(reader->sink, DIAG_PERCENT_RANGE, reader_at_attribute(reader, tag, attribute->name),
                name.data, attribute->name, value.data, NULL);
    buf_release(&name);
    buf_release(&value);
}

/* All numbers of baselines or targets; how many were counted is no percentage. */
static void check_percentages(struct reader *reader, const struct indicator *indicator,
                              const struct model_list *list)
{
    const struct voc_attribute *first =
        list->count ? vocabulary_of_kind(list->items[0]->kind)->attributes : NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct model_node *node = list->items[i];
        if (node->kind == MODEL_TARGET && model_target(node)->aim == AIM_GAP)
            continue; /* a difference may be negative */
        for (const struct voc_attribute *a = first; a->name; a++) {
            const struct number *number = field(node, a);
            if (a->type == VOC_NUMBER && number->given &&
                (number->value < 0 || number->value > 100))
                report_percent(reader, indicator, node, a);
        }
    }
}

static void check_indicator(struct reader *reader, const struct indicator *indicator)
{
    bool percent =
        indicator->type == INDICATOR_PROPORTION && indicator->unit && !strcmp(indicator->unit, "%");
    if (!percent)
        return;
    check_percentages(reader, indicator, &indicator->baselines);
    check_percentages(reader, indicator, &indicator->targets);
    check_percentages(reader, indicator, &indicator->milestones);
}

/* --- scores -------------------------------------------------------------------------------- */

enum { SCORE_LOWEST = 1, SCORE_HIGHEST = 7 };

static void check_score(struct reader *reader, const struct frame *frame)
{
    struct number value = model_score(frame->node)->value;
    if (!value.given || (value.value >= SCORE_LOWEST && value.value <= SCORE_HIGHEST))
        return;
    struct buf written = {0};
    diag_add_number(&written, value.value, value.decimals);
    diag_report(reader->sink, DIAG_SCORE_RANGE, reader_at_attribute(reader, frame->at, "value"),
                written.data, NULL);
    buf_release(&written);
}

void reader_sense_like(struct reader *reader, const struct indicator *indicator)
{
    const struct span *span = &indicator->node.span;
    struct sense sense = {vocabulary_of_kind(MODEL_INDICATOR),
                          &indicator->node,
                          {span->start, span->line, span->column}};
    check_order(reader, &sense);
    check_indicator(reader, indicator);
}

/* What is like another is looked at when it has the values of that one, too. */
static bool is_like(const struct frame *frame)
{
    return frame->element->kind == MODEL_INDICATOR && model_indicator(frame->node)->like.id;
}

void reader_sense(struct reader *reader, const struct frame *frame)
{
    struct sense sense = {frame->element, frame->node, frame->at};
    if (is_like(frame))
        return;
    check_order(reader, &sense);
    if (frame->element->kind == MODEL_INDICATOR)
        check_indicator(reader, model_indicator(frame->node));
    if (frame->element->kind == MODEL_SCORE)
        check_score(reader, frame);
}
