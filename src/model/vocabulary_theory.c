/* Challenges, activities, effects and the links between them; see vocabulary_parts.h. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

/* --- why ---------------------------------------------------------------------------------- */

static const struct voc_attribute challenge_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "seen-by", .type = VOC_TEXT, AT(challenge, seen_by),
     .meaning = N_("whose view it is: staff, citizens, figures")},
    {.name = "focus-areas", .type = VOC_REFS, AT(challenge, focus_areas), .kinds = KIND(FOCUS_AREA),
     .meaning = N_("focus areas that meet it, beside the one it stands in")},
    {.name = "documents", .type = VOC_REFS, AT(challenge, documents), .kinds = KIND(DOCUMENT),
     .meaning = N_("the papers that tell of it")},
    {0},
};

static const struct voc_attribute priority_attributes[] = {
    {.name = "rank", .type = VOC_STEP, AT(priority, rank),
     .meaning = N_("how much it matters, from 1 (first) to 5")},
    {.name = "place", .type = VOC_REF, AT(priority, place), .kinds = KIND(PLACE),
     .meaning = N_("in which place")},
    {.name = "focus-area", .type = VOC_REF, AT(priority, focus_area), .kinds = KIND(FOCUS_AREA),
     .meaning = N_("within which focus area")},
    {0},
};

const struct voc_element voc_priority = {
    .name = "priority",
    .kind = MODEL_PRIORITY,
    .size = sizeof(struct priority),
    .text = true,
    .attributes = priority_attributes,
    .children = voc_no_children,
    .label = N_("priority"),
    .meaning = N_("How much the challenge matters in a place or a focus area. The text gives the "
                  "grounds and may be left out."),
    .example = "<priority rank=\"1\" place=\"harbour\">Half of the families are new.</priority>",
};

static const struct voc_child challenge_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_evidence, challenge, evidence),
    TEXT_CHILD(voc_extent, challenge, extent),
    LIST_CHILD(voc_priority, challenge, priorities),
    {0},
};

const struct voc_element voc_challenge = {
    .name = "challenge",
    .kind = MODEL_CHALLENGE,
    .size = sizeof(struct challenge),
    .attributes = challenge_attributes,
    .children = challenge_children,
    .all_offset = offsetof(struct model, challenges),
    .label = N_("challenge"),
    .meaning = N_("What makes the programme needed, said without blame."),
    .example = "<challenge seen-by=\"staff\">\n"
               "  <title>New families know nobody in the town</title>\n"
               "</challenge>",
};

/* --- what leads to what ------------------------------------------------------------------ */

static const struct voc_attribute condition_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "critical", .type = VOC_CODE, AT(condition, critical), .codes = voc_yes_no_codes,
     .meaning = N_("whether the link breaks without it")},
    {.name = "probability", .type = VOC_STEP, AT(condition, probability),
     .meaning = N_("how likely it is that it goes wrong, from 1 (hardly) to 5 (nearly certain)")},
    {.name = "consequence", .type = VOC_STEP, AT(condition, consequence),
     .meaning = N_("how much it matters then, from 1 (little) to 5 (everything)")},
    {.name = "mitigation", .type = VOC_TEXT, AT(condition, mitigation),
     .meaning = N_("what is done about it")},
    {.name = "owner", .type = VOC_REF, AT(condition, owner), .kinds = KIND(ROLE),
     .meaning = N_("who keeps an eye on it")},
    {.name = "about", .type = VOC_REFS, AT(condition, about),
     .kinds = KIND(ACTIVITY) | KIND(EFFECT) | KIND(LINK),
     .meaning = N_("what it is about, where it stands in the programme")},
    {0},
};

const struct voc_element voc_assumption = {
    .name = "assumption",
    .kind = MODEL_ASSUMPTION,
    .size = sizeof(struct condition),
    .text = true,
    .text_required = true,
    .attributes = condition_attributes,
    .children = voc_no_children,
    .all_offset = offsetof(struct model, assumptions),
    .label = N_("assumption"),
    .meaning = N_("Something that has to be true for the link to hold."),
    .example = "<assumption critical=\"yes\">The families trust the staff.</assumption>",
};

