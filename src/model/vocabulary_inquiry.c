/* Questions, products, decisions, answers; see vocabulary_parts.h. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

static const struct voc_attribute method_attributes[] = {
    {.name = "code", .type = VOC_CODE, AT(method, code), .codes = voc_method_codes,
     .meaning = N_("which method")},
    {.name = "when", .type = VOC_DATE, AT(method, when), .meaning = N_("when it is used")},
    {.name = "by", .type = VOC_REF, AT(method, by), .kinds = KIND(ROLE),
     .meaning = N_("who does it")},
    {.name = "asks", .type = VOC_REFS, AT(method, asks), .kinds = KIND(ROLE) | KIND(TARGET_GROUP),
     .meaning = N_("the roles and target groups that are asked or observed")},
    {.name = "informants", .type = VOC_TEXT, AT(method, informants),
     .meaning = N_("who is asked or observed, in your own words")},
    {0},
};

const struct voc_element voc_method = {
    .name = "method",
    .kind = MODEL_METHOD,
    .size = sizeof(struct method),
    .text = true,
    .attributes = method_attributes,
    .children = voc_no_children,
    .label = N_("method"),
    .meaning = N_("How the question is answered. The text says it in your own words and may be "
                  "left out."),
    .example = "<method code=\"interview\" when=\"2027-05\" by=\"leader\" informants=\"parents\"/>",
};

static const struct voc_attribute question_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "type", .type = VOC_CODE, AT(question, type), .codes = voc_question_types,
     .meaning = N_("what kind of question it is")},
    {.name = "design", .type = VOC_CODE, AT(question, design), .codes = voc_designs,
     .meaning = N_("how it is to be answered; that of the programme where nothing is said")},
    {.name = "about", .type = VOC_REFS, AT(question, about),
     .kinds = KIND(ACTIVITY) | KIND(EFFECT) | KIND(LINK),
     .meaning = N_("the activities, effects or links that it asks about")},
    {.name = "indicators", .type = VOC_REFS, AT(question, indicators), .kinds = KIND(INDICATOR),
     .meaning = N_("the indicators that help to answer it")},
    {.name = "audience", .type = VOC_REFS, AT(question, audience), .kinds = KIND(ROLE),
     .meaning = N_("who needs the answer")},
    {0},
};

static const struct voc_child question_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_criterion, question, criterion),
    TEXT_CHILD(voc_decision, question, decision),
    LIST_CHILD(voc_method, question, methods),
    {0},
};

const struct voc_element voc_question = {
    .name = "question",
    .kind = MODEL_QUESTION,
    .size = sizeof(struct question),
    .attributes = question_attributes,
    .children = question_children,
    .label = N_("evaluation question"),
    .meaning = N_("Something the evaluation is to answer."),
    .example = "<question type=\"process\" about=\"mornings\" indicators=\"turnout\" "
               "audience=\"board\">\n"
               "  <title>Do the families come?</title>\n"
               "  <criterion>At least 70 % in the first year</criterion>\n"
               "  <decision>Go on, adjust or stop after a year</decision>\n"
               "  <method code=\"registration\" when=\"2027-03\" by=\"leader\"/>\n"
               "</question>",
};

static const struct voc_attribute product_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "kind", .type = VOC_CODE, AT(product, kind), .codes = voc_product_kinds,
     .meaning = N_("what it is")},
    {.name = "date", .type = VOC_DATE, AT(product, date), .meaning = N_("when, the first time")},
    {.name = "every", .type = VOC_DURATION, AT(product, every), .meaning = N_("how often")},
    {.name = "audience", .type = VOC_REFS, AT(product, audience), .kinds = KIND(ROLE),
     .meaning = N_("whom it is for")},
    {.name = "questions", .type = VOC_REFS, AT(product, questions), .kinds = KIND(QUESTION),
     .meaning = N_("the questions that it answers")},
    {0},
};

static const struct voc_child product_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_decision, product, decision),
    {0},
};

const struct voc_element voc_product = {
    .name = "product",
    .kind = MODEL_PRODUCT,
    .size = sizeof(struct product),
    .attributes = product_attributes,
    .children = product_children,
    .label = N_("product"),
    .meaning = N_("What the evaluation hands out: to whom, when, and for which decision."),
    .example = "<product kind=\"follow-up\" date=\"2027-02\" every=\"P1Y\" audience=\"board\">\n"
               "  <title>Yearly follow-up</title>\n"
               "</product>",
};

/* --- what was decided and learnt ------------------------------------------------------------ */

static const struct voc_attribute ruling_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "date", .type = VOC_DATE, .required = true, AT(ruling, date), .meaning = N_("when")},
    {.name = "by", .type = VOC_REF, AT(ruling, by), .kinds = KIND(ROLE),
     .meaning = N_("the forum that decided")},
    {.name = "outcome", .type = VOC_CODE, AT(ruling, outcome), .codes = voc_ruling_outcomes,
     .meaning = N_("what came of it")},
    {.name = "about", .type = VOC_REFS, AT(ruling, about), .kinds = ANY_KIND,
     .meaning = N_("what it is about; left out: the programme as a whole")},
    {0},
};

const struct voc_element voc_ruling = {
    .name = "ruling",
    .kind = MODEL_RULING,
    .size = sizeof(struct ruling),
    .text = true,
    .attributes = ruling_attributes,
    .children = voc_no_children,
    .label = N_("decision of a forum"),
    .meaning = N_("What a forum has decided. The text gives the conditions and may be left out."),
    .example = "<ruling date=\"2026-05-12\" by=\"board\" outcome=\"approved-with-changes\"\n"
               "        about=\"mornings\">The target is looked at again after a year.</ruling>",
};

static const struct voc_attribute lesson_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "date", .type = VOC_DATE, .required = true, AT(lesson, date), .meaning = N_("when")},
    {.name = "kind", .type = VOC_CODE, AT(lesson, kind), .codes = voc_lesson_kinds,
     .meaning = N_("what kind of entry it is")},
    {.name = "about", .type = VOC_REFS, AT(lesson, about), .kinds = ANY_KIND,
     .meaning = N_("what it is about")},
    {0},
};

const struct voc_element voc_lesson = {
    .name = "lesson",
    .kind = MODEL_LESSON,
    .size = sizeof(struct lesson),
    .text = true,
    .text_required = true,
    .attributes = lesson_attributes,
    .children = voc_no_children,
    .label = N_("entry of the learning log"),
    .meaning = N_("Something learnt along the way: what was changed, what surprised."),
    .example = "<lesson date=\"2026-11\" kind=\"surprise\" about=\"mornings\">Grandparents come "
               "too.</lesson>",
};

static const struct voc_attribute answer_attributes[] = {
    {.name = "rule", .type = VOC_RULE, .required = true, AT(answer, rule),
     .meaning = N_("the rule that is answered, as it stands in the finding")},
    {.name = "ref", .type = VOC_REF, AT(answer, ref), .kinds = ANY_KIND,
     .meaning = N_("what it is about; left out: the programme as a whole")},
    {0},
};

const struct voc_element voc_answer = {
    .name = "answer",
    .kind = MODEL_ANSWER,
    .size = sizeof(struct answer),
    .text = true,
    .text_required = true,
    .attributes = answer_attributes,
    .children = voc_no_children,
    .label = N_("answer"),
    .meaning = N_("A reason for leaving something as it is although a rule points at it. The rule "
                  "is then silent there, and the reason is printed in the annex."),
    .example = "<answer rule=\"I01\" ref=\"mornings\">Agreed with the board in May.</answer>",
};
