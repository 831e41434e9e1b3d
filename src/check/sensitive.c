/* V07: figures about matters that one does not tell everybody, without a legal basis. */
#include "base/buf.h"
#include "check/rule.h"
#include "check/sieve.h"

#include <stdlib.h>

enum { LISTED_MOST = 8 };

/* A source that handles data of single persons itself. What it does with them is settled where
 * a legal basis stands; conversations are told without names. */
static bool needs_basis(const struct source *source)
{
    bool collects = source->kind == SOURCE_REGISTER || source->kind == SOURCE_SURVEY ||
                    source->kind == SOURCE_REGISTRATION;
    return collects && !source->legal_basis;
}

/* True if the figures are of single persons: it says so, or there is nothing that speaks
 * against it. Others' published figures are of many. */
static bool is_of_persons(const struct indicator *indicator, const struct source *source)
{
    if (indicator->level != LEVEL_UNKNOWN)
        return indicator->level == LEVEL_PERSON;
    return !(source && source->producer) && indicator->role != INDICATOR_OUTPUT &&
           indicator->role != INDICATOR_CONTEXT && indicator->type != INDICATOR_YES_NO &&
           indicator->type != INDICATOR_QUALITATIVE;
}

/* The sensitive words of the programme's language, looked for in all indicators. */
struct search {
    const struct words_list *list;
    struct sieve sieve;
};

static bool names_sensitive(const struct check *check, const struct search *search,
                            const struct indicator *indicator)
{
    const struct words_list *list = check_words(check, &indicator->node, WORDS_SENSITIVE);
    const char *const texts[] = {indicator->node.title, indicator->definition, indicator->numerator,
                                 indicator->denominator};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        bool held_back =
            texts[i] && list == search->list && !sieve_lets_through(&search->sieve, texts[i]);
        if (texts[i] && !held_back && words_in_text(list, texts[i]))
            return true;
    }
    return false;
}

static bool is_sensitive(const struct check *check, const struct search *search,
                         const struct indicator *indicator, const struct source *source)
{
    if (indicator->sensitive == NO)
        return false;
    if (indicator->sensitive == YES)
        return indicator->level == LEVEL_UNKNOWN || indicator->level == LEVEL_PERSON;
    return is_of_persons(indicator, source) && names_sensitive(check, search, indicator);
}

/* By source, and the indicators of one as they stand in the file. */
static int by_source(const void *pa, const void *pb)
{
    const struct indicator *a = *(const struct indicator *const *)pa;
    const struct indicator *b = *(const struct indicator *const *)pb;
    uint32_t source_a = a->source.node->order, source_b = b->source.node->order;
    if (source_a != source_b)
        return source_a < source_b ? -1 : 1;
    return a->node.order < b->node.order ? -1 : 1;
}

/* One finding about a source, with a list of its indicators. */
static void report_source(struct check *check, const struct indicator *const *indicators,
                          size_t count)
{
    const struct model_node *source = indicators[0]->source.node;
    struct buf list = {0};
    for (size_t i = 0; i < count && i < LISTED_MOST; i++)
        buf_addf(&list, "%s%s", i ? ", " : "", check_label(&indicators[i]->node));
    if (count > LISTED_MOST)
        buf_addf(&list, " … +%zu", count - LISTED_MOST);
    check_found(check, DIAG_SENSITIVE_SOURCE, source, check_title(source),
                arena_string(&check->arena, list.data), NULL);
    buf_release(&list);
}

/* V07: health, ethnicity and the like about single persons, and no legal basis is named. */
void rule_sensitive(struct check *check)
{
    const struct model_list *all = &check->model->indicators;
    const struct indicator **found = NULL;
    size_t count = 0, capacity = 0;
    const struct model_node *programme = &check->model->programme->node;
    struct search search = {.list = check_words(check, programme, WORDS_SENSITIVE)};
    sieve_make(&search.sieve, search.list);
    for (size_t i = 0; i < all->count; i++) {
        const struct indicator *indicator = model_indicator(all->items[i]);
        const struct model_node *node = indicator->source.node;
        const struct source *source = node ? model_source(node) : NULL;
        if ((source && !needs_basis(source)) || !is_sensitive(check, &search, indicator, source))
            continue;
        if (!source) {
            check_found(check, DIAG_SENSITIVE_NO_SOURCE, &indicator->node,
                        check_title(&indicator->node), NULL);
            continue;
        }
        found = arena_grow(&check->arena, found, &capacity, count + 1, sizeof *found);
        found[count++] = indicator;
    }
    if (count)
        qsort(found, count, sizeof *found, by_source);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && found[end]->source.node == found[i]->source.node;)
            end++;
        report_source(check, found + i, end - i);
    }
}
