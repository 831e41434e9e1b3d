/* Fuzzing the reader: whatever the bytes are, it comes to an end, either with a model that can
 * be dumped or with a finding that can be printed.
 *
 * With clang:  -fsanitize=fuzzer,address -DFUZZ_WITH_LIBFUZZER
 * Otherwise:   a program that replays the files it is given. */
#include "base/file.h"
#include "base/language.h"
#include "model/model.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void print_findings(const struct diag_sink *sink, const struct model *model)
{
    struct buf out;
    struct language *english = language_open(LANGUAGE_ENGLISH, "");
    buf_init(&out, 0);
    for (size_t i = 0; i < sink->count; i++)
        model_add_finding(&out, model, &sink->items[i], english);
    buf_release(&out);
    language_free(english);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct model model;
    struct diag_sink sink;
    diag_sink_init(&sink, false);
    int status = model_read_bytes(&model, "fuzz", (const char *)bytes, length, &sink);
    if (status == 0) {
        struct buf dump;
        buf_init(&dump, 0);
        model_dump(&dump, &model);
        buf_release(&dump);
    } else if (!sink.count) {
        abort();
    }
    diag_sort(&sink);
    print_findings(&sink, &model);
    model_release(&model);
    diag_sink_release(&sink);
    return 0;
}

#ifndef FUZZ_WITH_LIBFUZZER
int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        struct diag_sink sink;
        char *bytes;
        size_t length;
        diag_sink_init(&sink, false);
        if (!file_read(paths[i], 1 << 28, &bytes, &length, &sink)) {
            LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
            free(bytes);
        }
        diag_sink_release(&sink);
    }
    printf("%d files\n", count - 1);
    return 0;
}
#endif
