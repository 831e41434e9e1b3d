/* Tags and themes: are their lists and codes known, to the program or by a <code-list>?
 *
 * Each unknown one is told once, where it stands first, with the one that was probably
 * meant. */
#include "check/rule.h"
#include "model/tags.h"

#include <stdlib.h>
#include <string.h>

enum {
    NAMES_MOST = 64,              /* among which a likely one is looked for */
    TOLD_MOST = DIAG_MOST_OF_KIND /* unknown ones that are told apart */
};

/* A code of the model's own lists, or with the code "" the list itself. */
struct own_code {
    const char *list, *code;
};

struct names {
    const char *items[NAMES_MOST];
    size_t count;
};

struct tag_check {
    struct check *check;
    struct own_code *own; /* sorted by list, then by code */
    struct own_code *own_by_code;
    size_t own_count;
    struct names lists; /* known ones and own ones */
    struct own_code told[TOLD_MOST];
    size_t told_count;
};

/* --- the model's own lists ---------------------------------------------------------------- */

static int by_list(const void *pa, const void *pb)
{
    const struct own_code *a = pa, *b = pb;
    int order = strcmp(a->list, b->list);
    return order ? order : strcmp(a->code, b->code);
}

static int by_code(const void *pa, const void *pb)
{
    const struct own_code *a = pa, *b = pb;
    return strcmp(a->code, b->code);
}

static size_t count_codes(const struct model *model)
{
    size_t count = model->code_lists.count;
    for (size_t i = 0; i < model->code_lists.count; i++)
        count += model_code_list(model->code_lists.items[i])->codes.count;
    return count;
}

static void add_own(struct tag_check *tags, const char *list, const char *code)
{
    if (list && code) /* an included model with errors may lack them */
        tags->own[tags->own_count++] = (struct own_code){list, code};
}

static void add_codes(struct tag_check *tags, const struct model *model)
{
    for (size_t i = 0; i < model->code_lists.count; i++) {
        const struct code_list *list = model_code_list(model->code_lists.items[i]);
        add_own(tags, list->node.id, "");
        for (size_t k = 0; k < list->codes.count; k++)
            add_own(tags, list->node.id, model_code(list->codes.items[k])->name);
    }
}

/* Those of the model and of all that it includes. */
static void collect_own(struct tag_check *tags)
{
    const struct model *model = tags->check->model;
    size_t count = count_codes(model);
    for (size_t i = 0; i < model->included_count; i++)
        count += count_codes(model->included[i]);
    if (!count)
        return;
    tags->own = arena_array(&tags->check->arena, count, sizeof *tags->own);
    add_codes(tags, model);
    for (size_t i = 0; i < model->included_count; i++)
        add_codes(tags, model->included[i]);
    tags->own_by_code = arena_array(&tags->check->arena, count, sizeof *tags->own);
    memcpy(tags->own_by_code, tags->own, tags->own_count * sizeof *tags->own);
    qsort(tags->own, tags->own_count, sizeof *tags->own, by_list);
    qsort(tags->own_by_code, tags->own_count, sizeof *tags->own, by_code);
}

static bool is_own(const struct tag_check *tags, const char *list, const char *code)
{
    struct own_code wanted = {list, code};
    return tags->own_count && bsearch(&wanted, tags->own, tags->own_count, sizeof wanted, by_list);
}

/* A code of any of the model's own lists. */
static bool is_own_code(const struct tag_check *tags, const char *code)
{
    struct own_code wanted = {NULL, code};
    return tags->own_count &&
           bsearch(&wanted, tags->own_by_code, tags->own_count, sizeof wanted, by_code);
}

/* --- what was probably meant ---------------------------------------------------------------- */

static void add_name(struct names *names, const char *name)
{
    if (names->count < NAMES_MOST)
        names->items[names->count++] = name;
}

static void collect_lists(struct tag_check *tags)
{
    for (const struct tag_list *list = tags_lists(); list->name; list++)
        add_name(&tags->lists, list->name);
    for (size_t i = 0; i < tags->own_count; i++)
        if (!*tags->own[i].code && !tags_find_list(tags->own[i].list))
            add_name(&tags->lists, tags->own[i].list);
}

