/* Goals, themes, indicators and where their figures come from; see vocabulary_parts.h. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

/* --- where figures come from ---------------------------------------------------------------- */

static const struct voc_attribute source_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that indicators refer to")),
    {.name = "kind", .type = VOC_CODE, AT(source, kind), .codes = voc_source_kinds,
     .meaning = N_("how the figures come about")},
    {.name = "every", .type = VOC_DURATION, AT(source, every),
     .meaning = N_("how often there are new figures")},
    {.name = "lag", .type = VOC_DURATION, AT(source, lag),
     .meaning = N_("how long after a period its figures are there")},
    {.name = "owner", .type = VOC_REF, AT(source, owner), .kinds = KIND(ROLE),
     .meaning = N_("who sees to it")},
    {.name = "sampling", .type = VOC_CODE, AT(source, sampling), .codes = voc_samplings,
     .meaning = N_("who is counted or asked")},
    {.name = "producer", .type = VOC_TEXT, AT(source, producer),
     .meaning = N_("who makes the figures: Statistics Denmark, the school")},
    {.name = "legal-basis", .type = VOC_TEXT, AT(source, legal_basis),
     .meaning = N_("the legal basis for handling personal data")},
    {0},
};

static const struct voc_attribute wave_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {.name = "from", .type = VOC_DATE, .required = true, AT(wave, from), .at_most = "to",
     .meaning = N_("when it begins")},
    {.name = "to", .type = VOC_DATE, AT(wave, to), .meaning = N_("when it ends")},
    {.name = "places", .type = VOC_REFS, AT(wave, places), .kinds = KIND(PLACE),
     .meaning = N_("where it takes place")},
    {.name = "invited", .type = VOC_COUNT, AT(wave, invited),
     .meaning = N_("how many are invited")},
    {.name = "answers", .type = VOC_COUNT, AT(wave, answers), .at_most = "invited",
     .meaning = N_("how many are expected to answer")},
    {.name = "mode", .type = VOC_CODE, AT(wave, mode), .codes = voc_wave_modes,
     .meaning = N_("how people answer")},
    {0},
};

const struct voc_element voc_wave = {
    .name = "wave",
    .kind = MODEL_WAVE,
    .size = sizeof(struct wave),
    .text = true,
    .attributes = wave_attributes,
    .children = voc_no_children,
    .all_offset = offsetof(struct model, waves),
    .label = N_("wave"),
    .meaning = N_("A planned round of collecting figures. The text is what it is called and may be "
                  "left out."),
    .example = "<wave id=\"autumn-2027\" from=\"2027-09\" to=\"2027-10\" invited=\"350\"/>",
};

static const struct voc_child source_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_collection, source, collection),
    LIST_CHILD(voc_wave, source, waves),
    {0},
};

