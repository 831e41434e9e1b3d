/* The rules about wording: P08 to P12, P14 and I14.
 *
 * The first of them to run reads all titles of the model, each once, and asks every judge
 * (wording.h) there and then; what they remark is kept, and each rule reports its own. */
#include "check/wording.h"

#include "base/buf.h"
#include "base/memory.h"
#include "check/rule.h"
#include "model/position.h"

#include <stdlib.h>
#include <string.h>

/* What a judge has to say. */
struct remark {
    enum diag_id id;
    const struct model_node *node; /* what it is about */
    const char *quote, *better;    /* in the arena */
    uint32_t offset;               /* of the quote in the source; 0: the title says it */
};

struct wording {
    struct titles *titles;
    struct arena arena;
    struct remark *items;
    size_t count, capacity;
    struct gist *gists; /* of the effects, by position */
};

static struct remark *remark(struct wording *wording, enum diag_id id,
                             const struct model_node *node)
{
    wording->items =
        mem_grow(wording->items, &wording->capacity, wording->count + 1, sizeof *wording->items);
    struct remark *item = &wording->items[wording->count++];
    *item = (struct remark){.id = id, .node = node};
    return item;
}

/* --- P12 ---------------------------------------------------------------------------------- */

/* Where a quote stands in the source of a node; 0: it is written otherwise there. */
static uint32_t find_quote(const struct model *model, const struct model_node *node,
                           const char *quote)
{
    size_t length = strlen(quote);
    for (uint32_t i = node->span.start; length && i + length <= node->span.end; i++)
        if (!memcmp(model->source + i, quote, length))
            return i;
    return 0;
}

static void judge_term(struct check *check, const struct sentence *s, const struct model_node *node)
{
    struct term term;
    if (!wording_find_term(s, &term))
        return;
    struct wording *wording = check->wording;
    struct remark *item = remark(wording, term.advice ? DIAG_TERM_BETTER : DIAG_TERM, node);
    item->quote = arena_copy(&wording->arena, s->text + term.start, term.end - term.start);
    if (term.advice) {
        struct buf better = {0};
        wording_add_better(s, &term, &better);
        item->better = arena_copy(&wording->arena, better.data, better.length);
        buf_release(&better);
    }
    if (s->text != node->title)
        item->offset = find_quote(check->model, node, item->quote);
}

/* A text in which only terms are looked for. */
static void read_text(struct check *check, const struct model_node *node, const char *text)
{
    struct sentence *s;
    if (text && titles_read(check->wording->titles, text, node->lang, &s))
        judge_term(check, s, node);
}

static void read_titles(struct check *check, const struct model_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        read_text(check, list->items[i], list->items[i]->title);
}

static void read_programme(struct check *check)
{
    const struct programme *programme = check->model->programme;
    read_text(check, &programme->node, programme->node.title);
    read_text(check, &programme->node, programme->purpose);
    read_text(check, &programme->node, programme->vision);
}

static void read_challenges(struct check *check)
{
    const struct model_list *list = &check->model->challenges;
    for (size_t i = 0; i < list->count; i++) {
        const struct challenge *challenge = model_challenge(list->items[i]);
        read_text(check, &challenge->node, challenge->node.title);
        read_text(check, &challenge->node, challenge->evidence);
        read_text(check, &challenge->node, challenge->extent);
    }
}

/* What the public sees of those whom the programme is for and of where it takes place. */
static void read_setting(struct check *check)
{
    const struct model *model = check->model;
    for (size_t i = 0; i < model->places.count; i++) {
        const struct place *place = model_place(model->places.items[i]);
        read_text(check, &place->node, place->node.title);
        read_text(check, &place->node, place->description);
    }
    for (size_t i = 0; i < model->target_groups.count; i++) {
        const struct target_group *group = model_target_group(model->target_groups.items[i]);
        read_text(check, &group->node, group->node.title);
        read_text(check, &group->node, group->description);
    }
}

static void read_activities(struct check *check)
{
    const struct model_list *list = &check->model->activities;
    for (size_t i = 0; i < list->count; i++) {
        const struct activity *activity = model_activity(list->items[i]);
        read_text(check, &activity->node, activity->node.title);
        read_text(check, &activity->node, activity->description);
    }
}

/* --- P08 to P11 --------------------------------------------------------------------------- */

/* A level to be content with: a target with a value. */
static bool has_target(const struct indicator *indicator)
{
    for (size_t i = 0; i < indicator->targets.count; i++) {
        const struct target *target = model_target(indicator->targets.items[i]);
        if (target->value.given || target->min.given || target->max.given)
            return true;
    }
    return false;
}

