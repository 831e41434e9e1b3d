/* Building a graph; see graph.h. */
#include "figure/graph.h"

const struct graph_stroke graph_stated = {"stated", STYLE_ACCENT, 1.1, FIGURE_SOLID, true};
const struct graph_stroke graph_interpreted = {"interpreted", STYLE_INTERPRETED, 0.9, FIGURE_DASHED,
                                               true};
const struct graph_stroke graph_unstated = {"unstated", STYLE_QUIET, 1.0, FIGURE_DOTTED, true};
const struct graph_stroke graph_join = {"join", STYLE_BOX_LINE, 0.8, FIGURE_SOLID, false};

void graph_start(struct graph *graph)
{
    *graph = (struct graph){0};
    arena_init(&graph->arena);
}

void graph_release(struct graph *graph)
{
    if (!graph)
        return;
    arena_release(&graph->arena);
    *graph = (struct graph){0};
}

size_t graph_add_column(struct graph *graph, const char *heading, const char *lang)
{
    graph->columns = arena_grow(&graph->arena, graph->columns, &graph->column_capacity,
                                graph->column_count + 1, sizeof *graph->columns);
    graph->columns[graph->column_count] =
        (struct graph_column){.heading = heading, .lang = lang, .subs = 1};
    return graph->column_count++;
}

size_t graph_add_node(struct graph *graph, const struct graph_node *node)
{
    graph->nodes = arena_grow(&graph->arena, graph->nodes, &graph->node_capacity,
                              graph->node_count + 1, sizeof *graph->nodes);
    graph->nodes[graph->node_count] = *node;
    return graph->node_count++;
}

size_t graph_add_group(struct graph *graph, const struct graph_group *group)
{
    graph->groups = arena_grow(&graph->arena, graph->groups, &graph->group_capacity,
                               graph->group_count + 1, sizeof *graph->groups);
    graph->groups[graph->group_count] = *group;
    return graph->group_count++;
}

size_t graph_add_link(struct graph *graph, const struct graph_link *link)
{
    graph->links = arena_grow(&graph->arena, graph->links, &graph->link_capacity,
                              graph->link_count + 1, sizeof *graph->links);
    graph->links[graph->link_count] = *link;
    return graph->link_count++;
}

size_t graph_add_legend(struct graph *graph, const struct graph_legend *legend)
{
    graph->legend = arena_grow(&graph->arena, graph->legend, &graph->legend_capacity,
                               graph->legend_count + 1, sizeof *graph->legend);
    graph->legend[graph->legend_count] = *legend;
    return graph->legend_count++;
}

struct graph_paragraph *graph_add_paragraph(struct graph *graph, size_t node,
                                            enum graph_paragraph_kind kind, const char *text,
                                            const char *lang)
{
    if (!text || !*text)
        return NULL;
    struct graph_node *into = &graph->nodes[node];
    into->paragraphs = arena_grow(&graph->arena, into->paragraphs, &into->paragraph_capacity,
                                  into->paragraph_count + 1, sizeof *into->paragraphs);
    struct graph_paragraph *paragraph = &into->paragraphs[into->paragraph_count++];
    *paragraph = (struct graph_paragraph){.kind = kind, .text = text, .lang = lang};
    return paragraph;
}

bool graph_is_before(const struct graph_node *a, const struct graph_node *b)
{
    return a->column != b->column ? a->column < b->column : a->sub < b->sub;
}
