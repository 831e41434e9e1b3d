/* The vocabulary as a table; see vocabulary.h. Read it from the bottom up: an
 * element stands after the elements it holds, `programme` comes last. */
#include "model/vocabulary.h"

#include "base/language.h"

#include <string.h>

/* Where a value goes, and what a reference may point at. */
#define AT(type, field) .offset = offsetof(struct type, field)
#define KIND(name) (UINT32_C(1) << MODEL_##name)
#define ANY_KIND ((UINT32_C(1) << MODEL_KINDS) - 2)

/* Tables read best with an entry on a line or two. */
/* clang-format off */

/* --- codes ----------------------------------------------------------------------------- */

static const struct voc_code yes_no_codes[] = {
    {"yes", YES, N_("yes")},
    {"no", NO, N_("no")},
    {0},
};

static const struct voc_code programme_kinds[] = {
    {"project", PROGRAMME_PROJECT, N_("has a beginning and an end, and its own money")},
    {"operation", PROGRAMME_OPERATION, N_("part of daily work, without an end date")},
    {"strategy", PROGRAMME_STRATEGY, N_("a direction for several programmes")},
    {0},
};

static const struct voc_code horizon_holdings[] = {
    {"effects", HORIZON_EFFECTS, N_("effects stand in this horizon; so where nothing is said")},
    {"signs", HORIZON_SIGNS, N_("only indicators: early signs that it is on its way")},
    {0},
};

static const struct voc_code place_roles[] = {
    {"intervention", PLACE_INTERVENTION, N_("here the programme takes place")},
    {"comparison", PLACE_COMPARISON, N_("compared with; the programme does not reach it")},
    {0},
};

static const struct voc_code role_kinds[] = {
    {"steering-group", ROLE_STEERING_GROUP, N_("decides on direction and money")},
    {"project-owner", ROLE_PROJECT_OWNER, N_("answers for the programme")},
    {"project-leader", ROLE_PROJECT_LEADER, N_("leads it from day to day")},
    {"evaluator", ROLE_EVALUATOR, N_("evaluates, and is not the one who delivers")},
    {"staff", ROLE_STAFF, N_("delivers as part of paid work")},
    {"partner", ROLE_PARTNER, N_("an organisation that takes part")},
    {"volunteer", ROLE_VOLUNTEER, N_("delivers without pay")},
    {"committee", ROLE_COMMITTEE, N_("a political committee")},
    {0},
};

static const struct voc_code source_kinds[] = {
    {"register", SOURCE_REGISTER, N_("figures that exist already, from a register")},
    {"survey", SOURCE_SURVEY, N_("answers to a questionnaire")},
    {"registration", SOURCE_REGISTRATION, N_("what staff note down along the way")},
    {"qualitative", SOURCE_QUALITATIVE, N_("interviews, observation, documents")},
    {0},
};

static const struct voc_code activity_statuses[] = {
    {"idea", ACTIVITY_IDEA, N_("an idea; nothing is decided")},
    {"proposed", ACTIVITY_PROPOSED, N_("put forward for decision")},
    {"approved", ACTIVITY_APPROVED, N_("decided, not begun")},
    {"running", ACTIVITY_RUNNING, N_("under way")},
    {"waiting", ACTIVITY_WAITING, N_("waits for something; see until and awaits")},
    {"anchored", ACTIVITY_ANCHORED, N_("has become part of daily work")},
    {"stopped", ACTIVITY_STOPPED, N_("ended; it stays in the file as a memory")},
    {0},
};

static const struct voc_code effect_kinds[] = {
    {"effect", EFFECT_PLAIN, N_("a change on the way; so where nothing is said")},
    {"sub-goal", EFFECT_SUB_GOAL, N_("a change that is a goal in itself")},
    {"goal", EFFECT_GOAL, N_("what the programme is for")},
    {"unintended", EFFECT_UNINTENDED, N_("may happen too, without being wished for")},
    {0},
};

static const struct voc_code link_origins[] = {
    {"source", LINK_STATED, N_("stated in the programme's own papers")},
    {"interpreted", LINK_INTERPRETED, N_("read between the lines; confirm it with the owners")},
    {0},
};

static const struct voc_code indicator_roles[] = {
    {"process", INDICATOR_PROCESS, N_("is it carried out as intended?")},
    {"output", INDICATOR_OUTPUT, N_("how much was delivered?")},
    {"outcome", INDICATOR_OUTCOME, N_("did something change for the citizens?")},
    {"context", INDICATOR_CONTEXT, N_("surroundings that matter; nobody steers them")},
    {0},
};

