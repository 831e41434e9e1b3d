/* Runs the rules, matches answers, merges what would be too much; see check.h. */
#include "check/check.h"

#include "base/buf.h"
#include "base/memory.h"
#include "check/rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MERGE_ABOVE = 5, /* findings of one message that still stand one by one */
    LIST_MOST = 8,   /* names in the list of a finding */
};

static const struct rule {
    const char *id;
    void (*run)(struct check *check);
} rules[] = {
    {"theory", rule_empty},
    {"tag", rule_tags},
    {"link", rule_link_twice},
    {"placeholder", rule_placeholders},
    {"P01", rule_effect_unreached},
    {"P02", rule_activity_without_effect},
    {"P03", rule_cycle},
    {"P04", rule_backwards},
    {"P05", rule_skipped_horizon},
    {"P06", rule_too_large},
    {"P07", rule_block},
    {"P08", rule_activity_wording},
    {"P09", rule_no_actor},
    {"P10", rule_two_results},
    {"P11", rule_absolute},
    {"P12", rule_term},
    {"P13", rule_no_mechanism},
    {"P14", rule_mechanism_repeats},
    {"P15", rule_bare_key_link},
    {"P16", rule_no_evidence},
    {"P17", rule_no_rival},
    {"P18", rule_no_unintended},
    {"P19", rule_high_risk},
    {"P20", rule_incomplete_activity},
    {"P21", rule_no_resources},
    {"P22", rule_only_volunteers},
    {"P23", rule_no_anchoring},
    {"P24", rule_waits_too_long},
    {"P25", rule_claims},
    {"P26", rule_open_recruitment},
    {"P27", rule_one_person},
    {"P28", rule_trial_without_criterion},
    {"I01", rule_no_indicator},
    {"I02", rule_proportion},
    {"I03", rule_only_outputs},
    {"I04", rule_target},
    {"I05", rule_baseline},
    {"I06", rule_threshold},
    {"I07", rule_waves},
    {"I08", rule_answers},
    {"I09", rule_area},
    {"I10", rule_tiny_group},
    {"I11", rule_counting},
    {"I12", rule_vague_source},
    {"I13", rule_no_owner},
    {"I14", rule_several_in_sign},
    {"I15", rule_denominator},
    {"V01", rule_effect_not_compared},
    {"V02", rule_mechanism_alone},
    {"V03", rule_one_side_asked},
    {"V04", rule_comparison_exposed},
    {"V05", rule_private_data},
    {"V06", rule_question_unused},
    {"V07", rule_sensitive},
};

/* What messages become when there are more than `above` of them: {1} how many,
 * {2} which, {3} the title of their group. */
