/* When, where, who, with what; see vocabulary_parts.h. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

static const struct voc_attribute period_attributes[] = {
    {.name = "from", .type = VOC_DATE, AT(programme, from), .at_most = "to",
     .meaning = N_("when it begins")},
    {.name = "to", .type = VOC_DATE, AT(programme, to), .meaning = N_("when it ends")},
    {0},
};

const struct voc_element voc_period = {
    .name = "period",
    .attributes = period_attributes,
    .children = voc_no_children,
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
    {.name = "holds", .type = VOC_CODE, AT(horizon, holds), .codes = voc_horizon_holdings,
     .meaning = N_("what stands in it")},
    {0},
};

static const struct voc_child horizon_children[] = {TITLE_CHILD, {0}};

const struct voc_element voc_horizon = {
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
    {.name = "role", .type = VOC_CODE, AT(place, role), .codes = voc_place_roles,
     .meaning = N_("whether the programme takes place here")},
    {.name = "boundary", .type = VOC_CODE, AT(place, boundary), .codes = voc_boundaries,
     .meaning = N_("how its border is drawn")},
    {.name = "within", .type = VOC_REF, AT(place, within), .kinds = KIND(PLACE),
     .meaning = N_("the larger place that it is part of")},
    {.name = "population", .type = VOC_COUNT, AT(place, population),
     .meaning = N_("number of inhabitants, the latest")},
    {.name = "population-year", .type = VOC_YEAR, AT(place, population_year),
     .meaning = N_("the year of that number")},
    {.name = "exposed", .type = VOC_CODE, AT(place, exposed), .codes = voc_yes_no_codes,
     .meaning = N_("whether a place of comparison is reached by the programme, or by something "
                   "like it, all the same")},
    {0},
};

static const struct voc_attribute inhabitants_attributes[] = {
    {.name = "year", .type = VOC_YEAR, .required = true, AT(population, year),
     .meaning = N_("which year")},
    {.name = "persons", .type = VOC_COUNT, .required = true, AT(population, persons),
     .meaning = N_("how many")},
    {0},
};

const struct voc_element voc_inhabitants = {
    .name = "inhabitants",
    .kind = MODEL_POPULATION,
    .size = sizeof(struct population),
    .text = true,
    .attributes = inhabitants_attributes,
    .children = voc_no_children,
    .label = N_("inhabitants"),
    .meaning = N_("The number of inhabitants in a year other than the latest. The text is a remark "
                  "and may be left out."),
    .example = "<inhabitants year=\"2021\" persons=\"4050\"/>",
};

static const struct voc_child place_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, place, description),
    LIST_CHILD(voc_inhabitants, place, populations),
    {0},
};

const struct voc_element voc_place = {
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
    {.name = "kind", .type = VOC_CODE, AT(role, kind), .codes = voc_role_kinds,
     .meaning = N_("what it does in the programme")},
    {.name = "holders", .type = VOC_COUNT, AT(role, holders),
     .meaning = N_("how many persons share it")},
    {.name = "deputy", .type = VOC_REF, AT(role, deputy), .kinds = KIND(ROLE),
     .meaning = N_("the role that takes over when it is empty")},
    {0},
};

static const struct voc_child role_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_tasks, role, tasks),
    {0},
};

const struct voc_element voc_role = {
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
    {.name = "within", .type = VOC_REF, AT(target_group, within), .kinds = KIND(TARGET_GROUP),
     .meaning = N_("the larger target group that it is part of")},
    {.name = "vulnerable", .type = VOC_CODE, AT(target_group, vulnerable), .codes = voc_yes_no_codes,
     .meaning = N_("whether an open invitation seldom reaches it; not printed")},
    TAGS_ATTRIBUTE(target_group),
    {0},
};

static const struct voc_child target_group_children[] = {
    TITLE_CHILD,
    TEXT_CHILD(voc_description, target_group, description),
    {0},
};

const struct voc_element voc_target_group = {
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

/* --- what it rests on and what it takes --------------------------------------------------- */

static const struct voc_attribute document_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that others refer to")),
    {.name = "section", .type = VOC_TEXT, AT(document, section),
     .meaning = N_("chapter, page or table")},
    {.name = "author", .type = VOC_TEXT, AT(document, author),
     .meaning = N_("the organisation or authors of a publication")},
    {.name = "date", .type = VOC_DATE, AT(document, date), .meaning = N_("when it came out")},
    {.name = "address", .type = VOC_TEXT, AT(document, address),
     .meaning = N_("where it can be found: a web address or a case number")},
    {0},
};

