/* Rules about the questions of an evaluation: what for, and who is asked? */
#include "check/rule.h"
#include "check/wording.h"

/* --- V02: why needs whether ---------------------------------------------------------------- */

static const struct model_node *first_of_type(const struct model *model, enum question_type type)
{
    for (size_t i = 0; i < model->questions.count; i++)
        if (model_question(model->questions.items[i])->type == type)
            return model->questions.items[i];
    return NULL;
}

/* V02: asking why, without asking whether it was done and whether anything changed. While
 * there is a question whose type is not known, it may be the one that is missing. */
void rule_mechanism_alone(struct check *check)
{
    const struct model *model = check->model;
    const struct model_node *why = first_of_type(model, QUESTION_MECHANISM);
    if (!why || first_of_type(model, QUESTION_UNKNOWN))
        return;
    bool process = first_of_type(model, QUESTION_PROCESS);
    bool effect = first_of_type(model, QUESTION_EFFECT);
    if (!process && !effect)
        check_found(check, DIAG_MECHANISM_ALONE, why, check_title(why), NULL);
    else if (!process)
        check_found(check, DIAG_MECHANISM_NO_PROCESS, why, check_title(why), NULL);
    else if (!effect)
        check_found(check, DIAG_MECHANISM_NO_EFFECT, why, check_title(why), NULL);
}

/* --- V03: who is asked --------------------------------------------------------------------- */

/* The roles that deliver something: by their kind, or because a component says so. */
static const bool *find_deliverers(struct check *check)
{
    const struct model *model = check->model;
    bool *delivers = arena_array(&check->arena, model->roles.count + 1, sizeof *delivers);
    for (size_t i = 0; i < model->roles.count; i++) {
        enum role_kind kind = model_role(model->roles.items[i])->kind;
        delivers[i] = kind == ROLE_STAFF || kind == ROLE_VOLUNTEER || kind == ROLE_PARTNER ||
                      kind == ROLE_PROJECT_LEADER;
    }
    for (size_t i = 0; i < model->components.count; i++) {
        const struct component *component = model_component(model->components.items[i]);
        for (size_t k = 0; k < component->by.count; k++)
            delivers[check_index(&model->roles, component->by.items[k].node)] = true;
    }
    return delivers;
}

/* Something in a list of people: "pædagoger i skolen". */
struct item {
    bool words, deliverer, other_person, place;
};

static void take_word(struct item *item, const struct sentence *s, size_t i)
{
    item->words = true;
    if (token_is_deliverer(s, i))
        item->deliverer = true;
    else if (token_is_person(s, i))
        item->other_person = true;
    else if (token_is_preposition(s, i))
        item->place = true;
}

/* True if an item may stand in a list of those who deliver: one of them, or one more place
 * ("i skole og fritidsklub"). */
static bool fits_deliverers(const struct item *item, const struct item *before)
{
    bool is_place = before->place && !item->other_person;
    return !item->words || (item->deliverer ? !item->other_person : is_place);
}

/* True if a text names those who deliver, and nobody else. What stands in clauses only tells
 * more of them: "lærere, der kender børnene". */
static bool names_only_deliverers(struct check *check, const struct model_node *node,
                                  const char *text)
{
    struct sentence *s;
    struct item item = {0}, before = {0};
    bool any = false;
    if (!titles_read(wording_titles(check), text, node->lang, &s))
        return false;
    for (size_t i = 0; i <= s->count; i++) {
        bool ends = i == s->count || !token_is_word(s, i) || phrase_at(s, i, WORDS_JOINERS, NULL);
        if (i < s->count && s->tokens[i].in_clause)
            continue;
        if (!ends) {
            take_word(&item, s, i);
            continue;
        }
        if (!fits_deliverers(&item, &before))
            return false;
        any = any || item.deliverer;
        before = item.words ? item : before;
        item = (struct item){0};
    }
    return any;
}

static bool asks_only_deliverers(struct check *check, const struct method *method,
                                 const bool *delivers)
{
    for (size_t i = 0; i < method->asks.count; i++) {
        const struct model_node *asked = method->asks.items[i].node;
        if (asked->kind != MODEL_ROLE || !delivers[check_index(&check->model->roles, asked)])
            return false;
    }
    return !method->informants || names_only_deliverers(check, &method->node, method->informants);
}

/* A method that names nobody, and yet gets its answers elsewhere. */
static bool asks_elsewhere(const struct method *method)
{
    return method->code == METHOD_REGISTER || method->code == METHOD_SURVEY ||
           method->code == METHOD_OBSERVATION;
}