/* Where the entries of a list begin among the model's own. */
static size_t first_own(const struct tag_check *tags, const char *list)
{
    size_t low = 0, high = tags->own_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(tags->own[middle].list, list) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Those of a list: the program's, then the model's. */
static struct names code_names(const struct tag_check *tags, const char *list)
{
    struct names names = {.count = 0};
    const struct tag_list *known = tags_find_list(list);
    for (const struct tag_code *code = known ? known->codes : NULL; code && code->name; code++)
        add_name(&names, code->name);
    for (size_t i = first_own(tags, list);
         i < tags->own_count && names.count < NAMES_MOST && !strcmp(tags->own[i].list, list); i++)
        if (*tags->own[i].code)
            add_name(&names, tags->own[i].code);
    return names;
}

static const char *likely(const char *word, const struct names *names)
{
    return vocabulary_likely(tags_aliases(), word, names->items, names->count);
}

/* All of them: who has written another one chooses from them. */
static const char *joined(struct tag_check *tags, const struct names *names)
{
    struct buf text = {0};
    for (size_t i = 0; i < names->count; i++)
        buf_addf(&text, "%s%s", i ? ", " : "", names->items[i]);
    return check_keep(tags->check, &text);
}

static const char *tag_text(struct tag_check *tags, const char *list, const char *code)
{
    return check_format(tags->check, "%s:%s", list, code);
}

/* --- telling -------------------------------------------------------------------------------- */

/* True if it is told for the first time, and is not one of too many. */
static bool is_news(const struct tag_check *tags, const char *list, const char *code)
{
    for (size_t i = 0; i < tags->told_count; i++)
        if (!strcmp(tags->told[i].code, code) && !strcmp(tags->told[i].list, list))
            return false;
    return tags->told_count < TOLD_MOST;
}

static void remember(struct tag_check *tags, const char *list, const char *code)
{
    tags->told[tags->told_count++] = (struct own_code){list, code};
}

/* Reports `written` with what was `meant`, or where nothing is likely with the `choices`. */
static void report(struct tag_check *tags, enum diag_id id, const struct model_node *node,
                   const char *written, const char *meant, const struct names *choices,
                   const char *list)
{
    struct check *check = tags->check;
    struct found *found =
        check_found(check, id, node, written, meant ? meant : joined(tags, choices), list, NULL);
    found->at = model_at(check->model, node);
    found->label = meant ? check_format(check, "%s → %s", written, meant) : written;
}

/* The list that was meant, and in it the code: as it stands, or the one that was meant. */
static void report_list(struct tag_check *tags, const struct model_node *node,
                        const struct model_tag *tag)
{
    const char *list = likely(tag->list, &tags->lists), *meant = NULL;
    if (list) {
        struct names codes = code_names(tags, list);
        const char *code = likely(tag->code, &codes);
        meant = tag_text(tags, list, code ? code : tag->code);
    }
    report(tags, meant ? DIAG_TAG_LIST : DIAG_TAG_LIST_UNKNOWN, node,
           tag_text(tags, tag->list, tag->code), meant, &tags->lists, tag->list);
}

static void report_code(struct tag_check *tags, const struct model_node *node,
                        const struct model_tag *tag)
{
    struct names codes = code_names(tags, tag->list);
    const char *code = likely(tag->code, &codes);
    report(tags, code ? DIAG_TAG_CODE : DIAG_TAG_CODE_UNKNOWN, node,
           tag_text(tags, tag->list, tag->code), code ? tag_text(tags, tag->list, code) : NULL,
           &codes, tag->list);
}

static void check_tag(struct tag_check *tags, const struct model_node *node,
                      const struct model_tag *tag)
{
    const struct tag_list *list = tags_find_list(tag->list);
    if ((list && tags_find_code(list, tag->code)) || is_own(tags, tag->list, tag->code) ||
        !is_news(tags, tag->list, tag->code))
        return;
    remember(tags, tag->list, tag->code);
    if (list || is_own(tags, tag->list, ""))
        report_code(tags, node, tag);
    else
        report_list(tags, node, tag);
}

static void check_tags(struct tag_check *tags, const struct model_node *node,
                       const struct model_tags *list)
{
    for (size_t i = 0; i < list->count; i++)
        check_tag(tags, node, &list->items[i]);
}

static void check_theme(struct tag_check *tags, const struct score *score)
{
    const struct tag_list *known = tags_find_list(tags_place_standard);
    if (tags_find_code(known, score->theme) || is_own_code(tags, score->theme) ||
        !is_news(tags, tags_place_standard, score->theme))
        return;
    remember(tags, tags_place_standard, score->theme);
    struct names themes = code_names(tags, tags_place_standard);
    const char *theme = likely(score->theme, &themes);
    report(tags, theme ? DIAG_THEME : DIAG_THEME_UNKNOWN, &score->node, score->theme, theme,
           &themes, NULL);
}

static void check_sessions(struct tag_check *tags)
{
    const struct model_list *sessions = &tags->check->model->place_standards;
    tags->told_count = 0; /* a theme is no tag */
    for (size_t i = 0; i < sessions->count; i++) {
        const struct model_list *scores = &model_place_standard(sessions->items[i])->scores;
        for (size_t k = 0; k < scores->count; k++)
            check_theme(tags, model_score(scores->items[k]));
    }
}

/* tag: a list, a code or a theme that nobody knows. */
void rule_tags(struct check *check)
{
    const struct model *model = check->model;
    struct tag_check tags = {.check = check};
    collect_own(&tags);
    collect_lists(&tags);
    for (size_t i = 0; i < model->target_groups.count; i++)
        check_tags(&tags, model->target_groups.items[i],
                   &model_target_group(model->target_groups.items[i])->tags);
    for (size_t i = 0; i < model->focus_areas.count; i++)
        check_tags(&tags, model->focus_areas.items[i],
                   &model_focus_area(model->focus_areas.items[i])->tags);
    for (size_t i = 0; i < model->activities.count; i++)
        check_tags(&tags, model->activities.items[i],
                   &model_activity(model->activities.items[i])->tags);
    for (size_t i = 0; i < model->effects.count; i++)
        check_tags(&tags, model->effects.items[i], &model_effect(model->effects.items[i])->tags);
    check_sessions(&tags);
}