const struct voc_element voc_context = {
    .name = "context",
    .kind = MODEL_CONTEXT,
    .size = sizeof(struct condition),
    .text = true,
    .text_required = true,
    .attributes = condition_attributes,
    .children = voc_no_children,
    .all_offset = offsetof(struct model, contexts),
    .label = N_("context"),
    .meaning = N_("Surroundings under which the link works, and others under which it may not."),
    .example = "<context>Most families have lived here for less than a year.</context>",
};

const struct voc_element voc_risk = {
    .name = "risk",
    .kind = MODEL_RISK,
    .size = sizeof(struct condition),
    .text = true,
    .text_required = true,
    .attributes = condition_attributes,
    .children = voc_no_children,
    .all_offset = offsetof(struct model, risks),
    .label = N_("risk"),
    .meaning = N_("Something that may go wrong. Say how likely it is, how much it matters, what is done about it and who keeps an eye on it."),
    .example = "<risk probability=\"3\" consequence=\"4\" mitigation=\"A second date every month\"\n"
               "      owner=\"leader\">Few can come in the morning.</risk>",
};

const struct voc_element voc_rival = {
    .name = "rival",
    .kind = MODEL_RIVAL,
    .size = sizeof(struct condition),
    .text = true,
    .text_required = true,
    .attributes = condition_attributes,
    .children = voc_no_children,
    .all_offset = offsetof(struct model, rivals),
    .label = N_("rival explanation"),
    .meaning = N_("Something else that could bring about the same, and has to be weighed before the programme takes the credit."),
    .example = "<rival>A new bus line makes it easier to meet.</rival>",
};

static const struct voc_attribute link_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "ref", .type = VOC_REF, .required = true, AT(link, to), .kinds = KIND(EFFECT),
     .meaning = N_("the effect that it leads to")},
    {.name = "origin", .type = VOC_CODE, AT(link, origin), .codes = voc_link_origins,
     .meaning = N_("who says so")},
    {.name = "evidence", .type = VOC_GRADE, AT(link, evidence),
     .meaning = N_("how well it is supported, from 0 (not at all) to 4 (several good studies)")},
    {.name = "sign", .type = VOC_CODE, AT(link, sign), .codes = voc_signs,
     .meaning = N_("which way it pulls; plus where nothing is said")},
    {.name = "key", .type = VOC_CODE, AT(link, key), .codes = voc_yes_no_codes,
     .meaning = N_("whether the programme stands or falls with it")},
    {.name = "documents", .type = VOC_REFS, AT(link, documents), .kinds = KIND(DOCUMENT),
     .meaning = N_("the papers that support it")},
    {0},
};

static const struct voc_child link_children[] = {
    TEXT_CHILD(voc_mechanism, link, mechanism),
    TEXT_CHILD(voc_reference, link, reference),
    LIST_CHILD(voc_assumption, link, conditions),
    LIST_CHILD(voc_context, link, conditions),
    LIST_CHILD(voc_risk, link, conditions),
    LIST_CHILD(voc_rival, link, conditions),
    {0},
};

const struct voc_element voc_leads_to = {
    .name = "leads-to",
    .kind = MODEL_LINK,
    .size = sizeof(struct link),
    .attributes = link_attributes,
    .children = link_children,
    .all_offset = offsetof(struct model, links),
    .label = N_("leads to"),
    .meaning = N_("An arrow from the activity or effect in which it stands to an effect."),
    .example = "<leads-to ref=\"belonging\" origin=\"interpreted\" evidence=\"1\">\n"
               "  <mechanism>They meet others in the same situation.</mechanism>\n"
               "  <assumption critical=\"yes\">The families trust the staff.</assumption>\n"
               "</leads-to>",
};

/* --- how it is carried out ------------------------------------------------------------------ */

static const struct voc_attribute component_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "by", .type = VOC_REFS, AT(component, by), .kinds = KIND(ROLE),
     .meaning = N_("the roles that deliver it")},
    {.name = "mode", .type = VOC_CODE, AT(component, mode), .codes = voc_component_modes,
     .meaning = N_("in which form")},
    {.name = "setting", .type = VOC_TEXT, AT(component, setting),
     .meaning = N_("where: the school kitchen, at home")},
    {.name = "sessions", .type = VOC_COUNT, AT(component, sessions),
     .meaning = N_("dose: how many times")},
    {.name = "minutes", .type = VOC_COUNT, AT(component, minutes),
     .meaning = N_("dose: how long each time")},
    {.name = "weeks", .type = VOC_COUNT, AT(component, weeks),
     .meaning = N_("dose: over how many weeks")},
    {.name = "reach", .type = VOC_COUNT, AT(component, reach),
     .meaning = N_("how many persons are expected")},
    {.name = "from", .type = VOC_DATE, AT(component, from), .at_most = "to",
     .meaning = N_("when it begins")},
    {.name = "to", .type = VOC_DATE, AT(component, to), .meaning = N_("when it ends")},
    {0},
};

