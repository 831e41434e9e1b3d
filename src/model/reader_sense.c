/* Values that are right one by one and contradict each other: a period that ends before it
 * begins, more counted than there are, a proportion of 120 %. See reader.h. */
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

static void report_order(struct reader *reader, const struct frame *frame,
                         const struct voc_attribute *low, const struct voc_attribute *high)
{
    struct buf first = {0}, second = {0};
    enum diag_id id = low->type == VOC_DATE ? DIAG_ORDER_DATES : DIAG_ORDER_NUMBERS;
    add_value(&first, frame->node, low);
    add_value(&second, frame->node, high);
    diag_report(reader->sink, id, reader_at_attribute(reader, frame->at, low->name),
                frame->element->name, low->name, first.data, high->name, second.data, NULL);
    buf_release(&first);
    buf_release(&second);
}

static void check_order(struct reader *reader, const struct frame *frame)
{
    for (const struct voc_attribute *low = frame->element->attributes; low->name; low++) {
        const struct voc_attribute *high =
            low->at_most ? vocabulary_attribute(frame->element, low->at_most) : NULL;
        if (high && exceeds(frame->node, low, high))
            report_order(reader, frame, low, high);
    }
}

/* --- percentages --------------------------------------------------------------------------- */

static void report_percent(struct reader *reader, const struct indicator *indicator,
                           const struct model_node *node, const struct voc_attribute *attribute)
{
    struct buf value = {0};
    struct position tag = {node->span.start, node->span.line, node->span.column};
    add_value(&value, node, attribute);
    diag_report(reader->sink, DIAG_PERCENT_RANGE, reader_at_attribute(reader, tag, attribute->name),
                model_name(&indicator->node, NULL), attribute->name, value.data, NULL);
    buf_release(&value);
}

/* All numbers of baselines or targets; how many were counted is no percentage. */
static void check_percentages(struct reader *reader, const struct indicator *indicator,
                              const struct model_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct model_node *node = list->items[i];
        if (node->kind == MODEL_TARGET && model_target(node)->aim == AIM_GAP)
            continue; /* a difference may be negative */
        const struct voc_attribute *a = vocabulary_of_kind(node->kind)->attributes;
        for (; a->name; a++) {
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

void reader_sense(struct reader *reader, const struct frame *frame)
{
    check_order(reader, frame);
    if (frame->element->kind == MODEL_INDICATOR)
        check_indicator(reader, model_indicator(frame->node));
}