static bool effect_has_target(const struct effect *effect)
{
    for (size_t i = 0; i < effect->indicators.count; i++)
        if (has_target(model_indicator(effect->indicators.items[i])))
            return true;
    return false;
}

static void judge_absolute(struct wording *wording, const struct sentence *s,
                           const struct model_node *node)
{
    size_t token;
    if (!wording_is_absolute(s, &token))
        return;
    const struct token *word = &s->tokens[token];
    remark(wording, DIAG_ABSOLUTE, node)->quote =
        arena_copy(&wording->arena, s->text + word->start, word->end - word->start);
}

static void judge_results(struct wording *wording, const struct sentence *s,
                          const struct model_node *node)
{
    size_t from;
    if (!wording_has_two_results(s, &from))
        return;
    const char *text = s->text + from;
    size_t length = strlen(text);
    while (length && strchr(".; ", text[length - 1]))
        length--;
    remark(wording, DIAG_TWO_RESULTS, node)->quote = arena_copy(&wording->arena, text, length);
}

static void judge_effect(struct wording *wording, const struct sentence *s,
                         const struct effect *effect)
{
    const struct model_node *node = &effect->node;
    bool has_actor = effect->who || effect->target_groups.count;
    if (wording_is_activity(s))
        remark(wording, DIAG_ACTIVITY_WORDING, node);
    else if (!has_actor && !sentence_names_somebody(s))
        remark(wording, DIAG_NO_ACTOR, node);
    judge_results(wording, s, node);
    if (!effect_has_target(effect))
        judge_absolute(wording, s, node);
}

static void read_effects(struct check *check)
{
    struct wording *wording = check->wording;
    const struct model_list *list = &check->model->effects;
    wording->gists = arena_array(&wording->arena, list->count + 1, sizeof *wording->gists);
    for (size_t i = 0; i < list->count; i++) {
        const struct effect *effect = model_effect(list->items[i]);
        struct sentence *s;
        if (!effect->node.title ||
            !titles_read(wording->titles, effect->node.title, effect->node.lang, &s))
            continue;
        judge_effect(wording, s, effect);
        judge_term(check, s, &effect->node);
        wording->gists[effect->position] = wording_gist(s, &wording->arena);
        read_text(check, &effect->node, effect->description);
    }
}

/* What a sign asks for at once, as it stands there: in its title, or in the clause that says
 * who counts, read as a sentence about them: "de læser og synger". NULL: one thing. */
static const char *find_several(struct wording *wording, const struct sentence *s,
                                const struct indicator *indicator)
{
    struct stretch stretch;
    struct buf text = {0};
    struct sentence *counted;
    bool is_count = indicator->type == INDICATOR_COUNT, found = true;
    if (!wording_asks_several(s, is_count, &stretch)) {
        const char *clause = wording_counted_clause(s);
        if (clause)
            buf_addf(&text, "%s%s", sentence_first(s, WORDS_PRONOUNS), clause);
        found = clause && titles_read(wording->titles, text.data, indicator->node.lang, &counted) &&
                wording_asks_several(counted, is_count, &stretch);
        s = found ? counted : s;
    }
    const char *quote =
        found ? arena_copy(&wording->arena, s->text + stretch.start, stretch.end - stretch.start)
              : NULL;
    buf_release(&text);
    return quote;
}

static void judge_sign(struct wording *wording, const struct sentence *s,
                       const struct indicator *indicator)
{
    const char *several = find_several(wording, s, indicator);
    if (several)
        remark(wording, DIAG_SEVERAL_IN_SIGN, &indicator->node)->quote = several;
}

static void read_indicators(struct check *check)
{
    struct wording *wording = check->wording;
    const struct model_list *list = &check->model->indicators;
    for (size_t i = 0; i < list->count; i++) {
        const struct indicator *indicator = model_indicator(list->items[i]);
        struct sentence *s;
        if (!indicator->node.title ||
            !titles_read(wording->titles, indicator->node.title, indicator->node.lang, &s))
            continue;
        judge_term(check, s, &indicator->node);
        if (!has_target(indicator))
            judge_absolute(wording, s, &indicator->node);
        judge_sign(wording, s, indicator);
    }
}

/* --- P14 ---------------------------------------------------------------------------------- */

