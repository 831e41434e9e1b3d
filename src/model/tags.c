/* The code lists that the program knows; see tags.h. */
#include "model/tags.h"

#include <string.h>

/* Tables read best with an entry on a line or two. */
/* clang-format off */

const char tags_place_standard[] = "place-standard";

static const struct tag_code prevention[] = {
    {"general", N_("general: for everybody")},
    {"specific", N_("specific: for those who need some support")},
    {"individual", N_("individual: for those who need help of their own")},
    {0},
};

static const struct tag_code levels[] = {
    {"micro", N_("micro: persons and what they experience")},
    {"meso", N_("meso: organisations and the local area")},
    {"macro", N_("macro: policy, structures and strategy")},
    {0},
};

static const struct tag_code settings[] = {
    {"home", N_("at home")},
    {"day-care", N_("day care")},
    {"school", N_("school")},
    {"workplace", N_("workplace")},
    {"housing-area", N_("housing area")},
    {"association", N_("clubs and associations")},
    {"health-centre", N_("health centre")},
    {"care-home", N_("care home")},
    {"shop", N_("shop")},
    {"outdoors", N_("outdoors")},
    {"digital", N_("on a screen")},
    {0},
};

static const struct tag_code arenas[] = {
    {"health-service", N_("health service")},
    {"day-care", N_("day care")},
    {"school", N_("school")},
    {"association", N_("clubs and associations")},
    {"workplace", N_("workplace")},
    {"housing-area", N_("housing area")},
    {"business", N_("shops and firms")},
    {0},
};

static const struct tag_code domains[] = {
    {"health", N_("health")},
    {"education", N_("education")},
    {"employment", N_("employment")},
    {"culture", N_("culture")},
    {"transport", N_("transport")},
    {"business", N_("trade and industry")},
    {0},
};

static const struct tag_code channels[] = {
    {"partnership", N_("partnerships")},
    {"interest-organisation", N_("interest organisations")},
    {"formal-network", N_("formal networks")},
    {"informal-network", N_("informal networks")},
    {"ngo", N_("voluntary organisations")},
    {"conversation", N_("conversations")},
    {"service", N_("offers and services")},
    {"activity", N_("activities")},
    {0},
};

static const struct tag_code models[] = {
    {"supersetting", N_("supersetting approach")},
    {"multi-strand", N_("multi-stranded programme")},
    {"parallel-track", N_("parallel tracks")},
    {"abcd", N_("asset-based community development (ABCD)")},
    {0},
};

static const struct tag_code ladder[] = {
    {"1", N_("recruited to what is planned already")},
    {"2", N_("users are heard")},
    {"3", N_("users are involved")},
    {"4", N_("co-creation")},
    {"5", N_("self-organisation")},
    {0},
};

static const struct tag_code involvement[] = {
    {"inform", N_("citizens are informed")},
    {"consult", N_("citizens are consulted")},
    {"involve", N_("citizens are involved along the way")},
    {"collaborate", N_("citizens share in deciding")},
    {"empower", N_("citizens decide")},
    {0},
};

static const struct tag_code cooperation[] = {
    {"networking", N_("networking: knowledge is exchanged")},
    {"coordination", N_("coordination: activities are adapted to each other")},
    {"collaboration", N_("collaboration: resources are shared")},
    {"partnership", N_("partnership: one makes the other stronger")},
    {0},
};

static const struct tag_code capital[] = {
    {"bonding", N_("bonding: among those who are close")},
    {"bridging", N_("bridging: across networks")},
    {"linking", N_("linking: between citizens and those who decide")},
    {0},
};

static const struct tag_code goals[] = {
    {"1", N_("No poverty")},
    {"2", N_("Zero hunger")},
    {"3", N_("Good health and well-being")},
    {"4", N_("Quality education")},
    {"5", N_("Gender equality")},
    {"6", N_("Clean water and sanitation")},
    {"7", N_("Affordable and clean energy")},
    {"8", N_("Decent work and economic growth")},
    {"9", N_("Industry, innovation and infrastructure")},
    {"10", N_("Reduced inequalities")},
    {"11", N_("Sustainable cities and communities")},
    {"12", N_("Responsible consumption and production")},
    {"13", N_("Climate action")},
    {"14", N_("Life below water")},
    {"15", N_("Life on land")},
    {"16", N_("Peace, justice and strong institutions")},
    {"17", N_("Partnerships for the goals")},
    {0},
};

