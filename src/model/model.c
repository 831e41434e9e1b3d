/* The model, once it has been read; see model.h. */
#include "model/model.h"

#include "model/id_table.h"
#include "model/vocabulary.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

const char *model_language(const struct model *model)
{
    const struct programme *programme = model->programme;
    const char *hint = model->lang_hint[0] ? model->lang_hint : NULL;
    return programme && programme->node.lang ? programme->node.lang : hint;
}

const struct model_node *model_find(const struct model *model, const char *id)
{
    const struct id_entry *entry =
        model->ids && id ? id_table_find(model->ids, id, strlen(id)) : NULL;
    return entry && entry->node->kind ? entry->node : NULL;
}

static uint32_t largest_order(const struct model_list *list, uint32_t largest)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->order > largest)
            largest = list->items[i]->order;
    return largest;
}

size_t model_orders(const struct model_list *one, const struct model_list *other)
{
    return (size_t)largest_order(one, largest_order(other, 0)) + 1;
}

const struct model_list *model_all(const struct model *model, enum model_kind kind)
{
    const struct voc_element *element = vocabulary_of_kind(kind);
    const struct voc_child *child =
        element ? vocabulary_child(vocabulary_root(), element->name) : NULL;
    size_t offset = 0;
    if (element && element->all_offset)
        offset = element->all_offset;
    else if (child && child->store == VOC_STORE_MODEL)
        offset = child->offset;
    return offset ? (const struct model_list *)(const void *)((const char *)model + offset) : NULL;
}

const struct programme *model_programme_of(const struct model_node *node)
{
    while (node->parent)
        node = node->parent;
    assert(node->kind == MODEL_PROGRAMME);
    return (const void *)node;
}

/* --- places -------------------------------------------------------------------------------- */

struct diag_at model_at(const struct model *model, const struct model_node *node)
{
    const struct programme *in = model_programme_of(node);
    const char *file = in == model->programme ? model->file : in->file;
    return (struct diag_at){file,
                            node->span.line,
                            node->span.column,
                            {node->span.start, node->span.line, node->span.column}};
}

struct diag_at model_title_at(const struct model *model, const struct model_node *node)
{
    struct diag_at at = model_at(model, node);
    if (node->title_line) {
        at.line = node->title_line;
        at.column = node->title_column;
    }
    return at;
}

/* The model that was read from a file of this name; NULL: none. */
static const struct model *model_of_file(const struct model *root, const char *file)
{
    if (!file || !root->file)
        return NULL;
    if (!strcmp(root->file, file))
        return root;
    for (size_t i = 0; i < root->included_count; i++)
        if (!strcmp(root->included[i]->file, file))
            return root->included[i];
    return NULL;
}

void model_add_finding(struct buf *out, const struct model *model, const struct diag *diag,
                       const struct language *language)
{
    const struct model *of = model_of_file(model, diag->at.file);
    diag_add_full(out, diag, language, of ? of->source : NULL, of ? of->source_length : 0);
}

const char *model_name(const struct model_node *node, const struct language *language)
{
    if (node->title)
        return node->title;
    if (node->id || !language)
        return node->id ? node->id : "";
    return language_text(language, "(no title)");
}

/* --- the node as what it is ---------------------------------------------------------------- */

/* Each object begins with its node, so the address is the same. */
static const void *as(const struct model_node *node, enum model_kind kind)
{
    assert(node->kind == kind);
    (void)kind;
    return node;
}

const struct horizon *model_horizon(const struct model_node *node)
{
    return as(node, MODEL_HORIZON);
}

const struct place *model_place(const struct model_node *node)
{
    return as(node, MODEL_PLACE);
}

const struct population *model_population(const struct model_node *node)
{
    return as(node, MODEL_POPULATION);
}

const struct role *model_role(const struct model_node *node)
{
    return as(node, MODEL_ROLE);
}

const struct target_group *model_target_group(const struct model_node *node)
{
    return as(node, MODEL_TARGET_GROUP);
}

const struct document *model_document(const struct model_node *node)
{
    return as(node, MODEL_DOCUMENT);
}

const struct source *model_source(const struct model_node *node)
{
    return as(node, MODEL_SOURCE);
}

const struct wave *model_wave(const struct model_node *node)
{
    return as(node, MODEL_WAVE);
}

const struct challenge *model_challenge(const struct model_node *node)
{
    return as(node, MODEL_CHALLENGE);
}

const struct priority *model_priority(const struct model_node *node)
{
    return as(node, MODEL_PRIORITY);
}

const struct focus_area *model_focus_area(const struct model_node *node)
{
    return as(node, MODEL_FOCUS_AREA);
}

const struct activity *model_activity(const struct model_node *node)
{
    return as(node, MODEL_ACTIVITY);
}

const struct component *model_component(const struct model_node *node)
{
    return as(node, MODEL_COMPONENT);
}

const struct resource *model_resource(const struct model_node *node)
{
    return as(node, MODEL_RESOURCE);
}

const struct output *model_output(const struct model_node *node)
{
    return as(node, MODEL_OUTPUT);
}

