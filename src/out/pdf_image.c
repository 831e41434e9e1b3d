/* The style's logo, as an image that is in the file once.
 *
 * JPEG goes into the file as it is; PNG is unpacked with libpng's simplified reader (eight bits,
 * sRGB, whatever the file has, interlaced or not) and packed anew, its transparency as a soft mask. */
#include "out/pdf_internal.h"

#include "base/memory.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t fail(struct pdf *pdf)
{
    diag_report(pdf->sink, DIAG_LOGO_DAMAGED, (struct diag_at){0}, NULL);
    pdf->status = -1;
    return 0;
}

static void add_image_entries(struct buf *out, unsigned width, unsigned height, int channels)
{
    buf_addf(out, "/Type /XObject /Subtype /Image /Width %u /Height %u", width, height);
    buf_addf(out, " /BitsPerComponent 8 /ColorSpace /Device%s", channels == 1 ? "Gray" : "RGB");
}

/* --- PNG ------------------------------------------------------------------------------ */

/* Copies `count` of the `channels` bytes of each pixel, from `first` on. */
static uint32_t write_channels(struct pdf *pdf, const png_image *image, const unsigned char *pixels,
                               int channels, int first, int count, const struct buf *more)
{
    size_t total = (size_t)image->width * image->height;
    unsigned char *plane = mem_alloc(total * (size_t)count);
    for (size_t i = 0; i < total; i++)
        memcpy(plane + i * (size_t)count, pixels + i * (size_t)channels + first, (size_t)count);
    struct buf entries = {0};
    add_image_entries(&entries, image->width, image->height, count);
    if (more)
        buf_add(&entries, more->data, more->length);
    buf_add_char(&entries, '\n');
    uint32_t object =
        pdf_file_add_stream(pdf->file, entries.data, plane, total * (size_t)count, PDF_DEFLATED);
    buf_release(&entries);
    free(plane);
    return object;
}

static uint32_t write_pixels(struct pdf *pdf, const png_image *image, const unsigned char *pixels)
{
    int colors = image->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    struct buf mask = {0};
    if (!(image->format & PNG_FORMAT_FLAG_ALPHA))
        return write_channels(pdf, image, pixels, colors, 0, colors, NULL);
    pdf_add_reference(&mask, " /SMask",
                      write_channels(pdf, image, pixels, colors + 1, colors, 1, NULL));
    uint32_t object = write_channels(pdf, image, pixels, colors + 1, 0, colors, &mask);
    buf_release(&mask);
    return object;
}

static uint32_t write_png(struct pdf *pdf, const struct style_image *logo)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, logo->bytes, logo->length))
        return fail(pdf);
    image.format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA; /* eight bits, no palette */
    unsigned char *pixels = mem_alloc(PNG_IMAGE_SIZE(image));
    uint32_t object = png_image_finish_read(&image, NULL, pixels, 0, NULL)
                          ? write_pixels(pdf, &image, pixels)
                          : fail(pdf);
    free(pixels);
    return object;
}

/* --- JPEG ----------------------------------------------------------------------------- */

/* Walks the segments to the header of the frame, which style_logo.h has looked at. Returns how many
 * channels it says there are; 0 where there is none. */
static int jpeg_channels(const unsigned char *bytes, size_t length)
{
    for (size_t at = 2; at + 10 <= length && bytes[at] == 0xFF;) {
        unsigned marker = bytes[at + 1];
        if (marker >= 0xC0 && marker <= 0xC2)
            return bytes[at + 9];
        at += 2 + ((size_t)bytes[at + 2] << 8 | bytes[at + 3]);
    }
    return 0;
}

static uint32_t write_jpeg(struct pdf *pdf, const struct style_image *logo)
{
    struct buf entries = {0};
    int channels = jpeg_channels(logo->bytes, logo->length);
    if (channels != 1 && channels != 3)
        return fail(pdf);
    add_image_entries(&entries, logo->width, logo->height, channels);
    buf_add_string(&entries, " /Filter /DCTDecode\n");
    uint32_t object =
        pdf_file_add_stream(pdf->file, entries.data, logo->bytes, logo->length, PDF_PLAIN);
    buf_release(&entries);
    return object;
}

/* --- together ------------------------------------------------------------------------- */

static uint32_t write_logo(struct pdf *pdf)
{
    const struct style_image *logo = &pdf->style->logo;
    switch (logo->kind) {
    case STYLE_PNG:
        return write_png(pdf, logo);
    case STYLE_JPEG:
        return write_jpeg(pdf, logo);
    case STYLE_NO_IMAGE:
        break;
    }
    return 0;
}

void pdf_draw_logo(struct pdf *pdf, double x, double y, double width, double height)
{
    const struct pdf_place *place = &pdf->content.place;
    struct buf *out = &pdf->content.bytes;
    if (!pdf->logo && !pdf->status)
        pdf->logo = write_logo(pdf);
    if (!pdf->logo)
        return;
    const double matrix[] = {place->scale * width,
                             0,
                             0,
                             place->scale * height,
                             place->x + place->scale * x,
                             pdf->content.height - (place->y + place->scale * (y + height))};
    buf_add_string(out, "q ");
    for (size_t i = 0; i < 6; i++) {
        buf_add_number(out, matrix[i], 2);
        buf_add_char(out, ' ');
    }
    buf_add_string(out, "cm /Logo Do Q\n");
}