static const struct tag_code ps[] = {
    {"people", N_("people")},
    {"places", N_("places")},
    {"participation", N_("participation")},
    {"prosperity", N_("prosperity")},
    {"peace", N_("peace")},
    {"planet", N_("planet")},
    {0},
};

static const struct tag_code recruitment[] = {
    {"open", N_("open: everybody is invited")},
    {"limited", N_("limited: notices for a certain group")},
    {"targeted", N_("targeted: people are asked in person")},
    {0},
};

static const struct tag_code place_themes[] = {
    {"moving-around", N_("moving around")},
    {"public-transport", N_("public transport")},
    {"traffic-and-parking", N_("traffic and parking")},
    {"streets-and-spaces", N_("streets and spaces")},
    {"natural-space", N_("natural space")},
    {"play-and-recreation", N_("play and recreation")},
    {"facilities-and-services", N_("facilities and services")},
    {"work-and-economy", N_("work and local economy")},
    {"housing", N_("housing")},
    {"social-contact", N_("social contact")},
    {"identity-and-belonging", N_("identity and belonging")},
    {"feeling-safe", N_("feeling safe")},
    {"care-and-maintenance", N_("care and maintenance")},
    {"influence-and-control", N_("influence and sense of control")},
    {0},
};

static const struct tag_list lists[] = {
    {"prevention", N_("level of prevention"),
     N_("Where in the prevention triangle it belongs."), prevention},
    {"level", N_("level in society"), N_("At which level it changes something."), levels},
    {"setting", N_("place in daily life"), N_("In which surroundings of daily life it takes place."), settings},
    {"arena", N_("arena"), N_("In whose field of work it takes place."), arenas},
    {"domain", N_("domain"), N_("Which sector it belongs to."), domains},
    {"channel", N_("channel"), N_("By which way it reaches people."), channels},
    {"model", N_("planning model"), N_("The model that the programme is planned by."), models},
    {"ladder", N_("step on the ladder of participation"),
     N_("How much control the participants have; after Arnstein, in the five steps that Danish "
        "municipalities use."), ladder},
    {"involvement", N_("citizens' influence"),
     N_("What citizens are promised; another scale than the ladder."), involvement},
    {"cooperation", N_("form of cooperation"),
     N_("How closely those who deliver work together."), cooperation},
    {"capital", N_("social capital"), N_("What kind of ties it strengthens."), capital},
    {"sdg", N_("Sustainable Development Goal"),
     N_("Which of the goals of the United Nations it serves."), goals},
    {"p", N_("one of the six P's"), N_("Which of the P's of the Healthy Cities it serves."), ps},
    {"recruitment", N_("recruitment"), N_("How those it is for are found."), recruitment},
    {tags_place_standard, N_("Place Standard theme"),
     N_("The themes of the Place Standard tool; those of a session's scores."), place_themes},
    {0},
};

