/* The logo of a style; see style_logo.h. */
#include "base/style_logo.h"

#include "base/file.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LIMIT = 5 << 20, /* bytes */
    LEAST_SIDE = 16, /* pixels */
    MOST_SIDE = 4000,
};

/* What is wrong with the bytes of a picture. */
enum flaw { FINE, OTHER_KIND, DAMAGED, FOR_PRESSES };

static uint32_t big_endian(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

static bool begins_with(const struct style_image *image, const char *bytes, size_t length)
{
    return image->length >= length && !memcmp(image->bytes, bytes, length);
}

/* --- PNG (ISO/IEC 15948) ------------------------------------------------------------------ */

enum { SIGNATURE = 8, CHUNK = 12 /* length, type and check sum around its data */ };

/* True where the chunks follow each other up to the end, with a picture among them. */
static bool is_whole_png(const struct style_image *image)
{
    bool picture = false;
    for (size_t at = SIGNATURE; at + CHUNK <= image->length;) {
        const unsigned char *chunk = image->bytes + at;
        uint32_t length = big_endian(chunk, 4);
        if (length > image->length - at - CHUNK)
            return false;
        picture |= !memcmp(chunk + 4, "IDAT", 4);
        if (!memcmp(chunk + 4, "IEND", 4))
            return picture;
        at += CHUNK + length;
    }
    return false;
}

static enum flaw read_png(struct style_image *image)
{
    enum { HEADER = 13 };
    const unsigned char *header = image->bytes + SIGNATURE;
    image->kind = STYLE_PNG;
    if (image->length < SIGNATURE + CHUNK + HEADER || big_endian(header, 4) != HEADER ||
        memcmp(header + 4, "IHDR", 4) != 0 || !is_whole_png(image))
        return DAMAGED;
    image->width = big_endian(header + 8, 4);
    image->height = big_endian(header + 12, 4);
    return FINE;
}

/* --- JPEG (ITU-T T.81, annex B) ------------------------------------------------------------ */

enum { MARKER = 0xFF, START_OF_SCAN = 0xDA, END_OF_IMAGE = 0xD9 };

/* Baseline, extended and progressive; the others are shown by hardly any program. */
static bool is_frame(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xC2;
}

static bool is_odd_frame(unsigned char marker)
{
    bool table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return marker >= 0xC3 && marker <= 0xCF && !table;
}

static enum flaw read_frame(struct style_image *image, const unsigned char *segment, size_t length)
{
    if (length < 8 || segment[2] != 8) /* bits of a part of a colour */
        return DAMAGED;
    image->height = big_endian(segment + 3, 2);
    image->width = big_endian(segment + 5, 2);
    if (segment[7] == 4)
        return FOR_PRESSES;
    return segment[7] == 1 || segment[7] == 3 ? FINE : DAMAGED;
}

static bool has_end(const struct style_image *image, size_t at)
{
    for (size_t i = image->length - 1; i > at; i--)
        if (image->bytes[i] == END_OF_IMAGE && image->bytes[i - 1] == MARKER)
            return true;
    return false;
}

static enum flaw read_jpeg(struct style_image *image)
{
    const unsigned char *bytes = image->bytes;
    enum flaw flaw = DAMAGED;
    image->kind = STYLE_JPEG;
    for (size_t at = 2; at + 4 <= image->length;) {
        unsigned char marker = bytes[at + 1];
        if (bytes[at] == MARKER && marker == MARKER) { /* any number of them may stand before it */
            at++;
            continue;
        }
        size_t left = image->length - at - 2, length = big_endian(bytes + at + 2, 2);
        if (bytes[at] != MARKER || length < 2 || length > left || is_odd_frame(marker))
            return DAMAGED;
        if (marker == START_OF_SCAN)
            return has_end(image, at) ? flaw : DAMAGED;
        if (is_frame(marker))
            flaw = read_frame(image, bytes + at + 2, length);
        at += 2 + length;
    }
    return DAMAGED;
}

/* --- judging it ------------------------------------------------------------------------------ */

static enum flaw read_header(struct style_image *image)
{
    if (begins_with(image, "\x89PNG\r\n\x1A\n", 8))
        return read_png(image);
    if (begins_with(image, "\xFF\xD8\xFF", 3))
        return read_jpeg(image);
    return OTHER_KIND;
}

static const char *pixels_text(const struct style_image *image, struct buf *text)
{
    buf_addf(text, "%u × %u", (unsigned)image->width, (unsigned)image->height);
    return text->data;
}

static bool is_sensible(uint32_t side)
{
    return side >= LEAST_SIDE && side <= MOST_SIDE;
}

static int check_size(const struct style *style, const char *path, struct diag_at at,
                      struct diag_sink *sink)
{
    const struct style_image *logo = &style->logo;
    struct buf pixels = {0}, width = {0};
    int status = -1;
    if (!is_sensible(logo->width) || !is_sensible(logo->height)) {
        diag_report(sink, DIAG_STYLE_LOGO_SIZE, at, path, pixels_text(logo, &pixels), NULL);
        goto out;
    }
    double points = style->logo_height * logo->width / logo->height;
    if (points > STYLE_LOGO_WIDEST) {
        diag_add_number(&width, points, 0);
        diag_add_number(&pixels, STYLE_LOGO_WIDEST, 0);
        diag_report(sink, DIAG_STYLE_LOGO_WIDE, at, path, width.data, pixels.data, NULL);
        goto out;
    }
    status = 0;
out:
    buf_release(&pixels);
    buf_release(&width);
    return status;
}

static int check(const struct style *style, enum flaw flaw, const char *path, struct diag_at at,
                 struct diag_sink *sink)
{
    const char *kind = style->logo.kind == STYLE_PNG ? "PNG" : "JPEG";
    switch (flaw) {
    case FINE:
        return check_size(style, path, at, sink);
    case OTHER_KIND:
        diag_report(sink, DIAG_STYLE_LOGO_KIND, at, path, NULL);
        break;
    case DAMAGED:
        diag_report(sink, DIAG_STYLE_LOGO_DAMAGED, at, path, kind, NULL);
        break;
    case FOR_PRESSES:
        diag_report(sink, DIAG_STYLE_LOGO_PRESS, at, path, NULL);
        break;
    }
    return -1;
}

int style_read_logo(struct style *style, const char *path, struct diag_at at,
                    struct diag_sink *sink)
{
    char *bytes;
    size_t length;
    style->logo = (struct style_image){0};
    if (access(path, R_OK)) {
        diag_report(sink, DIAG_STYLE_LOGO_MISSING, at, path, NULL);
        return -1;
    }
    if (file_read(path, LIMIT, &bytes, &length, sink))
        return -1;
    style->logo.bytes = (const unsigned char *)arena_copy(&style->arena, bytes, length);
    style->logo.length = length;
    free(bytes);
    int status = check(style, read_header(&style->logo), path, at, sink);
    if (status)
        style->logo = (struct style_image){0};
    return status;
}
