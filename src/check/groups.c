/* Rules about whom a figure is of: how few they are, and whether they are those it is for. */
#include "check/rule.h"
#include "check/wording.h"

#include <math.h>
#include <string.h>

/* --- I10: persons in a tiny group ---------------------------------------------------- */

enum { SMALL_GROUP = 20 }; /* persons; below it no percentage is shown of them */

/* How many persons a figure will be about, as far as the model says. */
struct crowd {
    double persons;   /* 0: not known */
    const char *unit; /* what they are called; NULL: not said */
};

/* What an activity or effect says of its size, found once for all its indicators. */
struct sizes {
    const struct model_node *of; /* NULL: none yet */
    struct crowd participants;   /* those it reaches */
    struct crowd group;          /* those it is for */
};

static bool is_about_persons(const struct indicator *indicator)
{
    switch (indicator->type) {
    case INDICATOR_PROPORTION:
    case INDICATOR_MEAN:
    case INDICATOR_RATE:
    case INDICATOR_SCALE:
        return indicator->level == LEVEL_UNKNOWN || indicator->level == LEVEL_PERSON;
    default:
        return false;
    }
}

/* "børn", but not "frivillige": those who deliver are not those a figure is of. */
static bool counts_people(struct check *check, const struct model_node *node, const char *unit)
{
    struct sentence *s;
    bool people = false;
    if (!unit || !titles_read(wording_titles(check), unit, node->lang, &s))
        return false;
    for (size_t i = 0; i < s->count; i++) {
        if (token_is_deliverer(s, i))
            return false;
        people = people || token_is_person(s, i);
    }
    return people;
}

static void take_larger(struct crowd *crowd, double persons, const char *unit)
{
    if (persons > crowd->persons)
        *crowd = (struct crowd){persons, unit};
}

/* All components together, where each says how many: two groups of twelve are not a tiny one. */
static struct crowd planned_reach(const struct activity *activity)
{
    struct crowd crowd = {0};
    for (size_t i = 0; i < activity->components.count; i++) {
        const struct component *component = model_component(activity->components.items[i]);
        if (!component->reach.given)
            return (struct crowd){0};
        crowd.persons += component->reach.value;
    }
    return crowd;
}

/* "6-8 børn er med": what a sign that counts people says of how many they will be at most. */
static struct crowd counted_people(struct check *check, const struct activity *activity)
{
    struct crowd crowd = {0};
    for (size_t i = 0; i < activity->indicators.count; i++) {
        const struct indicator *sign = model_indicator(activity->indicators.items[i]);
        if (sign->type != INDICATOR_COUNT || sign->counting == COUNTING_PER_PERIOD ||
            !counts_people(check, &sign->node, sign->unit))
            continue;
        for (size_t k = 0; k < sign->targets.count; k++) {
            const struct target *target = model_target(sign->targets.items[k]);
            struct number most = target->max.given ? target->max : target->value;
            take_larger(&crowd, most.given ? most.value : 0, sign->unit);
        }
    }
    for (size_t i = 0; i < activity->outputs.count; i++) {
        const struct output *output = model_output(activity->outputs.items[i]);
        if (output->quantity.given && counts_people(check, &output->node, output->unit))
            take_larger(&crowd, output->quantity.value, output->unit);
    }
    return crowd;
}

/* All the target groups together, where the size of each is known. */
static struct crowd size_of_groups(const struct model_refs *groups)
{
    struct crowd crowd = {0};
    for (size_t i = 0; i < groups->count; i++) {
        const struct target_group *group = model_target_group(groups->items[i].node);
        if (!group->size.given)
            return (struct crowd){0};
        crowd.persons += group->size.value;
    }
    return crowd;
}

static void find_sizes(struct check *check, struct sizes *sizes, const struct model_node *node)
{
    *sizes = (struct sizes){.of = node};
    if (node->kind == MODEL_ACTIVITY) {
        const struct activity *activity = model_activity(node);
        sizes->participants = planned_reach(activity);
        if (!sizes->participants.persons)
            sizes->participants = counted_people(check, activity);
        sizes->group = size_of_groups(&activity->target_groups);
    } else if (node->kind == MODEL_EFFECT) {
        sizes->group = size_of_groups(&model_effect(node)->target_groups);
    }
}

/* The most answers that a baseline had; in the comparison there may be more. */
static struct crowd measured_before(const struct indicator *indicator)
{
    struct crowd crowd = {0};
    for (size_t i = 0; i < indicator->baselines.count; i++) {
        const struct baseline *baseline = model_baseline(indicator->baselines.items[i]);
        const struct model_node *place = baseline->place.node;
        if (baseline->n.given && !(place && model_place(place)->role == PLACE_COMPARISON))
            take_larger(&crowd, baseline->n.value, NULL);
    }
    return crowd;
}