static const struct voc_code indicator_types[] = {
    {"count", INDICATOR_COUNT, N_("a number of persons, meetings, ...")},
    {"proportion", INDICATOR_PROPORTION, N_("a share: so many out of so many")},
    {"mean", INDICATOR_MEAN, N_("an average")},
    {"rate", INDICATOR_RATE, N_("a number per 1,000 inhabitants or the like")},
    {"scale", INDICATOR_SCALE, N_("a score on a scale")},
    {"yes-no", INDICATOR_YES_NO, N_("has happened or has not")},
    {"qualitative", INDICATOR_QUALITATIVE, N_("told in words")},
    {0},
};

static const struct voc_code directions[] = {
    {"up", DIRECTION_UP, N_("more is better")},
    {"down", DIRECTION_DOWN, N_("less is better")},
    {"range", DIRECTION_RANGE, N_("within the bounds of the target is best")},
    {"maintain", DIRECTION_MAINTAIN, N_("should stay where it is")},
    {0},
};

static const struct voc_code target_levels[] = {
    {"minimum", TARGET_MINIMUM, N_("the least that would do")},
    {"realistic", TARGET_REALISTIC, N_("what you expect")},
    {"ambitious", TARGET_AMBITIOUS, N_("what you hope for")},
    {0},
};

static const struct voc_code question_types[] = {
    {"process", QUESTION_PROCESS, N_("is it carried out as intended, and for whom?")},
    {"effect", QUESTION_EFFECT, N_("did it make a difference?")},
    {"mechanism", QUESTION_MECHANISM, N_("why does it work, for whom, under which conditions?")},
    {0},
};

static const struct voc_code method_codes[] = {
    {"register", METHOD_REGISTER, N_("figures from a register")},
    {"registration", METHOD_REGISTRATION, N_("notes taken along the way")},
    {"survey", METHOD_SURVEY, N_("a questionnaire")},
    {"interview", METHOD_INTERVIEW, N_("interviews with one person at a time")},
    {"focus-group", METHOD_FOCUS_GROUP, N_("interviews with a group")},
    {"observation", METHOD_OBSERVATION, N_("being there and looking")},
    {"documents", METHOD_DOCUMENTS, N_("reading what was written")},
    {"workshop", METHOD_WORKSHOP, N_("a meeting where findings are made sense of together")},
    {0},
};

/* --- what many elements share ------------------------------------------------------------ */

static const struct voc_attribute no_attributes[] = {{0}};
static const struct voc_child no_children[] = {{0}};

#define ID_ATTRIBUTE(is_required, text) \
    {.name = "id", .type = VOC_ID, .required = (is_required), AT(model_node, id), .meaning = (text)}

#define TITLE_CHILD {&title, VOC_ONE, VOC_STORE_TITLE, 0}

/* --- elements that hold text ------------------------------------------------------------- */

#define TEXT_ELEMENT(element_name, element_label, element_meaning)                                 \
    {                                                                                              \
        .name = (element_name), .text = true, .text_required = true, .attributes = no_attributes,  \
        .children = no_children, .label = (element_label), .meaning = (element_meaning)            \
    }

static const struct voc_element title = TEXT_ELEMENT(
    "title", N_("title"),
    N_("The name of the thing, as it appears in figures and documents. Short is good."));

static const struct voc_element owner =
    TEXT_ELEMENT("owner", N_("owner"), N_("The organisation that answers for the programme."));

static const struct voc_element purpose =
    TEXT_ELEMENT("purpose", N_("purpose"), N_("Why the programme exists, in a sentence or two."));

static const struct voc_element vision =
    TEXT_ELEMENT("vision", N_("vision"), N_("What the world looks like when it has succeeded."));

static const struct voc_element evidence = TEXT_ELEMENT(
    "evidence", N_("evidence"), N_("How we know of the challenge: figures, reports, experience."));

static const struct voc_element objective =
    TEXT_ELEMENT("objective", N_("objective"), N_("What is to be achieved within the focus area."));

static const struct voc_element description = TEXT_ELEMENT(
    "description", N_("description"), N_("More words for those who do not know it yet."));

static const struct voc_element awaits =
    TEXT_ELEMENT("awaits", N_("awaits"), N_("What a waiting activity waits for."));

static const struct voc_element mechanism =
    TEXT_ELEMENT("mechanism", N_("mechanism"),
                 N_("How the one leads to the other: what happens to people that makes them act "
                    "differently. One sentence is enough."));

static const struct voc_element reference = TEXT_ELEMENT(
    "reference", N_("reference"), N_("The study or experience that supports the link."));

