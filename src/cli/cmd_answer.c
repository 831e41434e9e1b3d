/* answer: the reason why a finding is left as it is, written into the model file. */
#include "cli/change.h"
#include "model/vocabulary.h"

#include <string.h>

enum { WORD_RULE, WORD_ID, WORD_REASON };

/* The answer to this rule about this node that is there already; NULL: none. */
static const struct model_node *present_answer(const struct model *model, const char *rule,
                                               const struct model_node *node)
{
    const struct model_list *answers = model_all(model, MODEL_ANSWER);
    for (size_t i = 0; i < answers->count; i++) {
        const struct answer *answer = model_answer(answers->items[i]);
        const struct model_node *about =
            answer->ref.node ? answer->ref.node : &model->programme->node;
        if (about == node && !strcmp(answer->rule, rule))
            return &answer->node;
    }
    return NULL;
}

/* The programme as a whole is what an answer without reference is about. */
static int put_answer(struct edit *edit, const char *rule, const struct model_node *node,
                      const char *reason, struct diag_sink *sink)
{
    const struct model_node *programme = &edit->model->programme->node;
    const struct model_node *present = present_answer(edit->model, rule, node);
    const char *name = vocabulary_of_kind(MODEL_ANSWER)->name;
    const struct edit_attribute attributes[] = {
        {"rule", rule}, {"ref", node == programme ? NULL : node->id}, {0}};
    struct edit_element answer = {name, attributes, reason};
    if (present)
        return edit_set_text(edit, present, name, reason, sink);
    return edit_add(edit, programme, &answer, sink);
}

static int answer(struct cli *cli, const char *rule, const struct model_node *node,
                  const char *reason)
{
    const struct model_node *present = present_answer(&cli->model, rule, node);
    struct edit edit;
    edit_init(&edit, &cli->model);
    int status = put_answer(&edit, rule, node, reason, &cli->trouble) ? change_refused(cli)
                                                                      : change_write(cli, &edit);
    if (!status)
        change_say(cli, node, rule, present ? present->title : "", reason);
    edit_release(&edit);
    return status;
}

int cmd_answer(struct cli *cli)
{
    const char *const *words = cli->options.words;
    const char *rule = cli_find_rule(cli, words[WORD_RULE]);
    const struct model_node *node = rule ? change_find(cli, words[WORD_ID]) : NULL;
    struct buf reason;
    int status = EXIT_USAGE;
    buf_init(&reason, 0);
    edit_add_normalised(&reason, words[WORD_REASON]);
    if (node && !reason.length)
        cli_usage(cli, N_("The reason is missing. One sentence is enough."), NULL);
    else if (node)
        status = answer(cli, rule, node, reason.data);
    buf_release(&reason);
    return status;
}
