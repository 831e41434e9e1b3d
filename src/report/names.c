/* What documents call the codes of a model; see names.h. */
#include "report/names.h"

#include "base/language.h"
#include "figure/view.h"

#define NAME_OF(names, code)                                                                       \
    ((size_t)(code) < sizeof(names) / sizeof *(names) ? (names)[code] : NULL)

const char *name_programme_kind(enum programme_kind kind)
{
    static const char *const names[] = {
        [PROGRAMME_PROJECT] = N_("project"),   [PROGRAMME_OPERATION] = N_("operation"),
        [PROGRAMME_STRATEGY] = N_("strategy"), [PROGRAMME_PORTFOLIO] = N_("portfolio"),
        [PROGRAMME_LIBRARY] = N_("library"),
    };
    return NAME_OF(names, kind);
}

const char *name_place_role(enum place_role role)
{
    static const char *const names[] = {
        [PLACE_INTERVENTION] = N_("here we act"),
        [PLACE_COMPARISON] = N_("for comparison"),
    };
    return NAME_OF(names, role);
}

const char *name_boundary(enum boundary boundary)
{
    static const char *const names[] = {
        [BOUNDARY_MUNICIPALITY] = N_("a municipality"),
        [BOUNDARY_TOWN] = N_("a town"),
        [BOUNDARY_HOUSING_AREA] = N_("a housing area"),
        [BOUNDARY_SCHOOL_DISTRICT] = N_("a school district"),
        [BOUNDARY_STATISTICAL] = N_("a statistical area"),
        [BOUNDARY_INSTITUTION] = N_("an institution"),
        [BOUNDARY_OTHER] = N_("drawn in another way"),
    };
    return NAME_OF(names, boundary);
}

const char *name_asset_kind(enum asset_kind kind)
{
    static const char *const names[] = {
        [ASSET_PERSON] = N_("person"),
        [ASSET_NETWORK] = N_("network"),
        [ASSET_ORGANISATION] = N_("organisation"),
        [ASSET_PHYSICAL] = N_("place or building"),
    };
    return NAME_OF(names, kind);
}

const char *name_role_kind(enum role_kind kind)
{
    static const char *const names[] = {
        [ROLE_STEERING_GROUP] = N_("decides on direction and resources"),
        [ROLE_PROJECT_OWNER] = N_("is answerable for the programme"),
        [ROLE_PROJECT_LEADER] = N_("leads from day to day"),
        [ROLE_EVALUATOR] = N_("evaluates"),
        [ROLE_STAFF] = N_("carries out as staff"),
        [ROLE_PARTNER] = N_("takes part as partner"),
        [ROLE_VOLUNTEER] = N_("carries out as volunteer"),
        [ROLE_COMMITTEE] = N_("political committee"),
    };
    return NAME_OF(names, kind);
}

const char *name_source_kind(enum source_kind kind)
{
    static const char *const names[] = {
        [SOURCE_REGISTER] = N_("register"),
        [SOURCE_SURVEY] = N_("survey"),
        [SOURCE_REGISTRATION] = N_("registration"),
        [SOURCE_QUALITATIVE] = N_("qualitative"),
    };
    return NAME_OF(names, kind);
}

const char *name_activity_status(enum activity_status status)
{
    static const char *const names[] = {
        [ACTIVITY_IDEA] = N_("idea"),         [ACTIVITY_PROPOSED] = N_("proposed"),
        [ACTIVITY_APPROVED] = N_("approved"), [ACTIVITY_RUNNING] = N_("running"),
        [ACTIVITY_WAITING] = N_("waiting"),   [ACTIVITY_ANCHORED] = N_("anchored"),
        [ACTIVITY_STOPPED] = N_("stopped"),
    };
    return NAME_OF(names, status);
}

const char *name_effect_kind(enum effect_kind kind)
{
    static const char *const names[] = {
        [EFFECT_PLAIN] = N_("effect"),
        [EFFECT_SUB_GOAL] = N_("sub-goal"),
        [EFFECT_GOAL] = N_("goal"),
        [EFFECT_UNINTENDED] = N_("unintended effect"),
    };
    return NAME_OF(names, kind);
}

const char *name_link_origin(enum link_origin origin)
{
    static const char *const names[] = {
        [LINK_STATED] = N_("stated in the source"),
        [LINK_INTERPRETED] = N_("our interpretation"),
    };
    return NAME_OF(names, origin);
}

