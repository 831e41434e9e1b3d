/* What the reader says of many files, for schema_agreement.py: for each file named on
 * standard input one line with the name, "valid" or "invalid", and the errors. */
#include "base/file.h"
#include "model/model.h"

#include <stdio.h>
#include <string.h>

static const char *const message_names[] = {
#define DIAG(name, id, draft, strict, text) #name,
#include "base/diag_list.h"
#undef DIAG
};

static void print_verdict(const char *path)
{
    struct diag_sink sink;
    struct model model;
    diag_sink_init(&sink, false);
    int status = model_read(&model, path, &sink);
    printf("%s\t%s\t", path, status ? "invalid" : "valid");
    for (int id = 0; id < DIAG_IDS; id++)
        if (sink.of_kind[id] && diag_severity_of((enum diag_id)id, false) == DIAG_ERROR)
            printf("%s ", message_names[id]);
    putchar('\n');
    model_release(&model);
    diag_sink_release(&sink);
}

int main(void)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        print_verdict(path);
    }
    return 0;
}