const struct voc_element voc_source = {
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

/* --- indicators ----------------------------------------------------------------------------- */

static const struct voc_attribute baseline_attributes[] = {
    {.name = "value", .type = VOC_NUMBER, AT(baseline, value),
     .meaning = N_("the figure, in the indicator's unit")},
    {.name = "k", .type = VOC_COUNT, AT(baseline, k), .at_most = "n",
     .meaning = N_("how many were counted: the numerator")},
    {.name = "n", .type = VOC_COUNT, AT(baseline, n),
     .meaning = N_("out of how many: the denominator, or the number of answers")},
    {.name = "sd", .type = VOC_NUMBER, AT(baseline, sd),
     .meaning = N_("standard deviation of a mean")},
    {.name = "date", .type = VOC_DATE, AT(baseline, date), .meaning = N_("when it was so")},
    {.name = "place", .type = VOC_REF, AT(baseline, place), .kinds = KIND(PLACE),
     .meaning = N_("where it was so")},
    {.name = "estimated", .type = VOC_CODE, AT(baseline, estimated), .codes = voc_yes_no_codes,
     .meaning = N_("whether it is an estimate and not a measurement")},
    {0},
};

const struct voc_element voc_baseline = {
    .name = "baseline",
    .kind = MODEL_BASELINE,
    .size = sizeof(struct baseline),
    .text = true,
    .attributes = baseline_attributes,
    .children = voc_no_children,
    .label = N_("baseline"),
    .meaning = N_("How things were before the programme began. The text is a remark and may be "
                  "left out."),
    .example = "<baseline value=\"42\" k=\"63\" n=\"150\" date=\"2025-10\" place=\"harbour\"/>",
};

static const struct voc_attribute target_attributes[] = {
    {.name = "aim", .type = VOC_CODE, AT(target, aim), .codes = voc_aims,
     .meaning = N_("what kind of target it is; a figure or a range where nothing is said")},
    {.name = "value", .type = VOC_NUMBER, AT(target, value),
     .meaning = N_("the figure to reach, in the indicator's unit")},
    {.name = "min", .type = VOC_NUMBER, AT(target, min),
     .meaning = N_("the lower bound, where the aim is a range")},
    {.name = "max", .type = VOC_NUMBER, AT(target, max),
     .meaning = N_("the upper bound, where the aim is a range")},
    {.name = "date", .type = VOC_DATE, AT(target, date), .meaning = N_("by when")},
    {.name = "level", .type = VOC_CODE, AT(target, level), .codes = voc_target_levels,
     .meaning = N_("how ambitious it is")},
    {.name = "place", .type = VOC_REF, AT(target, place), .kinds = KIND(PLACE),
     .meaning = N_("for which place")},
    {.name = "against", .type = VOC_REF, AT(target, against), .kinds = KIND(PLACE),
     .meaning = N_("the place that a gap is measured to; value is the gap: this place minus that "
                   "one")},
    {.name = "tolerance", .type = VOC_NUMBER, AT(target, tolerance),
     .meaning = N_("how near is near enough; half the last digit where nothing is said")},
    {.name = "margin", .type = VOC_NUMBER, AT(target, margin),
     .meaning = N_("how much a figure that is to be maintained may lose")},
    {.name = "decided-by", .type = VOC_REF, AT(target, decided_by), .kinds = KIND(ROLE),
     .meaning = N_("who decided it")},
    {.name = "decided", .type = VOC_DATE, AT(target, decided),
     .meaning = N_("when it was decided")},
    {0},
};

const struct voc_element voc_target = {
    .name = "target",
    .kind = MODEL_TARGET,
    .size = sizeof(struct target),
    .text = true,
    .attributes = target_attributes,
    .children = voc_no_children,
    .label = N_("target"),
    .meaning = N_("What the indicator should show, and by when. The text is a remark and may be "
                  "left out."),
    .example = "<target value=\"70\" date=\"2027\" level=\"realistic\" decided-by=\"board\"/>",
};

static const struct voc_attribute milestone_attributes[] = {
    {.name = "value", .type = VOC_NUMBER, .required = true, AT(milestone, value),
     .meaning = N_("the figure on the way, in the indicator's unit")},
    {.name = "date", .type = VOC_DATE, .required = true, AT(milestone, date),
     .meaning = N_("by when")},
    {.name = "place", .type = VOC_REF, AT(milestone, place), .kinds = KIND(PLACE),
     .meaning = N_("for which place")},
    {0},
};

const struct voc_element voc_milestone = {
    .name = "milestone",
    .kind = MODEL_MILESTONE,
    .size = sizeof(struct milestone),
    .text = true,
    .attributes = milestone_attributes,
    .children = voc_no_children,
    .label = N_("milestone"),
    .meaning = N_("A step on the way to the target. The text is a remark and may be left out."),
    .example = "<milestone value=\"50\" date=\"2026-12\" place=\"harbour\"/>",
};

static const struct voc_attribute revision_attributes[] = {
    {.name = "date", .type = VOC_DATE, .required = true, AT(revision, date),
     .meaning = N_("from when it holds")},
    {.name = "breaks", .type = VOC_CODE, AT(revision, breaks), .codes = voc_yes_no_codes,
     .meaning = N_("whether figures before and after can no longer be compared")},
    {0},
};

const struct voc_element voc_revision = {
    .name = "revision",
    .kind = MODEL_REVISION,
    .size = sizeof(struct revision),
    .text = true,
    .text_required = true,
    .attributes = revision_attributes,
    .children = voc_no_children,
    .label = N_("change"),
    .meaning = N_("A change of what is measured or how: what, and why."),
    .example = "<revision date=\"2027-01\" breaks=\"yes\">The question has a new wording.</revision>",
};

static const struct voc_attribute indicator_attributes[] = {
    ID_ATTRIBUTE(false, N_("the name under which figures are recorded; needed as soon as there "
                           "are any")),
    {.name = "role", .type = VOC_CODE, AT(indicator, role), .codes = voc_indicator_roles,
     .meaning = N_("what the figure tells about")},
    {.name = "type", .type = VOC_CODE, AT(indicator, type), .codes = voc_indicator_types,
     .inherited = true, .meaning = N_("what kind of figure it is")},
    {.name = "key", .type = VOC_CODE, AT(indicator, key), .codes = voc_yes_no_codes,
     .meaning = N_("whether it belongs on the first page")},
    {.name = "level", .type = VOC_CODE, AT(indicator, level), .codes = voc_levels,
     .inherited = true, .meaning = N_("what the figure is about")},
    {.name = "counting", .type = VOC_CODE, AT(indicator, counting), .codes = voc_countings,
     .inherited = true, .meaning = N_("whether a figure counts its own period, or everything since the start")},
    {.name = "paired", .type = VOC_CODE, AT(indicator, paired), .codes = voc_yes_no_codes,
     .inherited = true, .meaning = N_("whether the same persons are followed from wave to wave")},
    {.name = "sensitive", .type = VOC_CODE, AT(indicator, sensitive), .codes = voc_yes_no_codes,
     .inherited = true, .meaning = N_("whether small numbers must be hidden: health, ethnicity and the like")},
    {.name = "sample", .type = VOC_COUNT, AT(indicator, sample),
     .meaning = N_("how many answers are expected in a wave")},
    {.name = "lowest", .type = VOC_NUMBER, AT(indicator, lowest), .at_most = "highest",
     .inherited = true, .meaning = N_("the lowest value that is possible")},
    {.name = "highest", .type = VOC_NUMBER, AT(indicator, highest),
     .inherited = true, .meaning = N_("the highest value that is possible")},
    {.name = "every", .type = VOC_DURATION, AT(indicator, every),
     .meaning = N_("how often it is measured; as often as the source where nothing is said")},
    {.name = "lag", .type = VOC_DURATION, AT(indicator, lag),
     .meaning = N_("how long after a period its figure is there")},
    {.name = "unit", .type = VOC_TEXT, AT(indicator, unit),
     .inherited = true, .meaning = N_("%, families, hours")},
    {.name = "direction", .type = VOC_CODE, AT(indicator, direction), .codes = voc_directions,
     .inherited = true, .meaning = N_("which way is better")},
    {.name = "source", .type = VOC_REF, AT(indicator, source), .kinds = KIND(SOURCE),
     .meaning = N_("where the figures come from")},
    {.name = "owner", .type = VOC_REF, AT(indicator, owner), .kinds = KIND(ROLE),
     .meaning = N_("who sees to it that there are figures")},
    {.name = "like", .type = VOC_FAR_REF, AT(indicator, like), .kinds = KIND(INDICATOR),
     .meaning = N_("the indicator, here or in an included model, that it takes all from that it "
                   "does not say itself")},
    {.name = "measures", .type = VOC_REFS, AT(indicator, measures),
     .kinds = KIND(ACTIVITY) | KIND(EFFECT) | KIND(GOAL) | KIND(THEME),
     .meaning = N_("what else it is about, beside what it stands in")},
    {0},
};

static const struct voc_child indicator_children[] = {
    TITLE_CHILD,
    INHERITED_TEXT_CHILD(voc_definition, indicator, definition),
    INHERITED_TEXT_CHILD(voc_numerator, indicator, numerator),
    INHERITED_TEXT_CHILD(voc_denominator, indicator, denominator),
    INHERITED_TEXT_CHILD(voc_rationale, indicator, rationale),
    INHERITED_TEXT_CHILD(voc_collection, indicator, collection),
    INHERITED_TEXT_CHILD(voc_disaggregation, indicator, disaggregation),
    INHERITED_TEXT_CHILD(voc_limitations, indicator, limitations),
    LIST_CHILD(voc_baseline, indicator, baselines),
    LIST_CHILD(voc_target, indicator, targets),
    LIST_CHILD(voc_milestone, indicator, milestones),
    LIST_CHILD(voc_revision, indicator, revisions),
    {0},
};

const struct voc_element voc_indicator = {
    .name = "indicator",
    .kind = MODEL_INDICATOR,
    .size = sizeof(struct indicator),
    .attributes = indicator_attributes,
    .children = indicator_children,
    .all_offset = offsetof(struct model, indicators),
    .label = N_("indicator"),
    .meaning = N_("Something to look for: a figure or a sign that tells whether it is on its way. "
                  "It stands in the activity, effect, goal or theme that it is about; "
                  "directly in the programme it tells about the surroundings."),
    .example = "<indicator id=\"turnout\" role=\"process\" type=\"proportion\" unit=\"%\"\n"
               "           direction=\"up\" source=\"attendance\" owner=\"leader\">\n"
               "  <title>Share of new families who come</title>\n"
               "  <numerator>new families who came at least once</numerator>\n"
               "  <denominator>all families who moved here this year</denominator>\n"
               "  <baseline value=\"0\" date=\"2025\"/>\n"
               "  <target value=\"70\" date=\"2027\" level=\"realistic\"/>\n"
               "</indicator>",
};

/* --- goals and themes ----------------------------------------------------------------------- */

static const struct voc_attribute theme_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {0},
};