/* Words that stand for a list and for a code are told apart by what may stand in the place. */
static const struct voc_alias aliases[] = {
    /* lists */
    {"forebyggelse", "prevention"},
    {"forebyggelsesniveau", "prevention"},
    {"forebyggelsestrekant", "prevention"},
    {"forebyggelsestrekanten", "prevention"},
    {"niveau", "level"},
    {"ramme", "setting"},
    {"rammer", "setting"},
    {"domæne", "domain"},
    {"kanal", "channel"},
    {"planlægningsmodel", "model"},
    {"deltagelse", "ladder"},
    {"deltagelsesstige", "ladder"},
    {"deltagelsesstigen", "ladder"},
    {"participation", "ladder"},
    {"stige", "ladder"},
    {"stigen", "ladder"},
    {"trin", "ladder"},
    {"borgerinddragelse", "involvement"},
    {"inddragelse", "involvement"},
    {"indflydelse", "involvement"},
    {"involvering", "involvement"},
    {"samarbejde", "cooperation"},
    {"samarbejdsform", "cooperation"},
    {"kapital", "capital"},
    {"social-kapital", "capital"},
    {"fn", "sdg"},
    {"mål", "sdg"},
    {"verdensmål", "sdg"},
    {"6p", "p"},
    {"p'er", "p"},
    {"seks-p'er", "p"},
    {"rekruttering", "recruitment"},
    {"stedsstandard", "place-standard"},
    {"place", "place-standard"},
    {"tema", "place-standard"},
    /* codes */
    {"generel", "general"},
    {"generelt", "general"},
    {"grøn", "general"},
    {"primær", "general"},
    {"specifik", "specific"},
    {"specifikt", "specific"},
    {"gul", "specific"},
    {"sekundær", "specific"},
    {"individuel", "individual"},
    {"individuelt", "individual"},
    {"rød", "individual"},
    {"tertiær", "individual"},
    {"mikro", "micro"},
    {"makro", "macro"},
    {"hjem", "home"},
    {"hjemme", "home"},
    {"hjemmet", "home"},
    {"børnehave", "day-care"},
    {"daginstitution", "day-care"},
    {"dagpleje", "day-care"},
    {"dagtilbud", "day-care"},
    {"vuggestue", "day-care"},
    {"skole", "school"},
    {"skolen", "school"},
    {"arbejdsplads", "workplace"},
    {"arbejdspladsen", "workplace"},
    {"bolig", "housing"},
    {"boliger", "housing"},
    {"boligområde", "housing-area"},
    {"boligområdet", "housing-area"},
    {"fritidsforening", "association"},
    {"forening", "association"},
    {"foreninger", "association"},
    {"foreningsliv", "association"},
    {"idrætsforening", "association"},
    {"lægehus", "health-centre"},
    {"sundhedscenter", "health-centre"},
    {"sundhedshus", "health-centre"},
    {"plejehjem", "care-home"},
    {"butik", "shop"},
    {"natur", "outdoors"},
    {"natur", "natural-space"},
    {"ude", "outdoors"},
    {"udendørs", "outdoors"},
    {"digitalt", "digital"},
    {"online", "digital"},
    {"sundhedspleje", "health-service"},
    {"sundhedsplejen", "health-service"},
    {"sundhedsvæsen", "health-service"},
    {"erhverv", "business"},
    {"erhvervsliv", "business"},
    {"sundhed", "health"},
    {"uddannelse", "education"},
    {"beskæftigelse", "employment"},
    {"arbejde", "employment"},
    {"arbejde", "work-and-economy"},
    {"kultur", "culture"},
    {"transport", "public-transport"},
    {"partnerskab", "partnership"},
    {"partnerskabelse", "partnership"},
    {"interesseorganisation", "interest-organisation"},
    {"formelt-netværk", "formal-network"},
    {"uformelt-netværk", "informal-network"},
    {"netværk", "networking"},
    {"netværk", "informal-network"},
    {"samtale", "conversation"},
    {"samtaler", "conversation"},
    {"tilbud", "service"},
    {"tilbud", "facilities-and-services"},
    {"aktivitet", "activity"},
    {"flerstrenget", "multi-strand"},
    {"parallel", "parallel-track"},
    {"parallelspor", "parallel-track"},
    {"informere", "inform"},
    {"information", "inform"},
    {"høring", "consult"},
    {"konsultere", "consult"},
    {"inddrage", "involve"},
    {"involvere", "involve"},
    {"samarbejde", "collaborate"},
    {"samarbejde", "collaboration"},
    {"samskabelse", "collaborate"},
    {"samskabelse", "4"},
    {"empowerment", "empower"},
    {"myndiggørelse", "empower"},
    {"rekruttering", "1"},
    {"brugerindflydelse", "2"},
    {"brugerinddragelse", "3"},
    {"selvorganisering", "5"},
    {"koordinering", "coordination"},
    {"sammenbindende", "bonding"},
    {"brobyggende", "bridging"},
    {"forbindende", "linking"},
    {"mennesker", "people"},
    {"steder", "places"},
    {"deltagelse", "participation"},
    {"velstand", "prosperity"},
    {"fred", "peace"},
    {"planeten", "planet"},
    {"åben", "open"},
    {"åbent", "open"},
    {"afgrænset", "limited"},
    {"målrettet", "targeted"},
    {"opsøgende", "targeted"},
    {"outreach", "targeted"},
    {"proaktiv", "targeted"},
    {"proaktivt", "targeted"},
    {"bevægelse", "moving-around"},
    {"trafik", "traffic-and-parking"},
    {"parkering", "traffic-and-parking"},
    {"gader", "streets-and-spaces"},
    {"pladser", "streets-and-spaces"},
    {"leg", "play-and-recreation"},
    {"fritid", "play-and-recreation"},
    {"service", "facilities-and-services"},
    {"økonomi", "work-and-economy"},
    {"social-kontakt", "social-contact"},
    {"fællesskab", "social-contact"},
    {"identitet", "identity-and-belonging"},
    {"tilhørsforhold", "identity-and-belonging"},
    {"tryghed", "feeling-safe"},
    {"safety", "feeling-safe"},
    {"pleje", "care-and-maintenance"},
    {"vedligeholdelse", "care-and-maintenance"},
    {"indflydelse", "influence-and-control"},
    {"medbestemmelse", "influence-and-control"},
    {0},
};

