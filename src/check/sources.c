/* Rules about where figures come from and who sees to it. */
#include "check/rule.h"

/* True for what is meant seriously: an activity that is decided, an effect, a goal or theme.
 * Ideas, and figures about the surroundings, may wait. */
static bool is_wanted(const struct indicator *indicator)
{
    const struct model_node *parent = indicator->node.parent;
    if (parent->kind == MODEL_ACTIVITY)
        return check_is_decided(model_activity(parent));
    return parent->kind != MODEL_PROGRAMME;
}

/* --- I12: where from ------------------------------------------------------------------ */

static void check_source_of(struct check *check, const struct indicator *indicator)
{
    bool told = indicator->source.node || indicator->collection;
    if (told || !indicator->targets.count || !is_wanted(indicator))
        return;
    check_found(check, DIAG_TARGET_NO_SOURCE, &indicator->node, check_title(&indicator->node),
                NULL);
}

/* "Data", "Kommunens egne registreringer": words that fit any source, and nothing else. */
static bool is_vague(const struct check *check, const struct model_node *node)
{
    const struct words_list *vague = check_words(check, node, WORDS_VAGUE_SOURCES);
    const struct words_list *joiners = check_words(check, node, WORDS_JOINERS);
    const struct words_list *prepositions = check_words(check, node, WORDS_PREPOSITIONS);
    char word[WORDS_LONGEST + 1];
    bool found = false;
    for (const char *p = node->title; p && *p;) {
        if (!words_next(&p, word)) {
            p++;
            continue;
        }
        bool is_vague = words_has(vague, word);
        if (!is_vague && !words_has(joiners, word) && !words_has(prepositions, word))
            return false;
        found = found || is_vague;
    }
    return found;
}

/* I12: a target that no source is known for, and a source that could be any. */
void rule_vague_source(struct check *check)
{
    for (size_t i = 0; i < check->model->indicators.count; i++)
        check_source_of(check, model_indicator(check->model->indicators.items[i]));
    for (size_t i = 0; i < check->model->sources.count; i++) {
        const struct source *source = model_source(check->model->sources.items[i]);
        bool told = source->producer || source->owner.node || source->collection;
        if (!told && is_vague(check, &source->node))
            check_found(check, DIAG_SOURCE_VAGUE, &source->node, check_title(&source->node), NULL);
    }
}

/* --- I13: who --------------------------------------------------------------------------- */

static bool has_owner(const struct indicator *indicator)
{
    const struct model_node *source = indicator->source.node;
    return indicator->owner.node || (source && model_source(source)->owner.node);
}

/* I13: a sign that nobody sees to. */
void rule_no_owner(struct check *check)
{
    for (size_t i = 0; i < check->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(check->model->indicators.items[i]);
        const struct model_node *node = &indicator->node;
        if (is_wanted(indicator) && !has_owner(indicator))
            check_found(check, DIAG_INDICATOR_NO_OWNER, node, check_title(node), NULL);
    }
}