static const struct voc_element definition =
    TEXT_ELEMENT("definition", N_("definition"),
                 N_("Exactly what is measured, so that the next person gets the same figure."));

static const struct voc_element numerator = TEXT_ELEMENT(
    "numerator", N_("numerator"), N_("Who or what is counted in a proportion or rate."));

static const struct voc_element denominator = TEXT_ELEMENT(
    "denominator", N_("denominator"), N_("Out of whom or what a proportion or rate is taken."));

static const struct voc_element criterion = TEXT_ELEMENT(
    "criterion", N_("criterion"), N_("What the answer is held against: when is it good enough?"));

static const struct voc_element decision =
    TEXT_ELEMENT("decision", N_("decision"), N_("The decision that the answer will be used for."));

/* --- where and who ----------------------------------------------------------------------- */

static const struct voc_attribute period_attributes[] = {
    {.name = "from", .type = VOC_DATE, AT(programme, from), .at_most = "to",
     .meaning = N_("when it begins")},
    {.name = "to", .type = VOC_DATE, AT(programme, to), .meaning = N_("when it ends")},
    {0},
};

static const struct voc_element period = {
    .name = "period",
    .attributes = period_attributes,
    .children = no_children,
    .label = N_("period"),
    .meaning = N_("When the programme begins and ends."),
    .example = "<period from=\"2026\" to=\"2029-06\"/>",
};

static const struct voc_attribute horizon_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that effects refer to")),
    {.name = "from", .type = VOC_NUMBER, AT(horizon, from), .at_most = "to",
     .meaning = N_("years after the start where it begins")},
    {.name = "to", .type = VOC_NUMBER, AT(horizon, to),
     .meaning = N_("years after the start where it ends")},
    {.name = "holds", .type = VOC_CODE, AT(horizon, holds), .codes = horizon_holdings,
     .meaning = N_("what stands in it")},
    {0},
};

static const struct voc_child horizon_children[] = {TITLE_CHILD, {0}};

static const struct voc_element horizon = {
    .name = "horizon",
    .kind = MODEL_HORIZON,
    .size = sizeof(struct horizon),
    .attributes = horizon_attributes,
    .children = horizon_children,
    .label = N_("horizon"),
    .meaning = N_("A stretch of time in which effects are expected, counted in years from the "
                  "start. Choose as many as you think in; their order in the file is the order "
                  "of the columns in the figure."),
    .example = "<horizon id=\"medium\" from=\"2\" to=\"3\"><title>2-3 years</title></horizon>",
};

static const struct voc_attribute place_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that others refer to")),
    {.name = "role", .type = VOC_CODE, AT(place, role), .codes = place_roles,
     .meaning = N_("whether the programme takes place here")},
    {.name = "within", .type = VOC_REF, AT(place, within), .kinds = KIND(PLACE),
     .meaning = N_("the larger place that it is part of")},
    {.name = "population", .type = VOC_COUNT, AT(place, population),
     .meaning = N_("number of inhabitants")},
    {.name = "population-year", .type = VOC_YEAR, AT(place, population_year),
     .meaning = N_("the year of that number")},
    {0},
};

static const struct voc_child place_children[] = {TITLE_CHILD, {0}};

static const struct voc_element place = {
    .name = "place",
    .kind = MODEL_PLACE,
    .size = sizeof(struct place),
    .attributes = place_attributes,
    .children = place_children,
    .label = N_("place"),
    .meaning = N_("A town, a district, a school: where something happens, or what it is compared "
                  "with."),
    .example = "<place id=\"harbour\" role=\"intervention\" population=\"4200\"\n"
               "       population-year=\"2025\"><title>The harbour district</title></place>",
};

static const struct voc_attribute role_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that others refer to")),
    {.name = "kind", .type = VOC_CODE, AT(role, kind), .codes = role_kinds,
     .meaning = N_("what it does in the programme")},
    {0},
};

static const struct voc_child role_children[] = {TITLE_CHILD, {0}};

static const struct voc_element role = {
    .name = "role",
    .kind = MODEL_ROLE,
    .size = sizeof(struct role),
    .attributes = role_attributes,
    .children = role_children,
    .label = N_("role"),
    .meaning = N_("Someone who does or decides something, named by the role and never by private "
                  "data."),
    .example = "<role id=\"leader\" kind=\"project-leader\"><title>Project leader</title></role>",
};

