/* Text in figures; see words.h. */
#include "figure/words.h"

#include <string.h>

/* A lead with the gap behind it, where no line ends. */
static const char *with_gap(struct arena *arena, const char *lead)
{
    static const char gap[] = "\xC2\xA0\xC2\xA0";
    size_t length = strlen(lead);
    char *text = arena_alloc(arena, length + sizeof gap);
    memcpy(text, lead, length);
    memcpy(text + length, gap, sizeof gap);
    return text;
}

struct words words_wrap(struct figure *figure, const struct text_metrics *metrics,
                        const struct words_type *type, const char *lead, const char *text,
                        double width)
{
    struct arena *arena = &figure->arena;
    struct text_run *runs = arena_array(arena, 2, sizeof *runs);
    size_t count = 0;
    if (lead)
        runs[count++] = (struct text_run){with_gap(arena, lead), TEXT_SEMIBOLD, type->size};
    runs[count++] = (struct text_run){text ? text : "", type->face, type->size};
    return (struct words){
        .lines = text_wrap(arena, metrics, runs, count, width),
        .runs = runs,
        .size = type->size,
        .leading = type->leading,
        .width = width,
        .led = lead != NULL,
    };
}

double words_height(const struct words *words)
{
    return (double)words->lines.count * words->leading;
}

void words_write(struct figure *figure, const struct text_metrics *metrics,
                 const struct words *words, const char *lang, enum style_color color, double x,
                 double y, size_t box)
{
    double ascent = metrics->ascent * words->size;
    double descent = metrics->descent * words->size;
    double baseline = y + (words->leading - ascent - descent) / 2 + ascent;
    for (size_t l = 0; l < words->lines.count; l++, baseline += words->leading) {
        const struct text_line *line = &words->lines.lines[l];
        double left = line->right_to_left ? x + words->width - line->width : x;
        for (size_t p = line->first; p < line->first + line->count; p++) {
            const struct text_piece *piece = &words->lines.pieces[p];
            bool lead = words->led && piece->run == 0;
            *figure_add_text(figure) = (struct figure_text){
                .text = text_piece_string(&figure->arena, words->runs, piece),
                .lang = lead ? words->lead_lang : lang,
                .direction = piece->direction,
                .x = left + piece->x,
                .y = baseline,
                .width = piece->width,
                .face = words->runs[piece->run].face,
                .size = words->size,
                .color = lead ? STYLE_QUIET : color,
                .box = box,
            };
        }
    }
}
