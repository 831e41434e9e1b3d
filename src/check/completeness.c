/* What is asked of each kind of thing, as a table over the vocabulary; see completeness.h. */
#include "check/completeness.h"

#include "base/language.h"
#include "check/placeholders.h"
#include "model/vocabulary.h"

/* A field: an attribute or child of the kind; several names count as one where any will do. */
struct asked {
    const char *names[3];
    const char *label; /* N_() */
};

static const struct section {
    enum model_kind kind;
    const char *label; /* N_() */
    struct asked asked[COMPLETENESS_MOST_FIELDS];
} sections[] = {
    {MODEL_PROGRAMME,
     N_("Programme"),
     {{{"owner"}, N_("owner")},
      {{"purpose"}, N_("purpose")},
      {{"period"}, N_("period")},
      {{"limits"}, N_("what cannot be concluded")},
      {{"ethics"}, N_("ethics")}}},
    {MODEL_PLACE,
     N_("Places"),
     {{{"role"}, N_("intervention or comparison")}, {{"population"}, N_("inhabitants")}}},
    {MODEL_TARGET_GROUP, N_("Target groups"), {{{"ages"}, N_("ages")}, {{"size"}, N_("size")}}},
    {MODEL_CHALLENGE,
     N_("Challenges"),
     {{{"evidence", "documents"}, N_("evidence")}, {{"extent"}, N_("extent")}}},
    {MODEL_FOCUS_AREA, N_("Focus areas"), {{{"objective"}, N_("objective")}}},
    {MODEL_ACTIVITY,
     N_("Activities"),
     {{{"status"}, N_("status")},
      {{"from", "until"}, N_("date")},
      {{"for"}, N_("target group")},
      {{"component"}, N_("components")},
      {{"resource"}, N_("resources")},
      {{"indicator"}, N_("signs")},
      {{"leads-to"}, N_("arrows")},
      {{"anchored-by", "anchoring"}, N_("anchoring")}}},
    {MODEL_EFFECT,
     N_("Effects"),
     {{{"who", "for"}, N_("who changes")},
      {{"horizon"}, N_("horizon")},
      {{"indicator"}, N_("indicators")}}},
    {MODEL_LINK,
     N_("Arrows"),
     {{{"mechanism"}, N_("mechanism")},
      {{"assumption", "context"}, N_("assumption or context")},
      {{"evidence"}, N_("grade of evidence")}}},
    {MODEL_GOAL, N_("Effect goals"), {{{"theme"}, N_("themes")}}},
    {MODEL_THEME, N_("Themes"), {{{"indicator"}, N_("indicators")}}},
    {MODEL_INDICATOR,
     N_("Indicators"),
     {{{"definition", "numerator"}, N_("definition")},
      {{"type"}, N_("type")},
      {{"source"}, N_("data source")},
      {{"owner"}, N_("owner")},
      {{"baseline"}, N_("baseline")},
      {{"target"}, N_("target")}}},
    {MODEL_SOURCE,
     N_("Data sources"),
     {{{"every"}, N_("how often")}, {{"owner", "producer"}, N_("owner")}}},
    {MODEL_QUESTION,
     N_("Evaluation questions"),
     {{{"type"}, N_("type")},
      {{"audience"}, N_("audience")},
      {{"criterion"}, N_("criterion")},
      {{"decision"}, N_("decision")},
      {{"method"}, N_("method")}}},
    {MODEL_RISK, N_("Risks"), {{{"mitigation"}, N_("mitigation")}, {{"owner"}, N_("owner")}}},
    {MODEL_PRODUCT, N_("Products"), {{{"audience"}, N_("audience")}, {{"date"}, N_("date")}}},
};

/* What a template asks for is not there yet. */
static bool is_written(const char *text)
{
    return text && !placeholder_is(text);
}

static bool attribute_is_filled(const struct model_node *node,
                                const struct voc_attribute *attribute)
{
    const void *field = (const char *)node + attribute->offset;
    switch (attribute->type) {
    case VOC_REF:
    case VOC_FAR_REF:
        return ((const struct model_ref *)field)->node != NULL;
    case VOC_REFS:
    case VOC_FAR_REFS:
        return ((const struct model_refs *)field)->count > 0;
    case VOC_TAGS:
        return ((const struct model_tags *)field)->count > 0;
    case VOC_CODE:
    case VOC_STEP:
        return *(const int *)field != 0;
    case VOC_GRADE:
        return *(const int *)field >= 0;
    case VOC_DATE:
    case VOC_YEAR:
        return date_given(*(const struct date *)field);
    case VOC_NUMBER:
    case VOC_COUNT:
        return ((const struct number *)field)->given;
    case VOC_TEXT:
        return is_written(*(const char *const *)field);
    case VOC_WORD:
    case VOC_AGES:
    case VOC_DURATION:
    case VOC_RULE:
        return *(const char *const *)field != NULL;
    case VOC_ID:
    case VOC_LANG:
    case VOC_FORMAT:
        break;
    }
    return false;
}

/* True if the list holds one of the kind: several kinds may share a list. */
static bool holds_kind(const struct model_list *list, enum model_kind kind)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->kind == kind)
            return true;
    return false;
}

static bool child_is_filled(const struct model_node *node, const struct voc_child *child)
{
    const void *field = (const char *)node + child->offset;
    if (child->store == VOC_STORE_TEXT)
        return is_written(*(const char *const *)field);
    if (child->store == VOC_STORE_LIST)
        return holds_kind(field, child->element->kind);
    if (child->store == VOC_STORE_FIELDS)
        for (const struct voc_attribute *a = child->element->attributes; a->name; a++)
            if (attribute_is_filled(node, a))
                return true;
    return false;
}

static bool is_filled(const struct model_node *node, const struct voc_element *element,
                      const struct asked *asked)
{
    for (size_t i = 0; i < sizeof asked->names / sizeof *asked->names && asked->names[i]; i++) {
        const struct voc_attribute *attribute = vocabulary_attribute(element, asked->names[i]);
        const struct voc_child *child = vocabulary_child(element, asked->names[i]);
        if ((attribute && attribute_is_filled(node, attribute)) ||
            (child && child_is_filled(node, child)))
            return true;
    }
    return false;
}

static void count_node(const struct model_node *node, const struct section *of,
                       struct completeness_section *section)
{
    const struct voc_element *element = vocabulary_of_kind(of->kind);
    section->count++;
    for (size_t i = 0; i < section->field_count; i++)
        section->fields[i].filled += is_filled(node, element, &of->asked[i]);
}

bool completeness_of(const struct model *model, size_t index, struct completeness_section *section)
{
    if (index >= sizeof sections / sizeof *sections)
        return false;
    const struct section *of = &sections[index];
    *section = (struct completeness_section){.label = of->label,
                                             .is_programme = of->kind == MODEL_PROGRAMME};
    while (section->field_count < COMPLETENESS_MOST_FIELDS &&
           of->asked[section->field_count].label) {
        section->fields[section->field_count].label = of->asked[section->field_count].label;
        section->field_count++;
    }
    const struct model_list *all = model_all(model, of->kind);
    for (size_t i = 0; all && i < all->count; i++)
        count_node(all->items[i], of, section);
    if (section->is_programme)
        count_node(&model->programme->node, of, section);
    return true;
}
