/* What few programmes need; see vocabulary_parts.h. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

/* --- Place Standard ------------------------------------------------------------------------- */

static const struct voc_attribute score_attributes[] = {
    {.name = "theme", .type = VOC_WORD, .required = true, AT(score, theme),
     .meaning = N_("which theme: a code of the list place-standard, or of one of your own")},
    {.name = "value", .type = VOC_NUMBER, .required = true, AT(score, value),
     .meaning = N_("from 1 (much to be done) to 7 (very good)")},
    {0},
};

const struct voc_element voc_score = {
    .name = "score",
    .kind = MODEL_SCORE,
    .size = sizeof(struct score),
    .text = true,
    .attributes = score_attributes,
    .children = voc_no_children,
    .label = N_("score"),
    .meaning = N_("What a theme was given. The text tells what was said and may be left out."),
    .example = "<score theme=\"moving-around\" value=\"5\">The paths are good.</score>",
};

static const struct voc_attribute place_standard_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "place", .type = VOC_REF, AT(place_standard, place), .kinds = KIND(PLACE),
     .meaning = N_("which place")},
    {.name = "date", .type = VOC_DATE, AT(place_standard, date), .meaning = N_("when")},
    {.name = "participants", .type = VOC_COUNT, AT(place_standard, participants),
     .meaning = N_("how many took part")},
    {0},
};

static const struct voc_child place_standard_children[] = {
    TITLE_CHILD,
    LIST_CHILD(voc_score, place_standard, scores),
    {0},
};

const struct voc_element voc_place_standard = {
    .name = "place-standard",
    .kind = MODEL_PLACE_STANDARD,
    .size = sizeof(struct place_standard),
    .attributes = place_standard_attributes,
    .children = place_standard_children,
    .label = N_("Place Standard session"),
    .meaning = N_("A conversation about a place with the Place Standard tool, scored by theme."),
    .example = "<place-standard place=\"harbour\" date=\"2026-03-14\" participants=\"12\">\n"
               "  <title>Walk with the residents</title>\n"
               "  <score theme=\"moving-around\" value=\"5\"/>\n"
               "</place-standard>",
};

/* --- assets --------------------------------------------------------------------------------- */

static const struct voc_attribute asset_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "kind", .type = VOC_CODE, AT(asset, kind), .codes = voc_asset_kinds,
     .meaning = N_("what it is")},
    {.name = "place", .type = VOC_REF, AT(asset, place), .kinds = KIND(PLACE),
     .meaning = N_("where it is")},
    {0},
};

static const struct voc_child asset_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, asset, description),
    {0},
};

const struct voc_element voc_asset = {
    .name = "asset",
    .kind = MODEL_ASSET,
    .size = sizeof(struct asset),
    .attributes = asset_attributes,
    .children = asset_children,
    .label = N_("asset"),
    .meaning = N_("What a place already has to build on."),
    .example = "<asset kind=\"organisation\" place=\"harbour\"><title>Rowing club</title></asset>",
};

/* --- causal loops --------------------------------------------------------------------------- */

static const struct voc_attribute variable_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that influences refer to")),
    {.name = "about", .type = VOC_REFS, AT(variable, about),
     .kinds = KIND(EFFECT) | KIND(ACTIVITY) | KIND(CHALLENGE),
     .meaning = N_("what it stands for elsewhere in the model")},
    {0},
};

static const struct voc_child variable_children[] = {TITLE_CHILD, {0}};

const struct voc_element voc_variable = {
    .name = "variable",
    .kind = MODEL_VARIABLE,
    .size = sizeof(struct variable),
    .attributes = variable_attributes,
    .children = variable_children,
    .all_offset = offsetof(struct model, variables),
    .label = N_("variable"),
    .meaning = N_("Something in a loop that there can be more or less of."),
    .example = "<variable id=\"trust\"><title>Trust between neighbours</title></variable>",
};

