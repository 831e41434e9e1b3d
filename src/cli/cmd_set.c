/* set: one value of a model file, the rest of which stays as it is. */
#include "cli/change.h"
#include "model/vocabulary.h"

#include <string.h>

enum { WORD_ID, WORD_NAME, WORD_VALUE };

static int explain_name(struct cli *cli, const struct model_node *node, const char *name)
{
    const char *element = vocabulary_of_kind(node->kind)->name;
    const char *likely = edit_likely_field(node, name);
    struct buf names = {0};
    if (likely)
        return cli_usage(cli, N_("I do not know «{1}» on <{2}>. You probably meant «{3}»."), name,
                         element, likely, NULL);
    edit_add_fields(&names, node);
    int status = cli_usage(cli, N_("I do not know «{1}» on <{2}>. What may stand there: {3}."),
                           name, element, names.data, NULL);
    buf_release(&names);
    return status;
}

static int set(struct cli *cli, const struct model_node *node, const struct edit_field *field,
               const char *value)
{
    struct edit edit;
    struct buf old, new;
    buf_init(&old, 0);
    buf_init(&new, 0);
    edit_init(&edit, &cli->model);
    edit_add_value(&old, &edit, node, field);
    edit_add_normalised(&new, value);
    int status = edit_set(&edit, node, field, value, &cli->trouble) ? change_refused(cli)
                                                                    : change_write(cli, &edit);
    if (!status)
        change_say(cli, node, field->name, old.data, new.data);
    edit_release(&edit);
    buf_release(&old);
    buf_release(&new);
    return status;
}

int cmd_set(struct cli *cli)
{
    const char *const *words = cli->options.words;
    const struct model_node *node = change_find(cli, words[WORD_ID]);
    struct edit_field field;
    if (!node)
        return EXIT_USAGE;
    if (!edit_find_field(node, words[WORD_NAME], &field))
        return explain_name(cli, node, words[WORD_NAME]);
    return set(cli, node, &field, words[WORD_VALUE]);
}