/* clang-format on */

const struct tag_list *tags_lists(void)
{
    return lists;
}

const struct voc_alias *tags_aliases(void)
{
    return aliases;
}

/* The first byte decides nearly always. */
static bool same(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

const struct tag_list *tags_find_list(const char *name)
{
    for (const struct tag_list *list = lists; list->name; list++)
        if (same(list->name, name))
            return list;
    return NULL;
}

const struct tag_code *tags_find_code(const struct tag_list *list, const char *name)
{
    for (const struct tag_code *code = list->codes; code->name; code++)
        if (same(code->name, name))
            return code;
    return NULL;
}

/* --- what documents print ------------------------------------------------------------------ */

/* The model's own list of this name; NULL: none. */
static const struct code_list *own_list(const struct model *model, const char *name)
{
    const struct model_node *node = model_find(model, name);
    return node && node->kind == MODEL_CODE_LIST ? model_code_list(node) : NULL;
}

static const char *own_code_title(const struct model *model, const struct model_tag *tag)
{
    const struct code_list *list = own_list(model, tag->list);
    for (size_t i = 0; list && i < list->codes.count; i++) {
        const struct code *code = model_code(list->codes.items[i]);
        if (same(code->name, tag->code))
            return code->node.title;
    }
    return NULL;
}

static const char *own_list_title(const struct model *model, const struct model_tag *tag)
{
    const struct code_list *list = own_list(model, tag->list);
    return list ? list->node.title : NULL;
}

/* What `title` finds in the model, else in those that it includes. */
static const char *find_title(const struct model *model, const struct model_tag *tag,
                              const char *(*title)(const struct model *, const struct model_tag *))
{
    const char *found = title(model, tag);
    for (size_t i = 0; !found && i < model->included_count; i++)
        found = title(model->included[i], tag);
    return found;
}

const char *tags_list_label(const struct model *model, const struct model_tag *tag,
                            const struct language *language)
{
    const struct tag_list *list = tags_find_list(tag->list);
    if (list)
        return language_text(language, list->label);
    const char *title = find_title(model, tag, own_list_title);
    return title ? title : tag->list;
}

const char *tags_code_label(const struct model *model, const struct model_tag *tag,
                            const struct language *language)
{
    const struct tag_list *list = tags_find_list(tag->list);
    const struct tag_code *code = list ? tags_find_code(list, tag->code) : NULL;
    if (code)
        return language_text(language, code->label);
    const char *title = find_title(model, tag, own_code_title);
    return title ? title : tag->code;
}
