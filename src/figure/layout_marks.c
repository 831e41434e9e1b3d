/* The marks of links; see layout_draw.h.
 *
 * A mark is a disc on a level stretch of its link, right before the arrow head. All discs of
 * a figure are of one size, and those before one layer stand in line. Before boxes in frames
 * they stand outside the frame. */
#include "figure/layout_draw.h"

#include <math.h>

/* Points. */
#define LEAST_DISC 11.0
#define DISC_PADDING 2.2 /* between the ink of a sign and the outline */
#define HALF_INK 2.8     /* of a sign, above and below its middle */
#define DISC_ROOM 1.2    /* around a disc, across */
#define OUTLINE 0.9
#define HALF_PORT 1.6  /* of a link without a mark, where it arrives */
#define CAPITALS 0.714 /* height of a capital letter, em */

static const struct words_type sign_type = {TEXT_SEMIBOLD, 7, 9};

/* Room for a sign that is too long to be one. */
#define MOST_SIGN 60.0

static struct words wrap_sign(struct layout *layout, const struct graph_mark *mark)
{
    struct words sign = layout_wrap(layout, &sign_type, mark->sign, MOST_SIGN);
    sign.width = sign.lines.widest;
    return sign;
}

static double disc_of(struct layout *layout, const struct graph_mark *mark)
{
    struct words sign = wrap_sign(layout, mark);
    double half_height = HALF_INK * layout->scale + (words_height(&sign) - sign.leading) / 2;
    return 2 * (hypot(sign.lines.widest / 2, half_height) + DISC_PADDING);
}

bool layout_has_mark(const struct layout *layout, size_t link)
{
    const struct graph_link *it = &layout->graph->links[link];
    return it->mark.sign && layout->net.link_edges[link + 1] > layout->net.link_edges[link] &&
           !layout->graph->nodes[it->to].hub;
}

void layout_measure_marks(struct layout *layout)
{
    const struct graph *graph = layout->graph;
    double size = 0;
    for (size_t i = 0; i < graph->link_count; i++)
        if (layout_has_mark(layout, i)) {
            size = fmax(size, disc_of(layout, &graph->links[i].mark));
            layout->marked[layout->net.vertices[graph->links[i].to].layer] = true;
        }
    for (size_t i = 0; i < graph->legend_count; i++)
        if (graph->legend[i].sample == GRAPH_SAMPLE_MARK && graph->legend[i].mark.sign)
            size = fmax(size, disc_of(layout, &graph->legend[i].mark));
    layout->mark_size = size > 0 ? fmax(LEAST_DISC, size) : 0;
}

double layout_port_room(const struct layout *layout, size_t link)
{
    return layout_has_mark(layout, link) ? layout->mark_size / 2 + DISC_ROOM : HALF_PORT;
}

size_t layout_draw_mark(struct layout *layout, const struct graph_mark *mark, const char *role,
                        const char *lang, struct figure_point middle)
{
    double size = layout->mark_size;
    *figure_add_box(layout->figure) = (struct figure_box){
        .role = role,
        .title = mark->text,
        .lang = lang,
        .x = middle.x - size / 2,
        .y = middle.y - size / 2,
        .width = size,
        .height = size,
        .radius = size / 2,
        .fill = STYLE_PAPER,
        .line = mark->color,
        .line_width = OUTLINE,
        .dashed = mark->dashed,
    };
    size_t box = layout->figure->box_count;
    struct words sign = wrap_sign(layout, mark);
    double ascent = layout->metrics->ascent * sign.size;
    double descent = layout->metrics->descent * sign.size;
    double baseline = (sign.leading - ascent - descent) / 2 + ascent;
    double last = (double)(sign.lines.count - 1) * sign.leading;
    double top = middle.y + CAPITALS / 2 * sign.size - baseline - last / 2;
    layout_write(layout, &sign, lang, mark->color, middle.x - sign.lines.widest / 2, top, box);
    return box;
}
