/* virkning-png: reads SVG from standard input and writes it as PNG to standard output.
 *
 *     virkning-png WIDTH HEIGHT FAMILY REGULAR SEMIBOLD ITALIC FALLBACK...
 *
 * Width and height are pixels, FAMILY is what the SVG calls its font, the others are font
 * files. Only these fonts are known, whatever is installed: the picture shows the letters
 * that were measured, and comes out the same on every machine. A program of its own,
 * because these libraries cost more time to load than virkning takes for its work. It says
 * what is wrong in one line and ends with 1. */
#include <cairo.h>
#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_SIDE = 20000 }; /* pixels */

struct job {
    int width, height; /* pixels */
    const char *family;
    char **fonts; /* NULL at the end */
};

/* Says in one line what is wrong, and why in the first line of what a library says. */
static bool fail(const char *what, const char *why)
{
    if (why)
        fprintf(stderr, "%s: %.*s\n", what, (int)strcspn(why, "\n"), why);
    else
        fprintf(stderr, "%s\n", what);
    return false;
}

static bool read_side(const char *word, int *side)
{
    char *end;
    errno = 0;
    long value = strtol(word, &end, 10);
    if (errno || end == word || *end || value < 1 || value > LONGEST_SIDE)
        return fail(word, "is no number of pixels");
    *side = (int)value;
    return true;
}

/* --- fonts ------------------------------------------------------------------------------ */

/* What the SVG asks for: the first files are the faces of its family, the others stand in. */
static const struct {
    int weight, slant;
} faces[] = {
    {FC_WEIGHT_REGULAR, FC_SLANT_ROMAN},
    {FC_WEIGHT_DEMIBOLD, FC_SLANT_ROMAN},
    {FC_WEIGHT_REGULAR, FC_SLANT_ITALIC},
};
enum { FACES = sizeof faces / sizeof *faces };

/* Makes a font what the SVG calls it, whatever its file says. */
static void rename_font(FcPattern *font, const char *family, size_t face)
{
    FcPatternDel(font, FC_FAMILY);
    FcPatternDel(font, FC_WEIGHT);
    FcPatternDel(font, FC_SLANT);
    FcPatternAddString(font, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(font, FC_WEIGHT, faces[face].weight);
    FcPatternAddInteger(font, FC_SLANT, faces[face].slant);
}

static bool add_font(FcConfig *config, const struct job *job, size_t which)
{
    const FcFontSet *all = FcConfigGetFonts(config, FcSetApplication);
    int before = all ? all->nfont : 0;
    if (!FcConfigAppFontAddFile(config, (const FcChar8 *)job->fonts[which]))
        return fail(job->fonts[which], "is no font");
    all = FcConfigGetFonts(config, FcSetApplication);
    if (!all || all->nfont == before)
        return fail(job->fonts[which], "is no font");
    if (which < FACES && *job->family)
        for (int i = before; i < all->nfont; i++)
            rename_font(all->fonts[i], job->family, which);
    return true;
}

/* Makes the job's fonts the only ones there are. */
static bool open_fonts(const struct job *job)
{
    FcConfig *config = FcConfigCreate();
    bool fine = config != NULL;
    for (size_t i = 0; fine && job->fonts[i]; i++)
        fine = add_font(config, job, i);
    if (fine)
        fine = FcConfigSetCurrent(config) || fail("the fonts cannot be used", NULL);
    if (config)
        FcConfigDestroy(config);
    return fine;
}

/* --- drawing ---------------------------------------------------------------------------- */

static GByteArray *read_input(void)
{
    GByteArray *input = g_byte_array_new();
    unsigned char bytes[1 << 14];
    for (size_t count; (count = fread(bytes, 1, sizeof bytes, stdin)) > 0;)
        g_byte_array_append(input, bytes, (guint)count);
    return input;
}

static RsvgHandle *read_svg(void)
{
    GByteArray *input = read_input();
    GInputStream *stream =
        g_memory_input_stream_new_from_data(input->data, (gssize)input->len, NULL);
    GError *error = NULL;
    RsvgHandle *svg = NULL;
    if (ferror(stdin))
        fail("the SVG cannot be read", NULL);
    else
        svg = rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAG_UNLIMITED, NULL,
                                               &error);
    if (error)
        fail("the SVG cannot be read", error->message);
    g_clear_error(&error);
    g_object_unref(stream);
    g_byte_array_free(input, TRUE);
    return svg;
}

static cairo_status_t write_bytes(void *self, const unsigned char *bytes, unsigned length)
{
    return fwrite(bytes, 1, length, self) == length ? CAIRO_STATUS_SUCCESS
                                                    : CAIRO_STATUS_WRITE_ERROR;
}

static bool write_picture(cairo_surface_t *picture)
{
    cairo_status_t status = cairo_surface_write_to_png_stream(picture, write_bytes, stdout);
    if (status != CAIRO_STATUS_SUCCESS)
        return fail("the picture cannot be written", cairo_status_to_string(status));
    return !fflush(stdout) || fail("the picture cannot be written", strerror(errno));
}

/* Without transparency: what lies below a slide must not shine through. */
static bool draw(RsvgHandle *svg, const struct job *job)
{
    cairo_surface_t *picture =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, job->width, job->height);
    cairo_t *cairo = cairo_create(picture);
    RsvgRectangle whole = {0, 0, job->width, job->height};
    GError *error = NULL;
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    bool fine = rsvg_handle_render_document(svg, cairo, &whole, &error);
    if (!fine)
        fail("the SVG cannot be drawn", error ? error->message : NULL);
    else if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS)
        fine = fail("the SVG cannot be drawn", cairo_status_to_string(cairo_status(cairo)));
    g_clear_error(&error);
    cairo_destroy(cairo);
    fine = fine && write_picture(picture);
    cairo_surface_destroy(picture);
    return fine;
}

static bool run(const struct job *job)
{
    if (!open_fonts(job))
        return false;
    RsvgHandle *svg = read_svg();
    if (!svg)
        return false;
    bool fine = draw(svg, job);
    g_object_unref(svg);
    return fine;
}

int main(int argc, char **argv)
{
    struct job job;
    if (argc < 5) {
        fail("virkning-png is called by virkning; it wants WIDTH HEIGHT FAMILY FONT...", NULL);
        return 1;
    }
    if (!read_side(argv[1], &job.width) || !read_side(argv[2], &job.height))
        return 1;
    job.family = argv[3];
    job.fonts = argv + 4;
    return run(&job) ? 0 : 1;
}