/* "alle familier i børnehaven": more than those who take part. */
static bool is_out_of_everyone(const struct check *check, const struct indicator *indicator)
{
    const char *text = indicator->denominator;
    return text && words_in_text(check_words(check, &indicator->node, WORDS_EVERYONE), text) &&
           !words_in_text(check_words(check, &indicator->node, WORDS_PARTICIPANTS), text);
}

static struct crowd expected_crowd(const struct check *check, const struct indicator *indicator,
                                   const struct sizes *sizes)
{
    if (indicator->sample.given)
        return (struct crowd){indicator->sample.value, NULL};
    struct crowd before = measured_before(indicator);
    if (before.persons)
        return before;
    bool small = sizes->participants.persons && sizes->participants.persons < SMALL_GROUP;
    if (sizes->participants.persons && !(small && is_out_of_everyone(check, indicator)))
        return sizes->participants;
    return sizes->group;
}

/* By how many points one of them moves a percentage: 12 for 8, which is 12.5. */
static struct number points_of_one(double persons)
{
    return (struct number){ceil(100 / persons - 0.5), true, 0};
}

static void report_tiny(struct check *check, const struct indicator *indicator,
                        const struct crowd *crowd)
{
    const struct model_node *node = &indicator->node;
    const char *count = check_number(check, (struct number){crowd->persons, true, 0}, crowd->unit);
    if (indicator->type == INDICATOR_PROPORTION)
        check_found(check, DIAG_TINY_SHARE, node, check_title(node), count,
                    check_number(check, points_of_one(crowd->persons), NULL), NULL);
    else
        check_found(check, DIAG_TINY_FIGURE, node, check_title(node), count, NULL);
}

/* I10: a figure about so few persons that it says little, and says it of each. */
void rule_tiny_group(struct check *check)
{
    struct sizes sizes = {0};
    for (size_t i = 0; i < check->model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(check->model->indicators.items[i]);
        if (!is_about_persons(indicator))
            continue;
        if (sizes.of != indicator->node.parent)
            find_sizes(check, &sizes, indicator->node.parent);
        struct crowd crowd = expected_crowd(check, indicator, &sizes);
        if (crowd.persons > 0 && crowd.persons < SMALL_GROUP)
            report_tiny(check, indicator, &crowd);
    }
}

/* --- I15: the target group, or others ------------------------------------------------- */

enum { TRAITS_MOST = 6, WIDER_MOST = 16 };

/* What sets some people apart from others, in a text: "nytilkomne", "udsatte". Words for the
 * same trait have the same name. */
struct traits {
    struct trait {
        const char *name, *at;
        size_t length; /* of the word or words, bytes */
    } items[TRAITS_MOST];
    size_t count;
    bool everyone; /* "alle", and not those who take part */
};

/* The traits of a target group: of its title, and of its description as well. */
struct group_traits {
    struct traits named, described;
};

static void add_trait(struct traits *traits, const struct words_hit *hit)
{
    const char *name = hit->entry->other ? hit->entry->other : hit->entry->text;
    if (traits->count < TRAITS_MOST)
        traits->items[traits->count++] = (struct trait){name, hit->at, hit->length};
}

/* Reads the traits of a text; nothing where it is NULL. */
static struct traits read_traits(const struct check *check, const struct model_node *node,
                                 const char *text)
{
    const struct words_list *list = check_words(check, node, WORDS_TRAITS);
    struct traits traits = {0};
    bool everyone = false, participants = false;
    char word[WORDS_LONGEST + 1];
    for (const char *p = text; p && *p;) {
        const char *start = p;
        struct words_about about;
        struct words_hit hit;
        size_t length = words_next(&p, word);
        if (!length) {
            p++;
            continue;
        }
        words_look_up(check->options->words, node->lang, word, length, &about);
        bool begins =
            words_set_has(&about.in, WORDS_TRAITS) || words_set_has(&about.opens, WORDS_TRAITS);
        if (begins && words_match_at(list, start, &hit)) {
            add_trait(&traits, &hit);
            p = start + hit.length;
        }
        everyone = everyone || words_set_has(&about.in, WORDS_EVERYONE);
        participants = participants || words_set_has(&about.in, WORDS_PARTICIPANTS);
    }
    traits.everyone = everyone && !participants;
    return traits;
}

static bool has_trait(const struct traits *traits, const char *name)
{
    for (size_t i = 0; i < traits->count; i++)
        if (!strcmp(traits->items[i].name, name))
            return true;
    return false;
}

