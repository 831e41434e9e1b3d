/* Rules about who has a say and who is reached: do the words fit the tags? They speak only where
 * an activity has such tags, also where it is still an idea: then it is cheap to change. */
#include "check/rule.h"
#include "check/words.h"

#include <string.h>

/* --- P25: more promised than given ----------------------------------------------------------- */

/* How much of a say people have, on one scale for both lists. */
enum say {
    SAY_UNKNOWN,
    SAY_NONE,   /* they come to what others have planned */
    SAY_SOME,   /* they are asked, or involved */
    SAY_SHARED, /* they share in deciding, or decide */
};

static const struct {
    const char *list, *code;
    enum say say;
} says[] = {
    {"ladder", "1", SAY_NONE},
    {"ladder", "2", SAY_SOME},
    {"ladder", "3", SAY_SOME},
    {"ladder", "4", SAY_SHARED},
    {"ladder", "5", SAY_SHARED},
    {"involvement", "inform", SAY_NONE},
    {"involvement", "consult", SAY_SOME},
    {"involvement", "involve", SAY_SOME},
    {"involvement", "collaborate", SAY_SHARED},
    {"involvement", "empower", SAY_SHARED},
};

static enum say say_of(const struct model_tag *tag)
{
    for (size_t i = 0; i < sizeof says / sizeof *says; i++)
        if (!strcmp(tag->list, says[i].list) && !strcmp(tag->code, says[i].code))
            return says[i].say;
    return SAY_UNKNOWN;
}

/* The tag that gives people most of a say: parts of an activity may lie lower. NULL: none. */
static const struct model_tag *highest_say(const struct model_tags *tags)
{
    const struct model_tag *highest = NULL;
    for (size_t i = 0; i < tags->count; i++)
        if (say_of(&tags->items[i]) > (highest ? say_of(highest) : SAY_UNKNOWN))
            highest = &tags->items[i];
    return highest;
}

/* The first of the words in what an activity says of itself, as it stands there; NULL: none. */
static const char *find_claim(struct check *check, const struct activity *activity,
                              enum words_id id)
{
    const struct words_list *list = check_words(check, &activity->node, id);
    const char *texts[] = {activity->node.title, activity->description};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct words_hit hit;
        if (texts[i] && words_find(list, texts[i], &hit))
            return arena_copy(&check->arena, hit.at, hit.length);
    }
    return NULL;
}

static const char *tag_text(struct check *check, const struct model_tag *tag)
{
    return check_format(check, "%s:%s", tag->list, tag->code);
}

/* What the words promise and the highest tag does not keep. */
static void check_claims(struct check *check, const struct activity *activity,
                         const struct model_tag *highest)
{
    const struct model_node *node = &activity->node;
    enum say say = say_of(highest);
    const char *claim = NULL;
    if (say == SAY_NONE && (claim = find_claim(check, activity, WORDS_EMPOWERMENT)))
        check_found(check, DIAG_EMPOWERMENT_CLAIM, node, check_title(node), claim,
                    tag_text(check, highest), NULL);
    else if (say < SAY_SHARED && (claim = find_claim(check, activity, WORDS_COCREATION)))
        check_found(check, DIAG_COCREATION_CLAIM, node, check_title(node), claim,
                    tag_text(check, highest), NULL);
}

/* P25: an activity that promises more influence than its tags tell of. */
void rule_claims(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        const struct model_tags *tags = &activity->tags;
        if (!tags->count || activity->status == ACTIVITY_STOPPED)
            continue;
        const struct model_tag *highest = highest_say(tags);
        if (model_has_tag(tags, "ladder", "1") && model_has_tag(tags, "involvement", "empower"))
            check_found(check, DIAG_TAGS_CONTRADICT, &activity->node, check_title(&activity->node),
                        "ladder:1", "involvement:empower", NULL);
        else if (highest)
            check_claims(check, activity, highest);
    }
}

/* --- P26: who is reached ----------------------------------------------------------------------- */

/* Nobody is looked for: all are invited, and those who come have come by themselves. */
static bool recruits_openly(const struct activity *activity)
{
    const struct model_tags *tags = &activity->tags;
    if (!model_has_tag(tags, "recruitment", "open") ||
        model_has_tag(tags, "recruitment", "limited") ||
        model_has_tag(tags, "recruitment", "targeted"))
        return false;
    for (size_t i = 0; i < activity->components.count; i++) {
        enum component_mode mode = model_component(activity->components.items[i])->mode;
        if (mode == COMPONENT_OUTREACH || mode == COMPONENT_VISIT || mode == COMPONENT_INDIVIDUAL)
            return false;
    }
    return true;
}

static bool names_vulnerable(const struct check *check, const struct model_node *node,
                             const char *text)
{
    return text && words_in_text(check_words(check, node, WORDS_VULNERABLE), text);
}

static bool is_vulnerable(const struct check *check, const struct target_group *group)
{
    if (group->vulnerable != YES_NO_UNKNOWN)
        return group->vulnerable == YES;
    return names_vulnerable(check, &group->node, group->node.title) ||
           names_vulnerable(check, &group->node, group->description);
}

static const struct model_node *find_vulnerable(const struct check *check,
                                                const struct activity *activity)
{
    for (size_t i = 0; i < activity->target_groups.count; i++) {
        const struct model_node *group = activity->target_groups.items[i].node;
        if (is_vulnerable(check, model_target_group(group)))
            return group;
    }
    return NULL;
}

/* P26: people whom an open invitation seldom reaches, and nothing but an open invitation. */
void rule_open_recruitment(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        if (activity->status == ACTIVITY_STOPPED || !recruits_openly(activity))
            continue;
        const struct model_node *group = find_vulnerable(check, activity);
        if (group)
            check_found(check, DIAG_OPEN_RECRUITMENT, &activity->node, check_title(&activity->node),
                        check_title(group), NULL);
    }
}