static const struct voc_child component_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, component, description),
    TEXT_CHILD(voc_adaptation, component, adaptation),
    TEXT_CHILD(voc_fidelity, component, fidelity),
    {0},
};

const struct voc_element voc_component = {
    .name = "component",
    .kind = MODEL_COMPONENT,
    .size = sizeof(struct component),
    .attributes = component_attributes,
    .children = component_children,
    .all_offset = offsetof(struct model, components),
    .label = N_("component"),
    .meaning = N_("A part of an activity as it is to be delivered: by whom, how often, for how "
                  "many."),
    .example = "<component by=\"staff\" mode=\"group\" setting=\"the school kitchen\"\n"
               "           sessions=\"10\" minutes=\"90\" weeks=\"20\" reach=\"40\">\n"
               "  <title>Breakfast and talk</title>\n"
               "  <fidelity>There is always a member of staff at the table.</fidelity>\n"
               "</component>",
};

static const struct voc_attribute output_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "quantity", .type = VOC_NUMBER, AT(output, quantity), .meaning = N_("how many")},
    {.name = "unit", .type = VOC_TEXT, AT(output, unit), .meaning = N_("of what")},
    {.name = "due", .type = VOC_DATE, AT(output, due), .meaning = N_("by when")},
    {0},
};

static const struct voc_child output_children[] = {TITLE_CHILD, {0}};

const struct voc_element voc_output = {
    .name = "output",
    .kind = MODEL_OUTPUT,
    .size = sizeof(struct output),
    .attributes = output_attributes,
    .children = output_children,
    .all_offset = offsetof(struct model, outputs),
    .label = N_("output"),
    .meaning = N_("What comes out of the activity and can be counted: so many mornings, a plan, a "
                  "playground."),
    .example = "<output quantity=\"10\" unit=\"mornings\" due=\"2026-12\">\n"
               "  <title>Mornings held</title>\n"
               "</output>",
};

static const struct voc_attribute next_step_attributes[] = {
    {.name = "do", .type = VOC_CODE, .required = true, AT(next_step, step), .codes = voc_next_steps,
     .meaning = N_("what is done then")},
    {0},
};

const struct voc_element voc_next_step = {
    .name = "next-step",
    .kind = MODEL_NEXT_STEP,
    .size = sizeof(struct next_step),
    .text = true,
    .text_required = true,
    .attributes = next_step_attributes,
    .children = voc_no_children,
    .label = N_("next step"),
    .meaning = N_("What must be seen for a trial action to be stopped, adapted or scaled up. Agree "
                  "on it before the start."),
    .example = "<next-step do=\"scale\">At least 6 of 8 families come back.</next-step>",
};

/* --- what is done and what becomes of it ---------------------------------------------------- */

static const struct voc_attribute activity_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "status", .type = VOC_CODE, AT(activity, status), .codes = voc_activity_statuses,
     .meaning = N_("how far it is")},
    {.name = "from", .type = VOC_DATE, AT(activity, from), .at_most = "to",
     .meaning = N_("when it begins")},
    {.name = "to", .type = VOC_DATE, AT(activity, to), .meaning = N_("when it ends")},
    {.name = "until", .type = VOC_DATE, AT(activity, until),
     .meaning = N_("the date until which it waits")},
    {.name = "trial", .type = VOC_CODE, AT(activity, trial), .codes = voc_yes_no_codes,
     .meaning = N_("whether it is tried out in small first")},
    {.name = "place", .type = VOC_REFS, AT(activity, places), .kinds = KIND(PLACE),
     .meaning = N_("where it takes place")},
    {.name = "for", .type = VOC_REFS, AT(activity, target_groups), .kinds = KIND(TARGET_GROUP),
     .meaning = N_("whom it is for")},
    {.name = "responsible", .type = VOC_REF, AT(activity, responsible), .kinds = KIND(ROLE),
     .meaning = N_("who sees to it")},
    {.name = "anchored-by", .type = VOC_REF, AT(activity, anchored_by), .kinds = KIND(ROLE),
     .meaning = N_("who carries it on when the programme ends")},
    TAGS_ATTRIBUTE(activity),
    {0},
};

