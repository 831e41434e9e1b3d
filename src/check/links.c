/* Rules about arrows and the conditions under which they hold: how, if what, how well
 * supported, what else could be the cause, what can go wrong? */
#include "check/placeholders.h"
#include "check/rule.h"
#include "check/timeline.h"

enum { HIGH_RISK = 12 }; /* probability times consequence, of 25 */

/* True for an arrow that is looked at on its own, and at both ends of which stands more than the
 * text of a template. */
static bool is_asked_about(const struct check *check, const struct link *link)
{
    return !placeholder_is(link->node.parent->title) && !placeholder_is(link->to.node->title) &&
           arrows_is_single(check->arrows, link);
}

/* --- P13: how --------------------------------------------------------------------- */

/* Where an activity is to change someone, the question can be asked about them. */
static void report_no_mechanism(struct check *check, const struct link *link)
{
    const char *who = model_effect(link->to.node)->who;
    if (link->node.parent->kind == MODEL_ACTIVITY && who)
        check_link_found(check, DIAG_NO_MECHANISM_WHO, link, who, NULL);
    else
        check_link_found(check, DIAG_NO_MECHANISM, link, NULL, NULL);
}

/* P13: a link that says that it works, but not how. */
void rule_no_mechanism(struct check *check)
{
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        if (!link->mechanism && is_asked_about(check, link))
            report_no_mechanism(check, link);
    }
}

/* --- what conditions are about ---------------------------------------------------- */

/* A flag for each activity, effect and link, by its order in the file. */
static bool *make_marks(struct check *check)
{
    const struct model *model = check->model;
    const struct model_list *lists[] = {&model->activities, &model->effects, &model->links};
    return check_flags(check, lists, sizeof lists / sizeof *lists);
}

/* Marks what the conditions of a kind are about: the link that each stands in, or what it
 * names. Returns true if one is about the programme as a whole. */
static bool mark_about(const struct model_list *conditions, bool *marks)
{
    bool whole = false;
    for (size_t i = 0; i < conditions->count; i++) {
        const struct condition *condition = model_condition(conditions->items[i]);
        bool in_link = condition->node.parent->kind == MODEL_LINK;
        if (in_link)
            marks[condition->node.parent->order] = true;
        for (size_t k = 0; k < condition->about.count; k++)
            marks[condition->about.items[k].node->order] = true;
        whole = whole || (!in_link && !condition->about.count);
    }
    return whole;
}

/* --- P15: if what ------------------------------------------------------------------ */

static bool some_are_key(const struct model_list *links)
{
    for (size_t i = 0; i < links->count; i++)
        if (model_link(links->items[i])->key == YES)
            return true;
    return false;
}

/* Where nobody has said which links are key ones, those that lead into a goal are. */
static bool is_key(const struct link *link, bool marked)
{
    if (marked || link->key != YES_NO_UNKNOWN)
        return link->key == YES;
    return model_effect(link->to.node)->kind == EFFECT_GOAL;
}

static void report_bare(struct check *check, const struct link *link)
{
    if (link->key == YES) {
        check_link_found(check, DIAG_KEY_LINK_BARE, link, NULL, NULL);
        return;
    }
    struct found *found = check_link_found(check, DIAG_GOAL_LINK_BARE, link, NULL, NULL);
    found->group = link->to.node;
}

/* P15: a link that much hangs on, without what has to hold for it. What is said of one of
 * its ends counts too. */
void rule_bare_key_link(struct check *check)
{
    const struct model *model = check->model;
    bool *marks = make_marks(check), marked = some_are_key(&model->links);
    mark_about(&model->assumptions, marks);
    mark_about(&model->contexts, marks);
    for (size_t i = 0; i < model->links.count; i++) {
        const struct link *link = model_link(model->links.items[i]);
        bool said = marks[link->node.order] || marks[link->node.parent->order] ||
                    marks[link->to.node->order];
        if (!said && is_key(link, marked) && is_asked_about(check, link))
            report_bare(check, link);
    }
}