static const struct voc_attribute target_group_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that others refer to")),
    {.name = "ages", .type = VOC_AGES, AT(target_group, ages), .meaning = N_("from and to age")},
    {.name = "size", .type = VOC_COUNT, AT(target_group, size),
     .meaning = N_("number of persons in the group")},
    {.name = "size-year", .type = VOC_YEAR, AT(target_group, size_year),
     .meaning = N_("the year of that number")},
    {0},
};

static const struct voc_child target_group_children[] = {TITLE_CHILD, {0}};

static const struct voc_element target_group = {
    .name = "target-group",
    .kind = MODEL_TARGET_GROUP,
    .size = sizeof(struct target_group),
    .attributes = target_group_attributes,
    .children = target_group_children,
    .label = N_("target group"),
    .meaning = N_("Whom the programme is for. Choose words that the people themselves could "
                  "read."),
    .example = "<target-group id=\"newcomers\" ages=\"18-\" size=\"350\" size-year=\"2025\">\n"
               "  <title>Families who are new to the town</title>\n"
               "</target-group>",
};

static const struct voc_attribute source_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that indicators refer to")),
    {.name = "kind", .type = VOC_CODE, AT(source, kind), .codes = source_kinds,
     .meaning = N_("how the figures come about")},
    {.name = "every", .type = VOC_DURATION, AT(source, every),
     .meaning = N_("how often there are new figures")},
    {.name = "owner", .type = VOC_REF, AT(source, owner), .kinds = KIND(ROLE),
     .meaning = N_("who sees to it")},
    {0},
};

static const struct voc_child source_children[] = {TITLE_CHILD, {0}};

static const struct voc_element source = {
    .name = "source",
    .kind = MODEL_SOURCE,
    .size = sizeof(struct source),
    .attributes = source_attributes,
    .children = source_children,
    .label = N_("data source"),
    .meaning = N_("Where figures come from, and how often."),
    .example = "<source id=\"attendance\" kind=\"registration\" every=\"P1M\" owner=\"leader\">\n"
               "  <title>Attendance list</title>\n"
               "</source>",
};

static const struct voc_attribute challenge_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "seen-by", .type = VOC_TEXT, AT(challenge, seen_by),
     .meaning = N_("whose view it is: staff, citizens, figures")},
    {0},
};

static const struct voc_child challenge_children[] = {
    TITLE_CHILD,
    {&evidence, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct challenge, evidence)},
    {0},
};

