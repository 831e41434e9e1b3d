/* Writing PNG, by way of virkning-png; see png.h. */
#include "out/png.h"

#include "base/datadir.h"
#include "base/process.h"
#include "out/svg.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char program[] = "virkning-png";

struct pixels {
    double width, height;
};

static struct pixels size_of(const struct figure *figure, uint32_t width)
{
    double points, high;
    svg_size(figure, &points, &high);
    struct pixels pixels = {.width = width ? width : ceil(PNG_SCALE * points)};
    pixels.height = fmax(1, round(high * pixels.width / points));
    return pixels;
}

static bool is_too_large(struct pixels size)
{
    return size.width > PNG_LONGEST_SIDE || size.height > PNG_LONGEST_SIDE ||
           size.width * size.height > PNG_MOST_PIXELS;
}

static void report_size(struct pixels size, struct diag_sink *sink)
{
    const double numbers[] = {size.width, size.height, PNG_LONGEST_SIDE, PNG_MOST_PIXELS / 1e6};
    struct buf args[4] = {{0}};
    for (size_t i = 0; i < 4; i++)
        diag_add_number(&args[i], numbers[i], 0);
    diag_report(sink, DIAG_PNG_SIZE, (struct diag_at){0}, args[0].data, args[1].data, args[2].data,
                args[3].data, NULL);
    for (size_t i = 0; i < 4; i++)
        buf_release(&args[i]);
}

/* Why the program did not draw: what it said, in its first line, else its status. */
static void report_failure(const struct buf *said, int status, struct diag_sink *sink)
{
    struct buf why = {0};
    size_t length = said->data ? strcspn(said->data, "\n") : 0;
    if (length)
        buf_add(&why, said->data, length);
    else
        buf_addf(&why, "%s: %d", program, status);
    diag_report(sink, DIAG_PNG_FAILED, (struct diag_at){0}, why.data, NULL);
    buf_release(&why);
}

/* Runs virkning-png SIZE FAMILY FONT..., with the SVG as its input. */
static int run(struct buf *out, const struct buf *svg, const struct style *style,
               struct pixels size, struct diag_sink *sink)
{
    char width[16], height[16];
    snprintf(width, sizeof width, "%.0f", size.width);
    snprintf(height, sizeof height, "%.0f", size.height);
    const char *arguments[5 + STYLE_FONTS] = {program, width, height,
                                              style->font_family ? style->font_family : ""};
    for (size_t i = 0; i < STYLE_FONTS; i++)
        arguments[4 + i] = style->fonts[i];
    struct buf said = {.limit = 4096};
    char *path = datadir_find_program(program);
    int status = path ? process_run(path, arguments, svg, out, &said) : PROCESS_NOT_STARTED;
    if (status == PROCESS_NOT_STARTED)
        diag_report(sink, DIAG_PNG_MISSING, (struct diag_at){0}, program, NULL);
    else if (status || out->overflow || !out->length)
        report_failure(&said, status, sink);
    bool done = !status && !out->overflow && out->length;
    buf_release(&said);
    free(path);
    return done ? 0 : -1;
}

int png_write(struct buf *out, const struct figure *figure, const struct style *style,
              uint32_t width, struct diag_sink *sink)
{
    struct pixels size = size_of(figure, width);
    if (is_too_large(size)) {
        report_size(size, sink);
        return -1;
    }
    struct buf svg = {0};
    svg_write(&svg, figure, style);
    int status = run(out, &svg, style, size, sink);
    buf_release(&svg);
    return status;
}
