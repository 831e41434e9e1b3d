/* Draws the diagrams of many models in one process, for bench/run.
 *
 *     diagrams FOLDER FILE...    FILE.xml becomes FOLDER/0.svg, FOLDER/1.svg ...
 */
#include "base/datadir.h"
#include "base/file.h"
#include "figure/view.h"
#include "out/svg.h"
#include "text/fonts.h"

#include <stdio.h>
#include <stdlib.h>

/* What all diagrams share. */
struct look {
    struct style style;
    struct fonts *fonts;
    struct language *language;
    struct diag_sink sink;
};

static int open_look(struct look *look)
{
    char *data = datadir_find(), *texts = datadir_join(data, "lang");
    diag_sink_init(&look->sink, false);
    look->language = language_open(LANGUAGE_DANISH, texts);
    int status = style_load(&look->style, NULL, data, &look->sink);
    look->fonts = status ? NULL : fonts_open(&look->style, &look->sink);
    free(texts);
    free(data);
    return look->fonts ? 0 : -1;
}

static void release_look(struct look *look)
{
    if (look->fonts)
        fonts_free(look->fonts);
    style_release(&look->style);
    language_free(look->language);
    diag_sink_release(&look->sink);
}

static int draw(struct look *look, const char *file, const char *into)
{
    const struct view_options options = {.title = true};
    struct model model;
    int status = model_read(&model, file, &look->sink);
    if (!status) {
        struct figure figure;
        struct buf svg = {0};
        view_draw(&figure, &model, &look->style, fonts_metrics(look->fonts), look->language,
                  &options);
        svg_write(&svg, &figure, &look->style);
        status = file_write(into, svg.data, svg.length, &look->sink);
        buf_release(&svg);
        figure_release(&figure);
    }
    model_release(&model);
    return status;
}

int main(int argc, char **argv)
{
    struct look look = {0};
    int status = argc < 3 ? -1 : open_look(&look);
    for (int i = 2; i < argc && !status; i++) {
        char into[4096];
        snprintf(into, sizeof into, "%s/%d.svg", argv[1], i - 2);
        status = draw(&look, argv[i], into);
    }
    if (argc >= 3)
        release_look(&look);
    return status ? 1 : 0;
}