static const struct voc_element challenge = {
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

/* --- how it is measured ------------------------------------------------------------------ */

static const struct voc_attribute baseline_attributes[] = {
    {.name = "value", .type = VOC_NUMBER, AT(baseline, value),
     .meaning = N_("the figure, in the indicator's unit")},
    {.name = "k", .type = VOC_COUNT, AT(baseline, k), .at_most = "n",
     .meaning = N_("how many were counted: the numerator")},
    {.name = "n", .type = VOC_COUNT, AT(baseline, n),
     .meaning = N_("out of how many: the denominator, or the number of answers")},
    {.name = "date", .type = VOC_DATE, AT(baseline, date), .meaning = N_("when it was so")},
    {.name = "place", .type = VOC_REF, AT(baseline, place), .kinds = KIND(PLACE),
     .meaning = N_("where it was so")},
    {.name = "estimated", .type = VOC_CODE, AT(baseline, estimated), .codes = yes_no_codes,
     .meaning = N_("whether it is an estimate and not a measurement")},
    {0},
};

static const struct voc_element baseline = {
    .name = "baseline",
    .kind = MODEL_BASELINE,
    .size = sizeof(struct baseline),
    .text = true,
    .attributes = baseline_attributes,
    .children = no_children,
    .label = N_("baseline"),
    .meaning = N_("How things were before the programme began. The text is a remark and may be "
                  "left out."),
    .example = "<baseline value=\"42\" k=\"63\" n=\"150\" date=\"2025-10\" place=\"harbour\"/>",
};

static const struct voc_attribute target_attributes[] = {
    {.name = "value", .type = VOC_NUMBER, AT(target, value),
     .meaning = N_("the figure to reach, in the indicator's unit")},
    {.name = "min", .type = VOC_NUMBER, AT(target, min),
     .meaning = N_("the lower bound, where the aim is a range")},
    {.name = "max", .type = VOC_NUMBER, AT(target, max),
     .meaning = N_("the upper bound, where the aim is a range")},
    {.name = "date", .type = VOC_DATE, AT(target, date), .meaning = N_("by when")},
    {.name = "level", .type = VOC_CODE, AT(target, level), .codes = target_levels,
     .meaning = N_("how ambitious it is")},
    {.name = "place", .type = VOC_REF, AT(target, place), .kinds = KIND(PLACE),
     .meaning = N_("for which place")},
    {.name = "decided-by", .type = VOC_REF, AT(target, decided_by), .kinds = KIND(ROLE),
     .meaning = N_("who decided it")},
    {.name = "decided", .type = VOC_DATE, AT(target, decided),
     .meaning = N_("when it was decided")},
    {0},
};

static const struct voc_element target = {
    .name = "target",
    .kind = MODEL_TARGET,
    .size = sizeof(struct target),
    .text = true,
    .attributes = target_attributes,
    .children = no_children,
    .label = N_("target"),
    .meaning = N_("What the indicator should show, and by when. The text is a remark and may be "
                  "left out."),
    .example = "<target value=\"70\" date=\"2027\" level=\"realistic\" decided-by=\"board\"/>",
};

static const struct voc_attribute indicator_attributes[] = {
    ID_ATTRIBUTE(false, N_("the name under which figures are recorded; needed as soon as there "
                           "are any")),
    {.name = "role", .type = VOC_CODE, AT(indicator, role), .codes = indicator_roles,
     .meaning = N_("what the figure tells about")},
    {.name = "type", .type = VOC_CODE, AT(indicator, type), .codes = indicator_types,
     .meaning = N_("what kind of figure it is")},
    {.name = "unit", .type = VOC_TEXT, AT(indicator, unit), .meaning = N_("%, families, hours")},
    {.name = "direction", .type = VOC_CODE, AT(indicator, direction), .codes = directions,
     .meaning = N_("which way is better")},
    {.name = "source", .type = VOC_REF, AT(indicator, source), .kinds = KIND(SOURCE),
     .meaning = N_("where the figures come from")},
    {.name = "owner", .type = VOC_REF, AT(indicator, owner), .kinds = KIND(ROLE),
     .meaning = N_("who sees to it that there are figures")},
    {0},
};

static const struct voc_child indicator_children[] = {
    TITLE_CHILD,
    {&definition, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct indicator, definition)},
    {&numerator, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct indicator, numerator)},
    {&denominator, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct indicator, denominator)},
    {&baseline, VOC_MANY, VOC_STORE_LIST, offsetof(struct indicator, baselines)},
    {&target, VOC_MANY, VOC_STORE_LIST, offsetof(struct indicator, targets)},
    {0},
};

static const struct voc_element indicator = {
    .name = "indicator",
    .kind = MODEL_INDICATOR,
    .size = sizeof(struct indicator),
    .attributes = indicator_attributes,
    .children = indicator_children,
    .all_offset = offsetof(struct model, indicators),
    .label = N_("indicator"),
    .meaning = N_("Something to look for: a figure or a sign that tells whether it is on its way. "
                  "It stands in the activity or effect that it is about; directly in the "
                  "programme it tells about the surroundings."),
    .example = "<indicator id=\"turnout\" role=\"process\" type=\"proportion\" unit=\"%\"\n"
               "           direction=\"up\" source=\"attendance\" owner=\"leader\">\n"
               "  <title>Share of new families who come</title>\n"
               "  <numerator>new families who came at least once</numerator>\n"
               "  <denominator>all families who moved here this year</denominator>\n"
               "  <baseline value=\"0\" date=\"2025\"/>\n"
               "  <target value=\"70\" date=\"2027\" level=\"realistic\"/>\n"
               "</indicator>",
};

/* --- what leads to what ------------------------------------------------------------------ */

static const struct voc_attribute assumption_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "critical", .type = VOC_CODE, AT(assumption, critical), .codes = yes_no_codes,
     .meaning = N_("whether the link breaks without it")},
    {0},
};

static const struct voc_element assumption = {
    .name = "assumption",
    .kind = MODEL_ASSUMPTION,
    .size = sizeof(struct assumption),
    .text = true,
    .text_required = true,
    .attributes = assumption_attributes,
    .children = no_children,
    .label = N_("assumption"),
    .meaning = N_("Something that has to be true for the link to hold."),
    .example = "<assumption critical=\"yes\">The families trust the staff.</assumption>",
};

static const struct voc_attribute link_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "ref", .type = VOC_REF, .required = true, AT(link, to), .kinds = KIND(EFFECT),
     .meaning = N_("the effect that it leads to")},
    {.name = "origin", .type = VOC_CODE, AT(link, origin), .codes = link_origins,
     .meaning = N_("who says so")},
    {.name = "evidence", .type = VOC_GRADE, AT(link, evidence),
     .meaning = N_("how well it is supported, from 0 (not at all) to 4 (several good studies)")},
    {0},
};