/* Whom something is for, held against the traits of a denominator. */
struct whom {
    const struct traits *basis;
    const char *title;        /* of the first text; NULL: none */
    bool known[TRAITS_MOST];  /* the traits of the denominator that are named somewhere */
    bool covered;             /* the denominator has all traits of one of the texts */
    const struct trait *more; /* the first trait that it lacks */
};

static void hold_against(struct whom *whom, const char *title, const struct traits *named,
                         const struct traits *described)
{
    const struct trait *more = NULL;
    for (size_t i = named->count; i > 0; i--)
        if (!has_trait(whom->basis, named->items[i - 1].name))
            more = &named->items[i - 1];
    for (size_t i = 0; i < whom->basis->count; i++)
        whom->known[i] = whom->known[i] || has_trait(named, whom->basis->items[i].name) ||
                         has_trait(described, whom->basis->items[i].name);
    whom->title = whom->title ? whom->title : title;
    whom->more = whom->more ? whom->more : more;
    whom->covered = whom->covered || !more;
}

/* Each target group is read when it is first asked for. */
static const struct group_traits *traits_of(struct check *check, const struct group_traits **groups,
                                            const struct model_node *node)
{
    const struct group_traits **place = &groups[check_index(&check->model->target_groups, node)];
    if (!*place) {
        struct group_traits *traits = arena_alloc(&check->arena, sizeof *traits);
        traits->named = read_traits(check, node, node->title);
        traits->described = read_traits(check, node, model_target_group(node)->description);
        *place = traits;
    }
    return *place;
}

/* The target groups, each with the larger ones that it is a part of. */
static void hold_against_groups(struct check *check, struct whom *whom,
                                const struct group_traits **groups, const struct model_refs *refs)
{
    for (size_t i = 0; i < refs->count; i++) {
        const struct model_node *node = refs->items[i].node;
        for (int wider = 0; node && wider < WIDER_MOST; wider++) {
            const struct group_traits *traits = traits_of(check, groups, node);
            hold_against(whom, check_title(node), &traits->named, &traits->described);
            node = model_target_group(node)->within.node;
        }
    }
}

static void report_whom(struct check *check, const struct indicator *indicator,
                        const struct whom *whom)
{
    const struct model_node *node = &indicator->node;
    const struct trait *trait = NULL;
    for (size_t i = whom->basis->count; i > 0; i--)
        if (!whom->known[i - 1])
            trait = &whom->basis->items[i - 1];
    bool wider = !trait && whom->basis->everyone && !whom->covered;
    if (!whom->title || (!trait && !wider))
        return;
    trait = trait ? trait : whom->more;
    check_found(check, wider ? DIAG_DENOMINATOR_WIDER : DIAG_DENOMINATOR_NARROWER, node,
                check_title(node), arena_copy(&check->arena, trait->at, trait->length), whom->title,
                NULL);
}

static void check_denominator(struct check *check, const struct group_traits **groups,
                              const struct indicator *indicator)
{
    const struct model_node *node = &indicator->node, *parent = node->parent;
    struct traits basis = read_traits(check, node, indicator->denominator);
    struct whom whom = {.basis = &basis};
    if (!basis.count && !basis.everyone)
        return;
    if (parent->kind == MODEL_ACTIVITY) {
        hold_against_groups(check, &whom, groups, &model_activity(parent)->target_groups);
    } else {
        const struct effect *effect = model_effect(parent);
        struct traits who = read_traits(check, parent, effect->who);
        if (effect->who)
            hold_against(&whom, effect->who, &who, &who);
        hold_against_groups(check, &whom, groups, &effect->target_groups);
    }
    report_whom(check, indicator, &whom);
}

/* I15: a share out of others than those the activity or effect is for. Only words that are
 * known to set people apart count: other words for the same people are no difference. */
void rule_denominator(struct check *check)
{
    const struct model *model = check->model;
    const struct group_traits **groups =
        arena_array(&check->arena, model->target_groups.count + 1, sizeof(struct group_traits *));
    for (size_t i = 0; i < model->indicators.count; i++) {
        const struct indicator *indicator = model_indicator(model->indicators.items[i]);
        enum model_kind kind = indicator->node.parent->kind;
        bool persons = indicator->level != LEVEL_AREA && indicator->level != LEVEL_ORGANISATION;
        if (indicator->type == INDICATOR_PROPORTION && indicator->denominator && persons &&
            (kind == MODEL_ACTIVITY || kind == MODEL_EFFECT))
            check_denominator(check, groups, indicator);
    }
}
