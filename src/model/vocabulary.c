/* The vocabulary as a table: the programme as a whole, and how things are found in it; see
 * vocabulary.h, and vocabulary_parts.h for where the rest stands. */
#include "model/vocabulary_parts.h"

#include "base/suggest.h"

#include <string.h>

const struct voc_attribute voc_no_attributes[] = {{0}};
const struct voc_child voc_no_children[] = {{0}};

/* Children of the programme that are listed in the model. */
#define MODEL_CHILD(element, field)                                                                \
    {                                                                                              \
        &(element), VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, field), false                \
    }

/* Tables read best with an entry on a line or two. */
/* clang-format off */

static const struct voc_attribute programme_attributes[] = {
    {.name = "format", .type = VOC_FORMAT, .required = true,
     .meaning = N_("the version of the file format that the file is written in")},
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "version", .type = VOC_TEXT, AT(programme, version),
     .meaning = N_("which edition of the programme theory this is, in your own counting")},
    {.name = "approved", .type = VOC_DATE, AT(programme, approved),
     .meaning = N_("when this edition was approved")},
    {.name = "kind", .type = VOC_CODE, AT(programme, kind), .codes = voc_programme_kinds,
     .meaning = N_("what kind of programme it is")},
    {.name = "design", .type = VOC_CODE, AT(programme, design), .codes = voc_designs,
     .meaning = N_("how effects are to be judged")},
    {0},
};

static const struct voc_child programme_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_owner, programme, owner),
    TEXT_CHILD(voc_purpose, programme, purpose),
    TEXT_CHILD(voc_vision, programme, vision),
    TEXT_CHILD(voc_place_grounds, programme, place_grounds),
    TEXT_CHILD(voc_limits, programme, limits),
    TEXT_CHILD(voc_ethics, programme, ethics),
    MODEL_CHILD(voc_include, includes),
    MODEL_CHILD(voc_code_list, code_lists),
    {&voc_period, VOC_OPTIONAL, VOC_STORE_FIELDS, 0, false},
    MODEL_CHILD(voc_horizon, horizons),
    MODEL_CHILD(voc_place, places),
    MODEL_CHILD(voc_role, roles),
    MODEL_CHILD(voc_target_group, target_groups),
    MODEL_CHILD(voc_document, documents),
    MODEL_CHILD(voc_source, sources),
    MODEL_CHILD(voc_challenge, top_challenges),
    MODEL_CHILD(voc_focus_area, focus_areas),
    MODEL_CHILD(voc_activity, top_activities),
    MODEL_CHILD(voc_effect, effects),
    MODEL_CHILD(voc_goal, goals),
    MODEL_CHILD(voc_indicator, top_indicators),
    MODEL_CHILD(voc_resource, top_resources),
    MODEL_CHILD(voc_assumption, top_conditions),
    MODEL_CHILD(voc_context, top_conditions),
    MODEL_CHILD(voc_risk, top_conditions),
    MODEL_CHILD(voc_rival, top_conditions),
    MODEL_CHILD(voc_question, questions),
    MODEL_CHILD(voc_product, products),
    MODEL_CHILD(voc_ruling, rulings),
    MODEL_CHILD(voc_lesson, lessons),
    MODEL_CHILD(voc_place_standard, place_standards),
    MODEL_CHILD(voc_asset, assets),
    MODEL_CHILD(voc_loop_diagram, loop_diagrams),
    MODEL_CHILD(voc_funnel, funnels),
    MODEL_CHILD(voc_answer, answers),
    {0},
};

static const struct voc_element programme = {
    .name = "programme",
    .kind = MODEL_PROGRAMME,
    .size = sizeof(struct programme),
    .attributes = programme_attributes,
    .children = programme_children,
    .label = N_("programme"),
    .meaning = N_("The whole: one programme theory."),
};

