/* Crossings against those of Graphviz's dot, for crossings.sh, on the same graphs and ranks.
 *
 *     crossings graphs FILE...          writes a graph for each model file and each generated
 *                                       model: layers are ranks, and a link that passes a layer
 *                                       has a node in it
 *     crossings compare PLACED FILE...  reads the same graphs as `dot -Tplain` placed them, and
 *                                       says for each way of ordering how it compares, and where
 *                                       it is worse than it may be
 *
 * dot knows neither groups nor an author's order, so there are none in these graphs. */
#include "base/language.h"
#include "figure/layout_order.h"
#include "figure/net.h"
#include "figure/view_parts.h"

#include "../unit/diagram_models.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A graph of a model, as the flow view makes it. */
struct sample {
    char name[100];
    struct model model;
    struct diag_sink sink;
    struct figure figure; /* for the words */
    struct graph graph;
};

static void build(struct sample *sample, const struct language *language)
{
    static const struct view_options options = {.kind = VIEW_FLOW};
    figure_init(&sample->figure);
    graph_start(&sample->graph);
    struct view view = {
        .arena = &sample->figure.arena,
        .model = &sample->model,
        .language = language,
        .options = &options,
        .lang = "da",
        .own_lang = "en",
        .graph = &sample->graph,
    };
    view_flow_build(&view, &sample->figure);
    for (size_t i = 0; i < sample->graph.node_count; i++)
        sample->graph.nodes[i].group = 0;
    sample->graph.group_count = 0;
    for (size_t i = 0; i < sample->graph.column_count; i++)
        sample->graph.columns[i].in_order = false;
}

static void make_generated(struct sample *sample, int index)
{
    struct diagram_model model = diagram_model_of(index);
    struct buf xml;
    buf_init(&xml, 0);
    snprintf(sample->name, sizeof sample->name, "generated-%03d", index);
    diagram_model_write(&xml, &model);
    diag_sink_init(&sample->sink, false);
    if (model_read_bytes(&sample->model, "test.xml", xml.data, xml.length, &sample->sink))
        exit(99);
    buf_release(&xml);
}

static void make_example(struct sample *sample, const char *path)
{
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    snprintf(sample->name, sizeof sample->name, "%s", name);
    diag_sink_init(&sample->sink, false);
    if (model_read(&sample->model, path, &sample->sink) < 0)
        exit(99);
}

/* The samples: the files first, then those that are generated. */
static void make_sample(struct sample *sample, int index, char **files, int file_count,
                        const struct language *language)
{
    if (index < file_count)
        make_example(sample, files[index]);
    else
        make_generated(sample, index - file_count);
    build(sample, language);
}

static void release(struct sample *sample)
{
    graph_release(&sample->graph);
    figure_release(&sample->figure);
    model_release(&sample->model);
    diag_sink_release(&sample->sink);
}

/* --- graphs ----------------------------------------------------------------- */

static void write_graph(struct sample *sample, int index)
{
    struct net net;
    net_init(&net, &sample->graph);
    printf("digraph g%d {\n", index);
    for (uint32_t l = 0; l < net.layer_count; l++) {
        printf("{rank=same;");
        for (uint32_t i = 0; i < net.layers[l].count; i++)
            printf(" v%" PRIu32 ";", net.order[net.layers[l].first + i]);
        printf("}\n");
    }
    for (uint32_t e = 0; e < net.edge_count; e++)
        printf("v%" PRIu32 " -> v%" PRIu32 "\n", net.edges[e].from, net.edges[e].to);
    printf("}\n");
    net_release(&net);
}

/* --- what dot made of them ---------------------------------------------------- */

struct dot_place {
    uint32_t vertex;
    double x;
};

static int compare_places(const void *left, const void *right)
{
    const struct dot_place *a = left, *b = right;
    return a->x < b->x ? -1 : a->x > b->x;
}

/* Reads the places of one graph, by vertex; false: there is none. */
static bool read_places(FILE *placed, double *places, uint32_t count)
{
    char line[4096];
    uint32_t vertex;
    double x;
    while (fgets(line, sizeof line, placed)) {
        if (!strcmp(line, "stop\n"))
            return true;
        if (sscanf(line, "node v%" SCNu32 " %lf", &vertex, &x) == 2 && vertex < count)
            places[vertex] = x;
    }
    return false;
}