/* --- P16: how well supported ------------------------------------------------------- */

/* P16: a link into the last horizon that does not say how well it is supported. */
void rule_no_evidence(struct check *check)
{
    struct timeline line;
    timeline_build(&line, check->model, &check->arena);
    if (line.count < 2)
        return; /* nothing is further off than the rest */
    for (size_t i = 0; i < check->model->links.count; i++) {
        const struct link *link = model_link(check->model->links.items[i]);
        if (link->evidence >= 0 || timeline_rank(&line, link->to.node) != (long)line.count ||
            !check_is_intended(model_effect(link->to.node)) || !is_asked_about(check, link))
            continue;
        bool refers = link->reference || link->documents.count;
        check_link_found(check, refers ? DIAG_REFERENCE_NO_GRADE : DIAG_NO_EVIDENCE, link, NULL,
                         NULL);
    }
}

/* --- P17: what else ----------------------------------------------------------------- */

/* A rival to a link is one to the effect it leads to, and to what an activity claims. */
static void mark_ends(const struct model_list *links, bool *marks)
{
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = model_link(links->items[i]);
        if (!marks[link->node.order])
            continue;
        marks[link->to.node->order] = true;
        if (link->node.parent->kind == MODEL_ACTIVITY)
            marks[link->node.parent->order] = true;
    }
}

static bool has_rival(const struct question *question, const bool *marks)
{
    for (size_t i = 0; i < question->about.count; i++) {
        const struct model_node *node = question->about.items[i].node;
        if (marks[node->order] ||
            (node->kind == MODEL_LINK && marks[model_link(node)->to.node->order]))
            return true;
    }
    return false;
}

/* P17: a question about an effect, and nothing else that could have brought it about. */
void rule_no_rival(struct check *check)
{
    const struct model *model = check->model;
    bool *marks = make_marks(check);
    if (mark_about(&model->rivals, marks))
        return;
    mark_ends(&model->links, marks);
    for (size_t i = 0; i < model->questions.count; i++) {
        const struct question *question = model_question(model->questions.items[i]);
        bool answered =
            question->about.count ? has_rival(question, marks) : model->rivals.count > 0;
        if (question->type == QUESTION_EFFECT && !answered)
            check_found(check, DIAG_NO_RIVAL, &question->node, check_title(&question->node), NULL);
    }
}

/* --- P19: what can go wrong ---------------------------------------------------------- */

static bool is_over(const struct condition *risk)
{
    const struct model_node *link = risk->node.parent;
    return link->kind == MODEL_LINK && link->parent->kind == MODEL_ACTIVITY &&
           model_activity(link->parent)->status == ACTIVITY_STOPPED;
}

static void report_risk(struct check *check, const struct condition *risk)
{
    enum diag_id id = DIAG_RISK_OPEN;
    if (risk->owner.node)
        id = DIAG_RISK_NO_MITIGATION;
    else if (risk->mitigation)
        id = DIAG_RISK_NO_OWNER;
    struct number probability = {.given = true, .value = risk->probability};
    struct number consequence = {.given = true, .value = risk->consequence};
    struct found *found = check_found(check, id, &risk->node, check_title(&risk->node),
                                      check_number(check, probability, NULL),
                                      check_number(check, consequence, NULL), NULL);
    found->label = check_count(check, found->at.line);
}

/* P19: a high risk that nobody does anything about. Without figures it is not judged. */
void rule_high_risk(struct check *check)
{
    const struct model_list *risks = &check->model->risks;
    for (size_t i = 0; i < risks->count; i++) {
        const struct condition *risk = model_condition(risks->items[i]);
        bool open = !risk->mitigation || !risk->owner.node;
        if (open && risk->probability * risk->consequence >= HIGH_RISK && !is_over(risk))
            report_risk(check, risk);
    }
}