static const struct merge {
    enum diag_id one, many;
    size_t above;
} merges[] = {
    {DIAG_LINK_TWICE, DIAG_LINKS_TWICE, MERGE_ABOVE},
    {DIAG_EFFECT_UNREACHED, DIAG_EFFECTS_UNREACHED, MERGE_ABOVE},
    {DIAG_EFFECT_STOPPED, DIAG_EFFECTS_STOPPED, MERGE_ABOVE},
    {DIAG_ACTIVITY_NO_EFFECT, DIAG_ACTIVITIES_NO_EFFECT, MERGE_ABOVE},
    {DIAG_SKIPPED_HORIZON, DIAG_SKIPPED_HORIZONS, MERGE_ABOVE},
    {DIAG_BLOCK, DIAG_BLOCKS, MERGE_ABOVE},
    {DIAG_ACTIVITY_WORDING, DIAG_ACTIVITY_WORDING_MANY, MERGE_ABOVE},
    {DIAG_NO_ACTOR, DIAG_NO_ACTOR_MANY, MERGE_ABOVE},
    {DIAG_TWO_RESULTS, DIAG_TWO_RESULTS_MANY, MERGE_ABOVE},
    {DIAG_ABSOLUTE, DIAG_ABSOLUTE_MANY, MERGE_ABOVE},
    {DIAG_TERM, DIAG_TERMS, MERGE_ABOVE},
    {DIAG_TERM_BETTER, DIAG_TERMS, MERGE_ABOVE},
    {DIAG_MECHANISM_REPEATS, DIAG_MECHANISMS_REPEAT, MERGE_ABOVE},
    {DIAG_NO_MECHANISM, DIAG_NO_MECHANISM_MANY, MERGE_ABOVE},
    {DIAG_NO_MECHANISM_WHO, DIAG_NO_MECHANISM_MANY, MERGE_ABOVE},
    {DIAG_KEY_LINK_BARE, DIAG_KEY_LINKS_BARE, MERGE_ABOVE},
    {DIAG_GOAL_LINK_BARE, DIAG_GOAL_LINKS_BARE, 1},
    {DIAG_NO_EVIDENCE, DIAG_NO_EVIDENCE_MANY, MERGE_ABOVE},
    {DIAG_REFERENCE_NO_GRADE, DIAG_NO_EVIDENCE_MANY, MERGE_ABOVE},
    {DIAG_NO_RIVAL, DIAG_NO_RIVAL_MANY, 1},
    {DIAG_RISK_OPEN, DIAG_RISKS_OPEN, MERGE_ABOVE},
    {DIAG_RISK_NO_MITIGATION, DIAG_RISKS_OPEN, MERGE_ABOVE},
    {DIAG_RISK_NO_OWNER, DIAG_RISKS_OPEN, MERGE_ABOVE},
    {DIAG_ACTIVITY_LACKS, DIAG_ACTIVITIES_LACK, MERGE_ABOVE},
    {DIAG_NO_RESOURCES, DIAG_NO_RESOURCES_MANY, 1},
    {DIAG_ONLY_VOLUNTEERS, DIAG_ONLY_VOLUNTEERS_MANY, MERGE_ABOVE},
    {DIAG_NO_ANCHORING, DIAG_NO_ANCHORING_MANY, MERGE_ABOVE},
    {DIAG_ANCHORING_NO_OWNER, DIAG_NO_ANCHORING_MANY, MERGE_ABOVE},
    {DIAG_ANCHORED_BY_NOBODY, DIAG_NO_ANCHORING_MANY, MERGE_ABOVE},
    {DIAG_WAITS_TOO_LONG, DIAG_WAIT_TOO_LONG, MERGE_ABOVE},
    {DIAG_EMPOWERMENT_CLAIM, DIAG_CLAIMS, MERGE_ABOVE},
    {DIAG_COCREATION_CLAIM, DIAG_CLAIMS, MERGE_ABOVE},
    {DIAG_OPEN_RECRUITMENT, DIAG_OPEN_RECRUITMENT_MANY, MERGE_ABOVE},
    {DIAG_ONE_PERSON, DIAG_ONE_PERSON_MANY, 1},
    {DIAG_TRIAL_NO_CRITERION, DIAG_TRIALS_NO_CRITERION, MERGE_ABOVE},
    {DIAG_TAG_LIST, DIAG_TAGS_UNKNOWN, MERGE_ABOVE},
    {DIAG_TAG_LIST_UNKNOWN, DIAG_TAGS_UNKNOWN, MERGE_ABOVE},
    {DIAG_TAG_CODE, DIAG_TAGS_UNKNOWN, MERGE_ABOVE},
    {DIAG_TAG_CODE_UNKNOWN, DIAG_TAGS_UNKNOWN, MERGE_ABOVE},
    {DIAG_THEME, DIAG_THEMES_UNKNOWN, MERGE_ABOVE},
    {DIAG_THEME_UNKNOWN, DIAG_THEMES_UNKNOWN, MERGE_ABOVE},
    {DIAG_ACTIVITY_NO_SIGN, DIAG_ACTIVITIES_NO_SIGN, MERGE_ABOVE},
    {DIAG_RUNNING_NO_SIGN, DIAG_ACTIVITIES_NO_SIGN, MERGE_ABOVE},
    {DIAG_GOAL_NO_INDICATOR, DIAG_GOALS_NO_INDICATOR, 1},
    {DIAG_THEME_NO_INDICATOR, DIAG_THEMES_NO_INDICATOR, MERGE_ABOVE},
    {DIAG_PROPORTION_OF_WHOM, DIAG_PROPORTIONS_OF_WHOM, MERGE_ABOVE},
    {DIAG_PROPORTION_TARGET_OF_WHOM, DIAG_PROPORTIONS_OF_WHOM, MERGE_ABOVE},
    {DIAG_PROPORTION_HALF, DIAG_PROPORTIONS_OF_WHOM, MERGE_ABOVE},
    {DIAG_TARGET_NO_UNIT, DIAG_TARGETS_NO_UNIT, MERGE_ABOVE},
    {DIAG_TARGET_NO_DATE, DIAG_TARGETS_NO_DATE, MERGE_ABOVE},
    {DIAG_TARGET_NO_VALUE, DIAG_TARGETS_NO_VALUE, MERGE_ABOVE},
    {DIAG_TARGET_NO_WAY, DIAG_TARGETS_NO_WAY, MERGE_ABOVE},
    {DIAG_TARGET_NO_MARGIN, DIAG_TARGETS_NO_MARGIN, MERGE_ABOVE},
    {DIAG_TARGET_GAP_NOWHERE, DIAG_TARGETS_GAP_NOWHERE, MERGE_ABOVE},
    {DIAG_ONLY_OUTPUTS, DIAG_ONLY_OUTPUTS_MANY, MERGE_ABOVE},
    {DIAG_ONLY_OUTPUTS_WHO, DIAG_ONLY_OUTPUTS_MANY, MERGE_ABOVE},
    {DIAG_NO_BASELINE, DIAG_NO_BASELINES, MERGE_ABOVE},
    {DIAG_NO_BASELINE_BEGUN, DIAG_NO_BASELINES_BEGUN, MERGE_ABOVE},
    {DIAG_BASELINE_LATE, DIAG_BASELINES_LATE, MERGE_ABOVE},
    {DIAG_NO_THRESHOLD, DIAG_NO_THRESHOLDS, MERGE_ABOVE},
    {DIAG_NO_WAVE, DIAG_FEW_WAVES, MERGE_ABOVE},
    {DIAG_ONE_WAVE, DIAG_FEW_WAVES, MERGE_ABOVE},
    {DIAG_TOO_FEW_ANSWERS, DIAG_TOO_FEW_ANSWERS_MANY, MERGE_ABOVE},
    {DIAG_AREA_TOO_LARGE, DIAG_AREAS_TOO_LARGE, MERGE_ABOVE},
    {DIAG_TINY_SHARE, DIAG_TINY_FIGURES, MERGE_ABOVE},
    {DIAG_TINY_FIGURE, DIAG_TINY_FIGURES, MERGE_ABOVE},
    {DIAG_COUNTING_UNDECLARED, DIAG_COUNTING_UNDECLARED_MANY, MERGE_ABOVE},
    {DIAG_TARGET_NO_SOURCE, DIAG_TARGETS_NO_SOURCE, MERGE_ABOVE},
    {DIAG_SOURCE_VAGUE, DIAG_SOURCES_VAGUE, MERGE_ABOVE},
    {DIAG_INDICATOR_NO_OWNER, DIAG_INDICATORS_NO_OWNER, MERGE_ABOVE},
    {DIAG_SEVERAL_IN_SIGN, DIAG_SEVERAL_IN_SIGNS, MERGE_ABOVE},
    {DIAG_DENOMINATOR_NARROWER, DIAG_DENOMINATORS_DIFFER, MERGE_ABOVE},
    {DIAG_DENOMINATOR_WIDER, DIAG_DENOMINATORS_DIFFER, MERGE_ABOVE},
    {DIAG_EFFECT_NOT_COMPARED, DIAG_EFFECTS_NOT_COMPARED, MERGE_ABOVE},
    {DIAG_EFFECT_COMPARISON_UNUSED, DIAG_EFFECTS_NOT_COMPARED, MERGE_ABOVE},
    {DIAG_ONE_SIDE_ASKED, DIAG_ONE_SIDE_ASKED_MANY, MERGE_ABOVE},
    {DIAG_EMAIL, DIAG_EMAILS, MERGE_ABOVE},
    {DIAG_PHONE, DIAG_PHONES, MERGE_ABOVE},
    {DIAG_QUESTION_UNUSED, DIAG_QUESTIONS_UNUSED, MERGE_ABOVE},
    {DIAG_QUESTION_NO_TYPE, DIAG_QUESTIONS_UNUSED, MERGE_ABOVE},
    {DIAG_QUESTION_NO_AUDIENCE, DIAG_QUESTIONS_UNUSED, MERGE_ABOVE},
    {DIAG_QUESTION_NO_DECISION, DIAG_QUESTIONS_UNUSED, MERGE_ABOVE},
    {DIAG_SENSITIVE_NO_SOURCE, DIAG_SENSITIVE_NO_SOURCES, MERGE_ABOVE},
};

