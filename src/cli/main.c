/* The program's commands. What each needs is opened, and what it printed is flushed, by
 * the dispatcher (dispatch.c). */
#include "cli/cli.h"

#include <signal.h>

#define EVERYWHERE (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_HELP))
#define DOCUMENT                                                                                   \
    (EVERYWHERE | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_STYLE) |   \
     OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_WORDS))

static const struct cli_command commands[] = {
    {"new", NEEDS_NOTHING, cmd_new_prepare, cmd_new,
     EVERYWHERE | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TITLE) | OPTION_BIT(OPTION_DATE) |
         OPTION_BIT(OPTION_QUIET),
     N_("[TEMPLATE]"), NULL, N_("begin a model from a template, or list the templates")},
    {"check", NEEDS_FILES, cmd_check_prepare, cmd_check,
     EVERYWHERE | OPTION_BIT(OPTION_STRICT) | OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_SCHEMA) |
         OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO) |
         OPTION_BIT(OPTION_WORDS),
     N_("FILE..."), NULL, N_("show what is wrong in models and what is not finished yet")},
    {"status", NEEDS_MODEL, NULL, cmd_status,
     EVERYWHERE | OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_WORDS), N_("FILE"), NULL,
     N_("show how complete a model is and what is missing before approval")},
    {"rule", NEEDS_NOTHING, NULL, cmd_rule, EVERYWHERE, N_("[RULE]"), NULL,
     N_("explain a rule, or list the rules")},
    {"dump", NEEDS_MODEL, NULL, cmd_dump, EVERYWHERE, N_("FILE"), NULL,
     N_("print a model as it was understood")},
    {"diagram", NEEDS_NO_ERRORS, cmd_diagram_prepare, cmd_diagram,
     EVERYWHERE | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_STYLE) |
         OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_WORDS) |
         OPTION_BIT(OPTION_VIEW) | OPTION_BIT(OPTION_FOCUS) | OPTION_BIT(OPTION_HIGHLIGHT) |
         OPTION_BIT(OPTION_DIRECTION) | OPTION_BIT(OPTION_WIDTH) | OPTION_BIT(OPTION_PAPER) |
         OPTION_BIT(OPTION_PAGE) | OPTION_BIT(OPTION_THEME) | OPTION_BIT(OPTION_WITHOUT_SIGNS) |
         OPTION_BIT(OPTION_JUDGEMENTS),
     N_("FILE"), N_("the drawing, for example -o flow.svg"),
     N_("draw the flow from activities to goals, or another view of the model")},
    {"plan", NEEDS_NO_ERRORS, cmd_document_prepare, cmd_plan,
     DOCUMENT | OPTION_BIT(OPTION_BRIEF) | OPTION_BIT(OPTION_SECTION), N_("FILE"),
     N_("the plan, for example -o plan.pdf"),
     N_("write the evaluation plan, or one page of it for the steering group")},
    {"activity", NEEDS_NO_ERRORS, cmd_document_prepare, cmd_activity, DOCUMENT, N_("FILE [ID]"),
     N_("the document, for example -o activities.pdf"),
     N_("describe activities for approval, one or all")},
    {"indicator", NEEDS_NO_ERRORS, cmd_document_prepare, cmd_indicator, DOCUMENT, N_("FILE [ID]"),
     N_("the document, for example -o indicators.pdf"), N_("write indicator sheets, one or all")},
    {"charter", NEEDS_NO_ERRORS, cmd_document_prepare, cmd_charter, DOCUMENT, N_("FILE"),
     N_("the document, for example -o charter.pdf"), N_("write the project charter")},
    {"facts", NEEDS_NO_ERRORS, cmd_document_prepare, cmd_facts, DOCUMENT, N_("FILE"),
     N_("the document, for example -o facts.pdf"), N_("write the fact sheet of a programme")},
    {"schema", NEEDS_NOTHING, cmd_schema_prepare, cmd_schema,
     EVERYWHERE | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_TO), "", NULL,
     N_("print the schema of the model file, for editors")},
    {"style", NEEDS_NOTHING, NULL, cmd_style, EVERYWHERE, N_("[STYLE]"), NULL,
     N_("print the house style to begin with, or check one's own")},
    {"set", NEEDS_EDITABLE, cmd_change_prepare, cmd_set,
     EVERYWHERE | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_QUIET), N_("FILE ID NAME VALUE"),
     NULL, N_("change one value in a model file and leave the rest of it as it is")},
    {"answer", NEEDS_EDITABLE, cmd_change_prepare, cmd_answer,
     EVERYWHERE | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_QUIET), N_("FILE RULE ID REASON"),
     NULL, N_("write into a model file why a finding is left as it is")},
};

int main(int argc, char **argv)
{
    /* A parent that ignores the end of its children hands that on; then nobody could learn how the
     * program ended that we call for PNG. */
    signal(SIGCHLD, SIG_DFL);
    return cli_run(commands, sizeof commands / sizeof *commands, argc, argv);
}
