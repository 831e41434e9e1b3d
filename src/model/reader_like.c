/* What an indicator takes over from the one that it is like; see reader.h.
 *
 * What is taken over is marked in the vocabulary, and only where the indicator says nothing
 * itself. How often there are figures, and how late, is not marked: a source says it as well.
 * The source of the other indicator belongs to that one's model and is not taken over; its
 * rhythm is, unless the indicator or its own source says another. */
#include "model/reader.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* --- one value ----------------------------------------------------------------------------- */

static void take_text(const char **text, const char *const *other)
{
    if (!*text)
        *text = *other;
}

static void take_code(int *code, const int *other)
{
    if (!*code)
        *code = *other;
}

static void take_number(struct number *number, const struct number *other)
{
    if (!number->given)
        *number = *other;
}

/* The types of all attributes that are marked. */
static void take_attribute(const struct voc_attribute *attribute, struct indicator *indicator,
                           const struct indicator *other)
{
    void *field = (char *)indicator + attribute->offset;
    const void *from = (const char *)other + attribute->offset;
    if (attribute->type == VOC_TEXT)
        take_text(field, from);
    else if (attribute->type == VOC_CODE)
        take_code(field, from);
    else if (attribute->type == VOC_NUMBER)
        take_number(field, from);
}

/* --- how often, how late ------------------------------------------------------------------- */

static const struct source *source_of(const struct indicator *indicator)
{
    return indicator->source.node ? model_source(indicator->source.node) : NULL;
}

static void take_rhythm(struct indicator *indicator, const struct indicator *other)
{
    static const struct source none = {.every = NULL};
    const struct source *own = source_of(indicator), *others = source_of(other);
    own = own ? own : &none;
    others = others ? others : &none;
    if (!indicator->every && !own->every)
        indicator->every = other->every ? other->every : others->every;
    if (!indicator->lag && !own->lag)
        indicator->lag = other->lag ? other->lag : others->lag;
}

/* --- all of them --------------------------------------------------------------------------- */

static void take_all(struct indicator *indicator, const struct indicator *other)
{
    const struct voc_element *element = vocabulary_of_kind(MODEL_INDICATOR);
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        if (a->inherited)
            take_attribute(a, indicator, other);
    for (const struct voc_child *c = element->children; c->element; c++) {
        if (!c->inherited)
            continue;
        void *field = (char *)indicator + c->offset;
        const void *from = (const char *)other + c->offset;
        take_text(field, from);
    }
    take_rhythm(indicator, other);
}

enum state { UNSEEN, ON_THE_WAY, DONE };

/* The indicators of the file that are like another. */
struct likes {
    struct reader *reader;
    uint32_t *number;  /* per node of the model: its number among them, from 1; 0: none of them */
    enum state *state; /* of each */
    size_t *way;       /* that is being followed: each is like the next */
};

static struct indicator *indicator_at(const struct likes *likes, size_t i)
{
    void *node = likes->reader->likes.nodes[i];
    return node;
}

/* The next on the way, where it is of this file and like another itself. */
static bool next(const struct likes *likes, const struct indicator *indicator, size_t *i)
{
    const struct model_node *node = indicator->like.node;
    const struct model_node *programme = &likes->reader->model->programme->node;
    if (!node || &model_programme_of(node)->node != programme || !likes->number[node->order])
        return false;
    *i = likes->number[node->order] - 1;
    return true;
}

static void report_circle(struct reader *reader, const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node;
    struct position tag = {node->span.start, node->span.line, node->span.column};
    diag_report(reader->sink, DIAG_LIKE_CIRCLE, reader_at_attribute(reader, tag, "like"),
                model_name(node, NULL), NULL);
}

/* Follows the way from one to the first that is complete, and completes them from there on
 * back. Not by recursion: a file may hold a very long way. */
static void complete(struct likes *likes, size_t i)
{
    size_t length = 0;
    bool goes_on = true;
    while (goes_on && likes->state[i] == UNSEEN) {
        likes->state[i] = ON_THE_WAY;
        likes->way[length++] = i;
        goes_on = next(likes, indicator_at(likes, i), &i);
    }
    if (goes_on && likes->state[i] == ON_THE_WAY)
        report_circle(likes->reader, indicator_at(likes, i));
    while (length) {
        size_t last = likes->way[--length];
        struct indicator *indicator = indicator_at(likes, last);
        if (indicator->like.node)
            take_all(indicator, model_indicator(indicator->like.node));
        likes->state[last] = DONE;
        reader_sense_like(likes->reader, indicator);
    }
}

void reader_inherit(struct reader *reader)
{
    size_t count = reader->likes.count;
    if (!count)
        return;
    struct likes likes = {
        .reader = reader,
        .number = mem_zalloc(reader->nodes, sizeof *likes.number),
        .state = mem_zalloc(count, sizeof *likes.state),
        .way = mem_zalloc(count, sizeof *likes.way),
    };
    for (size_t i = 0; i < count; i++)
        likes.number[reader->likes.nodes[i]->order] = (uint32_t)i + 1;
    for (size_t i = 0; i < count; i++)
        complete(&likes, i);
    free(likes.number);
    free(likes.state);
    free(likes.way);
}