const char *name_evidence(int grade)
{
    return view_evidence_grade(grade);
}

const char *name_indicator_role(enum indicator_role role)
{
    static const char *const names[] = {
        [INDICATOR_PROCESS] = N_("process"),
        [INDICATOR_OUTPUT] = N_("output"),
        [INDICATOR_OUTCOME] = N_("outcome"),
        [INDICATOR_CONTEXT] = N_("context"),
    };
    return NAME_OF(names, role);
}

const char *name_indicator_type(enum indicator_type type)
{
    static const char *const names[] = {
        [INDICATOR_COUNT] = N_("count"),
        [INDICATOR_PROPORTION] = N_("proportion"),
        [INDICATOR_MEAN] = N_("mean"),
        [INDICATOR_RATE] = N_("rate"),
        [INDICATOR_SCALE] = N_("scale"),
        [INDICATOR_YES_NO] = N_("yes or no"),
        [INDICATOR_QUALITATIVE] = N_("qualitative"),
    };
    return NAME_OF(names, type);
}

const char *name_direction(enum direction direction)
{
    static const char *const names[] = {
        [DIRECTION_UP] = N_("up"),
        [DIRECTION_DOWN] = N_("down"),
        [DIRECTION_RANGE] = N_("within limits"),
        [DIRECTION_MAINTAIN] = N_("to be kept"),
    };
    return NAME_OF(names, direction);
}

const char *name_target_level(enum target_level level)
{
    static const char *const names[] = {
        [TARGET_MINIMUM] = N_("minimum"),
        [TARGET_REALISTIC] = N_("realistic"),
        [TARGET_AMBITIOUS] = N_("ambitious"),
    };
    return NAME_OF(names, level);
}

const char *name_question_type(enum question_type type)
{
    static const char *const names[] = {
        [QUESTION_PROCESS] = N_("process evaluation"),
        [QUESTION_EFFECT] = N_("effect evaluation"),
        [QUESTION_MECHANISM] = N_("mechanism evaluation"),
    };
    return NAME_OF(names, type);
}

const char *explain_question_type(enum question_type type)
{
    static const char *const texts[] = {
        [QUESTION_PROCESS] = N_("Process evaluation: is it done as intended, and for whom?"),
        [QUESTION_EFFECT] = N_("Effect evaluation: did it make a difference?"),
        [QUESTION_MECHANISM] = N_("Mechanism evaluation: why does it work, for whom and when?"),
    };
    return NAME_OF(texts, type);
}

const char *name_method(enum method_code code)
{
    static const char *const names[] = {
        [METHOD_REGISTER] = N_("register data"),  [METHOD_REGISTRATION] = N_("registration"),
        [METHOD_SURVEY] = N_("survey"),           [METHOD_INTERVIEW] = N_("interview"),
        [METHOD_FOCUS_GROUP] = N_("focus group"), [METHOD_OBSERVATION] = N_("observation"),
        [METHOD_DOCUMENTS] = N_("documents"),     [METHOD_WORKSHOP] = N_("workshop"),
    };
    return NAME_OF(names, code);
}

const char *name_component_mode(enum component_mode mode)
{
    static const char *const names[] = {
        [COMPONENT_COURSE] = N_("course"),
        [COMPONENT_GROUP] = N_("group that meets"),
        [COMPONENT_INDIVIDUAL] = N_("talks with one at a time"),
        [COMPONENT_VISIT] = N_("visits at home"),
        [COMPONENT_OUTREACH] = N_("outreach"),
        [COMPONENT_OPEN] = N_("open offer"),
        [COMPONENT_DIGITAL] = N_("on a screen"),
        [COMPONENT_TRAINING] = N_("training of staff or volunteers"),
        [COMPONENT_SURROUNDINGS] = N_("change of the place itself"),
        [COMPONENT_ORGANISATION] = N_("change of routines and cooperation"),
    };
    return NAME_OF(names, mode);
}

const char *name_resource_kind(enum resource_kind kind)
{
    static const char *const names[] = {
        [RESOURCE_HOURS] = N_("hours"),
        [RESOURCE_MONEY] = N_("Danish kroner"),
        [RESOURCE_FTE] = N_("full-time positions"),
        [RESOURCE_PREMISES] = N_("rooms and places"),
        [RESOURCE_VOLUNTEERS] = N_("volunteers"),
        [RESOURCE_MATERIALS] = N_("materials"),
    };
    return NAME_OF(names, kind);
}