/* In the order of the reference. */
static const struct voc_element *const elements[] = {
    &programme, &voc_title, &voc_owner, &voc_purpose, &voc_vision, &voc_place_grounds,
    &voc_limits, &voc_ethics, &voc_period, &voc_include, &voc_code_list, &voc_code_element,
    &voc_horizon, &voc_place, &voc_inhabitants, &voc_role, &voc_tasks, &voc_target_group,
    &voc_document, &voc_source, &voc_collection, &voc_wave, &voc_challenge, &voc_evidence,
    &voc_extent, &voc_priority, &voc_focus_area, &voc_objective, &voc_activity, &voc_description,
    &voc_awaits, &voc_anchoring, &voc_backup, &voc_component, &voc_adaptation, &voc_fidelity,
    &voc_resource, &voc_output, &voc_next_step, &voc_effect, &voc_leads_to, &voc_mechanism,
    &voc_reference, &voc_assumption, &voc_context, &voc_risk, &voc_rival, &voc_goal, &voc_theme,
    &voc_indicator, &voc_definition, &voc_numerator, &voc_denominator, &voc_rationale,
    &voc_disaggregation, &voc_limitations, &voc_baseline, &voc_target, &voc_milestone,
    &voc_revision, &voc_question, &voc_criterion, &voc_decision, &voc_method, &voc_product,
    &voc_ruling, &voc_lesson, &voc_place_standard, &voc_score, &voc_asset, &voc_loop_diagram,
    &voc_variable, &voc_influence, &voc_funnel, &voc_funnel_step, &voc_answer,
};

/* clang-format on */

/* --- looking things up ------------------------------------------------------------------- */

const struct voc_element *vocabulary_root(void)
{
    return &programme;
}

const struct voc_element *const *vocabulary_elements(size_t *count)
{
    *count = sizeof elements / sizeof elements[0];
    return elements;
}

/* The first byte decides nearly always; this is the reader's innermost comparison. */
static bool same(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

const struct voc_element *vocabulary_element(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
        if (same(elements[i]->name, name))
            return elements[i];
    return NULL;
}

const struct voc_element *vocabulary_of_kind(enum model_kind kind)
{
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
        if (elements[i]->kind == kind)
            return elements[i];
    return NULL;
}

const struct voc_attribute *vocabulary_attribute(const struct voc_element *element,
                                                 const char *name)
{
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        if (same(a->name, name))
            return a;
    return NULL;
}

const struct voc_child *vocabulary_child(const struct voc_element *parent, const char *name)
{
    for (const struct voc_child *c = parent->children; c->element; c++)
        if (same(c->element->name, name))
            return c;
    return NULL;
}

/* --- what was meant ------------------------------------------------------------------------ */

/* Lower case of ASCII and of the Danish letters, which differ in one bit of UTF-8 as well;
 * words are joined with hyphens. */
static void fold(char *folded, size_t size, const char *word)
{
    size_t i = 0;
    for (; word[i] && i + 1 < size; i++) {
        unsigned char c = (unsigned char)word[i];
        unsigned char before = i ? (unsigned char)word[i - 1] : 0;
        bool letter = (c >= 'A' && c <= 'Z') || (before == 0xC3 && c >= 0x80 && c <= 0x9E);
        folded[i] = (char)(letter ? c | 0x20 : c == '_' || c == ' ' ? '-' : c);
    }
    folded[i] = '\0';
}

static const char *among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (same(names[i], name))
            return names[i];
    return NULL;
}

const char *vocabulary_meant(const struct voc_alias *aliases, const char *word,
                             const char *const *names, size_t count)
{
    char folded[64];
    fold(folded, sizeof folded, word);
    const char *meant = among(names, count, folded);
    for (const struct voc_alias *alias = aliases; !meant && alias->written; alias++)
        if (same(alias->written, folded))
            meant = among(names, count, alias->meant);
    return meant;
}

const char *vocabulary_likely(const struct voc_alias *aliases, const char *word,
                              const char *const *names, size_t count)
{
    const char *meant = vocabulary_meant(aliases, word, names, count);
    return meant ? meant : suggest_word(word, names, count);
}
