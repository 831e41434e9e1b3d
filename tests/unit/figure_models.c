/* Generated models; see figure_models.h. */
#include "figure_models.h"

struct generator {
    struct buf *out;
    const struct figure_model *model;
    uint32_t state;
};

/* The next of a row of numbers below `bound` (a linear congruential generator). */
static int next(struct generator *g, int bound)
{
    g->state = g->state * 1664525u + 1013904223u;
    return bound > 0 ? (int)((g->state >> 8) % (uint32_t)bound) : 0;
}

static void add_title(struct generator *g, int most)
{
    static const char *const words[] = {"børn",
                                        "familier",
                                        "trives",
                                        "i",
                                        "lokalområdet",
                                        "sundhedsfremmende",
                                        "fællesskaber",
                                        "og",
                                        "hverdag",
                                        "frivillige",
                                        "med",
                                        "boligområdets",
                                        "idrætsforeningerne",
                                        "flere",
                                        "familierådgivningsmedarbejdere",
                                        "støtte",
                                        "til",
                                        "nye",
                                        "mødesteder",
                                        "tryghed"};
    int count = 1 + next(g, most);
    buf_add_string(g->out, "<title>");
    for (int i = 0; i < count; i++) {
        if (i)
            buf_add_char(g->out, ' ');
        buf_add_string(g->out, words[next(g, sizeof words / sizeof *words)]);
    }
    buf_add_string(g->out, "</title>");
}

/* One link from effect `index` of a horizon, or from an activity (horizon -1). */
static void add_link(struct generator *g, int horizon, int index)
{
    static const char *const origins[] = {"", " origin=\"source\"", " origin=\"interpreted\""};
    const struct figure_model *m = g->model;
    int last = m->horizons > 0 ? m->horizons - 1 : 0;
    int to_horizon = horizon + 1, to = next(g, m->effects);
    if (horizon >= 0 && next(g, 100) < m->same_percent) {
        to_horizon = horizon;
        to = index + 1 + next(g, m->effects - index - 1);
    } else if (next(g, 100) < m->skip_percent) {
        to_horizon++;
    }
    if (to_horizon > last || to >= m->effects)
        return;
    buf_addf(g->out, "<leads-to ref=\"e%d-%d\"%s/>", to_horizon, to, origins[next(g, 3)]);
}

static void add_links(struct generator *g, int horizon, int index)
{
    for (int count = 1 + next(g, g->model->links); count > 0; count--)
        add_link(g, horizon, index);
}

static void add_activity(struct generator *g, int number)
{
    static const char *const statuses[] = {"running", "idea", "waiting", "stopped", "approved"};
    buf_addf(g->out, "<activity id=\"a%d\" status=\"%s\" from=\"2017-05\">", number,
             statuses[next(g, 5)]);
    add_title(g, 9);
    for (int count = next(g, 4); count > 0; count--) {
        buf_add_string(g->out, "<indicator>");
        add_title(g, 8);
        buf_add_string(g->out, "</indicator>");
    }
    add_links(g, -1, number);
    buf_add_string(g->out, "</activity>\n");
}

static void add_activities(struct generator *g)
{
    int count = g->model->activities, areas = g->model->areas;
    for (int area = 0; area < areas; area++) {
        buf_addf(g->out, "<focus-area id=\"f%d\">", area);
        add_title(g, 3);
        for (int i = count * area / areas; i < count * (area + 1) / areas; i++)
            add_activity(g, i);
        buf_add_string(g->out, "</focus-area>\n");
    }
    for (int i = 0; !areas && i < count; i++)
        add_activity(g, i);
}

static void add_effect(struct generator *g, int horizon, int index)
{
    static const char *const kinds[] = {"effect", "sub-goal", "unintended", "goal"};
    buf_addf(g->out, "<effect id=\"e%d-%d\" kind=\"%s\"", horizon, index, kinds[next(g, 4)]);
    if (g->model->horizons)
        buf_addf(g->out, " horizon=\"h%d\"", horizon);
    buf_add_char(g->out, '>');
    add_title(g, 10);
    add_links(g, horizon, index);
    buf_add_string(g->out, "</effect>\n");
}

void figure_model_write(struct buf *out, const struct figure_model *model)
{
    struct generator g = {.out = out, .model = model, .state = model->seed * 2654435761u + 1};
    buf_add_string(out, "<programme xmlns=\"urn:x-virkning:programme\" format=\"1\" id=\"p\" "
                        "xml:lang=\"da\">");
    add_title(&g, 6);
    if (model->signs)
        buf_add_string(out, "<horizon id=\"hs\" holds=\"signs\"><title>Tegn</title></horizon>\n");
    for (int h = 0; h < model->horizons; h++) {
        buf_addf(out, "<horizon id=\"h%d\">", h);
        add_title(&g, 5);
        buf_add_string(out, "</horizon>\n");
    }
    add_activities(&g);
    for (int h = 0; h < (model->horizons ? model->horizons : 1); h++)
        for (int i = 0; i < model->effects; i++)
            add_effect(&g, h, i);
    buf_add_string(out, "</programme>\n");
}