static const struct voc_child theme_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, theme, description),
    LIST_CHILD(voc_indicator, theme, indicators),
    {0},
};

const struct voc_element voc_theme = {
    .name = "theme",
    .kind = MODEL_THEME,
    .size = sizeof(struct theme),
    .attributes = theme_attributes,
    .children = theme_children,
    .all_offset = offsetof(struct model, themes),
    .label = N_("theme"),
    .meaning = N_("A part of a goal, followed by its indicators."),
    .example = "<theme id=\"health\"><title>Health</title></theme>",
};

static const struct voc_attribute goal_attributes[] = {
    ID_ATTRIBUTE(false, N_("a name to refer to")),
    {0},
};

static const struct voc_child goal_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, goal, description),
    LIST_CHILD(voc_theme, goal, themes),
    LIST_CHILD(voc_indicator, goal, indicators),
    {0},
};

const struct voc_element voc_goal = {
    .name = "goal",
    .kind = MODEL_GOAL,
    .size = sizeof(struct goal),
    .attributes = goal_attributes,
    .children = goal_children,
    .label = N_("effect goal"),
    .meaning = N_("A goal that stands beside the chain of effects: goal, themes, indicators. "
                  "Effects may contribute to it, also those of other models."),
    .example = "<goal id=\"doing-better\">\n"
               "  <title>More people do better</title>\n"
               "  <theme id=\"health\"><title>Health</title></theme>\n"
               "</goal>",
};