static void read_mechanisms(struct check *check)
{
    struct wording *wording = check->wording;
    const struct model_list *list = &check->model->links;
    struct arena scratch = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct link *link = model_link(list->items[i]);
        const struct effect *effect = link->to.node ? model_effect(link->to.node) : NULL;
        struct sentence *s;
        if (!link->mechanism || !effect || !wording->gists[effect->position].count ||
            !titles_read(wording->titles, link->mechanism, link->node.lang, &s))
            continue;
        struct gist gist = wording_gist(s, &scratch);
        if (wording_repeats(&gist, &wording->gists[effect->position]))
            remark(wording, DIAG_MECHANISM_REPEATS, &link->node)->quote = link->mechanism;
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

/* --- reading the model -------------------------------------------------------------------- */

static void take_people(struct check *check)
{
    const struct model *model = check->model;
    struct titles *titles = check->wording->titles;
    for (size_t i = 0; i < model->target_groups.count; i++)
        titles_take_group(titles, model->target_groups.items[i]->title,
                          model->target_groups.items[i]->lang);
    for (size_t i = 0; i < model->roles.count; i++)
        titles_take_role(titles, model->roles.items[i]->title, model->roles.items[i]->lang);
}

static void read_model(struct check *check)
{
    take_people(check);
    read_programme(check);
    read_setting(check);
    read_challenges(check);
    read_titles(check, &check->model->focus_areas);
    read_activities(check);
    read_effects(check);
    read_titles(check, &check->model->goals);
    read_titles(check, &check->model->themes);
    read_indicators(check);
    read_mechanisms(check);
}

static struct wording *open_wording(struct check *check)
{
    if (!check->wording) {
        check->wording = mem_zalloc(1, sizeof *check->wording);
        check->wording->titles = titles_new(check->options->words);
        if (check->options->words)
            read_model(check);
    }
    return check->wording;
}

struct titles *wording_titles(struct check *check)
{
    return open_wording(check)->titles;
}

void wording_free(struct wording *wording)
{
    if (!wording)
        return;
    titles_free(wording->titles);
    arena_release(&wording->arena);
    free(wording->items);
    free(wording);
}

/* --- the rules ---------------------------------------------------------------------------- */

/* Reports the remarks of a message: {1} the title, {2} the quote. */
static void report(struct check *check, enum diag_id id)
{
    const struct wording *wording = open_wording(check);
    for (size_t i = 0; i < wording->count; i++) {
        const struct remark *item = &wording->items[i];
        if (item->id == id)
            check_found(check, id, item->node, check_title(item->node), item->quote, NULL);
    }
}

/* P08: an effect worded as an activity. */
void rule_activity_wording(struct check *check)
{
    report(check, DIAG_ACTIVITY_WORDING);
}

/* P09: an effect without an actor. */
void rule_no_actor(struct check *check)
{
    report(check, DIAG_NO_ACTOR);
}

/* P10: an effect that holds two results. */
void rule_two_results(struct check *check)
{
    const struct wording *wording = open_wording(check);
    for (size_t i = 0; i < wording->count; i++)
        if (wording->items[i].id == DIAG_TWO_RESULTS)
            check_found(check, DIAG_TWO_RESULTS, wording->items[i].node, wording->items[i].quote,
                        NULL);
}

/* P11: all or none, and no level. */
void rule_absolute(struct check *check)
{
    report(check, DIAG_ABSOLUTE);
}

/* The place of a term that stands in another text than the title. */
static struct diag_at place_of(const struct check *check, const struct remark *item)
{
    const struct span *span = &item->node->span;
    struct diag_at at = model_at(check->model, item->node);
    if (!item->offset)
        return at;
    struct position from = {span->start, span->line, span->column};
    struct position place = position_after(from, check->model->source, item->offset);
    at.line = place.line;
    at.column = place.column;
    return at;
}

/* P12: a term that makes people a problem. */
void rule_term(struct check *check)
{
    const struct wording *wording = open_wording(check);
    for (size_t i = 0; i < wording->count; i++) {
        const struct remark *item = &wording->items[i];
        if (item->id != DIAG_TERM && item->id != DIAG_TERM_BETTER)
            continue;
        struct found *found =
            check_found(check, item->id, item->node, item->quote, item->better, NULL);
        found->label = item->quote;
        if (item->offset)
            found->at = place_of(check, item);
    }
}

/* I14: several things in one sign. */
void rule_several_in_sign(struct check *check)
{
    report(check, DIAG_SEVERAL_IN_SIGN);
}

/* P14: a mechanism that repeats the effect. */
void rule_mechanism_repeats(struct check *check)
{
    const struct wording *wording = open_wording(check);
    for (size_t i = 0; i < wording->count; i++) {
        if (wording->items[i].id != DIAG_MECHANISM_REPEATS)
            continue;
        const struct link *link = model_link(wording->items[i].node);
        if (arrows_is_single(check->arrows, link))
            check_link_found(check, DIAG_MECHANISM_REPEATS, link, wording->items[i].quote, NULL);
    }
}