static const struct merge *find_merge(enum diag_id id)
{
    for (size_t i = 0; i < sizeof merges / sizeof *merges; i++)
        if (merges[i].one == id)
            return &merges[i];
    return NULL;
}

const char *check_title(const struct model_node *node)
{
    if (node->title)
        return node->title;
    return node->id ? node->id : "?";
}

const char *check_label(const struct model_node *node)
{
    return node->id ? node->id : check_title(node);
}

struct found *check_found(struct check *check, enum diag_id id, const struct model_node *node, ...)
{
    check->items = mem_grow(check->items, &check->capacity, check->count + 1, sizeof *check->items);
    struct found *found = &check->items[check->count++];
    *found = (struct found){.id = id,
                            .merge = find_merge(id),
                            .node = node,
                            .at = model_title_at(check->model, node),
                            .label = check_label(node)};
    va_list args;
    va_start(args, node);
    const char *arg;
    for (size_t i = 0; i < DIAG_ARGS && (arg = va_arg(args, const char *)); i++)
        found->args[i] = arg;
    va_end(args);
    return found;
}

struct found *check_link_found(struct check *check, enum diag_id id, const struct link *link,
                               const char *third, const char *fourth)
{
    const struct model_node *from = link->node.parent, *to = link->to.node;
    struct found *found = check_found(check, id, &link->node, check_title(from), check_title(to),
                                      third, fourth, NULL);
    found->at = model_at(check->model, &link->node);
    found->label = check_format(check, "%s → %s", check_label(from), check_label(to));
    return found;
}