const char *name_next_step(enum next_step_do step)
{
    static const char *const names[] = {
        [NEXT_STEP_STOP] = N_("Stop"),
        [NEXT_STEP_ADAPT] = N_("Adapt"),
        [NEXT_STEP_SCALE] = N_("Scale up"),
    };
    return NAME_OF(names, step);
}

const char *name_condition_kind(enum model_kind kind)
{
    static const char *const names[] = {
        [MODEL_ASSUMPTION] = N_("assumption"),
        [MODEL_CONTEXT] = N_("context"),
        [MODEL_RISK] = N_("risk"),
        [MODEL_RIVAL] = N_("rival explanation"),
    };
    return NAME_OF(names, kind);
}

const char *name_ruling_outcome(enum ruling_outcome outcome)
{
    static const char *const names[] = {
        [RULING_APPROVED] = N_("approved"),
        [RULING_APPROVED_WITH_CHANGES] = N_("approved with changes"),
        [RULING_POSTPONED] = N_("postponed"),
        [RULING_REJECTED] = N_("rejected"),
        [RULING_NOTED] = N_("noted"),
    };
    return NAME_OF(names, outcome);
}

const char *name_design(enum design design)
{
    static const char *const names[] = {
        [DESIGN_BEFORE_AFTER] = N_("before and after"),
        [DESIGN_COMPARISON] = N_("comparison with other places"),
        [DESIGN_TIME_SERIES] = N_("time series"),
        [DESIGN_CONTRIBUTION] = N_("contribution analysis"),
    };
    return NAME_OF(names, design);
}

const char *name_sampling(enum sampling sampling)
{
    static const char *const names[] = {
        [SAMPLING_TOTAL] = N_("everybody is asked or counted"),
        [SAMPLING_PROBABILITY] = N_("drawn at random"),
        [SAMPLING_SNOWBALL] = N_("one points to the next"),
        [SAMPLING_CONVENIENCE] = N_("those who are easy to reach"),
    };
    return NAME_OF(names, sampling);
}

const char *name_wave_mode(enum wave_mode mode)
{
    static const char *const names[] = {
        [WAVE_ONLINE] = N_("on a screen"),       [WAVE_PAPER] = N_("on paper"),
        [WAVE_TELEPHONE] = N_("by telephone"),   [WAVE_FACE_TO_FACE] = N_("face to face"),
        [WAVE_REGISTER] = N_("from a register"),
    };
    return NAME_OF(names, mode);
}

const char *name_counting(enum counting counting)
{
    static const char *const names[] = {
        [COUNTING_PER_PERIOD] = N_("counted for each period"),
        [COUNTING_CUMULATIVE] = N_("counted from the start"),
    };
    return NAME_OF(names, counting);
}

const char *name_indicator_level(enum indicator_level level)
{
    static const char *const names[] = {
        [LEVEL_PERSON] = N_("persons"),
        [LEVEL_GROUP] = N_("groups"),
        [LEVEL_ORGANISATION] = N_("organisations"),
        [LEVEL_AREA] = N_("the whole area"),
    };
    return NAME_OF(names, level);
}

const char *name_product_kind(enum product_kind kind)
{
    static const char *const names[] = {
        [PRODUCT_FOLLOW_UP] = N_("follow-up"), [PRODUCT_BRIEF] = N_("brief"),
        [PRODUCT_REPORT] = N_("report"),       [PRODUCT_FINAL] = N_("final evaluation"),
        [PRODUCT_MEETING] = N_("meeting"),     [PRODUCT_OTHER] = N_("other"),
    };
    return NAME_OF(names, kind);
}

const char *name_lesson_kind(enum lesson_kind kind)
{
    static const char *const names[] = {
        [LESSON_ADAPTATION] = N_("adaptation"),
        [LESSON_SURPRISE] = N_("surprise"),
        [LESSON_LEARNING] = N_("learning"),
    };
    return NAME_OF(names, kind);
}

const char *sign_of_severity(enum diag_severity severity)
{
    static const char *const signs[] = {
        [DIAG_NONE] = "–",
        [DIAG_INFO] = "○",
        [DIAG_WARNING] = "◆",
        [DIAG_ERROR] = "▼",
    };
    return signs[severity];
}
