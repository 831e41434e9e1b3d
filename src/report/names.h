/* What documents call the codes of a model: English texts, marked for translation.
 * NULL where nothing is given. */
#ifndef REPORT_NAMES_H
#define REPORT_NAMES_H

#include "base/diag.h"
#include "model/model.h"

const char *name_programme_kind(enum programme_kind kind);
const char *name_place_role(enum place_role role);
const char *name_boundary(enum boundary boundary);
const char *name_asset_kind(enum asset_kind kind);
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
const char *name_ruling_outcome(enum ruling_outcome outcome);
/* Of the four kinds of conditions: "assumption" ... */
const char *name_condition_kind(enum model_kind kind);
const char *name_next_step(enum next_step_do step);
const char *name_resource_kind(enum resource_kind kind);
const char *name_component_mode(enum component_mode mode);
const char *name_design(enum design design);
const char *name_sampling(enum sampling sampling);
const char *name_wave_mode(enum wave_mode mode);
const char *name_counting(enum counting counting);
const char *name_indicator_level(enum indicator_level level);
const char *name_product_kind(enum product_kind kind);
const char *name_lesson_kind(enum lesson_kind kind);

/* A sign that stands before a severity, so that it does not depend on colour. */
const char *sign_of_severity(enum diag_severity severity);

#endif