static const struct voc_child activity_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, activity, description),
    TEXT_CHILD(voc_awaits, activity, awaits),
    TEXT_CHILD(voc_anchoring, activity, anchoring),
    TEXT_CHILD(voc_backup, activity, backup),
    LIST_CHILD(voc_component, activity, components),
    LIST_CHILD(voc_resource, activity, resources),
    LIST_CHILD(voc_output, activity, outputs),
    LIST_CHILD(voc_next_step, activity, next_steps),
    LIST_CHILD(voc_indicator, activity, indicators),
    LIST_CHILD(voc_leads_to, activity, links),
    {0},
};

const struct voc_element voc_activity = {
    .name = "activity",
    .kind = MODEL_ACTIVITY,
    .size = sizeof(struct activity),
    .attributes = activity_attributes,
    .children = activity_children,
    .all_offset = offsetof(struct model, activities),
    .label = N_("activity"),
    .meaning = N_("What you do."),
    .example = "<activity id=\"mornings\" status=\"running\" from=\"2026-03\" place=\"harbour\"\n"
               "          for=\"newcomers\">\n"
               "  <title>Breakfast for new families</title>\n"
               "  <leads-to ref=\"belonging\"/>\n"
               "</activity>",
};

static const struct voc_attribute effect_attributes[] = {
    ID_ATTRIBUTE(false, N_("the name that links refer to")),
    {.name = "horizon", .type = VOC_REF, AT(effect, horizon), .kinds = KIND(HORIZON),
     .meaning = N_("the horizon in which it is expected; one that holds effects")},
    {.name = "kind", .type = VOC_CODE, AT(effect, kind), .codes = voc_effect_kinds,
     .meaning = N_("what part it plays")},
    {.name = "who", .type = VOC_TEXT, AT(effect, who), .meaning = N_("the ones who change")},
    {.name = "for", .type = VOC_REFS, AT(effect, target_groups), .kinds = KIND(TARGET_GROUP),
     .meaning = N_("the target groups among whom it shows")},
    {.name = "expected", .type = VOC_DATE, AT(effect, expected),
     .meaning = N_("the earliest date it can be expected")},
    {.name = "contributes-to", .type = VOC_FAR_REFS, AT(effect, contributes),
     .kinds = KIND(GOAL) | KIND(THEME) | KIND(EFFECT),
     .meaning = N_("shared goals that it is part of, also of included models: name:id")},
    TAGS_ATTRIBUTE(effect),
    {0},
};

static const struct voc_child effect_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, effect, description),
    LIST_CHILD(voc_indicator, effect, indicators),
    LIST_CHILD(voc_leads_to, effect, links),
    {0},
};

const struct voc_element voc_effect = {
    .name = "effect",
    .kind = MODEL_EFFECT,
    .size = sizeof(struct effect),
    .attributes = effect_attributes,
    .children = effect_children,
    .label = N_("effect"),
    .meaning = N_("What becomes different: who does, knows or feels something new."),
    .example =
        "<effect id=\"belonging\" horizon=\"medium\" kind=\"sub-goal\" who=\"new families\">\n"
        "  <title>New families feel at home in the town</title>\n"
        "  <leads-to ref=\"staying\" origin=\"source\"/>\n"
        "</effect>",
};

static const struct voc_attribute focus_area_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    TAGS_ATTRIBUTE(focus_area),
    {0},
};

static const struct voc_child focus_area_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_objective, focus_area, objective),
    LIST_CHILD(voc_challenge, focus_area, challenges),
    LIST_CHILD(voc_activity, focus_area, activities),
    {0},
};

const struct voc_element voc_focus_area = {
    .name = "focus-area",
    .kind = MODEL_FOCUS_AREA,
    .size = sizeof(struct focus_area),
    .attributes = focus_area_attributes,
    .children = focus_area_children,
    .label = N_("focus area"),
    .meaning = N_("A group of activities that belong together, with the challenges they meet."),
    .example = "<focus-area id=\"arrival\">\n"
               "  <title>A good arrival</title>\n"
               "  <activity><title>Breakfast for new families</title></activity>\n"
               "</focus-area>",
};