static uint64_t crossings_of_dot(struct sample *sample, FILE *placed)
{
    struct net net;
    net_init(&net, &sample->graph);
    double *x = calloc(net.vertex_count + 1, sizeof *x);
    struct dot_place *places = calloc(net.vertex_count + 1, sizeof *places);
    if (!x || !places || !read_places(placed, x, net.vertex_count))
        exit(99);
    for (uint32_t l = 0; l < net.layer_count; l++) {
        uint32_t first = net.layers[l].first, count = net.layers[l].count;
        for (uint32_t i = 0; i < count; i++)
            places[i] = (struct dot_place){net.order[first + i], x[net.order[first + i]]};
        qsort(places, count, sizeof *places, compare_places);
        for (uint32_t i = 0; i < count; i++)
            net.order[first + i] = places[i].vertex;
    }
    net_number(&net);
    uint64_t crossings = net_crossings(&net);
    free(x);
    free(places);
    net_release(&net);
    return crossings;
}

/* --- how we compare ------------------------------------------------------------ */

static const struct way {
    const char *name;
    enum layout_ordering ordering;
} ways[] = {
    {"own", LAYOUT_OWN_ORDER}, {"graphviz", LAYOUT_GRAPHVIZ_ORDER}, {"best", LAYOUT_BEST_ORDER}};
enum { WAYS = sizeof ways / sizeof *ways };

struct tally {
    uint64_t dot, ours;
    int fewer, equal, more, too_many;
};

static uint64_t crossings_of_ours(struct sample *sample, enum layout_ordering ordering)
{
    struct net net;
    net_init(&net, &sample->graph);
    layout_order_by(&net, ordering);
    uint64_t crossings = net_crossings(&net);
    net_release(&net);
    return crossings;
}

/* At most the larger of 1.2 times and 2 more. */
static bool is_too_many(uint64_t ours, uint64_t dot)
{
    return ours > dot + 2 && (double)ours > 1.2 * (double)dot;
}

static void compare(struct sample *sample, FILE *placed, struct tally tallies[WAYS])
{
    uint64_t dot = crossings_of_dot(sample, placed);
    for (int w = 0; w < WAYS; w++) {
        struct tally *tally = &tallies[w];
        uint64_t ours = crossings_of_ours(sample, ways[w].ordering);
        tally->dot += dot;
        tally->ours += ours;
        tally->fewer += ours < dot;
        tally->equal += ours == dot;
        tally->more += ours > dot;
        tally->too_many += is_too_many(ours, dot);
        if (is_too_many(ours, dot))
            printf("%s: %s has %" PRIu64 " crossings, dot %" PRIu64 "\n", ways[w].name,
                   sample->name, ours, dot);
    }
}

static void print_tallies(const struct tally tallies[WAYS])
{
    for (int w = 0; w < WAYS; w++)
        printf("%s: total %" PRIu64 ", dot %" PRIu64 "; fewer %d, equal %d, more %d, too many %d\n",
               ways[w].name, tallies[w].ours, tallies[w].dot, tallies[w].fewer, tallies[w].equal,
               tallies[w].more, tallies[w].too_many);
}

int main(int argc, char **argv)
{
    bool comparing = argc > 2 && !strcmp(argv[1], "compare");
    FILE *placed = comparing ? fopen(argv[2], "r") : NULL;
    const char *data = getenv("VIRKNING_DATADIR");
    struct language *language = language_open(LANGUAGE_ENGLISH, data ? data : ".");
    struct tally tallies[WAYS] = {0};
    int before = comparing ? 3 : 2, files = argc > before ? argc - before : 0;
    if (comparing && !placed)
        return 99;
    for (int i = 0; i < files + DIAGRAM_MODELS; i++) {
        struct sample sample = {0};
        make_sample(&sample, i, argv + before, files, language);
        if (comparing)
            compare(&sample, placed, tallies);
        else
            write_graph(&sample, i);
        release(&sample);
    }
    if (comparing) {
        print_tallies(tallies);
        fclose(placed);
    }
    language_free(language);
    return 0;
}
