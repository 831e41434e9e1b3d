/* What documents call the codes of a model: English texts, marked for translation.
 * NULL where nothing is given. */
#ifndef REPORT_NAMES_H
#define REPORT_NAMES_H

#include "base/diag.h"
#include "model/model.h"

const char *name_place_role(enum place_role role);
const char *name_role_kind(enum role_kind kind);
const char *name_source_kind(enum source_kind kind);
const char *name_activity_status(enum activity_status status);
const char *name_effect_kind(enum effect_kind kind);
const char *name_link_origin(enum link_origin origin);
const char *name_evidence(int grade);
const char *name_indicator_role(enum indicator_role role);
const char *name_indicator_type(enum indicator_type type);
const char *name_direction(enum direction direction);
const char *name_target_level(enum target_level level);
const char *name_question_type(enum question_type type);
/* "process evaluation: is it done as intended, and for whom?" */
const char *explain_question_type(enum question_type type);
const char *name_method(enum method_code code);

/* A sign that stands before a severity, so that it does not depend on colour. */
const char *sign_of_severity(enum diag_severity severity);

#endif