static const struct voc_child link_children[] = {
    {&mechanism, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct link, mechanism)},
    {&reference, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct link, reference)},
    {&assumption, VOC_MANY, VOC_STORE_LIST, offsetof(struct link, assumptions)},
    {0},
};

static const struct voc_element leads_to = {
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

static const struct voc_attribute activity_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "status", .type = VOC_CODE, AT(activity, status), .codes = activity_statuses,
     .meaning = N_("how far it is")},
    {.name = "from", .type = VOC_DATE, AT(activity, from), .at_most = "to",
     .meaning = N_("when it begins")},
    {.name = "to", .type = VOC_DATE, AT(activity, to), .meaning = N_("when it ends")},
    {.name = "until", .type = VOC_DATE, AT(activity, until),
     .meaning = N_("the date until which it waits")},
    {.name = "trial", .type = VOC_CODE, AT(activity, trial), .codes = yes_no_codes,
     .meaning = N_("whether it is tried out in small first")},
    {.name = "place", .type = VOC_REFS, AT(activity, places), .kinds = KIND(PLACE),
     .meaning = N_("where it takes place")},
    {.name = "for", .type = VOC_REFS, AT(activity, target_groups), .kinds = KIND(TARGET_GROUP),
     .meaning = N_("whom it is for")},
    {0},
};

static const struct voc_child activity_children[] = {
    TITLE_CHILD,
    {&description, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct activity, description)},
    {&awaits, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct activity, awaits)},
    {&indicator, VOC_MANY, VOC_STORE_LIST, offsetof(struct activity, indicators)},
    {&leads_to, VOC_MANY, VOC_STORE_LIST, offsetof(struct activity, links)},
    {0},
};

static const struct voc_element activity = {
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
    {.name = "kind", .type = VOC_CODE, AT(effect, kind), .codes = effect_kinds,
     .meaning = N_("what part it plays")},
    {.name = "who", .type = VOC_TEXT, AT(effect, who), .meaning = N_("the ones who change")},
    {.name = "for", .type = VOC_REFS, AT(effect, target_groups), .kinds = KIND(TARGET_GROUP),
     .meaning = N_("the target groups among whom it shows")},
    {.name = "expected", .type = VOC_DATE, AT(effect, expected),
     .meaning = N_("the earliest date it can be expected")},
    {0},
};

static const struct voc_child effect_children[] = {
    TITLE_CHILD,
    {&description, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct effect, description)},
    {&indicator, VOC_MANY, VOC_STORE_LIST, offsetof(struct effect, indicators)},
    {&leads_to, VOC_MANY, VOC_STORE_LIST, offsetof(struct effect, links)},
    {0},
};

static const struct voc_element effect = {
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
    {0},
};

static const struct voc_child focus_area_children[] = {
    TITLE_CHILD,
    {&objective, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct focus_area, objective)},
    {&challenge, VOC_MANY, VOC_STORE_LIST, offsetof(struct focus_area, challenges)},
    {&activity, VOC_MANY, VOC_STORE_LIST, offsetof(struct focus_area, activities)},
    {0},
};

static const struct voc_element focus_area = {
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

/* --- what is asked ----------------------------------------------------------------------- */

static const struct voc_attribute method_attributes[] = {
    {.name = "code", .type = VOC_CODE, AT(method, code), .codes = method_codes,
     .meaning = N_("which method")},
    {.name = "when", .type = VOC_DATE, AT(method, when), .meaning = N_("when it is used")},
    {.name = "by", .type = VOC_REF, AT(method, by), .kinds = KIND(ROLE),
     .meaning = N_("who does it")},
    {.name = "informants", .type = VOC_TEXT, AT(method, informants),
     .meaning = N_("who is asked or observed")},
    {0},
};

static const struct voc_element method = {
    .name = "method",
    .kind = MODEL_METHOD,
    .size = sizeof(struct method),
    .text = true,
    .attributes = method_attributes,
    .children = no_children,
    .label = N_("method"),
    .meaning = N_("How the question is answered. The text says it in your own words and may be "
                  "left out."),
    .example = "<method code=\"interview\" when=\"2027-05\" by=\"leader\" informants=\"parents\"/>",
};

static const struct voc_attribute question_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "type", .type = VOC_CODE, AT(question, type), .codes = question_types,
     .meaning = N_("what kind of question it is")},
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
    {&criterion, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct question, criterion)},
    {&decision, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct question, decision)},
    {&method, VOC_MANY, VOC_STORE_LIST, offsetof(struct question, methods)},
    {0},
};