static bool one_side_answers(struct check *check, const struct question *question,
                             const bool *delivers)
{
    bool any = false;
    for (size_t i = 0; i < question->methods.count; i++) {
        const struct method *method = model_method(question->methods.items[i]);
        bool names = method->asks.count || method->informants;
        if (names ? !asks_only_deliverers(check, method, delivers) : asks_elsewhere(method))
            return false;
        any = any || names;
    }
    return any;
}

/* True if those who deliver are called by name in a text: "medarbejdere i hjemmeplejen". */
static bool names_deliverers(struct check *check, const struct model_node *node, const char *text)
{
    struct sentence *s;
    if (!text || !titles_read(wording_titles(check), text, node->lang, &s))
        return false;
    for (size_t i = 0; i < s->count; i++)
        if (token_is_deliverer(s, i) && token_is_person(s, i))
            return true;
    return false;
}

static bool is_for_deliverers(struct check *check, const struct model_refs *groups)
{
    for (size_t i = 0; i < groups->count; i++)
        if (names_deliverers(check, groups->items[i].node, groups->items[i].node->title))
            return true;
    return false;
}

/* Staff are to change themselves: then they are the right ones to ask. */
static bool is_about_deliverers(struct check *check, const struct question *question)
{
    for (size_t i = 0; i < question->about.count; i++) {
        const struct model_node *node = check_subject(question->about.items[i].node);
        if (node->kind == MODEL_ACTIVITY) {
            if (is_for_deliverers(check, &model_activity(node)->target_groups))
                return true;
            continue;
        }
        const struct effect *effect = model_effect(node);
        if (names_deliverers(check, node, effect->who) ||
            is_for_deliverers(check, &effect->target_groups))
            return true;
    }
    return false;
}

/* V03: only those who deliver are asked whether it helps, or why. */
void rule_one_side_asked(struct check *check)
{
    const struct model_list *questions = &check->model->questions;
    const bool *delivers = NULL;
    for (size_t i = 0; i < questions->count; i++) {
        const struct question *question = model_question(questions->items[i]);
        if (question->type != QUESTION_EFFECT && question->type != QUESTION_MECHANISM)
            continue;
        delivers = delivers ? delivers : find_deliverers(check);
        if (one_side_answers(check, question, delivers) && !is_about_deliverers(check, question))
            check_found(check, DIAG_ONE_SIDE_ASKED, &question->node, check_title(&question->node),
                        NULL);
    }
}

/* --- V06: what the answer is for -------------------------------------------------------------- */

/* What products say of the questions they answer. */
struct use {
    bool audience, decision;
};

static const struct use *find_uses(struct check *check)
{
    const struct model *model = check->model;
    struct use *uses = arena_array(&check->arena, model->questions.count + 1, sizeof *uses);
    for (size_t i = 0; i < model->products.count; i++) {
        const struct product *product = model_product(model->products.items[i]);
        for (size_t k = 0; k < product->questions.count; k++) {
            struct use *use =
                &uses[check_index(&model->questions, product->questions.items[k].node)];
            use->audience = use->audience || product->audience.count;
            use->decision = use->decision || product->decision;
        }
    }
    return uses;
}

static void check_use(struct check *check, const struct question *question, const struct use *use)
{
    const struct model_node *node = &question->node;
    bool type = question->type != QUESTION_UNKNOWN;
    bool audience = question->audience.count || use->audience;
    bool decision = question->decision || use->decision;
    int missing = !type + !audience + !decision;
    if (missing > 1)
        check_found(check, DIAG_QUESTION_UNUSED, node, check_title(node),
                    type       ? "audience, <decision>"
                    : audience ? "type, <decision>"
                    : decision ? "type, audience"
                               : "type, audience, <decision>",
                    NULL);
    else if (missing)
        check_found(check,
                    !type       ? DIAG_QUESTION_NO_TYPE
                    : !audience ? DIAG_QUESTION_NO_AUDIENCE
                                : DIAG_QUESTION_NO_DECISION,
                    node, check_title(node), NULL);
}

/* V06: a question that does not say what kind of answer it wants, for whom and what for. */
void rule_question_unused(struct check *check)
{
    const struct model_list *questions = &check->model->questions;
    const struct use *uses = find_uses(check);
    for (size_t i = 0; i < questions->count; i++)
        check_use(check, model_question(questions->items[i]), &uses[i]);
}
