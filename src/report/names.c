/* What documents call the codes of a model; see names.h. */
#include "report/names.h"

#include "base/language.h"

#define NAME_OF(names, code)                                                                       \
    ((size_t)(code) < sizeof(names) / sizeof *(names) ? (names)[code] : NULL)

const char *name_place_role(enum place_role role)
{
    static const char *const names[] = {
        [PLACE_INTERVENTION] = N_("here we act"),
        [PLACE_COMPARISON] = N_("for comparison"),
    };
    return NAME_OF(names, role);
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
    static const char *const names[] = {
        N_("0: none yet"),     N_("1: own experience"),       N_("2: some support"),
        N_("3: good support"), N_("4: several good studies"),
    };
    return grade < 0 ? NULL : NAME_OF(names, grade);
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