static const struct voc_element question = {
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

static const struct voc_attribute answer_attributes[] = {
    {.name = "rule", .type = VOC_RULE, .required = true, AT(answer, rule),
     .meaning = N_("the rule that is answered, as it stands in the finding")},
    {.name = "ref", .type = VOC_REF, AT(answer, ref), .kinds = ANY_KIND,
     .meaning = N_("what it is about; left out: the programme as a whole")},
    {0},
};

static const struct voc_element answer = {
    .name = "answer",
    .kind = MODEL_ANSWER,
    .size = sizeof(struct answer),
    .text = true,
    .text_required = true,
    .attributes = answer_attributes,
    .children = no_children,
    .label = N_("answer"),
    .meaning = N_("A reason for leaving something as it is although a rule points at it. The rule "
                  "is then silent there, and the reason is printed in the annex."),
    .example = "<answer rule=\"I01\" ref=\"mornings\">Agreed with the board in May.</answer>",
};

/* --- the whole --------------------------------------------------------------------------- */

static const struct voc_attribute programme_attributes[] = {
    {.name = "format", .type = VOC_FORMAT, .required = true,
     .meaning = N_("the version of the file format that the file is written in")},
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "version", .type = VOC_TEXT, AT(programme, version),
     .meaning = N_("which edition of the programme theory this is, in your own counting")},
    {.name = "approved", .type = VOC_DATE, AT(programme, approved),
     .meaning = N_("when this edition was approved")},
    {.name = "kind", .type = VOC_CODE, AT(programme, kind), .codes = programme_kinds,
     .meaning = N_("what kind of programme it is")},
    {0},
};

static const struct voc_child programme_children[] = {
    TITLE_CHILD,
    {&owner, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct programme, owner)},
    {&purpose, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct programme, purpose)},
    {&vision, VOC_OPTIONAL, VOC_STORE_TEXT, offsetof(struct programme, vision)},
    {&period, VOC_OPTIONAL, VOC_STORE_FIELDS, 0},
    {&horizon, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, horizons)},
    {&place, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, places)},
    {&role, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, roles)},
    {&target_group, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, target_groups)},
    {&source, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, sources)},
    {&challenge, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, top_challenges)},
    {&focus_area, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, focus_areas)},
    {&activity, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, top_activities)},
    {&effect, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, effects)},
    {&indicator, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, top_indicators)},
    {&question, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, questions)},
    {&answer, VOC_MANY, VOC_STORE_MODEL, offsetof(struct model, answers)},
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

static const struct voc_element *const elements[] = {
    &programme, &title,      &owner,        &purpose,    &vision,    &period,      &horizon,
    &place,     &role,       &target_group, &source,     &challenge, &evidence,    &focus_area,
    &objective, &activity,   &description,  &awaits,     &effect,    &leads_to,    &mechanism,
    &reference, &assumption, &indicator,    &definition, &numerator, &denominator, &baseline,
    &target,    &question,   &criterion,    &decision,   &method,    &answer,
};

/* clang-format on */

/* --- other words for our names ------------------------------------------------------------ */