const struct next_step *model_next_step(const struct model_node *node)
{
    return as(node, MODEL_NEXT_STEP);
}

const struct effect *model_effect(const struct model_node *node)
{
    return as(node, MODEL_EFFECT);
}

const struct link *model_link(const struct model_node *node)
{
    return as(node, MODEL_LINK);
}

const struct goal *model_goal(const struct model_node *node)
{
    return as(node, MODEL_GOAL);
}

const struct theme *model_theme(const struct model_node *node)
{
    return as(node, MODEL_THEME);
}

const struct indicator *model_indicator(const struct model_node *node)
{
    return as(node, MODEL_INDICATOR);
}

const struct baseline *model_baseline(const struct model_node *node)
{
    return as(node, MODEL_BASELINE);
}

const struct target *model_target(const struct model_node *node)
{
    return as(node, MODEL_TARGET);
}

const struct milestone *model_milestone(const struct model_node *node)
{
    return as(node, MODEL_MILESTONE);
}

const struct revision *model_revision(const struct model_node *node)
{
    return as(node, MODEL_REVISION);
}

const struct question *model_question(const struct model_node *node)
{
    return as(node, MODEL_QUESTION);
}

const struct method *model_method(const struct model_node *node)
{
    return as(node, MODEL_METHOD);
}

const struct product *model_product(const struct model_node *node)
{
    return as(node, MODEL_PRODUCT);
}

const struct ruling *model_ruling(const struct model_node *node)
{
    return as(node, MODEL_RULING);
}

const struct lesson *model_lesson(const struct model_node *node)
{
    return as(node, MODEL_LESSON);
}

const struct answer *model_answer(const struct model_node *node)
{
    return as(node, MODEL_ANSWER);
}

const struct include *model_include(const struct model_node *node)
{
    return as(node, MODEL_INCLUDE);
}

const struct code_list *model_code_list(const struct model_node *node)
{
    return as(node, MODEL_CODE_LIST);
}

const struct code *model_code(const struct model_node *node)
{
    return as(node, MODEL_CODE);
}

const struct place_standard *model_place_standard(const struct model_node *node)
{
    return as(node, MODEL_PLACE_STANDARD);
}

const struct score *model_score(const struct model_node *node)
{
    return as(node, MODEL_SCORE);
}

const struct asset *model_asset(const struct model_node *node)
{
    return as(node, MODEL_ASSET);
}

const struct loop_diagram *model_loop_diagram(const struct model_node *node)
{
    return as(node, MODEL_LOOP_DIAGRAM);
}

const struct variable *model_variable(const struct model_node *node)
{
    return as(node, MODEL_VARIABLE);
}

const struct influence *model_influence(const struct model_node *node)
{
    return as(node, MODEL_INFLUENCE);
}

const struct funnel *model_funnel(const struct model_node *node)
{
    return as(node, MODEL_FUNNEL);
}

const struct funnel_step *model_funnel_step(const struct model_node *node)
{
    return as(node, MODEL_FUNNEL_STEP);
}

const struct condition *model_condition(const struct model_node *node)
{
    assert(node->kind == MODEL_ASSUMPTION || node->kind == MODEL_CONTEXT ||
           node->kind == MODEL_RISK || node->kind == MODEL_RIVAL);
    return (const void *)node;
}

bool model_refs_hold(const struct model_refs *refs, const struct model_node *node)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (refs->items[i].node == node)
            return true;
    return false;
}

bool indicator_measures(const struct indicator *indicator, const struct model_node *node)
{
    return indicator->node.parent == node || model_refs_hold(&indicator->measures, node);
}

bool component_has_sessions(const struct component *component)
{
    return component->mode == COMPONENT_COURSE || component->mode == COMPONENT_GROUP ||
           component->mode == COMPONENT_INDIVIDUAL || component->mode == COMPONENT_VISIT ||
           component->sessions.given;
}

const struct horizon *effect_horizon(const struct effect *effect)
{
    return effect->horizon.node ? model_horizon(effect->horizon.node) : NULL;
}

const struct horizon *model_sign_horizon(const struct model *model)
{
    for (size_t i = 0; i < model->horizons.count; i++) {
        const struct horizon *horizon = model_horizon(model->horizons.items[i]);
        if (horizon->holds == HORIZON_SIGNS)
            return horizon;
    }
    return NULL;
}

bool model_has_tag(const struct model_tags *tags, const char *list, const char *code)
{
    for (size_t i = 0; i < tags->count; i++)
        if (!strcmp(tags->items[i].list, list) && !strcmp(tags->items[i].code, code))
            return true;
    return false;
}

const char *model_tag_of(const struct model_tags *tags, const char *list)
{
    for (size_t i = 0; i < tags->count; i++)
        if (!strcmp(tags->items[i].list, list))
            return tags->items[i].code;
    return NULL;
}

const struct model_list *model_links_from(const struct model_node *node)
{
    static const struct model_list none = {0};
    if (node->kind == MODEL_ACTIVITY)
        return &model_activity(node)->links;
    if (node->kind == MODEL_EFFECT)
        return &model_effect(node)->links;
    return &none;
}