const char *check_keep(struct check *check, struct buf *text)
{
    const char *kept = arena_copy(&check->arena, text->data, text->length);
    buf_release(text);
    return kept;
}

const char *check_format(struct check *check, const char *format, ...)
{
    struct buf text = {0};
    va_list args;
    va_start(args, format);
    buf_vaddf(&text, format, args);
    va_end(args);
    return check_keep(check, &text);
}

const char *check_count(struct check *check, size_t count)
{
    return check_format(check, "%zu", count);
}

const char *check_number(struct check *check, struct number number, const char *unit)
{
    struct buf text = {0};
    diag_add_number(&text, number.value, number.decimals);
    if (unit)
        buf_addf(&text, " %s", unit);
    return check_keep(check, &text);
}

void check_add_name(struct buf *list, size_t place, const char *name)
{
    if (place < LIST_MOST)
        buf_addf(list, "%s%s", place ? ", " : "", name);
}

void check_end_names(struct buf *list, size_t count)
{
    if (count > LIST_MOST)
        buf_addf(list, " … +%zu", count - LIST_MOST);
}

size_t check_index(const struct model_list *list, const struct model_node *node)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle]->order < node->order)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool *check_flags(struct check *check, const struct model_list *const *lists, size_t count)
{
    size_t flags = 0;
    for (size_t i = 0; i < count; i++) {
        const struct model_list *list = lists[i];
        size_t needed = list->count ? list->items[list->count - 1]->order + (size_t)1 : 0;
        flags = needed > flags ? needed : flags;
    }
    return arena_array(&check->arena, flags + 1, sizeof(bool));
}

const struct words_list *check_words(const struct check *check, const struct model_node *node,
                                     enum words_id id)
{
    return words_get(check->options->words, node->lang, id);
}

const struct model_node *check_subject(const struct model_node *about)
{
    return about->kind == MODEL_LINK ? model_link(about)->to.node : about;
}

bool check_is_decided(const struct activity *activity)
{
    return activity->status == ACTIVITY_APPROVED || activity->status == ACTIVITY_WAITING ||
           check_has_begun(activity);
}

bool check_has_begun(const struct activity *activity)
{
    return activity->status == ACTIVITY_RUNNING || activity->status == ACTIVITY_ANCHORED;
}

bool check_is_intended(const struct effect *effect)
{
    return effect->kind != EFFECT_UNINTENDED;
}