static const struct voc_attribute influence_attributes[] = {
    {.name = "from", .type = VOC_REF, .required = true, AT(influence, from), .kinds = KIND(VARIABLE),
     .meaning = N_("the variable that acts")},
    {.name = "to", .type = VOC_REF, .required = true, AT(influence, to), .kinds = KIND(VARIABLE),
     .meaning = N_("the variable that it acts on")},
    {.name = "sign", .type = VOC_CODE, .required = true, AT(influence, sign), .codes = voc_signs,
     .meaning = N_("which way it pulls")},
    {.name = "delayed", .type = VOC_CODE, AT(influence, delayed), .codes = voc_yes_no_codes,
     .meaning = N_("whether it takes long to be seen")},
    {0},
};

const struct voc_element voc_influence = {
    .name = "influence",
    .kind = MODEL_INFLUENCE,
    .size = sizeof(struct influence),
    .text = true,
    .attributes = influence_attributes,
    .children = voc_no_children,
    .label = N_("influence"),
    .meaning = N_("An arrow of a loop. The text says how and may be left out."),
    .example = "<influence from=\"trust\" to=\"meetings\" sign=\"plus\"/>",
};

static const struct voc_attribute loop_diagram_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {0},
};

static const struct voc_child loop_diagram_children[] = {
    TITLE_CHILD,
    LIST_CHILD(voc_variable, loop_diagram, variables),
    LIST_CHILD(voc_influence, loop_diagram, influences),
    {0},
};

const struct voc_element voc_loop_diagram = {
    .name = "loop-diagram",
    .kind = MODEL_LOOP_DIAGRAM,
    .size = sizeof(struct loop_diagram),
    .attributes = loop_diagram_attributes,
    .children = loop_diagram_children,
    .label = N_("loop diagram"),
    .meaning = N_("A causal-loop diagram. Here, and only here, arrows may run in circles."),
    .example = "<loop-diagram>\n"
               "  <title>Trust breeds trust</title>\n"
               "  <variable id=\"trust\"><title>Trust between neighbours</title></variable>\n"
               "  <variable id=\"meetings\"><title>Neighbours meet</title></variable>\n"
               "  <influence from=\"trust\" to=\"meetings\" sign=\"plus\"/>\n"
               "  <influence from=\"meetings\" to=\"trust\" sign=\"plus\"/>\n"
               "</loop-diagram>",
};

/* --- recruitment ---------------------------------------------------------------------------- */

static const struct voc_attribute funnel_step_attributes[] = {
    {.name = "expected", .type = VOC_COUNT, AT(funnel_step, expected),
     .meaning = N_("how many persons are expected to get this far")},
    {0},
};

static const struct voc_child funnel_step_children[] = {TITLE_CHILD, {0}};

const struct voc_element voc_funnel_step = {
    .name = "step",
    .kind = MODEL_FUNNEL_STEP,
    .size = sizeof(struct funnel_step),
    .attributes = funnel_step_attributes,
    .children = funnel_step_children,
    .label = N_("step"),
    .meaning = N_("A step of recruitment: invited, came once, stayed."),
    .example = "<step expected=\"120\"><title>Invited</title></step>",
};

static const struct voc_attribute funnel_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "activity", .type = VOC_REF, AT(funnel, activity), .kinds = KIND(ACTIVITY),
     .meaning = N_("what people are recruited for")},
    {.name = "for", .type = VOC_REF, AT(funnel, target_group), .kinds = KIND(TARGET_GROUP),
     .meaning = N_("who is recruited")},
    {0},
};

static const struct voc_child funnel_children[] = {
    TITLE_CHILD,
    LIST_CHILD(voc_funnel_step, funnel, steps),
    {0},
};

const struct voc_element voc_funnel = {
    .name = "recruitment",
    .kind = MODEL_FUNNEL,
    .size = sizeof(struct funnel),
    .attributes = funnel_attributes,
    .children = funnel_children,
    .label = N_("recruitment"),
    .meaning = N_("The way from those who could come to those who stay, step by step."),
    .example = "<recruitment activity=\"mornings\" for=\"newcomers\">\n"
               "  <title>From letter to breakfast</title>\n"
               "  <step expected=\"120\"><title>Get the letter</title></step>\n"
               "  <step expected=\"40\"><title>Come at least once</title></step>\n"
               "</recruitment>",
};