static const struct voc_alias aliases[] = {
    /* codes; they come first, because some words name an element too */
    {"andel", "proportion"},
    {"antal", "count"},
    {"ambitiøs", "ambitious"},
    {"delmål", "sub-goal"},
    {"mål", "goal"},
    {"drift", "operation"},
    {"effekter", "effects"},
    {"forankret", "anchored"},
    {"foreslået", "proposed"},
    {"fokusgruppe", "focus-group"},
    {"frivillig", "volunteer"},
    {"gennemsnit", "mean"},
    {"godkendt", "approved"},
    {"idé", "idea"},
    {"ide", "idea"},
    {"igang", "running"},
    {"i-gang", "running"},
    {"indsats", "intervention"},
    {"ja", "yes"},
    {"kontekst", "context"},
    {"kvalitativ", "qualitative"},
    {"leverance", "output"},
    {"løbende", "running"},
    {"medarbejder", "staff"},
    {"ned", "down"},
    {"nej", "no"},
    {"op", "up"},
    {"projekt", "project"},
    {"projektejer", "project-owner"},
    {"projektleder", "project-leader"},
    {"proces", "process"},
    {"realistisk", "realistic"},
    {"registrering", "registration"},
    {"sammenligning", "comparison"},
    {"skala", "scale"},
    {"spørgeskema", "survey"},
    {"stoppet", "stopped"},
    {"strategi", "strategy"},
    {"styregruppe", "steering-group"},
    {"tegn", "signs"},
    {"udvalg", "committee"},
    {"utilsigtet", "unintended"},
    {"venter", "waiting"},
    {"virkninger", "effects"},
    {"virkning", "outcome"},
    /* elements and attributes */
    {"afgørelse", "decision"},
    {"afventer", "awaits"},
    {"aktivitet", "activity"},
    {"aktiviteter", "activity"},
    {"activities", "activity"},
    {"alder", "ages"},
    {"ambition", "target"},
    {"ansvarlig", "owner"},
    {"antagelse", "assumption"},
    {"antal", "size"},
    {"antal", "n"},
    {"assumes", "assumption"},
    {"baggrund", "challenge"},
    {"befolkning", "population"},
    {"begrundelse", "answer"},
    {"beskrivelse", "description"},
    {"beslutning", "decision"},
    {"besluttet", "decided"},
    {"besluttet-af", "decided-by"},
    {"causes", "leads-to"},
    {"class", "kind"},
    {"dato", "date"},
    {"datakilde", "source"},
    {"deadline", "date"},
    {"deadline", "to"},
    {"delmål", "effect"},
    {"effekt", "effect"},
    {"effektmål", "effect"},
    {"ejer", "owner"},
    {"end", "to"},
    {"enhed", "unit"},
    {"evalueringsspørgsmål", "question"},
    {"evidens", "evidence"},
    {"fokusområde", "focus-area"},
    {"forbehold", "assumption"},
    {"formål", "purpose"},
    {"forudsætning", "assumption"},
    {"forventet", "expected"},
    {"fra", "from"},
    {"frist", "date"},
    {"frist", "until"},
    {"fører-til", "leads-to"},
    {"førertil", "leads-to"},
    {"godkendt", "approved"},
    {"goal", "effect"},
    {"goal", "target"},
    {"handling", "activity"},
    {"heading", "title"},
    {"henvisning", "reference"},
    {"henvisning", "ref"},
    {"horisont", "horizon"},
    {"href", "ref"},
    {"hvem", "who"},
    {"hvornår", "when"},
    {"hyppighed", "every"},
    {"indbyggere", "population"},
    {"indenfor", "within"},
    {"indikator", "indicator"},
    {"indikatorer", "indicator"},
    {"indikatorer", "indicators"},
    {"indsats", "programme"},
    {"indsatsområde", "focus-area"},
    {"informanter", "informants"},
    {"kilde", "source"},
    {"kode", "code"},
    {"kriterium", "criterion"},
    {"kritisk", "critical"},
    {"lang", "xml:lang"},
    {"link", "leads-to"},
    {"mekanisme", "mechanism"},
    {"metode", "method"},
    {"modtager", "audience"},
    {"mål", "target"},
    {"mål", "effect"},
    {"målgruppe", "target-group"},
    {"målgruppe", "for"},
    {"målsætning", "objective"},
    {"måltal", "target"},
    {"name", "title"},
    {"name", "id"},
    {"navn", "title"},
    {"navn", "id"},
    {"niveau", "level"},
    {"nævner", "denominator"},
    {"nøgle", "id"},
    {"om", "about"},
    {"oprindelse", "origin"},
    {"område", "place"},
    {"outcome", "effect"},
    {"overskrift", "title"},
    {"periode", "period"},
    {"pil", "leads-to"},
    {"population-size", "population"},
    {"program", "programme"},
    {"prøvehandling", "trial"},
    {"problem", "challenge"},
    {"regel", "rule"},
    {"result", "effect"},
    {"resultat", "effect"},
    {"retning", "direction"},
    {"rolle", "role"},
    {"slut", "to"},
    {"sprog", "xml:lang"},
    {"spørgsmål", "question"},
    {"sted", "place"},
    {"stedet", "place"},
    {"start", "from"},
    {"størrelse", "size"},
    {"svar", "answer"},
    {"target", "ref"},
    {"tegn", "indicator"},
    {"til", "to"},
    {"til", "ref"},
    {"titel", "title"},
    {"to", "ref"},
    {"tæller", "numerator"},
    {"type", "kind"},
    {"udfordring", "challenge"},
    {"udgangspunkt", "baseline"},
    {"baselinje", "baseline"},
    {"venter-på", "awaits"},
    {"venter-til", "until"},
    {"version", "format"},
    {"virkemiddel", "mechanism"},
    {"virkning", "effect"},
    {"virkninger", "effect"},
    {"virkningsteori", "leads-to"},
    {"værdi", "value"},
    {0},
};

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

const struct voc_alias *vocabulary_aliases(void)
{
    return aliases;
}