/* --- answers ---------------------------------------------------------------- */

/* The answers of the model by what they refer to, and which of them were used. */
struct answers {
    struct entry {
        const struct model_node *ref; /* the programme where the file names nothing */
        const struct answer *answer;
        bool used;
    } * entries; /* sorted by the place of `ref` in the file, the rule, then that of the answer */
    size_t count;
};

/* Where an answer to `rule` about `ref` stands beside an entry. */
static int compare_entry(const struct entry *entry, const struct model_node *ref, const char *rule)
{
    if (entry->ref->order != ref->order)
        return entry->ref->order < ref->order ? -1 : 1;
    return strcmp(entry->answer->rule, rule);
}

static int by_ref(const void *pa, const void *pb)
{
    const struct entry *a = pa, *b = pb;
    int order = compare_entry(a, b->ref, b->answer->rule);
    if (order)
        return order;
    return a->answer->node.order < b->answer->node.order ? -1 : 1;
}

static struct answers collect_answers(const struct model *model, struct arena *arena)
{
    const struct model_list *list = &model->answers;
    struct answers answers = {.count = list->count};
    answers.entries = arena_array(arena, list->count + 1, sizeof *answers.entries);
    for (size_t i = 0; i < list->count; i++) {
        const struct answer *answer = model_answer(list->items[i]);
        const struct model_node *ref =
            answer->ref.node ? answer->ref.node : &model->programme->node;
        answers.entries[i] = (struct entry){.ref = ref, .answer = answer};
    }
    if (answers.count)
        qsort(answers.entries, answers.count, sizeof *answers.entries, by_ref);
    return answers;
}

/* The first answer to `rule` about `ref`; NULL: none. */
static struct entry *find_entry(struct answers *answers, const struct model_node *ref,
                                const char *rule)
{
    size_t low = 0, high = answers->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_entry(&answers->entries[middle], ref, rule) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < answers->count && !compare_entry(&answers->entries[low], ref, rule);
    return found ? &answers->entries[low] : NULL;
}

/* The answer to a finding: one about its element, else about what that stands in. A second
 * one about the same counts as not used. */
static const struct answer *find_answer(const struct check *check, struct answers *answers,
                                        const struct found *found)
{
    const struct model_node *programme = &check->model->programme->node;
    const char *rule = diag_id_text(found->id);
    bool error = diag_severity_of(found->id, check->sink->strict) == DIAG_ERROR;
    const struct answer *nearest = NULL;
    for (const struct model_node *node = found->node; answers->count && node; node = node->parent) {
        if (error && node == programme && found->node != programme)
            break;
        struct entry *entry = find_entry(answers, node, rule);
        if (!entry)
            continue;
        entry->used = true;
        nearest = nearest ? nearest : entry->answer;
    }
    return nearest;
}

static bool rule_exists(const char *id)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (!strcmp(rules[i].id, id))
            return true;
    return false;
}

static void report_unused(const struct check *check, const struct answers *answers)
{
    for (size_t i = 0; i < answers->count; i++) {
        const struct answer *answer = answers->entries[i].answer;
        struct diag_at at = model_at(check->model, &answer->node);
        if (!rule_exists(answer->rule))
            diag_report(check->sink, DIAG_ANSWER_NO_RULE, at, answer->rule, NULL);
        else if (!answers->entries[i].used)
            diag_report(check->sink, DIAG_ANSWER_UNUSED, at, answer->rule, NULL);
    }
}

/* --- reporting -------------------------------------------------------------- */

static struct diag *report_one(struct check *check, struct found *found)
{
    found->done = true;
    const char *const *a = found->args;
    struct diag *diag =
        diag_report(check->sink, found->id, found->at, a[0], a[1], a[2], a[3], a[4], a[5], NULL);
    if (diag)
        diag->other = found->other;
    return diag;
}

/* Findings that one message can tell come together: those that merge into the same one, in
 * the same group; in order of arrival. */
