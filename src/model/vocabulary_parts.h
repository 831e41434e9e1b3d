/* The parts of the vocabulary, as they see each other. Not for other rooms.
 *
 * vocabulary.c          the programme as a whole, the list of elements, looking things up
 * vocabulary_codes.c    what attributes with a fixed choice may say
 * vocabulary_texts.c    elements that hold nothing but text
 * vocabulary_setting.c  when, where, who, with what
 * vocabulary_theory.c   challenges, activities, effects and the links between them
 * vocabulary_measure.c  goals, themes, indicators and where their figures come from
 * vocabulary_inquiry.c  questions, products, decisions, answers
 * vocabulary_modules.c  what few programmes need: Place Standard, assets, loops, recruitment
 * vocabulary_aliases.c  other words for our names
 *
 * Within a file an element stands after those it holds. */
#ifndef MODEL_VOCABULARY_PARTS_H
#define MODEL_VOCABULARY_PARTS_H

#include "base/language.h"
#include "model/vocabulary.h"

/* Where a value goes, and what a reference may point at. */
#define AT(type, field) .offset = offsetof(struct type, field)
#define KIND(name) (UINT64_C(1) << MODEL_##name)
#define ANY_KIND ((UINT64_C(1) << MODEL_KINDS) - 2)

#define ID_ATTRIBUTE(is_required, text)                                                            \
    {                                                                                              \
        .name = "id", .type = VOC_ID, .required = (is_required), AT(model_node, id),               \
        .meaning = (text)                                                                          \
    }

#define TITLE_CHILD                                                                                \
    {                                                                                              \
        &voc_title, VOC_ONE, VOC_STORE_TITLE, 0, false                                             \
    }
/* A text child that fills a field of its parent's struct. */
#define TEXT_CHILD(element, type, field)                                                           \
    {                                                                                              \
        &(element), VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct type, field), false              \
    }
/* ... and is taken over from what the element is like. */
#define INHERITED_TEXT_CHILD(element, type, field)                                                 \
    {                                                                                              \
        &(element), VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct type, field), true               \
    }
/* Children that are listed in their parent's struct. */
#define LIST_CHILD(element, type, field)                                                           \
    {                                                                                              \
        &(element), VOC_MANY, VOC_STORE_LIST, offsetof(struct type, field), false                  \
    }

#define TAGS_ATTRIBUTE(object)                                                                     \
    {                                                                                              \
        .name = "tags", .type = VOC_TAGS, AT(object, tags),                                        \
        .meaning = N_("tags, each list:code; the lists are in the section on tags")                \
    }

extern const struct voc_attribute voc_no_attributes[];
extern const struct voc_child voc_no_children[];

extern const struct voc_code voc_yes_no_codes[], voc_programme_kinds[], voc_horizon_holdings[],
    voc_place_roles[], voc_role_kinds[], voc_source_kinds[], voc_activity_statuses[],
    voc_effect_kinds[], voc_link_origins[], voc_indicator_roles[], voc_indicator_types[],
    voc_directions[], voc_target_levels[], voc_question_types[], voc_method_codes[], voc_designs[],
    voc_boundaries[], voc_samplings[], voc_wave_modes[], voc_component_modes[],
    voc_resource_kinds[], voc_next_steps[], voc_signs[], voc_countings[], voc_levels[], voc_aims[],
    voc_product_kinds[], voc_ruling_outcomes[], voc_lesson_kinds[], voc_asset_kinds[];

extern const struct voc_element voc_title, voc_owner, voc_purpose, voc_vision, voc_place_grounds,
    voc_limits, voc_ethics, voc_period, voc_include, voc_code_list, voc_code_element, voc_horizon,
    voc_place, voc_inhabitants, voc_role, voc_tasks, voc_target_group, voc_document, voc_source,
    voc_collection, voc_wave, voc_challenge, voc_evidence, voc_extent, voc_priority, voc_focus_area,
    voc_objective, voc_activity, voc_description, voc_awaits, voc_anchoring, voc_backup,
    voc_component, voc_adaptation, voc_fidelity, voc_resource, voc_output, voc_next_step,
    voc_effect, voc_leads_to, voc_mechanism, voc_reference, voc_assumption, voc_context, voc_risk,
    voc_rival, voc_goal, voc_theme, voc_indicator, voc_definition, voc_numerator, voc_denominator,
    voc_rationale, voc_disaggregation, voc_limitations, voc_baseline, voc_target, voc_milestone,
    voc_revision, voc_question, voc_criterion, voc_decision, voc_method, voc_product, voc_ruling,
    voc_lesson, voc_place_standard, voc_score, voc_asset, voc_loop_diagram, voc_variable,
    voc_influence, voc_funnel, voc_funnel_step, voc_answer;

#endif
