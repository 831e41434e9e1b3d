/* What the options of `diagram` ask for. */
#ifndef CLI_DIAGRAM_WISH_H
#define CLI_DIAGRAM_WISH_H

#include "base/style_theme.h"
#include "cli/judgements.h"
#include "cli/cli.h"
#include "figure/view.h"

enum diagram_format { DIAGRAM_SVG, DIAGRAM_PDF, DIAGRAM_PNG, DIAGRAM_DOT };

struct diagram_wish {
    enum diagram_format format;
    enum style_theme theme;
    struct view_options view;         /* without what is in the model, and without size */
    double paper_width, paper_height; /* points; 0: no paper, as large as the figure */
    unsigned width;                   /* points, of PNG pixels; 0: as the figure */
    unsigned page;                    /* only this one; 0: all */
    struct judgements judgements;
};

/* Reads the options that need no model. Returns an exit status, after saying what is wrong. */
int diagram_wish_read(struct diagram_wish *wish, struct cli *cli);

/* Finds what they name in the model, and reads the judgements. Release in any case. */
int diagram_wish_find(struct diagram_wish *wish, struct cli *cli);
void diagram_wish_release(struct diagram_wish *wish);

#endif