static int by_company(const void *pa, const void *pb)
{
    const struct found *a = *(struct found *const *)pa, *b = *(struct found *const *)pb;
    if (a->merge->many != b->merge->many)
        return a->merge->many < b->merge->many ? -1 : 1;
    uint32_t group_a = a->group ? a->group->order + 1 : 0;
    uint32_t group_b = b->group ? b->group->order + 1 : 0;
    if (group_a != group_b)
        return group_a < group_b ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Links those that may be told together, each to the next, and counts them from each on. */
static void find_company(struct check *check)
{
    struct found **sorted = mem_zalloc(check->count, sizeof *sorted);
    size_t count = 0;
    for (size_t i = 0; i < check->count; i++) {
        struct found *found = &check->items[i];
        found->company = 1;
        if (!found->done && found->merge &&
            diag_severity_of(found->id, check->sink->strict) != DIAG_ERROR)
            sorted[count++] = found;
    }
    qsort(sorted, count, sizeof *sorted, by_company);
    for (size_t i = count; i > 1; i--) {
        struct found *found = sorted[i - 2], *next = sorted[i - 1];
        if (found->merge->many != next->merge->many || found->group != next->group)
            continue;
        found->next = next;
        found->company = next->company + 1;
    }
    free(sorted);
}

/* Reports `first` and its company as one finding with a list. */
static void report_merged(struct check *check, struct found *first)
{
    struct buf list = {0};
    size_t listed = 0;
    for (struct found *f = first; f; f = f->next) {
        check_add_name(&list, listed++, f->label);
        f->done = true;
    }
    check_end_names(&list, listed);
    char count[24];
    snprintf(count, sizeof count, "%zu", first->company);
    const char *group = first->group ? check_title(first->group) : NULL;
    diag_report(check->sink, first->merge->many, first->at, count, list.data, group, NULL);
    buf_release(&list);
}

static void report_together(struct check *check, struct found *first)
{
    if (first->merge && first->company > first->merge->above)
        report_merged(check, first);
    else
        report_one(check, first);
}

/* Also one that is only counted is answered. */
static void report_answered(struct check *check, struct found *found, const struct answer *answer)
{
    struct diag *diag = report_one(check, found);
    if (diag) {
        diag_answer(check->sink, diag, answer->node.title);
    } else {
        check->sink->of_severity[diag_severity_of(found->id, check->sink->strict)]--;
        check->sink->answered++;
    }
}

/* Hands what one rule found to the sink. */
static void report_all(struct check *check, struct answers *answers)
{
    for (size_t i = 0; i < check->count; i++) {
        const struct answer *answer = find_answer(check, answers, &check->items[i]);
        if (!answer)
            continue;
        report_answered(check, &check->items[i], answer);
    }
    find_company(check);
    for (size_t i = 0; i < check->count; i++)
        if (!check->items[i].done)
            report_together(check, &check->items[i]);
    check->count = 0;
    arena_release(&check->arena);
}

/* In a library nothing is done, aimed at or measured; what can be wrong there is how an
 * indicator is defined and worded. */
static bool applies(const struct rule *rule, const struct model *model)
{
    static const char *const of_libraries[] = {"theory", "tag", "placeholder", "P12", "I02",
                                               "I11",    "I12", "I14",         "V05"};
    bool is_library = model->programme->kind == PROGRAMME_LIBRARY;
    for (size_t i = 0; is_library && i < sizeof of_libraries / sizeof *of_libraries; i++)
        if (!strcmp(of_libraries[i], rule->id))
            return true;
    return !is_library;
}

void check_model(const struct model *model, const struct check_options *options,
                 struct diag_sink *sink)
{
    struct arena arena = {0};
    struct chain chain;
    chain_build(&chain, model, &arena);
    struct arrows arrows;
    arrows_find(&arrows, &chain, model, &arena);
    struct answers answers = collect_answers(model, &arena);
    struct check check = {
        .model = model, .options = options, .sink = sink, .chain = &chain, .arrows = &arrows};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!applies(&rules[i], model))
            continue;
        rules[i].run(&check);
        report_all(&check, &answers);
    }
    wording_free(check.wording);
    report_unused(&check, &answers);
    free(check.items);
    arena_release(&arena);
}

/* P01, I01, V01: a letter and two digits. */
static bool has_page(const char *id)
{
    return id[0] >= 'A' && id[0] <= 'Z' && id[1] >= '0' && id[1] <= '9';
}

const char *check_rule(size_t index)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (has_page(rules[i].id) && !index--)
            return rules[i].id;
    return NULL;
}