static const struct voc_child document_children[] = {TITLE_CHILD, {0}};

const struct voc_element voc_document = {
    .name = "document",
    .kind = MODEL_DOCUMENT,
    .size = sizeof(struct document),
    .attributes = document_attributes,
    .children = document_children,
    .label = N_("source reference"),
    .meaning = N_("A paper, study or minutes that the programme theory rests on."),
    .example = "<document id=\"survey-2025\" author=\"The municipality\" date=\"2025\"\n"
               "          section=\"Chapter 3\"><title>Health profile</title></document>",
};

static const struct voc_attribute resource_attributes[] = {
    {.name = "kind", .type = VOC_CODE, AT(resource, kind), .codes = voc_resource_kinds,
     .meaning = N_("what it is, and what the amount counts")},
    {.name = "amount", .type = VOC_NUMBER, AT(resource, amount), .meaning = N_("how much")},
    {.name = "year", .type = VOC_YEAR, AT(resource, year), .meaning = N_("in which year")},
    {.name = "by", .type = VOC_REF, AT(resource, by), .kinds = KIND(ROLE),
     .meaning = N_("whose time it is")},
    {.name = "funder", .type = VOC_TEXT, AT(resource, funder), .meaning = N_("who pays")},
    {0},
};

const struct voc_element voc_resource = {
    .name = "resource",
    .kind = MODEL_RESOURCE,
    .size = sizeof(struct resource),
    .text = true,
    .attributes = resource_attributes,
    .children = voc_no_children,
    .all_offset = offsetof(struct model, resources),
    .label = N_("resource"),
    .meaning = N_("What it takes: hours, money, rooms. It stands in the activity that needs it, or "
                  "in the programme. The text is a remark and may be left out."),
    .example = "<resource kind=\"hours\" amount=\"120\" year=\"2026\" by=\"leader\"/>",
};

/* --- other files and own code lists -------------------------------------------------------- */

static const struct voc_attribute include_attributes[] = {
    ID_ATTRIBUTE(true, N_("the name that stands before the colon in references to it")),
    {.name = "file", .type = VOC_TEXT, .required = true, AT(include, file),
     .meaning = N_("the model file, as seen from this one; or the name of a library that comes "
                   "with the program")},
    {0},
};

const struct voc_element voc_include = {
    .name = "include",
    .kind = MODEL_INCLUDE,
    .size = sizeof(struct include),
    .text = true,
    .attributes = include_attributes,
    .children = voc_no_children,
    .label = N_("include"),
    .meaning = N_("Another model whose goals and indicators this one refers to, as name:id. The "
                  "text is a remark and may be left out."),
    .example = "<include id=\"municipality\" file=\"../goals.xml\"/>",
};

static const struct voc_attribute code_attributes[] = {
    {.name = "name", .type = VOC_WORD, .required = true, AT(code, name),
     .meaning = N_("what stands after the colon in a tag")},
    {0},
};

static const struct voc_child code_children[] = {TITLE_CHILD, {0}};

const struct voc_element voc_code_element = {
    .name = "code",
    .kind = MODEL_CODE,
    .size = sizeof(struct code),
    .attributes = code_attributes,
    .children = code_children,
    .label = N_("code"),
    .meaning = N_("A code of a list, with the words that documents print."),
    .example = "<code name=\"food\"><title>Food and meals</title></code>",
};

static const struct voc_attribute code_list_attributes[] = {
    ID_ATTRIBUTE(true, N_("what stands before the colon in a tag")),
    {0},
};

static const struct voc_child code_list_children[] = {
    TITLE_CHILD,
    LIST_CHILD(voc_code_element, code_list, codes),
    {0},
};

const struct voc_element voc_code_list = {
    .name = "code-list",
    .kind = MODEL_CODE_LIST,
    .size = sizeof(struct code_list),
    .attributes = code_list_attributes,
    .children = code_list_children,
    .label = N_("code list"),
    .meaning = N_("A list of your own for tags, beside those that the program knows. One with the "
                  "name of a known list adds codes to it."),
    .example = "<code-list id=\"our-themes\">\n"
               "  <title>Themes of the health policy</title>\n"
               "  <code name=\"food\"><title>Food and meals</title></code>\n"
               "</code-list>",
};
