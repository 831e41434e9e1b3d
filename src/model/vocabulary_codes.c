/* What attributes with a fixed choice may say; see vocabulary_parts.h. Codes are published:
 * they may be added to, and none may be renamed. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

const struct voc_code voc_yes_no_codes[] = {
    {"yes", YES, N_("yes")},
    {"no", NO, N_("no")},
    {0},
};

const struct voc_code voc_programme_kinds[] = {
    {"project", PROGRAMME_PROJECT, N_("has a beginning and an end, and its own money")},
    {"operation", PROGRAMME_OPERATION, N_("part of daily work, without an end date")},
    {"strategy", PROGRAMME_STRATEGY, N_("a direction for several programmes")},
    {"portfolio", PROGRAMME_PORTFOLIO, N_("brings programmes together by including them")},
    {"library", PROGRAMME_LIBRARY, N_("holds definitions for other models to draw from")},
    {0},
};

const struct voc_code voc_horizon_holdings[] = {
    {"effects", HORIZON_EFFECTS, N_("effects stand in this horizon; so where nothing is said")},
    {"signs", HORIZON_SIGNS, N_("only indicators: early signs that it is on its way")},
    {0},
};

const struct voc_code voc_place_roles[] = {
    {"intervention", PLACE_INTERVENTION, N_("here the programme takes place")},
    {"comparison", PLACE_COMPARISON, N_("compared with; the programme does not reach it")},
    {0},
};

const struct voc_code voc_role_kinds[] = {
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

const struct voc_code voc_source_kinds[] = {
    {"register", SOURCE_REGISTER, N_("figures that exist already, from a register")},
    {"survey", SOURCE_SURVEY, N_("answers to a questionnaire")},
    {"registration", SOURCE_REGISTRATION, N_("what staff note down along the way")},
    {"qualitative", SOURCE_QUALITATIVE, N_("interviews, observation, documents")},
    {0},
};

const struct voc_code voc_activity_statuses[] = {
    {"idea", ACTIVITY_IDEA, N_("an idea; nothing is decided")},
    {"proposed", ACTIVITY_PROPOSED, N_("put forward for decision")},
    {"approved", ACTIVITY_APPROVED, N_("decided, not begun")},
    {"running", ACTIVITY_RUNNING, N_("under way")},
    {"waiting", ACTIVITY_WAITING, N_("waits for something; see until and awaits")},
    {"anchored", ACTIVITY_ANCHORED, N_("has become part of daily work")},
    {"stopped", ACTIVITY_STOPPED, N_("ended; it stays in the file as a memory")},
    {0},
};

const struct voc_code voc_effect_kinds[] = {
    {"effect", EFFECT_PLAIN, N_("a change on the way; so where nothing is said")},
    {"sub-goal", EFFECT_SUB_GOAL, N_("a change that is a goal in itself")},
    {"goal", EFFECT_GOAL, N_("what the programme is for")},
    {"unintended", EFFECT_UNINTENDED, N_("may happen too, without being wished for")},
    {0},
};

const struct voc_code voc_link_origins[] = {
    {"source", LINK_STATED, N_("stated in the programme's own papers")},
    {"interpreted", LINK_INTERPRETED, N_("read between the lines; confirm it with the owners")},
    {0},
};

const struct voc_code voc_indicator_roles[] = {
    {"process", INDICATOR_PROCESS, N_("is it carried out as intended?")},
    {"output", INDICATOR_OUTPUT, N_("how much was delivered?")},
    {"outcome", INDICATOR_OUTCOME, N_("did something change for the citizens?")},
    {"context", INDICATOR_CONTEXT, N_("surroundings that matter; nobody steers them")},
    {0},
};

const struct voc_code voc_indicator_types[] = {
    {"count", INDICATOR_COUNT, N_("a number of persons, meetings, ...")},
    {"proportion", INDICATOR_PROPORTION, N_("a share: so many out of so many")},
    {"mean", INDICATOR_MEAN, N_("an average")},
    {"rate", INDICATOR_RATE, N_("a number per 1,000 inhabitants or the like")},
    {"scale", INDICATOR_SCALE, N_("a score on a scale")},
    {"yes-no", INDICATOR_YES_NO, N_("has happened or has not")},
    {"qualitative", INDICATOR_QUALITATIVE, N_("told in words")},
    {0},
};

const struct voc_code voc_directions[] = {
    {"up", DIRECTION_UP, N_("more is better")},
    {"down", DIRECTION_DOWN, N_("less is better")},
    {"range", DIRECTION_RANGE, N_("within the bounds of the target is best")},
    {"maintain", DIRECTION_MAINTAIN, N_("should stay where it is")},
    {0},
};

const struct voc_code voc_target_levels[] = {
    {"minimum", TARGET_MINIMUM, N_("the least that would do")},
    {"realistic", TARGET_REALISTIC, N_("what you expect")},
    {"ambitious", TARGET_AMBITIOUS, N_("what you hope for")},
    {0},
};

const struct voc_code voc_question_types[] = {
    {"process", QUESTION_PROCESS, N_("is it carried out as intended, and for whom?")},
    {"effect", QUESTION_EFFECT, N_("did it make a difference?")},
    {"mechanism", QUESTION_MECHANISM, N_("why does it work, for whom, under which conditions?")},
    {0},
};

const struct voc_code voc_method_codes[] = {
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

const struct voc_code voc_designs[] = {
    {"before-after", DESIGN_BEFORE_AFTER, N_("the same is measured before and after")},
    {"comparison", DESIGN_COMPARISON, N_("compared with those whom the programme does not reach")},
    {"time-series", DESIGN_TIME_SERIES, N_("many measurements in a row")},
    {"contribution", DESIGN_CONTRIBUTION, N_("the links are tested one by one, and rival explanations are weighed")},
    {0},
};

const struct voc_code voc_boundaries[] = {
    {"municipality", BOUNDARY_MUNICIPALITY, N_("a whole municipality")},
    {"town", BOUNDARY_TOWN, N_("a town, a village or a district of a town")},
    {"housing-area", BOUNDARY_HOUSING_AREA, N_("an area of social housing")},
    {"school-district", BOUNDARY_SCHOOL_DISTRICT, N_("the catchment area of a school")},
    {"statistical", BOUNDARY_STATISTICAL, N_("a parish, a postal code or another area of statistics")},
    {"institution", BOUNDARY_INSTITUTION, N_("a school, a day-care institution, a workplace")},
    {"other", BOUNDARY_OTHER, N_("drawn in another way; say how in the description")},
    {0},
};

const struct voc_code voc_samplings[] = {
    {"total", SAMPLING_TOTAL, N_("everybody is counted or asked")},
    {"probability", SAMPLING_PROBABILITY, N_("a random sample is asked")},
    {"snowball", SAMPLING_SNOWBALL, N_("those who are asked point to others; no intervals are calculated")},
    {"convenience", SAMPLING_CONVENIENCE, N_("those who happen to be there; no intervals are calculated")},
    {0},
};

const struct voc_code voc_wave_modes[] = {
    {"online", WAVE_ONLINE, N_("on a screen")},
    {"paper", WAVE_PAPER, N_("on paper")},
    {"telephone", WAVE_TELEPHONE, N_("by telephone")},
    {"face-to-face", WAVE_FACE_TO_FACE, N_("in conversation")},
    {"register", WAVE_REGISTER, N_("drawn from a register")},
    {0},
};

const struct voc_code voc_component_modes[] = {
    {"course", COMPONENT_COURSE, N_("a course with a number of sessions")},
    {"group", COMPONENT_GROUP, N_("a group that meets")},
    {"individual", COMPONENT_INDIVIDUAL, N_("talks with one person or family at a time")},
    {"visit", COMPONENT_VISIT, N_("visits at home")},
    {"outreach", COMPONENT_OUTREACH, N_("staff go to where people are")},
    {"open", COMPONENT_OPEN, N_("an open offer: people come when they like")},
    {"digital", COMPONENT_DIGITAL, N_("on a screen")},
    {"training", COMPONENT_TRAINING, N_("staff or volunteers learn something")},
    {"surroundings", COMPONENT_SURROUNDINGS, N_("the place itself is changed")},
    {"organisation", COMPONENT_ORGANISATION, N_("routines, plans and cooperation are changed")},
    {0},
};

const struct voc_code voc_resource_kinds[] = {
    {"hours", RESOURCE_HOURS, N_("hours of work")},
    {"money", RESOURCE_MONEY, N_("Danish kroner")},
    {"fte", RESOURCE_FTE, N_("full-time positions")},
    {"premises", RESOURCE_PREMISES, N_("rooms and places")},
    {"volunteers", RESOURCE_VOLUNTEERS, N_("persons who help without pay")},
    {"materials", RESOURCE_MATERIALS, N_("things")},
    {0},
};

const struct voc_code voc_next_steps[] = {
    {"stop", NEXT_STEP_STOP, N_("then it ends")},
    {"adapt", NEXT_STEP_ADAPT, N_("then it is changed and tried again")},
    {"scale", NEXT_STEP_SCALE, N_("then more get it")},
    {0},
};

const struct voc_code voc_signs[] = {
    {"plus", SIGN_PLUS, N_("more of the one gives more of the other")},
    {"minus", SIGN_MINUS, N_("more of the one gives less of the other")},
    {0},
};

const struct voc_code voc_countings[] = {
    {"per-period", COUNTING_PER_PERIOD, N_("every figure counts its own period; they may be added")},
    {"cumulative", COUNTING_CUMULATIVE, N_("every figure counts from the start; they are never added")},
    {0},
};

const struct voc_code voc_levels[] = {
    {"person", LEVEL_PERSON, N_("about persons who take part")},
    {"group", LEVEL_GROUP, N_("about a class, a team, a family")},
    {"organisation", LEVEL_ORGANISATION, N_("about an institution, an association")},
    {"area", LEVEL_AREA, N_("about everybody in a place, reached or not")},
    {0},
};

const struct voc_code voc_aims[] = {
    {"value", AIM_VALUE, N_("to reach a figure")},
    {"range", AIM_RANGE, N_("to stay between min and max")},
    {"gap", AIM_GAP, N_("to narrow the distance to another place")},
    {"direction", AIM_DIRECTION, N_("to move the right way; no figure is set")},
    {"maintain", AIM_MAINTAIN, N_("to keep what there is, within the margin")},
    {0},
};

const struct voc_code voc_product_kinds[] = {
    {"follow-up", PRODUCT_FOLLOW_UP, N_("the yearly follow-up sheet")},
    {"brief", PRODUCT_BRIEF, N_("one page for those who decide")},
    {"report", PRODUCT_REPORT, N_("a report for council or committee")},
    {"final", PRODUCT_FINAL, N_("the final evaluation")},
    {"meeting", PRODUCT_MEETING, N_("a meeting where findings are made sense of")},
    {"other", PRODUCT_OTHER, N_("something else")},
    {0},
};

const struct voc_code voc_ruling_outcomes[] = {
    {"approved", RULING_APPROVED, N_("approved as it stands")},
    {"approved-with-changes", RULING_APPROVED_WITH_CHANGES, N_("approved on conditions")},
    {"postponed", RULING_POSTPONED, N_("to be put forward again")},
    {"rejected", RULING_REJECTED, N_("not approved")},
    {"noted", RULING_NOTED, N_("taken note of")},
    {0},
};

const struct voc_code voc_lesson_kinds[] = {
    {"adaptation", LESSON_ADAPTATION, N_("something is done in another way than planned")},
    {"surprise", LESSON_SURPRISE, N_("something nobody had expected")},
    {"learning", LESSON_LEARNING, N_("something we now know")},
    {0},
};

const struct voc_code voc_asset_kinds[] = {
    {"person", ASSET_PERSON, N_("someone in a role that people trust; never a private name")},
    {"network", ASSET_NETWORK, N_("people who know each other")},
    {"organisation", ASSET_ORGANISATION, N_("an association, an institution, a firm")},
    {"physical", ASSET_PHYSICAL, N_("a building, a green space, a path")},
    {0},
};
