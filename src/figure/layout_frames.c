/* The frames around groups; see layout_draw.h.
 *
 * A frame's title stands before the first of its boxes, across: above it where boxes stand
 * above each other, left of it where they stand beside each other. So no link to a box of the
 * group runs through it. */
#include "figure/layout_draw.h"

#include <math.h>

/* Points. */
#define ROOM 6.0         /* around the boxes */
#define AFTER_TITLE 3.0  /* above the first box */
#define BESIDE_TITLE 7.0 /* left of the first box */
#define TITLE_WIDTH 72.0 /* beside boxes */
#define RADIUS 5.0
#define LINE_WIDTH 0.75

static const struct words_type title_type = {TEXT_SEMIBOLD, 7.5, 10};

double layout_frame_room(void)
{
    return ROOM;
}

static double left_padding(const struct graph_group *group)
{
    return ROOM + (group->look.bar == FIGURE_BAR_NONE ? 0 : FIGURE_BAR_WIDTH);
}

/* Makes room for a frame: at its first and its last box, and for its title. */
static void make_room(struct layout *layout, struct layout_frame *frame)
{
    struct net *net = &layout->net;
    const struct graph_group *group = &layout->graph->groups[frame->group];
    struct net_vertex *first = &net->vertices[frame->first];
    struct net_layer *layer = &net->layers[first->layer];
    net->vertices[frame->last].tail = ROOM;
    first->lead = layout->down ? left_padding(group) : ROOM;
    if (!group->title || !*group->title)
        return;
    double width = layout->down ? TITLE_WIDTH * layout->scale : layout->widths[first->layer];
    frame->title = layout_wrap(layout, &title_type, group->title, width);
    double height = words_height(&frame->title);
    if (layout->down) {
        frame->title.width = frame->title.lines.widest; /* where Arabic begins */
        first->lead += frame->title.width + BESIDE_TITLE;
        layer->depth = fmax(layer->depth, height);
    } else {
        first->lead += height + AFTER_TITLE;
    }
}

void layout_make_frames(struct layout *layout)
{
    const struct net *net = &layout->net;
    if (!layout->graph->group_count)
        return;
    layout->frames =
        arena_array(&layout->net.arena, layout->graph->node_count, sizeof *layout->frames);
    for (uint32_t l = 0; l < net->layer_count; l++) {
        const struct net_layer *layer = &net->layers[l];
        const uint32_t *order = net->order + layer->first;
        for (uint32_t start = 0, end; start < layer->count; start = end) {
            end = net_block_end(net, layer, start);
            size_t group = net_group(net, order[start]);
            if (!group)
                continue;
            struct layout_frame *frame = &layout->frames[layout->frame_count++];
            *frame = (struct layout_frame){
                .group = group - 1, .first = order[start], .last = order[end - 1]};
            make_room(layout, frame);
        }
    }
}

static void draw_frame(struct layout *layout, const struct layout_frame *frame)
{
    const struct net *net = &layout->net;
    const struct graph_group *group = &layout->graph->groups[frame->group];
    const struct net_vertex *first = &net->vertices[frame->first];
    const struct net_vertex *last = &net->vertices[frame->last];
    const struct net_layer *layer = &net->layers[first->layer];
    double start = first->middle - first->breadth / 2 - first->lead;
    double end = last->middle + last->breadth / 2 + last->tail;
    struct figure_rect rect =
        layout_rect(layout, layer->start - ROOM, layer->depth + 2 * ROOM, start, end - start);
    *figure_add_box(layout->figure) = (struct figure_box){
        .role = "group",
        .title = group->title,
        .lang = group->lang,
        .x = rect.x,
        .y = rect.y,
        .width = rect.width,
        .height = rect.height,
        .radius = RADIUS,
        .fill = group->look.fill,
        .line = group->look.line,
        .line_width = LINE_WIDTH,
        .dashed = group->look.dashed,
        .bar = group->look.bar,
        .bar_color = group->look.bar_color,
    };
    if (frame->title.lines.count)
        layout_write(layout, &frame->title, group->lang, group->look.text,
                     rect.x + (layout->down ? left_padding(group) : ROOM), rect.y + ROOM,
                     layout->figure->box_count);
}

void layout_draw_frames(struct layout *layout)
{
    for (size_t i = 0; i < layout->frame_count; i++)
        draw_frame(layout, &layout->frames[i]);
}
